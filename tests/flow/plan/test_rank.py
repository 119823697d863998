"""Rank: a virtual deadline. Value and cheapness win now (A70-A72, A74), age wins in the end (A73)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flow.plan.build import DAY, HOUR, NOW, company, employer, job, source, walked
from jobfinder.flow.plan import Run, Wait, plan
from jobfinder.flow.rank import COST, LONGEST, MINE, REFRESH, SHORTEST, TIER, Worth, rank
from jobfinder.model import Step, Tier

worths = st.builds(
    Worth,
    tier=st.sampled_from([None, *Tier]),
    mine=st.booleans(),
    predicted=st.floats(0, 1),
    age=st.none() | st.floats(0, 400 * DAY),
    refresh=st.booleans(),
)
steps = st.sampled_from(list(Step))
dues = st.floats(1e9, 2e9)


@given(step=steps, due=dues, worth=worths)
def test_the_span_is_the_product_of_its_parts_within_bounds(step: Step, due: float, worth: Worth) -> None:
    ranked = rank(step, due, worth)
    product = HOUR
    for name in ("cost", "tier", "seeker", "predicted", "fresh", "routine"):
        product *= ranked.parts[name]
    assert ranked.parts["span"] == min(max(product, SHORTEST), LONGEST)
    assert ranked.value == due + ranked.parts["span"]


@given(late=worths, early=worths, steps=st.tuples(steps, steps), due=dues)
def test_nothing_starves(late: Worth, early: Worth, steps: tuple[Step, Step], due: float) -> None:
    """A73: whatever becomes due more than LONGEST after an item stands behind it, however good it is."""
    waiting = rank(steps[0], due, late)
    newcomer = rank(steps[1], due + LONGEST + 1, early)
    assert waiting.value < newcomer.value


@given(step=steps, due=dues, worth=worths, lent=st.floats(1e9, 2e9))
def test_a_lent_rank_only_helps(step: Step, due: float, worth: Worth, lent: float) -> None:
    """A74."""
    own = rank(step, due, worth)
    ranked = rank(step, due, worth, lent)
    assert ranked.value == min(own.value, lent)
    assert ("inherited" in ranked.parts) is (lent < own.value)


@pytest.mark.parametrize(("better", "worse"), list(zip(list(Tier), list(Tier)[1:], strict=False)))
def test_a_better_tier_goes_first(better: Tier, worse: Tier) -> None:
    """A70."""
    assert rank(Step.SCRAPE, NOW, Worth(tier=better)).value < rank(Step.SCRAPE, NOW, Worth(tier=worse)).value


def test_an_unknown_tier_stands_in_the_middle() -> None:
    assert rank(Step.SCRAPE, NOW, Worth()).value == rank(Step.SCRAPE, NOW, Worth(tier=Tier.B)).value


def test_every_step_and_tier_has_its_factor() -> None:
    assert set(COST) == set(Step)
    assert set(TIER) == set(Tier)
    assert MINE < 1 < REFRESH


def test_filtering_goes_before_analyzing_before_the_web() -> None:
    """A71: at equal value, the cheaper first."""
    spans = [rank(step, NOW, Worth()).value for step in (Step.FILTER, Step.ANALYZE, Step.SCRAPE)]
    assert spans == sorted(set(spans))


def test_a_new_posting_goes_before_a_routine_refresh() -> None:
    """A72."""
    new = plan(job(posted_at=NOW - HOUR, touched_at=NOW), NOW)
    listed = walked(
        source(live=False, settled_at=NOW - 9 * DAY), Step.DISCOVER, Step.PROBE, Step.LIST, at=NOW - 9 * DAY
    )
    routine = plan(listed, NOW)
    refreshed = plan(company(settled_at=NOW - DAY, touched_at=NOW), NOW)
    assert isinstance(new, Run)
    assert isinstance(routine, Run)
    assert isinstance(refreshed, Run)
    assert new.rank.value < refreshed.rank.value
    assert new.rank.parts["span"] < routine.rank.parts["span"]


@pytest.mark.parametrize("facts", [job(), company(), source()], ids=["job", "company", "source"])
def test_the_seekers_own_goes_first(facts: object) -> None:
    own, other = (plan(type(facts)(**{**fields(facts), "mine": mine}), NOW) for mine in (True, False))  # type: ignore[arg-type]
    assert isinstance(own, Run)
    assert isinstance(other, Run)
    assert own.rank.value < other.rank.value


def fields(facts: object) -> dict[str, object]:
    return {name: getattr(facts, name) for name in type(facts).__struct_fields__}  # type: ignore[attr-defined]


def test_a_likely_match_goes_first_and_an_old_posting_last() -> None:
    likely, unlikely = (rank(Step.SCRAPE, NOW, Worth(predicted=p)).value for p in (0.9, 0.1))
    fresh, unknown, old = (rank(Step.SCRAPE, NOW, Worth(age=age)).value for age in (HOUR, None, 90 * DAY))
    assert likely < unlikely
    assert fresh < unknown < old


def test_a_waiting_job_lends_the_rank_of_its_analysis() -> None:
    """A74: what a job lends is its own deadline, so the company moves up by what the job is worth."""
    facts = walked(job(posting_hash="p", mine=True, company=employer(complete=False, settled_at=None)), Step.FILTER)
    wait = plan(facts, NOW)
    assert isinstance(wait, Wait)
    poor = company(tier=Tier.D)
    alone, asked_for = plan(poor, NOW), plan(company(tier=Tier.D, inherited=wait.rank.value), NOW)
    assert isinstance(alone, Run)
    assert isinstance(asked_for, Run)
    assert asked_for.rank.value == wait.rank.value < alone.rank.value
