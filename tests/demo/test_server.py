"""The server: connections, validators, the log, garbage, and its life in a thread."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from http.client import HTTPConnection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demo.client import ask, get, raw
from jobfinder.demo.addresses import feed_url, listing_url, posting_url, site_url
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.errors import UsageError

# ---------------------------------------------------------------- connections


def test_one_connection_serves_many_requests_of_many_hosts(web: DemoWeb, world: World) -> None:
    connection = HTTPConnection("127.0.0.1", web.port, timeout=60)
    ask(connection, "boards.greenhouse.io", "/robots.txt")
    kept = connection.sock
    for host in world.hosts()[:9]:
        assert ask(connection, host, "/robots.txt").status == 200
    assert connection.sock is kept
    connection.close()


def test_requests_sent_ahead_are_answered_in_order(web: DemoWeb) -> None:
    requests = b"".join(b"GET /%d HTTP/1.1\r\nHost: nobody.example\r\n\r\n" % n for n in range(5))
    answers = raw(web, requests)
    assert answers.count(b"HTTP/1.1 404 Not Found") == 5
    assert [asked.path for asked in web.requests] == ["/0", "/1", "/2", "/3", "/4"]


def test_a_connection_is_closed_when_asked_and_for_old_clients(web: DemoWeb) -> None:
    twice = b"GET / HTTP/1.1\r\nHost: nobody.example\r\nConnection: close\r\n\r\n" * 2
    assert raw(web, twice).count(b"HTTP/1.1 404") == 1
    assert raw(web, b"GET / HTTP/1.0\r\n\r\n" * 2).count(b"HTTP/1.1 404") == 1
    assert raw(web, b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" * 2).count(b"HTTP/1.1 404") == 2


@pytest.mark.parametrize("part", ["greenhouse", "page"])
def test_head_says_what_get_would_and_brings_no_body(web: DemoWeb, part: str) -> None:
    url = listing_url(web.company(part))
    head, full = get(web, url, method="HEAD"), get(web, url)
    assert head.body == b""
    assert head.headers == full.headers
    assert int(head.headers["content-length"]) == len(full.body)
    twice = b"HEAD / HTTP/1.1\r\nHost: nobody.example\r\n\r\n" * 2
    assert raw(web, twice).endswith(b"\r\n\r\n")
    assert b"<" not in raw(web, twice)


def test_a_proxy_s_request_names_the_host_in_its_target(web: DemoWeb) -> None:
    url = site_url(web.company("page"))
    assert b"HTTP/1.1 200" in raw(web, f"GET {url} HTTP/1.1\r\nHost: other.example\r\n\r\n".encode())
    assert web.requests[-1].host == web.company("page").host


def test_host_names_have_any_case_a_port_and_a_dot(web: DemoWeb) -> None:
    host = web.company("page").host
    for spelt in (host.upper(), f"{host}:443", f"{host}."):
        assert b"HTTP/1.1 200" in raw(web, f"GET / HTTP/1.1\r\nHost: {spelt}\r\n\r\n".encode())


# ---------------------------------------------------------------- validators


def addresses(web: DemoWeb) -> list[str]:
    page = web.company("page")
    return [
        listing_url(web.company("greenhouse")),
        listing_url(web.company("lever")),
        listing_url(web.company("ashby")),
        feed_url(web.company("rss")),
        site_url(page),
        posting_url(page, web.roles(page)[0]),
        "https://remote-perch.example/remote-jobs.rss",
    ]


def test_known_bytes_are_not_sent_again(web: DemoWeb) -> None:
    for url in addresses(web):
        first = get(web, url)
        etag, since = first.headers["etag"], first.headers["last-modified"]
        for again in (
            get(web, url, If_None_Match=etag),
            get(web, url, If_None_Match=f'"other", W/{etag}'),
            get(web, url, If_Modified_Since=since),
        ):
            assert (again.status, again.body) == (304, b"")
            assert again.headers["etag"] == etag


def test_other_bytes_are_sent(web: DemoWeb) -> None:
    company, role = web.company("page"), web.roles("page")[0]
    url = posting_url(company, role)
    first = get(web, url)
    web.edit_role(company, role.external_id, title="Changed")
    assert get(web, url, If_None_Match=first.headers["etag"]).status == 200
    assert get(web, url, If_Modified_Since=first.headers["last-modified"]).status == 200
    assert get(web, url, If_None_Match='"x"', If_Modified_Since=first.headers["last-modified"]).status == 200


def test_a_change_elsewhere_does_not_change_an_etag(web: DemoWeb) -> None:
    before = {url: get(web, url).headers["etag"] for url in addresses(web)}
    web.edit_role("hostile", web.roles("hostile")[5].external_id, title="Changed")
    assert {url: get(web, url).headers["etag"] for url in addresses(web)} == before


def test_a_date_that_is_none_is_overlooked_and_errors_have_no_validators(web: DemoWeb) -> None:
    assert get(web, site_url(web.company("page")), If_Modified_Since="yesterday").status == 200
    assert "etag" not in get(web, "https://nobody.example/").headers
    assert get(web, "https://nobody.example/", If_None_Match="*").status == 404


# ---------------------------------------------------------------- the log


def test_every_request_is_logged_in_order(web: DemoWeb) -> None:
    company = web.company("page")
    etag = get(web, site_url(company, "/?a=1"), User_Agent="tester/1").headers["etag"]
    get(web, site_url(company), If_None_Match=etag)
    get(web, "https://nobody.example/x", method="HEAD")
    first, second, third = web.requests
    assert (first.method, first.host, first.path, first.status) == ("GET", company.host, "/?a=1", 200)
    assert (first.user_agent, first.conditional) == ("tester/1", False)
    assert (second.status, second.conditional) == (304, True)
    assert (third.method, third.host, third.status) == ("HEAD", "nobody.example", 404)
    assert first.at <= second.at <= third.at


def test_requests_are_counted_by_host_and_path(web: DemoWeb) -> None:
    company = web.company("page")
    for path in ("/", "/", "/robots.txt", "/engineering"):
        get(web, site_url(company, path))
    get(web, "https://api.lever.co/v0/postings/x")
    assert web.count() == 4
    assert web.count(robots=True) == 5
    assert web.count(company.host) == 3
    assert web.count("*.lever.co") == 1
    assert web.count(path_contains="engineering") == 1
    assert web.count(company.host, "robots.txt", robots=True) == 1
    web.reset_log()
    assert web.requests == ()


# ---------------------------------------------------------------- garbage


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\r\n\r\n", 400),
        (b"GARBAGE\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\nHost: a.example\r\n\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        (b"GET  / HTTP/1.1\r\nHost: a.example\r\n\r\n", 400),
        (b"GET /\x00 HTTP/1.1\r\nHost: a.example\r\n\r\n", 400),
        (b"GET nowhere HTTP/1.1\r\nHost: a.example\r\n\r\n", 400),
        (b"GET http://[::1 HTTP/1.1\r\nHost: a.example\r\n\r\n", 400),
        (b"GET http://user@a.example/ HTTP/1.1\r\nHost: a.example\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a.example/x\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost : a.example\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a.example\r\n folded\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        (b"POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 9999999\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501),
        (b"GET / HTTP/1.1\r\nHost: a.example\r\n" + b"A: b\r\n" * 500 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: a.example\r\nA: " + b"b" * 40_000 + b"\r\n\r\n", 431),
    ],
)
def test_garbage_is_refused_and_the_connection_ends(web: DemoWeb, sent: bytes, status: int) -> None:
    answer = raw(web, sent)
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Connection: close" in answer
    assert web.requests == ()


def test_half_a_request_is_answered_by_nothing(web: DemoWeb) -> None:
    assert raw(web, b"GET / HTTP/1.1\r\nHost: a.exa") == b""
    assert raw(web, b"POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 9\r\n\r\nhalf") == b""


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(
            lambda target, headers: b"GET /%b HTTP/1.1\r\nHost: jobs.lever.co\r\n%b\r\n\r\n" % (target, headers),
            st.binary(max_size=60),
            st.binary(max_size=60),
        ),
    )
)
def test_no_bytes_break_the_server(web: DemoWeb, sent: bytes) -> None:
    answer = raw(web, sent + b"\r\n\r\n")
    assert not answer or answer.startswith(b"HTTP/1.1 ")
    assert b" 500 " not in answer.partition(b"\r\n")[0]
    assert get(web, "https://jobs.lever.co/robots.txt").status == 200


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(range(22)),
    st.lists(st.sampled_from(["v1", "v0", "boards", "jobs", "postings", "embed", "%00", "%ff", "..", "-", "careers"])),
    st.sampled_from(
        ["", "?page=99999999", "?skip=9999999&limit=0", "?for=%00&token=%ff", "?gh_jid=1&gh_jid=2", "?&=&;"]
    ),
)
def test_no_path_breaks_a_route(web: DemoWeb, world: World, host: int, path: list[str], query: str) -> None:
    web.faults.restore()
    name = world.hosts()[host % len(world.hosts())]
    if name != web.company("slow").host:
        assert get(web, f"https://{name}/{'/'.join(path)}{query}").status in (200, 302, 404, 503)


# ---------------------------------------------------------------- its life


def test_it_is_told_to_the_engine_as_a_mapping(web: DemoWeb) -> None:
    assert web.connect_to == f"*=127.0.0.1:{web.port}"


async def test_it_runs_beside_the_caller_s_own_event_loop(world: World) -> None:
    async with DemoWeb(world) as web:
        # The caller's loop stands still while it waits for the answer: the web must not live in it.
        assert get(web, "https://api.lever.co/robots.txt").status == 200
        answers = await asyncio.gather(*(asyncio.to_thread(get, web, site_url(world.company(n))) for n in (0, 1, 2)))
    assert [answer.status for answer in answers] == [200] * 3


def test_it_is_gone_after_the_block(world: World) -> None:
    with DemoWeb(world) as web:
        used, fresh = (socket.create_connection(("127.0.0.1", web.port), timeout=60) for _ in range(2))
        used.sendall(b"HEAD / HTTP/1.1\r\nHost: nobody.example\r\n\r\n")
        assert used.recv(4096).startswith(b"HTTP/1.1 404")
    assert used.recv(1) == b""
    # One that the server has not seen yet is reset instead.
    with suppress(ConnectionResetError):
        assert fresh.recv(1) == b""
    used.close()
    fresh.close()
    with pytest.raises(ConnectionRefusedError):
        get(web, "https://api.lever.co/robots.txt")


def test_a_port_that_is_taken_or_none_is_refused(web: DemoWeb, world: World) -> None:
    for port in (web.port, 99_999):
        with pytest.raises(UsageError, match="cannot serve on"), DemoWeb(world, port=port):
            pass
