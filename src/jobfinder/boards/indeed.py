"""Indeed: recognised, never asked; a saved page of a posting is read.

Pure; called through `boards.registry`. A posting is named by sixteen hexadecimal digits, `jk` (`vjk` in a search that
shows it), the same on the hosts of all countries. Companies and searches are boards without a listing.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import jobsite, refs, walled
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import urls

NAME = "indeed"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("indeed.com", "indeed.co.uk", "indeed.ca", "indeed.fr", "indeed.de", "indeed.co.in")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = re.compile(r"(?:([a-z]{2}|www|m)\.)?indeed\.(?:com|co\.uk|ca|fr|de|co\.in)")
ID = re.compile(r"[0-9a-f]{16}")
ASKED = frozenset({"q", "l", "jt", "radius", "remotejob", "sc"})
WORDS = re.compile(r"q-[^/]{1,150}-jobs\.html|[^/]{1,80}-jobs\.html")
PATHS = frozenset({"viewjob", "rc", "m", "jobs", "cmp", "q", "job", "applystart", "pagead", "company"})
ELEMENTS = walled.Elements(
    title=".jobsearch-JobInfoHeader-title, [data-testid='jobsearch-JobInfoHeader-title'], h1.jobTitle",
    company="[data-testid='inlineHeader-companyName'], [data-company-name], .jobsearch-InlineCompanyRating a",
    place="[data-testid='inlineHeader-companyLocation'], #jobLocationText, [data-testid='job-location']",
    description="#jobDescriptionText",
    facts="#salaryInfoAndJobType span, [data-testid='jobsearch-OtherJobDetailsContainer'] span",
)


def match(url: str) -> Ref | None:
    """Postings, companies, searches."""
    parts = urls.parts(url)
    found = HOST.fullmatch(parts.host) if parts else None
    if parts is None or found is None:
        return None
    region = found[1] if found[1] not in ("www", "m") else None
    path = parts.segments
    id_ = (jobsite.value(parts, "jk", "vjk") or "").lower()
    if ID.fullmatch(id_) and (not path or path[0] in PATHS):
        return refer(ALL, id_, region)
    if path[:1] == ("cmp",) and len(path) > 1:
        return refer(path[1], None, region)
    if path == ("jobs",):
        token = jobsite.search(("search",), parts.query, ASKED)
        return refer(token, None, region) if token else None
    listed = len(path) == 1 and WORDS.fullmatch(path[0].lower())
    return refer(f"search,{quote(path[0].lower(), safe='')}", None, region) if listed else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The posting of that id, a company, a search ("search;…"). `region` is the country's host."""
    site = f"https://{region or 'www'}.indeed.com"
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{site}/viewjob?jk={external_id}", region) if found else None
    if token == "search" or token.startswith(("search;", "search,")):
        words, query = jobsite.asked(token)
        home = f"{site}/{words[1]}" if len(words) == 2 else jobsite.address(f"{site}/jobs", query)
        return refs.board(NAME, token, home, region) if len(words) < 3 and len(token) <= refs.LONGEST else None
    name = refs.token_of(token)
    return refs.board(NAME, name, f"{site}/cmp/{quote(name)}", region) if name and name != ALL else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """None: raises `Refused`, with what to do instead."""
    walled.refuse("Indeed", ref)


def parse(ref: Ref, response: Response) -> Page:
    """The posting on a saved page."""
    return walled.saved(ref, response, match, "Indeed", ELEMENTS)


marks = unmarked


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://de.indeed.com/viewjob?jk=0123456789abcdef&from=serp&vjs=3",
        ref=refs.posting(NAME, ALL, "0123456789abcdef", "https://de.indeed.com/viewjob?jk=0123456789abcdef", "de"),
        spellings=(
            "https://www.indeed.com/viewjob?jk=0123456789ABCDEF",
            "https://www.indeed.com/rc/clk?jk=0123456789abcdef&bb=x",
            "https://uk.indeed.com/jobs?q=glazier&l=Leeds&vjk=0123456789abcdef",
            "https://www.indeed.com/m/viewjob?jk=0123456789abcdef",
        ),
        body="""<h1 class="jobsearch-JobInfoHeader-title">Glazier</h1>
            <div data-testid="inlineHeader-companyName">Fernbrook</div>
            <div data-testid="inlineHeader-companyLocation">Berlin, Germany</div>
            <div id="salaryInfoAndJobType"><span>€20 an hour</span><span>Full-time</span></div>
            <div id="jobDescriptionText"><p>You glaze our windows.</p></div>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Glazier",
                    company="Fernbrook",
                    url="https://de.indeed.com/viewjob?jk=0123456789abcdef",
                    board=NAME,
                    token=ALL,
                    external_id="0123456789abcdef",
                    locations=(Place(text="Berlin, Germany", city="Berlin", country="DE"),),
                    employment_type="full_time",
                    salary=Salary(min=20, max=20, currency="EUR", period="hour", text="€20 an hour"),
                    description_html="<p>You glaze our windows.</p>",
                    description_text="You glaze our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.indeed.com/cmp/Fernbrook/jobs?from=x",
        ref=refs.board(NAME, "Fernbrook", "https://www.indeed.com/cmp/Fernbrook"),
    ),
    Example(
        url="https://uk.indeed.com/jobs?q=glazier&l=Leeds&start=10",
        ref=refs.board(NAME, "search;l=Leeds&q=glazier", "https://uk.indeed.com/jobs?l=Leeds&q=glazier", "uk"),
    ),
    Example(
        url="https://www.indeed.com/q-glazier-l-leeds-jobs.html",
        ref=refs.board(
            NAME, "search,q-glazier-l-leeds-jobs.html", "https://www.indeed.com/q-glazier-l-leeds-jobs.html"
        ),
    ),
)
