"""The door to the web: one polite, guarded fetch.

Called by steps, through the handle that the executor gives them; made once by `app`. Every single request goes
this way: judged address, robots.txt, a turn on the lane of the host actually dialled, bounded answer, meaning of
the status. Meanings are in `outcome`, bounds in `settings`, the wall itself in `network`.

A too large, endlessly redirecting or forbidden answer is `Refused` (asking again changes nothing); a slow one is a
`Fault` (it may have a better day).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import NoReturn

from msgspec.structs import replace

from jobfinder.errors import Fault, Later, Refused
from jobfinder.model import Record, Request, Response
from jobfinder.outside.calls import first_call, memory_key, next_call, on_the_wire, user_agent
from jobfinder.outside.keys import NO_KEYS, Keys, emptied, filled
from jobfinder.outside.network import Dial, Resolve, SystemResolver, system_dial
from jobfinder.outside.outcome import (
    DAY,
    NOT_THERE,
    ROBOTS_REST,
    Headers,
    Pause,
    error_of,
    is_data,
    judge_content,
    judge_start,
    pause_of,
    robots_pause_of,
)
from jobfinder.outside.robots import Robots
from jobfinder.outside.settings import Network
from jobfinder.outside.target import Target, shown
from jobfinder.outside.visit import Stored, Visit
from jobfinder.outside.wire import Answer, Call, Choose, Reading, Wire

_LONG_ROBOTS = 20_000


class _Errand(Record, frozen=True):
    """What a journey over redirects is for: how much to read, when to pause, whether to ask robots.txt first."""

    choose: Choose
    pause: Callable[[int, Headers, float], Pause | None]
    asks_robots: bool


class _Arrival(Record, frozen=True):
    """The end of a journey: the last call, its answer, and the URLs before it."""

    call: Call
    answer: Answer
    trail: tuple[str, ...]


class _Astray(Refused):
    """Too many redirects, or a loop."""


class Door:
    """Fetches pages for steps. `now` is the clock; `resolve` and `dial` default to those of the system.

    `robots_exempt` names hosts whose robots.txt is not asked, `keys` are the seeker's own for boards that want one.
    Raises `UsageError` if the settings cannot be used.
    """

    def __init__(
        self,
        settings: Network,
        *,
        now: Callable[[], float],
        resolve: Resolve | None = None,
        dial: Dial = system_dial,
        robots_exempt: frozenset[str] = frozenset(),
        keys: Keys = NO_KEYS,
    ) -> None:
        self._settings = settings
        self._keys = keys
        self._now = now
        self._agent = user_agent(settings.contact)
        self._resolver = SystemResolver()
        self._wire = Wire(settings, resolve or self._resolver, dial)
        self._exempt = robots_exempt
        self._page = _Errand(choose=self._page_reading, pause=pause_of, asks_robots=settings.respect_robots)
        self._robots = _Errand(choose=self._robots_reading, pause=robots_pause_of, asks_robots=False)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._wire.aclose()
        self._resolver.close()

    def memory_key(self, request: Request) -> str:
        """The name under which the answer to `request` is remembered. Raises `Refused` if it goes nowhere."""
        return memory_key(first_call(request, self._agent))

    async def fetch(self, request: Request, visit: Visit) -> Response:
        """Fetch `request` on the allowance of `visit`, or read back what an earlier attempt fetched.

        Answers with any 2xx, 404 or 410, and with the remembered body (`unchanged`) on a 304. Raises `Later` (429,
        503 with Retry-After, robots.txt out of order), `Refused` (guard, robots, walls, bounds), `Broken` (our
        request is wrong) and `Fault` (everything that may pass).
        """
        call = first_call(request, self._agent)
        filled(call, self._keys)  # Refused before anything is asked, where a key is missing.
        key = memory_key(call)
        stored = await visit.recall(key)
        if stored and stored.fresh:
            return replace(stored.response, request=request)
        arrival = await self._travel(call, visit, self._page, stored)
        response = self._response(arrival, stored)
        if response.status not in NOT_THERE:
            await visit.keep(key, response)
        return replace(response, request=request)

    # ------------------------------------------------------------ the journey

    async def _travel(self, call: Call, visit: Visit, errand: _Errand, stored: Stored | None) -> _Arrival:
        trail: list[str] = []
        while True:
            if errand.asks_robots:
                await self._ask_robots(call.target, visit)
            answer = await self._turn(call, visit, errand, stored)
            onward = next_call(call, answer)
            if onward is None:
                return _Arrival(call=call, answer=answer, trail=tuple(trail))
            trail.append(call.target.url)
            self._check_trail(onward, call, trail)
            call = onward

    async def _turn(self, call: Call, visit: Visit, errand: _Errand, stored: Stored | None) -> Answer:
        lane = call.target.lane
        async with visit.allow(lane):
            known = stored.response if stored else None
            sent = filled(on_the_wire(call, known), self._keys)
            answer = emptied(await self._wire.exchange(sent, errand.choose), call.target.host, self._keys)
            # Still holding the slot, so that nobody slips in before the rest begins.
            if pause := errand.pause(answer.status, answer.headers, self._now()):
                await self._rest(visit, call.target, pause)
        return answer

    async def _rest(self, visit: Visit, target: Target, pause: Pause) -> NoReturn:
        until = self._now() + pause.seconds
        reason = f"{target.host}: {pause.reason}"
        await visit.rest(target.lane, until, reason)
        raise Later(reason, at=until, lane=target.lane)

    def _check_trail(self, onward: Call, call: Call, trail: list[str]) -> None:
        # A POST answered by a redirect to its own address is a form done, not a loop.
        if onward.target.url in trail and onward.method == call.method:
            raise _Astray(f"refused {shown(trail[0])}: it redirects in a circle, by {shown(onward.target.url)}")
        if len(trail) > self._settings.max_redirects:
            raise _Astray(f"refused {shown(trail[0])}: more than {self._settings.max_redirects} redirects")

    # ------------------------------------------------------------ answers

    def _response(self, arrival: _Arrival, stored: Stored | None) -> Response:
        target, answer = arrival.call.target, arrival.answer
        if answer.status == 304 and stored and stored.response.url == target.url:
            return _unchanged(arrival, stored.response)
        if error := error_of(answer.status, target.host, shown(target.path)):
            raise error
        if answer.status not in NOT_THERE and (reason := judge_start(answer.headers, answer.body)):
            raise Refused(f"refused {shown(target.url)}: {reason}")
        return Response(
            url=target.url,
            status=answer.status,
            body=answer.body,
            headers=answer.headers,
            redirected_from=arrival.trail,
        )

    def _page_reading(self, target: Target, status: int, headers: Headers) -> Reading | None:
        if status in NOT_THERE:
            return None if judge_content(headers) else Reading(limit=self._settings.max_body, cut=True)
        if not 200 <= status < 300:
            return None
        if reason := judge_content(headers):
            raise Refused(f"refused {shown(target.url)}: {reason}")
        return Reading(limit=self._settings.max_data if is_data(headers) else self._settings.max_body)

    def _robots_reading(self, target: Target, status: int, headers: Headers) -> Reading | None:
        return Reading(limit=self._settings.max_robots, cut=True) if 200 <= status < 300 else None

    # ------------------------------------------------------------ robots.txt

    async def _ask_robots(self, target: Target, visit: Visit) -> None:
        if target.host in self._exempt:
            return
        body = await self._robots_body(target, visit)
        if len(body) > _LONG_ROBOTS:
            # A hostile one takes long enough for others to feel it.
            pace, refusal = await asyncio.to_thread(_judged, body, target)
        else:
            pace, refusal = _judged(body, target)
        await visit.pace(target.lane, pace)
        if refusal:
            raise Refused(refusal)

    async def _robots_body(self, target: Target, visit: Visit) -> bytes:
        key = f"robots:{target.origin}"
        stored = await visit.recall(key)
        # A clock that was set back must not make a robots.txt of "tomorrow" last for ever.
        if stored and (stored.fresh or abs(self._now() - stored.fetched_at) < DAY):
            return stored.response.body
        response = await self._fetch_robots(target, visit, stored)
        await visit.keep(key, response)
        return response.body

    async def _fetch_robots(self, target: Target, visit: Visit, stored: Stored | None) -> Response:
        call = first_call(Request(url=f"{target.origin}/robots.txt"), self._agent)
        try:
            arrival = await self._travel(call, visit, self._robots, stored)
        except _Astray:
            # RFC 9309: a robots.txt that cannot be reached over redirects counts as none.
            return Response(url=call.target.url, status=404, body=b"")
        except Fault as fault:
            if fault.kind != "timeout":
                raise
            pause = Pause(seconds=ROBOTS_REST, reason="its robots.txt does not answer, so nothing may be fetched yet")
            await self._rest(visit, target, pause)
        if arrival.answer.status == 304 and stored:
            return _unchanged(arrival, stored.response)
        return Response(
            url=arrival.call.target.url,
            status=arrival.answer.status,
            body=arrival.answer.body,
            headers=arrival.answer.headers,
            redirected_from=arrival.trail,
        )


def _judged(body: bytes, target: Target) -> tuple[float, str | None]:
    """What a robots.txt says of the pace on its site, and why `target` may not be fetched (null if it may)."""
    robots = Robots(body)
    return robots.pace, robots.refusal(target)


def _unchanged(arrival: _Arrival, known: Response) -> Response:
    said = dict(arrival.answer.headers)
    kept = tuple((name, said.pop(name, value)) for name, value in known.headers)
    return Response(
        url=known.url,
        status=known.status,
        body=known.body,
        headers=kept,
        redirected_from=arrival.trail,
        unchanged=True,
    )
