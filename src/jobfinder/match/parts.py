"""The parts of a score, one function each: what is offered against what the profile says.

Pure. Called by `match.score`. A part whose value cannot be told has none, and says which side is silent.
To add a part: a function here, its weight in `match.prefs.Weights`, its row in `match.score.READERS`.
"""

from __future__ import annotations

from datetime import date

from jobfinder.match import titles
from jobfinder.match.money import in_period, money, shown
from jobfinder.match.offer import level_of, salary_of
from jobfinder.match.places import lies_in, posting_countries, scope_of, where
from jobfinder.match.prefs import Weights
from jobfinder.match.profile import Profile
from jobfinder.match.rules import age_in_days
from jobfinder.match.wanted import Wanted, wanted_skills
from jobfinder.model import Company, Posting, Record, Remote
from jobfinder.read.level import RUNG, Level
from jobfinder.read.sentences import quote
from jobfinder.read.skills import skill_name
from jobfinder.read.years import parse_years

BY_YEARS = ((5.0, Level.SENIOR), (2.0, Level.MID), (0.0, Level.ENTRY))
RUNG_COST = 0.4
FRESH_DAYS = 2
HALF_LIFE_DAYS = 21
PAY_TOLERANCE = 0.3
SHOWN = 6


class Part(Record, frozen=True, kw_only=True):
    """One part: its weight, its value 0..1 or null where it cannot be told, the sentence it rests on, and why in
    words.
    """

    name: str
    weight: float
    value: float | None = None
    evidence: str | None = None
    why: str = ""


class Offer(Record, frozen=True, kw_only=True):
    """What is scored, with the skills already read."""

    posting: Posting
    profile: Profile
    weights: Weights
    today: date
    skills: tuple[Wanted, ...]
    mine: dict[str, float]
    matched: tuple[str, ...]
    missing: tuple[str, ...]


def offer(posting: Posting, company: Company | None, profile: Profile, weights: Weights, today: date) -> Offer:
    """Posting and profile, with the skills of both under their common names."""
    mine = {skill_name(skill.name): skill.weight for skill in profile.skills}
    skills = wanted_skills(posting, company, tuple(skill.name for skill in profile.skills))
    named = [wanted for wanted in skills if wanted.importance > 0]
    return Offer(
        posting=posting,
        profile=profile,
        weights=weights,
        today=today,
        skills=skills,
        mine=mine,
        matched=tuple(wanted.skill for wanted in named if wanted.skill in mine),
        missing=tuple(wanted.skill for wanted in named if wanted.skill not in mine),
    )


# ---------------------------------------------------------------- skills


def skills(offer: Offer) -> Part:
    """The share of the skills named that the profile has, by how much the posting wants each and the seeker likes
    it.
    """
    weight = offer.weights.skills
    if not offer.mine:
        return Part(name="skills", weight=weight, why="the profile names no skills")
    total = sum(_counts(wanted, offer) for wanted in offer.skills)
    if not total:
        return Part(name="skills", weight=weight, why="the posting names no skills")
    held = [wanted for wanted in offer.skills if wanted.skill in offer.mine]
    value = sum(_counts(wanted, offer) for wanted in held) / total
    evidence = max(held or offer.skills, key=lambda wanted: (_counts(wanted, offer), -wanted.order)).sentence
    return Part(name="skills", weight=weight, value=round(value, 4), evidence=evidence, why=_skills_why(offer))


def _counts(wanted: Wanted, offer: Offer) -> float:
    return wanted.importance * offer.mine.get(wanted.skill, 1.0)


def _skills_why(offer: Offer) -> str:
    said = [
        f"{_few(names)} {word}" for names, word in ((offer.matched, "matched"), (offer.missing, "missing")) if names
    ]
    return "; ".join(said)


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


# ---------------------------------------------------------------- title and seniority


def title(offer: Offer) -> Part:
    """How much the title is one of those looked for."""
    wanted = offer.profile.titles
    if not wanted:
        return Part(name="title", weight=offer.weights.title, why="the profile names no titles")
    value, name = titles.best(offer.posting.title, wanted)
    why = f"like {name!r}" if value >= 0.5 else f"unlike {_few(wanted)}"
    return Part(name="title", weight=offer.weights.title, value=value, evidence=offer.posting.title, why=why)


def seniority(offer: Offer) -> Part:
    """The level against the profile's, and the years asked for against the years there are."""
    weight, profile = offer.weights.seniority, offer.profile
    mine = profile.seniority or _by_years(profile.years)
    if mine is None:
        return Part(name="seniority", weight=weight, why="the profile states neither seniority nor years")
    level, stated = level_of(offer.posting)
    asked = parse_years(offer.posting.description_text or "") if profile.years is not None else None
    found: list[tuple[float, str, str | None]] = []
    if level:
        found.append((_rung_value(level, mine), f"{level} against your {mine}", stated))
    if asked and profile.years is not None:
        least = asked.min if asked.min is not None else 0
        value = 1.0 if profile.years >= least else profile.years / least
        wording = f"at least {asked.min}" if asked.min is not None else f"at most {asked.max}"
        found.append((value, f"{wording} years asked, {profile.years:g} there", asked.text))
    if not found:
        return Part(name="seniority", weight=weight, why="the posting states neither level nor years")
    value = sum(value for value, _, _ in found) / len(found)
    return Part(
        name="seniority",
        weight=weight,
        value=round(value, 4),
        evidence=found[-1][2],
        why="; ".join(why for _, why, _ in found),
    )


