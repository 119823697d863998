"""Waits: one entity rests for another, lends it its rank, is woken or gives up, and never in a circle."""

from __future__ import annotations

from typing import Any

import pytest

from jobfinder.store import work
from store.build import NOW, Database, read


def begin(database: Database, waiter: int, awaited: int, *, rank: float = 5.0, since: float = NOW) -> None:
    database.write(lambda tx: work.await_(tx, waiter, awaited, since, NOW + 60, rank))


def waits(database: Database, *ids: int) -> list[Any]:
    return read(database, lambda tx: work.waits_of(tx, list(ids)))


def test_a_wait_that_goes_on_keeps_its_beginning_and_deadline(database: Database) -> None:
    begin(database, 1, 2, rank=5.0)
    database.write(lambda tx: work.await_(tx, 1, 2, NOW + 9, NOW + 99, 3.0))
    [wait] = waits(database, 1)
    assert (wait["since"], wait["deadline"], wait["rank"], wait["over"]) == (NOW, NOW + 60, 3.0, None)


def test_the_awaited_inherits_the_best_rank_of_those_who_still_wait(database: Database) -> None:
    for waiter, rank in ((1, 5.0), (2, 3.0), (3, 1.0)):
        begin(database, waiter, 9, rank=rank)
    database.write(lambda tx: work.give_up(tx, 3, 9, NOW, "too long"))
    assert read(database, lambda tx: work.inherited(tx, [9, 8])) == {9: 3.0}


def test_settling_wakes_all_who_waited_and_those_who_gave_up(database: Database) -> None:
    begin(database, 1, 9)
    begin(database, 2, 9)
    begin(database, 3, 8)
    database.write(lambda tx: work.give_up(tx, 2, 9, NOW, "too long"))
    assert sorted(database.write(lambda tx: work.wake(tx, [9, 7]))) == [1, 2]
    assert [row["waiter_id"] for row in waits(database, 1, 2, 3)] == [3]


def test_giving_up_is_remembered_until_the_awaited_settles(database: Database) -> None:
    begin(database, 1, 9)
    database.write(lambda tx: work.give_up(tx, 1, 9, NOW, "too long"))
    database.write(lambda tx: work.end_waits_of(tx, [1]))
    assert [row["over"] for row in waits(database, 1)] == ["too long"]
    database.write(lambda tx: work.wake(tx, [9]))
    assert waits(database, 1) == []


def test_giving_up_before_waiting_is_remembered_too(database: Database) -> None:
    database.write(lambda tx: work.give_up(tx, 1, 9, NOW, "circular"))
    [wait] = waits(database, 1)
    assert (wait["over"], wait["since"], wait["deadline"]) == ("circular", NOW, NOW)


def test_a_wait_that_ends_is_gone(database: Database) -> None:
    begin(database, 1, 9)
    begin(database, 2, 9)
    database.write(lambda tx: work.end_waits_of(tx, [1]))
    database.write(lambda tx: work.end_waits_of(tx, []))
    assert [row["waiter_id"] for row in waits(database, 1, 2)] == [2]


@pytest.mark.parametrize(
    ("edges", "start", "target", "expected"),
    [
        ((), 1, 2, False),
        ((), 1, 1, True),
        (((1, 2),), 1, 2, True),
        (((1, 2),), 2, 1, False),
        (((1, 2), (2, 3), (3, 4)), 1, 4, True),
        (((1, 2), (2, 3), (3, 1)), 1, 9, False),
        (((1, 2), (1, 3), (3, 9)), 1, 9, True),
    ],
)
def test_following_waits(
    database: Database, edges: tuple[tuple[int, int], ...], start: int, target: int, expected: bool
) -> None:
    for waiter, awaited in edges:
        begin(database, waiter, awaited)
    assert read(database, lambda tx: work.leads_back(tx, start, target)) is expected


def test_a_wait_given_up_leads_nowhere(database: Database) -> None:
    begin(database, 1, 2)
    begin(database, 2, 3)
    database.write(lambda tx: work.give_up(tx, 2, 3, NOW, "too long"))
    assert not read(database, lambda tx: work.leads_back(tx, 1, 3))
