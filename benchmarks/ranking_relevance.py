"""How well a role suits a seeker, 0 to 4, from stated rules over the hidden truth. It knows nothing of any scorer.

The rules look at `Role` and `Seeker`, which are what is so, never at a text: a posting may leave facts out, spell
them oddly or bury them. They were written before the scorer was tuned against them, and are not to be changed to suit
a scorer. 4: would be delighted. 3: worth applying. 2: half fits. 1: not for them. 0: out of the question.

| what is compared | effect |
|---|---|
| trade | same 4 points; a neighbour (`ranking_families.NEAR`) 1 to 3; any other: grade 0 |
| required skills: mean over them of held 1, held too shortly (under half the years asked), not used for over four
  years, or only a relative of it (`RELATED`) ½, else 0 | ≥.8: 0; ≥.6: −½; ≥.4: −1½; ≥.2: −2½; below: −3½ |
| nice-to-have skills: half or more held | +¼; never a loss |
| level, in rungs (0 intern … 5 principal) | same 0; one up −½; one down −1; two −2; more −4 |
| leads people, while the seeker does not (or the reverse) | −2 |
| years asked exceed the seeker's by more than two | −1 |
| a loved skill is required | +½ |
| a skill the seeker wants no more is required | −2 |
| top of the pay (truth, told or not) against the floor | ≥1: 0; ≥.9: −½; ≥.75: −1½; below: −2½ |
| pay is commission only | at most 1 |
| arrangement is none of those accepted | −2 |
| on site or hybrid, same country, another city | would move: −½; would not: at most 1 |
| on site or hybrid in a country not aimed at | 0 |
| the same, aimed at, no right to work there | sponsored: 0; not told by the truth: −1; not sponsored: grade 0 |
| remote, but not from the seeker's country | 0 |
| citizenship or clearance that the seeker lacks | 0 |
| a language required: short of it by one level of the CEFR | −½; by two −1½; by more, or not spoken: at most 1 |
| employment not accepted | at most 1; an internship: 0 |
| an industry the seeker excludes | 0 |
| a degree is required that is higher than the seeker's | −1 |
| no real opening (talent pool, evergreen) | at most 1 |
| older than 45 days −½, than 90 days −1 | |

Points are rounded half down (3½ is a 3), held within 0..4, then capped. Used by `ranking_world` and `ranking`.
To change a rule: here, in the table and in the function, with a word in the report that figures before are not
comparable.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from ranking_families import NEAR, RELATED

BEST = 4
MATCH = 3
"""The grade from which a role counts as found."""
EUROPE = ("DE", "NL", "FR", "ES", "AT", "PL", "IE", "SE")
CEFR = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6, "native": 6}
DEGREES = {"none": 0, "vocational": 1, "bachelor": 2, "master": 3, "doctorate": 4}
DOLLARS = {"USD": 1.0, "EUR": 1.1, "GBP": 1.27, "CAD": 0.73, "PLN": 0.26, "SEK": 0.095, "INR": 0.012}
STALE_YEARS = 4.0


class Ask(NamedTuple):
    """A skill that a role requires, and for how many years."""

    skill: str
    years: int | None = None


class Role(NamedTuple):
    """A role as it is. `low` and `high` are for a year in `currency`; `scope` are the countries a remote role may be
    done from (none: anywhere). `tells` names what the posting states, and where; the rest is left out of it.
    """

    id: str
    recipe: str
    family: str
    role_name: str
    title: str
    rung: int
    leads: bool
    required: tuple[Ask, ...]
    nice: tuple[str, ...]
    stuffed: tuple[str, ...]
    years: int | None
    country: str
    city: str
    arrangement: str
    scope: tuple[str, ...]
    sponsors: bool | None
    citizens: bool
    low: float | None
    high: float | None
    currency: str
    commission: bool
    employment: str
    languages: tuple[tuple[str, str], ...]
    written: str
    age: int
    industry: str
    company: str
    degree: str
    evergreen: bool
    tells: frozenset[str]
    words: int


class Held(NamedTuple):
    """A skill the seeker has: for how many years, last used how many years ago."""

    skill: str
    years: float
    ago: float


class Seeker(NamedTuple):
    """A seeker as they are. `floor` is for a year in `currency`; `targets` are countries they would work in on site."""

    id: str
    family: str
    rung: int
    leads: bool
    years: float
    held: tuple[Held, ...]
    loved: tuple[str, ...]
    unwanted: tuple[str, ...]
    titles: tuple[str, ...]
    country: str
    city: str
    moves: bool
    targets: tuple[str, ...]
    authorised: tuple[str, ...]
    arrangements: tuple[str, ...]
    floor: float
    currency: str
    languages: tuple[tuple[str, str], ...]
    employment: tuple[str, ...]
    excluded: tuple[str, ...]
    degree: str


def grade(role: Role, seeker: Seeker) -> int:
    """The grade of a role for a seeker, without noise."""
    points = _trade(role, seeker)
    limit = min(_place_limit(role, seeker), _terms_limit(role, seeker), _language(role, seeker)[1])
    if not points or not limit:
        return 0
    points += _skills(role, seeker) + _level(role, seeker) + _wishes(role, seeker) + _pay(role, seeker)
    points += _place(role, seeker) + _language(role, seeker)[0] + _rest(role, seeker)
    return max(0, min(BEST, limit, math.ceil(points - 0.5)))


def visible(role: Role) -> Role:
    """The role as far as its posting tells: what is left out is taken as harmless. Its grades bound what any reader
    of the postings can reach.
    """
    told = role.tells
    pay = "pay" in told
    return role._replace(
        low=role.low if pay else None,
        high=role.high if pay else None,
        scope=role.scope if "scope" in told else (),
        sponsors=role.sponsors if "sponsor" in told else None,
        languages=role.languages if "language" in told else (),
        age=role.age if "date" in told else 0,
        years=role.years if "years" in told else None,
        degree=role.degree if "degree" in told else "none",
    )


# ---------------------------------------------------------------- what the work is


def _trade(role: Role, seeker: Seeker) -> float:
    if role.family == seeker.family:
        return float(BEST)
    return float(NEAR.get(frozenset((role.family, seeker.family)), 0))


def share_held(role: Role, seeker: Seeker) -> float:
    """The share of the required skills that the seeker has, halves counted."""
    if not role.required:
        return 1.0
    return sum(_has(ask, seeker) for ask in role.required) / len(role.required)


def _has(ask: Ask, seeker: Seeker) -> float:
    mine = next((one for one in seeker.held if one.skill == ask.skill), None)
    if mine:
        return 0.5 if mine.ago > STALE_YEARS or mine.years < (ask.years or 0) / 2 else 1.0
    names = {one.skill for one in seeker.held}
    return 0.5 if any(ask.skill in group and group & names for group in RELATED) else 0.0


def _skills(role: Role, seeker: Seeker) -> float:
    share = share_held(role, seeker)
    lost = next(lost for least, lost in ((0.8, 0.0), (0.6, 0.5), (0.4, 1.5), (0.2, 2.5), (0.0, 3.5)) if share >= least)
    names = {one.skill for one in seeker.held}
    welcome = bool(role.nice) and sum(skill in names for skill in role.nice) * 2 >= len(role.nice)
    return (0.25 if welcome else 0.0) - lost


def _level(role: Role, seeker: Seeker) -> float:
    steps = role.rung - seeker.rung
    lost = {0: 0.0, 1: 0.5, -1: 1.0, 2: 2.0, -2: 2.0}.get(steps, 4.0)
    lost += 2.0 if role.leads != seeker.leads else 0.0
    return -lost - (1.0 if (role.years or 0) > seeker.years + 2 else 0.0)


def _wishes(role: Role, seeker: Seeker) -> float:
    wanted = {ask.skill for ask in role.required}
    return (0.5 if wanted & set(seeker.loved) else 0.0) - (2.0 if wanted & set(seeker.unwanted) else 0.0)


# ---------------------------------------------------------------- what it pays, where it is, what it asks


def _pay(role: Role, seeker: Seeker) -> float:
    if role.high is None or not seeker.floor:
        return 0.0
    reach = role.high * DOLLARS[role.currency] / (seeker.floor * DOLLARS[seeker.currency])
    return -next(lost for least, lost in ((1.0, 0.0), (0.9, 0.5), (0.75, 1.5), (0.0, 2.5)) if reach >= least)


def _place(role: Role, seeker: Seeker) -> float:
    lost = 0.0 if role.arrangement in seeker.arrangements else 2.0
    if role.arrangement != "remote":
        lost += 0.5 if role.country == seeker.country and role.city != seeker.city else 0.0
        lost += 1.0 if role.country not in seeker.authorised and role.sponsors is None else 0.0
    return -lost


def _place_limit(role: Role, seeker: Seeker) -> int:
    if role.citizens and role.country not in seeker.authorised:
        return 0
    if role.arrangement == "remote":
        return BEST if not role.scope or seeker.country in role.scope else 0
    if role.country not in seeker.targets:
        return 0
    if role.country not in seeker.authorised and role.sponsors is False:
        return 0
    stays = role.country == seeker.country and role.city != seeker.city and not seeker.moves
    return 1 if stays else BEST


def _terms_limit(role: Role, seeker: Seeker) -> int:
    if role.industry in seeker.excluded:
        return 0
    if role.employment not in seeker.employment:
        return 0 if role.employment == "internship" else 1
    return 1 if role.evergreen or role.commission else BEST


def _language(role: Role, seeker: Seeker) -> tuple[float, int]:
    spoken = dict(seeker.languages)
    lost, limit = 0.0, BEST
    for name, level in role.languages:
        short = CEFR[level] - CEFR.get(spoken.get(name, ""), 0)
        if short > 2:
            limit = 1
        elif short > 0:
            lost += 0.5 if short == 1 else 1.5
    return -lost, limit


def _rest(role: Role, seeker: Seeker) -> float:
    lost = 1.0 if DEGREES[role.degree] > DEGREES[seeker.degree] else 0.0
    return -lost - (1.0 if role.age > 90 else 0.5 if role.age > 45 else 0.0)
