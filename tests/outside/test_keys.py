"""The seeker's keys: put in at the last moment, for the host they belong to, and never kept or shown."""

from __future__ import annotations

import pytest

from jobfinder.errors import Refused
from jobfinder.model import Request
from jobfinder.outside.calls import first_call
from jobfinder.outside.keys import Adzuna, Keys, USAJobs, emptied, filled, is_place
from jobfinder.outside.wire import Answer, Call
from jobfinder.settings import load

KEYS = Keys(adzuna=Adzuna(app_id="id123456", app_key="s3cr3t/key+1"), usajobs=USAJobs(email="me@x.example", key="k3y="))
ADZUNA = "https://api.adzuna.com/v1/api/jobs/gb/search/1?app_id={adzuna.app_id}&app_key={adzuna.app_key}&what=glazier"


def call(url: str, *headers: tuple[str, str]) -> Call:
    made = first_call(Request(url=url), "agent")
    return Call(target=made.target, method="GET", headers=headers)


@pytest.mark.parametrize("url", [ADZUNA, ADZUNA.replace("{", "%7B").replace("}", "%7D")])
def test_a_key_goes_into_the_path_and_not_into_the_address(url: str) -> None:
    sent = filled(call(url), KEYS)
    assert sent.target.path == "/v1/api/jobs/gb/search/1?app_id=id123456&app_key=s3cr3t%2Fkey%2B1&what=glazier"
    assert "s3cr3t" not in sent.target.url
    assert sent.target.url == call(url).target.url


def test_a_key_goes_into_headers() -> None:
    asked = call("https://data.usajobs.gov/api/search", ("authorization-key", "{usajobs.key}"), ("accept", "*/*"))
    assert filled(asked, KEYS).headers == (("authorization-key", "k3y="), ("accept", "*/*"))


@pytest.mark.parametrize(
    "url",
    [
        ADZUNA.replace("api.adzuna.com", "evil.example"),
        ADZUNA.replace("api.adzuna.com", "api.adzuna.com.evil.example"),
        ADZUNA.replace("api.adzuna.com", "www.adzuna.com"),
        ADZUNA.replace("https:", "http:"),
        ADZUNA.replace("{adzuna.", "{usajobs.").replace("app_id}", "key}").replace("app_key}", "email}"),
        "https://api.adzuna.com/?x={adzuna.__class__}&y={adzuna.nothing}",
    ],
)
def test_a_key_goes_nowhere_else(url: str) -> None:
    sent = filled(call(url), KEYS)
    for key in ("id123456", "s3cr3t", "k3y", "me@x"):
        assert key not in repr(sent)


def test_without_a_key_it_says_what_to_set() -> None:
    with pytest.raises(Refused) as refused:
        filled(call(ADZUNA), Keys(adzuna=Adzuna(app_id="id123456")))
    for word in ("developer.adzuna.com", "keys.adzuna.app_key", "JOBFINDER_KEYS_ADZUNA_APP_KEY", "--force"):
        assert word in str(refused.value)
    assert "id123456" not in str(refused.value)
    with pytest.raises(Refused) as refused:
        filled(call(ADZUNA), Keys(adzuna=Adzuna(app_id="id\r\nx: y", app_key="k")))
    assert "x: y" not in str(refused.value)


def test_an_answer_that_repeats_a_key_is_kept_without_it() -> None:
    body = b'{"q": "app_id=id123456&app_key=s3cr3t%2Fkey%2B1", "key": "s3cr3t/key+1", "title": "Glazier"}'
    answer = Answer(status=302, headers=(("location", "/next?app_key=s3cr3t%2Fkey%2B1"), ("etag", "x")), body=body)
    kept = emptied(answer, "api.adzuna.com", KEYS)
    assert b"s3cr3t" not in kept.body
    assert b"id123456" not in kept.body
    assert b'"title": "Glazier"' in kept.body
    assert kept.headers == (("location", "/next?app_key={adzuna.app_key}"), ("etag", "x"))
    assert emptied(answer, "www.fernbrook.example", KEYS) == answer


def test_a_place_is_a_whole_value() -> None:
    assert is_place("{usajobs.email}")
    for text in ("usajobs.email", "{usajobs.email} x", "{}", "{x}", ""):
        assert not is_place(text)


def test_keys_are_set_and_never_shown() -> None:
    settings = load({"JOBFINDER_KEYS_ADZUNA_APP_ID": "id123456", "JOBFINDER_KEYS_USAJOBS_KEY": "s3cr3t"})
    assert (settings.keys.adzuna.app_id, settings.keys.usajobs.key) == ("id123456", "s3cr3t")
    assert "s3cr3t" not in repr(settings)
    assert "id123456" not in repr(settings)
