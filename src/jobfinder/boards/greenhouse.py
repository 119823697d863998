"""Greenhouse: the job board API, whole boards in one answer.

Pure; called through `boards.registry`. Text is HTML escaped once more, pay is in cents and only there when asked for.
Tokens ignore case. `absolute_url` often lies on the employer's own site (`?gh_jid=`), which names no token. A vendor's
word that is a real board (`css`) is one only where no file can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeVar
from urllib.parse import quote

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import fill, listing, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls
from jobfinder.read.salary import parse_salary
from jobfinder.read.text import label

NAME = "greenhouse"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("greenhouse.io",)
ANYWHERE = False
POLITENESS = {"boards-api.greenhouse.io": Politeness(interval=0.25, in_flight=2)}
WHOLE = True

API = "https://boards-api.greenhouse.io/v1/boards"
HOSTED = {None: "https://boards.greenhouse.io", "eu": "https://job-boards.eu.greenhouse.io"}
BOARD_HOST = re.compile(r"(?:boards|job-boards|boards-api|api)(\.eu)?\.greenhouse\.io")
SPARED = frozenset({"css"})
"""Words of vendors that are boards here all the same."""
ID = re.compile(r"\d{3,20}")
TOKEN = re.compile(r"[a-z0-9_.-]{1,100}")
SETTING = re.compile(r"""(?:boardToken|board_token|board-token|urlToken)["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{2,60})""")
WORKPLACE = re.compile(
    r"\b(?:workplace|work ?place|remote|work (?:location|model|arrangement)|location) ?(?:type|status)?$"
)
EMPLOYMENT = re.compile(r"\b(?:employment|time|job|contract|position) ?(?:type|length|status)$")
EXPERIENCE = re.compile(r"\b(?:experience|seniority|career) level$")
_Value = TypeVar("_Value")
NO_DEPARTMENT = frozenset({"no department", "none", "n/a"})


def match(url: str) -> Ref | None:
    """Boards, postings, embeds and API addresses."""
    parts = urls.parts(url)
    found = BOARD_HOST.fullmatch(parts.host) if parts else None
    if parts is None or found is None:
        return None
    region = "eu" if found[1] else None
    query = {name: values[-1] for name, values in parts.query.items()}
    path = parts.segments[2:] if parts.segments[:2] == ("v1", "boards") else parts.segments
    if path[:1] == ("embed",):
        token, external_id = query.get("for"), query.get("token") or query.get("gh_jid")
    else:
        token = path[0] if path else None
        external_id = path[2] if len(path) > 2 and path[1] == "jobs" else query.get("gh_jid")
    if token is None or (token.lower() in SPARED and path[1:2] not in ((), ("jobs",))):
        return None
    return refer(token, external_id, region)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; ids are numbers, what is none leaves the board."""
    lowered = token.lower()
    name = lowered if lowered in SPARED else refs.token_of(lowered)
    if name is None or not TOKEN.fullmatch(name):
        return None
    home = f"{HOSTED.get(region, HOSTED[None])}/{quote(name)}"
    if external_id and ID.fullmatch(external_id):
        return refs.posting(NAME, name, external_id, f"{home}/jobs/{external_id}", region)
    return refs.board(NAME, name, home, region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API; it serves the boards of both regions."""
    if ref.token is None:
        return (Request(url=ref.url),)
    board = f"{API}/{quote(ref.token)}/jobs"
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{board}/{ref.external_id}?pay_transparency=true"),)
    return (Request(url=f"{board}?content=true&pay_transparency=true"),)


def parse(ref: Ref, response: Response) -> Page:
    """A listing or a single posting."""
    alone = ref.kind is RefKind.POSTING
    found = listing.whole(response, "jobs") if alone else listing.rows(response, "jobs")
    if found is not None:
        return listing.one(ref, found, _posting, NAME) if alone else _listing(ref, found)
    answer = Node(decode(response))
    said = answer.text("error") or ""
    if "not found" in said.lower():
        raise Gone(f"Greenhouse says: {said}")
    posting = _posting(ref, answer)
    if posting is None:
        raise Broken(f"Greenhouse's answer holds neither jobs nor a posting: {said or 'no reason given'}")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """Settings of the embedding script."""
    if "greenhouse" not in markup and "grnhse" not in markup:
        return
    for found in SETTING.finditer(markup):
        ref = refer(found[1])
        if ref:
            yield Mark(ref=ref, how="embed settings", quote=found[0], confidence=0.9)


# ---------------------------------------------------------------- reading


