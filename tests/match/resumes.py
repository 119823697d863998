"""Résumés made by hand, in many layouts and four languages, with the profiles that they state."""

from __future__ import annotations

from typing import NamedTuple

from jobfinder.match.profile import Certification, Education, Language, Profile, Skill
from jobfinder.read.level import Level


class Case(NamedTuple):
    """A résumé, and its profile without the evidence, on 20 November 2026."""

    text: str
    profile: Profile


def skills(**known: tuple[float | None, int | None] | None) -> tuple[Skill, ...]:
    """Skills by their names ("_" is a blank), each with years and the last year of use, or neither."""
    return tuple(
        Skill(name=name.replace("_", " "), years=(dates or (None, None))[0], last_used=(dates or (None, None))[1])
        for name, dates in known.items()
    )


def languages(**known: str | None) -> tuple[Language, ...]:
    return tuple(Language(name=name, level=level) for name, level in known.items())


MARKDOWN = Case(
    """# Ida Brook
Senior Backend Engineer
Berlin, Germany | ida@brook.example | +49 30 1234567 | github.com/ida
EU citizen, no sponsorship required

## Profile
I build tide services in the energy industry. I never liked meetings. Currently learning Rust.

## Experience
**Senior Backend Engineer**, Brightwater — Mar 2021 – present
- Python and Go services on Kubernetes, PostgreSQL
Backend Developer | Tidewell GmbH | 01/2018 - 02/2021
- Java, Kafka; no experience with PHP

## Education
M.Sc. Computer Science, University of Harbourtown, 2012 - 2017

## Languages
German (native), English - C1

## Interests
Chess, Rust on old ships
""",
    Profile(
        titles=("Senior Backend Engineer", "Backend Developer"),
        seniority=Level.SENIOR,
        years=8.8,
        places=("Berlin, Germany",),
        education=Education(degree="master", fields=("Computer Science",)),
        citizenships=("EU",),
        authorised=("EU",),
        needs_sponsorship=False,
        industries=("energy",),
        languages=languages(German="native", English="C1"),
        skills=skills(
            Python=(5.7, 2026),
            Go=(5.7, 2026),
            Kubernetes=(5.7, 2026),
            PostgreSQL=(5.7, 2026),
            Java=(3.2, 2021),
            Kafka=(3.2, 2021),
        ),
    ),
)

GERMAN = Case(
    """JONAS WELLENBRINK
Musterstraße 5, 20095 Hamburg
Tel.: 040 1234567
Staatsangehörigkeit: deutsch

BERUFSERFAHRUNG
seit 03/2020
Hafenwerk GmbH, Hamburg
Senior Softwareentwickler
- Entwicklung mit Java und Spring Boot
- Keine Erfahrung mit PHP
01/2015 – 02/2020
Deichbau AG, Bremen
Softwareentwickler
- C#, .NET

AUSBILDUNG
2009 – 2014   Diplom in Informatik, Universität Bremen
2008          Abitur

SPRACHEN
Deutsch: Muttersprache
Englisch: verhandlungssicher (C1)

KENNTNISSE
Python (8 Jahre), SQL – 5 Jahre, Docker

ZERTIFIKATE
Certified Kubernetes Administrator (05/2023)
""",
    Profile(
        titles=("Senior Softwareentwickler", "Softwareentwickler"),
        seniority=Level.SENIOR,
        years=11.8,
        places=("Hamburg",),
        education=Education(degree="master", fields=("Informatik",)),
        citizenships=("DE",),
        authorised=("EU",),
        languages=languages(German="native", English="C1"),
        skills=(
            *skills(Java=(6.7, 2026), Spring_Boot=(6.7, 2026)),
            *(Skill(name="C#", years=5.2, last_used=2020), Skill(name=".NET", years=5.2, last_used=2020)),
            *skills(Python=(8.0, None), SQL=(5.0, None), Docker=None, Kubernetes=None),
        ),
        certifications=(Certification(name="Certified Kubernetes Administrator", date="2023-05"),),
    ),
)

