"""The browser's end of a connection to our proxy: its request read, answers written. HTTP/1.1, bounded.

Called by `proxy` only, which decides what may pass.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from jobfinder.model import Record
from jobfinder.outside.outcome import Headers, header

MOST_HEAD = 64 * 1024
PIECE = 64 * 1024
HOP_HEADERS = frozenset({"connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"})
"""Headers that belong to one connection, not to the message; those of the proxy itself begin with `proxy-`."""

REASONS = {
    400: "Bad Request",
    403: "Forbidden",
    407: "Proxy Authentication Required",
    431: "Request Header Fields Too Large",
    502: "Bad Gateway",
}


class Asked(Record, frozen=True):
    """The head of a request. Header names are lower case, without those of the connection; `secret` is the pass."""

    method: str
    target: str
    headers: Headers
    secret: str
    length: int


class Client:
    """Once an answer has begun, only breaking off can say that something failed."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._begun = False

    async def asked(self) -> Asked:
        """The request's head. Raises `ValueError` if it is none, `LimitOverrunError` and `IncompleteReadError`."""
        first, *lines = (await self._reader.readuntil(b"\r\n\r\n"))[:-4].decode("latin-1").split("\r\n")
        method, target, version = first.split(" ")
        headers = tuple(_header(line) for line in lines)
        length = header(headers, "content-length") or "0"
        plain = length.isascii() and length.isdigit() and len(length) < 16
        if version != "HTTP/1.1" or not plain or header(headers, "transfer-encoding"):
            raise ValueError
        secret = header(headers, "proxy-authorization") or ""
        return Asked(method=method, target=target, headers=kept(headers), secret=secret, length=int(length))

    async def pieces(self, length: int | None = None) -> AsyncIterator[bytes]:
        """What it sends: so many bytes, or all. Raises `IncompleteReadError` for less."""
        while length is None or length > 0:
            piece = await self._reader.read(PIECE if length is None else min(length, PIECE))
            if not piece and length is not None:
                raise asyncio.IncompleteReadError(b"", length)
            if not piece:
                return
            length = None if length is None else length - len(piece)
            yield piece

    async def send(self, data: bytes) -> None:
        """Send `data` on."""
        self._begun = True
        self._writer.write(data)
        await self._writer.drain()

    async def begin(self, status: str, *headers: tuple[str, str]) -> None:
        """The head of an answer."""
        lines = (f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers))
        await self.send("\r\n".join((*lines, "", "")).encode("latin-1"))

    async def answer(self, status: int, headers: Headers, pieces: AsyncIterator[bytes]) -> None:
        """An answer passed on. Without a stated length it goes in chunks, so that one cut short does not look whole."""
        chunked = header(headers, "content-length") is None and status not in (204, 304)
        framing = (("Transfer-Encoding", "chunked"),) if chunked else ()
        await self.begin(str(status), *headers, *framing, ("Connection", "close"))
        async for piece in pieces:
            await self.send(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
        if chunked:
            await self.send(b"0\r\n\r\n")

    async def say(self, status: int, text: str, *headers: tuple[str, str]) -> None:
        """A whole answer of our own, or the end of one that has begun."""
        if self._begun:
            self._writer.transport.abort()
            return
        body = text.encode()
        stated = (("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))))
        await self.begin(f"{status} {REASONS[status]}", *stated, ("Connection", "close"), *headers)
        await self.send(body)


def kept(headers: Headers) -> Headers:
    """The headers that go with the message to the next connection."""
    return tuple(one for one in headers if one[0] not in HOP_HEADERS and not one[0].startswith("proxy-"))


def _header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not (colon and name) or any(c.isspace() for c in name):
        raise ValueError
    return name.lower(), value.strip()
