"""The records of which a profile is made. Every value read from a résumé keeps the line it was read from.

Pure data, used by `match.profile` and by the readers of résumés (`match.resume`, `match.json_resume`).
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from jobfinder.match.prefs import Amount, Currency, Group, Period, Weight, Words
from jobfinder.model import Remote
from jobfinder.read.level import Level

YearCount: TypeAlias = Annotated[float, Meta(ge=0, le=80)]
Degree: TypeAlias = Literal["school", "vocational", "bachelor", "master", "doctorate"]


class Skill(Group, frozen=True):
    """Something the seeker can do. `years` of use; `weight` 1 is ordinary, 2 counts double, 0 is not to be counted."""

    name: Annotated[str, Meta(min_length=1, max_length=100)]
    level: str | None = None
    years: YearCount | None = None
    weight: Weight = 1.0


class Language(Group, frozen=True):
    """A language spoken; `level` as stated (native, C1 …)."""

    name: Annotated[str, Meta(min_length=1, max_length=60)]
    level: str | None = None


class Expectation(Group, frozen=True):
    """Pay hoped for, before tax, in `currency` for each `period`."""

    min: Amount | None = None
    currency: Currency | None = None
    period: Period = "year"


class Education(Group, frozen=True):
    """The highest degree, and the fields studied."""

    degree: Degree | None = None
    fields: Words = ()


class Evidence(Group, frozen=True):
    """Where a value was read: the line of the résumé, word for word."""

    field: str
    value: str
    line: str


class Profile(Group, frozen=True):
    """The seeker. `titles` are roles looked for, best first; `years` of experience in all; `places` as in the
    preferences.

    `remote` names the arrangements liked (none: no wish). What is null or empty is unknown and never counts against a
    posting.
    """

    name: str | None = None
    titles: Words = ()
    seniority: Level | None = None
    years: YearCount | None = None
    places: Words = ()
    remote: tuple[Remote, ...] = ()
    salary: Expectation = Expectation()
    education: Education = Education()
    languages: tuple[Language, ...] = ()
    skills: tuple[Skill, ...] = ()
    citizenships: Words = ()
    authorised: Words = ()
    evidence: tuple[Evidence, ...] = ()
