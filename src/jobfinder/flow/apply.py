"""Applies plans: writes the work row, settles tickets, begins and ends waits, wakes whoever waited.

The same code serves `look`, `commit`, `submit` and `resync`, so that derived work cannot differ between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from msgspec.structs import replace

from jobfinder.flow.batch import Batch
from jobfinder.flow.facts import Facts, JobFacts, WaitView
from jobfinder.flow.lane import lane_row
from jobfinder.flow.load import load
from jobfinder.flow.plan import Done, Plan, Run, Wait, plan
from jobfinder.flow.spawn import How, ask
from jobfinder.model import Verdict
from jobfinder.store import entities, items, lanes, results, work
from jobfinder.store.entities import encode

Planned: TypeAlias = dict[int, tuple[Facts, Plan]]
"""By entity id: the facts of this transaction, and the plan from them."""


def plan_all(batch: Batch, ids: Iterable[int]) -> Planned:
    """Plan these entities from the facts of now, and apply what came out; returns what is still so afterwards."""
    facts = load(batch.tx, list(ids), batch.seeker)
    plans = {id_: decide(batch, f) for id_, f in facts.items()}
    write(batch, facts, plans)
    return {id_: (f, plans[id_]) for id_, f in facts.items() if not batch.is_to_look(id_)}


def decide(batch: Batch, facts: Facts) -> Plan:
    """The plan, once what it wants has been asked for. A refused wait is planned again, without."""
    now = plan(facts, batch.now)
    if isinstance(now, Run):
        for want in now.wants:
            ask(batch, facts.id, want.entity_id, want.why)
    if not isinstance(now, Wait) or not isinstance(facts, JobFacts):
        return now
    why_not = begin_wait(batch, facts, now)
    if why_not is None:
        return now
    work.give_up(batch.tx, facts.id, now.want.entity_id, batch.now, why_not)
    batch.log.add(facts.id, "refused", outcome="wait", reason=f"does not wait for {now.want.name}: {why_not}")
    over = WaitView(awaited_id=now.want.entity_id, since=batch.now, deadline=batch.now, over=why_not)
    return plan(replace(facts, wait=over), batch.now)


def begin_wait(batch: Batch, facts: JobFacts, wait: Wait) -> str | None:
    """Write the wait; or why it may not be."""
    awaited = wait.want.entity_id
    asked = None
    if facts.wait is None or not items.has_live(batch.tx, awaited):
        asked = ask(batch, facts.id, awaited, wait.want.why)
        if asked.how is How.REFUSED:
            return asked.why
    if work.leads_back(batch.tx, awaited, facts.id):
        return "it is waiting for this one"
    if facts.wait is None:
        # Whatever it waited for before, it was another employer's.
        batch.plan_again(*work.end_waits_of(batch.tx, [facts.id]))
    since = facts.wait.since if facts.wait else batch.now
    work.await_(batch.tx, facts.id, awaited, since, wait.until, wait.rank.value)
    # The awaited inherits the rank, which may be another than before.
    batch.plan_again(awaited)
    return None


# ---------------------------------------------------------------- writing


def write(batch: Batch, facts: dict[int, Facts], plans: dict[int, Plan]) -> None:
    """All rows that follow from these plans."""
    rows = [work_row(id_, plan, batch.now) for id_, plan in plans.items()]
    work.put(batch.tx, rows)
    offer(batch, rows)
    end_waits(batch, facts, plans)
    settle(batch, facts, {id_: p for id_, p in plans.items() if isinstance(p, Done)})


def work_row(id_: int, plan: Plan, now: float) -> dict[str, Any]:
    """The work row that a plan stands for."""
    row: dict[str, Any] = {"id": id_, "step": None, "lane": None, "due_at": None, "rank": 0.0, "parts": None}
    match plan:
        case Run():
            row |= {"state": "ready" if plan.due <= now else "future", "step": plan.step, "lane": plan.lane}
            row |= {"due_at": plan.due, "rank": plan.rank.value, "parts": encode(plan.rank.parts)}
        case Wait():
            row |= {"state": "waiting", "due_at": plan.until, "rank": plan.rank.value}
            row |= {"parts": encode(plan.rank.parts)}
        case Done(revisit_at=None):
            row |= {"state": "done"}
        case Done():
            row |= {"state": "future", "due_at": plan.revisit_at}
    row["why"] = plan.why
    return row


def offer(batch: Batch, rows: Iterable[dict[str, Any]]) -> None:
    """Tell the lanes of what has become ready."""
    heads: dict[str, float] = {}
    for row in rows:
        if row["state"] == "ready":
            heads[row["lane"]] = min(row["rank"], heads.get(row["lane"], row["rank"]))
    lanes.offer(batch.tx, [{**lane_row(name), "head": heads[name]} for name in sorted(heads)])


def end_waits(batch: Batch, facts: dict[int, Facts], plans: dict[int, Plan]) -> None:
    """Who no longer waits has no wait; one that ran out is remembered, so that it does not begin again."""
    ended = []
    for id_, f in facts.items():
        if not isinstance(f, JobFacts) or isinstance(plans[id_], Wait):
            continue
        ended.append(id_)
        if f.wait is not None and not f.wait.over and f.wait.deadline <= batch.now:
            work.give_up(batch.tx, id_, f.wait.awaited_id, batch.now, "waited until the deadline")
            batch.log.add(id_, "gave-up", reason="waited for its company until the deadline, goes on without")
            batch.plan_again(f.wait.awaited_id)
    # Waits for an employer of before go too, and nobody lends these their rank any more.
    batch.plan_again(*work.end_waits_of(batch.tx, ended))


def settle(batch: Batch, facts: dict[int, Facts], done: dict[int, Done]) -> None:
    """Tickets get their verdict, waiters wake."""
    if not done:
        return
    news = {id_: p for id_, p in done.items() if facts[id_].live or facts[id_].verdict != p.verdict}
    asked = [id_ for id_ in news if facts[id_].live or explored(facts[id_])]
    ends = {id_: settled_at(facts[id_], news[id_], batch.now) for id_ in asked}
    entities.settle(batch.tx, [{"id": id_, "verdict": news[id_].verdict, "now": ends[id_]} for id_ in asked])
    rows = [{"id": i, "verdict": p.verdict, "why": p.why, "now": batch.now} for i, p in news.items() if facts[i].live]
    items.settle(batch.tx, rows)
    for id_ in asked:
        batch.log.add(id_, "settled", outcome=news[id_].verdict, reason=news[id_].why)
    # Which posting of a role is shown depends on which of them are matches now; and whether a match is reviewed, on
    # whoever asked having been answered.
    jobs = [id_ for id_ in asked if isinstance(facts[id_], JobFacts)]
    batch.plan_again(*results.twins(batch.tx, jobs), *(id_ for id_ in jobs if news[id_].revisit_at is not None))
    batch.look(*work.wake(batch.tx, list(done)))


def settled_at(facts: Facts, done: Done, now: float) -> float:
    """When this came to be known: an answer from what was done before makes nothing fresher."""
    if facts.settled_at is None or done.verdict is not Verdict.SUCCESS:
        return now
    worked = max((p.tried_at or 0.0 for p in facts.progress.values()), default=0.0)
    return now if worked > facts.settled_at else facts.settled_at


def explored(facts: Facts) -> bool:
    """An entity that is only known by name has not been settled by being left alone."""
    return bool(facts.progress)
