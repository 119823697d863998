"""Paycom: career portals; a page holds a short-lived token for searches by POST and for single postings.

Pure; called through `boards.registry`. A board is 32 hexadecimal digits. Searches go to the host that the page names, a
hundred at a time, and give a teaser. A portal that is none answers 200 and says that the board does not exist.
"""

from __future__ import annotations

import json
import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls
from jobfinder.read.salary import parse_salary

NAME = "paycom"
ALIASES: tuple[str, ...] = ("paycomonline",)
HOSTS: tuple[str, ...] = ("paycomonline.net", "paycomonline.com", "paycom.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED = "https://www.paycomonline.net/v4/ats/web.php/portal"
BOARD_HOSTS = ("www.paycomonline.net", "paycomonline.net", "www.paycomonline.com")
KEY = re.compile(r"[0-9a-f]{32}")
ID = re.compile(r"\d{1,10}")
SERVICE = re.compile(r"https://(?:[a-z0-9-]{1,60}\.){0,3}paycomonline\.net(?:/[\w./-]{0,100})?")
CONFIG = ("configsFromHost",)
NO_BOARD = "Job board does not exist."
TAKE = 100
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "onsite": Remote.ONSITE, "inperson": Remote.ONSITE}
FILTERS = {
    "distanceFrom": 0,
    "workEnvironments": [],
    "positionTypes": [],
    "educationLevels": [],
    "categories": [],
    "travelTypes": [],
    "shiftTypes": [],
    "otherFilters": [],
    "keywordSearchText": "",
    "location": "",
    "sortOption": "",
}


def match(url: str) -> Ref | None:
    """Portals and postings, in the newer form and with the older `clientkey`."""
    parts = urls.parts(url)
    if parts is None or parts.host not in BOARD_HOSTS or parts.segments[:3] != ("v4", "ats", "web.php"):
        return None
    path, query = parts.segments[3:], {name.lower(): values[-1] for name, values in parts.query.items()}
    if path[:1] == ("portal",) and len(path) > 1:
        return refer(path[1], path[3] if path[2:3] == ("jobs",) and len(path) > 3 else None)
    return refer(query["clientkey"], query.get("job")) if query.get("clientkey") and path[:1] == ("jobs",) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The portal or posting; null where the key has not its 32 digits."""
    key = token.lower()
    if not KEY.fullmatch(key):
        return None
    home = f"{HOSTED}/{key}"
    if external_id is None:
        return refs.board(NAME, key, f"{home}/career-page")
    return refs.posting(NAME, key, external_id, f"{home}/jobs/{external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page, which holds the token."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page, after which the list or the posting is asked for; a page of the list; a posting."""
    if exchange.is_markup(response):
        return _session(ref, response)
    if NO_BOARD.encode() in response.body[:2_000]:
        raise Gone(f"Paycom says: {NO_BOARD}", certain=True)
    answer = Node(decode(response))
    if isinstance(answer.value("jobPosting"), dict):
        posting = _detailed(ref, answer.at("jobPosting"))
        if posting is not None:
            return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if not isinstance(answer.value("jobPostingPreviews"), list):
        raise Broken("Paycom's answer holds no postings")
    rows, total = answer.rows("jobPostingPreviews"), exchange.count(answer, "jobPostingPreviewsCount")
    skip = exchange.count(exchange.asked(response), "skip") or 0
    more = exchange.following(skip, len(rows), total)
    following = exchange.again(response, {**exchange.sent(response), "skip": more}) if more else None
    read = (_posting(ref, row) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=skip, following=following)


marks = unmarked


# ---------------------------------------------------------------- session


def _session(ref: Ref, response: Response) -> Page:
    text = exchange.text(response)
    if NO_BOARD in text:
        raise Gone(f"Paycom says: {NO_BOARD}", certain=True)
    config = exchange.in_script(text, CONFIG)
    token, library = exchange.word(config.text("sessionJWT")), _library(config)
    service = library.text("atsPortalMantleServiceUrl") or ""
    if not token or not SERVICE.fullmatch(service) or not ref.token:
        return hosted.parse(ref, response, match)
    headers = (("authorization", token), ("locale", exchange.word(library.text("locale")) or "en-US"))
    api = f"{service.rstrip('/')}/api/ats"
    if ref.kind is RefKind.POSTING:
        following = Request(url=f"{api}/job-postings/{ref.external_id}", headers=headers)
        return Page(kind=RefKind.POSTING, reader=NAME, next=following, complete=False)
    search = {"skip": 0, "take": TAKE, "filtersForQuery": FILTERS}
    following = exchange.post(f"{api}/job-posting-previews/search", search, headers)
    return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)


def _library(config: Node) -> Node:
    """The settings of the page's library: JSON inside the JSON."""
    return exchange.in_script(f"={config.markup('libConfig')}", ("=",))


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, row: Node) -> Posting | None:
    """A row of the list."""
    title, external_id = row.text("jobTitle"), row.text("jobId")
    own = refer(ref.token, external_id) if ref.token and external_id else None
    if not title or not external_id:
        return None
    where = fill.locations(row.texts("locations"))
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=_remote(row, title),
        employment_type=fields.employment(row.text("positionType") or ""),
        posted_at=row.date("postedOn"),
    )


