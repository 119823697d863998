"""The gate: may the seeker apply at all, by what the posting states and what the profile states? Apart from the score.

Pure. Called by `match.score`. It closes only where both sides state it; silence on either side leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from jobfinder.match.pair import Pair
from jobfinder.match.rights import may_work
from jobfinder.model import Record
from jobfinder.read.country_groups import EU
from jobfinder.read.fact import Fact


class Gate(Record, frozen=True):
    """Why it is closed, and the sentence that closes it."""

    why: str
    quote: str


def gate(pair: Pair) -> Gate | None:
    """What closes the gate first, or null."""
    return next(_closing(pair), None)


def _closing(pair: Pair) -> Iterator[Gate]:
    stated, profile = pair.offer.eligibility, pair.profile
    may = may_work(profile)
    # A citizen may work at home: who may not work there is none.
    citizen = (frozenset(profile.citizenships) | (EU if "EU" in profile.citizenships else frozenset())) or may
    sponsored = stated.sponsorship is not None and stated.sponsorship.value
    if citizen and (fact := _apart(stated.citizens, citizen)):
        yield Gate(why=f"asks for citizenship of {_named(fact)}", quote=fact.quote)
    if may and not sponsored and (fact := _apart(stated.authorised, may)):
        yield Gate(why=f"asks for the right to work in {_named(fact)}", quote=fact.quote)
    refused = stated.sponsorship
    if (
        profile.needs_sponsorship
        and refused is not None
        and refused.stated
        and not refused.value
        and not _at_home(pair)
    ):
        yield Gate(why="sponsors no visa, and you need one", quote=refused.quote)


def _apart(fact: Fact[tuple[str, ...]] | None, mine: frozenset[str]) -> Fact[tuple[str, ...]] | None:
    """The fact, where it is stated and names none of these countries."""
    apart = fact is not None and fact.stated and bool(fact.value) and not mine & frozenset(fact.value)
    return fact if apart else None


def _at_home(pair: Pair) -> bool:
    """Does the work lie, as far as is told, where the seeker may work anyway?"""
    places = {place.country for place in pair.posting.locations if place.country}
    return bool(places) and places <= may_work(pair.profile)


def _named(fact: Fact[tuple[str, ...]]) -> str:
    return ", ".join(fact.value[:5]) + (" and others" if len(fact.value) > 5 else "")
