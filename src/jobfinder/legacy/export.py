"""Everything as JSON lines: records of our own and, among them, items in the form of legacy queue documents.

Pure. Called by `app` for `jobfinder export`; `lines.line` writes a record, `documents.read` takes the items back. One
object a line, each with a `kind`. Times are ISO 8601 in UTC.

| kind | fields |
|---|---|
| `export` | `format` (a number, see FORMAT), `at`; the first line |
| `preferences`, `profile` | `version`, `body` (TOML) |
| `entity` | `entity` (job, company, source), `key`, `keys`, `doc`, `posting` (or null), `verdict`, `settled_at` |
| `match` | `key` (of its job), `score`, `saved_at`, `doc` |
| `item` | a legacy queue document: `id`, `type`, `status`, …; `pipeline_state` holds what has been done for it |

An item read elsewhere resumes where it stood. The other kinds are for reading: entities are found again by the items'
work. A document that came with a `kind` of its own keeps it. To add a field, add it here and to the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from jobfinder.legacy.brought import Carried, as_dict
from jobfinder.legacy.company import FACTS
from jobfinder.legacy.status import legacy_status
from jobfinder.model import Company, JobQueueItem, Posting, Step

FORMAT = 1
ITEM = "item"
OTHER_KINDS = ("export", "preferences", "profile", "entity", "match")
TIMES = ("created_at", "updated_at", "processed_at", "completed_at")
RESULTS = ("job_data", "filter_result", "match_result", "html_content", "extracted_info", "analysis_result")
READ = ("about", *FACTS, "tech_stack", "boards", "careers")
MADE = ("tier", "tech_stack", "boards", "careers")
"""What is taken over of the outputs of `extract` and `analyze` of a company."""
NOTHING = Carried()


def header(now: float) -> dict[str, Any]:
    """The first line."""
    return {"kind": "export", "format": FORMAT, "at": iso(now)}


def seeker(kind: str, version: int, body: str) -> dict[str, Any]:
    """The preferences or the profile (`kind`) in force."""
    return {"kind": kind, "version": version, "body": body}


def entity(row: Mapping[str, Any], keys: Sequence[str], posting: Posting | None) -> dict[str, Any]:
    """What is known of one thing, from its row (`type, key, doc, verdict, settled_at`) and all its names."""
    return {
        "kind": "entity",
        "entity": row["type"],
        "key": row["key"],
        "keys": list(keys),
        "doc": msgspec.json.decode(row["doc"]),
        "posting": msgspec.to_builtins(posting),
        "verdict": row["verdict"],
        "settled_at": iso(row["settled_at"]),
    }


def match(row: Mapping[str, Any]) -> dict[str, Any]:
    """One match, from its row (`key, score, saved_at, match_doc`)."""
    doc = msgspec.json.decode(row["match_doc"])
    return {"kind": "match", "key": row["key"], "score": row["score"], "saved_at": iso(row["saved_at"]), "doc": doc}


# ---------------------------------------------------------------- items


def item(row: Mapping[str, Any], held: Carried = NOTHING, *, read_at: float | None = None) -> dict[str, Any]:
    """The ticket of `row` (the columns of `store.items`) as a queue document.

    `held` is what has been done for its entity: the steps that are done with their outputs, and the posting, which was
    read at `read_at`.
    """
    told = msgspec.json.decode(row["doc"], type=JobQueueItem)
    status = legacy_status(row["verdict"], row["work_state"])
    return {
        "kind": ITEM,
        **told.extra,
        **as_told(told, held, live=row["verdict"] is None),
        "id": row["id"],
        "status": status,
        **result(row, told, status),
        "pipeline_state": pipeline_state(row["entity_type"], held, told.pipeline_state or {}),
        "created_at": iso(row["created_at"]),
        "updated_at": iso(latest(told.updated_at, row["settled_at"], read_at, row["created_at"])),
        "completed_at": iso(row["settled_at"] or told.completed_at),
        "parent_item_id": row["parent_id"],
        "tracking_id": row["tracking_id"],
        "ancestry_chain": msgspec.json.decode(row["chain"]),
        "spawn_depth": row["depth"],
        "max_spawn_depth": row["max_depth"],
    }


def as_told(told: JobQueueItem, held: Carried, *, live: bool) -> dict[str, Any]:
    """What the item came with. A step that was asked for and is done is not asked for again."""
    fields: dict[str, Any] = msgspec.to_builtins(told)
    done = {*held.steps, *((Step.SCRAPE,) if held.posting else ())}
    again = [name for name in ("sub_task", "company_sub_task") if live and fields[name] in done]
    left_out = ("extra", "pipeline_state", *again)
    times = {name: iso(fields[name]) for name in TIMES}
    return {name: value for name, value in {**fields, **times}.items() if value is not None and name not in left_out}


def result(row: Mapping[str, Any], told: JobQueueItem, status: str) -> dict[str, Any]:
    """How it ended, in words."""
    message = row["message"] or told.result_message
    error = told.error_details or (message if status == "failed" else None)
    return {"result_message": message, "error_details": error}


def pipeline_state(entity_type: str | None, held: Carried, told: dict[str, Any]) -> dict[str, Any]:
    """What `state.carried` reads back. Where results are held, they take the place of those that the item brought."""
    kept = {name: value for name, value in told.items() if not held or name not in RESULTS}
    if entity_type == "job":
        return {**kept, **job_state(held)}
    return {**kept, **company_state(held)} if entity_type == "company" else kept


def job_state(held: Carried) -> dict[str, Any]:
    """`job_data`, `filter_result`, `match_result`. The posting is in there whole, too: nothing of it is lost."""
    state: dict[str, Any] = {}
    if (posting := held.posting) is not None:
        state["job_data"] = {
            "title": posting.title,
            "company": posting.company,
            "company_website": posting.company_url,
            "url": posting.url,
            "location": " | ".join(place.text for place in posting.locations),
            "salary": posting.salary.text if posting.salary else None,
            "posted_date": posting.posted_at,
            "description": posting.description_text,
            "posting": msgspec.to_builtins(posting),
        }
    if (filtered := held.steps.get(Step.FILTER)) is not None:
        passed = filtered.outcome == "passed"
        rejections = [] if passed else [{"reason": filtered.reason}]
        state["filter_result"] = {**as_dict(filtered.output), "passed": passed, "rejections": rejections}
    if (analyzed := held.steps.get(Step.ANALYZE)) is not None:
        scored = as_dict(analyzed.output)
        state["match_result"] = {**scored, "match_score": scored.get("score")}
    return state


def company_state(held: Carried) -> dict[str, Any]:
    """Name and site, `html_content`, `extracted_info`, `analysis_result`."""
    company = held.company or Company()
    fetched, found, analyzed = (output(held, step) for step in (Step.FETCH, Step.EXTRACT, Step.ANALYZE))
    boards = analyzed.get("boards") or [{"url": None}]
    state: dict[str, Any] = {
        "company_name": company.name,
        "company_website": company.website,
        "html_content": fetched.get("texts"),
        "extracted_info": {name: found[name] for name in READ if found.get(name)},
        "analysis_result": {name: analyzed[name] for name in MADE if name in analyzed},
    }
    if analyzed:
        state["analysis_result"]["job_board_url"] = boards[0]["url"]
    return {name: value for name, value in state.items() if value}


def output(held: Carried, step: Step) -> dict[str, Any]:
    """What a step left behind; nothing where it has not run."""
    return as_dict(held.steps[step].output) if step in held.steps else {}


def latest(*times: float | None) -> float | None:
    return max((time for time in times if time is not None), default=None)


def iso(time: float | None) -> str | None:
    """Epoch seconds in ISO 8601."""
    return None if time is None else datetime.fromtimestamp(time, UTC).isoformat()
