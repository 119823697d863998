"""SAP SuccessFactors: career sites on employers' own hosts, and the older `career?company=` pages of the vendor.

Pure; called through `boards.registry`. A career site is named by its host, an older board by its company id; the region
is then the data centre's host. Postings end in a number, or a number and a language. Lists are pages of 25 (the feed of
a site may be a hundred megabytes); feeds and XML exports are read where they are handed in. Pages are in
`boards.successfactors_pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.boards import successfactors_pages as pages
from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, hosted, refs
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import feed, urls

NAME = "successfactors"
ALIASES: tuple[str, ...] = ("sap successfactors", "sap", "jobs2web")
HOSTS: tuple[str, ...] = (
    *("successfactors.com", "successfactors.eu", "successfactors.cn", "sapsf.com", "sapsf.eu", "sapsf.cn"),
    *("jobs2web.com", "jobs.hr.cloud.sap"),
)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

CENTRE = "career4.successfactors.com"
OLD_HOST = re.compile(r"[a-z0-9-]{1,63}\.(?:successfactors|sapsf)\.(?:com|eu|cn)")
COMPANY = re.compile(r"[A-Za-z0-9_-]{2,60}")
ID = re.compile(r"(\d{7,11})|(\d{2,11})-[a-z]{2}_[A-Z]{2}")
OLD_PATHS = frozenset({"career", "careers", "sfcareer"})
OLD_NUMBER = re.compile(r"[?&]career_job_req_id=(\d{1,12})")
OLD_ID = re.compile(r"\d{1,12}")
SLUG = re.compile(r"[^a-z/][^/]{0,300}-[^/]{0,300}")
CATEGORY = re.compile(r"\d{5,9}")
FEEDS = frozenset({"googlefeed.xml", "sitemal.xml"})
LISTS = frozenset({"viewalljobs", "tile-search-results"})
OF_SEARCH = ("createNewAlert", "locationsearch", "optionsFacetsDD_country", "optionsFacetsDD_department")
ABOUT_JOBS = re.compile(r"job|career|karriere|recruit|talent|apply|vacanc|work")
SEARCH = "search/?createNewAlert=false&q=&locationsearch="
PROOF = ("rmkcdn.successfactors.com", "data-careersite-propertyid", "j2w.init(", "jobs2web.com/")
START = re.compile(r"startrow=(\d{1,6})")


def match(url: str) -> Ref | None:
    """Postings, lists and feeds of career sites; the older pages by their parameters."""
    parts = urls.parts(url)
    if parts is None or urls.is_address(parts.host):
        return None
    query = {name: values[-1] for name, values in parts.query.items()}
    if OLD_HOST.fullmatch(parts.host):
        known = parts.segments[:1] and parts.segments[0] in OLD_PATHS and query.get("company")
        number = query.get("career_job_req_id") or query.get("jobId")
        return refer(query["company"], number, parts.host) if known else None
    own = parts.host.endswith(".jobs.hr.cloud.sap")
    return _posting_ref(parts) or (refer(parts.host) if own or _is_list(parts, query) else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site or board, or a posting on it; null where there can be no such thing."""
    host = exchange.own_host(token)
    if host is not None:
        if external_id is None:
            return refs.board(NAME, host, f"https://{host}/{SEARCH}")
        number = OLD_ID.fullmatch(external_id)
        id_ = external_id if ID.fullmatch(external_id) else f"{external_id}-en_US"
        return (
            refs.posting(NAME, host, external_id, f"https://{host}/job/Opening-{external_id}/{id_}/")
            if number
            else None
        )
    if not COMPANY.fullmatch(token) or refs.token_of(token) is None:
        return None
    home = f"https://{region or CENTRE}/career?company={token}"
    if external_id is None:
        return refs.board(NAME, token, home, region)
    url = f"{home}&career_ns=job_listing&career_job_req_id={external_id}"
    return refs.posting(NAME, token, external_id, url, region) if OLD_ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page of a posting; the first page of a search; the export of an older board, then its page."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    if exchange.own_host(ref.token):
        return (Request(url=f"{ref.url}&startrow=0"),)
    return (Request(url=f"{ref.url}&career_ns=job_listing_summary&resultType=XML"), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """A feed, a page of the search, or the page of a posting."""
    listed = feed.read(response)
    if listed is not None:
        found = tuple(_fed(ref, posting) for posting in listed.postings)
        return Page(kind=RefKind.BOARD, reader=NAME, postings=found, complete=listed.complete, total=len(found))
    if not exchange.is_markup(response):
        raise Broken("SuccessFactors answered neither a page nor a feed")
    document = hosted.document(response)
    shown = pages.posting(ref, document, NAME)
    if shown is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(shown,))
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    page = pages.listing(ref, document, match, NAME)
    if page is None:
        raise Broken("the page of the career site lists no postings")
    return _turned(page, response)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """What only pages of career sites carry: the site is then the host of the page."""
    found = next((mark for mark in PROOF if mark in markup), None)
    ref = refer(urls.host(url)) if found and exchange.own_host(urls.host(url)) else None
    if ref and found and not OLD_HOST.fullmatch(ref.token or ""):
        yield Mark(ref=ref, how="parts of a career site", quote=found, confidence=0.92)


