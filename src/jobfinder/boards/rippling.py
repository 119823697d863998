"""Rippling: the job board API, version 1 whole boards as a bare array, version 2 in pages.

Pure; called through `boards.registry`. A posting at several places is several rows with one UUID: they are merged.
Lists hold neither text nor dates; those are in the answer for a single posting, which is also in the state of its page.
`employmentType` has the words in `id` and the code in `label`. Tokens ignore case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import asked, embedded, exchange, fill, listing, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "rippling"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("rippling.com",)
ANYWHERE = False
POLITENESS = {"api.rippling.com": Politeness(interval=6.0)}
"""A hundred requests in ten minutes is what the documentation allows."""
WHOLE = True

HOSTED = "https://ats.rippling.com"
FIRST = "https://api.rippling.com/platform/api/ats/v1/board"
SECOND = f"{HOSTED}/api/v2/board"
SIZE = 100
TOKEN = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
LOCALE = re.compile(r"[a-z]{2}-[A-Z]{2}")
WORKPLACES = {"REMOTE": Remote.REMOTE, "HYBRID": Remote.HYBRID, "ON_SITE": Remote.ONSITE, "ONSITE": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Boards and postings in any language, their forms, embeds, and both APIs."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = _path(parts)
    if not path or (len(path) > 1 and path[1] != "jobs"):
        return None
    return refer(path[0], path[2] if len(path) > 2 else None)


def _path(parts: urls.Parts) -> tuple[str, ...]:
    """What follows in the path of a board: its token, `jobs`, the id."""
    path = parts.segments
    if parts.host == "api.rippling.com":
        return path[5:] if path[:3] == ("platform", "api", "ats") and path[4:5] == ("board",) else ()
    if parts.host != "ats.rippling.com":
        return ()
    if path[:1] == ("api",):
        return path[3:] if path[2:3] == ("board",) else ()
    if path and (LOCALE.fullmatch(path[0]) or path[0] == "embed"):
        path = path[1:]
    return path


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is no UUID."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name):
        return None
    home = f"{HOSTED}/{name}/jobs"
    if external_id is None:
        return refs.board(NAME, name, home)
    id_ = external_id.lower()
    return refs.posting(NAME, name, id_, f"{home}/{id_}") if ID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """Version 1, where single postings also are; the lists of version 2 stand in."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{FIRST}/{ref.token}/jobs/{ref.external_id}"), Request(url=ref.url))
    paged = f"{SECOND}/{ref.token}/jobs?page=0&pageSize={SIZE}"
    return (Request(url=f"{FIRST}/{ref.token}/jobs"), Request(url=paged))


def parse(ref: Ref, response: Response) -> Page:
    """A list of either version, a single posting, or the page of one."""
    if exchange.is_markup(response):
        return _of_page(ref, response)
    found = listing.rows(response, None) or listing.rows(response, "items")
    if found is not None:
        return _listing(ref, found, response)
    posting = _posting(ref, Node(decode(response)))
    if posting is None:
        raise Broken("Rippling's answer holds neither a list nor a posting")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


marks = unmarked


# ---------------------------------------------------------------- reading


def _of_page(ref: Ref, response: Response) -> Page:
    arrived = match(response.url)
    if ref.kind is RefKind.POSTING and arrived is not None and arrived.kind is RefKind.BOARD:
        raise Gone(f"posting {ref.external_id} now leads to the list of the board {arrived.token}")
    posting = _posting(ref, embedded.page_props(embedded.text(response)).at("apiData", "jobPost"))
    if posting is None:
        raise Broken("Rippling's page does not hold a posting")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def _listing(ref: Ref, found: listing.Rows, response: Response) -> Page:
    if ref.kind is RefKind.POSTING:
        return listing.one(ref, found, _posting, NAME)
    listed = listing.page(ref, found, _posting, NAME)
    merged: dict[str | None, Posting] = {}
    for posting in listed.postings:
        known = merged.get(posting.external_id)
        merged[posting.external_id] = _merged(known, posting) if known else posting
    stated = found.head.number("totalItems")
    total = int(stated) if stated is not None else len(merged) if found.next is None else None
    page, pages = found.head.number("page") or 0, found.head.number("totalPages") or 0
    more = page + 1 < pages
    following = found.next or (_next(response, int(page)) if more and found.rows else None)
    whole = listed.complete and not (more and following is None)
    return replace(listed, postings=tuple(merged.values()), next=following, total=total, complete=whole)


