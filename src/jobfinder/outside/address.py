"""The address guard: which hosts, addresses and ports may be reached at all. Pure.

Called by `target` (names, before anything else looks at them) and `network` (addresses about to be dialled).
`ipaddress.is_global` is not used on purpose: it calls multicast, 6to4, NAT64 and metadata addresses public.
To close another range, add a line to one of the two tables; each line is a reason that the seeker reads.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import ada_url

PORTS = frozenset({80, 443, 8080, 8443})

_DENIED_V4 = tuple(
    (IPv4Network(block), what)
    for block, what in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a provider"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "cloud metadata"),
        ("169.254.0.0/16", "link-local or cloud metadata"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112"),
        ("192.52.193.0/24", "multicast tunnels"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved or broadcast"),
    )
)
_ALLOWED_V6 = IPv6Network("2000::/3")
_DENIED_V6 = tuple(
    (IPv6Network(block), what)
    for block, what in (
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("::/96", "an IPv4 address in disguise"),
        ("::ffff:0:0:0/96", "an IPv4 address in disguise"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "NAT64"),
        ("100::/64", "discard"),
        ("2001::/32", "Teredo"),
        ("2001::/23", "protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "AS112"),
        ("3fff::/20", "documentation"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("ff00::/8", "multicast"),
    )
)
# An ISATAP interface identifier carries an IPv4 address in its last 32 bits.
_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})
_NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{1,63}")


def judge(ip: str) -> str | None:
    """Say why the address `ip` must not be dialled, or None if it may be."""
    try:
        address = ip_address(ip)
    except ValueError:
        return "not an IP address"
    return _judge_v4(address) if isinstance(address, IPv4Address) else _judge_v6(address)


def judge_port(port: int) -> str | None:
    """Say why `port` must not be dialled, or None if it may be."""
    if port in PORTS:
        return None
    return f"port {port} is not a web port ({', '.join(map(str, sorted(PORTS)))})"


def judge_host(host: str) -> str | None:
    """Say why `host` is not a name to ask for a page, or None if it is one.

    Refused: any spelling of an address, local names, names without a dot. A trailing dot changes nothing.
    """
    name = host.removesuffix(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return "it is a name of this machine"
    if _is_address(name):
        return "it is an address, not a name"
    if "." not in name:
        return "it is a name of the local network"
    return None if _NAME.fullmatch(name) else "it is not a valid host name"


def _is_address(name: str) -> bool:
    # The reading browsers and `getaddrinfo` have in common: 127.1, 0x7f.1, 2130706433, 0177.0.0.1 …
    bare = name.strip("[]")
    if ":" in bare:
        return True
    url = f"http://{bare}/"
    return ada_url.check_url(url) and ada_url.URL(url).host_type != ada_url.HostType.DEFAULT


def _judge_v4(address: IPv4Address) -> str | None:
    return next((f"{what} ({block})" for block, what in _DENIED_V4 if address in block), None)


def _judge_v6(address: IPv6Address) -> str | None:
    if address.scope_id is not None:
        return "link-local (it names an interface)"
    for block, what in _DENIED_V6:
        if address in block:
            return f"{what} ({block})"
    if address not in _ALLOWED_V6:
        return f"outside the public range ({_ALLOWED_V6})"
    return "ISATAP" if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP else None
