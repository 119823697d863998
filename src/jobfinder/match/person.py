"""The records of which a profile is made. Every value read from a résumé keeps the line it was read from.

Pure data, used by `match.profile` and by the readers of résumés (`match.resume`, `match.json_resume`). To add a field:
here, in the readers of résumés, and in `match.merge`, which says what becomes of it when a résumé is imported again.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta

from jobfinder.match.prefs import Amount, Currency, Group, Period, Weight, Words
from jobfinder.model import Remote
from jobfinder.read.fact import Degree
from jobfinder.read.level import Level

YearCount: TypeAlias = Annotated[float, Meta(ge=0, le=80)]
Year: TypeAlias = Annotated[int, Meta(ge=1900, le=2100)]
Country: TypeAlias = Annotated[
    str, Meta(pattern="^[A-Z]{2}$", description="a country's ISO 3166 code such as DE, or EU")
]


class Skill(Group, frozen=True):
    """Something the seeker can do. `years` of use and the year of the last use, as far as the résumé dates them;
    `weight` 1 is ordinary, 2 counts double, 0 is not to be counted.
    """

    name: Annotated[str, Meta(min_length=1, max_length=100)]
    level: str | None = None
    years: YearCount | None = None
    last_used: Year | None = None
    weight: Weight = 1.0


class Language(Group, frozen=True):
    """A language spoken, by its English name; `level` is of the CEFR (A1 … C2) or "native" where that is stated, else a
    word such as fluent, professional or basic.
    """

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


class Certification(Group, frozen=True):
    """A certificate held; `date` is ISO 8601, as far as it is stated: "2023-05" or "2023"."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    date: Annotated[str, Meta(pattern=r"^\d{4}(?:-\d{2}){0,2}$", description="a date such as 2023-05")] | None = None


class Evidence(Group, frozen=True):
    """Where a value was read: the line of the résumé, word for word, and its number from 1 on (of a PDF or a DOCX: in
    the text taken out of it; null in a JSON Resume). Of a skill's years the value is "Python: 4.5".
    """

    field: str
    value: str
    line: str
    number: int | None = None


class Profile(Group, frozen=True):
    """The seeker. `titles` are roles looked for, best first; `years` of experience in all; `places` as in the
    preferences.

    `remote` names the arrangements liked (none: no wish). `authorised` are the countries in which the seeker may work
    without being sponsored, "EU" for all of it; `match.rights.may_work` adds what follows from `citizenships`.
    `needs_sponsorship` only if stated. What is null or empty is unknown and never counts against a posting.
    """

    name: str | None = None
    titles: Words = ()
    seniority: Level | None = None
    years: YearCount | None = None
    places: Words = ()
    remote: tuple[Remote, ...] = ()
    salary: Expectation = Expectation()
    education: Education = Education()
    citizenships: tuple[Country, ...] = ()
    authorised: tuple[Country, ...] = ()
    needs_sponsorship: bool | None = None
    industries: Words = ()
    languages: tuple[Language, ...] = ()
    skills: tuple[Skill, ...] = ()
    certifications: tuple[Certification, ...] = ()
    evidence: tuple[Evidence, ...] = ()
