"""The page of a list that follows this one: as the page names it, or as its numbered links count.

Pure. Called by `boards.parts.links` and `boards.page`. Only pages of the same site follow. To extend: a parameter
that counts pages or rows in COUNTS, words for "next" in NEXT.
"""

from __future__ import annotations

import re

from jobfinder.model import Request
from jobfinder.read import urls
from jobfinder.read.dom import Document

COUNTS = (
    *(
        "page",
        "p",
        "pg",
        "paged",
        "pagenumber",
        "page_number",
        "pageno",
        "pageindex",
        "seite",
        "pagina",
        "start",
        "from",
    ),
    *("offset", "startrow", "rowfrom", "joboffset", "pr", "currentpage", "cp"),
)
NEXT = re.compile(
    r"(?:next(?: page)?|older|more jobs|nächste(?: seite)?|weiter|suivant(?:e|s)?|page suivante|siguiente|"
    r"successiv[ao]|"
    r"próxim[ao]|volgende|nästa|næste|neste|další|następna|seuraava|›|»|→|>|>>)\W{0,3}",
    re.IGNORECASE,
)


def following(document: Document) -> Request | None:
    """The following page, null where there is none."""
    here = urls.identity(document.url)
    stated = [link.href for link in document.links() if "next" in link.rel.lower().split()]
    stated += [
        href for element in document.select("link[rel~='next' i]") if (href := document.join(element.attr("href")))
    ]
    stated += [
        link.href for link in document.links() if NEXT.fullmatch(link.text) and _counts_on(document.url, link.href)
    ]
    for href in (*stated, _counted(document)):
        if href and urls.identity(href) != here and urls.site(href) == urls.site(document.url):
            return Request(url=href)
    return None


def _counts_on(here: str, there: str) -> bool:
    """Is it the same page of the site with a higher number?"""
    return (number := _number(there, here)) is not None and number > (_number(here, here) or 0)


def _counted(document: Document) -> str | None:
    """The link with the next number, where the page links its parts by number."""
    own = _number(document.url, document.url) or 0
    numbered = [
        (number, link.href)
        for link in document.links()
        if link.text.strip().isdigit() and link.text.strip() != "1"
        if (number := _number(link.href, document.url)) is not None and number > own
    ]
    return min(numbered)[1] if numbered else None


def _number(url: str, here: str) -> int | None:
    """The number of a page of the list at `here`; null for addresses of other pages."""
    there, own = urls.parts(url), urls.parts(here)
    if there is None or own is None or (there.host, there.segments) != (own.host, own.segments):
        return None
    counts = [(name, values[0]) for name, values in there.query.items() if name.lower() in COUNTS and values]
    rest = {name: values for name, values in there.query.items() if name.lower() not in COUNTS}
    if rest != {name: values for name, values in own.query.items() if name.lower() not in COUNTS} or len(counts) != 1:
        return None
    return int(counts[0][1]) if counts[0][1].isdecimal() and len(counts[0][1]) < 7 else None
