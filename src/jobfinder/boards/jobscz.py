"""Jobs.cz: result pages of thirty cards, and pages of postings, both without structured data.

Pure; called through `boards.registry`. Career sites of employers on `NAME.jobs.cz` are the board `almacareer`. Every
search is a board: its token holds the words of its path and what its query asks for. Dates are relative ("Přidáno před
hodinou") and so unknown. Some postings lead on to the employer's career site.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, hosted, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.dom import Document, Element

NAME = "jobscz"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("jobs.cz",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.jobs.cz"
OWN_HOSTS = ("www.jobs.cz", "jobs.cz")
ID = re.compile(r"\d{5,12}")
POSTINGS = frozenset({"rpd", "fp", "pd", "jof"})
NOT_ASKED = frozenset({"page", "searchid", "rps", "sort", "lang"})
MONTHLY = 10_000
TOTAL = re.compile(r"Našli jsme\s{0,3}(\d[\d\s\u00a0]{0,9})")
GONE = re.compile(
    r"(?:nabídka|pozice|inzerát|pracovní místo)[^.!?\n]{0,40}(?:již|už) (?:není|nejsou|byl[ao]?)"
    r"[^.!?\n]{0,20}(?:aktuální|aktivní|dostupn\w{1,3}|v nabídce|obsazen\w{0,2}|ukončen\w{0,2}|zveřejněn\w{0,2})",
    re.IGNORECASE,
)


def match(url: str) -> Ref | None:
    """Searches and postings; not the pages of employers on hosts of their own."""
    parts = urls.parts(url)
    if parts is None or parts.host not in OWN_HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if not path:
        return refer(ALL)
    if path[0] == "prace":
        names = frozenset(name for name in parts.query if name.lower() not in NOT_ASKED and not _tracks(name))
        token = jobsite.search(path[1:], parts.query, names)
        return refer(token) if token else None
    return refer(ALL, path[-1]) if path[0] in POSTINGS and len(path) > 1 else None


def _tracks(name: str) -> bool:
    return "?" not in urls.identity(f"{SITE}/?{urlencode({name: 'x'})}")


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """A search, or the posting of that number."""
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/rpd/{external_id}/") if found else None
    name = refs.token_of(token)
    if name is None:
        return None
    words, query = jobsite.asked(name)
    path = "".join(f"{quote(word, safe='%')}/" for word in words)
    return refs.board(NAME, name, jobsite.address(f"{SITE}/prace/{path}", query))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page, as people see it."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The cards of a result page, or the posting that a page is about."""
    if not exchange.is_markup(response):
        raise Broken("Jobs.cz answered something that is no page")
    document = hosted.document(response)
    cards = document.select("article.SearchResultCard")
    if cards and ref.kind is not RefKind.POSTING:
        return _listing(document, cards)
    posting = _posting(ref, document, response)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    text = document.text()
    if said := GONE.search(text):
        return Page(kind=RefKind.POSTING, reader=NAME, complete=False, closed=said[0])
    if ref.kind is not RefKind.POSTING and _total(document) == 0:
        return Page(kind=RefKind.BOARD, reader=NAME, total=0)
    return jobsite.markup(ref, response, match)


marks = unmarked


# ---------------------------------------------------------------- result pages


def _listing(document: Document, cards: tuple[Element, ...]) -> Page:
    found = {posting.external_id: posting for card in cards if (posting := _card(document, card))}
    if not found:
        raise Broken("none of the cards of Jobs.cz' result page could be read")
    onward = document.first("a.Pagination__button--next[href]")
    link = urls.join(document.url or SITE, onward.attr("href") or "") if onward else None
    following = Request(url=link) if link and link != document.url and match(link) else None
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=tuple(found.values()),
        next=following,
        complete=following is None,
        total=_total(document),
    )


def _total(document: Document) -> int | None:
    header = document.first(".SearchHeader")
    found = TOTAL.search(header.text) if header else None
    return int(re.sub(r"\D", "", found[1])) if found else None


def _card(document: Document, card: Element) -> Posting | None:
    """A card: title, employer, place, and pay where it is stated."""
    link = card.first("a[data-jobad-id]")
    own = refer(ALL, (link.attr("data-jobad-id") if link else None) or "")
    if link is None or own is None or not link.text:
        return None
    company, place, pay = (
        card.first(css) for css in ("span[translate='no']", "[data-test='serp-locality']", ".Tag--success")
    )
    words = tuple(tag.text for tag in card.select(".Tag"))
    return Posting(
        title=link.text,
        company=company.text if company else None,
        url=own.url,
        board=NAME,
        token=ALL,
        external_id=own.external_id,
        locations=_place(place.text if place else None),
        remote=fill.remote(*words),
        salary=_pay(pay.text if pay else None),
    )


def _place(words: str | None) -> tuple[Place, ...]:
    """A place; of "Praha – Vinohrady" the city is what stands first."""
    town, dash, _ = (words or "").partition(" – ")
    return (places.place_of(town, None, None, words),) if dash else fill.locations([words])


