"""Lists of group D: pages and sessions, what is complete, what is closed, shapes that are odd."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Ref, Request, Response

GUID = "7e0c5f2a-4b1d-4c8e-9a3f-1d2b6c7e8f9{}"
Headers = tuple[tuple[str, str], ...]


def asked(url: str, body: object, headers: Headers = ()) -> Page:
    """What is read from an answer to the first request for what is at `url`."""
    ref = registry.recognize(url)
    return follow(ref, registry.requests(ref)[0], body, headers)


def follow(ref: Ref, request: Request | None, body: object, headers: Headers = ()) -> Page:
    """What is read from an answer to a request that a page asked for."""
    assert request is not None
    text = body if isinstance(body, str) else json.dumps(body)
    made = Response(url=request.url.partition("#")[0], status=200, body=text.encode(), headers=headers, request=request)
    return registry.parse(ref, made)


def query(request: Request | None) -> dict[str, str]:
    assert request is not None
    return {name: values[-1] for name, values in parse_qs(urlsplit(request.url).query).items()}


def sent(request: Request | None) -> dict[str, object]:
    assert request is not None
    found = json.loads(request.body or b"")
    assert isinstance(found, dict)
    return found


def ids(page: Page) -> list[str | None]:
    return [posting.external_id for posting in page.postings]


# ---------------------------------------------------------------- pages by number in the address

HIREHIVE = "https://fernbrook.hirehive.com/"
POLYMER = "https://jobs.polymer.co/mosswork"
HIREOLOGY = "https://careers.hireology.com/brightkilnmotors"
JOBS_CH = "https://www.jobs.ch/fr/entreprises/134001-fernbrook-ag/"
CNSTAFF = "https://fernbrook.cnstaff.com/recruit"
CLEARCOMPANY = "https://careers-api.clearcompany.com/v1/3c9f2a10-5b7e-4d21-9a64-0e8f7c6b5a43"
TRAKSTAR = "https://jsapi.recruiterbox.com/v1/openings?client_name=fernbrook"


def hirehive(number: int, total: int) -> object:
    row = {"id": f"job_QxZ{number:03}", "title": "A", "hosted_url": f"{HIREHIVE}a-QxZ{number:03}"}
    return {"meta": {"total_items": total, "has_next_page": number < total}, "items": [row]}


def polymer(number: int, total: int) -> object:
    meta = {"is_last": number == total, "next_page": number + 1 if number < total else None, "total": total}
    return {"items": [{"id": 41000 + number, "title": "A"}], "meta": meta}


def hireology(number: int, total: int) -> object:
    return {"data": [{"id": number, "name": "A", "status": "Open"}], "count": total, "page_size": 1}


def jobs_ch(number: int, total: int) -> object:
    rows = [{"id": GUID.format(number), "title": "A"}]
    return {"documents": rows, "numPages": total, "currentPage": number, "totalHits": total, "start": number - 1}


def cnstaff(number: int, total: int) -> object:
    return {"list": [{"job_id": str(number), "job_name": "A"}], "page": {"now": number, "total": total}}


@pytest.mark.parametrize(
    ("url", "name", "body"),
    [
        (HIREHIVE, "page", hirehive),
        (POLYMER, "page", polymer),
        (HIREOLOGY, "page", hireology),
        (JOBS_CH, "page", jobs_ch),
        (CNSTAFF, "p", cnstaff),
    ],
)
def test_pages_by_number(url: str, name: str, body: object) -> None:
    assert callable(body)
    ref = registry.recognize(url)
    first = asked(url, body(1, 2))
    assert not first.complete
    assert query(first.next)[name] == "2"
    assert first.next is not None
    assert first.next.headers == registry.requests(ref)[0].headers
    last = follow(ref, first.next, body(2, 2))
    assert last.next is None
    assert len({*ids(first), *ids(last)}) == 2
    only = asked(url, body(1, 1))
    assert (only.next, only.complete) == (None, True)


@pytest.mark.parametrize(
    ("url", "body"),
    [(HIREHIVE, {"items": [], "meta": {"has_next_page": True}}), (HIREOLOGY, {"data": [], "count": 7})],
)
def test_an_empty_page_is_the_last(url: str, body: object) -> None:
    assert asked(url, body).next is None


def test_pages_by_offset_and_by_index_from_zero() -> None:
    rows = [{"id": "fk0abc", "title": "A", "client_name": "fernbrook"}]
    page = follow(
        registry.recognize(TRAKSTAR), Request(url=f"{TRAKSTAR}&offset=0"), {"meta": {"total": 2}, "objects": rows}
    )
    assert (query(page.next)["offset"], page.complete, ids(page)) == ("1", False, ["fk0abc"])
    found = [{"id": GUID.format(1), "positionTitle": "A", "locations": [{"city": "Reno", "isRemote": True}]}]
    first = asked(CLEARCOMPANY, {"results": found, "totalCount": 60})
    assert (query(first.next)["pageIndex"], first.postings[0].remote) == ("1", "remote")


def test_a_posting_is_looked_for_on_all_pages_of_its_list() -> None:
    ref = registry.recognize(f"{HIREHIVE}a-QxZ002")
    first = follow(ref, registry.requests(ref)[0], hirehive(1, 2))
    assert (first.postings, first.complete) == ((), False)
    assert ids(follow(ref, first.next, hirehive(2, 2))) == ["QxZ002"]
    with pytest.raises(Gone) as gone:
        follow(registry.recognize(f"{HIREHIVE}a-QxZ009"), first.next, hirehive(2, 2))
    assert not gone.value.certain


# ---------------------------------------------------------------- pages by header

TRAFFIT = "https://brightkiln.traffit.com/career/"


def traffit(code: str, **fields: object) -> dict[str, object]:
    url = f"https://brightkiln.traffit.com/public/an/{code}"
    return {"url": url, "advert": {"name": "A", "values": []}, "options": {}, **fields}


def test_traffit_counts_in_headers() -> None:
    ref = registry.recognize(TRAFFIT)
    counts = (("x-result-total-pages", "2"), ("x-result-total-count", "101"))
    first = asked(TRAFFIT, [traffit(f"code{number:03}") for number in range(100)], counts)
    assert first.next is not None
    assert dict(first.next.headers)["x-request-current-page"] == "2"
    last = follow(ref, first.next, [traffit("code100")], counts)
    assert (last.next, last.complete, last.total) == (None, True, 101)
    # Without the headers nobody knows whether a full page is all.
    assert not asked(TRAFFIT, [traffit(f"code{number:03}") for number in range(100)]).complete


def test_traffit_filled_positions_are_none() -> None:
    page = asked(TRAFFIT, [traffit("code001", awarded=True), traffit("code002")])
    assert (ids(page), page.complete) == (["code002"], True)
    with pytest.raises(Gone) as gone:
        asked("https://brightkiln.traffit.com/public/an/code001", [traffit("code001", awarded=True)])
    assert gone.value.certain


def test_traffit_place_as_object_as_text_and_as_neither() -> None:
    place = {"locality": "Gdynia", "iso": "PL", "country": "Polska"}
    for value, city in ((place, "Gdynia"), (json.dumps(place), "Gdynia"), ("{", None), (7, None)):
        advert = {"name": "A", "values": [{"field_id": "geolocation", "value": value}]}
        (posting,) = asked(TRAFFIT, [traffit("code001", advert=advert)]).postings
        assert next((at.city for at in posting.locations), None) == city


# ---------------------------------------------------------------- pages by POST

BEISEN = "https://mosswork.zhiye.com/"
RECRUITER = "https://tideglass.recruiter.co.kr/career/home"
PEOPLESTRONG = "https://tideglasscareers.peoplestrong.com/home"


def beisen(number: int) -> dict[str, object]:
    return {"Id": GUID.format(number), "JobAdName": "A", "CategoryId": "3", "PostDate": "0001-01-01T00:00:00+08:00"}


def test_beisen_page_leads_to_the_list_and_on() -> None:
    ref = registry.recognize(BEISEN)
    page = asked(BEISEN, '<script>var BSGlobal = {"PortalId": "p-1"}</script>')
    assert (page.postings, page.complete, sent(page.next)["PortalId"]) == ((), False, "p-1")
    first = follow(ref, page.next, {"Code": 200, "Count": 1001, "Data": [beisen(1)]} | {"Data": [beisen(1)] * 1000})
    assert (sent(first.next)["PageIndex"], sent(first.next)["PortalId"]) == (1, "p-1")
    last = follow(ref, first.next, {"Code": 200, "Count": 1001, "Data": [beisen(2)]})
    assert (last.next, last.complete) == (None, True)
    (posting,) = last.postings
    assert (posting.posted_at, posting.employment_type) == (None, "internship")
    assert posting.url == f"https://mosswork.zhiye.com/intern/detail?jobAdId={GUID.format(2)}"
    with pytest.raises(Broken):
        follow(ref, page.next, {"Code": 500, "Data": []})


def test_beisen_older_portal_in_pages() -> None:
    row = '<tr><td><a href="/zpdetail/25001{}">园丁</a></td></tr>'
    first = asked("https://fernbrook.zhiye.com/Social", f"<table>{row.format(1)}</table>共 2 条记录")
    assert (ids(first), query(first.next)["PageIndex"]) == (["250011"], "2")
    last = follow(registry.recognize(BEISEN), first.next, f"<table>{row.format(2)}</table>共 2 条记录")
    assert (last.next, last.complete) == (None, True)


def recruiter(number: int, page: int, pages: int, **fields: object) -> object:
    counts = {"page": page, "size": 1, "totalCount": pages, "totalPages": pages}
    return {"pagination": counts, "list": [{"positionSn": number, "title": "A", **fields}]}


def test_recruiter_pages_and_closed_postings() -> None:
    ref = registry.recognize(RECRUITER)
    first = asked(RECRUITER, recruiter(98001, 1, 2))
    assert first.next is not None
    assert dict(first.next.headers)["prefix"] == "tideglass.recruiter.co.kr"
    assert sent(first.next)["pageableRq"] == {"page": 2, "size": 100, "sort": ["JOBFLEX_SORT"]}
    last = follow(ref, first.next, recruiter(98002, 2, 2, submissionStatus="POST_SUBMISSION"))
    assert (last.postings, last.next) == ((), None)
    detail = "https://tideglass.recruiter.co.kr/career/jobs/98002"
    with pytest.raises(Gone) as gone:
        asked(detail, {"positionSn": 98002, "title": "A", "submissionStatus": "POST_SUBMISSION"})
    assert gone.value.certain
    with pytest.raises(Gone):
        asked(RECRUITER, {"code": "NotFoundCompany"})


def test_peoplestrong_offsets_and_what_is_not_there() -> None:
    ref = registry.recognize(PEOPLESTRONG)
    row = {"jobTitle": "A", "jobCode": "TGL/A/1"}
    first = asked(PEOPLESTRONG, {"totalRecords": 2, "response": [row]})
    assert (query(first.next)["offset"], first.next and first.next.method) == ("1", "POST")
    last = follow(ref, first.next, {"totalRecords": 2, "response": [row | {"jobCode": "TGL/A/2"}]})
    assert (last.next, last.complete, ids(last)) == (None, True, ["TGL_A_2"])
    with pytest.raises(Broken):
        asked(PEOPLESTRONG, {"response": None, "messageCode": {"code": 201}})
    with pytest.raises(Gone):
        asked("https://tideglasscareers.peoplestrong.com/job/detail/TGL_A_2", {"response": {}, "messageCode": None})


# ---------------------------------------------------------------- sessions

JOBSTREET = "https://my.jobstreet.com/companies/tideglass-works-175608148100001/jobs"
ALMA = "https://tideglass.jobs.cz/"


def test_jobstreet_asks_for_the_number_first() -> None:
    ref = registry.recognize(JOBSTREET)
    company = asked(JOBSTREET, {"data": {"companyDetails": {"companyProfile": {"organisationId": "744000"}}}})
    assert (query(company.next)["companyid"], query(company.next)["siteKey"]) == ("744000", "my")
    found = {"data": [{"id": 88120017, "title": "A"}], "totalCount": 101, "solMetadata": {"pageNumber": 1}}
    first = follow(ref, company.next, found)
    assert (query(first.next)["page"], query(first.next)["companyid"], first.total) == ("2", "744000", 101)
    last = follow(ref, first.next, found | {"solMetadata": {"pageNumber": 2}})
    assert (last.next, last.complete) == (None, True)
    with pytest.raises(Gone):
        asked(JOBSTREET, {"data": {"companyDetails": None}})
    with pytest.raises(Broken):
        asked(JOBSTREET, {"data": {"companyDetails": None}, "errors": [{"message": "busy"}]})


def test_jobstreet_says_expired() -> None:
    with pytest.raises(Gone) as gone:
        asked(
            "https://my.jobstreet.com/job/88120017",
            {"data": {"jobDetails": {"job": {"title": "A", "isExpired": True}}}},
        )
    assert gone.value.certain


def test_hireology_page_holds_the_key() -> None:
    page = asked(HIREOLOGY, '<script>var startingData = {careersPath: "x", apiToken: "abc.def-123"}</script>')
    assert page.next is not None
    assert dict(page.next.headers) == {"authorization": "Bearer abc.def-123"}
    assert not page.complete
    rows = [{"id": 1, "name": "A", "status": "Closed"}, {"id": 2, "name": "B", "status": "Open"}]
    rows[1]["compensation"] = {"comp_single_amount": 55000, "comp_period": "yearly"}
    listed = follow(registry.recognize(HIREOLOGY), page.next, {"data": rows, "count": 2})
    assert (ids(listed), listed.complete) == (["2"], True)
    salary = listed.postings[0].salary
    assert salary is not None
    assert (salary.min, salary.max, salary.period, salary.currency) == (55_000, 55_000, "year", None)


def test_talentclue_page_leads_to_the_widget() -> None:
    client = "0a" * 16
    page = asked("https://mosswork.talentclue.com/es", f'<div id="tc-jswidget" data-client-id="{client}"></div>')
    assert page.next is not None
    assert (page.next.method, client in page.next.url) == ("POST", True)
    empty = follow(registry.recognize(page.next.url), page.next, {"jobs": []})
    assert (empty.postings, empty.complete, empty.total) == ((), True, 0)
    url = "https://mosswork.talentclue.com/es/node/118000123/4590"
    old = {"118000123": {"title": "A", "url": url, "is_archived": "1"}}
    assert follow(registry.recognize(page.next.url), page.next, {"jobs": old}).postings == ()


def test_almacareer_pages_keep_the_path_of_postings() -> None:
    ref = registry.recognize(ALMA)
    script = f'{{"widgets":{{"main":{{"id":"{GUID.format(0)}","apiKey":"{"ab" * 32}","detailPath":"prace/detail"}}}}}}'
    page = asked(ALMA, script)
    ads = {"jobAds": [{"id": "2000140017", "title": "A"}]}
    counts = {"currentPage": 1, "lastPage": 2, "totalNumberOfItems": 2}
    first = follow(ref, page.next, {"data": {"widget": {"jobAdList": {"paginator": counts, "groupedJobAds": [ads]}}}})
    assert first.postings[0].url == "https://tideglass.jobs.cz/prace/detail?r=detail&id=2000140017"
    variables = sent(first.next)["variables"]
    assert isinstance(variables, dict)
    assert (variables["page"], variables["widgetId"]) == (2, GUID.format(0))
    more = {"paginator": counts | {"currentPage": 2}, "groupedJobAds": {"groups": [{"groups": [ads]}]}}
    last = follow(ref, first.next, {"data": {"widget": {"jobAdList": more}}})
    assert (last.next, last.complete, ids(last)) == (None, True, ["2000140017"])


def test_almacareer_inline_key_and_missing_posting() -> None:
    ref = registry.recognize(f"{ALMA}detail-pozice?r=detail&id=2000140017")
    inline = f'__LMC_CAREER_WIDGET__.push({{"apiKey":"{"ab" * 16}","widgetId":"{GUID.format(3)}","host":"x"}})'
    page = registry.parse(ref, answer(ref.url, f"<script>{inline}</script>"))
    assert page.next is not None
    assert dict(page.next.headers)["x-api-key"] == "ab" * 16
    with pytest.raises(Gone):
        follow(ref, page.next, {"data": {"widget": {"jobAd": None}}})
    with pytest.raises(Broken):
        follow(ref, page.next, {"errors": [{"message": "no"}], "data": {"widget": {"jobAd": None}}})


def test_intervieweb_form_goes_on_in_the_same_session() -> None:
    url = "https://brightkiln.intervieweb.it/en/career"
    link = '<a href="https://brightkiln.intervieweb.it/jobs/engineer-{}/en/"><h3>Engineer</h3></a>'
    head = '<input id="url-for-announces" value="/app.php?module=newcareer"><script>x = {"section": "s1"}</script>'
    first = asked(url, f"{head}{link.format(1)} Page 1 of 3", (("set-cookie", "sid=7; Path=/; HttpOnly"),))
    assert first.next is not None
    assert (first.next.method, dict(first.next.headers)["cookie"], first.complete) == ("POST", "sid=7", False)
    form = parse_qs((first.next.body or b"").decode(), keep_blank_values=True)
    assert (form["page"], form["section"], form["country"]) == (["2"], ["s1"], [""])
    ref = registry.recognize(url)
    second = follow(ref, first.next, {"success": True, "data": f"{link.format(2)} Page 2 of 3"})
    assert second.next is not None
    assert b"page=3" in (second.next.body or b"")
    last = follow(ref, second.next, {"success": True, "data": f"{link.format(3)} Page 3 of 3"})
    assert (last.next, last.complete, ids(last)) == (None, True, ["engineer-3"])
    with pytest.raises(Broken):
        follow(ref, first.next, {"success": False, "data": ""})


def test_typify_page_leads_to_the_form() -> None:
    url = "https://jobs.tideglass.example/typify-iframe/vacatures"
    page = read(url, '<script>window.typify = {language: "fr"}</script>')
    assert page.next is not None
    assert page.next.url.startswith("https://jobs.tideglass.example/fr/api/vacancies")
    with pytest.raises(Broken):
        asked(url, {"errors": ["no"], "results": []})
    assert not asked(url, {"results": [{"title": "A", "url": "/a"}], "pagination": {"total": 2}}).complete


def test_accenture_form_goes_on_until_the_total() -> None:
    url = "https://www.accenture.com/jp-ja/careers/jobsearch"
    request = registry.requests(registry.recognize(url))[0]
    assert "日本".encode() in (request.body or b"")
    rows = [{"guid": f"R{number:05}_ja", "title": "A"} for number in range(500)]
    first = asked(url, {"data": rows, "totalHits": {"total": 501}})
    assert first.next is not None
    assert b'name="startIndex"\r\n\r\n500\r\n' in (first.next.body or b"")
    last = follow(registry.recognize(url), first.next, {"data": rows[:1], "totalHits": {"total": 501}})
    assert (last.next, last.complete) == (None, True)
    # Totals stop at ten thousand; the list goes on behind them.
    capped = asked(url, {"data": rows, "totalHits": {"total": 10000, "overMaxHits": "True"}})
    assert (capped.next is not None, capped.total) == (True, None)
    assert asked(url, {"data": [], "totalHits": {"total": 0}}).complete
