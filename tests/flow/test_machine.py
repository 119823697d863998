"""Invariants 1–5 and 8 on the real store: whatever happens in whatever order, they hold, and time settles everything.

Hypothesis drives submissions, claims, steps with chosen endings, commits, crashes, late commits, clocks that jump,
deleted work, new preferences and companies that turn out to be one. After each, `sound.unsound` looks at the store.
`JOBFINDER_TEST_LONG=1` takes hundreds of random histories in place of a few that are always the same.
"""

from __future__ import annotations

import asyncio
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from clock import ManualClock
from conftest import Stores
from flow.script import COMPANIES, DAY, FAILURES, FOUND, JOBS, SOURCES, STARTS_AT, Ending, NoDoor, perform
from flow.sound import differences, dump, unsound
from jobfinder.app import JobFinder
from jobfinder.flow.commit import Committed, Result, commit_group
from jobfinder.flow.execute import Executor, givens, local_analyst
from jobfinder.flow.facts import JobFacts
from jobfinder.flow.plan.pipeline import CPU, PIPELINES
from jobfinder.flow.schedule import Task, claim
from jobfinder.flow.seeker import AI
from jobfinder.match import prefs as prefs_module
from jobfinder.model import JobQueueItem, Record, SourceState, Tier
from jobfinder.outside.ai.settings import Ai, Endpoint
from jobfinder.settings import Settings
from jobfinder.steps import STEPS
from jobfinder.steps.interface import Found, Given, Outside
from jobfinder.store import lanes, work
from jobfinder.store.db import Tx

LEASE = 60.0
MOST_TURNS = 600
LONG = "JOBFINDER_TEST_LONG" in os.environ
EXAMPLES = {"sqlite": 1000, "postgresql": 300} if LONG else {"sqlite": 200, "postgresql": 20}
# Making a failing history short takes minutes; who only wants to know that there is one asks for the first.
PHASES = (Phase.generate,) if "JOBFINDER_TEST_FIRST" in os.environ else (Phase.generate, Phase.shrink)
PREFERENCES = (
    "",
    "min_score = 60",
    '[keywords]\nexcluded = ["COBOL"]',
    '[stop]\ncompanies = ["Gamma"]',
    "[weights]\nskills = 0.5",
)
TICKS = (1.0, 30.0, 61.0, 600.0, DAY / 4, DAY, 8 * DAY, 31 * DAY, -30.0, -3600.0, -DAY)
REVIEWED = Settings(ai=Ai(models=("local/m",), endpoints={"local": Endpoint(base_url="http://127.0.0.1:9", free=True)}))
"""Matches are due for a second opinion; what comes of it is scripted like every other step."""
COUNTED = "SELECT COUNT(*) AS n FROM decision WHERE event = 'ran'"
LANES = "SELECT name, interval, cap, rest_until, served FROM lane"

holders = st.sampled_from(("w1", "w2", "w3"))
picks = st.integers(0, 7)
successes = st.builds(Ending, kind=st.sampled_from(FOUND), pick=picks)
endings = successes | st.builds(Ending, kind=st.sampled_from((*FOUND, *FAILURES)), pick=picks)


class Held(Record, frozen=True):
    """A task in somebody's hands, with its result once it has run."""

    holder: str
    task: Task
    given: Given
    result: Result | None = None


