"""Dover: the API behind app.dover.com; a board's name is looked up first, its jobs are listed under a UUID.

Pure; called through `boards.registry`. A board goes by a name or by its UUID; nothing in an address tells that both are
one. A posting's address names its company in words only, so its key has no board. Dover fills new boards with samples.
Lists hold no text and no pay; pay is only to be shown where the employer shares it.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import asked, fill, listing, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "dover"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("dover.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "app.dover.com"
HOSTED = f"https://{HOST}"
API = f"{HOSTED}/api/v1"
SIZE = 100
TOKEN = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
WORKPLACES = {"REMOTE": Remote.REMOTE, "HYBRID": Remote.HYBRID, "ONSITE": Remote.ONSITE, "IN_OFFICE": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Boards by name or UUID, postings, and API addresses."""
    parts = urls.parts(url)
    if parts is None or parts.host != HOST:
        return None
    path = parts.segments
    if path[:2] == ("api", "v1"):
        return _match_api(path[2:])
    if len(path) > 2 and path[0] == "apply":
        return _posting_ref(path[1], path[2])
    if len(path) == 3 and path[1] == "careers" and ID.fullmatch(path[2].lower()):
        return refer(path[2])
    return refer(path[1]) if len(path) == 2 and path[0] == "jobs" else None


def _match_api(path: tuple[str, ...]) -> Ref | None:
    if path[:2] == ("inbound", "application-portal-job") and len(path) > 2:
        return _posting_ref("job", path[2])
    return refer(path[1]) if len(path) > 1 and path[0] in ("careers-page-slug", "careers-page") else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting, which is on none; null where the id is no UUID."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name):
        return None
    if external_id is not None:
        return _posting_ref(name, external_id)
    home = f"{HOSTED}/{name}/careers/{name}" if ID.fullmatch(name) else f"{HOSTED}/jobs/{name}"
    return refs.board(NAME, name, home)


def _posting_ref(company: str, external_id: str) -> Ref | None:
    id_ = external_id.lower()
    if not ID.fullmatch(id_):
        return None
    url = f"{HOSTED}/apply/{quote(company, safe='')}/{id_}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=f"job:{NAME}:{id_}", url=url, external_id=id_)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The posting; the list of a board whose UUID is known, else what the name stands for."""
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{API}/inbound/application-portal-job/{ref.external_id}"),)
    if ref.token is None:
        return (Request(url=ref.url),)
    return (_page_of(ref.token, 0) if ID.fullmatch(ref.token) else Request(url=f"{API}/careers-page-slug/{ref.token}"),)


def parse(ref: Ref, response: Response) -> Page:
    """What a name stands for, a page of the list, or a posting."""
    answer = Node(decode(response))
    if isinstance(answer.value("results"), list):
        return _listing(ref, answer, response)
    posting = _posting(ref, answer)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    found = (answer.text("id") or "").lower()
    if ref.kind is RefKind.POSTING or not ID.fullmatch(found):
        raise Broken("Dover's answer holds neither jobs nor a careers page")
    return Page(kind=RefKind.BOARD, reader=NAME, next=_page_of(found, 0), complete=False)


marks = unmarked


# ---------------------------------------------------------------- reading


def _page_of(uuid: str, offset: int) -> Request:
    return Request(url=f"{API}/careers-page/{uuid}/jobs?limit={SIZE}&offset={offset}")


def _listing(ref: Ref, answer: Node, response: Response) -> Page:
    rows = answer.rows("results")
    shown = tuple(row for row in rows if row.flag("is_sample") is not True and row.flag("is_published") is not False)
    found = listing.Rows(head=answer, rows=shown, total=len(shown), next=None)
    if ref.kind is RefKind.POSTING:
        return listing.one(ref, found, _posting, NAME)
    page = listing.page(ref, found, _posting, NAME)
    # What the board counts has the samples in it: it is only a total where this is all there is.
    more = answer.value("next") is not None
    return replace(page, next=_next(response, len(rows)) if more else None, total=None if more else len(shown))


