"""Threats 8 and 9: markup, JSON and XML that are made to stall or to swell their reader.

All of it goes through the processes that can be stopped, by the very functions that the steps use. What comes out is a
page or an error of ours; nothing hangs, nothing is expanded, no file is opened.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Broken, Fault, StepError
from jobfinder.model import Page, Response
from jobfinder.outside.parsers import Parsers
from jobfinder.outside.settings import MEGABYTE, Parsing
from jobfinder.steps.company_extract import extracted
from jobfinder.steps.company_fetch import board_links, onward, stated_home
from jobfinder.steps.web import leads

SITE = "https://acme.example"
WATCHDOG = 120.0


def nested(tag: str, size: int) -> str:
    """Elements inside each other, none of them closed."""
    return f"<{tag}>" * (size // (len(tag) + 2))


def advert(description: str) -> str:
    data = json.dumps({"@type": "JobPosting", "title": "Cook", "description": description})
    return f'<script type="application/ld+json">{data}</script>'


STALLS: dict[str, Callable[[], str]] = {
    "div": lambda: nested("div", 500_000),
    "p": lambda: nested("p", 500_000),
    "table": lambda: nested("table", 500_000),
    "tables and cells": lambda: "<table><tr><td>" * 40_000,
    "formatting": lambda: "<b><i><a>" * 50_000,
    "attributes": lambda: "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
    "one long attribute": lambda: "<a href='" + "x" * MEGABYTE + "'>jobs</a>",
    "links": lambda: "<a href=/jobs/1>Cook</a>" * 8_000,
    "an open comment": lambda: "<!--" * 200_000,
    "an open tag": lambda: "<a " * 200_000,
    "an open script": lambda: "<script>" * 100_000,
    "entities": lambda: "&amp;" * 200_000,
    "nested description": lambda: advert(nested("div", 200_000)),
    "description of open tags": lambda: advert("<" * 200_000),
    "description of blanks": lambda: advert("x" + " " * 400_000 + "x"),
    "description of numbers": lambda: advert("1,000 - " * 50_000),
    "many adverts": lambda: advert("Cook") * 1_000,
    "nested objects": lambda: '<script type="application/ld+json">' + '{"@graph":[' * 50_000,
    "state of a script": lambda: '<script id="__NEXT_DATA__" type="application/json">' + '{"a":' * 100_000,
    "brackets": lambda: "[[]" * (8 * MEGABYTE // 3),
    "braces": lambda: '{"jobs":[' * 500_000,
    "a long number": lambda: '{"jobs":[' + "9" * MEGABYTE + "]}",
    "many rows": lambda: json.dumps({"jobs": [{"id": n, "title": "Cook"} for n in range(20_000)]}),
}
ADDRESSES = (
    f"{SITE}/careers",
    f"{SITE}/jobs.rss",
    "https://boards-api.greenhouse.io/v1/boards/acme/jobs",
    "https://jobs.lever.co/acme/00000000-0000-4000-8000-000000000001",
)


@pytest.fixture(scope="module")
def parsers() -> Iterator[Parsers]:
    """A pool whose processes have read something before, so that nothing is loaded while they are watched."""
    pool = Parsers(["jobfinder.steps"])
    yield pool
    pool.close()


def answer(url: str, body: str | bytes) -> Response:
    kind = "application/json" if body[:1] in ("[", "{") else "text/html"
    content = body.encode() if isinstance(body, str) else body
    return Response(url=url, status=200, body=content, headers=(("content-type", kind),))


async def attempt(parsers: Parsers, limits: Parsing, function: Callable[..., Any], *args: Any) -> object:
    """What comes of reading: a result, or an error of ours."""
    try:
        async with asyncio.timeout(WATCHDOG):
            return await parsers.read(limits, function, *args)
    except StepError as error:
        return error


def expected(found: object) -> None:
    """Whatever it is, it is no defect of a reader."""
    assert not isinstance(found, Fault) or found.kind == "parser", found


@pytest.mark.parametrize("name", STALLS)
async def test_a_page_made_to_stall_is_read_or_given_up(parsers: Parsers, name: str) -> None:
    body = STALLS[name]()
    for url in ADDRESSES:
        expected(await attempt(parsers, Parsing(), registry.parse, registry.recognize(url), answer(url, body)))
    page = answer(ADDRESSES[0], body)
    for function in (leads, onward, board_links, stated_home):
        expected(await attempt(parsers, Parsing(), function, page))
    expected(await attempt(parsers, Parsing(), extracted, (page,), (body[:100_000],), SITE))
    assert await parsers.read(Parsing(), len, "and on") == 6


# ---------------------------------------------------------------- XML

FEED = """<rss version='2.0'><channel><title>{0}</title>
<item><title>{0}</title><link>https://acme.example/1</link></item></channel></rss>"""
SITEMAP = """<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>
<url><loc>https://acme.example/jobs/{0}</loc></url></urlset>"""
PERSONIO = "<workzag-jobs><position><id>1</id><name>{0}</name><office>{0}</office></position></workzag-jobs>"
KINDS = {
    "feed": (f"{SITE}/jobs.rss", FEED),
    "sitemap": (f"{SITE}/sitemap.xml", SITEMAP),
    "personio": ("https://acme.jobs.personio.de/xml", PERSONIO),
    "page": (f"{SITE}/careers", FEED),
}
HEAD = "<?xml version='1.0'?>"
LAUGHS = "<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))


