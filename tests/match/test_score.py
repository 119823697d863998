"""The score: parts with their sentence, coverage apart, and the properties that keep it honest."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.match.parts import Part
from jobfinder.match.prefs import Preferences, Weights
from jobfinder.match.profile import Expectation, Profile, Skill
from jobfinder.match.score import Score, explain, score
from jobfinder.model import Company, Place, Posting, Remote, Salary
from jobfinder.read.level import Level
from match.build import BACKEND, TODAY, posting, postings, profile, sparse

SEEKER = profile(
    "Python",
    "Kafka",
    "PostgreSQL",
    titles=("Backend Engineer",),
    seniority=Level.SENIOR,
    years=7.0,
    places=("Berlin, Germany",),
    remote=(Remote.HYBRID, Remote.REMOTE),
    salary=Expectation(min=90_000, currency="EUR"),
)
NAMES = ("skills", "title", "seniority", "location", "salary", "freshness")
GAZETTEER = ["Python", "Go", "Kafka", "PostgreSQL", "Rust", "Terraform", "Scala", "Figma"]


def points(given_posting: Posting, who: Profile = SEEKER, company: Company | None = None) -> Score:
    return score(given_posting, company, who, Preferences(), today=TODAY)


def part(found: Score, name: str) -> Part:
    return next(part for part in found.parts if part.name == name)


def test_a_fitting_posting_scores_high_and_every_part_quotes_it() -> None:
    found = points(posting())
    assert found.score >= 85
    assert found.coverage == 1.0
    assert tuple(part.name for part in found.parts) == NAMES
    assert all(part.value is not None and part.evidence and part.why for part in found.parts)
    assert set(found.matched_skills) == {"Python", "Kafka", "PostgreSQL"}
    assert set(found.missing_skills) == {"Go", "Rust", "Terraform"}
    assert part(found, "skills").evidence == "- You have shipped Python services and know PostgreSQL well"


def test_a_posting_of_another_trade_scores_low() -> None:
    nurse = posting(
        title="Registered Nurse",
        locations=(Place(text="Paris, France", city="Paris", country="FR"),),
        remote=Remote.ONSITE,
        salary=Salary(min=30_000, max=36_000, currency="EUR", period="year"),
        description_text="Requirements: nursing licence, experience in clinical research.",
    )
    assert points(nurse).score < 25


def test_required_skills_count_more_than_welcome_ones() -> None:
    required = points(posting(), profile("Python"))
    welcome = points(posting(), profile("Rust"))
    assert (part(required, "skills").value or 0) > (part(welcome, "skills").value or 0) > 0


def test_aliases_are_one_skill() -> None:
    text = "Requirements\nGolang, k8s and Postgres"
    found = points(posting(description_text=text, title="Engineer"), profile("go", "Kubernetes", "PostgreSQL"))
    assert part(found, "skills").value == 1.0
    assert found.missing_skills == ()


def test_a_skill_only_the_profile_names_is_found_in_the_posting() -> None:
    text = "Requirements\nYou know Tidecast and Python."
    found = points(posting(description_text=text, title="Engineer"), profile("Tidecast"))
    assert found.matched_skills == ("Tidecast",)


def test_the_companys_technology_counts_a_little() -> None:
    company = Company(name="Brightwater", tech_stack=("Scala",))
    text = "Requirements\nYou know Python."
    without = points(posting(description_text=text), profile("Scala"))
    found = points(posting(description_text=text), profile("Scala"), company)
    assert (part(without, "skills").value, found.matched_skills) == (0.0, ("Scala",))
    assert 0 < (part(found, "skills").value or 0) < 0.2


# ---------------------------------------------------------------- missing facts


def test_missing_facts_lower_coverage_and_not_the_mean() -> None:
    full, half = (
        points(posting()),
        points(posting(salary=None, posted_at=None, description_text=BACKEND.split("We offer")[0])),
    )
    assert half.coverage == pytest.approx(0.8)
    assert part(half, "salary").value is None
    assert half.mean == pytest.approx(full.mean, abs=0.05)
    assert half.score < 100 * half.mean


def test_a_sparse_posting_does_not_float_above_a_good_one() -> None:
    bare = points(sparse("Backend Engineer"))
    assert bare.mean == 1.0
    assert bare.coverage < 0.3
    assert bare.score < points(posting()).score


def test_an_empty_profile_scores_with_low_coverage_and_says_what_is_missing() -> None:
    found = points(posting(), Profile())
    assert found.coverage == pytest.approx(0.1)
    assert found.score < 40
    told = " ".join(part.why for part in found.parts)
    assert all(word in told for word in ("names no skills", "names no titles", "seniority", "places", "pay"))


def test_no_weights_at_all_is_zero_and_no_crash() -> None:
    nothing = Weights(skills=0, title=0, seniority=0, location=0, salary=0, freshness=0)
    found = score(posting(), None, SEEKER, Preferences(weights=nothing), today=TODAY)
    assert (found.score, found.coverage) == (0, 0.0)


# ---------------------------------------------------------------- parts


@pytest.mark.parametrize(
    ("title", "low", "high"),
    [
        ("Backend Engineer", 1.0, 1.0),
        ("Senior Backend Developer (m/w/d)", 1.0, 1.0),
        ("Back-end Software Engineer", 0.8, 1.0),
        ("Softwareentwickler Backend", 0.8, 1.0),
        ("Sales Engineer", 0.0, 0.5),
        ("Product Manager", 0.0, 0.1),
    ],
)
def test_titles_are_compared_by_what_they_say(title: str, low: float, high: float) -> None:
    assert low <= (part(points(sparse(title)), "title").value or 0) <= high


def test_seniority_falls_with_every_rung() -> None:
    values = [
        part(points(sparse(title)), "seniority").value or 0.0
        for title in ("Senior Engineer", "Staff Engineer", "Junior Engineer", "Director of Engineering")
    ]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1.0


def test_too_few_years_lower_seniority_and_enough_do_not() -> None:
    asked = posting(title="Engineer", description_text="You bring at least 10 years of experience in banking.")
    assert part(points(asked), "seniority").value == pytest.approx(0.7)
    assert part(points(asked), "seniority").evidence == "You bring at least 10 years of experience in banking."
    assert part(points(asked, profile(years=12.0)), "seniority").value == 1.0


def test_a_remote_posting_not_open_to_you_has_no_place() -> None:
    far = posting(remote=Remote.REMOTE, remote_scope="US only")
    near = posting(remote=Remote.REMOTE, remote_scope="EU")
    unsaid = posting(remote=Remote.REMOTE)
    assert [part(points(p), "location").value for p in (far, unsaid, near)] == [0.5, 1.0, 1.0]


def test_pay_in_another_currency_is_not_compared() -> None:
    found = points(posting(salary=Salary(min=1, max=2, currency="USD", period="year")))
    assert part(found, "salary").value is None
    assert "not compared" in part(found, "salary").why


def test_pay_rises_to_the_expectation_and_no_further() -> None:
    values = [
        part(points(posting(salary=Salary(max=top, currency="EUR", period="year"))), "salary").value
        for top in (50_000, 80_000, 90_000, 150_000)
    ]
    assert values[0] == 0.0
    assert 0 < (values[1] or 0) < 1
    assert values[2:] == [1.0, 1.0]


def test_freshness_falls_with_age() -> None:
    dates = ("2026-11-20", "2026-11-01", "2026-09-01", "2024-01-01")
    values = [part(points(posting(posted_at=day)), "freshness").value or 0.0 for day in dates]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1.0
    assert values[-1] < 0.01


# ---------------------------------------------------------------- properties


@given(
    postings,
    st.lists(st.sampled_from(GAZETTEER), unique=True, min_size=1),
    st.sampled_from(GAZETTEER),
    st.floats(0.1, 10),
)
def test_one_more_skill_never_lowers_the_score(
    given_posting: Posting, have: list[str], more: str, weight: float
) -> None:
    before = profile(*have)
    after = msgspec.structs.replace(before, skills=(*before.skills, Skill(name=more, weight=weight)))
    if more not in have:
        assert points(given_posting, after).score >= points(given_posting, before).score


@given(st.lists(st.sampled_from(GAZETTEER), unique=True, min_size=1), st.integers(0, 7))
def test_a_posting_naming_one_more_skill_you_have_never_scores_lower(have: list[str], named: int) -> None:
    who = profile(*have, titles=("Backend Engineer",))
    text = "Requirements\n" + "\n".join(f"- {skill}" for skill in GAZETTEER[:named])
    more = f"{text}\n- {have[0]}"
    assert points(posting(description_text=more), who).score >= points(posting(description_text=text), who).score


@given(postings, st.sampled_from([SEEKER, Profile(), profile("Go")]))
def test_a_score_is_deterministic_within_bounds_and_survives_json(given_posting: Posting, who: Profile) -> None:
    one, two = points(given_posting, who), points(given_posting, who)
    assert one == two
    assert 0 <= one.score <= 100
    assert one.score <= round(100 * one.mean) + 1
    assert 0 <= one.coverage <= 1
    assert all(part.value is None or 0 <= part.value <= 1 for part in one.parts)
    assert msgspec.json.decode(msgspec.json.encode(one), type=Score) == one


def test_explain_is_readable() -> None:
    lines = explain(points(posting(salary=None, description_text=BACKEND.split("We offer")[0])))
    assert lines[0].endswith("from 90% of what counts")
    assert lines[1].startswith("skills 0.")
    assert "matched; " in lines[1]
    assert "«- You have shipped Python services and know PostgreSQL well»" in lines[1]
    assert lines[5] == "salary unknown: the posting does not state pay"
