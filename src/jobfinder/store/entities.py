"""Statements on entities, their names (aliases), their postings and where they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from jobfinder.model import Company, EntityType, Job, Posting, Record, Source
from jobfinder.store.db import Row, Tx

R = TypeVar("R", bound=Record)

_JSON = msgspec.json.Encoder()
_DOCS: dict[str, msgspec.json.Decoder[Job] | msgspec.json.Decoder[Company] | msgspec.json.Decoder[Source]] = {
    EntityType.JOB: msgspec.json.Decoder(Job, strict=False),
    EntityType.COMPANY: msgspec.json.Decoder(Company, strict=False),
    EntityType.SOURCE: msgspec.json.Decoder(Source, strict=False),
}
_POSTING = msgspec.json.Decoder(Posting, strict=False)


def encode(record: object) -> str:
    """JSON text of a record or plain value."""
    return _JSON.encode(record).decode()


def decode_doc(type_: str, text: str) -> Job | Company | Source:
    """The record of an entity row."""
    return _DOCS[type_].decode(text)


def decode_posting(text: str) -> Posting:
    return _POSTING.decode(text)


# ---------------------------------------------------------------- entities and names


def by_keys(tx: Tx, keys: Sequence[str]) -> dict[str, int]:
    """key → entity id, for those that are known."""
    rows = tx.all("SELECT key, entity_id FROM alias WHERE key IN :keys", keys=list(keys))
    return {row["key"]: row["entity_id"] for row in rows}


def insert(
    tx: Tx,
    type_: str,
    key: str,
    doc: Record,
    now: float,
    *,
    lane: str | None = None,
    company_id: int | None = None,
    predicted: float = 0.5,
    facts_hash: str | None = None,
    label: str | None = None,
) -> int:
    """A new entity, not known under any name yet."""
    row = tx.one(
        """
        INSERT INTO entity (type, key, label, doc, lane, company_id, predicted, facts_hash, created_at, touched_at)
        VALUES (:type, :key, :label, :doc, :lane, :company_id, :predicted, :facts_hash, :now, :now)
        ON CONFLICT (key) DO UPDATE SET touched_at = entity.touched_at
        RETURNING id
        """,
        type=type_,
        key=key,
        doc=encode(doc),
        lane=lane,
        company_id=company_id,
        predicted=predicted,
        facts_hash=facts_hash,
        label=label,
        now=now,
    )
    assert row is not None
    return int(row["id"])


def add_aliases(tx: Tx, entity_id: int, keys: Iterable[str]) -> None:
    """Give an entity further names; names that are taken stay with their owner."""
    tx.many(
        "INSERT INTO alias (key, entity_id) VALUES (:key, :id) ON CONFLICT (key) DO NOTHING",
        [{"key": key, "id": entity_id} for key in keys],
    )


def get(tx: Tx, ids: Sequence[int]) -> list[Row]:
    """Entity rows by id."""
    return tx.all("SELECT * FROM entity WHERE id IN :ids", ids=list(ids))


def find(tx: Tx, key: str) -> Row | None:
    """The entity row behind a name."""
    return tx.one("SELECT e.* FROM alias a JOIN entity e ON e.id = a.entity_id WHERE a.key = :key", key=key)


def names(tx: Tx, entity_id: int) -> list[str]:
    """All names of an entity."""
    rows = tx.all("SELECT key FROM alias WHERE entity_id = :id ORDER BY key", id=entity_id)
    return [row["key"] for row in rows]


def all_of(tx: Tx, type_: str, limit: int, after: int = 0) -> list[Row]:
    """Entities of one type in order of their ids."""
    return tx.all(
        "SELECT * FROM entity WHERE type = :type AND id > :after ORDER BY id LIMIT :limit",
        type=type_,
        after=after,
        limit=limit,
    )


def counts(tx: Tx) -> dict[str, int]:
    """Number of entities by type."""
    return {row["type"]: row["n"] for row in tx.all("SELECT type, COUNT(*) AS n FROM entity GROUP BY type")}


def set_doc(tx: Tx, entity_id: int, doc: Record, *, lane: str | None = None, label: str | None = None) -> None:
    """Replace the record; a lane or label of null stays as it is."""
    tx.run(
        """
        UPDATE entity SET doc = :doc, lane = COALESCE(:lane, lane), label = COALESCE(:label, label) WHERE id = :id
        """,
        id=entity_id,
        doc=encode(doc),
        lane=lane,
        label=label,
    )


def set_company(tx: Tx, entity_id: int, doc: Company, *, complete: bool, facts_hash: str, lane: str | None) -> None:
    """Replace a company's record and what others see of it."""
    tx.run(
        """
        UPDATE entity SET doc = :doc, complete = :complete, facts_hash = :facts_hash, tier = :tier,
               label = COALESCE(:label, label), lane = COALESCE(:lane, lane)
        WHERE id = :id
        """,
        id=entity_id,
        doc=encode(doc),
        complete=int(complete),
        facts_hash=facts_hash,
        tier=doc.tier,
        label=doc.name,
        lane=lane,
    )


