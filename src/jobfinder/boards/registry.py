"""All boards in one place: who owns an address, how to read it, what came of reading. The door to this room.

Called by `flow`, `steps` and the command line; pure. Every address has one owner: a vendor by its hosts, else one that
knows the path or parameter, else a feed, a company's site, and at last the reader of any page. The list of the vendors
is in `boards.roster`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import cast

from jobfinder.boards import page, rss
from jobfinder.boards.interface import Adapter
from jobfinder.boards.parts import hosted, refs
from jobfinder.boards.roster import JOB_BOARDS, VENDORS
from jobfinder.boards.sightings import Sighting, find
from jobfinder.boards.vendors import NOT_EMPLOYERS
from jobfinder.errors import Broken, Gone
from jobfinder.model import EntityType, Page, Politeness, Ref, RefKind, Request, Response
from jobfinder.read import urls

ADAPTERS: tuple[Adapter, ...] = (*VENDORS, rss, page)
SITE = "site"
"""The board of a company's front page, which is read like any page."""

_BY_NAME: dict[str, Adapter] = {**{adapter.NAME: adapter for adapter in ADAPTERS}, SITE: page}
_HOSTS = frozenset(host for adapter in ADAPTERS for host in adapter.HOSTS)
_OF_HOST: dict[str, list[Adapter]] = defaultdict(list)
for _adapter_ in VENDORS:
    for _host_ in _adapter_.HOSTS:
        _OF_HOST[_host_].append(_adapter_)
_ANYWHERE = tuple(adapter for adapter in VENDORS if adapter.ANYWHERE)
_SHARED = frozenset(adapter.NAME for adapter in JOB_BOARDS)
_OF_ONE = tuple(adapter for adapter in VENDORS if adapter.NAME not in _SHARED)
_POLITENESS = {host: pace for adapter in ADAPTERS for host, pace in adapter.POLITENESS.items()}
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<")


def recognize(url: str) -> Ref:
    """What an address is: posting, board, feed, company or unknown. Total: any text has an answer."""
    host = urls.host(url)
    if owner := next((ref for adapter in candidates(host) if (ref := adapter.match(url))), None):
        return owner
    unknown = cast(Ref, page.match(url))
    if _of(host, _HOSTS):
        return unknown
    return rss.match(url) or _site(url, host) or unknown


def known(url: str, board: str, token: str | None, region: str | None = None) -> Ref:
    """What is behind `url`, of which is known which board it is: a company's own domain does not tell."""
    found = recognize(url)
    if token is None or (found.kind is not RefKind.UNKNOWN and found.board == board):
        return found
    return board_of(board, token, region) or found


def tells(url: str, board: str, token: str | None) -> bool:
    """Does the address alone tell that it is this board?"""
    found = recognize(url)
    return (found.board, found.token) == (board, token)


def known_posting(url: str, key: str) -> Ref:
    """The posting behind `url`, of which is known by what name it goes: a company's own domain does not tell."""
    found = recognize(url)
    named = key.split(":", 3)
    if found.kind is not RefKind.UNKNOWN or len(named) < 4 or named[0] != EntityType.JOB:
        return found
    adapter = _BY_NAME.get(named[1])
    posting = adapter.refer(named[2], named[3]) if adapter else None
    return posting if posting and posting.kind is RefKind.POSTING else found


def requests(ref: Ref) -> tuple[Request, ...]:
    """How to read what `ref` points at: alternatives, best first; the first that answers is parsed.

    Raises `Refused`, with what to do instead, for boards that do not want to be read.
    """
    return _adapter(ref).requests(ref)


def parse(ref: Ref, response: Response) -> Page:
    """What an answer to `ref` holds. Raises `Gone` (404; certain on 410) and `Broken` (not understood)."""
    if response.status in (404, 410):
        raise Gone(f"{urls.host(response.url)} answers {response.status}", certain=response.status == 410)
    adapter = _adapter(ref)
    try:
        return adapter.parse(ref, response)
    except Broken:
        if adapter not in VENDORS or not _MARKUP.match(response.body):
            raise
        return hosted.parse(ref, response, adapter.match)


