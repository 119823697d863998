"""Softgarden: careers sites with a feed of schema.org postings, `/jobs.feed.json`; older ones list links on a page.

Pure; called through `boards.registry`. The same token lives at `{token}.softgarden.io` or, with the region `career`, at
`{token}.career.softgarden.de`; a token with a dot is an employer's own host. Parts of addresses that are not filled in
are "-". Numbers of postings are softgarden's own, words behind them are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import embedded, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dom, urls
from jobfinder.read.job_posting import posting_of

NAME = "softgarden"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("softgarden.io", "softgarden.de")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

IO, CAREER = "softgarden.io", "career.softgarden.de"
NOT_BOARDS = frozenset({"matomo", "certificate", "career", "tracker", "mediaassets", "developers", "go", "hr", "dev"})
NUMBER = re.compile(r"\d{3,12}")
IDS = re.compile(r"complete_job_id_list\s{0,5}=\s{0,5}(?:\w{1,40}\s{0,5}=\s{0,5})?\[([\d\s,]{0,100000})\]")
OWN_SITE = re.compile(r"//(?:tracker|mediaassets)\.softgarden\.de/|//(?:matomo|certificate)\.softgarden\.io/")
NOTHING = ("-", "--", "")


def match(url: str) -> Ref | None:
    """Careers sites and postings. Other pages of a site belong to its board."""
    parts = urls.parts(url)
    if parts is None:
        return None
    region = None if parts.host.endswith(f".{IO}") else "career"
    name = tenants.of_host(parts.host, IO if region is None else CAREER)
    return refer(name, _number(parts.segments), region) if name else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number."""
    name = tenants.named(token, IO, CAREER)
    if name is None or name in NOT_BOARDS or region not in (None, "career"):
        return None
    host = _host(name, region)
    region = None if "." in name else region
    if external_id is None:
        return refs.board(NAME, name, f"https://{host}/", region)
    path = "job" if host.endswith(f".{IO}") else "jobs"
    url = f"https://{host}/{path}/{external_id}"
    return refs.posting(NAME, name, external_id, url, region) if NUMBER.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, then the front page with its links; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"https://{_host(ref.token, ref.region)}/jobs.feed.json"), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """The feed, the links of a page, or the posting that a page states."""
    known = _at_own_host(ref)
    if is_markup(response):
        return hosted.posting(ref, response, known) if ref.kind is RefKind.POSTING else _linked(ref, response, known)
    found = listing.rows(response, "dataFeedElement")
    if found is None:
        raise Broken("softgarden's feed holds no list of elements")
    document = dom.parse(b"", ref.url)
    return listing.page(ref, found, lambda ref, row: _posting(ref, row, document, known), NAME)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The servers of pictures and counters that a careers site on the employer's own domain uses."""
    found = OWN_SITE.search(markup)
    ref = refer(urls.host(url)) if found else None
    if found and ref and "." in (ref.token or ""):
        yield Mark(ref=ref, how="careers site", quote=found[0], confidence=0.9)


# ---------------------------------------------------------------- reading


def _host(token: str, region: str | None) -> str:
    return tenants.host(token, CAREER if region else IO)


def _number(path: tuple[str, ...]) -> str | None:
    """The number in `/job/{number}/{words}` and `/en/jobs/{number}/{words}`."""
    rest = path[1:] if path and len(path[0]) == 2 else path
    found = rest[1] if rest[:1] in (("job",), ("jobs",)) and len(rest) > 1 else ""
    return found if NUMBER.fullmatch(found) else None


def _at_own_host(ref: Ref) -> hosted.Match:
    """What addresses are on the board's host, which `match` cannot know if it is the employer's own."""

    def known(url: str) -> Ref | None:
        parts = urls.parts(url)
        if parts is None or "." not in (ref.token or "") or parts.host != ref.token:
            return match(url)
        return refer(parts.host, _number(parts.segments))

    return known


def _linked(ref: Ref, response: Response, known: hosted.Match) -> Page:
    """The links of a page, whose script counts the openings."""
    ids = IDS.search(embedded.text(response))
    total = len(re.findall(r"\d{1,12}", ids[1])) if ids else None
    if total == 0:
        return Page(kind=RefKind.BOARD, reader=NAME, total=0)
    page = hosted.parse(ref, response, known)
    return replace(page, total=total, complete=len(page.postings) == total) if page.kind is RefKind.BOARD else page


