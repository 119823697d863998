"""filter: read the facts of the posting, and see whether any breaks what the seeker has laid down. No request.

Every rule is asked, every reason kept; where only preferences have changed, the rules that read these are asked again.
The facts are kept too: they are read again only when the posting changes, or
the readers do.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from jobfinder.match import filter as rules
from jobfinder.match.filter import Before, FilterResult
from jobfinder.match.offer import OFFER_VERSION, Offer, offer_of, with_seen
from jobfinder.match.prefs import Preferences
from jobfinder.match.rules import case_of
from jobfinder.model import Company, Posting
from jobfinder.read.red_flags import Sightings
from jobfinder.steps.found import is_long
from jobfinder.steps.interface import Found, Given, Outside, SetOffer, read_here


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `passed` or `rejected`; the output holds every rule's verdict.

    A match saved before is kept: its verdict hides it, and other preferences may show it again at no cost.
    """
    assert given.posting is not None
    today = datetime.fromtimestamp(given.now, UTC).date()
    read = outside.read if is_long(given.posting) else read_here
    offer, result = await read(
        judged, given.posting, given.offer, given.seen, given.company, given.prefs, given.before, today
    )
    return Found(
        outcome="passed" if result.passed else "rejected",
        reason="; ".join(rules.reasons(result)) or "nothing speaks against it",
        output=result,
        changes=() if given.offer is not None else (SetOffer(offer=offer, version=OFFER_VERSION),),
    )


def judged(
    posting: Posting,
    offer: Offer | None,
    seen: Sightings,
    company: Company | None,
    prefs: Preferences,
    before: Before | None,
    today: date,
) -> tuple[Offer, FilterResult]:
    """The facts of the text, read if they were not, and the verdicts, for which what was seen of it counts, too."""
    offer = offer_of(posting) if offer is None else offer
    case = case_of(posting, prefs, today, company=company, offer=with_seen(offer, posting, seen, today))
    return offer, rules.judge_since(case, before)
