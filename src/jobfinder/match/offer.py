"""The offer: all facts of one posting, each with the words it rests on. Read once, kept beside the posting.

Pure. Called by the step `filter` and by `jobfinder score`; read by `match.filter`, `match.score`, `match.review` and the
faces. Only what the posting says is in it, nothing of the seeker, so one reading serves every change of wishes. To add a
fact: its reader in `read`, its field here, and a new OFFER_VERSION, with which every posting is read again.
"""

from __future__ import annotations

from jobfinder.match.places import posting_countries
from jobfinder.model import Posting, Record, Salary
from jobfinder.read.fact import DegreeAsked, Eligibility, Fact, Flag, SpokenAsked, YearsAsked
from jobfinder.read.level import Level, parse_level
from jobfinder.read.need import Need
from jobfinder.read.salary import parse_salary
from jobfinder.read.sentences import quote
from jobfinder.read.skills import Mention, mentions
from jobfinder.read.years import parse_years

OFFER_VERSION = 1
"""Raise this when a reader would read the same posting differently."""
STRENGTH: dict[Need, int] = {"nice": 0, "named": 1, "required": 2}


class Asked(Record, frozen=True):
    """A skill that a posting names: how much it is needed, whether the title names it, and the sentence."""

    skill: str
    need: Need
    quote: str
    titled: bool = False


class Offer(Record, frozen=True):
    """The facts. Null and empty mean that the posting does not say. `words` is the length of its text."""

    words: int = 0
    skills: tuple[Asked, ...] = ()
    level: Fact[Level] | None = None
    years: Fact[YearsAsked] | None = None
    degree: Fact[DegreeAsked] | None = None
    languages: tuple[Fact[SpokenAsked], ...] = ()
    pay: Salary | None = None
    eligibility: Eligibility = Eligibility()
    benefits: tuple[Fact[str], ...] = ()
    closes: Fact[str] | None = None
    flags: tuple[Flag, ...] = ()


def offer_of(posting: Posting) -> Offer:
    """Everything that the posting says about what is asked and offered."""
    text = posting.description_text or ""
    return Offer(
        words=len(text.split()),
        skills=asked(posting.title, text),
        level=level_of(posting),
        years=years_of(text),
        pay=pay_of(posting),
    )


def asked(title: str, text: str) -> tuple[Asked, ...]:
    """The skills named, each once, at its strongest wording, in the order of the posting."""
    found: dict[str, Asked] = {}
    for mention in mentions(title):
        found.setdefault(mention.skill, Asked(skill=mention.skill, need="required", quote=quote(title), titled=True))
    for mention in mentions(text):
        known = found.get(mention.skill)
        if known is None or STRENGTH[mention.need] > STRENGTH[known.need]:
            found[mention.skill] = Asked(skill=mention.skill, need=mention.need, quote=_sentence(text, mention))
    return tuple(found.values())


def _sentence(text: str, mention: Mention) -> str:
    sentence = text[mention.sentence_start : mention.sentence_end]
    return quote(sentence, mention.start - mention.sentence_start)


def level_of(posting: Posting) -> Fact[Level] | None:
    """The level that the title states, else the board."""
    level = parse_level(posting.title)
    if level is not None:
        return Fact(value=level, quote=posting.title, end=len(posting.title))
    stated = posting.seniority
    level = _level(stated) if stated else None
    return Fact(value=level, quote=stated or "") if level is not None else None


def _level(stated: str) -> Level | None:
    try:
        return Level(stated)
    except ValueError:
        return parse_level(stated)


def years_of(text: str) -> Fact[YearsAsked] | None:
    """The years of experience asked for."""
    asked = parse_years(text)
    return Fact(value=YearsAsked(min=asked.min, max=asked.max), quote=asked.text) if asked else None


def pay_of(posting: Posting) -> Salary | None:
    """The pay as the board states it, else as the text has it."""
    stated = posting.salary
    if stated and (stated.min is not None or stated.max is not None):
        return stated
    countries = posting_countries(posting)
    text = (stated.text if stated else None) or posting.description_text
    return parse_salary(text, next(iter(countries)) if len(countries) == 1 else None) if text else None
