"""Progress: what a step last did, how it failed since, and what it cost."""

from __future__ import annotations

from typing import Any

import pytest

from jobfinder.model import EntityType, Step
from jobfinder.store import log, progress
from store.build import NOW, Database, failed, make, read, succeeded


@pytest.fixture
def job(database: Database) -> int:
    return database.write(lambda tx: make(tx, EntityType.JOB, "job:1"))


def only(database: Database, entity_id: int) -> Any:
    [found] = read(database, lambda tx: progress.get(tx, [entity_id]))
    return found


def test_success_forgets_the_failures_before_it(database: Database, job: int) -> None:
    database.write(lambda tx: failed(tx, job, "scrape", attempts=3, total=4, not_before=NOW + 9))
    database.write(lambda tx: succeeded(tx, job, "scrape", fingerprint="f2", reason="read", now=NOW + 1))
    now = only(database, job)
    names = ("fingerprint", "outcome", "reason", "output_hash", "done_at", "tried", "attempts", "total", "error_kind")
    assert [now[name] for name in names] == ["f2", "ok", "read", "h", NOW + 1, None, 0, 0, None]
    assert (now["error"], now["not_before"]) == (None, None)
    assert (now["runs"], now["requests"], now["seconds"]) == (2, 3, 0.75)


def test_failure_keeps_what_was_achieved(database: Database, job: int) -> None:
    database.write(lambda tx: succeeded(tx, job, "scrape"))
    database.write(lambda tx: failed(tx, job, "scrape", tried="f2", attempts=2, total=3, tried_at=NOW + 5))
    now = only(database, job)
    names = ("fingerprint", "outcome", "done_at", "tried", "tried_at", "attempts", "total", "error_kind", "error")
    assert [now[name] for name in names] == ["f", "ok", NOW, "f2", NOW + 5, 2, 3, "timeout", "too slow"]
    assert read(database, lambda tx: progress.outputs(tx, [job])) == {job: {Step.SCRAPE: {"a": 1}}}


def test_a_fresh_round_forgets_failures_and_nothing_else(database: Database, job: int) -> None:
    other = database.write(lambda tx: make(tx, EntityType.JOB, "job:2"))

    def work(tx: Any) -> None:
        succeeded(tx, job, "filter")
        failed(tx, job, "scrape", attempts=5, total=8, not_before=NOW + 9)
        failed(tx, other, "scrape", attempts=5, total=8)
        progress.grant(tx, job)

    database.write(work)
    rows = {row["step"]: row for row in read(database, lambda tx: progress.get(tx, [job]))}
    assert [rows["scrape"][name] for name in ("tried", "attempts", "total", "error_kind", "not_before")] == [
        None,
        0,
        0,
        None,
        None,
    ]
    assert rows["filter"]["done_at"] == NOW
    assert only(database, other)["attempts"] == 5


def test_outputs_are_plain_values_of_those_that_have_one(database: Database, job: int) -> None:
    def work(tx: Any) -> None:
        succeeded(tx, job, "scrape", output='{"b":[1,null,"x"]}')
        succeeded(tx, job, "filter", output=None)

    database.write(work)
    assert read(database, lambda tx: progress.outputs(tx, [job, 99])) == {job: {Step.SCRAPE: {"b": [1, None, "x"]}}}


def test_carried_results_are_marked_and_cost_nothing(database: Database, job: int) -> None:
    database.write(lambda tx: succeeded(tx, job, "filter", carried=1, runs=0, requests=0, seconds=0.0))
    now = only(database, job)
    assert (now["carried"], now["runs"], now["requests"]) == (1, 0, 0)


def test_the_average_of_a_step_is_over_its_runs(database: Database, job: int) -> None:
    company = database.write(lambda tx: make(tx, EntityType.COMPANY, "company:a"))

    def work(tx: Any) -> None:
        succeeded(tx, job, "scrape", requests=2, seconds=1.0)
        succeeded(tx, job, "scrape", requests=1, seconds=2.0)
        succeeded(tx, job, "filter", runs=0, requests=0, seconds=0.0)
        succeeded(tx, company, "fetch", requests=9, seconds=9.0)

    database.write(work)
    assert read(database, lambda tx: progress.averages(tx, "job")) == {"scrape": (1.5, 1.5)}


def test_costs_are_summed_from_the_log_by_step_and_day(database: Database, job: int) -> None:
    def work(tx: Any) -> None:
        for at, step, requests in (
            (86_400.0 * 3, "scrape", 2),
            (86_400.0 * 3 + 5, "scrape", 1),
            (86_400.0 * 4, "save", 0),
        ):
            told = log.Log(at)
            told.add(job, "ran", step=step, requests=requests, seconds=0.5)
            told.add(job, "settled")
            told.flush(tx)

    database.write(work)

    def costs(by: str) -> list[tuple[Any, ...]]:
        rows = read(database, lambda tx: progress.costs(tx, by))
        return [(row["key"], row["runs"], row["requests"], row["seconds"]) for row in rows]

    assert costs("step") == [("save", 1, 0, 0.5), ("scrape", 2, 3, 1.0)]
    assert costs("day") == [(3, 2, 3, 1.0), (4, 1, 0, 0.5)]
