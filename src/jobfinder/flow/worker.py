"""The embedded worker: claims what may run, executes it, commits in groups, until told to stop. One asyncio loop.

It is never the truth: killed anywhere, the next one finds the leases run out and goes on. [guarded]
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from jobfinder.errors import StepError
from jobfinder.flow.batch import Batch
from jobfinder.flow.commit import Committed, Result, commit_group
from jobfinder.flow.deliver import Deliver, deliver_due
from jobfinder.flow.execute import Executor, givens
from jobfinder.flow.holder import take_over
from jobfinder.flow.plan.pipeline import CPU
from jobfinder.flow.schedule import Claimed, Task, claim
from jobfinder.flow.unit import UnitOfWork
from jobfinder.model import Record, Step
from jobfinder.steps.interface import Given
from jobfinder.store import lanes, results, work
from jobfinder.store.db import Tx

LEASE = 60.0
SLOTS = 64
GROUP = 128
IDLE_POLL = 1.0
BUSY_POLL = 0.05


class Progress(Record, frozen=True):
    """What just happened, for whoever watches: results that were committed, and how many steps are under way."""

    results: tuple[Result, ...]
    running: int


class Ran(Record, frozen=True):
    """A run: steps committed, web requests made, and when the next work is due (null: nothing is planned)."""

    steps: int = 0
    requests: int = 0
    failures: int = 0
    next_due: float | None = None


class Limits(Record, frozen=True):
    """When to stop: once idle, after so many steps, at a moment, or as soon as `enough` says so."""

    until_idle: bool = False
    steps: int | None = None
    until: float | None = None
    enough: Callable[[], bool] | None = None


class Worker:
    """One worker. `holder` names it in leases; `watch` is told of results, `deliver` of outstanding matches."""

    def __init__(
        self,
        unit: UnitOfWork,
        executor: Executor,
        holder: str,
        watch: Callable[[Progress], None] | None = None,
        deliver: Deliver | None = None,
    ) -> None:
        self._unit = unit
        self._executor = executor
        self._holder = holder
        self._watch = watch
        self._deliver = deliver
        self._running: set[asyncio.Task[Result]] = set()
        self._steps = 0
        self._requests = 0
        self._failures = 0

    async def run(self, limits: Limits) -> Ran:
        """Work within `limits`. Raises `StoreError`; then what was under way is given up and will be claimed again."""
        heart = asyncio.create_task(self._beat())
        try:
            await self._tell()
            while not self._over(limits):
                if not await self._turn(limits):
                    break
        finally:
            await stop(heart)
            await self._wind_up()
        due = await self._next_due()
        return Ran(steps=self._steps, requests=self._requests, failures=self._failures, next_due=due)

    def _over(self, limits: Limits) -> bool:
        if limits.steps is not None and self._steps >= limits.steps:
            return True
        if limits.until is not None and self._unit.clock.now() >= limits.until:
            return True
        return limits.enough is not None and limits.enough()

    # ------------------------------------------------------------ one turn of the loop

    async def _turn(self, limits: Limits) -> bool:
        """Claim, execute, commit. Returns whether to go on."""
        free = self._free(limits)
        claimed, given = await self._claim(free)
        inline = [task for task in claimed.tasks if task.lane == CPU]
        for task in claimed.tasks:
            if task.lane != CPU:
                self._running.add(asyncio.create_task(self._executor.run(task, given[task.entity_id])))
        results = [await self._executor.run(task, given[task.entity_id]) for task in inline]
        results += self._finished()
        if results:
            await self._commit(results)
        elif self._running and not claimed.looked:
            await self._wait_for_running()
        elif not claimed.tasks and not claimed.looked:
            return await self._rest(limits)
        return True

    def _free(self, limits: Limits) -> int:
        room = GROUP if len(self._running) < SLOTS else 0
        if limits.steps is None:
            return room
        return min(room, limits.steps - self._steps - len(self._running))

    async def _claim(self, free: int) -> tuple[Claimed, dict[int, Given]]:
        def inside(batch: Batch) -> tuple[Claimed, dict[int, Given]]:
            work.renew(batch.tx, self._holder, batch.now + LEASE)
            web = max(SLOTS - len(self._running), 0)
            claimed = claim(batch, free, web, self._holder, LEASE)
            return claimed, givens(batch.tx, claimed.tasks, batch.seeker, batch.now)

        return await self._unit.awrite(inside)

    def _finished(self) -> list[Result]:
        done = {task for task in self._running if task.done()}
        self._running -= done
        return [task.result() for task in done]

    async def _commit(self, results: Sequence[Result]) -> None:
        committed = await self._unit.call(lambda: commit_group(self._unit.write, results))
        self._count(results, committed)
        if any(result.task.step is Step.SAVE for result in results):
            await self._tell()
        if self._watch is not None:
            self._watch(Progress(results=tuple(results), running=len(self._running)))

    async def _tell(self) -> None:
        if self._deliver is not None:
            await deliver_due(self._unit, self._deliver)

    def _count(self, results: Sequence[Result], committed: Committed) -> None:
        self._steps += len(committed.done)
        self._requests += sum(result.requests for result in results)
        self._failures += sum(isinstance(result.error, StepError) for result in results)

    # ------------------------------------------------------------ pauses

    async def _wait_for_running(self) -> None:
        """Until a step ends, or a lane with work has its next turn."""
        now = self._unit.clock.now()
        at = await self._next_turn()
        timer = asyncio.create_task(self._unit.clock.sleep_until(now + IDLE_POLL if at is None else at))
        await asyncio.wait({*self._running, timer}, return_when=asyncio.FIRST_COMPLETED)
        await stop(timer)

    async def _rest(self, limits: Limits) -> bool:
        """Nothing can run now. Returns whether anything may come that is worth staying for."""
        now = self._unit.clock.now()
        at = await self._next_turn()
        if at is not None:
            await self._unit.clock.sleep_until(max(at, now + BUSY_POLL))
            return True
        if await self._unit.aread(lambda tx: work.leased(tx) > 0):
            # Somebody else is at it; if that is a process that has just been killed, nobody is.
            await self._unit.awrite(take_over)
            await self._unit.clock.sleep_until(now + IDLE_POLL)
            return True
        if limits.until_idle:
            return False
        await self._tell()
        due = await self._next_due()
        moments = [moment for moment in (due, limits.until, now + IDLE_POLL) if moment is not None]
        await self._unit.clock.sleep_until(max(min(moments), now + BUSY_POLL))
        return True

    async def _next_turn(self) -> float | None:
        """When a lane that has work and is not resting has its next turn."""
        return await self._unit.aread(lambda tx: lanes.next_turn(tx, self._unit.clock.now()))

    async def _next_due(self) -> float | None:
        """When there is something to do again: work, a lane that has rested, an alert that nobody acknowledged."""
        now = self._unit.clock.now()

        def inside(tx: Tx) -> list[float | None]:
            alert = None if self._deliver is None else results.next_delivery(tx)
            ready = now if lanes.is_open(tx, now) or work.is_to_look(tx) else None
            return [ready, work.next_due(tx), lanes.next_rest_end(tx, now), alert]

        return min((at for at in await self._unit.aread(inside) if at is not None), default=None)

    # ------------------------------------------------------------ leases

    async def _beat(self) -> None:
        """Keep our leases alive while steps take their time."""
        while True:
            await asyncio.sleep(LEASE / 4)
            await self._unit.awrite(lambda batch: work.renew(batch.tx, self._holder, batch.now + LEASE))

    async def _wind_up(self) -> None:
        """Steps under way are given up: their leases end now, so that whoever comes next may take them."""
        for task in self._running:
            task.cancel()
        if self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
        self._running = set()
        await self._unit.awrite(lambda batch: work.expire(batch.tx, self._holder))


async def stop(task: asyncio.Task[None]) -> None:
    """Cancel and wait."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


__all__ = ["Limits", "Progress", "Ran", "Task", "Worker"]
