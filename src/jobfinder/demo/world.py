"""The demo's world: companies, their roles, and what can be found out about them. Immutable; repeatable from its seed.

Made by the tests, the demo and the benchmarks; served, with changes on top, by `server`. Companies and roles are
generated when asked for, and only the recent ones are kept, so a world of thousands costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache

from jobfinder.demo import companies, roles, submitted
from jobfinder.demo.addresses import AGGREGATOR, PROVIDERS
from jobfinder.demo.cast import CAST
from jobfinder.demo.companies import CAPACITY
from jobfinder.demo.expect import Expectation, expectation
from jobfinder.demo.records import Company, Role
from jobfinder.errors import UsageError

KEPT_COMPANIES = 1024
KEPT_ROLES = 4096


class World:
    """All there is. Use `World.make`; the same arguments give the same bytes on every page."""

    def __init__(self, seed: int, size: int, today: date) -> None:
        self.seed = seed
        self.size = size
        self.today = today
        self._company = lru_cache(KEPT_COMPANIES)(self._make_company)
        self._role = lru_cache(KEPT_ROLES)(self._make_role)

    @classmethod
    def make(cls, *, seed: int = 7, companies: int = 12, today: date | None = None) -> World:
        """A world of so many companies. Dates lie before `today`, by default the present day (UTC)."""
        if not 1 <= companies <= CAPACITY:
            raise UsageError(f"a world has 1 to {CAPACITY} companies, not {companies}")
        return cls(seed, companies, today or datetime.now(UTC).date())

    @property
    def generated(self) -> int:
        """How often a role was generated; tells whether the world is as lazy as it should be."""
        return self._role.cache_info().misses

    def __iter__(self) -> Iterator[Company]:
        """Every company, in order."""
        return (self.company(index) for index in range(self.size))

    def company(self, which: int | str) -> Company:
        """The company with that index, slug, domain or part; raises `UsageError` when there is none."""
        index = self._index(which) if isinstance(which, str) else which
        if index is None or not 0 <= index < self.size:
            raise UsageError(f"no company {which!r} in this world of {self.size}; see `[c.slug for c in world]`")
        return self._company(index)

    def by_slug(self, slug: str) -> Company | None:
        """The company with that slug, or null."""
        index = self._slugs.get(slug)
        return None if index is None else self._company(index)

    def by_token(self, token: str) -> Company | None:
        """The company whose name a board token may be; the caller compares the token as spelt."""
        index = self._tokens.get(_plain(token))
        return None if index is None else self._company(index)

    def roles(self, company: Company) -> tuple[Role, ...]:
        """The company's roles, as the world was made."""
        return tuple(self._role(company.index, serial) for serial in range(company.role_count))

    def role(self, company: Company, serial: int) -> Role:
        """One of them; cheaper than all where only one is wanted."""
        return self._role(company.index, serial)

    def urls(self) -> list[str]:
        """A handful of bare URLs of different kinds to submit; what else there is can be discovered from them."""
        return submitted.urls(self)

    @cached_property
    def expect(self) -> Expectation:
        """What can be discovered from `urls()`."""
        return expectation(self)

    def hosts(self) -> list[str]:
        """Every host that answers, company sites last."""
        return [*PROVIDERS, AGGREGATOR, *(company.host for company in self)]

    def _index(self, name: str) -> int | None:
        if name in self._parts:
            return self._parts[name]
        return self._slugs.get(name.removeprefix("www.").removesuffix(".example"))

    @cached_property
    def _parts(self) -> dict[str, int]:
        return {part.name: index for index, part in enumerate(CAST[: self.size])}

    @cached_property
    def _slugs(self) -> dict[str, int]:
        return {companies.slug(self.seed, index): index for index in range(self.size)}

    @cached_property
    def _tokens(self) -> dict[str, int]:
        return {_plain(slug): index for slug, index in self._slugs.items()}

    def _make_company(self, index: int) -> Company:
        return companies.company(self.seed, index)

    def _make_role(self, index: int, serial: int) -> Role:
        return roles.role(self.seed, self._company(index), serial, self.today)


def _plain(token: str) -> str:
    return "".join(letter for letter in token.lower() if letter.isalnum())
