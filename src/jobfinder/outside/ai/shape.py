"""How one question is put to an endpoint: the ways to ask for JSON, from the strictest to none, and what is then sent.

Pure. Called by `client`, which remembers for each endpoint what worked, and by `prices`. Endpoints that speak
OpenAI's protocol differ in what they take; one that refuses something (a 400, which is never billed) is asked with
less.
"""

from __future__ import annotations

import json
from typing import Any, Literal
from urllib.parse import urlsplit

from msgspec.structs import replace

from jobfinder.model import Record
from jobfinder.outside.ai.interface import AiRequest
from jobfinder.outside.ai.settings import Reach

Mode = Literal["schema", "object", "prompt"]
LESS: dict[str, dict[Mode, Mode]] = {
    "openai": {"schema": "object", "object": "prompt"},
    "anthropic": {"schema": "prompt", "object": "prompt"},
    "gemini": {"schema": "object", "object": "prompt"},
}
"""Protocol → way of asking → the next one."""
INSTRUCTION = "Answer with one JSON object that follows this JSON Schema, and with nothing else:\n"
OPENAI_HOSTS = ("api.openai.com", ".openai.azure.com")
"""Those that call the limit of an answer `max_completion_tokens`; all others know it as `max_tokens`."""
ABOUT = ("title", "description", "default")
"""What in a schema says something about all alternatives."""
MOST_FIXES = 4
WRAPPING = 1_000
"""Bytes for what protocols and templates of a chat put around the texts."""


class Shape(Record, frozen=True):
    """What is sent besides the texts.

    mode          JSON by schema, JSON of any kind, or only asked for in words
    completion    the limit of the answer is named `max_completion_tokens`
    temperature   is sent at all
    """

    mode: Mode = "schema"
    completion: bool = False
    temperature: bool = True

    @property
    def name(self) -> str:
        """A short name, for idempotency keys: another shape is another request."""
        return f"{self.mode}{'-c' if self.completion else ''}{'' if self.temperature else '-t'}"


def is_openai(there: Reach) -> bool:
    """Is it OpenAI itself, and not one of the many that speak its protocol?"""
    host = urlsplit(there.base_url).hostname or ""
    return any(host == known or (known[0] == "." and host.endswith(known)) for known in OPENAI_HOSTS)


def first_shape(there: Reach) -> Shape:
    """What is tried first at an endpoint."""
    return Shape(mode="schema" if there.json == "auto" else there.json, completion=is_openai(there))


def next_shape(shape: Shape, there: Reach, said: str) -> Shape | None:
    """What to try after an endpoint refused `shape`, saying `said`; null where nothing is left."""
    if there.kind == "openai" and "max_completion_tokens" in said and not shape.completion:
        return replace(shape, completion=True)
    if "temperature" in said and shape.temperature:
        return replace(shape, temperature=False)
    less = LESS[there.kind].get(shape.mode) if there.json == "auto" else None
    return replace(shape, mode=less) if less else None


def system_text(request: AiRequest, shape: Shape, there: Reach) -> str:
    """The instructions; with the schema in words where the endpoint does not surely take it as such."""
    if shape.mode == "schema" and (there.kind != "openai" or is_openai(there)):
        return request.system
    return spelt_out(request)


def spelt_out(request: AiRequest) -> str:
    """The instructions with the schema in words."""
    return f"{request.system}\n\n{INSTRUCTION}{_compact(request.schema)}"


def portable(schema: Any) -> Any:
    """The schema without lists of types, which not every provider takes: one alternative for each instead."""
    if isinstance(schema, list):
        return [portable(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: portable(value) for name, value in schema.items()}
    kinds = plain.get("type")
    # A property may be named "type".
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        return plain
    rest = {name: value for name, value in plain.items() if name in ABOUT}
    bounds = {name: value for name, value in plain.items() if name not in ABOUT and name != "type"}
    return {**rest, "anyOf": [{"type": kind, **({} if kind == "null" else bounds)} for kind in kinds]}


def input_bytes(request: AiRequest) -> int:
    """No less than the tokens that any of the shapes makes a model read: a token is a byte or more.

    The schema may be read twice, in words and as such, and three bytes may break up each sign of a chat's template.
    """
    texts = spelt_out(request) + request.prompt + _compact(request.schema)
    breaks = 3 * sum(map(texts.count, "<[]"))
    return len(texts.encode("utf-8", "replace")) + breaks + WRAPPING


def _compact(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