def _detailed(ref: Ref, row: Node) -> Posting | None:
    """A posting with all that is stated, some of it as a JobPosting inside."""
    stated = exchange.in_script(f"={row.markup('googleJobJson')}", ("=",))
    title = row.text("jobTitle") or stated.text("title")
    external_id = ref.external_id or row.text("jobId")
    own = refer(ref.token, external_id) if ref.token and external_id else None
    if not title or not external_id:
        return None
    parts = ((row.text(f"{name}Title"), row.markup(name)) for name in ("description", "qualifications"))
    said = fill.description(fill.sections(parts))
    where = _places(row)
    return Posting(
        title=title,
        company=stated.at("hiringOrganization").text("name"),
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=_remote(row, title),
        employment_type=fields.employment(row.text("positionType") or stated.texts("employmentType")),
        department=row.text("jobCategory"),
        salary=fill.pay(_pay(row, stated), said, where),
        posted_at=stated.date("datePosted") or row.date("postedOn"),
        closes_at=stated.date("validThrough"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    others = (*row.texts("secondaryLocations"), *(at.text("location") for at in row.rows("secondaryLocations")))
    return fill.locations((row.text("location"), *others))


def _remote(row: Node, title: str) -> Remote | None:
    kind = re.sub(r"[^a-z]", "", (row.text("remoteType") or "").lower())
    return WORKPLACES.get(kind) or fill.remote(row.text("remoteType"), title)


def _pay(row: Node, stated: Node) -> Salary | None:
    words, offer = row.text("salaryRange"), stated.at("baseSalary")
    value = offer.at("value")
    low, high = fill.amount(value.number("minValue")), fill.amount(value.number("maxValue"))
    if low is None and high is None:
        return parse_salary(words) if words else None
    period = fields.period(value.text("unitText")) or fields.period(words)
    return Salary(min=low, max=high, currency=offer.text("currency"), period=period, text=words)


# ---------------------------------------------------------------- examples

PORTAL = "0123456789ABCDEF0123456789ABCDEF".lower()
FERN = f"{HOSTED}/{PORTAL}"
STATED = """{"@type": "JobPosting", "datePosted": "2026-03-02", "hiringOrganization": {"name": "Fernbrook"},
    "baseSalary": {"currency": "USD", "value": {"minValue": 20, "maxValue": 25, "unitText": "HOUR"}}}"""
OLD = "https://www.paycomonline.net/v4/ats/web.php/jobs"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/jobs/1042?utm_source=x",
        ref=refs.posting(NAME, PORTAL, "1042", f"{FERN}/jobs/1042"),
        spellings=(
            f"http://www.paycomonline.net/v4/ats/web.php/portal/{PORTAL.upper()}/jobs/1042/#apply",
            f"{OLD}/ViewJobDetails?job=1042&clientkey={PORTAL.upper()}",
        ),
        body="""{"jobPosting": {"jobId": 1042, "jobTitle": "Miller", "location": "Reno, NV", "secondaryLocations": [],
            "remoteType": "On-Site", "positionType": "Full Time", "jobCategory": "Mills",
            "salaryRange": "$20.00 - $25.00 Hourly", "descriptionTitle": "About the role",
            "description": "<p>You mill.</p>", "qualifications": "", "qualificationsTitle": "You bring",
            "googleJobJson": """
        + json.dumps(STATED)
        + "}}",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Miller",
                    company="Fernbrook",
                    url=f"{FERN}/jobs/1042",
                    board=NAME,
                    token=PORTAL,
                    external_id="1042",
                    locations=(Place(text="Reno, NV", city="Reno", region="NV", country="US"),),
                    remote=Remote.ONSITE,
                    employment_type="full_time",
                    department="Mills",
                    salary=Salary(min=20, max=25, currency="USD", period="hour", text="$20.00 - $25.00 Hourly"),
                    posted_at="2026-03-02",
                    description_html="<h3>About the role</h3>\n<p>You mill.</p>",
                    description_text="About the role\n\nYou mill.",
                ),
            ),
        ),
    ),
    Example(
        url=f"{FERN}/career-page",
        ref=refs.board(NAME, PORTAL, f"{FERN}/career-page"),
        spellings=(f"{FERN}/", f"{OLD}?clientkey={PORTAL.upper()}&fromClientSide=true"),
        body="""{"jobPostingPreviewsCount": 1, "jobPostingPreviews": [{"jobId": 1042, "jobTitle": "Miller",
            "locations": "Reno, NV", "remoteType": "Remote", "positionType": "Full Time",
            "postedOn": "2026-03-02T09:00:00Z", "description": "You mill.", "isHotJob": false}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Miller",
                    url=f"{FERN}/jobs/1042",
                    board=NAME,
                    token=PORTAL,
                    external_id="1042",
                    locations=(Place(text="Reno, NV", city="Reno", region="NV", country="US"),),
                    remote=Remote.REMOTE,
                    employment_type="full_time",
                    posted_at="2026-03-02T09:00:00+00:00",
                ),
            ),
            total=1,
        ),
    ),
)
