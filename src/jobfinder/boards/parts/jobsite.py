"""What boards of many employers share: a token for "everything", tokens of searches, answers that are lists or pages.

Pure. Called by the adapters of job sites. A posting has the same key whichever category or search shows it: its token
is ALL. A search is named by its words and what it asks for ("praha;q%5B%5D=python"), so that two searches are two
boards. To extend: one small function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl, quote, urlencode

from msgspec.structs import replace

from jobfinder.boards import page
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.hosted import Match
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import feed_item, fields, gazetteer, urls, xml

ALL = "all"
"""The token of a board that shows everything, and of every posting."""
SLUG = re.compile(r"[\w.%~+-]{1,200}")
DIGITS = re.compile(r"\d{3,20}")
Pairs = tuple[tuple[str, str], ...]
Skip = Callable[[Node], bool]


# ---------------------------------------------------------------- addresses


def search(words: Iterable[str], query: dict[str, list[str]], names: frozenset[str]) -> str | None:
    """The token of a search: the words of its path, and what `names` of its query ask for. Null if it is too long."""
    asked = sorted((name, value) for name, values in query.items() if name in names for value in values if value)
    path = ",".join(quote(word.lower(), safe="") for word in words) or ALL
    return refs.token_of(f"{path};{urlencode(asked)}" if asked else path)


def asked(token: str) -> tuple[tuple[str, ...], Pairs]:
    """The words and the query of a search's token."""
    path, _, query = token.partition(";")
    words = () if path == ALL else tuple(path.split(","))
    return words, tuple(parse_qsl(query))


def address(base: str, pairs: Iterable[tuple[str, object]]) -> str:
    """`base` with a query, if there is one."""
    query = urlencode([(name, value) for name, value in pairs if value not in ("", None)])
    return f"{base}?{query}" if query else base


def number_in(slug: str) -> str | None:
    """The number with which a slug begins or ends ("99859-welder", "welder-99859"), three digits or more."""
    parts = slug.split("-")
    return next((part for part in (parts[-1], parts[0]) if DIGITS.fullmatch(part)), None)


def value(parts: urls.Parts, *names: str) -> str | None:
    """The last value of the first of these names in the query that has one."""
    return next((values[-1] for name in names if (values := parts.query.get(name)) and values[-1]), None)


def turned(response: Response, name: str, value: object) -> Request | None:
    """The request for the answer's address with another value of `name` in its query; null if it has no address."""
    parts = urls.parts(response.request.url if response.request else response.url)
    if parts is None:
        return None
    pairs = [(key, one) for key, values in parts.query.items() if key != name for one in values]
    path = "/".join(quote(segment) for segment in parts.segments)
    made = address(f"https://{parts.host}/{path}", [*pairs, (name, value)])
    return replace(response.request, url=made) if response.request else Request(url=made)


def page_of(response: Response, name: str, first: int) -> int:
    """Which page the answer is, by its address."""
    parts = urls.parts(response.request.url if response.request else response.url)
    stated = value(parts, name) if parts else None
    return int(stated) if stated and stated.isdecimal() and len(stated) < 7 else first


# ---------------------------------------------------------------- answers


def listed(
    ref: Ref, response: Response, name: str | None, read: listing.Read, reader: str, skip: Skip = lambda row: False
) -> Page:
    """The postings of the JSON list `name` (null: the answer itself), or of them the one looked for.

    Rows to `skip` are no postings. Raises `Broken` where the answer holds no such list, `Gone` where it lacks the one.
    """
    posting = ref.kind is RefKind.POSTING
    found = listing.whole(response, name) if posting else listing.rows(response, name)
    if found is None:
        raise Broken(f"the answer of {reader} holds no list of postings")
    rows = tuple(row for row in found.rows if not skip(row))
    found = replace(found, rows=rows, total=found.total - len(found.rows) + len(rows))
    return listing.one(ref, found, read, reader) if posting else listing.page(ref, found, read, reader)


def items(response: Response, reader: str) -> tuple[Posting, ...]:
    """The items of an RSS feed, each read by itself. Raises `Broken` for what is none."""
    root = exchange.tree(response)
    channel = (
        next((child for child in xml.children(root.node) if xml.name_of(child) == "channel"), None) if root else None
    )
    if channel is None:
        raise Broken(f"the answer of {reader} is no feed")
    found = [xml.fields(node) for node in xml.children(channel) if xml.name_of(node) == "item"]
    setting = feed_item.Setting(url=response.url)
    return tuple(posting for item in found if (posting := feed_item.posting_of(item, setting)))


def markup(ref: Ref, response: Response, match: Match) -> Page:
    """What a page of the site shows: the posting it is about, else the postings that it links."""
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    read = page.parse(ref, response)
    if read.kind is not RefKind.POSTING:
        return hosted.parse(replace(ref, token=None), response, match)
    about = named_by(response, match, read.postings[0].url) or ref
    return replace(read, postings=(hosted.named(about, read.postings[0]),))


def named_by(response: Response, match: Match, stated: str | None = None) -> Ref | None:
    """Which posting a page is that of, by the address stated, its own, and the one that it calls canonical."""
    document = hosted.document(response)
    addresses = (stated, response.url, document.canonical, document.meta("og:url"))
    found = (ref for address in addresses if address and (ref := match(address)))
    return next((ref for ref in found if ref.kind is RefKind.POSTING), None)


def areas(stated: Iterable[str | None]) -> tuple[Place, ...]:
    """The places that these texts name; of a line of countries ("USA, Canada") each one."""
    return fill.locations(part for words in stated for part in _countries(words or ""))


def _countries(stated: str) -> list[str]:
    parts = [part.strip() for part in stated.split(",")]
    return parts if all(gazetteer.country(part) for part in parts) else [stated]


def remote_or(stated: str | None) -> Remote:
    """Where one works, on a site of remote jobs only."""
    return fields.remote(stated) or Remote.REMOTE
