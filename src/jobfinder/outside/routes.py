"""`connect_to`: names that are asked at a fixed address by plain HTTP, for the demo and the tests.

Called by `network`, and by `jobfinder.settings` to check what the seeker wrote. It is the only way past the
address guard; it matches names only, because addresses and local names were refused before it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from ipaddress import ip_address

from jobfinder.errors import UsageError
from jobfinder.model import Record


class Route(Record, frozen=True):
    """Names matching `pattern` are dialled at `address`, an IP address, on `port`."""

    pattern: str
    address: str
    port: int


def read_routes(entries: Iterable[str]) -> tuple[Route, ...]:
    """Read `HOSTPATTERN=ADDR:PORT` entries. Raises `UsageError` naming the first that cannot be read."""
    return tuple(_read_route(entry) for entry in entries)


def find_route(routes: Iterable[Route], host: str) -> Route | None:
    """The first route whose pattern matches the name `host`."""
    return next((route for route in routes if fnmatchcase(host.lower(), route.pattern)), None)


def _read_route(entry: str) -> Route:
    pattern, equals, where = entry.strip().partition("=")
    address, colon, port = where.strip().rpartition(":")
    if not (pattern.strip() and equals and colon):
        raise _unreadable(entry, "three parts are needed")
    return Route(
        pattern=pattern.strip().lower().removesuffix("."),
        address=_read_address(entry, address),
        port=_read_port(entry, port),
    )


def _read_address(entry: str, text: str) -> str:
    bracketed = text.startswith("[") and text.endswith("]")
    try:
        address = ip_address(text[1:-1] if bracketed else text)
    except ValueError:
        raise _unreadable(entry, f"{text!r} is not an IP address") from None
    if (address.version == 6) != bracketed:
        raise _unreadable(entry, "brackets belong around an IPv6 address, and only there")
    return str(address)


def _read_port(entry: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65_536):
        raise _unreadable(entry, f"{text!r} is not a port")
    return int(text)


def _unreadable(entry: str, why: str) -> UsageError:
    return UsageError(f"connect_to entry {entry!r}: {why}; write HOSTPATTERN=ADDR:PORT, as in *=127.0.0.1:8901")
