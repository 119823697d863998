"""A21–A24: what is done again when something changed, and what is not."""

from __future__ import annotations

import asyncio

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.made import live_through
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.answer import html
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.plan.retry import SAME_CLASS

JOB = ["scrape", "filter", "analyze", "save"]


def steps_since(stage: Stage, before: int) -> list[tuple[str, str]]:
    """What ran after the first `before` steps: (the last part of the key, step), sorted."""
    return sorted((key.rpartition("/")[2], step) for key, step, _ in stage.trail[before:])


# ---------------------------------------------------------------- A21, A22: the posting


@pytest.mark.parametrize("noise", ["", "<p class=hint>17 people look at this page</p>"], ids=["same", "markup"])
async def test_a21_an_unchanged_posting_is_read_again_and_not_judged_again(
    stage: Stage, site: Site, analyst: Analyst, noise: str
) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.posting("/jobs/1", noise=noise)
    await live_through(stage, 8 * DAY)
    assert stage.ran(submitted.key) == [*JOB, "scrape"]
    assert len(site.times("/jobs/1")) == 2
    assert len(analyst.asked) == 1
    assert len(stage.finder.matches()) == 1


@pytest.mark.parametrize("part", ["greenhouse", "page", "ashby", "rss"])
async def test_a21_days_of_listings_judge_no_unchanged_posting_again(stage: Stage, part: str) -> None:
    stage.submit(stage.posting(part))
    await live_through(stage, 9 * DAY)
    [source] = stage.finder.sources()
    assert stage.ran(source["key"]).count("list") >= 3
    for job in stage.finder.jobs():
        ran = stage.ran(job["key"])
        assert [ran.count(step) for step in ("filter", "analyze", "save")] == [1, 1, 1], (job["key"], ran)


async def test_a22_a_changed_posting_is_judged_again_once(stage: Stage, site: Site, analyst: Analyst) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.posting("/jobs/1", description="Now you write Rust.")
    analyst.points = 70
    await live_through(stage, 8 * DAY)
    assert stage.ran(submitted.key) == [*JOB, *JOB]
    assert len(analyst.asked) == 2
    assert [match["score"] for match in stage.finder.matches()] == [70]


async def test_a22_a_change_that_a_listing_shows_is_judged_without_reading_the_posting(
    stage: Stage, web: DemoWeb
) -> None:
    submitted = stage.submit(stage.posting("greenhouse"))
    await stage.run()
    role = web.roles("greenhouse")[0]
    web.edit_role("greenhouse", role.external_id, body="Now you write Rust.")
    await live_through(stage, 3 * DAY)
    assert stage.ran(submitted.key) == [*JOB, "filter", "analyze", "save"]
    [job] = [row for row in stage.finder.jobs() if row["key"] == submitted.key]
    assert "Rust" in job["posting"]["description_text"]


