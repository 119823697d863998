"""Listings of the boards of group B: pages, sessions, merged rows, what is complete, what is never an empty board."""

from __future__ import annotations

import json

import pytest

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Ref, RefKind, Request, Response

UUIDS = [f"3d1f7a52-90b4-4c1e-8e57-{number:012d}" for number in range(9)]


def live(url: str, body: object, headers: tuple[tuple[str, str], ...] = (), sent: Request | None = None) -> Page:
    """What is read from an answer that somebody asked for."""
    text = body if isinstance(body, str) else json.dumps(body)
    request = sent or Request(url=url)
    response = Response(url=url, status=200, body=text.encode(), headers=headers, request=request)
    return registry.parse(registry.recognize(url), response)


def next_url(page: Page) -> str | None:
    return page.next.url if page.next else None


# ---------------------------------------------------------------- rows

ROWS: list[tuple[str, str | None, dict[str, object], str, str]] = [
    (
        "https://api.rippling.com/platform/api/ats/v1/board/acme/jobs",
        None,
        {"uuid": UUIDS[0], "name": "Cook"},
        "name",
        "uuid",
    ),
    ("https://api.gem.com/job_board/v0/acme/job_posts/", None, {"id": "4402718003", "title": "Cook"}, "title", "id"),
    ("https://acme.pinpointhq.com/postings.json", "data", {"id": "17417", "title": "Cook"}, "title", "id"),
    (
        "https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?token=6B1C0DE5&details=true",
        None,
        {"uid": "4C.A17", "name": "Cook"},
        "name",
        "uid",
    ),
    (
        "https://acme.freshteam.com/hire/widgets/jobs.json",
        "jobs",
        {"unique_id": "abcd-1", "title": "Cook"},
        "title",
        "unique_id",
    ),
    (
        "https://api.manatal.com/open/v3/career-page/acme/jobs/",
        "results",
        {"hash": "AB12CD34", "position_name": "Cook"},
        "position_name",
        "hash",
    ),
    (
        f"https://app.dover.com/api/v1/careers-page/{UUIDS[1]}/jobs",
        "results",
        {"id": UUIDS[0], "title": "Cook"},
        "title",
        "id",
    ),
]


@pytest.mark.parametrize(("url", "name", "row", "title", "id_"), ROWS, ids=[row[0].split("/")[2] for row in ROWS])
def test_a_row_without_title_or_id_is_left_out(
    url: str, name: str | None, row: dict[str, object], title: str, id_: str
) -> None:
    rows = [row, {**row, id_: None}, {**row, title: " "}]
    page = read(url, rows if name is None else {name: rows})
    assert [one.title for one in page.postings] == ["Cook"]
    assert not page.complete
    with pytest.raises(Broken):
        read(url, rows[1:] if name is None else {name: rows[1:]})


# ---------------------------------------------------------------- rippling

PAGED = "https://ats.rippling.com/api/v2/board/acme/jobs"


def _second(page: int, pages: int) -> dict[str, object]:
    place = {"name": "New York, NY", "country": "United States", "state": "NY", "city": "New York"}
    row = {"id": UUIDS[0], "name": "Cook", "url": f"https://ats.rippling.com/acme/jobs/{UUIDS[0]}"}
    rows = [{**row, "locations": [{**place, "workplaceType": "ON_SITE"}]}]
    return {"items": rows, "page": page, "pageSize": 1, "totalItems": 2, "totalPages": pages}


def test_rippling_pages_of_version_two() -> None:
    first = read(f"{PAGED}?page=0&pageSize=100", _second(0, 2))
    assert next_url(first) == f"{PAGED}?page=1&pageSize=100"
    assert (first.total, first.postings[0].remote, first.postings[0].locations[0].city) == (2, "onsite", "New York")
    assert read(f"{PAGED}?page=1&pageSize=100", _second(1, 2)).next is None


