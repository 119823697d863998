"""A30–A34, A40: from a company to its sources, and which names are one company."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from acceptance.made import brought, company_key, live_through, serve_page, sources_of
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import board_url, listing_url, site_url
from jobfinder.demo.server import DemoWeb
from jobfinder.model import JobQueueItem, SourceState
from jobfinder.read import urls

HOME = "https://quietloom.example/"
CAREERS = "https://quietloom.example/careers"
ALL = ["fetch", "extract", "analyze", "save"]


# ---------------------------------------------------------------- A30


@pytest.mark.parametrize("part", ["greenhouse", "lever", "ashby", "embed"])
async def test_a30_a_linked_or_embedded_board_becomes_a_listed_source(stage: Stage, web: DemoWeb, part: str) -> None:
    company = web.company(part)
    submitted = stage.submit(site_url(company), type="company")
    await stage.run()
    assert stage.status(submitted) == "success"
    assert stage.ran(submitted.key) == ALL
    (source,) = sources_of(stage, company.name)
    assert (source["board"], source["state"], source["token"].lower()) == (
        company.board.kind,
        "enabled",
        company.board.token.lower(),
    )
    assert stage.ran(source["key"]) == ["discover", "probe", "list"]
    assert web.count(urls.host(listing_url(company))) >= 1
    open_roles = [role for role in web.roles(company) if role.listed]
    assert source["listed"] == len(open_roles) == len(stage.finder.jobs())
    tickets = [item for item in stage.finder.items() if item["entity_type"] == "job"]
    assert len(tickets) == len(open_roles)
    assert {item["status"] for item in tickets} <= {"success", "skipped", "filtered"}


async def test_a30_a_source_is_enabled_by_its_probe_and_not_before(stage: Stage, web: DemoWeb) -> None:
    company = web.company("greenhouse")
    stage.submit(site_url(company), type="company")
    states: dict[int, set[str]] = {}
    while (await stage.steps(1)).steps:
        for source in stage.finder.sources():
            states.setdefault(len(stage.ran(source["key"])), set()).add(source["state"])
    assert states == {0: {"proposed"}, 1: {"proposed"}, 2: {"enabled"}, 3: {"enabled"}}


# ---------------------------------------------------------------- A31


@pytest.mark.parametrize(("part", "board"), [("page", "page"), ("rss", "rss")])
async def test_a31_a_careers_page_of_its_own_is_proposed_and_listed(
    stage: Stage, web: DemoWeb, part: str, board: str
) -> None:
    company = web.company(part)
    submitted = stage.submit(site_url(company), type="company")
    await stage.run()
    assert stage.status(submitted) == "success"
    (source,) = sources_of(stage, company.name)
    assert (source["board"], source["state"]) == (board, "enabled")
    assert stage.ran(source["key"]) == ["discover", "probe", "list"]
    assert source["listed"] == len(stage.finder.jobs()) == company.role_count
    assert {item["status"] for item in stage.finder.items()} <= {"success", "skipped", "filtered"}


async def test_a31_a_careers_page_without_a_posting_is_not_enabled(stage: Stage, web: DemoWeb) -> None:
    serve_page(web, HOME, "<h1>Quietloom</h1><p>We make looms.</p><a href='/careers'>Careers</a>", "Quietloom")
    serve_page(web, CAREERS, "<h1>Careers</h1><p>There is nothing open at the moment.</p>", "Careers | Quietloom")
    await not_enabled(stage, CAREERS, "page")


async def test_a31_a_feed_without_a_posting_is_not_enabled(stage: Stage, web: DemoWeb) -> None:
    feed = "https://quietloom.example/jobs.rss"
    serve_page(web, HOME, f"<link rel=alternate type='application/rss+xml' href='{feed}'><h1>Quietloom</h1>")
    body = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Jobs</title></channel></rss>"
    web.serve_payload(feed, body, "application/rss+xml")
    await not_enabled(stage, feed, "rss")


async def not_enabled(stage: Stage, url: str, board: str) -> None:
    """The company's only source is tried and fails with a reason."""
    submitted = stage.submit(HOME, type="company")
    await live_through(stage, HOUR)
    assert stage.status(submitted) == "success"
    (source,) = stage.finder.sources()
    assert (source["url"], source["board"]) == (url, board)
    assert (source["state"], source["verdict"]) == ("proposed", "failed")
    assert source["why"]
    assert "list" not in stage.ran(source["key"])
    assert stage.finder.jobs() == []


# ---------------------------------------------------------------- A32


