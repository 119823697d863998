"""The seeker's own keys for boards that ask for one: put into a request as it goes out, taken out of what comes back.

Called by `http`, around the wire alone; the records are part of `jobfinder.settings`. Adapters write places like
`{adzuna.app_key}`. So requests, names of archived pages, messages and the log never hold a key. A key goes to the host
of its own board, by https, and nowhere else, whatever a page says. To add a board: a record, a field of `Keys`, its
host in HOSTS, and how to get a key in HOW.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.errors import Refused
from jobfinder.model import Record

if TYPE_CHECKING:  # Settings are loaded by every command, the wire by those that work.
    from jobfinder.outside.wire import Answer, Call


class Secret(Record, frozen=True):
    """Values that are never shown."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Adzuna(Secret, frozen=True):
    """The two parts of a key of developer.adzuna.com."""

    app_id: str = ""
    app_key: str = ""


class USAJobs(Secret, frozen=True):
    """A key of developer.usajobs.gov, and the mail address that it was given to."""

    email: str = ""
    key: str = ""


class Keys(Record, frozen=True):
    """All keys. An empty one is none."""

    adzuna: Adzuna = Adzuna()
    usajobs: USAJobs = USAJobs()


NO_KEYS = Keys()
HOSTS = {"api.adzuna.com": "adzuna", "data.usajobs.gov": "usajobs"}
"""Where a board's key may go → the field of `Keys`."""
HOW = {
    "adzuna": "Adzuna is asked with a key of your own, free at https://developer.adzuna.com",
    "usajobs": "USAJobs is asked with a key of your own, free at https://developer.usajobs.gov",
}
PLACE = re.compile(r"(?:\{|%7[bB])([a-z]{2,20})\.([a-z_]{2,20})(?:\}|%7[dD])")
SHORTEST = 6
"""Characters from which on a key is looked for in answers: shorter ones stand in any text."""


def filled(call: Call, keys: Keys) -> Call:
    """`call` as it is sent: with the keys of its host in their places. Its `target.url` stays without.

    Raises `Refused`, with what to set, where a key is missing or cannot be sent.
    """
    board = HOSTS.get(call.target.host)
    if board is None or call.target.scheme != "https":
        return call
    path = PLACE.sub(lambda place: quote(_key(keys, board, place), safe=""), call.target.path)
    headers = tuple((name, PLACE.sub(lambda place: _key(keys, board, place), value)) for name, value in call.headers)
    return replace(call, target=replace(call.target, path=path), headers=headers)


def emptied(answer: Answer, host: str, keys: Keys) -> Answer:
    """`answer` with the places again where it repeats the keys that `host` was sent."""
    board = HOSTS.get(host)
    body, headers = answer.body, answer.headers
    for field, key in _fields(keys, board) if board else ():
        place = f"{{{board}.{field}}}"
        for said in {key, quote(key, safe="")}:
            body = body.replace(said.encode(), place.encode())
            headers = tuple((name, value.replace(said, place)) for name, value in headers)
    return replace(answer, body=body, headers=headers)


def is_place(value: str) -> bool:
    """Does a key of the seeker's go here?"""
    return PLACE.fullmatch(value) is not None


def _fields(keys: Keys, board: str) -> list[tuple[str, str]]:
    group = getattr(keys, board)
    return [(field, key) for field in group.__struct_fields__ if len(key := getattr(group, field)) >= SHORTEST]


def _key(keys: Keys, board: str, place: re.Match[str]) -> str:
    """What goes into a place; a place of another board, or of none, is left as it is."""
    group = getattr(keys, board)
    if place[1] != board or place[2] not in group.__struct_fields__:
        return place[0]
    key = str(getattr(group, place[2]))
    if key and key.isascii() and key.isprintable():
        return key
    names = [f"keys.{board}.{field}" for field in group.__struct_fields__]
    environ = [f"JOBFINDER_{name.replace('.', '_').upper()}" for name in names]
    wrong = "is not set" if not key else "holds characters that no key has"
    raise Refused(
        f"{HOW[board]}: keys.{board}.{place[2]} {wrong}. Set {' and '.join(names)} in the settings file, or "
        f"{' and '.join(environ)}, and submit it again with --force"
    )