def set_employer(tx: Tx, job_id: int, company_id: int) -> None:
    tx.run("UPDATE entity SET company_id = :company WHERE id = :id", id=job_id, company=company_id)


def force(tx: Tx, entity_id: int, now: float) -> None:
    """Expire the web steps done before now."""
    tx.run("UPDATE entity SET forced_at = :now WHERE id = :id", id=entity_id, now=now)


def settle(tx: Tx, rows: Sequence[dict[str, object]]) -> None:
    """Remember how work ended: `id, verdict, now`."""
    tx.many("UPDATE entity SET verdict = :verdict, settled_at = :now WHERE id = :id", rows)


def touch(tx: Tx, ids: Sequence[int], now: float) -> None:
    """The state behind these entities changed now."""
    tx.run("UPDATE entity SET touched_at = :now WHERE id IN :ids", ids=list(ids), now=now)


# ---------------------------------------------------------------- postings


def put_posting(
    tx: Tx, job_id: int, posting: Posting, hash_: str, *, posted_at: float | None, predicted: float, now: float
) -> None:
    """The posting as just read. It is there, so the job is neither suspect nor closed. The facts read from one that
    said the same are kept.
    """
    tx.run(
        """
        INSERT INTO posting (job_id, doc, read_at) VALUES (:id, :doc, :now)
        ON CONFLICT (job_id) DO UPDATE SET doc = excluded.doc, read_at = excluded.read_at
        """,
        id=job_id,
        doc=encode(posting),
        now=now,
    )
    tx.run(
        """
        UPDATE posting SET offer = NULL, offer_version = NULL
        WHERE job_id = :id AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = :id AND e.posting_hash = :hash)
        """,
        id=job_id,
        hash=hash_,
    )
    tx.run(
        """
        UPDATE entity SET posting_hash = :hash, posted_at = :posted_at, predicted = :predicted,
               suspect_since = NULL, closed_at = NULL, closed_reason = NULL
        WHERE id = :id
        """,
        id=job_id,
        hash=hash_,
        posted_at=posted_at,
        predicted=predicted,
    )


def postings(tx: Tx, ids: Sequence[int]) -> dict[int, Posting]:
    """Postings by job id."""
    rows = tx.all("SELECT job_id, doc FROM posting WHERE job_id IN :ids", ids=list(ids))
    return {row["job_id"]: decode_posting(row["doc"]) for row in rows}


def offers(tx: Tx, ids: Sequence[int], version: int) -> dict[int, str]:
    """job id → the facts read from its posting, as JSON, where readers of this version have read it."""
    rows = tx.all(
        "SELECT job_id, offer FROM posting WHERE job_id IN :ids AND offer_version = :version",
        ids=list(ids),
        version=version,
    )
    return {row["job_id"]: row["offer"] for row in rows}


