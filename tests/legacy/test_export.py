"""Everything out as JSON lines, and the items of it in again: nothing is lost, and what was done counts (A65, A68)."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from jobfinder.legacy import export
from jobfinder.legacy.documents import read
from jobfinder.legacy.lines import line
from jobfinder.legacy.state import Carried, CarriedStep, carried
from jobfinder.model import Company, JobQueueItem, Line, Place, Posting, Salary, Step
from jobfinder.store import entities, items
from jobfinder.store.db import Postgres, Sqlite, Tx

NOW = 1_767_268_800.25
URL = "https://boards.example/acme/jobs/1"
POSTING = Posting(
    title="Nurse",
    company="Acme",
    url=URL,
    board="greenhouse",
    token="acme",
    external_id="1",
    locations=(Place(text="Berlin", city="Berlin", country="DE"), Place(text="Bonn")),
    salary=Salary(min=50_000, currency="EUR", period="year", text="from 50.000 €"),
    description_html="<p>Night shifts.</p>",
    description_text="Night shifts.",
)
PASSED = CarriedStep(outcome="passed", reason="nothing speaks against it", output={"passed": True, "rules": []})
SCORE = {
    "score": 81,
    "coverage": 0.5,
    "least": 70.5,
    "fit": 0.9,
    "parts": [],
    "gate": None,
    "flags": [],
    "matched_skills": ["Go"],
    "missing_skills": [],
}
SCORED = CarriedStep(outcome="scored", reason="81 of 100", output=SCORE)
HELD = Carried(posting=POSTING, steps={Step.FILTER: PASSED, Step.ANALYZE: SCORED})
LINE = Line(tracking_id="t", chain=("r", "p"), depth=2, max_depth=7, parent_id="p")


def row_of(database: Sqlite | Postgres, item: JobQueueItem, type_: str = "job", **ended: Any) -> Any:
    """The row of a ticket as the store gives it."""

    def write(tx: Tx) -> None:
        entity = entities.insert(tx, type_, "k", Company(name="Acme"), NOW)
        items.insert(tx, item, item.id or "i", entity, LINE, NOW, mine=True, **ended)

    database.write(write)
    with database.read() as tx:
        return items.get(tx, item.id or "i")


def again(document: dict[str, Any]) -> JobQueueItem:
    (item,) = read(line(export.header(NOW)) + line(document), "export.jsonl")
    return item


def test_an_item_comes_back_as_it_was(database: Sqlite | Postgres) -> None:
    told = JobQueueItem(
        id="i",
        type="job",
        url=URL,
        source="somebody_new",
        submitted_by="me",
        company_name="Acme",
        retry_count=2,
        scraped_data={"title": "Nurse"},
        processed_at=NOW,
        extra={"priority": 3, "kind": "urgent", "nothing": None},
    )
    document = export.item(row_of(database, told))
    back = again(document)
    assert document["status"] == back.status == "pending"
    assert (back.tracking_id, back.ancestry_chain, back.spawn_depth, back.max_spawn_depth, back.parent_item_id) == (
        "t",
        ("r", "p"),
        2,
        7,
        "p",
    )
    same = ("id", "type", "url", "source", "submitted_by", "company_name", "retry_count", "scraped_data", "extra")
    assert {name: getattr(back, name) for name in same} == {name: getattr(told, name) for name in same}
    assert back.processed_at == back.created_at == NOW


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("success", "success"),
        ("filtered", "filtered"),
        ("skipped", "skipped"),
        ("failed", "failed"),
        ("closed", "skipped"),
        ("blocked", "failed"),
    ],
)
def test_what_ended_is_history_with_its_message(database: Sqlite | Postgres, verdict: str, status: str) -> None:
    told = JobQueueItem(id="i", type="job", url=URL)
    row = row_of(database, told, verdict=verdict, message="that is why", settled_at=NOW + 60)
    back = again(export.item(row))
    assert (back.status, back.result_message, back.completed_at) == (status, "that is why", NOW + 60)
    assert back.error_details == ("that is why" if status == "failed" else None)


def test_who_is_at_work_is_processing_and_who_waits_is_pending(database: Sqlite | Postgres) -> None:
    row = dict(row_of(database, JobQueueItem(id="i", type="job", url=URL)))
    states = (None, "look", "ready", "future", "waiting", "leased")
    stated = [export.item({**row, "work_state": state})["status"] for state in states]
    assert stated == ["pending"] * 5 + ["processing"]


@pytest.mark.parametrize("sub_task", [None, "scrape", "filter", "analyze"])
def test_a_job_resumes_elsewhere_where_it_stood(database: Sqlite | Postgres, sub_task: str | None) -> None:
    stale = {"match_result": {"match_score": 3}, "note": "mine"}
    told = JobQueueItem(id="i", type="job", url=URL, sub_task=sub_task, pipeline_state=stale)
    row = row_of(database, told)
    back = carried(again(export.item(row, HELD)))
    assert back.posting == POSTING
    assert back.steps[Step.FILTER].outcome == "passed"
    assert json.loads(json.dumps(back.steps[Step.ANALYZE].output)) == SCORE
    earlier = again(export.item(row, Carried(posting=POSTING)))
    assert set(carried(earlier).steps) == set()
    assert earlier.pipeline_state is not None
    assert earlier.pipeline_state["note"] == "mine"


def test_a_rejection_is_carried_with_its_reason(database: Sqlite | Postgres) -> None:
    rejected = CarriedStep(outcome="rejected", reason="pay below yours", output={"passed": False})
    document = export.item(
        row_of(database, JobQueueItem(id="i", type="job", url=URL)),
        Carried(posting=POSTING, steps={Step.FILTER: rejected}),
    )
    step = carried(again(document)).steps[Step.FILTER]
    assert (step.outcome, step.reason) == ("rejected", "pay below yours")


def test_a_company_resumes_elsewhere_where_it_stood(database: Sqlite | Postgres) -> None:
    board = {"url": "https://boards.example/acme", "confidence": 0.9, "how": "linked", "quote": "Jobs"}
    facts = {"name": "Acme", "website": "https://acme.example/", "about": "We care.", "industry": "Health"}
    read_ = {**facts, "size": None, "founded": None, "tech_stack": ["Go"], "boards": [board], "careers": []}
    made = {**read_, "tier": "A"}
    held = Carried(
        company=Company(name="Acme", website="https://acme.example/"),
        steps={
            Step.FETCH: CarriedStep(outcome="fetched", reason="", output={"pages": ["https://acme.example/"]}),
            Step.EXTRACT: CarriedStep(outcome="extracted", reason="", output={**read_, "evidence": [["a", "b"]]}),
            Step.ANALYZE: CarriedStep(outcome="analyzed", reason="", output=made),
        },
    )
    told = JobQueueItem(id="i", type="company", url="https://acme.example/", company_sub_task="fetch")
    back = carried(again(export.item(row_of(database, told, "company"), held)))
    assert back.company == held.company
    assert back.steps[Step.EXTRACT].output == {**read_, "evidence": []}
    assert back.steps[Step.ANALYZE].output == {**made, "evidence": []}


def test_our_own_mark_is_not_taken_for_a_field_of_the_document(database: Sqlite | Postgres) -> None:
    document = export.item(row_of(database, JobQueueItem(id="i", type="job", url=URL)))
    assert document["kind"] == "item"
    assert again(document).extra == {}


def test_newer_facts_are_dated_by_when_they_were_read(database: Sqlite | Postgres) -> None:
    row = row_of(database, JobQueueItem(id="i", type="job", url=URL, updated_at=NOW - 5))
    assert again(export.item(row, HELD, read_at=NOW + 500)).updated_at == NOW + 500


def test_of_everything_out_the_items_come_in_again(database: Sqlite | Postgres) -> None:
    row = row_of(database, JobQueueItem(id="i", type="job", url=URL))
    with database.read() as tx:
        entity = entities.get(tx, [row["entity_id"]])[0]
    match = {"key": "k", "score": 81.0, "saved_at": NOW, "match_doc": json.dumps(SCORE)}
    everything = [
        export.header(NOW),
        export.seeker("preferences", 2, "min_score = 50"),
        export.seeker("profile", 1, 'name = "Me"'),
        export.entity(entity, ["k", "job:url:x"], POSTING),
        export.match(match),
        export.item(row, HELD),
    ]
    text = "".join(line(record) for record in everything)
    lines = [json.loads(one) for one in text.splitlines()]
    assert [one["kind"] for one in lines] == ["export", "preferences", "profile", "entity", "match", "item"]
    assert lines[3]["keys"] == ["k", "job:url:x"]
    assert msgspec.convert(lines[3]["posting"], Posting) == POSTING
    assert (lines[4]["saved_at"], lines[4]["doc"]) == ("2026-01-01T12:00:00.250000+00:00", SCORE)
    assert [item.id for item in read(text, "export.jsonl")] == ["i"]
    assert read(text, "export.jsonl") == read(text, "export.jsonl")
    assert read(line(everything[0]), "export.jsonl") == ()
