"""A75–A77: nobody is asked more than they allow, and nobody waits for somebody else's host."""

from __future__ import annotations

import asyncio
import threading
import time

import msgspec
import pytest

from acceptance.handmade import Site, page
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.answer import Answer, html, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.plan.retry import TOTAL
from jobfinder.flow.worker import Limits
from jobfinder.model import JobQueueItem

REJECT_ALL = 'titles.excluded = ["Engineer"]'
POSTING = page("Backend Engineer", ld={"@type": "JobPosting", "title": "Backend Engineer", "description": "Work."})
CLOSE_TO = 1e-3
"""Moments of the stage's clock are written down while it may be moving."""


# ---------------------------------------------------------------- A75


class Crowd:
    """Postings at every path of many hosts; `asked` is (host, moment of the stage's clock) of each request."""

    def __init__(self, stage: Stage, hosts: list[str]) -> None:
        self.asked: list[tuple[str, float]] = []
        self._clock = stage.clock
        for host in hosts:
            stage.web.serve(host, "/*", self._answer)

    def times(self, host: str) -> list[float]:
        return [at for name, at in self.asked if name == host]

    def _answer(self, asked: Incoming) -> Answer:
        self.asked.append((asked.host, self._clock.now()))
        return text("", status=404) if asked.target == "/robots.txt" else html(POSTING)


def keeps(times: list[float], seconds: float) -> bool:
    """Are so many seconds left between requests? One may set out late, never two in a row."""
    return all(
        times[n + k] - times[n] > (k - 1) * seconds - CLOSE_TO
        for k in range(2, len(times))
        for n in range(len(times) - k)
    )


async def test_a75_a_crowded_host_delays_nobody_and_is_not_hurried(stage: Stage) -> None:
    busy, others = "busy.example", [f"quiet{n}.example" for n in range(50)]
    crowd = Crowd(stage, [busy, *others])
    stage.prefer(REJECT_ALL)
    stage.finder.submit_all([JobQueueItem(type="job", url=f"https://{busy}/jobs/{n}") for n in range(1000)])
    # Due earlier, all of the crowd stand before the others in the order of rank.
    stage.clock.advance(HOUR)
    start = stage.clock.now()
    submitted = stage.finder.submit_all([JobQueueItem(type="job", url=f"https://{host}/jobs/1") for host in others])
    ids = [one.item_id for one in submitted]
    second = stage.open()
    limits = Limits(until_idle=True, until=start + HOUR, enough=lambda: stage.finder.unsettled(ids) == 0)
    await asyncio.gather(stage.finder.run(limits), second.run(limits))
    second.close()
    assert {stage.status(one) for one in submitted} == {"filtered"}
    last = max(n for n, (host, _) in enumerate(crowd.asked) if host != busy)
    assert sum(host == busy for host, _ in crowd.asked[:last]) < 100
    assert all(len(crowd.times(host)) == 2 for host in others)
    # The busy host goes on at its own pace, also with two at work.
    limits = Limits(until_idle=True, until=stage.clock.now() + 60)
    second = stage.open()
    await asyncio.gather(stage.finder.run(limits), second.run(limits))
    second.close()
    times = crowd.times(busy)
    assert len(times) > 10
    assert keeps(times, 1)


@pytest.mark.parametrize(("rules", "seconds"), [("User-agent: *\nCrawl-delay: 7\n", 7), ("User-agent: *\n", 1)])
async def test_a75_a_host_that_asks_for_more_time_gets_it(stage: Stage, rules: str, seconds: float) -> None:
    stage.prefer(REJECT_ALL)
    site = Site(stage, "fernmoor.example")
    site.put("/robots.txt", text(rules))
    for n in range(6):
        stage.submit(site.posting(f"/jobs/{n}"))
    await stage.run()
    assert len(site.times()) == 6
    assert keeps(site.times(), seconds)


async def test_a75_every_page_of_one_step_takes_its_turn(stage: Stage) -> None:
    site = Site(stage, "fernmoor.example")
    links = "".join(f'<a href="{path}">{name}</a>' for path, name in {"/about": "About us", "/jobs": "Careers"}.items())
    site.put("/robots.txt", text("User-agent: *\nCrawl-delay: 20\n"))
    for path in ("/", "/about", "/jobs"):
        site.put(path, page("Fernmoor", body=f"<nav>{links}</nav><p>We make boats.</p>"))
    submitted = stage.submit(site.url("/"), type="company")
    await stage.steps(1)
    [fetched] = stage.events(submitted.key, "ran")
    assert fetched["requests"] == len(site.asked) == 4
    assert keeps(site.times(), 20)


class Counter:
    """Answers slowly, in real time; `most` is how many requests were under way at once."""

    def __init__(self, answer: Answer, seconds: float) -> None:
        self.most = 0
        self._ends: list[float] = []
        self._seconds = seconds
        self._answer = answer
        self._lock = threading.Lock()

    def __call__(self, asked: Incoming) -> Answer:
        if asked.target == "/robots.txt":
            return text("", status=404)
        with self._lock:
            now = time.monotonic()
            self._ends = [*(end for end in self._ends if end > now), now + self._seconds]
            self.most = max(self.most, len(self._ends))
        return msgspec.structs.replace(self._answer, delay=self._seconds)


