"""Whether a sentence says of something that it is only welcome, before it or behind it.

Pure. Called by `read.degree` and `read.spoken`. What stands before speaks of what follows ("ideally a degree"), what
stands behind of what went before ("a degree preferred"). To extend to a language: its words in the three lists below.
"""

from __future__ import annotations

import re

from jobfinder.read.quick import Quick

_AHEAD = (
    r"preferably|ideally|idealerweise|optimalerweise|vorzugsweise|bestenfalls|im idealfall|idéalement|de préférence|"
    r"idealmente|preferentemente|preferiblemente|nice[- ]to[- ]have|se valorar?[áa]?n?|gustaría"
)
_OPENING = (
    r"preferred|desired|desirable|bonus|a plus|wünschenswert|von vorteil|deseable|valorable|appréciée?s?|souhaitée?s?"
)
_BEHIND = (
    r"preferred|preferable|desirable|desired|(?:(?:is|are|be|as) )?an? (?:\w{2,10} )?(?:plus|bonus|advantage|asset)|"
    r"(?:strong|big|huge|great|definite) (?:plus|bonus|advantage|asset)|advantageous|beneficial|highly regarded|"
    r"welcome|"
    r"recommended|optional|favou?rable|helpful|nice[- ]to[- ]have|not (?:a must|a requirement)|von vorteil|vorteilhaft|"
    r"(?:klarer|großer|ein) vorteil|wünschenswert|bevorzugt|kein muss|gern(?:e)? gesehen|erleichtert|"
    r"wäre (?:schön|toll|super|ideal)|keine (?:bedingung|voraussetzung)|un plus|un atout|souhaitée?s?|souhaitable|"
    r"appréciée?s?|conseillée?s?|serait|privilégiée?s?|valoriséee?s?|deseable|valorable|se valorar?[áa]?n?|preferible|"
    r"preferente|será? un plus|valorará"
)
WELCOME = Quick(rf"(?<!\w)(?:{_AHEAD}|{_BEHIND})(?!\w)", re.IGNORECASE)
AHEAD = Quick(
    rf"(?<!\w)(?:{_AHEAD})(?!\w)|^\W*(?:{_OPENING})(?!\w)|"
    rf"(?<!\w)(?:{_OPENING})(?=\s?:| (?:ist|sind|wäre|wären|is|are|would be)\b)",
    re.IGNORECASE,
)
BEHIND = Quick(rf"(?<!\w)(?:{_BEHIND}|(?:{_AHEAD})(?=\s?[).;]|\s?$))(?!\w)", re.IGNORECASE)
"""What stands behind; "ideally" there speaks of something narrower ("a degree, ideally in law")."""
ENDED = re.compile(r"^\s?[,;.)]")
ADVERBS = re.compile(
    r"(?:strongly|highly|very|also|is|are|would|be|an?|much|sehr|klar|fortement|muy|\W){0,4}", re.IGNORECASE
)
REACH = 90


def welcome_ahead(before: str) -> bool:
    """Is it said in what stands before something, and of that, not of what stands before it?"""
    marks = [mark for mark in AHEAD.finditer(before) if len(before) - mark.end() <= REACH]
    return bool(marks) and not ENDED.match(before[marks[-1].end() :])


def welcome_behind(after: str) -> bool:
    """Is it said in what stands behind something, and of that: not of another thing in brackets
    ("engineering (civil preferred)")?
    """
    mark = BEHIND.search(after)
    if mark is None:
        return False
    _, opened, inside = after[: mark.start()].rpartition("(")
    return not opened or ")" in inside or bool(ADVERBS.fullmatch(inside))
