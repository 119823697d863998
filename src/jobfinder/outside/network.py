"""The wall that every connection passes: resolve once, judge every address, dial the judged one itself.

`wire` gives it to the connection pool as its network backend, so there is no other way to a socket. Because the
address dialled is the one judged, a name server that changes its mind (rebinding) gains nothing.
`resolve` and `dial` are handed in, so that tests never send a packet to a public address.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpcore2

from jobfinder.errors import Fault, Refused
from jobfinder.outside.address import judge, judge_host, judge_port
from jobfinder.outside.routes import Route, find_route

Resolve = Callable[[str], Awaitable[Sequence[str]]]
"""From a host name to its addresses. Raises `OSError` if there are none."""

Dial = Callable[[str, int, float | None], Awaitable[httpcore2.AsyncNetworkStream]]
"""A connection to an IP address and port within so many seconds."""

_MOST_ADDRESSES = 4
_NO_SOCKET = "only TCP connections to judged addresses are made"


class SystemResolver:
    """The system's name lookup, in threads of its own: a dead name server must not use up everybody's."""

    def __init__(self, threads: int = 8) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="resolve")

    async def __call__(self, host: str) -> Sequence[str]:
        """The addresses of `host`, in the order the system prefers. Raises `OSError`."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, _look_up, host)
        return list(dict.fromkeys(found))

    def close(self) -> None:
        """Start no further lookup."""
        self._threads.shutdown(wait=False, cancel_futures=True)


async def system_dial(address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
    """Connect to an IP address within `seconds`."""
    return await httpcore2.AnyIOBackend().connect_tcp(address, port, timeout=seconds)


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Opens connections to names whose every address is public, and to `routes`."""

    def __init__(self, routes: Sequence[Route], resolve: Resolve, dial: Dial) -> None:
        self._routes = routes
        self._resolve = resolve
        self._dial = dial

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (the pool's own signature)
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect, or raise `Refused` (the guard), `Fault` (dns) or the pool's own errors."""
        if reason := judge_host(host) or judge_port(port):
            raise Refused(f"refused to connect to {host}: {reason}")
        if route := find_route(self._routes, host):
            return await self._dial(route.address, route.port, timeout)
        return await self._dial_first(await self._judged(host, timeout), port, timeout)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 (the pool's own signature)
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Always refused."""
        raise Refused(_NO_SOCKET)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def _judged(self, host: str, seconds: float | None) -> Sequence[str]:
        addresses = await self._look_up(host, seconds)
        for address in addresses:
            if reason := judge(address):
                raise Refused(f"refused to connect to {host}: it resolves to {address}, {reason}")
        if not addresses:
            raise Fault(f"{host} has no address", kind="dns")
        return addresses

    async def _look_up(self, host: str, seconds: float | None) -> Sequence[str]:
        try:
            async with asyncio.timeout(seconds):
                return await self._resolve(host)
        except TimeoutError:
            raise Fault(f"no name server answered for {host} in time", kind="dns") from None
        except OSError as error:
            raise Fault(f"{host} was not found: {error.strerror or error}", kind="dns") from None

    async def _dial_first(
        self, addresses: Sequence[str], port: int, seconds: float | None
    ) -> httpcore2.AsyncNetworkStream:
        tried = addresses[:_MOST_ADDRESSES]
        each = None if seconds is None else seconds / len(tried)
        for address in tried[:-1]:
            try:
                return await self._dial(address, port, each)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return await self._dial(tried[-1], port, each)


def _look_up(host: str) -> list[str]:
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
