"""The filter rules on where and when the work is done: places, arrangement, remote scope, commute, time zones.

Pure. Called by `match.filter`. One place of several is enough; who may apply is `rules_eligibility`'s, apart from
where the work is done.
"""

from __future__ import annotations

from functools import lru_cache

from jobfinder.match.edit import Edit
from jobfinder.match.places import countries_of, lies_in, scope_of, where
from jobfinder.match.rules import Case, Finding, inferred, listed, passed, places_of, unknown, violated
from jobfinder.model import Place, Posting, Remote
from jobfinder.read.fact import Hours

DAY = 24.0
SHOWN = 10


def location(case: Case) -> Finding:
    """One of the posting's places lies in one of those accepted; remote work is bound by its scope alone."""
    accepted = case.prefs.locations.accepted
    if not accepted:
        return passed("any place will do")
    if case.posting.remote is Remote.REMOTE:
        return passed("remote, so the place does not bind", places_of(case.posting))
    return _within(case.posting, accepted, "locations.accepted")


def location_excluded(case: Case) -> Finding:
    """Not all of the posting's places lie in those excluded."""
    excluded, posting = case.prefs.locations.excluded, case.posting
    if not excluded:
        return passed("no places are excluded")
    if posting.remote is Remote.REMOTE:
        return passed("remote, so the place does not bind", places_of(posting))
    if not posting.locations:
        return unknown("the posting names no place")
    answers = [_lies_in_any(place, excluded) for place in posting.locations]
    if False in answers:
        return passed(f"not only in {listed(excluded)}", places_of(posting))
    if None in answers:
        return unknown(f"it cannot be told whether {places_of(posting)} lies in {listed(excluded)}", places_of(posting))
    hits = tuple(name for name in excluded if any(_lies_in(place, name) for place in posting.locations))
    return violated(
        f"{places_of(posting)} is in {listed(hits)}",
        places_of(posting),
        f"passes without {listed(hits)} in locations.excluded",
        Edit(path="locations.excluded", op="remove", values=hits),
    )


def commute(case: Case) -> Finding:
    """Work on site, or in part on site, lies within the seeker's reach."""
    places, posting = case.prefs.commute.places, case.posting
    if not places:
        return passed("no commute is limited")
    if posting.remote is Remote.REMOTE:
        return passed("remote, so nobody commutes", places_of(posting))
    found = _within(posting, places, "commute.places")
    if posting.remote is None and found.counterfactual:
        return unknown("the posting does not say whether it is on site, hybrid or remote", places_of(posting))
    return found


def _within(posting: Posting, accepted: tuple[str, ...], path: str) -> Finding:
    """One of the places lies in one of those accepted."""
    if not posting.locations:
        return unknown("the posting names no place")
    answers = [_lies_in_any(place, accepted) for place in posting.locations]
    named = places_of(posting)
    if True in answers:
        return passed(f"in {listed(accepted)}", named)
    if None in answers:
        return unknown(f"it cannot be told whether {named} lies in {listed(accepted)}", named)
    first = posting.locations[0]
    edit = Edit(path=path, op="add", values=(first.text,)) if _can_be_named(first) else None
    return violated(f"{named} is not in {listed(accepted)}", named, f"passes if {path} has {first.text!r}", edit)


def _lies_in_any(place: Place, names: tuple[str, ...]) -> bool | None:
    unsure = False
    for name in names:
        answer = _lies_in(place, name)
        if answer:
            return True
        unsure = unsure or answer is None
    return None if unsure else False


@lru_cache(maxsize=8192)
def _lies_in(place: Place, name: str) -> bool | None:
    """The same few places stand in very many postings."""
    return lies_in(place, where(name))


def _can_be_named(place: Place) -> bool:
    """The place, put among the accepted as it is written, would be found in itself."""
    return 0 < len(place.text.strip()) <= 200 and _lies_in(place, place.text) is True


# ---------------------------------------------------------------- remote work


def arrangement(case: Case) -> Finding:
    """On site, hybrid or remote: one of those accepted."""
    accepted, remote = case.prefs.remote.accepted, case.posting.remote
    if not accepted:
        return passed("any arrangement will do")
    if remote is None:
        return unknown("the posting does not say whether it is on site, hybrid or remote")
    if remote in accepted:
        return passed(f"{remote} is accepted", remote.value)
    return violated(
        f"{remote} is not accepted",
        remote.value,
        f"passes if remote.accepted has {remote}",
        Edit(path="remote.accepted", op="add", values=(remote.value,)),
    )


def remote_scope(case: Case) -> Finding:
    """Remote work is open to one of the seeker's countries. A country beside the word remote is no stated scope."""
    posting = case.posting
    mine = [codes for name in case.prefs.remote.countries if (codes := countries_of(name)) is not None]
    if not mine or posting.remote is not Remote.REMOTE:
        return passed("no countries are named" if not mine else "not stated to be remote")
    if not posting.remote_scope:
        return unknown("remote, but the posting does not say from where", places_of(posting))
    scope = scope_of(posting.remote_scope)
    if scope is None:
        return unknown(f"the scope {posting.remote_scope!r} is not understood", posting.remote_scope)
    if not scope or any(not codes or codes & scope for codes in mine):
        return passed("open to your countries", posting.remote_scope)
    countries = sorted(scope)
    return violated(
        f"remote from {posting.remote_scope} only",
        posting.remote_scope,
        f"passes if remote.countries has one of {', '.join(countries[:SHOWN])}",
        Edit(path="remote.countries", op="add", values=(countries[0],)),
    )


# ---------------------------------------------------------------- time zones


def time_zones(case: Case) -> Finding:
    """The hours to be worked lie in time zones at whose hours the seeker is there."""
    zones, fact = case.prefs.time_zones, case.offer.eligibility.hours
    if zones.first is None and zones.last is None:
        return passed("any time zone will do")
    if fact is None:
        return unknown("the posting does not say in which time zone it works")
    first, last = -12.0 if zones.first is None else zones.first, 14.0 if zones.last is None else zones.last
    off = _apart(fact.value, first, last)
    asked = f"UTC{fact.value.first:+g} to UTC{fact.value.last:+g}"
    if off <= zones.tolerance:
        return passed(f"{asked} is within reach", fact.quote)
    if not fact.stated:
        return inferred(f"it seems to work at {asked}", fact)
    return violated(
        f"works at {asked}, {off:g} hours from yours",
        fact.quote,
        f"passes if time_zones.tolerance is ≥ {off:g}",
        Edit(path="time_zones.tolerance", op="set", values=(repr(off),)) if off <= DAY / 2 else None,
    )


def _apart(hours: Hours, first: float, last: float) -> float:
    """Hours between two spans of offsets, the shorter way round the day; 0 where they meet."""
    ways = (max(hours.first + turn - last, first - hours.last - turn, 0.0) for turn in (-DAY, 0.0, DAY))
    return min(ways)