def _next(response: Response, count: int) -> Request | None:
    ref, offset = match(response.url), asked.number(response.url, "offset", 0)
    return _page_of(ref.token, offset + count) if count and offset is not None and ref and ref.token else None


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), (row.text("id") or "").lower()
    if not title or not external_id:
        return None
    said = fill.description(row.markup("user_provided_description"))
    where = _places(row)
    mode = _mode(row, where, title)
    offer = row.at("compensation")
    link = ref.url if ref.external_id == external_id else f"{HOSTED}/apply/{ref.token or 'job'}/{external_id}"
    return Posting(
        title=title,
        company=row.text("client_name"),
        url=link,
        apply_url=link,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scopes(mode, where),
        employment_type=fields.employment(offer.text("employment_type")),
        salary=_pay(offer) or fill.pay(None, said, where),
        posted_at=row.date("date_posted", "created"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    found = tuple(_place(place) for place in row.rows("locations"))
    return fill.unique(place for place in found if place.text) or fill.locations([row.text("location")])


def _place(place: Node) -> Place:
    known = place.at("location_option")
    parts = (known.text("city"), known.text("state"), known.text("country"))
    name = known.text("display_name") or place.text("name")
    return places.place_of(*parts, name) if any(parts) else places.place(name or "")


def _mode(row: Node, where: tuple[Place, ...], title: str) -> Remote | None:
    """The type of the job, or that of all its places; else as places and title say."""
    types = {place.text("location_type") or "" for place in row.rows("locations")}
    of_places = WORKPLACES.get(types.pop()) if len(types) == 1 else None
    stated = WORKPLACES.get((row.text("workplace_type") or "").upper()) or of_places
    return stated or fill.remote(*(place.text for place in where), title)


def _pay(offer: Node) -> Salary | None:
    if offer.flag("open_to_sharing_comp") is False:
        return None
    unit = (offer.text("currency_code"), offer.text("salary_range_type"))
    return fill.offer(offer.number("lower_bound"), offer.number("upper_bound"), *unit)


# ---------------------------------------------------------------- examples

BOARD = "0b5d1c7e-2f43-4a86-9d10-7c3e5a9b8f64"
ROLE = "c4a7e2d9-81b6-4f35-a0c2-95d3b7e1f608"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://app.dover.com/apply/Quill%20%26%20Co/{ROLE.upper()}/?rs=42706078",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key=f"job:dover:{ROLE}",
            url=f"https://app.dover.com/apply/Quill%20%26%20Co/{ROLE}",
            external_id=ROLE,
        ),
        spellings=(
            f"https://app.dover.com/apply/quill/{ROLE}#form",
            f"https://app.dover.com/api/v1/inbound/application-portal-job/{ROLE}",
        ),
        body=f"""{{"id": "{ROLE}", "client_id": "{BOARD}", "client_name": "Quill & Co", "title": "Calligrapher",
            "user_provided_description": "<p>You write invitations.</p>", "created": "2026-03-02T09:30:00.500000Z",
            "workplace_type": "HYBRID", "locations": [{{"location_type": "HYBRID", "name": "Leeds, England",
              "location_option": {{"display_name": "Leeds, England", "city": "Leeds", "state": "England",
                                   "country": "GB"}}}}],
            "compensation": {{"lower_bound": 18.5, "upper_bound": 24, "currency_code": "gbp",
              "salary_range_type": "HOURLY", "employment_type": "PART_TIME", "open_to_sharing_comp": true}}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Calligrapher",
                    company="Quill & Co",
                    url=f"https://app.dover.com/apply/Quill%20%26%20Co/{ROLE}",
                    apply_url=f"https://app.dover.com/apply/Quill%20%26%20Co/{ROLE}",
                    board=NAME,
                    external_id=ROLE,
                    locations=(Place(text="Leeds, England", city="Leeds", country="GB"),),
                    remote=Remote.HYBRID,
                    employment_type="part_time",
                    salary=Salary(min=18.5, max=24, currency="GBP", period="hour"),
                    posted_at="2026-03-02T09:30:00.500000+00:00",
                    description_html="<p>You write invitations.</p>",
                    description_text="You write invitations.",
                ),
            ),
        ),
    ),
    Example(
        url="https://app.dover.com/jobs/Quill-and-Co?embed=1",
        ref=refs.board(NAME, "quill-and-co", "https://app.dover.com/jobs/quill-and-co"),
        spellings=(
            "https://app.dover.com/jobs/quill-and-co/",
            "https://app.dover.com/api/v1/careers-page-slug/quill-and-co",
        ),
        body=f"""{{"id": "{BOARD}", "slug": "quill-and-co", "name": "Quill & Co", "careers_page_info": "<p>Hi</p>"}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"https://app.dover.com/api/v1/careers-page/{BOARD}/jobs?limit=100&offset=0"),
            complete=False,
        ),
    ),
    Example(
        url=f"https://app.dover.com/Quill%20%26%20Co/careers/{BOARD}",
        ref=refs.board(NAME, BOARD, f"https://app.dover.com/{BOARD}/careers/{BOARD}"),
        spellings=(f"https://app.dover.com/api/v1/careers-page/{BOARD.upper()}/jobs?limit=300",),
        body=f"""{{"count": 2, "next": null, "previous": null, "results": [
            {{"id": "00000000-0000-4000-8000-000000000001", "title": "Sample Engineer", "is_sample": true,
              "is_published": true, "locations": []}},
            {{"id": "{ROLE}", "title": "Calligrapher", "is_published": true, "is_sample": false,
              "workplace_type": "ONSITE", "locations": [{{"location_type": "IN_OFFICE", "name": "Leeds, England",
              "location_option": {{"display_name": "Leeds, England"}}}}]}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Calligrapher",
                    url=f"https://app.dover.com/apply/{BOARD}/{ROLE}",
                    apply_url=f"https://app.dover.com/apply/{BOARD}/{ROLE}",
                    board=NAME,
                    token=BOARD,
                    external_id=ROLE,
                    locations=(Place(text="Leeds, England", city="Leeds", country="GB"),),
                    remote=Remote.ONSITE,
                ),
            ),
        ),
    ),
)
