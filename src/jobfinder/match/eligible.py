"""The gate: may the seeker apply at all, by what the posting states and the profile states? Apart from the score.

Pure. Called by `match.score`. It closes only where both sides state it; silence on either side leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from jobfinder.match.pair import Pair
from jobfinder.match.places import countries_of
from jobfinder.model import Record
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
    citizen = _countries(profile.citizenships)
    may = citizen | _countries(profile.authorised)
    if citizen and _apart(stated.citizens, citizen):
        yield _closed("asks for a citizenship that is not yours", stated.citizens)
    if may and _apart(stated.authorised, may) and not _sponsored(stated.sponsorship):
        yield _closed("asks for a right to work that you do not have", stated.authorised)


def _countries(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(countries_of(name) or frozenset() for name in names))


def _apart(fact: Fact[tuple[str, ...]] | None, mine: frozenset[str]) -> bool:
    return fact is not None and fact.stated and bool(fact.value) and not mine & set(fact.value)


def _sponsored(fact: Fact[bool] | None) -> bool:
    return fact is not None and fact.value


def _closed(why: str, fact: Fact[tuple[str, ...]] | None) -> Gate:
    return Gate(why=why, quote=fact.quote if fact else "")
