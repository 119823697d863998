"""Import: queue documents from elsewhere become tickets; what ended there is kept as history and makes no work."""

from __future__ import annotations

from collections.abc import Sequence

from jobfinder.errors import UsageError
from jobfinder.flow import spawn as spawning
from jobfinder.flow.batch import Batch
from jobfinder.flow.submit import place_of, submit, target
from jobfinder.legacy.status import is_history
from jobfinder.model import JobQueueItem, Record
from jobfinder.store import items


class Imported(Record, frozen=True):
    """How many items are `new` work, how many are `history`, and how many were `known` already."""

    new: int
    history: int
    known: int


def import_items(batch: Batch, found: Sequence[JobQueueItem]) -> Imported:
    """Take up all of `found`, or none. An id that is known changes nothing. Raises `UsageError`."""
    known = items.known(batch.tx, [item.id for item in found if item.id])
    fresh = [item for item in found if item.id not in known]
    ended = [item for item in fresh if is_history(item.status)]
    for item in ended:
        keep(batch, item)
    live = [item for item in fresh if not is_history(item.status)]
    for item in live:
        submit(batch, item)
    return Imported(new=len(live), history=len(ended), known=len(found) - len(fresh))


def keep(batch: Batch, item: JobQueueItem) -> None:
    """A ticket that ended elsewhere, with its status and what was said about it."""
    at = item.completed_at or item.processed_at or item.updated_at or item.created_at or batch.now
    items.insert(
        batch.tx,
        item,
        item.id or batch.new_id(),
        entity_of(batch, item),
        place_of(batch, item),
        item.created_at or at,
        mine=item.parent_item_id is None,
        verdict=item.status,
        message=item.result_message or item.error_details,
        settled_at=at,
    )


def entity_of(batch: Batch, item: JobQueueItem) -> int | None:
    """What the ticket was about, made known without work; null where nobody can tell any more."""
    try:
        return spawning.make_known(batch, target(item))[0]
    except UsageError:
        return None
