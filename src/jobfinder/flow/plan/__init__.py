"""The planner: `plan(facts, now)` decides the one next thing for one entity.

Pure and total: no I/O, no clock, no randomness, no exceptions, so all of its states can be walked in a test.
Each entity type has its ladder (`job`, `company`, `source`) over its pipeline (`pipeline`). [guarded]
"""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.flow.facts import CompanyFacts, Facts, JobFacts, SourceFacts
from jobfinder.flow.plan.company import plan_company
from jobfinder.flow.plan.job import plan_job
from jobfinder.flow.plan.outcome import Done, Plan, Run, Wait
from jobfinder.flow.plan.source import plan_source
from jobfinder.model import Verdict

__all__ = ["Done", "Plan", "Run", "Wait", "plan"]


def plan(facts: Facts, now: float) -> Plan:
    """The next step, what to wait for, or how it ended. `now` is epoch seconds."""
    if facts.touched_at > now:
        # The clock was set back: what was due at once still is.
        facts = replace(facts, touched_at=now)
    if not facts.live and facts.settled_at is None:
        return Done(verdict=Verdict.SKIPPED, revisit_at=None, why="known, but nobody has asked for it yet")
    match facts:
        case JobFacts():
            return plan_job(facts, now)
        case CompanyFacts():
            return plan_company(facts, now)
        case SourceFacts():
            return plan_source(facts, now)
