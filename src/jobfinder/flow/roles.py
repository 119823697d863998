"""Roles: which matches are one role, posted in several places. One of them is shown and reviewed, the others linked.

Called by `changes` when a match is saved, and by `listings`. What makes two postings one role is in `match.alike`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jobfinder.flow.batch import Batch
from jobfinder.match.alike import TEXTS_ALIKE, text_likeness
from jobfinder.steps.interface import Role
from jobfinder.store import results


def join(batch: Batch, job_id: int, role: Role) -> None:
    """Write down which role a match belongs to: the smallest job id of those that are alike, else its own."""
    alike = [row for row in results.kin(batch.tx, job_id, role.title_key) if is_alike(role.sketch, row["sketch"])]
    # Which of them is shown may have changed with this one.
    batch.plan_again(*(row["job_id"] for row in alike))
    id_ = min((row["role"] or row["job_id"] for row in alike), default=job_id)
    results.set_role(batch.tx, job_id, id_, role.title_key, role.sketch, role.standing)


def is_alike(one: str, other: str | None) -> bool:
    likeness = text_likeness(bytes.fromhex(one), bytes.fromhex(other or ""))
    return likeness is not None and likeness >= TEXTS_ALIKE


def leaders(rows: Iterable[Any]) -> dict[int, tuple[int, ...]]:
    """job id of the one shown of each role → the job ids of the others."""
    members: dict[int, list[Any]] = {}
    for row in rows:
        members.setdefault(row["role"] or row["job_id"], []).append(row)
    found = {}
    for one in members.values():
        ids = [row["job_id"] for row in sorted(one, key=lambda row: (-row["standing"], row["job_id"]))]
        found[ids[0]] = tuple(ids[1:])
    return found
