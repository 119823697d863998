"""Amazon: the search behind amazon.jobs, in pages of a hundred, with whole texts.

Pure; called through `boards.registry`. Amazon is many employers by law ("Amazon Web Services, Inc."), and a posting
names its own. A search is a board of its own. Places are JSON inside JSON; a `VIRTUAL` place is where one may live.
The search answers the first ten thousand only. One posting is asked for by its number.
"""

from __future__ import annotations

import json
import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls
from jobfinder.read.feed_item import level_of

NAME = "amazon"
ALIASES: tuple[str, ...] = ("amazon-jobs",)
HOSTS: tuple[str, ...] = ("amazon.jobs",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.amazon.jobs"
SEARCH = f"{SITE}/en/search.json"
LIMIT = 100
DEEPEST = 10_000
ID = re.compile(r"\d{4,12}")
LOCALE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
LISTS = frozenset({(), ("search",), ("search.json",), ("job_search",)})
ASKED = frozenset(
    {
        *(
            "base_query",
            "loc_query",
            "country",
            "region",
            "city",
            "category[]",
            "business_category[]",
            "team_category[]",
        ),
        *("normalized_country_code[]", "normalized_state_name[]", "normalized_city_name[]", "schedule_type_id[]"),
    }
)
UNIT = re.compile(r"\s-\s[A-Z]\d{2}$")
MODES = {"ONSITE": Remote.ONSITE, "VIRTUAL": Remote.REMOTE, "HYBRID": Remote.HYBRID}


def match(url: str) -> Ref | None:
    """Searches, postings and their forms, in any language."""
    parts = urls.parts(url)
    if parts is None or parts.host not in ("amazon.jobs", "www.amazon.jobs", "account.amazon.jobs"):
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    path = path[1:] if path and LOCALE.fullmatch(path[0]) else path
    path = path[1:] if path[:1] == ("applicant",) else path
    if path[:1] == ("jobs",) and len(path) > 1:
        return refer(ALL, path[1])
    if path not in LISTS or parts.host == "account.amazon.jobs":
        return None
    if external_id := jobsite.value(parts, "job_id_icims[]"):
        return refer(ALL, external_id)
    token = jobsite.search((), parts.query, ASKED)
    return refer(token) if token else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """A search, or the posting of that number."""
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/en/jobs/{external_id}") if found else None
    name = refs.token_of(token)
    words, query = jobsite.asked(name or "")
    if name is None or words or not {key for key, _ in query} <= ASKED:
        return None
    return refs.board(NAME, name, jobsite.address(f"{SITE}/en/search", query))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The search, also for a single posting; else its page."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if ref.kind is RefKind.POSTING:
        asked = (("job_id_icims[]", ref.external_id), ("result_limit", 1))
        return (Request(url=jobsite.address(SEARCH, asked)), Request(url=ref.url))
    _, query = jobsite.asked(ref.token)
    paged = (("offset", 0), ("result_limit", LIMIT), ("sort", "recent"))
    return (Request(url=jobsite.address(SEARCH, (*query, *paged))),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, or the one posting in it."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    answer = decode(response)
    page = jobsite.listed(
        replace(ref, kind=RefKind.BOARD), response, None if isinstance(answer, list) else "jobs", _posting, NAME
    )
    if ref.kind is RefKind.POSTING:
        return _one(ref, page)
    total = Node(answer).number("hits")
    begun = jobsite.page_of(response, "offset", 0)
    offset = exchange.following(begun, page.total or 0, total)
    following = None if offset is None or offset >= DEEPEST else jobsite.turned(response, "offset", offset)
    stated = page.total if total is None else int(total)
    return replace(page, next=following, total=stated, complete=page.complete and offset is None)


marks = unmarked


# ---------------------------------------------------------------- reading


def _one(ref: Ref, page: Page) -> Page:
    """The posting looked for. A search that answers others did not look for it: that says nothing of it."""
    found = tuple(posting for posting in page.postings if posting.external_id == ref.external_id)
    if page.postings and not found:
        raise Broken(f"Amazon's search answers other postings than {ref.external_id}")
    if not found:
        raise Gone(f"Amazon's search does not find posting {ref.external_id} any more")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=found[:1])


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("id_icims")
    if not title or not external_id:
        return None
    said = fill.description(_markup(row))
    sites = tuple(_site(stated) for stated in row.texts("locations"))
    where = fill.unique(_place(site) for site in sites) or fill.locations([row.text("normalized_location", "location")])
    modes = {MODES.get(site.text("type") or "") for site in sites}
    path = row.text("job_path")
    return Posting(
        title=title,
        company=UNIT.sub("", row.text("company_name") or "") or None,
        url=urls.join(SITE, path) if path else f"{SITE}/en/jobs/{external_id}",
        apply_url=row.url("url_next_step"),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=where,
        remote=modes.pop() if len(modes) == 1 else None,
        employment_type=fields.employment(row.text("job_schedule_type")),
        department=row.text("job_category"),
        seniority=level_of(title),
        salary=fill.pay(None, said, where),
        posted_at=row.date("posted_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _markup(row: Node) -> str:
    """The text with its lists of qualifications, under the headings that the site gives them."""
    heads = (("basic_qualifications", "Basic qualifications"), ("preferred_qualifications", "Preferred qualifications"))
    parts = (f"<h3>{head}</h3>\n<p>{row.markup(name)}</p>" for name, head in heads if row.markup(name))
    return "\n".join((f"<p>{row.markup('description')}</p>", *parts)) if row.markup("description") else ""


def _site(stated: str) -> Node:
    try:
        return Node(json.loads(stated))
    except (ValueError, RecursionError):
        return Node(None)


def _place(site: Node) -> Place:
    virtual = site.text("type") == "VIRTUAL"
    city = None if virtual else site.text("city")
    state, country = site.text("normalizedStateName", "region"), site.text("normalizedCountryCode")
    return places.place_of(city, state, country, site.text("normalizedLocation", "location"))


SEATTLE = (
    '{"normalizedStateName":"Washington","normalizedCountryCode":"USA","city":"Seattle","type":"ONSITE",'
    '"normalizedLocation":"Seattle, Washington, USA","location":"US, WA, Seattle","region":"WA"}'
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.amazon.jobs/en/search?base_query=glazier&offset=10",
        ref=refs.board(NAME, "all;base_query=glazier", f"{SITE}/en/search?base_query=glazier"),
        spellings=("https://amazon.jobs/de/search.json?base_query=glazier&result_limit=10&sort=relevant",),
        body=f"""{{"error": null, "hits": 1, "jobs": [{{"id": "5b1f0c7e-3a44-4c1d-8f0e-6a2d9b7c4e15",
            "id_icims": "10600001", "title": "Senior Glazier", "company_name": "Amazon Glass Works, Inc. - X01",
            "job_category": "Facilities", "country_code": "USA", "location": "US, WA, Seattle",
            "job_schedule_type": "full-time", "locations": [{json.dumps(SEATTLE)}],
            "posted_date": "March 2, 2026", "job_path": "/en/jobs/10600001/senior-glazier",
            "url_next_step": "https://account.amazon.jobs/jobs/10600001/apply", "description": "You glaze.",
            "basic_qualifications": "- Patience"}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Senior Glazier",
                    company="Amazon Glass Works, Inc.",
                    url=f"{SITE}/en/jobs/10600001/senior-glazier",
                    apply_url="https://account.amazon.jobs/jobs/10600001/apply",
                    board=NAME,
                    token=ALL,
                    external_id="10600001",
                    locations=(
                        Place(text="Seattle, Washington, USA", city="Seattle", region="Washington", country="US"),
                    ),
                    remote=Remote.ONSITE,
                    employment_type="full_time",
                    department="Facilities",
                    seniority="senior",
                    posted_at="2026-03-02",
                    description_html="<p>You glaze.</p>\n<h3>Basic qualifications</h3>\n<p>- Patience</p>",
                    description_text="You glaze.\n\nBasic qualifications\n\n- Patience",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.amazon.jobs/en/jobs/10600001/senior-glazier?cmpid=x",
        ref=refs.posting(NAME, ALL, "10600001", f"{SITE}/en/jobs/10600001"),
        spellings=(
            "https://amazon.jobs/de/jobs/10600001/senior-glazier",
            "https://www.amazon.jobs/jobs/10600001",
            "https://account.amazon.jobs/en-US/applicant/jobs/10600001/apply",
            "https://account.amazon.jobs/jobs/10600001/apply",
        ),
        body="""{"error": null, "hits": 1, "jobs": [{"id_icims": "10600001", "title": "Senior Glazier"}]}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Senior Glazier",
                    url=f"{SITE}/en/jobs/10600001",
                    board=NAME,
                    token=ALL,
                    external_id="10600001",
                    seniority="senior",
                ),
            ),
        ),
    ),
    Example(url="https://www.amazon.jobs/", ref=refs.board(NAME, ALL, f"{SITE}/en/search")),
)
