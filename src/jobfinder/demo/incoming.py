"""One request as it comes in: read from raw bytes, strictly, because tests throw garbage at the server. Pure.

Made by `connection`, read by the routes, `served`, `faults` and `log`.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from jobfinder.model import Record

MOST_HEADERS = 200
MOST_BODY = 1 << 20
REQUEST_LINE = re.compile(r"([A-Za-z]{1,20}) ([!-~\x80-\xff]{1,16384}) HTTP/1\.([01])")
HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}):[ \t]*([^\x00\r\n]*)")
HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Za-z._-]{1,253})(?::[0-9]{0,5})?")
DIGITS = re.compile(r"[0-9]{1,9}")


class BadRequest(ValueError):
    """Bytes that are no request. `status` is what the server says to them."""

    def __init__(self, said: str, status: int = 400) -> None:
        super().__init__(said)
        self.status = status


class Incoming(Record, frozen=True):
    """A request. `host` is lower case and without a port, `target` is path and query as sent, header names lower case.

    `length` is the size of the body that follows, in bytes; `keep_alive` says that another request may follow.
    """

    method: str
    host: str
    target: str
    headers: dict[str, str]
    length: int = 0
    keep_alive: bool = True
    chunks: bool = True
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path, percent-decoded."""
        return unquote(self.target.partition("?")[0])

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the path, each decoded by itself; a trailing slash makes no difference."""
        return tuple(unquote(part) for part in self.target.partition("?")[0].split("/") if part)

    @property
    def query(self) -> str:
        """What follows the question mark, as sent."""
        return self.target.partition("?")[2]

    @property
    def params(self) -> dict[str, str]:
        """The query's parameters; the last of a name counts."""
        return dict(parse_qsl(self.query[:4096], keep_blank_values=True))

    def number(self, name: str, default: int) -> int:
        """A parameter that counts something; `default` where it is missing or not a plain number."""
        text = self.params.get(name, "")
        return int(text) if DIGITS.fullmatch(text) else default

    def yes(self, name: str) -> bool:
        """A parameter that is "true"."""
        return self.params.get(name) == "true"


def read_head(head: bytes) -> Incoming:
    """The request that `head` announces; the blank line may be there or not. Raises `BadRequest`."""
    first, *rest = head.decode("latin-1").strip("\r\n").split("\r\n")
    line = REQUEST_LINE.fullmatch(first)
    if line is None:
        raise BadRequest("the request line is not one of HTTP/1")
    method, target, minor = line.groups()
    headers = _headers(rest)
    host, target = _where(target, headers, needed=minor == "1")
    return Incoming(
        method=method.upper(),
        host=host,
        target=target,
        headers=headers,
        length=_length(headers),
        keep_alive=_keep_alive(headers, minor),
        chunks=minor == "1",
    )


def _headers(lines: list[str]) -> dict[str, str]:
    if len(lines) > MOST_HEADERS:
        raise BadRequest("too many headers", 431)
    found: dict[str, str] = {}
    for line in lines:
        header = HEADER.fullmatch(line)
        if header is None:
            raise BadRequest("a header cannot be read")
        name, value = header[1].lower(), header[2].strip(" \t")
        # A Host or Content-Length given twice becomes one that cannot be read.
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _where(target: str, headers: dict[str, str], *, needed: bool) -> tuple[str, str]:
    """Host and target; a target in absolute form, as proxies are asked, brings its own host."""
    host = headers.get("host")
    if target.lower().startswith(("http://", "https://")):
        host, target = _split(target)
    elif not target.startswith("/"):
        raise BadRequest("the target is neither a path nor a URL")
    if host is None and needed:
        raise BadRequest("there is no Host")
    named = HOST.fullmatch(host or "localhost")
    if named is None:
        raise BadRequest("the Host cannot be read")
    return named[1].lower().removesuffix("."), target


def _split(target: str) -> tuple[str, str]:
    try:
        parts = urlsplit(target)
    except ValueError:
        raise BadRequest("the target is not a URL") from None
    return parts.netloc, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _length(headers: dict[str, str]) -> int:
    if "transfer-encoding" in headers:
        raise BadRequest("bodies come with a Content-Length here", 501)
    stated = headers.get("content-length", "0")
    if not DIGITS.fullmatch(stated):
        raise BadRequest("the Content-Length is not a number")
    if int(stated) > MOST_BODY:
        raise BadRequest(f"the body is above {MOST_BODY} bytes", 413)
    return int(stated)


def _keep_alive(headers: dict[str, str], minor: str) -> bool:
    said = headers.get("connection", "").lower()
    return "close" not in said if minor == "1" else "keep-alive" in said
