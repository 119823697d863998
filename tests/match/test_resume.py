"""Résumés of many layouts, in text: what is read, and that nothing is invented."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.match.profile import Certification, Evidence, Language, Profile, from_text, from_toml, to_toml
from jobfinder.match.resume_rights import PEOPLES, country
from jobfinder.match.resume_study import DEGREES
from jobfinder.match.rights import may_work
from jobfinder.match.spans import spans, total_years
from jobfinder.match.tongues import LANGUAGES
from jobfinder.read.country_groups import EU
from jobfinder.read.level import Level
from jobfinder.read.skills import mentions, spellings
from match.resumes import CASES

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("name", CASES)
def test_a_resume_states_this_profile(name: str) -> None:
    assert replace(from_text(CASES[name].text, today=TODAY), evidence=()) == CASES[name].profile


@pytest.mark.parametrize("name", CASES)
def test_the_profile_is_kept_in_toml(name: str) -> None:
    profile = from_text(CASES[name].text, today=TODAY)
    assert from_toml(to_toml(profile)) == profile


def read(text: str) -> Profile:
    return from_text(text, today=TODAY)


# ---------------------------------------------------------------- positions

POSITIONS = {
    "one line": "Brightwater — Senior Engineer — Jan 2019 – Present\n- Python",
    "title first": "Senior Engineer, Brightwater, Kiel (01/2019 - present)\n- Python",
    "dates first": "2019 – present: Senior Engineer at Brightwater\n- Python",
    "date line last": "Brightwater\nSenior Engineer\nJanuary 2019 to date\n- Python",
    "date line first": "Since January 2019\nBrightwater\nSenior Engineer\n- Python",
    "date line between": "Senior Engineer\nJan. 2019 – now\nBrightwater\n- Python",
    "tabs": "Jan 2019 – today\tBrightwater\tSenior Engineer\n- Python",
    "pipes": "Brightwater | Senior Engineer | 2019-01 - ongoing\n- Python",
    "label": "Brightwater\nPosition: Senior Engineer\n01.01.2019 – heute\n- Python",
    "bold": "**Senior Engineer** | *Brightwater*\n_2019/01 – current_\n- Python",
    "heading": "### Senior Engineer\n**Brightwater** (Jan 2019 –)\n- Python",
    "bullets": "• 01/2019 – present: Senior Engineer, Brightwater. Python",
}


@pytest.mark.parametrize("name", POSITIONS)
def test_positions_come_in_any_order(name: str) -> None:
    profile = read(f"Experience\n{POSITIONS[name]}\n\nCook\nGalley Inc.\n2015 – 2017\nSoup with Java\n")
    assert profile.titles == ("Senior Engineer", "Cook")
    assert profile.years == 9.8
    assert [(skill.name, skill.years, skill.last_used) for skill in profile.skills] == [
        ("Python", 7.8, 2026),
        ("Java", 2.0, 2017),
    ]


def test_the_latest_title_comes_first_wherever_it_stands() -> None:
    text = (
        "Experience\nJunior Developer, A\n2015 - 2017\n\nLead Developer, B\n2020 - present\n\nDeveloper, C\n2017 - 2020"
    )
    profile = read(text)
    assert profile.titles == ("Lead Developer", "Developer", "Junior Developer")
    assert profile.seniority is Level.LEAD


@pytest.mark.parametrize(("worked", "level"), [("2026", Level.ENTRY), ("2023", Level.MID), ("2015", Level.SENIOR)])
def test_years_tell_the_level_where_no_title_does(worked: str, level: Level) -> None:
    profile = read(f"Experience\nDeveloper, A\nsince {worked}")
    assert profile.seniority is level
    assert [row.line for row in profile.evidence if row.field == "seniority"] == [f"since {worked}"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Mar 2021 – Feb 2022", 1.0),
        ("03/2021 - 02/2022", 1.0),
        ("2019–2021", 2.0),
        ("2015-18", 3.0),
        ("15.03.2019 – 30.06.2021", 2.3),
        ("2019-03 – 2021-05", 2.2),
        ("Jan '19 – Mar '21", 2.2),
        ("seit 03/2020", 6.7),
        ("März 2019 bis heute", 7.7),
        ("janvier 2019 à décembre 2019", 1.0),
        ("de marzo de 2018 a mayo de 2020", 2.2),
        ("desde 2018", 8.8),
        ("2019 –", 7.8),
        ("Engineer 2019 - 2021, Brightwater", 2.0),
        ("call 2019 2021", None),
        ("2021 – 2019", None),
        ("1900 – 2020", None),
        ("founded 2010", None),
        ("version 2019.2021", None),
    ],
)
def test_spans(text: str, years: float | None) -> None:
    assert total_years(spans(text, TODAY)) == years


# ---------------------------------------------------------------- skills

LACKING = [
    "No experience with Java yet",
    "Learning Java",
    "Currently learning Java in the evenings",
    "I want to learn Java",
    "I have never used Java",
    "Keine Erfahrung mit Java",
    "Aucune expérience en Java",
    "Sin experiencia con Java",
    "Interested in learning Java and Kafka",
]


@pytest.mark.parametrize("sentence", LACKING)
def test_what_is_not_there_yet_is_no_skill(sentence: str) -> None:
    assert read(f"Skills\n{sentence}").skills == ()
    assert [skill.name for skill in read(f"Skills\n{sentence}, but solid Python").skills] == ["Python"]


@pytest.mark.parametrize("sentence", ["Machine learning with Java", "E-learning in Java", "Not only Java", "Java"])
def test_what_is_there_is_a_skill(sentence: str) -> None:
    assert "Java" in {skill.name for skill in read(f"Skills\n{sentence}").skills}


@pytest.mark.parametrize("heading", ["Interests", "HOBBIES", "## References", "Publications:", "Referenzen", "Loisirs"])
def test_some_sections_name_no_skills(heading: str) -> None:
    assert read(f"Skills\nPython\n\n{heading}\nKafka, Java").skills == read("Skills\nPython").skills


def test_an_employer_is_no_skill() -> None:
    assert read("Experience\nCook, Oracle, 2019 - 2021\nSoup").skills == ()
    before = "Experience\nBaker, Crumb Inc., 2015 - 2017\n- Bread\n"
    assert read(f"{before}Oracle\nCook\n2019 - 2021\n- Soup").skills == ()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Python (8 years)", 8),
        ("Python (5+ yrs)", 5),
        ("Python: 3 Jahre", 3),
        ("Python – 2 ans", 2),
        ("8 years of Python", 8),
        ("4 years of experience with Python", 4),
        ("Python, 2019", None),
        ("Python 3", None),
    ],
)
def test_years_stated_beside_a_skill(text: str, years: float | None) -> None:
    assert [skill.years for skill in read(f"Skills\n{text}").skills] == [years]


def test_a_level_stated_beside_a_skill() -> None:
    known = {
        skill.name: skill.level for skill in read("Skills\nJava (sehr gut), Python (basic), Go (since 2019)").skills
    }
    assert known == {"Java": "advanced", "Python": "basic", "Go": None}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("CKA, May 2023", "2023-05"),
        ("CKA (05/2023)", "2023-05"),
        ("CKA (Mar 2023 – Mar 2026)", "2023-03"),
        ("CKA, 2023", "2023"),
        ("CKA", None),
    ],
)
def test_certificates(line: str, date: str | None) -> None:
    assert read(f"Certifications\n{line}").certifications == (Certification(name="CKA", date=date),)


# ---------------------------------------------------------------- education, languages


@pytest.mark.parametrize(
    ("line", "degree", "field"),
    [
        ("Bachelor of Science in Mechanical Engineering, 2015", "bachelor", "Mechanical Engineering"),
        ("B.A. Economics – University of Kiel", "bachelor", "Economics"),
        ("Master of Business Administration", "master", "Business Administration"),
        ("MS in Data Science, MIT", "master", "Data Science"),
        ("Ph.D., Physics", "doctorate", "Physics"),
        ("Ph.D., MIT", "doctorate", None),
        ("Associate's degree in Nursing", "associate", "Nursing"),
        ("Diplom in Physik, TU Berlin", "master", "Physik"),
        ("Staatsexamen", "master", None),
        ("Ausbildung zum Fachinformatiker", "vocational", "Fachinformatiker"),
        ("BTS Comptabilité", "associate", "Comptabilité"),
        ("Licence Informatique, Université de Lyon", "bachelor", "Informatique"),
        ("Licenciatura en Derecho", "bachelor", "Derecho"),
        ("Máster en Economía", "master", "Economía"),
        ("Abitur 2008", "school", None),
        ("Abschluss: Diplom-Informatiker (Note 1,7)", "master", None),
        ("Studium der Informatik, Universität Bonn", None, "Informatik"),
        ("Driving licence", None, None),
        ("MSc Biology (not completed)", None, None),
        ("MSc Biology, expected 2027", None, None),
        ("PhD candidate in Biology", None, None),
        ("MSc Biology, 2024 – present", None, None),
    ],
)
def test_education(line: str, degree: str | None, field: str | None) -> None:
    found = read(f"Education\n{line}").education
    assert (found.degree, found.fields) == (degree, (field,) if field else ())


def test_the_highest_degree_counts_wherever_it_stands() -> None:
    assert read("Education\nBSc Physics\nPhD Physics\nHigh school").education.degree == "doctorate"


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("German (native), English - C1", {"German": "native", "English": "C1"}),
        ("native German, fluent English", {"German": "native", "English": "fluent"}),
        ("English: fluent (C1), Spanish B1", {"English": "C1", "Spanish": "B1"}),
        ("English and French (fluent)", {"English": "fluent", "French": "fluent"}),
        ("C1 English, B2 German", {"English": "C1", "German": "B2"}),
        ("English | German | French", {"English": None, "German": None, "French": None}),
        ("Deutsch – Muttersprache | Englisch – verhandlungssicher", {"German": "native", "English": "fluent"}),
        ("Anglais : courant ; Allemand : notions", {"English": "fluent", "German": "basic"}),
        ("Klingon, Python", {}),
    ],
)
def test_languages(line: str, known: dict[str, str | None]) -> None:
    assert read(f"Languages\n{line}").languages == tuple(Language(name=n, level=level) for n, level in known.items())


def test_a_level_on_the_next_line_belongs_to_the_language() -> None:
    assert read("Languages\nEnglish\nNative or Bilingual\nGerman").languages == (
        Language(name="English", level="native"),
        Language(name="German"),
    )


# ---------------------------------------------------------------- rights

RIGHTS = [
    ("EU citizen", ("EU",), ("EU",), None),
    ("German citizen", ("DE",), ("EU",), None),
    ("US citizen", ("US",), ("US",), None),
    ("U.S. Citizen", ("US",), ("US",), None),
    ("US and Canadian citizen", ("US", "CA"), ("US", "CA"), None),
    ("Dual citizen of France and Brazil", ("FR", "BR"), ("EU", "BR"), None),
    ("Citizen of India", ("IN",), ("IN",), None),
    ("British passport", ("GB",), ("GB",), None),
    ("Nationality: Indian", ("IN",), ("IN",), None),
    ("Citizenship: US / German", ("US", "DE"), ("US", "EU"), None),
    ("Staatsangehörigkeit: polnisch", ("PL",), ("EU",), None),
    ("EU-Bürgerin", ("EU",), ("EU",), None),
    ("Nacionalidad: española", ("ES",), ("EU",), None),
    ("Nationalité française", ("FR",), ("EU",), None),
    ("Green card holder", (), ("US",), None),
    ("US permanent resident", (), ("US",), None),
    ("UK right to work", (), ("GB",), None),
    ("Right to work in the UK", (), ("GB",), None),
    ("Indefinite leave to remain", (), ("GB",), None),
    ("Authorized to work in the US and Canada", (), ("US", "CA"), None),
    ("Eligible to work in Germany without sponsorship", (), ("DE",), False),
    ("Work permit: Switzerland", (), ("CH",), None),
    ("Arbeitserlaubnis für Österreich", (), ("AT",), None),
    ("EU Blue Card (Germany)", (), ("DE",), None),
    ("Permiso de trabajo en España", (), ("ES",), None),
    ("No sponsorship required", (), (), False),
    ("I do not need visa sponsorship", (), (), False),
    ("Visa sponsorship: not required", (), (), False),
    ("I will require visa sponsorship", (), (), True),
    ("Needs sponsorship", (), (), True),
    ("Ich benötige Visa-Sponsoring", (), (), True),
    ("Not authorized to work in the US", (), (), None),
    ("Green card applied for, no work permit for Germany", (), (), None),
    ("I requested a green card", (), (), None),
    ("Sponsorship of the rowing club", (), (), None),
    ("I built portals for US citizen services", (), (), None),
    ("German speaker in a French team", (), (), None),
    ("Worked with the national bank", (), (), None),
]


@pytest.mark.parametrize(("line", "citizen", "authorised", "sponsor"), RIGHTS, ids=[row[0] for row in RIGHTS])
def test_rights(line: str, citizen: tuple[str, ...], authorised: tuple[str, ...], sponsor: bool | None) -> None:
    found = read(f"Ida Brook\n{line}\n")
    assert (found.citizenships, found.authorised, found.needs_sponsorship) == (citizen, authorised, sponsor)


def test_rights_are_not_read_from_what_was_done_at_work() -> None:
    found = read(
        "Experience\nClerk, 2019 - 2021\nGerman citizen\nVisa sponsorship required\nauthorized to work in Spain"
    )
    assert (found.citizenships, found.authorised, found.needs_sponsorship) == ((), (), None)


@pytest.mark.parametrize(
    ("profile", "within", "without"),
    [
        (Profile(), {}, {"DE", "US"}),
        (Profile(citizenships=("DE",)), {"DE", "FR", "NO", "CH"}, {"GB", "US"}),
        (Profile(citizenships=("EU",)), {"IE", "CH"}, {"GB"}),
        (Profile(citizenships=("CH",)), {"CH", "DE"}, {"GB"}),
        (Profile(citizenships=("GB",)), {"GB", "IE"}, {"DE"}),
        (Profile(citizenships=("IE",)), {"GB", "IE", "DE"}, {"US"}),
        (Profile(citizenships=("IN",), authorised=("US",)), {"IN", "US"}, {"GB"}),
        (Profile(authorised=("EU",)), {"DE", "IE"}, {"CH", "GB"}),
    ],
)
def test_where_nobody_needs_to_be_a_sponsor(profile: Profile, within: set[str], without: set[str]) -> None:
    found = may_work(profile)
    assert found >= set(within)
    assert not found & without


# ---------------------------------------------------------------- places, industries, certificates


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Berlin, Germany", ("Berlin, Germany",)),
        ("ida@brook.example | Hamburg | +49 40 1234567", ("Hamburg",)),
        ("Musterstraße 5, 20095 Hamburg", ("Hamburg",)),
        ("Location: Austin, TX", ("Austin, TX",)),
        ("Based in Paris, France", ("Paris, France",)),
        ("Wohnort: Österreich", ("Österreich",)),
        ("123 Main St, Chicago, IL 60601", ("Chicago, IL",)),
        ("A developer living in Warsaw, Poland.", ("Warsaw, Poland",)),
        ("Backend, Python, Go", ()),
        ("I like Berlin, Germany and long walks there", ()),
    ],
)
def test_places(line: str, places: tuple[str, ...]) -> None:
    assert read(f"Ida Brook\n{line}\n\nExperience\nCook, Rome, 2019 - 2021").places == places


def test_industries_are_those_named() -> None:
    assert read("Summary\nTen years in the renewable energy industry").industries == ("renewable energy",)
    assert read("Branchen: Banken, Versicherungen").industries == ("Banken", "Versicherungen")
    assert read("Industries\nRenewable   energy").industries == ("Renewable energy",)
    assert read("Industries\nSoftware Engineer      2015 - 2019").industries == ()


# ---------------------------------------------------------------- evidence


def squeezed(text: str) -> str:
    return " ".join(text.split())


def supports(row: Evidence) -> bool:
    """Does the line say what is said to be read from it? By rules of the test's own."""
    # A line is quoted as it stands, with its Markdown.
    line, value = row.line.casefold().replace("**", ""), row.value
    if row.field in ("titles", "places", "industries", "education.fields", "certifications"):
        return value.casefold() in line
    if row.field == "skills":
        names = [mention.skill for mention in mentions(row.line)]
        return value in names or any(" ".join(words) in line for words in spellings(value))
    if row.field == "languages":
        return bool(re.search(LANGUAGES[value], line))
    if row.field == "education.degree":
        return bool(dict(DEGREES)[value].search(row.line))  # type: ignore[index]
    if row.field in ("citizenships", "authorised"):
        words = re.findall(r"[\w.]+", row.line)
        named = {country(word.rstrip(".")) for word in words}
        named |= {code for code, people in PEOPLES.items() if re.search(rf"(?<![\w.])(?:{people})(?!\w)", line)}
        named |= {
            code for code, permit in {"US": "green card", "CH": "niederlassungsbewilligung"}.items() if permit in line
        }
        return value in named or (value == "EU" and bool(named & EU))
    if row.field == "needs_sponsorship":
        return "sponsor" in line
    return bool(re.search(r"\d{2}|\d\+? ?(?:j|y|a)", line)) or row.field in (
        "seniority",
        "languages.level",
        "skills.level",
    )


