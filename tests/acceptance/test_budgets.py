"""What a step may take of the web, how deep a trail may lead, and how much of what was fetched is kept."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from acceptance.handmade import Site, page
from acceptance.stage import DAY, Stage
from jobfinder.demo.answer import Answer, html, missing
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.model import Budget
from jobfinder.outside.settings import Archive, Parsing
from jobfinder.settings import Settings
from jobfinder.store import pages


def limited(stage: Stage, **groups: object) -> None:
    """From now on with these settings."""
    stage.parts["settings"] = Settings(**groups)  # type: ignore[arg-type]
    stage.reopen()


def company(site: Site) -> str:
    """A company's site of six pages; its front page is large."""
    links = "".join(f'<a href="/about/{name}">About us: {name}</a>' for name in ("story", "team", "values"))
    home = page("Fernmoor", body=f'{links}<a href="/careers">Careers</a><p>{"moor " * 1000}</p>')
    for path in ("/about/story", "/about/team", "/about/values", "/careers"):
        site.put(path, page("Fernmoor", body="<p>We drain fens.</p>"))
    return site.put("/", home)


@pytest.mark.parametrize(("budget", "read"), [({}, 5), ({"requests": 3}, 2), ({"bytes": 1000}, 1)])
async def test_a_step_that_has_used_up_its_budget_goes_on_with_what_it_has(
    stage: Stage, site: Site, budget: dict[str, int], read: int
) -> None:
    """`requests` counts robots.txt as well."""
    limited(stage, budget=Budget(**budget))
    submitted = stage.submit(company(site), type="company")
    await stage.run()
    assert f"read {read} page" in stage.events(submitted.key, "ran")[0]["reason"]
    assert stage.status(submitted) == "success"


async def test_a_step_that_gets_nothing_within_its_budget_says_so(stage: Stage, web: DemoWeb) -> None:
    def hop(asked: Incoming) -> Answer:
        if asked.target == "/robots.txt":
            return missing()
        return Answer(status=302, headers=(("Location", f"https://hops.example/{int(asked.target[1:]) + 1}"),))

    web.serve("hops.example", "/*", hop)
    limited(stage, budget=Budget(requests=4))
    submitted = stage.submit("https://hops.example/0")
    await stage.run()
    assert stage.status(submitted) == "blocked"
    assert "stopped after 4 requests" in stage.message(submitted)


async def test_a_trail_of_careers_pages_without_end_is_not_followed_for_ever(stage: Stage, web: DemoWeb) -> None:
    def onward(asked: Incoming) -> Answer:
        number = int((re.search(r"\d+", asked.target) or ["0"])[0]) + 1
        return html(page("Openings", body=f'<a href="/careers/team-{number}/jobs">See all open positions</a>'))

    web.serve("maze.example", "/*", onward)
    stage.submit("https://maze.example/careers/team-0/jobs")
    await stage.run()
    assert stage.finder.counts()["items"].get("live", 0) == 0
    assert 1 < web.count("maze.example") <= 30


# ---------------------------------------------------------------- reading


BOMB = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook"}</script>' + "<p>" * 400_000


async def test_a_page_that_takes_too_long_to_read_is_given_up_and_others_go_on(stage: Stage, site: Site) -> None:
    limited(stage, parsing=Parsing(seconds=0.02))
    stuck = stage.submit(site.put("/jobs/stuck", BOMB))
    await stage.run()
    assert stage.status(stuck) == "failed"
    assert "/jobs/stuck: reading it took more than 0.02 s of computing" in stage.message(stuck)
    limited(stage)
    fine = stage.submit(site.posting("/jobs/fine"))
    await stage.run()
    assert stage.status(fine) == "success"


@pytest.mark.parametrize(("words", "elsewhere"), [(10, set()), (5_000, {"judged", "scored"})])
async def test_a_long_text_is_judged_where_it_can_be_stopped(
    stage: Stage, site: Site, words: int, elsewhere: set[str]
) -> None:
    asked: set[str] = set()

    async def read(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        asked.add(function.__name__)
        return function(*args, **kwargs)

    stage.reopen(read=read)
    submitted = stage.submit(site.posting("/jobs/1", description="You weave. " * words))
    await stage.run()
    assert "analyze" in stage.ran(submitted.key)
    assert asked & {"judged", "scored"} == elsewhere


async def test_what_has_settled_is_answered_without_reading_anything(stage: Stage, site: Site) -> None:
    url = site.posting("/jobs/1")
    stage.submit(url)
    await stage.run()

    async def read(function: object, /, *args: object, **kwargs: object) -> NoReturn:
        raise AssertionError(f"{function} is read")

    stage.reopen(read=read)
    assert stage.status(stage.submit(url)) in ("success", "skipped")
    await stage.run()


# ---------------------------------------------------------------- the archive


def kept(stage: Stage) -> int:
    return stage.finder.unit.read(pages.kept)


async def test_what_was_fetched_long_ago_is_dropped(stage: Stage, site: Site) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    assert kept(stage) > 0
    stage.clock.advance(400 * DAY)
    limited(stage, archive=Archive(days=1))
    await stage.steps(0)
    assert kept(stage) == 0
    again = len(site.times("/jobs/1"))
    await stage.run()
    assert len(site.times("/jobs/1")) > again
    assert kept(stage) > 0


async def test_the_archive_grows_no_larger_than_it_may(stage: Stage, site: Site) -> None:
    limited(stage, archive=Archive(size=30_000))
    for number in range(6):
        noise = f"<!-- {os.urandom(5_000).hex()} -->"
        stage.submit(site.posting(f"/jobs/{number}", noise=noise))
    await stage.run()
    assert kept(stage) > 30_000
    await stage.steps(0)
    assert 0 < kept(stage) <= 30_000
