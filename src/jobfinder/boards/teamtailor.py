"""Teamtailor: the feeds of a career site, as JSON or RSS, and pages with linked data.

Pure; called through `boards.registry`. A token is the label before `.teamtailor.com`, or the host where the site is the
employer's own domain (most are) or lies in another region. Feeds name postings by UUID, addresses by number: the number
is the id. Feeds hold PAGE entries a page; only the RSS knows departments and hybrid work, only the JSON pay and kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, refs, tenants
from jobfinder.boards.parts.node import Node, decode, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import dom, urls, values, xml
from jobfinder.read.job_posting import posting_of
from jobfinder.read.values import JSON, Object

NAME = "teamtailor"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("teamtailor.com", "teamtailor-cdn.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "teamtailor.com"
ELSEWHERE = re.compile(r"([a-z0-9-]{1,63})\.na\.teamtailor\.com")
"""Accounts in North America: the same label may be somebody else's in Europe."""
OWN = frozenset({"go", "get", "tt", "partner", "partners", "integrations"})
"""Hosts of Teamtailor itself."""
ID = re.compile(r"(\d{2,12})(?:-.{0,300})?")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2})?")
SITE = re.compile(
    r"<(?:script|link)\b[^<>]{0,300}?//(?!scripts\.)(?:[\w-]{1,40}\.)?teamtailor-cdn\.com/", re.IGNORECASE
)
PAGE = 100
MODES = {"fully": "TELECOMMUTE", "hybrid": "hybrid"}


def match(url: str) -> Ref | None:
    """Sites and postings in any language, forms, feeds. Every page of a site belongs to its board."""
    parts = urls.parts(url)
    if parts is None:
        return None
    name = parts.host if ELSEWHERE.fullmatch(parts.host) else tenants.of_host(parts.host, DOMAIN)
    return _at(name, parts) if name else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is no number."""
    folded = token.strip().lower()
    name = folded if ELSEWHERE.fullmatch(folded) else tenants.named(folded, DOMAIN)
    found = ID.fullmatch(external_id) if external_id else None
    if name is None or name in OWN or (external_id and found is None):
        return None
    home = f"https://{tenants.host(name, DOMAIN)}/jobs"
    return refs.posting(NAME, name, found[1], f"{home}/{found[1]}") if found else refs.board(NAME, name, home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feeds; of a posting its page."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    home = f"https://{tenants.host(ref.token, DOMAIN)}"
    return (Request(url=f"{home}/jobs.json"), Request(url=f"{home}/jobs.rss"))


def parse(ref: Ref, response: Response) -> Page:
    """A feed, or a page."""
    if not exchange.is_markup(response):
        return _feed(ref, response, *_json(response))
    root = exchange.tree(response)
    if root is not None and root.name == "rss":
        return _feed(ref, response, *_rss(root, response))
    return hosted.parse(ref, response, tenants.matching(ref, match, _at))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The scripts and styles of a career site on the employer's own domain; widgets have scripts of their own."""
    found = SITE.search(markup)
    token = tenants.own_site(url, DOMAIN) if found else None
    if found and token and (ref := refer(token)):
        yield Mark(ref=ref, how="career site", quote=found[0], confidence=0.9)


def _at(token: str, parts: urls.Parts) -> Ref | None:
    path = parts.segments[1:] if parts.segments and LANGUAGE.fullmatch(parts.segments[0]) else parts.segments
    coded = path[1] if path[:1] == ("jobs",) and len(path) > 1 and ID.fullmatch(path[1]) else None
    return refer(token, coded)


# ---------------------------------------------------------------- feeds


def _json(response: Response) -> tuple[list[Object], Request | None, bool]:
    """The entries of a JSON feed as schema.org has them; the next page; may there be more?"""
    answer = Node(decode(response))
    listed = answer.value("items")
    if not isinstance(listed, list) or "jsonfeed.org" not in (answer.text("version") or "jsonfeed.org"):
        raise Broken("Teamtailor's answer is no feed")
    following = answer.url("next_url")
    more = following is None and len(listed) > 0 and len(listed) % PAGE == 0
    return [_entry(item) for item in nodes(listed)], Request(url=following) if following else None, more


def _entry(item: Node) -> Object:
    stated: JSON = item.value("_jobposting")  # type: ignore[assignment]
    own: Object = dict(stated) if isinstance(stated, dict) else {}
    own["title"] = item.text("title") or own.get("title")
    own["description"] = item.markup("content_html") or own.get("description")
    own["datePosted"] = item.text("date_published") or own.get("datePosted")
    own["dateModified"] = item.text("date_modified") or own.get("dateModified")
    own["url"] = item.url("url") or own.get("url")
    return own


def _rss(root: xml.Element, response: Response) -> tuple[list[Object], Request | None, bool]:
    """The items of an RSS feed as schema.org has them."""
    channel = next((child for child in xml.children(root.node) if xml.name_of(child) == "channel"), root.node)
    items = [xml.fields(child) for child in xml.children(channel) if xml.name_of(child) == "item"]
    parts = urls.parts(response.url)
    offset = parts.query.get("offset", ["0"])[-1] if parts else "0"
    full = len(items) >= PAGE and parts is not None and response.request is not None and offset.isdecimal()
    address = f"https://{parts.host}/jobs.rss?offset={int(offset) + PAGE}&per_page={PAGE}" if full and parts else None
    more = not root.complete or (len(items) >= PAGE and address is None)
    return [_item(item) for item in items], Request(url=address) if address else None, more


