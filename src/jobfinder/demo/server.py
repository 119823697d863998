"""The demo's web on a port of this machine: a thread with its own event loop, so that synchronous code can use it.

    with DemoWeb(World.make()) as web:
        finder = JobFinder.open(store, connect_to=[web.connect_to])
        web.close_role("greenhouse", web.roles("greenhouse")[0].external_id)

Used by the tests, the benchmarks, `jobfinder demo` and `python -m jobfinder.demo`. `control` has what it can be told.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from functools import partial
from types import TracebackType
from typing import Self

from jobfinder.demo import log
from jobfinder.demo.answer import Answer, text
from jobfinder.demo.connection import MOST_HEAD, converse
from jobfinder.demo.control import Control
from jobfinder.demo.faults import spoilt
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.router import route
from jobfinder.demo.validators import conditional, settled
from jobfinder.demo.world import World
from jobfinder.errors import UsageError

ADDRESS = "127.0.0.1"
LOGGER = logging.getLogger(__name__)


class DemoWeb(Control):
    """The world, served while the `with` (or `async with`) block runs. Port 0 takes a free one."""

    def __init__(self, world: World, *, port: int = 0) -> None:
        super().__init__(world)
        self.port = port
        self._log = log.RequestLog()
        self._started = threading.Event()
        self._failed: Exception | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._talks: set[asyncio.Future[None]] = set()
        self._thread = threading.Thread(target=self._run, name="demo-web", daemon=True)

    # ------------------------------------------------------------ running

    def start(self) -> None:
        """Serve from now on. Raises `UsageError` where the port cannot be had."""
        self._thread.start()
        self._started.wait()
        if self._failed:
            raise UsageError(f"cannot serve on {ADDRESS}:{self.port}: {self._failed}") from self._failed

    def stop(self) -> None:
        """End all connections and the thread."""
        if self._loop and self._stop and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        return self.__enter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Stopping waits for the thread; the caller's own loop must not stand still meanwhile.
        await asyncio.to_thread(self.stop)

    @property
    def connect_to(self) -> str:
        """The setting that sends an engine here for every name."""
        return f"*={ADDRESS}:{self.port}"

    # ------------------------------------------------------------ what was asked

    @property
    def requests(self) -> tuple[log.Asked, ...]:
        """Every request since the start or the last `reset_log`, in order."""
        return self._log.all()

    def reset_log(self) -> None:
        """Forget the requests."""
        self._log.reset()

    def count(self, host: str | None = None, path_contains: str | None = None, robots: bool = False) -> int:
        """How many requests there were to a host (or a pattern of hosts); robots.txt counts only if asked for."""
        return log.count(self.requests, host, path_contains, robots)

    # ------------------------------------------------------------ inside the thread

    def _run(self) -> None:
        try:
            asyncio.run(self._serve_until_stopped())
        except (OSError, OverflowError) as error:
            self._failed = error
        finally:
            self._started.set()

    async def _serve_until_stopped(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connected, ADDRESS, self.port, limit=MOST_HEAD, backlog=1024)
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        await self._stop.wait()
        server.close()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.ensure_future(converse(reader, writer, self._respond))
        self._talks.add(talk)
        # Not in the coroutine: one that is cancelled before its first step would never close.
        talk.add_done_callback(lambda done: writer.close())
        talk.add_done_callback(self._talks.discard)

    def _respond(self, asked: Incoming) -> Answer:
        answer = settled(self._answer(asked), asked, self.live.modified)
        self._log.add(
            log.Asked(
                at=time.time(),
                method=asked.method,
                host=asked.host,
                path=asked.target,
                status=answer.status,
                user_agent=asked.headers.get("user-agent", ""),
                conditional=conditional(asked),
            )
        )
        return answer

    def _answer(self, asked: Incoming) -> Answer:
        rule = self.faults.take(asked)
        make = partial(self._world_answer, asked)
        return spoilt(rule, make) if rule else make()

    def _world_answer(self, asked: Incoming) -> Answer:
        handler = self.served.find(asked)
        try:
            return handler(asked) if handler else route(self.live, asked)
        except Exception:  # the edge of the process: a mistake of one handler must not end the web
            LOGGER.exception("cannot answer %s %s", asked.host, asked.target)
            return text("Internal server error\n", status=500)
