"""Pages of group D: addresses that are theirs and that are not, lists in markup, signs on employers' own pages."""

from __future__ import annotations

import pytest

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.boards.parts import script
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, RefKind

# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "url",
    [
        "https://www.jobs.cz/prace/praha/",
        "https://jobs.cz/rpd/2000503215/",
        "https://www.notion.so/Careers-0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "https://www.notion.com/careers",
        "https://www.accenture.com/gb-en/about/company",
        "https://www.accenture.com/gb-en",
        "https://www.umantis.com/de/produkt",
        "https://www.acme.example/Jobs/All",
        "https://acme.example/Jobs/2",
        "https://www.homes.example/en-us/listing/",
        "https://careers.acme.example/en-us/listing/engineering",
        "https://careers.acme.example/en-us/job/588012/gardener",
        "https://www.acme.example/api/vacancies",
        "https://www.acme.example/jobs/allvacancies/",
        "https://www.acme.example/vacancy/gardener/description",
        "https://api.recruitee.example/v1/x",
        "https://developers.jobylon.com/feed-api",
        "https://emp.jobylon.com/companies/2143/cookie-policy/",
        "https://www.governmentjobs.com/jobs",
        "https://www.governmentjobs.com/SearchEngine/JobsFeed",
        "https://acme.peoplestrong.com/altLogin.jsf",
        "https://www.104.com.tw/jobs/search/?keyword=x",
        "https://www.104.com.tw/job/search",
        "https://my.jobstreet.com/glass-jobs",
        "https://my.jobstreet.com/companies/tideglass",
        "https://www.jobs.ch/en/vacancies/?term=x",
        "https://hrmos.co/",
        "https://careers.hibob.com/",
        "https://app.hibob.com/login",
        "https://portal.gupy.io/job-search/term=x",
        "https://mosswork.gupy.example/jobs/1",
        "https://matomo.softgarden.io/x.js",
        "https://api.softgarden.io/api/rest/v3/frontend/jobslist/25_extern",
        "https://mosswork.clearcompany.com/",
        "https://api-recruiter.recruiter.co.kr/position/v1/jobflex",
        "https://inrecruiting.intervieweb.it/acme/it/career",
        "https://mosswork.cnstaff.com/admin",
    ],
)
def test_not_theirs(url: str) -> None:
    found = registry.recognize(url)
    assert found.kind in (RefKind.UNKNOWN, RefKind.COMPANY) or found.board == "jobscz"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://ferns.schooljobs.com/x", "job:url:ferns.schooljobs.com/x"),
        ("https://www.schooljobs.com/careers/Ferns", "source:neogov:ferns"),
        ("https://www.schooljobs.com/careers/ferns/jobs/4100017-1/gardener", "job:neogov:ferns:4100017"),
        ("https://recruiting.acme.example/Vacancies/7/Description/2", "job:umantis:recruiting.acme.example:7"),
        ("https://mosswork.umantis.com/Jobs/1", "source:umantis:mosswork"),
        ("https://careers.pageuppeople.com/610/ci/en/job/588012", "job:pageup:610-ci:588012"),
        ("https://mosswork.topjobs.sk/detail?r=detail&id=2000140017", "job:almacareer:mosswork.topjobs.sk:2000140017"),
        ("https://mosswork.jobs.cz/detail?r=detail&id=2000140017", "job:almacareer:mosswork:2000140017"),
        ("https://www.jobup.ch/fr/societes/49001-tideglass-sa/", "source:jobs_ch:jobup-49001"),
        ("https://sg.jobstreet.com/job/88120017", "job:jobstreet:sg:88120017"),
        ("https://mosswork.softgarden.io/de/jobs/41234567/x/", "job:softgarden:mosswork:41234567"),
        ("https://www.accenture.com/us-en/careers/jobdetails?id=R1_en", "job:accenture:R1_en"),
        ("https://mosswork.zhiye.com/zwxq?jobId=250012", "job:beisen:mosswork:250012"),
        ("https://cdn.jobylon.com/jobs/company-groups/77/embed/v1/", "source:jobylon:g77"),
        ("https://mosswork.clearcompany.com/careers/jobs/3c9f2a10-5b7e-4d21-9a64-0e8f7c6b5a43/apply", ""),
    ],
)
def test_theirs(url: str, key: str) -> None:
    found = registry.recognize(url)
    assert found.key == (key or "job:clearcompany:mosswork:3c9f2a10-5b7e-4d21-9a64-0e8f7c6b5a43")
    assert registry.recognize(found.url).key == found.key


def test_one_posting_in_two_countries_is_two() -> None:
    keys = {registry.recognize(f"https://{country}.jobstreet.com/job/88120017").key for country in ("my", "sg", "id")}
    assert len(keys) == 3


