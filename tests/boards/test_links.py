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


def test_what_stands_beside_a_link_says_where_the_job_is() -> None:
    markup = """<ul><li><a href="/careers/head-gardener"><h3>Head Gardener</h3><span>Malmö, Sweden</span>
        <p>Part-time</p></a></li><li>
        <a href="/careers/cook">Cook</a><p>Turin, Italy · Remote</p><a href="/careers/cook">Apply</a></li>
        <li><a href="/careers/driver">Senior Driver</a></li></ul><p>Hamburg, Germany</p>"""
    gardener, cook, driver = read(PAGE, markup).postings
    assert (gardener.title, gardener.locations[0].city, gardener.employment_type) == (
        "Head Gardener",
        "Malmö",
        "part_time",
    )
    assert (cook.title, cook.locations[0].city, cook.remote) == ("Cook", "Turin", "remote")
    assert (driver.title, driver.seniority) == ("Senior Driver", "senior")


def test_rows_of_tables_are_rows() -> None:
    row = "<tr><td><a href='/careers/{0}'>{1}</a></td><td>{2}</td></tr>"
    body = row.format("cook-7", "Cook", "Turin, Italy") + row.format("driver-8", "Driver", "Malmö, Sweden")
    page = read(PAGE, f"<table><tr><th>Title</th><th>Place</th></tr>{body}</table>")
    assert [(posting.title, posting.locations[0].city) for posting in page.postings] == [
        ("Cook", "Turin"),
        ("Driver", "Malmö"),
    ]


@pytest.mark.parametrize(
    "href",
    [
        *("/offre-de-emploi/emploi-jardinier_7.aspx", "/vacature/tuinman", "/offene-stellen/gaertner", "/job-offer/7"),
        *(
            "/karriere/stellenangebote/gaertner",
            "/empleo/jardinero-7",
            "/viewRequisition?id=7",
            "/JobDetail/Gardener/7",
        ),
    ],
)
def test_words_for_jobs_in_paths(href: str) -> None:
    assert len(listed((href, "Gardener"))) == 1


def test_a_posting_may_be_a_pdf() -> None:
    assert listed(("/files/head-gardener.pdf", "Head Gardener"), ("/files/benefits.pdf", "All benefits")) == [
        "https://www.fernbrook.example/files/head-gardener.pdf"
    ]


def test_elsewhere_a_line_has_to_announce_openings_and_links_to_name_jobs() -> None:
    links = "".join(
        f"<p><a href='{href}'>{text}</a></p>"
        for href, text in (
            *(("/company/head-gardener", "Head Gardener"), ("https://ats.example/7", "Cook"), ("/blog", "Our blog")),
            ("https://www.linkedin.com/in/ada", "Chief Financial Officer"),
        )
    )
    url = "https://www.fernbrook.example/company"
    page = read(url, f"<h1>Company</h1><h2>Open positions</h2>{links}")
    assert [posting.url for posting in page.postings] == [f"{url}/head-gardener", "https://ats.example/7"]
    assert page.confidence < 0.8
    assert read(url, f"<h1>Company</h1><h2>Our people</h2>{links}").postings == ()


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ("<a href='?page=2'>Next</a>", "?page=2"),
        ("<a href='?page=2'>»</a>", "?page=2"),
        ("<a href='?seite=2'>Weiter</a>", "?seite=2"),
        ("<a href='?page=1'>1</a> <a href='?page=2'>2</a> <a href='?page=3'>3</a>", "?page=2"),
        ("<a href='?startrow=25'>2</a> <a href='?startrow=50'>3</a>", "?startrow=25"),
        ("<a href='?page=2&dept=x'>2</a>", None),
        ("<a href='/blog?page=2'>Next</a>", None),
        ("<a href='https://other.example/careers?page=2'>Next</a>", None),
        ("<a href='?page=x'>Next</a>", None),
    ],
)
def test_pages_that_links_count(links: str, expected: str | None) -> None:
    page = read(PAGE, f"<a href='/careers/gardener'>Gardener</a>{links}")
    assert (page.next.url if page.next else None) == (f"{PAGE}{expected}" if expected else None)


def test_the_last_page_has_no_next() -> None:
    links = "<a href='?page=1'>1</a> <a href='?page=2'>2</a> <a href='?page=1'>Previous</a>"
    assert read(f"{PAGE}?page=2", f"<a href='/careers/gardener'>Gardener</a>{links}").next is None
    links = "<a href='?page=1'>1</a> <a href='?page=2'>2</a> <a href='?page=3'>3</a>"
    assert read(f"{PAGE}?page=3", f"<a href='/careers/gardener'>Gardener</a>{links}").next is None


def test_recorded_pages() -> None:
    files = {path.name: path for path in payloads("custom-careers")}
    expected = {
        "everjobs_reelementtech_careers.html": ("https://reelementtech.com/careers", 2),
        "everjobs_vightaero_vightaero-join-us.html": ("https://vightaero.com/join-us/", 3),
        "everjobs_iperionx_careers.html": ("https://iperionx.com/careers/", 6),
    }
    for name, (url, count) in expected.items():
        assert len(read(url, files[name].read_text(errors="replace")).postings) == count
