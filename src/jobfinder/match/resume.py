"""A résumé in plain text or Markdown, as a profile. Nothing is invented: each value is quoted with its line.

Pure. Called by `match.profile`. It reads by sections: what stands under "Experience" gives titles and years,
everything but the section on references gives skills. To extend to a language: its headings in SECTIONS, its words in
DEGREES, LANGUAGES.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from jobfinder.match.person import Degree, Education, Evidence, Language, Profile, Skill
from jobfinder.match.spans import SPAN, spans, total_years
from jobfinder.match.titles import is_role
from jobfinder.model import Record
from jobfinder.read.level import parse_level
from jobfinder.read.skills import mentions

SECTIONS = {
    "work": r"(?:work|professional|relevant|employment)? ?(?:experience|history|career)|employment|berufserfahrung|"
    r"werdegang|"
    r"beruflicher werdegang|praxiserfahrung|expériences?(?: professionnelles?)?|experiencia(?: laboral| profesional)?",
    "education": r"education|academic background|ausbildung|bildung|studium|formation|formación|educación|"
    r"qualifications",
    "languages": r"languages?|sprachen|sprachkenntnisse|langues|idiomas",
    "skills": r"(?:technical |core |key )?(?:skills|competencies|technologies|tools)|kenntnisse|fähigkeiten|"
    r"compétences|habilidades|tech stack",
    "other": r"references|referenzen|hobbies|interests|interessen|publications|awards|volunteering",
    "summary": r"summary|profile|profil|about(?: me)?|objective|über mich|à propos|perfil",
}
HEADINGS = {name: re.compile(rf"^(?:{words})$", re.IGNORECASE) for name, words in SECTIONS.items()}
DECORATION = re.compile(r"^[\s#*=_•·|-]{1,8}|[\s#*=_:|-]{1,8}$")
STATED_YEARS = re.compile(
    r"(?<![\d.])(\d{1,2})\s?\+?\s?(?:years?|yrs?|jahren?|ans|años)(?:['’]| of| de| d['’])?.{0,50}?"
    r"(?:experience|erfahrung|berufserfahrung|expérience|experiencia)",
    re.IGNORECASE,
)
DEGREES: tuple[tuple[Degree, re.Pattern[str]], ...] = (
    ("doctorate", re.compile(r"\b(?:ph\.?\s?d|doctorate|dr\. ?rer|doctorat|doctorado|promotion zum)\b", re.IGNORECASE)),
    (
        "master",
        re.compile(
            r"\b(?:master(?:['’]?s)?|m\.?sc|mba|m\.a\.|diplom(?:-\w{2,20})?|maîtrise|máster|meng)\b", re.IGNORECASE
        ),
    ),
    (
        "bachelor",
        re.compile(
            r"\b(?:bachelor(?:['’]?s)?|b\.?sc|b\.a\.|b\.eng|beng|licence|licenciatura|grado en)\b", re.IGNORECASE
        ),
    ),
    (
        "vocational",
        re.compile(r"\b(?:apprenticeship|ausbildung (?:zum|zur|als)|associate degree|\bBTS\b|\bDUT\b)", re.IGNORECASE),
    ),
    ("school", re.compile(r"\b(?:high school|abitur|baccalauréat|bachillerato|a-levels)\b", re.IGNORECASE)),
)
LANGUAGES = {
    "English": "english|englisch|anglais|inglés",
    "German": "german|deutsch|allemand|alemán",
    "French": "french|französisch|français|francés",
    "Spanish": "spanish|spanisch|espagnol|español",
    "Italian": "italian|italienisch|italien|italiano",
    "Portuguese": "portuguese|portugiesisch|portugais|portugués",
    "Dutch": "dutch|niederländisch|néerlandais|nederlands",
    "Polish": "polish|polnisch|polonais|polski",
    "Russian": "russian|russisch|russe",
    "Ukrainian": "ukrainian|ukrainisch",
    "Turkish": "turkish|türkisch|turc",
    "Arabic": "arabic|arabisch|arabe",
    "Chinese": "chinese|mandarin|chinesisch",
    "Japanese": "japanese|japanisch|japonais",
    "Korean": "korean|koreanisch",
    "Hindi": "hindi",
    "Swedish": "swedish|schwedisch|svenska",
    "Danish": "danish|dänisch|dansk",
    "Norwegian": "norwegian|norwegisch|norsk",
    "Czech": "czech|tschechisch",
}
LANGUAGE_PATTERNS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in LANGUAGES.items()}
SPOKEN_LEVEL = re.compile(
    r"\b(native|mother tongue|muttersprache|fluent|fließend|verhandlungssicher|bilingual|professional|advanced|"
    r"intermediate|basic|"
    r"conversational|[ABC][12])\b",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s[|·•–—-]\s|[|·•,(\t]|\s{2,}|\s(?:at|bei|chez|en)\s|@")
LONGEST_TITLE = 80


class Line(Record, frozen=True):
    """A line of the résumé, without decoration, and the section it stands in."""

    text: str
    section: str


def read(text: str, today: date | None) -> Profile:
    """The profile that a résumé states."""
    lines = list(_lines(text))
    evidence: list[Evidence] = []
    titles = _titles(lines, evidence)
    level = parse_level(titles[0]) if titles else None
    if level:
        evidence.append(Evidence(field="seniority", value=level.value, line=evidence[0].line))
    return Profile(
        titles=titles,
        seniority=level,
        years=_years(lines, today, evidence),
        education=_education(lines, evidence),
        languages=_languages(lines, evidence),
        skills=_skills(lines, evidence),
        evidence=tuple(evidence),
    )


def _lines(text: str) -> Iterator[Line]:
    section = "summary"
    for raw in text.splitlines():
        plain = DECORATION.sub("", DECORATION.sub("", raw.replace("**", ""))).strip()
        heading = next((name for name, words in HEADINGS.items() if words.match(plain)), None)
        if heading:
            section = heading
        elif plain:
            yield Line(text=plain, section=section)


def _titles(lines: list[Line], evidence: list[Evidence]) -> tuple[str, ...]:
    """Roles held, the latest first as they stand; where no work section names one, the line under the name."""
    found = _roles([line for line in lines if line.section == "work"])
    found = found or _roles([line for line in lines if line.section == "summary"][:4])
    evidence += (Evidence(field="titles", value=title, line=line) for title, line in found.items())
    return tuple(found)


def _roles(lines: Iterable[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if len(line.text) > 2 * LONGEST_TITLE or line.text.endswith("."):
            continue
        for part in PARTS.split(SPAN.sub(" ", line.text)):
            title = part.strip(" )")
            if title and len(title) <= LONGEST_TITLE and is_role(title):
                found.setdefault(title, line.text)
                break
    return found


def _years(lines: list[Line], today: date | None, evidence: list[Evidence]) -> float | None:
    """Years of experience as stated, else as the spans under "Experience" add up."""
    for line in lines:
        match = STATED_YEARS.search(line.text) if line.section in ("summary", "skills") else None
        if match:
            evidence.append(Evidence(field="years", value=match[1], line=line.text))
            return float(match[1])
    dated = [(line, spans(line.text, today)) for line in lines if line.section == "work"]
    years = total_years([span for _, found in dated for span in found])
    if years is not None:
        evidence += (Evidence(field="years", value=f"{years:g}", line=line.text) for line, found in dated if found)
    return years


def _education(lines: list[Line], evidence: list[Evidence]) -> Education:
    studied = [line for line in lines if line.section == "education"]
    for degree, words in DEGREES:
        line = next((line for line in studied if words.search(line.text)), None)
        if line:
            evidence.append(Evidence(field="education.degree", value=degree, line=line.text))
            return Education(degree=degree)
    return Education()


def _languages(lines: list[Line], evidence: list[Evidence]) -> tuple[Language, ...]:
    found: dict[str, Language] = {}
    for line in lines:
        if line.section == "languages" or (line.section == "skills" and line.text.lower().startswith("languages:")):
            for part in re.split(r"[,;|/•·]", line.text):
                _language(part, line, found, evidence)
    return tuple(found.values())


def _language(part: str, line: Line, found: dict[str, Language], evidence: list[Evidence]) -> None:
    name = next((name for name, words in LANGUAGE_PATTERNS.items() if words.search(part)), None)
    if name and name not in found:
        level = SPOKEN_LEVEL.search(part)
        found[name] = Language(name=name, level=level[1] if level else None)
        evidence.append(Evidence(field="languages", value=name, line=line.text))


def _skills(lines: list[Line], evidence: list[Evidence]) -> tuple[Skill, ...]:
    found: dict[str, str] = {}
    for line in lines:
        if line.section not in ("other", "languages"):
            for mention in mentions(line.text):
                found.setdefault(mention.skill, line.text)
    evidence += (Evidence(field="skills", value=skill, line=line) for skill, line in found.items())
    return tuple(Skill(name=skill) for skill in found)
