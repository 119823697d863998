"""Judged: every job whose posting was read, as a case to be judged again; a page at a time, so that 100,000 need little
memory.

Read-only. Called by `dropping`, `trying` and `suggesting`. No request: what is judged is what is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from jobfinder.flow.seen import sightings
from jobfinder.flow.unit import UnitOfWork
from jobfinder.match.offer import OFFER_VERSION, Offer, offer_of, with_seen
from jobfinder.match.prefs import Preferences
from jobfinder.match.rules import Case, case_of
from jobfinder.model import Company, Record, Verdict
from jobfinder.read.red_flags import Sightings
from jobfinder.store import entities, judged
from jobfinder.store.db import Row, Tx

PAGE = 200


class Judged(Record, frozen=True):
    """A job as it stands. `score` is that of the match, or of the analysis where it is none; null: never scored.

    `barred`: the posting states that the seeker may not apply.
    """

    id: int
    key: str
    case: Case
    verdict: Verdict | None
    closed: bool
    score: float | None
    barred: bool


class Analysis(Record, frozen=True):
    """What is needed of a stored score."""

    score: float
    gate: Any = None


def all_jobs(unit: UnitOfWork, prefs: Preferences) -> Iterator[Judged]:
    """Every job with a posting, in order of their ids, to be judged by `prefs` as of today."""
    after = 0
    today = today_of(unit)

    def page(tx: Tx) -> list[Judged]:
        nonlocal after
        rows = judged.read(tx, after, PAGE)
        after = rows[-1]["id"] if rows else after
        return cases(tx, rows, prefs, today)

    while found := unit.read(page):
        yield from found


def these(tx: Tx, ids: Sequence[int], prefs: Preferences, today: date) -> list[Judged]:
    """These jobs, as far as their postings were read."""
    return cases(tx, judged.these(tx, ids), prefs, today)


def today_of(unit: UnitOfWork) -> date:
    """The date of now, UTC."""
    return datetime.fromtimestamp(unit.clock.now(), UTC).date()


def cases(tx: Tx, rows: Sequence[Row], prefs: Preferences, today: date) -> list[Judged]:
    employers = employers_of(tx, rows)
    seen = sightings(tx, [row["id"] for row in rows])
    return [judged_of(row, employers.get(row["company_id"]), seen[row["id"]], prefs, today) for row in rows]


def employers_of(tx: Tx, rows: Sequence[Row]) -> dict[int, Company]:
    ids = sorted({row["company_id"] for row in rows if row["company_id"] is not None})
    found = {row["id"]: entities.decode_doc(row["type"], row["doc"]) for row in entities.get(tx, ids)} if ids else {}
    return {id_: doc for id_, doc in found.items() if isinstance(doc, Company)}


def judged_of(row: Row, company: Company | None, seen: Sightings, prefs: Preferences, today: date) -> Judged:
    # The text is read, its markup is not.
    posting = replace(entities.decode_posting(row["posting"]), description_html=None)
    offer = stored_offer(row) or offer_of(posting)
    analysis = msgspec.json.decode(row["analysis"], type=Analysis) if row["analysis"] else None
    score = row["m_score"] if row["m_score"] is not None else analysis.score if analysis else None
    return Judged(
        id=row["id"],
        key=row["key"],
        case=case_of(posting, prefs, today, company=company, offer=with_seen(offer, posting, seen, today)),
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        closed=row["closed_at"] is not None,
        score=score,
        barred=analysis is not None and analysis.gate is not None,
    )


def stored_offer(row: Row) -> Offer | None:
    """The facts, where the readers of now have read them."""
    current = row["offer"] is not None and row["offer_version"] == OFFER_VERSION
    return msgspec.json.decode(row["offer"], type=Offer) if current else None
