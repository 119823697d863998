"""Sitemaps as lists of openings: the addresses on them that are those of postings, or the way to the sitemap of jobs.

Pure. Called by `boards.page`. A sitemap names no titles: what the address says stands in for it, and the list is not
sure; the postings are read one by one. Of an index the sitemaps of jobs are followed one after the other: each names
its index as referrer, so that the next one is found.
"""

from __future__ import annotations

import re

from jobfinder.boards.parts import link_words
from jobfinder.model import Page, Posting, RefKind, Request, Response
from jobfinder.read import sitemap, urls
from jobfinder.read.sitemap import Sitemap

READER = "sitemap"
JOBS = re.compile(
    rf"[/.](?:{'|'.join(sorted(link_words.JOBS, key=len, reverse=True))}|"
    r"[\w-]{1,30}-(?:jobs|careers|vacancies))[/._-]",
    re.IGNORECASE,
)
"""Addresses without any of these words are not looked at further: there may be fifty thousand."""
JOB_MAPS = re.compile(
    r"job|career|vacanc|opening|position|posting|stelle|karriere|emploi|offre|recrut|empleo|oferta|vaga|vacature|lediga|"
    r"praca|kariera",
    re.IGNORECASE,
)
OTHER_MAPS = re.compile(
    r"categor|tag|author|product|image|video|news|blog|location|department|landing|static", re.IGNORECASE
)
SURE = 0.4
MOST = 5_000
ID = re.compile(r"(?=\w{0,39}\d)[0-9a-z]{5,40}|\d+|[a-z]{1,3}\d+", re.IGNORECASE)
BREAK = re.compile(r"[\W_]+")


def page_of(response: Response) -> Page | None:
    """The postings that a sitemap lists; null where the answer is none. Raises `Broken` for declared entities."""
    found = sitemap.read(response.body)
    if found is None:
        return None
    if found.index:
        return _index(found, response)
    postings = _postings(found)
    following = _back(response)
    return Page(
        kind=RefKind.BOARD if postings else RefKind.UNKNOWN,
        reader=READER,
        postings=postings,
        next=following,
        complete=found.complete and following is None and len(postings) < MOST,
        confidence=SURE,
    )


def _postings(found: Sitemap) -> tuple[Posting, ...]:
    listed: dict[str, Posting] = {}
    for entry in found.entries:
        if len(listed) >= MOST or not JOBS.search(entry.url):
            continue
        url = urls.join("", entry.url)
        parts = urls.parts(url) if url else None
        if url is None or parts is None or not link_words.is_below(parts):
            continue
        title = _title(parts)
        if title:
            listed.setdefault(urls.identity(url), Posting(title=title, url=url))
    return tuple(listed.values())


def _title(parts: urls.Parts) -> str | None:
    """What the address says of the posting: the words of the last part that has any, without ids."""
    for segment in reversed(parts.segments):
        part = link_words.FILE.sub("", segment)
        if link_words.is_job_word(part.lower()):
            return None
        words = [word for word in BREAK.split(part) if word and not ID.fullmatch(word)]
        name = " ".join(words)
        if re.search(r"[^\W\d_]{3}", name):
            return f"{name[0].upper()}{name[1:]}"[:150]
    return None


# ---------------------------------------------------------------- an index


def _index(found: Sitemap, response: Response) -> Page:
    """The way to a sitemap of jobs: the one whose turn it is."""
    maps = [entry.url for entry in found.entries if JOB_MAPS.search(entry.url.rpartition("/")[2])]
    maps = maps or [entry.url for entry in found.entries if JOB_MAPS.search(entry.url)]
    maps = maps or [entry.url for entry in found.entries if not OTHER_MAPS.search(entry.url)][:1]
    turn = response.request.part if response.request else 0
    address = urls.join(response.url, maps[turn]) if turn < len(maps) else None
    following = Request(url=address, headers=(("referer", response.url),), part=turn) if address else None
    return Page(
        kind=RefKind.UNKNOWN,
        reader=READER,
        next=following,
        complete=following is None and found.complete,
        confidence=SURE,
    )


def _back(response: Response) -> Request | None:
    """The index again, for the next of its sitemaps."""
    asked = response.request
    index = dict(asked.headers).get("referer") if asked else None
    return Request(url=index, part=asked.part + 1) if asked and index else None
