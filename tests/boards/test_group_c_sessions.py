"""Boards built as applications (group C): sessions that a page begins, pages by POST, and when they end."""

from __future__ import annotations

import json

import pytest

from boards.build import answer
from jobfinder.boards import registry
from jobfinder.boards.parts import exchange
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Ref, RefKind, Request, Response

GUID = "6c1f0c7e-3a44-4c1d-8f0e-6a2d9b7c4e15"
ROLE = "0f9c1a52-7d1e-4a57-9c3e-2b6f5a1d8e90"


def answered(request: Request, body: object, *cookies: str) -> Response:
    """The answer to a request that was made."""
    text = body if isinstance(body, str) else json.dumps(body)
    headers = tuple(("set-cookie", cookie) for cookie in cookies)
    return Response(url=request.url, status=200, body=text.encode(), headers=headers, request=request)


def begun(url: str, body: object, *cookies: str) -> tuple[Ref, Page]:
    """What comes of the first request to an address."""
    ref = registry.recognize(url)
    return ref, registry.parse(ref, answered(registry.requests(ref)[0], body, *cookies))


def then(ref: Ref, page: Page, body: object, *cookies: str) -> Page:
    """What comes of the request that follows."""
    assert page.next is not None
    return registry.parse(ref, answered(page.next, body, *cookies))


def sent(page: Page) -> dict[str, object]:
    """The JSON that the following request sends."""
    assert page.next is not None
    assert page.next.body is not None
    value: dict[str, object] = json.loads(page.next.body)
    return value


def headers(page: Page) -> dict[str, str]:
    assert page.next is not None
    return dict(page.next.headers)


# ---------------------------------------------------------------- ukg

UKG = f"https://recruiting2.ultipro.com/FER1001/JobBoard/{GUID}"


def _opportunities(count: int, total: int, first: int = 0) -> dict[str, object]:
    rows = [{"Id": f"00000000-0000-4000-8000-{first + n:012d}", "Title": f"Role {n}"} for n in range(count)]
    return {"totalCount": total, "opportunities": rows}


def test_ukg_pages_by_what_has_come() -> None:
    ref, first = begun(UKG, _opportunities(50, 57))
    assert (len(first.postings), first.complete, first.total) == (50, False, 57)
    assert sent(first)["opportunitySearch"] == {
        "Top": 50,
        "Skip": 50,
        "QueryString": "",
        "OrderBy": [],
        "Filters": [],
    }
    last = then(ref, first, _opportunities(7, 57, 50))
    assert (last.next, last.complete) == (None, True)
    cut = then(ref, first, _opportunities(0, 57))
    assert (cut.next, cut.complete) == (None, False)


def test_ukg_closed_and_vanished_opportunities() -> None:
    ref = registry.recognize(f"{UKG}/OpportunityDetail?opportunityId={ROLE}")
    row = json.dumps({"Id": ROLE, "Title": "Miller", "OpportunityIsClosed": True})
    shell = "<html><script>var US = {}; US.Opportunity = {};</script></html>"
    for body, certain in (
        (f"<script>new US.Opportunity.CandidateOpportunityDetail({row})</script>", True),
        (shell, False),
    ):
        with pytest.raises(Gone) as gone:
            registry.parse(ref, answer(ref.url, body))
        assert gone.value.certain is certain
    with pytest.raises(Broken):
        registry.parse(ref, answer(ref.url, "<html>We will be back</html>"))


def test_ukg_pay_is_shown_only_where_the_board_does() -> None:
    row = {"Id": ROLE, "Title": "Miller", "PayRangeMinimum": 20, "PayRangeMaximum": 25, "PayRangeCurrencyCode": "USD"}
    for visible, shown in ((True, (20, 25)), (False, None)):
        page = begun(UKG, {"totalCount": 1, "opportunities": [{**row, "PayRangeVisible": visible}]})[1]
        salary = page.postings[0].salary
        assert ((salary.min, salary.max) if salary else None) == shown


# ---------------------------------------------------------------- adp

ADP = f"https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?cid={GUID}"


def _requisitions(count: int, start: int, total: int) -> dict[str, object]:
    rows = [{"itemID": f"92{start + n}_1", "requisitionTitle": f"Role {start + n}"} for n in range(count)]
    return {"jobRequisitions": rows, "meta": {"startSequence": start, "totalNumber": total}}


