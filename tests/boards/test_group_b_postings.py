"""Single postings of the boards of group B: fields in odd shapes, pages without data, what is gone."""

from __future__ import annotations

import html
import json

import pytest

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.errors import Broken, Gone
from jobfinder.model import Posting, Ref, RefKind

UUID = "7e1c4d90-5a2b-4f68-b3d7-0c9e8f6a1b25"
OTHER = "00000000-0000-4000-8000-000000000001"


def one(url: str, body: object) -> Posting:
    page = read(url, body)
    assert page.kind is RefKind.POSTING
    assert len(page.postings) == 1
    return page.postings[0]


# ---------------------------------------------------------------- rippling, dover

RIPPLING = f"https://ats.rippling.com/acme/jobs/{UUID}"


def test_rippling_page_holds_the_posting_in_its_state() -> None:
    state = {"props": {"pageProps": {"apiData": {"jobPost": {"uuid": UUID, "name": "Cook", "companyName": "Acme"}}}}}
    cook = one(
        RIPPLING, f'<html><script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script></html>'
    )
    assert (cook.title, cook.company, cook.token, cook.external_id) == ("Cook", "Acme", "acme", UUID)


def test_rippling_posting_that_leads_to_the_list_is_gone() -> None:
    ref = registry.recognize(RIPPLING)
    there = "https://ats.rippling.com/acme/jobs?rr_message=job_not_found"
    with pytest.raises(Gone):
        registry.parse(ref, answer(there, "<html></html>"))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ({"label": "SALARIED_PT", "id": "Salaried, part-time"}, "part_time"),
        ({"label": "HOURLY_FT", "id": ""}, "full_time"),
        ({"label": "INTERN", "id": "Intern"}, "internship"),
        ("text", None),
        (None, None),
    ],
)
def test_rippling_employment(kind: object, expected: str | None) -> None:
    assert one(RIPPLING, {"uuid": UUID, "name": "Cook", "employmentType": kind}).employment_type == expected


def test_rippling_pay_spans_the_places_of_one_currency() -> None:
    ranges = [
        {"currency": "USD", "frequency": "HOUR", "rangeStart": 18, "rangeEnd": 25},
        {"currency": "CAD", "frequency": "HOUR", "rangeStart": 20, "rangeEnd": 40},
        {"currency": "USD", "frequency": "HOUR", "rangeStart": 17, "rangeEnd": None},
        {"currency": "USD", "frequency": "YEAR", "rangeStart": 50000, "rangeEnd": 60000},
    ]
    pay = one(RIPPLING, {"uuid": UUID, "name": "Cook", "payRangeDetails": ranges}).salary
    assert pay is not None
    assert (pay.min, pay.max, pay.currency, pay.period) == (17, 25, "USD", "hour")
    assert one(RIPPLING, {"uuid": UUID, "name": "Cook", "payRangeDetails": []}).salary is None


DOVER = f"https://app.dover.com/apply/Acme/{UUID}"


@pytest.mark.parametrize(("shared", "expected"), [(True, 90_000), (None, 90_000), (False, None)])
def test_dover_pay_is_shown_where_the_employer_shares_it(shared: bool | None, expected: int | None) -> None:
    pay = {"lower_bound": 90000, "currency_code": "USD", "salary_range_type": "YEARLY", "open_to_sharing_comp": shared}
    salary = one(DOVER, {"id": UUID, "title": "Cook", "compensation": pay}).salary
    assert (salary.min if salary else None) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"workplace_type": "REMOTE"}, "remote"),
        ({"locations": [{"location_type": "HYBRID", "name": "Leeds"}]}, "hybrid"),
        ({"locations": [{"location_type": "HYBRID"}, {"location_type": "REMOTE"}]}, None),
        ({"location": "Remote - UK"}, "remote"),
        ({}, None),
    ],
)
def test_dover_workplace(fields: dict[str, object], expected: str | None) -> None:
    assert one(DOVER, {"id": UUID, "title": "Cook", **fields}).remote == expected


# ---------------------------------------------------------------- pinpoint, jibe, comeet

PINPOINT = "https://marlpit.pinpointhq.com/postings.json"


def _pinpoint(**fields: object) -> Posting:
    row = {"id": "280417", "title": "Guide", "path": f"/en/postings/{UUID}", **fields}
    return read(PINPOINT, {"data": [row]}).postings[0]


def test_pinpoint_goes_by_the_name_in_the_address() -> None:
    guide = _pinpoint()
    assert (guide.external_id, guide.url) == (UUID, f"https://marlpit.pinpointhq.com/en/postings/{UUID}")
    assert registry.recognize(guide.url or "").key == f"job:pinpoint:marlpit:{UUID}"
    assert _pinpoint(path=None).external_id == "280417"


def test_pinpoint_pay_is_shown_only_where_the_employer_shows_it() -> None:
    pay = {"compensation_minimum": 30000, "compensation_currency": "GBP", "compensation_frequency": "year"}
    assert _pinpoint(**pay, compensation_visible=False).salary is None
    worded = _pinpoint(compensation="£30,000 - £35,000 / year", compensation_visible=True).salary
    assert worded is not None
    assert (worded.min, worded.max, worded.period) == (30_000, 35_000, "year")


