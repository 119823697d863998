"""Kinds of employment, in one vocabulary for the many spellings that boards use.

Pure. Called by `read.fields` and `match.rules` (what a posting offers) and `match.prefs` (what the seeker takes); by
the readers of postings for what titles and texts say where there is no field for it. To extend: a spelling in
SPELLINGS; spaces, hyphens and case do not matter. "Permanent" and "regular" name no kind: they say nothing on hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from jobfinder.read.quick import WHOLE, Quick
from jobfinder.read.stems import lowered


class Employment(StrEnum):
    """How somebody is employed."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEER = "volunteer"

    @classmethod
    def _missing_(cls, value: object) -> Employment | None:
        kinds = employment_kinds(value) if isinstance(value, str) else frozenset()
        return next(iter(kinds)) if len(kinds) == 1 else None


SPELLINGS = {
    Employment.FULL_TIME: r"full ?times?|ft|vollzeit(?:stelle)?|temps (?:plein|complet)|(?:tiempo|jornada) complet[oa]|"
    r"tempo (?:pieno|integral)|heltid|voltijds?|fulltid|plny uvazek|pelny etat|na plny uvazek",
    Employment.PART_TIME: r"part ?times?|pt|teilzeit(?:stelle)?|temps partiel|(?:tiempo|jornada) parcial|media jornada|"
    r"tempo parz?iale|meio periodo|deltid|deeltijds?|minijob|zkraceny uvazek|castecny uvazek",
    Employment.CONTRACT: r"contract|contractors?|freelance|freelancer|freiberuflich\w{0,2}|freie mitarbeit|"
    r"autonomo|b2b|"
    r"per ?diem|self employed|independent contractor",
    Employment.TEMPORARY: r"temporary|temporaire|temporal|temp|seasonal|fixed term|befristet(?:e[rns]?)?|cdd|interim|"
    r"zeitarbeit|limited term|tijdelijk",
    Employment.INTERNSHIP: r"intern|internships?|praktik(?:um|ant|antin)|pflichtpraktikum|stage|stagiaire|trainee|"
    r"working student|werkstudent(?:in)?|werkstudierende|practicas|becari[oa]|tirocinio|estagio",
    Employment.APPRENTICESHIP: r"apprentice|apprenticeships?|ausbildung|auszubildende[rn]?|azubi|alternance|"
    r"apprentissage|duales studium",
    Employment.VOLUNTEER: r"volunteer|volunteering|ehrenamt(?:lich)?|benevolat|voluntariado",
}
PATTERNS = {kind: re.compile(rf"\b(?:{words})\b") for kind, words in SPELLINGS.items()}
NO_KIND = re.compile(r"\b(?:permanent|indefinite|employment|open ended|unlimited|standard)\s(?:employment )?contract\b")
TERM_CONTRACT = re.compile(r"\b(fixed term|temporary|temp|seasonal|limited term) contracts?\b")
PLAIN = re.compile(r"[\W_]+")
ACCENTS = str.maketrans("áàâäãéèêëěíìîóòôöõúùûüůýçčñśšžřłęą", "aaaaaeeeeeiiiooooouuuuuyccnsszrlea")
HOURS = frozenset({Employment.FULL_TIME, Employment.PART_TIME})
LONGEST = 200


def employment_kinds(text: str) -> frozenset[Employment]:
    """The kinds that a text names: "Vollzeit / Teilzeit" names two, "Permanent" none."""
    return _kinds_in(text[:LONGEST])


@lru_cache(maxsize=4_096)
def _kinds_in(text: str) -> frozenset[Employment]:
    """Cached: the postings of a board state the same few."""
    plain = PLAIN.sub(" ", text.casefold().translate(ACCENTS))
    plain = TERM_CONTRACT.sub(r"\1", NO_KIND.sub(" ", plain))
    return frozenset(kind for kind, pattern in PATTERNS.items() if pattern.search(plain))


