"""The oracle: how a step asks a language model. Through the till, within the seeker's budgets, by the chain of models.

Made by `app` where models are set; `execute` hands it to the steps. What is asked is in `match`, what it costs in
`flow.paying`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from jobfinder.errors import Refused
from jobfinder.flow.budget import Budgets
from jobfinder.flow.paying import LEASE, Estimate, Till
from jobfinder.flow.reserving import Purpose
from jobfinder.flow.schedule import Task
from jobfinder.flow.unit import UnitOfWork
from jobfinder.model import Answer, Question
from jobfinder.outside.ai.interface import AiReply, AiRequest, Ask
from jobfinder.outside.ai.prices import price_list
from jobfinder.outside.ai.settings import Ai, reach
from jobfinder.store.db import Tx

Pricing: TypeAlias = Callable[[Tx, Question, int | None], Estimate | None]
"""What a question about an entity would cost now."""

REVIEW = "review"
SLACK = 1.2
"""By how much a lease outlasts the longest time-out."""


def till(unit: UnitOfWork, ask: Ask, ai: Ai) -> Till:
    """The till with the budgets and prices of the settings."""
    budgets = Budgets(day=ai.day, month=ai.month, steps=dict(ai.steps), counts={REVIEW: ai.review_best})
    longest = max((reach(ai, model).timeout for model in ai.models), default=0.0)
    lease = max(LEASE, SLACK * longest / 0.9)
    return Till(unit, ask, price_list(ai), budgets, address=lambda model: reach(ai, model).base_url, lease=lease)


def pricing(unit: UnitOfWork, ai: Ai) -> Pricing | None:
    """The prices under these settings; null where no model is set. Nobody is ever asked through it."""
    if not ai.models:
        return None
    desk = till(unit, nobody, ai)

    def price_of(tx: Tx, question: Question, entity_id: int | None) -> Estimate | None:
        purpose = Purpose(entity_id=entity_id, step=question.purpose)
        return desk.price_of(tx, as_request(question, ai), purpose, models=ai.models)

    return price_of


async def nobody(request: AiRequest, *, key: str) -> AiReply:
    raise Refused(f"{request.model} is not asked: this is about prices only")


def as_request(question: Question, ai: Ai) -> AiRequest:
    """The question as it is sent; the model is filled in by the till."""
    return AiRequest(
        model="",
        system=question.instructions,
        prompt=question.prompt,
        schema=question.schema,
        prompt_version=question.version,
        max_output=min(question.max_output, ai.max_output),
    )


class Oracle:
    """Asks the models of `ai` through `till`."""

    def __init__(self, unit: UnitOfWork, ask: Ask, ai: Ai) -> None:
        self._till = till(unit, ask, ai)
        self._ai = ai

    async def aclose(self) -> None:
        """Wait for what is being paid for."""
        await self._till.aclose()

    async def __call__(self, question: Question, task: Task) -> Answer:
        purpose = Purpose(entity_id=task.entity_id, step=question.purpose)
        paid = await self._till.ask(as_request(question, self._ai), purpose, models=self._ai.models)
        return Answer(text=paid.text, model=paid.model, cost=paid.cost, cached=paid.cached)
