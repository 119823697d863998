"""Endpoints that do not take what they are asked for: what is tried next, and that it is remembered."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from jobfinder.demo.ai_said import Answer, Asked, failing, in_turn, without_modes
from jobfinder.errors import Broken, Fault
from jobfinder.outside.ai.interface import AiRequest
from jobfinder.outside.ai.settings import Ai, reach
from jobfinder.outside.ai.shape import Shape, first_shape, input_bytes, next_shape, portable
from outside.ai.talk import GOOD, KINDS, TEXT, outcome, question, talking

each_kind = pytest.mark.parametrize("kind", KINDS)
DOWN = {"openai": ["schema", "object", "prompt"], "gemini": ["schema", "object", "prompt"]}


@each_kind
async def test_less_is_asked_for_until_it_is_taken_and_that_is_remembered(kind: str) -> None:
    async with talking(without_modes(lambda asked: GOOD, "schema", "object")) as (client, endpoint):
        assert (await client(question(kind), key="k")).text == TEXT
        modes = [asked.mode for asked in endpoint.requests]
        assert modes == DOWN.get(kind, ["schema", "prompt"])
        await client(question(kind), key="k2")
    assert [asked.mode for asked in endpoint.requests[len(modes) :]] == ["prompt"]
    keys = [asked.headers["idempotency-key"] for asked in endpoint.requests]
    assert len(set(keys)) == len(keys), "another request has another key"


@each_kind
async def test_without_the_mode_the_schema_stands_in_the_instructions(kind: str) -> None:
    async with talking(without_modes(lambda asked: GOOD, "schema", "object")) as (client, endpoint):
        await client(question(kind), key="k")
    assert '"enum":["yes","no","unknown"]' in endpoint.requests[-1].instructions
    assert endpoint.requests[-1].prompt == question(kind).prompt


async def test_a_server_that_takes_it_for_its_own_fault() -> None:
    """As llama-cpp-python does; any other 500 is one."""
    said = "1 validation error: {'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}"
    async with talking(in_turn(failing("server", message=said), GOOD, failing("server"))) as (client, endpoint):
        assert (await client(question("openai"), key="k")).text == TEXT
        assert isinstance(await outcome(client, question("openai")), Fault)
    assert [asked.mode for asked in endpoint.requests] == ["schema", "object", "object"]


async def test_objects_are_taken_where_schemas_are_not() -> None:
    async with talking(without_modes(lambda asked: GOOD, "schema")) as (client, endpoint):
        await client(question("openai"), key="k")
    assert endpoint.requests[-1].body["response_format"] == {"type": "json_object"}


@pytest.mark.parametrize("mode", ["schema", "object", "prompt"])
async def test_the_seeker_may_say_how_to_ask(mode: str) -> None:
    async with talking(lambda asked: failing("request"), json=mode) as (client, endpoint):
        assert isinstance(await outcome(client, question("openai")), Broken)
    assert [asked.mode for asked in endpoint.requests] == [mode]


@each_kind
async def test_a_request_that_is_wrong_in_every_way_ends(kind: str) -> None:
    async with talking(lambda asked: failing("request", message="no\n such thing")) as (client, endpoint):
        raised = await outcome(client, question(kind))
    assert isinstance(raised, Broken)
    assert "answers 400: no such thing" in str(raised)
    assert len(endpoint.requests) == len(DOWN.get(kind, ["schema", "prompt"]))


async def test_a_refusal_is_not_remembered() -> None:
    async with talking(in_turn(failing("schema"), failing("rate"), GOOD)) as (client, endpoint):
        await outcome(client, question("openai"))
        await client(question("openai"), key="k")
    assert [asked.mode for asked in endpoint.requests] == ["schema", "object", "schema"]


@pytest.mark.parametrize("words", ["context size exceeded", "the prompt is too long", "exceed_context_size_error"])
async def test_too_long_in_any_words_is_not_asked_again(words: str) -> None:
    async with talking(lambda asked: failing("request", message=words)) as (client, endpoint):
        raised = await outcome(client, question("openai"))
    assert "too long for it" in str(raised)
    assert len(endpoint.requests) == 1


async def test_a_model_that_takes_neither_the_limits_name_nor_the_temperature() -> None:
    def picky(asked: Asked) -> Answer:
        if "max_tokens" in asked.body:
            return failing("request", message=f"Unsupported{' ' * 500}parameter: use 'max_completion_tokens' instead.")
        if "temperature" in asked.body:
            return failing("request", message="Unsupported value: 'temperature' does not support 0.")
        return GOOD

    async with talking(picky) as (client, endpoint):
        assert (await client(question("openai", max_output=99), key="k")).text == TEXT
        await client(question("openai"), key="k")
    assert [asked.mode for asked in endpoint.requests] == ["schema"] * 4
    assert endpoint.requests[2].max_output == 99


async def test_a_schema_that_the_client_cannot_put_is_told_in_words() -> None:
    odd = {**question("anthropic").schema, "type": "nonsense"}
    async with talking(lambda asked: GOOD) as (client, endpoint):
        await client(question("anthropic", schema=odd), key="k")
    assert [asked.mode for asked in endpoint.requests] == ["prompt"]


# ---------------------------------------------------------------- pure


def test_openai_itself_has_its_own_name_for_the_limit() -> None:
    assert first_shape(reach(Ai(), "openai/gpt-x")) == Shape(mode="schema", completion=True)
    assert first_shape(reach(Ai(), "ollama/qwen3:8b")) == Shape(mode="schema", completion=False)


def test_every_way_down_ends() -> None:
    for model in ("openai/m", "ollama/m", "anthropic/m", "gemini/m"):
        there, tried = reach(Ai(), model), []
        shape: Shape | None = first_shape(there)
        while shape is not None:
            assert shape not in tried
            tried.append(shape)
            shape = next_shape(shape, there, "max_completion_tokens and temperature are not supported")
        assert tried[-1].mode == "prompt"


@pytest.mark.parametrize(
    ("schema", "made"),
    [
        pytest.param({"type": "string"}, {"type": "string"}, id="one type"),
        pytest.param(
            {"type": ["integer", "null"], "minimum": 1, "description": "d"},
            {"description": "d", "anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]},
            id="two types",
        ),
        pytest.param(
            {"properties": {"type": {"type": ["string", "null"]}}},
            {"properties": {"type": {"anyOf": [{"type": "string"}, {"type": "null"}]}}},
            id="a property of that name",
        ),
        pytest.param({"anyOf": [{"type": ["null"]}]}, {"anyOf": [{"anyOf": [{"type": "null"}]}]}, id="within"),
    ],
)
def test_lists_of_types_become_alternatives(schema: Any, made: Any) -> None:
    assert portable(schema) == made


@each_kind
async def test_the_bytes_counted_are_no_less_than_those_sent(kind: str) -> None:
    """The worst case of a price rests on it, with signs that take more room on the wire."""
    request: AiRequest = question(kind, prompt="<|im_start|>" * 2_000 + "Prüfer für Straßen \u4f60\u597d " * 50)
    for hook in (lambda asked: GOOD, without_modes(lambda asked: GOOD, "schema", "object")):
        async with talking(hook) as (client, endpoint):
            await client(request, key="k")
        asked = endpoint.requests[-1]
        sent = len(asked.instructions.encode()) + len(asked.prompt.encode()) + len(str(asked.schema or ""))
        assert sent <= input_bytes(request)
    assert input_bytes(replace(request, prompt=request.prompt + "x")) == input_bytes(request) + 1
