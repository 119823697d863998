"""Single fields as boards word them, in our vocabulary: remote, its scope, kind of employment, period of pay.

Pure. Called by `boards`, `read.jsonld` and `read.feed` on short fields and titles, never on whole descriptions.
What is not said, or said both ways, is null. To extend: a language's words in the patterns below; kinds of employment
in `read.employment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from jobfinder.model import Remote
from jobfinder.read.employment import employment_in, employment_of
from jobfinder.read.gazetteer import country, country_of_code, plain, regions
from jobfinder.read.text import clean

LONGEST = 300


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(words)})(?![^\W_])", re.IGNORECASE)


NOT_SAID = _words(
    r"(?:not?|non|kein(?:e|en)?|sans|pas de|sin)[- ](?:fully |100% )?(?:remote|hybrid|home ?office|télétravail)",
    r"remote (?:sensing|support|control|monitoring|access|hands|desktop|areas?|viewing|operations? cent(?:er|re))",
    r"hybrid (?:cloud|vehicles?|apps?|mobile|electric|infrastructure|it|propulsion|bonding|search|threats?)",
    r"remote possible|remote möglich|home ?office möglich",
)
HYBRID = _words(
    r"hybrid(?:e|es|en|er|o|a)?(?: ?remote)?",
    r"h[ií]brid[oa]",
    r"(?:partially|partly|partial|teilweise|part[- ]time|temporarily|occasional(?:ly)?) (?:remote|home ?office)",
    r"télétravail (?:partiel|occasionnel|fréquent|ponctuel)",
    r"(?:remote|home ?office) (?:partial|teilweise)",
    r"\d ?(?:days?|tage|jours|días)(?: (?:a|per|pro|par|por) (?:week|woche|semaine|semana))? "
    r"(?:remote|home ?office|on[- ]?site|in (?:the )?office)",
)
REMOTE = _words(
    r"remote(?:ly)?",
    r"remot[oa]",
    r"telecommut(?:e|ing)",
    r"telework(?:ing)?",
    r"work(?:ing)? from (?:home|anywhere)",
    r"wfh|wfa",
    r"home[- ]?based",
    r"home ?office",
    r"télétravail|teletravail|à distance",
    r"teletrabajo|a distancia",
    r"thuiswerken?|op afstand",
    r"smart working",
    r"fully distributed|distributed",
    r"virtual",
)
ONSITE = _words(
    r"on[- ]?site",
    r"in[- ]?(?:the )?office",
    r"in[- ]person",
    r"office[- ]based",
    r"vor ort|präsenz",
    r"sur (?:site|place)|présentiel",
    r"presencial|in presenza|op locatie|på plats",
)
MODES = (
    (Remote.HYBRID, HYBRID),
    (Remote.REMOTE, REMOTE),
    (Remote.ONSITE, ONSITE),
)

WORLD = _words(
    r"world ?wide|anywhere(?: in the world)?|global(?:ly)?|weltweit|monde entier|todo el mundo|work from anywhere"
)
SCOPE_NOISE = _words(
    r"(?:(?:fully|100 ?%|full[- ]time|completely|vollständig) )?remote(?:ly)?"
    r"(?:[- ](?:first|friendly|job|work|position|role|eligible|ok))?",
    r"telecommute|work(?:ing)? from home|wfh|home[- ]?based|home ?office|hybrid",
    r"(?:must |to )?be (?:based|located) in|must reside in|candidates? in|residents?(?: of)?|based in|within",
    r"anywhere (?:in|within)|from|in|the|locations?",
)
AREAS = frozenset(
    """eu|european union|eea|eu eea|dach|benelux|nordics|scandinavia|baltics|latam|latin america|middle east|europe|
    asia|africa|oceania|south america|north america|americas|the americas|apac|asia pacific|emea|central europe|
    eastern europe|western europe|mena|cee|uk|usa|us|u s|anz|southeast asia""".replace("\n    ", "").split("|")
)
ZONE = re.compile(r"\b(?:UTC|GMT|CET|CEST|EST|EDT|PST|PDT|CST|MST|ET|PT|time ?zones?)\b")
SCOPE_PART = re.compile(r"[,;/&+|]|\s[-–—]\s|(?<![^\W_])(?:and|or|und|oder|et|ou|only|nur)(?![^\W_])", re.IGNORECASE)

PERIODS = {
    "hour": "hour hours hourly hr hrs h stunde stunden stündlich heure heures hora horas ora uur",
    "day": "day days daily tag tage täglich jour jours journalier día días dag",
    "week": "week weeks weekly wk woche wöchentlich semaine hebdomadaire semana week",
    "month": "month months monthly mo mth monat monate monatlich mois mensuel mes mensual mese maand měsíc",
    "year": "year years yearly yr annum annual annually pa jahr jahre jährlich an ans année annuel año anual anno jaar",
}
PERIOD_OF = {word: period for period, words in PERIODS.items() for word in words.split()}
OTHER_PERIODS = re.compile(
    r"bi[- _]?(?:week|month)|semi[- _]?month|fortnight|quarter|every (?:two|2)|twice", re.IGNORECASE
)


@lru_cache(maxsize=4_096)
def remote(text: str | None) -> Remote | None:
    """Where the work is done, as a short field or title says: "Hybrid", "Remote - US", "TELECOMMUTE", "Vor Ort".

    Hybrid goes before remote; remote and on site in one text leave it open.
    """
    said = NOT_SAID.sub(" ", (text or "")[:LONGEST].replace("_", " "))
    found = [mode for mode, words in MODES if words.search(said)]
    if Remote.HYBRID in found:
        return Remote.HYBRID
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4_096)
def remote_scope(text: str | None) -> str | None:
    """Where one may live who works remotely: "Remote, US only" → "US only", "Remote - Germany" → "Germany".

    Null unless the text speaks of remote work (or says "only") and what remains are countries, areas, states or zones.
    """
    stated = clean((text or "")[:LONGEST].replace("_", " ")) or ""
    world = WORLD.search(stated)
    bare = SCOPE_NOISE.sub(" ", stated)
    scope = " ".join(re.sub(r"[()\[\]:]", " ", bare).split()).strip(" ,;-–—/|.")
    limited = re.search(r"\bonly\b|\bnur\b", stated, re.IGNORECASE)
    if not (limited or world or remote(stated) in (Remote.REMOTE, Remote.HYBRID)):
        return None
    parts = [part.strip() for part in SCOPE_PART.split(scope)]
    if scope and all(_is_area(part) for part in parts if part):
        return scope
    return world[0] if world else None


def is_world(scope: str) -> bool:
    """Is the scope everywhere?"""
    return bool(WORLD.search(scope))


def employment(text: str | Iterable[str] | None) -> str | None:
    """The kind of employment (`full_time`, `part_time`, `contract`, `temporary`, `internship`, `apprenticeship`,
    `volunteer`) that one field, or several together, name; null where they leave a choice.
    """
    texts = (text,) if isinstance(text, str) else tuple(text or ())
    found = employment_of(texts)
    return found.value if found else None


def employment_said(title: str, text: str | None) -> str | None:
    """The kind of employment as title or text of a posting say it, where no field does."""
    found = employment_in(title, text)
    return found.value if found else None


def period(text: str | None) -> str | None:
    """The period of pay (hour, day, week, month, year): "HOUR", "hourly", "per-year-salary", "1 YEAR", "p.a."."""
    said = (text or "")[:LONGEST].casefold().replace("p.a.", "pa")
    if OTHER_PERIODS.search(said):
        return None
    found = {PERIOD_OF[word] for word in re.findall(r"[^\W\d_]+", said) if word in PERIOD_OF}
    return found.pop() if len(found) == 1 else None


def _is_area(name: str) -> bool:
    name = name.strip(" ()[].-–—")
    if plain(name) in AREAS or country(name) or regions(name) or ZONE.search(name) or WORLD.fullmatch(name):
        return True
    return bool(len(name) == 2 and name.isupper() and country_of_code(name))
