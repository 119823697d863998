"""Facts for the tests of the planner, and steps that succeed or fail on them, as pure functions."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from jobfinder.flow.facts import Base, CompanyFacts, CompanyView, JobFacts, Progress, Shared, SourceFacts, WaitView
from jobfinder.flow.plan.pipeline import COMPANY, JOB, SOURCE, Spec, fingerprint
from jobfinder.model import SourceState, Step

NOW = 1_800_000_000.0
MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
SHARED = Shared(gate="g", filter="f", scorer="s", threshold="t", profile="p")
REVIEWING = replace(SHARED, review="r", review_lane="ai", review_from=70.0)
"""Models are set, and asked about matches of 70 points and more."""
AnyFacts = JobFacts | CompanyFacts | SourceFacts
F = TypeVar("F", bound=Base)

PIPELINE: dict[type[Base], tuple[Any, ...]] = {JobFacts: JOB, CompanyFacts: COMPANY, SourceFacts: SOURCE}
SPECS: dict[tuple[type[Base], Step], Any] = {
    (type_, spec.step): spec for type_, specs in PIPELINE.items() for spec in specs
}
COMMON: dict[str, Any] = {
    "id": 1,
    "touched_at": NOW - MINUTE,
    "progress": {},
    "shared": SHARED,
    "live": True,
    "mine": False,
}


def job(**kw: Any) -> JobFacts:
    """A job that somebody asked for; nothing is known of it."""
    base = {**COMMON, "key": "job:1", "url": "https://boards.example/1", "lane": "host:boards.example"}
    return JobFacts(**{**base, **kw})


def company(**kw: Any) -> CompanyFacts:
    """A company that somebody asked for."""
    base = {**COMMON, "key": "company:a", "website": "https://a.example/", "lane": "host:a.example", "hints_hash": "h"}
    return CompanyFacts(**{**base, **kw})


def source(**kw: Any) -> SourceFacts:
    """A source that somebody proposed."""
    base = {**COMMON, "key": "source:a", "url": "https://a.example/jobs", "lane": "host:a.example"}
    return SourceFacts(**{**base, "state": SourceState.ENABLED, **kw})


def employer(**kw: Any) -> CompanyView:
    """A company as its jobs see it: complete and settled yesterday."""
    base: dict[str, Any] = {
        "id": 7,
        "name": "Acme",
        "complete": True,
        "settled_at": NOW - DAY,
        "live": False,
        "facts_hash": "facts",
        "verdict": "success",
    }
    return CompanyView(**{**base, **kw})


def waiting(**kw: Any) -> WaitView:
    """A wait for `employer` that lasts another hour."""
    return WaitView(**{"awaited_id": 7, "since": NOW - HOUR, "deadline": NOW + HOUR, **kw})


# ---------------------------------------------------------------- progress


def print_of(facts: Base, step: Step) -> str:
    """The fingerprint of a step's inputs now."""
    spec: Spec[Base] = SPECS[type(facts), step]
    return fingerprint(spec, facts)


def with_progress(facts: F, step: Step, **values: Any) -> F:
    """The facts with these values in the step's progress."""
    before = facts.progress.get(step) or Progress(step=step)
    return replace(facts, progress={**facts.progress, step: replace(before, **values)})


def succeed(
    facts: F, step: Step, now: float, *, outcome: str = "ok", output: str = "o", print_: str | None = None
) -> F:
    """The step has succeeded with the inputs of now (or others)."""
    return with_progress(
        facts,
        step,
        fingerprint=print_ or print_of(facts, step),
        outcome=outcome,
        output_hash=f"{step}:{output}",
        reason=f"{outcome} by test",
        done_at=now,
        tried=None,
        tried_at=now,
        attempts=0,
        total=0,
        error_kind=None,
        error=None,
        not_before=None,
    )


def fail(facts: F, step: Step, now: float, kind: str) -> F:
    """The step has failed with the inputs of now: one more of its class, one more in all."""
    before = facts.progress.get(step) or Progress(step=step)
    tried = print_of(facts, step)
    same = before.tried == tried
    return with_progress(
        facts,
        step,
        tried=tried,
        tried_at=now,
        attempts=before.attempts + 1 if same and before.error_kind == kind else 1,
        total=before.total + 1 if same else 1,
        error_kind=kind,
        error=f"{kind} by test",
        not_before=None,
    )


def fail_often(facts: F, step: Step, kind: str, *, times: int, at: float) -> F:
    """As `fail`, some times in a row; the last at `at`."""
    for _ in range(times):
        facts = fail(facts, step, at, kind)
    return facts


def later(facts: F, step: Step, until: float) -> F:
    """They asked us to come back."""
    return with_progress(facts, step, not_before=until)


def walked(facts: F, *steps: Step, at: float = NOW - HOUR, **outcomes: str) -> F:
    """These steps have succeeded one after the other; `outcomes` by step name."""
    for step in steps:
        facts = succeed(facts, step, at, outcome=outcomes.get(step.value, "ok"))
    return facts


def matched(**kw: Any) -> JobFacts:
    """A job with everything done an hour ago, saved as a match and settled."""
    facts = job(**{"posting_hash": "posting", "company": employer(), "live": False, "settled_at": NOW - HOUR, **kw})
    return walked(facts, Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE, save="saved")
