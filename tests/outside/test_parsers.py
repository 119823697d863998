"""Reading in processes that can be stopped: results, errors, limits, and what is left when somebody dies."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from jobfinder.errors import Broken, Fault, Later, StepError
from jobfinder.model import Response
from jobfinder.outside.parser_process import most_memory
from jobfinder.outside.parsers import Parsers, shared
from jobfinder.outside.settings import MEGABYTE, Parsing
from outside import hostile

SHORT = Parsing(seconds=0.2)
PAGE = Response(url="https://acme.example/jobs", status=200, body=b"<h1>Jobs</h1>")
PATIENCE = 60.0


@pytest.fixture
def parsers() -> Iterator[Parsers]:
    """A pool of our own, so that other tests' pages do not matter."""
    pool = Parsers(["outside.hostile"])
    yield pool
    pool.close()


async def test_a_result_comes_back_whatever_its_size(parsers: Parsers) -> None:
    for value in ("", {"a": [1, None]}, b"x" * (8 * MEGABYTE), PAGE):
        assert await parsers.read(Parsing(), hostile.echo, value) == value


async def test_nothing_runs_before_there_is_something_to_read_and_one_process_serves_many(parsers: Parsers) -> None:
    assert parsers.idle() == []
    first = await parsers.read(Parsing(), hostile.pid)
    assert first != os.getpid()
    assert [await parsers.read(Parsing(), hostile.pid) for _ in range(3)] == [first] * 3
    assert parsers.idle() == [first]


async def test_many_at_once_get_each_their_own_and_there_are_never_more_processes_than_said(parsers: Parsers) -> None:
    asked = [parsers.read(Parsing(), hostile.echo, number) for number in range(50)]
    assert await asyncio.gather(*asked) == list(range(50))
    assert 1 <= len(parsers.idle()) <= 2


@pytest.mark.parametrize("name", hostile.RAISED)
async def test_errors_of_the_family_come_through_unchanged(parsers: Parsers, name: str) -> None:
    sent = hostile.RAISED[name]
    with pytest.raises(StepError) as caught:
        await parsers.read(Parsing(), hostile.raise_, name)
    came = caught.value
    assert (type(came), str(came), came.passing, vars(came)) == (type(sent), str(sent), sent.passing, vars(sent))
    assert len(parsers.idle()) == 1


async def test_any_other_error_is_a_fault_named_after_its_class(parsers: Parsers) -> None:
    with pytest.raises(Fault, match=r"^KeyError: 'a defect\\nof ours'$") as caught:
        await parsers.read(Parsing(), hostile.stumble)
    assert caught.value.kind == "KeyError"


async def test_a_function_that_cannot_be_sent_is_an_error_of_the_caller(parsers: Parsers) -> None:
    with pytest.raises((AttributeError, TypeError, ValueError)):
        await parsers.read(Parsing(), lambda: 1)
    assert await parsers.read(Parsing(), hostile.echo, 1) == 1


async def test_what_a_library_prints_is_no_answer(parsers: Parsers, capfd: pytest.CaptureFixture[str]) -> None:
    assert await parsers.read(Parsing(), hostile.chat) == ""
    assert await parsers.read(Parsing(), hostile.echo, 1) == 1
    assert capfd.readouterr().out == ""


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize("stuck", [hostile.spin, hostile.match_for_ever])
async def test_what_computes_too_long_is_stopped_and_named(parsers: Parsers, stuck: Callable[[], object]) -> None:
    with pytest.raises(Broken, match=r"more than 0\.2 s of computing"):
        await parsers.read(SHORT, stuck)
    assert await parsers.read(Parsing(), hostile.echo, 1) == 1


async def test_the_page_is_named(parsers: Parsers) -> None:
    for args in ((PAGE,), ((PAGE, PAGE), "text"), ("text", PAGE)):
        with pytest.raises(Broken, match=r"^https://acme\.example/jobs: the process that read it crashed"):
            await parsers.read(Parsing(), _crash, *args)


def _crash(*args: object) -> None:
    hostile.leave()


async def test_what_waits_too_long_is_stopped_and_may_be_tried_again(parsers: Parsers) -> None:
    with pytest.raises(Fault, match="too busy") as caught:
        await parsers.read(Parsing(patience=0.2), hostile.sleep)
    assert caught.value.passing


async def test_waiting_for_the_next_page_counts_against_none(parsers: Parsers) -> None:
    first = await parsers.read(Parsing(patience=0.2), hostile.pid)
    await asyncio.sleep(0.5)
    assert await parsers.read(Parsing(), hostile.pid) == first


async def test_what_takes_too_much_memory_is_stopped_and_named(parsers: Parsers) -> None:
    with pytest.raises(Broken, match="more than 200 MB of memory"):
        await parsers.read(Parsing(memory=200 * MEGABYTE), hostile.swell)
    assert await parsers.read(Parsing(), hostile.echo, 1) == 1


async def test_a_process_that_has_held_much_is_not_used_again(parsers: Parsers) -> None:
    small = await parsers.read(Parsing(), hostile.pid)
    await parsers.read(Parsing(), hostile.hold, 10)
    assert parsers.idle() == [small]
    await parsers.read(Parsing(), hostile.hold, 600)
    assert parsers.idle() == []


