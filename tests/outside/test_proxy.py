"""Threats 1 and 2 for the browser: its proxy lets nothing through that the door would not, and serves only its page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from jobfinder.outside.proxy import MOST_CONNECTIONS, Pass, Proxy
from jobfinder.outside.settings import Network
from outside.test_guard import SPELLINGS
from outside.web import PUBLIC, Loopback, Names, Seen, Site, redirect, reply, serving

HOST = "acme.example"
MEGABYTE = 1024 * 1024


class Way:
    """A proxy in front of a site, and a page's pass for it. `names` are what its name server knows."""

    def __init__(self, proxy: Proxy, granted: Pass, names: Names, dial: Loopback) -> None:
        self.proxy = proxy
        self.granted = granted
        self.names = names
        self.dial = dial

    async def send(self, head: str, body: bytes = b"", secret: str | None = None) -> bytes:
        """The whole answer to a raw request."""
        host, _, port = self.proxy.address.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        shown = self.granted.header if secret is None else secret
        writer.write(f"{head}\r\nProxy-Authorization: {shown}\r\n\r\n".encode() + body)
        try:
            return await asyncio.wait_for(reader.read(), 20)
        finally:
            writer.close()

    async def get(self, url: str) -> bytes:
        return await self.send(f"GET {url} HTTP/1.1\r\nHost: whatever.example")


@asynccontextmanager
async def passing(
    site: Site,
    names: dict[str, list[list[str]]] | None = None,
    hosts: tuple[str, ...] = (HOST,),
    most: int = MEGABYTE,
    mapped: bool = False,
) -> AsyncIterator[Way]:
    resolve, dial = Names(names if names is not None else {HOST: [[PUBLIC]]}), Loopback(site.port)
    routes = (f"*=127.0.0.1:{site.port}",) if mapped else ()
    proxy = Proxy(Network(connect_to=routes, connect_timeout=2, read_timeout=2), resolve, dial)
    await proxy.start()
    try:
        async with proxy.granting(most) as granted:
            granted.hosts.update(hosts)
            yield Way(proxy, granted, resolve, dial)
    finally:
        await proxy.aclose()


@pytest.mark.parametrize("host", SPELLINGS)
@pytest.mark.parametrize("mapped", [True, False])
async def test_no_spelling_of_an_address_is_connected_to(host: str, mapped: bool) -> None:
    async with serving({"/": reply(body="secret")}) as site, passing(site, hosts=(host,), mapped=mapped) as way:
        for head in (f"GET http://{host}/ HTTP/1.1", f"CONNECT {host}:443 HTTP/1.1", f"CONNECT {host}:80 HTTP/1.1"):
            said = await way.send(head)
            assert said.startswith((b"HTTP/1.1 403 ", b"HTTP/1.1 400 ")), head
            assert b"secret" not in said
        assert (site.log, way.dial.dialled, way.names.looked_up) == ([], [], [])


@pytest.mark.parametrize(
    "bad", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"]
)
@pytest.mark.parametrize("head", ["GET http://acme.example/ HTTP/1.1", "CONNECT acme.example:443 HTTP/1.1"])
async def test_a_name_with_one_private_address_is_refused_with_the_reason(bad: str, head: str) -> None:
    async with serving({"/": reply()}) as site, passing(site, {HOST: [[PUBLIC, bad]]}) as way:
        said = await way.send(head)
        assert said.startswith(b"HTTP/1.1 403 Forbidden\r\n")
        assert f"{HOST}: it resolves to {bad}, ".encode() in said
        assert way.granted.refused
        assert (site.log, way.dial.dialled) == ([], [])


