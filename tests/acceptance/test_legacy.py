"""A60–A69: queue documents of before, imported: they go on where they were, and end where a bare address ends."""

from __future__ import annotations

import json
from typing import Any

import pytest

from acceptance.made import company_key, documents, live_through, sources_of
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import board_url, site_url
from jobfinder.demo.server import DemoWeb
from jobfinder.errors import UsageError
from jobfinder.model import SourceState

CHAIN = ["scrape", "filter", "analyze", "save"]
COMPANY_CHAIN = ["fetch", "extract", "analyze", "save"]
FILTERED = {"passed": True, "total_strikes": 1, "strike_threshold": 5, "rejections": []}
MATCHED = {"match_score": 77, "matched_skills": ["Python"], "missing_skills": ["Kafka"]}
PAGES = {
    "about": "Ottertide Rota plans shifts for hospitals and hotels. Founded: 2012. Employees: 51-200. We use Python.",
    "careers": "Our open roles are at https://boards.greenhouse.io/ottertiderota and nowhere else.",
}
INFO = {
    "about": "Ottertide Rota plans shifts for hospitals.",
    "culture": "We write things down.",
    "mission": "Fair plans.",
    "size": "51-200",
    "industry": "Software",
    "founded": "2012",
}


def job_data(stage: Stage, which: str = "greenhouse") -> dict[str, Any]:
    """What the old scraper made of the first posting of a company of the cast."""
    company = stage.web.company(which)
    role = stage.web.roles(company)[0]
    return {
        "title": role.title,
        "company": company.name,
        "location": role.places[0].text,
        "description": f"We look for someone who knows {', '.join(role.skills)}. You will build our services.",
        "company_website": site_url(company),
        "url": stage.posting(which),
        "posted_date": role.posted.date().isoformat(),
    }


def job_state(stage: Stage, step: str, which: str = "greenhouse") -> dict[str, Any]:
    """The state with which an item of before came to `step`."""
    state: dict[str, Any] = {}
    if step != "scrape":
        state |= {"job_data": job_data(stage, which), "scrape_method": "greenhouse"}
    if step in ("analyze", "save"):
        state |= {"filter_result": FILTERED}
    if step == "save":
        state |= {"match_result": MATCHED}
    return state


def take(stage: Stage, *found: dict[str, Any]) -> None:
    """Import these documents."""
    stage.finder.import_text(documents(*found), "queue.json")


def asked_for(web: DemoWeb, url: str) -> int:
    """How often a posting was read from its board."""
    return web.count("boards-api.greenhouse.io", f"/jobs/{url.rpartition('/')[2]}")


# ---------------------------------------------------------------- A60


@pytest.mark.parametrize("step", CHAIN)
async def test_a60_a_job_goes_on_with_the_step_it_names(stage: Stage, web: DemoWeb, step: str) -> None:
    url = stage.posting("greenhouse")
    document = {"id": "old-1", "type": "job", "url": url, "sub_task": step, "status": "pending"}
    take(stage, document | {"pipeline_state": job_state(stage, step)})
    key = stage.finder.why("old-1").key
    await stage.run()
    rest = CHAIN[CHAIN.index(step) :]
    assert stage.ran(key)[: len(rest)] == rest
    # What it carried is judged once more where its board shows another text by now.
    assert stage.ran(key)[len(rest) :] == CHAIN[1:] * len(stage.events(key, "changed"))
    assert len(stage.events(key, "changed")) <= 1
    assert asked_for(web, url) == (1 if step == "scrape" else 0)
    assert stage.status("old-1") == "success"
    (match,) = [row for row in stage.finder.matches() if row["key"] == key]
    assert match["title"] == job_data(stage)["title"]
    assert match["company"] == job_data(stage)["company"]
    if step == "save":
        assert match["score"] == 77


@pytest.mark.parametrize("step", CHAIN)
async def test_a60_the_step_it_names_is_done_even_where_its_result_is_there(stage: Stage, step: str) -> None:
    document = {"id": "old-1", "type": "job", "url": stage.posting("greenhouse"), "sub_task": step}
    take(stage, document | {"pipeline_state": job_state(stage, "save")})
    await stage.run()
    rest = CHAIN[CHAIN.index(step) :]
    assert stage.ran("old-1")[: len(rest)] == rest
    assert stage.status("old-1") == "success"


