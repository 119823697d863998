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
from jobfinder.read.skills import is_known, mentions, vouched
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
    rf" (?:with|in|of|using|as|at|to|on) (?:the |a |an |your )?(?P<what>[^.;:()]{{1,150}})|"
    r"\b(?:years?|yrs?)['’]? (?:of |working with |of hands-on |with |in )+(?:hands-on )?(?P<years>[^.;:()]{1,150})|"
    r"\byou(?: will|['’]ll)? (?:know|master|use|need|have used) "
    r"(?!(?:to|what|which|how|that|why|when|where|for)\b)(?P<know>[^.;:()]{1,150}?)(?: well| inside out)?\.?$|"
    r"^\W{0,3}(?:\w{1,16} )?(?:experience|knowledge|skills|erfahrung(?:en)?|kenntnisse): "
    r"(?P<listed>[^.;:()]{1,150})\.?$|"
    r"\b(?:erfahrung(?:en)?|kenntnisse|umgang|praxis|expertise|know-how|vertraut)\b[^.;:()]{0,12}? (?:mit|in|im|"
    r"bei|von|der) "
    r"(?P<german>[^.;:()]{1,150})|"
    r"\b(?:expérience|connaissances?|maîtrise|compétences?|pratique) (?:en|de|des|du|avec|dans) (?:la |le |les |l['’])?"
    r"(?P<french>[^.;:()]{1,150})|"
    r"\b(?:experiencia|conocimientos?|dominio|manejo) (?:en|de|con) (?:el |la |los |las )?(?P<spanish>[^.;:()]{1,150})",
    re.IGNORECASE,
)
AFTER = Quick(
    r"^[^\w]{0,6}(?P<what>[^:(.;,]{1,40}?)\s?(?:\((?:at least |min\.? ?)?\d{1,2}\+? ?(?:years?|yrs?|jahre)[^)]{0,20}\)|"
    r":\s?(?:you |\d{1,2}\+? ?(?:years?|jahre)|experience|advanced|expert|solid|good)[^.;]{0,60}|"
    r" (?:is|would be) (?:a plus|a bonus|required|essential|an advantage|desirable|welcome)\b.{0,40}|"
    r" (?:von vorteil|erforderlich|wünschenswert|wäre schön)\b.{0,30})$",
    re.IGNORECASE,
)
PART = re.compile(r"\s?(?:,|/|;|\band\b|\bor\b|\bund\b|\boder\b|\bsowie\b|\bet\b|\bou\b|\by\b)\s?", re.IGNORECASE)
TRIM = re.compile(
    r"^(?:the|a|an|some|other|various|modern|relevant|common|similar|hands-on|practical|professional|strong|good|solid|"
    r"e\.g\.?|such as|like|preferably|ideally|including|though|as well as|inklusive|"
    r"einschließlich|wie|using|with|in|of|der|die|das|den|dem)\s|[\s,.;:*•–-]+$|\s(?:well|before|too|as well|"
    r"etc\.?)$",
    re.IGNORECASE,
)
NO_SKILL = re.compile(
    r"\b(?:years?|jahre?|degree|bachelor\w{0,2}|master['’]s|phd|diploma|experience|erfahrung|role|roles|position|field|fields|"
    r"industry|industries|environment\w?|team|teams|colleagues|people|customers?|clients?|company|companies|job|work|working|"
    r"studies|related|equivalent|similar|others|ability|skills?|attitude|mindset|level|everybody|language|languages|sprache|"
    r"communication|written|spoken|verbal|minimum|least|you|we|our|your|success|required|preferred|etc|accommodations?|adjustments?|"
    r"newcomers|applicants?|candidates?|applications?|them|this|that|it|its|home|office|training|something|things|area|areas|business|part|parts|setting|settings)\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    r"^(?:\w{2,20} )?(?:english|german|french|spanish|deutsch|englisch|dutch|polish|italian|portuguese|swedish|danish|"
    r"norwegian|finnish|czech|hungarian|romanian|greek|turkish|arabic|hebrew|hindi|mandarin|cantonese|chinese|japanese|korean|russian|"
    r"ukrainian|welsh|français|anglais|allemand|español|inglés)"
    r"(?:$| (?:[abc][12]|native|fluent\w{0,2}|mother|proficien\w{1,3}|speak\w{1,5}|or|in|at|on|for|is|to|as|if)\b)",
    re.IGNORECASE,
)
"""A language that is spoken, not something that has its name: "Japanese cuisine"."""
AS_ROLE = re.compile(r"\bas (?:an? |the )?$")
BETWEEN = re.compile(r"[^\w+#]+")
WORDS = 5


class Ask(Record, frozen=True):
    """A skill by the words of the posting, how much it is needed, and the row it stands in, as offsets. One that is
    `known` has a name that is also an everyday word, and stands under its name in the gazetteer.
    """

    name: str
    need: Need
    start: int
    end: int
    known: bool = False


def asks(text: str) -> tuple[Ask, ...]:
    """What is asked for beside the skills that are known by name wherever they stand, each once."""
    found: dict[str, Ask] = {}
    for start, end, section, heading in sectioned(text):
        if heading or section == "named" or end - start > LONGEST_ROW or len(found) >= MOST:
            continue
        row = text[start:end]
        for name, known in _named(row):
            one = Ask(name=name, need=need_of(row, section), start=start, end=end, known=known)
            found.setdefault(name.casefold(), one)
    return tuple(found.values())[:MOST]


def _named(row: str) -> list[tuple[str, bool]]:
    """The names of what stands where a skill stands, and whether each is known."""
    lower = lowered(row)
    match = AFTER.find(lower) or BEFORE.find(lower)
    if match is None:
        return []
    start, end = next(match.span(name) for name, value in match.groupdict().items() if value)
    parts = [part for part in map(_trimmed, PART.split(row[start:end])) if _may_be(part)]
    if not parts:
        return []
    read = _words(" ".join(row[one.start : one.end] for one in mentions(row)))
    as_role = AS_ROLE.search(lower, 0, start) is not None
    return [name for part in parts if _words(part) not in read and (name := _name(part, as_role=as_role))]


def _trimmed(part: str) -> str:
    while (shorter := TRIM.sub("", part.strip())) != part:
        part = shorter
    return part


def _words(text: str) -> str:
    return f" {BETWEEN.sub(' ', text.casefold())} "


def _may_be(part: str) -> bool:
    return 0 < len(part) <= 40 and len(part.split()) <= WORDS and part[0].isalpha() and ">" not in part


def _name(part: str, *, as_role: bool) -> tuple[str, bool] | None:
    """What it is called if it is a skill. Where a skill has to stand, a known one may have the name of an everyday
    word: "Excel (2 years)"; but "worked as a Chef" names a role.
    """
    if is_known(part):
        skill = None if as_role else vouched(part)
        return (skill, True) if skill else None
    if len(part) < 2 or NO_SKILL.search(part) or SPOKEN.search(part):
        return None
    return part, False