def values(profile: Profile) -> set[tuple[str, str]]:
    """Every value of a profile, as its evidence must name it."""
    found = {
        (field, value)
        for field in ("titles", "places", "citizenships", "authorised", "industries")
        for value in getattr(profile, field)
    }
    found |= {("skills", skill.name) for skill in profile.skills}
    found |= {("skills.years", f"{s.name}: {s.years:g}") for s in profile.skills if s.years is not None}
    found |= {("skills.level", f"{s.name}: {s.level}") for s in profile.skills if s.level}
    found |= {("skills.last_used", f"{s.name}: {s.last_used}") for s in profile.skills if s.last_used}
    found |= {("languages", language.name) for language in profile.languages}
    found |= {("languages.level", f"{one.name}: {one.level}") for one in profile.languages if one.level}
    found |= {("certifications", one.name) for one in profile.certifications}
    found |= {("education.fields", field) for field in profile.education.fields}
    single = {
        "education.degree": profile.education.degree,
        "seniority": profile.seniority and profile.seniority.value,
        "years": None if profile.years is None else f"{profile.years:g}",
        "needs_sponsorship": {True: "yes", False: "no", None: None}[profile.needs_sponsorship],
    }
    return found | {(field, value) for field, value in single.items() if value is not None}


def check_evidence(text: str) -> None:
    profile = read(text)
    assert values(profile) == {(row.field, row.value) for row in profile.evidence}
    lines = [squeezed(line) for line in text.split("\n")]
    for row in profile.evidence:
        assert row.number is not None
        assert row.line in lines[row.number - 1]
        assert supports(row), row


