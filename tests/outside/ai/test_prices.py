"""What a model costs, by whose word, and what a request may cost at most."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.outside.ai.interface import Price
from jobfinder.outside.ai.prices import price_list, unpriced, worst_case
from jobfinder.outside.ai.settings import Ai, Endpoint
from outside.ai.talk import question

OWN = Ai(
    endpoints={
        "openai": Endpoint(input_price=0.5, output_price=4.0),
        "gift": Endpoint(base_url="https://gift.example/v1", free=True, input_price=3.0, output_price=3.0),
        "proxy": Endpoint(base_url="http://127.0.0.1:4000"),
        "router": Endpoint(base_url="https://openrouter.ai/api/v1"),
        "zero": Endpoint(base_url="https://zero.example/v1", input_price=0.0, output_price=0.0),
    }
)


@pytest.mark.parametrize("model", ["openai/gpt-4o-mini", "anthropic/claude-haiku-4-5", "gemini/gemini-2.5-flash"])
def test_the_list_knows_what_providers_sell(model: str) -> None:
    price = price_list(Ai())(model)
    assert price is not None
    assert price.source == "genai-prices"
    assert 0 < price.input < price.output < 1e-3, "dollars for one token"


def test_a_price_of_the_list_is_for_one_token() -> None:
    price = price_list(Ai())("openai/gpt-4o-mini")
    assert price is not None
    assert price.input * 1e6 == pytest.approx(0.15)
    assert price.output * 1e6 == pytest.approx(0.60)


@pytest.mark.parametrize(
    ("model", "price"),
    [
        ("openai/gpt-4o-mini", Price(input=0.5e-6, output=4e-6, source="ai.endpoints.openai")),
        ("openai/anything", Price(input=0.5e-6, output=4e-6, source="ai.endpoints.openai")),
        ("ollama/qwen3:8b", Price(input=0.0, output=0.0, source="ai.endpoints.ollama.free")),
        ("gift/m", Price(input=0.0, output=0.0, source="ai.endpoints.gift.free")),
        ("zero/m", Price(input=0.0, output=0.0, source="ai.endpoints.zero")),
        ("proxy/gpt-4o-mini", None),
        ("anthropic/no-such-model", None),
        ("gemini/gemma-3", None),
    ],
)
def test_the_seekers_word_goes_before_the_list(model: str, price: Price | None) -> None:
    """What the list knows without a price, as the last of these, is not taken to cost nothing."""
    assert price_list(OWN)(model) == price


def test_another_sellers_list_is_used_at_its_address() -> None:
    price = price_list(OWN)("router/openai/gpt-4o-mini")
    assert price is not None
    assert price.source == "genai-prices"


def test_a_model_of_no_endpoint() -> None:
    with pytest.raises(UsageError, match="names the endpoint 'nowhere'"):
        price_list(OWN)("nowhere/m")


def test_what_is_said_where_nobody_knows() -> None:
    said = unpriced("proxy/gpt-4o-mini")
    for word in (
        "proxy/gpt-4o-mini",
        "ai.endpoints.proxy.input_price",
        "output_price",
        "ai.endpoints.proxy.free = true",
    ):
        assert word in said


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any) -> None:
        raise AssertionError("a price was looked for on the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert price_list(Ai())("openai/gpt-4o") is not None


@given(st.text(max_size=300), st.integers(1, 5_000))
def test_the_worst_case_is_above_anything_that_can_be_read_and_written(prompt: str, most: int) -> None:
    request = replace(question("openai"), prompt=prompt, max_output=most)
    price = Price(input=2e-6, output=9e-6, source="")
    read = len(prompt.encode("utf-8", "replace")) + len(request.system.encode())
    assert worst_case(request, price) >= read * price.input + most * price.output
    assert worst_case(replace(request, max_output=most + 1), price) > worst_case(request, price)
    assert worst_case(request, Price(input=0.0, output=0.0, source="")) == 0.0
