"""A84: pages and names that mean harm are refused with the reason, within bounded memory, by the whole engine."""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence

import httpcore2
import pytest

from acceptance.handmade import page
from acceptance.made import live_through
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.app import JobFinder
from jobfinder.demo.addresses import nav_of, site_url
from jobfinder.demo.answer import Answer, html
from jobfinder.demo.hostile_pages import TRAPS
from jobfinder.demo.served import Handler
from jobfinder.demo.server import DemoWeb
from jobfinder.outside.network import system_dial
from jobfinder.settings import Settings

PAGE_TRAPS = [name for name in TRAPS if name != "deep"]
SAID = {
    "bomb": "large",
    "flood": "large",
    "metadata": "169.254.169.254",
    "loopback": "127.0.0.1",
    "file": "file",
    "loop": "redirect",
}


MOST_MEMORY = 128 << 20
"""Bytes that this process may grow by, with the web that sets the traps in it; the bomb alone unpacks to twice that."""


def most_memory() -> int:
    """The most memory that this process has ever taken, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


@pytest.mark.parametrize("name", PAGE_TRAPS)
async def test_a84_a_trap_is_refused_with_the_reason(stage: Stage, web: DemoWeb, name: str) -> None:
    company = web.company("hostile")
    url = site_url(company, f"{nav_of(company).careers_path}/{name}")
    submitted = stage.submit(url)
    before = most_memory()
    await stage.run()
    assert most_memory() - before < MOST_MEMORY
    assert stage.status(submitted) == "blocked"
    assert SAID[name] in stage.message(submitted)
    assert stage.ran(submitted.key) == ["scrape"]
    assert web.count(path_contains=name) <= Settings().network.max_redirects + 1
    stage.clock.advance(DAY)
    await stage.run()
    assert stage.ran(submitted.key) == ["scrape"], "what was refused is not tried again by itself"


async def test_a84_markup_without_end_is_read_and_found_to_be_no_posting(stage: Stage, web: DemoWeb) -> None:
    company = web.company("hostile")
    submitted = stage.submit(site_url(company, f"{nav_of(company).careers_path}/deep"))
    await stage.run()
    assert stage.status(submitted) == "failed"
    assert "no posting" in stage.message(submitted)


def hop(to: str) -> Handler:
    """An answer that leads on."""
    return lambda asked: Answer(status=302, headers=(("Location", to),))


async def test_a84_fifty_redirects_are_too_many(stage: Stage, web: DemoWeb) -> None:
    for number in range(50):
        web.serve("hops.example", f"/{number}", hop(f"https://hops.example/{number + 1}"))
    submitted = stage.submit("https://hops.example/0")
    await stage.run()
    assert stage.status(submitted) == "blocked"
    assert "redirects" in stage.message(submitted)
    assert web.count("hops.example") == Settings().network.max_redirects + 1


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.5"], ["127.0.0.1"], ["169.254.169.254"], ["::1"], ["fd00::1"], ["93.184.216.34", "192.168.1.1"]],
    ids=lambda found: found[-1],
)
async def test_a84_a_name_of_a_private_address_is_refused_before_anything_is_dialled(
    stage: Stage, addresses: list[str]
) -> None:
    dialled: list[str] = []

    async def resolve(host: str) -> Sequence[str]:
        return addresses

    async def dial(address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        dialled.append(address)
        raise OSError

    with JobFinder.open(stage.store, clock=stage.clock, settings=Settings(), resolve=resolve, dial=dial) as finder:
        submitted = finder.submit("https://inside.example/jobs/1")
        await finder.run_until_idle()
        item = finder.item(submitted.item_id)
    assert (item["status"], dialled) == ("blocked", [])
    assert addresses[-1] in item["message"]


async def test_a84_a_name_that_changes_its_mind_gains_nothing(stage: Stage) -> None:
    """The address that was judged is the one that is dialled: a second look-up does not count."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])
    dialled: list[str] = []

    async def resolve(host: str) -> Sequence[str]:
        return next(answers, ["127.0.0.1"])

    async def dial(address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        dialled.append(address)
        raise httpcore2.ConnectError("refused")

    with JobFinder.open(stage.store, clock=stage.clock, settings=Settings(), resolve=resolve, dial=dial) as finder:
        submitted = finder.submit("https://rebinding.example/jobs/1")
        for _ in range(4):
            await finder.run_until_idle()
            stage.clock.advance(HOUR)
        item = finder.item(submitted.item_id)
    assert dialled == ["93.184.216.34"]
    assert item["status"] == "blocked"
    assert "127.0.0.1" in item["message"]


INSIDE = (
    *("127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "①②⑦.0.0.1", "[::1]", "[::ffff:7f00:1]"),
    *("169.254.169.254", "10.0.0.1", "192.168.1.1", "[2002:7f00:1::]", "[64:ff9b::7f00:1]", "[fe80::1]"),
    *("localhost", "www.localhost", "intranet", "127.0.0.1.", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]"),
)
ADVERT = {"@type": "JobPosting", "title": "Cook", "description": "You cook for a canteen, every day but Sunday."}


def ways_in(host: str) -> dict[str, Answer]:
    """Pages by path, each of which leads to `host` in another way."""
    to = f"http://{host}/jobs/secret"
    entry = f"<item><title>Cook</title><link>{to}</link></item>"
    feed = f"<rss version='2.0'><channel><title>Jobs</title><link>{to}</link>{entry}</channel></rss>"
    sitemap = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{to}</loc></url></urlset>"
    index = sitemap.replace("urlset", "sitemapindex").replace("<url>", "<sitemap>").replace("</url>", "</sitemap>")
    employer = {"@type": "Organization", "name": "Inside", "sameAs": to, "url": f"http://{host}/"}
    listed = [ADVERT | {"url": f"{to}/{number}"} for number in range(2)]
    links = f'<a href="{to}">Careers: open positions</a><a href="http://{host}/about">About us</a>'
    frame = f'<iframe src="{to}"></iframe><script src="http://{host}/embed.js"></script>'
    return {
        "/jobs.rss": Answer(body=feed.encode(), content_type="application/rss+xml"),
        "/sitemap.xml": Answer(body=sitemap.encode(), content_type="application/xml"),
        "/index/sitemap.xml": Answer(body=index.encode(), content_type="application/xml"),
        "/jobs/stated": html(page("Cook", ld=ADVERT | {"url": to, "hiringOrganization": employer})),
        "/careers": html(page("Careers", ld={"@graph": listed})),
        "/careers/list": html(
            page("Jobs", body=f'<a href="/careers/list/cook-1">Cook</a><a rel="next" href="{to}">Next</a>')
        ),
        "/jobs/base": html(f'<base href="http://{host}/"><a href="/careers">Careers</a><a rel="next" href="/2">2</a>'),
        "/": html(page("Inside", body=f'<link rel="canonical" href="{to}">{links}{frame}')),
        "/hop": Answer(status=302, headers=(("Location", to),)),
    }


def served(answer: Answer) -> Handler:
    """The same answer, whoever asks."""
    return lambda asked: answer


async def test_a84_nothing_on_a_page_leads_inside(stage: Stage, web: DemoWeb) -> None:
    """Feeds, sitemaps, structured data, links, frames, redirects: none is followed to an address of this network."""
    dialled: set[tuple[str, int]] = set()

    async def dial(address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        dialled.add((address, port))
        if port != web.port:
            raise httpcore2.ConnectError("refused")
        return await system_dial(address, port, seconds)

    stage.reopen(dial=dial)
    submitted = []
    for number, host in enumerate(INSIDE):
        for path, answer in ways_in(host).items():
            web.serve(f"out{number}.example", path, served(answer))
            url = f"https://out{number}.example{path}"
            submitted += [stage.submit(url), stage.submit(url, type="source")]
        submitted.append(stage.submit(f"https://out{number}.example/", type="company"))
    await live_through(stage, 2 * DAY)
    assert all(web.count(f"out{number}.example") >= len(ways_in(host)) for number, host in enumerate(INSIDE))
    assert dialled == {("127.0.0.1", web.port)}
    assert not {asked.host for asked in web.requests if not asked.host.endswith(".example")}
    refused = [stage.message(one) for one in submitted if stage.status(one) == "blocked"]
    assert len(refused) >= len(INSIDE)
