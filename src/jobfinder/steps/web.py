"""What several steps do with the web: fetch what a reference points at, and read the answer.

Answers are read by `Outside.read` only. The functions it is given here and in the steps are pure, stand at the top of
their modules and take whole answers, so that one call does all that one page is needed for.
"""

from __future__ import annotations

from jobfinder.boards import registry
from jobfinder.boards.sightings import Sighting
from jobfinder.errors import Gone
from jobfinder.model import Page, Record, Ref, Response
from jobfinder.read.dom import Document, parse
from jobfinder.read.site import careers_links
from jobfinder.steps.interface import Outside

NOT_THERE = (404, 410)


async def fetch(ref: Ref, outside: Outside) -> Response:
    """What `ref` points at, by the first of its addresses that answers. Raises `Gone` where none does."""
    requests = registry.requests(ref)
    for number, request in enumerate(requests, 1):
        response = await outside.fetch(request)
        if response.status not in NOT_THERE:
            return response
        if number == len(requests):
            raise gone(response)
    raise Gone(f"{ref.url}: there is no way to read it")


def gone(response: Response) -> Gone:
    """What a 404 or 410 means: the one is a hint, the other a statement."""
    certain = response.status == 410
    return Gone(f"{response.url} answers {response.status}", certain=certain)


async def read(ref: Ref, outside: Outside) -> tuple[Page, Response]:
    """Fetch and parse. Raises `Gone` and `Broken` besides what fetching raises."""
    response = await fetch(ref, outside)
    return await outside.read(registry.parse, ref, response), response


# ---------------------------------------------------------------- for Outside.read


class Leads(Record, frozen=True):
    """Where a page leads: boards of vendors seen on it, the surest first, and its links to openings."""

    boards: tuple[Sighting, ...]
    careers: tuple[tuple[str, float, str], ...]


def leads(response: Response) -> Leads:
    """Where the answer leads."""
    page = document(response)
    return Leads(boards=registry.sightings(page.html, response.url), careers=tuple(careers_links(page)))


def document(response: Response) -> Document:
    """The answer as a page."""
    stated = next((value for name, value in response.headers if name == "content-type"), None)
    return parse(response.body, response.url, stated)
