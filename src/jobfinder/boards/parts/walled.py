"""Sites that do not let programs read them: what the seeker can do instead, and how a saved page of theirs is read.

Pure. Called by the adapters of such sites. Nothing is ever asked of them. A page that the seeker saved is read by its
structured data, else by the site's own elements, which `Elements` names as CSS selectors.
"""

from __future__ import annotations

from typing import NoReturn

from msgspec.structs import replace

from jobfinder.boards import page
from jobfinder.boards.parts import fill, hosted, jobsite
from jobfinder.boards.parts.hosted import Match
from jobfinder.errors import Broken, Refused
from jobfinder.model import Page, Posting, Record, Ref, RefKind, Response
from jobfinder.read import closed, fields, urls
from jobfinder.read.dom import Document
from jobfinder.read.feed_item import level_of

STRUCTURED = frozenset({"jsonld", "microdata"})
"""Readers of what a page states about itself; a site's own elements are surer than what other readers make of it."""


class Elements(Record, frozen=True):
    """Where a site's page of a posting has what; `facts` are short labels (pay, kind of employment, workplace)."""

    title: str
    company: str
    place: str
    description: str
    facts: str = "nothing"


def refuse(site: str, ref: Ref) -> NoReturn:
    """Raises `Refused` with one sentence on what to do instead."""
    if ref.kind is RefKind.POSTING:
        instead = f"save the page in your browser, or copy its text into a file, then `jobfinder submit '{ref.url}' "
        raise Refused(f"{site} wants to be read by people only: {instead}--page FILE`")
    instead = "look through it in your browser and give what fits by `jobfinder submit URL --page FILE`"
    raise Refused(f"{site} wants to be read by people only: {instead}, or follow the employer's own careers page")


def saved(ref: Ref, response: Response, match: Match, site: str, elements: Elements) -> Page:
    """The posting on a saved page. Raises `Broken` where there is none."""
    read = page.parse(ref, response)
    own = jobsite.named_by(response, match) or ref
    found = read.postings[0] if read.kind is RefKind.POSTING and read.postings else None
    if found is not None and read.reader in STRUCTURED:
        return replace(read, postings=(hosted.named(own, found),))
    document = hosted.document(response)
    posting = _by_elements(own, document, elements)
    said = closed.closed(document.text())
    if posting is None and found is not None:
        return replace(read, postings=(hosted.named(own, found),))
    if posting is None and said is None:
        raise Broken(f"no posting of {site} can be read on this page")
    return Page(
        kind=RefKind.POSTING, reader=ref.board, postings=(posting,) if posting else (), complete=False, closed=said
    )


def _by_elements(ref: Ref, document: Document, elements: Elements) -> Posting | None:
    title, body = document.first(elements.title), document.first(elements.description)
    if title is None or body is None or not title.text or not body.text:
        return None
    company, place = document.first(elements.company), document.first(elements.place)
    facts = [fact.text for fact in document.select(elements.facts)]
    said = fill.description(body.html)
    where = fill.locations([place.text if place else None])
    pay = next((offer for fact in facts if (offer := fill.pay(None, fill.Description(text=fact), where))), None)
    return Posting(
        title=title.text,
        company=(company.text or None) if company else None,
        url=ref.url or urls.join("", document.url),
        board=ref.board,
        token=ref.token,
        external_id=ref.external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), *facts, title.text),
        employment_type=next((kind for fact in facts if (kind := fields.employment(fact))), None),
        seniority=level_of(title.text),
        salary=fill.pay(pay, said, where),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )
