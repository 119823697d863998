"""Beisen (北森): careers portals `{token}.zhiye.com`; a list by POST for newer ones, tables on pages for older ones.

Pure; called through `boards.registry`. A newer portal's page names its portal id and leads on to the list, which has
all texts; a posting is looked for in it. The region is the section of an address (social, campus, intern) and, at older
portals, the list that was meant. Years before 1900 stand for "no date". Ids are GUIDs, at older portals numbers.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, counted, exchange, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, fields, places, urls
from jobfinder.read.dom import Document, Element
from jobfinder.read.salary import parse_salary

NAME = "beisen"
ALIASES: tuple[str, ...] = ("zhiye", "italent")
HOSTS: tuple[str, ...] = ("zhiye.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "zhiye.com"
LIST = "api/Jobad/GetJobAdPageList"
SIZE = 1000
SECTIONS = {"1": "social", "2": "campus", "3": "intern"}
KINDS = {"全职": "full_time", "兼职": "part_time", "实习": "internship", "实习生": "internship"}
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBER = re.compile(r"\d{4,12}")
SECTION = re.compile(r"[A-Za-z][A-Za-z0-9]{1,30}")
PORTAL = re.compile(r"[\"']?PortalId[\"']?\s{0,5}[:=]\s{0,5}[\"']([\w-]{1,80})[\"']")
SITE = re.compile(r"[\"']SiteName[\"']\s{0,5}:\s{0,5}[\"']([^\"'<>]{1,100})[\"']")
TOTAL = re.compile(r"共\s{0,5}(\d{1,6})\s{0,5}条")
COLUMNS = {"地点": "place", "城市": "place", "部门": "team", "类别": "team", "时间": "date", "日期": "date"}


def match(url: str) -> Ref | None:
    """Portals, their sections and postings of any age. Every page of a portal belongs to its board."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    query = {key.lower(): values[-1] for key, values in parts.query.items()}
    path = parts.segments
    asked = (query.get("jobadid") or query.get("jobid") or "").lower()
    if path[:1] in (("zpdetail",), ("zwxq",)) and len(path) > 1:
        asked = path[1]
    section = path[0] if path and SECTION.fullmatch(path[0]) and path[0].lower() not in ("api", "portal") else None
    if GUID.fullmatch(asked) or NUMBER.fullmatch(asked):
        return refer(name, asked, section.lower() if section and section.lower() in SECTIONS.values() else None)
    return refer(name, None, section)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that id."""
    name, id_ = tenants.label(token), (external_id or "").lower()
    if name is None or (region is not None and not SECTION.fullmatch(region)):
        return None
    home = f"https://{name}.{DOMAIN}/"
    if not id_:
        return refs.board(NAME, name, f"{home}{region or ''}", region)
    if NUMBER.fullmatch(id_):
        return refs.posting(NAME, name, id_, f"{home}zpdetail/{id_}")
    section = region if region in SECTIONS.values() else "social"
    url = f"{home}{section}/detail?jobAdId={id_}"
    return refs.posting(NAME, name, id_, url, section) if GUID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or a page that leads to it, shows rows, or shows a posting."""
    if exchange.is_markup(response):
        return _page(ref, response)
    answer = Node(decode(response))
    if not isinstance(answer.value("Data"), list) or answer.number("Code") not in (200, None):
        raise Broken("Beisen's answer holds no list of postings")
    rows, total = answer.rows("Data"), answer.number("Count")
    asked = exchange.asked(response)
    here, size = int(asked.number("PageIndex") or 0), int(asked.number("PageSize") or SIZE)
    more = bool(rows) and total is not None and here * size + len(rows) < total
    following = exchange.again(response, _asked(asked.text("PortalId") or "", here + 1)) if more else None
    read = (_posting(ref, row) for row in rows)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read, following)
    return counted.page(NAME, len(rows), read, total=total, before=here * size, following=following)


marks = unmarked


# ---------------------------------------------------------------- the list


def _asked(portal: str, page: int) -> dict[str, object]:
    shown = ["Category", "Kind", "LocId", "ClassificationOne", "Org", "PostDate", "Salary"]
    asked: dict[str, object] = {"PageIndex": page, "PageSize": SIZE, "KeyWords": "", "SpecialType": 0}
    return asked | {"PortalId": portal, "DisplayFields": shown}


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("JobAdName"), (row.text("Id") or "").lower()
    if not title or not GUID.fullmatch(id_):
        return None
    section = SECTIONS.get(row.text("CategoryId") or "")
    named = refer(ref.token, id_, section) if ref.token else None
    said = fill.description("\n".join(part for name in ("Duty", "Require") if (part := row.markup(name).strip())))
    where = fill.unique(places.place(text) for text in row.texts("LocNames")) or fill.locations(
        [row.text("DetailAddress")]
    )
    pay = row.text("Salary")
    kind = KINDS.get(row.text("Kind") or "") or fields.employment(row.text("Kind"))
    return Posting(
        title=title,
        url=named.url if named else None,
        board=NAME,
        token=ref.token,
        external_id=id_,
        locations=where,
        remote=fill.remote(title),
        employment_type="internship" if section == "intern" else kind,
        department=row.text("Org"),
        salary=fill.pay(parse_salary(pay, "CN") if pay else None, said, where),
        posted_at=row.date("PostDate"),
        updated_at=row.date("ChangeDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("JobAdId"),
    )


# ---------------------------------------------------------------- pages


def _page(ref: Ref, response: Response) -> Page:
    """A newer portal's page leads to the list; an older one's shows rows or a posting."""
    portal = PORTAL.search(exchange.text(response))
    if portal and ref.token:
        asked = exchange.post(f"https://{ref.token}.{DOMAIN}/{LIST}", _asked(portal[1], 0))
        return Page(kind=ref.kind, reader=NAME, next=asked, complete=False)
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    document = hosted.document(response)
    rows = [row for row in document.select("tr") if row.first("a[href*='zpdetail/'], a[href*='jobId=']")]
    if not rows:
        return hosted.parse(ref, response, match)
    stated = TOTAL.search(document.text())
    total = int(stated[1]) if stated else None
    here = jobsite.page_of(response, "PageIndex", 1)
    more = total is not None and here * len(rows) < total
    following = jobsite.turned(response, "PageIndex", here + 1) if more and response.url else None
    columns = _columns(document)
    read = (_row(ref, document, row, columns) for row in rows)
    # A last page is shorter than those before it: it ends where the total is.
    before = 0 if here == 1 else max((total or 0) - len(rows), 0)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following, sure=bool(total))


