"""JazzHR (once The Resumator): a company's whole list on one page; a posting is read from its page.

Pure; called through `boards.registry`. The list comes as a table (with a copy for narrow screens) or as links.
The feed of a company has texts and dates, but only of jobs that are syndicated, and is a day old: it stands in. There,
the time of posting is in the id. Codes of postings keep case, tokens do not.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import elements, fill, hosted, refs, tenants
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import dates, fields, places, urls, xml
from jobfinder.read.dom import Document, Element
from jobfinder.read.values import Object, raw_text
from jobfinder.read.values import text as text_of

NAME = "jazzhr"
ALIASES: tuple[str, ...] = ("jazz", "resumator", "applytojob")
HOSTS: tuple[str, ...] = ("applytojob.com", "jazz.co", "jazzhr.com", "theresumator.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "applytojob.com"
FEED = "https://app.jazz.co/feeds/export/jobs"
CODE = re.compile(r"[A-Za-z0-9]{8,14}")
STAMP = re.compile(r"job_(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_")
ROWS = "#jobs_table tr, tr:has(.job_title_link), .jobs-list li.list-group-item, .jobs-list li, .job_title_link"
LIST = "#jobs_table, .jobs-list, #resumator-job-listings, #resumator_jobs"
OTHER_CODES = frozenset({"jobs", "search", "embed"})


def match(url: str) -> Ref | None:
    """Boards, postings, the feed, and the scripts that embed a board."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    token = tenants.of_host(parts.host, DOMAIN, "theresumator.com")
    if token is None:
        return _match_app(path) if parts.host in ("app.jazz.co", "app.theresumator.com", "app.jazzhr.com") else None
    if path[:1] not in ((), ("apply",)):
        return None
    below = path[3:] if path[1:3] == ("jobs", "details") else path[1:]
    return refer(token, below[0]) if below and below[0] not in OTHER_CODES else refer(token)


def _match_app(path: tuple[str, ...]) -> Ref | None:
    """`feeds/export/jobs/acme`, `widgets/basic/create/acme`."""
    named = path[:3] == ("feeds", "export", "jobs") or (path[:1] == ("widgets",) and path[2:3] == ("create",))
    return refer(path[3]) if named and len(path) > 3 else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no code."""
    name = tenants.label(token)
    if name is None:
        return None
    home = f"https://{name}.{DOMAIN}/apply"
    if external_id is None:
        return refs.board(NAME, name, home)
    return refs.posting(NAME, name, external_id, f"{home}/{external_id}") if CODE.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list in either form, and the feed; the page of a posting under both its addresses."""
    if ref.token is None:
        return (Request(url=ref.url),)
    home = f"https://{ref.token}.{DOMAIN}/apply"
    if ref.kind is RefKind.POSTING:
        return (Request(url=ref.url), Request(url=f"{home}/jobs/details/{ref.external_id}"))
    return (Request(url=f"{home}/jobs"), Request(url=home), Request(url=f"{FEED}/{ref.token}"))


def parse(ref: Ref, response: Response) -> Page:
    """The list, the feed, or a posting."""
    if b"<jobs" in response.body[:2000]:
        return _feed(ref, response)
    document = elements.document(response, "")
    if ref.kind is RefKind.POSTING:
        return _posting_page(ref, response, document)
    found = tuple(posting for row in elements.rows(document, ROWS, match) if (posting := _of_row(row)))
    if found or document.first(LIST):
        return Page(kind=RefKind.BOARD, reader=NAME, postings=found, total=len(found))
    shown = hosted.shown(ref, response, match)
    if shown is None:
        raise Broken("the page holds no list of jobs of JazzHR's")
    return shown


marks = unmarked


# ---------------------------------------------------------------- pages


def _of_row(row: elements.Row) -> Posting | None:
    cells, notes = row.element.select("td"), row.element.select("ul li")
    where = cells[1].text if len(cells) > 1 else _noted(notes, ".fa-map-marker")
    department = elements.text(row.element, ".resumator_department") or _noted(notes, ".fa-sitemap")
    return elements.listed(row, row.link.text, where, department=department) if row.link.text else None


def _noted(notes: tuple[Element, ...], sign: str) -> str | None:
    """What stands beside a sign in a list of links."""
    return next((note.text for note in notes if note.first(sign)), None)


def _posting_page(ref: Ref, response: Response, document: Document) -> Page:
    """By its structured data; a company's older page has none."""
    try:
        return hosted.posting(ref, response, match)
    except Broken:
        title = elements.text(document, ".job-header h1, .job-header h2, h1.job_title")
        body = document.first("#job-description, .job_description")
        if title is None or body is None:
            raise
    where = elements.text(document, "#resumator-job-location, .job-attributes [title='Location']")
    kind = elements.text(document, "h3.job_meta, .job-attributes")
    return elements.alone(elements.posting(ref, title, body.html, where, kind))


