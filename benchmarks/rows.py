"""Fills a store with rows of `work`, to see what a step costs when there are very many. Used by `loop`.

The rows are written by SQL, as the flow would have left them: each with an entity of its own.
"""

from __future__ import annotations

from jobfinder.app import JobFinder
from jobfinder.flow.batch import Batch
from jobfinder.flow.lane import lane_row
from jobfinder.store import lanes

DAY = 86_400.0
BUSY = "host:busy.example"
SPREAD = 30 * 86_400
AT_ONCE = 100_000


def future(finder: JobFinder, count: int) -> None:
    """Rows that become due over the thirty days from tomorrow on."""
    fill(finder, count, state="future", verdict="success", due=DAY)


def done(finder: JobFinder, count: int) -> None:
    """Rows with nothing left to do."""
    fill(finder, count, state="done", verdict="success", due=None)


def busy(finder: JobFinder, count: int) -> None:
    """Rows that are ready, all on the lane of one host, which serves one a second."""
    fill(finder, count, state="ready", verdict=None, due=-DAY)

    def offer(batch: Batch) -> None:
        lanes.offer(batch.tx, [{**lane_row(BUSY), "head": batch.now}])

    finder.unit.write(offer)


def fill(finder: JobFinder, count: int, *, state: str, verdict: str | None, due: float | None) -> None:
    """Write `count` rows in that state; `due` is counted in seconds from now, and spread out."""
    for first in range(0, count, AT_ONCE):
        last = min(first + AT_ONCE, count)
        finder.unit.write(lambda batch, a=first, b=last: write(batch, a, b, state, verdict, due))  # type: ignore[misc]


def write(batch: Batch, first: int, last: int, state: str, verdict: str | None, due: float | None) -> None:
    """The rows with the numbers from `first` to before `last`."""
    batch.tx.run(
        """
        INSERT INTO entity (type, key, doc, lane, verdict, settled_at, created_at, touched_at)
        WITH RECURSIVE numbers (n) AS (
          SELECT CAST(:first AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :last
        )
        SELECT 'job', 'job:fill:' || n, '{"url":"https://busy.example/jobs/' || n || '"}', :lane,
               CAST(:verdict AS TEXT), CAST(:settled AS DOUBLE PRECISION), :now, :now
        FROM numbers
        """,
        first=first,
        last=last,
        lane=BUSY,
        verdict=verdict,
        settled=batch.now if verdict else None,
        now=batch.now,
    )
    batch.tx.run(
        """
        INSERT INTO work (entity_id, state, step, lane, due_at, rank, why)
        SELECT e.id, :state, CAST(:step AS TEXT), CAST(:lane AS TEXT),
               :now + CAST(:due AS DOUBLE PRECISION) + (e.id * 7919) % :spread, :now + e.id, 'filled'
        FROM entity e WHERE e.id > COALESCE((SELECT MAX(entity_id) FROM work), 0)
        """,
        state=state,
        step=None if due is None else "scrape",
        lane=None if due is None else BUSY,
        due=due,
        spread=SPREAD if state == "future" else SPREAD // 60,
        now=batch.now,
    )