async def test_a22_a_listing_that_shows_only_titles_does_not_hide_a_change(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    """That a posting is still listed says nothing of its text: it is read again when that falls due."""
    site.posting("/jobs/1")
    site.posting("/jobs/2", "Data Engineer")
    stage.submit(site.listing("/jobs", **{"1": "Backend Engineer", "2": "Data Engineer"}), type="source")
    await stage.run()
    assert analyst.asked == ["Backend Engineer", "Data Engineer"] or len(analyst.asked) == 2
    site.posting("/jobs/1", description="Now you write Rust.")
    await live_through(stage, 9 * DAY)
    [source] = stage.finder.sources()
    assert stage.ran(source["key"]).count("list") >= 3
    assert analyst.asked[2:] == ["Backend Engineer"]


@pytest.mark.parametrize("status", [403, 500], ids=["for-good", "for-now"])
async def test_a21_a_match_that_cannot_be_read_again_stays_and_makes_no_endless_work(
    stage: Stage, site: Site, status: int
) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.put("/jobs/1", html("<title>Please log in</title>", status))
    stage.clock.advance(8 * DAY)
    async with asyncio.timeout(20):
        await live_through(stage, 8 * DAY)
    assert len(stage.finder.matches()) == 1
    assert stage.finder.why(submitted.key).verdict == "success"
    # Once when it was found; then a bounded round, and a week later, unless it was refused, one more look.
    assert len(site.times("/jobs/1")) == (2 if status == 403 else 1 + SAME_CLASS + 1)


# ---------------------------------------------------------------- A23, A24: the seeker


async def three_jobs(stage: Stage, site: Site) -> int:
    """Backend and Data Engineer are matches, Cook is filtered. Returns how many steps that took."""
    stage.prefer('titles.excluded = ["Cook"]')
    for name, title in {"1": "Backend Engineer", "2": "Data Engineer", "3": "Cook"}.items():
        stage.submit(site.posting(f"/jobs/{name}", title))
    await stage.run()
    assert verdicts(stage) == {"Backend Engineer": "success", "Data Engineer": "success", "Cook": "filtered"}
    site.asked.clear()
    stage.clock.advance(HOUR)
    return len(stage.trail)


def verdicts(stage: Stage) -> dict[str, str]:
    return {row["title"]: row["verdict"] for row in stage.finder.jobs()}


async def test_a23_other_filter_preferences_filter_all_and_analyze_those_newly_passing(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    before = await three_jobs(stage, site)
    stage.prefer('titles.excluded = ["Data"]')
    await stage.run()
    filtered = [("1", "filter"), ("2", "filter"), ("3", "filter")]
    assert steps_since(stage, before) == sorted([*filtered, ("3", "analyze"), ("3", "save")])
    assert site.asked == []
    assert analyst.asked[2:] == ["Cook"]
    assert verdicts(stage) == {"Backend Engineer": "success", "Data Engineer": "filtered", "Cook": "success"}
    assert {match["title"] for match in stage.finder.matches()} == {"Backend Engineer", "Cook"}


async def test_a23_taking_a_preference_back_shows_again_what_was_paid_for(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    await three_jobs(stage, site)
    for excluded in ("Data", "Cook"):
        stage.prefer(f'titles.excluded = ["{excluded}"]')
        await stage.run()
    assert verdicts(stage) == {"Backend Engineer": "success", "Data Engineer": "success", "Cook": "filtered"}
    assert {match["title"] for match in stage.finder.matches()} == {"Backend Engineer", "Data Engineer"}
    assert stage.finder.counts()["matches"]["open"] == 2
    assert analyst.asked[2:] == ["Cook"]


async def test_a23_other_weights_analyze_and_filter_nothing(stage: Stage, site: Site, analyst: Analyst) -> None:
    before = await three_jobs(stage, site)
    analyst.points = 51
    stage.prefer('titles.excluded = ["Cook"]\nweights.salary = 0.5')
    await stage.run()
    assert steps_since(stage, before) == [("1", "analyze"), ("1", "save"), ("2", "analyze"), ("2", "save")]
    assert site.asked == []
    assert [match["score"] for match in stage.finder.matches()] == [51, 51]


async def test_a23_another_threshold_neither_filters_nor_analyzes(stage: Stage, site: Site) -> None:
    before = await three_jobs(stage, site)
    stage.prefer('titles.excluded = ["Cook"]\nmin_score = 60')
    await stage.run()
    assert steps_since(stage, before) == [("1", "save"), ("2", "save")]
    assert stage.finder.matches() == []
    # Saved twice, the same preferences are one version and no work.
    stage.prefer('titles.excluded = ["Cook"]\nmin_score = 60')
    assert (await stage.run()).steps == 0


async def test_a24_another_profile_analyzes_what_passed_the_filter(stage: Stage, site: Site, analyst: Analyst) -> None:
    before = await three_jobs(stage, site)
    analyst.points = 51
    stage.profile('titles = ["Cook"]\nskills = ["Bread"]')
    await stage.run()
    assert steps_since(stage, before) == [("1", "analyze"), ("1", "save"), ("2", "analyze"), ("2", "save")]
    assert site.asked == []
    assert verdicts(stage)["Cook"] == "filtered"
    assert len(analyst.asked) == 4


async def test_a24_what_does_not_count_for_the_score_analyzes_nothing(stage: Stage, site: Site) -> None:
    await three_jobs(stage, site)
    profile = stage.finder.profile()
    stage.profile(
        'name = "Ada"\ntitles = ["Backend Engineer", "Data Engineer"]\nseniority = "senior"\n'
        f"skills = {[skill.name for skill in profile.skills]!r}"
    )
    assert (await stage.run()).steps == 0


async def test_a24_company_facts_that_changed_are_an_input_too(stage: Stage, site: Site, analyst: Analyst) -> None:
    await three_jobs(stage, site)
    site.pages["/"] = html(
        '<title>Fernmoor</title><script type="application/ld+json">'
        '{"@context": "https://schema.org", "@type": "Organization", "name": "Fernmoor", "description": "Now boats."}'
        "</script>"
    )
    stage.submit(site.url("/"), type="company", force=True)
    await stage.run()
    assert sorted(analyst.asked[2:]) == ["Backend Engineer", "Data Engineer"]