# ---------------------------------------------------------------- signs on employers' own pages

CLIENT = "0a" * 16
SITE = "3c9f2a10-5b7e-4d21-9a64-0e8f7c6b5a43"


@pytest.mark.parametrize(
    ("markup", "key"),
    [
        ("<script>var jbl_company_id = 2986; var jbl_version = 'v2';</script>", "source:jobylon:2986"),
        (f'<div id="tc-jswidget" data-client-id="{CLIENT}"></div>', f"source:talentclue:{CLIENT}"),
        (f'<script src="//x.example/career-site.js?siteId={SITE}"></script>', f"source:clearcompany:{SITE}"),
        ('<script src="https://tracker.softgarden.de/t.js"></script>', "source:softgarden:careers.acme.example"),
        (
            "<script>PU.Jobs.source = {instId: '671', sourcePointer: 'cw'}</script>",
            "source:pageup:careers.acme.example",
        ),
        ("<script>window.typify = {language: 'de'}</script>", "source:typify:careers.acme.example"),
        (
            '<html data-host="careers.acme.example"><script src="//cdn.capybara.lmc.cz/x.js"></script>',
            "source:almacareer:careers.acme.example",
        ),
        ('<script src="https://bat.traffit.com/public/an/generateJs/"></script>', "source:traffit:bat"),
        ('<iframe src="https://cdn.jobylon.com/jobs/companies/7/embed/v2/"></iframe>', "source:jobylon:7"),
    ],
)
def test_signs(markup: str, key: str) -> None:
    seen = registry.sightings(markup, "https://careers.acme.example/jobs")
    assert [one.ref.key for one in seen] == [key]
    assert seen[0].confidence >= 0.9


def test_what_a_sign_names_can_be_asked_for() -> None:
    for token, board in (("careers.acme.example", "softgarden"), ("careers.acme.example", "pageup")):
        ref = registry.board_of(board, token)
        assert ref is not None
        assert registry.requests(ref)[0].url.startswith("https://careers.acme.example/")


# ---------------------------------------------------------------- softgarden

GARDEN = "https://tideglass.softgarden.io/de/vacancies"
LINK = '<a href="https://tideglass.softgarden.io/job/4123456{0}/x">Glasbläser {0}</a>'


def test_softgarden_page_counts_its_links() -> None:
    ids = "<script>var complete_job_id_list = jobs_selected = [41234561, 41234562];</script>"
    whole = read(GARDEN, f"{ids}{LINK.format(1)}{LINK.format(2)}")
    assert (len(whole.postings), whole.total, whole.complete) == (2, 2, True)
    part = read(GARDEN, f"{ids}{LINK.format(1)}")
    assert (len(part.postings), part.total, part.complete) == (1, 2, False)
    none = read(GARDEN, "<html><script>var complete_job_id_list = [];</script></html>")
    assert (none.postings, none.total, none.complete) == ((), 0, True)


def test_softgarden_feed_on_an_employers_own_host() -> None:
    ref = registry.board_of("softgarden", "careers.acme.example")
    assert ref is not None
    item = {"@type": "JobPosting", "title": "A", "identifier": {"value": "41234567"}}
    place = {"address": {"addressLocality": "-", "addressCountry": "-", "addressRegion": "-"}}
    elements = [{"item": item | {"jobLocation": place}}, {"item": {"title": "without a number"}}]
    page = registry.parse(ref, answer(ref.url, {"dataFeedElement": elements}))
    (posting,) = page.postings
    assert (posting.url, posting.locations) == ("https://careers.acme.example/jobs/41234567", ())
    assert not page.complete


# ---------------------------------------------------------------- cards and rows

TRAKSTAR = "https://fernbrook.hire.trakstar.com/?limit=100&p={}"
CARD = """<div class="js-careers-page-job-list-item"><a href="https://fernbrook.hire.trakstar.com/jobs/fk0abc">
    <h3 class="js-job-list-opening-name">Gardener</h3></a><span class="rb-text-4">Beds</span>
    <span class="meta-job-location-city">Reno</span><span class="meta-job-location-state">NV</span>
    <div class="js-job-list-opening-meta">Full-time</div></div>"""


def test_trakstar_cards() -> None:
    page = read(TRAKSTAR.format(1), f"{CARD}<script>x = {{total_jobs: '624'}}</script>")
    assert page.next is not None
    assert (page.next.url, page.total, page.complete) == (TRAKSTAR.format(2), 624, False)
    (posting,) = page.postings
    assert (posting.department, posting.employment_type, posting.external_id) == ("Beds", "full_time", "fk0abc")
    assert (posting.locations[0].city, posting.locations[0].region) == ("Reno", "NV")
    assert read(TRAKSTAR.format(1), f"{CARD}<script>x = {{total_jobs: '1'}}</script>").complete
    with pytest.raises(Gone):
        read(TRAKSTAR.format(1), "<html>This company is no longer using Trakstar Hire.</html>")


