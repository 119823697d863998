"""What the seeker may set about language models: which are asked, at what address, with which key, for how much.

Read by `jobfinder.settings`, judged there by `checked`, handed on by `app`. Imports no client library, so that
settings load fast. Nothing is asked unless `models` names something. To add a built-in endpoint: BUILT_IN; if its key
is known from an environment variable of its own: KEYS.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from msgspec import Meta, field
from msgspec.structs import asdict, replace

from jobfinder.errors import UsageError
from jobfinder.model import Record

Kind = Literal["openai", "anthropic", "gemini"]
Json = Literal["auto", "schema", "object", "prompt"]
Name = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9_-]{0,39}$", description="lower-case letters, digits, - and _")]
Dollars = Annotated[float, Meta(ge=0, le=1_000_000)]
Key = Annotated[str, Meta(extra={"secret": True})]
LOCAL_NAMES = (".localhost", ".local", ".lan", ".internal", ".home.arpa")


class Endpoint(Record, frozen=True):
    """An address that answers for models. What is null is as built in for its name, or as said here.

    kind          its protocol; openai, where nothing is said: Ollama, llama.cpp, vLLM, LiteLLM … speak it, too
    base_url      where it is, as "http://127.0.0.1:8080/v1"
    key           its key; empty for one that asks for none
    free          costs nothing: every price is zero
    input_price   US dollars for a million tokens read; together with `output_price`; before any price list
    output_price  US dollars for a million tokens written
    timeout       seconds for one question, first to last byte (120)
    in_flight     questions at the same time (2)
    json          how it is told to answer in JSON; auto: by schema, and with less where it refuses that
    """

    kind: Kind | None = None
    base_url: str = ""
    key: Key = ""
    free: bool | None = None
    input_price: Dollars | None = None
    output_price: Dollars | None = None
    timeout: Annotated[float, Meta(gt=0, le=3600)] | None = None
    in_flight: Annotated[int, Meta(ge=1, le=64)] | None = None
    json: Json | None = None

    def __repr__(self) -> str:
        return f"Endpoint(base_url={self.base_url!r}, …)"


class Reach(Record, frozen=True):
    """An endpoint with everything settled. `price`: dollars for one token read and written, where the seeker says."""

    name: str
    kind: Kind
    base_url: str
    key: str
    free: bool
    price: tuple[float, float] | None
    timeout: float
    in_flight: int
    json: Json

    def __repr__(self) -> str:
        return f"Reach({self.name!r}, {self.kind}, {self.base_url!r})"


class Ai(Record, frozen=True):
    """Which models are asked, and what they may cost. Dollars are those of the United States.

    models        "endpoint/model", the first that answers is taken; empty: no model is ever asked
    endpoints     by name; openai, anthropic, gemini and ollama are there without being set
    day           dollars a day (UTC)
    month         dollars a calendar month (UTC)
    steps         dollars a day for single steps, as {review = 0.5, extract = 0.1}
    review_from   the least score from which on a posting is reviewed
    review_best   reviews a day at most
    max_output    tokens of one answer at most
    """

    models: tuple[str, ...] = ()
    endpoints: dict[Name, Endpoint] = field(default_factory=dict)
    day: Dollars = 1.0
    month: Dollars = 10.0
    steps: dict[Name, Dollars] = field(default_factory=dict)
    review_from: Annotated[int, Meta(ge=0, le=100)] = 70
    review_best: Annotated[int, Meta(ge=0)] = 20
    max_output: Annotated[int, Meta(ge=64, le=64_000)] = 1_500


BUILT_IN = {
    "openai": Endpoint(kind="openai", base_url="https://api.openai.com/v1"),
    "anthropic": Endpoint(kind="anthropic", base_url="https://api.anthropic.com"),
    "gemini": Endpoint(kind="gemini", base_url="https://generativelanguage.googleapis.com"),
    "ollama": Endpoint(kind="openai", base_url="http://127.0.0.1:11434/v1", free=True, timeout=600.0, in_flight=1),
}
KEYS = {
    "openai": ("OPENAI_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "gemini": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
}
"""Built-in endpoint → the variables that hold its key, as its other tools know them."""


def with_keys(ai: Ai, environ: Mapping[str, str]) -> Ai:
    """`ai` with the keys that the environment holds for built-in endpoints that are at their own address.

    A key that is set here goes before; a key of the environment goes to no other address than its provider's.
    """
    endpoints = dict(ai.endpoints)
    for name, variables in KEYS.items():
        known = endpoints.get(name, Endpoint())
        key = next((value for variable in variables if (value := environ.get(variable, "").strip())), "")
        if key and not known.key and known.base_url.rstrip("/") in ("", BUILT_IN[name].base_url):
            endpoints[name] = replace(known, key=key)
    return replace(ai, endpoints=endpoints) if endpoints != ai.endpoints else ai


def checked(ai: Ai) -> Ai:
    """`ai` itself. Raises `UsageError`, naming the field, where it cannot be used."""
    for name in ai.endpoints:
        _check(name, ai)
    for model in ai.models:
        reach(ai, model)
    return ai


def reach(ai: Ai, model: str) -> Reach:
    """How "endpoint/model" is reached. Raises `UsageError` where there is no such endpoint."""
    name, _, rest = model.partition("/")
    if not rest:
        raise UsageError(f'ai.models: {model!r} is not of the form "endpoint/model", as in "ollama/qwen3:8b"')
    if name not in ai.endpoints and name not in BUILT_IN:
        known = ", ".join(sorted({*ai.endpoints, *BUILT_IN}))
        raise UsageError(
            f"ai.models: {model!r} names the endpoint {name!r}, known are {known}; set ai.endpoints.{name}"
        )
    return _settled(name, ai.endpoints.get(name, Endpoint()))


def bare(model: str) -> str:
    """The provider's own name of "endpoint/model"."""
    return model.partition("/")[2]


