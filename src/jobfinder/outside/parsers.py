"""Reading of fetched bytes where it can be stopped: in a few processes of our own, with limits of time and memory.

Called by `flow.execute` for every step; `app` takes the one pool of this process. The processes start with the first
page and end with this one, whatever becomes of it. They bound what a page can cost; they are no sandbox. What runs
inside them is in `parser_process`.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, ParamSpec, TypeVar, cast

from jobfinder.errors import Broken, Fault, StepError
from jobfinder.model import Response
from jobfinder.outside.parser_messages import Message, Reply, Task, pack, receive, send, unpack
from jobfinder.outside.parser_process import too_slow
from jobfinder.outside.settings import Parsing
from jobfinder.outside.target import shown

P = ParamSpec("P")
T = TypeVar("T")

PROCESSES = 2
"""One reads on while another is stuck."""
START = "import sys; sys.path[:] = {path!r}; from jobfinder.outside.parser_process import main; main(sys.argv[1:])"


class Parsers:
    """Runs functions in other processes, at most `processes` of them. `modules` are loaded there beforehand."""

    def __init__(self, modules: Sequence[str] = (), processes: int = PROCESSES) -> None:
        self._modules = tuple(modules)
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="parser")
        self._lock = threading.Lock()
        self._idle: list[_Process] = []

    async def read(self, limits: Parsing, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `function`. Raises its `StepError`s, and `Broken` where it exceeds a limit or crashes."""
        task = Task(function, args, kwargs, about(args), limits.seconds, limits.patience, limits.memory)
        call = _Call()
        try:
            reply = await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, task, call)
        except asyncio.CancelledError:
            self._give_up(call)
            raise
        if reply.error is not None:
            raise reply.error
        return cast(T, reply.value)

    def idle(self) -> list[int]:
        """The numbers of the processes that wait for work."""
        with self._lock:
            return [process.pid for process in self._idle]

    def close(self) -> None:
        """End the processes that wait for work. More work starts new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            process.end()

    def _ask(self, task: Task, call: _Call) -> Reply:
        """Have a process do it; it is used again unless it has ended, or was ended because nobody wants the reply."""
        message = pack(task)
        process = self._waiting() or _Process(self._modules)
        with self._lock:
            call.process = process if call.wanted else None
        reply = process.ask(message, task) if call.process else Reply()
        with self._lock:
            killed = call.process is not None and not call.wanted
            call.process = None
            if not (killed or reply.last):
                self._idle.append(process)
                return reply
        process.end()
        return reply

    def _waiting(self) -> _Process | None:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.is_alive():
                    return process
        return None

    def _give_up(self, call: _Call) -> None:
        with self._lock:
            call.wanted = False
            if call.process is not None:
                call.process.kill()


class _Call:
    """One task under way, seen from both sides; changed under the pool's lock."""

    wanted = True
    process: _Process | None = None


class _Process:
    """One process, used by one thread at a time. Raises `Fault` if it does not start."""

    def __init__(self, modules: Sequence[str]) -> None:
        code = START.format(path=sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, *modules], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        if receive(self._from) is None:
            self.end()
            raise Fault("the process that reads pages does not start", kind="parser")

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, message: Message, task: Task) -> Reply:
        """The reply to `message`, which is `task`; if it ends instead of answering, why."""
        try:
            send(self._to, message)
            reply = receive(self._from)
        except OSError:
            reply = None
        if reply is None:
            return Reply(error=ending(self._process.wait(), task), last=True)
        return cast(Reply, unpack(reply))

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """End it, and wait until it has gone."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with suppress(OSError):
                pipe.close()


def ending(code: int, task: Task) -> StepError:
    """What it means that a process ended, with that exit code, in the middle of a task."""
    number = -code
    if number == signal.SIGPROF:
        return Broken(f"{task.about}: {too_slow(task.seconds)}")
    if number in (signal.SIGALRM, signal.SIGKILL):
        why = "was killed" if number == signal.SIGKILL else "did not get on: this machine is too busy"
        return Fault(f"{task.about}: the process that read it {why}", kind="parser")
    how = signal.Signals(number).name if number > 0 else f"exit code {code}"
    return Broken(f"{task.about}: the process that read it crashed ({how})")


def about(args: Sequence[Any]) -> str:
    """What is read, for messages."""
    responses = (one for arg in args for one in (arg if isinstance(arg, list | tuple) else [arg]))
    return next((shown(one.url) for one in responses if isinstance(one, Response)), "what was fetched")


# ---------------------------------------------------------------- the pool of this process


class _Shared:
    """The pool, and the process whose it is: one that was forked needs its own."""

    pool: Parsers | None = None
    owner = 0


def shared(modules: Sequence[str]) -> Parsers:
    """The pool of this process. It ends with the process; `modules` are those of whoever asks first."""
    if _Shared.pool is None or _Shared.owner != os.getpid():
        _Shared.pool, _Shared.owner = Parsers(modules), os.getpid()
        atexit.register(_Shared.pool.close)
    return _Shared.pool