FRENCH = Case(
    """Marie Lagrève
Développeuse full stack
Lyon, France
Nationalité : française

EXPÉRIENCES PROFESSIONNELLES
Rivage SAS — Développeuse full stack — janvier 2019 à aujourd'hui
• React, Node.js
Galet, Paris
Développeuse web
2016 – 2018
• PHP, MySQL

FORMATION
Master Informatique, Université Lyon 1, 2015
Licence Mathématiques, 2013

LANGUES
Français : langue maternelle
Anglais : courant (C1)

CENTRES D'INTÉRÊT
Voile, Python le dimanche
""",
    Profile(
        titles=("Développeuse full stack", "Développeuse web"),
        seniority=Level.SENIOR,
        years=9.8,
        places=("Lyon, France",),
        education=Education(degree="master", fields=("Informatique", "Mathématiques")),
        citizenships=("FR",),
        authorised=("EU",),
        languages=languages(French="native", English="C1"),
        skills=(
            Skill(name="React", years=7.8, last_used=2026),
            Skill(name="Node.js", years=7.8, last_used=2026),
            Skill(name="PHP", years=2.0, last_used=2018),
            Skill(name="MySQL", years=2.0, last_used=2018),
        ),
    ),
)

SPANISH = Case(
    """Carlos Ribera
Madrid, España

EXPERIENCIA LABORAL
Ingeniero de datos en Orilla (enero 2020 - actualidad)
Spark, Airflow, Python

Analista de datos
Duna S.L.
marzo de 2017 - diciembre de 2019
SQL, Tableau

FORMACIÓN
Grado en Ingeniería Informática, Universidad Politécnica de Madrid, 2016

IDIOMAS
Español nativo, inglés (B2)

CONOCIMIENTOS
Docker, Git; sin experiencia con Java
""",
    Profile(
        titles=("Ingeniero de datos", "Analista de datos"),
        seniority=Level.SENIOR,
        years=9.7,
        places=("Madrid, España",),
        education=Education(degree="bachelor", fields=("Ingeniería Informática",)),
        languages=languages(Spanish="native", English="B2"),
        skills=skills(
            Spark=(6.8, 2026),
            Airflow=(6.8, 2026),
            Python=(6.8, 2026),
            SQL=(2.8, 2019),
            Tableau=(2.8, 2019),
            Docker=None,
            Git=None,
        ),
    ),
)

AMERICAN = Case(
    """John Smith
Software Engineer
Austin, TX
US citizen

SUMMARY
Engineer with 8+ years of experience. Authorized to work in the US and Canada.
No experience with Java, but solid Python.

WORK EXPERIENCE
Longhorn Corp, Austin, TX                     2015 - 2022
  Senior Software Engineer                    2019 - 2022
  - Python, Django
  Software Engineer                           2015 - 2019
  - Ruby on Rails

Oracle
Machine Learning Engineer, since 2022
- Deep learning with PyTorch

EDUCATION
Ph.D. candidate in Physics, MIT, 2020 - present
BS in Computer Science, University of Texas, 2011-2015

SKILLS
Languages: Python (8 years), Go
Frameworks: Django, Flask

REFERENCES
Ann Lee, who taught me Kafka
""",
    Profile(
        titles=("Machine Learning Engineer", "Senior Software Engineer", "Software Engineer"),
        seniority=Level.SENIOR,
        years=8.0,
        places=("Austin, TX",),
        education=Education(degree="bachelor", fields=("Computer Science",)),
        citizenships=("US",),
        authorised=("US", "CA"),
        skills=skills(
            Python=(8.0, 2022),
            Django=(3.0, 2022),
            Ruby_on_Rails=(4.0, 2019),
            Machine_Learning=(4.8, 2026),
            Deep_Learning=(4.8, 2026),
            PyTorch=(4.8, 2026),
            Go=None,
            Flask=None,
        ),
    ),
)

