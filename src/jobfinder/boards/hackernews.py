"""Hacker News, "Who is hiring?": a thread a month, in which each comment on the story itself is a posting.

Pure; called through `boards.registry`. An address `item?id=N` is that of a thread or of a comment, which only the
answer tells: it counts as a board, that of a comment has one posting. `context?id=N` is a comment. Whole threads come
from Algolia's API, single comments from Firebase's; saved pages are read as well. By custom the first line says
"Company | Role | Place | Remote | Pay"; how it is taken apart is in `boards.parts.headline`.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, headline, hosted, refs
from jobfinder.boards.parts.jobsite import value
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls
from jobfinder.read.dom import Element

NAME = "hackernews"
ALIASES: tuple[str, ...] = ("hn", "whoishiring")
HOSTS: tuple[str, ...] = ("news.ycombinator.com", "hn.algolia.com", "hacker-news.firebaseio.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HIRING = "whoishiring"
"""The account that begins the threads; as a board it is the newest of them. The token of all postings."""
SITE = "https://news.ycombinator.com"
ALGOLIA = "https://hn.algolia.com/api/v1"
FIREBASE = "https://hacker-news.firebaseio.com/v0/item"
THREADS = f"{ALGOLIA}/search_by_date?tags=story,author_{HIRING}&hitsPerPage=20"
ID = re.compile(r"\d{1,12}")
TITLE = re.compile(r"who is hiring", re.IGNORECASE)


def match(url: str) -> Ref | None:
    """Threads, comments, the account; as people and as both APIs see them."""
    parts = urls.parts(url)
    if parts is None or parts.host not in HOSTS:
        return None
    path = parts.segments
    if parts.host == "hacker-news.firebaseio.com":
        return refer(HIRING, path[2].removesuffix(".json")) if path[:2] == ("v0", "item") and len(path) == 3 else None
    if parts.host == "hn.algolia.com":
        return _of_algolia(parts)
    if path in (("user",), ("submitted",)):
        return refer(HIRING) if value(parts, "id") == HIRING else None
    id_ = value(parts, "id") or ""
    if path == ("context",):
        return refer(HIRING, id_)
    return refer(id_) if path == ("item",) else None


def _of_algolia(parts: urls.Parts) -> Ref | None:
    path = parts.segments
    if path[:3] == ("api", "v1", "items") and len(path) == 4:
        return refer(path[3])
    asked = path == ("api", "v1", "search_by_date") and f"author_{HIRING}" in (value(parts, "tags") or "")
    return refer(HIRING) if asked else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """A thread by its number, the newest thread, or a comment by its number."""
    if external_id is not None:
        named = ID.fullmatch(external_id)
        return refs.posting(NAME, HIRING, external_id, f"{SITE}/context?id={external_id}") if named else None
    if token == HIRING:
        return refs.board(NAME, HIRING, f"{SITE}/submitted?id={HIRING}")
    return refs.board(NAME, token, f"{SITE}/item?id={token}") if ID.fullmatch(token) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The APIs, which give what the pages give."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{FIREBASE}/{ref.external_id}.json"),)
    return (Request(url=THREADS if ref.token == HIRING else f"{ALGOLIA}/items/{ref.token}"),)


def parse(ref: Ref, response: Response) -> Page:
    """The comments of a thread, one comment, or where the newest thread is."""
    if exchange.is_markup(response):
        return _page(ref, response)
    answer = decode(response)
    if answer is None:
        raise Gone(f"Hacker News has no item {ref.external_id or ref.token}")
    row = Node(answer)
    if isinstance(row.value("hits"), list):
        return _newest(row)
    if row.text("type") == "comment" or (ref.kind is RefKind.POSTING and row.value("children") is None):
        return _one(row)
    if not isinstance(row.value("children"), list):
        raise Broken("Hacker News answered neither a thread nor a comment")
    comments = row.rows("children") if _is_hiring(row.text("title")) else ()
    return _thread(ref, tuple(posting for one in comments if (posting := _posting(one))))


marks = unmarked


# ---------------------------------------------------------------- reading


def _is_hiring(title: str | None) -> bool:
    return bool(TITLE.search(title or ""))


def _newest(found: Node) -> Page:
    """The request for the newest thread, behind other threads of the account ("Who wants to be hired?")."""
    ids = (hit.text("objectID") for hit in found.rows("hits") if _is_hiring(hit.text("title")))
    newest = next((id_ for id_ in ids if id_ and ID.fullmatch(id_)), None)
    if newest is None:
        raise Broken("there is no thread among the newest stories of Hacker News' whoishiring")
    return Page(kind=RefKind.BOARD, reader=NAME, next=Request(url=f"{ALGOLIA}/items/{newest}"), complete=False)


def _one(row: Node) -> Page:
    posting = _posting(row)
    if posting is None:
        raise Gone("the comment was deleted", certain=True)
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def _thread(ref: Ref, postings: tuple[Posting, ...]) -> Page:
    if ref.kind is not RefKind.POSTING:
        return Page(kind=RefKind.BOARD, reader=NAME, postings=postings, total=len(postings))
    found = tuple(posting for posting in postings if posting.external_id == ref.external_id)
    if not found:
        raise Gone(f"comment {ref.external_id} is not in the thread")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=found[:1])


def _posting(row: Node) -> Posting | None:
    """A comment; null where it was deleted."""
    markup, id_ = row.markup("text"), row.text("id")
    if row.flag("deleted") or row.flag("dead") or not id_:
        return None
    return _named(id_, markup, row.date("created_at", "created_at_i", "time"))


def _named(id_: str, markup: str, posted_at: str | None) -> Posting | None:
    return headline.posting(
        markup,
        url=f"{SITE}/context?id={id_}",
        board=NAME,
        token=HIRING,
        external_id=id_,
        posted_at=posted_at,
    )


def _page(ref: Ref, response: Response) -> Page:
    """A saved page: comments at the left edge. The page of one comment has it at the top, answers below."""
    document = hosted.document(response)
    top = document.first("table.fatitem")
    comment = top.first(".commtext") if top else None
    rows = document.select("tr.athing.comtr")
    if top is None and not rows:
        raise Broken("Hacker News answered a page without comments")
    if comment is not None and top is not None:
        return _one_of_page(top, comment)
    comments = rows if _is_hiring(document.title) else ()
    return _thread(ref, tuple(posting for row in comments if _is_outer(row) and (posting := _of_row(row))))


def _one_of_page(top: Element, comment: Element) -> Page:
    row, age = top.first("tr.athing"), top.first(".age")
    posting = _named((row.attr("id") if row else None) or "0", comment.html, age.attr("title") if age else None)
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,) if posting else ())


def _is_outer(row: Element) -> bool:
    indent = row.first("td.ind")
    image = row.first("td.ind img")
    return (indent.attr("indent") if indent else None) == "0" or (image.attr("width") if image else None) == "0"


def _of_row(row: Element) -> Posting | None:
    id_, comment, age = row.attr("id"), row.first(".commtext"), row.first(".age")
    stated = ((age.attr("title") if age else None) or "").split(" ")[0]
    return _named(id_, comment.html, stated or None) if id_ and comment else None


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://news.ycombinator.com/item?id=48700001#48700002",
        ref=refs.board(NAME, "48700001", f"{SITE}/item?id=48700001"),
        spellings=(f"{ALGOLIA}/items/48700001", "http://news.ycombinator.com/item?id=48700001&p=2"),
        body="""{"id": 48700001, "title": "Ask HN: Who is hiring? (March 2026)", "type": "story", "children": [
            {"author": "moss", "children": [], "created_at": "2026-03-02T09:00:00.000Z", "id": 48700002,
             "text": "Fernbrook (https:&#x2F;&#x2F;fernbrook.example) | Glass Engineer | Berlin | ONSITE",
             "type": "comment"},
            {"author": null, "created_at": "2026-03-02T09:01:00.000Z", "id": 48700003, "text": null}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glass Engineer",
                    company="Fernbrook",
                    company_url="https://fernbrook.example/",
                    url=f"{SITE}/context?id=48700002",
                    board=NAME,
                    token=HIRING,
                    external_id="48700002",
                    locations=(Place(text="Berlin", city="Berlin", country="DE"),),
                    remote=Remote.ONSITE,
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="Fernbrook (https:&#x2F;&#x2F;fernbrook.example) | Glass Engineer |"
                    " Berlin | ONSITE",
                    description_text="Fernbrook (https://fernbrook.example) | Glass Engineer | Berlin | ONSITE",
                ),
            ),
        ),
    ),
    Example(
        url="https://news.ycombinator.com/context?id=48700002",
        ref=refs.posting(NAME, HIRING, "48700002", f"{SITE}/context?id=48700002"),
        spellings=(f"{FIREBASE}/48700002.json",),
        body="""{"by": "moss", "id": 48700002, "parent": 48700001, "time": 1772442000, "type": "comment",
            "text": "Fernbrook | Glass Engineer | Remote (EU)<p>We make windows."}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Glass Engineer",
                    company="Fernbrook",
                    url=f"{SITE}/context?id=48700002",
                    board=NAME,
                    token=HIRING,
                    external_id="48700002",
                    locations=(Place(text="Remote (EU)"),),
                    remote=Remote.REMOTE,
                    remote_scope="EU",
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="Fernbrook | Glass Engineer | Remote (EU)<p>We make windows.",
                    description_text="Fernbrook | Glass Engineer | Remote (EU)\n\nWe make windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://news.ycombinator.com/submitted?id=whoishiring",
        ref=refs.board(NAME, HIRING, f"{SITE}/submitted?id={HIRING}"),
        spellings=("https://news.ycombinator.com/user?id=whoishiring", THREADS),
        body="""{"hits": [{"objectID": "48700009", "title": "Ask HN: Who wants to be hired? (March 2026)"},
            {"objectID": "48700001", "title": "Ask HN: Who is hiring? (March 2026)"}]}""",
        page=Page(kind=RefKind.BOARD, reader=NAME, next=Request(url=f"{ALGOLIA}/items/48700001"), complete=False),
    ),
)
