"""Addresses of the boards with an API: what is theirs, what is not, boards on employers' own domains, embeds."""

from __future__ import annotations

import pytest

from boards.build import answer
from jobfinder.boards import registry
from jobfinder.model import Ref, RefKind
from jobfinder.read import urls

UUID = "1c0ffee0-5a1d-4b2c-9e3f-0123456789ab"


@pytest.mark.parametrize(
    "url",
    [
        "https://boards.greenhouse.io/css/app.css",
        "https://boards.greenhouse.io/js/jobs/4000001",
        "https://apply.workable.com/",
        "https://apply.workable.com/api/v1",
        "https://apply.workable.com/j/",
        "https://www.workable.com/pricing",
        "https://jobs.workable.com/view/aB3dE5gH7jK9mN2pQ4sT6v/gardener",
        "https://jobs.workable.com/search?query=gardener",
        "https://resources.workable.com/",
        "https://acme.workable.com/jobs/123456",
        "https://www.smartrecruiters.com/resources/blog",
        "https://jobs.smartrecruiters.com/",
        "https://jobs.smartrecruiters.com/oneclick-ui",
        "https://api.smartrecruiters.com/v1/openapi",
        "https://www.recruitee.com/blog",
        "https://app.recruitee.com/",
        "https://10596.recruitee.com/",
        "https://api.recruitee.com/c/acme/offers",
        "https://acme.wd5.myworkdayjobs.com/",
        "https://acme.wd5.myworkdayjobs.com/robots.txt",
        "https://acme.wd5.myworkdayjobs.com/login",
        "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme",
        "https://wd5.myworkdaysite.com/acme/Careers",
        "https://www.workday.com/en-us/company/careers.html",
        "https://www.personio.com/about/careers",
        "https://support.personio.de/hc",
        "https://acme.personio.de/recruiting/positions",
        "https://www.bamboohr.com/careers",
        "https://partners.bamboohr.com/careers",
        "https://acme.bamboohr.com/login.php",
        "https://acme.bamboohr.com/careers/not-a-number",
        "https://app.teamtailor.com/companies/x",
        "https://partner.teamtailor.com/jobs",
        "https://www.teamtailor.com/en/jobs",
        "https://assets.teamtailor-cdn.com/assets/x.js",
        "https://app.breezy.hr/signin",
        "https://breezy.hr/pricing",
        "https://assets-cdn.breezy.hr/breezy-portal/x.css",
        "https://acme.breezy.hr/p/not-an-id",
    ],
)
def test_not_theirs(url: str) -> None:
    ref = registry.recognize(url)
    assert ref.kind is RefKind.UNKNOWN
    assert (ref.token, ref.key) == (None, f"job:url:{urls.identity(url)}")


@pytest.mark.parametrize(
    "url",
    [
        "https://careers.acme.example/o/gardener",
        "https://careers.acme.example/p/0a1b2c3d4e5f-gardener",
        "https://careers.acme.example/jobs/7000001-gardener",
        "https://careers.acme.example/job/70001",
        "https://careers.acme.example/careers/39",
        "https://acme.example/recruitee.com/o/gardener",
        "https://recruitee.com.acme.example/o/gardener",
        "https://acmebreezy.hr.example/p/0a1b2c3d4e5f",
    ],
)
def test_a_company_of_its_own_is_told_by_its_page_not_by_its_address(url: str) -> None:
    assert registry.recognize(url).kind is RefKind.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "https://acme.wd5.myworkdayjobs.com/Careers/job/X/A_R-7",
            "https://acme.wd5.myworkdayjobs.com/Careers/job/X/A_R-7-1",
        ),
        (
            "https://acme.wd5.myworkdayjobs.com/Careers/job/A_R-7",
            "https://acme.wd5.myworkdayjobs.com/Students/job/A_R-7",
        ),
        (
            "https://acme.wd5.myworkdayjobs.com/Careers/job/A_R-7",
            "https://acme.wd1.myworkdayjobs.com/Careers/job/A_R-7",
        ),
        ("https://acme.wd5.myworkdayjobs.com/C/job/A_R25_0007", "https://acme.wd5.myworkdayjobs.com/C/job/A_R24_0007"),
        ("https://acme.recruitee.com/o/gardener", "https://acme.recruitee.com/o/gardener-2"),
        ("https://acme.breezy.hr/p/0a1b2c3d4e5f-x", "https://acme.breezy.hr/p/0a1b2c3d4e5e-x"),
        ("https://acme.jobs.personio.de/job/70001", "https://acme.jobs.personio.de/job/7000"),
        ("https://acme.teamtailor.com/jobs/7000001-a", "https://acme.na.teamtailor.com/jobs/7000001-a"),
        (
            "https://jobs.smartrecruiters.com/Acme/744000100000001-a",
            "https://jobs.smartrecruiters.com/Acme/74400010000000-a",
        ),
    ],
)
def test_different_postings_have_different_keys(one: str, other: str) -> None:
    first, second = registry.recognize(one), registry.recognize(other)
    assert (first.kind, second.kind) == (RefKind.POSTING, RefKind.POSTING)
    assert first.key != second.key


