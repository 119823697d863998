"""The stage of the acceptance tests: the real engine on a real store, the demo's web, and a clock of ours."""

from __future__ import annotations

from typing import Any

from clock import ManualClock
from jobfinder.app import JobFinder
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.commit import kind_of
from jobfinder.flow.submit import Submitted
from jobfinder.flow.worker import Limits, Progress, Ran
from jobfinder.match import prefs as prefs_module
from jobfinder.match import profile as profile_module
from jobfinder.model import JobQueueItem
from jobfinder.settings import Settings

HOUR = 3600.0
DAY = 24 * HOUR

PROFILE = """
titles = ["Backend Engineer", "Data Engineer"]
seniority = "senior"
skills = ["Python", "PostgreSQL", "Kubernetes", "Kafka", "AWS"]
"""


class Stage:
    """One store, one web, one clock. `finder` is the engine under test, `trail` all it ran: (key, step, outcome)."""

    def __init__(self, store: str, web: DemoWeb, **parts: Any) -> None:
        self.store = store
        self.web = web
        self.clock = ManualClock()
        self.parts = parts
        self.trail: list[tuple[str, str, str]] = []
        self.finder = self.open()
        self.finder.set_profile(profile_module.from_toml(PROFILE))

    def open(self, **parts: Any) -> JobFinder:
        """Another engine on the same store, as a second process would be."""
        chosen = {"settings": Settings()} | self.parts | parts
        return JobFinder.open(self.store, clock=self.clock, connect_to=[self.web.connect_to], **chosen)

    def reopen(self, **parts: Any) -> None:
        """Stop the engine and start another."""
        self.finder.close()
        self.finder = self.open(**parts)

    # ------------------------------------------------------------ doing

    def submit(self, url: str | None = None, *, force: bool = False, type: str = "job", **fields: Any) -> Submitted:
        """Submit a bare address, or an item with further fields."""
        return self.finder.submit(JobQueueItem(type=type, url=url, **fields), force=force)

    def prefer(self, toml: str) -> None:
        """Set the preferences."""
        self.finder.set_preferences(prefs_module.from_toml(toml))

    def profile(self, toml: str) -> None:
        """Set the profile."""
        self.finder.set_profile(profile_module.from_toml(toml))

    async def run(self) -> Ran:
        """Work until idle."""
        return await self.work(Limits(until_idle=True))

    async def steps(self, count: int = 1) -> Ran:
        """Work so many steps."""
        return await self.work(Limits(until_idle=True, steps=count))

    async def work(self, limits: Limits) -> Ran:
        """Work within limits."""
        return await self.finder.run(limits, self._watch)

    async def until_due(self, ran: Ran) -> Ran:
        """Let time pass until the next work is due, then work until idle."""
        assert ran.next_due is not None, "nothing is due any more"
        return await self.pass_time(ran.next_due - self.clock.now())

    async def pass_time(self, seconds: float) -> Ran:
        """Let time pass, then work until idle."""
        self.clock.advance(seconds)
        return await self.run()

    def _watch(self, progress: Progress) -> None:
        for one in progress.results:
            outcome = one.found.outcome if one.found else kind_of(one.error) if one.error else ""
            self.trail.append((one.task.facts.key, one.task.step.value, outcome))

    # ------------------------------------------------------------ seeing

    def status(self, submitted: Submitted | str) -> str:
        """The status of an item."""
        return str(self.finder.item(submitted if isinstance(submitted, str) else submitted.item_id)["status"])

    def message(self, submitted: Submitted | str) -> str:
        """What is said of an item."""
        item = self.finder.item(submitted if isinstance(submitted, str) else submitted.item_id)
        return str(item["message"])

    def why_key(self, target: Submitted) -> str:
        """The key of the entity behind an item, which may have been merged since."""
        return self.finder.why(target.item_id).key

    def log(self, target: str) -> list[dict[str, Any]]:
        """The decision log of an entity."""
        return list(self.finder.why(target).log)

    def events(self, target: str, event: str) -> list[dict[str, Any]]:
        """The entries of one kind in the decision log of an entity."""
        return [entry for entry in self.log(target) if entry["event"] == event]

    def ran(self, target: str) -> list[str]:
        """The steps that ran on an entity, in order."""
        return [entry["step"] for entry in self.events(target, "ran")]

    def all_events(self) -> list[dict[str, Any]]:
        """Every decision on every entity, with its key, oldest first."""
        statement = "SELECT d.*, e.key FROM decision d JOIN entity e ON e.id = d.entity_id ORDER BY d.id"
        return [dict(row) for row in self.finder.unit.read(lambda tx: tx.all(statement))]

    def posting(self, which: str, serial: int = 0) -> str:
        """The address of a role of a company of the cast, as people open it."""
        from jobfinder.demo.addresses import posting_url

        company = self.web.company(which)
        return posting_url(company, self.web.roles(company)[serial])
