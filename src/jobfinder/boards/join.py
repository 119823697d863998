"""JOIN: a company's page holds its jobs in the state of Next.js, five a page; a posting is read from its page.

Pure; called through `boards.registry`. The page of a posting has structured data; lists have no texts. Amounts are in
the currency's smallest unit. The last part of an address is an id with or without words behind it. Tokens ignore case.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import asked, embedded, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "join"
ALIASES: tuple[str, ...] = ("join.com", "joincom")
HOSTS: tuple[str, ...] = ("join.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

HOSTED = "https://join.com/companies"
TOKEN = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
ID = re.compile(r"(\d{2,12})(?:-.{0,200})?")
LOCALE = re.compile(r"[a-z]{2}(?:-[a-zA-Z]{2})?")
WORKPLACES = {"REMOTE": Remote.REMOTE, "HYBRID": Remote.HYBRID, "ONSITE": Remote.ONSITE}
WHOLE_UNITS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "UGX", "PYG"})
"""Currencies without a smaller unit."""


def match(url: str) -> Ref | None:
    """Boards and postings, in any language, and forms."""
    parts = urls.parts(url)
    if parts is None or parts.host not in ("join.com", "www.join.com"):
        return None
    path = parts.segments[1:] if parts.segments[:1] and LOCALE.fullmatch(parts.segments[0]) else parts.segments
    if path[:1] != ("companies",) or len(path) < 2:
        return None
    return refer(path[1], path[2] if len(path) > 2 else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id does not begin with a number."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name):
        return None
    if external_id is None:
        return refs.board(NAME, name, f"{HOSTED}/{name}")
    found = ID.fullmatch(external_id)
    return refs.posting(NAME, name, found[1], f"{HOSTED}/{name}/{found[1]}") if found else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    paged = ref.token and ref.kind is not RefKind.POSTING
    return (_page_of(ref.token, 1) if ref.token and paged else Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or the page of a posting."""
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    state = embedded.page_props(embedded.text(response)).at("initialState")
    jobs = state.at("jobs")
    if not isinstance(jobs.value("items"), list):
        shown = hosted.shown(ref, response, match)
        if shown is None:
            raise Broken("the page of JOIN holds neither a list of jobs nor a posting")
        return shown
    return _listing(ref, state, jobs, asked.number(response.url, "page", 1))


marks = unmarked


# ---------------------------------------------------------------- reading


def _page_of(token: str, number: int) -> Request:
    return Request(url=f"{HOSTED}/{token}?page={number}")


def _listing(ref: Ref, state: Node, jobs: Node, here: int | None) -> Page:
    company = state.at("company").text("name")
    rows = jobs.rows("items")
    found = listing.Rows(head=jobs, rows=rows, total=len(rows), next=None)
    page = listing.page(ref, found, lambda ref, row: _posting(ref, row, company), NAME)
    at, pages, total = (jobs.at("pagination").number(name) for name in ("page", "pageCount", "total"))
    more = at is not None and pages is not None and at < pages
    following = _page_of(ref.token, here + 1) if here == at and here and more and rows and ref.token else None
    whole = page.complete and not (more and following is None)
    stated = int(total) if total is not None else None
    return Page(kind=RefKind.BOARD, reader=NAME, postings=page.postings, next=following, complete=whole, total=stated)


def _posting(ref: Ref, row: Node, company: str | None) -> Posting | None:
    title, name = row.text("title"), row.text("idParam", "id")
    found = ID.fullmatch(name or "")
    if not title or found is None:
        return None
    where = _places(row)
    mode = WORKPLACES.get((row.text("workplaceType") or "").upper())
    return Posting(
        title=title,
        company=company,
        url=f"{HOSTED}/{ref.token}/{name}" if ref.token else None,
        board=NAME,
        token=ref.token,
        external_id=found[1],
        locations=where,
        remote=mode,
        employment_type=fields.employment(row.at("employmentType").text("name")),
        department=row.at("category").text("name"),
        salary=_pay(row),
        posted_at=row.date("createdAt"),
        updated_at=row.date("lastUpdatedAt", "updatedAt"),
    )


