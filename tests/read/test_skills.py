"""Skills in text: aliases, everyday words, sentences, and whether a skill is required or only welcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.skills import mentions, skill_name, spellings
from jobfinder.read.terms import GENERAL, GUARDED, TECHNICAL
from read.labelled import hostile, rows


def skills(text: str, *extra: str) -> list[str]:
    return [mention.skill for mention in mentions(text, extra)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("golang, k8s, postgres and JS", ["Go", "Kubernetes", "PostgreSQL", "JavaScript"]),
        ("C, C++, C# and .NET", ["C", "C++", "C#", ".NET"]),
        ("Node.js / React / Vue.js", ["Node.js", "React", "Vue.js"]),
        ("CI/CD, A/B testing, scikit-learn", ["CI/CD", "A/B Testing", "scikit-learn"]),
        ("Ruby on Rails Engineer", ["Ruby on Rails"]),
        ("Spring Boot", ["Spring Boot"]),
        ("JavaScript", ["JavaScript"]),
        ("Python, R, and SQL", ["Python", "R", "SQL"]),
        ("We write Go.", ["Go"]),
        ("services in Go", ["Go"]),
        ("Go Developer", ["Go"]),
        ("Word, Excel, PowerPoint", ["Microsoft Word", "Excel", "PowerPoint"]),
        ("MS Word", ["Microsoft Word"]),
        ("- React\n- Rust", ["React", "Rust"]),
        ("You will work with Excel daily.", ["Excel"]),
        ("PYTHON DEVELOPER", ["Python"]),
        ("STM32, FreeRTOS, I2C/SPI and CAN", ["STM32", "FreeRTOS", "I2C", "SPI", "CAN Bus"]),
        ("Monatsabschluss, Kreditorenbuchhaltung", ["Month-End Close", "Accounts Payable"]),
        ("clôture mensuelle et comptabilité fournisseurs", ["Month-End Close", "Accounts Payable"]),
        ("Wundversorgung, BLS/ACLS, patient triage", ["Wound Care", "BLS", "ACLS", "Triage"]),
        ("FMEA, SPC und 8D-Report", ["FMEA", "SPC", "8D"]),
        ("HACCP, mise en place, pastry", ["HACCP", "Mise en Place", "Pastry"]),
        ("a valid driver’s license, appels d'offres", ["Driving License", "Tendering"]),
        ("Lesson planning; classroom management", ["Lesson Planning", "Classroom Management"]),
        ("Epic, Cerner", ["Epic", "Cerner"]),
        ("HPLC- und PCR-Methoden", ["HPLC", "PCR"]),
        ("“Python”–Kafka…Rust", ["Python", "Kafka", "Rust"]),
        ("Für Tür und Tor", []),
    ],
)
def test_named(text: str, found: list[str]) -> None:
    assert skills(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "go the extra mile, react quickly, excel at your work",
        "Go-to-market is what we do",
        "cats on windows, a turning point, closing hours, paving the way",
        "Abgeschlossene Berufsausbildung, Vergütung nach TVöD, Obstkorb und Yoga",
        "You CAN DO it, and We Zoom through the Epic Journey",
        "Our R&D team",
        "C-level stakeholders",
        "Vitamin C and D",
        "Spring 2027 internship",
        "Swift delivery of results",
        "Express yourself",
        "write to java@acme.example or visit python.example.com",
        "the rest of the team",
        "a word on access and teams",
        "Sales are up",
        "",
    ],
)
def test_everyday_words_are_not_skills(text: str) -> None:
    assert skills(text) == []


def test_further_names_are_looked_for() -> None:
    assert skills("You know Tidecast 2 and Python", "tidecast 2") == ["tidecast 2", "Python"]
    assert skills("You know Golang", "golang") == ["Go"]


def test_sentences_and_offsets() -> None:
    text = "We like tea. You know Python well! Also Kafka."
    python, kafka = mentions(text)
    assert text[python.start : python.end] == "Python"
    assert text[python.sentence_start : python.sentence_end] == "You know Python well!"
    assert text[kafka.sentence_start : kafka.sentence_end] == "Also Kafka."


@pytest.mark.parametrize("joint", [" ", "-", " / ", "\u00a0", "’", "\u3000&\u3000"])
def test_names_of_several_words_are_found_however_they_are_joined(joint: str) -> None:
    for words in (words for skill in ("Machine Learning", "Month-End Close", "CI/CD") for words in spellings(skill)):
        assert mentions(f"You know {joint.join(words).upper()}, you do."), words


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Considerations, expectations and requirements of ourselves\n- Python", ["required"]),
        ("Requirements\n- Python\n\nNice to have\n- Kafka", ["required", "nice"]),
        ("What we do\nWe run Kafka.\nYou must know Python.", ["named", "required"]),
        ("Requirements:\n- Python\n- Kafka is a plus", ["required", "nice"]),
        ("Anforderungen\n- Python\n- Kafka von Vorteil", ["required", "nice"]),
        ("Requirements\n- Python\nBenefits\nCourses in Kafka", ["required", "named"]),
        ("Nice to have\n- Kafka\n\nInterested?\nOur people talk of Python.", ["nice", "named"]),
        ("Pluses\n- Kafka\nA word on fairness\nWe read Python like a letter.", ["nice", "named"]),
        ("Requirements\n- Kafka\nDas bieten wir\nKurse in Python", ["required", "named"]),
        ("Requirements\n- Kafka\nReady to join us?\nTell us of Python", ["required", "named"]),
        ("Requirements\n- Python\n- Our stack is built on Kafka", ["required", "named"]),
        (
            "Requirements\n- Python\nKafka has carried the readings of forty harbours for years, and all like it.",
            ["required", "named"],
        ),
        ("No Kafka experience required.", ["nice"]),
        ("We use Python.", ["named"]),
    ],
)
def test_required_or_welcome(text: str, needs: list[str]) -> None:
    assert [mention.need for mention in mentions(text)] == needs


@pytest.mark.parametrize(
    ("name", "known"),
    [("golang", "Go"), ("GO", "Go"), ("postgres", "PostgreSQL"), ("React.js", "React"), (" Tide  cast ", "Tide cast")],
)
def test_skill_name(name: str, known: str) -> None:
    assert skill_name(name) == known


def test_every_guard_names_a_known_skill_and_no_skill_stands_twice() -> None:
    named = [line.partition(":")[0] for group in (*TECHNICAL, *GENERAL) for line in group.strip().splitlines()]
    assert set(named) >= GUARDED
    assert len(named) == len(set(named))
    assert len(named) > 2000


def test_no_spelling_stands_for_two_skills() -> None:
    owners: dict[str, set[str]] = {}
    for line in (line for group in (*TECHNICAL, *GENERAL) for line in group.strip().splitlines()):
        skill, _, others = line.partition(":")
        for name in (skill, *(part.strip() for part in others.split(",") if part.strip())):
            owners.setdefault(name if name.startswith("=") else name.lower(), set()).add(skill)
    assert {name: skills for name, skills in owners.items() if len(skills) > 1} == {}


def test_every_skill_is_found_by_its_own_name_in_a_list() -> None:
    named = [line.partition(":")[0] for group in (*TECHNICAL, *GENERAL) for line in group.strip().splitlines()]
    lost = [name for name in named if name not in skills(f"Kubernetes, {name}, Terraform")]
    assert lost == []


@given(st.text())
def test_any_text_is_read_and_spans_lie_within_their_sentence(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.sentence_start <= mention.start < mention.end <= mention.sentence_end <= len(text)


@pytest.mark.timeout(20)
def test_hostile_text_is_read_in_linear_time() -> None:
    for text in hostile():
        mentions(text)


def test_labelled_snippets() -> None:
    labelled = rows("skills.jsonl")
    vocabulary = {skill_name(skill) for row in labelled for skill in row["skills"]}
    right = wrong = missed = 0
    for row in labelled:
        wanted = {skill_name(skill) for skill in row["skills"]}
        found = set(skills(row["text"])) & vocabulary
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    assert right / (right + missed) >= 0.93
    assert right / (right + wrong) >= 0.87


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("You hold a forklift licence.", "Forklift License"),
        ("We do financial modelling.", "Financial Modeling"),
        ("Paediatric nursing", "Pediatric Nursing"),
        ("Labour law", "Labor Law"),
    ],
)
def test_names_are_known_as_they_are_spelt_in_britain(text: str, skill: str) -> None:
    assert [mention.skill for mention in mentions(text)] == [skill]


@pytest.mark.parametrize(
    ("said", "skill"),
    [
        ("dressing changes", "Wound Care"),
        ("rota planning", "Staff Scheduling"),
        ("Dienstplanung", "Staff Scheduling"),
        ("special educational needs", "Special Education"),
        ("stock control", "Inventory Management"),
        ("purchase ledger", "Accounts Payable"),
        ("user interviews", "User Research"),
        ("sales targets", "Quota Attainment"),
        ("Fehlersuche", "Fault Finding"),
    ],
)
def test_everyday_words_name_the_skills_of_everyday_trades(said: str, skill: str) -> None:
    assert [mention.skill for mention in mentions(f"You have done {said} before.")] == [skill]