DATES_FIRST = Case(
    """Lebenslauf
Nadia Feld
Persönliche Daten
Wohnort: Wien, Österreich
Staatsbürgerschaft: Österreich

Berufserfahrung
04.2019 - heute	Projektleiterin, Donau Bau GmbH
	Leitung von Bauprojekten, Jira, SAP
09/2014 – 03.2019	Bauleiterin, Alpen AG
	AutoCAD

Ausbildung
2010 - 2014	Bachelor Bauingenieurwesen, TU Wien
2005 - 2008	Ausbildung zur Bauzeichnerin

Sprachkenntnisse
Deutsch (Muttersprache), Englisch (gut), Französisch (Grundkenntnisse)
""",
    Profile(
        titles=("Projektleiterin", "Bauleiterin"),
        seniority=Level.SENIOR,
        years=12.2,
        places=("Wien, Österreich",),
        education=Education(degree="bachelor", fields=("Bauingenieurwesen", "Bauzeichnerin")),
        citizenships=("AT",),
        authorised=("EU",),
        languages=languages(German="native", English="intermediate", French="basic"),
        skills=skills(Jira=(7.6, 2026), SAP=(7.6, 2026), AutoCAD=(4.6, 2019)),
    ),
)

NURSE = Case(
    """GRACE OKAFOR
Registered Nurse
Manchester, UK
UK right to work. Nationality: Nigerian

P R O F I L E
Compassionate nurse.

E X P E R I E N C E
Staff Nurse, Irwell Hospital
Jan '16 – Mar '21
* Triage, wound care

Senior Nurse, Medlock Clinic
April 2021 to date
* Patient care on a surgical ward

E D U C A T I O N
BSc (Hons) Nursing, University of Salford, 2012-15

C E R T I F I C A T I O N S
Advanced Life Support, 2024
NMC Registration - March 2016
""",
    Profile(
        titles=("Senior Nurse", "Staff Nurse", "Registered Nurse"),
        seniority=Level.SENIOR,
        years=10.8,
        places=("Manchester, UK",),
        education=Education(degree="bachelor", fields=("Nursing",)),
        citizenships=("NG",),
        authorised=("NG", "GB"),
        skills=(
            Skill(name="Triage", years=5.2, last_used=2021),
            Skill(name="Wound Care", years=5.2, last_used=2021),
            Skill(name="Patient Care", years=5.6, last_used=2026),
        ),
        certifications=(
            Certification(name="Advanced Life Support", date="2024"),
            Certification(name="NMC Registration", date="2016-03"),
        ),
    ),
)

SPONSORED = Case(
    """Arjun Mehta
Data Engineer | Python | AWS
Location: Pune, India
Citizenship: Indian. I will require visa sponsorship to work in Germany.

Work History
Data Engineer
Sahyadri Systems
Pune
2021-07 - present
Built pipelines with Airflow and Snowflake.

Intern
Deccan Labs
2020-07 – 2021-01
SQL reports.

Qualifications
B.Tech in Information Technology, University of Pune, 2016-20
Higher Secondary, 2016

Languages
English (Full Professional Proficiency)
Hindi (Native or Bilingual Proficiency)
""",
    Profile(
        titles=("Data Engineer", "Intern"),
        seniority=Level.SENIOR,
        years=5.9,
        places=("Pune, India",),
        education=Education(degree="bachelor", fields=("Information Technology",)),
        citizenships=("IN",),
        authorised=("IN",),
        needs_sponsorship=True,
        languages=languages(English="professional", Hindi="native"),
        skills=skills(Python=None, AWS=None, Airflow=(5.3, 2026), Snowflake=(5.3, 2026), SQL=(0.6, 2021)),
    ),
)

