"""Lanes by name: what each is before anybody asks for more patience. Pure."""

from __future__ import annotations

from typing import Any

from jobfinder.boards import registry
from jobfinder.flow.plan.pipeline import CPU

AT_ONCE = 4
"""Questions to language models in flight; each endpoint may allow less."""
LATEST = 60.0
"""Nobody reserves a turn further ahead than this and an interval: what lies beyond was written by a clock set back."""


def lane_row(name: str) -> dict[str, Any]:
    """The lane as a row: `name`, `interval` in seconds, `cap` in flight (null: no limit)."""
    if name == CPU:
        return {"name": name, "interval": 0.0, "cap": None}
    if name.partition(":")[0] == "ai":
        return {"name": name, "interval": 0.0, "cap": AT_ONCE}
    politeness = registry.politeness(name.removeprefix("host:"))
    return {"name": name, "interval": politeness.interval, "cap": politeness.in_flight}


def next_turn(row: Any, now: float) -> float:
    """When the lane's next token is free, epoch seconds."""
    at = float(row["next_at"])
    return at if now < at <= now + row["interval"] + LATEST else now
