"""JobPosting and Organization in pages: every shape of every property, the usual slips, recorded pages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.demo.wire import jsonld as wire
from jobfinder.demo.world import World
from jobfinder.model import Place, Posting, Remote, Salary
from jobfinder.read.dom import Document, parse
from jobfinder.read.jsonld import items, organization, postings, stated
from read.labelled import FOLDER

URL = "https://acme.example/jobs/7"


def page(source: str, *, type: str = "type=application/ld+json") -> Document:
    return parse(f"<html lang=en><script {type}>{source}</script></html>", URL)


def read(**properties: Any) -> Posting:
    found = postings(page(json.dumps({"@type": "JobPosting", "title": "Cook"} | properties)), URL)
    assert len(found) == 1
    return found[0]


def test_a_posting_is_read_in_full() -> None:
    posting = read(
        title="R&amp;D Engineer",
        description="&lt;p&gt;We make tea.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Boil&lt;/li&gt;&lt;/ul&gt;",
        datePosted="2026-03-01",
        validThrough="2026-04-01T00:00:00+00:00",
        employmentType="FULL_TIME",
        hiringOrganization={"@type": "Organization", "name": "Acme", "sameAs": "https://acme.example"},
        identifier={"@type": "PropertyValue", "name": "Acme", "value": "A-7"},
        jobLocation={
            "@type": "Place",
            "address": {"addressLocality": "Berlin", "addressRegion": "Berlin", "addressCountry": "DE"},
        },
        baseSalary={
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"minValue": 50000, "maxValue": "60.000", "unitText": "YEAR"},
        },
        jobLocationType="TELECOMMUTE",
        applicantLocationRequirements=[{"@type": "Country", "name": "Germany"}, {"name": "Austria"}],
        url="/jobs/seven",
    )
    assert posting == Posting(
        title="R&D Engineer",
        company="Acme",
        company_url="https://acme.example/",
        url="https://acme.example/jobs/seven",
        external_id="A-7",
        locations=(Place(text="Berlin, DE", city="Berlin", region="Berlin", country="DE"),),
        remote=Remote.REMOTE,
        remote_scope="Germany, Austria",
        employment_type="full_time",
        salary=Salary(min=50_000, max=60_000, currency="EUR", period="year"),
        posted_at="2026-03-01",
        closes_at="2026-04-01T00:00:00+00:00",
        description_html="<p>We make tea.</p><ul><li>Boil</li></ul>",
        description_text="We make tea.\n\n- Boil",
        language="en",
    )


def test_what_is_not_stated_is_unknown() -> None:
    assert read() == Posting(title="Cook", url=URL, language="en")
    assert postings(page('{"@type": "JobPosting", "description": "x"}'), URL) == ()
    assert postings(page('{"@type": "Article", "title": "x"}'), URL) == ()


@pytest.mark.parametrize(
    ("value", "company", "address"),
    [
        ("Acme", "Acme", None),
        ({"name": "Acme", "url": "/home"}, "Acme", "https://acme.example/home"),
        ([{"name": "Acme"}, {"name": "Other"}], "Acme", None),
        ({"legalName": "Acme Ltd"}, "Acme Ltd", None),
        (
            {"name": "Acme", "sameAs": ["https://www.linkedin.com/company/acme", "acme.example"]},
            "Acme",
            "https://acme.example/",
        ),
        ({"name": "Acme", "sameAs": "https://x.com/acme"}, "Acme", None),
        ("confidential", None, None),
        ({"name": {"@value": "Acme"}}, "Acme", None),
        (None, None, None),
        (7, "7", None),
    ],
)
def test_employers(value: Any, company: str | None, address: str | None) -> None:
    posting = read(hiringOrganization=value)
    assert (posting.company, posting.company_url) == (company, address)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Berlin, Germany", [("Berlin", None, "DE")]),
        ("Berlin; London", [("Berlin", None, "DE"), ("London", None, "GB")]),
        ({"address": "Munich, Germany"}, [("Munich", None, "DE")]),
        ({"address": {"addressLocality": "Austin", "addressRegion": "TX"}}, [("Austin", "TX", "US")]),
        ({"address": {"addressCountry": {"@type": "Country", "name": "Germany"}}}, [(None, None, "DE")]),
        (
            {"address": [{"addressLocality": "Paris"}, {"addressLocality": "Lyon"}]},
            [("Paris", None, "FR"), ("Lyon", None, "FR")],
        ),
        ({"name": "Hamburg"}, [("Hamburg", None, "DE")]),
        (
            [{"address": {"addressLocality": ["Rome", "Milan"], "addressCountry": "ITA"}}],
            [("Rome", None, "IT"), ("Milan", None, "IT")],
        ),
        ({"address": {"addressLocality": "Anywhere", "addressRegion": "Anywhere"}}, [(None, None, None)]),
        ([], []),
        ({}, []),
    ],
)
def test_places(value: Any, wanted: list[tuple[str | None, ...]]) -> None:
    assert [(place.city, place.region, place.country) for place in read(jobLocation=value).locations] == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"currency": "USD", "value": {"value": "25.50", "unitText": "HOUR"}}, (25.5, 25.5, "USD", "hour")),
        ({"currency": "USD", "minValue": 1000, "maxValue": 2000, "unitText": "MONTH"}, (1000, 2000, "USD", "month")),
        ({"currency": "€", "value": 50000}, (50_000, 50_000, "EUR", None)),
        ({"currency": "USD", "value": {"minValue": 0, "maxValue": 0}}, None),
        ({"currency": "USD", "value": {"minValue": 9, "maxValue": 2, "unitText": "HOUR"}}, None),
        (
            {"currency": "USD", "value": {"minValue": None, "maxValue": 90000, "unitText": "YEAR"}},
            (None, 90_000, "USD", "year"),
        ),
        ("$100k - $120k a year", (100_000, 120_000, "USD", "year")),
        ([{"currency": "GBP", "value": {"value": 400, "unitText": "DAY"}}], (400, 400, "GBP", "day")),
        ("competitive", None),
        ({"value": {"value": "negotiable"}}, None),
        (float("nan"), None),
    ],
)
def test_pay(value: Any, wanted: tuple[Any, ...] | None) -> None:
    salary = read(baseSalary=value).salary
    assert (salary and (salary.min, salary.max, salary.currency, salary.period)) == wanted


def test_other_shapes() -> None:
    assert read(employmentType=["FULL_TIME", "INTERN"]).employment_type == "internship"
    assert read(employmentType=["FULL_TIME", "PART_TIME"]).employment_type is None
    assert read(identifier=7).external_id == "7"
    assert read(identifier={"name": "Acme"}).external_id is None
    assert read(title="Cook (Remote)").remote is Remote.REMOTE
    assert read(datePosted="soon", validThrough={"x": 1}).posted_at is None
    posting = read(
        description="We make tea.", responsibilities="Boil water", qualifications=["Patience", "We make tea."]
    )
    assert posting.description_text == "We make tea.\n\nResponsibilities\n\nBoil water\n\nQualifications\n\nPatience"


JOB = '{"@type": "JobPosting", "title": "Cook"}'


@pytest.mark.parametrize(
    ("source", "type"),
    [
        (JOB, 'type="application/ld+json"'),
        (JOB, "type='application/ld+json; charset=utf-8'"),
        (JOB, "TYPE=Application/LD+JSON"),
        (f"<!-- {JOB} -->", "type=application/ld+json"),
        (f"//<![CDATA[\n{JOB}\n//]]>", "type=application/ld+json"),
        (f"[{JOB}]", "type=application/ld+json"),
        (f'{{"@graph": [{JOB}]}}', "type=application/ld+json"),
        (f'{{"@type": "ItemList", "itemListElement": [{{"item": {JOB}}}]}}', "type=application/ld+json"),
        ('{"@type": ["JobPosting"], "title": "Cook",}', "type=application/ld+json"),
        ('{"@type": "http://schema.org/JobPosting", "title": "Cook", "x": [1, 2,],}', "type=application/ld+json"),
        ('{"@type": "JobPosting", "title": "Cook", "x": "a\nb\tc"}', "type=application/ld+json"),
        ('{"@type": "JobPosting", "title": "Cook", "x": "it\\\'s"}', "type=application/ld+json"),
        (JOB + ";", "type=application/ld+json"),
        ('{"a": 1}' + JOB, "type=application/ld+json"),
        (JOB.replace('"', "&quot;"), "type=application/ld+json"),
    ],
)
def test_usual_slips_are_forgiven(source: str, type: str) -> None:
    assert [posting.title for posting in postings(page(source, type=type), URL)] == ["Cook"]


def test_references_are_followed() -> None:
    graph = [
        {"@type": "JobPosting", "title": "Cook", "hiringOrganization": {"@id": "#acme"}},
        {"@type": "Organization", "@id": "#acme", "name": "Acme"},
    ]
    document = page(json.dumps({"@graph": graph}))
    assert postings(document, URL)[0].company == "Acme"
    assert (organization(document) or {}).get("name") == "Acme"
    assert len(items(document)) == 3


def test_several_postings_have_no_address_but_their_own() -> None:
    jobs = [{"@type": "JobPosting", "title": name} for name in ("Cook", "Baker", "Cook")]
    assert [(job.title, job.url) for job in postings(page(json.dumps(jobs)), URL)] == [("Cook", None), ("Baker", None)]


def test_microdata_is_read_where_there_is_no_json() -> None:
    document = parse(
        """<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop=title>Cook</h1>
        <div itemprop=description><p>We make tea.</p><p>Come.</p></div><meta itemprop=datePosted content=2026-03-01>
        <span itemprop=hiringOrganization itemscope><b itemprop=name>Acme</b></span>
        <span itemprop=jobLocation itemscope><span itemprop=address itemscope>
        <meta itemprop=addressLocality content=Berlin>
        <meta itemprop=addressCountry content=DE></span></span></div>""",
        URL,
    )
    (posting,) = postings(document, URL)
    assert (posting.title, posting.company, posting.posted_at) == ("Cook", "Acme", "2026-03-01")
    assert posting.description_text == "We make tea.\n\nCome."
    assert posting.locations == (Place(text="Berlin, DE", city="Berlin", country="DE"),)


def test_microdata_in_full() -> None:
    document = parse(
        """<div itemscope itemtype="http://schema.org/JobPosting"><a itemprop=title href="/jobs/7">Head Cook</a>
        <link itemprop=url href="/jobs/7"><span itemprop=hiringOrganization itemscope>
        <a itemprop=url href="https://acme.example"><b itemprop=name>Acme</b></a></span>
        <span itemprop=identifier itemscope><meta itemprop=name content=Acme><meta itemprop=value content=A-7></span>
        <div itemprop=jobLocation itemscope><span itemprop=addressLocality>Rome</span></div>
        <div itemprop=jobLocation itemscope><span itemprop=addressLocality>Turin</span></div>
        <meta itemprop=employmentType content=PART_TIME><meta itemprop=jobLocationType content=TELECOMMUTE>
        <span itemprop=applicantLocationRequirements itemscope><meta itemprop=name content=Italy></span>
        <div itemprop=baseSalary itemscope><meta itemprop=currency content=EUR><div itemprop=value itemscope>
        <meta itemprop=minValue content=30000><meta itemprop=maxValue content=35000>
        <meta itemprop=unitText content=YEAR>
        </div></div><time itemprop=datePosted datetime=2026-03-01>1 March</time>
        <time itemprop=validThrough datetime=2026-04-01>1 April</time>
        <div itemprop=description><p>We cook.</p></div><div itemprop=qualifications><ul><li>Pasta</li></ul>
        </div></div>""",
        URL,
    )
    reader, (posting,) = stated(document, URL)
    assert (reader, posting.title, posting.url, posting.company) == ("microdata", "Head Cook", URL, "Acme")
    assert (posting.company_url, posting.external_id) == ("https://acme.example/", "A-7")
    assert [place.city for place in posting.locations] == ["Rome", "Turin"]
    assert (posting.employment_type, posting.remote, posting.remote_scope) == ("part_time", Remote.REMOTE, "Italy")
    assert posting.salary == Salary(min=30_000, max=35_000, currency="EUR", period="year")
    assert (posting.posted_at, posting.closes_at) == ("2026-03-01", "2026-04-01")
    assert posting.description_text == "We cook.\n\nQualifications\n\n- Pasta"


def test_microdata_with_a_name_and_an_address_of_its_own() -> None:
    document = parse(
        """<div itemscope itemtype="https://schema.org/JobPosting"><div itemprop=hiringOrganization itemscope>
        <b itemprop=name>Acme</b></div><h1 itemprop=name>Cook</h1><span itemprop=addressLocality>Rome</span>
        <meta itemprop=description content="We cook."></div>""",
        URL,
    )
    (posting,) = postings(document, URL)
    assert (posting.title, posting.company, posting.locations[0].city) == ("Cook", "Acme", "Rome")
    assert posting.description_text == "We cook."


def test_rdfa_is_read_as_well() -> None:
    document = parse(
        """<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Cook</h1>
        <div property="hiringOrganization" typeof="Organization"><span property="name">Acme</span></div>
        <span property="schema:datePosted" content="2026-03-01">1 March</span>
        <div property="jobLocation" typeof="Place"><span property="addressLocality">Rome</span></div>
        <div property="description"><p>We cook.</p></div></div>""",
        URL,
    )
    reader, (posting,) = stated(document, URL)
    assert (reader, posting.title, posting.company, posting.posted_at) == ("rdfa", "Cook", "Acme", "2026-03-01")
    assert (posting.locations[0].city, posting.description_text) == ("Rome", "We cook.")


def test_json_goes_before_microdata_unless_it_holds_no_posting() -> None:
    micro = "<div itemscope itemtype='https://schema.org/JobPosting'><h1 itemprop=title>Waiter</h1></div>"
    for source, expected in (
        ('{"@type": "jobPosting", "title": "Cook"}', "Cook"),
        ('{"@type": "JobPosting"}', "Waiter"),
    ):
        document = parse(f"<script type=application/ld+json>{source}</script>{micro}", URL)
        assert [posting.title for posting in postings(document, URL)] == [expected]


def test_what_fields_leave_unsaid_is_read_from_the_text() -> None:
    said = read(description="<p>This is a hybrid role. Job type: Part-time. The salary is $50,000 a year.</p>")
    assert (said.remote, said.employment_type) == (Remote.HYBRID, "part_time")
    stated_ = read(
        description="<p>This is a hybrid role.</p>", jobLocationType="TELECOMMUTE", employmentType="FULL_TIME"
    )
    assert (stated_.remote, stated_.employment_type) == (Remote.REMOTE, "full_time")


def test_the_description_that_is_kept_holds_nothing_invisible() -> None:
    posting = read(description="<p>We\u202e make&#8203; tea.\U000e0041</p>", title="Co\u200bok")
    assert (posting.title, posting.description_html) == ("Cook", "<p>We make tea.</p>")


def test_the_demo_is_read_in_full() -> None:
    world = World.make(companies=12)
    company = next(iter(world))
    for role in world.roles(company):
        (posting,) = postings(page(json.dumps(wire.job_posting(company, role)).replace("</", "<\\/")), URL)
        assert (posting.title, posting.external_id, posting.company) == (role.title, role.external_id, company.name)
        assert posting.employment_type == role.employment.replace("-", "_")
        assert [place.city for place in posting.locations] == [place.city for place in role.places if place.city]
        assert (posting.remote is Remote.REMOTE) == (role.remote is Remote.REMOTE)
    assert (organization(page(json.dumps(wire.organization(company)))) or {}).get("name") == company.name


RECORDED = [
    ("jsonld/jobseek_jsonld_meta_software_engineer.html", "Software Engineer, Infrastructure", "Meta", "Sunnyvale"),
    ("paylocity/everjobs_detail-fermi-4248451.html", "Corporate Tax Director", "Fermi LLC", "Dallas"),
    ("teamtailor/internhunter_teamtailor_job_7816129.html", "Senior Fullstack Engineer", "SWEEP", "London"),
    (
        "custom-careers/everjobs_avalanchefusion_open-positions.html",
        "Radiation Safety Officer (FusionWERX)",
        "Avalanche Energy",
        "Seattle",
    ),
]


@pytest.mark.parametrize(("name", "title", "company", "city"), RECORDED)
def test_recorded_pages(name: str, title: str, company: str, city: str) -> None:
    path = FOLDER.parent / "payloads" / name
    if not path.exists():
        pytest.skip(f"recorded pages are not here: {path}")
    posting = postings(parse(path.read_bytes(), URL), URL)[0]
    assert (posting.title, posting.company, posting.locations[0].city) == (title, company, city)


@pytest.mark.parametrize("folder", ["generic-html", "custom-careers", "join", "gusto", "paylocity", "teamtailor"])
def test_recorded_pages_never_fail(folder: str) -> None:
    path = FOLDER.parent / "payloads" / folder
    if not path.exists():
        pytest.skip(f"recorded pages are not here: {path}")
    for file in sorted(path.glob("*.html")):
        postings(parse(file.read_bytes(), URL), URL)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "source",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        '"\\' * 50_000,
        '{"a": "' + '\\"' * 50_000,
        '{"@type": "JobPosting", "title": "x", "jobLocation": ' + "[" * 500 + "]" * 500 + "}",
        ",]" * 50_000,
        '{"a": ' + "9" * 100_000 + "}",
        "{}" * 50_000,
        '{"@graph": ' * 900 + "1" + "}" * 900,
        '{"@type": "JobPosting", "title": "x", "description": "' + "&lt;" * 100_000 + '"}',
    ],
)
def test_hostile_data_is_read(source: str) -> None:
    assert len(postings(page(source), URL)) <= 1


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "value", "address", "addressLocality", "minValue", "@id", "unitText"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
NAMES = st.sampled_from(
    (
        *("description", "hiringOrganization", "jobLocation", "baseSalary", "identifier", "employmentType", "url"),
        *("datePosted", "applicantLocationRequirements", "jobLocationType", "responsibilities", "inLanguage"),
    )
)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_any_shape_is_read(properties: dict[str, Any]) -> None:
    source = json.dumps({"@type": "JobPosting", "title": "Cook"} | properties).replace("</", "<\\/")
    assert [posting.title for posting in postings(page(source), URL)] == ["Cook"]


@given(st.text() | st.text('{}[]",:\\@type JobPosting\n', max_size=200))
def test_any_script_is_read(source: str) -> None:
    postings(page(source), URL)
