"""The list of openings on a company's own careers page: links that are clearly to postings, by their addresses.

Pure. Called by `boards.page` where a page has no structured data. A page is a list if its own path ends in a word for
jobs; then the links below it, or below another such path of the site, are postings, unless their words say otherwise.
To extend: JOB_WORDS (words of paths), OTHER_WORDS (pages beside postings), EMPTY (link texts that are no titles).
"""

from __future__ import annotations

import re

from jobfinder.model import Posting, Record, Request
from jobfinder.read import urls
from jobfinder.read.dom import Document, Link

JOB_WORDS = """
    career careers job jobs jobboard job-board job-openings job-opportunities job-listings job-listing job-postings
    openings open-jobs open-positions open-roles current-openings current-opportunities positions position opportunities
    opportunity vacancies vacancy join join-us joinus work-with-us hiring roles role karriere stellen stellenangebote
    offene-stellen jobangebote stelle emploi emplois offres offre offres-emploi carriere carrieres recrutement empleo
    empleos ofertas vacantes trabaja-con-nosotros lavora-con-noi posizioni-aperte vagas carreiras vacatures werken-bij
    kariera praca lediga-jobb ledige-stillinger opening apply-now all-jobs view-jobs
"""
JOBS = frozenset(JOB_WORDS.split())
OTHER_WORDS = """
    all search view browse team teams department departments location locations office offices category categories tag
    page index home faq faqs benefits perks culture values mission diversity inclusion dei students student graduates
    university early-careers early-talent interns internships internship events event blog news stories story contact
    privacy imprint impressum terms legal cookies login log-in signin sign-in register alerts job-alerts saved
    newsletter interview interviews recruitment recruiting candidates accommodation fraud apply application feed rss
    sitemap unsolicited initiativbewerbung ausbildung studierende professionals people about why us
"""
OTHERS = frozenset(OTHER_WORDS.split())
OTHER = re.compile(
    r"(?:life-at|working-at|work-at|why|our|meet|how|what|who|about|your|join|talent-(?:community|network|pool)|"
    r"equal-opportunity|hiring-process|interview-process|search-jobs|view-all|all-jobs|see-all)(?:-.{0,60})?|"
    r".{1,60}-(?:benefits|culture|faqs?|policy|notice|statement|stories)"
)
EMPTY = re.compile(
    r"(?:apply|apply now|apply here|apply today|learn more|read more|more|view|view job|view role|view position|"
    r"view details|details|see more|see details|job description|open|next|previous|prev|back|share|mehr|"
    r"mehr erfahren|jetzt bewerben|zur stelle|en savoir plus|postuler|ver más|aplicar|→|»|›|>|\d{1,3})\W{0,3}",
    re.IGNORECASE,
)
IDS = ("gh_jid", "ashby_jid", "job", "jobid", "job_id", "id", "position", "posting", "vacancy", "req", "reqid")
LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-zA-Z]{2})?")
FILE = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
SLUG = re.compile(r"[\W_]+|\b\d{3,}\b")
NO_PAGE = re.compile(r"\.(?:pdf|docx?|png|jpe?g|svg|zip|ics|xml|rss|atom|json|css|js)$")
LONGEST = 160
MOST = 1_000


class Listing(Record, frozen=True):
    """The openings, each with its title and address, and the following page."""

    postings: tuple[Posting, ...]
    next: Request | None = None


def listing(document: Document) -> Listing | None:
    """What a careers page lists; null where it is none or lists nothing."""
    here = urls.parts(document.url)
    if here is None or not is_list(here):
        return None
    titles: dict[str, list[Link]] = {}
    for link in document.links():
        if _is_opening(here, link):
            titles.setdefault(urls.identity(link.href), []).append(link)
    found = _alike([posting for same in titles.values() if (posting := _posting(here, same))])
    return Listing(postings=tuple(found[:MOST]), next=_next(document)) if found else None


def is_list(page: urls.Parts) -> bool:
    """Does the path of a page (or the name of its host) end in a word for jobs?"""
    words = _words(page)
    return words[-1] in JOBS if words else page.host.split(".")[0] in JOBS


# ---------------------------------------------------------------- links


def _words(parts: urls.Parts) -> list[str]:
    words = [FILE.sub("", segment.lower()).replace("_", "-") for segment in parts.segments]
    if words[-1:] in (["index"], ["default"]):
        words.pop()
    return [word for position, word in enumerate(words) if position or not LOCALE.fullmatch(word)]


def _is_opening(here: urls.Parts, link: Link) -> bool:
    there = urls.parts(link.href)
    if there is None or urls.site(there.host) != urls.site(here.host) or NO_PAGE.search(link.href.lower()):
        return False
    own, words = _words(here), _words(there)
    if words == own:
        return _has_id(there)
    if words[-1:] and words[-1] in JOBS:
        return _has_id(there)
    below = words[: len(own)] == own and bool(own)
    jobs = [position + 1 for position, word in enumerate(words[:-1]) if word in JOBS]
    start = len(own) if below else max(jobs, default=len(words))
    return start < len(words) and not any(word in OTHERS or OTHER.fullmatch(word) for word in words[start:])


def _has_id(parts: urls.Parts) -> bool:
    return any(parts.query.get(name, [""])[0] for name in IDS)


def _posting(here: urls.Parts, same: list[Link]) -> Posting | None:
    """One opening, under the first of its links' texts that is a title; else under the name in its address."""
    texts = [link.text.strip() for link in same if link.text.strip()]
    title = next((text for text in texts if len(text) <= LONGEST and not EMPTY.fullmatch(text)), None)
    if title is None and any(EMPTY.fullmatch(text) for text in texts):
        title = _slug_title(here, same[0])
    return Posting(title=title, url=same[0].href) if title else None


def _slug_title(here: urls.Parts, link: Link) -> str | None:
    """ "Apply" at /careers/chief-engineer is about a chief engineer."""
    there = urls.parts(link.href)
    own, words = _words(here), _words(there) if there else []
    name = SLUG.sub(" ", words[-1]).strip() if len(words) > len(own) and words[: len(own)] == own else ""
    return name.capitalize() if re.search(r"[^\W\d_]{3}", name) else None


def _alike(found: list[Posting]) -> list[Posting]:
    """Where most addresses end in an id, those without any digit are other pages."""
    ends = [(posting.url or "").rstrip("/").rpartition("/")[2] for posting in found]
    if sum(bool(re.search(r"\d{3}", end)) for end in ends) * 2 <= len(found):
        return found
    return [posting for posting, end in zip(found, ends, strict=True) if re.search(r"\d", end)]


def _next(document: Document) -> Request | None:
    """The following page, as the page itself links it; only on the same site."""
    stated = [link.href for link in document.links() if "next" in link.rel.lower().split()]
    stated += [
        href for element in document.select("link[rel~='next' i]") if (href := document.join(element.attr("href")))
    ]
    here = urls.identity(document.url)
    for href in stated:
        if urls.identity(href) != here and urls.site(href) == urls.site(document.url):
            return Request(url=href)
    return None
