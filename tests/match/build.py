"""Postings, preferences and profiles for the tests, made by hand, with hypothesis strategies for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from jobfinder.match import prefs as prefs_module
from jobfinder.match.offer import Asked, Offer
from jobfinder.match.prefs import (
    Age,
    Authorisation,
    Commute,
    DealBreaker,
    DegreeHeld,
    EmploymentTypes,
    Industries,
    Keywords,
    Locations,
    Pay,
    Preferences,
    RedFlags,
    RemoteWork,
    Seniority,
    SkillWishes,
    Spoken,
    SpokenLanguages,
    StopLists,
    Tiers,
    TimeZones,
    Titles,
    Weights,
    YearsTaken,
)
from jobfinder.match.profile import Profile, Skill
from jobfinder.match.rules import Case, case_of
from jobfinder.model import Company, Place, Posting, Remote, Salary, Tier
from jobfinder.read.fact import DegreeAsked, Eligibility, Fact, Flag, Hours, SpokenAsked, YearsAsked
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


def case(
    given: Posting | None = None,
    wanted: Preferences | str = "",
    offer: Offer | None = None,
    company: Company | None = None,
) -> Case:
    """A posting with what is laid down; its facts are read from it where none are given."""
    chosen = prefs(wanted) if isinstance(wanted, str) else wanted
    return case_of(given or posting(), chosen, TODAY, company=company, offer=offer)


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

countries = st.lists(st.sampled_from(["Germany", "FR", "EU", "USA", "Worldwide"]), max_size=2, unique=True).map(tuple)
places = st.lists(st.sampled_from(["Berlin", "Paris, France", "Germany", "Europe"]), max_size=2, unique=True).map(tuple)
skill_names = st.sampled_from(["Python", "Go", "Kafka", "PHP", "Zorblang"])
flag_kinds = st.sampled_from(["commission", "unpaid", "agency", "ghost", "scam", "fee"])
levels = st.sampled_from(["A2", "B2", "C1", "native"])
degrees = st.sampled_from(["school", "bachelor", "master", "doctorate"])


def some(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """A short list of different entries, as a tuple."""
    return st.lists(entry, max_size=3, unique=True).map(tuple)


all_prefs = st.builds(
    Preferences,
    min_score=st.integers(0, 100),
    alert_score=st.integers(0, 100),
    strike_threshold=st.integers(1, 20),
    stop=st.builds(StopLists, companies=words, domains=words, keywords=words),
    titles=st.builds(Titles, wanted=words, excluded=words, wanted_mode=modes, excluded_mode=modes),
    keywords=st.builds(Keywords, required=words, excluded=words, required_mode=modes, excluded_mode=modes),
    skills=st.one_of(
        st.builds(SkillWishes, loved=some(skill_names), mode=modes), st.builds(SkillWishes, no=some(skill_names))
    ),
    dealbreakers=st.lists(
        st.builds(DealBreaker, pattern=st.sampled_from(["tides", r"\bfax\b", "(a|b)+c", "ö.*z"]), mode=modes),
        max_size=3,
    ).map(tuple),
    locations=st.builds(Locations, accepted=words | places, excluded=places, mode=modes, excluded_mode=modes),
    remote=st.builds(
        RemoteWork, accepted=st.lists(st.sampled_from(Remote)).map(tuple), countries=words | countries, mode=modes
    ),
    commute=st.builds(Commute, places=places, mode=modes),
    time_zones=st.builds(
        TimeZones,
        first=st.none() | st.integers(-12, 0).map(float),
        last=st.none() | st.integers(0, 14).map(float),
        tolerance=st.integers(0, 12).map(float),
        mode=modes,
    ),
    salary=st.builds(Pay, floor=st.none() | amounts, currency=st.none() | currencies, period=periods, mode=modes),
    age=st.builds(Age, max_days=st.none() | st.integers(0, 36_500), mode=modes),
    employment=st.builds(EmploymentTypes, mode=modes),
    seniority=st.builds(Seniority, accepted=st.lists(st.sampled_from(Level), unique=True).map(tuple), mode=modes),
    years=st.builds(YearsTaken, most=st.none() | st.integers(0, 20).map(float), mode=modes),
    degree=st.builds(DegreeHeld, held=st.none() | degrees, mode=modes),
    languages=st.builds(
        SpokenLanguages,
        spoken=st.lists(
            st.builds(Spoken, name=st.sampled_from(["German", "English"]), level=st.none() | levels), max_size=2
        ).map(tuple),
        mode=modes,
        level_mode=modes,
    ),
    authorisation=st.builds(
        Authorisation,
        countries=countries,
        citizenships=countries,
        needs_sponsorship=st.booleans(),
        clearance=st.none() | st.sampled_from(["holds", "willing", "no"]),
        mode=modes,
    ),
    tiers=st.builds(Tiers, least=st.none() | st.sampled_from(Tier), mode=modes),
    industries=st.builds(
        Industries, accepted=some(st.sampled_from(["software", "health"])), excluded=some(st.just("gambling"))
    ),
    flags=st.builds(RedFlags, refused=some(flag_kinds), wary=some(flag_kinds), mode=modes, wary_mode=modes),
    weights=st.builds(Weights, skills=weights, title=weights, salary=weights),
)


def stated(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Fact[Any]]:
    return st.builds(Fact, value=value, quote=st.just("So it says."), stated=st.booleans())


codes = some(st.sampled_from(["DE", "FR", "US", "IN"]))
eligibilities = st.builds(
    Eligibility,
    only=st.none() | stated(codes),
    never=st.none() | stated(codes),
    authorised=st.none() | stated(codes),
    citizens=st.none() | stated(codes),
    sponsorship=st.none() | stated(st.booleans()),
    clearance=st.none() | stated(st.sampled_from(["clearance", "background"])),
    hours=st.none()
    | stated(st.builds(Hours, first=st.integers(-11, 0).map(float), last=st.integers(0, 13).map(float))),
)
salaries = st.builds(
    Salary,
    min=st.none() | amounts,
    max=st.none() | amounts,
    currency=st.none() | currencies,
    period=st.none() | periods,
)
offers = st.builds(
    Offer,
    level=st.none() | stated(st.sampled_from(Level)),
    years=st.none() | stated(st.builds(YearsAsked, min=st.none() | st.integers(0, 20).map(float))),
    degree=st.none() | stated(st.builds(DegreeAsked, level=degrees, required=st.booleans())),
    languages=st.lists(
        stated(
            st.builds(
                SpokenAsked,
                language=st.sampled_from(["German", "English", "Dutch"]),
                level=st.none() | levels,
                required=st.booleans(),
            )
        ),
        max_size=2,
    ).map(tuple),
    eligibility=eligibilities,
    flags=st.lists(st.builds(Flag, kind=flag_kinds, quotes=st.just(("So it says.",))), max_size=2).map(tuple),
    skills=st.lists(
        st.builds(
            Asked,
            skill=skill_names,
            need=st.sampled_from(["nice", "named", "required"]),
            quote=st.just("So it says."),
            titled=st.booleans(),
            known=st.booleans(),
        ),
        max_size=3,
        unique_by=lambda wanted: wanted.skill,
    ).map(tuple),
)
companies = st.builds(
    Company,
    tier=st.none() | st.sampled_from(Tier),
    industry=st.none() | st.sampled_from(["Software", "Online gambling", "Health care"]),
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

cases = st.builds(
    Case, posting=postings, offer=offers, prefs=all_prefs, today=st.just(TODAY), company=st.none() | companies
)
