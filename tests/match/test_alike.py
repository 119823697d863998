"""One role posted several times, and roles that only look alike."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.match.alike import Candidate, Described, kin, leader, same_role, sketch, standing, text_likeness
from jobfinder.model import Place, Posting, Remote, Salary
from match.build import posting
from read.labelled import hostile

BERLIN = Place(text="Berlin, Germany", city="Berlin", country="DE")
HAMBURG = Place(text="Hamburg, Germany", city="Hamburg", country="DE")
PARIS = Place(text="Paris, France", city="Paris", country="FR")
MALMO = Place(text="Malmö", city="Malmö", country="SE")

ABOUT = """Brightwater keeps the tides of small harbours predictable. We are ninety people in three towns by the sea,
and we measure water where nobody else does: behind locks, under quays, in the mouths of small rivers. Since 2011 our
forecasts have been free for every skipper who sends us a reading in return, and the towns pay for what they plan with.
We work four days a week, decide in the open, and write down why. Whoever joins us spends a first week on the water."""
TASKS = """You build the services that turn thousands of readings a minute into a forecast, look after their storage,
and agree with the forecasters on what a late reading is worth. You review what others write, are on call one week in
eight, and take part in choosing what we leave alone. Our services are small, written in Go, and run on our own
machines in two cellars above the flood line. You speak with harbour masters when their gauges disagree with ours."""
NEEDS = """You have written services that other people depended on, you know what a database does when the disk is
full, and you can explain a decision to somebody who was not there. You read English well and can write it. Sailing is
of no importance, but being curious about water is. We answer every application within a week, by hand."""
OTHER_TASKS = """You plan the visits of our three sales colleagues to the towns along the coast, prepare the offers that
they take along, and keep the contracts of forty-one municipalities in order. In autumn you organise the harbour day.
You answer the telephone when the tide is late, and know whom to ask. You write the newsletter that the skippers read,
and see to it that invoices leave the house before the month does, with the right reading on each of them."""
TEXT = f"{ABOUT}\n\n{TASKS}\n\n{NEEDS}"


def described(title: str, text: str = TEXT, company: str | None = "Brightwater", *places: Place) -> Described:
    made = sketch(Posting(title=title, description_text=text))
    return Described(company=company, title=title, sketch=made, places=places)


ONE_ROLE = [
    ("Senior Backend Engineer", "Senior Backend Engineer"),
    ("Senior Backend Engineer (m/w/d)", "Senior Backend Engineer"),
    ("Senior Backend Engineer (f/m/x)", "Sr. Backend Engineer (all genders)"),
    ("Sr Backend Engineer", "Senior Back-End Engineer"),
    ("Backend Engineer – Berlin", "Backend Engineer, Hamburg"),
    ("Backend Engineer (Berlin)", "Backend Engineer"),
    ("Backend Engineer in Berlin", "Backend Engineer | Paris, France"),
    ("Backend Engineer - Remote", "Backend Engineer (Hybrid, full-time)"),
    ("Backend Engineer (Poland)", "Backend Engineer (Romania)"),
    ("Backend Engineer – EMEA", "Backend Engineer"),
    ("Engineer II", "Engineer 2"),
    ("Full Stack Engineer", "Fullstack Engineer"),
    ("Entwickler:in (all genders)", "Entwickler (m/w/d)"),
    ("Entwickler*in, Hamburg", "Entwickler/in"),
    ("Gouvernant(e) d'étages - CDI", "Gouvernant d'étages (H/F)"),
    ("Account Executive, Munich", "Account Executive – Hamburg"),
    ("Account Executive - DACH", "Account Executive (DACH), Berlin"),
    ("Logistics Manager", "Logistic Manager"),
    ("Engineer, Payments", "Engineer (Payments)"),
    ("Payments – Engineer", "Engineer – Payments"),
    ("Backend Engineer (Ref. 48213)", "Backend Engineer #48214"),
    ("Brightwater – Backend Engineer", "Backend Engineer"),
    ("VP Sales", "Vice President, Sales"),
    ("Site Reliability Engineer", "SRE"),
    ("(Senior) Engineer (m/w/d)", "(Senior) Engineer"),
    ("BACKEND ENGINEER", "Backend Engineer "),
    ("Urgent: Backend Engineer", "Backend Engineer"),
]
TWO_ROLES = [
    ("Senior Backend Engineer", "Backend Engineer"),
    ("Senior Engineer", "Staff Engineer"),
    ("Junior Engineer", "Engineer"),
    ("Lead Engineer", "Senior Engineer"),
    ("(Senior) Engineer", "Senior Engineer"),
    ("(Senior) Engineer", "Engineer"),
    ("Engineer II", "Engineer III"),
    ("Engineer I", "Engineer II"),
    ("Engineer", "Engineer II"),
    ("Engineer 1", "Engineer 11"),
    ("Engineering Manager", "Senior Engineering Manager"),
    ("Director, Sales", "Vice President, Sales"),
    ("Data Engineer Intern", "Data Engineer"),
    ("iOS Engineer", "Android Engineer"),
    ("Frontend Engineer", "Backend Engineer"),
    ("Engineer, Payments", "Engineer, Growth"),
    ("Engineer, Mobile", "Engineer"),
    ("Engineer, IoT", "Engineer"),
    ("Java Developer", "JavaScript Developer"),
    ("C++ Engineer", "C# Engineer"),
    ("C Engineer", "C++ Engineer"),
    ("R&D Engineer", "R Engineer"),
    ("Data Analyst", "Data Scientist"),
    ("Account Executive – DACH", "Account Executive – Nordics"),
    ("Account Executive – DACH", "Account Executive"),
    ("Account Executive, Germany", "Account Executive, France"),
    ("Account Executive Mid-Market France", "Account Executive Mid-Market Spain"),
    ("Account Executive, Enterprise", "Account Executive, Mid-Market"),
    ("Account Executive, Enterprise", "Account Executive"),
    ("Developer (Phoenix)", "Developer"),
    ("Sales Manager Nord", "Sales Manager Süd"),
    ("Sales Manager - Bavaria", "Sales Manager - Hesse"),
    ("Sales Director, Northeast", "Sales Director, Northwest"),
    ("Customer Success Manager (German)", "Customer Success Manager (French)"),
    ("Hematology Nurse", "Hepatology Nurse"),
    ("Engineer - Part time", "Engineer"),
    ("Nurse, Night Shift", "Nurse, Day Shift"),
    ("Analyst (fixed term)", "Analyst"),
    ("Graduate Programme 2026", "Graduate Programme 2027"),
    ("Engineering Manager, Data Platform", "Data Engineering Manager, Platform"),
    ("Assistant Manager", "Manager"),
    ("Product Manager", "Project Manager"),
    ("Inbound Sales Representative", "Outbound Sales Representative"),
    ("Ventes et marketing", "Marketing"),
]


@pytest.mark.parametrize(("one", "other"), ONE_ROLE)
def test_decoration_and_cities_do_not_tell_roles_apart(one: str, other: str) -> None:
    found = same_role(described(one), described(other))
    assert found is not None
    assert found.title >= 0.9
    assert kin("Brightwater", one) == kin("Brightwater GmbH", other)


@pytest.mark.parametrize(("one", "other"), TWO_ROLES)
def test_the_title_decides_however_alike_the_texts_are(one: str, other: str) -> None:
    assert same_role(described(one), described(other)) is None
    assert same_role(described(other), described(one)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Brightwater", "Brightwater GmbH"), ("BRIGHTWATER, Inc.", "Brightwater Careers"), ("brightwater.io",) * 2],
)
def test_companies_meet_under_their_names(one: str, other: str) -> None:
    assert same_role(described("Engineer", TEXT, one), described("Engineer", TEXT, other)) is not None


@pytest.mark.parametrize(("one", "other"), [("Brightwater", "Fernbrook"), ("Brightwater", None), (None, None)])
def test_other_and_unknown_companies_are_never_the_same(one: str | None, other: str | None) -> None:
    assert same_role(described("Engineer", TEXT, one), described("Engineer", TEXT, other)) is None
    assert kin(None, "Engineer") is None


@pytest.mark.parametrize(
    "other",
    [f"{ABOUT}\n\n{OTHER_TASKS}", OTHER_TASKS, "", "You build services. Apply now.", f"{OTHER_TASKS} {NEEDS}"],
    ids=["the same words about the employer", "another text", "no text", "a few words", "the same demands"],
)
def test_texts_that_say_other_things_are_other_roles(other: str) -> None:
    assert same_role(described("Engineer"), described("Engineer", other)) is None


def test_two_postings_without_text_are_not_known_to_be_one() -> None:
    assert sketch(Posting(title="Engineer")) == b""
    assert same_role(described("Engineer", ""), described("Engineer", "")) is None


def test_it_says_why() -> None:
    here = described("Logistics Manager (m/w/d)", TEXT, "Brightwater GmbH", BERLIN)
    there = described("Logistic Manager", TEXT, "Brightwater", HAMBURG)
    found = same_role(replace(here, board="greenhouse"), replace(there, board="adzuna"))
    assert found is not None
    assert found.why == "same company, title alike (0.97), texts 1.00 alike; differs in city and board"
    abroad = same_role(here, replace(there, places=(Place(text="Austria", country="AT"),)))
    assert abroad is not None
    assert abroad.differs == ("country",)
    same = same_role(here, here)
    assert same is not None
    assert same.why == "same company, title alike (1.00), texts 1.00 alike"


def test_a_city_of_its_own_is_no_part_of_the_title() -> None:
    own = Place(text="Mt Joy, PA", city="Mt Joy", region="PA", country="US")
    other = Place(text="Milton Grove, PA", city="Milton Grove", region="PA", country="US")
    here = described("Caregiver - Mt Joy", TEXT, "Brightwater", own)
    assert same_role(here, described("Caregiver - Milton Grove", TEXT, "Brightwater", other)) is not None
    assert same_role(here, described("Caregiver - Milton Grove", TEXT, "Brightwater", own)) is None


# ---------------------------------------------------------------- properties


@given(st.integers(), st.sampled_from([BERLIN, HAMBURG, PARIS, MALMO]))
def test_a_role_is_itself_in_another_city_with_words_lost(seed: int, place: Place) -> None:
    rng = random.Random(seed)
    kept = [word for word in TEXT.split() if rng.random() > 0.05]
    there = f"Our office is in {place.city}. {' '.join(kept)} Come to {place.city}!"
    one = described(
        "Senior Backend Engineer", f"Our office is in Berlin. {TEXT} Come to Berlin!", "Brightwater", BERLIN
    )
    other = described(f"Senior Backend Engineer - {place.city}", there, "Brightwater", place)
    found = same_role(one, other)
    assert found is not None
    assert ("city" in found.differs) == (place != BERLIN)


LEVELS = ("", "Junior", "Senior", "Staff", "Principal", "Lead", "(Senior)", "Associate", "Head of")


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS), st.sampled_from(["Engineer", "Nurse", "Sales – DACH"]))
def test_other_levels_are_never_one_role(one: str, other: str, role: str) -> None:
    found = same_role(described(f"{one} {role}"), described(f"{other} {role}"))
    assert (found is not None) == (one == other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_does_not_matter_who_is_asked_first(one: str, other: str) -> None:
    assert same_role(described(one), described(other)) == same_role(described(other), described(one))
    if same_role(described(one), described(other)):
        assert kin("Brightwater", one) == kin("Brightwater", other)


@given(st.text(), st.text())
def test_likeness_of_texts_is_a_share(one: str, other: str) -> None:
    first, second = (sketch(Posting(title="x", description_text=f"{TEXT} {text}")) for text in (one, other))
    assert len(first) == 256
    assert text_likeness(first, first) == 1.0
    assert 0.0 <= (text_likeness(first, second) or 0.0) <= 1.0


def test_sketches_in_a_store_stay_comparable() -> None:
    """Changing the hash makes every stored sketch useless: whoever does must have them made again."""
    assert sketch(Posting(title="x", description_text=TEXT)).hex()[:32] == "b4686db8e238036a882cffffffffffff"


@pytest.mark.timeout(240)
def test_hostile_titles_and_texts() -> None:
    for text in hostile():
        read = described(text, text, text, Place(text=text, city=text))
        same_role(read, read)


# ---------------------------------------------------------------- the one that is shown

FULL = posting(url="https://jobs.brightwater.example/1")
BARE = Posting(title="Senior Backend Engineer", url="https://jobs.brightwater.example/2", description_text=TEXT)


@pytest.mark.parametrize(
    "first",
    [
        Candidate(posting=BARE, own=True),
        Candidate(posting=replace(FULL, remote=Remote.REMOTE), own=False, first_seen="2026-11-01"),
        Candidate(posting=FULL, own=False, first_seen="2026-11-02"),
        Candidate(posting=FULL, own=False),
    ],
    ids=["the employer's own board first", "seen first", "seen later", "not known since when"],
)
def test_the_leader(first: Candidate) -> None:
    behind = [
        Candidate(posting=replace(FULL, url="https://z.example"), own=False),
        Candidate(posting=replace(FULL, salary=None), own=False, first_seen="2026-01-01"),
        Candidate(posting=Posting(title="Engineer"), own=False, first_seen="2026-01-01"),
    ]
    for index in range(len(behind) + 1):
        assert leader([*behind[:index], first, *behind[index:]]) == index


@pytest.mark.parametrize("own", [False, True])
def test_what_is_stored_orders_them_as_well(own: bool) -> None:
    role = [
        Candidate(posting=BARE, own=True),
        Candidate(posting=FULL, own=own),
        Candidate(posting=replace(FULL, salary=None), own=False),
    ]
    stored = [standing(one.posting, own=one.own) for one in role]
    assert stored.index(max(stored)) == leader(role) == int(own)


def test_a_stated_salary_makes_it_more_complete() -> None:
    bare = Candidate(posting=BARE, own=True, first_seen="2026-01-01")
    told = Candidate(posting=replace(BARE, salary=Salary(min=1.0)), own=True, first_seen="2026-05-01")
    assert leader([bare, told]) == 1


def test_there_is_no_leader_of_none() -> None:
    with pytest.raises(ValueError, match="empty"):
        leader([])
