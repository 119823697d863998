"""TalentBrew (Radancy, formerly TMP): career sites on employers' own hosts; results by a request that answers JSON.

Pure; called through `boards.registry`. A board is a host; the region is the language that its paths begin with. The
JSON holds the markup of a page of results. Postings end in the numbers of the organization and of the posting, and have
structured data, or else only what the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import cards, exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, dom, urls

NAME = "talentbrew"
ALIASES: tuple[str, ...] = ("radancy", "tmp worldwide")
HOSTS: tuple[str, ...] = ("talentbrew.com", "radancy.net")
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?", re.IGNORECASE)
WORDS = frozenset(
    ("job", "jobs", "stelle", "stellen", "emploi", "empleo", "trabajo", "vaga", "lavoro", "praca", "vacature", "arbete")
)
ORGANIZATION, ID = re.compile(r"\d{2,7}"), re.compile(r"\d{3,16}")
SEARCH = "search-jobs"
PAGE = re.compile(r"(?<=CurrentPage=)\d{1,5}")
SIZE = 100
QUERY = (
    f"ActiveFacetID=0&CurrentPage=1&RecordsPerPage={SIZE}&Distance=50&RadiusUnitType=0&ShowRadius=False"
    "&IsPagination=False&FacetType=0&SearchResultsModuleName=Search+Results&SearchFiltersModuleName=Search+Filters"
    "&SortCriteria=0&SortDirection=0&SearchType=5"
)
BY_SCRIPT = (("x-requested-with", "XMLHttpRequest"), ("accept", "application/json"))
LINKS = "a[data-job-id][href], #search-results-list a[href*='/job/']"
TITLE = "h1, h2, h3, .job-title"
TEXT = (".ats-description", ".job-description", "[class*='job-description']")
PROOF = ("tbcdn.talentbrew.com", "tmpwebeng.com/magicbullet")


def match(url: str) -> Ref | None:
    """Searches and postings, also below a language."""
    parts = urls.parts(url)
    if parts is None or exchange.own_host(parts.host) is None:
        return None
    path = parts.segments
    region = path[0].lower() if path and LANGUAGE.fullmatch(path[0]) else None
    rest = path[1:] if region else path
    if rest[:1] and rest[0].lower() == SEARCH:
        return refer(parts.host, None, region)
    numbered = len(rest) == 5 and rest[0].lower() in WORDS and ORGANIZATION.fullmatch(rest[3]) and ID.fullmatch(rest[4])
    return refs.posting(NAME, parts.host, rest[4], exchange.address(parts), region) if numbered else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site. Of a posting, the number alone makes no address: it is looked up by the search."""
    host = exchange.own_host(token)
    if host is None or (region and not LANGUAGE.fullmatch(region)):
        return None
    home = f"https://{host}/{f'{region}/' if region else ''}{SEARCH}"
    if external_id is None:
        return refs.board(NAME, host, home, region)
    url = f"{home}?k={external_id}"
    return refs.posting(NAME, host, external_id, url, region) if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The results, and where there are none the page of the search; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{ref.url}/results?{QUERY}", headers=BY_SCRIPT), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """A page of results, as JSON or as a page; the page of a posting."""
    if not exchange.is_markup(response):
        markup = Node(decode(response)).markup("results")
        page = _results(ref, dom.parse(markup, response.url), response) if markup else None
    elif ref.kind is RefKind.POSTING:
        return _posting(ref, response)
    else:
        page = _results(ref, hosted.document(response), response)
    if page is None:
        raise Broken("the answer holds no results of a search")
    return page


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The scripts of a site's own pages: the site is then the host of the page."""
    found, parts = next((mark for mark in PROOF if mark in markup), None), urls.parts(url)
    if found is None or parts is None or exchange.own_host(parts.host) is None:
        return
    first = parts.segments[0].lower() if parts.segments else ""
    ref = refer(parts.host, None, first if LANGUAGE.fullmatch(first) else None)
    if ref:
        yield Mark(ref=ref, how="scripts of a career site", quote=found, confidence=0.9)


# ---------------------------------------------------------------- reading


def _results(ref: Ref, document: dom.Document, response: Response) -> Page | None:
    found = {one.external_id: one for link in document.select(LINKS) if (one := _listed(ref, document, link))}
    about = document.first("#search-results")
    total, last = _number(about, "data-total-job-results", "data-total-results"), _number(about, "data-total-pages")
    if not found and total != 0:
        return None
    asked = PAGE.search(response.url)
    number = int(asked[0]) if asked else _number(about, "data-current-page") or 1
    more = bool(found) and (number < last if last is not None else len(found) >= SIZE)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=tuple(found.values()),
        next=_following(ref, response, number + 1) if more else None,
        complete=not more and (number > 1 or total is None or len(found) >= total),
        total=total,
    )


