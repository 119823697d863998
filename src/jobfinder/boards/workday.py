"""Workday: the CXS search, twenty postings a page, and the posting behind each path.

Pure; called through `boards.registry`. A token is tenant, instance and site: `acme.wd5.External`; the site keeps case.
A site is found on `{tenant}.{instance}.myworkdayjobs.com` and on `{instance}.myworkdaysite.com` (region `site`). The
search wants all four fields. It counts to CAP at most, and late pages may count 0: what is beyond is looked for one job
family at a time. Lists have no dates, only ages ("Posted 3 Days Ago"). The id is what follows the title in the path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "workday"
ALIASES: tuple[str, ...] = ("myworkdayjobs",)
HOSTS: tuple[str, ...] = ("myworkdayjobs.com", "myworkdaysite.com", "workday.com", "myworkday.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

LIMIT = 20
CAP = 2000
FAMILY = "jobFamilyGroup"
SITE = "site"
ENGLISH = (("accept-language", "en-US"),)
JOBS_HOST = re.compile(r"([a-z0-9][a-z0-9_-]{0,62})(?:\.(wd\d{1,4}))?\.myworkdayjobs\.com")
SITE_HOST = re.compile(r"(wd\d{1,4})\.myworkdaysite\.com")
TOKEN = re.compile(r"([A-Za-z0-9][\w-]{0,62})\.(?:(wd\d{1,4})\.)?([A-Za-z0-9][\w-]{0,99})", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
SITE_NAME = re.compile(r"[A-Za-z0-9][\w-]{0,99}", re.ASCII)
OTHER_PATHS = frozenset({"wday", "cxs", "login", "userhome", "robots.txt", "sitemap.xml", "assets", "favicon.ico"})
ID = re.compile(r"_((?:[A-Z]{1,4}\d{1,4}_)?[^\W_][^_/:?#\s]{0,60})$")
MANY = re.compile(r"\d{1,4} (?:locations|standorte|sites|emplacements|ubicaciones)", re.IGNORECASE)
REPOSTED = re.compile(r"-\d{1,2}$")


def match(url: str) -> Ref | None:
    """Sites and postings in any language, forms, API addresses. Other pages of a site belong to it."""
    parts = urls.parts(url)
    if parts is None:
        return None
    jobs, site = JOBS_HOST.fullmatch(parts.host), SITE_HOST.fullmatch(parts.host)
    path = _without_language(parts.segments)
    if path[:2] == ("wday", "cxs"):
        tenant, rest = path[2:3], path[3:]
    elif site:
        tenant, rest = (path[1:2], path[2:]) if path[:1] == ("recruiting",) else ((), ())
    else:
        tenant, rest = (jobs[1],) if jobs else (), path
    if not (jobs or site) or not tenant or not rest or rest[0].lower() in OTHER_PATHS:
        return None
    instance = site[1] if site else jobs[2] if jobs else None
    return _ref((tenant[0].lower(), instance, rest[0]), _posting_path(rest[1:]), SITE if site else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site or posting; null for what is no token. An id alone finds a posting, without its place and title."""
    named = TOKEN.fullmatch(token)
    if named is None or (external_id is not None and _id(f"_{external_id}") != external_id):
        return None
    return _ref((named[1].lower(), named[2], named[3]), (f"_{external_id}",) if external_id else (), region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The search, or the posting and then its page; first on the host where the site was seen."""
    named = TOKEN.fullmatch(ref.token or "")
    if named is None:
        return (Request(url=ref.url),)
    apis = [f"https://{host}/wday/cxs/{named[1]}/{quote(named[3])}" for host in _hosts(named[1], named[2], ref.region)]
    if ref.kind is not RefKind.POSTING:
        return tuple(_search(f"{api}/jobs", {}, 0) for api in apis)
    path = urls.parts(ref.url)
    tail = "/".join(quote(part) for part in _posting_path(path.segments if path else ()))
    pages = tuple(Request(url=f"{api}/job/{tail}", headers=(("accept", "application/json"), *ENGLISH)) for api in apis)
    return (*pages, Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, or a posting."""
    if exchange.is_markup(response):
        return hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if isinstance(answer.value("jobPostings"), list):
        return _listing(ref, answer, response)
    posting = _detail(ref, answer)
    if posting is None:
        raise Broken(f"Workday's answer holds neither postings nor a posting: {answer.text('message') or 'no reason'}")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


marks = unmarked


# ---------------------------------------------------------------- addresses


def _without_language(path: tuple[str, ...]) -> tuple[str, ...]:
    """Sites of two letters look like languages: they are ones where a posting follows."""
    begins = len(path) > 1 and LANGUAGE.fullmatch(path[0]) and path[1] not in ("job", "jobs", "details")
    return path[1:] if begins else path


def _ref(named: tuple[str, str | None, str], path: tuple[str, ...], region: str | None) -> Ref | None:
    tenant, instance, site = named
    if not SITE_NAME.fullmatch(site):
        return None
    token = ".".join(part for part in named if part)
    home = _home(tenant, instance, site, region)
    external_id = _id(path[-1]) if path else None
    if external_id is None:
        return refs.board(NAME, token, home, region)
    tail = "/".join(quote(part) for part in path)
    return refs.posting(NAME, token, external_id, f"{home}/job/{tail}", region)


def _home(tenant: str, instance: str | None, site: str, region: str | None) -> str:
    host = _hosts(tenant, instance, region)[0]
    return f"https://{host}/recruiting/{tenant}/{site}" if region == SITE and instance else f"https://{host}/{site}"


def _hosts(tenant: str, instance: str | None, region: str | None) -> tuple[str, ...]:
    """Where the API of a site answers, the likelier first."""
    if instance is None:
        return (f"{tenant}.myworkdayjobs.com",)
    hosts = (f"{tenant}.{instance}.myworkdayjobs.com", f"{instance}.myworkdaysite.com")
    return hosts[::-1] if region == SITE else hosts


def _posting_path(path: tuple[str, ...]) -> tuple[str, ...]:
    """What follows `job` or `details`: place and title, or the title alone; without the steps of applying."""
    at = next((number for number, part in enumerate(path) if part in ("job", "details")), None)
    if at is None:
        return ()
    rest = path[at + 1 : at + 3]
    return rest[:1] if rest[1:] == ("apply",) or ("_" in "".join(rest[:1]) and "_" not in rest[-1]) else rest


def _id(slug: str) -> str | None:
    """What stands behind the last underscore, and before it the year that some number from: "Baker_R25_0001"."""
    found = ID.search(slug if "_" in slug else f"_{slug}")
    return found[1] if found else None


def _search(url: str, facets: object, offset: int) -> Request:
    asked = {"appliedFacets": facets, "limit": LIMIT, "offset": offset, "searchText": ""}
    return exchange.post(url, asked, ENGLISH)


# ---------------------------------------------------------------- lists


def _listing(ref: Ref, answer: Node, response: Response) -> Page:
    rows = answer.rows("jobPostings")
    postings = tuple(posting for row in rows if (posting := _posting(ref, row)))
    if rows and not postings:
        raise Broken("none of the postings in Workday's answer could be read")
    asked = exchange.asked(response)
    offset, total = int(asked.number("offset") or 0), int(answer.number("total") or 0)
    reached, filtered = offset + len(rows), bool(asked.at("appliedFacets").value(FAMILY))
    following = _next(answer, asked, reached, total, response)
    # A saved page may be one of many; beyond CAP nothing is counted, and not every posting has a family.
    seen_all = total <= reached < CAP and not filtered and (response.request is not None or len(rows) == total)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=following,
        complete=following is None and seen_all and len(postings) == len(rows),
        total=None if filtered or total >= CAP or (offset and not total) else total,
    )


