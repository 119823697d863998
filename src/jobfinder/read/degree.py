"""The least degree that a posting asks for, and whether it has to be had.

Pure. Called by `match.offer`. The names of degrees are in `read.degree_names`, the words around them in
`read.degree_words`; to extend to a language, extend there.

Definitions, as people label postings:

- `level` is the least that is taken: of alternatives in one clause the lowest ("Bachelor's or Master's" is bachelor,
  "Ausbildung oder Studium" is vocational); of several statements the one that has to be had, else the lowest welcome.
  A higher one counts only where it is said outright that it is required ("Bachelor's in finance. MBA required.").
- school is what qualifies for training or a university (high school, Abitur, baccalauréat, bachillerato, ESO);
  vocational is training in a trade (Ausbildung, Meister, CAP, grado medio); associate is two years (BTS, bac+2, grado
  superior); bachelor is a first degree and a degree of no named kind (Studium, licence, bac+3 and +4, licenciatura,
  ingeniería); master is bac+5, diplôme d'ingénieur, MBA, Diplom; doctorate is also M.D. and J.D. Somebody studying for
  a degree is asked for that degree.
- `required` is false where it is only welcome ("preferred", "von Vorteil", or under such a heading), and where
  something that is no degree will do as well: "or equivalent experience", "or a comparable qualification", "o similar",
  "ou équivalent". A similar field or an equivalent diploma is still a degree.
- Not asked for: what is denied ("no degree required"), what the work leads to or pays for, what colleagues have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jobfinder.read.degree_names import NAMES, Name
from jobfinder.read.degree_words import (
    AHEAD,
    ASKED,
    DENIED_AFTER,
    DENIED_BEFORE,
    ELSE,
    INSTEAD,
    INSTEAD_BEFORE,
    LIKE,
    MEASURE,
    MEASURED,
    OFFERED,
    OTHERS,
    REPLACED,
    STRONG,
)
from jobfinder.read.fact import Degree, DegreeAsked, Fact
from jobfinder.read.heading import heading_above, is_soft
from jobfinder.read.quick import WHOLE, Letters
from jobfinder.read.sentences import quote
from jobfinder.read.stems import lowered, pieces, standing
from jobfinder.read.wishes import BEHIND, WELCOME, welcome_ahead, welcome_behind

RANK: dict[Degree, int] = {
    "school": 0,
    "vocational": 1,
    "associate": 2,
    "bachelor": 3,
    "master": 4,
    "doctorate": 5,
}
READ = 40_000
"""Characters of the text that are read."""
MOST = 60
"""Sentences with names of degrees; a text with more is a prospectus."""
NEAR, LINKED, FAR, OWN, SHORT = 34, 60, 90, 170, 24
"""How far words reach, in characters."""
BOUNDARY = re.compile(r";|\.\s|\s[–—-]\s|[()]")
OR = re.compile(r"(?<!\w)(?:or|oder|ou|o|u|y/o|and/or|bzw)(?!\w)|/", re.IGNORECASE)
WITHOUT = re.compile(r"(?:\bnot|n['’]t) (?:have|hold|possess)\b|\bwithout\b|in lieu of|\bohne\b", re.IGNORECASE)
OTHER_DEGREE = re.compile(r"bachelor|master|ph\.?d|studium|ausbildung|bac ?\+|licenciatura", re.IGNORECASE)

NAMES_OF = {stem: [name for name in NAMES if stem in name.stems] for name in NAMES for stem in name.stems}
STEMS = Letters(stem for stem in NAMES_OF if stem.islower())
CAPITAL_STEMS = Letters(stem for stem in NAMES_OF if not stem.islower())
WHOLE.join(STEMS)

Span = tuple[int, int]


class Mention(NamedTuple):
    """A degree named in a sentence; offsets into the sentence."""

    level: Degree
    general: bool
    start: int
    end: int


class Asked(NamedTuple):
    """What one clause asks for, and in which sentence. `strong`: it says outright that it is required; `at`: where."""

    level: Degree
    required: bool
    strong: bool
    start: int
    end: int
    at: int


def degree(text: str) -> Fact[DegreeAsked] | None:
    """The least degree asked for, or null where none is. `start` and `end` are those of the sentence quoted."""
    read = text[:READ]
    small, large = WHOLE.standing(lowered(read))[STEMS], CAPITAL_STEMS.found(read)
    if not small and not large:
        return None
    spans = pieces(read)
    held = standing(small, spans)
    for index, stems in standing(large, spans).items():
        held.setdefault(index, []).extend(stems)
    asked: list[Asked] = []
    for index in sorted(held)[:MOST]:
        names = {name: None for stem in held[index] for name in NAMES_OF[stem]}
        asked += _asked(read, spans, index, list(names))
    best = _best(asked)
    if best is None:
        return None
    said = quote(read[best.start : best.end], best.at - best.start)
    return Fact(value=DegreeAsked(level=best.level, required=best.required), quote=said, start=best.start, end=best.end)


def _best(asked: Sequence[Asked]) -> Asked | None:
    """The one that has to be had; what is said outright to be required may stand above what is only listed."""
    needed = [one for one in asked if one.required]
    strong = [one for one in needed if one.strong]
    return min(strong or needed or asked, key=lambda one: RANK[one.level], default=None)


# ---------------------------------------------------------------- one sentence


def _asked(text: str, spans: Sequence[Span], index: int, names: Sequence[Name]) -> Iterator[Asked]:
    start, end = spans[index]
    sentence = text[start:end]
    mentions = _mentions(sentence, names)
    if not mentions or (OFFERED.search(sentence) and not ASKED.search(sentence)):
        return
    instead = _instead(text, spans, index)
    heading = heading_above(text, index)
    for clause in _clauses(sentence, mentions):
        read = _need(sentence, clause, heading)
        if read:
            level, required, strong = read
            yield Asked(level, required and not instead, strong, start, end, start + clause[2][0].start)


def _instead(text: str, spans: Sequence[Span], index: int) -> bool:
    """Does the next sentence say that something else will do? Also a mere "preferred" that was torn off this one."""
    if index + 1 >= len(spans):
        return False
    start, end = spans[index + 1]
    following = text[start:end]
    torn = len(following) < SHORT and (following[0].islower() or following[0] == "(")
    if torn and "\n" not in text[spans[index][1] : start]:
        return bool(BEHIND.search(following))
    return bool(INSTEAD.search(following)) and bool(WITHOUT.search(following) or not OTHER_DEGREE.search(following))


def _mentions(sentence: str, names: Sequence[Name]) -> list[Mention]:
    """The degrees named, in order, without those of others, and a general word only where it stands for itself."""
    found = [
        Mention(name.level, name.general, match.start(), match.end())
        for name in names
        for match in name.pattern.finditer(sentence)
        if not _decoy(sentence, match)
    ]
    kept = [one for one in found if not (one.general and any(_covers(sentence, one, other) for other in found))]
    return sorted(kept, key=lambda one: (one.start, one.end))


def _decoy(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(0, match.start() - 90) : match.start()]
    if match[0].lower().startswith("degree") and (
        MEASURED.search(before) or MEASURE.match(sentence[match.start() + 6 : match.start() + 24])
    ):
        return True
    return bool(OTHERS.search(before))


def _covers(sentence: str, general: Mention, other: Mention) -> bool:
    """Is the general word part of a particular name ("Master's degree", "Studium (Master)")?"""
    if other.general or RANK[other.level] < RANK[general.level]:
        return other.general and other != general and other.start <= general.start and general.end < other.end
    gap = sentence[min(general.end, other.end) : max(general.start, other.start)]
    return len(gap) <= LINKED and not OR.search(gap) and not WELCOME.search(gap) and ";" not in gap


# ---------------------------------------------------------------- one clause


def _clauses(sentence: str, mentions: list[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """The sentence cut between degrees that are asked for differently: start, end, and the degrees in it."""
    start, group = 0, mentions[:1]
    for last, one in pairwise(mentions):
        cut = _cut(sentence, last, one)
        if cut is not None:
            yield start, cut, group
            start, group = cut, []
        group = [*group, one]
    yield start, len(sentence), group


def _cut(sentence: str, last: Mention, one: Mention) -> int | None:
    gap = sentence[last.end : one.start]
    marker = WELCOME.search(gap) or STRONG.search(gap)
    if marker and not (AHEAD.fullmatch(marker[0]) and not WELCOME.search(gap)):
        return last.end + (marker.start() if AHEAD.fullmatch(marker[0]) else marker.end())
    stops = [stop.start() for stop in BOUNDARY.finditer(gap) if stop[0] not in "()"]
    if stops:
        return last.end + stops[-1] + 1
    behind = sentence[one.end : one.end + NEAR].partition(")")[0]
    comma = max(gap.rfind(","), gap.rfind("("), gap.rfind(" but "))
    if comma >= 0 and not OR.search(gap[comma:]) and WELCOME.search(behind):
        return last.end + comma + 1
    return None


def _need(sentence: str, clause: tuple[int, int, list[Mention]], heading: str) -> tuple[Degree, bool, bool] | None:
    """The level of a clause, whether it has to be had, and whether it says so outright."""
    start, end, mentions = clause
    before, after = sentence[start : mentions[0].start], sentence[mentions[-1].end : end]
    own = _own(after)
    welcome = bool(
        welcome_ahead(before) or welcome_behind(own) or BEHIND.search(sentence[mentions[0].end : mentions[-1].start])
    )
    left = mentions if welcome else [one for one in mentions if not _denied(sentence, one, mentions)]
    if not left:
        return None
    level = min((one.level for one in left), key=lambda level: RANK[level])
    rest = sentence[mentions[0].start : end]
    strong = not welcome and bool(
        STRONG.search(sentence[start : mentions[0].end], max(0, len(before) - NEAR)) or STRONG.search(own)
    )
    replaced = bool(REPLACED.search(rest) or INSTEAD_BEFORE.search(before))
    firm = strong or (bool(STRONG.search(heading)) and not is_soft(heading))
    soft = is_soft(heading) and not strong
    return level, not (welcome or replaced or soft or (LIKE.search(rest) and not firm)), strong


def _own(after: str) -> str:
    """What is still said of the degree: up to where something else begins."""
    own = after.partition(";")[0][:OWN]
    other = ELSE.search(own)
    return own[: other.start()] if other else own


def _denied(sentence: str, one: Mention, mentions: Sequence[Mention]) -> bool:
    following = min((other.start for other in mentions if other.start >= one.end), default=len(sentence))
    before = sentence[max(0, one.start - FAR) : one.start]
    return bool(DENIED_BEFORE.search(before) or DENIED_AFTER.search(sentence[one.end : min(following, one.end + FAR)]))