async def test_a60_without_a_step_it_goes_on_behind_what_it_carries(stage: Stage, web: DemoWeb) -> None:
    state = job_state(stage, "save")
    take(stage, {"id": "old-1", "type": "job", "url": stage.posting("greenhouse"), "pipeline_state": state})
    await stage.run()
    assert stage.ran("old-1") == ["save"]
    assert web.requests == ()


@pytest.mark.parametrize("step", CHAIN)
async def test_a60_whatever_it_carried_the_end_is_that_of_a_bare_address(stage: Stage, web: DemoWeb, step: str) -> None:
    document = {"id": "old-1", "type": "job", "url": stage.posting("greenhouse"), "sub_task": step}
    take(stage, document | {"pipeline_state": job_state(stage, step)})
    await stage.run()
    bare = stage.submit(stage.posting("greenhouse", 1))
    await stage.run()
    assert stage.status("old-1") == stage.status(bare) == "success"
    carried, found = (stage.finder.why(target) for target in ("old-1", bare.item_id))
    assert carried.known["employer"] == found.known["employer"]
    company = company_key(stage, web.company("greenhouse").name)
    assert stage.ran(company).count("save") == 1
    assert len(stage.finder.jobs()) == web.company("greenhouse").role_count
    assert [source["state"] for source in stage.finder.sources()] == ["enabled"]


async def test_a60_a_carried_result_counts_until_one_of_its_inputs_changes(stage: Stage) -> None:
    document = {"id": "old-1", "type": "job", "url": stage.posting("greenhouse"), "sub_task": "save"}
    take(stage, document | {"pipeline_state": job_state(stage, "save")})
    await stage.run()
    key = stage.finder.why("old-1").key
    assert stage.ran(key) == ["save"]
    stage.profile('titles = ["Gardener"]')
    await stage.run()
    assert stage.ran(key)[:2] == ["save", "analyze"]
    assert stage.ran(key)[-1] == "save"


async def test_a60_a_carried_rejection_settles_without_a_step(stage: Stage, web: DemoWeb) -> None:
    state = job_state(stage, "analyze")
    state["filter_result"] = {"passed": False, "rejections": [{"filter_name": "pay", "reason": "pays too little"}]}
    take(stage, {"id": "old-1", "type": "job", "url": stage.posting("greenhouse"), "pipeline_state": state})
    await stage.run()
    assert (stage.status("old-1"), stage.message("old-1")) == ("filtered", "pays too little")
    assert web.requests == ()


# ---------------------------------------------------------------- A61


STATES: list[dict[str, Any] | None] = [
    None,
    {},
    {"job_data": {}, "match_result": MATCHED},
    {"job_data": {"company": "X"}, "filter_result": FILTERED},
]


@pytest.mark.parametrize("step", CHAIN[1:])
async def test_a61_what_is_missing_is_read_first(stage: Stage, web: DemoWeb, step: str) -> None:
    urls = [stage.posting("greenhouse", serial) for serial in range(len(STATES))]
    old = [{"id": url, "type": "job", "url": url, "sub_task": step} for url in urls]
    take(stage, *(document | {"pipeline_state": state} for document, state in zip(old, STATES, strict=True)))
    await stage.run()
    assert [stage.status(url) for url in urls] == ["success"] * len(urls)
    assert [stage.ran(url) for url in urls] == [CHAIN] * len(urls)
    assert [asked_for(web, url) for url in urls] == [1] * len(urls)


# ---------------------------------------------------------------- A62


async def test_a62_asking_to_scrape_what_is_known_and_fresh_fetches_nothing(stage: Stage, web: DemoWeb) -> None:
    url = stage.posting("greenhouse")
    stage.submit(url)
    await stage.run()
    web.reset_log()
    stage.clock.advance(HOUR)
    take(stage, {"id": "old-1", "type": "job", "url": url, "sub_task": "scrape", "pipeline_state": {}})
    ran = await stage.run()
    assert stage.status("old-1") == "success"
    assert "already done" in stage.submit(url).message.__str__()
    assert (ran.steps, web.requests) == (0, ())


# ---------------------------------------------------------------- A63


def company_state(stage: Stage, step: str) -> dict[str, Any]:
    """The state with which a company of before came to `step`."""
    company = stage.web.company("greenhouse")
    state: dict[str, Any] = {"company_name": company.name, "company_website": site_url(company)}
    if step != "fetch":
        state |= {"html_content": PAGES}
    if step in ("analyze", "save"):
        state |= {"extracted_info": INFO}
    if step == "save":
        found = {"tech_stack": ["Python"], "job_board_url": board_url(company), "priority_score": 80, "tier": "A"}
        state |= {"analysis_result": found}
    return state


