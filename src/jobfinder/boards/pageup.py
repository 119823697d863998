"""PageUp: lists and postings as pages, at `careers.pageuppeople.com` or on an employer's own host.

Pure; called through `boards.registry`. A token is the number of an institution, with the word for its site behind a
dash where that is not the usual `cw`; or an employer's host. The region is the language of the pages (`en-us`), which
every address holds. An employer's posting is recognised from its list, since addresses like it are used by others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import cards, counted, fill, hosted, jobhost, jobsite, refs
from jobfinder.boards.parts.exchange import is_markup, own_host
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, fields, urls
from jobfinder.read.dom import Document, Element

NAME = "pageup"
ALIASES: tuple[str, ...] = ("pageuppeople",)
HOSTS: tuple[str, ...] = ("pageuppeople.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED = re.compile(r"(?:careers|secure\.dc\d|jobs)\.pageuppeople\.com")
HOST = "careers.pageuppeople.com"
USUAL = "cw"
ITEMS = 500
TOKEN = re.compile(r"(\d{2,5})(?:-([a-z]{2,10}))?")
SITE = re.compile(r"[a-z]{2,10}")
LOCALE = re.compile(r"[a-z]{2}(?:-[a-z]{2,4})?")
OWN_LOCALE = re.compile(r"[a-z]{2}-[a-z]{2}")
NUMBER = re.compile(r"\d{4,9}")
SOURCE = re.compile(r"[\"']?instId[\"']?\s{0,5}:\s{0,5}[\"']?\d{2,5}[\s\S]{0,300}?sourcePointer")
LOCALE_SEEN = re.compile(r"[\"']?language[\"']?\s{0,5}:\s{0,5}[\"']([a-z]{2}-[a-z]{2})[\"']")
FACTS = ("location", "work-type", "department", "categories", "close-date", "open-date")


def match(url: str) -> Ref | None:
    """Lists, postings and their mobile forms; on employers' hosts their lists."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if not HOSTED.fullmatch(parts.host):
        own = len(path) == 2 and OWN_LOCALE.fullmatch(path[0]) and path[1] == "listing"
        return refer(parts.host, None, path[0]) if own and jobhost.is_for_jobs(parts.host) else None
    path = path[1:] if path[:1] == ("mob",) else path
    if len(path) < 3 or not SITE.fullmatch(path[1]) or not LOCALE.fullmatch(path[2]):
        return None
    token = path[0] if path[1] == USUAL else f"{path[0]}-{path[1]}"
    number = path[4] if path[3:4] == ("job",) and len(path) > 4 and NUMBER.fullmatch(path[4]) else None
    return refer(token, number, path[2])


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number; English where no language is known, on employers' hosts American."""
    locale = region or ("en-us" if "." in token else "en")
    home = _home(token.lower(), locale)
    if home is None or not LOCALE.fullmatch(locale) or (external_id and not NUMBER.fullmatch(external_id)):
        return None
    name = token.lower()
    if external_id:
        return refs.posting(NAME, name, external_id, f"{home}/job/{external_id}", locale)
    return refs.board(NAME, name, f"{home}/listing/", locale)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list with room for many; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{ref.url}?page=1&page-items={ITEMS}"),)


def parse(ref: Ref, response: Response) -> Page:
    """The rows of a list, or a posting's page."""
    if not is_markup(response):
        raise Broken("PageUp answered something that is no page")
    if "jobnotfound=true" in response.url.lower():
        raise Gone(f"PageUp states that posting {ref.external_id} is not found", certain=True)
    document = hosted.document(response)
    listed = _listed(ref, response, document) if ref.kind is not RefKind.POSTING else None
    return listed or _shown(ref, response, document)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The settings that every page of the system carries, on an employer's own host."""
    found, locale = SOURCE.search(markup), LOCALE_SEEN.search(markup)
    ref = refer(urls.host(url), None, locale[1] if locale else "en-us") if found else None
    if found and ref and not HOSTED.fullmatch(urls.host(url)):
        yield Mark(ref=ref, how="page settings", quote=found[0][:100], confidence=0.9)


# ---------------------------------------------------------------- reading


def _home(token: str, locale: str) -> str | None:
    found = TOKEN.fullmatch(token)
    if found:
        return f"https://{HOST}/{found[1]}/{quote(found[2] or USUAL)}/{locale}"
    host = own_host(token)
    return f"https://{host}/{locale}" if host and not host.endswith("pageuppeople.com") else None


def _number(href: str) -> str | None:
    """The number in an address of a posting, wherever it is."""
    parts = urls.parts(href)
    path = parts.segments if parts else tuple(href.split("/"))
    at = next((position for position, segment in enumerate(path) if segment == "job"), len(path))
    return path[at + 1] if at + 1 < len(path) and NUMBER.fullmatch(path[at + 1]) else None


def _listed(ref: Ref, response: Response, document: Document) -> Page | None:
    """The rows; null where the page is no list."""
    content = document.first("#search-results-content, #recent-jobs-content, #search-results")
    rows = cards.grouped(content, "job-link", FACTS) if content else ()
    left = cards.count(cards.text(document, "a.more-link .count")) or 0
    if content is None or (not rows and (left or document.first("#job-content"))):
        return None
    here = jobsite.page_of(response, "page", 1)
    following = jobsite.turned(response, "page", here + 1) if left and rows else None
    read = (_row(ref, document, lead, facts) for lead, facts in rows)
    total = (here - 1) * ITEMS + len(rows) + left
    return counted.page(NAME, len(rows), read, total=total, before=(here - 1) * ITEMS, following=following)


