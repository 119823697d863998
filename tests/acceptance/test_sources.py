"""A35–A37: listing again: what is new, what is gone, what is only a bad answer, and when a source is switched off."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from acceptance.made import live_through
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import board_url, posting_url
from jobfinder.demo.answer import Answer, missing
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.live import Closing
from jobfinder.demo.server import DemoWeb
from jobfinder.model import SourceState

GREENHOUSE = "boards-api.greenhouse.io"
JUDGED = ["filter", "analyze", "save"]
SETTLED = {"success", "skipped", "filtered"}


async def listed(stage: Stage, web: DemoWeb, part: str) -> str:
    """The key of a company's board, listed for the first time, with all of its postings settled."""
    submitted = stage.submit(board_url(web.company(part)), type="source")
    await stage.run()
    assert stage.status(submitted) == "success"
    assert {job["verdict"] for job in stage.finder.jobs()} <= SETTLED
    web.reset_log()
    return submitted.key


def source(stage: Stage, key: str) -> dict[str, Any]:
    """The row of a source."""
    (found,) = [row for row in stage.finder.sources() if row["key"] == key]
    return found


def job(stage: Stage, web: DemoWeb, part: str, serial: int) -> str:
    """The key of the job of a role."""
    company = web.company(part)
    return stage.finder.why(posting_url(company, web.roles(company)[serial])).key


def closed(stage: Stage) -> list[str]:
    """The keys of closed jobs."""
    return [row["key"] for row in stage.finder.jobs() if row["closed_at"] is not None]


def doubted(stage: Stage) -> set[str]:
    """Which kinds of doubt any posting is under."""
    return {entry["event"] for entry in stage.all_events()} & {"missing", "suspect", "closed"}


# ---------------------------------------------------------------- A35


async def test_a35_only_what_is_new_becomes_work_when_a_source_is_listed_again(stage: Stage, web: DemoWeb) -> None:
    key = await listed(stage, web, "greenhouse")
    before = {row["key"] for row in stage.finder.jobs()}
    added = web.add_role("greenhouse", title="Loom Engineer")
    await stage.pass_time(DAY + HOUR)
    assert stage.ran(key) == ["discover", "probe", "list", "list"]
    assert web.count(GREENHOUSE) == 1
    new = {row["key"] for row in stage.finder.jobs()} - before
    assert new == {stage.finder.why(posting_url(web.company("greenhouse"), added)).key}
    assert [stage.ran(one) for one in sorted(new)] == [JUDGED]
    assert [stage.ran(one) for one in sorted(before)] == [JUDGED] * len(before)
    tickets = [item["entity"] for item in stage.finder.items()]
    assert [tickets.count(one) for one in sorted(before)] == [1] * len(before)


@pytest.mark.parametrize("how", [Closing.GONE, Closing.MISSING, Closing.STATED])
async def test_a35_a_posting_gone_from_a_complete_listing_is_looked_at_then_closed(
    stage: Stage, web: DemoWeb, how: Closing
) -> None:
    await listed(stage, web, "greenhouse")
    gone = job(stage, web, "greenhouse", 2)
    web.close_role("greenhouse", web.roles("greenhouse")[2].external_id, how)
    await stage.pass_time(DAY + HOUR)
    assert closed(stage) == [gone]
    assert [entry["event"] for entry in stage.log(gone)][-3:] == ["missing", "ran", "closed"] or [
        entry["event"] for entry in stage.log(gone)
    ][-4:-1] == ["missing", "ran", "closed"]
    assert stage.ran(gone) == [*JUDGED, "scrape"]
    assert gone not in {match["key"] for match in stage.finder.matches()}
    assert sum(stage.ran(row["key"]).count("scrape") for row in stage.finder.jobs()) == 1

    web.reopen_role("greenhouse", web.roles("greenhouse")[2].external_id)
    await stage.pass_time(DAY + HOUR)
    assert closed(stage) == []
    assert gone in {match["key"] for match in stage.finder.matches()}


async def test_a35_a_posting_that_is_only_off_the_list_stays_open(stage: Stage, web: DemoWeb) -> None:
    await listed(stage, web, "greenhouse")
    quiet = job(stage, web, "greenhouse", 2)
    web.close_role("greenhouse", web.roles("greenhouse")[2].external_id, Closing.DELIST)
    await stage.pass_time(DAY + HOUR)
    assert stage.ran(quiet) == [*JUDGED, "scrape"]
    assert closed(stage) == []
    assert quiet in {match["key"] for match in stage.finder.matches()}


