"""Ashby: the posting API, a whole board in one answer; there is none for a single posting.

Pure; called through `boards.registry`. Tokens keep case and may hold blanks and dots. Pay only when asked for, and only
to be shown where the board says so. `isListed: false` is in the answer and not on the board.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import fill, listing, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "ashby"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("ashbyhq.com",)
ANYWHERE = False
POLITENESS = {"api.ashbyhq.com": Politeness(interval=0.25, in_flight=2)}
WHOLE = True

API = "https://api.ashbyhq.com/posting-api/job-board"
HOSTED = "https://jobs.ashbyhq.com"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SAFE = "!'()*~"
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "onsite": Remote.ONSITE}
KINDS = {
    "FullTime": "full_time",
    "PartTime": "part_time",
    "Contract": "contract",
    "Temporary": "temporary",
    "Intern": "internship",
}
ONE = re.compile(r"\s{0,9}1\s{1,9}(?=[A-Z])")
"""Intervals are a count and a unit; only "1 YEAR" and the like are periods that we know."""


def match(url: str) -> Ref | None:
    """Boards, postings, their forms, embeds, and API addresses. Other paths below a token are nobody's."""
    parts = urls.parts(url)
    if parts is None or parts.host not in ("jobs.ashbyhq.com", "api.ashbyhq.com"):
        return None
    api = parts.host == "api.ashbyhq.com"
    if api and parts.segments[:2] != ("posting-api", "job-board"):
        return None
    path = parts.segments[2:] if api else parts.segments
    if not path:
        return None
    external_id = path[1] if len(path) > 1 and path[1] != "embed" else parts.query.get("ashby_jid", [None])[-1]
    return refer(path[0], external_id)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is no UUID."""
    name = refs.token_of(token)
    if name is None:
        return None
    home = f"{HOSTED}/{quote(name, safe=SAFE)}"
    if external_id is None:
        return refs.board(NAME, name, home)
    id_ = external_id.lower()
    return refs.posting(NAME, name, id_, f"{home}/{id_}") if ID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The board, whatever is looked for."""
    if ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{API}/{quote(ref.token, safe=SAFE)}?includeCompensation=true"),)


