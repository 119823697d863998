"""The till: what is sent and what is not, what it costs, and that nothing is paid for twice."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from clock import ManualClock
from flow.shop import FIRST, FREE, LEASE, NOON, PRICES, REVIEW, SECOND, UNKNOWN, Ending, Endpoint, Shop, reply, request
from flow.test_kth_statement import AFTER_COMMIT, BEFORE_COMMIT, Brittle
from jobfinder.errors import Broken, Fault, Later, Refused, StepError, StoreError
from jobfinder.flow.budget import Budgets, OverBudget, request_hash, worst_case
from jobfinder.flow.paying import OUTAGE, Paid
from jobfinder.flow.reserving import POLL, Purpose, lane_of
from jobfinder.flow.spending import about, said, spending
from jobfinder.outside.ai.interface import AiReply, AiRequest, Price, Usage
from jobfinder.store import lanes
from jobfinder.store.db import Postgres, Sqlite

Database = Sqlite | Postgres
Connect = Callable[[str], Database]
DAY = 86_400.0

ELSEWHERE = "another-machine:1:start:1"


QUESTION = AiRequest(model=FIRST, system="Judge.", prompt="Is this a job?", schema={}, prompt_version="1")


def worst(prompt: str = "Is this a job?") -> int:
    """Nano-dollars that a question to the first model can cost."""
    return worst_case(replace(request(prompt), model=FIRST), PRICES[FIRST])


WORST = worst()
"""Prompts of one length cost the same."""


def dollars(nano: int) -> float:
    return nano / 1e9


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database, Endpoint())


# ---------------------------------------------------------------- one question


def test_an_answer_is_paid_for_and_written_down(shop: Shop) -> None:
    paid = shop.ask()
    assert paid == Paid(text="yes", model=FIRST, cached=False, cost=0.002, call_id=1)
    [row] = shop.rows()
    told = {
        name: row[name] for name in ("entity_id", "step", "model", "state", "cost", "input_tokens", "output_tokens")
    }
    assert told == {
        "entity_id": 1,
        "step": "review",
        "model": FIRST,
        "state": "settled",
        "cost": 2_000_000,
        "input_tokens": 100,
        "output_tokens": 10,
    }
    assert (row["at"], row["price_source"], row["request_id"], row["attempt"]) == (NOON, "a list", "r1", 1)
    assert row["reserved"] == WORST > row["cost"]


def test_the_same_question_is_answered_from_the_store_for_ever(shop: Shop, store_url: str, connect: Connect) -> None:
    shop.ask()
    later = Shop(connect(store_url), Endpoint(), Budgets(), clock=ManualClock(NOON + 400 * DAY))
    paid = later.ask(purpose=Purpose(step="review", entity_id=2))
    assert (paid.text, paid.cached, paid.cost) == ("yes", True, 0.0)
    assert later.endpoint.sent == []
    row = later.rows()[-1]
    assert (row["cached"], row["cost"], row["saved"], row["entity_id"], row["id"]) == (1, 0, 2_000_000, 2, paid.call_id)


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "Is this a job!"},
        {"system": "Judge kindly."},
        {"schema": {"type": "array"}},
        {"prompt_version": "2"},
        {"max_output": 51},
        {"temperature": 0.1},
        {"model": SECOND},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_sent_makes_another_question(change: dict[str, Any]) -> None:
    changed = replace(QUESTION, **change)
    assert request_hash(changed, "https://a.example") != request_hash(QUESTION, "https://a.example")


def test_the_name_of_a_question_never_changes() -> None:
    """Answers are kept under it: a change here would pay for all of them again. The order in a schema says nothing."""
    one, other = (
        {"type": "object", "properties": {"a": {}, "b": {}}},
        {"properties": {"b": {}, "a": {}}, "type": "object"},
    )
    names = [request_hash(replace(QUESTION, schema=schema), "https://a.example") for schema in (one, other)]
    assert names == ["4a658955601c12dfa1fc3a8364cea70086bcdb34"] * 2
    assert request_hash(replace(QUESTION, schema=one), "https://b.example") != names[0]


def test_what_no_store_can_keep_is_no_lost_answer(shop: Shop) -> None:
    shop.endpoint.script = [reply("a\0b\udcff")]
    paid = shop.ask()
    assert paid.text == shop.ask().text == "ab?"


def test_an_answer_that_was_cut_is_still_cut_when_it_is_given_again(shop: Shop) -> None:
    shop.endpoint.script = [AiReply(text="ye", usage=Usage(input=1, output=50), cut=True)]
    assert [shop.ask().cut, shop.ask().cut] == [True, True]


# ---------------------------------------------------------------- prices and usage


def test_without_a_price_nothing_is_sent(shop: Shop) -> None:
    with pytest.raises(Refused, match=r"openai/unheard-of.*ai\.endpoints\.openai.*free = true"):
        shop.ask("?", UNKNOWN)
    assert (shop.endpoint.sent, shop.rows()) == ([], [])


@pytest.mark.parametrize("price", [-1e-6, float("nan"), float("inf"), 1e9])
def test_a_price_that_is_none_is_refused(database: Database, price: float) -> None:
    shop = Shop(database, Endpoint(), prices={FIRST: Price(input=1e-6, output=price, source="the settings")})
    with pytest.raises(Refused, match=r"the price of openai/first is none.*see the settings"):
        shop.ask()
    assert shop.endpoint.sent == []


def test_without_a_model_nothing_is_sent(shop: Shop) -> None:
    with pytest.raises(Refused, match=r"ai\.models"):
        asyncio.run(shop.till.ask(request(), REVIEW, models=()))


@pytest.mark.parametrize(
    ("usage", "text", "said"),
    [
        (Usage(), "yes", "did not report"),
        (Usage(input=100), "yes", "did not report"),
        (Usage(output=10), "yes", "did not report"),
        (Usage(input=0, output=10), "yes", "cannot be"),
        (Usage(input=100, output=0), "yes", "cannot be"),
        (Usage(input=-100, output=10), "yes", "cannot be"),
        (Usage(input=100, output=-10), "yes", "cannot be"),
        (Usage(input=10**30, output=10), "yes", "cannot be"),
        (Usage(input=100_000, output=10), "yes", "more than was sent"),
    ],
)
def test_usage_that_is_missing_or_cannot_be_costs_the_reservation(
    shop: Shop, usage: Usage, text: str, said: str
) -> None:
    shop.endpoint.script = [AiReply(text=text, usage=usage)]
    paid = shop.ask()
    [row] = shop.rows()
    assert (row["state"], row["cost"], row["input_tokens"], row["output_tokens"]) == ("settled", WORST, None, None)
    assert said in row["error"]
    assert paid.cost == dollars(WORST)


def test_an_empty_answer_may_have_cost_no_output(shop: Shop) -> None:
    shop.endpoint.script = [AiReply(text="", usage=Usage(input=100, output=0))]
    assert shop.ask().cost == 0.001


def test_money_is_counted_exactly(database: Database) -> None:
    """A third of a nano-dollar a token is not lost, nor made up."""
    shop = Shop(database, Endpoint(), prices={FIRST: Price(input=1 / 3e9, output=0.1, source="a list")})
    for number in range(5):
        shop.endpoint.script = [reply(read=3, written=0, text="")]
        shop.ask(f"{number}", max_output=1)
    assert [row["cost"] for row in shop.rows()] == [1] * 5


# ---------------------------------------------------------------- budgets


@pytest.mark.parametrize("model", [FIRST, SECOND])
def test_without_a_budget_nothing_that_costs_is_sent(database: Database, model: str) -> None:
    shop = Shop(database, Endpoint(), Budgets())
    with pytest.raises(Refused, match=rf"no budget is set.*{model}.*ai\.day"):
        shop.ask("?", model)
    assert (shop.endpoint.sent, shop.rows()) == ([], [])
    [held] = shop.rows("ai_refusal")
    assert (held["budget"], held["until"]) == ("none", None)


@pytest.mark.parametrize("budgets", [Budgets(), Budgets(day=0.0), Budgets(month=0.0, steps={"review": 0.0})])
def test_what_is_free_needs_no_budget(database: Database, budgets: Budgets) -> None:
    shop = Shop(database, Endpoint(), budgets)
    paid = shop.ask("?", FREE)
    assert (paid.cost, shop.states()) == (0.0, ["settled"])


LEVELS = {
    "day": lambda most: Budgets(day=most),
    "month": lambda most: Budgets(month=most),
    "step": lambda most: Budgets(steps={"review": most}),
    "day below the rest": lambda most: Budgets(day=most, month=100.0, steps={"review": 100.0}),
    "month below the rest": lambda most: Budgets(day=100.0, month=most, steps={"review": 100.0}),
    "step below the rest": lambda most: Budgets(day=100.0, month=100.0, steps={"review": most}),
}


@pytest.mark.parametrize("level", LEVELS)
def test_a_budget_is_kept_to_the_last_nano_dollar(database: Database, level: str) -> None:
    """Two questions, of which the first turned out cheaper: a budget of that and the worst of the second just does."""
    enough = 2_000_000 + WORST
    short = Shop(database, Endpoint(), LEVELS[level](dollars(enough - 1)))
    short.ask("number 1 of 2.")
    with pytest.raises(OverBudget) as caught:
        short.ask("number 2 of 2.")
    assert len(short.endpoint.sent) == 1
    exact = Shop(database, Endpoint(), LEVELS[level](dollars(enough)))
    exact.ask("number 2 of 2.")
    assert caught.value.at == at("2027-02-01" if level.startswith("month") else "2027-01-16")


def test_being_over_budget_says_which_how_much_and_who(database: Database) -> None:
    shop = Shop(database, Endpoint(), Budgets(day=0.01))
    shop.ask("1")
    with pytest.raises(OverBudget) as caught:
        shop.ask("2")
    assert str(caught.value) == (
        "the day's budget of $0.01 is spent: $0.002 spent or reserved, and ai:openai/first would need up to $0.0089"
    )


def test_a_question_larger_than_the_budget_says_so(database: Database) -> None:
    shop = Shop(database, Endpoint(), Budgets(month=0.001))
    with pytest.raises(OverBudget, match=r"up to .* at once, more than the month's budget of \$0.001: raise it"):
        shop.ask()


def test_the_budget_of_a_step_is_its_own(database: Database) -> None:
    shop = Shop(database, Endpoint(), Budgets(day=1.0, steps={"review": dollars(WORST)}))
    shop.ask("number 1 of 2.")
    with pytest.raises(OverBudget, match="the day's budget for review"):
        shop.ask("number 2 of 2.")
    shop.ask("number 2 of 2.", purpose=Purpose(step="extract", entity_id=1))
    assert len(shop.endpoint.sent) == 2


@pytest.mark.parametrize(
    ("budgets", "spent_at", "still", "again"),
    [
        (Budgets(day=dollars(WORST)), "2027-01-15T00:00:00", "2027-01-15T23:59:59.9", "2027-01-16"),
        (Budgets(steps={"review": dollars(WORST)}), "2027-01-15T23:59:59", "2027-01-15T23:59:59.9", "2027-01-16"),
        (Budgets(month=dollars(WORST)), "2027-01-01T00:00:00", "2027-01-31T23:59:59.9", "2027-02-01"),
        (Budgets(month=dollars(WORST)), "2027-12-31T23:00:00", "2027-12-31T23:59:59.9", "2028-01-01"),
        (Budgets(month=dollars(WORST)), "2028-02-28T00:00:00", "2028-02-29T23:59:59.9", "2028-03-01"),
    ],
)
def test_a_budget_begins_anew(database: Database, budgets: Budgets, spent_at: str, still: str, again: str) -> None:
    shop = Shop(database, Endpoint(), budgets, clock=ManualClock(at(spent_at)))
    shop.ask("number 1 of 2.")
    shop.clock.at = at(still)
    with pytest.raises(OverBudget) as caught:
        shop.ask("number 2 of 2.")
    assert caught.value.at == at(again)
    shop.clock.at = caught.value.at
    assert not shop.ask("number 2 of 2.").cached


def test_of_two_spent_budgets_the_one_that_lasts_longer_is_named(database: Database) -> None:
    shop = Shop(database, Endpoint(), Budgets(day=0.001, month=0.001))
    with pytest.raises(OverBudget, match="month") as caught:
        shop.ask()
    assert caught.value.at == at("2027-02-01")


def test_a_call_belongs_to_the_day_on_which_it_was_reserved(database: Database) -> None:
    """It ends after midnight: the next day's budget is whole."""
    shop = Shop(database, Endpoint(), Budgets(day=dollars(WORST)), clock=ManualClock(at("2027-01-15T23:59:59")))

    async def slow() -> AiReply:
        shop.clock.advance(2)
        return reply()

    shop.endpoint.script = [slow]
    shop.ask("number 1 of 2.")
    shop.ask("number 2 of 2.")
    days = [(row["day"], row["calls"], row["spent"]) for row in spending_by(shop, "day")]
    assert days == [("2027-01-15", 1, 0.002), ("2027-01-16", 1, 0.002)]


