"""`doctor` says whether the models that are set could be asked; it asks none."""

from __future__ import annotations

from typing import Any

import pytest

from faces.conftest import Cli


@pytest.fixture
def models(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The check, under these variables of the environment."""
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)

    def check(**variables: str) -> Any:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return next(one for one in cli("doctor", "--json").json if one["name"] == "models")

    return check


def test_none_is_asked_by_default(models: Any) -> None:
    found = models()
    assert found["ok"]
    assert found["said"].startswith("none is asked")


def test_what_is_ready_has_its_price(models: Any) -> None:
    found = models(JOBFINDER_AI_MODELS="openai/gpt-5-mini, ollama/qwen3:8b", OPENAI_API_KEY="sk-secret")
    assert found["ok"]
    assert "openai/gpt-5-mini at $0.25 and $2 for a million tokens" in found["said"]
    assert "ollama/qwen3:8b at no cost" in found["said"]
    assert "sk-secret" not in found["said"]


def test_a_key_that_is_missing_is_named(models: Any) -> None:
    found = models(JOBFINDER_AI_MODELS="openai/gpt-5-mini")
    assert not found["ok"]
    assert "set ai.endpoints.openai.key or OPENAI_API_KEY" in found["said"]


def test_a_price_that_nobody_knows_is_told(models: Any) -> None:
    found = models(JOBFINDER_AI_MODELS="openai/unheard-of", OPENAI_API_KEY="sk-secret")
    assert not found["ok"]
    assert "ai.endpoints.openai.input_price" in found["said"]
