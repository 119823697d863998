"""Invariant 3 at its seam: whichever statement fails, nothing of its transaction is there, and the next try finishes.

A `Brittle` database stands between the unit of work and the real one. It fails the k-th statement, or at the COMMIT, or
right after it (the answer is lost, the state is not). Every operation is failed at every place, on both databases.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
import pytest

from clock import ManualClock
from flow.script import COMPANIES, JOBS, SOURCES, STARTS_AT, Ending, NoDoor, perform
from flow.sound import differences, dump, unsound
from jobfinder.app import JobFinder
from jobfinder.errors import StoreError
from jobfinder.flow.commit import Committed, Result, commit_group
from jobfinder.flow.execute import Executor, givens, local_analyst
from jobfinder.flow.plan.pipeline import CPU
from jobfinder.flow.schedule import Task, claim
from jobfinder.match import prefs as prefs_module
from jobfinder.model import JobQueueItem, Record
from jobfinder.settings import Settings
from jobfinder.steps import STEPS
from jobfinder.steps.interface import Found, Given, Outside
from jobfinder.store.db import Database, Sqlite, Tx

T = TypeVar("T")
LEASE = 60.0
MOST_STATEMENTS = 2_000
BEFORE_COMMIT, AFTER_COMMIT = "before the COMMIT", "after the COMMIT"


class BrittleTx:
    """A transaction whose statements are counted, and one of which fails."""

    def __init__(self, tx: Any, owner: Brittle) -> None:
        self._tx = tx
        self._owner = owner

    def all(self, sql: str, **params: Any) -> list[Any]:
        self._owner.count()
        return list(self._tx.all(sql, **params))

    def one(self, sql: str, **params: Any) -> Any:
        self._owner.count()
        return self._tx.one(sql, **params)

    def run(self, sql: str, **params: Any) -> int:
        self._owner.count()
        return int(self._tx.run(sql, **params))

    def many(self, sql: str, rows: Sequence[dict[str, Any]]) -> None:
        self._owner.count()
        self._tx.many(sql, rows)

    @property
    def savepoint(self) -> Callable[[], Any]:
        found: Callable[[], Any] = self._tx.savepoint
        return found


class Brittle:
    """A database that fails once, where it is told to: at the n-th statement from now, or around the COMMIT."""

    def __init__(self, real: Database) -> None:
        self.real = real
        self.shown = real.shown
        self.error: type[Exception] = sqlite3.OperationalError if isinstance(real, Sqlite) else LostError
        self.where: int | str | None = None
        self.broke = False

    def fail(self, where: int | str | None) -> None:
        self.where, self.broke = where, False

    def count(self) -> None:
        if isinstance(self.where, int):
            self.where -= 1
            if self.where == 0:
                self.break_()

    def break_(self) -> None:
        self.where, self.broke = None, True
        raise self.error("disk I/O error")

    def write(self, work: Callable[[Any], T], *, durable: bool = False) -> T:
        def inside(tx: Any) -> T:
            result = work(BrittleTx(tx, self))
            if self.where == BEFORE_COMMIT:
                self.break_()
            return result

        result = self.real.write(inside, durable=durable)
        if self.where == AFTER_COMMIT:
            self.where, self.broke = None, True
            raise StoreError("the connection was lost before the answer came")
        return result

    @contextmanager
    def read(self) -> Iterator[Tx]:
        with self.real.read() as tx:
            yield BrittleTx(tx, self)

    def engine_url(self) -> Any:
        return self.real.engine_url()

    def version(self) -> str | None:
        return self.real.version()

    def check(self) -> str | None:
        return self.real.check()

    def close(self) -> None:
        self.real.close()


class LostError(psycopg.OperationalError):
    """The server has gone away."""


# ---------------------------------------------------------------- the operations


class Bench:
    """An engine on a brittle store, with scripted steps."""

    def __init__(self, url: str) -> None:
        self.clock = ManualClock(STARTS_AT)
        self.finder = JobFinder.open(url, clock=self.clock, settings=Settings())
        self.unit = self.finder.unit
        self.brittle = Brittle(self.unit.database)
        self.unit.database = self.brittle
        self.executor = Executor(self.unit, NoDoor(), local_analyst, dict.fromkeys(STEPS, self.step))
        self.endings: Iterator[Ending] = iter(())
        self.lane = CPU

    async def step(self, given: Given, outside: Outside) -> Found:
        return perform(given, next(self.endings, Ending(kind="found")), self.lane)

    def claim(self) -> tuple[tuple[Task, ...], dict[int, Given]]:
        def inside(batch: Any) -> tuple[tuple[Task, ...], dict[int, Given]]:
            tasks = claim(batch, 10, 10, "w1", LEASE).tasks
            return tasks, givens(batch.tx, tasks, batch.seeker, batch.now)

        return self.unit.write(inside)

    def execute(self, *endings: Ending) -> list[Result]:
        """Claim what may run, and run it."""
        tasks, given = self.claim()
        self.endings = iter(endings)
        results = []
        for task in tasks:
            self.lane = task.lane
            results.append(asyncio.run(self.executor.run(task, given[task.entity_id])))
        return results

    def commit(self, results: Sequence[Result]) -> Committed:
        return commit_group(self.unit.write, results)

    def work(self, turns: int, *endings: Ending) -> None:
        for _ in range(turns):
            results = self.execute(*endings)
            if results:
                self.commit(results)
            self.clock.advance(2.0)

    def settle(self) -> None:
        for _ in range(200):
            self.work(1)
            self.clock.advance(LEASE)
            if not self.finder.items(status="live"):
                return
        raise AssertionError(self.finder.items(status="live"))


class Operation(Record, frozen=True):
    """Something that is done in one transaction. `begin` prepares the bench and returns what is then done."""

    name: str
    begin: Callable[[Bench], Callable[[], Any]]


def submit_many(bench: Bench) -> Callable[[], Any]:
    data = {"title": "Engineer", "company": "Acme", "description": "We build services."}
    wanted = [
        JobQueueItem(type="job", id="one", url=JOBS[0], scraped_data=data),
        JobQueueItem(type="job", id="two", url=JOBS[2]),
        JobQueueItem(type="company", id="three", url=COMPANIES[1].website, company_name=COMPANIES[1].name),
        JobQueueItem(type="source", id="four", url=SOURCES[1]),
    ]
    return lambda: bench.finder.submit_all(wanted)


def submit_again(bench: Bench) -> Callable[[], Any]:
    submit_many(bench)()
    bench.work(6)
    return lambda: bench.finder.submit(JobQueueItem(type="job", id="again", url=JOBS[0]), force=True)


def claim_some(bench: Bench) -> Callable[[], Any]:
    submit_many(bench)()
    return bench.claim


def reap_and_claim(bench: Bench) -> Callable[[], Any]:
    submit_many(bench)()
    bench.claim()
    bench.clock.advance(2 * LEASE)
    return bench.claim


def plan_again(bench: Bench) -> Callable[[], Any]:
    submit_many(bench)()
    bench.work(2)
    bench.finder.set_preferences(prefs_module.from_toml('[keywords]\nexcluded = ["COBOL"]'))
    return lambda: bench.unit.write(lambda batch: claim(batch, 0, 0, "w1", LEASE).looked)


def commit_kinds(*endings: Ending, turns: int = 0) -> Callable[[Bench], Callable[[], Any]]:
    def begin(bench: Bench) -> Callable[[], Any]:
        submit_many(bench)()
        bench.work(turns)
        results = bench.execute(*endings)
        assert results
        return lambda: bench.commit(results)

    return begin


def preferences(bench: Bench) -> Callable[[], Any]:
    submit_many(bench)()
    bench.work(3)
    return lambda: bench.finder.set_preferences(prefs_module.from_toml("min_score = 60"))


def resync(bench: Bench) -> Callable[[], Any]:
    submit_many(bench)()
    bench.work(3)
    bench.unit.write(lambda batch: batch.tx.run("DELETE FROM work"))
    return bench.finder.resync


ONE_TRANSACTION = [
    Operation(name="submit", begin=submit_many),
    Operation(name="submit-again", begin=submit_again),
    Operation(name="claim", begin=claim_some),
    Operation(name="reap", begin=reap_and_claim),
    Operation(name="plan", begin=plan_again),
    Operation(name="preferences", begin=preferences),
    Operation(name="commit-found", begin=commit_kinds(Ending(kind="found", pick=4))),
    Operation(name="commit-saves", begin=commit_kinds(Ending(kind="found", pick=2), turns=3)),
    Operation(name="commit-spawns", begin=commit_kinds(*[Ending(kind="other", pick=5)] * 4)),
    Operation(name="commit-merges", begin=commit_kinds(*[Ending(kind="found", pick=7)] * 4)),
    Operation(
        name="commit-failures",
        begin=commit_kinds(Ending(kind="later", pick=1), Ending(kind="gone-certain"), Ending(kind="refused")),
    ),
]


@pytest.fixture
def bench(store_url: str) -> Iterator[Bench]:
    made = Bench(store_url)
    yield made
    made.finder.close()


def failure_of(do: Callable[[], Any]) -> StoreError | None:
    """What became of it: the error, or null for success."""
    try:
        do()
    except StoreError as error:
        return error
    return None


def places() -> Iterator[int | str]:
    """Before the COMMIT, then at the first statement, the second …"""
    yield BEFORE_COMMIT
    yield from range(1, MOST_STATEMENTS)


@pytest.mark.parametrize("operation", ONE_TRANSACTION, ids=lambda operation: operation.name)
def test_a_statement_that_fails_leaves_nothing_and_the_next_try_finishes(bench: Bench, operation: Operation) -> None:
    do = operation.begin(bench)
    before = dump(bench.unit.database)
    failed = 0
    for place in places():
        bench.brittle.fail(place)
        error = failure_of(do)
        if error is None:
            break
        assert "\n" not in str(error)
        assert dump(bench.unit.database) == before, f"something was left by a failure at {place}"
        failed += 1
    assert not bench.brittle.broke, "a failure was passed over"
    bench.brittle.fail(None)
    assert failed > 5
    assert dump(bench.unit.database) != before
    assert bench.unit.read(unsound) == []
    assert differences(bench.unit) == []
    bench.settle()


@pytest.mark.parametrize("operation", ONE_TRANSACTION, ids=lambda operation: operation.name)
def test_an_answer_that_is_lost_after_the_commit_is_no_loss(bench: Bench, operation: Operation) -> None:
    do = operation.begin(bench)
    bench.brittle.fail(AFTER_COMMIT)
    with pytest.raises(StoreError):
        do()
    written = dump(bench.unit.database, "decision", "sequence", "document")
    assert bench.unit.read(unsound) == []
    again = do()
    if isinstance(again, Committed):
        assert (again.done, again.spoilt) == ((), {})
        assert dump(bench.unit.database, "decision", "sequence", "document") == written, "it was done twice"
    assert bench.unit.read(unsound) == []
    bench.clock.advance(2 * LEASE)
    bench.settle()
    ids = [item["id"] for item in bench.finder.items()]
    assert len(ids) == len(set(ids))


def test_resync_that_fails_anywhere_is_finished_by_the_next(bench: Bench) -> None:
    """A resync is several transactions: each is whole or not at all, and what is done need not be done again."""
    do = resync(bench)
    for place in range(1, MOST_STATEMENTS):
        bench.brittle.fail(place)
        if failure_of(do) is None:
            break
        bench.unit.write(lambda batch: batch.tx.run("DELETE FROM work"))
    bench.brittle.fail(None)
    assert place > 5
    assert bench.unit.read(unsound) == []
    assert differences(bench.unit) == []
    bench.settle()


@pytest.mark.parametrize("every", [5, 7, 13, 29])
def test_work_goes_on_although_every_so_often_a_statement_fails(bench: Bench, every: int) -> None:
    """A store that fails again and again: what was claimed is claimed again, and nothing runs twice once committed."""
    submit_many(bench)()
    for turn in range(300):
        bench.brittle.fail(every + turn % 11)
        if failure_of(lambda: bench.work(1)) is not None:
            bench.clock.advance(2 * LEASE)
        if turn % 20 == 19 and not live(bench):
            break
    bench.brittle.fail(None)
    bench.settle()
    assert bench.unit.read(unsound) == []
    rows = bench.unit.read(
        lambda tx: tx.all(
            """
            SELECT entity_id, step, COUNT(*) AS n FROM decision WHERE event = 'ran' GROUP BY entity_id, step
            """
        )
    )
    runs = {(row["entity_id"], row["step"]): row["n"] for row in rows}
    stored = bench.unit.read(lambda tx: tx.all("SELECT entity_id, step, runs FROM progress"))
    assert {(row["entity_id"], row["step"]): row["runs"] for row in stored} == runs


def live(bench: Bench) -> bool:
    bench.brittle.fail(None)
    return bool(bench.finder.items(status="live"))
