"""What runs in a process that reads strangers' bytes: takes functions from its standard input, answers with results.

Started by `parsers`; the modules that it is given are loaded beforehand. It ends with its standard input. What runs too
long or takes too much memory is ended by the system itself, so that nothing is left over even when the parent has been
killed in the middle. Where the system knows no such limits (Windows), there are none.
"""

from __future__ import annotations

import importlib
import os
import re
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from jobfinder.errors import Broken, Fault, StepError
from jobfinder.outside.parser_messages import Message, Reply, Task, pack, receive, send, unpack

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

BLOATED = 300 * 1024 * 1024
"""Bytes by which a process may grow; one that has read something larger is not used again."""
NAMED = 120
STATUS = Path("/proc/self/status")
HELD = re.compile(rb"VmHWM:\s{1,20}(\d{1,15}) kB")


def main(modules: list[str]) -> None:
    """Answer until there is nothing more to do."""
    # Ctrl-C is for the parent, which then lets go of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox, outbox = _own_pipes()
    for name in modules:
        importlib.import_module(name)
    enough = most_memory() + BLOATED
    send(outbox, pack(Reply()))
    last = False
    while not last and (message := receive(inbox)) is not None:
        reply, last = answered(message, enough)
        del message
        send(outbox, reply)


def answered(message: Message, enough: int) -> tuple[Message, bool]:
    """The reply, and whether it is the last: the process has held more than `enough` bytes, or all that it may."""
    task = unpack(message)
    limit(task)
    reply = answer(task)
    reply = reply._replace(last=reply.last or most_memory() > enough)
    packed = pack(reply)
    unlimit()
    return packed, reply.last


def answer(task: Task) -> Reply:
    """The result of the task, or the error that ended it."""
    try:
        return Reply(value=task.function(*task.args, **task.kwargs))
    except StepError as error:
        return Reply(error=error)
    except MemoryError:
        return Reply(error=Broken(f"{task.about}: {too_much(task.memory)}"), last=True)
    except Exception as error:  # noqa: BLE001  (a defect of one reader is that page's affair)
        said = " ".join(str(error).split())[:NAMED]
        return Reply(error=Fault(f"{type(error).__name__}: {said}", kind=type(error).__name__))


# ---------------------------------------------------------------- limits


def too_slow(seconds: float) -> str:
    """What is said of a page that took too long."""
    return f"reading it took more than {seconds:g} s of computing and was stopped"


def too_much(memory: int) -> str:
    """What is said of a page that took too much memory."""
    return f"reading it took more than {memory // 1024**2} MB of memory and was stopped"


def limit(task: Task) -> None:
    """From now on: the computing time, the real time and the memory of one task. Who exceeds a time is ended."""
    if resource is not None:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (task.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, task.seconds)
        signal.setitimer(signal.ITIMER_REAL, task.patience)


def unlimit() -> None:
    """Waiting for the next task takes as long as it takes."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def most_memory() -> int:
    """The most bytes that this process ever held; where the system does not say, beginning with its parent's."""
    with suppress(OSError), STATUS.open("rb") as status:
        if held := HELD.search(status.read()):
            return int(held[1]) * 1024
    if resource is None:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, out of reach of whatever a library may print or read."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return inbox, outbox
