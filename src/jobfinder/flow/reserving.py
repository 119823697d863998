"""Reserving: the one transaction that decides whether a request to a model is sent, and writes down that it is.

Called by `paying` inside a durable transaction, before anything is sent. A ladder: a stored answer, the same request in
somebody's hands, one that was asked twice in vain, a resting model, a spent budget; only then a reservation. What
hinders is returned, not raised: what was learnt on the way is committed with it. [guarded]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jobfinder.errors import Fault, Later, Refused, StepError
from jobfinder.flow.budget import Budgets, Limit, OverBudget, day_of, limits, shown, worst_case
from jobfinder.flow.holder import is_dead
from jobfinder.model import Record
from jobfinder.outside.ai.interface import AiRequest, Price
from jobfinder.store import lanes, ledger
from jobfinder.store.db import Row, Tx

MOST_SENT = 2
"""Times that a request which may have been billed is sent: once, and once more under the same key."""

POLL = 5.0
"""Seconds until somebody else's answer is looked for again."""


class Purpose(Record, frozen=True):
    """What a call is for: the entity and the step that it is charged to."""

    step: str
    entity_id: int | None = None


class Question(Record, frozen=True):
    """A request to one model. `hash` names it and its answer."""

    request: AiRequest
    hash: str


class Answered(Record, frozen=True):
    """A stored answer was given again; `call_id` is the row that says so."""

    answer: Row
    call_id: int


class Reserved(Record, frozen=True):
    """Go: `amount` nano-dollars are set aside under `call_id`, and `key` is to be sent along."""

    call_id: int
    amount: int
    key: str
    price: Price


class ElsewhereError(Later):
    """Another process is asking this very question: its answer will do."""


class Desk(Record, frozen=True):
    """Who reserves: the budgets, its name as a holder of leases, and for how many seconds a call may be out."""

    budgets: Budgets
    holder: str
    lease: float


def lane_of(model: str) -> str:
    """The lane of "endpoint/model"."""
    return f"ai:{model}"


def recall(tx: Tx, hashes: Sequence[str], purpose: Purpose, now: float) -> Answered | None:
    """The first of these requests that has been answered before; it is written down that it cost nothing."""
    known = ledger.answers(tx, hashes)
    answer = next((known[one] for one in hashes if one in known), None)
    if answer is None:
        return None
    return Answered(answer=answer, call_id=ledger.reuse(tx, answer, purpose.entity_id, purpose.step, now))


def reserve(
    tx: Tx, now: float, question: Question, purpose: Purpose, price: Price, desk: Desk
) -> Reserved | Answered | StepError:
    """May it be sent? Everything that was decided is written in this transaction."""
    ledger.take_turn(tx)
    answered = recall(tx, [question.hash], purpose, now)
    if answered is not None:
        return answered
    put_down_lost(tx, question, desk, now)
    before = ledger.calls(tx, question.hash)
    worst = worst_case(question.request, price)
    return (
        elsewhere(before, question, now)
        or asked_in_vain(before, question)
        or resting(tx, question.request.model, now)
        or unaffordable(tx, now, question, purpose, worst, desk.budgets)
        or set_aside(tx, now, question, purpose, price, desk, before)
    )


def put_down_lost(tx: Tx, question: Question, desk: Desk, now: float) -> None:
    """Calls whose sender is no more are unsettled. In this process nobody asks a question that is being asked."""
    for row in ledger.calls(tx, question.hash):
        lost = row["lease_until"] <= now or row["lease_by"] == desk.holder or is_dead(row["lease_by"])
        if row["state"] == "reserved" and lost:
            ledger.unsettle(tx, row["id"], "whoever sent it ended before the answer came")


def elsewhere(before: Sequence[Row], question: Question, now: float) -> StepError | None:
    leases = [row["lease_until"] for row in before if row["state"] == "reserved"]
    if not leases:
        return None
    at = min(now + POLL, *leases)
    return ElsewhereError(f"{question.request.model} is being asked the same by another process", at=at)


def asked_in_vain(before: Sequence[Row], question: Question) -> StepError | None:
    lost = doubtful(before)
    if len(lost) < MOST_SENT:
        return None
    kept = shown(sum(row["reserved"] for row in lost))
    return Fault(
        f"{question.request.model} was asked {len(lost)} times and no answer arrived: up to {kept} may have been "
        "spent, and nothing more is",
        kind="unsettled",
    )


def doubtful(before: Sequence[Row]) -> list[Row]:
    """Calls that may have been billed without an answer. What cost nothing may be asked for ever."""
    return [row for row in before if row["state"] == "unsettled" and row["reserved"] > 0]


