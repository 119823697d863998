"""What the door asks of whoever sends it: an allowance for each request, and a memory.

`http.Door` calls a `Visit`; the scheduler implements it on the store (lanes, archive). `FreeVisit` is the
implementation without a store, for `jobfinder doctor` and for tests.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

from jobfinder.errors import Later
from jobfinder.model import Record, Response


class Stored(Record, frozen=True):
    """A response remembered.

    `fetched_at` is epoch seconds. `fresh` says that an earlier attempt of this very step fetched it: it is read
    back instead of being asked for again.
    """

    response: Response
    fetched_at: float
    fresh: bool = False


class Visit(Protocol):
    """One step's allowance and memory.

    Keys: `robots:<scheme>://<host>` is to be shared by all steps; any other key is the asking entity's own.
    """

    def allow(self, lane: str) -> AbstractAsyncContextManager[None]:
        """Entered before every single request; holds a slot of `lane` while it is under way. May raise `Later`."""
        ...

    async def rest(self, lane: str, until: float, reason: str) -> None:
        """The host wants quiet: nobody uses `lane` before `until` (epoch seconds). May be called inside `allow`."""
        ...

    async def pace(self, lane: str, seconds: float) -> None:
        """The host's robots.txt asks for `seconds` between requests; 0 says that it does not (any more)."""
        ...

    async def recall(self, key: str) -> Stored | None:
        """What is remembered under `key`."""
        ...

    async def keep(self, key: str, response: Response) -> None:
        """Remember `response` under `key`, as fetched now."""
        ...


class FreeVisit:
    """A visit that is always allowed, one request a lane at a time, remembering in memory only.

    What it was told can be read from `asked` (lanes, in order), `rested` and `paced`.
    """

    def __init__(self, now: Callable[[], float], memory: dict[str, tuple[Response, float]] | None = None) -> None:
        self._now = now
        self._memory = {} if memory is None else memory
        self._kept_here: set[str] = set()
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.asked: list[str] = []
        self.rested: dict[str, float] = {}
        self.paced: dict[str, float] = {}

    def again(self) -> FreeVisit:
        """The next step's visit: the same memory, but nothing in it is fresh."""
        return FreeVisit(self._now, self._memory)

    @asynccontextmanager
    async def allow(self, lane: str) -> AsyncIterator[None]:
        """See `Visit`. A lane at rest raises `Later`."""
        if self.rested.get(lane, 0.0) > self._now():
            raise Later(f"{lane} is at rest", at=self.rested[lane], lane=lane)
        async with self._turns[lane]:
            self.asked.append(lane)
            yield

    async def rest(self, lane: str, until: float, reason: str) -> None:
        """See `Visit`."""
        self.rested[lane] = until

    async def pace(self, lane: str, seconds: float) -> None:
        """See `Visit`."""
        self.paced[lane] = seconds

    async def recall(self, key: str) -> Stored | None:
        """See `Visit`."""
        if key not in self._memory:
            return None
        response, fetched_at = self._memory[key]
        return Stored(response=response, fetched_at=fetched_at, fresh=key in self._kept_here)

    async def keep(self, key: str, response: Response) -> None:
        """See `Visit`."""
        self._memory[key] = (response, self._now())
        self._kept_here.add(key)
