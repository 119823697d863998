"""Cornerstone (CSOD): career sites of a tenant; a page holds the token for an hour of searches by POST.

Pure; called through `boards.registry`. A board is a tenant and the number of its site; the region is the corporation
(`c=`) where its name is another. Lists hold the whole text; there is no answer for a single posting: it is looked for
page by page. Dates are in the order of the page's language.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, places, urls

NAME = "cornerstone"
ALIASES: tuple[str, ...] = ("csod", "cornerstone ondemand")
HOSTS: tuple[str, ...] = ("csod.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

TENANT = re.compile(r"([a-z0-9-]{1,63})\.csod\.com")
CORPORATION = re.compile(r"[a-z0-9-]{1,126}")
NUMBER = re.compile(r"\d{1,19}")
OLD = ("ats", "careersite")
CLOUD = re.compile(r"https://(?:[a-z0-9-]{1,40}\.)?api\.csod\.com/?")
CONTEXT = ("csod.context",)
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
SIZE = 100


def match(url: str) -> Ref | None:
    """Sites and requisitions, also in the older form."""
    parts = urls.parts(url)
    tenant = TENANT.fullmatch(parts.host) if parts else None
    if parts is None or tenant is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    query = {name.lower(): values[-1] for name, values in parts.query.items()}
    if path[:3] == ("ux", "ats", "careersite") and len(path) > 3:
        site, job = path[3], path[6] if path[4:6] == ("home", "requisition") and len(path) > 6 else None
    elif path[:2] == OLD:
        site, job = query.get("site", ""), query.get("id") if path[-1].startswith("jobdetails") else None
    else:
        return None
    corporation = query.get("c", "").lower()
    return refer(f"{tenant[1]}~{site}", job, corporation if corporation not in ("", tenant[1]) else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site or requisition; null where the numbers are none."""
    tenant, _, site = token.partition("~")
    name = refs.token_of(tenant.lower())
    corporation = region or name or ""
    if name is None or not TENANT.fullmatch(f"{name}.csod.com") or not NUMBER.fullmatch(site):
        return None
    if not CORPORATION.fullmatch(corporation):
        return None
    home = f"https://{name}.csod.com/ux/ats/careersite/{site}/home"
    if external_id is None:
        return refs.board(NAME, f"{name}~{site}", f"{home}?c={corporation}", region)
    url = f"{home}/requisition/{external_id}?c={corporation}"
    return refs.posting(NAME, f"{name}~{site}", external_id, url, region) if NUMBER.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page, which holds the token for the search."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page, after which the search is asked, or a page of the search."""
    if exchange.is_markup(response):
        return _session(ref, response)
    data = Node(decode(response)).at("data")
    if not isinstance(data.value("requisitions"), list):
        raise Broken("Cornerstone's answer holds no requisitions")
    rows, sent = data.rows("requisitions"), exchange.asked(response)
    number, size = exchange.count(sent, "pageNumber") or 1, exchange.count(sent, "pageSize") or SIZE
    culture, total = sent.text("cultureName"), exchange.count(data, "totalCount")
    more = exchange.following((number - 1) * size, len(rows), total)
    following = exchange.again(response, {**exchange.sent(response), "pageNumber": number + 1}) if more else None
    read = (_posting(ref, row, culture) for row in rows)
    if ref.kind is RefKind.POSTING:
        return counted.one(NAME, ref, read, following)
    before = (number - 1) * size
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


marks = unmarked


# ---------------------------------------------------------------- reading


def _session(ref: Ref, response: Response) -> Page:
    context = exchange.in_script(exchange.text(response), CONTEXT)
    token, cloud = exchange.word(context.text("token")), context.at("endpoints").text("cloud")
    if not token or not cloud or not CLOUD.fullmatch(cloud) or not ref.token:
        raise Broken("the page of the career site holds no token for its search")
    culture = exchange.word(context.text("cultureName")) or "en-US"
    headers = (("authorization", f"Bearer {token}"), ("csod-accept-language", culture))
    search = _search(int(ref.token.partition("~")[2]), exchange.count(context, "cultureID") or 1, culture)
    following = exchange.post(f"{cloud.rstrip('/')}/rec-job-search/external/jobs", search, headers)
    kind = RefKind.POSTING if ref.kind is RefKind.POSTING else RefKind.BOARD
    return Page(kind=kind, reader=NAME, next=following, complete=False)


