"""What a step found, written: one function per kind of change, and the spawns that follow."""

from __future__ import annotations

from collections.abc import Sequence

from jobfinder.flow import roles
from jobfinder.flow import spawn as spawning
from jobfinder.flow.batch import Batch
from jobfinder.flow.identity import lane_of, posting_hash
from jobfinder.flow.schedule import Task
from jobfinder.model import EntityType, Posting, Step, Verdict
from jobfinder.steps.interface import (
    DropMatch,
    Found,
    Learn,
    Listed,
    SaveMatch,
    Seen,
    SetCompany,
    SetOffer,
    SetPosting,
    SetSource,
    Spawn,
)
from jobfinder.store import entities, items, progress, results, work
from jobfinder.store.db import Row

ALERT_CHANNEL = "inbox"
TRY_FAILED_AGAIN = 7 * 86_400.0


def apply_changes(batch: Batch, task: Task, found: Found) -> None:
    """Write the changes of one step to its entity."""
    id_ = task.entity_id
    for change in found.changes:
        match change:
            case Learn(keys=keys):
                learn(batch, id_, keys)
            case SetPosting():
                set_posting(batch, id_, change)
            case SetOffer():
                entities.put_offer(batch.tx, id_, entities.encode(change.offer), change.version)
            case SetCompany():
                set_company(batch, id_, change)
            case SetSource():
                set_source(batch, id_, change)
            case Listed():
                listed(batch, id_, change)
            case SaveMatch():
                save_match(batch, id_, change)
            case DropMatch():
                drop_match(batch, id_)


def learn(batch: Batch, id_: int, keys: tuple[str, ...]) -> None:
    """Stronger names: another entity that owns one of them is this one, which is at work and so stays."""
    for other in sorted(set(entities.by_keys(batch.tx, keys).values()) - {id_}):
        spawning.merge(batch, id_, other)
    entities.add_aliases(batch.tx, id_, keys)


def set_posting(batch: Batch, id_: int, change: SetPosting) -> None:
    row = entities.get(batch.tx, [id_])[0]
    job = entities.decode_doc(EntityType.JOB, row["doc"])
    spawning.put_posting(batch, id_, job, change.posting, change.employer)  # type: ignore[arg-type]


def set_company(batch: Batch, id_: int, change: SetCompany) -> None:
    """Hints that postings left meanwhile are kept."""
    row = entities.get(batch.tx, [id_])[0]
    stored = entities.decode_doc(EntityType.COMPANY, row["doc"])
    spawning.put_company(batch, id_, spawning.joined(change.company, stored), complete=change.complete)  # type: ignore[arg-type]


def set_source(batch: Batch, id_: int, change: SetSource) -> None:
    entities.set_doc(batch.tx, id_, change.source, lane=lane_of(change.source.url))
    if change.employer is not None:
        company_id = spawning.resolve_company(batch, change.employer)
        if company_id is not None:
            entities.set_employer(batch.tx, id_, company_id)


def save_match(batch: Batch, id_: int, change: SaveMatch) -> None:
    results.save_match(batch.tx, id_, change.score, change.least, change.doc, change.version, batch.now)
    if change.role is not None:
        roles.join(batch, id_, change.role)
    if change.alert:
        results.post(batch.tx, id_, ALERT_CHANNEL, change.version, change.doc, batch.now)


def drop_match(batch: Batch, id_: int) -> None:
    """Another posting of the role may be the one that is shown now."""
    batch.plan_again(*results.twins(batch.tx, [id_]))
    results.drop_match(batch.tx, id_)


# ---------------------------------------------------------------- listings


