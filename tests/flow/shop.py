"""A till with an endpoint that answers as it is told: for tests of what is paid, and of what is not.

`Endpoint` is an `Ask` that keeps everything it was sent. `Shop` is a till on a store, with its clock and its endpoint.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeAlias, TypeVar

from clock import ManualClock
from jobfinder.flow.budget import Budgets
from jobfinder.flow.paying import Paid, Till
from jobfinder.flow.reserving import Purpose
from jobfinder.flow.seeker import Seekers
from jobfinder.flow.unit import UnitOfWork
from jobfinder.outside.ai.interface import AiReply, AiRequest, Price, Usage
from jobfinder.store.db import Database

T = TypeVar("T")
NOON = 1_800_014_400.0
"""2027-01-15, 12:00 UTC."""

FIRST, SECOND, FREE, UNKNOWN = "openai/first", "openai/second", "local/free", "openai/unheard-of"
PRICES = {
    FIRST: Price(input=1e-5, output=1e-4, source="a list"),
    SECOND: Price(input=1e-6, output=1e-5, source="a list"),
    FREE: Price(input=0.0, output=0.0, source="declared free"),
}
REVIEW = Purpose(step="review", entity_id=1)
LEASE = 600.0

Ending: TypeAlias = AiReply | Exception | Callable[[], Awaitable[AiReply]]


def reply(text: str = "yes", read: int | None = 100, written: int | None = 10) -> AiReply:
    """An answer; of the first model it costs $0.002."""
    return AiReply(text=text, usage=Usage(input=read, output=written), request_id="r1")


def request(prompt: str = "Is this a job?", **kw: Any) -> AiRequest:
    return AiRequest(
        model="",
        system="Judge.",
        prompt=prompt,
        schema={"type": "object"},
        prompt_version="1",
        **{"max_output": 50} | kw,
    )


class Endpoint:
    """Answers, or fails, as its script says; then as `always`. `arrived`: something was sent."""

    def __init__(self, *script: Ending) -> None:
        self.script = list(script)
        self.always: Ending = reply()
        self.sent: list[tuple[str, str]] = []
        self.arrived = asyncio.Event()

    async def __call__(self, request: AiRequest, *, key: str) -> AiReply:
        self.sent.append((request.model, key))
        self.arrived.set()
        ending = self.script.pop(0) if self.script else self.always
        if isinstance(ending, Exception):
            raise ending
        return ending if isinstance(ending, AiReply) else await ending()

    @property
    def models(self) -> list[str]:
        return [model for model, _ in self.sent]

    @property
    def keys(self) -> list[str]:
        return [key for _, key in self.sent]


class Shop:
    """A till on `database`. `at` is its clock's moment."""

    def __init__(
        self,
        database: Database,
        endpoint: Endpoint,
        budgets: Budgets | None = None,
        *,
        clock: ManualClock | None = None,
        holder: str | None = None,
        prices: dict[str, Price] | None = None,
        lease: float = LEASE,
    ) -> None:
        self.clock = clock or ManualClock(NOON)
        self.endpoint = endpoint
        self.unit = UnitOfWork(database, self.clock, Seekers("local"))
        self.till = Till(
            self.unit,
            endpoint,
            lambda model: (prices or PRICES).get(model),
            Budgets(day=1.0) if budgets is None else budgets,
            address=lambda model: f"https://{model.partition('/')[0]}.example/v1",
            lease=lease,
            holder=holder,
        )

    async def pay(self, prompt: str = "Is this a job?", *models: str, purpose: Purpose = REVIEW, **kw: Any) -> Paid:
        return await self.till.ask(request(prompt, **kw), purpose, models=models or (FIRST,))

    def ask(self, prompt: str = "Is this a job?", *models: str, purpose: Purpose = REVIEW, **kw: Any) -> Paid:
        """As `pay`, from outside an event loop."""
        return self.run(self.pay(prompt, *models, purpose=purpose, **kw))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(work)

    def rows(self, table: str = "ai_call") -> list[dict[str, Any]]:
        order = {"ai_call": "id", "ai_answer": "at", "ai_refusal": "day, entity_id, step"}[table]
        return self.unit.read(lambda tx: [dict(row) for row in tx.all(f"SELECT * FROM {table} ORDER BY {order}")])

    def states(self) -> list[str]:
        """Of every call that was sent or about to be, in order."""
        return [row["state"] for row in self.rows() if not row["cached"]]

    def taken(self) -> int:
        """Nano-dollars that were spent or may have been."""
        amounts = {"settled": "cost", "reserved": "reserved", "unsettled": "reserved"}
        return sum(row[amounts[row["state"]]] for row in self.rows() if row["state"] in amounts)
