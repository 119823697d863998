"""What may be set, typed: a TOML file in the platform's configuration folder, then JOBFINDER_* from the environment.

Called by `app` and `faces`. An unknown key or a wrong type is a `UsageError` that names the nearest known key.
JOBFINDER_STORE, JOBFINDER_CONNECT_TO (entries by commas) and JOBFINDER_CONTACT are short for the fields they name;
any other field is JOBFINDER_<GROUP>_<FIELD>, as in JOBFINDER_NETWORK_TOTAL_TIMEOUT or
JOBFINDER_AI_ENDPOINTS_OLLAMA_BASE_URL. Keys of language models' providers are read under the names that other tools
know them by, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import platformdirs
from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.match import document
from jobfinder.model import Budget, Record
from jobfinder.outside.ai.settings import Ai, checked, with_keys
from jobfinder.outside.keys import Keys
from jobfinder.outside.settings import Archive, Browsing, Network, Parsing

PREFIX = "JOBFINDER_"
FILE = "JOBFINDER_SETTINGS"
SHORT = {"CONNECT_TO": "network.connect_to", "CONTACT": "network.contact"}
WHAT = "settings"


class Settings(Record, frozen=True):
    """All settings. `store` is `sqlite:///path` or `postgresql://…`; null is a file in the platform's data folder."""

    store: str | None = None
    network: Network = Network()
    browser: Browsing = Browsing()
    budget: Budget = Budget()
    parsing: Parsing = Parsing()
    archive: Archive = Archive()
    keys: Keys = Keys()
    ai: Ai = Ai()


def default_store() -> str:
    """The store of a user who never named one."""
    return f"sqlite:///{platformdirs.user_data_path('jobfinder') / 'jobfinder.db'}"


def settings_file(environ: Mapping[str, str]) -> Path:
    """Where settings are read from, whether or not it is there."""
    return Path(environ.get(FILE) or platformdirs.user_config_path("jobfinder") / "settings.toml")


def load(environ: Mapping[str, str]) -> Settings:
    """The settings in force. Raises `UsageError`, naming file, field and what is allowed."""
    settings = from_environment(from_file(environ), environ)
    return replace(settings, ai=checked(with_keys(settings.ai, environ)))


def from_file(environ: Mapping[str, str]) -> Settings:
    """What the file says; the defaults where there is none."""
    path = settings_file(environ)
    if path.is_file():
        return document.parse(Settings, read(path), f"{WHAT} ({path})")
    if environ.get(FILE):
        raise UsageError(f"{FILE} names {path}, and there is no such file")
    return Settings()


def read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the settings file {path} cannot be read: {error}") from None


def from_environment(settings: Settings, environ: Mapping[str, str]) -> Settings:
    """`settings` with what the environment says on top."""
    paths = tuple(document.paths(Settings))
    for name in sorted(environ):
        field = _field(name.removeprefix(PREFIX), paths) if name.startswith(PREFIX) else None
        if field is not None:
            settings = document.set_field(settings, field, environ[name], f"the environment's {name}")
    return settings


def _field(variable: str, paths: Iterable[str]) -> str | None:
    """The one of `paths` that a variable (without its prefix) sets, with the name that it gives for a `*`."""
    if variable in SHORT:
        return SHORT[variable]
    for path in paths:
        head, table, tail = path.partition("*")
        found = re.fullmatch(f"{_upper(head)}([A-Z0-9_]+){_upper(tail)}", variable) if table else None
        if found:
            return f"{head}{found[1].lower()}{tail}"
        if variable == _upper(path):
            return path
    return None


def _upper(path: str) -> str:
    return path.replace(".", "_").upper()
