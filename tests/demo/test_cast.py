"""The parts of the cast: what each company is there for."""

from __future__ import annotations

import socket

import pytest

from demo.client import get
from jobfinder.demo.addresses import (
    board_url,
    listing_url,
    nav_of,
    posting_url,
    site_url,
)
from jobfinder.demo.cast import FLAKY_ANSWERS, FLAKY_RETRY_AFTER
from jobfinder.demo.server import DemoWeb


def careers(web: DemoWeb, part: str) -> str:
    company = web.company(part)
    return get(web, site_url(company, nav_of(company).careers_path)).text


@pytest.mark.parametrize("part", ["greenhouse", "gone", "empty"])
def test_a_careers_page_links_to_the_board(web: DemoWeb, part: str) -> None:
    assert f'href="{board_url(web.company(part))}"' in careers(web, part)


def test_a_home_page_links_straight_to_the_board(web: DemoWeb) -> None:
    company = web.company("lever")
    assert f'href="{board_url(company)}"' in get(web, site_url(company)).text


def test_a_script_embeds_the_board(web: DemoWeb) -> None:
    assert f'<script src="{board_url(web.company("ashby"))}/embed?version=2">' in careers(web, "ashby")


def test_an_iframe_embeds_the_board_whose_postings_are_at_the_company(web: DemoWeb) -> None:
    company, role = web.company("embed"), web.roles("embed")[0]
    assert f"embed/job_board?for={company.board.token}" in careers(web, "embed")
    (row, *_) = get(web, listing_url(company)).json["jobs"]
    assert row["absolute_url"] == site_url(company, f"{nav_of(company).careers_path}/opening?gh_jid={role.external_id}")
    assert f"token={role.external_id}" in get(web, row["absolute_url"]).text
    assert get(web, row["absolute_url"] + "9").status == 404


def test_one_role_is_posted_in_four_cities(web: DemoWeb) -> None:
    spread = [role for role in web.roles("embed") if role.serial >= 3]
    assert len({(role.title, role.requisition_id, role.body.lists) for role in spread}) == 1
    assert [role.places[0].city for role in spread] == ["Vienna", "Berlin", "Amsterdam", "Paris"]


def test_two_clicks_lead_to_the_careers_page(web: DemoWeb) -> None:
    company = web.company("slow")
    nav = nav_of(company)
    assert nav.careers_path not in get(web, site_url(company)).text
    assert nav.careers_path in get(web, site_url(company, nav.about_path)).text


def test_a_slow_site_makes_nobody_else_wait(web: DemoWeb) -> None:
    company = web.company("slow")
    with socket.create_connection(("127.0.0.1", web.port), timeout=60) as slow:
        slow.sendall(f"GET / HTTP/1.1\r\nHost: {company.host}\r\n\r\n".encode())
        while not web.count(company.host):
            pass
        assert get(web, site_url(web.company("page"))).status == 200
        slow.setblocking(False)
        with pytest.raises(BlockingIOError):
            slow.recv(1)
        slow.settimeout(60)
        assert slow.recv(12) == b"HTTP/1.1 200"


def test_a_flaky_site_recovers(web: DemoWeb) -> None:
    url = site_url(web.company("flaky"))
    assert get(web, f"{url}robots.txt").status == 200
    for _ in range(FLAKY_ANSWERS):
        answer = get(web, url)
        assert (answer.status, answer.headers["retry-after"]) == (503, str(FLAKY_RETRY_AFTER))
    assert get(web, url).status == 200


def test_one_company_keeps_robots_out_of_its_careers_page(web: DemoWeb) -> None:
    company = web.company("robots")
    said = get(web, site_url(company, "/robots.txt")).text
    assert f"Disallow: {nav_of(company).careers_path}\n" in said
    assert "Disallow" not in get(web, site_url(web.company("page"), "/robots.txt")).text


def test_a_board_that_is_gone_is_gone_in_every_way(web: DemoWeb) -> None:
    company, role = web.company("gone"), web.roles("gone")[0]
    for url in (listing_url(company), board_url(company), posting_url(company, role)):
        assert get(web, url).status == 404


def test_an_empty_board_is_there_and_lists_nothing(web: DemoWeb) -> None:
    company, role = web.company("empty"), web.roles("empty")[0]
    assert get(web, listing_url(company)).json == {"jobs": [], "apiVersion": "1"}
    assert get(web, board_url(company)).status == 200
    assert get(web, posting_url(company, role)).status == 404


def test_hostile_postings_are_served_as_they_are(web: DemoWeb) -> None:
    titles = [role.title for role in web.roles("hostile")]
    assert any("<script>" in title for title in titles)
    assert any("\x1b" in title for title in titles)
    for role in web.roles("hostile"):
        assert get(web, posting_url(web.company("hostile"), role)).status == 200
