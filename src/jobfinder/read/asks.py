"""Skills that a posting asks for and no gazetteer knows: "hands-on PCB bring-up", "Erfahrung mit Wundversorgung".

Pure. Called by `match.offer`. Only rows under a heading of requirements or wishes are looked at, and of these only what
stands where a skill stands (`read.rows`). What a row says of years, degrees and languages is not a skill. To extend to
a language: its words that are no skill in NO_SKILL, its tongues in TONGUES, and what is said in `read.rows`.
"""

from __future__ import annotations

import re

from jobfinder.model import Record
from jobfinder.read.need import Need, need_of, sectioned
from jobfinder.read.rows import asked_in
from jobfinder.read.skills import is_known, mentions

MOST = 24
NO_SKILL = re.compile(
    r"\b(?=\w)(?:years?|jahre?|degree|bachelor\w{0,2}|master['’]s|phd|mba|diploma|experience|erfahrung|role|roles|position|"
    r"field|fields|"
    r"industry|industries|environment\w?|team|teams|colleagues|people|customers?|clients?|company|companies|job|work|"
    r"working|"
    r"bsc|msc|beng|meng|btech|mtech|bcom|llb|llm|pgce|studies|related|equivalent|similar|others|ability|skills?|"
    r"attitude|mindset|level|everybody|language|languages|sprachen?|communication|written|spoken|verbal|minimum|"
    r"least|you|we|our|your|du|wir|dein\w{0,2}|ihre?|vous|nous|wie|ged|"
    r"newcomers|applicants?|candidates?|applications?|them|this|that|it|its|home|office|training|something|things|"
    r"area|areas|business|part|parts|setting|settings|"
    r"accommodations?|is|are|may|will|must|can|should|has|have)\b|[<>]|"
    r"^(?:to|not|be|being|having|but|aber|kein\w{0,2}|nicht|mais|pero|including|even|how|what|why|where|who|whether|"
    r"don['’]t|"
    r"all|one of|etc)\b|^(?:systems?|tools?|knowledge|capabilities|technologies|processes|methods|solutions|concepts|"
    r"principles|regulations|organi[sz]ation)$",
    re.IGNORECASE,
)
TONGUES = re.compile(
    r"\b(?:english|german|french|spanish|deutsch\w{0,2}|englisch\w{0,2}|französisch\w{0,2}|dutch|polish|italian|"
    r"portuguese|swedish|danish|norwegian|finnish|czech|hungarian|romanian|greek|turkish|arabic|hebrew|hindi|mandarin|"
    r"cantonese|chinese|japanese|korean|russian|ukrainian|welsh|français|anglais|allemand|español|inglés)"
    r"(?:\W{0,3}(?:[abc][12]|native|fluen\w{2,3}|verbal|c\d|proficiency|in\b.*))?\W{0,2}$",
    re.IGNORECASE,
)
"""Languages that are spoken; one that stands before something else is of that ("Japanese cuisine")."""
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
        if heading or section == "named" or len(found) >= MOST:
            continue
        names = _named(text[start:end])
        need = need_of(text, start, end, section) if names else section
        for name in names:
            found.setdefault(name.casefold(), Ask(name=name, need=need, start=start, end=end))
    return tuple(found.values())[:MOST]


def _named(row: str) -> list[str]:
    parts = [part for start, end in asked_in(row) if _is_skill(part := row[start:end])]
    known = " ".join(row[one.start : one.end].casefold() for one in mentions(row)) if parts else ""
    return [part for part in parts if part.casefold() not in known]


def _is_skill(part: str) -> bool:
    if not 2 <= len(part) <= 40 or len(part.split()) > WORDS or not part[0].isalnum() or part[0].isdigit():
        return False
    return not (NO_SKILL.search(part) or TONGUES.search(part) or is_known(part))
