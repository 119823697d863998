"""The heading that a sentence stands under, where it tells of needs or of wishes.

Pure. Called by `read.degree` and `read.spoken`. To extend to a language: its words in SOFT and FIRM.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SOFT = re.compile(
    r"nice[- ]to[- ]have|\bbonus (?:points|qualif|skills|experience|requirements|if\b)|^\W*bonus\W*$|preferred|"
    r"\ba plus\b|\bpluses\b|\bplus(?: points)?\W*$|desir(?:able|ed)|optional|extra credit|brownie|extra points|"
    r"good to have|"
    r"we hope|anticipate|we(?:['’]d| would) love|ideal candidate|(?:you|candidates?) stand out|set you apart|"
    r"von vorteil|wünschenswert|idealerweise|un plus|souhait|deseable|valorable|se valora|gustaría",
    re.IGNORECASE,
)
"""What stands below is welcome."""
FIRM = re.compile(
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


def heading_above(text: str, spans: Sequence[tuple[int, int]], index: int) -> str:
    """The next heading above a sentence, empty where none is near. `spans`: the sentences of the text."""
    for start, end in reversed(spans[max(0, index - ABOVE) : index]):
        line = text[start:end]
        words = len(line.split())
        if len(line) > LONGEST or line[0] in "-–*" or line[-1] in ".,;" or words > WORDS:
            continue
        if SOFT.search(line) or (FIRM.search(line) and (line[-1] == ":" or words <= FEW)):
            return line
    return ""


def is_soft(heading: str) -> bool:
    """Does a heading say that what stands below is only welcome?"""
    return bool(SOFT.search(heading)) and not BOTH.search(heading)