def spending_by(shop: Shop, by: str) -> list[dict[str, Any]]:
    return shop.unit.read(lambda tx: spending(tx, by, shop.clock.now()))


def foot(shop: Shop) -> list[str]:
    return shop.unit.read(lambda tx: said(tx, shop.clock.now()))


# ---------------------------------------------------------------- failures


NOT_BILLED: dict[str, StepError] = {
    "later": Later("429: slow down", at=NOON + 60),
    "refused": Refused("401: the key is wrong"),
    "no connection": Fault("no connection", kind="connect"),
    "no name": Fault("no such name", kind="dns"),
    "server error": Fault("500", kind="http-500"),
    "overloaded": Fault("503", kind="http-503"),
    "still at it": Fault("409", kind="http-409"),
}
DOUBTFUL: dict[str, Exception] = {
    "time-out": Fault("too slow", kind="timeout"),
    "reset": Fault("the connection broke", kind="protocol"),
    "gateway": Fault("502", kind="http-502"),
    "unreadable": Fault("no JSON", kind="unreadable"),
    "not understood": Broken("400: no such field"),
    "a defect": ValueError("oh"),
    "a time-out of its own": TimeoutError(),
}


@pytest.mark.parametrize("name", NOT_BILLED)
def test_what_was_not_billed_is_given_back_as_often_as_it_happens(database: Database, name: str) -> None:
    shop = Shop(database, Endpoint(*[NOT_BILLED[name]] * 3), Budgets(day=dollars(WORST)))
    for _ in range(3):
        with pytest.raises(type(NOT_BILLED[name])):
            shop.ask()
        assert shop.taken() == 0
        shop.clock.advance(120)
    assert not shop.ask().cached
    assert shop.states() == ["released"] * 3 + ["settled"]
    assert len(set(shop.endpoint.keys)) == 4, "a key that was answered for would be answered the same again"


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_may_have_been_billed_is_asked_once_more_under_the_same_key(database: Database, name: str) -> None:
    shop = Shop(database, Endpoint(*[DOUBTFUL[name]] * 2))
    for number in (1, 2):
        with pytest.raises(Broken if name == "not understood" else Fault):
            shop.ask()
        assert shop.taken() == number * WORST
        shop.clock.advance(OUTAGE)
    for _ in range(3):
        with pytest.raises(Fault, match=r"asked 2 times .* up to \$0.0181 may have been spent, and nothing more is"):
            shop.ask()
        shop.clock.advance(40 * DAY)
    assert shop.states() == ["unsettled"] * 2
    assert len(shop.endpoint.sent) == 2
    assert len(set(shop.endpoint.keys)) == 1


