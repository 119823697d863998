"""Suggesting: what the seeker's own decisions say about their preferences. Proposals only; nothing is changed.

Read-only. Called by `app` for `prefs suggest`. How a proposal is borne out is in `match.suggest`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jobfinder.flow.judged import PAGE, these, today_of
from jobfinder.flow.roles import leaders
from jobfinder.flow.unit import UnitOfWork
from jobfinder.match.prefs import Preferences
from jobfinder.match.suggest import Decided, Decision, Suggestion, suggestions
from jobfinder.model import Record
from jobfinder.store import results
from jobfinder.store.db import Tx

SHOWN = 2_000
"""So many of the matches that were left as they are, the best, are compared with those that were decided."""


class Marked(Record, frozen=True):
    """What was done with a job; `reason` in the seeker's words."""

    id: int
    kind: Decision
    reason: str | None = None


class Suggested(Record, frozen=True):
    """The proposals, and on how many decisions of the seeker they could rest."""

    decided: int
    shown: int
    suggestions: tuple[Suggestion, ...]


def suggested(unit: UnitOfWork) -> Suggested:
    """What the choices and the matches left alone bear out."""
    prefs = unit.read(unit.seekers.load).prefs
    decisions = unit.read(decisions_of)
    found = suggestions(list(decided(unit, decisions, prefs)), prefs)
    marked = sum(one.kind != "shown" for one in decisions)
    return Suggested(decided=marked, shown=len(decisions) - marked, suggestions=found)


def decisions_of(tx: Tx) -> list[Marked]:
    """What the seeker chose, and the matches shown that were left as they are."""
    chosen = [Marked(id=row["job_id"], kind=row["kind"], reason=row["reason"]) for row in results.choices(tx)]
    heads = {row["job_id"]: row for row in results.heads(tx, 0) if row["choice"] is None}
    left = sorted(leaders(heads.values()), key=lambda id_: (-heads[id_]["least"], id_))[:SHOWN]
    return chosen + [Marked(id=id_, kind="shown") for id_ in left]


def decided(unit: UnitOfWork, decisions: list[Marked], prefs: Preferences) -> Iterator[Decided]:
    """The postings of these decisions."""
    by_id = {one.id: one for one in decisions}
    ids = sorted(by_id)
    today = today_of(unit)
    for start in range(0, len(ids), PAGE):
        page = ids[start : start + PAGE]
        for job in unit.read(partial(these, ids=page, prefs=prefs, today=today)):
            one = by_id[job.id]
            yield Decided(job=job.key, decision=one.kind, case=job.case, reason=one.reason)
