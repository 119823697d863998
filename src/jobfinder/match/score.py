"""The score: how well does this posting fit the profile, in parts, each with the sentence of the posting it rests on?

Pure. Called by the step `analyze` and by `jobfinder score`; `explain` by the faces. How the parts are put together,
and why a sparse posting does not float up, is in docs/decisions/0003-filter-and-score.md. The parts are in
`match.parts`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from jobfinder.match import parts
from jobfinder.match.parts import Offer, Part
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Company, Posting, Record

MISSING = 0.3
"""The share of its weight with which a part that cannot be told counts, as a zero."""


class Score(Record, frozen=True, kw_only=True):
    """0 to 100 points. `coverage` is the share of the weights that could be told, 0..1; `mean` the value of that share
    alone.
    """

    score: int
    coverage: float
    mean: float
    parts: tuple[Part, ...]
    matched_skills: tuple[str, ...] = ()
    missing_skills: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[Offer], Part]
READERS: tuple[tuple[str, Reader], ...] = (
    ("skills", parts.skills),
    ("title", parts.title),
    ("seniority", parts.seniority),
    ("location", parts.location),
    ("salary", parts.salary),
    ("freshness", parts.freshness),
)


def score(
    posting: Posting, company_facts: Company | None, profile: Profile, prefs: Preferences, *, today: date
) -> Score:
    """The score of a posting. Of the preferences only the weights are read; `today` is the seeker's date."""
    offer = parts.offer(posting, company_facts, profile, prefs.weights, today)
    found = tuple(reader(offer) for _, reader in READERS)
    told = sum(part.weight for part in found if part.value is not None)
    total = sum(part.weight for part in found)
    earned = sum(part.weight * part.value for part in found if part.value is not None)
    return Score(
        score=_points(earned, told, total),
        coverage=round(told / total, 4) if total else 0.0,
        mean=round(earned / told, 4) if told else 0.0,
        parts=found,
        matched_skills=offer.matched,
        missing_skills=offer.missing,
    )


def _points(earned: float, told: float, total: float) -> int:
    """The lower bound of the score: what is missing counts as nothing, at a part of its weight."""
    counted = told + MISSING * (total - told)
    return round(100 * earned / counted) if counted > 0 else 0


def explain(score: Score) -> list[str]:
    """Readable lines: the score, then every part with its sentence."""
    head = f"{score.score} of 100, from {score.coverage:.0%} of what counts"
    return [head, *(_line(part) for part in score.parts if part.weight)]


def _line(part: Part) -> str:
    value = "unknown" if part.value is None else f"{part.value:.2f}"
    quoted = f" — «{part.evidence}»" if part.evidence else ""
    return f"{part.name} {value}: {part.why}{quoted}"
