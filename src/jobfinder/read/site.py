"""A company's own website: what it says of the company, and which links lead to its careers and about pages.

Pure. Called by the steps that fetch and extract a company and that look for its board. Every fact carries the words it
rests on. To extend: a label of a list of facts in LABELS, a phrase of prose in PROSE; the words on links are in
`read.site_links`, which this module gives out too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.model import Record
from jobfinder.read import jsonld
from jobfinder.read.dom import Document
from jobfinder.read.names import company_key
from jobfinder.read.sentences import quote, sentence_at, sentences
from jobfinder.read.site_links import about_links, careers_links
from jobfinder.read.skills import Mention, mentions
from jobfinder.read.terms import technical
from jobfinder.read.text import clean
from jobfinder.read.urls import host, site
from jobfinder.read.values import JSON, objects, raw_texts, text

__all__ = ["SiteFacts", "about_links", "careers_links", "facts"]

LABELS = {
    "founded": "founded|established|year founded|founding year|gegründet|gründung|gründungsjahr|fondée en|création|"
    "année de création|fundada|fundación|año de fundación|opgericht|founded in",
    "size": "employees|number of employees|company size|team size|headcount|size|people|team members|mitarbeiter|"
    "mitarbeitende|mitarbeiterzahl|beschäftigte|unternehmensgröße|effectif|effectifs|salariés|taille|collaborateurs|"
    "empleados|tamaño|número de empleados|medewerkers|werknemers",
    "industry": "industry|sector|branche|industrie|wirtschaftszweig|secteur|secteur d'activité|industria|"
    "sector de actividad|sectie",
}
LABEL_OF = {label: field for field, labels in LABELS.items() for label in labels.split("|")}
PAIR = re.compile(r"^(?:- )?([^\W\d_][^:\n]{1,40}?)(?:\s?:\s?|\s[–—-]\s|\s{2,})(\S.{0,120})$")
YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20[0-4]\d)(?!\d)")
PROSE = {
    "founded": re.compile(
        r"\b(?:founded|established|incorporated|set up|started|gegründet|fondée?|créée?|fundad[ao]|cread[ao]|opgericht)"
        r"(?: (?:back|way back|in|im|jahr|en|el|año|year|het|the)){0,4} (1[89]\d\d|20[0-4]\d)\b|"
        r"\b(?:im jahr(?:e)? |in )?(1[89]\d\d|20[0-4]\d) (?:gegründet|founded|established|opgericht)\b",
        re.IGNORECASE,
    ),
    "size": re.compile(
        r"\b(?:team of|we are|we're|we’re|we have|with|grown to|employs?|around|about|over|more than|nearly|almost|"
        r"some|"
        r"mit|über|rund|mehr als|équipe de|nous sommes|plus de|somos|más de|equipo de|met|ruim)"
        r"(?: (?:a|about|around|over|more than|some|now|currently|rund|über|etwa|ca\.|environ|unos|un|équipe|team|of|"
        r"de)){0,4} "
        r"(\d{1,3}(?:[.,' ]\d{3})?\+?|\d{2,6}\+?) (?:(?:talented|passionate|dedicated|full-time|great|motivated|"
        r"engagierte) )?"
        r"(?:people|employees|colleagues|team members|experts|engineers and|mitarbeiter\w{0,6}|mitarbeitende\w?|"
        r"menschen|"
        r"kolleg\w{1,6}|personnes|collaborateurs|salariés|collègues|personas|empleados|profesionales|medewerkers|"
        r"collega['’]?s|of us)\b|"
        r"\baround (\d{2,6}) of us\b",
        re.IGNORECASE,
    ),
}
SIZE = re.compile(r"\d{1,3}(?:[.,' ]\d{3})?\+?(?:\s?(?:[-–—]|to|bis|à|a)\s?\d{1,3}(?:[.,' ]\d{3})?)?\+?")
STACK_CUE = re.compile(
    r"\b(?:stack|tech(?:nolog(?:y|ies|ie|ien|ías?))?|built (?:with|on|in)|build (?:with|on|in)|we use|we run|"
    r"written in|"
    r"powered by|tools|toolchain|languages|frameworks?|wir (?:nutzen|verwenden|setzen)|nous utilisons|usamos|"
    r"utilizamos)\b",
    re.IGNORECASE,
)
TECH_PAGE = re.compile(r"tech|engineering|stack|develop|entwicklung|technik|build", re.IGNORECASE)
TITLE_PARTS = re.compile(r"(?<!\s)\s+[|–—·•»:-]\s+|:\s+")
HANDLES = re.compile(r"\W+")
SENTENCES, LONGEST_ABOUT, SHORTEST_ABOUT = 2, 400, 40
READ = 100_000
"""Characters of a page that are read for facts; of the text about the company, at most and at least."""


class SiteFacts(Record, frozen=True):
    """What a page says of its company; null where it says nothing. `evidence`: (field, words it rests on)."""

    name: str | None = None
    about: str | None = None
    industry: str | None = None
    size: str | None = None
    founded: str | None = None
    tech_stack: tuple[str, ...] = ()
    website: str | None = None
    evidence: tuple[tuple[str, str], ...] = ()


def facts(document: Document) -> SiteFacts:
    """The facts on a page: from its linked data, its meta data, its lists, its prose; the first that says it counts."""
    found: dict[str, tuple[str, str]] = {}
    shown = document.text()[:READ]
    for field, value, words in (
        *_from_linked_data(document),
        *_from_meta(document),
        *_from_lists(shown),
        *_from_prose(shown),
        *_from_paragraphs(document, shown),
    ):
        found.setdefault(field, (value, words))
    stack, words = _stack(document, shown)
    evidence = [(field, words) for field, (_, words) in found.items()] + ([("tech_stack", words)] if stack else [])
    values = {field: value for field, (value, _) in found.items()}
    return SiteFacts(**values, tech_stack=stack, evidence=tuple(evidence))


# ---------------------------------------------------------------- data for machines


def _from_linked_data(document: Document) -> Iterator[tuple[str, str, str]]:
    item = jsonld.organization(document)
    if item is None:
        return
    year = YEAR.search(text(item.get("foundingDate")) or "")
    website = document.join(next(iter(raw_texts(item.get("url"))), None))
    read = {
        "name": text(item.get("name")),
        "about": _short(text(item.get("description")) or ""),
        "industry": text(item.get("industry")),
        "size": _employees(item.get("numberOfEmployees")),
        "founded": year[1] if year else None,
        "website": website if website and site(website) == site(document.url) else None,
    }
    for field, value in read.items():
        if value:
            yield field, value, value


def _employees(value: JSON) -> str | None:
    for part in objects(value):
        low, high = text(part.get("minValue")), text(part.get("maxValue"))
        if low and high:
            return f"{low}-{high}"
        return text(part.get("value")) or low or high
    stated = text(value)
    match = SIZE.search(stated or "")
    return match[0].strip() if match else None


def _from_meta(document: Document) -> Iterator[tuple[str, str, str]]:
    name = document.meta("og:site_name") or document.meta("application-name")
    if name:
        yield "name", name, name
    elif own := _own_name(document):
        yield "name", own, document.title or own
    for key in ("description", "og:description", "twitter:description"):
        about = _short(document.meta(key) or "")
        if about and len(about) >= SHORTEST_ABOUT:
            yield "about", about, about
    home = f"https://{host(document.url)}/"
    if site(document.url):
        yield "website", home, document.url


def _own_name(document: Document) -> str | None:
    """The part of the title that the site's own domain is named after."""
    label = (site(document.url) or "").partition(".")[0].replace("-", "")
    for part in TITLE_PARTS.split(document.title or ""):
        key = HANDLES.sub("", company_key(part)) if part.strip() else ""
        if key and label and (key == label or (len(key) > 3 and label.startswith(key))):
            return part.strip()
    return None


