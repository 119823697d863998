"""Who holds a lease: a worker that lives, one that is dead, one of another machine."""

from __future__ import annotations

import asyncio
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clock import ManualClock
from jobfinder.app import JobFinder
from jobfinder.flow.holder import is_dead, new_holder
from jobfinder.flow.schedule import claim
from jobfinder.model import JobQueueItem
from jobfinder.settings import Settings
from jobfinder.store.db import Tx

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]
LEASE = 500.0
ITEM = JobQueueItem(type="job", url="https://jobs.lever.co/acme/1", scraped_data={"title": "Cook", "description": "x"})


def named(pid: int, host: str | None = None) -> str:
    return f"{host or platform.node()}:{pid}:0123abcd:1"


def test_workers_of_this_process_live() -> None:
    first, second = new_holder(), new_holder()
    assert first != second
    assert not is_dead(first)


def test_a_process_is_dead_once_it_has_ended_whether_or_not_anybody_noticed() -> None:
    process = subprocess.Popen(SLEEP)
    assert not is_dead(named(process.pid))
    process.kill()
    if Path("/proc").is_dir():
        wait_until(lambda: is_dead(named(process.pid)))
    process.wait()
    assert is_dead(named(process.pid))


def test_of_other_machines_nothing_is_known() -> None:
    assert not is_dead(named(1, host="another.example"))


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that lives until a test kills it."""
    started = subprocess.Popen(SLEEP)
    yield started
    started.kill()
    started.wait()


async def test_a_worker_goes_on_at_once_where_one_was_killed_meanwhile(
    store_url: str, process: subprocess.Popen[bytes]
) -> None:
    clock = ManualClock()
    with JobFinder.open(store_url, clock=clock, settings=Settings()) as finder:
        item = finder.submit(ITEM)
        claimed = finder.unit.write(lambda batch: claim(batch, 1, 1, named(process.pid), LEASE))
        assert len(claimed.tasks) == 1
        started, running = clock.now(), asyncio.create_task(finder.run_until_idle())
        await asyncio.sleep(0.05)
        process.kill()
        process.wait()
        await running
        assert finder.item(item.item_id)["status"] == "success"
        assert clock.now() - started < LEASE


def wait_until(happened: Callable[[], bool]) -> None:
    while not happened():
        pass


async def test_a_worker_that_was_suspended_while_it_read_reads_again(postgres_url: str) -> None:
    with JobFinder.open(postgres_url, settings=Settings()) as finder:
        turns: list[int] = []

        def work(tx: Tx) -> int:
            turns.append(1)
            if len(turns) == 1:
                tx.run("SET LOCAL idle_in_transaction_session_timeout = '20ms'")
                time.sleep(0.2)
            return int(tx.all("SELECT 1 AS one")[0]["one"])

        assert await finder.unit.aread(work) == 1
        assert len(turns) == 2
