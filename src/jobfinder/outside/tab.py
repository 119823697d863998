"""One page in the browser: its script runs, what it asks for is let through or not, and it is read once it rests.

Called by `browser`. The page itself is not asked for again: it is given the answer that the door fetched. Its requests
stop here before they are made: scripts, styles and data only; not what a robots.txt we know forbids; one at a time for
each host, as everywhere. An address that a script leads the page to is handed back, for the door to go there.

This is manners, and no wall: what slips by (a frame in a process of its own, a worker) meets the proxy, which lets it
go nowhere but to hosts that were let through here. All talk with the browser is in the words of its own protocol.
"""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

from playwright.async_api import Error as BrowserError
from playwright.async_api import Page

from jobfinder.errors import Refused
from jobfinder.model import Record, Response
from jobfinder.outside.outcome import header
from jobfinder.outside.proxy import Pass
from jobfinder.outside.settings import Browsing
from jobfinder.outside.target import Target, read_target, shown

Refusal = Callable[[Target], Awaitable[str | None]]
"""Says why an address must not be asked, or None."""

PREFLIGHT = "Preflight"
WANTED = frozenset({"Script", "Stylesheet", "XHR", "Fetch", "EventSource", PREFLIGHT})
"""Kinds of requests that a page's text may depend on. Frames, images, fonts, media and beacons are none."""

KEPT = frozenset({"content-language", "content-security-policy", "set-cookie"})
"""Headers of the page that its script may depend on, besides the type."""

HOLD = 5.0
"""Seconds after which a request that does not end (a stream, a long poll) lets others of its host go first."""

BEAT = 0.15
CALM, THIN_CALM = 3, 13
"""Beats without any change after which a page is at rest: one with text, and one with hardly any."""

THIN = 200
WORLD = "jobfinder"
LOOK = (
    "(e => [document.readyState, (e?.innerText ?? '').length, (e?.outerHTML ?? '').length])(document.documentElement)"
)
READ = "[document.documentElement?.outerHTML ?? '', location.href]"


class Start(Record, frozen=True):
    """What a page starts from: the answer, the addresses already left behind, who we say we are."""

    answer: Response
    trail: tuple[str, ...]
    brands: tuple[tuple[str, str], ...]
    agent: str


class Shown(Record, frozen=True):
    """A page after its scripts have run; or where they lead on to."""

    markup: str = ""
    url: str = ""
    onward: str | None = None


