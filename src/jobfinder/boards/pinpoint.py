"""Pinpoint: a whole board with its texts as JSON; a single posting is read from its page.

Pure; called through `boards.registry`. Boards are on pinpointhq.com or on the employer's own domain, under the same
paths. A posting goes by the UUID in its address; the `id` in the answer is another name. The text comes in four parts,
each with a heading of its own. When a posting was published is not stated, only until when it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.text import unescaped

NAME = "pinpoint"
ALIASES: tuple[str, ...] = ("pinpointhq",)
HOSTS: tuple[str, ...] = ("pinpointhq.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "pinpointhq.com"
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2})?")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
ID = re.compile(r"[0-9A-Za-z-]{3,60}")
BOARD_PATHS = ((), ("jobs",), ("postings",), ("postings.json",))
LINK = re.compile(r"/(?:[a-z]{2}(?:-[A-Za-z]{2})?/)?postings/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "onsite": Remote.ONSITE, "on_site": Remote.ONSITE}
SECTIONS = ("description", "key_responsibilities", "skills_knowledge_expertise", "benefits")


def match(url: str) -> Ref | None:
    """Boards and postings in any language, forms, and the JSON; elsewhere only the path of a posting with its UUID."""
    parts = urls.parts(url)
    if parts is None:
        return None
    spoken = parts.segments[:1] and LANGUAGE.fullmatch(parts.segments[0])
    path = parts.segments[1:] if spoken else parts.segments
    external_id = path[1] if len(path) > 1 and path[0] == "postings" else None
    token = tenants.of_host(parts.host, DOMAIN)
    if token is None:
        own = spoken and external_id and UUID.fullmatch(external_id.lower())
        return refer(parts.host, external_id) if own and not parts.host.endswith(DOMAIN) else None
    return refer(token, external_id) if external_id or path in BOARD_PATHS else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; a token with a dot is the employer's own host."""
    name = tenants.named(token, DOMAIN)
    if name is None:
        return None
    home = f"https://{tenants.host(name, DOMAIN)}"
    if external_id is None:
        return refs.board(NAME, name, f"{home}/")
    id_ = external_id.lower()
    return refs.posting(NAME, name, id_, f"{home}/en/postings/{id_}") if ID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The JSON of the board; the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"https://{tenants.host(ref.token, DOMAIN)}/postings.json"),)


