"""jobs.ch and jobup.ch (JobCloud, Switzerland): the openings of one company, and single postings.

Pure; called through `boards.registry`. A token is the company's number or GUID, at jobup.ch with "jobup-" before it;
only numbers can be asked of the search, GUIDs have their page. Addresses of postings name no company and have a GUID
of their own: their keys have no token. Postings state themselves as structured data. Workloads are percentages.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, jobsite, refs
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import places, urls

NAME = "jobs_ch"
ALIASES: tuple[str, ...] = ("jobs.ch", "jobup", "jobcloud")
HOSTS: tuple[str, ...] = ("jobs.ch", "jobup.ch")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITES = {"www.jobs.ch": "", "jobs.ch": "", "www.jobup.ch": "jobup-", "jobup.ch": "jobup-"}
APIS = {"job-search-api.jobs.ch": "", "job-search-api.jobup.ch": "jobup-"}
COMPANIES = frozenset({"firmen", "entreprises", "companies", "societes", "enterprises"})
JOBS = frozenset({"stellenangebote", "offres-emplois", "vacancies", "emplois", "jobs"})
GUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
ID = re.compile(GUID)
COMPANY = re.compile(rf"({GUID}|\d{{1,9}})(?:-.{{0,200}})?")
TOKEN = re.compile(rf"(jobup-)?({GUID}|\d{{1,9}})")
ROWS = 100


def match(url: str) -> Ref | None:
    """Companies and postings in any language, and the search for a company's."""
    parts = urls.parts(url)
    if parts is None:
        return None
    if parts.host in APIS:
        number = (parts.query.get("companyIds") or [""])[-1]
        return refer(f"{APIS[parts.host]}{number}") if number else None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host not in SITES or len(path) < 3 or len(path[0]) != 2:
        return None
    site = SITES[parts.host]
    if path[1] in JOBS and path[2] == "detail" and len(path) > 3 and ID.fullmatch(path[3]):
        return _posting_ref(path[3], None, jobup=bool(site))
    found = COMPANY.fullmatch(path[2]) if path[1] in COMPANIES else None
    ref = refer(f"{site}{found[1]}") if found else None
    # Pages of companies want their words too, which only their addresses know.
    words = "/".join(quote(segment) for segment in path[:3])
    return replace(ref, url=f"https://{urls.host(ref.url)}/{words}/") if ref else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The company, or the posting of that GUID."""
    found = TOKEN.fullmatch(token.lower())
    if found is None:
        return None
    if external_id:
        id_, jobup = external_id.lower(), bool(found[1])
        return _posting_ref(id_, found[0], jobup=jobup) if ID.fullmatch(id_) else None
    host = "www.jobup.ch" if found[1] else "www.jobs.ch"
    return refs.board(NAME, found[0], f"https://{host}/en/companies/{found[2]}/")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The search for a company's postings; else the page."""
    found = TOKEN.fullmatch(ref.token or "")
    if ref.kind is RefKind.POSTING or found is None or not found[2].isdecimal():
        return (Request(url=ref.url),)
    host = f"job-search-api.{'jobup' if found[1] else 'jobs'}.ch"
    shown = "publishedOn=SEARCH&publishedOn=SEARCH_COMPANY_PROFILE"
    return (Request(url=f"https://{host}/search?companyIds={found[2]}&page=1&rows={ROWS}&{shown}"),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, or what a page states or links."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if not isinstance(answer.value("documents"), list):
        raise Broken("the search of jobs.ch answered no documents")
    rows, total = answer.rows("documents"), answer.number("totalHits")
    here, pages = int(answer.number("currentPage") or 1), answer.number("numPages") or 1
    following = jobsite.turned(response, "page", here + 1) if rows and here < pages and response.url else None
    before = int(answer.number("start") or (here - 1) * ROWS)
    read = (_posting(ref, row) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting_ref(id_: str, token: str | None, *, jobup: bool) -> Ref:
    url = f"https://www.jobup.ch/en/jobs/detail/{id_}/" if jobup else f"https://www.jobs.ch/en/vacancies/detail/{id_}/"
    return Ref(board=NAME, kind=RefKind.POSTING, key=f"job:{NAME}:{id_}", url=url, token=token, external_id=id_)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("title"), (row.text("id") or "").lower()
    if not title or not ID.fullmatch(id_):
        return None
    return Posting(
        title=title,
        company=row.at("company").text("name"),
        url=_posting_ref(id_, None, jobup=(ref.token or "").startswith("jobup-")).url,
        board=NAME,
        token=ref.token,
        external_id=id_,
        locations=_places(row),
        remote=fill.remote(title),
        employment_type=_employment(row),
        posted_at=row.date("initialPublicationDate", "publicationDate"),
        updated_at=row.date("publicationDate"),
    )


def _places(row: Node) -> tuple[Place, ...]:
    """Places are Swiss towns, or lists of them."""
    stated = row.text("place")
    return fill.unique(places.place_of(one, None, "CH", one) for one in places.split(stated)) if stated else ()


def _employment(row: Node) -> str | None:
    """Full time where no less than all is offered, part time where all is not."""
    grades = [float(grade) for grade in row.texts("employmentGrades") if grade.isdecimal()]
    if not grades:
        return None
    return "full_time" if min(grades) >= 100 else "part_time" if max(grades) < 100 else None


# ---------------------------------------------------------------- examples

ID_1 = "7e0c5f2a-4b1d-4c8e-9a3f-1d2b6c7e8f90"
DETAIL = f"https://www.jobs.ch/en/vacancies/detail/{ID_1}/"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://www.jobs.ch/fr/offres-emplois/detail/{ID_1}/?source=vacancy_search",
        ref=_posting_ref(ID_1, None, jobup=False),
        spellings=(
            f"http://jobs.ch/de/stellenangebote/detail/{ID_1.upper()}#top",
            f"https://www.jobup.ch/fr/emplois/detail/{ID_1}/",
        ),
        body="""<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Gardener", "datePosted": "2026-03-02",
            "description": "<p>You look after the moss of our houses and of our gardens.</p>",
            "hiringOrganization": {"@type": "Organization", "name": "Fernbrook AG"}, "jobLocation": {"@type":
            "Place", "address": {"@type": "PostalAddress", "addressLocality": "Zug", "addressCountry": "CH"}}}
            </script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Gardener",
                    company="Fernbrook AG",
                    url=DETAIL,
                    board=NAME,
                    external_id=ID_1,
                    locations=(Place(text="Zug, CH", city="Zug", country="CH"),),
                    posted_at="2026-03-02",
                    description_html="<p>You look after the moss of our houses and of our gardens.</p>",
                    description_text="You look after the moss of our houses and of our gardens.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.jobs.ch/fr/entreprises/134001-fernbrook-ag/",
        ref=refs.board(NAME, "134001", "https://www.jobs.ch/fr/entreprises/134001-fernbrook-ag/"),
        spellings=(
            "http://jobs.ch/de/firmen/134001-fernbrook?x=1#jobs",
            "https://job-search-api.jobs.ch/search?companyIds=134001&page=2",
        ),
        body=f"""{{"documents": [{{"id": "{ID_1}", "title": "Gardener", "place": "Zug", "company": {{"id": "134001",
            "name": "Fernbrook AG"}}, "publicationDate": "2026-03-09T09:00:00+01:00", "initialPublicationDate":
            "2026-03-02T09:00:00+01:00", "employmentGrades": [60, 80]}}], "numPages": 1, "currentPage": 1,
            "totalHits": 1, "rows": 100, "start": 0}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Gardener",
                    company="Fernbrook AG",
                    url=DETAIL,
                    board=NAME,
                    token="134001",
                    external_id=ID_1,
                    locations=(Place(text="Zug", city="Zug", country="CH"),),
                    employment_type="part_time",
                    posted_at="2026-03-02T09:00:00+01:00",
                    updated_at="2026-03-09T09:00:00+01:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.jobup.ch/fr/societes/49001-tideglass-sa/",
        ref=refs.board(NAME, "jobup-49001", "https://www.jobup.ch/fr/societes/49001-tideglass-sa/"),
    ),
)
