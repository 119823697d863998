"""What a job's document brings along: a posting, a filter verdict, a score. Pure; called by `state`.

`scraped_data` and `pipeline_state.job_data` hold the posting, `filter_result` and `match_result` what became of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from jobfinder.legacy.brought import Carried, CarriedStep, as_dict, as_list, earlier, record, text, texts, web
from jobfinder.match.score import Score
from jobfinder.model import JobQueueItem, Place, Posting, Salary, Step
from jobfinder.read import dates
from jobfinder.read.places import place, split
from jobfinder.read.salary import parse_salary

STEPS = (Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE)


def carried_job(item: JobQueueItem) -> Carried:
    """A score stands for the filter that it passed. Without a title there is no posting, and nothing to go on from."""
    data, state = job_data(item), item.pipeline_state or {}
    before = earlier(STEPS, item.sub_task)
    # Asked to scrape what has no address: then what it brought is all there is.
    scraped = Step.SCRAPE in before or not (item.url or text(data, "url"))
    if not text(data, "title") or not scraped:
        return Carried()
    steps = {}
    filtered, analyzed = as_dict(state.get("filter_result")), analyze_step(as_dict(state.get("match_result")))
    if Step.FILTER in before and (filtered or analyzed is not None):
        steps[Step.FILTER] = filter_step(filtered)
    if Step.ANALYZE in before and analyzed is not None:
        steps[Step.ANALYZE] = analyzed
    return Carried(posting=posting(data, item), steps=steps)


def job_data(item: JobQueueItem) -> dict[str, Any]:
    """The posting's fields: what the pipeline made of it, and what came with the item where that is silent."""
    made = as_dict((item.pipeline_state or {}).get("job_data"))
    return {**as_dict(item.scraped_data), **{name: value for name, value in made.items() if value not in (None, "")}}


# ---------------------------------------------------------------- the posting


def posting(data: Mapping[str, Any], item: JobQueueItem) -> Posting:
    """A posting from `job_data`; one that we exported is in there whole."""
    whole = record(data.get("posting"), Posting)
    if whole is not None and whole.title:
        return whole
    return Posting(
        title=text(data, "title") or "",
        company=text(data, "company") or text(data, "company_name") or item.company_name,
        company_url=web(text(data, "company_website")),
        url=item.url or text(data, "url"),
        locations=places(data.get("location")),
        salary=salary(data.get("salary")),
        posted_at=posted_at(data),
        description_text=text(data, "description"),
    )


def places(value: Any) -> tuple[Place, ...]:
    """One location or several, read as those of boards are."""
    stated = texts(value if isinstance(value, list) else [value])
    return tuple(place(part) for one in stated for part in split(one))


def salary(value: Any) -> Salary | None:
    """Pay in words, or in our own fields."""
    if isinstance(value, Mapping):
        found = record(value, Salary)
        return None if found == Salary() else found
    stated = text({"salary": value}, "salary")
    return parse_salary(stated) if stated else None


def posted_at(data: Mapping[str, Any]) -> str | None:
    """The first readable date, in ISO 8601."""
    stated = (data.get("posted_date"), data.get("posted_at"))
    return next((found for one in stated if isinstance(one, str | int | float) and (found := dates.iso(one))), None)


# ---------------------------------------------------------------- results


def filter_step(result: Mapping[str, Any]) -> CarriedStep:
    """A carried filter verdict; without a clear yes or no it counts as a pass only if nothing was rejected."""
    rejections = [describe(one) for one in as_list(result.get("rejections"))]
    said = result.get("passed")
    passed = said if isinstance(said, bool) else not rejections
    reason = "passed before it came here" if passed else "; ".join(rejections) or "rejected before it came here"
    return CarriedStep(outcome="passed" if passed else "rejected", reason=reason, output=dict(result))


def describe(rejection: Any) -> str:
    if isinstance(rejection, Mapping):
        return str(rejection.get("reason") or rejection.get("filter_name") or "rejected")
    return str(rejection)


def analyze_step(result: Mapping[str, Any]) -> CarriedStep | None:
    """A carried score, 0 to 100, in the shape that `save` reads; null where there is no number."""
    stated = result.get("match_score", result.get("score"))
    if isinstance(stated, bool) or not isinstance(stated, int | float):
        return None
    points = round(min(max(stated, 0), 100))
    score = record({**result, "score": points}, Score) or Score(
        score=points,
        coverage=1.0,
        least=float(points),
        parts=(),
        matched_skills=texts(result.get("matched_skills")),
        missing_skills=texts(result.get("missing_skills")),
    )
    return CarriedStep(outcome="scored", reason="scored before it came here", output=msgspec.to_builtins(score))