async def test_a32_a_doubtful_link_stays_a_candidate_until_it_is_approved(stage: Stage, web: DemoWeb) -> None:
    board = board_url(web.company("greenhouse"))
    others = [f"https://boards.greenhouse.io/customer{number}" for number in range(4)]
    links = "".join(f"<li><a href='{url}'>{url}</a></li>" for url in (*others, board))
    serve_page(web, HOME, f"<h1>Quietloom</h1><p>They hire with us:</p><ul>{links}</ul>", "Quietloom")
    submitted = stage.submit(HOME, type="company")
    await stage.run()
    assert stage.status(submitted) == "success"
    candidates = {row["url"]: row for row in stage.finder.sources()}
    assert set(candidates) == {*others, board}
    assert {(row["state"], bool(row["reason"])) for row in candidates.values()} == {("candidate", True)}
    assert "30%" in candidates[board]["reason"]
    assert web.count("*.greenhouse.io") == 0
    assert all(stage.ran(row["key"]) == [] for row in candidates.values())

    stage.finder.set_source_state(candidates[board]["key"], SourceState.PROPOSED)
    await stage.run()
    states = {row["url"]: row["state"] for row in stage.finder.sources()}
    assert states == dict.fromkeys(others, "candidate") | {board: "enabled"}
    assert stage.ran(candidates[board]["key"]) == ["discover", "probe", "list"]
    assert len(stage.finder.jobs()) == 9


# ---------------------------------------------------------------- A33


@pytest.mark.parametrize("part", ["gone", "empty"])
async def test_a33_a_dead_or_empty_board_fails_with_a_reason(stage: Stage, web: DemoWeb, part: str) -> None:
    submitted = stage.submit(board_url(web.company(part)), type="source")
    await live_through(stage, HOUR)
    assert stage.status(submitted) == "failed"
    assert {"gone": "404", "empty": "no posting"}[part] in stage.message(submitted)
    assert [row["state"] for row in stage.finder.sources()] == ["proposed"]
    assert "list" not in stage.ran(submitted.key)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<?xml version='1.0'?><rss version='2.0'><channel><title>Jobs</title></channel></rss>", "no posting"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><item><tit", ""),
        (b"\x00\x01 not a feed at all", ""),
        (b"", ""),
    ],
    ids=["empty", "broken", "binary", "nothing"],
)
async def test_a33_an_empty_or_broken_feed_fails_with_a_reason(
    stage: Stage, web: DemoWeb, body: bytes, said: str
) -> None:
    url = "https://quietloom.example/jobs.rss"
    web.serve_payload(url, body, "application/rss+xml")
    submitted = stage.submit(url, type="source")
    await live_through(stage, DAY)
    assert stage.status(submitted) == "failed"
    assert stage.message(submitted)
    assert said in stage.message(submitted)
    assert [row["state"] for row in stage.finder.sources()] == ["proposed"]
    assert "list" not in stage.ran(submitted.key)


async def test_a33_one_look_ends_nothing_for_good(stage: Stage, web: DemoWeb) -> None:
    url = "https://quietloom.example/jobs.rss"
    feed = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Jobs</title>%s</channel></rss>"
    web.serve_payload(url, feed % b"", "application/rss+xml")
    submitted = stage.submit(url, type="source")
    await live_through(stage, DAY)
    assert stage.status(submitted) == "failed"

    entry = b"<item><title>Weaver</title><link>https://quietloom.example/careers/weaver-1</link></item>"
    web.serve_payload(url, feed % entry, "application/rss+xml")
    await live_through(stage, 31 * DAY)
    assert stage.ran(submitted.key)[:4] == ["discover", "probe", "probe", "list"]
    assert [row["state"] for row in stage.finder.sources()] == ["enabled"]


# ---------------------------------------------------------------- A34


async def test_a34_a_company_without_a_site_is_settled_and_not_tried_before_it_is_stale(
    stage: Stage, web: DemoWeb
) -> None:
    item = JobQueueItem(type="company", company_name="Nowhere Looms")
    first = stage.finder.submit(item)
    await stage.run()
    assert stage.message(first).startswith("nothing found")
    assert stage.ran(first.key) == ALL
    assert web.requests == ()

    await live_through(stage, 29 * DAY)
    again = stage.finder.submit(item)
    assert again.verdict == stage.status(first)
    assert (await stage.run()).steps == 0
    assert stage.ran(first.key) == ALL

    stage.clock.advance(2 * DAY)
    stale = stage.finder.submit(item)
    await stage.run()
    assert stage.ran(first.key) == [*ALL, "fetch"]
    assert stage.status(stale) == stage.status(first)