# ---------------------------------------------------------------- addresses


def _posting_ref(parts: urls.Parts) -> Ref | None:
    """`/job/{Place-and-title}/{number}`, also below a brand."""
    at = parts.segments.index("job") if "job" in parts.segments[:2] else -1
    if at < 0 or len(parts.segments) != at + 3 or not SLUG.fullmatch(parts.segments[at + 1]):
        return None
    found = ID.fullmatch(parts.segments[at + 2])
    if found is None:
        return None
    return refs.posting(NAME, parts.host, found[1] or found[2], f"{exchange.address(parts)}/")


def _is_list(parts: urls.Parts, query: dict[str, str]) -> bool:
    path = parts.segments
    last = path[-1] if path else ""
    if last in FEEDS or (last in LISTS and len(path) <= 2):
        return True
    if last == "search" and len(path) <= 2:
        return any(name in query for name in OF_SEARCH)
    category = len(path) in (3, 4) and path[-3] == "go" and CATEGORY.fullmatch(last)
    return bool(category and ABOUT_JOBS.search(parts.host))


# ---------------------------------------------------------------- reading


def _turned(page: Page, response: Response) -> Page:
    """The page with its follower. Rows are counted, as sites show different numbers of them."""
    asked = START.search(response.url)
    start = int(asked[1]) if asked else 0
    more = exchange.following(start, len(page.postings), page.total)
    url = START.sub(f"startrow={more}", response.url) if asked else f"{response.url}&startrow={more}"
    known = page.total is not None and start + len(page.postings) >= page.total
    return replace(page, next=Request(url=url) if more and "?" in response.url else None, complete=known)


def _fed(ref: Ref, posting: Posting) -> Posting:
    """An entry of a feed under the names of its address; titles there end in the place."""
    own = match(posting.url) if posting.url else None
    number = OLD_NUMBER.search(posting.url or "")
    place = posting.locations[0].text if posting.locations else ""
    title = posting.title.removesuffix(f"({place})").strip() if place else posting.title
    return replace(
        posting,
        title=title or posting.title,
        board=NAME,
        token=own.token if own else ref.token,
        external_id=own.external_id if own else number[1] if number else posting.external_id,
    )


# ---------------------------------------------------------------- examples

