"""The years of experience that a posting asks for, as a fact: in numbers, in months, none, and in words only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.years import parse_years, years_asked
from read.labelled import hostile, rows

STATED = [
    ("5+ years of experience in sales", 5, None),
    ("3-5 years of gardening experience", 3, 5),
    ("Less than 2 years of experience", None, 2),
    ("Our practice looks for somebody with experience of at least 4 years", 4, None),
    ("Mindestens drei Jahre Berufserfahrung", 3, None),
    ("Zwei bis vier Jahre Erfahrung als Schreiner", 2, 4),
    ("Notre cabinet cherche quelqu'un avec une expérience d'au moins 2 années", 2, None),
    ("3 à 5 ans d'expérience", 3, 5),
    ("MINIMUM 2 ANS D’EXPÉRIENCE", 2, None),
    ("Un an d’expérience minimum", 1, None),
    ("Experiencia mínima de 3 años", 3, None),
    ("6 months' experience in a kitchen", 0.5, None),
    ("At least 18 months of relevant work experience", 1.5, None),
    ("6 Monate Berufserfahrung", 0.5, None),
    ("6 mois d'expérience", 0.5, None),
    ("No experience required", 0, None),
    ("No prior experience is needed", 0, None),
    ("Previous experience is not necessary", 0, None),
    ("Keine Vorkenntnisse notwendig", 0, None),
    ("Débutant accepté", 0, None),
    ("No es necesaria experiencia en jardines", 0, None),
    ("Thatching (4 years or more)", 4, None),
    ("Hedge laying: 2 years plus", 2, None),
    ("Mehrjährige Berufserfahrung (mind. 5 Jahre)", 5, None),
    ("MEHRJÄHRIGE BERUFSERFAHRUNG (MIND. 5 JAHRE)", 5, None),
    ("Wenigstens 4 Jahre Berufspraxis", 4, None),
    ("Eine dreijährige Berufserfahrung", 3, None),
    ("Mindestens 2-jährige einschlägige Erfahrung", 2, None),
    ("Minimo 2 años", 2, None),
    ("Berufserfahrung ist nicht erforderlich", 0, None),
    ("Vorkenntnisse sind nicht nötig", 0, None),
    ("Auch ohne Berufserfahrung", 0, None),
    ("Débutant(e) accepté(e)", 0, None),
    ("Débutants bienvenus", 0, None),
    ("Ouvert aux débutants", 0, None),
    ("Expérience non requise", 0, None),
    ("Avec ou sans expérience", 0, None),
    ("Sin experiencia previa", 0, None),
    ("Experiencia no necesaria", 0, None),
    ("No experience? No problem", 0, None),
    ("You do not need any experience", 0, None),
]
INFERRED = [
    ("Several years of experience in carpentry", 3, None),
    ("Mehrjährige Berufserfahrung im Vertrieb", 3, None),
    ("Langjährige, einschlägige Erfahrung", 3, None),
    ("Mehrere Jahre Erfahrung in der Pflege", 3, None),
    ("Erste Berufserfahrung wünschenswert", 0, 2),
    ("Erste Erfahrung im Verkauf", 0, 2),
    ("Une première expérience dans la vente", 0, 2),
    ("Une expérience significative du jardin", 1, 3),
    ("Expérience réussie dans un poste similaire", 1, 3),
    ("Expérience confirmée en cuisine", 4, None),
    ("Plusieurs années d'expérience", 3, None),
    ("Varios años de experiencia en ventas", 3, None),
    ("Mehrjährige Praxis als Dachdecker", 3, None),
    ("Mehrjährige Tätigkeit in der Pflege", 3, None),
    ("Du hast schon einige Jahre als Koch gearbeitet", 3, None),
    ("Einige Jahre Berufserfahrung", 3, None),
    ("Erste Erfahrungen aus dem Verkauf", 0, 2),
    ("Quelques années de pratique", 3, None),
    ("A few years of experience", 3, None),
    ("Several years in a similar role", 3, None),
    ("Newcomers are welcome; we train you", 0, None),
    ("Berufseinsteiger (m/w/d) sind herzlich willkommen", 0, None),
    ("Für Quereinsteiger geeignet", 0, None),
    ("Jeunes diplômés bienvenus", 0, None),
]
NOT_ASKED = [
    "We have 20 years of experience in optics.",
    "You must be 21+ years and older.",
    "You are 18 years or over.",
    "A partner who has more than 10 years of experience will teach you.",
    "Un associé ayant plus de 10 ans d'expérience vous accompagne.",
    "Despacho con más de 15 años de experiencia.",
    "A contract of 12 months.",
    "We value experience.",
    "Vous avez plus de 18 ans.",
    "Nuestra casa: más de 20 años de experiencia nos avalan.",
    "Wir haben langjährige Erfahrung.",
    "Nous avons une solide expérience.",
    "Our team has many years of experience.",
    "Eine dreijährige Ausbildung.",
    "Wir blicken auf eine zehnjährige Erfahrung zurück.",
    "Erste Erfahrung mit Tabellen.",
    "The customer experience comes first.",
    "",
]


def around(text: str) -> str:
    return f"We make lamps.\n{text}.\nThe office has plants."


@pytest.mark.parametrize(("text", "low", "high"), STATED)
def test_stated(text: str, low: float | None, high: float | None) -> None:
    found = years_asked(around(text))
    assert found is not None
    assert (found.value.min, found.value.max, found.stated) == (low, high, True)


@pytest.mark.parametrize(("text", "low", "high"), INFERRED)
def test_words_without_a_number_are_inferred(text: str, low: float | None, high: float | None) -> None:
    found = years_asked(around(text))
    assert found is not None
    assert (found.value.min, found.value.max, found.stated) == (low, high, False)
    assert parse_years(around(text)) is None


@pytest.mark.parametrize("text", NOT_ASKED)
def test_not_asked(text: str) -> None:
    assert years_asked(f"We make lamps.\n{text}\nThe office has plants.") is None


def test_numbers_go_before_words() -> None:
    found = years_asked("Mehrjährige Erfahrung im Vertrieb.\nMindestens 5 Jahre Erfahrung als Teamleitung.")
    assert found is not None
    assert (found.value.min, found.stated) == (5, True)


@pytest.mark.parametrize("text", [text for text, _, _ in (*STATED, *INFERRED)])
def test_the_sentence_is_quoted_with_its_place(text: str) -> None:
    whole = around(text)
    found = years_asked(whole)
    assert found is not None
    assert found.quote == whole[found.start : found.end] == f"{text}."


@given(
    st.sampled_from([text for text, _, _ in (*STATED, *INFERRED)]),
    st.sampled_from(["- {}", "• {}", "* {}\r\n", "\n\n{}\n\n", "We like plants.\n{}\nWir mögen Pflanzen."]),
    st.booleans(),
)
def test_case_bullets_and_unrelated_sentences_change_nothing(text: str, form: str, large: bool) -> None:
    alone, formed = years_asked(text), years_asked(form.format(text.upper() if large else text))
    assert alone is not None
    assert formed is not None
    assert formed.value == alone.value


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = years_asked(text)
    assert found is None or (found.value.min, found.value.max) != (None, None)


@pytest.mark.timeout(30)
def test_hostile_text_is_read_in_linear_time() -> None:
    words = ["no experience ", "months of ", "mehrjährige ", "expérience ", "6 months ", "several years "]
    for text in [*hostile(), *((word * (100_000 // len(word) + 1))[:100_000] for word in words)]:
        years_asked(text)


@pytest.mark.parametrize(
    ("name", "least"), [("yoe.jsonl", 0.94), ("de_yoe.jsonl", 0.7), ("fr_yoe.jsonl", 0.85), ("es_yoe.jsonl", 0.85)]
)
def test_labelled_rows_with_years(name: str, least: float) -> None:
    labelled = [row for row in rows(name) if row["expect"]]
    right = 0
    for row in labelled:
        found, wanted = years_asked(row["text"]), row["expect"]
        right += found is not None and (found.value.min, found.value.max) == (wanted["min"], wanted["max"])
    assert right / len(labelled) >= least
