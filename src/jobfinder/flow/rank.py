"""Rank: a virtual deadline. The smallest is served first, so value and cheapness win now and age wins in the end.

    rank = time of becoming due + span        span = HOUR × product of the factors, within [SHORTEST, LONGEST]

The bound against starvation: whatever becomes due more than LONGEST after an item stands behind it.
Pure; called by the planner. To weigh something new, add a factor below: its name shows up in `why`.
"""

from __future__ import annotations

from jobfinder.model import Record, Step, Tier

HOUR = 3600.0
DAY = 24 * HOUR
SHORTEST = 60.0
LONGEST = DAY

TIER = {Tier.S: 0.25, Tier.A: 0.5, Tier.B: 1.0, Tier.C: 2.0, Tier.D: 4.0}
COST = {
    Step.FILTER: 0.25,
    Step.SAVE: 0.25,
    Step.EXTRACT: 0.25,
    Step.ANALYZE: 0.5,
    Step.DISCOVER: 1.0,
    Step.PROBE: 1.0,
    Step.LIST: 1.0,
    Step.FETCH: 1.0,
    Step.SCRAPE: 1.0,
    Step.REVIEW: 4.0,
}
MINE = 0.25
POINT = DAY / 4
"""What a point of the score is worth in the order of reviews, as time."""
REFRESH = 6.0


class Ranked(Record, frozen=True):
    """A rank and the parts it came from: `due`, every factor, `span`, and `inherited` where it won."""

    value: float
    parts: dict[str, float]


class Worth(Record, frozen=True):
    """What makes work valuable. `age` is the posting's age in seconds, `predicted` a match guess in 0..1."""

    tier: Tier | None = None
    mine: bool = False
    predicted: float = 0.5
    age: float | None = None
    refresh: bool = False


def rank(step: Step, due: float, worth: Worth, inherited: float | None = None) -> Ranked:
    """The virtual deadline of `step`, due at `due` (epoch seconds)."""
    factors = {
        "cost": COST[step],
        "tier": TIER[worth.tier or Tier.B],
        "seeker": MINE if worth.mine else 1.0,
        "predicted": 2.0 ** (1.0 - 2.0 * worth.predicted),
        "fresh": freshness(worth.age),
        "routine": REFRESH if worth.refresh else 1.0,
    }
    span = HOUR
    for factor in factors.values():
        span *= factor
    span = min(max(span, SHORTEST), LONGEST)
    value = due + span
    parts = {"due": due, **factors, "span": span}
    if inherited is not None and inherited < value:
        return Ranked(value=inherited, parts={**parts, "inherited": inherited})
    return Ranked(value=value, parts=parts)


def rank_of_review(due: float, score: float) -> Ranked:
    """The virtual deadline of a paid second opinion on a match of `score` points: best first, and what waited for days
    catches up with what is a few points better.
    """
    span = POINT * (100.0 - score)
    return Ranked(value=due + span, parts={"due": due, "score": score, "span": span})


def freshness(age: float | None) -> float:
    """Half the span for postings of the last two days, double after a month; unknown counts as a week."""
    if age is None or 2 * DAY <= age < 30 * DAY:
        return 1.0
    return 0.5 if age < 2 * DAY else 2.0
