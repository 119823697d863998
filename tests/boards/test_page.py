"""Which reader gives what on pages and files that no board owns, in which order, and how sure it is."""

from __future__ import annotations

import json

import pytest

from boards.build import answer, read
from boards.generic import PDF, pdf
from jobfinder.boards import registry
from jobfinder.boards.parts import fill
from jobfinder.errors import Broken
from jobfinder.model import Page, Ref, RefKind, Request, Response

SITE = "https://www.fernbrook.example"
LIST, POSTING, OTHER = f"{SITE}/careers", f"{SITE}/careers/head-gardener-7", f"{SITE}/company"
TEXT = """<p>You look after forty beds and a greenhouse, and you teach two apprentices. The role is full of roses.</p>
    <h3>Responsibilities</h3><ul><li>Roses</li></ul><h3>Requirements</h3><p>Three years of experience with gardens.</p>
    <h3>What we offer</h3><p>A pension, free plants and a greenhouse. We are an equal opportunity employer.</p>"""
ADVERT = f"<h1>Head Gardener</h1><p>Malmö, Sweden</p>{TEXT}<a href='/apply'>Apply now</a>"
ROWS = [
    {"id": "r-7", "title": "Head Gardener", "location": "Malmö, Sweden", "employmentType": "Full-time"},
    {"id": "r-8", "title": "Cook", "location": "Turin, Italy", "employmentType": "Part-time"},
]
STATE = f"<script id=__NEXT_DATA__ type=application/json>{json.dumps({'props': {'jobs': ROWS}})}</script>"
LINKED = '<script type=application/ld+json>{"@type": "JobPosting", "title": "Head Gardener"}</script>'
MICRO = "<div itemscope itemtype='https://schema.org/JobPosting'><h2 itemprop=title>Head Gardener</h2></div>"
LINKS = "<li><a href='/careers/head-gardener-7'>Head Gardener</a></li><li><a href='/careers/cook-8'>Cook</a></li>"
SECTIONS = f"<h1>Open positions</h1><h2>Head Gardener</h2>{TEXT}<h2>Cook</h2>{TEXT}"


def kind(page: Page) -> tuple[str, str, int]:
    return page.reader, page.kind.value, len(page.postings)


@pytest.mark.parametrize(
    ("url", "body", "expected"),
    [
        (POSTING, LINKED + ADVERT, ("jsonld", "posting", 1)),
        (POSTING, MICRO + ADVERT, ("microdata", "posting", 1)),
        (POSTING, "<div typeof=JobPosting><b property=title>Cook</b></div>", ("rdfa", "posting", 1)),
        (LIST, STATE + LINKS, ("state", "board", 2)),
        (LIST, LINKS, ("links", "board", 2)),
        (LIST, SECTIONS, ("sections", "board", 2)),
        (OTHER, SECTIONS, ("sections", "board", 2)),
        (POSTING, ADVERT, ("article", "posting", 1)),
        (OTHER, ADVERT, ("article", "posting", 1)),
        (OTHER, "<h1>Company</h1><p>We grow things.</p>", ("none", "unknown", 0)),
        (f"{SITE}/jobs.json", json.dumps(ROWS), ("records", "board", 2)),
        (f"{SITE}/job.json", json.dumps(ROWS[0] | {"description": TEXT}), ("records", "posting", 1)),
        (f"{SITE}/x.json", '{"title": "Fernbrook"}', ("none", "unknown", 0)),
        (
            f"{SITE}/jobs.txt",
            "Head Gardener\nLocation: Malmö\n" + "\n".join(TEXT.split(">")[1::2]),
            ("text", "posting", 1),
        ),
        (f"{SITE}/x.txt", "We will be back soon.", ("none", "unknown", 0)),
        (f"{SITE}/x", "", ("none", "unknown", 0)),
    ],
)
def test_the_surest_reader_that_finds_something(url: str, body: str, expected: tuple[str, str, int]) -> None:
    page = read(url, f"<html><body>{body}</body></html>" if body.startswith("<") else body)
    assert kind(page) == expected


def test_what_is_stated_is_sure_and_what_is_guessed_says_so() -> None:
    sure = {name: read(url, body).confidence for name, url, body in (
        *(("jsonld", POSTING, LINKED), ("state", LIST, STATE), ("links", LIST, LINKS)),
        *(("sections", OTHER, SECTIONS), ("article", OTHER, ADVERT)),
    )}  # fmt: skip
    assert sure["jsonld"] == 1.0
    assert sure["state"] >= sure["links"] > sure["sections"] > 0.5
    assert 0.5 <= sure["article"] < 1


def test_a_feed_in_json_is_a_feed() -> None:
    items = [row | {"url": f"{SITE}/jobs/{row['id']}"} for row in ROWS]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    assert kind(read(f"{SITE}/x.json", feed)) == ("feed", "feed", 2)


def test_an_address_of_a_posting_decides_between_a_posting_and_a_list() -> None:
    both = f"{STATE}<title>Head Gardener</title>{ADVERT}"
    assert kind(read(POSTING, both)) == ("article", "posting", 1)
    assert kind(read(LIST, both)) == ("state", "board", 2)


def test_what_was_asked_for_decides_what_is_looked_for() -> None:
    def asked(kind_: RefKind, body: str) -> Page:
        return registry.parse(Ref(board="page", kind=kind_, key="", url=OTHER), answer(OTHER, body))

    assert kind(asked(RefKind.POSTING, STATE + LINKS)) == ("none", "unknown", 0)
    assert kind(asked(RefKind.BOARD, ADVERT)) == ("none", "unknown", 0)
    assert kind(asked(RefKind.COMPANY, ADVERT)) == ("none", "unknown", 0)
    assert kind(asked(RefKind.COMPANY, STATE)) == ("none", "unknown", 0)
    assert kind(asked(RefKind.BOARD, SECTIONS)) == ("sections", "board", 2)


