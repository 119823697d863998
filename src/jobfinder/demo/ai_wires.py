"""The wire formats of OpenAI, Anthropic, Gemini and Ollama: requests read, answers and errors written. Pure.

Called by `ai`. Ollama is also an endpoint of OpenAI's format, under /v1. To add a format: a `Wire`, and its path in
`WIRES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from jobfinder.demo import answer
from jobfinder.demo.ai_said import Asked, Failure, Said
from jobfinder.model import Record

Body = dict[str, Any]
Mode = tuple[Literal["schema", "object", "prompt"], Body | None]
STATUS: dict[Failure, int] = {
    "rate": 429,
    "overloaded": 503,
    "server": 500,
    "key": 401,
    "forbidden": 403,
    "model": 404,
    "credit": 429,
    "too-long": 400,
    "schema": 400,
    "object": 400,
    "request": 400,
}
MESSAGES: dict[Failure, str] = {
    "rate": "Rate limit reached for requests",
    "overloaded": "The engine is currently overloaded, please try again later",
    "server": "The server had an error while processing your request",
    "key": "Incorrect API key provided",
    "forbidden": "You are not allowed to use this model",
    "model": "The model does not exist or you do not have access to it",
    "credit": "You exceeded your current quota, please check your plan and billing details",
    "too-long": "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens",
    "schema": "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model",
    "object": "Invalid parameter: 'response_format' of type 'json_object' is not supported with this model",
    "request": "Unrecognized request argument supplied: messages",
}


class Wire(Record, frozen=True):
    """One format: how a request's body (and its path's match) is read, how an answer and an error are written."""

    name: Literal["openai", "anthropic", "gemini", "ollama"]
    path: re.Pattern[str]
    asked: Callable[[Body, re.Match[str]], dict[str, Any]]
    answer: Callable[[Asked, Said], Body]
    error: Callable[[Failure, str, int], tuple[int, Body]]


def write(asked: Asked, wire: Wire, said: Said) -> answer.Answer:
    """What goes out."""
    if said.failure:
        status = STATUS[said.failure]
        status, body = wire.error(said.failure, said.message or MESSAGES[said.failure], status)
    else:
        status, body = 200, wire.answer(asked, said)
    made = answer.json(body, status)
    headers = () if said.retry_after is None else (("Retry-After", f"{said.retry_after:.12g}"),)
    if said.moved:
        made, headers = answer.redirect(said.moved, 307), (("Location", said.moved),)
    return answer.Answer(
        status=made.status,
        body=made.body if said.raw is None else said.raw,
        content_type=made.content_type,
        headers=(("X-Request-Id", f"req_{asked.number}"), *headers),
        delay=said.wait,
        broken=said.dropped is not None,
    )


def counts(asked: Asked, said: Said) -> tuple[Any, Any]:
    """The tokens stated: about a word each where they are right."""
    right = len(asked.instructions.split()) + len(asked.prompt.split()), len(said.text.split()) or 1
    stated = (said.input, said.output)
    return tuple(right[side] if stated[side] == "right" else stated[side] for side in (0, 1))  # type: ignore[return-value]


def usage(asked: Asked, said: Said, names: tuple[str, str]) -> Body | None:
    """The block of counts, without those that are missing; null where both are."""
    stated = zip(names, counts(asked, said), strict=True)
    return {name: count for name, count in stated if count != "missing"} or None


# ---------------------------------------------------------------- OpenAI


def _openai_asked(body: Body, match: re.Match[str]) -> dict[str, Any]:
    mode, schema = _openai_mode(body.get("response_format"))
    return {
        "model": str(body.get("model", "")),
        "instructions": _texts(body, "system", "developer"),
        "prompt": _texts(body, "user"),
        "mode": mode,
        "schema": schema,
        "max_output": body.get("max_completion_tokens", body.get("max_tokens")),
    }


def _openai_mode(stated: Any) -> Mode:
    kind = stated.get("type") if isinstance(stated, dict) else None
    if kind == "json_schema":
        return "schema", stated["json_schema"]["schema"]
    return ("object" if kind == "json_object" else "prompt"), None


def _openai_answer(asked: Asked, said: Said) -> Body:
    refused = said.finish == "refused"
    message = {
        "role": "assistant",
        "content": None if refused else said.text,
        "refusal": said.text if refused else None,
    }
    answered: Body = {
        "id": f"chatcmpl-{asked.number}",
        "object": "chat.completion",
        "created": 1_767_268_800,
        "model": asked.model,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop" if refused else said.finish}],
    }
    stated = usage(asked, said, ("prompt_tokens", "completion_tokens"))
    if stated is not None:
        answered["usage"] = {**stated, "total_tokens": 0}
    return answered


OPENAI_CODES: dict[Failure, str] = {
    "rate": "rate_limit_exceeded",
    "key": "invalid_api_key",
    "model": "model_not_found",
    "credit": "insufficient_quota",
    "too-long": "context_length_exceeded",
}


def _openai_error(failure: Failure, message: str, status: int) -> tuple[int, Body]:
    code = OPENAI_CODES.get(failure)
    return status, {"error": {"message": message, "type": code or "invalid_request_error", "code": code, "param": None}}


# ---------------------------------------------------------------- Anthropic


def _anthropic_asked(body: Body, match: re.Match[str]) -> dict[str, Any]:
    stated = body.get("output_config", {}).get("format") or body.get("output_format")
    return {
        "model": str(body.get("model", "")),
        "instructions": _flat(body.get("system", "")),
        "prompt": _texts(body, "user"),
        "mode": "schema" if stated else "prompt",
        "schema": stated.get("schema") if stated else None,
        "max_output": body.get("max_tokens"),
    }


def _anthropic_answer(asked: Asked, said: Said) -> Body:
    reasons = {"stop": "end_turn", "length": "max_tokens", "refused": "refusal"}
    answered: Body = {
        "id": f"msg_{asked.number}",
        "type": "message",
        "role": "assistant",
        "model": asked.model,
        "content": [{"type": "text", "text": said.text}] if said.text else [],
        "stop_reason": reasons[said.finish],
        "stop_sequence": None,
    }
    stated = usage(asked, said, ("input_tokens", "output_tokens"))
    return answered if stated is None else {**answered, "usage": stated}


ANTHROPIC_TYPES: dict[Failure, str] = {
    "rate": "rate_limit_error",
    "overloaded": "overloaded_error",
    "server": "api_error",
    "key": "authentication_error",
    "forbidden": "permission_error",
    "model": "not_found_error",
}
ANTHROPIC_MESSAGES: dict[Failure, str] = {
    "credit": "Your credit balance is too low to access the Anthropic API",
    "too-long": "prompt is too long: 210000 tokens > 200000 maximum",
}


def _anthropic_error(failure: Failure, message: str, status: int) -> tuple[int, Body]:
    status = {"overloaded": 529, "credit": 400}.get(failure, status)
    worded = ANTHROPIC_MESSAGES.get(failure, message) if message == MESSAGES[failure] else message
    kind = ANTHROPIC_TYPES.get(failure, "invalid_request_error")
    return status, {"type": "error", "error": {"type": kind, "message": worded}}


# ---------------------------------------------------------------- Gemini


def _gemini_asked(body: Body, match: re.Match[str]) -> dict[str, Any]:
    config = body.get("generationConfig", {})
    schema = config.get("responseJsonSchema") or config.get("responseSchema")
    is_json = config.get("responseMimeType") == "application/json"
    return {
        "model": match[1],
        "instructions": _flat((body.get("systemInstruction") or {}).get("parts", "")),
        "prompt": "\n".join(_flat(content.get("parts", "")) for content in body.get("contents", [])),
        "mode": "schema" if schema else ("object" if is_json else "prompt"),
        "schema": schema,
        "max_output": config.get("maxOutputTokens"),
    }


def _gemini_answer(asked: Asked, said: Said) -> Body:
    reasons = {"stop": "STOP", "length": "MAX_TOKENS", "refused": "SAFETY"}
    candidate: Body = {"index": 0, "finishReason": reasons[said.finish]}
    if said.finish != "refused":
        candidate["content"] = {"role": "model", "parts": [{"text": said.text}] if said.text else []}
    answered: Body = {"candidates": [candidate], "modelVersion": asked.model, "responseId": f"resp-{asked.number}"}
    stated = usage(asked, said, ("promptTokenCount", "candidatesTokenCount"))
    return answered if stated is None else {**answered, "usageMetadata": stated}


GEMINI_STATUSES: dict[Failure, str] = {
    "rate": "RESOURCE_EXHAUSTED",
    "overloaded": "UNAVAILABLE",
    "server": "INTERNAL",
    "forbidden": "PERMISSION_DENIED",
    "model": "NOT_FOUND",
    "credit": "RESOURCE_EXHAUSTED",
}
GEMINI_DETAILS: dict[Failure, Body] = {
    "key": {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"},
    "credit": {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
    },
}
GEMINI_TOO_LONG = "The input token count (1100000) exceeds the maximum number of tokens allowed (1048576)."


def _gemini_error(failure: Failure, message: str, status: int) -> tuple[int, Body]:
    status = 400 if failure == "key" else status
    worded = GEMINI_TOO_LONG if failure == "too-long" and message == MESSAGES[failure] else message
    error: Body = {"code": status, "message": worded, "status": GEMINI_STATUSES.get(failure, "INVALID_ARGUMENT")}
    detail = GEMINI_DETAILS.get(failure)
    return status, {"error": error if detail is None else {**error, "details": [detail]}}


# ---------------------------------------------------------------- Ollama


def _ollama_asked(body: Body, match: re.Match[str]) -> dict[str, Any]:
    stated = body.get("format")
    return {
        "model": str(body.get("model", "")),
        "instructions": _texts(body, "system"),
        "prompt": _texts(body, "user"),
        "mode": "schema" if isinstance(stated, dict) else ("object" if stated == "json" else "prompt"),
        "schema": stated if isinstance(stated, dict) else None,
        "max_output": body.get("options", {}).get("num_predict"),
    }


def _ollama_answer(asked: Asked, said: Said) -> Body:
    stated = usage(asked, said, ("prompt_eval_count", "eval_count"))
    return {
        "model": asked.model,
        "created_at": "2026-01-01T12:00:00Z",
        "message": {"role": "assistant", "content": said.text},
        "done": True,
        "done_reason": "length" if said.finish == "length" else "stop",
        **(stated or {}),
    }


def _ollama_error(failure: Failure, message: str, status: int) -> tuple[int, Body]:
    return status, {"error": message}


# ---------------------------------------------------------------- all


def _texts(body: Body, *roles: str) -> str:
    return "\n".join(_flat(one.get("content", "")) for one in body.get("messages", []) if one.get("role") in roles)


def _flat(content: Any) -> str:
    """A content's text, be it a text or a list of parts."""
    if isinstance(content, str):
        return content
    return "\n".join(str(part.get("text", "")) for part in content if isinstance(part, dict))


WIRES = (
    Wire(
        name="openai",
        path=re.compile(r"(?:/v1)?/chat/completions"),
        asked=_openai_asked,
        answer=_openai_answer,
        error=_openai_error,
    ),
    Wire(
        name="anthropic",
        path=re.compile(r"/v1/messages"),
        asked=_anthropic_asked,
        answer=_anthropic_answer,
        error=_anthropic_error,
    ),
    Wire(
        name="gemini",
        path=re.compile(r"/v1(?:beta)?/models/([^/:]{1,200}):generateContent"),
        asked=_gemini_asked,
        answer=_gemini_answer,
        error=_gemini_error,
    ),
    Wire(
        name="ollama",
        path=re.compile(r"/api/chat"),
        asked=_ollama_asked,
        answer=_ollama_answer,
        error=_ollama_error,
    ),
)
