"""The unit of work: every writing transaction of the flow runs in one, with its moment, its seeker and its log.

`app` makes one per open store; `worker`, `visit` and the faces' calls go through it. Calls from the event loop use
the `async` forms, which run on one thread of their own, so that a slow disk or a locked database stalls nobody.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from jobfinder.errors import DisconnectedError
from jobfinder.flow.batch import Batch
from jobfinder.flow.clock import Clock
from jobfinder.flow.seeker import Seekers
from jobfinder.store.db import Database, Tx

T = TypeVar("T")


def new_id() -> str:
    """A ticket id nobody else has."""
    return uuid.uuid4().hex


class UnitOfWork:
    """Transactions on `database` at the time of `clock`."""

    def __init__(self, database: Database, clock: Clock, seekers: Seekers) -> None:
        self.database = database
        self.clock = clock
        self.seekers = seekers
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")

    def close(self) -> None:
        """Wait for the last statement, then close the database."""
        self._thread.shutdown(wait=True)
        self.database.close()

    def write(self, work: Callable[[Batch], T]) -> T:
        """Run `work` in one writing transaction: all of it, or nothing. Raises `StoreError`."""

        def inside(tx: Tx) -> T:
            batch = Batch(tx, self.clock.now(), self.seekers.load(tx), new_id)
            result = work(batch)
            batch.finish()
            return result

        return self.database.write(inside)

    def read(self, work: Callable[[Tx], T]) -> T:
        """Run `work` on a consistent snapshot, again if the connection was lost. Raises `StoreError`."""
        try:
            return self._read(work)
        except DisconnectedError:
            return self._read(work)

    def _read(self, work: Callable[[Tx], T]) -> T:
        with self.database.read() as tx:
            return work(tx)

    async def awrite(self, work: Callable[[Batch], T]) -> T:
        """As `write`, off the event loop."""
        return await self.call(lambda: self.write(work))

    async def aread(self, work: Callable[[Tx], T]) -> T:
        """As `read`, off the event loop."""
        return await self.call(lambda: self.read(work))

    async def call(self, work: Callable[[], T]) -> T:
        """Anything that uses the database, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
