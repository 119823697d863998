"""One question, put in the first way that the endpoint takes. Imports the client library: see `client`, which does not.

Where an endpoint refuses the way in which JSON is asked for, the next way is tried and what worked is remembered;
that is the only case of a second request, and the first one was refused before it was answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx2
from pydantic_ai.models import Model

from jobfinder.errors import Broken, StepError
from jobfinder.outside.ai.failures import is_shape_refused, meaning, words
from jobfinder.outside.ai.interface import AiReply, AiRequest
from jobfinder.outside.ai.library import ask, is_declined, model_of, reply_of
from jobfinder.outside.ai.settings import Reach
from jobfinder.outside.ai.shape import MOST_FIXES, Shape, first_shape, next_shape
from jobfinder.outside.ai.wire import http_client


class Asking:
    """The connections to endpoints, and for each model what it took last time."""

    def __init__(self, *, now: Callable[[], float], ca_file: str | None) -> None:
        self._now = now
        self._ca_file = ca_file
        self._http: dict[str, httpx2.AsyncClient] = {}
        self._shapes: dict[str, Shape] = {}
        self._models: dict[tuple[str, Shape], Model] = {}
        self._loading = asyncio.Lock()

    async def aclose(self) -> None:
        """Close all connections."""
        for http in self._http.values():
            await http.aclose()
        self._http.clear()
        self._models.clear()

    async def ask(self, there: Reach, request: AiRequest, key: str) -> AiReply | StepError:
        """The reply, or what `Ask` is to raise: not raised here, where tracebacks lead to what the library holds."""
        await self._prepare(there, request.model)
        try:
            async with asyncio.timeout(there.timeout):
                return await self._try(there, request, key)
        except TimeoutError as error:
            return meaning(error, there, request.model, self._now())

    async def _prepare(self, there: Reach, model: str) -> None:
        """Load what is needed, which takes seconds the first time: elsewhere, and before the question's time runs."""
        async with self._loading:
            shape = self._shape(there, model)
            if (model, shape) not in self._models:
                await asyncio.to_thread(self._model, there, model, shape)

    async def _try(self, there: Reach, request: AiRequest, key: str) -> AiReply | StepError:
        shape = self._shape(there, request.model)
        for _ in range(MOST_FIXES + 1):
            outcome = await self._send(there, request, shape, key)
            if not isinstance(outcome, Exception):
                self._shapes[request.model] = shape
                return outcome
            onward = next_shape(shape, there, words(outcome)) if is_shape_refused(outcome) else None
            if onward is None:
                return meaning(outcome, there, request.model, self._now())
            shape = onward
        return Broken(f"{request.model} refuses every way of asking")

    async def _send(self, there: Reach, request: AiRequest, shape: Shape, key: str) -> AiReply | Exception:
        try:
            response = await ask(self._model(there, request.model, shape), there, request, shape, key)
        except Exception as error:  # noqa: BLE001 - whatever the library raises is told apart in `failures`.
            return error
        if is_declined(response):
            return Broken(f"{request.model} declines to answer this")
        return reply_of(request, response)

    def _shape(self, there: Reach, model: str) -> Shape:
        return self._shapes.get(model) or first_shape(there)

    def _model(self, there: Reach, model: str, shape: Shape) -> Model:
        if there.name not in self._http:
            self._http[there.name] = http_client(there, self._ca_file)
        if (model, shape) not in self._models:
            self._models[model, shape] = model_of(there, model, shape, self._http[there.name])
        return self._models[model, shape]
