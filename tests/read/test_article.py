"""A posting in prose: on a page, as plain text; and prose that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.model import Posting, Remote
from jobfinder.read.article import Found, posting_in, posting_of
from jobfinder.read.dates import epoch
from jobfinder.read.dom import parse
from read.labelled import hostile

URL = "https://www.fernbrook.example/gardener"
BODY = """<h3>Your tasks</h3><ul><li>You look after forty beds &amp; a greenhouse.</li>
<li>You teach two apprentices.</li></ul><h3>What you bring</h3>
<p>Three years of experience with roses, and patience. A degree is not needed.</p><h3>What we offer</h3>
<p>30 days of vacation, a pension and free plants. We are an equal opportunity employer.</p>"""
APPLY = '<a href="/apply/7">Apply now</a>'


def page(main: str, *, title: str = "Head Gardener | Fernbrook", head: str = "") -> Found | None:
    chrome = "<nav><a href='/'>Home</a><a href='/careers'>Careers</a></nav>"
    footer = "<footer><h2>Sales Manager</h2>© Fernbrook</footer>"
    markup = f"<html lang=en><head><title>{title}</title>{head}</head><body>{chrome}{main}{footer}</body></html>"
    return posting_of(parse(markup, URL), now=epoch("2026-03-10"))


def posting(main: str, *, title: str = "Head Gardener | Fernbrook", head: str = "") -> Posting:
    found = page(main, title=title, head=head)
    assert found is not None
    return found.posting


def test_title_facts_text_and_company() -> None:
    read = posting(f"<h1>Head Gardener (m/f/d)</h1><p>Malmö, Sweden · Part-time · 2 days ago</p>{BODY}{APPLY}")
    assert (read.title, read.company, read.url) == ("Head Gardener (m/f/d)", "Fernbrook", URL)
    assert [(place.city, place.country) for place in read.locations] == [("Malmö", "SE")]
    assert (read.employment_type, read.posted_at, read.language) == ("part_time", "2026-03-08", "en")
    assert read.description_text is not None
    assert read.description_text.startswith("Malmö, Sweden")
    assert "- You look after forty beds & a greenhouse.\n- You teach two apprentices." in read.description_text
    assert read.description_html is not None
    assert "<ul><li>You look after forty beds &amp; a greenhouse.</li>" in read.description_html
    assert not any(word in read.description_text for word in ("Home", "Apply now", "Sales Manager", "©"))


def test_the_text_ends_where_something_else_begins() -> None:
    tail = "<h2>Similar jobs</h2><h3>Cook</h3><p>You cook.</p><h2>Stay up to date</h2><p>Subscribe.</p>"
    read = posting(f"<h1>Head Gardener</h1>{BODY}{APPLY}{tail}")
    assert read.description_text is not None
    assert read.description_text.endswith("We are an equal opportunity employer.")


def test_a_button_to_apply_above_the_text_does_not_end_it() -> None:
    read = posting(f"<h1>Head Gardener</h1><p>Malmö, Sweden</p><a href='#form'>Apply for this job</a>{BODY}")
    assert "What we offer" in (read.description_text or "")


def test_the_title_may_be_no_heading() -> None:
    assert posting(f"<div>Fernbrook</div><div>Head Gardener</div>{BODY}{APPLY}", title="Jobs").title == "Head Gardener"
    assert posting(f"<p>Job title: Head Gardener</p>{BODY}{APPLY}", title="Jobs").title == "Head Gardener"
    assert posting(f"<h1>Careers</h1>{BODY}{APPLY}").title == "Head Gardener"


def test_the_company_is_named_by_the_page_or_its_site() -> None:
    named = posting(f"<h1>Head Gardener</h1>{BODY}{APPLY}", head="<meta property=og:site_name content='Fern & Brook'>")
    assert named.company == "Fern & Brook"
    assert (
        posting(f"<h1>Head Gardener</h1>{BODY}{APPLY}", title="Head Gardener - Fernbrook Careers").company
        == "Fernbrook"
    )
    assert posting(f"<h1>Head Gardener</h1>{BODY}{APPLY}", title="Head Gardener | Malmö").company is None


def test_pay_remote_and_more_in_the_text() -> None:
    facts = "<p>The salary is €40,000 to €45,000 a year. This is a hybrid role.</p><p>Closing date: 1 May 2026</p>"
    read = posting(f"<h1>Senior Gardener</h1>{BODY}{facts}{APPLY}")
    assert read.salary is not None
    assert (read.salary.min, read.salary.max, read.salary.currency) == (40_000, 45_000, "EUR")
    assert (read.remote, read.seniority, read.closes_at) == (Remote.HYBRID, "senior", "2026-05-01")


def test_nothing_is_claimed_without_enough_evidence() -> None:
    assert page(f"<h1>Head Gardener</h1>{BODY}") is None
    assert page(f"<h1>Our gardens</h1>{BODY}{APPLY}", title="Our gardens") is None
    assert (
        page(f"<h1>Head Gardener</h1><p>Bo has been our head gardener since 2011. {'He likes roses. ' * 30}</p>{APPLY}")
        is None
    )
    assert page(f"<h1>Head Gardener</h1><p>Join us!</p>{APPLY}") is None
    dry = "Requirements: patience. Candidates apply by mail. Permanent contract. Location: Malmö. Department: Gardens. "
    assert page(f"<h1>Head Gardener</h1><p>{dry * 3}</p>{APPLY}") is None
    assert page("") is None


def test_more_evidence_makes_it_surer() -> None:
    little, much = (
        page(f"<h1>Gardener</h1>{BODY}{APPLY}", title="x"),
        page(f"<h1>Head Gardener (m/f/d)</h1>{BODY}{APPLY}"),
    )
    assert little is not None
    assert much is not None
    assert 0.5 <= little.confidence < much.confidence <= 0.9


TEXT = """Fernbrook Ltd
12 Garden Lane
Head Gardener – Role Summary
Fernbrook is looking for a head gardener who looks after forty beds and a greenhouse, who teaches two
apprentices and who plans the seasons ahead. You will report to the head of the gardens and work with
a team of nine.

Requirements
• Three years of experience with roses, in a garden that is
open to the public
• Patience

We offer 30 days of vacation, a pension and free plants.
Location: Malmö, Sweden
"""


def test_plain_text_loses_the_breaks_of_its_lines_and_keeps_its_lists() -> None:
    found = posting_in(TEXT, URL)
    assert found is not None
    read = found.posting
    assert (read.title, read.url, read.locations[0].city) == ("Head Gardener", URL, "Malmö")
    assert read.description_text is not None
    assert "who teaches two apprentices and who plans" in read.description_text
    assert (
        "- Three years of experience with roses, in a garden that is open to the public\n- Patience"
        in read.description_text
    )
    assert "Requirements\n" in read.description_text


@pytest.mark.parametrize("text", ["", "busy", "We will be back soon.", "Head Gardener", "a\n" * 5_000])
def test_other_texts_are_no_postings(text: str) -> None:
    assert posting_in(text) is None


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_is_read(title: str, text: str) -> None:
    posting_in(f"{title}\n{text}\n{TEXT}")
    posting_of(parse(f"<h1>{title}</h1><p>{text}</p>{APPLY}", URL))


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    for text in hostile():
        posting_in(text)
        posting_in(f"Head Gardener\n{text}")
