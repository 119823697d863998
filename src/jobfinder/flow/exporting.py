"""Export: everything of a store as records, a page at a time, so that a large store needs little memory.

Read-only. Called by `app`; the form of the records is `legacy.export`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from jobfinder.flow.seeker import PREFS, PROFILE
from jobfinder.flow.unit import UnitOfWork
from jobfinder.legacy import export
from jobfinder.legacy.brought import Carried, CarriedStep
from jobfinder.model import Company, EntityType, Step
from jobfinder.store import documents, entities, items, progress, results
from jobfinder.store.db import Row, Tx

PAGE = 500


def records(unit: UnitOfWork) -> Iterator[dict[str, Any]]:
    """All records: the header, the seeker's documents, entities, matches, items."""
    yield export.header(unit.clock.now())
    for kind in (PREFS, PROFILE):
        found = unit.read(partial(documents.latest, kind=kind))
        if found is not None:
            yield export.seeker(kind, *found)
    for type_ in EntityType:
        yield from _entities(unit, type_)
    for row in unit.read(results.all_matches):
        yield export.match(row)
    yield from _items(unit)


def _entities(unit: UnitOfWork, type_: EntityType) -> Iterator[dict[str, Any]]:
    after = 0

    def page(tx: Tx) -> list[dict[str, Any]]:
        nonlocal after
        rows = entities.all_of(tx, type_, PAGE, after)
        postings = entities.postings(tx, [row["id"] for row in rows])
        after = rows[-1]["id"] if rows else after
        return [export.entity(row, entities.names(tx, row["id"]), postings.get(row["id"])) for row in rows]

    while found := unit.read(page):
        yield from found


def _items(unit: UnitOfWork) -> Iterator[dict[str, Any]]:
    after = (0.0, "")

    def page(tx: Tx) -> list[dict[str, Any]]:
        nonlocal after
        rows = items.page(tx, after, PAGE)
        if rows:
            after = (rows[-1]["created_at"], rows[-1]["id"])
        held = _held(tx, sorted({row["entity_id"] for row in rows if row["entity_id"] is not None}))
        nothing = (Carried(), None)
        return [_item(row, *held.get(row["entity_id"], nothing)) for row in rows]

    while found := unit.read(page):
        yield from found


def _item(row: Row, held: Carried, read_at: float | None) -> dict[str, Any]:
    return export.item(row, held, read_at=read_at)


def _held(tx: Tx, ids: list[int]) -> dict[int, tuple[Carried, float | None]]:
    """What has been done for these entities, and when their postings were read."""
    outputs = progress.outputs(tx, ids)
    postings = entities.postings(tx, ids)
    steps: dict[int, dict[Step, CarriedStep]] = {}
    for row in progress.get(tx, ids):
        if row["done_at"] is not None:
            step = Step(row["step"])
            result = CarriedStep(
                outcome=row["outcome"],
                reason=row["reason"] or "",
                output=outputs.get(row["entity_id"], {}).get(step),
            )
            steps.setdefault(row["entity_id"], {})[step] = result
    found = {}
    for row in entities.get(tx, ids):
        doc = entities.decode_doc(row["type"], row["doc"])
        company = doc if isinstance(doc, Company) else None
        held = Carried(posting=postings.get(row["id"]), company=company, steps=steps.get(row["id"], {}))
        found[row["id"]] = (held, entities.read_at(tx, row["id"]))
    return found
