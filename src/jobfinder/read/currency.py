"""Currencies as postings write them, and amounts of money as numbers.

Pure. Called by `read.salary`. To extend: a sign or code in SIGNS; a sign that several currencies share goes into
SHARED too, with the country that decides.
"""

from __future__ import annotations

import re

_CODES = (
    "USD EUR GBP CHF CAD AUD NZD SGD HKD JPY CNY INR PLN SEK NOK DKK CZK HUF RON BGN TRY ILS KRW BRL MXN ZAR AED SAR "
    "PHP THB IDR MYR VND UAH NGN KES ARS CLP COP PEN EGP PKR TWD"
)
CODES = _CODES.split()
SIGNS = {
    "US$": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "AU$": "AUD",
    "A$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "EURO": "EUR",
    "EUROS": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "RMB": "CNY",
    "₹": "INR",
    "RS.": "INR",
    "RS": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "SFR.": "CHF",
    "FR.": "CHF",
    "ZŁ": "PLN",
    "KČ": "CZK",
    "KR": None,
    "KR.": None,
    "DOLLARS": "USD",
    **{code: code for code in CODES},
}
SHARED = {
    "$": {
        "CA": "CAD",
        "AU": "AUD",
        "NZ": "NZD",
        "SG": "SGD",
        "HK": "HKD",
        "MX": "MXN",
        "AR": "ARS",
        "CL": "CLP",
        "CO": "COP",
    },
    "DOLLARS": {"CA": "CAD", "AU": "AUD", "NZ": "NZD"},
    "¥": {"CN": "CNY"},
    "KR": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "KR.": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
}


def _beginning(first: str) -> str:
    """The signs that begin with a character, the longest first, as one alternative of a pattern."""
    rests = sorted((sign[1:] for sign in SIGNS if sign[0] == first), key=len, reverse=True)
    ends = (re.escape(rest) + (r"(?![^\W\d_])" if (first + rest)[-1].isalpha() else "") for rest in rests)
    return f"{re.escape(first)}(?:{'|'.join(ends)})"


_FIRST = sorted({sign[0] for sign in SIGNS})
SIGN = f"(?=[{re.escape(''.join(_FIRST))}])(?:{'|'.join(map(_beginning, _FIRST))})"
"""Any sign. Where none can begin, none of them is tried; else only those that begin so."""
LARGE_UNITS = frozenset({"JPY", "KRW", "HUF", "IDR", "VND", "CLP", "COP", "INR", "PHP", "NGN", "PKR", "ARS"})
"""Currencies whose yearly pay has six or more digits."""

SCALES = {"k": 1e3, "tsd": 1e3, "thousand": 1e3, "lpa": 1e5, "lakh": 1e5, "lac": 1e5, "l": 1e5, "crore": 1e7, "cr": 1e7}
MILLIONS = frozenset({"m", "mil", "mm", "mio", "mn", "million", "b", "bn", "billion", "mrd"})
"""Amounts of millions are revenue, funding, anything but pay."""

GROUPED = re.compile(r"[.,'’\s\u00a0\u202f](?=\d{3}(?!\d))|,(?=\d{2},)")


def currency_of(sign: str, country: str | None = None) -> str | None:
    """The ISO 4217 code of a sign as written. `country` (ISO 3166 alpha-2) decides a shared one; null where nothing
    does.
    """
    plain = sign.strip().upper()
    plain = plain.removesuffix("$").strip() if len(plain) > 3 else plain
    return SHARED.get(plain, {}).get(country or "") or SIGNS.get(plain)


def number(text: str) -> float:
    """110'000, 4.500, 12,00,000, 18 000, 16,42 and 1.150,00 as a number."""
    if text.isdecimal():
        return float(text)
    plain = GROUPED.sub("", text.strip())
    return float(plain.replace(",", ".").replace(" ", ""))