def put_offer(tx: Tx, job_id: int, offer: str, version: int) -> None:
    """The facts that the readers of `version` found in the posting, as JSON."""
    tx.run(
        "UPDATE posting SET offer = :offer, offer_version = :version WHERE job_id = :id",
        id=job_id,
        offer=offer,
        version=version,
    )


def confirm(tx: Tx, job_id: int, now: float) -> None:
    """The posting was read again and says the same."""
    tx.run("UPDATE posting SET read_at = :now WHERE job_id = :id", id=job_id, now=now)


def read_at(tx: Tx, job_id: int) -> float | None:
    """When a posting was last read."""
    row = tx.one("SELECT read_at FROM posting WHERE job_id = :id", id=job_id)
    return row["read_at"] if row else None


def suspect(tx: Tx, job_id: int, now: float) -> None:
    tx.run("UPDATE entity SET suspect_since = COALESCE(suspect_since, :now) WHERE id = :id", id=job_id, now=now)


def trust(tx: Tx, job_ids: Sequence[int]) -> None:
    """These pages were there when they were looked at: not suspect any more."""
    tx.run("UPDATE entity SET suspect_since = NULL WHERE id IN :ids AND suspect_since IS NOT NULL", ids=list(job_ids))


def close(tx: Tx, job_id: int, now: float, reason: str) -> None:
    """The posting is gone for good, as far as anybody can tell."""
    tx.run(
        """
        UPDATE entity SET closed_at = COALESCE(closed_at, :now), closed_reason = :reason, suspect_since = NULL
        WHERE id = :id
        """,
        id=job_id,
        now=now,
        reason=reason,
    )


# ---------------------------------------------------------------- listings


def listed_jobs(tx: Tx, source_id: int) -> dict[int, float | None]:
    """Open jobs that a source has listed: job id → missing since."""
    rows = tx.all(
        """
        SELECT l.job_id, l.missing_since FROM listed l JOIN entity e ON e.id = l.job_id
        WHERE l.source_id = :source AND e.closed_at IS NULL
        """,
        source=source_id,
    )
    return {row["job_id"]: row["missing_since"] for row in rows}


def sight(tx: Tx, source_id: int, job_ids: Iterable[int], now: float) -> None:
    """These jobs are in the listing of now."""
    tx.many(
        """
        INSERT INTO listed (source_id, job_id, first_at, last_at) VALUES (:source, :job, :now, :now)
        ON CONFLICT (source_id, job_id) DO UPDATE SET last_at = excluded.last_at, missing_since = NULL
        """,
        [{"source": source_id, "job": job, "now": now} for job in job_ids],
    )


def sighted(tx: Tx, source_id: int, since: float) -> frozenset[int]:
    """The jobs that a source has shown since a moment."""
    rows = tx.all(
        "SELECT job_id FROM listed WHERE source_id = :source AND last_at >= :since", source=source_id, since=since
    )
    return frozenset(row["job_id"] for row in rows)


def miss(tx: Tx, source_id: int, job_ids: Sequence[int], now: float) -> None:
    """These jobs are absent from the complete listing of now."""
    tx.run(
        """
        UPDATE listed SET missing_since = COALESCE(missing_since, :now)
        WHERE source_id = :source AND job_id IN :jobs
        """,
        source=source_id,
        jobs=list(job_ids),
        now=now,
    )


def listed_by(tx: Tx, job_id: int) -> list[Row]:
    """The sources that list a job."""
    return tx.all(
        """
        SELECT e.key, l.first_at, l.last_at, l.missing_since
        FROM listed l JOIN entity e ON e.id = l.source_id WHERE l.job_id = :job ORDER BY l.first_at
        """,
        job=job_id,
    )


# ---------------------------------------------------------------- merging