def _following(ref: Ref, response: Response, number: int) -> Request | None:
    """The next page: as this one was asked for, else by the page's own parameter."""
    if PAGE.search(response.url):
        return Request(url=PAGE.sub(str(number), response.url), headers=BY_SCRIPT)
    return Request(url=f"{ref.url}?p={number}") if ref.token else None


def _number(element: dom.Element | None, *names: str) -> int | None:
    stated = next((value for name in names if (value := element.attr(name))), "") if element else ""
    return int(stated) if stated.isdecimal() and len(stated) < 9 else None


def _listed(ref: Ref, document: dom.Document, link: dom.Element) -> Posting | None:
    own = match(document.join(link.attr("href")) or "")
    title = cards.text(link, TITLE) or link.text
    if own is None or own.external_id is None or not title:
        return None
    where = fill.locations([cards.text(link, ".job-location", "[class*='location']")])
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=ref.token or own.token,
        external_id=own.external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        department=cards.text(link, ".job-category"),
        posted_at=dates.iso(cards.text(link, ".job-date-posted", ".job-date")),
    )


def _posting(ref: Ref, response: Response) -> Page:
    """The posting by its structured data, else by what the page shows."""
    try:
        return hosted.posting(ref, response, match)
    except Broken:
        document = hosted.document(response)
        title, body = cards.text(document, "h1"), max((cards.html(document, css) for css in TEXT), key=len)
        if not title or not body:
            raise
    said = fill.description(body)
    where = fill.locations([cards.text(document, ".job-location")])
    shown = Posting(
        title=title,
        url=ref.url,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        salary=fill.pay(None, said, where),
        posted_at=dates.iso(cards.text(document, ".job-date")),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(hosted.named(ref, shown),), complete=False)


# ---------------------------------------------------------------- examples

FERN = "https://careers.fernbrook.example"
JOB = f"{FERN}/job/reno/head-miller/1234/70012345678"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{JOB}?utm_source=x",
        ref=refs.posting(NAME, "careers.fernbrook.example", "70012345678", JOB),
        spellings=(f"{JOB}/#apply", f"{FERN}/de/stelle/reno/obermueller/1234/70012345678"),
        body="""<html><body><h1>Head Miller</h1><span class="job-location">Reno, Nevada</span>
            <div class="ats-description"><p>You mill.</p></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Head Miller",
                    url=JOB,
                    board=NAME,
                    token="careers.fernbrook.example",
                    external_id="70012345678",
                    locations=(Place(text="Reno, Nevada", city="Reno", region="Nevada", country="US"),),
                    description_html="<p>You mill.</p>",
                    description_text="You mill.",
                ),
            ),
            complete=False,
        ),
    ),
    Example(
        url=f"{FERN}/search-jobs",
        ref=refs.board(NAME, "careers.fernbrook.example", f"{FERN}/search-jobs"),
        spellings=(
            f"{FERN}/en/search-jobs/?orgIds=1234",
            f"{FERN}/search-jobs/miller/Reno/1234/1/2",
            f"{FERN}/search-jobs/results?CurrentPage=2",
        ),
        body="""{"filters": "", "hasJobs": true, "results": "<section id=\\"search-results\\" data-total-results=\\"1\\"
            data-total-pages=\\"1\\" data-current-page=\\"1\\"><section id=\\"search-results-list\\"><ul><li>
            <a href=\\"/job/reno/head-miller/1234/70012345678\\" data-job-id=\\"70012345678\\"><h2>Head Miller</h2>
            <span class=\\"job-location\\">Reno, Nevada</span><span class=\\"job-category\\">Mills</span>
            <span class=\\"job-date-posted\\">Mar 2, 2026</span></a></li></ul></section></section>"}""".replace(
            "\n", " "
        ),
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Head Miller",
                    url=JOB,
                    board=NAME,
                    token="careers.fernbrook.example",
                    external_id="70012345678",
                    locations=(Place(text="Reno, Nevada", city="Reno", region="Nevada", country="US"),),
                    department="Mills",
                    posted_at="2026-03-02",
                ),
            ),
            total=1,
        ),
    ),
)
