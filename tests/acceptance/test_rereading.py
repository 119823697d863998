"""A19, A20: pages that fail, and postings that go and come back."""

from __future__ import annotations

import itertools

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.made import live_through
from acceptance.stage import DAY, Stage
from jobfinder.demo.answer import Answer, gone, html, missing
from jobfinder.demo.live import Closing
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.plan.retry import SAME_CLASS
from jobfinder.model import SourceState

DOWN = html("<title>Sorry</title>", 500)


# ---------------------------------------------------------------- A19: faults


async def test_a19_a_failing_page_is_tried_again_with_growing_delay(stage: Stage, site: Site) -> None:
    url = site.posting("/jobs/1")
    works = site.pages["/jobs/1"]
    site.put("/jobs/1", DOWN)
    submitted = stage.submit(url)
    ran = await stage.run()
    ran = await stage.until_due(ran)
    ran = await stage.until_due(ran)
    assert stage.status(submitted) == "pending"
    site.put("/jobs/1", works)
    await stage.until_due(ran)
    assert stage.status(submitted) == "success"
    times = site.times("/jobs/1")
    delays = [after - before for before, after in itertools.pairwise(times)]
    assert len(delays) == 3
    assert delays[0] >= 30
    assert all(after >= 2 * before for before, after in itertools.pairwise(delays)), delays


async def test_a19_a_page_that_fails_for_ever_is_given_up_with_its_last_error(stage: Stage, site: Site) -> None:
    submitted = stage.submit(site.put("/jobs/1", DOWN))
    ran = await stage.run()
    for _ in range(3 * SAME_CLASS):
        if ran.next_due is not None:
            ran = await stage.until_due(ran)
    assert stage.status(submitted) == "failed"
    assert len(site.times("/jobs/1")) == SAME_CLASS
    assert "500" in stage.message(submitted)
    await stage.pass_time(60 * DAY)
    assert len(site.times("/jobs/1")) == SAME_CLASS


# ---------------------------------------------------------------- A20: postings that go


SAYS_SO = "<title>Fernmoor</title><h1>Backend Engineer</h1><p>This position is no longer available.</p>"


@pytest.mark.parametrize("answer", [gone(), html(SAYS_SO)], ids=["410", "stated"])
async def test_a20_a_stated_closure_closes_at_once(stage: Stage, site: Site, answer: Answer) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.put("/jobs/1", answer)
    await stage.pass_time(8 * DAY)
    assert len(site.times("/jobs/1")) == 2
    assert stage.finder.why(submitted.key).verdict == "closed"
    assert stage.finder.matches() == []
    assert stage.finder.jobs()[0]["posting"]["title"] == "Backend Engineer"


async def test_a20_not_found_needs_a_second_look_a_day_later(stage: Stage, site: Site, analyst: Analyst) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    works = site.pages["/jobs/1"]
    site.put("/jobs/1", missing())
    await stage.pass_time(8 * DAY)
    assert [event["event"] for event in stage.log(submitted.key)].count("suspect") == 1
    assert stage.finder.why(submitted.key).verdict == "success"
    await stage.pass_time(0.9 * DAY)
    assert stage.finder.why(submitted.key).verdict == "success"
    await stage.pass_time(0.2 * DAY)
    assert stage.finder.why(submitted.key).verdict == "closed"
    looks = site.times("/jobs/1")
    assert looks[-1] - looks[-2] >= DAY
    # Kept, not analyzed, looked at rarely, and open again when it is back.
    stage.profile('titles = ["Cook"]')
    await live_through(stage, 29 * DAY)
    assert len(analyst.asked) == 1
    assert len(site.times("/jobs/1")) == len(looks)
    site.put("/jobs/1", works)
    await live_through(stage, 3 * DAY)
    assert stage.finder.why(submitted.key).verdict == "success"
    assert len(stage.finder.matches()) == 1
    assert len(analyst.asked) == 2


@pytest.mark.parametrize("part", ["page", "embed"])
async def test_a20_a_redirect_to_the_list_is_as_doubtful_as_not_found(stage: Stage, web: DemoWeb, part: str) -> None:
    submitted = stage.submit(stage.posting(part))
    await stage.run()
    # No listing is made any more, which would be a second witness.
    for source in stage.finder.sources():
        stage.finder.set_source_state(source["key"], SourceState.DISABLED)
    web.close_role(part, web.roles(part)[0].external_id, Closing.REDIRECT)
    await live_through(stage, 7.5 * DAY)
    assert len(stage.events(submitted.item_id, "suspect")) == 1
    assert stage.finder.why(submitted.item_id).verdict == "success"
    await live_through(stage, 2 * DAY)
    assert len(stage.events(submitted.item_id, "closed")) == 1
    assert stage.finder.why(submitted.item_id).verdict == "closed"


async def test_a20_a_closed_posting_that_is_listed_again_is_looked_at_soon(stage: Stage, site: Site) -> None:
    both = {"1": "Backend Engineer", "2": "Data Engineer"}
    postings = [site.posting(f"/jobs/{name}", title) for name, title in both.items()]
    stage.submit(site.listing("/jobs", **both), type="source")
    await stage.run()
    works = site.pages["/jobs/1"]
    site.put("/jobs/1", gone())
    site.listing("/jobs", **{"2": "Data Engineer", "3": "Cook"})
    await live_through(stage, 8 * DAY)
    assert stage.finder.why(postings[0]).verdict == "closed"
    site.put("/jobs/1", works)
    site.listing("/jobs", **both)
    await live_through(stage, 2 * DAY)
    assert stage.finder.why(postings[0]).verdict == "success"


async def test_a20_a_page_that_can_no_longer_be_read_closes_nothing(stage: Stage, site: Site) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.put("/jobs/1", "<title>Fernmoor</title><div id=root></div>")
    await live_through(stage, 20 * DAY)
    assert stage.finder.why(submitted.key).verdict == "success"
    assert len(stage.finder.matches()) == 1
    assert not stage.events(submitted.key, "suspect")
    [scrape] = [step for step in stage.finder.why(submitted.key).steps if step.step == "scrape"]
    assert scrape.state == "failed"
    assert "none can be read" in str(scrape.error)


async def test_a_page_that_says_the_same_keeps_what_was_read_from_it(stage: Stage, site: Site) -> None:
    text = "You mend nets with Python. We offer 30 days of paid leave."
    submitted = stage.submit(site.posting("/jobs/1", description=text))
    await stage.run()
    before = stage.finder.outcome(submitted.key).offer
    assert before is not None
    assert before["benefits"]
    site.posting("/jobs/1", description=text, noise="<p>1,204 people looked at this today.</p>")
    stage.clock.advance(DAY)
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.run()
    assert stage.finder.outcome(submitted.key).offer == before
    site.posting("/jobs/1", description="You mend sails with Python.")
    stage.clock.advance(DAY)
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.run()
    after = stage.finder.outcome(submitted.key).offer
    assert after is not None
    assert not after["benefits"]