ACADEMIC = Case(
    """Dr. Helen Moor
Zürich, Switzerland
Niederlassungsbewilligung C

Career
2018 – 2023: Research Scientist at Limmat Institute — R, Python and Julia
Since 2023: Principal Data Scientist, Sihl Analytics. Leading a team; Python, Spark.

Education
PhD in Statistics, ETH Zürich, 2014-2018
Associate Degree in Business, Rhine College, 2010
High school diploma, 2008

Publications
Moor, H. (2019). Kafka and the river. Journal of Hadoop Studies.

Awards
Best TensorFlow talk, 2020

Industries
Insurance, Public Transport
""",
    Profile(
        titles=("Principal Data Scientist", "Research Scientist"),
        seniority=Level.PRINCIPAL,
        years=8.8,
        places=("Zürich, Switzerland",),
        education=Education(degree="doctorate", fields=("Statistics", "Business")),
        authorised=("CH",),
        industries=("Insurance", "Public Transport"),
        skills=skills(R=(5.0, 2023), Python=(8.8, 2026), Julia=(5.0, 2023), Spark=(3.8, 2026)),
    ),
)

TRADE = Case(
    """Tom Kiesel
Elektriker
Adresse: Leipzig
Unbefristete Arbeitserlaubnis für Deutschland

Werdegang
Elektriker bei Pleiße Technik GmbH
2012 - 2020
Elektroniker bei Mulde Energie
2021 – heute

Ausbildung
Ausbildung zum Elektroniker, Handwerkskammer Leipzig, 2009-2012
Realschulabschluss

Sprachen
Deutsch C2 | Polnisch B1
""",
    Profile(
        titles=("Elektroniker", "Elektriker"),
        seniority=Level.SENIOR,
        years=13.8,
        places=("Leipzig",),
        education=Education(degree="vocational", fields=("Elektroniker",)),
        authorised=("DE",),
        languages=languages(German="C2", Polish="B1"),
    ),
)

HEADLINE_ONLY = Case(
    """Sam Rivers
Product Manager at large
Skills: Jira, Figma, SQL (4 yrs)
Languages: Fluent in English and Spanish, basic Italian
Education: MBA, Shoreline Business School
Hobbies: Kotlin
""",
    Profile(
        titles=("Product Manager",),
        seniority=Level.MID,
        education=Education(degree="master"),
        languages=languages(English="fluent", Spanish="fluent", Italian="basic"),
        skills=skills(Jira=None, Figma=None, SQL=(4.0, None)),
    ),
)

OVERLAPS = Case(
    """Lea Strand
Freelance Designer
Green card holder; does not need sponsorship in the US

Professional Experience

Freelance UX Designer
Self-employed
Jan 2018 – Dec 2021
Figma, Sketch

UX Designer
Harbor Inc.
Jan 2020 – Dec 2022
Figma

Visual Designer
Pier LLC
2010 – 2012
Photoshop

Skills
Want to learn Swift. Adobe Illustrator: 6 years. 10 years of Photoshop

Licenses & Certifications
Certified Usability Analyst | 2019
""",
    Profile(
        titles=("UX Designer", "Freelance UX Designer", "Visual Designer", "Freelance Designer"),
        seniority=Level.SENIOR,
        years=7.0,
        authorised=("US",),
        needs_sponsorship=False,
        skills=skills(
            UX_Design=(5.0, 2022),
            Figma=(5.0, 2022),
            Sketch=(4.0, 2021),
            Photoshop=(10.0, 2012),
            Illustrator=(6.0, None),
        ),
        certifications=(Certification(name="Certified Usability Analyst", date="2019"),),
    ),
)

CASES = {
    "markdown": MARKDOWN,
    "german": GERMAN,
    "french": FRENCH,
    "spanish": SPANISH,
    "american": AMERICAN,
    "dates first": DATES_FIRST,
    "nurse": NURSE,
    "sponsored": SPONSORED,
    "academic": ACADEMIC,
    "trade": TRADE,
    "headline only": HEADLINE_ONLY,
    "overlaps": OVERLAPS,
}
