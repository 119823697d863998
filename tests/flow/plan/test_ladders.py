"""The ladders, rung by rung: given a state, exactly this next step. The numbers are those of ACCEPTANCE.md."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from flow.plan.build import (
    DAY,
    HOUR,
    NOW,
    AnyFacts,
    company,
    employer,
    fail,
    fail_often,
    job,
    matched,
    source,
    succeed,
    waiting,
    walked,
)
from jobfinder.flow.facts import CompanyView, JobFacts, Shared
from jobfinder.flow.plan import Done, Plan, Run, Wait, plan
from jobfinder.model import SourceState, Step, Verdict

READ = job(posting_hash="posting", company=employer())
FILTERED = walked(READ, Step.SCRAPE, Step.FILTER)
ANALYZED = walked(FILTERED, Step.ANALYZE)
SAVED = walked(ANALYZED, Step.SAVE, save="saved")


def runs(p: Plan) -> Run:
    assert isinstance(p, Run), p
    return p


def ends(p: Plan) -> Done:
    assert isinstance(p, Done), p
    return p


# ---------------------------------------------------------------- jobs


@pytest.mark.parametrize(
    ("facts", "step"),
    [(job(), Step.SCRAPE), (READ, Step.FILTER), (FILTERED, Step.ANALYZE), (ANALYZED, Step.SAVE)],
    ids=["A04", "A06", "A08", "A09"],
)
def test_the_next_step_is_the_first_that_is_not_done(facts: JobFacts, step: Step) -> None:
    assert runs(plan(facts, NOW)).step is step


def test_a10_everything_done() -> None:
    done = ends(plan(SAVED, NOW))
    assert done.verdict is Verdict.SUCCESS
    assert done.revisit_at == NOW - HOUR + 7 * DAY


def test_a07_rejected_by_the_filter() -> None:
    assert ends(plan(walked(READ, Step.SCRAPE, Step.FILTER, filter="rejected"), NOW)).verdict is Verdict.FILTERED


def test_a14_below_the_threshold() -> None:
    assert ends(plan(walked(ANALYZED, Step.SAVE, save="below"), NOW)).verdict is Verdict.SKIPPED


def test_a15_a_posting_that_was_brought_along_starts_at_the_filter() -> None:
    assert runs(plan(job(posting_hash="posting", url=None), NOW)).step is Step.FILTER


def test_a16_a_stop_list_ends_it_before_any_request() -> None:
    assert ends(plan(job(gate="company Acme is on the stop list"), NOW)).verdict is Verdict.SKIPPED


def test_a12_a_failed_analysis_resumes_at_the_analysis() -> None:
    p = runs(plan(fail(FILTERED, Step.ANALYZE, NOW, "timeout"), NOW))
    assert (p.step, p.due > NOW) == (Step.ANALYZE, True)


@pytest.mark.parametrize(
    ("changed", "step"),
    [
        ({"filter": "f2"}, Step.FILTER),
        ({"profile": "p2"}, Step.ANALYZE),
        ({"scorer": "s2"}, Step.ANALYZE),
        ({"threshold": "t2"}, Step.SAVE),
        ({"gate": "g2"}, None),
    ],
    ids=["A23 preferences", "A24 profile", "A23 scorer", "threshold", "gate"],
)
def test_a_changed_input_redoes_its_own_step_first(changed: dict[str, str], step: Step | None) -> None:
    facts = replace(SAVED, shared=replace(SAVED.shared, **changed))
    p = plan(facts, NOW)
    assert isinstance(facts.shared, Shared)
    assert getattr(p, "step", None) is step


def test_a22_a_changed_text_is_judged_again() -> None:
    assert runs(plan(replace(SAVED, posting_hash="another"), NOW)).step is Step.FILTER


def test_a21_an_unchanged_text_is_not() -> None:
    again = succeed(SAVED, Step.SCRAPE, NOW + 8 * DAY)
    assert ends(plan(again, NOW + 8 * DAY)).verdict is Verdict.SUCCESS


def test_a_match_is_read_again_a_week_later_and_one_who_is_none_is_not() -> None:
    assert runs(plan(matched(), NOW + 8 * DAY)).step is Step.SCRAPE
    assert isinstance(plan(walked(matched(), Step.SAVE, save="below"), NOW + 8 * DAY), Done)


def test_a_match_whose_text_was_seen_in_a_listing_is_not_read_again() -> None:
    assert isinstance(plan(matched(read_at=NOW + 3 * DAY), NOW + 8 * DAY), Done)


def test_force_reads_a_known_posting_again_and_judges_nothing_anew() -> None:
    forced = replace(SAVED, forced_at=NOW)
    assert runs(plan(forced, NOW)).step is Step.SCRAPE
    assert isinstance(plan(succeed(forced, Step.SCRAPE, NOW + 1), NOW + 1), Done)


def test_a20_not_found_once_is_looked_at_again_a_day_later() -> None:
    p = runs(plan(job(posting_hash="posting", suspect_since=NOW), NOW))
    assert (p.step, p.due) == (Step.SCRAPE, NOW + DAY)


def test_a20_closed_is_looked_at_rarely_and_in_the_end_no_more() -> None:
    closed = replace(SAVED, closed_at=NOW, closed_reason="it says so")
    done = ends(plan(closed, NOW))
    assert (done.verdict, done.revisit_at, done.why) == (Verdict.CLOSED, NOW + 30 * DAY, "it says so")
    assert runs(plan(closed, NOW + 30 * DAY)).step is Step.SCRAPE
    looked = fail(closed, Step.SCRAPE, NOW + 65 * DAY, "gone")
    assert ends(plan(looked, NOW + 65 * DAY)).revisit_at is None


def test_a20_closed_is_looked_at_again_when_it_is_back_in_a_listing() -> None:
    back = replace(SAVED, closed_at=NOW, confirmed_at=NOW + DAY)
    assert runs(plan(back, NOW + DAY)).step is Step.SCRAPE


def test_a20_closed_stays_closed_when_the_look_fails_for_good() -> None:
    closed = replace(SAVED, closed_at=NOW - 35 * DAY)
    assert ends(plan(fail(closed, Step.SCRAPE, NOW, "refused"), NOW)).verdict is Verdict.CLOSED


def test_a35_missing_from_its_listing_is_looked_at_at_once() -> None:
    missing = replace(SAVED, missing_since=NOW)
    assert runs(plan(missing, NOW)).step is Step.SCRAPE
    assert isinstance(plan(succeed(missing, Step.SCRAPE, NOW + 1), NOW + 1), Done)


def test_a_look_that_fails_for_good_leaves_a_match_as_it_was_and_is_tried_again_a_week_later() -> None:
    failing = fail_often(matched(), Step.SCRAPE, "timeout", times=5, at=NOW + 8 * DAY)
    done = ends(plan(failing, NOW + 8 * DAY))
    assert (done.verdict, done.revisit_at) == (Verdict.SUCCESS, NOW + 15 * DAY)
    assert runs(plan(failing, NOW + 15 * DAY)).step is Step.SCRAPE


def test_an_address_that_led_elsewhere_is_skipped() -> None:
    assert ends(plan(walked(job(), Step.SCRAPE, scrape="led-on"), NOW)).verdict is Verdict.SKIPPED


def test_neither_address_nor_text() -> None:
    assert ends(plan(job(url=None), NOW)).verdict is Verdict.FAILED


def test_what_nobody_asked_for_rests() -> None:
    assert ends(plan(job(live=False), NOW)).verdict is Verdict.SKIPPED


# ---------------------------------------------------------------- jobs and their company

SPARSE = employer(complete=False, settled_at=None, verdict=None)
STALE = employer(settled_at=NOW - 40 * DAY)


def with_company(view: CompanyView) -> JobFacts:
    return walked(replace(READ, company=view), Step.SCRAPE, Step.FILTER)


def test_a02_a_sparse_company_is_waited_for_and_only_before_the_analysis() -> None:
    wait = plan(with_company(SPARSE), NOW)
    assert isinstance(wait, Wait)
    assert (wait.want.entity_id, wait.until) == (SPARSE.id, NOW + 6 * HOUR)
    assert runs(plan(replace(READ, company=SPARSE), NOW)).step is Step.FILTER


def test_a_wait_that_lasts_keeps_its_deadline() -> None:
    wait = plan(replace(with_company(SPARSE), wait=waiting(deadline=NOW + 5)), NOW)
    assert isinstance(wait, Wait)
    assert wait.until == NOW + 5


def test_a03_a_stale_company_is_refreshed_beside() -> None:
    p = runs(plan(with_company(STALE), NOW))
    assert (p.step, [want.entity_id for want in p.wants]) == (Step.ANALYZE, [STALE.id])
    assert runs(plan(with_company(replace(STALE, live=True)), NOW)).wants == ()


def test_a03_a_fresh_company_is_left_alone() -> None:
    assert runs(plan(with_company(employer()), NOW)).wants == ()


@pytest.mark.parametrize("view", [employer(complete=False), employer(complete=False, verdict="failed", facts_hash="")])
def test_a34_a53_what_was_tried_in_vain_is_not_waited_for(view: CompanyView) -> None:
    assert runs(plan(with_company(view), NOW)).step is Step.ANALYZE


@pytest.mark.parametrize("wait", [waiting(deadline=NOW), waiting(over="circular")])
def test_a58_a_wait_that_is_over_is_named(wait: object) -> None:
    p = runs(plan(replace(with_company(SPARSE), wait=wait), NOW))
    assert p.step is Step.ANALYZE
    assert "without company facts" in p.why


def test_company_facts_that_came_late_are_analyzed_again() -> None:
    without = walked(replace(READ, company=employer(facts_hash="")), Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE)
    assert isinstance(plan(without, NOW), Done)
    assert runs(plan(replace(without, company=employer(facts_hash="new")), NOW)).step is Step.ANALYZE


# ---------------------------------------------------------------- companies


def test_a_company_goes_from_its_site_to_its_sources() -> None:
    facts, seen = company(), []
    while isinstance(p := plan(facts, NOW), Run):
        seen.append(p.step)
        facts = succeed(facts, p.step, NOW)
    assert seen == [Step.FETCH, Step.EXTRACT, Step.ANALYZE, Step.SAVE]
    assert ends(p).verdict is Verdict.SUCCESS


def test_a_company_is_refreshed_when_somebody_wants_it_and_it_is_old() -> None:
    facts = walked(company(settled_at=NOW), Step.FETCH, Step.EXTRACT, Step.ANALYZE, Step.SAVE, at=NOW)
    assert isinstance(plan(facts, NOW + 29 * DAY), Done)
    assert runs(plan(facts, NOW + 30 * DAY)).step is Step.FETCH
    assert isinstance(plan(replace(facts, live=False), NOW + 30 * DAY), Done)


def test_new_hints_are_analyzed_without_a_request() -> None:
    facts = walked(company(live=False, settled_at=NOW), Step.FETCH, Step.EXTRACT, Step.ANALYZE, Step.SAVE)
    assert runs(plan(replace(facts, hints_hash="h2"), NOW)).step is Step.ANALYZE


def test_a_site_that_failed_is_tried_again_when_somebody_wants_it_a_month_later() -> None:
    facts = walked(fail(company(), Step.FETCH, NOW, "gone"), Step.EXTRACT, Step.ANALYZE, Step.SAVE)
    settled = replace(facts, settled_at=NOW, verdict="failed")
    assert ends(plan(settled, NOW + 29 * DAY)).verdict is Verdict.FAILED
    assert runs(plan(settled, NOW + 30 * DAY)).step is Step.FETCH
    assert isinstance(plan(replace(settled, live=False), NOW + 30 * DAY), Done)


# ---------------------------------------------------------------- sources

LISTED = walked(source(), Step.DISCOVER, Step.PROBE, Step.LIST)


def test_a_source_is_discovered_probed_and_listed_for_ever() -> None:
    facts: AnyFacts = source(state=SourceState.PROPOSED)
    for step in (Step.DISCOVER, Step.PROBE, Step.LIST):
        assert runs(plan(facts, NOW)).step is step
        facts = succeed(facts, step, NOW)
    done = ends(plan(facts, NOW))
    assert (done.verdict, done.revisit_at) == (Verdict.SUCCESS, NOW + DAY)
    assert runs(plan(facts, NOW + DAY)).step is Step.LIST


def test_a_suspicious_listing_is_repeated_sooner() -> None:
    assert ends(plan(replace(LISTED, suspicious=True), NOW)).revisit_at == NOW - HOUR + DAY / 4


@pytest.mark.parametrize(
    ("state", "verdict"), [(SourceState.DISABLED, Verdict.BLOCKED), (SourceState.CANDIDATE, Verdict.SKIPPED)]
)
def test_a32_a37_a_source_that_is_not_enabled_rests(state: SourceState, verdict: Verdict) -> None:
    assert ends(plan(replace(LISTED, state=state), NOW + 99 * DAY)).verdict is verdict


def test_a33_a_source_that_lists_nothing_fails() -> None:
    assert ends(plan(walked(source(), Step.DISCOVER, Step.PROBE, probe="nothing"), NOW)).verdict is Verdict.FAILED


def test_a_board_known_by_its_address_is_discovered_without_a_request() -> None:
    assert runs(plan(source(recognized=True), NOW)).lane == "cpu"
    assert runs(plan(source(), NOW)).lane == "host:a.example"


def test_a83_a_clock_that_was_set_back_delays_nothing() -> None:
    for facts in (job(touched_at=NOW + HOUR), company(touched_at=NOW + HOUR), source(touched_at=NOW + HOUR)):
        assert runs(plan(facts, NOW)).due <= NOW
