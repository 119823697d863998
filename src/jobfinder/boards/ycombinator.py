"""Y Combinator's company pages, and Work at a Startup, where the same companies look for people.

Pure; called through `boards.registry`. A company's page holds its jobs as JSON in an attribute; a posting's page has
structured data. Both sites give a posting ids of their own ("Xk3dPq7-lamp-keeper" there, a number here): what is in the
address is kept, and where it names no company the key has none. Times are only "14 days ago", which are not read.
"""

from __future__ import annotations

import html
import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import elements, embedded, fill, hosted, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls
from jobfinder.read.dom import Document
from jobfinder.read.salary import parse_salary

NAME = "ycombinator"
ALIASES: tuple[str, ...] = ("yc", "workatastartup", "waas", "work_at_a_startup")
HOSTS: tuple[str, ...] = ("ycombinator.com", "workatastartup.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED = "https://www.ycombinator.com/companies"
STARTUP = "https://www.workatastartup.com/jobs"
YC = ("www.ycombinator.com", "ycombinator.com")
WAAS = ("www.workatastartup.com", "workatastartup.com")
TOKEN = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
ID = re.compile(r"(?=[A-Za-z0-9]{0,9}[A-Z0-9])([A-Za-z0-9]{5,10})(?:-.{0,200})?")
NUMBER = re.compile(r"\d{1,9}")
OTHERS = frozenset({"industry", "location", "batch", "founders", "black-founders", "hispanic-latino-founders"})
"""Lists of companies; with those of other groups they end in "-founders"."""


def match(url: str) -> Ref | None:
    """A company's page or jobs on either site, and postings."""
    parts = urls.parts(url)
    if parts is None or parts.host not in (*YC, *WAAS):
        return None
    path, of_startup = parts.segments, parts.host in WAAS
    if of_startup and path[:1] == ("jobs",):
        return _numbered(path[1]) if len(path) > 1 else None
    if of_startup and path[:1] == ("application",):
        return _numbered(parts.query.get("signup_job_id", [""])[-1])
    if path[:1] != ("companies",) or len(path) < 2 or path[2:3] not in ((), ("jobs",)):
        return None
    return refer(path[1], path[3] if len(path) > 3 and not of_startup else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The company's jobs or a posting; a number is a posting of Work at a Startup, which names no company."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name) or name in OTHERS or name.endswith("-founders"):
        return None
    home = f"{HOSTED}/{name}/jobs"
    if external_id is None:
        return refs.board(NAME, name, home)
    if NUMBER.fullmatch(external_id):
        return _numbered(external_id)
    found = ID.fullmatch(external_id)
    return refs.posting(NAME, name, found[1], f"{home}/{found[0]}") if found else None


def _numbered(number: str) -> Ref | None:
    if not NUMBER.fullmatch(number):
        return None
    key = f"job:{NAME}:{number}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=key, url=f"{STARTUP}/{number}", external_id=number)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The jobs of a company, or a posting."""
    document = elements.document(response, f"{HOSTED}/")
    state = Node(embedded.attribute(document, "[data-page]", "data-page")).at("props")
    if ref.kind is RefKind.POSTING or state.at("job").text("title"):
        return _posting_page(ref, response, document, state)
    if not isinstance(state.value("jobPostings"), list):
        shown = hosted.shown(ref, response, match)
        if shown is None:
            raise Broken("the page holds no jobs of a company")
        return shown
    company = state.at("company")
    rows = state.rows("jobPostings")
    found = tuple(posting for row in rows if (posting := _of_row(ref, row, company)))
    if rows and not found:
        raise Broken("none of the jobs on the page of Y Combinator could be read")
    whole = len(found) == len(rows)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=found, total=len(rows), complete=whole)


marks = unmarked


# ---------------------------------------------------------------- reading


def _of_row(ref: Ref, row: Node, company: Node) -> Posting | None:
    link = urls.join(f"{HOSTED}/", row.markup("url"))
    to = match(link) if link else None
    seen = _stated(row, company)
    if to is None or to.kind is not RefKind.POSTING or seen is None or ref.token not in (None, to.token):
        return None
    return replace(seen, url=link, token=to.token, external_id=to.external_id, apply_url=row.url("applyUrl"))


def _posting_page(ref: Ref, response: Response, document: Document, state: Node) -> Page:
    """By its structured data; on Work at a Startup by the state of the page."""
    seen = _stated(state.at("job"), state.at("company"))
    if seen is not None:
        number = state.at("job").text("id")
        form = state.url("applyUrl")
        url = ref.url or (f"{STARTUP}/{number}" if number else None)
        named = replace(seen, url=url, apply_url=form, token=ref.token, external_id=ref.external_id or number)
        return elements.alone(named)
    return hosted.posting(ref, response, match)


def _stated(row: Node, company: Node) -> Posting | None:
    """What a job says in either site's state."""
    title, where = row.text("title"), row.text("location")
    if title is None:
        return None
    said = fill.description(row.markup("descriptionHtml") or row.markup("description"))
    places = fill.locations([where])
    mode = fill.remote(where, title)
    return Posting(
        title=title,
        company=row.text("companyName") or company.text("name"),
        company_url=company.url("website") or company.url("url"),
        board=NAME,
        locations=places,
        remote=mode,
        remote_scope=fill.scopes(mode, places),
        employment_type=fields.employment(row.text("type", "jobType")),
        department=row.text("prettyRole"),
        salary=_pay(row) or fill.pay(None, said, places),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _pay(row: Node) -> Salary | None:
    words = row.text("salaryRange")
    return parse_salary(words) if words else None


# ---------------------------------------------------------------- examples

JOBS = """{"component": "CompaniesJobsPage", "props": {
    "company": {"name": "Lumenkelp", "website": "https://lumenkelp.example"}, "jobPostings": [
    {"id": 80417, "title": "Lamp Keeper", "url": "/companies/lumenkelp/jobs/Xk3dPq7-lamp-keeper", "type": "Full-time",
     "location": "San Diego, CA, US / Remote (US)", "prettyRole": "Operations", "salaryRange": "$60K - $75K",
     "minExperience": "1+ years", "createdAt": "14 days"}]}}"""
ROLE = """{"component": "jobs/show", "props": {
    "applyUrl": "https://www.workatastartup.com/application?signup_job_id=80417",
    "company": {"name": "Lumenkelp", "url": "https://lumenkelp.example"},
    "job": {"id": 80417, "title": "Lamp Keeper", "location": "San Diego, CA, US", "salaryRange": "$60K - $75K",
            "jobType": "Full-time", "descriptionHtml": "<p>You keep lamps.</p>"}}}"""
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.ycombinator.com/companies/Lumenkelp/jobs/Xk3dPq7-lamp-keeper?utm_source=x#apply",
        ref=refs.posting(
            NAME, "lumenkelp", "Xk3dPq7", "https://www.ycombinator.com/companies/lumenkelp/jobs/Xk3dPq7-lamp-keeper"
        ),
        spellings=(
            "https://ycombinator.com/companies/lumenkelp/jobs/Xk3dPq7",
            "http://www.ycombinator.com/companies/lumenkelp/jobs/Xk3dPq7-keeper-of-lamps/",
        ),
        body="""<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Lamp Keeper",
            "datePosted": "2026-03-02", "hiringOrganization": {"name": "Lumenkelp"}, "employmentType": "FULL_TIME",
            "jobLocation": {"address": {"addressLocality": "San Diego", "addressRegion": "CA",
            "addressCountry": "US"}}, "description": "<p>You keep lamps.</p>"}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Lamp Keeper",
                    company="Lumenkelp",
                    url="https://www.ycombinator.com/companies/lumenkelp/jobs/Xk3dPq7-lamp-keeper",
                    board=NAME,
                    token="lumenkelp",
                    external_id="Xk3dPq7",
                    locations=(Place(text="San Diego, CA, US", city="San Diego", region="CA", country="US"),),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    description_html="<p>You keep lamps.</p>",
                    description_text="You keep lamps.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.ycombinator.com/companies/lumenkelp/jobs/",
        ref=refs.board(NAME, "lumenkelp", "https://www.ycombinator.com/companies/lumenkelp/jobs"),
        spellings=(
            "https://www.ycombinator.com/companies/Lumenkelp",
            "https://www.workatastartup.com/companies/lumenkelp",
        ),
        body=f'<html><body><div id="app" data-page="{html.escape(JOBS)}"></div></body></html>',
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Lamp Keeper",
                    company="Lumenkelp",
                    company_url="https://lumenkelp.example/",
                    url="https://www.ycombinator.com/companies/lumenkelp/jobs/Xk3dPq7-lamp-keeper",
                    board=NAME,
                    token="lumenkelp",
                    external_id="Xk3dPq7",
                    locations=(
                        Place(text="San Diego, CA, US", city="San Diego", region="CA", country="US"),
                        Place(text="Remote (US)", country="US"),
                    ),
                    remote=Remote.REMOTE,
                    remote_scope="US",
                    employment_type="full_time",
                    department="Operations",
                    salary=Salary(min=60000, max=75000, currency="USD", period="year", text="$60K - $75K"),
                ),
            ),
        ),
    ),
    Example(
        url="https://www.workatastartup.com/jobs/80417?utm_source=x",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key="job:ycombinator:80417",
            url="https://www.workatastartup.com/jobs/80417",
            external_id="80417",
        ),
        spellings=("https://www.workatastartup.com/application?signup_job_id=80417",),
        body=f'<html><body><div id="app" data-page="{html.escape(ROLE)}"></div></body></html>',
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Lamp Keeper",
                    company="Lumenkelp",
                    company_url="https://lumenkelp.example/",
                    url="https://www.workatastartup.com/jobs/80417",
                    apply_url="https://www.workatastartup.com/application?signup_job_id=80417",
                    board=NAME,
                    external_id="80417",
                    locations=(Place(text="San Diego, CA, US", city="San Diego", region="CA", country="US"),),
                    employment_type="full_time",
                    salary=Salary(min=60000, max=75000, currency="USD", period="year", text="$60K - $75K"),
                    description_html="<p>You keep lamps.</p>",
                    description_text="You keep lamps.",
                ),
            ),
        ),
    ),
)
