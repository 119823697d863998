"""Gupy: careers sites in Brazil, `{token}.gupy.io`; the whole list stands in the state that the page is rendered from.

Pure; called through `boards.registry`. Links from job alerts carry the posting's number in base64 JSON; all of them
name `/jobs/{number}`. Postings state themselves as structured data. The wording of list rows rests on two readers of
this site; what a row lacks, its posting's page has.
"""

from __future__ import annotations

import base64
import json
import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import embedded, fill, hosted, refs, tenants
from jobfinder.boards.parts import listing as lists
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, nodes
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "gupy"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("gupy.io",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "gupy.io"
NOT_BOARDS = frozenset({"portal", "info", "blog", "suporte", "developers", "private-api", "employability-portal"})
NUMBER = re.compile(r"\d{1,12}")
MOST_ENCODED = 300
KINDS = {
    "vacancy_type_effective": None,
    "vacancy_type_talent_pool": None,
    "vacancy_legal_entity": "contract",
    "vacancy_type_apprentice": "apprenticeship",
}
"""Kinds of work that the readers of wording do not know; to be employed for good is none of theirs."""


def match(url: str) -> Ref | None:
    """Careers sites, postings and their forms. Other pages of a site belong to its board."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None or name in NOT_BOARDS:
        return None
    path = parts.segments
    number = path[1] if path[:1] == ("jobs",) and len(path) > 1 and NUMBER.fullmatch(path[1]) else _encoded(path)
    return refer(name, number)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number."""
    name = tenants.label(token)
    if name is None or name in NOT_BOARDS or (external_id and not NUMBER.fullmatch(external_id)):
        return None
    home = f"https://{name}.{DOMAIN}/"
    if external_id:
        return refs.posting(NAME, name, external_id, f"{home}jobs/{external_id}")
    return refs.board(NAME, name, home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page itself."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The list in a careers site's state, or the posting that a page states."""
    if not is_markup(response):
        raise Broken("Gupy answered something that is no page")
    props = embedded.page_props(embedded.text(response))
    rows = props.value("jobs")
    if ref.kind is RefKind.POSTING or not isinstance(rows, list):
        return hosted.parse(ref, response, match)
    board = ref if ref.token else _board_of(props, ref)
    company = props.at("careerPage").text("name")
    found = lists.Rows(head=props, rows=nodes(rows), total=len(rows), next=None)
    return lists.page(board, found, lambda ref, row: _posting(ref, row, company), NAME)


marks = unmarked


# ---------------------------------------------------------------- reading


def _encoded(path: tuple[str, ...]) -> str | None:
    """The number in `/job/{base64 of {"jobId": 7, "source": "gupy_portal"}}`."""
    if path[:1] != ("job",) or len(path) < 2 or len(path[1]) > MOST_ENCODED:
        return None
    try:
        stated = json.loads(base64.b64decode(f"{path[1]}==", altchars=b"-_"))
    except (ValueError, RecursionError):
        return None
    number = Node(stated).text("jobId")
    return number if number and NUMBER.fullmatch(number) else None


def _board_of(props: Node, ref: Ref) -> Ref:
    return refer(props.text("subdomain") or "") or ref


def _posting(ref: Ref, row: Node, company: str | None) -> Posting | None:
    title, number = row.text("title", "name"), row.text("id")
    own = refer(ref.token, number) if ref.token and number else None
    if not title or not number or not NUMBER.fullmatch(number):
        return None
    kind, where = row.text("type"), _places(row)
    return Posting(
        title=title,
        company=company,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=where,
        remote=_remote(row),
        employment_type=KINDS[kind] if kind in KINDS else fields.employment(kind),
        department=row.text("department") or row.at("department").text("name"),
        posted_at=row.date("publishedDate", "publishedAt"),
        closes_at=row.date("applicationDeadline", "expiresAt"),
    )


def _places(row: Node) -> tuple[Place, ...]:
    at = row.at("workplace", "address")
    city, region, country = at.text("city"), at.text("state", "stateShortName"), at.text("country", "countryShortName")
    if not (city or region or country):
        return fill.locations([row.text("city", "location")])
    text = ", ".join(dict.fromkeys(part for part in (city, region, country) if part))
    return (places.place_of(city, region, country, text),)


def _remote(row: Node) -> Remote | None:
    stated = row.at("workplace").text("workplaceType") or row.text("workplaceType")
    return fill.remote(stated) or (Remote.REMOTE if row.flag("isRemoteWork") else None)


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://tideglass.gupy.io/jobs/9800123?jobBoardSource=gupy_portal",
        ref=refs.posting(NAME, "tideglass", "9800123", "https://tideglass.gupy.io/jobs/9800123"),
        spellings=(
            "http://TideGlass.gupy.io/jobs/9800123/#form",
            "https://tideglass.gupy.io/job/eyJqb2JJZCI6OTgwMDEyMywic291cmNlIjoiZ3VweV9wb3J0YWwifQ==?jobBoardSource=x",
            "https://tideglass.gupy.io/job/eyJqb2JJZCI6OTgwMDEyMywic291cmNlIjoiZ3VweV9wb3J0YWwifQ",
        ),
        body="""<!DOCTYPE html><html lang="pt"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Vidraceiro",
            "description": "<p>Você sopra vidro e cuida dos fornos da oficina.</p>", "datePosted": "2026-03-02",
            "validThrough": "2026-04-30", "employmentType": "FULL_TIME", "identifier": {"@type": "PropertyValue",
            "name": "Tideglass", "value": "9800123"}, "hiringOrganization": {"@type": "Organization",
            "name": "Tideglass"}, "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress",
            "addressLocality": "Curitiba", "addressRegion": "PR", "addressCountry": "BR"}}}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Vidraceiro",
                    company="Tideglass",
                    url="https://tideglass.gupy.io/jobs/9800123",
                    board=NAME,
                    token="tideglass",
                    external_id="9800123",
                    locations=(Place(text="Curitiba, PR, BR", city="Curitiba", region="PR", country="BR"),),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    closes_at="2026-04-30",
                    description_html="<p>Você sopra vidro e cuida dos fornos da oficina.</p>",
                    description_text="Você sopra vidro e cuida dos fornos da oficina.",
                    language="pt",
                ),
            ),
        ),
    ),
    Example(
        url="https://tideglass.gupy.io/",
        ref=refs.board(NAME, "tideglass", "https://tideglass.gupy.io/"),
        spellings=("http://Tideglass.gupy.io", "https://tideglass.gupy.io/eu-quero-trabalhar?utm_source=x#listing"),
        body="""<!DOCTYPE html><html><body><script id="__NEXT_DATA__" type="application/json">{"props": {"pageProps":
            {"subdomain": "tideglass", "careerPage": {"name": "Tideglass"}, "jobs": [{"id": 9800123,
            "title": "Vidraceiro", "type": "vacancy_type_effective", "department": "Oficina",
            "workplace": {"address": {"city": "Curitiba", "state": "Paraná", "country": "Brasil"},
                          "workplaceType": "hybrid"}}]}}}</script></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Vidraceiro",
                    company="Tideglass",
                    url="https://tideglass.gupy.io/jobs/9800123",
                    board=NAME,
                    token="tideglass",
                    external_id="9800123",
                    locations=(Place(text="Curitiba, Paraná, Brasil", city="Curitiba", region="Paraná", country="BR"),),
                    remote=Remote.HYBRID,
                    department="Oficina",
                ),
            ),
        ),
    ),
)
