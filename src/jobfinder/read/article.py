"""One posting as prose: a title, short facts beside it, and a text that reads like an advertisement.

Pure. Called by `boards.page` for pages that state nothing about themselves, for plain text and for the text of PDFs. A
posting is only claimed where enough speaks for it: the title names a job, the text says what job advertisements say
(`read.advert`), the page lets people apply. How much that is decides how sure the reading is. To extend: what ends the
text of a posting in END, what is no part of it in CONTROL.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from jobfinder.model import Posting, Record
from jobfinder.read.advert import signs
from jobfinder.read.dom import Document
from jobfinder.read.facts import Facts, facts
from jobfinder.read.labels import field_of, labelled
from jobfinder.read.language import code, language
from jobfinder.read.level import parse_level
from jobfinder.read.lines import Line
from jobfinder.read.prose import described
from jobfinder.read.roles import GENDER, is_role, is_title
from jobfinder.read.salary import parse_salary
from jobfinder.read.text import tidy
from jobfinder.read.urls import site
from jobfinder.read.workplace import workplace

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
APPLY = re.compile(
    r"\b(?:apply|bewerben|bewirb dich|postuler|postulez|candidater|aplicar|inscrib\w{1,5}|candidati|candidatar|"
    r"candidate-se|"
    r"solliciteer\w{0,3}|ansök|ansøg|søk|aplikuj|zareagovat|odpovědět)\b|mailto:",
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
"""Characters of a text that is a posting by itself; with two labelled facts a quarter will do."""
LONGEST = 25_000
TELLING = frozenset({"tasks", "offer", "experience", "seeking"})
"""What postings say and manuals do not; two of these are wanted, one where facts are labelled."""
LEAST = 0.5
MOST = 0.9


class Found(Record, frozen=True):
    """A posting, and how sure it is that it is one."""

    posting: Posting
    confidence: float


class Cut(Record, frozen=True):
    """The lines of a page that may be a posting: its title, the short lines around it, its text."""

    title: str
    near: tuple[Line, ...]
    body: tuple[Line, ...]
    heading: bool


def posting_of(document: Document, *, expected: bool = False, now: float | None = None) -> Found | None:
    """The posting that a page shows; null where it shows none. `expected`: its address is that of a posting."""
    lines = document.lines
    names = tuple(filter(None, (document.meta("og:title"), document.title)))
    cut = _cut(lines, names)
    if cut is None:
        return None
    applies = any(
        APPLY.search(link) for line in lines for link in (*line.links, line.text if line.linked > 0.5 else "")
    )
    extra = 2 * expected + applies + any(cut.title.casefold() in name.casefold() for name in names)
    found = _judged(cut, extra, now) if is_role(cut.title) or expected or len(labelled(cut.near)) > 1 else None
    if found is None:
        return None
    company = found.posting.company or _company(document, cut.title)
    spoken = found.posting.language or code(document.lang)
    return Found(posting=_with(found.posting, company, document.url or None, spoken), confidence=found.confidence)


def posting_in(text: str, url: str | None = None, *, now: float | None = None) -> Found | None:
    """The posting that plain text is; null where it is none."""
    cut = _cut(plain_lines(text), ())
    found = _judged(cut, 1, now) if cut else None
    return found and Found(
        posting=_with(found.posting, found.posting.company, url, found.posting.language), confidence=found.confidence
    )


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text; what was broken to fit a width is one line again."""
    joined: list[Line] = []
    rows = tidy(text[:200_000]).split("\n")
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
    if len(before) < width * 0.7 or before.endswith((":", "?", "!")) or is_role(row) or field_of(row):
        return False
    return row[0].islower() or (not before.endswith(".") and len(before) >= width * 0.8) or len(before) >= width * 0.95


# ---------------------------------------------------------------- cutting


def _cut(lines: Sequence[Line], names: tuple[str, ...]) -> Cut | None:
    """The part of the page that may be a posting."""
    start = _title_at(lines, names)
    if start is None:
        named = next((part for name in names for part in TAIL.split(name) if is_role(part)), None)
        return Cut(title=named, near=tuple(lines[:NEAR]), body=_body(lines, 0, 1), heading=False) if named else None
    title = OPENING.sub("", TITLE_LABEL.sub("", lines[start].text)).strip(" -–—|")
    level = lines[start].level
    before = [line for line in lines[max(0, start - 3) : start] if len(line.text) <= SHORT and line.linked < 0.5]
    after = [line for line in lines[start + 1 : start + 1 + NEAR * 2] if not CONTROL.fullmatch(line.text)]
    near = (*after[:NEAR], *before)
    return Cut(title=title, near=near, body=_body(lines, start + 1, level or 1), heading=level > 0)


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
    return not line.item and len(line.text) < 30 and line.text[-1].isalnum() and field_of(line.text) is None


# ---------------------------------------------------------------- judging


def _judged(cut: Cut, extra: int, now: float | None) -> Found | None:
    """The posting, if enough speaks for it."""
    html, text = described(cut.body)
    said = signs(f"{cut.title}\n{text}")
    stated = len(labelled(cut.near))
    names_job = is_role(cut.title)
    least = SHORTEST / 4 if stated >= 2 and names_job else SHORTEST
    if (
        not least <= len(text) <= LONGEST
        or len(said) < (3 if names_job else 5)
        or len(said & TELLING) < 1 + (not stated)
    ):
        return None
    points = len(said) + 2 * names_job + 2 * bool(GENDER.search(cut.title)) + min(2, stated) + extra
    confidence = round(min(MOST, 0.1 + 0.07 * points), 2)
    if confidence < LEAST:
        return None
    return Found(posting=_posting(cut, html, text, facts(cut.near, cut.body, now)), confidence=confidence)


def _posting(cut: Cut, html: str, text: str, said: Facts) -> Posting:
    level = parse_level(cut.title)
    country = next((one.country for one in said.locations if one.country), None)
    found = said.salary or parse_salary(text, country)
    return Posting(
        title=cut.title,
        company=said.company,
        locations=said.locations,
        remote=said.remote or workplace(cut.title, text),
        remote_scope=said.remote_scope,
        employment_type=said.employment_type,
        department=said.department,
        seniority=said.seniority or (level.value if level else None),
        salary=found if found and found.period else None,
        posted_at=said.posted_at,
        closes_at=said.closes_at,
        description_html=html or None,
        description_text=text or None,
        language=language(text),
        requisition_id=said.requisition_id,
    )


def _with(read: Posting, company: str | None, url: str | None, spoken: str | None) -> Posting:
    return replace(read, company=company, url=url, language=spoken)


def _company(document: Document, title: str) -> str | None:
    """Who the page says that it is by; else the end of its name, where the site is called alike."""
    stated = document.meta("og:site_name")
    if stated:
        return stated
    ends = TAIL.split(document.title or "")
    own = (site(document.url) or "").partition(".")[0].replace("-", "")
    for end in ends[1:]:
        plain = re.sub(r"[\W_]", "", end.casefold())
        if own and plain and plain != title.casefold() and (own.startswith(plain[:6]) or plain.startswith(own[:6])):
            return re.sub(r"\s(?:careers?|jobs)$", "", end.strip(), flags=re.IGNORECASE)
    return None
