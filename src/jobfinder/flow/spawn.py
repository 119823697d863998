"""Making entities known, giving them work, and refusing to: the lineage rules at the only place where work begins.

A refusal never undoes what else is in the transaction; it is logged on the entity that asked.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Broken
from jobfinder.flow.batch import Batch
from jobfinder.flow.identity import company_facts_hash, company_keys, employer_of, lane_of, posting_hash
from jobfinder.flow.lineage import child, refusal, root
from jobfinder.flow.plan.pipeline import PIPELINES
from jobfinder.match.expect import predicted
from jobfinder.model import Company, EntityType, Job, JobQueueItem, Line, Posting, Record, Source, Verdict
from jobfinder.read.dates import epoch
from jobfinder.steps.company_save import is_complete
from jobfinder.steps.interface import Employer, Spawn
from jobfinder.store import entities, items, ledger, progress, work
from jobfinder.store.db import Row

MAX_DEPTH = 10
SEEN_OF_COMPANY = ("label", "complete", "facts_hash", "tier")
"""Columns of a company that `flow.load` shows to its jobs and sources."""


class How(StrEnum):
    """What came of asking for work on an entity."""

    SPAWNED = "spawned"
    JOINED = "joined"
    REFUSED = "refused"


class Asked(Record, frozen=True):
    """`why` explains a refusal."""

    how: How
    why: str = ""


# ---------------------------------------------------------------- making known


def known(batch: Batch, keys: tuple[str, ...]) -> int | None:
    """The entity behind these names; where they name several, these are one from now on."""
    found = entities.by_keys(batch.tx, keys)
    ids = list(dict.fromkeys(found[key] for key in keys if key in found))
    if not ids:
        return None
    winner = oldest_settled(batch, ids) if len(ids) > 1 else ids[0]
    for other in ids:
        if other != winner:
            merge(batch, winner, other)
    return winner


def oldest_settled(batch: Batch, ids: list[int]) -> int:
    rows = entities.get(batch.tx, ids)
    return int(min(rows, key=lambda row: (row["settled_at"] is None, row["id"]))["id"])


def merge(batch: Batch, winner: int, loser: int) -> None:
    """Two entities turn out to be one."""
    rows = {row["id"]: row for row in entities.get(batch.tx, [winner, loser])}
    if rows[winner]["type"] != rows[loser]["type"]:
        # Whoever gave one of them that name misread something; the store is sound.
        raise Broken(f"{rows[winner]['key']} and {rows[loser]['key']} share a name but are of different types.")
    merge_docs(batch, rows[winner], rows[loser])
    entities.merge(batch.tx, winner, loser)
    ledger.move(batch.tx, winner, loser)
    batch.merged(winner, loser)
    # Those of the loser have another company now, and those of the winner may have one that has settled.
    work.look_again_at_those_of(batch.tx, winner)
    batch.log.add(winner, "merged", reason=f"{rows[loser]['key']} is the same as {rows[winner]['key']}")


def merge_docs(batch: Batch, winner: Row, loser: Row) -> None:
    """What only the loser knew is kept."""
    if winner["type"] != EntityType.COMPANY:
        return
    mine = entities.decode_doc(EntityType.COMPANY, winner["doc"])
    theirs = entities.decode_doc(EntityType.COMPANY, loser["doc"])
    assert isinstance(mine, Company)
    assert isinstance(theirs, Company)
    both = joined(mine, theirs)
    put_company(batch, winner["id"], both, complete=bool(winner["complete"] or loser["complete"]) or is_complete(both))


def joined(mine: Company, theirs: Company) -> Company:
    """Every fact of `mine`, and those of `theirs` that `mine` lacks."""
    values = {name: getattr(mine, name) or getattr(theirs, name) for name in Company.__struct_fields__}
    values["boards"] = tuple(dict.fromkeys((*mine.boards, *theirs.boards)))
    return Company(**values)


def put_company(batch: Batch, company_id: int, company: Company, *, complete: bool) -> None:
    """Store a company as known now. Jobs and sources that see something else of it are planned again."""
    before = entities.get(batch.tx, [company_id])[0]
    entities.set_company(
        batch.tx,
        company_id,
        company,
        complete=complete,
        facts_hash=company_facts_hash(company) if complete else "",
        lane=lane_of(company.website) or lane_of_board(company),
    )
    after = entities.get(batch.tx, [company_id])[0]
    if any(before[name] != after[name] for name in SEEN_OF_COMPANY):
        work.look_again_at_those_of(batch.tx, company_id)


def lane_of_board(company: Company) -> str | None:
    """A company without a site is looked for on its board's page."""
    return lane_of(company.boards[0]) if company.boards else None


