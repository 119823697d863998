"""A plain client for the demo's web: asks for a URL at the web's port under the URL's own host, and follows nothing."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

import msgspec

from jobfinder.demo.server import DemoWeb

TODAY = date(2026, 9, 1)


@dataclass
class Got:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)


def get(web: DemoWeb, url: str, *, method: str = "GET", body: bytes | None = None, **headers: str) -> Got:
    """One request on a connection of its own; `headers` are written with underscores."""
    parts = urlsplit(url)
    connection = HTTPConnection("127.0.0.1", web.port, timeout=60)
    try:
        return ask(connection, parts.netloc, _target(url), method=method, body=body, **headers)
    finally:
        connection.close()


def ask(
    connection: HTTPConnection,
    host: str,
    target: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    **headers: str,
) -> Got:
    """One request on a connection that stays open."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, target, body=body, headers={"Host": host, **named})
    response: HTTPResponse = connection.getresponse()
    content = response.read()
    return Got(response.status, {name.lower(): value for name, value in response.getheaders()}, content)


def raw(web: DemoWeb, sent: bytes) -> bytes:
    """All that comes back to these bytes, after which the client has nothing more to say."""
    with socket.create_connection(("127.0.0.1", web.port), timeout=60) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        pieces = []
        try:
            while piece := connection.recv(65_536):
                pieces.append(piece)
        except ConnectionResetError:
            pass
        return b"".join(pieces)


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
