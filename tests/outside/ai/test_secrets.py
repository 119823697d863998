"""Keys: they go to their own endpoint and appear nowhere else, whatever goes wrong."""

from __future__ import annotations

import logging
import traceback
import warnings
from pathlib import Path

import pytest

from jobfinder.demo.ai_said import Said, dropping, failing, hanging, refusing
from jobfinder.errors import StepError, UsageError
from jobfinder.outside.ai.settings import Ai, Endpoint, reach
from jobfinder.settings import Settings, load
from outside.ai.talk import CANARY, GOOD, KINDS, question, settings, talking

ECHO = f"Incorrect API key provided: {CANARY}. Also {CANARY[:8]}****{CANARY[-4:]}"
OUTCOMES = [
    pytest.param(Said(text=f"your key is {CANARY}"), id="in the answer"),
    pytest.param(GOOD, id="good"),
    pytest.param(failing("key", message=ECHO), id="401"),
    pytest.param(failing("rate", message=ECHO), id="429"),
    pytest.param(failing("credit", message=ECHO), id="no credit"),
    pytest.param(failing("server", message=ECHO), id="500"),
    pytest.param(failing("request", message=ECHO), id="400"),
    pytest.param(failing("too-long", message=f"maximum context length {ECHO}"), id="too long"),
    pytest.param(failing("model", message=ECHO), id="404"),
    pytest.param(Said(raw=f"<html>{ECHO}".encode()), id="a page"),
    pytest.param(Said(moved="http://127.0.0.1:9/"), id="a redirect"),
    pytest.param(dropping(), id="dropped"),
    pytest.param(refusing(), id="declined"),
    pytest.param(hanging(), id="hangs"),
]


def is_told(text: str) -> bool:
    """Does a text tell the key, or the most of it?"""
    return CANARY in text or CANARY[8:] in text or CANARY[:12] in text


def told_by(error: StepError) -> str:
    """Its traceback with all variables, without those of the test itself, which holds the key."""
    frames = error.__traceback__.tb_next if error.__traceback__ else None
    return "".join(traceback.TracebackException(type(error), error, frames, capture_locals=True).format())


@pytest.mark.parametrize("said", OUTCOMES)
@pytest.mark.parametrize("kind", KINDS)
async def test_no_key_is_told_or_logged(kind: str, said: Said, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    told = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        async with talking(lambda asked: said, timeout=0.7) as (client, endpoint):
            try:
                told.append(repr(await client(question(kind), key="k")))
            except StepError as error:
                told += [
                    told_by(error),
                    repr(error),
                    repr(error.__dict__),
                    repr(error.__cause__),
                    repr(error.__context__),
                ]
    assert CANARY in str(endpoint.requests[0].headers), "the key was sent"
    told += [repr(client), *(str(one.message) for one in warned)]
    told += [f"{record.getMessage()} {record.__dict__}" for record in caplog.records]
    assert not [text for text in told if is_told(text)]


def test_no_key_is_in_a_repr() -> None:
    ai = Ai(endpoints={"x": Endpoint(base_url="https://llm.example/v1", key=CANARY)})
    for one in (ai, Settings(ai=ai), ai.endpoints["x"], reach(ai, "x/m")):
        assert not is_told(repr(one))
        assert not is_told(str(one))
        assert not is_told(f"{one!r:>5}")


@pytest.mark.parametrize(
    "toml",
    [
        pytest.param(f'[ai]\nendpoints = "{CANARY}"', id="endpoints"),
        pytest.param(f'[ai.endpoints]\nopenai = "{CANARY}"', id="an endpoint"),
        pytest.param(f'[ai.endpoints.openai]\nkey = ["{CANARY}"]', id="a list"),
        pytest.param(f'[ai.endpoints.openai]\nkey = "{CANARY} x"', id="a blank"),
        pytest.param(f'[ai.endpoints.x]\nkey = "{CANARY}"', id="no address"),
        pytest.param(f'[ai.endpoints.x]\nbase_url = "http://x:{CANARY}@llm.example/v1"', id="in the address"),
        pytest.param(f'[ai.endpoints.x]\nbase_url = "http://llm.example/v1?key={CANARY}"', id="in the query"),
        pytest.param(f'[ai.endpoints.x]\nbase_url = "http://llm.example/v1"\nkey = "{CANARY}"', id="by plain http"),
    ],
)
def test_no_key_is_in_an_error_about_settings(toml: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(toml)
    with pytest.raises(UsageError) as raised:
        load({"JOBFINDER_SETTINGS": str(path)})
    assert not is_told(str(raised.value))
    assert "ai.endpoints" in str(raised.value)


async def test_the_environments_key_goes_to_its_own_provider_only() -> None:
    environ = {"JOBFINDER_SETTINGS": "", "OPENAI_API_KEY": CANARY, "JOBFINDER_AI_MODELS": "openai/m"}
    assert reach(load(environ).ai, "openai/m").key == CANARY
    moved = {**environ, "JOBFINDER_AI_ENDPOINTS_OPENAI_BASE_URL": "https://llm.example/v1"}
    assert reach(load(moved).ai, "openai/m").key == ""
    assert reach(load(environ).ai, "ollama/m").key == ""


async def test_no_key_goes_to_another_endpoint() -> None:
    async with talking(lambda asked: GOOD) as (client, endpoint):
        ai = settings(endpoint)
        for number, name in enumerate(sorted(ai.endpoints)):
            ai.endpoints[name] = Endpoint(
                kind=ai.endpoints[name].kind, base_url=ai.endpoints[name].base_url, key=f"{CANARY}-{number}"
            )
        client = type(client)(ai, now=lambda: 0.0)
        for kind in KINDS:
            await client(question(kind), key="k")
        await client.aclose()
    for asked in endpoint.requests:
        number = sorted(ai.endpoints).index(f"t-{asked.wire}")
        others = [f"{CANARY}-{other}" for other in range(3) if other != number]
        assert f"{CANARY}-{number}" in str(asked.headers)
        assert not [other for other in others if other in str(asked.headers) + str(asked.body)]
