"""Work as a résumé tells it: positions with their titles and dates, years of experience, level.

Pure. Called by `match.resume`. A dated line opens a position; the lines around it that are no bullets and no sentences
are its head, in which a part that names a role is the title: "Company — Title — Jan 2019 – present" in any order, on
one line or on several. To extend to a language: its words for experience in STATED_YEARS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from jobfinder.match.person import Evidence
from jobfinder.match.resume_lines import Line, noted
from jobfinder.match.spans import Span, begins_dated, is_dated, spans, total_years, without_dates
from jobfinder.model import Record
from jobfinder.read.level import Level, parse_level
from jobfinder.read.roles import is_role

PARTS = re.compile(r"\s[|·•–—-]\s|[|·•,;(\t–—@]|\s{2,}|\s(?:at|bei|chez|en|für|para|of the)\s|:\s")
LABELLED = re.compile(
    r"^(?:job title|title|position|role|stelle|funktion|poste|fonction|puesto|cargo)\s?:\s?", re.IGNORECASE
)
COMPANY = re.compile(
    r"\b(?:gmbh|inc|llc|ltd|limited|corp|corporation|plc|s\.?a\.?s?|s\.?l\.?|ag|kg|se|b\.?v|sarl|e\.?v|university|"
    r"universität|université|universidad|group|services|solutions|consulting|agency|bank|partners|associates)\.?$",
    re.IGNORECASE,
)
STATED_YEARS = re.compile(
    r"(?<![\d.,–-])(\d{1,2})\s?\+?\s?(?:years?|yrs?|jahren?|jährige[rn]?|ans|années|años)(?:['’]| of| de| d['’])?"
    r"[^.;\n]{0,50}?(?:experience|erfahrung|expérience|experiencia)",
    re.IGNORECASE,
)
BY_YEARS = ((5.0, Level.SENIOR), (2.0, Level.MID), (0.0, Level.ENTRY))
"""The level where no title states one; the same steps as the scorer's."""
LONGEST_TITLE = 80
LONGEST_HEAD = 120
HEAD_LINES = 3
HEADLINE_LINES = 5
MOST_TITLES = 20
MOST_POSITIONS = 60
MOST_YEARS = 60


class Position(Record, frozen=True):
    """One position. `head` are the lines with title, employer and dates, `body` those that tell what was done."""

    title: str | None
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    spans: tuple[Span, ...]
    dated: Line


def positions(lines: Sequence[Line], today: date | None) -> list[Position]:
    """The dated positions, in the order of the résumé."""
    work = [line for line in lines if line.section == "work"]
    anchors = [index for index, line in enumerate(work) if _opens(line)][:MOST_POSITIONS]
    starts = [_start(work, anchor, anchors[i - 1] + 1 if i else 0) for i, anchor in enumerate(anchors)]
    ends = [*starts[1:], len(work)][: len(starts)]
    return [
        _position(work[start:end], anchor - start, today)
        for start, anchor, end in zip(starts, anchors, ends, strict=True)
    ]


def titles(lines: Sequence[Line], held: Sequence[Position], evidence: list[Evidence]) -> tuple[str, ...]:
    """Roles held, the latest first; then undated ones, and the headline under the name."""
    ordered = sorted(held, key=_recency)
    found: dict[str, Line] = {}
    for position in ordered:
        line = _title_line(position)
        if position.title and line:
            found.setdefault(position.title, line)
    headings = [line for line in lines if line.section == "head"][:HEADLINE_LINES]
    headings += [line for line in lines if line.section == "summary"][: 0 if headings else 2]
    undated = [line for line in lines if line.section == "work" and not line.bullet] if not held else []
    for line in (*undated, *headings):
        title = role_in(line)
        if title and not any(title.casefold() == known.casefold() for known in found):
            found.setdefault(title, line)
    kept = dict(list(found.items())[:MOST_TITLES])
    evidence += (noted("titles", title, line) for title, line in kept.items())
    return tuple(kept)


