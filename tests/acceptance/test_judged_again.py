"""Other preferences: the filter asks again only the rules that read them, and says what judging anew would say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from acceptance.handmade import Site
from acceptance.made import TEXT, brought
from acceptance.stage import DAY, PROFILE, Stage
from jobfinder.flow.batch import Batch
from jobfinder.flow.submit import Submitted
from jobfinder.match.filter import judge
from jobfinder.match.prefs import from_toml
from jobfinder.match.rules import case_of
from jobfinder.model import Posting

FIRST = 'titles = { excluded = ["sales"] }\nsalary = { floor = 40000, currency = "EUR" }\nage = { max_days = 30 }'
FLOOR = FIRST.replace("40000", "70000")
BOTH = FLOOR.replace('["sales"]', '["sales", "data"]')
PLACES = BOTH + '\nlocations = { accepted = ["Germany"] }'
TITLES = ("Backend Engineer", "Data Engineer", "Sales Engineer")
PAYS = (" The salary is €50,000 a year.", " The salary is €90,000 a year.", "")


def bring(stage: Stage) -> list[Submitted]:
    """Postings that the preferences of these tests tell apart."""
    day = datetime.fromtimestamp(stage.clock.at, UTC).date().isoformat()
    return [
        stage.finder.submit(brought(title, f"{title} {number}", description=TEXT + pay, posted_date=day))
        for title in TITLES
        for number, pay in enumerate(PAYS)
    ]


def said(stage: Stage, target: Submitted) -> tuple[dict[str, Any], ...]:
    return stage.finder.outcome(stage.why_key(target)).rules


def anew(stage: Stage, target: Submitted, prefs: str) -> list[dict[str, Any]]:
    """What the rules say of a posting that was never judged before."""
    posting = msgspec.convert(stage.finder.outcome(stage.why_key(target)).posting, Posting)
    today = datetime.fromtimestamp(stage.clock.at, UTC).date()
    result = judge(case_of(posting, from_toml(prefs), today))
    return [msgspec.json.decode(msgspec.json.encode(verdict)) for verdict in result.rules]


def assert_as_anew(stage: Stage, jobs: list[Submitted], prefs: str) -> None:
    for job in jobs:
        assert list(said(stage, job)) == anew(stage, job, prefs)


def outcome_of(stage: Stage, target: Submitted, rule: str) -> str:
    return str(next(one["outcome"] for one in said(stage, target) if one["rule"] == rule))


async def test_after_each_change_every_verdict_is_that_of_judging_anew(stage: Stage) -> None:
    stage.prefer(FIRST)
    jobs = bring(stage)
    await stage.run()
    for prefs in (FLOOR, BOTH, FIRST, PLACES, "strike_threshold = 1", FIRST):
        stage.prefer(prefs)
        await stage.run()
        assert_as_anew(stage, jobs, prefs)
    assert {outcome_of(stage, job, "salary") for job in jobs} == {"pass", "unknown"}


async def test_changes_that_nobody_was_judged_by_count_with_the_last(stage: Stage) -> None:
    stage.prefer(FIRST)
    jobs = bring(stage)
    await stage.run()
    stage.prefer(FLOOR)
    stage.prefer(BOTH)
    stage.prefer(PLACES)
    await stage.run()
    assert_as_anew(stage, jobs, PLACES)
    assert {outcome_of(stage, job, "salary") for job in jobs} == {"reject", "pass", "unknown"}


async def test_so_many_changes_that_nobody_remembers_the_first(stage: Stage) -> None:
    stage.prefer(FIRST)
    jobs = bring(stage)
    await stage.run()
    stage.prefer(FLOOR)
    for number in range(5):
        stage.prefer(f"{FLOOR}\nyears = {{ most = {20 + number} }}")
    await stage.run()
    assert_as_anew(stage, jobs, f"{FLOOR}\nyears = {{ most = 24 }}")


async def test_preferences_after_none_at_all(stage: Stage) -> None:
    jobs = bring(stage)
    await stage.run()
    stage.prefer(BOTH)
    await stage.run()
    assert_as_anew(stage, jobs, BOTH)


async def test_time_that_has_passed_counts_too(stage: Stage) -> None:
    stage.prefer(FIRST)
    jobs = bring(stage)
    await stage.run()
    assert {outcome_of(stage, job, "age") for job in jobs} == {"pass"}
    stage.clock.advance(40 * DAY)
    stage.prefer(FLOOR)
    await stage.run()
    assert {outcome_of(stage, job, "age") for job in jobs} == {"reject"}


async def test_a_posting_that_says_something_else_is_judged_anew(stage: Stage, site: Site) -> None:
    stage.prefer(FIRST)
    job = stage.submit(site.posting("/jobs/1", description=TEXT + PAYS[1]))
    await stage.run()
    assert outcome_of(stage, job, "salary") == "pass"
    site.posting("/jobs/1", description=f"{TEXT} The salary is €30,000 a year.")
    stage.prefer(FIRST.replace("sales", "data"))
    stage.clock.advance(60.0)
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.run()
    assert outcome_of(stage, job, "salary") == "reject"


async def test_rules_that_read_nothing_new_are_not_asked_again(stage: Stage) -> None:
    stage.prefer(FIRST)
    job = bring(stage)[0]
    await stage.run()
    assert any(one["reason"] == "any kind of employment will do" for one in said(stage, job))

    def mark(batch: Batch) -> None:
        statement = "UPDATE progress SET output = REPLACE(output, 'any kind of employment', 'as before: any')"
        batch.tx.run(f"{statement} WHERE step = 'filter'")

    stage.finder.unit.write(mark)
    stage.prefer(FLOOR)
    await stage.run()
    now = {one["rule"]: one["reason"] for one in said(stage, job)}
    assert now["employment"] == "as before: any will do"
    assert "below the floor" in now["salary"]
    stage.prefer(FLOOR + '\nemployment = { accepted = ["full_time"] }')
    await stage.run()
    assert "as before" not in next(one["reason"] for one in said(stage, job) if one["rule"] == "employment")


@pytest.mark.parametrize("expects", [True, False])
async def test_a_score_that_rests_on_another_pay_is_not_made_again_for_the_floor(stage: Stage, expects: bool) -> None:
    if expects:
        stage.profile(f"{PROFILE}\nsalary = {{ min = 80000, currency = 'EUR', period = 'year' }}")
    stage.prefer(FIRST)
    job = bring(stage)[1]
    await stage.run()
    before = stage.ran(stage.why_key(job))
    raised = from_toml(FIRST.replace("40000", "45000"))
    assert (stage.finder.try_preferences(raised).trial.to_score == 0) is expects
    stage.finder.set_preferences(raised)
    await stage.run()
    again = stage.ran(stage.why_key(job))[len(before) :]
    assert again[0] == "filter"
    assert ("analyze" in again) is not expects
