"""Breezy: a list of positions as JSON, a page with linked data behind each.

Pure; called through `boards.registry`. A token is the label before `.breezy.hr`, or the host of an employer's own
portal. Ids are what precedes the title in an address. The list mostly lacks the text. An account that does not exist
redirects to the vendor's site; a board without positions is an empty list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "breezy"
ALIASES: tuple[str, ...] = ("breezyhr",)
HOSTS: tuple[str, ...] = ("breezy.hr",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "breezy.hr"
OWN = frozenset({"marketing", "assets-cdn", "attachments-cdn", "gallery-cdn", "hq"})
"""Hosts of Breezy itself."""
ID = re.compile(r"([0-9a-f]{8,20})(?:-.{0,300})?")
PORTAL = re.compile(r"assets-cdn\.breezy\.hr/breezy-portal|<body[^<>]{0,200}\bbreezy-portal\b")
REMOTE_DETAILS = {"remote": Remote.REMOTE, "remote-location": Remote.REMOTE, "hybrid": Remote.HYBRID}


def match(url: str) -> Ref | None:
    """Portals and postings, forms and the list. Every page of a portal belongs to its board."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    return _at(name, parts) if parts and name else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what is no id."""
    name = tenants.named(token, DOMAIN)
    if name is None or name in OWN:
        return None
    home = f"https://{tenants.host(name, DOMAIN)}"
    if external_id is None:
        return refs.board(NAME, name, f"{home}/")
    found = ID.fullmatch(external_id.lower())
    return refs.posting(NAME, name, found[1], f"{home}/p/{external_id.lower()}") if found else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list; of a posting its page, which has the text."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"https://{tenants.host(ref.token, DOMAIN)}/json"),)


def parse(ref: Ref, response: Response) -> Page:
    """The list, or a posting's page."""
    arrived = urls.host(response.url)
    if arrived in (DOMAIN, f"www.{DOMAIN}", f"app.{DOMAIN}"):
        raise Gone(f"the portal {ref.token} is not there: it leads to {arrived}")
    if exchange.is_markup(response):
        return _page(ref, response)
    alone = ref.kind is RefKind.POSTING
    found = listing.whole(response, None) if alone else listing.rows(response, None)
    if found is None:
        raise Broken("Breezy's answer holds no list of positions")
    return listing.one(ref, found, _posting, NAME) if alone else listing.page(ref, found, _posting, NAME)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The scripts and styles of a portal on the employer's own domain."""
    found = PORTAL.search(markup)
    token = tenants.own_site(url, DOMAIN) if found else None
    if found and token and (ref := refer(token)):
        yield Mark(ref=ref, how="portal", quote=found[0], confidence=0.9)


def _at(token: str, parts: urls.Parts) -> Ref | None:
    path = parts.segments
    return refer(token, path[1] if path[:1] == ("p",) and len(path) > 1 else None)


# ---------------------------------------------------------------- a page


def _page(ref: Ref, response: Response) -> Page:
    """The page's linked data, which may lack the text that the page shows."""
    read = hosted.parse(ref, response, tenants.matching(ref, match, _at))
    if ref.kind is not RefKind.POSTING or not read.postings or read.postings[0].description_text:
        return read
    shown = hosted.document(response).first("div.description")
    said = fill.description(shown.html) if shown else fill.Description()
    one = read.postings[0]
    one = replace(one, description_html=said.html, description_text=said.text, language=said.language or one.language)
    return replace(read, postings=(one,))


# ---------------------------------------------------------------- the list