def _posting(ref: Ref, row: Node, document: dom.Document, known: hosted.Match) -> Posting | None:
    """An element's posting, without what its address does not say."""
    item = row.value("item")
    read = posting_of(item, document, None) if isinstance(item, dict) else None
    if read is None:
        return None
    own = known(read.url) if read.url else None
    number = read.external_id if NUMBER.fullmatch(read.external_id or "") else own.external_id if own else None
    token = ref.token or (own.token if own else None)
    named = refer(token, number, ref.region) if token and number else None
    if number is None:
        return None
    return replace(
        read,
        url=own.url if own and own.external_id else read.url or (named.url if named else None),
        board=NAME,
        token=token,
        external_id=number,
        locations=fill.unique(place for stated in read.locations if (place := _place(stated))),
        updated_at=read.updated_at or row.date("dateModified"),
    )


def _place(read: Place) -> Place | None:
    said = ", ".join(part for part in read.text.split(", ") if part not in NOTHING)
    city = None if read.city in NOTHING else read.city
    region = None if read.region in NOTHING else read.region
    return replace(read, text=said, city=city, region=region) if said else None


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://tideglass.softgarden.io/job/41234567/Glasblaeser-m-w-d-?jobDbPVId=1&l=de",
        ref=refs.posting(NAME, "tideglass", "41234567", "https://tideglass.softgarden.io/job/41234567"),
        spellings=(
            "http://Tideglass.softgarden.io/job/41234567#apply",
            "https://tideglass.career.softgarden.de/jobs/41234567/Glasblaeser-m-w-d-/",
            "https://tideglass.career.softgarden.de/en/jobs/41234567/",
        ),
        body="""<!DOCTYPE html><html lang="de"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Glasbläser (m/w/d)", "datePosted": "2026-03-02",
            "description": "<p>Du bläst Glas und pflegst die Öfen unserer Werkstatt.</p>", "employmentType":
            "FULL_TIME", "hiringOrganization": {"@type": "Organization", "name": "Tideglass GmbH"}, "jobLocation":
            {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Kiel", "addressCountry":
            "DE"}}}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glasbläser (m/w/d)",
                    company="Tideglass GmbH",
                    url="https://tideglass.softgarden.io/job/41234567",
                    board=NAME,
                    token="tideglass",
                    external_id="41234567",
                    locations=(Place(text="Kiel, DE", city="Kiel", country="DE"),),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    description_html="<p>Du bläst Glas und pflegst die Öfen unserer Werkstatt.</p>",
                    description_text="Du bläst Glas und pflegst die Öfen unserer Werkstatt.",
                    language="de",
                ),
            ),
        ),
    ),
    Example(
        url="https://tideglass.softgarden.io/de/vacancies",
        ref=refs.board(NAME, "tideglass", "https://tideglass.softgarden.io/"),
        spellings=(
            "http://TideGlass.softgarden.io",
            "https://tideglass.softgarden.io/jobs.feed.json",
            "https://tideglass.career.softgarden.de/?l=en#jobs",
        ),
        body="""{"@context": "https://schema.org", "@type": "DataFeed", "numberOfItems": 1, "dataFeedElement": [
            {"@type": "DataFeedItem", "dateModified": "2026-03-09T08:00:00Z", "item": {"@type": "JobPosting",
            "title": "Glasbläser (m/w/d)", "description": "<p>Du bläst Glas und pflegst die Öfen der Werkstatt.</p>",
            "identifier": {"@type": "PropertyValue", "name": "Tideglass GmbH", "value": "41234567"},
            "datePosted": "2026-03-02", "employmentType": ["FULL_TIME"], "hiringOrganization": {"@type":
            "Organization", "name": "Tideglass GmbH"}, "jobLocation": {"@type": "Place", "address": {"@type":
            "PostalAddress", "addressLocality": "Kiel", "streetAddress": "-", "addressCountry": "-"}},
            "url": "https://tideglass.softgarden.io/job/41234567/Glasblaeser-m-w-d-"}}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glasbläser (m/w/d)",
                    company="Tideglass GmbH",
                    url="https://tideglass.softgarden.io/job/41234567",
                    board=NAME,
                    token="tideglass",
                    external_id="41234567",
                    locations=(Place(text="Kiel", city="Kiel", country="DE"),),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    updated_at="2026-03-09T08:00:00+00:00",
                    description_html="<p>Du bläst Glas und pflegst die Öfen der Werkstatt.</p>",
                    description_text="Du bläst Glas und pflegst die Öfen der Werkstatt.",
                ),
            ),
        ),
    ),
)
