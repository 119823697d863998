"""SmartRecruiters: the posting API, in pages of a hundred; descriptions only with the single posting.

Pure; called through `boards.registry`. Tokens keep case. Ids are numbers; forms have a UUID, which the API takes as
well. A company that does not exist has no postings and no error, so absence proves nothing. The page of a posting stays
when it has expired, with its title and place: it says so where the text was.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "smartrecruiters"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("smartrecruiters.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

API = "https://api.smartrecruiters.com/v1/companies"
HOSTED = "https://jobs.smartrecruiters.com"
CAREERS = "https://careers.smartrecruiters.com"
LIMIT = 100
TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.&-]{0,99}")
OTHER_PATHS = frozenset({"oneclick-ui", "external-referrals", "search", "ni", "sr-jobs", "my-applications", "public"})
ID = re.compile(r"(\d{5,20}|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})(?:-.{0,300})?")
WIDGET = re.compile(r"""["']?company_code["']?\s{0,5}:\s{0,5}["']([\w.&-]{1,100})["']""")
EXPIRED = "[data-test='empty-state'], .jobad--empty-state"
SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")
BARE_COMMAS = re.compile(r"\s{0,5},(?:\s{0,5},)+")


def match(url: str) -> Ref | None:
    """Boards and postings, forms and referrals, API addresses."""
    parts = urls.parts(url)
    if parts is None or not parts.segments:
        return None
    path = parts.segments
    if parts.host == "api.smartrecruiters.com":
        return refer(path[2], *path[4:5]) if path[:2] == ("v1", "companies") and len(path) > 2 else None
    if parts.host not in ("jobs.smartrecruiters.com", "careers.smartrecruiters.com", "www.smartrecruiters.com"):
        return None
    if path[1:2] == ("company",) and path[3:4] == ("publication",) and len(path) > 4:
        return refer(path[2], path[4])
    named = path[1:] if path[0] == "ni" else path
    coded = named[1] if len(named) > 1 and ID.fullmatch(named[1]) else None
    # The vendor's own site has pages of one word; only postings were ever there.
    return None if not named or (parts.host.startswith("www.") and coded is None) else refer(named[0], coded)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the id is neither number nor UUID."""
    name = refs.token_of(token)
    if name is None or not TOKEN.fullmatch(name) or name.lower() in OTHER_PATHS:
        return None
    if external_id is None:
        return refs.board(NAME, name, f"{CAREERS}/{quote(name)}")
    found = ID.fullmatch(external_id)
    id_ = found[1].lower() if found else ""
    return refs.posting(NAME, name, id_, f"{HOSTED}/{_path(name, id_)}") if id_ else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API; for a posting that it does not have, its page."""
    if ref.token is None:
        return (Request(url=ref.url),)
    board = f"{API}/{quote(ref.token)}/postings"
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{board}/{ref.external_id}"), Request(url=ref.url))
    return (Request(url=f"{board}?limit={LIMIT}&offset=0"),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the listing, a posting, or a posting's own page."""
    if exchange.is_markup(response):
        return _page(ref, response)
    alone = ref.kind is RefKind.POSTING
    found = listing.rows(response, "content")
    if found is not None:
        return listing.one(ref, found, _posting, NAME) if alone else _listing(ref, found)
    answer = Node(decode(response))
    if answer.flag("active") is False:
        raise Gone("SmartRecruiters says that the posting is not active", certain=True)
    posting = _posting(ref, answer)
    if posting is None:
        raise Broken("SmartRecruiters' answer holds neither postings nor a posting")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The company of the job widget."""
    for found in WIDGET.finditer(markup) if "smartrecruiters" in markup else ():
        if ref := refer(found[1]):
            yield Mark(ref=ref, how="widget", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _path(token: str, external_id: str) -> str:
    """Ids of forms are no ids of pages."""
    form = f"oneclick-ui/company/{quote(token)}/publication/{external_id}"
    return form if "-" in external_id else f"{quote(token)}/{external_id}"


def _page(ref: Ref, response: Response) -> Page:
    said = hosted.document(response).first(EXPIRED)
    if said is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, closed=said.text or "This job has expired")
    return hosted.parse(ref, response, match)


def _listing(ref: Ref, found: listing.Rows) -> Page:
    page = listing.page(ref, found, _posting, NAME)
    offset, total = int(found.head.number("offset") or 0), found.head.number("totalFound")
    following = exchange.following(offset, len(found.rows), total)
    if total is None:
        return replace(page, complete=False, total=None)
    address = f"{API}/{quote(ref.token)}/postings?limit={LIMIT}&offset={following}" if ref.token else None
    return replace(
        page,
        next=Request(url=address) if address and following else None,
        complete=page.complete and following is None and (offset == 0 or bool(ref.token)),
        total=int(total),
    )


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("name"), row.text("id")
    if not title or not external_id:
        return None
    token = ref.token or row.at("company").text("identifier")
    own = refer(token, external_id) if token else None
    said = fill.description(_text(row.at("jobAd", "sections")), stated_language=row.at("language").text("code"))
    at = _place(row.at("location"))
    workplace = _remote(row, title)
    pay = row.at("compensation")
    return Posting(
        title=title,
        company=row.at("company").text("name"),
        url=own.url if own else row.url("postingUrl"),
        apply_url=row.url("applyUrl"),
        board=NAME,
        token=token,
        external_id=external_id,
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, at[0].text if at else None),
        employment_type=fields.employment(row.at("typeOfEmployment").text("label")),
        department=row.at("department").text("label") or row.at("function").text("label"),
        seniority=fill.level(row.at("experienceLevel").text("label")),
        salary=fill.pay(
            fill.offer(pay.number("min"), pay.number("max"), pay.text("currency"), pay.text("period")), said, at
        ),
        posted_at=row.date("releasedDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("refNumber"),
    )


def _text(sections: Node) -> str:
    """The parts that say something, each under its title."""
    stated = ((part.text("title") or "", part.markup("text").strip()) for part in map(sections.at, SECTIONS))
    return "\n".join(f"<h3>{html.escape(title)}</h3>\n{text}" if title else text for title, text in stated if text)


def _place(at: Node) -> tuple[Place, ...]:
    """The location; without a country's code its full text is read, which may have gaps ("Chennai, , India")."""
    city, full = at.text("city"), at.text("fullLocation")
    stated = BARE_COMMAS.sub(",", full).strip(" ,") if full else None
    land = at.text("country")
    if stated and not land:
        read = places.place(stated)
        return (replace(read, city=city or read.city),)
    found = places.place_of(city, at.text("region"), land.upper() if land else None, stated)
    return (found,) if found.text else ()


def _remote(row: Node, title: str) -> Remote | None:
    """Neither remote nor hybrid is also what the board says of those that never chose."""
    at = row.at("location")
    if at.flag("hybrid"):
        return Remote.HYBRID
    return Remote.REMOTE if at.flag("remote") else fill.remote(title)


# ---------------------------------------------------------------- examples

ROLE = "1c0ffee0-5a1d-4b2c-9e3f-0123456789ab"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://jobs.smartrecruiters.com/TinCaravan/744000100000001-tinsmith-m-f-d-?trid=x",
        ref=refs.posting(NAME, "TinCaravan", "744000100000001", f"{HOSTED}/TinCaravan/744000100000001"),
        spellings=(
            "http://jobs.smartrecruiters.com/TinCaravan/744000100000001",
            "https://careers.smartrecruiters.com/TinCaravan/744000100000001-tinsmith?oga=true",
            "https://www.smartrecruiters.com/TinCaravan/744000100000001-tinsmith/",
            "https://jobs.smartrecruiters.com/ni/TinCaravan/744000100000001-tinsmith#st-apply",
            "https://api.smartrecruiters.com/v1/companies/TinCaravan/postings/744000100000001",
        ),
        body="""{"id": "744000100000001", "name": "Tinsmith (m/f/d)", "refNumber": "REF7A", "active": true,
            "company": {"identifier": "TinCaravan", "name": "Tin Caravan"}, "releasedDate": "2026-03-02T09:00:00.000Z",
            "location": {"city": "Graz", "region": "Styria", "country": "at", "remote": false, "hybrid": true,
                         "fullLocation": "Graz, Styria, Austria"},
            "department": {"id": "1", "label": "Workshop"}, "function": {"id": "production", "label": "Production"},
            "typeOfEmployment": {"id": "permanent", "label": "Full-time"}, "language": {"code": "en"},
            "experienceLevel": {"id": "entry_level", "label": "Entry Level"},
            "applyUrl": "https://jobs.smartrecruiters.com/TinCaravan/744000100000001-tinsmith?oga=true",
            "jobAd": {"sections": {"companyDescription": {"title": "Company Description", "text": ""},
                "jobDescription": {"title": "Job Description", "text": "<p>You bend tin.</p>"},
                "qualifications": {"title": "Qualifications", "text": "<ul><li>Tongs</li></ul>"}}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Tinsmith (m/f/d)",
                    company="Tin Caravan",
                    url=f"{HOSTED}/TinCaravan/744000100000001",
                    apply_url=f"{HOSTED}/TinCaravan/744000100000001-tinsmith?oga=true",
                    board=NAME,
                    token="TinCaravan",
                    external_id="744000100000001",
                    locations=(Place(text="Graz, Styria, Austria", city="Graz", region="Styria", country="AT"),),
                    remote=Remote.HYBRID,
                    employment_type="full_time",
                    department="Workshop",
                    seniority="entry",
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<h3>Job Description</h3>\n<p>You bend tin.</p>\n"
                    "<h3>Qualifications</h3>\n<ul><li>Tongs</li></ul>",
                    description_text="Job Description\n\nYou bend tin.\n\nQualifications\n\n- Tongs",
                    language="en",
                    requisition_id="REF7A",
                ),
            ),
        ),
    ),
    Example(
        url="https://careers.smartrecruiters.com/TinCaravan/",
        ref=refs.board(NAME, "TinCaravan", f"{CAREERS}/TinCaravan"),
        spellings=(
            "https://jobs.smartrecruiters.com/TinCaravan?search=smith",
            "https://careers.smartrecruiters.com/TinCaravan/api/more?page=1",
            "https://api.smartrecruiters.com/v1/companies/TinCaravan/postings?limit=100&offset=100",
        ),
        body="""{"offset": 0, "limit": 100, "totalFound": 101, "content": [{"id": "744000100000002", "name": "Driver",
            "company": {"identifier": "TinCaravan", "name": "Tin Caravan"}, "location": {"city": "Chennai",
            "country": null, "remote": false, "fullLocation": "Chennai, , India"}, "department": {},
            "ref": "https://api.smartrecruiters.com/v1/companies/TinCaravan/postings/744000100000002"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=101,
            complete=False,
            next=Request(url=f"{API}/TinCaravan/postings?limit=100&offset=1"),
            postings=(
                Posting(
                    title="Driver",
                    company="Tin Caravan",
                    url=f"{HOSTED}/TinCaravan/744000100000002",
                    board=NAME,
                    token="TinCaravan",
                    external_id="744000100000002",
                    locations=(Place(text="Chennai, India", city="Chennai", country="IN"),),
                ),
            ),
        ),
    ),
    Example(
        url=f"https://jobs.smartrecruiters.com/oneclick-ui/company/TinCaravan/publication/{ROLE}?dcr_ci=TinCaravan",
        ref=refs.posting(NAME, "TinCaravan", ROLE, f"{HOSTED}/oneclick-ui/company/TinCaravan/publication/{ROLE}"),
        spellings=(f"{HOSTED}/external-referrals/company/TinCaravan/publication/{ROLE.upper()}",),
    ),
)