def resolve_company(batch: Batch, employer: Employer) -> int | None:
    """The company behind what is known of an employer; made known here if need be, but not worked on. All postings of
    a listing ask for the same one.
    """
    if employer not in batch.employers:
        batch.employers[employer] = known_company(batch, employer)
    return batch.employers[employer]


def known_company(batch: Batch, employer: Employer) -> int | None:
    keys = company_keys(employer)
    if not keys:
        return None
    hint = Company(name=employer.name, website=employer.website, boards=told_boards(employer))
    company_id = known(batch, keys)
    if company_id is None:
        company_id = entities.insert(
            batch.tx, EntityType.COMPANY, keys[0], hint, batch.now, lane=lane_of(hint.website), label=hint.name
        )
        put_company(batch, company_id, hint, complete=False)
        batch.log.add(company_id, "known", reason="named by a posting or a source")
        batch.look(company_id)
    else:
        learn_hints(batch, company_id, hint)
    entities.add_aliases(batch.tx, company_id, keys)
    return company_id


def told_boards(employer: Employer) -> tuple[str, ...]:
    """The address of the employer's board, where it tells what it is; on an own domain its source is known anyway."""
    url = employer.source_key
    return (url,) if url and employer.board and registry.tells(url, *employer.board) else ()


def learn_hints(batch: Batch, company_id: int, hint: Company) -> None:
    """A posting may know a company's site or board before the company does."""
    row = entities.get(batch.tx, [company_id])[0]
    company = entities.decode_doc(EntityType.COMPANY, row["doc"])
    assert isinstance(company, Company)
    merged = joined(company, without_own_sources(batch, company_id, company, hint))
    if merged != company:
        put_company(batch, company_id, merged, complete=bool(row["complete"]) or is_complete(merged))
        batch.look(company_id)


def without_own_sources(batch: Batch, company_id: int, company: Company, hint: Company) -> Company:
    """A board that is a source of the company already is no news to it, unless its site is still looked for there."""
    news = [url for url in hint.boards if url not in company.boards]
    if not news or company.website is None:
        return hint
    found = entities.by_keys(batch.tx, [registry.recognize(url).key for url in news])
    owned = any(row["company_id"] == company_id for row in entities.get(batch.tx, list(found.values())))
    return replace(hint, boards=()) if owned else hint


def make_known(batch: Batch, spawn: Spawn) -> tuple[int, bool]:
    """(entity id, is it new) of what came to light."""
    if isinstance(spawn.doc, Company):
        company = spawn.doc
        found = resolve_company(batch, spawn.company or Employer(name=company.name, website=company.website))
        assert found is not None
        return found, False
    entity_id = known(batch, spawn.keys)
    new = entity_id is None
    if entity_id is None:
        entity_id = insert(batch, spawn)
    entities.add_aliases(batch.tx, entity_id, spawn.keys)
    if spawn.posting is not None and isinstance(spawn.doc, Job):
        put_posting(batch, entity_id, spawn.doc, spawn.posting, spawn.company)
    return entity_id, new


