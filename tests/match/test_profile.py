"""Profiles: TOML, JSON Resume and plain text; nothing is invented, every value quotes its line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.errors import UsageError
from jobfinder.match.profile import (
    Evidence,
    Expectation,
    Language,
    Profile,
    Skill,
    from_json_resume,
    from_text,
    from_toml,
    profile_version,
    to_toml,
    with_value,
)
from jobfinder.model import Remote
from jobfinder.read.level import Level
from match.build import words

TODAY = date(2026, 11, 20)
RESUME = """# Ida Brook
Senior Backend Engineer

## Profile
I build tide services. I never liked meetings.

## Experience
**Senior Backend Engineer**, Brightwater — Mar 2021 – present
- Python and Go services on Kubernetes, PostgreSQL
Backend Developer | Tidewell GmbH | 01/2018 - 02/2021
- Java, Kafka

## Education
M.Sc. Computer Science, University of Harbourtown, 2012 - 2017

## Languages
German (native), English - C1

## Interests
Chess, Rust on old ships
"""


def test_a_text_resume_is_read_with_its_lines() -> None:
    profile = from_text(RESUME, today=TODAY)
    assert profile.titles == ("Senior Backend Engineer", "Backend Developer")
    assert profile.seniority is Level.SENIOR
    assert profile.years == pytest.approx(8.8, abs=0.1)
    assert {skill.name for skill in profile.skills} == {"Python", "Go", "Kubernetes", "PostgreSQL", "Java", "Kafka"}
    assert profile.education.degree == "master"
    assert profile.languages == (Language(name="German", level="native"), Language(name="English", level="C1"))
    assert all(evidence.line in RESUME for evidence in profile.evidence)
    named = {(evidence.field, evidence.value) for evidence in profile.evidence}
    assert {("skills", skill.name) for skill in profile.skills} <= named
    assert {field for field, _ in named} >= {"titles", "seniority", "years", "education.degree", "languages"}


def test_without_today_work_still_going_on_is_not_counted() -> None:
    assert from_text(RESUME).years == pytest.approx(3.2, abs=0.1)


def test_stated_years_win_over_spans() -> None:
    assert (
        from_text("Summary\nEngineer with 12 years of experience in Python\n\nExperience\nDev, 2020 - 2021").years == 12
    )


def test_overlapping_work_counts_once() -> None:
    text = "Experience\nEngineer, A, 2015 - 2019\nEngineer, B, 2016 - 2018"
    assert from_text(text).years == 4.0


def test_nothing_is_invented() -> None:
    assert from_text("Hello, I like long walks and good food.") == Profile()
    assert from_text("") == Profile()


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    from_text(text, today=TODAY)


JSON_RESUME: dict[str, Any] = {
    "basics": {
        "name": "Ida Brook",
        "label": "Senior Backend Engineer",
        "location": {"city": "Berlin", "countryCode": "DE"},
    },
    "work": [
        {"name": "Brightwater", "position": "Senior Backend Engineer", "startDate": "2021-03-01"},
        {"name": "Tidewell", "position": "Backend Developer", "startDate": "2018-01", "endDate": "2021-02"},
    ],
    "education": [{"studyType": "Master", "area": "Computer Science"}],
    "skills": [{"name": "Backend", "level": "Master", "keywords": ["python", "golang"]}, {"name": "Figma"}],
    "languages": [{"language": "German", "fluency": "Native speaker"}],
}


def test_json_resume() -> None:
    profile = from_json_resume(JSON_RESUME, today=TODAY)
    assert profile.titles == ("Senior Backend Engineer", "Backend Developer")
    assert profile.years == pytest.approx(8.8, abs=0.1)
    assert [skill.name for skill in profile.skills] == ["Python", "Go", "Figma"]
    assert profile.places == ("Berlin, DE",)
    assert profile.education.degree == "master"
    assert Evidence(field="skills", value="Go", line="skills[0]: golang") in profile.evidence
    assert from_toml(to_toml(profile)) == profile


def test_work_in_a_json_resume_dates_its_skills() -> None:
    work = [
        {"position": "Cook", "startDate": "2015", "endDate": "2017", "highlights": ["Menus in Java"]},
        {"position": "Chef", "startDate": "2019-01", "summary": "Python; never used Kafka"},
    ]
    basics = {"summary": "German citizen, no visa sponsorship needed"}
    content = {"basics": basics, "work": work, "skills": [{"name": "Python"}], "languages": [{"language": "Deutsch"}]}
    profile = from_json_resume(content, today=TODAY)
    assert profile.titles == ("Chef", "Cook")
    assert profile.skills == (
        Skill(name="Python", years=7.8, last_used=2026),
        Skill(name="Java", years=2.0, last_used=2017),
    )
    assert (profile.citizenships, profile.authorised, profile.needs_sponsorship) == (("DE",), ("EU",), False)
    assert profile.languages == (Language(name="German"),)
    shown = Evidence(field="skills.years", value="Java: 2", line="work[0]: 2015 – 2017")
    assert shown in profile.evidence


@pytest.mark.parametrize("content", [{}, {"hello": 1}, {"name": "x"}])
def test_what_is_no_json_resume_is_refused(content: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="no JSON Resume"):
        from_json_resume(content)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "keywords", "position"]), inner)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["basics", "work", "skills", "education", "languages"]), json_values, min_size=1)
)
def test_a_broken_json_resume_is_read_as_far_as_it_goes(content: dict[str, Any]) -> None:
    from_json_resume(content, today=TODAY)


# ---------------------------------------------------------------- TOML


profiles = st.builds(
    Profile,
    name=st.none() | st.text(max_size=10),
    titles=words,
    seniority=st.none() | st.sampled_from(Level),
    years=st.none() | st.floats(0, 80),
    places=words,
    remote=st.lists(st.sampled_from(Remote)).map(tuple),
    salary=st.builds(Expectation, min=st.none() | st.floats(1, 1e9), currency=st.none() | st.just("EUR")),
    languages=st.lists(st.builds(Language, name=st.text(min_size=1, max_size=9)), max_size=2).map(tuple),
    skills=st.lists(
        st.builds(Skill, name=st.text(min_size=1, max_size=9), years=st.none() | st.floats(0, 80)), max_size=3
    ).map(tuple),
)


@given(profiles)
def test_toml_round_trip_is_exact(profile: Profile) -> None:
    assert from_toml(to_toml(profile)) == profile


def test_skills_may_be_plain_names() -> None:
    profile = from_toml('skills = ["Python", {name = "Go", years = 3}]\nlanguages = ["German"]')
    assert profile.skills == (Skill(name="Python"), Skill(name="Go", years=3.0))
    assert profile.languages == (Language(name="German"),)


def test_setting_the_skills_keeps_what_is_known_of_them() -> None:
    before = from_toml('skills = [{name = "Go", years = 3, weight = 2.0}]')
    assert with_value(before, "skills", "go, Python").skills == (
        Skill(name="Go", years=3.0, weight=2.0),
        Skill(name="Python"),
    )


def test_setting_one_field() -> None:
    profile = with_value(with_value(Profile(), "salary.min", "95k"), "seniority", "Senior")
    assert profile.salary.min == 95_000
    assert profile.seniority is Level.SENIOR


@pytest.mark.parametrize(("path", "said"), [("skils", "skills"), ("salary", "salary.min"), ("years", "whole|number")])
def test_mistakes_are_named(path: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        with_value(Profile(), path, "many")


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(UsageError, match="did you mean titles"):
        from_toml('title = ["x"]')
    with pytest.raises(UsageError, match="skills"):
        from_toml('skills = [{nam = "x"}]')


def test_the_version_changes_with_what_the_scorer_reads_and_with_nothing_else() -> None:
    base = from_toml('skills = ["Python"]')
    assert profile_version(base) == profile_version(with_value(base, "name", "Ida"))
    for path, text in [("skills", "Go"), ("titles", "x"), ("years", "3"), ("places", "x"), ("salary.min", "1")]:
        assert profile_version(base) != profile_version(with_value(base, path, text))
