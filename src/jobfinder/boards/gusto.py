"""Gusto's job boards: plain pages of a company's openings and of each posting.

Pure; called through `boards.registry`. Names in addresses end in a UUID. That of a posting holds its company's name,
but not the board's, which the page links; so a posting's key has no board. Nothing is dated. Names ignore case.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import elements, hosted, refs
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls
from jobfinder.read.dom import Document

NAME = "gusto"
ALIASES: tuple[str, ...] = ("gusto_hosted",)
HOSTS: tuple[str, ...] = ("gusto.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED = "https://jobs.gusto.com"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
NAMED = re.compile(rf"(?:[a-z0-9._-]{{1,200}}-)?({UUID})")
OPENINGS = "a[href*='/postings/']"
APART = re.compile(r"(?:(?<!\s)\s+)?·\s*")
ABOUT = re.compile(r"^about\b", re.IGNORECASE)


def match(url: str) -> Ref | None:
    """Boards, postings and their forms."""
    parts = urls.parts(url)
    if parts is None or parts.host != "jobs.gusto.com" or len(parts.segments) < 2:
        return None
    word, name = parts.segments[:2]
    if word == "boards":
        return refer(name)
    return _posting_ref(name) if word == "postings" else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting, which has no token; null for a name that does not end in a UUID."""
    name = refs.token_of(token.lower())
    if name is None or not NAMED.fullmatch(name):
        return None
    return refs.board(NAME, name, f"{HOSTED}/boards/{name}") if external_id is None else _posting_ref(external_id)


def _posting_ref(name: str) -> Ref | None:
    """A posting goes by its UUID; its address keeps the words before."""
    found = NAMED.fullmatch(name.lower())
    if found is None:
        return None
    url = f"{HOSTED}/postings/{found[0]}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=f"job:{NAME}:{found[1]}", url=url, external_id=found[1])


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A company's openings, or a posting."""
    document = elements.document(response, f"{HOSTED}/")
    arrived = match(document.canonical or "")
    of_posting = arrived is not None and arrived.kind is RefKind.POSTING
    if ref.kind is RefKind.POSTING or of_posting:
        return _posting_page(arrived if of_posting and arrived else ref, response, document)
    if not document.first("#job-board-header"):
        raise Broken("the page holds no board of Gusto's")
    named = replace(ref, token=ref.token or (arrived.token if arrived else None))
    found = tuple(posting for row in elements.rows(document, OPENINGS, match) if (posting := _of_row(named, row)))
    company, website = elements.text(document, "#job-board-header h1"), _website(document)
    owned = tuple(replace(posting, company=company, company_url=website) for posting in found)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=owned, total=len(owned))


marks = unmarked


# ---------------------------------------------------------------- reading


def _of_row(ref: Ref, row: elements.Row) -> Posting | None:
    title, notes = elements.text(row.element, "h3"), [note.text for note in row.element.select("p")]
    where, kind = (notes[0], notes[-1]) if len(notes) > 1 else (None, notes[0] if notes else None)
    return replace(elements.listed(row, title, where, kind), token=ref.token) if title else None


def _posting_page(ref: Ref, response: Response, document: Document) -> Page:
    arrived = match(response.url)
    if ref.kind is RefKind.POSTING and arrived is not None and arrived.kind is RefKind.BOARD:
        return hosted.posting(ref, response, match)
    lines = [line.text for line in document.select("h1 > span")]
    board = next((to for link in document.links() if (to := match(link.href)) and to.kind is RefKind.BOARD), None)
    if len(lines) < 2 or not lines[1]:
        return hosted.posting(ref, response, match)
    company, title = lines[0] or None, lines[1]
    where, kind = _line(lines[2] if len(lines) > 2 else "")
    seen = elements.posting(ref, title, _text(document), where, kind, company)
    form = next((link.href for link in document.links() if link.href.endswith("/applicants/new")), None)
    named = replace(seen, token=board.token if board else None, apply_url=form, company_url=_website(document))
    return elements.alone(named)


