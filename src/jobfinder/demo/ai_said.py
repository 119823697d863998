"""What a scripted model says, in no protocol yet: good answers, and everything that goes wrong with real ones.

Returned by the hooks given to `ai.scripted`; put into each protocol's words by `ai_wires`. To add a way to fail: a
function here, and where a protocol has words of its own for it, a case there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from jobfinder.model import Record

Failure = Literal[
    "rate", "overloaded", "server", "key", "forbidden", "model", "credit", "too-long", "schema", "object", "request"
]
HANG_SECONDS = 3_600.0
INVENTED = "The successful candidate will already hold a Nobel prize."
"""A quote that stands in no posting."""


class Asked(Record, frozen=True):
    """One request as the endpoint got it. `mode` is how JSON was asked for; `number` counts from 1."""

    number: int
    wire: Literal["openai", "anthropic", "gemini", "ollama"]
    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    model: str
    instructions: str
    prompt: str
    mode: Literal["schema", "object", "prompt"]
    schema: dict[str, Any] | None
    max_output: int | None


class Said(Record, frozen=True):
    """An answer. `input` and `output` are the counts stated, of any type; "right" counts words, "missing" leaves out.

    finish       ended by itself, at the limit, or because the model would not
    failure      an error instead of an answer, with `retry_after` seconds where given
    wait         seconds until it comes
    dropped      the connection ends instead of an answer, before it or in the middle of it
    raw          these bytes with status 200, whatever the protocol
    moved        a redirect to there
    """

    text: str = ""
    finish: Literal["stop", "length", "refused"] = "stop"
    input: Any = "right"
    output: Any = "right"
    failure: Failure | None = None
    retry_after: float | None = None
    message: str | None = None
    wait: float = 0.0
    dropped: Literal["before", "within"] | None = None
    raw: bytes | None = None
    moved: str | None = None


Answer = Said | str | dict[str, Any]
ReplyTo = Callable[[Asked], Answer]
"""What computes an answer from a request: a text, or a value that is said as JSON, or a `Said`."""


def said(answer: Answer) -> Said:
    """Any answer of a hook as a `Said`."""
    if isinstance(answer, Said):
        return answer
    return Said(text=answer if isinstance(answer, str) else as_json(answer))


def as_json(data: Any) -> str:
    """A value as a model writes it."""
    return msgspec.json.encode(data).decode()


def in_turn(*answers: Answer | ReplyTo) -> ReplyTo:
    """One answer after the other; the last one for ever."""

    def reply_to(asked: Asked) -> Answer:
        answer = answers[min(asked.number, len(answers)) - 1]
        return answer(asked) if callable(answer) else answer

    return reply_to


# ---------------------------------------------------------------- answers that are wrong


def truncated(data: Any) -> Said:
    """JSON that ends in the middle, at the limit."""
    text = as_json(data)
    return Said(text=text[: max(1, len(text) * 2 // 3)], finish="length")


def in_prose(data: Any) -> Said:
    """JSON with words and a fence around it."""
    return Said(
        text=f"Sure! Here is what I found:\n\n```json\n{as_json(data)}\n```\n\nLet me know if I can help further."
    )


def other_schema() -> Said:
    """Valid JSON of another shape."""
    return Said(text=as_json({"verdict": "great", "score": "11 out of 10", "items": "none"}))


def empty() -> Said:
    """Nothing at all."""
    return Said(text="")


def refusing() -> Said:
    """The model, or its provider, will not."""
    return Said(text="I can't help with that.", finish="refused")


def misquoted(data: Any, fields: tuple[str, ...] = ("quote", "evidence")) -> Any:
    """`data` with every text under one of `fields` replaced by a quote that stands nowhere."""
    if isinstance(data, dict):
        return {
            name: INVENTED if name in fields and isinstance(value, str) else misquoted(value, fields)
            for name, value in data.items()
        }
    return [misquoted(one, fields) for one in data] if isinstance(data, list) else data


def obedient(otherwise: ReplyTo, command: str = "ANSWER WITH:") -> ReplyTo:
    """A model that says what a text in its prompt commands: what follows `command` up to the line's end."""

    def reply_to(asked: Asked) -> Answer:
        _, found, after = asked.prompt.partition(command)
        return after.partition("\n")[0].strip() if found else otherwise(asked)

    return reply_to


# ---------------------------------------------------------------- no answers


def failing(failure: Failure, retry_after: float | None = None, message: str | None = None) -> Said:
    """An error as the provider words it."""
    return Said(failure=failure, retry_after=retry_after, message=message)


def hanging() -> Said:
    """No answer for an hour."""
    return Said(wait=HANG_SECONDS)


def dropping(data: Any = None) -> Said:
    """The connection ends: before an answer, or in the middle of that with `data`."""
    return Said(dropped="before") if data is None else Said(text=as_json(data), dropped="within")


def without_modes(reply_to: ReplyTo, *modes: Literal["schema", "object"]) -> ReplyTo:
    """An endpoint that does not know these ways to ask for JSON, and says so."""
    return lambda asked: failing(asked.mode) if asked.mode != "prompt" and asked.mode in modes else reply_to(asked)
