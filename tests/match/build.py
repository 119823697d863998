"""Postings, preferences and profiles for the tests, made by hand, with hypothesis strategies for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from jobfinder.match import prefs as prefs_module
from jobfinder.match.prefs import (
    Age,
    EmploymentTypes,
    Keywords,
    Locations,
    Pay,
    Preferences,
    RemoteWork,
    Seniority,
    StopLists,
    Titles,
    Weights,
)
from jobfinder.match.profile import Profile, Skill
from jobfinder.model import Place, Posting, Remote, Salary
from jobfinder.read.level import Level

TODAY = date(2026, 11, 20)

BACKEND = """About Brightwater
We keep the tides of small harbours predictable.

What you will do
You build services in Python and Go that forecast water levels.

Requirements
- 5+ years of professional experience in backend development
- You have shipped Python services and know PostgreSQL well
- Kafka or a comparable log

Nice to have
- Rust
- Terraform

We offer EUR 80,000 - 95,000 per year."""


def posting(**fields: Any) -> Posting:
    """A complete posting, with some fields changed."""
    given: dict[str, Any] = {
        "title": "Senior Backend Engineer (m/w/d)",
        "company": "Brightwater GmbH",
        "url": "https://jobs.brightwater.example/backend-42",
        "locations": (Place(text="Berlin, Germany", city="Berlin", country="DE"),),
        "remote": Remote.HYBRID,
        "employment_type": "Full-time",
        "salary": Salary(min=80_000, max=95_000, currency="EUR", period="year"),
        "posted_at": "2026-11-15T08:00:00Z",
        "description_text": BACKEND,
    }
    return Posting(**(given | fields))


def sparse(title: str = "Engineer") -> Posting:
    """A posting that says nothing but its title."""
    return Posting(title=title)


def prefs(text: str = "") -> Preferences:
    return prefs_module.from_toml(text)


def profile(*skills: str, **fields: Any) -> Profile:
    return Profile(skills=tuple(Skill(name=name) for name in skills), **fields)


# ---------------------------------------------------------------- strategies

words = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip), max_size=3
).map(tuple)
modes = st.one_of(st.just("reject"), st.integers(0, 100))
amounts = st.floats(min_value=1, max_value=1e9, allow_nan=False).map(lambda value: round(value, 2))
currencies = st.sampled_from(["EUR", "USD", "GBP", "PLN"])
periods = st.sampled_from(["hour", "day", "week", "month", "year"])
weights = st.floats(min_value=0, max_value=100, allow_nan=False)

all_prefs = st.builds(
    Preferences,
    min_score=st.integers(0, 100),
    alert_score=st.integers(0, 100),
    strike_threshold=st.integers(1, 20),
    stop=st.builds(StopLists, companies=words, domains=words, keywords=words),
    titles=st.builds(Titles, wanted=words, excluded=words, wanted_mode=modes, excluded_mode=modes),
    keywords=st.builds(Keywords, required=words, excluded=words, required_mode=modes, excluded_mode=modes),
    locations=st.builds(Locations, accepted=words, mode=modes),
    remote=st.builds(RemoteWork, accepted=st.lists(st.sampled_from(Remote)).map(tuple), countries=words, mode=modes),
    salary=st.builds(Pay, floor=st.none() | amounts, currency=st.none() | currencies, period=periods, mode=modes),
    age=st.builds(Age, max_days=st.none() | st.integers(0, 36_500), mode=modes),
    employment=st.builds(EmploymentTypes, mode=modes),
    seniority=st.builds(Seniority, accepted=st.lists(st.sampled_from(Level), unique=True).map(tuple), mode=modes),
    weights=st.builds(Weights, skills=weights, title=weights, salary=weights),
)
salaries = st.builds(
    Salary,
    min=st.none() | amounts,
    max=st.none() | amounts,
    currency=st.none() | currencies,
    period=st.none() | periods,
)
postings = st.builds(
    Posting,
    title=st.sampled_from(["Senior Go Engineer", "Nurse", "Head of Sales", "Werkstudent Daten", "工程师"]),
    company=st.none() | st.just("Brightwater"),
    locations=st.lists(
        st.builds(
            Place,
            text=st.sampled_from(["Berlin", "Paris, France", "Remote", "EMEA"]),
            country=st.none() | st.sampled_from(["DE", "FR", "US"]),
        ),
        max_size=2,
    ).map(tuple),
    remote=st.none() | st.sampled_from(Remote),
    remote_scope=st.none() | st.sampled_from(["EU", "US only", "Worldwide", "our time zone"]),
    employment_type=st.none() | st.sampled_from(["Full-time", "Contract", "Permanent", "Teilzeit"]),
    salary=st.none() | salaries,
    posted_at=st.none() | st.sampled_from(["2026-11-19", "2020-01-01", "2030-01-01", "yesterday"]),
    description_text=st.none() | st.sampled_from([BACKEND, "", "Pay: $20 an hour. We hire people who like Go."]),
)
