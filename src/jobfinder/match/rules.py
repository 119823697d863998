"""The filter rules, one function each: a posting and the preferences in, a finding out.

Pure. Called by `match.filter`, which gives strikes and adds up. A rule answers pass, violated or unknown; unknown is
never a violation. Every finding says why, quotes the posting, and where it is violated says what would let it pass. To
add a rule: a function here, its row in `match.filter.RULES`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jobfinder.match.keywords import found
from jobfinder.match.money import in_period, money, shown
from jobfinder.match.places import countries_of, lies_in, posting_countries, scope_of, where
from jobfinder.match.prefs import Preferences
from jobfinder.model import Posting, Record, Remote, Salary
from jobfinder.read.employment import employment_kinds
from jobfinder.read.level import Level, parse_level
from jobfinder.read.salary import parse_salary
from jobfinder.read.sentences import sentence_at


class Outcome(StrEnum):
    """What a rule found."""

    PASS = "pass"
    VIOLATED = "violated"
    UNKNOWN = "unknown"


class Finding(Record, frozen=True, kw_only=True):
    """One rule's answer. `evidence` is the sentence or field of the posting, `counterfactual` what would let it
    pass.
    """

    outcome: Outcome
    reason: str
    evidence: str | None = None
    counterfactual: str | None = None


def _pass(reason: str, evidence: str | None = None) -> Finding:
    return Finding(outcome=Outcome.PASS, reason=reason, evidence=evidence)


def _unknown(reason: str, evidence: str | None = None) -> Finding:
    return Finding(outcome=Outcome.UNKNOWN, reason=f"unknown: {reason}", evidence=evidence)


def _violated(reason: str, evidence: str | None, counterfactual: str) -> Finding:
    return Finding(outcome=Outcome.VIOLATED, reason=reason, evidence=evidence, counterfactual=counterfactual)


# ---------------------------------------------------------------- words


def title_wanted(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """The title holds one of the titles wanted."""
    wanted = prefs.titles.wanted
    if not wanted:
        return _pass("no titles are asked for")
    hit = next((title for title in wanted if found(title, posting.title)), None)
    if hit:
        return _pass(f"the title holds {hit!r}", posting.title)
    return _violated(
        f"the title holds none of {_list(wanted)}",
        posting.title,
        f"passes if titles.wanted has words of {posting.title!r}",
    )


def title_excluded(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """The title holds none of the words excluded."""
    hits = [word for word in prefs.titles.excluded if found(word, posting.title)]
    if not hits:
        return _pass("the title holds nothing excluded" if prefs.titles.excluded else "no titles are excluded")
    return _violated(
        f"the title holds {_list(hits)}", posting.title, f"passes without {_list(hits)} in titles.excluded"
    )


def keywords_required(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """Title, department and description together hold each of the keywords required."""
    required = prefs.keywords.required
    if not required:
        return _pass("no keywords are required")
    missing = [word for word in required if not _locate(word, posting)]
    if not missing:
        return _pass(f"holds {_list(required)}", _locate(required[0], posting))
    if not (posting.description_text or "").strip():
        return _unknown(f"the posting has no description to look for {_list(missing)} in", posting.title)
    return _violated(
        f"{_list(missing)} not found", posting.title, f"passes without {_list(missing)} in keywords.required"
    )


def keywords_excluded(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """Neither title nor department nor description holds a keyword excluded."""
    excluded = prefs.keywords.excluded
    hits = [(word, quoted) for word in excluded if (quoted := _locate(word, posting))]
    if hits:
        words = [word for word, _ in hits]
        return _violated(f"holds {_list(words)}", hits[0][1], f"passes without {_list(words)} in keywords.excluded")
    if excluded and not (posting.description_text or "").strip():
        return _unknown("the posting has no description", posting.title)
    return _pass("holds nothing excluded" if excluded else "no keywords are excluded")


def _locate(word: str, posting: Posting) -> str | None:
    """The sentence in which the keyword stands, or null."""
    for text in (posting.title, posting.department, posting.description_text):
        span = found(word, text) if text else None
        if span and text:
            return sentence_at(text, span[0])
    return None


# ---------------------------------------------------------------- places


def location(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """One of the posting's places lies in one of those accepted; remote work is bound by its scope alone."""
    accepted = prefs.locations.accepted
    if not accepted:
        return _pass("any place will do")
    if posting.remote is Remote.REMOTE:
        return _pass("remote, so the place does not bind", _places(posting))
    if not posting.locations:
        return _unknown("the posting names no place")
    answers = [lies_in(place, where(wanted)) for place in posting.locations for wanted in accepted]
    if any(answers):
        return _pass(f"in {_list(accepted)}", _places(posting))
    if None in answers:
        return _unknown(f"it cannot be told whether {_places(posting)} lies in {_list(accepted)}", _places(posting))
    return _violated(
        f"{_places(posting)} is not in {_list(accepted)}",
        _places(posting),
        f"passes if locations.accepted has {posting.locations[0].text!r}",
    )


