"""`python -m jobfinder.demo`: a process of its own, which says its port and stops when told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from demo.client import TODAY, ask
from jobfinder.demo.world import World

SOURCE = Path(__file__).resolve().parents[2] / "src"


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "jobfinder.demo", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def port_of(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_the_world_of_its_seed_until_told_to_stop(number: signal.Signals) -> None:
    with running("--seed", "3", "--companies", "20", "--today", TODAY.isoformat()) as process:
        port = port_of(process)
        company = World.make(seed=3, companies=20, today=TODAY).company(19)
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        assert company.name in ask(connection, company.host, "/").text
        connection.close()
        process.send_signal(number)
        assert process.wait(60) == 0


def test_it_stops_at_the_end_of_its_input() -> None:
    with running("--until-eof") as process:
        port_of(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0
        process.stdin = None


@pytest.mark.parametrize("arguments", [("--companies", "0"), ("--port", "99999"), ("--today", "soon"), ("--seed", "x")])
def test_wrong_arguments_are_one_clear_line_and_exit_code_2(arguments: tuple[str, ...]) -> None:
    with running(*arguments) as process:
        said, complaint = process.communicate(timeout=60)
    assert (process.returncode, said) == (2, "")
    assert "Traceback" not in complaint
    assert complaint.strip()
