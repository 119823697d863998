"""What can be found out from the demo's URLs: the answer sheet for tests and benchmarks.

Computed from the world alone, without the engine. `world.expect` gives it; the world as changed while running is told
by the web's `roles` and `company`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfinder.demo.addresses import AGGREGATOR_FEED, aggregated_url, board_url, listing_url, posting_url, site_url
from jobfinder.demo.aggregate import entries
from jobfinder.demo.records import BoardKind, BoardState, Company, Role
from jobfinder.model import Record

if TYPE_CHECKING:
    from jobfinder.demo.world import World


class ExpectedCompany(Record, frozen=True):
    """An employer that some page names, with the facts its site states."""

    slug: str
    name: str
    domain: str
    website: str
    industry: str
    founded: int
    size: str
    stack: tuple[str, ...]


class ExpectedSource(Record, frozen=True):
    """Something that lists postings. `outcome`: enabled, empty, gone (404) or blocked (robots)."""

    company: str | None
    kind: str
    token: str | None
    url: str
    listing: str
    outcome: str


class ExpectedRole(Record, frozen=True):
    """An opening that can be found. `url` is its owner's, or the aggregator's where no board lists it."""

    company: str
    external_id: str
    title: str
    url: str
    aggregated: str | None


class Expectation(Record, frozen=True):
    """Everything that can be discovered from `world.urls()`."""

    companies: tuple[ExpectedCompany, ...]
    sources: tuple[ExpectedSource, ...]
    roles: tuple[ExpectedRole, ...]


def expectation(world: World) -> Expectation:
    """The answer sheet of a world."""
    named = {company.index: {role.serial for role in roles} for company, roles in entries(world)}
    reached = [company for company in map(world.company, sorted(named)) if company]
    aggregator = ExpectedSource(
        company=None, kind="aggregator", token=None, url=AGGREGATOR_FEED, listing=AGGREGATOR_FEED, outcome="enabled"
    )
    return Expectation(
        companies=tuple(map(_company, reached)),
        sources=(aggregator, *map(_source, reached)),
        roles=tuple(
            _role(company, role, role.serial in named[company.index])
            for company in reached
            for role in world.roles(company)
            if _findable(company, role) or role.serial in named[company.index]
        ),
    )


def outcome(company: Company) -> str:
    """What becomes of a company's source."""
    if company.part == "robots":
        return "blocked"
    return {BoardState.OK: "enabled", BoardState.EMPTY: "empty", BoardState.GONE: "gone"}[company.board.state]


def _findable(company: Company, role: Role) -> bool:
    return outcome(company) == "enabled" and role.listed


def _company(company: Company) -> ExpectedCompany:
    return ExpectedCompany(
        slug=company.slug,
        name=company.name,
        domain=company.domain,
        website=site_url(company),
        industry=company.industry,
        founded=company.founded,
        size=company.size,
        stack=company.stack,
    )


def _source(company: Company) -> ExpectedSource:
    own = company.board.kind in (BoardKind.PAGE, BoardKind.RSS)
    return ExpectedSource(
        company=company.slug,
        kind=company.board.kind,
        token=None if own else company.board.token,
        url=board_url(company),
        listing=listing_url(company),
        outcome=outcome(company),
    )


def _role(company: Company, role: Role, aggregated: bool) -> ExpectedRole:
    also = aggregated_url(company, role) if aggregated else None
    return ExpectedRole(
        company=company.slug,
        external_id=role.external_id,
        title=role.title,
        url=posting_url(company, role) if _findable(company, role) or not also else also,
        aggregated=also,
    )