FERN = "https://jobs.fernbrook.example"
KILN = "https://career5.successfactors.eu/career?company=brightkiln"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/job/Austin-Senior-Gardener-TX-78701/1139231201/?locale=en_US&utm_source=x",
        ref=refs.posting(
            NAME, "jobs.fernbrook.example", "1139231201", f"{FERN}/job/Austin-Senior-Gardener-TX-78701/1139231201/"
        ),
        spellings=(
            "jobs.fernbrook.example/job/Austin-Senior-Gardener-TX-78701/1139231201#apply",
            f"{FERN}/gardens/job/Austin-G%C3%A4rtner-TX/1139231201-de_DE/",
        ),
        body="""<!DOCTYPE html><html><body><div class="jobDisplay" itemscope itemtype="http://schema.org/JobPosting">
            <meta itemprop="datePosted" content="Mon Mar 02 00:00:00 UTC 2026"><meta itemprop="hiringOrganization"
            content="Fernbrook"><h1><span itemprop="title" data-careersite-propertyid="title">Senior Gardener</span>
            </h1><p id="job-location"><span class="jobGeoLocation">Austin, TX, US, 78701</span></p>
            <span data-careersite-propertyid="dept">Beds</span>
            <span data-careersite-propertyid="shifttype">Full Time</span>
            <span data-careersite-propertyid="adcode">452056</span>
            <a class="btn apply dialogApplyBtn" href="/talentcommunity/apply/1139231201/?locale=en_US">Apply now</a>
            <span itemprop="description"><span class="jobdescription"><p>You look
            after ferns.</p></span></span></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Senior Gardener",
                    company="Fernbrook",
                    url=f"{FERN}/job/Austin-Senior-Gardener-TX-78701/1139231201/",
                    apply_url=f"{FERN}/talentcommunity/apply/1139231201/?locale=en_US",
                    board=NAME,
                    token="jobs.fernbrook.example",
                    external_id="1139231201",
                    locations=(Place(text="Austin, TX, US, 78701", city="Austin", region="TX", country="US"),),
                    employment_type="full_time",
                    department="Beds",
                    posted_at="2026-03-02",
                    description_html="<p>You look\n            after ferns.</p>",
                    description_text="You look after ferns.",
                    requisition_id="452056",
                ),
            ),
        ),
    ),
    Example(
        url=f"{FERN}/viewalljobs/",
        ref=refs.board(NAME, "jobs.fernbrook.example", f"{FERN}/{SEARCH}"),
        spellings=(
            f"{FERN}/go/All-Jobs/8781301/",
            f"{FERN}/search/?createNewAlert=false&q=&locationsearch=&startrow=25",
            f"{FERN}/googlefeed.xml",
        ),
        body="""<html><body><span class="paginationLabel">Results <b>1 – 2</b> of <b>2</b></span><table><tbody>
            <tr class="data-row"><td class="colTitle"><a href="/job/Austin-Senior-Gardener-TX-78701/1139231201/"
            class="jobTitle-link">Senior Gardener</a></td><td><span class="jobLocation">Austin, TX, US, 78701 +2
            more…</span></td><td><span class="jobDepartment">Beds</span></td><td><span class="jobDate">Mar 2,
            2026</span></td></tr><tr class="data-row"><td>
            <a class="jobTitle-link" href="/job/Bonn-Treasurer/1139231301/">Treasurer</a></td><td>
            <span class="jobLocation">Bonn, DE</span></td></tr></tbody></table></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Senior Gardener",
                    url=f"{FERN}/job/Austin-Senior-Gardener-TX-78701/1139231201/",
                    board=NAME,
                    token="jobs.fernbrook.example",
                    external_id="1139231201",
                    locations=(Place(text="Austin, TX, US, 78701", city="Austin", region="TX", country="US"),),
                    department="Beds",
                    posted_at="2026-03-02",
                ),
                Posting(
                    title="Treasurer",
                    url=f"{FERN}/job/Bonn-Treasurer/1139231301/",
                    board=NAME,
                    token="jobs.fernbrook.example",
                    external_id="1139231301",
                    locations=(Place(text="Bonn, DE", city="Bonn", country="DE"),),
                ),
            ),
            total=2,
        ),
    ),
    Example(
        url=f"{KILN}&career_ns=job_listing&navBarLevel=JOB_SEARCH&rcm_site_locale=en_US&career_job_req_id=9001",
        ref=refs.posting(
            NAME,
            "brightkiln",
            "9001",
            f"{KILN}&career_ns=job_listing&career_job_req_id=9001",
            "career5.successfactors.eu",
        ),
    ),
    Example(
        url=f"{KILN}&career_ns=job_listing_summary&navBarLevel=JOB_SEARCH",
        ref=refs.board(NAME, "brightkiln", KILN, "career5.successfactors.eu"),
    ),
)
