"""The browser ends with us, however we end, and knows nothing of our environment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from jobfinder.outside.chromium import missing
from jobfinder.outside.settings import Browsing

LACKING = missing(Browsing())
PROC = Path("/proc")
SOURCE = Path(__file__).parents[2] / "src"

SCRIPT = """
import asyncio
from jobfinder.model import Response
from jobfinder.outside.browser import Browser
from jobfinder.outside.settings import Browsing, Network

async def nothing(target):
    return None

async def main():
    browser = Browser(Browsing(), Network())
    page = Response(url="http://acme.example/", status=200, body=b"<p>hello</p>" * 60)
    for wait in (True, False):
        print("hello" in (await browser.show(page, (), nothing)).markup, flush=True)
        if wait:
            input()
            await browser.aclose()
            print("closed", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def state(process: int) -> tuple[str, int] | None:
    """One letter for what it does, and its parent; null where it has gone."""
    try:
        letter, parent = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return None
    return letter, int(parent)


def family(ancestor: int) -> set[int]:
    """The processes that descend from `ancestor`."""
    parents = {int(entry.name): found[1] for entry in PROC.glob("[0-9]*") if (found := state(int(entry.name)))}
    members: set[int] = set()
    line = {ancestor}
    while line := {child for child, parent in parents.items() if parent in line}:
        members |= line
    return members


def command(process: int) -> bytes:
    """Its command line; empty where it has gone."""
    try:
        return (PROC / str(process) / "cmdline").read_bytes()
    except OSError:
        return b""


def alive(processes: set[int]) -> set[int]:
    return {one for one in processes if (found := state(one)) and found[0] not in "ZX"}


def environment_of_browser(processes: set[int]) -> bytes:
    """That of the browser itself: its helpers have what it has, and write over the place where it could be read."""
    commands = {one: command(one) for one in processes}
    (main,) = (one for one, command in commands.items() if b"--headless" in command and b"--type=" not in command)
    return (PROC / str(main) / "environ").read_bytes()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for its files. Pytest's own has too long a name for the sockets that the browser makes there."""
    with TemporaryDirectory(prefix="jf-") as name:
        yield Path(name)


@pytest.mark.xdist_group("browser")
@pytest.mark.skipif(LACKING is not None, reason=f"no browser to test with: {LACKING}")
@pytest.mark.skipif(not (PROC / "self" / "stat").exists(), reason="processes are looked up in /proc")
def test_nothing_is_left_when_it_is_closed_or_we_are_killed(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "JOBFINDER_KEY": "canary", "TMPDIR": str(folder)}
    program_line = [sys.executable, "-c", SCRIPT]
    with subprocess.Popen(program_line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as program:
        try:
            said = iter(program.stdout or ())
            assert next(said) == b"True\n"
            first = family(program.pid)
            known = environment_of_browser(first)
            assert program.stdin is not None
            program.stdin.write(b"\n")
            program.stdin.flush()
            assert next(said) == b"closed\n"
            assert await_end(first) == set()
            assert next(said) == b"True\n"
            second = family(program.pid)
        finally:
            os.kill(program.pid, signal.SIGKILL)
        assert first
        assert second
        assert await_end(first | second) == set()
    assert b"PATH=" in known
    assert b"canary" not in known
    assert list(folder.iterdir()) == []


def await_end(processes: set[int]) -> set[int]:
    """Those still alive after a while."""
    until = time.monotonic() + 20
    while (left := alive(processes)) and time.monotonic() < until:
        time.sleep(0.05)
    return left