@pytest.mark.parametrize("head", ["GET http://acme.example/ HTTP/1.1", "CONNECT acme.example:443 HTTP/1.1"])
async def test_the_address_dialled_is_the_one_judged_with_one_lookup_a_connection(head: str) -> None:
    # A name server that says "public" once and "this machine" from then on.
    names = {HOST: [[PUBLIC], ["127.0.0.1"]]}

    async def page(seen: Seen) -> AsyncIterator[bytes]:
        yield reply(body="hello")

    async with serving({"/": lambda seen: page(seen)}) as site, passing(site, names) as way:
        request = b"GET / HTTP/1.1\r\nHost: acme.example\r\n\r\n" if head.startswith("CONNECT") else b""
        assert b"hello" in await way.send(head, request)
        assert (await way.send(head, request)).startswith(b"HTTP/1.1 403 ")
        assert (len(way.names.looked_up), [address for address, _ in way.dial.dialled]) == (2, [PUBLIC])


@pytest.mark.parametrize("port", [22, 25, 6379, 8901])
async def test_other_ports_are_refused_mapped_or_not(port: int) -> None:
    async with serving({"/": reply()}) as site, passing(site, mapped=True) as way:
        for head in (f"GET http://{HOST}:{port}/ HTTP/1.1", f"CONNECT {HOST}:{port} HTTP/1.1"):
            assert f"port {port} is not a web port".encode() in await way.send(head)
        assert site.log == []


@pytest.mark.parametrize("secret", ["", "Basic", "Basic eDp5", "Bearer x"])
async def test_only_the_page_it_serves_is_served(secret: str) -> None:
    async with serving({"/": reply(body="secret")}) as site, passing(site) as way:
        for head in (f"GET http://{HOST}/ HTTP/1.1", f"CONNECT {HOST}:443 HTTP/1.1"):
            said = await way.send(head, secret=secret)
            assert said.startswith(b"HTTP/1.1 407 ")
            assert b"Proxy-Authenticate: Basic" in said
        assert (site.log, way.names.looked_up) == ([], [])


async def test_a_pass_opens_only_the_hosts_that_were_let_through() -> None:
    names = {HOST: [[PUBLIC]], "other.example": [[PUBLIC]]}
    async with serving({"/": reply(body="page")}) as site, passing(site, names) as way:
        assert b"page" in await way.get(f"http://{HOST}/")
        for head in ("GET http://other.example/ HTTP/1.1", "CONNECT other.example:443 HTTP/1.1"):
            assert b"no request of the page was let through to it" in await way.send(head)
        assert way.names.looked_up == [HOST]


async def test_when_the_page_is_done_its_connections_are_cut_and_its_pass_is_worth_nothing() -> None:
    async with serving({"/": reply(body="page")}) as site, passing(site) as way:
        async with way.proxy.granting(MEGABYTE) as granted:
            granted.hosts.add(HOST)
            host, _, port = way.proxy.address.partition(":")
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(f"CONNECT {HOST}:443 HTTP/1.1\r\nProxy-Authorization: {granted.header}\r\n\r\n".encode())
            assert b"200" in await reader.readuntil(b"\r\n\r\n")
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()
        assert (await way.send(f"GET http://{HOST}/ HTTP/1.1", secret=granted.header)).startswith(b"HTTP/1.1 407 ")
        assert site.log == []


async def test_a_request_goes_on_as_it_was_meant_without_the_secret() -> None:
    def echo(seen: Seen) -> bytes:
        return reply(body=seen.body + b"!", headers=[("X-Own", "1"), ("Keep-Alive", "timeout=5")])

    async with serving({"/form": echo}) as site, passing(site) as way:
        head = f"POST http://u:p@{HOST.upper()}/form?a=1#x HTTP/1.1\r\nHost: evil.example\r\nX-Mine: yes\r\n"
        said = await way.send(
            head + "Connection: keep-alive\r\nTE: gzip\r\nContent-Length: 4", b"dataGET / HTTP/1.1\r\n\r\n"
        )
        (seen,) = site.log
        assert (seen.method, seen.path, seen.host, seen.body) == ("POST", "/form?a=1", HOST, b"data")
        assert seen.headers["x-mine"] == "yes"
        assert not {name for name in seen.headers if name.startswith("proxy-")} | {"te"} & set(seen.headers)
        assert said.startswith(b"HTTP/1.1 200")
        assert b"x-own: 1" in said
        assert b"Connection: close" in said
        assert b"keep-alive" not in said.lower()
        assert said.endswith(b"data!")


