"""Seniority from a title.

Pure. Called by boards (to fill `Posting.seniority`), by `match.filter` and `match.score`.
Definitions that others draw differently: an associate is `entry`; II is `mid`, III and above `senior`; whoever
manages a product, a project, a programme or accounts leads a thing, not people, and so does a "product lead": `mid`
unless the title says otherwise, which is what such a role usually is, not what the title states (`is_usual`); heads
of something are directors, who heads a craft or a department of a school leads (a head chef), vice presidents are
executives. In German, French and Spanish who leads a place, a region or a trade of the house ("Filialleiter", "chef
d'agence") is `manager`, who leads a group, a shift or a site ("Vorarbeiter", "chef d'équipe") `lead`; who leads a
project or a building site ("Projektleiter", "chef de projet") says nothing of a level by that. To extend: add words
to the row of RULES they belong to.
"""

from __future__ import annotations

import re
from enum import StrEnum

from jobfinder.read.quick import Quick


class Level(StrEnum):
    """How senior a role is, most junior first. Other spellings ("junior", "Mid-Senior level") are understood."""

    INTERN = "intern"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    STAFF = "staff"
    PRINCIPAL = "principal"
    MANAGER = "manager"
    DIRECTOR = "director"
    EXECUTIVE = "executive"

    @classmethod
    def _missing_(cls, value: object) -> Level | None:
        if not isinstance(value, str):
            return None
        name = " ".join(re.split(r"[\W_]+", value.casefold())).strip()
        return next((level for level in cls if level.value == name), OTHER_NAMES.get(name))


OTHER_NAMES = {
    "internship": Level.INTERN,
    "trainee": Level.INTERN,
    "student": Level.INTERN,
    "junior": Level.ENTRY,
    "jr": Level.ENTRY,
    "graduate": Level.ENTRY,
    "entry level": Level.ENTRY,
    "associate": Level.ENTRY,
    "no experience": Level.ENTRY,
    "middle": Level.MID,
    "mid level": Level.MID,
    "midlevel": Level.MID,
    "intermediate": Level.MID,
    "experienced": Level.MID,
    "professional": Level.MID,
    "regular": Level.MID,
    "sr": Level.SENIOR,
    "senior level": Level.SENIOR,
    "mid senior level": Level.SENIOR,
    "expert": Level.SENIOR,
    "team lead": Level.LEAD,
    "tech lead": Level.LEAD,
    "head": Level.DIRECTOR,
    "vp": Level.EXECUTIVE,
    "c level": Level.EXECUTIVE,
    "executive level": Level.EXECUTIVE,
}

# Rungs for comparing: leading people and leading a craft are equally far up.
RUNG = {
    Level.INTERN: 0.0,
    Level.ENTRY: 1.0,
    Level.MID: 2.0,
    Level.SENIOR: 3.0,
    Level.LEAD: 4.0,
    Level.STAFF: 4.0,
    Level.PRINCIPAL: 5.0,
    Level.MANAGER: 4.5,
    Level.DIRECTOR: 5.5,
    Level.EXECUTIVE: 6.5,
}


ALIKE = str.maketrans("İıſ", "iis")
"""Letters that are those of other words, whatever their case."""


def _words(text: str) -> re.Pattern[str]:
    """Any of these words, for text in lower case: a pattern that minds the case is many times as fast."""
    return re.compile(rf"(?<![^\W_])(?:{text})(?![^\W_])")


