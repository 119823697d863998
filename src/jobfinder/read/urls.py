"""Addresses: what somebody pasted made fetchable, and what makes two spellings one address.

Pure. Called by `flow` (submitted addresses, keys of entities), `boards` (recognising, links in answers) and the readers
of pages. Everything is parsed the way browsers do (WHATWG, by ada). To drop another tracking parameter from identities,
add it to TRACKING or TRACKING_PREFIXES; only what never selects a page may stand there.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode

import ada_url
from publicsuffixlist import PublicSuffixList

from jobfinder.errors import UsageError
from jobfinder.model import Record

TRACKING_NAMES = """
    gclid gclsrc gbraid wbraid dclid fbclid msclkid yclid twclid ttclid li_fat_id igshid igsh mkt_tok _ga _gl _hsenc
    _hsmi __hstc __hssc __hsfp hsctatracking ref ref_src ref_url referer referrer referral source src gh_src gh_source
    lever-source lever-source[] lever-origin lever-via lever-campaign ashby_source trk trkinfo trackingid tracking_id
    trid iis iisn jobboardsource sourcetype recruiter_source s_cid wt.mc_id cmpid share_source fb_ref
"""
TRACKING = frozenset(TRACKING_NAMES.split())
TRACKING_PREFIXES = ("utm_", "mc_", "pk_", "mtm_", "matomo_", "hsa_", "vero_", "oly_", "itm_")
LONGEST = 8192
"""Characters of an address; what is longer is none."""
SHOWN = 80

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{0,30}):")
PORT = re.compile(r"\d{1,5}(?:[/?#]|$)")
ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")
UNRESERVED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
WEB = ("http:", "https:")
_DOMAIN = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20}"
DOMAIN = re.compile(rf"(?=.{{4,253}}\Z){_DOMAIN}")
"""Names of hosts that parsing leaves as they are; none is an IP address in any spelling."""
SETTLED = re.compile(
    rf"https?://(?P<host>{_DOMAIN})"
    r"(?P<path>/(?:[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)*/?)?)(?P<query>\?[\w.~=&%+/-]+)?(?:#[\w.~=&/-]+)?",
    re.ASCII,
)
"""Absolute addresses that parsing leaves as they are, as nearly all are that boards state: telling takes a tenth."""


class Parts(Record, frozen=True):
    """What recognising looks at: the host, the decoded segments of the path, the query with all values of a name."""

    host: str
    segments: tuple[str, ...]
    query: dict[str, list[str]]


def canonical(text: str) -> str:
    """The address to fetch for what a person pasted: absolute, host in ASCII and lower case, no fragment.

    Raises `UsageError` for what is no http or https address, and for one with a name or password in it.
    """
    trimmed = text.strip().strip("<>\"'").strip()
    if not trimmed:
        raise UsageError("the address is empty: give the address of a posting, a company, a board or a feed")
    scheme = _scheme(trimmed)
    if scheme not in ("", *WEB):
        raise UsageError(f"{_shown(trimmed)}: only http and https addresses can be read")
    url = _parsed(trimmed)
    if url is None or any(ord(char) < 32 for char in trimmed):
        raise UsageError(f"{_shown(trimmed)} is not a web address: something like https://company.example/jobs is")
    if url.username or url.password:
        raise UsageError(f"the address at {url.hostname} carries a user name or password: give it without")
    return f"{url.protocol}//{_authority(url)}{url.pathname}{url.search}"


def identity(url: str) -> str:
    """What all spellings of one address share: no scheme, `www.`, fragment, tracking or trailing slash; sorted query.

    The case of the path counts. Total: text that is no address is its own identity.
    """
    parsed = _parsed(url)
    if parsed is None:
        return url.strip()
    host = parsed.hostname.removesuffix(".").removeprefix("www.")
    port = "" if parsed.port in ("", "80", "443") else f":{parsed.port}"
    pairs = parse_qsl(parsed.search.removeprefix("?"), keep_blank_values=True, errors="surrogateescape")
    query = urlencode(sorted(pair for pair in pairs if not _tracks(pair[0])), errors="surrogateescape")
    path = ESCAPED.sub(_escape, parsed.pathname).rstrip("/")
    return f"{host}{port}{path}" + (f"?{query}" if query else "")


def host(url: str) -> str:
    """The host of an address: ASCII, lower case, no trailing dot. Empty if there is none."""
    return url if DOMAIN.fullmatch(url) else _split(url)[0]


def site(url_or_host: str) -> str | None:
    """The registrable domain (`example.co.uk`); under an unknown TLD the last two labels. Null for addresses."""
    name = host(url_or_host)
    if is_address(name):
        return None
    found: str | None = _suffixes().privatesuffix(name)
    return found


def is_address(host: str) -> bool:
    """Is `host` no public name: an IP address in any spelling, `localhost`, a single label, nothing at all?"""
    name = host.strip().removesuffix(".").lower()
    if ":" in name or "." not in name or name.endswith(".localhost"):
        return True
    if DOMAIN.fullmatch(name):
        return False
    parsed = _parsed(f"http://{name}/")
    return parsed is None or parsed.host_type != ada_url.HostType.DEFAULT


def join(base: str, href: str) -> str | None:
    """`href` on the page `base`: an absolute http or https address with its fragment, or null. Never raises."""
    if len(href) <= LONGEST and SETTLED.fullmatch(href):
        return href
    try:
        url = ada_url.URL(href.strip(), base) if base else ada_url.URL(href.strip())
    except (ValueError, UnicodeError):
        return None
    found: str = url.href
    usable = found.startswith(WEB) and not ("@" in found and (url.username or url.password))
    return found if usable and len(found) <= LONGEST else None


def parts(url: str) -> Parts | None:
    """The parts of an address; empty segments are left out. Null if it is no http or https address."""
    host, path, search = _split(url)
    if not host:
        return None
    segments = tuple(unquote(segment) for segment in path.split("/") if segment)
    query = parse_qs(search.removeprefix("?"), keep_blank_values=True) if "?" in url else {}
    return Parts(host=host, segments=segments, query=query)


# ---------------------------------------------------------------- parsing


def _split(url: str) -> tuple[str, str, str]:
    """The host, the path and the query with its question mark; all empty where it is no address."""
    if len(url) <= LONGEST and (settled := SETTLED.fullmatch(url)):
        host, path, query = settled.group("host", "path", "query")
        return host, path, query or ""
    parsed = _parsed(url)
    return (parsed.hostname.removesuffix("."), parsed.pathname, parsed.search) if parsed else ("", "", "")


def _parsed(text: str) -> ada_url.URL | None:
    """The address, by http or https; without a scheme it is https. Null if it is none."""
    trimmed = text.strip()
    scheme = _scheme(trimmed)
    if scheme not in ("", *WEB) or not trimmed or len(trimmed) > LONGEST:
        return None
    try:
        url = ada_url.URL(trimmed if scheme else f"https://{trimmed.removeprefix('//')}")
    except (ValueError, UnicodeError):
        return None
    return url if url.hostname.strip(".") else None


def _scheme(text: str) -> str:
    """`https:` and the like; empty where there is none. `example.com:8080/jobs` has a port, not a scheme."""
    match = SCHEME.match(text)
    if match is None or PORT.match(text, match.end()):
        return ""
    return match[0].lower()


def _authority(url: ada_url.URL) -> str:
    name = url.hostname.removesuffix(".")
    return f"{name}:{url.port}" if url.port else name


def _tracks(name: str) -> bool:
    lowered = name.lower()
    return lowered in TRACKING or lowered.startswith(TRACKING_PREFIXES)


def _escape(match: re.Match[str]) -> str:
    """One spelling of an escape: plain where it may be plain, else in capitals."""
    char = chr(int(match[1], 16))
    return char if char in UNRESERVED else match[0].upper()


def _shown(text: str) -> str:
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
