"""SOLID.Jobs (Poland): a documented JSON API, a division of trades at a time, up to five hundred offers a page.

Pure; called through `boards.registry`. Every request names a campaign, which says who asks and comes back at the end of
the offers' addresses. The board of everything goes through the divisions one after the other. Pay is net of nothing in
particular: by the month or hour, of one kind of contract ("B2B", "UoP").
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls

NAME = "solidjobs"
ALIASES: tuple[str, ...] = ("solid_jobs",)
HOSTS: tuple[str, ...] = ("solid.jobs",)
ANYWHERE = False
POLITENESS = {"solid.jobs": Politeness(interval=0.5, in_flight=2)}
WHOLE = False

SITE = "https://solid.jobs"
API = f"{SITE}/public-api/offers"
CAMPAIGN = "jobfinder"
CAMPAIGN_ALL = "jobfinder-all"
"""Who asks: for one division, for all of them."""
DIVISIONS = ("it", "engineering", "marketing", "sales", "hr", "logistics", "finances", "other")
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")


def match(url: str) -> Ref | None:
    """The list, divisions, the API, offers: `/o/CODE`, `/offer/CODE/SLUG`."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[:2] == ("public-api", "offers"):
        path = ("offers",) if jobsite.value(parts, "campaign") == CAMPAIGN_ALL else path[1:]
    if path in ((), ("offers",)):
        return refer(ALL)
    if path[0] == "offers":
        return refer(path[1]) if path[1] in DIVISIONS else None
    return refer(ALL, path[1]) if path[0] in ("o", "offer") and len(path) > 1 else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, a division, or the offer of that code."""
    if external_id is not None:
        found = ID.fullmatch(external_id.lower())
        return refs.posting(NAME, ALL, external_id.lower(), f"{SITE}/o/{external_id.lower()}") if found else None
    name = token.lower()
    if name != ALL and name not in DIVISIONS:
        return None
    return refs.board(NAME, name, f"{SITE}/offers" + ("" if name == ALL else f"/{name}"))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API, the page of an offer."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (_asked(DIVISIONS[0], CAMPAIGN_ALL) if ref.token == ALL else _asked(ref.token, CAMPAIGN),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of a division, and where it goes on; the page of an offer by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    page = jobsite.listed(ref, response, "jobs", _posting, NAME)
    if page.kind is RefKind.POSTING:
        return page
    answer = Node(decode(response))
    following = _following(ref, response, answer)
    total = answer.number("totalCount")
    stated = None if ref.token == ALL else page.total if total is None else int(total)
    return replace(page, next=following, total=stated, complete=page.complete and following is None)


marks = unmarked


# ---------------------------------------------------------------- reading


def _asked(division: str, campaign: str) -> Request:
    asked = (("campaign", campaign), ("pageSize", 500), ("pageIndex", 0))
    return Request(url=jobsite.address(f"{API}/{division}", asked), headers=(("x-api-version", "1.0"),))


def _following(ref: Ref, response: Response, answer: Node) -> Request | None:
    """The division's next page; for the board of everything the next division behind its last."""
    index, pages = jobsite.page_of(response, "pageIndex", 0), answer.number("totalPages")
    if pages is not None and index + 1 < pages and answer.rows("jobs"):
        return jobsite.turned(response, "pageIndex", index + 1)
    parts = urls.parts(response.request.url if response.request else response.url)
    division = parts.segments[-1].lower() if parts and parts.segments else ""
    if ref.token != ALL or division not in DIVISIONS[:-1]:
        return None
    return _asked(DIVISIONS[DIVISIONS.index(division) + 1], CAMPAIGN_ALL)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link, key = row.text("title"), row.url("url"), row.text("jobOfferKey")
    own = match(link) if link else None
    external_id = own.external_id if own and own.external_id else key
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"))
    where = fill.locations(row.texts("locations"))
    return Posting(
        title=title,
        company=row.text("company"),
        url=own.url if own else link,
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=where,
        remote=Remote.HYBRID if row.flag("isHybrid") else Remote.REMOTE if row.flag("isRemote") else None,
        employment_type=_kind(row),
        department=row.text("category"),
        seniority=fill.level(row.text("experienceLevel")),
        salary=fill.pay(_pay(row.at("salary")), said, where),
        posted_at=row.date("validFrom"),
        updated_at=row.date("updatedAt"),
        closes_at=row.date("validTo"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _kind(row: Node) -> str | None:
    """Self-employment where nothing else is offered, else by the hours."""
    offered = {row.at(name).text("employmentType") for name in ("salary", "secondarySalary")} - {None}
    return "contract" if offered == {"B2B"} else fields.employment(row.text("contractTime"))


def _pay(row: Node) -> Salary | None:
    return fill.offer(row.number("from"), row.number("to"), row.text("currency"), row.text("period"))


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://solid.jobs/offers/it?utm_source=x",
        ref=refs.board(NAME, "it", f"{SITE}/offers/it"),
        spellings=("https://solid.jobs/public-api/offers/IT?campaign=x&pageSize=5",),
        body="""{"pageIndex": 0, "pageSize": 500, "totalCount": 501, "totalPages": 2, "jobs": [{
            "jobOfferKey": "3723b7f4-ff83-431e-a26d-be715e190001", "title": "Szklarz", "division": "IT",
            "category": "Developer", "subCategory": "Java", "company": "Paprocie",
            "salary": {"from": 16800.0, "to": 21000.0, "currency": "PLN", "period": "Month", "employmentType": "B2B"},
            "contractTime": "full_time", "locations": ["Warszawa"], "isRemote": true, "isHybrid": false,
            "url": "https://solid.jobs/o/462w0001/jobfinder", "experienceLevel": "Senior",
            "description": "<p>Szklisz nasze okna.</p>", "validFrom": "2026-03-02T09:00:00+01:00",
            "validTo": "2026-04-02T09:00:00+02:00", "updatedAt": "2026-03-03T09:00:00+01:00"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{API}/it?campaign=jobfinder&pageSize=500&pageIndex=1"),
            complete=False,
            total=501,
            postings=(
                Posting(
                    title="Szklarz",
                    company="Paprocie",
                    url=f"{SITE}/o/462w0001",
                    board=NAME,
                    token=ALL,
                    external_id="462w0001",
                    locations=(Place(text="Warszawa", city="Warszawa", country="PL"),),
                    remote=Remote.REMOTE,
                    employment_type="contract",
                    department="Developer",
                    seniority="senior",
                    salary=Salary(min=16_800, max=21_000, currency="PLN", period="month"),
                    posted_at="2026-03-02T09:00:00+01:00",
                    updated_at="2026-03-03T09:00:00+01:00",
                    closes_at="2026-04-02T09:00:00+02:00",
                    description_html="<p>Szklisz nasze okna.</p>",
                    description_text="Szklisz nasze okna.",
                ),
            ),
        ),
    ),
    Example(
        url="https://solid.jobs/o/462w0001/jobfinder",
        ref=refs.posting(NAME, ALL, "462w0001", f"{SITE}/o/462w0001"),
        spellings=("https://www.solid.jobs/o/462W0001", "https://solid.jobs/offer/462w0001/szklarz?utm_source=x"),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Szklarz",
            "hiringOrganization": {"name": "Paprocie"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Szklarz",
                    company="Paprocie",
                    url=f"{SITE}/o/462w0001",
                    board=NAME,
                    token=ALL,
                    external_id="462w0001",
                ),
            ),
        ),
    ),
    Example(url="https://solid.jobs/", ref=refs.board(NAME, ALL, f"{SITE}/offers")),
)
