"""Feeds in every dialect, those of the demo and recorded ones in full, and feeds that mean harm."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.demo.addresses import feed_url, posting_url, site_url
from jobfinder.demo.aggregate import entries, stated_name
from jobfinder.demo.records import BoardKind
from jobfinder.demo.wire.rss import aggregator_feed, company_feed
from jobfinder.demo.world import World
from jobfinder.errors import Broken
from jobfinder.model import Place, Posting, Remote, Response, Salary
from jobfinder.read.feed import Feed, read
from read.labelled import FOLDER

URL = "https://acme.example/jobs.rss"
BUILT = datetime(2026, 3, 1, tzinfo=UTC)


def response(body: str | bytes, content_type: str = "application/rss+xml") -> Response:
    data = body.encode() if isinstance(body, str) else body
    return Response(url=URL, status=200, body=data, headers=(("content-type", content_type),))


def feed(body: str | bytes) -> Feed:
    found = read(response(body))
    assert found is not None
    return found


def rss(*items: str) -> str:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f"<rss version='2.0'><channel><title>Jobs</title>{listed}</channel></rss>"


def one(*fields: str) -> Posting:
    (posting,) = feed(rss("".join(fields))).postings
    return posting


# ---------------------------------------------------------------- dialects


def test_rss() -> None:
    found = feed(
        """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
        xmlns:j="https://acme.example">
        <channel><title>Acme &amp; Sons</title><language>en-us</language><atom:link rel="next" href="?page=2"/>
        <item><title>R&amp;amp;D Lead</title><link>/jobs/7</link><guid isPermaLink="false">A-7</guid>
        <pubDate>Sun, 01 Mar 2026 10:00:00 +0100</pubDate><media:title>Picture</media:title>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>We make tea.</p><ul><li>Boil</li></ul>]]></content:encoded>
        <category>Kitchen</category><j:company>Acme</j:company><j:location>Berlin, Germany; Munich</j:location>
        <j:job_type>Full-Time</j:job_type><j:expires_at>2026-04-01</j:expires_at>
        <salary>€50k - €60k a year</salary></item>
        </channel></rss>"""
    )
    assert (found.title, found.next_url, found.complete) == (
        "Acme & Sons",
        "https://acme.example/jobs.rss?page=2",
        True,
    )
    assert found.postings == (
        Posting(
            title="R&D Lead",
            company="Acme",
            url="https://acme.example/jobs/7",
            external_id="A-7",
            locations=(
                Place(text="Berlin, Germany", city="Berlin", country="DE"),
                Place(text="Munich", city="Munich", country="DE"),
            ),
            employment_type="full_time",
            department="Kitchen",
            seniority="lead",
            salary=Salary(min=50_000, max=60_000, currency="EUR", period="year", text="€50k - €60k a year"),
            posted_at="2026-03-01T10:00:00+01:00",
            closes_at="2026-04-01",
            description_html="<p>We make tea.</p><ul><li>Boil</li></ul>",
            description_text="We make tea.\n\n- Boil",
            language="en",
        ),
    )


def test_what_is_not_stated_is_unknown() -> None:
    assert one("<title>Cook</title>") == Posting(title="Cook")
    assert feed(rss("<link>/x</link>")).postings == ()
    assert feed(rss()).postings == ()


def test_rss_1() -> None:
    found = feed(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Jobs</title></channel>
        <item rdf:about="y"><title>Cook</title><link>https://acme.example/7</link><dc:date>2026-03-01</dc:date></item>
        </rdf:RDF>"""
    )
    assert found.title == "Jobs"
    assert found.postings == (Posting(title="Cook", url="https://acme.example/7", posted_at="2026-03-01"),)


