"""Company names, reduced to a key under which different spellings of one employer meet.

Pure. Called by `flow.identity` (who is this company?) and `match.gate` (is it on the stop list?).
To extend: add a legal form to LEGAL, or a word that career sites append to TRAILING.
"""

from __future__ import annotations

import re
import unicodedata

_LEGAL = """
inc incorporated llc llp lp ltd limited corp corporation plc pbc pllc gmbh ggmbh mbh ag kg kgaa ohg ug ev se
sa sas sasu sarl srl spa sl slu sau bv nv vof cv ab asa as aps oy oyj ehf hf kft zrt nyrt doo dd sro spzoo zoo
pte pty pvt private sdn bhd kk gk sia uab ou eood ood jsc ooo lda ltda eireli
"""
LEGAL = frozenset(_LEGAL.split())
COMPANY_WORDS = frozenset({"co", "company"})
TRAILING = frozenset({"careers", "career", "jobs", "job", "hiring", "recruiting", "recruitment", "karriere"})
DASHES = frozenset({"-", "–", "—", "|", "/", "&", "+"})
JOINERS = frozenset({"&", "+", "and", "und", "et", "y"})
ARTICLES = frozenset({"the", "a", "an", "our", "my", "der", "die", "das", "la", "le", "el", "los", "les"})
INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,6}")
SPELT_FORMS = ((re.compile(r"\ba/s\b"), "as"), (re.compile(r"\bsp\.? ?z\.? ?o\.? ?o\.?"), "spzoo"))
HOST = re.compile(r"^([^\W_][\w-]{1,60})\.(?:com|io|ai|co|net|org|dev|app|de|eu)$")
NOTE = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]|[®™©]")
SILENT = re.compile(r"['’`´.]")
PUNCTUATION = re.compile(r"[\"“”„,:;!?|*]")
ACCENTS = re.compile(r"[\u0300-\u036f]")


def company_key(name: str) -> str:
    """The comparable form of a company's name: "Acme", "ACME, Inc.", "Acme Careers" and "acme GmbH" are all "acme".

    Only what stands at the end is dropped, never the last word; a name joined by "&" stays whole ("Work & Co" is
    "work & co"). Empty only for a name of nothing but white space.
    """
    words = _plain(name).split()
    telling = next((at for at, word in enumerate(words) if word not in ARTICLES), len(words))
    while (drop := _ending(words)) and len(words) - drop > telling:
        del words[-drop:]
    return " ".join(words) or " ".join(name.split()).casefold()


def _plain(name: str) -> str:
    noted = NOTE.sub(" ", name)
    text = unicodedata.normalize("NFKC", noted if noted.strip() else name).casefold().strip()
    text = unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    text = HOST.sub(r"\1", text)
    for form, plain in SPELT_FORMS:
        text = form.sub(plain, text)
    text = INITIALS.sub(lambda match: match[0].replace(".", ""), text)
    text = text.replace("&", " & ").replace("+", " + ").replace(". ", " ")
    return PUNCTUATION.sub(" ", SILENT.sub("", text))


def _ending(words: list[str]) -> int:
    """How many words at the end say nothing of who it is: a legal form, "Careers", "& Co. KG" behind a legal form."""
    if len(words) < 2:
        return 0
    last, before = words[-1], words[-2]
    if before in JOINERS:
        behind_form = len(words) > 3 and words[-3] in LEGAL
        return 2 if behind_form and (last in LEGAL or last in COMPANY_WORDS) else 0
    return int(last in LEGAL or last in TRAILING or last in COMPANY_WORDS or last in DASHES)
