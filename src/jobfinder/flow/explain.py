"""Why: what is known of an entity, the state of each of its steps, what comes next and why, and how it came to be.

Read-only. Called by `app` for `why` and `show`. The plan shown is computed from the facts of now, not read from `work`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from jobfinder.boards import registry
from jobfinder.errors import UsageError
from jobfinder.flow.dropping import Dropped, why_dropped
from jobfinder.flow.facts import Facts
from jobfinder.flow.load import load
from jobfinder.flow.plan import Done, Plan, Run, Wait, plan
from jobfinder.flow.plan.ladder import is_done
from jobfinder.flow.plan.pipeline import PIPELINES, fingerprint
from jobfinder.flow.seeker import Seeker
from jobfinder.flow.spending import about
from jobfinder.model import EntityType, Record, RefKind
from jobfinder.read import urls
from jobfinder.store import entities, items, log, progress, work
from jobfinder.store.db import Row, Tx

SHOWN_LOG = 200


class StepState(Record, frozen=True):
    """One step of one entity. `state`: done, stale (its inputs changed since), failed, or open.

    `age` is seconds since it was done; `runs`, `requests` and `seconds` are what it has cost so far.
    """

    step: str
    state: str
    inputs: str
    outcome: str | None = None
    reason: str | None = None
    age: float | None = None
    carried: bool = False
    attempts: int = 0
    error: str | None = None
    runs: int = 0
    requests: int = 0
    seconds: float = 0.0


class Next(Record, frozen=True):
    """What comes next. `what`: run, wait or done. `due` is epoch seconds; `rank` explains the order of service."""

    what: str
    why: str
    step: str | None = None
    lane: str | None = None
    due: float | None = None
    verdict: str | None = None
    rank: float | None = None
    parts: dict[str, float] = {}  # noqa: RUF012  (msgspec copies defaults)


class Why(Record, frozen=True):
    """All there is to say about one entity. Times are epoch seconds.

    `dropped` is why a job was dropped, and what would have to change; `spent` what models were paid for it, a line
    each.
    """

    key: str
    type: str
    names: tuple[str, ...]
    known: dict[str, Any]
    verdict: str | None
    settled_at: float | None
    items: tuple[dict[str, Any], ...]
    steps: tuple[StepState, ...]
    next: Next
    waits_for: tuple[str, ...]
    listed_by: tuple[dict[str, Any], ...]
    log: tuple[dict[str, Any], ...]
    dropped: Dropped | None = None
    spent: tuple[str, ...] = ()


def find(tx: Tx, target: str) -> Row:
    """The entity behind an item id, a key or an address. Raises `UsageError`."""
    item = items.get(tx, target)
    if item is not None and item["entity_id"] is not None:
        return entities.get(tx, [item["entity_id"]])[0]
    for key in keys_of(target):
        row = entities.find(tx, key)
        if row is not None:
            return row
    raise UsageError(f"nothing is known of {target!r}: give an item id, an entity key, or an address seen before")


def keys_of(target: str) -> list[str]:
    """The names under which something given by a key or an address may be known."""
    if target.partition(":")[0] in PIPELINES:
        return [target]
    try:
        url = urls.canonical(target)
    except UsageError:
        return [target]
    ref = registry.recognize(url)
    same = urls.identity(url)
    keys = [ref.key, f"job:url:{same}", f"source:page:{same}", f"source:feed:{same}"]
    site = urls.site(url)
    return [*keys, f"company:{site}"] if site and ref.kind in (RefKind.COMPANY, RefKind.UNKNOWN) else keys


def why(tx: Tx, target: str, seeker: Seeker, now: float) -> Why:
    """Everything about `target` at `now`. Raises `UsageError` for what is not known."""
    row = find(tx, target)
    id_ = row["id"]
    facts = load(tx, [id_], seeker)[id_]
    waits = [w["awaited_id"] for w in work.waits_of(tx, [id_]) if not w["over"]]
    return Why(
        key=row["key"],
        type=row["type"],
        names=tuple(name for name in entities.names(tx, id_) if name != row["key"]),
        known=known(tx, row),
        verdict=row["verdict"],
        settled_at=row["settled_at"],
        items=tuple(ticket(item) for item in items.of_entity(tx, id_)),
        steps=states(tx, facts, now),
        next=following(plan(facts, now)),
        waits_for=tuple(other["key"] for other in entities.get(tx, waits)),
        listed_by=tuple(
            {name: one[name] for name in ("key", "first_at", "last_at", "missing_since")}
            for one in entities.listed_by(tx, id_)
        ),
        log=tuple(entry(one) for one in log.of_entity(tx, id_, SHOWN_LOG)),
        dropped=why_dropped(tx, id_, seeker.prefs) if row["type"] == EntityType.JOB else None,
        spent=tuple(about(tx, id_, now)),
    )


def known(tx: Tx, row: Row) -> dict[str, Any]:
    """The record, with the posting and the employer of a job."""
    doc: dict[str, Any] = msgspec.to_builtins(entities.decode_doc(row["type"], row["doc"]))
    if row["company_id"] is not None:
        employer = entities.get(tx, [row["company_id"]])
        doc["employer"] = employer[0]["key"] if employer else None
    posting = entities.postings(tx, [row["id"]]).get(row["id"])
    if posting is not None:
        doc["posting"] = msgspec.to_builtins(posting)
    if row["closed_at"] is not None:
        doc |= {"closed_at": row["closed_at"], "closed_reason": row["closed_reason"]}
    if row["suspect_since"] is not None:
        doc["suspect_since"] = row["suspect_since"]
    return doc


def ticket(item: Row) -> dict[str, Any]:
    """A ticket in short."""
    names = ("id", "verdict", "message", "created_at", "settled_at", "depth", "tracking_id", "parent_id")
    return {name: item[name] for name in names} | {"mine": bool(item["mine"])}


def entry(row: Row) -> dict[str, Any]:
    """One line of the decision log."""
    return {name: row[name] for name in ("at", "event", "step", "outcome", "reason", "requests", "seconds")}


def states(tx: Tx, facts: Facts, now: float) -> tuple[StepState, ...]:
    """Each step of the entity's pipeline, in order; one that is paid for only where a model is set, or was."""
    costs = {row["step"]: row for row in progress.get(tx, [facts.id])}
    steps = PIPELINES[facts.key.partition(":")[0]]
    taken = [spec for spec in steps if not spec.paid or facts.shared.review is not None or spec.step in costs]
    return tuple(state(spec, facts, costs.get(spec.step), now) for spec in taken)


