"""Results are committed in groups, and yet each stands for itself: its own fence, progress and row in the log.

A member that is stale, that cannot be written, or that went by another's merge never takes the others along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from clock import ManualClock
from flow.script import STARTS_AT
from flow.sound import dump, unsound
from jobfinder.app import JobFinder
from jobfinder.errors import Broken, Fault, Gone, Later, StepError
from jobfinder.flow.commit import Committed, Result, commit_group
from jobfinder.flow.schedule import Task, claim
from jobfinder.model import Company, EntityType, Job, JobQueueItem, Posting, Source, Step
from jobfinder.settings import Settings
from jobfinder.steps.interface import Employer, Found, Learn, SaveMatch, SetPosting, Spawn
from jobfinder.store import entities, progress, work

LEASE = 60.0
GROUP = 6
URLS = [f"https://careers{number}.example/jobs/1" for number in range(GROUP)]
NOT_JSON = object()


class Hand:
    """An engine, and several jobs of different hosts in one worker's hands."""

    def __init__(self, url: str) -> None:
        self.clock = ManualClock(STARTS_AT)
        self.finder = JobFinder.open(url, clock=self.clock, settings=Settings())
        self.unit = self.finder.unit

    def take(self, items: list[JobQueueItem], holder: str = "w1") -> list[Task]:
        """Submit these and claim them, in this order."""
        self.finder.submit_all(items)
        return self.claim(holder)

    def claim(self, holder: str) -> list[Task]:
        tasks = self.unit.write(lambda batch: claim(batch, 50, 50, holder, LEASE).tasks)
        return sorted(tasks, key=lambda task: task.entity_id)

    def commit(self, *results: Result) -> Committed:
        return commit_group(self.unit.write, results)

    def lose(self, task: Task) -> Task:
        """Somebody else takes the task over; returns it in the new hands."""
        self.clock.advance(2.0)
        self.unit.write(
            lambda batch: batch.tx.run("UPDATE work SET lease_until = 0 WHERE entity_id = :id", id=task.entity_id)
        )
        (again,) = (new for new in self.claim("w2") if new.entity_id == task.entity_id)
        assert again.fence > task.fence
        return again

    # ------------------------------------------------------------ what is stored

    def done(self) -> set[tuple[int, str]]:
        """Steps that have succeeded."""
        rows = self.unit.read(lambda tx: tx.all("SELECT entity_id, step FROM progress WHERE done_at IS NOT NULL"))
        return {(row["entity_id"], row["step"]) for row in rows}

    def progress(self, task: Task) -> Any:
        rows = self.unit.read(lambda tx: progress.get(tx, [task.entity_id]))
        return next((row for row in rows if row["step"] == task.step), None)

    def log(self, *events: str) -> list[tuple[int, str, int | None]]:
        """Decisions of these kinds: entity, event, fence."""
        rows = self.unit.read(
            lambda tx: tx.all(
                "SELECT entity_id, event, fence FROM decision WHERE event IN :events ORDER BY id", events=list(events)
            )
        )
        return [(row["entity_id"], row["event"], row["fence"]) for row in rows]

    def held(self) -> set[int]:
        rows = self.unit.read(lambda tx: tx.all("SELECT entity_id FROM work WHERE state = 'leased'"))
        return {row["entity_id"] for row in rows}


@pytest.fixture
def hand(store_url: str) -> Iterator[Hand]:
    made = Hand(store_url)
    yield made
    assert made.unit.read(unsound) == []
    made.finder.close()


@pytest.fixture
def tasks(hand: Hand) -> list[Task]:
    """Six jobs to be scraped."""
    found = hand.take([JobQueueItem(type="job", url=url) for url in URLS])
    assert [task.step for task in found] == [Step.SCRAPE] * GROUP
    return found


def read(task: Task, *changes: Any, **more: Any) -> Result:
    """A posting was read."""
    posting = Posting(title=f"Engineer {task.entity_id}", company=f"Company {task.entity_id}")
    found = Found(outcome="read", changes=(*changes, SetPosting(posting=posting)), **more)
    return Result(task=task, found=found, requests=1, seconds=0.25)


def failed(task: Task, error: StepError) -> Result:
    return Result(task=task, error=error, requests=2, seconds=0.5)


def spoilt(task: Task) -> Result:
    """A result that the store cannot hold."""
    return Result(task=task, found=Found(outcome="read", output={"not": NOT_JSON}))


# ---------------------------------------------------------------- each for itself


