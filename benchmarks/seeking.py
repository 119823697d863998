"""One seeker's engine on the demo's web, with a clock that does not wait: what `metrics` measures with.

Submits bare addresses, or the old way: an item for every step, naming the step and carrying the state, one by one.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from jobfinder.app import JobFinder
from jobfinder.demo.log import Asked
from jobfinder.demo.seeker import PREFERENCES, PROFILE
from jobfinder.demo.server import DemoWeb
from jobfinder.errors import Fault
from jobfinder.flow.worker import Limits, Progress, Ran
from jobfinder.legacy.export import ITEM
from jobfinder.match import prefs, profile
from jobfinder.model import EntityType, JobQueueItem, Record, Step
from jobfinder.settings import Settings
from jobfinder.steps import STEPS
from jobfinder.steps.interface import Found, Given, Outside, StepFunction

MOMENT = 0.005
HOUR = 3600.0
MADE = "made"
CHAINS: Mapping[str, tuple[str, ...]] = {
    "job": ("scrape", "filter", "analyze", "save"),
    "company": ("fetch", "extract", "analyze", "save"),
    "source": ("discover", "probe", "list"),
}
CARRIED: Mapping[str, tuple[str, ...]] = {
    "job_data": (
        "title",
        "company",
        "location",
        "description",
        "company_website",
        "url",
        "salary",
        "posted_date",
    ),
    "filter_result": ("passed", "total_strikes", "strike_threshold", "rejections"),
    "match_result": ("match_score", "matched_skills", "missing_skills"),
    "extracted_info": ("about", "culture", "mission", "size", "industry", "founded"),
    "analysis_result": ("tech_stack", "job_board_url", "priority_score", "tier"),
}
"""What old documents carry from step to step, besides a company's name, site and pages."""

Steps = Mapping[tuple[EntityType, Step], StepFunction]


class Clock:
    """Stands still until somebody waits for it: pauses of politeness take a moment of real time."""

    def __init__(self) -> None:
        self.at = time.time()

    def now(self) -> float:
        return self.at

    async def sleep_until(self, at: float) -> None:
        await asyncio.sleep(MOMENT)
        self.at = max(self.at, at)


class Spent(Record, frozen=True):
    """What it took: steps run, and requests the web saw (robots.txt too)."""

    steps: int
    requests: int

    def less(self, other: Spent) -> Spent:
        """What it took beyond the other."""
        return Spent(self.steps - other.steps, self.requests - other.requests)


