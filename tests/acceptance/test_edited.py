"""A23, A24: the seeker edits preferences or profile; exactly what depends on the edit is done again."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.second import opinion, priced
from acceptance.stage import HOUR, Stage
from flow.sound import differences
from jobfinder.demo.ai import Scripted, scripted

NAMES = ("Backend Engineer", "Data Engineer", "Casino Engineer")


@pytest.fixture
async def endpoint() -> AsyncIterator[Scripted]:
    """A model that finds everything required met."""
    async with scripted(lambda asked: opinion()) as served:
        yield served


async def judged(stage: Stage, site: Site) -> None:
    """Three jobs are judged; one of them, by its title, is filtered."""
    stage.prefer('titles.excluded = ["Casino"]')
    for number, name in enumerate(NAMES):
        stage.submit(site.posting(f"/jobs/{number}", name))
    await stage.run()
    assert shown(stage) == set(NAMES[:2])
    stage.clock.advance(HOUR)
    stage.trail.clear()
    site.asked.clear()


def shown(stage: Stage) -> set[str]:
    return {match["title"] for match in stage.finder.matches()}


def counted(stage: Stage) -> Counter[str]:
    """How often each step was run since, over all entities; what the trail tells, the decision log confirms."""
    logged = Counter(
        event["step"] for event in stage.all_events() if event["event"] == "ran" and is_recent(stage, event)
    )
    assert logged == Counter(step for _, step, _ in stage.trail)
    return logged


def is_recent(stage: Stage, event: dict[str, float]) -> bool:
    return event["at"] > stage.clock.now() - HOUR / 2


@pytest.mark.parametrize(
    ("edit", "expected", "matches"),
    [
        ('titles.excluded = ["Casino", "Data"]', {"filter": 3}, NAMES[:1]),
        ("", {"filter": 3, "analyze": 1, "save": 1}, NAMES),
        ('titles.excluded = ["Casino"]\nsalary.mode = 1', {"filter": 3}, NAMES[:2]),
        ('titles.excluded = ["Casino"]\nweights.title = 0.5', {"analyze": 2}, NAMES[:2]),
        ('titles.excluded = ["Casino"]\nskills.loved = ["Python"]', {"analyze": 2}, NAMES[:2]),
        ('titles.excluded = ["Casino"]\nskills.no = ["COBOL"]', {"filter": 3, "analyze": 2}, NAMES[:2]),
        ('titles.excluded = ["Casino"]\nsalary.floor = 50000', {"filter": 3, "analyze": 2}, NAMES[:2]),
        ('titles.excluded = ["Casino"]\nalert_score = 99', {"save": 2}, NAMES[:2]),
        ('titles.excluded = ["Casino"]\nmin_score = 51', {"save": 2}, ()),
        ('titles.excluded = ["Casino"]\n[stop]\nkeywords = ["zeppelin"]', {}, NAMES[:2]),
    ],
    ids=["stricter", "laxer", "mode", "weight", "loved", "refused", "floor", "alert", "threshold", "stop list"],
)
async def test_a23_edited_preferences_redo_what_reads_them_and_fetch_nothing(
    stage: Stage, site: Site, edit: str, expected: dict[str, int], matches: tuple[str, ...]
) -> None:
    await judged(stage, site)
    stage.prefer(edit)
    await stage.run()
    assert counted(stage) == Counter(expected)
    assert shown(stage) == set(matches)
    assert site.asked == []
    assert differences(stage.finder.unit) == []
    # The same preferences once more are no edit.
    stage.trail.clear()
    stage.prefer(edit)
    await stage.run()
    assert stage.trail == []


async def test_a24_an_edited_profile_analyzes_again_what_passed_and_nothing_else(stage: Stage, site: Site) -> None:
    await judged(stage, site)
    stage.profile('titles = ["Data Engineer"]\nskills = ["Python"]')
    await stage.run()
    done = counted(stage)
    assert (done["analyze"], done["scrape"], done["filter"]) == (2, 0, 0)
    assert site.asked == []
    assert differences(stage.finder.unit) == []


async def test_a24_an_edited_profile_is_reviewed_again_and_edited_preferences_are_not(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    await judged(stage, site)
    asked = len(endpoint.requests)
    assert asked == 2
    stage.prefer('titles.excluded = ["Casino"]\nweights.title = 0.5\nsalary.floor = 50000')
    await stage.run()
    assert counted(stage) == Counter({"filter": 3, "analyze": 2})
    assert len(endpoint.requests) == asked
    stage.trail.clear()
    stage.clock.advance(HOUR)
    stage.profile('skills = ["Python", "PostgreSQL", "Kafka"]')
    await stage.run()
    assert counted(stage) == Counter({"analyze": 2, "save": 4, "review": 2})
    assert len(endpoint.requests) == 2 * asked
    assert differences(stage.finder.unit) == []
