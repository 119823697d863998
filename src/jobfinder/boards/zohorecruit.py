"""Zoho Recruit: the page of a career site holds its jobs, with their texts, as JSON in a hidden field.

Pure; called through `boards.registry`. The data centres of Zoho are worlds apart: "acme" in the United States and in
Europe may be two companies. A token without a dot is an account on zohorecruit.com; every other is the whole host, also
the employer's own. `region` is the name of the career site where that is not "Careers". A page never shows more than
fifty jobs. A posting that is gone answers with a page that holds none. Known from one code base, and two hints.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import elements, embedded, exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "zohorecruit"
ALIASES: tuple[str, ...] = ("zoho", "zoho_recruit")
HOSTS: tuple[str, ...] = (
    *("zohorecruit.com", "zohorecruit.eu", "zohorecruit.in", "zohorecruit.com.au", "zohorecruit.jp", "zohorecruit.ca"),
    "zohorecruit.sa",
)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "zohorecruit.com"
SITE = "Careers"
SITE_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")
ID = re.compile(r"\d{12,20}")
FIELD = "input#jobs, input[name='jobs']"
MOST = 50
YES = frozenset({"true", "1", "yes"})


def match(url: str) -> Ref | None:
    """Boards and postings; on an employer's own domain only the path of a posting with its long number."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path, token = parts.segments, _token(parts.host)
    site = path[1] if path[:1] == ("jobs",) and len(path) > 1 else None
    external_id = path[2] if site and len(path) > 2 and ID.fullmatch(path[2]) else None
    if token is None:
        own = site == SITE and external_id and not _is_zoho(parts.host)
        return refer(parts.host, external_id) if own else None
    return refer(token, external_id, site) if not path or site or path == ("jobs",) else None


def _known(name: str) -> str | None:
    """The token that is meant: an account, a host of Zoho's, or the employer's own."""
    if "." not in name:
        return tenants.label(name)
    return _token(name) if _is_zoho(name) else exchange.own_host(name)


def _is_zoho(host: str) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in HOSTS)


def _token(host: str) -> str | None:
    """The token of a career site on a host of Zoho's."""
    named = tenants.of_host(host, *HOSTS)
    return named if named is None or host == f"{named}.{DOMAIN}" else host


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no account, host or id."""
    known = _known(token.strip().lower())
    if known is None:
        return None
    site = region if region and SITE_NAME.fullmatch(region) and region != SITE else None
    home = f"https://{tenants.host(known, DOMAIN)}/jobs/{quote(site or SITE)}"
    if external_id is None:
        return refs.board(NAME, known, home, site)
    return refs.posting(NAME, known, external_id, f"{home}/{external_id}", site) if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The jobs of a career site, or a posting."""
    document = elements.document(response, "")
    listed = embedded.attribute(document, FIELD, "value")
    if ref.kind is RefKind.POSTING:
        return _posting_page(ref, response, nodes(listed))
    if not isinstance(listed, list):
        shown = hosted.shown(ref, response, match)
        if shown is None:
            raise Broken("the page holds no list of jobs of Zoho Recruit's")
        return shown
    page = listing.page(ref, _rows(nodes(listed)), _posting, NAME)
    full = len(listed) >= MOST
    return replace(page, complete=page.complete and not full, total=None if full else page.total)


marks = unmarked


# ---------------------------------------------------------------- reading


def _rows(rows: tuple[Node, ...]) -> listing.Rows:
    return listing.Rows(head=Node(None), rows=rows, total=len(rows), next=None)