def arrangement(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """On site, hybrid or remote: one of those accepted."""
    accepted = prefs.remote.accepted
    if not accepted:
        return _pass("any arrangement will do")
    if posting.remote is None:
        return _unknown("the posting does not say whether it is on site, hybrid or remote")
    if posting.remote in accepted:
        return _pass(f"{posting.remote} is accepted", posting.remote.value)
    return _violated(
        f"{posting.remote} is not accepted", posting.remote.value, f"passes if remote.accepted has {posting.remote}"
    )


def remote_scope(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """Remote work is open to one of the seeker's countries. A country beside the word remote is no stated scope."""
    mine = [codes for name in prefs.remote.countries if (codes := countries_of(name)) is not None]
    if not mine or posting.remote is not Remote.REMOTE:
        return _pass("no countries are named" if not mine else "not stated to be remote")
    if not posting.remote_scope:
        return _unknown("remote, but the posting does not say from where", _places(posting))
    scope = scope_of(posting.remote_scope)
    if scope is None:
        return _unknown(f"the scope {posting.remote_scope!r} is not understood", posting.remote_scope)
    if not scope or any(not codes or codes & scope for codes in mine):
        return _pass("open to your countries", posting.remote_scope)
    return _violated(
        f"remote from {posting.remote_scope} only",
        posting.remote_scope,
        f"passes if remote.countries has one of {', '.join(sorted(scope)[:10])}",
    )


def _places(posting: Posting) -> str | None:
    return "; ".join(place.text for place in posting.locations[:5]) or None


# ---------------------------------------------------------------- terms


def salary(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """The top of the pay reaches the floor, both for a year and in one currency."""
    wish = prefs.salary
    if wish.floor is None:
        return _pass("no floor is set")
    pay = salary_of(posting)
    if pay is None or (pay.min is None and pay.max is None):
        return _unknown("the posting does not state pay")
    if pay.period is None or (wish.currency and pay.currency is None):
        return _unknown(f"the {'period' if pay.period is None else 'currency'} of the pay is not stated", shown(pay))
    if wish.currency and pay.currency != wish.currency:
        return _unknown(f"pay in {pay.currency} is not compared with a floor in {wish.currency}", shown(pay))
    floor = money(wish.floor, wish.currency or pay.currency, wish.period)
    reach = in_period(pay.max if pay.max is not None else pay.min, pay.period, wish.period)
    if reach is not None and reach >= wish.floor:
        return _pass(f"reaches the floor of {floor}", shown(pay))
    if pay.max is None or reach is None:
        return _unknown(f"the top of the pay is not stated; it starts below the floor of {floor}", shown(pay))
    limit = money(reach, wish.currency or pay.currency, wish.period)
    return _violated(f"at most {limit}, below the floor of {floor}", shown(pay), f"passes if the floor is ≤ {limit}")


def salary_of(posting: Posting) -> Salary | None:
    """The pay as stated by the board, else as read from the description."""
    stated = posting.salary
    if stated and (stated.min is not None or stated.max is not None):
        return stated
    countries = posting_countries(posting)
    country = next(iter(countries)) if len(countries) == 1 else None
    text = (stated.text if stated else None) or posting.description_text
    return parse_salary(text, country) if text else None


def age(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """Posted no longer ago than allowed."""
    limit = prefs.age.max_days
    if limit is None:
        return _pass("any age will do")
    days = age_in_days(posting.posted_at, today)
    if days is None:
        return _unknown("the posting does not say when it was posted", posting.posted_at)
    if days <= limit:
        return _pass(f"{days} days old", posting.posted_at)
    return _violated(f"{days} days old, more than {limit}", posting.posted_at, f"passes if age.max_days is ≥ {days}")


def age_in_days(posted_at: str | None, today: date) -> int | None:
    """Days since an ISO date; a date ahead counts as today, one that cannot be read as unknown."""
    try:
        return max((today - date.fromisoformat((posted_at or "")[:10])).days, 0)
    except ValueError:
        return None


def employment(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """One of the kinds of employment that the posting names is accepted."""
    accepted = prefs.employment.accepted
    if not accepted:
        return _pass("any kind of employment will do")
    kinds = employment_kinds(posting.employment_type or "")
    if not kinds:
        return _unknown("the posting does not state the kind of employment", posting.employment_type)
    if kinds & set(accepted):
        return _pass(f"{_list(sorted(kinds & set(accepted)))} is accepted", posting.employment_type)
    named = _list(sorted(kinds))
    return _violated(f"{named} is not accepted", posting.employment_type, f"passes if employment.accepted has {named}")


def seniority(posting: Posting, prefs: Preferences, today: date) -> Finding:
    """The level stated by the board or by the title is accepted."""
    accepted = prefs.seniority.accepted
    if not accepted:
        return _pass("any seniority will do")
    level, evidence = level_of(posting)
    if level is None:
        return _unknown("neither posting nor title states a level", posting.title)
    if level in accepted:
        return _pass(f"{level} is accepted", evidence)
    return _violated(f"{level} is not accepted", evidence, f"passes if seniority.accepted has {level}")


def level_of(posting: Posting) -> tuple[Level | None, str | None]:
    """The level that the title states, else the board, with what it was read from."""
    level = parse_level(posting.title)
    if level or not posting.seniority:
        return level, posting.title if level else None
    try:
        return Level(posting.seniority), posting.seniority
    except ValueError:
        return parse_level(posting.seniority), posting.seniority


def _list(words: object) -> str:
    items = [str(word) for word in words] if isinstance(words, (list, tuple)) else [str(words)]
    return ", ".join(items[:8]) + (f" and {len(items) - 8} more" if len(items) > 8 else "")