@pytest.mark.parametrize(("base", "second"), [(1, 101), (0, 100)])
def test_adp_goes_on_wherever_it_counts_from(base: int, second: int) -> None:
    ref, first = begun(ADP, _requisitions(100, base, 103))
    assert first.next is not None
    assert f"$skip={second}" in first.next.url
    last = then(ref, first, _requisitions(3, second, 103))
    after = then(ref, last, _requisitions(0, 103, 103)) if last.next else last
    assert (after.next, after.complete) == (None, True)


def test_adp_one_more_where_a_page_counted_from_one_reaches_the_total() -> None:
    ref, first = begun(ADP, _requisitions(20, 1, 21))
    assert first.next is not None
    assert then(ref, first, _requisitions(1, 21, 21)).complete


def test_adp_skeleton_of_a_requisition_that_is_gone() -> None:
    ref = registry.recognize(f"{ADP}&jobId=512345")
    with pytest.raises(Gone):
        registry.parse(ref, answer(ref.url, {"itemID": "", "requisitionLocations": [], "links": []}))
    with pytest.raises(Broken):
        registry.parse(ref, answer(ref.url, {"message": "maintenance"}))


def test_adp_career_centres_are_boards_of_their_own() -> None:
    keys = [registry.recognize(f"{ADP}{rest}").key for rest in ("", "&ccId=19000101_000001", "&ccId=9200_2")]
    assert keys[0] == keys[1] == f"source:adp:{GUID}"
    assert keys[2] == f"source:adp:{GUID}~9200_2"


# ---------------------------------------------------------------- oracle

POD = "https://fern.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/jobs"


def _oracle(count: int, total: int, first: int = 0) -> dict[str, object]:
    rows = [{"Id": str(1000 + first + n), "Title": f"Role {n}"} for n in range(count)]
    return {"items": [{"TotalJobsCount": total, "requisitionList": rows}], "hasMore": False}


def test_oracle_pages_by_the_offset_inside_the_finder() -> None:
    ref, first = begun(POD, _oracle(100, 101))
    assert first.next is not None
    assert "limit=100,offset=100," in first.next.url
    last = then(ref, first, _oracle(1, 101, 100))
    assert (last.next, last.complete, last.total) == (None, True, 101)
    assert then(ref, first, _oracle(0, 101)).next is None


def test_oracle_site_on_an_own_host_tells_the_pod() -> None:
    page = """<html><script>var CX_CONFIG = {app: {apiBaseUrl: 'https://fern.fa.em2.oraclecloud.com:443',
        siteNumber: 'CX_45001', siteLang: 'en'}};</script></html>"""
    ref, first = begun("https://talents.fernbrook.example/en/sites/ferns/jobs", page)
    assert first.next is not None
    assert first.next.url.startswith("https://fern.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/")
    assert "siteNumber=CX_45001," in first.next.url
    posting = then(ref, first, _oracle(1, 1)).postings[0]
    assert (posting.url, posting.token) == (
        "https://talents.fernbrook.example/en/sites/ferns/job/1000",
        "talents.fernbrook.example~ferns",
    )
    seen = registry.sightings(page, "https://talents.fernbrook.example/")
    assert [(one.ref.key, one.confidence) for one in seen] == [
        ("source:oracle_hcm:talents.fernbrook.example~CX_45001", 0.95)
    ]


def test_oracle_requisition_that_is_gone() -> None:
    ref = registry.recognize(POD.replace("/jobs", "/job/25587"))
    with pytest.raises(Gone):
        registry.parse(ref, answer(ref.url, {"items": [], "count": 0}))


# ---------------------------------------------------------------- eightfold

EIGHTFOLD = "https://fernbrook.eightfold.ai/careers"


@pytest.mark.parametrize(
    ("markup", "api"),
    [
        ('<code id="smartApplyData">{&quot;domain&quot;: &quot;fernbrook.example&quot;}</code>', "/api/apply/v2/jobs?"),
        (
            "<code id=\"pcsx-data\">{}</code><script>window._EF_GROUP_ID = 'fernbrook.example'</script>",
            "/api/pcsx/search?",
        ),
    ],
)
def test_eightfold_page_tells_the_domain_and_the_api(markup: str, api: str) -> None:
    ref, first = begun(EIGHTFOLD, f"<html>{markup}</html>")
    assert first.next is not None
    assert f"https://fernbrook.eightfold.ai{api}domain=fernbrook.example&" in first.next.url
    assert (first.postings, first.complete) == ((), False)
    rows = [{"id": 700000000 + n, "name": f"Role {n}"} for n in range(10)]
    second = then(ref, first, {"positions": rows, "count": 11})
    assert second.next is not None
    assert "&start=10&" in second.next.url
    last = then(ref, second, {"positions": rows[:1], "count": 11})
    assert (last.next, last.complete) == (None, True)