# ---------------------------------------------------------------- A36


async def test_a36_a_listing_cut_short_closes_nothing_and_is_tried_again(stage: Stage, web: DemoWeb) -> None:
    key = await listed(stage, web, "lever")
    count = len(stage.finder.jobs())
    assert count > 100
    web.cut_listing("lever", after_page=1)
    web.close_role("lever", web.roles("lever")[0].external_id, Closing.GONE)
    stage.clock.advance(DAY + HOUR)
    await live_through(stage, 12 * HOUR)
    tries = stage.ran(key).count("list") - 1
    assert tries >= 4, "it is tried again, and what can be read is taken after some attempts"
    assert source(stage, key)["state"] == "enabled"
    assert "page 2 cannot be read" in stage.events(key, "ran")[-1]["reason"]
    assert doubted(stage) == set()
    assert len(stage.finder.jobs()) == count

    web.restore()
    await live_through(stage, DAY)
    assert closed(stage) == [job(stage, web, "lever", 0)]
    assert source(stage, key)["listed"] == count - 1
    assert not source(stage, key)["suspicious"]


async def test_a36_page_three_of_five_fails(stage: Stage, web: DemoWeb) -> None:
    for _ in range(39):
        web.add_role("page")
    key = await listed(stage, web, "page")
    assert source(stage, key)["listed"] == 45
    web.cut_listing("page", after_page=2)
    stage.clock.advance(DAY + HOUR)
    await live_through(stage, 4 * HOUR)
    assert doubted(stage) == set()
    assert "page 3 cannot be read" in stage.events(key, "ran")[-1]["reason"]
    assert source(stage, key)["suspicious"]

    web.restore()
    await live_through(stage, 7 * HOUR)
    assert not source(stage, key)["suspicious"]
    assert source(stage, key)["listed"] == 45
    assert stage.ran(job(stage, web, "page", 0)) == ["scrape", *JUDGED]


async def test_a36_an_empty_listing_is_suspect_and_not_the_truth(stage: Stage, web: DemoWeb) -> None:
    key = await listed(stage, web, "lever")
    web.empty_listing("lever")
    await stage.pass_time(DAY + HOUR)
    assert stage.events(key, "ran")[-1]["outcome"] == "suspect"
    assert doubted(stage) == set()
    assert web.count(path_contains="/v0/postings/") == 1, "no posting is asked for"
    assert source(stage, key)["listed"] == len(stage.finder.jobs())

    web.restore()
    await live_through(stage, 7 * HOUR)
    assert stage.events(key, "ran")[-1]["outcome"] == "listed"
    assert doubted(stage) == set()


async def test_a36_a_listing_that_stays_empty_sends_us_to_the_postings_themselves(stage: Stage, web: DemoWeb) -> None:
    await listed(stage, web, "greenhouse")
    jobs = [row["key"] for row in stage.finder.jobs()]
    web.empty_listing("greenhouse")
    stage.clock.advance(DAY + HOUR)
    await live_through(stage, 7 * HOUR)
    assert [stage.ran(one).count("scrape") for one in jobs] == [1] * len(jobs)
    assert closed(stage) == []
    assert len(stage.finder.matches()) == len(jobs)


# ---------------------------------------------------------------- A37


async def disabled(stage: Stage, web: DemoWeb) -> str:
    """A source whose listing was not found five times in a row."""
    key = await listed(stage, web, "greenhouse")
    web.fail_host(GREENHOUSE, 404)
    stage.clock.advance(DAY)
    ran = await stage.run()
    for _ in range(4):
        assert source(stage, key)["state"] == "enabled"
        ran = await stage.until_due(ran)
    assert source(stage, key)["state"] == "disabled"
    assert web.count(GREENHOUSE) == 5
    return key


async def test_a37_five_permanent_errors_in_a_row_disable_a_source(stage: Stage, web: DemoWeb) -> None:
    key = await disabled(stage, web)
    assert "5 permanent errors in a row" in source(stage, key)["reason"]
    assert "404" in source(stage, key)["reason"]
    assert len(stage.events(key, "disabled")) == 1
    assert doubted(stage) == set()

    web.restore()
    await live_through(stage, 6 * DAY)
    assert stage.ran(key).count("list") == 6, "it stays off"


