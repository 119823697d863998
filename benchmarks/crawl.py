"""Memory while thousands of company sites are crawled: it must not grow with them. Used by `reading`."""

from __future__ import annotations

import asyncio
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

import report
from doors import demo
from jobfinder.app import JobFinder
from jobfinder.demo.addresses import site_url
from jobfinder.demo.world import World
from jobfinder.flow.worker import Limits
from jobfinder.model import JobQueueItem
from jobfinder.settings import Settings

SITES = 2_000
BATCH = 250


class Clock:
    """The present, hurried on where everything waits: hosts are asked once a second of this clock."""

    def __init__(self) -> None:
        self.at = 1_790_000_000.0

    def now(self) -> float:
        return self.at

    async def sleep_until(self, moment: float) -> None:
        self.at = max(self.at, moment)
        await asyncio.sleep(0)


def crawl() -> None:
    """Submit the sites in batches, work until each is idle, and look at the memory after every one."""
    report.heading(f"Memory over a crawl of {SITES:,} company sites")
    with demo(SITES) as port, tempfile.TemporaryDirectory(prefix="jobfinder-crawl-") as folder:
        rows = list(asyncio.run(batches(port, Path(folder))))
    first, last = (float(rows[index][2]) for index in (1, -1))
    report.note(f"from the second batch to the last: {last - first:+.1f} MB")


async def batches(port: int, folder: Path) -> list[tuple[str, str, str]]:
    """(sites so far, steps so far, resident memory) after every batch."""
    rows: list[tuple[str, str, str]] = []
    steps = 0
    store = f"sqlite:///{folder / 'jobs.db'}"
    clock = Clock()
    with JobFinder.open(store, clock=clock, settings=Settings(), connect_to=[f"*=127.0.0.1:{port}"]) as finder:
        for number, sites in enumerate(homes(), 1):
            finder.submit_all(sites)
            steps += (await finder.run(Limits(until_idle=True))).steps
            rows.append((f"{number * BATCH:,}", f"{steps:,}", f"{resident():.1f}"))
            report.note(f"{rows[-1][0]} sites, {rows[-1][1]} steps: {rows[-1][2]} MB")
    return rows


def homes() -> Iterator[list[JobQueueItem]]:
    """The front pages of all companies, in batches."""
    world = World.make(companies=SITES)
    urls = [site_url(world.company(number)) for number in range(SITES)]
    for start in range(0, SITES, BATCH):
        yield [JobQueueItem(type="company", url=url) for url in urls[start : start + BATCH]]


def resident() -> float:
    """Resident memory of now, in MB (the peak, where the system does not say)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024 / 1024
