"""Company sites: their facts with evidence, and the links that matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.demo.addresses import board_url, nav_of, site_url
from jobfinder.demo.records import Company, Reach
from jobfinder.demo.wire import sites
from jobfinder.demo.world import World
from jobfinder.read.dom import Document, parse
from jobfinder.read.site import about_links, careers_links, facts
from jobfinder.read.skills import skill_name
from read.labelled import FOLDER, hostile

URL = "https://www.acme.example/"
COMPANIES = tuple(World.make(companies=40))


def page(body: str, head: str = "", url: str = URL) -> Document:
    return parse(f"<html><head>{head}</head><body>{body}</body></html>", url)


# ---------------------------------------------------------------- facts


def test_linked_data() -> None:
    found = facts(
        page(
            "",
            """<script type="application/ld+json">{"@type": "Organization", "name": "Acme", "url": "https://acme.example",
            "description": "We make tea. It is good. Buy it.", "foundingDate": "2012-05-01", "industry": "Tea",
            "numberOfEmployees": {"minValue": 51, "maxValue": 200}}</script>""",
        )
    )
    assert (found.name, found.about, found.industry) == ("Acme", "We make tea. It is good.", "Tea")
    assert (found.size, found.founded, found.website) == ("51-200", "2012", "https://acme.example/")
    assert {field for field, _ in found.evidence} == {"name", "about", "industry", "size", "founded", "website"}


def test_meta_data_and_title() -> None:
    about = "Acme makes the tea that people like to drink."
    found = facts(page("", f"<title>Acme | Tea</title><meta name=description content='{about}'>"))
    assert (found.name, found.about, found.website) == ("Acme", about, URL)
    assert facts(page("", "<meta property=og:site_name content=Acme>")).name == "Acme"
    assert facts(page("", "<title>Welcome</title>")).name is None


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ("<ul><li>Founded: 2012</li><li>x</li></ul>", "founded", "2012"),
        ("<p>Gegründet: 1998 in Berlin</p>", "founded", "1998"),
        ("<dl><dt>Founded</dt><dd>2012</dd></dl>", "founded", "2012"),
        ("<table><tr><th>Company size</th><td>51-200 employees</td></tr></table>", "size", "51-200"),
        ("<li>Employees: 11–50</li>", "size", "11–50"),
        ("<p>Mitarbeiter: 1.200</p>", "size", "1.200"),
        ("<li>Industry: Legal technology</li>", "industry", "Legal technology"),
        ("<p>Secteur : Santé</p>", "industry", "Santé"),
        ("<p>Acme was founded in 2012 by two cooks.</p>", "founded", "2012"),
        ("<p>Wir wurden 2015 gegründet.</p>", "founded", "2015"),
        ("<p>We are a team of about 120 people in Berlin.</p>", "size", "120"),
        ("<p>Founded in 1999, we have grown to 300 people.</p>", "size", "300"),
        ("<p>Wir sind über 250 Mitarbeitende.</p>", "size", "250"),
    ],
)
def test_lists_and_prose(body: str, field: str, value: str) -> None:
    found = facts(page(body))
    assert getattr(found, field) == value
    assert value in dict(found.evidence)[field]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Trusted by 300 people since 2012.</p>",
        "<p>In 2012 we moved.</p>",
        "<p>Founded: soon</p>",
        "<p>Employees: many</p>",
        "<p>We have 3 offices and 200 customers.</p>",
    ],
)
def test_other_numbers_are_no_facts(body: str) -> None:
    found = facts(page(body))
    assert (found.founded, found.size) == (None, None)


def test_technology_counts_where_the_page_speaks_of_it() -> None:
    assert facts(page("<p>Our stack: Python, Kafka and React.</p>")).tech_stack == ("Python", "Kafka", "React")
    assert facts(page("<p>Our customers send us Kafka topics.</p>")).tech_stack == ()
    engineering = page("<ul><li>Python</li><li>Kafka</li></ul>", url=f"{URL}engineering")
    assert facts(engineering).tech_stack == ("Python", "Kafka")


def test_an_empty_page_has_no_facts_but_its_address() -> None:
    found = facts(page(""))
    assert (found.name, found.about, found.tech_stack, found.website) == (None, None, (), URL)


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Careers", "/careers"),
        ("Jobs (12)", "/company/jobs"),
        ("Join us", "/join-us"),
        ("Open positions", "/open-positions"),
        ("Work with us →", "/work-with-us"),
        ("We’re hiring!", "/hiring"),
        ("Karriere", "/karriere"),
        ("Offene Stellen", "/stellenangebote"),
        ("Nous rejoindre", "/nous-rejoindre"),
        ("Recrutement", "/recrutement"),
        ("Empleo", "/empleo"),
        ("Trabaja con nosotros", "/trabaja-con-nosotros"),
        ("Vacatures", "/vacatures"),
        ("Werken bij", "/werken-bij"),
        ("Careers", "https://careers.acme.example/"),
    ],
)
def test_careers_links(text: str, href: str) -> None:
    body = f"<a href=/>Acme</a><a href=/products>Products</a><a href='{href}'>{text}</a><a href=/privacy>Privacy</a>"
    ((address, confidence, words),) = careers_links(page(body))
    assert address.endswith(href)
    assert confidence > 0.9
    assert words == text


def test_the_best_link_comes_first_and_each_address_once() -> None:
    body = """<a href="/blog/how-to-build-a-career/">Careers</a><a href="https://www.linkedin.com/company/acme/jobs">Jobs</a>
    <a href="/careers/senior-cook">Senior Cook</a><a href="https://boards.other.example/acme">See open positions</a>
    <a href="/careers#top">Careers</a><a href="/careers"><img src=x></a><a href="/team">Life at Acme and careers</a>"""
    found = careers_links(page(body))
    assert [address for address, _, _ in found] == [
        "https://www.acme.example/careers",
        "https://boards.other.example/acme",
        "https://www.acme.example/team",
    ]
    assert [confidence for _, confidence, _ in found] == sorted(
        (confidence for _, confidence, _ in found), reverse=True
    )
    assert all(0 < confidence <= 1 for _, confidence, _ in found)


def test_a_page_does_not_lead_to_itself() -> None:
    assert careers_links(page("<a href='/careers#jobs'>Jobs</a>", url=f"{URL}careers")) == ()


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("About", "/about"),
        ("Über uns", "/ueber-uns"),
        ("À propos", "/a-propos"),
        ("Company", "/company"),
        ("Engineering", "/engineering"),
    ],
)
def test_about_links(text: str, href: str) -> None:
    body = f"<a href='{href}'>{text}</a><a href=/pricing>Pricing</a><a href='https://other.example/about'>About</a>"
    assert [(address, words) for address, _, words in about_links(page(body))] == [
        (f"https://www.acme.example{href}", text)
    ]


# ---------------------------------------------------------------- the demo's sites


@pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.slug)
def test_the_demo_is_read_in_full(company: Company) -> None:
    nav = nav_of(company)
    home = parse(sites.home(company), site_url(company))
    about = parse(sites.about(company), site_url(company, nav.about_path))
    engineering = parse(sites.engineering(company), site_url(company, "/engineering"))
    told = facts(about)
    assert (told.name, told.website) == (company.name, site_url(company))
    assert (told.founded, told.size, told.industry) == (str(company.founded), company.size, company.industry)
    assert told.about
    assert facts(home).name == company.name
    assert facts(engineering).tech_stack == tuple(skill_name(skill) for skill in company.stack)
    start = about if company.board.reach is Reach.TWO_CLICKS else home
    wanted = board_url(company) if company.board.reach is Reach.HOME else site_url(company, nav.careers_path)
    assert careers_links(start)[0][0] == wanted
    assert {site_url(company, nav.about_path), site_url(company, "/engineering")} <= {
        link[0] for link in about_links(home)
    }


# ---------------------------------------------------------------- anything


def test_recorded_pages_never_fail() -> None:
    folder = FOLDER.parent / "payloads"
    if not folder.exists():
        pytest.skip(f"recorded pages are not here: {folder}")
    for path in sorted((folder / "custom-careers").glob("*.html")):
        document = parse(path.read_bytes(), URL)
        facts(document)
        assert all(0 < confidence <= 1 for _, confidence, _ in careers_links(document))


@pytest.mark.timeout(60)
def test_hostile_pages_are_read() -> None:
    more = ["<a href=/jobs>jobs</a>", "Founded: ", "team of ", "<", "founded in ", "around 1 ", "<div>"]
    for text in (*hostile(), *((seed * 100_000)[:100_000] for seed in more)):
        document = parse(text, URL)
        facts(document)
        careers_links(document)
        about_links(document)


@given(st.text(), st.text(max_size=30))
def test_any_page_is_read(body: str, url: str) -> None:
    document = parse(body, url)
    facts(document)
    careers_links(document)
