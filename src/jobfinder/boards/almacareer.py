"""Alma Career (LMC): careers sites at `{token}.jobs.cz` and `{name}.topjobs.sk`, drawn by a widget from a GraphQL API.

Pure; called through `boards.registry`. A token is the label before `.jobs.cz`; with a dot it is a host: of Slovakia, or
an employer's own. `www.jobs.cz` is a job site and none of these. The API wants an id and a key, which stand in a
script of the site or in its page: what is read first leads on to the API. It gives ten postings at a time. The path of
a posting's page is the site's own choice, its id is in the query; a request for a list has that path as its referer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobfinder.boards import jobscz
from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import counted, exchange, fill, hosted, refs, tenants
from jobfinder.boards.parts.node import Node, decode, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import fields, language, places, urls
from jobfinder.read.currency import currency_of

NAME = "almacareer"
ALIASES: tuple[str, ...] = ("jobscz_almacareer", "capybara", "lmc", "topjobs")
HOSTS: tuple[str, ...] = ("jobs.cz", "topjobs.sk", "lmc.cz")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN, SLOVAK = "jobs.cz", "topjobs.sk"
API = "https://api.capybara.lmc.cz/api/graphql/widget"
SCRIPT = "assets/js/script.min.js"
DETAIL = "detail-pozice"
NOT_BOARDS = frozenset({"my", "moje", "m", "firma", "firmy", "beta", "poradna", "magazin", "feed", "partner", "en"})
NUMBER = re.compile(r"\d{4,12}")
PATH = re.compile(r"[\w-]{1,80}(?:/[\w-]{1,80}){0,2}")
FIELDS = (
    "id title validFrom languageIso locations { country region district city cityPart } "
    "salary { min max period currency } employer { companyName } parameters { employmentTypesObjects { id label } } "
    "fieldsObjects { id label }"
)
GROUPS = f"jobAds {{ {FIELDS} }}"
LISTING = (
    "query LISTING($widgetId: ID!, $host: String, $page: Int, $filters: [JobAdFilter!]!, $useExampleData: Boolean!, "
    "$rps: Int) { widget(id: $widgetId, host: $host, useExampleData: $useExampleData) { "
    "jobAdList(page: $page, filters: $filters, rps: $rps) { paginator { currentPage lastPage totalNumberOfItems } "
    f"groupedJobAds {{ {GROUPS} groups {{ {GROUPS} groups {{ {GROUPS} }} }} }} }} }} }}"
)
JOB = (
    "query DETAIL($widgetId: ID!, $host: String, $useExampleData: Boolean!, $jobId: ID!) { "
    "widget(id: $widgetId, host: $host, useExampleData: $useExampleData) { "
    f"jobAd(id: $jobId) {{ {FIELDS} content {{ htmlContent }} }} }} }}"
)
WIDGETS = re.compile(r"widgets[\"']?\s{0,5}:\s{0,5}\{")
INLINE = re.compile(r"__LMC_CAREER_WIDGET__\.push\(\s{0,9}(?=\{)")
WIDGET_ID = re.compile(
    r"[\"']?(?:widgetId|id)[\"']?\s{0,5}:\s{0,5}[\"']([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
)
KEY = re.compile(r"apiKey[\"']?\s{0,5}:\s{0,5}[\"']([\w-]{16,128})")
PATH_SEEN = re.compile(r"detailPath[\"']?\s{0,5}:\s{0,5}[\"']([\w/-]{1,120})")
HOST_SEEN = re.compile(r"data-host=(?<!\wdata-host=)[\"']?([\w.-]{4,200})")
NEAR = 65_536
SEARCH_PAGE = "www.jobs.cz/rpd/"
"""On pages of the public job site, which is read by its own adapter."""
PERIODS = {"mesiac": "month", "hodina": "hour", "rok": "year", "den": "day", "deň": "day", "týden": "week"}
MOST_GROUPS = 2_000
MOST_PAGES = 2_000


def match(url: str) -> Ref | None:
    """Careers sites and postings on any path of theirs. `www.jobs.cz` is not one."""
    parts = urls.parts(url)
    token = _token(parts.host) if parts else None
    if parts is None or token is None:
        return None
    number = (parts.query.get("id") or [""])[-1]
    if (parts.query.get("r") or [""])[-1] != "detail" or not NUMBER.fullmatch(number):
        return refer(token)
    path = "/".join(parts.segments)
    return _posting_ref(token, number, path if PATH.fullmatch(path) else DETAIL)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that number on the usual path."""
    name = tenants.named(token, DOMAIN)
    if name is None or name in NOT_BOARDS or (external_id and not NUMBER.fullmatch(external_id)):
        return None
    if external_id:
        return _posting_ref(name, external_id, DETAIL)
    return refs.board(NAME, name, f"https://{tenants.host(name, DOMAIN)}/")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The script with the widget's key, then the page, which may hold it too."""
    if ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"https://{tenants.host(ref.token, DOMAIN)}/{SCRIPT}"), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """A script or page that leads to the API, a page of the API's list, or one posting of it."""
    source = exchange.text(response)
    following = _following(ref, source)
    if following or (ref.token is None and WIDGETS.search(source)):
        return Page(kind=ref.kind, reader=NAME, next=following, complete=False)
    if exchange.is_markup(response):
        return _page(ref, response, source)
    widget = Node(decode(response)).at("data", "widget")
    if isinstance(widget.value("jobAdList"), dict):
        return _list(ref, response, widget.at("jobAdList"))
    posting = _posting(ref, widget.at("jobAd"), None)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING and b'"jobAd"' in response.body and b'"errors"' not in response.body:
        raise Gone(f"Alma Career has no posting {ref.external_id} on {ref.token}")
    raise Broken("Alma Career's answer holds neither a list nor a posting")


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The host that a careers site on an employer's own domain names as its own."""
    found = HOST_SEEN.search(markup)
    ref = refer(urls.host(url)) if found and "capybara.lmc.cz" in markup else None
    if found and ref and "." in (ref.token or "") and not urls.host(url).endswith(f".{SLOVAK}"):
        yield Mark(ref=ref, how="careers site", quote=found[0], confidence=0.9)


