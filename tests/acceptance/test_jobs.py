"""A01–A11: the way of a job, from a bare URL to its verdict."""

from __future__ import annotations

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.made import brought, live_through
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import GREENHOUSE_API, posting_url
from jobfinder.demo.answer import html
from jobfinder.demo.server import DemoWeb

JOB = ["scrape", "filter", "analyze", "save"]
COMPANY = ["fetch", "extract", "analyze", "save"]
DOWN = html("<title>Sorry</title>", 500)


def tickets(stage: Stage, type_: str) -> list[str]:
    """The items on entities of that type, the oldest first."""
    return [item["id"] for item in reversed(stage.finder.items()) if item["entity_type"] == type_]


# ---------------------------------------------------------------- A01, A02: the unknown


@pytest.mark.parametrize("part", ["greenhouse", "page", "ashby", "rss", "embed"])
async def test_a01_a_bare_url_becomes_a_match(stage: Stage, web: DemoWeb, part: str) -> None:
    company = web.company(part)
    submitted = stage.submit(stage.posting(part))
    await stage.run()
    assert stage.status(submitted) == "success"
    assert stage.ran(submitted.item_id) == JOB
    [known] = stage.finder.companies()
    assert known["website"] == f"https://{company.host}/"
    assert list(dict.fromkeys(stage.ran(known["key"]))) == COMPANY
    [source] = stage.finder.sources()
    assert stage.ran(source["key"]) == ["discover", "probe", "list"]
    assert (source["state"], source["listed"]) == ("enabled", sum(role.listed for role in web.roles(part)))
    assert stage.why_key(submitted) in [match["key"] for match in stage.finder.matches()]
    assert stage.finder.items(status="live") == []


async def test_a02_a_job_waits_for_its_unknown_company_and_resumes_by_itself(stage: Stage) -> None:
    submitted = stage.submit(stage.posting("greenhouse"))
    await stage.steps(2)
    assert stage.status(submitted) == "waiting"
    [ticket] = tickets(stage, "company")
    company = stage.finder.item(ticket)
    assert company["parent_item_id"] == submitted.item_id
    assert stage.finder.why(submitted.item_id).waits_for == (company["entity"],)
    await stage.run()
    assert stage.status(submitted) == "success"
    assert tickets(stage, "company") == [ticket]
    settled = stage.trail.index((company["entity"], "save", "saved"))
    assert [step for key, step, _ in stage.trail[:settled] if key == submitted.key] == ["scrape", "filter"]
    assert stage.ran(submitted.item_id) == JOB


# ---------------------------------------------------------------- A03: the known company


async def test_a03_a_complete_and_young_company_is_not_spawned(stage: Stage, site: Site) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    before = tickets(stage, "company")
    fetched = len(site.times("/"))
    stage.clock.advance(29 * DAY)
    second = stage.submit(site.posting("/jobs/2", "Data Engineer"))
    await stage.run()
    assert stage.status(second) == "success"
    assert tickets(stage, "company") == before
    assert len(site.times("/")) == fetched == 1
    assert not stage.events(second.key, "spawned")


async def test_a03_a_stale_company_is_refreshed_once_beside_the_job(stage: Stage, site: Site) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    stage.clock.advance(31 * DAY)
    site.put("/", DOWN)
    items = [brought(f"Data Engineer {n}", "Fernmoor", company_website=site.url("/")) for n in range(2)]
    submitted = stage.finder.submit_all(items)
    await stage.run()
    # Nobody could read the site, and yet:
    assert [stage.status(one) for one in submitted] == ["success", "success"]
    first, refresh = tickets(stage, "company")
    assert stage.status(refresh) == "pending"
    site.pages["/"] = html("<title>Fernmoor</title><p>We are back.</p>")
    await live_through(stage, HOUR)
    assert tickets(stage, "company") == [first, refresh]
    assert stage.status(refresh) == "success"


async def test_a03_a_sparse_company_is_refreshed_once_and_waited_for(stage: Stage) -> None:
    """Nothing was found about it; when that has become stale, it is looked for again."""
    stage.finder.submit(brought("Backend Engineer", "Quietmere"))
    await stage.run()
    [company] = stage.finder.companies()
    assert not company["complete"]
    young = stage.finder.submit(brought("Data Engineer", "Quietmere"))
    await stage.run()
    assert stage.status(young) == "success"
    assert len(tickets(stage, "company")) == 1
    stage.clock.advance(31 * DAY)
    old = stage.finder.submit(brought("Platform Engineer", "Quietmere"))
    await stage.steps(1)
    assert stage.status(old) == "waiting"
    await stage.run()
    assert stage.status(old) == "success"
    assert len(tickets(stage, "company")) == 2
    refreshed = max(n for n, (key, _, _) in enumerate(stage.trail) if key == company["key"])
    assert stage.trail.index((old.key, "analyze", "scored")) > refreshed


# ---------------------------------------------------------------- A04–A10: one step after the other


async def test_a04_an_unknown_job_is_scraped_and_nothing_else(stage: Stage, web: DemoWeb) -> None:
    keys = [stage.submit(stage.posting(part)).key for part in ("greenhouse", "ashby")]
    await stage.steps(1)
    [(key, step, outcome)] = stage.trail
    assert key in keys
    assert (step, outcome) == ("scrape", "read")
    assert [event["event"] for event in stage.all_events() if event["event"] == "ran"] == ["ran"]
    assert web.count() == 1


