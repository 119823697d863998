"""The parts of a score besides skills, one function each: what is offered against what the seeker says.

Pure. Called by `match.score`. A part whose value cannot be told has none, and says which side is silent; one that is
not asked for has no weight either.
To add a part: a function here, its weight in `match.prefs.Weights`, its row in `match.score.READERS`.
"""

from __future__ import annotations

import math
from statistics import mean
from typing import get_args

from jobfinder.match import titles
from jobfinder.match.money import in_period, money, shown
from jobfinder.match.pair import Pair, Part
from jobfinder.match.places import lies_in, posting_countries, scope_of, where
from jobfinder.match.profile import Expectation, expects_pay
from jobfinder.match.tongues import WRITTEN
from jobfinder.model import Remote, Tier
from jobfinder.read.fact import Degree, YearsAsked
from jobfinder.read.level import RUNG, Level

BY_YEARS = ((5.0, Level.SENIOR), (2.0, Level.MID), (0.0, Level.ENTRY))
MEANT = (
    (1.5, (Level.ENTRY,)),
    (4.0, (Level.MID,)),
    (5.0, (Level.MID, Level.SENIOR)),
    (math.inf, (Level.SENIOR, Level.LEAD)),
)
"""Below how many years which levels may be meant; of two, each counts half."""
BELOW, ABOVE = 0.5, 0.3
"""What each rung costs by which a posting stands below or above the seeker."""
PAY_TOLERANCE = 0.3
ESTEEM = {Tier.S: 1.0, Tier.A: 0.85, Tier.B: 0.6, Tier.C: 0.35, Tier.D: 0.1}
SPOKEN = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6, "NATIVE": 6}
HALF = {True: "remote not told", False: "place not told"}
"""What is missing of the place, by whether it is the arrangement."""
UNREAD = 0.3
"""What is left of the part where a posting asks for no language, and is written in one that is not spoken."""
DEGREES: tuple[Degree, ...] = get_args(Degree)
YEAR = 0.25
"""What each year costs that is asked for beyond those there are."""
SAME_TITLE = 0.75
"""From this likeness on, a title is the one looked for."""
LEADING = frozenset({Level.MANAGER, Level.DIRECTOR, Level.EXECUTIVE})
LEADS = 0.4
"""What is left of the part where one leads people and the other does not."""
SHOWN = 6


# ---------------------------------------------------------------- title and seniority


def title(pair: Pair) -> Part:
    """How much the title is one of those looked for."""
    wanted = pair.profile.titles
    if not wanted:
        return Part(name="title", weight=pair.prefs.weights.title, why="the profile names no titles")
    likeness, name = titles.best(pair.posting.title, wanted)
    value = round(min(1.0, likeness / SAME_TITLE), 4)
    why = f"like {name!r}" if value >= 0.5 else f"unlike {_few(wanted)}"
    return Part(name="title", weight=pair.prefs.weights.title, value=value, evidence=pair.posting.title, why=why)


def seniority(pair: Pair) -> Part:
    """The level against the profile's, and the years asked for against the years there are."""
    weight, profile, offer = pair.prefs.weights.seniority, pair.profile, pair.offer
    mine = profile.seniority or _by_years(profile.years)
    if mine is None:
        return Part(name="seniority", weight=weight, why="the profile states neither seniority nor years")
    found: list[tuple[float, str, str | None]] = []
    level = offer.level if offer.level and offer.level.stated else None
    meant = _meant(offer.years.value) if offer.years and not level else ()
    if level:
        found.append((_rung_value(level.value, mine), f"{level.value} against your {mine}", level.quote))
    elif offer.years and meant:
        value = mean(_rung_value(one, mine) for one in meant)
        found.append((value, f"{' or '.join(meant)} by the years asked against your {mine}", offer.years.quote))
    elif mine in LEADING and profile.titles:
        # A role that leads people says so in its title.
        found.append((LEADS, f"no role that leads people, against your {mine}", pair.posting.title))
    if offer.years and offer.years.stated and profile.years is not None:
        asked = offer.years.value
        least = asked.min or 0
        value = max(0.0, 1.0 - YEAR * max(0.0, least - profile.years))
        wording = f"at least {asked.min:g}" if asked.min is not None else f"at most {asked.max:g}"
        found.append((value, f"{wording} years asked, {profile.years:g} there", offer.years.quote))
    if not found:
        return Part(name="seniority", weight=weight, why="the posting states neither level nor years")
    value = math.prod(value for value, _, _ in found)
    why = "; ".join(why for _, why, _ in found)
    return Part(name="seniority", weight=weight, value=round(value, 4), evidence=found[-1][2], why=why)


