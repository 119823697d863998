"""analyze: how well does the posting fit the profile? Asks the scorer in force. No request of its own."""

from __future__ import annotations

from jobfinder.match.score import explain
from jobfinder.steps.interface import Found, Given, Outside


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `scored`; the output is the score with its parts, each with the sentence it rests on."""
    score = await outside.analyze(given)
    without = f"without facts about {given.unsettled_company}: " if given.unsettled_company else ""
    return Found(outcome="scored", reason=without + explain(score)[0], output=score)