def insert(batch: Batch, spawn: Spawn) -> int:
    company_id = resolve_company(batch, spawn.company) if spawn.company else None
    doc = spawn.doc
    assert isinstance(doc, Job | Source)
    title = doc.title if isinstance(doc, Job) else doc.url
    return entities.insert(
        batch.tx,
        spawn.type,
        spawn.keys[0],
        doc,
        batch.now,
        lane=lane_of(doc.url),
        company_id=company_id,
        predicted=predict(batch, title) if isinstance(doc, Job) else 0.5,
        label=title,
    )


def predict(batch: Batch, title: str | None) -> float:
    return predicted(title, None, batch.seeker.prefs, batch.seeker.profile)


def put_posting(batch: Batch, job_id: int, job: Job, posting: Posting, employer: Employer | None) -> bool:
    """Store what a posting says now. Returns whether that is news."""
    row = entities.get(batch.tx, [job_id])[0]
    hash_ = posting_hash(posting)
    news = bool(row["posting_hash"] != hash_ or row["closed_at"] or row["suspect_since"])
    posted_at = epoch(posting.posted_at) if posting.posted_at else None
    entities.put_posting(
        batch.tx,
        job_id,
        posting,
        hash_,
        posted_at=posted_at,
        predicted=predict(batch, posting.title),
        now=batch.now,
    )
    doc = Job(url=job.url, title=posting.title, company_name=posting.company, company_url=posting.company_url)
    entities.set_doc(batch.tx, job_id, doc, lane=lane_of(job.url), label=posting.title)
    company_id = resolve_company(batch, employer or employer_of(posting, job.url))
    if company_id is not None:
        entities.set_employer(batch.tx, job_id, company_id)
    return news


# ---------------------------------------------------------------- giving work


def ask(batch: Batch, asker: int, target: int, why: str) -> Asked:
    """Ask for work on `target` in the name of `asker`: a ticket of its own, a place in a queue that exists, or no."""
    line, parent = standing(batch, asker)
    ancestors = items.entities_of(batch.tx, line.chain)
    reason = refusal(line, asker, target, ancestors)
    row = entities.get(batch.tx, [target])[0]
    if reason is not None:
        batch.log.add(asker, "refused", outcome=reason.partition(":")[0], reason=f"{row['key']}: {reason}")
        return Asked(how=How.REFUSED, why=reason)
    if items.has_live(batch.tx, target):
        batch.log.add(asker, "joined", reason=f"{row['key']} has work already: {why}")
        return Asked(how=How.JOINED)
    ticket(batch, row, child(line, parent) if parent else root(batch.new_id(), MAX_DEPTH, line.parent_id))
    if row["verdict"] == Verdict.FAILED:
        grant_round(batch, row)
    batch.log.add(asker, "spawned", reason=f"{row['key']}: {why}")
    batch.look(target)
    return Asked(how=How.SPAWNED)


def grant_round(batch: Batch, row: Row) -> None:
    """What failed may be tried once more: attempts count anew, and a step that read nothing looks again."""
    progress.grant(batch.tx, row["id"])
    for spec in PIPELINES[row["type"]]:
        for outcome, verdict in spec.stops.items():
            if verdict is Verdict.FAILED:
                progress.undo(batch.tx, row["id"], spec.step, outcome)


def standing(batch: Batch, entity_id: int) -> tuple[Line, str | None]:
    """Where spawns of this entity stand: under its live ticket of smallest depth, else at the root of a new lineage."""
    live = items.elder(batch.tx, entity_id)
    if live is not None:
        return items.line_of(live), live["id"]
    last = items.last(batch.tx, entity_id)
    return root("", MAX_DEPTH, last["id"] if last else None), None


def ticket(batch: Batch, row: Row, line: Line, *, mine: bool = False) -> str:
    """A new ticket on a known entity."""
    doc = entities.decode_doc(row["type"], row["doc"])
    item = JobQueueItem(
        type=row["type"],
        url=doc.website if isinstance(doc, Company) else doc.url,
        company_name=doc.name if isinstance(doc, Company) else None,
        submitted_by="jobfinder",
    )
    item_id = batch.new_id()
    items.insert(batch.tx, item, item_id, row["id"], line, batch.now, mine=mine)
    return item_id
