"""The filter rules on who may apply, apart from where the work is done: residence, right to work, visa, citizenship,
clearance.

Pure. Called by `match.filter`. Nothing is concluded from a posting's place alone: only what it states on applicants
counts, against what the seeker has laid down on themselves.
"""

from __future__ import annotations

from functools import lru_cache

from jobfinder.match.edit import Edit
from jobfinder.match.places import countries_of, posting_countries, scope_of
from jobfinder.match.rules import Case, Finding, Outcome, inferred, passed, unknown, violated
from jobfinder.model import Remote
from jobfinder.read.country_groups import EEA
from jobfinder.read.fact import Fact

FREE_TO_WORK = (EEA | {"CH"}, frozenset({"GB", "IE"}))
"""Groups of countries whose citizens may work in all of them."""
WORST = (Outcome.VIOLATED, Outcome.UNKNOWN, Outcome.PASS)
SHOWN = 10


def applicants(case: Case) -> Finding:
    """Applicants from where the seeker is are taken: neither are only others, nor are they shut out."""
    mine, terms = _lives(case), case.offer.eligibility
    if not mine:
        return passed("you have not said where you live or may work")
    found = [
        *([_never(mine, terms.never)] if terms.never else []),
        *([_only(case, mine, terms.only)] if terms.only else []),
    ]
    if not found:
        return unknown("the posting does not say who may apply")
    return min(found, key=lambda finding: WORST.index(finding.outcome))


def _only(case: Case, mine: frozenset[str], fact: Fact[tuple[str, ...]]) -> Finding:
    asked = frozenset(fact.value)
    if not asked or mine & asked:
        return passed("open to applicants from where you are", fact.quote)
    if not fact.stated:
        return inferred(f"it seems open to applicants in {_few(asked)} alone", fact)
    path = "remote.countries" if case.posting.remote is Remote.REMOTE else "authorisation.countries"
    never = case.offer.eligibility.never
    way_out = sorted(asked - frozenset(never.value if never else ()))
    return violated(
        f"open to applicants in {_few(asked)} alone",
        fact.quote,
        f"passes if {path} has one of {_few(asked)}",
        Edit(path=path, op="add", values=(way_out[0],)) if way_out else None,
    )


def _never(mine: frozenset[str], fact: Fact[tuple[str, ...]]) -> Finding:
    shut = frozenset(fact.value)
    if mine - shut:
        return passed("does not shut you out", fact.quote)
    if not fact.stated:
        return inferred(f"it seems closed to applicants in {_few(shut)}", fact)
    return violated(
        f"closed to applicants in {_few(mine & shut)}",
        fact.quote,
        f"passes if you can apply from a country other than {_few(shut)}",
    )


def _lives(case: Case) -> frozenset[str]:
    """The countries to apply from: for remote work where the seeker is, else also where they may work."""
    home = _countries(case.prefs.remote.countries)
    if case.posting.remote is Remote.REMOTE and home:
        return home
    return home | _authorised(case)


def right_to_work(case: Case) -> Finding:
    """Where the right to work must be had already, the seeker has it. A posting that names no country means its own."""
    mine, fact = _authorised(case), case.offer.eligibility.authorised
    if not mine:
        return passed("you have not said where you may work")
    if fact is None:
        return unknown("the posting does not say whether a right to work is needed")
    asked = frozenset(fact.value) or _countries_of_work(case)
    if not asked:
        return unknown("the posting asks for a right to work, but does not say where", fact.quote)
    if mine & asked:
        return passed(f"you may work in {_few(mine & asked)}", fact.quote)
    if not fact.stated:
        return inferred(f"it seems to ask for the right to work in {_few(asked)}", fact)
    return _not_authorised(f"asks for the right to work in {_few(asked)}", fact, asked)