def test_eightfold_older_api_where_the_newer_is_refused() -> None:
    ref = registry.recognize(EIGHTFOLD)
    url = "https://fernbrook.eightfold.ai/api/pcsx/search?domain=fernbrook.example&query=&start=0"
    page = registry.parse(ref, answer(url, {"status": 403, "message": "PCSX is not enabled for this user."}))
    assert page.next is not None
    assert page.next.url == url.replace("pcsx/search", "apply/v2/jobs")


# ---------------------------------------------------------------- phenom

PHENOM = "https://careers.fernbrook.example/us/en/search-results?from=0&s=1"


def _jobs(count: int, first: int = 0) -> list[dict[str, object]]:
    return [{"jobSeqNo": f"FERNA{first + n}EXTERNALENUS", "title": f"Role {n}"} for n in range(count)]


def test_phenom_search_goes_on_with_the_session_of_the_page() -> None:
    state = json.dumps({"eagerLoadRefineSearch": {"totalHits": 112, "data": {"jobs": _jobs(10)}}})
    markup = f'<html><script>phApp.sess = {{"csrfToken":"abcdef123456"}}; phApp.ddo = {state};</script></html>'
    ref, first = begun(PHENOM, markup, "PLAY_SESSION=s1; Path=/; HttpOnly", "lang=en")
    assert (len(first.postings), first.total, first.complete) == (10, 112, False)
    assert first.next is not None
    assert (first.next.url, first.next.method) == ("https://careers.fernbrook.example/widgets", "POST")
    assert (headers(first)["cookie"], headers(first)["x-csrf-token"]) == ("PLAY_SESSION=s1; lang=en", "abcdef123456")
    assert {name: sent(first)[name] for name in ("from", "lang", "country")} == {
        "from": 10,
        "lang": "en_us",
        "country": "us",
    }
    second = then(ref, first, {"refineSearch": {"totalHits": 112, "data": {"jobs": _jobs(100, 10)}}})
    assert sent(second)["from"] == 110
    assert headers(second) == headers(first)
    last = then(ref, second, {"refineSearch": {"totalHits": 112, "data": {"jobs": _jobs(2, 110)}}})
    assert (last.next, last.complete) == (None, True)


def test_phenom_first_page_of_a_site_leads_to_its_results() -> None:
    board = registry.board_of("phenom", "careers.fernbrook.example")
    assert board is not None
    markup = '<script>phApp.ddo = {"siteConfig": {}}</script><a href="/gb/en/search-results">Jobs</a>'
    page = registry.parse(board, answered(registry.requests(board)[0], f"<html>{markup}</html>"))
    assert page.next is not None
    assert page.next.url == "https://careers.fernbrook.example/gb/en/search-results?from=0&s=1"
    seen = registry.sightings(markup, "https://careers.fernbrook.example/gb/en/home")
    assert [(one.ref.key, one.ref.region) for one in seen] == [("source:phenom:careers.fernbrook.example", "gb/en")]


# ---------------------------------------------------------------- taleo

TALEO = "https://fernbrook.taleo.net/careersection/ex/jobsearch.ftl?lang=en"


def _taleo(count: int, page: int, total: int) -> dict[str, object]:
    rows = [{"contestNo": f"{page}00{n}", "column": [f"Role {n}", '["DE-Bonn"]', "Mar 2, 2026"]} for n in range(count)]
    return {
        "requisitionList": rows,
        "pagingData": {"currentPageNo": page, "pageSize": 25, "totalCount": total},
    }


