"""review: a second opinion on one of the best matches, by a language model, paid for once. No request to the web."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from jobfinder.match import review
from jobfinder.match.review import Review, Unusable
from jobfinder.match.score import Score
from jobfinder.model import Answer, Question, Step
from jobfinder.steps.interface import Found, Given, Outside


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `reviewed`; `same` where another posting of the role has been; `unusable` where no answer can be read."""
    assert given.posting is not None
    if given.twin is not None:
        return Found(outcome="same", reason="another posting of the same role has been reviewed", output=given.twin)
    asked = review.question(given.posting, given.profile)
    answer = await outside.ask(asked)
    reading = review.read(answer.text)
    cost = answer.cost
    if isinstance(reading, Unusable):
        answer, reading = await once_more(asked, answer, reading, outside)
        cost += answer.cost
    if isinstance(reading, Unusable):
        reason = f"{answer.model} gave no answer that can be read, asked twice: {reading.why}"
        return Found(outcome="unusable", reason=reason)
    score = msgspec.convert(given.outputs[Step.ANALYZE], Score)
    made = review.judged(reading, given.posting, given.profile, score)
    made = replace(made, model=answer.model, cost=cost)
    return Found(outcome="reviewed", reason=told(made), output=made)


async def once_more(
    asked: Question, answer: Answer, unusable: Unusable, outside: Outside
) -> tuple[Answer, review.Reading | Unusable]:
    """The one attempt at repair."""
    mended = await outside.ask(review.again(asked, answer.text, unusable))
    return mended, review.read(mended.text)


def told(made: Review) -> str:
    """The review in a line."""
    met = sum(one.met == "yes" for one in made.requirements)
    dropped = f", {made.dropped} dropped: not in the posting" if made.dropped else ""
    return f"{made.model}: {met} of {len(made.requirements)} requirements met{dropped}, {made.change:+d} points"
