"""Budget: what a request can cost at worst, what it did cost, and which limits stand above it. Pure.

Called by `reserving` and `paying`. Money is in whole nano-dollars (1e-9 USD), so that sums are exact; costs are rounded
up, budgets down. Days and months are those of UTC. To add a limit (by week, by model): `Budgets` and `limits`.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import msgspec

from jobfinder.errors import Later
from jobfinder.model import Record
from jobfinder.outside.ai.interface import AiReply, AiRequest, Price

NANO = 10**9
DAY = 86_400.0
ENVELOPE = 256
"""Tokens that providers put around a request, at most."""

MOST_TOKENS = 2**53
"""More than any model reads: a count beyond it is no count."""

MOST_PRICE = 1_000.0
"""Dollars for a token beyond which a price is a mistake."""


class Budgets(Record, frozen=True):
    """US dollars that may be spent a day, a month, and a day on single steps. Null: no such limit.
    `counts`: for how many entities a day a step may ask, whatever that costs.

    Where no limit stands above a step, nothing that costs is sent for it; free endpoints are asked all the same.
    """

    day: float | None = None
    month: float | None = None
    steps: dict[str, float] = {}  # noqa: RUF012  (msgspec copies defaults)
    counts: dict[str, int] = {}  # noqa: RUF012


class Limit(Record, frozen=True):
    """`most` nano-dollars between `since` and `until`, for one `step` or for all. `name` is day, month or step; of the
    one named count, `most` is how many entities.
    """

    name: str
    most: int
    since: float
    until: float
    step: str | None = None


class OverBudget(Later):
    """It would cost more than a budget has left. `at` is when the budget begins anew."""


def limits(budgets: Budgets, step: str, now: float) -> tuple[Limit, ...]:
    """Everything that stands above a call of `step` made `now`."""
    day, month = day_of(now), month_of(now)
    found = []
    if budgets.day is not None:
        found.append(Limit(name="day", most=nano(budgets.day), since=day[0], until=day[1]))
    if budgets.month is not None:
        found.append(Limit(name="month", most=nano(budgets.month), since=month[0], until=month[1]))
    if step in budgets.steps:
        found.append(Limit(name="step", most=nano(budgets.steps[step]), since=day[0], until=day[1], step=step))
    return tuple(found)


def day_of(now: float) -> tuple[float, float]:
    """Beginning and end of the UTC day, epoch seconds."""
    begin = now // DAY * DAY
    return begin, begin + DAY


def month_of(now: float) -> tuple[float, float]:
    """Beginning and end of the UTC month, epoch seconds."""
    at = datetime.fromtimestamp(now, UTC)
    begin = datetime(at.year, at.month, 1, tzinfo=UTC)
    end = datetime(at.year + at.month // 12, at.month % 12 + 1, 1, tzinfo=UTC)
    return begin.timestamp(), end.timestamp()


# ---------------------------------------------------------------- requests


def request_hash(request: AiRequest, address: str) -> str:
    """The name of a request and of its answer: all that is sent, and whereto."""
    whole = msgspec.json.encode([address, request], order="sorted")
    return hashlib.blake2b(whole, digest_size=20).hexdigest()


def worst_case(request: AiRequest, price: Price) -> int:
    """No token is shorter than a byte, and no answer longer than allowed."""
    return amount(price, len(msgspec.json.encode(request)) + ENVELOPE, request.max_output)


def actual(reply: AiReply, price: Price, reserved: int) -> tuple[int, str | None]:
    """(cost, what is odd about it). Where the reported usage cannot be right, the reservation is the cost."""
    read, written = reply.usage.input, reply.usage.output
    if read is None or written is None:
        return reserved, "the provider did not report its usage: the whole reservation counts as spent"
    said = f"the provider reported {read} tokens read and {written} written"
    if not 0 < read <= MOST_TOKENS or not bool(reply.text) <= written <= MOST_TOKENS:
        return reserved, f"{said}, which cannot be: the whole reservation counts as spent"
    cost = amount(price, read, written)
    if cost > reserved:
        return reserved, f"{said}, more than was sent and allowed: the whole reservation counts as spent"
    return cost, None


def amount(price: Price, read: int, written: int) -> int:
    total = Decimal(repr(price.input)) * read + Decimal(repr(price.output)) * written
    return int((total * NANO).to_integral_value(ROUND_CEILING))


def is_price(price: Price) -> bool:
    """Can it be the price of anything?"""
    return all(0 <= one <= MOST_PRICE for one in (price.input, price.output))


# ---------------------------------------------------------------- dollars


def nano(dollars: float) -> int:
    """Whole nano-dollars, never more than `dollars`."""
    return int((Decimal(repr(float(dollars))) * NANO).to_integral_value(ROUND_FLOOR))


def usd(amount: int) -> float:
    """Dollars, for records and JSON."""
    return amount / NANO


def shown(amount: int) -> str:
    """Dollars for people: cents, and below them as many digits as say something."""
    dollars = amount / NANO
    if amount <= 0 or dollars >= 1:
        return f"${dollars:,.2f}"
    if dollars < 0.0001:
        return "less than $0.0001"
    whole, _, part = f"{dollars:.4f}".partition(".")
    return f"${whole}.{part.rstrip('0').ljust(2, '0')}"