def test_taleo_section_tells_its_portal_and_the_search_wants_a_zone() -> None:
    markup = "<html><script>var url = 'rest/jobboard/searchjobs?lang=en&portal=101430233';</script></html>"
    ref, first = begun(TALEO, markup, "JSESSIONID=j1; Path=/")
    assert first.next is not None
    assert first.next.url == (
        "https://fernbrook.taleo.net/careersection/rest/jobboard/searchjobs?lang=en&portal=101430233"
    )
    assert (headers(first)["tz"], headers(first)["cookie"]) == ("GMT-05:00", "JSESSIONID=j1")
    assert (sent(first)["pageNo"], sent(first)["fieldData"]) == (1, {"fields": {}, "valid": True})
    second = then(ref, first, _taleo(25, 1, 27))
    assert sent(second)["pageNo"] == 2
    assert headers(second)["tz"] == "GMT-05:00"
    last = then(ref, second, _taleo(2, 2, 27))
    assert (last.next, last.complete, last.total) == (None, True, 27)


def test_taleo_says_that_a_job_is_no_longer_available() -> None:
    ref = registry.recognize("https://fernbrook.taleo.net/careersection/ex/jobdetail.ftl?job=17000GYL")
    markup = """<html><title>Job Description</title><script>api.fillList('requisitionDescriptionInterface',
        'descRequisition', ['false','']);</script><p>The job you try to view is no longer available.</p></html>"""
    with pytest.raises(Gone) as gone:
        registry.parse(ref, answer(ref.url, markup))
    assert gone.value.certain
    with pytest.raises(Gone) as gone:
        registry.parse(registry.recognize(TALEO), answer(TALEO, {"careerSectionUnAvailable": True}))
    assert not gone.value.certain


def test_taleo_text_that_speaks_of_availability_is_not_closed() -> None:
    ref = registry.recognize("https://fernbrook.taleo.net/careersection/ex/jobdetail.ftl?job=17000GYL")
    markup = """<html><title>Job Description - Miller (17000GYL)</title><script>api.fillList(
        'requisitionDescriptionInterface', 'descRequisition', ['x','!*!%3Cp%3ENo longer available grain.%3C%2Fp%3E']);
        </script></html>"""
    posting = registry.parse(ref, answer(ref.url, markup)).postings[0]
    assert (posting.title, posting.description_text) == ("Miller", "No longer available grain.")


BUSINESS = "https://phh.tbe.taleo.net/phh01/ats/careers/v2"


def _cards(count: int, first: int = 0) -> str:
    link = f"{BUSINESS}/viewRequisition?org=FERN&cws=3&rid="
    return "".join(f'<a class="viewJobLink" href="{link}{first + n}">Role {n}</a>' for n in range(count))


def test_taleo_business_pages_by_its_total_or_by_its_link() -> None:
    total = '<span class="oracletaleocwsv2-panel-number">12</span>'
    ref, first = begun(f"{BUSINESS}/searchResults?org=FERN&cws=3", f"<html>{total}{_cards(10)}</html>")
    assert first.next is not None
    assert first.next.url == f"{BUSINESS}/searchResults?org=FERN&cws=3&rowFrom=10"
    assert then(ref, first, f"<html>{total}{_cards(2, 10)}</html>").complete
    more = '<a class="jscroll-next" href="searchResults?next&rowFrom=10">more</a>'
    linked = begun(f"{BUSINESS}/searchResults?org=FERN&cws=3", f"<html>oracletaleocwsv2{more}{_cards(10)}</html>")[1]
    assert linked.next is not None
    assert linked.next.url.endswith("&rowFrom=10")


def test_taleo_business_job_that_is_not_available() -> None:
    ref = registry.recognize(f"{BUSINESS}/viewRequisition?org=FERN&cws=3&rid=7")
    with pytest.raises(Gone) as gone:
        registry.parse(ref, answer(ref.url, "<html><h3>Job Not Available</h3></html>"))
    assert gone.value.certain


# ---------------------------------------------------------------- brassring

BRASSRING = "https://sjobs.brassring.com/TGnewUI/Search/Home/Home?partnerid=25416&siteid=6007"
GATE = """<html><input name="__RequestVerificationToken" type="hidden" value="RFT-1">
    <input id="CookieValue" type="hidden" value="^SESSION"></html>"""


def _brass(count: int, total: int, first: int = 0) -> dict[str, object]:
    def row(number: int) -> dict[str, object]:
        said = (("reqid", str(number)), ("jobtitle", f"Role {number}"))
        return {"Questions": [{"QuestionName": name, "Value": value} for name, value in said]}

    return {"JobsCount": total, "Jobs": {"Job": [row(first + n) for n in range(count)]}}