def test_pinpoint_posting_is_found_in_its_list() -> None:
    ref = registry.recognize(f"https://marlpit.pinpointhq.com/en/postings/{UUID}")
    listed = {"data": [{"id": "1", "title": "Guide", "path": f"/en/postings/{UUID}"}]}
    assert registry.parse(ref, answer(PINPOINT, listed)).postings[0].title == "Guide"
    with pytest.raises(Gone):
        registry.parse(ref, answer(PINPOINT, {"data": []}))


def test_jibe_posting_in_another_language_is_asked_for_in_it() -> None:
    ref = registry.recognize("https://careers.acme.example/careers-home/jobs/20417?lang=fr-ca")
    assert ref.key == "job:jibe:careers.acme.example:20417"
    assert [request.url for request in registry.requests(ref)] == [
        "https://careers.acme.example/api/jobs/20417/fr-ca",
        "https://careers.acme.example/jobs/20417?icims=1&lang=fr-ca",
    ]


def test_jibe_places_and_pay() -> None:
    row = {
        "slug": "20417",
        "title": "Warden",
        "full_location": "Remote",
        "additional_locations": [{"city": "Lyon", "country": "France"}, "x", {"city": "Lyon", "country": "France"}],
        "salary_min_value": 30000,
        "salary_max_value": "36000",
        "salary_currency": "eur",
    }
    warden = one("https://careers.acme.example/api/jobs/20417/en-us", row)
    assert [(place.city, place.country) for place in warden.locations] == [("Lyon", "FR")]
    assert warden.salary is not None
    assert (warden.salary.min, warden.salary.max, warden.salary.currency) == (30_000, 36_000, "EUR")
    assert (warden.remote, warden.token) == ("remote", "careers.acme.example")


COMEET = "https://www.comeet.com/jobs/acme/6B.00D/founder/4C.A17"


def test_comeet_page_of_a_posting() -> None:
    own = {"name": "Founder", "uid": "4C.A17", "details": [{"name": "About", "value": "<p>Bells.</p>"}]}
    other = {"name": "Ringer", "uid": "4C.A18"}
    page = f"COMPANY_POSITIONS_DATA = {json.dumps([other])}; POSITION_DATA = {json.dumps(own)};"
    founder = one(COMEET, f"<html><script>{page}</script></html>")
    assert (founder.title, founder.description_text) == ("Founder", "About\n\nBells.")
    left = f"<html><script>COMPANY_POSITIONS_DATA = {json.dumps([other])}; POSITION_DATA = null;</script></html>"
    with pytest.raises(Gone):
        read(COMEET, left)


def test_comeet_city_of_remote_work_is_that_of_an_office() -> None:
    where = {"name": "Remote", "city": "Boston", "country": "US", "is_remote": True}
    remote = one(COMEET, [{"name": "Founder", "uid": "4C.A17", "location": where}])
    assert [(place.text, place.city, place.country) for place in remote.locations] == [("Remote", None, "US")]
    assert remote.remote == "remote"


@pytest.mark.parametrize(
    ("where", "expected"), [({"name": "Remote - Israel"}, "remote"), ({"name": "Hybrid, Haifa"}, "hybrid"), ({}, None)]
)
def test_comeet_workplace_by_the_name_of_the_place(where: dict[str, str], expected: str | None) -> None:
    assert one(COMEET, [{"name": "Founder", "uid": "4C.A17", "location": where}]).remote == expected


@pytest.mark.parametrize(
    ("remote", "wanted", "expected"),
    [(True, "Portugal", "Portugal"), (False, "Remote, Portugal", "Portugal"), (False, None, None), (True, None, None)],
)
def test_freshteam_scope_of_remote_work(remote: bool, wanted: str | None, expected: str | None) -> None:
    job = {"unique_id": "k3Xw-9PQzr", "title": "Sailor", "remote": remote, "preferred_remote_job_locations": wanted}
    url = "https://acme.freshteam.com/jobs/k3Xw-9PQzr/sailor"
    assert (
        one(url, {"jobs": [{**job, "branch_id": 7}], "branches": [{"id": 7, "city": "Kochi"}]}).remote_scope == expected
    )


# ---------------------------------------------------------------- pages without structured data

ICIMS = "https://careers-acme.icims.com/jobs/4127/job"


def test_icims_page_as_it_is_shown() -> None:
    body = """<html><body><h1 class="iCIMS_Header">Hedge Layer</h1><div class="iCIMS_JobContent">
        <div><span class="field-label">Job Locations</span><span>UK-London</span></div>
        <dl><dt>Posted Date</dt><dd title="5/6/2026 10:23 AM">a week ago</dd><dt>ID</dt><dd>2026-9</dd></dl>
        <div class="iCIMS_Expandable_Text"><p>You lay hedges.</p></div></div></body></html>"""
    layer = one(ICIMS, body)
    assert (layer.title, layer.posted_at, layer.requisition_id) == ("Hedge Layer", "2026-05-06", "2026-9")
    assert [(place.city, place.country) for place in layer.locations] == [("London", "GB")]
    assert (layer.description_text, layer.url) == ("You lay hedges.", ICIMS)