UMANTIS = "https://recruitingapp-2700.umantis.com/Jobs/All"
ROW = """<tr class="table-as-list__contentrow1"><td><span class="table-as-list__text">{0}</span>
    <span class="table-as-list__subtitle"><a href="/Vacancies/10{1}/Description/1" class="HSTableLinkSubTitle">A</a>
    </span></td></tr>"""


def umantis(first: int, last: int, total: int, following: str, cell: str = "") -> str:
    state = f'{{"TableFrom": {first}, "TableTo": {last}, "TableTotalLines": "{total}", '
    state += f'"NextLink": {{"EnhancedUrl": "{following}"}}}}'
    return (
        f"<table-navigation initial-data-string='{state}'></table-navigation><table>{ROW.format(cell, first)}</table>"
    )


def test_umantis_goes_on_as_its_navigation_says() -> None:
    first = read(UMANTIS, umantis(1, 1, 2, "?tc7=p2"))
    assert first.next is not None
    assert (first.next.url, first.complete, first.total) == (f"{UMANTIS}?tc7=p2", False, 2)
    last = read(first.next.url, umantis(2, 2, 2, "?tc7=p3"))
    assert (last.next, last.complete) == (None, True)
    # The list of another host is not this one's.
    assert read(UMANTIS, umantis(1, 1, 2, "https://evil.example/?tc7=p2")).next is None
    empty = read(UMANTIS, '<table-navigation initial-data-string=\'{"TableTotalLines": "0"}\'></table-navigation>')
    assert (empty.postings, empty.complete) == ((), True)


@pytest.mark.parametrize(
    ("cell", "country", "posted", "kind"),
    [
        ("| Arbeitsort: Zürich", "CH", None, None),
        ("| Zürich", "CH", None, None),
        ("| Verwaltung und Dienste", None, None, None),
        ("Online since: 02.03.2026", None, "2026-03-02", None),
        ("| Type: Part time", None, None, "part_time"),
        ("| Stellennummer: 1048", None, None, None),
    ],
)
def test_umantis_columns(cell: str, country: str | None, posted: str | None, kind: str | None) -> None:
    (posting,) = read(UMANTIS, umantis(1, 1, 1, "", cell)).postings
    assert [place.country for place in posting.locations] == ([country] if country else [])
    assert (posting.posted_at, posting.employment_type) == (posted, kind)


PAGEUP = "https://careers.pageuppeople.com/610/cw/en-us/listing/?page=1&page-items=500"
JOB = '<tr><td><a class="job-link" href="/610/cw/en-us/job/58801{0}/x">Job {0}</a></td></tr>'


def test_pageup_pages_and_missing_posting() -> None:
    rows = f'<table id="search-results-content">{JOB.format(1)}{JOB.format(2)}</table>'
    page = read(PAGEUP, f'{rows}<a class="more-link" data-page="2">More <span class="count">40</span></a>')
    assert page.next is not None
    assert ("page=2" in page.next.url, "page-items=500" in page.next.url, page.total) == (True, True, 42)
    assert read(PAGEUP, rows).complete
    posting = registry.recognize("https://careers.pageuppeople.com/610/cw/en-us/job/588012/x")
    with pytest.raises(Gone) as gone:
        registry.parse(
            posting, answer("https://careers.pageuppeople.com/610/cw/en-us/listing/?jobnotfound=true", "<p>")
        )
    assert gone.value.certain


def test_pageup_list_on_an_employers_host() -> None:
    rows = '<div id="search-results-content"><a class="job-link" href="/en-us/job/588012/x">Gardener</a></div>'
    (posting,) = read("https://jobs.acme.example/en-us/listing/", rows).postings
    assert (posting.token, posting.external_id) == ("jobs.acme.example", "588012")
    assert posting.url == "https://jobs.acme.example/en-us/job/588012/x"


HRMOS = "https://hrmos.co/pages/tideglass/jobs"


def test_hrmos_pages_and_nothing() -> None:
    cards = '<div id="jsi-joblist"><a href="/pages/tideglass/jobs/{0}"><h2>A</h2></a></div><p>全 2 件中 1 件</p>'
    first = read(HRMOS, cards.format("01"))
    assert first.next is not None
    assert (first.next.url, first.total, first.complete) == (f"{HRMOS}?page=2", 2, False)
    last = read(first.next.url, cards.format("02"))
    assert (last.next, last.complete) == (None, True)
    empty = read(HRMOS, '<div class="sg-unavailable-notifier">現在募集中の求人はありません</div>')
    assert (empty.postings, empty.total, empty.complete) == ((), 0, True)


