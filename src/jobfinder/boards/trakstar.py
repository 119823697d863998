"""Trakstar Hire (Recruiterbox): `{token}.hire.trakstar.com`; a feed with the whole board, else its page of cards.

Pure; called through `boards.registry`. The feed is RSS with a vocabulary of its own; a few boards have none, their page
has a hundred cards at a time. The older API of Recruiterbox is read too, where somebody has saved an answer of it.
Ids of postings ignore case. What accounts that have left say stands on a page.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, counted, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.exchange import is_markup, text
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import dates, fields, places, urls, xml
from jobfinder.read.dom import Document, Element

NAME = "trakstar"
ALIASES: tuple[str, ...] = ("recruiterbox",)
HOSTS: tuple[str, ...] = ("trakstar.com", "recruiterbox.com", "trakstarhire.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN, OLD, API = "hire.trakstar.com", "recruiterbox.com", "jsapi.recruiterbox.com"
NOT_BOARDS = frozenset({"jsapi", "hire", "help", "blog", "developers", "careers"})
LIMIT = 100
ID = re.compile(r"[a-z0-9]{3,12}")
CARD = ".js-careers-page-job-list-item, .js-card"
TOTAL = re.compile(r"(?:total_jobs|total_results)[\"']?\s{0,5}:\s{0,5}[\"']?(\d{1,6})")
LEFT = re.compile(r"no longer using Trakstar Hire|inactive account", re.IGNORECASE)


def match(url: str) -> Ref | None:
    """Boards, postings, their forms, feeds and the older API."""
    parts = urls.parts(url)
    if parts is None:
        return None
    if parts.host == API:
        return refer((parts.query.get("client_name") or [""])[-1])
    name = tenants.of_host(parts.host, DOMAIN, OLD)
    path = tuple(segment.lower() for segment in parts.segments)
    found = path[1] if path[:1] == ("jobs",) and len(path) > 1 and ID.fullmatch(path[1]) else None
    return refer(name, found) if name else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that id."""
    name, id_ = tenants.label(token), (external_id or "").lower()
    if name is None or name in NOT_BOARDS or (id_ and not ID.fullmatch(id_)):
        return None
    home = f"https://{name}.{DOMAIN}/"
    return refs.posting(NAME, name, id_, f"{home}jobs/{id_}/") if id_ else refs.board(NAME, name, home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, then the page of cards; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{ref.url}jobfeeds/{ref.token}"), Request(url=f"{ref.url}?limit={LIMIT}&p=1"))


def parse(ref: Ref, response: Response) -> Page:
    """The feed, the cards, the API's list, or a posting's page."""
    if not is_markup(response):
        return _of_api(ref, response)
    root = xml.root(response.body) if response.body.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] in (b"<?xml", b"<rss ") else None
    if root is not None and root.name == "rss":
        items = tuple(item for channel in Node(xml.fields(root.node)).rows("channel") for item in channel.rows("item"))
        if b"<channel" not in response.body:
            raise Broken("Trakstar's feed has no channel")
        read = (_of_feed(ref, item) for item in items)
        return counted.page(NAME, len(items), read, total=len(items), sure=root.complete)
    if said := LEFT.search(text(response)):
        raise Gone(f"the board {ref.token} has left: {said[0]}")
    document = hosted.document(response)
    return (_listed(ref, response, document) if ref.kind is RefKind.BOARD else None) or _shown(ref, response, document)


marks = unmarked


# ---------------------------------------------------------------- the feed and the API


def _first(item: Node, name: str) -> str | None:
    return next(iter(item.texts(name)), None)