def test_rippling_stops_where_another_page_is_answered() -> None:
    page = read(f"{PAGED}?page=1&pageSize=100", _second(0, 2))
    assert (page.next, page.complete) == (None, False)


def test_rippling_places_of_one_posting_are_merged_and_leave_the_workplace_open() -> None:
    rows = [
        {"uuid": UUIDS[0], "name": "Cook", "workLocation": {"label": label}}
        for label in ("Remote (Ireland)", "Cork, Ireland", "Remote (Ireland)")
    ]
    posting = read("https://api.rippling.com/platform/api/ats/v1/board/acme/jobs", rows).postings[0]
    assert [place.text for place in posting.locations] == ["Remote (Ireland)", "Cork, Ireland"]
    assert (posting.remote, posting.remote_scope) == ("remote", "Ireland")


# ---------------------------------------------------------------- dover, manatal, join

DOVER = f"https://app.dover.com/api/v1/careers-page/{UUIDS[1]}/jobs"


def _dover(count: int, next_: str | None) -> dict[str, object]:
    rows = [{"id": uuid, "title": "Cook", "is_published": True, "is_sample": False} for uuid in UUIDS[:count]]
    return {"count": 9, "next": next_, "results": [*rows, {"id": UUIDS[8], "title": "Draft", "is_published": False}]}


def test_dover_looks_a_name_up_and_goes_on_from_offset_to_offset() -> None:
    named = read("https://app.dover.com/api/v1/careers-page-slug/acme", {"id": UUIDS[1].upper(), "slug": "acme"})
    assert (named.postings, named.complete, next_url(named)) == ((), False, f"{DOVER}?limit=100&offset=0")
    first = read(f"{DOVER}?limit=100&offset=0", _dover(4, "https://app.dover.com/evil"))
    assert (len(first.postings), next_url(first)) == (4, f"{DOVER}?limit=100&offset=5")
    last = read(f"{DOVER}?limit=100&offset=5", _dover(2, None))
    assert (len(last.postings), last.next) == (2, None)


def test_dover_keeps_the_name_that_was_asked_for() -> None:
    ref = registry.recognize("https://app.dover.com/jobs/acme")
    page = registry.parse(ref, answer(f"{DOVER}?limit=100&offset=0", _dover(1, None)))
    assert page.postings[0].token == "acme"
    assert registry.recognize(page.postings[0].url or "").key == f"job:dover:{UUIDS[0]}"


MANATAL = "https://api.manatal.com/open/v3/career-page/acme/jobs/"


def _manatal(next_: str | None) -> dict[str, object]:
    return {"count": 2, "next": next_, "results": [{"hash": "AB12CD34", "position_name": "Cook"}]}


def test_manatal_pages() -> None:
    first = read(f"{MANATAL}?page=1&page_size=100", _manatal(f"{MANATAL}?page=2&page_size=100"))
    assert next_url(first) == f"{MANATAL}?page=2&page_size=100"
    assert read(f"{MANATAL}?page=2&page_size=100", _manatal(None)).next is None
    assert read(f"{MANATAL}?page=3", {"count": 2, "next": f"{MANATAL}?page=4", "results": []}).next is None


@pytest.mark.parametrize("number", ["x", "-1", "9999999", "²", ""])
def test_a_list_does_not_go_on_from_a_page_that_is_no_number(number: str) -> None:
    linked = _manatal(f"{MANATAL}?page=2")
    assert read(f"{MANATAL}?page={number}&page_size=100", linked).next is None
    assert next_url(read(f"{MANATAL}?page={number}&page=7", linked)) == f"{MANATAL}?page=8&page_size=100"


def test_manatal_posting_that_may_be_on_a_later_page_is_not_gone() -> None:
    ref = registry.recognize("https://www.careers-page.com/acme/job/ZZ99YY88")
    with pytest.raises(Broken):
        registry.parse(ref, answer(MANATAL, _manatal(f"{MANATAL}?page=2")))
    with pytest.raises(Gone):
        registry.parse(ref, answer(MANATAL, _manatal(None)))