def _row(ref: Ref, document: Document, lead: Element, facts: dict[str, Element]) -> Posting | None:
    href = lead.attr("href") or ""
    number, address, title = _number(href), document.join(href), lead.text
    if not title or number is None:
        return None
    own = match(address) if address else None
    where = _text(facts, "location")
    return Posting(
        title=title,
        url=own.url if own and own.kind is RefKind.POSTING else address,
        board=NAME,
        token=ref.token or (own.token if own else None),
        external_id=number,
        locations=fill.locations([where]),
        remote=fill.remote(where, title),
        employment_type=fields.employment(_text(facts, "work-type")),
        department=_text(facts, "department") or _text(facts, "categories"),
        closes_at=_date(facts, "close-date"),
    )


def _text(facts: dict[str, Element], name: str) -> str | None:
    return (facts[name].text or None) if name in facts else None


def _date(facts: dict[str, Element], name: str) -> str | None:
    stated = cards.attr(facts[name], "time", "datetime") or facts[name].text if name in facts else None
    return dates.iso(stated) if stated else None


def _shown(ref: Ref, response: Response, document: Document) -> Page:
    """The posting by its structured data, else by the page's own markup."""
    content = document.first("#job-content")
    title = cards.text(content, "h1", "h2", "h3") if content else None
    if "JobPosting" in document.html or content is None or not title:
        return hosted.parse(ref, response, match)
    lead = {name: found for name in FACTS if (found := content.first(f".{name}"))}
    said = fill.description(cards.html(content, "#job-details") or content.html)
    own = ref if ref.kind is RefKind.POSTING else match(response.url)
    where = fill.locations([_text(lead, "location")])
    posting = Posting(
        title=title,
        url=own.url if own else None,
        apply_url=document.join(cards.attr(document, "a.apply-link", "href")),
        board=NAME,
        token=own.token if own else None,
        external_id=(own.external_id if own else None) or cards.text(content, ".job-externalJobNo"),
        locations=where,
        remote=fill.remote(_text(lead, "location"), title),
        employment_type=fields.employment(_text(lead, "work-type")),
        department=_text(lead, "department") or _text(lead, "categories"),
        salary=fill.pay(None, said, where),
        posted_at=_date(lead, "open-date"),
        closes_at=_date(lead, "close-date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=cards.text(content, ".job-externalJobNo"),
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,), complete=False)


# ---------------------------------------------------------------- examples

HOME = f"https://{HOST}/610/cw/en-us"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/job/588012/gardener?lApplicationSubSourceID=1",
        ref=refs.posting(NAME, "610", "588012", f"{HOME}/job/588012", "en-us"),
        spellings=(
            f"http://{HOST}/610/CW/en-us/job/588012/#apply",
            f"https://{HOST}/mob/610/cw/en-us/job/588012/gardener",
            f"https://{HOST}/610/cw/fr/job/588012/jardinier",
        ),
        body="""<!DOCTYPE html><html lang="en-us"><body><div id="job-content"><h2>Gardener</h2>
            <a class="apply-link button" href="https://secure.dc7.pageuppeople.com/apply/610/gateway?sData=x">Apply</a>
            <p><b>Job no:</b> <span class="job-externalJobNo">588012</span><br><b>Work type:</b>
            <span class="work-type temporary">Temporary</span><br><b>Location:</b>
            <span class="location">Nairobi, Kenya</span><br><b>Categories:</b>
            <span class="categories">Gardens</span></p><div id="job-details"><p>You look after the moss.</p></div>
            <p><b>Advertised:</b> <span class="open-date"><time datetime="2026-03-02T06:00:00Z">Mar 2</time></span>
            <b>Deadline:</b> <span class="close-date"><time datetime="2026-03-30T20:55:00Z">Mar 30</time></span></p>
            </div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Gardener",
                    url=f"{HOME}/job/588012",
                    apply_url="https://secure.dc7.pageuppeople.com/apply/610/gateway?sData=x",
                    board=NAME,
                    token="610",
                    external_id="588012",
                    locations=(Place(text="Nairobi, Kenya", city="Nairobi", country="KE"),),
                    employment_type="temporary",
                    department="Gardens",
                    posted_at="2026-03-02T06:00:00+00:00",
                    closes_at="2026-03-30T20:55:00+00:00",
                    description_html="<p>You look after the moss.</p>",
                    description_text="You look after the moss.",
                    requisition_id="588012",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/listing/",
        ref=refs.board(NAME, "610", f"{HOME}/listing/", "en-us"),
        spellings=(f"http://{HOST}/610/cw/fr-fr/listing?page=2#list", f"https://{HOST}/610/cw/en-us/filter/?x=1"),
        body="""<!DOCTYPE html><html><body><div id="search-results"><table><tbody id="search-results-content">
            <tr><td><a class="job-link" href="/610/cw/en-us/job/588012/gardener">Gardener</a></td>
            <td><span class="location">Nairobi, Kenya</span></td><td><span class="work-type">Temporary</span></td>
            <td><span class="close-date"><time datetime="2026-03-30T20:55:00Z">30 Mar</time></span></td></tr>
            <tr class="summary"><td>Moss.</td></tr></tbody></table></div></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Gardener",
                    url=f"{HOME}/job/588012",
                    board=NAME,
                    token="610",
                    external_id="588012",
                    locations=(Place(text="Nairobi, Kenya", city="Nairobi", country="KE"),),
                    employment_type="temporary",
                    closes_at="2026-03-30T20:55:00+00:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobs.fernbrook.example/en-us/listing/",
        ref=refs.board(NAME, "jobs.fernbrook.example", "https://jobs.fernbrook.example/en-us/listing/", "en-us"),
    ),
)
