"""The score: how well does this posting fit the seeker, in parts, each with the sentence of the posting it rests on?

Pure. Called by the step `analyze` and by `jobfinder score`; `explain` by the faces. How the parts are put together is
in docs/judgement.md, why in docs/decisions/0003-filter-and-score.md. The parts are in `match.skills` and `match.parts`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from jobfinder.match import parts, skills
from jobfinder.match.complete import with_told
from jobfinder.match.eligible import Gate, gate
from jobfinder.match.offer import Offer, offer_of
from jobfinder.match.pair import Pair, Part
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Company, Posting, Record
from jobfinder.read.fact import Flag

MISSING = 0.15
"""The share of its weight with which a part that cannot be told counts as a zero, in the lower bound."""
EXTRA = "nice"
"""The part that only adds: what is welcome and lacks is no loss."""
ROLE = ("skills", EXTRA, "title")
"""The parts that say what the work is. Where they fit badly, no pay and no place makes up for it."""
DOUBTED = frozenset({"evergreen", "ghost", "scam", "fee", "commission", "unpaid"})
DOUBT = 0.5
"""What is left of its place to a posting that may be no job, or pays nothing for sure."""
FITTING = 0.7
"""From this fit of the role on, the other parts count whole."""


class Score(Record, frozen=True, kw_only=True):
    """0 to 100 points.

    score       what the parts that can be told come to
    least       the same, with what cannot be told counted against it in part: by this, postings are ordered
    flags       reasons to be wary, which lower no score: a posting that has one stands further down
    coverage    the share of the weights that could be told, 0..1
    fit         how much the work itself is the seeker's, 0..1: the parts of ROLE
    gate        why the seeker may not apply, where the posting says so
    """

    score: int
    coverage: float
    least: float = 0.0
    fit: float | None = None
    parts: tuple[Part, ...]
    gate: Gate | None = None
    flags: tuple[Flag, ...] = ()
    matched_skills: tuple[str, ...] = ()
    missing_skills: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[Pair], Part]
READERS: tuple[Reader, ...] = (
    parts.title,
    parts.seniority,
    parts.location,
    parts.salary,
    parts.company,
    parts.language,
    parts.degree,
)


def score(
    posting: Posting,
    company: Company | None,
    profile: Profile,
    prefs: Preferences,
    *,
    today: date,
    offer: Offer | None = None,
) -> Score:
    """The score of a posting on `today`, the seeker's date. `offer` saves reading the posting again."""
    offer = offer or offer_of(posting)
    completed = with_told(posting, offer.told)
    return scored(Pair(posting=completed, offer=offer, company=company, profile=profile, prefs=prefs, today=today))


def scored(pair: Pair) -> Score:
    """The score of what is already side by side."""
    fit = skills.fit(pair)
    found = (*(reader(pair, fit) for reader in skills.READERS), *(reader(pair) for reader in READERS))
    closed = gate(pair)
    role = _reached([part for part in found if part.name in ROLE]).mean
    lift = 1.0 if role is None else min(1.0, role / FITTING)
    reached = _reached(found)
    least = reached.least(pair.prefs.weights.nice)
    doubted = any(flag.kind in DOUBTED for flag in pair.offer.flags)
    return Score(
        score=0 if closed else round(100 * (reached.mean or 0.0) * lift),
        least=0.0 if closed else round(100 * least * lift * (DOUBT if doubted else 1.0), 2),
        coverage=reached.coverage,
        fit=None if role is None else round(role, 4),
        parts=found,
        gate=closed,
        flags=pair.offer.flags,
        matched_skills=fit.matched,
        missing_skills=fit.missing,
    )


class Reached(NamedTuple):
    """What parts come to: the weight that could be told, of how much, what was reached of it, and what is added."""

    told: float
    whole: float
    reached: float
    added: float

    @property
    def mean(self) -> float | None:
        """The mean of what can be told, 0..1; null where nothing can."""
        return min(1.0, (self.reached + self.added) / self.told) if self.told else None

    def least(self, extra: float) -> float:
        """Its lower bound: what is missing counts as nothing at a part of its weight, and what is welcome at the whole
        of `extra`, its weight, whether the posting names any such thing or not.
        """
        counted = self.told + MISSING * (self.whole - self.told) + extra
        return min(1.0, (self.reached + self.added) / counted) if counted else 0.0

    @property
    def coverage(self) -> float:
        """How much can be told, 0..1."""
        return round(self.told / self.whole, 4) if self.whole else 0.0


def _reached(found: Sequence[Part]) -> Reached:
    usual = [part for part in found if part.name != EXTRA]
    return Reached(
        told=sum(map(_told, usual)),
        whole=sum(part.weight for part in usual),
        reached=sum(map(_worth, usual)),
        added=sum(_worth(part) for part in found if part.name == EXTRA),
    )


def _told(part: Part) -> float:
    """The weight with which the value of a part counts."""
    return part.weight * part.told if part.value is not None else 0.0


def _worth(part: Part) -> float:
    return _told(part) * (part.value or 0.0)


def explain(score: Score) -> list[str]:
    """Readable lines: the score, then every part with its sentence."""
    head = f"{score.score} of 100, from {score.coverage:.0%} of what counts"
    closed = [f"not for you: {score.gate.why} — «{score.gate.quote}»"] if score.gate else []
    return [head, *closed, *(_line(part) for part in score.parts if part.weight)]


def _line(part: Part) -> str:
    value = "unknown" if part.value is None else f"{part.value:.2f}"
    quoted = f" — «{part.evidence}»" if part.evidence else ""
    return f"{part.name} {value}: {part.why}{quoted}"
