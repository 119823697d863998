"""Every board through the whole machine: its examples are served where it asks, and a bare address becomes jobs."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from acceptance.made import live_through
from acceptance.stage import HOUR, Stage
from databases import SqliteFiles
from jobfinder.boards import registry
from jobfinder.boards.interface import Adapter, Example
from jobfinder.boards.roster import VENDORS
from jobfinder.demo.answer import Answer, missing
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.errors import Refused
from jobfinder.model import RefKind, Request


def refuses(example: Example) -> bool:
    """Does the board not want to be read?"""
    try:
        registry.requests(example.ref)
    except Refused:
        return True
    return False


def wants_key(example: Example) -> bool:
    """Is the board asked with a key of the seeker's?"""
    asked = registry.requests(example.ref)
    return any("{" in said for one in asked for said in (one.url, *dict(one.headers).values()))


ALL = [(vendor, number, example) for vendor in VENDORS for number, example in enumerate(vendor.EXAMPLES)]
ANSWERED = [
    pytest.param(vendor, example, id=f"{vendor.NAME}-{number}")
    for vendor, number, example in ALL
    if example.page is not None and example.page.postings and not refuses(example) and not wants_key(example)
]
WALLED = [
    pytest.param(example.url, id=f"{vendor.NAME}-{number}") for vendor, number, example in ALL if refuses(example)
]


@pytest.fixture
def stores(sqlite_files: SqliteFiles) -> SqliteFiles:
    """One database is enough: nothing here is about the store."""
    return sqlite_files


def serve(web: DemoWeb, request: Request, body: str) -> None:
    """Answer exactly this request; everything else on its host is missing."""
    wanted = urlsplit(request.url)
    target = wanted.path + (f"?{wanted.query}" if wanted.query else "")

    def answer(asked: Incoming) -> Answer:
        if (asked.method, asked.target) != (request.method, target or "/"):
            return missing()
        kind = "application/json" if body.lstrip()[:1] in ("{", "[") else "text/html; charset=utf-8"
        return Answer(body=body.encode(), content_type=kind)

    web.serve(wanted.hostname or "", "/*", answer)


@pytest.mark.parametrize(("adapter", "example"), ANSWERED)
async def test_a_bare_address_becomes_jobs(stage: Stage, web: DemoWeb, adapter: Adapter, example: Example) -> None:
    assert example.page is not None
    serve(web, registry.requests(example.ref)[0], example.body)
    submitted = stage.submit(example.url)
    await stage.run()
    if example.page.next is not None:
        # Its next page is missing: after some attempts the part that can be read is taken.
        await live_through(stage, 12 * HOUR)
    known = {(row["posting"] or {}).get("title") or row["title"] for row in stage.finder.jobs()}
    assert {posting.title for posting in example.page.postings} <= known, stage.message(submitted)
    if example.ref.kind is RefKind.POSTING:
        (row,) = [row for row in stage.finder.jobs() if row["key"] == submitted.key]
        assert row["posting"]["title"] == example.page.postings[0].title
        assert row["posting"]["board"] == adapter.NAME


@pytest.mark.parametrize("url", WALLED)
async def test_a_board_that_does_not_want_to_be_read_says_what_to_do(stage: Stage, web: DemoWeb, url: str) -> None:
    submitted = stage.submit(url)
    await stage.run()
    assert stage.status(submitted) == "blocked"
    assert "--page" in stage.message(submitted) or "set" in stage.message(submitted)
    assert web.count() == 0
