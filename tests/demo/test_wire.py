"""The shapes that providers, sites and the aggregator answer in."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from demo.client import TODAY, get
from jobfinder.demo.addresses import feed_url, listing_url, nav_of, posting_url, site_url
from jobfinder.demo.records import BoardKind
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World

RECORDED = Path(__file__).resolve().parents[3] / "shared" / "data" / "payloads"
# In the provider's documentation, in none of the recorded answers.
DOCUMENTED = {"application_deadline", "pay_input_ranges", "language", "salaryDescription", "salaryDescriptionPlain"}
WHOLE = {
    "greenhouse": "?content=true&pay_transparency=true",
    "lever": "?mode=json",
    "ashby": "?includeCompensation=true",
}


def linked_data(page: str) -> list[dict[str, Any]]:
    return [
        json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    ]


def rows(web: DemoWeb, part: str) -> list[dict[str, Any]]:
    answer = get(web, listing_url(web.company(part)) + WHOLE[part]).json
    return answer if isinstance(answer, list) else answer["jobs"]


def recorded_rows(board: str) -> Iterator[dict[str, Any]]:
    for file in sorted((RECORDED / board).rglob("*.json")):
        answer = json.loads(file.read_text())
        yield from answer if isinstance(answer, list) else answer.get("jobs", ())


@pytest.mark.skipif(not RECORDED.is_dir(), reason="no recorded payloads in ../shared/data/payloads")
@pytest.mark.parametrize("board", WHOLE)
def test_boards_have_no_field_that_the_provider_has_not(web: DemoWeb, board: str) -> None:
    real = {name for row in recorded_rows(board) for name in row}
    ours = {name for row in rows(web, board) for name in row}
    assert len(ours) > 10
    assert ours - real <= DOCUMENTED


def test_greenhouse_lists_the_whole_board_and_counts_it(web: DemoWeb) -> None:
    answer = get(web, listing_url(web.company("greenhouse"))).json
    assert answer["meta"]["total"] == len(answer["jobs"]) == 9
    assert not {"content", "departments", "pay_input_ranges", "questions"} & set(answer["jobs"][0])


def test_greenhouse_text_is_escaped_once_more_and_pay_is_in_cents(web: DemoWeb) -> None:
    answers = rows(web, "greenhouse")
    role = next(role for role in web.roles("greenhouse") if role.pay and role.pay.structured)
    row = next(row for row in answers if str(row["id"]) == role.external_id)
    assert row["content"].startswith("&lt;p&gt;")
    assert html.unescape(row["content"]).startswith("<p>")
    assert role.pay is not None
    assert row["pay_input_ranges"][0]["min_cents"] == role.pay.min * 100


def test_greenhouse_gives_one_job_with_its_questions(web: DemoWeb) -> None:
    role = web.roles("greenhouse")[2]
    answer = get(web, f"{listing_url(web.company('greenhouse'))}/{role.external_id}?questions=true")
    assert answer.json["title"] == role.title
    assert answer.json["questions"]
    assert get(web, f"{listing_url(web.company('greenhouse'))}/123").status == 404


def test_greenhouse_pages_are_the_same_hosted_and_embedded(web: DemoWeb) -> None:
    company, role = web.company("greenhouse"), web.roles("greenhouse")[0]
    token, name = company.board.token, role.external_id
    ways = (
        f"https://boards.greenhouse.io/{token}/jobs/{name}",
        f"https://job-boards.greenhouse.io/{token}/jobs/{name}",
        f"https://boards.greenhouse.io/embed/job_app?for={token}&token={name}",
    )
    assert len({get(web, way).body for way in ways}) == 1
    board = get(web, f"https://boards.greenhouse.io/embed/job_board?for={token}").text
    assert all(html.escape(posting_url(company, each)) in board for each in web.roles(company))
    assert token in get(web, f"https://boards.greenhouse.io/embed/job_board/js?for={token}").text


def test_lever_is_a_bare_array_paged_by_skip_and_limit(web: DemoWeb) -> None:
    url = listing_url(web.company("lever"))
    pages = [get(web, f"{url}?mode=json&skip={skip}&limit=50").json for skip in (0, 50, 100, 150)]
    assert [len(page) for page in pages] == [50, 50, 20, 0]
    assert len({row["id"] for page in pages for row in page}) == 120
    assert len(get(web, f"{url}?limit=500").json) == 100
    assert len(get(web, f"{url}?limit=zero&skip=-3").json) == 100


def test_lever_times_are_milliseconds_and_the_text_is_in_three_parts(web: DemoWeb) -> None:
    row, role = rows(web, "lever")[0], web.roles("lever")[0]
    assert row["createdAt"] == int(role.posted.timestamp() * 1000)
    assert row["description"]
    assert row["lists"]
    assert row["additional"]
    assert get(web, f"{listing_url(web.company('lever'))}/{role.external_id}").json == row


def test_lever_has_another_host_for_europe(web: DemoWeb) -> None:
    company = web.company("slow")
    assert listing_url(company).startswith("https://api.eu.lever.co/")
    assert len(get(web, listing_url(company)).json) == 5
    elsewhere = get(web, listing_url(company).replace("api.eu.", "api."))
    assert (elsewhere.status, elsewhere.json) == (404, {"ok": False, "error": "Document not found"})


def test_lever_pages_are_hosted_with_and_without_apply(web: DemoWeb) -> None:
    company, role = web.company("lever"), web.roles("lever")[5]
    assert html.escape(role.title) in get(web, posting_url(company, role)).text
    assert get(web, posting_url(company, role) + "/apply").status == 200
    assert posting_url(company, role) in get(web, f"https://jobs.lever.co/{company.slug}").text


def test_ashby_tells_pay_only_when_asked_and_marks_what_is_not_listed(web: DemoWeb) -> None:
    plain = get(web, listing_url(web.company("ashby"))).json
    asked = rows(web, "ashby")
    assert not any("compensation" in row for row in plain["jobs"])
    assert all("compensation" in row for row in asked)
    assert [row["isListed"] for row in asked].count(False) == 1


def test_ashby_tokens_keep_their_case_and_their_spaces(web: DemoWeb) -> None:
    company = web.company("flaky")
    assert " " in company.board.token
    assert len(get(web, listing_url(company)).json["jobs"]) == 6
    assert get(web, listing_url(company).lower()).status == 404


def test_ashby_pages_are_hosted(web: DemoWeb) -> None:
    company, role = web.company("ashby"), web.roles("ashby")[0]
    board = get(web, f"https://jobs.ashbyhq.com/{company.board.token}").text
    assert posting_url(company, role) in board
    assert posting_url(company, web.roles("ashby")[-1]) not in board
    assert get(web, posting_url(company, role) + "/application").status == 200
    assert "ashby_embed" in get(web, f"https://jobs.ashbyhq.com/{company.board.token}/embed?version=2").text


def test_a_posting_page_carries_a_job_posting(web: DemoWeb) -> None:
    company = web.company("page")
    for role in web.roles(company):
        (data,) = linked_data(get(web, posting_url(company, role)).text)
        assert (data["@type"], data["title"], data["url"]) == ("JobPosting", role.title, posting_url(company, role))
        assert ("baseSalary" in data) == bool(role.pay and role.pay.structured)
        assert (data.get("jobLocationType") == "TELECOMMUTE") == (role.remote == "remote")


def test_the_own_feed_is_rss_with_the_whole_text(web: DemoWeb) -> None:
    company = web.company("rss")
    answer = get(web, feed_url(company))
    items = ET.fromstring(answer.body).findall("channel/item")
    assert answer.headers["content-type"].startswith("application/rss+xml")
    assert [item.findtext("link") for item in items] == [posting_url(company, role) for role in web.roles(company)]
    assert all("<p>" in (item.findtext("{*}encoded") or "") for item in items)
    assert f'type="application/rss+xml" title="Jobs" href="{feed_url(company)}"' in get(web, site_url(company)).text


def test_the_aggregator_names_the_company_in_the_title_and_links_to_its_own_pages(web: DemoWeb, world: World) -> None:
    items = ET.fromstring(get(web, world.urls()[-1]).body).findall("channel/item")
    carried = [role for role in world.expect.roles if role.aggregated]
    assert [item.findtext("link") for item in items] == [role.aggregated for role in carried]
    titles = [item.findtext("title") or "" for item in items]
    assert len(titles) == 24
    assert all(": " in title for title in titles)
    (data,) = linked_data(get(web, items[0].findtext("link") or "").text)
    assert data["hiringOrganization"]["sameAs"] == site_url(web.company(0))
    assert get(web, "https://remote-perch.example/").status == 200
    assert get(web, "https://remote-perch.example/remote-jobs/nobody-0-0").status == 404


@pytest.mark.parametrize("part", ["greenhouse", "page", "lever", "rss", "embed", "robots"])
def test_a_site_has_its_pages_and_answers_on_its_other_host_by_redirect(web: DemoWeb, part: str) -> None:
    company = web.company(part)
    nav = nav_of(company)
    for path in ("/", nav.about_path, "/engineering", nav.careers_path, "/privacy", "/robots.txt", "/sitemap.xml"):
        assert get(web, site_url(company, path)).status == 200
        other = company.domain if company.www else f"www.{company.domain}"
        moved = get(web, f"http://{other}{path}?x=1")
        assert (moved.status, moved.headers["location"]) == (301, site_url(company, f"{path}?x=1"))
    assert get(web, site_url(company, "/nothing")).status == 404
    assert get(web, site_url(company, nav.careers_path + "/")).status == 200


def test_a_site_states_the_facts_of_the_company(web: DemoWeb) -> None:
    company = web.company("greenhouse")
    about = get(web, site_url(company, nav_of(company).about_path)).text
    assert all(str(fact) in about for fact in (company.founded, company.size, company.headquarters.city))
    assert all(html.escape(name) in get(web, site_url(company, "/engineering")).text for name in company.stack)
    (data,) = linked_data(get(web, site_url(company)).text)
    assert data["legalName"] == company.legal_name


def test_careers_pages_are_paged() -> None:
    world = World.make(companies=120, today=TODAY)
    company = next(c for c in world if c.board.kind is BoardKind.PAGE and c.role_count > 10)
    careers = site_url(company, nav_of(company).careers_path)
    with DemoWeb(world) as web:
        first, second = get(web, careers).text, get(web, f"{careers}?page=2").text
    links = [posting_url(company, role) for role in world.roles(company)]
    assert [link in first for link in links] == [True] * 10 + [False] * (len(links) - 10)
    assert [link in second for link in links] == [False] * 10 + [True] * (len(links) - 10)
    assert 'rel="next"' in first
    assert 'rel="next"' not in second


def test_a_sitemap_names_the_postings_of_a_site(web: DemoWeb) -> None:
    company = web.company("page")
    sitemap = ET.fromstring(get(web, site_url(company, "/sitemap.xml")).body)
    locations = {node.text for node in sitemap.findall(".//{*}loc")}
    assert {posting_url(company, role) for role in web.roles(company)} < locations


def test_hosts_that_are_not_in_the_world_have_nothing(web: DemoWeb) -> None:
    for url in ("https://nobody.example/", "https://github.com/x", "https://x.test/robots.txt"):
        assert get(web, url).status == 404


def test_providers_keep_no_robot_out(web: DemoWeb, world: World) -> None:
    assert {get(web, f"https://{host}/robots.txt").text for host in world.hosts()[:9]} == {"User-agent: *\nAllow: /\n"}


def test_unknown_paths_of_providers_are_404_and_other_methods_405(web: DemoWeb, world: World) -> None:
    for host in world.hosts()[:8]:
        assert get(web, f"https://{host}/").status == 404
        assert get(web, f"https://{host}/a/b/c/d/e").status == 404
        assert get(web, f"https://{host}/", method="POST", body=b"{}").status == 405
