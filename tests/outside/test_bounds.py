"""Threat 7: bombs, endless bodies, lies about lengths, floods of headers, circles, slowness."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from backports import zstd

from jobfinder.errors import Fault, Refused
from outside.web import Seen, redirect, reply, serving, visiting

MEGABYTE = 1024 * 1024
HOSTS = "http://acme.example"


def _gzip_bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    zeros = bytes(MEGABYTE)
    return b"".join([packer.compress(zeros) for _ in range(megabytes)]) + packer.flush()


def _brotli_bomb(megabytes: int) -> bytes:
    packer = brotli.Compressor(quality=4, lgwin=24)
    zeros = bytes(MEGABYTE)
    packed: bytes = b"".join([packer.process(zeros) for _ in range(megabytes)]) + packer.finish()
    return packed


def _zstd_bomb(megabytes: int) -> bytes:
    packer = zstd.ZstdCompressor(level=3)
    zeros = bytes(MEGABYTE)
    return b"".join([packer.compress(zeros) for _ in range(megabytes)]) + packer.flush()


def _empty_blocks_in_gzip(blocks: int) -> bytes:
    # A gzip stream of empty stored blocks unpacks to nothing at all, and packs a thousandfold.
    head = gzip.compress(b"", mtime=0)[:10]
    return gzip.compress(head + b"\x00\x00\x00\xff\xff" * blocks)


DATA = {
    "application/json": True,
    "application/json; charset=utf-8": True,
    "application/vnd.api+json": True,
    "text/xml": True,
    "application/rss+xml": True,
    "text/html": False,
    "application/xhtml+xml": False,
    "text/plain": False,
    "application/pdf": False,
    "application/octet-stream": False,
}


@pytest.mark.parametrize("kind", DATA)
async def test_data_may_be_larger_than_pages(kind: str) -> None:
    body = reply(body=b"[" + b" " * 2000 + b"]", kind=kind)
    async with serving({"/": body}) as site, visiting(site, max_body=1000, max_data=3000) as client:
        if DATA[kind]:
            assert len((await client.get(f"{HOSTS}/")).body) == 2002
        else:
            with pytest.raises(Refused, match="more than 1,000 bytes"):
                await client.get(f"{HOSTS}/")


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "gzip": ("gzip", lambda: _gzip_bomb(200)),
    "double gzip": ("gzip, gzip", lambda: gzip.compress(_gzip_bomb(1000))),
    "br": ("br", lambda: _brotli_bomb(200)),
    "zstd": ("zstd", lambda: _zstd_bomb(200)),
    "gzip in br": ("br, gzip", lambda: gzip.compress(_brotli_bomb(200))),
    "nothing, a million times": ("gzip, gzip", lambda: _empty_blocks_in_gzip(8 * MEGABYTE)),
}


@pytest.mark.parametrize(("kind", "limit"), [("text/html", "8,388,608"), ("application/json", "33,554,432")])
@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_is_refused_in_little_memory(name: str, kind: str, limit: str) -> None:
    coding, make = BOMBS[name]
    bomb = reply(body=make(), kind=kind, headers=[("Content-Encoding", coding)])
    async with serving({"/": bomb}) as site, visiting(site, respect_robots=False) as client:
        tracemalloc.start()
        try:
            with pytest.raises(Refused, match=rf"acme\.example/: too large: more than {limit} bytes"):
                await client.get(f"{HOSTS}/")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 60 * MEGABYTE


async def test_a_zstd_window_larger_than_http_allows_is_refused() -> None:
    options: dict[int, int] = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.compression_level: 3}
    packer = zstd.ZstdCompressor(options=options)
    body = packer.compress(b"x" * MEGABYTE) + packer.flush()
    wide = reply(body=body, headers=[("Content-Encoding", "zstd")])
    async with serving({"/": wide}) as site, visiting(site, respect_robots=False) as client:
        with pytest.raises(Fault) as caught:
            await client.get(f"{HOSTS}/")
        assert caught.value.kind == "protocol"


async def test_two_hundred_codings_are_refused() -> None:
    packed = reply(body=b"", headers=[("Content-Encoding", ", ".join(["gzip"] * 200))])
    three = reply(body=b"", headers=[("Content-Encoding", "gzip")] * 3)
    async with serving({"/": packed, "/three": three}) as site, visiting(site) as client:
        for path in ("/", "/three"):
            with pytest.raises(Refused, match="times over"):
                await client.get(HOSTS + path)


async def _endless(chunk: bytes) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    piece = b"%x\r\n%b\r\n" % (len(chunk), chunk)
    many = piece * max(1, 65_536 // len(piece))
    while True:
        yield many


@pytest.mark.parametrize("chunk", [b"x" * 65_536, b"x"], ids=["large chunks", "single bytes"])
async def test_a_body_without_end_is_cut_off(chunk: bytes) -> None:
    def endless(seen: Seen) -> AsyncIterator[bytes]:
        return _endless(chunk)

    async with serving({"/": endless}) as site, visiting(site, respect_robots=False, max_body=200_000) as client:
        with pytest.raises(Refused, match="more than 200,000 bytes"):
            await client.get(f"{HOSTS}/")


async def test_a_stated_length_over_the_limit_is_refused_unread() -> None:
    sent: list[int] = []

    async def stream() -> AsyncIterator[bytes]:
        yield reply(length=1024**3)
        for number in range(10_000):
            sent.append(number)
            yield b"x" * 65_536

    async with serving({"/": lambda seen: stream()}) as site, visiting(site, respect_robots=False) as client:
        with pytest.raises(Refused, match="1,073,741,824 bytes"):
            await client.get(f"{HOSTS}/")
        assert len(sent) < 1_000


async def test_exactly_the_limit_passes_and_one_byte_more_does_not() -> None:
    paths = {"/fits": reply(body=b"x" * 1000), "/not": reply(body=b"x" * 1001)}
    async with serving(paths) as site, visiting(site, max_body=1000) as client:
        assert len((await client.get(f"{HOSTS}/fits")).body) == 1000
        with pytest.raises(Refused):
            await client.get(f"{HOSTS}/not")


async def test_more_stated_than_sent_is_a_fault_and_never_half_a_page() -> None:
    async def short() -> AsyncIterator[bytes]:
        yield reply(body="half", length=100)

    async with serving({"/": lambda seen: short()}) as site, visiting(site, respect_robots=False) as client:
        with pytest.raises(Fault) as caught:
            await client.get(f"{HOSTS}/")
        assert caught.value.kind == "protocol"


async def test_more_sent_than_stated_ends_where_it_said() -> None:
    lie = reply(body="page" + "HTTP/1.1 200 OK\r\n\r\nsmuggled", length=4)
    async with serving({"/": lie}) as site, visiting(site, respect_robots=False) as client:
        assert (await client.get(f"{HOSTS}/")).body == b"page"


async def test_packed_data_cut_short_is_a_fault() -> None:
    half = gzip.compress(bytes(range(256)) * 400)[:-30]
    cut = reply(body=half, headers=[("Content-Encoding", "gzip")])
    async with serving({"/": cut}) as site, visiting(site, respect_robots=False) as client:
        with pytest.raises(Fault, match="cut short") as caught:
            await client.get(f"{HOSTS}/")
        assert caught.value.kind == "protocol"


async def _header_flood() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" * 100


@pytest.mark.parametrize("endless", [True, False])
async def test_a_flood_of_headers_is_refused(endless: bool) -> None:
    large = reply(headers=[("X-Large", "a" * 70_000)])
    async with (
        serving({"/": (lambda seen: _header_flood()) if endless else large}) as site,
        visiting(site, respect_robots=False) as client,
    ):
        with pytest.raises(Refused, match=r"acme\.example.* headers"):
            await client.get(f"{HOSTS}/")


def _chain(seen: Seen) -> bytes:
    return redirect(f"/hop?{int(seen.path.partition('?')[2] or 0) + 1}")


async def test_fifty_redirects_are_not_followed() -> None:
    async with serving({"/hop": _chain}) as site, visiting(site) as client:
        with pytest.raises(Refused, match="more than 5 redirects"):
            await client.get(f"{HOSTS}/hop")
        assert len(site.asked()) == 6


async def test_five_redirects_are_followed() -> None:
    def five(seen: Seen) -> bytes:
        return reply(body="there") if seen.path.endswith("?5") else _chain(seen)

    async with serving({"/hop": five}) as site, visiting(site) as client:
        response = await client.get(f"{HOSTS}/hop")
        assert response.body == b"there"
        assert len(response.redirected_from) == 5


async def test_a_circle_is_seen_at_once() -> None:
    paths = {"/": redirect("/b"), "/b": redirect("/c#x"), "/c": redirect("/b"), "/self": redirect("/self")}
    async with serving(paths) as site, visiting(site) as client:
        for path in ("/", "/self"):
            with pytest.raises(Refused, match="in a circle"):
                await client.get(HOSTS + path)
        assert site.asked() == ["/", "/b", "/c", "/self"]


async def _dripping(seen: Seen) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
    while True:
        yield b"."
        await asyncio.sleep(0.01)


async def _silent(seen: Seen) -> AsyncIterator[bytes]:
    await asyncio.Event().wait()
    yield b""


async def _dripping_headers(seen: Seen) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X-A: b\r\n"
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("handler", "limits"),
    [
        (_dripping, {"total_timeout": 0.2}),
        (_dripping_headers, {"total_timeout": 0.2}),
        (_silent, {"total_timeout": 0.2}),
        (_silent, {"read_timeout": 0.1}),
    ],
)
async def test_a_slow_host_is_a_passing_fault(
    handler: Callable[[Seen], AsyncIterator[bytes]], limits: dict[str, Any]
) -> None:
    async with serving({"/": handler}) as site, visiting(site, respect_robots=False, **limits) as client:
        with pytest.raises(Fault, match=r"acme\.example") as caught:
            await client.get(f"{HOSTS}/")
        assert caught.value.kind == "timeout"
        # The slot was given back, and the connection with it: the next request is served.
        site.paths["/next"] = reply(body="next")
        assert (await client.get(f"{HOSTS}/next")).body == b"next"


async def test_waiting_for_a_turn_is_not_counted_as_the_hosts_slowness() -> None:
    async with (
        serving({"/": reply(body="page")}) as site,
        visiting(site, respect_robots=False, total_timeout=0.15) as client,
    ):
        async with client.visit.allow("host:acme.example"):
            waiting = asyncio.create_task(client.get(f"{HOSTS}/"))
            await asyncio.sleep(0.3)
        assert (await waiting).body == b"page"


NOT_HTTP = [b"SSH-2.0-OpenSSH_9.6\r\n", b"\x00\x01\x02\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b""]


@pytest.mark.parametrize("said", NOT_HTTP)
async def test_saying_what_is_not_http_and_hanging_up_is_a_fault(said: bytes) -> None:
    async def say(seen: Seen) -> AsyncIterator[bytes]:
        yield said

    async with serving({"/": say}) as site, visiting(site, respect_robots=False) as client:
        with pytest.raises(Fault) as caught:
            await client.get(f"{HOSTS}/")
        assert caught.value.kind == "protocol"


async def test_half_a_head_on_an_open_line_is_a_fault_within_the_time_limit() -> None:
    # Nothing tells a banner without an end from a slow server, so the clock decides.
    async with (
        serving({"/": b"SSH-2.0-OpenSSH_9.6\r\n"}) as site,
        visiting(site, respect_robots=False, read_timeout=0.05) as client,
    ):
        with pytest.raises(Fault) as caught:
            await client.get(f"{HOSTS}/")
        assert caught.value.kind == "timeout"
