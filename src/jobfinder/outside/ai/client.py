"""The door to language models: asks one question of one model, once.

Made once by `app` from the settings, called by `flow.paying` as `Ask`. A question goes to the address that the seeker
set for its model, and nowhere else. The client library takes seconds to load, so all that needs it is in `asking`,
which is imported when a model is first asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from jobfinder.errors import Refused, StepError
from jobfinder.outside.ai.interface import AiReply, AiRequest
from jobfinder.outside.ai.settings import KEYS, Ai, Reach, reach, where_the_key_is_set

if TYPE_CHECKING:
    from jobfinder.outside.ai.asking import Asking

INSTALL = (
    "install the extra: pip install 'jobfinder[ai]' (in a checkout: "
    ".venv/bin/uv pip install --require-hashes -r requirements-ai.lock)"
)
PACKAGES = ("pydantic_ai", "genai_prices", "openai", "anthropic", "google.genai")


def missing() -> str | None:
    """What keeps models from being asked, with what to do; null where nothing does. Imports no client."""
    lacking = next((name for name in PACKAGES if not _is_there(name)), None)
    return lacking and f"the package {lacking} is not installed: {INSTALL}"


class Client:
    """`Ask` over the settings. `now` is the clock (epoch seconds), `ca_file` names more authorities to trust."""

    def __init__(self, ai: Ai, *, now: Callable[[], float], ca_file: str | None = None) -> None:
        self._ai = ai
        self._now = now
        self._ca_file = ca_file
        self._asking: Asking | None = None
        self._turns: dict[str, asyncio.Semaphore] = {}

    async def aclose(self) -> None:
        """Close all connections."""
        if self._asking is not None:
            await self._asking.aclose()

    async def __call__(self, request: AiRequest, *, key: str) -> AiReply:
        """Ask. Raises as `Ask` says; `Refused` also where the extra is not installed or a key is not set."""
        there = reach(self._ai, request.model)
        _check(there, request.model)
        asking = await self._loaded()
        async with self._turns.setdefault(there.name, asyncio.Semaphore(there.in_flight)):
            answer = await asking.ask(there, request, key)
        if isinstance(answer, StepError):
            raise answer
        return answer

    async def _loaded(self) -> Asking:
        if self._asking is None:
            # Elsewhere, so that nothing else stands still for the seconds that it takes.
            module = await asyncio.to_thread(import_module, "jobfinder.outside.ai.asking")
            self._asking = self._asking or module.Asking(now=self._now, ca_file=self._ca_file)
        return self._asking


def _check(there: Reach, model: str) -> None:
    if lacking := missing():
        raise Refused(f"{model} cannot be asked: {lacking}")
    if there.name in KEYS and not there.key:
        raise Refused(f"{model} cannot be asked without a key: {where_the_key_is_set(there)}")


def _is_there(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:  # Not even the package that it is in.
        return False