@pytest.mark.parametrize("step", COMPANY_CHAIN)
@pytest.mark.parametrize("named", [True, False], ids=["name", "state"])
async def test_a63_a_company_goes_on_with_the_step_it_names(stage: Stage, web: DemoWeb, step: str, named: bool) -> None:
    company = web.company("greenhouse")
    document = {"id": "old-1", "type": "company", "company_sub_task": step, "status": "pending"}
    document |= {"company_name": company.name, "url": site_url(company)} if named else {}
    take(stage, document | {"pipeline_state": company_state(stage, step)})
    key = stage.finder.why("old-1").key
    await stage.steps(1)
    assert stage.ran(key) == [step]
    await stage.run()
    assert stage.ran(key) == COMPANY_CHAIN[COMPANY_CHAIN.index(step) :]
    assert stage.status("old-1") == "success"
    (row,) = stage.finder.companies()
    assert (row["name"], row["website"]) == (company.name, site_url(company))
    assert row["about"]
    assert (web.count(company.host) > 0) == (step == "fetch")
    if step == "save":
        assert (row["tier"], row["tech_stack"]) == ("A", ("Python",))
    if step != "analyze":
        (source,) = sources_of(stage, company.name)
        assert (source["state"], source["board"]) == ("enabled", "greenhouse")


# ---------------------------------------------------------------- A64


STAMPS = [
    1_789_997_600,
    1_789_997_600.25,
    "2026-09-21T13:33:20Z",
    "2026-09-21T13:33:20+00:00",
    "2026-09-21 13:33:20",
    {"_seconds": 1_789_997_600, "_nanoseconds": 0},
    {"seconds": 1_789_997_600, "nanos": 0},
    1_789_997_600_000,
]


async def test_a64_what_is_strange_in_a_document_is_kept(stage: Stage) -> None:
    strange = {"type": "job", "source": "carrier_pigeon", "status": "pending", "colour": {"of": ["the", "item"]}}
    found = [
        strange
        | {"id": f"old-{number}", "created_at": stamp, "updated_at": stamp, "url": stage.posting("lever", number)}
        for number, stamp in enumerate(STAMPS)
    ]
    take(stage, *found)
    items = [stage.finder.item(str(one["id"])) for one in found]
    assert {(*item["ancestry_chain"], item["spawn_depth"], item["parent_item_id"]) for item in items} == {(0, None)}
    assert len({item["tracking_id"] for item in items}) == len(found)
    assert all(item["tracking_id"] for item in items)
    assert [int(item["created_at"]) for item in items] == [1_789_997_600] * len(found)
    lines = [json.loads(one) for one in stage.finder.export_lines()]
    kept = [one for one in lines if one.get("source") == "carrier_pigeon"]
    assert [one["colour"] for one in kept] == [{"of": ["the", "item"]}] * len(found)
    await stage.run()
    assert {stage.status(item["id"]) for item in items} == {"success"}


@pytest.mark.parametrize("shape", ["array", "lines", "map", "documents", "single"])
async def test_a64_a_file_may_have_any_of_the_shapes(stage: Stage, shape: str) -> None:
    urls = [stage.posting("greenhouse", serial) for serial in range(1 if shape == "single" else 3)]
    found = [{"id": f"old-{number}", "type": "job", "url": url} for number, url in enumerate(urls)]
    text = {
        "array": json.dumps(found),
        "lines": "\n".join(json.dumps(one) for one in found),
        "map": json.dumps({one["id"]: {"type": "job", "url": one["url"]} for one in found}),
        "documents": json.dumps({"documents": found}),
        "single": json.dumps(found[0]),
    }[shape]
    imported = stage.finder.import_text(text, "queue")
    assert (imported.new, imported.history, imported.known) == (len(urls), 0, 0)
    await stage.run()
    assert [stage.status(f"old-{number}") for number in range(len(urls))] == ["success"] * len(urls)


def test_a64_one_wrong_document_leaves_everything_as_it_was(stage: Stage) -> None:
    good = {"id": "old-1", "type": "job", "url": stage.posting("greenhouse")}
    with pytest.raises(UsageError, match=r"record 2 .*old-2.*sub_task"):
        take(stage, good, good | {"id": "old-2", "sub_task": "dance"})
    assert stage.finder.items() == []
    assert stage.finder.jobs() == []


