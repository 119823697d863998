"""Commit: what a step found becomes state, together with its progress, its follow-ups, the log and the next plan.

One transaction for a group of results. Each member is checked against its own fence; a member that is stale or that
fails leaves the others alone. [guarded]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Raw

from jobfinder.errors import Broken, Gone, Later, Refused, StepError, StoreError
from jobfinder.flow.apply import plan_all
from jobfinder.flow.batch import Batch
from jobfinder.flow.changes import apply_changes, follow_up
from jobfinder.flow.facts import JobFacts, Progress
from jobfinder.flow.identity import digest
from jobfinder.flow.plan.pipeline import PIPELINES
from jobfinder.flow.schedule import Task
from jobfinder.model import EntityType, Record, SourceState, Step
from jobfinder.steps.interface import Found
from jobfinder.store import entities, lanes, pages, progress, work
from jobfinder.store import results as results_store
from jobfinder.store.entities import encode

SECOND_LOOK = 86_400.0
DISABLE_AFTER = 5
CONSUMES = frozenset({Step.SCRAPE, Step.FETCH, Step.LIST})
PERMANENT = frozenset({"gone", "broken"})
"""Kinds of error that say the same of a source: what is asked for is not there, however the answer spells it."""


class Result(Record, frozen=True):
    """What came of a task: `found`, or the `error` that ended it. `requests` and `seconds` are its cost."""

    task: Task
    found: Found | None = None
    error: StepError | None = None
    requests: int = 0
    seconds: float = 0.0


class Committed(Record, frozen=True):
    """Which results became state; `refused` were stale, `spoilt` failed by themselves (entity id → why)."""

    done: tuple[int, ...]
    refused: tuple[int, ...]
    spoilt: dict[int, str]


Write = Callable[[Callable[[Batch], Any]], Any]


def commit_group(write: Write, results: Sequence[Result]) -> Committed:
    """Commit together; if one member spoils the group, each by itself, so that only it is left out."""
    try:
        done, refused = write(lambda batch: commit(batch, results))
        return Committed(done=done, refused=refused, spoilt={})
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001  (a defect in one member's result must not take the others along)
        if len(results) == 1:
            return spoil(write, results[0], error)
    return joined([commit_group(write, [result]) for result in results])


def joined(parts: Sequence[Committed]) -> Committed:
    return Committed(
        done=tuple(id_ for part in parts for id_ in part.done),
        refused=tuple(id_ for part in parts for id_ in part.refused),
        spoilt={id_: why for part in parts for id_, why in part.spoilt.items()},
    )


def spoil(write: Write, result: Result, error: Exception) -> Committed:
    """A result that cannot be written counts as a failure of its step."""
    why = f"its result could not be written: {type(error).__name__}: {error}"
    failed = Result(task=result.task, error=Broken(why), requests=result.requests, seconds=result.seconds)
    done, refused = write(lambda batch: commit(batch, [failed]))
    return Committed(done=done, refused=refused, spoilt={result.task.entity_id: why})


def commit(batch: Batch, results: Sequence[Result]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Write these results; returns (committed, refused) entity ids."""
    rows = work.lock(batch.tx, [result.task.entity_id for result in results])
    held: dict[int, Result] = {}
    for result in results:
        row = rows.get(result.task.entity_id)
        if row is not None and row["fence"] == result.task.fence:
            held.setdefault(result.task.entity_id, result)
    valid = list(held.values())
    done = succeed(batch, [r for r in valid if r.found is not None])
    done += fail(batch, [r for r in valid if r.error is not None and r.task.entity_id not in batch.gone])
    written = {id(r) for r in done}
    late = [r for r in results if id(r) not in written]
    for result in late:
        refuse(batch, result)
    ids = [r.task.entity_id for r in done]
    # Other postings of a role wait for its review.
    batch.plan_again(*results_store.twins(batch.tx, [r.task.entity_id for r in done if r.task.step is Step.REVIEW]))
    entities.touch(batch.tx, [r.task.entity_id for r in done if not isinstance(r.error, Later)], batch.now)
    follow_ups(batch, done)
    plan_all(batch, ids)
    return tuple(ids), tuple(r.task.entity_id for r in late)


def refuse(batch: Batch, result: Result) -> None:
    """It is not written, but it is not passed over in silence either."""
    batch.log.add(
        result.task.entity_id,
        "late",
        step=result.task.step,
        reason="somebody else holds it by now: the result was not written",
        fence=result.task.fence,
        requests=result.requests,
        seconds=result.seconds,
    )


def follow_ups(batch: Batch, valid: Sequence[Result]) -> None:
    """Spawns come after the progress of their parents, before the parents' plans."""
    for result in valid:
        if result.found is not None:
            follow_up(batch, result.task, result.found)


# ---------------------------------------------------------------- success


def succeed(batch: Batch, results: Sequence[Result]) -> list[Result]:
    """Progress and changes of steps that found something; returns those that were written.

    A change may merge entities. So the progress of those before it is written first, to move along, and a member of
    the group whose entity went by the merge has lost its fence.
    """
    done: list[Result] = []
    rows: list[dict[str, Any]] = []
    for result in results:
        found = result.found
        assert found is not None
        if result.task.entity_id in batch.gone:
            continue
        rows.append(progress_row(result, found, batch.now))
        log_run(batch, result, found.outcome, found.reason)
        if found.changes:
            progress.succeed(batch.tx, rows)
            rows = []
            apply_changes(batch, result.task, found)
        done.append(result)
    progress.succeed(batch.tx, rows)
    # Whatever was read, it was the second look.
    entities.trust(batch.tx, [r.task.entity_id for r in done if r.task.step is Step.SCRAPE])
    pages.used(batch.tx, [r.task.entity_id for r in done if consumes(r)])
    return done