def _join(page: int, **row: object) -> str:
    item = {"id": 16200417, "idParam": "16200417-cook", "title": "Cook", **row}
    jobs = {"items": [item], "pagination": {"page": page, "pageCount": 2, "total": 6}}
    state = {"props": {"pageProps": {"initialState": {"jobs": jobs, "company": {"name": "Acme"}}}}}
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'


def test_join_pages() -> None:
    home = "https://join.com/companies/acme"
    assert next_url(read(home, _join(1))) == f"{home}?page=2"
    last = read(f"{home}?page=2", _join(2))
    assert (last.next, last.complete, last.total) == (None, True, 6)
    repeated = read(f"{home}?page=2", _join(1))
    assert (repeated.next, repeated.complete) == (None, False)


def test_join_amounts_are_in_the_smallest_unit_and_only_those_shown() -> None:
    pay = {"salaryAmountFrom": {"amount": 300000, "currency": "EUR"}, "salaryFrequency": "PER_MONTH"}
    shown = read("https://join.com/companies/acme", _join(1, **pay)).postings[0].salary
    assert shown is not None
    assert (shown.min, shown.max, shown.currency, shown.period) == (3000, None, "EUR", "month")
    yen = {"salaryAmountTo": {"amount": 5000000, "currency": "JPY"}, "salaryFrequency": "PER_YEAR"}
    shown = read("https://join.com/companies/acme", _join(1, **yen)).postings[0].salary
    assert shown is not None
    assert (shown.max, shown.period) == (5_000_000, "year")
    hidden = {**pay, "settings": {"showSalary": False}}
    assert read("https://join.com/companies/acme", _join(1, **hidden)).postings[0].salary is None


# ---------------------------------------------------------------- icims, jibe

ICIMS = "https://careers-acme.icims.com/jobs/search?ss=1&pr={}&in_iframe=1"


def _icims(stated: str, number: int = 4127) -> str:
    row = f'<li class="iCIMS_JobCardItem"><a class="iCIMS_Anchor" href="/jobs/{number}/cook/job"><h3>Cook</h3></a></li>'
    return f'<div class="iCIMS_SearchResultsHeader">{stated}</div><ul class="iCIMS_JobsTable">{row}</ul>'


def test_icims_goes_on_in_the_session_of_the_first_page() -> None:
    cookies = (("set-cookie", "JSESSIONID=AB12; Path=/; HttpOnly"), ("set-cookie", "icimsCookiesEnabled=1"))
    first = live(ICIMS.format(0), _icims("Page 1 of 3"), cookies)
    assert first.next == Request(url=ICIMS.format(1), headers=(("cookie", "JSESSIONID=AB12; icimsCookiesEnabled=1"),))
    second = live(first.next.url, _icims("Page 2 of 3"), sent=first.next)
    assert second.next == Request(url=ICIMS.format(2), headers=first.next.headers)
    last = live(ICIMS.format(2), _icims("Page 3 of 3"), sent=second.next)
    assert (last.next, last.complete) == (None, True)


def test_icims_stops_where_the_first_page_is_answered_again() -> None:
    page = live(ICIMS.format(1), _icims("Page 1 of 3"))
    assert (page.next, page.complete) == (None, False)


def test_icims_empty_list_is_one_and_an_error_is_none() -> None:
    empty = read(ICIMS.format(0), '<div class="iCIMS_SearchResultsHeader">Search Results</div>')
    assert (empty.kind, empty.postings) == (RefKind.BOARD, ())
    with pytest.raises(Broken):
        read(ICIMS.format(0), "<html><body><h1>Service unavailable</h1></body></html>")


JIBE = "https://acme.jibeapply.com/api/jobs?page={}&limit={}&sortBy=relevance&descending=false&internal=false"


def _jibe(numbers: range, total: int, *languages: str) -> dict[str, object]:
    rows = [
        {"data": {"slug": str(number), "title": f"Cook ({language})", "language": language}}
        for number in numbers
        for language in languages or ("en-us",)
    ]
    return {"jobs": rows, "totalCount": total}