@pytest.mark.parametrize(("crash", "how"), [(hostile.crash, "SIGSEGV"), (hostile.leave, "exit code 7")])
async def test_a_crash_is_broken_and_named(parsers: Parsers, crash: Callable[[], object], how: str) -> None:
    with pytest.raises(Broken, match=how):
        await parsers.read(Parsing(), crash)
    assert await parsers.read(Parsing(), hostile.echo, 1) == 1


async def test_everybody_else_goes_on_while_a_page_is_read(parsers: Parsers) -> None:
    await parsers.read(Parsing(), hostile.echo, 1)
    reading = asyncio.create_task(parsers.read(Parsing(seconds=1), hostile.match_for_ever))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0.001)
        turns += 1
        if turns == 1:
            # The other process is free for other pages.
            assert await parsers.read(Parsing(), hostile.echo, 2) == 2
            assert not reading.done()
    assert turns > 1
    assert isinstance(reading.exception(), Broken)


# ---------------------------------------------------------------- deaths


def kill(pid: int) -> None:
    """As the system or a person may do it; it has ended when this returns."""
    os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


async def in_use(parsers: Parsers) -> None:
    """Until the process that waited is at work."""
    while parsers.idle():  # noqa: ASYNC110  (the pool's threads know no event loop)
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("running", [True, False])
async def test_what_nobody_waits_for_any_more_is_ended(parsers: Parsers, running: bool) -> None:
    """Also where the process has only been about to start."""
    if running:
        await parsers.read(Parsing(), hostile.echo, 1)
    reads = [asyncio.create_task(parsers.read(Parsing(seconds=600), hostile.spin)) for _ in range(2)]
    await (in_use(parsers) if running else asyncio.sleep(0.01))
    for read in reads:
        read.cancel()
    await asyncio.gather(*reads, return_exceptions=True)
    assert all(read.cancelled() for read in reads)
    assert await asyncio.gather(*(parsers.read(Parsing(), hostile.echo, n) for n in range(4))) == [0, 1, 2, 3]


async def test_a_process_that_was_killed_while_it_waited_is_replaced(parsers: Parsers) -> None:
    first = await parsers.read(Parsing(), hostile.pid)
    kill(first)
    assert await parsers.read(Parsing(), hostile.pid) != first


async def test_one_that_is_killed_while_it_reads_is_a_passing_fault(parsers: Parsers) -> None:
    first = await parsers.read(Parsing(), hostile.pid)
    reading = asyncio.create_task(parsers.read(Parsing(seconds=600), hostile.spin))
    await in_use(parsers)
    kill(first)
    with pytest.raises(Fault, match="was killed"):
        await reading


async def test_a_process_that_does_not_start_is_a_passing_fault(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Fault, match="does not start") as caught:
        await Parsers(["no_such_module"]).read(Parsing(), hostile.pid)
    assert caught.value.kind == "parser"
    assert "no_such_module" in capfd.readouterr().err


def script(tmp_path: Path, text: str) -> subprocess.Popen[str]:
    """A program of somebody who uses us."""
    path = tmp_path / "program.py"
    path.write_text(textwrap.dedent(text))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen([sys.executable, path], stdout=subprocess.PIPE, text=True, env=env)


def is_running(pid: int) -> bool:
    """Does a process of that number run (and is not only waiting to be counted)?"""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.parametrize("stuck", [False, True])
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc which processes there are")
def test_the_processes_end_with_a_program_that_is_killed(tmp_path: Path, stuck: bool) -> None:
    running = script(
        tmp_path,
        f"""
        import asyncio
        from jobfinder.outside.parsers import Parsers
        from jobfinder.outside.settings import Parsing
        from outside import hostile

        async def main():
            parsers = Parsers()
            print(await parsers.read(Parsing(), hostile.pid), flush=True)
            if {stuck}:
                print("stuck", flush=True)
                await parsers.read(Parsing(seconds=2), hostile.match_for_ever)
            print("waiting", flush=True)
            await asyncio.sleep(1000)

        asyncio.run(main())
        """,
    )
    assert running.stdout is not None
    pid = int(running.stdout.readline())
    running.stdout.readline()
    assert is_running(pid)
    running.kill()
    running.wait()
    until = time.monotonic() + PATIENCE
    while is_running(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(pid)
    running.stdout.close()


def test_a_program_needs_no_guard_around_its_main_part(tmp_path: Path) -> None:
    """Scripts like the one in the README run once, although processes are started from them."""
    running = script(
        tmp_path,
        """
        import asyncio
        from jobfinder.outside.parsers import shared
        from jobfinder.outside.settings import Parsing

        print("begins")

        async def main():
            print(await shared([]).read(Parsing(), len, "four"))

        asyncio.run(main())
        """,
    )
    out, _ = running.communicate(timeout=PATIENCE)
    assert (out, running.returncode) == ("begins\n4\n", 0)


def test_all_engines_of_a_process_share_a_pool_and_a_forked_one_has_its_own() -> None:
    pool = shared([])
    assert shared(["whatever"]) is pool
    pid = os.fork()
    if pid == 0:
        os._exit(int(shared([]) is pool))
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert shared([]) is pool


def test_errors_are_whole_after_a_journey_with_odd_fields() -> None:
    import pickle

    error = Later("é \x1b", at=1.0)
    error.add_note("a note")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.at, again.lane, again.__notes__) == ("é \x1b", 1.0, None, ["a note"])


async def test_what_a_process_has_held_does_not_begin_with_its_parent(parsers: Parsers) -> None:
    swollen = len(b"x" * (200 * MEGABYTE))
    assert await parsers.read(Parsing(), most_memory) < swollen
