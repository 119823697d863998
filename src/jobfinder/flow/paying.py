"""Paying: the till through which every question to a language model goes. Reserve, send once, settle; in this order.

Made by `app`, one for each process; a step asks it by `outside.ask`. An answer is written down for good before anybody
sees it, and is never paid for again. A payment that has begun is finished even where its asker has gone. What may be
sent is decided in `reserving`; how it is sent is `outside.ai`. [guarded]
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from jobfinder.errors import Fault, Later, Refused, StepError, StoreError
from jobfinder.flow.budget import Budgets, actual, is_price, request_hash, usd, worst_case
from jobfinder.flow.holder import new_holder
from jobfinder.flow.reserving import (
    Answered,
    Desk,
    ElsewhereError,
    Purpose,
    Question,
    Reserved,
    lane_of,
    recall,
    reserve,
    short_of,
)
from jobfinder.flow.unit import UnitOfWork
from jobfinder.model import Record
from jobfinder.outside.ai.interface import AiReply, AiRequest, Ask, Price, Prices
from jobfinder.store import lanes, ledger
from jobfinder.store.db import Row, Tx

T = TypeVar("T")

LEASE = 1_800.0
"""Seconds for which a call may be out. Longer than any time-out of a client."""

OUTAGE = 30.0
"""Seconds for which a model rests after a fault."""

NOT_BILLED = frozenset(
    {"connect", "dns", "tls", "http-408", "http-409", "http-425", "http-500", "http-503", "http-529"}
)
"""Kinds of `Fault` in which no answer was made: never reached, or the server says so.

