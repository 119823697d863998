"""Live progress of a run, on stderr: counts, rate, and what is being waited for.

Called by every command that works. On a terminal two lines are rewritten in place; elsewhere a plain line is written
every few seconds. Progress is for people: nothing here is needed for the work.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.console import Console
from rich.live import Live
from rich.text import Text

from jobfinder.faces import words

if TYPE_CHECKING:
    from jobfinder.app import JobFinder
    from jobfinder.flow.worker import Progress, Ran

REFRESH = 0.25
PLAIN_EVERY = 3.0

Work = Callable[["Callable[[Progress], None]"], "Awaitable[Ran]"]


class Tally:
    """What has been done so far, by this run."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.steps = 0
        self.requests = 0
        self.failures = 0
        self.running = 0
        self.last = ""

    def add(self, progress: Progress) -> None:
        """Results that were just committed."""
        self.steps += len(progress.results)
        self.requests += sum(result.requests for result in progress.results)
        self.failures += sum(result.error is not None for result in progress.results)
        self.running = progress.running
        if progress.results:
            task = progress.results[-1].task
            self.last = f"{task.step} {task.facts.key}"

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self.began

    def line(self) -> str:
        """`12 s: 148 steps (12/s), 63 requests, 2 failed`."""
        rate = f" ({self.steps / self.seconds:.0f}/s)" if self.seconds >= 1 else ""
        failed = f", {self.failures} failed" if self.failures else ""
        done = f"{words.count(self.steps, 'step')}{rate}, {words.count(self.requests, 'request')}{failed}"
        return f"{words.span(self.seconds)}: {done}"


async def watched(finder: JobFinder, err: Console, work: Work) -> Ran:
    """Do `work` while showing how it goes; ends with one line that sums it up."""
    tally = Tally()
    shown = asyncio.create_task(on_terminal(finder, err, tally) if err.is_terminal else in_lines(finder, err, tally))
    try:
        ran = await work(tally.add)
    finally:
        shown.cancel()
        with suppress(asyncio.CancelledError):
            await shown
    if ran.steps:
        err.print(Text(f"worked {tally.line()}", style="dim"))
    return ran


async def on_terminal(finder: JobFinder, err: Console, tally: Tally) -> None:
    """Two lines, rewritten in place."""
    with Live(console=err, auto_refresh=False, transient=True) as live:
        while True:
            await asyncio.sleep(REFRESH)
            state = await asyncio.to_thread(state_of, finder)
            text = Text(f"{tally.line()}\n", overflow="ellipsis", no_wrap=True)
            text.append(f"{state or tally.last}", style="dim")
            live.update(text, refresh=True)


async def in_lines(finder: JobFinder, err: Console, tally: Tally) -> None:
    """A line now and then."""
    while True:
        await asyncio.sleep(PLAIN_EVERY)
        state = await asyncio.to_thread(state_of, finder)
        err.print(Text(words.joined((tally.line(), state), "; ")), soft_wrap=True)


def state_of(finder: JobFinder) -> str:
    """What is known by now, and what is being waited for."""
    counts = finder.counts()
    known = counts["entities"]
    names = (("company", "companies"), ("source", "sources"), ("job", "jobs"))
    found = [words.count(known[one], one, many) for one, many in names if known.get(one)]
    if matches := counts["matches"]["open"]:
        found.append(words.count(matches, "match", "matches"))
    left = counts["items"].get("live", 0)
    return words.joined((", ".join(found), f"{left} to settle" if left else "", awaited(finder)), "; ")


def awaited(finder: JobFinder) -> str:
    """What stands first in line, and why it does not go on."""
    coming = finder.coming(1)
    if not coming:
        return ""
    first = coming[0]
    when = words.until(first["due_at"], finder.clock.now())
    if first["rest_why"]:
        return f"{first['lane']} rests, goes on {when}: {first['rest_why']}"
    if first["state"] == "waiting":
        return f"waiting: {first['why']}"
    return f"next {first['step']} {first['key']} {when}".rstrip()
