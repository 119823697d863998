"""How fast the loop is when the steps do nothing: claim, plan, execute, commit with progress and decision row.

    PYTHONPATH=src .venv/bin/python benchmarks/loop.py [--quick] [--no-postgresql]

Beside DBOS on SQLite and Procrastinate on PostgreSQL, in alternating rounds of one run; then what a step costs when the
store holds ever more rows. Prints the medians with every round; asserts nothing. To add a rival, see `rivals`.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import noop
import report
import rivals
import rows
from jobfinder.app import JobFinder
from jobfinder.flow.worker import GROUP, Limits
from jobfinder.model import Record
from postgres import Server, settle
from report import Measured, heading, note

STEPS_OF_JOB = 3
CONCURRENCIES = (1, 10)
Fill = Callable[[JobFinder, int], None]
KINDS: tuple[tuple[str, Fill, bool], ...] = (
    ("future-dated", rows.future, False),
    ("done", rows.done, False),
    ("ready on one busy lane", rows.busy, True),
)


class Size(Record, frozen=True):
    """How much is measured: rounds, steps a round, and how many rows a store holds, on SQLite and on PostgreSQL."""

    rounds: int
    steps: int
    shipped_rounds: int
    shipped_steps: int
    scale_steps: int
    rows: tuple[int, ...]
    busy: tuple[int, ...]
    postgres_rows: tuple[int, ...]
    postgres_busy: tuple[int, ...]


QUICK = Size(
    rounds=3,
    steps=1_500,
    shipped_rounds=1,
    shipped_steps=300,
    scale_steps=3_000,
    rows=(1_000, 100_000),
    busy=(1_000, 10_000),
    postgres_rows=(),
    postgres_busy=(),
)
FULL = Size(
    rounds=5,
    steps=6_000,
    shipped_rounds=3,
    shipped_steps=900,
    scale_steps=3_000,
    rows=(1_000, 10_000, 100_000, 1_000_000),
    busy=(1_000, 10_000, 100_000),
    postgres_rows=(1_000, 1_000_000),
    postgres_busy=(1_000, 100_000),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="about a minute, with fewer rounds and rows")
    parser.add_argument("--no-postgresql", action="store_true", help="SQLite only")
    chosen = parser.parse_args()
    size = QUICK if chosen.quick else FULL
    report.machine()
    with tempfile.TemporaryDirectory(prefix="jobfinder-loop-") as folder:
        on_sqlite(Path(folder), size)
        scale("SQLite", size, size.rows, size.busy, partial(file, Path(folder)))
    if not chosen.no_postgresql:
        with Server() as server:
            on_postgres(server, size)
            if size.postgres_rows:
                scale("PostgreSQL", size, size.postgres_rows, size.postgres_busy, lambda _: server.create())


def file(folder: Path, name: str) -> str:
    """The address of a store in that folder."""
    return f"sqlite:///{folder / name}.db"


# ---------------------------------------------------------------- one store


def ours(store: str, steps: int) -> float:
    """Steps per second of our loop on a new store; handing in is not timed."""
    with noop.engine(store) as finder:
        noop.submit(finder, steps // STEPS_OF_JOB)
        settle(store)
        return rate(finder, steps)


def rate(finder: JobFinder, steps: int) -> float:
    """Steps per second until so many were committed, or nothing is due."""
    began = time.perf_counter()
    ran = asyncio.run(finder.run(Limits(until_idle=True, steps=steps)))
    return ran.steps / (time.perf_counter() - began)


# ---------------------------------------------------------------- beside others


def on_sqlite(folder: Path, size: Size) -> None:
    """Ours and DBOS, one after the other, round for round."""
    heading("No-op steps on SQLite")
    note(f"ours: WAL, synchronous=NORMAL; commits in groups of up to {GROUP}; {STEPS_OF_JOB} steps a job, one process")
    poll, per_workflow = rivals.POLL * 1000, rivals.STEPS_OF_WORKFLOW
    note(f"DBOS: a queue polled every {poll:.0f} ms, no limit of workers, {per_workflow} steps a workflow;")
    note("      timed from the first step to the last, without queueing, start and end")
    note(f"counted: {size.steps:,} steps a round on either side ({size.shipped_steps:,} for DBOS as it ships)")
    ours(file(folder, "warm"), 600)
    rivals.dbos(folder / "dbos-warm.db", 60, alike=True)
    mine, alike, shipped = [], [], []
    for turn in range(size.rounds):
        mine.append(ours(file(folder, f"ours-{turn}"), size.steps))
        alike.append(rivals.dbos(folder / f"dbos-{turn}.db", size.steps, alike=True))
        if turn < size.shipped_rounds:
            shipped.append(rivals.dbos(folder / f"dbos-shipped-{turn}.db", size.shipped_steps, alike=False))
    we = report.show(Measured("ours, SQLite", tuple(mine), "steps/s"))
    they = report.show(Measured("DBOS, SQLite, WAL and NORMAL as ours", tuple(alike), "steps/s"))
    theirs = report.show(Measured("DBOS, SQLite, as it ships (journal, FULL)", tuple(shipped), "steps/s"))
    report.ratio("ours : DBOS with the same pragmas", we.middle / they.middle, "≥ 5 ×")
    report.ratio("ours : DBOS as it ships", we.middle / theirs.middle, "≥ 5 ×")


def on_postgres(server: Server, size: Size) -> None:
    """Ours and Procrastinate on one server, round for round."""
    heading("No-op steps on PostgreSQL")
    note(server.settings())
    note("VACUUM ANALYZE on either side when the work has been handed in, before the clock starts")
    note(
        f"ours: one worker, one connection, commits in groups of up to {GROUP}; counted: steps, {STEPS_OF_JOB} to a job"
    )
    note("Procrastinate: one worker, async no-op jobs, psycopg connector; counted: jobs, from start until none is left")
    mine: list[float] = []
    theirs: dict[int, list[float]] = {one: [] for one in CONCURRENCIES}
    for turn in range(size.rounds + 1):
        mine.append(on(server, lambda url: ours(url, size.steps)))
        for concurrency in CONCURRENCIES:
            work = partial(procrastinate, jobs=size.steps, concurrency=concurrency)
            theirs[concurrency].append(on(server, work))
        if turn == 0:
            warm_up_is_over(mine, theirs)
    we = report.show(Measured("ours, PostgreSQL", tuple(mine), "steps/s"))
    for concurrency, found in theirs.items():
        they = report.show(Measured(f"Procrastinate, concurrency {concurrency}", tuple(found), "jobs/s"))
        report.ratio(f"ours : Procrastinate, concurrency {concurrency}", we.middle / they.middle, "≥ 3 ×")


def warm_up_is_over(mine: list[float], theirs: dict[int, list[float]]) -> None:
    """The first round is not counted."""
    mine.clear()
    for found in theirs.values():
        found.clear()


def procrastinate(url: str, jobs: int, concurrency: int) -> float:
    return asyncio.run(rivals.procrastinate(url, jobs, concurrency))


def on(server: Server, work: Callable[[str], float]) -> float:
    """Do `work` on a new database of the server."""
    url = server.create()
    try:
        return work(url)
    finally:
        server.drop(url)


# ---------------------------------------------------------------- ever more rows


def scale(where: str, size: Size, rows_: tuple[int, ...], busy: tuple[int, ...], create: Callable[[str], str]) -> None:
    """What a step costs with ever more rows in `work`, the stores taking turns."""
    heading(f"Cost of a step with ever more rows in `work`, {where}")
    note(f"{size.rounds} rounds after a warm-up, the stores taking turns; {size.scale_steps:,} steps of new jobs each")
    for label, fill, crowded in KINDS:
        counts = busy if crowded else rows_
        costs = cost(fill, counts, size, create)
        head = (f"rows {label}", "µs a step", "to the first", "target", "rounds (µs a step)")
        base = median(costs[counts[0]])
        report.table(head, [line(count, costs[count], base) for count in counts])


def line(count: int, found: Sequence[float], base: float) -> tuple[str, ...]:
    middle = median(found)
    rounds = ", ".join(f"{one:.0f}" for one in found)
    return (f"{count:,}", f"{middle:.0f}", f"{middle / base:.2f} ×", "≤ 1.5 ×", rounds)


def cost(fill: Fill, counts: Sequence[int], size: Size, create: Callable[[str], str]) -> dict[int, list[float]]:
    """Rows → microseconds a step, per round."""
    finders: dict[int, JobFinder] = {}
    found: dict[int, list[float]] = {count: [] for count in counts}
    try:
        for count in counts:
            url = create(f"{fill.__name__}-{count}")
            finders[count] = noop.engine(url)
            fill(finders[count], count)
            again(finders[count], -1, size.scale_steps)
            settle(url)
        for turn in range(size.rounds):
            for count in counts:
                found[count].append(again(finders[count], turn, size.scale_steps))
    finally:
        for finder in finders.values():
            finder.close()
    return found


def again(finder: JobFinder, turn: int, steps: int) -> float:
    """Hand in new jobs (not timed) and work them off: microseconds a step."""
    jobs = steps // STEPS_OF_JOB
    noop.submit(finder, jobs, first=(turn + 1) * jobs)
    return 1e6 / rate(finder, steps)


if __name__ == "__main__":
    main()
