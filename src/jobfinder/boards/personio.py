"""Personio: the XML feed, a whole board in one answer; newer sites have JSON in its place.

Pure; called through `boards.registry`. Accounts live on jobs.personio.de or .com (the region), which know nothing of
each other. In English the feed leaves the text of postings empty that have none: these are read again in the language
that the employer wrote. Offices are what people typed; there is no country and no word on remote work but theirs.
"""

from __future__ import annotations

import html
import re
from itertools import islice

from lxml import etree
from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, urls, xml

NAME = "personio"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("personio.de", "personio.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAINS = {"de": "jobs.personio.de", "com": "jobs.personio.com"}
ID = re.compile(r"\d{1,12}")
EITHER = "full-or-part-time"
ROOT = "workzagjobs"
NAMES = {"employmenttype": "employment_type", "createdat": "createdAt"}
"""Fields of the feed that the JSON spells in another way."""
ANYBODY = "experienced"
"""The seniority of whoever is no beginner, from the third year to the head of a team: it tells none."""


def match(url: str) -> Ref | None:
    """Boards and postings in any language, the feed, the JSON. Every page of a site belongs to its board."""
    parts = urls.parts(url)
    if parts is None:
        return None
    for region, domain in DOMAINS.items():
        if name := tenants.of_host(parts.host, domain):
            path = parts.segments
            coded = path[1] if path[:1] == ("job",) and len(path) > 1 else None
            return refer(name, coded, region)
    return None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is no number."""
    name = tenants.label(token)
    if name is None or (external_id is not None and not ID.fullmatch(external_id)):
        return None
    home = f"https://{name}.{DOMAINS.get(region or '', DOMAINS['de'])}"
    if external_id is None:
        return refs.board(NAME, name, f"{home}/", region)
    return refs.posting(NAME, name, external_id, f"{home}/job/{external_id}", region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed where the account is known or supposed first, then the JSON; of a posting at last its page."""
    if ref.token is None:
        return (Request(url=ref.url),)
    order = ("com", "de") if ref.region == "com" else ("de", "com")
    homes = [f"https://{ref.token}.{DOMAINS[region]}" for region in order]
    if ref.kind is RefKind.POSTING:
        return tuple(
            Request(url=url) for url in (*(f"{home}/xml" for home in homes), f"{homes[0]}/search.json", ref.url)
        )
    feeds = (*(f"{home}/xml?language=en" for home in homes), f"{homes[0]}/search.json?language=en")
    return tuple(Request(url=url) for url in feeds)


def parse(ref: Ref, response: Response) -> Page:
    """The board or the one posting looked for, of the feed, the JSON, or a page."""
    alone = ref.kind is RefKind.POSTING
    if exchange.is_markup(response):
        root = exchange.tree(response)
        if root is None or root.name != ROOT:
            return hosted.parse(ref, response, match)
        found = _window(root, response, alone=alone)
    else:
        rows = listing.whole(response, None) if alone else listing.rows(response, None)
        if rows is None:
            raise Broken("Personio's answer holds no positions")
        found = rows
    return _one(ref, found) if alone else _listing(ref, found)


marks = unmarked


def _listing(ref: Ref, found: listing.Rows) -> Page:
    page = listing.page(ref, found, _posting, NAME)
    return replace(page, complete=page.complete and not _is_cut(found))


def _one(ref: Ref, found: listing.Rows) -> Page:
    try:
        return listing.one(ref, found, _posting, NAME)
    except Gone:
        if _is_cut(found):
            raise Broken("Personio's feed is cut short before the posting") from None
        raise


def _is_cut(found: listing.Rows) -> bool:
    return found.head.flag("complete") is False


# ---------------------------------------------------------------- the feed


def _window(root: xml.Element, response: Response, *, alone: bool) -> listing.Rows:
    """The positions that the request asks for: of a large feed a part at a time."""
    listed = [node for node in xml.children(root.node) if xml.name_of(node) == "position"]
    start, end = 0, len(listed)
    if response.request and not alone and len(response.body) >= listing.LARGE:
        start, end = response.request.part, response.request.part + listing.WINDOW
    following = replace(response.request, part=end) if response.request and end < len(listed) else None
    rows = nodes([_position(node) for node in islice(listed, start, end)])
    return listing.Rows(head=Node({"complete": root.complete}), rows=rows, total=len(listed), next=following)


def _position(node: etree._Element) -> dict[str, object]:
    """A position of the feed with the names that the JSON has."""
    found: dict[str, object] = {}
    offices: list[str] = []
    for child in xml.children(node):
        name = xml.name_of(child)
        if name == "office":
            offices.insert(0, xml.text_of(child))
        elif name == "additionaloffices":
            offices += [xml.text_of(office) for office in xml.children(child)]
        elif name == "jobdescriptions":
            found["description"] = "\n".join(filter(None, map(_section, xml.children(child))))
        else:
            found.setdefault(NAMES.get(name, name), xml.text_of(child).strip())
    return found | {"offices": offices}


def _section(node: etree._Element) -> str:
    """A part of the text under its title."""
    parts = {xml.name_of(child): xml.text_of(child).strip() for child in xml.children(node)}
    title, value = parts.get("name"), parts.get("value")
    return f"<h3>{html.escape(title)}</h3>\n{value}" if title and value else value or ""


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("name"), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"))
    offices = row.texts("offices") or row.texts("office")
    at = fill.locations(offices)
    workplace = fill.remote(*offices, title)
    own = refer(ref.token, external_id, ref.region) if ref.token else None
    rank = row.text("seniority")
    return Posting(
        title=title,
        company=row.text("subcompany"),
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, offices[0] if len(offices) == 1 else None),
        employment_type=_employment(row),
        department=row.text("department", "recruitingcategory", "recruitingCategory"),
        seniority=fill.level(rank) if rank != ANYBODY else None,
        salary=fill.pay(None, said, at),
        posted_at=row.date("createdAt"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _employment(row: Node) -> str | None:
    """The kind of contract and the hours; either hours leave a choice."""
    schedule, kind = row.text("schedule"), row.text("employment_type")
    return fields.employment(part for part in (kind, schedule) if part and part != EITHER)


# ---------------------------------------------------------------- examples

FEED = """<?xml version='1.0' encoding='UTF-8'?><workzag-jobs>
<position><id>70001</id><subcompany>Ziegelei Rothmoor SE &amp; Co. KG</subcompany><office>Lübeck</office>
<additionalOffices><office>Wien</office></additionalOffices><department>Öfen</department>
<recruitingCategory>Betrieb</recruitingCategory><name>Ziegelbrenner (m/w/d)</name><jobDescriptions><jobDescription>
<name>Deine Aufgaben</name><value><![CDATA[<p>Du brennst Ziegel.</p>]]></value></jobDescription></jobDescriptions>
<employmentType>permanent</employmentType><seniority>entry-level</seniority><schedule>part-time</schedule>
<createdAt>2026-03-02T09:00:00+00:00</createdAt></position></workzag-jobs>"""
READ = Posting(
    title="Ziegelbrenner (m/w/d)",
    company="Ziegelei Rothmoor SE & Co. KG",
    url="https://rothmoor.jobs.personio.de/job/70001",
    board=NAME,
    token="rothmoor",
    external_id="70001",
    locations=(Place(text="Lübeck", city="Lübeck", country="DE"), Place(text="Wien", city="Wien", country="AT")),
    employment_type="part_time",
    department="Öfen",
    seniority="entry",
    posted_at="2026-03-02T09:00:00+00:00",
    description_html="<h3>Deine Aufgaben</h3>\n<p>Du brennst Ziegel.</p>",
    description_text="Deine Aufgaben\n\nDu brennst Ziegel.",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://Rothmoor.jobs.personio.de/job/70001?language=de&display=de&utm_source=x#apply",
        ref=refs.posting(NAME, "rothmoor", "70001", "https://rothmoor.jobs.personio.de/job/70001", "de"),
        spellings=(
            "http://rothmoor.jobs.personio.com/job/70001/",
            "https://rothmoor.jobs.personio.de/job/70001/apply?_pc=7",
        ),
        body=FEED,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(READ,)),
    ),
    Example(
        url="https://rothmoor.jobs.personio.de/",
        ref=refs.board(NAME, "rothmoor", "https://rothmoor.jobs.personio.de/", "de"),
        spellings=(
            "https://rothmoor.jobs.personio.com/?language=en",
            "https://rothmoor.jobs.personio.de/xml?language=en",
            "https://rothmoor.jobs.personio.com/search.json",
        ),
        body=FEED,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(READ,), total=1),
    ),
    Example(
        url="https://halmwerk.jobs.personio.com",
        ref=refs.board(NAME, "halmwerk", "https://halmwerk.jobs.personio.com/", "com"),
        body="""[{"id": 70002, "name": "Reed Cutter", "department": "Fields", "subcompany": "Halmwerk", "office":
            "Remote,Bremen", "offices": ["Remote", "Bremen"], "schedule": "full-or-part-time",
            "seniority": "experienced", "employment_type": "permanent", "description": "<p>You cut reed.</p>"}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Reed Cutter",
                    company="Halmwerk",
                    url="https://halmwerk.jobs.personio.com/job/70002",
                    board=NAME,
                    token="halmwerk",
                    external_id="70002",
                    locations=(Place(text="Remote"), Place(text="Bremen", city="Bremen", country="DE")),
                    remote=Remote.REMOTE,
                    department="Fields",
                    description_html="<p>You cut reed.</p>",
                    description_text="You cut reed.",
                ),
            ),
        ),
    ),
)
