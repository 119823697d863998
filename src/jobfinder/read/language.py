"""Which language a text is in: English, German, French, Spanish, Dutch, Italian or Portuguese.

Pure. Called by boards and readers where the source states no language. Counts words that one language uses all the time
and the others do not; short or mixed texts give null. To extend: the small words of a language in WORDS.
"""

from __future__ import annotations

import re

from jobfinder.read.text import uncommon

WORDS = {
    "en": "the and of to with for you your our are will have this that from be is as or an we by on at who what about",
    "de": "und der die das mit für ein eine einen du wir sie ist auf den im dem zu von bei als auch sich oder des "
    "dein deine unser unsere ihre werden sowie nicht bist dich uns zum zur",
    "fr": "et le la les des du une nous vous dans pour avec sur est votre notre au aux sont que qui ou ce cette vos "
    "nos être par plus ainsi",
    "es": "y el la los las de del con para en un una que por como tu nuestro nuestra se su sus es al más o eres tus "
    "experiencia somos",
    "nl": "en het een van de je voor met in we op is zijn aan jij jouw ons onze bij te dat naar als ook of die wij "
    "bent hebt",
    "it": "e il la di che per con un una del della nel le gli dei delle sono si al alla è nostro nostra i lo da anche "
    "tuo tua",
    "pt": "e o a os as de do da dos das com para em um uma que por na no nos se ao você não é como mais seu sua nossa "
    "nosso ou são",
}
SPOKEN_IN = {
    spelt: "".join(f"{name} " for name, others in WORDS.items() if word in others.split())
    for words in WORDS.values()
    for word in words.split()
    for spelt in (word, word.capitalize(), word.upper())
}
"""The languages that use a word, each with a blank behind. As it is spelt: changing the case of a text takes long."""
FOREIGN = frozenset("ąćęłńśźżčďěňřšťůžđåøæőűğşțăĄĆĘŁŃŚŹŻČĎŘŠŤŽĐÅØÆ")
CODE = re.compile(r"^([a-z]{2,3})(?:[-_][a-z0-9]{2,8}){0,3}$", re.IGNORECASE)
NAMES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "dutch": "nl",
    "nederlands": "nl",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
}
READ = 1_200
SHORTEST = 12
"""Characters that are read; words below which nothing is said."""
FEW = 0.006
"""The part of all characters that may be letters of other languages: of names, not of text."""
SHARE = 0.12
LEAD = 1.35
"""The part of all words that must be the language's own, and by how much it must be ahead of the next."""
GLANCE = 300
CLEAR = 3.0
"""Characters of both ends of what is read that will do for texts in one language, which are most: who is so far ahead
in them stays ahead."""


def language(text: str | None) -> str | None:
    """The ISO 639-1 code of the text's language, null when unsure."""
    read = (text or "")[:READ]
    if sum(map(FOREIGN.__contains__, uncommon(read))) > FEW * len(read):
        return None
    if len(read) > 2 * GLANCE and (clear := _ahead(f"{read[:GLANCE]} {read[-GLANCE:]}", CLEAR)):
        return clear
    return _ahead(read, LEAD)


def _ahead(read: str, lead: float) -> str | None:
    """The language that has its share of the words and so many times those of the next; null where none has."""
    words = read.split()
    spoken = "".join(filter(None, map(SPOKEN_IN.get, words)))
    ranked = sorted(((spoken.count(name), name) for name in WORDS), reverse=True)
    (best, name), (second, _) = ranked[0], ranked[1]
    return name if best >= lead * second and _is_enough(best, words) else None


def _is_enough(best: int, words: list[str]) -> bool:
    """Are so many the language's own? Numbers and signs count for no words, which seldom matters."""
    count = len(words)
    if best < max(SHORTEST, SHARE * count):
        count = sum(word[0].isalpha() for word in words)
    return count >= SHORTEST and best >= SHARE * count


def code(stated: str | None) -> str | None:
    """The language of a tag ("de-DE", "en_US") or name as sources state it; null for anything else."""
    name = (stated or "").strip()
    match = CODE.match(name)
    return match[1].lower() if match else NAMES.get(name.casefold())
