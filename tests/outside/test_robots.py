"""robots.txt (A77): what it forbids is not fetched; what it does not say, or cannot, is treated as RFC 9309 has it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from jobfinder.errors import Fault, Later, Refused
from outside.web import NOON, Handler, Seen, redirect, reply, serving, visiting

SITE = "https://acme.example"
LANE = "host:acme.example"
DAY = 86_400.0


def _robots(text: str | bytes, page: str = "page") -> dict[str, Handler]:
    return {"/robots.txt": reply(body=text, kind="text/plain"), "/jobs": reply(body=page), "/jobs/1": reply(body=page)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("User-agent: *\nDisallow: /jobs\n", "Disallow: /jobs"),
        ("User-agent: *\nDisallow: /\nDisallow: /jobs/1\n", "Disallow: /jobs/1"),
        ("user-agent: jobfinder\ndisallow: /*/1$ # ours\n", "disallow: /[*]/1[$]"),
        ("User-agent: other\nUser-agent: JobFinder/2.0\nDisallow: /jobs\n\nUser-agent: *\nAllow: /", "Disallow: /jobs"),
        ("\ufeffUser-agent: *\r\nDisallow: /jobs\r\n", "Disallow: /jobs"),
    ],
)
async def test_a_forbidden_page_is_refused_with_the_rule_and_not_fetched(text: str, rule: str) -> None:
    async with serving(_robots(text)) as site, visiting(site) as client:
        with pytest.raises(Refused, match=rf"robots\.txt of acme\.example disallows /jobs/1: {rule}$"):
            await client.get(f"{SITE}/jobs/1")
        assert site.asked() == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: *\nDisallow:\n",
        "User-agent: other\nDisallow: /\n",
        "User-agent: *\nDisallow: /\n\nUser-agent: jobfinder\nAllow: /jobs\n",
        "User-agent: *\nDisallow: /jobs\nAllow: /jobs/1\n",
        "Disallow: /\n",
        b"\xff\xfe\x00\x01 not a robots.txt",
        "<html><body>Not found</body></html>",
    ],
)
async def test_what_is_not_forbidden_is_fetched(text: str | bytes) -> None:
    async with serving(_robots(text)) as site, visiting(site) as client:
        assert (await client.get(f"{SITE}/jobs/1")).body == b"page"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_a_site_without_robots_may_be_read(status: int) -> None:
    paths = {"/robots.txt": reply(status, body="User-agent: *\nDisallow: /"), "/jobs": reply(body="page")}
    async with serving(paths) as site, visiting(site) as client:
        assert (await client.get(f"{SITE}/jobs")).body == b"page"


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_robots_out_of_order_means_later_for_the_whole_host(status: int) -> None:
    paths = {"/robots.txt": reply(status), "/jobs": reply(body="page")}
    async with serving(paths) as site, visiting(site) as client:
        with pytest.raises(Later, match=f"robots.txt answered {status}") as caught:
            await client.get(f"{SITE}/jobs")
        assert caught.value.at == client.visit.rested[LANE] == NOON + 600
        assert site.asked() == []
        client.clock.time += 601
        site.paths["/robots.txt"] = reply(404)
        assert (await client.get(f"{SITE}/jobs")).body == b"page"


@pytest.mark.parametrize("status", [429, 503])
async def test_robots_may_say_until_when(status: int) -> None:
    paths = {"/robots.txt": reply(status, headers=[("Retry-After", "42")]), "/jobs": reply()}
    async with serving(paths) as site, visiting(site) as client:
        with pytest.raises(Later) as caught:
            await client.get(f"{SITE}/jobs")
        assert caught.value.at == NOON + 42


async def _silent(seen: Seen) -> AsyncIterator[bytes]:
    await asyncio.Event().wait()
    yield b""


async def test_robots_that_does_not_answer_means_later() -> None:
    async with serving({"/robots.txt": _silent}) as site, visiting(site, total_timeout=0.1) as client:
        with pytest.raises(Later, match="does not answer"):
            await client.get(f"{SITE}/jobs")
        assert client.visit.rested == {LANE: NOON + 600}


async def test_a_host_that_is_not_found_is_a_fault_not_a_missing_robots() -> None:
    async with serving({}) as site, visiting(site, mapped=False) as client:
        with pytest.raises(Fault) as caught:
            await client.get(f"{SITE}/jobs")
        assert caught.value.kind == "dns"


async def test_robots_redirected_for_ever_counts_as_none() -> None:
    paths = {"/robots.txt": redirect("/robots.txt"), "/jobs": reply(body="page")}
    async with serving(paths) as site, visiting(site) as client:
        assert (await client.get(f"{SITE}/jobs")).body == b"page"


async def test_robots_is_asked_once_a_day_and_then_only_if_it_changed() -> None:
    tagged = reply(body="User-agent: *\nDisallow: /jobs/1", kind="text/plain", headers=[("ETag", '"1"')])
    paths = {"/robots.txt": tagged, "/jobs": reply(body="page")}
    async with serving(paths) as site, visiting(site) as client:
        for _ in range(3):
            await client.get(f"{SITE}/jobs")
            client.next_step()
        assert [seen.path for seen in site.log].count("/robots.txt") == 1
        client.clock.time += DAY + 1
        site.paths["/robots.txt"] = reply(304)
        with pytest.raises(Refused, match="Disallow: /jobs/1"):
            await client.get(f"{SITE}/jobs/1")
        assert site.log[-1].headers["if-none-match"] == '"1"'


async def test_of_an_endless_robots_the_start_is_read() -> None:
    text = "User-agent: *\nDisallow: /jobs/1\n" + "# nothing\n" * 10_000
    async with serving(_robots(text)) as site, visiting(site, max_robots=10_000) as client:
        assert (await client.get(f"{SITE}/jobs")).status == 200
        with pytest.raises(Refused):
            await client.get(f"{SITE}/jobs/1")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 5\n", 5.0),
        ("User-agent: *\nRequest-rate: 1/7\n", 7.0),
        ("User-agent: *\nCrawl-delay: 86400\n", 60.0),
        ("User-agent: *\nCrawl-delay: soon\n", 0.0),
        ("User-agent: *\nDisallow:\n", 0.0),
    ],
)
async def test_the_pace_it_asks_for_is_passed_on(text: str, seconds: float) -> None:
    async with serving(_robots(text)) as site, visiting(site) as client:
        await client.get(f"{SITE}/jobs")
        assert client.visit.paced == {LANE: seconds}


async def test_an_exempt_host_and_a_seeker_who_says_so_are_not_asked() -> None:
    async with serving(_robots("User-agent: *\nDisallow: /")) as site:
        async with visiting(site, robots_exempt=frozenset({"acme.example"})) as client:
            assert (await client.get(f"{SITE}/jobs")).status == 200
            with pytest.raises(Refused):
                await client.get("https://other.example/jobs")
        async with visiting(site, respect_robots=False) as client:
            assert (await client.get("https://other.example/jobs")).status == 200


async def test_hostile_robots_neither_hangs_nor_breaks() -> None:
    lines = "User-agent: *\n" + "Disallow: /" + "*a" * 50_000 + "\n" + "Disallow: /*a*b*c*d*e$\n" * 1_000
    async with serving(_robots(lines)) as site, visiting(site) as client:
        assert (await client.get(f"{SITE}/jobs")).body == b"page"
