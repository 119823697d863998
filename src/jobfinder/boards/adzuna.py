"""Adzuna: a search over the jobs of a country, with the seeker's own key; texts are cut after some lines.

Pure; called through `boards.registry`. The key stands in the address as `{adzuna.app_id}` and `{adzuna.app_key}`: the
door puts it in when it sends (see `outside.keys`). A board is a country ("gb") or a search there ("gb;what=glazier").
The free key allows some hundred requests a day: a listing ends at the newest five hundred. Pay is by the year in the
country's currency; pay that Adzuna has guessed is left out.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.feed_item import level_of

NAME = "adzuna"
ALIASES: tuple[str, ...] = ()
API_HOST = "api.adzuna.com"
SITES = {
    "gb": ("adzuna.co.uk", "GBP"),
    "us": ("adzuna.com", "USD"),
    "at": ("adzuna.at", "EUR"),
    "au": ("adzuna.com.au", "AUD"),
    "be": ("adzuna.be", "EUR"),
    "br": ("adzuna.com.br", "BRL"),
    "ca": ("adzuna.ca", "CAD"),
    "ch": ("adzuna.ch", "CHF"),
    "de": ("adzuna.de", "EUR"),
    "es": ("adzuna.es", "EUR"),
    "fr": ("adzuna.fr", "EUR"),
    "in": ("adzuna.in", "INR"),
    "it": ("adzuna.it", "EUR"),
    "mx": ("adzuna.com.mx", "MXN"),
    "nl": ("adzuna.nl", "EUR"),
    "nz": ("adzuna.co.nz", "NZD"),
    "pl": ("adzuna.pl", "PLN"),
    "sg": ("adzuna.sg", "SGD"),
    "za": ("adzuna.co.za", "ZAR"),
}
"""Country → its host and currency."""
COUNTRY_OF = {host: country for country, (host, _) in SITES.items()}
HOSTS: tuple[str, ...] = tuple(COUNTRY_OF)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

KEY = "app_id={adzuna.app_id}&app_key={adzuna.app_key}"
ASKED = {"q": "what", "w": "where", "what": "what", "where": "where", "category": "category"}
"""Names of a search on the site and in the API → in the API."""
ID = re.compile(r"\d{5,14}")
PER_PAGE = 50
LAST_PAGE = 10
POSTINGS = (("details",), ("land", "ad"))


def match(url: str) -> Ref | None:
    """Searches and postings of the sites, searches of the API."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if parts.host == API_HOST:
        found = path[:3] == ("v1", "api", "jobs") and len(path) in (5, 6) and path[4] == "search"
        return _searched(path[3], parts) if found else None
    country = COUNTRY_OF.get(parts.host.removeprefix("www."))
    if country is None:
        return None
    path = path[1:] if path[:1] == ("jobs",) else path
    if path[:-1] in POSTINGS:
        return refer(country, path[-1])
    return _searched(country, parts) if path in ((), ("search",)) else None


