"""A real model behind the door: protocol, validity, counts and limits. What it says is never asserted."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator

import pytest
from msgspec.structs import replace

from jobfinder.errors import Broken, Fault
from jobfinder.outside.ai.client import Client
from jobfinder.outside.ai.interface import Price
from jobfinder.outside.ai.prices import price_list, worst_case
from jobfinder.outside.ai.settings import Ai, Endpoint
from outside.ai.llama import CONTEXT, MODEL, llama, needed
from outside.ai.talk import NOON, outcome, question

pytestmark = needed


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with llama(tmp_path_factory.mktemp("llama")) as served:
        yield served


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
