"""Time, handed in: `now` for every decision, `sleep_until` for every pause. Tests bring a clock of their own."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Epoch seconds, and a way to let them pass."""

    def now(self) -> float: ...

    async def sleep_until(self, at: float) -> None: ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        return time.time()

    async def sleep_until(self, at: float) -> None:
        await asyncio.sleep(max(at - time.time(), 0.0))
