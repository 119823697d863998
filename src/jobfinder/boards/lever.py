"""Lever: the postings API, a bare array in pages of a hundred.

Pure; called through `boards.registry`. Accounts live in the United States or the European Union, on hosts of their own;
the token does not tell which. Times are epoch milliseconds, the text comes in three parts. Tokens keep case.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import fill, refs
from jobfinder.boards.parts.node import Node, decode, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "lever"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("lever.co",)
ANYWHERE = False
POLITENESS = {
    "api.lever.co": Politeness(interval=0.5, in_flight=2),
    "api.eu.lever.co": Politeness(interval=0.5, in_flight=2),
}
WHOLE = True

API = {None: "https://api.lever.co/v0/postings", "eu": "https://api.eu.lever.co/v0/postings"}
HOSTED = {None: "https://jobs.lever.co", "eu": "https://jobs.eu.lever.co"}
LIMIT = 100
BOARD_HOST = re.compile(r"(?:jobs|api)(\.eu)?\.lever\.co")
TOKEN = re.compile(r"[A-Za-z0-9_.-]{1,100}")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
OPTIONS = re.compile(
    r"""leverJobsOptions\s{0,9}=\s{0,9}\{[^{}]{0,200}?accountName["']?\s{0,9}:\s{0,9}["']([^"']{1,100})"""
)
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "onsite": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Boards, postings, their forms, and API addresses. Other paths below a token are nobody's."""
    parts = urls.parts(url)
    found = BOARD_HOST.fullmatch(parts.host) if parts else None
    if parts is None or found is None:
        return None
    path = parts.segments[2:] if parts.segments[:2] == ("v0", "postings") else parts.segments
    if not path or (len(path) > 1 and not ID.fullmatch(path[1].lower())):
        return None
    return refer(path[0], path[1] if len(path) > 1 else None, "eu" if found[1] else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is no UUID."""
    name = refs.token_of(token)
    if name is None or not TOKEN.fullmatch(name):
        return None
    home = f"{HOSTED.get(region, HOSTED[None])}/{quote(name)}"
    if external_id is None:
        return refs.board(NAME, name, home, region)
    id_ = external_id.lower()
    return refs.posting(NAME, name, id_, f"{home}/{id_}", region) if ID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API, in the region known or supposed first."""
    if ref.token is None:
        return (Request(url=ref.url),)
    tail = f"/{ref.external_id}" if ref.kind is RefKind.POSTING else f"?mode=json&skip=0&limit={LIMIT}"
    first, second = (API["eu"], API[None]) if ref.region == "eu" else (API[None], API["eu"])
    return tuple(Request(url=f"{api}/{quote(ref.token)}{tail}") for api in (first, second))


def parse(ref: Ref, response: Response) -> Page:
    """A page of the listing or a single posting."""
    answer = decode(response)
    if isinstance(answer, list):
        return _listing(ref, nodes(answer), response.url)
    row = Node(answer)
    said = row.text("error") or ""
    if row.value("ok") is False and "not found" in said.lower():
        raise Gone(f"Lever says: {said}")
    posting = _posting(ref, row)
    if posting is None:
        raise Broken(f"Lever's answer holds neither a list nor a posting: {said or 'no reason given'}")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """Options of the embedding script."""
    for found in OPTIONS.finditer(markup):
        ref = refer(found[1])
        if ref:
            yield Mark(ref=ref, how="embed options", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _listing(ref: Ref, rows: tuple[Node, ...], url: str) -> Page:
    postings = tuple(posting for row in rows if (posting := _posting(ref, row)))
    if rows and not postings:
        raise Broken("none of the postings in Lever's answer could be read")
    if ref.kind is RefKind.POSTING:
        found = tuple(posting for posting in postings if posting.external_id == ref.external_id)
        if not found:
            raise Gone(f"posting {ref.external_id} is not on the board {ref.token} any more")
        return Page(kind=RefKind.POSTING, reader=NAME, postings=found[:1])
    following = _next(url, len(rows))
    whole = following is None and len(postings) == len(rows)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=postings, next=following, complete=whole)


def _next(url: str, count: int) -> Request | None:
    """The following page, where this one is full."""
    parts = urls.parts(url)
    query = {name: values[-1] for name, values in parts.query.items()} if parts else {}
    if parts is None or count < LIMIT or query.get("limit") != str(LIMIT):
        return None
    skip = int(query["skip"]) if query.get("skip", "").isdecimal() else 0
    path = "/".join(quote(segment) for segment in parts.segments)
    return Request(url=f"https://{parts.host}/{path}?mode=json&skip={skip + LIMIT}&limit={LIMIT}")


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("text"), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(_markup(row), row.markup("descriptionPlain"))
    about = row.at("categories")
    stated_places = _places(row)
    workplace = WORKPLACES.get(_plain(row.text("workplaceType"))) or fill.remote(about.text("location"), title)
    link = row.url("hostedUrl")
    return Posting(
        title=title,
        url=link,
        apply_url=row.url("applyUrl"),
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id.lower(),
        locations=stated_places,
        remote=workplace,
        remote_scope=fill.scope(workplace, about.text("location")),
        employment_type=fields.employment(about.text("commitment") or ""),
        department=about.text("department", "team"),
        salary=_pay(row) or fill.pay(None, said, stated_places),
        posted_at=row.date("createdAt"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _token(link: str | None) -> str | None:
    ref = match(link) if link else None
    return ref.token if ref else None


def _markup(row: Node) -> str:
    lists = (
        f"<h3>{html.escape(part.text('text') or '')}</h3>\n<ul>{part.markup('content')}</ul>"
        for part in row.rows("lists")
    )
    return "\n".join(part for part in (row.markup("description"), *lists, row.markup("additional")) if part)


def _places(row: Node) -> tuple[Place, ...]:
    about = row.at("categories")
    found = fill.locations([about.text("location"), *about.texts("allLocations")])
    # The country is that of the main location; where there are others, theirs are not known from it.
    code = row.text("country")
    return (places.place_of(None, None, code, found[0].text),) if code and len(found) == 1 else found


def _plain(stated: str | None) -> str:
    return (stated or "").lower().replace("-", "")


def _pay(row: Node) -> Salary | None:
    offer, words = row.at("salaryRange"), row.text("salaryDescriptionPlain")
    stated = fill.offer(offer.number("min"), offer.number("max"), offer.text("currency"), offer.text("interval"), words)
    return stated or (parse_salary(words) if words else None)


# ---------------------------------------------------------------- examples

ROLE = "0f9c1a52-7d1e-4a57-9c3e-2b6f5a1d8e90"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://jobs.lever.co/Brightkiln/{ROLE}/apply?lever-source=board",
        ref=refs.posting(NAME, "Brightkiln", ROLE, f"https://jobs.lever.co/Brightkiln/{ROLE}"),
        spellings=(
            f"http://jobs.lever.co/Brightkiln/{ROLE.upper()}/",
            f"https://jobs.lever.co/Brightkiln/{ROLE}/thanks?lever-origin=applied&lever-via=x#top",
            f"https://jobs.eu.lever.co/Brightkiln/{ROLE}",
            f"https://api.lever.co/v0/postings/Brightkiln/{ROLE}?mode=json",
        ),
        body=f"""{{"id": "{ROLE}", "text": "Kiln Operator", "createdAt": 1772442000000, "country": "CA",
            "workplaceType": "on-site", "hostedUrl": "https://jobs.lever.co/Brightkiln/{ROLE}",
            "applyUrl": "https://jobs.lever.co/Brightkiln/{ROLE}/apply",
            "categories": {{"commitment": "Part-time", "team": "Glazing", "location": "Toronto",
                            "allLocations": ["Toronto"]}},
            "description": "<p>You fire the kilns.</p>", "descriptionPlain": "You fire the kilns.",
            "lists": [{{"text": "You bring", "content": "<li>Patience</li>"}}], "additional": "<p>Come as you are.</p>",
            "salaryRange": {{"min": 24.5, "max": 31, "currency": "CAD", "interval": "per-hour-wage"}}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Kiln Operator",
                    url=f"https://jobs.lever.co/Brightkiln/{ROLE}",
                    apply_url=f"https://jobs.lever.co/Brightkiln/{ROLE}/apply",
                    board=NAME,
                    token="Brightkiln",
                    external_id=ROLE,
                    locations=(Place(text="Toronto", city="Toronto", country="CA"),),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    department="Glazing",
                    salary=Salary(min=24.5, max=31, currency="CAD", period="hour"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You fire the kilns.</p>\n<h3>You bring</h3>\n<ul><li>Patience</li></ul>\n"
                    "<p>Come as you are.</p>",
                    description_text="You fire the kilns.\n\nYou bring\n\n- Patience\n\nCome as you are.",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobs.eu.lever.co/tideglass?department=Sales",
        ref=refs.board(NAME, "tideglass", "https://jobs.eu.lever.co/tideglass", "eu"),
        spellings=(
            "https://jobs.eu.lever.co/tideglass/",
            "https://jobs.lever.co/tideglass?team=Ovens&location=Ghent",
            "https://api.eu.lever.co/v0/postings/tideglass?mode=json&skip=100&limit=100",
        ),
        body=f"""[{{"id": "{ROLE}", "text": "Blower", "hostedUrl": "https://jobs.eu.lever.co/tideglass/{ROLE}",
            "categories": {{"location": "Ghent, Belgium", "commitment": "Full-time"}}, "createdAt": 1772442000000}}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Blower",
                    url=f"https://jobs.eu.lever.co/tideglass/{ROLE}",
                    board=NAME,
                    token="tideglass",
                    external_id=ROLE,
                    locations=(Place(text="Ghent, Belgium", city="Ghent", country="BE"),),
                    employment_type="full_time",
                    posted_at="2026-03-02T09:00:00+00:00",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://api.eu.lever.co/v0/postings/tideglass/{ROLE}",
        ref=refs.posting(NAME, "tideglass", ROLE, f"https://jobs.eu.lever.co/tideglass/{ROLE}", "eu"),
    ),
)
