"""What we say: who we are, what we accept, what is for one host only; and what is asked again only if it changed."""

from __future__ import annotations

import pytest

from jobfinder.errors import Broken, Fault, UsageError
from jobfinder.model import Request
from jobfinder.outside.http import Door
from jobfinder.outside.settings import Network
from outside.web import Seen, redirect, reply, serving, visiting

PAGE = "https://acme.example/jobs"


async def test_we_say_who_we_are_and_how_to_reach_the_seeker() -> None:
    async with serving({"/jobs": reply()}) as site, visiting(site, contact="me@mail.example") as client:
        await client.get(PAGE, ("User-Agent", "Mozilla/5.0"), ("X-Key", "1"))
        for seen in site.log:
            assert seen.headers["user-agent"].startswith("jobfinder/")
            assert seen.headers["user-agent"].endswith("(+me@mail.example)")
            assert seen.headers["accept-encoding"] == "gzip, br, zstd"
        assert site.log[-1].headers["x-key"] == "1"


async def test_without_a_contact_we_say_that_too() -> None:
    async with serving({"/jobs": reply()}) as site, visiting(site) as client:
        await client.get(PAGE)
        assert "no contact given" in site.log[-1].headers["user-agent"]


@pytest.mark.parametrize("contact", ["me\r\nX-Evil: 1", "mé@mail.example", "a) Mozilla/5.0 ("])
def test_a_contact_that_cannot_stand_in_a_header_is_a_usage_error(contact: str) -> None:
    with pytest.raises(UsageError, match=r"network\.contact"):
        Door(Network(contact=contact), now=lambda: 0.0)


@pytest.mark.parametrize("name", ["X-Note", "Referer"])
@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "grün"])
async def test_a_header_that_is_none_is_our_defect(name: str, value: str) -> None:
    async with serving({"/jobs": reply()}) as site, visiting(site, respect_robots=False) as client:
        with pytest.raises(Broken):
            await client.get(PAGE, (name, value))
        assert site.log == []


async def test_only_get_head_and_post_are_made() -> None:
    async with serving({"/jobs": reply()}) as site, visiting(site) as client:
        with pytest.raises(Broken, match="DELETE"):
            await client.door.fetch(Request(url=PAGE, method="DELETE"), client.visit)
        assert site.log == []


async def test_the_next_step_asks_only_if_it_changed() -> None:
    tagged = reply(body="first", headers=[("ETag", '"1"'), ("Last-Modified", "Thu, 01 Jan 2026 12:00:00 GMT")])
    async with serving({"/jobs": tagged}) as site, visiting(site) as client:
        first = await client.get(PAGE)
        assert "if-none-match" not in site.log[-1].headers
        client.next_step()
        site.paths["/jobs"] = reply(304, headers=[("ETag", '"2"')])
        second = await client.get(PAGE)
        asked = site.log[-1].headers
        assert asked["if-none-match"] == '"1"'
        assert asked["if-modified-since"] == "Thu, 01 Jan 2026 12:00:00 GMT"
        assert (first.unchanged, second.unchanged) == (False, True)
        assert (second.status, second.body, second.url) == (200, b"first", PAGE)
        client.next_step()
        site.paths["/jobs"] = reply(body="second")
        third = await client.get(PAGE)
        assert site.log[-1].headers["if-none-match"] == '"2"'
        assert (third.unchanged, third.body) == (False, b"second")


async def test_a_repeated_step_reads_back_what_it_fetched() -> None:
    async with serving({"/jobs": reply(body="page")}) as site, visiting(site) as client:
        assert (await client.get(PAGE)).body == (await client.get(PAGE)).body == b"page"
        assert site.asked() == ["/jobs"]


async def test_unchanged_without_having_been_asked_is_a_fault() -> None:
    async with serving({"/jobs": reply(304)}) as site, visiting(site) as client:
        with pytest.raises(Fault) as caught:
            await client.get(PAGE)
        assert caught.value.kind == "http-304"


async def test_what_was_posted_is_part_of_what_is_remembered() -> None:
    def echo(seen: Seen) -> bytes:
        return reply(body=seen.body)

    async with serving({"/jobs": echo}) as site, visiting(site) as client:
        assert (await client.post(PAGE, b"page=1")).body == b"page=1"
        assert (await client.post(PAGE, b"page=2")).body == b"page=2"
        assert (await client.post(PAGE, b"page=1")).body == b"page=1"
        assert site.asked() == ["/jobs", "/jobs"]


async def test_private_headers_stay_with_the_host_they_were_for() -> None:
    private = (("Authorization", "Basic secret"), ("Cookie", "a=b"), ("X-Token", "t"), ("Accept-Language", "de"))
    paths = {"/jobs": redirect("/here"), "/here": redirect("https://b.example/there"), "/there": reply(body="there")}
    async with serving(paths) as site, visiting(site) as client:
        await client.get(PAGE, *private)
        here, there = (next(seen for seen in site.log if seen.path == path) for path in ("/here", "/there"))
        assert here.headers["authorization"] == "Basic secret"
        assert not {"authorization", "cookie", "x-token"} & set(there.headers)
        assert there.headers["accept-language"] == "de"


@pytest.mark.parametrize(("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
async def test_a_redirected_form_is_sent_on_as_browsers_do(status: int, method: str) -> None:
    paths = {"/jobs": redirect("/there", status), "/there": reply(body="there")}
    async with serving(paths) as site, visiting(site) as client:
        await client.post(PAGE, b"q=x", ("Content-Type", "text/plain"))
        seen = site.log[-1]
        assert (seen.method, seen.body) == (method, b"q=x" if method == "POST" else b"")
        assert ("content-type" in seen.headers) == (method == "POST")
