"""The part of the ladder that all entity types share: is this step done, and if not, may it run now?"""

from __future__ import annotations

from collections.abc import Callable

from jobfinder.flow.facts import Base, Progress
from jobfinder.flow.plan.outcome import Done, Run
from jobfinder.flow.plan.pipeline import CPU, F, Spec, fingerprint
from jobfinder.flow.plan.retry import exhausted, failed_here, retry_at
from jobfinder.flow.rank import Ranked
from jobfinder.model import Step, Verdict

Ranker = Callable[[Step, float], Ranked]


def is_done(progress: Progress | None, print_: str) -> bool:
    """Done means: succeeded with exactly these inputs."""
    return progress is not None and progress.done_at is not None and progress.fingerprint == print_


def expires_at(spec: Spec[F], facts: Base, progress: Progress) -> float | None:
    """When a done step is due again; null for never."""
    if spec.web and facts.forced_at is not None and (progress.done_at or 0.0) < facts.forced_at:
        return facts.forced_at
    if spec.expiry is None or progress.done_at is None:
        return None
    return progress.done_at + spec.expiry


def attempt(spec: Spec[F], facts: F, lane: str | None, due: float, why: str, ranker: Ranker) -> Run | Done:
    """Run `spec` when its time has come, or say that it has failed for good."""
    print_ = fingerprint(spec, facts)
    progress = facts.progress.get(spec.step)
    failure = failed_here(progress, print_)
    if failure is not None and (failure.error_kind != "gone" or spec.gone_ends):
        end = verdict_of(failure)
        if end is not None:
            return end
        due = max(due, retry_at(failure, f"{facts.key}:{spec.step}"))
        why = f"try {failure.total + 1}, after: {failure.error}"
    if progress is not None and progress.not_before is not None:
        due = max(due, progress.not_before)
    where = lane if (spec.web or spec.paid) and lane is not None else CPU
    return Run(step=spec.step, lane=where, due=due, rank=ranker(spec.step, due), fingerprint=print_, why=why)


def verdict_of(failure: Progress) -> Done | None:
    """How a failure ends the walk, or null while it may be tried again."""
    if failure.error_kind == "refused":
        return Done(verdict=Verdict.BLOCKED, revisit_at=None, why=failure.error or "refused")
    if failure.error_kind in ("broken", "gone"):
        return Done(verdict=Verdict.FAILED, revisit_at=None, why=failure.error or failure.error_kind)
    if exhausted(failure):
        why = f"gave up after {failure.total} attempts: {failure.error}"
        return Done(verdict=Verdict.FAILED, revisit_at=None, why=why)
    return None
