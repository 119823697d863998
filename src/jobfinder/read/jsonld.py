"""Linked data in pages: the JSON-LD objects of a document, its job postings, its organization.

Pure. Called by `boards` (generic pages, boards that embed JobPosting), `read.site` and `steps`. Reads what
search engines read: lists, `@graph`, references by `@id`, microdata where there is no JSON-LD posting, and JSON with
the usual slips (comments and CDATA around, trailing commas, raw control characters, wrong escapes). How a JobPosting
becomes a `Posting` is in `read.job_posting`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator

from jobfinder.model import Posting
from jobfinder.read.dom import Document
from jobfinder.read.job_posting import posting_of
from jobfinder.read.microdata import microdata_jobs, rdfa_jobs
from jobfinder.read.values import JSON, Object, texts

TYPES = ("application/ld+json", "application/json+ld", "application/ld-json", "ld+json")
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|//<!--)?\s*", re.IGNORECASE)
STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*+"?|,(?=\s{0,200}[}\]])', re.DOTALL)
WRONG_ESCAPE = re.compile(r'\\(?:\\|(?!["/bfnrtu]))')
BETWEEN = re.compile(r"[\s,;]*")
PREFIX = re.compile(r"^(?:https?://schema\.org/|schema:)")
DOWN = ("@graph", "@included", "mainEntity", "itemListElement", "item", "hasPart")
"""Where objects hold objects of their own standing."""
MOST_BYTES = 4_000_000
MOST_OBJECTS = 5_000
_ORGANIZATIONS = """
Organization Corporation LocalBusiness OnlineBusiness NGO EducationalOrganization GovernmentOrganization
CollegeOrUniversity MedicalOrganization FinancialService SoftwareCompany NewsMediaOrganization Airline
ProfessionalService EmploymentAgency Hotel Hospital Store Restaurant
"""
ORGANIZATIONS = frozenset(_ORGANIZATIONS.split())


def items(document: Document) -> tuple[Object, ...]:
    """All linked-data objects of a page in order, those inside `@graph` and lists too."""
    sources = (source for type in TYPES for source in document.scripts(type))
    values = [value for source in sources for value in _values(source[:MOST_BYTES])]
    found = list(_walk(values))
    known = {ref: item for item in found if isinstance(ref := item.get("@id"), str) and len(item) > 2}
    return tuple(_resolved(item, known) for item in found)


def postings(document: Document, url: str) -> tuple[Posting, ...]:
    """The postings that a page describes as schema.org JobPosting.

    `url` is the page's address, which a sole posting has where it states none itself.
    """
    return stated(document, url)[1]


def stated(document: Document, url: str) -> tuple[str, tuple[Posting, ...]]:
    """Which reader found postings (jsonld, microdata, rdfa), and the `postings` themselves."""
    for reader, find in READERS.items():
        if found := _unique(find(document), document, url):
            return reader, found
    return "jsonld", ()


def carried(values: Iterable[JSON], document: Document, url: str) -> tuple[Posting, ...]:
    """The postings in values that a page's scripts would write into it."""
    return _unique(jobs_of(_walk(values)), document, url)


def _unique(jobs: list[Object], document: Document, url: str) -> tuple[Posting, ...]:
    read = (posting_of(job, document, url if len(jobs) == 1 else None) for job in jobs)
    return tuple({(one.title, one.url, one.external_id, one.description_text): one for one in read if one}.values())


def linked_jobs(document: Document) -> list[Object]:
    """The JobPosting objects of a page."""
    return jobs_of(items(document))


def jobs_of(found: Iterable[Object]) -> list[Object]:
    """The job postings among objects."""
    return [item for item in found if any(name.casefold() == "jobposting" for name in types(item))]


def organization(document: Document) -> Object | None:
    """The organization that a page describes, null if none; the first that has a name."""
    named = (item for item in items(document) if ORGANIZATIONS & types(item) and texts(item.get("name")))
    return next(named, None)


def types(item: Object) -> frozenset[str]:
    """What an object is, without the vocabulary's address."""
    return frozenset(PREFIX.sub("", name) for name in texts(item.get("@type")))


READERS: dict[str, Callable[[Document], list[Object]]] = {
    "jsonld": linked_jobs,
    "microdata": microdata_jobs,
    "rdfa": rdfa_jobs,
}
"""The ways in which pages state postings, tried in order."""

# ---------------------------------------------------------------- tolerant JSON


def _values(source: str) -> Iterator[JSON]:
    """The JSON values in a script, as far as they can be read."""
    text = WRAPPING.sub("", source.lstrip("\ufeff"), count=1)
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    for form in (lambda given: given, _mended):
        try:
            yield from _decoded(form(text))
        except (ValueError, RecursionError):
            continue
        return


def _decoded(text: str) -> list[JSON]:
    """Values one after the other; what follows the last is ignored unless it begins like one."""
    decoder = json.JSONDecoder(strict=False)
    found: list[JSON] = []
    position = _skip(text, 0)
    while position < len(text) and text[position] in "[{":
        value, end = decoder.raw_decode(text, position)
        found.append(value)
        position = _skip(text, end)
    return found


def _skip(text: str, position: int) -> int:
    match = BETWEEN.match(text, position)
    return match.end() if match else position


def _mended(text: str) -> str:
    """Without commas that end a list, without escapes that JSON does not know."""
    whole = STRING_OR_COMMA.sub(lambda match: "" if match[0] == "," else match[0], text)
    return WRONG_ESCAPE.sub(lambda match: match[0] if len(match[0]) == 2 else "", whole)


# ---------------------------------------------------------------- objects


def _walk(values: Iterable[JSON]) -> Iterator[Object]:
    """Objects in document order, without recursion: hostile pages nest deeply."""
    waiting = list(values)[::-1]
    count = 0
    while waiting and count < MOST_OBJECTS:
        value = waiting.pop()
        count += 1
        if isinstance(value, list):
            waiting += value[MOST_OBJECTS::-1]
        elif isinstance(value, dict):
            item = {PREFIX.sub("", key): part for key, part in value.items()}
            yield item
            waiting += [item[key] for key in DOWN[::-1] if key in item]


def _resolved(item: Object, known: dict[str, Object]) -> Object:
    """The object with its references replaced by what they point at."""
    return {key: _target(value, known) for key, value in item.items()}


def _target(value: JSON, known: dict[str, Object]) -> JSON:
    if isinstance(value, list):
        return [part if isinstance(part, list) else _target(part, known) for part in value[:MOST_OBJECTS]]
    if isinstance(value, dict) and len(value) <= 2 and isinstance(ref := value.get("@id"), str):
        return known.get(ref, value)
    return value
