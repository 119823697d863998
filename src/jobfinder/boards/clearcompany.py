"""ClearCompany: lists at `{token}.hrmdirect.com`, and career sites with an API by the site's GUID.

Pure; called through `boards.registry`. A token is the label before `.hrmdirect.com` or `.clearcompany.com` (the same
account), or a site's GUID. The list is a table with a class for each column; anchors in it are not closed, dates have
no label and are left out. Ids of postings are numbers at HRMDirect, GUIDs at the career sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import cards, counted, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import places, urls
from jobfinder.read.dom import Document, Element

NAME = "clearcompany"
ALIASES: tuple[str, ...] = ("hrmdirect", "hrmdirect_clearcompany")
HOSTS: tuple[str, ...] = ("clearcompany.com", "hrmdirect.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

TABLES, SITES, API = "hrmdirect.com", "clearcompany.com", "careers-api.clearcompany.com"
NOT_BOARDS = frozenset({"careers-api", "careers-content", "help", "info", "developers", "marketing"})
LIMIT = 50
NUMBER = re.compile(r"\d{3,12}")
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SEEN = re.compile(r"career-site\.js\?[^\"'<>\s]{0,200}?siteId=([0-9a-fA-F-]{36})")


def match(url: str) -> Ref | None:
    """Lists, postings, forms, career sites and the API."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host == API:
        return refer(path[1]) if path[:1] == ("v1",) and len(path) > 1 and GUID.fullmatch(path[1]) else None
    name = tenants.of_host(parts.host, TABLES)
    if name:
        number = (parts.query.get("req") or [""])[-1]
        return refer(name, number if path[:1] == ("employment",) and NUMBER.fullmatch(number) else None)
    name = tenants.of_host(parts.host, SITES)
    if name is None or path[:2] != ("careers", "jobs"):
        return None
    return refer(name, path[2] if len(path) > 2 and GUID.fullmatch(path[2]) else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number or GUID."""
    name, id_ = tenants.label(token), (external_id or "").lower()
    if name is None or name in NOT_BOARDS:
        return None
    if GUID.fullmatch(name):
        return None if id_ else refs.board(NAME, name, f"https://{API}/v1/{name}")
    home = f"https://{name}.{TABLES}/employment"
    if not id_:
        return refs.board(NAME, name, f"{home}/job-openings.php")
    if NUMBER.fullmatch(id_):
        return refs.posting(NAME, name, id_, f"{home}/job-opening.php?req={id_}")
    url = f"https://{name}.{SITES}/careers/jobs/{id_}/apply"
    return refs.posting(NAME, name, id_, url) if GUID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The table with everything, or the API; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    asked = f"pageIndex=0&pageSize={LIMIT}" if GUID.fullmatch(ref.token) else "search=true"
    return (Request(url=f"{ref.url}?{asked}"),)


def parse(ref: Ref, response: Response) -> Page:
    """The table, a page of the API's list, or a posting's page."""
    if not is_markup(response):
        return _of_api(ref, response)
    document = hosted.document(response)
    rows = document.select("tr[data-req-id]")
    if ref.kind is not RefKind.POSTING and rows:
        company = re.sub(r"(?i)^careers at ", "", document.title or "") or None
        read = (_row(ref, row, company) for row in rows)
        return counted.page(NAME, len(rows), read, total=len(rows))
    return _shown(ref, response, document)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The script of a career site on the employer's own page."""
    for found in SEEN.finditer(markup):
        if ref := refer(found[1]):
            yield Mark(ref=ref, how="career site script", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- HRMDirect


def _row(ref: Ref, row: Element, company: str | None) -> Posting | None:
    number, own = row.attr("data-req-id") or "", row.attr("data-custom-req-id")
    title = cards.text(row, "td.posTitle")
    if not title or not NUMBER.fullmatch(number):
        return None
    named = refer(ref.token, number) if ref.token else None
    city, region, country = (cards.text(row, f"td.{name}") for name in ("cities", "state", "countries"))
    office = cards.text(row, "td.offices")
    where = _place(city, region, country) or fill.locations([office])
    return Posting(
        title=title,
        company=company,
        url=named.url if named else None,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=where,
        remote=fill.remote(city, office, title),
        department=cards.text(row, "td.departments"),
        requisition_id=own if own != number else None,
    )


def _place(city: str | None, region: str | None, country: str | None) -> tuple[Place, ...]:
    text = ", ".join(part for part in (city, region, country) if part)
    return (places.place_of(city, region, country, text),) if text else ()


def _shown(ref: Ref, response: Response, document: Document) -> Page:
    """The posting by its structured data, else by the page's own markup."""
    title, body = document.meta("og:title") or cards.text(document, "h2", "h1"), cards.html(document, ".jobDesc")
    if "JobPosting" in document.html or not title or not body:
        return hosted.parse(ref, response, match)
    said = fill.description(body)
    labels, values = cards.texts(document, ".viewFieldName"), cards.texts(document, ".viewFieldValue")
    facts = cards.labelled(tuple(zip(labels, values, strict=False)))
    own = match(document.meta("og:url") or "")
    named = ref if ref.kind is RefKind.POSTING else own
    posting = Posting(
        title=title,
        url=named.url if named else None,
        board=NAME,
        token=named.token if named else None,
        external_id=named.external_id if named else None,
        locations=fill.locations([facts.get("location")]),
        remote=fill.remote(facts.get("location"), title),
        department=facts.get("department"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,), complete=False)


# ---------------------------------------------------------------- the API


def _of_api(ref: Ref, response: Response) -> Page:
    answer = Node(decode(response))
    if not isinstance(answer.value("results"), list):
        raise Broken("ClearCompany's answer holds no results")
    rows, total = answer.rows("results"), answer.number("totalCount")
    here = jobsite.page_of(response, "pageIndex", 0)
    before = here * LIMIT
    more = bool(rows) and total is not None and before + len(rows) < total
    following = jobsite.turned(response, "pageIndex", here + 1) if more else None
    read = (_listed(ref, row) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


def _listed(ref: Ref, row: Node) -> Posting | None:
    title, id_, link = row.text("positionTitle"), (row.text("id") or "").lower(), row.url("applyLink")
    if not title or not GUID.fullmatch(id_):
        return None
    said, own = fill.description(row.markup("description")), match(link) if link else None
    stated = [place for at in row.rows("locations") for place in _of_row(at)]
    where = fill.unique(stated) or fill.locations([row.text("location"), row.text("officeName")][:1])
    flags = [at.flag("isRemote") for at in row.rows("locations")]
    far = Remote.REMOTE if flags and all(flags) else None
    return Posting(
        title=title,
        url=own.url if own else link,
        apply_url=link,
        board=NAME,
        token=ref.token or (own.token if own else None),
        external_id=id_,
        locations=where,
        remote=far or fill.remote(row.text("location"), title),
        department=row.text("departmentName"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("postedDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _of_row(at: Node) -> tuple[Place, ...]:
    return _place(at.text("city"), at.text("subdivisionFullName", "subdivision"), at.text("country"))


# ---------------------------------------------------------------- examples

HOME = "https://mosswork.hrmdirect.com/employment"
SITE = "3c9f2a10-5b7e-4d21-9a64-0e8f7c6b5a43"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/job-opening.php?req=3760012&req_loc=1393001&#job",
        ref=refs.posting(NAME, "mosswork", "3760012", f"{HOME}/job-opening.php?req=3760012"),
        spellings=(
            "http://MossWork.hrmdirect.com/employment/job-opening.php?req=3760012&utm_source=x",
            f"{HOME}/apply.php?req=3760012",
        ),
        body="""<!DOCTYPE html><html><head><title>Careers At Mosswork</title><meta property="og:url"
            content="https://mosswork.hrmdirect.com/employment/job-opening.php?req=3760012"></head><body>
            <h2>Lens Grinder</h2><table class="viewFields"><tr><td class="viewFieldName"><b>Department:</b></td>
            <td class="viewFieldValue">Workshop</td></tr><tr><td class="viewFieldName"><b>Location:</b></td>
            <td class="viewFieldValue">Reno, NV</td></tr></table>
            <div class="jobDesc"><p>You grind lenses.</p></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Lens Grinder",
                    url=f"{HOME}/job-opening.php?req=3760012",
                    board=NAME,
                    token="mosswork",
                    external_id="3760012",
                    locations=(Place(text="Reno, NV", city="Reno", region="NV", country="US"),),
                    department="Workshop",
                    description_html="<p>You grind lenses.</p>",
                    description_text="You grind lenses.",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/job-openings.php?search=true&nohd",
        ref=refs.board(NAME, "mosswork", f"{HOME}/job-openings.php"),
        spellings=(
            "http://MossWork.hrmdirect.com/#jobs",
            "https://mosswork.clearcompany.com/careers/jobs",
        ),
        body="""<!DOCTYPE html><html><head><title>Careers At Mosswork</title></head><body><table>
            <tr class="reqitem ReqRowClick" data-req-id="3760012" data-custom-req-id="LG-7">
            <td class="departments reqitem">Workshop</td><td class="posTitle reqitem"><a
            href="job-opening.php?req=3760012&amp;req_loc=1393001&amp;#job">Lens Grinder</td>
            <td class="cities reqitem">Reno</td><td class="state reqitem">NV</td>
            <td class="reqitem">03/02/2026</td></tr></table></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Lens Grinder",
                    company="Mosswork",
                    url=f"{HOME}/job-opening.php?req=3760012",
                    board=NAME,
                    token="mosswork",
                    external_id="3760012",
                    locations=(Place(text="Reno, NV", city="Reno", region="NV", country="US"),),
                    department="Workshop",
                    requisition_id="LG-7",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://{API}/v1/{SITE}?pageIndex=0&pageSize=50",
        ref=refs.board(NAME, SITE, f"https://{API}/v1/{SITE}"),
    ),
)
