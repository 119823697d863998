"""Values in words: times, spans, money, places, numbers. Pure; called by everything that prints."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

UNSEEN = (
    *((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F)),
    *((0x2028, 0x202E), (0x2060, 0x206F), (0xD800, 0xDFFF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE0FFF)),
)
"""First and last of characters that command a terminal, turn the direction of what follows, or are not seen."""
CONTROLS = {code: None for first, last in UNSEEN for code in range(first, last + 1)}
UNITS = ((86_400 * 365.25, "y"), (86_400 * 30.5, "mo"), (86_400, "d"), (3600, "h"), (60, "min"))
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


def plain(text: str) -> str:
    """The text without anything that a terminal obeys."""
    return text.translate(CONTROLS)


def span(seconds: float) -> str:
    """`3 d`, `12 min`, `0.4 s`."""
    for size, unit in UNITS:
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s" if seconds >= 0.05 else "0 s"


def ago(at: float | None, now: float) -> str:
    """`3 d ago`; empty for never."""
    if at is None:
        return ""
    return "just now" if now - at < 10 else f"{span(now - at)} ago"


def day(at: float) -> str:
    """`2026-11-30` (UTC)."""
    return datetime.fromtimestamp(at, UTC).date().isoformat()


def until(at: float | None, now: float) -> str:
    """`in 3 d`; `now` for what is due; empty for never."""
    if at is None:
        return ""
    return "now" if at <= now else f"in {span(at - now)}"


def day_ago(iso: str | None, now: float) -> str:
    """How long ago a stated date was, in days at the finest; empty for what is no date."""
    try:
        stated = datetime.fromisoformat((iso or "").replace("Z", "+00:00"))
    except ValueError:
        return ""
    days = (now - (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).timestamp()) / 86_400
    return "today" if days < 1 else f"{span(days * 86_400)} ago"


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 match`, `3 matches`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def signed(number: int, one: str) -> str:
    """`+1 point`, `-2 points`, `no point`."""
    return f"no {one}" if number == 0 else f"{number:+d} {one if abs(number) == 1 else one + 's'}"


def where(posting: Mapping[str, Any] | None) -> str:
    """`Berlin, Hamburg · remote`."""
    if not posting:
        return ""
    names = [place.get("city") or place.get("text") or "" for place in posting.get("locations") or ()]
    shown = ", ".join(dict.fromkeys(name for name in names[:3] if name)) + (" …" if len(names) > 3 else "")
    remote = posting.get("remote") or ""
    return " · ".join(part for part in (shown, "" if remote.lower() in shown.lower() else remote) if part)


def pay(posting: Mapping[str, Any] | None) -> str:
    """`€70–90k a year`, as stated; empty where it is not."""
    salary = (posting or {}).get("salary") or {}
    stated = [salary[end] for end in ("min", "max") if salary.get(end) is not None]
    if not stated:
        return ""
    code = salary.get("currency") or ""
    amount = "–".join(dict.fromkeys(short(one) for one in stated))
    symbol = SYMBOLS.get(code)
    money = f"{symbol}{amount}" if symbol else f"{amount} {code}".strip()
    return f"{money} a {salary['period']}" if salary.get("period") else money


def short(amount: float) -> str:
    """`85k`; small amounts in full."""
    return f"{amount / 1000:g}k" if amount >= 10_000 else f"{amount:g}"


def short_of(text: str | None, most: int) -> str:
    """The beginning of a text, in whole words."""
    return textwrap.shorten(text or "", most, placeholder=" …")


def bare(url: str | None) -> str:
    """An address as people write it."""
    return (url or "").removeprefix("https://").removeprefix("http://").removesuffix("/")


def joined(parts: Sequence[str | None], by: str = " · ") -> str:
    """The parts that are there."""
    return by.join(part for part in parts if part)
