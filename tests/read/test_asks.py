"""What is asked for and in no gazetteer: found where a skill stands, under a heading that asks, and nowhere else."""

from __future__ import annotations

import pytest

from jobfinder.read.asks import asks
from read.labelled import hostile


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Hands-on experience with zorb tuning", ["zorb tuning"]),
        ("Knowledge of tide tables and quay surveying", ["tide tables", "quay surveying"]),
        ("Lock keeping (at least 3 years)", ["Lock keeping"]),
        ("Quay surveying would be a plus", ["Quay surveying"]),
        ("Erfahrung mit Schleusenbetrieb", ["Schleusenbetrieb"]),
        ("Expérience en batellerie", ["batellerie"]),
        ("Experiencia con mareas", ["mareas"]),
        ("Experience with Python", []),
        ("Five years of experience in a similar role", []),
        ("Fluent in English", []),
        ("You are kind", []),
    ],
)
def test_a_row_of_requirements(row: str, names: list[str]) -> None:
    assert [one.name for one in asks(f"Requirements\n- {row}")] == names


def test_how_much_it_is_needed_and_where_it_stands() -> None:
    text = "Requirements\n- Experience with zorb tuning\n\nNice to have\n- Knowledge of tide tables"
    found = asks(text)
    assert [(one.name, one.need) for one in found] == [("zorb tuning", "required"), ("tide tables", "nice")]
    assert text[found[0].start : found[0].end] == "- Experience with zorb tuning"


@pytest.mark.parametrize("heading", ["", "About us\n", "What we offer\n"])
def test_what_nobody_asks_for_is_not_asked_for(heading: str) -> None:
    assert asks(f"{heading}We have experience with zorb tuning") == ()


def test_hostile_text_is_read_in_linear_time() -> None:
    for text in hostile():
        asks(text)
        asks(f"Requirements\n{text}")
