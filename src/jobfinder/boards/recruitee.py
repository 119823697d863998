"""Recruitee (Tellent): the careers site's API, a whole board in one answer; every site answers it on its own host.

Pure; called through `boards.registry`. A token is the label before `.recruitee.com`, the host of an employer's own
careers site, or the number of a company whose openings a widget shows. Addresses of postings have a slug and no id: the
slug is the id. Amounts of pay are text, dates are `2026-03-02 09:00:00 UTC`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import fill, hosted, listing, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls

NAME = "recruitee"
ALIASES: tuple[str, ...] = ("tellent",)
HOSTS: tuple[str, ...] = ("recruitee.com", "recruiteecdn.com", "tellent.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN = "recruitee.com"
COMPANY_API = "api.recruitee.com"
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")
COMPANY = re.compile(r"\d{2,9}")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
OWN_SITE = re.compile(
    r"customIntegrationsApi|<(?:script|link)\b[^<>]{0,300}?//(?!jobs-widget)[\w-]{1,60}\.recruiteecdn\.com",
    re.IGNORECASE,
)
WIDGET = re.compile(
    r"window\.recruitee\s{0,5}=\s{0,5}\{[^{}]{0,100}?compan(?:ies|yId)[\"']?\s{0,5}:\s{0,5}\[?\s{0,5}(\d{2,9})"
)
MODES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "on_site": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Sites and postings in any language, forms, API addresses. Every page of a site belongs to its board."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host == COMPANY_API:
        return refer(path[1]) if path[:1] == ("c",) and len(path) > 1 and COMPANY.fullmatch(path[1]) else None
    name = tenants.of_host(parts.host, DOMAIN)
    return _at(name, parts) if name and not COMPANY.fullmatch(name) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what is no slug."""
    name = tenants.named(token, DOMAIN)
    slug = external_id.lower() if external_id else None
    if name is None or (slug is not None and not SLUG.fullmatch(slug)):
        return None
    if COMPANY.fullmatch(name):
        # The widget's postings have no address of their own at Recruitee.
        return None if slug else refs.board(NAME, name, f"https://{COMPANY_API}/c/{name}/careers/offers")
    home = f"https://{tenants.host(name, DOMAIN)}"
    return refs.posting(NAME, name, slug, f"{home}/o/{slug}") if slug else refs.board(NAME, name, f"{home}/")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API: the one offer, then the list, which tells whether a posting that is not found is gone."""
    if ref.token is None or COMPANY.fullmatch(ref.token):
        return (Request(url=ref.url),)
    api = f"https://{tenants.host(ref.token, DOMAIN)}/api/offers/"
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{api}{quote(ref.external_id or '')}"), Request(url=api))
    return (Request(url=api),)


def parse(ref: Ref, response: Response) -> Page:
    """The list, or the one offer looked for. A page is read by its structured data and links."""
    if is_markup(response):
        return hosted.parse(ref, response, tenants.matching(ref, match, _at))
    alone = ref.kind is RefKind.POSTING
    found = listing.whole(response, "offers") if alone else listing.rows(response, "offers")
    if found is not None:
        return listing.one(ref, found, _posting, NAME) if alone else listing.page(ref, found, _posting, NAME)
    answer = Node(decode(response))
    posting = _posting(ref, answer.at("offer"))
    if posting is None:
        raise Broken("Recruitee's answer holds neither offers nor an offer")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The scripts of a careers site on the employer's own domain, and the widget, which names a company."""
    site = OWN_SITE.search(markup)
    token = tenants.own_site(url, DOMAIN) if site else None
    if site and token and (ref := refer(token)):
        yield Mark(ref=ref, how="careers site", quote=site[0], confidence=0.9)
    for found in WIDGET.finditer(markup) if site is None else ():
        if company := refer(found[1]):
            yield Mark(ref=company, how="widget", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _at(token: str, parts: urls.Parts) -> Ref | None:
    return refer(token, _slug(tuple(segment.lower() for segment in parts.segments)))


def _slug(path: tuple[str, ...]) -> str | None:
    """The slug in `/o/{slug}`, `/nl/o/{slug}`, `/l/nl/o/{slug}`, `/api/offers/{slug}`."""
    rest = path[1:] if path[:1] == ("l",) else path
    rest = rest[1:] if rest and LANGUAGE.fullmatch(rest[0]) else rest
    if rest[:1] == ("o",) and len(rest) > 1:
        return rest[1]
    return path[2] if path[:2] == ("api", "offers") and len(path) > 2 else None


def _posting(ref: Ref, row: Node) -> Posting | None:
    link = row.url("careers_url")
    parts = urls.parts(link) if link else None
    slug = (row.text("slug") or (_slug(parts.segments) if parts else None) or "").lower()
    spoken, words = _in_language(row)
    title = words.text("title") or row.text("title")
    if not title or not slug:
        return None
    said = fill.description(_text(words) or _text(row), stated_language=spoken)
    at = _places(row)
    workplace = _remote(row)
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=link,
        apply_url=row.url("careers_apply_url"),
        board=NAME,
        token=ref.token,
        external_id=slug,
        locations=at,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.text("location")),
        employment_type=fields.employment(row.text("employment_type_code")),
        department=row.text("department"),
        seniority=fill.level(row.text("experience_code")),
        salary=fill.pay(_pay(row), said, at),
        posted_at=row.date("published_at", "created_at"),
        updated_at=row.date("updated_at"),
        closes_at=row.date("close_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _in_language(row: Node) -> tuple[str | None, Node]:
    """The offer's words in English where it has them, else in the one language that it has; and which one that is."""
    translations = row.value("translations")
    names = [name for name in translations if isinstance(name, str)] if isinstance(translations, dict) else []
    chosen = "en" if "en" in names else names[0] if len(names) == 1 else None
    return chosen, row.at("translations", chosen) if chosen else row


def _text(row: Node) -> str:
    return "\n".join(part for name in ("description", "requirements") if (part := row.markup(name).strip()))


def _places(row: Node) -> tuple[Place, ...]:
    stated = [
        places.place_of(at.text("city"), at.text("state"), at.text("country_code", "country"), _where(at))
        for at in row.rows("locations")
        if at.text("city", "state", "country")
    ]
    city, region = row.text("city"), row.text("state_name", "state")
    if not stated and city and len(places.split(city)) == 1:
        return (places.place_of(city, region, row.text("country_code", "country"), row.text("location")),)
    return fill.unique(stated) or fill.locations([row.text("location", "city", "country")])


def _where(at: Node) -> str:
    return ", ".join(dict.fromkeys(part for name in ("city", "state", "country") if (part := at.text(name))))


def _remote(row: Node) -> Remote | None:
    """The three flags may stand together: who offers two ways of working leaves a choice, which is hybrid."""
    flags = {mode for name, mode in MODES.items() if row.flag(name)}
    if Remote.HYBRID in flags or len(flags) > 1:
        return Remote.HYBRID
    return flags.pop() if flags else fill.remote(row.text("location"), row.text("title"))


def _pay(row: Node) -> Salary | None:
    pay = row.at("salary")
    low, high = pay.number("min") or row.number("salary_min"), pay.number("max") or row.number("salary_max")
    currency = pay.text("currency") or row.text("salary_currency")
    return fill.offer(low, high, currency, pay.text("period"))


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://Wickerworks.recruitee.com/o/basket-weaver-2?utm_source=x",
        ref=refs.posting(NAME, "wickerworks", "basket-weaver-2", "https://wickerworks.recruitee.com/o/basket-weaver-2"),
        spellings=(
            "http://wickerworks.recruitee.com/o/basket-weaver-2/c/new?source=y#form",
            "https://wickerworks.recruitee.com/l/nl/o/basket-weaver-2",
            "https://wickerworks.recruitee.com/en/o/basket-weaver-2/",
            "https://wickerworks.recruitee.com/api/offers/basket-weaver-2",
        ),
        body="""{"offer": {"id": 900001, "slug": "basket-weaver-2", "title": "Mandenvlechter", "status": "published",
            "company_name": "Wickerworks", "careers_url": "https://wickerworks.recruitee.com/o/basket-weaver-2",
            "careers_apply_url": "https://wickerworks.recruitee.com/o/basket-weaver-2/c/new", "department": "Willow",
            "employment_type_code": "parttime_permanent", "experience_code": "mid_level",
            "location": "Gouda, ZH, Netherlands", "remote": false, "hybrid": true, "on_site": false,
            "locations": [{"id": 1, "city": "Gouda", "state": "ZH", "country": "Netherlands",
                           "country_code": "NL", "name": "Werkplaats"}],
            "salary": {"min": "2400", "max": "2900", "period": "month", "currency": "eur"},
            "created_at": "2026-03-01 08:00:00 UTC", "published_at": "2026-03-02 09:00:00 UTC",
            "updated_at": "2026-03-09 09:00:00 UTC", "description": "<p>Je vlecht manden.</p>", "requirements": "",
            "translations": {"nl": {"title": "Mandenvlechter", "description": "<p>Je vlecht manden.</p>"},
                             "en": {"title": "Basket Weaver", "description": "<p>You weave baskets.</p>",
                                    "requirements": "<ul><li>Patience</li></ul>"}}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Basket Weaver",
                    company="Wickerworks",
                    url="https://wickerworks.recruitee.com/o/basket-weaver-2",
                    apply_url="https://wickerworks.recruitee.com/o/basket-weaver-2/c/new",
                    board=NAME,
                    token="wickerworks",
                    external_id="basket-weaver-2",
                    locations=(Place(text="Gouda, ZH, Netherlands", city="Gouda", region="ZH", country="NL"),),
                    remote=Remote.HYBRID,
                    employment_type="part_time",
                    department="Willow",
                    seniority="mid",
                    salary=Salary(min=2400, max=2900, currency="EUR", period="month"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    updated_at="2026-03-09T09:00:00+00:00",
                    description_html="<p>You weave baskets.</p>\n<ul><li>Patience</li></ul>",
                    description_text="You weave baskets.\n\n- Patience",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url="https://wickerworks.recruitee.com/",
        ref=refs.board(NAME, "wickerworks", "https://wickerworks.recruitee.com/"),
        spellings=(
            "http://WickerWorks.recruitee.com",
            "https://wickerworks.recruitee.com/l/en?jobs-a1b2%5Btab%5D=all",
            "https://wickerworks.recruitee.com/jobs",
            "https://wickerworks.recruitee.com/api/offers/?department=willow",
        ),
        body="""{"offers": [{"id": 9, "slug": "driver", "title": "Driver", "city": "Delft", "country": "Netherlands",
            "location": "Delft, Netherlands", "remote": false, "created_at": "2026-03-01 08:00:00 UTC",
            "careers_url": "https://wickerworks.recruitee.com/o/driver"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Driver",
                    url="https://wickerworks.recruitee.com/o/driver",
                    board=NAME,
                    token="wickerworks",
                    external_id="driver",
                    locations=(Place(text="Delft, Netherlands", city="Delft", country="NL"),),
                    posted_at="2026-03-01T08:00:00+00:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://api.recruitee.com/c/12345/careers/offers?lang=nl",
        ref=refs.board(NAME, "12345", "https://api.recruitee.com/c/12345/careers/offers"),
    ),
)
