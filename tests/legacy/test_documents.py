"""Import files: every shape, every spelling of a field, and what is said of a wrong one (A64, A67, A68)."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.errors import UsageError
from jobfinder.legacy.documents import read
from jobfinder.legacy.fields import READERS
from jobfinder.model import JobQueueItem

URL = "https://boards.example/acme/jobs/1"
JOB: dict[str, Any] = {"id": "a", "type": "job", "url": URL}
COMPANY: dict[str, Any] = {"id": "b", "type": "company", "company_name": "Acme"}


def one(**fields: Any) -> JobQueueItem:
    (item,) = read(json.dumps({**JOB, **fields}), "queue.json")
    return item


def refusal(text: str) -> str:
    with pytest.raises(UsageError) as caught:
        read(text, "queue.json")
    said = str(caught.value)
    assert said.startswith("queue.json")
    assert "\n" not in said
    return said


def wrong(**fields: Any) -> str:
    return refusal(json.dumps([COMPANY, {**JOB, **fields}]))


# ---------------------------------------------------------------- shapes


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([JOB, COMPANY]),
        json.dumps([JOB, COMPANY], indent=2),
        f"{json.dumps(JOB)}\n{json.dumps(COMPANY)}",
        f"\ufeff\r\n{json.dumps(JOB)}\r\n\r\n{json.dumps(COMPANY)}\r\n",
        json.dumps({"a": {**JOB, "id": None}, "b": {**COMPANY, "id": ""}}),
        json.dumps({"documents": [JOB, COMPANY]}),
        json.dumps({"items": {"a": JOB, "b": COMPANY}, "count": 2}),
        json.dumps({"data": {"documents": [JOB, COMPANY]}}),
        json.dumps(
            [{"_id": "a", "type": "job", "url": URL}, {"doc_id": "b", "type": "company", "company_name": "Acme"}]
        ),
    ],
)
def test_every_shape_gives_the_same_items(text: str) -> None:
    assert read(text, "queue.json") == (
        JobQueueItem(id="a", type="job", url=URL),
        JobQueueItem(id="b", type="company", company_name="Acme"),
    )


def test_a_single_document_and_documents_named_like_a_container_are_read() -> None:
    assert [item.id for item in read(json.dumps(JOB), "q")] == ["a"]
    named = {"data": {"type": "job", "url": URL}, "items": {"type": "job", "url": f"{URL}2"}}
    assert [item.id for item in read(json.dumps(named), "q")] == ["data", "items"]


@pytest.mark.parametrize("text", ["[]", "{}", '{"documents": []}'])
def test_a_file_without_documents_has_no_items(text: str) -> None:
    assert read(text, "q") == ()


def test_a_document_without_an_id_has_the_same_one_wherever_it_is_read() -> None:
    bare = {"type": "job", "url": URL, "scraped_data": {"title": "Nurse", "company": "Acme"}}
    turned = {"scraped_data": {"company": "Acme", "title": "Nurse"}, "url": URL, "type": "job"}
    (first,) = read(json.dumps([bare, bare]), "q")
    (second,) = read(json.dumps(turned), "other")
    (third,) = read(json.dumps({**bare, "url": f"{URL}2"}), "q")
    assert first.id == second.id != third.id
    assert first.id


def test_one_id_is_one_document() -> None:
    assert len(read(json.dumps([JOB, JOB]), "q")) == 1
    said = refusal(json.dumps([JOB, COMPANY, {**JOB, "status": "failed"}]))
    assert "record 3 (id 'a'): id: record 1 has the same id and says something else" in said


# ---------------------------------------------------------------- fields


def test_what_is_not_known_is_kept() -> None:
    item = one(source="somebody_new", priority=3, tags=["x"], nested={"a": {"b": None}}, kind="urgent", _id="old")
    assert item.source == "somebody_new"
    assert item.extra == {
        "priority": 3,
        "tags": ["x"],
        "nested": {"a": {"b": None}},
        "kind": "urgent",
        "_id": "old",
    }


def test_missing_lineage_is_left_to_the_caller_and_given_lineage_is_kept() -> None:
    bare = one(tracking_id=None, ancestry_chain=None, spawn_depth=None, max_spawn_depth=None)
    assert (bare.tracking_id, bare.ancestry_chain, bare.spawn_depth, bare.max_spawn_depth) == (None, (), 0, 10)
    item = one(tracking_id="t", ancestry_chain=["r", "p", "r"], spawn_depth=2.0, max_spawn_depth=5, parent_item_id=7)
    assert (item.tracking_id, item.ancestry_chain, item.spawn_depth, item.max_spawn_depth) == ("t", ("r", "p"), 2, 5)
    assert item.parent_item_id == "7"


@pytest.mark.parametrize(
    "stated",
    [
        1767268800,
        1767268800.0,
        1767268800000,
        "1767268800",
        "2026-01-01T12:00:00Z",
        "2026-01-01T12:00:00.000000000Z",
        "2026-01-01 13:00:00+01:00",
        "2026-01-01T12:00:00",
        "Thu, 01 Jan 2026 12:00:00 GMT",
        {"_seconds": 1767268800, "_nanoseconds": 0},
        {"seconds": 1767268800, "nanoseconds": 0},
    ],
)
def test_times_are_read_in_every_spelling(stated: Any) -> None:
    item = one(created_at=stated, updated_at=stated, processed_at=stated, completed_at=stated, status="success")
    assert {item.created_at, item.updated_at, item.processed_at, item.completed_at} == {1_767_268_800.0}


def test_a_time_without_a_zone_is_utc_wherever_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        assert one(created_at="2026-01-01T12:00:00").created_at == 1_767_268_800.0
    time.tzset()


def test_nanoseconds_count() -> None:
    assert one(created_at={"_seconds": 10, "_nanoseconds": 500_000_000}).created_at == 10.5


def test_objects_may_come_as_text() -> None:
    item = one(pipeline_state='{"job_data": {"title": "Nurse"}}', scraped_data="", ancestry_chain='["r"]')
    assert (item.pipeline_state, item.scraped_data) == ({"job_data": {"title": "Nurse"}}, None)
    assert item.ancestry_chain == ("r",)


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"url": "", "scraped_data": {"title": "Nurse", "url": URL}}, URL),
        ({"url": None, "pipeline_state": {"job_data": {"title": "Nurse", "url": URL}}}, URL),
        ({"url": "", "scraped_data": {"title": "Nurse"}}, None),
        ({"type": "source_discovery", "url": "", "source_discovery_config": {"url": URL}}, URL),
        ({"type": "scrape_source", "url": "", "scrape_config": {"source_url": URL}}, URL),
        ({"type": "scrape_source", "url": "", "source_id": URL}, URL),
        ({"type": "company", "url": "", "pipeline_state": {"company_website": "acme.example"}}, None),
        ({"type": "scrape", "url": "", "scrape_config": {"max_sources": 3}}, None),
    ],
)
def test_the_url_is_found_where_the_document_has_it(fields: dict[str, Any], url: str | None) -> None:
    assert one(**fields).url == url


@pytest.mark.parametrize("status", ["success", "failed", "skipped", "filtered"])
def test_history_is_kept_even_where_it_could_not_be_worked_on(status: str) -> None:
    item = one(status=status.upper(), url="", sub_task="long_gone")
    assert (item.status, item.url, item.sub_task) == (status, None, "long_gone")


@pytest.mark.parametrize("status", ["pending", "processing", None])
def test_live_work_has_to_be_workable(status: str | None) -> None:
    assert one(status=status).status == status
    assert "url is missing" in wrong(status=status, url="")


# ---------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"type": "jobs"},
            "type: 'jobs' is unknown: one of job, company, source, source_discovery, scrape_source, scrape",
        ),
        ({"type": None}, "type is missing: one of job, company"),
        (
            {"status": "done"},
            "status: 'done' is unknown: one of pending, processing, success, failed, skipped, filtered",
        ),
        ({"sub_task": "list"}, "sub_task: 'list' is unknown: one of scrape, filter, analyze, save"),
        (
            {"type": "company", "company_sub_task": "scrape"},
            "company_sub_task: 'scrape' is unknown: one of fetch, extract",
        ),
        ({"url": None}, "url is missing: a job needs one, or scraped_data with at least a title"),
        ({"url": "", "scraped_data": {"company": "Acme"}}, "url is missing"),
        ({"type": "scrape_source", "url": None, "source_id": "17"}, "url is missing: a source needs the address"),
        (
            {"type": "company", "url": None},
            "url is missing: a company needs the address of its site, or a company_name",
        ),
        ({"url": "ftp://acme.example/"}, "url: 'ftp://acme.example/': only http and https"),
        ({"url": "http://127.1/admin"}, "url: 'http://127.1/admin' points at an address or a local name"),
        ({"url": {"href": URL}}, "url: text is expected, not {'href'"),
        ({"company_name": True}, "company_name: text is expected, not True"),
        ({"tracking_id": "a\x00b"}, "tracking_id: it contains a NUL character"),
        ({"pipeline_state": [1]}, "pipeline_state: an object is expected, not [1]"),
        ({"scraped_data": "{half"}, "scraped_data: an object is expected, not '{half'"),
        ({"ancestry_chain": "root"}, "ancestry_chain: a list of ids is expected, not 'root'"),
        ({"ancestry_chain": [1]}, "ancestry_chain: a list of ids is expected, not [1]"),
        ({"spawn_depth": -1}, "spawn_depth: a whole number from 0 to 1,000,000 is expected, not -1"),
        ({"retry_count": 1.5}, "retry_count: a whole number"),
        ({"max_retries": True}, "max_retries: a whole number"),
        ({"created_at": "yesterday"}, "created_at: a time is expected (epoch seconds, ISO 8601 text, or"),
        ({"updated_at": {"_nanoseconds": 5}}, "updated_at: a time is expected"),
        ({"processed_at": False}, "processed_at: a time is expected"),
        ({"completed_at": 1e15}, "completed_at: a time is expected"),
        ({"deep": json.loads("[" * 101 + "]" * 101)}, "it is nested more than 100 levels deep"),
    ],
)
def test_a_wrong_field_is_named_with_its_record_and_what_is_allowed(fields: dict[str, Any], said: str) -> None:
    assert wrong(**fields).startswith(f"queue.json: record 2 (id 'a'): {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "queue.json is empty"),
        (" \n\ufeff\n", "queue.json: line 2, column 1: not valid JSON"),
        ("\ufeff \n", "queue.json is empty"),
        ('{"type": "job"', "queue.json: line 1, column 15: not valid JSON"),
        ('[\n  {"type": "job",\n   "url" "x"}\n]', "queue.json: line 3, column 10: not valid JSON: expected ':'"),
        ('{"ü": 1}\n{"ü" 1}', "queue.json: line 2, column 6: not valid JSON: expected ':'"),
        ('{"type": "job", "spawn_depth": NaN}', "queue.json: line 1, column 32: not valid JSON"),
        ("[" * 50_000, "queue.json: line 1, column 50001: not valid JSON: nested too deeply"),
        ("\ud800", "queue.json: this is not text in UTF-8"),
        ("id,url\n1,x", "queue.json: line 1, column 1: not valid JSON"),
        ("17", "queue.json: record 1: a queue document is an object, not 17"),
        ('{"a": {"type": "job", "url": "x.example"}, "b": 3}', "queue.json: record 2 (id 'b'): a queue document is an"),
        ('{"kind": "export", "format": 99}', "queue.json: record 1: format: it was written by a newer version (99)"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(text: str, said: str) -> None:
    assert refusal(text).startswith(said)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([*READERS, "id", "_id", "kind", "source_id", "documents", "data", "x"])
KNOWN = st.sampled_from(["job", "company", "scrape", "source", "item", "entity", "filter", "pending", URL])


@given(st.dictionaries(NAMES, JSON | KNOWN) | st.lists(st.dictionaries(NAMES, JSON | KNOWN), max_size=3) | JSON)
def test_any_json_gives_items_or_a_usage_error(value: object) -> None:
    try:
        items = read(json.dumps(value), "q")
    except UsageError:
        return
    assert all(item.id for item in items)
