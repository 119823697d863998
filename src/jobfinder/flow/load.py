"""Builds facts from stored rows: a handful of statements for a whole batch of entities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from jobfinder.flow.facts import CompanyFacts, CompanyView, Facts, JobFacts, Progress, SourceFacts, WaitView
from jobfinder.flow.identity import hints_hash
from jobfinder.flow.seeker import Seeker
from jobfinder.match.gate import gate
from jobfinder.model import Company, EntityType, Job, Source, Step, Tier
from jobfinder.store import items, lanes, views, work
from jobfinder.store import progress as progress_store
from jobfinder.store.db import Row, Tx
from jobfinder.store.entities import decode_doc

STEPS = {step.value: step for step in Step}


def load(tx: Tx, ids: Sequence[int], seeker: Seeker) -> dict[int, Facts]:
    """Facts by entity id; entities that are no more are left out."""
    rows = views.facts(tx, ids)
    progress = progress_of(tx, ids)
    tickets = items.live(tx, ids)
    inherited = work.inherited(tx, ids)
    jobs = [row["id"] for row in rows if row["type"] == EntityType.JOB]
    listed = views.listed(tx, jobs) if jobs else {}
    waits = waits_on_employers(tx, rows, jobs) if jobs else {}
    review_at = lanes.rest_until(tx, seeker.shared.review_lane) if jobs and seeker.shared.review_lane else None
    found: dict[int, Facts] = {}
    for row in rows:
        id_ = row["id"]
        base = common(row, progress.get(id_, {}), tickets.get(id_), inherited.get(id_), seeker)
        match decode_doc(row["type"], row["doc"]):
            case Job() as job:
                known = job_facts(row, base, job, listed.get(id_), waits.get(id_), seeker)
                found[id_] = replace(known, review_at=review_at)
            case Company() as company:
                found[id_] = company_facts(row, base, company)
            case Source() as source:
                found[id_] = source_facts(row, base, source)
    return found


def waits_on_employers(tx: Tx, rows: Sequence[Row], jobs: Sequence[int]) -> dict[int, Row]:
    """waiter id → its wait on its employer of now; one on another employer says nothing."""
    employers = {row["id"]: row["c_id"] for row in rows}
    return {w["waiter_id"]: w for w in work.waits_of(tx, jobs) if w["awaited_id"] == employers.get(w["waiter_id"])}


def progress_of(tx: Tx, ids: Sequence[int]) -> dict[int, dict[Step, Progress]]:
    found: dict[int, dict[Step, Progress]] = {}
    for row in progress_store.get(tx, ids):
        record = progress_record(row)
        found.setdefault(row["entity_id"], {})[record.step] = record
    return found


def progress_record(row: Row) -> Progress:
    return Progress(
        step=STEPS[row["step"]],
        fingerprint=row["fingerprint"],
        outcome=row["outcome"],
        output_hash=row["output_hash"],
        done_at=row["done_at"],
        reason=row["reason"],
        carried=bool(row["carried"]),
        tried=row["tried"],
        tried_at=row["tried_at"],
        attempts=row["attempts"],
        total=row["total"],
        error_kind=row["error_kind"],
        error=row["error"],
        not_before=row["not_before"],
    )


def common(
    row: Row, progress: dict[Step, Progress], ticket: Row | None, inherited: float | None, seeker: Seeker
) -> dict[str, Any]:
    return {
        "id": row["id"],
        "key": row["key"],
        "touched_at": row["touched_at"],
        "progress": progress,
        "shared": seeker.shared,
        "live": ticket is not None,
        "mine": bool(ticket and ticket["mine"]),
        "forced_at": row["forced_at"],
        "inherited": inherited,
        "verdict": row["verdict"],
        "settled_at": row["settled_at"],
    }


def job_facts(
    row: Row, base: dict[str, Any], job: Job, listed: Row | None, wait: Row | None, seeker: Seeker
) -> JobFacts:
    company = company_view(row) if row["c_id"] is not None else None
    given = job.company_name or (company.name if company else None)
    return JobFacts(
        **base,
        url=job.url,
        lane=row["lane"],
        gate=gate(url=job.url, company=given, title=job.title, prefs=seeker.prefs),
        posting_hash=row["posting_hash"],
        company=company,
        wait=wait_view(wait) if wait else None,
        missing_since=listed["missing_since"] if listed else None,
        confirmed_at=listed["last_at"] if listed else None,
        read_at=row["read_at"],
        suspect_since=row["suspect_since"],
        closed_at=row["closed_at"],
        closed_reason=row["closed_reason"],
        posted_at=row["posted_at"],
        predicted=row["predicted"],
        score=row["m_score"],
        leads=bool(row["leads"]),
    )


def company_view(row: Row) -> CompanyView:
    return CompanyView(
        id=row["c_id"],
        name=row["c_name"] or row["c_key"],
        complete=bool(row["c_complete"]),
        settled_at=row["c_settled_at"],
        live=bool(row["c_live"]),
        facts_hash=row["c_facts_hash"] or "",
        verdict=row["c_verdict"],
        tier=Tier(row["c_tier"]) if row["c_tier"] else None,
    )


def wait_view(row: Row) -> WaitView:
    return WaitView(awaited_id=row["awaited_id"], since=row["since"], deadline=row["deadline"], over=row["over"])


def company_facts(row: Row, base: dict[str, Any], company: Company) -> CompanyFacts:
    return CompanyFacts(
        **base, lane=row["lane"], website=company.website, hints_hash=hints_hash(company), tier=company.tier
    )


def source_facts(row: Row, base: dict[str, Any], source: Source) -> SourceFacts:
    return SourceFacts(
        **base,
        url=source.url,
        lane=row["lane"],
        recognized=source.board != "page",
        state=source.state,
        state_reason=source.reason,
        interval=source.interval,
        suspicious=source.suspicious,
        tier=Tier(row["c_tier"]) if row["c_tier"] else None,
    )