def test_jibe_pages() -> None:
    assert next_url(read(JIBE.format(1, 100), _jibe(range(100, 200), 150))) == JIBE.format(2, 100)
    last = read(JIBE.format(2, 100), _jibe(range(200, 250), 150))
    assert (last.next, last.complete, last.total) == (None, True, 150)


def test_jibe_site_with_smaller_pages_is_read_to_its_end() -> None:
    assert next_url(read(JIBE.format(1, 100), _jibe(range(100, 120), 45))) == JIBE.format(2, 20)
    assert next_url(read(JIBE.format(2, 20), _jibe(range(120, 140), 45))) == JIBE.format(3, 20)
    assert read(JIBE.format(3, 20), _jibe(range(140, 145), 45)).next is None
    assert read(JIBE.format(9, 20), _jibe(range(0), 45)).next is None


def test_jibe_languages_of_one_posting_are_one_in_english() -> None:
    page = read(JIBE.format(1, 100), _jibe(range(20, 22), 4, "fr-ca", "en-us"))
    assert [(one.title, one.external_id) for one in page.postings] == [("Cook (en-us)", "20"), ("Cook (en-us)", "21")]
    assert (page.total, page.complete) == (None, True)


# ---------------------------------------------------------------- whole lists on pages


def test_comeet_asks_the_api_for_texts_that_the_page_lacks() -> None:
    row = {"name": "Founder", "uid": "4C.A17", "location": {"name": "Haifa", "country": "IL"}}
    company = {"company_uid": "6B.00D", "token": "6B1C0DE5"}
    page = f"<script>COMPANY_DATA = {json.dumps(company)}; COMPANY_POSITIONS_DATA = [{json.dumps(row)}];</script>"
    home = "https://www.comeet.com/jobs/acme/6B.00D"
    asked = live(home, page)
    assert (asked.postings, asked.complete) == ((), False)
    assert next_url(asked) == (
        "https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?token=6B1C0DE5&details=true"
    )
    saved = read(home, page)
    assert [(one.title, one.token) for one in saved.postings] == [("Founder", "6B.00D")]
    assert (saved.next, saved.complete) == (None, True)
    internal = live(str(next_url(asked)), [{**row, "is_internal": True}])
    assert (internal.postings, internal.total) == ((), 0)


def test_zoho_page_that_is_full_is_not_all() -> None:
    rows = [{"id": f"5905220000118{number:05d}", "Posting_Title": "Cook", "Remote_Job": "true"} for number in range(50)]
    value = json.dumps(rows).replace('"', "&quot;")
    page = read("https://acme.zohorecruit.com/jobs/Careers", f'<html><input id="jobs" value="{value}"></html>')
    assert (len(page.postings), page.complete, page.total) == (50, False, None)
    assert {one.remote for one in page.postings} == {"remote"}


def test_freshteam_feed_ends_at_a_thousand() -> None:
    jobs = [{"unique_id": f"abcd-{number}", "title": "Cook", "deleted": number == 7} for number in range(1000)]
    page = read("https://acme.freshteam.com/hire/widgets/jobs.json", {"jobs": jobs})
    assert (len(page.postings), page.total, page.complete) == (999, 999, False)


def test_freshteam_page_in_the_place_of_the_feed_is_no_board() -> None:
    with pytest.raises(Gone) as gone:
        read("https://acme.freshteam.com/hire/widgets/jobs.json", "<html><h1>Page not found</h1></html>")
    assert not gone.value.certain