def test_the_second_attempt_may_succeed(shop: Shop) -> None:
    shop.endpoint.script = [Fault("too slow", kind="timeout"), Later("429", at=NOON + 60)]
    with pytest.raises(Fault):
        shop.ask()
    shop.clock.advance(OUTAGE)
    with pytest.raises(Later):
        shop.ask()
    shop.clock.advance(OUTAGE)
    assert shop.ask().text == shop.ask().text == "yes"
    assert shop.states() == ["unsettled", "released", "settled"]
    assert [row["attempt"] for row in shop.rows()][:3] == [1, 2, 3]
    assert len(set(shop.endpoint.keys)) == 1


@pytest.mark.parametrize("failure", [Fault("too slow", kind="timeout"), Fault("none", kind="connect")])
def test_what_is_free_may_be_asked_for_ever(shop: Shop, failure: Fault) -> None:
    shop.endpoint.script = [failure] * 5
    for _ in range(5):
        with pytest.raises(Fault):
            shop.ask("?", FREE)
        shop.clock.advance(OUTAGE)
    assert shop.ask("?", FREE).text == "yes"


def test_a_model_that_asked_for_patience_is_left_alone(shop: Shop) -> None:
    shop.endpoint.script = [Later("429: slow down", at=NOON + 60)]
    with pytest.raises(Later) as first:
        shop.ask("one")
    with pytest.raises(Later, match="openai/first rests: 429: slow down") as second:
        shop.ask("another")
    assert (first.value.at, second.value.at, second.value.lane) == (NOON + 60, NOON + 60, lane_of(FIRST))
    assert len(shop.endpoint.sent) == 1
    row = shop.unit.database.write(lambda tx: lanes.get(tx, lane_of(FIRST)))
    assert row is not None
    assert (row["rest_until"], row["rest_why"], row["cap"]) == (NOON + 60, "429: slow down", None)
    shop.clock.advance(60)
    assert shop.ask("another").text == "yes"


