"""The door with the browser behind it: pages as they stand once their scripts have run.

Made by `app` around `http.Door`, and called in its place. A request with `render` is fetched as any other first
(robots, turn, bounds, meaning of the status), then what came is run in the browser, on another turn of its host. So the
page is asked for once, and where a script leads on, the door goes there as it follows a redirect.
"""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.errors import Refused
from jobfinder.model import Request, Response
from jobfinder.outside.browser import Browser
from jobfinder.outside.http import Door
from jobfinder.outside.outcome import NOT_THERE, content_type
from jobfinder.outside.robots import Robots
from jobfinder.outside.settings import Network
from jobfinder.outside.target import Target, read_target, shown
from jobfinder.outside.visit import Visit

RENDERED = "x-jobfinder-rendered"
"""A header of ours: this is what the page showed, not what its host sent."""

PAGES = frozenset({"", "application/xhtml+xml", "text/html"})


class RenderingDoor:
    """Fetches pages for steps, rendered where they ask for that."""

    def __init__(self, door: Door, browser: Browser, settings: Network) -> None:
        self._door = door
        self._browser = browser
        self._settings = settings

    async def aclose(self) -> None:
        """End the browser and close all connections."""
        await self._browser.aclose()
        await self._door.aclose()

    def memory_key(self, request: Request) -> str:
        """The name under which the answer to `request` is remembered. Raises `Refused` if it goes nowhere."""
        key = self._door.memory_key(request)
        return f"{key} rendered" if request.render else key

    async def fetch(self, request: Request, visit: Visit) -> Response:
        """As `http.Door.fetch`; with `render` the page rendered, which without a browser is `Refused` with what to do.

        An answer that is no page (not there, not HTML) comes back as it is.
        """
        if not request.render:
            return await self._door.fetch(request, visit)
        key = self.memory_key(request)
        stored = await visit.recall(key)
        if stored and stored.fresh:
            return replace(stored.response, request=request)
        if lacking := self._browser.missing():
            raise Refused(
                f"{shown(request.url)} shows nothing without its script, and no browser can run it: {lacking}"
            )
        response = await self._render(request, visit)
        if response.status not in NOT_THERE:
            await visit.keep(key, response)
        return replace(response, request=request)

    async def _render(self, request: Request, visit: Visit) -> Response:
        answer = await self._door.fetch(replace(request, render=False), visit)
        trail: list[str] = []
        rules = _Rules(visit) if self._settings.respect_robots else None
        while answer.status not in NOT_THERE and content_type(answer.headers) in PAGES:
            async with self._browser.place(), visit.allow(read_target(answer.url).lane):
                found = await self._browser.show(answer, trail, rules.refusal if rules else _anything)
            trail.append(answer.url)
            if found.onward is None:
                return _rendered(answer, tuple(trail), found.markup, found.url)
            if len(trail) > self._settings.max_redirects:
                raise Refused(f"refused {shown(trail[0])}: its scripts lead on more than {len(trail) - 1} times")
            answer = await self._onward(found.onward, answer, visit)
        return answer

    async def _onward(self, url: str, answer: Response, visit: Visit) -> Response:
        try:
            following = await self._door.fetch(Request(url=url), visit)
        except Refused as refused:
            raise Refused(f"the script of {shown(answer.url)} leads where we do not go: {refused}") from None
        return replace(following, redirected_from=(*answer.redirected_from, answer.url, *following.redirected_from))


class _Rules:
    """What the robots.txt files that were asked already say of a page's own requests. No other is asked for them."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._known: dict[str, Robots | None] = {}

    async def refusal(self, target: Target) -> str | None:
        if target.origin not in self._known:
            stored = await self._visit.recall(f"robots:{target.origin}")
            self._known[target.origin] = Robots(stored.response.body) if stored else None
        robots = self._known[target.origin]
        return robots.refusal(target) if robots else None


async def _anything(target: Target) -> str | None:
    return None


def _rendered(answer: Response, trail: tuple[str, ...], markup: str, url: str) -> Response:
    # A script may have given the page another address of its own site.
    try:
        final = read_target(url).url
    except (Refused, ValueError):
        final = answer.url
    before = () if final == answer.url else (answer.url,)
    return Response(
        url=final,
        status=answer.status,
        body=f"<!DOCTYPE html>\n{markup}".encode("utf-8", "replace"),
        headers=(("content-type", "text/html; charset=utf-8"), (RENDERED, "1")),
        redirected_from=(*answer.redirected_from, *before),
    )
