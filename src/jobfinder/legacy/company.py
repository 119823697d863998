"""What a company's document brings along: pages, facts read from them, and what was made of these. Pure.

Called by `state` and `documents`. `pipeline_state` holds `html_content`, `extracted_info` and `analysis_result`, beside
`company_name` and `company_website`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from jobfinder.legacy.brought import Carried, CarriedStep, as_dict, as_list, earlier, record, text, texts, web
from jobfinder.model import Company, JobQueueItem, Record, Step, Tier

STEPS = (Step.FETCH, Step.EXTRACT, Step.ANALYZE, Step.SAVE)
STORY = ("about", "mission", "culture")
FACTS = ("industry", "size", "founded")


class Row(Record, frozen=True):
    """A board or a careers page: how sure it is (0..1), how it was found, and the words that it rests on."""

    url: str
    confidence: float
    how: str
    quote: str = ""


def carried_company(item: JobQueueItem) -> Carried:
    """A later result stands for the earlier ones that it was made of."""
    state = item.pipeline_state or {}
    before = earlier(STEPS, item.company_sub_task or item.sub_task)
    steps: dict[Step, CarriedStep] = {}
    pages = page_texts(state.get("html_content"))
    info, analysis = as_dict(state.get("extracted_info")), as_dict(state.get("analysis_result"))
    if Step.FETCH in before and (pages or info or analysis):
        steps[Step.FETCH] = brought("fetched", {"pages": [], "texts": pages})
    if Step.EXTRACT in before and (info or analysis):
        steps[Step.EXTRACT] = brought("extracted", extracted(info, item))
    if Step.ANALYZE in before and analysis:
        steps[Step.ANALYZE] = brought("analyzed", {**extracted(info, item), **analysed(analysis)})
    return Carried(company=hints(item), steps=steps)


def brought(outcome: str, output: dict[str, Any]) -> CarriedStep:
    return CarriedStep(outcome=outcome, reason="brought along", output=output)


def hints(item: JobQueueItem) -> Company | None:
    """Name and site, as far as the item's state says."""
    state = item.pipeline_state or {}
    name, website = text(state, "company_name"), web(text(state, "company_website"))
    return Company(name=name, website=website) if name or website else None


def page_texts(pages: Any) -> dict[str, str]:
    """Pages by name; a single one may come without a name."""
    named = {"page": pages} if isinstance(pages, str) else as_dict(pages)
    return {str(name): body for name, body in named.items() if isinstance(body, str) and body.strip()}


def extracted(info: Mapping[str, Any], item: JobQueueItem) -> dict[str, Any]:
    """The output of `extract` from `extracted_info`."""
    known = hints(item) or Company()
    return {
        "name": known.name or item.company_name,
        "website": known.website or item.url,
        "about": " ".join(filter(None, (text(info, name) for name in STORY))) or None,
        **{name: text(info, name) for name in FACTS},
        "tech_stack": list(texts(info.get("tech_stack"))),
        "boards": rows(info.get("boards")),
        "careers": rows(info.get("careers")),
        "evidence": [],
    }


def analysed(analysis: Mapping[str, Any]) -> dict[str, Any]:
    """What `analyze` says beyond `extract`, from `analysis_result`."""
    tier = str(analysis.get("tier")).upper()
    board = web(text(analysis, "job_board_url"))
    named = [{"url": board, "confidence": 1.0, "how": "brought along", "quote": board}] if board else []
    found = {
        "tech_stack": list(texts(analysis.get("tech_stack"))),
        "boards": rows(analysis.get("boards")) or named,
        "careers": rows(analysis.get("careers")),
    }
    return {"tier": tier if tier in set(Tier) else None, **{name: value for name, value in found.items() if value}}


def rows(value: Any) -> list[dict[str, Any]]:
    """Boards or careers pages in the form of `Row`; others are left out."""
    found = (record(one, Row) for one in as_list(value))
    return [msgspec.to_builtins(row) for row in found if row is not None and web(row.url)]