def test_all_of_a_group_are_written_each_with_its_progress_its_log_and_its_plan(hand: Hand, tasks: list[Task]) -> None:
    committed = hand.commit(*(read(task) for task in tasks))
    assert committed == Committed(done=tuple(task.entity_id for task in tasks), refused=(), spoilt={})
    assert hand.done() == {(task.entity_id, "scrape") for task in tasks}
    assert hand.log("ran") == [(task.entity_id, "ran", task.fence) for task in tasks]
    assert hand.held() == set()
    for task in tasks:
        row = hand.progress(task)
        assert (row["fingerprint"], row["runs"], row["requests"], row["seconds"]) == (task.fingerprint, 1, 1, 0.25)
    assert {task.step for task in hand.claim("w2")} == {Step.FILTER}


def test_success_and_every_kind_of_failure_go_together(hand: Hand, tasks: list[Task]) -> None:
    first, later, gone, broken, fault, last = tasks
    at = STARTS_AT + 900
    committed = hand.commit(
        read(first),
        failed(later, Later("busy", at=at, lane=later.lane)),
        failed(gone, Gone("not there", certain=True)),
        failed(broken, Broken("not understood")),
        failed(fault, Fault("reset", kind="connect")),
        read(last),
    )
    assert set(committed.done) == {task.entity_id for task in tasks}
    assert hand.done() == {(first.entity_id, "scrape"), (last.entity_id, "scrape")}
    kinds = {task.entity_id: hand.progress(task)["error_kind"] for task in tasks}
    assert list(kinds.values()) == [None, None, "gone", "broken", "connect", None]
    assert [hand.progress(task)["total"] for task in (later, fault)] == [0, 1], "being asked to wait counts no attempt"
    assert len(hand.log("ran")) == GROUP
    verdicts = {item["entity"]: item["status"] for item in hand.finder.items()}
    assert sorted(verdicts.values()) == ["closed", "failed", "pending", "pending", "pending", "pending"]
    resting = {lane["name"] for lane in hand.finder.lanes() if lane["rest_until"] == at}
    assert resting == {later.lane}


@pytest.mark.parametrize("place", range(GROUP))
def test_one_stale_member_changes_nothing_and_holds_nobody_up(hand: Hand, tasks: list[Task], place: int) -> None:
    stale = tasks[place]
    hand.lose(stale)
    others = [task for task in tasks if task is not stale]
    committed = hand.commit(*(read(task) for task in tasks))
    assert committed.refused == (stale.entity_id,)
    assert set(committed.done) == {task.entity_id for task in others}
    assert hand.done() == {(task.entity_id, "scrape") for task in others}
    assert hand.progress(stale) is None
    assert hand.log("late") == [(stale.entity_id, "late", stale.fence)]
    assert hand.held() == {stale.entity_id}, "it stays with whoever holds it now"


def test_of_two_results_for_one_entity_the_one_with_the_fence_in_force_counts(hand: Hand, tasks: list[Task]) -> None:
    old, *_ = tasks
    new = hand.lose(old)
    late = Result(task=old, found=Found(outcome="nothing", reason="the late one"))
    committed = hand.commit(late, read(new))
    assert (committed.done, committed.refused) == ((new.entity_id,), (old.entity_id,))
    assert hand.progress(new)["outcome"] == "read"


def test_a_group_of_late_results_changes_nothing_at_all(hand: Hand, tasks: list[Task]) -> None:
    for task in tasks:
        hand.lose(task)
    before = dump(hand.unit.database, "decision")
    committed = hand.commit(*(read(task) for task in tasks))
    assert (committed.done, len(committed.refused)) == ((), GROUP)
    assert dump(hand.unit.database, "decision") == before
    assert len(hand.log("late")) == GROUP


def test_a_result_committed_twice_counts_once(hand: Hand, tasks: list[Task]) -> None:
    results = [read(task) for task in tasks[:2]]
    hand.commit(*results)
    before = dump(hand.unit.database, "decision")
    assert hand.commit(*results).done == ()
    assert dump(hand.unit.database, "decision") == before


# ---------------------------------------------------------------- members that cannot be written


@pytest.mark.parametrize("place", range(GROUP))
def test_a_member_that_cannot_be_written_fails_alone_and_says_so(hand: Hand, tasks: list[Task], place: int) -> None:
    bad = tasks[place]
    others = [task for task in tasks if task is not bad]
    committed = hand.commit(*(spoilt(task) if task is bad else read(task) for task in tasks))
    assert set(committed.done) == {task.entity_id for task in tasks}
    assert set(committed.spoilt) == {bad.entity_id}
    assert hand.done() == {(task.entity_id, "scrape") for task in others}
    row = hand.progress(bad)
    assert (row["error_kind"], row["total"]) == ("broken", 1)
    assert "could not be written" in row["error"]
    assert len(hand.log("ran")) == GROUP
    assert hand.held() == set()
    (item,) = (item for item in hand.finder.items() if item["status"] == "failed")
    assert "could not be written" in item["message"]


