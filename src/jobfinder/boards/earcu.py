"""eArcu: careers sites with an XML feed of all vacancies, mostly on employers' own hosts.

Pure; called through `boards.registry`. A token is the label before `.earcu.com` or an employer's host; the region is
the one directory under which some sites lie ("jobs"). A posting's id is the words of its address and its number, with a
dot between them. Pages of closed postings answer as if they were open: a posting is read from the feed. The address of
the feed carries the adapter's name as its fragment, which is not sent. The shape rests on one reader of this system.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, hosted, refs, tenants
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, urls, xml
from jobfinder.read.salary import parse_salary

NAME = "earcu"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("earcu.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "earcu.com"
FEED = "allvacancies"
RESULTS = ("vacancy", "find", "results")
DIRECTORY = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")
ID = re.compile(r"([a-z0-9][a-z0-9_-]{0,200})\.(\d{1,9})")
MOST_ROOT = 300


def match(url: str) -> Ref | None:
    """Result pages, postings, and the feed."""
    parts = urls.parts(url)
    token = tenants.named(parts.host, DOMAIN) if parts else None
    if parts is None or token is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[-1:] == (FEED,) and len(path) < 3 and ("." not in token or url.endswith(f"#{NAME}")):
        return refer(token, None, path[0] if len(path) == 2 else None)
    at = path.index("vacancy") if "vacancy" in path[:2] else -1
    if at < 0:
        return None
    region = path[0] if at else None
    if path[at : at + 3] == RESULTS:
        return refer(token, None, region)
    posting = len(path) == at + 4 and path[-1] == "description"
    return refer(token, f"{path[at + 1]}.{path[at + 2]}", region) if posting else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of those words and that number."""
    name, id_ = tenants.named(token, DOMAIN), (external_id or "").lower()
    found = ID.fullmatch(id_)
    if name is None or (id_ and found is None):
        return None
    if region is not None and (region == "vacancy" or not DIRECTORY.fullmatch(region)):
        return None
    home = _home(name, region)
    if found is None:
        return refs.board(NAME, name, f"{home}/vacancy/find/results/", region)
    return refs.posting(NAME, name, id_, f"{home}/vacancy/{quote(found[1])}/{found[2]}/description/", region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, also for a posting; then its page."""
    if ref.token is None:
        return (Request(url=ref.url),)
    feed = Request(url=f"{_home(ref.token, ref.region)}/{FEED}/#{NAME}")
    return (feed, Request(url=ref.url)) if ref.kind is RefKind.POSTING else (feed,)


def parse(ref: Ref, response: Response) -> Page:
    """The feed, or the posting looked for out of it; else what a page shows."""
    if b"<positions" not in response.body[:MOST_ROOT].lower():
        return hosted.parse(ref, response, match)
    root = exchange.tree(response)
    if root is None or root.name != "positions":
        raise Broken("eArcu's feed holds no positions")
    rows = Node(xml.fields(root.node)).rows("position")
    read = (_posting(ref, response, row) for row in rows)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read)
    return counted.page(NAME, len(rows), read, total=len(rows), sure=root.complete)


marks = unmarked


# ---------------------------------------------------------------- reading


def _home(token: str, region: str | None) -> str:
    host = tenants.host(token, DOMAIN)
    return f"https://{host}/{region}" if region else f"https://{host}"


def _first(row: Node, name: str) -> str | None:
    return next(iter(row.texts(name)), None)


def _posting(ref: Ref, response: Response, row: Node) -> Posting | None:
    title, stated = _first(row, "jobtitle"), _first(row, "descriptionurl")
    url = urls.join(response.url or (_home(ref.token, ref.region) if ref.token else ""), stated or "")
    own = match(url) if url else None
    if not title or own is None or own.external_id is None:
        return None
    text = row.value("description")
    said = fill.description(text[0] if isinstance(text, list) and isinstance(text[0], str) else "")
    where = fill.locations(name for at in row.rows("locations") for name in at.texts("location"))
    pay, posted = _first(row, "displaysalarydescription"), _first(row, "lastpublisheddate")
    country = next((place.country for place in where if place.country), None)
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=own.token,
        external_id=own.external_id,
        locations=where,
        remote=fill.remote(title, *(place.text for place in where)),
        department=_first(row, "jobfunction"),
        salary=fill.pay(parse_salary(pay, country) if pay else None, said, where),
        posted_at=dates.iso(posted) if posted else None,
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=_first(row, "vacancyref"),
    )


# ---------------------------------------------------------------- examples

HOME = "https://jobs.tideglass.example/jobs"
FEED_BODY = """<?xml version="1.0" encoding="utf-8"?><Positions><Position>
    <DescriptionURL>https://jobs.tideglass.example/jobs/vacancy/glass-blower-0652/680/description/</DescriptionURL>
    <JobTitle>Glass Blower</JobTitle><Description><![CDATA[<p>You blow glass.</p>]]></Description>
    <Locations><Location>Leeds, United Kingdom</Location></Locations><VacancyRef>0652</VacancyRef>
    <LastPublishedDate>2026-03-02T09:00:00</LastPublishedDate><JobFunction>Workshop</JobFunction>
    <Brand>Tideglass</Brand><DisplaySalaryDescription>£28,000 - £31,000 per annum</DisplaySalaryDescription>
    </Position></Positions>"""
POSTING = Posting(
    title="Glass Blower",
    url=f"{HOME}/vacancy/glass-blower-0652/680/description/",
    board=NAME,
    token="jobs.tideglass.example",
    external_id="glass-blower-0652.680",
    locations=(Place(text="Leeds, United Kingdom", city="Leeds", country="GB"),),
    department="Workshop",
    salary=parse_salary("£28,000 - £31,000 per annum"),
    posted_at="2026-03-02T09:00:00",
    description_html="<p>You blow glass.</p>",
    description_text="You blow glass.",
    requisition_id="0652",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/vacancy/glass-blower-0652/680/description/?utm_source=x",
        ref=refs.posting(NAME, "jobs.tideglass.example", "glass-blower-0652.680", POSTING.url or "", "jobs"),
        spellings=("http://Jobs.Tideglass.example/jobs/vacancy/Glass-Blower-0652/680/description#top",),
        body=FEED_BODY,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(POSTING,)),
    ),
    Example(
        url=f"{HOME}/vacancy/find/results/",
        ref=refs.board(NAME, "jobs.tideglass.example", f"{HOME}/vacancy/find/results/", "jobs"),
        spellings=(
            "http://Jobs.Tideglass.example/jobs/vacancy/find/results/ajaxaction/posbrowser_gridhandler/?x=1",
            f"{HOME}/allvacancies/#earcu",
        ),
        body=FEED_BODY,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(POSTING,), total=1),
    ),
    Example(
        url="https://mosswork.earcu.com/vacancy/find/results",
        ref=refs.board(NAME, "mosswork", "https://mosswork.earcu.com/vacancy/find/results/"),
    ),
)
