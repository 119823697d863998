"""StartupJobs (Czechia, Slovakia): feeds of offers in XML and JSON, the search API in pages of twenty.

Pure; called through `boards.registry`. Feeds state when an offer changed, never when it was posted. An offer's page is
an empty shell for scripts; its state (a flat JSON list whose objects name the places of their values) tells `expired`
and `paused` offers, both of which cannot be applied for. The search gives texts in Czech or English.
"""

from __future__ import annotations

import json
import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls, xml
from jobfinder.read.values import JSON, objects, raw_texts

NAME = "startupjobs"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("startupjobs.cz", "startupjobs.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.startupjobs.cz"
CORE = "https://core.startupjobs.cz"
API = f"{CORE}/api/search/offers"
ID = re.compile(r"\d{1,9}")
LISTS = frozenset({"", "nabidky", "jobs", "api/search/offers", "en/jobs"})
OFFERS = ("nabidka", "job", "offer")
LANGUAGES = ("en", "cs", "sk")
STATE = re.compile(rb"<script[^<>]{0,200}\bid=[\"']__NUXT_DATA__[\"'][^<>]{0,200}>")
CLOSED = frozenset({"expired", "paused", "closed", "archived", "deleted"})
STATED = frozenset({"status", "name", "slug", "company"})
"""Fields by which an offer is known among the objects of the state."""
MOST_STATE = 3_000_000
ONE = ("id", "position", "description", "url", "startup", "lastUpdate")
MANY = (("cities", "city"), ("jobtypes", "jobtype"))
"""Fields of an offer in XML with one value and, by the name of each, with several."""
ONLY_KINDS = {"External collaboration": "contract", "externi-spoluprace": "contract"}


def match(url: str) -> Ref | None:
    """The list, the API, offers by their number."""
    parts = urls.parts(url)
    if parts is None or parts.host not in (
        "startupjobs.cz",
        "startupjobs.com",
        *(f"{www}.{host}" for www in ("www", "core") for host in HOSTS),
    ):
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if "/".join(path) in LISTS:
        return refer(ALL)
    below = path[1:] if path[0] in LANGUAGES else path
    return refer(ALL, below[1]) if len(below) in (2, 3) and below[0] in OFFERS else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the offer of that number."""
    if token != ALL:
        return None
    if external_id is None:
        return refs.board(NAME, ALL, f"{SITE}/nabidky")
    found = ID.fullmatch(external_id)
    return refs.posting(NAME, ALL, external_id, f"{SITE}/nabidka/{external_id}") if found else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The search, the page of an offer."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"{API}?page=1", headers=(("accept", "application/ld+json"),)),)


def parse(ref: Ref, response: Response) -> Page:
    """A feed, a page of the search, or the page of an offer."""
    if exchange.is_markup(response):
        if b"<offers" in response.body[:2000]:
            return _feed(ref, response)
        status = _status(response)
        if status in CLOSED:
            return Page(kind=RefKind.POSTING, reader=NAME, complete=False, closed=f"status: {status}")
        return jobsite.markup(ref, response, match)
    answer = Node(decode(response))
    if isinstance(answer.value("member"), list):
        return _search(ref, response, answer)
    return jobsite.listed(ref, response, "offers", _offer, NAME)


marks = unmarked


# ---------------------------------------------------------------- feeds


def _feed(ref: Ref, response: Response) -> Page:
    root = exchange.tree(response)
    if root is None or root.name != "offers":
        raise Broken("StartupJobs answered XML that is no list of offers")
    rows = [_row(xml.fields(node)) for node in xml.children(root.node) if xml.name_of(node) == "offer"]
    postings = tuple(posting for row in rows if (posting := _offer(ref, Node(row))))
    if rows and not postings:
        raise Broken("none of the offers of StartupJobs' feed could be read")
    whole = root.complete and len(postings) == len(rows)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=postings, complete=whole, total=len(rows))


def _row(found: dict[str, JSON]) -> dict[str, object]:
    """An offer in XML as the JSON feed has it."""
    texts = {name: next(iter(raw_texts(found.get(name.lower()))), "") for name in ONE}
    lists = {
        name: [text for part in objects(found.get(name)) for text in raw_texts(part.get(inner))] for name, inner in MANY
    }
    return {**texts, **lists}


def _offer(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("position"), row.text("id")
    if not title or not id_:
        return None
    said = fill.description(row.markup("description"))
    where = fill.locations(row.texts("cities"))
    kinds = row.texts("jobtypes")
    return Posting(
        title=title,
        company=row.text("startup"),
        url=urls.join("", row.markup("url").strip()),
        board=NAME,
        token=ALL,
        external_id=id_,
        locations=where,
        remote=Remote.REMOTE if "Remote" in kinds else None,
        employment_type=_kind([kind for kind in kinds if kind != "Remote"]),
        salary=fill.pay(None, said, where),
        updated_at=row.date("lastUpdate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _kind(stated: list[str]) -> str | None:
    """The kind of employment, where the offer leaves no choice."""
    return ONLY_KINDS.get(stated[0]) or fields.employment(stated[0]) if len(stated) == 1 else None


# ---------------------------------------------------------------- search


def _search(ref: Ref, response: Response, answer: Node) -> Page:
    page = jobsite.listed(ref, response, "member", _found, NAME)
    if page.kind is RefKind.POSTING:
        return page
    following = urls.join(CORE, answer.at("view").text("next") or "") if answer.at("view").text("next") else None
    onward = match(following) if following and page.postings and following != response.url else None
    asked = response.request or Request(url=API)
    total = answer.number("totalItems")
    return replace(
        page,
        next=replace(asked, url=following) if following and onward and onward.kind is RefKind.BOARD else None,
        total=None if total is None else int(total),
        complete=page.complete and following is None,
    )


def _found(ref: Ref, row: Node) -> Posting | None:
    title, id_ = _said(row, "title"), row.text("displayId")
    if not title or not id_:
        return None
    said = fill.description(row.at("description").markup("cs") or row.at("description").markup("en"))
    where = fill.locations(_said(place, "name") for place in row.rows("locations"))
    modes = {mode for word in row.texts("locationPreference") if (mode := fields.remote(word))}
    areas = [name for field in row.rows("fields") if (name := _said(field, "name"))]
    return Posting(
        title=title,
        company=row.at("company").text("name"),
        url=f"{SITE}/nabidka/{id_}",
        board=NAME,
        token=ALL,
        external_id=id_,
        locations=where,
        remote=modes.pop() if len(modes) == 1 else None,
        employment_type=_kind(list(row.texts("employmentType"))),
        department=areas[0] if len(areas) == 1 else None,
        seniority=fill.level(row.texts("seniority")[0]) if len(row.texts("seniority")) == 1 else None,
        salary=fill.pay(_pay(row.at("salary")), said, where),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _said(row: Node, name: str) -> str | None:
    """A text in Czech, else in English; or one that has no language."""
    return row.at(name).text("cs", "en") or row.text(name)


def _pay(row: Node) -> Salary | None:
    low, high = row.at("minimum"), row.at("maximum")
    currency = low.text("currency") or high.text("currency")
    return fill.offer(low.number("amount"), high.number("amount"), currency, row.text("unit"))


# ---------------------------------------------------------------- pages


def _status(response: Response) -> str | None:
    """What the page's state says of its offer; null where it says nothing."""
    script = STATE.search(response.body)
    end = response.body.find(b"</script", script.end()) if script else -1
    if script is None or not 0 <= end - script.end() <= MOST_STATE:
        return None
    try:
        values = json.loads(response.body[script.end() : end])
    except (ValueError, RecursionError):
        return None
    rows = values if isinstance(values, list) else []
    offers = (row for row in rows if isinstance(row, dict) and set(row) >= STATED)
    found = (rows[at] for offer in offers if isinstance(at := offer["status"], int) and 0 <= at < len(rows))
    return next((status for status in found if isinstance(status, str)), None)


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.startupjobs.cz/nabidky",
        ref=refs.board(NAME, ALL, f"{SITE}/nabidky"),
        spellings=("https://startupjobs.com/", f"{API}?page=3"),
        body="""{"@type": "Collection", "totalItems": 21, "member": [{"displayId": 104001, "kind": "offer",
            "title": {"cs": "Sklenář", "en": null}, "description": {"cs": "<p>Zasklíš naše okna.</p>"},
            "company": {"name": "Kapradí"}, "locations": [{"name": {"cs": "Brno", "en": null}}],
            "locationPreference": ["onsite"], "employmentType": ["full-time"], "seniority": ["senior"],
            "salary": {"minimum": {"amount": "40000", "currency": "CZK"},
                       "maximum": {"amount": "50000", "currency": "CZK"}, "unit": "month"},
            "fields": [{"name": {"cs": "Výroba", "en": "Production"}}], "slug": "sklenar"}],
            "view": {"@id": "x", "next": "/api/search/offers?page=2"}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{API}?page=2"),
            complete=False,
            total=21,
            postings=(
                Posting(
                    title="Sklenář",
                    company="Kapradí",
                    url=f"{SITE}/nabidka/104001",
                    board=NAME,
                    token=ALL,
                    external_id="104001",
                    locations=(Place(text="Brno", city="Brno", country="CZ"),),
                    remote=Remote.ONSITE,
                    employment_type="full_time",
                    department="Výroba",
                    seniority="senior",
                    salary=Salary(min=40_000, max=50_000, currency="CZK", period="month"),
                    description_html="<p>Zasklíš naše okna.</p>",
                    description_text="Zasklíš naše okna.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.startupjobs.cz/nabidka/104001/sklenar?utm_source=x",
        ref=refs.posting(NAME, ALL, "104001", f"{SITE}/nabidka/104001"),
        spellings=(
            "https://www.startupjobs.com/job/104001",
            "https://www.startupjobs.cz/en/job/104001/glazier/",
            "http://startupjobs.cz/nabidka/104001#apply",
        ),
        body="""<html><title>Sklenář</title><script type="application/json" id="__NUXT_DATA__">[{"data": 1},
            {"status": 2, "name": 3, "slug": 3, "company": 3}, "paused", "x"]</script></html>""",
        page=Page(kind=RefKind.POSTING, reader=NAME, complete=False, closed="status: paused"),
    ),
)
