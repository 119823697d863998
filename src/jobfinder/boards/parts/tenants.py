"""Boards on hosts of their own: `{token}.vendor.example`, or the employer's own domain, which then is the token.

Pure. Called by the adapters of such vendors. Labels ignore case; a token with a dot is a host. To extend: words of
hosts that no vendor gives away go to `boards.parts.refs`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jobfinder.boards.parts import refs
from jobfinder.boards.parts.exchange import own_host
from jobfinder.model import Ref
from jobfinder.read import urls

Read = Callable[[str, urls.Parts], Ref | None]
"""What an address on the board of that token is, by its path."""
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?")


def of_host(host: str, *domains: str) -> str | None:
    """The token in `{token}.{domain}`; null for other hosts, for deeper ones and for the vendor's own."""
    for domain in domains:
        if host.endswith(f".{domain}"):
            return label(host.removesuffix(f".{domain}"))
    return None


def label(text: str) -> str | None:
    """`text` as the label of a host, or null."""
    name = refs.token_of(text.lower())
    return name if name and LABEL.fullmatch(name) and name not in refs.HOST_WORDS else None


def named(token: str, *domains: str) -> str | None:
    """The token that names a board: a label, or the host of the employer's own site."""
    name = token.strip().lower()
    if "." not in name:
        return label(name)
    if any(name == domain or name.endswith(f".{domain}") for domain in domains):
        return of_host(name, *domains)
    return own_host(name)


def host(token: str, domain: str) -> str:
    """Where the board of that token lives."""
    return token if "." in token else f"{token}.{domain}"


def own_site(url: str, *domains: str) -> str | None:
    """The token of the board on the employer's own domain that `url` is on; null on the vendor's hosts."""
    name = named(urls.host(url), *domains)
    return name if name and "." in name else None


def matching(ref: Ref, match: Callable[[str], Ref | None], read: Read) -> Callable[[str], Ref | None]:
    """`match`, which now also knows the addresses on the host of the board's own domain."""

    def on_site(url: str) -> Ref | None:
        parts = urls.parts(url)
        return read(ref.token or "", parts) if parts and parts.host == ref.token else match(url)

    return on_site
