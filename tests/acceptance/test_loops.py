"""A50, A51, A54–A56: who may cause whom, and why nothing goes round in circles."""

from __future__ import annotations

from typing import Any

import pytest

from acceptance.made import brought, company_key, live_through, serve_page, sources_of
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import board_url, nav_of, posting_url, site_url
from jobfinder.demo.server import DemoWeb
from jobfinder.model import JobQueueItem

HOME = "https://quietloom.example/"


def refusals(stage: Stage, key: str, kind: str) -> list[str]:
    """What was refused to an entity, and why."""
    return [entry["reason"] for entry in stage.events(key, "refused") if entry["outcome"] == kind]


def tickets(stage: Stage, key: str) -> list[dict[str, Any]]:
    """The items on an entity, oldest first."""
    return [item for item in reversed(stage.finder.items()) if item["entity"] == key]


# ---------------------------------------------------------------- A50


async def test_a50_a_source_does_not_spawn_the_job_that_led_to_it(stage: Stage, web: DemoWeb) -> None:
    company = web.company("greenhouse")
    job = stage.submit(stage.posting("greenhouse"))
    await stage.run()
    (source,) = sources_of(stage, company.name)
    assert len(refusals(stage, source["key"], "circular")) == 1
    assert job.key in refusals(stage, source["key"], "circular")[0]
    assert [item["id"] for item in tickets(stage, job.key)] == [job.item_id]
    assert len(stage.finder.jobs()) == company.role_count, "the others of its listing are taken up"


async def test_a50_an_item_that_comes_with_its_ancestors_does_not_spawn_them(stage: Stage, web: DemoWeb) -> None:
    company = web.company("greenhouse")
    web.fail_host("boards-api.greenhouse.io", 500, path_contains="/jobs/")
    job = stage.submit(posting_url(company, web.roles(company)[0]), id="job-1")
    await stage.run()
    assert stage.status(job) == "pending"
    source = stage.submit(
        board_url(company),
        type="scrape_source",
        parent_item_id="job-1",
        ancestry_chain=("root-0", "job-1"),
        spawn_depth=2,
        tracking_id="lineage-1",
    )
    await stage.run()
    assert stage.status(source) == "success"
    assert job.key in refusals(stage, source.key, "circular")[0]
    assert [item["id"] for item in tickets(stage, job.key)] == ["job-1"]


# ---------------------------------------------------------------- A51


@pytest.mark.parametrize(("depth", "allowed"), [(9, True), (10, False)])
async def test_a51_a_job_at_the_depth_limit_goes_on_without_its_company(
    stage: Stage, web: DemoWeb, depth: int, allowed: bool
) -> None:
    company = web.company("page")
    item = brought("Backend Engineer", company.name, company_website=site_url(company))
    chain = tuple(f"ancestor-{number}" for number in range(depth))
    fields = {name: getattr(item, name) for name in ("type", "scraped_data")}
    job = stage.finder.submit(
        JobQueueItem(**fields, spawn_depth=depth, ancestry_chain=chain, parent_item_id=chain[-1], tracking_id="t")
    )
    await stage.run()
    assert stage.status(job) == "success"
    key = company_key(stage, company.name)
    analyzed = next(entry["reason"] for entry in stage.events(job.key, "ran") if entry["step"] == "analyze")
    if allowed:
        assert [item["spawn_depth"] for item in tickets(stage, key)] == [10]
        assert stage.ran(key) == ["fetch", "extract", "analyze", "save"]
        assert "without facts" not in analyzed
    else:
        assert tickets(stage, key) == []
        assert web.requests == ()
        assert "depth 10 of 10" in refusals(stage, job.key, "too deep")[0]
        assert f"without facts about {company.name}" in analyzed


async def test_a51_a_posting_refused_for_depth_is_taken_up_by_the_next_listing(stage: Stage, web: DemoWeb) -> None:
    company = web.company("greenhouse")
    source = stage.submit(board_url(company), type="source", spawn_depth=10, parent_item_id="p", ancestry_chain=("p",))
    await stage.run()
    assert stage.status(source) == "success"
    assert len(refusals(stage, source.key, "too deep")) == company.role_count
    assert len(stage.finder.jobs()) == company.role_count
    assert all(stage.ran(job["key"]) == [] for job in stage.finder.jobs())

    await stage.pass_time(DAY + HOUR)
    assert {job["verdict"] for job in stage.finder.jobs()} == {"success"}
    spawned = [item for item in stage.finder.items() if item["entity_type"] == "job"]
    assert {(item["spawn_depth"], item["parent_item_id"]) for item in spawned} == {(0, source.item_id)}
    assert "p" not in {item["tracking_id"] for item in spawned}


