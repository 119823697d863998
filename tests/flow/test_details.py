"""Small print of the flow, each with its own little story: what counts as a look, what keeps its place, what is fresh.

The engine is the real one; steps are scripts that end as told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from clock import ManualClock
from jobfinder.app import JobFinder
from jobfinder.errors import Gone, Later, Refused, UsageError
from jobfinder.flow.commit import Result, commit_group
from jobfinder.flow.schedule import claim
from jobfinder.flow.worker import Limits
from jobfinder.model import Company, EntityType, Job, JobQueueItem, Posting, SourceState, Step
from jobfinder.settings import Settings
from jobfinder.steps.interface import Found, Given, Listed, Outside, SaveMatch, Seen, SetCompany, SetPosting, SetSource
from jobfinder.store import entities, progress

DAY = 86_400.0
START = 1_800_000_000.0
URL = "https://careers.beta.example/jobs/1"
BOARD = "https://jobs.lever.co/acme"
SPIN = 100

Ending = Found | Exception | Callable[[Given], Found]


class Script:
    """A step that ends as told, the last ending again and again. `at` are the moments at which it was run."""

    def __init__(self, *endings: Ending) -> None:
        self.endings = list(endings)
        self.at: list[float] = []

    async def __call__(self, given: Given, outside: Outside) -> Found:
        self.at.append(given.now)
        ending = self.endings.pop(0) if len(self.endings) > 1 else self.endings[0]
        if isinstance(ending, Exception):
            raise ending
        return ending if isinstance(ending, Found) else ending(given)


def read(**posting: Any) -> Found:
    stated = Posting(**{"title": "Cook", "description_text": "Cook for ships.", **posting})
    return Found(outcome="read", changes=(SetPosting(posting=stated),))


SAVED = Found(outcome="saved", changes=(SaveMatch(score=80.0, doc={}, version="1", alert=False),))
ENABLED: Ending = lambda given: Found(  # noqa: E731
    outcome="found",
    output={"board": "lever"},
    changes=(SetSource(source=replace(given.source, state=SourceState.ENABLED)),) if given.source else (),
)
PIPELINES = {
    "job": "scrape filter analyze save",
    "company": "fetch extract analyze save",
    "source": "discover probe list",
}


class Play:
    """An engine with scripted steps; those not named succeed."""

    def __init__(self, url: str, **scripts: Script) -> None:
        steps: dict[tuple[EntityType, Step], Any] = {
            (EntityType(type_), Step(name)): Script(Found(outcome="ok"))
            for type_, names in PIPELINES.items()
            for name in names.split()
        }
        steps |= {
            (EntityType.JOB, Step.SCRAPE): Script(read()),
            (EntityType.JOB, Step.SAVE): Script(SAVED),
            (EntityType.SOURCE, Step.DISCOVER): Script(ENABLED),
            (EntityType.SOURCE, Step.PROBE): Script(ENABLED),
        }
        for name, script in scripts.items():
            type_, _, step = name.partition("_")
            steps[EntityType(type_), Step(step)] = script
        self.clock = ManualClock(START)
        self.finder = JobFinder.open(url, clock=self.clock, settings=Settings(), steps=steps)
        self.unit = self.finder.unit

    async def run(self, after: float = 0.0) -> None:
        """Let time pass, then work until idle. What never gets there is stopped."""
        self.clock.advance(after)
        turns = iter(range(SPIN))
        await self.finder.run(Limits(until_idle=True, enough=lambda: next(turns, None) is None))

    def entity(self, key: str) -> Any:
        return self.unit.read(lambda tx: entities.find(tx, key))


Stage = Callable[..., Play]


@pytest.fixture
def stage(store_url: str) -> Iterator[Stage]:
    plays: list[Play] = []

    def begin(**scripts: Script) -> Play:
        plays.append(Play(store_url, **scripts))
        return plays[-1]

    yield begin
    for play in plays:
        play.finder.close()


# ---------------------------------------------------------------- looks


async def test_being_asked_to_wait_is_no_look(stage: Stage) -> None:
    """A closed posting's next look was put off by an hour, not by another month."""
    asked = START + 39 * DAY + 3600
    scrape = Script(read(), Gone("410", certain=True), Later("429", at=asked), read())
    play = stage(job_scrape=scrape)
    item = play.finder.submit(URL)
    await play.run()
    await play.run(after=8 * DAY)
    await play.run(after=31 * DAY)
    assert len(scrape.at) == 3
    await play.run(after=3600)
    assert len(scrape.at) == 4
    assert play.entity(item.key)["verdict"] == "success"


async def test_a_second_look_that_finds_something_else_is_the_last(stage: Stage) -> None:
    scrape = Script(Gone("404"), Found(outcome="nothing", reason="no posting here"))
    play = stage(job_scrape=scrape)
    item = play.finder.submit(URL)
    await play.run()
    await play.run(after=DAY)
    assert len(scrape.at) == 2
    assert play.finder.item(item.item_id)["status"] == "failed"


