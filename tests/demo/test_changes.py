"""Changes while the web runs: roles, boards, listings, hosts, and payloads at any address."""

from __future__ import annotations

from datetime import UTC, datetime
from http.client import IncompleteRead, RemoteDisconnected

import pytest

from demo.client import TODAY, get
from jobfinder.demo.addresses import aggregated_url, board_url, feed_url, listing_url, nav_of, posting_url, site_url
from jobfinder.demo.answer import Answer, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.live import Closing
from jobfinder.demo.records import BoardKind, Company
from jobfinder.demo.server import DemoWeb
from jobfinder.errors import UsageError

BOARDS = ("greenhouse", "lever", "ashby", "rss", "page")


def listed(web: DemoWeb, company: Company, name: str) -> bool:
    """Whether the company's listing names that role."""
    return name in get(web, f"{listing_url(company)}?limit=100").text


# ---------------------------------------------------------------- roles


@pytest.mark.parametrize("part", BOARDS)
@pytest.mark.parametrize(
    ("how", "status"),
    [
        (Closing.GONE, 410),
        (Closing.MISSING, 404),
        (Closing.STATED, 200),
        (Closing.REDIRECT, 302),
        (Closing.DELIST, 200),
    ],
)
def test_a_closed_role_leaves_the_listing_and_answers_as_told(
    web: DemoWeb, part: str, how: Closing, status: int
) -> None:
    company, role = web.company(part), web.roles(part)[1]
    url = posting_url(company, role)
    assert listed(web, company, role.external_id)
    web.close_role(part, role.external_id, how)
    answer = get(web, url)
    assert not listed(web, company, role.external_id)
    assert answer.status == status
    assert ("no longer accepting applications" in answer.text) == (how is Closing.STATED)
    assert ("JobPosting" in answer.text) == (how is Closing.DELIST)
    web.reopen_role(part, role.external_id)
    assert listed(web, company, role.external_id)
    assert get(web, url).status == 200


def test_a_closed_role_redirects_to_its_board_which_says_why(web: DemoWeb) -> None:
    company, role = web.company("greenhouse"), web.roles("greenhouse")[0]
    web.close_role(company, role.external_id, Closing.REDIRECT)
    location = get(web, posting_url(company, role)).headers["location"]
    assert location == f"{board_url(company)}?error=true"
    assert "no longer open" in get(web, location).text


@pytest.mark.parametrize(
    ("how", "status"), [(Closing.GONE, 410), (Closing.REDIRECT, 404), (Closing.STATED, 404), (Closing.DELIST, 200)]
)
@pytest.mark.parametrize("part", ["greenhouse", "lever"])
def test_programs_are_told_of_a_closed_role_by_status(web: DemoWeb, part: str, how: Closing, status: int) -> None:
    company, role = web.company(part), web.roles(part)[0]
    web.close_role(part, role.external_id, how)
    assert get(web, f"{listing_url(company)}/{role.external_id}").status == status


def test_the_aggregator_drops_a_closed_role(web: DemoWeb, world: object) -> None:
    company, role = web.company("lever"), web.roles("lever")[0]
    feed, page = "https://remote-perch.example/remote-jobs.rss", aggregated_url(company, role)
    assert page in get(web, feed).text
    web.close_role(company, role.external_id, Closing.STATED)
    assert page not in get(web, feed).text
    assert "no longer accepting" in get(web, page).text


@pytest.mark.parametrize("part", BOARDS)
def test_an_edited_role_is_edited_everywhere(web: DemoWeb, part: str) -> None:
    company, role = web.company(part), web.roles(part)[0]
    edited = web.edit_role(part, role.external_id, title="Keeper of the Ledger", body="First.\n\nSecond & last.")
    assert edited.updated > role.updated
    page = get(web, posting_url(company, role)).text
    assert "Keeper of the Ledger" in page
    assert "<p>First.</p>\n<p>Second &amp; last.</p>" in page
    assert "Keeper of the Ledger" in get(web, listing_url(company)).text


@pytest.mark.parametrize("part", BOARDS)
def test_an_added_role_is_listed_and_has_a_page(web: DemoWeb, part: str) -> None:
    company, before = web.company(part), len(web.roles(part))
    role = web.add_role(part, title="Lamplighter")
    assert role.posted == datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
    assert len(web.roles(part)) == before + 1
    assert "Lamplighter" in get(web, posting_url(company, role)).text
    web.edit_role(part, role.external_id, department="Light")
    assert web.roles(part)[-1].department == "Light"


