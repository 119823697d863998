"""Until when one may apply, where the text of a posting says so: "Applications close on 12 May", "Bewerbungsfrist: …".

Pure. Called by `match.offer`, for postings whose source has no field for it. A date counts only behind a word for the
end of applying ("closing date", "apply by"), or between "until" and a word for applying; the end of a contract, a start
or an interview does not. A day and month alone are those of the year that is nearest to when it was read. What could be
two dates (5/6/2026) is none in an English sentence, and the day first in the others. To extend to a language: its words
in CUE, UNTIL and APPLYING, and letters of them in STEMS; its months in `read.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from jobfinder.read.dates import MONTHS, iso
from jobfinder.read.fact import Fact
from jobfinder.read.quick import WHOLE, Letters
from jobfinder.read.sentences import quote
from jobfinder.read.stems import lowered, span_around

_STEMS = (
    "closing|deadline|close|apply|applica|expir|bewerb|bewirb|frist|schluss|limite|límite|clôture|candidatur|postul|"
    "plazo|cierre|solicitud|inscri|ausschreibung|due date|end date"
)
STEMS = Letters(_STEMS.split("|"))
"""Letters without which nothing is said of the end of applying."""
WHOLE.join(STEMS)
CUE = re.compile(
    r"(?<!\w)(?:(?:application |posting |job |vacancy |advert |submission )?(?:closing|closes|close|end|expiry|"
    r"expiration|due) "
    r"?date(?: (?:for|of) (?:\w{2,12} ){0,3}\w{2,14})?|"
    r"(?:application|applications|submission|final|posting|closing)(?: (?:submission|filing|period|window))? deadline"
    r"(?: (?:for|of) (?:\w{2,12} ){0,3}\w{2,14})?|"
    r"deadline (?:for|to|of) (?:the |all |submit\w{0,4} |receiving |receipt of |your |external |internal )*appl\w{1,9}|"
    r"(?:last|final|latest) (?:date|day) (?:to|for|of) (?:appl\w{1,9}|receiv\w{1,4}|receipt|submi\w{1,6})|"
    r"(?:applications?|the (?:role|position|vacancy|advert|job|posting|application window)|(?:this|our) (?:role|"
    r"position|vacancy|"
    r"advert|job|posting)) (?:\w{2,10} ){0,3}?(?:close[sd]?|closing|end|ends|expires?|deadline)|"
    r"application (?:window|period)[^.\n]{0,40}?(?:close[sd]?|open until|ends?)|"
    r"appl(?:y|ications?|ying)[^.!?;\n]{0,70}? (?:by|before|until|till|through|no later than|not later than)|"
    r"(?:submit|send|forward)[^.!?;\n]{0,50}? (?:application|cv|résumé|resume)s?[^.!?;\n]{0,50}? (?:by|before|until|"
    r"no later than)|"
    r"bewerbungs(?:frist|schluss|ende|zeitraum|phase)\w{0,2}|einsendeschluss|ausschreibungsende|"
    r"ende der bewerbungsfrist|"
    r"(?:bewirb|bewerb\w{1,6})[^.!?;\n]{0,90}? bis(?: (?:zum|spätestens|einschließlich))*|"
    r"date (?:limite|de clôture|de fin)(?: (?:de|des|pour)[^.\n:]{0,40}?)?|clôture des candidatures|"
    r"(?:candidatures?|postuler?|postulez)[^.!?;\n]{0,90}? (?:jusqu['’]au|avant le|au plus tard le)|"
    r"fecha (?:l[ií]mite|de cierre|tope|fin)(?: (?:de|para)[^.\n:]{0,40}?)?|plazo[^.!?;\n]{0,60}?(?:hasta el|"
    r"finaliza|termina|:)|"
    r"cierre de (?:la )?(?:convocatoria|inscripci[oó]n\w{0,2}|candidaturas|postulaciones)|"
    r"(?:candidaturas?|solicitud(?:es)?|inscr[ií]b\w{2,6}|inscripci\w{2,5}|"
    r"post[uú]lat?\w{0,4})[^.!?;\n]{0,90}? (?:hasta|antes de)l?(?: el| d[ií]a)*)"
    r"(?!\w)",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?<!\w)(?:by|before|until|till|no later than|bis(?: zum)?|bis spätestens(?: zum)?|jusqu['’]au|avant le|"
    r"hasta el|antes del)\s"
    r"(?:[^\W\d_]{2,10}\.?,?\s){0,2}$",
    re.IGNORECASE,
)
APPLYING = re.compile(
    r"^[^.!?;\n]{0,60}?(?:to apply|to be considered|your application|bewerb|bewirb|candidature|postuler|inscri|"
    r"solicitud|candidatura)",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"[!?;]|\n[^\n]*\n|\.\s+[A-ZÄÖÜ]|(?<!\w)(?:start\w{0,3}|begin\w{0,4}|commenc\w{0,4}|contract|interviews?|shift|"
    r"salary|"
    r"eintritt\w{0,4}|beginn|befrist\w{0,3}|gespräche|prise de poste|entretiens?|contrat|incorporaci[oó]n|contrato|"
    r"entrevistas?)(?!\w)",
    re.IGNORECASE,
)
"""Between the words and the date: it is the date of something else."""
FOREIGN = re.compile(
    r"frist|schluss|bewerb|bewirb|limite|clôture|candidatur|postul|plazo|cierre|fecha|solicitud|inscri", re.I
)
MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
DIGITS = re.compile(r"\d(?<![\d/.-]\d)\d{0,3}")
"""The digit first: what a search begins with is found soonest."""
MONTH_BEFORE = re.compile(rf"(?<!\w)(?P<month>{MONTH})\.?\s$", re.IGNORECASE)
DAY_BEHIND = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{4}))?(?![\w])", re.IGNORECASE)
DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-](?:de\s|of\s|d['’])?(?P<month>{MONTH})\.?"
    r"(?:,?[\s-](?:de\s|del\s)?(?P<year>\d{4}))?(?!\w)",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"(?P<day>\d{1,2})(?P<by>[./-])\s?(?P<month>\d{1,2})(?P=by)\s?(?P<year>\d{4}|\d{2})?(?![\d/])")
STANDARD = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)")
READ = 40_000
BEFORE, BEHIND, GAP = 130, 260, 60
"""Characters around the letters found; and between the words and the date."""
MOST = 60
FAR = timedelta(days=3 * 365)
"""A date further away is that of a law or a slip."""


def closes(text: str, now: float | None) -> Fact[str] | None:
    """The last day to apply (ISO date), or null. `now` (epoch seconds): when the text was read; it completes dates
    without a year, which are none without it. `start` and `end` are those of the sentence quoted.
    """
    read = text[:READ]
    today = datetime.fromtimestamp(now, UTC).date() if now is not None and 0 < now < 4.2e9 else None
    for left, right in _windows(read):
        for start, end, day in _stated(read[left:right], today):
            return _fact(read, left + start, left + end, day)
    return None


def _fact(text: str, start: int, end: int, day: date) -> Fact[str]:
    """With all sentences from the word to the date: "12. Mai" looks like the end of one."""
    first, last = span_around(text, start, end)
    return Fact(value=day.isoformat(), quote=quote(text[first:last], start - first), start=first, end=last)


def _windows(text: str) -> list[tuple[int, int]]:
    """Where words of applying stand, in order, those near each other together."""
    places = WHOLE.places(STEMS, lowered(text))[:MOST]
    found: list[tuple[int, int]] = []
    for place in places:
        left, right = max(0, place - BEFORE), place + BEHIND
        if found and left <= found[-1][1]:
            left = found.pop()[0]
        found.append((left, right))
    return found


def _stated(text: str, today: date | None) -> Iterator[tuple[int, int, date]]:
    """The dates until which one may apply, and from where to where it is said."""
    for digits in DIGITS.finditer(text):
        begin = digits.start()
        month = MONTH_BEFORE.search(text[max(0, begin - 13) : begin])
        first = begin - len(month[0]) if month else begin
        before = text[max(0, first - BEFORE) : first]
        written = _written(text, begin, month["month"] if month else None)
        said = _said(before, text[written.end() : written.end() + BEFORE]) if written else None
        if written is None or said is None:
            continue
        foreign = bool(FOREIGN.search(before[said.start() :] + text[written.end() : written.end() + GAP]))
        day = _day(written, month["month"] if month else None, today, day_first=foreign)
        if day and (today is None or abs(day - today) <= FAR):
            yield first - len(before) + said.start(), written.end(), day


def _written(text: str, begin: int, month: str | None) -> re.Match[str] | None:
    """The date, from its first digit."""
    if month:
        return DAY_BEHIND.match(text, begin)
    return STANDARD.match(text, begin) or NUMBERS.match(text, begin) or DAY_FIRST.match(text, begin)


def _said(before: str, after: str) -> re.Match[str] | None:
    """The words that make it the last day to apply."""
    cues = [cue for cue in CUE.finditer(before) if len(before) - cue.end() <= GAP]
    if cues and not OTHER.search(before[cues[-1].end() :]):
        return cues[-1]
    until = UNTIL.search(before)
    return until if until and APPLYING.match(after) else None


def _day(written: re.Match[str], month: str | None, today: date | None, *, day_first: bool) -> date | None:
    if written.re is STANDARD:
        return _parsed(written[0])
    if written.re is not NUMBERS:
        name = (month or written["month"]).casefold()
        return _dated(int(written["day"]), MONTHS[name], written["year"], today)
    if written["year"] is None:
        return _dated(int(written["day"]), int(written["month"]), None, today) if written["by"] == "." else None
    year = written["year"] if len(written["year"]) == 4 else f"20{written['year']}"
    by = "." if day_first or written["by"] == "." else "/"
    return _parsed(by.join((written["day"], written["month"], year)))


def _parsed(text: str) -> date | None:
    said = iso(text)
    return date.fromisoformat(said[:10]) if said else None


def _dated(day: int, month: int, year: str | None, today: date | None) -> date | None:
    """Without a year, the nearest such day."""
    if year is None and today is None:
        return None
    years = [int(year)] if year else [today.year + more for more in (-1, 0, 1)] if today else []
    found = [one for number in years if (one := _existing(number, month, day))]
    return min(found, key=lambda one: abs(one - today) if today else timedelta(), default=None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