def _next(response: Response, page: int) -> Request | None:
    """The page of version 2 after this one; null where it is not the page that was asked for."""
    ref = match(response.url)
    if ref is None or asked.number(response.url, "page", 0) != page:
        return None
    return Request(url=f"{SECOND}/{ref.token}/jobs?page={page + 1}&pageSize={SIZE}")


def _merged(one: Posting, other: Posting) -> Posting:
    """The same posting at the places of both rows."""
    where = fill.unique((*one.locations, *other.locations))
    scopes = [scope for scope in (one.remote_scope, other.remote_scope) if scope]
    scope = "; ".join(dict.fromkeys(scopes)) or None
    return replace(one, locations=where, remote=_one_mode((one.remote, other.remote)), remote_scope=scope)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("name"), row.url("url")
    external_id = row.text("uuid", "id")
    if not title or not external_id:
        return None
    about = row.at("description")
    said = fill.description(about.markup("role") + about.markup("company"))
    where, stated = _places(row), _labels(row)
    mode = _mode(row, stated, title)
    kind = row.at("employmentType")
    return Posting(
        title=title,
        company=row.text("companyName"),
        url=link or (f"{HOSTED}/{ref.token}/jobs/{external_id.lower()}" if ref.token else None),
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id.lower(),
        locations=where,
        remote=mode,
        remote_scope="; ".join(filter(None, (fill.scope(mode, label) for label in stated))) or None,
        employment_type=fields.employment(kind.text("id")) or fields.employment(kind.text("label")),
        department=row.at("department").text("name", "label") or row.text("department"),
        salary=_pay(row) or fill.pay(None, said, where),
        posted_at=row.date("createdOn"),
        description_html=said.html,
        description_text=said.text,
        language=said.language or (row.text("language") or "")[:2].lower() or None,
    )


def _token(link: str | None) -> str | None:
    to = match(link) if link else None
    return to.token if to else None


def _labels(row: Node) -> tuple[str, ...]:
    """The places in words: one in a row of version 1, several in the others."""
    label = row.at("workLocation").text("label")
    named = (place.text("name") for place in row.rows("locations"))
    return tuple(filter(None, (label, *row.texts("workLocations"), *named)))


def _places(row: Node) -> tuple[Place, ...]:
    apart = tuple(_place(place) for place in row.rows("locations"))
    return fill.unique(apart) if apart else fill.locations(_labels(row))


def _place(place: Node) -> Place:
    parts = (place.text("city"), place.text("state"), place.text("countryCode", "country"))
    name = place.text("name")
    return places.place_of(*parts, name) if any(parts) else places.place(name or "")


def _mode(row: Node, stated: tuple[str, ...], title: str) -> Remote | None:
    typed = [WORKPLACES.get(place.text("workplaceType") or "") for place in row.rows("locations")]
    return _one_mode(typed) or _one_mode(fields.remote(label) for label in stated) or fields.remote(title)


def _one_mode(modes: Iterable[Remote | None]) -> Remote | None:
    """The one that several places state; remote here and on site there leaves it open."""
    found = {mode for mode in modes if mode}
    return found.pop() if len(found) == 1 else None


def _pay(row: Node) -> Salary | None:
    """The span of all places that are paid in the first one's currency and period."""
    ranges = [part for part in row.rows("payRangeDetails") if part.number("rangeStart") or part.number("rangeEnd")]
    if not ranges:
        return None
    unit = (ranges[0].text("currency"), ranges[0].text("frequency"))
    same = [part for part in ranges if (part.text("currency"), part.text("frequency")) == unit]
    lows = [low for part in same if (low := fill.amount(part.number("rangeStart")))]
    highs = [high for part in same if (high := fill.amount(part.number("rangeEnd")))]
    return fill.offer(min(lows, default=None), max(highs, default=None), *unit)


# ---------------------------------------------------------------- examples

