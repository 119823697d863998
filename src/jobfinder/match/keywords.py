"""Whole-word matching of the seeker's keywords, in the sense a person means it.

"C++", "C#", ".NET" and "Node.js" are words; "hr" is not found in an e-mail address or a host name, "java" not in
"javascript", "node" not in "Node.js". A keyword that is also an everyday word ("Go", "R", "C") is found only where the
skills reader takes it for the skill. Case does not matter otherwise; "a | b" means either.
Pure. Called by `match.gate` and `match.filter`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from jobfinder.match.patterns import any_of
from jobfinder.read.skills import guarded, mentions, spellings
from jobfinder.read.stems import lowered

AROUND = 160
"""How much of the text, in characters, is read to judge an everyday word."""

MANY = 20
"""So many places are judged one by one; then the whole text is read once."""
LONGEST = 200
"""Characters that a keyword may have."""

NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
GAP = re.compile(r"[\s\u00a0-]{4}")
SPACE = r"[\s\u00a0-]{1,3}"
INSIDE_ADDRESS = r"(?:(?<!\w[.@])|(?=(?-i:[A-Z][a-z])))"


def found(keyword: str, text: str) -> tuple[int, int] | None:
    """Where the keyword stands in the text first, as (start, end), or null."""
    for word in meanings(keyword):
        span = _find_skill(word.skill, text) if word.skill else _find(word, text)
        if span:
            return span
    return None


def may_hold(keywords: tuple[str, ...], text: str) -> bool:
    """May one of these keywords be found in the text? One pass for all of them, as most texts hold none."""
    return any_of(_heads(keywords), _bytes(text))


@lru_cache(maxsize=64)
def _heads(keywords: tuple[str, ...]) -> tuple[str, ...]:
    """What the text must hold at least, as patterns; a skill goes by other names too, so any text may hold it."""
    words = (word for keyword in keywords for word in meanings(keyword))
    return tuple("" if word.skill else re.escape(_plainest(word.head).decode()) for word in words)


def can_be_keyword(text: str) -> bool:
    """Would this text, taken as a keyword, be found in itself?"""
    return 0 < len(text.strip()) <= LONGEST and "|" not in text and not GAP.search(text) and guarded(text) is None


class Word(NamedTuple):
    """One of the words that a keyword asks for. `head`: what the text must hold at least. `skill`: the skill that is
    meant where the word is an everyday word, too.
    """

    text: str
    head: str
    skill: str | None


@lru_cache(maxsize=1024)
def meanings(keyword: str) -> tuple[Word, ...]:
    """The words any of which is asked for: two for "a | b"."""
    parts = [part.strip() for part in keyword.split("|") if part.strip()]
    return tuple(Word(part, part.split()[0].lower(), guarded(part)) for part in parts)


def holds(lower: str, text: str) -> bool:
    """Do these letters, given in lower case, stand in the text in any case? Told fast, for the many that do not."""
    return _plainest(lower) in _bytes(text) and (lower.isascii() or lower in lowered(text))


@lru_cache(maxsize=1024)
def _plainest(lower: str) -> bytes:
    """The longest run of letters of ASCII."""
    return max(NOT_ASCII.split(lower), key=len).encode()


@lru_cache(maxsize=8)
def _bytes(text: str) -> bytes:
    """Kept for the few texts of the posting in hand. Of bytes, only letters of ASCII have a lower case; the kelvin is
    the one other sign whose lower case is one of them.
    """
    return text.replace("\u212a", "k").encode("utf-8", "surrogatepass").lower()


def _find(word: Word, text: str) -> tuple[int, int] | None:
    if not holds(word.head, text):
        return None
    match = pattern(word.text).search(text)
    return match.span() if match else None


def _find_skill(skill: str, text: str) -> tuple[int, int] | None:
    """Where the skill is meant: the reader judges the surroundings of each place where one of its names stands."""
    for number, match in enumerate(_names(skill).finditer(text)):
        if number == MANY:
            return _find_in_whole(skill, text)
        left = max(0, match.start() - AROUND)
        for mention in mentions(text[left : match.end() + AROUND]):
            if left + mention.start <= match.start() < left + mention.end:
                return match.span()
    return None


def _find_in_whole(skill: str, text: str) -> tuple[int, int] | None:
    """As `_find_skill`, in one pass: for a text that holds the word very often, and never as the skill so far."""
    spans = [match.span() for match in _names(skill).finditer(text)]
    for mention in mentions(text):
        at = bisect_left(spans, (mention.start, 0))
        if at < len(spans) and spans[at][0] < mention.end:
            return spans[at]
    return None


@lru_cache(maxsize=128)
def _names(skill: str) -> re.Pattern[str]:
    names = [r"[\s/&-]{0,3}".join(map(re.escape, words)) for words in sorted(spellings(skill), key=len, reverse=True)]
    return re.compile(rf"(?<![\w@])(?:{'|'.join(names)})(?![\w@+#]|\.\w)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def pattern(keyword: str) -> re.Pattern[str]:
    """The compiled pattern of one keyword. Linear: literals and bounded gaps only."""
    words = [word for word in re.split(r"[\s-]+", keyword.strip()) if word] or [keyword.strip()]
    body = SPACE.join(map(re.escape, words))
    starts, ends = keyword.strip()[0].isalnum(), keyword.strip()[-1].isalnum()
    before = rf"(?<![\w@]){INSIDE_ADDRESS}" if starts else r"(?<!\w)"
    after = r"(?![\w@]|[+#]|\.(?-i:[a-z0-9]))" if ends else r"(?![\w+#])"
    return re.compile(before + body + after, re.IGNORECASE)
