"""HRMOS (BizReach): careers pages `hrmos.co/pages/{token}` in Japanese; lists and postings as pages.

Pure; called through `boards.registry`. Tokens ignore case, ids of postings keep it. A list has a hundred cards with
links and headings; its heading says how many there are in all. Postings state themselves as structured data.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, counted, fill, hosted, jobsite, refs
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls
from jobfinder.read.dom import Document, Element

NAME = "hrmos"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("hrmos.co",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "hrmos.co"
TOKEN = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
ID = re.compile(r"[A-Za-z0-9_-]{1,80}")
TOTAL = re.compile(r"全\s{0,3}([\d,]{1,9})\s{0,3}件")
LIST, NOTHING = "#jsi-joblist", ".sg-unavailable-notifier"


def match(url: str) -> Ref | None:
    """Boards, postings and their forms."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") != HOST or parts.segments[:1] != ("pages",):
        return None
    path = parts.segments[1:]
    posting = path[1:2] == ("jobs",) and len(path) > 2 and ID.fullmatch(path[2])
    return refer(path[0], path[2] if posting else None) if path else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that id."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name) or (external_id and not ID.fullmatch(external_id)):
        return None
    home = f"https://{HOST}/pages/{name}/jobs"
    return (
        refs.posting(NAME, name, external_id, f"{home}/{external_id}") if external_id else refs.board(NAME, name, home)
    )


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The cards of a list, or the posting that a page states."""
    if not is_markup(response):
        raise Broken("HRMOS answered something that is no page")
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    document = hosted.document(response)
    if document.first(LIST) is None and document.first(NOTHING) is None:
        return hosted.parse(ref, response, match)
    return _list(ref, response, document)


marks = unmarked


def _list(ref: Ref, response: Response, document: Document) -> Page:
    """The cards, each under its first link. A list that has nothing says so in place of it."""
    links: dict[str, Element] = {}
    for link in document.select(f"{LIST} a[href*='/jobs/']"):
        own = match(urls.join(response.url or f"https://{HOST}/", link.attr("href") or "") or "")
        if own is not None and own.kind is RefKind.POSTING:
            links.setdefault(own.url, link)
    stated = TOTAL.search(document.text())
    total = int(stated[1].replace(",", "")) if stated else None if links else 0
    here = jobsite.page_of(response, "page", 1)
    more = total is not None and bool(links) and here * len(links) < total
    following = jobsite.turned(response, "page", here + 1) if more and response.url else None
    # A last page is shorter than those before it: it ends where the total is.
    before = 0 if here == 1 else max((total or 0) - len(links), 0)
    read = (_card(ref, url, link) for url, link in links.items())
    sure = total is not None
    return counted.page(NAME, len(links), read, total=total, before=before, following=following, sure=sure)


def _card(ref: Ref, url: str, link: Element) -> Posting | None:
    own, title = match(url), cards.text(link, "h2", "h3") or link.text
    if own is None or not title:
        return None
    return Posting(
        title=title, url=url, board=NAME, token=own.token, external_id=own.external_id, remote=fill.remote(title)
    )


# ---------------------------------------------------------------- examples

HOME = f"https://{HOST}/pages/tideglass/jobs"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/0000012?utm_source=x",
        ref=refs.posting(NAME, "tideglass", "0000012", f"{HOME}/0000012"),
        spellings=(f"http://{HOST}/pages/TideGlass/jobs/0000012/#top", f"{HOME}/0000012/apply"),
        body="""<!DOCTYPE html><html lang="ja"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "ガラス職人", "datePosted": "2026-03-02",
            "description": "<p>ガラスを吹きます。</p>", "employmentType": "FULL_TIME", "hiringOrganization":
            {"@type": "Organization", "name": "Tideglass"}, "jobLocation": {"@type": "Place", "address": {"@type":
            "PostalAddress", "addressRegion": "東京都", "addressCountry": "JP"}}}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="ガラス職人",
                    company="Tideglass",
                    url=f"{HOME}/0000012",
                    board=NAME,
                    token="tideglass",
                    external_id="0000012",
                    locations=(Place(text="東京都, JP", city="東京都", region="東京都", country="JP"),),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    description_html="<p>ガラスを吹きます。</p>",
                    description_text="ガラスを吹きます。",
                    language="ja",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://{HOST}/pages/tideglass",
        ref=refs.board(NAME, "tideglass", HOME),
        spellings=(f"http://www.{HOST}/pages/TideGlass/jobs/?page=2#list", f"{HOME}?category=1"),
        body="""<html><body><p>全 1 件中 1 件を表示</p><div id="jsi-joblist"><ul><li>
            <a href="/pages/tideglass/jobs/0000012"><h2>ガラス職人</h2><p>正社員</p></a></li></ul></div></body>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="ガラス職人", url=f"{HOME}/0000012", board=NAME, token="tideglass", external_id="0000012"
                ),
            ),
        ),
    ),
)
