"""Avature: portals on the vendor's or employers' own hosts, as pages of a list and pages of fields with labels.

Pure; called through `boards.registry`. A board is a host (or the vendor's word for the tenant) and a portal. Paths may
begin with a language. Jobs, folders and pipelines are counted apart. The list goes on by the page's own link; its feed
stops at 20. Links with `qtvc=` are not for robots. Labels are the employer's own, in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards import avature_pages
from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import cards, exchange, fill, hosted, refs
from jobfinder.boards.parts.link_words import EMPTY
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import feed, urls
from jobfinder.read.dom import Document, Element

NAME = "avature"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("avature.net",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

TENANT = re.compile(r"([a-z0-9-]{2,63})\.avature\.net")
LANGUAGE, SHORT_LANGUAGE = re.compile(r"[a-z]{2}_[A-Z]{2}"), re.compile(r"[a-z]{2}")
PORTAL = re.compile(r"[A-Za-z0-9_-]{1,60}")
LISTS = frozenset({"SearchJobs", "SearchJobsMaps"})
KINDS = {"JobDetail": "", "FolderDetail": "folder-", "PipelineDetail": "pipeline-", "ApplicationMethods": ""}
PARAMETERS = ("jobId", "folderId", "pipelineId")
ID = re.compile(r"(?:folder-|pipeline-)?\d{1,12}")
NO_PORTALS = frozenset({"portalpacks", "asset", "assets", "ui", "sitemap_index.xml", "robots.txt"})
PROOF = re.compile(r"avature\.portal\.|/portalpacks/")
LISTED = re.compile(r"""["'](?:https?://[a-z0-9.-]{1,100})?(?:/[a-z]{2}_[A-Z]{2})?/([\w-]{1,60})/SearchJobs\b""")
LEGENDS = (".list-controls__text__legend", ".pagination__legend")
RANGE = re.compile(r"\d[\d,.]{0,8}\s{0,3}[-–]\s{0,3}(\d[\d,.]{0,8})\D{1,20}(\d[\d,.]{0,8})")
NOT_FOUND = re.compile(r"page not found|job (?:is )?no longer (?:available|exists?)", re.IGNORECASE)
NOTHING = re.compile(r"\b(?:no|0) (?:jobs|results|positions|vacancies)\b", re.IGNORECASE)


def match(url: str) -> Ref | None:
    """Portals, lists and postings; on other hosts those with the vendor's names of pages."""
    parts = urls.parts(url)
    if parts is None:
        return None
    tenant = TENANT.fullmatch(parts.host)
    path = _without_language(parts.segments)
    if not path or path[0].lower() in NO_PORTALS or (not tenant and exchange.own_host(parts.host) is None):
        return None
    at = next((number for number, word in enumerate(path[:3]) if word in LISTS or word in KINDS), None)
    token = f"{tenant[1] if tenant else parts.host}~{path[at - 1] if at else path[0]}"
    if at is None or at == 0:
        return refer(token) if tenant and at is None else None
    external_id = _id(path[at], path[at + 1 :], parts.query)
    if external_id is None:
        return refer(token) if path[at] in LISTS or tenant else None
    found = refer(token, external_id)
    plain = path[at] in KINDS and path[at] != "ApplicationMethods" and len(path) > at + 1
    return replace(found, url=exchange.address(replace(parts, segments=path))) if found and plain else found


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The portal or posting; without a portal's name it is the usual one."""
    tenant, _, portal = token.partition("~")
    name = exchange.own_host(tenant) if "." in tenant else refs.token_of(tenant.lower())
    portal = portal or "careers"
    if name is None or not PORTAL.fullmatch(portal):
        return None
    home = f"https://{name if '.' in name else f'{name}.avature.net'}/{quote(portal)}"
    if external_id is None:
        return refs.board(NAME, f"{name}~{portal}", f"{home}/SearchJobs")
    if not ID.fullmatch(external_id):
        return None
    kind, _, number = external_id.rpartition("-")
    page = next(word for word, start in KINDS.items() if start == (f"{kind}-" if kind else ""))
    return refs.posting(NAME, f"{name}~{portal}", external_id, f"{home}/{page}/{number}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A feed, a page of the list, or the page of a posting."""
    fed = feed.read(response)
    if fed is not None:
        found = tuple(_fed(ref, posting) for posting in fed.postings)
        return Page(kind=RefKind.BOARD, reader=NAME, postings=found, complete=False)
    if not exchange.is_markup(response):
        raise Broken("Avature answered neither a page nor a feed")
    document = hosted.document(response)
    shown = avature_pages.posting(ref, document, match)
    if shown is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(shown,))
    if ref.kind is RefKind.POSTING:
        said = NOT_FOUND.search(f"{document.title or ''} {cards.text(document, 'h1', 'h2') or ''}")
        if said:
            raise Gone(f"the page of posting {ref.external_id} says: {said[0]}")
        return hosted.posting(ref, response, match)
    page = _listing(ref, document)
    if page is None:
        raise Broken("the page of the portal lists no postings")
    return page


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The names and parts that only a portal's own pages carry: the board is then on the host of the page."""
    found, host = PROOF.search(markup), urls.host(url)
    if found is None or exchange.own_host(host) is None or TENANT.fullmatch(host):
        return
    own, listed = match(url), LISTED.search(markup)
    token = own.token if own and own.token else f"{host}~{listed[1]}" if listed else host
    ref = refer(token)
    if ref:
        yield Mark(ref=ref, how="parts of a portal", quote=found[0], confidence=0.92)


