"""fetch: read a handful of pages of the company's own site: home, careers, about. They are archived for `extract`.

A company whose site nobody has named is looked up on its board, which usually links home.
"""

from __future__ import annotations

import hashlib
from itertools import islice

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Later, StepError
from jobfinder.model import Company, Request, Response
from jobfinder.read import urls
from jobfinder.read.jsonld import postings
from jobfinder.read.site import about_links, careers_links
from jobfinder.steps.found import board_url
from jobfinder.steps.interface import Found, Given, Learn, Outside, SetCompany
from jobfinder.steps.web import NOT_THERE, document, gone

CAREERS_PAGES = 2
ABOUT_PAGES = 3
POSTINGS_TRIED = 2
PATIENT_ATTEMPTS = 3


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `fetched`; `nothing` without a site; `site-found` where the board named it, to be fetched next."""
    assert given.company is not None
    if given.company.website is None:
        return await look_up(given.company, Site(outside, given.attempts), outside)
    home = await outside.fetch(Request(url=given.company.website))
    if home.status in NOT_THERE:
        raise gone(home)
    pages = [home, *await further_pages(home, Site(outside, given.attempts), outside)]
    return Found(
        outcome="fetched",
        reason=f"read {len(pages)} page{'s' if len(pages) > 1 else ''} of {urls.host(home.url)}",
        output={"pages": [asked_for(page) for page in pages]},
        same_as=contents(pages),
        changes=own_names(given.company.website, home),
    )


def asked_for(page: Response) -> str:
    """The address under which a page is archived: the one that was asked for."""
    return page.redirected_from[0] if page.redirected_from else page.url


def contents(pages: list[Response]) -> str:
    """The pages as a hash. What `extract` reads may stand anywhere in them, in links and structured data too; markup
    that changes with every visit costs one more `extract`, and what that finds decides.
    """
    digest = hashlib.blake2b(digest_size=12)
    for page in pages:
        digest.update(b"%d\f" % len(page.body) + page.body)
    return digest.hexdigest()


def own_names(website: str, home: Response) -> tuple[Learn, ...]:
    """A site that redirects to another of the same company is known by both names."""
    there = urls.site(home.url)
    if there is None or there == urls.site(website) or registry.is_vendor(there):
        return ()
    return (Learn(keys=(f"company:{there}",)),)


# ---------------------------------------------------------------- the pages worth reading


class Site:
    """Pages that may be missing: what fails for good is left out, and after some attempts what fails for now, too."""

    def __init__(self, outside: Outside, attempts: int) -> None:
        self._outside = outside
        self._patient = attempts < PATIENT_ATTEMPTS

    async def page(self, url: str) -> Response | None:
        try:
            page = await self._outside.fetch(Request(url=url))
        except StepError as error:
            if isinstance(error, Later) or (error.passing and self._patient):
                raise
            return None
        return None if page.status in NOT_THERE else page

    async def pages(self, wanted: list[str], home: Response, seen: set[str]) -> list[Response]:
        """Pages of the company's own site, each once. A board's page is not read: its address says enough."""
        found = []
        for url in wanted:
            if urls.site(url) != urls.site(home.url) or urls.identity(url) in seen:
                continue
            seen.add(urls.identity(url))
            page = await self.page(url)
            if page is not None:
                found.append(page)
        return found


async def further_pages(home: Response, site: Site, outside: Outside) -> list[Response]:
    """Pages about the company, and careers pages: those the home page links, and those behind the pages about it."""
    about_it, careers = await outside.read(onward, home)
    seen = {urls.identity(home.url)}
    about = await site.pages(about_it[:ABOUT_PAGES], home, seen)
    for page in about:
        careers += (await outside.read(onward, page))[1]
    return await site.pages(list(dict.fromkeys(careers))[:CAREERS_PAGES], home, seen) + about


def onward(response: Response) -> tuple[list[str], list[str]]:
    """The pages about the company and the careers pages that a page links (for Outside.read)."""
    page = document(response)
    return [url for url, _, _ in about_links(page)], [url for url, _, _ in careers_links(page)]


# ---------------------------------------------------------------- where is its site?


async def look_up(company: Company, pages: Site, outside: Outside) -> Found:
    """The site that the company's board, or a posting on it, links to."""
    for board in company.boards:
        page = await pages.page(board)
        if page is None:
            continue
        home, listed = await outside.read(board_links, page)
        site = home or await home_in_postings(listed, pages, outside)
        if site is not None:
            named = replace(company, website=site)
            changes = (Learn(keys=(f"company:{urls.site(site)}",)), SetCompany(company=named, complete=False))
            return Found(outcome="site-found", reason=f"{board} names its site: {site}", changes=changes)
    why = "its boards do not name its site" if company.boards else "no posting or board names its site"
    return Found(outcome="nothing", reason=f"nothing found: {why}", output={"pages": []})


def board_links(response: Response) -> tuple[str | None, list[str]]:
    """The site that a board's page links, and the first postings that it lists (for Outside.read)."""
    links = [link.href for link in document(response).links()]
    home = next((f"https://{urls.host(href)}/" for href in links if is_home(href)), None)
    listed = (href for href in dict.fromkeys(links) if is_posting_of(href, response.url))
    return home, list(islice(listed, POSTINGS_TRIED))


def is_home(href: str) -> bool:
    """A link to the root of a site of its own, as boards put on their logo."""
    site = urls.site(href)
    return bool(site and not registry.is_vendor(site) and urls.identity(href) in (site, f"www.{site}"))


async def home_in_postings(listed: list[str], pages: Site, outside: Outside) -> str | None:
    """The site that a posting's structured data names."""
    for url in listed:
        page = await pages.page(url)
        home = await outside.read(stated_home, page) if page else None
        if home is not None:
            return home
    return None


def stated_home(response: Response) -> str | None:
    """The site of whoever employs, as a posting's structured data states it (for Outside.read)."""
    for posting in postings(document(response), response.url):
        site = urls.site(posting.company_url) if posting.company_url else None
        if site and not registry.is_vendor(site):
            return f"https://{urls.host(posting.company_url or '')}/"
    return None


def is_posting_of(url: str, board: str) -> bool:
    """Is this a posting on that board, at the board's own host?"""
    ref, home = registry.recognize(url), registry.recognize(board)
    same = registry.board_ref(ref)
    return same is not None and same.key == home.key and ref.key != home.key and board_url(ref) != url
