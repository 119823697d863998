"""The list of openings on a company's own careers page: links to postings, by their addresses or by where they stand.

Pure. Called by `boards.page` where a page has no structured data. A page is a list if its own path ends in a word for
jobs; then the links below it, or below another such path of the site, are postings, unless their words say otherwise.
On other pages, and for links that lead elsewhere, a line that announces openings has to stand above, and the links have
to name jobs. What stands beside a link says where the job is. Words are in `boards.parts.link_words`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfinder.boards.parts import link_words
from jobfinder.boards.parts.link_words import EMPTY, is_list
from jobfinder.boards.parts.paging import following
from jobfinder.model import Posting, Record, Request
from jobfinder.read import urls
from jobfinder.read.dom import Document, Link
from jobfinder.read.facts import Facts, facts
from jobfinder.read.level import parse_level
from jobfinder.read.lines import Line
from jobfinder.read.profiles import PROFILES
from jobfinder.read.roles import is_role
from jobfinder.read.sections import announces

SLUG = re.compile(r"[\W_]+|\b\d{3,}\b")
NO_PAGE = re.compile(r"\.(?:docx?|png|jpe?g|svg|zip|ics|xml|rss|atom|json|css|js)$")
PDF = re.compile(r"\.pdf(?:[?#]|$)", re.IGNORECASE)
LONGEST = 160
MOST = 1_000
BESIDE = 5
"""Lines behind a link that may belong to it."""
BY_ADDRESS, BY_PLACE = 0.85, 0.65
"""How sure a list is: by addresses; by a heading and titles."""


class Listing(Record, frozen=True):
    """The openings, each with its title and address, the following page, and how sure it is that they are openings."""

    postings: tuple[Posting, ...]
    next: Request | None = None
    confidence: float = BY_ADDRESS


def listing(document: Document) -> Listing | None:
    """What a page lists; null where it lists nothing."""
    here = urls.parts(document.url)
    if here is None:
        return None
    found = _by_address(document, here) if is_list(here) else []
    if not found or sum(is_role(one.title) for one in found) * 2 < len(found):
        placed = _by_place(document)
        if len(placed) > len(found):
            return Listing(postings=tuple(placed[:MOST]), next=following(document), confidence=BY_PLACE)
    return Listing(postings=tuple(found[:MOST]), next=following(document)) if found else None


# ---------------------------------------------------------------- by their addresses


def _by_address(document: Document, here: urls.Parts) -> list[Posting]:
    titles: dict[str, list[Link]] = {}
    for link in document.links():
        if _is_opening(here, link):
            titles.setdefault(urls.identity(link.href), []).append(link)
    if not titles:
        return []
    beside = _beside(document, frozenset(titles))
    return _alike([one for key, same in titles.items() if (one := _posting(here, same, beside.get(key)))])


def _is_opening(here: urls.Parts, link: Link) -> bool:
    there = urls.parts(link.href)
    if there is None or urls.site(there.host) != urls.site(here.host) or NO_PAGE.search(link.href.lower()):
        return False
    if PDF.search(link.href):
        return is_role(link.text)
    own, named = link_words.words(here), link_words.words(there)
    if named == own or (named[-1:] and link_words.is_job_word(named[-1])):
        return link_words.has_id(there)
    return link_words.below(own, named)


def _posting(here: urls.Parts, same: list[Link], beside: Beside | None) -> Posting | None:
    """One opening, under the first of its links' texts that is a title; else under the name in its address."""
    texts = [text for link in same if (text := link.text.strip())]
    title = beside.title if beside and beside.title else None
    title = title or next((text for text in texts if len(text) <= LONGEST and not EMPTY.fullmatch(text)), None)
    if title is None and any(EMPTY.fullmatch(text) for text in texts):
        title = _slug_title(here, same[0])
    return _made(title, same[0].href, beside.facts if beside else Facts()) if title else None


def _made(title: str, url: str, said: Facts) -> Posting:
    level = parse_level(title)
    return Posting(
        title=title,
        url=url,
        locations=said.locations,
        remote=said.remote,
        employment_type=said.employment_type,
        seniority=level.value if level else None,
    )


def _slug_title(here: urls.Parts, link: Link) -> str | None:
    """ "Apply" at /careers/chief-engineer is about a chief engineer."""
    there = urls.parts(link.href)
    own, named = link_words.words(here), link_words.words(there) if there else []
    name = SLUG.sub(" ", named[-1]).strip() if len(named) > len(own) and named[: len(own)] == own else ""
    return name.capitalize() if re.search(r"[^\W\d_]{3}", name) else None


def _alike(found: list[Posting]) -> list[Posting]:
    """Where most addresses end in an id, those without any digit are other pages."""
    ends = [(posting.url or "").rstrip("/").rpartition("/")[2] for posting in found]
    if sum(bool(re.search(r"\d{3}", end)) for end in ends) * 2 <= len(found):
        return found
    return [posting for posting, end in zip(found, ends, strict=True) if re.search(r"\d", end)]


# ---------------------------------------------------------------- what stands beside


class Beside(Record, frozen=True):
    """What the lines of a link and those behind it say. `title`: where the link holds several lines, the title."""

    title: str | None
    facts: Facts


def _beside(document: Document, wanted: frozenset[str]) -> dict[str, Beside]:
    """By the identity of its address, what stands beside a link."""
    lines = document.lines
    named = [_identities(document, line) & wanted for line in lines]
    found: dict[str, Beside] = {}
    for number, keys in enumerate(named):
        key = next(iter(keys)) if len(keys) == 1 else None
        if key is not None and key not in found:
            found[key] = _read_beside(lines, named, number, key)
    return found


def _identities(document: Document, line: Line) -> frozenset[str]:
    return frozenset(urls.identity(href) for link in line.links if (href := document.join(link)))


def _read_beside(lines: Sequence[Line], named: list[frozenset[str]], start: int, key: str) -> Beside:
    end = start + 1
    while end < len(lines) and end - start <= BESIDE and not (named[end] - {key}) and not lines[end].level:
        end += 1
    block = lines[start:end]
    inside = [line for line, keys in zip(block, named[start:end], strict=True) if key in keys]
    shown = [line for line in inside if not EMPTY.fullmatch(line.text) and len(line.text) <= LONGEST]
    several = len(shown) > 1
    title = next((line.text for line in shown if line.level or is_role(line.text)), shown[0].text) if several else None
    return Beside(title=title, facts=facts([line for line in block if several or line.linked < 0.9]))


# ---------------------------------------------------------------- by where they stand


def _by_place(document: Document) -> list[Posting]:
    """Links that name jobs, below a line that announces openings."""
    lines = document.lines
    start = announces(lines)
    if start is None:
        return []
    found: dict[str, Posting] = {}
    for number in range(start + 1, len(lines)):
        line = lines[number]
        href = document.join(line.links[0]) if len(line.links) == 1 and line.linked > 0.5 else None
        if href and is_role(line.text) and _may_be_posting(document, href):
            behind = [one for one in lines[number + 1 : number + 1 + BESIDE] if not one.links and not one.level]
            found.setdefault(urls.identity(href), _made(line.text, href, facts(behind)))
    return list(found.values()) if len(found) > 1 else []


def _may_be_posting(document: Document, href: str) -> bool:
    return urls.identity(href) != urls.identity(document.url) and urls.site(href) not in PROFILES
