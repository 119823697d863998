"""The offer: all facts of one posting, each with the words it rests on. Read once, kept beside the posting.

Pure. Called by the step `filter` and by `jobfinder score`; read by `match.filter`, `match.score` and the faces. Only
what the posting says is in it, nothing of the seeker, so one reading serves every change of wishes. To add a fact: its
reader in `read`, its field here, and a new OFFER_VERSION, with which every posting is read again.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from jobfinder.match.complete import Told, told
from jobfinder.model import Posting, Record
from jobfinder.read.asks import asks
from jobfinder.read.benefits import benefits
from jobfinder.read.closes import closes
from jobfinder.read.degree import degree
from jobfinder.read.eligibility import eligibility
from jobfinder.read.fact import DegreeAsked, Eligibility, Fact, Flag, SpokenAsked, YearsAsked
from jobfinder.read.level import Level, is_usual, parse_level
from jobfinder.read.need import Need
from jobfinder.read.quick import WHOLE, Quick
from jobfinder.read.red_flags import Sightings, is_half_told, is_telling, red_flags
from jobfinder.read.sentences import quote
from jobfinder.read.skills import Mention, mentions
from jobfinder.read.spoken import spoken
from jobfinder.read.text import tidy
from jobfinder.read.years import years_asked

OFFER_VERSION = 4
"""Raise this when a reader would read the same posting differently."""
SAID_LEVEL = Quick(
    r"\b(?:this is|we(?:'re| are) (?:looking for|hiring|seeking)|as) an? "
    r"((?:entry[- ]level|junior|mid[- ]level|senior|lead|principal|staff|director[- ]level|executive)"
    r"(?:[- ]level)?) (?:role|position|job|opportunity|hire)\b",
    re.IGNORECASE,
)
WHOLE.join(SAID_LEVEL)
NUMBERED = re.compile(r"\n\d\d?[.)] ")
"""At the beginning of a line; the end of the line before is found much sooner than a digit."""
LIST = 2
"""So many skills required are a list of requirements."""
STRENGTH: dict[Need, int] = {"named": 0, "nice": 1, "required": 2}
"""What says how much a skill is needed goes before what only names it."""


class Asked(Record, frozen=True):
    """A skill that a posting names: how much it is needed, whether the title names it, and the sentence. One that is
    not `known` is in no gazetteer, and stands under the words of the posting.
    """

    skill: str
    need: Need
    quote: str
    titled: bool = False
    known: bool = True


class Offer(Record, frozen=True):
    """The facts. Null and empty mean that the posting does not say. `words` is the length of its text; `half_told`: it
    holds a sign that makes a red flag only together with what is seen of the posting.
    """

    words: int = 0
    skills: tuple[Asked, ...] = ()
    level: Fact[Level] | None = None
    years: Fact[YearsAsked] | None = None
    degree: Fact[DegreeAsked] | None = None
    languages: tuple[Fact[SpokenAsked], ...] = ()
    eligibility: Eligibility = Eligibility()
    benefits: tuple[Fact[str], ...] = ()
    closes: Fact[str] | None = None
    flags: tuple[Flag, ...] = ()
    half_told: bool = False
    told: Told = Told()


def offer_of(posting: Posting) -> Offer:
    """Everything that the posting says about what is asked and offered."""
    text = plain_rows(posting.description_text or "")
    posting = replace(posting, description_text=text)
    eligible = eligibility(f"{posting.title}\n{text}")
    return Offer(
        words=len(text.split()),
        skills=asked(posting.title, text),
        level=level_of(posting),
        years=years_asked(text),
        degree=degree(text),
        languages=spoken(text, posting.language),
        eligibility=eligible,
        benefits=benefits(text),
        closes=closes(text, None),
        flags=red_flags(posting, today=date.min),
        half_told=is_half_told(posting),
        told=told(posting, eligible.only),
    )


def with_seen(offer: Offer, posting: Posting, seen: Sightings, today: date) -> Offer:
    """The facts with the red flags of today."""
    flags = flags_now(offer.flags, posting, seen, today, half_told=offer.half_told)
    return offer if flags is offer.flags else replace(offer, flags=flags)


def flags_now(
    said: tuple[Flag, ...], posting: Posting, seen: Sightings, today: date, *, half_told: bool
) -> tuple[Flag, ...]:
    """The red flags of today, for which what was seen of the posting counts beside what it says. `said` are those of
    its text alone, `half_told` as of an offer.
    """
    if not is_telling(posting, seen, today, half_told=half_told):
        return said
    text = plain_rows(posting.description_text or "")
    return red_flags(replace(posting, description_text=text), today=today, seen=seen)


def plain_rows(text: str) -> str:
    """The text with one kind of line, blank and bullet, so that its looks tell nothing."""
    return NUMBERED.sub("\n- ", f"\n{tidy(text)}")[1:]


def is_listed(offer: Offer) -> bool:
    """Does the posting say what it requires? What it names elsewhere is then only named."""
    return sum(one.need == "required" and not one.titled for one in offer.skills) >= LIST


def is_needed(one: Asked, offer: Offer) -> bool:
    """Is the skill asked for, not only welcome, nor named beside?"""
    return one.titled or one.need == "required" or (one.need == "named" and not is_listed(offer))


def asked(title: str, text: str) -> tuple[Asked, ...]:
    """The skills named, each once, at its strongest wording, in the order of the posting."""
    found: dict[str, Asked] = {}
    for mention in mentions(title):
        found.setdefault(mention.skill, Asked(skill=mention.skill, need="required", quote=quote(title), titled=True))
    for mention in mentions(text):
        known = found.get(mention.skill)
        if known is None or STRENGTH[mention.need] > STRENGTH[known.need]:
            found[mention.skill] = Asked(skill=mention.skill, need=mention.need, quote=_sentence(text, mention))
    for ask in asks(text):
        known = Asked(skill=ask.name, need=ask.need, quote=quote(text[ask.start : ask.end]), known=False)
        found.setdefault(ask.name, known)
    return tuple(found.values())


def _sentence(text: str, mention: Mention) -> str:
    sentence = text[mention.sentence_start : mention.sentence_end]
    return quote(sentence, mention.start - mention.sentence_start)


def level_of(posting: Posting) -> Fact[Level] | None:
    """The level that the title states, else the board, else the text; else what a role of that title usually is."""
    level = parse_level(posting.title)
    usual = level if level is Level.MID and is_usual(posting.title) else None
    if level is not None and usual is None:
        return Fact(value=level, quote=posting.title, end=len(posting.title))
    stated = posting.seniority
    level = _level(stated) if stated else None
    # A board may have read the level from the title itself.
    if level is not None and level is not usual:
        return Fact(value=level, quote=stated or "")
    said = next(WHOLE.near(SAID_LEVEL, posting.description_text or ""), None)
    level = parse_level(said[1]) if said else None
    if said and level:
        return Fact(value=level, quote=said[0], start=said.start(), end=said.end())
    return Fact(value=usual, quote=posting.title, end=len(posting.title), stated=False) if usual else None


def _level(stated: str) -> Level | None:
    try:
        return Level(stated)
    except ValueError:
        return parse_level(stated)