def _meant(years: YearsAsked) -> tuple[Level, ...]:
    """The levels that the least number of years asked for speaks of; none where only a maximum is named."""
    if years.min is None:
        return ()
    return next(levels for below, levels in MEANT if years.min < below)


def _by_years(years: float | None) -> Level | None:
    return None if years is None else next(level for least, level in BY_YEARS if years >= least)


def _rung_value(level: Level, mine: Level) -> float:
    apart = RUNG[level] - RUNG[mine]
    value = max(0.0, 1.0 - (ABOVE * apart if apart > 0 else -BELOW * apart))
    return value * LEADS if (level in LEADING) != (mine in LEADING) else value


# ---------------------------------------------------------------- place


def location(pair: Pair) -> Part:
    """The place against those named, the arrangement against those liked; where both are told, the mean. Where only one
    of two is told, the part counts half.
    """
    weight, posting, profile = pair.prefs.weights.location, pair.posting, pair.profile
    if not profile.places and not profile.remote:
        return Part(name="location", weight=weight, why="the profile names neither places nor arrangements")
    asked = [told for told, wanted in ((_arrangement(pair), profile.remote), (_place(pair), profile.places)) if wanted]
    found = [answer for answer in asked if answer]
    evidence = "; ".join(filter(None, (posting.remote, posting.remote_scope, *(p.text for p in posting.locations[:3]))))
    if not found:
        why = "the posting does not say what could be compared with your places and arrangements"
        return Part(name="location", weight=weight, evidence=evidence or None, why=why)
    value = sum(value for value, _ in found) / len(found)
    other = "" if len(found) == len(asked) else f"; {HALF[asked[0] is None]}"
    why = "; ".join(why for _, why in found) + other
    return Part(
        name="location",
        weight=weight,
        value=round(value, 4),
        told=len(found) / len(asked),
        evidence=evidence or None,
        why=why,
    )


def _arrangement(pair: Pair) -> tuple[float, str] | None:
    liked, stated = pair.profile.remote, pair.posting.remote
    if not liked or stated is None:
        return None
    return (1.0, f"{stated}, as you like it") if stated in liked else (0.0, f"{stated}, not {' or '.join(liked)}")


def _place(pair: Pair) -> tuple[float, str] | None:
    places, posting = pair.profile.places, pair.posting
    if not places:
        return None
    if posting.remote is Remote.REMOTE:
        return _remote_place(pair)
    answers = [lies_in(place, where(name)) for place in posting.locations for name in places]
    if any(answers):
        return 1.0, f"in {_few(places)}"
    if not answers or None in answers:
        return None
    near = posting_countries(posting) & home(places)
    return (0.3, f"not in {_few(places)}, but in the country") if near else (0.0, f"not in {_few(places)}")


def _remote_place(pair: Pair) -> tuple[float, str] | None:
    """Remote work counts by its scope; where that or the home country is not told, it is not judged."""
    stated = pair.posting.remote_scope
    scope = scope_of(stated) if stated else None
    at = home(pair.profile.places)
    if scope is None or (scope and not at):
        return None
    return (
        (1.0, "remote from where you are")
        if not scope or scope & at
        else (0.0, f"remote, but from {(stated or '').removesuffix(' only')} only")
    )


def home(places: tuple[str, ...]) -> frozenset[str]:
    """The countries in which these places lie, as far as they are known."""
    known = [place.countries for name in places if (place := where(name)).countries]
    return frozenset().union(*known) if known else frozenset()


# ---------------------------------------------------------------- pay, company, language


