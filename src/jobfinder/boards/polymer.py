"""Polymer: `jobs.polymer.co/{token}`; an API in pages of fifty, and one answer for each posting.

Pure; called through `boards.registry`. The list has no texts; a posting is read by its own answer. What the list states
as its total is rows for one reader of it and pages for another: it is not taken, the next page is. Pay is one text.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, jobsite, refs
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "polymer"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("polymer.co",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED, API = "jobs.polymer.co", "api.polymer.co"
ORGANIZATIONS = ("v1", "hire", "organizations")
TOKEN = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
NUMBER = re.compile(r"\d{1,12}")


def match(url: str) -> Ref | None:
    """Boards, postings, their forms and the API. Other paths are nobody's."""
    parts = urls.parts(url)
    if parts is None or not parts.segments:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host == HOSTED:
        return refer(path[0], path[1] if len(path) > 1 else None)
    if parts.host == API and path[:3] == ORGANIZATIONS and len(path) > 3:
        return refer(path[3], path[5] if len(path) > 5 else None)
    return None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name) or (external_id and not NUMBER.fullmatch(external_id)):
        return None
    home = f"https://{HOSTED}/{name}"
    return (
        refs.posting(NAME, name, external_id, f"{home}/{external_id}") if external_id else refs.board(NAME, name, home)
    )


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API, then the page of a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    jobs = f"https://{API}/{'/'.join(ORGANIZATIONS)}/{quote(ref.token)}/jobs"
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{jobs}/{ref.external_id}"), Request(url=ref.url))
    return (Request(url=f"{jobs}?page=1&per_page=50"),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or one posting."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if isinstance(answer.value("items"), list):
        return _board(ref, response, answer)
    if answer.text("archived_at"):
        raise Gone(f"Polymer states that posting {ref.external_id} was archived", certain=True)
    posting = _posting(ref, answer, answer.text("organization_name"))
    if posting is None:
        raise Broken("Polymer's answer holds neither a list nor a posting")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


marks = unmarked


# ---------------------------------------------------------------- reading


def _board(ref: Ref, response: Response, answer: Node) -> Page:
    meta, rows = answer.at("meta"), answer.rows("items")
    company = meta.text("organization_name")
    here, after = jobsite.page_of(response, "page", 1), meta.number("next_page")
    last = meta.flag("is_last") is not False or after is None or after <= here or not rows
    following = None if last else jobsite.turned(response, "page", int(after or 0))
    return counted.page(NAME, len(rows), (_posting(ref, row, company) for row in rows), following=following)


def _posting(ref: Ref, row: Node, company: str | None) -> Posting | None:
    link = row.url("job_post_url")
    own = match(link) if link else None
    number = (own.external_id if own else None) or row.text("id", "job_id")
    title = row.text("title")
    if not title or not number or not NUMBER.fullmatch(number):
        return None
    token = ref.token or (own.token if own else None)
    named = refer(token, number) if token else None
    said, where = fill.description(row.markup("description")), _places(row)
    workplace = _remote(row)
    return Posting(
        title=title,
        company=row.text("organization_name") or company,
        url=named.url if named else link,
        board=NAME,
        token=token,
        external_id=number,
        locations=where,
        remote=workplace,
        remote_scope=", ".join(row.texts("remote_restriction_country_list")) or _scope(workplace, row),
        employment_type=fields.employment(row.text("kind_pretty", "kind")),
        department=row.text("department", "job_category_name"),
        salary=fill.pay(_pay(row, where), said, where),
        posted_at=row.date("published_at", "created_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    city, region, country = row.text("city"), row.text("state_region"), row.text("country")
    if not (city or region or country):
        return fill.locations([row.text("display_location")])
    text = row.text("display_location") or ", ".join(part for part in (city, region, country) if part)
    return (places.place_of(city, region, country, text),)


def _remote(row: Node) -> Remote | None:
    return fill.remote(row.text("remoteness_pretty"), row.text("display_location"), row.text("title"))


def _scope(workplace: Remote | None, row: Node) -> str | None:
    return fill.scope(workplace, row.text("display_location"))


def _pay(row: Node, where: tuple[Place, ...]) -> Salary | None:
    stated = row.text("salary_pretty")
    return parse_salary(stated, next((at.country for at in where if at.country), None)) if stated else None


# ---------------------------------------------------------------- examples

ROW = """{"id": 41207, "job_id": 41207, "hash_id": "k3Jd9", "title": "Lens Grinder", "city": "Reno",
    "state_region": "NV", "country": "United States", "display_location": "Reno, NV, United States",
    "remoteness_pretty": "No remote", "kind_pretty": "Full-time", "job_category_name": "Workshop",
    "job_post_url": "https://jobs.polymer.co/mosswork/41207", "organization_name": "Mosswork",
    "salary_pretty": "60K - 72K USD a year", "created_at": "2026-03-01T08:00:00.000Z",
    "published_at": "2026-03-02T09:00:00.000Z"%s}"""
LISTED = Posting(
    title="Lens Grinder",
    company="Mosswork",
    url="https://jobs.polymer.co/mosswork/41207",
    board=NAME,
    token="mosswork",
    external_id="41207",
    locations=(Place(text="Reno, NV, United States", city="Reno", region="NV", country="US"),),
    employment_type="full_time",
    department="Workshop",
    salary=parse_salary("60K - 72K USD a year"),
    posted_at="2026-03-02T09:00:00+00:00",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://jobs.polymer.co/mosswork/41207?utm_source=x",
        ref=refs.posting(NAME, "mosswork", "41207", "https://jobs.polymer.co/mosswork/41207"),
        spellings=(
            "http://jobs.polymer.co/Mosswork/41207/#apply",
            "https://api.polymer.co/v1/hire/organizations/mosswork/jobs/41207",
        ),
        body=ROW % ', "description": "<p>You grind lenses.</p>", "department": "Glass", "archived_at": null',
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Lens Grinder",
                    company="Mosswork",
                    url="https://jobs.polymer.co/mosswork/41207",
                    board=NAME,
                    token="mosswork",
                    external_id="41207",
                    locations=LISTED.locations,
                    employment_type="full_time",
                    department="Glass",
                    salary=LISTED.salary,
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You grind lenses.</p>",
                    description_text="You grind lenses.",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobs.polymer.co/mosswork",
        ref=refs.board(NAME, "mosswork", "https://jobs.polymer.co/mosswork"),
        spellings=(
            "http://jobs.polymer.co/MossWork/?ref=x#jobs",
            "https://api.polymer.co/v1/hire/organizations/mosswork/jobs?page=2",
        ),
        body=f"""{{"items": [{ROW % ""}], "meta": {{"total": 1, "count": 1, "page": 1, "is_first": true,
            "is_last": true, "next_page": null, "organization_name": "Mosswork"}}}}""",
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(LISTED,)),
    ),
)
