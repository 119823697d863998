"""Matches, alerts, archived pages, the decision log and the seeker's documents."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from jobfinder.model import EntityType, Response
from jobfinder.store import documents, entities, log, pages, results
from store.build import NOW, Database, make, read, write


@pytest.fixture
def jobs(database: Database) -> list[int]:
    return database.write(lambda tx: [make(tx, EntityType.JOB, f"job:{n}") for n in range(3)])


# ---------------------------------------------------------------- matches and alerts


def test_open_matches_are_told_with_what_orders_them(database: Database, jobs: list[int]) -> None:
    def work(tx: Any) -> None:
        for job, score in zip(jobs, (60.0, 90.0, 75.0), strict=True):
            results.save_match(tx, job, score, score - 1, {"score": score}, "v1", NOW)
        entities.settle(tx, [{"id": job, "verdict": "success", "now": NOW} for job in jobs])
        results.choose(tx, jobs[1], "saved", "near", NOW)

    database.write(work)
    heads = {row["job_id"]: row for row in read(database, lambda tx: results.heads(tx, 70.0))}
    assert heads.keys() == set(jobs[1:])
    assert (heads[jobs[1]]["least"], heads[jobs[1]]["choice"], heads[jobs[2]]["choice"]) == (89.0, "saved", None)
    whole = read(database, lambda tx: results.matches(tx, jobs[:2]))
    assert [(whole[id_]["key"], whole[id_]["choice_reason"]) for id_ in jobs[:2]] == [
        ("job:0", None),
        ("job:1", "near"),
    ]
    assert read(database, results.count_matches) == 3
    database.write(lambda tx: entities.close(tx, jobs[1], NOW, "gone"))
    database.write(lambda tx: results.drop_match(tx, jobs[2]))
    assert [row["job_id"] for row in read(database, lambda tx: results.heads(tx, 0.0))] == [jobs[0]]
    assert read(database, results.count_matches) == 1


def test_a_match_is_replaced(database: Database, jobs: list[int]) -> None:
    for score, version in ((60.0, "v1"), (61.5, "v2")):
        write(database, results.save_match, jobs[0], score, score, {"s": score}, version, NOW)
    match = read(database, lambda tx: results.match(tx, jobs[0]))
    assert match is not None
    assert (match["score"], match["version"], match["doc"]) == (61.5, "v2", '{"s":61.5}')
    assert read(database, lambda tx: results.match(tx, jobs[1])) is None


def test_a_role_is_told_without_what_is_hidden_or_closed(database: Database) -> None:
    def work(tx: Any) -> list[int]:
        made = [make(tx, EntityType.JOB, f"job:twin:{n}") for n in range(4)]
        for job in made:
            results.save_match(tx, job, 80.0, 80.0, {}, "v1", NOW)
            results.set_role(tx, job, made[0], "engineer", "00", float(job == made[2]))
        entities.settle(tx, [{"id": job, "verdict": "success", "now": NOW} for job in made])
        results.choose(tx, made[1], "hidden", None, NOW)
        entities.close(tx, made[3], NOW, "gone")
        return made

    one, hidden, other, _ = database.write(work)
    for asked in (one, hidden):
        rows = write(database, results.role_of, asked)
        assert {row["job_id"]: row["standing"] for row in rows} == {one: 0.0, other: 1.0}


def test_a_choice_is_kept_changed_and_forgotten(database: Database, jobs: list[int]) -> None:
    for kind, reason in (("saved", None), ("hidden", "too far")):
        write(database, results.choose, jobs[0], kind, reason, NOW)
    choice = read(database, lambda tx: results.choice(tx, jobs[0]))
    assert choice is not None
    assert (choice["kind"], choice["reason"], choice["at"]) == ("hidden", "too far", NOW)
    assert [row["key"] for row in read(database, results.choices)] == ["job:0"]
    write(database, results.unchoose, jobs[0])
    assert read(database, lambda tx: results.choice(tx, jobs[0])) is None


def test_an_alert_is_posted_once_per_version_and_repeated_until_acknowledged(
    database: Database, jobs: list[int]
) -> None:
    for version in ("v1", "v1", "v2"):
        write(database, results.post, jobs[0], "inbox", version, {"v": version}, NOW)

    def waiting(now: float) -> list[str]:
        return [row["version"] for row in read(database, lambda tx: results.undelivered(tx, now))]

    assert waiting(NOW - 1) == []
    assert waiting(NOW) == ["v1", "v2"]
    first, second = (row["id"] for row in read(database, results.outbox))
    database.write(lambda tx: results.acknowledge(tx, first, NOW))
    database.write(lambda tx: results.postpone(tx, second, NOW + 60, "no answer"))
    assert waiting(NOW + 59) == []
    assert waiting(NOW + 60) == ["v2"]
    assert [(row["tries"], row["error"]) for row in read(database, results.outbox)] == [(1, None), (1, "no answer")]


# ---------------------------------------------------------------- pages


def test_a_page_is_read_back_as_it_was(database: Database, jobs: list[int]) -> None:
    response = Response(
        url="https://a.example/b",
        status=200,
        body=bytes(range(256)) * 50,
        headers=(("content-type", "text/html"), ("etag", '"x"')),
        redirected_from=("https://a.example/a",),
    )
    database.write(lambda tx: pages.put(tx, "key", jobs[0], response, NOW))
    stored = read(database, lambda tx: pages.get(tx, "key"))
    assert stored is not None
    assert pages.response(stored) == response
    assert (stored["fresh"], stored["fetched_at"]) == (1, NOW)
    assert read(database, lambda tx: pages.get(tx, "other")) is None


def test_pages_are_fresh_until_their_step_has_used_them(database: Database, jobs: list[int]) -> None:
    response = Response(url="https://a.example/", status=200, body=b"x")
    for key, job in (("mine", jobs[0]), ("other", jobs[1])):
        write(database, pages.put, key, job, response, NOW)
    database.write(lambda tx: pages.used(tx, []))
    database.write(lambda tx: pages.used(tx, [jobs[0]]))

    def fresh(key: str) -> Any:
        stored = read(database, lambda tx: pages.get(tx, key))
        assert stored is not None
        return stored["fresh"]

    assert (fresh("mine"), fresh("other")) == (0, 1)
    database.write(lambda tx: pages.put(tx, "mine", jobs[0], response, NOW + 1))
    assert fresh("mine") == 1


# ---------------------------------------------------------------- log and documents


def test_the_log_is_written_in_one_go_and_read_in_order(database: Database, jobs: list[int]) -> None:
    told = log.Log(NOW)
    told.add(
        jobs[0], "ran", step="scrape", outcome="ok", reason="read", detail={"n": 1}, fence=7, requests=2, seconds=0.5
    )
    told.add(jobs[1], "settled", outcome="success")
    told.add(jobs[0], "settled")
    database.write(told.flush)
    database.write(told.flush)
    rows = read(database, lambda tx: log.of_entity(tx, jobs[0]))
    assert [row["event"] for row in rows] == ["ran", "settled"]
    first = rows[0]
    names = ("at", "step", "outcome", "reason", "detail", "fence", "requests", "seconds")
    assert [first[name] for name in names] == [NOW, "scrape", "ok", "read", '{"n":1}', 7, 2, 0.5]
    assert [row["event"] for row in read(database, lambda tx: log.of_entity(tx, jobs[0], limit=1))] == ["settled"]
    everything = read(database, lambda tx: log.since(tx, 0))
    assert [row["entity_key"] for row in everything] == ["job:0", "job:1", "job:0"]
    later = read(database, lambda tx: log.since(tx, everything[0]["id"], 1))
    assert [row["event"] for row in later] == ["settled"]


def test_every_version_of_a_document_is_kept(database: Database) -> None:
    assert read(database, lambda tx: documents.latest(tx, "profile")) is None
    assert read(database, documents.versions) == {}
    for kind, body in (("profile", "a"), ("profile", "b"), ("preferences", "c")):
        write(database, documents.put, kind, body, NOW)
    assert read(database, lambda tx: documents.latest(tx, "profile")) == (2, "b")
    assert read(database, documents.versions) == {"profile": 2, "preferences": 1}
    kept = [(row["version"], row["body"]) for row in read(database, lambda tx: documents.history(tx, "profile"))]
    assert kept == [(1, "a"), (2, "b")]
    assert read(database, lambda tx: documents.body(tx, "profile", 1)) == "a"
    assert read(database, lambda tx: documents.body(tx, "preferences", 2)) is None


def test_of_two_who_save_at_once_each_has_a_version(postgres_url: str, connect: Callable[[str], Database]) -> None:
    """The second waits for the first, and takes the next number."""
    first, second, looking = connect(postgres_url), connect(postgres_url), connect(postgres_url)
    later = threading.Thread(target=lambda: write(second, documents.put, "profile", "b", NOW))

    def work(tx: Any) -> None:
        documents.put(tx, "profile", "a", NOW)
        later.start()
        while not read(looking, lambda tx: tx.all("SELECT 1 FROM pg_locks WHERE NOT granted")):
            time.sleep(0.01)

    first.write(work)
    later.join()
    kept = read(first, lambda tx: documents.history(tx, "profile"))
    assert [(row["version"], row["body"]) for row in kept] == [(1, "a"), (2, "b")]
