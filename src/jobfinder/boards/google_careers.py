"""Google's careers site: one feed in XML with all openings of Google and its sisters, each naming its employer.

Pure; called through `boards.registry`. The feed is no RSS: `<jobs><job>` with fields of its own. It stands on Google's
own host, below a path that only this site has. A posting's number is the beginning of its slug.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls, xml
from jobfinder.read.feed_item import level_of
from jobfinder.read.values import JSON, objects, raw_texts

NAME = "google_careers"
ALIASES: tuple[str, ...] = ("google-careers", "google")
HOSTS: tuple[str, ...] = ("careers.google.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.google.com/about/careers/applications/jobs"
FEED = f"{SITE}/feed.xml"
BELOW = ("about", "careers", "applications")
ID = re.compile(r"(\d{10,24})(?:-[\w-]{0,200})?")
MARKUP = ("description",)


def match(url: str) -> Ref | None:
    """The list, the feed, postings; on the old host, and below its path on Google's own."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if parts.host in ("www.google.com", "google.com"):
        if path[:3] != BELOW:
            return None
        path = path[3:]
    elif parts.host != "careers.google.com":
        return None
    if path in ((), ("jobs",), ("jobs", "results"), ("jobs", "feed.xml")):
        return refer(ALL)
    found = ID.fullmatch(path[2]) if path[:2] == ("jobs", "results") and len(path) > 2 else None
    return refer(ALL, found[1]) if found else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The list, or the posting of that number."""
    if token != ALL:
        return None
    if external_id is None:
        return refs.board(NAME, ALL, f"{SITE}/results/")
    found = ID.fullmatch(external_id)
    return refs.posting(NAME, ALL, found[1], f"{SITE}/results/{found[1]}") if found else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, the page of a posting."""
    return (Request(url=ref.url if ref.token is None or ref.kind is RefKind.POSTING else FEED),)


def parse(ref: Ref, response: Response) -> Page:
    """The feed, or of it the posting looked for; a page by its structured data."""
    if not exchange.is_markup(response):
        raise Broken("Google's careers site answered something that is neither feed nor page")
    if b"<jobs" not in response.body[:500]:
        return jobsite.markup(ref, response, match)
    root = exchange.tree(response)
    if root is None or root.name != "jobs":
        raise Broken("Google's careers site answered XML that is no list of jobs")
    rows = [xml.fields(node) for node in xml.children(root.node) if xml.name_of(node) == "job"]
    postings = tuple(posting for row in rows if (posting := _posting(row)))
    if rows and not postings:
        raise Broken("none of the jobs of Google's feed could be read")
    if ref.kind is RefKind.POSTING:
        return _one(ref, postings)
    whole = root.complete and len(postings) == len(rows)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=postings, complete=whole, total=len(rows))


marks = unmarked


# ---------------------------------------------------------------- reading


def _one(ref: Ref, postings: tuple[Posting, ...]) -> Page:
    found = tuple(posting for posting in postings if posting.external_id == ref.external_id)
    if not found:
        raise Gone(f"posting {ref.external_id} is not in Google's feed any more")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=found[:1])


def _posting(fields_: dict[str, JSON]) -> Posting | None:
    row = Node({name: next(iter(raw_texts(value)), "") for name, value in fields_.items()})
    title, external_id = row.text("title"), row.text("jobid")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"), stated_language=row.text("languagecode"))
    where = fill.unique(_places(fields_.get("locations")))
    areas = [name for part in objects(fields_.get("categories")) for name in raw_texts(part.get("category"))]
    return Posting(
        title=title,
        company=row.text("employer"),
        url=row.url("url"),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=where,
        remote=_mode(row),
        employment_type=fields.employment(row.text("jobtype")),
        department=areas[0].replace("_", " ").capitalize() if len(areas) == 1 else None,
        seniority=level_of(title),
        salary=fill.pay(None, said, where),
        posted_at=row.date("published"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _mode(row: Node) -> Remote | None:
    if row.text("ishybrid") == "Yes":
        return Remote.HYBRID
    return Remote.REMOTE if row.text("isremote") == "Yes" else fields.remote(row.text("remote"))


def _places(value: JSON) -> Iterator[Place]:
    for site in (site for part in objects(value) for site in objects(part.get("location"))):
        city, state, country = (next(iter(raw_texts(site.get(name))), None) for name in ("city", "state", "country"))
        if city or state or country:
            yield places.place_of(city, state, country)


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://careers.google.com/jobs/results/?q=glazier",
        ref=refs.board(NAME, ALL, f"{SITE}/results/"),
        spellings=(f"{SITE}/results?location=Berlin&hl=en", FEED, "https://careers.google.com/"),
        body="""<?xml version="1.0" encoding="UTF-8"?><jobs><updated>2026-03-02T10:00:00Z</updated><job>
            <published>2026-03-02T09:00:00Z</published><jobid>85260000000000001</jobid><title>Senior Glazier</title>
            <description>&lt;p&gt;You glaze.&lt;/p&gt;</description>
            <url>https://careers.google.com/jobs/results/85260000000000001-senior-glazier/</url>
            <jobtype>FULL_TIME</jobtype><employer>Google Windows</employer><languageCode>en-US</languageCode>
            <categories><category>FACILITIES</category></categories><remote>onsite</remote><isRemote>No</isRemote>
            <isHybrid>No</isHybrid><locations><location><city>San Bruno</city><state>CA</state><country>USA</country>
            </location></locations></job></jobs>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Senior Glazier",
                    company="Google Windows",
                    url="https://careers.google.com/jobs/results/85260000000000001-senior-glazier/",
                    board=NAME,
                    token=ALL,
                    external_id="85260000000000001",
                    locations=(Place(text="San Bruno, CA, USA", city="San Bruno", region="CA", country="US"),),
                    remote=Remote.ONSITE,
                    employment_type="full_time",
                    department="Facilities",
                    seniority="senior",
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You glaze.</p>",
                    description_text="You glaze.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url="https://careers.google.com/jobs/results/85260000000000001-senior-glazier/?src=x",
        ref=refs.posting(NAME, ALL, "85260000000000001", f"{SITE}/results/85260000000000001"),
        spellings=(
            f"{SITE}/results/85260000000000001-senior-glazier?hl=de",
            "https://google.com/about/careers/applications/jobs/results/85260000000000001",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Senior Glazier",
            "hiringOrganization": {"name": "Google Windows"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Senior Glazier",
                    company="Google Windows",
                    url=f"{SITE}/results/85260000000000001",
                    board=NAME,
                    token=ALL,
                    external_id="85260000000000001",
                    seniority="senior",
                ),
            ),
        ),
    ),
)