def _line(said: str) -> tuple[str | None, str | None]:
    """The place and the kind of employment, in one line."""
    parts = [part for part in APART.split(said) if part]
    return (parts[0], parts[-1]) if len(parts) > 1 else (None, parts[0] if parts else None)


def _text(document: Document) -> str:
    """The description, without what the company says of itself on all its postings; all of it where it has no part."""
    parts = document.select("div:has(> [data-controller='rich-text'])")
    own = [part for part in parts if not ABOUT.match(elements.text(part, "h3") or "")]
    return "\n".join(body.html.strip() for part in own or parts for body in part.select(".rich-text-container")[:1])


def _website(document: Document) -> str | None:
    return next((link.href for link in document.links() if link.text.lower() == "company website"), None)


# ---------------------------------------------------------------- examples

BOARD = "cobble-and-sons-0a4f6c2d-91e3-4b58-8d7a-3c5e1f9b2d60"
ID = "e2d95c17-6b84-4f0a-b3c1-7a9d0e5f8c42"
ROLE = f"cobble-and-sons-last-maker-{ID}"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://jobs.gusto.com/postings/{ROLE.upper()}/applicants/new?utm_source=x",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key=f"job:gusto:{ID}",
            url=f"https://jobs.gusto.com/postings/{ROLE}",
            external_id=ID,
        ),
        spellings=(f"https://jobs.gusto.com/postings/{ROLE}/", f"https://jobs.gusto.com/postings/{ID}#top"),
        body=f"""<html><head><link rel="canonical" href="https://jobs.gusto.com/postings/{ROLE}"></head><body>
            <nav><a href="/boards/{BOARD}">Careers at Cobble &amp; Sons</a></nav><h1>
            <span class="uppercase">Cobble &amp; Sons</span><span class="text-3xl">Last Maker</span>
            <span class="text-base">Boise, ID · Part time</span>
            <span><a rel="nofollow ugc" href="https://www.cobble.example">Company website</a></span>
            <a href="/postings/{ROLE}/applicants/new">Apply for Last Maker</a></h1>
            <div class="mt-8"><h3>About Cobble &amp; Sons</h3><div data-controller="rich-text">
            <div class="rich-text-container">We make shoes.</div></div></div>
            <div class="mt-8"><h3>Description</h3><div data-controller="rich-text">
            <div class="rich-text-container"><p>You carve lasts.</p></div></div></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Last Maker",
                    company="Cobble & Sons",
                    company_url="https://www.cobble.example/",
                    url=f"https://jobs.gusto.com/postings/{ROLE}",
                    apply_url=f"https://jobs.gusto.com/postings/{ROLE}/applicants/new",
                    board=NAME,
                    token=BOARD,
                    external_id=ID,
                    locations=(Place(text="Boise, ID", city="Boise", region="ID", country="US"),),
                    employment_type="part_time",
                    description_html="<p>You carve lasts.</p>",
                    description_text="You carve lasts.",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://jobs.gusto.com/boards/{BOARD.upper()}?ref=x",
        ref=refs.board(NAME, BOARD, f"https://jobs.gusto.com/boards/{BOARD}"),
        spellings=(f"http://jobs.gusto.com/boards/{BOARD}/#open",),
        body=f"""<html><body data-action="job_boards-show"><div id="job-board-header"><h1>Cobble &amp; Sons</h1>
            <p><a rel="nofollow ugc" href="https://www.cobble.example">Company website</a></p></div>
            <ul><li><a class="block" href="/postings/{ROLE}"><div><h3>Last Maker</h3><p class="flex">Boise, ID</p>
            <p class="flex">Part time</p></div></a></li></ul></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Last Maker",
                    company="Cobble & Sons",
                    company_url="https://www.cobble.example/",
                    url=f"https://jobs.gusto.com/postings/{ROLE}",
                    board=NAME,
                    token=BOARD,
                    external_id=ID,
                    locations=(Place(text="Boise, ID", city="Boise", region="ID", country="US"),),
                    employment_type="part_time",
                ),
            ),
        ),
    ),
)