def _by_years(years: float | None) -> Level | None:
    return None if years is None else next(level for least, level in BY_YEARS if years >= least)


def _rung_value(level: Level, mine: Level) -> float:
    return max(0.0, 1.0 - RUNG_COST * abs(RUNG[level] - RUNG[mine]))


# ---------------------------------------------------------------- place, pay, age


def location(offer: Offer) -> Part:
    """The place against those named, the arrangement against those liked; where both are told, the mean."""
    weight, posting, profile = offer.weights.location, offer.posting, offer.profile
    if not profile.places and not profile.remote:
        return Part(name="location", weight=weight, why="the profile names neither places nor arrangements")
    found = [answer for answer in (_arrangement(offer), _place(offer)) if answer]
    evidence = "; ".join(filter(None, (posting.remote, posting.remote_scope, *(p.text for p in posting.locations[:3]))))
    if not found:
        why = "the posting does not say what could be compared with your places and arrangements"
        return Part(name="location", weight=weight, evidence=evidence or None, why=why)
    value = sum(value for value, _ in found) / len(found)
    why = "; ".join(why for _, why in found)
    return Part(name="location", weight=weight, value=round(value, 4), evidence=evidence or None, why=why)


def _arrangement(offer: Offer) -> tuple[float, str] | None:
    liked, stated = offer.profile.remote, offer.posting.remote
    if not liked or stated is None:
        return None
    return (1.0, f"{stated}, as you like it") if stated in liked else (0.0, f"{stated}, not {' or '.join(liked)}")


def _place(offer: Offer) -> tuple[float, str] | None:
    places, posting = offer.profile.places, offer.posting
    if not places:
        return None
    if posting.remote is Remote.REMOTE:
        return _remote_place(offer)
    answers = [lies_in(place, where(name)) for place in posting.locations for name in places]
    if any(answers):
        return 1.0, f"in {_few(places)}"
    if not answers or None in answers:
        return None
    near = posting_countries(posting) & _home(places)
    return (0.3, f"not in {_few(places)}, but in the country") if near else (0.0, f"not in {_few(places)}")


def _remote_place(offer: Offer) -> tuple[float, str] | None:
    """Remote work counts by its scope; where that or the home country is not told, it is not judged."""
    scope = scope_of(offer.posting.remote_scope) if offer.posting.remote_scope else None
    home = _home(offer.profile.places)
    if scope is None or (scope and not home):
        return None
    if not scope or scope & home:
        return 1.0, "remote from where you are"
    return 0.0, f"remote, but from {offer.posting.remote_scope} only"


def _home(places: tuple[str, ...]) -> frozenset[str]:
    known = [place.countries for name in places if (place := where(name)).countries]
    return frozenset().union(*known) if known else frozenset()


def salary(offer: Offer) -> Part:
    """The top of the pay against the expectation: full from there on, nothing below 70 % of it."""
    weight, wish = offer.weights.salary, offer.profile.salary
    if wish.min is None:
        return Part(name="salary", weight=weight, why="the profile states no expected pay")
    pay = salary_of(offer.posting)
    top = None if pay is None else (pay.max if pay.max is not None else pay.min)
    if pay is None or top is None:
        return Part(name="salary", weight=weight, why="the posting does not state pay")
    reach = in_period(top, pay.period or "", wish.period)
    if reach is None or (wish.currency and pay.currency != wish.currency):
        why = f"pay in {pay.currency or 'an unknown currency'} for {pay.period or 'an unknown time'} is not compared"
        return Part(name="salary", weight=weight, evidence=shown(pay), why=why)
    value = min(1.0, max(0.0, (reach / wish.min - (1 - PAY_TOLERANCE)) / PAY_TOLERANCE))
    currency = wish.currency or pay.currency
    why = f"up to {money(reach, currency, wish.period)}, expected {money(wish.min, currency, wish.period)}"
    return Part(name="salary", weight=weight, value=round(value, 4), evidence=shown(pay), why=why)


def freshness(offer: Offer) -> Part:
    """Full for two days, then half every three weeks."""
    weight, posted_at = offer.weights.freshness, offer.posting.posted_at
    days = age_in_days(posted_at, offer.today)
    if days is None:
        return Part(name="freshness", weight=weight, why="the posting does not say when it was posted")
    value = 0.5 ** (max(days - FRESH_DAYS, 0) / HALF_LIFE_DAYS)
    ago = "today" if days == 0 else f"{days} day{'' if days == 1 else 's'} ago"
    return Part(
        name="freshness", weight=weight, value=round(value, 4), evidence=quote(posted_at or ""), why=f"posted {ago}"
    )
