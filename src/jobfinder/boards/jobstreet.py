"""JobStreet (SEEK in Malaysia, Singapore, Indonesia, the Philippines): one company's openings, and single postings.

Pure; called through `boards.registry`. A token is the last part of a company's address, with its number; the region is
the country. The company's page has a number, the search wants another: a first question to the GraphQL API tells it.
The address of that question carries the token as its fragment, which is not sent. Postings are numbered for each
country, and their addresses name no company: their keys have the country in place of a token.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, hosted, jobsite, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls
from jobfinder.read.salary import parse_salary

NAME = "jobstreet"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = (
    "jobstreet.com",
    "jobstreet.com.my",
    "jobstreet.com.sg",
    "jobstreet.com.ph",
    "jobstreet.co.id",
)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = re.compile(r"(?:www\.)?(my|sg|id|ph)\.jobstreet\.com")
LOCALES = {"my": "en-MY", "sg": "en-SG", "id": "en-ID", "ph": "en-PH"}
COMPANY = re.compile(r"[a-z0-9][a-z0-9._-]{0,150}-(\d{12,18})")
NUMBER = re.compile(r"\d{5,18}")
SIZE = 100
COMPANY_QUERY = "query Company($id: CompanyId!) { companyDetails(id: $id) { companyProfile { organisationId } } }"
JOB_QUERY = (
    "query Job($id: ID!) { jobDetails(id: $id) { job { id title content isExpired status location { label } "
    "workTypes { label } salary { label } advertiser { name } createdAt { dateTimeUtc } expiresAt { dateTimeUtc } } } }"
)


def match(url: str) -> Ref | None:
    """Companies and postings of any of the countries, and the API."""
    parts = urls.parts(url)
    found = SITE.fullmatch(parts.host) if parts else None
    if parts is None or found is None:
        return None
    path, token = tuple(segment.lower() for segment in parts.segments), url.partition("#")[2]
    if path == ("graphql",):
        return _posting_ref(token, found[1]) if NUMBER.fullmatch(token) else refer(token, None, found[1])
    if path[:1] == ("companies",) and len(path) > 1:
        return refer(path[1], None, found[1])
    return _posting_ref(path[1], found[1]) if path[:1] == ("job",) and len(path) > 1 else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The company, or the posting of that number; of Malaysia where no country is known."""
    name, country = token.lower(), region or "my"
    if not COMPANY.fullmatch(name) or country not in LOCALES:
        return None
    if external_id:
        return _posting_ref(external_id, country, name)
    return refs.board(NAME, name, f"https://{country}.jobstreet.com/companies/{name}/jobs", country)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The GraphQL API: for a posting all that is known of it, for a company the number that the search wants."""
    country, company = ref.region or "my", COMPANY.fullmatch(ref.token or "")
    api = f"https://{country}.jobstreet.com/graphql"
    if ref.kind is RefKind.POSTING:
        asked: dict[str, object] = {"query": JOB_QUERY, "variables": {"id": ref.external_id}}
        return (exchange.post(f"{api}#{ref.external_id}", asked),)
    if company is None:
        return (Request(url=ref.url),)
    return (exchange.post(f"{api}#{ref.token}", {"query": COMPANY_QUERY, "variables": {"id": company[1]}}),)


def parse(ref: Ref, response: Response) -> Page:
    """The number for the search, a page of the search, or one posting."""
    if exchange.is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if isinstance(answer.value("data"), list):
        return _list(ref, response, answer)
    data = answer.at("data")
    if isinstance(data.value("jobDetails"), dict):
        return _one(ref, data.at("jobDetails", "job"))
    number = data.at("companyDetails", "companyProfile").text("organisationId")
    if number and NUMBER.fullmatch(number):
        return Page(kind=RefKind.BOARD, reader=NAME, next=_search(ref, number), complete=False)
    if not answer.value("errors") and (b'"companyDetails"' in response.body or b'"jobDetails"' in response.body):
        raise Gone(f"JobStreet knows nothing of {ref.external_id or ref.token}")
    raise Broken("JobStreet's answer holds neither postings nor a company")


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting_ref(number: str, country: str, token: str | None = None) -> Ref | None:
    if not NUMBER.fullmatch(number):
        return None
    return Ref(
        board=NAME,
        kind=RefKind.POSTING,
        key=f"job:{NAME}:{country}:{number}",
        url=f"https://{country}.jobstreet.com/job/{number}",
        token=token,
        external_id=number,
        region=country,
    )


def _search(ref: Ref, number: str) -> Request:
    country = ref.region or "my"
    asked = (("companyid", number), ("page", 1), ("pagesize", SIZE), ("siteKey", country), ("source", "COMPANY"))
    rest = (("locale", LOCALES[country]), ("include", "nofeatured"), ("sortMode", "Relevance"))
    url = jobsite.address(f"https://{country}.jobstreet.com/api/jobsearch/v5/search", (*asked, *rest))
    return Request(url=url, headers=(("accept", "application/json"),))


def _list(ref: Ref, response: Response, answer: Node) -> Page:
    rows, total = answer.rows("data"), answer.number("totalCount")
    here = int(answer.at("solMetadata").number("pageNumber") or jobsite.page_of(response, "page", 1))
    before = (here - 1) * SIZE
    more = bool(rows) and total is not None and before + len(rows) < total
    following = jobsite.turned(response, "page", here + 1) if more and response.url else None
    read = (_listed(ref, row) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


def _listed(ref: Ref, row: Node) -> Posting | None:
    title, number = row.text("title"), row.text("id")
    own = _posting_ref(number, ref.region or "my", ref.token) if number else None
    if not title or own is None:
        return None
    modes = (at.at("label").text("text") for at in row.at("workArrangements").rows("data"))
    subjects = (at.at("subclassification").text("description") for at in row.rows("classifications"))
    where = fill.locations(at.text("label") for at in row.rows("locations"))
    return Posting(
        title=title,
        company=row.at("employer").text("name") or row.at("advertiser").text("description"),
        url=own.url,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=where,
        remote=fill.remote(*modes, title),
        employment_type=fields.employment(row.texts("workTypes")),
        department=next(filter(None, subjects), None),
        salary=_pay(row.text("salaryLabel"), ref.region),
        posted_at=row.date("listingDate"),
    )


def _one(ref: Ref, job: Node) -> Page:
    if job.flag("isExpired"):
        raise Gone(f"JobStreet states that posting {ref.external_id} has expired", certain=True)
    title, number = job.text("title"), job.text("id") or ref.external_id
    if not title:
        raise Gone(f"JobStreet has no posting {ref.external_id}")
    said = fill.description(job.markup("content"))
    posting = Posting(
        title=title,
        company=job.at("advertiser").text("name"),
        url=ref.url if ref.kind is RefKind.POSTING else None,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=fill.locations([job.at("location").text("label")]),
        remote=fill.remote(title),
        employment_type=fields.employment(job.at("workTypes").text("label")),
        salary=_pay(job.at("salary").text("label"), ref.region),
        posted_at=job.at("createdAt").date("dateTimeUtc"),
        closes_at=job.at("expiresAt").date("dateTimeUtc"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def _pay(stated: str | None, country: str | None) -> Salary | None:
    return parse_salary(stated, (country or "").upper() or None) if stated else None


# ---------------------------------------------------------------- examples

TOKEN = "tideglass-works-175608148100001"
HOME = f"https://my.jobstreet.com/companies/{TOKEN}/jobs"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://my.jobstreet.com/job/88120017?type=standard",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key="job:jobstreet:my:88120017",
            url="https://my.jobstreet.com/job/88120017",
            external_id="88120017",
            region="my",
        ),
        spellings=("http://my.jobstreet.com/job/88120017/apply", "https://my.jobstreet.com/job/88120017/#x"),
        body="""{"data": {"jobDetails": {"job": {"id": "88120017", "title": "Glass Blower", "isExpired": false,
            "content": "<p>You blow glass.</p>", "status": "Active", "location": {"label": "Kuala Lumpur"},
            "workTypes": {"label": "Full time"}, "salary": {"label": "RM 4,000 – RM 5,000 per month"},
            "advertiser": {"name": "Tideglass Works"}, "createdAt": {"dateTimeUtc": "2026-03-02T09:00:00.000Z"},
            "expiresAt": {"dateTimeUtc": "2026-04-01T09:00:00.000Z"}}}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Glass Blower",
                    company="Tideglass Works",
                    url="https://my.jobstreet.com/job/88120017",
                    board=NAME,
                    external_id="88120017",
                    locations=(Place(text="Kuala Lumpur", city="Kuala Lumpur", country="MY"),),
                    employment_type="full_time",
                    salary=parse_salary("RM 4,000 – RM 5,000 per month", "MY"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    closes_at="2026-04-01T09:00:00+00:00",
                    description_html="<p>You blow glass.</p>",
                    description_text="You blow glass.",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}?page=2",
        ref=refs.board(NAME, TOKEN, HOME, "my"),
        spellings=(f"http://my.jobstreet.com/companies/{TOKEN}", f"https://my.jobstreet.com/graphql#{TOKEN}"),
        body="""{"data": [{"id": "88120017", "title": "Glass Blower", "locations": [{"label": "Kuala Lumpur"}],
            "workTypes": ["Full time"], "workArrangements": {"data": [{"id": "2", "label": {"text": "Hybrid"}}]},
            "listingDate": "2026-03-02T09:00:00Z", "salaryLabel": "", "employer": {"id": "7", "name": "Tideglass"},
            "classifications": [{"subclassification": {"id": "1", "description": "Glass"}}]}], "totalCount": 1,
            "solMetadata": {"pageNumber": 1, "pageSize": 100, "totalJobCount": 1}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glass Blower",
                    company="Tideglass",
                    url="https://my.jobstreet.com/job/88120017",
                    board=NAME,
                    token=TOKEN,
                    external_id="88120017",
                    locations=(Place(text="Kuala Lumpur", city="Kuala Lumpur", country="MY"),),
                    remote=Remote.HYBRID,
                    employment_type="full_time",
                    department="Glass",
                    posted_at="2026-03-02T09:00:00+00:00",
                ),
            ),
        ),
    ),
)
