"""What the seeker decides by hand: tiers of companies, states of sources, jobs applied for, saved, hidden.

Each decision is logged. None of them changes anything else by itself: what they teach is proposed (`match.suggest`).
"""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.flow import spawn as spawning
from jobfinder.flow.batch import Batch
from jobfinder.flow.explain import find
from jobfinder.flow.lineage import root
from jobfinder.model import Choice, Company, EntityType, Source, SourceState, Tier
from jobfinder.read.text import clean
from jobfinder.store import entities, items, results

BY_HAND = "by hand"


def choose(batch: Batch, target: str, choice: Choice | None, reason: str | None) -> str:
    """Remember what the seeker did with a job, or forget it; returns its key. What is hidden is not shown any more."""
    row = find(batch.tx, target)
    if row["type"] != EntityType.JOB:
        raise UsageError(f"{row['key']} is a {row['type']}, not a job")
    if choice is None:
        results.unchoose(batch.tx, row["id"])
    else:
        results.choose(batch.tx, row["id"], choice, clean(reason), batch.now)
    batch.log.add(row["id"], "chosen", outcome=choice or "none", reason=clean(reason) or BY_HAND)
    batch.plan_again(row["id"], *results.twins(batch.tx, [row["id"]]))
    return str(row["key"])


def set_tier(batch: Batch, target: str, tier: Tier) -> None:
    """The seeker's esteem for a company: ranks its work, and stays whatever a refresh finds."""
    row = find(batch.tx, target)
    company = entities.decode_doc(row["type"], row["doc"])
    if not isinstance(company, Company):
        raise UsageError(f"{row['key']} is a {row['type']}, not a company")
    changed = replace(company, tier=tier, tier_by_seeker=True)
    spawning.put_company(batch, row["id"], changed, complete=bool(row["complete"]))
    batch.log.add(row["id"], "tier", outcome=tier, reason=BY_HAND)
    batch.look(row["id"])


def set_source_state(batch: Batch, target: str, state: SourceState) -> None:
    """Approve a candidate, switch a source off, or on again: what failed before counts no more."""
    row = find(batch.tx, target)
    source = entities.decode_doc(row["type"], row["doc"])
    if not isinstance(source, Source):
        raise UsageError(f"{row['key']} is a {row['type']}, not a source")
    reason = f"disabled {BY_HAND}" if state is SourceState.DISABLED else None
    entities.set_doc(batch.tx, row["id"], replace(source, state=state, reason=reason, suspicious=False))
    batch.log.add(row["id"], state, reason=BY_HAND)
    if state is not SourceState.DISABLED:
        spawning.grant_round(batch, row)
        if not items.has_live(batch.tx, row["id"]):
            spawning.ticket(batch, row, root(batch.new_id(), spawning.MAX_DEPTH), mine=True)
    batch.look(row["id"])
