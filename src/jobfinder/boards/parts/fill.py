"""The parts of a posting that every board has in its own way: text, places, workplace, pay.

Pure. Called by the adapters with what the board states; the readers of `read` do the reading. What a board states in a
field of its own beats what is read from prose.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from jobfinder.model import Place, Record, Remote, Salary
from jobfinder.read import fields, language, places, text
from jobfinder.read.level import Level
from jobfinder.read.salary import parse_salary

MOST_PLACES = 60


class Description(Record, frozen=True):
    """The text of a posting: markup, plain text, ISO 639-1 language."""

    html: str | None = None
    text: str | None = None
    language: str | None = None


def description(markup: str, plain: str = "", stated_language: str | None = None) -> Description:
    """What a posting says. `markup` may be escaped once or twice more; `plain` stands in where there is none."""
    markup = text.markup(text.unescaped(markup)).strip()
    words = text.plain(markup) if markup else text.tidy(plain)
    spoken = (stated_language or "")[:2].lower() or language.language(words)
    return Description(html=markup or None, text=words or None, language=spoken)


def sections(parts: Iterable[tuple[str | None, str]]) -> str:
    """Markup of a description that is stated in parts, each under its heading."""
    headed = ((f"<h3>{html.escape(name)}</h3>\n" if name else "", text) for name, text in parts if text.strip())
    return "\n".join(f"{heading}{text}" for heading, text in headed)


def locations(stated: Iterable[str | None]) -> tuple[Place, ...]:
    """The places that these texts name, each once, in order. One text may name several: "Berlin; Paris"."""
    return unique(places.place(one) for words in stated if words for one in places.split(words))


def unique(found: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once, in order."""
    seen: dict[str, Place] = {}
    for place in found:
        seen.setdefault(place.text.casefold(), place)
    return tuple(seen.values())[:MOST_PLACES]


def remote(*stated: str | None) -> Remote | None:
    """Where the work is done, by the first of these texts that says so."""
    return next((read for words in stated if words and (read := fields.remote(words))), None)


def pay(stated: Salary | None, found: Description, at: tuple[Place, ...]) -> Salary | None:
    """The pay as stated in a field, else as the text has it. Prose without a period may speak of any money."""
    if stated is not None or not found.text:
        return stated
    read = parse_salary(found.text, next((place.country for place in at if place.country), None))
    return read if read and read.period else None


def scope(workplace: Remote | None, stated: str | None) -> str | None:
    """Where one may live who works remotely. The location of a remote role is its scope, if it is an area."""
    said = fields.remote_scope(stated)
    return said or (fields.remote_scope(f"Remote, {stated}") if stated and workplace is Remote.REMOTE else None)


def scopes(workplace: Remote | None, where: Iterable[Place]) -> str | None:
    """The scopes that the places of a remote role make together."""
    return "; ".join(dict.fromkeys(found for place in where if (found := scope(workplace, place.text)))) or None


def amount(value: float | None) -> float | None:
    """A sum of money; null for nothing and for less."""
    return value if value and value > 0 else None


def offer(
    low: float | None, high: float | None, currency: str | None, interval: str | None, words: str | None = None
) -> Salary | None:
    """Pay as separate fields state it; null where they name no amount. `words` is the board's own wording of it."""
    low, high = amount(low), amount(high)
    if low is None and high is None:
        return None
    code = currency.upper() if currency else None
    return Salary(min=low, max=high, currency=code, period=fields.period(interval), text=words)


def worded(words: str | None) -> Salary | None:
    """Pay as a field states it in words ("$18 - $21 per hour"); null where no amount can be read."""
    read = parse_salary(f"Salary: {words}") if words else None
    return replace(read, text=words) if read else None


@lru_cache(maxsize=1_024)
def level(stated: str | None) -> str | None:
    """The seniority that a field of its own names ("Mid-Senior Level"), null for what is none."""
    try:
        return Level(stated).value if stated else None
    except ValueError:
        return None