def test_an_endpoint_that_hangs_is_let_go_before_its_call_counts_as_lost(database: Database) -> None:
    async def hang() -> AiReply:
        await asyncio.sleep(60)
        raise AssertionError

    shop = Shop(database, Endpoint(hang), lease=0.05)
    with pytest.raises(Fault, match="openai/first did not answer in time"):
        shop.ask()
    assert shop.states() == ["unsettled"]


# ---------------------------------------------------------------- several models


@pytest.mark.parametrize("failure", [*NOT_BILLED.values(), DOUBTFUL["time-out"], DOUBTFUL["a defect"]], ids=repr)
def test_the_next_model_is_asked_where_one_fails(shop: Shop, failure: Exception) -> None:
    shop.endpoint.script = [failure]
    paid = shop.ask("?", FIRST, SECOND)
    assert (paid.model, shop.endpoint.models) == (SECOND, [FIRST, SECOND])


@pytest.mark.parametrize("first", [UNKNOWN, FIRST])
def test_the_next_model_is_asked_where_one_cannot_be_paid_for(database: Database, first: str) -> None:
    shop = Shop(database, Endpoint(), Budgets(day=0.002))
    assert shop.ask("?", first, SECOND).model == SECOND
    assert shop.endpoint.models == [SECOND]
    assert shop.rows("ai_refusal") == [], "nothing waits"


def test_a_defect_of_ours_is_not_tried_on_other_models(shop: Shop) -> None:
    shop.endpoint.script = [Broken("400: no such field")]
    with pytest.raises(Broken):
        shop.ask("?", FIRST, SECOND)
    assert shop.endpoint.models == [FIRST]


SOON, LATE = Later("soon", at=NOON + 10), Later("late", at=NOON + 90)
FAULT, REFUSED = Fault("down", kind="connect"), Refused("no key")


