"""An executor without a world: what a step's ending, a settled wait or a passed date makes of the facts.

The endings are those of `jobfinder.errors` and the outcomes that the pipelines know. Pure: facts in, facts out.
"""

from __future__ import annotations

from msgspec.structs import replace

from flow.plan.build import DAY, HOUR, SPECS, AnyFacts, fail, later, succeed, waiting
from jobfinder.flow.facts import JobFacts, SourceFacts, WaitView
from jobfinder.flow.plan import Done, Run, Wait
from jobfinder.model import SourceState, Step

SECOND_LOOK = DAY
DISABLE_AFTER = 5

FAILURES = ("timeout", "http-500", "gone", "gone for certain", "refused", "broken", "later")
ENDINGS = ("found", "stopped", "empty", *FAILURES)
"""`stopped`: the outcome that ends the walk there. `empty`: a success that changes nothing but its own progress."""


def execute(f: AnyFacts, run: Run, ending: str, now: float) -> AnyFacts:
    """The facts after `run` came to this ending at `now`."""
    if ending == "later":
        return resting(later(f, run.step, now + HOUR), run.step, now + HOUR)
    after: AnyFacts = ended(f, run.step, ending, now)
    return replace(after, touched_at=now)


def resting(f: AnyFacts, step: Step, until: float) -> AnyFacts:
    """A review that was asked to wait rests the lane of all reviews."""
    return replace(f, review_at=until) if step is Step.REVIEW and isinstance(f, JobFacts) else f


def ended(f: AnyFacts, step: Step, ending: str, now: float) -> AnyFacts:
    if ending not in FAILURES:
        return succeeded(f, step, ending, now)
    kind = "gone" if ending == "gone for certain" else ending
    after = fail(f, step, now, kind)
    if kind == "gone" and isinstance(after, JobFacts) and step is Step.SCRAPE:
        return not_found(after, certain=ending == "gone for certain", now=now)
    if step is Step.LIST and kind in ("gone", "broken") and after.progress[step].attempts >= DISABLE_AFTER:
        return replace(after, state=SourceState.DISABLED)
    return after


def succeeded(f: AnyFacts, step: Step, ending: str, now: float) -> AnyFacts:
    """A result, with what it changes where it is more than `empty`."""
    stops = next(iter(SPECS[type(f), step].stops), None)
    outcome = stops if ending == "stopped" and stops else "saved" if step is Step.SAVE else "ok"
    output = "again" if step in f.progress and ending == "found" else "o"
    after: AnyFacts = succeed(f, step, now, outcome=outcome, output=output)
    if isinstance(after, JobFacts) and step is Step.SAVE:
        return replace(after, score=80.0 if outcome == "saved" else None)
    if isinstance(after, JobFacts) and step is Step.SCRAPE:
        # Something was read, if not a posting: that was the second look.
        after = replace(after, suspect_since=None)
        return replace(after, posting_hash="read", closed_at=None) if ending == "found" else after
    if isinstance(after, SourceFacts) and step is Step.PROBE and ending == "found":
        return replace(after, state=SourceState.ENABLED)
    return after


def not_found(f: JobFacts, *, certain: bool, now: float) -> JobFacts:
    """Suspect at first; closed by a second look, a second kind of evidence or a clear word."""
    again = f.suspect_since is not None and now - f.suspect_since >= SECOND_LOOK
    if certain or again or f.missing_since is not None or f.closed_at is not None:
        return replace(f, closed_at=f.closed_at or now, suspect_since=None)
    return replace(f, suspect_since=f.suspect_since or now)


def resolve(f: AnyFacts, wait: Wait, how: str, now: float) -> tuple[AnyFacts, float]:
    """The facts once the wait is over, and the time by then."""
    assert isinstance(f, JobFacts)
    assert f.company is not None
    if how == "settles":
        known = replace(f.company, settled_at=now + HOUR, live=False, complete=True, facts_hash="known")
        return replace(f, company=known, wait=None, touched_at=now + HOUR), now + HOUR
    if how == "settles without facts":
        known = replace(f.company, settled_at=now + HOUR, live=False, verdict="failed")
        return replace(f, company=known, wait=None, touched_at=now + HOUR), now + HOUR
    return replace(f, wait=wait_of(f, wait, now)), wait.until


def wait_of(f: JobFacts, wait: Wait, now: float) -> WaitView:
    """The wait as it is remembered while it lasts."""
    return waiting(awaited_id=wait.want.entity_id, since=f.wait.since if f.wait else now, deadline=wait.until)


WAYS_OUT = ("settles", "settles without facts", "deadline")


def settle(f: AnyFacts, done: Done, now: float) -> AnyFacts:
    """The facts once the tickets have their verdict; an entity that is only known by name is left as it is."""
    if not f.live and not f.progress:
        return f
    return replace(
        f, live=False, settled_at=now if f.live or f.verdict != done.verdict else f.settled_at, verdict=done.verdict
    )