@pytest.mark.parametrize(
    ("url", "empty"),
    [
        ("https://acme.applytojob.com/apply", '<div class="jobs-list">There are no openings.</div>'),
        ("https://jobs.jobvite.com/acme/jobs", '<p class="jv-page-message">No open positions at this time.</p>'),
        ("https://jobs.gusto.com/boards/acme-" + UUIDS[0], '<div id="job-board-header"><h1>Acme</h1></div>'),
        (
            "https://www.ycombinator.com/companies/acme/jobs",
            """<div data-page='{"props": {"jobPostings": []}}'></div>""",
        ),
        ("https://acme.zohorecruit.com/jobs/Careers", '<input id="jobs" value="[]">'),
        ("https://acme.homerun.co/", '<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title></feed>'),
    ],
)
def test_empty_boards_on_pages(url: str, empty: str) -> None:
    page = read(url, f"<html><body>{empty}</body></html>" if "<feed" not in empty else empty)
    assert (page.kind, page.postings, page.total, page.complete) == (RefKind.BOARD, (), 0, True)


def test_jazzhr_list_of_links() -> None:
    item = """<li class="list-group-item"><h3 class="list-group-item-heading">
        <a href="/apply/kQ3xVb7TzM/Weaver">Weaver (M/F/D)</a></h3><ul class="list-inline list-group-item-text">
        <li><i class="fa fa-map-marker"></i>Tulsa, OK</li><li><i class="fa fa-sitemap"></i>Willow</li></ul></li>"""
    page = read("https://acme.applytojob.com/apply", f'<div class="jobs-list"><ul>{item}</ul></div>')
    weaver = page.postings[0]
    assert (weaver.title, weaver.external_id, weaver.department) == ("Weaver (M/F/D)", "kQ3xVb7TzM", "Willow")
    assert [place.city for place in weaver.locations] == ["Tulsa"]


def test_jazzhr_feed_is_never_all() -> None:
    job = """<job><id>job_20260302093015_XQ</id><title><![CDATA[Weaver & Dyer]]></title><city>Tulsa</city>
        <state>OK</state><country>United States</country><type>Full Time</type><experience>Experienced</experience>
        <url>http://acme.applytojob.com/apply/kQ3xVb7TzM/Weaver</url>
        <description><![CDATA[<p>You weave.</p>]]></description></job>"""
    feed = f"<?xml version='1.0'?><jobs><publisher>JazzHR</publisher>{job}</jobs>"
    page = read("https://app.jazz.co/feeds/export/jobs/acme", feed)
    weaver = page.postings[0]
    assert (weaver.title, weaver.posted_at, weaver.description_text) == (
        "Weaver & Dyer",
        "2026-03-02T09:30:15",
        "You weave.",
    )
    assert (weaver.url, weaver.employment_type) == ("https://acme.applytojob.com/apply/kQ3xVb7TzM", "full_time")
    assert not page.complete


def test_homerun_feed_on_the_employers_own_domain() -> None:
    entry = """<entry><title>Comber</title><link rel="alternate" href="https://jobs.duneglas.example/comber/nl"/>
        <id>job_1</id><location><name>Remote</name></location></entry>"""
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    comber = read("https://feed.homerun.co/duneglas", feed).postings[0]
    assert (comber.token, comber.external_id, comber.remote) == ("duneglas", "comber", "remote")
    assert not read("https://feed.homerun.co/duneglas", feed[:-20]).complete


def test_only_lists_that_give_everything_prove_an_absence() -> None:
    whole = {"comeet", "freshteam", "gem", "jazzhr", "jobvite", "join", "rippling"}
    paged = {"dover", "gusto", "homerun", "icims", "jibe", "manatal", "pinpoint", "ycombinator", "zohorecruit"}
    assert {name for name in whole | paged if registry.whole(name)} == whole


def test_a_saved_list_tells_its_board_by_its_links() -> None:
    ref = Ref(board="jobvite", kind=RefKind.BOARD, key="", url="")
    row = '<tr><td class="jv-job-list-name"><a href="/acme/job/oB7hQ2sL">Cook</a></td></tr>'
    page = registry.parse(ref, answer("", f'<html><table class="jv-job-list">{row}</table></html>'))
    assert page.postings[0].token == "acme"
