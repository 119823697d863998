"""What the demo's web says to one request, before it is put on the wire. Made by the routes, sent by `connection`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import msgspec

from jobfinder.model import Record

HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"
XML = "application/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
SCRIPT = "application/javascript; charset=utf-8"


class Answer(Record, frozen=True):
    """A response. `stream`, where given, makes the body piece by piece, chunked and without a length.

    `validators` says that ETag and Last-Modified belong on it. `delay` is the time in seconds until it is sent;
    a `broken` one ends in the middle of its body.
    """

    status: int = 200
    body: bytes = b""
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    stream: Callable[[], Iterator[bytes]] | None = None
    validators: bool = False
    delay: float = 0.0
    broken: bool = False

    @property
    def etag(self) -> str:
        """A strong validator over the bytes."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


def html(text: str, status: int = 200) -> Answer:
    """A generated page."""
    # Invented text may hold lone surrogates through `edit_role`; a server sends bytes whatever happens.
    return Answer(status=status, body=text.encode("utf-8", "replace"), validators=status == 200)


def text(body: str, content_type: str = TEXT, status: int = 200) -> Answer:
    """Generated text of another type."""
    return Answer(
        status=status, body=body.encode("utf-8", "replace"), content_type=content_type, validators=status == 200
    )


def json(data: object, status: int = 200) -> Answer:
    """A generated JSON document."""
    return Answer(status=status, body=msgspec.json.encode(data), content_type=JSON, validators=status == 200)


def redirect(location: str, status: int = 302) -> Answer:
    """A redirect."""
    return Answer(status=status, headers=(("Location", location),), content_type=TEXT)


def missing(said: str = "Not found") -> Answer:
    """404 as a page."""
    return html(f"<!DOCTYPE html><title>Not found</title><h1>404</h1><p>{said}</p>", 404)


def gone(said: str = "This job has been removed.") -> Answer:
    """410 as a page."""
    return html(f"<!DOCTYPE html><title>Gone</title><h1>410</h1><p>{said}</p>", 410)
