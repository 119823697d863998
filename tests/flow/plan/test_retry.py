"""Back-off: growing by class of error, bounded in all, forgotten by other inputs (A57)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flow.plan.build import DAY, HOUR, MINUTE, NOW, company, fail, fail_often, job, later, source, succeed, walked
from jobfinder.flow.facts import JobFacts, Progress
from jobfinder.flow.plan import Done, Run, plan
from jobfinder.flow.plan.retry import FACTOR, FIRST, LONGEST, SAME_CLASS, TOTAL, exhausted, retry_at
from jobfinder.model import Step, Verdict

JITTER = 1.25


def delays(kinds: list[str]) -> list[float]:
    """Seconds between each failure and the next try, until the planner gives up."""
    facts, now, found = job(), NOW, []
    for kind in kinds:
        facts = fail(facts, Step.SCRAPE, now, kind)
        p = plan(facts, now)
        if isinstance(p, Done):
            assert p.verdict is Verdict.FAILED
            assert kind in p.why
            break
        assert isinstance(p, Run)
        found.append(p.due - now)
        now = p.due
    return found


def test_the_same_error_again_is_retried_ever_later_then_given_up() -> None:
    waits = delays(["timeout"] * 99)
    assert len(waits) == SAME_CLASS - 1
    for n, wait in enumerate(waits):
        assert FIRST * FACTOR**n <= wait <= FIRST * FACTOR**n * JITTER
    assert waits == sorted(waits)


def test_another_error_resets_the_delay_but_never_the_total() -> None:
    waits = delays(["timeout", "timeout", "timeout", "http-500", "timeout", "http-500", "timeout", "http-500"])
    assert len(waits) == TOTAL - 1
    assert waits[2] > 10 * FIRST
    assert all(wait <= FIRST * JITTER for wait in waits[3:])


def test_what_gives_up_says_how_often_and_why() -> None:
    p = plan(fail_often(job(), Step.SCRAPE, "timeout", times=5, at=NOW), NOW)
    assert p == Done(verdict=Verdict.FAILED, revisit_at=None, why="gave up after 5 attempts: timeout by test")


def test_a_try_says_its_number_and_what_came_before() -> None:
    p = plan(fail_often(job(), Step.SCRAPE, "timeout", times=2, at=NOW), NOW)
    assert p.why == "try 3, after: timeout by test"


@pytest.mark.parametrize(
    ("kind", "verdict"), [("refused", Verdict.BLOCKED), ("broken", Verdict.FAILED), ("gone", Verdict.FAILED)]
)
def test_what_no_retry_can_help_ends_at_once(kind: str, verdict: Verdict) -> None:
    p = plan(fail(company(), Step.FETCH, NOW, kind), NOW)
    after = walked(fail(company(), Step.FETCH, NOW, kind), Step.EXTRACT, Step.ANALYZE, Step.SAVE)
    assert isinstance(p, Run)
    assert p.step is Step.EXTRACT, "what is known by hearsay is saved all the same"
    done = plan(after, NOW)
    assert isinstance(done, Done)
    assert done.verdict is verdict


def test_other_inputs_start_afresh() -> None:
    facts = fail_often(job(posting_hash="a"), Step.FILTER, "broken", times=1, at=NOW)
    assert isinstance(plan(facts, NOW), Done)
    changed = job(posting_hash="b", progress=facts.progress)
    p = plan(changed, NOW)
    assert isinstance(p, Run)
    assert (p.step, p.due) == (Step.FILTER, changed.touched_at)


def test_success_forgets_the_failures() -> None:
    failing = fail_often(job(posting_hash="a"), Step.FILTER, "timeout", times=4, at=NOW)
    assert not exhausted(succeed(failing, Step.FILTER, NOW).progress[Step.FILTER])


def test_being_asked_to_wait_is_no_attempt() -> None:
    """A76: the date is theirs, however often they ask."""
    facts: JobFacts = job()
    for n in range(20):
        facts = later(facts, Step.SCRAPE, NOW + n * HOUR)
    p = plan(facts, NOW)
    assert isinstance(p, Run)
    assert p.due == NOW + 19 * HOUR


def test_a_listing_that_fails_is_only_delayed() -> None:
    """A37: passing faults never disable a source; once the round is used up, one try a day is left."""
    facts = walked(source(), Step.DISCOVER, Step.PROBE, Step.LIST, at=NOW - 9 * DAY)
    failing = fail_often(facts, Step.LIST, "http-500", times=3, at=NOW)
    p = plan(failing, NOW)
    assert isinstance(p, Run)
    assert NOW < p.due < NOW + HOUR
    exhausted_ = fail_often(facts, Step.LIST, "http-500", times=5, at=NOW)
    done = plan(exhausted_, NOW)
    assert isinstance(done, Done)
    assert (done.verdict, done.revisit_at) == (Verdict.FAILED, NOW + DAY)
    assert isinstance(plan(exhausted_, NOW + DAY), Run)


@given(
    attempts=st.integers(0, 10_000),
    total=st.integers(0, 10_000),
    tried_at=st.floats(0, 4e9) | st.none(),
    seed=st.text(max_size=20),
)
def test_the_delay_is_bounded_and_a_function_of_what_is_stored(
    attempts: int, total: int, tried_at: float | None, seed: str
) -> None:
    progress = Progress(step=Step.SCRAPE, attempts=attempts, total=total, tried_at=tried_at)
    wait = retry_at(progress, seed) - (tried_at or 0.0)
    assert FIRST - 1 <= wait <= LONGEST * JITTER + 1
    assert retry_at(progress, seed) == retry_at(progress, seed)


def test_tries_of_many_are_spread() -> None:
    progress = Progress(step=Step.SCRAPE, attempts=3, total=3, tried_at=NOW)
    moments = {retry_at(progress, f"job:{n}") for n in range(100)}
    assert len(moments) > 90
    assert max(moments) - min(moments) > MINUTE
