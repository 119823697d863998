"""A résumé as lines, each with its number and the section that it stands in.

Pure. Called by `match.resume`; the lines are what the other readers of résumés read. A line of its own that is one of
the headings below opens a section ("WORK EXPERIENCE", "## Sprachen", "S K I L L S", "Skills & Tools"). A heading before
a colon holds for that line alone ("Languages: German, English"). To extend to a language: its headings in SECTIONS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from jobfinder.match.person import Evidence
from jobfinder.match.tongues import LANGUAGE
from jobfinder.model import Record
from jobfinder.read.text import strip_controls

Section: TypeAlias = Literal[
    "head",
    "summary",
    "work",
    "projects",
    "education",
    "skills",
    "languages",
    "certifications",
    "rights",
    "personal",
    "industries",
    "other",
    "interests",
]
"""`head` is what stands before the first heading, `other` what says nothing about the work of the seeker."""

SECTIONS: dict[Section, str] = {
    "work": r"(?:(?:relevant|selected|recent|other|additional|previous|my) )?(?:(?:work|professional|job|industry|"
    r"employment|career|engineering|teaching|clinical) )?(?:experiences?|history|background)|employment|career|"
    r"positions?(?: held)?|berufserfahrung(?:en)?|(?:beruflicher )?werdegang|praxiserfahrung(?:en)?|praktische "
    r"erfahrung"
    r"(?:en)?|berufspraxis|beruflicher hintergrund|berufliche (?:erfahrung(?:en)?|stationen|tätigkeiten?)|"
    r"(?:parcours|expériences?)(?: professionnel(?:le)?s?)?|"
    r"experiencias?(?: laboral(?:es)?| profesional(?:es)?)?|trayectoria(?: profesional| laboral)?",
    "projects": r"(?:(?:selected|personal|key|side|open[- ]source|notable|freelance) )?projects?|open[- ]source"
    r"(?: contributions?)?|projekte?|projekterfahrung|projets?(?: personnels?)?|proyectos?(?: personales)?|volunteer"
    r"(?:ing)?(?: experience| work)?|ehrenamt(?:liches engagement)?|bénévolat|voluntariado",
    "education": r"(?:academic )?(?:education|qualifications|background)|academics|(?:education|qualifications) and "
    r"training|(?:schul)?(?:aus)?bildung(?:sweg)?|(?:schul|hochschul)?ausbildung|studium|akademische[rs]? "
    r"(?:ausbildung|werdegang)|formations?(?: académique)?|études|diplômes?|scolarité|formación"
    r"(?: académica| reglada)?|educación|estudios",
    "languages": r"(?:spoken )?languages?(?: skills)?|sprachen|(?:fremd)?sprachkenntnisse|langues?(?: étrangères)?|"
    r"idiomas?|lenguas",
    "skills": r"(?:(?:technical|core|key|professional|relevant|it|hard|soft|main|computer|personal|other) )?(?:skills?"
    r"(?: summary| set)?|competenc(?:i|)es|competency|technologies|tools|strengths|expertise|proficiencies|skillset)|"
    r"areas of expertise|(?:tech|technology|technical) stack|stack|(?:(?:it|edv|fach|weitere|technische|besondere) "
    r"?-?)?"
    r"(?:kenntnisse|fähigkeiten|kompetenzen)|technologien|werkzeuge|(?:compétences|savoir-faire)"
    r"(?: techniques| clés| informatiques| professionnelles)?|outils|habilidades(?: técnicas)?|competencias"
    r"(?: técnicas| clave)?|conocimientos(?: técnicos| informáticos)?|aptitudes|herramientas|tecnologías",
    "certifications": r"(?:professional )?(?:certifications?|certificates?|licen[cs]es?)|(?:licen[cs]es|courses|"
    r"training) and certific(?:ations?|ates)|certifications? and licen[cs]es|courses|trainings?|zertifi(?:kate|"
    r"zierungen?)|weiterbildung(?:en)?|certificats?|certificaciones|certificados|cursos",
    "rights": r"work (?:authori[sz]ation|permit|eligibility|status)|visa(?: status)?|(?:right|eligibility) to work|"
    r"immigration status|arbeitserlaubnis|aufenthaltsstatus|autorisation de travail|permiso de trabajo",
    "personal": r"personal (?:details|information|data)|contact(?: details| information| me| info)?|address|"
    r"persönliche (?:daten|angaben)|kontakt(?:daten)?|zur person|informations personnelles|coordonnées|état civil|"
    r"datos (?:personales|de contacto)|contacto|contacter",
    "industries": r"industr(?:y|ies)(?: experience| expertise| knowledge)?|sectors?|branchen?(?:erfahrung|kenntnisse)?|"
    r"secteurs?(?: d'activité)?|sectores?",
    "summary": r"(?:(?:professional|executive|career|personal|my) )?(?:summary|profile|statement|overview|objective)|"
    r"about(?: me)?|introduction|highlights|(?:kurz)?profil(?: professionnel)?|über mich|zusammenfassung|kurzprofil|"
    r"à propos(?: de moi)?|résumé|perfil(?: profesional)?|sobre mí|resumen(?: profesional)?|extracto|objetivo",
    "interests": r"(?:personal )?(?:interests?|hobb(?:y|ies))(?: and (?:interests?|hobbies))?|activities|"
    r"extracurricular activities|interessen|hobbys|freizeit|(?:centres d['’])?intérêts?|loisirs|intereses|aficiones",
    "other": r"referen(?:ces|zen)|références|referencias|publications?|publikationen|publicaciones|awards?|"
    r"hono(?:u)?rs|"
    r"achievements|awards and honou?rs|auszeichnungen|distinctions|premios|talks|conferences|patents|memberships|"
    r"declaration|erklärung|anlagen|miscellaneous|sonstiges|divers",
}
HEADINGS = {name: re.compile(rf"(?:{words})", re.IGNORECASE) for name, words in SECTIONS.items()}
LABELS: frozenset[Section] = frozenset(get_args(Section)) - {"head", "work", "projects", "summary", "other"}
"""Sections that a line of the kind "Skills: Python, Go" states for itself."""
DECORATION = re.compile(r"^[\s#*=_>•·▪●◦‣⁃∙■□➢➤✓✔|–—~+-]{1,8}|[\s#*=_:|~]{1,8}$|(?<!\d)(?<!\d\s)[\s–—-]{1,8}$")
"""A dash after a date stays: "2019 –" is not over."""
BULLET = re.compile(r"^\s{0,20}(?:[•·▪●◦‣⁃∙■□➢➤✓✔*+o\uf0b7\uf0a7–—-]|\d{1,2}[.)])\s{1,8}(?=\S)")
MARKS = re.compile(r"\*\*|__|`")
LINK = re.compile(r"\[([^\[\]]{1,100})\]\([^()\s]{1,200}\)")
SPACED = re.compile(r"^(?:[^\W\d_] ){3,24}[^\W\d_]$")
AND = re.compile(r"\s?(?:&|\+|/|,|\band\b|\bund\b|\bet\b|\by\b)\s?", re.IGNORECASE)
LABEL = re.compile(r"^([^:]{2,40}?)\s?(?::|\s[–—-]\s|\t|\s\|\s)\s?(?=\S)")
LONGEST_HEADING = 50
LONGEST_LINE = 300
MOST_LINES = 6_000
MOST_OF_LINE = 1_000
LONG = re.compile(rf"\S.{{0,{MOST_OF_LINE}}}(?=\s|$)|\S{{1,{MOST_OF_LINE}}}")
"""A paragraph without line breaks is read in pieces of such length: what costs by the line stays bounded."""


class Line(Record, frozen=True):
    """A line of the résumé. `raw` is it word for word, `text` without decoration; `gap`: an empty line precedes."""

    raw: str
    text: str
    number: int
    section: Section
    bullet: bool = False
    gap: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines that are no headings, in order."""
    return list(_lines(text))[:MOST_LINES]