def resting(tx: Tx, model: str, now: float) -> StepError | None:
    row = lanes.get(tx, lane_of(model))
    if row is None or row["rest_until"] <= now:
        return None
    return Later(f"{model} rests: {row['rest_why']}", at=row["rest_until"], lane=lane_of(model))


def set_aside(
    tx: Tx, now: float, question: Question, purpose: Purpose, price: Price, desk: Desk, before: Sequence[Row]
) -> Reserved:
    """From here on the money counts as spent, whatever happens."""
    worst = worst_case(question.request, price)
    key = key_of(question, before)
    call = ledger.Call(
        at=now,
        entity_id=purpose.entity_id,
        step=purpose.step,
        model=question.request.model,
        request_hash=question.hash,
        attempt=len(before) + 1,
        reserved=worst,
        price_source=price.source,
        idempotency_key=key,
        lease_until=now + desk.lease,
        lease_by=desk.holder,
    )
    return Reserved(call_id=ledger.reserve(tx, call), amount=worst, key=key, price=price)


def key_of(question: Question, before: Sequence[Row]) -> str:
    """The key of the call that may have been billed, so that it is not billed again; else one never used."""
    lost = [row for row in before if row["state"] == "unsettled"]
    return str(lost[0]["idempotency_key"]) if lost else f"jobfinder-{question.hash}-{len(before)}"


# ---------------------------------------------------------------- budgets


def unaffordable(
    tx: Tx, now: float, question: Question, purpose: Purpose, worst: int, budgets: Budgets
) -> StepError | None:
    """Which budget has not enough left; that it held something back is written down."""
    hindrance = short_of(tx, now, question.request.model, purpose, worst, budgets)
    if hindrance is None:
        return None
    limit, error = hindrance
    ledger.hold_back(
        tx,
        now,
        purpose.entity_id,
        purpose.step,
        model=question.request.model,
        budget=limit.name if limit else "none",
        most=limit.most if limit else 0,
        wanted=worst,
        until=limit.until if limit else None,
    )
    return error


def short_of(
    tx: Tx, now: float, model: str, purpose: Purpose, worst: int, budgets: Budgets
) -> tuple[Limit | None, StepError] | None:
    """Which limit is passed. Nothing is written."""
    enough = enough_asked(tx, now, purpose, budgets)
    if enough is not None or worst == 0:
        return enough
    return too_dear(tx, now, model, purpose, worst, budgets)


def enough_asked(tx: Tx, now: float, purpose: Purpose, budgets: Budgets) -> tuple[Limit, StepError] | None:
    """Have as many entities been asked about as are meant to be in a day? A further question on one of them may be."""
    most = budgets.counts.get(purpose.step)
    since, until = day_of(now)
    if most is None or ledger.asked(tx, purpose.step, since, purpose.entity_id) < most:
        return None
    limit = Limit(name="count", most=most, since=since, until=until, step=purpose.step)
    return limit, OverBudget(f"{purpose.step}: the {most} of today are made", at=until)


def too_dear(
    tx: Tx, now: float, model: str, purpose: Purpose, worst: int, budgets: Budgets
) -> tuple[Limit | None, StepError] | None:
    """Of the budgets that are passed, the one that lasts longest."""
    above = limits(budgets, purpose.step, now)
    if not above:
        return None, Refused(f"no budget is set, so nothing is paid to {model}: set ai.day, in dollars")
    taken = {limit.name: ledger.taken(tx, limit.since, limit.until, limit.step) for limit in above}
    passed = [limit for limit in above if taken[limit.name] + worst > limit.most]
    if not passed:
        return None
    limit = max(passed, key=lambda one: one.until)
    return limit, OverBudget(over(limit, taken[limit.name], worst, model), at=limit.until)


NAMES: dict[str, Callable[[Limit], str]] = {
    "day": lambda limit: "the day's budget",
    "month": lambda limit: "the month's budget",
    "step": lambda limit: f"the day's budget for {limit.step}",
}


def over(limit: Limit, taken: int, worst: int, model: str) -> str:
    """Which budget, how much of it is gone, and who wanted how much."""
    name, most = NAMES[limit.name](limit), shown(limit.most)
    if worst > limit.most:
        return f"{lane_of(model)} would need up to {shown(worst)} at once, more than {name} of {most}: raise it"
    gone = f"{shown(taken)} spent or reserved"
    return f"{name} of {most} is spent: {gone}, and {lane_of(model)} would need up to {shown(worst)}"
