"""Google's generateContent of the Gemini API. Called by `library`, which gives the HTTP client.

The client holds no key: it is put in on the wire.
"""

from __future__ import annotations

import httpx2
from google import genai
from pydantic_ai.models import Model
from pydantic_ai.models.google import GoogleModel
from pydantic_ai.providers.google import GoogleProvider

from jobfinder.outside.ai.settings import Reach
from jobfinder.outside.ai.shape import Shape
from jobfinder.outside.ai.wire import UNUSED


def model_of(there: Reach, name: str, shape: Shape, http: httpx2.AsyncClient) -> Model:
    options = genai.types.HttpOptions(
        base_url=there.base_url, httpx_async_client=http, timeout=int(there.timeout * 1000)
    )
    client = genai.Client(vertexai=False, api_key=UNUSED, http_options=options)
    return GoogleModel(name, provider=GoogleProvider(client=client))