def bombs(document: str, secret: str) -> dict[str, bytes]:
    """The document with each of the things that XML can do to its reader."""
    laughing = f"<!DOCTYPE x [{LAUGHS}]>" + document.format("&l9;")
    large = f"<!DOCTYPE x [<!ENTITY a '{'a' * 100_000}'>]>" + document.format("&a;" * 20_000)
    external = f"<!DOCTYPE x [<!ENTITY e SYSTEM '{secret}'>]>" + document.format("&e;")
    parameter = f"<!DOCTYPE x [<!ENTITY % p SYSTEM '{secret}'> %p;]>" + document.format("title")
    include = f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{secret}' parse='text'/>"
    texts = {
        "a billion laughs": laughing,
        "blanks before them": " " * 30_000 + laughing,
        "quadratic": large,
        "an external entity": external,
        "an external subset": f"<!DOCTYPE x SYSTEM '{secret}'>" + document.format("title"),
        "a parameter entity": parameter,
        "an include": document.format(include),
        "depth": document.format("<a>" * 300_000),
    }
    wide = (HEAD.replace("?>", " encoding='utf-16'?>") + laughing).encode("utf-16")
    return {name: (HEAD + text).encode() for name, text in texts.items()} | {"laughs in UTF-16": wide}


@pytest.mark.parametrize("bomb", bombs("", ""))
@pytest.mark.parametrize("kind", KINDS)
async def test_xml_is_never_expanded_and_opens_no_file(parsers: Parsers, kind: str, bomb: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("canary")
    url, document = KINDS[kind]
    body = bombs(document, secret.as_uri())[bomb]
    harmless = Response(url=url, status=200, body=(HEAD + document.format("Cook")).encode())
    assert isinstance(await attempt(parsers, Parsing(), registry.parse, registry.recognize(url), harmless), Page)
    hostile = replace(harmless, body=body)
    # Not the limits of time and memory stop it: the reader itself refuses it, at once.
    limits = Parsing(seconds=3, memory=512 * MEGABYTE)
    found = await attempt(parsers, limits, registry.parse, registry.recognize(url), hostile)
    said = repr(found) + str(found)
    assert "was stopped" not in said
    assert "canary" not in said
    assert "hahaha" not in said
    assert len(said) < 2 * len(body) + 10_000
    if b"ENTITY" in body:
        assert isinstance(found, Broken) or not getattr(found, "postings", ()), found
