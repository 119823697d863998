"""Education and certificates in a résumé: the highest degree that was finished, the fields studied, what is certified.

Pure. Called by `match.resume` and `match.json_resume`. To extend to a language: its degrees in DEGREES, its words for
what is not finished in UNFINISHED.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jobfinder.match.person import Certification, Education, Evidence
from jobfinder.match.resume_lines import Line, noted
from jobfinder.match.spans import is_open, iso_date, without_dates
from jobfinder.read.fact import Degree


def _degree(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)


DEGREES: tuple[tuple[Degree, re.Pattern[str]], ...] = (
    (
        "doctorate",
        _degree(
            r"ph\.?\s?d\.?|d\.?phil\.?|doctorate|doctor of \w{3,20}|doctoral degree|dr\.[ -]?(?:rer|ing|phil|med)\b"
            r"(?:\.[ -]?nat\.?)?|promotion(?: zum| in)|doctorat|doctorado|doctor en"
        ),
    ),
    (
        "master",
        _degree(
            r"master(?:['’]?s)?(?: degree)?(?: of (?:science|arts|engineering|laws|philosophy|education))?|"
            r"m\.?\s?sc\.?|m\.?eng\.?|mba|m\.a\.|(?-i:MA|MS|M\.S\.|MSE|MFA|LL\.?M)(?= (?:in|of)\b|,)|mphil|"
            r"diplom(?:-?\w{3,25}(?:in)?)?(?! universitaire)|magister|staatsexamen|maîtrise|máster(?: universitario)?|"
            r"(?:diplôme d['’])?ingénieur diplômé|diplôme d['’]ingénieur|mastère"
        ),
    ),
    (
        "bachelor",
        _degree(
            r"bachelor(?:['’]?s)?(?: degree)?(?: of (?:science|arts|engineering|laws|technology|commerce|business "
            r"administration|education))?|b\.?\s?sc\.?|b\.a\.|b\.?eng\.?|b\.?tech\.?|b\.?com\.?|bba|"
            r"(?-i:BA|BS|B\.S\.|BSE|BFA|LL\.?B)(?= (?:in|of)\b|,)|(?<!driving )(?<!driver )licence(?: "
            r"professionnelle)?|"
            r"licenciatura|licenciad[oa]|grado(?: universitario)? en|graduad[oa] en|undergraduate degree"
        ),
    ),
    (
        "associate",
        _degree(
            r"associate(?:['’]?s)?(?: degree)?(?: of (?:science|arts|applied science))|associate(?:['’]?s)? degree|"
            r"a\.a\.s?\.|foundation degree|(?-i:BTS|DUT|DEUG)"
        ),
    ),
    (
        "vocational",
        _degree(
            r"apprenticeship|vocational (?:training|diploma|degree|qualification)|trade certificate|"
            r"(?:berufs)?ausbildung"
            r"(?: zum| zur| als)|(?:abgeschlossene )?berufsausbildung|meisterbrief|ihk|(?-i:CAP|BEP)|bac pro|"
            r"formación profesional|técnico superior|ciclo formativo|(?-i:FP)"
        ),
    ),
    (
        "school",
        _degree(
            r"high school(?: diploma)?|secondary school|abitur|(?:fach)?hochschulreife|mittlere reife|"
            r"realschulabschluss|"
            r"matura|baccalauréat|bachillerato|a[- ]levels?|gcses?|ged"
        ),
    ),
)
"""The highest first."""
UNFINISHED = re.compile(
    r"\b(?:candidate|not completed|incomplete|unfinished|dropped out|discontinued|pursuing|expected|anticipated|"
    r"in progress|abgebrochen|ohne abschluss|laufend|voraussichtlich|angestrebt|en cours|non obtenue?|"
    r"interrompu\w{0,2}|"
    r"en curso|incompleto|inacabad[oa]|sin terminar|cursando)\b",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"^(?:['’]s)?(?: degree| diploma| abschluss)?(?: with honou?rs| \(hons\.?\)| hons\.?)?\s?[.,:–—-]?\s{0,2}"
    r"(?:(?:in|of|en|de|der|des|im|an der|d['’]|im fach|im studiengang)\s)?(?P<field>[^\W\d_][^,;|()\t–—\d]{2,60})",
    re.IGNORECASE,
)
STUDIED = re.compile(
    r"\b(?:studium|studiengang|major(?:ed)?|majoring|études|estudios)\b(?=\s?(?:der|des|in|de|en|:)?\s)", re.IGNORECASE
)
"""Names a field where no degree stands."""
FIELD_ENDS = re.compile(
    r"\s(?:at|from|an|bei|with|mit|auf|note|grade|gpa|chez|à|by)\s.*$|\s{2,}.*$|\s-\s.*$|\s\|\s?.*$|[.:].*$|\s&$",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"^(?:note|gpa|abschluss)\b|universit|universidad|université|college|school|institut|hochschule|academy|akademie|école|escuela|faculty|"
    r"fakultät|lycée|gymnasium|polytech|politécnica|\b(?:TU|FH|ETH|EPFL|MIT|KIT|LMU|UC|IUT|UCL|LSE|RWTH)\b|thesis|"
    r"grade",
    re.IGNORECASE,
)
SURE = re.compile(r"\b(?:B\.?Sc|M\.?Sc|Ph\.?\s?D|MBA|B\.?Eng|M\.?Eng)\b\.?")
MOST = 30


def education(lines: Sequence[Line], evidence: list[Evidence]) -> Education:
    """The highest degree finished, and the fields of all that are named."""
    studied = [(degree, at, line) for line in lines for degree, at in _degrees(line)]
    fields: dict[str, Line] = {}
    plain = [
        (match.end(), line) for line in lines if line.section == "education" for match in STUDIED.finditer(line.text)
    ]
    for at, line in sorted([*((at, line) for _, at, line in studied), *plain], key=lambda row: row[1].number):
        if (field := field_after(line.text[at:])) and not _is_unfinished(line):
            fields.setdefault(field, line)
    kept = dict(list(fields.items())[:MOST])
    evidence += (noted("education.fields", field, line) for field, line in kept.items())
    finished = [(degree, line) for degree, _, line in studied if not _is_unfinished(line)]
    best = next(((degree, line) for known, _ in DEGREES for degree, line in finished if degree == known), None)
    if best:
        evidence.append(noted("education.degree", best[0], best[1]))
    return Education(degree=best[0] if best else None, fields=tuple(kept))


def degree_in(text: str) -> Degree | None:
    """The highest degree that a text names."""
    return next((degree for degree, words in DEGREES if words.search(text)), None)


def field_after(text: str) -> str | None:
    """The field that stands behind a degree: " in Computer Science, Harbourtown"."""
    match = FIELD.match(text)
    field = FIELD_ENDS.sub("", without_dates(match["field"])).strip(" -'’") if match else ""
    if len(field) < 3 or SCHOOL.search(field) or (field.isupper() and len(field) < 6):
        return None
    return field if field in text and not field[0].islower() else None


def certifications(lines: Iterable[Line], evidence: list[Evidence]) -> tuple[Certification, ...]:
    """What stands under the heading of certificates, each with its date."""
    found: dict[str, Certification] = {}
    for line in lines:
        if line.section == "certifications" and len(line.text) <= 160 and len(found) < MOST:
            name = _certificate(line.text)
            if name and name not in found:
                found[name] = Certification(name=name, date=iso_date(line.text))
                evidence.append(noted("certifications", name, line))
    return tuple(found.values())


def _certificate(text: str) -> str | None:
    said = re.sub(r"^[^:]{3,40}:\s", "", text) if re.match(r"(?i)certif|zertifik|licen[cs]", text) else text
    name = re.split(r"\s{2,}|\s\|\s|\t", without_dates(said).strip(" ,;:()–—-|"))[0]
    name = name.rstrip(" ,;:(–—-|").lstrip(" ,;:)–—-|")
    return name if len(name) > 2 and name in text and any(c.isalpha() for c in name) else None


def _degrees(line: Line) -> Iterator[tuple[Degree, int]]:
    """The degree that a line names, and where its name ends: anywhere under education, else only by sure marks."""
    if line.section == "education" or (line.section in ("head", "summary") and SURE.search(line.text)):
        for degree, words in DEGREES:
            if match := words.search(line.text):
                yield degree, match.end()
                return


def _is_unfinished(line: Line) -> bool:
    return bool(UNFINISHED.search(line.text)) or is_open(line.text)
