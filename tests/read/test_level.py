"""Seniority from titles and years from text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.level import Level, parse_level
from jobfinder.read.years import parse_years
from read.labelled import hostile, rows


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Backend Engineer", "senior"),
        ("Sr. Data Analyst", "senior"),
        ("Software Engineer III", "senior"),
        ("Software Engineer II", "mid"),
        ("Software Engineer I", "entry"),
        ("Junior Developer (m/w/d)", "entry"),
        ("Werkstudent Marketing", "intern"),
        ("Praktikum im Controlling", "intern"),
        ("Stage - Développeur", "intern"),
        ("Staff Engineer", "staff"),
        ("Staff Nurse", None),
        ("Principal Scientist", "principal"),
        ("Tech Lead", "lead"),
        ("Lead Generation Specialist", None),
        ("Engineering Manager", "manager"),
        ("Senior Manager, Finance", "manager"),
        ("Product Manager", "mid"),
        ("Senior Product Manager", "senior"),
        ("Product Lead", "mid"),
        ("Senior Product Lead (Payments)", "senior"),
        ("Associate Product Lead - Remote", "entry"),
        ("Product Lead Engineer", "lead"),
        ("Lead Practitioner – Class Teacher", "senior"),
        ("Head of Department", "lead"),
        ("Group Product Manager", "manager"),
        ("Director of Sales", "director"),
        ("Commis Chef", "entry"),
        ("Chef de Partie", "mid"),
        ("Sous-Chef", "senior"),
        ("Küchenchef (m/w/d)", "lead"),
        ("Head Gardener", "lead"),
        ("Head of Year / Teacher", "lead"),
        ("Deputy Headteacher", "director"),
        ("Newly Qualified Teacher", "entry"),
        ("Stationsleitung Innere Medizin", "manager"),
        ("Rohrleitungsbauer", None),
        ("Schichtleiter Logistik", "lead"),
        ("Student Placement, Nursing", "intern"),
        ("Head of Design", "director"),
        ("Vice President, Risk", "executive"),
        ("CTO", "executive"),
        ("Executive Assistant", None),
        ("Assistant to the CEO", None),
        ("Account Executive", None),
        ("Software Engineer", None),
        ("Administrative Assistant I/II/III", None),
        ("Analyst/Sr Analyst", None),
        ("I/O Engineer", None),
        ("", None),
    ],
)
def test_title(title: str, level: str | None) -> None:
    assert parse_level(title) == level


LOCAL = [
    ("Berufseinsteiger (m/w/d) Vertrieb", "entry"),
    ("Quereinsteiger:in als Berater", "entry"),
    ("Absolvent Informatik (m/w/d)", "entry"),
    ("Direkteinstieg Controlling", "entry"),
    ("Werkstudent:in Data", "intern"),
    ("Pflichtpraktikum Marketing", "intern"),
    ("Praktikantin HR", "intern"),
    ("Auszubildende zur Kauffrau", "intern"),
    ("Volontariat Redaktion", "intern"),
    ("Masterarbeit Robotik", "intern"),
    ("Studentische Hilfskraft Labor", "intern"),
    ("Teamleiter Kundenservice", "lead"),
    ("Teamleiter:in Support", "lead"),
    ("Teamleitung Pflege", "lead"),
    ("Gruppenleiter Montage", "lead"),
    ("Schichtleitung Lager", "lead"),
    ("Vorarbeiter Tiefbau", "lead"),
    ("Polier Hochbau", "lead"),
    ("Leitender Elektriker", "lead"),
    ("Filialleiter (m/w/d)", "manager"),
    ("Filialleitung", "manager"),
    ("Gebietsleiter Süd", "manager"),
    ("Regionalleitung Nord", "manager"),
    ("Niederlassungsleiter", "manager"),
    ("Küchenleitung", "manager"),
    ("Pflegedienstleitung", "manager"),
    ("Stationsleitung Intensiv", "manager"),
    ("Vertriebsleiter DACH", "manager"),
    ("Projektleiter Elektrotechnik", None),
    ("Senior Projektleiter", "senior"),
    ("Bauleiter Hochbau", None),
    ("Junior Bauleiter", "entry"),
    ("Bereichsleiter IT", "director"),
    ("Leiter der Buchhaltung", "director"),
    ("Geschäftsführer", "executive"),
    ("Assistenz der Geschäftsleitung", None),
    ("Assistentin der Bereichsleitung", None),
    ("Rohrleitungsbauer", None),
    ("Monteur Freileitung", None),
    ("Hausmeister", None),
    ("Erfahrener Softwareentwickler", "senior"),
    ("Berufserfahrener Ingenieur", "senior"),
    ("Oberarzt Chirurgie", "senior"),
    ("Assistenzarzt Innere", "entry"),
    ("Chef d'équipe maintenance", "lead"),
    ("Chef de projet web", None),
    ("Chef de projet senior", "senior"),
    ("Cheffe de produit", None),
    ("Chef de chantier", "lead"),
    ("Chef de partie", "mid"),
    ("Chef de rang", None),
    ("Chef de cuisine", "lead"),
    ("Chef de secteur GMS", "manager"),
    ("Chef d'agence", "manager"),
    ("Responsable logistique", "manager"),
    ("Responsable de projet", "mid"),
    ("Développeur confirmé", "mid"),
    ("Développeuse confirmée", "mid"),
    ("Comptable débutant accepté", "entry"),
    ("Jeune diplômé ingénieur", "entry"),
    ("Ingénieur expérimenté", "mid"),
    ("Alternante marketing", "intern"),
    ("Apprentie boulangère", "intern"),
    ("Stagiaire RH", "intern"),
    ("Contrat de professionnalisation vente", "intern"),
    ("Directrice financière", "director"),
    ("Assistante de direction", None),
    ("Assistant de la directrice", None),
    ("Commis de cuisine", "entry"),
    ("Gérant de magasin", "manager"),
    ("Jefe de equipo", "lead"),
    ("Jefa de proyecto", "mid"),
    ("Jefe de ventas", "manager"),
    ("Encargada de tienda", "manager"),
    ("Becario marketing", "intern"),
    ("Aprendiz de cocina", "intern"),
    ("Recién titulado en ingeniería", "entry"),
    ("Asistente de dirección", None),
    ("Desarrollador sénior", "senior"),
    ("Gerente de tienda", "manager"),
    ("Sous-chef", "senior"),
    ("Chef", None),
    ("Artiste senior / Senior Artist", "senior"),
    ("Assistant de gestion", None),
    ("Polierer", None),
    ("Commis Chef", "entry"),
    ("Assistenz der Bereichsleitung / Chief of Staff", "executive"),
]
"""In German, French and Spanish."""


@pytest.mark.parametrize(("title", "level"), LOCAL)
def test_title_in_other_languages(title: str, level: str | None) -> None:
    assert parse_level(title) == level


@pytest.mark.parametrize(
    ("name", "level"),
    [("junior", "entry"), ("Mid-Senior level", "senior"), ("ENTRY_LEVEL", "entry"), ("Senior", "senior")],
)
def test_other_names_of_levels(name: str, level: str) -> None:
    assert Level(name) == level


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="boss"):
        Level("boss")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5+ years of experience", 5, None),
        ("3-5 years of experience in sales", 3, 5),
        ("6–10+ years in pre-sales", 6, None),
        ("at least two years of relevant work", 2, None),
        ("less than 2 years of experience", None, 2),
        ("Mindestens 2 Jahre Erfahrung als Product Owner", 2, None),
        ("2 à 5 ans d'expérience en support", 2, 5),
        ("Experiencia mínima de 5 años", 5, None),
        ("A minimum of 3 (three) years experience", 3, None),
        ("uno o dos años de experiencia", 1, 2),
    ],
)
def test_years_asked(text: str, low: int | None, high: int | None) -> None:
    found = parse_years(f"We are Brightwater. {text}.")
    assert found is not None
    assert (found.min, found.max) == (low, high)
    assert text.split()[0].lower() in found.text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "We have been in business for 20 years.",
        "With over 35 years of success in retail",
        "You must be at least 18 years of age",
        "Founded 10 years ago",
        "3 times per year",
        "Seit mehr als 75 Jahren bieten wir Lösungen",
        "Our team has 40 years of experience",
        "a 5 year contract",
        "",
    ],
)
def test_years_not_asked(text: str) -> None:
    assert parse_years(text) is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    parse_level(text)
    found = parse_years(text)
    assert found is None or found.min is not None or found.max is not None


@pytest.mark.timeout(20)
def test_hostile_text_is_read_in_linear_time() -> None:
    for text in hostile():
        parse_level(text)
        parse_years(text)


def test_labelled_titles() -> None:
    labelled = rows("level.jsonl")
    right = sum((parse_level(row["title"]) or "unknown") == row["level"] for row in labelled)
    assert right / len(labelled) >= 0.93


@pytest.mark.parametrize(
    ("name", "least"), [("yoe.jsonl", 0.94), ("de_yoe.jsonl", 0.7), ("fr_yoe.jsonl", 0.7), ("es_yoe.jsonl", 0.9)]
)
def test_labelled_years(name: str, least: float) -> None:
    labelled = rows(name)
    right = 0
    for row in labelled:
        found, wanted = parse_years(row["text"]), row["expect"]
        right += ((found.min, found.max) if found else None) == ((wanted["min"], wanted["max"]) if wanted else None)
    assert right / len(labelled) >= least
