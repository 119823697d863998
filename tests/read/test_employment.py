"""The kind of employment in titles and prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.employment import Employment, employment_in
from read.labelled import hostile


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Job type: Full-time", "full_time"),
        ("Employment Type\nFull-time", "full_time"),
        ("**Schedule:** Full-time", "full_time"),
        ("Work schedule: part time", "part_time"),
        ("This is a full-time position.", "full_time"),
        ("This is a part-time remote role.", "part_time"),
        ("We are looking for a full-time gardener.", "full_time"),
        ("Employment status - temporary", "temporary"),
        ("This is a 6-month contract with a chance to stay.", "contract"),
        ("Wir geben dir eine Vollzeitanstellung.", "full_time"),
        ("Arbeitszeit: Teilzeit", "part_time"),
        ("Rahmen\nTeilzeit mit 20 Stunden pro Woche", "part_time"),
        ("Anstellungsart: Vollzeit", "full_time"),
        ("Avantages :\n• Temps complet\n• Cantine", "full_time"),
        ("Temps de travail : temps partiel", "part_time"),
        ("Fixed-term contract for six months", "temporary"),
        ("This is a fixed term position until spring.", "temporary"),
        ("Poste en CDD à Lyon", "temporary"),
        ("CDD saisonnier à pourvoir", "temporary"),
        ("Tipo de jornada: jornada completa", "full_time"),
        ("Omfattning: Heltid", "full_time"),
        ("Schedule: 9 to 5. Job type: part-time", "part_time"),
    ],
)
def test_stated_in_prose(text: str, kind: str) -> None:
    assert employment_in("Gardener", f"You look after beds.\n{text}\nWe offer plants.") == kind


@pytest.mark.parametrize(
    "text",
    [
        "Job types: Full-time, Part-time",
        "Plants for all full-time gardeners.",
        "Teilzeit mit Kindern? Bei uns kein Problem.",
        "You lead a team of full-time and freelance gardeners.",
        "You negotiate contracts with contractors.",
        "Schedule: five shifts a week",
        "You plant borders with fixed-term goals.",
        "You find full-time joy in part-time gardens.",
        "Un bac à temps complet de fleurs, toute l'année.",
        "",
    ],
)
def test_not_stated(text: str) -> None:
    assert employment_in("Gardener", f"You look after beds.\n{text}\nWe offer plants.") is None


def test_the_title_goes_before_the_text() -> None:
    assert employment_in("Gardener (part-time)", "Job type: Full-time") is Employment.PART_TIME


@given(st.text(), st.text())
def test_any_text_is_read(title: str, text: str) -> None:
    found = employment_in(title, text)
    assert found is None or found in Employment


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    words = ["schedule: ", "full time ", "temps plein ", "jornada \n", "6 month ", "job type:\n"]
    for text in [*hostile(), *((word * (100_000 // len(word) + 1))[:100_000] for word in words)]:
        employment_in("Gardener", text)