# ---------------------------------------------------------------- lists


def _without_language(path: tuple[str, ...]) -> tuple[str, ...]:
    """The path from its portal on. Two letters are a language only where a portal and a page follow."""
    if path and LANGUAGE.fullmatch(path[0]):
        return path[1:]
    short = len(path) > 2 and SHORT_LANGUAGE.fullmatch(path[0]) and path[2] in (*LISTS, *KINDS)
    return path[1:] if short else path


def _id(word: str, rest: tuple[str, ...], query: dict[str, list[str]]) -> str | None:
    """The number of a posting: at the end of the path, or a parameter."""
    if word in LISTS:
        return None
    stated = rest[-1] if rest and rest[-1].isdecimal() else next((query[n][-1] for n in PARAMETERS if n in query), "")
    return f"{KINDS[word]}{stated}" if stated.isdecimal() and len(stated) <= 12 else None


def _listing(ref: Ref, document: Document) -> Page | None:
    found: dict[str, Posting] = {}
    for link in document.links():
        own = match(link.href) if "qtvc=" not in link.href else None
        if own and own.external_id and link.text and not EMPTY.fullmatch(link.text):
            title = Posting(title=link.text, url=own.url, board=NAME, token=own.token, external_id=own.external_id)
            found.setdefault(own.key, title)
    for row in document.select("article, li.list__item, tr"):
        anchor = row.first("a[href*='Detail']")
        own = match(document.join(anchor.attr("href")) or "") if anchor else None
        if own and own.key in found and (stated := _subtitle(row)):
            found[own.key] = replace(found[own.key], locations=fill.locations([stated]))
    legend = RANGE.search(cards.text(document, *LEGENDS) or "")
    total = _count(legend[2]) if legend else None if found else 0
    if not found and not NOTHING.search(document.text()[:20_000]):
        return None
    following = _next(document)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=tuple(found.values()),
        next=following if found else None,
        complete=following is None and (total == 0 or (legend is not None and _count(legend[1]) >= _count(legend[2]))),
        total=total,
    )


def _count(stated: str) -> int:
    return int(re.sub(r"\D", "", stated))


def _subtitle(row: Element) -> str | None:
    return cards.text(row, ".list-item-location", "[class*='location' i]", ".list-item-jobLocation")


def _next(document: Document) -> Request | None:
    link = document.first(".paginationNextLink a[href], a.paginationNextLink[href]")
    href = document.join(link.attr("href")) if link else None
    if href is None or "qtvc=" in href or urls.host(href) != urls.host(document.url):
        return None
    return Request(url=href) if urls.identity(href) != urls.identity(document.url) else None


