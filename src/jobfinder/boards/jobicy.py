"""Jobicy: a JSON list of the newest remote jobs, up to a hundred, whole or by industry.

Pure; called through `boards.registry`. The number at the beginning of a slug names the posting. Text fields may hold
entities. Pay is in fields of its own where it is known.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls

NAME = "jobicy"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("jobicy.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://jobicy.com"
API = f"{SITE}/api/v2/remote-jobs"
WORD = re.compile(r"[a-z0-9][a-z0-9-]{1,40}")
LISTS = frozenset({"", "jobs", "api/v2/remote-jobs"})


def match(url: str) -> Ref | None:
    """The front page, the API (by industry), postings."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = parts.segments
    if "/".join(path) in LISTS:
        return refer(jobsite.value(parts, "industry") or ALL)
    external_id = jobsite.number_in(path[1]) if len(path) == 2 and path[0] == "jobs" else None
    return refs.posting(NAME, ALL, external_id, f"{SITE}/{'/'.join(path)}") if external_id else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, an industry, or a posting; null where the id is no number."""
    if external_id is not None:
        found = jobsite.DIGITS.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/jobs/{external_id}") if found else None
    name = refs.token_of(token.lower())
    if name is None or not WORD.fullmatch(name):
        return None
    return refs.board(NAME, name, f"{SITE}/jobs" + ("" if name == ALL else f"?industry={name}"))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"{API}?count=100" + ("" if ref.token == ALL else f"&industry={ref.token}")),)


def parse(ref: Ref, response: Response) -> Page:
    """The list; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    return jobsite.listed(ref, response, "jobs", _posting, NAME)


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("jobTitle"), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("jobDescription"))
    where = row.text("jobGeo")
    workplace = jobsite.remote_or(where)
    pay = fill.offer(
        row.number("salaryMin") or row.number("annualSalaryMin"),
        row.number("salaryMax") or row.number("annualSalaryMax"),
        row.text("salaryCurrency"),
        row.text("salaryPeriod") or ("year" if row.number("annualSalaryMin") else None),
    )
    industries = row.texts("jobIndustry")
    return Posting(
        title=title,
        company=row.text("companyName"),
        url=row.url("url"),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=jobsite.areas([where]),
        remote=workplace,
        remote_scope=fill.scope(workplace, where),
        employment_type=fields.employment(row.texts("jobType")),
        department=industries[0] if len(industries) == 1 else None,
        seniority=fill.level(LEVELS.get(row.text("jobLevel") or "", row.text("jobLevel"))),
        salary=fill.pay(pay, said, ()),
        posted_at=row.date("pubDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


LEVELS = {"Midweight": "mid", "Any": None}

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://jobicy.com/jobs?industry=sales",
        ref=refs.board(NAME, "sales", f"{SITE}/jobs?industry=sales"),
        spellings=("https://jobicy.com/api/v2/remote-jobs?count=20&industry=Sales",),
        body="""{"apiVersion": "2.2.13", "jobCount": 1, "jobs": [{"id": 146001, "jobSlug": "146001-window-seller",
            "url": "https://jobicy.com/jobs/146001-window-seller", "jobTitle": "Window Seller &#8211; North",
            "companyName": "Fernbrook", "jobIndustry": ["Sales"], "jobType": ["Full-Time"], "jobGeo": "USA",
            "jobLevel": "Midweight", "jobDescription": "<p>You sell our windows.</p>",
            "pubDate": "2026-03-02T09:00:00+00:00", "salaryMin": 78000, "salaryMax": 156000,
            "salaryCurrency": "USD", "salaryPeriod": "yearly"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Window Seller – North",
                    company="Fernbrook",
                    url=f"{SITE}/jobs/146001-window-seller",
                    board=NAME,
                    token=ALL,
                    external_id="146001",
                    locations=(Place(text="USA", country="US"),),
                    remote=Remote.REMOTE,
                    remote_scope="USA",
                    employment_type="full_time",
                    department="Sales",
                    seniority="mid",
                    salary=Salary(min=78_000, max=156_000, currency="USD", period="year"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You sell our windows.</p>",
                    description_text="You sell our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobicy.com/jobs/146001-window-seller?utm_source=x",
        ref=refs.posting(NAME, ALL, "146001", f"{SITE}/jobs/146001-window-seller"),
        spellings=("https://www.jobicy.com/jobs/146001-window-seller/", "https://jobicy.com/jobs/146001"),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Window Seller",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Window Seller",
                    company="Fernbrook",
                    url=f"{SITE}/jobs/146001-window-seller",
                    board=NAME,
                    token=ALL,
                    external_id="146001",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobicy.com/",
        ref=refs.board(NAME, ALL, f"{SITE}/jobs"),
        spellings=(API, "https://jobicy.com/?feed=job_feed"),
    ),
)
