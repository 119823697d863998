"""The browser's only way out: an HTTP proxy on loopback, behind the same wall as every other connection.

Made by `browser`. Chromium is told to send everything here, WebSockets and loopback included, and to look up no name
itself. What is asked for is read and judged as `target` does, resolved and dialled by `network.GuardedBackend`.

Nothing passes without a `Pass`: one page's allowance of bytes at the hosts it has asked for, under a secret of its own,
until the page is done. So neither other programs on this machine, nor the browser's own calls home, nor what a page
starts behind our back have a way out. Plain HTTP is forwarded one request a connection; TLS is tunnelled, unread.
"""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Collection
from contextlib import asynccontextmanager, suppress
from secrets import compare_digest, token_urlsafe

import httpcore2

from jobfinder.errors import Fault, Refused
from jobfinder.outside.network import Dial, GuardedBackend, Resolve
from jobfinder.outside.proxy_client import MOST_HEAD, PIECE, Asked, Client, kept
from jobfinder.outside.routes import read_routes
from jobfinder.outside.settings import Network
from jobfinder.outside.target import Target, read_target, shown

LOOPBACK = "127.0.0.1"
HEAD_SECONDS = 10.0
MOST_CONNECTIONS = 64
_CHALLENGE = ("Proxy-Authenticate", 'Basic realm="jobfinder"')
_FAILURES = (
    Fault,
    OSError,
    asyncio.IncompleteReadError,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.TimeoutException,
)


class Pass:
    """One page's allowance. `hosts` are those it may be connected to, `refused` says what it was denied, and why."""

    def __init__(self, most_bytes: int) -> None:
        self.name = token_urlsafe(6)
        self.secret = token_urlsafe(24)
        self.hosts: set[str] = set()
        self.refused: list[str] = []
        self.users: set[asyncio.Task[None]] = set()
        self._most_bytes = most_bytes
        self._spent = 0

    @property
    def header(self) -> str:
        """The value of Proxy-Authorization."""
        return "Basic " + b64encode(f"{self.name}:{self.secret}".encode()).decode()

    @property
    def exhausted(self) -> bool:
        """Whether it wanted more bytes than it had."""
        return self._spent > self._most_bytes

    def spend(self, size: int) -> None:
        """Count bytes, in either direction. Raises `Refused` when they are used up."""
        self._spent += size
        if self.exhausted:
            raise Refused(f"the page moves more than {self._most_bytes:,} bytes")