def _places(row: Node) -> tuple[Place, ...]:
    town, country = row.at("city"), row.at("country")
    name, land = town.text("cityName"), town.text("countryName") or country.text("name")
    code = country.text("iso3166") or land
    text = ", ".join(part for part in (name, land) if part)
    return (places.place_of(name, None, code, text or code),) if name or code else ()


def _pay(row: Node) -> Salary | None:
    """Pay that the employer shows, in whole units of the currency."""
    low, high = row.at("salaryAmountFrom"), row.at("salaryAmountTo")
    currency = low.text("currency") or high.text("currency")
    if row.at("settings").flag("showSalary") is False or currency is None:
        return None
    unit = 1 if currency.upper() in WHOLE_UNITS else 100
    lowest, highest = ((side.number("amount") or 0) / unit for side in (low, high))
    return fill.offer(lowest, highest, currency, row.text("salaryFrequency"))


# ---------------------------------------------------------------- examples

LIST = """<html><head><title>Fernweg</title></head><body><script id="__NEXT_DATA__" type="application/json">{"props":
    {"pageProps": {"locale": "en", "initialState": {"company": {"id": 88, "name": "Fernweg", "domain": "fernweg"},
    "jobs": {"pagination": {"page": 1, "pageCount": 2, "pageSize": 5, "perPage": 5, "total": 6}, "items": [
      {"id": 16200417, "idParam": "16200417-trail-builder", "title": "Trail Builder (m/f/d)",
       "createdAt": "2026-03-02T09:30:00.000Z", "employmentType": {"name": "Part-time"}, "workplaceType": "HYBRID",
       "city": {"cityName": "Bolzano", "countryName": "Italy"}, "country": {"iso3166": "IT"},
       "category": {"name": "Paths"}, "salaryFrequency": "PER_MONTH", "settings": {"showSalary": true},
       "salaryAmountFrom": {"amount": 180000, "currency": "EUR"},
       "salaryAmountTo": {"amount": 220000, "currency": "EUR"}}]}}}}}</script></body></html>"""
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://join.com/companies/Fernweg/16200417-trail-builder?pid=ab12&oid=c3&utm_source=x#apply",
        ref=refs.posting(NAME, "fernweg", "16200417", "https://join.com/companies/fernweg/16200417"),
        spellings=(
            "https://join.com/companies/fernweg/16200417",
            "https://join.com/de/companies/fernweg/16200417-wegebauer/",
            "https://www.join.com/companies/fernweg/16200417-trail-builder/apply",
        ),
        body="""<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Trail Builder (m/f/d)",
            "datePosted": "2026-03-02", "hiringOrganization": {"name": "Fernweg"}, "employmentType": "PART_TIME",
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Bolzano", "addressCountry": "IT"}},
            "description": "<p>You build trails.</p>"}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Trail Builder (m/f/d)",
                    company="Fernweg",
                    url="https://join.com/companies/fernweg/16200417",
                    board=NAME,
                    token="fernweg",
                    external_id="16200417",
                    locations=(Place(text="Bolzano, IT", city="Bolzano", country="IT"),),
                    employment_type="part_time",
                    posted_at="2026-03-02",
                    description_html="<p>You build trails.</p>",
                    description_text="You build trails.",
                ),
            ),
        ),
    ),
    Example(
        url="https://join.com/companies/fernweg?page=1&category=Paths",
        ref=refs.board(NAME, "fernweg", "https://join.com/companies/fernweg"),
        spellings=("https://join.com/companies/Fernweg/", "http://www.join.com/de/companies/fernweg#jobs"),
        body=LIST,
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url="https://join.com/companies/fernweg?page=2"),
            total=6,
            postings=(
                Posting(
                    title="Trail Builder (m/f/d)",
                    company="Fernweg",
                    url="https://join.com/companies/fernweg/16200417-trail-builder",
                    board=NAME,
                    token="fernweg",
                    external_id="16200417",
                    locations=(Place(text="Bolzano, Italy", city="Bolzano", country="IT"),),
                    remote=Remote.HYBRID,
                    employment_type="part_time",
                    department="Paths",
                    salary=Salary(min=1800, max=2200, currency="EUR", period="month"),
                    posted_at="2026-03-02T09:30:00+00:00",
                ),
            ),
        ),
    ),
)