async def test_a_redirect_is_the_browsers_to_follow_and_is_judged_again() -> None:
    async with serving({"/": redirect("http://127.0.0.1/")}) as site, passing(site) as way:
        assert b"location: http://127.0.0.1/" in await way.get(f"http://{HOST}/")
        assert (await way.get("http://127.0.0.1/")).startswith(b"HTTP/1.1 403 ")
        assert [seen.host for seen in site.log] == [HOST]


@pytest.mark.parametrize("tunnel", [True, False])
async def test_a_page_that_moves_too_much_is_cut_off(tunnel: bool) -> None:
    async def endless(seen: Seen) -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        while True:
            yield bytes(65_536)

    async with serving({"/": lambda seen: endless(seen)}) as site, passing(site, most=300_000) as way:
        inside = b"GET / HTTP/1.1\r\nHost: acme.example\r\n\r\n"
        head = f"CONNECT {HOST}:80 HTTP/1.1" if tunnel else f"GET http://{HOST}/ HTTP/1.1"
        said = await way.send(head, inside if tunnel else b"")
        assert len(said) < 400_000
        # It does not look whole.
        assert not said.endswith(b"0\r\n\r\n")
        assert way.granted.exhausted
        assert "more than 300,000 bytes" in way.granted.refused[-1]


async def test_an_answer_of_unstated_length_comes_whole() -> None:
    async def pieces(seen: Seen) -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nfirst "
        yield b"second"

    async with serving({"/": lambda seen: pieces(seen)}) as site, passing(site) as way:
        said = await way.get(f"http://{HOST}/")
        assert said.endswith(b"\r\n0\r\n\r\n")
        assert b"first" in said
        assert b"second" in said


async def test_a_host_that_fails_is_a_bad_gateway() -> None:
    def garbage(seen: Seen) -> bytes:
        return b"what?\r\n\r\n"

    async with serving({"/": garbage}) as site, passing(site, hosts=(HOST, "gone.example")) as way:
        assert (await way.get(f"http://{HOST}/")).startswith(b"HTTP/1.1 502 ")
        assert b"gone.example was not found" in await way.get("http://gone.example/")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET /path HTTP/1.1", 403),
        ("GET https://acme.example/ HTTP/1.1", 403),
        ("GET file:///etc/passwd HTTP/1.1", 403),
        ("CONNECT [::1 HTTP/1.1", 403),
        ("CONNECT /etc/passwd:80 HTTP/1.1", 403),
        ("nonsense", 400),
        ("GET http://acme.example/ HTTP/9", 400),
        ("GET http://acme.example/ HTTP/1.1\r\nno colon", 400),
        ("POST http://acme.example/ HTTP/1.1\r\nContent-Length: -1", 400),
        ("POST http://acme.example/ HTTP/1.1\r\nTransfer-Encoding: chunked", 400),
        (f"GET http://acme.example/ HTTP/1.1\r\nX: {'x' * 70_000}", 431),
    ],
)
async def test_what_is_no_proper_request_goes_nowhere(head: str, status: int) -> None:
    async with serving({"/": reply()}) as site, passing(site) as way:
        assert (await way.send(head)).startswith(f"HTTP/1.1 {status} ".encode())
        assert (site.log, way.dial.dialled) == ([], [])


async def test_idle_connections_do_not_pile_up() -> None:
    async with serving({"/": reply()}) as site, passing(site) as way:
        host, _, port = way.proxy.address.partition(":")
        held = [await asyncio.open_connection(host, int(port)) for _ in range(MOST_CONNECTIONS)]
        reader, writer = await asyncio.open_connection(host, int(port))
        assert await asyncio.wait_for(reader.read(), 5) == b""
        for _, one in (*held, (reader, writer)):
            one.close()
