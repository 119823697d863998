"""One posting as prose: a title, short facts beside it, and a text that reads like an advertisement.

Pure. Called by `boards.page` for pages that state nothing about themselves, for plain text and for the text of PDFs. A
posting is only claimed where enough speaks for it: the title names a job, the text says what job advertisements say
(`read.advert`), the page lets people apply or states facts. How much that is decides how sure the reading is. To
extend: the words of applying in APPLY; what is cut out of a page is in `read.cutting`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from jobfinder.model import Posting, Record
from jobfinder.read.advert import signs
from jobfinder.read.cutting import TAIL, Cut, cut, plain_lines
from jobfinder.read.dom import Document
from jobfinder.read.facts import Facts, facts
from jobfinder.read.fields import employment_said
from jobfinder.read.labels import labelled
from jobfinder.read.language import code, language
from jobfinder.read.level import parse_level
from jobfinder.read.lines import Line
from jobfinder.read.prose import described
from jobfinder.read.roles import GENDER, is_role
from jobfinder.read.salary import parse_salary
from jobfinder.read.urls import site
from jobfinder.read.workplace import workplace

APPLY = re.compile(
    r"\b(?:apply|bewerben|bewirb dich|postuler|postulez|candidater|aplicar|inscrib\w{1,5}|candidati|candidatar|"
    r"candidate-se|"
    r"solliciteer\w{0,3}|ansök|ansøg|søk|aplikuj|zareagovat|odpovědět)\b|mailto:",
    re.IGNORECASE,
)
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


class Beside(Record, frozen=True):
    """What speaks for a posting besides its text, each worth a point.

    `expected`: the address is that of a posting; `applies`: people can apply here; `named`: the page is called by it.
    """

    expected: bool = False
    applies: bool = False
    named: bool = False


def posting_of(document: Document, *, expected: bool = False, now: float | None = None) -> Found | None:
    """The posting that a page shows; null where it shows none. `expected`: its address is that of a posting."""
    names = tuple(filter(None, (document.meta("og:title"), document.title)))
    part = cut(document.lines, names)
    if part is None:
        return None
    named = any(part.title.casefold() in name.casefold() for name in names)
    found = _judged(part, Beside(expected=expected, applies=_lets_apply(document.lines), named=named), now)
    if found is None:
        return None
    company = found.posting.company or _company(document, part.title)
    spoken = found.posting.language or code(document.lang)
    posting = replace(found.posting, company=company, url=document.url or None, language=spoken)
    return Found(posting=posting, confidence=found.confidence)


def posting_in(text: str, url: str | None = None, *, now: float | None = None) -> Found | None:
    """The posting that plain text is; null where it is none."""
    part = cut(plain_lines(text), ())
    found = _judged(part, Beside(applies=True), now) if part else None
    return Found(posting=replace(found.posting, url=url), confidence=found.confidence) if found else None


def _lets_apply(lines: Sequence[Line]) -> bool:
    """Is there a link or a button to apply by?"""
    said = (text for line in lines for text in (*line.links, line.text if line.linked > 0.5 else ""))
    return any(APPLY.search(text) for text in said)


# ---------------------------------------------------------------- judging


def _judged(part: Cut, beside: Beside, now: float | None) -> Found | None:
    """The posting, if enough speaks for it."""
    html, text = described(part.body)
    stated = len(labelled(part.near))
    names_job, addresses_all = is_role(part.title), bool(GENDER.search(part.title))
    opens = beside.expected or beside.applies or addresses_all or bool(stated or labelled(part.body))
    if (
        not opens
        or not _is_long_enough(text, stated if names_job else 0)
        or not (names_job or beside.expected or stated > 1)
    ):
        return None
    said = signs(f"{part.title}\n{text}")
    if len(said) < (3 if names_job else 5) or len(said & TELLING) < (1 if stated else 2):
        return None
    points = len(said) + 2 * names_job + 2 * addresses_all + min(2, stated) + 2 * beside.expected
    confidence = round(min(MOST, 0.1 + 0.07 * (points + beside.applies + beside.named)), 2)
    if confidence < LEAST:
        return None
    return Found(posting=_posting(part, html, text, facts(part.near, part.body, now)), confidence=confidence)


def _is_long_enough(text: str, stated: int) -> bool:
    return (SHORTEST / 4 if stated >= 2 else SHORTEST) <= len(text) <= LONGEST


def _posting(part: Cut, html: str, text: str, said: Facts) -> Posting:
    level = parse_level(part.title)
    country = next((one.country for one in said.locations if one.country), None)
    found = said.salary or parse_salary(text, country)
    return Posting(
        title=part.title,
        company=said.company,
        locations=said.locations,
        remote=said.remote or workplace(part.title, text),
        remote_scope=said.remote_scope,
        employment_type=said.employment_type or employment_said(part.title, text),
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
