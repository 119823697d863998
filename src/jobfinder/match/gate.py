"""The gate: may this job be looked at, at all? Judges what is known before any request, by the stop lists.

Pure. Called by `flow.load` for each job, and again whenever the stop lists change.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from jobfinder.match.keywords import found
from jobfinder.match.prefs import Preferences, StopLists
from jobfinder.read.names import company_key

HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]{0,20}:)?//(?:[^/?#@]{0,200}@)?([^/?#:\[\]]{1,253})", re.IGNORECASE)
PATH = re.compile(r"^[^?#]{0,2000}")
BETWEEN = re.compile(r"[/_.~,+-]|\d{5,}")
SHORT = 2


def gate(*, url: str | None, company: str | None, title: str | None, prefs: Preferences) -> str | None:
    """Why a stop list ends this job before any request, or null. Unknown (null) is never a reason."""
    stop = prefs.stop
    if stop == EMPTY:
        return None
    return _company(stop, company) or _domain(stop, url) or _keyword(stop, url, company, title)


EMPTY = StopLists()


def _company(stop: StopLists, company: str | None) -> str | None:
    given = company_key(company) if company else ""
    listed = _company_keys(stop.companies).get(given) if given else None
    return f"the company {company} is on your stop list (stop.companies: {listed})" if listed else None


@lru_cache(maxsize=16)
def _company_keys(companies: tuple[str, ...]) -> dict[str, str]:
    return {company_key(name): name for name in companies}


def _domain(stop: StopLists, url: str | None) -> str | None:
    host = host_of(url or "")
    for domain in stop.domains if host else ():
        wanted = _host_entry(domain)
        if wanted and (host == wanted or host.endswith(f".{wanted}")):
            return f"the host {host} is on your stop list (stop.domains: {domain})"
    return None


def host_of(url: str) -> str:
    """The host of an address in lower case, without port; empty where there is none."""
    match = HOST.match(url.strip())
    return match[1].rstrip(".").casefold() if match else ""


def _host_entry(domain: str) -> str:
    """Entries may be written as "example.com", ".example.com", "*.example.com", "@example.com" or as an address."""
    text = domain.strip().casefold()
    return host_of(text if "//" in text else f"//{text.lstrip('*.@')}").removeprefix("www.")


def _keyword(stop: StopLists, url: str | None, company: str | None, title: str | None) -> str | None:
    for keyword in stop.keywords:
        for where, text in (("title", title), ("company", company), ("address", _words_of(url, keyword))):
            if text and found(keyword, text):
                return f"the {where} holds the stop word {keyword!r} (stop.keywords): {_quoted(where, text, url)}"
    return None


def _quoted(where: str, text: str, url: str | None) -> str:
    return (url or "") if where == "address" else text


def _words_of(url: str | None, keyword: str) -> str:
    """The words of an address: path and host. Very short keywords are compared with the path alone
    ("hr.example.com").
    """
    if not url:
        return ""
    match = HOST.match(url.strip())
    path = PATH.match(url.strip()[match.end() :] if match else url.strip())
    host = match[1] if match and len(keyword) > SHORT else ""
    return BETWEEN.sub(" ", unquote(f"{host} {path[0] if path else ''}"))