def test_one_posting_in_the_data_of_its_page() -> None:
    one = {"job": {"id": 7, "title": "Head Gardener", "location": "Malmö", "description": TEXT}}
    data = f"<script type=application/json>{json.dumps(one)}</script>"
    page = read(POSTING, f"<title>Head Gardener</title>{data}")
    assert (*kind(page), page.postings[0].url) == ("state", "posting", 1, POSTING)
    other = read(POSTING, f"<title>Something else</title>{data}")
    assert other.postings == ()
    closed = json.dumps({"job": one["job"] | {"status": "expired"}})
    page = read(POSTING, f"<title>Head Gardener</title><script type=application/json>{closed}</script>")
    assert (page.postings, page.closed) == ((), "status: expired")


def test_data_without_addresses_take_those_that_the_page_links() -> None:
    page = read(LIST, f"{STATE}<a href='/careers/head-gardener-R-7'>x</a><a href='/show?job=r-8'>y</a>")
    assert [posting.url for posting in page.postings] == [None, f"{SITE}/show?job=r-8"]
    page = read(LIST, f"{STATE}<a href='/careers/r-7'>x</a>")
    assert page.postings[0].url == f"{SITE}/careers/r-7"


def test_postings_that_scripts_would_write() -> None:
    script = (
        f"<script>window.seo = {json.dumps({'@type': 'JobPosting', 'title': 'Head Gardener', 'x': 'y' * 200})}</script>"
    )
    assert kind(read(POSTING, f"<html>{script}</html>")) == ("jsonld", "posting", 1)


def test_a_list_says_whether_there_is_more() -> None:
    page = read(f"{SITE}/jobs.json", {"jobs": ROWS, "total": 31})
    assert (page.total, page.complete, page.next) == (31, False, None)
    page = read(f"{SITE}/jobs.json", {"jobs": ROWS, "links": {"next": "?page=2"}})
    assert (page.complete, page.next) == (False, Request(url=f"{SITE}/jobs.json?page=2"))
    page = read(f"{SITE}/jobs.json", {"jobs": ROWS, "next": "https://other.example/jobs?page=2"})
    assert (page.complete, page.next) == (True, None)


@pytest.mark.parametrize("body", [LINKED + "<p>This job has expired.</p>", "<p>This job has expired.</p>" + ADVERT])
def test_a_page_that_says_so_is_closed(body: str) -> None:
    assert read(POSTING, body).closed == "This job has expired."


def test_a_text_that_speaks_of_closing_does_not_close_its_posting() -> None:
    text = "The role of the gate keeper is no longer available to the public."
    linked = json.dumps({"@type": "JobPosting", "title": "Head Gardener", "description": f"<p>{text}</p>"})
    page = read(POSTING, f"<script type=application/ld+json>{linked}</script><main><p>{text}</p></main>")
    assert (page.closed, len(page.postings)) == (None, 1)


def test_a_date_relative_to_the_day_of_the_answer() -> None:
    body = ADVERT.replace("Sweden", "Sweden · Posted 3 days ago").encode()
    told = (("date", "Tue, 10 Mar 2026 08:00:00 GMT"),)
    page = registry.parse(registry.recognize(POSTING), Response(url=POSTING, status=200, body=body, headers=told))
    assert page.postings[0].posted_at == "2026-03-07"
    assert read(POSTING, body.decode()).postings[0].posted_at is None


def test_a_pdf_and_a_text_are_postings() -> None:
    lines = [
        "Head Gardener (m/f/d)",
        "Location: Berlin, Germany",
        "You look after forty beds and a greenhouse of roses.",
    ]
    lines += [
        "Your responsibilities: roses, apprentices, tools.",
        "Requirements: three years of experience in a garden.",
    ]
    lines += ["We offer a pension, free plants and 30 days of vacation.", "Apply by mail. Full-time."]
    for reader, body in (("pdf", pdf(*lines)), ("text", "\n".join(lines).encode())):
        page = registry.parse(registry.recognize(OTHER), Response(url=OTHER, status=200, body=body))
        assert kind(page) == (reader, "posting", 1)
        posting = page.postings[0]
        assert (posting.title, posting.locations[0].city, posting.url) == ("Head Gardener (m/f/d)", "Berlin", OTHER)
        assert page.confidence < 1
    assert registry.parse(registry.recognize(OTHER), Response(url=OTHER, status=200, body=PDF)).postings == ()


def test_a_file_that_cannot_be_read_says_so() -> None:
    with pytest.raises(Broken, match="PDF"):
        registry.parse(registry.recognize(OTHER), Response(url=OTHER, status=200, body=b"%PDF-1.7 nothing"))


def test_descriptions_of_all_boards_hold_nothing_invisible() -> None:
    said = fill.description("<p>We\u202e make&#8203; tea.\U000e0041\x07</p>")
    assert (said.html, said.text) == ("<p>We make tea.</p>", "We make tea.")


def test_without_an_address_pages_are_read_as_well() -> None:
    ref = Ref(board="page", kind=RefKind.UNKNOWN, key="", url="")
    for body, expected in ((ADVERT, "article"), (SECTIONS, "sections"), (STATE, "state"), (LINKED, "jsonld")):
        page = registry.parse(ref, answer("", body))
        assert page.reader == expected
        assert all(posting.url is None for posting in page.postings)