def test_brassring_list_goes_with_token_session_and_cookies() -> None:
    ref, first = begun(BRASSRING, GATE, "tg_session=t1; Secure", "tg_rft=t2")
    assert (headers(first)["RFT"], headers(first)["cookie"]) == ("RFT-1", "tg_session=t1; tg_rft=t2")
    assert {name: sent(first)[name] for name in ("partnerId", "siteId", "pageNumber", "encryptedSessionValue")} == {
        "partnerId": "25416",
        "siteId": "6007",
        "pageNumber": 1,
        "encryptedSessionValue": "^SESSION",
    }
    second = then(ref, first, _brass(50, 51))
    assert sent(second)["pageNumber"] == 2
    last = then(ref, second, _brass(1, 51, 50))
    assert (last.next, last.complete, last.total) == (None, True, 51)
    with pytest.raises(Broken):
        then(ref, first, {"JobsCount": 51, "Jobs": None})


def test_brassring_posting_is_asked_for_behind_its_page() -> None:
    ref, first = begun(f"{BRASSRING}#jobDetails=1234567_6007", GATE)
    assert (first.kind, sent(first)["jobid"]) == (RefKind.POSTING, "1234567")
    with pytest.raises(Gone):
        then(ref, first, {"ServiceResponse": {"Jobdetails": None}})


# ---------------------------------------------------------------- cornerstone

CSOD = "https://fernbrook.csod.com/ux/ats/careersite/4/home?c=fernbrook"
TOKEN = "aaa.bbb.ccc"


def _context(cloud: str) -> str:
    context = {
        "corp": "fernbrook",
        "token": TOKEN,
        "cultureID": 2,
        "cultureName": "en-GB",
        "endpoints": {"cloud": cloud},
    }
    return f"<html><script>csod.context={json.dumps(context)};</script></html>"


def _csod(count: int, total: int, first: int = 1) -> dict[str, object]:
    rows = [
        {"requisitionId": first + n, "displayJobTitle": f"Role {n}", "postingEffectiveDate": "03/02/2026"}
        for n in range(count)
    ]
    return {"status": "Success", "data": {"totalCount": total, "requisitions": rows}}


def test_cornerstone_searches_with_the_token_of_the_page() -> None:
    ref, first = begun(CSOD, _context("https://eu-fra.api.csod.com/"))
    assert first.next is not None
    assert first.next.url == "https://eu-fra.api.csod.com/rec-job-search/external/jobs"
    assert headers(first)["authorization"] == f"Bearer {TOKEN}"
    assert {name: sent(first)[name] for name in ("careerSiteId", "cultureId", "cultureName")} == {
        "careerSiteId": 4,
        "cultureId": 2,
        "cultureName": "en-GB",
    }
    second = then(ref, first, _csod(100, 101))
    assert second.postings[0].posted_at == "2026-02-03"
    assert sent(second)["pageNumber"] == 2
    assert then(ref, second, _csod(1, 101, 101)).complete


def test_cornerstone_token_goes_to_the_vendor_only() -> None:
    with pytest.raises(Broken):
        begun(CSOD, _context("https://api.csod.com.evil.example/"))


def test_cornerstone_posting_is_looked_for_page_by_page() -> None:
    url = CSOD.replace("/home", "/home/requisition/101")
    ref, first = begun(url, _context("https://eu-fra.api.csod.com/"))
    second = then(ref, first, _csod(100, 101))
    assert (second.kind, second.postings) == (RefKind.POSTING, ())
    assert then(ref, second, _csod(1, 101, 101)).postings[0].external_id == "101"
    with pytest.raises(Gone):
        then(ref, second, _csod(1, 101, 102))


# ---------------------------------------------------------------- dayforce

DAYFORCE = "https://jobs.dayforcehcm.com/fernbrook/CANDIDATEPORTAL"


