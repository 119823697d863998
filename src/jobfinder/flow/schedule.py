"""The schedule: keeps `work` in step with the plans and hands out what may run, best first, as lanes allow.

It is not the truth: `resync` derives every row again from state. [guarded]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jobfinder.flow.apply import Planned, plan_all, work_row
from jobfinder.flow.batch import Batch
from jobfinder.flow.facts import CompanyFacts, Facts, JobFacts, SourceFacts
from jobfinder.flow.lane import LATEST, lane_row
from jobfinder.flow.load import load
from jobfinder.flow.plan import Done, Plan, Run, plan
from jobfinder.flow.plan.pipeline import CPU
from jobfinder.model import EntityType, Record, Step
from jobfinder.store import lanes, results, work

LONGEST_LEASE = 600.0
LOOK = 128
"""Entities that are planned at a time: as many as a worker takes, so that most go to work on the facts just read."""
PROMOTE = 1000
RESYNC_PAGE = 500


TYPES: dict[type[Facts], EntityType] = {
    JobFacts: EntityType.JOB,
    CompanyFacts: EntityType.COMPANY,
    SourceFacts: EntityType.SOURCE,
}


class Task(Record, frozen=True):
    """A claimed step: who holds `fence` may commit it. `fingerprint` is that of the facts given."""

    entity_id: int
    fence: int
    step: Step
    lane: str
    fingerprint: str
    facts: Facts

    @property
    def type(self) -> EntityType:
        """What is worked on."""
        return TYPES[type(self.facts)]


class Claimed(Record, frozen=True):
    """Tasks to execute. `looked` counts entities that were planned; zero of both means that nothing is due now."""

    tasks: tuple[Task, ...]
    looked: int


def claim(batch: Batch, free: int, web: int, holder: str, lease: float) -> Claimed:
    """Bring due work forward, plan what changed, take up to `free` steps, `web` of them on lanes of hosts."""
    reap(batch)
    promoted = promote(batch)
    looked, planned = look(batch)
    return Claimed(tasks=take(batch, free, web, holder, lease, planned), looked=looked + promoted)


def reap(batch: Batch) -> None:
    """Work whose holder is silent is free again; the holder's fence is raised, so a late commit changes nothing."""
    ids = [row["entity_id"] for row in work.reap(batch.tx, batch.now, batch.now + LONGEST_LEASE)]
    if ids:
        work.raise_fences(batch.tx, ids)
        batch.plan_again(*results.twins(batch.tx, ids))
        lanes.sweep(batch.tx, batch.now)
        for id_ in ids:
            batch.log.add(id_, "reaped", reason="its worker was silent until the lease ran out")


def promote(batch: Batch) -> int:
    """What was to come and is due now."""
    rows = work.promote(batch.tx, batch.now, PROMOTE)
    heads: dict[str, float] = {}
    for row in rows:
        if row["state"] == "ready":
            heads[row["lane"]] = min(row["rank"], heads.get(row["lane"], row["rank"]))
    lanes.offer(batch.tx, [{**lane_row(name), "head": heads[name]} for name in sorted(heads)])
    return len(rows)


def look(batch: Batch) -> tuple[int, Planned]:
    """Plan what changed; returns how many entities that were, and the plans."""
    ids = work.to_look(batch.tx, LOOK)
    return len(ids), plan_all(batch, ids) if ids else {}


def take(batch: Batch, free: int, web: int, holder: str, lease: float, planned: Planned) -> tuple[Task, ...]:
    """Lease the best ready work of all open lanes. `planned` is what has just been planned."""
    if free <= 0:
        return ()
    chosen = choose(batch, free, web)
    if not chosen:
        return ()
    first = work.next_fences(batch.tx, len(chosen))
    fences = {row["entity_id"]: first + n for n, row in enumerate(chosen)}
    until = batch.now + lease
    work.lease(
        batch.tx, [{"id": id_, "fence": fence, "until": until, "holder": holder} for id_, fence in fences.items()]
    )
    serve(batch, chosen)
    return verified(batch, {row["entity_id"]: row["lane"] for row in chosen}, fences, planned)


def choose(batch: Batch, free: int, web: int) -> list[dict[str, Any]]:
    """The best `free` rows over all open lanes, none beyond what its lane allows, at most `web` on hosts."""
    found: list[dict[str, Any]] = []
    empty: list[str] = []
    for lane in lanes.open_(batch.tx, batch.now, LATEST, free):
        room = free if lane["cap"] is None else lane["cap"] - lane["used"]
        room = min(room, free if lane["interval"] == 0 else 1)
        rows = work.best_of_lane(batch.tx, lane["name"], room)
        found += [{"entity_id": row["entity_id"], "rank": row["rank"], "lane": lane["name"]} for row in rows]
        if not rows:
            empty.append(lane["name"])
    lanes.served(batch.tx, [{"name": name, "now": batch.now, "count": 0} for name in sorted(empty)])
    best = sorted(found, key=lambda row: (row["rank"], row["entity_id"]))
    hosts = [row for row in best if row["lane"] != CPU]
    left_out = {row["entity_id"] for row in hosts[web:]}
    return [row for row in best if row["entity_id"] not in left_out][:free]


