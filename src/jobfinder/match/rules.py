"""What a filter rule is: a case in, a finding out; and what several rules read of a posting.

Pure. Called by the modules of rules beside this one (`rules_words`, `rules_place`, `rules_terms`, `rules_eligibility`,
`rules_company`) and by `match.filter`, which gives strikes and adds up. A rule answers pass, violated or unknown;
unknown is never a violation, and neither is a fact that was only inferred. Every finding says why, quotes the posting,
and where it is violated says what would let it pass. To add a rule: a function in one of these modules, its row in
`match.filter.RULES`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from jobfinder.match.complete import with_told
from jobfinder.match.edit import Edit
from jobfinder.match.offer import Offer, offer_of
from jobfinder.match.prefs import Mode, Preferences
from jobfinder.model import Company, Posting, Record
from jobfinder.read.fact import Fact


class Case(Record, frozen=True):
    """What is judged, and by what. `company` is null where nobody has said whose posting it is; `today` is the
    seeker's date.
    """

    posting: Posting
    offer: Offer
    prefs: Preferences
    today: date
    company: Company | None = None


def case_of(
    posting: Posting, prefs: Preferences, today: date, *, company: Company | None = None, offer: Offer | None = None
) -> Case:
    """A posting to be judged, completed by what its text says. `offer` saves reading it again."""
    offer = offer_of(posting) if offer is None else offer
    return Case(posting=with_told(posting, offer.told), offer=offer, company=company, prefs=prefs, today=today)


class Outcome(StrEnum):
    """What a rule found."""

    PASS = "pass"
    VIOLATED = "violated"
    UNKNOWN = "unknown"


class Finding(Record, frozen=True, kw_only=True):
    """One rule's answer. `evidence` is the sentence or field of the posting, `counterfactual` what would let it pass,
    `edit` the change of preferences that does. `mode` is what the violation does where the rule itself does not say.
    """

    outcome: Outcome
    reason: str
    evidence: str | None = None
    counterfactual: str | None = None
    edit: Edit | None = None
    mode: Mode | None = None


def passed(reason: str, evidence: str | None = None) -> Finding:
    return Finding(outcome=Outcome.PASS, reason=reason, evidence=evidence)


def unknown(reason: str, evidence: str | None = None) -> Finding:
    return Finding(outcome=Outcome.UNKNOWN, reason=f"unknown: {reason}", evidence=evidence)


def violated(reason: str, evidence: str | None, counterfactual: str, edit: Edit | None = None) -> Finding:
    return Finding(outcome=Outcome.VIOLATED, reason=reason, evidence=evidence, counterfactual=counterfactual, edit=edit)


def inferred(what: str, fact: Fact[Any]) -> Finding:
    """What stands against the posting was only inferred: no ground to drop it."""
    return unknown(f"{what}, but the posting does not say so outright", fact.quote)


def listed(words: object) -> str:
    items = [str(word) for word in words] if isinstance(words, (list, tuple)) else [str(words)]
    return ", ".join(items[:8]) + (f" and {len(items) - 8} more" if len(items) > 8 else "")


def places_of(posting: Posting) -> str | None:
    """The places of a posting as it names them."""
    return "; ".join(place.text for place in posting.locations[:5]) or None


def age_in_days(posted_at: str | None, today: date) -> int | None:
    """Days since an ISO date; a date ahead counts as today, one that cannot be read as unknown."""
    try:
        return max((today - date.fromisoformat((posted_at or "")[:10])).days, 0)
    except ValueError:
        return None
