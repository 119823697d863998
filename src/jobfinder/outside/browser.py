"""The browser: one Chromium, started when the first page needs it, closed when none has for a while.

Made by `app`, called by `rendering`. Each page has a context of its own (no cookies, no storage, no cache of another)
and a pass of its own at the proxy. A page that hangs is closed; a Chromium that does not even do that is killed.
It dies with us: its driver closes it when our end of a pipe closes, however that came about.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from jobfinder.errors import Fault, Refused
from jobfinder.model import Response
from jobfinder.outside.calls import user_agent
from jobfinder.outside.chromium import START_SECONDS, launching, missing
from jobfinder.outside.network import Dial, Resolve, SystemResolver, system_dial
from jobfinder.outside.proxy import Proxy
from jobfinder.outside.routes import find_route, read_routes
from jobfinder.outside.settings import Browsing, Network
from jobfinder.outside.target import shown

# Nothing of the extra is loaded before the first page is rendered.
if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Playwright

    from jobfinder.outside.tab import Refusal, Shown

AT_ONCE = 2
IDLE_SECONDS = 60.0
CLOSE_SECONDS = 5.0
NO_SANDBOX = "sandboxing failed"
ADVICE = "allow unprivileged user namespaces, or install its helper (on Debian: apt install chromium-sandbox)"


class Browser:
    """Renders pages. `resolve` and `dial` default to those of the system. Raises `UsageError` for unusable settings."""

    def __init__(
        self, settings: Browsing, network: Network, *, resolve: Resolve | None = None, dial: Dial = system_dial
    ) -> None:
        self._settings = settings
        self._network = network
        self._routes = read_routes(network.connect_to)
        self._agent = user_agent(network.contact)
        self._resolver = SystemResolver()
        self._wall = (resolve or self._resolver, dial)
        self._places = asyncio.Semaphore(AT_ONCE)
        self._starting = asyncio.Lock()
        self._open = 0
        self._idle: asyncio.TimerHandle | None = None
        self._stopping: asyncio.Task[None] | None = None
        self._proxy: Proxy | None = None
        self._driver: Playwright | None = None
        self._chromium: Chromium | None = None
        self._pid: int | None = None

    def missing(self) -> str | None:
        """What keeps pages from being rendered, with what to do; null where nothing does."""
        return missing(self._settings)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Room for one more page."""
        async with self._places:
            yield

    async def show(self, answer: Response, trail: Sequence[str], refusal: Refusal) -> Shown:
        """What `answer` shows once its scripts have run, `trail` being the addresses already left behind.

        Raises `Fault` (too slow, the browser failed) and `Refused` (too much).
        """
        from playwright.async_api import Error as BrowserError

        self._open += 1
        try:
            chromium = await self._running()
            async with asyncio.timeout(self._settings.total_timeout):
                return await self._show(chromium, answer, tuple(trail), refusal)
        except TimeoutError:
            seconds = self._settings.total_timeout
            raise Fault(
                f"{shown(answer.url)} could not be read in the browser in {seconds:g} s", kind="timeout"
            ) from None
        except BrowserError as error:
            raise _meaning(error, answer) from error
        finally:
            self._open -= 1
            self._rest()

    async def aclose(self) -> None:
        """End the browser."""
        if self._idle is not None:
            self._idle.cancel()
        if self._stopping is not None:
            await self._stopping
        async with self._starting:
            await self._stop()
        self._resolver.close()

    # ------------------------------------------------------------ one page

    async def _show(self, chromium: Chromium, answer: Response, trail: tuple[str, ...], refusal: Refusal) -> Shown:
        from jobfinder.outside.tab import Start, Tab

        assert self._proxy is not None
        name, _, version = self._agent.partition(" ")[0].partition("/")
        brands = ((name, version), ("Chromium", chromium.version.partition(".")[0]))
        start = Start(answer=answer, trail=trail, brands=brands, agent=self._agent)
        async with self._proxy.granting(self._settings.max_traffic) as granted:
            context = await chromium.new_context(service_workers="block", accept_downloads=False)
            try:
                tab = Tab(start, granted, self._settings, self._is_mapped, refusal)
                found = await tab.show(await context.new_page(), self._network.max_body)
            finally:
                await self._close(context)
            if granted.exhausted:
                raise Refused(f"refused {shown(answer.url)}: {granted.refused[-1]}")
            return found

    def _is_mapped(self, host: str) -> bool:
        return find_route(self._routes, host) is not None

    async def _close(self, context: BrowserContext) -> None:
        if not await _ended(context.close()):
            self._kill()

    # ------------------------------------------------------------ the process

    async def _running(self) -> Chromium:
        async with self._starting:
            if self._idle is not None:
                self._idle.cancel()
            if self._chromium is None or not self._chromium.is_connected():
                await self._stop()
                await self._start()
            assert self._chromium is not None
            return self._chromium

    async def _start(self) -> None:
        from playwright.async_api import async_playwright

        try:
            self._proxy = Proxy(self._network, *self._wall)
            await self._proxy.start()
            self._driver = await async_playwright().start()
            how = launching(self._settings, self._proxy.address, self._agent, os.environ)
            async with asyncio.timeout(START_SECONDS):
                self._chromium = await self._driver.chromium.launch(**how)
                self._pid = await _process_of(self._chromium)
        except TimeoutError:
            await self._stop()
            raise Fault(f"the browser did not start in {START_SECONDS:g} s", kind="browser") from None
        except BaseException:  # a cancelled step, too, must leave no half-started browser behind
            await self._stop()
            raise

    async def _stop(self) -> None:
        """End what there is of it."""
        chromium, driver, proxy = self._chromium, self._driver, self._proxy
        if chromium is not None and not await _ended(chromium.close()):
            self._kill()
        if driver is not None:
            await _ended(driver.stop())
        if proxy is not None:
            await _ended(proxy.aclose())
        self._chromium = self._driver = self._proxy = self._pid = None

    def _kill(self) -> None:
        """End the process by its id, while it is known to be ours."""
        if self._pid is not None and self._chromium is not None and self._chromium.is_connected():
            with suppress(ProcessLookupError, PermissionError):
                os.kill(self._pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        self._pid = None

    def _rest(self) -> None:
        if not self._open:
            self._idle = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._go_idle)

    def _go_idle(self) -> None:
        self._stopping = asyncio.ensure_future(self._stop_idle())

    async def _stop_idle(self) -> None:
        async with self._starting:
            if not self._open:
                await self._stop()


def _meaning(error: Exception, answer: Response) -> Fault | Refused:
    """The error of ours that the driver's amounts to."""
    if NO_SANDBOX in str(error):
        return Refused(f"{shown(answer.url)} needs a browser, and Chromium's sandbox does not work here: {ADVICE}")
    said = shown(str(error).partition("\n")[0])
    return Fault(f"{shown(answer.url)}: the browser failed: {said}", kind="browser")


async def _process_of(chromium: Chromium) -> int | None:
    session = await chromium.new_browser_cdp_session()
    about = await session.send("SystemInfo.getProcessInfo")
    return next((one["id"] for one in about["processInfo"] if one["type"] == "browser"), None)


async def _ended(ending: Awaitable[None]) -> bool:
    """Whether it ended in time. What keeps one part from ending must not keep the others."""
    with suppress(Exception):
        async with asyncio.timeout(CLOSE_SECONDS):
            await ending
            return True
    return False
