"""What an employer offers besides pay: a closed vocabulary, each with the sentence that says it.

Pure. Called by `match.offer`. A benefit is read where it is offered, not where somebody works on it ("you administer
pension plans"), and not where it is denied ("no equity"). What a text does not say is absent: unknown, never a no. Of
several sentences about one benefit the first counts, of paid leave the first that says how many days. To extend: a
wording in `read.benefit_words`.
"""

from __future__ import annotations

import re

from jobfinder.read.benefit_words import (
    ASKED,
    BENEFITS,
    DENIED_AFTER,
    DENIED_BEFORE,
    NEAR,
    OFFERED,
    Benefit,
    Worded,
)
from jobfinder.read.fact import Fact
from jobfinder.read.wording import Saying, Text, reading, sayings

AROUND = 500
"""Characters before a sentence in which the offer may be announced that it is part of."""
DAYS = re.compile(
    r"(?<![\d.,])(\d{1,2})\+? ?(?:(?:working|business|paid|annual|full|bezahlte[nr]?|freie) ){0,2}"
    r"(days?|weeks?|tage?n?|urlaubstage|arbeitstage|werktage|wochen|jours|semaines|d[íi]as|semanas)(?![^\W_])"
)
WEEKS = ("week", "woche", "semain", "seman")
WORKING_DAYS = 5
FEWEST, MOST = 5, 60
"""Days of paid leave in a year that can be meant."""


def benefits(text: str) -> tuple[Fact[str], ...]:
    """The benefits that a text offers, in the order of `Benefit`, each once.

    `value` is a `Benefit`; of paid leave with the days where they are stated ("paid leave, 30 days"), weeks as five.
    """
    read = reading(text)
    found = (_benefit(read, benefit, worded) for benefit, worded in BENEFITS.items())
    return tuple(fact for fact in found if fact is not None)


def _benefit(text: Text, benefit: Benefit, worded: Worded) -> Fact[str] | None:
    said = [saying for saying in _said(text, worded) if not _denied(text, saying)]
    if not said:
        return None
    if benefit != "paid leave":
        return _fact(text, benefit, said[0])
    counted = ((saying, _days(text, saying)) for saying in said)
    saying, days = next(((saying, days) for saying, days in counted if days), (said[0], None))
    return _fact(text, f"{benefit}, {days} days" if days else benefit, saying)


def _said(text: Text, worded: Worded) -> list[Saying]:
    anywhere = list(sayings(text, worded.anywhere)) if worded.anywhere else []
    if anywhere or not worded.offered:
        return anywhere
    return [saying for saying in sayings(text, worded.offered) if _is_offered(text, saying)]


def _is_offered(text: Text, said: Saying) -> bool:
    """Does the sentence, or what stands before it, speak of what is offered, later than of what is asked?"""
    first = max(0, said.start - AROUND)
    offered = _last(OFFERED, text.folded, first, said.end)
    return offered >= 0 and offered > _last(ASKED, text.folded, first, said.last)


def _last(pattern: re.Pattern[str], text: str, first: int, end: int) -> int:
    return max((match.start() for match in pattern.finditer(text, first, end)), default=-1)


def _denied(text: Text, said: Saying) -> bool:
    before = text.folded[max(said.start, said.first - NEAR) : said.first]
    after = text.folded[said.last : min(said.end, said.last + NEAR // 2)]
    near = max((match.end() for match in DENIED_BEFORE.finditer(before)), default=-1)
    return near >= len(before.rstrip()) > 0 or bool(DENIED_AFTER.match(after.lstrip()))


def _days(text: Text, said: Saying) -> int | None:
    """The days of paid leave: those stated next to the words themselves."""
    near = text.folded[max(said.start, said.first - 25) : min(said.end, said.last + 25)]
    for match in DAYS.finditer(near):
        days = int(match[1]) * (WORKING_DAYS if match[2].startswith(WEEKS) else 1)
        if FEWEST <= days <= MOST:
            return days
    return None


def _fact(text: Text, value: str, said: Saying) -> Fact[str]:
    return Fact(value=value, quote=text.quote(said), start=said.start, end=said.end)