@pytest.mark.parametrize("name", CASES)
def test_every_value_is_supported_by_its_line(name: str) -> None:
    check_evidence(CASES[name].text)


LINES = sorted({line for case in CASES.values() for line in case.text.split("\n")})


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_nothing_is_invented_whatever_the_order(lines: list[str]) -> None:
    check_evidence("\n".join(lines))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=30), st.randoms(use_true_random=False))
def test_any_text_is_read_with_its_evidence(lines: list[str], order: object) -> None:
    profile = read("\n".join(lines))
    assert values(profile) == {(row.field, row.value) for row in profile.evidence}


def test_a_long_paragraph_is_quoted_in_part() -> None:
    text = "Skills\n" + "I did many things. " * 40 + "I know Python and Kafka. " + "And I did more. " * 200
    rows = [row for row in read(text).evidence if row.field == "skills"]
    assert [row.value for row in rows] == ["Python", "Kafka"]
    assert all(len(row.line) <= 300 and row.value in row.line and row.line in squeezed(text) for row in rows)


SEEDS = [
    "a",
    "A ",
    " ",
    "1",
    ", ",
    "2019 - ",
    "- ",
    "no ",
    "C ",
    "EU ",
    "Python (5 years), ",
    "a.",
    "in the US, ",
    "\n",
]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_texts_are_read(seed: str) -> None:
    body = (seed * (100_000 // len(seed) + 1))[:100_000]
    read(f"{body}\nExperience\n{body}\nEducation\n{body}\nLanguages\n{body}")
