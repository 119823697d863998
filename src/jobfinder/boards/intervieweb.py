"""Intervieweb (In-recruiting, Zucchetti): careers pages `{token}.intervieweb.it`; lists and postings as pages.

Pure; called through `boards.registry`. The first page of a list stands in the careers page, the others are asked for by
a form with the page's own address and section, in the same session. The region is the language of the page. Words of an
address are a posting's id. Postings state themselves as structured data. The form rests on one reader of this system.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlencode

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, counted, exchange, fill, hosted, refs, tenants
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dom, urls

NAME = "intervieweb"
ALIASES: tuple[str, ...] = ("inrecruiting", "zucchetti")
HOSTS: tuple[str, ...] = ("intervieweb.it",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "intervieweb.it"
NOT_BOARDS = frozenset({"inrecruiting"})
LANGUAGE = re.compile(r"[a-z]{2}")
SLUG = re.compile(r"[\w.%-]{1,200}")
PAGES = re.compile(r"\bPage\s{1,3}\d{1,5}\s{1,3}of\s{1,3}(\d{1,5})\b", re.IGNORECASE)
SECTION = re.compile(r"[\"']section[\"']\s{0,5}:\s{0,5}[\"']([^\"']{1,100})[\"']")
ENDPOINT = "input#url-for-announces"
ASKED = ("country", "region", "function", "project", "text", "division", "company")
SUBTITLE = ".subtitle__informations"
MOST_PAGES = 500


def match(url: str) -> Ref | None:
    """Careers pages and postings in any language. Other paths may be those of other employers on the same host."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[:1] == ("jobs",) and len(path) > 1:
        return refer(name, path[1], path[2] if len(path) > 2 and LANGUAGE.fullmatch(path[2]) else None)
    careers = path[1:] in ((), ("career",)) and (not path or LANGUAGE.fullmatch(path[0]))
    return refer(name, None, path[0] if path else None) if careers or path == ("career",) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of those words; in Italian where no language is known."""
    name, slug = tenants.label(token), (external_id or "").lower()
    language = region if region and LANGUAGE.fullmatch(region) else "it"
    if name is None or name in NOT_BOARDS or (slug and not SLUG.fullmatch(slug)):
        return None
    home = f"https://{name}.{DOMAIN}"
    if slug:
        return refs.posting(NAME, name, slug, f"{home}/jobs/{quote(slug)}/{language}/", language)
    return refs.board(NAME, name, f"{home}/{language}/career", language)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The cards of a page of the list, or the posting that a page states."""
    if not exchange.is_markup(response):
        return _further(ref, response)
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    document = hosted.document(response)
    endpoint = cards.attr(document, ENDPOINT, "value")
    if endpoint is None and not document.first("[class*='vacancy__']"):
        return hosted.parse(ref, response, match)
    section, pages = SECTION.search(exchange.text(response)), _pages(document)
    address = document.join(endpoint) if endpoint else None
    following = None
    if address and section and pages > 1 and urls.host(address) == urls.host(response.url):
        following = _asked(address, section[1], 2, response)
    return _list(ref, document, following, sure=pages == 1 or following is not None)


marks = unmarked


# ---------------------------------------------------------------- the list


def _asked(address: str, section: str, page: int, response: Response) -> Request:
    form = {"act1": "vacancyListCareer", "section": section, "order": "name", "page": str(page)}
    headers = (
        ("content-type", "application/x-www-form-urlencoded; charset=UTF-8"),
        ("referer", response.url),
        ("x-requested-with", "XMLHttpRequest"),
        *exchange.cookies(response),
    )
    body = urlencode(form | dict.fromkeys(ASKED, "")).encode()
    return Request(url=address, method="POST", headers=headers, body=body)


def _further(ref: Ref, response: Response) -> Page:
    """A later page: its markup inside JSON."""
    answer = Node(decode(response))
    if answer.flag("success") is not True or not isinstance(answer.value("data"), str):
        raise Broken("Intervieweb's answer holds no page of the list")
    document = dom.parse(answer.markup("data"), response.url)
    sent = response.request
    body = ((sent.body if sent else None) or b"").decode("utf-8", "replace")
    form = {name: values[-1] for name, values in parse_qs(body).items()}
    here = int(form["page"]) if form.get("page", "").isdecimal() else 1
    following = None
    if sent is not None and here < min(_pages(document), MOST_PAGES):
        asked = urlencode({**dict.fromkeys(ASKED, ""), **form, "page": str(here + 1)})
        following = replace(sent, body=asked.encode())
    return _list(ref, document, following, sure=True)


