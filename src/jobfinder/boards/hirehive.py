"""HireHive: `{token}.hirehive.com`; an API in pages of a hundred with all texts.

Pure; called through `boards.registry`. A posting's address is words and, behind the last dash, its id of six letters
and digits; words may change, the id is the posting. A posting is looked for in the list. Ids keep case.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "hirehive"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("hirehive.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "hirehive.com"
LIMIT = 100
ID = re.compile(r"(?=[a-z0-9]{0,5}[A-Z0-9])[A-Za-z0-9]{6}")
"""Six letters and digits, not all of them small letters: those are words."""
SLUG = re.compile(r"[\w.%&+,()'-]{1,200}-([A-Za-z0-9]{6})")
NOT_BOARDS = frozenset({"my", "help", "blog", "developers", "status", "images"})


def match(url: str) -> Ref | None:
    """Careers sites, postings and the API. Other pages of a site belong to its board."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None or name in NOT_BOARDS:
        return None
    words = SLUG.fullmatch(parts.segments[0]) if parts.segments else None
    if words is None or not ID.fullmatch(words[1]):
        return refer(name)
    return refs.posting(NAME, name, words[1], f"https://{name}.{DOMAIN}/{words[0]}")


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that id; its address then has a word in place of its words."""
    name = tenants.label(token)
    if name is None or name in NOT_BOARDS or (external_id and not ID.fullmatch(external_id)):
        return None
    home = f"https://{name}.{DOMAIN}/"
    if external_id:
        return refs.posting(NAME, name, external_id, f"{home}job-{external_id}")
    return refs.board(NAME, name, home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API, also for a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"https://{ref.token}.{DOMAIN}/api/v2/jobs?page=1&page_size={LIMIT}&source=CareerSite"),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or the posting looked for out of it."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if not isinstance(answer.value("items"), list):
        raise Broken("HireHive's answer holds no list of openings")
    rows, meta = answer.rows("items"), answer.at("meta")
    here = jobsite.page_of(response, "page", 1)
    more = meta.flag("has_next_page") is True and bool(rows)
    following = jobsite.turned(response, "page", here + 1) if more else None
    read = (_posting(ref, row) for row in rows)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read, following)
    total = meta.number("total_items")
    return counted.page(NAME, len(rows), read, total=total, before=(here - 1) * LIMIT, following=following)


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("title"), (row.text("id") or "").removeprefix("job_")
    if not title or not ID.fullmatch(id_):
        return None
    link = row.url("hosted_url")
    own = match(link) if link else None
    token = ref.token or (own.token if own else None)
    text = row.at("description")
    said = fill.description(text.markup("html"), text.markup("text"), row.at("language").text("code"))
    where = _places(row)
    return Posting(
        title=title,
        url=own.url if own else link,
        board=NAME,
        token=token,
        external_id=id_,
        locations=where,
        remote=fill.remote(row.text("location"), title),
        employment_type=fields.employment(row.at("type").text("name", "type")),
        department=row.at("category").text("name"),
        seniority=fill.level(row.at("experience").text("name")),
        salary=fill.pay(_pay(row), said, where),
        posted_at=row.date("published_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    """`location` is a city or an address; the country stands apart."""
    country, stated = row.at("country"), row.text("location")
    name = country.text("name")
    whole = ", ".join(part for part in (stated, name) if part and not (part == name and name in (stated or "")))
    if stated and len(places.split(stated)) == 1:
        return (places.place_of(stated, row.text("state_code"), country.text("code", "name"), whole),)
    return fill.locations([whole])


def _pay(row: Node) -> Salary | None:
    tiers = row.rows("compensation_tiers")
    if len(tiers) == 1:
        tier = tiers[0]
        low, high = tier.number("min_value"), tier.number("max_value")
        return fill.offer(low, high, tier.text("currency_code"), tier.text("interval"))
    stated = row.text("salary")
    return parse_salary(stated, row.at("country").text("code")) if stated else None


# ---------------------------------------------------------------- examples

HOME = f"https://fernbrook.{DOMAIN}/"
BODY = f"""{{"meta": {{"page": 1, "page_size": 100, "total_items": 1, "has_next_page": false}}, "links": {{}},
    "items": [{{"id": "job_QxZ7lo", "title": "Gardener", "location": "Galway", "state_code": null,
    "country": {{"name": "Ireland", "code": "IE"}}, "description": {{"html": "<p>You look after the moss.</p>",
    "text": "You look after the moss."}}, "category": {{"id": 3, "name": "Beds"}},
    "type": {{"type": "FullTime", "name": "Full Time"}}, "experience": {{"type": "NA", "name": "Not Applicable"}},
    "language": {{"name": "English", "code": "en"}}, "published_date": "2026-03-02T09:00:00Z", "salary": "",
    "hosted_url": "{HOME}gardener-galway-QxZ7lo", "compensation_tiers": [{{"min_value": 32000, "max_value": 36000,
    "currency_code": "EUR", "interval": "Year"}}]}}]}}"""
POSTING = Posting(
    title="Gardener",
    url=f"{HOME}gardener-galway-QxZ7lo",
    board=NAME,
    token="fernbrook",
    external_id="QxZ7lo",
    locations=(Place(text="Galway, Ireland", city="Galway", country="IE"),),
    employment_type="full_time",
    department="Beds",
    salary=Salary(min=32_000, max=36_000, currency="EUR", period="year"),
    posted_at="2026-03-02T09:00:00+00:00",
    description_html="<p>You look after the moss.</p>",
    description_text="You look after the moss.",
    language="en",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}gardener-galway-QxZ7lo?source=x",
        ref=refs.posting(NAME, "fernbrook", "QxZ7lo", f"{HOME}gardener-galway-QxZ7lo"),
        spellings=(f"http://FernBrook.{DOMAIN}/gardener-QxZ7lo/", f"{HOME}gardener-galway-QxZ7lo/apply#form"),
        body=BODY,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(POSTING,)),
    ),
    Example(
        url=HOME,
        ref=refs.board(NAME, "fernbrook", HOME),
        spellings=(f"http://FernBrook.{DOMAIN}", f"{HOME}?category=beds#list", f"{HOME}api/v2/jobs?page=2"),
        body=BODY,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(POSTING,), total=1),
    ),
)
