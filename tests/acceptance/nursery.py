"""Real worker processes for tests that kill them: forked from a process that has loaded everything already.

As a script it reads orders, one JSON object a line, and answers each with the number of the process that it forked;
what it forked ends with it. `Nursery` is the test's side. A worker ends only when it is killed or its time is over.
"""

from __future__ import annotations

import asyncio
import contextlib
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


class Order(Record, frozen=True):
    """What a worker needs: where its store and its web are, and how fast its time runs."""

    store: str
    connect_to: str
    start: float
    speed: float
    until_idle: bool = False


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
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(msgspec.json.encode(order).decode() + "\n")
        self._process.stdin.flush()
        return Worker(int(self._process.stdout.readline()))


class Worker:
    """A real process that works on a store."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    @property
    def alive(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def kill(self) -> None:
        """End it at once, wherever it is, and wait until it is gone."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """Until it has ended."""
        while self.alive:
            time.sleep(0.002)

    def freeze(self) -> None:
        """It stands still, with all that it holds."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on as if nothing had happened."""
        os.kill(self.pid, signal.SIGCONT)

    def holds(self, names: list[str]) -> bool:
        """Is one of these names of holders its own?"""
        return any(name.split(":")[1] == str(self.pid) for name in names)


# ---------------------------------------------------------------- inside the nursery


def main() -> None:
    """Fork on demand. Children are reaped by the system, so that their numbers are free once they have ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for name in ON_DEMAND:
        importlib.import_module(name)
    children: list[int] = []
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os._exit(work(msgspec.json.decode(line, type=Order)))
        children.append(pid)
        print(pid, flush=True)
    for pid in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


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