A gateway's 502 or 504 says nothing of what stands behind it. `Broken` is no such case: the answer may have come.
"""

PATIENCE = 20.0
"""Seconds for which the last answers are waited for when work ends."""

TRIES = 5
"""Times that an outcome is written to a store that cannot be used just then."""


class Paid(Record, frozen=True):
    """An answer. `cost` in US dollars, zero where it was `cached`; `cut`: it ended at the longest output allowed."""

    text: str
    model: str
    cached: bool
    cost: float
    call_id: int
    cut: bool = False


class Estimate(Record, frozen=True):
    """What a request would cost now, in US dollars; null where nobody knows.

    `worst` is what would be reserved, `typical` the mean of such calls so far, `stored`: the answer is there already.
    `why` says why it would not be sent now; empty where it would.
    """

    model: str
    worst: float | None
    typical: float | None
    stored: bool
    why: str = ""


class Till:
    """Pays for answers out of `budgets`. `address` is where an "endpoint/model" is, part of what names a request."""

    def __init__(
        self,
        unit: UnitOfWork,
        ask: Ask,
        prices: Prices,
        budgets: Budgets,
        *,
        address: Callable[[str], str],
        lease: float = LEASE,
        holder: str | None = None,
    ) -> None:
        self._unit = unit
        self._ask = ask
        self._prices = prices
        self._address = address
        self._desk = Desk(budgets=budgets, holder=holder or new_holder(), lease=lease)
        self._running: dict[str, asyncio.Task[Paid]] = {}

    async def ask(self, request: AiRequest, purpose: Purpose, *, models: Sequence[str]) -> Paid:
        """The answer of the first of `models` that gives one; `request.model` is replaced by each in turn.

        An answer that any of them gave before is given again. Raises what promises most: the earliest `Later` (of which
        `OverBudget` is one), else `Fault`, else `Refused`; `Broken` at once.
        """
        questions = [self._question(request, model) for model in models]
        if not questions:
            raise Refused("no model is set: name one in ai.models")
        stored = await self._stored(questions, purpose)
        if stored is not None:
            return stored
        failed: list[StepError] = []
        for question in questions:
            try:
                return await self._once(question, purpose)
            except ElsewhereError:
                raise
            except (Later, Refused, Fault) as error:
                failed.append(error)
        raise min(failed, key=hope)

    def price_of(self, tx: Tx, request: AiRequest, purpose: Purpose, *, models: Sequence[str]) -> Estimate | None:
        """What `ask` would cost now; null without models. Reserves nothing."""
        now = self._unit.clock.now()
        questions = [self._question(request, model) for model in models]
        known = ledger.answers(tx, [question.hash for question in questions])
        for question in questions:
            if question.hash in known:
                return Estimate(model=question.request.model, worst=0.0, typical=0.0, stored=True)
        found = [self._estimate(tx, question, purpose, now) for question in questions]
        return next((one for one in found if not one.why), found[0] if found else None)

    async def aclose(self, patience: float = PATIENCE) -> None:
        """Wait for what is being paid for; what takes longer than `patience` seconds is left unsettled."""
        if running := list(self._running.values()):
            _, late = await asyncio.wait(running, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    # ------------------------------------------------------------ one question

    def _question(self, request: AiRequest, model: str) -> Question:
        asked = replace(request, model=model)
        return Question(request=asked, hash=request_hash(asked, self._address(model)))

    async def _stored(self, questions: Sequence[Question], purpose: Purpose) -> Paid | None:
        hashes = [question.hash for question in questions]
        if not await self._unit.aread(lambda tx: ledger.answers(tx, hashes)):
            return None
        answered = await self._write(lambda tx, now: recall(tx, hashes, purpose, now))
        return None if answered is None else again(answered)

    async def _once(self, question: Question, purpose: Purpose) -> Paid:
        """Pay for it, or wait for whoever in this process is paying for it already."""
        running = self._running.get(question.hash)
        if running is None:
            running = asyncio.create_task(self._pay(question, purpose))
            self._running[question.hash] = running
            running.add_done_callback(partial(self._done, question.hash))
            return await asyncio.shield(running)
        paid = await asyncio.shield(running)
        return await self._stored([question], purpose) or paid

    def _done(self, hash_: str, task: asyncio.Task[Paid]) -> None:
        del self._running[hash_]
        if not task.cancelled():
            task.exception()  # nobody may be left to hear of it

    async def _pay(self, question: Question, purpose: Purpose) -> Paid:
        price = self._price(question.request.model)
        decided = await self._write(
            lambda tx, now: reserve(tx, now, question, purpose, price, self._desk), durable=True
        )
        match decided:
            case Answered():
                return again(decided)
            case Reserved():
                return await self._settle(question, decided, await self._send(question, decided))
        raise decided

    def _price(self, model: str) -> Price:
        price = self._prices(model)
        endpoint = model.partition("/")[0]
        if price is None:
            raise Refused(
                f"what {model} costs is not known, so it is not asked: set input_price and output_price of "
                f"ai.endpoints.{endpoint}, or free = true where it costs nothing"
            )
        if not is_price(price):
            raise Refused(f"the price of {model} is none ({price.input}, {price.output}): see {price.source}")
        return price

    # ------------------------------------------------------------ sending and settling

    async def _send(self, question: Question, reserved: Reserved) -> AiReply:
        """Send it, once. Where that fails, the money is given back, or kept aside if it may have been spent."""
        model = question.request.model
        try:
            # Nobody takes a call for lost while it is out.
            async with asyncio.timeout(self._desk.lease * 0.9):
                return await self._ask(question.request, key=reserved.key)
        except asyncio.CancelledError:
            await self._firmly(lambda tx, now: ledger.unsettle(tx, reserved.call_id, "stopped before the answer came"))
            raise
        except Exception as error:  # whatever it was, the money has to be accounted for
            failure = as_step_error(error, model)
            await self._firmly(lambda tx, now: failed(tx, now, model, reserved, failure))
            raise failure from error

    async def _settle(self, question: Question, reserved: Reserved, reply: AiReply) -> Paid:
        """Write the answer down, before anything else is done with it."""
        cost, note = actual(reply, reserved.price, reserved.amount)
        counts = (None, None) if note else (reply.usage.input, reply.usage.output)
        # Text that no store takes would be an answer lost.
        text = reply.text.encode("utf-8", "replace").decode().replace("\0", "")

        def inside(tx: Tx, now: float) -> Row:
            ledger.take_turn(tx)
            done = ledger.Settled(
                call_id=reserved.call_id,
                request_hash=question.hash,
                model=question.request.model,
                text=text,
                cut=reply.cut,
                cost=cost,
                at=now,
                input_tokens=counts[0],
                output_tokens=counts[1],
                request_id=reply.request_id,
                note=note,
            )
            return ledger.settle(tx, done)

        answer = await self._firmly(inside)
        return Paid(
            text=answer["text"],
            model=answer["model"],
            cached=False,
            cost=usd(cost),
            call_id=reserved.call_id,
            cut=bool(answer["cut"]),
        )

    # ------------------------------------------------------------ the store

    async def _write(self, work: Callable[[Tx, float], T], *, durable: bool = False) -> T:
        unit = self._unit
        return await unit.call(
            lambda: unit.database.write(lambda tx: work(tx, unit.clock.now()), durable=durable),
        )

    async def _firmly(self, work: Callable[[Tx, float], T]) -> T:
        """As `_write`, durable, and again where the store fails: what came of money is not given up lightly."""
        clock = self._unit.clock
        for turn in range(TRIES - 1):
            try:
                return await self._write(work, durable=True)
            except StoreError:
                await clock.sleep_until(clock.now() + 0.2 * 4**turn)
        return await self._write(work, durable=True)

    def _estimate(self, tx: Tx, question: Question, purpose: Purpose, now: float) -> Estimate:
        model = question.request.model
        try:
            price = self._price(model)
        except Refused as error:
            return Estimate(model=model, worst=None, typical=None, stored=False, why=str(error))
        worst = worst_case(question.request, price)
        mean = ledger.mean(tx, purpose.step, model)
        short = short_of(tx, now, model, purpose, worst, self._desk.budgets)
        return Estimate(
            model=model,
            worst=usd(worst),
            typical=None if mean is None else mean / 1e9,
            stored=False,
            why="" if short is None else str(short[1]),
        )


def again(answered: Answered) -> Paid:
    """A stored answer, for nothing."""
    row = answered.answer
    return Paid(
        text=row["text"], model=row["model"], cached=True, cost=0.0, call_id=answered.call_id, cut=bool(row["cut"])
    )


def hope(error: StepError) -> tuple[int, float]:
    """What promises most comes first: a date, then a passing fault, then what needs a person."""
    if isinstance(error, Later):
        return 0, error.at
    return (1, 0.0) if isinstance(error, Fault) else (2, 0.0)


def as_step_error(error: Exception, model: str) -> StepError:
    """The failure as one that is known; a `Later` names the model's lane."""
    if isinstance(error, Later):
        return Later(str(error), at=error.at, lane=error.lane or lane_of(model))
    if isinstance(error, StepError):
        return error
    if isinstance(error, TimeoutError):
        return Fault(f"{model} did not answer in time", kind="timeout")
    said = " ".join(str(error).split())[:120]
    return Fault(f"{model}: {type(error).__name__}: {said}", kind=type(error).__name__)


def failed(tx: Tx, now: float, model: str, reserved: Reserved, error: StepError) -> None:
    """What follows from a failure for the money and for the model's lane."""
    ledger.take_turn(tx)
    if is_billed(error) and reserved.amount:
        ledger.unsettle(tx, reserved.call_id, str(error))
    else:
        ledger.release(tx, reserved.call_id, str(error), now)
    until = error.at if isinstance(error, Later) else now + OUTAGE if isinstance(error, Fault) else None
    if until is not None:
        lanes.ensure(tx, lane_of(model), 0.0, None)
        lanes.rest(tx, lane_of(model), until, str(error))


def is_billed(error: StepError) -> bool:
    """May it have been billed all the same?"""
    if isinstance(error, Later | Refused):
        return False
    return not (isinstance(error, Fault) and error.kind in NOT_BILLED)
