"""Dayforce: job boards of a namespace, by the public feed of all postings, else by the site's own search.

Pure; called through `boards.registry`. A board is a namespace (case ignored) and the code of a board. The search needs
the cookies of the site's page and a token against forgery; it gives 25 at a time. Feeds have one row for each
place and language of a posting. A posting stands in the state of its page.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, embedded, exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "dayforce"
ALIASES: tuple[str, ...] = ("ceridian", "dayforcehcm")
HOSTS: tuple[str, ...] = ("dayforcehcm.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "jobs.dayforcehcm.com"
SITE = f"https://{HOST}"
FEEDS = "https://www.dayforcehcm.com/api"
OLD_HOST = re.compile(r"(?:www|[a-z]{2}\d{0,3}|[a-z]{2}r\d{1,3})\.dayforcehcm\.com")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?", re.IGNORECASE)
NAMESPACE = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62})")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,126}")
ID = re.compile(r"\d{1,19}")
OTHERS = frozenset({"api", "_next", "login", "auth", "static", "favicon.ico"})
DEFAULT_CODE = "CANDIDATEPORTAL"
ENGLISH = "en-US"


def match(url: str) -> Ref | None:
    """Boards and postings in any language, forms, feeds, and the addresses of the older portal."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if OLD_HOST.fullmatch(parts.host):
        return _old(path, {name.lower(): values[-1] for name, values in parts.query.items()})
    if parts.host != HOST:
        return None
    path = path[1:] if path[:1] and LANGUAGE.fullmatch(path[0]) and len(path) > 2 and path[2] != "jobs" else path
    if len(path) < 2 or path[0].lower() in OTHERS:
        return None
    return refer(f"{path[0]}~{path[1]}", path[3] if path[2:3] == ("jobs",) and len(path) > 3 else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where there can be no such thing."""
    space, _, code = token.partition("~")
    name = refs.token_of(space.lower())
    if name is None or not NAMESPACE.fullmatch(name) or not CODE.fullmatch(code) or refs.token_of(code) is None:
        return None
    home = f"{SITE}/{ENGLISH}/{name}/{code}"
    if external_id is None:
        return refs.board(NAME, f"{name}~{code}", home)
    if not ID.fullmatch(external_id):
        return None
    return refs.posting(NAME, f"{name}~{code}", external_id, f"{home}/jobs/{external_id}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, and where there is none the page, which begins a search; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    name, _, code = ref.token.partition("~")
    feed = f"{FEEDS}/{name}/V1/JobFeeds?includeActivePostingOnly=true&internalJobBoardCode={code}"
    return (Request(url=feed, headers=(("accept", "application/json"),)), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """The feed; a page, a token and a page of the search, one after the other; a posting."""
    if exchange.is_markup(response):
        return _page(ref, response)
    listed = listing.rows(response, None)
    if listed is not None:
        return _feed(ref, listed)
    row = Node(decode(response))
    token = exchange.word(row.text("csrfToken"))
    if token and ref.token:
        return _searching(ref, response, token)
    if not isinstance(row.value("jobPostings"), list):
        raise Broken("Dayforce's answer holds no job postings")
    rows, total = row.rows("jobPostings"), exchange.count(row, "maxCount")
    start = exchange.count(exchange.asked(response), "paginationStart") or 0
    more = exchange.following(start, len(rows), total)
    following = exchange.again(response, {**exchange.sent(response), "paginationStart": more}) if more else None
    read = (_posting(ref, one) for one in rows)
    return counted.page(NAME, len(rows), read, total=total, before=start, following=following)


marks = unmarked


# ---------------------------------------------------------------- addresses


def _old(path: tuple[str, ...], query: dict[str, str]) -> Ref | None:
    """`/CandidatePortal/en-US/{namespace}[/Posting/View/{id}]`, and the feeds."""
    if path[:1] == ("api",) and len(path) > 3 and path[3] == "JobFeeds":
        return refer(f"{path[1]}~{query.get('internaljobboardcode') or DEFAULT_CODE}")
    if len(path) < 3 or path[0].lower() != "candidateportal" or not LANGUAGE.fullmatch(path[1]):
        return None
    site = path[4] if len(path) > 4 and path[3].lower() == "site" else DEFAULT_CODE
    lowered = tuple(segment.lower() for segment in path)
    at = lowered.index("view") + 1 if "posting" in lowered and "view" in lowered else len(path)
    return refer(f"{path[2]}~{site}", path[at] if at < len(path) else None)


# ---------------------------------------------------------------- session


def _page(ref: Ref, response: Response) -> Page:
    """A posting's page holds it in its state; a board's page gives cookies, without which there is no token."""
    text = exchange.text(response)
    state = embedded.page_props(text).at("dehydratedState").rows("queries")
    shown = (_posting(ref, query.at("state", "data")) for query in state)
    posting = next((one for one in shown if one and ref.external_id in (None, one.external_id)), None)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    cultures = (exchange.word(query.at("state", "data").text("cultureCode")) for query in state)
    culture = next(filter(None, cultures), None)
    if not state or ref.token is None:
        raise Broken("the page holds neither a board nor a posting")
    headers = (("accept", "application/json"), ("accept-language", culture or ENGLISH), *exchange.cookies(response))
    following = Request(url=f"{SITE}/api/auth/csrf", headers=headers)
    return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)


def _searching(ref: Ref, response: Response, token: str) -> Page:
    """The search, with the token and all cookies so far."""
    before = dict(response.request.headers) if response.request else {}
    kept = [value for name, value in (("cookie", before.get("cookie")), *exchange.cookies(response)) if value]
    cookies = (("cookie", "; ".join(kept)),) if kept else ()
    name, _, code = (ref.token or "").partition("~")
    search = {
        "clientNamespace": name,
        "jobBoardCode": code,
        "cultureCode": before.get("accept-language", ENGLISH),
        "distanceUnit": 0,
        "paginationStart": 0,
    }
    url = f"{SITE}/api/geo/{name}/jobposting/search"
    following = exchange.post(url, search, (("x-csrf-token", token), *cookies))
    return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)


# ---------------------------------------------------------------- reading


def _feed(ref: Ref, listed: listing.Rows) -> Page:
    """The postings, each once, with the places of all its rows."""
    found: dict[str, Posting] = {}
    for row in listed.rows:
        posting = _fed(ref, row)
        if posting is not None:
            known = found.get(posting.external_id or "")
            merged = replace(known, locations=fill.unique((*known.locations, *posting.locations))) if known else posting
            found[posting.external_id or ""] = merged
    if listed.rows and not found:
        raise Broken("none of the rows in Dayforce's feed could be read")
    total = len(found) if listed.total == len(listed.rows) else None
    return Page(kind=RefKind.BOARD, reader=NAME, postings=tuple(found.values()), next=listed.next, total=total)


def _fed(ref: Ref, row: Node) -> Posting | None:
    """A posting as the feed states it."""
    title, number = row.text("Title"), row.text("ReferenceNumber")
    link = row.url("JobDetailsUrl")
    linked = match(link) if link else None
    external_id = (linked.external_id if linked else None) or number
    if not title or not external_id:
        return None
    said = fill.description(row.markup("Description"), stated_language=row.text("CultureCode"))
    city, state, country = row.text("City"), row.text("State"), row.text("Country")
    where = (places.place_of(city, state, country),) if city or state or country else ()
    workplace = Remote.REMOTE if row.flag("IsVirtualLocation") else fill.remote(title)
    own = refer(ref.token, external_id) if ref.token else linked
    return Posting(
        title=title,
        company=row.text("CompanyName", "ParentCompanyName"),
        url=own.url if own else link,
        apply_url=row.url("ApplyUrl"),
        board=NAME,
        token=ref.token or (linked.token if linked else None),
        external_id=external_id,
        locations=where,
        remote=workplace,
        employment_type=fields.employment(filter(None, (row.text("EmploymentIndicator"), row.text("JobType")))),
        department=row.text("JobFamily", "JobFunction"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("DatePosted"),
        updated_at=row.date("LastUpdated"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=number if number != external_id else row.text("ParentRequisitionCode"),
    )


def _posting(ref: Ref, row: Node) -> Posting | None:
    """A posting as the search, or the state of its page, states it."""
    title, external_id = row.text("jobTitle"), row.text("jobPostingId")
    if not title or not external_id:
        return None
    text = row.markup("jobDescription")
    said = fill.description(text if "<" in text else "", text)
    where = fill.unique(place for at in row.rows("postingLocations") if (place := _place(at)))
    workplace = Remote.REMOTE if row.flag("hasVirtualLocation") else fill.remote(title)
    own = refer(ref.token, external_id) if ref.token else None
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=workplace,
        salary=fill.pay(None, said, where),
        posted_at=row.date("postingStartTimestampUTC"),
        closes_at=row.date("postingExpiryTimestampUTC"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("jobReqId"),
    )


def _place(at: Node) -> Place | None:
    name, city = at.text("formattedAddress"), at.text("cityName")
    if city:
        return places.place_of(city, at.text("stateCode"), at.text("isoCountryCode"), name)
    return places.place(name) if name else None


# ---------------------------------------------------------------- examples

FERN = f"{SITE}/{ENGLISH}/fernbrook/Join-us"
PLACES = (Place(text="Reno, NV, USA", city="Reno", region="NV", country="US"),)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/jobs/4711?src=LinkedIn",
        ref=refs.posting(NAME, "fernbrook~Join-us", "4711", f"{FERN}/jobs/4711"),
        spellings=(
            "https://jobs.dayforcehcm.com/fernbrook/Join-us/jobs/4711/apply",
            "http://jobs.dayforcehcm.com/fr-CA/FernBrook/Join-us/jobs/4711/#top",
            "https://us62.dayforcehcm.com/CandidatePortal/en-US/fernbrook/Site/Join-us/Posting/View/4711",
        ),
        body="""<html><body><script id="__NEXT_DATA__" type="application/json">{"props": {"pageProps":
            {"dehydratedState": {"queries": [{"queryKey": ["site-info"], "state": {"data": {"cultureCode": "en-US"}}},
            {"queryKey": ["job"], "state": {"data": {"jobPostingId": 4711, "jobReqId": 1042, "jobTitle": "Miller",
            "jobDescription": "<p>You mill.</p>", "hasVirtualLocation": false,
            "postingStartTimestampUTC": "2026-03-02T09:00:00Z", "postingExpiryTimestampUTC": null,
            "postingLocations": [{"formattedAddress": "Reno, NV, USA", "cityName": "Reno", "stateCode": "NV",
            "isoCountryCode": "USA"}]}}}]}}}}</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Miller",
                    url=f"{FERN}/jobs/4711",
                    board=NAME,
                    token="fernbrook~Join-us",
                    external_id="4711",
                    locations=PLACES,
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You mill.</p>",
                    description_text="You mill.",
                    requisition_id="1042",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobs.dayforcehcm.com/fernbrook/Join-us",
        ref=refs.board(NAME, "fernbrook~Join-us", FERN),
        spellings=(f"{FERN}/?page=2", f"{FERN}/jobs", f"{FEEDS}/fernbrook/V1/JobFeeds?internalJobBoardCode=Join-us"),
        body="""[{"ReferenceNumber": 4711, "Title": "Miller", "CompanyName": "Fernbrook", "CultureCode": "en-US",
            "City": "Reno", "State": "NV", "Country": "USA", "IsVirtualLocation": false, "JobFamily": "Mills",
            "EmploymentIndicator": "Full Time", "Description": "<p>You mill.</p>", "DatePosted": "2026-03-02T09:00:00",
            "JobDetailsUrl": "https://jobs.dayforcehcm.com/en-US/fernbrook/Join-us/jobs/4711",
            "ApplyUrl": "https://jobs.dayforcehcm.com/en-US/fernbrook/Join-us/jobs/4711/apply"},
            {"ReferenceNumber": 4711, "Title": "Miller", "City": "Bonn", "Country": "DEU", "CultureCode": "en-US"}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Miller",
                    company="Fernbrook",
                    url=f"{FERN}/jobs/4711",
                    apply_url=f"{FERN}/jobs/4711/apply",
                    board=NAME,
                    token="fernbrook~Join-us",
                    external_id="4711",
                    locations=(*PLACES, Place(text="Bonn, DEU", city="Bonn", country="DE")),
                    employment_type="full_time",
                    department="Mills",
                    posted_at="2026-03-02T09:00:00",
                    description_html="<p>You mill.</p>",
                    description_text="You mill.",
                    language="en",
                ),
            ),
            total=1,
        ),
    ),
)