def serve(batch: Batch, chosen: Sequence[dict[str, Any]]) -> None:
    """Take a token of its lane for each."""
    counts: dict[str, int] = {}
    for row in chosen:
        counts[row["lane"]] = counts.get(row["lane"], 0) + 1
    rows = [{"name": name, "now": batch.now, "count": counts[name]} for name in sorted(counts)]
    lanes.served(batch.tx, rows)


def verified(batch: Batch, lane_of: dict[int, str], fences: dict[int, int], planned: Planned) -> tuple[Task, ...]:
    """Plan the leased work from the facts of now: what is no longer due on that lane goes back to where it belongs.

    What has just been planned need not be planned again where leases make no difference to it, as they do to reviews.
    """
    known = {id_: planned[id_] for id_ in fences if id_ in planned and lane_of[id_] == CPU}
    facts = load(batch.tx, [id_ for id_ in fences if id_ not in known], batch.seeker)
    tasks, moved = [], []
    for id_, fence in fences.items():
        f, now = known[id_] if id_ in known else (facts[id_], plan(facts[id_], batch.now))
        if isinstance(now, Run) and now.due <= batch.now and now.lane == lane_of[id_]:
            tasks.append(
                Task(entity_id=id_, fence=fence, step=now.step, lane=now.lane, fingerprint=now.fingerprint, facts=f)
            )
        else:
            moved.append(id_)
    if moved:
        plan_all(batch, moved)
    return tuple(tasks)


# ---------------------------------------------------------------- resync


class Resynced(Record, frozen=True):
    """What a resync looked at, and what differed: (entity id, stored, derived)."""

    entities: int
    changed: tuple[tuple[int, str, str], ...]
    dropped: int


def resync_page(batch: Batch, after: int) -> tuple[int, int, list[tuple[int, str, str]]]:
    """Derive the work of the next page of entities: (last id or 0, how many, differences). Live leases are kept."""
    rows = work.page(batch.tx, after, RESYNC_PAGE)
    if not rows:
        return 0, 0, []
    # Held, so that nobody takes up meanwhile what is written below.
    held = work.lock(batch.tx, [row["id"] for row in rows])
    stored: dict[int, Any] = {row["id"]: held.get(row["id"], row) for row in rows}
    free = [id_ for id_, row in stored.items() if row["state"] != "leased"]
    facts = load(batch.tx, free, batch.seeker)
    changed, rewrite = [], []
    for id_, f in facts.items():
        now = plan(f, batch.now)
        if stored[id_]["state"] is None and is_only_known(f, now):
            continue
        derived = work_row(id_, now, batch.now)
        settled = not isinstance(now, Done) or not f.live
        difference = None if is_to_look(stored[id_], batch.now) else compare(stored[id_], derived, settled=settled)
        if difference is not None:
            changed.append((id_, *difference))
            rewrite.append(id_)
    if rewrite:
        plan_all(batch, rewrite)
    return int(rows[-1]["id"]), len(rows), changed


def is_only_known(facts: Facts, now: Plan) -> bool:
    """Nobody has ever asked for it, and nothing is to be done: it needs no row."""
    return isinstance(now, Done) and not facts.live and facts.settled_at is None


def is_to_look(stored: Any, now: float) -> bool:
    """Its moment has come without anybody at work: the next claim plans it again."""
    return stored["state"] in ("future", "waiting") and stored["step"] is None and stored["due_at"] <= now


def compare(stored: Any, derived: dict[str, Any], *, settled: bool) -> tuple[str, str] | None:
    """How a stored row differs from the derived one, as text; null if it does not.

    A row that is marked to be looked at says nothing yet, and one that is due counts the same as one that is ready.
    """
    if stored["state"] == "look" and settled:
        return None
    before = shape(stored, derived["state"] == "ready" and stored["state"] == "future")
    after = shape(derived, False)
    return None if before == after and settled else (before, after)


def shape(row: Any, due: bool) -> str:
    if row["state"] is None:
        return "no work"
    state = "ready" if due else row["state"]
    due_at = "" if row["due_at"] is None else f" at {row['due_at']:.3f}"
    if state == "waiting":
        due_at = ""
    return f"{state} {row['step'] or '-'} on {row['lane'] or '-'}{due_at} rank {row['rank']:.3f}"
