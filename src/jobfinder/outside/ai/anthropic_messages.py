"""Anthropic's messages. Called by `library`, which gives the HTTP client.

The client holds no key: it is put in on the wire.
"""

from __future__ import annotations

import anthropic
import httpx2
from pydantic_ai.models import Model
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.providers.anthropic import AnthropicProvider

from jobfinder.outside.ai.settings import Reach
from jobfinder.outside.ai.shape import Shape
from jobfinder.outside.ai.wire import UNUSED


def model_of(there: Reach, name: str, shape: Shape, http: httpx2.AsyncClient) -> Model:
    client = anthropic.AsyncAnthropic(base_url=there.base_url, api_key=UNUSED, max_retries=0, http_client=http)
    return AnthropicModel(name, provider=AnthropicProvider(anthropic_client=client))
