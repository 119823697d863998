"""Workable: the widget's API, a whole board in one answer; behind it the API of the pages, in pages by a token.

Pure; called through `boards.registry`. Tokens ignore case; ids are the short codes of addresses. `/j/{code}` names no
account: such a posting is read where its page leads. Companies on jobs.workable.com have a name of their own, which
tells no account and keeps case. The hosts answer 429 for hours to whoever is not slow: no allowance but the default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "workable"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("workable.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "workable.com"
HOSTED = f"https://apply.{DOMAIN}"
COMPANIES = f"https://jobs.{DOMAIN}/api/v1/companies"
OWN = frozenset(
    {
        *("apply", "resources", "id", "careers", "get", "try", "join", "partners", "hr", "news", "academy"),
        *("community", "accounts", "auth"),
    }
)
"""Hosts of Workable itself."""
CODE = re.compile(r"[0-9A-Z]{6,16}")
COMPANY = re.compile(r"(?=[^A-Z]{0,24}[A-Z])(?=[^a-z]{0,24}[a-z])[A-Za-z0-9]{18,24}")
EMBED = re.compile(r"whr_embed\(\s{0,5}(\d{2,9})")
KINDS = {"full": "full_time", "part": "part_time"}
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "on_site": Remote.ONSITE, "onsite": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Boards and postings on all of Workable's hosts, forms and API addresses."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if parts.host == f"apply.{DOMAIN}":
        return _applying(path)
    if parts.host == f"jobs.{DOMAIN}":
        rest = path[2:] if path[:2] == ("api", "v1") else path
        return refer(rest[1]) if rest[:1] in (("company",), ("companies",)) and _is_company(rest[1:2]) else None
    if parts.host == f"www.{DOMAIN}":
        return refer(path[2]) if path[:2] == ("api", "accounts") and len(path) > 2 else None
    name = tenants.of_host(parts.host, DOMAIN)
    if name is None or path[:1] not in ((), ("j",)):
        return None
    return refer(name, path[1] if len(path) > 1 else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what is no short code. A company on jobs.workable.com is a board only."""
    if _is_company((token,)):
        company = f"https://jobs.{DOMAIN}/company/{token}"
        return refs.board(NAME, token, company) if external_id is None else None
    name = tenants.label(token)
    if name is None or name in OWN:
        return None
    home = f"{HOSTED}/{name}/"
    if external_id is None:
        return refs.board(NAME, name, home)
    code = external_id.upper()
    return refs.posting(NAME, name, code, f"{home}j/{code}/") if CODE.fullmatch(code) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """One call for a board, the pages behind it; one call for a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if _is_company((ref.token,)):
        return (Request(url=f"{COMPANIES}/{ref.token}"),)
    account = f"accounts/{quote(ref.token)}"
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{HOSTED}/api/v2/{account}/jobs/{ref.external_id}"),)
    widget = Request(url=f"{HOSTED}/api/v1/widget/{account}?details=true")
    return (widget, exchange.post(f"{HOSTED}/api/v3/{account}/jobs", {}))


def parse(ref: Ref, response: Response) -> Page:
    """A list of the widget, a page of the newer lists, or a posting."""
    if exchange.is_markup(response):
        return _page(ref, response)
    for name in ("jobs", "results"):
        alone = ref.kind is RefKind.POSTING
        found = listing.whole(response, name) if alone else listing.rows(response, name)
        if found is not None:
            return _listing(ref, found, response)
    answer = Node(decode(response))
    said = answer.text("error", "message") or ""
    if "not found" in said.lower():
        raise Gone(f"Workable says: {said}")
    posting = _posting(ref, answer)
    if posting is None:
        raise Broken(f"Workable's answer holds neither jobs nor a posting: {said or 'no reason given'}")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The call of the embedding script, which has the number of the account."""
    for found in EMBED.finditer(markup):
        if ref := refer(found[1]):
            yield Mark(ref=ref, how="embed call", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- addresses


def _applying(path: tuple[str, ...]) -> Ref | None:
    if path[:1] == ("api",):
        names = path.index("accounts") + 1 if "accounts" in path else len(path)
        coded = path[names + 1 : names + 2] == ("jobs",) and len(path) > names + 2
        return refer(path[names], path[names + 2] if coded else None) if len(path) > names else None
    if path[:1] == ("j",):
        return _nameless(path[1].upper()) if len(path) > 1 else None
    if not path:
        return None
    if path[1:3] == ("jobs", "view") and len(path) > 3:
        return refer(path[0], path[3].removesuffix(".md"))
    return refer(path[0], path[2] if len(path) > 2 and path[1] == "j" else None)


def _nameless(code: str) -> Ref | None:
    """A posting of which the account is not known. No account is named "j"."""
    if not CODE.fullmatch(code):
        return None
    key = f"job:{NAME}:j:{code}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=key, url=f"{HOSTED}/j/{code}/", external_id=code)


def _is_company(name: tuple[str, ...]) -> bool:
    return bool(name and COMPANY.fullmatch(name[0]) and re.search(r"\d", name[0]))


# ---------------------------------------------------------------- reading


def _page(ref: Ref, response: Response) -> Page:
    """A page of Workable's holds little without its scripts; that of a posting without an account may name one."""
    if ref.token is not None or ref.kind is not RefKind.POSTING:
        return hosted.parse(ref, response, match)
    landed = match(response.url)
    try:
        return hosted.posting(landed if landed and landed.kind is RefKind.POSTING else ref, response, match)
    except Broken:
        return Page(kind=RefKind.UNKNOWN, reader="none", complete=False)


def _listing(ref: Ref, found: listing.Rows, response: Response) -> Page:
    read = partial(_posting, company=found.head.text("name", "title"))
    if ref.kind is RefKind.POSTING:
        return listing.one(ref, found, read, NAME)
    public = replace(found, rows=tuple(row for row in found.rows if row.text("state") in (None, "published")))
    page = listing.page(ref, public, read, NAME)
    if (total := found.head.number("total") or found.head.number("totalSize")) is None:
        return page
    # A saved page may be one of many.
    whole = page.complete and (response.request is not None or len(found.rows) >= total)
    return replace(page, next=page.next or _next(ref, found, response), complete=whole, total=int(total))


def _next(ref: Ref, found: listing.Rows, response: Response) -> Request | None:
    if not found.rows or response.request is None:
        return None
    if mark := found.head.text("nextPage"):
        return exchange.again(response, {"token": mark})
    if (mark := found.head.text("nextPageToken")) and ref.token:
        return Request(url=f"{COMPANIES}/{ref.token}?pageToken={quote(mark, safe='')}")
    return None


def _posting(ref: Ref, row: Node, company: str | None = None) -> Posting | None:
    title, external_id = row.text("title"), row.text("shortcode", "id")
    if not title or not external_id:
        return None
    parts = (row.markup(name).strip() for name in ("description", "requirements", "benefits"))
    said = fill.description("\n".join(filter(None, parts)), stated_language=row.text("language"))
    at = _places(row)
    workplace = WORKPLACES.get(row.text("workplace", "workplace_type") or "") or _remote(row, title)
    own = refer(ref.token, external_id) if ref.token else _nameless(external_id)
    kind = row.text("employment_type", "employmentType", "type") or ""
    return Posting(
        title=title,
        company=row.at("company").text("title", "name") or company,
        company_url=row.at("company").url("website"),
        url=own.url if own else row.url("url") or row.url("shortlink"),
        apply_url=row.url("application_url"),
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, at[0].text if len(at) == 1 else None),
        employment_type=KINDS.get(kind) or fields.employment(kind),
        department=next(iter(row.texts("department")), None),
        seniority=fill.level(row.text("experience")),
        salary=fill.pay(None, said, at),
        posted_at=row.date("published_on", "published", "created_at", "created"),
        updated_at=row.date("updated"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("code"),
    )


def _remote(row: Node, title: str) -> Remote | None:
    return Remote.REMOTE if row.flag("telecommuting") or row.flag("remote") else fill.remote(title)


def _places(row: Node) -> tuple[Place, ...]:
    shown = [at for at in row.rows("locations") if at.flag("hidden") is not True] or [row.at("location")]
    found = [place for at in shown if (place := _place(at, "region"))]
    return fill.unique(found or [place for place in (_place(row, "state"),) if place])


def _place(at: Node, region: str) -> Place | None:
    city, area = at.text("city"), at.text(region, "subregion")
    land = at.text("country", "countryName")
    stated = ", ".join(dict.fromkeys(part for part in (city, area, land) if part))
    return places.place_of(city, area, at.text("countryCode") or land, stated) if stated else None


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://apply.workable.com/Candlewright/j/0A1B2C3D4E/apply/?utm_source=x",
        ref=refs.posting(NAME, "candlewright", "0A1B2C3D4E", "https://apply.workable.com/candlewright/j/0A1B2C3D4E/"),
        spellings=(
            "http://apply.workable.com/candlewright/j/0a1b2c3d4e?lng=en#top",
            "https://candlewright.workable.com/j/0A1B2C3D4E",
            "https://apply.workable.com/candlewright/jobs/view/0A1B2C3D4E.md",
            "https://apply.workable.com/api/v2/accounts/candlewright/jobs/0A1B2C3D4E",
        ),
        body="""{"id": 501, "shortcode": "0A1B2C3D4E", "title": "Chandler", "remote": false, "workplace": "hybrid",
            "location": {"country": "Ireland", "countryCode": "IE", "city": "Cork", "region": "County Cork"},
            "locations": [{"country": "Ireland", "countryCode": "IE", "city": "Cork", "region": "County Cork",
                           "hidden": false}],
            "state": "published", "code": "CH-7", "published": "2026-03-02T00:00:00.000Z", "type": "part",
            "language": "en", "department": ["Wax"], "description": "<p>You pour candles.</p>",
            "requirements": "<ul><li>A steady hand</li></ul>", "benefits": ""}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Chandler",
                    url="https://apply.workable.com/candlewright/j/0A1B2C3D4E/",
                    board=NAME,
                    token="candlewright",
                    external_id="0A1B2C3D4E",
                    locations=(
                        Place(text="Cork, County Cork, Ireland", city="Cork", region="County Cork", country="IE"),
                    ),
                    remote=Remote.HYBRID,
                    employment_type="part_time",
                    department="Wax",
                    posted_at="2026-03-02T00:00:00+00:00",
                    description_html="<p>You pour candles.</p>\n<ul><li>A steady hand</li></ul>",
                    description_text="You pour candles.\n\n- A steady hand",
                    language="en",
                    requisition_id="CH-7",
                ),
            ),
        ),
    ),
    Example(
        url="https://apply.workable.com/candlewright/?lng=en",
        ref=refs.board(NAME, "candlewright", "https://apply.workable.com/candlewright/"),
        spellings=(
            "https://candlewright.workable.com/",
            "https://apply.workable.com/CandleWright/gdpr_policy",
            "https://www.workable.com/api/accounts/candlewright?details=true",
            "https://apply.workable.com/api/v1/widget/accounts/candlewright",
            "https://apply.workable.com/api/v3/accounts/candlewright/jobs",
        ),
        body="""{"name": "Candlewright", "description": null, "jobs": [{"title": "Wick Trimmer", "code": "",
            "shortcode": "1F2E3D4C5B", "employment_type": "Full-time", "telecommuting": true, "department": "Wicks",
            "url": "https://apply.workable.com/j/1F2E3D4C5B", "published_on": "2026-03-02", "country": "Ireland",
            "application_url": "https://apply.workable.com/j/1F2E3D4C5B/apply", "city": "", "state": "",
            "experience": "Entry level", "locations": [{"country": "Ireland", "countryCode": "IE", "city": "",
            "region": "", "hidden": false}], "description": "<p>You trim wicks.</p>"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Wick Trimmer",
                    company="Candlewright",
                    url="https://apply.workable.com/candlewright/j/1F2E3D4C5B/",
                    apply_url="https://apply.workable.com/j/1F2E3D4C5B/apply",
                    board=NAME,
                    token="candlewright",
                    external_id="1F2E3D4C5B",
                    locations=(Place(text="Ireland", country="IE"),),
                    remote=Remote.REMOTE,
                    remote_scope="Ireland",
                    employment_type="full_time",
                    department="Wicks",
                    seniority="entry",
                    posted_at="2026-03-02",
                    description_html="<p>You trim wicks.</p>",
                    description_text="You trim wicks.",
                ),
            ),
        ),
    ),
    Example(
        url="https://apply.workable.com/j/0A1B2C3D4E",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key="job:workable:j:0A1B2C3D4E",
            url="https://apply.workable.com/j/0A1B2C3D4E/",
            external_id="0A1B2C3D4E",
        ),
        spellings=("http://apply.workable.com/j/0a1b2c3d4e/apply?utm_source=x",),
    ),
    Example(
        url="https://jobs.workable.com/company/aB3dE5gH7jK9mN2pQ4sT6v/jobs-at-candlewright?selectedJobId=x",
        ref=refs.board(NAME, "aB3dE5gH7jK9mN2pQ4sT6v", "https://jobs.workable.com/company/aB3dE5gH7jK9mN2pQ4sT6v"),
        spellings=("https://jobs.workable.com/api/v1/companies/aB3dE5gH7jK9mN2pQ4sT6v?pageToken=x",),
    ),
)