def salary(pair: Pair) -> Part:
    """The top of the pay against the expectation: full from there on, nothing below 70 % of it. Without an expectation
    the floor stands in.
    """
    weight, wish = pair.prefs.weights.salary, wished(pair)
    if wish.min is None:
        return Part(name="salary", weight=weight, why="neither profile nor preferences state the pay you expect")
    pay = pair.posting.salary
    top = None if pay is None else (pay.max if pay.max is not None else pay.min)
    if pay is None or top is None:
        return Part(name="salary", weight=weight, why="the posting does not state pay")
    reach = in_period(top, pay.period or "", wish.period)
    if reach is None or (wish.currency and pay.currency != wish.currency):
        why = f"pay in {pay.currency or 'an unknown currency'} for {pay.period or 'an unknown time'} is not compared"
        return Part(name="salary", weight=weight, evidence=shown(pay), why=why)
    value = min(1.0, max(0.0, (reach / wish.min - (1 - PAY_TOLERANCE)) / PAY_TOLERANCE)) ** 2
    currency = wish.currency or pay.currency
    why = f"up to {money(reach, currency, wish.period)}, expected {money(wish.min, currency, wish.period)}"
    return Part(name="salary", weight=weight, value=round(value, 4), evidence=shown(pay), why=why)


def wished(pair: Pair) -> Expectation:
    """The pay hoped for, else the least that is taken."""
    floor = pair.prefs.salary
    if expects_pay(pair.profile) or floor.floor is None:
        return pair.profile.salary
    return Expectation(min=floor.floor, currency=floor.currency, period=floor.period)


def degree(pair: Pair) -> Part:
    """The degree asked for, against the highest held; told only where one is asked for."""
    asked, mine = pair.offer.degree, pair.profile.education.degree
    if asked is None:
        return Part(name="degree", weight=0.0, why="the posting asks for no degree")
    weight = pair.prefs.weights.degree
    if mine is None:
        return Part(name="degree", weight=weight, evidence=asked.quote, why="the profile states no degree")
    has = DEGREES.index(mine) >= DEGREES.index(asked.value.level)
    value = 1.0 if has else 0.0 if asked.value.required else 0.6
    need = "required" if asked.value.required else "welcome"
    why = f"{asked.value.level} {need}, you hold: {mine}"
    return Part(name="degree", weight=weight, value=value, evidence=asked.quote, why=why)


def company(pair: Pair) -> Part:
    """The seeker's esteem for the company."""
    weight, known = pair.prefs.weights.company, pair.company
    if known is None or known.tier is None:
        return Part(name="company", weight=0.0, why="you have given the company no tier")
    return Part(
        name="company",
        weight=weight,
        value=ESTEEM[known.tier],
        evidence=known.name,
        why=f"{known.name or 'the company'} is of tier {known.tier}",
    )


def language(pair: Pair) -> Part:
    """The languages asked for, against those spoken; the least well served decides. Where none is, the language in
    which the posting is written.
    """
    weight = pair.prefs.weights.language
    asked = [fact for fact in pair.offer.languages if fact.value.required]
    if not pair.profile.languages:
        return Part(name="language", weight=weight if asked else 0.0, why="the profile names no languages")
    if not asked:
        return _written(pair, weight)
    mine = {spoken.name.casefold(): SPOKEN.get((spoken.level or "").upper()) for spoken in pair.profile.languages}
    rated = [(_spoken(fact.value.language, fact.value.level, mine), fact) for fact in asked]
    (value, why), fact = min(rated, key=lambda one: one[0][0])
    return Part(name="language", weight=weight, value=value, evidence=fact.quote, why=why)


def _written(pair: Pair, weight: float) -> Part:
    """A posting in a language that the seeker does not speak most likely asks for it; one that they do says nothing."""
    written = WRITTEN.get(pair.posting.language or "")
    if written is None or written.casefold() in {one.name.casefold() for one in pair.profile.languages}:
        return Part(name="language", weight=0.0, why="the posting asks for no language")
    why = f"written in {written}, which is not among your languages"
    return Part(name="language", weight=weight, value=UNREAD, why=why)


def _spoken(name: str, level: str | None, mine: dict[str, int | None]) -> tuple[float, str]:
    if name.casefold() not in mine:
        return 0.0, f"{name} is asked for, and not among your languages"
    have, need = mine[name.casefold()], SPOKEN.get((level or "").upper())
    if have is None or need is None or have >= need:
        return 1.0, f"{name} is asked for, and you speak it"
    return {1: 0.8, 2: 0.2}.get(need - have, 0.1), f"{name} is asked for at {level}, yours is below"


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
