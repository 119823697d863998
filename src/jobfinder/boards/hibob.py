"""HiBob: careers sites `{token}.careers.hibob.com`; the whole board with all texts in one answer.

Pure; called through `boards.registry`. The API answers only who names the site in two headers. A posting is read out of
the same list: where it is not on it any more, it is gone. Pay stands in fields of the law on pay transparency.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "hibob"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("hibob.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "careers.hibob.com"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4,20}")
SECTIONS = (
    ("description", ""),
    ("responsibilities", "Responsibilities"),
    ("requirements", "Requirements"),
    ("benefits", "Benefits"),
)


def match(url: str) -> Ref | None:
    """Careers sites, postings, forms and the API. Other pages of a site belong to its board."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    return refer(name, path[1] if path[:1] == ("jobs",) and len(path) > 1 and ID.fullmatch(path[1]) else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that id."""
    name, id_ = tenants.label(token), (external_id or "").lower()
    if name is None or (id_ and not ID.fullmatch(id_)):
        return None
    home = f"https://{name}.{DOMAIN}"
    return refs.posting(NAME, name, id_, f"{home}/jobs/{id_}") if id_ else refs.board(NAME, name, f"{home}/jobs")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list, also for a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    home = f"https://{ref.token}.{DOMAIN}"
    headers = (("accept", "application/json"), ("companyidentifier", ref.token), ("referer", f"{home}/"))
    return (Request(url=f"{home}/api/job-ad", headers=headers),)


def parse(ref: Ref, response: Response) -> Page:
    """The list, or the posting looked for out of it."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    alone = ref.kind is RefKind.POSTING
    found = listing.whole(response, "jobAdDetails") if alone else listing.rows(response, "jobAdDetails")
    if found is None:
        raise Broken("HiBob's answer holds no list of openings")
    return listing.one(ref, found, _posting, NAME) if alone else listing.page(ref, found, _posting, NAME)


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("title"), (row.text("id") or "").lower()
    if not title or not ID.fullmatch(id_):
        return None
    own = refer(ref.token, id_) if ref.token else None
    said = fill.description(_text(row), stated_language=row.text("language"))
    where, workplace = _places(row), _remote(row)
    return Posting(
        title=title,
        url=own.url if own else None,
        apply_url=f"{own.url}/apply" if own else None,
        board=NAME,
        token=ref.token,
        external_id=id_,
        locations=where,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.text("country")),
        employment_type=fields.employment(row.text("employmentType")),
        department=row.text("department"),
        salary=fill.pay(_pay(row), said, where),
        posted_at=row.date("publishedAt"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _text(row: Node) -> str:
    """The four parts; those behind the first under the headings that the site gives them."""
    stated = ((title, row.markup(name).strip()) for name, title in SECTIONS)
    return "\n".join(f"<h3>{title}</h3>\n{part}" if title else part for title, part in stated if part)


def _places(row: Node) -> tuple[Place, ...]:
    site, country = row.text("site"), row.text("country")
    if not site:
        return fill.locations([country])
    stated = f"{site}, {country}" if country and country not in site else site
    return fill.unique((places.place(stated),))


def _remote(row: Node) -> Remote | None:
    return fill.remote(row.text("workspaceType"), row.text("workspaceTypeId"), row.text("site"), row.text("title"))


def _pay(row: Node) -> Salary | None:
    low, high = row.number("payTransparencyMinSalary"), row.number("payTransparencyMaxSalary")
    currency, period = row.text("payTransparencySalaryCurrency"), row.text("payTransparencySalaryPayPeriod")
    return fill.offer(low, high, currency, period)


# ---------------------------------------------------------------- examples

ID_1 = "7e0c5f2a-4b1d-4c8e-9a3f-1d2b6c7e8f90"
HOME = f"https://brightkiln.{DOMAIN}/jobs"
BODY = f"""{{"jobAdDetails": [{{"id": "{ID_1}", "title": "Kiln Engineer", "department": "Firing",
    "employmentType": "Full-time", "site": "Utrecht", "country": "Netherlands", "language": "en",
    "description": "<p>You keep the kilns hot.</p>", "responsibilities": "<ul><li>Fire</li></ul>",
    "requirements": "", "benefits": null, "publishedAt": "2026-03-02T09:00:00", "workspaceType": "Hybrid",
    "workspaceTypeId": "hybrid", "payTransparencyMinSalary": 52000, "payTransparencyMaxSalary": 61000,
    "payTransparencySalaryCurrency": "EUR", "payTransparencySalaryPayPeriod": "Annual"}}]}}"""
POSTING = Posting(
    title="Kiln Engineer",
    url=f"{HOME}/{ID_1}",
    apply_url=f"{HOME}/{ID_1}/apply",
    board=NAME,
    token="brightkiln",
    external_id=ID_1,
    locations=(Place(text="Utrecht, Netherlands", city="Utrecht", country="NL"),),
    remote=Remote.HYBRID,
    employment_type="full_time",
    department="Firing",
    salary=Salary(min=52_000, max=61_000, currency="EUR", period="year"),
    posted_at="2026-03-02T09:00:00",
    description_html="<p>You keep the kilns hot.</p>\n<h3>Responsibilities</h3>\n<ul><li>Fire</li></ul>",
    description_text="You keep the kilns hot.\n\nResponsibilities\n\n- Fire",
    language="en",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/{ID_1}?utm_source=x#top",
        ref=refs.posting(NAME, "brightkiln", ID_1, f"{HOME}/{ID_1}"),
        spellings=(f"http://BrightKiln.{DOMAIN}/jobs/{ID_1.upper()}/apply", f"{HOME}/{ID_1}/"),
        body=BODY,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(POSTING,)),
    ),
    Example(
        url=f"https://brightkiln.{DOMAIN}/",
        ref=refs.board(NAME, "brightkiln", HOME),
        spellings=(f"http://Brightkiln.{DOMAIN}", f"{HOME}/?ref=x#list", f"https://brightkiln.{DOMAIN}/api/job-ad"),
        body=BODY,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(POSTING,), total=1),
    ),
)
