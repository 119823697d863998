"""The oracle: how a step asks a language model. Through the till, within the seeker's budgets, by the chain of models.

Made by `app` where models are set; `execute` hands it to the steps. What is asked is in `match`, what it costs in
`flow.paying`.
"""

from __future__ import annotations

from jobfinder.flow.paying import Till
from jobfinder.flow.reserving import Purpose
from jobfinder.flow.schedule import Task
from jobfinder.flow.seeker import Reviewing
from jobfinder.match.review import VERSION
from jobfinder.model import Answer, Question
from jobfinder.outside.ai.interface import AiRequest
from jobfinder.outside.ai.settings import Ai


def reviewing(ai: Ai) -> Reviewing | None:
    """Null where no model is set."""
    if not ai.models:
        return None
    return Reviewing(version=f"{VERSION}:{','.join(ai.models)}", lane=f"ai:{ai.models[0]}", least=float(ai.review_from))


def as_request(question: Question, ai: Ai) -> AiRequest:
    """The question as it is sent; the model is filled in by the till."""
    return AiRequest(
        model="",
        system=question.system,
        prompt=question.prompt,
        schema=question.schema,
        prompt_version=question.version,
        max_output=min(question.max_output, ai.max_output),
    )


class Oracle:
    """Asks the models of `ai` through `till`."""

    def __init__(self, till: Till, ai: Ai) -> None:
        self._till = till
        self._ai = ai

    async def __call__(self, question: Question, task: Task) -> Answer:
        purpose = Purpose(entity_id=task.entity_id, step=question.purpose)
        paid = await self._till.ask(as_request(question, self._ai), purpose, models=self._ai.models)
        return Answer(text=paid.text, model=paid.model, cost=paid.cost, cached=paid.cached)
