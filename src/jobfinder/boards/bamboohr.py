"""BambooHR: a list of openings without text or dates, and the JSON behind each.

Pure; called through `boards.registry`. Tokens ignore case, ids are numbers. An account that does not exist redirects to
the vendor's site. `isRemote` is mostly null; the kind of location is 0 on site, 1 remote, 2 hybrid. Old addresses are
`/jobs/view.php?id=7` and, embedded, `/jobs/embed2.php`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "bamboohr"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("bamboohr.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "bamboohr.com"
OWN = frozenset({"partners", "documentation", "marketplace", "hello", "go", "resources"})
"""Hosts of BambooHR itself."""
ID = re.compile(r"\d{1,10}")
EMBED = re.compile(r"""data-domain\s{0,3}=\s{0,3}["']([a-z0-9-]{1,63})\.bamboohr\.com""", re.IGNORECASE)
OPEN = "Open"
CLOSED = frozenset({"Closed", "Filled", "Canceled", "Cancelled"})
WORKPLACES = {"0": Remote.ONSITE, "1": Remote.REMOTE, "2": Remote.HYBRID}


def match(url: str) -> Ref | None:
    """Boards and postings, old and new, with their API addresses."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    path = parts.segments
    if path[:1] == ("careers",):
        return refer(name, path[1] if len(path) > 1 and path[1] not in ("list", "search") else None)
    if path[:1] == ("jobs",):
        return refer(name, parts.query.get("id", [None])[-1] or None)
    return None if path else refer(name)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is no number."""
    name = tenants.label(token)
    if name is None or name in OWN:
        return None
    home = f"https://{name}.{DOMAIN}/careers"
    if external_id is None:
        return refs.board(NAME, name, home)
    return refs.posting(NAME, name, external_id, f"{home}/{external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list, then the page that others embed; the detail of a posting, then its page."""
    if ref.token is None:
        return (Request(url=ref.url),)
    home = f"https://{ref.token}.{DOMAIN}"
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{home}/careers/{ref.external_id}/detail"), Request(url=ref.url))
    return (Request(url=f"{home}/careers/list"), Request(url=f"{home}/jobs/embed2.php"))


def parse(ref: Ref, response: Response) -> Page:
    """The list, a detail, or a page."""
    arrived = urls.host(response.url)
    if arrived in (DOMAIN, f"www.{DOMAIN}"):
        raise Gone(f"the account {ref.token} is not there: it leads to {arrived}")
    if exchange.is_markup(response):
        return hosted.parse(ref, response, match)
    alone = ref.kind is RefKind.POSTING
    found = listing.whole(response, "result") if alone else listing.rows(response, "result")
    if found is not None:
        return listing.one(ref, found, _posting, NAME) if alone else _listing(ref, found)
    opening = Node(decode(response)).at("result", "jobOpening")
    posting = _posting(ref, opening)
    if posting is None:
        raise Broken("BambooHR's answer holds neither openings nor an opening")
    if (status := opening.text("jobOpeningStatus") or OPEN) != OPEN:
        raise Gone(f"BambooHR calls the opening {status}", certain=status in CLOSED)
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The element that the embedding script fills."""
    for found in EMBED.finditer(markup):
        if ref := refer(found[1]):
            yield Mark(ref=ref, how="embed element", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _listing(ref: Ref, found: listing.Rows) -> Page:
    return listing.counted(listing.page(ref, found, _posting, NAME), found, found.head.at("meta").number("totalCount"))


def _posting(ref: Ref, row: Node) -> Posting | None:
    linked = match(row.url("jobOpeningShareUrl") or "")
    title = row.text("jobOpeningName")
    external_id = row.text("id") or ref.external_id or (linked.external_id if linked else None)
    if not title or not external_id:
        return None
    token = ref.token or (linked.token if linked else None)
    own = refer(token, external_id) if token else None
    said = fill.description(row.markup("description"))
    at = _places(row)
    workplace = Remote.REMOTE if row.flag("isRemote") else WORKPLACES.get(row.text("locationType") or "")
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=token,
        external_id=external_id,
        locations=at,
        remote=workplace or fill.remote(title),
        remote_scope=fill.scope(workplace, at[0].text if at else None),
        employment_type=fields.employment(row.text("employmentStatusLabel")),
        department=row.text("departmentLabel"),
        seniority=fill.level(row.text("minimumExperience")),
        salary=fill.pay(fill.worded(row.text("compensation")), said, at),
        posted_at=row.date("datePosted"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    """The office where there is one, else the place that was stated for this opening alone."""
    for at in (row.at("location"), row.at("atsLocation")):
        parts = (at.text("city"), at.text("state", "province"), at.text("addressCountry", "country"))
        if any(parts):
            return (places.place_of(*parts),)
    return ()


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://Quillfarm.bamboohr.com/careers/39?source=aWQ9Mg",
        ref=refs.posting(NAME, "quillfarm", "39", "https://quillfarm.bamboohr.com/careers/39"),
        spellings=(
            "http://quillfarm.bamboohr.com/careers/39/",
            "https://quillfarm.bamboohr.com/careers/39/detail",
            "https://quillfarm.bamboohr.com/jobs/view.php?id=39&source=bamboohr",
        ),
        body="""{"meta": [], "result": {"jobOpening": {"jobOpeningShareUrl": "https://quillfarm.bamboohr.com/careers/39",
            "jobOpeningName": "Goose Keeper", "departmentLabel": "Geese", "jobOpeningStatus": "Open",
            "employmentStatusLabel": "Part-Time", "minimumExperience": "Entry-level", "datePosted": "2026-03-02",
            "compensation": "$18 - $21 per hour", "description": "<p>You keep the geese.</p>", "locationType": "0",
            "location": {"city": "Halifax", "state": "Nova Scotia", "postalCode": null, "addressCountry": "Canada"},
            "atsLocation": {"country": null, "state": null, "province": null, "city": null}}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Goose Keeper",
                    url="https://quillfarm.bamboohr.com/careers/39",
                    board=NAME,
                    token="quillfarm",
                    external_id="39",
                    locations=(
                        Place(text="Halifax, Nova Scotia, Canada", city="Halifax", region="Nova Scotia", country="CA"),
                    ),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    department="Geese",
                    seniority="entry",
                    salary=Salary(min=18, max=21, currency="USD", period="hour", text="$18 - $21 per hour"),
                    posted_at="2026-03-02",
                    description_html="<p>You keep the geese.</p>",
                    description_text="You keep the geese.",
                ),
            ),
        ),
    ),
    Example(
        url="https://quillfarm.bamboohr.com/careers",
        ref=refs.board(NAME, "quillfarm", "https://quillfarm.bamboohr.com/careers"),
        spellings=(
            "https://quillfarm.bamboohr.com/",
            "http://QuillFarm.bamboohr.com/careers/?utm_source=x",
            "https://quillfarm.bamboohr.com/careers/list",
            "https://quillfarm.bamboohr.com/jobs/embed2.php?version=1.0.0",
        ),
        body="""{"meta": {"totalCount": 1}, "result": [{"id": "40", "jobOpeningName": "Feather Sorter",
            "departmentId": "2", "departmentLabel": "Down", "employmentStatusLabel": "Full-Time", "isRemote": null,
            "location": {"city": null, "state": null}, "locationType": "2",
            "atsLocation": {"country": "Canada", "state": "Alberta", "province": null, "city": "Edmonton"}}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Feather Sorter",
                    url="https://quillfarm.bamboohr.com/careers/40",
                    board=NAME,
                    token="quillfarm",
                    external_id="40",
                    locations=(
                        Place(text="Edmonton, Alberta, Canada", city="Edmonton", region="Alberta", country="CA"),
                    ),
                    remote=Remote.HYBRID,
                    employment_type="full_time",
                    department="Down",
                ),
            ),
        ),
    ),
)
