"""Pages per second: the whole door (guard, robots, bounds, archive keys) beside a bare loop. Used by `reading`."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial

import httpx2

import report
from jobfinder.demo.addresses import site_url
from jobfinder.demo.world import World
from jobfinder.model import Request, Response
from jobfinder.outside.http import Door
from jobfinder.outside.settings import Network
from jobfinder.outside.visit import Stored

COMPANIES = 260
HOSTS = 200
PAGES = 10
AT_ONCE = 32
ROUNDS = 3
TARGET = "≥0.60"


@contextmanager
def demo(companies: int) -> Iterator[int]:
    """The demo's web in a process of its own; its port."""
    command = [sys.executable, "-m", "jobfinder.demo", "--companies", str(companies), "--until-eof"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as web:
        assert web.stdin is not None
        assert web.stdout is not None
        try:
            yield int(web.stdout.readline())
        finally:
            web.stdin.close()


def addresses(port: int) -> list[str]:
    """Pages of so many sites that answer, one site after the other at every turn."""
    world = World.make(companies=COMPANIES)
    homes = [site_url(world.company(number)) for number in range(COMPANIES)]
    sound = asyncio.run(answering(homes, port))[:HOSTS]
    assert len(sound) == HOSTS
    return [f"{home.rstrip('/')}/?page={page}" for page in range(PAGES) for home in sound]


async def answering(homes: list[str], port: int) -> list[str]:
    """The sites that are neither down nor slow in this world."""
    async with client_of(port) as client:
        return [home for home in homes if await status(client, home, port, 1.0) == 200]


async def status(client: httpx2.AsyncClient, url: str, port: int, patience: float = 30.0) -> int:
    """What a bare client is answered; 0 where nothing comes soon."""
    _, _, host, path = url.split("/", 3)
    try:
        answer = await client.get(f"http://{host}:{port}/{path}", timeout=patience)
    except httpx2.HTTPError:
        return 0
    return int(answer.status_code)


def client_of(port: int) -> httpx2.AsyncClient:
    """A client for which every name leads to the demo's web: like the door, it has an origin for every host."""
    loop = asyncio.get_running_loop()

    async def here(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("127.0.0.1", port))]

    loop.getaddrinfo = here  # type: ignore[method-assign, assignment]
    limits = httpx2.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
    return httpx2.AsyncClient(limits=limits, trust_env=False)


class Memory:
    """A visit without lanes: nothing waits, robots files are remembered, pages are not."""

    def __init__(self) -> None:
        self._robots: dict[str, Stored] = {}

    @asynccontextmanager
    async def allow(self, lane: str) -> AsyncIterator[None]:
        yield

    async def rest(self, lane: str, until: float, reason: str) -> None:
        return None

    async def pace(self, lane: str, seconds: float) -> None:
        return None

    async def recall(self, key: str) -> Stored | None:
        return self._robots.get(key)

    async def keep(self, key: str, response: Response) -> None:
        if key.startswith("robots:"):
            self._robots[key] = Stored(response=response, fetched_at=time.time())


def door() -> None:
    """Both ways in turn, several rounds each."""
    report.heading(f"Pages per second, {HOSTS} hosts, {PAGES} pages each, {AT_ONCE} at once")
    report.note("door: robots.txt of every host included; neither way reads the pages")
    with demo(COMPANIES) as port:
        pages = addresses(port)
        ways = {"bare httpx2 loop": partial(bare, pages, port), "through the door": partial(guarded, pages, port)}
        rounds: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                rounds[name].append(len(pages) / asyncio.run(way()))
    shown = [report.show(report.Measured(label=name, values=tuple(rounds[name]), unit="pages/s")) for name in ways]
    report.ratio("door to bare", shown[1].middle / shown[0].middle, TARGET)


async def bare(pages: list[str], port: int) -> float:
    """A client that only fetches, with the same number in flight."""
    async with client_of(port) as client:

        async def fetch(url: str) -> int:
            return await status(client, url, port)

        return await spent(pages, fetch)


async def guarded(pages: list[str], port: int) -> float:
    """The door, as steps use it."""
    made = Door(Network(connect_to=(f"*=127.0.0.1:{port}",)), now=time.time)
    visit = Memory()

    async def fetch(url: str) -> int:
        return (await made.fetch(Request(url=url), visit)).status

    try:
        return await spent(pages, fetch)
    finally:
        await made.aclose()


async def spent(pages: list[str], fetch: Callable[[str], Awaitable[int]]) -> float:
    """Seconds for all pages; whatever is not answered well is an error."""
    waiting = iter(pages)

    async def worker() -> None:
        for url in waiting:
            status = await fetch(url)
            assert status == 200, (url, status)

    began = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return time.perf_counter() - began
