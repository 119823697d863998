"""Long listings are taken in parts: nothing is in memory as a whole, asked for twice, or thought absent too early."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from acceptance.stage import DAY, HOUR, Stage
from boards.test_group_d_lists import BEISEN, beisen
from jobfinder.demo.answer import JSON, Answer, html, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.model import Budget
from jobfinder.settings import Settings
from jobfinder.steps import source_list

LEVER = "api.lever.co"
GREENHOUSE = "boards-api.greenhouse.io"
BOARD = "https://jobs.lever.co/weavers"
KEY = "source:lever:weavers"


def role(number: int) -> dict[str, object]:
    id_ = f"00000000-0000-4000-8000-{number:012d}"
    return {
        "id": id_,
        "text": f"Weaver {number}",
        "hostedUrl": f"{BOARD}/{id_}",
        "categories": {"location": "Berlin, Germany"},
        "descriptionPlain": f"You weave on loom number {number}, and you look after it.",
    }


class Board:
    """A Lever board of so many roles. `cut`: from which row on its pages fail."""

    def __init__(self, web: DemoWeb, count: int) -> None:
        self.roles = [role(number) for number in range(count)]
        self.cut: int | None = None
        web.serve(LEVER, "/v0/postings/weavers", self.answer)

    def answer(self, asked: Incoming) -> Answer:
        found = re.search(r"skip=(\d+)&limit=(\d+)", asked.target)
        skip, limit = (int(found[1]), int(found[2])) if found else (0, 100)
        if self.cut is not None and skip >= self.cut:
            return Answer(status=500)
        return text(json.dumps(self.roles[skip : skip + limit]), JSON)


def lists(stage: Stage, key: str = KEY) -> list[str]:
    """How the listings of the board ended, in order."""
    return [outcome for entity, step, outcome in stage.trail if (entity, step) == (key, "list")]


def receipt(stage: Stage, key: str = KEY) -> str:
    """What the source says of its last listing."""
    (row,) = [row for row in stage.finder.sources() if row["key"] == key]
    return str(row["why"])


def missing(stage: Stage) -> int:
    """How many postings are known to be absent from a listing."""
    return sum(1 for entry in stage.all_events() if entry["event"] == "missing")


async def until(stage: Stage, outcome: str) -> None:
    """Work step by step until a listing ends so."""
    for _ in range(600):
        if lists(stage)[-1:] == [outcome]:
            return
        await stage.steps(1)
    raise AssertionError(f"no listing ended as {outcome}: {lists(stage)}")


def open_jobs(stage: Stage) -> int:
    return sum(1 for row in stage.finder.jobs() if row["closed_at"] is None)


async def test_a_long_listing_is_committed_in_parts(stage: Stage, web: DemoWeb) -> None:
    Board(web, 450)
    submitted = stage.submit(BOARD, type="source")
    await until(stage, "part")
    assert 0 < open_jobs(stage) < 450
    assert stage.status(submitted) != "success"
    await stage.run()
    assert lists(stage) == ["part", "part", "listed"]
    assert open_jobs(stage) == 450
    assert stage.status(submitted) == "success"
    assert "450 postings on 5 pages" in receipt(stage)
    # The first page was read by the probe, and not again.
    assert web.count(LEVER) == 5


async def test_another_engine_goes_on_where_one_was_stopped(stage: Stage, web: DemoWeb) -> None:
    Board(web, 450)
    stage.submit(BOARD, type="source")
    await until(stage, "part")
    asked = web.count(LEVER)
    stage.reopen()
    await stage.run()
    assert open_jobs(stage) == 450
    assert web.count(LEVER) == 5 > asked


async def test_only_the_end_of_a_complete_listing_says_what_is_absent(stage: Stage, web: DemoWeb) -> None:
    board = Board(web, 450)
    stage.submit(BOARD, type="source")
    await stage.run()
    lost = [one["id"] for one in (board.roles[0], board.roles[250])]
    board.roles = [one for one in board.roles if one["id"] not in lost]
    stage.clock.advance(DAY + HOUR)
    await until(stage, "part")
    assert missing(stage) == 0
    await stage.run()
    assert missing(stage) == 2


async def test_a_part_that_fails_is_tried_again_alone(stage: Stage, web: DemoWeb) -> None:
    board = Board(web, 450)
    board.cut = 300
    stage.submit(BOARD, type="source")
    ran = await stage.run()
    assert lists(stage)[:2] == ["part", "http-500"] or lists(stage)[0] == "part"
    before = web.count(LEVER)
    board.cut = None
    await stage.until_due(ran)
    assert lists(stage)[-1] == "listed"
    assert open_jobs(stage) == 450
    assert web.count(LEVER) == before + 2


async def test_a_listing_left_for_long_begins_again(stage: Stage, web: DemoWeb) -> None:
    board = Board(web, 450)
    stage.submit(BOARD, type="source")
    await until(stage, "part")
    board.roles = [role(number) for number in range(1_000, 1_150)]
    stage.clock.advance(source_list.RESUMED + HOUR)
    await stage.run()
    assert lists(stage)[-1] == "listed"
    assert "150 postings on 2 pages" in receipt(stage)
    assert "Weaver 1000" in {row["title"] for row in stage.finder.jobs()}, "the beginning of the list was read again"


@pytest.mark.parametrize("endless", ["same", "other"])
async def test_an_endless_listing_ends_with_a_receipt(stage: Stage, web: DemoWeb, endless: str) -> None:
    stage.parts["settings"] = Settings(budget=Budget(pages=7))
    stage.reopen()

    def more(asked: Incoming) -> Answer:
        found = re.search(r"skip=(\d+)", asked.target)
        skip = int(found[1]) if found and endless == "other" else 0
        return text(json.dumps([role(number) for number in range(skip, skip + 100)]), JSON)

    web.serve(LEVER, "/v0/postings/weavers", more)
    stage.submit(BOARD, type="source")
    await stage.run()
    assert missing(stage) == 0
    assert web.count(LEVER) <= 8
    assert lists(stage)[-1] == "cut"
    said = "stopped at 7 pages" if endless == "other" else "repeats an earlier one"
    assert said in receipt(stage)


async def test_a_listing_that_leads_on_and_on_without_postings_ends(stage: Stage, web: DemoWeb) -> None:
    host, key = "mosswork.zhiye.com", "source:beisen:mosswork"
    front = html('<script>var BSGlobal = {"PortalId": "p-1"}</script>')
    listed = text(json.dumps({"Code": 200, "Count": 1, "Data": [beisen(1)]}), JSON)
    web.serve(host, "/*", lambda asked: listed if asked.method == "POST" else front)
    stage.submit(BEISEN, type="source")
    await stage.run()
    assert lists(stage, key) == ["listed"]
    web.serve(host, "/*", lambda asked: front)
    web.reset_log()
    await stage.pass_time(DAY + HOUR)
    assert lists(stage, key)[-1] == "cut"
    assert "3 pages in a row list nothing" in receipt(stage, key)
    assert web.count(host) <= 3
    assert missing(stage) == 0


async def test_one_huge_answer_is_read_in_windows_and_fetched_once(stage: Stage, web: DemoWeb) -> None:
    words = "You weave on a loom and you look after it. " * 40
    jobs = [
        {
            "id": 4_000_000 + number,
            "title": f"Weaver {number}",
            "absolute_url": f"https://boards.greenhouse.io/weavers/jobs/{4_000_000 + number}",
            "location": {"name": "Berlin, Germany"},
            "content": f"&lt;p&gt;{words}{number}&lt;/p&gt;",
        }
        for number in range(1200)
    ]
    body = json.dumps({"jobs": jobs, "meta": {"total": 1200}})
    answer: Callable[[Incoming], Answer] = lambda asked: text(body, JSON)  # noqa: E731
    web.serve(GREENHOUSE, "/v1/boards/weavers/jobs", answer)
    stage.submit("https://boards.greenhouse.io/weavers", type="source")
    await stage.run()
    key = "source:greenhouse:weavers"
    assert lists(stage, key) == ["part", "part", "listed"]
    assert "1200 postings of 1200" in receipt(stage, key)
    assert web.count(GREENHOUSE) == 1