def test_dayforce_page_then_token_then_search() -> None:
    ref = registry.recognize(DAYFORCE)
    state = {"queries": [{"queryKey": ["site-info"], "state": {"data": {"cultureCode": "fr-CA"}}}]}
    props = json.dumps({"props": {"pageProps": {"dehydratedState": state}}})
    markup = f'<html><script id="__NEXT_DATA__" type="application/json">{props}</script></html>'
    first = registry.parse(ref, answered(registry.requests(ref)[1], markup, "a=1; Path=/"))
    assert first.next is not None
    assert first.next.url == "https://jobs.dayforcehcm.com/api/auth/csrf"
    second = then(ref, first, {"csrfToken": "t0k3n"}, "b=2")
    assert (headers(second)["x-csrf-token"], headers(second)["cookie"]) == ("t0k3n", "a=1; b=2")
    assert {name: sent(second)[name] for name in ("jobBoardCode", "cultureCode", "paginationStart")} == {
        "jobBoardCode": "CANDIDATEPORTAL",
        "cultureCode": "fr-CA",
        "paginationStart": 0,
    }
    rows = [{"jobPostingId": n + 1, "jobTitle": f"Role {n}"} for n in range(25)]
    third = then(ref, second, {"jobPostings": rows, "maxCount": 26, "offset": 0, "count": 25})
    assert sent(third)["paginationStart"] == 25
    last = then(ref, third, {"jobPostings": rows[:1], "maxCount": 26, "offset": 25, "count": 1})
    assert (last.next, last.complete) == (None, True)


# ---------------------------------------------------------------- paycom

PAYCOM = f"https://www.paycomonline.net/v4/ats/web.php/portal/{'0a' * 16}/career-page"


def _portal(service: str) -> str:
    library = json.dumps({"atsPortalMantleServiceUrl": service, "locale": "en-US"})
    config = json.dumps({"sessionJWT": TOKEN, "libConfig": library})
    return f"<html><script>var configsFromHost = {config}; var Mountable = 1;</script></html>"


def test_paycom_searches_with_the_token_of_the_page() -> None:
    ref, first = begun(PAYCOM, _portal("https://portal-applicant-tracking.us-cent.paycomonline.net"))
    assert first.next is not None
    assert first.next.url == (
        "https://portal-applicant-tracking.us-cent.paycomonline.net/api/ats/job-posting-previews/search"
    )
    assert headers(first)["authorization"] == TOKEN
    rows = [{"jobId": n + 1, "jobTitle": f"Role {n}", "description": "A teaser"} for n in range(100)]
    second = then(ref, first, {"jobPostingPreviewsCount": 101, "jobPostingPreviews": rows})
    assert sent(second)["skip"] == 100
    assert second.postings[0].description_text is None
    assert then(ref, second, {"jobPostingPreviewsCount": 101, "jobPostingPreviews": rows[:1]}).complete


def test_paycom_posting_is_asked_for_behind_its_page() -> None:
    url = PAYCOM.replace("career-page", "jobs/1042")
    ref, first = begun(url, _portal("https://a.paycomonline.net"))
    assert first.next is not None
    assert (first.kind, first.next.method, first.next.url) == (
        RefKind.POSTING,
        "GET",
        "https://a.paycomonline.net/api/ats/job-postings/1042",
    )
    found = then(ref, first, {"jobPosting": {"jobId": 1042, "jobTitle": "Miller", "description": "<p>Mill.</p>"}})
    assert (found.kind, found.postings[0].description_text) == (RefKind.POSTING, "Mill.")


def test_paycom_token_goes_to_the_vendor_only() -> None:
    with pytest.raises(Broken):
        begun(PAYCOM, _portal("https://paycomonline.net.evil.example"))


def test_paycom_says_that_there_is_no_board() -> None:
    with pytest.raises(Gone) as gone:
        begun(PAYCOM, "<html><h1>Job board does not exist.</h1></html>")
    assert gone.value.certain


# ---------------------------------------------------------------- what they share


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('x.data = {"a": 1}; more', "1"),
        ('x.data = null; x.data = {"a": "}"};', "}"),
        ('x.data = {broken; y = {"a": 1}', None),
        ('x.data = other({"a": 1})', None),
        ("x.data = " + '{"a":' * 100_000, None),
        ("nothing", None),
    ],
)
def test_values_in_scripts(markup: str, expected: str | None) -> None:
    assert exchange.in_script(markup, ("x.data",)).text("a") == expected


def test_saved_answers_are_followed_by_nothing() -> None:
    assert exchange.again(answer("https://a.example/", {}), {"page": 2}) is None
    assert exchange.sent(answer("https://a.example/", {})) == {}


def test_what_a_page_states_gets_nothing_more_into_a_header() -> None:
    hostile = GATE.replace("RFT-1", "RFT-1&#13;&#10;Host: evil.example")
    with pytest.raises(Broken):
        begun(BRASSRING, hostile)
    assert [exchange.word(text) for text in ("a.b-c==", " a ", "a b", "a\r\nb", "é", "", None)] == [
        *("a.b-c==", "a"),
        *(None, None, None, None, None),
    ]