@pytest.mark.parametrize(
    ("first", "second", "best"),
    [
        (LATE, SOON, "soon"),
        (SOON, LATE, "soon"),
        (FAULT, LATE, "late"),
        (REFUSED, LATE, "late"),
        (REFUSED, FAULT, "down"),
        (FAULT, REFUSED, "down"),
    ],
)
def test_where_all_fail_the_best_hope_is_told(shop: Shop, first: StepError, second: StepError, best: str) -> None:
    shop.endpoint.script = [first, second]
    with pytest.raises(StepError, match=f"^{best}$"):
        shop.ask("?", FIRST, SECOND)


def test_any_stored_answer_is_used_before_anything_is_paid(shop: Shop) -> None:
    shop.endpoint.script = [reply("the second's")]
    shop.ask("?", SECOND)
    assert shop.ask("?", FIRST, SECOND).text == "the second's"
    shop.endpoint.script = [reply("the first's")]
    assert shop.ask("?", FIRST).text == "the first's", "the answer of another model is no answer of this one"
    assert shop.ask("?", SECOND, FIRST).text == "the second's"
    assert shop.ask("?", FIRST, SECOND).text == "the first's"
    assert len(shop.endpoint.sent) == 2


# ---------------------------------------------------------------- at the same time


def held(shop: Shop, gate: asyncio.Event) -> Ending:
    async def answer() -> AiReply:
        await gate.wait()
        return reply()

    return answer


def test_the_same_question_at_the_same_time_is_paid_for_once(shop: Shop) -> None:
    async def scene() -> list[Paid]:
        gate = asyncio.Event()
        shop.endpoint.script = [held(shop, gate)]
        purposes = [Purpose(step="review", entity_id=number) for number in range(5)]
        asking = [asyncio.create_task(shop.pay(purpose=purpose)) for purpose in purposes]
        await shop.endpoint.arrived.wait()
        gate.set()
        return await asyncio.gather(*asking)

    paid = asyncio.run(scene())
    assert sorted(one.cached for one in paid) == [False] + [True] * 4
    assert len(shop.endpoint.sent) == 1
    assert sum(row["saved"] for row in shop.rows()) == 4 * 2_000_000
    assert sorted(row["entity_id"] for row in shop.rows()) == [0, 1, 2, 3, 4]


def test_where_the_first_of_them_fails_all_do(shop: Shop) -> None:
    async def scene() -> list[Paid | BaseException]:
        gate = asyncio.Event()

        async def fail() -> AiReply:
            await gate.wait()
            raise Fault("too slow", kind="timeout")

        shop.endpoint.script = [fail]
        asking = [asyncio.create_task(shop.pay()) for _ in range(3)]
        await shop.endpoint.arrived.wait()
        gate.set()
        return await asyncio.gather(*asking, return_exceptions=True)

    assert [str(one) for one in asyncio.run(scene())] == ["too slow"] * 3
    assert (len(shop.endpoint.sent), shop.states()) == (1, ["unsettled"])


def test_an_asker_that_goes_away_leaves_its_answer_behind(shop: Shop) -> None:
    async def scene() -> None:
        gate = asyncio.Event()
        shop.endpoint.script = [held(shop, gate)]
        asking = asyncio.create_task(shop.pay())
        await shop.endpoint.arrived.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        gate.set()
        await shop.till.aclose()

    asyncio.run(scene())
    assert shop.states() == ["settled"]
    assert shop.ask().cached


def test_at_the_end_of_work_nobody_waits_for_ever(shop: Shop) -> None:
    async def scene() -> None:
        shop.endpoint.script = [held(shop, asyncio.Event())]
        asking = asyncio.create_task(shop.pay())
        await shop.endpoint.arrived.wait()
        await shop.till.aclose(patience=0.01)
        with pytest.raises(asyncio.CancelledError):
            await asking

    asyncio.run(scene())
    assert shop.states() == ["unsettled"]
    assert shop.ask().text == "yes"
    assert len(set(shop.endpoint.keys)) == 1


def test_what_another_process_is_asking_is_waited_for(shop: Shop, store_url: str, connect: Connect) -> None:
    other = Shop(connect(store_url), Endpoint(), clock=shop.clock, holder=ELSEWHERE)

    async def scene() -> Later:
        gate = asyncio.Event()
        other.endpoint.script = [held(other, gate)]
        asking = asyncio.create_task(other.pay())
        await other.endpoint.arrived.wait()
        with pytest.raises(Later, match="by another process") as caught:
            await shop.pay("Is this a job?", FIRST, SECOND)
        gate.set()
        await asking
        return caught.value

    later = asyncio.run(scene())
    assert (later.at, later.lane) == (NOON + POLL, None)
    assert shop.endpoint.sent == [], "nor is another model asked meanwhile"
    assert shop.ask().cached


