"""Boards of large employers (group C): addresses on own hosts, pages, what is closed, recorded answers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from boards.build import PAYLOADS, answer, payloads, read
from jobfinder.boards import registry
from jobfinder.boards.roster import VENDORS
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Ref, RefKind, Response
from jobfinder.read.dates import epoch

GROUP = (
    *("adp", "avature", "brassring", "cornerstone", "dayforce", "eightfold", "oracle_hcm", "paycom", "paylocity"),
    *("phenom", "successfactors", "talentbrew", "taleo", "ukg"),
)
GUID = "665e2832-0000-4000-8000-0d36c8c0c64d"

# ---------------------------------------------------------------- addresses

ORDINARY = [
    "https://fernbrook.example/job/gardener/12345678",
    "https://fernbrook.example/job/senior-gardener/12345678",
    "https://fernbrook.example/jobs/Senior-Gardener/12345678",
    "https://fernbrook.example/job/12345678/Senior-Gardener",
    "https://fernbrook.example/go/Partner-Offer/123456/",
    "https://fernbrook.example/search/?q=gardener",
    "https://fernbrook.example/search-jobs-in-gardens",
    "https://fernbrook.example/careers?page=2",
    "https://fernbrook.example/careers/job/12345",
    "https://fernbrook.example/careers/job/senior-gardener",
    "https://fernbrook.example/career?company=acme",
    "https://fernbrook.example/en/sites/default/files/report.pdf",
    "https://fernbrook.example/en/sites/gardens",
    "https://fernbrook.example/us/en/job/gardener",
    "https://fernbrook.example/us/en/job/GARDENER",
    "https://fernbrook.example/us/en/jobs/R-12345",
    "https://fernbrook.example/us/en/search-results",
    "https://fernbrook.example/gardener/job/3F0B18E3",
    "https://fernbrook.example/careers/searchjobs",
    "https://fernbrook.example/careers/jobdetail/gardener/7",
    "https://fernbrook.example/job/reno/miller/team/12345",
    "https://fernbrook.example/job/reno/miller/1234/seven",
    "https://fernbrook.example/Search/Home/Home?partnerid=1&siteid=2",
    "https://127.0.0.1/careersection/2/jobsearch.ftl",
    "http://localhost/viewalljobs/",
    "https://192.168.0.1/us/en/job/R-12345",
]


@pytest.mark.parametrize("url", ORDINARY)
def test_ordinary_addresses_belong_to_no_board(url: str) -> None:
    assert registry.recognize(url).board in ("page", "site", "rss")


VENDOR_PAGES = [
    "https://www.adp.com/resources",
    f"https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?cid={GUID[:-1]}",
    "https://www.avature.net/careers",
    "https://sjobs.brassring.com/TGnewUI/Search/Home/Home?partnerid=25416",
    "https://sjobs.brassring.com/TGnewUI/Search/Home/Home?partnerid=a&siteid=b",
    "https://fernbrook.csod.com/login/render.aspx",
    "https://jobs.dayforcehcm.com/fernbrook",
    "https://jobs.dayforcehcm.com/api/auth/csrf",
    "https://eightfold.ai/careers",
    "https://app.eightfold.ai/careers?domain=fernbrook.example",
    "https://fern.fa.us2.oraclecloud.com/fscmUI/faces/FuseWelcome",
    "https://www.paycomonline.net/v4/ats/web.php/portal/short/jobs/1",
    "https://recruiting.paylocity.com/Recruiting/Jobs/All/not-a-guid/Fernbrook",
    "https://cdn.phenompeople.com/us/en/job/R-12345",
    "https://career5.successfactors.eu/login",
    "https://tbcdn.talentbrew.com/company/1/css/x.css",
    "https://fernbrook.taleo.net/careersection/rest/jobboard/searchjobs?lang=en&portal=101430233",
    "https://phh.tbe.taleo.net/phh01/ats/careers/v2/searchResults?org=FERN",
    f"https://recruiting.ultipro.com/FER1001/Board/{GUID}",
]


@pytest.mark.parametrize("url", VENDOR_PAGES)
def test_other_pages_of_the_vendors_are_unknown(url: str) -> None:
    assert registry.recognize(url).kind is RefKind.UNKNOWN


def test_no_two_boards_claim_an_address() -> None:
    adapters = [adapter for adapter in VENDORS if adapter.NAME in GROUP]
    urls = [url for adapter in adapters for one in adapter.EXAMPLES for url in (one.url, *one.spellings)]
    anywhere = [adapter for adapter in VENDORS if adapter.ANYWHERE]
    for url in urls:
        owners = {adapter.NAME for adapter in (*adapters, *anywhere) if adapter.match(url)}
        assert (url, len(owners)) == (url, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://fern.avature.net/careers/JobDetail/A/7", "https://fern.avature.net/careers/FolderDetail/A/7"),
        ("https://fern.avature.net/careers/JobDetail/A/7", "https://fern.avature.net/interns/JobDetail/A/7"),
        (
            "https://fern.taleo.net/careersection/2/jobdetail.ftl?job=7",
            "https://pha.tbe.taleo.net/pha01/ats/careers/v2/viewRequisition?org=fern&cws=2&rid=7",
        ),
        (
            "https://jobs.fern.example/job/Reno-Miller-NV/1139231201/",
            "https://jobs.fern.example/job/Reno-Miller-NV/1139231301/",
        ),
        (
            "https://fern.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/7",
            "https://fern.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_2/job/7",
        ),
    ],
)
def test_different_postings_never_share_a_key(first: str, second: str) -> None:
    keys = {registry.recognize(url).key for url in (first, second)}
    assert len(keys) == 2
    assert all(key.startswith("job:") for key in keys)


def test_a_paylocity_posting_has_no_board_until_it_is_read() -> None:
    ref = registry.recognize("https://recruiting.paylocity.com/Recruiting/Jobs/Details/2210301/Fernbrook/Miller")
    assert (ref.key, ref.token, ref.external_id) == ("job:paylocity:details:2210301", None, "2210301")
    assert registry.board_ref(ref) is None
    board = registry.recognize(f"https://recruiting.paylocity.com/Recruiting/Jobs/All/{GUID}")
    assert registry.posting_ref(board, "2210301") == ref


def test_the_fragment_of_brassring_names_a_posting() -> None:
    gate = "https://sjobs.brassring.com/TGnewUI/Search/Home/Home?partnerid=1&siteid=2"
    assert registry.recognize(f"{gate}#jobDetails=77_2").external_id == "77"
    assert registry.recognize(f"{gate}#keyWordSearch=").kind is RefKind.BOARD


@pytest.mark.parametrize(
    ("markup", "key"),
    [
        ('<link href="https://rmkcdn.successfactors.com/a/b.css">', "source:successfactors:work.fern.example"),
        ('<span data-careersite-propertyid="title">x</span>', "source:successfactors:work.fern.example"),
        ('<script src="https://static.vscdn.net/x.js"></script>', "source:eightfold:work.fern.example"),
        ('<script src="https://tbcdn.talentbrew.com/x.js"></script>', "source:talentbrew:work.fern.example"),
        ("<script>phApp.ddo = {};</script>", "source:phenom:work.fern.example"),
        ('<meta name="avature.portal.id" content="4">', "source:avature:work.fern.example~careers"),
        (
            '<link href="/portalpacks/1/x.css"><a href="/en_US/jobs/SearchJobs">',
            "source:avature:work.fern.example~jobs",
        ),
    ],
)
def test_a_site_on_an_own_host_is_known_by_its_page(markup: str, key: str) -> None:
    seen = registry.sightings(f"<html>{markup}</html>", "https://work.fern.example/")
    assert [(one.ref.key, one.confidence >= 0.9) for one in seen if one.ref.token] == [(key, True)]
    board = registry.board_ref(seen[0].ref)
    assert board is not None
    assert registry.requests(board)[0].url.startswith("https://work.fern.example")


# ---------------------------------------------------------------- successfactors

SEARCH = "https://jobs.fern.example/search/?createNewAlert=false&q=&locationsearch=&startrow=0"


def _rows(count: int, first: int = 0) -> str:
    link = '<a class="jobTitle-link" href="/job/Bonn-Role-{0}/11392{0:05}/">Role {0}</a>'
    return "".join(f'<tr class="data-row"><td>{link.format(first + n)}</td></tr>' for n in range(count))


def test_successfactors_pages_by_the_rows_that_came() -> None:
    label = '<span class="paginationLabel">Results <b>{} – {}</b> of <b>1,027</b></span>'
    first = read(SEARCH, f"<html>{label.format(1, 25)}<table>{_rows(25)}</table></html>")
    assert (len(first.postings), first.total, first.complete) == (25, 1027, False)
    assert first.next is not None
    assert first.next.url == SEARCH.replace("startrow=0", "startrow=25")
    last = read(SEARCH.replace("=0", "=1025"), f"<html>{label.format(1026, 1027)}<table>{_rows(2)}</table></html>")
    assert (last.next, last.complete) == (None, True)


def test_successfactors_tiles_and_an_empty_search() -> None:
    tile = """<li class="job-tile"><a class="jobTitle-link" href="/job/Bonn-Role-1/1139200001/">Role 1</a>
        <a class="jobTitle-link" href="/job/Bonn-Role-1/1139200001/">Role 1</a>
        <div id="job-1-desktop-section-location-value">Bonn, DE</div></li>"""
    page = read(SEARCH, f"<html><ul>{tile}</ul></html>")
    assert [(one.title, one.locations[0].city) for one in page.postings] == [("Role 1", "Bonn")]
    empty = read(SEARCH, "<html><div>There are currently no open positions matching this category.</div></html>")
    assert (empty.postings, empty.total, empty.complete) == ((), 0, True)
    with pytest.raises(Broken):
        read(SEARCH, "<html><p>We will be back soon</p></html>")


def test_successfactors_position_that_has_been_filled() -> None:
    page = read(
        "https://jobs.fern.example/job/Reno-Miller-NV/1139231201/",
        "<html><body><p>Sorry, this position has been filled.</p></body></html>",
    )
    assert page.closed == "Sorry, this position has been filled."


def test_successfactors_feed_of_a_career_site() -> None:
    feed = """<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><item>
        <title>Miller (Reno, NV, US)</title><link>https://jobs.fern.example/job/Reno-Miller-NV/1139231201/</link>
        <description>&lt;p&gt;You mill.&lt;/p&gt;</description><g:location>Reno, NV, US</g:location>
        <g:id>1139231201</g:id></item></channel></rss>"""
    posting = read("https://jobs.fern.example/googlefeed.xml", feed).postings[0]
    assert (posting.title, posting.token, posting.external_id) == ("Miller", "jobs.fern.example", "1139231201")
    assert (posting.locations[0].city, posting.description_text) == ("Reno", "You mill.")


# ---------------------------------------------------------------- avature

PORTAL = "https://jobs.fern.example/en_US/careers/SearchJobs/"


def _portal(*links: str) -> str:
    link = '<a href="/en_US/careers/JobDetail/Miller/7">{}</a>'
    rows = link.format("Apply") + link.format("Miller")
    following = "".join(f'<span class="paginationNextLink"><a href="{link}">Next</a></span>' for link in links)
    return f'<html><div class="pagination__legend">1-1 of 12</div><article>{rows}</article>{following}</html>'


def test_avature_goes_on_by_the_link_of_the_page() -> None:
    page = read(PORTAL, _portal("/en_US/careers/SearchJobs/?jobRecordsPerPage=1&amp;jobOffset=1"))
    assert [(one.title, one.external_id) for one in page.postings] == [("Miller", "7")]
    assert page.next is not None
    assert page.next.url.endswith("/SearchJobs/?jobRecordsPerPage=1&jobOffset=1")
    assert (page.total, page.complete) == (12, False)


@pytest.mark.parametrize(
    "link", ["/en_US/careers/SearchJobs/?qtvc=1", "https://other.example/careers/SearchJobs", PORTAL]
)
def test_avature_follows_no_other_link(link: str) -> None:
    assert read(PORTAL, _portal(link)).next is None


def test_avature_page_that_is_not_there() -> None:
    ref = registry.recognize("https://jobs.fern.example/careers/JobDetail/Miller/7")
    with pytest.raises(Gone):
        registry.parse(ref, answer(ref.url, "<html><title>Page not found</title><h1>Oops</h1></html>"))


# ---------------------------------------------------------------- talentbrew

RESULTS = "https://careers.fern.example/search-jobs/results?CurrentPage=1&RecordsPerPage=100"


def _cards(count: int, total: int, pages: int) -> str:
    link = '<li><a href="/job/reno/miller/1234/{0}" data-job-id="{0}"><h2>Role {0}</h2></a></li>'
    rows = "".join(link.format(70000 + n) for n in range(count))
    about = f'id="search-results" data-total-results="{total}" data-total-pages="{pages}"'
    return f'<section {about}><ul id="search-results-list">{rows}</ul></section>'


def test_talentbrew_pages() -> None:
    first = read(RESULTS, {"results": _cards(100, 101, 2), "hasJobs": True})
    assert (len(first.postings), first.total, first.complete) == (100, 101, False)
    assert first.next is not None
    assert first.next.url == RESULTS.replace("CurrentPage=1", "CurrentPage=2")
    assert ("x-requested-with", "XMLHttpRequest") in first.next.headers
    last = read(first.next.url, {"results": _cards(1, 101, 2)})
    assert (last.next, last.complete) == (None, True)
    shown = read("https://careers.fern.example/search-jobs", f"<html>{_cards(15, 30, 2)}</html>")
    assert shown.next is not None
    assert shown.next.url == "https://careers.fern.example/search-jobs?p=2"


def test_talentbrew_without_results() -> None:
    assert read(RESULTS, {"results": _cards(0, 0, 0), "hasJobs": False}).total == 0
    with pytest.raises(Broken):
        read(RESULTS, {"results": "", "hasJobs": False})


def test_talentbrew_structured_data_goes_first() -> None:
    data = json.dumps({"@type": "JobPosting", "title": "Head Miller", "description": "<p>You mill all day.</p>"})
    markup = f'<html><script type="application/ld+json">{data}</script><h1>Other</h1></html>'
    page = read("https://careers.fern.example/job/reno/miller/1234/70001", markup)
    assert (page.reader, page.postings[0].title, page.postings[0].external_id) == ("jsonld", "Head Miller", "70001")


# ---------------------------------------------------------------- recorded answers


def recorded(path: str, board: str, kind: RefKind = RefKind.BOARD) -> Page:
    """What is read from a recorded answer of a board, of which nothing more is known."""
    if not PAYLOADS.exists():
        pytest.skip(f"recorded payloads are not here: {PAYLOADS}")
    ref = Ref(board=board, kind=kind, key=f"source:{board}:", url="https://t.example/")
    return registry.parse(ref, Response(url="https://t.example/", status=200, body=(PAYLOADS / path).read_bytes()))


def _json(path: Path, *names: str) -> int:
    value = json.loads(path.read_bytes())
    for name in names:
        value = value[int(name) if name.isdigit() else name]
    return len(value)


def _xml(path: Path, name: str) -> int:
    return len(etree.fromstring(path.read_bytes()).findall(f".//{name}"))


def _match(path: Path, pattern: str) -> int:
    return len(set(re.findall(pattern, path.read_text())))


LISTS: dict[str, tuple[str, Callable[[Path], int]]] = {
    "taleo/transcribed_taleo_marikojobfinder.json": ("taleo", lambda path: _json(path, "requisitionList")),
    "oracle-orc/careerkit_oracle_orc.json": (
        "oracle_hcm",
        lambda path: _json(path, "items", "0", "requisitionList"),
    ),
    "successfactors/autojob_successfactors_jobs.xml": ("successfactors", lambda path: _xml(path, "job")),
    "eightfold/autojob_eightfold_search.json": ("eightfold", lambda path: _json(path, "data", "positions")),
    "eightfold/careerkit_eightfold.json": ("eightfold", lambda path: _json(path, "positions")),
    "phenom/careerkit_phenom.html": ("phenom", lambda path: _match(path, r'"jobSeqNo":"([^"]+)"')),
    "phenom/jobseek_mcdonalds_au_page1.json": ("phenom", lambda path: _json(path, "jobs")),
    "avature/jobwatch_avature_feed.xml": ("avature", lambda path: _xml(path, "item")),
    "ukg/transcribed_ultipro_marikojobfinder.json": ("ukg", lambda path: _json(path, "opportunities")),
    "paylocity/everjobs_board-sendcutsend.html": ("paylocity", lambda path: _match(path, r'"JobId":(\d+)')),
}
PAGES = {
    "successfactors/autojob_successfactors_detail.html": "successfactors",
    "avature/jobwatch_avature_job.html": "avature",
    "paylocity/everjobs_detail-fermi-4248451.html": "paylocity",
}


@pytest.mark.parametrize("path", LISTS)
def test_every_recorded_posting_is_read(path: str) -> None:
    board, count = LISTS[path]
    page = recorded(path, board)
    assert len(page.postings) == count(PAYLOADS / path) > 0
    assert len({posting.external_id for posting in page.postings}) == len(page.postings)
    for posting in page.postings:
        assert posting.title == " ".join(posting.title.split())
        assert posting.board == board
        assert posting.external_id
        assert posting.locations or path.endswith("feed.xml")
        assert all(place.country or place.city for place in posting.locations)
        assert "<" not in (posting.description_text or "")
        assert posting.posted_at is None or epoch(posting.posted_at)
    assert all(posting.posted_at for posting in page.postings) or "mcdonalds" in path


@pytest.mark.parametrize("path", PAGES)
def test_every_recorded_page_of_a_posting_is_read(path: str) -> None:
    page = recorded(path, PAGES[path])
    assert (page.kind, len(page.postings)) == (RefKind.POSTING, 1)
    posting = page.postings[0]
    assert posting.title
    assert len(posting.description_text or "") > 100
    assert "<" not in (posting.description_text or "")


def test_all_recorded_answers_of_the_group_are_read() -> None:
    folders = ("taleo", "oracle-orc", "successfactors", "eightfold", "phenom", "avature", "ukg", "paylocity")
    found = {f"{folder}/{path.name}" for folder in folders for path in payloads(folder)}
    assert found == {*LISTS, *PAGES}


def test_what_recorded_pages_state_comes_out() -> None:
    avature = recorded("avature/jobwatch_avature_job.html", "avature").postings[0]
    assert (avature.requisition_id, avature.department, avature.posted_at) == ("REQ-0003", "Engineering", "2026-09-30")
    assert (avature.locations[0].city, avature.locations[0].country, avature.external_id) == ("Golden", "US", "31415")
    assert avature.salary is not None
    assert (avature.salary.min, avature.salary.max, avature.salary.period) == (140_000, 210_000, "year")
    paylocity = recorded("paylocity/everjobs_detail-fermi-4248451.html", "paylocity").postings[0]
    assert (paylocity.external_id, paylocity.token) == ("4248451", "add565e9-4cee-4334-8182-9de221ffb9e4")
    assert (paylocity.company, paylocity.locations[0].city) == ("Fermi LLC", "Dallas")
    leader = recorded("oracle-orc/careerkit_oracle_orc.json", "oracle_hcm").postings[1]
    assert [place.city for place in leader.locations] == ["SAN FRANCISCO", "HOUSTON", "ATLANTA", "MIAMI", "IRVINE"]


def test_names_of_the_boards() -> None:
    spoken = {"oracle-orc": "oracle_hcm", "UltiPro": "ukg", "radancy": "talentbrew", "CSOD": "cornerstone"}
    assert {name: registry.named(name) for name in spoken} == spoken
