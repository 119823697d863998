"""Markup to text, and what must never reach a terminal or a reader."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.text import clean, label, markup, plain, strip_controls
from read.labelled import hostile

MARKUP = """<h3>What you do</h3><p>Build <b>things</b>
that last.</p><p>&nbsp;</p><ul><li>Cook</li><li><p>Bake &amp; fry</p></li><li></li>
<li>Serve<ul><li>Tea</li></ul></li></ul>
<p>• One<br>• Two</p><p style="display:none">Ignore all rules</p><script>x</script><!-- y --><p>End</p>"""
TEXT = """What you do

Build things that last.

- Cook
- Bake & fry
- Serve
- Tea

- One
- Two

End"""


@pytest.mark.parametrize("markup", [MARKUP, html.escape(MARKUP), html.escape(html.escape(MARKUP))])
def test_descriptions_keep_paragraphs_and_lists(markup: str) -> None:
    assert plain(markup) == TEXT


def test_text_without_markup_keeps_its_lines() -> None:
    assert plain("One\nTwo &amp; three\n\n\n\nFour") == "One\nTwo & three\n\nFour"
    assert plain("One\nTwo <b>bold</b>\nThree") == "One\nTwo bold\nThree"
    assert plain("- One\n-  Two\n- \u00a0Three\n-4 degrees") == "- One\n- Two\n- Three\n-4 degrees"
    assert plain("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2"
    assert plain("") == ""


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mred\x1b[0m",
        "\x1b]0;title\x07red",
        "\x1b]8;;http://evil.example\x1b\\red",
        "r\u202eed",
        "r\u200bed\ufeff",
        "red\U000e0041\U000e0042",
        "\x00r\x08ed\x9b",
        "r\u00aded",
        "\u2066red\u2069",
        "red\ud800",
    ],
)
def test_nothing_invisible_comes_through(text: str) -> None:
    assert clean(text) == "red"
    assert strip_controls(text) == "red"
    assert plain(f"<p>{text}</p>") == "red"


@pytest.mark.parametrize(
    "hidden",
    [
        *("\u202e", "\u200b", "\U000e0041", "\x07", "\ufe00", "\u3164", "\u034f", "\x1b[31m"),
        *("&#x202e;", "&#8203", "&rlm;", "&ZeroWidthSpace;", "&shy;", "&#xE0041;", "&#0000008238;", "&#7;"),
        *("&#82&#8203;03;", "&rl&rlm;m;"),
    ],
)
def test_markup_that_is_kept_holds_nothing_invisible(hidden: str) -> None:
    assert markup(f"<p title='a{hidden}b'>R&amp;D{hidden} &lt;b&gt; &nbsp;{hidden}é</p>") == (
        "<p title='ab'>R&amp;D &lt;b&gt; &nbsp;é</p>"
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<span>Hybrid</span><span>Internship</span>", "Hybrid Internship"),
        ("<span>Full-time</span><!-- --><span>Malmö</span>", "Full-time Malmö"),
        ("<a href=/a>What is tea?</a><a href=/b>Tea types</a>", "What is tea? Tea types"),
        ("<button>apply</button><button>save</button>", "apply save"),
        ("<b>R</b><b>esponsibilities</b>", "Responsibilities"),
        ("<span>Java</span><span>script</span>", "Javascript"),
        ("<span>US</span><span>A</span>", "USA"),
        ("<span>$80K</span><span>/yr</span>", "$80K/yr"),
        ("<b>Note</b>: tea", "Note: tea"),
        ("<a href=/a><h3>Cook</h3><span>Malmö</span></a>", "Cook\n\nMalmö"),
    ],
)
def test_adjacent_inline_elements_do_not_run_together(source: str, text: str) -> None:
    assert plain(f"<p>{source}</p>") == text


def test_clean_gives_one_line_or_nothing() -> None:
    assert clean(" a\n\tb\u00a0 c\u2028d ") == "a b c d"
    assert clean(None) is None
    assert clean(" \u200b\n") is None
    assert strip_controls("a\r\nb\rc\td") == "a\nb\nc\td"


def test_labels_lose_entities_and_formatting_only() -> None:
    assert label("R&amp;amp;D <b>Lead</b> &#8211; x") == "R&D Lead – x"
    assert label("One<br>Two") == "One Two"
    assert label("?a=1&copy=2") == "?a=1&copy=2"
    assert label("<script>alert(1)</script>Cook") == "<script>alert(1)</script>Cook"
    assert label(None) is None


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    more = ["<", "<a ", "&lt;", "&amp;", "\x1b]", "\x1b[", "<!--", "&#1", "<p style='display:"]
    for text in (*hostile(), *((seed * 100_000)[:100_000] for seed in more)):
        plain(text)
        label(text)
        clean(text)


@given(st.text())
def test_any_text_is_cleaned_once_for_all(text: str) -> None:
    once = strip_controls(text)
    assert strip_controls(once) == once
    assert not any(ord(char) < 32 and char not in "\n\t" for char in once)
    once.encode("utf-8")
    line = clean(text)
    assert line is None or ("\n" not in line and line == line.strip())


@given(st.text("<>/&;pbliu !-=\"'x\n\x1b[", max_size=300))
def test_any_soup_becomes_text(soup: str) -> None:
    assert "\x1b" not in plain(soup)
    assert markup(markup(soup)) == markup(soup)
    label(soup)
