"""The words around an amount of money that tell pay from other money, and what the pay is for.

Data, read by `read.salary`, which puts what stands around an amount in lower case first. To extend to a language: its
words in the tuples below, where they begin a word in the second one of two. Every pattern is an alternation of literals
with bounded gaps, so that reading stays linear; without case, and with the boundary said once, it is ten times as fast.
"""

from __future__ import annotations

import re

from jobfinder.read.quick import Quick


def _any(inside: tuple[str, ...], beginning: tuple[str, ...]) -> Quick:
    """Any of these words, of which the latter begin where a word does. For text in lower case."""
    return Quick(rf"{'|'.join(inside)}|\b(?:{'|'.join(beginning)})")


SCALE_WORDS = (
    r"(?=[lctmbk])(?:lakhs?|lacs?|lpa|thousand|tsd\.?|crores?|cr|million|billion|mil|mio\.?|mrd\.?|bn|mm|mn|[kmbl])"
)
"""Behind an amount. What none of them begins with is seen at once."""

_UNITS = {
    "day": r"day|tag|jour|día|dia|giorno|dag|den|dzień",
    "hour": r"hour|hr|h|std|stunde|heure|hora|ora|uur|timme|timen|hod|hodinu|godz|godzinę",
    "month": r"month|mo|monat|mois|mes|mês|mese|mth|miesi[aą]c|mies|m[aå]ned|månad|mån|mnd|md|maand|měsíc",
    "week": r"week|wk|woche|semaine|semana|settimana|vecka",
    "year": r"year|yr|y|annum|jahr|an|année|año|anno|ano|rok|jaar|år",
}
"""What pay is for, behind a word for "per"."""
_PHRASES = {
    "day": r"^\s?days?\b|tagessatz|tjm\b|day rate|diarios?\b|日給|\bdaily\b",
    "hour": r"^\s?hours?\b|stundenlohn|stündlich|taux horaire|/h\b|per/hour|時給|hodinov|godzinow|"
    r"\b(?:hourly|p\.?h\.?\b|std\.|timlön|timeløn|uurloon)",
    "month": r"^\s?months?\b|monatlich|mensuel|mensual|monats\w{0,12}|miesi[eę]cznie|/mies|měsíčn|mensile|mensil|"
    r"maandelijks|månatlig|månedlig|月給|月収|月薪|\b(?:monthly\b|pcm\b|månadslön|månedsløn)",
    "week": r"^\s?weeks?\b|\bweekly\b",
    "year": r"^\s?years?\b|jährlich|jahres\w{0,14}|annuel|anual|rocznie|ročně|roční|annu[ao]|årlig|årslön|årsløn|"
    r"jaarlijks|年収|年俸|\b(?:annual|yearly\b|p\.?a\.?(?!\w)|pa\b|lpa\b|ctc\b|ral\b)",
}
_PER = r"(?:/|\b(?:per |an? |pro |par |por |im |al |la |de l['’]|i |om |na |za ))\s?"
PERIOD = re.compile(
    rf"{_PER}(?:{'|'.join(f'(?P<per_{name}>{units})' for name, units in _UNITS.items())})\b|"
    + "|".join(f"(?P<{name}>{phrases})" for name, phrases in _PHRASES.items())
)
"""A period, in text in lower case: the name of its last group is that of the period, or `per_` and that."""