def merge(tx: Tx, winner: int, loser: int) -> None:
    """Two entities were one all along: names, tickets, waits, progress and postings go to `winner`.

    The loser's row goes, and with it its fence: whoever works on it can no longer commit.
    """
    both = {"w": winner, "l": loser}
    for sql in (
        "UPDATE alias SET entity_id = :w WHERE entity_id = :l",
        "UPDATE item SET entity_id = :w WHERE entity_id = :l",
        "UPDATE decision SET entity_id = :w WHERE entity_id = :l",
        "UPDATE entity SET company_id = :w WHERE company_id = :l",
        "UPDATE page SET entity_id = :w WHERE entity_id = :l",
        # A match is what a save produced: it goes where that goes.
        """DELETE FROM matched WHERE job_id = :l
           AND EXISTS (SELECT 1 FROM progress WHERE entity_id = :w AND step = 'save')""",
        "DELETE FROM matched WHERE job_id = :l AND EXISTS (SELECT 1 FROM matched m WHERE m.job_id = :w)",
        "UPDATE matched SET job_id = :w WHERE job_id = :l",
        "DELETE FROM choice WHERE job_id = :l AND EXISTS (SELECT 1 FROM choice c WHERE c.job_id = :w)",
        "UPDATE choice SET job_id = :w WHERE job_id = :l",
        """UPDATE outbox SET entity_id = :w WHERE entity_id = :l AND NOT EXISTS (
             SELECT 1 FROM outbox o
             WHERE o.entity_id = :w AND o.channel = outbox.channel AND o.version = outbox.version)""",
        "DELETE FROM outbox WHERE entity_id = :l",
        "DELETE FROM progress WHERE entity_id = :l AND step IN (SELECT step FROM progress WHERE entity_id = :w)",
        "UPDATE progress SET entity_id = :w WHERE entity_id = :l",
        """DELETE FROM wait WHERE (waiter_id = :l AND awaited_id IN (SELECT awaited_id FROM wait WHERE waiter_id = :w))
               OR (awaited_id = :l AND waiter_id IN (SELECT waiter_id FROM wait WHERE awaited_id = :w))
               OR (waiter_id = :l AND awaited_id = :w) OR (waiter_id = :w AND awaited_id = :l)""",
        "UPDATE wait SET waiter_id = :w WHERE waiter_id = :l",
        "UPDATE wait SET awaited_id = :w WHERE awaited_id = :l",
        "DELETE FROM listed WHERE job_id = :l AND source_id IN (SELECT source_id FROM listed WHERE job_id = :w)",
        "UPDATE listed SET job_id = :w WHERE job_id = :l",
        "DELETE FROM listed WHERE source_id = :l AND job_id IN (SELECT job_id FROM listed WHERE source_id = :w)",
        "UPDATE listed SET source_id = :w WHERE source_id = :l",
        "DELETE FROM work WHERE entity_id = :l",
    ):
        tx.run(sql, **both)
    tx.run(
        """
        INSERT INTO posting (job_id, doc, read_at, offer, offer_version)
        SELECT :w, doc, read_at, offer, offer_version FROM posting WHERE job_id = :l
        ON CONFLICT (job_id) DO NOTHING
        """,
        **both,
    )
    tx.run("DELETE FROM posting WHERE job_id = :l", **both)
    tx.run(
        """
        UPDATE entity SET
          posting_hash = COALESCE(posting_hash, (SELECT l.posting_hash FROM entity l WHERE l.id = :l)),
          company_id = COALESCE(company_id, (SELECT l.company_id FROM entity l WHERE l.id = :l)),
          settled_at = COALESCE(settled_at, (SELECT l.settled_at FROM entity l WHERE l.id = :l)),
          verdict = COALESCE(verdict, (SELECT l.verdict FROM entity l WHERE l.id = :l))
        WHERE id = :w
        """,
        **both,
    )
    tx.run("DELETE FROM entity WHERE id = :l", **both)