def sponsorship(case: Case) -> Finding:
    """Where the seeker needs a visa sponsored, the posting does not refuse to."""
    if not case.prefs.authorisation.needs_sponsorship:
        return passed("you need no sponsorship")
    fact, mine, there = case.offer.eligibility.sponsorship, _authorised(case), _countries_of_work(case)
    if mine & there:
        return passed(f"you may work in {_few(mine & there)}", fact.quote if fact else None)
    if fact is None:
        return unknown("the posting does not say whether it sponsors a visa")
    if fact.value:
        return passed("sponsors a visa", fact.quote)
    if not fact.stated:
        return inferred("it seems to sponsor no visa", fact)
    if mine and not there:
        return unknown("sponsors no visa, and the posting does not say in which country it is", fact.quote)
    return _not_authorised("sponsors no visa", fact, there)


def _not_authorised(reason: str, fact: Fact[bool] | Fact[tuple[str, ...]], countries: frozenset[str]) -> Finding:
    if not countries:
        edit = Edit(path="authorisation.needs_sponsorship", op="set", values=("false",))
        return violated(reason, fact.quote, "passes if authorisation.needs_sponsorship is false", edit)
    edit = Edit(path="authorisation.countries", op="add", values=(sorted(countries)[0],))
    return violated(reason, fact.quote, f"passes if authorisation.countries has one of {_few(countries)}", edit)


def citizenship(case: Case) -> Finding:
    """Where a citizenship is asked for, it is one of the seeker's."""
    mine, fact = _countries(case.prefs.authorisation.citizenships), case.offer.eligibility.citizens
    wish = case.prefs.authorisation
    # A citizen may work at home: who may not work there is none.
    mine = mine or may_work(wish.countries, wish.citizenships)
    if not mine:
        return passed("you have not said of where you are a citizen, nor where you may work")
    if fact is None:
        return unknown("the posting does not say whether a citizenship is needed")
    asked = frozenset(fact.value)
    if not asked or mine & asked:
        return passed(f"takes citizens of {_few(mine & asked)}" if asked else "names no citizenship", fact.quote)
    if not fact.stated:
        return inferred(f"it seems to ask for citizens of {_few(asked)}", fact)
    return violated(
        f"asks for citizens of {_few(asked)}",
        fact.quote,
        f"passes if authorisation.citizenships has one of {_few(asked)}",
        Edit(path="authorisation.citizenships", op="add", values=(sorted(asked)[0],)),
    )


def clearance(case: Case) -> Finding:
    """A security clearance is asked only of those who would have one. A check of the background is none."""
    ready, fact = case.prefs.authorisation.clearance, case.offer.eligibility.clearance
    if ready is None:
        return passed("you have not said what you think of a clearance")
    if fact is None:
        return unknown("the posting does not say whether it needs a clearance")
    if ready == "holds" or fact.value == "background":
        return passed(f"a {fact.value} {'check ' if fact.value == 'background' else ''}is no obstacle", fact.quote)
    if ready == "willing":
        return unknown("asks for a clearance, which may have to be held already", fact.quote)
    if not fact.stated:
        return inferred("it seems to ask for a security clearance", fact)
    edit = Edit(path="authorisation.clearance", op="set", values=("willing",))
    return violated("asks for a security clearance", fact.quote, "passes if authorisation.clearance is willing", edit)


# ---------------------------------------------------------------- countries


def _authorised(case: Case) -> frozenset[str]:
    wish = case.prefs.authorisation
    return may_work(wish.countries, wish.citizenships)


@lru_cache(maxsize=64)
def may_work(countries: tuple[str, ...], citizenships: tuple[str, ...]) -> frozenset[str]:
    """The countries where somebody may work: those named, and those that their citizenship opens."""
    own = _countries(citizenships)
    return _countries(countries) | own.union(*(group for group in FREE_TO_WORK if own & group))


@lru_cache(maxsize=64)
def _countries(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(countries_of(name) or frozenset() for name in names))


def _countries_of_work(case: Case) -> frozenset[str]:
    """The countries in which the work may be done, as far as they are known."""
    posting = case.posting
    if posting.remote is Remote.REMOTE:
        return (scope_of(posting.remote_scope) if posting.remote_scope else None) or frozenset()
    return posting_countries(posting)


def _few(countries: frozenset[str]) -> str:
    named = sorted(countries)
    return ", ".join(named[:SHOWN]) + (f" and {len(named) - SHOWN} more" if len(named) > SHOWN else "")
