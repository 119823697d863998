"""Whatever happens in whatever order, no more is spent than a budget allows, and no answer is paid for twice.

Two machines share a store. They ask a few questions again and again, of an endpoint that answers, refuses, breaks off,
or takes the machine down with it, and that keeps its own books: `billed`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from clock import ManualClock
from flow.shop import FIRST, LEASE, NOON, SECOND, Endpoint, Shop, reply
from jobfinder.errors import Broken, Fault, Later, Refused, StepError
from jobfinder.flow.budget import Budgets
from jobfinder.flow.paying import OUTAGE
from jobfinder.flow.reserving import Purpose
from jobfinder.model import Record
from jobfinder.outside.ai.interface import AiReply, AiRequest
from jobfinder.store.db import Tx
from store.build import Database, write

DAY = 86_400.0
A_DAY, A_MONTH, A_STEP = 0.03, 0.08, 0.012
BUDGETS = Budgets(day=A_DAY, month=A_MONTH, steps={"extract": A_STEP})
PRICE = {FIRST: 2_000_000, SECOND: 200_000}
"""Nano-dollars that `reply()` costs."""


class CrashError(BaseException):
    """The machine is gone."""


ENDINGS: dict[str, Callable[[float], AiReply | BaseException]] = {
    "answers": lambda now: reply(),
    "does not say what it took": lambda now: reply(read=None),
    "is busy": lambda now: Later("429", at=now + 20),
    "refuses": lambda now: Refused("401"),
    "is not there": lambda now: Fault("none", kind="connect"),
    "breaks off": lambda now: Fault("too slow", kind="timeout"),
    "does not understand": lambda now: Broken("400"),
    "goes down unbilled": lambda now: CrashError(),
    "goes down": lambda now: CrashError(),
}
BILLED = {"answers", "does not say what it took", "breaks off", "does not understand", "goes down"}


class Turn(Record, frozen=True):
    """Time passes, then one machine asks one question, or both do at once; what they meet."""

    passes: float
    machines: tuple[int, ...]
    question: str
    step: str
    models: tuple[str, ...]
    meets: tuple[str, ...]


turns = st.builds(
    Turn,
    passes=st.sampled_from([0.0, 1.0, OUTAGE, LEASE, DAY / 2, DAY, 31 * DAY]),
    machines=st.sampled_from([(0,), (1,), (0, 0), (0, 1)]),
    question=st.sampled_from("abc"),
    step=st.sampled_from(["review", "extract"]),
    models=st.sampled_from([(FIRST,), (SECOND,), (FIRST, SECOND)]),
    meets=st.lists(st.sampled_from(list(ENDINGS)), min_size=1, max_size=3).map(tuple),
)


class Provider(Endpoint):
    """An endpoint of both machines, with books of its own: what it billed, and whether it gave an answer away."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self.clock = clock
        self.meets: list[str] = []
        self.billed: list[tuple[float, str, int]] = []
        self.keys_of: dict[tuple[str, str], list[str]] = {}
        self.answered: Counter[tuple[str, str]] = Counter()

    async def __call__(self, request: AiRequest, *, key: str) -> AiReply:
        self.sent.append((request.model, key))
        meets = self.meets.pop(0) if self.meets else "answers"
        question = (request.prompt, request.model)
        await asyncio.sleep(0)
        if meets in BILLED:
            self.billed.append((self.clock.at, request.model, PRICE[request.model]))
        if meets in BILLED or meets.startswith("goes"):
            self.keys_of.setdefault(question, []).append(key)
        ending = ENDINGS[meets](self.clock.at)
        if isinstance(ending, BaseException):
            raise ending
        self.answered[question] += 1
        return ending


def play(shops: list[Shop], turn: Turn) -> None:
    async def ask(machine: int) -> None:
        with suppress(StepError, CrashError):
            purpose = Purpose(step=turn.step, entity_id=machine)
            await shops[machine].pay(turn.question, *turn.models, purpose=purpose)

    async def scene() -> None:
        await asyncio.gather(*[ask(machine) for machine in turn.machines])
        for shop in shops:
            await shop.till.aclose()

    asyncio.run(scene())


def check(shop: Shop, provider: Provider) -> None:
    now = shop.clock.at
    rows = [row for row in shop.rows() if not row["cached"]]
    paid = {row["id"]: amount(row) for row in rows}
    day = [row for row in rows if row["at"] // DAY == now // DAY]
    assert sum(paid[row["id"]] for row in day) <= A_DAY * 1e9
    assert sum(paid[row["id"]] for row in day if row["step"] == "extract") <= A_STEP * 1e9
    assert sum(paid.values()) >= sum(price for _, _, price in provider.billed), "more was billed than is written down"
    for question, keys in provider.keys_of.items():
        assert len(keys) <= 2, question
        assert len(set(keys)) == 1, question
    assert max(provider.answered.values(), default=0) <= 1, "an answer was paid for twice"
    assert len(shop.rows("ai_answer")) == sum(provider.answered.values())


def amount(row: dict[str, int | str]) -> int:
    return int({"settled": row["cost"], "released": 0}.get(str(row["state"]), row["reserved"]))


def check_months(shop: Shop) -> None:
    sums: Counter[tuple[int, int]] = Counter()
    for row in shop.rows():
        if not row["cached"]:
            sums[month(row["at"])] += amount(row)
    assert max(sums.values(), default=0) <= A_MONTH * 1e9


def month(at: float) -> tuple[int, int]:
    moment = datetime.fromtimestamp(at, UTC)
    return moment.year, moment.month


def delete(tx: Tx, table: str) -> None:
    tx.run(f"DELETE FROM {table}")


def clear(database: Database) -> None:
    for table in ("ai_call", "ai_answer", "ai_refusal", "lane"):
        write(database, delete, table)


@settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
@given(story=st.lists(turns, min_size=1, max_size=14))
def test_budgets_hold_and_answers_are_paid_once(
    database: Database, store_url: str, connect: Callable[[str], Database], story: list[Turn]
) -> None:
    clear(database)
    clock = ManualClock(NOON)
    provider = Provider(clock)
    other = connect(store_url)
    shops = [
        Shop(database, provider, BUDGETS, clock=clock, holder="here:1:a:1"),
        Shop(other, provider, BUDGETS, clock=clock, holder="there:1:b:1"),
    ]
    try:
        for turn in story:
            clock.advance(turn.passes)
            provider.meets = list(turn.meets)
            play(shops, turn)
            check(shops[0], provider)
        check_months(shops[0])
    finally:
        other.close()