def where_the_key_is_set(there: Reach) -> str:
    """What to do for an endpoint whose key is missing or wrong."""
    variables = KEYS.get(there.name, ())
    by_environment = variables and there.base_url == BUILT_IN[there.name].base_url
    return f"set ai.endpoints.{there.name}.key" + (f" or {variables[0]}" if by_environment else "")


def lane(model: str) -> str:
    """The lane of "endpoint/model"."""
    return f"ai:{model}"


def _settled(name: str, said: Endpoint) -> Reach:
    known = BUILT_IN.get(name, Endpoint())
    chosen = replace(known, **{name: value for name, value in asdict(said).items() if value not in (None, "")})
    moved = chosen.base_url.rstrip("/") != known.base_url
    prices = (chosen.input_price, chosen.output_price)
    return Reach(
        name=name,
        kind=chosen.kind or "openai",
        base_url=chosen.base_url.rstrip("/"),
        key=chosen.key,
        # What is known of an address does not hold for another one under its name.
        free=bool(said.free if moved and known.base_url else chosen.free),
        price=None if prices[0] is None or prices[1] is None else (prices[0] / 1e6, prices[1] / 1e6),
        timeout=chosen.timeout or 120.0,
        in_flight=chosen.in_flight or 2,
        json=chosen.json or "auto",
    )


# ---------------------------------------------------------------- what cannot be used


def _check(name: str, ai: Ai) -> None:
    where, said = f"ai.endpoints.{name}", ai.endpoints[name]
    if (said.input_price is None) != (said.output_price is None):
        raise UsageError(f"{where}: set both input_price and output_price (dollars for a million tokens), or none")
    if said.key and not (said.key.isascii() and said.key.isprintable() and " " not in said.key):
        raise UsageError(f"{where}.key holds characters that no key has")
    settled = _settled(name, said)
    if not settled.base_url:
        raise UsageError(f'{where}.base_url is not set: where is it, as in "http://127.0.0.1:8080/v1"?')
    _check_address(f"{where}.base_url", settled)


def _check_address(where: str, settled: Reach) -> None:
    url = _split(settled.base_url)
    if url is None or url.scheme not in ("http", "https") or not url.hostname:
        raise UsageError(f'{where} is no address: write it as "https://llm.example/v1"')
    if url.username or url.password or url.query or url.fragment:
        raise UsageError(f"{where} is an address alone, without user, query or #; a key goes into key")
    if settled.key and url.scheme == "http" and not _is_near(url.hostname):
        raise UsageError(f"{where}: a key is not sent to {url.hostname} by plain http; use https, or leave the key out")


def _split(text: str) -> SplitResult | None:
    try:
        url = urlsplit(text)
        return url if url.port != 0 and text.isprintable() and " " not in text else None
    except ValueError:
        return None


def _is_near(host: str) -> bool:
    """Is this a machine of the seeker's own network, as far as the name tells?"""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(LOCAL_NAMES)