THINGS = (
    "product|project|projekt|program|programme|account|change|partner|case|release|success|community|campaign|brand|"
    "event|events|contract|category|proposal|property|vendor|risk|produkt|scrum|content|social media|marketing"
)
MANAGERS_OF_THOSE = _words(r"group product manager")
THING_MANAGER = _words(
    rf"(?:{THINGS})[ -]?(?:manager|managerin|gestionnaire)|(?:chef(?:fe)?|responsable) (?:de )?(?:projets?|produits?)|"
    r"jef[ea] de (?:proyectos?|producto)"
)
THING_LEAD = _words(r"(?:product|project|programme?|produkt|projekt)[ -]?lead(?=\s*(?:$|[-–,(/|:]))")
_LEADS = r"leit(?:er(?:in|innen)?|ende[rn]?|ung)"
_PLACES = (
    r"(?:abteilungs|bezirks|betriebs|einkaufs|einrichtungs|entwicklungs|fachbereichs|filial|finanz|gebiets|heim|hotel|"
    r"it[ -]?|kita[ -]?|küchen|labor|lager|logistik|markt|marketing|niederlassungs|objekt|personal|pflegedienst|praxis|"
    r"produktions|referats|regional|regions|restaurant|sachgebiets|service|shop[ -]?|standort|stations|store[ -]?|"
    r"technik|verkaufs|vertriebs|werks|werkstatt|wohnbereichs)"
)
"""What a German manager leads; a line of pipes ("Rohrleitung") is not led."""
CRAFTS = (
    r"chef|cook|baker|butcher|nurse|waiter|waitress|bartender|barista|sommelier|housekeeper|gardener|greenkeeper|coach|"
    r"cashier|porter|of (?:year|department)"
)
"""Whoever heads these works in the craft and leads those beside."""
STEP_ONE = _words(r"(?<![.&])(?:1|i)(?![./&\d])")
TRAINEE_STEP = _words(r"trainee (?:i|ii|iii|1|2|3)")
SEVERAL = re.compile(r"\bi ?/ ?ii\b.{0,6}iii|/ ?(?:sr|senior)\.? \w")
SAID_TWICE = re.compile(r"\b(?:sr|senior)\b.{0,80}/ ?(?:sr|senior)\b")
"""A title in two languages."""
CHOICE = re.compile(r"\b(?:senior|sr)\.? ?[/–-] ?(?:lead|principal|staff)\b")

RULES: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        Level.INTERN,
        _words(
            r"interns?|internship|working student|werkstudent(?:in|en)?|"
            r"werkstudierende[rn]?|studentische[rn]? (?:hilfskraft|aushilfe|mitarbeit\w{0,5})|\w{0,12}praktik(?:um|a|"
            r"ant(?:in|en)?)|"
            r"(?:abschluss|bachelor|master|diplom)arbeit|volont[aä]r(?:in|iat)?|lehrling|lehrstelle|trainee|apprentice|"
            r"apprenticeship|apprentie?|student(?: \w+)? assistant|student audit assistant|student position|co-op|"
            r"azubi|"
            r"auszubildende[rn]?|ausbildung|duales studium|stagiaires?|stage|alternance|alternante?|"
            r"contrat (?:pro|de professionnalisation)|becari[oa]|aprendiz|"
            r"pr[aá]cticas|"
            r"student placement|placement student|industrial placement|placement year|"
            r"fellow|est[aá]gi(?:o|ário|ária)|tirocinio"
        ),
    ),
    (
        Level.EXECUTIVE,
        _words(
            r"chief \w+ ?\w* officer|chief of staff|c[etofimp]o|cmo|chro|ciso|e?vp|svp|avp|vice president|"
            r"(?<!vice )president|"
            r"gesch[aä]ftsf[uü]hrer(?:in)?|vorstand|managing director|provost"
        ),
    ),
    (
        Level.DIRECTOR,
        _words(
            rf"director|directora|directeur|directrice|direktor(?:in)?|head(?! (?:{CRAFTS})\b)|bereichsleiter(?:in)?|"
            rf"bereichsleitung|dean|headteacher|headmaster|headmistress|schul{_LEADS}|"
            r"leiter(?:in)? (?:der|des|von)|chef[aä]rzt(?:in)?|chefarzt"
        ),
    ),
    (Level.PRINCIPAL, _words(r"principal|princ|distinguished")),
    (
        Level.STAFF,
        _words(r"staff(?! (?:nurse|accountant|pharmacist|attorney|assistant|member|physician|auditor|meeting))"),
    ),
    (
        Level.MANAGER,
        _words(
            r"manager|mgr|managerin|supervisory|gerente|gérante?|responsable|executive chef|"
            r"jef[ea](?! de (?:equipo|turno|obra|cocina))|encargad[oa]|"
            rf"{_PLACES}{_LEADS}|kierownik|leiter(?:in)?|leitung|führungskraft|"
            r"chef(?:fe)? (?:de (?:service|secteur|département|division|pôle|bureau|magasin|rayon|zone|file|atelier)|"
            r"d['’](?:agence|établissement|exploitation|atelier)|des ventes|comptable)|subjef[ea]"
        ),
    ),
    (
        Level.LEAD,
        _words(
            r"lead(?! gen| generation| time| practitioner)|team ?leader|technical leader|tech lead|teamlead|"
            rf"(?:team|gruppen|schicht){_LEADS}|teamführung|gruppenführer(?:in)?|schichtführer(?:in)?|"
            rf"vorarbeiter(?:in)?|head (?:{CRAFTS})|foreman|forewoman|shift leader|"
            r"chef(?:fe)? de cuisine|jef[ea] de cocina|küchenchef(?:in)?|"
            r"polier(?:in)?|leitende[rn]?(?= \w)|chef(?:fe)? (?:d['’]équipe|de chantier|de quart)|"
            r"jef[ea] de (?:equipo|turno|obra)|líder|capataz"
        ),
    ),
    (
        Level.SENIOR,
        _words(
            r"senior|seniorin|sr|snr|sse|s[eé]nior|iii|iv|v|adv|expert[eo]?|level 3|l5|(?:berufs)?erfahrene[rn]?|"
            r"ober[aä]rzt(?:in)?|sous[- ]?chef|charge nurse|lead practitioner"
        ),
    ),
    (
        Level.ENTRY,
        _words(
            r"junior|jr|jnr|juniorin|entry[ -]level|graduate|new grad|trainee (?:i|ii|iii|1|2|3)|associate|assoc|"
            r"beginner|newly qualified|demi chef|jungkoch|jungköchin|"
            r"(?:berufs|quer|seiten|wieder|neu)?einsteiger(?:in|innen)?|(?:berufs|direkt|quer)einstieg|"
            r"berufsanfänger(?:in)?|(?:hochschul|uni)?absolvent(?:in|en)?|nachwuchskraft|nachwuchsführungskraft|"
            r"assistenz[aä]rzt(?:in)?|d[eé]butante?s?|jeunes? diplômée?s?|commis(?= (?:de|d['’]|chef|waiter)|$)|"
            r"reci[eé]n (?:graduad|titulad)[oa]s?|sin experiencia|j[uú]nior|early career|(?<![.&])(?:1|"
            r"i)(?![./&\d])"
        ),
    ),
    (
        Level.MID,
        _words(
            r"mid|mid[ -]?level|intermediate|ii|l2|level 2|medior|confirm[eé]e?|semi[ -]?senior|"
            r"ssr|experienced|expérimentée?|chef de partie"
        ),
    ),
)
EXECUTIVE_ASSISTANT = Quick(
    r"(?:executive |personal |research |teaching |administrative )?assistant to (?:the )?.{0,40}|"
    r"\bhead ?(?:quarters|count)\b|\bassociate (?=director|dean|manager|intern|principal|general counsel|vice)|"
    r"\bassistant (?=vice|director|manager|dean)|"
    r"\b(?:assisten[tz](?:in)?|sekretär(?:in)?|sekretariat|assistante?|secrétaire|asistente|secretari[oa])"
    r"(?: direkt)? (?:an )?(?:der|des|de la|del|du|de|a la) [^/|]{0,40}"
)


