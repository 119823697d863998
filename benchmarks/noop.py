"""What the benchmarks share: an engine whose steps do nothing, so that only the loop around them is measured."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from jobfinder.app import JobFinder
from jobfinder.model import EntityType, JobQueueItem, Step
from jobfinder.settings import Settings
from jobfinder.steps import STEPS
from jobfinder.steps.interface import Found, Given, Outside, StepFunction

SUBMIT_AT_ONCE = 5_000


async def nothing(given: Given, outside: Outside) -> Found:
    """A step that finds nothing new and stops nothing."""
    return Found(outcome="ok")


NOOP: Mapping[tuple[EntityType, Step], StepFunction] = dict.fromkeys(STEPS, nothing)


def engine(store: str) -> JobFinder:
    """An engine on `store` with steps that do nothing."""
    return JobFinder.open(store, settings=Settings(), steps=NOOP)


def jobs(count: int, first: int = 0) -> Sequence[JobQueueItem]:
    """Jobs that bring their posting along, so that filter, analyze and save are left to do: three steps each."""
    return [
        JobQueueItem(
            type="job",
            url=f"https://jobs.lever.co/acme/{uuid.UUID(int=number)}",
            scraped_data={"title": f"Engineer {number}", "description": "Writes software."},
        )
        for number in range(first, first + count)
    ]


def submit(finder: JobFinder, count: int, first: int = 0) -> None:
    """Submit so many jobs."""
    for begin in range(first, first + count, SUBMIT_AT_ONCE):
        finder.submit_all(jobs(min(SUBMIT_AT_ONCE, first + count - begin), begin))
