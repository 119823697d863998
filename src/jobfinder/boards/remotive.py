"""Remotive: a JSON list of remote jobs, whole or by category, a day behind the site.

Pure; called through `boards.registry`. They ask for few calls a day, as the list changes seldom. Pay is text, the date
has no zone. Postings stand below their category; the number at the end of the address names them.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls

NAME = "remotive"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("remotive.com", "remotive.io")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://remotive.com"
API = f"{SITE}/api/remote-jobs"
CATEGORY = re.compile(r"[a-z][a-z-]{1,40}")
LISTS = ("remote-jobs", "remote-jobs/feed", "api/remote-jobs")


def match(url: str) -> Ref | None:
    """The front page, categories, the API, postings."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = parts.segments
    if not path or "/".join(path) in LISTS:
        return refer(jobsite.value(parts, "category") or ALL)
    if path[0] != "remote-jobs" or len(path) > 3:
        return None
    external_id = jobsite.number_in(path[-1]) if len(path) > 1 else None
    if external_id:
        return refs.posting(NAME, ALL, external_id, f"{SITE}/{'/'.join(path)}")
    return refer(path[1]) if len(path) == 2 else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, a category, or a posting; null where the id is no number."""
    if external_id is not None:
        found = jobsite.DIGITS.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/remote-jobs/{ALL}/{external_id}") if found else None
    name = refs.token_of(token.lower())
    if name is None or not CATEGORY.fullmatch(name):
        return None
    return refs.board(NAME, name, f"{SITE}/remote-jobs" + ("" if name == ALL else f"/{name}"))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=API if ref.token == ALL else f"{API}?category={ref.token}"),)


def parse(ref: Ref, response: Response) -> Page:
    """The list; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    return jobsite.listed(ref, response, "jobs", _posting, NAME)


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"))
    where = row.text("candidate_required_location")
    workplace = jobsite.remote_or(where)
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=row.url("url"),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=jobsite.areas([where]),
        remote=workplace,
        remote_scope=fill.scope(workplace, where),
        employment_type=fields.employment(row.text("job_type")),
        department=row.text("category"),
        salary=fill.pay(fill.worded(row.text("salary")), said, ()),
        posted_at=row.date("publication_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://remotive.com/remote-jobs/design",
        ref=refs.board(NAME, "design", f"{SITE}/remote-jobs/design"),
        spellings=("https://remotive.io/api/remote-jobs?category=design&limit=5",),
        body="""{"0-legal-notice": "Please link back.", "job-count": 1, "total-job-count": 1, "jobs": [{"id": 2090001,
            "url": "https://remotive.com/remote-jobs/design/glass-designer-2090001", "title": "Glass Designer",
            "company_name": "Fernbrook", "category": "Design", "tags": ["glass"], "job_type": "full_time",
            "publication_date": "2026-03-02T09:00:00", "candidate_required_location": "USA, Canada",
            "salary": "$90k - $105k", "description": "<p>You design our windows.</p>"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/remote-jobs/design/glass-designer-2090001",
                    board=NAME,
                    token=ALL,
                    external_id="2090001",
                    locations=(Place(text="USA", country="US"), Place(text="Canada", country="CA")),
                    remote=Remote.REMOTE,
                    remote_scope="USA, Canada",
                    employment_type="full_time",
                    department="Design",
                    salary=Salary(min=90_000, max=105_000, currency="USD", period="year", text="$90k - $105k"),
                    posted_at="2026-03-02T09:00:00",
                    description_html="<p>You design our windows.</p>",
                    description_text="You design our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://remotive.com/remote-jobs/design/glass-designer-2090001?utm_source=x",
        ref=refs.posting(NAME, ALL, "2090001", f"{SITE}/remote-jobs/design/glass-designer-2090001"),
        spellings=(
            "https://remotive.io/remote-jobs/design/glass-designer-2090001/",
            "https://www.remotive.com/remote-jobs/all/2090001",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glass Designer",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/remote-jobs/design/glass-designer-2090001",
                    board=NAME,
                    token=ALL,
                    external_id="2090001",
                ),
            ),
        ),
    ),
    Example(url="https://remotive.com/", ref=refs.board(NAME, ALL, f"{SITE}/remote-jobs"), spellings=(API,)),
)