def _posting_page(ref: Ref, response: Response, rows: tuple[Node, ...]) -> Page:
    """The posting among those that the page holds; else by structured data."""
    if any(row.text("id") == ref.external_id for row in rows):
        return listing.one(ref, _rows(rows), _posting, NAME)
    try:
        return hosted.posting(ref, response, match)
    except Broken:
        if rows or b"zoho" not in response.body.lower():
            raise
        raise Gone(f"the page of posting {ref.external_id} holds none any more") from None


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("Posting_Title", "Job_Opening_Name"), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("Job_Description"))
    where = _places(row)
    mode = Remote.REMOTE if _yes(row, "Remote_Job") else fill.remote(*(place.text for place in where), title)
    named = refer(ref.token, external_id, ref.region) if ref.token else None
    words = row.text("Salary")
    return Posting(
        title=title,
        url=named.url if named else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scopes(mode, where),
        employment_type=fields.employment(row.text("Job_Type")),
        department=row.text("Department_Name", "Department"),
        salary=fill.pay(fill.worded(words), said, where),
        posted_at=row.date("Date_Opened"),
        closes_at=row.date("Target_Date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _yes(row: Node, name: str) -> bool:
    """A flag, also one written as text."""
    return bool(row.flag(name)) or (row.text(name) or "").lower() in YES


def _places(row: Node) -> tuple[Place, ...]:
    parts = tuple(row.text(name) for name in ("City", "State", "Country"))
    return (places.place_of(*parts),) if any(parts) else ()


# ---------------------------------------------------------------- examples

NUMBER = "590522000011804417"
PAGE = f"""<html><body><form><input type="hidden" id="jobs" value="[{{&quot;id&quot;:&quot;{NUMBER}&quot;,
    &quot;Posting_Title&quot;:&quot;Tea Taster &amp;amp; Buyer&quot;,&quot;City&quot;:&quot;Kandy&quot;,
    &quot;State&quot;:null,&quot;Country&quot;:&quot;Sri Lanka&quot;,&quot;Remote_Job&quot;:false,
    &quot;Job_Type&quot;:&quot;Full time&quot;,&quot;Industry&quot;:&quot;Tea&quot;,
    &quot;Date_Opened&quot;:&quot;2026-03-02&quot;,
    &quot;Job_Description&quot;:&quot;&lt;p&gt;You taste tea.&lt;/p&gt;&quot;}}]"></form></body></html>"""
TASTER = Posting(
    title="Tea Taster & Buyer",
    url=f"https://leafhill.zohorecruit.com/jobs/Careers/{NUMBER}",
    board=NAME,
    token="leafhill",
    external_id=NUMBER,
    locations=(Place(text="Kandy, Sri Lanka", city="Kandy", country="LK"),),
    employment_type="full_time",
    posted_at="2026-03-02",
    description_html="<p>You taste tea.</p>",
    description_text="You taste tea.",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://Leafhill.zohorecruit.com/jobs/Careers/{NUMBER}/Tea-Taster?source=CareerSite&embedsource=Embed",
        ref=refs.posting(NAME, "leafhill", NUMBER, f"https://leafhill.zohorecruit.com/jobs/Careers/{NUMBER}"),
        spellings=(
            f"https://leafhill.zohorecruit.com/jobs/Careers/{NUMBER}",
            f"http://leafhill.zohorecruit.com/jobs/Careers/{NUMBER}/Taster-of-Tea/#apply",
        ),
        body=PAGE,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(TASTER,)),
    ),
    Example(
        url="https://leafhill.zohorecruit.com/jobs/Careers?source=x",
        ref=refs.board(NAME, "leafhill", "https://leafhill.zohorecruit.com/jobs/Careers"),
        spellings=("https://leafhill.zohorecruit.com", "https://leafhill.zohorecruit.com/jobs/Careers/"),
        body=PAGE,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(TASTER,), total=1),
    ),
    Example(
        url=f"https://leafhill.zohorecruit.eu/jobs/Stellen/{NUMBER}/Teekoster",
        ref=refs.posting(
            NAME,
            "leafhill.zohorecruit.eu",
            NUMBER,
            f"https://leafhill.zohorecruit.eu/jobs/Stellen/{NUMBER}",
            "Stellen",
        ),
    ),
    Example(
        url=f"https://careers.leafhill.example/jobs/Careers/{NUMBER}/Tea-Taster",
        ref=refs.posting(
            NAME,
            "careers.leafhill.example",
            NUMBER,
            f"https://careers.leafhill.example/jobs/Careers/{NUMBER}",
        ),
    ),
)
