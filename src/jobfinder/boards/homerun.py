"""Homerun: the Atom feed of a company, with the text of every vacancy; a posting is read from its page.

Pure; called through `boards.registry`. Pages are on homerun.co or on the employer's own domain, to which the feed then
links; a posting goes by the last part of its address, the feed's ids are others. `updated` is when it was last edited.
Beside Atom's elements there are a department, a location and a type, each with a name.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import fill, hosted, refs, tenants
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, fields, urls, xml
from jobfinder.read.values import JSON, Object, raw_text, text

NAME = "homerun"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("homerun.co",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "homerun.co"
FEED = "https://feed.homerun.co"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,150}")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
OTHERS = frozenset({"jobs", "vacancies", "sitemap.xml", "robots.txt", "privacy", "privacy-policy", "apply", "embed"})
"""Pages of a company beside its vacancies."""
TAIL = ("apply", "application", "confirm")


def match(url: str) -> Ref | None:
    """Boards, postings in any language, forms, and feeds."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if parts.host == "feed.homerun.co":
        return refer(path[0]) if path else None
    token = tenants.of_host(parts.host, DOMAIN)
    if token is None:
        return None
    return refer(token, path[0]) if _is_posting(path) else refer(token) if path[1:] == () else None


def _is_posting(path: tuple[str, ...]) -> bool:
    """A vacancy's name, and behind it at most a language and a word for its form."""
    if not path or path[0].lower() in OTHERS or LANGUAGE.fullmatch(path[0].lower()):
        return False
    return all(LANGUAGE.fullmatch(part.lower()) or part.lower() in TAIL for part in path[1:])


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no name of a vacancy."""
    name = tenants.label(token)
    if name is None:
        return None
    home = f"https://{name}.{DOMAIN}"
    if external_id is None:
        return refs.board(NAME, name, f"{home}/")
    slug = external_id.lower()
    return refs.posting(NAME, name, slug, f"{home}/{slug}") if SLUG.fullmatch(slug) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed; the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"{FEED}/{ref.token}"),)


def parse(ref: Ref, response: Response) -> Page:
    """The feed, or a page."""
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    root = xml.root(response.body) if b"<feed" in response.body[:2000] else None
    if root is None or root.name != "feed":
        shown = hosted.shown(ref, response, match)
        if shown is None:
            raise Broken("Homerun's answer is no feed")
        return shown
    entries = [xml.fields(node) for node in xml.children(root.node) if xml.name_of(node) == "entry"]
    found = tuple(posting for entry in entries if (posting := _posting(ref, entry)))
    if entries and not found:
        raise Broken("none of the vacancies in Homerun's feed could be read")
    whole = root.complete and len(found) == len(entries)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=found, total=len(entries), complete=whole)


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting(ref: Ref, entry: Object) -> Posting | None:
    title, link = text(entry.get("title")), _link(entry.get("link"))
    slug = _slug(link)
    if title is None or link is None or slug is None:
        return None
    to = match(link)
    said = fill.description(_longest(entry))
    stated = _named(entry, "location")
    where = fill.locations([stated])
    mode = fill.remote(stated, title)
    words = text(entry.get("salaryindication"))
    return Posting(
        title=title,
        company=_named(entry, "author"),
        url=link,
        board=NAME,
        token=ref.token or (to.token if to else None),
        external_id=slug,
        locations=where,
        remote=mode,
        remote_scope=fill.scope(mode, stated),
        employment_type=fields.employment(_named(entry, "type")),
        department=_named(entry, "department"),
        salary=fill.pay(fill.worded(words), said, where),
        updated_at=dates.iso(text(entry.get("updated"))),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _link(value: JSON) -> str | None:
    """The page of the vacancy: the link to another form of the entry."""
    listed = [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
    best = next((part for part in listed if part.get("rel") in ("alternate", None)), None)
    return urls.join("", raw_text(best.get("href")) or "") if best else None


def _slug(link: str | None) -> str | None:
    """The last part of the address that is a name, not a language or a form."""
    parts = urls.parts(link or "")
    names = [part.lower() for part in parts.segments if not LANGUAGE.fullmatch(part.lower())] if parts else []
    names = [name for name in names if name not in TAIL]
    return names[-1] if names and SLUG.fullmatch(names[-1]) else None


def _named(entry: Object, name: str) -> str | None:
    """The name inside an element, or its text."""
    return text(entry.get(name))


def _longest(entry: Object) -> str:
    """The whole text; the summary is a part of it, or all there is."""
    return max((raw_text(entry.get(name)) or "" for name in ("description", "content", "summary")), key=len)


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://Duneglas.homerun.co/beach-comber/en/apply?utm_source=x#form",
        ref=refs.posting(NAME, "duneglas", "beach-comber", "https://duneglas.homerun.co/beach-comber"),
        spellings=("https://duneglas.homerun.co/beach-comber", "http://duneglas.homerun.co/beach-comber/nl/"),
        body="""<html lang="en"><head><script type="application/ld+json">{"@type": "JobPosting",
            "title": "Beach Comber", "datePosted": "2026-03-02", "hiringOrganization": {"name": "Duneglas"},
            "jobLocation": {"address": {"addressLocality": "Haarlem", "addressCountry": "NL"}},
            "description": "<p>You comb the beach.</p>"}</script></head></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Beach Comber",
                    company="Duneglas",
                    url="https://duneglas.homerun.co/beach-comber",
                    board=NAME,
                    token="duneglas",
                    external_id="beach-comber",
                    locations=(Place(text="Haarlem, NL", city="Haarlem", country="NL"),),
                    posted_at="2026-03-02",
                    description_html="<p>You comb the beach.</p>",
                    description_text="You comb the beach.",
                    language="en",
                ),
            ),
        ),
    ),
    Example(
        url="https://duneglas.homerun.co/?ref=x",
        ref=refs.board(NAME, "duneglas", "https://duneglas.homerun.co/"),
        spellings=("https://duneglas.homerun.co/nl", "https://feed.homerun.co/duneglas"),
        body="""<?xml version="1.0" encoding="UTF-8" ?><feed xmlns="http://www.w3.org/2005/Atom">
            <title type="text">Duneglas</title><updated>2026-03-05T10:00:00+00:00</updated>
            <entry><author><name>Duneglas</name></author><title type="text">Beach Comber</title>
            <link rel="alternate" type="text/html" href="https://duneglas.homerun.co/beach-comber"/><id>job_KX41</id>
            <summary type="html"><![CDATA[You comb.]]></summary>
            <description type="html"><![CDATA[<p>You comb the beach.</p>]]></description>
            <department><name>Shore</name></department><location><name>Haarlem, Netherlands</name></location>
            <type><name>Part-time</name></type><updated>2026-03-04 08:46:19</updated></entry></feed>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Beach Comber",
                    company="Duneglas",
                    url="https://duneglas.homerun.co/beach-comber",
                    board=NAME,
                    token="duneglas",
                    external_id="beach-comber",
                    locations=(Place(text="Haarlem, Netherlands", city="Haarlem", country="NL"),),
                    employment_type="part_time",
                    department="Shore",
                    updated_at="2026-03-04T08:46:19",
                    description_html="<p>You comb the beach.</p>",
                    description_text="You comb the beach.",
                ),
            ),
        ),
    ),
)
