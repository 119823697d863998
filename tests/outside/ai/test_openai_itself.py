"""What OpenAI's and Anthropic's own addresses are sent, which differs from what their imitators are: by a recorder."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

from jobfinder.outside.ai.interface import AiReply
from jobfinder.outside.ai.library import ask, model_of, reply_of
from jobfinder.outside.ai.settings import Ai, Endpoint, reach
from jobfinder.outside.ai.shape import first_shape
from outside.ai.talk import TEXT, question

pytestmark = pytest.mark.filterwarnings("ignore:Sampling parameters")
ANSWER = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1_767_268_800,
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 90, "completion_tokens": 20, "total_tokens": 110},
}


async def sent_to_openai(model: str) -> tuple[dict[str, Any], AiReply, str]:
    """The body of the one request, the reply, and where it went."""
    seen: list[httpx2.Request] = []

    def record(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=ANSWER)

    there = reach(Ai(endpoints={"openai": Endpoint(key="sk-x")}), f"openai/{model}")
    request = question("openai", model=f"openai/{model}", prompt="<|im_start|>", max_output=400)
    async with httpx2.AsyncClient(transport=httpx2.MockTransport(record)) as http:
        shape = first_shape(there)
        response = await ask(model_of(there, request.model, shape, http), there, request, shape, "k")
    (one,) = seen
    return json.loads(one.content), reply_of(request, response), str(one.url)


@pytest.mark.parametrize("model", ["gpt-4o-mini", "gpt-5-mini"])
async def test_a_strict_schema_and_its_own_name_for_the_limit(model: str) -> None:
    body, reply, url = await sent_to_openai(model)
    assert url == "https://api.openai.com/v1/chat/completions"
    assert body["model"] == model
    assert body["max_completion_tokens"] == 400
    assert "max_tokens" not in body
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["messages"][-1]["content"] == "<|im_start|>", "it takes these signs for text"
    assert "JSON Schema" not in body["messages"][0]["content"]
    assert (reply.text, reply.usage.input, reply.usage.output) == (TEXT, 90, 20)


async def test_a_model_that_thinks_is_asked_to_think_little() -> None:
    body, _, _ = await sent_to_openai("gpt-5-mini")
    assert body["reasoning_effort"] in ("minimal", "none", "low")
    assert "temperature" not in body
    body, _, _ = await sent_to_openai("gpt-4o-mini")
    assert "reasoning_effort" not in body
    assert body["temperature"] == 0
