"""One step's visit to the web: its turns on the lanes, its memory, both kept in the store.

Implements `outside.visit.Visit` for the door; `execute` makes one per attempt. A turn that is far off, or a slot that
stays taken, ends the attempt as `Later`: what was fetched so far is archived, so the next attempt reads it back.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from jobfinder.errors import Later, Refused
from jobfinder.flow.batch import Batch
from jobfinder.flow.facts import JobFacts
from jobfinder.flow.lane import lane_row, next_turn
from jobfinder.flow.schedule import Task
from jobfinder.flow.unit import UnitOfWork, new_id
from jobfinder.model import Budget, Record, Response
from jobfinder.outside.visit import Stored
from jobfinder.store import lanes, pages, work
from jobfinder.store.db import Row

PATIENCE = 30.0
"""Seconds a step waits for a turn before it gives its place to others."""

POLL = 0.1
SLOT_SECONDS = 120.0
SHARED = 600.0
"""Seconds for which a page that another step fetched is as good as a new one."""
OWN = 6 * 3600.0
"""Seconds for which a page that an earlier attempt fetched is: as long as the longest pause between two attempts."""

ROBOTS = "robots:"
LARGE = 100_000
"""Bytes from which on packing and unpacking would be felt by everybody else on the event loop."""

A = TypeVar("A")
T = TypeVar("T")


class _Turn(Record, frozen=True):
    """Go, holding `slot` where one was needed; or come back `at`."""

    at: float
    slot: str | None = None
    go: bool = False


class StoreVisit:
    """The allowance of one claimed task. `requests` counts what was asked of the web, `received` bytes of answers."""

    def __init__(self, unit: UnitOfWork, task: Task, budget: Budget) -> None:
        self._unit = unit
        self._task = task
        self._budget = budget
        self._reserved = task.lane
        self.requests = 0
        self.received = 0

    @asynccontextmanager
    async def allow(self, lane: str) -> AsyncIterator[None]:
        """A turn on `lane`. The claim reserved the first on the task's own lane. Raises `Refused` beyond the budget."""
        self._check()
        slot = await self._wait_for(lane)
        self.requests += 1
        try:
            yield
        finally:
            if slot is not None:
                await self._unit.awrite(lambda batch: lanes.free_slot(batch.tx, slot))

    def _check(self) -> None:
        if self.requests >= self._budget.requests:
            raise Refused(f"stopped after {self.requests} requests: more are not made in one step")
        if self.received >= self._budget.bytes:
            raise Refused(f"stopped after {self.received:,} bytes: more are not fetched in one step")

    async def rest(self, lane: str, until: float, reason: str) -> None:
        """Nobody uses `lane` before `until`."""
        await self._unit.awrite(lambda batch: lanes.rest(batch.tx, lane, until, reason))

    async def pace(self, lane: str, seconds: float) -> None:
        """The host wants more time between requests than we take."""
        if seconds > 0:
            await self._unit.awrite(lambda batch: lanes.pace(batch.tx, lane, seconds))

    async def recall(self, key: str) -> Stored | None:
        """The archived page; fresh where this attempt may use it instead of asking the web."""
        row = await self._unit.aread(lambda tx: pages.get(tx, key))
        if row is None:
            return None
        return Stored(response=await unpacked(row), fetched_at=row["fetched_at"], fresh=self._is_fresh(key, row))

    async def keep(self, key: str, response: Response) -> None:
        """Archive a page as fetched now. One that belongs to a task is kept only by whoever holds that task."""
        entity_id = None if key.startswith(ROBOTS) else self._task.entity_id
        packed = await beside(pages.pack, response.body, large=len(response.body) >= LARGE)

        def inside(batch: Batch) -> None:
            if entity_id is None or work.is_held(batch.tx, entity_id, self._task.fence):
                pages.put(batch.tx, key, entity_id, response, batch.now, packed)

        await self._unit.awrite(inside)

    def _is_fresh(self, key: str, row: Row) -> bool:
        if key.startswith(ROBOTS):
            return False
        facts, fetched_at = self._task.facts, row["fetched_at"]
        mine = row["entity_id"] == self._task.entity_id
        if facts.forced_at is not None and (
            fetched_at < facts.forced_at or (fetched_at == facts.forced_at and not mine)
        ):
            return False
        age = abs(self._unit.clock.now() - fetched_at)
        if mine:
            return bool(row["fresh"]) and age < OWN
        # A second look must be a look of its own: it may not lean on the page that raised the doubt.
        first_look = not isinstance(facts, JobFacts) or facts.posting_hash is None
        return first_look and age < SHARED

    async def _wait_for(self, lane: str) -> str | None:
        """Wait for a turn; returns the slot to give back. Raises `Later` where patience ends."""
        if lane == self._reserved:
            self._reserved = ""
            return None
        clock = self._unit.clock
        until = clock.now() + PATIENCE
        while True:
            turn = await self._unit.awrite(lambda batch: self._take(batch, lane))
            if turn.go:
                await clock.sleep_until(turn.at)
                return turn.slot
            if turn.at > until:
                raise Later(f"{lane.removeprefix('host:')} is busy", at=turn.at)
            await clock.sleep_until(turn.at)

    def _take(self, batch: Batch, lane: str) -> _Turn:
        """Reserve one token of the lane, and a slot unless the task itself counts as the one in flight there."""
        row = lanes.get(batch.tx, lane)
        if row is None:
            made = lane_row(lane)
            lanes.ensure(batch.tx, lane, made["interval"], made["cap"])
            row = lanes.get(batch.tx, lane)
            assert row is not None
        now = batch.now
        if row["rest_until"] > now:
            return _Turn(at=row["rest_until"])
        mine = lane == self._task.lane
        if not mine and row["cap"] is not None and lanes.used(batch.tx, lane, now) >= row["cap"]:
            return _Turn(at=now + POLL)
        at = next_turn(row, now)
        if at > now + PATIENCE:
            return _Turn(at=at)
        lanes.reserve(batch.tx, lane, at + row["interval"])
        if mine:
            return _Turn(at=at, go=True)
        slot = new_id()
        lanes.take_slot(batch.tx, slot, lane, at + SLOT_SECONDS)
        return _Turn(at=at, slot=slot, go=True)


async def unpacked(row: Row) -> Response:
    """The archived response."""
    return await beside(pages.response, row, large=len(row["body"]) >= LARGE)


async def beside(work: Callable[[A], T], given: A, *, large: bool) -> T:
    """What `work` makes of it; beside the event loop where that takes its time."""
    return await asyncio.to_thread(work, given) if large else work(given)