def _pages(document: dom.Document) -> int:
    stated = [int(found) for found in PAGES.findall(document.text())]
    return max(stated, default=1)


def _list(ref: Ref, document: dom.Document, following: Request | None, *, sure: bool) -> Page:
    """The cards: a link with a heading, and what is said of it up to the next one."""
    found: dict[str, tuple[Ref, str, dict[str, str]]] = {}
    current: dict[str, str] = {}
    for element in document.select(f"a[href], {SUBTITLE}"):
        if element.tag != "a":
            current.setdefault((element.attr("title") or "").lower(), element.text)
            continue
        own = match(document.join(element.attr("href")) or "")
        title = cards.text(element, "h3", "h2") or element.text
        if own is not None and own.kind is RefKind.POSTING and title and own.key not in found:
            current = {}
            found[own.key] = (own, title, current)
    if not found and following is None and _pages(document) > 1:
        raise Broken("Intervieweb's page lists nothing")
    read = (_posting(ref, own, title, facts) for own, title, facts in found.values())
    return counted.page(NAME, len(found), read, following=following if found else None, sure=sure)


def _posting(ref: Ref, own: Ref, title: str, facts: dict[str, str]) -> Posting:
    where = facts.get("location")
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=own.token,
        external_id=own.external_id,
        locations=fill.locations([where]),
        remote=fill.remote(where, title),
        department=facts.get("functional area") or None,
    )


# ---------------------------------------------------------------- examples

HOME = f"https://brightkiln.{DOMAIN}"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/jobs/kiln-engineer-41207/en/?source=x",
        ref=refs.posting(NAME, "brightkiln", "kiln-engineer-41207", f"{HOME}/jobs/kiln-engineer-41207/en/", "en"),
        spellings=(f"http://BrightKiln.{DOMAIN}/jobs/Kiln-Engineer-41207/it#top", f"{HOME}/jobs/kiln-engineer-41207"),
        body="""<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Kiln Engineer", "datePosted": "2026-03-02",
            "description": "<p>You keep the kilns hot and the clay dry in our works.</p>", "hiringOrganization":
            {"@type": "Organization", "name": "Brightkiln"}, "jobLocation": {"@type": "Place", "address": {"@type":
            "PostalAddress", "addressLocality": "Torino", "addressCountry": "IT"}}}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Kiln Engineer",
                    company="Brightkiln",
                    url=f"{HOME}/jobs/kiln-engineer-41207/en/",
                    board=NAME,
                    token="brightkiln",
                    external_id="kiln-engineer-41207",
                    locations=(Place(text="Torino, IT", city="Torino", country="IT"),),
                    posted_at="2026-03-02",
                    description_html="<p>You keep the kilns hot and the clay dry in our works.</p>",
                    description_text="You keep the kilns hot and the clay dry in our works.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/en/career",
        ref=refs.board(NAME, "brightkiln", f"{HOME}/en/career", "en"),
        spellings=(f"http://BrightKiln.{DOMAIN}", f"{HOME}/it/career/?x=1#list"),
        body=f"""<!DOCTYPE html><html><body><input id="url-for-announces" value="/app.php?module=newcareer&amp;a=1">
            <div class="vacancy__item"><a href="{HOME}/jobs/kiln-engineer-41207/en/"><h3>Kiln Engineer</h3></a>
            <span class="subtitle__informations" title="Location">Torino, Italy</span>
            <span class="subtitle__informations" title="Functional Area">Works</span></div>
            <p>Page 1 of 1</p><script>var asked = {{"section": "all"}};</script></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Kiln Engineer",
                    url=f"{HOME}/jobs/kiln-engineer-41207/en/",
                    board=NAME,
                    token="brightkiln",
                    external_id="kiln-engineer-41207",
                    locations=(Place(text="Torino, Italy", city="Torino", country="IT"),),
                    department="Works",
                ),
            ),
        ),
    ),
)
