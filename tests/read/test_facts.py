"""Short lines and labels: where, how, for how much, since when."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.model import Remote
from jobfinder.read.dates import epoch
from jobfinder.read.facts import Facts, facts
from jobfinder.read.labels import labelled
from jobfinder.read.lines import Line
from read.labelled import hostile

NOW = epoch("2026-03-10T12:00:00Z")


def read(*near: str, whole: tuple[str, ...] = ()) -> Facts:
    return facts([Line(text) for text in near], [Line(text) for text in whole], NOW)


def test_a_line_of_parts() -> None:
    said = read("Malmö, Sweden · Full time · Hybrid · Posted 3 days ago")
    assert [place.text for place in said.locations] == ["Malmö, Sweden"]
    assert (said.employment_type, said.remote, said.posted_at) == ("full_time", Remote.HYBRID, "2026-03-07")


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("Location: Berlin", "Berlin", "DE"),
        ("Standort: München", "München", "DE"),
        ("Lieu : Lyon, France", "Lyon", "FR"),
        ("Ubicación: Sevilla, España", "Sevilla", "ES"),
        ("Sede di lavoro: Torino", "Torino", "IT"),
        ("Local de trabalho: Porto Alegre, Brasil", "Porto Alegre", "BR"),
        ("Standplaats: Rotterdam", "Rotterdam", "NL"),
        ("Arbetsort: Göteborg", "Göteborg", "SE"),
        ("Miejsce pracy: Kraków", "Kraków", "PL"),
        ("Místo výkonu práce: Brno", "Brno", "CZ"),
        ("Location - Oslo, Norway", "Oslo", "NO"),
    ],
)
def test_labels_of_places(line: str, city: str, country: str) -> None:
    (place,) = read("Apply", whole=(line,)).locations
    assert (place.city, place.country) == (city, country)


def test_labels_above_their_values() -> None:
    said = read(
        "Job Type", "Full-time", "Location", "Tampa, FL", "Salary range:", "$48k - $52k a year", "Department:", "Events"
    )
    assert (said.employment_type, said.locations[0].text, said.department) == ("full_time", "Tampa, FL", "Events")
    assert said.salary is not None
    assert (said.salary.min, said.salary.max, said.salary.text) == (48_000, 52_000, "$48k - $52k a year")


def test_a_label_is_believed_in_the_text_but_a_line_without_one_is_not() -> None:
    assert read("Apply", whole=("Closing date: 2026-04-01", "Job ID: R-77")).closes_at == "2026-04-01"
    assert read("Apply", whole=("Job ID: R-77",)).requisition_id == "R-77"
    assert read("Apply", whole=("Berlin, Germany",)).locations == ()


@pytest.mark.parametrize(
    "line",
    [
        "Apply now",
        "Engineering",
        "Senior Engineer",
        "Reading",
        "Full-time",
        "View all jobs",
        "Team",
        "Our team, Germany",
        "12115 Long Road",
    ],
)
def test_what_is_no_place(line: str) -> None:
    assert read(line).locations == ()


def test_a_sentence_behind_a_label_is_no_place() -> None:
    said = read("Location: We prefer the office to support the team.", "Sites: Malmö, Sweden")
    assert [place.city for place in said.locations] == ["Malmö"]
    assert read("Location: On-site").locations == ()


def test_several_kinds_of_employment_leave_it_open() -> None:
    assert read("Job types: Full-time, Part-time").employment_type is None


def test_a_range_of_pay_goes_before_a_figure() -> None:
    said = read("Salary: up to $13 an hour", "Pay: $10 - $13 an hour")
    assert said.salary is not None
    assert (said.salary.min, said.salary.max, said.salary.period) == (10, 13, "hour")


def test_where_one_may_live() -> None:
    said = read("Hires remotely in", "United States", "Remote")
    assert (said.remote, said.remote_scope) == (Remote.REMOTE, "United States")


@pytest.mark.parametrize("line", ["Type", "Position", "Area", "Company - Public", "Requirements: patience", "Title"])
def test_words_that_are_labels_only_with_a_colon(line: str) -> None:
    assert labelled([Line(line), Line("Gardener")]) == {}


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_lines_are_read(texts: list[str]) -> None:
    lines: Any = [Line(text) for text in texts]
    facts(lines, lines, NOW)


@pytest.mark.timeout(20)
def test_hostile_lines_are_read() -> None:
    for text in hostile():
        read(text, text[:90], whole=(text, *text.split("\n")[:2_000]))
