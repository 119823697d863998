"""A page that the readers are unsure of is completed by a model: only what is unknown, in the words of the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from acceptance.handmade import Site
from acceptance.second import WORST, calls, opinion, paid, priced
from acceptance.stage import HOUR, Stage
from jobfinder.demo.ai import Asked, Scripted, scripted
from jobfinder.demo.ai_said import Answer as Reply
from jobfinder.demo.ai_said import failing, other_schema

PROSE = (
    "<h1>Landscape Architect</h1><h2>Responsibilities</h2><p>The gardens of our clients are planned here, from the "
    "first sketch to the last hedge, and a team of five follows what is drawn. The office of Fernmoor Gardens lies in "
    "Lyon, France. It is open for landscape architects in full-time.</p><h2>Requirements</h2><p>Three years of "
    "experience with perennials, and a driving licence.</p><p><a href='/apply'>Apply now</a></p>"
)
PATH = "/people/landscape"
"""No address that speaks of a posting."""
NOTHING: dict[str, Any] = dict.fromkeys(
    ("company", "location", "remote", "employment_type", "salary", "posted", "closes")
)
COPIED = NOTHING | {"company": "Fernmoor Gardens", "location": "Lyon, France", "employment_type": "full-time"}


def extraction(asked: Asked) -> bool:
    return "copy facts" in asked.instructions


@pytest.fixture
async def endpoint() -> AsyncIterator[Scripted]:
    """A model that copies what the page says, until a test has it say something else."""
    async with scripted(by_task(COPIED)) as served:
        yield served


def by_task(copied: Reply) -> Any:
    return lambda asked: copied if extraction(asked) else opinion("unclear")


@pytest.fixture
def unsure(stage: Stage, endpoint: Scripted) -> Stage:
    stage.reopen(settings=priced(endpoint))
    return stage


async def posted(stage: Stage, markup: str = PROSE) -> dict[str, Any]:
    """The posting read from a page in prose."""
    url = Site(stage, "fernmoor.example", name="Fernmoor").put(PATH, f"<title>Careers</title>{markup}")
    submitted = stage.submit(url)
    await stage.run()
    [row] = [row for row in stage.finder.jobs() if row["key"] == submitted.key]
    found: dict[str, Any] = row["posting"]
    return found


async def test_what_is_unknown_is_filled_in_with_the_words_of_the_page(unsure: Stage, endpoint: Scripted) -> None:
    found = await posted(unsure)
    assert found["title"] == "Landscape Architect"
    assert found["company"] == "Fernmoor Gardens"
    assert [(place["city"], place["country"]) for place in found["locations"]] == [("Lyon", "FR")]
    assert found["employment_type"] == "full_time"
    assert (found["salary"], found["posted_at"], found["remote"]) == (None, None, None)
    assert sum(map(extraction, endpoint.requests)) == 1
    assert calls(unsure)[0]["step"] == "extract"


async def test_what_stands_nowhere_on_the_page_is_not_filled_in(unsure: Stage, endpoint: Scripted) -> None:
    endpoint.reply_to = by_task(
        NOTHING | {"company": "Grimm & Sons", "location": "Berlin", "salary": "100,000 EUR a year", "remote": "remote"}
    )
    found = await posted(unsure)
    assert (found["company"], found["locations"], found["salary"], found["remote"]) == (None, (), None, None)


async def test_what_is_known_is_not_replaced(unsure: Stage, endpoint: Scripted) -> None:
    endpoint.reply_to = by_task(COPIED | {"salary": "40,000 EUR a year"})
    paid_here = "in full-time, for 55,000 EUR a year; elsewhere people get 40,000 EUR a year."
    found = await posted(unsure, PROSE.replace("in full-time.", paid_here))
    assert found["company"] == "Fernmoor Gardens"
    assert found["salary"]["max"] == 55_000


@pytest.mark.parametrize("reply", [other_schema(), failing("server"), failing("key"), failing("rate")])
async def test_without_a_good_answer_the_posting_is_as_it_was_read(
    unsure: Stage, endpoint: Scripted, reply: Reply
) -> None:
    endpoint.reply_to = by_task(reply)
    found = await posted(unsure)
    assert (found["title"], found["company"], found["locations"]) == ("Landscape Architect", None, ())
    [job] = [row for row in unsure.finder.jobs() if row["posting"]]
    assert job["verdict"] in ("success", "skipped")


async def test_a_page_that_states_its_data_is_never_asked_about(unsure: Stage, endpoint: Scripted) -> None:
    site = Site(unsure, "fernmoor.example", name="Fernmoor")
    unsure.submit(site.posting("/jobs/1"))
    await unsure.run()
    assert not any(map(extraction, endpoint.requests))
    assert len(endpoint.requests) == 1


async def test_without_models_nobody_is_asked_about_an_unsure_page(stage: Stage, endpoint: Scripted) -> None:
    found = await posted(stage)
    assert found["company"] is None
    assert (endpoint.requests, calls(stage)) == ([], [])


async def test_extraction_keeps_to_its_own_budget_and_reviews_to_theirs(stage: Stage, endpoint: Scripted) -> None:
    stage.reopen(settings=priced(endpoint, steps={"extract": 0.1, "review": 2 * WORST}))
    found = await posted(stage)
    assert found["company"] is None
    assert not any(map(extraction, endpoint.requests))
    assert len(endpoint.requests) == paid(stage) == 1


async def test_an_unchanged_page_read_again_is_completed_from_the_store(unsure: Stage, endpoint: Scripted) -> None:
    first = await posted(unsure)
    endpoint.reply_to = by_task(failing("server"))
    unsure.clock.advance(HOUR)
    submitted = unsure.submit(f"https://fernmoor.example{PATH}", force=True)
    await unsure.run()
    [row] = [row for row in unsure.finder.jobs() if row["key"] == submitted.key]
    assert row["posting"] == first
    assert unsure.ran(submitted.key).count("scrape") == 2
    assert unsure.ran(submitted.key).count("filter") == 1
    assert sum(map(extraction, endpoint.requests)) == 1
