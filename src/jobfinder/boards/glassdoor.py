"""Glassdoor: recognised, never asked; a saved page of a posting is read.

Pure; called through `boards.registry`. A posting is named by the number `jl`, the same on the hosts of all countries;
companies by the number behind `EI_IE` or `-E`, searches by the end of their path. These are boards without a listing.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import jobsite, refs, walled
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls

NAME = "glassdoor"
ALIASES: tuple[str, ...] = ()
COUNTRIES = "com de co.uk co.in ca fr nl it es ie sg com.au com.br com.mx com.ar at ch be com.hk co.nz"
HOSTS: tuple[str, ...] = tuple(f"glassdoor.{country}" for country in COUNTRIES.split())
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.glassdoor.com"
HOST = re.compile(r"(?:[a-z]{1,3}\.)?(glassdoor\.[a-z.]{2,6})")
ID = re.compile(r"\d{6,16}")
COMPANY = re.compile(r".{0,200}?(?:EI_IE|-E)(\d{2,12})(?:[.,_].{0,80})?")
SEARCH = re.compile(r".{1,160}SRCH_.{1,120}\.htm")
ELEMENTS = walled.Elements(
    title="[data-test='job-title'], h1[id^='jd-job-title'], .job-title",
    company="[data-test='employer-name'], [class*='EmployerProfile_employerNameHeading']",
    place="[data-test='location'], [data-test='emp-location']",
    description="[class*='JobDetails_jobDescription'], #JobDescriptionContainer, .jobDescriptionContent",
    facts="[data-test='detailSalary'], [class*='SalaryEstimate_salaryRange']",
)


def match(url: str) -> Ref | None:
    """Postings, companies, searches."""
    parts = urls.parts(url)
    found = HOST.fullmatch(parts.host) if parts else None
    if parts is None or found is None or found[1] not in HOSTS:
        return None
    id_ = jobsite.value(parts, "jl", "jobListingId") or ""
    if ID.fullmatch(id_):
        return refer(ALL, id_)
    last = parts.segments[-1] if parts.segments else ""
    if SEARCH.fullmatch(last):
        return refer(f"search,{last}")
    company = COMPANY.fullmatch(last) if parts.segments[0:1] and parts.segments[0] in COMPANIES else None
    return refer(company[1]) if company else None


COMPANIES = frozenset({"Overview", "Jobs", "Reviews", "Salary", "Interview", "Benefits"})


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The posting of that number, a company by its number, a search by its page."""
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/job-listing/index.htm?jl={external_id}") if found else None
    name = refs.token_of(token)
    if name is not None and name.startswith("search,"):
        return refs.board(NAME, name, f"{SITE}/Job/{quote(name.removeprefix('search,'), safe=',')}")
    return refs.board(NAME, name, f"{SITE}/Jobs/Jobs-E{name}.htm") if name and name.isdecimal() else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """None: raises `Refused`, with what to do instead."""
    walled.refuse("Glassdoor", ref)


def parse(ref: Ref, response: Response) -> Page:
    """The posting on a saved page."""
    return walled.saved(ref, response, match, "Glassdoor", ELEMENTS)


marks = unmarked


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.glassdoor.de/job-listing/glazier-fernbrook-JV_IC2622109_KO0,7_KE8,17.htm?jl=1010000000001&utm=x",
        ref=refs.posting(NAME, ALL, "1010000000001", f"{SITE}/job-listing/index.htm?jl=1010000000001"),
        spellings=(
            "https://www.glassdoor.co.uk/job-listing/index.htm?jl=1010000000001",
            "https://www.glassdoor.com/partner/jobListing.htm?pos=101&jobListingId=1010000000001",
        ),
        body="""<h1 id="jd-job-title-1010000000001">Glazier</h1><h4 data-test="employer-name">Fernbrook</h4>
            <div data-test="location">Berlin, Germany</div>
            <div class="JobDetails_jobDescription__uW_fK"><p>You glaze our windows.</p></div>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Glazier",
                    company="Fernbrook",
                    url=f"{SITE}/job-listing/index.htm?jl=1010000000001",
                    board=NAME,
                    token=ALL,
                    external_id="1010000000001",
                    locations=(Place(text="Berlin, Germany", city="Berlin", country="DE"),),
                    description_html="<p>You glaze our windows.</p>",
                    description_text="You glaze our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.glassdoor.com/Jobs/Fernbrook-Jobs-E900001.htm",
        ref=refs.board(NAME, "900001", f"{SITE}/Jobs/Jobs-E900001.htm"),
        spellings=("https://www.glassdoor.ie/Overview/Working-at-Fernbrook-EI_IE900001.11,20.htm",),
    ),
    Example(
        url="https://www.glassdoor.com/Job/berlin-glazier-jobs-SRCH_IL.0,6_IC2622109_KO7,14.htm?fromAge=7",
        ref=refs.board(
            NAME,
            "search,berlin-glazier-jobs-SRCH_IL.0,6_IC2622109_KO7,14.htm",
            f"{SITE}/Job/berlin-glazier-jobs-SRCH_IL.0,6_IC2622109_KO7,14.htm",
        ),
    ),
)
