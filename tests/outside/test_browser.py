"""The browser: pages that need their script, read by no way but the guard. A real Chromium, on loopback only."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from jobfinder.errors import Fault, Refused
from jobfinder.model import Request, Response
from jobfinder.outside.browser import Browser
from jobfinder.outside.chromium import missing
from jobfinder.outside.http import Door
from jobfinder.outside.rendering import RenderingDoor
from jobfinder.outside.settings import Browsing, Network
from jobfinder.outside.visit import FreeVisit
from outside.test_guard import SPELLINGS
from outside.web import PUBLIC, Clock, Handler, Loopback, Names, Seen, Site, redirect, reply, serving

LACKING = missing(Browsing())
pytestmark = [
    pytest.mark.skipif(LACKING is not None, reason=f"no browser to test with: {LACKING}"),
    pytest.mark.asyncio(loop_scope="module"),
    # One browser for all of them, where tests are spread over processes.
    pytest.mark.xdist_group("browser"),
]

HOST = "acme.example"
NAMES = ("inside.example", "rebound.example")
"""Names of private addresses."""

ABOUT = "<p>We make sheds, gates and garden houses for people who like to sit outside, in any weather.</p>" * 4
SHELL = f"<!doctype html><title>Jobs</title>{ABOUT}<div id=root></div><script src=/app.js></script><img src=/logo.png>"
APP = """
fetch('/api/jobs').then(answer => answer.json()).then(jobs => {
  const item = job => `<li><a href="/jobs/${job.id}">${job.title}</a></li>`;
  document.getElementById('root').innerHTML = '<ul>' + jobs.map(item).join('') + '</ul>';
});
"""
JOBS = '[{"id": 7, "title": "Gardener"}, {"id": 9, "title": "Treasurer"}]'
WEB: dict[str, Handler] = {
    "/careers": reply(body=SHELL),
    "/app.js": reply(body=APP, kind="text/javascript"),
    "/api/jobs": reply(body=JOBS, kind="application/json"),
    "/logo.png": reply(body=b"\x89PNG", kind="image/png"),
}


class Surfer:
    """One browser behind a door, on one site; what differs between tests is set anew by `visiting`."""

    def __init__(self, site: Site, mapped: bool, patience: float) -> None:
        self.site = site
        network = Network(connect_to=(f"*=127.0.0.1:{site.port}",) if mapped else (), contact="me@seeker.example")
        self.names, self.dial = Names({}), Loopback(site.port)
        self.visit = FreeVisit(Clock())
        door = Door(network, now=Clock(), resolve=self.names, dial=self.dial)
        settings = Browsing(settle_timeout=3, total_timeout=patience, max_traffic=2_000_000, max_requests=2_000)
        self.browser = Browser(settings, network, resolve=self.names, dial=self.dial)
        self.door = RenderingDoor(door, self.browser, network)

    def visiting(self, paths: dict[str, Handler], names: Sequence[str] = (HOST,)) -> Surfer:
        self.site.paths = dict(paths)
        self.site.log.clear()
        self.dial.dialled.clear()
        self.names.answers = {name: [[PUBLIC]] for name in names}
        self.visit = FreeVisit(Clock())
        return self

    async def get(self, url: str = f"http://{HOST}/careers", *, render: bool = True) -> Response:
        return await self.door.fetch(Request(url=url, render=render), self.visit)


@asynccontextmanager
async def surfing(*, mapped: bool = False, patience: float = 30) -> AsyncIterator[Surfer]:
    async with serving({}) as site:
        surfer = Surfer(site, mapped, patience)
        try:
            yield surfer
        finally:
            await surfer.door.aclose()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def surfer() -> AsyncIterator[Surfer]:
    """A browser whose names are looked up and dialled."""
    async with surfing() as found:
        yield found


async def test_a_page_is_read_as_it_stands_once_its_script_has_run(surfer: Surfer) -> None:
    surfer.visiting(WEB)
    response = await surfer.get()
    assert b'<a href="/jobs/7">Gardener</a>' in response.body
    assert (response.url, response.status) == (f"http://{HOST}/careers", 200)
    assert dict(response.headers) == {"content-type": "text/html; charset=utf-8", "x-jobfinder-rendered": "1"}
    assert response.request == Request(url=f"http://{HOST}/careers", render=True)
    # The page once, by the door; what it needs, in turn; no image; under our own name.
    assert [seen.path for seen in surfer.site.log] == ["/robots.txt", "/careers", "/app.js", "/api/jobs"]
    assert {seen.headers["user-agent"].partition("/")[0] for seen in surfer.site.log} == {"jobfinder"}
    assert all("me@seeker.example" in seen.headers["user-agent"] for seen in surfer.site.log)
    assert surfer.visit.asked == [f"host:{HOST}"] * 3
    assert {address for address, _ in surfer.dial.dialled} == {PUBLIC}
    # Remembered, beside the page itself.
    surfer.site.log.clear()
    assert (await surfer.get()).body == response.body
    assert b"Gardener" not in (await surfer.get(render=False)).body
    assert surfer.site.log == []


async def test_mapped_names_are_rendered_at_their_own_addresses() -> None:
    script = """<script>fetch('https://api.acme.example/api/jobs').then(answer => answer.text())
        .then(text => document.body.append(location.href + ' says ' + text))</script>"""
    allowed = reply(body=JOBS, kind="application/json", headers=[("Access-Control-Allow-Origin", f"https://{HOST}")])
    async with surfing(mapped=True) as surfer:
        surfer.visiting({"/careers": reply(body=ABOUT + script), "/api/jobs": allowed})
        response = await surfer.get(f"https://{HOST}/careers")
        assert f"https://{HOST}/careers says {JOBS}".encode() in response.body
        assert response.url == f"https://{HOST}/careers"
        # Under our own name, here too where browsers state theirs a second time.
        said = [seen.headers for seen in surfer.site.log if seen.host == "api.acme.example"]
        assert said
        assert all('"jobfinder"' in headers["sec-ch-ua"] for headers in said)
        assert not any("Headless" in value or "Mozilla" in value for headers in said for value in headers.values())
        assert surfer.dial.dialled
        assert {address for address, _ in surfer.dial.dialled} == {"127.0.0.1"}


async def test_no_private_address_is_reached_by_any_way(surfer: Surfer) -> None:
    reached: list[str] = []

    async def canary(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append("tcp")
        writer.close()

    server = await asyncio.start_server(canary, ["127.0.0.1", "::1"] if socket.has_ipv6 else "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", 0))
    udp.setblocking(False)
    hosts = [f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}", f"2130706433:{port}", *NAMES, "169.254.169.254"]
    script = f"""<script>
    fetch('/away').catch(() => 0);
    for (const host of {[*hosts, *SPELLINGS]!r})
      try {{ fetch(`http://${{host}}/latest/`, {{mode: 'no-cors'}}).catch(() => 0) }} catch (e) {{}}
    const add = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
    for (const host of {hosts!r}) {{
      const url = `http://${{host}}/latest/meta-data/`;
      new EventSource(url);
      new WebSocket(`ws://${{host}}/`);
      navigator.sendBeacon(url, 'x');
      for (const tag of ['script', 'img', 'iframe']) add(tag, {{src: url}});
      for (const rel of ['stylesheet', 'preconnect', 'prefetch', 'icon']) add('link', {{rel, href: url}});
      add('iframe', {{sandbox: 'allow-scripts', srcdoc: `<script src=${{url}}></scr` + `ipt>`}});
    }}
    window.open('http://127.0.0.1:{port}/');
    const peer = new RTCPeerConnection({{iceServers: [{{urls: 'stun:127.0.0.1:{udp.getsockname()[1]}'}}]}});
    peer.createDataChannel('x');
    peer.createOffer().then(offer => peer.setLocalDescription(offer));
    </script>"""
    surfer.visiting({"/careers": reply(body=ABOUT + script), "/away": redirect(f"http://127.0.0.1:{port}/")})
    surfer.names.answers |= dict(zip(NAMES, ([["10.0.0.1"]], [["127.0.0.1"]]), strict=True))
    try:
        await surfer.get()
        await asyncio.sleep(0.5)
        with pytest.raises(BlockingIOError):
            udp.recv(1)
    finally:
        server.close()
        udp.close()
    assert reached == []
    assert {address for address, _ in surfer.dial.dialled} == {PUBLIC}
    assert surfer.site.asked() == ["/careers", "/away"]
    assert set(surfer.names.looked_up) <= {HOST, *NAMES}


@pytest.mark.parametrize(
    ("way", "to"),
    [
        ("<meta http-equiv=refresh content='0;url={}'>", "http://2130706433/"),
        ("<meta http-equiv=refresh content='0;url={}'>", "http://inside.example/"),
        ("<script>location.href='{}'</script>", "http://[::ffff:7f00:1]/"),
        ("<script>document.write('<form id=f action={}>'); f.submit()</script>", "http://127.0.0.1/"),
    ],
)
async def test_a_page_that_leads_to_a_private_address_is_refused(surfer: Surfer, way: str, to: str) -> None:
    surfer.visiting({"/careers": reply(body=ABOUT + way.format(to))})
    surfer.names.answers["inside.example"] = [["10.0.0.1"]]
    with pytest.raises(Refused, match=f"the script of http://{HOST}/careers leads where we do not go"):
        await surfer.get()
    assert {address for address, _ in surfer.dial.dialled} == {PUBLIC}


async def test_a_host_is_asked_one_thing_at_a_time(surfer: Surfer) -> None:
    under_way: list[str] = []
    most = 0

    async def slowly(seen: Seen) -> AsyncIterator[bytes]:
        nonlocal most
        under_way.append(seen.path)
        most = max(most, len(under_way))
        await asyncio.sleep(0.1)
        under_way.remove(seen.path)
        yield reply(body="x", kind="text/plain")

    script = (
        "<script>for (const n of [1, 2, 3, 4]) fetch('/' + n).then(() => document.body.append('got ' + n))</script>"
    )
    surfer.visiting(
        {"/careers": reply(body=ABOUT + script), **{f"/{n}": lambda seen: slowly(seen) for n in range(1, 5)}}
    )
    response = await surfer.get()
    assert all(f"got {n}".encode() in response.body for n in range(1, 5))
    assert most == 1


async def test_where_a_script_leads_the_door_goes(surfer: Surfer) -> None:
    paths = WEB | {"/": reply(body="<script>location.replace('http://jobs.example/careers')</script>")}
    surfer.visiting(paths, [HOST, "jobs.example"])
    response = await surfer.get(f"http://{HOST}/")
    assert b"Gardener" in response.body
    assert (response.url, response.redirected_from) == ("http://jobs.example/careers", (f"http://{HOST}/",))
    assert [(seen.host, seen.path) for seen in surfer.site.log][2:4] == [
        ("jobs.example", "/robots.txt"),
        ("jobs.example", "/careers"),
    ]


async def test_a_page_that_leads_back_to_itself_stays(surfer: Surfer) -> None:
    surfer.visiting({"/careers": reply(body=ABOUT + "<script>location.reload()</script>")})
    assert b"sheds" in (await surfer.get()).body
    assert surfer.site.asked() == ["/careers"]


async def test_robots_forbid_the_page_and_what_it_asks_for(surfer: Surfer) -> None:
    rules = reply(body="User-agent: *\nDisallow: /api/\nDisallow: /closed", kind="text/plain")
    surfer.visiting(WEB | {"/robots.txt": rules})
    with pytest.raises(Refused, match="disallows /closed"):
        await surfer.get(f"http://{HOST}/closed")
    assert b"Gardener" not in (await surfer.get()).body
    assert surfer.site.asked() == ["/careers", "/app.js"]


async def test_a_page_that_hangs_is_given_up_and_the_next_one_is_read() -> None:
    hanging = reply(body="<script>setTimeout(() => { while (true) {} }, 100)</script>")
    async with surfing(patience=4) as surfer:
        surfer.visiting(WEB | {"/hang": hanging})
        with pytest.raises(Fault, match="could not be read in the browser in 4 s"):
            await surfer.get(f"http://{HOST}/hang")
        assert b"Gardener" in (await surfer.get()).body


async def test_a_page_that_is_too_much_is_refused(surfer: Surfer) -> None:
    loading = "<script>fetch('/much').then(answer => answer.text())</script>"
    writing = "<script>document.body.append(document.createComment('x'.repeat(9e6)))</script>"
    paths: dict[str, Handler] = {
        "/loading": reply(body=ABOUT + loading),
        "/much": reply(body="x" * 2_100_000),
        "/writing": reply(body=ABOUT + writing),
    }
    surfer.visiting(paths)
    with pytest.raises(Refused, match="the page moves more than 2,000,000 bytes"):
        await surfer.get(f"http://{HOST}/loading")
    with pytest.raises(Refused, match="its script makes more than 8,388,608 characters"):
        await surfer.get(f"http://{HOST}/writing")


async def test_pages_are_strangers_to_each_other(surfer: Surfer) -> None:
    def page(seen: Seen) -> bytes:
        script = """<script>document.body.append(`cookie: ${document.cookie} kept: ${localStorage.kept}`);
            localStorage.kept = 1</script>"""
        return reply(body=ABOUT + script, headers=[("Set-Cookie", f"{seen.path[1:]}=1")])

    surfer.visiting({"/a": page, "/b": page})
    assert b"cookie: a=1 kept: undefined" in (await surfer.get(f"http://{HOST}/a")).body
    assert b"cookie: b=1 kept: undefined" in (await surfer.get(f"http://{HOST}/b")).body


async def test_what_is_no_page_comes_back_as_it_is(surfer: Surfer) -> None:
    surfer.visiting({"/feed": reply(body="<rss/>", kind="application/rss+xml")})
    assert (await surfer.get(f"http://{HOST}/feed")).body == b"<rss/>"
    assert (await surfer.get(f"http://{HOST}/nothing")).status == 404
