"""Fixtures of the tests of the command line: `cli` runs it in-process; `known` is a store with the demo's findings."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from clock import ManualClock
from jobfinder.app import JobFinder
from jobfinder.demo.seeker import PREFERENCES, PROFILE
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.faces.cli import main
from jobfinder.match import prefs, profile
from jobfinder.settings import Settings

HOUR = 3600.0
NOBODY = "*=127.0.0.1:9"
"""No test asks anybody outside; one that needs a web says so."""


class Ran(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on stdout."""
        return msgspec.json.decode(self.out)


Cli = Callable[..., Ran]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user without settings or network, with an own, empty store, at a terminal 80 columns wide."""
    for name in [name for name in os.environ if name.startswith("JOBFINDER_")]:
        monkeypatch.delenv(name)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("JOBFINDER_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.setenv("JOBFINDER_CONNECT_TO", NOBODY)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command line as the entry point does."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def web() -> Iterator[DemoWeb]:
    """The demo's web, as it was made; nobody changes it."""
    with DemoWeb(World.make()) as served:
        yield served


@pytest.fixture(scope="session")
def found(web: DemoWeb, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store in which the demo's seeker has submitted a posting, a company and a board, all settled."""
    path = tmp_path_factory.mktemp("found") / "store.db"
    clock = ManualClock(time.time() - HOUR)
    with JobFinder.open(f"sqlite:///{path}", clock=clock, settings=Settings(), connect_to=[web.connect_to]) as finder:
        finder.set_profile(profile.from_toml(PROFILE))
        finder.set_preferences(prefs.from_toml(PREFERENCES))
        finder.submit_all([posting_of(web), site_of(web), board_of(web), careers_of(web)])
        asyncio.run(finder.run_until_idle())
    return path


@pytest.fixture
def known(found: Path, tmp_path: Path, web: DemoWeb, monkeypatch: pytest.MonkeyPatch) -> DemoWeb:
    """`found` is the store of the commands that follow, and the web is there; returns the web."""
    shutil.copyfile(found, tmp_path / "store.db")
    monkeypatch.setenv("JOBFINDER_CONNECT_TO", web.connect_to)
    return web


def posting_of(web: DemoWeb) -> str:
    """A posting on a board."""
    return web.world.urls()[0]


def site_of(web: DemoWeb) -> str:
    """A company's site."""
    return web.world.urls()[2]


def board_of(web: DemoWeb) -> str:
    """A board."""
    return web.world.urls()[3]


def careers_of(web: DemoWeb) -> str:
    """A page that is no posting, but lists some."""
    return f"https://{web.company('page').host}/jobs"
