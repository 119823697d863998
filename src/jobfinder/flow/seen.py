"""Seen: what was observed of postings over time, and the facts with the red flags that follow from it.

Read-only. Called by `execute` (what a job is judged by), `judged` (what it would be judged by), and by `listings` and
`outcome` (what is shown): signs of a posting that is no opening come up with time, so nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from jobfinder.read.red_flags import Sightings
from jobfinder.store import views
from jobfinder.store.db import Row, Tx


def sightings(tx: Tx, job_ids: Sequence[int]) -> dict[int, Sightings]:
    """What was seen of these jobs, by id."""
    return {row["id"]: sighting(row) for row in views.seen(tx, job_ids)} if job_ids else {}


def sighting(row: Row) -> Sightings:
    """A posting that no listing holds was last seen when it was read."""
    last = row["last_at"] or row["read_at"]
    return Sightings(
        first_seen=day(row["first_at"] or row["created_at"]),
        last_seen=day(last) if last else None,
        reposted=row["reposted"],
        openings=row["openings"],
        reopened=bool(row["reopened"]),
    )


def day(moment: float) -> str:
    """The date of an epoch second, UTC."""
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
