"""The records of which the preferences are made: one group for each thing that a seeker may lay down.

Pure data. Put together by `match.prefs`, read by the rules. Every group is empty by default and then lets everything
through, save the flags of a fraud. To add one: a record here, then as `match.prefs` says.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from jobfinder.model import Record, Remote, Tier
from jobfinder.read.employment import Employment
from jobfinder.read.fact import Degree, FlagKind
from jobfinder.read.level import Level

Strikes: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Mode: TypeAlias = Literal["reject"] | Strikes
"""What a violation does: reject at once, or add this many strikes; 0 only reports it."""
Words: TypeAlias = tuple[Annotated[str, Meta(min_length=1, max_length=200)], ...]
Amount: TypeAlias = Annotated[float, Meta(gt=0, le=1e12)]
Points: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Weight: TypeAlias = Annotated[float, Meta(ge=0, le=100)]
Currency: TypeAlias = Annotated[str, Meta(pattern="^[A-Z]{3}$", description="an ISO 4217 code such as EUR")]
Period: TypeAlias = Literal["hour", "day", "week", "month", "year"]
Offset: TypeAlias = Annotated[float, Meta(ge=-12, le=14)]
"""Hours ahead of UTC."""
Fluency: TypeAlias = Literal["A1", "A2", "B1", "B2", "C1", "C2", "native"]
"""How well a language is spoken, by the CEFR."""
Readiness: TypeAlias = Literal["holds", "willing", "no"]
"""Towards a security clearance: has one, would go through it, would not."""


class Group(Record, frozen=True, forbid_unknown_fields=True):
    """Base of the parts of a document of the seeker."""


# ---------------------------------------------------------------- what the work is


class StopLists(Group, frozen=True):
    """Ends a job before any request. Names are compared as companies, domains with all below them, keywords as whole
    words.
    """

    companies: Words = ()
    domains: Words = ()
    keywords: Words = ()


class Titles(Group, frozen=True):
    """Whole words in the title. A title that holds none of `wanted` violates, as does one that holds any of
    `excluded`.
    """

    wanted: Words = ()
    excluded: Words = ()
    wanted_mode: Mode = 2
    excluded_mode: Mode = "reject"


class Keywords(Group, frozen=True):
    """Whole words in title, department or description. Each of `required` must occur; "a | b" asks for one of the
    two.
    """

    required: Words = ()
    excluded: Words = ()
    required_mode: Mode = "reject"
    excluded_mode: Mode = "reject"


class SkillWishes(Group, frozen=True):
    """What the seeker loves to work with, is fine with, and never wants to: a posting that asks for one of `no`
    violates; one that only welcomes it does not.
    """

    loved: Words = ()
    fine: Words = ()
    no: Words = ()
    mode: Mode = 2


class DealBreaker(Group, frozen=True):
    """A regular expression (RE2, any case) that title and description must not hold. `note` says why, in the seeker's
    words.
    """

    pattern: Annotated[str, Meta(min_length=1, max_length=500)]
    mode: Mode = "reject"
    note: Annotated[str, Meta(max_length=200)] | None = None


DealBreakers: TypeAlias = Annotated[tuple[DealBreaker, ...], Meta(max_length=100)]


class Seniority(Group, frozen=True):
    """Levels taken (none named: all)."""

    accepted: tuple[Level, ...] = ()
    mode: Mode = 2


class YearsTaken(Group, frozen=True):
    """The most years of experience that a posting may ask for."""

    most: Annotated[float, Meta(ge=0, le=60)] | None = None
    mode: Mode = 2


class DegreeHeld(Group, frozen=True):
    """The highest degree held. A posting that insists on more is reported."""

    held: Degree | None = None
    mode: Mode = 0


# ---------------------------------------------------------------- where and when


class Locations(Group, frozen=True):
    """Places to work at: a city ("Berlin"), a city in a country ("Paris, France"), a country or its code, "EU",
    "Europe". `excluded`: places never gone to; remote work is bound by neither.
    """

    accepted: Words = ()
    excluded: Words = ()
    mode: Mode = "reject"
    excluded_mode: Mode = "reject"


class RemoteWork(Group, frozen=True):
    """Arrangements taken (none named: all), and the countries from which the seeker could work remotely (names or
    codes).
    """

    accepted: tuple[Remote, ...] = ()
    countries: Words = ()
    mode: Mode = "reject"


class Commute(Group, frozen=True):
    """Places within which work on site or in part on site is taken, as in `locations`."""

    places: Words = ()
    mode: Mode = "reject"


class TimeZones(Group, frozen=True):
    """The UTC offsets, from west to east, at whose working hours the seeker is there; `tolerance` hours off are taken,
    too. With one end alone, everything on its other side is.
    """

    first: Offset | None = None
    last: Offset | None = None
    tolerance: Annotated[float, Meta(ge=0, le=12)] = 0.0
    mode: Mode = 2


# ---------------------------------------------------------------- terms


class Pay(Group, frozen=True):
    """The least pay, before tax, in `currency` for each `period`. Without a currency it is taken in the posting's
    own.
    """

    floor: Amount | None = None
    currency: Currency | None = None
    period: Period = "year"
    mode: Mode = "reject"


class Age(Group, frozen=True):
    """The oldest posting taken, in days since it was posted."""

    max_days: Annotated[int, Meta(ge=0, le=36_500)] | None = None
    mode: Mode = "reject"


class EmploymentTypes(Group, frozen=True):
    """Kinds of employment taken (none named: all)."""

    accepted: tuple[Employment, ...] = ()
    mode: Mode = "reject"


# ---------------------------------------------------------------- who may apply


class Authorisation(Group, frozen=True):
    """Where the seeker may work (names, codes, "EU"), of where they are a citizen, whether they need a visa sponsored
    elsewhere, and what they say to a security clearance. Citizens may work in their country; those of the EEA and
    Switzerland in all of it.
    """

    countries: Words = ()
    citizenships: Words = ()
    needs_sponsorship: bool = False
    clearance: Readiness | None = None
    mode: Mode = "reject"


class Spoken(Group, frozen=True):
    """A language the seeker speaks, by its English name; without a level: well enough for any work."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    level: Fluency | None = None