# ---------------------------------------------------------------- the feed


def _feed(ref: Ref, response: Response) -> Page:
    root = xml.root(response.body)
    if root is None or root.name != "jobs":
        raise Broken("JazzHR's answer is no feed")
    jobs = [xml.fields(node) for node in xml.children(root.node) if xml.name_of(node) == "job"]
    found = tuple(posting for job in jobs if (posting := _of_job(ref, job)))
    if jobs and not found:
        raise Broken("none of the jobs in JazzHR's feed could be read")
    # Jobs that are not syndicated are on the board and not in the feed.
    return Page(kind=RefKind.BOARD, reader=NAME, postings=found, complete=False)


def _of_job(ref: Ref, job: Object) -> Posting | None:
    title, link = text_of(job.get("title")), urls.join("", raw_text(job.get("url")) or "")
    to = match(link) if link else None
    if title is None or to is None or to.external_id is None:
        return None
    said = fill.description(raw_text(job.get("description")) or "")
    parts = (text_of(job.get("city")), text_of(job.get("state")), text_of(job.get("country")))
    where = (places.place_of(*parts),) if any(parts) else ()
    stamp = STAMP.match(text_of(job.get("id")) or "")
    return Posting(
        title=title,
        url=to.url,
        board=NAME,
        token=to.token,
        external_id=to.external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        employment_type=fields.employment(text_of(job.get("type"))),
        department=text_of(job.get("department")),
        seniority=fill.level(text_of(job.get("experience"))),
        salary=fill.pay(None, said, where),
        posted_at=dates.iso("{}-{}-{}T{}:{}:{}".format(*stamp.groups())) if stamp else None,
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://Wickerfield.applytojob.com/apply/kQ3xVb7TzM/Basket-Weaver?source=INDE&utm_source=x#form",
        ref=refs.posting(NAME, "wickerfield", "kQ3xVb7TzM", "https://wickerfield.applytojob.com/apply/kQ3xVb7TzM"),
        spellings=(
            "http://wickerfield.applytojob.com/apply/kQ3xVb7TzM",
            "https://wickerfield.applytojob.com/apply/jobs/details/kQ3xVb7TzM?&",
            "https://wickerfield.theresumator.com/apply/kQ3xVb7TzM/Basket-Weaver-Berlin/",
        ),
        body="""<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Basket Weaver",
            "datePosted": "2026-03-02", "hiringOrganization": {"name": "Wickerfield"}, "employmentType": "PART_TIME",
            "jobLocation": {"address": {"addressLocality": "Tulsa", "addressRegion": "OK", "addressCountry": "US"}},
            "baseSalary": {"currency": "USD", "value": {"minValue": 19, "maxValue": 23, "unitText": "HOUR"}},
            "description": "<p>You weave baskets.</p>"}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Basket Weaver",
                    company="Wickerfield",
                    url="https://wickerfield.applytojob.com/apply/kQ3xVb7TzM",
                    board=NAME,
                    token="wickerfield",
                    external_id="kQ3xVb7TzM",
                    locations=(Place(text="Tulsa, OK, US", city="Tulsa", region="OK", country="US"),),
                    employment_type="part_time",
                    salary=Salary(min=19, max=23, currency="USD", period="hour"),
                    posted_at="2026-03-02",
                    description_html="<p>You weave baskets.</p>",
                    description_text="You weave baskets.",
                ),
            ),
        ),
    ),
    Example(
        url="https://wickerfield.applytojob.com/apply/jobs/?department=Willow",
        ref=refs.board(NAME, "wickerfield", "https://wickerfield.applytojob.com/apply"),
        spellings=(
            "https://wickerfield.applytojob.com",
            "https://wickerfield.applytojob.com/apply/",
            "https://app.jazz.co/feeds/export/jobs/wickerfield",
            "https://app.jazz.co/widgets/basic/create/Wickerfield",
        ),
        body="""<html><body><table id="jobs_table"><tr class="header"><th>Job</th><th>Location</th></tr>
            <tr id="row_job_20260302093000_AB"><td><a class="job_title_link" href="/apply/jobs/details/kQ3xVb7TzM">
            Basket Weaver</a> <span class="resumator_department">Willow</span></td><td>Tulsa, OK</td></tr></table>
            <div class="mobile"><a class="job_title_link" href="/apply/jobs/details/kQ3xVb7TzM">Basket Weaver</a></div>
            </body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Basket Weaver",
                    url="https://wickerfield.applytojob.com/apply/kQ3xVb7TzM",
                    board=NAME,
                    token="wickerfield",
                    external_id="kQ3xVb7TzM",
                    locations=(Place(text="Tulsa, OK", city="Tulsa", region="OK", country="US"),),
                    department="Willow",
                ),
            ),
        ),
    ),
)