# ---------------------------------------------------------------- ways to the API


def _token(host: str) -> str | None:
    name = tenants.of_host(host, DOMAIN)
    slovak = tenants.of_host(host, SLOVAK)
    return name if name and name not in NOT_BOARDS else host if slovak and slovak not in NOT_BOARDS else None


def _posting_ref(token: str, number: str, path: str) -> Ref:
    return refs.posting(NAME, token, number, f"https://{tenants.host(token, DOMAIN)}/{path}?r=detail&id={number}")


def _following(ref: Ref, source: str) -> Request | None:
    """The question to the API, with the id and the key that a script or page holds; null where it holds none."""
    seen = INLINE.search(source) or WIDGETS.search(source)
    near = source[seen.end() : seen.end() + NEAR] if seen else ""
    widget, key, path = WIDGET_ID.search(near), KEY.search(near), PATH_SEEN.search(near)
    if widget is None or key is None or ref.token is None:
        return None
    host = tenants.host(ref.token, DOMAIN)
    about: dict[str, object] = {"widgetId": widget[1], "host": host, "useExampleData": False}
    if ref.kind is RefKind.POSTING:
        asked: dict[str, object] = {"query": JOB, "variables": about | {"jobId": ref.external_id}}
    else:
        asked = {"query": LISTING, "variables": about | {"page": 1, "filters": [], "rps": 100}}
    detail = path[1].strip("/") if path else DETAIL
    headers = (("x-api-key", key[1]), ("origin", f"https://{host}"), ("referer", f"https://{host}/{detail}"))
    return exchange.post(API, asked, headers)


def _page(ref: Ref, response: Response, source: str) -> Page:
    """A page of a careers site, which the widget draws: its script leads on."""
    found = HOST_SEEN.search(source)
    host = found[1].lower() if found else ""
    token = _token(host) or ref.token if found else None
    if token is None and SEARCH_PAGE in source:
        return jobscz.parse(ref, response)
    if token is None or urls.host(response.url) == "www.jobs.cz":
        return hosted.parse(ref, response, match)
    asked = Request(url=f"https://{tenants.host(token, DOMAIN)}/{SCRIPT}")
    return Page(kind=ref.kind, reader=NAME, next=asked, complete=False)


# ---------------------------------------------------------------- the API