def consumes(result: Result) -> bool:
    """Is this the last step that reads the pages it fetched? A part of a step leaves them to the next."""
    spec = next(spec for spec in PIPELINES[result.task.type] if spec.step is result.task.step)
    outcome = result.found.outcome if result.found else None
    return outcome in spec.stops or (spec.step in CONSUMES and outcome not in spec.parts)


def progress_row(result: Result, found: Found, now: float) -> dict[str, Any]:
    output = None if found.output is None else encode(found.output)
    whole = None if output is None else Raw(output.encode())
    return {
        "id": result.task.entity_id,
        "step": result.task.step,
        "fingerprint": result.task.fingerprint,
        "outcome": found.outcome,
        "reason": found.reason,
        "output": output,
        "output_hash": found.same_as or digest([found.outcome, whole]),
        "carried": 0,
        "now": now,
        "runs": 1,
        "requests": result.requests,
        "seconds": result.seconds,
    }


def log_run(batch: Batch, result: Result, outcome: str, reason: str) -> None:
    batch.log.add(
        result.task.entity_id,
        "ran",
        step=result.task.step,
        outcome=outcome,
        reason=reason,
        fence=result.task.fence,
        requests=result.requests,
        seconds=result.seconds,
    )


# ---------------------------------------------------------------- failure


def fail(batch: Batch, results: Sequence[Result]) -> Sequence[Result]:
    """Progress of steps that ended without a result, and what follows from whose fault it was; returns `results`."""
    rows = []
    for result in results:
        error = result.error
        assert error is not None
        rows.append(failure_row(result, error, batch.now))
        log_run(batch, result, kind_of(error), str(error))
        if isinstance(error, Later):
            rest(batch, result.task, error)
        if isinstance(error, Gone) and isinstance(result.task.facts, JobFacts):
            not_found(batch, result.task, result.task.facts, error)
    progress.fail(batch.tx, rows)
    # An answer that was understood, or never will be, is one observation: the next attempt makes its own.
    pages.used(batch.tx, [r.task.entity_id for r in results if r.error is not None and not r.error.passing])
    for result, row in zip(results, rows, strict=True):
        disable_if_dead(batch, result, row)
    return results


def rest(batch: Batch, task: Task, error: Later) -> None:
    """The lane rests. What is ready on a lane of reviews may have something else to do meanwhile."""
    reviews = task.step is Step.REVIEW
    lane = task.lane if reviews else error.lane
    if lane is not None:
        lanes.rest(batch.tx, lane, error.at, str(error))
    if reviews:
        work.look_again_on(batch.tx, task.lane)


def kind_of(error: StepError) -> str:
    """The class of an error; attempts are counted per class."""
    match error:
        case Later():
            return "later"
        case Gone():
            return "gone"
        case Refused():
            return "refused"
        case Broken():
            return "broken"
    return str(getattr(error, "kind", "fault"))


def failure_row(result: Result, error: StepError, now: float) -> dict[str, Any]:
    """Being asked to wait counts no attempt; another class begins its own count, never the total."""
    task = result.task
    before = task.facts.progress.get(task.step) or Progress(step=task.step)
    kind = kind_of(error)
    row: dict[str, Any] = {"id": task.entity_id, "step": task.step, "tried_at": now, "error": str(error)}
    row |= {"requests": result.requests, "seconds": result.seconds, "not_before": None}
    same_inputs = before.tried == task.fingerprint
    attempts, total = (before.attempts, before.total) if same_inputs else (0, 0)
    if isinstance(error, Later):
        known = before.error_kind if same_inputs else None
        return row | {
            "tried": before.tried if known else None,
            # Nothing was seen: the last look is still the one before.
            "tried_at": before.tried_at,
            "kind": known,
            "error": before.error if known else None,
            "attempts": attempts,
            "total": total,
            "not_before": error.at,
        }
    same_class = same_inputs and (before.error_kind == kind or {before.error_kind, kind} <= PERMANENT)
    attempts = attempts + 1 if same_class else 1
    return row | {"tried": task.fingerprint, "kind": kind, "attempts": attempts, "total": total + 1}


def not_found(batch: Batch, task: Task, facts: JobFacts, error: Gone) -> None:
    """One look that finds nothing makes a suspect; a stated closure, or a second kind of evidence, closes."""
    again = facts.suspect_since is not None and batch.now - facts.suspect_since >= SECOND_LOOK
    if error.certain or again or facts.missing_since is not None or facts.closed_at is not None:
        reason = str(error) if error.certain else f"not found again: {error}"
        entities.close(batch.tx, task.entity_id, batch.now, reason)
        batch.plan_again(*results_store.twins(batch.tx, [task.entity_id]))
        batch.log.add(task.entity_id, "closed", step=task.step, reason=reason)
    else:
        entities.suspect(batch.tx, task.entity_id, batch.now)
        batch.log.add(task.entity_id, "suspect", step=task.step, reason=str(error))


def disable_if_dead(batch: Batch, result: Result, row: dict[str, Any]) -> None:
    """A source that fails for good, again and again, is switched off, with the reason."""
    if result.task.step is not Step.LIST or row["kind"] not in PERMANENT or row["attempts"] < DISABLE_AFTER:
        return
    stored = entities.get(batch.tx, [result.task.entity_id])[0]
    source = entities.decode_doc(EntityType.SOURCE, stored["doc"])
    reason = f"{DISABLE_AFTER} permanent errors in a row, the last: {result.error}"
    values = {name: getattr(source, name) for name in source.__struct_fields__}
    doc = type(source)(**{**values, "state": SourceState.DISABLED, "reason": reason})
    entities.set_doc(batch.tx, result.task.entity_id, doc)
    batch.log.add(result.task.entity_id, "disabled", reason=reason)
