"""Hireology: `careers.hireology.com/{token}`; an API with the whole board, up to 500 openings in one answer.

Pure; called through `boards.registry`. Two readers of the API differ in whether it wants a key: a board's page holds
one, and a page read for a board leads on to the API with it. The list has all texts: a posting is looked for in it. Pay
names no currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.exchange import is_markup, text
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "hireology"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("hireology.com", "hireology.careers")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED, API, OWN = "careers.hireology.com", "api.hireology.com", "hireology.careers"
CAREERS = ("v2", "public", "careers")
LIMIT = 500
TOKEN = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
NUMBER = re.compile(r"\d{1,12}")
KEY = re.compile(r"[\"']?apiToken[\"']?\s{0,5}:\s{0,5}[\"']([\w.=-]{8,2000})[\"']")


def match(url: str) -> Ref | None:
    """Boards, postings and the API."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host == API:
        return refer(path[3]) if path[:3] == CAREERS and len(path) > 3 else None
    if parts.host == HOSTED:
        return refer(path[0], path[1] if len(path) > 1 and NUMBER.fullmatch(path[1]) else None) if path else None
    name = tenants.of_host(parts.host, OWN)
    return refer(name, path[0] if path and NUMBER.fullmatch(path[0]) else None) if name else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name) or (external_id and not NUMBER.fullmatch(external_id)):
        return None
    home = f"https://{HOSTED}/{name}"
    if external_id:
        return refs.posting(NAME, name, external_id, f"{home}/{external_id}/description")
    return refs.board(NAME, name, home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API, then the page."""
    if ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=_api(ref.token)), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """The list, or the posting looked for out of it. A page leads to the list with the key that it holds."""
    if is_markup(response):
        key = KEY.search(text(response))
        if key is None or ref.token is None:
            return hosted.parse(ref, response, match)
        asked = Request(url=_api(ref.token), headers=(("authorization", f"Bearer {key[1]}"),))
        return Page(kind=ref.kind, reader=NAME, next=asked, complete=False)
    answer = Node(decode(response))
    if not isinstance(answer.value("data"), list):
        raise Broken("Hireology's answer holds no list of openings")
    return _list(ref, response, answer)


marks = unmarked


# ---------------------------------------------------------------- reading


def _api(token: str) -> str:
    return f"https://{API}/{'/'.join(CAREERS)}/{quote(token)}?page=1&page_size={LIMIT}"


def _list(ref: Ref, response: Response, answer: Node) -> Page:
    rows, total = answer.rows("data"), answer.number("count")
    here, size = jobsite.page_of(response, "page", 1), answer.number("page_size") or LIMIT
    before = int((here - 1) * size)
    more = bool(rows) and total is not None and before + len(rows) < total
    following = jobsite.turned(response, "page", here + 1) if more else None
    open_ = tuple(row for row in rows if (row.text("status") or "Open").lower() == "open")
    read = (_posting(ref, row) for row in open_)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read, following)
    stated = None if total is None else total - (len(rows) - len(open_))
    return counted.page(NAME, len(open_), read, total=stated, before=before, following=following)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, number, link = row.text("name"), row.text("id"), row.url("career_site_url")
    if not title or not number or not NUMBER.fullmatch(number):
        return None
    own = match(link) if link else None
    token = ref.token or (own.token if own else None)
    named = refer(token, number) if token else None
    said, where = fill.description(row.markup("job_description")), fill.unique(_places(row))
    workplace = Remote.REMOTE if row.flag("remote") else fill.remote(title)
    return Posting(
        title=title,
        company=row.at("organization").text("name"),
        url=named.url if named else link,
        board=NAME,
        token=token,
        external_id=number,
        locations=where,
        remote=workplace,
        employment_type=fields.employment(row.text("employment_status")),
        department=row.at("job_family").text("name"),
        salary=fill.pay(_pay(row.at("compensation")), said, where),
        posted_at=row.date("created_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> Iterator[Place]:
    for at in row.rows("locations"):
        city, region = at.text("city"), at.text("state")
        if city or region:
            yield places.place_of(city, region, None, ", ".join(part for part in (city, region) if part))


def _pay(stated: Node) -> Salary | None:
    if stated.flag("is_comp_range"):
        return fill.offer(
            stated.number("comp_range_min"), stated.number("comp_range_max"), None, stated.text("comp_period")
        )
    single = stated.number("comp_single_amount")
    return fill.offer(single, single, None, stated.text("comp_period"))


# ---------------------------------------------------------------- examples

HOME = f"https://{HOSTED}/brightkilnmotors"
BODY = """{"data": [{"id": 2210301, "name": "Kiln Technician", "status": "Open", "remote": false,
    "job_description": "<p>You keep the kilns hot.</p>", "employment_status": "Full Time - hourly",
    "locations": [{"address": "1 Clay Rd", "city": "Austin", "state": "TX", "zip_code": "78701"}],
    "career_site_url": "https://careers.hireology.com/brightkilnmotors/2210301/description",
    "created_at": "2026-03-02T09:00:00Z", "organization": {"name": "Brightkiln Motors"},
    "job_family": {"name": "Service"}, "compensation": {"is_comp_range": true, "comp_range_min": "21.0",
    "comp_range_max": "26.0", "comp_single_amount": null, "comp_period": "hourly"}}],
    "count": 1, "page": 1, "page_size": 500}"""
POSTING = Posting(
    title="Kiln Technician",
    company="Brightkiln Motors",
    url=f"{HOME}/2210301/description",
    board=NAME,
    token="brightkilnmotors",
    external_id="2210301",
    locations=(Place(text="Austin, TX", city="Austin", region="TX", country="US"),),
    employment_type="full_time",
    department="Service",
    salary=Salary(min=21, max=26, period="hour"),
    posted_at="2026-03-02T09:00:00+00:00",
    description_html="<p>You keep the kilns hot.</p>",
    description_text="You keep the kilns hot.",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/2210301/description?utm_source=x",
        ref=refs.posting(NAME, "brightkilnmotors", "2210301", f"{HOME}/2210301/description"),
        spellings=(
            f"http://{HOSTED}/BrightKilnMotors/2210301/apply#form",
            f"https://brightkilnmotors.{OWN}/2210301",
        ),
        body=BODY,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(POSTING,)),
    ),
    Example(
        url=HOME,
        ref=refs.board(NAME, "brightkilnmotors", HOME),
        spellings=(
            f"http://{HOSTED}/BrightKilnMotors/?ref=x#jobs",
            f"https://brightkilnmotors.{OWN}/",
            "https://api.hireology.com/v2/public/careers/brightkilnmotors?page=2",
        ),
        body=BODY,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(POSTING,), total=1),
    ),
)