async def test_what_was_refused_is_tried_again_when_a_person_insists(stage: Stage) -> None:
    scrape = Script(Refused("robots.txt"), read())
    play = stage(job_scrape=scrape)
    play.finder.submit(URL)
    await play.run()
    asked = play.finder.submit(URL)
    assert asked.verdict == "blocked"
    insisted = play.finder.submit_all([URL], force=True)[0]
    await play.run(after=1)
    assert play.finder.item(insisted.item_id)["status"] == "success"


# ---------------------------------------------------------------- places and dates


async def test_asking_again_does_not_move_what_waits_to_the_back(stage: Stage) -> None:
    play = stage()
    item = play.finder.submit(URL)
    before = play.entity(item.key)["touched_at"]
    play.clock.advance(600)
    play.finder.submit(URL)
    assert play.entity(item.key)["touched_at"] == before


async def test_a_company_is_as_old_as_its_last_visit_not_as_the_last_question(stage: Stage) -> None:
    fetch = Script(Found(outcome="fetched", output={"pages": []}))
    known = Company(name="Beta", website="https://beta.example/", about="Ships.")
    save = Script(Found(outcome="saved", changes=(SetCompany(company=known, complete=True),)))
    scrape = Script(read(company="Beta", company_url="https://beta.example/"))
    play = stage(company_fetch=fetch, company_save=save, job_scrape=scrape)
    company = JobQueueItem(type="company", url="https://beta.example/")
    play.finder.submit(company)
    await play.run()
    play.clock.advance(29 * DAY)
    assert play.finder.submit(company).verdict == "success"
    play.clock.advance(2 * DAY)
    play.finder.submit(URL)
    await play.run()
    assert len(fetch.at) == 2


async def test_nothing_differs_because_time_has_passed_without_work(stage: Stage) -> None:
    play = stage()
    play.finder.submit(URL)
    await play.run()
    play.clock.advance(8 * DAY)
    assert play.finder.resync().changed == ()


# ---------------------------------------------------------------- listings


def listing(*postings: Seen) -> Found:
    return Found(outcome="listed", changes=(Listed(seen=postings, complete=True),))


def role(number: int, *further: str) -> Seen:
    return Seen(keys=(f"job:lever:acme:{number}", *further), job=Job(url=f"{BOARD}/{number}", title="Cook"))


async def test_a_posting_known_by_its_address_gets_its_number_and_is_taken_up(stage: Stage) -> None:
    address = "job:url:acme.example/roles/7"
    play = stage(source_list=Script(listing(role(7, address))))

    def known_before(batch: Any) -> None:
        id_ = entities.insert(batch.tx, "job", address, Job(url="https://acme.example/roles/7"), batch.now)
        entities.add_aliases(batch.tx, id_, [address])

    play.unit.write(known_before)
    play.finder.submit(JobQueueItem(type="source", url=BOARD))
    await play.run()
    assert play.entity("job:lever:acme:7")["key"] == address
    assert play.entity(address)["verdict"] == "success"


async def test_what_stays_missing_is_not_touched_by_every_listing(stage: Stage) -> None:
    play = stage(source_list=Script(listing(role(1), role(2)), listing(role(1))))
    play.finder.submit(JobQueueItem(type="source", url=BOARD))
    await play.run()
    await play.run(after=DAY + 60)
    missed = play.entity("job:lever:acme:2")["touched_at"]
    await play.run(after=DAY + 60)
    assert play.entity("job:lever:acme:2")["touched_at"] == missed


# ---------------------------------------------------------------- results and texts


async def test_a_result_that_comes_twice_counts_once(stage: Stage) -> None:
    play = stage()
    play.finder.submit(URL)
    [task] = play.unit.write(lambda batch: claim(batch, 1, 1, "w1", 60.0).tasks)
    result = Result(task=task, found=read(), requests=1)
    commit_group(play.unit.write, [result, result])
    [row] = play.unit.read(lambda tx: progress.get(tx, [task.entity_id]))
    assert (row["runs"], row["requests"]) == (1, 1)


async def test_odd_characters_in_a_posting_do_not_stop_it(stage: Stage) -> None:
    play = stage(job_scrape=Script(read(title="Co\0ok", company="Be\0ta")))
    item = play.finder.submit(URL)
    await play.run()
    assert play.finder.item(item.item_id)["status"] == "success"


def test_text_that_nobody_can_store_is_the_callers_fault(stage: Stage) -> None:
    with pytest.raises(UsageError, match="cannot be stored"):
        stage().finder.submit(JobQueueItem(type="company", company_name="Ac\ud800me"))
