"""Spending: the ledger for people and scripts: what was spent, what may have been, and what was not, and why.

Read-only. Called by `app` and `listings` for `costs`, and by `explain` for `why`. Dollars are US dollars, days are UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from jobfinder.errors import UsageError
from jobfinder.flow.budget import day_of, month_of, nano, shown, usd
from jobfinder.outside.ai.settings import Ai
from jobfinder.store import ledger
from jobfinder.store.db import Row, Tx

DAY = 86_400
MONEY = ("spent", "reserved", "unsettled", "saved")
COUNTS = ("calls", "released", "cached", "refused")
BUDGETS = {
    "day": "the day's budget of {most} is spent",
    "month": "the month's budget of {most} is spent",
    "step": "the day's budget of {most} for {step} is spent",
    "count": "the {most} of a day for {step} are made",
    "none": "no budget is set",
}


def spending(tx: Tx, by: str, now: float) -> list[dict[str, Any]]:
    """Rows by `day`, `step` or `model`, in its order.

    `calls` may have been billed, `released` certainly were not, `cached` were answered from the store, `refused` held
    back by a budget; `spent`, `reserved`, `unsettled` and `saved` are dollars. Raises `UsageError`.
    """
    if by not in ledger.KEYS:
        raise UsageError(f"costs are added up by day, step or model, not by {by!r}")
    refused = {row["key"]: int(row["refused"]) for row in ledger.held_back(tx, by)}
    rows = {row["key"]: row for row in ledger.spent(tx, by, now)}
    return [row_of(by, key, rows.get(key), refused.get(key, 0)) for key in sorted(rows.keys() | refused.keys())]


def row_of(by: str, key: Any, row: Row | None, refused: int) -> dict[str, Any]:
    name = datetime.fromtimestamp(key * DAY, UTC).date().isoformat() if by == "day" else key
    counts = {one: int(row[one]) if row and one != "refused" else 0 for one in COUNTS}
    money = {one: usd(int(row[one])) if row else 0.0 for one in MONEY}
    return {by: name, **counts, "refused": refused, **money}


def said(tx: Tx, now: float) -> list[str]:
    """What was not spent, and why; and what may have been. One line each, for the foot of `costs`."""
    return [*waited(tx, now), *given_again(tx, now), *in_doubt(tx, now)]


def waited(tx: Tx, now: float) -> list[str]:
    """What today's budgets held back."""
    return [
        f"{row['step']}: {row['refused']} held back today: {reason(row)}" for row in ledger.waiting(tx, int(now // DAY))
    ]


def reason(row: Row) -> str:
    """Why a budget held something back, and until when."""
    most = str(row["most"]) if row["budget"] == "count" else shown(int(row["most"]))
    why = BUDGETS[row["budget"]].format(most=most, step=row["step"])
    if row["until"] is None:
        return f"{why} (set ai.day, in dollars)"
    return f"{why}; it begins anew on {datetime.fromtimestamp(row['until'], UTC).date().isoformat()} (UTC)"


def left(tx: Tx, ai: Ai, now: float) -> list[str]:
    """What of the budgets is spent or set aside. One line, for the foot of `costs`."""
    spans = (("today", ai.day, day_of(now)), ("this month", ai.month, month_of(now)))
    return [
        "budget: "
        + ", ".join(f"{shown(ledger.taken(tx, *span))} of {shown(nano(most))} {name}" for name, most, span in spans)
    ]


def about(tx: Tx, entity_id: int, now: float) -> list[str]:
    """What was paid for one entity, and what was held back today. One line each, for `why`."""
    lines = [f"{row['step']}: {call_line(row)}" for row in ledger.of_entity(tx, entity_id, now)]
    today = [row for row in ledger.refusals_of(tx, entity_id) if row["day"] == int(now // DAY)]
    return lines + [f"{row['step']}: held back today: {reason(row)}" for row in today]


def call_line(row: Row) -> str:
    if row["cached"]:
        return f"answer of {row['model']} from the store, {shown(int(row['saved']))} not paid again"
    money = {
        "settled": lambda: f"{shown(int(row['cost']))} paid to {row['model']}",
        "reserved": lambda: f"{row['model']} is being asked, up to {shown(int(row['reserved']))}",
        "unsettled": lambda: f"unsettled with {row['model']}, up to {shown(int(row['reserved']))} may have been spent",
        "released": lambda: f"{row['model']} did not answer, nothing was billed",
    }[row["shown"]]()
    return f"{money} ({row['error']})" if row["error"] else money


def given_again(tx: Tx, now: float) -> list[str]:
    rows = ledger.spent(tx, "step", now)
    count, saved = sum(int(row["cached"]) for row in rows), sum(int(row["saved"]) for row in rows)
    if not count:
        return []
    answers = "1 answer" if count == 1 else f"{count:,} answers"
    return [f"{answers} came from the store: {shown(saved)} not paid again"]


def in_doubt(tx: Tx, now: float) -> list[str]:
    rows = ledger.unsettled(tx, now)
    if not rows:
        return []
    calls = "1 call is" if len(rows) == 1 else f"{len(rows):,} calls are"
    most = shown(sum(int(row["reserved"]) for row in rows))
    return [f"{calls} unsettled: up to {most} may have been spent, and counts as spent"]
