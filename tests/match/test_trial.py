"""A change tried before it is saved: what it brings and costs, and how much work it is."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.match.filter import judge
from jobfinder.match.gate import gate
from jobfinder.match.prefs import Preferences, from_toml
from jobfinder.match.rules import Case
from jobfinder.match.trial import KEPT, Known, Trial, trial
from jobfinder.model import Posting, Verdict
from match.build import all_prefs, case, cases, posting

NOBODY = from_toml("min_score = 60")
NEW = from_toml("min_score = 60\n[age]\nmax_days = 10")


def known(job: str, posted: str = "2026-11-19", score: float | None = 70, verdict: Verdict | None = None) -> Known:
    return Known(job=job, case=case(posting(posted_at=posted)), score=score, verdict=verdict)


STALE = "2026-09-01"
JOBS = [
    known("fresh"),
    known("stale", STALE),
    known("stale-unscored", STALE, None),
    known("stale-low", STALE, 40),
    known("closed", STALE, 90, Verdict.CLOSED),
]


def moved(found: Trial) -> tuple[list[str], list[str]]:
    return [move.job for move in found.gained.best], [move.job for move in found.lost.best]


def test_an_age_limit_costs_the_matches_beyond_it_and_says_why() -> None:
    found = trial(JOBS, NOBODY, NEW)
    assert moved(found) == ([], ["stale", "stale-unscored"])
    assert (found.lost.count, found.lost.unsure) == (2, 1)
    assert (found.unchanged, found.apart) == (2, 1)
    assert found.rules == ("age",)
    assert all("age: 80 days old" in move.why for move in found.lost.best)
    assert found.to_filter == 4


def test_without_it_they_come_back_and_those_never_scored_are_to_be() -> None:
    found = trial(JOBS, NEW, NOBODY)
    assert moved(found) == (["stale", "stale-unscored"], [])
    assert (found.gained.count, found.gained.unsure) == (2, 1)
    assert found.to_score == 1
    assert "more than 10" in found.gained.best[0].why


def test_with_a_scorer_at_hand_a_gain_has_its_score() -> None:
    found = trial(JOBS, NEW, NOBODY, score=lambda case: 59)
    assert moved(found) == (["stale"], [])
    found = trial(JOBS, NEW, NOBODY, score=lambda case: 61)
    assert [(move.job, move.score) for move in found.gained.best] == [("stale", 70), ("stale-unscored", 61)]
    assert found.gained.unsure == 0


def test_a_threshold_moves_matches_without_any_work() -> None:
    found = trial(JOBS, NOBODY, from_toml("min_score = 75"))
    assert moved(found) == ([], ["fresh", "stale"])
    assert (found.to_filter, found.to_score, found.ai_calls) == (0, 1, 0)
    assert found.lost.best[0].why == "its score of 70 is below 75"


def test_other_weights_score_all_that_passes_again() -> None:
    heavy = from_toml("min_score = 60\n[weights]\nskills = 3")
    found = trial(JOBS, NOBODY, heavy, score=lambda case: 80 if case.prefs == heavy else 70)
    assert (found.to_filter, found.to_score) == (0, 4)
    assert moved(found) == (["stale-low"], [])
    assert found.gained.best[0].why == "its score would be 40 instead of 80"


def test_a_stop_list_ends_jobs_that_are_not_filtered_any_more() -> None:
    found = trial(JOBS, NOBODY, from_toml('min_score = 60\n[stop]\ncompanies = ["Brightwater"]'))
    assert found.lost.count == 3
    assert "stop list" in found.lost.best[0].why
    assert (found.to_filter, found.to_score) == (0, 0)


def test_reviews_are_counted_for_matches_that_have_none_yet() -> None:
    assert trial(JOBS, NEW, NOBODY, review_from=65).ai_calls == 2
    assert trial(JOBS, NEW, NOBODY, review_from=75).ai_calls == 1
    assert trial(JOBS, NOBODY, NOBODY, review_from=65).ai_calls == 0
    assert trial(JOBS, NEW, NOBODY).ai_calls == 0


def test_the_same_preferences_alter_nothing() -> None:
    found = trial(JOBS, NEW, NEW)
    assert (found.gained.count, found.lost.count, found.unchanged, found.to_filter) == (0, 0, 4, 0)


def test_only_the_best_few_are_named_best_first_and_nothing_is_held() -> None:
    alive = 0

    def stream() -> Iterator[Known]:
        nonlocal alive
        for number in range(2_000):
            alive += 1
            yield known(f"job-{number}", STALE, 60 + number % 40)

    found = trial(stream(), NOBODY, NEW)
    assert (alive, found.lost.count) == (2_000, 2_000)
    assert len(found.lost.best) == KEPT
    scores = [move.score for move in found.lost.best]
    assert scores == [99] * KEPT
    assert [move.job for move in found.lost.best] == [f"job-{39 + 40 * n}" for n in range(KEPT)]


def matches(case: Case, prefs: Preferences, score: float) -> bool:
    text: Posting = case.posting
    stopped = gate(url=text.url, company=text.company, title=text.title, prefs=prefs)
    return stopped is None and judge(replace(case, prefs=prefs)).passed and score >= prefs.min_score


@settings(max_examples=60)
@given(st.lists(st.tuples(cases, st.integers(0, 100)), max_size=4), all_prefs, all_prefs)
def test_what_moves_is_what_matches_under_one_and_not_under_the_other(
    given_cases: list[tuple[Case, int]], old: Preferences, new: Preferences
) -> None:
    # What the scorer reads stays: without a scorer at hand nobody knows what would come of it.
    new = replace(new, weights=old.weights, skills=old.skills, salary=replace(old.salary, mode=new.salary.mode))
    jobs = [Known(job=str(n), case=one, score=score) for n, (one, score) in enumerate(given_cases)]
    found = trial(jobs, old, new)
    before = {str(n) for n, (one, score) in enumerate(given_cases) if matches(one, old, score)}
    after = {str(n) for n, (one, score) in enumerate(given_cases) if matches(one, new, score)}
    assert {move.job for move in found.gained.best} == after - before
    assert {move.job for move in found.lost.best} == before - after
    assert found.unchanged == len(jobs) - len(before ^ after)
    assert all(move.why for move in (*found.gained.best, *found.lost.best))
