"""Who owns an address: one owner, one key for all spellings, an answer to any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.build import answer, read
from jobfinder.boards import registry
from jobfinder.boards.roster import VENDORS
from jobfinder.errors import Broken, Gone
from jobfinder.model import Politeness, RefKind
from jobfinder.read import urls

UUID = "0f9c1a52-7d1e-4a57-9c3e-2b6f5a1d8e90"
SPELLINGS = {
    "job:greenhouse:tinmoth:4000001": [
        "https://boards.greenhouse.io/tinmoth/jobs/4000001",
        "http://boards.greenhouse.io/TinMoth/jobs/4000001/?gh_src=abc&utm_source=x#app",
        "boards.greenhouse.io/tinmoth/jobs/4000001?t=gh_src=&gh_jid=4000001",
        "https://job-boards.greenhouse.io/tinmoth/jobs/4000001",
        "https://boards.eu.greenhouse.io/tinmoth/jobs/4000001",
        "https://job-boards.eu.greenhouse.io/tinmoth/jobs/4000001",
        "https://boards.greenhouse.io/embed/job_app?for=tinmoth&token=4000001&b=x",
        "https://job-boards.greenhouse.io/embed/job_app?token=4000001&for=tinmoth",
        "https://boards.greenhouse.io/tinmoth?gh_jid=4000001",
        "https://boards-api.greenhouse.io/v1/boards/tinmoth/jobs/4000001?questions=true",
    ],
    f"job:lever:Tideglass:{UUID}": [
        f"https://jobs.lever.co/Tideglass/{UUID}",
        f"http://jobs.lever.co/Tideglass/{UUID}/apply/?lever-source=x&lever-origin=y",
        f"https://jobs.eu.lever.co/Tideglass/{UUID.upper()}/thanks",
        f"https://api.lever.co/v0/postings/Tideglass/{UUID}?mode=json",
    ],
    f"job:ashby:Moss & Ember.io:{UUID}": [
        f"https://jobs.ashbyhq.com/Moss%20%26%20Ember.io/{UUID}",
        f"https://jobs.ashbyhq.com/Moss%20&%20Ember.io/{UUID}/application?embed=js",
        f"https://jobs.ashbyhq.com/Moss & Ember.io?ashby_jid={UUID}",
    ],
    "source:greenhouse:tinmoth": [
        "https://boards.greenhouse.io/tinmoth",
        "https://boards.greenhouse.io/Tinmoth/?error=true",
        "https://boards.greenhouse.io/embed/job_board?for=tinmoth",
        "https://boards.greenhouse.io/embed/job_board/js?for=tinmoth",
        "https://boards-api.greenhouse.io/v1/boards/tinmoth/jobs?content=true",
        "https://boards-api.greenhouse.io/v1/boards/tinmoth",
    ],
    "source:lever:tideglass": [
        "https://jobs.lever.co/tideglass/?team=Sales",
        "https://jobs.eu.lever.co/tideglass",
        "https://api.lever.co/v0/postings/tideglass?mode=json",
    ],
    "source:ashby:Moss.io": [
        "https://jobs.ashbyhq.com/Moss.io",
        "https://jobs.ashbyhq.com/Moss.io/embed?version=2",
        "https://api.ashbyhq.com/posting-api/job-board/Moss.io?includeCompensation=true",
    ],
    "source:feed:fernbrook.example/jobs.rss": [
        "https://fernbrook.example/jobs.rss",
        "http://www.fernbrook.example/jobs.rss/?utm_medium=x",
    ],
    "company:fernbrook.example": [
        "https://www.fernbrook.example/",
        "fernbrook.example",
        "http://fernbrook.example/?utm_source=x#top",
        "https://careers.fernbrook.example",
    ],
    "job:url:fernbrook.example/careers/7": [
        "https://fernbrook.example/careers/7",
        "http://www.fernbrook.example/careers/7/?ref=x",
    ],
    "job:url:fernbrook.example/careers?gh_jid=4000001": [
        "https://fernbrook.example/careers?gh_jid=4000001",
        "https://www.fernbrook.example/careers/?gh_src=x&gh_jid=4000001#app",
    ],
}
CASES = [(key, url) for key, spellings in SPELLINGS.items() for url in spellings]
KINDS = {"job": RefKind.POSTING, "source": RefKind.BOARD, "company": RefKind.COMPANY}


@pytest.mark.parametrize(("key", "url"), CASES)
def test_all_spellings_of_one_thing_share_a_key(key: str, url: str) -> None:
    ref = registry.recognize(url)
    assert ref.key == key
    board = key.split(":")[1]
    kind = RefKind.UNKNOWN if board == "url" else RefKind.FEED if board == "feed" else KINDS[key.split(":")[0]]
    assert ref.kind is kind


@pytest.mark.parametrize(
    "url",
    [
        "https://boards.greenhouse.io/",
        "https://boards.greenhouse.io/embed/job_app?token=4000001",
        "https://boards.greenhouse.io/embed",
        "https://www.greenhouse.io/customers",
        "https://support.greenhouse.io/hc/en-us",
        "https://jobs.lever.co/",
        "https://jobs.lever.co/v1",
        "https://jobs.lever.co/tideglass/not-an-id",
        "https://hire.lever.co/tideglass",
        "https://jobs.ashbyhq.com/api",
        "https://jobs.ashbyhq.com/Moss.io/not-an-id",
        "https://app.ashbyhq.com/Moss.io",
        "https://api.ashbyhq.com/posting-api",
        "https://www.linkedin.com/",
        "https://github.com",
        "https://notgreenhouse.example.org/jobs/1",
        "https://greenhouse.io.evil.example/tinmoth/jobs/4000001",
        "https://127.0.0.1/",
        "http://localhost/",
        "https://me:secret@fernbrook.example/",
        "https://me:secret@fernbrook.example/jobs.rss",
        "foo bar",
        "",
        "ftp://fernbrook.example/",
    ],
)
def test_unknown(url: str) -> None:
    ref = registry.recognize(url)
    assert ref.kind is RefKind.UNKNOWN
    assert ref.key == f"job:url:{urls.identity(url)}"
    assert ref.token is None
    assert "secret" not in ref.key


def test_foreign_ids_are_kept_and_two_are_none() -> None:
    assert registry.recognize("https://a.example/jobs?gh_jid=7").external_id == "7"
    assert registry.recognize("https://a.example/jobs?gh_jid=7&gh_jid=7").external_id == "7"
    assert registry.recognize("https://a.example/jobs?gh_jid=7&gh_jid=8").external_id is None


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    ref = registry.recognize(text)
    assert ref.key
    assert registry.requests(ref)
    registry.source_url(ref)
    registry.is_vendor(text)
    registry.politeness(text)


HOSTS = st.sampled_from(sorted({urls.host(one.url) for vendor in VENDORS for one in vendor.EXAMPLES} | {"a.example"}))
PATHS = st.lists(
    st.sampled_from(["embed", "job_app", "v1", "boards", "jobs", "Some%20Co", "a", "123456", UUID, "%00", ".."])
)
QUERIES = st.sampled_from(["", "?for=x&token=1234", "?gh_jid=99999", "?for=", "?feed=rss2", "?for=%2F..&token=%00"])


@given(HOSTS, PATHS, QUERIES)
def test_what_is_recognised_is_recognised_again_by_its_own_address(host: str, path: list[str], query: str) -> None:
    ref = registry.recognize(f"https://{host}/{'/'.join(path)}{query}")
    again = registry.recognize(ref.url)
    assert (again.key, again.kind, again.token, again.external_id) == (ref.key, ref.kind, ref.token, ref.external_id)
    for adapter in VENDORS:
        assert (adapter.match(ref.url) is not None) == (ref.board == adapter.NAME)


def test_from_posting_to_board_and_back() -> None:
    posting = registry.recognize(f"https://jobs.eu.lever.co/tideglass/{UUID}/apply")
    board = registry.board_ref(posting)
    assert board is not None
    assert (board.key, board.url, board.region) == (
        "source:lever:tideglass",
        "https://jobs.eu.lever.co/tideglass",
        "eu",
    )
    assert registry.posting_ref(board, UUID) == posting
    assert registry.posting_ref(board, "not-an-id") is None
    assert registry.source_url(posting) == registry.source_url(board) == board.url
    greenhouse = registry.recognize("https://boards.greenhouse.io/tinmoth")
    assert registry.posting_ref(greenhouse, "not-a-number") is None


def test_what_lies_on_no_board_has_none() -> None:
    for url in ("https://fernbrook.example/", "https://fernbrook.example/careers/7"):
        ref = registry.recognize(url)
        assert registry.board_ref(ref) is None
        assert registry.source_url(ref) is None
        assert registry.posting_ref(ref, "7") is None
    feed = registry.recognize("https://fernbrook.example/jobs.rss")
    assert registry.board_ref(feed) == feed


@pytest.mark.parametrize(
    "name",
    [
        *("greenhouse.io", "boards.greenhouse.io", "jobs.lever.co", "jobs.ashbyhq.com", "acme.wd5.myworkdayjobs.com"),
        *(
            "www.linkedin.com",
            "linkedin.com",
            "https://github.com/acme",
            "acme.notion.site",
            "x.com",
            "docs.google.com",
        ),
    ],
)
def test_vendors(name: str) -> None:
    assert registry.is_vendor(name)


@pytest.mark.parametrize("name", ["acme.example", "mygreenhouse.io", "netflix.com", "", "lever.com", "127.0.0.1"])
def test_employers(name: str) -> None:
    assert not registry.is_vendor(name)


def test_politeness() -> None:
    assert registry.politeness("fernbrook.example") == Politeness(interval=1.0, in_flight=1)
    assert registry.politeness("api.lever.co") == Politeness(interval=0.5, in_flight=2)
    assert registry.politeness("boards-api.greenhouse.io").in_flight == 2
    assert registry.politeness("jobs.lever.co") == Politeness()


def test_whole_boards() -> None:
    assert registry.whole("greenhouse")
    assert not registry.whole("rss")
    assert not registry.whole("no such board")


# ---------------------------------------------------------------- pages in the place of an API

POSTING_PAGE = """<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Kiln Operator",
    "hiringOrganization": {"name": "Brightkiln"}, "description": "<p>You fire the kilns.</p>"}</script></head></html>"""


def test_a_vendors_own_page_of_a_posting_is_read_under_its_names() -> None:
    page = read("https://boards.greenhouse.io/brightkiln/jobs/4000001", POSTING_PAGE)
    posting = page.postings[0]
    assert (page.kind, page.reader) == (RefKind.POSTING, "jsonld")
    assert (posting.title, posting.board, posting.token, posting.external_id) == (
        "Kiln Operator",
        "greenhouse",
        "brightkiln",
        "4000001",
    )


def test_a_posting_that_redirects_to_the_list_is_gone() -> None:
    ref = registry.recognize("https://boards.greenhouse.io/brightkiln/jobs/4000001")
    with pytest.raises(Gone) as gone:
        registry.parse(ref, answer("https://boards.greenhouse.io/brightkiln?error=true", "<html></html>"))
    assert not gone.value.certain


def test_a_vendors_own_page_of_a_board_is_read_by_its_links_and_never_complete() -> None:
    links = f"""<a href="/Brightkiln/{UUID}">Kiln Operator</a><a href="/other/{UUID}">Elsewhere</a>
        <a href="/Brightkiln/{UUID}/apply">Apply</a>"""
    page = read("https://jobs.lever.co/Brightkiln", f"<html>{links}</html>")
    assert [(posting.title, posting.external_id) for posting in page.postings] == [("Kiln Operator", UUID)]
    assert not page.complete
    with pytest.raises(Broken):
        read("https://jobs.lever.co/Brightkiln", "<html>We will be back</html>")
