"""Jobylon: the embedded list of a company, one page for all openings; addresses of postings do not name the company.

Pure; called through `boards.registry`. A token is the company's number, or that of a group of companies behind "g". A
posting's number is its own among all companies, so its key has no token. The list is a JavaScript literal inside a
script; it has no texts, and dates in the words of its language. Postings state themselves as structured data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import counted, embedded, fill, hosted, refs, script
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.boards.parts.node import Node, nodes
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import dates, fields, urls

NAME = "jobylon"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("jobylon.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

EMBED, HOSTED = "cdn.jobylon.com", "emp.jobylon.com"
HOSTED_HOSTS = frozenset({HOSTED, "www.jobylon.com", "jobylon.com"})
KINDS = {"companies": "", "company-groups": "g"}
TOKEN = re.compile(r"g?\d{1,9}")
SLUG = re.compile(r"(\d{1,9})(?:-[^/]{0,300})?")
LIST = "JBL.embed_v2['jobs']"
INIT = re.compile(r"\bjbl_company_id\s{0,5}=\s{0,5}[\"']?(\d{1,9})")
LANGUAGE = re.compile(r"job-lang-([a-z]{2})")


def match(url: str) -> Ref | None:
    """Embedded lists of any version, and postings with their forms."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if parts.host in HOSTED_HOSTS and len(path) > 1 and path[0] == "jobs" and (slug := SLUG.fullmatch(path[1])):
        return _posting_ref(None, slug[1], path[1])
    if parts.host == EMBED and len(path) > 2 and path[0] == "jobs" and path[1] in KINDS and path[2].isdecimal():
        return refer(f"{KINDS[path[1]]}{path[2]}")
    return None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board of a company or group, or the posting of that number."""
    name = token.lower()
    if not TOKEN.fullmatch(name):
        return None
    if external_id:
        return _posting_ref(name, external_id, external_id) if SLUG.fullmatch(external_id) else None
    kind = "company-groups" if name.startswith("g") else "companies"
    return refs.board(NAME, name, f"https://{EMBED}/jobs/{kind}/{name.removeprefix('g')}/embed/v2/")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list with room for everything; the page of a posting."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{ref.url}?page_size=1000"),)


def parse(ref: Ref, response: Response) -> Page:
    """The list in the script of an embedded page, or the posting that a page states."""
    if not is_markup(response):
        raise Broken("Jobylon answered something that is no page")
    listed = script.assigned(embedded.text(response), LIST) if ref.kind is not RefKind.POSTING else None
    if not isinstance(listed, list):
        return hosted.parse(ref, response, match)
    rows = tuple(row for row in nodes(listed) if row.flag("is_internal") is not True)
    return counted.page(NAME, len(rows), (_posting(ref, row) for row in rows), total=len(rows))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The settings of the script that embeds a list."""
    for found in INIT.finditer(markup):
        if ref := refer(found[1]):
            yield Mark(ref=ref, how="script settings", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _posting_ref(token: str | None, id_: str, slug: str) -> Ref:
    url = f"https://{HOSTED}/jobs/{quote(slug)}/"
    key = f"job:{NAME}:{id_}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=key, url=url, token=token, external_id=id_)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, id_ = row.text("title"), row.text("id")
    link = urls.join(f"https://{HOSTED}/", row.markup("url"))
    own = match(link) if link else None
    if not title or own is None or own.external_id != id_:
        return None
    said = fill.description("" if row.text("summary") == "None" else row.markup("summary"))
    workplace = fill.remote(row.text("workspace"))
    return Posting(
        title=title,
        company=row.text("company"),
        url=own.url,
        board=NAME,
        token=ref.token or row.text("company_id"),
        external_id=id_,
        locations=_places(row),
        remote=workplace or fill.remote(title),
        employment_type=fields.employment(row.text("employment_type")),
        department=", ".join(row.texts("departments")) or row.text("function"),
        posted_at=_date(row.text("published_date")),
        closes_at=_date(row.text("to_date")),
        description_html=said.html,
        description_text=said.text,
        language=_language(row) or said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    return fill.locations(row.texts("locations") or row.texts("locations_text"))


def _date(stated: str | None) -> str | None:
    return dates.iso(stated) if stated else None


def _language(row: Node) -> str | None:
    """The language stands in the names of classes."""
    classes = row.value("klass")
    names = classes if isinstance(classes, dict) else {}
    return next((found[1] for name in names if (found := LANGUAGE.fullmatch(str(name)))), None)


# ---------------------------------------------------------------- examples

LISTED = """<!DOCTYPE html><html lang="sv"><body><script>
    JBL.embed_v2['functions'] = ['Verkstad',];
    JBL.embed_v2['jobs'] = [
        {
            id: '870123', url: '/jobs/870123-mosswork-linsslipare/',
            title: 'Linsslipare \\u002D Mosswork\\u0027s verkstad',
            company: 'Mosswork', company_id: '4711', logo:  'https://media.example/logo.png',
            klass: { 'job-id-870123': true, 'job-lang-sv': true, 'internal': false, },
            layers: { }, locations: [ 'Varberg', ], locations_text: 'Varberg',
            departments: [ 'Verkstad', ], workspace: 'Arbete p\\u00e5 plats', experience: 'Ing\\u00e5ngsniv\\u00e5',
            employment_type: 'Deltid', function: 'Hantverk', language: 'Swedish', summary: 'None',
            to_date: '30 april 2026', published_date: '2 maj 2025', is_internal: false
        },
    ];
    </script></body></html>"""
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://emp.jobylon.com/jobs/870123-mosswork-linsslipare/?utm_source=x",
        ref=_posting_ref(None, "870123", "870123-mosswork-linsslipare"),
        spellings=(
            "http://emp.jobylon.com/jobs/870123-mosswork-grinder",
            "https://emp.jobylon.com/jobs/870123-mosswork-linsslipare/apply/#form",
        ),
        body="""<!DOCTYPE html><html lang="sv"><head><script type="application/ld+json">{"@context":
            "https://schema.org/", "@type": "JobPosting", "title": "Linsslipare", "datePosted": "2026-03-02",
            "description": "<p>Du slipar linser och vet vad ljuset gör.</p>", "validThrough": "2026-04-30",
            "employmentType": "PART_TIME", "hiringOrganization": {"@type": "Organization", "name": "Mosswork"},
            "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Varberg",
            "addressCountry": "SE"}}}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Linsslipare",
                    company="Mosswork",
                    url="https://emp.jobylon.com/jobs/870123-mosswork-linsslipare/",
                    board=NAME,
                    external_id="870123",
                    locations=(Place(text="Varberg, SE", city="Varberg", country="SE"),),
                    employment_type="part_time",
                    posted_at="2026-03-02",
                    closes_at="2026-04-30",
                    description_html="<p>Du slipar linser och vet vad ljuset gör.</p>",
                    description_text="Du slipar linser och vet vad ljuset gör.",
                    language="sv",
                ),
            ),
        ),
    ),
    Example(
        url="https://cdn.jobylon.com/jobs/companies/4711/embed/v2/?page_size=1000",
        ref=refs.board(NAME, "4711", "https://cdn.jobylon.com/jobs/companies/4711/embed/v2/"),
        spellings=(
            "http://cdn.jobylon.com/jobs/companies/4711/embed/v2#jobs",
            "https://cdn.jobylon.com/jobs/companies/4711/embed/v1/?target=x",
        ),
        body=LISTED,
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Linsslipare - Mosswork's verkstad",
                    company="Mosswork",
                    url="https://emp.jobylon.com/jobs/870123-mosswork-linsslipare/",
                    board=NAME,
                    token="4711",
                    external_id="870123",
                    locations=(Place(text="Varberg", city="Varberg", country="SE"),),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    department="Verkstad",
                    posted_at="2025-05-02",
                    closes_at="2026-04-30",
                    language="sv",
                ),
            ),
        ),
    ),
    Example(
        url="https://cdn.jobylon.com/jobs/company-groups/77/embed/v2/",
        ref=refs.board(NAME, "g77", "https://cdn.jobylon.com/jobs/company-groups/77/embed/v2/"),
    ),
)
