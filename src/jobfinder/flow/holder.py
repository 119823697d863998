"""Who holds leases: a name per worker, of machine, process and start, by which the dead are told from the quiet."""

from __future__ import annotations

import itertools
import os
import platform
import uuid
from pathlib import Path

from jobfinder.flow.batch import Batch
from jobfinder.store import lanes, work

_START = uuid.uuid4().hex[:8]
_NUMBER = itertools.count(1)


def new_holder() -> str:
    """The name of another worker in this process."""
    return f"{platform.node()}:{os.getpid()}:{_START}:{next(_NUMBER)}"


def take_over(batch: Batch) -> None:
    """The leases of processes of this machine that are no more run out at once."""
    for name in work.holders(batch.tx):
        if is_dead(name):
            work.expire(batch.tx, name)
    lanes.sweep(batch.tx, batch.now)


def is_dead(name: str) -> bool:
    """Is this the name of a worker on this machine whose process has ended? Of other machines nothing is known."""
    host, _, rest = name.partition(":")
    pid, _, rest = rest.partition(":")
    start = rest.partition(":")[0]
    if host != platform.node() or not pid.isdigit():
        return False
    if int(pid) == os.getpid():
        # Containers give every process the same number.
        return start != _START
    return not _runs(int(pid))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Has it ended without anybody asking how? Containers leave such for ever. Only Linux tells."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[:1] == ["Z"]
