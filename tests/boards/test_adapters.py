"""Every adapter by its own examples, and the contract that all of them keep."""

from __future__ import annotations

import pytest

from boards.build import answer, read
from jobfinder.boards import registry, rss
from jobfinder.boards.interface import Adapter, Example
from jobfinder.boards.roster import VENDORS
from jobfinder.errors import Broken, Gone, Refused, StepError
from jobfinder.model import Ref, RefKind, Response
from jobfinder.read import urls

OF_ALL = [(adapter, number, one) for adapter in registry.ADAPTERS for number, one in enumerate(adapter.EXAMPLES)]
EXAMPLES = [pytest.param(adapter, one, id=f"{adapter.NAME}-{number}") for adapter, number, one in OF_ALL]
ANSWERED = [pytest.param(adapter, one, id=f"{adapter.NAME}-{number}") for adapter, number, one in OF_ALL if one.page]


@pytest.mark.parametrize("adapter", registry.ADAPTERS, ids=registry.names())
def test_every_adapter_has_examples_with_answers(adapter: Adapter) -> None:
    assert any(example.page is not None for example in adapter.EXAMPLES)


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES)
def test_recognised(adapter: Adapter, example: Example) -> None:
    assert adapter.match(example.url) == example.ref
    assert registry.recognize(example.url) == example.ref


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES)
def test_all_spellings_are_one_thing(adapter: Adapter, example: Example) -> None:
    for url in example.spellings:
        found = registry.recognize(url)
        assert (url, found.key, found.kind) == (url, example.ref.key, example.ref.kind)


@pytest.mark.parametrize(("adapter", "example"), ANSWERED)
def test_read(adapter: Adapter, example: Example) -> None:
    url = next(iter(asked(example)), example.ref.url)
    assert registry.parse(example.ref, answer(url, example.body)) == example.page


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES)
def test_one_owner(adapter: Adapter, example: Example) -> None:
    asked = (*registry.candidates(urls.host(example.url)), rss)
    owners = [other.NAME for other in asked if other.match(example.url)]
    assert owners == ([] if adapter.NAME == "page" else [adapter.NAME])


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES)
def test_what_is_asked_for_is_recognised_as_the_same_thing(adapter: Adapter, example: Example) -> None:
    for url in asked(example):
        again = registry.recognize(url)
        assert again.board == example.ref.board
        assert again.token == example.ref.token


def asked(example: Example) -> list[str]:
    """What is asked of the web for an example; nothing of a site that does not let programs read it."""
    try:
        return [request.url for request in registry.requests(example.ref)]
    except Refused:
        return []


HOSTILE = [
    b"",
    b"null",
    b"[]",
    b"{}",
    b"[[]]",
    b"[" * 200_000,
    b'{"jobs": 3}',
    b'{"jobs": [null, 3, "x", [], {}]}',
    b'{"jobs": [{"id": true, "title": {}}]}',
    b'[{"id": null, "text": ["x"]}]',
    b"\xff\xfe\x00",
    b"<",
    b"<html>" + b"<div>" * 20_000,
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(("adapter", "example"), EXAMPLES)
def test_any_body_gives_a_page_or_a_step_error(adapter: Adapter, example: Example, body: bytes) -> None:
    try:
        page = registry.parse(example.ref, Response(url=example.ref.url, status=200, body=body))
    except StepError:
        return
    assert all(posting.title for posting in page.postings)


LISTED = {a.NAME: e.ref for a in VENDORS for e in a.EXAMPLES if e.page and e.ref.kind in (RefKind.BOARD, RefKind.FEED)}


@pytest.mark.parametrize("board", LISTED.values(), ids=LISTED)
def test_an_error_page_is_never_an_empty_board(board: Ref) -> None:
    for body in ("<html><body>We will be back soon</body></html>", '{"message": "maintenance"}', "busy"):
        with pytest.raises((Broken, Gone)):
            registry.parse(board, answer(board.url, body))


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES)
def test_not_found_is_gone(adapter: Adapter, example: Example) -> None:
    for status, certain in ((404, False), (410, True)):
        with pytest.raises(Gone) as gone:
            registry.parse(example.ref, answer(example.ref.url, "", status))
        assert gone.value.certain is certain


# ---------------------------------------------------------------- greenhouse

GREENHOUSE = "https://boards-api.greenhouse.io/v1/boards/tinmoth/jobs"


def test_greenhouse_board_with_less_than_it_states_is_not_complete() -> None:
    page = read(GREENHOUSE, {"jobs": [{"id": 4001, "title": "A"}], "meta": {"total": 2}})
    assert (len(page.postings), page.complete, page.total) == (1, False, 2)
    assert read(GREENHOUSE, {"jobs": [{"id": 4001, "title": "A"}], "meta": {"total": 1}}).complete
    assert not read(GREENHOUSE, {"jobs": [{"id": 4001, "title": "A"}, {"id": 4002}]}).complete


def test_greenhouse_says_not_found() -> None:
    with pytest.raises(Gone):
        read(f"{GREENHOUSE}/4001", {"status": 404, "error": "Job not found"})
    with pytest.raises(Broken):
        read(f"{GREENHOUSE}/4001", {"status": 500, "error": "Internal error"})


