"""Skills that stand where a skill has to stand, whatever they are called."""

from __future__ import annotations

import pytest

from jobfinder.match.offer import asked


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