def _list(ref: Ref, response: Response, answer: Node) -> Page:
    counts, asked = answer.at("paginator"), exchange.asked(response)
    rows = _ads(answer.value("groupedJobAds"))
    here, last = int(counts.number("currentPage") or 1), counts.number("lastPage") or 1
    variables = asked.value("variables")
    following = None
    if rows and here < min(last, MOST_PAGES) and isinstance(variables, dict):
        following = exchange.again(response, {"query": LISTING, "variables": {**variables, "page": here + 1}})
    total = counts.number("totalNumberOfItems")
    # The last page ends where the total is; those before are all of one length.
    before = max(int(total) - len(rows), 0) if total and here >= last and here > 1 else 0
    sent = dict(response.request.headers).get("referer", "") if response.request else ""
    parts = urls.parts(sent)
    path = "/".join(parts.segments) if parts else ""
    read = (_posting(ref, row, path if PATH.fullmatch(path) else None) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


def _ads(grouped: object) -> tuple[Node, ...]:
    """The postings in all groups, those of inner groups behind their own. Groups may be a list or one."""
    waiting = list(nodes(grouped) if isinstance(grouped, list) else (Node(grouped),))
    found: list[Node] = []
    for _ in range(MOST_GROUPS):
        if not waiting:
            break
        group = waiting.pop(0)
        found += group.rows("jobAds")
        waiting = [*group.rows("groups"), *waiting]
    return tuple(found)


def _posting(ref: Ref, row: Node, path: str | None) -> Posting | None:
    title, number = row.text("title"), row.text("id")
    if not title or not number or not NUMBER.fullmatch(number):
        return None
    named = _posting_ref(ref.token, number, path or DETAIL) if ref.token else None
    said = fill.description(row.at("content").markup("htmlContent"))
    where = fill.unique(place for at in row.rows("locations") if (place := _place(at)))
    kinds = row.at("parameters")
    stated = tuple(name for at in kinds.rows("employmentTypesObjects") if (name := at.text("label")))
    subjects = tuple(name for at in row.rows("fieldsObjects") if (name := at.text("label"))) or row.texts("fields")
    return Posting(
        title=title,
        company=row.at("employer").text("companyName"),
        url=ref.url if named and ref.kind is RefKind.POSTING else named.url if named else None,
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=where,
        remote=fill.remote(title),
        employment_type=fields.employment(stated or kinds.texts("employmentTypes")),
        department=subjects[0] if len(subjects) == 1 else None,
        salary=fill.pay(_pay(row.at("salary"), where), said, where),
        posted_at=row.date("validFrom"),
        description_html=said.html,
        description_text=said.text,
        language=language.code(row.text("languageIso")) or said.language,
    )


def _place(at: Node) -> Place | None:
    names = (at.text("cityPart"), at.text("city"), at.text("region"), at.text("country"))
    text = ", ".join(dict.fromkeys(name for name in names if name))
    return places.place_of(at.text("city"), at.text("region"), at.text("country"), text) if text else None


def _pay(stated: Node, where: tuple[Place, ...]) -> Salary | None:
    sign, said = stated.text("currency"), (stated.text("period") or "").lower()
    country = next((place.country for place in where if place.country), None)
    currency = currency_of(sign, country) or sign if sign else None
    return fill.offer(stated.number("min"), stated.number("max"), currency, PERIODS.get(said, said))


# ---------------------------------------------------------------- examples

HOME = "https://tideglass.jobs.cz"
WIDGET = "7e0c5f2a-4b1d-4c8e-9a3f-1d2b6c7e8f90"
SCRIPT_BODY = f"""!function(){{var c={{"widgets":{{"main":{{"id":"{WIDGET}","apiKey":"{"a1" * 32}","pagePath":"",
    "detailPath":"detail-pozice"}}}}}};}}();"""
ANSWER = """{"data": {"widget": {"jobAdList": {"paginator": {"currentPage": 1, "lastPage": 1, "totalNumberOfItems": 1},
    "groupedJobAds": {"jobAds": [], "groups": [{"jobAds": [{"id": "2000140017", "title": "Sklář / sklářka",
    "validFrom": "2026-03-02T09:10:22+01:00", "languageIso": "cs", "locations":
    [{"country": "Česká republika", "region": "Liberecký kraj", "city": "Liberec", "cityPart": null}], "salary":
    {"min": "30000", "max": "38000", "period": "měsíc", "currency": "Kč"}, "employer": {"companyName": "Tideglass"},
    "parameters": {"employmentTypesObjects": [{"id": "201300001", "label": "Práce na plný úvazek"}]},
    "fieldsObjects": [{"id": "1", "label": "Výroba"}]}], "groups": []}]}}}}}"""
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/detail-pozice?r=detail&id=2000140017&rps=233&impressionId=x",
        ref=refs.posting(NAME, "tideglass", "2000140017", f"{HOME}/detail-pozice?r=detail&id=2000140017"),
        spellings=(
            "http://Tideglass.jobs.cz/volna-mista/detail?id=2000140017&r=detail#top",
            f"{HOME}/detail-pozice/?r=detail&id=2000140017",
        ),
        body=SCRIPT_BODY,
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            next=exchange.post(
                API,
                {
                    "query": JOB,
                    "variables": {
                        "widgetId": WIDGET,
                        "host": "tideglass.jobs.cz",
                        "useExampleData": False,
                        "jobId": "2000140017",
                    },
                },
                (
                    ("x-api-key", "a1" * 32),
                    ("origin", HOME),
                    ("referer", f"{HOME}/detail-pozice"),
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/volne-pozice",
        ref=refs.board(NAME, "tideglass", f"{HOME}/"),
        spellings=("http://Tideglass.jobs.cz", f"{HOME}/vypis-pozic?page=2#list", f"{HOME}/{SCRIPT}"),
        body=ANSWER,
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Sklář / sklářka",
                    company="Tideglass",
                    url=f"{HOME}/detail-pozice?r=detail&id=2000140017",
                    board=NAME,
                    token="tideglass",
                    external_id="2000140017",
                    locations=(
                        Place(
                            text="Liberec, Liberecký kraj, Česká republika",
                            city="Liberec",
                            region="Liberecký kraj",
                            country="CZ",
                        ),
                    ),
                    employment_type="full_time",
                    department="Výroba",
                    salary=Salary(min=30_000, max=38_000, currency="CZK", period="month"),
                    posted_at="2026-03-02T09:10:22+01:00",
                    language="cs",
                ),
            ),
        ),
    ),
    Example(
        url="https://mosswork.topjobs.sk/volne-pozicie",
        ref=refs.board(NAME, "mosswork.topjobs.sk", "https://mosswork.topjobs.sk/"),
    ),
)