def _next(answer: Node, asked: Node, reached: int, total: int, response: Response) -> Request | None:
    """The following page; behind the last of what is counted, the next job family."""
    if response.request is None:
        return None
    families = tuple(_families(answer))
    chosen = next(iter(asked.at("appliedFacets").texts(FAMILY)), None)
    if chosen is None and total >= CAP and families:
        return _search(response.request.url, {FAMILY: [families[0]]}, 0)
    full = len(answer.rows("jobPostings")) >= LIMIT
    # Late pages may count nothing: then a full page goes on.
    if full and (reached < total or total == 0) and reached < CAP:
        facets = {FAMILY: [chosen]} if chosen else {}
        return _search(response.request.url, facets, reached)
    later = families[families.index(chosen) + 1 :] if chosen in families else ()
    return _search(response.request.url, {FAMILY: [later[0]]}, 0) if later else None


def _families(answer: Node) -> Iterator[str]:
    for facet in answer.rows("facets"):
        if facet.value("facetParameter") == FAMILY:
            yield from (id_ for value in facet.rows("values") if (id_ := value.text("id")))


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, path = row.text("title"), row.text("externalPath")
    segments = tuple(part for part in (path or "").split("/") if part)
    external_id = _id(segments[-1]) if segments else None
    if not title or not external_id:
        return None
    said = row.text("locationsText")
    at = fill.locations([said]) if said and not MANY.fullmatch(said) else ()
    workplace = fill.remote(row.text("remoteType"), said, title)
    named = TOKEN.fullmatch(ref.token or "")
    own = _ref((named[1], named[2], named[3]), _posting_path(segments), ref.region) if named else None
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, said),
        employment_type=fields.employment(row.text("timeType")),
        requisition_id=_requisition(external_id, *row.texts("bulletFields")),
    )


