"""Postings on one page without pages of their own."""

from __future__ import annotations

import pytest

from jobfinder.model import Posting
from jobfinder.read.dom import parse
from jobfinder.read.sections import Sections, sections

TEXT = "<p>You look after forty beds and a greenhouse, and you teach two apprentices all year round.</p>"


def read(markup: str, *, expected: bool = False) -> Sections | None:
    document = parse(f"<body><nav><h2>Sales Manager</h2></nav>{markup}</body>", "https://fernbrook.example/jobs")
    return sections(document.folded_lines, document.join, expected=expected)


def postings(markup: str, *, expected: bool = False) -> tuple[Posting, ...]:
    found = read(markup, expected=expected)
    assert found is not None
    return found.postings


def test_headings_with_their_texts() -> None:
    markup = f"""<h1>Careers</h1><h2>Why us?</h2><p>Roses.</p><h2>Current openings</h2>
        <h3>Head Gardener</h3><p>Malmö, Sweden | Part-time</p>{TEXT}<a href="/apply/7">Apply now</a>
        <h3>Cook</h3><p>Location: Turin, Italy</p>{TEXT}<a href="mailto:cook@fernbrook.example">Apply</a>
        <h2>Contact</h2><p>12 Garden Lane</p>"""
    gardener, cook = postings(markup)
    assert (gardener.title, gardener.locations[0].city, gardener.employment_type) == (
        "Head Gardener",
        "Malmö",
        "part_time",
    )
    assert (gardener.apply_url, gardener.url) == ("https://fernbrook.example/apply/7", None)
    assert gardener.description_text is not None
    assert "forty beds" in gardener.description_text
    assert "Apply" not in gardener.description_text
    assert (cook.title, cook.locations[0].city, cook.apply_url) == ("Cook", "Turin", None)
    assert "Garden Lane" not in (cook.description_text or "")


def test_what_unfolds_at_a_click_is_read_and_a_repeated_title_is_one() -> None:
    part = "<h2>{0}</h2><button>Expand</button><div style='display:none'><h2>Job Title: {0}</h2>" + TEXT + "</div>"
    found = postings(f"<p>CURRENT OPENINGS:</p>{part.format('Head Gardener')}{part.format('Cook')}")
    assert [posting.title for posting in found] == ["Head Gardener", "Cook"]
    assert all("forty beds" in (posting.description_text or "") for posting in found)


def test_titles_that_are_no_headings() -> None:
    found = postings(f"<h1>Karriere</h1><p><b>Gärtner (m/w/d)</b></p>{TEXT}<p><b>Köchin</b></p>{TEXT}", expected=True)
    assert [posting.title for posting in found] == ["Gärtner (m/w/d)", "Köchin"]


def test_one_posting_needs_a_line_that_announces_it() -> None:
    assert len(postings(f"<h1>Open positions</h1><h2>Head Gardener</h2>{TEXT}")) == 1
    assert read(f"<h1>Fernbrook</h1><h2>Head Gardener</h2>{TEXT}") is None
    assert read("<h1>Open positions</h1><h2>Head Gardener</h2>") is None


def test_an_open_application_beside_postings_with_pages_is_none() -> None:
    role = f"<h2>{{}}</h2>{TEXT}<a href='/jobs/{{}}'>Apply</a>"
    markup = role.format("Head Gardener", 1) + role.format("Cook", 2)
    other = f"<h2>Exceptional generalist</h2>{TEXT}<a href='mailto:x@fernbrook.example'>Email us</a>"
    assert [posting.title for posting in postings(f"<h1>Join us</h1>{markup}{other}")] == ["Head Gardener", "Cook"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<h1>Our team</h1><h3>Ada Lind</h3><h4>Head Gardener</h4>{TEXT}<h3>Bo Falk</h3><h4>Cook</h4>{TEXT}",
        "<h1>Careers</h1><h2>Engineering</h2><p>They make tools.</p><h2>Sales</h2><p>They sell them.</p>",
        f"<h1>Products</h1><h2>Garden Planner</h2>{TEXT}<h2>Kitchen Organizer</h2>{TEXT}",
        "<h1>Open positions</h1><p>There are no open positions at the moment.</p>",
        "",
    ],
)
def test_other_pages(markup: str) -> None:
    assert read(markup) is None


def test_single_titles_among_other_headings_are_none() -> None:
    others = "".join(f"<h3>{name}</h3>{TEXT}" for name in ("Benefits", "Culture", "Values"))
    markup = f"<h1>Careers</h1><h3>Mia, Head Gardener</h3>{TEXT}{others}<h3>Bo, Cook</h3>{TEXT}"
    assert read(markup, expected=True) is None


@pytest.mark.timeout(20)
def test_hostile_pages_are_read_in_linear_time() -> None:
    for seed in ("<h2>Cook</h2>", "<p>Cook</p>", "<h2>Cook</h2><p>Cook</p>", "<p>Open positions</p>"):
        read("<h1>Open positions</h1>" + seed * (200_000 // len(seed)), expected=True)