async def test_a34_jobs_go_on_without_a_company_that_cannot_be_found(stage: Stage, web: DemoWeb) -> None:
    job = stage.finder.submit(brought("Backend Engineer", "Nowhere Looms"))
    await stage.run()
    assert stage.status(job) == "success"
    assert stage.ran(job.key) == ["filter", "analyze", "save"]
    (analyzed,) = [entry for entry in stage.events(job.key, "ran") if entry["step"] == "analyze"]
    assert "without facts about Nowhere Looms" in analyzed["reason"]
    company = company_key(stage, "Nowhere Looms")
    assert stage.ran(company) == ALL

    await live_through(stage, 10 * DAY)
    other = stage.finder.submit(brought("Data Engineer", "Nowhere Looms"))
    await stage.run()
    assert stage.status(other) == "success"
    assert stage.ran(company) == ALL
    assert stage.ran(job.key) == ["filter", "analyze", "save"]


# ---------------------------------------------------------------- A40

SPELLINGS = {
    "plain": brought("Backend Engineer", "Acme"),
    "careers": brought("Data Engineer", "Acme Careers"),
    "legal": brought("Platform Engineer", "ACME, Inc."),
    "site": brought("Site Engineer", "Acme", company_website="https://www.acme.com/"),
    "board": JobQueueItem(type="job", url="https://boards.greenhouse.io/acme/jobs/77"),
}
ORDERS = [
    ("plain", "careers", "legal", "site", "board"),
    ("board", "site", "legal", "careers", "plain"),
    ("legal", "board", "plain", "site", "careers"),
]


def serve_acme(web: DemoWeb) -> None:
    """acme.com, and its board with one posting."""
    about = "Acme makes anvils, rockets and portable holes for customers in forty countries."
    home = f"<h1>Acme</h1><p>{about}</p><a href='https://boards.greenhouse.io/acme'>Open roles</a>"
    serve_page(web, "https://acme.com/", home, "Acme")
    serve_page(web, "https://www.acme.com/", home, "Acme")
    row = {
        "id": 77,
        "title": "Anvil Engineer",
        "company_name": "Acme",
        "absolute_url": "https://boards.greenhouse.io/acme/jobs/77",
        "location": {"name": "Berlin, Germany"},
        "content": "&lt;p&gt;Build anvils in Python on PostgreSQL.&lt;/p&gt;",
    }
    api = "https://boards-api.greenhouse.io/v1/boards/acme/jobs"
    web.serve_payload(f"{api}/77", msgspec.json.encode(row), "application/json")
    web.serve_payload(api, msgspec.json.encode({"jobs": [row], "meta": {"total": 1}}), "application/json")


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
@pytest.mark.parametrize("at_once", [True, False], ids=["together", "one-by-one"])
async def test_a40_all_spellings_of_a_company_are_one(
    stage: Stage, web: DemoWeb, order: tuple[str, ...], at_once: bool
) -> None:
    serve_acme(web)
    submitted = []
    for name in order:
        submitted.append(stage.finder.submit(SPELLINGS[name]))
        if not at_once:
            await stage.run()
    await stage.run()
    (company,) = (row["key"] for row in stage.finder.companies())
    assert [stage.finder.why(one.item_id).known["employer"] for one in submitted] == [company] * len(order)
    assert [stage.status(one) for one in submitted] == ["success"] * len(order)
    assert stage.finder.why("https://acme.com/").key == company
    (source,) = stage.finder.sources()
    assert (source["token"], stage.finder.why(source["key"]).known["employer"]) == ("acme", company)


async def test_a40_names_with_a_joiner_or_a_dash_stay_whole(stage: Stage) -> None:
    names = ["Work & Co", "Work", "Co-op", "Co", "Coop Careers"]
    for name in names:
        stage.finder.submit(brought("Backend Engineer", name))
    await stage.run()
    assert {row["name"] for row in stage.finder.companies()} == set(names)
    employers = [stage.finder.why(job["key"]).known["employer"] for job in stage.finder.jobs()]
    assert len(set(employers)) == len(names)


async def test_a40_each_pair_of_spellings_meets_whichever_comes_first(stage: Stage, web: DemoWeb) -> None:
    pairs = list(itertools.permutations(["Acme", "Acme Careers", "ACME, Inc.", "acme"], 2))
    for number, (one, other) in enumerate(pairs):
        left, right = (f"Backend {number}", one), (f"Data {number}", other)
        keys = [stage.finder.submit(brought(*pair)).item_id for pair in (left, right)]
        assert len({stage.finder.why(key).known["employer"] for key in keys}) == 1
    assert len(stage.finder.companies()) == 1
