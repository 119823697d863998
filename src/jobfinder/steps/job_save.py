"""save: show the job as a match if its score suffices, and tell the seeker once if it is outstanding. No request."""

from __future__ import annotations

from jobfinder.model import Step
from jobfinder.steps.interface import DropMatch, Found, Given, Outside, SaveMatch

FIRST = "first"
"""The version of an alert: a job is announced once, however often it is scored again."""


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `saved`, or `below` the seeker's threshold."""
    analysis = given.outputs[Step.ANALYZE]
    score, least = analysis["score"], given.prefs.min_score
    if score < least:
        reason = f"score {score:g} is below your threshold of {least:g}"
        return Found(outcome="below", reason=reason, changes=(DropMatch(),))
    alert = score >= given.prefs.alert_score
    match = SaveMatch(score=score, doc=analysis, version=FIRST, alert=alert)
    reason = f"a match with score {score:g}" + (", announced" if alert else "")
    return Found(outcome="saved", reason=reason, output={"score": score}, changes=(match,))