def test_icims_says_that_a_posting_is_gone() -> None:
    page = read(f"{ICIMS}?in_iframe=1", '<h1 class="iCIMS_Header">Error: The requested job could not be found.</h1>')
    assert (page.kind, page.postings, page.closed) == (
        RefKind.POSTING,
        (),
        "Error: The requested job could not be found.",
    )


def test_jobvite_page_as_it_is_shown() -> None:
    body = """<html><h2 class="jv-header">Ranger</h2><p class="jv-job-detail-meta">Field
        <span class="jv-inline-separator"></span> Halifax, Canada</p>
        <div class="jv-job-detail-description"><p>You watch.</p></div></html>"""
    ranger = one("https://jobs.jobvite.com/acme/job/oK4tYfwZ", body)
    assert (ranger.title, ranger.token, ranger.description_text) == ("Ranger", "acme", "You watch.")
    assert [place.city for place in ranger.locations] == ["Halifax"]


def test_jazzhr_page_as_it_is_shown() -> None:
    body = """<html><div class="job-header"><h1>Weaver</h1></div><h3 class="job_meta">Willow - Tulsa - Full Time</h3>
        <div id="resumator-job-location">Tulsa, OK</div><div id="job-description"><p>You weave.</p></div></html>"""
    weaver = one("https://acme.applytojob.com/apply/kQ3xVb7TzM/Weaver", body)
    assert (weaver.title, weaver.employment_type, weaver.description_text) == ("Weaver", "full_time", "You weave.")
    assert [place.city for place in weaver.locations] == ["Tulsa"]


def test_zoho_posting_that_was_taken_down() -> None:
    url = "https://acme.zohorecruit.com/jobs/Careers/590522000011804417"
    with pytest.raises(Gone) as gone:
        read(url, "<html><head><title>Zoho Recruit</title></head><body></body></html>")
    assert not gone.value.certain
    with pytest.raises(Broken):
        read(url, "<html><body>We will be back soon</body></html>")


def test_y_combinator_page_without_an_address() -> None:
    state = {"props": {"job": {"id": 80417, "title": "Keeper"}, "company": {"name": "Lumenkelp"}}}
    ref = Ref(board="ycombinator", kind=RefKind.BOARD, key="", url="")
    body = f'<html><div data-page="{html.escape(json.dumps(state))}"></div></html>'
    keeper = registry.parse(ref, answer("", body)).postings[0]
    assert (keeper.title, keeper.company, keeper.url) == (
        "Keeper",
        "Lumenkelp",
        "https://www.workatastartup.com/jobs/80417",
    )


STRUCTURED = """<html><script type="application/ld+json">{"@type": "JobPosting", "title": "Cook",
    "description": "<p>You cook.</p>"}</script></html>"""


@pytest.mark.parametrize(
    "board", ["pinpoint", "icims", "jobvite", "join", "homerun", "jazzhr", "zohorecruit", "jibe", "manatal", "gusto"]
)
def test_a_saved_page_of_a_posting_is_told_by_what_it_holds(board: str) -> None:
    page = registry.parse(Ref(board=board, kind=RefKind.BOARD, key="", url=""), answer("", STRUCTURED))
    assert page.kind is RefKind.POSTING
    assert [(one.title, one.board, one.token) for one in page.postings] == [("Cook", board, None)]


@pytest.mark.parametrize(
    ("url", "there"),
    [
        (f"https://marlpit.pinpointhq.com/en/postings/{UUID}", "https://marlpit.pinpointhq.com/"),
        ("https://jobs.jobvite.com/acme/job/oK4tYfwZ", "https://jobs.jobvite.com/careers/acme/jobs"),
        ("https://join.com/companies/acme/16200417", "https://join.com/companies/acme"),
        ("https://acme.homerun.co/cook", "https://acme.homerun.co/"),
        ("https://careers-acme.icims.com/jobs/4127/job", "https://careers-acme.icims.com/jobs/search?ss=1"),
        ("https://acme.applytojob.com/apply/kQ3xVb7TzM", "https://acme.applytojob.com/apply"),
        (f"https://jobs.gusto.com/postings/acme-cook-{UUID}", f"https://jobs.gusto.com/boards/acme-{OTHER}"),
        ("https://www.ycombinator.com/companies/acme/jobs/Xk3dPq7", "https://www.ycombinator.com/companies/acme"),
    ],
)
def test_a_posting_that_leads_to_its_board_is_gone(url: str, there: str) -> None:
    with pytest.raises(Gone):
        registry.parse(registry.recognize(url), answer(there, "<html><body><h1>Open roles</h1></body></html>"))
