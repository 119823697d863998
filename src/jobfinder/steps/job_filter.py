"""filter: does the posting break what the seeker has laid down? Every rule is asked, every reason kept. No request."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec

from jobfinder.match.filter import FilterResult, judge, reasons
from jobfinder.match.offer import offer_of
from jobfinder.match.prefs import Preferences
from jobfinder.match.rules import Case
from jobfinder.model import Company, Posting
from jobfinder.steps.found import is_long
from jobfinder.steps.interface import Found, Given, Outside, read_here


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `passed` or `rejected`; the output holds every rule's verdict.

    A match saved before is kept: its verdict hides it, and other preferences may show it again at no cost.
    """
    assert given.posting is not None
    today = datetime.fromtimestamp(given.now, UTC).date()
    read = outside.read if is_long(given.posting) else read_here
    result = await read(judged, given.posting, given.company, given.prefs, today)
    return Found(
        outcome="passed" if result.passed else "rejected",
        reason="; ".join(reasons(result)) or "nothing speaks against it",
        output=msgspec.to_builtins(result),
    )


def judged(posting: Posting, company: Company | None, prefs: Preferences, today: date) -> FilterResult:
    """The verdicts on a posting, read here and now."""
    return judge(Case(posting=posting, offer=offer_of(posting), company=company, prefs=prefs, today=today))
