"""The heading that a sentence stands under, where it tells of needs or of wishes.

Pure. Called by `read.degree` and `read.spoken`, and by `read.need` for what looks like a heading. To extend to a
language: its words in SOFT and FIRM.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from jobfinder.read.quick import Letters, Quick
from jobfinder.read.sentences import KEPT
from jobfinder.read.stems import lowered, pieces

SOFT = Quick(
    r"nice[- ]to[- ]have|\bbonus (?:points|qualif|skills|experience|requirements|if\b)|^\W*bonus\W*$|preferred|"
    r"\ba plus\b|\bpluses\b|\bplus(?: points)?\W*$|desir(?:able|ed)|optional|extra credit|brownie|extra points|"
    r"good to have|"
    r"we hope|anticipate|we(?:['’]d| would) love|ideal candidate|(?:you|candidates?) stand out|set you apart|"
    r"von vorteil|wünschenswert|idealerweise|un plus|souhait|deseable|valorable|se valora|gustaría",
    re.IGNORECASE,
)
"""What stands below is welcome."""
FIRM = Quick(
    r"require|minimum|must|qualifi|essential|profil|anforderung|requisit|imprescindible|indispensable|skills|bring|"
    r"education|about you|responsib|benefit|offer|tasks|aufgaben|mission|perks|who you are|looking for|languages|"
    r"sprachen|langues|idiomas",
    re.IGNORECASE,
)
"""What ends a list of wishes."""
BOTH = re.compile(r"(?:and|&|/|\bor) (?:preferred|desired|nice)|required? (?:and|&|/)", re.IGNORECASE)
LONGEST, WORDS, FEW = 70, 8, 4
"""Of a heading: characters, words; words where no colon ends it and it is no heading of wishes."""
ABOVE = 30
"""Lines above which none is looked for."""


def heading_above(text: str, index: int) -> str:
    """The next heading above a piece of a text (by its index into `pieces`), empty where none is near."""
    headings = _headings(text)
    place = bisect_left(headings, (index,))
    above, line = headings[place - 1] if place else (-ABOVE, "")
    return line if above >= index - ABOVE else ""


@lru_cache(maxsize=KEPT)
def _headings(text: str) -> tuple[tuple[int, str], ...]:
    """The headings of a text, with the index of each."""
    lines = [(index, text[start:end]) for index, (start, end) in enumerate(pieces(text)) if may_head(text, start, end)]
    standing = _letters().which([lowered(line) for _, line in lines])
    return tuple(lines[index] for index in standing if _is_heading(lines[index][1]))


@lru_cache(maxsize=1)
def _letters() -> Letters:
    """Letters of which every heading holds some."""
    return Letters({*SOFT.letters.strings, *FIRM.letters.strings})


def may_head(text: str, start: int, end: int) -> bool:
    """Does a line look like a heading: short, no item of a list, no sentence with an end?"""
    return end - start <= LONGEST and text[end - 1] not in ".,;" and text[start] not in "-–*"


def _is_heading(line: str) -> bool:
    """A line that goes on behind a colon ("Languages: English") says what it announces itself."""
    words = len(line.split())
    if ": " in line or words > WORDS:
        return False
    return SOFT.says(line) or (FIRM.says(line) and (line[-1] == ":" or words <= FEW))


def is_soft(heading: str) -> bool:
    """Does a heading say that what stands below is only welcome?"""
    return SOFT.says(heading) and not BOTH.search(heading)
