"""Languages that a résumé says are spoken, and how well.

Pure. Called by `match.resume` and `match.json_resume`. Read only where languages are listed: under their heading, or
behind the label "Languages:". A level of the CEFR counts before a word. To extend: a language in LANGUAGES, a word for
a level in LEVELS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jobfinder.match.person import Evidence, Language
from jobfinder.match.resume_lines import Line, noted

LANGUAGES = {
    "English": "english|englisch|anglais|inglés",
    "German": "german|deutsch|allemand|alemán",
    "French": "french|französisch|français|francés",
    "Spanish": "spanish|spanisch|espagnol|español|castellano",
    "Italian": "italian|italienisch|italien|italiano",
    "Portuguese": "portuguese|portugiesisch|portugais|portugués",
    "Dutch": "dutch|niederländisch|néerlandais|nederlands|neerlandés",
    "Polish": "polish|polnisch|polonais|polski|polaco",
    "Russian": "russian|russisch|russe|ruso",
    "Ukrainian": "ukrainian|ukrainisch|ukrainien|ucraniano",
    "Turkish": "turkish|türkisch|turc|turco",
    "Arabic": "arabic|arabisch|arabe|árabe",
    "Chinese": "chinese|mandarin|chinesisch|chinois|chino|cantonese",
    "Japanese": "japanese|japanisch|japonais|japonés",
    "Korean": "korean|koreanisch|coréen|coreano",
    "Hindi": "hindi",
    "Urdu": "urdu",
    "Bengali": "bengali",
    "Punjabi": "punjabi",
    "Tamil": "tamil",
    "Telugu": "telugu",
    "Marathi": "marathi",
    "Gujarati": "gujarati",
    "Persian": "persian|farsi|persisch|persan|persa",
    "Hebrew": "hebrew|hebräisch|hébreu|hebreo",
    "Greek": "greek|griechisch|grec|griego",
    "Romanian": "romanian|rumänisch|roumain|rumano",
    "Hungarian": "hungarian|ungarisch|hongrois|húngaro",
    "Bulgarian": "bulgarian|bulgarisch|bulgare|búlgaro",
    "Serbian": "serbian|serbisch|serbe|serbio",
    "Croatian": "croatian|kroatisch|croate|croata",
    "Slovak": "slovak|slowakisch|slovaque|eslovaco",
    "Slovenian": "slovenian|slowenisch|slovène|esloveno",
    "Swedish": "swedish|schwedisch|suédois|sueco|svenska",
    "Danish": "danish|dänisch|danois|danés|dansk",
    "Norwegian": "norwegian|norwegisch|norvégien|noruego|norsk",
    "Finnish": "finnish|finnisch|finnois|finlandés|suomi",
    "Czech": "czech|tschechisch|tchèque|checo",
    "Catalan": "catalan|katalanisch|catalán|català",
    "Vietnamese": "vietnamese|vietnamesisch|vietnamien|vietnamita",
    "Thai": "thai|thailändisch",
    "Indonesian": "indonesian|indonesisch|bahasa indonesia",
    "Latin": "latin|latein|latín",
}
LANGUAGE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in LANGUAGES.items()), re.IGNORECASE)
CEFR = re.compile(r"(?<![A-Za-z\d])([ABC][12])(?![A-Za-z\d])", re.IGNORECASE)
LEVELS = {
    "native": r"native|mother ?tongue|first language|bilingual|muttersprach\w{1,6}|zweisprachig|"
    r"langue maternelle|maternelle|bilingue|nativ[oa]|lengua materna|materna",
    "fluent": r"fluent(?:ly)?|fluency|verhandlungssicher|fließend|courant(?:e)?|couramment|fluido|fluidez",
    "professional": r"(?:full |limited )?professional|business(?: level)?|geschäftssicher|professionnel(?:le)?|profesional",
    "advanced": r"advanced|proficient|very good|excellent|sehr gut\w{0,2}|sehr gute kenntnisse|avancée?|très bon(?:ne)?|"
    r"avanzado|alto",
    "intermediate": r"intermediate|working|conversational|good|gut\w{0,2}|mittelstufe|intermédiaire|bon(?:ne)?|intermedio|"
    r"medio",
    "basic": r"basics?|beginner|elementary|limited working|grundkenntnisse|anfänger|notions|débutante?|scolaire|básico|"
    r"principiante|schulkenntnisse",
}
LEVEL = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in LEVELS.items()), re.IGNORECASE)
TOGETHER = re.compile(r"^\s?(?:&|/|and|und|et|y)\s?$", re.IGNORECASE)
LABEL = re.compile(r"^[^:]{0,40}(?:languages?|sprachen|sprachkenntnisse|langues?|idiomas?)[^:]{0,20}:", re.IGNORECASE)


def languages(lines: Iterable[Line], evidence: list[Evidence]) -> tuple[Language, ...]:
    """The languages listed, in order; a level that stands below its language counts."""
    found: dict[str, Language] = {}
    last: str | None = None
    for line in lines:
        if line.section != "languages" and not LABEL.match(line.text):
            last = None
            continue
        here = dict(_spoken(line.text))
        for name, level in here.items():
            if name not in found:
                found[name] = Language(name=name, level=level)
                evidence.append(noted("languages", name, line))
                _note_level(name, level, line, evidence)
        if not here and last and found[last].level is None and (level := level_in(line.text)):
            found[last] = Language(name=last, level=level)
            _note_level(last, level, line, evidence)
        last = next(reversed(here), None)
    return tuple(found.values())


def language_name(text: str) -> str | None:
    """The English name of the language that a text names."""
    match = LANGUAGE.search(text)
    return match.lastgroup if match else None


def level_in(text: str) -> str | None:
    """The level that a text states: of the CEFR if it names one, else a word of LEVELS."""
    if "native" not in text.casefold() and (stated := CEFR.search(text)):
        return stated[1].upper()
    match = LEVEL.search(text)
    return match.lastgroup if match else None


def _note_level(name: str, level: str | None, line: Line, evidence: list[Evidence]) -> None:
    if level:
        evidence.append(noted("languages.level", f"{name}: {level}", line))


def _spoken(text: str) -> Iterator[tuple[str, str | None]]:
    """Each language with its level: before each one where the first has it before ("fluent English"), else behind."""
    named = list(LANGUAGE.finditer(text))
    edges = [0, *(match.end() for match in named)], [*(match.start() for match in named), len(text)]
    between = [text[start:end] for start, end in zip(*edges, strict=True)]
    before = bool(named) and level_in(between[0]) is not None
    # What is joined by "and" shares the level of its neighbour: the one before, where levels stand before.
    order = range(len(named)) if before else range(len(named) - 1, -1, -1)
    levels: dict[int, str | None] = {}
    for index in order:
        near = between[index] if before else between[index + 1]
        neighbour = levels.get(index - 1 if before else index + 1)
        levels[index] = neighbour if TOGETHER.match(near) else level_in(near)
    yield from ((match.lastgroup or "", levels[index]) for index, match in enumerate(named))
