"""The ladder of a source: discover, probe, then list for ever at its own interval."""

from __future__ import annotations

from jobfinder.flow.facts import Progress, SourceFacts
from jobfinder.flow.plan.ladder import attempt, expires_at, is_done
from jobfinder.flow.plan.outcome import Done, Plan, Run
from jobfinder.flow.plan.pipeline import DAY, SOURCE, Spec, fingerprint
from jobfinder.flow.plan.retry import exhausted, failed_here, retry_at
from jobfinder.flow.rank import Ranked, Worth, rank
from jobfinder.model import SourceState, Step, Verdict

DISCOVER, PROBE, LIST = SOURCE
SUSPICIOUS_INTERVAL = DAY / 4
SECOND_TRY = 7 * DAY


def plan_source(f: SourceFacts, now: float) -> Plan:
    """The next thing for a source."""
    if f.state is SourceState.DISABLED:
        return Done(verdict=Verdict.BLOCKED, revisit_at=None, why=f"disabled: {f.state_reason or 'by hand'}")
    if f.state is SourceState.CANDIDATE:
        why = f"a candidate: {f.state_reason or 'low confidence'}; approve it to start"
        return Done(verdict=Verdict.SKIPPED, revisit_at=None, why=why)
    for spec in (DISCOVER, PROBE):
        progress = f.progress.get(spec.step)
        if progress is None or not is_done(progress, fingerprint(spec, f)) or forced(f, progress, now):
            # A board that its address gives away is discovered without a request.
            lane = None if spec is DISCOVER and f.recognized else f.lane
            return attempt(spec, f, lane, f.touched_at, f"not tried with {spec.inputs} yet", Ranker(f))
        if progress.outcome in spec.stops:
            return stopped(spec, f, progress, now)
    return listing(f, now)


def forced(f: SourceFacts, progress: Progress, now: float) -> bool:
    """Was it asked for anew since? What a clock asked for that has been set back since has to wait for its time."""
    return f.forced_at is not None and (progress.done_at or 0.0) < f.forced_at <= now


def stopped(spec: Spec[SourceFacts], f: SourceFacts, progress: Progress, now: float) -> Plan:
    """The walk ended here; but one look that found nothing ends nothing for good: it is taken again, rarely."""
    verdict = spec.stops[progress.outcome or ""]
    due = (progress.done_at or 0.0) + SECOND_TRY
    why = progress.reason or "nothing"
    if verdict is not Verdict.FAILED:
        return Done(verdict=verdict, revisit_at=None, why=why)
    if now < due:
        return Done(verdict=verdict, revisit_at=due, why=why)
    return attempt(spec, f, f.lane, due, f"tried a week ago: {why}", Ranker(f))


def listing(f: SourceFacts, now: float) -> Plan:
    """Listing is never finished: done means that the next one is not due yet."""
    progress = f.progress.get(Step.LIST)
    print_ = fingerprint(LIST, f)
    failure = failed_here(progress, print_)
    if failure is not None:
        return failed_listing(f, failure, now)
    if progress is None or not is_done(progress, print_):
        return attempt(LIST, f, f.lane, f.touched_at, "never listed", Ranker(f))
    if progress.outcome in LIST.parts:
        return attempt(LIST, f, f.lane, progress.done_at or 0.0, f"goes on: {progress.reason}", Ranker(f))
    interval = min(f.interval, SUSPICIOUS_INTERVAL) if f.suspicious else f.interval
    due = (progress.done_at or 0.0) + interval
    again = expires_at(LIST, f, progress)
    due = due if again is None else min(due, again)
    if due > now:
        return Done(verdict=Verdict.SUCCESS, revisit_at=due, why=progress.reason or "listed")
    return attempt(LIST, f, f.lane, due, "its interval has passed", Ranker(f))


def failed_listing(f: SourceFacts, failure: Progress, now: float) -> Plan:
    """Passing faults only delay a source; five permanent ones in a row disable it (done by the commit)."""
    if failure.error_kind == "refused":
        return Done(verdict=Verdict.BLOCKED, revisit_at=None, why=failure.error or "refused")
    over = exhausted(failure)
    due = (failure.tried_at or 0.0) + DAY if over else retry_at(failure, f"{f.key}:{Step.LIST}")
    if over and due > now:
        why = f"gave up for a day after {failure.total} attempts: {failure.error}"
        return Done(verdict=Verdict.FAILED, revisit_at=due, why=why)
    due = max(due, failure.not_before or 0.0)
    return Run(
        step=Step.LIST,
        lane=f.lane or "cpu",
        due=due,
        rank=Ranker(f)(Step.LIST, due),
        fingerprint=fingerprint(LIST, f),
        why=f"try {failure.total + 1}, after: {failure.error}",
    )


class Ranker:
    """Ranks the steps of one source; one that was listed before is routine."""

    def __init__(self, f: SourceFacts) -> None:
        listed = f.progress.get(Step.LIST)
        refresh = listed is not None and listed.done_at is not None
        self.worth = Worth(tier=f.tier, mine=f.mine, refresh=refresh)
        self.inherited = f.inherited

    def __call__(self, step: Step, due: float) -> Ranked:
        return rank(step, due, self.worth, self.inherited)
