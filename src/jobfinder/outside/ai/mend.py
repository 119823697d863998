"""Counts that no client can read are made zero, which is "not said": an answer that was paid for is not lost over them.

Pure. Called by `wire` with what an endpoint answered, before its client sees it. To add a protocol: `COUNTS`.
"""

from __future__ import annotations

from typing import Any

import msgspec

COUNTS = {
    "openai": ("usage", ("prompt_tokens", "completion_tokens", "total_tokens")),
    "anthropic": ("usage", ("input_tokens", "output_tokens")),
    "gemini": ("usageMetadata", ("promptTokenCount", "candidatesTokenCount", "totalTokenCount")),
}
"""Protocol → where the counts are, and those that must be there."""
MOST = 1 << 40


def mended(body: bytes, kind: str) -> bytes:
    """The answer with counts that can be read; as it is, where it is no JSON object."""
    try:
        answer = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return body
    if not isinstance(answer, dict):
        return body
    field, needed = COUNTS[kind]
    stated = answer.get(field)
    counts = _readable(stated) if isinstance(stated, dict) else {}
    for name in needed:
        counts[name] = counts[name] if _is_count(counts.get(name)) else 0
    return msgspec.json.encode({**answer, field: counts})


def _readable(stated: dict[str, Any]) -> dict[str, Any]:
    """The counts that are some, those of nested groups as well; lists and words are left out."""
    groups = {name: _readable(value) for name, value in stated.items() if isinstance(value, dict)}
    return {name: value for name, value in stated.items() if _is_count(value)} | groups


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < MOST
