"""RemoteOK: a JSON list of the newest remote jobs, whole or by tag, behind a legal notice as its first element.

Pure; called through `boards.registry`. Texts are often UTF-8 that was read as Latin-1 once; pay is in US dollars a
year, zero where unknown. They ask for a link back to the posting, which `Posting.url` is.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import urls
from jobfinder.read.text import label

NAME = "remoteok"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("remoteok.com", "remoteok.io")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://remoteok.com"
LIST = re.compile(r"remote-(?:(?P<tag>[a-z0-9+-]{1,60})-)?jobs(?:\.json|\.rss)?")
WORD = re.compile(r"[a-z0-9+-]{1,60}")
TAGS = re.compile(r"[a-z0-9 +#.,-]{1,80}")
MOJIBAKE = re.compile("[\u00c2-\u00ef][\u0080-\u00bf\u20ac\u2122\u0153\u201a-\u203a]")


def match(url: str) -> Ref | None:
    """The front page, tags, the API, postings by the number in their slug."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    first, rest = (parts.segments[0].lower(), parts.segments[1:]) if parts.segments else ("", ())
    listed = LIST.fullmatch(first)
    if rest:
        named = listed is not None and listed["tag"] is None
        external_id = jobsite.number_in(rest[-1]) if named or first == "l" else None
        return refer(ALL, external_id) if external_id else None
    if first == "api":
        return refer(jobsite.value(parts, "tags", "tag") or ALL)
    return refer(listed["tag"] or ALL if listed else ALL) if listed or not first else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, a tag, or a posting; null where the id is no number."""
    if external_id is not None:
        found = jobsite.DIGITS.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/remote-jobs/{external_id}") if found else None
    tag = refs.token_of(token.lower())
    if tag is None or not TAGS.fullmatch(tag):
        return None
    home = f"{SITE}/remote-{tag}-jobs" if WORD.fullmatch(tag) else f"{SITE}/api?tags={quote(tag)}"
    return refs.board(NAME, tag, SITE if tag == ALL else home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"{SITE}/api" + ("" if ref.token == ALL else f"?tags={quote(ref.token)}")),)


def parse(ref: Ref, response: Response) -> Page:
    """The list without its notice; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    return jobsite.listed(ref, response, None, _posting, NAME, skip=lambda row: bool(row.text("legal")))


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = label(_mended(row.markup("position"))), row.text("id")
    if not title or not external_id:
        return None
    said = fill.description(_mended(row.markup("description")))
    where = label(_mended(row.markup("location")))
    workplace = jobsite.remote_or(where)
    return Posting(
        title=title,
        company=label(_mended(row.markup("company"))),
        url=row.url("url"),
        apply_url=row.url("apply_url"),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=jobsite.areas([where]),
        remote=workplace,
        remote_scope=fill.scope(workplace, where),
        salary=fill.pay(fill.offer(row.number("salary_min"), row.number("salary_max"), "USD", "year"), said, ()),
        posted_at=row.date("date", "epoch"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _mended(text: str) -> str:
    """UTF-8 that was taken for Latin-1 (or its Windows kin), as it was."""
    if not MOJIBAKE.search(text):
        return text
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


NOTICE = '{"last_updated": 1772442000, "legal": "API Terms of Service: please link back"}'
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://remoteok.com/remote-dev-jobs?order_by=date",
        ref=refs.board(NAME, "dev", f"{SITE}/remote-dev-jobs"),
        spellings=("https://remoteOK.com/remote-dev-jobs.json", "https://remoteok.com/api?tag=dev"),
        body=f"""[{NOTICE}, {{"slug": "remote-glazier-fernbrook-1093001", "id": "1093001", "epoch": 1772442000,
            "date": "2026-03-02T09:00:00+00:00", "company": "Fernbrook", "position": "Glazier\u00e2\u0080\u0099s Mate",
            "tags": ["glass", "dev"], "description": "<p>You glaze from anywhere in Europe.</p>", "location": "Europe",
            "salary_min": 40000, "salary_max": 52000, "apply_url": "https://remoteok.com/l/1093001",
            "url": "https://remoteok.com/remote-jobs/remote-glazier-fernbrook-1093001"}}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glazier’s Mate",
                    company="Fernbrook",
                    url=f"{SITE}/remote-jobs/remote-glazier-fernbrook-1093001",
                    apply_url=f"{SITE}/l/1093001",
                    board=NAME,
                    token=ALL,
                    external_id="1093001",
                    locations=(Place(text="Europe"),),
                    remote=Remote.REMOTE,
                    remote_scope="Europe",
                    salary=Salary(min=40_000, max=52_000, currency="USD", period="year"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You glaze from anywhere in Europe.</p>",
                    description_text="You glaze from anywhere in Europe.",
                ),
            ),
        ),
    ),
    Example(
        url="https://remoteok.com/remote-jobs/remote-glazier-fernbrook-1093001?ref=x",
        ref=refs.posting(NAME, ALL, "1093001", f"{SITE}/remote-jobs/1093001"),
        spellings=(
            "https://remoteok.io/remote-jobs/1093001-remote-glazier-fernbrook",
            "https://remoteok.com/l/1093001",
            "https://remoteok.com/remote-jobs/l/1093001",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glazier",
            "hiringOrganization": {"name": "Fernbrook"}, "description": "You glaze."}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glazier",
                    company="Fernbrook",
                    url=f"{SITE}/remote-jobs/1093001",
                    board=NAME,
                    token=ALL,
                    external_id="1093001",
                    description_text="You glaze.",
                ),
            ),
        ),
    ),
    Example(url="https://remoteok.com/", ref=refs.board(NAME, ALL, SITE), spellings=("https://remoteok.com/api",)),
)
