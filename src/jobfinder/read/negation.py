"""Is a phrase denied by the words around it?

Pure. Called by the readers of who may apply, on folded words (`read.passages`). A word of denial reaches over the words
of its own clause and not into the next one. To extend: words of denial in NO, what only looks like denial in NO_DENIAL,
where a clause ends in CUT.
"""

from __future__ import annotations

import re

NO = re.compile(
    r"\b(?:no|not|non|never|cannot|can ?not|cant|dont|doesnt|wont|\w{2,7}n't|unable|inability|without|neither|nor|none|"
    r"ineligible|unavailable|unwilling|refus\w{1,4}|declin\w{1,4}|"
    r"nicht|nichts|kein\w{0,2}|ohne|weder|ausgeschlossen|"
    r"pas|ne|sans|aucune?|ni|jamais|impossible|ningun[oa]?|ningún|sin|tampoco|nunca)\b"
)
NO_DENIAL = re.compile(
    r"\b(?:not only|not just|not limited to|no(?:t an?)? (?:problem|issue|worries|matter|doubt|later)|why not|"
    r"(?:don't|do not|never) (?:worry|hesitate|let|be afraid|be shy|miss|forget|discriminate)|does not discriminate|"
    r"not discriminate|nicht nur|non seulement|no s[oó]lo|kein problem|pas de souci|sin problema)\b"
)
CUT = re.compile(
    r"[.!?;](?= |$)|: (?=(?:we|you|our|this|wir|nous)\b)|, (?=(?:and |so |but |then )?(?:we|you|our|your|it|this|"
    r"they|i|wir|nous)\b)|"
    r" - |\b(?:but|however|although|though|whereas|aber|jedoch|mais|pero)\b|"
    r" (?:and|und|et|y) (?=(?:we|you|our|your|wir|nous|vous)\b)"
)
REACH = 110


def undenied(words: str) -> str:
    """The words without what only looks like denial."""
    return NO_DENIAL.sub("", words) if NO_DENIAL.search(words) else words


def before(words: str, start: int, reach: int = REACH) -> str:
    """The words of the same clause before a place."""
    piece = words[max(0, start - reach) : start]
    last = 0
    for cut in CUT.finditer(piece):
        last = cut.end()
    return piece[last:]


def after(words: str, end: int, reach: int = REACH) -> str:
    """The words of the same clause after a place."""
    piece = words[end : end + reach]
    cut = CUT.search(piece)
    return piece[: cut.start()] if cut else piece


def denied_before(words: str, start: int, reach: int = REACH) -> bool:
    """Is what begins here denied by a word before it in its clause?"""
    return NO.search(before(words, start, reach)) is not None