def _read(title: str) -> str:
    """What is read of a title, in lower case."""
    lower = title[:300].translate(ALIKE).lower()
    return EXECUTIVE_ASSISTANT.pattern.sub(" ", lower) if EXECUTIVE_ASSISTANT.letters.stand_in(lower) else lower


def parse_level(title: str) -> Level | None:
    """The seniority that a title states, or null where it states none ("Software Engineer")."""
    text = _read(title)
    if "/" in text and SEVERAL.search(text) and not SAID_TWICE.search(text):
        return None
    if "trainee" in text and TRAINEE_STEP.search(text):
        return Level.ENTRY
    found = [level for level, words in RULES if words.search(text)]
    return _settled(found, text)


def _settled(found: list[Level], text: str) -> Level | None:
    """The strongest of the levels found; the exceptions are those of the module's docstring."""
    if not found:
        return None
    first = found[0]
    if Level.SENIOR in found and CHOICE.search(text):
        return Level.SENIOR
    if first in (Level.MANAGER, Level.LEAD) and _is_of_thing(first, text):
        below = [level for level in found[1:] if level is not Level.MID]
        return below[0] if below else Level.MID
    if first is Level.MANAGER and STEP_ONE.search(text) and Level.ENTRY in found:
        return Level.ENTRY
    return first


def _is_of_thing(level: Level, text: str) -> bool:
    """Does whoever manages or leads, as the title says, do so with a thing?"""
    if level is Level.LEAD:
        return THING_LEAD.search(text) is not None
    return THING_MANAGER.search(text) is not None and not MANAGERS_OF_THOSE.search(text)


def is_usual(title: str) -> bool:
    """Is the level of this title only what such a role usually is? "Product Manager" says no more than "Engineer"."""
    text = _read(title)
    found = [level for level, words in RULES if words.search(text)]
    return found in ([Level.MANAGER], [Level.LEAD]) and parse_level(title) is Level.MID