def test_earcu_feed() -> None:
    url = "https://jobs.acme.example/vacancy/find/results/"
    feed = "<Positions><Position><JobTitle>A</JobTitle><DescriptionURL>/vacancy/a/7/description/</DescriptionURL>"
    page = read(url, f"{feed}</Position></Positions>")
    assert (page.complete, page.postings[0].external_id) == (True, "a.7")
    assert not read(url, f"{feed}</Position>").complete
    assert read(url, "<Positions></Positions>").complete
    with pytest.raises(Gone):
        read("https://jobs.acme.example/vacancy/b/8/description/", f"{feed}</Position></Positions>")


# ---------------------------------------------------------------- single shapes

BANK = "https://www.104.com.tw/company/1a2x6bk"


def bank(pay: str) -> Page:
    row = {"jobName": "A", "jobUrl": "//www.104.com.tw/job/7x2k9", "jobSalaryDesc": pay}
    return read(BANK, {"data": {"list": {"normalJobs": [row]}}})


@pytest.mark.parametrize(
    ("words", "low", "high", "period"),
    [
        ("月薪40,000~50,000元", 40_000, 50_000, "month"),
        ("月薪40,000元以上", 40_000, None, "month"),
        ("時薪190元", 190, 190, "hour"),
        ("年薪1,000,000~1,500,000元", 1_000_000, 1_500_000, "year"),
    ],
)
def test_jobbank104_pay(words: str, low: float, high: float | None, period: str) -> None:
    salary = bank(words).postings[0].salary
    assert salary is not None
    assert (salary.min, salary.max, salary.period, salary.currency, salary.text) == (low, high, period, "TWD", words)


def test_jobbank104_full_page_is_not_known_to_be_all() -> None:
    assert bank("待遇面議").postings[0].salary is None
    rows = [{"jobName": "A", "jobUrl": f"//www.104.com.tw/job/7x2k{number}"} for number in range(100)]
    assert not read(BANK, {"data": {"list": {"normalJobs": rows}}}).complete
    open_end = {"header": {"jobName": "A"}, "jobDetail": {"salary": "月薪", "salaryMin": 9e4, "salaryMax": 9999999}}
    salary = read("https://www.104.com.tw/job/7x2k9", {"data": open_end}).postings[0].salary
    assert salary is not None
    assert (salary.min, salary.max) == (90_000, None)
    with pytest.raises(Gone):
        read("https://www.104.com.tw/job/7x2k9", {"error": {"message": "not found"}})


def test_polymer_says_archived() -> None:
    with pytest.raises(Gone) as gone:
        read("https://jobs.polymer.co/mosswork/41207", {"id": 41207, "title": "A", "archived_at": "2026-03-02"})
    assert gone.value.certain


def test_gupy_page_without_its_state_is_no_empty_board() -> None:
    with pytest.raises(Broken):
        read("https://tideglass.gupy.io/", '<script id="__NEXT_DATA__">{"props": {"pageProps": {}}}</script>')
    state = '{"props": {"pageProps": {"jobs": []}}}'
    page = read("https://tideglass.gupy.io/", f'<script id="__NEXT_DATA__">{state}</script>')
    assert (page.postings, page.complete) == ((), True)


def test_jobylon_leaves_out_internal_postings() -> None:
    jobs = "{id: '7', url: '/jobs/7-a/', title: 'A', is_internal: true}, {id: '8', url: '/jobs/8-b/', title: 'B',},"
    page = read("https://cdn.jobylon.com/jobs/companies/4711/embed/v2/", f"<script>JBL.embed_v2['jobs'] = [{jobs}];")
    assert ([posting.external_id for posting in page.postings], page.complete) == (["8"], True)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("x = {a: 1, 'b': [true, null, undefined,],}", {"a": 1, "b": [True, None, None]}),
        ("x = ['\\ud83d\\ude00']", ["\U0001f600"]),
        ("x = [/* no */ 'a // b', 'http://c', // d\n 2]", ["a // b", "http://c", 2]),
        ("x = [call(1)]", None),
        ("x = ['open", None),
        ("y = [1]", None),
    ],
)
def test_literals_of_scripts(source: str, value: object) -> None:
    assert script.assigned(source, "x") == value


def test_literals_keep_quotes_of_the_other_kind() -> None:
    assert script.assigned("""x = ['say "so"', "it's", 'it\\'s \\x41']""", "x") == ['say "so"', "it's", "it's A"]
