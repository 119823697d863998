"""Which bare URLs a seeker of the demo submits: one of each kind. `world.urls` gives them; `expect` says what follows.

The aggregator's feed names every company that can be discovered, most of which no other of these URLs names. To add a
kind: a row in SUBMITTED.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobfinder.demo.addresses import AGGREGATOR_FEED, board_url, posting_url, site_url
from jobfinder.demo.cast import CAST
from jobfinder.demo.records import Company

if TYPE_CHECKING:
    from jobfinder.demo.world import World


def urls(world: World) -> list[str]:
    """The URLs whose company is in the world, and the aggregator's feed, which always is."""
    cast = {part.name for part in CAST[: world.size]}
    made = [make(world, world.company(part)) for part, make in SUBMITTED.items() if part in cast]
    return [*made, AGGREGATOR_FEED]


def _posting(world: World, company: Company) -> str:
    return posting_url(company, world.roles(company)[0])


def _site(world: World, company: Company) -> str:
    return site_url(company)


def _board(world: World, company: Company) -> str:
    return board_url(company)


SUBMITTED: dict[str, Callable[[World, Company], str]] = {
    "greenhouse": _posting,
    "page": _posting,
    "lever": _site,
    "ashby": _board,
}