def _of_feed(ref: Ref, item: Node) -> Posting | None:
    link = _first(item, "link") or _first(item, "guid")
    own, title = match(link or ""), _first(item, "title")
    if not title or own is None or own.external_id is None:
        return None
    stated = item.value("description")
    said = fill.description(stated[0] if isinstance(stated, list) and isinstance(stated[0], str) else "")
    where = _place(_first(item, "locationcity"), _first(item, "locationstate"), _first(item, "locationcountry"))
    posted = _first(item, "pubdate")
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=own.token,
        external_id=own.external_id,
        locations=where,
        remote=fill.remote(title),
        employment_type=fields.employment(_first(item, "positiontype")),
        department=_first(item, "team"),
        salary=fill.pay(None, said, where),
        posted_at=dates.iso(posted) if posted else None,
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _of_api(ref: Ref, response: Response) -> Page:
    answer = Node(decode(response))
    if not isinstance(answer.value("objects"), list):
        raise Broken("Recruiterbox's answer holds no list of openings")
    rows, meta = answer.rows("objects"), answer.at("meta")
    before, total = int(meta.number("offset") or 0), meta.number("total")
    more = bool(rows) and total is not None and before + len(rows) < total
    following = jobsite.turned(response, "offset", before + len(rows)) if more else None
    read = (_row(ref, row) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


def _row(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("title"), (row.text("id") or "").lower()
    own = match(row.url("hosted_url") or "")
    token = ref.token or (own.token if own else None) or row.text("client_name")
    named = refer(token, id_) if token and ID.fullmatch(id_) else None
    if not title or named is None:
        return None
    said, at = fill.description(row.markup("description")), row.at("location")
    where = _place(at.text("city"), at.text("state"), at.text("country"))
    return Posting(
        title=title,
        url=named.url,
        board=NAME,
        token=named.token,
        external_id=named.external_id,
        locations=where,
        remote=Remote.REMOTE if row.flag("allows_remote") else fill.remote(title),
        employment_type=fields.employment(row.text("position_type")),
        department=row.text("team"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("created_on", "created_date"),
        closes_at=row.date("close_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _place(city: str | None, region: str | None, country: str | None) -> tuple[Place, ...]:
    text = ", ".join(dict.fromkeys(part for part in (city, region, country) if part))
    return (places.place_of(city, region, country, text),) if text else ()


# ---------------------------------------------------------------- pages


def _listed(ref: Ref, response: Response, document: Document) -> Page | None:
    rows = document.select(CARD)
    counter = TOTAL.search(text(response))
    total, here = int(counter[1]) if counter else None, jobsite.page_of(response, "p", 1)
    if not rows and total != 0:
        return None
    before = (here - 1) * LIMIT
    more = bool(rows) and total is not None and before + len(rows) < total
    following = jobsite.turned(response, "p", here + 1) if more else None
    read = (_card(document, row) for row in rows)
    sure = total is not None
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following, sure=sure)


def _card(document: Document, card: Element) -> Posting | None:
    own = match(document.join(cards.attr(card, "a[href]", "href")) or "")
    title = cards.text(card, ".js-job-list-opening-name")
    if not title or own is None or own.external_id is None:
        return None
    at = tuple(cards.text(card, f".meta-job-location-{name}") for name in ("city", "state", "country"))
    where = _place(*at) or fill.locations([cards.text(card, ".js-job-list-opening-loc")])
    facts = cards.text(card, ".js-job-list-opening-meta")
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=own.token,
        external_id=own.external_id,
        locations=where,
        remote=fill.remote(cards.text(card, ".js-job-list-opening-loc"), facts, title),
        employment_type=fields.employment(facts),
        department=cards.text(card, ".rb-text-4"),
    )


def _shown(ref: Ref, response: Response, document: Document) -> Page:
    """The posting by its structured data, else by the page's own markup."""
    title, body = cards.text(document, ".js-job-title"), cards.html(document, ".jobdesciption")
    if "JobPosting" in document.html or not title or not body:
        return hosted.parse(ref, response, match)
    said, facts = fill.description(body), cards.texts(document, ".opening-info span")
    posting = Posting(
        title=title,
        url=ref.url or None,
        locations=fill.locations(facts[:1]),
        employment_type=fields.employment(facts[1:]),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(hosted.named(ref, posting),), complete=False)


# ---------------------------------------------------------------- examples

HOME = f"https://fernbrook.{DOMAIN}/"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}jobs/fk0abc/?source=x",
        ref=refs.posting(NAME, "fernbrook", "fk0abc", f"{HOME}jobs/fk0abc/"),
        spellings=(
            f"http://FernBrook.{DOMAIN}/jobs/FK0abc/apply#form",
            "https://fernbrook.recruiterbox.com/jobs/fk0abc",
        ),
        body="""<!DOCTYPE html><html lang="en"><body><h1 class="js-job-title">Gardener</h1><div class="opening-info">
            <span>Denver, Colorado, United States</span><span>Full-time</span></div>
            <div class="jobdesciption"><p>You look after the moss.</p></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Gardener",
                    url=f"{HOME}jobs/fk0abc/",
                    board=NAME,
                    token="fernbrook",
                    external_id="fk0abc",
                    locations=(
                        Place(text="Denver, Colorado, United States", city="Denver", region="Colorado", country="US"),
                    ),
                    employment_type="full_time",
                    description_html="<p>You look after the moss.</p>",
                    description_text="You look after the moss.",
                ),
            ),
        ),
    ),
    Example(
        url=HOME,
        ref=refs.board(NAME, "fernbrook", HOME),
        spellings=(
            f"http://FernBrook.{DOMAIN}/?limit=100&p=2#jobs",
            f"{HOME}jobfeeds/fernbrook",
            "https://jsapi.recruiterbox.com/v1/openings?client_name=Fernbrook&offset=0",
        ),
        body=f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:job="{HOME}"><channel>
            <title>Fernbrook</title><link>{HOME}</link><item><title>Gardener</title>
            <link>{HOME}jobs/fk0abc</link><pubDate>Mon, 02 Mar 2026 09:00:00 +0000</pubDate>
            <description>&lt;div id="job_description"&gt;&lt;p&gt;Moss.&lt;/p&gt;&lt;/div&gt;</description>
            <job:locationCity>Denver</job:locationCity><job:locationState>Colorado</job:locationState>
            <job:locationCountry>United States</job:locationCountry><job:team>Beds</job:team>
            <job:positionType>full_time</job:positionType></item></channel></rss>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Gardener",
                    url=f"{HOME}jobs/fk0abc/",
                    board=NAME,
                    token="fernbrook",
                    external_id="fk0abc",
                    locations=(
                        Place(text="Denver, Colorado, United States", city="Denver", region="Colorado", country="US"),
                    ),
                    employment_type="full_time",
                    department="Beds",
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html='<div id="job_description"><p>Moss.</p></div>',
                    description_text="Moss.",
                ),
            ),
        ),
    ),
)
