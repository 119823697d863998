"""What is asked of a language model and what comes back. Imports no client library. [guarded]

Called by `flow.paying`, which reserves, sends and settles; `outside.ai.client` fills `Ask`. A request holds
everything that its answer depends on, so its hash names the answer for ever.
"""

from __future__ import annotations

from typing import Any, Protocol

from jobfinder.model import Record


class AiRequest(Record, frozen=True):
    """One question. `model` is "endpoint/model" as in the settings; `schema` the JSON Schema that the answer must have.

    `prompt_version` names the wording of `system` and of what surrounds the data in `prompt`.
    """

    model: str
    system: str
    prompt: str
    schema: dict[str, Any]
    prompt_version: str
    max_output: int = 1_500
    temperature: float = 0.0


class Usage(Record, frozen=True):
    """Tokens as the provider counts them; null where it does not say."""

    input: int | None = None
    output: int | None = None


class AiReply(Record, frozen=True):
    """The answer's text, unchecked. `cut` says that it ended at `max_output`."""

    text: str
    usage: Usage = Usage()
    cut: bool = False
    request_id: str | None = None


class Price(Record, frozen=True):
    """US dollars for each token, and where that is known from."""

    input: float
    output: float
    source: str


class Ask(Protocol):
    """Sends one request, once: no retries, no redirects to other models."""

    async def __call__(self, request: AiRequest, *, key: str) -> AiReply:
        """`key` is sent as the idempotency key where the provider has one.

        Raises `Later` (429, overloaded, out of credit for now: with the time to wait for), `Refused` (wrong key, no
        such model, not allowed: a person must act, and the message says what), `Broken` (the request is wrong),
        `Fault` (no connection, time-out, 5xx). `Later` and `Refused` were never billed.
        """
        ...


class Prices(Protocol):
    """The price list."""

    def __call__(self, model: str) -> Price | None:
        """The price of "endpoint/model"; zero where the endpoint is declared free, null where nobody knows."""
        ...
