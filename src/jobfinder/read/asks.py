"""Skills that a posting asks for and no gazetteer knows: "hands-on PCB bring-up", "Erfahrung mit Wundversorgung".

Pure. Called by `match.offer`. Only rows under a heading of requirements or wishes are looked at, and of these only what
stands where a skill stands: after "experience with", "knowledge of", before "(2 years or more)". What a row says of
years, degrees and languages is not a skill. To extend to a language: its words in BEFORE and AFTER.
"""

from __future__ import annotations

import re

from jobfinder.model import Record
from jobfinder.read.need import Need, need_of, sectioned
from jobfinder.read.quick import Quick
from jobfinder.read.skills import is_known, mentions
from jobfinder.read.stems import lowered

MOST = 24
LONGEST_ROW = 160
_KNOWING = (
    r"experience|expertise|knowledge|command|proficien\w{1,6}|practice|skills?|skilled|grounding|background|work(?:ed|ing)?|"
    r"use|familiar(?:ity)?|understanding|competen\w{1,6}|exposure|training|qualified|certified|confident|comfortable|"
    r"versed|trained|at home|fluency|grasp|mastery|track record|hands[- ]on"
)
BEFORE = Quick(
    rf"\b(?:{_KNOWING})(?: (?:before|hands[- ]on|daily|practical|proven|the use|some))?"
    rf" (?:with|in|of|using|as|at|to|on) (?:the |a |an |your )?(?P<what>[^.;:()]{{2,90}})|"
    r"\b(?:years?|yrs?)['’]? (?:of |working with |of hands-on |with |in )+(?:hands-on )?(?P<years>[^.;:()]{2,60})|"
    r"\byou (?:know|master|use|need|have used) (?P<know>[^.;:()]{2,60}?)(?: well| inside out)?$|"
    r"\b(?:erfahrung(?:en)?|kenntnisse|umgang|praxis|expertise|know-how|vertraut)\b[^.;:()]{0,12}? (?:mit|in|im|"
    r"bei|von|der) "
    r"(?P<german>[^.;:()]{2,60})|"
    r"\b(?:expérience|connaissances?|maîtrise|compétences?|pratique) (?:en|de|des|du|avec|dans) (?:la |le |les |l['’])?"
    r"(?P<french>[^.;:()]{2,60})|"
    r"\b(?:experiencia|conocimientos?|dominio|manejo) (?:en|de|con) (?:el |la |los |las )?(?P<spanish>[^.;:()]{2,60})",
    re.IGNORECASE,
)
AFTER = Quick(
    r"^[^\w]{0,6}(?P<what>[^:(.;,]{2,40}?)\s?(?:\((?:at least |min\.? ?)?\d{1,2}\+? ?(?:years?|yrs?|jahre)[^)]{0,20}\)|"
    r":\s?(?:you |\d{1,2}\+? ?(?:years?|jahre)|experience|advanced|expert|solid|good)[^.;]{0,60}|"
    r" (?:is|would be) (?:a plus|a bonus|required|essential|an advantage|desirable|welcome)\b.{0,40}|"
    r" (?:von vorteil|erforderlich|wünschenswert|wäre schön)\b.{0,30})$",
    re.IGNORECASE,
)
PART = re.compile(r"\s?(?:,|/|;|\band\b|\bor\b|\bund\b|\boder\b|\bsowie\b|\bet\b|\bou\b|\by\b)\s?", re.IGNORECASE)
TRIM = re.compile(
    r"^(?:the|a|an|some|other|various|modern|relevant|common|similar|hands-on|practical|professional|strong|good|solid|"
    r"e\.g\.?|such as|like|using|with|in|of|der|die|das|den|dem)\s|[\s,.;:*•–-]+$|\s(?:well|before|too|as well|"
    r"etc\.?)$",
    re.IGNORECASE,
)
NO_SKILL = re.compile(
    r"\b(?:years?|jahre?|degree|bachelor\w{0,2}|master['’]s|phd|diploma|experience|erfahrung|role|roles|position|field|fields|"
    r"industry|industries|environment\w?|team|teams|colleagues|people|customers?|clients?|company|companies|job|work|working|"
    r"studies|related|equivalent|similar|others|ability|skills?|attitude|mindset|level|english|german|french|spanish|"
    r"deutsch|englisch|dutch|polish|italian|portuguese|swedish|danish|norwegian|finnish|czech|hungarian|romanian|greek|"
    r"turkish|arabic|hebrew|hindi|mandarin|cantonese|chinese|japanese|korean|russian|ukrainian|welsh|français|anglais|"
    r"allemand|español|inglés|everybody|language|languages|sprache|communication|written|spoken|verbal|minimum|least|you|we|our|your|"
    r"newcomers|applicants?|candidates?|applications?|them|this|that|it|its|home|office|training|something|things|area|areas|business|part|parts|setting|settings)\b",
    re.IGNORECASE,
)
WORDS = 5


class Ask(Record, frozen=True):
    """A skill by the words of the posting, how much it is needed, and the row it stands in, as offsets."""

    name: str
    need: Need
    start: int
    end: int


def asks(text: str) -> tuple[Ask, ...]:
    """What is asked for beside the skills that are known by name, each once."""
    found: dict[str, Ask] = {}
    for start, end, section, heading in sectioned(text):
        if heading or section == "named" or end - start > LONGEST_ROW or len(found) >= MOST:
            continue
        row = text[start:end]
        for name in _named(row):
            found.setdefault(name.casefold(), Ask(name=name, need=need_of(row, section), start=start, end=end))
    return tuple(found.values())[:MOST]


def _named(row: str) -> list[str]:
    lower = lowered(row)
    match = AFTER.find(lower) or BEFORE.find(lower)
    if match is None:
        return []
    start, end = next(match.span(name) for name, value in match.groupdict().items() if value)
    parts = [part for part in map(_trimmed, PART.split(row[start:end])) if _is_skill(part)]
    known = " ".join(row[one.start : one.end].casefold() for one in mentions(row)) if parts else ""
    return [part for part in parts if part.casefold() not in known]


def _trimmed(part: str) -> str:
    while (shorter := TRIM.sub("", part.strip())) != part:
        part = shorter
    return part


def _is_skill(part: str) -> bool:
    if not 2 <= len(part) <= 40 or len(part.split()) > WORDS or NO_SKILL.search(part) or not part[0].isalnum():
        return False
    return not part[0].isdigit() and not is_known(part)
