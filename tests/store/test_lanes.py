"""Lanes: what may be served now, at which rate, how much at once, and when again after a rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobfinder.model import EntityType
from jobfinder.store import lanes, work
from store.build import NOW, Database, leased, make, read, row

Connect = Callable[[str], Database]
A, B, CPU = "host:a.example", "host:b.example", "cpu"
LATEST = 60.0


def offer(database: Database, name: str, head: float, *, interval: float = 1.0, cap: int | None = 1) -> None:
    database.write(lambda tx: lanes.offer(tx, [{"name": name, "interval": interval, "cap": cap, "head": head}]))


def open_now(database: Database, now: float = NOW, limit: int = 10) -> list[str]:
    return [row["name"] for row in database.write(lambda tx: lanes.open_(tx, now, LATEST, limit))]


def lane(database: Database, name: str) -> Any:
    return database.write(lambda tx: lanes.get(tx, name))


def ready(database: Database, key: str, name: str, rank: float) -> int:
    def work_(tx: Any) -> int:
        entity_id = make(tx, EntityType.JOB, key)
        work.put(tx, [row(entity_id, "ready", lane=name, rank=rank)])
        return entity_id

    return database.write(work_)


def test_lanes_open_in_the_order_of_their_best_work(database: Database) -> None:
    offer(database, A, 5.0)
    offer(database, B, 3.0)
    offer(database, CPU, 4.0, interval=0.0, cap=None)
    assert open_now(database) == [B, CPU, A]
    assert open_now(database, limit=1) == [B]


def test_a_better_offer_lowers_the_head_and_a_worse_one_does_not(database: Database) -> None:
    for head in (5.0, 3.0, 9.0):
        offer(database, A, head)
    assert lane(database, A)["head"] == 3.0


def test_an_offer_leaves_a_known_lane_its_pace(database: Database) -> None:
    offer(database, A, 5.0, interval=4.0, cap=2)
    offer(database, A, 5.0, interval=1.0, cap=1)
    assert (lane(database, A)["interval"], lane(database, A)["cap"]) == (4.0, 2)


def test_a_lane_without_ready_work_is_not_open(database: Database) -> None:
    database.write(lambda tx: lanes.ensure(tx, A, 1.0, 1))
    assert open_now(database) == []
    offer(database, A, 5.0)
    database.write(lambda tx: lanes.served(tx, [{"name": A, "now": NOW, "count": 0}]))
    assert lane(database, A)["head"] is None
    assert open_now(database) == []


def test_serving_takes_the_tokens_and_finds_the_next_best(database: Database) -> None:
    first = ready(database, "job:1", A, 3.0)
    ready(database, "job:2", A, 7.0)
    offer(database, A, 3.0, interval=2.0)

    def serve(tx: Any) -> None:
        work.put(tx, [row(first, "done")])
        lanes.served(tx, [{"name": A, "now": NOW, "count": 1}])

    database.write(serve)
    now = lane(database, A)
    assert (now["next_at"], now["served"], now["head"]) == (NOW + 2.0, 1, 7.0)
    assert open_now(database, NOW + 1.9) == []
    assert open_now(database, NOW + 2.0) == [A]


def test_a_lane_without_a_rate_is_always_open(database: Database) -> None:
    ready(database, "job:1", CPU, 3.0)
    offer(database, CPU, 3.0, interval=0.0, cap=None)
    database.write(lambda tx: lanes.served(tx, [{"name": CPU, "now": NOW, "count": 9}]))
    assert open_now(database) == [CPU]
    assert lane(database, CPU)["served"] == 9


def test_leased_work_and_slots_fill_the_cap(database: Database) -> None:
    offer(database, A, 3.0, cap=2)
    held = database.write(lambda tx: make(tx, EntityType.JOB, "job:held"))
    database.write(lambda tx: leased(tx, held, lane=A))
    assert open_now(database) == [A]
    database.write(lambda tx: lanes.take_slot(tx, "s1", A, NOW + 30))
    assert read(database, lambda tx: lanes.used(tx, A, NOW)) == 2
    assert open_now(database) == []
    database.write(lambda tx: lanes.free_slot(tx, "s1"))
    assert open_now(database) == [A]


def test_slots_of_the_dead_free_themselves(database: Database) -> None:
    offer(database, A, 3.0, cap=1)
    database.write(lambda tx: lanes.take_slot(tx, "s1", A, NOW + 30))
    assert open_now(database, NOW + 29) == []
    assert open_now(database, NOW + 30) == [A]
    database.write(lambda tx: lanes.sweep(tx, NOW + 30))
    assert read(database, lambda tx: tx.one("SELECT COUNT(*) AS n FROM slot"))["n"] == 0


def test_a_resting_lane_is_closed_and_says_why(database: Database) -> None:
    offer(database, A, 3.0)
    database.write(lambda tx: lanes.rest(tx, A, NOW + 100, "429"))
    database.write(lambda tx: lanes.rest(tx, A, NOW + 50, "503"))
    assert open_now(database, NOW + 99) == []
    assert open_now(database, NOW + 100) == [A]
    assert (lane(database, A)["rest_until"], lane(database, A)["rest_why"]) == (NOW + 100, "429")
    database.write(lambda tx: lanes.rest(tx, A, NOW + 200, "503"))
    assert (lane(database, A)["rest_until"], lane(database, A)["rest_why"]) == (NOW + 200, "503")


def test_a_lane_may_rest_before_it_has_work(database: Database) -> None:
    database.write(lambda tx: lanes.rest(tx, A, NOW + 100, "429"))
    offer(database, A, 3.0)
    assert open_now(database) == []


def test_one_who_asks_for_more_time_gets_it_and_nobody_gets_less(database: Database) -> None:
    offer(database, A, 3.0, interval=2.0)
    database.write(lambda tx: lanes.pace(tx, A, 10.0))
    database.write(lambda tx: lanes.pace(tx, A, 1.0))
    assert lane(database, A)["interval"] == 10.0


def test_a_further_request_takes_a_token(database: Database) -> None:
    offer(database, A, 3.0)
    database.write(lambda tx: lanes.reserve(tx, A, NOW + 3))
    assert open_now(database, NOW + 2.9) == []
    assert lane(database, A)["served"] == 1


def test_the_next_moment_a_lane_with_work_is_free(database: Database) -> None:
    def moments(now: float) -> tuple[float | None, float | None]:
        return read(database, lambda tx: (lanes.next_turn(tx, now), lanes.next_rest_end(tx, now)))

    assert moments(NOW) == (None, None)
    offer(database, A, 3.0)
    database.write(lambda tx: lanes.reserve(tx, A, NOW + 3))
    offer(database, B, 3.0)
    database.write(lambda tx: lanes.rest(tx, B, NOW + 60, "429"))
    assert moments(NOW) == (NOW + 3, NOW + 60)
    assert moments(NOW + 60) == (None, None)


def test_a_clock_set_back_does_not_close_a_lane(database: Database) -> None:
    offer(database, A, 3.0)
    database.write(lambda tx: lanes.reserve(tx, A, NOW))
    assert open_now(database, NOW - LATEST - 1) == []
    assert open_now(database, NOW - LATEST - 2) == [A]


def test_heads_can_be_derived(database: Database) -> None:
    ready(database, "job:1", A, 3.0)
    ready(database, "job:2", A, 2.0)
    offer(database, A, 9.0)
    offer(database, B, 1.0)
    database.write(lanes.rebuild_heads)
    assert lane(database, A)["head"] == 2.0
    assert lane(database, B)["head"] is None


def test_the_listing_shows_what_is_ready_and_in_flight(database: Database) -> None:
    database.write(lambda tx: lanes.ensure(tx, B, 1.0, 1))
    ready(database, "job:1", A, 3.0)
    held = database.write(lambda tx: make(tx, EntityType.JOB, "job:held"))
    database.write(lambda tx: leased(tx, held, lane=A))
    offer(database, A, 3.0)
    rows = read(database, lambda tx: lanes.listing(tx, NOW, 10))
    assert [(row["name"], row["ready"], row["in_flight"]) for row in rows] == [(A, 1, 1), (B, 0, 0)]


@pytest.mark.parametrize("cap", [1, 3])
def test_two_claims_at_once_do_not_open_the_same_lane(postgres_url: str, connect: Connect, cap: int) -> None:
    first, second = connect(postgres_url), connect(postgres_url)
    offer(first, A, 3.0, cap=cap)
    offer(first, B, 5.0, cap=cap)
    seen: list[list[str]] = []

    def while_the_first_is_at_it(tx: Any) -> None:
        seen.append([row["name"] for row in lanes.open_(tx, NOW, LATEST, 1)])
        seen.append(open_now(second))

    first.write(while_the_first_is_at_it)
    assert seen == [[A], [B]]
