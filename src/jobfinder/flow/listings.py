"""State as rows for people and scripts: items, jobs, companies, sources, lanes, matches, costs. Read-only.

Every row is a plain dict of JSON values; times are epoch seconds. Called by `app`; the faces only choose columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from jobfinder.flow.roles import leaders
from jobfinder.flow.seen import sightings
from jobfinder.flow.spending import COUNTS, MONEY, spending
from jobfinder.match.fresh import standing
from jobfinder.match.offer import flags_now
from jobfinder.model import Choice, Company, EntityType, Record, Source
from jobfinder.read.fact import Fact, Flag
from jobfinder.read.red_flags import Sightings
from jobfinder.store import entities, items, lanes, progress, results, views, work
from jobfinder.store.db import Row, Tx

DAY = 86_400
WORKING = {"leased": "processing", "waiting": "waiting"}


def status(row: Row) -> str:
    """The status of an item: its verdict, or what its entity's plan is at."""
    return str(row["verdict"] or WORKING.get(row["work_state"], "pending"))


def item_rows(tx: Tx, limit: int, only: str | None) -> list[dict[str, Any]]:
    """The newest tickets first. `only` is a verdict, or `live`."""
    return [item_row(row) for row in items.listing(tx, limit, status=only)]


def item_row(row: Row) -> dict[str, Any]:
    """One ticket."""
    live = row["verdict"] is None
    return {
        "id": row["id"],
        "type": row["type"],
        "url": row["url"],
        "status": status(row),
        "message": row["work_why"] if live else row["message"],
        "step": row["work_step"] if live else None,
        "due_at": row["work_due"] if live else None,
        "entity": row["entity_key"],
        "entity_type": row["entity_type"],
        "created_at": row["created_at"],
        "settled_at": row["settled_at"],
        "mine": bool(row["mine"]),
        "tracking_id": row["tracking_id"],
        "parent_item_id": row["parent_id"],
        "ancestry_chain": msgspec.json.decode(row["chain"]),
        "spawn_depth": row["depth"],
    }


def job_rows(tx: Tx, limit: int) -> list[dict[str, Any]]:
    """Known jobs, the newest first, each with its posting where it has been read."""
    rows = views.newest(tx, EntityType.JOB, limit)
    postings = entities.postings(tx, [row["id"] for row in rows])
    return [job_row(row, msgspec.to_builtins(postings.get(row["id"]))) for row in rows]


def job_row(row: Row, posting: dict[str, Any] | None) -> dict[str, Any]:
    doc = msgspec.to_builtins(entities.decode_doc(EntityType.JOB, row["doc"]))
    return {
        "key": row["key"],
        "url": doc["url"],
        "title": doc["title"],
        "company": row["c_name"] or doc["company_name"],
        "verdict": row["verdict"],
        "why": row["w_why"],
        "step": row["w_step"],
        "closed_at": row["closed_at"],
        "posting": posting,
    }


def company_rows(tx: Tx, limit: int) -> list[dict[str, Any]]:
    """Known companies."""
    found = []
    for row in views.newest(tx, EntityType.COMPANY, limit):
        doc = entities.decode_doc(EntityType.COMPANY, row["doc"])
        assert isinstance(doc, Company)
        extra = {"key": row["key"], "verdict": row["verdict"], "why": row["w_why"], "complete": bool(row["complete"])}
        found.append(extra | msgspec.to_builtins(doc))
    return found


def source_rows(tx: Tx, limit: int) -> list[dict[str, Any]]:
    """Known sources: state, how many open postings each lists, when it is listed next."""
    found = []
    open_jobs = views.open_jobs_by_source(tx)
    for row in views.newest(tx, EntityType.SOURCE, limit):
        doc = entities.decode_doc(EntityType.SOURCE, row["doc"])
        assert isinstance(doc, Source)
        extra = {"key": row["key"], "verdict": row["verdict"], "why": row["w_why"], "company": row["c_name"]}
        extra |= {"listed": open_jobs.get(row["id"], 0), "due_at": row["w_due"]}
        found.append(extra | msgspec.to_builtins(doc))
    return found


def lane_rows(tx: Tx, now: float, limit: int) -> list[dict[str, Any]]:
    """Lanes, those with ready work first. `rest_until` and `next_at` are null where they have passed."""
    found = []
    for row in lanes.listing(tx, now, limit):
        lane = {name: row[name] for name in ("name", "interval", "cap", "served", "in_flight", "ready", "rest_why")}
        lane |= {name: row[name] if row[name] > now else None for name in ("next_at", "rest_until")}
        found.append(lane | {"rest_why": row["rest_why"] if lane["rest_until"] else None})
    return found


WHICH = ("shown", "all", *Choice)


def match_rows(
    tx: Tx, min_score: float, limit: int, weight: float, now: float, which: str = "shown"
) -> list[dict[str, Any]]:
    """Open matches, one of each role, best first, each with the parts of its score and the posting.

    `weight` is how much of its place a posting loses as it grows old. `which`: those not hidden (`shown`), those too
    (`all`), or only those with that choice.
    """
    heads = {row["job_id"]: row for row in results.heads(tx, min_score)}
    wanted = grouped(list(heads.values()), which)
    places = {id_: standing(heads[id_]["least"], heads[id_]["since"], now, weight) for id_ in wanted}
    chosen = sorted(wanted, key=lambda id_: (-places[id_], id_))[:limit]
    rows = results.matches(tx, [other for id_ in chosen for other in (id_, *wanted[id_])])
    shown = match_cards(tx, [rows[id_] for id_ in chosen], now)
    return [
        shown[id_] | {"rank": round(places[id_], 2), "also": [twin_row(rows[other]) for other in wanted[id_]]}
        for id_ in chosen
    ]


