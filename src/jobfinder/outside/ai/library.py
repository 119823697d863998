"""The one client library: a request of ours as Pydantic AI's models put it, and their answer as a reply of ours.

Imported by `asking`, and so only when a model is first asked: it takes seconds and 50 MB to load. The models are used
directly, without agents and tools. To add a protocol: a module like `openai_chat`, and its kind in `MODELS`.
"""

from __future__ import annotations

import warnings
from importlib import import_module

import httpx2
from genai_prices.data_snapshot import get_snapshot
from pydantic_ai import direct
from pydantic_ai.exceptions import UnsupportedSettingWarning
from pydantic_ai.messages import ModelRequest, ModelResponse, UserPromptPart
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import ModelSettings

from jobfinder.outside.ai.interface import AiReply, AiRequest, Usage
from jobfinder.outside.ai.settings import Reach, bare
from jobfinder.outside.ai.shape import Shape, input_bytes, is_openai, portable, system_text

# What a model does not take (a temperature, say) is left out, and that is meant.
warnings.filterwarnings("ignore", category=UnsupportedSettingWarning)
warnings.filterwarnings("ignore", message="Sampling parameters", module="pydantic_ai")

MODELS = {"openai": "openai_chat", "anthropic": "anthropic_messages", "gemini": "gemini_content"}
"""Protocol → the module that makes its models. Each loads its provider's client."""
SLACK = 4_096
"""Tokens that a provider may count beyond what we see: its own instructions, thoughts."""
OUTPUT_NAME = "answer"


def model_of(there: Reach, name: str, shape: Shape, http: httpx2.AsyncClient) -> Model:
    """The library's model for "endpoint/model", over `http`. The first of a protocol takes seconds."""
    protocol = import_module(f"jobfinder.outside.ai.{MODELS[there.kind]}")
    model: Model = protocol.model_of(there, bare(name), shape, http)
    get_snapshot()  # The library reads its list of prices with the first answer; better now.
    return model


class UnfitError(Exception):
    """The library cannot put the question in this shape; nothing was sent."""


async def ask(model: Model, there: Reach, request: AiRequest, shape: Shape, key: str) -> ModelResponse:
    """Send it, once. Raises `UnfitError`, and what the library raises."""
    settings, parameters = _settings(there, request, shape, key), _parameters(there, request, shape)
    try:
        model.prepare_request(settings, parameters)
    except Exception as error:  # noqa: BLE001 - what a schema lacks is told by errors of any kind.
        raise UnfitError(str(error)) from None
    return await direct.model_request(
        model,
        [ModelRequest(parts=[UserPromptPart(request.prompt)], instructions=system_text(request, shape, there))],
        model_settings=settings,
        model_request_parameters=parameters,
        instrument=False,
    )


def reply_of(request: AiRequest, response: ModelResponse) -> AiReply:
    """What a response says, as a reply. Counts that cannot be are null."""
    return AiReply(
        text=response.text or "",
        usage=usage_of(request, response.text or "", response.usage.input_tokens, response.usage.output_tokens),
        cut=response.finish_reason == "length",
        request_id=response.provider_response_id,
    )


def is_declined(response: ModelResponse) -> bool:
    """Did the provider's or the model's own rules keep it from answering?"""
    return response.finish_reason == "content_filter"


def usage_of(request: AiRequest, text: str, read: int, written: int) -> Usage:
    """The counts, where they can be true: something was read, and a token is a byte or more."""
    most_read = input_bytes(request) + SLACK
    most_written = max(request.max_output, len(text.encode("utf-8", "replace"))) + SLACK
    return Usage(
        input=read if 0 < read <= most_read else None,
        output=written if (0 if not text else 1) <= written <= most_written and read > 0 else None,
    )


# ---------------------------------------------------------------- what is sent


def _settings(there: Reach, request: AiRequest, shape: Shape, key: str) -> ModelSettings:
    settings = ModelSettings(
        max_tokens=request.max_output,
        timeout=there.timeout,
        max_retries=0,
        thinking=False,
        extra_headers={"Idempotency-Key": f"{key}-{shape.name}"},
    )
    if shape.temperature:
        settings["temperature"] = request.temperature
    return settings


def _parameters(there: Reach, request: AiRequest, shape: Shape) -> ModelRequestParameters:
    if shape.mode == "prompt":
        return ModelRequestParameters()
    strict = True if there.kind == "anthropic" or is_openai(there) else None
    return ModelRequestParameters(
        output_mode="native" if shape.mode == "schema" else "prompted",
        output_object=OutputObjectDefinition(json_schema=portable(request.schema), name=OUTPUT_NAME, strict=strict),
        prompted_output_template=False,
    )