def _listing(ref: Ref, found: listing.Rows) -> Page:
    return listing.counted(listing.page(ref, found, _posting, NAME), found, found.head.at("meta").number("total"))


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("content"), stated_language=row.text("language"))
    stated_places = _places(row)
    own_fields = row.rows("metadata")
    customs = [(about, field) for field in own_fields if (about := _about(field.markup("name")))]
    workplace = _custom(customs, WORKPLACE, fields.remote) or fill.remote(row.at("location").text("name"), title)
    link = row.url("absolute_url")
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=link,
        apply_url=link,
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id,
        locations=stated_places,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.at("location").text("name")),
        employment_type=_custom(customs, EMPLOYMENT, fields.employment),
        department=_department(row),
        seniority=_custom(customs, EXPERIENCE, fill.level),
        salary=fill.pay(_pay(row, own_fields), said, stated_places),
        posted_at=row.date("first_published"),
        updated_at=row.date("updated_at"),
        closes_at=row.date("application_deadline"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("requisition_id"),
    )


def _token(link: str | None) -> str | None:
    ref = match(link) if link and HOSTS[0] in link else None
    return ref.token if ref else None


def _places(row: Node) -> tuple[Place, ...]:
    return fill.locations([row.at("location").text("name")]) or fill.locations(
        office.text("location", "name") for office in row.rows("offices")
    )


def _department(row: Node) -> str | None:
    names = (department.text("name") for department in row.rows("departments"))
    return next((name for name in names if name and name.casefold() not in NO_DEPARTMENT), None)


@lru_cache(maxsize=1_024)
def _about(name: str) -> re.Pattern[str] | None:
    """What an employer's own field of that name is about. All postings of a board have the same few."""
    said = (label(name) or "").lower()
    return next((about for about in (WORKPLACE, EMPLOYMENT, EXPERIENCE) if about.search(said)), None)


def _custom(
    customs: list[tuple[re.Pattern[str], Node]], about: re.Pattern[str], read: Callable[[str], _Value | None]
) -> _Value | None:
    """The first of the employer's own fields about something that can be read."""
    for its, field in customs:
        if its is not about:
            continue
        values = field.texts("value")
        if len(values) == 1 and (value := read(values[0])) is not None:
            return value
    return None


# ---------------------------------------------------------------- pay


def _pay(row: Node, own_fields: tuple[Node, ...]) -> Salary | None:
    offers = [offer for entry in row.rows("pay_input_ranges") if (offer := _range(entry))]
    offers = offers or [offer for field in own_fields if (offer := _custom_range(field))]
    if not offers:
        return None
    # Zones of one country differ in amounts only; ranges in other currencies or periods are other offers.
    first = offers[0]
    alike = [offer for offer in offers if (offer.currency, offer.period) == (first.currency, first.period)]
    lows, highs = [offer.min for offer in alike if offer.min], [offer.max for offer in alike if offer.max]
    return Salary(
        min=min(lows, default=None),
        max=max(highs, default=None),
        currency=first.currency,
        period=first.period,
        text=first.text,
    )


def _range(entry: Node) -> Salary | None:
    low, high = entry.number("min_cents"), entry.number("max_cents")
    title = entry.text("title")
    return _salary(low and low / 100, high and high / 100, entry.text("currency_type"), title)


def _custom_range(field: Node) -> Salary | None:
    if field.value("value_type") != "currency_range":
        return None
    value = field.at("value")
    return _salary(value.number("min_value"), value.number("max_value"), value.text("unit"), field.text("name"))