class Seeking:
    """An engine on a new store. `choosy`: the seeker has preferences, so that much is dropped early.

    `succeeded` counts (entity, step, inputs); `items` are the submissions made by hand; `retried` has the seconds that
    each step took which succeeded after it had failed by `failing`.
    """

    def __init__(self, store: Path, web: DemoWeb, steps: Steps = STEPS, *, choosy: bool = False) -> None:
        self.web = web
        self.clock = Clock()
        self.succeeded: Counter[tuple[str, str, str]] = Counter()
        self.items: list[JobQueueItem] = []
        self._seen = len(web.requests)
        self._steps = 0
        self._failed: set[tuple[str, Step]] = set()
        self.retried: list[float] = []
        self.finder = JobFinder.open(
            f"sqlite:///{store}", clock=self.clock, settings=Settings(), connect_to=[web.connect_to], steps=steps
        )
        self.finder.set_profile(profile.from_toml(PROFILE))
        if choosy:
            self.finder.set_preferences(prefs.from_toml(PREFERENCES))

    def __enter__(self) -> Seeking:
        return self

    def __exit__(self, *_: object) -> None:
        self.finder.close()

    # ------------------------------------------------------------ asking

    def submit(self, item: JobQueueItem) -> str:
        """One submission by hand; returns the id of its ticket."""
        self.items.append(item)
        return self.finder.submit(item).item_id

    def bare(self, url: str) -> str:
        """A bare address, and nothing else."""
        return self.submit(JobQueueItem(type="job", url=url))

    def chain(self, type_: str, url: str) -> None:
        """The old way: an item for every step, each with the state of the one before, each when that one is done."""
        state: dict[str, Any] = {}
        for step in CHAINS[type_]:
            key = self.named(type_, url, step, state)
            state = self.state(key)

    def named(self, type_: str, url: str, step: str, state: dict[str, Any]) -> str:
        """An item that names its step; works until that step is done. Returns the key of its entity."""
        ticket = self.submit(explicit(type_, url, step, state))
        self.work(Limits(until_idle=True, enough=lambda: self.has_done(ticket, step)))
        return str(self.finder.item(ticket)["entity"])

    def has_done(self, ticket: str, step: str) -> bool:
        """Has that step of the ticket's entity succeeded?"""
        key = self.finder.item(ticket)["entity"]
        return any(done[:2] == (key, step) for done in self.succeeded)

    def state(self, key: str) -> dict[str, Any]:
        """The state of an entity's newest item, as an old document carries it."""
        found: dict[str, Any] = {}
        for text in self.finder.export_lines():
            record = msgspec.json.decode(text)
            if record["kind"] == ITEM and self.finder.item(record["id"])["entity"] == key:
                found = record["pipeline_state"]
        return {name: as_carried(name, value) for name, value in found.items() if value}

    # ------------------------------------------------------------ working

    def work(self, limits: Limits) -> Ran:
        """Work within limits, over every pause of the next hour."""
        end = self.clock.at + HOUR
        ran = asyncio.run(self.finder.run(limits, self._watch))
        while ran.next_due is not None and ran.next_due <= end and not (limits.enough and limits.enough()):
            self.clock.at = max(self.clock.at, ran.next_due)
            ran = asyncio.run(self.finder.run(limits, self._watch))
        return ran

    def until_idle(self) -> Ran:
        """Work until nothing is due within an hour."""
        return self.work(Limits(until_idle=True))

    def until_answered(self, ticket: str) -> str:
        """Work until that ticket has its verdict; returns its status."""
        self.work(Limits(until_idle=True, enough=lambda: bool(self.finder.item(ticket)["settled_at"])))
        return str(self.finder.item(ticket)["status"])

    def _watch(self, progress: Progress) -> None:
        for one in progress.results:
            self._steps += 1
            what = (one.task.facts.key, one.task.step)
            if one.found is not None:
                self.succeeded[(*what, one.task.fingerprint)] += 1
                if what in self._failed:
                    self.retried.append(one.seconds)
                    self._failed.discard(what)
            elif isinstance(one.error, Fault) and one.error.kind == MADE:
                self._failed.add(what)

    # ------------------------------------------------------------ seeing

    def asked(self) -> Sequence[Asked]:
        """What the web was asked by this engine."""
        return self.web.requests[self._seen :]

    def spent(self) -> Spent:
        """What it took so far."""
        return Spent(self._steps, len(self.asked()))


# ---------------------------------------------------------------- items of the old kind


def explicit(type_: str, url: str, step: str, state: dict[str, Any]) -> JobQueueItem:
    """An item as old systems wrote them: the step by name, and all that the step needs."""
    name = state.get("company_name") or state.get("job_data", {}).get("company")
    return JobQueueItem(
        type=type_,
        url=url,
        sub_task=None if type_ == "company" else step,
        company_sub_task=step if type_ == "company" else None,
        company_name=name,
        pipeline_state=state or None,
    )


def as_carried(name: str, value: Any) -> Any:
    """Only what old documents carry."""
    if name not in CARRIED:
        return value
    return {one: value[one] for one in CARRIED[name] if value.get(one) is not None}


def fields(item: JobQueueItem) -> int:
    """How many fields somebody had to fill in; of the state, each value counts. An address alone tells no type."""
    told = {name: getattr(item, name) for name in ("url", "sub_task", "company_sub_task", "company_name")}
    count = sum(value is not None for value in told.values())
    if count > 1 or item.pipeline_state:
        count += 1
    for value in (item.pipeline_state or {}).values():
        count += len(value) if isinstance(value, dict) else 1
    return count


# ---------------------------------------------------------------- a failure


def failing(type_: EntityType, step: Step) -> Steps:
    """The steps, of which one fails the first time, after it has done all its requests."""
    real = STEPS[type_, step]
    failed = False

    async def fails(given: Given, outside: Outside) -> Found:
        nonlocal failed
        found = await real(given, outside)
        if not failed:
            failed = True
            raise Fault("made to fail once", kind=MADE)
        return found

    return {**STEPS, (type_, step): fails}
