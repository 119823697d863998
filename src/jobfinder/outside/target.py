"""Where one request goes: a URL read the way browsers read it, and judged before anything else.

Called by `http` for the first URL and for every redirect. Pure. The only URL parser of this room.
"""

from __future__ import annotations

import ada_url

from jobfinder.errors import Refused
from jobfinder.model import Record
from jobfinder.outside.address import judge_host, judge_port

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SHOWN = 120


class Target(Record, frozen=True):
    """A judged address. `url` has neither credentials nor fragment; `path` includes the query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        return self.host if self.port == _DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority: what a robots.txt and a request's private headers belong to."""
        return f"{self.scheme}://{self.authority}"

    @property
    def lane(self) -> str:
        """The lane that a request to here uses."""
        return f"host:{self.host}"


def read_target(url: str, base: str | None = None) -> Target:
    """Read and judge `url`, relative to `base`.

    Raises `ValueError` if it is no URL and `Refused` if it is none that we may go to.
    """
    parsed = ada_url.URL(url, base)
    scheme = parsed.protocol.removesuffix(":")
    if scheme not in _DEFAULT_PORTS:
        raise Refused(f"{shown(url)} is not a web address: only http and https are fetched")
    host = parsed.hostname.removesuffix(".")
    port = int(parsed.port) if parsed.port else _DEFAULT_PORTS[scheme]
    if reason := judge_host(host) or judge_port(port):
        raise Refused(f"refused {shown(url)}: {host}: {reason}")
    parsed.username = parsed.password = parsed.hash = ""
    parsed.hostname = host
    return Target(url=parsed.href, scheme=scheme, host=host, port=port, path=parsed.pathname + parsed.search)


def shown(text: str) -> str:
    """`text` as it may be put into a message: one line, no control characters, not endless."""
    clean = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return clean if len(clean) <= _SHOWN else f"{clean[:_SHOWN]}…"
