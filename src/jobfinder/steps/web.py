"""What several steps do with the web: fetch what a reference points at, and read the answer.

Answers are read by `Outside.read` only. The functions it is given here and in the steps are pure, stand at the top of
their modules and take whole answers, so that one call does all that one page is needed for.
"""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.boards.parts import hosted
from jobfinder.boards.sightings import Sighting
from jobfinder.errors import Broken, Gone, Refused
from jobfinder.model import Page, Record, Ref, RefKind, Request, Response
from jobfinder.read.dom import Document
from jobfinder.read.scripted import needs_script
from jobfinder.read.site import careers_links
from jobfinder.steps.interface import Outside

NOT_THERE = (404, 410)
MOST_FOLLOWED = 10
"""Requests after the first that are made for a first posting."""


async def fetch(ref: Ref, outside: Outside) -> Response:
    """What `ref` points at, by the first of its addresses that answers and may be asked.

    Raises `Gone` where none does; `Refused` where robots.txt or a wall stands before the last.
    """
    requests = registry.requests(ref)
    for number, request in enumerate(requests, 1):
        try:
            response = await outside.fetch(request)
        except Refused:
            if number == len(requests):
                raise
            continue
        if response.status not in NOT_THERE:
            return response
        if number == len(requests):
            raise gone(response)
    raise Gone(f"{ref.url}: there is no way to read it")


def gone(response: Response) -> Gone:
    """What a 404 or 410 means: the one is a hint, the other a statement."""
    certain = response.status == 410
    return Gone(f"{response.url} answers {response.status}", certain=certain)


async def first(ref: Ref, outside: Outside) -> tuple[Page, Response]:
    """Fetch and parse; a page that shows nothing before its script has run is read once it has.

    Where a redirect leads to a posting on a board, that is read by the board's own ways. Raises `Gone` and `Broken`
    besides what fetching raises; `Refused` where a script is needed and nothing can run it.
    """
    response = await fetch(ref, outside)
    landed = registry.recognize(response.url)
    if names_better(landed, ref):
        return await first(landed, outside)
    try:
        page = await outside.read(registry.parse, ref, response)
    except Broken:
        if not await outside.read(is_shell, response):
            raise
    else:
        if says_something(page) or not await outside.read(is_shell, response):
            return page, response
    return await read_rendered(ref, response, outside)


def names_better(landed: Ref, ref: Ref) -> bool:
    """Does the address where a redirect ended name a posting better than the one that was asked for?"""
    vague = ref.kind is RefKind.UNKNOWN or (ref.kind is RefKind.POSTING and ref.token is None)
    return vague and landed.kind is RefKind.POSTING and landed.token is not None


async def read_rendered(ref: Ref, response: Response, outside: Outside) -> tuple[Page, Response]:
    """The same page, once its script has run. Raises as `first` does."""
    asked = response.request or Request(url=response.url)
    shown = await outside.fetch(replace(asked, render=True))
    return await outside.read(registry.parse, ref, shown), shown


def is_rendered(response: Response) -> bool:
    """Whether its script has run."""
    return response.request is not None and response.request.render


def says_something(page: Page) -> bool:
    """Whether anything was read: a posting, a feed, where to go on, or that the role is gone."""
    return bool(page.postings or page.next or page.closed) or page.kind is RefKind.FEED


async def read(ref: Ref, outside: Outside) -> tuple[Page, Response]:
    """Fetch and parse, as `first` does.

    It may take several requests: some boards begin with a session, some have only a search for a posting.
    """
    page, response = await first(ref, outside)
    for _ in range(MOST_FOLLOWED):
        if page.postings or page.closed or page.next is None:
            break
        page = await outside.read(registry.parse, ref, await outside.fetch(page.next))
    return page, response


# ---------------------------------------------------------------- for Outside.read


class Leads(Record, frozen=True):
    """Where a page leads: boards of vendors seen on it, the surest first, and its links to openings."""

    boards: tuple[Sighting, ...]
    careers: tuple[tuple[str, float, str], ...]


def leads(response: Response) -> Leads:
    """Where the answer leads."""
    page = document(response)
    return Leads(boards=registry.sightings(page.html, response.url), careers=tuple(careers_links(page)))


def is_shell(response: Response) -> bool:
    """Whether the answer is a page that leads nowhere before its script has run."""
    page = document(response)
    return needs_script(page) and not registry.sightings(page.html, response.url) and not any(careers_links(page))


def document(response: Response) -> Document:
    """The answer as a page; one in JSON, which may be huge, is an empty page."""
    is_data = response.body[:200].lstrip()[:1] in (b"{", b"[")
    return hosted.document(replace(response, body=b"") if is_data else response)