def _posting(ref: Ref, row: Node) -> Posting | None:
    link = row.url("url")
    parts = urls.parts(link) if link else None
    slug = row.text("friendly_id") or (parts.segments[-1] if parts and parts.segments else None) or row.text("id")
    found = ID.fullmatch((slug or "").lower())
    title = row.text("name")
    if not title or found is None:
        return None
    own = refer(ref.token, slug or "") if ref.token else None
    said = fill.description(row.markup("description"))
    at = _places(row)
    workplace = _remote(row, title)
    return Posting(
        title=title,
        company=row.at("company").text("name"),
        url=link or (own.url if own else None),
        board=NAME,
        token=ref.token,
        external_id=found[1],
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.at("location").text("name")),
        employment_type=fields.employment(row.at("type").text("name") or row.text("type")),
        department=row.text("department") or row.at("department").text("name"),
        salary=_pay(row, said, at),
        posted_at=row.date("published_date", "creation_date"),
        updated_at=row.date("updated_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _pay(row: Node, said: fill.Description, at: tuple[Place, ...]) -> Salary | None:
    return fill.pay(fill.worded(row.text("salary")), said, at)


def _places(row: Node) -> tuple[Place, ...]:
    found = (_place(at) for at in (*row.rows("locations"), row.at("location")))
    return fill.unique(place for place in found if place)


def _place(at: Node) -> Place | None:
    parts = (at.text("city"), at.at("state").text("name", "id"), at.at("country").text("id", "name"))
    if any(parts):
        return places.place_of(*parts, at.text("name"))
    name = at.text("name")
    return places.place(name) if name else None


def _remote(row: Node, title: str) -> Remote | None:
    at = row.at("location")
    stated = REMOTE_DETAILS.get(at.at("remote_details").text("value") or "")
    return stated or (Remote.REMOTE if at.flag("is_remote") else fill.remote(at.text("name"), title))


# ---------------------------------------------------------------- examples

HOME = "https://saltpan.breezy.hr"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/p/0a1b2c3d4e5f-salt-raker?source=x#apply",
        ref=refs.posting(NAME, "saltpan", "0a1b2c3d4e5f", f"{HOME}/p/0a1b2c3d4e5f-salt-raker"),
        spellings=(
            "http://SaltPan.breezy.hr/p/0a1b2c3d4e5f",
            f"{HOME}/p/0a1b2c3d4e5f-salt-raker/apply?utm_source=y",
            f"{HOME}/p/0A1B2C3D4E5F-salt-raker-part-time/",
        ),
        body="""<!DOCTYPE html><html lang="en"><body class="breezy-portal"><h1>Salt Raker</h1>
            <script type="application/ld+json">{"@context": "http://schema.org", "@type": "JobPosting",
            "title": "Salt Raker", "datePosted": "2026-03-02", "employmentType": "PART_TIME",
            "hiringOrganization": {"@type": "Organization", "name": "Saltpan"}, "jobLocation": {"@type": "Place",
            "address": {"addressLocality": "Cádiz", "addressCountry": "ES"}}}</script>
            <div class="description"><p>You rake the salt.</p></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Salt Raker",
                    company="Saltpan",
                    url=f"{HOME}/p/0a1b2c3d4e5f-salt-raker",
                    board=NAME,
                    token="saltpan",
                    external_id="0a1b2c3d4e5f",
                    locations=(Place(text="Cádiz, ES", city="Cádiz", country="ES"),),
                    employment_type="part_time",
                    posted_at="2026-03-02",
                    description_html="<p>You rake the salt.</p>",
                    description_text="You rake the salt.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/?department=Pans",
        ref=refs.board(NAME, "saltpan", f"{HOME}/"),
        spellings=("http://saltpan.breezy.hr", f"{HOME}/json?verbose=true", f"{HOME}/positions"),
        body="""[{"id": "1f2e3d4c5b6a", "friendly_id": "1f2e3d4c5b6a-carter", "name": "Carter", "department": "Pans",
            "url": "https://saltpan.breezy.hr/p/1f2e3d4c5b6a-carter", "published_date": "2026-03-02T09:00:00.000Z",
            "type": {"id": "fullTime", "name": "Full-Time"}, "salary": "$18 - $21 / hour",
            "company": {"name": "Saltpan", "friendly_id": "saltpan"},
            "location": {"country": {"name": "United States", "id": "US"}, "state": {"id": "UT", "name": "Utah"},
                         "city": "Provo", "is_remote": false, "name": "Provo, UT"}}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Carter",
                    company="Saltpan",
                    url=f"{HOME}/p/1f2e3d4c5b6a-carter",
                    board=NAME,
                    token="saltpan",
                    external_id="1f2e3d4c5b6a",
                    locations=(Place(text="Provo, UT", city="Provo", region="Utah", country="US"),),
                    employment_type="full_time",
                    department="Pans",
                    salary=Salary(min=18, max=21, currency="USD", period="hour", text="$18 - $21 / hour"),
                    posted_at="2026-03-02T09:00:00+00:00",
                ),
            ),
        ),
    ),
)