def parse(ref: Ref, response: Response) -> Page:
    """The listing, or the one posting looked for."""
    alone = ref.kind is RefKind.POSTING
    found = listing.whole(response, "jobs") if alone else listing.rows(response, "jobs")
    if found is None:
        raise Broken("Ashby's answer holds no list of jobs")
    listed = replace(found, rows=tuple(row for row in found.rows if row.flag("isListed") is not False))
    if alone:
        return listing.one(ref, listed, _posting, NAME)
    # How many are listed is known only where all rows are before us.
    total = len(listed.rows) if len(found.rows) == found.total else None
    return replace(listing.page(ref, listed, _posting, NAME), total=total)


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("title"), row.url("jobUrl")
    stated_id = row.text("id")
    linked = match(link) if link and not (stated_id and ref.token) else None
    external_id = stated_id or (linked.external_id if linked else None)
    if not title or not external_id:
        return None
    said = fill.description(row.markup("descriptionHtml"), row.markup("descriptionPlain"))
    stated_places = _places(row)
    workplace = _remote(row)
    kind = row.text("employmentType") or ""
    return Posting(
        title=title,
        url=link,
        apply_url=row.url("applyUrl"),
        board=NAME,
        token=ref.token or (linked.token if linked else None),
        external_id=external_id.lower(),
        locations=stated_places,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.text("location")),
        employment_type=KINDS.get(kind) or fields.employment(kind),
        department=row.text("department", "departmentName", "team", "teamName"),
        salary=fill.pay(_pay(row), said, stated_places),
        posted_at=row.date("publishedAt", "publishedDate"),
        updated_at=row.date("updatedAt"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    others = (_place(other) for other in row.rows("secondaryLocations"))
    return fill.unique(place for place in (_place(row), *others) if place)


def _place(row: Node) -> Place | None:
    """One location. Its name is what people read; the address says which place that is.

    Names of areas ("EU & US") and of remote work carry the address of some office: its city is not theirs.
    """
    name = row.text("location")
    stated = row.at("address")
    address = stated.at("postalAddress") or stated
    city, region, country = (
        address.text("addressLocality"),
        address.text("addressRegion"),
        address.text("addressCountry"),
    )
    if name and (not (city or region or country) or fill.scope(Remote.REMOTE, name)):
        return places.place(name)
    if fields.remote(name) is Remote.REMOTE:
        return places.place_of(None, None, country, name)
    return places.place_of(city, region, country, name) if name or city or region or country else None


def _remote(row: Node) -> Remote | None:
    """The workplace type says more than the flag, which also stands on hybrid roles; not remote may be hybrid."""
    stated = WORKPLACES.get((row.text("workplaceType") or "").lower())
    if stated or row.flag("isRemote"):
        return stated or Remote.REMOTE
    return fill.remote(row.text("location"), row.text("title"))


def _pay(row: Node) -> Salary | None:
    if row.flag("shouldDisplayCompensationOnJobPostings") is False:
        return None
    offer = row.at("compensation")
    summary = offer.text("compensationTierSummary", "scrapeableCompensationSalarySummary")
    for part in offer.rows("summaryComponents"):
        low, high = fill.amount(part.number("minValue")), fill.amount(part.number("maxValue"))
        if part.value("compensationType") == "Salary" and (low or high):
            interval = part.text("interval") or ""
            return Salary(
                min=low,
                max=high,
                currency=part.text("currencyCode"),
                period=fields.period(interval) if ONE.match(interval) else None,
                text=summary,
            )
    return parse_salary(summary) if summary else None


# ---------------------------------------------------------------- examples

ROLE = "5b1f0c7e-3a44-4c1d-8f0e-6a2d9b7c4e15"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE.upper()}/application?utm_source=x",
        ref=refs.posting(NAME, "Moss & Ember.io", ROLE, f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}"),
        spellings=(
            f"https://jobs.ashbyhq.com/Moss & Ember.io/{ROLE}/",
            f"http://jobs.ashbyhq.com/Moss%20&%20Ember.io/{ROLE}/application?embed=js&utm_medium=y#form",
            f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io?ashby_jid={ROLE}",
            f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/embed?ashby_jid={ROLE.upper()}&version=2",
        ),
        body=f"""{{"apiVersion": "1", "jobs": [
            {{"id": "00000000-0000-4000-8000-000000000000", "title": "Unlisted", "isListed": false}},
            {{"id": "{ROLE}", "title": "Grower ", "department": "Beds", "team": "Ferns", "employmentType": "Contract",
              "location": "Lisbon", "isListed": true, "isRemote": null, "workplaceType": "Hybrid",
              "address": {{"postalAddress": {{"addressLocality": "Lisbon", "addressCountry": "Portugal"}}}},
              "secondaryLocations": [{{"location": "Remote", "address": null}}],
              "publishedAt": "2026-03-02T09:00:00.000+00:00",
              "jobUrl": "https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}",
              "applyUrl": "https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}/application",
              "descriptionHtml": "<p>You grow ferns.</p>", "descriptionPlain": "You grow ferns.",
              "shouldDisplayCompensationOnJobPostings": true,
              "compensation": {{"compensationTierSummary": "€2K – €2.5K per month", "summaryComponents": [
                {{"compensationType": "EquityPercentage", "interval": "NONE", "minValue": null}},
                {{"compensationType": "Salary", "interval": "1 MONTH", "currencyCode": "EUR",
                  "minValue": 2000, "maxValue": 2500}}]}}}}]}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Grower",
                    url=f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}",
                    apply_url=f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}/application",
                    board=NAME,
                    token="Moss & Ember.io",
                    external_id=ROLE,
                    locations=(Place(text="Lisbon", city="Lisbon", country="PT"), Place(text="Remote")),
                    remote=Remote.HYBRID,
                    employment_type="contract",
                    department="Beds",
                    salary=Salary(min=2000, max=2500, currency="EUR", period="month", text="€2K – €2.5K per month"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You grow ferns.</p>",
                    description_text="You grow ferns.",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/embed?version=2",
        ref=refs.board(NAME, "Moss & Ember.io", "https://jobs.ashbyhq.com/Moss%20%26%20Ember.io"),
        spellings=(
            "https://jobs.ashbyhq.com/Moss%20&%20Ember.io/",
            "https://jobs.ashbyhq.com/Moss & Ember.io?departmentId=7&utm_source=x",
            "https://api.ashbyhq.com/posting-api/job-board/Moss%20%26%20Ember.io?includeCompensation=true",
        ),
        body=f"""{{"apiVersion": "1", "jobs": [{{"id": "{ROLE}", "title": "Grower", "isListed": true, "isRemote": true,
            "employmentType": "FullTime", "location": "Remote - Portugal", "secondaryLocations": [],
            "jobUrl": "https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}"}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Grower",
                    url=f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{ROLE}",
                    board=NAME,
                    token="Moss & Ember.io",
                    external_id=ROLE,
                    locations=(Place(text="Remote - Portugal", country="PT"),),
                    remote=Remote.REMOTE,
                    remote_scope="Portugal",
                    employment_type="full_time",
                ),
            ),
        ),
    ),
    Example(
        url="https://api.ashbyhq.com/posting-api/job-board/quiltworks?includeCompensation=true",
        ref=refs.board(NAME, "quiltworks", "https://jobs.ashbyhq.com/quiltworks"),
    ),
)