@pytest.mark.parametrize(
    ("url", "token", "external_id"),
    [
        ("https://gam.wd3.myworkdayjobs.com/GAM", "gam.wd3.GAM", None),
        ("https://citi.wd5.myworkdayjobs.com/en-US/2", "citi.wd5.2", None),
        ("https://chevron.wd5.myworkdayjobs.com/jobs", "chevron.wd5.jobs", None),
        ("https://redhat.wd5.myworkdayjobs.com/jobs/job/Raleigh/A_R-1", "redhat.wd5.jobs", "R-1"),
        ("https://acme.wd5.myworkdayjobs.com/uk/job/Leeds/A_R-1", "acme.wd5.uk", "R-1"),
        ("https://acme.wd5.myworkdayjobs.com/fr/External/job/Paris/A_R-1", "acme.wd5.External", "R-1"),
        ("https://acme.wd5.myworkdayjobs.com/External/job/Head-of_Sales_JR100", "acme.wd5.External", "JR100"),
        ("https://acme.wd5.myworkdayjobs.com/External/job/Leeds/Baker", "acme.wd5.External", "Baker"),
        ("https://acme.myworkdayjobs.com/External/job/Leeds/A_R-1", "acme.External", "R-1"),
        (
            "https://acme.wd5.myworkdayjobs.com/External/details/A_R-1/apply/autofillWithResume",
            "acme.wd5.External",
            "R-1",
        ),
        ("https://acme.wd5.myworkdayjobs.com/External/job/A_R-1/apply", "acme.wd5.External", "R-1"),
        ("https://acme.wd5.myworkdayjobs.com/External/job/Baker/apply", "acme.wd5.External", "Baker"),
    ],
)
def test_workday_sites_languages_and_ids(url: str, token: str, external_id: str | None) -> None:
    ref = registry.recognize(url)
    assert (ref.board, ref.token, ref.external_id) == ("workday", token, external_id)
    assert registry.recognize(ref.url).key == ref.key


def test_regions_do_not_change_the_key() -> None:
    for one, other in (
        ("https://acme.jobs.personio.de/job/7", "https://acme.jobs.personio.com/job/7"),
        ("https://acme.wd5.myworkdayjobs.com/C", "https://wd5.myworkdaysite.com/recruiting/acme/C"),
    ):
        first, second = registry.recognize(one), registry.recognize(other)
        assert first.key == second.key
        assert first.region != second.region


@pytest.mark.parametrize(
    ("url", "hosts"),
    [
        ("https://acme.jobs.personio.de", ["acme.jobs.personio.de", "acme.jobs.personio.com", "acme.jobs.personio.de"]),
        (
            "https://acme.jobs.personio.com",
            ["acme.jobs.personio.com", "acme.jobs.personio.de", "acme.jobs.personio.com"],
        ),
        ("https://acme.wd5.myworkdayjobs.com/C", ["acme.wd5.myworkdayjobs.com", "wd5.myworkdaysite.com"]),
        ("https://wd5.myworkdaysite.com/recruiting/acme/C", ["wd5.myworkdaysite.com", "acme.wd5.myworkdayjobs.com"]),
    ],
)
def test_the_region_known_is_asked_first(url: str, hosts: list[str]) -> None:
    assert [urls.host(request.url) for request in registry.requests(registry.recognize(url))] == hosts


