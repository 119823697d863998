"""Working Nomads: a JSON list of the newest remote jobs, the answer being the list itself.

Pure; called through `boards.registry`. A posting's address in the list (`/job/go/NUMBER/`) leads on to the employer's
own; the page about it has a slug. The two do not tell each other: they are two names.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls

NAME = "workingnomads"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("workingnomads.com", "workingnomads.co")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.workingnomads.com"
API = f"{SITE}/api/exposed_jobs/"
ID = re.compile(r"\d{1,12}|[a-z][a-z0-9-]{5,180}")
LISTS = frozenset({"", "jobs", "api/exposed_jobs"})


def match(url: str) -> Ref | None:
    """The front page, the API, postings: `/job/go/NUMBER/`, `/jobs/SLUG`."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if "/".join(path) in LISTS and not jobsite.value(parts, "job"):
        return refer(ALL)
    if len(path) == 3 and path[:2] == ("job", "go") and path[2].isdecimal():
        return refer(ALL, path[2])
    slug = (
        path[1] if len(path) == 2 and path[0] == "jobs" else jobsite.value(parts, "job") if path == ("jobs",) else None
    )
    return refer(ALL, slug) if slug and not slug.isdecimal() else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or a posting by number or slug."""
    if token != ALL:
        return None
    if external_id is None:
        return refs.board(NAME, ALL, f"{SITE}/jobs")
    if not ID.fullmatch(external_id):
        return None
    tail = f"job/go/{external_id}/" if external_id.isdecimal() else f"jobs/{external_id}"
    return refs.posting(NAME, ALL, external_id, f"{SITE}/{tail}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    return (Request(url=ref.url if ref.token is None or ref.kind is RefKind.POSTING else API),)


def parse(ref: Ref, response: Response) -> Page:
    """The list; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    return jobsite.listed(ref, response, None, _posting, NAME)


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("title"), row.url("url")
    if not title or not link:
        return None
    own = match(link)
    named = own is not None and own.kind is RefKind.POSTING
    said = fill.description(row.markup("description"))
    where = row.text("location")
    workplace = jobsite.remote_or(where)
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=link,
        board=NAME if named else None,
        token=ALL if named else None,
        external_id=own.external_id if own and named else None,
        locations=jobsite.areas([where]),
        remote=workplace,
        remote_scope=fill.scope(workplace, where),
        department=row.text("category_name"),
        salary=fill.pay(None, said, ()),
        posted_at=row.date("pub_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.workingnomads.com/jobs?category=design",
        ref=refs.board(NAME, ALL, f"{SITE}/jobs"),
        spellings=("https://www.workingnomads.co/", "https://www.workingnomads.com/api/exposed_jobs"),
        body="""[{"url": "https://www.workingnomads.com/job/go/1850001/", "title": "Glass Designer",
            "description": "<p>You design our windows.</p>", "company_name": "Fernbrook", "category_name": "Design",
            "tags": "glass,design", "location": "North America", "pub_date": "2026-03-02T04:00:00-05:00"}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/job/go/1850001/",
                    board=NAME,
                    token=ALL,
                    external_id="1850001",
                    locations=(Place(text="North America"),),
                    remote=Remote.REMOTE,
                    remote_scope="North America",
                    department="Design",
                    posted_at="2026-03-02T04:00:00-05:00",
                    description_html="<p>You design our windows.</p>",
                    description_text="You design our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.workingnomads.com/jobs/glass-designer-fernbrook?utm_source=x",
        ref=refs.posting(NAME, ALL, "glass-designer-fernbrook", f"{SITE}/jobs/glass-designer-fernbrook"),
        spellings=(
            "https://www.workingnomads.co/jobs/Glass-Designer-Fernbrook/",
            "https://www.workingnomads.com/jobs?category=design&job=glass-designer-fernbrook",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glass Designer",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/jobs/glass-designer-fernbrook",
                    board=NAME,
                    token=ALL,
                    external_id="glass-designer-fernbrook",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.workingnomads.com/job/go/1850001/",
        ref=refs.posting(NAME, ALL, "1850001", f"{SITE}/job/go/1850001/"),
    ),
)
