"""save: show the job as a match if its score suffices, and tell the seeker once if it is outstanding. No request."""

from __future__ import annotations

import msgspec

from jobfinder.boards import registry
from jobfinder.match import alike, review
from jobfinder.match.fresh import struck
from jobfinder.match.review import Review
from jobfinder.match.score import Score
from jobfinder.model import Posting, Step
from jobfinder.steps.interface import DropMatch, Found, Given, Outside, Role, SaveMatch

FIRST = "first"
"""The version of an alert: a job is announced once, however often it is scored again."""


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `saved`, or `below` the seeker's threshold."""
    analysis = given.outputs[Step.ANALYZE]
    score = msgspec.convert(analysis, Score)
    opinion = given.outputs.get(Step.REVIEW)
    made = msgspec.convert(opinion, Review) if opinion else None
    points, least = review.final(score, made), given.prefs.min_score
    if score.gate is not None:
        return below(f"not for you: {score.gate.why} («{score.gate.quote}»)")
    if points < least:
        return below(f"score {points:g} is below your threshold of {least:g}")
    alert = points >= given.prefs.alert_score
    match = SaveMatch(
        score=points,
        least=struck(max(0.0, score.least + points - score.score), strikes(given)),
        doc={**analysis, "score": points, "review": opinion},
        version=FIRST,
        alert=alert,
        role=role_of(given.posting),
    )
    second = f" ({made.change:+d} by {made.model})" if made is not None else ""
    reason = f"a match with score {points:g}{second}" + (", announced" if alert else "")
    return Found(outcome="saved", reason=reason, output={"score": points}, changes=(match,))


def strikes(given: Given) -> int:
    """What the filter held against it; carried verdicts may not say."""
    return int((given.outputs.get(Step.FILTER) or {}).get("total_strikes") or 0)


def below(reason: str) -> Found:
    return Found(outcome="below", reason=reason, changes=(DropMatch(),))


def role_of(posting: Posting | None) -> Role | None:
    """What the posting meets others of the same role by; null where its text says too little to be compared."""
    if posting is None or not (signature := alike.sketch(posting)):
        return None
    standing = alike.standing(posting, own=not registry.is_shared(posting.board))
    return Role(title_key=alike.meeting(posting), sketch=signature.hex(), standing=standing)
