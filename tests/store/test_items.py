"""Tickets: where they stand, which are live, and how they settle."""

from __future__ import annotations

import pytest

from jobfinder.model import EntityType, JobQueueItem, Line
from jobfinder.store import items, work
from store.build import NOW, Database, make, read, row, ticket, write


@pytest.fixture
def job(database: Database) -> int:
    return database.write(lambda tx: make(tx, EntityType.JOB, "job:1"))


def test_an_item_comes_back_as_it_was(database: Database, job: int) -> None:
    item = JobQueueItem(type="job", url="https://a.example/1", scraped_data={"title": "Tide reader"}, extra={"x": [1]})
    line = Line(tracking_id="t9", chain=("a", "b"), depth=2, max_depth=5, parent_id="b")
    database.write(lambda tx: items.insert(tx, item, "i1", job, line, NOW, mine=True))
    found = read(database, lambda tx: items.get(tx, "i1"))
    assert found is not None
    assert items.original(found) == item
    assert items.line_of(found) == line
    assert (found["entity_key"], found["entity_type"], found["verdict"], found["mine"]) == ("job:1", "job", None, 1)
    assert read(database, lambda tx: items.get(tx, "i2")) is None


def test_an_item_shows_the_work_of_its_entity(database: Database, job: int) -> None:
    database.write(lambda tx: ticket(tx, job, "i1"))
    database.write(lambda tx: work.put(tx, [row(job, "future", step="scrape", due_at=NOW + 5, why="later")]))
    found = read(database, lambda tx: items.get(tx, "i1"))
    assert found is not None
    assert [found[name] for name in ("work_state", "work_step", "work_why", "work_due")] == [
        "future",
        "scrape",
        "later",
        NOW + 5,
    ]


def test_a_ticket_may_be_on_no_entity(database: Database) -> None:
    database.write(lambda tx: ticket(tx, None, "i1"))
    database.write(lambda tx: items.settle_one(tx, "i1", "success", "asked 3", NOW + 1))
    found = read(database, lambda tx: items.get(tx, "i1"))
    assert found is not None
    assert (found["verdict"], found["message"], found["settled_at"]) == ("success", "asked 3", NOW + 1)
    assert read(database, lambda tx: items.entities_of(tx, ["i1"])) == frozenset()


def test_spawns_stand_under_the_shallowest_then_the_oldest_live_ticket(database: Database, job: int) -> None:
    assert read(database, lambda tx: items.elder(tx, job)) is None
    for item_id, depth, now, verdict in (
        ("settled", 0, NOW - 9, "success"),
        ("deep", 3, NOW - 5, None),
        ("young", 1, NOW + 5, None),
        ("old", 1, NOW, None),
    ):
        write(database, ticket, job, item_id, depth=depth, now=now, verdict=verdict)
    elder, last = read(database, lambda tx: (items.elder(tx, job), items.last(tx, job)))
    assert elder is not None
    assert last is not None
    assert (elder["id"], last["id"]) == ("old", "young")


def test_live_tickets_say_whether_one_is_the_seekers_own(database: Database, job: int) -> None:
    other = database.write(lambda tx: make(tx, EntityType.JOB, "job:2"))
    database.write(lambda tx: ticket(tx, job, "i1"))
    database.write(lambda tx: ticket(tx, job, "i2", mine=True))
    database.write(lambda tx: ticket(tx, other, "i3", mine=True, verdict="success"))
    live = read(database, lambda tx: items.live(tx, [job, other]))
    assert {id_: bool(row["mine"]) for id_, row in live.items()} == {job: True}
    assert read(database, lambda tx: [items.has_live(tx, id_) for id_ in (job, other)]) == [True, False]


def test_settling_settles_the_live_ones_only(database: Database, job: int) -> None:
    database.write(lambda tx: ticket(tx, job, "i1", verdict="failed"))
    database.write(lambda tx: ticket(tx, job, "i2"))
    database.write(lambda tx: items.settle(tx, [{"id": job, "verdict": "success", "why": "saved", "now": NOW + 1}]))
    rows = read(database, lambda tx: items.many(tx, ["i1", "i2", "i3"]))
    assert {row["id"]: (row["verdict"], row["message"]) for row in rows} == {
        "i1": ("failed", None),
        "i2": ("success", "saved"),
    }


def test_tickets_are_listed_newest_first_and_counted(database: Database, job: int) -> None:
    for n, verdict in enumerate((None, "success", None)):
        write(database, ticket, job, f"i{n}", now=NOW + n, verdict=verdict)

    def listed(status: str | None) -> list[str]:
        return [row["id"] for row in read(database, lambda tx: items.listing(tx, 10, status=status))]

    assert listed(None) == ["i2", "i1", "i0"]
    assert listed("live") == ["i2", "i0"]
    assert listed("success") == ["i1"]
    assert [row["id"] for row in read(database, lambda tx: items.of_entity(tx, job, 2))] == ["i2", "i1"]
    assert read(database, items.counts) == {"live": 2, "success": 1}


def test_which_tickets_exist_and_what_they_are_on(database: Database, job: int) -> None:
    database.write(lambda tx: ticket(tx, job, "i1"))
    assert read(database, lambda tx: items.known(tx, ["i1", "i2"])) == {"i1"}
    assert read(database, lambda tx: items.entities_of(tx, ["i1", "i2"])) == frozenset({job})
    assert read(database, lambda tx: items.entities_of(tx, [])) == frozenset()