def _fed(ref: Ref, posting: Posting) -> Posting:
    """An entry of the feed: its text is but the number of the requisition."""
    own = match(posting.url) if posting.url else None
    text = (posting.description_text or "").strip(" -")
    short = len(text) <= 40
    return replace(
        posting,
        board=NAME,
        token=own.token if own else ref.token,
        external_id=own.external_id if own else posting.external_id,
        requisition_id=text or None if short else posting.requisition_id,
        description_html=None if short else posting.description_html,
        description_text=None if short else posting.description_text,
        language=None if short else posting.language,
    )


# ---------------------------------------------------------------- examples

FERN = "https://fernbrook.avature.net/careers"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://fernbrook.avature.net/en_US/careers/JobDetail/Senior-Miller/31415?source=x",
        ref=refs.posting(NAME, "fernbrook~careers", "31415", f"{FERN}/JobDetail/Senior-Miller/31415"),
        spellings=(
            f"{FERN}/JobDetail/Senior-Miller/31415/#apply",
            f"{FERN}/JobDetail?jobId=31415",
            "https://fernbrook.avature.net/de_DE/careers/ApplicationMethods?jobId=31415",
        ),
        body="""<html lang="en-US"><head><meta property="og:title" content="Senior Miller"></head><body><article>
            <div class="article__content__view__field "><div class="article__content__view__field__label">Req #</div>
            <div class="article__content__view__field__value">REQ-3</div></div>
            <div class="article__content__view__field "><div class="article__content__view__field__label">Country:</div>
            <div class="article__content__view__field__value">United States</div></div>
            <div class="article__content__view__field "><div class="article__content__view__field__label">State:</div>
            <div class="article__content__view__field__value">Nevada</div></div>
            <div class="article__content__view__field "><div class="article__content__view__field__label">City:</div>
            <div class="article__content__view__field__value">Reno</div></div>
            <div class="article__content__view__field "><div class="article__content__view__field__label">Date:</div>
            <div class="article__content__view__field__value">Monday, March 2, 2026</div></div>
            <div class="article__content__view__field visibility--hidden"><div
            class="article__content__view__field__value">copy</div></div>
            <div class="article__content__view__field "><div class="article__content__view__field__value"><p>You
            mill.</p></div></div></article></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Senior Miller",
                    url=f"{FERN}/JobDetail/Senior-Miller/31415",
                    board=NAME,
                    token="fernbrook~careers",
                    external_id="31415",
                    locations=(Place(text="Reno, Nevada, United States", city="Reno", region="Nevada", country="US"),),
                    posted_at="2026-03-02",
                    description_html="<p>You\n            mill.</p>",
                    description_text="You mill.",
                    language="en",
                    requisition_id="REQ-3",
                ),
            ),
        ),
    ),
    Example(
        url=f"{FERN}/SearchJobs/?jobRecordsPerPage=10&jobOffset=10",
        ref=refs.board(NAME, "fernbrook~careers", f"{FERN}/SearchJobs"),
        spellings=(FERN, "https://fernbrook.avature.net/fr_CA/careers/SearchJobs/miller", f"{FERN}/SearchJobs/feed/"),
        body="""<html><body><div class="list-controls__text__legend">1-1 of 1 results</div><article
            class="article article--result"><h3><a href="/careers/JobDetail/Senior-Miller/31415">Senior Miller</a></h3>
            <span class="list-item-location">Reno, NV</span><a href="/careers/JobDetail/Senior-Miller/31415">View
            Job</a></article></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Senior Miller",
                    url=f"{FERN}/JobDetail/Senior-Miller/31415",
                    board=NAME,
                    token="fernbrook~careers",
                    external_id="31415",
                    locations=(Place(text="Reno, NV", city="Reno", region="NV", country="US"),),
                ),
            ),
            total=1,
        ),
    ),
    Example(
        url="https://jobs.brightkiln.example/en_US/externalcareers/FolderDetail/Kiln-Operator/7",
        ref=refs.posting(
            NAME,
            "jobs.brightkiln.example~externalcareers",
            "folder-7",
            "https://jobs.brightkiln.example/externalcareers/FolderDetail/Kiln-Operator/7",
        ),
    ),
)
