"""Whole-word matching of the seeker's keywords, in the sense a person means it.

"C++", "C#", ".NET" and "Node.js" are words; "hr" is not found in an e-mail address or a host name, "java" not in
"javascript", "node" not in "Node.js". A keyword that is also an everyday word ("Go", "R", "C") is found only where the
skills reader takes it for the skill. Case does not matter otherwise; "a | b" means either.
Pure. Called by `match.gate` and `match.filter`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jobfinder.read.skills import guarded, mentions, spellings

AROUND = 160
"""How much of the text, in characters, is read to judge an everyday word."""

SPACE = r"[\s\u00a0-]{1,3}"
INSIDE_ADDRESS = r"(?:(?<!\w[.@])|(?=(?-i:[A-Z][a-z])))"


def found(keyword: str, text: str) -> tuple[int, int] | None:
    """Where the keyword stands in the text first, as (start, end), or null."""
    for alternative in _alternatives(keyword):
        span = _find(alternative, text)
        if span:
            return span
    return None


@lru_cache(maxsize=1024)
def _alternatives(keyword: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in keyword.split("|") if part.strip())


@lru_cache(maxsize=8)
def _lower(text: str) -> str:
    """Kept for the few texts of the posting in hand, which every keyword is looked for in."""
    return text.lower()


def _find(keyword: str, text: str) -> tuple[int, int] | None:
    skill = guarded(keyword)
    if skill:
        return _find_skill(skill, text)
    if keyword.split()[0].lower() not in _lower(text):
        return None
    match = pattern(keyword).search(text)
    return match.span() if match else None


def _find_skill(skill: str, text: str) -> tuple[int, int] | None:
    """Where the skill is meant: the reader judges the surroundings of each place where one of its names stands."""
    for match in _names(skill).finditer(text):
        left = max(0, match.start() - AROUND)
        for mention in mentions(text[left : match.end() + AROUND]):
            if left + mention.start <= match.start() < left + mention.end:
                return match.span()
    return None


@lru_cache(maxsize=128)
def _names(skill: str) -> re.Pattern[str]:
    names = [r"[\s/&-]{0,3}".join(map(re.escape, words)) for words in sorted(spellings(skill), key=len, reverse=True)]
    return re.compile(rf"(?<![\w@])(?:{'|'.join(names)})(?![\w@+#]|\.\w)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def pattern(keyword: str) -> re.Pattern[str]:
    """The compiled pattern of one keyword. Linear: literals and bounded gaps only."""
    body = SPACE.join(re.escape(word) for word in re.split(r"[\s-]+", keyword.strip()) if word)
    starts, ends = keyword.strip()[0].isalnum(), keyword.strip()[-1].isalnum()
    before = rf"(?<![\w@]){INSIDE_ADDRESS}" if starts else r"(?<!\w)"
    after = r"(?![\w@]|[+#]|\.(?-i:[a-z0-9]))" if ends else r"(?![\w+#])"
    return re.compile(before + body + after, re.IGNORECASE)
