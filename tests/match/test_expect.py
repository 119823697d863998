"""The cheap guess from a title: ordered as one would expect, always within bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jobfinder.match.expect import predicted
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Tier
from jobfinder.read.level import Level
from match.build import all_prefs, prefs, profile

SEEKER = profile("Python", "Go", titles=("Backend Engineer",), seniority=Level.SENIOR)


def guess(title: str | None, tier: Tier | None = None) -> float:
    return predicted(title, tier, Preferences(), SEEKER)


def test_better_titles_come_first() -> None:
    ordered = ["Senior Backend Engineer (Go)", "Backend Engineer", "Junior Backend Engineer", "Data Engineer", "Nurse"]
    values = [guess(title) for title in ordered]
    assert values == sorted(values, reverse=True)
    assert values[0] > 0.8
    assert values[-1] < 0.2


def test_nothing_known_is_the_middle() -> None:
    assert guess(None) == guess("  ") == 0.5
    assert predicted("Backend Engineer", None, Preferences(), Profile()) == 0.5


def test_the_tier_of_the_company_moves_the_guess() -> None:
    assert guess("Backend Engineer", Tier.S) >= guess("Backend Engineer") > guess("Backend Engineer", Tier.D)
    assert guess(None, Tier.S) > guess(None, Tier.D)


def test_an_excluded_title_comes_last() -> None:
    excluded = prefs("[titles]\nexcluded = ['backend']")
    assert predicted("Backend Engineer", Tier.S, excluded, SEEKER) < 0.1


@given(st.none() | st.text(), st.none() | st.sampled_from(Tier), all_prefs, st.sampled_from([SEEKER, Profile()]))
def test_always_within_bounds(title: str | None, tier: Tier | None, given_prefs: Preferences, who: Profile) -> None:
    assert 0.0 <= predicted(title, tier, given_prefs, who) <= 1.0
