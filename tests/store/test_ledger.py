"""The ledger's statements, and writes that the disk has when they return."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobfinder.store import ledger
from jobfinder.store.db import Sqlite, Tx
from jobfinder.store.migrate import HEAD, migrate, upgrade
from store.build import NOW, Database, read, write

Connect = Callable[[str], Database]
DAY = 86_400.0
LEASE = 600.0


def reserve(database: Database, **kw: Any) -> int:
    values: dict[str, Any] = {
        "at": NOW,
        "entity_id": 1,
        "step": "review",
        "model": "openai/first",
        "request_hash": "h",
        "attempt": 1,
        "reserved": 1_000,
        "price_source": "a list",
        "idempotency_key": "k",
        "lease_until": NOW + LEASE,
        "lease_by": "me",
    }
    return write(database, ledger.reserve, ledger.Call(**values | kw))


def settle(database: Database, call_id: int, **kw: Any) -> Any:
    values: dict[str, Any] = {"request_hash": "h", "model": "openai/first", "text": "yes", "cut": False, "cost": 400}
    return write(database, ledger.settle, ledger.Settled(call_id=call_id, at=NOW + 1, **values | kw))


def taken(database: Database, since: float = 0.0, until: float = 2 * NOW, step: str | None = None) -> int:
    return read(database, lambda tx: ledger.taken(tx, since, until, step))


def calls(database: Database, request_hash: str = "h") -> list[Any]:
    return read(database, lambda tx: ledger.calls(tx, request_hash))


# ---------------------------------------------------------------- durable writes


def waits_for_disk(database: Database, tx: Any) -> bool:
    """Would a COMMIT now return only when the disk has it?"""
    if isinstance(database, Sqlite):
        return bool(tx.one("PRAGMA synchronous")[0] == 2)
    return bool(tx.one("SHOW synchronous_commit")["synchronous_commit"] == "on")


def test_a_durable_write_waits_for_the_disk_and_others_do_not(database: Database) -> None:
    def look(tx: Tx) -> bool:
        return waits_for_disk(database, tx)

    found = [database.write(look), database.write(look, durable=True), database.write(look), read(database, look)]
    assert found == [False, True, False, False]


class OhError(Exception):
    """Something in a transaction went wrong."""


def test_after_a_durable_write_that_failed_others_do_not_wait(database: Database) -> None:
    def fail(tx: Tx) -> None:
        reserve_in(tx)
        raise OhError

    with pytest.raises(OhError):
        database.write(fail, durable=True)
    assert not database.write(lambda tx: waits_for_disk(database, tx))
    assert calls(database) == []


def reserve_in(tx: Tx) -> None:
    tx.run(
        "INSERT INTO ai_call (at, step, model, request_hash, attempt, state) VALUES (0, 's', 'm', 'h', 1, 'reserved')"
    )


# ---------------------------------------------------------------- what counts as spent


def test_what_is_not_known_counts_as_spent(database: Database) -> None:
    for number in range(4):
        reserve(database, request_hash=f"h{number}")
    assert taken(database) == 4_000
    settle(database, 1, request_hash="h0")
    write(database, ledger.release, 2, "429", NOW)
    write(database, ledger.unsettle, 3, "too slow")
    assert taken(database) == 400 + 0 + 1_000 + 1_000
    assert [row["state"] for number in range(4) for row in calls(database, f"h{number}")] == [
        "settled",
        "released",
        "unsettled",
        "reserved",
    ]


def test_a_sum_has_a_beginning_an_end_and_may_be_of_one_step(database: Database) -> None:
    for at in (NOW - 1, NOW, NOW + DAY - 0.5, NOW + DAY):
        reserve(database, at=at)
    reserve(database, step="extract", reserved=7)
    assert taken(database, NOW, NOW + DAY) == 2_007
    assert taken(database, NOW, NOW + DAY, "review") == 2_000
    assert taken(database, NOW, NOW + DAY, "other") == 0


def test_sums_are_exact_beyond_what_floats_hold(database: Database) -> None:
    for _ in range(3):
        reserve(database, reserved=2**53 + 1)
    assert taken(database) == 3 * (2**53 + 1)


@pytest.mark.parametrize("how", ["released", "settled"])
def test_an_end_is_the_end(database: Database, how: str) -> None:
    call_id = reserve(database)
    if how == "settled":
        settle(database, call_id)
    else:
        write(database, ledger.release, call_id, "429", NOW)
    before = [dict(row) for row in calls(database)]
    write(database, ledger.unsettle, call_id, "lost")
    write(database, ledger.release, call_id, "again", NOW + 5)
    assert [dict(row) for row in calls(database)] == before


def test_an_answer_that_comes_late_settles_what_was_unsettled(database: Database) -> None:
    call_id = reserve(database)
    write(database, ledger.unsettle, call_id, "its lease was over")
    settle(database, call_id)
    [row] = calls(database)
    assert (row["state"], row["cost"], row["error"]) == ("settled", 400, None)


def test_the_first_answer_stays(database: Database) -> None:
    first, second = reserve(database), reserve(database)
    assert settle(database, first, text="one")["text"] == "one"
    assert settle(database, second, text="two")["text"] == "one"
    assert [row["state"] for row in calls(database)] == ["settled", "settled"]


def test_an_answer_from_the_store_is_no_call(database: Database) -> None:
    settle(database, reserve(database))
    [answer] = read(database, lambda tx: ledger.answers(tx, ["h", "unknown"])).values()
    write(database, ledger.reuse, answer, 2, "review", NOW + DAY)
    assert len(calls(database)) == 1
    assert taken(database) == 400
    [row] = read(database, lambda tx: ledger.spent(tx, "step", NOW))
    assert (row["calls"], row["cached"], row["saved"]) == (1, 1, 400)


def test_the_mean_is_of_calls_that_were_settled(database: Database) -> None:
    def mean(step: str, model: str) -> float | None:
        return read(database, lambda tx: ledger.mean(tx, step, model))

    assert mean("review", "openai/first") is None
    for cost in (100, 301):
        settle(database, reserve(database, request_hash=f"{cost}"), request_hash=f"{cost}", cost=cost)
    write(database, ledger.unsettle, reserve(database, request_hash="x"), "lost")
    [answer] = read(database, lambda tx: ledger.answers(tx, ["100"])).values()
    write(database, ledger.reuse, answer, 2, "review", NOW)
    assert mean("review", "openai/first") == 200.5
    assert mean("extract", "openai/first") is None
    assert mean("review", "openai/second") is None


# ---------------------------------------------------------------- for people


def test_a_call_whose_lease_is_over_is_shown_as_unsettled(database: Database) -> None:
    reserve(database)

    def shown(now: float) -> tuple[int, int, int, str]:
        def inside(tx: Tx) -> tuple[int, int, int, str]:
            [row], [own] = ledger.spent(tx, "model", now), ledger.of_entity(tx, 1, now)
            return int(row["reserved"]), int(row["unsettled"]), len(ledger.unsettled(tx, now)), own["shown"]

        return read(database, inside)

    assert shown(NOW + LEASE - 1) == (1_000, 0, 0, "reserved")
    assert shown(NOW + LEASE) == (0, 1_000, 1, "unsettled")


def hold_back(database: Database, entity_id: int | None, now: float = NOW, **kw: Any) -> None:
    why = {"model": "openai/first", "budget": "day", "most": 500, "wanted": 1_000, "until": NOW + DAY} | kw
    write(database, ledger.hold_back, now, entity_id, "review", **why)


def waiting(database: Database, day: float = NOW) -> list[tuple[str, str, int]]:
    rows = read(database, lambda tx: ledger.waiting(tx, int(day // DAY)))
    return [(row["step"], row["budget"], row["refused"]) for row in rows]


def test_what_is_held_back_is_kept_once_a_day_with_the_last_reason(database: Database) -> None:
    for entity_id in (1, 2, 2, None, None):
        hold_back(database, entity_id)
    hold_back(database, 1, NOW + DAY)
    assert waiting(database) == [("review", "day", 3)]
    hold_back(database, 2, budget="month")
    assert waiting(database) == [("review", "day", 2), ("review", "month", 1)]
    [row] = read(database, lambda tx: ledger.held_back(tx, "step"))
    assert (row["key"], row["refused"]) == ("review", 4)


def test_what_is_paid_the_same_day_was_not_held_back(database: Database) -> None:
    for entity_id in (1, 2):
        hold_back(database, entity_id)
    hold_back(database, 1, NOW - DAY)
    reserve(database, entity_id=1, step="extract")
    assert waiting(database) == [("review", "day", 2)]
    reserve(database, entity_id=1)
    assert waiting(database) == [("review", "day", 1)]
    assert waiting(database, NOW - DAY) == [("review", "day", 1)]


def test_entities_that_are_one_share_what_was_spent(database: Database) -> None:
    for entity_id in (1, 2):
        reserve(database, entity_id=entity_id)
        hold_back(database, entity_id, NOW - DAY)
    hold_back(database, 2, NOW - 2 * DAY)
    write(database, ledger.move, 1, 2)
    assert [row["entity_id"] for row in calls(database)] == [1, 1]
    assert len(read(database, lambda tx: ledger.refusals_of(tx, 1))) == 2
    assert read(database, lambda tx: ledger.refusals_of(tx, 2)) == []


# ---------------------------------------------------------------- the tables


def test_a_store_without_a_ledger_gets_one(blank_url: str, connect: Connect) -> None:
    database = connect(blank_url)
    upgrade(database, "0002")
    database.write(lambda tx: tx.run("UPDATE sequence SET value = 41 WHERE name = 'fence'"))
    migrate(database)
    assert database.version() == HEAD
    write(database, ledger.take_turn)
    write(database, ledger.take_turn)
    rows = read(database, lambda tx: tx.all("SELECT name, value FROM sequence ORDER BY name"))
    assert [(row["name"], row["value"]) for row in rows] == [("ai", 2), ("fence", 41)]
    assert reserve(database) == 1
