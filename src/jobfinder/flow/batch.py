"""One writing transaction of the flow: what it collects is written once, at the end, in a fixed order.

Every function of `spawn`, `apply`, `commit` and `submit` takes a `Batch` and writes through it.
"""

from __future__ import annotations

from collections.abc import Callable

from jobfinder.flow.seeker import Seeker
from jobfinder.steps.interface import Employer
from jobfinder.store import entities, work
from jobfinder.store.db import Tx
from jobfinder.store.log import Log


class Batch:
    """`now` is the transaction's moment, `new_id` makes ticket ids, `employers` are the companies asked for so far."""

    def __init__(self, tx: Tx, now: float, seeker: Seeker, new_id: Callable[[], str]) -> None:
        self.tx = tx
        self.now = now
        self.seeker = seeker
        self.new_id = new_id
        self.log = Log(now)
        self.gone: set[int] = set()
        self.employers: dict[Employer, int | None] = {}
        self._look: set[int] = set()
        self._touched: set[int] = set()

    def look(self, *ids: int) -> None:
        """The state behind these entities changed: they are planned again, later."""
        self._look.update(ids)
        self._touched.update(ids)

    def plan_again(self, *ids: int) -> None:
        """Something around these entities changed: they are planned again, and what was due stays due since then."""
        self._look.update(ids)

    def is_to_look(self, id_: int) -> bool:
        """Did anything change that this entity was not planned with?"""
        return id_ in self._look

    def merged(self, winner: int, loser: int) -> None:
        """`loser` is no more: what was collected for it is the winner's."""
        self.gone.add(loser)
        self.employers.clear()
        self.log.move(loser, winner)
        self.look(winner)

    def finish(self) -> None:
        """Write what was collected."""
        if self._look:
            entities.touch(self.tx, sorted(self._touched - self.gone), self.now)
            work.look(self.tx, sorted(self._look - self.gone), self.now)
            self._look, self._touched = set(), set()
        self.log.flush(self.tx)
