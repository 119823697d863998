"""Gem: the job board API, a whole board with its texts as a bare array; there is no answer for a single posting.

Pure; called through `boards.registry`. The shape is that of Greenhouse's boards without the object around it. Tokens
keep case; ids are numbers or opaque words, and keep case too.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import fill, listing, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, urls

NAME = "gem"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("gem.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

HOSTED = "https://jobs.gem.com"
API = "https://api.gem.com/job_board/v0"
TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
ID = re.compile(r"[A-Za-z0-9_=-]{4,120}")
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "in_office": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Boards, postings, their forms, and API addresses."""
    parts = urls.parts(url)
    if parts is None or parts.host not in ("jobs.gem.com", "api.gem.com"):
        return None
    path = parts.segments
    if parts.host == "api.gem.com":
        if path[:2] != ("job_board", "v0") or path[3:4] not in ((), ("job_posts",)):
            return None
        path = (*path[2:3], *path[4:])
    return refer(path[0], path[1] if len(path) > 1 else None) if path else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no id."""
    name = refs.token_of(token)
    if name is None or not TOKEN.fullmatch(name):
        return None
    home = f"{HOSTED}/{name}"
    if external_id is None:
        return refs.board(NAME, name, home)
    return refs.posting(NAME, name, external_id, f"{home}/{external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The board, whatever is looked for. Without its last slash the address does not answer."""
    return (Request(url=f"{API}/{ref.token}/job_posts/" if ref.token else ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The listing, or the one posting looked for."""
    wanted = ref.kind is RefKind.POSTING
    found = listing.whole(response, None) if wanted else listing.rows(response, None)
    if found is None:
        raise Broken("Gem's answer is no list of job posts")
    return listing.one(ref, found, _posting, NAME) if wanted else listing.page(ref, found, _posting, NAME)


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("id")
    if not title or not external_id:
        return None
    link = row.url("absolute_url")
    said = fill.description(row.markup("content"), row.markup("content_plain"))
    where = _places(row)
    stated = row.at("location").text("name")
    mode = WORKPLACES.get((row.text("location_type") or "").lower()) or fill.remote(stated, title)
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=link,
        apply_url=link,
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scope(mode, stated),
        employment_type=fields.employment(row.text("employment_type")),
        department=next((name for part in row.rows("departments") if (name := part.text("name"))), None),
        salary=fill.pay(None, said, where),
        posted_at=row.date("first_published_at", "created_at"),
        updated_at=row.date("updated_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("requisition_id"),
    )


def _token(link: str | None) -> str | None:
    to = match(link) if link else None
    return to.token if to else None


def _places(row: Node) -> tuple[Place, ...]:
    """All offices; the one location where none is named."""
    offices = (office.at("location").text("name") or office.text("name") for office in row.rows("offices"))
    return fill.locations(offices) or fill.locations([row.at("location").text("name")])


# ---------------------------------------------------------------- examples

POSTS = """[
    {"id": "4402718003", "internal_job_id": "4402717003", "title": "Glass Painter",
     "location": {"name": "Murano, Italy"}, "absolute_url": "https://jobs.gem.com/Harlequin-Glass/4402718003",
     "location_type": "hybrid", "employment_type": "part_time", "requisition_id": "G-7",
     "departments": [{"id": "1", "name": "Studio"}],
     "offices": [{"id": "9", "name": "Furnace", "location": {"name": "Murano, Italy"}}],
     "content": "<p>You paint glass.</p>", "content_plain": "You paint glass.",
     "created_at": "2026-02-27T08:00:00Z", "first_published_at": "2026-03-02T09:30:00Z",
     "updated_at": "2026-03-05T10:00:00Z"}]"""
PAINTER = Posting(
    title="Glass Painter",
    url="https://jobs.gem.com/Harlequin-Glass/4402718003",
    apply_url="https://jobs.gem.com/Harlequin-Glass/4402718003",
    board=NAME,
    token="Harlequin-Glass",
    external_id="4402718003",
    locations=(Place(text="Murano, Italy", city="Murano", country="IT"),),
    remote=Remote.HYBRID,
    employment_type="part_time",
    department="Studio",
    posted_at="2026-03-02T09:30:00+00:00",
    updated_at="2026-03-05T10:00:00+00:00",
    description_html="<p>You paint glass.</p>",
    description_text="You paint glass.",
    requisition_id="G-7",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://jobs.gem.com/Harlequin-Glass/4402718003?utm_source=x&referral=friend#apply",
        ref=refs.posting(NAME, "Harlequin-Glass", "4402718003", "https://jobs.gem.com/Harlequin-Glass/4402718003"),
        spellings=(
            "http://jobs.gem.com/Harlequin-Glass/4402718003/",
            "https://jobs.gem.com/Harlequin-Glass/4402718003/apply",
            "https://api.gem.com/job_board/v0/Harlequin-Glass/job_posts/4402718003/",
        ),
        body=POSTS,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(PAINTER,)),
    ),
    Example(
        url="https://jobs.gem.com/Harlequin-Glass?department=Studio",
        ref=refs.board(NAME, "Harlequin-Glass", "https://jobs.gem.com/Harlequin-Glass"),
        spellings=(
            "https://jobs.gem.com/Harlequin-Glass/",
            "https://api.gem.com/job_board/v0/Harlequin-Glass/job_posts/",
            "https://api.gem.com/job_board/v0/Harlequin-Glass",
        ),
        body=POSTS,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(PAINTER,), total=1),
    ),
)
