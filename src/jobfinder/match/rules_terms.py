"""The filter rules on what is offered and asked: pay, age, employment, seniority, years, degree, languages.

Pure. Called by `match.filter`. Amounts in two currencies are never compared: no rate is at hand that would be right on
the day, and a wrong one would drop what passes.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import get_args

from jobfinder.match.edit import Edit
from jobfinder.match.money import in_period, money, shown
from jobfinder.match.prefs import Pay, Spoken
from jobfinder.match.rules import (
    Case,
    Finding,
    age_in_days,
    inferred,
    listed,
    passed,
    unknown,
    violated,
)
from jobfinder.match.wishes import Fluency
from jobfinder.model import Salary
from jobfinder.read.employment import Employment, employment_kinds
from jobfinder.read.fact import Degree, Fact, SpokenAsked
from jobfinder.read.language import code

DEGREES: tuple[Degree, ...] = get_args(Degree)
FLUENCIES: tuple[Fluency, ...] = get_args(Fluency)
"""Both from the least to the most."""


def salary(case: Case) -> Finding:
    """The top of the pay reaches the floor, both for a year and in one currency."""
    wish = case.prefs.salary
    if wish.floor is None:
        return passed("no floor is set")
    pay = case.posting.salary
    if pay is None or (pay.min is None and pay.max is None):
        return unknown("the posting does not state pay")
    if pay.period is None or (wish.currency and pay.currency is None):
        return unknown(f"the {'period' if pay.period is None else 'currency'} of the pay is not stated", shown(pay))
    if wish.currency and pay.currency != wish.currency:
        return unknown(f"pay in {pay.currency} is not compared with a floor in {wish.currency}", shown(pay))
    return _against_floor(wish, pay, wish.floor, pay.period)


def _against_floor(wish: Pay, pay: Salary, least: float, period: str) -> Finding:
    floor = money(least, wish.currency or pay.currency, wish.period)
    reach = in_period(pay.max if pay.max is not None else pay.min, period, wish.period)
    if reach is not None and reach >= least:
        return passed(f"reaches the floor of {floor}", shown(pay))
    if pay.max is None or reach is None:
        return unknown(f"the top of the pay is not stated; it starts below the floor of {floor}", shown(pay))
    limit = money(reach, wish.currency or pay.currency, wish.period)
    return violated(
        f"at most {limit}, below the floor of {floor}",
        shown(pay),
        f"passes if the floor is ≤ {limit}",
        Edit(path="salary.floor", op="set", values=(_whole(reach),)) if reach >= 1 else None,
    )


def _whole(amount: float) -> str:
    return str(math.floor(amount) if amount >= 1000 else math.floor(amount * 100) / 100)


def age(case: Case) -> Finding:
    """Posted no longer ago than allowed."""
    limit, posted_at = case.prefs.age.max_days, case.posting.posted_at
    if limit is None:
        return passed("any age will do")
    days = age_in_days(posted_at, case.today)
    if days is None:
        return unknown("the posting does not say when it was posted", posted_at)
    if days <= limit:
        return passed(f"{days} days old", posted_at)
    edit = Edit(path="age.max_days", op="set", values=(str(days),)) if days <= 36_500 else None
    return violated(f"{days} days old, more than {limit}", posted_at, f"passes if age.max_days is ≥ {days}", edit)


def employment(case: Case) -> Finding:
    """One of the kinds of employment that the posting names is accepted."""
    accepted, stated = case.prefs.employment.accepted, case.posting.employment_type
    if not accepted:
        return passed("any kind of employment will do")
    kinds = _kinds(stated or "")
    if not kinds:
        return unknown("the posting does not state the kind of employment", stated)
    if kinds & set(accepted):
        return passed(f"{listed(sorted(kinds & set(accepted)))} is accepted", stated)
    named = sorted(kinds)
    return violated(
        f"{listed(named)} is not accepted",
        stated,
        f"passes if employment.accepted has {listed(named)}",
        Edit(path="employment.accepted", op="add", values=(named[0].value,)),
    )


@lru_cache(maxsize=1024)
def _kinds(stated: str) -> frozenset[Employment]:
    return employment_kinds(stated)


def seniority(case: Case) -> Finding:
    """The level stated by the board or by the title is accepted."""
    accepted = case.prefs.seniority.accepted
    if not accepted:
        return passed("any seniority will do")
    fact = case.offer.level
    if fact is None:
        return unknown("neither posting nor title states a level", case.posting.title)
    level = fact.value
    if level in accepted:
        return passed(f"{level} is accepted", fact.quote)
    if not fact.stated:
        return inferred(f"it seems to be for {level}", fact)
    return violated(
        f"{level} is not accepted",
        fact.quote,
        f"passes if seniority.accepted has {level}",
        Edit(path="seniority.accepted", op="add", values=(level.value,)),
    )


def years(case: Case) -> Finding:
    """No more years of experience are asked for than taken."""
    most, fact = case.prefs.years.most, case.offer.years
    if most is None:
        return passed("any years will do")
    if fact is None or fact.value.min is None:
        return unknown("the posting does not say how many years it asks for", fact.quote if fact else None)
    least = fact.value.min
    if least <= most:
        return passed(f"asks for {least:g} years", fact.quote)
    if not fact.stated:
        return inferred(f"it seems to ask for {least:g} years", fact)
    edit = Edit(path="years.most", op="set", values=(repr(least),)) if least <= 60 else None
    return violated(
        f"asks for {least:g} years, more than {most:g}", fact.quote, f"passes if years.most is ≥ {least:g}", edit
    )


def degree(case: Case) -> Finding:
    """No higher degree is insisted on than is held."""
    held, fact = case.prefs.degree.held, case.offer.degree
    if held is None:
        return passed("no degree is compared")
    if fact is None:
        return unknown("the posting does not say which degree it asks for")
    asked = fact.value.level
    if DEGREES.index(asked) <= DEGREES.index(held):
        return passed(f"asks for {asked}", fact.quote)
    if not fact.value.required:
        return passed(f"{asked} is only welcome", fact.quote)
    if not fact.stated:
        return inferred(f"it seems to ask for {asked}", fact)
    return violated(
        f"insists on {asked}, above {held}",
        fact.quote,
        f"passes if degree.held is {asked}",
        Edit(path="degree.held", op="set", values=(asked,)),
    )


# ---------------------------------------------------------------- languages


def languages(case: Case) -> Finding:
    """Every language that is required is one the seeker speaks."""
    spoken = case.prefs.languages.spoken
    if not spoken:
        return passed("no languages are compared")
    mine = {_language(one.name) for one in spoken}
    lacking = [fact for fact in _required(case) if _language(fact.value.language) not in mine]
    if lacking:
        return _lacking(lacking)
    return _told(case, f"speaks what is asked: {listed([one.name for one in spoken])}")


def _lacking(lacking: list[Fact[SpokenAsked]]) -> Finding:
    stated = [fact for fact in lacking if fact.stated]
    if not stated:
        return inferred(f"it seems to ask for {lacking[0].value.language}", lacking[0])
    names = tuple(fact.value.language for fact in stated)
    return violated(
        f"asks for {listed(names)}, which you do not speak",
        stated[0].quote,
        f"passes if languages.spoken has {listed(names)}",
    )


def language_level(case: Case) -> Finding:
    """Every language that is required and spoken is spoken well enough."""
    spoken = case.prefs.languages.spoken
    if not any(one.level for one in spoken):
        return passed("no level of a language is compared")
    mine = {_language(one.name): one for one in spoken}
    short = [
        (fact, own)
        for fact in _required(case)
        if (own := mine.get(_language(fact.value.language))) and _falls_short(own, fact.value)
    ]
    if not short:
        return _told(case, "speaks what is asked well enough")
    fact, own = next(((fact, own) for fact, own in short if fact.stated), short[0])
    asked = f"{fact.value.language} at {fact.value.level}"
    if not fact.stated:
        return inferred(f"it seems to ask for {asked}", fact)
    return violated(
        f"asks for {asked}; you speak it at {own.level}",
        fact.quote,
        f"passes if languages.spoken has {own.name} at {fact.value.level}",
    )


def _required(case: Case) -> list[Fact[SpokenAsked]]:
    return [fact for fact in case.offer.languages if fact.value.required]


def _told(case: Case, well: str) -> Finding:
    """What is not violated passes; a posting that asks for no language leaves it unknown."""
    facts = case.offer.languages
    return passed(well, facts[0].quote) if facts else unknown("the posting does not say which languages it needs")


@lru_cache(maxsize=512)
def _language(name: str) -> str:
    return code(name) or name.strip().casefold()


def _falls_short(own: Spoken, asked: SpokenAsked) -> bool:
    if own.level is None or asked.level not in FLUENCIES:
        return False
    return FLUENCIES.index(own.level) < FLUENCIES.index(asked.level)
