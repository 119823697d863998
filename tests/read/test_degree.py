"""The degree that a posting asks for, in English, German, French and Spanish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.degree import RANK, degree
from read.labelled import hostile, rows

REQUIRED = [
    # English
    ("Bachelor's degree in horticulture", "bachelor"),
    ("You hold a Bachelor’s or Master’s degree in physics or a related field.", "bachelor"),
    ("BS/MS in Electrical Engineering", "bachelor"),
    ("B.Sc. in chemistry or a similar discipline", "bachelor"),
    ("BA in Journalism required", "bachelor"),
    ("A university degree in a quantitative subject", "bachelor"),
    ("Degree educated", "bachelor"),
    ("You hold a degree in optics; a Master's degree is not necessary.", "bachelor"),
    ("Must have a four-year degree from an accredited institution", "bachelor"),
    ("Currently pursuing a Bachelor's degree in statistics", "bachelor"),
    ("Bachelor's degree in accounting, CPA preferred", "bachelor"),
    ("Bachelor's degree required, Master's preferred", "bachelor"),
    ("Bachelor's degree; MBA is a plus", "bachelor"),
    ("Bachelor's degree in geology (PhD a plus)", "bachelor"),
    ("Master's degree in public health", "master"),
    ("MSc in mathematics or PhD", "master"),
    ("Master of Science in nursing", "master"),
    ("An advanced degree in engineering is mandatory", "master"),
    ("Bachelor's degree in finance. MBA required.", "master"),
    ("PhD in molecular biology", "doctorate"),
    ("Ph.D. or M.D. required", "doctorate"),
    ("Juris Doctor from an accredited law school", "doctorate"),
    ("Associate's degree in nursing", "associate"),
    ("Associate or Bachelor's degree in design", "bachelor"),
    ("Two-year degree in a technical field", "associate"),
    ("High school diploma or equivalent is a must; college degree preferred.", "school"),
    ("High School Diploma or GED", "school"),
    ("Must have a GED", "school"),
    ("A-Levels or equivalent", "school"),
    ("A-Level standard education", "school"),
    ("GCSE English and maths", "school"),
    ("Five GCSEs", "school"),
    ("No less than a bachelor's degree will do", "bachelor"),
    # German
    ("Abgeschlossenes Studium der Informatik", "bachelor"),
    ("Du hast ein Hochschulstudium im Bereich BWL oder vergleichbar abgeschlossen", "bachelor"),
    ("Ein erfolgreich abgeschlossenes Masterstudium", "master"),
    ("Abgeschlossenes Studium (Master) der Physik", "master"),
    ("Abgeschlossene Berufsausbildung als Elektroniker (m/w/d)", "vocational"),
    ("Abgeschlossene kaufmännische Ausbildung oder Studium", "vocational"),
    ("Studium der Betriebswirtschaft oder eine vergleichbare Ausbildung", "vocational"),
    ("Eine Ausbildung zum Koch", "vocational"),
    ("Meisterbrief im Elektrohandwerk", "vocational"),
    ("Du hast dein Abitur in der Tasche", "school"),
    ("Mindestens mittlere Reife", "school"),
    ("Promotion in der Chemie erforderlich", "doctorate"),
    ("Abgeschlossenes Studium, idealerweise im Bereich Statistik", "bachelor"),
    ("Hochschulabschluss, idealerweise Promotion", "bachelor"),
    # French
    ("De formation Bac+5 en informatique", "master"),
    ("Vous êtes titulaire d'un Bac +2 minimum", "associate"),
    ("Niveau Bac+3 à Bac+5", "bachelor"),
    ("BTS ou DUT en comptabilité exigé", "associate"),
    ("Diplôme d'ingénieur en mécanique", "master"),
    ("Vous avez une licence professionnelle en banque", "bachelor"),
    ("CAP cuisine exigé", "vocational"),
    ("Diplôme d’État d’infirmier obligatoire", "bachelor"),
    ("Titulaire d'un bac pro commerce", "school"),
    ("Issu d'une école de commerce", "master"),
    ("Titulaire d'un doctorat en biologie", "doctorate"),
    ("Vous préparez un Master 2 en droit", "master"),
    # Spanish
    ("Licenciatura en Derecho", "bachelor"),
    ("Grado en Enfermería", "bachelor"),
    ("Titulación universitaria en Economía", "bachelor"),
    ("Formación: Ingeniería Industrial", "bachelor"),
    ("Ciclo formativo de grado superior en mecánica", "associate"),
    ("Técnico superior en laboratorio", "associate"),
    ("FP de grado medio en electricidad", "vocational"),
    ("Titre RNCP de niveau 6 en gestion", "bachelor"),
    ("Bachillerato terminado", "school"),
    ("Graduado en ESO", "school"),
    ("Máster en finanzas imprescindible", "master"),
    ("Doctorado en física", "doctorate"),
]
WELCOME = [
    ("Bachelor's degree preferred", "bachelor"),
    ("Preferred: Bachelor's degree in design", "bachelor"),
    ("A degree in marketing is a plus", "bachelor"),
    ("A degree in computer science would be beneficial but is not required.", "bachelor"),
    ("Bachelor's degree in biology or equivalent experience", "bachelor"),
    ("Bachelor's degree in optics, physics, or equivalent practical experience", "bachelor"),
    ("BS in mathematics or 5+ years of experience", "bachelor"),
    ("Degree or a comparable qualification", "bachelor"),
    ("Four years of experience or a bachelor's degree", "bachelor"),
    ("Bachelor's degree in finance (preferred)", "bachelor"),
    ("Ideally you have a PhD in robotics", "doctorate"),
    ("Nice to have:\n- PhD in robotics", "doctorate"),
    ("Preferred Qualifications\nMaster's degree in statistics", "master"),
    ("Master's degree or equivalent combination of education and experience", "master"),
    ("Bachelor's or Associate's degree preferred", "associate"),
    ("Bachelor's degree in nursing. Years at the bedside can compensate for it.", "bachelor"),
    ("High school diploma preferred", "school"),
    ("An MBA would be an advantage", "master"),
    ("Studium im Bereich Medien von Vorteil", "bachelor"),
    ("Wünschenswert ist ein abgeschlossenes Studium", "bachelor"),
    ("Abgeschlossenes Studium oder entsprechende Berufserfahrung", "bachelor"),
    ("Abgeschlossene Ausbildung von Vorteil, aber kein Muss", "vocational"),
    ("Idealerweise hast du ein Studium der Psychologie absolviert", "bachelor"),
    ("Un BTS serait un plus", "associate"),
    ("Bac+3 souhaité", "bachelor"),
    ("Diplôme d'ingénieur ou expérience équivalente", "master"),
    ("BTS comptabilité ou équivalent", "associate"),
    ("Idéalement titulaire d'une licence en droit", "bachelor"),
    ("Grado en Turismo o similar", "bachelor"),
    ("Licenciatura en Administración o carrera afín", "bachelor"),
    ("Titulación universitaria valorable", "bachelor"),
    ("Se valorará grado en Química", "bachelor"),
    ("FP o experiencia equivalente", "vocational"),
]
NOT_ASKED = [
    "You know A-Level well",
    "Some exposure to GCSE",
    "GCSE, though you can learn it here",
    "Experience of teaching A-Levels",
    "You prepare GCSE classes",
    "No degree required.",
    "We don't require a degree.",
    "A bachelor's degree is not required.",
    "You can apply without a degree.",
    "You work with a high degree of autonomy.",
    "Some degree of flexibility is expected.",
    "You give 360 degree feedback.",
    "Ovens run at 200 degrees Celsius.",
    "A robot with six degrees of freedom.",
    "We organise a bachelor party now and then.",
    "You merge to the master branch.",
    "Certified Scrum Master.",
    "You are a master of your craft.",
    "Good knowledge of MS Office and MS SQL.",
    "You book flights with BA and other airlines.",
    "The office is in Boston, MA.",
    "You know LLM tools and FP&A.",
    "You work for the school district with high school students.",
    "Our founders hold PhDs from good universities.",
    "You work with PhDs every day.",
    "We offer tuition reimbursement towards a bachelor's degree.",
    "Benefits: scholarships for a Master's degree.",
    "The associate helps our sales associates.",
    "You run our graduate programme.",
    "Wir bieten dir ein duales Studium.",
    "Deine Ausbildung dauert drei Jahre.",
    "Keine Ausbildung erforderlich.",
    "Du liebst den Abschluss im Vertrieb.",
    "Unser Hausmeister hilft dir.",
    "Kein Studium notwendig.",
    "Pas besoin de diplôme ni d'expérience : sans bac, sans BTS.",
    "À la clé, un diplôme de niveau Bac+3.",
    "Vous gérez les licences logicielles et leur licence de transport.",
    "Vous disposez de votre propre licence logiciel.",
    "Trabajarás en una empresa de ingeniería.",
    "Con un alto grado de autonomía.",
    "No se requiere titulación universitaria.",
    "Clases para alumnos de bachillerato.",
    "",
]


@pytest.mark.parametrize(("text", "level"), REQUIRED)
def test_required(text: str, level: str) -> None:
    found = degree(f"We make lamps.\n{text}\nThe office has plants.")
    assert found is not None
    assert (found.value.level, found.value.required) == (level, True)


@pytest.mark.parametrize(("text", "level"), WELCOME)
def test_welcome_or_replaceable(text: str, level: str) -> None:
    found = degree(f"We make lamps.\n{text}\nThe office has plants.")
    assert found is not None
    assert (found.value.level, found.value.required) == (level, False)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_not_asked(text: str) -> None:
    assert degree(f"We make lamps.\n{text}\nThe office has plants.") is None


def test_the_sentence_is_quoted_with_its_place() -> None:
    text = "We make lamps. You hold a Bachelor's\u00a0degree in optics. We like plants."
    found = degree(text)
    assert found is not None
    assert found.quote == "You hold a Bachelor's degree in optics."
    assert text[found.start : found.end].replace("\u00a0", " ") == found.quote


def test_a_text_without_line_breaks_is_quoted_around_the_degree() -> None:
    found = degree(
        "we make lamps and like plants " * 40 + "a Bachelor's degree is required " + "and we like lamps " * 40
    )
    assert found is not None
    assert "Bachelor's degree" in found.quote
    assert len(found.quote) < 310


def test_what_has_to_be_had_goes_before_what_is_welcome() -> None:
    found = degree("An associate's degree is a plus.\nBachelor's degree required.")
    assert found is not None
    assert (found.value.level, found.value.required) == ("bachelor", True)


@pytest.mark.parametrize(
    "text",
    [
        "Bachelor's degree in optics\nPreferred:\n- Python",
        "Bachelor's degree in optics\nPreferred Qualifications\n- Python",
        "Bachelor's degree in optics\nMaster's degree or equivalent experience preferred",
        "Annual bonus program\nBachelor's degree in optics",
        "What makes us stand out\nBachelor's degree in optics",
    ],
)
def test_what_stands_around_takes_nothing_from_it(text: str) -> None:
    found = degree(text)
    assert found is not None
    assert (found.value.level, found.value.required) == ("bachelor", True)


def test_a_firm_heading_ends_a_soft_one() -> None:
    found = degree("Nice to have\n- Cobol\n\nMinimum qualifications:\n- Bachelor's degree in optics")
    assert found is not None
    assert found.value.required


ASKED = [text for text, _ in (*REQUIRED, *WELCOME)]
PLAIN = st.sampled_from(
    [
        "We make lamps for the whole world.",
        "Wir sitzen mitten in der Stadt.",
        "Nous aimons les plantes.",
        "Somos un equipo alegre.",
        "The canteen is open from eleven to two.",
    ]
)


@given(st.sampled_from(ASKED), PLAIN, PLAIN)
def test_an_unrelated_sentence_changes_nothing(text: str, before: str, after: str) -> None:
    alone, among = degree(text), degree(f"{before}\n{text}\n{after}")
    assert alone is not None
    assert among is not None
    assert among.value == alone.value


FORMS = st.sampled_from(["- {}", "• {}", "* {}\r\n", "\n\n{}\n\n", "  {}  ", "·\t{}"])


@given(st.sampled_from([text for text in ASKED if "\n" not in text]), FORMS)
def test_bullets_and_line_breaks_change_nothing(text: str, form: str) -> None:
    alone, formed = degree(text), degree(form.format(text))
    assert alone is not None
    assert formed is not None
    assert formed.value == alone.value


@given(
    st.sampled_from(["Bachelor's degree in optics", "Abgeschlossenes Studium von Vorteil", "Licenciatura en derecho"])
)
def test_case_changes_nothing(text: str) -> None:
    found = [degree(form) for form in (text, text.upper(), text.lower())]
    assert all(one is not None and found[0] is not None and one.value == found[0].value for one in found)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = degree(text)
    assert found is None or found.value.level in RANK


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    words = ["bachelor's degree or ", "degree ", "bac+2 ", "ingeniería ", "abgeschlossene ", "ou ", "master, "]
    for text in [*hostile(), *((word * (100_000 // len(word) + 1))[:100_000] for word in words)]:
        degree(text)


@pytest.mark.parametrize(
    ("name", "least"),
    [("degree.jsonl", 0.9), ("de_degree.jsonl", 0.8), ("fr_degree.jsonl", 0.8), ("es_degree.jsonl", 0.8)],
)
def test_labelled_levels(name: str, least: float) -> None:
    names = {"highschool": "school", "phd_md": "doctorate"}
    labelled = [row for row in rows(name) if row["expect"]]
    right = 0
    for row in labelled:
        wanted, found = row["expect"].get("degree_min") or row["expect"].get("level"), degree(row["text"])
        right += found is not None and found.value.level == names.get(wanted, wanted)
    assert right / len(labelled) >= least
