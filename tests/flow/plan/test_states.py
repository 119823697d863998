"""The planner in every state of the small domain: it always decides, says why, and keeps the rules of the house."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from flow.plan.build import DAY, HOUR, NOW, PIPELINE, SPECS, AnyFacts, print_of
from flow.plan.domain import SLICES
from jobfinder.flow.facts import CompanyFacts, JobFacts, Progress, SourceFacts
from jobfinder.flow.plan import Done, Plan, Run, Wait, plan
from jobfinder.flow.plan.job import Readiness, readiness
from jobfinder.flow.plan.pipeline import RECHECK_MATCH
from jobfinder.flow.plan.retry import FIRST, exhausted
from jobfinder.flow.rank import LONGEST, POINT, SHORTEST
from jobfinder.model import SourceState, Step, Tier, Verdict

Rule = Callable[[AnyFacts, Plan], bool]
COMPANY_STALE = 30 * DAY


def failure(f: AnyFacts, step: Step) -> Progress | None:
    """What counts against running this step now."""
    progress = f.progress.get(step)
    return progress if progress and progress.error_kind and progress.tried == print_of(f, step) else None


def done_now(f: AnyFacts, step: Step) -> bool:
    progress = f.progress.get(step)
    return bool(progress and progress.done_at is not None and progress.fingerprint == print_of(f, step))


# ---------------------------------------------------------------- the rules


def says_why(f: AnyFacts, p: Plan) -> bool:
    return bool(p.why.strip()) and "\n" not in p.why


def runs_with_the_pipelines_fingerprint(f: AnyFacts, p: Plan) -> bool:
    if not isinstance(p, Run):
        return True
    return p.step in {spec.step for spec in PIPELINE[type(f)]} and p.fingerprint == print_of(f, p.step)


def uses_the_web_only_where_the_pipeline_says(f: AnyFacts, p: Plan) -> bool:
    if not isinstance(p, Run):
        return True
    lane = getattr(f, "lane", None)
    if SPECS[type(f), p.step].paid:
        return p.lane == f.shared.review_lane
    if not SPECS[type(f), p.step].web:
        return p.lane == "cpu"
    by_address = isinstance(f, SourceFacts) and p.step is Step.DISCOVER and f.recognized
    return p.lane == (lane or "cpu") or (by_address and p.lane == "cpu")


def ranks_within_bounds(f: AnyFacts, p: Plan) -> bool:
    if not isinstance(p, Run):
        return True
    if p.step is Step.REVIEW:
        return p.rank.value == p.due + p.rank.parts["span"] and 0 <= p.rank.parts["span"] <= 100 * POINT
    own = p.rank.parts["due"] + p.rank.parts["span"]
    best = own if f.inherited is None else min(own, f.inherited)
    return p.rank.parts["due"] == p.due and SHORTEST <= p.rank.parts["span"] <= LONGEST and p.rank.value == best


def never_repeats_a_step_on_the_cpu(f: AnyFacts, p: Plan) -> bool:
    return not isinstance(p, Run) or SPECS[type(f), p.step].web or not done_now(f, p.step)


def asks_the_web_again_only_with_a_reason(f: AnyFacts, p: Plan) -> bool:
    """A web step that is done is run again when it was forced, is in doubt, has aged or did a part; never just so.

    One that has been tried since had such a reason then.
    """
    if not isinstance(p, Run) or not SPECS[type(f), p.step].web or not done_now(f, p.step) or failure(f, p.step):
        return True
    done_at = f.progress[p.step].done_at or 0.0
    forced = f.forced_at is not None and f.forced_at > done_at
    part = f.progress[p.step].outcome in SPECS[type(f), p.step].parts
    return forced or part or in_doubt(f) or p.due - done_at >= min(6 * 3600.0, getattr(f, "interval", math.inf))


def in_doubt(f: AnyFacts) -> bool:
    return isinstance(f, JobFacts) and any((f.suspect_since, f.closed_at, f.missing_since))


def backs_off(f: AnyFacts, p: Plan) -> bool:
    """After a failure with these inputs the next try comes later; for a posting not found there are other rules."""
    if not isinstance(p, Run):
        return True
    before = failure(f, p.step)
    if before is None or (p.step is Step.SCRAPE and before.error_kind == "gone"):
        return True
    return p.due >= (before.tried_at or 0.0) + FIRST


def rests_after_failing_for_good(f: AnyFacts, p: Plan) -> bool:
    """What is refused, broken or exhausted is not tried again within the day; a broken listing may be."""
    if not isinstance(p, Run):
        return True
    before = failure(f, p.step)
    if before is None or (p.step is Step.SCRAPE and before.error_kind == "gone"):
        return True
    final = {"refused"} if p.step is Step.LIST else {"refused", "broken", "gone"}
    if before.error_kind not in final and not exhausted(before):
        return True
    return p.due >= (before.tried_at or 0.0) + DAY


def comes_back_no_earlier_than_asked(f: AnyFacts, p: Plan) -> bool:
    if not isinstance(p, Run):
        return True
    progress = f.progress.get(p.step)
    return progress is None or progress.not_before is None or p.due >= progress.not_before


def revisits_in_the_future(f: AnyFacts, p: Plan) -> bool:
    """A date that has passed would be looked at again and again without end; but a review's, which comes next."""
    if not isinstance(p, Done) or p.revisit_at is None or p.revisit_at > NOW:
        return True
    asked = replace(f, live=False, settled_at=NOW, verdict=p.verdict)
    next_ = plan(asked, NOW)
    return isinstance(next_, Run) and next_.step is Step.REVIEW


