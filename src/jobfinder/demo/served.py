"""Fixed answers at any address: recorded payloads under their own hosts, and whatever else a test wants served.

Told by `control`, asked by `server` before the routes. Thread-safe: the list is replaced, never changed.
"""

from __future__ import annotations

from collections.abc import Callable

from jobfinder.demo.answer import Answer
from jobfinder.demo.incoming import Incoming
from jobfinder.model import Record

Handler = Callable[[Incoming], Answer]


class Fixed(Record, frozen=True):
    """An address: `path` decoded, with all below it where it ends in `*`; `query` is how the query has to begin."""

    host: str
    path: str
    query: str
    handler: Handler


class Served:
    """The fixed answers; the most exact address wins, among equals the one told last."""

    def __init__(self) -> None:
        self._fixeds: tuple[Fixed, ...] = ()

    def put(self, fixed: Fixed) -> None:
        """Serve from now on."""
        kept = [known for known in self._fixeds if _address(known) != _address(fixed)]
        self._fixeds = tuple(sorted((fixed, *kept), key=_exactness, reverse=True))

    def find(self, asked: Incoming) -> Handler | None:
        """Who answers, or null."""
        if not self._fixeds:
            return None
        path, query = asked.path, asked.query
        return next((fixed.handler for fixed in self._fixeds if _is_at(fixed, asked.host, path, query)), None)


def _address(fixed: Fixed) -> tuple[str, str, str]:
    return fixed.host, fixed.path, fixed.query


def _exactness(fixed: Fixed) -> tuple[bool, int, int]:
    return not fixed.path.endswith("*"), len(fixed.path), len(fixed.query)


def _is_at(fixed: Fixed, host: str, path: str, query: str) -> bool:
    below = fixed.path.endswith("*") and path.startswith(fixed.path[:-1])
    return fixed.host == host and (below or path == fixed.path) and query.startswith(fixed.query)