class SpokenLanguages(Group, frozen=True):
    """All languages spoken (none named: not compared). `level_mode`: for one spoken, but less well than is asked."""

    spoken: tuple[Spoken, ...] = ()
    mode: Mode = "reject"
    level_mode: Mode = 1


# ---------------------------------------------------------------- whose work it is


class Tiers(Group, frozen=True):
    """The least tier of a company taken: S is best, D is least."""

    least: Tier | None = None
    mode: Mode = 2


class Industries(Group, frozen=True):
    """Whole words in the industry of the company."""

    accepted: Words = ()
    excluded: Words = ()
    accepted_mode: Mode = 2
    excluded_mode: Mode = "reject"


class RedFlags(Group, frozen=True):
    """Signs in a posting that are not taken at all, and those to be wary of."""

    refused: tuple[FlagKind, ...] = ("scam", "fee")
    wary: tuple[FlagKind, ...] = ("unpaid", "commission")
    mode: Mode = "reject"
    wary_mode: Mode = 2


# ---------------------------------------------------------------- the score


class Weights(Group, frozen=True):
    """How much each part of the score counts, relative to the others. `freshness` is none of them: it is how much of
    its place in the list a posting loses as it grows old.
    """

    skills: Weight = 0.30
    nice: Weight = 0.03
    title: Weight = 0.08
    seniority: Weight = 0.22
    location: Weight = 0.08
    salary: Weight = 0.18
    wishes: Weight = 0.12
    language: Weight = 0.15
    degree: Weight = 0.15
    company: Weight = 0.05
    freshness: Weight = 0.15
