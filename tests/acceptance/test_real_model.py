"""A real model from end to end: what it may change, what it costs, and that it is asked once. Never what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from acceptance.handmade import TEXT, Analyst, Site
from acceptance.second import DOLLARS, calls, score
from acceptance.stage import DAY, Stage
from flow.sound import unsound
from jobfinder.model import Verdict
from jobfinder.outside.ai.settings import Ai, Endpoint
from jobfinder.settings import Settings
from outside.ai.llama import MODEL, llama, needed

pytestmark = needed


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with llama(tmp_path_factory.mktemp("llama")) as served:
        yield served


def settings(address: str, **fields: Any) -> Settings:
    endpoint = Endpoint(base_url=address, input_price=0.0, output_price=DOLLARS, timeout=280.0)
    return Settings(ai=Ai(models=(MODEL,), endpoints={"llama": endpoint}, review_from=0, **fields))


async def test_its_review_is_within_bounds_rests_on_the_posting_and_is_asked_for_once(
    stage: Stage, site: Site, analyst: Analyst, address: str
) -> None:
    stage.reopen(analyst=analyst, settings=settings(address, day=100.0, month=1_000.0))
    url = site.posting("/jobs/1")
    submitted = stage.submit(url)
    await stage.run()
    assert stage.finder.why(submitted.key).verdict == Verdict.SUCCESS
    given = score(stage, url)
    assert given is not None
    assert 48 <= given <= 51
    [match] = stage.finder.matches()
    for requirement in (match["review"] or {}).get("requirements", []):
        assert requirement["quote"] in TEXT
    asked = calls(stage)
    assert 1 <= len(asked) <= 2
    assert all(row["state"] == "settled" and 0 < row["cost"] <= row["reserved"] for row in asked)
    stage.clock.advance(DAY)
    stage.submit(url, force=True)
    await stage.run()
    assert [row["id"] for row in calls(stage) if not row["cached"]] == [row["id"] for row in asked]
    assert stage.finder.unit.read(unsound) == []


async def test_a_spent_budget_asks_nothing(stage: Stage, site: Site, analyst: Analyst, address: str) -> None:
    stage.reopen(analyst=analyst, settings=settings(address, day=0.0, month=0.0))
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    assert [row for row in calls(stage) if row["state"] != "released"] == []
