"""A right to work that must be had already, and a citizenship that is asked for.

Pure. Called by `read.eligibility`. Paragraphs on equal chances name citizenship without asking for it, forms ask
without demanding; neither counts. "Citizens or permanent residents" is a right to work, not a citizenship. To extend:
what stands before the countries in RIGHT_AHEAD and CITIZEN_AHEAD, behind them in RIGHT_BEHIND and CITIZEN_BEHIND.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jobfinder.read.countries_named import Named, named_at, named_before
from jobfinder.read.negation import NO, after, before
from jobfinder.read.passages import HELD, Claim, Passage, holding
from jobfinder.read.quick import Letters

Codes = tuple[str, ...]
STEMS = Letters((
    "authori", "right to work", "right to live", "rights", "permit", "eligib", "entitle", "permis", "autoris",
    "autoriz", "arbeitserlaubnis", "arbeitsgenehm", "allowed to work", "legally work", "droit de travail",
    "derecho a trabajar", "work visa", "able to work", "u.s. person", "us person", "citizen", "national", "staatsb",
    "staatsang", "ciudadan", "passport", "green card", "usc", "permanent resident",
))  # fmt: skip
HELD.join(STEMS)

_WORK = r"(?:work|live|be employed|take up employment|accept employment|begin employment|employment|working)"
RIGHT_AHEAD = re.compile(
    r"\b(?:authori[sz]ed|authori[sz]ation|eligible|eligibility|entitled|entitlement|permitted|permission|permit|"
    r"allowed|cleared|"
    r"rights?|able|ability|qualified)(?: legally)?(?: to)? (?:legally |lawfully )?"
    rf"{_WORK}(?:(?:,| and|/| or| &) ?(?:live|work|reside|remain))?(?: legally| lawfully| permanently| full[- ]time|"
    rf" for any "
    r"employer| remotely)*(?:,? on a \w{1,12} basis,?)? (?:in|within|inside|for any employer in) |"
    r"\blegally (?:able to )?(?:work|employable)(?: full-time)? (?:in|within) |"
    r"\b(?:work|working|employment|residence)(?: and residence)? (?:authori[sz]ations?|permits?|permissions?|rights|"
    r"visas?|"
    r"eligibility)(?: status)?(?: (?:in|for|within|of) |: )|"
    r"\b(?:arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel)(?: \w{1,12}){0,2}? (?:für|in) |"
    r"\b(?:autorisée?|habilitée?|autorisation|permis|droit) (?:\(?e?\)? ?)?(?:à|de|légale?)? ?(?:travail(?:ler)?) "
    r"(?:légalement )?(?:en|au|aux|dans|pour|sur) (?:l')?|"
    r"\b(?:permiso|autorizaci[oó]n|derecho|permisos) (?:de |para |legal para |a )(?:trabajo|trabajar) (?:vigente |"
    r"v[aá]lido |"
    r"legalmente )?(?:en|para) "
)
RIGHT_BEHIND = re.compile(
    r"[ -](?:work(?:ing)?|employment|residen\w{2,5})[ -](?:authori[sz]ations?|permits?|permissions?|rights|visas?|"
    r"eligibility)\b|[ -]rights? to work\b|[ -]person(?:s)?\b(?= |$|[,.(;])|[ -]arbeitserlaubnis\b|"
    r"[ -]permanent residents?\b"
)
CITIZEN_AHEAD = re.compile(
    r"\b(?:citizens?(?:hip)?|nationals?|nationality|passport(?: holders?)?|staatsbürger\w{0,7}|staatsangehörigkeit|"
    r"ciudadan\w{1,3}|ciudadanía|nacionalidad|nationalité|citoyen\w{0,5}) (?:of|from|in|de|der|des|:)(?: l')? ?"
)
CITIZEN_BEHIND = re.compile(
    r"[ -](?:citizens?(?:hip)?|nationals?|nationality|passport(?: holders?)?|staatsbürger\w{0,7}|staatsangehörigkeit|"
    r"staatsbürgerschaft|citoyenneté)\b"
)
EQUAL = re.compile(
    r"\b(?:regardless|irrespective|without regard|discriminat\w*|equal opportunity|equal employment|basis of|protected|"
    r"national origin|harass\w*|race\b|religion|ancestry|veterans?)\b"
)
ASKED = re.compile(
    r"\b(?:must|only|requir\w*|need\w*|has to|have to|mandatory|applicants?|candidates?|clearance|open to|limited to|"
    r"restricted to|hold|possess|itar|should|eligible|proof|muss|müssen|erforderlich|voraussetzung|nur|valid|be an?|"
    r"obligatoire|exigée?|requerid[oa]|shall|ear|export|government contract)\b"
)
WELCOME = re.compile(
    r"\b(?:prefer\w*|plus|nice to have|advantage\w*|desir\w*|bonus|optional|ideally|is helpful|von vorteil|"
    r"not (?:required|necessary|needed|mandatory))\b"
)
LENT = re.compile(
    r"\b(?:help|support|sponsor|assist|obtain|get|provide|arrange|apply|offer|secure|if|whether|unterstützen|helfen|"
    r"aidons|ayudamos)\w{0,3}\b"
)
FORM = re.compile(r"^\W{0,5}(?:are|do|does|will|have|can|is|what|which|please (?:indicate|select|state|confirm)) ")
VERIFIES = re.compile(r"\b(?:e-verify|verify|verification|form i-9|i-9|upon hire|all persons hired)\b")
ELSE = re.compile(
    r"(?:\b(?:or|and|and/or|oder|ou|o)\b|[/,&(]).{0,40}?\b(?:residents?|residenc\w|residency|green[- ]?cards?|gc|lpr|"
    r"work (?:permits?|visas?|authori[sz]ation|rights)|visas?|right to work|settled|refugees?|asylees?|permits?|"
    r"authori[sz]ed|arbeitserlaubnis|protected individual|person)\b"
)
ELSE_AHEAD = re.compile(
    r"\b(?:residents?|green[- ]?cards?(?: holders?)?|gc|work permits?|right to work|authori[sz]ation)"
    r"(?: holders?)?(?: or|/|,| and| &) ?(?:an? |be |the )*$"
)
MOST = 6


def rights(passages: Sequence[Passage]) -> tuple[Claim[Codes] | None, Claim[Codes] | None]:
    """Where a right to work must be had, and whose citizenship is asked for."""
    authorised: Claim[Codes] | None = None
    citizens: Claim[Codes] | None = None
    for index in holding(STEMS, passages):
        passage = passages[index]
        if _demands(passage.words):
            asked = _citizens(passage)
            if asked and asked[1]:
                citizens = citizens or asked[0]
            authorised = _better(authorised, _authorised(passage) or (asked[0] if asked and not asked[1] else None))
    return authorised, citizens


def _better(one: Claim[Codes] | None, other: Claim[Codes] | None) -> Claim[Codes] | None:
    return other if one is None or (other and other.stated and not one.stated) else one


def _demands(words: str) -> bool:
    return not (words.endswith("?") or FORM.match(words) or "?" in words[-60:])


def _authorised(passage: Passage) -> Claim[Codes] | None:
    words = passage.words
    for row, start, end in _named(words, RIGHT_AHEAD, RIGHT_BEHIND):
        ahead = before(words, start)
        free = LENT.search(ahead) or WELCOME.search(after(words, end)) or "regardless" in ahead or _denied(ahead)
        if not free and not (words.startswith("if ") or EQUAL.search(ahead)):
            return Claim(row.sorted, passage, VERIFIES.search(words) is None)
    return None


def _denied(ahead: str) -> bool:
    """Is no such right needed? "Cannot hire without" is a need."""
    found = [match[0] for match in NO.finditer(ahead)]
    return len(found) == 1 and found[0] != "without" and "must" not in ahead


def _citizens(passage: Passage) -> tuple[Claim[Codes], bool] | None:
    """The countries whose citizens are asked for, and whether no other right to work will do."""
    words = passage.words
    if EQUAL.search(words):
        return None
    for row, start, end in _named(words, CITIZEN_AHEAD, CITIZEN_BEHIND):
        ahead, behind = before(words, start), after(words, end)
        if _denied(ahead) or WELCOME.search(behind) or WELCOME.search(ahead) or LENT.search(ahead):
            continue
        if not ASKED.search(ahead + behind) and (words[:start] + words[end:]).strip(" .!-()"):
            continue
        return Claim(row.sorted, passage), not (ELSE.search(behind) or ELSE_AHEAD.search(ahead))
    return None


def _named(words: str, ahead: re.Pattern[str], behind: re.Pattern[str]) -> Iterator[tuple[Named, int, int]]:
    """Countries behind or before a phrase, with where both together begin and end."""
    for match in list(ahead.finditer(words))[:MOST]:
        row = named_at(words, match.end())
        if row and row.codes:
            yield row, match.start(), row.end
    for match in list(behind.finditer(words))[:MOST]:
        row = named_before(words, match.start())
        if row and row.codes:
            yield row, row.end, match.end()