class Proxy:
    """The proxy of one browser; `start` it before, `aclose` it after. Raises `UsageError` for unusable settings."""

    def __init__(self, network: Network, resolve: Resolve, dial: Dial) -> None:
        self._network = network
        self._backend = GuardedBackend(read_routes(network.connect_to), resolve, dial)
        self._pool = httpcore2.AsyncConnectionPool(max_connections=MOST_CONNECTIONS, network_backend=self._backend)
        self._passes: set[Pass] = set()
        self._serving: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        """Where it listens."""
        assert self._server is not None
        return f"{LOOPBACK}:{self._server.sockets[0].getsockname()[1]}"

    async def start(self) -> None:
        """Listen on a port that the system chooses."""
        self._server = await asyncio.start_server(self._serve, LOOPBACK, 0, limit=MOST_HEAD)

    async def aclose(self) -> None:
        """Stop listening and break off whatever is under way."""
        if self._server is not None:
            self._server.close()
        await _end(self._serving)
        await self._pool.aclose()

    @asynccontextmanager
    async def granting(self, most_bytes: int) -> AsyncIterator[Pass]:
        """A pass for one page. At the end its connections are cut."""
        granted = Pass(most_bytes)
        self._passes.add(granted)
        try:
            yield granted
        finally:
            self._passes.discard(granted)
            await _end(granted.users)

    # ------------------------------------------------------------ one connection

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._answer(Client(reader, writer)))
        self._serving.add(task)
        try:
            if len(self._serving) > MOST_CONNECTIONS:
                task.cancel()
            await asyncio.wait([task])
        finally:
            self._serving.discard(task)
            writer.close()

    async def _answer(self, client: Client) -> None:
        """Read the request and serve it, or say why not. Who goes away in the middle is told nothing."""
        with suppress(OSError, asyncio.IncompleteReadError):
            try:
                async with asyncio.timeout(HEAD_SECONDS):
                    asked = await client.asked()
            except asyncio.LimitOverrunError:
                await client.say(431, "the head of the request does not end")
            except ValueError:
                await client.say(400, "this is no HTTP request that can be passed on")
            else:
                await self._admit(asked, client)

    async def _admit(self, asked: Asked, client: Client) -> None:
        secret = asked.secret.encode("latin-1")
        granted = next((one for one in tuple(self._passes) if compare_digest(secret, one.header.encode())), None)
        if granted is None:
            return await client.say(407, "this proxy serves its own browser only", _CHALLENGE)
        task = asyncio.current_task()
        assert task is not None
        granted.users.add(task)
        try:
            return await self._pass_on(asked, client, granted)
        finally:
            granted.users.discard(task)

    async def _pass_on(self, asked: Asked, client: Client, granted: Pass) -> None:
        try:
            target = _judged(asked, granted)
            await (self._tunnel if asked.method == "CONNECT" else self._forward)(asked, target, client, granted)
        except Refused as refused:
            granted.refused.append(str(refused))
            await client.say(403, str(refused))
        except _FAILURES as error:
            await client.say(502, shown(f"{asked.target}: {error}"))

    # ------------------------------------------------------------ the two ways through

    async def _tunnel(self, asked: Asked, target: Target, client: Client, granted: Pass) -> None:
        there = await self._backend.connect_tcp(target.host, target.port, self._network.connect_timeout)
        try:
            await client.begin("200 Connected")
            await _first(_upload(client, there, granted), _download(there, client, granted))
        finally:
            await there.aclose()

    async def _forward(self, asked: Asked, target: Target, client: Client, granted: Pass) -> None:
        response = await self._pool.handle_async_request(self._request(asked, target, client, granted))
        try:
            headers = tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers
            )
            await client.answer(response.status, kept(headers), _counted(response.aiter_stream(), granted))
        finally:
            await response.aclose()

    def _request(self, asked: Asked, target: Target, client: Client, granted: Pass) -> httpcore2.Request:
        between = self._network.read_timeout
        timeouts = {"connect": self._network.connect_timeout, "read": between, "write": between, "pool": between}
        return httpcore2.Request(
            asked.method,
            httpcore2.URL(scheme="http", host=target.host, port=target.port, target=target.path),
            headers=[("host", target.authority), *(one for one in asked.headers if one[0] != "host")],
            content=_counted(client.pieces(asked.length), granted) if asked.length else None,
            extensions={"timeout": timeouts},
        )


def _judged(asked: Asked, granted: Pass) -> Target:
    """Where it goes. Raises `Refused`."""
    tunnel = asked.method == "CONNECT"
    if not tunnel and not asked.target.startswith("http://"):
        raise Refused(f"refused {shown(asked.target)}: only http addresses are forwarded, and TLS is tunnelled")
    try:
        target = read_target(f"http://{asked.target}/" if tunnel else asked.target)
    except ValueError:
        raise Refused(f"refused {shown(asked.target)}: it cannot be read as an address") from None
    if target.host not in granted.hosts:
        raise Refused(f"refused to connect to {target.host}: no request of the page was let through to it")
    return target


# ---------------------------------------------------------------- bytes


async def _counted(pieces: AsyncIterator[bytes], granted: Pass) -> AsyncIterator[bytes]:
    async for piece in pieces:
        granted.spend(len(piece))
        yield piece


async def _upload(client: Client, there: httpcore2.AsyncNetworkStream, granted: Pass) -> None:
    async for piece in _counted(client.pieces(), granted):
        await there.write(piece)


async def _download(there: httpcore2.AsyncNetworkStream, client: Client, granted: Pass) -> None:
    while piece := await there.read(PIECE):
        granted.spend(len(piece))
        await client.send(piece)


async def _first(*directions: Awaitable[None]) -> None:
    """Both directions until one ends; raises what ended it."""
    tasks = [asyncio.ensure_future(one) for one in directions]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _end(tasks)
    for task in done:
        task.result()


async def _end(tasks: Collection[asyncio.Future[None]]) -> None:
    ending = list(tasks)
    for task in ending:
        task.cancel()
    await asyncio.gather(*ending, return_exceptions=True)
