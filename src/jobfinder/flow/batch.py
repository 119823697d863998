"""One writing transaction of the flow: what it collects is written once, at the end, in a fixed order.

Every function of `spawn`, `apply`, `commit` and `submit` takes a `Batch` and writes through it.
"""

from __future__ import annotations

from collections.abc import Callable

from jobfinder.flow.seeker import Seeker
from jobfinder.store import entities, work
from jobfinder.store.db import Tx
from jobfinder.store.log import Log


class Batch:
    """`now` is the transaction's moment, `new_id` makes ticket ids."""

    def __init__(self, tx: Tx, now: float, seeker: Seeker, new_id: Callable[[], str]) -> None:
        self.tx = tx
        self.now = now
        self.seeker = seeker
        self.new_id = new_id
        self.log = Log(now)
        self._look: set[int] = set()

    def look(self, *ids: int) -> None:
        """The state behind these entities changed: they are planned again, later."""
        self._look.update(ids)

    def finish(self) -> None:
        """Write what was collected."""
        if self._look:
            ids = sorted(self._look)
            entities.touch(self.tx, ids, self.now)
            work.look(self.tx, ids, self.now)
            self._look = set()
        self.log.flush(self.tx)
