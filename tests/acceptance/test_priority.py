"""A70–A74: what is served first, and that nothing starves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acceptance.handmade import Site
from acceptance.made import brought
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.flow.rank import LONGEST
from jobfinder.model import Tier

REJECT_ALL = 'titles.excluded = ["Engineer", "Waiter"]'


async def known_company(stage: Stage, name: str, tier: Tier) -> str:
    """A company that has settled, with the seeker's esteem. Returns its key."""
    submitted = stage.submit(type="company", company_name=name)
    await stage.run()
    stage.finder.set_tier(submitted.key, tier)
    await stage.run()
    return submitted.key


# ---------------------------------------------------------------- A70


async def test_a70_the_top_tier_goes_all_the_way_before_the_bottom_tier_begins(stage: Stage) -> None:
    await known_company(stage, "Lowland", Tier.D)
    await known_company(stage, "Highland", Tier.S)
    stage.trail.clear()
    low = {stage.finder.submit(brought(f"Backend Engineer {n}", "Lowland")).key for n in range(4)}
    high = {stage.finder.submit(brought(f"Backend Engineer {n}", "Highland")).key for n in range(4)}
    while (await stage.steps(1)).steps:
        pass
    order = [key for key, _, _ in stage.trail]
    assert len(order) == 3 * 8
    assert set(order[:12]) == high
    assert set(order[12:]) == low


async def test_a70_the_top_tier_is_fetched_first_from_one_host(stage: Stage) -> None:
    stage.prefer(REJECT_ALL)
    await known_company(stage, "Lowland", Tier.D)
    await known_company(stage, "Highland", Tier.S)
    site = Site(stage, "openings.example")
    for company in ("Lowland", "Highland"):
        for n in range(4):
            path = f"/{company.lower()}/{n}"
            stage.submit(site.posting(path, hiringOrganization={"name": company}), company_name=company)
    await stage.run()
    paths = [one.path for one in site.asked if one.path != "/robots.txt"]
    assert len(paths) == 8
    assert all(path.startswith("/highland") for path in paths[:4]), paths


# ---------------------------------------------------------------- A71, A72


async def test_a71_at_equal_value_the_filter_comes_before_the_analysis(stage: Stage) -> None:
    older = stage.finder.submit(brought("Backend Engineer", description="You write Python."))
    await stage.steps(1)
    newer = stage.finder.submit(brought("Backend Engineer", description="You write a lot of Python."))
    assert [stage.finder.why(one.key).next.step for one in (older, newer)] == ["analyze", "filter"]
    await stage.steps(2)
    assert stage.trail[1:] == [(newer.key, "filter", "passed"), (older.key, "analyze", "scored")]


async def test_a72_a_new_posting_comes_before_a_routine_refresh(stage: Stage) -> None:
    site = Site(stage, "fernmoor.example", name="Fernmoor")
    known = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    stage.clock.advance(7 * DAY + HOUR / 4)
    assert (stage.finder.why(known.key).next.due or 0) < stage.clock.now()
    # Not the seeker's own, which would come first for that reason already.
    new = stage.submit(site.posting("/jobs/2"), parent_item_id="somebody")
    stage.trail.clear()
    await stage.steps(1)
    assert [key for key, _, _ in stage.trail] == [new.key]
    await stage.run()
    assert (known.key, "scrape", "read") in stage.trail[1:]


# ---------------------------------------------------------------- A73


async def test_a73_nothing_waits_behind_what_became_due_a_longest_span_later(stage: Stage) -> None:
    """The bound, under more work than can be done: whatever becomes due LONGEST (a day) after an item comes later."""
    stage.prefer('titles.excluded = ["Waiter"]')
    await known_company(stage, "Lowland", Tier.D)
    site = Site(stage, "lowland.example")
    long_ago = datetime.fromtimestamp(stage.clock.now() - 60 * DAY, UTC).date().isoformat()
    employer = {"name": "Lowland"}
    old = stage.submit(
        site.posting("/jobs/1", datePosted=long_ago, hiringOrganization=employer), company_name="Lowland"
    )
    await stage.run()
    refresh = stage.finder.why(old.key).next
    assert refresh.due is not None
    stage.clock.at = due = refresh.due
    stage.trail.clear()
    submitted: dict[str, float] = {}
    while old.key not in (ran := [key for key, _, _ in stage.trail]):
        assert stage.clock.at < due + 3 * LONGEST
        for n in range(3):
            new = stage.finder.submit(brought(f"Waiter {len(submitted)} {n}"))
            submitted[new.key] = stage.clock.at
        await stage.steps(2)
        stage.clock.advance(HOUR)
    before = [submitted[key] for key in ran[: ran.index(old.key)]]
    assert len(before) >= 48, "there was nothing better that it had to wait for"
    assert max(before) <= due + LONGEST
    assert len(submitted) > len(before) + 24, "nobody waited behind it"


# ---------------------------------------------------------------- A74


@pytest.mark.parametrize("asked_for", [False, True], ids=["spawned", "joined"])
async def test_a74_a_company_that_is_waited_for_inherits_the_rank_of_the_job(stage: Stage, asked_for: bool) -> None:
    sites = {name: Site(stage, f"{name.lower()}.example", name=name) for name in ("Awaited", "Esteemed", "Lonely")}
    if asked_for:
        stage.submit(sites["Awaited"].url("/"), type="company", parent_item_id="somebody")
    job = stage.finder.submit(brought("Backend Engineer", "Awaited", company_website=sites["Awaited"].url("/")))
    others = {
        name: stage.submit(sites[name].url("/"), type="company", parent_item_id="somebody")
        for name in ("Esteemed", "Lonely")
    }
    stage.finder.set_tier(others["Esteemed"].key, Tier.S)
    await stage.steps(1)
    assert stage.status(job) == "waiting"
    awaited, lonely, waiter = (
        stage.finder.why(key) for key in ("company:awaited.example", others["Lonely"].key, job.key)
    )
    assert awaited.next.rank == awaited.next.parts["inherited"] == waiter.next.rank
    assert lonely.next.rank is not None
    assert "inherited" not in lonely.next.parts
    while (await stage.steps(1)).steps:
        pass
    fetched = [key for key, step, _ in stage.trail if step == "fetch"]
    assert fetched == ["company:awaited.example", others["Esteemed"].key, others["Lonely"].key]