def noted(field: str, value: str, line: Line) -> Evidence:
    """That the value was read in the line; of a very long one, the part around the value."""
    if len(line.raw) <= LONGEST_LINE:
        return Evidence(field=field, value=value, line=line.raw, number=line.number)
    at = max(0, line.raw.find(value) - LONGEST_LINE // 2)
    return Evidence(field=field, value=value, line=line.raw[at : at + LONGEST_LINE].strip(), number=line.number)


def plain(raw: str) -> str:
    """A line without the marks of Markdown, bullets and rules."""
    unmarked = LINK.sub(r"\1", MARKS.sub("", raw))
    return DECORATION.sub("", DECORATION.sub("", BULLET.sub("", unmarked))).strip()


def _lines(text: str) -> Iterator[Line]:
    section: Section = "head"
    gap = False
    for number, raw in _pieces(text):
        said = plain(raw)
        heading = _heading(said)
        if heading:
            section = heading
        elif said:
            stated = " ".join(raw.split())
            bullet = bool(BULLET.match(raw.expandtabs(1)))
            yield Line(raw=stated, text=said, number=number, section=_own(said) or section, bullet=bullet, gap=gap)
        gap = heading is not None or not said


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one that is too long for a line in pieces, cut between words."""
    for number, line in enumerate(strip_controls(text).split("\n"), 1):
        yield from ((number, piece) for piece in LONG.findall(line)) if len(line) > MOST_OF_LINE else ((number, line),)


def _heading(text: str) -> Section | None:
    """The section that a line opens as a whole; of several names the first that is known counts, if all are."""
    if not 0 < len(text) <= LONGEST_HEADING:
        return None
    name = text.replace(" ", "") if SPACED.match(text) else " ".join(text.split())
    whole = _section(name)
    if whole:
        return whole
    parts = [_section(part) for part in AND.split(name) if part]
    return parts[0] if parts and all(parts) else None


def _section(name: str) -> Section | None:
    return next((section for section, words in HEADINGS.items() if words.fullmatch(name)), None)


def _own(text: str) -> Section | None:
    """The section that a label gives to its line alone. Languages that nobody speaks are those of computers."""
    label = LABEL.match(text)
    named = _heading(label[1]) if label else None
    if named == "languages" and not LANGUAGE.search(text):
        return "skills"
    return named if named in LABELS else None
