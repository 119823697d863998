"""A small web for these tests: servers on loopback that say exactly what a test wants, and doors onto them.

Handlers are set by path: bytes are sent as they are; a function gets the request and returns bytes or an
asynchronous iterator of bytes, after which the connection is closed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpcore2

from jobfinder.model import Request, Response
from jobfinder.outside.http import Door
from jobfinder.outside.settings import Network
from jobfinder.outside.visit import FreeVisit

NOON = 1_767_268_800.0
PUBLIC = "93.184.215.14"


@dataclass
class Seen:
    """One request as the server saw it. `connection` numbers the connection that it came by."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int

    @property
    def host(self) -> str:
        return self.headers["host"]


Handler = bytes | Callable[[Seen], "bytes | AsyncIterator[bytes]"]


def reply(
    status: int = 200,
    body: bytes | str = b"",
    kind: str | None = "text/html",
    headers: Sequence[tuple[str, str]] = (),
    length: int | None = None,
) -> bytes:
    """An HTTP/1.1 answer. `length` is the Content-Length stated, when it is to be a lie."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Said"]
    lines += [f"Content-Type: {kind}"] if kind is not None else []
    lines += [f"{name}: {value}" for name, value in headers]
    lines += [f"Content-Length: {len(content) if length is None else length}"]
    return "\r\n".join((*lines, "", "")).encode() + content


def redirect(to: str, status: int = 302) -> bytes:
    """A redirect."""
    return reply(status, headers=[("Location", to)])


@dataclass
class Site:
    """A server. `log` is what it was asked, in order; unknown paths are 404."""

    paths: dict[str, Handler] = field(default_factory=dict)
    log: list[Seen] = field(default_factory=list)
    port: int = 0
    connections: int = 0
    serving: set[asyncio.Task[None]] = field(default_factory=set)

    def asked(self) -> list[str]:
        """The paths asked for, without robots.txt."""
        return [seen.path for seen in self.log if seen.path != "/robots.txt"]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._converse(reader, writer))
        self.serving.add(task)
        await asyncio.wait([task])
        writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while await self._answer(reader, writer, number):
                pass

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        seen = await _read_request(reader, number)
        self.log.append(seen)
        handler = self.paths.get(seen.path.partition("?")[0], reply(404, "not here"))
        said = handler(seen) if callable(handler) else handler
        if isinstance(said, bytes):
            writer.write(said)
            await writer.drain()
            return True
        async for piece in said:
            writer.write(piece)
            await writer.drain()
        return False


async def _read_request(reader: asyncio.StreamReader, number: int) -> Seen:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, path, _ = head[0].split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Seen(method=method, path=path, headers=headers, body=body, connection=number)


@asynccontextmanager
async def serving(paths: Mapping[str, Handler]) -> AsyncIterator[Site]:
    """A running `Site`."""
    site = Site(dict(paths))
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        for task in site.serving:
            task.cancel()
        await asyncio.gather(*site.serving, return_exceptions=True)


@dataclass
class Names:
    """A name server: each lookup of a name takes its next answer, the last one for ever. It may be `mute`."""

    answers: dict[str, list[list[str]]]
    mute: bool = False
    looked_up: list[str] = field(default_factory=list)

    async def __call__(self, host: str) -> list[str]:
        self.looked_up.append(host)
        if self.mute:
            await asyncio.Event().wait()
        if host not in self.answers:
            raise OSError(-2, "Name or service not known")
        answers = self.answers[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@dataclass
class Loopback:
    """Dials `port` on loopback whatever address is asked for, and notes that address. `dead` ones do not answer."""

    port: int
    dead: frozenset[str] = frozenset()
    dialled: list[tuple[str, int]] = field(default_factory=list)

    async def __call__(self, address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        self.dialled.append((address, port))
        if address in self.dead:
            raise httpcore2.ConnectError("unreachable")
        return await httpcore2.AnyIOBackend().connect_tcp("127.0.0.1", self.port, timeout=seconds)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    time: float = NOON

    def __call__(self) -> float:
        return self.time


class Client:
    """A door onto a site, with its clock and its visit."""

    def __init__(self, door: Door, clock: Clock, names: Names, dial: Loopback) -> None:
        self.door = door
        self.clock = clock
        self.names = names
        self.dial = dial
        self.visit = FreeVisit(clock)

    async def get(self, url: str, *headers: tuple[str, str]) -> Response:
        return await self.door.fetch(Request(url=url, headers=headers), self.visit)

    async def post(self, url: str, body: bytes, *headers: tuple[str, str]) -> Response:
        return await self.door.fetch(Request(url=url, method="POST", headers=headers, body=body), self.visit)

    def next_step(self) -> None:
        """What was remembered stays, but belongs to an earlier step."""
        self.visit = self.visit.again()


@asynccontextmanager
async def visiting(
    site: Site,
    *,
    mapped: bool = True,
    names: dict[str, list[list[str]]] | None = None,
    dead: frozenset[str] = frozenset(),
    mute: bool = False,
    robots_exempt: frozenset[str] = frozenset(),
    **settings: Any,
) -> AsyncIterator[Client]:
    """A client of `site`: over connect_to, or with a name server and a dial that ends at the site."""
    settings.setdefault("connect_to", (f"*=127.0.0.1:{site.port}",) if mapped else ())
    clock, resolve, dial = Clock(), Names(names or {}, mute), Loopback(site.port, dead)
    door = Door(Network(**settings), now=clock, resolve=resolve, dial=dial, robots_exempt=robots_exempt)
    try:
        yield Client(door, clock, resolve, dial)
    finally:
        await door.aclose()
