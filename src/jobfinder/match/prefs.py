"""Preferences: what the seeker wants, never wants, and how strictly. The empty document lets everything through.

Pure. Read by `match.gate` (the stop lists), `match.filter` (the rules), `match.score` (the weights) and the steps that
show and alert (the thresholds). Each reader has a version function below: editing a field redoes only what reads that
field. To add a rule: a record here with its `mode`, its field in `Preferences`, its name in FILTER, a judge in
`match.filter`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta

from jobfinder.match import document
from jobfinder.model import Record, Remote
from jobfinder.read.employment import Employment
from jobfinder.read.level import Level

WHAT = "preferences"
GATE_VERSION = 1
FILTER_VERSION = 1
SCORER_VERSION = 1
"""Raise one of these when the code that reads its fields would judge the same posting differently."""

Strikes: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Mode: TypeAlias = Literal["reject"] | Strikes
"""What a violation does: reject at once, or add this many strikes; 0 only reports it."""
Words: TypeAlias = tuple[Annotated[str, Meta(min_length=1, max_length=200)], ...]
Amount: TypeAlias = Annotated[float, Meta(gt=0, le=1e12)]
Points: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Weight: TypeAlias = Annotated[float, Meta(ge=0, le=100)]
Currency: TypeAlias = Annotated[str, Meta(pattern="^[A-Z]{3}$", description="an ISO 4217 code such as EUR")]
Period: TypeAlias = Literal["hour", "day", "week", "month", "year"]


class Group(Record, frozen=True, forbid_unknown_fields=True):
    """Base of the parts of a document of the seeker."""


class StopLists(Group, frozen=True):
    """Ends a job before any request. Names are compared as companies, domains with all below them, keywords as whole
    words.
    """

    companies: Words = ()
    domains: Words = ()
    keywords: Words = ()


class Titles(Group, frozen=True):
    """Whole words in the title. A title that holds none of `wanted` violates, as does one that holds any of
    `excluded`.
    """

    wanted: Words = ()
    excluded: Words = ()
    wanted_mode: Mode = 2
    excluded_mode: Mode = "reject"


class Keywords(Group, frozen=True):
    """Whole words in title, department or description. Each of `required` must occur; "a | b" asks for one of the
    two.
    """

    required: Words = ()
    excluded: Words = ()
    required_mode: Mode = "reject"
    excluded_mode: Mode = "reject"


class Locations(Group, frozen=True):
    """Places to work at: a city ("Berlin"), a city in a country ("Paris, France"), a country or its code, "EU",
    "Europe".
    """

    accepted: Words = ()
    mode: Mode = "reject"


class RemoteWork(Group, frozen=True):
    """Arrangements taken (none named: all), and the countries from which the seeker could work remotely (names or
    codes).
    """

    accepted: tuple[Remote, ...] = ()
    countries: Words = ()
    mode: Mode = "reject"


class Pay(Group, frozen=True):
    """The least pay, before tax, in `currency` for each `period`. Without a currency it is taken in the posting's
    own.
    """

    floor: Amount | None = None
    currency: Currency | None = None
    period: Period = "year"
    mode: Mode = "reject"


class Age(Group, frozen=True):
    """The oldest posting taken, in days since it was posted."""

    max_days: Annotated[int, Meta(ge=0, le=36_500)] | None = None
    mode: Mode = "reject"


class EmploymentTypes(Group, frozen=True):
    """Kinds of employment taken (none named: all)."""

    accepted: tuple[Employment, ...] = ()
    mode: Mode = "reject"


class Seniority(Group, frozen=True):
    """Levels taken (none named: all)."""

    accepted: tuple[Level, ...] = ()
    mode: Mode = 2


class Weights(Group, frozen=True):
    """How much each part of the score counts, relative to the others. `freshness` is none of them: it is how much of
    its place in the list a posting loses as it grows old.
    """

    skills: Weight = 0.30
    nice: Weight = 0.05
    title: Weight = 0.20
    seniority: Weight = 0.15
    location: Weight = 0.10
    salary: Weight = 0.10
    company: Weight = 0.05
    language: Weight = 0.05
    freshness: Weight = 0.10


class Preferences(Group, frozen=True):
    """All preferences. `min_score` and `alert_score` are points of 100, `strike_threshold` a number of strikes."""

    min_score: Points = 0
    alert_score: Points = 85
    strike_threshold: Annotated[int, Meta(ge=1, le=1000)] = 3
    stop: StopLists = StopLists()
    titles: Titles = Titles()
    keywords: Keywords = Keywords()
    locations: Locations = Locations()
    remote: RemoteWork = RemoteWork()
    salary: Pay = Pay()
    age: Age = Age()
    employment: EmploymentTypes = EmploymentTypes()
    seniority: Seniority = Seniority()
    weights: Weights = Weights()


GATE = ("stop",)
FILTER = (
    "strike_threshold",
    "titles",
    "keywords",
    "locations",
    "remote",
    "salary",
    "age",
    "employment",
    "seniority",
)
SCORER = ("weights",)
THRESHOLD = ("min_score", "alert_score")


def from_toml(text: str) -> Preferences:
    """The preferences that a TOML document states. Raises UsageError, naming field, value and what is allowed."""
    return document.parse(Preferences, text, WHAT)


def to_toml(prefs: Preferences) -> str:
    """The preferences as TOML; `from_toml` gives the same record back."""
    return document.write(prefs)


def with_value(prefs: Preferences, path: str, text: str) -> Preferences:
    """The preferences with one field set: `with_value(prefs, "salary.floor", "90000")`. Raises UsageError."""
    return document.set_field(prefs, path, _spelt(path, text), WHAT)


def _spelt(path: str, text: str) -> str:
    return text.upper() if path.endswith(".currency") and len(text.strip()) == 3 else text


def gate_version(prefs: Preferences) -> str:
    """Changes with the stop lists, and with nothing else."""
    return _version(prefs, GATE_VERSION, GATE)


def filter_version(prefs: Preferences) -> str:
    """Changes with what the filter rules read, and with nothing else."""
    return _version(prefs, FILTER_VERSION, FILTER)


def scorer_version(prefs: Preferences) -> str:
    """Changes with what the scorer reads of the preferences: the weights. The rest of its input is the profile."""
    return _version(prefs, SCORER_VERSION, SCORER)


def threshold_version(prefs: Preferences) -> str:
    """Changes with the scores from which a match is shown and alerted."""
    return _version(prefs, 1, THRESHOLD)


def _version(prefs: Preferences, code: int, names: tuple[str, ...]) -> str:
    fields: dict[str, Any] = {name: msgspec.to_builtins(getattr(prefs, name)) for name in names}
    return document.digest(code, fields)