def test_a_name_of_another_kind_of_thing_spoils_only_its_own_member(hand: Hand, tasks: list[Task]) -> None:
    """A job that claims the name of a company is a defect of its step, and no reason to stop the worker."""
    hand.finder.submit(JobQueueItem(type="company", url="https://careers0.example/", company_name="Careers"))
    (key,) = (row["key"] for row in hand.finder.companies())
    good, bad = tasks[0], tasks[1]
    committed = hand.commit(read(good), read(bad, Learn(keys=(key,))))
    assert set(committed.done) == {good.entity_id, bad.entity_id}
    assert set(committed.spoilt) == {bad.entity_id}
    assert "different types" in hand.progress(bad)["error"]


def test_a_stale_and_a_spoilt_member_in_one_group(hand: Hand, tasks: list[Task]) -> None:
    stale, bad, *good = tasks
    hand.lose(stale)
    committed = hand.commit(spoilt(stale), spoilt(bad), *(read(task) for task in good))
    assert committed.refused == (stale.entity_id,)
    assert set(committed.spoilt) == {bad.entity_id}
    assert hand.done() == {(task.entity_id, "scrape") for task in good}
    assert hand.progress(stale) is None


# ---------------------------------------------------------------- members that turn out to be one


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["known-first", "known-last"])
def test_of_two_members_that_are_one_the_first_stays_and_nothing_is_left_over(
    hand: Hand, tasks: list[Task], order: tuple[int, int]
) -> None:
    pair = [tasks[place] for place in order]
    same = Learn(keys=("job:board:acme:7",))
    committed = hand.commit(*(read(task, same) for task in pair), read(tasks[2]))
    # The second to learn the name is at work, so it stays; what the first has done is its own by then.
    assert tasks[2].entity_id in committed.done
    jobs = hand.unit.read(lambda tx: [row["id"] for row in entities.all_of(tx, EntityType.JOB, 100)])
    assert len(jobs) == GROUP - 1
    assert len(set(jobs) & {task.entity_id for task in pair}) == 1
    assert len([row for row in hand.log("ran", "late") if row[0] in jobs]) == 3, (
        "every run is in the log of what is left"
    )
    assert len(hand.finder.items()) == GROUP


def test_a_failure_of_an_entity_that_went_by_a_merge_is_late(hand: Hand, tasks: list[Task]) -> None:
    winner, loser, *_ = tasks
    (key,) = hand.unit.read(lambda tx: entities.names(tx, loser.entity_id))[:1]
    committed = hand.commit(read(winner, Learn(keys=(key,))), failed(loser, Fault("reset", kind="connect")))
    assert (committed.done, committed.refused) == ((winner.entity_id,), (loser.entity_id,))
    assert hand.progress(winner)["error_kind"] is None
    assert hand.unit.read(lambda tx: work.get(tx, loser.entity_id)) is None


def test_ids_of_entities_that_went_are_not_given_again(hand: Hand, tasks: list[Task]) -> None:
    """Whoever still holds the id of an entity that is no more must not meet a stranger under it."""
    winner, loser = tasks[0], tasks[-1]
    (key,) = hand.unit.read(lambda tx: entities.names(tx, loser.entity_id))[:1]
    hand.commit(read(winner, Learn(keys=(key,))))
    new = hand.finder.submit("https://careers99.example/jobs/1")
    row = hand.unit.read(lambda tx: entities.find(tx, new.key))
    assert row is not None
    assert row["id"] > max(task.entity_id for task in tasks)
    assert hand.commit(read(loser)).refused == (loser.entity_id,)


# ---------------------------------------------------------------- follow-ups


def test_what_follows_from_a_member_comes_with_it_or_not_at_all(hand: Hand, tasks: list[Task]) -> None:
    stale, bad, good, *_ = tasks
    hand.lose(stale)

    def leads_to(task: Task, name: str, **more: Any) -> Result:
        employer = Employer(name=name)
        spawn = Spawn(type=EntityType.COMPANY, keys=(), doc=Company(name=name), company=employer, why="named there")
        return Result(task=task, found=Found(outcome="led-on", spawns=(spawn,), **more))

    hand.commit(leads_to(stale, "Stale"), leads_to(bad, "Bad", output=NOT_JSON), leads_to(good, "Good"))
    assert [row["name"] for row in hand.finder.companies()] == ["Good"]
    parents = {item["id"]: item["parent_item_id"] for item in hand.finder.items() if item["type"] == "company"}
    (mine,) = (item["id"] for item in hand.finder.items() if item["url"] == URLS[good.entity_id - tasks[0].entity_id])
    assert list(parents.values()) == [mine]