def parse(ref: Ref, response: Response) -> Page:
    """The JSON of a board, or a page."""
    if exchange.is_markup(response):
        shown = hosted.shown(ref, response, match) if ref.kind is not RefKind.POSTING else None
        return shown or hosted.parse(ref, response, match)
    wanted = ref.kind is RefKind.POSTING
    found = listing.whole(response, "data") if wanted else listing.rows(response, "data")
    if found is None:
        raise Broken("Pinpoint's answer holds no list of postings")
    return listing.one(ref, found, _posting, NAME) if wanted else listing.page(ref, found, _posting, NAME)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """A board under the employer's own name: links to postings on a page that names Pinpoint."""
    host = urls.host(url)
    found = LINK.search(markup) if "pinpoint" in markup.lower() else None
    if found and not host.endswith(DOMAIN) and (ref := refer(host)) and "." in (ref.token or ""):
        yield Mark(ref=ref, how="links to postings", quote=found[0], confidence=0.9)


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("title"), _link(ref, row)
    external_id = _id(row)
    if not title or not external_id:
        return None
    said = fill.description(_markup(row))
    where = _places(row.at("location"))
    mode = WORKPLACES.get((row.text("workplace_type") or "").lower()) or fill.remote(
        row.text("workplace_type_text"), title
    )
    job = row.at("job")
    return Posting(
        title=title,
        url=link,
        apply_url=link,
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scopes(mode, where),
        employment_type=fields.employment(row.text("employment_type", "employment_type_text")),
        department=job.at("department").text("name") or row.at("department").text("name"),
        salary=_pay(row) or fill.pay(None, said, where),
        closes_at=row.date("deadline_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=job.text("requisition_id"),
    )


def _token(link: str | None) -> str | None:
    to = match(link) if link else None
    return to.token if to else None


def _link(ref: Ref, row: Node) -> str | None:
    home = f"https://{tenants.host(ref.token, DOMAIN)}/" if ref.token else ""
    return row.url("url") or urls.join(home, row.markup("path"))


def _id(row: Node) -> str | None:
    """The last part of the address, which names the posting; the number only where no address is stated."""
    path = (row.text("url") or row.text("path") or "").partition("?")[0].rstrip("/")
    name = path.rpartition("/postings/")[2] if "/postings/" in path else row.text("id") or ""
    return name.lower() if ID.fullmatch(name) else None


def _markup(row: Node) -> str:
    return fill.sections((row.text(f"{name}_header"), unescaped(row.markup(name))) for name in SECTIONS)


def _places(where: Node) -> tuple[Place, ...]:
    city, region, name = where.text("city"), where.text("province"), where.text("name")
    return (places.place_of(city, region, None, name),) if city else fill.locations([name or region])


def _pay(row: Node) -> Salary | None:
    """Pay that is to be shown, in numbers, else as worded."""
    if row.flag("compensation_visible") is False:
        return None
    words = row.text("compensation")
    unit = (row.text("compensation_currency"), row.text("compensation_frequency"))
    stated = fill.offer(row.number("compensation_minimum"), row.number("compensation_maximum"), *unit, words)
    return stated or fill.worded(words)


# ---------------------------------------------------------------- examples

ROLE = "7e1c4d90-5a2b-4f68-b3d7-0c9e8f6a1b25"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://Marlpit.pinpointhq.com/fr/postings/{ROLE.upper()}/applications/new?utm_source=x#form",
        ref=refs.posting(NAME, "marlpit", ROLE, f"https://marlpit.pinpointhq.com/en/postings/{ROLE}"),
        spellings=(
            f"https://marlpit.pinpointhq.com/postings/{ROLE}",
            f"http://marlpit.pinpointhq.com/en-GB/postings/{ROLE}/",
        ),
        body="""<html><head><script type="application/ld+json">{"@context": "https://schema.org",
            "@type": "JobPosting", "title": "Quarry Guide", "datePosted": "2026-03-02",
            "hiringOrganization": {"@type": "Organization", "name": "Marlpit"}, "employmentType": "PART_TIME",
            "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Bath",
              "addressCountry": "GB"}}, "description": "<p>You show the quarry.</p>"}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Quarry Guide",
                    company="Marlpit",
                    url=f"https://marlpit.pinpointhq.com/en/postings/{ROLE}",
                    board=NAME,
                    token="marlpit",
                    external_id=ROLE,
                    locations=(Place(text="Bath, GB", city="Bath", country="GB"),),
                    employment_type="part_time",
                    posted_at="2026-03-02",
                    description_html="<p>You show the quarry.</p>",
                    description_text="You show the quarry.",
                ),
            ),
        ),
    ),
    Example(
        url="https://marlpit.pinpointhq.com/en/jobs?department=Visitors",
        ref=refs.board(NAME, "marlpit", "https://marlpit.pinpointhq.com/"),
        spellings=(
            "https://marlpit.pinpointhq.com",
            "https://marlpit.pinpointhq.com/en/#js-careers-jobs-block",
            "https://marlpit.pinpointhq.com/postings.json",
        ),
        body=f"""{{"data": [{{"id": "280417", "title": "Quarry Guide", "path": "/en/postings/{ROLE}",
            "url": "https://marlpit.pinpointhq.com/en/postings/{ROLE}",
            "description": "<p>You show the quarry.</p>", "key_responsibilities_header": "What you will do",
            "key_responsibilities": "<ul><li>Lead groups</li></ul>", "benefits_header": "Benefits", "benefits": "",
            "skills_knowledge_expertise": "<p>A clear voice.</p>", "workplace_type": "onsite",
            "employment_type": "permanent_part_time", "compensation": "£12 - £14 / hour", "compensation_minimum": 12,
            "compensation_maximum": 14, "compensation_currency": "GBP", "compensation_frequency": "hour",
            "compensation_visible": true, "deadline_at": "2026-04-30T23:59:59+01:00",
            "job": {{"id": "5", "requisition_id": "Q-3", "department": {{"id": "2", "name": "Visitors"}}}},
            "location": {{"id": "8", "name": "Bath", "city": "Bath", "province": "Somerset"}}}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Quarry Guide",
                    url=f"https://marlpit.pinpointhq.com/en/postings/{ROLE}",
                    apply_url=f"https://marlpit.pinpointhq.com/en/postings/{ROLE}",
                    board=NAME,
                    token="marlpit",
                    external_id=ROLE,
                    locations=(Place(text="Bath", city="Bath", region="Somerset", country="GB"),),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    department="Visitors",
                    salary=Salary(min=12, max=14, currency="GBP", period="hour", text="£12 - £14 / hour"),
                    closes_at="2026-04-30T23:59:59+01:00",
                    description_html="<p>You show the quarry.</p>\n<h3>What you will do</h3>\n"
                    "<ul><li>Lead groups</li></ul>\n<p>A clear voice.</p>",
                    description_text="You show the quarry.\n\nWhat you will do\n\n- Lead groups\n\nA clear voice.",
                    language="en",
                    requisition_id="Q-3",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://careers.marlpit.example/en/postings/{ROLE}",
        ref=refs.posting(NAME, "careers.marlpit.example", ROLE, f"https://careers.marlpit.example/en/postings/{ROLE}"),
        spellings=(f"https://careers.marlpit.example/de/postings/{ROLE}/applications/new",),
    ),
)