def employment_of(texts: Iterable[str]) -> Employment | None:
    """The one kind that texts name together; null where they leave a choice.

    A kind of contract says more than its hours: a full-time internship is an internship.
    """
    kinds = frozenset(kind for text in texts for kind in employment_kinds(text))
    sort = kinds - HOURS or kinds
    return next(iter(sort)) if len(sort) == 1 else None


# ---------------------------------------------------------------- prose

_TITLED = (
    r"full[- ]?time|part[- ]?time|vollzeit|teilzeit|freelance\w{0,2}|fixed[- ]term|interns?|internship|"
    r"werkstudent(?:in)?|working student|praktikum|praktikant(?:in)?|ausbildung|azubi|apprentice(?:ship)?|alternance|"
    r"stagiaire|minijob|"
    r"temps (?:plein|partiel)|deltid|heltid|deeltijd|voltijd"
)
TITLED = re.compile(rf"(?<![^\W_])(?:{_TITLED})(?![^\W_])", re.IGNORECASE)
"""What a title says of employment; a contract manager is none by contract."""
_KINDS = (
    r"(?:full|part)[- ]?time|freelance|temporary|seasonal|fixed[- ]term|internship|apprenticeship|vollzeit|teilzeit|"
    r"befristete|temps (?:plein|complet|partiel)|jornada completa|media jornada|tiempo completo|deltid|heltid"
)
_FIELDS = (
    r"job types?|employment types?|type of employment|employment status|contract type|position type|time type|"
    r"(?:work |job )?schedule|type de contrat|temps de travail|anstellungsart|beschäftigungs(?:art|umfang)|arbeitszeit|"
    r"tipo de (?:contrato|jornada)|jornada(?: laboral)?|omfattning|anställningsform|dienstverband"
)
STATED = Quick(
    rf"\b(?:{_FIELDS})\b[\s*]{{0,4}}(?:[:–-]|\n)[\s*]{{0,6}}(?P<field>[^\n.;]{{2,60}})|"
    rf"\b(?P<kind>{_KINDS})[,/ -]{{0,3}}(?:\w{{1,15}} ){{0,2}}?(?:position|role|job|employment|opportunity|stelle|"
    r"anstellung|festanstellung|contract|basis)\b|"
    rf"\b(?:this is an?|is an?|als|en|looking for an?|seeking an?|hiring an?) (?P<is>{_KINDS})\b|"
    r"\b(?P<term>\d{1,2}[- ]months? contract|(?:poste|contrat|équipe) (?:en )?cdd|cdd saisonnier)\b|"
    rf"(?:^|[\n•·:])[ *◦–-]{{0,3}}(?:permanent|unlimited|regular)[,/ ]{{1,2}}(?P<beside>{_KINDS})|"
    rf"(?:^|[\n•·:])[ *◦–-]{{0,3}}(?P<alone>{_KINDS})(?= ?(?:$|[\n•·]|,? \(?(?:(?:mit|with|à|de|zu) )?\d))|"
    r"\b(?P<contract>contract(?= (?:role|position|job|assignment|engagement|basis)\b)|b2b(?= (?:basis|contract|"
    r"invoice))|"
    r"(?<=as )(?:an )?independent contractor|(?<=as )contractors?(?= only)|freiberufliche?r? (?:mitarbeit|tätigkeit))|"
    r"\b(?:paid|unpaid) (?P<paid>internship)|\b(?P<praktikum>praktikum)(?= (?:für|von|über)\b)|"
    r"\bin (?P<hours>vollzeit|teilzeit)\b|\b(?P<until>befristet)(?= (?:auf|bis|für)\b)",
    re.IGNORECASE,
)
WHOLE.join(STATED)
READ = 20_000


def employment_in(title: str, text: str | None) -> Employment | None:
    """The kind of employment that a title or the text of a posting names; null where none or several are named."""
    named = employment_of(TITLED.findall(title[:LONGEST]))
    if named or not text:
        return named
    said = (next(part for part in found.groups() if part) for found in WHOLE.all_in(STATED, lowered(text[:READ])))
    first = next((words for words in said if employment_kinds(words)), None)
    return employment_of([first]) if first else None
