"""What a model costs: the seeker's own prices, zero where it is free, else the list of the package `genai-prices`.

Made by `app` from the settings, asked by `flow.paying` before anything is sent. The list is the one installed:
nothing is fetched. It is looked up by the endpoint's address, so that a model's name at a proxy says nothing about
its price.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jobfinder.outside.ai.interface import AiRequest, Price, Prices
from jobfinder.outside.ai.settings import Ai, Reach, bare, reach
from jobfinder.outside.ai.shape import input_bytes

SAMPLE = 100_000
"""Tokens that the list is asked about: below the sizes from which on some providers take more for each."""


def price_list(ai: Ai) -> Prices:
    """The prices under these settings. Raises `UsageError` for a model whose endpoint is not set."""

    @cache
    def price_of(model: str) -> Price | None:
        there = reach(ai, model)
        if there.free:
            return Price(input=0.0, output=0.0, source=f"ai.endpoints.{there.name}.free")
        if there.price is not None:
            return Price(input=there.price[0], output=there.price[1], source=f"ai.endpoints.{there.name}")
        return _listed(there, bare(model))

    return price_of


def unpriced(model: str) -> str:
    """What to tell the seeker where nobody knows the price of "endpoint/model"."""
    where = f"ai.endpoints.{model.partition('/')[0]}"
    return (
        f"nobody knows what {model} costs, so it is not asked: set {where}.input_price and {where}.output_price "
        f"(dollars for a million tokens), or {where}.free = true if it costs nothing"
    )


def worst_case(request: AiRequest, price: Price) -> float:
    """The most that this request can cost, in dollars: every byte a token, and an answer of full length."""
    return input_bytes(request) * price.input + request.max_output * price.output


def _listed(there: Reach, name: str) -> Price | None:
    try:
        # Half a second to import, and only needed where a paid model is to be asked.
        from genai_prices import Usage, calc_price
    except ModuleNotFoundError:
        return None

    def dollars(usage: Usage) -> float:
        return float(calc_price(usage, name, provider_api_url=there.base_url).total_price) / SAMPLE

    return _price(lambda: (dollars(Usage(input_tokens=SAMPLE)), dollars(Usage(output_tokens=SAMPLE))))


def _price(look_up: Callable[[], tuple[float, float]]) -> Price | None:
    try:
        reading, writing = look_up()
    except LookupError:
        return None
    # A model in the list without a price is one that nobody knows the price of.
    return Price(input=reading, output=writing, source="genai-prices") if reading > 0 and writing > 0 else None
