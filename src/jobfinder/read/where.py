"""Where the work is done, as the prose of a posting says it: for postings whose fields name no place.

Pure. Called by `match.offer`. A label ("Location: Berlin") is believed; of sentences only those that speak of working,
and only where all of them name one city. A place counts where the gazetteer knows it: "our office in style" is none.
To extend to a language: its labels in LABEL, its sentences in WORKED.
"""

from __future__ import annotations

import re

from jobfinder.model import Place
from jobfinder.read.places import place
from jobfinder.read.quick import WHOLE, Quick

READ = 20_000
MOST = 12
LABEL = Quick(
    r"^[\s•*·◦–-]{0,4}(?:(?:job|work|office|primary) )?(?:locations?|workplace|place of work|your workplace|"
    r"standort|arbeitsort|einsatzort|dienstort|dienstsitz|lieu(?: de travail)?|localisation|ubicación|lugar de trabajo)"
    r"\s?[:–-]\s?(?P<place>[^\n]{2,60})$",
    re.IGNORECASE | re.MULTILINE,
)
_CITY = r"(?P<place>[A-ZÀ-ÖØ-Þ][\w.'’-]{1,25}(?: [A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}){0,2}(?:, [A-ZÀ-ÖØ-Þ][\w.'’ -]{1,25})?)"
WORKED = (
    Quick(
        rf"\b(?i:based|on[- ]?site(?: work)?|work(?:ing)?|office|site|located|position|role|job|vacancy|home) "
        rf"(?i:in|at|from) (?:our |the )?{_CITY}"
    ),
    Quick(r"\b(?i:our|the) " + _CITY + r" (?i:office|site|headquarters|campus|location|team|clinic|school|kitchen)\b"),
    Quick(rf"\b(?i:hybrid model|hybrid|from home, the rest|home ?office, sonst|week) (?i:from|in|at) {_CITY}"),
    Quick(rf"\b(?i:vor ort|büro|arbeitsplatz ist|arbeiten|standort|sitz|tätig|bei uns) (?i:in) {_CITY}"),
    Quick(rf"\b(?i:poste basé|basé|bureaux?|oficinas?|presencial|puesto) (?i:à|en|dans) {_CITY}"),
)
WHOLE.join(LABEL, *WORKED)
CUT = re.compile(r"[.;:!?)(]\s?|\s[–-]\s")


def places_said(text: str | None) -> tuple[Place, ...]:
    """The place that the text names as that of the work; nothing where it names none, or several."""
    read = (text or "")[:READ]
    labelled = [_known(match["place"]) for match in WHOLE.near(LABEL, read)][:MOST]
    found = [one for one in labelled if one is not None]
    if found:
        return (found[0],)
    said = [_known(match["place"]) for pattern in WORKED for match in WHOLE.near(pattern, read)][:MOST]
    cities = {one.city: one for one in said if one is not None and one.city}
    return tuple(cities.values()) if len(cities) == 1 else ()


def _known(words: str) -> Place | None:
    """The place, where it is one that is known."""
    named = CUT.split(words.strip())[0].strip(" .,;")
    read = place(named)
    return read if read.city or read.country else None