async def test_a75_a_host_has_one_request_in_flight_whoever_works(stage: Stage) -> None:
    stage.prefer(REJECT_ALL)
    counter = Counter(html(POSTING), 0.03)
    stage.web.serve("slow.example", "/*", counter)
    submitted = [stage.submit(f"https://slow.example/jobs/{n}") for n in range(8)]
    second = stage.open()
    await asyncio.gather(stage.finder.run_until_idle(), second.run_until_idle())
    second.close()
    assert {stage.status(one) for one in submitted} == {"filtered"}
    assert counter.most == 1


# ---------------------------------------------------------------- A76


@pytest.mark.parametrize("status", [429, 503])
async def test_a76_a_host_that_asks_for_rest_gets_it_and_nobody_is_blamed(
    stage: Stage, web: DemoWeb, status: int
) -> None:
    stage.prefer(REJECT_ALL)
    tired, other = Site(stage, "tired.example"), Site(stage, "other.example")
    jobs = [stage.submit(tired.posting(f"/jobs/{n}")) for n in range(3)]
    elsewhere = stage.submit(other.posting("/jobs/1"))
    # More often than any step may fail.
    web.fail_host("tired.example", status, times=TOTAL + 2, retry_after=600)
    ran = await stage.run()
    assert stage.status(elsewhere) == "filtered"
    for n in range(TOTAL + 2):
        assert len(tired.times()) == 0
        assert len([one for one in web.requests if one.status == status]) == n + 1
        [lane] = [lane for lane in stage.finder.lanes() if lane["name"] == "host:tired.example"]
        assert lane["rest_until"] - stage.clock.now() > 590
        assert str(status) in lane["rest_why"]
        assert all(stage.finder.why(job.key).steps[0].attempts == 0 for job in jobs)
        assert ran.next_due is not None
        assert ran.next_due - stage.clock.now() > 590
        await stage.pass_time(300)
        assert len([one for one in web.requests if one.status == status]) == n + 1
        stage.clock.at = max(stage.clock.at, ran.next_due)
        ran = await stage.run()
    assert [stage.status(job) for job in jobs] == ["filtered"] * 3


async def test_a76_what_comes_later_to_a_resting_host_waits_too(stage: Stage, web: DemoWeb) -> None:
    stage.prefer(REJECT_ALL)
    site = Site(stage, "tired.example")
    stage.submit(site.posting("/jobs/1"))
    web.fail_host("tired.example", 429, times=1, retry_after=600)
    until = stage.clock.now() + 600
    await stage.run()
    stage.submit(site.posting("/jobs/2"))
    ran = await stage.run()
    assert site.times() == []
    await stage.until_due(ran)
    assert len(site.times()) == 2
    assert min(site.times()) >= until - CLOSE_TO


async def test_a76_the_end_of_the_rest_is_told_though_only_others_wait_for_it(stage: Stage, web: DemoWeb) -> None:
    stage.prefer(REJECT_ALL)
    site = Site(stage, "tired.example")
    stage.submit(site.posting("/jobs/lion-tamer"))
    web.fail_host("tired.example", 429, times=1, retry_after=600)
    await stage.run()
    waiting = stage.submit(site.posting("/jobs/2"))
    stage.prefer(f'{REJECT_ALL}\nstop.keywords = ["tamer"]')
    ran = await stage.run()
    assert site.times() == []
    await stage.until_due(ran)
    assert stage.status(waiting) == "filtered"


# ---------------------------------------------------------------- A77


async def test_a77_what_robots_disallows_is_blocked_with_the_rule(stage: Stage, web: DemoWeb) -> None:
    submitted = stage.submit(stage.posting("robots"))
    await stage.run()
    company = web.company("robots")
    assert stage.status(submitted) == "blocked"
    assert "Disallow: /carrieres" in stage.message(submitted)
    assert [one.path for one in web.requests if one.host == company.host] == ["/robots.txt"]
    # A person has to decide: it is not tried again by itself.
    await stage.pass_time(60 * DAY)
    assert web.count(company.host) == 0
    assert stage.status(submitted) == "blocked"


async def test_a77_a_rule_for_others_is_none_for_us(stage: Stage) -> None:
    site = Site(stage, "fernmoor.example")
    site.put("/robots.txt", text("User-agent: greedybot\nDisallow: /\n\nUser-agent: *\nDisallow: /private\n"))
    stage.prefer(REJECT_ALL)
    allowed, refused = (stage.submit(site.posting(path)) for path in ("/jobs/1", "/private/1"))
    await stage.run()
    assert (stage.status(allowed), stage.status(refused)) == ("filtered", "blocked")
    assert [one.path for one in site.asked] == ["/robots.txt", "/jobs/1"]
