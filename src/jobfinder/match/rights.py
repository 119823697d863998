"""What follows from the rights that a seeker states: the countries in which nobody needs to sponsor them.

Pure. Read by whoever compares a posting's eligibility with the profile. To extend: an agreement between countries.
"""

from __future__ import annotations

from jobfinder.match.person import Profile
from jobfinder.read.country_groups import EEA, EU

FREE_MOVEMENT = EEA | {"CH"}
COMMON_TRAVEL = frozenset({"GB", "IE"})


def may_work(profile: Profile) -> frozenset[str]:
    """The countries, by their codes, in which the seeker may work without a sponsor. Empty: nothing is known.

    A citizen of an EU or EEA country or of Switzerland may work in all of them, a British or Irish one in both.
    """
    found = _each(profile.citizenships) | _each(profile.authorised)
    held = frozenset(profile.citizenships)
    if held & FREE_MOVEMENT or "EU" in held:
        found |= FREE_MOVEMENT
    return found | COMMON_TRAVEL if held & COMMON_TRAVEL else found


def _each(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(EU if code == "EU" else {code} for code in codes))