# ---------------------------------------------------------------- A54


async def test_a54_the_circle_of_job_company_and_source_ends(stage: Stage, web: DemoWeb) -> None:
    company = web.company("greenhouse")
    job = stage.submit(stage.posting("greenhouse"))
    await stage.run()
    key = company_key(stage, company.name)
    (source,) = sources_of(stage, company.name)
    others = [row["key"] for row in stage.finder.jobs() if row["key"] != job.key]
    assert len(others) == company.role_count - 1
    assert [stage.ran(other) for other in others] == [["filter", "analyze", "save"]] * len(others)
    assert len(tickets(stage, key)) == 1
    assert len(tickets(stage, source["key"])) == 1
    assert len(tickets(stage, job.key)) == 1
    assert not any(event["event"] in ("spawned", "joined") for other in others for event in stage.log(other))
    assert stage.ran(job.key) == ["scrape", "filter", "analyze", "save"]
    assert (await stage.run()).steps == 0
    assert {item["status"] for item in stage.finder.items()} == {"success"}


# ---------------------------------------------------------------- A55


async def test_a55_a_page_may_lead_on_to_itself_as_something_else(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    careers = site_url(company, nav_of(company).careers_path)
    job = stage.submit(careers)
    await stage.run()
    assert stage.status(job) == "skipped"
    assert "it lists" in stage.message(job)
    (source,) = stage.finder.sources()
    assert source["url"] == careers
    assert (source["state"], source["verdict"]) == ("enabled", "success")
    assert refusals(stage, job.key, "circular") == []
    assert len(stage.finder.jobs()) == company.role_count + 1


async def test_a55_each_step_of_an_old_chain_on_one_url_is_accepted(stage: Stage, web: DemoWeb) -> None:
    url, keys = stage.posting("greenhouse"), set()
    chain: list[str] = []
    for number, step in enumerate(("scrape", "filter", "analyze", "save")):
        item = stage.submit(
            url,
            id=f"item-{number}",
            sub_task=step,
            tracking_id="item-0",
            parent_item_id=chain[-1] if chain else None,
            ancestry_chain=tuple(chain),
            spawn_depth=number,
        )
        chain.append(item.item_id)
        keys.add(item.key)
    await stage.run()
    assert [stage.status(item) for item in chain] == ["success"] * 4
    (key,) = keys
    assert stage.ran(key) == ["scrape", "filter", "analyze", "save"]
    assert refusals(stage, key, "circular") == []


# ---------------------------------------------------------------- A56


async def test_a56_children_stand_under_their_parents(stage: Stage, web: DemoWeb) -> None:
    stage.submit(stage.posting("greenhouse"))
    stage.submit(stage.posting("page"), tracking_id="mine", ancestry_chain=("x", "y", "x"), spawn_depth=2)
    stage.submit(site_url(web.company("rss")), type="company")
    await stage.run()
    items = {item["id"]: item for item in stage.finder.items()}
    children = [item for item in items.values() if item["parent_item_id"] in items]
    assert len(children) > 15
    assert {item["entity_type"] for item in children} == {"job", "company", "source"}
    for item in children:
        parent = items[item["parent_item_id"]]
        assert item["tracking_id"] == parent["tracking_id"]
        assert item["spawn_depth"] == parent["spawn_depth"] + 1
        assert item["ancestry_chain"] == [*parent["ancestry_chain"], parent["id"]]
    assert all(len(set(item["ancestry_chain"])) == len(item["ancestry_chain"]) for item in items.values())
    roots = [item["tracking_id"] for item in items.values() if item not in children]
    assert len(set(roots)) == 3
    assert all(roots)
    assert "mine" in roots
    assert max(item["spawn_depth"] for item in items.values() if item["tracking_id"] == "mine") == 5


async def test_a56_a_joined_entity_keeps_its_own_lineage(stage: Stage, web: DemoWeb) -> None:
    serve_page(web, HOME, "<h1>Quietloom</h1><p>We make looms.</p>", "Quietloom")
    company = stage.submit(HOME, type="company", tracking_id="first")
    job = stage.finder.submit(brought("Backend Engineer", "Quietloom", company_website=HOME))
    await live_through(stage, HOUR)
    assert [item["tracking_id"] for item in tickets(stage, company.key)] == ["first"]
    assert [entry["event"] for entry in stage.log(job.key) if entry["event"] in ("joined", "spawned")] == ["joined"]
    assert stage.status(job) == "success"
