"""Spoken languages by their names, and how well one is spoken, in English, German, French and Spanish words.

Pure. Called by the readers of résumés. A level of the CEFR counts before a word. To extend: a language in LANGUAGES, a
word for a level in LEVELS.
"""

from __future__ import annotations

import re

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
WRITTEN = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "nl": "Dutch",
    "it": "Italian",
    "pt": "Portuguese",
}
"""The languages that postings are known to be written in, by ISO 639-1 code."""
LANGUAGE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in LANGUAGES.items())})\b", re.IGNORECASE
)
CEFR = re.compile(r"(?<![A-Za-z\d])([ABC][12])(?![A-Za-z\d])", re.IGNORECASE)
LEVELS = {
    "native": r"native|mother ?tongue|first language|bilingual|muttersprach\w{1,6}|zweisprachig|"
    r"langue maternelle|maternelle|bilingue|nativ[oa]|lengua materna|materna",
    "fluent": r"fluent(?:ly)?|fluency|verhandlungssicher|fließend|courant(?:e)?|couramment|fluido|fluidez",
    "professional": r"(?:full |limited )?professional|business(?: level)?|geschäftssicher|professionnel(?:le)?|"
    r"profesional",
    "advanced": r"advanced|expert|proficient|very good|excellent|sehr gut\w{0,2}|sehr gute kenntnisse|avancée?|très "
    r"bon(?:ne)?|"
    r"avanzado|alto",
    "intermediate": r"intermediate|working|conversational|good|gut\w{0,2}|mittelstufe|intermédiaire|bon(?:ne)?|"
    r"intermedio|"
    r"medio",
    "basic": r"basics?|beginner|elementary|limited working|grundkenntnisse|anfänger|notions|débutante?|scolaire|básico|"
    r"principiante|schulkenntnisse",
}
LEVEL = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in LEVELS.items())})\b", re.IGNORECASE)


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
