"""OpenAI's chat completions, which many others speak. Called by `library`, which gives the HTTP client.

The client holds no key: it is put in on the wire.
"""

from __future__ import annotations

import httpx2
import openai
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai import OpenAIProvider

from jobfinder.outside.ai.settings import Reach
from jobfinder.outside.ai.shape import Shape, is_openai
from jobfinder.outside.ai.wire import UNUSED


def model_of(there: Reach, name: str, shape: Shape, http: httpx2.AsyncClient) -> Model:
    client = openai.AsyncOpenAI(base_url=there.base_url, api_key=UNUSED, max_retries=0, http_client=http)
    profile = OpenAIModelProfile(openai_chat_supports_max_completion_tokens=shape.completion)
    if not is_openai(there):
        # Schemas go as they are; signs that a chat template would take for its own are broken up in the texts.
        profile["json_schema_transformer"] = None
        profile["may_tokenize_special_tokens_in_content"] = True
    return OpenAIChatModel(name, provider=OpenAIProvider(openai_client=client), profile=profile)
