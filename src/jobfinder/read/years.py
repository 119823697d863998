"""Years of experience that a text asks for.

Pure. Called by `match.filter` and `match.score` on a posting's description. A number counts only beside a word for
experience or a word of asking ("at least", "minimum", "+"); the age of a company, of a person or of a contract does
not. To extend to a language: its number words, its word for years in YEARS, its words of asking in ASKED_BEFORE.
"""

from __future__ import annotations

import re

from jobfinder.model import Record


class Years(Record, frozen=True, kw_only=True):
    """Experience asked for, in years. `max` is null where more is welcome; `text` is the sentence it stands in."""

    min: int | None = None
    max: int | None = None
    text: str


NUMBER_WORDS = {
    word: value
    for value, words in enumerate(
        (
            (),
            ("one", "ein", "einem", "einjährige", "un", "uno"),
            ("two", "zwei", "zweijährige", "deux", "dos"),
            ("three", "drei", "dreijährige", "trois", "tres"),
            ("four", "vier", "quatre", "cuatro"),
            ("five", "fünf", "fünfjährige", "cinq", "cinco"),
            ("six", "sechs", "seis"),
            ("seven", "sieben", "sept", "siete"),
            ("eight", "acht", "huit", "ocho"),
            ("nine", "neun", "neuf", "nueve"),
            ("ten", "zehn", "dix", "diez"),
        )
    )
    for word in words
}
AMOUNT = rf"\d{{1,2}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
YEARS = re.compile(r"(?<![^\W\d_])(?:years?|yrs?|jahre?n?|ans|an|années?|años?)(?!\w)", re.IGNORECASE)
COUNT = re.compile(
    rf"(?<![\w$€£.,/])(?P<low>{AMOUNT})(?:\s?\([a-z\d]{{1,6}}\))?\s?(?P<plus>\+|plus\b)?"
    rf"(?:\s?(?:-|–|—|to\b|bis\b|à\b|a\b|or\b|o\b|oder\b|ou\b|and\b|et\b|und\b|y\b)"
    rf"\s?(?P<high>{AMOUNT})\s?(?P<plus2>\+)?)?[\s-]?(?:full\s)?$",
    re.IGNORECASE,
)
WIDEST = 30
ASKED_BEFORE = re.compile(
    r"(?:minimum|min\.?|at least|atleast|mindestens|au moins|mínimo|mínima|al menos|more than|über|mehr als|plus de|"
    r"typically|preferably|ideally|idealerweise|requires?|required|you have|must have|less than|up to|experience|"
    r"erfahrung|expérience|experiencia)\b.{0,30}$",
    re.IGNORECASE,
)
ASKED_AFTER = re.compile(
    r"experience|experiencia|expérience|erfahrung|experiência|minimum\b|mínimo\b|exp\b", re.IGNORECASE
)
NOT_ASKED_BEFORE = re.compile(
    r"(?:for|over|past|last|next|within|since|seit|depuis|vor|nearly|almost|every|in|our|hace|más de|con|celebrating|"
    r"first|founded|these|the|of age|growing)\s(?:(?:the|more than|mehr als|über|plus de|over|nearly|almost|fast|"
    r"past|last|un|just)\s){0,2}$",
    re.IGNORECASE,
)
NOT_ASKED_AFTER = re.compile(
    r"^\W{0,3}(?:old\b|of age|in a row|in business|of success|of history|of growth|track record|ago\b|alt\b|"
    r"or older|after\b|and counting|warranty|contract|degree|sooner|term\b|of bootstrapped|of continuous|of operation|"
    r"of innovation|of service\b|of tradition|de historia|d'existence|from now|running|anniversary)",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:we|we’ve|we've|our|us|company|firm|has|founded|wir|unser\w{0,2}|unternehmen|nous|notre|somos|nuestr[oa]|"
    r"empresa)\b",
    re.IGNORECASE,
)
AT_MOST = re.compile(
    r"(?:less than|fewer than|up to|under|weniger als|bis zu|moins de|menos de|maximum|max\.?)\s$", re.IGNORECASE
)
STOP = re.compile(r"[.!?;]\s|\n|\s{2,}|[•·▪●]")
EXACTLY_ASKED = re.compile(
    r"(?:minimum|min\.?|at least|mindestens|au moins|al menos|required?)\b.{0,12}$", re.IGNORECASE
)
NEAR = 90
LONGEST = 25
"""Beyond this it is the age of the company, unless asked for in so many words."""


def parse_years(text: str) -> Years | None:
    """The experience that a posting asks for, or null. The first stated requirement counts, not the longest."""
    for word in YEARS.finditer(text):
        left = max(0, word.start() - WIDEST)
        count = COUNT.search(text[left : word.start()])
        if count is None:
            continue
        before, after = _around(text, left + count.start(), word.end())
        if _asked(count, before, after):
            return _years(count, before, f"{count[0]}{word[0]}", after)
    return None


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after, within the sentence."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    stops = list(STOP.finditer(before))
    stop = STOP.search(after)
    return before[stops[-1].end() :] if stops else before, after[: stop.start()] if stop else after


def _asked(match: re.Match[str], before: str, after: str) -> bool:
    if NOT_ASKED_AFTER.search(after):
        return False
    experience = bool(ASKED_AFTER.search(after[:60]))
    if _number(match["low"]) > LONGEST and not EXACTLY_ASKED.search(before):
        return False
    if NOT_ASKED_BEFORE.search(before):
        return experience and not OURS.search(before + after)
    if match["plus"] or match["plus2"] or match["high"] or ASKED_BEFORE.search(before):
        return not (OURS.search(before) and not experience)
    return experience and not OURS.search(before)


def _years(match: re.Match[str], before: str, said: str, after: str) -> Years:
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] and not match["plus2"] else None
    text = " ".join(f"{before}{said}{after}".split())
    if AT_MOST.search(before) and high is None:
        return Years(min=None, max=low, text=text)
    if high is not None and high < low:
        low, high = high, None
    return Years(min=low, max=high, text=text)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.casefold()]