# ---------------------------------------------------------------- employers' own domains


OWN = {
    "recruitee": ("https://careers.acme.example/o/gardener", "https://careers.acme.example/api/offers/", "gardener"),
    "teamtailor": ("https://careers.acme.example/jobs/7000001", "https://careers.acme.example/jobs.json", "7000001"),
    "breezy": ("https://careers.acme.example/p/0a1b2c3d4e5f", "https://careers.acme.example/json", "0a1b2c3d4e5f"),
}


@pytest.mark.parametrize(("board", "expected"), OWN.items())
def test_a_host_is_a_token(board: str, expected: tuple[str, str, str]) -> None:
    posting, listing, external_id = expected
    ref = registry.board_of(board, "Careers.ACME.example")
    assert ref is not None
    assert (ref.key, urls.host(ref.url)) == (f"source:{board}:careers.acme.example", "careers.acme.example")
    assert registry.requests(ref)[0].url == listing
    one = registry.posting_ref(ref, external_id)
    assert one is not None
    assert (one.url, one.key) == (posting, f"job:{board}:careers.acme.example:{external_id}")


@pytest.mark.parametrize("board", OWN)
@pytest.mark.parametrize("token", ["127.0.0.1", "a b.example", "https://x.example", "", "..", "x.example/y"])
def test_what_is_no_host_is_no_token(board: str, token: str) -> None:
    assert registry.board_of(board, token) is None


def test_the_vendors_host_names_the_label() -> None:
    for board, domain in (("recruitee", "Recruitee.com"), ("teamtailor", "teamtailor.com"), ("breezy", "breezy.hr")):
        ref = registry.board_of(board, f"ACME.{domain}")
        assert ref is not None
        assert ref.token == "acme"
        assert registry.board_of(board, domain) is None


@pytest.mark.parametrize(("board", "expected"), OWN.items())
def test_links_on_a_site_of_its_own_are_its_postings(board: str, expected: tuple[str, str, str]) -> None:
    ref = registry.board_of(board, "careers.acme.example")
    assert ref is not None
    markup = f'<html><a href="{expected[0]}">Gardener</a> <a href="https://other.example/o/x">Elsewhere</a></html>'
    page = registry.parse(ref, answer("https://careers.acme.example/", markup))
    named = [(posting.title, posting.token, posting.external_id) for posting in page.postings]
    assert named == [("Gardener", "careers.acme.example", expected[2])]
    assert not page.complete


SITE = "jobs.acme.example"
MARKS = {
    "<script>window.recruitee = {customIntegrationsApi: {companyId: 7}}</script>": f"source:recruitee:{SITE}",
    '<script src="https://careers-assets.recruiteecdn.com/app.js"></script>': f"source:recruitee:{SITE}",
    "<script>window.recruitee = { companies: [10596] }</script>"
    '<script src="https://jobs-widget.recruiteecdn.com/widget.js"></script>': "source:recruitee:10596",
    '<link rel="stylesheet" href="https://assets.teamtailor-cdn.com/a.css">': f"source:teamtailor:{SITE}",
    '<link href="//assets-cdn.breezy.hr/breezy-portal/v3.css" rel="stylesheet">': f"source:breezy:{SITE}",
    '<body class="page breezy-portal wide">': f"source:breezy:{SITE}",
    '<div id="BambooHR" data-domain="acme.bamboohr.com" data-version="1.0.0"></div>': "source:bamboohr:acme",
    "<script>whr(document).ready(function(){ whr_embed(578094, {}); });</script>": "source:workable:578094",
    '<script src="https://static.smartrecruiters.com/job-widget/1/smart_widget.js"></script>'
    '<script>widget({"company_code": "AcmeCo", "api_url": ""})</script>': "source:smartrecruiters:AcmeCo",
    '<iframe src="https://acme.jobs.personio.de/?language=en"></iframe>': "source:personio:acme",
    '<a href="https://acme.wd5.myworkdayjobs.com/en-US/External/login">Jobs</a>': "source:workday:acme.wd5.External",
}


