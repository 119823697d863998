"""The engines that `loop` measures beside ours: DBOS on SQLite and Procrastinate on PostgreSQL, no-op work on each.

Neither is timed while work is handed in or while it starts up: the clock runs from the first step to the last.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

import sqlalchemy
from dbos import DBOS, DBOSConfig
from procrastinate import App, PsycopgConnector
from procrastinate.types import JSONDict

from postgres import settle

POLL = 0.010
STEPS_OF_WORKFLOW = 3
QUEUE = "steps"
PATIENCE = 600.0


# ---------------------------------------------------------------- DBOS


class Tally:
    """Counts workflows over the threads of DBOS; takes the time from the first beginning to the last end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._over = threading.Event()
        self.begin(0)

    def begin(self, count: int) -> None:
        """Expect so many."""
        self._left = count
        self._began: float | None = None
        self._ended = 0.0
        self._over.clear()

    def started(self) -> None:
        with self._lock:
            self._began = self._began or time.perf_counter()

    def ended(self) -> None:
        with self._lock:
            self._left -= 1
            if self._left == 0:
                self._ended = time.perf_counter()
                self._over.set()

    def seconds(self) -> float:
        """Wait for the last one. Raises `TimeoutError`."""
        if not self._over.wait(PATIENCE) or self._began is None:
            raise TimeoutError(f"DBOS has {self._left} workflows left after {PATIENCE:.0f} seconds")
        return self._ended - self._began


TALLY = Tally()


@DBOS.step()
def first() -> None:
    """The steps do nothing."""


@DBOS.step()
def second() -> None:
    """The steps do nothing."""


@DBOS.step()
def third() -> None:
    """The steps do nothing."""


@DBOS.workflow()
def three_steps(number: int) -> None:
    """As many steps as our jobs have left to do."""
    TALLY.started()
    first()
    second()
    third()
    TALLY.ended()


def dbos(file: Path, steps: int, *, alike: bool) -> float:
    """Steps per second of DBOS on a new SQLite `file`, its queue polled every 10 ms, without a limit of workers.

    `alike`: journal and synchronous mode as ours has them, else as DBOS ships.
    """
    count = steps // STEPS_OF_WORKFLOW
    logging.getLogger("dbos").setLevel(logging.ERROR)
    url = f"sqlite:///{file}"
    engine = like_ours(url) if alike else None
    config: DBOSConfig = {"name": "noop", "system_database_url": url, "log_level": "ERROR"}
    if engine is not None:
        config["system_database_engine"] = engine
    hand_in(config, count)
    TALLY.begin(count)
    DBOS(config=config)
    try:
        DBOS.launch()
        return count * STEPS_OF_WORKFLOW / TALLY.seconds()
    finally:
        DBOS.destroy(workflow_completion_timeout_sec=5)
        if engine is not None:
            engine.dispose()


def hand_in(config: DBOSConfig, count: int) -> None:
    """Queue the workflows with an instance that listens to no queue, so that they all wait when the clock starts."""
    DBOS(config=config)
    try:
        DBOS.listen_queues([])
        DBOS.launch()
        DBOS.register_queue(QUEUE, polling_interval_sec=POLL)
        for number in range(count):
            DBOS.enqueue_workflow(QUEUE, three_steps, number)
    finally:
        DBOS.destroy()


def like_ours(url: str) -> sqlalchemy.Engine:
    """The engine that DBOS makes for SQLite, with the two pragmas that our store sets."""
    engine = sqlalchemy.create_engine(url, pool_timeout=30, max_overflow=0, pool_size=20, pool_pre_ping=True)

    @sqlalchemy.event.listens_for(engine, "connect")
    def prepare(connection: sqlalchemy.engine.interfaces.DBAPIConnection, record: object) -> None:
        connection.isolation_level = "IMMEDIATE"
        cursor = connection.cursor()
        for setting in ("busy_timeout = 30000", "foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    return engine


# ---------------------------------------------------------------- Procrastinate


async def procrastinate(url: str, jobs: int, concurrency: int) -> float:
    """Jobs per second of one Procrastinate worker on a new PostgreSQL database, until none is left."""
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    app = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=concurrency + 2))

    @app.task(queue=QUEUE, name="noop")
    async def noop(number: int) -> None:
        """A job that does nothing."""

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        wanted: list[JSONDict] = [{"number": number} for number in range(jobs)]
        await noop.batch_defer_async(*wanted)
        settle(url)
        began = time.perf_counter()
        await app.run_worker_async(
            queues=[QUEUE], concurrency=concurrency, wait=False, listen_notify=False, install_signal_handlers=False
        )
        return jobs / (time.perf_counter() - began)