def test_atom() -> None:
    found = feed(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><link rel="next" href="/2"/><entry>
        <title type="html">Cook &amp;amp; baker</title><id>urn:7</id><link rel="self" href="/api/7"/>
        <link href="/jobs/7"/>
        <published>2026-03-01T10:00:00Z</published><updated>2026-03-02T10:00:00Z</updated><author><name>Acme</name></author>
        <category term="k" label="Kitchen"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tea</p></div>
        </content></entry></feed>"""
    )
    (posting,) = found.postings
    assert (posting.title, posting.external_id, posting.url) == ("Cook & baker", "urn:7", "https://acme.example/jobs/7")
    assert (posting.posted_at, posting.updated_at) == ("2026-03-01T10:00:00+00:00", "2026-03-02T10:00:00+00:00")
    assert (posting.company, posting.department, posting.description_text) == ("Acme", "Kitchen", "Tea")
    assert found.next_url == "https://acme.example/2"


def test_json_feed() -> None:
    item = {"id": "7", "url": "/7", "title": "Cook", "content_html": "<p>Tea</p>", "date_published": "2026-03-01"}
    body = {"version": "https://jsonfeed.org/version/1.1", "title": "Jobs", "next_url": "/2", "items": [item]}
    found = feed(json.dumps(body))
    (posting,) = found.postings
    assert (found.title, found.next_url) == ("Jobs", "https://acme.example/2")
    assert (posting.external_id, posting.url, posting.posted_at) == ("7", "https://acme.example/7", "2026-03-01")
    assert (posting.description_html, posting.description_text) == ("<p>Tea</p>", "Tea")


def test_lists_of_jobs_of_other_dialects() -> None:
    (posting,) = feed(
        """<source><jobs><job><title>Cook</title><url><![CDATA[https://acme.example/7?a=1&b=2]]></url><company>Acme</company>
        <referencenumber>R-7</referencenumber><city>Austin</city><state>TX</state><country>US</country>
        <jobtype>parttime</jobtype><salary>$20 - $25 an hour</salary></job></jobs></source>"""
    ).postings
    assert (posting.url, posting.requisition_id) == ("https://acme.example/7?a=1&b=2", "R-7")
    assert posting.locations == (Place(text="Austin, TX, US", city="Austin", region="TX", country="US"),)
    assert posting.employment_type == "part_time"
    assert posting.salary == Salary(min=20, max=25, currency="USD", period="hour", text="$20 - $25 an hour")


def test_unusual_fields() -> None:
    assert one("<title>Cook</title><remote>true</remote>").remote is Remote.REMOTE
    assert one("<title>Cook</title><region>USA Only</region>").remote_scope == "USA Only"
    assert one("<title>Cook</title><region>Berlin, DE</region><country>US</country>").locations[0].country == "DE"
    assert one("<title>Cook</title><country>Germany</country>").locations[0].country == "DE"
    assert one("<title>Cook</title><location>Anywhere</location>").remote is Remote.REMOTE
    assert one("<title>Cook</title><category>A</category><category>B</category>").department is None
    assert one("<title>Cook</title><author>admin</author>").company is None
    assert one("<title>Cook</title><author>Acme</author>").company == "Acme"
    assert one("<title>Cook</title><guid>https://acme.example/7</guid>").url == "https://acme.example/7"
    assert one("<title>Cook</title><link>javascript:alert(1)</link>").url is None


def test_companies_in_titles() -> None:
    colon = feed(rss("<title>Acme: Senior Cook</title>", "<title>Bolt: Baker</title>")).postings
    assert [(posting.company, posting.title) for posting in colon] == [("Acme", "Senior Cook"), ("Bolt", "Baker")]
    at = feed(rss("<title>Cook at Acme</title>", "<title>Chef at sea at Bolt Ltd</title>")).postings
    assert [(posting.company, posting.title) for posting in at] == [("Acme", "Cook"), ("Bolt Ltd", "Chef at sea")]
    mixed = feed(rss("<title>Acme: Cook</title>", "<title>Baker</title>", "<title>Cook at Acme</title>")).postings
    assert [posting.company for posting in mixed] == [None, None, None]
    assert [posting.title for posting in mixed] == ["Acme: Cook", "Baker", "Cook at Acme"]
    assert one("<title>Cook at night</title>").title == "Cook at night"
    assert one("<title>Hiring: Cook</title>").company is None
    assert one("<title>Nights: Cook</title><company>Acme</company>").title == "Nights: Cook"


# ---------------------------------------------------------------- bytes


def test_slips_of_encoding_and_markup_are_forgiven() -> None:
    items = b"<item><title>caf\xe9 &eacute;&nbsp;& co</title></item>"
    body = b'<?xml version="1.0" encoding="utf-8"?><rss><channel>' + items + b"</channel></rss>"
    assert [posting.title for posting in feed(body).postings] == ["café é & co"]
    wide = '<?xml version="1.0" encoding="utf-16"?><rss><channel><item><title>café</title></item></channel></rss>'
    assert [posting.title for posting in feed(wide.encode("utf-16")).postings] == ["café"]
    assert [posting.title for posting in feed(b"\xef\xbb\xbf \n" + rss("<title>Cook</title>").encode()).postings] == [
        "Cook"
    ]


def test_a_cut_feed_is_not_complete() -> None:
    whole = rss("<title>Cook</title>", "<title>Baker</title>")
    assert feed(whole).complete
    assert not feed(whole[:-40]).complete
    assert feed(whole[:-40]).postings[0].title == "Cook"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Hello",
        "<html><body><rss>",
        "<!DOCTYPE html><title>x</title><item><title>a</title></item>",
        "<urlset><url><loc>https://acme.example/</loc></url></urlset>",
        '{"a": 1}',
        "[]",
        '[{"name": "x"}]',
        "{",
    ],
)
def test_what_is_no_feed_is_none(body: str) -> None:
    assert read(response(body)) is None


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'
    "<rss><channel><item><title>&lol2;</title></item></channel></rss>"
)
FILE = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<rss><channel><item><title>&x;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    "body", [LAUGHS, FILE, LAUGHS.replace("[", "\n[\n"), LAUGHS.replace("lolz [", 'lolz SYSTEM "x" [')]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(body: str, encoding: str) -> None:
    with pytest.raises(Broken):
        read(response(body.encode(encoding)))


def test_an_outside_document_type_is_not_fetched() -> None:
    body = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">' + rss("<title>Cook</title>")
    assert [posting.title for posting in feed(body).postings] == ["Cook"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "body",
    [
        b"<" * 100_000,
        b"<rss><channel>" + b"<item>" * 50_000,
        b"<rss><channel>" + b"<item><title>a: b</title></item>" * 10_000 + b"</channel></rss>",
        b"[" * 100_000,
        b'{"items":' * 50_000,
        b"<a>" * 100_000,
        b"<jobs>" + b"<job>" * 5_000,
        b"<rss><channel><item><description>" + b"<b>" * 100_000,
        b"<!DOCTYPE " * 10_000,
        b"<rss " + b'a="1" ' * 50_000,
        b"<rss>" + b"&a;" * 50_000,
    ],
)
def test_hostile_feeds_are_read(body: bytes) -> None:
    found = read(response(body))
    assert found is None or len(found.postings) <= 5_000


@given(st.binary(), st.sampled_from((b"", b"<rss><channel><item>", b'{"items": [', b"<feed>", b"<jobs><job><title>")))
def test_any_bytes_are_read(body: bytes, start: bytes) -> None:
    with contextlib.suppress(Broken):
        read(response(start + body))


# ---------------------------------------------------------------- the demo's feeds and recorded ones


def test_the_demo_aggregator_is_read_in_full() -> None:
    world = World.make(companies=40)
    carried = [(company, role) for company, roles in entries(world) for role in roles]
    found = feed(aggregator_feed(carried, BUILT))
    assert len(found.postings) == len(carried)
    for (company, role), posting in zip(carried, found.postings, strict=True):
        assert (posting.title, posting.company) == (role.title, stated_name(company))
        assert posting.company_url == site_url(company)
        assert posting.remote_scope == role.remote_scope
        assert role.remote_scope or [place.country for place in posting.locations] == [role.places[0].country]
        assert posting.salary is not None or not (role.pay and role.pay.prose)


def test_the_demo_company_feeds_are_read_in_full() -> None:
    world = World.make(companies=40)
    own = [company for company in world if company.board.kind is BoardKind.RSS]
    assert own
    for company in own:
        found = read(
            Response(
                url=feed_url(company), status=200, body=company_feed(company, world.roles(company), BUILT).encode()
            )
        )
        assert found is not None
        for role, posting in zip(world.roles(company), found.postings, strict=True):
            assert (posting.title, posting.company, posting.department) == (role.title, company.name, role.department)
            assert posting.url == posting.external_id == posting_url(company, role)
            assert posting.language == role.language
            assert posting.employment_type == role.employment.replace("-", "_")
            assert [place.country for place in posting.locations] == [place.country for place in role.places]


RECORDED = [
    ("nodesk/rjd_nodesk.xml", 3, "Backend Engineer 74", "Acme Remote Inc"),
    ("workingnomads/rjd_workingnomads.json", 3, "Backend Engineer 32", "Acme Remote Inc"),
    ("startupjobs/plucker_jobs_startupjobs_feed_cities.xml", 1, "Server / Cloud / DevOps Admin", "Prague Labs"),
    ("startupjobs/plucker_jobs_startupjobs_feed_job_types.json", 1, "Medior PHP developer", "3IT úspěšný eshop s.r.o."),
    ("google-careers/jobwatch_google_feed.xml", 5, None, "DeepMind"),
    ("avature/jobwatch_avature_feed.xml", 3, "Application Developer", None),
    ("successfactors/autojob_successfactors_jobs.xml", 2, "Machine Learning Engineer, Recommendations", "Example"),
]


@pytest.mark.parametrize(("name", "count", "title", "company"), RECORDED)
def test_recorded_feeds(name: str, count: int, title: str | None, company: str | None) -> None:
    path = FOLDER.parent / "payloads" / name
    if not path.exists():
        pytest.skip(f"recorded feeds are not here: {path}")
    found = feed(path.read_bytes())
    assert len(found.postings) == count
    assert all(posting.url for posting in found.postings)
    assert title in (None, found.postings[0].title)
    assert found.postings[0].company == company
