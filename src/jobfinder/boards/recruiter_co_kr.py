"""Midas recruiter.co.kr (jobflex): careers sites `{token}.recruiter.co.kr`; a list by POST, one answer for a posting.

Pure; called through `boards.registry`. The API is one host for all, which the header `prefix` tells whose postings are
meant; the addresses asked for carry the token as their fragment, which is not sent. Closed postings stay on the list.
To ask for open ones only would lose those without an end. Postings of older sites (`jobnoticeSn`) are pages, their ids
begin with "n".
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, hosted, refs, tenants
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import places, urls

NAME = "recruiter_co_kr"
ALIASES: tuple[str, ...] = ("jobflex", "midas")
HOSTS: tuple[str, ...] = ("recruiter.co.kr",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN, API = "recruiter.co.kr", "api-recruiter.recruiter.co.kr"
NOT_BOARDS = frozenset({"api-recruiter", "image-recruiter", "builder", "static"})
SIZE = 100
ID = re.compile(r"n?\d{1,10}")
OLD = "app/jobnotice/view"
CLOSED = "POST_SUBMISSION"
FILTER = {
    "keyword": "",
    "tagSnList": [],
    "jobGroupSnList": [],
    "careerTypeList": [],
    "regionSnList": [],
    "submissionStatusList": [],
    "openStatusList": [],
    "resumeLanguageTypeList": [],
}
KINDS = {
    "INTERN": "internship",
    "CONTRACT": "contract",
    "인턴": "internship",
    "계약직": "contract",
    "파트타임": "part_time",
}


def match(url: str) -> Ref | None:
    """Careers sites, postings old and new, and the API with a token behind `#`."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if parts.host == API:
        name = url.partition("#")[2]
        number = path[3] if path[:3] == ("position", "v2", "jobflex") and len(path) > 3 else None
        return refer(name, number if number and number.isdecimal() else None) if name else None
    name_ = tenants.of_host(parts.host, DOMAIN)
    if name_ is None:
        return None
    old = (parts.query.get("jobnoticeSn") or [""])[-1]
    number = path[2] if path[:2] == ("career", "jobs") and len(path) > 2 else None
    if number is None and old.isdecimal() and path[:2] == ("app", "jobnotice"):
        number = f"n{old}"
    return refer(name_, number if number and ID.fullmatch(number) else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number."""
    name = tenants.label(token)
    if name is None or name in NOT_BOARDS or (external_id and not ID.fullmatch(external_id)):
        return None
    home = f"https://{name}.{DOMAIN}"
    if not external_id:
        return refs.board(NAME, name, f"{home}/career/home")
    old = external_id.startswith("n")
    url = f"{home}/{OLD}?jobnoticeSn={external_id[1:]}" if old else f"{home}/career/jobs/{external_id}"
    return refs.posting(NAME, name, external_id, url)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API; the page of an older posting."""
    if ref.token is None or (ref.external_id or "").startswith("n"):
        return (Request(url=ref.url),)
    headers = (("prefix", f"{ref.token}.{DOMAIN}"), ("accept", "application/json"))
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"https://{API}/position/v2/jobflex/{ref.external_id}#{ref.token}", headers=headers),)
    return (exchange.post(f"https://{API}/position/v1/jobflex#{ref.token}", _asked(1), headers[:1]),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or one posting."""
    if exchange.is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if isinstance(answer.value("list"), list):
        return _list(ref, response, answer)
    if answer.text("code") == "NotFoundCompany":
        raise Gone(f"recruiter.co.kr knows no company {ref.token}")
    posting = _posting(ref, answer)
    if posting is None:
        raise Broken("recruiter.co.kr's answer holds neither a list nor a posting")
    if answer.text("submissionStatus") == CLOSED:
        raise Gone(f"recruiter.co.kr states that posting {ref.external_id} no longer takes applications", certain=True)
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


marks = unmarked


# ---------------------------------------------------------------- reading


def _asked(page: int) -> dict[str, object]:
    return {"pageableRq": {"page": page, "size": SIZE, "sort": ["JOBFLEX_SORT"]}, "filter": FILTER}


def _list(ref: Ref, response: Response, answer: Node) -> Page:
    rows, counts = answer.rows("list"), answer.at("pagination")
    here, pages = int(counts.number("page") or 1), counts.number("totalPages") or 1
    following = exchange.again(response, _asked(here + 1)) if rows and here < pages else None
    open_ = tuple(row for row in rows if row.text("submissionStatus") != CLOSED)
    total = counts.number("totalCount")
    stated = None if total is None else total - (len(rows) - len(open_))
    read = (_posting(ref, row) for row in open_)
    return counted.page(NAME, len(open_), read, total=stated, before=(here - 1) * SIZE, following=following)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, number = row.text("title"), row.text("positionSn") or ref.external_id
    if not title or not number or not ID.fullmatch(number):
        return None
    named = refer(ref.token, number) if ref.token else None
    said = fill.description(row.markup("jobDescription"))
    tags = tuple(name for tag in row.rows("tagList") if (name := tag.text("tagName")))
    where = _places(row, tags)
    return Posting(
        title=title,
        company=row.text("companyName"),
        url=named.url if named else None,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=where,
        remote=fill.remote(title),
        employment_type=next((KINDS[word] for word in (row.text("careerType"), *tags) if word in KINDS), None),
        posted_at=row.date("startDateTime"),
        closes_at=row.date("endDateTime"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node, tags: tuple[str, ...]) -> tuple[Place, ...]:
    """Regions where they are stated; else those tags that surely are cities."""
    stated = tuple(name for at in row.rows("regionList") if (name := at.text("regionName", "name")))
    known = tuple(tag for tag in tags if (place := places.place(tag)).city and place.country)
    return fill.locations(stated or known)


# ---------------------------------------------------------------- examples

HOME = f"https://tideglass.{DOMAIN}"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/career/jobs/98012?utm_source=x",
        ref=refs.posting(NAME, "tideglass", "98012", f"{HOME}/career/jobs/98012"),
        spellings=(
            f"http://TideGlass.{DOMAIN}/career/jobs/98012/#apply",
            f"https://{API}/position/v2/jobflex/98012#tideglass",
        ),
        body="""{"positionSn": 98012, "title": "유리 공예가", "careerType": "INTERN", "jobDescriptionType": "HTML",
            "jobDescription": "<p>유리를 붑니다.</p>", "startDateTime": "2026-03-02T00:00:00",
            "endDateTime": "2026-03-30T23:59:00", "submissionStatus": "IN_SUBMISSION"}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="유리 공예가",
                    url=f"{HOME}/career/jobs/98012",
                    board=NAME,
                    token="tideglass",
                    external_id="98012",
                    employment_type="internship",
                    posted_at="2026-03-02T00:00:00",
                    closes_at="2026-03-30T23:59:00",
                    description_html="<p>유리를 붑니다.</p>",
                    description_text="유리를 붑니다.",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/career/home",
        ref=refs.board(NAME, "tideglass", f"{HOME}/career/home"),
        spellings=(f"http://TideGlass.{DOMAIN}", f"{HOME}/career/jobs?page=2#list"),
        body="""{"pagination": {"page": 1, "size": 100, "totalCount": 2, "totalPages": 1}, "list": [{
            "positionSn": 98012, "title": "유리 공예가", "startDateTime": "2026-03-02T00:00:00",
            "endDateTime": null, "careerType": "NEW",
            "classificationCode": "A", "tagList": [{"tagSn": 3, "tagName": "계약직"}], "openStatus": "OPEN",
            "submissionStatus": "IN_SUBMISSION", "recruitmentType": "GENERAL"}, {"positionSn": 97000,
            "title": "등대지기", "submissionStatus": "POST_SUBMISSION"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="유리 공예가",
                    url=f"{HOME}/career/jobs/98012",
                    board=NAME,
                    token="tideglass",
                    external_id="98012",
                    employment_type="contract",
                    posted_at="2026-03-02T00:00:00",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/app/jobnotice/view?systemKindCode=MRS2&jobnoticeSn=201100",
        ref=refs.posting(NAME, "tideglass", "n201100", f"{HOME}/{OLD}?jobnoticeSn=201100"),
    ),
)
