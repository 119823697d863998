"""What the web was asked: the record by which tests count requests. Written by `server`; thread-safe."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from fnmatch import fnmatchcase

from jobfinder.model import Record

KEPT = 1_000_000


class Asked(Record, frozen=True):
    """One request: `at` in epoch seconds, `path` with its query, `conditional` when the client held a copy."""

    at: float
    method: str
    host: str
    path: str
    status: int
    user_agent: str
    conditional: bool

    @property
    def robots(self) -> bool:
        """Whether robots.txt was asked for."""
        return self.path.partition("?")[0] == "/robots.txt"


class RequestLog:
    """The requests in order of arrival; only the last million are kept."""

    def __init__(self) -> None:
        self._kept: deque[Asked] = deque(maxlen=KEPT)

    def add(self, asked: Asked) -> None:
        """One more."""
        self._kept.append(asked)

    def reset(self) -> None:
        """Begin anew."""
        self._kept.clear()

    def all(self) -> tuple[Asked, ...]:
        """Everything until now."""
        # `copy` is one operation under the interpreter's lock, whatever the server appends meanwhile.
        return tuple(self._kept.copy())


def count(log: Iterable[Asked], host: str | None, path_contains: str | None, robots: bool) -> int:
    """How many are to hosts like `host` (a pattern), with `path_contains` in the path; robots.txt only if wanted."""
    return sum(
        (robots or not asked.robots)
        and (host is None or fnmatchcase(asked.host, host))
        and (path_contains is None or path_contains in asked.path)
        for asked in log
    )