def test_the_web_is_the_same_world_again_for_the_next_one(web: DemoWeb) -> None:
    web.edit_role("page", web.roles("page")[0].external_id, title="Changed")
    with DemoWeb(web.world) as other:
        assert other.roles("page")[0].title != "Changed"


def test_what_a_role_does_not_have_cannot_be_set(web: DemoWeb) -> None:
    name = web.roles("page")[0].external_id
    with pytest.raises(UsageError, match="a role has no 'titel'"):
        web.edit_role("page", name, titel="x")
    for taken in ("external_id", "serial"):
        with pytest.raises(UsageError, match=f"a role has no '{taken}'"):
            web.add_role("page", **{taken: "9"})
    with pytest.raises(UsageError, match="has no role '77'"):
        web.close_role("page", "77")


# ---------------------------------------------------------------- boards and listings


@pytest.mark.parametrize("kind", list(BoardKind))
def test_a_moved_board_has_the_same_roles_elsewhere(web: DemoWeb, kind: BoardKind) -> None:
    before, titles = web.company("gone"), [role.title for role in web.roles("gone")]
    web.close_role("gone", web.roles("gone")[1].external_id)
    after = web.move_board("gone", kind)
    careers = get(web, site_url(after, nav_of(after).careers_path)).text
    assert get(web, listing_url(before)).status == (200 if before.board.kind is kind else 404)
    assert [role.title for role in web.roles("gone")] == titles
    assert get(web, posting_url(after, web.roles("gone")[0])).status == 200
    assert get(web, posting_url(after, web.roles("gone")[1])).status == 410
    assert listed(web, after, web.roles("gone")[0].external_id)
    own = kind in (BoardKind.PAGE, BoardKind.RSS)
    assert (posting_url(after, web.roles("gone")[0]) if own else board_url(after)) in careers


def test_the_old_board_is_gone_with_all_its_pages(web: DemoWeb) -> None:
    old, role = web.company("greenhouse"), web.roles("greenhouse")[0]
    web.move_board(old, "lever")
    for url in (listing_url(old), board_url(old), posting_url(old, role), f"{listing_url(old)}/{role.external_id}"):
        assert get(web, url).status == 404
    assert len(get(web, listing_url(web.company("greenhouse"))).json) == 9


def test_changed_and_added_roles_move_along(web: DemoWeb) -> None:
    web.edit_role("ashby", web.roles("ashby")[0].external_id, title="Changed")
    web.add_role("ashby", title="Added")
    after = web.move_board("ashby", BoardKind.GREENHOUSE)
    titles = [row["title"] for row in get(web, listing_url(after)).json["jobs"]]
    assert (titles[0], titles[-1]) == ("Changed", "Added")


def test_a_listing_is_cut_after_a_page(web: DemoWeb) -> None:
    url = listing_url(web.company("lever"))
    web.cut_listing("lever", after_page=1)
    assert [get(web, f"{url}?skip={skip}&limit=50").status for skip in (0, 50, 100)] == [200, 500, 500]
    web.restore()
    assert get(web, f"{url}?skip=50&limit=50").status == 200


@pytest.mark.parametrize("part", BOARDS)
def test_a_listing_of_one_page_is_cut_before_it(web: DemoWeb, part: str) -> None:
    company, role = web.company(part), web.roles(part)[0]
    web.cut_listing(part, after_page=0)
    assert get(web, listing_url(company)).status == 500
    assert get(web, board_url(company)).status == 500
    assert get(web, posting_url(company, role)).status == 200


@pytest.mark.parametrize("part", BOARDS)
def test_an_emptied_listing_answers_and_names_nothing(web: DemoWeb, part: str) -> None:
    company, role = web.company(part), web.roles(part)[0]
    web.empty_listing(part)
    assert get(web, listing_url(company)).status == 200
    assert not listed(web, company, role.external_id)
    assert get(web, posting_url(company, role)).status == 200
    web.restore()
    assert listed(web, company, role.external_id)


# ---------------------------------------------------------------- hosts


def test_a_host_fails_a_number_of_times_and_only_there(web: DemoWeb) -> None:
    company = web.company("greenhouse")
    web.fail_host("boards-api.greenhouse.io", status=429, times=2, retry_after=30)
    answers = [get(web, listing_url(company)) for _ in range(3)]
    assert [answer.status for answer in answers] == [429, 429, 200]
    assert answers[0].headers["retry-after"] == "30"
    assert get(web, board_url(company)).status == 200


