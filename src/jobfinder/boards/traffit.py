"""Traffit: `{token}.traffit.com`; a list in pages, whose number stands in headers of the request and of the answer.

Pure; called through `boards.registry`. The list has all texts: a posting is looked for in it, by the code in its
address. Texts come as values by name, a place as JSON inside a text. Positions that are filled stay on the list,
marked as awarded: they are no openings.
"""

from __future__ import annotations

import json
import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "traffit"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("traffit.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "traffit.com"
LIST = "public/job_posts/published"
SIZE, CURRENT, PAGES = "x-request-page-size", "x-request-current-page", "x-result-total-pages"
TOTAL = "x-result-total-count"
LIMIT = 100
MOST_PAGES = 500
CODE = re.compile(r"[A-Za-z0-9_=+.-]{6,100}")
NOT_POSTINGS = frozenset({"list", "generatejs"})
SECTIONS = ("description", "responsibilities", "requirements", "benefits")


def match(url: str) -> Ref | None:
    """Careers sites, postings, the API and the script for others' pages; forms have codes of their own."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    path = parts.segments
    code = path[2] if tuple(map(str.lower, path[:2])) == ("public", "an") and len(path) > 2 else None
    return refer(name, code) or refer(name)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that code."""
    name = tenants.label(token)
    if name is None:
        return None
    home = f"https://{name}.{DOMAIN}"
    if external_id is None:
        return refs.board(NAME, name, f"{home}/career/")
    if not CODE.fullmatch(external_id) or external_id.lower() in NOT_POSTINGS:
        return None
    return refs.posting(NAME, name, external_id, f"{home}/public/an/{external_id}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The first page of the list, also for a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    headers = (("accept", "application/json"), (SIZE, str(LIMIT)), (CURRENT, "1"))
    return (Request(url=f"https://{ref.token}.{DOMAIN}/{LIST}", headers=headers),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or the posting looked for out of it."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = decode(response)
    if not isinstance(answer, list):
        raise Broken("Traffit's answer is no list of openings")
    rows = nodes(answer)
    here = _here(response)
    following = _following(response, here, len(rows))
    if ref.kind is RefKind.POSTING:
        return _one(ref, rows, following)
    open_ = tuple(row for row in rows if row.flag("awarded") is not True)
    total = _stated(response, TOTAL)
    kept = None if total is None else max(total - (len(rows) - len(open_)), 0)
    read = (_posting(ref, row) for row in open_)
    sure = total is not None or len(rows) < LIMIT
    before = (here - 1) * LIMIT
    return counted.page(NAME, len(open_), read, total=kept, before=before, following=following, sure=sure)


marks = unmarked


# ---------------------------------------------------------------- paging


def _stated(response: Response, name: str) -> int | None:
    value = dict(response.headers).get(name, "")
    return int(value) if value.isdecimal() and len(value) < 9 else None


def _here(response: Response) -> int:
    asked = dict(response.request.headers).get(CURRENT, "") if response.request else ""
    return int(asked) if asked.isdecimal() and 0 < len(asked) < 6 else 1


def _following(response: Response, here: int, count: int) -> Request | None:
    pages = _stated(response, PAGES)
    if response.request is None or pages is None or not count or here >= min(pages, MOST_PAGES):
        return None
    kept = tuple(pair for pair in response.request.headers if pair[0] != CURRENT)
    return replace(response.request, headers=(*kept, (CURRENT, str(here + 1))))


# ---------------------------------------------------------------- reading


def _one(ref: Ref, rows: tuple[Node, ...], following: Request | None) -> Page:
    for row in rows:
        if row.flag("awarded") and _code(row) == ref.external_id:
            raise Gone(f"Traffit states that posting {ref.external_id} is filled", certain=True)
    return counted.one(NAME, ref, (_posting(ref, row) for row in rows), following)


def _code(row: Node) -> str | None:
    own = match(row.url("url") or "")
    return own.external_id if own else None


def _posting(ref: Ref, row: Node) -> Posting | None:
    advert, options, link = row.at("advert"), row.at("options"), row.url("url")
    own = match(link) if link else None
    title = advert.text("name") or row.text("name")
    if not title or own is None or own.external_id is None:
        return None
    values = {name: value for value in advert.rows("values") if (name := value.text("field_id"))}
    said = fill.description(_text(values), stated_language=advert.text("language"))
    where = _places(values)
    return Posting(
        title=title,
        url=own.url,
        apply_url=row.url("application_form"),
        board=NAME,
        token=ref.token or own.token,
        external_id=own.external_id,
        locations=where,
        remote=_remote(options, title),
        employment_type=fields.employment(options.texts("job_type")),
        department=options.text("branches", "_department"),
        salary=fill.pay(_pay(options), said, where),
        posted_at=row.date("valid_start"),
        closes_at=row.date("valid_end"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=advert.at("recruitment").text("nr_ref"),
    )


def _text(values: dict[str, Node]) -> str:
    parts = (values[name].markup("value").strip() for name in SECTIONS if name in values)
    return "\n".join(part for part in parts if part)


def _places(values: dict[str, Node]) -> tuple[Place, ...]:
    """The place is an object, or one written as JSON inside a text."""
    stated = values["geolocation"].value("value") if "geolocation" in values else None
    if isinstance(stated, str):
        try:
            stated = json.loads(stated)
        except (ValueError, RecursionError):
            return fill.locations([str(stated)])
    at = Node(stated)
    city, region, country = at.text("locality"), at.text("region1"), at.text("iso", "country")
    if not (city or region or country):
        return ()
    text = ", ".join(part for part in (city, region, at.text("country")) if part)
    return (places.place_of(city, region, country, text),)


def _remote(options: Node, title: str) -> Remote | None:
    stated = fill.remote(*options.texts("_work_model"), *options.texts("work_model"), title)
    return stated or (Remote.REMOTE if options.text("remote") == "1" or options.flag("remote") else None)


def _pay(options: Node) -> Salary | None:
    low, high = options.number("_Salary_MIN"), options.number("_Salary_MAX")
    return fill.offer(low, high, options.text("_Salary_Currency", "_Currency"), options.text("_Salary_Rate", "_Rate"))


# ---------------------------------------------------------------- examples

CODE_1 = "YnJpZ2h0a2lsbjE3OTE"
HOME = f"https://brightkiln.{DOMAIN}"
BODY = f"""[{{"id": 1791, "url": "{HOME}/public/an/{CODE_1}", "valid_start": "2026-03-02 09:00:00",
    "valid_end": "2026-04-30 23:59:59", "awarded": false, "application_form": "{HOME}/public/form/a/{CODE_1}",
    "options": {{"job_type": ["Full time"], "remote": "0", "_work_model": "Hybrid", "branches": "Ceramics",
    "_Salary_MIN": "9000", "_Salary_MAX": "11000", "_Salary_Currency": "PLN", "_Salary_Rate": "Monthly"}},
    "advert": {{"id": 22, "name": "Kiln Engineer", "language": "en", "recruitment": {{"nr_ref": "BK/12/2026"}},
    "values": [{{"field_id": "description", "value": "<p>You keep the kilns hot.</p>"}},
    {{"field_id": "requirements", "value": "<ul><li>Patience</li></ul>"}}, {{"field_id": "geolocation", "value":
    "{{\\"locality\\": \\"Poznań\\", \\"country\\": \\"Polska\\", \\"iso\\": \\"PL\\"}}"}}]}}}}]"""
POSTING = Posting(
    title="Kiln Engineer",
    url=f"{HOME}/public/an/{CODE_1}",
    apply_url=f"{HOME}/public/form/a/{CODE_1}",
    board=NAME,
    token="brightkiln",
    external_id=CODE_1,
    locations=(Place(text="Poznań, Polska", city="Poznań", country="PL"),),
    remote=Remote.HYBRID,
    employment_type="full_time",
    department="Ceramics",
    salary=Salary(min=9_000, max=11_000, currency="PLN", period="month"),
    posted_at="2026-03-02T09:00:00",
    closes_at="2026-04-30T23:59:59",
    description_html="<p>You keep the kilns hot.</p>\n<ul><li>Patience</li></ul>",
    description_text="You keep the kilns hot.\n\n- Patience",
    language="en",
    requisition_id="BK/12/2026",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/public/an/{CODE_1}?source=x",
        ref=refs.posting(NAME, "brightkiln", CODE_1, f"{HOME}/public/an/{CODE_1}"),
        spellings=(f"http://BrightKiln.{DOMAIN}/public/an/{CODE_1}/#form", f"{HOME}/public/an/{CODE_1}/apply"),
        body=BODY,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(POSTING,)),
    ),
    Example(
        url=f"{HOME}/career/",
        ref=refs.board(NAME, "brightkiln", f"{HOME}/career/"),
        spellings=(f"http://BrightKiln.{DOMAIN}", f"{HOME}/{LIST}", f"{HOME}/public/an/generateJs/"),
        body=BODY,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(POSTING,)),
    ),
)