def listed(batch: Batch, source_id: int, change: Listed) -> None:
    """New postings become known, known ones are confirmed, absent ones are missed."""
    before = entities.listed_jobs(batch.tx, source_id)
    owners = entities.by_keys(batch.tx, [key for seen in change.seen for key in seen.keys])
    found = [see(batch, seen, next((owners[key] for key in seen.keys if key in owners), None)) for seen in change.seen]
    present = [id_ for id_ in dict.fromkeys(found) if id_ not in batch.gone]
    entities.sight(batch.tx, source_id, present, batch.now)
    # Seen just now, they need not be read again as soon as was planned.
    work.look_again_at_seen(batch.tx, present)
    batch.plan_again(*(id_ for id_ in present if id_ not in before))
    back = [id_ for id_ in present if before.get(id_) is not None]
    missing = absent(batch, source_id, change, set(before) - set(present)) if change.complete else []
    entities.miss(batch.tx, source_id, missing, batch.now)
    newly = [id_ for id_ in missing if before[id_] is None]
    for id_ in newly:
        batch.log.add(id_, "missing", reason="absent from a complete listing: its page is looked at again")
    batch.look(*newly, *back)


def absent(batch: Batch, source_id: int, change: Listed, candidates: set[int]) -> list[int]:
    """Those that no part of the listing showed."""
    shown = entities.sighted(batch.tx, source_id, change.began) if change.began is not None else frozenset()
    return sorted(candidates - shown)


def see(batch: Batch, seen: Seen, known_id: int | None) -> int:
    """One posting of a listing; returns its job. Its text is stored where the listing gives it and it is news."""
    if known_id is None:
        spawn = Spawn(type=EntityType.JOB, keys=seen.keys, doc=seen.job, posting=seen.posting, company=seen.employer)
        return spawning.make_known(batch, spawn)[0]
    entities.add_aliases(batch.tx, known_id, seen.keys)
    if seen.posting is not None:
        compare(batch, seen, seen.posting, known_id)
    return known_id


def compare(batch: Batch, seen: Seen, posting: Posting, known_id: int) -> None:
    """The text of a listing beside the one that is stored: a confirmation, or news.

    A feed's wording of a posting is not the posting's own: once the page has been read, only the page brings news.
    """
    row = entities.get(batch.tx, [known_id])[0]
    if row["posting_hash"] == posting_hash(posting) and not row["closed_at"] and not row["suspect_since"]:
        entities.confirm(batch.tx, known_id, batch.now)
    elif posting.board is not None or not progress.is_done(batch.tx, known_id, Step.SCRAPE):
        spawning.put_posting(batch, known_id, seen.job, posting, seen.employer)
        batch.log.add(known_id, "changed", reason="its listing shows another text")
        batch.look(known_id)


# ---------------------------------------------------------------- spawns


def follow_up(batch: Batch, task: Task, found: Found) -> None:
    """Ask for work on what came to light."""
    for spawn in found.spawns:
        entity_id, _ = spawning.make_known(batch, spawn)
        if spawn.work:
            request(batch, task, entity_id, spawn.why)
    for change in found.changes:
        if isinstance(change, Listed):
            take_up(batch, task, change.seen)


def take_up(batch: Batch, task: Task, seen: Sequence[Seen]) -> None:
    """Postings that nobody has worked on yet, in the order of the listing."""
    owners = entities.by_keys(batch.tx, [key for one in seen for key in one.keys])
    found = (next((owners[key] for key in one.keys if key in owners), None) for one in seen)
    for id_ in dict.fromkeys(id_ for id_ in found if id_ is not None):
        request(batch, task, id_, "listed")


def settled(row: Row, now: float) -> bool:
    """Is this entity done with? A failure is, until it is old enough to be worth another round."""
    if row["settled_at"] is None:
        return False
    return bool(row["verdict"] != Verdict.FAILED or now - row["settled_at"] < TRY_FAILED_AGAIN)


def request(batch: Batch, task: Task, entity_id: int, why: str) -> None:
    """Ask for work, unless that has been done already; those of our own ancestors are refused by name."""
    row = entities.get(batch.tx, [entity_id])[0]
    if row["type"] == EntityType.COMPANY and row["settled_at"] is not None:
        return
    if settled(row, batch.now) or items.has_live(batch.tx, entity_id):
        line, _ = spawning.standing(batch, task.entity_id)
        if entity_id in items.entities_of(batch.tx, line.chain):
            spawning.ask(batch, task.entity_id, entity_id, why)
        return
    spawning.ask(batch, task.entity_id, entity_id, why)