def test_two_machines_that_ask_the_same_at_the_same_moment_pay_once(
    database: Database, store_url: str, connect: Connect
) -> None:
    """The answer may come in the middle of the other's reservation."""
    rich = Budgets(day=100.0)
    shop = Shop(database, Endpoint(), rich)
    other = Shop(connect(store_url), Endpoint(), rich, clock=shop.clock, holder=ELSEWHERE)

    async def scene() -> None:
        for number in range(100):
            both = [shop.pay(f"{number}"), other.pay(f"{number}")]
            found = await asyncio.gather(*both, return_exceptions=True)
            assert all(isinstance(one, Paid | Later) for one in found), found

    asyncio.run(scene())
    assert len(shop.endpoint.sent) + len(other.endpoint.sent) == 100


def test_budgets_hold_across_threads(store_url: str, connect: Connect) -> None:
    """Four tills, each on a connection of its own, ask ten questions each; there is money for seven."""
    most = 7 * worst("question 0-0.")
    budgets = Budgets(day=dollars(most), month=dollars(2 * most))
    shops = [Shop(connect(store_url), Endpoint(), budgets, holder=f"machine-{number}:1:x:1") for number in range(4)]
    start = threading.Barrier(4)

    def work(shop: Shop, number: int) -> None:
        shop.endpoint.always = reply(read=None)
        start.wait()
        for turn in range(10):
            try:
                shop.ask(f"question {number}-{turn}.")
            except OverBudget:
                continue

    threads = [threading.Thread(target=work, args=(shop, number)) for number, shop in enumerate(shops)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(len(shop.endpoint.sent) for shop in shops) == 7 == len(shops[0].states())
    assert shops[0].taken() == most


# ---------------------------------------------------------------- processes that end


class CrashError(BaseException):
    """The process ends here: nothing of it runs any more."""


async def crash() -> AiReply:
    raise CrashError


def crashed(shop: Shop, *models: str) -> None:
    shop.endpoint.script = [crash]
    with pytest.raises(CrashError):
        shop.ask("Is this a job?", *models)


def test_a_call_of_a_lost_machine_counts_as_spent_and_is_repeated_when_its_lease_is_over(
    shop: Shop, store_url: str, connect: Connect
) -> None:
    lost = Shop(connect(store_url), Endpoint(), clock=shop.clock, holder=ELSEWHERE)
    crashed(lost)
    assert (shop.states(), shop.taken()) == (["reserved"], WORST)
    assert spending_by(shop, "step")[0]["reserved"] == dollars(WORST)
    shop.clock.advance(LEASE - 1)
    with pytest.raises(Later) as caught:
        shop.ask()
    assert caught.value.at == NOON + LEASE
    shop.clock.advance(1)
    [row] = spending_by(shop, "step")
    assert (row["reserved"], row["unsettled"]) == (0.0, dollars(WORST))
    assert foot(shop) == ["1 call is unsettled: up to $0.0091 may have been spent, and counts as spent"]
    assert shop.ask().text == "yes"
    assert shop.states() == ["unsettled", "settled"]
    assert shop.endpoint.keys == lost.endpoint.keys


def test_after_two_crashes_nothing_more_is_spent(shop: Shop) -> None:
    crashed(shop)
    crashed(shop)
    with pytest.raises(Fault, match="nothing more is"):
        shop.ask()
    assert len(shop.endpoint.sent) == 2
    assert shop.ask("Is this a job?", FIRST, SECOND).model == SECOND


def test_crashes_of_what_is_free_are_no_obstacle(shop: Shop) -> None:
    for _ in range(3):
        crashed(shop, FREE)
    assert shop.ask("Is this a job?", FREE).text == "yes"


def test_a_late_answer_settles_its_call_and_the_first_answer_stays(
    shop: Shop, store_url: str, connect: Connect
) -> None:
    """A machine was suspended while its call was out; another one asked again."""
    slow = Shop(connect(store_url), Endpoint(), clock=shop.clock, holder=ELSEWHERE)

    async def scene() -> Paid:
        gate = asyncio.Event()
        slow.endpoint.script = [held(slow, gate)]
        asking = asyncio.create_task(slow.pay())
        await slow.endpoint.arrived.wait()
        shop.clock.advance(LEASE)
        shop.endpoint.script = [reply("the other's")]
        await shop.pay()
        gate.set()
        return await asking

    assert asyncio.run(scene()).text == "the other's"
    assert shop.states() == ["settled", "settled"]
    assert slow.endpoint.keys == shop.endpoint.keys


CHILD = """
import asyncio, sys
from flow.shop import Endpoint, Shop
from jobfinder.store.db import open_database

async def hang():
    print(endpoint.keys[0], flush=True)
    await asyncio.sleep(600)

endpoint = Endpoint(hang)
Shop(open_database(sys.argv[1]), endpoint).ask()
"""


def killed_while_asking(url: str) -> str:
    """A process sends its question and is killed before the answer; returns the key it sent."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.Popen([sys.executable, "-c", CHILD, url], stdout=subprocess.PIPE, text=True, env=env)
    assert child.stdout is not None
    key = child.stdout.readline().strip()
    child.send_signal(signal.SIGKILL)
    assert child.wait(timeout=60) == -signal.SIGKILL
    child.stdout.close()
    return key


def test_killed_between_sending_and_settling(shop: Shop, store_url: str) -> None:
    key = killed_while_asking(store_url)
    assert shop.states() == ["reserved"]
    assert not shop.ask().cached
    assert shop.endpoint.keys == [key]
    assert (shop.states(), shop.taken()) == (["unsettled", "settled"], WORST + 2_000_000)


def test_killed_twice_between_sending_and_settling(shop: Shop, store_url: str) -> None:
    assert killed_while_asking(store_url) == killed_while_asking(store_url)
    with pytest.raises(Fault, match="nothing more is"):
        shop.ask()
    assert (shop.endpoint.sent, shop.states()) == ([], ["unsettled", "unsettled"])


RIVAL = """
import sys
from flow.shop import Endpoint, Shop, reply
from jobfinder.flow.budget import Budgets, OverBudget
from jobfinder.store.db import open_database

shop = Shop(open_database(sys.argv[1]), Endpoint(), Budgets(day=float(sys.argv[3])))
shop.endpoint.always = reply(read=None)
print("ready", flush=True)
sys.stdin.readline()
for turn in range(12):
    try:
        shop.ask(f"question {sys.argv[2]}-{turn:02}")
    except OverBudget:
        pass
print(len(shop.endpoint.sent))
"""


def test_budgets_hold_across_processes(shop: Shop, store_url: str) -> None:
    most = 9 * worst("question 0-00")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    rivals = [
        subprocess.Popen(
            [sys.executable, "-c", RIVAL, store_url, str(number), str(dollars(most))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=env,
        )
        for number in range(2)
    ]
    for rival in rivals:
        assert rival.stdout is not None
        assert rival.stdout.readline() == "ready\n"
    for rival in rivals:
        assert rival.stdin is not None
        rival.stdin.write("go\n")
        rival.stdin.flush()
    sent = [int(rival.communicate(timeout=60)[0]) for rival in rivals]
    assert sum(sent) == 9
    assert shop.taken() == most


# ---------------------------------------------------------------- a store that fails


def places() -> list[int | str]:
    return [BEFORE_COMMIT, AFTER_COMMIT, *range(1, 40)]


def test_wherever_the_store_fails_once_an_answer_is_paid_for_once(database: Database) -> None:
    brittle = Brittle(database)
    shop = Shop(brittle, Endpoint(), Budgets(day=100.0))
    broke = 0
    for number, place in enumerate(places()):
        brittle.fail(place)
        with_failure(shop, f"question {number:02}")
        broke += brittle.broke
        brittle.fail(None)
        paid = shop.ask(f"question {number:02}")
        assert len(shop.endpoint.sent) == number + 1, place
        assert paid.text == "yes"
    assert broke > 10
    assert len(shop.rows("ai_answer")) == len(places())


def with_failure(shop: Shop, prompt: str) -> None:
    with suppress(StoreError):
        shop.ask(prompt)


@pytest.mark.parametrize("place", [BEFORE_COMMIT, AFTER_COMMIT, 1, 2, 3])
def test_an_answer_outlives_a_failure_of_the_store(database: Database, place: int | str) -> None:
    brittle = Brittle(database)

    async def answer() -> AiReply:
        brittle.fail(place)
        return reply()

    shop = Shop(brittle, Endpoint(answer))
    paid = shop.ask()
    assert brittle.broke
    assert (paid.cached, paid.cost, shop.states(), len(shop.endpoint.sent)) == (False, 0.002, ["settled"], 1)


class Stuck(Brittle):
    """A store that takes nothing while it is `stuck`."""

    stuck = False

    def write(self, work: Callable[[Any], Any], *, durable: bool = False) -> Any:
        if self.stuck:
            raise StoreError("the disk is full")
        return super().write(work, durable=durable)


def test_an_answer_that_cannot_be_kept_is_asked_once_more_under_the_same_key(database: Database) -> None:
    store = Stuck(database)

    async def answer() -> AiReply:
        store.stuck = True
        return reply()

    shop = Shop(store, Endpoint(answer))
    with pytest.raises(StoreError, match="the disk is full"):
        shop.ask()
    store.stuck = False
    assert shop.ask().text == "yes"
    assert shop.states() == ["unsettled", "settled"]
    assert len(set(shop.endpoint.keys)) == 1


class Watched(Brittle):
    """Keeps, for every transaction that changed the ledger, whether its COMMIT waits for the disk."""

    def write(self, work: Callable[[Any], Any], *, durable: bool = False) -> Any:
        def inside(tx: Any) -> Any:
            before = states(tx)
            result = work(tx)
            if states(tx) != before:
                self.seen.append((states(tx)[-1], waits_for_disk(self.real, tx)))
            return result

        return self.real.write(inside, durable=durable)

    seen: list[tuple[str, bool]]


def states(tx: Any) -> list[str]:
    return [row["state"] for row in tx.all("SELECT state FROM ai_call ORDER BY id")]


def waits_for_disk(database: Any, tx: Any) -> bool:
    if isinstance(database, Sqlite):
        return bool(tx.one("PRAGMA synchronous")[0] == 2)
    return bool(tx.one("SHOW synchronous_commit")["synchronous_commit"] == "on")


def test_money_is_on_the_disk_before_anything_else_is_done(database: Database) -> None:
    store = Watched(database)
    store.seen = []
    shop = Shop(store, Endpoint(Fault("too slow", kind="timeout")))
    with pytest.raises(Fault):
        shop.ask()
    shop.clock.advance(OUTAGE)
    shop.ask()
    assert store.seen == [("reserved", True), ("unsettled", True), ("reserved", True), ("settled", True)]
    shop.ask()
    assert store.seen[-1] == ("settled", False), "an answer from the store is worth no wait"


# ---------------------------------------------------------------- for people


def test_costs_by_step_day_and_model(shop: Shop) -> None:
    shop.ask("1")
    shop.ask("1")
    shop.ask("2", SECOND, purpose=Purpose(step="extract", entity_id=2))
    shop.endpoint.script = [Later("429", at=NOON)]
    with pytest.raises(Later):
        shop.ask("3")
    plain = {"refused": 0, "reserved": 0.0, "unsettled": 0.0}
    first = {"calls": 1, "released": 1, "cached": 1, "spent": 0.002, "saved": 0.002} | plain
    second = {"calls": 1, "released": 0, "cached": 0, "spent": 0.0002, "saved": 0.0} | plain
    assert spending_by(shop, "step") == [{"step": "extract"} | second, {"step": "review"} | first]
    assert spending_by(shop, "model") == [{"model": FIRST} | first, {"model": SECOND} | second]
    total = {"calls": 2, "released": 1, "cached": 1, "spent": 0.0022, "saved": 0.002} | plain
    assert spending_by(shop, "day") == [{"day": "2027-01-15"} | total]
    assert foot(shop) == ["1 answer came from the store: $0.002 not paid again"]


def test_what_was_held_back_is_told_once_for_each_entity(database: Database) -> None:
    shop = Shop(database, Endpoint(), Budgets(day=0.001))
    for entity in (1, 2, 3, 1, 2):
        with pytest.raises(OverBudget):
            shop.ask(f"{entity}", purpose=Purpose(step="review", entity_id=entity))
    assert spending_by(shop, "step")[0]["refused"] == 3
    why = "held back today: the day's budget of $0.001 is spent; it begins anew on 2027-01-16 (UTC)"
    assert foot(shop) == [f"review: 3 {why}"]
    assert shop.unit.read(lambda tx: about(tx, 2, shop.clock.now())) == [f"review: {why}"]


def test_what_was_paid_after_all_is_not_held_back(database: Database) -> None:
    poor, rich = (Shop(database, Endpoint(), Budgets(day=day)) for day in (0.001, 1.0))
    with pytest.raises(OverBudget):
        poor.ask()
    rich.ask()
    assert poor.rows("ai_refusal") == []
    assert rich.unit.read(lambda tx: about(tx, 1, NOON)) == ["review: $0.002 paid to openai/first"]


# ---------------------------------------------------------------- what it would cost


def estimate(shop: Shop, prompt: str, *models: str) -> Any:
    return shop.unit.read(lambda tx: shop.till.price_of(tx, request(prompt), REVIEW, models=models))


def test_the_price_of_a_question_is_its_worst_and_what_such_have_cost(shop: Shop) -> None:
    before = estimate(shop, "Is this a job?", FIRST)
    assert (before.worst, before.typical, before.stored, before.why) == (dollars(WORST), None, False, "")
    shop.endpoint.script = [reply(), reply(read=300)]
    shop.ask("1")
    shop.ask("2")
    assert estimate(shop, "Is this a job?", FIRST).typical == pytest.approx(0.003)
    assert estimate(shop, "1", FIRST).stored
    assert estimate(shop, "1", FIRST).worst == 0.0
    assert estimate(shop, "Is this a job?", SECOND).typical is None
    assert shop.states() == ["settled", "settled"]


def test_an_estimate_says_what_stands_in_the_way(database: Database) -> None:
    shop = Shop(database, Endpoint(), Budgets(day=0.002))
    assert "the day's budget" in estimate(shop, "?", FIRST).why
    assert "is not known" in estimate(shop, "?", UNKNOWN).why
    assert estimate(shop, "?", UNKNOWN).worst is None
    assert estimate(shop, "?", FIRST, SECOND).model == SECOND
    assert estimate(shop, "?") is None
    assert shop.rows("ai_refusal") == []
