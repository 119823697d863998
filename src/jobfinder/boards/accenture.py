"""Accenture's own board: one list for each country's site, `www.accenture.com/{site}/careers/jobsearch`.

Pure; called through `boards.registry`. A token is the site ("gb-en"). Other pages of that host are a company's site. A
posting's id is the same on all sites. The search takes a form in parts and the country's name as the site writes it;
its address carries the site as its fragment, which is not sent. It rests on one reader of it, who had the cookies of a
visit: it may refuse. Sites whose search is another one are read by their pages only. Totals stop at ten thousand.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, refs
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls

NAME = "accenture"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ()
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "www.accenture.com"
API = ("api", "accenture", "elastic", "findjobs")
SITE = re.compile(r"[a-z]{2}-[a-z]{2}")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,60}")
COUNTRIES = {
    "au-en": "Australia",
    "ca-en": "Canada",
    "ch-en": "Switzerland",
    "de-de": "Deutschland",
    "gb-en": "United Kingdom",
    "in-en": "India",
    "it-it": "Italia",
    "jp-ja": "日本",
    "sg-en": "Singapore",
    "us-en": "USA",
}
SIZE = 500
CAPPED = 10_000
MOST = 50_000
BOUNDARY = "jobfinder-form-part"
START = re.compile(rb'name="startIndex"\r\n\r\n(\d{1,6})\r\n')


def match(url: str) -> Ref | None:
    """The search of a site and its postings, nothing else of the host."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") != HOST.removeprefix("www."):
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path == API:
        return refer(url.partition("#")[2])
    if path[1:] == ("careers", "jobdetails"):
        id_ = (parts.query.get("id") or [""])[-1]
        return refer(path[0], id_) if id_ else None
    return refer(path[0]) if path[1:] == ("careers", "jobsearch") else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The list of a site, or the posting of that id."""
    site = token.lower()
    if not SITE.fullmatch(site) or (external_id and not ID.fullmatch(external_id)):
        return None
    home = f"https://{HOST}/{site}/careers"
    if not external_id:
        return refs.board(NAME, site, f"{home}/jobsearch")
    url, key = f"{home}/jobdetails?id={external_id}", f"job:{NAME}:{external_id}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=key, url=url, token=site, external_id=external_id)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The search of a site; else the page."""
    if ref.kind is RefKind.POSTING or ref.token not in COUNTRIES:
        return (Request(url=ref.url),)
    return (_asked(ref.token, 0),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, or what a page states or links."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if not isinstance(answer.value("data"), list):
        raise Broken("Accenture's answer holds no list of postings")
    rows, hits = answer.rows("data"), answer.at("totalHits")
    counts = (hits.number("total"), hits.number("value"), answer.number("totalHits"))
    total = next((count for count in counts if count is not None), None)
    stated = None if total is not None and total >= CAPPED else total
    before = _start(response)
    reached = before + len(rows)
    more = bool(rows) and (reached < (stated or 0) if stated is not None else total is not None and reached < MOST)
    following = _asked(ref.token, reached) if more and ref.token in COUNTRIES else None
    read = (_posting(ref, row) for row in rows)
    sure = stated is not None
    return counted.page(NAME, len(rows), read, total=stated, before=before, following=following, sure=sure)


marks = unmarked


# ---------------------------------------------------------------- reading


def _asked(site: str, start: int) -> Request:
    """The search as the form of its page sends it."""
    language = site.partition("-")[2]
    form = {
        "startIndex": str(start),
        "maxResultSize": str(SIZE),
        "jobKeyword": "",
        "jobCountry": COUNTRIES[site],
        "jobLanguage": language,
        "countrySite": site,
        "sortBy": "2",
        "totalHits": "true",
    }
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="'
    body = "".join(f'{head}{name}"\r\n\r\n{value}\r\n' for name, value in form.items()) + f"--{BOUNDARY}--\r\n"
    headers = (
        ("content-type", f"multipart/form-data; boundary={BOUNDARY}"),
        ("accept", "application/json"),
        ("referer", f"https://{HOST}/{site}/careers/jobsearch"),
    )
    url = f"https://{HOST}/{'/'.join(API)}#{site}"
    return Request(url=url, method="POST", headers=headers, body=body.encode())


def _start(response: Response) -> int:
    found = START.search((response.request.body if response.request else None) or b"")
    return int(found[1]) if found else 0


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("title"), row.text("guid") or _id_in(row.markup("jobDetailUrl"))
    if not title or not id_ or not ID.fullmatch(id_):
        return None
    own = refer(ref.token, id_) if ref.token else None
    said = fill.description(row.markup("jobDescription"))
    where = fill.locations(row.texts("location") or row.texts("jobCityState"))
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=id_,
        locations=where,
        remote=_remote(row, title),
        department=row.text("businessArea"),
        seniority=fill.level(row.text("careerLevel")),
        salary=fill.pay(None, said, where),
        posted_at=row.date("postedDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _id_in(address: str) -> str | None:
    own = match(urls.join(f"https://{HOST}/", address) or "")
    return own.external_id if own else None


def _remote(row: Node, title: str) -> Remote | None:
    return fill.remote(row.text("remoteType"), title)


# ---------------------------------------------------------------- examples

HOME = f"https://{HOST}/gb-en/careers"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/jobdetails?id=R00339500_en&title=Lens+Grinder",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key="job:accenture:R00339500_en",
            url=f"{HOME}/jobdetails?id=R00339500_en",
            token="gb-en",
            external_id="R00339500_en",
        ),
        spellings=(
            f"http://{HOST}/us-en/careers/jobdetails/?id=R00339500_en&src=x#top",
            "https://accenture.com/gb-en/careers/jobdetails?title=x&id=R00339500_en",
        ),
        body="""<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Lens Grinder", "datePosted": "2026-03-02",
            "description": "<p>You grind the lenses of our lighthouses and look after them.</p>",
            "hiringOrganization": {"@type": "Organization", "name": "Accenture"}, "jobLocation": {"@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": "Leeds", "addressCountry": "GB"}}}</script>
            </head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Lens Grinder",
                    company="Accenture",
                    url=f"{HOME}/jobdetails?id=R00339500_en",
                    board=NAME,
                    token="gb-en",
                    external_id="R00339500_en",
                    locations=(Place(text="Leeds, GB", city="Leeds", country="GB"),),
                    posted_at="2026-03-02",
                    description_html="<p>You grind the lenses of our lighthouses and look after them.</p>",
                    description_text="You grind the lenses of our lighthouses and look after them.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/jobsearch?jk=lens",
        ref=refs.board(NAME, "gb-en", f"{HOME}/jobsearch"),
        spellings=(f"http://{HOST}/GB-EN/careers/jobsearch/#list", f"https://{HOST}/{'/'.join(API)}#gb-en"),
        body="""{"data": [{"guid": "R00339500_en", "title": "Lens Grinder", "location": ["Leeds"],
            "jobDescription": "<p>You grind lenses.</p>", "remoteType": "Hybrid", "postedDate": "2026-03-02",
            "businessArea": "Optics", "careerLevel": "7 - Manager"}],
            "totalHits": {"total": 1, "overMaxHits": "False"}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Lens Grinder",
                    url=f"{HOME}/jobdetails?id=R00339500_en",
                    board=NAME,
                    token="gb-en",
                    external_id="R00339500_en",
                    locations=(Place(text="Leeds", city="Leeds", country="GB"),),
                    remote=Remote.HYBRID,
                    department="Optics",
                    posted_at="2026-03-02",
                    description_html="<p>You grind lenses.</p>",
                    description_text="You grind lenses.",
                ),
            ),
        ),
    ),
)
