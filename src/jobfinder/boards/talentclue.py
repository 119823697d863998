"""Talent Clue: the list behind a widget, by POST and with the client's number; postings as pages of the vendor's make.

Pure; called through `boards.registry`. A token is the label before `.talentclue.com` or, for a widget, its client's 32
hexadecimal digits: a careers page names them and leads on to the list. Postings are nodes, `/{language}/node/{number}`.
The list has no texts; pages have no structured data, their facts stand beside pictures that tell what each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import cards, counted, fill, hosted, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, language, places, urls
from jobfinder.read.dom import Document
from jobfinder.read.salary import parse_salary

NAME = "talentclue"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("talentclue.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

DOMAIN, CAREERS, API = "talentclue.com", "careers.talentclue.com", "api.talentclue.com"
WIDGET = ("jswidget-ajax", "jswidget", "jobs")
NOTHING_ASKED = "e30%3D"
"""Base64 of the filters, an empty object."""
NOT_BOARDS = frozenset({"careers", "web", "help", "blog", "info"})
CLIENT = re.compile(r"[0-9a-f]{32}")
NUMBER = re.compile(r"\d{4,12}")
LANGUAGE = re.compile(r"[a-z]{2}")
SEEN = re.compile(r"\bid=[\"']?tc-jswidget\b[^<>]{0,300}?\bdata-client-id=[\"']?([0-9a-f]{32})")
PICTURE = re.compile(r"/ic-([\w-]{1,40})\.\w{3,4}")
SLASH = re.compile(r"(?<=\d)\s?/\s?(?=\d)")
SALARY = ("salari", "salario", "salary", "salário")


def match(url: str) -> Ref | None:
    """Careers pages, postings in any language, and the widget's list."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host == API:
        return refer(path[3]) if path[:3] == WIDGET and len(path) > 3 and CLIENT.fullmatch(path[3]) else None
    language_first = bool(path) and LANGUAGE.fullmatch(path[0]) is not None
    if parts.host == CAREERS:
        return _kept(refer(path[1], None, "careers"), parts, path[:2]) if language_first and len(path) > 1 else None
    name = tenants.of_host(parts.host, DOMAIN)
    at = path.index("node") + 1 if "node" in path[:2] else len(path)
    number = path[at] if at < len(path) and NUMBER.fullmatch(path[at]) else None
    found = refer(name, number) if name else None
    return _kept(found, parts, path) if language_first and number is None and len(path) < 3 else found


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number; a widget's postings have pages on other hosts."""
    name = tenants.label(token)
    if name is None or name in NOT_BOARDS or region not in (None, "careers"):
        return None
    if CLIENT.fullmatch(name):
        url = f"https://{API}/{'/'.join(WIDGET)}/{name}/{NOTHING_ASKED}"
        return None if external_id else refs.board(NAME, name, url)
    if external_id is None:
        url = f"https://{CAREERS}/es/{name}" if region else f"https://{name}.{DOMAIN}/"
        return refs.board(NAME, name, url, region)
    url = f"https://{name}.{DOMAIN}/es/node/{external_id}/4590"
    return refs.posting(NAME, name, external_id, url) if NUMBER.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list of a widget; else the page."""
    return (_listing(ref.token) if ref.token and CLIENT.fullmatch(ref.token) else Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The list, a posting's page, or a careers page that leads to the list."""
    if is_markup(response):
        return _page(ref, response)
    jobs = Node(decode(response)).value("jobs")
    if jobs == []:  # PHP's empty object
        return counted.page(NAME, 0, (), total=0)
    named = jobs.items() if isinstance(jobs, dict) else ()
    rows = tuple(Node({"id": key, **row}) for key, row in named if isinstance(row, dict))
    if not isinstance(jobs, dict) or (jobs and not rows):
        raise Broken("Talent Clue's answer holds no jobs")
    open_ = tuple(row for row in rows if row.text("is_archived") != "1")
    return counted.page(NAME, len(open_), (_listed(ref, row) for row in open_), total=len(open_))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The element that the widget fills."""
    for found in SEEN.finditer(markup):
        if ref := refer(found[1]):
            yield Mark(ref=ref, how="widget", quote=found[0], confidence=0.95)


def _kept(ref: Ref | None, parts: urls.Parts, path: tuple[str, ...]) -> Ref | None:
    """The board under the address at which it was found: what it is called there, nobody else tells."""
    return replace(ref, url=f"https://{parts.host}/{'/'.join(map(quote, path))}") if ref else None


# ---------------------------------------------------------------- the list


def _listing(client: str) -> Request:
    headers = (("accept", "application/json"), ("content-type", "application/json"))
    url = f"https://{API}/{'/'.join(WIDGET)}/{client}/{NOTHING_ASKED}"
    return Request(url=url, method="POST", headers=(*headers, ("x-requested-with", "XMLHttpRequest")))


def _listed(ref: Ref, row: Node) -> Posting | None:
    title, number, link = row.text("title"), row.text("id"), row.url("url")
    own = match(link) if link else None
    if not title or not number or own is None or own.external_id != number:
        return None
    return Posting(
        title=title,
        company=row.text("parent_company_name", "subgroup"),
        url=link,
        board=NAME,
        token=ref.token or own.token,
        external_id=number,
        locations=_places(row),
        remote=fill.remote(row.text("work_modality")),
        employment_type=fields.employment(filter(None, (row.text("shift_label"), row.text("contract_label")))),
        department=row.text("department", "discipline_label"),
        posted_at=row.date("post_date"),
        language=language.code(row.text("language")),
    )


def _places(row: Node) -> tuple[Place, ...]:
    city, region, country = row.text("city"), row.text("province_label"), row.text("country_label")
    if not (city or region or country):
        return ()
    text = ", ".join(dict.fromkeys(part for part in (city, region, country) if part))
    return (places.place_of(city, region, country, text),)


# ---------------------------------------------------------------- pages


def _page(ref: Ref, response: Response) -> Page:
    document = hosted.document(response)
    posting = _shown(ref, document)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,), complete=False)
    client = SEEN.search(document.html) if ref.kind is RefKind.BOARD else None
    if client:
        return Page(kind=RefKind.BOARD, reader=NAME, next=_listing(client[1]), complete=False)
    return hosted.parse(ref, response, match)


def _shown(ref: Ref, document: Document) -> Posting | None:
    """The posting of a page."""
    title = cards.text(document, "h1.job-page__header-title")
    own = match(document.meta("og:url") or document.url)
    if title is None:
        return None
    facts = _facts(document)
    named = ref if ref.kind is RefKind.POSTING else own
    where = fill.locations([facts.get("location")])
    said = fill.description(cards.html(document, ".job-description .description-block"), stated_language=document.lang)
    return Posting(
        title=title,
        company=cards.text(document, ".intro .job-description__title"),
        url=document.meta("og:url") or ref.url or None,
        board=NAME,
        token=named.token if named else None,
        external_id=named.external_id if named else None,
        locations=where,
        remote=_remote(facts),
        employment_type=fields.employment(filter(None, (facts.get("jornada"), facts.get("contrato")))),
        department=facts.get("departamento"),
        salary=fill.pay(_pay(facts.get("salary")), said, where),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _facts(document: Document) -> dict[str, str]:
    """Values by the names of their pictures. Pay has the picture of something else, and a label of its own."""
    found: dict[str, str] = {}
    for row in document.select(".job-summary__content"):
        picture = PICTURE.search(cards.attr(row, "img", "src") or "")
        words = cards.text(row, ".job-summary__text") or ""
        label = cards.text(row, ".job-summary__text--bold") or ""
        value = words.removeprefix(label).strip()
        name = "salary" if label.strip(" :").lower() in SALARY else picture[1] if picture else ""
        if name and value:
            found.setdefault(name, value)
    return found


def _remote(facts: dict[str, str]) -> Remote | None:
    return fill.remote(facts.get("hand-shake"))


def _pay(stated: str | None) -> Salary | None:
    """ "18000/21000€ Bruto/año": the first slash stands between two amounts."""
    read = parse_salary(SLASH.sub("-", stated, count=1), "ES") if stated else None
    return replace(read, text=stated) if read else None


# ---------------------------------------------------------------- examples

CLIENT_1 = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
NODE = "https://mosswork.talentclue.com/es/node/118000123/4590"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{NODE}?utm_source=x",
        ref=refs.posting(NAME, "mosswork", "118000123", NODE),
        spellings=(
            "http://MossWork.talentclue.com/ca/node/118000123",
            "https://mosswork.talentclue.com/node/118000123/#form",
        ),
        body=f"""<!DOCTYPE html><html lang="es"><head><meta property="og:url" content="{NODE}"></head><body>
            <script type='application/ld+json'></script>
            <h1 class="job-page__header-title bussiness-name">Pulidor/a de lentes</h1>
            <ul class="job-summary__list"><li><div class="job-summary__content"><img src="/img/ic-location.png">
            <span class="job-summary__text"><strong class="job-summary__text--bold">Ubicación:</strong> Sevilla
            (España)</span></div></li><li><div class="job-summary__content"><img src="/img/ic-jornada.png">
            <span class="job-summary__text"><strong class="job-summary__text--bold">Jornada:</strong> Jornada
            completa</span></div></li><li><div class="job-summary__content"><img src="/img/ic-disciplina.png"><span
            class="job-summary__text"><strong class="job-summary__text--bold">Salario:</strong> 18000/21000€
            Bruto/año</span></div></li><li><div class="job-summary__content"><img src="/img/ic-hand-shake.png"><span
            class="job-summary__text"><strong class="job-summary__text--bold">Modalidad:</strong> Presencial</span>
            </div></li></ul><div class="job-description"><div class="intro description-block">
            <h2 class="job-description__title">Mosswork</h2><p>Pulimos.</p></div>
            <div class="description description-block"><p>Pules lentes.</p></div></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Pulidor/a de lentes",
                    company="Mosswork",
                    url=NODE,
                    board=NAME,
                    token="mosswork",
                    external_id="118000123",
                    locations=(Place(text="Sevilla (España)", city="Sevilla", country="ES"),),
                    remote=Remote.ONSITE,
                    employment_type="full_time",
                    salary=Salary(min=18_000, max=21_000, currency="EUR", period="year", text="18000/21000€ Bruto/año"),
                    description_html='<h2 class="job-description__title">Mosswork</h2><p>Pulimos.</p>\n'
                    "<p>Pules lentes.</p>",
                    description_text="Mosswork\n\nPulimos.\n\nPules lentes.",
                    language="es",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://{API}/jswidget-ajax/jswidget/jobs/{CLIENT_1}/e30=",
        ref=refs.board(NAME, CLIENT_1, f"https://{API}/jswidget-ajax/jswidget/jobs/{CLIENT_1}/e30%3D"),
        spellings=(f"http://{API}/jswidget-ajax/jswidget/jobs/{CLIENT_1.upper()}",),
        body=f"""{{"jobs": {{"118000123": {{"url": "{NODE}", "post_date": "21/04/2026", "city": "Sevilla",
            "contract_label": "Indefinido", "discipline_label": "Operaciones", "country_label": "España",
            "title": "Pulidor/a de lentes", "country_iso": false, "position": "Taller", "subgroup": "Mosswork Sur",
            "department": "Taller", "province_label": "Sevilla", "shift_label": "Jornada parcial",
            "parent_company_name": "Mosswork", "language": "es", "work_modality": "Presencial",
            "is_archived": "0"}}}}}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Pulidor/a de lentes",
                    company="Mosswork",
                    url=NODE,
                    board=NAME,
                    token=CLIENT_1,
                    external_id="118000123",
                    locations=(Place(text="Sevilla, España", city="Sevilla", region="Sevilla", country="ES"),),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    department="Taller",
                    posted_at="2026-04-21",
                    language="es",
                ),
            ),
        ),
    ),
    Example(
        url="https://mosswork.talentclue.com/es/mosswork",
        ref=refs.board(NAME, "mosswork", "https://mosswork.talentclue.com/es/mosswork"),
        spellings=("http://MossWork.talentclue.com/ca#jobs", "https://careers.talentclue.com/en/mosswork"),
    ),
)
