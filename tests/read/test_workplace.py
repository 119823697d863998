"""Remote, hybrid or on site in the prose of postings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.workplace import workplace
from read.labelled import hostile, rows


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("This is a fully remote position.", "remote"),
        ("This role can be remote.", "remote"),
        ("You can work from anywhere in Europe.", "remote"),
        ("Location: Remote (US)", "remote"),
        ("#LI-Remote", "remote"),
        ("Du arbeitest komplett remote.", "remote"),
        ("Poste en full télétravail.", "remote"),
        ("Teletrabajo 100%", "remote"),
        ("This is a hybrid role: three days in the office.", "hybrid"),
        ("We work 2 days a week in the office.", "hybrid"),
        ("Location: London (UK), hybrid", "hybrid"),
        ("#LI-Hybrid", "hybrid"),
        ("Mobiles Arbeiten ist möglich.", "hybrid"),
        ("2 jours de télétravail par semaine", "hybrid"),
        ("Modalidad híbrida", "hybrid"),
        ("You work in our office or from home.", "hybrid"),
        ("The job is done entirely from home.", "remote"),
        ("Du arbeitest komplett von zu Hause.", "remote"),
        ("100 % télétravail", "remote"),
        ("You come to the office three days a week.", "hybrid"),
        ("In the office two days a week.", "hybrid"),
        ("Up to three days of home office per week.", "hybrid"),
        ("Bis zu drei Tage Homeoffice pro Woche.", "hybrid"),
        ("Deux jours de télétravail par semaine", "hybrid"),
        ("Remote work is not possible.", "onsite"),
        ("Homeoffice ist leider nicht möglich.", "onsite"),
        ("The work cannot be done remotely.", "onsite"),
        ("Presence in the office is required five days a week.", "onsite"),
        ("Poste sur site.", "onsite"),
        ("Trabajo presencial.", "onsite"),
        ("This position is on-site in Malmö.", "onsite"),
        ("Work location: in person", "onsite"),
        ("This is not a remote position.", "onsite"),
    ],
)
def test_stated(text: str, mode: str) -> None:
    assert workplace("Gardener", f"You look after beds. {text} We offer plants.") == mode


@pytest.mark.parametrize(
    "text",
    [
        "You support remote teams and remote customers.",
        "You know hybrid cloud and remote sensing.",
        "You may work remotely abroad for up to 30 days a year.",
        "You are comfortable working remotely in a team.",
        "We never work remotely.",
        "This role can be remote. This position is on-site.",
        "Berlin",
        "",
    ],
)
def test_unsaid_or_said_both_ways(text: str) -> None:
    assert workplace("Gardener", text) is None


def test_the_title_goes_first() -> None:
    assert workplace("Gardener (Remote)", "This is a hybrid role.") == "remote"
    assert workplace("Gardener", None) is None


def test_labelled_postings() -> None:
    labelled = [row for row in rows("postings_gold.jsonl") if row["gold"]["remote"] is not None]
    said = [
        (workplace(f"{row['title']}, {row['location_raw'] or ''}", row["description_text"]), row["gold"]["remote"])
        for row in labelled
    ]
    right = sum((mode in ("remote", "hybrid")) == wanted for mode, wanted in said)
    assert right / len(said) > 0.96


@given(st.text(), st.text())
def test_any_text_is_read(title: str, text: str) -> None:
    workplace(title, text)


@pytest.mark.timeout(20)
def test_hostile_text_is_read_in_linear_time() -> None:
    more = ("this role is ", "hybrid ", "location: a ", "office or ", "1 days ", "no remote ", "this a a ")
    for text in (*hostile(), *((seed * 100_000)[:100_000] for seed in more)):
        workplace("x", text)
