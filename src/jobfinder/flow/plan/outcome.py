"""The planner's closed vocabulary: run something, wait for something, or done."""

from __future__ import annotations

from typing import TypeAlias

from jobfinder.flow.facts import Want
from jobfinder.flow.rank import Ranked
from jobfinder.model import Record, Step, Verdict


class Run(Record, frozen=True):
    """Execute `step` on `lane` as soon as `due` (epoch seconds) has come. `wants` is spawned beside it."""

    step: Step
    lane: str
    due: float
    rank: Ranked
    fingerprint: str
    why: str
    wants: tuple[Want, ...] = ()


class Wait(Record, frozen=True):
    """Rest until what `want` names has settled, or until `until`. `rank` is lent to what is awaited."""

    want: Want
    until: float
    rank: Ranked
    why: str


class Done(Record, frozen=True):
    """Nothing to do before `revisit_at` (null: until something changes)."""

    verdict: Verdict
    revisit_at: float | None
    why: str


Plan: TypeAlias = Run | Wait | Done
