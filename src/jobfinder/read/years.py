"""Years of experience that a text asks for, in English, German, French and Spanish.

Pure. Called by `match.offer` (`years_asked`) and `match.parts` (`parse_years`: years in numbers only). A number counts
only beside a word for experience or a word of asking ("at least", "minimum", "+"); the age of a company, of a person or
of a contract does not. Where there is no number of years, months of experience count ("6 months' experience" is half a
year), then that none is needed (0), then wordings that are understood as an amount, in WORDED: these are inferred, not
stated. To extend to a language: its number words, its word for years in YEARS, its words of asking in ASKED_BEFORE, its
wordings in WORDED.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter

from jobfinder.model import Record
from jobfinder.read.fact import Fact, YearsAsked
from jobfinder.read.quick import WHOLE, Quick
from jobfinder.read.sentences import quote
from jobfinder.read.stems import lowered, span_around


class Years(Record, frozen=True, kw_only=True):
    """Experience asked for, in years. `max` is null where more is welcome; `text` is the sentence it stands in."""

    min: int | None = None
    max: int | None = None
    text: str


NUMBER_WORDS = {
    word: value
    for value, words in enumerate(
        (
            (),
            ("one", "ein", "einem", "un", "uno"),
            ("two", "zwei", "deux", "dos"),
            ("three", "drei", "trois", "tres"),
            ("four", "vier", "quatre", "cuatro"),
            ("five", "fünf", "cinq", "cinco"),
            ("six", "sechs", "seis"),
            ("seven", "sieben", "sept", "siete"),
            ("eight", "acht", "huit", "ocho"),
            ("nine", "neun", "neuf", "nueve"),
            ("ten", "zehn", "dix", "diez"),
        )
    )
    for word in words
}
AMOUNT = rf"\d{{1,2}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
YEARS = Quick(r"(?<![^\W\d_])(?:years?|yrs?|jahre?n?|années?|años?)(?!\w)", re.IGNORECASE)
ANS = re.compile(r"an(?<![^\W\d_]an)s?(?!\w)")
"""The short French word for them, in lower case: its letters stand everywhere, in English before most nouns."""
COUNT = re.compile(
    rf"(?<![\w$€£.,/])(?P<low>{AMOUNT})(?:\s?\([a-z\d]{{1,6}}\))?\s?(?P<plus>\+|plus\b|or more\b|oder mehr\b|ou "
    rf"plus\b|o más\b)?"
    rf"(?:\s?(?:-|–|—|to\b|bis\b|à\b|a\b|or\b|o\b|oder\b|ou\b|and\b|et\b|und\b|y\b)"
    rf"\s?(?P<high>{AMOUNT})\s?(?P<plus2>\+)?)?[\s-]?(?:full\s)?$",
    re.IGNORECASE,
)
WIDEST = 30
ASKED_BEFORE = re.compile(
    r"(?:minimum|min\.?|mind\.?|at least|atleast|mindestens|wenigstens|au moins|m[ií]nim[oa]|al menos|more than|über|"
    r"mehr als|plus de|"
    r"typically|preferably|ideally|idealerweise|requires?|required|you have|must have|less than|up to|experience|"
    r"erfahrung|expérience|experiencia)\b.{0,30}$",
    re.IGNORECASE,
)
ASKED_AFTER = re.compile(
    r"experience|experiencia|expérience|erfahrung|berufspraxis|experiência|minimum\b|mínimo\b|exp\b", re.IGNORECASE
)
MORE_AFTER = re.compile(
    r"['’]?\s?(?:\+|(?:plus|or more|or longer|and more|oder mehr|oder länger|und mehr|ou plus|et plus|o más|y más)\b)",
    re.IGNORECASE,
)
"""Said behind the word for years."""
NOT_ASKED_BEFORE = re.compile(
    r"(?:for|over|past|last|next|within|since|seit|depuis|vor|nearly|almost|every|in|our|hace|más de|con|celebrating|"
    r"first|founded|these|the|of age|growing)\s(?:(?:the|more than|mehr als|über|plus de|over|nearly|almost|fast|"
    r"past|last|un|just)\s){0,2}$",
    re.IGNORECASE,
)
NOT_ASKED_AFTER = re.compile(
    r"^\W{0,3}(?:old\b|of age|in a row|in business|of success|of history|of growth|track record|ago\b|alt\b|"
    r"(?:or|and) (?:older|over|up|above)\b|after\b|and counting|warranty|contract|degree|sooner|term\b|"
    r"of bootstrapped|of continuous|of operation|"
    r"of innovation|of service\b|of tradition|de historia|d'existence|from now|running|anniversary)",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:we|we’ve|we've|our|us|company|firm|has|founded|founders?|wir|unser\w{0,2}|unternehmen|kanzlei|gründer|"
    r"nous|notre|"
    r"associée?|fondat\w{3,5}|somos|avalan|nuestr[oa]|empresa|firma|despacho|fundador\w{0,2}|profesionales del)\b",
    re.IGNORECASE,
)
AT_MOST = re.compile(
    r"(?:less than|fewer than|up to|under|weniger als|bis zu|moins de|menos de|maximum|max\.?)\s$", re.IGNORECASE
)
STOP = re.compile(r"(?<!\bmin)(?<!\bmind)(?<!\bmax)(?<!\bca)[.!?;]\s|\n|\s{2,}|[•·▪●]", re.IGNORECASE)
EXACTLY_ASKED = re.compile(
    r"(?:minimum|min\.?|at least|mindestens|au moins|al menos|required?)\b.{0,12}$", re.IGNORECASE
)
LEAST_EXPERIENCE = re.compile(
    r"(?:experience|expérience|experiencia|erfahrung)\b[^.;\n]{0,12}(?:at least|minimum|mindestens|au moins|al menos|"
    r"mínim[ao])\b"
    r"[^.;\n]{0,5}$",
    re.IGNORECASE,
)
"""Said of nobody but those who apply, whoever else stands in the sentence."""
OF_ANOTHER = re.compile(
    r"\b(?:founders?|fondat\w{3,5}|gründer\w{0,3}|fundador\w{0,2}|associée?s?)\b[^.;\n]{0,40}$|"
    r"\b(?:partners?|colleagues?|mentors?|managers?|leads?|chef|directeur) (?:who|qui) (?:has|have|a)\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)
"""People whom one will meet."""
NEAR = 90
LONGEST = 25
"""Beyond this it is the age of the company, unless asked for in so many words."""
AGES = (16, 17, 18, 21)
"""Years from which on one may do something; of experience only where that is said."""


MONTHS = re.compile(
    r"(?<![\w$€£.,/])(?P<months>\d{1,2})\+?[ -]?(?:months?|monate?n?|mois|meses)['’]? (?:(?:of|d['’]|de|prior|previous|"
    r"relevant|professional|work|working|related|hands-on|practical|recent|einschlägige|relevante|berufliche)\s?){0,4}"
    r"(?:experience|expérience|experiencia|(?:berufs|praxis)?erfahrung)",
    re.IGNORECASE,
)
NONE_NEEDED = Quick(
    r"\bno (?:prior |previous |specific |work |professional |relevant |industry ){0,3}experience (?:is |in \w{2,15} )?"
    r"(?:required|needed|necessary)|\bexperience (?:is )?not (?:required|needed|necessary)|"
    r"\bno experience\? no problem|"
    r"\b(?:don['’]t|do not) need (?:any |prior |previous ){0,2}experience(?! (?:in|with|of|as)\b)|"
    r"keine (?:vor|berufs)?(?:erfahrung|kenntnisse) (?:erforderlich|notwendig|nötig)|"
    r"(?<!\w)(?:vorkenntnisse|(?:berufs|vor)?erfahrung) (?:ist|sind) (?:dafür |hierfür )?(?:nicht|keine) (?:zwingend |"
    r"unbedingt )?(?:erforderlich|notwendig|nötig|voraussetzung|bedingung)|"
    r"\bohne (?:vorkenntnisse|(?:berufs|vor)?erfahrung) (?:möglich|willkommen|geeignet)|"
    r"\bauch ohne (?:vorkenntnisse|(?:berufs|vor)?erfahrung)|"
    r"(?:pas|aucune) (?:besoin )?(?:d['’e] ?\w{0,12} ?(?:ni )?)?(?:d['’])?expérience (?:préalable )?(?:requise|"
    r"exigée|nécessaire|"
    r"demandée|n['’]est)|(?:pas besoin|sans besoin) d[^.;\n]{0,30}expérience|"
    r"expérience (?:n['’]est )?(?:pas|non) (?:obligatoire|requise|exigée|nécessaire|demandée)|"
    r"(?:avec ou sans|sans) expérience (?:accepté|bienvenu)|avec ou sans expérience|"
    r"débutante?s?(?:[(·.]\w\)?){0,2} (?:sont )?(?:accepté|bienvenu)|ouverte?s? aux débutant|"
    r"no (?:es necesari[oa]|se (?:requiere|necesita|exige)|hace falta|requiere) (?:tener )?(?:la )?experiencia|"
    r"(?:con o )?sin experiencia (?:previa|necesaria|requerida)|con o sin experiencia|"
    r"experiencia (?:previa )?no (?:es )?(?:necesaria|requerida|imprescindible|obligatoria)",
    re.IGNORECASE,
)
_NOUN_DE = r"(?:(?:berufs|praxis|arbeits|fach|projekt)?erfahrung(?:en)?|berufspraxis|praxis|(?:berufs)?tätigkeit)"
IN_ONE_WORD = Quick(
    rf"(?<![\w-])(?P<years>\d{{1,2}}(?=[ -]?j)|{'|'.join(NUMBER_WORDS)})[ -]?jährige[rnms]?,? "
    rf"(?:\w{{4,20}},? (?:und )?){{0,2}}{_NOUN_DE}(?!\w)",
    re.IGNORECASE,
)
"""German says "a three-year experience" in one word."""
OF_US = re.compile(
    r"\b(?:wir (?:haben|verfügen|blicken|bringen|sind|profitieren|bieten)|nous (?:avons|disposons|bénéficions)|"
    r"we(?:['’]ve| have| bring| offer)|our (?:team|company|people|experts?|staff)|unser\w{0,2} (?:team|unternehmen|"
    r"kunden)|"
    r"notre (?:équipe|entreprise|cabinet|société)|contamos con|nuestr[oa] (?:equipo|empresa))\b[^.;:\n]{0,50}$",
    re.IGNORECASE,
)
"""What the employer has."""
WORDED: tuple[tuple[YearsAsked, Quick], ...] = tuple(
    (YearsAsked(min=low, max=high), Quick(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for low, high, words in (
        (
            3,
            None,
            rf"(?:(?:mehr|lang)jährige[rnms]?|(?:mehrere|einige|"
            rf"viele) jahre),? (?:\w{{4,20}},? (?:und )?){{0,2}}{_NOUN_DE}|"
            r"(?:mehrere|einige|viele) jahre [^.;\n]{0,40}(?:gearbeitet|tätig)|"
            r"(?:plusieurs|quelques) années (?:d['’]expérience|de pratique)|expérience (?:\w{4,18} )?de (?:plusieurs|"
            r"quelques) années|"
            r"varios años de experiencia|experiencia de varios años|amplia experiencia|"
            r"(?:several|multiple|many|a few|a number of) years(?:['’])?(?: of)? (?:\w{3,14} ){0,2}(?:experience|"
            r"practice)|"
            r"(?:several|many|a few) years (?:in|on) (?:a|the) (?:similar|comparable|same|related)",
        ),
        (4, None, r"expérience confirmée|expérience (?:solide|avérée)|solide expérience"),
        (
            1,
            3,
            r"expérience (?:\w{4,18} )?(?:significative|réussie)|(?:significative|réussie) expérience|"
            r"experiencia demostrable",
        ),
        (
            0,
            2,
            r"erste (?:\w{4,20},? (?:und )?){0,2}(?:berufs|praxis|arbeits)erfahrung(?:en)?|"
            r"erste(?: praktische| relevante){0,2} erfahrung(?:en)?(?= (?:im|in|als|aus|bei|und)\b)|"
            r"première expérience|primera experiencia|first (?:professional|work) experience",
        ),
        (
            0,
            None,
            r"(?:newcomers|beginners|career[- ]changers|(?:new |recent )?graduates|school leavers|"
            r"entry[- ]level (?:candidates|applicants)) (?:are )?(?:also |very |always )?welcome|"
            r"(?:quer|berufs)(?:einsteiger|anfänger)\w{0,5}(?: \([^)]{1,8}\))? (?:sind )?(?:auch |herzlich |gerne? |"
            r"sehr ){0,2}"
            r"willkommen|(?:für|als) (?:quer|berufs)(?:einsteiger|anfänger)\w{0,5} geeignet|"
            r"jeunes? diplômée?s? (?:sont )?(?:bienvenue?s?|acceptée?s?)",
        ),
    )
)
"""How people label such wordings."""
MONTHS_STEMS = ("month", "monat", "mois", "meses")
"""Letters without which the pattern of months finds nothing."""
WHOLE.join(YEARS, NONE_NEEDED, IN_ONE_WORD, *(words for _, words in WORDED))


GENERAL = re.compile(
    r"experience|erfahrung|expérience|experiencia|experiência|\b(?:similar|comparable|relevant|related|professional|"
    r"roles?|"
    r"positions?|on the job|in the (?:field|industry)|vergleichbar\w{0,2}|einschlägig\w{0,2}|beruf\w{0,6})\b",
    re.IGNORECASE,
)
"""What makes years those of the whole work, not of one skill: "5 years in a similar role", not "2 years of Excel"."""


def parse_years(text: str) -> Years | None:
    """The experience that a posting asks for, or null. The first stated requirement counts, not the longest; what is
    asked of one skill alone only where nothing is asked of the whole.
    """
    found = _numbered(text)
    return found[0] if found else None


def years_asked(text: str) -> Fact[YearsAsked] | None:
    """The experience asked for, with the sentence that says so; inferred (`stated` is false) where it has no number."""
    numbered = _numbered(text)
    if numbered:
        years, start, end = numbered
        return _fact(text, start, end, YearsAsked(min=years.min, max=years.max))
    lower = lowered(text)
    months = MONTHS.search(text) if _any(MONTHS_STEMS, lower) else None
    if months:
        return _fact(text, months.start(), months.end(), YearsAsked(min=round(int(months["months"]) / 12, 2)))
    none = next(WHOLE.near(NONE_NEEDED, text), None)
    if none:
        return _fact(text, none.start(), none.end(), YearsAsked(min=0))
    return _worded(text)


def _any(stems: Iterable[str], text: str) -> bool:
    return any(stem in text for stem in stems)


def _worded(text: str) -> Fact[YearsAsked] | None:
    """The first wording that is understood as an amount."""
    found = [(*hit.span(), value) for value, words in WORDED if (hit := _of_the_seeker(words, text))]
    if not found:
        return None
    start, end, value = min(found, key=itemgetter(0))
    return _fact(text, start, end, value, stated=False)


def _of_the_seeker(words: Quick, text: str) -> re.Match[str] | None:
    """The first that speaks of those who apply, not of the employer."""
    return next((hit for hit in WHOLE.near(words, text) if not _ours(text, hit)), None)


def _ours(text: str, hit: re.Match[str]) -> bool:
    return OF_US.search(text, max(0, hit.start() - NEAR), hit.start()) is not None


def _fact(text: str, start: int, end: int, value: YearsAsked, *, stated: bool = True) -> Fact[YearsAsked]:
    first, last = span_around(text, start, end)
    return Fact(value=value, quote=quote(text[first:last], start - first), start=first, end=last, stated=stated)


def _numbered(text: str) -> tuple[Years, int, int] | None:
    """The first years asked for in numbers of the whole work, else of a skill, and where they stand."""
    of_a_skill = None
    for start, end in sorted(word.span() for word in (*WHOLE.near(YEARS, text), *ANS.finditer(lowered(text)))):
        left = max(0, start - WIDEST)
        count = COUNT.search(text[left:start])
        if count is None:
            continue
        before, after = _around(text, left + count.start(), end)
        if _asked(count, before, after):
            found = _years(count, before, f"{count[0]}{text[start:end]}", after), left + count.start(), end
            if GENERAL.search(found[0].text):
                return found
            of_a_skill = of_a_skill or found
    return of_a_skill or _in_one_word(text)


def _in_one_word(text: str) -> tuple[Years, int, int] | None:
    hit = _of_the_seeker(IN_ONE_WORD, text)
    if hit is None:
        return None
    before, after = _around(text, *hit.span())
    said = " ".join(f"{before}{hit[0]}{after}".split())
    return Years(min=_number(hit["years"]), text=said), *hit.span()


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after, within the sentence."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    stops = list(STOP.finditer(before))
    stop = STOP.search(after)
    return before[stops[-1].end() :] if stops else before, after[: stop.start()] if stop else after


def _asked(match: re.Match[str], before: str, after: str) -> bool:
    if NOT_ASKED_AFTER.search(after):
        return False
    experience = bool(ASKED_AFTER.search(after[:60]))
    if _number(match["low"]) > LONGEST and not EXACTLY_ASKED.search(before):
        return False
    if OF_ANOTHER.search(before):
        return False
    if LEAST_EXPERIENCE.search(before):
        return True
    if _number(match["low"]) in AGES and not (experience or match["high"]):
        return False
    if NOT_ASKED_BEFORE.search(before):
        return experience and not OURS.search(before + after)
    more = match["plus"] or match["plus2"] or match["high"] or MORE_AFTER.match(after)
    if more or ASKED_BEFORE.search(before):
        return not (OURS.search(before) and not experience)
    return experience and not OURS.search(before)


def _years(match: re.Match[str], before: str, said: str, after: str) -> Years:
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] and not match["plus2"] else None
    text = " ".join(f"{before}{said}{after}".split())
    if AT_MOST.search(before) and high is None:
        return Years(min=None, max=low, text=text)
    if high is not None and high < low:
        low, high = high, None
    return Years(min=low, max=high, text=text)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.casefold()]
