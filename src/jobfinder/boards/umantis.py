"""Umantis (Haufe): lists and postings as pages, on the vendor's hosts or the employer's own.

Pure; called through `boards.registry`. A token is the number in `recruitingapp-{number}.umantis.com` (the region `de`
has hosts of its own), another label before `.umantis.com`, or an employer's host. Rows show columns as each employer
chose them, some with their names: a column without one is a place only where it surely is one. The state of the list's
navigation, JSON in an attribute, has counts and the next page. Postings have no structured data.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, counted, embedded, fill, hosted, jobhost, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import closed, dates, fields, places, urls
from jobfinder.read.dom import Document, Element

NAME = "umantis"
ALIASES: tuple[str, ...] = ("haufe", "abacusumantis")
HOSTS: tuple[str, ...] = ("umantis.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "umantis.com"
NUMBERED = re.compile(r"recruitingapp-(\d{2,6})")
NUMBER = re.compile(r"\d{1,9}")
ACTIONS = frozenset({"Description", "Application"})
ROW = "tr[class*='contentrow']"
CELL = ".tableaslist_subtitle, .tableaslist_text, .table-as-list__subtitle, .table-as-list__text"
LABELLED = re.compile(r"([^:]{2,40}):\s?(.{1,200})")
POSTED = ("online seit", "online since", "en ligne depuis", "publiziert am", "published", "veröffentlicht")
WHERE = ("arbeitsort", "place of work", "lieu de travail", "ort", "location", "standort", "luogo di lavoro", "lieu")
KIND = ("art", "type", "anstellungsart", "vertragsart", "employment type", "anstellung")
VACANCY = re.compile(r"/Vacancies/(\d{1,9})/")
TEXT = ("main", "#mg_template", "[role='main']", "#content", "div.right")


def match(url: str) -> Ref | None:
    """Lists, postings in any language and forms; on employers' hosts only what is unmistakable."""
    parts = urls.parts(url)
    if parts is None:
        return None
    token, region = _token(parts.host)
    path = parts.segments
    posting = path[:1] == ("Vacancies",) and len(path) > 2 and NUMBER.fullmatch(path[1]) and path[2] in ACTIONS
    if token is None or urls.is_address(parts.host):
        return None
    if posting:
        number = path[3] if len(path) > 3 and path[2] == "Description" and NUMBER.fullmatch(path[3]) else "1"
        return _posting_ref(token, path[1], region, number)
    if "." not in token:
        return refer(token, None, region) if not path or path[0] in ("Jobs", "Vacancies") else None
    own = path[:1] == ("Jobs",) and len(path) == 2 and (path[1] == "All" or NUMBER.fullmatch(path[1]))
    return refer(token) if own and jobhost.is_for_jobs(parts.host) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number, in the first language."""
    name = token if NUMBER.fullmatch(token) else tenants.named(token, DOMAIN)
    if name is None or region not in (None, "de"):
        return None
    region = region if NUMBER.fullmatch(name) else None
    if external_id is None:
        return refs.board(NAME, name, f"https://{_host(name, region)}/Jobs/All", region)
    return _posting_ref(name, external_id, region, "1") if NUMBER.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The rows of a list, or a posting's page."""
    if not is_markup(response):
        raise Broken("Umantis answered something that is no page")
    document = hosted.document(response)
    listed = _listed(ref, document) if ref.kind is not RefKind.POSTING else None
    return listed or _shown(ref, response, document)


marks = unmarked


# ---------------------------------------------------------------- addresses


def _token(host: str) -> tuple[str | None, str | None]:
    """The token and region of a host."""
    german = tenants.of_host(host, f"de.{DOMAIN}")
    label = german or tenants.of_host(host, DOMAIN)
    if label is None:
        return (None if host.endswith(DOMAIN) else host or None), None
    found = NUMBERED.fullmatch(label)
    return (found[1] if found else label), ("de" if found and german else None)


def _host(token: str, region: str | None) -> str:
    if NUMBER.fullmatch(token):
        return f"recruitingapp-{token}.{'de.' if region else ''}{DOMAIN}"
    return tenants.host(token, DOMAIN)


def _posting_ref(token: str, number: str, region: str | None, language: str) -> Ref:
    url = f"https://{_host(token, region)}/Vacancies/{number}/Description/{language}"
    return refs.posting(NAME, token, number, url, region)


def _here(ref: Ref, url: str) -> Ref | None:
    """What an address of the list's own host is, also where the host is known from its page only."""
    found = match(url)
    return found if found and found.kind is RefKind.POSTING and ref.token in (None, found.token) else None


# ---------------------------------------------------------------- reading


def _listed(ref: Ref, document: Document) -> Page | None:
    """The rows, with the counts of the navigation; null where there is neither."""
    state = Node(embedded.attribute(document, "table-navigation[initial-data-string]", "initial-data-string"))
    total, last, first = (state.number(f"Table{name}") for name in ("TotalLines", "To", "From"))
    rows = [row for row in document.select(ROW) if row.first("a.HSTableLinkSubTitle")]
    if not rows and total != 0:
        return None
    more = bool(rows) and (total is None or last is None or last < total)
    stated = state.at("NextLink").text("EnhancedUrl")
    stated = stated or cards.attr(document, "[data-pagination-next-href]", "data-pagination-next-href")
    href = document.join(stated) if more and stated else None
    following = Request(url=href) if href and urls.host(href) == urls.host(document.url) else None
    read = (_row(ref, document, row) for row in rows)
    before = int(first - 1) if first else 0
    sure = total is not None
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following, sure=sure)


