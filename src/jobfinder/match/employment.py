"""Kinds of employment, in one vocabulary for the many that boards use.

Pure. Called by `match.prefs` (what the seeker takes) and `match.filter` (what a posting offers).
To extend: add a spelling to SPELLINGS; spaces, hyphens and case do not matter.
"""

from __future__ import annotations

import re
from enum import StrEnum


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
    Employment.FULL_TIME: r"full ?times?|fulltime|vollzeit|temps plein|tiempo completo|jornada completa|tempo pieno|"
    r"regular|"
    r"heltid|voltijd",
    Employment.PART_TIME: r"part ?times?|parttime|teilzeit|temps partiel|tiempo parcial|media jornada|deltid|"
    r"deeltijd|minijob",
    Employment.CONTRACT: r"contract|contractors?|freelance|freelancer|freiberuflich|b2b|per diem|self employed",
    Employment.TEMPORARY: r"temporary|temp|seasonal|fixed term|befristet|cdd|interim|limited|fixed term contract",
    Employment.INTERNSHIP: r"intern|internship|praktikum|stage|trainee|working student|werkstudent|prácticas",
    Employment.APPRENTICESHIP: r"apprentice|apprenticeship|ausbildung|alternance|apprentissage",
    Employment.VOLUNTEER: r"volunteer|ehrenamt|bénévolat",
}
PATTERNS = {kind: re.compile(rf"\b(?:{words})\b") for kind, words in SPELLINGS.items()}
PLAIN = re.compile(r"[\W_]+")


def employment_kinds(text: str) -> frozenset[Employment]:
    """The kinds that a text names: "Vollzeit / Teilzeit" names two, "Permanent" names none (it says nothing on
    hours).
    """
    plain = PLAIN.sub(" ", text[:200].casefold())
    kinds = frozenset(kind for kind, pattern in PATTERNS.items() if pattern.search(plain))
    if "fixed term contract" in plain or "temporary contract" in plain:
        return kinds - {Employment.CONTRACT}
    return kinds