def _requisition(external_id: str, *stated: str) -> str | None:
    """The number of the requisition, which several postings share ("R-7" of "R-7-1"), where it is stated."""
    return next((name for name in stated if name in (external_id, REPOSTED.sub("", external_id))), None)


# ---------------------------------------------------------------- a posting


def _detail(ref: Ref, answer: Node) -> Posting | None:
    row = answer.at("jobPostingInfo")
    title, link = row.text("title"), row.url("externalUrl")
    linked = match(link) if link else None
    external_id = ref.external_id or (linked.external_id if linked else None) or row.text("jobReqId")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("jobDescription"))
    at = _places(row)
    workplace = fill.remote(row.text("remoteType"), row.text("location"), title)
    return Posting(
        title=title,
        company=answer.at("hiringOrganization").text("name"),
        url=link,
        apply_url=link and f"{link}/apply",
        board=NAME,
        token=ref.token or (linked.token if linked else None),
        external_id=external_id,
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.text("location")),
        employment_type=fields.employment(row.text("timeType")),
        salary=fill.pay(None, said, at),
        posted_at=row.date("startDate"),
        closes_at=row.date("endDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("jobReqId"),
    )


def _places(row: Node) -> tuple[Place, ...]:
    """The first location is in the country that is stated; the others may be anywhere."""
    first, land = row.text("location"), row.at("country").text("alpha2Code", "descriptor")
    read = places.place(first) if first else None
    if read and land and read.country is None:
        read = places.place_of(None, None, land, first)
    others = fill.locations(row.texts("additionalLocations"))
    return fill.unique((*((read,) if read else ()), *others))


# ---------------------------------------------------------------- examples

