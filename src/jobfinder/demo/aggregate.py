"""Which roles the aggregator carries: a couple from each of the first companies, also from those whose board is dead.

Used by the feed, by the aggregator's pages and by the answer sheet, so that the three agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from jobfinder.demo.records import Company, Role

COMPANIES = 40
PER_COMPANY = 2


class Roles(Protocol):
    """A world, or a changed world."""

    @property
    def size(self) -> int: ...

    def company(self, which: int | str) -> Company: ...

    def roles(self, company: Company) -> tuple[Role, ...]: ...


def entries(world: Roles) -> Iterator[tuple[Company, tuple[Role, ...]]]:
    """The companies that the aggregator names, each with the roles it carries, as published."""
    for index in range(min(world.size, COMPANIES)):
        company = world.company(index)
        yield company, carried(world, company)


def carried(world: Roles, company: Company) -> tuple[Role, ...]:
    """The roles of a company that the aggregator carries."""
    if company.index >= COMPANIES:
        return ()
    return tuple(role for role in world.roles(company) if role.serial < PER_COMPANY and role.listed)


def stated_name(company: Company) -> str:
    """The company's name as the aggregator spells it: plain, legal or shouted, by turns."""
    return (company.name, company.legal_name, company.name, company.name.upper())[company.index % 4]
