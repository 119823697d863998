"""What an item carries: results of earlier steps in the form of legacy queue documents, made into ours. Pure.

Called by `flow.submit` and `documents`; `export` writes the same form. An explicit `sub_task` asks for that step to
run, so results of that step and later ones are left aside. What cannot be read counts as not brought, and is done anew.
"""

from __future__ import annotations

from jobfinder.legacy.brought import Carried, CarriedStep, as_dict, text
from jobfinder.legacy.company import carried_company
from jobfinder.legacy.job import carried_job, job_data
from jobfinder.model import JobQueueItem

__all__ = ["Carried", "CarriedStep", "address", "carried"]

SOURCE_TYPES = ("source", "source_discovery", "scrape_source")


def carried(item: JobQueueItem) -> Carried:
    """What `item` brings along, as far as its `sub_task` lets it count."""
    if item.type == "company":
        return carried_company(item)
    return carried_job(item) if item.type == "job" else Carried()


def address(item: JobQueueItem) -> str | None:
    """The item's url, wherever the document has it; null if nowhere."""
    if item.url:
        return item.url
    if item.type == "job":
        return text(job_data(item), "url")
    return source_address(item) if item.type in SOURCE_TYPES else None


def source_address(item: JobQueueItem) -> str | None:
    """A source's url from its configuration, or from an id that is one."""
    places = (as_dict(item.source_discovery_config), as_dict(item.scrape_config))
    stated = [text(place, name) for place in places for name in ("url", "source_url")]
    id_ = text(item.extra, "source_id")
    stated.append(id_ if id_ and id_.startswith(("http://", "https://")) else None)
    return next((one for one in stated if one), None)