ROLE = "3d1f7a52-90b4-4c1e-8e57-6b0a2c9d4f31"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://ats.rippling.com/en-GB/Lanternfish-co/jobs/{ROLE}?jobSite=LinkedIn&src=x#apply",
        ref=refs.posting(NAME, "lanternfish-co", ROLE, f"https://ats.rippling.com/lanternfish-co/jobs/{ROLE}"),
        spellings=(
            f"https://ats.rippling.com/lanternfish-co/jobs/{ROLE}",
            f"http://ats.rippling.com/lanternfish-co/jobs/{ROLE.upper()}/apply/",
            f"https://ats.rippling.com/embed/lanternfish-co/jobs/{ROLE}?s=acme.example",
            f"https://api.rippling.com/platform/api/ats/v1/board/lanternfish-co/jobs/{ROLE}",
            f"https://ats.rippling.com/api/v2/board/lanternfish-co/jobs/{ROLE}",
        ),
        body=f"""{{"uuid": "{ROLE}", "name": "Lamp Keeper", "companyName": "Lanternfish",
            "url": "https://ats.rippling.com/lanternfish-co/jobs/{ROLE}",
            "workLocations": ["Remote (Ireland)", "Remote (Portugal)"],
            "department": {{"name": "Lights", "base_department": "Lights"}},
            "employmentType": {{"label": "SALARIED_FT", "id": "Salaried, full-time"}},
            "createdOn": "2026-03-02T10:15:00.000000-08:00",
            "description": {{"company": "<p>We light the bay.</p>", "role": "<p>You keep the lamps.</p>"}},
            "payRangeDetails": [
              {{"location": "Ireland", "currency": "EUR", "frequency": "YEAR", "rangeStart": 42000, "rangeEnd": 50000}},
              {{"location": "Portugal", "currency": "EUR", "frequency": "YEAR", "rangeStart": 36000,
                "rangeEnd": 45000}}]}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Lamp Keeper",
                    company="Lanternfish",
                    url=f"https://ats.rippling.com/lanternfish-co/jobs/{ROLE}",
                    board=NAME,
                    token="lanternfish-co",
                    external_id=ROLE,
                    locations=(
                        Place(text="Remote (Ireland)", country="IE"),
                        Place(text="Remote (Portugal)", country="PT"),
                    ),
                    remote=Remote.REMOTE,
                    remote_scope="Ireland; Portugal",
                    employment_type="full_time",
                    department="Lights",
                    salary=Salary(min=36000, max=50000, currency="EUR", period="year"),
                    posted_at="2026-03-02T10:15:00-08:00",
                    description_html="<p>You keep the lamps.</p><p>We light the bay.</p>",
                    description_text="You keep the lamps.\n\nWe light the bay.",
                ),
            ),
        ),
    ),
    Example(
        url="https://ats.rippling.com/Lanternfish-co/jobs?department=Lights",
        ref=refs.board(NAME, "lanternfish-co", "https://ats.rippling.com/lanternfish-co/jobs"),
        spellings=(
            "https://ats.rippling.com/lanternfish-co",
            "https://ats.rippling.com/en-US/lanternfish-co/jobs/",
            "https://ats.rippling.com/lanternfish-co/jobs?rr_message=job_not_found",
            "https://api.rippling.com/platform/api/ats/v1/board/lanternfish-co/jobs",
            "https://ats.rippling.com/api/v2/board/lanternfish-co/jobs?page=2&pageSize=20",
        ),
        body=f"""[
            {{"uuid": "{ROLE}", "name": "Lamp Keeper", "department": {{"id": "Lights", "label": "Lights"}},
              "url": "https://ats.rippling.com/lanternfish-co/jobs/{ROLE}",
              "workLocation": {{"label": "Galway, Ireland", "id": "Galway, Ireland"}}}},
            {{"uuid": "{ROLE}", "name": "Lamp Keeper", "department": {{"id": "Lights", "label": "Lights"}},
              "url": "https://ats.rippling.com/lanternfish-co/jobs/{ROLE}",
              "workLocation": {{"label": "Lisbon, Portugal", "id": "Lisbon, Portugal"}}}}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Lamp Keeper",
                    url=f"https://ats.rippling.com/lanternfish-co/jobs/{ROLE}",
                    board=NAME,
                    token="lanternfish-co",
                    external_id=ROLE,
                    locations=(
                        Place(text="Galway, Ireland", city="Galway", country="IE"),
                        Place(text="Lisbon, Portugal", city="Lisbon", country="PT"),
                    ),
                    department="Lights",
                ),
            ),
        ),
    ),
)
