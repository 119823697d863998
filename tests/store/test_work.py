"""The rows of work: their states, leases and fences, and claims that do not collide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobfinder.model import EntityType
from jobfinder.store import entities, work
from store.build import NOW, Database, leased, make, read, row, state_of, ticket, write

Connect = Callable[[str], Database]
LATEST = NOW + 600


@pytest.fixture
def jobs(database: Database) -> list[int]:
    """Five jobs without any work."""
    return database.write(lambda tx: [make(tx, EntityType.JOB, f"job:{n}") for n in range(5)])


def stored(database: Database, entity_id: int) -> Any:
    return read(database, lambda tx: work.get(tx, entity_id))


# ---------------------------------------------------------------- states


def test_a_plan_is_written_and_replaced(database: Database, jobs: list[int]) -> None:
    database.write(lambda tx: work.put(tx, [row(jobs[0], "ready", rank=5.0), row(jobs[1], "done", due_at=None)]))
    database.write(lambda tx: work.put(tx, [row(jobs[0], "future", due_at=NOW + 60, why="later")]))
    now = stored(database, jobs[0])
    assert (now["state"], now["due_at"], now["step"], now["lane"], now["why"]) == (
        "future",
        NOW + 60,
        None,
        None,
        "later",
    )
    assert read(database, work.states) == {"future": 1, "done": 1}


def test_looking_marks_all_but_the_leased(database: Database, jobs: list[int]) -> None:
    ready, held, new = jobs[:3]

    def work_(tx: Any) -> None:
        work.put(tx, [row(ready, "ready", rank=7.0)])
        leased(tx, held)
        work.look(tx, [ready, held, new], rank=9.0)

    database.write(work_)
    assert [state_of(database, id_) for id_ in (ready, held, new)] == ["look", "leased", "look"]
    assert stored(database, ready)["rank"] == 7.0
    assert database.write(lambda tx: work.to_look(tx, 10)) == [ready, new]
    assert database.write(lambda tx: work.to_look(tx, 1)) == [ready]


def test_a_shared_input_marks_every_job_that_is_not_held(database: Database, jobs: list[int]) -> None:
    company = database.write(lambda tx: make(tx, EntityType.COMPANY, "company:a"))

    def work_(tx: Any) -> None:
        work.put(tx, [row(jobs[0], "ready"), row(jobs[1], "done"), row(company, "ready")])
        leased(tx, jobs[2])

    database.write(work_)
    assert database.write(work.look_again_at_jobs) == 2
    assert [state_of(database, id_) for id_ in (*jobs[:3], company)] == ["look", "look", "leased", "ready"]


def test_a_company_marks_only_its_own_jobs(database: Database) -> None:
    def work_(tx: Any) -> tuple[int, int, int]:
        mine, other = make(tx, EntityType.COMPANY, "company:a"), make(tx, EntityType.COMPANY, "company:b")
        ours = make(tx, EntityType.JOB, "job:a", company_id=mine)
        theirs = make(tx, EntityType.JOB, "job:b", company_id=other)
        work.put(tx, [row(ours, "done"), row(theirs, "done")])
        return mine, ours, theirs

    company, ours, theirs = database.write(work_)
    assert database.write(lambda tx: work.look_again_at_those_of(tx, company)) == 1
    assert (state_of(database, ours), state_of(database, theirs)) == ("look", "done")


def test_what_was_to_come_is_promoted_when_it_is_due(database: Database, jobs: list[int]) -> None:
    due, look, late, waiting, patient = jobs
    rows = [
        row(due, "future", step="scrape", lane="host:a", due_at=NOW - 1, rank=3.0),
        row(look, "future", due_at=NOW),
        row(late, "future", step="scrape", lane="host:a", due_at=NOW + 1),
        row(waiting, "waiting", due_at=NOW - 5),
        row(patient, "waiting", due_at=NOW + 5),
    ]
    database.write(lambda tx: work.put(tx, rows))
    promoted = database.write(lambda tx: work.promote(tx, NOW, 100))
    assert {row["entity_id"]: row["state"] for row in promoted} == {due: "ready", look: "look", waiting: "look"}
    assert [row["lane"] for row in promoted if row["state"] == "ready"] == ["host:a"]
    assert [state_of(database, id_) for id_ in jobs] == ["ready", "look", "future", "look", "waiting"]
    assert database.write(lambda tx: work.promote(tx, NOW, 100)) == []


def test_promotion_is_bounded_and_takes_the_longest_due_first(database: Database, jobs: list[int]) -> None:
    database.write(lambda tx: work.put(tx, [row(id_, "future", due_at=NOW - id_) for id_ in jobs]))
    assert {row["entity_id"] for row in database.write(lambda tx: work.promote(tx, NOW, 2))} == set(jobs[-2:])


def test_the_next_moment_is_the_earliest_of_all_kinds(database: Database, jobs: list[int]) -> None:
    assert read(database, work.next_due) is None
    database.write(lambda tx: leased(tx, jobs[0], until=NOW + 30))
    assert read(database, work.next_due) == NOW + 30
    database.write(lambda tx: work.put(tx, [row(jobs[1], "waiting", due_at=NOW + 20)]))
    assert read(database, work.next_due) == NOW + 20
    database.write(
        lambda tx: work.put(tx, [row(jobs[2], "future", due_at=NOW + 10), row(jobs[3], "ready", due_at=1.0)])
    )
    assert read(database, work.next_due) == NOW + 10


def test_what_comes_is_shown_for_entities_somebody_asked_for(database: Database, jobs: list[int]) -> None:
    def work_(tx: Any) -> None:
        work.put(tx, [row(jobs[0], "future", due_at=NOW + 9), row(jobs[1], "waiting", due_at=NOW + 5)])
        work.put(tx, [row(jobs[2], "future", due_at=NOW + 1)])
        ticket(tx, jobs[0], "i0")
        ticket(tx, jobs[1], "i1")
        ticket(tx, jobs[2], "i2", verdict="success")

    database.write(work_)
    assert [(row["key"], row["state"]) for row in read(database, lambda tx: work.coming(tx, 10))] == [
        ("job:1", "waiting"),
        ("job:0", "future"),
    ]


# ---------------------------------------------------------------- leases and fences


def test_a_lease_carries_a_fence_on_work_and_entity(database: Database, jobs: list[int]) -> None:
    fence = database.write(lambda tx: leased(tx, jobs[0], until=NOW + 60, holder="w7"))
    now = stored(database, jobs[0])
    assert (now["state"], now["fence"], now["lease_by"], now["lease_until"]) == ("leased", fence, "w7", NOW + 60)
    assert read(database, lambda tx: entities.get(tx, [jobs[0]]))[0]["fence"] == fence
    assert set(database.write(lambda tx: work.lock(tx, jobs))) == {jobs[0]}


def test_fences_come_from_one_sequence_that_only_rises(database: Database, store_url: str, connect: Connect) -> None:
    other = connect(store_url)
    drawn = [(write(db, work.next_fences, n), n) for n in (1, 3, 2) for db in (database, other)]
    numbers = [first + k for first, n in drawn for k in range(n)]
    assert numbers == sorted(set(numbers))


def test_fences_outlive_the_work(database: Database, jobs: list[int]) -> None:
    fence = database.write(lambda tx: leased(tx, jobs[0]))
    database.write(lambda tx: tx.run("DELETE FROM work"))
    assert read(database, lambda tx: entities.get(tx, [jobs[0]]))[0]["fence"] == fence
    assert database.write(lambda tx: leased(tx, jobs[0])) > fence


def test_the_leased_are_counted(database: Database, jobs: list[int]) -> None:
    assert read(database, work.leased) == 0
    database.write(lambda tx: [leased(tx, id_) for id_ in jobs[:2]])
    assert read(database, work.leased) == 2


def test_raising_fences_gives_each_its_own(database: Database, jobs: list[int]) -> None:
    before = database.write(lambda tx: leased(tx, jobs[0]))
    database.write(lambda tx: work.raise_fences(tx, jobs[:3]))
    fences = [row["fence"] for row in read(database, lambda tx: entities.get(tx, jobs[:3]))]
    assert len(set(fences)) == 3
    assert min(fences) > before


def test_only_leases_that_have_run_out_are_reaped(database: Database, jobs: list[int]) -> None:
    def work_(tx: Any) -> None:
        leased(tx, jobs[0], until=NOW)
        leased(tx, jobs[1], until=NOW + 1)

    database.write(work_)
    assert [row["entity_id"] for row in database.write(lambda tx: work.reap(tx, NOW, LATEST))] == [jobs[0]]
    assert [state_of(database, id_) for id_ in jobs[:2]] == ["look", "leased"]
    assert stored(database, jobs[0])["fence"] is None


def test_a_row_that_a_suspended_worker_holds_is_passed_over(postgres_url: str, connect: Connect) -> None:
    database = connect(postgres_url)
    held, free = database.write(lambda tx: [make(tx, EntityType.JOB, f"job:{n}") for n in range(2)])
    database.write(lambda tx: [leased(tx, id_, until=NOW - 1) for id_ in (held, free)])
    other = connect(postgres_url)

    def suspended(tx: Any) -> list[int]:
        work.lock(tx, [held])
        return [row["entity_id"] for row in database.write(lambda mine: work.reap(mine, NOW, LATEST))]

    assert other.write(suspended) == [free]


def test_a_lease_from_a_clock_that_was_set_back_is_reaped(database: Database, jobs: list[int]) -> None:
    database.write(lambda tx: leased(tx, jobs[0], until=LATEST + 1))
    assert [row["entity_id"] for row in database.write(lambda tx: work.reap(tx, NOW, LATEST))] == [jobs[0]]


def test_a_holder_renews_all_its_leases_and_a_dead_one_loses_them(database: Database, jobs: list[int]) -> None:
    def work_(tx: Any) -> None:
        leased(tx, jobs[0], until=NOW + 1, holder="alive")
        leased(tx, jobs[1], until=NOW + 99, holder="dead")

    database.write(work_)
    assert sorted(read(database, work.holders)) == ["alive", "dead"]
    assert database.write(lambda tx: work.renew(tx, "alive", NOW + 60)) == 1
    assert database.write(lambda tx: work.expire(tx, "dead")) == 1
    assert [row["entity_id"] for row in database.write(lambda tx: work.reap(tx, NOW + 30, LATEST))] == [jobs[1]]


def test_writing_a_plan_ends_the_lease(database: Database, jobs: list[int]) -> None:
    database.write(lambda tx: leased(tx, jobs[0]))
    database.write(lambda tx: work.put(tx, [row(jobs[0], "done")]))
    now = stored(database, jobs[0])
    assert (now["state"], now["fence"], now["lease_by"], now["lease_until"]) == ("done", None, None, None)


# ---------------------------------------------------------------- claims


def test_the_best_of_a_lane_comes_first(database: Database, jobs: list[int]) -> None:
    rows = [row(id_, "ready", lane="host:a", rank=100.0 - n) for n, id_ in enumerate(jobs[:3])]
    database.write(lambda tx: work.put(tx, [*rows, row(jobs[3], "ready", lane="host:b"), row(jobs[4], "future")]))
    best = database.write(lambda tx: work.best_of_lane(tx, "host:a", 2))
    assert [row["entity_id"] for row in best] == [jobs[2], jobs[1]]
    assert best[0]["step"] == "scrape"


@pytest.mark.parametrize("pick", ["lane", "look", "promote"])
def test_two_claims_at_once_take_different_work(postgres_url: str, connect: Connect, pick: str) -> None:
    first, second = connect(postgres_url), connect(postgres_url)
    state = {"lane": "ready", "look": "look", "promote": "future"}[pick]

    def setup(tx: Any) -> None:
        ids = [make(tx, EntityType.JOB, f"job:{n}") for n in range(4)]
        work.put(tx, [row(id_, state, lane="host:a", rank=float(n)) for n, id_ in enumerate(ids)])

    def take(tx: Any, limit: int) -> list[int]:
        if pick == "look":
            return work.to_look(tx, limit)
        rows = work.best_of_lane(tx, "host:a", limit) if pick == "lane" else work.promote(tx, NOW, limit)
        return [row["entity_id"] for row in rows]

    first.write(setup)
    taken: list[list[int]] = []

    def while_the_first_is_at_it(tx: Any) -> None:
        taken.append(take(tx, 2))
        taken.append(second.write(lambda tx: take(tx, 10)))

    first.write(while_the_first_is_at_it)
    assert len(taken[0]) == len(taken[1]) == 2
    assert not set(taken[0]) & set(taken[1])


# ---------------------------------------------------------------- resync


def test_pages_run_over_all_entities_with_and_without_work(database: Database, jobs: list[int]) -> None:
    database.write(lambda tx: work.put(tx, [row(jobs[1], "ready")]))
    first = read(database, lambda tx: work.page(tx, 0, 3))
    rest = read(database, lambda tx: work.page(tx, first[-1]["id"], 3))
    assert [row["id"] for row in (*first, *rest)] == jobs
    assert [row["state"] for row in first] == [None, "ready", None]


def test_work_of_nobody_is_dropped(database: Database, jobs: list[int]) -> None:
    database.write(lambda tx: work.put(tx, [row(jobs[0], "ready"), row(999_999, "ready")]))
    assert database.write(work.orphans) == 1
    assert state_of(database, jobs[0]) == "ready"
