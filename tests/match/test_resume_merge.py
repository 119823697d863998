"""A résumé imported again: what was read is replaced, what was set by hand stays."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from jobfinder.match.profile import (
    Expectation,
    Language,
    Profile,
    Skill,
    differences,
    from_text,
    from_toml,
    merge,
    profile_version,
    to_toml,
    with_value,
)
from jobfinder.model import Remote
from match.resumes import CASES, MARKDOWN

TODAY = date(2026, 11, 20)
READ = from_text(MARKDOWN.text, today=TODAY)


def again(profile: Profile, text: str = MARKDOWN.text) -> Profile:
    """The profile as it is stored, and the résumé imported once more."""
    return merge(from_toml(to_toml(profile)), from_text(text, today=TODAY))


@pytest.mark.parametrize("name", CASES)
def test_importing_twice_changes_nothing(name: str) -> None:
    read = from_text(CASES[name].text, today=TODAY)
    assert merge(Profile(), read) == read
    assert again(read, CASES[name].text) == read


EDITS = [
    ("salary.min", "95k"),
    ("salary.currency", "EUR"),
    ("remote", "remote, hybrid"),
    ("years", "12"),
    ("seniority", "lead"),
    ("places", "Kiel, Lyon"),
    ("titles", "Head of Tides"),
    ("citizenships", "US"),
    ("authorised", "EU, Canada"),
    ("needs_sponsorship", "true"),
    ("needs_sponsorship", ""),
    ("education.degree", "doctorate"),
    ("education.fields", "Oceanography"),
    ("industries", ""),
    ("skills", "Go, Erlang"),
    ("languages", "German, Frisian"),
    ("name", "Ida"),
]


@pytest.mark.parametrize(("path", "value"), EDITS, ids=[f"{path}={value}" for path, value in EDITS])
def test_what_was_set_by_hand_stays(path: str, value: str) -> None:
    edited = with_value(READ, path, value)
    merged = again(edited)
    assert edited != READ
    assert replace(merged, evidence=()) == replace(edited, evidence=())
    assert again(merged) == merged


def test_weights_and_levels_of_skills_stay() -> None:
    rows = tuple(replace(skill, weight=2.0, level="expert") if skill.name == "Go" else skill for skill in READ.skills)
    edited = replace(READ, skills=rows)
    assert again(edited) == edited
    gone = again(edited, "Skills\nPython")
    assert [(skill.name, skill.weight) for skill in gone.skills] == [("Go", 2.0), ("Python", 1.0)]


def test_years_of_a_skill_that_were_set_stay() -> None:
    rows = tuple(replace(skill, years=20.0) if skill.name == "Go" else skill for skill in READ.skills)
    edited = replace(READ, skills=rows)
    assert again(edited) == edited


def test_what_was_read_is_replaced_by_what_is_read_now() -> None:
    text = MARKDOWN.text.replace("Senior Backend", "Staff Backend").replace("Kafka", "RabbitMQ").replace("C1", "C2")
    merged = again(with_value(READ, "salary.min", "90000"), text)
    assert replace(merged, salary=Expectation()) == from_text(text, today=TODAY)
    assert merged.salary.min == 90_000
    assert Language(name="English", level="C2") in merged.languages


def test_wishes_made_before_any_resume_stay_beside_what_is_read() -> None:
    by_hand = from_toml('titles = ["Tide Lead"]\nremote = ["remote"]\nskills = [{name = "Go", weight = 3.0}, "Erlang"]')
    merged = merge(by_hand, READ)
    assert merged.titles == ("Tide Lead", *READ.titles)
    assert merged.remote == (Remote.REMOTE,)
    assert Skill(name="Go", weight=3.0, years=5.7, last_used=2026) in merged.skills
    assert merged.skills[0] == Skill(name="Erlang")
    assert {skill.name for skill in merged.skills} == {"Erlang", *(skill.name for skill in READ.skills)}


def test_differences_are_told_value_by_value() -> None:
    assert differences(READ, READ) == []
    after = with_value(with_value(with_value(READ, "years", "9"), "titles", "Cook"), "salary.min", "90k")
    after = replace(after, skills=(replace(after.skills[0], weight=2.0), Skill(name="Rust")), needs_sponsorship=None)
    assert differences(READ, after) == [
        "titles: Cook added",
        "titles: Senior Backend Engineer gone",
        "titles: Backend Developer gone",
        "years: 8.8 → 9",
        "salary.min: nothing → 90000",
        "needs_sponsorship: no → nothing",
        "skills: Rust added",
        *(f"skills: {name} gone" for name in ("Go", "Kubernetes", "PostgreSQL", "Java", "Kafka")),
        "skills Python.weight: 1 → 2",
    ]
    turned = replace(READ, titles=READ.titles[::-1])
    assert differences(READ, turned) == ["titles: now in the order Backend Developer, Senior Backend Engineer"]


def test_the_version_leaves_out_name_and_evidence() -> None:
    assert profile_version(READ) == profile_version(replace(READ, name="Ida", evidence=()))
    for path, value in EDITS:
        changes = path != "name"
        assert (profile_version(with_value(READ, path, value)) != profile_version(READ)) is changes