def _salary(low: float | None, high: float | None, currency: str | None, title: str | None) -> Salary | None:
    """An offer; without a word for the period, the only one that fits the amounts."""
    low, high = fill.amount(low), fill.amount(high)
    if low is None and high is None:
        return None
    code = currency.upper() if currency else None
    figures = " - ".join(f"{value:.0f}" for value in (low, high) if value is not None)
    words = f"{title or 'Salary'}: {code or ''} {figures}"
    read = parse_salary(words)
    period = fields.period(title) or (read.period if read else None)
    return Salary(min=low, max=high, currency=code, period=period, text=words)


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://boards.greenhouse.io/Harborlight/jobs/4000001?gh_src=abc123#app",
        ref=refs.posting(NAME, "harborlight", "4000001", "https://boards.greenhouse.io/harborlight/jobs/4000001"),
        spellings=(
            "https://job-boards.greenhouse.io/harborlight/jobs/4000001/",
            "https://job-boards.eu.greenhouse.io/harborlight/jobs/4000001/confirmation",
            "https://boards.eu.greenhouse.io/embed/job_app?for=harborlight&token=4000001&utm_source=x",
            "https://job-boards.greenhouse.io/embed/job_app/confirmation?for=HarborLight&token=4000001",
            "https://boards.greenhouse.io/embed/job_board?for=harborlight&gh_jid=4000001",
            "https://boards.greenhouse.io/harborlight?t=x&gh_jid=4000001",
            "https://boards-api.greenhouse.io/v1/boards/harborlight/jobs/4000001?questions=true",
        ),
        body="""{"id": 4000001, "title": "Data Engineer", "company_name": "Harborlight",
            "absolute_url": "https://harborlight.example/careers?gh_jid=4000001",
            "location": {"name": "Lyon, France"}, "first_published": "2026-03-02T09:00:00-05:00",
            "updated_at": "2026-03-09T09:00:00-05:00", "requisition_id": "R-7", "language": "en",
            "metadata": [{"name": "Workplace Type", "value": "Hybrid", "value_type": "single_select"},
                         {"name": "Employment Type", "value": "Full-time", "value_type": "single_select"}],
            "departments": [{"id": 1, "name": "Data "}], "offices": [],
            "content": "&lt;p&gt;You move data.&lt;/p&gt;\\n&lt;ul&gt;&lt;li&gt;SQL&lt;/li&gt;&lt;/ul&gt;",
            "pay_input_ranges": [{"min_cents": 5500000, "max_cents": 7000000, "currency_type": "EUR",
                                  "title": "Annual Salary"}]}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Data Engineer",
                    company="Harborlight",
                    url="https://harborlight.example/careers?gh_jid=4000001",
                    apply_url="https://harborlight.example/careers?gh_jid=4000001",
                    board=NAME,
                    token="harborlight",
                    external_id="4000001",
                    locations=(Place(text="Lyon, France", city="Lyon", country="FR"),),
                    remote=Remote.HYBRID,
                    employment_type="full_time",
                    department="Data",
                    salary=Salary(
                        min=55_000, max=70_000, currency="EUR", period="year", text="Annual Salary: EUR 55000 - 70000"
                    ),
                    posted_at="2026-03-02T09:00:00-05:00",
                    updated_at="2026-03-09T09:00:00-05:00",
                    description_html="<p>You move data.</p>\n<ul><li>SQL</li></ul>",
                    description_text="You move data.\n\n- SQL",
                    language="en",
                    requisition_id="R-7",
                ),
            ),
        ),
    ),
    Example(
        url="https://boards.eu.greenhouse.io/embed/job_board/js?for=tinmoth",
        ref=refs.board(NAME, "tinmoth", "https://job-boards.eu.greenhouse.io/tinmoth", "eu"),
        spellings=(
            "https://job-boards.eu.greenhouse.io/Tinmoth?error=true",
            "https://boards.greenhouse.io/tinmoth/jobs",
            "https://job-boards.greenhouse.io/embed/job_board?for=tinmoth&b=https%3A%2F%2Ftinmoth.example",
            "https://boards-api.greenhouse.io/v1/boards/tinmoth/departments",
            "https://api.greenhouse.io/v1/boards/tinmoth/jobs?content=true",
        ),
        body="""{"jobs": [{"id": 512345, "internal_job_id": 9, "title": "Lamp Trimmer", "offices": [],
            "location": {"name": "Tallinn, Estonia"}, "metadata": null, "updated_at": "2026-03-09T09:00:00+02:00",
            "absolute_url": "https://job-boards.eu.greenhouse.io/tinmoth/jobs/512345"}], "meta": {"total": 1}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Lamp Trimmer",
                    url="https://job-boards.eu.greenhouse.io/tinmoth/jobs/512345",
                    apply_url="https://job-boards.eu.greenhouse.io/tinmoth/jobs/512345",
                    board=NAME,
                    token="tinmoth",
                    external_id="512345",
                    locations=(Place(text="Tallinn, Estonia", city="Tallinn", country="EE"),),
                    updated_at="2026-03-09T09:00:00+02:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://job-boards.greenhouse.io/css",
        ref=refs.board(NAME, "css", "https://boards.greenhouse.io/css"),
        spellings=("https://boards-api.greenhouse.io/v1/boards/css/jobs", "https://boards.greenhouse.io/CSS/jobs"),
        body='{"jobs": [], "meta": {"total": 0}}',
        page=Page(kind=RefKind.BOARD, reader=NAME, total=0),
    ),
    Example(
        url="https://boards.greenhouse.io/embed/job_app?for=tinmoth&token=512345",
        ref=refs.posting(NAME, "tinmoth", "512345", "https://boards.greenhouse.io/tinmoth/jobs/512345"),
    ),
    Example(
        url="http://boards-api.greenhouse.io/v1/boards/tinmoth/jobs?content=true",
        ref=refs.board(NAME, "tinmoth", "https://boards.greenhouse.io/tinmoth"),
    ),
)
