"""The steps: one file each, one function `run(given, outside) -> Found`. This table names them all.

To add one: a module here, a row in `flow/plan/pipeline.py`, and an entry below (docs/add-a-step.md).
"""

from __future__ import annotations

from jobfinder.model import EntityType, Step
from jobfinder.steps import (
    company_analyze,
    company_extract,
    company_fetch,
    company_save,
    job_analyze,
    job_filter,
    job_review,
    job_save,
    job_scrape,
    source_discover,
    source_list,
    source_probe,
)
from jobfinder.steps.interface import StepFunction

STEPS: dict[tuple[EntityType, Step], StepFunction] = {
    (EntityType.JOB, Step.SCRAPE): job_scrape.run,
    (EntityType.JOB, Step.FILTER): job_filter.run,
    (EntityType.JOB, Step.ANALYZE): job_analyze.run,
    (EntityType.JOB, Step.SAVE): job_save.run,
    (EntityType.JOB, Step.REVIEW): job_review.run,
    (EntityType.COMPANY, Step.FETCH): company_fetch.run,
    (EntityType.COMPANY, Step.EXTRACT): company_extract.run,
    (EntityType.COMPANY, Step.ANALYZE): company_analyze.run,
    (EntityType.COMPANY, Step.SAVE): company_save.run,
    (EntityType.SOURCE, Step.DISCOVER): source_discover.run,
    (EntityType.SOURCE, Step.PROBE): source_probe.run,
    (EntityType.SOURCE, Step.LIST): source_list.run,
}