async def test_a37_a_disabled_source_that_is_switched_on_is_listed_at_once(stage: Stage, web: DemoWeb) -> None:
    key = await disabled(stage, web)
    stage.finder.set_source_state(key, SourceState.ENABLED)
    await stage.run()
    assert source(stage, key)["state"] == "enabled", "it begins to count anew"

    web.restore()
    await live_through(stage, HOUR)
    assert stage.events(key, "ran")[-1]["outcome"] == "listed"


async def test_a37_permanent_errors_of_any_kind_count(stage: Stage, web: DemoWeb) -> None:
    key = await listed(stage, web, "greenhouse")
    asked = []

    def answer(incoming: Incoming) -> Answer:
        asked.append(incoming.target)
        return missing() if len(asked) % 2 else Answer(body=b'{"nonsense": true}', content_type="application/json")

    web.serve(GREENHOUSE, "/v1/*", answer)
    stage.clock.advance(DAY)
    await live_through(stage, 2 * DAY)
    assert source(stage, key)["state"] == "disabled"
    assert len(asked) == 5


async def test_a37_an_answer_in_between_begins_the_count_anew(stage: Stage, web: DemoWeb) -> None:
    key = await listed(stage, web, "greenhouse")
    for _ in range(3):
        web.fail_host(GREENHOUSE, 404, times=4)
        stage.clock.advance(DAY)
        await live_through(stage, 6 * HOUR)
        assert stage.events(key, "ran")[-1]["outcome"] == "listed"
    assert source(stage, key)["state"] == "enabled"


@pytest.mark.parametrize("status", [429, 500, 503, None], ids=["429", "500", "503", "dropped"])
async def test_a37_passing_errors_only_delay_a_source(stage: Stage, web: DemoWeb, status: int | None) -> None:
    key = await listed(stage, web, "greenhouse")
    if status is None:
        web.drop_host(GREENHOUSE)
    else:
        web.fail_host(GREENHOUSE, status, retry_after=7200 if status == 429 else None)
    stage.clock.advance(DAY)
    await live_through(stage, 3 * DAY)
    assert stage.ran(key).count("list") > 5
    assert web.count(GREENHOUSE) < 60
    assert source(stage, key)["state"] == "enabled"
    assert doubted(stage) == set()

    web.restore()
    await live_through(stage, 2 * DAY)
    assert stage.events(key, "ran")[-1]["outcome"] == "listed"
    assert doubted(stage) == set()


async def test_a37_a_failed_source_that_is_switched_on_is_probed_again(stage: Stage, web: DemoWeb) -> None:
    url = "https://quietloom.example/jobs.rss"
    feed = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Jobs</title>%s</channel></rss>"
    web.serve_payload(url, feed % b"", "application/rss+xml")
    key = stage.submit(url, type="source").key
    await stage.run()
    assert source(stage, key)["verdict"] == "failed"
    entry = b"<item><title>Weaver</title><link>https://quietloom.example/careers/weaver-1</link></item>"
    web.serve_payload(url, feed % entry, "application/rss+xml")
    stage.finder.set_source_state(key, SourceState.ENABLED)
    await stage.run()
    assert stage.ran(key) == ["discover", "probe", "probe", "list"]
    assert source(stage, key)["verdict"] == "success"


async def test_postings_that_share_an_address_stay_apart(stage: Stage, web: DemoWeb) -> None:
    """Some boards link all their postings to one careers page: that address names none of them."""
    rows = [
        {
            "id": 7_000_000 + number,
            "title": title,
            "absolute_url": "https://sharing.example/careers",
            "content": "Work.",
        }
        for number, title in enumerate(("Cook", "Baker", "Butcher"))
    ]
    body = msgspec.json.encode({"jobs": rows, "meta": {"total": len(rows)}})
    web.serve_payload("https://boards-api.greenhouse.io/v1/boards/sharing/jobs", body, "application/json")
    stage.submit("https://boards.greenhouse.io/sharing")
    await stage.run()
    assert sorted(job["title"] for job in stage.finder.jobs()) == ["Baker", "Butcher", "Cook"]