def _search(site: int, culture: int, language: str) -> dict[str, object]:
    return {
        "careerSiteId": site,
        "careerSitePageId": site,
        "pageNumber": 1,
        "pageSize": SIZE,
        "cultureId": culture,
        "cultureName": language,
        "searchText": "",
        "states": [],
        "countryCodes": [],
        "cities": [],
        "placeID": "",
        "radius": None,
        "postingsWithinDays": None,
        "customFieldCheckboxKeys": [],
        "customFieldDropdowns": [],
        "customFieldRadios": [],
    }


def _posting(ref: Ref, row: Node, culture: str | None) -> Posting | None:
    title, external_id = row.text("displayJobTitle"), row.text("requisitionId")
    own = refer(ref.token, external_id, ref.region) if ref.token and external_id else None
    if not title or not external_id:
        return None
    said = fill.description(row.markup("externalDescription"))
    where = fill.unique(place for at in row.rows("locations") if (place := _place(at)))
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        salary=fill.pay(None, said, where),
        posted_at=_date(row.text("postingEffectiveDate"), culture),
        closes_at=_date(row.text("postingExpirationDate"), culture),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("requisitionNumber", "reqId"),
    )


def _place(at: Node) -> Place | None:
    city, state, country = at.text("city"), at.text("state"), at.text("country")
    return places.place_of(city, state, country) if city or state or country else None


def _date(stated: str | None, culture: str | None) -> str | None:
    """A date in the order of the language; where that is not known, only one that cannot be two."""
    slashed = SLASHED.fullmatch(stated or "")
    if slashed is None or culture is None:
        return dates.iso(stated)
    first, second = (slashed[1], slashed[2]) if culture.lower() == "en-us" else (slashed[2], slashed[1])
    return dates.iso(f"{slashed[3]}-{int(first):02}-{int(second):02}")


# ---------------------------------------------------------------- examples

FERN = "https://fernbrook.csod.com/ux/ats/careersite/4/home"
ROWS = """{"status": "Success", "data": {"totalCount": 1, "requisitions": [{"requisitionId": 1042,
    "displayJobTitle": "Gardener", "externalDescription": "<p>You look after ferns.</p>",
    "postingEffectiveDate": "03/22/2026", "postingExpirationDate": "-",
    "locations": [{"city": "Bonn", "state": null, "country": "DE"}]}]}}"""
GARDENER = Posting(
    title="Gardener",
    url=f"{FERN}/requisition/1042?c=fernbrook",
    board=NAME,
    token="fernbrook~4",
    external_id="1042",
    locations=(Place(text="Bonn, DE", city="Bonn", country="DE"),),
    posted_at="2026-03-22",
    description_html="<p>You look after ferns.</p>",
    description_text="You look after ferns.",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/requisition/1042?c=fernbrook&source=x",
        ref=refs.posting(NAME, "fernbrook~4", "1042", f"{FERN}/requisition/1042?c=fernbrook"),
        spellings=(
            "http://fernbrook.csod.com/ux/ats/careersite/4/home/requisition/1042/?c=FernBrook#apply",
            "https://fernbrook.csod.com/ats/careersite/JobDetails.aspx?id=1042&site=4&c=fernbrook",
        ),
        body=ROWS,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(GARDENER,)),
    ),
    Example(
        url=f"{FERN}?c=fernbrook&lang=en-US",
        ref=refs.board(NAME, "fernbrook~4", f"{FERN}?c=fernbrook"),
        spellings=(
            "https://fernbrook.csod.com/ats/careersite/search.aspx?site=4&c=fernbrook",
            f"{FERN}?c=ferns",
        ),
        body=ROWS,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(GARDENER,), total=1),
    ),
)
