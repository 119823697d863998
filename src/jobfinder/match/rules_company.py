"""The filter rules on whose work it is: tier and industry of the company, and signs of a bad posting.

Pure. Called by `match.filter`. A company that nobody has read about is unknown, and passes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jobfinder.match.edit import Edit
from jobfinder.match.keywords import can_be_keyword, found, may_hold
from jobfinder.match.rules import Case, Finding, listed, passed, unknown, violated
from jobfinder.model import Tier
from jobfinder.read.fact import FlagKind
from jobfinder.read.sentences import sentence_at

INDUSTRIES = (
    ("gambling", "casino", "casinos", "betting", "igaming", "sports betting", "glücksspiel", "wetten"),
    ("defence", "defense", "military", "weapons", "arms", "rüstung", "defence industry"),
    ("tobacco", "cigarettes", "vaping", "tabak"),
    ("oil and gas", "oil & gas", "petroleum", "fossil fuels", "oil"),
    ("adult entertainment", "pornography", "adult content"),
    ("crypto", "cryptocurrency", "blockchain", "web3"),
    ("alcohol", "spirits", "brewery"),
)
"""Industries that people avoid, each with its other names."""
OURSELVES = re.compile(r"\b(?:we|our|us|wir|unser\w{0,2}|nous|notre|nuestr\w{1,2}|somos)\b", re.IGNORECASE)
TIERS = tuple(Tier)
"""From the best to the least."""
SAID = {
    "commission": "pays by commission alone",
    "unpaid": "is unpaid",
    "agency": "is an agency's, which does not name the employer",
    "evergreen": "is always open",
    "repost": "is posted again and again",
    "ghost": "looks like nobody is hired for it",
    "scam": "has signs of a fraud",
    "to-machines": "addresses machines",
    "fee": "wants money from applicants",
}


def tier(case: Case) -> Finding:
    """The company is of the least tier taken, or better."""
    least = case.prefs.tiers.least
    if least is None:
        return passed("any company will do")
    given = case.company.tier if case.company else None
    if given is None:
        return unknown("the company has no tier")
    if TIERS.index(given) <= TIERS.index(least):
        return passed(f"a company of tier {given}", f"tier {given}")
    return violated(
        f"a company of tier {given}, below {least}",
        f"tier {given}",
        f"passes if tiers.least is {given}",
        Edit(path="tiers.least", op="set", values=(given.value,)),
    )


def industry_accepted(case: Case) -> Finding:
    """The industry of the company holds one of the words accepted."""
    accepted, industry = case.prefs.industries.accepted, _industry(case)
    if not accepted:
        return passed("any industry will do")
    if industry is None:
        return unknown("the industry of the company is not known")
    hit = next((word for word in accepted if found(word, industry)), None)
    if hit:
        return passed(f"the industry holds {hit!r}", industry)
    edit = Edit(path="industries.accepted", op="add", values=(industry,)) if can_be_keyword(industry) else None
    return violated(
        f"the industry {industry!r} holds none of {listed(accepted)}",
        industry,
        f"passes if industries.accepted has words of {industry!r}",
        edit,
    )


def industry_excluded(case: Case) -> Finding:
    """The industry of the company holds none of the words excluded."""
    excluded, industry = case.prefs.industries.excluded, _industry(case)
    if not excluded:
        return passed("no industry is excluded")
    said = [(word, quoted) for word in excluded if (quoted := _in_industry(word, industry) or _says(word, case))]
    if not said and industry is None:
        return unknown("the industry of the company is not known")
    if not said:
        return passed("the industry holds nothing excluded", industry)
    hits = tuple(word for word, _ in said)
    return violated(
        f"the industry is {listed(hits)}",
        said[0][1],
        f"passes without {listed(hits)} in industries.excluded",
        Edit(path="industries.excluded", op="remove", values=hits),
    )


def _in_industry(word: str, industry: str | None) -> str | None:
    return industry if industry and any(found(name, industry) for name in _names(word)) else None


def _says(word: str, case: Case) -> str | None:
    """The sentence in which the employer says of themselves that they are in that industry."""
    text = case.posting.description_text or ""
    names = _names(word)
    for name in names if may_hold(names, text) else ():
        span = found(name, text)
        sentence = sentence_at(text, span[0]) if span else ""
        if sentence and OURSELVES.search(sentence):
            return sentence
    return None


@lru_cache(maxsize=256)
def _names(word: str) -> tuple[str, ...]:
    """An industry under its other names, too."""
    plain = word.casefold().strip()
    return next((names for names in INDUSTRIES if plain in names), (plain,))


def _industry(case: Case) -> str | None:
    return ((case.company.industry if case.company else None) or "").strip() or None


def flags_refused(case: Case) -> Finding:
    """The posting has none of the signs refused."""
    return _flags(case, case.prefs.flags.refused, "flags.refused")


def flags_wary(case: Case) -> Finding:
    """The posting has none of the signs to be wary of."""
    return _flags(case, case.prefs.flags.wary, "flags.wary")


def _flags(case: Case, kinds: tuple[FlagKind, ...], path: str) -> Finding:
    hits = [flag for flag in case.offer.flags if flag.kind in kinds and flag.quotes]
    if not hits:
        return passed(f"shows no sign of {listed(kinds)}" if kinds else "no signs are looked at")
    named = tuple(flag.kind for flag in hits)
    return violated(
        f"it {' and '.join(SAID[kind] for kind in named)}",
        hits[0].quotes[0],
        f"passes without {listed(named)} in {path}",
        Edit(path=path, op="remove", values=named),
    )
