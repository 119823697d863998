"""Job titles compared: how much does one look like another, whatever its level, its language and its decoration?

Pure. Called by `match.score`, `match.expect` and `match.resume`. To extend: a synonym in SAME, a word that says what
somebody does in ROLES (worth less than the field it is done in: two engineers have less in common than two backend
people).
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

SAME = {
    "developer": "engineer",
    "dev": "engineer",
    "programmer": "engineer",
    "coder": "engineer",
    "entwickler": "engineer",
    "entwicklerin": "engineer",
    "ingenieur": "engineer",
    "ingenieurin": "engineer",
    "développeur": "engineer",
    "développeuse": "engineer",
    "ingénieur": "engineer",
    "desarrollador": "engineer",
    "desarrolladora": "engineer",
    "ingeniero": "engineer",
    "eng": "engineer",
    "engr": "engineer",
    "engineering": "engineer",
    "development": "engineer",
    "mgr": "manager",
    "managerin": "manager",
    "management": "manager",
    "gerente": "manager",
    "berater": "consultant",
    "beraterin": "consultant",
    "consulting": "consultant",
    "analystin": "analyst",
    "analytics": "analyst",
    "analysis": "analyst",
    "architekt": "architect",
    "architektin": "architect",
    "architecture": "architect",
    "designerin": "designer",
    "design": "designer",
    "scientists": "scientist",
    "science": "scientist",
    "recruiting": "recruiter",
    "accounting": "accountant",
    "buchhalter": "accountant",
    "buchhalterin": "accountant",
    "vertrieb": "sales",
    "rep": "representative",
    "ml": "machine learning",
    "ki": "ai",
    "sre": "site reliability engineer",
    "swe": "software engineer",
    "sde": "software engineer",
    "qa": "quality assurance",
    "hr": "human resources",
    "softwareentwickler": "software engineer",
    "softwareentwicklerin": "software engineer",
    "softwareingenieur": "software engineer",
    "webentwickler": "web engineer",
    "datenanalyst": "data analyst",
    "produktmanager": "product manager",
    "projektmanager": "project manager",
    "projektleiter": "project manager",
    "rn": "registered nurse",
    "pflegefachkraft": "nurse",
    "pflegefachfrau": "nurse",
    "pflegefachmann": "nurse",
    "krankenpfleger": "nurse",
    "krankenpflegerin": "nurse",
    "krankenschwester": "nurse",
    "infirmier": "nurse",
    "infirmière": "nurse",
    "enfermero": "nurse",
    "enfermera": "nurse",
    "koch": "cook",
    "köchin": "cook",
    "cuisinier": "cook",
    "cuisinière": "cook",
    "cocinero": "cook",
    "cocinera": "cook",
    "küchenchef": "head chef",
    "küchenchefin": "head chef",
    "souschef": "sous chef",
    "kellner": "waiter",
    "kellnerin": "waiter",
    "waitress": "waiter",
    "serveur": "waiter",
    "serveuse": "waiter",
    "camarero": "waiter",
    "camarera": "waiter",
    "bäcker": "baker",
    "bäckerin": "baker",
    "lehrer": "teacher",
    "lehrerin": "teacher",
    "lehrkraft": "teacher",
    "enseignant": "teacher",
    "enseignante": "teacher",
    "profesor": "teacher",
    "profesora": "teacher",
    "headteacher": "head teacher",
    "erzieher": "educator",
    "erzieherin": "educator",
    "verkäufer": "sales",
    "verkäuferin": "sales",
    "vendeur": "sales",
    "vendeuse": "sales",
    "vertriebsmitarbeiter": "sales representative",
    "vertriebsmitarbeiterin": "sales representative",
    "einkäufer": "buyer",
    "einkäuferin": "buyer",
    "finanzbuchhalter": "accountant",
    "finanzbuchhalterin": "accountant",
    "bilanzbuchhalter": "accountant",
    "bilanzbuchhalterin": "accountant",
    "comptable": "accountant",
    "contable": "accountant",
    "fahrer": "driver",
    "fahrerin": "driver",
    "chauffeur": "driver",
    "elektriker": "electrician",
    "elektrikerin": "electrician",
    "elektroniker": "electrician",
    "elektronikerin": "electrician",
    "électricien": "electrician",
    "électricienne": "electrician",
    "electricista": "electrician",
    "mechaniker": "mechanic",
    "mechanikerin": "mechanic",
    "mechatroniker": "mechatronics technician",
    "tischler": "carpenter",
    "schreiner": "carpenter",
    "schweißer": "welder",
    "maler": "painter",
    "friseur": "hairdresser",
    "friseurin": "hairdresser",
    "reinigungskraft": "cleaner",
    "hausmeister": "caretaker",
    "janitor": "caretaker",
    "lagermitarbeiter": "warehouse worker",
    "lagermitarbeiterin": "warehouse worker",
    "maschinenbauingenieur": "mechanical engineer",
    "maschinenbauingenieurin": "mechanical engineer",
    "entwicklungsingenieur": "engineer",
    "entwicklungsingenieurin": "engineer",
    "mechanik": "mechanical",
    "elektrotechnik": "electrical",
    "konstrukteur": "design engineer",
    "konstrukteurin": "design engineer",
    "softwaretester": "software tester",
    "grafikdesigner": "graphic designer",
    "grafikdesignerin": "graphic designer",
    "personalreferent": "human resources specialist",
    "sachbearbeiter": "clerk",
    "sachbearbeiterin": "clerk",
}
_ROLES = """
engineer manager analyst consultant designer architect specialist scientist administrator coordinator assistant
associate representative director lead officer technician advisor expert executive supervisor head chief founder
researcher operator accountant recruiter nurse teacher writer editor planner buyer controller counsel lawyer producer
strategist agent clerk trainer instructor owner master tester sales driver cook mechanic electrician
chef waiter baker butcher barista bartender housekeeper receptionist cashier cleaner caretaker gardener hairdresser
welder carpenter joiner plumber painter bricklayer roofer fitter machinist worker picker packer porter guard courier
carer caregiver midwife physician doctor dentist pharmacist therapist physiotherapist paramedic educator tutor lecturer
bookkeeper auditor actuary attorney solicitor paralegal surveyor estimator dispatcher
"""
_LEVELS = """
senior sr junior jr mid midlevel intermediate staff principal lead entry level graduate intern trainee i ii iii iv v
associate working student werkstudent head experienced
"""
_NOISE = """
the a an of for and und et y de der die das in im at m w d f h x all genders gn div mwd remote hybrid onsite fulltime
parttime full part time job role position new registered qualified certified licensed
"""
ROLES, LEVELS, NOISE = (frozenset(words.split()) for words in (_ROLES, _LEVELS, _NOISE))
NOTE = re.compile(
    r"[(\[][^()\[\]]{0,60}[)\]]|[:*_/](?:in(?:nen)?|r|n|e)\b|\b[mwdfhx]\s?[/|]\s?[mwdfhx](?:\s?[/|]\s?[a-z]{1,3})?\b",
    re.IGNORECASE,
)
COMPOUND = re.compile(r"\b(back|front|full|dev|e)[\s-](end|stack|ops|commerce)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:\+\+|#)?|\.net", re.IGNORECASE)
_NEAR = """
frontend ui web
devops platform infrastructure cloud reliability sre
data analytics bi
ai machine learning ml
ux ui interaction
quality test testing assurance
software application applications
accountant bookkeeper accounting
cook chef
manager owner lead
carpenter joiner
lawyer counsel attorney solicitor
carer caregiver
worker associate operative assistant
teacher educator instructor tutor
representative executive agent
consultant advisor
"""
NEAR = tuple(frozenset(line.split()) for line in _NEAR.strip().splitlines())
"""Words for neighbouring fields: one counts in part for another."""
NEARLY = 0.6
_TRADES = """
sales marketing recruiter recruiting recruitment talent presales support licence license legal law counsel paralegal
finance procurement purchasing compliance tax payroll fitter driver operator receptionist paralegal photographer
"""
TRADES = frozenset(_TRADES.split())
"""Words that make another trade of a title: a sales engineer is no engineer."""
OTHER_TRADE, OTHER_HEAD = 0.45, 0.5
"""What is left of a likeness where one title names such a trade and the other does not, or where they end in other
roles.
"""
SEGMENT = re.compile(r"\s[–—|/:-]\s|[,(|]|\s(?:for|of|to|at|für|de)\s", re.IGNORECASE)
STROKE = re.compile(r"\s[/|]\s")
ALIKE = 85.0
"""From this likeness on, two words count as spellings of one."""
ROLE_WEIGHT = 0.6
WANTED_SHARE = 0.75


def similarity(title: str, wanted: str) -> float:
    """How much a posting's title is the title wanted, 0..1: mostly how much of what is wanted it holds. Where a stroke
    parts two names of one job, the more alike of them counts.
    """
    return max(_similarity(name, wanted) for name in (title, *_alternatives(title)))


def _alternatives(title: str) -> list[str]:
    names = STROKE.split(title[:200])
    return [name for name in names if head(name)] if len(names) > 1 else []


def _similarity(title: str, wanted: str) -> float:
    offered, asked = tokens(title), tokens(wanted)
    if not offered or not asked:
        return 0.0
    recall = _covered(asked, offered)
    precision = _covered(offered, asked)
    alike = WANTED_SHARE * recall + (1 - WANTED_SHARE) * precision
    alike *= OTHER_TRADE if offered & TRADES != asked & TRADES else 1.0
    return round(alike * (1.0 if _same_head(head(title), head(wanted)) else OTHER_HEAD), 4)


@lru_cache(maxsize=2048)
def head(title: str) -> str | None:
    """The word that says what somebody does: "recruiter" of "Technical Recruiter – Backend Engineers", or null."""
    for segment in SEGMENT.split(title[:200]):
        roles = [word for word in _words(segment) if word in ROLES]
        if roles:
            return roles[-1]
    return None


def _same_head(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other or any({one, other} <= group for group in NEAR)


def best(title: str, wanted: tuple[str, ...]) -> tuple[float, str | None]:
    """The most alike of the titles wanted, and how alike it is; the first wins a tie."""
    rated = [(similarity(title, name), -index, name) for index, name in enumerate(wanted)]
    value, _, name = max(rated, default=(0.0, 0, None))
    return value, name


def is_role(title: str) -> bool:
    """Does this read like a role? It holds a word that says what somebody does."""
    words = tokens(title)
    return 0 < len(words) <= 8 and bool(words & ROLES) and title[:1].isalnum() and not title[:1].islower()


@lru_cache(maxsize=2048)
def tokens(title: str) -> frozenset[str]:
    """What a title says, in comparable words: synonyms made one, level and decoration left out."""
    kept = _words(title[:200])
    return frozenset([word for word in kept if word not in LEVELS] or kept)


def _words(title: str) -> list[str]:
    """The words of a title in order, synonyms made one, decoration left out."""
    plain = COMPOUND.sub(r"\1\2", NOTE.sub(" ", title))
    words = [word.casefold() for word in WORD.findall(plain)]
    said = [part for word in words for part in SAME.get(word, word).split()]
    return [word for word in said if word not in NOISE and not word.isdigit()]


def _covered(asked: frozenset[str], offered: frozenset[str]) -> float:
    total = sum(map(_weight, asked))
    return sum(_weight(word) * _has(word, offered) for word in asked) / total


def _weight(word: str) -> float:
    return ROLE_WEIGHT if word in ROLES else 1.0


def _has(word: str, offered: frozenset[str]) -> float:
    if word in offered or (len(word) > 4 and any(len(o) > 4 and fuzz.ratio(word, o) >= ALIKE for o in offered)):
        return 1.0
    return NEARLY if any(word in group and group & offered for group in NEAR) else 0.0