def reviews_only_what_is_shown_and_worth_it(f: AnyFacts, p: Plan) -> bool:
    """And nobody waits for it."""
    if not isinstance(p, Run) or p.step is not Step.REVIEW:
        return True
    assert isinstance(f, JobFacts)
    saved = done_now(f, Step.SAVE) and f.progress[Step.SAVE].outcome == "saved"
    worth = f.leads and f.score is not None and f.score >= f.shared.review_from and f.shared.review is not None
    return saved and worth and not f.live and f.verdict == Verdict.SUCCESS


def reviews_once(f: AnyFacts, p: Plan) -> bool:
    return not (isinstance(p, Run) and p.step is Step.REVIEW and done_now(f, Step.REVIEW))


def leaves_a_match_a_match_whatever_became_of_its_review(f: AnyFacts, p: Plan) -> bool:
    if not is_shown(f) or not isinstance(p, Done):
        return True
    return p.verdict is Verdict.SUCCESS


def reads_a_match_again_in_time(f: AnyFacts, p: Plan) -> bool:
    """Also while its review waits for money."""
    if not is_shown(f) or failure(f, Step.SCRAPE):
        return True
    assert isinstance(f, JobFacts)
    scraped = f.progress[Step.SCRAPE]
    due = max((scraped.done_at or 0.0) + RECHECK_MATCH, scraped.not_before or 0.0, NOW)
    at = p.revisit_at if isinstance(p, Done) else p.due if isinstance(p, Run) else None
    return at is not None and at <= due


def is_shown(f: AnyFacts) -> bool:
    """Is it an open match on what is known now?"""
    if not isinstance(f, JobFacts) or f.gate or f.closed_at or f.suspect_since or f.posting_hash is None or not f.url:
        return False
    judged = all(done_now(f, step) for step in (Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE))
    return judged and f.progress[Step.FILTER].outcome != "rejected" and f.progress[Step.SAVE].outcome == "saved"


def waits_only_for_a_sparse_company_after_the_filter(f: AnyFacts, p: Plan) -> bool:
    if not isinstance(p, Wait):
        return True
    if not isinstance(f, JobFacts) or f.company is None:
        return False
    passed = done_now(f, Step.FILTER) and f.progress[Step.FILTER].outcome != "rejected"
    sparse = readiness(f.company, NOW) is Readiness.SPARSE
    return passed and sparse and p.want.entity_id == f.company.id and p.until > NOW


def does_not_go_on_for_the_sake_of_another_wait(f: AnyFacts, p: Plan) -> bool:
    """Having given up on one company is no reason not to wait for the next."""
    if not isinstance(f, JobFacts) or f.company is None or f.wait is None or f.wait.awaited_id == f.company.id:
        return True
    analyzed_without = isinstance(p, Run) and p.step is Step.ANALYZE and failure(f, Step.ANALYZE) is None
    return not (analyzed_without and readiness(f.company, NOW) is Readiness.SPARSE)


def refreshes_a_stale_company_beside(f: AnyFacts, p: Plan) -> bool:
    if not isinstance(p, Run) or not p.wants:
        return True
    if not isinstance(f, JobFacts) or f.company is None:
        return False
    return readiness(f.company, NOW) is Readiness.STALE and not f.company.live and p.step is Step.ANALYZE


def leaves_alone_what_nobody_asked_for(f: AnyFacts, p: Plan) -> bool:
    return f.live or f.settled_at is not None or (isinstance(p, Done) and p.verdict is Verdict.SKIPPED)


def does_nothing_for_the_stopped(f: AnyFacts, p: Plan) -> bool:
    """A gate, a person's no, a source that waits for approval: no step is run."""
    if isinstance(f, JobFacts) and f.gate:
        return isinstance(p, Done) and p.verdict is Verdict.SKIPPED
    if isinstance(f, SourceFacts) and f.state in (SourceState.DISABLED, SourceState.CANDIDATE):
        return isinstance(p, Done)
    return True


def judges_no_closed_posting(f: AnyFacts, p: Plan) -> bool:
    """Nor one that was not found once."""
    if not isinstance(f, JobFacts) or (f.closed_at is None and f.suspect_since is None) or f.gate:
        return True
    return not isinstance(p, Wait) and (not isinstance(p, Run) or p.step is Step.SCRAPE)


