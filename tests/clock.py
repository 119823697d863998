"""A clock that tests set: time stands still until somebody waits for it or moves it."""

from __future__ import annotations

import asyncio
import time

MOMENT = 0.005
"""Real seconds that a wait takes, so that requests under way may end first."""


class ManualClock:
    """Starts at the present, so that the demo's postings are as fresh as they are to the world."""

    def __init__(self, start: float | None = None) -> None:
        self.at = time.time() if start is None else start

    def now(self) -> float:
        return self.at

    async def sleep_until(self, at: float) -> None:
        await asyncio.sleep(MOMENT)
        self.at = max(self.at, at)

    def advance(self, seconds: float) -> None:
        """Let time pass (or, negative, set the clock back)."""
        self.at += seconds
