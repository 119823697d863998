"""The words around an amount of money that tell pay from other money, and what the pay is for.

Data, read by `read.salary`. To extend to a language: its words in the tuples below. Every pattern is an alternation of
literals with bounded gaps, so that reading stays linear.
"""

from __future__ import annotations

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


SCALE_WORDS = r"lakhs?|lacs?|lpa|thousand|tsd\.?|crores?|cr|million|billion|mil|mio\.?|mrd\.?|bn|mm|mn|[kmbl]"

_PER = r"(?:/|\bper |\ba |\ban |\bpro |\bpar |\bpor |\bim |\bal |\bla |\bde l['’]|\bi |\bom |\bna |\bza )\s?"
PERIODS = {
    "hour": _any(
        rf"{_PER}(?:hour|hr|h|std|stunde|heure|hora|ora|uur|timme|timen|hod|hodinu|godz|godzinę)\b",
        r"^\s?hours?\b",
        r"\bhourly|stundenlohn|stündlich|taux horaire|/h\b|\bp\.?h\.?\b|per/hour|\bstd\.|時給|\btimlön|\btimeløn|"
        r"hodinov|\buurloon|godzinow",
    ),
    "day": _any(
        rf"{_PER}(?:day|tag|jour|día|dia|giorno|dag|den|dzień)\b",
        r"^\s?days?\b",
        r"\bdaily\b|tagessatz|tjm\b|day rate|diarios?\b|日給",
    ),
    "week": _any(rf"{_PER}(?:week|wk|woche|semaine|semana|settimana|vecka)\b", r"^\s?weeks?\b", r"\bweekly\b"),
    "month": _any(
        rf"{_PER}(?:month|mo|monat|mois|mes|mês|mese|mth|miesi[aą]c|mies|m[aå]ned|månad|mån|mnd|md|maand|měsíc)\b",
        r"^\s?months?\b",
        r"\bmonthly\b|monatlich|mensuel|mensual|monats\w{0,12}|miesi[eę]cznie|/mies|\bpcm\b|"
        r"měsíčn|mensile|mensil|maandelijks|månatlig|månedlig|\bmånadslön|\bmånedsløn|月給|月収|月薪",
    ),
    "year": _any(
        rf"{_PER}(?:year|yr|y|annum|jahr|an|année|año|anno|ano|rok|jaar|år)\b",
        r"^\s?years?\b",
        r"\bannual|\byearly\b|\bp\.?a\.?(?!\w)|jährlich|jahres\w{0,14}|annuel|anual|\bpa\b|\blpa\b|\bctc\b|rocznie|"
        r"ročně|roční|annu[ao]|årlig|årslön|årsløn|årslønn|jaarlijks|年収|年俸|\bral\b",
    ),
}

JOIN = re.compile(
    r"^\s{0,3}(?:gross|brutto|brut|base)?"
    r"(?:\s?(?:per|/|a|an|pro|par)\s?(?:year|yr|annum|hour|hr|h|month|mo|jahr|monat|stunde|an|mois|día|año)\s?)?"
    r"(?:-|–|—|−|‐|~|〜|～|to|and|bis|und|à|a|et|y|e|en|och|og|až|do|till|until|til|tot|up to|-\s?(?:up )?to)\s{0,2}$",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""

PAY = _any(r"salar", r"compensation", r"\bpay\b", r"\bwage", r"gehalt", r"vergütung", r"rémunération")
CUE = _any(
    r"salar|compensation|\bcomp\b|\bpay\b|\bpays\b|\bbase\b|\bwage|\brates?\b|income|\bearn|\brange\b|\bctc\b|"
    r"remuneration",
    r"\bote\b|on[- ]target",
    r"gehalt|vergütung|lohn|entgelt|verdienst|honorar|tagessatz|brutto",
    r"salaire|rémunération|\bfixe?\b|\bbrut\b|\btjm\b",
    r"sueldo|retribuci|\bbruto|stipendio",
    r"wynagrodzeni|widełki|\blön\b|\w{2,8}lön\b|lønn|\bløn\b|salári|\bsalaris|\bmzd|\bplat\b|\bral\b|給与|月給|年収|時給",
)
DECOY = _any(
    r"revenue|funding|raised|raising|series [a-h]\b|valuation|valued|\barr\b|\baum\b|assets|budget|market\b|invest",
    r"bonus|stipend|allowance|reimburs|401|tuition|learning|training|referral|referred|gift|sign[- ]?on|signing",
    r"deductible|copay|co-pay|credit|voucher|discount|per diem|donat|equity|stock|grant|toward|contribut|\bmatch",
    r"loan|coverage|fund\b|saving|insur|\bhra\b|perk|wellness|home office|equipment|tips\b|minimum wage|fees?\b",
    r"transaction|sales of|portfolio|\bquota|\bdeals?\b|worth of|\bcost|\bspend|payroll of|customers|users",
    r"zuschuss|prämie|umsatz|gutschein|weiterbildung|projektpauschale|mindestlohn|bußgeld|trinkgeld|pro skript",
    r"panier|ticket|daycare|per child|\bkita\b|\bprime\b|chiffre|repas|gratuit|viaje|diarios|\bup to \d+%",
)
UP_TO = re.compile(
    r"(?:up to|bis zu|maximaal|maximal|jusqu['’]?à|hasta|max(?:imum|\.)?|do|fino a|as much as)\s?(?:de )?$",
    re.IGNORECASE,
)
FROM = re.compile(
    r"(?:\bfrom|\bab|starting(?: at| from)|starts at|\bat least|mindestens|"
    r"à partir de|desde|minimum(?: of)?|\bmin\.?|"
    r"a partir de|\bod|upwards of|over|more than|über)\s?:?\s?$",
    re.IGNORECASE,
)
MAXIMUM = re.compile(r"\bmaximum (?:base )?(?:salary|pay|rate)\b", re.IGNORECASE)
MINIMUM = re.compile(r"\bminimum (?:base )?(?:salary|pay|rate)\b(?!.{0,200}\bmaximum\b)", re.IGNORECASE)
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
CLAUSE = re.compile(r"(?<!\bSr)(?<!\bJr)(?<!\bSt)(?<!\bNo)[.;!?\n]\s|\n|[•·▪●]|\s{2,}")
AFTER_END = re.compile(
    r"[,.;(\n+]|(?:^|\s)(?:plus|and|sowie|und|zzgl|excl|incl|depending|based|in addition|with)\b|\s{2,}", re.IGNORECASE
)
"""Where what is said of an amount ends: before, at a clause; after, at the next addition."""
