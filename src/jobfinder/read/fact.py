"""A fact that a text states, with the words it rests on; and the kinds of facts that postings state in prose.

Pure data. The readers beside this one return these; `match.offer` puts them together for one posting. What a text does
not say is null or absent: unknown, never a no. `start` and `end` are offsets into the text that was read.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeAlias, TypeVar

from jobfinder.model import Record

T = TypeVar("T")

Degree: TypeAlias = Literal["school", "vocational", "associate", "bachelor", "master", "doctorate"]
Clearance: TypeAlias = Literal["clearance", "background"]
FlagKind: TypeAlias = Literal[
    "commission", "unpaid", "agency", "evergreen", "repost", "ghost", "scam", "to-machines", "fee"
]


class Fact(Record, Generic[T], frozen=True):
    """A value and the sentence it rests on, word for word. `stated` is false where it was only inferred: such a fact
    may lower or raise a score, and never fails a gate.
    """

    value: T
    quote: str
    start: int = 0
    end: int = 0
    stated: bool = True


class YearsAsked(Record, frozen=True):
    """Years of experience asked for: at least `min`, at most `max`."""

    min: float | None = None
    max: float | None = None


class DegreeAsked(Record, frozen=True):
    """The least degree asked for. `required` is false where it is only welcome, or where experience may replace it."""

    level: Degree
    required: bool


class SpokenAsked(Record, frozen=True):
    """A language that the work needs, by its English name. `level` is of the CEFR (A1 … C2) or "native"; null where
    the text does not say how well. `required` is false where it is only welcome.
    """

    language: str
    level: str | None = None
    required: bool = True


class Hours(Record, frozen=True):
    """Time zones to be worked in: UTC offsets in hours, from west to east."""

    first: float
    last: float


class Eligibility(Record, frozen=True):
    """Who may apply, apart from where the work is done. Countries are ISO 3166 alpha-2.

    only            only people in these countries may apply
    never           people in these countries may not
    authorised      the right to work there must be had already
    citizens        citizenship of one of these is asked for
    sponsorship     whether a visa is sponsored
    relocation      whether moving there is helped with
    clearance       a security clearance, or only a background check, is asked for
    hours           time zones to be worked in
    """

    only: Fact[tuple[str, ...]] | None = None
    never: Fact[tuple[str, ...]] | None = None
    authorised: Fact[tuple[str, ...]] | None = None
    citizens: Fact[tuple[str, ...]] | None = None
    sponsorship: Fact[bool] | None = None
    relocation: Fact[bool] | None = None
    clearance: Fact[Clearance] | None = None
    hours: Fact[Hours] | None = None


class Flag(Record, frozen=True):
    """A reason to be wary, with the facts it rests on: one is enough for what is said outright, two or more for what
    is only a pattern (ghost, evergreen).
    """

    kind: FlagKind
    quotes: tuple[str, ...]
