"""Postings that stand on one page, one below the other, without pages of their own: headings that name jobs, and what
stands below each.

Pure. Called by `boards.page`. The page has to be one of openings: by its address (`expected`), or because a heading
announces them; people have job titles on other pages too. What unfolds at a click is read. To extend: words that
announce openings in ANNOUNCED.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from jobfinder.model import Posting, Record
from jobfinder.read.article import APPLY
from jobfinder.read.cutting import CONTROL, END, TITLE_LABEL
from jobfinder.read.facts import facts
from jobfinder.read.fields import employment_said
from jobfinder.read.language import language
from jobfinder.read.level import parse_level
from jobfinder.read.lines import Line
from jobfinder.read.prose import described
from jobfinder.read.roles import is_role, is_title
from jobfinder.read.salary import parse_salary
from jobfinder.read.workplace import workplace

ANNOUNCED = re.compile(
    r"(?:(?:see |view |explore |our |all |the |browse )?(?:(?:current(?:ly)?|open|available|latest|new|job|"
    r"career) ){1,2}"
    r"(?:openings?|positions?|roles?|jobs?|vacanc(?:y|ies)|opportunit(?:y|ies))|open(?:ings)?|vacancies|we(?:['’]re|"
    r" are) "
    r"(?:now |currently )?(?:hiring|looking for)|now hiring|join (?:our|us|the)(?: [\w-]{1,20}){0,3}(?: team)?|"
    r"careers?|jobs?|career opportunities|"
    r"(?:unsere |aktuelle |offene |freie )*(?:stellen(?:angebote|ausschreibungen|anzeigen)?|positionen|jobs|"
    r"vakanzen)|karriere|"
    r"wir suchen|(?:nos |les )?(?:offres|postes)(?: d['’]emploi| ouverts?| à pourvoir)?|nous recrutons|recrutement|"
    r"carrières?|"
    r"(?:ofertas|vacantes|puestos|empleos)(?: de (?:empleo|trabajo)| disponibles| abiert[oa]s)?|posizioni aperte|"
    r"lavora con noi|"
    r"vagas(?: abertas)?|vacatures|werken bij|lediga (?:jobb|tjänster)|ledige stillinger|volné pozice|kariéra|"
    r"oferty pracy|kariera)\b[^.!?]{0,40}[:!.]?$",
    re.IGNORECASE,
)
NO_PAGE = re.compile(r"mailto:|tel:|#|/cdn-cgi/l/email")
LONGEST = 100
SHORTEST = 80
"""Characters of a line that names a job; of a text that is a description."""
MOST = 200


class Sections(Record, frozen=True):
    """The postings of a page, and how sure it is that they are."""

    postings: tuple[Posting, ...]
    confidence: float


def sections(lines: Sequence[Line], join: Callable[[str], str | None], *, expected: bool) -> Sections | None:
    """The postings in the lines of a page; null where it holds none. `join` makes addresses absolute."""
    announced = announces(lines)
    if announced is None and not expected:
        return None
    first = 0 if expected else announced or 0
    starts = _starts(lines, first)
    if len(starts) < (1 if announced is not None and starts and announced < starts[0] else 2):
        return None
    cut = [lines[start:end] for start, end in zip(starts, [*starts[1:], _end(lines, starts)], strict=True)]
    read = [_posting(part, join) for part in _leading_on(cut[:MOST])]
    texts = sum(bool(posting.description_text) for posting in read)
    if len(read) == 1 and not texts:
        return None
    confidence = (
        0.5 + 0.1 * expected + 0.1 * (announced is not None) + 0.1 * (texts * 2 >= len(read)) + 0.05 * (len(read) > 2)
    )
    return Sections(postings=tuple(read), confidence=round(confidence, 2))


def _leading_on(cut: list[Sequence[Line]]) -> list[Sequence[Line]]:
    """Where most sections link a page, one without any is no posting: "no open position needs to match"."""
    firsts = (next((href for line in part for href in line.links), "#") for part in cut)
    linked = [part for part, href in zip(cut, firsts, strict=True) if not NO_PAGE.match(href)]
    return linked if len(linked) * 2 > len(cut) else cut


def announces(lines: Sequence[Line]) -> int | None:
    """The first line that announces openings."""
    return next((number for number, line in enumerate(lines) if _announces(line)), None)


def _announces(line: Line) -> bool:
    return (
        len(line.text) <= LONGEST and line.linked < 0.5 and bool(ANNOUNCED.match(line.text)) and not is_role(line.text)
    )


def _starts(lines: Sequence[Line], first: int) -> list[int]:
    """Where postings begin: at the headings of the level at which most jobs are named, else at lines that name one."""
    named = [number for number in range(first, len(lines)) if lines[number].level and _names_job(lines[number])]
    if not named:
        return _unmarked(lines, first)
    levels = [lines[number].level for number in named]
    level = max(sorted(set(levels)), key=levels.count)
    own = [number for number in named if lines[number].level == level]
    between = [number for number in range(own[0], own[-1] + 1) if lines[number].level == level]
    others = sum(not _names_job(lines[number]) for number in between)
    return _once(lines, own) if others <= len(own) else []


def _once(lines: Sequence[Line], starts: list[int]) -> list[int]:
    """Without the titles that only repeat the one before, as the text that unfolds begins with it."""
    befores = [None, *starts]
    return [start for before, start in zip(befores, starts, strict=False) if not _repeats(lines, before, start)]


def _repeats(lines: Sequence[Line], before: int | None, start: int) -> bool:
    return before is not None and start - before <= 3 and _title(lines[before]) == _title(lines[start])


def _title(line: Line) -> str:
    return TITLE_LABEL.sub("", line.text).casefold()


def _unmarked(lines: Sequence[Line], first: int) -> list[int]:
    """Lines that name a job, where the page has no headings for them."""
    found = [
        number
        for number in range(first, len(lines) - 1)
        if not lines[number].item
        and lines[number].gap
        and len(lines[number].text) <= 80
        and is_title(lines[number].text)
    ]
    heads = [number for number in found if sum(len(line.text) for line in lines[number + 1 : number + 6]) >= SHORTEST]
    return heads if len(heads) >= 2 and len(heads) * 3 >= len(found) * 2 else []


def _names_job(line: Line) -> bool:
    return len(line.text) <= LONGEST and is_role(TITLE_LABEL.sub("", line.text))


def _end(lines: Sequence[Line], starts: list[int]) -> int:
    """Where the last posting ends: at a heading as high as its own, or at what ends a posting anywhere."""
    level = lines[starts[-1]].level or 6
    for number in range(starts[-1] + 1, len(lines)):
        line = lines[number]
        if len(line.links) > 2 and line.linked > 0.8:
            return number
        if (0 < line.level <= level and not TITLE_LABEL.match(line.text)) or (
            END.match(line.text) and len(line.text) <= 60
        ):
            return number
    return len(lines)


def _posting(part: Sequence[Line], join: Callable[[str], str | None]) -> Posting:
    head, rest = part[0], part[1:]
    body = [line for line in rest if not CONTROL.fullmatch(line.text) and _title(line) != _title(head)]
    html, text = described(body)
    whole = len(text) >= SHORTEST
    said = facts(rest[:6], rest)
    title = TITLE_LABEL.sub("", head.text)
    level = parse_level(title)
    country = next((one.country for one in said.locations if one.country), None)
    pay = said.salary or (parse_salary(text, country) if whole else None)
    return Posting(
        title=title,
        url=next((url for href in head.links if not APPLY.search(href) and (url := join(href))), None),
        apply_url=next(
            (url for line in rest if APPLY.search(line.text) for href in line.links if (url := join(href))), None
        ),
        locations=said.locations,
        remote=said.remote or workplace(title, text),
        remote_scope=said.remote_scope,
        employment_type=said.employment_type or employment_said(title, text),
        department=said.department,
        seniority=level.value if level else None,
        salary=pay if pay and pay.period else None,
        posted_at=said.posted_at,
        closes_at=said.closes_at,
        description_html=html if whole else None,
        description_text=text if whole else None,
        language=language(text),
        requisition_id=said.requisition_id,
    )