def years(lines: Iterable[Line], held: Sequence[Position], evidence: list[Evidence]) -> float | None:
    """Years of experience as stated, else as the positions add up."""
    for line in lines:
        stated = stated_years(line.text) if line.section in ("head", "summary", "skills") else None
        if stated is not None:
            evidence.append(noted("years", f"{stated:g}", line))
            return stated
    added = total_years(span for position in held for span in position.spans)
    if added is not None:
        evidence += (noted("years", f"{added:g}", position.dated) for position in held if position.spans)
    return added


def stated_years(text: str) -> float | None:
    """The years of experience that a text states: "12 years of experience"."""
    match = STATED_YEARS.search(text)
    return float(match[1]) if match and int(match[1]) <= MOST_YEARS else None


def seniority(found: Sequence[str], worked: float | None, evidence: list[Evidence]) -> Level | None:
    """The level that the latest title states, else that of the years."""
    level, field = (parse_level(found[0]) if found else None), "titles"
    if level is None and worked is not None:
        level, field = next(level for least, level in BY_YEARS if worked >= least), "years"
    told = next((row for row in evidence if row.field == field), None)
    if level and told:
        evidence.append(Evidence(field="seniority", value=level.value, line=told.line, number=told.number))
    return level


def role_in(line: Line) -> str | None:
    """The part of a short line that names a role. A sentence names none, unless it begins with dates."""
    if len(line.text) > 2 * LONGEST_TITLE or (_is_sentence(line.text) and not begins_dated(line.text)):
        return None
    for part in PARTS.split(without_dates(LABELLED.sub("", line.text))):
        title = part.strip(" ),.:|–—-")
        if 2 < len(title) <= LONGEST_TITLE and title in line.raw and _is_title(title):
            return title
    return None


def _is_title(text: str) -> bool:
    return is_role(text) and not text[:1].islower() and not COMPANY.search(text)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 4


def _opens(line: Line) -> bool:
    """Does this line date a position? A bullet does only if little stands beside the dates, or a role."""
    if len(line.text) > LONGEST_HEAD or not is_dated(line.text):
        return False
    if _is_sentence(line.text) and not begins_dated(line.text):
        return False
    return not line.bullet or role_in(line) is not None or len(without_dates(line.text).strip()) < 4


def _start(work: Sequence[Line], anchor: int, least: int) -> int:
    """Where the head of a position begins that is dated at `anchor`: at the role above it, or at the gap above."""
    start = anchor
    if role_in(work[anchor]):
        return _with_employer(work, anchor, least)
    while start > least and anchor - start < HEAD_LINES and not work[start].gap and _is_head(work[start - 1]):
        start -= 1
        if role_in(work[start]):
            return _with_employer(work, start, least)
    # Lines of the position before are not taken for a head that names no role.
    return start if start == least or work[start].gap else anchor


def _with_employer(work: Sequence[Line], start: int, least: int) -> int:
    """One line more, where it stands alone with the head below a gap or a bullet: "Acme GmbH, Berlin"."""
    above = start - 1
    if above < least or work[start].gap or not _is_head(work[above]):
        return start
    apart = above == 0 or work[above].gap or work[above - 1].bullet or _is_sentence(work[above - 1].text)
    return above if apart else start


def _is_head(line: Line) -> bool:
    return not line.bullet and len(line.text) <= LONGEST_HEAD and not _is_sentence(line.text)


def _position(lines: Sequence[Line], dated: int, today: date | None) -> Position:
    last = dated + 1
    title = next((role for line in lines[: dated + 1] if (role := role_in(line))), None)
    while title is None and last < len(lines) and last - dated < HEAD_LINES and _is_head(lines[last]):
        title = role_in(lines[last])
        last += 1
    head = lines[:last] if title else lines[: dated + 1]
    return Position(
        title=title,
        head=tuple(head),
        body=tuple(lines[len(head) :]),
        spans=tuple(spans(lines[dated].text, today)),
        dated=lines[dated],
    )


def _recency(position: Position) -> tuple[int, int]:
    """For sorting: what ended last comes first, of these what began last; what cannot be dated keeps its place."""
    latest = max(position.spans, key=lambda span: (span.end, span.start), default=None)
    # Without a day to count to, work that has not ended is the latest of all.
    return (-latest.end, -latest.start) if latest else (-999_999, 0)


def _title_line(position: Position) -> Line | None:
    return next((line for line in position.head if role_in(line) == position.title), None)
