"""Pages as trees: what is read of them, how bytes become text, and pages that mean harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.dom import Alternate, Link, parse
from read.labelled import hostile

URL = "https://acme.example/company/about"
PAGE = """<!DOCTYPE html><html lang="de-DE"><head><base href="/site/"><title> Acme
 &amp; Sons</title><meta property="og:site_name" content="Acme"><meta name="Description" content="We &lt;3 tea">
<link rel="canonical" href="about"><link rel="alternate" type="Application/RSS+XML; charset=utf-8" title="Jobs"
href="feed">
<script type="application/ld+json">{"a": "</p>"}</script><script>var a = 1;</script><style>p {color: red}</style></head>
<body><h1>Tea</h1><p>We make <b>tea</b>.</p><p hidden>Secret</p><div style="DISPLAY : none">Secret</div>
<p aria-hidden="true">Secret</p><!-- Secret --><noscript>Secret</noscript><template>Secret</template>
<ul><li>Green</li><li><p>Black</p></li></ul>
<a href="jobs" rel="nofollow">Jo<b>bs</b></a><a href="javascript:alert(1)">x</a><a href="mailto:a@b.example">x</a>
<a href="//other.example/q#f"><img src="i" alt="Other"></a><a href="/card"><h3>Engineer</h3><p>Berlin</p></a>
<div class="job" data-id="7"><span class="title">Cook</span></div></body></html>"""


def test_a_page_is_read() -> None:
    page = parse(PAGE, URL)
    assert (page.title, page.lang, page.canonical) == ("Acme & Sons", "de-DE", "https://acme.example/site/about")
    assert (page.meta("og:site_name"), page.meta("description"), page.meta("none")) == ("Acme", "We <3 tea", None)
    assert page.links() == (
        Link(href="https://acme.example/site/jobs", text="Jobs", rel="nofollow"),
        Link(href="https://other.example/q#f", text="Other"),
        Link(href="https://acme.example/card", text="Engineer Berlin"),
    )
    feed = Alternate(href="https://acme.example/site/feed", type="application/rss+xml", title="Jobs")
    assert page.alternates() == (feed,)
    assert page.scripts("application/ld+json") == ('{"a": "</p>"}',)
    assert page.scripts()[1] == "var a = 1;"
    assert page.join("x") == "https://acme.example/site/x"


def test_only_visible_text_is_given_and_the_tree_stays_whole() -> None:
    page = parse(PAGE, URL)
    assert page.text().startswith("Tea\n\nWe make tea.\n\n- Green\n- Black\n")
    assert "Secret" not in page.text()
    assert "color" not in page.text()
    assert len(page.select("[hidden]")) == 1


def test_a_hidden_body_and_streamed_blocks_are_shown() -> None:
    assert parse('<body style="display:none"><p>Shown</p>', URL).text() == "Shown"
    assert parse('<div hidden id="S:0">Shown</div>', URL).text() == "Shown"


def test_selection() -> None:
    page = parse(PAGE, URL)
    job = page.first("div.job")
    assert job is not None
    assert (job.tag, job.attr("data-id"), job.attr("x"), job.text) == ("div", "7", None, "Cook")
    assert [title.text for title in job.select(".title")] == ["Cook"]
    assert job.html == '<span class="title">Cook</span>'
    assert page.first("table") is None


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\xef\xbb\xbf<p>caf\xc3\xa9", "text/html; charset=iso-8859-1"),
        ("<p>café".encode("utf-16"), None),
        (b"<p>caf\xe9", 'text/html; charset="ISO-8859-1"'),
        (b"<meta charset=iso-8859-1><p>caf\xe9", None),
        (b"<p>caf\xc3\xa9", None),
        (b"<p>caf\xe9", None),
        (b"<p>caf\xc3\xa9", "text/html; charset=utf-8"),
        (b"<p>caf\xc3\xa9", "text/html; charset=nonsense"),
        (b"<p>caf\xc3\xa9", "text/html; charset=base64"),
    ],
)
def test_encodings(body: bytes, content_type: str | None) -> None:
    assert parse(body, URL, content_type).text() == "café"


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 100_000,
        b"<" * 500_000,
        b"a" * 500_000,
        b"<a href=/x>y" * 40_000,
        b"<a href=/x><table><tr><td>t" * 15_000,
        b"<b><i><font><p>" * 20_000,
        b"<p hidden>" * 40_000,
        b"<p style='display:" + b"none;" * 90_000,
        b"<ul><li>" * 50_000,
        b"\x00" * 100_000,
        b"",
    ],
)
def test_hostile_pages_are_read(body: bytes) -> None:
    page = parse(body, URL)
    assert page.text() is not None
    assert all(link.href for link in page.links())
    assert (page.title, page.canonical, page.lang, page.alternates(), page.meta("x")) == (None, None, None, (), None)


@pytest.mark.timeout(30)
def test_hostile_text_is_read() -> None:
    for text in hostile():
        assert isinstance(parse(text, URL).text(), str)


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")), st.none() | st.text(max_size=40))
def test_any_bytes_are_a_page(body: bytes, content_type: str | None) -> None:
    page = parse(body, URL, content_type)
    page.text()
    page.links()


SOUP = (
    "<p>",
    " <a href=x>",
    "</a>",
    "<table>",
    "<td>",
    "<svg>",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<template>",
    "x",
    "&amp;",
    "\n",
)


@given(st.lists(st.sampled_from(SOUP)))
def test_any_soup_is_a_page(tokens: list[str]) -> None:
    page = parse("".join(tokens), URL)
    page.text()
    page.links()