def state(spec: Any, facts: Facts, cost: Row | None, now: float) -> StepState:
    """One step: is it done with the inputs of now?"""
    seen = facts.progress.get(spec.step)
    if seen is None or cost is None:
        return StepState(step=spec.step, state="open", inputs=spec.inputs)
    done = is_done(seen, fingerprint(spec, facts))
    failed = seen.error is not None and seen.error_kind is not None
    return StepState(
        step=spec.step,
        state="done" if done and not failed else "failed" if failed else "stale" if seen.done_at else "open",
        inputs=spec.inputs,
        outcome=seen.outcome,
        reason=seen.reason,
        age=None if seen.done_at is None else max(now - seen.done_at, 0.0),
        carried=seen.carried,
        attempts=seen.total,
        error=seen.error,
        runs=cost["runs"],
        requests=cost["requests"],
        seconds=cost["seconds"],
    )


def following(what: Plan) -> Next:
    """A plan, for people."""
    match what:
        case Run():
            return Next(
                what="run",
                why=what.why,
                step=what.step,
                lane=what.lane,
                due=what.due,
                rank=what.rank.value,
                parts=what.rank.parts,
            )
        case Wait():
            return Next(what="wait", why=what.why, due=what.until, rank=what.rank.value, parts=what.rank.parts)
        case Done():
            return Next(what="done", why=what.why, due=what.revisit_at, verdict=what.verdict)