def test_a_host_fails_until_restored_and_robots_only_when_named(web: DemoWeb) -> None:
    url = site_url(web.company("page"))
    web.fail_host("*.example", status=503)
    assert [get(web, url).status for _ in range(3)] == [503] * 3
    assert get(web, url + "robots.txt").status == 200
    web.fail_host("*.example", path_contains="robots.txt")
    assert get(web, url + "robots.txt").status == 500
    web.restore()
    assert get(web, url).status == 200
    assert get(web, url + "robots.txt").status == 200


def test_only_some_paths_of_a_host_fail(web: DemoWeb) -> None:
    company, (first, second, *_) = web.company("page"), web.roles("page")
    web.fail_host(company.host, path_contains=first.external_id)
    assert get(web, posting_url(company, first)).status == 500
    assert get(web, posting_url(company, second)).status == 200


def test_a_host_breaks_off_in_the_middle(web: DemoWeb) -> None:
    company = web.company("page")
    web.drop_host(company.host, times=2)
    with pytest.raises(IncompleteRead) as caught:
        get(web, site_url(company))
    assert caught.value.partial.startswith(b"<!DOCTYPE html>")
    with pytest.raises(RemoteDisconnected):
        get(web, site_url(company, "/"), If_None_Match="*")
    assert get(web, site_url(company)).status == 200


def test_a_hanging_host_does_not_keep_the_web_from_stopping(web: DemoWeb) -> None:
    company = web.company("page")
    web.hang_host(company.host, seconds=3600, times=1)
    with pytest.raises(TimeoutError):
        get_with_patience(web, company, 0.2)
    assert get(web, site_url(company)).status == 200


def get_with_patience(web: DemoWeb, company: Company, seconds: float) -> None:
    import socket

    with socket.create_connection(("127.0.0.1", web.port), timeout=seconds) as connection:
        connection.sendall(f"GET / HTTP/1.1\r\nHost: {company.host}\r\n\r\n".encode())
        connection.recv(1)


# ---------------------------------------------------------------- anything else


def test_a_payload_is_served_at_its_own_address(web: DemoWeb) -> None:
    web.serve_payload("https://apply.initech.test/api/v1/jobs?page=1", b'{"n":1}', "application/json")
    web.serve_payload("https://apply.initech.test/api/v1/jobs?page=2", b'{"n":2}', "application/json")
    web.serve_payload("https://apply.initech.test/api/v1/jobs", b"{}", "application/json", status=400)
    url = "https://apply.initech.test/api/v1/jobs"
    first = get(web, f"{url}?page=1&limit=5")
    assert (first.status, first.body, first.headers["content-type"]) == (200, b'{"n":1}', "application/json")
    assert get(web, f"{url}?page=2", method="POST", body=b"{}").body == b'{"n":2}'
    assert get(web, f"{url}?other").status == 400
    assert get(web, "https://apply.initech.test/api/v1").status == 404


def test_a_payload_stands_before_the_world_and_can_be_replaced(web: DemoWeb) -> None:
    url = site_url(web.company("page"), "/a%20b")
    web.serve_payload(url, b"one", "text/plain")
    assert get(web, url).body == b"one"
    web.serve_payload(url, b"two", "text/plain")
    assert get(web, url).body == b"two"
    with pytest.raises(UsageError, match="names no host"):
        web.serve_payload("/nowhere", b"")


def test_a_handler_answers_a_path_or_all_below_it(web: DemoWeb) -> None:
    def echo(asked: Incoming) -> Answer:
        return text(f"{asked.method} {asked.path} {asked.params} {asked.body.decode()}")

    web.serve("api.initech.test", "/exact", echo)
    web.serve("api.initech.test", "/below/*", echo)
    assert get(web, "https://api.initech.test/exact?a=1", method="POST", body=b"hi").text == "POST /exact {'a': '1'} hi"
    assert get(web, "https://api.initech.test/below/x/y").text == "GET /below/x/y {} "
    assert get(web, "https://api.initech.test/exact/x").status == 404


def test_a_handler_that_fails_is_500_and_the_web_goes_on(web: DemoWeb) -> None:
    def broken(asked: Incoming) -> Answer:
        raise ZeroDivisionError

    web.serve("api.initech.test", "/", broken)
    assert get(web, "https://api.initech.test/").status == 500
    assert get(web, feed_url(web.company("rss"))).status == 200