async def test_a05_a_known_job_without_its_posting_is_scraped(stage: Stage, site: Site) -> None:
    site.posting("/jobs/1")
    site.posting("/jobs/2", "Data Engineer")
    stage.submit(site.listing("/jobs", **{"1": "Backend Engineer", "2": "Data Engineer"}), type="source")
    await stage.steps(3)
    assert [step for _, step, _ in stage.trail] == ["discover", "probe", "list"]
    assert [(row["title"], row["posting"]) for row in stage.finder.jobs()] == [
        ("Data Engineer", None),
        ("Backend Engineer", None),
    ]
    site.asked.clear()
    await stage.steps(1)
    assert [step for _, step, _ in stage.trail[3:]] == ["scrape"]
    assert len(site.times()) == 1
    assert [row["posting"] is None for row in stage.finder.jobs()].count(False) == 1


async def test_a06_a_scraped_job_is_filtered_without_a_request(stage: Stage, web: DemoWeb) -> None:
    submitted = stage.submit(stage.posting("greenhouse"))
    await stage.steps(1)
    web.reset_log()
    await stage.steps(1)
    assert stage.trail[1:] == [(submitted.key, "filter", "passed")]
    assert web.requests == ()


async def test_a07_a_rejected_job_ends_with_every_reason_and_costs_nothing_more(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    stage.prefer(
        """
        titles.excluded = ["Backend"]
        keywords.required = ["COBOL"]
        employment.accepted = ["full-time"]
        """
    )
    submitted = stage.submit(site.posting("/jobs/1", employmentType="CONTRACTOR"))
    await stage.steps(1)
    asked = len(site.asked)
    await stage.run()
    assert stage.status(submitted) == "filtered"
    said = stage.message(submitted)
    assert all(name in said for name in ("titles.excluded", "keywords.required", "employment")), said
    assert stage.ran(submitted.key) == ["scrape", "filter"]
    assert len(site.asked) == asked
    assert analyst.asked == []
    assert len(stage.trail) == 2, "nobody looked for its company"


async def test_a08_a09_after_the_filter_comes_analyze_and_then_save_alone(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    stage.trail.clear()
    submitted = stage.submit(site.posting("/jobs/2", "Data Engineer"))
    await stage.steps(2)
    asked = len(site.asked)
    assert [step for _, step, _ in stage.trail] == ["scrape", "filter"]
    await stage.steps(1)
    assert stage.trail[2:] == [(submitted.key, "analyze", "scored")]
    assert stage.status(submitted) == "pending"
    assert len(stage.finder.matches()) == 1
    await stage.steps(1)
    assert stage.trail[3:] == [(submitted.key, "save", "saved")]
    assert stage.status(submitted) == "success"
    assert len(stage.finder.matches()) == 2
    assert len(site.asked) == asked
    assert analyst.asked == ["Backend Engineer", "Data Engineer"]


async def test_a10_what_is_done_is_answered_at_once(stage: Stage, site: Site, analyst: Analyst) -> None:
    url = site.posting("/jobs/1")
    first = stage.submit(url)
    await stage.run()
    site.asked.clear()
    stage.clock.advance(HOUR)
    stage.reopen()
    again = stage.submit(url)
    assert again.item_id != first.item_id
    assert again.verdict == stage.status(again) == "success"
    assert str(again.message).startswith("already done")
    assert (await stage.run()).steps == 0
    assert site.asked == []
    assert len(analyst.asked) == 1


# ---------------------------------------------------------------- A11: one posting, many addresses


async def test_a11_five_addresses_of_one_posting_are_one_job(stage: Stage, web: DemoWeb) -> None:
    company, role = web.company("greenhouse"), web.roles("greenhouse")[0]
    url = posting_url(company, role)
    spelt = [
        f"{url}?utm_source=letter&gh_src=abc123",
        f"{url}#app",
        f"{url}/",
        url.replace("https:", "http:"),
        f"https://boards.greenhouse.io/embed/job_app?for={company.board.token}&token={role.external_id}",
    ]
    submitted = [stage.submit(one) for one in spelt]
    assert len({one.key for one in submitted}) == 1
    await stage.run()
    assert [stage.status(one) for one in submitted] == ["success"] * 5
    assert stage.ran(submitted[0].key).count("scrape") == 1
    assert web.count(GREENHOUSE_API, f"/jobs/{role.external_id}") == 1
    assert [row["title"] for row in stage.finder.jobs()].count(role.title) == 1
    assert [stage.submit(one).verdict for one in spelt] == ["success"] * 5


async def test_a11_the_employers_page_around_a_posting_is_the_same_job(stage: Stage, web: DemoWeb) -> None:
    """That the two are one comes to light only when the employer's page has been read."""
    company, role = web.company("embed"), web.roles("embed")[0]
    around = stage.submit(posting_url(company, role))
    itself = stage.submit(f"https://boards.greenhouse.io/{company.board.token}/jobs/{role.external_id}")
    await stage.run()
    assert stage.why_key(around) == stage.why_key(itself)
    assert [stage.status(one) for one in (around, itself)] == ["success", "success"]
    assert [row["title"] for row in stage.finder.jobs()].count(role.title) == 1
    assert stage.ran(itself.key).count("analyze") == 1