JOIN = re.compile(
    r"^\s{0,3}(?:gross|brutto|brut|base)?"
    r"(?:\s?(?:per|/|a|an|pro|par)\s?(?:year|yr|annum|hour|hr|h|month|mo|jahr|monat|stunde|an|mois|día|año)\s?)?"
    r"(?:-|–|—|−|‐|~|〜|～|to|and|bis|und|à|a|et|y|e|en|och|og|až|do|till|until|til|tot|up to|-\s?(?:up )?to)\s{0,2}$",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""

PAY = _any(("salar", "compensation", "gehalt", "vergütung", "rémunération"), (r"pay\b", "wage"))
CUE = _any(
    (
        r"salar|compensation|income|remuneration|on[- ]target",
        r"gehalt|vergütung|lohn|entgelt|verdienst|honorar|tagessatz|brutto",
        r"salaire|rémunération|sueldo|retribuci|stipendio",
        r"wynagrodzeni|widełki|lön\b(?<=\w\wlön)|lønn|salári|給与|月給|年収|時給",
    ),
    (
        r"comp\b|pays?\b|base\b|wage|rates?\b|earn|range\b|ctc\b|ote\b",
        r"fixe?\b|brut\b|tjm\b|bruto|lön\b|løn\b|salaris|mzd|plat\b|ral\b",
    ),
)
DECOY = _any(
    (
        r"revenue|funding|raised|raising|series [a-h]\b|valuation|valued|assets|budget|market\b|invest",
        r"bonus|stipend|allowance|reimburs|401|tuition|learning|training|referral|referred|gift|sign[- ]?on|signing",
        r"deductible|copay|co-pay|credit|voucher|discount|per diem|donat|equity|stock|grant|toward|contribut",
        r"loan|coverage|fund\b|saving|insur|perk|wellness|home office|equipment|tips\b|minimum wage|fees?\b",
        r"transaction|sales of|portfolio|worth of|payroll of|customers|users",
        r"zuschuss|prämie|umsatz|gutschein|weiterbildung|projektpauschale|mindestlohn|bußgeld|trinkgeld|pro skript",
        r"panier|ticket|daycare|per child|chiffre|repas|gratuit|viaje|diarios",
    ),
    (r"arr\b|aum\b|match|hra\b|quota|deals?\b|cost|spend|kita\b|prime\b|up to \d{1,3}%",),
)
UP_TO = re.compile(
    r"(?:up to|bis zu|maximaal|maximal|jusqu['’]?à|hasta|max(?:imum|\.)?|do|fino a|as much as)\s?(?:de )?$"
)
FROM = re.compile(
    r"(?:\bfrom|\bab|starting(?: at| from)|starts at|\bat least|mindestens|"
    r"à partir de|desde|minimum(?: of)?|\bmin\.?|"
    r"a partir de|\bod|upwards of|over|more than|über)\s?:?\s?$"
)
MAXIMUM = re.compile(r"\bmaximum (?:base )?(?:salary|pay|rate)\b")
MINIMUM = re.compile(r"\bminimum (?:base )?(?:salary|pay|rate)\b(?!.{0,200}\bmaximum\b)")
IMPLIED_MONTH = {
    "SEK": (15_000, 120_000),
    "NOK": (15_000, 120_000),
    "DKK": (12_000, 120_000),
    "CZK": (12_000, 250_000),
    "PLN": (3_000, 45_000),
    "JPY": (120_000, 1_000_000),
}
IMPLIED_YEAR = {
    "SEK": 200_000,
    "NOK": 200_000,
    "DKK": 200_000,
    "CZK": 350_000,
    "PLN": 60_000,
    "JPY": 2e6,
    "INR": 200_000,
}
"""Between which amounts only a month's pay, from which on only a year's pay is meant, by currency."""
CLAUSE = re.compile(
    r"[.;!?\s•·▪●](?:(?<=[.;!?])(?<!\bSr.)(?<!\bJr.)(?<!\bSt.)(?<!\bNo.)\s|(?<=\n)\s?|(?<=[•·▪●])|(?<=\s)\s+)"
)
AFTER_END = re.compile(
    r"[,.;(\n+]|(?:^|\s)(?:plus|and|sowie|und|zzgl|excl|incl|depending|based|in addition|with)\b|\s{2,}"
)
"""Where what is said of an amount ends: before, at a clause (one class of characters first: where none of them stands,
nothing is tried); after, at the next addition.
"""