def test_a_match_is_announced_once_however_the_group_falls_apart(hand: Hand) -> None:
    titles = ("Engineer", "Cook", "Nurse")
    saves = hand.take([JobQueueItem(type="job", scraped_data={"title": title}) for title in titles])
    for step, output in ((Step.FILTER, None), (Step.ANALYZE, {"score": 90})):
        assert {task.step for task in saves} == {step}
        outcome = "passed" if step is Step.FILTER else "scored"
        hand.commit(*(Result(task=task, found=Found(outcome=outcome, output=output)) for task in saves))
        saves = hand.claim("w1")
    match = SaveMatch(score=90.0, doc={"score": 90.0}, version="first", alert=True)
    bad, *good = saves
    broken = SaveMatch(score=90.0, doc={"score": NOT_JSON}, version="first", alert=True)
    hand.commit(
        *(Result(task=task, found=Found(outcome="saved", changes=(match,))) for task in good),
        Result(task=bad, found=Found(outcome="saved", changes=(broken,))),
    )
    alerts = hand.unit.read(lambda tx: tx.all("SELECT entity_id FROM outbox"))
    assert sorted(row["entity_id"] for row in alerts) == sorted(task.entity_id for task in good)
    assert len(hand.finder.matches()) == 2


def test_progress_keeps_the_fingerprint_of_what_was_given_not_of_what_is_known_at_the_commit(hand: Hand) -> None:
    """Inputs that moved while a step ran: its result is kept, and the next plan redoes the step."""
    data = {"title": "Engineer", "description": "The first edition."}
    (task,) = hand.take([JobQueueItem(type="job", url=URLS[0], scraped_data=data)])
    assert task.step is Step.FILTER
    hand.clock.advance(1)
    newer = data | {"description": "The second edition."}
    hand.finder.submit(JobQueueItem(type="job", url=URLS[0], scraped_data=newer))
    hand.commit(Result(task=task, found=Found(outcome="passed")))
    assert hand.progress(task)["fingerprint"] == task.fingerprint
    (again,) = hand.claim("w1")
    assert again.step is Step.FILTER
    assert again.fingerprint != task.fingerprint


def test_a_posting_that_says_the_same_when_it_is_read_again_sets_nothing_going(hand: Hand) -> None:
    """Early cut-off: the next step's input is what was read, not that it was read."""
    job = JobQueueItem(type="job", url=URLS[0])
    (task,) = hand.take([job])
    posting = SetPosting(posting=Posting(title="Engineer"))
    hand.commit(Result(task=task, found=Found(outcome="read", changes=(posting,))))
    (task,) = hand.claim("w1")
    hand.commit(Result(task=task, found=Found(outcome="rejected", reason="the rules")))
    hand.clock.advance(5.0)
    hand.finder.submit(job, force=True)
    (task,) = hand.claim("w1")
    assert task.step is Step.SCRAPE
    hand.commit(Result(task=task, found=Found(outcome="read", changes=(posting,))))
    assert hand.claim("w1") == []
    assert [item["status"] for item in hand.finder.items()] == ["filtered", "filtered"]


def test_what_is_found_behind_the_same_address_is_no_loop(hand: Hand) -> None:
    """A page submitted as a job may turn out to be a company, or a list: the address is the same, the work new."""
    url = "https://weavers.example/openings"
    (task,) = hand.take([JobQueueItem(type="job", url=url)])
    employer = Employer(name="Weavers", website=url)
    company = Spawn(type=EntityType.COMPANY, keys=(), doc=Company(name="Weavers", website=url), company=employer)
    listing = Spawn(type=EntityType.SOURCE, keys=("source:page:weavers",), doc=Source(url=url, board="page"))
    hand.commit(Result(task=task, found=Found(outcome="led-on", spawns=(company, listing))))
    assert hand.log("refused") == []
    hand.clock.advance(2.0)
    (task,) = hand.claim("w1")
    assert task.step in (Step.FETCH, Step.DISCOVER)
    assert {item["type"]: item["status"] for item in hand.finder.items()} == {
        "job": "skipped",
        "company": "processing" if task.step is Step.FETCH else "pending",
        "source": "processing" if task.step is Step.DISCOVER else "pending",
    }


def test_a_job_of_the_group_keeps_its_address(hand: Hand, tasks: list[Task]) -> None:
    """What one member writes is its own: no row of another is touched."""
    before = {row[0]: row for row in dump(hand.unit.database)["entity"]}
    hand.commit(read(tasks[0]), failed(tasks[1], Fault("reset", kind="connect")))
    after = {row[0]: row for row in dump(hand.unit.database)["entity"]}
    untouched = [task.entity_id for task in tasks[2:]]
    assert [after[id_] for id_ in untouched] == [before[id_] for id_ in untouched]
    docs = hand.unit.read(lambda tx: entities.get(tx, [task.entity_id for task in tasks]))
    jobs = [entities.decode_doc("job", row["doc"]) for row in docs]
    assert sorted(job.url or "" for job in jobs if isinstance(job, Job)) == sorted(URLS)
