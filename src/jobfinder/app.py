"""JobFinder: the only place where things are wired together, and the Python API.

    async with JobFinder.open("sqlite:///jobs.db") as finder:
        finder.submit(JobQueueItem(type="job", url="https://boards.greenhouse.io/acme/jobs/1"))
        await finder.run_until_idle()
        print(finder.matches())

The faces call these methods and decide nothing. Everything raises the errors of `jobfinder.errors`.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from jobfinder.errors import StoreError, UsageError
from jobfinder.flow import dropping, explain, listings, schedule, spending, suggesting, trying, versions
from jobfinder.flow.batch import Batch
from jobfinder.flow.clock import Clock, SystemClock
from jobfinder.flow.control import choose, set_source_state, set_tier
from jobfinder.flow.deliver import Deliver
from jobfinder.flow.exporting import records
from jobfinder.flow.forecast import Outlook, forecast
from jobfinder.flow.holder import new_holder, take_over
from jobfinder.flow.importing import Imported, import_items
from jobfinder.flow.oracle import Pricing, pricing
from jobfinder.flow.outcome import Outcome, outcome
from jobfinder.flow.seeker import JUDGES, PREFS, PROFILE, Seekers, reviewing
from jobfinder.flow.submit import Submitted, submit
from jobfinder.flow.unit import UnitOfWork
from jobfinder.flow.worker import Limits, Progress, Ran, Worker, stop
from jobfinder.legacy.documents import read as read_documents
from jobfinder.legacy.lines import line
from jobfinder.match import prefs as prefs_module
from jobfinder.match import profile as profile_module
from jobfinder.match.drops import WouldPass
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Choice, EntityType, JobQueueItem, SourceState, Step, Tier
from jobfinder.settings import Settings, default_store, load
from jobfinder.steps.interface import StepFunction
from jobfinder.store import documents, entities, items, kin, lanes, pages, results, work
from jobfinder.store.db import Database, open_database
from jobfinder.store.migrate import migrate

# What executes steps and opens connections is loaded when it is first used: most commands only look things up.
if TYPE_CHECKING:
    from jobfinder.doctor import Check
    from jobfinder.flow.execute import Analyst, Read
    from jobfinder.flow.oracle import Oracle
    from jobfinder.outside.ai.client import Client
    from jobfinder.outside.ai.interface import Ask
    from jobfinder.outside.network import Dial, Resolve
    from jobfinder.outside.rendering import RenderingDoor

HOUR = 3_600.0
DAY = 24 * HOUR
MANY = 100_000
READERS = ("jobfinder.steps",)
"""What is loaded beforehand where pages are read."""


class JobFinder:
    """An open store and all that works on it. Make one with `open`; use it as a context manager, or `close` it."""

    def __init__(self, database: Database, clock: Clock, settings: Settings, parts: Mapping[str, Any]) -> None:
        self.settings = settings
        self.clock = clock
        self.shown_store = database.shown
        self._analyst: Analyst = parts["analyst"]
        self._steps: Mapping[tuple[EntityType, Step], StepFunction] = parts["steps"]
        self._deliver: Deliver | None = parts["deliver"]
        self._resolve: Resolve | None = parts["resolve"]
        self._dial: Dial = parts["dial"]
        self._read: Read | None = parts["read"]
        self.unit = UnitOfWork(database, clock, Seekers(parts["analyst_version"], reviewing(settings.ai)))

    @classmethod
    def open(
        cls,
        store: str | None = None,
        *,
        clock: Clock | None = None,
        settings: Settings | None = None,
        connect_to: Sequence[str] = (),
        analyst: Analyst | None = None,
        analyst_version: str = "local",
        steps: Mapping[tuple[EntityType, Step], StepFunction] | None = None,
        deliver: Deliver | None = None,
        resolve: Resolve | None = None,
        dial: Dial | None = None,
        read: Read | None = None,
    ) -> JobFinder:
        """Open (and if need be make) a store: `sqlite:///path` or `postgresql://…`, by default the user's own.

        `clock`, `analyst`, `steps`, `resolve`, `dial` and `read` replace the parts of that name; `deliver` is told of
        outstanding matches; `connect_to` is added to the settings'. Raises `UsageError` and `StoreError`.
        """
        chosen = settings or load(os.environ)
        if connect_to:
            network = replace(chosen.network, connect_to=(*chosen.network.connect_to, *connect_to))
            chosen = replace(chosen, network=network)
        database = open_database(store or chosen.store or default_store())
        try:
            migrate(database)
        except BaseException:  # whatever ended it, an interrupt too: nobody else has the connection yet
            database.close()
            raise
        parts = {
            "analyst": analyst,
            "analyst_version": analyst_version,
            "steps": steps,
            "deliver": deliver,
            "resolve": resolve,
            "dial": dial,
            "read": read,
        }
        return cls(database, clock or SystemClock(), chosen, parts)

    def close(self) -> None:
        """Close the store."""
        self.unit.close()

    def __enter__(self) -> JobFinder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> JobFinder:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------ asking

    def submit(self, item: JobQueueItem | str, *, force: bool = False) -> Submitted:
        """Take up an item; a bare address is enough. Raises `UsageError`; then nothing was written."""
        return self.submit_all([item], force=force)[0]

    def submit_all(self, wanted: Iterable[JobQueueItem | str], *, force: bool = False) -> list[Submitted]:
        """Take up all of these, or none."""
        found = [JobQueueItem(type="job", url=one) if isinstance(one, str) else one for one in wanted]
        return self.unit.write(lambda batch: [submit(batch, item, force=force) for item in found])

    def plan(self, item: JobQueueItem | str) -> Outlook:
        """What submitting this would set going, with costs. Changes nothing, fetches nothing."""
        given = JobQueueItem(type="job", url=item) if isinstance(item, str) else item
        return forecast(self.unit, given, self._pricing())

    def _pricing(self) -> Pricing | None:
        return pricing(self.unit, self.settings.ai)

    # ------------------------------------------------------------ working

    async def run_until_idle(self, watch: Callable[[Progress], None] | None = None) -> Ran:
        """Work until nothing is due."""
        return await self.run(Limits(until_idle=True), watch)

    async def run(self, limits: Limits, watch: Callable[[Progress], None] | None = None) -> Ran:
        """Work within `limits`."""
        from jobfinder.flow.execute import Executor, local_analyst
        from jobfinder.steps import STEPS

        door = self._door()
        read, budget = self._read or self._parsers(), self.settings.budget
        analyst = partial(local_analyst, read=read) if self._analyst is None else self._analyst
        client = self._client()
        oracle = None if client is None else self._oracle(client)
        executor = Executor(self.unit, door, analyst, self._steps or STEPS, read, budget, oracle)
        keeping_house = asyncio.create_task(self._keep_house())
        try:
            await self.unit.awrite(self._begin)
            return await Worker(self.unit, executor, new_holder(), watch, self._deliver).run(limits)
        finally:
            await stop(keeping_house)
            await door.aclose()
            if oracle is not None:
                await oracle.aclose()
            if client is not None:
                await client.aclose()

    def _client(self) -> Client | None:
        """Who asks language models; null where none is set."""
        if not self.settings.ai.models:
            return None
        from jobfinder.outside.ai.client import Client

        return Client(self.settings.ai, now=self.clock.now, ca_file=self.settings.network.ca_file)

    def _oracle(self, ask: Ask) -> Oracle:
        from jobfinder.flow.oracle import Oracle

        return Oracle(self.unit, ask, self.settings.ai)

    def _door(self) -> RenderingDoor:
        from jobfinder.outside.browser import Browser
        from jobfinder.outside.http import Door
        from jobfinder.outside.keys import HOSTS
        from jobfinder.outside.network import system_dial
        from jobfinder.outside.rendering import RenderingDoor

        network, resolve = self.settings.network, self._resolve
        dial = system_dial if self._dial is None else self._dial
        exempt = frozenset(HOSTS)
        door = Door(
            network, now=self.clock.now, keys=self.settings.keys, robots_exempt=exempt, resolve=resolve, dial=dial
        )
        return RenderingDoor(door, Browser(self.settings.browser, network, resolve=resolve, dial=dial), network)

    def _parsers(self) -> Read:
        from jobfinder.outside.parsers import shared

        return partial(shared(READERS).read, self.settings.parsing)

    def _begin(self, batch: Batch) -> None:
        take_over(batch)
        self._notice_judges(batch)
        self._prune(batch)

    def _notice_judges(self, batch: Batch) -> None:
        """Other readers, rules, scorers or models than at the last run: every job is planned again."""
        judges, known = self.unit.seekers.judges(), documents.latest(batch.tx, JUDGES)
        if known is None or known[1] != judges:
            documents.put(batch.tx, JUDGES, judges, batch.now)
            work.look_again_at_jobs(batch.tx)

    async def _keep_house(self) -> None:
        """A run may last for months."""
        while True:
            await asyncio.sleep(HOUR)
            await self.unit.awrite(self._prune)

    def _prune(self, batch: Batch) -> None:
        """Drop pages that need not be kept any more."""
        archive = self.settings.archive
        pages.prune(batch.tx, batch.now, batch.now - archive.days * DAY, archive.size)

    async def run_until_settled(self, ids: Sequence[str], watch: Callable[[Progress], None] | None = None) -> Ran:
        """Work until these items, and what they led on to, have settled, or nothing is due."""
        return await self.run(Limits(until_idle=True, enough=lambda: self.unsettled(ids) == 0), watch)

    def unsettled(self, ids: Sequence[str]) -> int:
        """How many of these items, and of what they led on to, have not settled."""
        return self.unit.read(lambda tx: kin.unsettled(tx, ids))

    # ------------------------------------------------------------ looking

    def why(self, target: str) -> explain.Why:
        """Everything about an item, a key or an address. Raises `UsageError` for what is not known."""
        now = self.clock.now()
        return self.unit.read(lambda tx: explain.why(tx, target, self.unit.seekers.load(tx), now))

    def outcome(self, target: str) -> Outcome:
        """What came of an item, a key or an address. Raises `UsageError` for what is not known."""
        now = self.clock.now()
        return self.unit.read(lambda tx: outcome(tx, target, self.unit.seekers.load(tx), now))

    def matches(self, min_score: float = 0, limit: int = MANY, which: str = "shown") -> list[dict[str, Any]]:
        """Open matches, one of each role, best first; `which` is one of `listings.WHICH`."""
        now = self.clock.now()

        def inside(tx: Any) -> list[dict[str, Any]]:
            weight = self.unit.seekers.load(tx).prefs.weights.freshness
            return listings.match_rows(tx, min_score, limit, weight, now, which)

        return self.unit.read(inside)

    def drops(self, rule: str | None = None, limit: int = MANY) -> dropping.Drops:
        """What was dropped, by which rule; the jobs nearest to passing first. Raises `UsageError`."""
        return dropping.drops(self.unit, rule, limit)

    def would_pass(self, changes: Sequence[tuple[str, str]]) -> WouldPass:
        """What the filter would let pass with these fields of the preferences set. Changes nothing."""
        return dropping.would_pass_with(self.unit, changes)

    def items(self, limit: int = MANY, status: str | None = None) -> list[dict[str, Any]]:
        """Tickets, newest first; `status` is a verdict or `live`."""
        return self.unit.read(lambda tx: listings.item_rows(tx, limit, status))

    def item(self, item_id: str) -> dict[str, Any]:
        """One ticket. Raises `UsageError`."""
        row = self.unit.read(lambda tx: items.get(tx, item_id))
        if row is None:
            raise UsageError(f"no item {item_id!r}: `jobfinder items` lists them")
        return listings.item_row(row)

    def jobs(self, limit: int = MANY) -> list[dict[str, Any]]:
        """Known jobs, newest first."""
        return self.unit.read(lambda tx: listings.job_rows(tx, limit))

    def companies(self, limit: int = MANY) -> list[dict[str, Any]]:
        """Known companies, newest first."""
        return self.unit.read(lambda tx: listings.company_rows(tx, limit))

    def sources(self, limit: int = MANY) -> list[dict[str, Any]]:
        """Known sources, newest first."""
        return self.unit.read(lambda tx: listings.source_rows(tx, limit))

    def lanes(self, limit: int = MANY) -> list[dict[str, Any]]:
        """Limited resources: rate, in flight, rest."""
        now = self.clock.now()
        return self.unit.read(lambda tx: listings.lane_rows(tx, now, limit))

    def coming(self, limit: int = 20) -> list[dict[str, Any]]:
        """What asked-for work waits for, soonest first."""
        return self.unit.read(lambda tx: listings.coming_rows(tx, limit))

    def counts(self) -> dict[str, dict[str, int]]:
        """How many entities, items and rows of work there are, by kind, and matches."""

        def inside(tx: Any) -> dict[str, dict[str, int]]:
            found = {"entities": entities.counts(tx), "items": items.counts(tx), "work": work.states(tx)}
            return found | {"matches": {"open": results.count_matches(tx)}}

        return self.unit.read(inside)

    def costs(self, by: str = "step") -> list[dict[str, Any]]:
        """The ledger, by `step`, `day` or `model`. Raises `UsageError`."""
        now = self.clock.now()
        return self.unit.read(lambda tx: listings.cost_rows(tx, by, now))

    def unspent(self) -> list[str]:
        """What was not spent, and why; what may have been; what the budgets leave. One line each."""
        now, ai = self.clock.now(), self.settings.ai
        return self.unit.read(lambda tx: [*spending.said(tx, now), *(spending.left(tx, ai, now) if ai.models else ())])

    # ------------------------------------------------------------ the seeker

    def preferences(self) -> Preferences:
        """The preferences in force."""
        return self.unit.read(lambda tx: self.unit.seekers.load(tx).prefs)

    def profile(self) -> Profile:
        """The profile in force."""
        return self.unit.read(lambda tx: self.unit.seekers.load(tx).profile)

    def set_preferences(self, prefs: Preferences) -> int:
        """A new version of the preferences; returns its number. Jobs it affects are judged again."""
        return self._set_document(PREFS, prefs_module.to_toml(prefs))

    def set_profile(self, profile: Profile) -> int:
        """A new version of the profile; returns its number."""
        return self._set_document(PROFILE, profile_module.to_toml(profile))

    def _set_document(self, kind: str, body: str) -> int:
        def inside(batch: Batch) -> int:
            current = documents.latest(batch.tx, kind)
            if current is not None and current[1] == body:
                return current[0]
            version = documents.put(batch.tx, kind, body, batch.now)
            work.look_again_at_jobs(batch.tx)
            return version

        return self.unit.write(inside)

    def try_preferences(self, prefs: Preferences) -> trying.Tried:
        """What these preferences would alter. Changes nothing, asks nobody."""
        return trying.attempt(self.unit, prefs, self._pricing())

    def suggestions(self) -> suggesting.Suggested:
        """What the seeker's own decisions say about the preferences. Changes nothing."""
        return suggesting.suggested(self.unit)

    def history(self, kind: str) -> list[versions.Version]:
        """All versions of the `preferences` or the `profile`, the latest first."""
        return self.unit.read(lambda tx: versions.history(tx, kind))

    def version(self, kind: str, number: int) -> str:
        """What a version said, as TOML. Raises `UsageError`."""
        return self.unit.read(lambda tx: versions.body(tx, kind, number))

    # ------------------------------------------------------------ deciding

    def set_source_state(self, key: str, state: SourceState) -> None:
        """Approve, enable or disable a source by hand. Raises `UsageError`."""
        self.unit.write(lambda batch: set_source_state(batch, key, state))

    def set_tier(self, key: str, tier: Tier) -> None:
        """How much the seeker thinks of a company. Raises `UsageError`."""
        self.unit.write(lambda batch: set_tier(batch, key, tier))

    def choose(self, target: str, choice: Choice | None, reason: str | None = None) -> str:
        """Remember that the seeker applied for a job, saved or hid it; null forgets it. Raises `UsageError`."""
        return self.unit.write(lambda batch: choose(batch, target, choice, reason))

    # ------------------------------------------------------------ coming and going

    def import_text(self, text: str, name: str) -> Imported:
        """Take up the queue documents in `text`, the content of the file `name`: all, or none. Raises `UsageError`."""
        found = read_documents(text, name)
        return self.unit.write(lambda batch: import_items(batch, found))

    def export_lines(self) -> Iterator[str]:
        """Everything, as JSON lines."""
        return (line(record) for record in records(self.unit))

    # ------------------------------------------------------------ upkeep

    async def doctor(self) -> list[Check]:
        """Is everything fit to work?"""
        from jobfinder.doctor import checks

        door = self._door()
        try:
            return await checks(self.unit, self.settings, door)
        finally:
            await door.aclose()

    def resync(self) -> schedule.Resynced:
        """Derive all work from state again. Live leases are kept."""
        changed: list[tuple[int, str, str]] = []
        seen, after = 0, 0
        dropped = self.unit.write(lambda batch: work.orphans(batch.tx))
        while (page := self.unit.write(partial(schedule.resync_page, after=after)))[0]:
            after, count, differences = page
            seen += count
            changed += differences
        self.unit.write(lambda batch: lanes.rebuild_heads(batch.tx))
        return schedule.Resynced(entities=seen, changed=tuple(changed), dropped=dropped)


__all__ = ["JobFinder", "JobQueueItem", "StoreError", "UsageError"]
