"""What several acceptance tests put on the stage: pages and items by hand, and time that passes until all is quiet."""

from __future__ import annotations

import json
from typing import Any

from acceptance.stage import Stage
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.worker import Ran
from jobfinder.model import JobQueueItem

TEXT = (
    "We look for a senior backend engineer who builds services in Python on PostgreSQL and Kubernetes. "
    "You design interfaces, you write tests, and you run what you build together with five colleagues."
)


def page(title: str, body: str) -> bytes:
    """A page of a company's site."""
    return f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>".encode()


def serve_page(web: DemoWeb, url: str, body: str, title: str = "A company") -> None:
    """Serve HTML at an address that is not in the demo's world."""
    web.serve_payload(url, page(title, body), "text/html; charset=utf-8")


def brought(title: str, company: str | None = None, **fields: Any) -> JobQueueItem:
    """A job that comes with its posting, so that nothing has to be read; `fields` go into the posting."""
    data = {"title": title, "company": company, "description": TEXT, "location": "Berlin, Germany"} | fields
    return JobQueueItem(type="job", scraped_data={name: value for name, value in data.items() if value is not None})


def documents(*found: dict[str, Any]) -> str:
    """Legacy queue documents as a file has them."""
    return json.dumps(list(found))


async def live_through(stage: Stage, seconds: float) -> Ran:
    """Let so much time pass, working whenever something is due. Returns the last run."""
    end = stage.clock.at + seconds
    ran = await stage.run()
    while ran.next_due is not None and ran.next_due <= end:
        stage.clock.at = max(stage.clock.at, ran.next_due)
        ran = await stage.run()
    stage.clock.at = max(stage.clock.at, end)
    return ran


def company_key(stage: Stage, name: str) -> str:
    """The key of the only company of that name."""
    found = [row["key"] for row in stage.finder.companies() if row["name"] == name]
    assert len(found) == 1, found
    return str(found[0])


def sources_of(stage: Stage, company: str) -> list[dict[str, Any]]:
    """The sources of a company, by its name."""
    return [row for row in stage.finder.sources() if row["company"] == company]
