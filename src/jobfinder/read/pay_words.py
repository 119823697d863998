"""The words around an amount of money that tell pay from other money, and what the pay is for.

Data, read by `read.salary`. To extend to a language: its words in the tuples below. Every pattern is an alternation of
literals with bounded gaps, so that reading stays linear.
"""

from __future__ import annotations

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


SCALE_WORDS = r"lakhs?|lacs?|lpa|thousand|tsd\.?|crores?|cr|million|billion|mil|mio\.?|mrd\.?|bn|mm|mn|[kmbl]"

_PER = r"(?:/|\bper |\ba |\ban |\bpro |\bpar |\bpor |\bim |\bal |\bla |\bde l['’])\s?"
PERIODS = {
    "hour": _any(
        rf"{_PER}(?:hour|hr|h|std|stunde|heure|hora)\b",
        r"^\s?hours?\b",
        r"\bhourly|stundenlohn|stündlich|taux horaire|/h\b|\bp\.?h\.?\b|per/hour|\bstd\.",
    ),
    "day": _any(
        rf"{_PER}(?:day|tag|jour|día)\b",
        r"^\s?days?\b",
        r"\bdaily\b|tagessatz|tjm\b|day rate|diarios?\b",
    ),
    "week": _any(rf"{_PER}(?:week|wk|woche|semaine|semana)\b", r"^\s?weeks?\b", r"\bweekly\b"),
    "month": _any(
        rf"{_PER}(?:month|mo|monat|mois|mes|mth|miesi[aą]c|m[aå]ned|månad)\b",
        r"^\s?months?\b",
        r"\bmonthly\b|monatlich|mensuel|mensual|monats\w{0,12}|miesi[eę]cznie|/mies|\bpcm\b",
    ),
    "year": _any(
        rf"{_PER}(?:year|yr|y|annum|jahr|an|année|año|anno|rok)\b",
        r"^\s?years?\b",
        r"\bannual|\byearly\b|\bp\.?a\.?(?!\w)|jährlich|jahres\w{0,14}|annuel|anual|\bpa\b|\blpa\b|\bctc\b|rocznie",
    ),
}

JOIN = re.compile(
    r"^\s{0,3}(?:gross|brutto|brut|base)?"
    r"(?:\s?(?:per|/|a|an|pro|par)\s?(?:year|yr|annum|hour|hr|h|month|mo|jahr|monat|stunde|an|mois|día|año)\s?)?"
    r"(?:-|–|—|−|‐|to|and|bis|und|à|a|et|y|do|till|until|up to|-\s?(?:up )?to)\s{0,2}$",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""

PAY = _any(r"salar", r"compensation", r"\bpay\b", r"\bwage", r"gehalt", r"vergütung", r"rémunération")
CUE = _any(
    r"salar|compensation|\bcomp\b|\bpay\b|\bpays\b|\bbase\b|\bwage|\brates?\b|income|\bearn|\brange\b|\bctc\b|remuneration",
    r"\bote\b|on[- ]target",
    r"gehalt|vergütung|lohn|entgelt|verdienst|honorar|tagessatz|brutto",
    r"salaire|rémunération|\bfixe?\b|\bbrut\b|\btjm\b",
    r"sueldo|retribuci|\bbruto|stipendio",
    r"wynagrodzeni|widełki|\blön\b|lønn",
)
DECOY = _any(
    r"revenue|funding|raised|raising|series [a-h]\b|valuation|valued|\barr\b|\baum\b|assets|budget|market\b|invest",
    r"bonus|stipend|allowance|reimburs|401|tuition|learning|training|referral|referred|gift|sign[- ]?on|signing",
    r"deductible|copay|co-pay|credit|voucher|discount|per diem|donat|equity|stock|grant|toward|contribut|\bmatch",
    r"loan|coverage|fund\b|saving|insur|\bhra\b|perk|wellness|home office|equipment|tips\b|minimum wage|fees?\b",
    r"transaction|sales of|portfolio|\bquota|\bdeals?\b|worth of|\bcost|\bspend|payroll of|customers|users",
    r"zuschuss|prämie|umsatz|gutschein|weiterbildung|projektpauschale|mindestlohn|bußgeld|trinkgeld|pro skript",
    r"panier|ticket|\bprime\b|chiffre|repas|gratuit|viaje|diarios|\bup to \d+%",
)
UP_TO = re.compile(
    r"(?:up to|bis zu|jusqu['’]?à|hasta|max(?:imum|\.)?|do|fino a|as much as)\s?(?:de )?$", re.IGNORECASE
)
FROM = re.compile(
    r"(?:\bfrom|\bab|starting(?: at| from)|starts at|\bat least|mindestens|à partir de|desde|minimum(?: of)?|\bmin\.?|"
    r"a partir de|\bod|upwards of|over|more than|über)\s?:?\s?$",
    re.IGNORECASE,
)
MAXIMUM = re.compile(r"\bmaximum (?:base )?(?:salary|pay|rate)\b", re.IGNORECASE)
MINIMUM = re.compile(r"\bminimum (?:base )?(?:salary|pay|rate)\b(?!.{0,200}\bmaximum\b)", re.IGNORECASE)
CLAUSE = re.compile(r"[.;!?\n]\s|\n|[•·▪●]|\s{2,}")
AFTER_END = re.compile(
    r"[,.;(\n+]|(?:^|\s)(?:plus|and|sowie|und|zzgl|excl|incl|depending|based|in addition|with)\b|\s{2,}", re.IGNORECASE
)
"""Where what is said of an amount ends: before, at a clause; after, at the next addition."""