# ---------------------------------------------------------------- A65


async def test_a65_the_second_import_of_a_file_changes_nothing(stage: Stage, web: DemoWeb) -> None:
    found = [
        {"type": "job", "url": stage.posting("greenhouse"), "sub_task": "scrape"},
        {"id": "old-2", "type": "job", "url": stage.posting("page"), "status": "success", "result_message": "Saved"},
        {"id": "old-3", "type": "company", "url": site_url(web.company("page")), "status": "processing"},
    ]
    first = stage.finder.import_text(documents(*found), "queue.json")
    assert (first.new, first.history, first.known) == (2, 1, 0)
    again = stage.finder.import_text(documents(*found), "queue.json")
    assert (again.new, again.history, again.known) == (0, 0, 3)
    await stage.run()
    before, rows = stage.finder.counts(), stage.finder.items()
    web.reset_log()
    later = stage.finder.import_text(documents(*found), "queue.json")
    assert (later.new, later.history, later.known) == (0, 0, 3)
    assert (stage.finder.counts(), stage.finder.items()) == (before, rows)
    assert (await stage.run()).steps == 0
    assert web.requests == ()


# ---------------------------------------------------------------- A66


@pytest.mark.parametrize("legacy_first", [True, False])
async def test_a66_a_legacy_and_a_bare_item_for_one_url_have_one_result(
    stage: Stage, web: DemoWeb, legacy_first: bool
) -> None:
    url = stage.posting("greenhouse")
    old = {"id": "old-1", "type": "job", "url": f"{url}?utm_source=queue", "sub_task": "scrape"}
    if legacy_first:
        take(stage, old)
    bare = stage.submit(url)
    if not legacy_first:
        take(stage, old)
    await stage.run()
    assert stage.finder.why("old-1").key == bare.key
    assert stage.ran(bare.key) == CHAIN
    assert asked_for(web, url) == 1
    assert (stage.status("old-1"), stage.status(bare)) == ("success", "success")
    assert stage.message("old-1") == stage.message(bare)
    assert [match["key"] for match in stage.finder.matches()].count(bare.key) == 1


# ---------------------------------------------------------------- A67


async def test_a67_an_item_left_processing_by_a_crash_is_picked_up(stage: Stage) -> None:
    state = job_state(stage, "analyze")
    old = {"id": "old-1", "type": "job", "url": stage.posting("greenhouse"), "status": "processing", "retry_count": 3}
    take(stage, old | {"sub_task": "analyze", "pipeline_state": state, "processed_at": "2026-01-01T00:00:00Z"})
    assert stage.status("old-1") in ("pending", "waiting")
    await stage.run()
    assert stage.status("old-1") == "success"
    assert stage.ran("old-1")[:2] == ["analyze", "save"]
    assert "scrape" not in stage.ran("old-1")


# ---------------------------------------------------------------- A68


@pytest.mark.parametrize("status", ["success", "filtered", "skipped", "failed"])
async def test_a68_what_ended_is_history_until_it_is_asked_for_again(stage: Stage, web: DemoWeb, status: str) -> None:
    url = stage.posting("greenhouse")
    old = {"id": "old-1", "type": "job", "url": url, "status": status, "completed_at": "2026-01-02T03:04:05Z"}
    take(stage, old | {"result_message": "as it was", "pipeline_state": job_state(stage, "save")})
    ended = stage.finder.item("old-1")
    assert (ended["status"], ended["message"]) == (status, "as it was")
    assert (await live_through(stage, 60 * DAY)).steps == 0
    assert web.requests == ()
    assert stage.finder.resync().changed == ()

    bare = stage.submit(url)
    assert bare.verdict is None
    await stage.run()
    assert stage.status(bare) == "success"
    assert stage.ran(bare.key) == CHAIN
    assert stage.finder.item("old-1") == ended


# ---------------------------------------------------------------- A69


