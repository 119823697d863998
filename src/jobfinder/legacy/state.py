"""What an item carries: results of earlier steps in the form of legacy queue documents, made into ours. Pure.

A job's `scraped_data` or `pipeline_state.job_data` becomes a posting, `filter_result` and `match_result` outcomes;
a company's `html_content`, `extracted_info` and `analysis_result` likewise. An explicit `sub_task` asks for that step
to run, so results of that step and later ones are left aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobfinder.model import Company, JobQueueItem, Place, Posting, Record, Step, Tier
from jobfinder.read.salary import parse_salary

JOB_STEPS = (Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE)
COMPANY_STEPS = (Step.FETCH, Step.EXTRACT, Step.ANALYZE, Step.SAVE)


class CarriedStep(Record, frozen=True):
    """The result of one step that was done elsewhere."""

    outcome: str
    reason: str
    output: Any = None


class Carried(Record, frozen=True):
    """Everything an item brings along."""

    posting: Posting | None = None
    company: Company | None = None
    steps: dict[Step, CarriedStep] = {}

    def __bool__(self) -> bool:
        return self.posting is not None or self.company is not None or bool(self.steps)


def carried(item: JobQueueItem) -> Carried:
    """What `item` brings along, as far as its `sub_task` lets it count."""
    if item.type == "company":
        return carried_company(item)
    return carried_job(item) if item.type == "job" else Carried()


# ---------------------------------------------------------------- jobs


def carried_job(item: JobQueueItem) -> Carried:
    state = item.pipeline_state or {}
    data = as_dict(state.get("job_data")) or as_dict(item.scraped_data)
    before = earlier(JOB_STEPS, item.sub_task)
    if not text(data, "title") or Step.SCRAPE not in before:
        return Carried()
    steps = {}
    if Step.FILTER in before and state.get("filter_result") is not None:
        steps[Step.FILTER] = filter_step(as_dict(state["filter_result"]))
    if Step.ANALYZE in before and Step.FILTER in steps and state.get("match_result") is not None:
        steps[Step.ANALYZE] = analyze_step(as_dict(state["match_result"]))
    return Carried(posting=posting(data, item), steps=steps)


def earlier(order: tuple[Step, ...], sub_task: str | None) -> tuple[Step, ...]:
    """The steps before the one asked for; all of them where none is."""
    return order[: order.index(Step(sub_task))] if sub_task in order else order


def posting(data: Mapping[str, Any], item: JobQueueItem) -> Posting:
    """A posting from `job_data`."""
    place = text(data, "location")
    pay = text(data, "salary")
    return Posting(
        title=text(data, "title") or "",
        company=text(data, "company") or text(data, "company_name") or item.company_name,
        company_url=text(data, "company_website"),
        url=item.url or text(data, "url"),
        locations=(Place(text=place),) if place else (),
        salary=parse_salary(pay) if pay else None,
        posted_at=text(data, "posted_date") or text(data, "posted_at"),
        description_text=text(data, "description"),
    )


def filter_step(result: Mapping[str, Any]) -> CarriedStep:
    """A carried filter verdict; without a clear yes it counts as a pass only if nothing was rejected."""
    rejections = [describe(one) for one in result.get("rejections") or ()]
    passed = bool(result.get("passed", not rejections))
    reason = "passed before it came here" if passed else "; ".join(rejections) or "rejected before it came here"
    return CarriedStep(outcome="passed" if passed else "rejected", reason=reason, output=dict(result))


def analyze_step(result: Mapping[str, Any]) -> CarriedStep:
    """A carried score, in the shape that `save` reads."""
    score = result.get("match_score", result.get("score"))
    output = {
        "score": float(score) if isinstance(score, int | float) else 0.0,
        "coverage": 1.0,
        "parts": [],
        "matched_skills": list(result.get("matched_skills") or ()),
        "missing_skills": list(result.get("missing_skills") or ()),
    }
    return CarriedStep(outcome="scored", reason="scored before it came here", output=output)


def describe(rejection: Any) -> str:
    if isinstance(rejection, Mapping):
        return str(rejection.get("reason") or rejection.get("filter_name") or rejection)
    return str(rejection)


# ---------------------------------------------------------------- companies


def carried_company(item: JobQueueItem) -> Carried:
    state = item.pipeline_state or {}
    before = earlier(COMPANY_STEPS, item.company_sub_task or item.sub_task)
    steps: dict[Step, CarriedStep] = {}
    pages = as_dict(state.get("html_content"))
    info = as_dict(state.get("extracted_info"))
    analysis = as_dict(state.get("analysis_result"))
    if pages and Step.FETCH in before:
        texts = {str(name): str(body) for name, body in pages.items()}
        steps[Step.FETCH] = CarriedStep(outcome="fetched", reason="brought along", output={"pages": [], "texts": texts})
    if info and Step.EXTRACT in before:
        steps.setdefault(Step.FETCH, CarriedStep(outcome="fetched", reason="brought along", output={"pages": []}))
        steps[Step.EXTRACT] = CarriedStep(outcome="extracted", reason="brought along", output=extracted(info, state))
    if analysis and Step.ANALYZE in before and Step.EXTRACT in steps:
        output = {**steps[Step.EXTRACT].output, **analysed(analysis)}
        steps[Step.ANALYZE] = CarriedStep(outcome="analyzed", reason="brought along", output=output)
    name, website = text(state, "company_name"), text(state, "company_website")
    company = Company(name=name, website=website) if name or website else None
    return Carried(company=company, steps=steps)


def extracted(info: Mapping[str, Any], state: Mapping[str, Any]) -> dict[str, Any]:
    """The output of `extract` from `extracted_info`."""
    about = " ".join(filter(None, (text(info, "about"), text(info, "mission"), text(info, "culture"))))
    return {
        "name": text(state, "company_name"),
        "website": text(state, "company_website"),
        "about": about or None,
        "industry": text(info, "industry"),
        "size": text(info, "size"),
        "founded": text(info, "founded"),
        "evidence": [],
    }


def analysed(analysis: Mapping[str, Any]) -> dict[str, Any]:
    """What `analyze` adds, from `analysis_result`."""
    tier = str(analysis.get("tier") or "").upper()
    board = text(analysis, "job_board_url")
    return {
        "tech_stack": [str(one) for one in analysis.get("tech_stack") or ()],
        "tier": tier if tier in set(Tier) else None,
        "boards": [{"url": board, "confidence": 1.0, "how": "brought along"}] if board else [],
    }


def as_dict(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def text(data: Mapping[str, Any], name: str) -> str | None:
    """A field as trimmed text; empty and missing are null."""
    value = data.get(name)
    return str(value).strip() or None if isinstance(value, str | int | float) else None
