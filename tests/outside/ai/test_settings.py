"""What may be set about language models, and what is said about what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobfinder.errors import UsageError
from jobfinder.outside.ai.settings import Ai, Endpoint, bare, lane, reach, where_the_key_is_set
from jobfinder.settings import Settings, load

WHOLE = """
[ai]
models = ["nas/Qwen/Qwen3-8B", "openai/gpt-5-mini"]
day = 0.5
month = 4
review_from = 80
review_best = 5
max_output = 900

[ai.steps]
review = 0.4
extract = 0.1

[ai.endpoints.nas]
base_url = "http://nas:8000/v1/"
free = true
timeout = 300
in_flight = 4
json = "object"

[ai.endpoints.openai]
key = "sk-own"
input_price = 0.25
output_price = 2
"""


def loaded(tmp_path: Path, toml: str, **environ: str) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(toml)
    return load({"JOBFINDER_SETTINGS": str(path), **environ})


def test_all_of_it(tmp_path: Path) -> None:
    ai = loaded(tmp_path, WHOLE, OPENAI_API_KEY="sk-other").ai
    assert ai.models == ("nas/Qwen/Qwen3-8B", "openai/gpt-5-mini")
    assert (ai.day, ai.month, ai.steps) == (0.5, 4.0, {"review": 0.4, "extract": 0.1})
    assert (ai.review_from, ai.review_best, ai.max_output) == (80, 5, 900)
    nas = reach(ai, ai.models[0])
    assert (nas.kind, nas.base_url, nas.free, nas.key) == ("openai", "http://nas:8000/v1", True, "")
    assert (nas.timeout, nas.in_flight, nas.json) == (300.0, 4, "object")
    paid = reach(ai, ai.models[1])
    assert (paid.base_url, paid.key, paid.free) == ("https://api.openai.com/v1", "sk-own", False)
    assert paid.price == (0.25 / 1e6, 2 / 1e6)


def test_by_default_nothing_is_asked(tmp_path: Path) -> None:
    assert loaded(tmp_path, "").ai == Ai()
    assert Ai().models == ()


@pytest.mark.parametrize(
    ("model", "kind", "base_url", "free"),
    [
        ("openai/m", "openai", "https://api.openai.com/v1", False),
        ("anthropic/m", "anthropic", "https://api.anthropic.com", False),
        ("gemini/m", "gemini", "https://generativelanguage.googleapis.com", False),
        ("ollama/m", "openai", "http://127.0.0.1:11434/v1", True),
    ],
)
def test_what_is_built_in(model: str, kind: str, base_url: str, free: bool) -> None:
    there = reach(Ai(), model)
    assert (there.kind, there.base_url, there.free) == (kind, base_url, free)


@pytest.mark.parametrize(
    ("environ", "model", "key"),
    [
        ({"OPENAI_API_KEY": "k1"}, "openai/m", "k1"),
        ({"ANTHROPIC_API_KEY": " k2 "}, "anthropic/m", "k2"),
        ({"GEMINI_API_KEY": "k3", "GOOGLE_API_KEY": "k4"}, "gemini/m", "k3"),
        ({"GOOGLE_API_KEY": "k4"}, "gemini/m", "k4"),
        ({"OPENAI_API_KEY": "k1", "JOBFINDER_AI_ENDPOINTS_OPENAI_KEY": "k5"}, "openai/m", "k5"),
        ({"OPENAI_API_KEY": ""}, "openai/m", ""),
        ({"OPENAI_API_KEY": "k1"}, "anthropic/m", ""),
    ],
)
def test_keys_of_the_environment(tmp_path: Path, environ: dict[str, str], model: str, key: str) -> None:
    assert reach(loaded(tmp_path, "", **environ).ai, model).key == key


def test_the_environment_sets_endpoints_by_name(tmp_path: Path) -> None:
    environ = {
        "JOBFINDER_AI_MODELS": "my_box/a, ollama/b",
        "JOBFINDER_AI_ENDPOINTS_MY_BOX_BASE_URL": "http://10.0.0.2:8080/v1",
        "JOBFINDER_AI_ENDPOINTS_MY_BOX_FREE": "yes",
        "JOBFINDER_AI_STEPS_REVIEW": "0.25",
    }
    ai = loaded(tmp_path, "[ai.endpoints.my_box]\ntimeout = 9\n", **environ).ai
    there = reach(ai, ai.models[0])
    assert (there.base_url, there.free, there.timeout) == ("http://10.0.0.2:8080/v1", True, 9.0)
    assert ai.steps == {"review": 0.25}


def test_an_endpoint_that_was_moved_is_not_free_by_its_name(tmp_path: Path) -> None:
    moved = '[ai.endpoints.ollama]\nbase_url = "https://ollama.example/v1"\n'
    assert not reach(loaded(tmp_path, moved).ai, "ollama/m").free
    assert reach(loaded(tmp_path, f"{moved}free = true\n").ai, "ollama/m").free
    same = '[ai.endpoints.ollama]\nbase_url = "http://127.0.0.1:11434/v1/"\n'
    assert reach(loaded(tmp_path, same).ai, "ollama/m").free


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        pytest.param('[ai]\nmodels = ["gpt-5"]', ["gpt-5", "endpoint/model"], id="no endpoint"),
        pytest.param(
            '[ai]\nmodels = ["opnai/gpt-5"]', ["'opnai'", "known are anthropic, gemini"], id="no such endpoint"
        ),
        pytest.param('[ai]\nmodels = ["openai/"]', ["endpoint/model"], id="no model"),
        pytest.param("[ai]\nday = -1", ["ai.day", "-1", "from 0"], id="negative budget"),
        pytest.param("[ai]\nday = inf", ["ai.day", "inf"], id="endless budget"),
        pytest.param("[ai.steps]\nreview = -1", ["ai.steps.review", "-1"], id="negative step"),
        pytest.param('[ai.steps]\nreview = "much"', ["ai.steps.review", "a number"], id="a step in words"),
        pytest.param(
            "[ai.endpoints.openai]\ninput_price = -0.1\noutput_price = 1.0",
            ["ai.endpoints.openai.input_price", "-0.1", "from 0"],
            id="negative price",
        ),
        pytest.param(
            "[ai.endpoints.openai]\ninput_price = nan\noutput_price = 1.0", ["input_price", "nan"], id="no price"
        ),
        pytest.param(
            "[ai.endpoints.openai]\ninput_price = 1.0", ["both input_price and output_price"], id="half a price"
        ),
        pytest.param("[ai.endpoints.x]\nfree = true", ["ai.endpoints.x.base_url is not set"], id="no address"),
        pytest.param('[ai.endpoints.x]\nbase_url = "llm.example/v1"', ["is no address"], id="no scheme"),
        pytest.param('[ai.endpoints.x]\nbase_url = "ftp://llm.example"', ["is no address"], id="another scheme"),
        pytest.param('[ai.endpoints.x]\nbase_url = "http://[::1"', ["is no address"], id="no address at all"),
        pytest.param('[ai.endpoints.x]\nbase_url = "http://a:99999/v1"', ["is no address"], id="no port"),
        pytest.param('[ai.endpoints.X]\nbase_url = "http://a/v1"', ["'X'", "lower-case"], id="a name in capitals"),
        pytest.param(
            '[ai.endpoints.openai]\nbas_url = "x"', ["did you mean ai.endpoints.openai.base_url"], id="a slip"
        ),
        pytest.param('[ai.endpoints.openai]\nkind = "mistral"', ["kind", "'openai' or 'anthropic'"], id="a kind"),
        pytest.param("[ai.endpoints.openai]\ntimeout = 0", ["timeout"], id="no time"),
        pytest.param("[ai]\nendpoints = 3", ["table by names of your own"], id="no table"),
        pytest.param("[ai.endpoints]\nopenai = 3", ["ai.endpoints.openai is a group of fields"], id="no group"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, toml: str, words: list[str]) -> None:
    with pytest.raises(UsageError) as raised:
        loaded(tmp_path, toml)
    for word in words:
        assert word in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("base_url", "may"),
    [
        ("https://llm.example/v1", True),
        ("http://127.0.0.1:8080/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://192.168.1.5/v1", True),
        ("http://localhost:4000", True),
        ("http://nas:4000", True),
        ("http://nas.local:4000", True),
        ("http://llm.example/v1", False),
        ("http://93.184.215.14/v1", False),
    ],
)
def test_a_key_goes_by_plain_http_only_at_home(tmp_path: Path, base_url: str, may: bool) -> None:
    toml = f'[ai.endpoints.x]\nbase_url = "{base_url}"\nkey = "k"\n'
    if may:
        assert reach(loaded(tmp_path, toml).ai, "x/m").key == "k"
    else:
        with pytest.raises(UsageError, match="by plain http"):
            loaded(tmp_path, toml)
    assert loaded(tmp_path, toml.replace('key = "k"', "")).ai.endpoints["x"] == Endpoint(base_url=base_url)


def test_names() -> None:
    assert bare("nas/Qwen/Qwen3-8B") == "Qwen/Qwen3-8B"
    assert lane("ollama/qwen3:8b") == "ai:ollama/qwen3:8b"
    assert where_the_key_is_set(reach(Ai(), "gemini/m")) == "set ai.endpoints.gemini.key or GEMINI_API_KEY"
    ai = Ai(endpoints={"gemini": Endpoint(base_url="https://proxy.example")})
    assert where_the_key_is_set(reach(ai, "gemini/m")) == "set ai.endpoints.gemini.key"
