"""A52, A53, A57–A59: waiting for others, giving up in time, and work that is lost and derived again."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from acceptance.made import brought, company_key, live_through, serve_page, sources_of
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import site_url
from jobfinder.demo.answer import Answer, html
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.records import Company
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.submit import Submitted
from jobfinder.store.db import Postgres, Sqlite

MINUTE = 60.0
ALL = ["fetch", "extract", "analyze", "save"]
JUDGED = ["filter", "analyze", "save"]
LIMIT_OF_A_CLASS = 5
LIMIT = 8
POSTING = """
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting", "title": "Weaver",
"description": "You will weave in Python on PostgreSQL, with five colleagues."}</script><h1>Weaver</h1>
"""


def job_at(stage: Stage, company: Company, title: str = "Backend Engineer") -> Submitted:
    """A job that comes with its posting, at a company whose site it names."""
    return stage.finder.submit(brought(title, company.name, company_website=site_url(company)))


def said_of(stage: Stage, job: Submitted, step: str = "analyze") -> str:
    """What a step of a job said at last."""
    return str([entry["reason"] for entry in stage.events(job.key, "ran") if entry["step"] == step][-1])


class Script:
    """A page that fails as told, one status after the other, then works. `asked` is when it was asked for."""

    def __init__(self, stage: Stage, url: str, statuses: list[int | None]) -> None:
        self.asked: list[float] = []
        self._stage = stage
        self._left = statuses
        host, _, path = url.removeprefix("https://").partition("/")
        stage.web.serve(host, f"/{path}", self._answer)

    def _answer(self, incoming: Incoming) -> Answer:
        self.asked.append(self._stage.clock.now())
        status = self._left.pop(0) if self._left else 200
        body = html("<h1>Weaver</h1>", status or 200)
        return Answer(status=200, body=b"<h1>Weaver</h1>" * 99, broken=True) if status is None else body

    def pauses(self) -> list[float]:
        """Seconds between the requests."""
        return [later - earlier for earlier, later in pairwise(self.asked)]


# ---------------------------------------------------------------- A52


async def test_a52_two_jobs_of_one_unknown_company_cause_one_operation(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    jobs = [job_at(stage, company), job_at(stage, company, "Data Engineer")]
    await stage.steps(2)
    assert [stage.ran(job.key) for job in jobs] == [["filter"], ["filter"]]
    assert [stage.status(job) for job in jobs] == ["waiting", "waiting"]
    key = company_key(stage, company.name)
    assert [stage.finder.why(job.key).waits_for for job in jobs] == [(key,), (key,)]
    await stage.run()
    assert [stage.status(job) for job in jobs] == ["success", "success"]
    assert [stage.ran(job.key) for job in jobs] == [JUDGED, JUDGED]
    assert stage.ran(key) == ALL
    assert [item["entity"] for item in stage.finder.items()].count(key) == 1
    asked = sorted(entry["event"] for job in jobs for entry in stage.log(job.key) if entry["event"] in HOW)
    assert asked == ["joined", "spawned"]
    assert len({stage.finder.item(job.item_id)["tracking_id"] for job in jobs}) == 2
    assert [one.path for one in web.requests].count("/") == 1


HOW = ("spawned", "joined", "refused")


async def test_a52_postings_read_from_the_web_at_once_share_their_company(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    jobs = [stage.submit(stage.posting("page", serial)) for serial in range(3)]
    await stage.run()
    assert [stage.status(job) for job in jobs] == ["success"] * 3
    key = company_key(stage, company.name)
    assert stage.ran(key) == ALL
    (source,) = sources_of(stage, company.name)
    assert stage.ran(source["key"]) == ["discover", "probe", "list"]
    assert [stage.ran(job.key) for job in jobs] == [["scrape", *JUDGED]] * 3


async def test_a52_two_workers_cause_one_operation_as_well(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    jobs = [job_at(stage, company, title) for title in ("Backend Engineer", "Data Engineer", "Platform Engineer")]
    other = stage.open()
    await asyncio.gather(stage.run(), other.run_until_idle())
    await stage.run()
    other.close()
    assert [stage.status(job) for job in jobs] == ["success"] * len(jobs)
    assert [stage.ran(job.key) for job in jobs] == [JUDGED] * len(jobs)
    key = company_key(stage, company.name)
    assert stage.ran(key) == ALL
    (source,) = sources_of(stage, company.name)
    assert stage.ran(source["key"]) == ["discover", "probe", "list"]
    assert [one.path for one in web.requests].count("/") == 1
    assert len({one.path for one in web.requests}) == len(web.requests), "nothing is asked for twice"


# ---------------------------------------------------------------- A53


async def test_a53_jobs_go_on_without_a_company_that_fails_for_good(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    web.fail_host(company.host, 500)
    jobs = [job_at(stage, company), job_at(stage, company, "Data Engineer")]
    await live_through(stage, 3 * HOUR)
    key = company_key(stage, company.name)
    assert stage.finder.why(key).verdict == "failed"
    assert stage.ran(key).count("fetch") == LIMIT_OF_A_CLASS
    for job in jobs:
        assert stage.status(job) == "success"
        assert stage.ran(job.key) == JUDGED
        assert f"without facts about {company.name}" in said_of(stage, job)

    await live_through(stage, 6 * DAY)
    late = job_at(stage, company, "Platform Engineer")
    await live_through(stage, DAY)
    assert stage.status(late) == "success"
    assert [stage.ran(job.key) for job in (*jobs, late)] == [JUDGED] * 3
    assert stage.ran(key).count("fetch") == LIMIT_OF_A_CLASS, "nobody sends the company round again"
    assert web.count(company.host) == LIMIT_OF_A_CLASS


@pytest.mark.parametrize(
    ("status", "tries"), [(404, 1), (410, 1), (403, 1), (None, LIMIT_OF_A_CLASS)], ids=["404", "410", "403", "dropped"]
)
async def test_a53_however_it_fails(stage: Stage, web: DemoWeb, status: int | None, tries: int) -> None:
    company = web.company("page")
    if status is None:
        web.drop_host(company.host)
    else:
        web.fail_host(company.host, status)
    job = job_at(stage, company)
    await live_through(stage, 3 * HOUR)
    key = company_key(stage, company.name)
    assert stage.finder.why(key).verdict in ("failed", "blocked")
    assert stage.ran(key).count("fetch") == tries
    assert stage.status(job) == "success"
    assert stage.ran(job.key) == JUDGED
    assert f"without facts about {company.name}" in said_of(stage, job)
    assert len([item for item in stage.finder.items() if item["entity"] == key]) == 1


async def test_a53_a_company_that_comes_back_is_known_a_month_later(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    web.fail_host(company.host, 404)
    job_at(stage, company)
    await live_through(stage, HOUR)
    key = company_key(stage, company.name)
    assert stage.finder.why(key).verdict == "failed"
    web.restore()
    await live_through(stage, 29 * DAY)
    early = job_at(stage, company, "Data Engineer")
    await live_through(stage, 2 * DAY)
    assert "without facts" in said_of(stage, early)
    late = job_at(stage, company, "Platform Engineer")
    await live_through(stage, HOUR)
    assert stage.finder.why(key).verdict == "success"
    assert "without facts" not in said_of(stage, late)
    assert "without facts" not in said_of(stage, early), "what it was judged on has changed"


# ---------------------------------------------------------------- A57


async def test_a57_the_same_error_again_and_again_is_tried_ever_more_slowly(stage: Stage, web: DemoWeb) -> None:
    script = Script(stage, "https://quietloom.example/careers/weaver-1", [500] * 99)
    job = stage.submit("https://quietloom.example/careers/weaver-1")
    await live_through(stage, 30 * DAY)
    assert stage.status(job) == "failed"
    assert "500" in stage.message(job)
    assert len(script.asked) == LIMIT_OF_A_CLASS
    pauses = script.pauses()
    assert all(later > 2 * earlier for earlier, later in pairwise(pauses))
    assert stage.finder.coming() == []


@pytest.mark.parametrize("other", [502, None], ids=["502", "dropped"])
async def test_a57_another_class_begins_its_own_back_off_but_not_the_total(
    stage: Stage, web: DemoWeb, other: int | None
) -> None:
    script = Script(stage, "https://quietloom.example/careers/weaver-1", [*[500] * 4, *[other] * 99])
    job = stage.submit("https://quietloom.example/careers/weaver-1")
    await live_through(stage, 30 * DAY)
    assert stage.status(job) == "failed"
    assert len(script.asked) == LIMIT
    pauses = script.pauses()
    assert pauses[4] < pauses[2], "the first error of another class is tried again soon"
    assert pauses[4] < pauses[5] < pauses[6]


async def test_a57_submitting_a_failed_entity_again_grants_one_fresh_round(stage: Stage, web: DemoWeb) -> None:
    url = "https://quietloom.example/careers/weaver-1"
    script = Script(stage, url, [500] * 99)
    first = stage.submit(url)
    await live_through(stage, DAY)
    assert stage.status(first) == "failed"
    second = stage.submit(url)
    assert second.verdict is None
    await live_through(stage, DAY)
    assert (stage.status(second), len(script.asked)) == ("failed", 2 * LIMIT_OF_A_CLASS)
    await live_through(stage, 30 * DAY)
    assert len(script.asked) == 2 * LIMIT_OF_A_CLASS


async def test_a57_a_success_in_the_second_round_is_a_success(stage: Stage, web: DemoWeb) -> None:
    web.fail_host("boards-api.greenhouse.io", 500, path_contains="/jobs/")
    first = stage.submit(stage.posting("greenhouse"))
    await live_through(stage, DAY)
    assert stage.status(first) == "failed"
    web.restore()
    second = stage.submit(stage.posting("greenhouse"))
    await stage.run()
    assert (stage.status(second), stage.status(first)) == ("success", "failed")


async def test_a57_what_could_not_be_read_is_read_again_when_it_is_submitted_again(stage: Stage, web: DemoWeb) -> None:
    url = "https://quietloom.example/careers/weaver-1"
    serve_page(web, url, "<p>Come back later.</p>")
    first = stage.submit(url)
    await stage.run()
    assert stage.status(first) == "failed"
    await live_through(stage, 30 * DAY)
    assert stage.ran(first.key) == ["scrape"], "not by itself"

    serve_page(web, url, POSTING)
    second = stage.submit(url)
    await stage.run()
    assert (stage.status(second), stage.status(first)) == ("success", "failed")
    assert stage.ran(first.key) == ["scrape", "scrape", *JUDGED]


async def test_a57_a_source_that_failed_is_probed_again_when_it_is_submitted_again(stage: Stage, web: DemoWeb) -> None:
    url = "https://quietloom.example/jobs.rss"
    feed = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Jobs</title>%s</channel></rss>"
    web.serve_payload(url, feed % b"", "application/rss+xml")
    first = stage.submit(url)
    await stage.run()
    assert stage.status(first) == "failed"
    entry = b"<item><title>Weaver</title><link>https://quietloom.example/careers/weaver-1</link></item>"
    web.serve_payload(url, feed % entry, "application/rss+xml")
    second = stage.submit(url)
    await stage.run()
    assert (stage.status(second), stage.status(first)) == ("success", "failed")
    assert stage.ran(first.key) == ["discover", "probe", "probe", "list"]


# ---------------------------------------------------------------- A58


async def test_a58_a_wait_ends_at_its_deadline(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    web.fail_host(company.host, 429, retry_after=int(2 * DAY))
    job = job_at(stage, company)
    await live_through(stage, 5 * HOUR)
    assert stage.status(job) == "waiting"
    assert stage.ran(job.key) == ["filter"]

    await live_through(stage, 2 * HOUR)
    assert stage.status(job) == "success"
    assert "deadline" in stage.events(job.key, "gave-up")[0]["reason"]
    assert f"without facts about {company.name}" in said_of(stage, job)
    assert stage.ran(job.key) == JUDGED
    key = company_key(stage, company.name)
    assert stage.finder.why(key).verdict is None, "the company is not given up"

    web.restore()
    await live_through(stage, 2 * DAY)
    assert stage.ran(key)[-4:] == ALL
    assert stage.ran(job.key)[: len(JUDGED) + 1] == [*JUDGED, "analyze"]
    assert "without facts" not in said_of(stage, job)


async def test_a58_every_job_waits_and_gives_up_for_itself(stage: Stage, web: DemoWeb) -> None:
    company = web.company("page")
    web.fail_host(company.host, 429, retry_after=int(5 * DAY))
    job_at(stage, company)
    await live_through(stage, 7 * HOUR)
    second = job_at(stage, company, "Data Engineer")
    await live_through(stage, 7 * HOUR)
    assert stage.status(second) == "success"
    assert len(stage.events(second.key, "gave-up")) == 1


# ---------------------------------------------------------------- A59


def submit_all(stage: Stage, web: DemoWeb) -> None:
    """A posting that fails twice, companies, a job that brings its posting, and a company whose board is dead."""
    stage.submit(stage.posting("greenhouse"))
    stage.submit(site_url(web.company("page")), type="company")
    stage.submit(site_url(web.company("rss")), type="company")
    job_at(stage, web.company("embed"))
    stage.submit(site_url(web.company("gone")), type="company")
    web.fail_host("*.greenhouse.io", 500, times=2, path_contains=web.roles("greenhouse")[0].external_id)


def forget(database: Sqlite | Postgres) -> int:
    """All work is lost, and what the lanes know of it."""

    def inside(tx: Any) -> int:
        tx.run("UPDATE lane SET head = NULL")
        return int(tx.run("DELETE FROM work"))

    return database.write(inside)


def story(stage: Stage) -> tuple[Counter[tuple[str, str]], dict[str, str], Counter[str], dict[str, float]]:
    """What ran on what, how everything ended, and the matches."""
    ran = Counter((event["key"], event["step"]) for event in stage.all_events() if event["event"] == "ran")
    ended = {row["key"]: row["verdict"] for rows in (stage.finder.jobs(), stage.finder.companies()) for row in rows}
    ended |= {row["key"]: f"{row['verdict']} {row['state']}" for row in stage.finder.sources()}
    statuses = Counter(f"{item['entity']} {item['status']}" for item in stage.finder.items())
    return ran, ended, statuses, {match["key"]: match["score"] for match in stage.finder.matches()}


@pytest.mark.parametrize("after", [0, 9, 40])
async def test_a59_work_that_is_lost_is_derived_again(
    stage: Stage, web: DemoWeb, connect: Callable[[str], Sqlite | Postgres], stores: Any, after: int
) -> None:
    submit_all(stage, web)
    await stage.steps(after)
    waiting = stage.finder.counts()["work"].get("waiting", 0)
    assert forget(connect(stage.store)) > 0
    assert (await stage.run()).steps == 0, "nothing is known to be due"
    assert len(stage.finder.resync().changed) >= 1
    assert stage.finder.counts()["work"].get("waiting", 0) == waiting == (1 if after == 9 else 0)
    await live_through(stage, DAY / 2)
    assert stage.finder.resync().changed == ()

    url = stores.create()
    undisturbed = Stage(url, web)
    undisturbed.clock.at = stage.clock.at - DAY / 2
    submit_all(undisturbed, web)
    await live_through(undisturbed, DAY / 2)
    assert story(stage) == story(undisturbed)
    undisturbed.finder.close()
    stores.drop(url)


async def test_a59_what_the_lanes_know_is_derived_again_too(
    stage: Stage, web: DemoWeb, connect: Callable[[str], Sqlite | Postgres]
) -> None:
    # The first run of all plans every job again.
    await stage.run()
    job = stage.submit(stage.posting("greenhouse"))
    connect(stage.store).write(lambda tx: tx.run("UPDATE lane SET head = NULL"))
    assert (await stage.run()).steps == 0
    assert stage.finder.resync().changed == (), "the work itself is all there"
    await stage.run()
    assert stage.status(job) == "success"


async def test_a59_in_a_healthy_store_resync_changes_nothing(stage: Stage, web: DemoWeb) -> None:
    submit_all(stage, web)
    stage.submit(site_url(web.company("flaky")), type="company")
    assert stage.finder.resync().changed == ()
    for _ in range(400):
        ran = await stage.steps(1)
        assert stage.finder.resync().changed == ()
        if not ran.steps:
            if ran.next_due is None or ran.next_due > stage.clock.at + DAY / 2:
                break
            stage.clock.at = max(stage.clock.at, ran.next_due)
            assert stage.finder.resync().changed == ()
    else:
        pytest.fail("it does not come to an end")
    assert {item["status"] for item in stage.finder.items()} <= {"success", "skipped", "filtered", "failed"}