def _row(ref: Ref, document: Document, row: Element) -> Posting | None:
    title, href = cards.text(row, "a.HSTableLinkSubTitle"), cards.attr(row, "a.HSTableLinkSubTitle", "href") or ""
    number, own = VACANCY.search(href), _here(ref, document.join(href) or "")
    if not title or number is None:
        return None
    cells = [text.strip(" |\u00a0") for text in cards.texts(row, CELL)]
    facts = cards.labelled(tuple((found[1], found[2]) for text in cells if (found := LABELLED.fullmatch(text))))
    bare = [text for text in cells if text and text != title and ":" not in text]
    where, posted = _places(_of(facts, WHERE), bare), _of(facts, POSTED)
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=own.token if own else ref.token,
        external_id=number[1],
        locations=where,
        remote=fill.remote(title, *bare),
        employment_type=fields.employment(_of(facts, KIND)),
        posted_at=dates.iso(posted) if posted else None,
    )


def _of(facts: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((facts[name] for name in names if name in facts), None)


def _places(stated: str | None, bare: list[str]) -> tuple[Place, ...]:
    if stated:
        return fill.locations([stated])
    found = [place for text in bare if (place := places.place(text)).city and place.country]
    return fill.unique(found[:1])


def _shown(ref: Ref, response: Response, document: Document) -> Page:
    """The posting by its structured data, else by heading and text."""
    title = document.meta("og:title") or cards.text(document, "h1")
    own = ref if ref.kind is RefKind.POSTING else _here(ref, response.url or document.canonical or "")
    arrived = match(response.url)
    said_closed = closed.closed(document.text())
    if "JobPosting" in document.html or not title or said_closed or (arrived and arrived.kind is RefKind.BOARD):
        return hosted.parse(ref, response, match)
    markup = next((html for css in TEXT if (html := cards.html(document, css))), "")
    said = fill.description(markup, "" if markup else document.text())
    apply = cards.attr(document, "a[href*='/Application/']", "href") or ""
    number = VACANCY.search(apply)
    if own is None and number is None:
        return hosted.parse(ref, response, match)
    posting = Posting(
        title=title,
        url=own.url if own else None,
        apply_url=document.join(apply) if apply else None,
        board=NAME,
        token=own.token if own else None,
        external_id=own.external_id if own else number[1] if number else None,
        remote=fill.remote(title),
        salary=fill.pay(None, said, ()),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,), complete=False)


# ---------------------------------------------------------------- examples

HOME = "https://recruitingapp-2700.umantis.com"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/Vacancies/1048/Description/2?lang=eng",
        ref=refs.posting(NAME, "2700", "1048", f"{HOME}/Vacancies/1048/Description/2"),
        spellings=(
            "http://recruitingapp-2700.umantis.com/Vacancies/1048/Description/1#top",
            f"{HOME}/Vacancies/1048/Application/CheckLogin/1",
            "https://recruitingapp-2700.de.umantis.com/Vacancies/1048/Description/1/",
        ),
        body="""<!DOCTYPE html><html lang="en"><head><meta property="og:title" content="Kiln Engineer"></head><body>
            <nav>Login</nav><main><h1>Kiln Engineer</h1><p>You keep the kilns hot.</p></main>
            <a href="/Vacancies/1048/Application/CheckLogin/1">Apply</a></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Kiln Engineer",
                    url=f"{HOME}/Vacancies/1048/Description/2",
                    apply_url=f"{HOME}/Vacancies/1048/Application/CheckLogin/1",
                    board=NAME,
                    token="2700",
                    external_id="1048",
                    description_html="<h1>Kiln Engineer</h1><p>You keep the kilns hot.</p>",
                    description_text="Kiln Engineer\n\nYou keep the kilns hot.",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/Jobs/All",
        ref=refs.board(NAME, "2700", f"{HOME}/Jobs/All"),
        spellings=("http://recruitingapp-2700.umantis.com", f"{HOME}/Jobs/2?lang=eng&tc1152481=p2#list"),
        body="""<!DOCTYPE html><html><body><table-navigation initial-data-string='{"TableNr": "1152481", "TableFrom": 1,
            "TableTo": 1, "TableTotalLines": "1", "NextLink": {"EnhancedUrl": ""}}'></table-navigation>
            <table class="tableaslist"><tr class="tableaslist_contentrow1"><td><div class="tableaslist_cell">
            <span class="tableaslist_text">Online seit: 02.03.2026<br></span><span class="tableaslist_subtitle">
            <a href="/Vacancies/1048/Description/2" class="HSTableLinkSubTitle">Kiln Engineer</a></span>
            <span class="tableaslist_subtitle">&nbsp;|&nbsp;Type: Full time</span><span
            class="tableaslist_subtitle">&nbsp;|&nbsp;Winterthur</span></div></td></tr></table></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Kiln Engineer",
                    url=f"{HOME}/Vacancies/1048/Description/2",
                    board=NAME,
                    token="2700",
                    external_id="1048",
                    locations=(Place(text="Winterthur", city="Winterthur", country="CH"),),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                ),
            ),
        ),
    ),
    Example(
        url="https://recruiting.brightkiln.example/Jobs/All",
        ref=refs.board(NAME, "recruiting.brightkiln.example", "https://recruiting.brightkiln.example/Jobs/All"),
    ),
)
