"""Skills that stand where a skill has to stand, whatever they are called."""

from __future__ import annotations

import pytest

from jobfinder.match.offer import asked
from jobfinder.read.asks import asks
from read.labelled import hostile


def named(row: str) -> list[tuple[str, bool]]:
    """What is asked for in a row of requirements, and whether it is known by name."""
    return [(one.skill, one.known) for one in asked("", f"Requirements\n- {row}\n")]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Experience with slate roof design", ["slate roof design"]),
        ("To do this you need mulching, grouting and tile laying.", ["mulching", "grouting", "tile laying"]),
        ("You'll need a steady hand, mulching and grouting", ["steady hand", "mulching", "grouting"]),
        ("Praktische Erfahrung: Trockenestrich, Heckenschnitt", ["Trockenestrich", "Heckenschnitt"]),
        ("You need to be on time", []),
        ("You know what matters", []),
        ("Knowledge of mulching, preferably in grouting", ["mulching", "grouting"]),
        ("Experience with mulching, grouting, tile laying, slate roof, hedge trimming and pruning",
         ["mulching", "grouting", "tile laying", "slate roof", "hedge trimming", "pruning"]),
    ],
)  # fmt: skip
def test_what_stands_where_a_skill_stands_is_one(row: str, names: list[str]) -> None:
    assert named(row) == [(name, False) for name in names]


@pytest.mark.parametrize(
    ("row", "skills"),
    [
        ("Excel (2 years or more)", ["Excel"]),
        ("Strong command of Zephyr", ["Zephyr"]),
        ("Fundierte Erfahrung mit C", ["C"]),
        ("Experience in Sales", ["Sales"]),
        ("Experience with zephyr winds", []),
        ("You have worked as a Chef", []),
    ],
)
def test_a_skill_with_the_name_of_an_everyday_word_is_known_where_a_skill_stands(row: str, skills: list[str]) -> None:
    assert [name for name, known in named(row) if known] == skills


@pytest.mark.parametrize("thing", ["Japanese garden design", "English literature", "German tenancy law"])
def test_what_has_the_name_of_a_language_is_no_language(thing: str) -> None:
    assert named(f"Solid experience with {thing}") == [(thing, False)]


@pytest.mark.parametrize(
    "language", ["Japanese", "fluent English", "business English", "German C1", "English or French"]
)
def test_a_language_is_no_skill(language: str) -> None:
    assert named(f"Good knowledge of {language}") == []


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