def grouped(heads: list[Row], which: str) -> dict[int, tuple[int, ...]]:
    """job id of each match that is listed → the other postings of its role."""
    visible = [row for row in heads if row["choice"] != Choice.HIDDEN]
    shown = leaders(visible)
    if which == "shown":
        return shown
    if which == "all":
        return shown | {row["job_id"]: () for row in heads if row["choice"] == Choice.HIDDEN}
    roles = {id_: (head, *others) for head, others in shown.items() for id_ in (head, *others)}
    chosen = [row["job_id"] for row in heads if row["choice"] == which]
    return {id_: tuple(other for other in roles.get(id_, ()) if other != id_) for id_ in chosen}


def twin_row(row: Row) -> dict[str, Any]:
    """Another posting of the same role."""
    whole = match_row(row)
    places = [place.get("text") for place in whole["posting"].get("locations", [])]
    board = whole["posting"].get("board")
    return {name: whole[name] for name in ("key", "title", "url", "score")} | {"places": places, "board": board}


class Brief(Record, frozen=True):
    """What a list shows of the facts of a posting: its red flags, what it offers besides pay, until when it is open."""

    flags: tuple[Flag, ...] = ()
    benefits: tuple[Fact[str], ...] = ()
    closes: Fact[str] | None = None


def brief_of(offer: str | None) -> dict[str, Any]:
    """The facts that are shown in short, of the facts as they are stored; all unknown where they were not read."""
    found: dict[str, Any] = msgspec.to_builtins(msgspec.json.decode(offer, type=Brief) if offer else Brief())
    return found


class Said(Record, frozen=True):
    """What the text of a posting says of its red flags, of its stored facts."""

    flags: tuple[Flag, ...] = ()
    half_told: bool = False


def match_cards(tx: Tx, rows: Sequence[Row], now: float) -> dict[int, dict[str, Any]]:
    """Matches by job id, in the order given, each with the red flags of now."""
    seen = sightings(tx, [row["job_id"] for row in rows])
    return {row["job_id"]: match_row(row) | flags_of(row, seen[row["job_id"]], now) for row in rows}


def flags_of(row: Row, seen: Sightings, now: float) -> dict[str, Any]:
    """The red flags of now, where the posting was read for them."""
    if not row["offer"] or not row["posting"]:
        return {}
    said = msgspec.json.decode(row["offer"], type=Said)
    posting, today = entities.decode_posting(row["posting"]), datetime.fromtimestamp(now, UTC).date()
    return {"flags": msgspec.to_builtins(flags_now(said.flags, posting, seen, today, half_told=said.half_told))}


def match_row(row: Row) -> dict[str, Any]:
    posting = msgspec.json.decode(row["posting"]) if row["posting"] else {}
    analysis = msgspec.json.decode(row["match_doc"])
    return {
        "key": row["key"],
        "score": row["score"],
        "title": posting.get("title"),
        "company": posting.get("company") or row["company"],
        "url": posting.get("url") or msgspec.json.decode(row["doc"]).get("url"),
        "saved_at": row["saved_at"],
        "coverage": analysis.get("coverage"),
        "parts": analysis.get("parts", []),
        "matched_skills": analysis.get("matched_skills", []),
        "missing_skills": analysis.get("missing_skills", []),
        "review": analysis.get("review"),
        "choice": row["choice"],
        "choice_reason": row["choice_reason"],
        **brief_of(row["offer"]),
        "posting": posting,
    }


def cost_rows(tx: Tx, by: str, now: float) -> list[dict[str, Any]]:
    """What was run, and what was paid to models, by `step`, `day` (UTC) or `model`: runs, requests, seconds; `cost` in
    US dollars, with calls and money as in `spending`. Raises `UsageError`.
    """
    paid = {row[by]: row for row in spending(tx, by, now)}
    ran = {run[by]: run for run in run_rows(tx, by)} if by != "model" else {}
    nothing = {"runs": 0, "requests": 0, "seconds": 0.0}
    unpaid = dict.fromkeys(COUNTS, 0) | dict.fromkeys(MONEY, 0.0)
    rows = [{by: key} | nothing | ran.get(key, {}) | unpaid | paid.get(key, {}) for key in sorted(ran.keys() | paid)]
    return [row | {"cost": row["spent"]} for row in rows]


def run_rows(tx: Tx, by: str) -> list[dict[str, Any]]:
    """Runs, requests and seconds from the decision log."""
    return [
        {
            by: datetime.fromtimestamp(row["key"] * DAY, UTC).date().isoformat() if by == "day" else row["key"],
            "runs": row["runs"],
            "requests": int(row["requests"]),
            "seconds": round(row["seconds"], 3),
        }
        for row in progress.costs(tx, by)
    ]


def coming_rows(tx: Tx, limit: int) -> list[dict[str, Any]]:
    """What asked-for work is waiting for, soonest first."""
    names = ("key", "type", "state", "step", "lane", "why", "due_at", "rest_why")
    return [{name: row[name] for name in names} for row in work.coming(tx, limit)]
