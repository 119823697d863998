"""Which lines of a page or text are the posting: its title, the short facts around it, its text up to where it ends.

Pure. Called by `read.article` and `read.sections`. To extend: what ends the text of a posting in END, what is no part
of it in CONTROL.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfinder.model import Record
from jobfinder.read.labels import field_of
from jobfinder.read.lines import Line
from jobfinder.read.roles import is_role, is_title
from jobfinder.read.text import tidy

END = re.compile(
    r"(?:(?:similar|related|other|more|further|recommended|latest|featured) (?:open |current )?(?:jobs?|positions?|"
    r"roles?|"
    r"openings?|vacanc(?:y|ies)|opportunities)|(?:you may|people) also (?:like|viewed)|jobs you may|apply (?:for|"
    r"to) this "
    r"(?:job|position|role|vacancy)$|application form|to apply,? (?:please )?fill|submit (?:your|an) application|"
    r"interested\?|share (?:this|on)|stay (?:up to date|connected|in touch)|newsletter|subscribe|follow us|"
    r"get in touch|"
    r"contact us|privacy preference|cookie|back to (?:all )?(?:jobs|careers|openings|top)|copyright|©|ready to apply|"
    r".{3,60} (?:jobs|salaries) (?:in|at) |"
    r"ähnliche (?:jobs|stellen)|weitere (?:jobs|stellen|offene)|offres similaires|autres offres|ofertas similares|"
    r"otras ofertas|andere vacatures|vergelijkbare vacatures|liknande jobb|podobné nabídky|podobne oferty)",
    re.IGNORECASE,
)
CONTROL = re.compile(
    r"(?:(?:easy )?apply(?: now| here| online| by email| for this (?:job|position|role)| on company (?:web)?site)?|"
    r"save(?: job)?|"
    r"saved|share|print|back|next|previous|report(?: this)? job|show (?:more|less)|read more|learn more|"
    r"view all(?: jobs)?|"
    r"all (?:jobs|roles|openings)|back to jobs|sign in|log in|menu|close|skip to (?:main )?content|loading\W*|"
    r"(?:&nbsp;)+|jetzt bewerben|bewerben|teilen|drucken|postuler|partager|aplicar|inscribirme|solliciteer(?: nu|"
    r" direct)?|ansök nu)\W{0,3}",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"\s?[–—|:-]\s?(?:(?:role|job|position) (?:summary|description|overview)|qualifications|requirements)$",
    re.IGNORECASE,
)
TITLE_LABEL = re.compile(
    r"^(?:job title|position(?: title)?|role|title|vacancy|stelle|poste|puesto)\s?:\s?", re.IGNORECASE
)
TAIL = re.compile(r"\s[|–—-]\s|\s?\|\s?|\s(?:at|bei|chez)\s(?=[A-Z])")
HEAD_LINES = 40
"""Lines in which a title without a heading is looked for."""
NEAR = 8
SHORT = 120
SHORTEST = 250
"""Characters behind which what ends a posting ends it."""
MOST_TEXT = 200_000


class Cut(Record, frozen=True):
    """The lines of a page that may be a posting: its title, the short lines around it, its text."""

    title: str
    near: tuple[Line, ...]
    body: tuple[Line, ...]


def cut(lines: Sequence[Line], names: tuple[str, ...]) -> Cut | None:
    """The part of the page that may be a posting."""
    start = _title_at(lines, names)
    if start is None:
        named = next((part for name in names for part in TAIL.split(name) if is_role(part)), None)
        return Cut(title=named, near=tuple(lines[:NEAR]), body=_body(lines, 0, 1)) if named else None
    title = OPENING.sub("", TITLE_LABEL.sub("", lines[start].text)).strip(" -–—|")
    level = lines[start].level
    before = [line for line in lines[max(0, start - 3) : start] if len(line.text) <= SHORT and line.linked < 0.5]
    after = [line for line in lines[start + 1 : start + 1 + NEAR * 2] if not CONTROL.fullmatch(line.text)]
    near = (*after[:NEAR], *before)
    return Cut(title=title, near=near, body=_body(lines, start + 1, level or 1))


def _title_at(lines: Sequence[Line], names: tuple[str, ...]) -> int | None:
    """The line with the title: a heading that names a job, at best one that the page is called by; else such a line."""
    headings = [number for number, line in enumerate(lines) if line.level and _names_job(line.text)]
    called = [n for n in headings if any(lines[n].text.casefold() in name.casefold() for name in names)]
    if called or headings:
        return (called or headings)[0]
    for number, line in enumerate(lines[:HEAD_LINES]):
        if len(line.text) <= SHORT and not line.item and line.linked < 0.9 and is_title(TITLE_LABEL.sub("", line.text)):
            return number
    top = [number for number, line in enumerate(lines) if line.level == 1]
    fitting = [n for n in top if any(name.casefold().startswith(lines[n].text.casefold()) for name in names)]
    return fitting[0] if len(fitting) == 1 else None


def _names_job(text: str) -> bool:
    return is_role(OPENING.sub("", TITLE_LABEL.sub("", text)))


def _body(lines: Sequence[Line], start: int, level: int) -> tuple[Line, ...]:
    """The lines up to the next posting, the form, or what else ends a posting."""
    body: list[Line] = []
    length = 0
    for line in lines[start:]:
        if (length >= SHORTEST and _ends(line)) or (
            line.level and 0 < line.level <= level and body and is_role(line.text)
        ):
            break
        if not (CONTROL.fullmatch(line.text) or (line.linked > 0.9 and len(line.text) < 40)):
            body.append(line)
            length += len(line.text)
    while body and (body[-1].level or _is_rest(body[-1])):
        body.pop()
    return tuple(body)


def _ends(line: Line) -> bool:
    return bool(END.match(line.text)) and (line.level > 0 or len(line.text) <= 60)


def _is_rest(line: Line) -> bool:
    """A short line behind the text that is no sentence: the beginning of something else."""
    short = len(line.text) < 30 and line.text[-1].isalnum() and ":" not in line.text
    return short and not line.item and field_of(line.text) is None


# ---------------------------------------------------------------- plain text


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text; what was broken to fit a width is one line again."""
    joined: list[Line] = []
    rows = tidy(text[:MOST_TEXT]).split("\n")
    width = sorted(map(len, rows))[len(rows) * 9 // 10] if rows else 0
    gap, before = False, ""
    for row in rows:
        if not row:
            gap, before = True, ""
            continue
        item = row.startswith("- ")
        if joined and not item and before and _goes_on(before, row, width):
            joined[-1] = joined[-1]._replace(text=f"{joined[-1].text} {row}")
        else:
            joined.append(Line(text=row.removeprefix("- "), item=item, gap=gap))
        gap, before = False, row
    return tuple(joined)


def _goes_on(before: str, row: str, width: int) -> bool:
    """Does a row continue the one before, which was broken because it was as wide as the page?"""
    if before.endswith((":", "?", "!")) or is_role(row) or field_of(row):
        return False
    if row[0].islower() and len(before) >= width * 0.4 and not before.endswith((".", ";")):
        return True
    if len(before) < width * 0.7:
        return False
    return row[0].islower() or (not before.endswith(".") and len(before) >= width * 0.8) or len(before) >= width * 0.95
