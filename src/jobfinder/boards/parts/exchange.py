"""What boards exchange with their own pages: JSON by POST, sessions that a page begins, values inside scripts.

Pure. Called by the adapters of boards that are built as applications. A session is a page without postings whose `next`
is the search; the search's own `next` is the request that was made, with another body. To extend: one small function.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.parts.node import Node
from jobfinder.model import Request, Response
from jobfinder.read import urls, xml

MOST_SCRIPT = 6_000_000
MOST_TRIES = 5
WORD = re.compile(r"[!-~]{1,20000}")
MOST_COUNTED = 1_000_000_000
Headers = tuple[tuple[str, str], ...]


def post(url: str, payload: object, headers: Headers = ()) -> Request:
    """A request that sends `payload` as JSON."""
    sent = (("content-type", "application/json"), ("accept", "application/json"), *headers)
    return Request(url=url, method="POST", headers=sent, body=json.dumps(payload).encode())


def sent(response: Response) -> dict[str, object]:
    """The JSON object that was sent to get this answer; an empty one for saved answers and for other bodies."""
    try:
        value = json.loads((response.request.body if response.request else None) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def asked(response: Response) -> Node:
    """The same, to be read."""
    return Node(sent(response))


def again(response: Response, payload: object) -> Request | None:
    """The request that was made, with another payload; null for saved answers, which nobody asked for."""
    if response.request is None or response.request.method != "POST":
        return None
    return replace(response.request, body=json.dumps(payload).encode())


def count(node: Node, name: str) -> int | None:
    """A field that counts: a whole number from nothing to a thousand million; null for any other."""
    stated = node.number(name)
    return int(stated) if stated is not None and 0 <= stated <= MOST_COUNTED else None


def following(offset: int, count: int, total: float | None) -> int | None:
    """Where the next page of a listing begins; null where this one is the last, is empty, or no total is stated."""
    reached = offset + count
    return reached if count and total is not None and reached < total else None


def cookies(response: Response) -> Headers:
    """The header that gives the cookies of an answer back."""
    pairs = (value.split(";", 1)[0].strip() for name, value in response.headers if name == "set-cookie")
    said = "; ".join(pair for pair in pairs if "=" in pair)
    return (("cookie", said),) if said else ()


def word(stated: str | None) -> str | None:
    """A token as it may stand in a header; null for what a page could only have made up to get more into it."""
    text = (stated or "").strip()
    return text if WORD.fullmatch(text) else None


def is_markup(response: Response) -> bool:
    """Is the answer a page, not JSON?"""
    return response.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def text(response: Response) -> str:
    """The answer as text."""
    return response.body[:MOST_SCRIPT].decode("utf-8", "replace")


def tree(response: Response) -> xml.Element | None:
    """The root of an answer in XML; null for what is none."""
    return xml.root(response.body, dict(response.headers).get("content-type"))


def in_script(markup: str, marks: Iterable[str]) -> Node:
    """The JSON object behind the first of these marks ("var pageData =") that one stands behind; else an empty one."""
    decoder = json.JSONDecoder(strict=False)
    for mark in marks:
        position = markup.find(mark)
        for _ in range(MOST_TRIES):
            start = markup.find("{", position + len(mark), position + len(mark) + 40) if position >= 0 else -1
            if start >= 0 and not markup[position + len(mark) : start].strip(" \t\r\n=(:"):
                try:
                    return Node(decoder.raw_decode(markup, start)[0])
                except (ValueError, RecursionError):
                    pass
            if position < 0:
                break
            position = markup.find(mark, position + 1)
    return Node(None)


def address(parts: urls.Parts, count: int | None = None) -> str:
    """The address of a page without its query; with a `count`, up to that segment of its path."""
    path = "/".join(quote(segment, safe="!$&'()*+,;=:@~") for segment in parts.segments[:count])
    return f"https://{parts.host}/{path}"


@lru_cache(maxsize=4_096)
def own_host(token: str) -> str | None:
    """The host that a token names, for boards on employers' own domains; null for a vendor's word for an account."""
    host = token.lower()
    return host if "." in host and urls.host(host) == host and not urls.is_address(host) else None