RULES: tuple[Rule, ...] = (
    says_why,
    runs_with_the_pipelines_fingerprint,
    uses_the_web_only_where_the_pipeline_says,
    ranks_within_bounds,
    never_repeats_a_step_on_the_cpu,
    asks_the_web_again_only_with_a_reason,
    backs_off,
    rests_after_failing_for_good,
    comes_back_no_earlier_than_asked,
    revisits_in_the_future,
    waits_only_for_a_sparse_company_after_the_filter,
    does_not_go_on_for_the_sake_of_another_wait,
    refreshes_a_stale_company_beside,
    leaves_alone_what_nobody_asked_for,
    does_nothing_for_the_stopped,
    judges_no_closed_posting,
    reviews_only_what_is_shown_and_worth_it,
    reviews_once,
    leaves_a_match_a_match_whatever_became_of_its_review,
    reads_a_match_again_in_time,
)


# Whoever asks about a slice waits until it is walked: one worker walks it for all.
@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(f"walk {name}")) for name in SLICES]
)
def walked(request: pytest.FixtureRequest) -> list[tuple[AnyFacts, Plan]]:
    """All states of one slice of the domain, each with its plan."""
    return [(facts, plan(facts, NOW)) for facts in SLICES[request.param]()]


def test_every_state_has_one_plan_that_keeps_the_rules(walked: list[tuple[AnyFacts, Plan]]) -> None:
    broken = {rule.__name__: [f for f, p in walked if not rule(f, p)] for rule in RULES}
    assert {name: (len(found), found[0]) for name, found in broken.items() if found} == {}


def test_the_same_state_has_the_same_plan(walked: list[tuple[AnyFacts, Plan]]) -> None:
    assert all(plan(replace(f, progress=dict(f.progress)), NOW) == p for f, p in walked[::7])


def test_every_kind_of_plan_occurs(walked: list[tuple[AnyFacts, Plan]]) -> None:
    """The domain is not empty of what it is there for."""
    kinds = {type(p) for _, p in walked}
    assert kinds >= {Run, Done}
    jobs = [f for f, _ in walked if isinstance(f, JobFacts) and f.company is not None]
    assert not jobs or Wait in kinds


# ---------------------------------------------------------------- rank


def tiers(f: AnyFacts) -> Iterator[AnyFacts]:
    """The same state under every tier, best first."""
    for tier in Tier:
        if isinstance(f, JobFacts):
            yield replace(f, company=replace(f.company, tier=tier) if f.company else None)
        else:
            yield replace(f, tier=tier)


def rank_of(f: AnyFacts) -> float:
    p = plan(f, NOW)
    assert not isinstance(p, Done)
    return p.rank.value


def is_review(p: Plan) -> bool:
    """Nobody waits for one, so none inherits."""
    return isinstance(p, Run) and p.step is Step.REVIEW


def test_a_better_tier_never_ranks_worse(walked: list[tuple[AnyFacts, Plan]]) -> None:
    for f, p in walked[::7]:
        if not isinstance(p, Done):
            ranks = [rank_of(other) for other in tiers(f)]
            assert ranks == sorted(ranks), f


def test_an_inherited_rank_never_ranks_worse(walked: list[tuple[AnyFacts, Plan]]) -> None:
    for f, p in walked[::7]:
        if not isinstance(p, Done) and not is_review(p):
            own = rank_of(replace(f, inherited=None))
            assert [rank_of(replace(f, inherited=lent)) for lent in (own - 1, own + 1)] == [own - 1, own], f


def test_a_rank_stands_while_time_passes(walked: list[tuple[AnyFacts, Plan]]) -> None:
    """Derived again an hour later, the same step due at the same moment has the same rank."""
    for f, p in walked:
        again = plan(f, NOW + HOUR)
        if isinstance(p, Run) and isinstance(again, Run) and (again.step, again.due) == (p.step, p.due):
            assert again.rank == p.rank, f


def test_the_seekers_own_never_ranks_worse(walked: list[tuple[AnyFacts, Plan]]) -> None:
    for f, p in walked[::7]:
        if not isinstance(p, Done):
            assert rank_of(replace(f, mine=True)) <= rank_of(replace(f, mine=False)), f


def test_a_company_is_not_fetched_before_it_is_stale(walked: list[tuple[AnyFacts, Plan]]) -> None:
    for f, p in walked:
        if isinstance(f, CompanyFacts) and isinstance(p, Run) and p.step is Step.FETCH and done_now(f, Step.FETCH):
            forced = f.forced_at is not None and f.forced_at > (f.progress[Step.FETCH].done_at or 0.0)
            assert forced or p.due >= (f.progress[Step.FETCH].done_at or 0.0) + COMPANY_STALE, f
