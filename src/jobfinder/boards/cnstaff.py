"""CNStaff (a Chinese recruiting system): boards `{token}.cnstaff.com/recruit`; the page's own list as JSON.

Pure; called through `boards.registry`. The list has fifteen rows on a page, with all texts. A posting is looked for in
it. The shape rests on one reader of this system. "0000-00-00" is no date.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls

NAME = "cnstaff"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("cnstaff.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "cnstaff.com"
NUMBER = re.compile(r"\d{1,12}")
SIZE = 15
DETAIL = ("recruitment", "job", "detail", "id")


def match(url: str) -> Ref | None:
    """Boards and postings. Other paths of a host are the system behind."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[:4] == DETAIL and len(path) > 4:
        return refer(name, path[4])
    return refer(name) if path[:1] in ((), ("recruit",)) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number."""
    name = tenants.label(token)
    if name is None or (external_id and not NUMBER.fullmatch(external_id)):
        return None
    home = f"https://{name}.{DOMAIN}"
    if external_id:
        return refs.posting(NAME, name, external_id, f"{home}/{'/'.join(DETAIL)}/{external_id}/")
    return refs.board(NAME, name, f"{home}/recruit")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list, also for a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    home = f"https://{ref.token}.{DOMAIN}/recruit"
    headers = (("accept", "application/json"), ("referer", home), ("x-requested-with", "XMLHttpRequest"))
    return (Request(url=f"{home}?n=1&p=1", headers=headers),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or the posting looked for out of it."""
    if is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if not isinstance(answer.value("list"), list):
        raise Broken("CNStaff's answer holds no list of postings")
    rows, total, counts = answer.rows("list"), answer.number("total"), answer.at("page")
    here, pages = int(counts.number("now") or 1), counts.number("total") or 1
    following = jobsite.turned(response, "p", here + 1) if rows and here < pages and response.url else None
    read = (_posting(ref, row) for row in rows)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read, following)
    return counted.page(NAME, len(rows), read, total=total, before=(here - 1) * SIZE, following=following)


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, number = row.text("job_name_show", "job_name"), row.text("job_id")
    if not title or not number or not NUMBER.fullmatch(number):
        return None
    named = refer(ref.token, number) if ref.token else None
    parts = (row.markup(name).strip() for name in ("job_detail", "job_desc2"))
    said = fill.description("\n".join(part for part in parts if part))
    return Posting(
        title=title,
        company=row.text("company_orgnize_name_show"),
        url=named.url if named else None,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=fill.locations([row.text("job_address_name")]),
        remote=fill.remote(title),
        department=row.text("ws_system_job_type_ids_name", "g_job_type"),
        salary=fill.pay(None, said, ()),
        posted_at=row.date("job_published_at"),
        closes_at=row.date("job_end_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


# ---------------------------------------------------------------- examples

HOME = f"https://fernbrook.{DOMAIN}"
BODY = """{"total": 1, "page": {"now": 1, "total": 1}, "list": [{"job_id": "90017", "job_name": "园丁",
    "job_name_show": "园丁", "job_detail": "<p>照顾苔藓。</p>", "job_desc2": "<p>耐心。</p>",
    "job_address_name": "Shanghai, China", "job_published_at": "2026-03-02 09:00:00", "job_end_at": "0000-00-00",
    "company_orgnize_name_show": "Fernbrook", "ws_system_job_type_ids_name": "园艺", "g_job_type": "1"}]}"""
POSTING = Posting(
    title="园丁",
    company="Fernbrook",
    url=f"{HOME}/recruitment/job/detail/id/90017/",
    board=NAME,
    token="fernbrook",
    external_id="90017",
    locations=(Place(text="Shanghai, China", city="Shanghai", country="CN"),),
    department="园艺",
    posted_at="2026-03-02T09:00:00",
    description_html="<p>照顾苔藓。</p>\n<p>耐心。</p>",
    description_text="照顾苔藓。\n\n耐心。",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/recruitment/job/detail/id/90017/?from=x",
        ref=refs.posting(NAME, "fernbrook", "90017", f"{HOME}/recruitment/job/detail/id/90017/"),
        spellings=(f"http://FernBrook.{DOMAIN}/recruitment/job/detail/id/90017#top",),
        body=BODY,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(POSTING,)),
    ),
    Example(
        url=f"{HOME}/recruit",
        ref=refs.board(NAME, "fernbrook", f"{HOME}/recruit"),
        spellings=(f"http://FernBrook.{DOMAIN}/", f"{HOME}/recruit/?n=1&p=2#list"),
        body=BODY,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(POSTING,), total=1),
    ),
)
