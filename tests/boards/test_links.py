"""The list of openings on a company's own page: what is one, and what only stands beside."""

from __future__ import annotations

import pytest

from boards.build import payloads, read
from jobfinder.model import RefKind

PAGE = "https://www.fernbrook.example/careers"


def listed(*links: tuple[str, str], url: str = PAGE) -> list[str | None]:
    markup = "".join(f'<a href="{href}">{text}</a>' for href, text in links)
    return [posting.url for posting in read(url, f"<html><body>{markup}</body></html>").postings]


@pytest.mark.parametrize(
    "href",
    [
        "/careers/gardener",
        "/careers/office-manager",
        "/careers/benefits-specialist-12",
        "/careers/engineering/backend-1234",
        "careers/legal-counsel/",
        "/jobs/gardener",
        "/en/jobs/gardener.html",
        "https://jobs.fernbrook.example/jobs/gardener",
        "/careers?gh_jid=4000001",
        "/careers/opening?id=7",
    ],
)
def test_openings(href: str) -> None:
    (found,) = listed((href, "Gardener"))
    assert found is not None
    assert found.startswith("https://")


@pytest.mark.parametrize(
    "href",
    [
        *(
            "/",
            "/about",
            "/careers",
            "/careers#open",
            "/careers?page=2",
            "/careers/benefits",
            "/careers/life-at-fernbrook",
        ),
        *("/careers/our-values", "/careers/teams/engineering", "/careers/locations/berlin", "/careers/faq", "/jobs"),
        *("/careers/guide.docx", "/careers/feed.rss", "mailto:jobs@fernbrook.example", "javascript:void(0)"),
        *("https://other.example/careers/gardener", "https://www.linkedin.com/jobs/gardener-1234"),
    ],
)
def test_other_pages(href: str) -> None:
    assert listed((href, "Gardener")) == []


@pytest.mark.parametrize("url", ["https://fernbrook.example/", "https://fernbrook.example/careers/gardener-7"])
def test_pages_that_are_no_lists(url: str) -> None:
    assert listed(("/careers/treasurer-8", "Treasurer"), ("/careers/driver-9", "Driver"), url=url) == []


@pytest.mark.parametrize("url", ["https://jobs.fernbrook.example/", "https://fernbrook.example/de/karriere/index.html"])
def test_pages_that_are_lists(url: str) -> None:
    assert len(listed(("/jobs/treasurer-8", "Treasurer"), url=url)) == 1


def test_titles_come_from_the_text_else_from_the_address() -> None:
    markup = """<a href="/careers/head-gardener-1234"><h3>Head Gardener</h3></a>
        <a href="/careers/head-gardener-1234">Apply now</a><a href="/careers/chief-engineer">Apply</a>
        <a href="/careers/nameless"></a>"""
    page = read(PAGE, markup)
    assert (page.kind, page.reader, page.complete) == (RefKind.BOARD, "links", True)
    assert [posting.title for posting in page.postings] == ["Head Gardener", "Chief engineer"]


def test_where_most_addresses_carry_an_id_the_others_are_no_openings() -> None:
    roles = [(f"/careers/role-{number}", "Role") for number in range(98, 104)]
    assert len(listed(*roles, ("/careers/inside-fernbrook", "Inside Fernbrook"))) == 6


def test_the_next_page_is_the_one_that_the_page_names_on_its_own_site() -> None:
    role = '<a href="/careers/gardener">Gardener</a>'
    page = read(PAGE, role + '<link rel="next" href="/careers?page=2">')
    assert page.next is not None
    assert page.next.url == "https://www.fernbrook.example/careers?page=2"
    assert not page.complete
    for href in ("/careers", "https://other.example/careers?page=2", "javascript:next()"):
        assert read(PAGE, f'{role}<a rel="next" href="{href}">Next</a>').next is None


def test_recorded_pages() -> None:
    files = {path.name: path for path in payloads("custom-careers")}
    expected = {
        "everjobs_reelementtech_careers.html": ("https://reelementtech.com/careers", 2),
        "everjobs_vightaero_vightaero-join-us.html": ("https://vightaero.com/join-us/", 3),
        "everjobs_iperionx_careers.html": ("https://iperionx.com/careers/", 6),
    }
    for name, (url, count) in expected.items():
        assert len(read(url, files[name].read_text(errors="replace")).postings) == count
