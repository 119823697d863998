"""The facts of one posting, read once and kept: what the rules and the scorer share.

Pure. Called by the steps that judge. What the text does not say is null or empty.
"""

from __future__ import annotations

from jobfinder.match.places import posting_countries
from jobfinder.match.wanted import Wanted, wanted_skills
from jobfinder.model import Posting, Record, Salary
from jobfinder.read.fact import DegreeAsked, Eligibility, Fact, Flag, SpokenAsked, YearsAsked
from jobfinder.read.level import Level, parse_level
from jobfinder.read.salary import parse_salary


class Offer(Record, frozen=True):
    """What a posting states, each with the words it rests on."""

    years: Fact[YearsAsked] | None = None
    degree: Fact[DegreeAsked] | None = None
    languages: tuple[Fact[SpokenAsked], ...] = ()
    eligibility: Eligibility = Eligibility()
    flags: tuple[Flag, ...] = ()
    benefits: tuple[Fact[str], ...] = ()
    closes: Fact[str] | None = None
    skills: tuple[Wanted, ...] = ()
    pay: Salary | None = None
    level: Fact[Level] | None = None


def offer_of(posting: Posting) -> Offer:
    """The facts of a posting."""
    level, quote = level_of(posting)
    return Offer(
        skills=wanted_skills(posting, None, ()),
        pay=salary_of(posting),
        level=Fact(value=level, quote=quote or posting.title) if level else None,
    )


def salary_of(posting: Posting) -> Salary | None:
    """The pay as stated by the board, else as read from the description."""
    stated = posting.salary
    if stated and (stated.min is not None or stated.max is not None):
        return stated
    countries = posting_countries(posting)
    country = next(iter(countries)) if len(countries) == 1 else None
    text = (stated.text if stated else None) or posting.description_text
    return parse_salary(text, country) if text else None


def level_of(posting: Posting) -> tuple[Level | None, str | None]:
    """The level that the title states, else the board, with what it was read from."""
    level = parse_level(posting.title)
    if level or not posting.seniority:
        return level, posting.title if level else None
    try:
        return Level(posting.seniority), posting.seniority
    except ValueError:
        return parse_level(posting.seniority), posting.seniority