def test_greenhouse_pay_in_zones_and_in_custom_fields() -> None:
    zones = [
        {"min_cents": 9000000, "max_cents": 12000000, "currency_type": "USD", "title": "Zone A annual"},
        {"min_cents": 8000000, "max_cents": 11000000, "currency_type": "USD", "title": "Zone B annual"},
        {"min_cents": 5000, "max_cents": 6000, "currency_type": "USD", "title": "Hourly Rate"},
    ]
    salary = read(f"{GREENHOUSE}/4001", {"id": 4001, "title": "A", "pay_input_ranges": zones}).postings[0].salary
    assert salary is not None
    assert (salary.min, salary.max, salary.currency, salary.period) == (80_000, 120_000, "USD", "year")
    custom = {"name": "Pay", "value_type": "currency_range", "value": {"min_value": "70000.0", "max_value": "90000.0"}}
    custom["value"] |= {"unit": "GBP"}  # type: ignore[operator]
    salary = read(f"{GREENHOUSE}/4001", {"id": 4001, "title": "A", "metadata": [custom]}).postings[0].salary
    assert salary is not None
    assert (salary.min, salary.max, salary.currency, salary.period) == (70_000, 90_000, "GBP", "year")


def test_greenhouse_content_escaped_twice_and_not_at_all() -> None:
    for content in (
        "<p>R&amp;D</p>",
        "&lt;p&gt;R&amp;amp;D&lt;/p&gt;",
        "&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;",
    ):
        posting = read(f"{GREENHOUSE}/4001", {"id": 4001, "title": "A", "content": content}).postings[0]
        assert posting.description_html == "<p>R&amp;D</p>"
        assert posting.description_text == "R&D"


def test_unsafe_addresses_are_dropped() -> None:
    posting = read(f"{GREENHOUSE}/4001", {"id": 4001, "title": "A", "absolute_url": "javascript:alert(1)"}).postings[0]
    assert posting.url is None
    assert posting.apply_url is None


# ---------------------------------------------------------------- lever

LEVER = "https://api.lever.co/v0/postings/tideglass"


def _rows(count: int) -> list[dict[str, object]]:
    return [{"id": f"00000000-0000-4000-8000-{number:012d}", "text": f"Role {number}"} for number in range(count)]


def test_lever_pages() -> None:
    first = read(f"{LEVER}?mode=json&skip=0&limit=100", _rows(100))
    assert first.next is not None
    assert first.next.url == f"{LEVER}?mode=json&skip=100&limit=100"
    assert not first.complete
    last = read(first.next.url, _rows(7))
    assert (last.next, last.complete) == (None, True)
    assert read(f"{LEVER}?mode=json", _rows(250)).next is None


def test_lever_alternatives_begin_in_the_region_known() -> None:
    hosts = {
        "https://jobs.lever.co/tideglass": ["api.lever.co", "api.eu.lever.co"],
        "https://jobs.eu.lever.co/tideglass": ["api.eu.lever.co", "api.lever.co"],
    }
    for url, expected in hosts.items():
        assert [r.url.split("/")[2] for r in registry.requests(registry.recognize(url))] == expected


def test_lever_unknown_board_and_failure() -> None:
    with pytest.raises(Gone):
        read(LEVER, {"ok": False, "error": "Document not found"})
    with pytest.raises(Broken):
        read(LEVER, {"ok": False, "error": "Internal server error"})


def test_lever_country_of_the_main_location_is_not_that_of_others() -> None:
    one = {"id": "x", "text": "A", "country": "SI", "categories": {"location": "Portland"}}
    two = {"id": "x", "text": "A", "country": "SI", "categories": {"allLocations": ["Portland", "Vienna, Austria"]}}
    assert [place.country for place in read(LEVER, [one]).postings[0].locations] == ["SI"]
    assert "SI" not in [place.country for place in read(LEVER, [two]).postings[0].locations]


# ---------------------------------------------------------------- ashby

ASHBY = "https://api.ashbyhq.com/posting-api/job-board/Moss"
ID = "5b1f0c7e-3a44-4c1d-8f0e-6a2d9b7c4e15"


def _ashby(**fields: object) -> dict[str, object]:
    return {"jobs": [{"id": ID, "title": "Grower", "isListed": True, **fields}]}


def test_ashby_posting_that_left_the_board_is_gone() -> None:
    ref = registry.recognize(f"https://jobs.ashbyhq.com/Moss/{ID}")
    with pytest.raises(Gone) as gone:
        registry.parse(ref, answer(ASHBY, {"jobs": []}))
    assert not gone.value.certain
    with pytest.raises(Gone):
        registry.parse(ref, answer(ASHBY, _ashby(isListed=False)))


def test_ashby_shows_pay_only_where_the_board_does() -> None:
    parts = [{"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "USD", "minValue": 90000}]
    pay = {"compensation": {"summaryComponents": parts}}
    shown = read(ASHBY, _ashby(**pay)).postings[0].salary
    assert shown is not None
    assert (shown.min, shown.max, shown.period) == (90_000, None, "year")
    assert read(ASHBY, _ashby(**pay, shouldDisplayCompensationOnJobPostings=False)).postings[0].salary is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"isRemote": True, "workplaceType": "Hybrid"}, "hybrid"),
        ({"isRemote": True, "workplaceType": None}, "remote"),
        ({"isRemote": False, "workplaceType": "OnSite"}, "onsite"),
        ({"isRemote": False}, None),
        ({"isRemote": None, "location": "Remote - EU"}, "remote"),
        ({}, None),
    ],
)
def test_ashby_workplace(fields: dict[str, object], expected: str | None) -> None:
    assert read(ASHBY, _ashby(**fields)).postings[0].remote == expected


def test_ashby_city_of_an_office_is_not_that_of_remote_work() -> None:
    address = {"postalAddress": {"addressLocality": "San Francisco", "addressCountry": "United States"}}
    place = read(ASHBY, _ashby(location="Remote", address=address)).postings[0].locations[0]
    assert (place.text, place.city, place.country) == ("Remote", None, "US")
    posting = read(ASHBY, _ashby(location="EU & US", address=address, isRemote=True)).postings[0]
    assert (posting.locations[0].city, posting.remote_scope) == (None, "EU & US")