@pytest.mark.parametrize(("markup", "key"), MARKS.items(), ids=MARKS.values())
def test_pages_give_their_board_away(markup: str, key: str) -> None:
    seen = {sighting.ref.key: sighting for sighting in registry.sightings(markup, f"https://{SITE}/careers")}
    assert key in seen
    assert seen[key].confidence >= 0.7
    assert seen[key].quote


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://scripts.teamtailor-cdn.com/widgets/production/jobs.js"></script>',
        '<img src="https://images.teamtailor-cdn.com/logo.png">',
        "<p>We moved from recruitee to something else; customers: breezy</p>",
        '<script>widget({"company_code": "AcmeCo"})</script>',
    ],
)
def test_pages_that_give_none_away(markup: str) -> None:
    seen = registry.sightings(markup, "https://www.acme.example/")
    assert not [sighting for sighting in seen if "." in (sighting.ref.token or "") or sighting.confidence >= 0.7]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<link href="//assets-cdn.breezy.hr/breezy-portal/v3.css">', "https://acme.breezy.hr/"),
        ("<script>window.recruitee = {customIntegrationsApi: {}}</script>", "https://acme.recruitee.com/"),
        ('<script src="//assets.teamtailor-cdn.com/a.js"></script>', "https://acme.teamtailor.com/jobs"),
    ],
)
def test_marks_on_the_vendors_hosts_are_no_sites_of_their_own(markup: str, url: str) -> None:
    assert not [sighting for sighting in registry.sightings(markup, url) if "." in (sighting.ref.token or "")]


# ---------------------------------------------------------------- single boards


def test_a_word_of_vendors_that_is_a_board_is_one_where_no_file_can_be_meant() -> None:
    ref = registry.recognize("https://boards.greenhouse.io/css/jobs/4000001")
    assert (ref.key, ref.url) == ("job:greenhouse:css:4000001", "https://boards.greenhouse.io/css/jobs/4000001")
    board = registry.board_ref(ref)
    assert board is not None
    assert registry.recognize(board.url) == board


def test_a_workable_posting_without_an_account_is_one_all_the_same() -> None:
    ref = registry.recognize("https://apply.workable.com/j/0a1b2c3d4e")
    assert (ref.kind, ref.token, ref.external_id) == (RefKind.POSTING, None, "0A1B2C3D4E")
    assert registry.board_ref(ref) is None
    page = registry.parse(ref, answer("https://apply.workable.com/acme/j/0A1B2C3D4E/", "<html><title>x</title></html>"))
    assert (page.kind, page.postings, page.complete) == (RefKind.UNKNOWN, (), False)


def test_absence_from_paged_searches_proves_nothing() -> None:
    whole = ("ashby", "bamboohr", "breezy", "greenhouse", "lever", "personio", "recruitee", "teamtailor", "workable")
    assert all(registry.whole(name) for name in whole)
    assert not any(registry.whole(name) for name in ("smartrecruiters", "workday"))


def test_names_that_people_use() -> None:
    for spoken, name in (("BambooHR", "bamboohr"), ("Breezy HR", "breezy"), ("smart-recruiters", "smartrecruiters")):
        assert registry.named(spoken) == name


def test_a_form_of_smartrecruiters_is_read_by_its_own_id() -> None:
    ref = registry.recognize(f"https://jobs.smartrecruiters.com/oneclick-ui/company/Acme/publication/{UUID}")
    assert isinstance(ref, Ref)
    assert registry.requests(ref)[0].url == f"https://api.smartrecruiters.com/v1/companies/Acme/postings/{UUID}"
