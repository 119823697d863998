"""104 (Taiwan's job bank): a company's openings, and single postings, by the JSON behind its pages.

Pure; called through `boards.registry`. Codes of companies and postings are short, of letters and digits, and ignore
case. Addresses of postings do not name the company, so their keys have no token. The list rests on one reader of it; it
is asked for a hundred rows and says nothing of pages. Pay is in words and in New Taiwan dollars.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, refs
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import urls
from jobfinder.read.currency import number

NAME = "jobbank104"
ALIASES: tuple[str, ...] = ("104", "104jobbank")
HOSTS: tuple[str, ...] = ("104.com.tw",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.104.com.tw"
SITES = frozenset({"www.104.com.tw", "104.com.tw", "m.104.com.tw"})
CODE = re.compile(r"[a-z0-9]{5,12}|(?=[a-z]{0,3}\d)[a-z0-9]{3,4}")
NOT_CODES = frozenset({"search", "joblist", "recommend", "category"})
SIZE = 100
PERIODS = {"時薪": "hour", "日薪": "day", "週薪": "week", "月薪": "month", "年薪": "year"}
AMOUNT = re.compile(r"\d{1,3}(?:,\d{3}){1,3}|\d{2,8}")
OPEN = 9_000_000
"""Amounts from here on stand for "or more"."""


def match(url: str) -> Ref | None:
    """Companies and postings, and the JSON behind both."""
    parts = urls.parts(url)
    if parts is None or parts.host not in SITES:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[:1] == ("company",) and len(path) > 1:
        return refer(path[1])
    if path[:2] == ("api", "companies") and len(path) > 2:
        return refer(path[2])
    code = path[3] if path[:3] == ("job", "ajax", "content") and len(path) > 3 else path[1] if len(path) > 1 else ""
    return _posting_ref(code) if path[:1] == ("job",) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The company, or the posting of that code."""
    name = token.lower()
    if not CODE.fullmatch(name) or name in NOT_CODES:
        return None
    return _posting_ref(external_id.lower(), name) if external_id else refs.board(NAME, name, f"{SITE}/company/{name}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The JSON, then the page."""
    if ref.kind is RefKind.POSTING:
        headers = (("accept", "application/json"), ("referer", ref.url))
        return (Request(url=f"{SITE}/job/ajax/content/{ref.external_id}", headers=headers), Request(url=ref.url))
    if ref.token is None:
        return (Request(url=ref.url),)
    headers = (("accept", "application/json"), ("referer", ref.url))
    return (
        Request(url=f"{SITE}/api/companies/{ref.token}/jobs?pageSize={SIZE}", headers=headers),
        Request(url=ref.url),
    )


def parse(ref: Ref, response: Response) -> Page:
    """The list, or one posting."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    data = answer.at("data")
    if isinstance(data.at("list").value("normalJobs"), list):
        rows = (*data.at("list").rows("topJobs"), *data.at("list").rows("normalJobs"))
        return counted.page(NAME, len(rows), (_listed(ref, row) for row in rows), sure=len(rows) < SIZE)
    posting = _posting(ref, data)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING and isinstance(answer.value("error"), dict):
        raise Gone(f"104 has no posting {ref.external_id}: {answer.at('error').text('message') or 'it says so'}")
    raise Broken("104's answer holds neither a list nor a posting")


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting_ref(code: str, token: str | None = None) -> Ref | None:
    if not CODE.fullmatch(code) or code in NOT_CODES:
        return None
    key, url = f"job:{NAME}:{code}", f"{SITE}/job/{code}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=key, url=url, token=token, external_id=code)


def _listed(ref: Ref, row: Node) -> Posting | None:
    title = row.text("jobName")
    own = match(urls.join(f"{SITE}/", row.markup("jobUrl")) or "")
    if not title or own is None or own.external_id is None:
        return None
    said = fill.description("", row.markup("jobDescription"))
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=ref.token,
        external_id=own.external_id,
        locations=fill.locations([row.text("jobAddrNoDesc")]),
        salary=_pay(row.text("jobSalaryDesc"), None, None),
        posted_at=row.date("appearDate"),
        description_text=said.text,
        language=said.language,
    )


def _posting(ref: Ref, data: Node) -> Posting | None:
    head, detail = data.at("header"), data.at("jobDetail")
    title = head.text("jobName")
    company = match(head.text("custUrl") or "")
    if not title:
        return None
    said = fill.description("", detail.markup("jobDescription"))
    address = "".join(part for name in ("addressRegion", "addressDetail") if (part := detail.text(name)))
    far = detail.value("remoteWork")
    return Posting(
        title=title,
        company=head.text("custName"),
        url=ref.url if ref.kind is RefKind.POSTING else None,
        board=NAME,
        token=ref.token or (company.token if company else None),
        external_id=ref.external_id,
        locations=(Place(text=address, country="TW"),) if address else (),
        remote=_remote(far),
        salary=_pay(detail.text("salary"), detail.number("salaryMin"), detail.number("salaryMax")),
        posted_at=head.date("appearDate"),
        description_text=said.text,
        language=said.language,
    )


def _remote(stated: object) -> Remote | None:
    """Remote work is an object with its description, in part or in full."""
    words = Node(stated).text("description", "desc")
    if not words:
        return None
    return Remote.REMOTE if "完全遠端" in words else Remote.HYBRID if "部分遠端" in words else None


def _pay(words: str | None, low: float | None, high: float | None) -> Salary | None:
    """ "月薪40,000~50,000元": the period is the first word. "待遇面議" names no amount."""
    period = next((period for word, period in PERIODS.items() if word in (words or "")), None)
    if low is None and period:
        amounts = [number(found) for found in AMOUNT.findall(words or "")][:2]
        low, high = (amounts[0], amounts[-1] if "以上" not in (words or "") else None) if amounts else (None, None)
    low, high = fill.amount(low), fill.amount(high if high is None or high < OPEN else None)
    return Salary(min=low, max=high, currency="TWD", period=period, text=words) if period and (low or high) else None


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{SITE}/job/7x2k9?jobsource=company_job",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key="job:jobbank104:7x2k9",
            url=f"{SITE}/job/7x2k9",
            external_id="7x2k9",
        ),
        spellings=("http://m.104.com.tw/job/7X2K9/#apply", f"{SITE}/job/ajax/content/7x2k9"),
        body="""{"data": {"header": {"jobName": "玻璃工匠", "appearDate": "2026/03/02", "custName": "Tideglass",
            "custUrl": "https://www.104.com.tw/company/1a2x6bk"}, "jobDetail": {"jobDescription": "吹製玻璃。",
            "salary": "月薪40,000~50,000元", "salaryMin": 40000, "salaryMax": 50000, "salaryType": 50,
            "addressRegion": "台北市信義區", "addressDetail": "玻璃路1號", "remoteWork": null, "jobType": 1}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="玻璃工匠",
                    company="Tideglass",
                    url=f"{SITE}/job/7x2k9",
                    board=NAME,
                    token="1a2x6bk",
                    external_id="7x2k9",
                    locations=(Place(text="台北市信義區玻璃路1號", country="TW"),),
                    salary=Salary(min=40_000, max=50_000, currency="TWD", period="month", text="月薪40,000~50,000元"),
                    posted_at="2026-03-02",
                    description_text="吹製玻璃。",
                ),
            ),
        ),
    ),
    Example(
        url=f"{SITE}/company/1a2x6bk?jobsource=x#info06",
        ref=refs.board(NAME, "1a2x6bk", f"{SITE}/company/1a2x6bk"),
        spellings=("http://104.com.tw/company/1A2X6BK/", f"{SITE}/api/companies/1a2x6bk/jobs?pageSize=20"),
        body="""{"data": {"list": {"topJobs": [], "normalJobs": [{"jobName": "玻璃工匠", "jobUrl":
            "//www.104.com.tw/job/7x2k9?jobsource=cs", "jobDescription": "吹製玻璃。", "jobAddrNoDesc": "台北市",
            "appearDate": "20260302", "jobSalaryDesc": "月薪40,000元以上"}]}}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="玻璃工匠",
                    url=f"{SITE}/job/7x2k9",
                    board=NAME,
                    token="1a2x6bk",
                    external_id="7x2k9",
                    locations=(Place(text="台北市"),),
                    salary=Salary(min=40_000, currency="TWD", period="month", text="月薪40,000元以上"),
                    posted_at="2026-03-02",
                    description_text="吹製玻璃。",
                ),
            ),
        ),
    ),
)
