"""Real worker processes for tests that kill them: forked from a process that has loaded everything already.

As a script it reads one JSON object a line: an order, answered with the number of the process that it forked, or a
signal to one of these, answered once it has had its effect. Only the nursery signals, because only a parent can be sure
that a number still means its child. What it forked ends with it. `Nursery` is the test's side.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from jobfinder.app import JobFinder
from jobfinder.errors import JobFinderError
from jobfinder.flow.worker import Limits
from jobfinder.model import Record
from jobfinder.settings import Settings

LONGEST_LIFE = 60.0
"""Real seconds after which a worker that was forgotten ends by itself."""


ON_DEMAND = ("jobfinder.flow.execute", "jobfinder.outside.http", "jobfinder.steps", "psycopg")
"""What `app` loads when it is first used; otherwise every child would do that anew."""


class FastClock:
    """Time since `start` runs `speed` times as fast as for everybody else; the same in every process."""

    def __init__(self, start: float, speed: float) -> None:
        self.start = start
        self.speed = speed

    def now(self) -> float:
        return self.start + (time.time() - self.start) * self.speed

    async def sleep_until(self, at: float) -> None:
        await asyncio.sleep(max(at - self.now(), 0.0) / self.speed)

    def real(self, at: float) -> float:
        """The real moment of what this clock showed as `at`."""
        return self.start + (at - self.start) / self.speed


class Order(Record, frozen=True, tag=True):
    """What a worker needs: where its store and its web are, and how fast its time runs."""

    store: str
    connect_to: str
    start: float
    speed: float
    until_idle: bool = False


class Signal(Record, frozen=True, tag=True):
    """What is sent to a worker."""

    pid: int
    number: int


class Nursery:
    """A process that forks workers, while the `with` block runs."""

    def __init__(self) -> None:
        root = Path(__file__).parents[2]
        path = os.pathsep.join([str(root / "src"), str(root / "tests")])
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path, "JOBFINDER_SETTINGS": ""},
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def start(self, order: Order) -> Worker:
        """One more worker."""
        return Worker(self, self.ask(order))

    def ask(self, wanted: Order | Signal) -> int:
        """Have the process do it; returns the number of the worker concerned, once it is done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(msgspec.json.encode(wanted).decode() + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


class Worker:
    """A real process that works on a store."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self.nursery = nursery
        self.pid = pid

    def kill(self) -> None:
        """End it at once, wherever it is; it is gone when this returns."""
        self.nursery.ask(Signal(pid=self.pid, number=signal.SIGKILL))

    def freeze(self) -> None:
        """It stands still, with all that it holds."""
        self.nursery.ask(Signal(pid=self.pid, number=signal.SIGSTOP))

    def thaw(self) -> None:
        """It goes on as if nothing had happened."""
        self.nursery.ask(Signal(pid=self.pid, number=signal.SIGCONT))

    def holds(self, names: list[str]) -> bool:
        """Is one of these names of holders its own?"""
        return any(name.split(":")[1] == str(self.pid) for name in names)


# ---------------------------------------------------------------- inside the nursery


def main() -> None:
    """Fork and signal on demand."""
    for name in ON_DEMAND:
        importlib.import_module(name)
    children: set[int] = set()
    for line in sys.stdin:
        match msgspec.json.decode(line, type=Order | Signal):
            case Order() as order:
                pid = os.fork()
                if pid == 0:
                    os._exit(work(order))
                children.add(pid)
            case Signal(pid=pid, number=number):
                send(children, pid, number)
        print(pid, flush=True)
    for pid in set(children):
        send(children, pid, signal.SIGKILL)


def send(children: set[int], pid: int, number: int) -> None:
    """Signal a child. One that has ended keeps its number until it is waited for here, so no stranger is ever met."""
    if pid not in children:
        return
    os.kill(pid, number)
    if number == signal.SIGKILL:
        os.waitpid(pid, 0)
        children.remove(pid)


def work(order: Order) -> int:
    """What `jobfinder run` does, on a clock of the test's."""
    clock = FastClock(order.start, order.speed)
    until = clock.now() + LONGEST_LIFE * order.speed
    try:
        with JobFinder.open(order.store, clock=clock, settings=Settings(), connect_to=[order.connect_to]) as finder:
            asyncio.run(finder.run(Limits(until_idle=order.until_idle, until=until)))
    except JobFinderError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        return 2
    return 0


if __name__ == "__main__":
    main()
