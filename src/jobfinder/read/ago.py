"""How many days ago: "today", "Posted yesterday", "vor 3 Tagen", "il y a 2 semaines", "hace 5 días".

Pure. Called by `read.dates`, on short fields. A month has 30 days. "30+ days ago" and "more than a week ago" have no
date. To extend to a language: its word for a unit in UNITS, its words for today and yesterday in WORDS, the words that
say "ago" in AGO.
"""

from __future__ import annotations

import re

LONGEST = 60
WORDS = {
    0: "today now just heute soeben eben aujourd'hui hoy oggi hoje vandaag idag i\xa0dag dnes dzisiaj dziś maintenant",
    1: "yesterday gestern hier ayer ieri ontem gisteren igår včera wczoraj",
}
UNITS = {
    0: "minute minutes min mins hour hours h hr hrs minuten minute stunde stunden std heure heures hora horas minuto "
    "minutos ora ore minuti uur uren minuut timme timmar minuter hodin hodiny hodinami godzin godziny",
    1: "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dager dage dny dní dnem "
    "dni dzień",
    7: "week weeks w wk wks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor uke "
    "uker uge uger týden týdny týdnů tydzień tygodni tygodnie",
    30: "month months mo mos monat monate monaten mois mes meses mese mesi mês maand maanden månad månader måned "
    "måneder měsíc měsíce měsíců měsícem miesiąc miesiące miesięcy",
}
DAYS_OF = {word: days for days, words in UNITS.items() for word in words.split()}
NAMED = {word: days for days, words in WORDS.items() for word in words.split(" ")}
ONE = frozenset({"a", "an", "one", "einem", "einer", "un", "une", "una", "um", "uma", "een", "en"})
AGO = re.compile(
    r"\b(?:ago|vor|il y a|depuis|hace|fa|há|atrás|geleden|sedan|siden|zpět|před|temu|(?:re)?posted|veröffentlicht|"
    r"publié)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(r"(?<![\d.,])(\d{1,3}|[^\W\d_]{1,5})(\+?)\s?([^\W\d_]{1,9})(?![^\W\d_])")
MORE = re.compile(r"\d\s?\+|\b(?:more than|over|mehr als|über|plus de|más de|oltre|mais de|meer dan)\b", re.IGNORECASE)


def days_ago(text: str) -> int | None:
    """The days between what a text says and the day on which it says so; null where it says no such thing."""
    said = " ".join(text[: LONGEST * 2].casefold().split())
    if not said or len(said) > LONGEST or MORE.search(said):
        return None
    if AGO.search(said):
        for match in COUNTED.finditer(said):
            count = int(match[1]) if match[1].isdigit() else 1 if match[1] in ONE else None
            if count is not None and match[3] in DAYS_OF:
                return count * DAYS_OF[match[3]]
    named = [NAMED[word] for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", said) if word in NAMED]
    return named[0] if len(set(named)) == 1 and len(said.split()) <= 4 else None
