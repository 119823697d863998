"""Answers of the boards with an API: windows and pages, postings that are gone, pay, places, odd shapes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.boards.parts import listing
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Posting, Remote, Request, Response, Salary

LONG = "You look after the gardens. " * 120


def asked(request: Request, body: object) -> Page:
    """What is read from the answer to a request that was made."""
    ref = registry.recognize(request.url)
    return registry.parse(ref, replace(answer(request.url, body), request=request))


def one(url: str, body: object) -> Posting:
    """The only posting of an answer."""
    (posting,) = read(url, body).postings
    return posting


def sent(request: Request) -> dict[str, Any]:
    """The JSON that a request sends."""
    found: dict[str, Any] = json.loads(request.body or b"{}")
    return found


# ---------------------------------------------------------------- whole boards in one answer

GREENHOUSE = "https://boards-api.greenhouse.io/v1/boards/tinmoth/jobs?content=true"
ASHBY = "https://api.ashbyhq.com/posting-api/job-board/tinmoth"
RECRUITEE = "https://tinmoth.recruitee.com/api/offers/"
BREEZY = "https://tinmoth.breezy.hr/json"
PERSONIO = "https://tinmoth.jobs.personio.de/xml?language=en"
COUNT = listing.WINDOW + 3


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def position(number: int) -> str:
    text = (
        f"<jobDescriptions><jobDescription><name>Tasks</name><value>{LONG}</value></jobDescription></jobDescriptions>"
    )
    return f"<position><id>{7000 + number}</id><name>Role {number}</name><office>Berlin</office>{text}</position>"


HUGE = {
    GREENHOUSE: {"jobs": [{"id": 4000 + n, "title": f"Role {n}", "content": LONG} for n in range(COUNT)]},
    ASHBY: {"jobs": [{"id": uuid(n), "title": f"Role {n}", "descriptionPlain": LONG} for n in range(COUNT)]},
    RECRUITEE: {"offers": [{"slug": f"role-{n}", "title": f"Role {n}", "description": LONG} for n in range(COUNT)]},
    BREEZY: [{"id": f"0a1b2c3d{n:04x}", "name": f"Role {n}", "description": LONG} for n in range(COUNT)],
    PERSONIO: f"<workzag-jobs>{''.join(map(position, range(COUNT)))}</workzag-jobs>",
}


@pytest.mark.parametrize(("url", "body"), HUGE.items())
def test_a_huge_answer_is_read_in_windows(url: str, body: object) -> None:
    first = asked(Request(url=url), body)
    assert first.next is not None
    assert (len(first.postings), first.next.url, first.next.part) == (listing.WINDOW, url, listing.WINDOW)
    last = asked(first.next, body)
    assert (len(last.postings), last.next, last.complete) == (3, None, True)
    titles = [posting.title for posting in (*first.postings, *last.postings)]
    assert titles == [f"Role {number}" for number in range(COUNT)]
    assert len(read(url, body).postings) == COUNT


@pytest.mark.parametrize(("url", "body"), HUGE.items())
def test_one_posting_is_found_anywhere_in_a_huge_answer(url: str, body: object) -> None:
    board = registry.recognize(url)
    last = read(url, body).postings[-1]
    ref = registry.posting_ref(board, last.external_id or "")
    assert ref is not None
    page = registry.parse(ref, replace(answer(url, body), request=Request(url=url)))
    assert [posting.title for posting in page.postings] == [f"Role {COUNT - 1}"]


def test_a_huge_greenhouse_board_with_less_than_it_states_is_not_complete() -> None:
    body = {**HUGE[GREENHOUSE], "meta": {"total": COUNT + 1}}  # type: ignore[dict-item]
    first = asked(Request(url=GREENHOUSE), body)
    assert first.next is not None
    last = asked(first.next, body)
    assert (first.total, last.complete) == (COUNT + 1, False)


def test_a_posting_that_left_its_board_is_gone() -> None:
    for url, body in (
        ("https://tinmoth.recruitee.com/o/gone", {"offers": []}),
        ("https://tinmoth.breezy.hr/p/0a1b2c3d4e5f", []),
        ("https://tinmoth.bamboohr.com/careers/7", {"result": []}),
        ("https://apply.workable.com/tinmoth/j/0A1B2C3D4E/", {"jobs": []}),
        ("https://tinmoth.jobs.personio.de/job/7", "<workzag-jobs></workzag-jobs>"),
    ):
        with pytest.raises(Gone) as gone:
            read(url, body)
        assert not gone.value.certain


# ---------------------------------------------------------------- Workable

ACCOUNT = "https://apply.workable.com/api/v3/accounts/tinmoth/jobs"
ROW = {"shortcode": "0A1B2C3D4E", "title": "Gardener", "state": "published"}


def test_workable_has_a_second_list_with_tokens() -> None:
    widget, newer = registry.requests(registry.recognize("https://apply.workable.com/tinmoth"))
    assert (widget.method, newer.method, newer.url, sent(newer)) == ("GET", "POST", ACCOUNT, {})
    first = asked(newer, {"total": 2, "results": [ROW], "nextPage": "abc"})
    assert first.next is not None
    assert (first.next.method, first.next.url, sent(first.next), first.total) == ("POST", ACCOUNT, {"token": "abc"}, 2)
    assert first.next.headers == newer.headers
    last = asked(first.next, {"total": 2, "results": [ROW | {"shortcode": "1A1B2C3D4E"}]})
    assert (last.next, last.complete) == (None, True)
    assert asked(first.next, {"total": 2, "results": [], "nextPage": "abc"}).next is None


def test_a_saved_page_of_workable_may_be_one_of_many() -> None:
    page = read(ACCOUNT, {"total": 2, "results": [ROW], "nextPage": "abc"})
    assert (page.next, page.complete) == (None, False)
    assert read(ACCOUNT, {"total": 1, "results": [ROW]}).complete


def test_workable_shows_what_is_published_and_not_hidden() -> None:
    page = read(ACCOUNT, {"total": 2, "results": [ROW, ROW | {"shortcode": "1A1B2C3D4E", "state": "draft"}]})
    assert [posting.external_id for posting in page.postings] == ["0A1B2C3D4E"]
    places = [{"city": "Cork", "country": "Ireland", "hidden": True}, {"city": "Lyon", "country": "France"}]
    posting = one(ACCOUNT, {"total": 1, "results": [ROW | {"locations": places, "workplace": "on_site"}]})
    assert [place.city for place in posting.locations] == ["Lyon"]
    assert posting.remote is Remote.ONSITE


def test_companies_on_jobs_workable_com() -> None:
    url = "https://jobs.workable.com/api/v1/companies/aB3dE5gH7jK9mN2pQ4sT6v"
    row = {
        "id": uuid(1),
        "title": "Gardener",
        "state": "published",
        "url": "https://jobs.workable.com/view/x1/gardener",
        "company": {"title": "Tinmoth", "website": "https://tinmoth.example"},
        "location": {"city": "Cork", "subregion": "County Cork", "countryName": "Ireland"},
        "employmentType": "Full-time",
        "workplace": "hybrid",
        "created": "2026-03-02T09:00:00.000Z",
    }
    page = asked(Request(url=url), {"totalSize": 2, "nextPageToken": "a/b", "jobs": [row]})
    posting = page.postings[0]
    assert (posting.company, posting.company_url, posting.url) == (
        "Tinmoth",
        "https://tinmoth.example/",
        "https://jobs.workable.com/view/x1/gardener",
    )
    assert (posting.locations[0].country, posting.remote, posting.employment_type) == ("IE", "hybrid", "full_time")
    assert page.next == Request(url=f"{url}?pageToken=a%2Fb")


def test_workable_says_not_found() -> None:
    with pytest.raises(Gone):
        read("https://apply.workable.com/api/v2/accounts/tinmoth/jobs/0A1B2C3D4E", {"error": "Not found"})
    with pytest.raises(Broken):
        read("https://apply.workable.com/api/v2/accounts/tinmoth/jobs/0A1B2C3D4E", {"error": "Too many requests"})


# ---------------------------------------------------------------- SmartRecruiters

SMART = "https://api.smartrecruiters.com/v1/companies/Tinmoth/postings"


def smart(count: int, offset: int, total: int) -> dict[str, object]:
    rows = [{"id": f"7440001{offset + number:05d}", "name": "Gardener"} for number in range(count)]
    return {"offset": offset, "limit": 100, "totalFound": total, "content": rows}


def test_smartrecruiters_pages() -> None:
    first = read(f"{SMART}?limit=100&offset=0", smart(100, 0, 130))
    assert first.next == Request(url=f"{SMART}?limit=100&offset=100")
    assert (first.complete, first.total) == (False, 130)
    last = read(f"{SMART}?limit=100&offset=100", smart(30, 100, 130))
    assert (last.next, last.complete) == (None, True)
    assert read(f"{SMART}?limit=100&offset=200", smart(0, 200, 130)).next is None


def test_smartrecruiters_knows_no_unknown_companies() -> None:
    page = read(f"{SMART}?limit=100&offset=0", smart(0, 0, 0))
    assert (page.postings, page.total, page.next) == ((), 0, None)
    assert not registry.whole("smartrecruiters")


def test_smartrecruiters_postings_that_are_not_active() -> None:
    with pytest.raises(Gone) as gone:
        read(f"{SMART}/744000100000001", {"id": "744000100000001", "name": "Gardener", "active": False})
    assert gone.value.certain


def test_smartrecruiters_pay_and_ids_of_forms() -> None:
    pay = {"min": 50000, "max": 60000, "currency": "eur", "period": "YEAR"}
    url = f"https://jobs.smartrecruiters.com/oneclick-ui/company/Tinmoth/publication/{uuid(7)}"
    posting = one(url, {"id": "744000100000001", "name": "Gardener", "compensation": pay})
    assert (posting.external_id, posting.token) == ("744000100000001", "Tinmoth")
    assert posting.salary == Salary(min=50000, max=60000, currency="EUR", period="year")


# ---------------------------------------------------------------- Workday

CXS = "https://tinmoth.wd5.myworkdayjobs.com/wday/cxs/tinmoth/External/jobs"


def found(count: int, total: int, start: int = 0, families: tuple[str, ...] = ()) -> dict[str, object]:
    rows = [{"title": "Baker", "externalPath": f"/job/Cork/Baker_R-{start + number}"} for number in range(count)]
    values = [{"descriptor": name, "id": name, "count": 1} for name in families]
    return {"total": total, "jobPostings": rows, "facets": [{"facetParameter": "jobFamilyGroup", "values": values}]}


def search() -> Request:
    return registry.requests(registry.recognize("https://tinmoth.wd5.myworkdayjobs.com/External"))[0]


def test_workday_asks_for_all_four_fields() -> None:
    request = search()
    assert (request.method, request.url) == ("POST", CXS)
    assert sent(request) == {"appliedFacets": {}, "limit": 20, "offset": 0, "searchText": ""}
    assert dict(request.headers)["accept-language"] == "en-US"
    assert dict(request.headers)["content-type"] == "application/json"


def test_workday_pages_to_the_end() -> None:
    first = asked(search(), found(20, 45))
    assert first.next is not None
    assert (sent(first.next)["offset"], first.total, first.complete) == (20, 45, False)
    # Late pages count nothing.
    second = asked(first.next, found(20, 0, 20))
    assert second.next is not None
    assert (sent(second.next)["offset"], second.total) == (40, None)
    last = asked(second.next, found(5, 0, 40))
    assert (last.next, last.complete) == (None, True)


def test_workday_stops_where_nothing_comes() -> None:
    first = asked(search(), found(20, 45))
    assert first.next is not None
    empty = asked(first.next, found(0, 45))
    assert (empty.next, empty.complete) == (None, False)
    nothing = asked(search(), found(0, 0))
    assert (nothing.next, nothing.complete, nothing.total) == (None, True, 0)
    assert read(CXS, found(20, 45)).next is None
    for rows, total in ((20, 45), (5, 0)):
        assert not read(CXS, found(rows, total)).complete


def test_workday_counts_to_two_thousand_and_is_asked_by_family_beyond() -> None:
    families = ("bread", "cakes")
    request = asked(search(), found(20, 2000, families=families)).next
    visited = []
    for _ in range(10):
        if request is None:
            break
        (family,) = sent(request)["appliedFacets"]["jobFamilyGroup"]
        offset = sent(request)["offset"]
        visited.append((family, offset))
        page = asked(request, found(20 if offset == 0 else 3, 23, offset, families))
        assert (page.complete, page.total) == (False, None)
        request = page.next
    assert visited == [("bread", 0), ("bread", 20), ("cakes", 0), ("cakes", 20)]


def test_workday_without_families_stops_at_what_is_counted() -> None:
    request = search()
    page = asked(replace(request, body=json.dumps(sent(request) | {"offset": 1980}).encode()), found(20, 2000, 1980))
    assert (page.next, page.complete, page.total) == (None, False, None)


def test_workday_reads_a_posting_where_its_address_says_first() -> None:
    ref = registry.recognize("https://wd5.myworkdaysite.com/en-US/recruiting/tinmoth/External/job/Cork/Baker_R-7-1")
    first, second, page = (request.url for request in registry.requests(ref))
    assert first == "https://wd5.myworkdaysite.com/wday/cxs/tinmoth/External/job/Cork/Baker_R-7-1"
    assert second == "https://tinmoth.wd5.myworkdayjobs.com/wday/cxs/tinmoth/External/job/Cork/Baker_R-7-1"
    assert page == "https://wd5.myworkdaysite.com/recruiting/tinmoth/External/job/Cork/Baker_R-7-1"


def test_workday_rows_are_recognised_as_themselves() -> None:
    for url in (
        "https://tinmoth.wd5.myworkdayjobs.com/External",
        "https://wd5.myworkdaysite.com/recruiting/tinmoth/External",
    ):
        posting = registry.parse(registry.recognize(url), answer(url, found(1, 1))).postings[0]
        ref = registry.recognize(posting.url or "")
        assert (ref.token, ref.external_id) == (posting.token, posting.external_id) == ("tinmoth.wd5.External", "R-0")


def test_workday_requisitions_have_postings_on_several_sites() -> None:
    row = {"title": "Baker", "externalPath": "/job/Cork/Baker_R-7-1", "bulletFields": ["Cork", "R-7"]}
    posting = one(CXS, {"total": 1, "jobPostings": [row]})
    assert (posting.external_id, posting.requisition_id) == ("R-7-1", "R-7")


def test_workday_families_without_postings_are_passed_over() -> None:
    families = ("bread", "cakes")
    request = asked(search(), found(20, 2000, families=families)).next
    assert request is not None
    following = asked(request, found(0, 0, families=families)).next
    assert following is not None
    assert sent(following)["appliedFacets"] == {"jobFamilyGroup": ["cakes"]}


def test_workday_several_places_are_not_one() -> None:
    row = {"title": "Baker", "externalPath": "/job/Baker_R-1", "locationsText": "3 Locations", "bulletFields": ["x"]}
    posting = one(CXS, {"total": 1, "jobPostings": [row]})
    assert (posting.locations, posting.requisition_id, posting.posted_at) == ((), None, None)


# ---------------------------------------------------------------- Recruitee

OFFER: dict[str, object] = {"slug": "gardener", "title": "Gardener"}


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({"remote": True}, "remote"),
        ({"hybrid": True, "remote": False}, "hybrid"),
        ({"on_site": True, "remote": True}, "hybrid"),
        ({"on_site": True}, "onsite"),
        ({"remote": False, "hybrid": False, "on_site": False}, None),
    ],
)
def test_recruitee_workplace(flags: dict[str, bool], expected: str | None) -> None:
    assert one(RECRUITEE, {"offers": [OFFER | flags]}).remote == expected


def test_recruitee_translations() -> None:
    words = {"nl": {"title": "Tuinier", "description": "<p>Je werkt.</p>"}}
    dutch = one(RECRUITEE, {"offers": [OFFER | {"title": "", "translations": words}]})
    assert (dutch.title, dutch.description_text, dutch.language) == ("Tuinier", "Je werkt.", "nl")
    both = words | {"en": {"title": "Gardener", "description": "<p>You work.</p>"}}
    english = one(RECRUITEE, {"offers": [OFFER | {"title": "Tuinier", "translations": both}]})
    assert (english.title, english.description_text, english.language) == ("Gardener", "You work.", "en")


def test_recruitee_offers_on_a_domain_of_their_own_keep_the_board() -> None:
    link = "https://jobs.tinmoth.example/o/gardener"
    posting = one(RECRUITEE, {"offers": [OFFER | {"careers_url": link, "salary": {"min": "", "max": None}}]})
    assert (posting.url, posting.token, posting.external_id, posting.salary) == (link, "tinmoth", "gardener", None)


def test_recruitee_is_asked_for_one_offer_and_then_for_all() -> None:
    requests = registry.requests(registry.recognize("https://tinmoth.recruitee.com/o/gardener"))
    assert [request.url for request in requests] == [f"{RECRUITEE}gardener", RECRUITEE]


# ---------------------------------------------------------------- Personio


def test_personio_hours_that_leave_a_choice() -> None:
    def kind(schedule: str, contract: str) -> str | None:
        text = f"<schedule>{schedule}</schedule><employmentType>{contract}</employmentType>"
        return one(
            PERSONIO, f"<workzag-jobs><position><id>7</id><name>A</name>{text}</position></workzag-jobs>"
        ).employment_type

    assert kind("full-or-part-time", "permanent") is None
    assert kind("full-time", "intern") == "internship"
    assert kind("full-time", "permanent") == "full_time"


def test_a_personio_feed_that_is_cut_short_proves_nothing() -> None:
    cut = "<workzag-jobs><position><id>7</id><name>A</name></position><posi"
    page = read(PERSONIO, cut)
    assert page.postings[0].external_id == "7"
    assert not page.complete
    with pytest.raises(Broken):
        read("https://tinmoth.jobs.personio.de/job/9", cut)


def test_personio_texts_of_the_employers_own_language() -> None:
    posting, board = (registry.recognize(f"https://tinmoth.jobs.personio.de/{path}") for path in ("job/7", ""))
    assert registry.requests(board)[0].url == PERSONIO
    assert registry.requests(posting)[0].url == "https://tinmoth.jobs.personio.de/xml"


def test_personio_entities_are_refused() -> None:
    with pytest.raises(Broken):
        read(PERSONIO, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workzag-jobs>&x;</workzag-jobs>')


# ---------------------------------------------------------------- BambooHR

BAMBOO = "https://tinmoth.bamboohr.com/careers/list"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"isRemote": True, "locationType": "2"}, "remote"),
        ({"isRemote": None, "locationType": "1"}, "remote"),
        ({"isRemote": None, "locationType": "2"}, "hybrid"),
        ({"isRemote": None, "locationType": "0"}, "onsite"),
        ({"isRemote": False, "locationType": None}, None),
    ],
)
def test_bamboohr_workplace(fields: dict[str, object], expected: str | None) -> None:
    row = {"id": "7", "jobOpeningName": "Gardener"} | fields
    assert one(BAMBOO, {"meta": {"totalCount": 1}, "result": [row]}).remote == expected


def test_bamboohr_accounts_that_are_not_there_lead_to_the_vendor() -> None:
    ref = registry.recognize("https://tinmoth.bamboohr.com/careers")
    with pytest.raises(Gone):
        registry.parse(ref, answer("https://www.bamboohr.com/", "<html>HR software</html>"))


def test_bamboohr_openings_that_are_not_open() -> None:
    for status, certain in (("Filled", True), ("On Hold", False)):
        opening = {"jobOpeningName": "Gardener", "jobOpeningStatus": status}
        with pytest.raises(Gone) as gone:
            read("https://tinmoth.bamboohr.com/careers/7/detail", {"result": {"jobOpening": opening}})
        assert gone.value.certain is certain


def test_bamboohr_that_gives_less_than_it_states_is_not_complete() -> None:
    page = read(BAMBOO, {"meta": {"totalCount": 2}, "result": [{"id": "7", "jobOpeningName": "Gardener"}]})
    assert (page.complete, page.total) == (False, 2)


# ---------------------------------------------------------------- Breezy


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"is_remote": True, "name": "Worldwide"}, ("remote", "Worldwide")),
        ({"is_remote": True, "name": "Tampa, FL", "remote_details": {"value": "hybrid"}}, ("hybrid", None)),
        ({"is_remote": False, "name": "Tampa, FL"}, (None, None)),
    ],
)
def test_breezy_workplace(place: dict[str, object], expected: tuple[str | None, str | None]) -> None:
    posting = one(BREEZY, [{"id": "0a1b2c3d4e5f", "name": "Gardener", "location": place, "salary": ""}])
    assert (posting.remote, posting.remote_scope) == expected


def test_breezy_portals_that_are_not_there_lead_to_the_vendor() -> None:
    with pytest.raises(Gone):
        registry.parse(registry.recognize(BREEZY), answer("https://breezy.hr/", "<html>Recruiting</html>"))
    assert read(BREEZY, []).complete


# ---------------------------------------------------------------- Teamtailor

FEED = "https://tinmoth.teamtailor.com/jobs.json"
RSS = "https://tinmoth.teamtailor.com/jobs.rss"


def items(count: int, **head: object) -> dict[str, object]:
    entries = [{"url": f"https://tinmoth.example/jobs/{7000 + n}-a", "title": "Gardener"} for n in range(count)]
    return {"version": "https://jsonfeed.org/version/1.1", "items": entries, **head}


def test_teamtailor_feeds_go_on() -> None:
    following = "https://tinmoth.teamtailor.com/jobs.json?page=2"
    page = read(FEED, items(3, next_url=following))
    assert (page.next, page.complete) == (Request(url=following), False)
    assert read(following, items(2)).complete
    # A full page without a next one may be all, or all that is shown.
    assert not read(FEED, items(100)).complete
    assert read(FEED, items(0)).complete


def test_teamtailor_rss() -> None:
    item = """<item><title>Gardener</title><description>&lt;p&gt;You work.&lt;/p&gt;</description>
        <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate><link>https://jobs.tinmoth.example/jobs/7001-gardener</link>
        <remoteStatus>{}</remoteStatus><guid>0f1e</guid><tt:locations><tt:location><tt:name>HQ</tt:name>
        <tt:city>Umeå</tt:city><tt:country>Sweden</tt:country></tt:location></tt:locations>
        <tt:department>Gardens</tt:department><tt:role>Green</tt:role></item>"""

    def feed(text: str) -> str:
        return f'<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel>{text}</channel></rss>'

    posting = one(RSS, feed(item.format("hybrid")))
    assert (posting.token, posting.external_id, posting.department) == ("tinmoth", "7001", "Gardens")
    assert (posting.locations[0].city, posting.locations[0].country) == ("Umeå", "SE")
    assert (posting.posted_at, posting.description_text) == ("2026-03-02T09:00:00+01:00", "You work.")
    assert posting.remote is Remote.HYBRID
    assert one(RSS, feed(item.format("fully"))).remote is Remote.REMOTE
    assert one(RSS, feed(item.format("none"))).remote is None
    full = asked(Request(url=RSS), feed(item.format("none") * 100))
    assert full.next is not None
    assert full.next.url == f"{RSS}?offset=100&per_page=100"
    assert asked(full.next, feed(item.format("none"))).complete


def test_a_teamtailor_posting_that_redirects_to_the_list_is_gone() -> None:
    ref = registry.recognize("https://tinmoth.teamtailor.com/jobs/7001-gardener")
    with pytest.raises(Gone):
        registry.parse(ref, answer("https://tinmoth.teamtailor.com/jobs", "<html></html>"))


# ---------------------------------------------------------------- files without an address


@pytest.mark.parametrize(
    ("board", "body"),
    [
        ("workday", {"jobPostingInfo": {"title": "Baker", "jobReqId": "R-7"}}),
        ("recruitee", {"offer": OFFER}),
        ("bamboohr", {"result": {"jobOpening": {"id": "7", "jobOpeningName": "Gardener"}}}),
        ("workable", ROW),
        ("smartrecruiters", {"id": "744000100000001", "name": "Gardener"}),
    ],
)
def test_a_saved_posting_is_told_by_its_shape(board: str, body: object) -> None:
    ref = replace(registry.recognize("https://x.example/"), board=board)
    page = registry.parse(ref, Response(url="", status=200, body=json.dumps(body).encode()))
    assert [(page.kind, posting.token) for posting in page.postings] == [("posting", None)]