def _columns(document: Document) -> dict[int, str]:
    """What the columns of the table hold, by its head."""
    heads = next((found for row in document.select("tr") if len(found := cards.texts(row, "th")) > 1), ())
    return {place: name for place, head in enumerate(heads) for word, name in COLUMNS.items() if word in head}


def _row(ref: Ref, document: Document, row: Element, columns: dict[int, str]) -> Posting | None:
    link = row.first("a[href*='zpdetail/'], a[href*='jobId=']")
    href = (link.attr("href") if link else None) or ""
    own = match(document.join(href) or "")
    title = (link.attr("title") or link.text) if link else None
    if not title or own is None or own.external_id is None:
        return None
    cells = [cell.text for cell in row.select("td")]
    facts = {name: cells[place] for place, name in columns.items() if place < len(cells)}
    where, posted = facts.get("place"), facts.get("date")
    return Posting(
        title=title,
        url=own.url,
        board=NAME,
        token=own.token,
        external_id=own.external_id,
        locations=_all(where),
        department=facts.get("team"),
        posted_at=dates.iso(posted) if posted else None,
    )


def _all(stated: str | None) -> tuple[Place, ...]:
    """Places divided by the ways in which Chinese divides them."""
    return fill.locations(re.split(r"[、,，/;；]", stated)) if stated else ()


# ---------------------------------------------------------------- examples

ID_1 = "7e0c5f2a-4b1d-4c8e-9a3f-1d2b6c7e8f90"
HOME = f"https://mosswork.{DOMAIN}"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/social/detail?jobAdId={ID_1}&utm_source=x",
        ref=refs.posting(NAME, "mosswork", ID_1, f"{HOME}/social/detail?jobAdId={ID_1}", "social"),
        spellings=(
            f"http://MossWork.{DOMAIN}/campus/detail?jobAdId={ID_1.upper()}#top",
            f"{HOME}/custom/zwxq?jobAdId={ID_1}",
        ),
        body='<html><script>var BSGlobal = {"PortalId": "0f9c1a52", "tenantInfo": {"Id": 7}};</script></html>',
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            next=exchange.post(f"{HOME}/{LIST}", _asked("0f9c1a52", 0)),
            complete=False,
        ),
    ),
    Example(
        url=f"{HOME}/",
        ref=refs.board(NAME, "mosswork", f"{HOME}/"),
        spellings=(f"http://MossWork.{DOMAIN}", f"{HOME}/social/jobs?x=1#list", f"{HOME}/{LIST}"),
        body=f"""{{"Code": 200, "Message": null, "Count": 1, "Data": [{{"Id": "{ID_1}", "JobAdId": 5200123,
            "JobAdName": "镜片研磨师", "Duty": "<p>研磨镜片。</p>", "Require": "<p>耐心。</p>", "LocNames":
            ["北京市"], "Kind": "全职", "Category": "社会招聘", "CategoryId": "1", "Org": "工坊",
            "Salary": "面议", "PostDate": "2026-03-02T09:00:00+08:00", "ChangeDate": "0001-01-01T00:00:00+08:00",
            "Status": 1}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="镜片研磨师",
                    url=f"{HOME}/social/detail?jobAdId={ID_1}",
                    board=NAME,
                    token="mosswork",
                    external_id=ID_1,
                    locations=(Place(text="北京市"),),
                    employment_type="full_time",
                    department="工坊",
                    posted_at="2026-03-02T09:00:00+08:00",
                    description_html="<p>研磨镜片。</p>\n<p>耐心。</p>",
                    description_text="研磨镜片。\n\n耐心。",
                    requisition_id="5200123",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://fernbrook.{DOMAIN}/Social",
        ref=refs.board(NAME, "fernbrook", f"https://fernbrook.{DOMAIN}/Social", "Social"),
        body=f"""<html><body><table><tr><th>职位名称</th><th>工作地点</th><th>发布时间</th></tr><tr><td>
            <a href="https://fernbrook.{DOMAIN}/zpdetail/250012" title="园丁">园丁</a></td><td>上海、苏州</td>
            <td>2026-03-02</td></tr></table><div>共1条记录</div></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="园丁",
                    url=f"https://fernbrook.{DOMAIN}/zpdetail/250012",
                    board=NAME,
                    token="fernbrook",
                    external_id="250012",
                    locations=(Place(text="上海"), Place(text="苏州")),
                    posted_at="2026-03-02",
                ),
            ),
        ),
    ),
)
