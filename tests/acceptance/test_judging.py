"""A12–A18: what the filter and the score say, and what follows from it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from acceptance.handmade import Analyst, Site
from acceptance.made import TEXT, brought
from acceptance.stage import DAY, HOUR, PROFILE, Stage
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.deliver import Alert
from jobfinder.flow.worker import Limits
from jobfinder.match.score import Score
from jobfinder.steps.interface import Given
from jobfinder.store import results


def rule(stage: Stage, target: str, name: str) -> str:
    """What a rule of the filter said of a job."""
    return str(next(one["outcome"] for one in stage.finder.outcome(target).rules if one["rule"] == name))


# ---------------------------------------------------------------- A12–A14: the score and what follows


async def test_a12_a_failing_analyst_is_asked_again_and_nothing_else_is_redone(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    analyst.failing = 2
    submitted = stage.submit(site.posting("/jobs/1"))
    ran = await stage.run()
    assert stage.status(submitted) == "pending"
    assert "out of order" in stage.message(submitted)
    ran = await stage.until_due(ran)
    await stage.until_due(ran)
    assert stage.status(submitted) == "success"
    assert stage.ran(submitted.key) == ["scrape", "filter", "analyze", "analyze", "analyze", "save"]
    assert len(site.times("/jobs/1")) == 1
    assert len(analyst.asked) == 3


class Postbox:
    """Receives alerts. While `broken`, it takes them and does not acknowledge."""

    def __init__(self) -> None:
        self.got: list[Alert] = []
        self.broken = True

    async def __call__(self, alert: Alert) -> None:
        self.got.append(alert)
        if self.broken:
            raise ConnectionError("the acknowledgement got lost")


async def test_a13_an_outstanding_match_is_announced_once_however_often_it_is_delivered(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    def rows() -> list[tuple[str, str, bool]]:
        found = stage.finder.unit.read(results.outbox)
        return [(row["channel"], row["version"], row["acked_at"] is not None) for row in found]

    postbox = Postbox()
    analyst.by_title = {"Backend Engineer": 80, "Data Engineer": 79}
    stage.reopen(analyst=analyst, deliver=postbox)
    stage.prefer("alert_score = 80")
    submitted = stage.submit(site.posting("/jobs/1"))
    stage.submit(site.posting("/jobs/2", "Data Engineer"))
    while "save" not in stage.ran(submitted.key):
        assert rows() == []
        await stage.steps(1)
    # The row came with the save, in the same transaction; the delivery failed.
    assert [done for _, _, done in rows()] == [False]
    for _ in range(3):
        await stage.pass_time(6 * HOUR)
    assert len(postbox.got) == 4
    postbox.broken = False
    await stage.pass_time(6 * HOUR)
    assert [done for _, _, done in rows()] == [True]
    stage.clock.advance(HOUR)
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.run()
    stage.clock.advance(HOUR)
    site.posting("/jobs/1", description="Another text, scored and saved again.")
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.pass_time(DAY)
    assert [stage.ran(submitted.key).count(step) for step in ("scrape", "save")] == [3, 2]
    assert len(rows()) == 1
    assert len(postbox.got) == 5
    assert {alert.job for alert in postbox.got} == {submitted.key}
    assert len({alert.key for alert in postbox.got}) == 1


async def test_a13_an_unacknowledged_alert_is_repeated_though_nothing_else_happens(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    postbox = Postbox()
    stage.reopen(analyst=analyst, deliver=postbox)
    stage.prefer("alert_score = 50")
    stage.submit(site.posting("/jobs/1"))
    ran = await stage.run()
    assert len(postbox.got) == 1
    assert ran.next_due is not None
    assert ran.next_due - stage.clock.now() <= HOUR
    ran = await stage.until_due(ran)
    assert len(postbox.got) == 2
    # A worker that stays does not need anybody to start it again.
    await stage.work(Limits(until=stage.clock.now() + 130))
    assert len(postbox.got) == 3
    postbox.broken = False
    await stage.pass_time(HOUR)
    await stage.pass_time(DAY)
    assert len(postbox.got) == 4
    assert len({alert.key for alert in postbox.got}) == 1


@pytest.mark.parametrize(("points", "verdict"), [(59, "skipped"), (60, "success")])
async def test_a14_a_score_below_the_threshold_is_no_match(
    stage: Stage, site: Site, analyst: Analyst, points: int, verdict: str
) -> None:
    stage.prefer("min_score = 60")
    analyst.points = points
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    assert stage.status(submitted) == verdict
    assert len(stage.finder.matches()) == (1 if verdict == "success" else 0)
    if verdict == "skipped":
        assert "59" in stage.message(submitted)
        assert "60" in stage.message(submitted)


async def test_who_may_not_apply_has_no_match_whatever_the_threshold_and_is_told_why(stage: Stage) -> None:
    stage.prefer("min_score = 0")
    stage.profile(f'{PROFILE}\nauthorised = ["DE"]')
    said = "You must be authorised to work in the United States."
    submitted = stage.finder.submit(brought("Backend Engineer", description=f"{TEXT} {said}"))
    await stage.run()
    assert stage.status(submitted) == "skipped"
    assert stage.message(submitted).startswith("not for you: ")
    assert said in stage.message(submitted)
    assert stage.finder.matches() == []


# ---------------------------------------------------------------- the order of matches


class Unsure(Analyst):
    """Scores alike, and is sure of them by title."""

    def __init__(self, **least: float) -> None:
        super().__init__(80)
        self.least = least

    async def __call__(self, given: Given) -> Score:
        found = await super().__call__(given)
        assert given.posting is not None
        return replace(found, least=self.least.get(given.posting.title, found.least))


async def in_order(stage: Stage, site: Site, **fields: dict[str, str]) -> list[str]:
    """The titles of the matches as they are listed; `fields` are those of each posting, by its title."""
    for number, (title, its) in enumerate(fields.items()):
        stage.submit(site.posting(f"/jobs/{number}", title, **its))
    await stage.run()
    rows = stage.finder.matches()
    assert {row["score"] for row in rows} == {80}
    return [row["title"] for row in rows]


async def test_of_equal_scores_the_surer_comes_first(stage: Stage, site: Site) -> None:
    stage.reopen(analyst=Unsure(Cook=40.0, Baker=70.0, Smith=60.0))
    assert await in_order(stage, site, Cook={}, Baker={}, Smith={}) == ["Baker", "Smith", "Cook"]


async def test_what_speaks_against_a_posting_without_rejecting_it_puts_it_further_down(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    analyst.points = 80
    fax = {"description": "You read the fax."}
    stage.prefer(
        """
        strike_threshold = 9
        titles = {excluded = ["Cook"], excluded_mode = 1}
        keywords = {excluded = ["fax"], excluded_mode = 1}
        """
    )
    assert await in_order(stage, site, Cook=fax, Baker=fax, Smith={}) == ["Smith", "Baker", "Cook"]


async def test_of_equal_scores_the_fresher_comes_first(stage: Stage, site: Site, analyst: Analyst) -> None:
    analyst.points = 80
    ago = {days: {"datePosted": day(stage.clock.at - days * DAY)} for days in (120, 60, 2)}
    assert await in_order(stage, site, Cook=ago[120], Smith=ago[2], Baker=ago[60]) == ["Smith", "Baker", "Cook"]
    stage.prefer("weights.freshness = 0")
    assert [row["title"] for row in stage.finder.matches()] == ["Cook", "Smith", "Baker"]


def day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()


# ---------------------------------------------------------------- A15–A18: what is judged before and by the filter


async def test_a15_an_item_with_its_posting_starts_at_the_filter(stage: Stage, web: DemoWeb, site: Site) -> None:
    item = brought("Backend Engineer")
    submitted = stage.submit(site.posting("/jobs/1"), scraped_data=item.scraped_data)
    await stage.steps(1)
    assert stage.trail == [(submitted.key, "filter", "passed")]
    assert web.requests == ()
    await stage.run()
    assert stage.status(submitted) == "success"
    assert "scrape" not in stage.ran(submitted.key)
    assert site.times("/jobs/1") == []


@pytest.mark.parametrize(
    ("stop", "path"),
    [
        ('companies = ["Fernmoor"]', "/jobs/1"),
        ('domains = ["fernmoor.example"]', "/jobs/1"),
        ('keywords = ["casino"]', "/jobs/casino-dealer-1"),
    ],
)
async def test_a16_the_stop_list_ends_a_job_before_any_request(
    stage: Stage, web: DemoWeb, site: Site, stop: str, path: str
) -> None:
    stage.prefer(f"[stop]\n{stop}")
    submitted = stage.submit(site.posting(path), company_name="Fernmoor, Inc.")
    assert submitted.verdict == "skipped"
    ran = await stage.run()
    assert (ran.steps, web.requests) == (0, ())
    assert "stop" in stage.message(submitted)
    # The list is an input like any other: without it, the job has work again.
    stage.prefer("")
    await stage.run()
    assert stage.finder.why(submitted.key).verdict == "success"


async def test_a16_a_listed_title_with_a_stop_word_is_not_fetched(stage: Stage, site: Site) -> None:
    stage.prefer('[stop]\nkeywords = ["casino"]')
    site.posting("/jobs/1")
    site.posting("/jobs/2", "Casino Engineer")
    stage.submit(site.listing("/jobs", **{"1": "Backend Engineer", "2": "Casino Engineer"}), type="source")
    await stage.run()
    verdicts = {row["title"]: row["verdict"] for row in stage.finder.jobs()}
    assert verdicts == {"Backend Engineer": "success", "Casino Engineer": "skipped"}
    assert (len(site.times("/jobs/1")), len(site.times("/jobs/2"))) == (1, 0)


@pytest.mark.parametrize(("threshold", "verdict"), [(3, "filtered"), (4, "success")])
async def test_a17_strikes_reject_at_the_threshold_and_not_below(stage: Stage, threshold: int, verdict: str) -> None:
    stage.prefer(
        f"""
        strike_threshold = {threshold}
        titles = {{wanted = ["Architect"], wanted_mode = 2}}
        keywords = {{excluded = ["Python"], excluded_mode = 1}}
        """
    )
    submitted = stage.finder.submit(brought("Backend Engineer"))
    await stage.run()
    assert stage.status(submitted) == verdict
    [filtered] = [event for event in stage.events(submitted.key, "ran") if event["step"] == "filter"]
    assert f"3 of {threshold} strikes" in filtered["reason"]


async def test_a18_what_is_left_unsaid_is_unknown_and_no_violation(stage: Stage, site: Site) -> None:
    stage.prefer(
        """
        salary = {floor = 90000, currency = "EUR"}
        age.max_days = 14
        locations.accepted = ["Berlin"]
        """
    )
    silent = stage.submit(site.posting("/jobs/1"))
    place = {"@type": "Place", "address": {"addressLocality": "Paris", "addressCountry": "FR"}}
    text = "The salary is 40,000 EUR per year."
    said = stage.submit(site.posting("/jobs/2", jobLocation=place, datePosted="2020-01-01", description=text))
    await stage.run()
    assert stage.status(silent) == "success"
    [filtered] = [event for event in stage.events(silent.key, "ran") if event["step"] == "filter"]
    for name in ("salary", "age", "locations"):
        assert rule(stage, silent.key, name) == "unknown"
        assert f"{name}: unknown" in filtered["reason"]
        assert rule(stage, said.key, name) == "reject"
    assert stage.status(said) == "filtered"
