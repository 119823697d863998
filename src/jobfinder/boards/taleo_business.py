"""Taleo Business Edition: career sites of an organization, as pages of ten.

Pure. Called by `boards.taleo`, which has its addresses and tokens (`tbe~ORG~site`). Organizations move between
partitions (`phh01` on `phh.tbe.taleo.net`): the partition is the region, and a dispatcher leads to it. Rows have
nameless lines under the title; one that reads as a place is one. Postings have JSON-LD; what is gone is a page that
says so with a 200.
"""

from __future__ import annotations

import re

from jobfinder.boards.parts import exchange, hosted, refs
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Posting, Ref, RefKind, Request, Response
from jobfinder.read import places, urls
from jobfinder.read.dom import Document, Element

DISPATCHER = "https://tbe.taleo.net/dispatcher/servlet/DispatcherServlet"
HOST = re.compile(r"(?:[a-z]{3}\.)?tbe\.taleo\.net")
PARTITION = re.compile(r"[a-z]{3}\d{2}")
TOKEN = re.compile(r"tbe~([A-Z0-9][A-Z0-9_-]{0,63})~(\d{1,10})")
ID = re.compile(r"\d{1,10}")
TEN = 10
PART = "oracletaleocwsv2"
GONE = re.compile(r"job not available|(?:job|requisition) is no longer available", re.IGNORECASE)
NOTHING = re.compile(r"no jobs? (?:were )?found|there are no (?:current )?(?:job )?openings", re.IGNORECASE)


def match(parts: urls.Parts, name: str) -> Ref | None:
    """What an address on the edition's hosts is."""
    query = {key.lower(): values[-1] for key, values in parts.query.items()}
    partition = next(iter(parts.segments), "").lower()
    region = partition if PARTITION.fullmatch(partition) else None
    if (region is None and partition != "dispatcher") or not query.get("org") or not query.get("cws"):
        return None
    return refer(name, f"tbe~{query['org'].upper()}~{query['cws']}", query.get("rid"), region)


def refer(name: str, token: str, external_id: str | None, region: str | None) -> Ref | None:
    """The career site or requisition of a token."""
    found = TOKEN.fullmatch(token)
    if found is None or (region and not PARTITION.fullmatch(region)):
        return None
    organization = f"org={found[1]}&cws={found[2]}"
    home = f"https://{region[:3]}.tbe.taleo.net/{region}/ats/careers/v2" if region else None
    board = f"{home}/searchResults?{organization}" if home else f"{DISPATCHER}?{organization}&act=redirectCwsV2"
    if external_id is None:
        return refs.board(name, token, board, region)
    url = f"{home}/viewRequisition?{organization}&rid={external_id}" if home else f"{board}&rid={external_id}"
    return refs.posting(name, token, external_id, url, region) if ID.fullmatch(external_id) else None


def parse(ref: Ref, response: Response, match: hosted.Match) -> Page:
    """A page of the list, or a requisition's."""
    document = hosted.document(response)
    page = _listing(ref, response, document, match)
    if page is not None:
        return page
    said = GONE.search(document.text()[:20_000])
    if said and not document.scripts("application/ld+json"):
        raise Gone(f"the page of requisition {ref.external_id} says: {said[0]}", certain=True)
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    raise Broken("the page of the career site lists no requisitions")


# ---------------------------------------------------------------- reading


def _listing(ref: Ref, response: Response, document: Document, match: hosted.Match) -> Page | None:
    if ref.kind is RefKind.POSTING:
        return None
    links = document.select("a.viewJobLink[href]")
    found: dict[str, Posting] = {}
    for link in links:
        own = match(document.join(link.attr("href")) or "")
        if own and own.external_id and link.text and own.external_id not in found:
            found[own.external_id] = _posting(ref, own, link.text, _row(document, link))
    total = _total(document)
    if not found and not (total == 0 or (PART in document.html and NOTHING.search(document.text()[:20_000]))):
        return None
    following = _next(document, response, len(found), total)
    known = total if total is not None or found else 0
    reached = following is None and (total is None or _start(response) + len(found) >= total)
    return Page(
        kind=RefKind.BOARD,
        reader=ref.board,
        postings=tuple(found.values()),
        next=following,
        complete=reached,
        total=known,
    )


def _row(document: Document, link: Element) -> tuple[str, ...]:
    """The lines under the title that this link is in."""
    href = link.attr("href")
    for row in document.select(".oracletaleocwsv2-accordion-head-info"):
        own = row.first("a.viewJobLink[href]")
        if own is not None and own.attr("href") == href:
            return tuple(line.text for line in row.select("div") if line.text)
    return ()


def _posting(ref: Ref, own: Ref, title: str, lines: tuple[str, ...]) -> Posting:
    where = next((place for line in lines if (place := _place(line))), None)
    return Posting(
        title=title,
        url=own.url,
        board=own.board,
        token=ref.token or own.token,
        external_id=own.external_id,
        locations=(where,) if where else (),
    )


def _place(line: str) -> Place | None:
    """A line as a place, if it can only be one."""
    read = places.place(line)
    return read if read.country and (read.city or read.region) else None


def _total(document: Document) -> int | None:
    shown = document.first(".oracletaleocwsv2-panel-number")
    digits = re.sub(r"\D", "", shown.text) if shown else ""
    return int(digits[:9]) if digits else None


def _start(response: Response) -> int:
    parts = urls.parts(response.url)
    sent = parts.query.get("rowFrom", [""])[-1] if parts else ""
    return int(sent[:7]) if sent.isdecimal() else 0


def _next(document: Document, response: Response, count: int, total: int | None) -> Request | None:
    """The following ten: by the total, else by the page's own link to more."""
    start = _start(response)
    link = document.first("a.jscroll-next[href]")
    if total is not None:
        row = exchange.following(start, count, total)
    else:
        row = start + TEN if link is not None and count else None
    parts = urls.parts(response.url)
    if row is None or parts is None:
        return None
    kept = "&".join(f"{name}={parts.query[name][-1]}" for name in ("org", "cws") if name in parts.query)
    return Request(url=f"{exchange.address(parts)}?{kept}&rowFrom={row}", headers=exchange.cookies(response))
