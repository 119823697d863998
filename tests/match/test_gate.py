"""The gate: what a stop list ends before any request, and what it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.match.gate import gate
from match.build import prefs

STOP = prefs(
    """[stop]
companies = ["Acme, Inc.", "Work & Co"]
domains = ["casino.example", "https://www.grey.example/jobs", "*.shady.example"]
keywords = ["unpaid", "hr", "C++", "gambling"]
"""
)


@pytest.mark.parametrize("name", ["Acme", "ACME GmbH", "acme careers", "Acme Corp.", "Work & Co"])
def test_a_company_is_known_by_any_spelling(name: str) -> None:
    reason = gate(url=None, company=name, title=None, prefs=STOP)
    assert reason is not None
    assert name in reason


@pytest.mark.parametrize("name", ["Acmetric", "Work", "Co", "Acme Robotics", ""])
def test_other_companies_pass(name: str) -> None:
    assert gate(url=None, company=name, title=None, prefs=STOP) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://casino.example/jobs/1",
        "https://careers.CASINO.example:8443/",
        "http://user@casino.example/",
        "//casino.example/x",
        "https://grey.example/",
        "https://www.grey.example/",
        "https://a.b.shady.example/",
        "https://casino.example./x",
    ],
)
def test_a_domain_stops_itself_and_all_below_it(url: str) -> None:
    assert "stop.domains" in (gate(url=url, company=None, title=None, prefs=STOP) or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://nocasino.example/",
        "https://casino.example.org/",
        "https://fine.example/?next=https://casino.example/",
        "https://fine.example/casino.example",
        "https://casino.example@fine.example/",
        "not a url",
        "",
    ],
)
def test_other_hosts_pass(url: str) -> None:
    assert gate(url=url, company=None, title=None, prefs=STOP) is None


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Unpaid internship", None),
        ("HR Manager", None),
        ("C++ Engineer", None),
        (None, "https://fine.example/jobs/unpaid-internship"),
        (None, "https://fine.example/jobs/hr_manager_123"),
        (None, "https://gambling.example/jobs/1"),
    ],
)
def test_keywords_stop_by_title_and_address(title: str | None, url: str | None) -> None:
    assert "stop.keywords" in (gate(url=url, company=None, title=title, prefs=STOP) or "")


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Chris Threlfall's team", None),
        ("C Developer", None),
        ("C# Developer", None),
        (None, "https://hr.fine.example/jobs/1"),
        (None, "https://fine.example/jobs/1?utm_source=unpaid"),
        (None, "https://fine.example/jobs/1#unpaid"),
    ],
)
def test_keywords_are_whole_words_and_the_query_does_not_count(title: str | None, url: str | None) -> None:
    assert gate(url=url, company=None, title=title, prefs=STOP) is None


def test_nothing_known_is_no_reason() -> None:
    assert gate(url=None, company=None, title=None, prefs=STOP) is None


@given(st.none() | st.text(), st.none() | st.text(), st.none() | st.text())
def test_without_stop_lists_all_passes(url: str | None, company: str | None, title: str | None) -> None:
    assert gate(url=url, company=company, title=title, prefs=prefs()) is None


@given(st.text(), st.text(), st.text())
def test_any_text_is_judged_without_an_error(url: str, company: str, title: str) -> None:
    gate(url=url, company=company, title=title, prefs=STOP)