@pytest.mark.parametrize("config", [True, False], ids=["config", "url"])
async def test_a69_source_discovery_is_a_source_at_discover(stage: Stage, web: DemoWeb, config: bool) -> None:
    url = board_url(web.company("greenhouse"))
    old: dict[str, Any] = {"id": "old-1", "type": "source_discovery", "status": "pending"}
    take(stage, old | ({"source_discovery_config": {"url": url}} if config else {"url": url}))
    await stage.steps(1)
    assert stage.ran("old-1") == ["discover"]
    await stage.run()
    assert stage.ran("old-1") == ["discover", "probe", "list"]
    assert stage.status("old-1") == "success"
    assert [source["state"] for source in stage.finder.sources()] == ["enabled"]


async def test_a69_source_discovery_on_a_careers_page_finds_the_board_behind_it(stage: Stage, web: DemoWeb) -> None:
    take(stage, {"id": "old-1", "type": "source_discovery", "url": site_url(web.company("greenhouse"), "/careers")})
    await stage.run()
    states = {source["board"]: source["state"] for source in stage.finder.sources()}
    assert states["greenhouse"] == "enabled"
    assert len(stage.finder.jobs()) == web.company("greenhouse").role_count


async def test_a69_scrape_source_is_a_source_at_list(stage: Stage, web: DemoWeb) -> None:
    take(stage, {"id": "old-1", "type": "scrape_source", "url": board_url(web.company("greenhouse"))})
    await stage.run()
    assert stage.ran("old-1") == ["list"]
    assert stage.status("old-1") == "success"
    assert len(stage.finder.jobs()) == web.company("greenhouse").role_count


async def test_a69_scrape_source_on_a_page_that_nobody_has_read_is_discovered_first(stage: Stage, web: DemoWeb) -> None:
    take(stage, {"id": "old-1", "type": "scrape_source", "url": site_url(web.company("page"), "/jobs")})
    await stage.run()
    assert stage.ran("old-1") == ["discover", "probe", "list"]
    assert stage.status("old-1") == "success"


async def three_sources(stage: Stage, web: DemoWeb) -> dict[str, str]:
    """Three sources, the third switched off: part → key. They are due again in a day."""
    keys = {}
    for part in ("greenhouse", "ashby", "embed"):
        keys[part] = stage.submit(board_url(web.company(part)), type="source").key
    await stage.run()
    stage.finder.set_source_state(keys["embed"], SourceState.DISABLED)
    await stage.run()
    return keys


@pytest.mark.parametrize(
    ("config", "chosen"),
    [
        ({}, {"greenhouse", "ashby"}),
        ({"max_sources": 1}, {"greenhouse"}),
        ({"source_ids": ["KEY:ashby"]}, {"ashby"}),
        ({"sources": ["greenhouse"]}, {"greenhouse"}),
        ({"source_ids": ["KEY:embed"]}, set()),
        ({"source_ids": ["nobody"]}, set()),
    ],
    ids=["all", "one", "by-key", "by-board", "disabled", "unknown"],
)
async def test_a69_scrape_lists_the_enabled_sources_that_its_configuration_selects(
    stage: Stage, web: DemoWeb, config: dict[str, Any], chosen: set[str]
) -> None:
    keys = await three_sources(stage, web)
    named = json.loads(json.dumps(config).replace("KEY:ashby", keys["ashby"]).replace("KEY:embed", keys["embed"]))
    stage.clock.advance(2 * HOUR)
    web.reset_log()
    take(stage, {"id": "old-1", "type": "scrape", "scrape_config": named | {"force": True}})
    await stage.run()
    assert stage.status("old-1") == "success"
    assert str(len(chosen)) in stage.message("old-1")
    tickets = [item for item in stage.finder.items() if item["parent_item_id"] == "old-1"]
    assert {item["entity"] for item in tickets} == {keys[part] for part in chosen}
    assert {(item["spawn_depth"], tuple(item["ancestry_chain"])) for item in tickets} <= {(1, ("old-1",))}
    assert {item["status"] for item in tickets} <= {"success"}
    again = {part for part, key in keys.items() if stage.ran(key).count("list") == 2}
    assert again == chosen
    assert bool(web.requests) == bool(again)


async def test_a69_scrape_asks_for_nothing_that_is_fresh(stage: Stage, web: DemoWeb) -> None:
    keys = await three_sources(stage, web)
    web.reset_log()
    take(stage, {"id": "old-1", "type": "scrape"})
    await stage.run()
    tickets = [item for item in stage.finder.items() if item["parent_item_id"] == "old-1"]
    assert {item["entity"]: item["status"] for item in tickets} == {
        keys["greenhouse"]: "success",
        keys["ashby"]: "success",
    }
    assert web.requests == ()