class Tab:
    """One page, once. `mapped` names hosts that are asked by plain HTTP, `refusal` those that are not asked."""

    def __init__(
        self, start: Start, granted: Pass, settings: Browsing, mapped: Callable[[str], bool], refusal: Refusal
    ) -> None:
        self._start = start
        self._granted = granted
        self._settings = settings
        self._mapped = mapped
        self._refusal = refusal
        self._turns = _Turns()
        self._tasks: set[asyncio.Task[None]] = set()
        self._frame: str | None = None
        self._onward: str | None = None
        self._asked = 0
        self._deciding = 0

    async def show(self, page: Page, most: int) -> Shown:
        """Show it and read at most `most` characters. Raises `Refused` for more, and the driver's errors."""
        self._session = await page.context.new_cdp_session(page)
        try:
            await self._prepare()
            await page.goto(self._start.answer.url, wait_until="commit", timeout=0)
            await self._rest(most)
            return Shown(onward=self._onward) if self._onward else await self._read()
        finally:
            self._turns.end_all()
            for task in self._tasks:
                task.cancel()

    async def _prepare(self) -> None:
        session, start = self._session, self._start
        session.on("Fetch.requestPaused", lambda event: self._spawn(self._paused(event)))
        session.on("Fetch.authRequired", lambda event: self._spawn(self._identify(event)))
        for ending in ("Network.loadingFinished", "Network.loadingFailed"):
            session.on(ending, lambda event: self._turns.end(event["requestId"]))
        about = {"platform": "", "platformVersion": "", "architecture": "", "model": "", "mobile": False}
        brands = [{"brand": brand, "version": version} for brand, version in start.brands]
        identity = {"userAgent": start.agent, "userAgentMetadata": about | {"brands": brands}}
        await session.send("Emulation.setUserAgentOverride", identity)
        await session.send("Network.enable", {"maxTotalBufferSize": 0, "maxResourceBufferSize": 0})
        await session.send("Fetch.enable", {"patterns": [{"urlPattern": "*"}], "handleAuthRequests": True})

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # ------------------------------------------------------------ what it asks for

    async def _paused(self, event: dict[str, Any]) -> None:
        self._deciding += 1
        try:
            command, words = await self._decide(event)
        finally:
            self._deciding -= 1
        try:
            await self._session.send(command, {"requestId": event["requestId"], **words})
        except BrowserError:
            # The page has given the request up meanwhile.
            self._turns.end(_name(event))

    async def _decide(self, event: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        kind, url = event["resourceType"], event["request"]["url"]
        if kind == "Document":
            return self._document(event)
        if kind not in WANTED or self._asked >= self._settings.max_requests:
            return _refused("BlockedByClient")
        self._asked += 1
        try:
            target = read_target(url)
        except (Refused, ValueError) as error:
            self._granted.refused.append(str(error))
            return _refused("BlockedByClient")
        if reason := await self._refusal(target):
            self._granted.refused.append(reason)
            return _refused("BlockedByClient")
        if kind != PREFLIGHT:
            await self._turns.take(target.host, _name(event))
        self._granted.hosts.add(target.host)
        plain = url.startswith("https:") and self._mapped(target.host)
        return "Fetch.continueRequest", {"url": "http:" + url.removeprefix("https:")} if plain else {}

    def _document(self, event: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        if self._frame is None:
            self._frame = event["frameId"]
            return "Fetch.fulfillRequest", _fulfilled(self._start.answer)
        asked = event["request"]
        gone_before = (self._start.answer.url, *self._start.trail)
        if event["frameId"] == self._frame and asked["method"] == "GET" and asked["url"] not in gone_before:
            self._onward = self._onward or asked["url"]
        return _refused("Aborted")

    async def _identify(self, event: dict[str, Any]) -> None:
        known = event["authChallenge"].get("source") == "Proxy"
        given = {"response": "ProvideCredentials", "username": self._granted.name, "password": self._granted.secret}
        answer = given if known else {"response": "CancelAuth"}
        with suppress(BrowserError):
            words = {"requestId": event["requestId"], "authChallengeResponse": answer}
            await self._session.send("Fetch.continueWithAuth", words)

    # ------------------------------------------------------------ what it shows

    async def _rest(self, most: int) -> None:
        """Wait until nothing changes any more, or patience ends."""
        loop = asyncio.get_running_loop()
        until = loop.time() + self._settings.settle_timeout
        before, calm = None, 0
        while loop.time() < until and not self._onward:
            await asyncio.sleep(BEAT)
            state, text, size = await self._evaluate(LOOK)
            if size > most:
                raise Refused(
                    f"refused {shown(self._start.answer.url)}: its script makes more than {most:,} characters"
                )
            now = (self._asked, text, size)
            busy = state != "complete" or self._deciding or self._turns.taken
            calm = calm + 1 if now == before and not busy else 0
            if calm >= (CALM if text >= THIN else THIN_CALM):
                return
            before = now

    async def _read(self) -> Shown:
        markup, url = await self._evaluate(READ)
        return Shown(markup=markup, url=url)

    async def _evaluate(self, expression: str) -> Any:
        """The value of an expression in a world of our own, where the page's script has changed nothing."""
        world = await self._session.send("Page.createIsolatedWorld", {"frameId": self._frame, "worldName": WORLD})
        words = {"expression": expression, "contextId": world["executionContextId"], "returnByValue": True}
        found = await self._session.send("Runtime.evaluate", words)
        if "value" not in found["result"]:
            raise Refused(f"refused {shown(self._start.answer.url)}: its script has left nothing that can be read")
        return found["result"]["value"]


class _Turns:
    """Who may ask a host: one request at a time, until it ends or `HOLD` is over."""

    def __init__(self) -> None:
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.taken: dict[str, tuple[asyncio.Lock, asyncio.TimerHandle]] = {}

    async def take(self, host: str, request: str) -> None:
        # A redirect is the same request at another place.
        self.end(request)
        await self._hosts[host].acquire()
        timer = asyncio.get_running_loop().call_later(HOLD, self.end, request)
        self.taken[request] = self._hosts[host], timer

    def end(self, request: str) -> None:
        if request in self.taken:
            lock, timer = self.taken.pop(request)
            timer.cancel()
            lock.release()

    def end_all(self) -> None:
        for request in tuple(self.taken):
            self.end(request)


def _name(event: dict[str, Any]) -> str:
    """What the events about a request's end call it."""
    return str(event.get("networkId") or event["requestId"])


def _refused(reason: str) -> tuple[str, dict[str, Any]]:
    return "Fetch.failRequest", {"errorReason": reason}


def _fulfilled(answer: Response) -> dict[str, Any]:
    kind = header(answer.headers, "content-type") or "text/html"
    kept = [("content-type", kind), *((name, value) for name, value in answer.headers if name in KEPT)]
    return {
        "responseCode": answer.status,
        "responseHeaders": [{"name": name, "value": value} for name, value in kept],
        "body": b64encode(answer.body).decode(),
    }
