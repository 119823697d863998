"""The client library takes seconds to load: nobody pays for it who asks no model, and who lacks it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jobfinder.errors import Refused
from jobfinder.outside.ai import client, prices
from jobfinder.outside.ai.client import Client, missing
from jobfinder.outside.ai.settings import Ai
from outside.ai.talk import NOON, question

SOURCE = str(Path(__file__).parents[3] / "src")
HEAVY = ("pydantic_ai", "pydantic", "openai", "anthropic", "google.genai", "genai_prices")
MODULES = "jobfinder, jobfinder.app, jobfinder.faces.cli, jobfinder.outside.ai.client, jobfinder.outside.ai.prices"


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": SOURCE}, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_nothing_loads_it_that_asks_no_model() -> None:
    asking = "c = jobfinder.outside.ai.client.Client(jobfinder.outside.ai.settings.Ai(), now=float); c; missing = "
    check = f"import sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert run(f"import {MODULES}; {asking}jobfinder.outside.ai.client.missing(); {check}") == "[]"


def test_it_is_there_where_these_tests_run() -> None:
    assert missing() is None


async def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("no_such_package", "no_such_package.within"):
        monkeypatch.setattr(client, "PACKAGES", (package,))
        with pytest.raises(Refused) as refused:
            await Client(Ai(), now=lambda: NOON)(question("openai", model="ollama/m"), key="k")
        for word in ("ollama/m", package, "pip install 'jobfinder[ai]'", "requirements-ai.lock"):
            assert word in str(refused.value)


def test_without_the_extra_no_price_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genai_prices", None)
    assert prices.price_list(Ai())("openai/gpt-4o") is None
    assert prices.price_list(Ai())("ollama/m") is not None