def source_url(ref: Ref) -> str | None:
    """Where people read the board behind a board or posting; null for what lies on none."""
    found = board_ref(ref)
    return found.url if found else None


def board_ref(ref: Ref) -> Ref | None:
    """The board or feed behind `ref`: itself, or that of a posting."""
    if ref.kind in (RefKind.BOARD, RefKind.FEED):
        return ref
    return _adapter(ref).refer(ref.token, None, ref.region) if ref.token else None


def posting_ref(board: Ref, external_id: str) -> Ref | None:
    """The posting of that id on a board; null where the board has no such ids."""
    found = _adapter(board).refer(board.token, external_id, board.region) if board.token else None
    return found if found and found.kind is RefKind.POSTING else None


def board_of(name: str, token: str, region: str | None = None) -> Ref | None:
    """The board that a posting names by its fields `board` and `token`; null for a name that is not known."""
    adapter = _BY_NAME.get(name)
    return adapter.refer(token, None, region) if adapter else None


def is_vendor(site_or_host: str) -> bool:
    """Is this a host (or site) where many employers are to be found, so that it tells none?"""
    host = urls.host(site_or_host)
    return _of(host, _HOSTS) or _of(host, NOT_EMPLOYERS)


def is_shared(board: str | None) -> bool:
    """Do many employers post on this board, so that a posting on it is seldom the employer's own?"""
    return board in _SHARED


def politeness(host: str) -> Politeness:
    """How often, and with how many requests in flight, a host may be asked."""
    return _POLITENESS.get(host.lower(), Politeness())


def whole(board: str) -> bool:
    """Is absence from a complete listing of this kind of board evidence that a posting is closed?"""
    adapter = _BY_NAME.get(board)
    return adapter is not None and adapter.WHOLE


def shared(board: str) -> bool:
    """Do many employers post on this kind of board, so that it tells none of them?"""
    return board in _SHARED


def names() -> tuple[str, ...]:
    """The boards there are, vendors first."""
    return tuple(adapter.NAME for adapter in ADAPTERS)


def named(name: str) -> str | None:
    """The board that people mean by a name, in any case and with any dashes; null for none."""
    return _SPOKEN.get(_spoken(name))


def sightings(html: str, url: str) -> tuple[Sighting, ...]:
    """The boards of single employers seen on the page at `url`, the surest first, each once."""
    found = find(html, url, _OF_ONE, lambda host: tuple(adapter for adapter in _owners(host) if adapter in _OF_ONE))
    here = urls.host(url)
    if _owners(here) or not is_vendor(here):
        return found
    # A forge shows the marks of boards in other people's text: it is none of them itself.
    return tuple(sighting for sighting in found if sighting.ref.token != here)


def candidates(host: str) -> tuple[Adapter, ...]:
    """The vendors that may own addresses on `host`: those that have it, else those found anywhere."""
    return _owners(host) or _ANYWHERE


# ---------------------------------------------------------------- parts


def _spoken(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


_SPOKEN = {_spoken(name): adapter.NAME for adapter in ADAPTERS for name in (*adapter.ALIASES, adapter.NAME)}


def _owners(host: str) -> tuple[Adapter, ...]:
    """The vendors that have this host."""
    labels = host.split(".")
    return tuple(adapter for start in range(len(labels)) for adapter in _OF_HOST.get(".".join(labels[start:]), ()))


def _adapter(ref: Ref) -> Adapter:
    """The reader of a ref; a board that is not known (any more) is read as a page."""
    return _BY_NAME.get(ref.board, page)


def _of(host: str, domains: frozenset[str]) -> bool:
    """Is `host` one of these domains, or below one?"""
    labels = host.split(".")
    return any(".".join(labels[start:]) in domains for start in range(len(labels)))


def _site(url: str, host: str) -> Ref | None:
    """A company's front page: a root without a query, on a host of its own."""
    site = urls.site(host) if host else None
    identity, address = urls.identity(url), refs.address(url)
    if site is None or address is None or "/" in identity or "?" in identity or is_vendor(host):
        return None
    return Ref(board=SITE, kind=RefKind.COMPANY, key=f"company:{site}", url=address)
