"""NEOGOV: agencies at governmentjobs.com and schooljobs.com, with a feed for each; XML with a vocabulary of its own.

Pure; called through `boards.registry`. Agencies ignore case; the region names the second host. Times end in ":0" behind
the seconds; a posting's text comes in four parts. A posting is read from its page, and where that is not there, looked
for in the feed.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import dates, urls, xml

NAME = "neogov"
ALIASES: tuple[str, ...] = ("governmentjobs", "schooljobs")
HOSTS: tuple[str, ...] = ("governmentjobs.com", "schooljobs.com", "neogov.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITES = {None: "https://www.governmentjobs.com", "schools": "https://www.schooljobs.com"}
REGIONS = {
    "governmentjobs.com": None,
    "www.governmentjobs.com": None,
    "schooljobs.com": "schools",
    "www.schooljobs.com": "schools",
}
AGENCY = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
NUMBER = re.compile(r"(\d{1,10})(?:-\d)?")
FEED = "SearchEngine/JobsFeed"
SECTIONS = (
    ("description", ""),
    ("examplesofduties", "Examples of Duties"),
    ("qualifications", "Qualifications"),
    ("supplementalinformation", "Supplemental Information"),
)


def match(url: str) -> Ref | None:
    """Agencies' boards, postings in all forms, and feeds. Other pages of an agency belong to its board."""
    parts = urls.parts(url)
    if parts is None or parts.host not in REGIONS:
        return None
    path, region = tuple(segment.lower() for segment in parts.segments), REGIONS[parts.host]
    query = {name.lower(): values[-1] for name, values in parts.query.items()}
    if path == tuple(FEED.lower().split("/")):
        return refer(query.get("agency", ""), None, region)
    if path[:1] != ("careers",) or len(path) < 2:
        return None
    return refer(path[1], _number(path[2:]), region)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The agency's board, or the posting of that number."""
    name, found = refs.token_of(token.lower()), NUMBER.fullmatch(external_id or "")
    if name is None or not AGENCY.fullmatch(name) or region not in SITES or (external_id and found is None):
        return None
    home = f"{SITES[region]}/careers/{name}"
    if found is None:
        return refs.board(NAME, name, home, region)
    return refs.posting(NAME, name, found[1], f"{home}/jobs/{found[1]}", region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed; for a posting its page before."""
    if ref.token is None:
        return (Request(url=ref.url),)
    feed = Request(url=f"{SITES[ref.region]}/{FEED}?agency={ref.token}")
    return (Request(url=ref.url), feed) if ref.kind is RefKind.POSTING else (feed,)


def parse(ref: Ref, response: Response) -> Page:
    """The feed, or the posting looked for out of it; else what a page shows."""
    root = exchange.tree(response) if _is_xml(response) else None
    if root is None or root.name != "rss":
        return hosted.parse(ref, response, match)
    channel = Node(xml.fields(root.node)).rows("channel")
    if not channel:
        raise Broken("NEOGOV's feed has no channel")
    items, company = channel[0].rows("item"), _first(channel[0], "title")
    read = (_posting(ref, item, company) for item in items)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read)
    return counted.page(NAME, len(items), read, total=len(items), sure=root.complete)


marks = unmarked


# ---------------------------------------------------------------- reading


def _number(path: tuple[str, ...]) -> str | None:
    """The number in `jobs/{number}/{words}` and `jobs/newprint/{number}`."""
    rest = path[1:] if path[:1] in (("jobs",), ("promotionaljobs",), ("transferjobs",)) else ()
    rest = rest[1:] if rest[:1] == ("newprint",) else rest
    found = NUMBER.fullmatch(rest[0]) if rest else None
    return found[1] if found else None


def _is_xml(response: Response) -> bool:
    return response.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() in (b"<?xml", b"<rss ", b"<rss>")


def _first(item: Node, name: str) -> str | None:
    return next(iter(item.texts(name)), None)


def _posting(ref: Ref, item: Node, company: str | None) -> Posting | None:
    link = _first(item, "guid") or _link(item)
    own = match(link) if link else None
    title = _first(item, "title")
    number = _first(item, "jobid") or (own.external_id if own else None)
    if not title or not number or not NUMBER.fullmatch(number):
        return None
    token = ref.token or (own.token if own else None)
    named = refer(token, number, ref.region) if token else None
    said, where = fill.description(_text(item)), fill.locations([_first(item, "location")])
    return Posting(
        title=title,
        company=company,
        url=named.url if named else link,
        board=NAME,
        token=token,
        external_id=number,
        locations=where,
        remote=fill.remote(_first(item, "location"), title),
        department=_first(item, "department"),
        salary=fill.pay(_pay(item), said, where),
        posted_at=_date(item, "advertisefromdateutc") or _date(item, "pubdate"),
        closes_at=_date(item, "advertisetodatetimeutc") or _date(item, "advertisetodateutc"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _link(item: Node) -> str | None:
    return next((text for row in item.rows("link") if (text := row.text("value", "href"))), _first(item, "link"))


def _text(item: Node) -> str:
    parts = []
    for name, heading in SECTIONS:
        stated = item.value(name)
        part = stated[0].strip() if isinstance(stated, list) and stated and isinstance(stated[0], str) else ""
        if part:
            parts.append(f"<h3>{heading}</h3>\n{part}" if heading else part)
    return "\n".join(parts)


def _pay(item: Node) -> Salary | None:
    low, high = (Node({"n": _first(item, name)}).number("n") for name in ("minimumsalary", "maximumsalary"))
    return fill.offer(low, high, _first(item, "salarycurrency"), _first(item, "salaryinterval"))


def _date(item: Node, name: str) -> str | None:
    stated = re.sub(r"(:\d\d:\d\d):\d{1,3}$", r"\1", _first(item, name) or "")
    return dates.iso(f"{stated} +0000" if name.endswith("utc") and ":" in stated else stated)


# ---------------------------------------------------------------- examples

HOME = "https://www.governmentjobs.com/careers/fernbrook"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/jobs/4100017?pagetype=jobOpportunitiesJobs",
        ref=refs.posting(NAME, "fernbrook", "4100017", f"{HOME}/jobs/4100017"),
        spellings=(
            f"{HOME}/jobs/4100017-0/gardener?utm_source=x#top",
            "http://governmentjobs.com/careers/Fernbrook/jobs/newprint/4100017",
            "https://www.schooljobs.com/careers/fernbrook/jobs/4100017/",
        ),
        body="""<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Gardener", "datePosted": "2026-03-02",
            "description": "<p>You look after the moss of the town and of its parks.</p>",
            "hiringOrganization": {"@type": "Organization", "name": "City of Fernbrook"}, "jobLocation": {"@type":
            "Place", "address": {"@type": "PostalAddress", "addressLocality": "Denver", "addressRegion": "CO",
            "addressCountry": "US"}}}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Gardener",
                    company="City of Fernbrook",
                    url=f"{HOME}/jobs/4100017",
                    board=NAME,
                    token="fernbrook",
                    external_id="4100017",
                    locations=(Place(text="Denver, CO, US", city="Denver", region="CO", country="US"),),
                    posted_at="2026-03-02",
                    description_html="<p>You look after the moss of the town and of its parks.</p>",
                    description_text="You look after the moss of the town and of its parks.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url=HOME,
        ref=refs.board(NAME, "fernbrook", HOME),
        spellings=(
            "http://www.governmentjobs.com/careers/FernBrook/?keywords=moss#list",
            "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=fernbrook",
            f"{HOME}/classspecs",
        ),
        body="""\ufeff<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
            xmlns:joblisting="http://www.neogov.com/namespaces/JobListing"><channel><title>City of Fernbrook</title>
            <link>https://www.governmentjobs.com/careers/fernbrook</link><item>
            <guid isPermaLink="true">https://www.governmentjobs.com/careers/fernbrook/jobs/4100017</guid>
            <title>Gardener</title><description>&lt;p&gt;You look after the moss.&lt;/p&gt;</description>
            <joblisting:jobId>4100017</joblisting:jobId><joblisting:salaryCurrency>USD</joblisting:salaryCurrency>
            <joblisting:advertiseFromDateUTC>Mon, 02 Mar 2026 05:00:00:0</joblisting:advertiseFromDateUTC>
            <joblisting:minimumSalary>21.5</joblisting:minimumSalary>
            <joblisting:maximumSalary>26</joblisting:maximumSalary>
            <joblisting:salaryInterval>Hour</joblisting:salaryInterval>
            <joblisting:department>Parks</joblisting:department>
            <joblisting:location>Denver, Colorado</joblisting:location>
            <joblisting:qualifications>&lt;p&gt;Patience.&lt;/p&gt;</joblisting:qualifications>
            </item></channel></rss>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Gardener",
                    company="City of Fernbrook",
                    url=f"{HOME}/jobs/4100017",
                    board=NAME,
                    token="fernbrook",
                    external_id="4100017",
                    locations=(Place(text="Denver, Colorado", city="Denver", region="Colorado", country="US"),),
                    department="Parks",
                    salary=Salary(min=21.5, max=26, currency="USD", period="hour"),
                    posted_at="2026-03-02T05:00:00+00:00",
                    description_html="<p>You look after the moss.</p>\n<h3>Qualifications</h3>\n<p>Patience.</p>",
                    description_text="You look after the moss.\n\nQualifications\n\nPatience.",
                ),
            ),
        ),
    ),
)
