"""Freshteam: the feed of the careers widget, a whole board with its texts in one answer; none for a single posting.

Pure; called through `boards.registry`. A job names its branch and role by number: both lists stand beside the jobs.
The feed ends at a thousand jobs. `deleted` jobs are in it and not on the board. An account that does not exist answers
200 with a page. The numbers of `job_type` are explained nowhere; those in KINDS were seen beside their words.
"""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "freshteam"
ALIASES: tuple[str, ...] = ("freshworks",)
HOSTS: tuple[str, ...] = ("freshteam.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

ID = re.compile(r"[A-Za-z0-9_-]{4,60}")
KINDS = {1: "contract", 2: "full_time", 3: "internship"}
MOST = 1000
Names = dict[str, Node]
"""The branches, or the roles, by number."""


def match(url: str) -> Ref | None:
    """Boards, postings and the feed of the widget."""
    parts = urls.parts(url)
    token = tenants.of_host(parts.host, "freshteam.com") if parts else None
    if parts is None or token is None:
        return None
    path = parts.segments
    if not path or path in (("jobs",), ("hire", "widgets", "jobs.json")):
        return refer(token)
    return refer(token, path[1]) if path[0] == "jobs" else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no id."""
    name = tenants.label(token)
    if name is None:
        return None
    home = f"https://{name}.freshteam.com/jobs"
    if external_id is None:
        return refs.board(NAME, name, home)
    return refs.posting(NAME, name, external_id, f"{home}/{external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, whatever is looked for."""
    return (Request(url=f"https://{ref.token}.freshteam.com/hire/widgets/jobs.json" if ref.token else ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The listing, the one posting looked for, or the careers page."""
    if exchange.is_markup(response):
        return _of_page(ref, response)
    found = listing.whole(response, "jobs")
    if found is None:
        raise Broken("Freshteam's answer holds no list of jobs")
    listed = replace(found, rows=tuple(row for row in found.rows if row.flag("deleted") is not True))
    read = partial(_posting, _named(found, "branches"), _named(found, "job_roles"))
    if ref.kind is RefKind.POSTING:
        return listing.one(ref, listed, read, NAME)
    page = listing.page(ref, replace(listed, total=len(listed.rows)), read, NAME)
    return replace(page, complete=page.complete and found.total < MOST)


marks = unmarked


# ---------------------------------------------------------------- reading


def _of_page(ref: Ref, response: Response) -> Page:
    page = hosted.shown(ref, response, match) or hosted.board(ref, response, match)
    if page is None:
        raise Gone(f"{urls.host(response.url)} answers with a page in the place of its jobs: there is no such board")
    return page


def _named(found: listing.Rows, name: str) -> Names:
    return {number: row for row in found.head.rows(name) if (number := row.text("id"))}


def _posting(branches: Names, roles: Names, ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("unique_id")
    if not title or not external_id:
        return None
    link = row.url("url")
    said = fill.description(row.markup("description"))
    where = _places(branches.get(row.text("branch_id") or "", Node(None)))
    mode = Remote.REMOTE if row.flag("remote") else fill.remote(*(place.text for place in where), title)
    wanted = row.text("preferred_remote_job_locations")
    kind = row.number("job_type")
    return Posting(
        title=title,
        url=link,
        apply_url=link,
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fields.remote_scope(wanted) or fill.scope(mode, wanted) or _said_scope(where),
        employment_type=KINDS.get(int(kind)) if kind is not None else None,
        department=roles.get(row.text("job_role_id") or "", Node(None)).text("name"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("created_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _token(link: str | None) -> str | None:
    to = match(link) if link else None
    return to.token if to else None


def _said_scope(where: tuple[Place, ...]) -> str | None:
    """The scope that a branch for remote work has in its name; other branches are just the office."""
    return next((scope for place in where if (scope := fields.remote_scope(place.text))), None)


def _places(branch: Node) -> tuple[Place, ...]:
    name, city, country = branch.text("location"), branch.text("city"), branch.text("country_code")
    if not (name or city or country):
        return ()
    if fields.remote(city) or fields.remote(name):
        return (places.place_of(None, None, country, name or city),)
    return (places.place_of(city, branch.text("state"), country, name),)


# ---------------------------------------------------------------- examples

FEED = """{"jobs": [
    {"id": 1000081201, "title": "Sail Maker ", "description": "<p>You sew sails.</p>", "job_type": 2, "status": 2,
     "deleted": false, "created_at": "2026-03-02T09:30:00.000Z", "unique_id": "k3Xw-9PQzr", "remote": false,
     "url": "https://spinnaker.freshteam.com/jobs/k3Xw-9PQzr/sail-maker", "branch_id": 71, "job_role_id": 5},
    {"id": 1000081202, "title": "Rigger", "deleted": true, "unique_id": "a1Bc-2DEfg", "branch_id": 71}],
  "branches": [{"id": 71, "city": "Kochi", "state": "Kerala", "country_code": "IN", "location": "Kochi, India"}],
  "job_roles": [{"id": 5, "name": "Loft", "deleted": false}]}"""
MAKER = Posting(
    title="Sail Maker",
    url="https://spinnaker.freshteam.com/jobs/k3Xw-9PQzr/sail-maker",
    apply_url="https://spinnaker.freshteam.com/jobs/k3Xw-9PQzr/sail-maker",
    board=NAME,
    token="spinnaker",
    external_id="k3Xw-9PQzr",
    locations=(Place(text="Kochi, India", city="Kochi", region="Kerala", country="IN"),),
    employment_type="full_time",
    department="Loft",
    posted_at="2026-03-02T09:30:00+00:00",
    description_html="<p>You sew sails.</p>",
    description_text="You sew sails.",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://Spinnaker.freshteam.com/jobs/k3Xw-9PQzr/sail-maker?ft_source=LinkedIn#applicant-form",
        ref=refs.posting(NAME, "spinnaker", "k3Xw-9PQzr", "https://spinnaker.freshteam.com/jobs/k3Xw-9PQzr"),
        spellings=(
            "https://spinnaker.freshteam.com/jobs/k3Xw-9PQzr",
            "http://spinnaker.freshteam.com/jobs/k3Xw-9PQzr/another-title/",
        ),
        body=FEED,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(MAKER,)),
    ),
    Example(
        url="https://spinnaker.freshteam.com/jobs?role=Loft",
        ref=refs.board(NAME, "spinnaker", "https://spinnaker.freshteam.com/jobs"),
        spellings=(
            "https://spinnaker.freshteam.com/",
            "https://spinnaker.freshteam.com/jobs/",
            "https://spinnaker.freshteam.com/hire/widgets/jobs.json",
        ),
        body=FEED,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(MAKER,), total=1),
    ),
)