def _pay(words: str | None) -> Salary | None:
    """Pay as a label states it. A sum without a period that nobody earns in an hour or a day is by the month."""
    found = fill.worded(words)
    if found is None or words is None:
        return None
    least = found.min or found.max or 0
    stated = fields.period(words) or ("hour" if "hod" in words.lower() else None)
    return replace(found, period=stated or ("month" if least >= MONTHLY else None))


# ---------------------------------------------------------------- pages of postings


def _posting(ref: Ref, document: Document, response: Response) -> Posting | None:
    title, body = document.first("h1"), document.first("[data-test='jd-body-richtext'], [data-jobad='body']")
    if title is None or body is None or not title.text:
        return None
    lead, place = document.first("[data-test='jd-header-text']"), document.first("[data-test='jd-info-location']")
    said = fill.description((lead.html if lead else "") + body.html)
    where = _place(place.text if place else None)
    facts = [fact.text for fact in document.select("[data-test='jd-info-item'], [data-test='jd-salary']")]
    own = ref if ref.external_id else jobsite.named_by(response, match) or ref
    return Posting(
        title=title.text,
        company=_company(document, title.text),
        url=own.url or None,
        board=NAME,
        token=ALL,
        external_id=own.external_id,
        locations=where,
        remote=fill.remote(*facts),
        employment_type=fields.employment(fact for fact in facts if "úvazek" in fact.lower()),
        salary=fill.pay(next((pay for fact in facts if "Kč" in fact and (pay := _pay(fact))), None), said, where),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _company(document: Document, title: str) -> str | None:
    """The employer, whom the title for sharing names behind the role."""
    role, dash, company = (document.meta("og:title") or "").rpartition(" – ")
    return company.strip() or None if dash and role.strip() == title else None


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.jobs.cz/prace/Brno/?q%5B%5D=sklen%C3%A1%C5%99&page=2",
        ref=refs.board(NAME, "brno;q%5B%5D=sklen%C3%A1%C5%99", f"{SITE}/prace/brno/?q%5B%5D=sklen%C3%A1%C5%99"),
        spellings=("https://jobs.cz/prace/brno?q[]=sklenář&utm_source=x&searchId=1",),
        body="""<div class="SearchHeader"><p>Našli jsme <strong>31</strong> nabídek</p></div>
            <article class="SearchResultCard"><h2 data-test-ad-title="Sklenář"><a data-jobad-id="2000500001"
            data-link="jd-detail" href="https://www.jobs.cz/rpd/2000500001/?searchId=1&amp;rps=233"> Sklenář </a></h2>
            <div class="SearchResultCard__body"><span class="Tag Tag--success"> 42 000 &zwj;–&zwj; 45 000 Kč </span>
            </div><ul><li><span translate="no">Kapradí s.r.o.</span></li><li data-test="serp-locality">Brno</li></ul>
            </article><a class="Pagination__button--next" href="/prace/brno/?q%5B%5D=sklen%C3%A1%C5%99&page=2">2</a>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{SITE}/prace/brno/?q%5B%5D=sklen%C3%A1%C5%99&page=2"),
            complete=False,
            total=31,
            postings=(
                Posting(
                    title="Sklenář",
                    company="Kapradí s.r.o.",
                    url=f"{SITE}/rpd/2000500001/",
                    board=NAME,
                    token=ALL,
                    external_id="2000500001",
                    locations=(Place(text="Brno", city="Brno", country="CZ"),),
                    salary=Salary(min=42_000, max=45_000, currency="CZK", period="month", text="42 000 – 45 000 Kč"),
                ),
            ),
        ),
    ),
    Example(
        url="https://www.jobs.cz/rpd/2000500001/?searchId=1&rps=233",
        ref=refs.posting(NAME, ALL, "2000500001", f"{SITE}/rpd/2000500001/"),
        spellings=(
            "https://jobs.cz/fp/kapradi-s-r-o-233001/2000500001/",
            "https://www.jobs.cz/pd/2000500001?utm_medium=x",
        ),
        body="""<meta property="og:title" content="Sklenář – Kapradí s.r.o."><h1>Sklenář</h1>
            <div data-test="jd-info-item">40 000 – 45 000 Kč / měsíc</div>
            <div data-test="jd-info-item">Práce na plný úvazek</div><a data-test="jd-info-location">Brno</a>
            <div data-test="jd-body-richtext"><p>Zasklíte naše okna.</p></div>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Sklenář",
                    company="Kapradí s.r.o.",
                    url=f"{SITE}/rpd/2000500001/",
                    board=NAME,
                    token=ALL,
                    external_id="2000500001",
                    locations=(Place(text="Brno", city="Brno", country="CZ"),),
                    employment_type="full_time",
                    salary=Salary(
                        min=40_000, max=45_000, currency="CZK", period="month", text="40 000 – 45 000 Kč / měsíc"
                    ),
                    description_html="<p>Zasklíte naše okna.</p>",
                    description_text="Zasklíte naše okna.",
                ),
            ),
        ),
    ),
    Example(url="https://www.jobs.cz/", ref=refs.board(NAME, ALL, f"{SITE}/prace/")),
)