class Machine(RuleBasedStateMachine):
    """One store, several workers."""

    stores: Stores

    def __init__(self) -> None:
        super().__init__()
        self.clock = ManualClock(STARTS_AT)
        self.latest = self.clock.at
        self.set_back = False
        self.url = self.stores.create()
        self.finder = JobFinder.open(self.url, clock=self.clock, settings=REVIEWED)
        self.unit = self.finder.unit
        self.executor = Executor(self.unit, NoDoor(), local_analyst, dict.fromkeys(STEPS, self.step))
        self.ending = Ending(kind="found")
        self.lane = CPU
        self.held: list[Held] = []
        self.lost: list[Held] = []
        self.ran = 0
        self.served: dict[str, float] = {}
        self.before: dict[tuple[int, str], tuple[str | None, int]] = {}

    def teardown(self) -> None:
        try:
            self.settle()
        finally:
            self.finder.close()
            self.stores.drop(self.url)

    # ------------------------------------------------------------ asking

    @initialize(which=st.sampled_from(JOBS))
    def begin(self, which: str) -> None:
        self.finder.submit(which)

    @rule(which=st.sampled_from(JOBS), depth=st.sampled_from((0, 0, 9, 10)), force=st.booleans())
    def submit_job(self, which: str, depth: int, force: bool) -> None:
        self.finder.submit(JobQueueItem(type="job", url=which, spawn_depth=depth), force=force)

    @rule(which=st.sampled_from(JOBS), company=st.sampled_from(COMPANIES), title=st.sampled_from(("Engineer", "Cook")))
    def submit_carried(self, which: str, company: Any, title: str) -> None:
        data = {"title": title, "company": company.name, "description": "We build services."}
        self.finder.submit(JobQueueItem(type="job", url=which, scraped_data=data))

    @rule(company=st.sampled_from(COMPANIES), force=st.booleans())
    def submit_company(self, company: Any, force: bool) -> None:
        item = JobQueueItem(type="company", url=company.website, company_name=company.name)
        self.finder.submit(item, force=force)

    @rule(which=st.sampled_from(SOURCES), force=st.booleans())
    def submit_source(self, which: str, force: bool) -> None:
        self.finder.submit(JobQueueItem(type="source", url=which), force=force)

    @rule(number=st.integers(0, 3), tier=st.sampled_from(Tier))
    def esteem(self, number: int, tier: Tier) -> None:
        known = self.finder.companies()
        if known:
            self.finder.set_tier(known[number % len(known)]["key"], tier)

    @rule(number=st.integers(0, 3), state=st.sampled_from((SourceState.PROPOSED, SourceState.DISABLED)))
    def switch(self, number: int, state: SourceState) -> None:
        known = self.finder.sources()
        if known:
            self.finder.set_source_state(known[number % len(known)]["key"], state)

    @rule(toml=st.sampled_from(PREFERENCES))
    def prefer(self, toml: str) -> None:
        self.finder.set_preferences(prefs_module.from_toml(toml))

    # ------------------------------------------------------------ working

    @rule(
        pause=st.sampled_from((0.0, 2.0, 45.0)),
        turns=st.integers(1, 6),
        endings=st.lists(endings, min_size=1, max_size=4),
    )
    def work(self, pause: float, turns: int, endings: list[Ending]) -> None:
        """What a worker does: claim, execute, commit in a group, and again."""
        for _ in range(turns):
            self.clock.advance(pause)
            self.claim("w1", 4, 3)
            self.run_all(endings)
            self.commit(8)

    @rule(seconds=st.sampled_from((0.0, 1.0, 90.0, DAY)), ending=endings)
    def work_when_due(self, seconds: float, ending: Ending) -> None:
        """As above, at the moment at which something is due."""
        due = self.unit.read(work.next_due)
        self.clock.advance(max((due or 0.0) - self.clock.at, 0.0) + seconds)
        self.work(1.0, 2, [ending])

    @rule(holder=holders, free=st.integers(0, 5), web=st.integers(1, 3))
    def claim(self, holder: str, free: int, web: int) -> None:
        def inside(batch: Any) -> tuple[tuple[Task, ...], dict[int, Given]]:
            claimed = claim(batch, free, web, holder, LEASE)
            return claimed.tasks, givens(batch.tx, claimed.tasks, batch.seeker, batch.now)

        before = self.lanes()
        tasks, given = self.unit.write(inside)
        assert len(tasks) <= free
        assert sum(task.lane != CPU for task in tasks) <= web
        self.keep_pace(before)
        for task in tasks:
            self.is_needed(task)
            self.held.append(Held(holder=holder, task=task, given=given[task.entity_id]))

    def lanes(self) -> dict[str, Any]:
        return {row["name"]: row for row in self.unit.read(lambda tx: tx.all(LANES))}

    def keep_pace(self, before: dict[str, Any]) -> None:
        """A lane of a host serves one request, an interval after the one before, and none while it rests."""
        for name, lane in self.lanes().items():
            count = lane["served"] - (before[name]["served"] if name in before else 0)
            if name == CPU or not count:
                continue
            assert lane["rest_until"] <= self.clock.at, "a lane at rest was served"
            if name == AI:
                assert count <= lane["cap"]
                continue
            assert count == 1
            assert self.clock.at >= self.served.get(name, 0.0) + lane["interval"]
            self.served[name] = self.clock.at

    def is_needed(self, task: Task) -> None:
        """A step runs again on inputs that it succeeded with only if it reads the web and something asks for that."""
        progress = task.facts.progress.get(task.step)
        if progress is None or progress.done_at is None or progress.fingerprint != task.fingerprint:
            return
        spec = next(spec for spec in PIPELINES[task.type] if spec.step is task.step)
        assert spec.web, f"{task.step} again"
        f = task.facts
        doubt = isinstance(f, JobFacts) and (f.missing_since or f.suspect_since or f.closed_at)
        if spec.expiry is not None and f.forced_at is None and not doubt:
            assert abs(self.clock.at - progress.done_at) >= spec.expiry, f"{task.step} again, too early"

    async def step(self, given: Given, outside: Outside) -> Found:
        return perform(given, self.ending, self.lane)

    def execute(self, held: Held, ending: Ending) -> Held:
        self.ending, self.lane = ending, held.task.lane
        result = asyncio.run(self.executor.run(held.task, held.given))
        return Held(holder=held.holder, task=held.task, given=held.given, result=result)

    @precondition(lambda self: any(held.result is None for held in self.held))
    @rule(number=st.integers(0, 9), ending=endings)
    def run_step(self, number: int, ending: Ending) -> None:
        idle = [place for place, held in enumerate(self.held) if held.result is None]
        place = idle[number % len(idle)]
        self.held[place] = self.execute(self.held[place], ending)

    @rule(endings=st.lists(successes, min_size=1, max_size=4))
    def run_all(self, endings: list[Ending]) -> None:
        self.held = [
            held if held.result else self.execute(held, endings[place % len(endings)])
            for place, held in enumerate(self.held)
        ]

    @rule(most=st.integers(1, 6))
    def commit(self, most: int) -> None:
        group = [held for held in self.held if held.result][:most]
        self.held = [held for held in self.held if held not in group]
        self.write(group)

    def write(self, group: list[Held]) -> None:
        """Commit; exactly those whose fence is the one in force become state, up to merges within the group."""
        results = [held.result for held in group if held.result]
        if not results:
            return
        fences = self.unit.read(self.fences)
        valid = {result.task.entity_id for result in results if fences.get(result.task.entity_id) == result.task.fence}
        before = dump(self.unit.database, "decision")
        committed: Committed = commit_group(self.unit.write, results)
        assert committed.spoilt == {}
        assert len(committed.done) + len(committed.refused) == len(results)
        assert set(committed.done) <= valid
        merged = valid - set(committed.done)
        assert not merged & set(self.unit.read(self.fences)), "refused although its fence was in force"
        if not valid:
            assert dump(self.unit.database, "decision") == before, "a late commit changed something"
        self.ran += len(committed.done)

    @staticmethod
    def fences(tx: Tx) -> dict[int, int]:
        rows = tx.all("SELECT entity_id, fence FROM work WHERE state = 'leased'")
        return {row["entity_id"]: row["fence"] for row in rows}

    # ------------------------------------------------------------ what goes wrong

    @rule(holder=holders)
    def crash(self, holder: str) -> None:
        self.lost = [*self.lost, *(held for held in self.held if held.holder == holder)][-10:]
        self.held = [held for held in self.held if held.holder != holder]

    @rule(holder=holders)
    def give_up(self, holder: str) -> None:
        self.unit.write(lambda batch: work.expire(batch.tx, holder))

    @precondition(lambda self: self.lost)
    @rule(number=st.integers(0, 9), ending=endings)
    def commit_late(self, number: int, ending: Ending) -> None:
        held = self.lost.pop(number % len(self.lost))
        self.write([held if held.result else self.execute(held, ending)])

    @rule(seconds=st.sampled_from(TICKS))
    def tick(self, seconds: float) -> None:
        self.latest = max(self.latest, self.clock.at)
        self.clock.advance(seconds)
        if seconds < 0:
            self.set_back = True
            self.served.clear()

    @rule()
    def resync(self) -> None:
        self.finder.resync()
        self.set_back = self.set_back and self.clock.at < self.latest

    @rule()
    def lose_all_work(self) -> None:
        self.unit.write(lambda batch: batch.tx.run("DELETE FROM work"))
        self.resync()

    # ------------------------------------------------------------ what holds

    @invariant()
    def sound(self) -> None:
        assert self.unit.read(unsound) == []

    @invariant()
    def one_holder(self) -> None:
        fences = self.unit.read(self.fences)
        valid = [h.task.entity_id for h in (*self.held, *self.lost) if fences.get(h.task.entity_id) == h.task.fence]
        assert len(valid) == len(set(valid))

    @invariant()
    def every_run_is_logged(self) -> None:
        row = self.unit.read(lambda tx: tx.one(COUNTED))
        assert row is not None
        assert row["n"] == self.ran

    @invariant()
    def progress_stays(self) -> None:
        rows = self.unit.read(lambda tx: tx.all("SELECT entity_id, step, fingerprint, runs FROM progress"))
        now = {(row["entity_id"], row["step"]): (row["fingerprint"], row["runs"]) for row in rows}
        alive = {row["id"] for row in self.unit.read(lambda tx: tx.all("SELECT id FROM entity"))}
        for key, (print_, runs) in self.before.items():
            if key[0] in alive:
                assert key in now, "progress was lost"
                assert now[key][1] >= runs
                assert now[key][0] is not None or print_ is None, "a success was forgotten"
        self.before = now

    @invariant()
    def derived_work_is_stored_work(self) -> None:
        # What was planned by a clock that had been set back was due at another now: a resync puts that straight.
        if self.clock.at >= self.latest and not self.set_back:
            self.latest = self.clock.at
            assert differences(self.unit) == []

    # ------------------------------------------------------------ the end

    def settle(self) -> None:
        """With steps that succeed, so many turns and the time that they ask for settle every item."""
        self.clock.at = max(self.clock.at, self.latest)
        for _ in range(MOST_TURNS):
            self.claim("last", 10, 5)
            self.held = [held if held.result else self.execute(held, Ending(kind="found")) for held in self.held]
            if self.held:
                group, self.held = self.held, []
                self.write(group)
                self.every_run_is_logged()
                continue
            if not self.finder.items(status="live"):
                return
            turn = self.unit.read(lambda tx: lanes.next_turn(tx, self.clock.at))
            due = self.unit.read(work.next_due) if turn is None else turn
            self.clock.advance(max((due or 0.0) - self.clock.at, 1.0))
        left = [self.finder.why(item["id"]) for item in self.finder.items(status="live")]
        raise AssertionError(f"never settled: {[(why.key, why.log[-12:]) for why in left]}")


@pytest.mark.timeout(3600 if LONG else 1200)
def test_invariants_hold_whatever_happens(stores: Stores, request: pytest.FixtureRequest) -> None:
    machine = type("Stored", (Machine,), {"stores": stores})
    dialect = "sqlite" if "sqlite" in request.node.name else "postgresql"
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES[dialect],
            stateful_step_count=60 if LONG else 40,
            report_multiple_bugs=False,
            derandomize=not LONG,
            database=None,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )
