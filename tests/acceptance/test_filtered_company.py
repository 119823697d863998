"""A filter rule on the company is asked again once the company is known, and a change of its tier filters its jobs."""

from __future__ import annotations

from acceptance.handmade import Site
from acceptance.stage import Stage
from jobfinder.model import Tier


async def test_a_tier_given_later_filters_the_job_again_without_a_request(stage: Stage, site: Site) -> None:
    stage.prefer('tiers = {least = "B", mode = "reject"}')
    submitted = stage.submit(site.posting("/jobs/1"), company_name="Fernmoor, Inc.")
    await stage.run()
    assert stage.status(submitted) == "success"
    company = stage.finder.why(submitted.key).known["employer"]
    stage.finder.set_tier(company, Tier.D)
    fetched = len(site.times("/jobs/1"))
    await stage.run()
    assert stage.finder.why(submitted.key).verdict == "filtered"
    stage.finder.set_tier(company, Tier.A)
    await stage.run()
    assert stage.finder.why(submitted.key).verdict == "success"
    assert len(site.times("/jobs/1")) == fetched