def _item(item: Object) -> Object:
    places = [at for stated in values.objects(item.get("locations")) for at in values.objects(stated.get("location"))]
    said = values.raw_text(item.get("description"))
    found: Object = {name: values.text(item.get(name)) for name in ("title", "department")}
    found["description"] = said
    found["datePosted"] = values.text(item.get("pubdate"))
    found["url"] = values.raw_text(item.get("link"))
    found["jobLocationType"] = MODES.get((values.text(item.get("remotestatus")) or "").lower())
    found["jobLocation"] = [
        {"address": {"addressLocality": at.get("city"), "addressCountry": at.get("country"), "name": at.get("name")}}
        for at in places
    ]
    return found


def _feed(ref: Ref, response: Response, entries: list[Object], following: Request | None, more: bool) -> Page:
    blank = dom.parse("", response.url)
    postings = tuple(posting for entry in entries if (posting := _posting(ref, entry, blank)))
    if entries and not postings:
        raise Broken("none of the entries in Teamtailor's feed could be read")
    if ref.kind is RefKind.POSTING:
        found = tuple(posting for posting in postings if posting.external_id == ref.external_id)
        if not found and (following or more):
            raise Broken(f"posting {ref.external_id} is not on the first page of the feed")
        if not found:
            raise Gone(f"posting {ref.external_id} is not on the board {ref.token} any more")
        return Page(kind=RefKind.POSTING, reader=NAME, postings=found[:1])
    whole = following is None and not more and len(postings) == len(entries)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=postings, next=following, complete=whole)


def _posting(ref: Ref, entry: Object, blank: dom.Document) -> Posting | None:
    read = posting_of(entry, blank, None)
    parts = urls.parts(read.url) if read and read.url else None
    if read is None or parts is None:
        return None
    at = _at(ref.token or parts.host, parts) or match(read.url or "")
    number = (at.external_id if at else None) or read.external_id
    if number is None or not ID.fullmatch(number):
        return None
    scope = read.remote_scope or fill.scope(read.remote, read.locations[0].text if len(read.locations) == 1 else None)
    return replace(read, board=NAME, token=ref.token, external_id=number, remote_scope=scope)


# ---------------------------------------------------------------- examples

HOME = "https://birchbark.teamtailor.com"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/jobs/7000001-canoe-builder?utm_source=x#apply",
        ref=refs.posting(NAME, "birchbark", "7000001", f"{HOME}/jobs/7000001"),
        spellings=(
            "http://BirchBark.teamtailor.com/jobs/7000001/",
            f"{HOME}/sv/jobs/7000001-kanotbyggare",
            f"{HOME}/en-GB/jobs/7000001-canoe-builder?promotion=5-y",
            f"{HOME}/jobs/7000001-canoe-builder/applications/new?iframe=true",
        ),
        body="""<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">{"@type": "JobPosting",
            "title": "Canoe Builder", "description": "&lt;p&gt;You build canoes.&lt;/p&gt;",
            "identifier": {"@type": "PropertyValue", "name": "Birchbark", "value": "0f1e2d3c"},
            "datePosted": "2026-03-02T09:00:00+01:00", "employmentType": "FULL_TIME",
            "hiringOrganization": {"@type": "Organization", "name": "Birchbark"}, "jobLocation": [{"@type": "Place",
            "address": {"addressLocality": "Umeå", "addressCountry": "SE"}}]}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Canoe Builder",
                    company="Birchbark",
                    url=f"{HOME}/jobs/7000001",
                    board=NAME,
                    token="birchbark",
                    external_id="7000001",
                    locations=(Place(text="Umeå, SE", city="Umeå", country="SE"),),
                    employment_type="full_time",
                    posted_at="2026-03-02T09:00:00+01:00",
                    description_html="<p>You build canoes.</p>",
                    description_text="You build canoes.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/",
        ref=refs.board(NAME, "birchbark", f"{HOME}/jobs"),
        spellings=(
            "http://birchbark.teamtailor.com/jobs?department=Boats",
            f"{HOME}/en/jobs",
            f"{HOME}/jobs.json",
            f"{HOME}/jobs.rss?offset=100",
            f"{HOME}/departments/boats",
        ),
        body="""{"version": "https://jsonfeed.org/version/1.1", "title": "Birchbark", "items": [{"id": "0f1e2d3c-uuid",
            "url": "https://birchbark.teamtailor.com/jobs/7000002-paddle-carver", "title": "Paddle Carver",
            "date_published": "2026-03-02T09:00:00+01:00", "content_html": "<p>You carve paddles.</p>",
            "_jobposting": {"@type": "JobPosting", "title": "Paddle Carver", "validThrough": "2026-04-30",
            "identifier": {"@type": "PropertyValue", "value": "7000002"}, "jobLocationType": "TELECOMMUTE",
            "hiringOrganization": {"name": "Birchbark"}, "jobLocation": [{"address": {"addressCountry": "SE"}}]}}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Paddle Carver",
                    company="Birchbark",
                    url=f"{HOME}/jobs/7000002-paddle-carver",
                    board=NAME,
                    token="birchbark",
                    external_id="7000002",
                    locations=(Place(text="SE", country="SE"),),
                    remote=Remote.REMOTE,
                    remote_scope="SE",
                    posted_at="2026-03-02T09:00:00+01:00",
                    closes_at="2026-04-30",
                    description_html="<p>You carve paddles.</p>",
                    description_text="You carve paddles.",
                ),
            ),
        ),
    ),
    Example(
        url="https://oakleaf.na.teamtailor.com/jobs",
        ref=refs.board(NAME, "oakleaf.na.teamtailor.com", "https://oakleaf.na.teamtailor.com/jobs"),
    ),
)