# ---------------------------------------------------------------- lists and prose


def _from_lists(shown: str) -> Iterator[tuple[str, str, str]]:
    """ "Founded: 2012", also where label and value stand on lines of their own."""
    lines = [line.strip() for line in shown.split("\n") if line.strip()]
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        pair = PAIR.match(line)
        label, value = (pair[1], pair[2]) if pair else (line.removeprefix("- ").rstrip(":"), following)
        field = LABEL_OF.get(label.strip().casefold())
        read = _value(field, value) if field else None
        if field and read:
            yield field, read, line if pair else f"{line} {following}"


def _value(field: str, stated: str) -> str | None:
    if field == "founded":
        match = YEAR.search(stated)
        return match[1] if match else None
    if field == "size":
        match = SIZE.match(stated.lstrip("~<>≈ca. "))
        return match[0].strip() if match else None
    return clean(stated.strip(" .")) if len(stated) <= 80 and not stated.endswith(("?", "!")) else None


def _from_prose(shown: str) -> Iterator[tuple[str, str, str]]:
    spans = sentences(shown)
    for field, pattern in PROSE.items():
        match = pattern.search(shown)
        if match:
            value = next(group for group in match.groups() if group)
            yield field, value.strip(), sentence_at(shown, match.start(), spans)


def _from_paragraphs(document: Document, shown: str) -> Iterator[tuple[str, str, str]]:
    """The first paragraph that is one."""
    for element in document.select("main p, article p, body p")[:60]:
        about = element.text
        if len(about) >= SHORTEST_ABOUT * 2 and about.rstrip().endswith((".", "!", "…")) and about[:60] in shown:
            yield "about", _short(about), quote(about)
            return


def _short(stated: str) -> str:
    """The first sentences of a text, as many as fit."""
    line = clean(stated) or ""
    spans = sentences(line)[:SENTENCES]
    kept = line[: spans[-1][1]] if spans else ""
    return kept if len(kept) <= LONGEST_ABOUT else quote(line[: spans[0][1]])


def _stack(document: Document, shown: str) -> tuple[tuple[str, ...], str]:
    """The technologies that the page says are used: all on a page about technology, else those in sentences on it."""
    about_it = TECH_PAGE.search(f"{document.url.partition('://')[2].partition('/')[2]} {document.title or ''}")
    first: dict[str, Mention] = {}
    telling: dict[int, bool] = {}
    for mention in mentions(shown):
        if mention.skill not in technical() or mention.skill in first:
            continue
        start = mention.sentence_start
        if start not in telling:
            sentence = shown[start : mention.sentence_end]
            telling[start] = "©" not in sentence and bool(about_it or STACK_CUE.search(sentence))
        if telling[start]:
            first[mention.skill] = mention
    words = (shown[found.sentence_start : found.sentence_end] for found in first.values())
    return tuple(first), quote(next(words, ""))