CXS = "https://loomhill.wd5.myworkdayjobs.com/wday/cxs/loomhill/Weavers"
HOME = "https://loomhill.wd5.myworkdayjobs.com/Weavers"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://loomhill.wd5.myworkdayjobs.com/en-US/Weavers/job/Leeds-Mill/Master-Weaver_R-0042-1?source=x",
        ref=refs.posting(NAME, "loomhill.wd5.Weavers", "R-0042-1", f"{HOME}/job/Leeds-Mill/Master-Weaver_R-0042-1"),
        spellings=(
            "http://LoomHill.wd5.myworkdayjobs.com/Weavers/job/Leeds-Mill/Master-Weaver_R-0042-1/",
            "https://loomhill.wd5.myworkdayjobs.com/de-DE/Weavers/details/Master-Weaver_R-0042-1?q=weaver",
            "https://loomhill.wd5.myworkdayjobs.com/Weavers/job/Leeds/Master-Weaver_R-0042-1/apply/applyManually",
            "https://wd5.myworkdaysite.com/recruiting/loomhill/Weavers/job/Leeds-Mill/Master-Weaver_R-0042-1",
            "https://wd5.myworkdaysite.com/en-US/recruiting/loomhill/Weavers/details/Master-Weaver_R-0042-1",
            f"{CXS}/job/Leeds-Mill/Master-Weaver_R-0042-1",
        ),
        body="""{"jobPostingInfo": {"id": "0f1e", "title": "Master Weaver", "jobDescription": "<p>You weave wool.</p>",
            "location": "Leeds Mill", "additionalLocations": ["Bradford, United Kingdom"], "postedOn": "Posted Today",
            "startDate": "2026-03-02", "endDate": "2026-04-30", "timeType": "Part time", "jobReqId": "R-0042",
            "remoteType": "On-Site", "country": {"descriptor": "United Kingdom", "id": "29247e57"},
            "externalUrl": "https://loomhill.wd5.myworkdayjobs.com/Weavers/job/Leeds-Mill/Master-Weaver_R-0042-1"},
            "hiringOrganization": {"name": "Loomhill Ltd"}, "similarJobs": []}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Master Weaver",
                    company="Loomhill Ltd",
                    url=f"{HOME}/job/Leeds-Mill/Master-Weaver_R-0042-1",
                    apply_url=f"{HOME}/job/Leeds-Mill/Master-Weaver_R-0042-1/apply",
                    board=NAME,
                    token="loomhill.wd5.Weavers",
                    external_id="R-0042-1",
                    locations=(
                        Place(text="Leeds Mill", country="GB"),
                        Place(text="Bradford, United Kingdom", city="Bradford", country="GB"),
                    ),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    posted_at="2026-03-02",
                    closes_at="2026-04-30",
                    description_html="<p>You weave wool.</p>",
                    description_text="You weave wool.",
                    requisition_id="R-0042",
                ),
            ),
        ),
    ),
    Example(
        url="https://loomhill.wd5.myworkdayjobs.com/en-US/Weavers?locationCountry=abc",
        ref=refs.board(NAME, "loomhill.wd5.Weavers", HOME),
        spellings=(
            "https://loomhill.wd5.myworkdayjobs.com/Weavers/",
            "https://loomhill.wd5.myworkdayjobs.com/fr-CA/Weavers/introduceYourself",
            "https://loomhill.wd5.myworkdayjobs.com/Weavers/jobs?q=wool",
            "https://wd5.myworkdaysite.com/recruiting/loomhill/Weavers/",
            "https://wd5.myworkdaysite.com/en-US/recruiting/LoomHill/Weavers",
            f"{CXS}/jobs",
        ),
        body="""{"total": 1, "jobPostings": [{"title": "Dyer", "externalPath": "/job/Leeds-Mill/Dyer_R-0043",
            "locationsText": "Leeds, United Kingdom", "postedOn": "Posted 30+ Days Ago", "bulletFields": ["R-0043"]}],
            "facets": [], "userAuthenticated": false}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Dyer",
                    url=f"{HOME}/job/Leeds-Mill/Dyer_R-0043",
                    board=NAME,
                    token="loomhill.wd5.Weavers",
                    external_id="R-0043",
                    locations=(Place(text="Leeds, United Kingdom", city="Leeds", country="GB"),),
                    requisition_id="R-0043",
                ),
            ),
        ),
    ),
    Example(
        url="https://wd5.myworkdaysite.com/recruiting/loomhill/Weavers",
        ref=refs.board(NAME, "loomhill.wd5.Weavers", "https://wd5.myworkdaysite.com/recruiting/loomhill/Weavers", SITE),
    ),
)
