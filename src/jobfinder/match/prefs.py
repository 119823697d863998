"""Preferences: what the seeker wants, never wants, and how strictly. All but nothing is laid down by default: the empty
document lets everything through, save the flags of a fraud.

Pure. Read by `match.gate` (the stop lists), `match.filter` (the rules), `match.score` (the weights) and the steps that
show and alert (the thresholds). Each reader has a version function below: editing a field redoes only what reads that
field. To add a rule: a record in `match.wishes` with its `mode`, its field in `Preferences`, its name in FILTER, a
judge in one of the `match.rules_…` modules, its row in `match.filter.RULES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from jobfinder.errors import UsageError
from jobfinder.match import document, patterns
from jobfinder.match.currencies import CURRENCIES
from jobfinder.match.places import countries_of
from jobfinder.match.wishes import (
    Age,
    Amount,
    Authorisation,
    Commute,
    Currency,
    DealBreaker,
    DealBreakers,
    DegreeHeld,
    EmploymentTypes,
    Group,
    Industries,
    Keywords,
    Locations,
    Mode,
    Pay,
    Period,
    Points,
    RedFlags,
    RemoteWork,
    Seniority,
    SkillWishes,
    Spoken,
    SpokenLanguages,
    StopLists,
    Strikes,
    Tiers,
    TimeZones,
    Titles,
    Weight,
    Weights,
    Words,
    YearsTaken,
)

__all__ = [
    "FILTER",
    "GATE",
    "SCORER",
    "THRESHOLD",
    "Age",
    "Amount",
    "Authorisation",
    "Commute",
    "Currency",
    "DealBreaker",
    "DealBreakers",
    "DegreeHeld",
    "EmploymentTypes",
    "Group",
    "Industries",
    "Keywords",
    "Locations",
    "Mode",
    "Pay",
    "Period",
    "Points",
    "Preferences",
    "RedFlags",
    "RemoteWork",
    "Seniority",
    "SkillWishes",
    "Spoken",
    "SpokenLanguages",
    "StopLists",
    "Strikes",
    "Tiers",
    "TimeZones",
    "Titles",
    "Weight",
    "Weights",
    "Words",
    "YearsTaken",
    "filter_version",
    "from_data",
    "from_toml",
    "gate_version",
    "reads_company",
    "scorer_version",
    "threshold_version",
    "to_toml",
    "value_at",
    "with_value",
]

WHAT = "preferences"
GATE_VERSION = 1
FILTER_VERSION = 2
SCORER_VERSION = 2
"""Raise one of these when the code that reads its fields would judge the same posting differently."""


class Preferences(Group, frozen=True):
    """All preferences. `min_score` and `alert_score` are points of 100, `strike_threshold` a number of strikes."""

    min_score: Points = 0
    alert_score: Points = 85
    strike_threshold: Annotated[int, Meta(ge=1, le=1000)] = 3
    stop: StopLists = StopLists()
    titles: Titles = Titles()
    keywords: Keywords = Keywords()
    skills: SkillWishes = SkillWishes()
    locations: Locations = Locations()
    remote: RemoteWork = RemoteWork()
    commute: Commute = Commute()
    time_zones: TimeZones = TimeZones()
    salary: Pay = Pay()
    age: Age = Age()
    employment: EmploymentTypes = EmploymentTypes()
    seniority: Seniority = Seniority()
    years: YearsTaken = YearsTaken()
    degree: DegreeHeld = DegreeHeld()
    languages: SpokenLanguages = SpokenLanguages()
    authorisation: Authorisation = Authorisation()
    tiers: Tiers = Tiers()
    industries: Industries = Industries()
    flags: RedFlags = RedFlags()
    weights: Weights = Weights()
    dealbreakers: DealBreakers = ()


GATE = ("stop",)
FILTER = (
    "strike_threshold",
    "titles",
    "keywords",
    "skills.no",
    "skills.mode",
    "locations",
    "remote",
    "commute",
    "time_zones",
    "salary",
    "age",
    "employment",
    "seniority",
    "years",
    "degree",
    "languages",
    "authorisation",
    "tiers",
    "industries",
    "flags",
    "dealbreakers",
)
FLOOR = ("salary.floor", "salary.currency", "salary.period")
SCORER = ("weights", "skills.loved", "skills.fine", "skills.no", *FLOOR)
THRESHOLD = ("min_score", "alert_score")
"""Who reads what: the dotted name of a field, or of a group for all its fields. Each field has a reader."""


# ---------------------------------------------------------------- reading and writing


def from_toml(text: str) -> Preferences:
    """The preferences that a TOML document states. Raises UsageError, naming field, value and what is allowed."""
    return _checked(document.parse(Preferences, text, WHAT))


def from_data(data: Mapping[str, Any]) -> Preferences:
    """The preferences that plain values state. Raises UsageError, as `from_toml`."""
    return _checked(document.build(Preferences, data, WHAT))


def to_toml(prefs: Preferences) -> str:
    """The preferences as TOML; `from_toml` gives the same record back."""
    return document.write(prefs)


def with_value(prefs: Preferences, path: str, text: str) -> Preferences:
    """The preferences with one field set: `with_value(prefs, "salary.floor", "90000")`. Raises UsageError."""
    return _checked(document.set_field(prefs, path, _spelt(path, text), WHAT))


def _spelt(path: str, text: str) -> str:
    return text.upper() if path.endswith(".currency") and len(text.strip()) == 3 else text


def value_at(prefs: Preferences, path: str) -> Any:
    """The value of a field by its dotted name."""
    value: Any = prefs
    for name in path.split("."):
        value = getattr(value, name)
    return value


# ---------------------------------------------------------------- what types cannot say


def _checked(prefs: Preferences) -> Preferences:
    """The preferences, once what is known to mean nothing has been refused. Raises UsageError."""
    for number, breaker in enumerate(prefs.dealbreakers, 1):
        patterns.check(breaker.pattern, f"{WHAT}: dealbreakers, pattern {number},")
    for path in ("authorisation.countries", "authorisation.citizenships"):
        _check_countries(value_at(prefs, path), path)
    _check_currency(prefs.salary.currency)
    _check_zones(prefs.time_zones)
    _check_skills(prefs.skills)
    return prefs


def _check_countries(names: tuple[str, ...], path: str) -> None:
    for name in names:
        if countries_of(name) is None:
            raise UsageError(f"{WHAT}: {path}: {name!r} is no country; use a name such as Germany, a code, or EU")


def _check_currency(currency: str | None) -> None:
    if currency is not None and currency not in CURRENCIES:
        raise UsageError(f"{WHAT}: salary.currency cannot be {currency!r}; allowed: an ISO 4217 code such as EUR")


def _check_zones(zones: TimeZones) -> None:
    if zones.first is not None and zones.last is not None and zones.first > zones.last:
        raise UsageError(
            f"{WHAT}: time_zones runs from west to east: first ({zones.first:g}) is beyond last ({zones.last:g})"
        )


def _check_skills(skills: SkillWishes) -> None:
    named = [(word.casefold(), word) for word in (*skills.loved, *skills.fine)]
    both = next((word for folded, word in named if folded in {no.casefold() for no in skills.no}), None)
    if both is not None:
        raise UsageError(f"{WHAT}: skills.no has {both!r}, which skills.loved or skills.fine has, too; take one out")


# ---------------------------------------------------------------- versions


def gate_version(prefs: Preferences) -> str:
    """Changes with the stop lists, and with nothing else."""
    return _version(prefs, GATE_VERSION, GATE)


def filter_version(prefs: Preferences) -> str:
    """Changes with what the filter rules read, and with nothing else."""
    return _version(prefs, FILTER_VERSION, FILTER)


def scorer_version(prefs: Preferences, *, expects: bool = False) -> str:
    """Changes with what the scorer reads of the preferences: weights, skills liked and not, and the least pay, unless
    the profile says what pay it `expects`. The rest of its input is the profile.
    """
    return _version(prefs, SCORER_VERSION, tuple(name for name in SCORER if not (expects and name in FLOOR)))


def threshold_version(prefs: Preferences) -> str:
    """Changes with the scores from which a match is shown and alerted."""
    return _version(prefs, 1, THRESHOLD)


def reads_company(prefs: Preferences) -> bool:
    """Does a filter rule in force look at the facts of the company?"""
    return bool(prefs.tiers.least or prefs.industries.accepted or prefs.industries.excluded)


def _version(prefs: Preferences, code: int, names: tuple[str, ...]) -> str:
    fields: dict[str, Any] = {name: msgspec.to_builtins(value_at(prefs, name)) for name in names}
    return document.digest(code, fields)
