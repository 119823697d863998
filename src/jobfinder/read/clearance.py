"""Is a security clearance asked for, or at least a background check?

Pure. Called by `read.eligibility`. Customs, medicine and shops have clearances of their own, which do not count; nor do
checks that the work consists of. To extend: names of clearances in CLEARANCE, of checks in CHECK.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jobfinder.read.fact import Clearance
from jobfinder.read.negation import NO, after, before, undenied
from jobfinder.read.passages import HELD, Claim, Passage, holding
from jobfinder.read.quick import Letters

STEMS = Letters((
    "clearance", "background", "ts/sci", "public trust", "polygraph", "sicherheitsüberpr", "habilita", "vett",
    "führungszeugnis", "criminal", "dbs", "screening", "sc cleared", "dv cleared", "security cleared", "clearable",
    "police check", "casier judiciaire", "antecedentes", "top secret", "nato secret", "bpss",
))  # fmt: skip
HELD.join(STEMS)
_LEVEL = (
    r"(?:security|government|federal|dod|doe|dhs|secret|top[- ]secret|ts/sci|ts|sci|sc|dv|ctc|bpss|nv1|nv2|baseline|"
    r"public trust|q|l|nato(?: secret)?|military|defen[cs]e|reliability|enhanced|interim|active|us|uk|"
    r"national security|"
    r"personnel|suitability|polygraph)"
)
CLEARANCE = re.compile(
    rf"\b{_LEVEL}(?:[ /,()-]{{1,3}}\w{{1,15}}){{0,3}}?[ /,()-]{{1,3}}clearances?\b|\bclearance (?:level|required|"
    rf"status|at)\b|"
    r"\bclearance: |\bts/sci\b|\bpublic trust\b|\b(?:ci|full[- ]scope|lifestyle) poly(?:graph)?\b|\bpolygraph\b|"
    r"\b(?:sc|dv|security)[- ]clear(?:ed|able)\b|\b(?:developed|security) vetting\b|\bnato secret\b|"
    r"\b(?:ability|able|eligible|eligibility|obtain|maintain|hold|active|possess)(?: \w{1,12}){0,5}? clearance\b|"
    r"\b(?:erweiterten? )?sicherheitsüberprüf\w{1,5}|\bhabilitation (?:\w{1,12} ){0,3}?(?:défense|secret)\b|"
    r"\bhabilitable\b|\bhabilitaci[oó]n (?:personal )?de seguridad\b"
)
CHECK = re.compile(
    r"\b(?:background|criminal|police|dbs|crb|security|pre-?employment|reference)"
    r"(?:[ /,&-]{1,3}(?:and|or|history|record|records|background|reference|drug|credit|criminal|enhanced|"
    r"employment)){0,4}"
    r"[ /,&-]{1,3}(?:checks?|screening|screen|investigations?|verifications?|vetting)\b|\bbackground[- ]checks?\b|"
    r"\b(?:polizeiliches |erweitertes )?führungszeugnis\w{0,3}\b|\bcasier judiciaire\b|\bantecedentes penales\b"
)
OTHER = re.compile(
    r"\b(?:customs?|sales?|stock|inventory|medical|fda|regulatory|health|surgical|510|air traffic|height|court|"
    r"cheques?|"
    r"rights|copyright|music|rate|antigen|renal|toxin|land|debris|brush|site clearance|trade|import|export clearance|"
    r"payments?|settlement)\b"
)
SECURITY = re.compile(
    r"\b(?:security|secret|ts/sci|polygraph|public trust|government|dod|classified|sicherheits\w+|défense)\b"
)
ASKED = re.compile(
    r"\b(?:requir\w*|must|need\w*|hold|holds|possess\w*|obtain\w*|maintain\w*|active|current|eligible|eligibility|able|"
    r"ability|mandatory|subject to|pass|passing|undergo\w*|complet\w*|conting\w*|condition\w*|satisf\w*|success\w*|"
    r"submit\w*|consent\w*|willing\w*|clear|result\w*|all (?:\w+ )?(?:candidates|employees|hires|offers)|will be|"
    r"we (?:will |may )?(?:conduct|run|perform|carry out)|prior to|before (?:starting|you start|joining)|"
    r"erforderlich|voraussetzung|bereitschaft|benötig\w*|notwendig|vorlage|muss|unterzieh\w*|"
    r"exigée?|requise?|obligatoire|requerid[oa]|necesari[oa]|minimum|higher|or above|with|level)\b"
)
WELCOME = re.compile(
    r"\b(?:prefer\w*|plus|nice to have|advantage\w*|desir\w*|bonus|optional|ideally|helpful|von vorteil|"
    r"(?:not|never|isn't) (?:be )?(?:required|necessary|needed|mandatory)|un atout|valorable)\b"
)
DUTY = re.compile(
    r"^(?:\W|\d)*(?:you (?:will )?|you'll )?(?:conduct|perform|run|manage|coordinate|process|administer|oversee|order|"
    r"review|handle|initiate)\w{0,3} |\b(?:software|platform|products?|clients?|customers?|company that|startup|"
    r"tenants?|vendors?|provider|solutions)\b"
)
MOST = 6


def clearance(passages: Sequence[Passage]) -> Claim[Clearance] | None:
    """What is asked for: a clearance goes before a check."""
    found: Claim[Clearance] | None = None
    for index in holding(STEMS, passages):
        passage = passages[index]
        words = undenied(passage.words)
        if not STEMS.stand_in(words) or words.endswith("?"):
            continue
        if _asks(CLEARANCE, words) and (not OTHER.search(words) or SECURITY.search(words)):
            return Claim("clearance", passage)
        if found is None and not DUTY.search(words) and _asks(CHECK, words):
            found = Claim("background", passage)
    return found


def _asks(pattern: re.Pattern[str], words: str) -> bool:
    return any(_asked(words, match) for match in _some(pattern, words))


def _asked(words: str, name: re.Match[str]) -> bool:
    """Is it asked for, not waived and not only welcome? A line with little else than the name asks for it."""
    ahead, behind = before(words, name.start()), after(words, name.end())
    if NO.search(ahead) or WELCOME.search(ahead + " " + behind) or NONE.match(behind):
        return False
    return ASKED.search(ahead + name[0] + behind) is not None or len(words) - len(name[0]) < 25


NONE = re.compile(r"[ :-]{0,3}(?:none|no|not|n/a|nein|keine?)\b|[^.;]{0,20}\b(?:is|are|will) not\b|[^.;]{0,15}n't\b")


def _some(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    for count, match in enumerate(pattern.finditer(words)):
        if count == MOST:
            return
        yield match