def _searched(country: str, parts: urls.Parts) -> Ref | None:
    query = {ASKED[name]: values for name, values in parts.query.items() if name in ASKED}
    token = jobsite.search((country,), query, frozenset(ASKED.values()))
    return refer(token) if token else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """A country or a search there, or a posting in the country."""
    words, query = jobsite.asked(token)
    if len(words) != 1 or words[0] not in SITES or len(token) > refs.LONGEST:
        return None
    site = f"https://www.{SITES[words[0]][0]}"
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, words[0], external_id, f"{site}/details/{external_id}") if found else None
    return refs.board(NAME, token, jobsite.address(f"{site}/search", query))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API with the seeker's key, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    words, query = jobsite.asked(ref.token)
    return (Request(url=_page(words[0], query, 1)),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    page = jobsite.listed(ref, response, "results", _posting, NAME)
    if page.kind is RefKind.POSTING:
        return page
    total = Node(decode(response)).number("count")
    country, number = _country(ref), _number(response)
    _, query = jobsite.asked(ref.token or "")
    more = exchange.following((number - 1) * PER_PAGE, page.total or 0, total) is not None
    following = Request(url=_page(country, query, number + 1)) if more and country and number < LAST_PAGE else None
    stated = page.total if total is None else int(total)
    return replace(page, next=following, total=stated, complete=page.complete and not more)


marks = unmarked


# ---------------------------------------------------------------- reading


def _page(country: str, query: jobsite.Pairs, number: int) -> str:
    asked = (*query, ("results_per_page", PER_PAGE), ("sort_by", "date"))
    base = f"https://{API_HOST}/v1/api/jobs/{country}/search/{number}?{KEY}&"
    return base + jobsite.address("", asked).removeprefix("?")


def _number(response: Response) -> int:
    parts = urls.parts(response.request.url if response.request else response.url)
    last = parts.segments[-1] if parts and parts.segments else ""
    return int(last) if last.isdecimal() and len(last) < 6 else 1


def _country(ref: Ref) -> str | None:
    """The country of a board; null where the answer's board is not known."""
    words, _ = jobsite.asked(ref.token or "")
    return words[0] if words and words[0] in SITES else None


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id, link = row.text("title"), row.text("id"), row.url("redirect_url")
    own = match(link) if link else None
    country = (own.token if own else None) or _country(ref)
    if not title or not external_id:
        return None
    here = refer(country, external_id) if country else None
    said = fill.description(row.markup("description"))
    return Posting(
        title=title,
        company=row.at("company").text("display_name"),
        url=here.url if here else link,
        board=NAME,
        token=here.token if here else None,
        external_id=external_id,
        locations=_places(row.at("location"), here.token if here else None),
        remote=fill.remote(title, row.at("location").text("display_name")),
        employment_type=fields.employment([row.text("contract_time") or "", row.text("contract_type") or ""]),
        department=row.at("category").text("label"),
        seniority=level_of(title),
        salary=_pay(row, here.token if here else None),
        posted_at=row.date("created"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node, country: str | None) -> tuple[Place, ...]:
    stated = row.text("display_name")
    if not stated:
        return ()
    read = places.place(stated)
    return (places.place_of(read.city, read.region, country.upper() if country else read.country, stated),)


def _pay(row: Node, country: str | None) -> Salary | None:
    if row.text("salary_is_predicted") == "1" or country not in SITES:
        return None
    return fill.offer(row.number("salary_min"), row.number("salary_max"), SITES[country][1], "year")


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.adzuna.co.uk/search?q=glazier&w=Leeds&p=2",
        ref=refs.board(NAME, "gb;what=glazier&where=Leeds", "https://www.adzuna.co.uk/search?what=glazier&where=Leeds"),
        spellings=(
            "https://api.adzuna.com/v1/api/jobs/gb/search/3?app_id=x&app_key=y&what=glazier&where=Leeds",
            "https://www.adzuna.co.uk/jobs/search?where=Leeds&what=glazier",
        ),
        body="""{"__CLASS__": "Adzuna::API::Response::JobSearchResults", "count": 51, "mean": 30000, "results": [{
            "id": "4123000001", "title": "Senior Glazier", "description": "You glaze the windows of\u2026",
            "redirect_url": "https://www.adzuna.co.uk/jobs/land/ad/4123000001?se=x&utm_medium=api&utm_source=y",
            "created": "2026-03-02T09:00:00Z", "company": {"display_name": "Fernbrook"},
            "location": {"display_name": "Leeds, West Yorkshire", "area": ["UK", "West Yorkshire", "Leeds"]},
            "category": {"tag": "trade-jobs", "label": "Trade Jobs"}, "contract_time": "full_time",
            "salary_min": 30000, "salary_max": 35000, "salary_is_predicted": "0"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(
                url=f"https://api.adzuna.com/v1/api/jobs/gb/search/2?{KEY}"
                "&what=glazier&where=Leeds&results_per_page=50&sort_by=date"
            ),
            complete=False,
            total=51,
            postings=(
                Posting(
                    title="Senior Glazier",
                    company="Fernbrook",
                    url="https://www.adzuna.co.uk/details/4123000001",
                    board=NAME,
                    token="gb",
                    external_id="4123000001",
                    locations=(
                        Place(text="Leeds, West Yorkshire", city="Leeds", region="West Yorkshire", country="GB"),
                    ),
                    employment_type="full_time",
                    department="Trade Jobs",
                    seniority="senior",
                    salary=Salary(min=30_000, max=35_000, currency="GBP", period="year"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="You glaze the windows of…",
                    description_text="You glaze the windows of…",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.adzuna.co.uk/jobs/land/ad/4123000001?se=x&utm_source=y",
        ref=refs.posting(NAME, "gb", "4123000001", "https://www.adzuna.co.uk/details/4123000001"),
        spellings=("https://www.adzuna.co.uk/jobs/details/4123000001", "https://adzuna.co.uk/details/4123000001?v=1"),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Senior Glazier",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Senior Glazier",
                    company="Fernbrook",
                    url="https://www.adzuna.co.uk/details/4123000001",
                    board=NAME,
                    token="gb",
                    external_id="4123000001",
                    seniority="senior",
                ),
            ),
        ),
    ),
    Example(url="https://www.adzuna.de/", ref=refs.board(NAME, "de", "https://www.adzuna.de/search")),
)
