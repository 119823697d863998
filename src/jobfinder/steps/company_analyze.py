"""analyze: all that is known of the company: what its site says, and what postings told before. No request."""

from __future__ import annotations

from typing import Any

from jobfinder.boards import registry
from jobfinder.model import Company, Step, Tier
from jobfinder.read.names import company_key
from jobfinder.steps.found import row_ref
from jobfinder.steps.interface import Found, Given, Outside


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `analyzed`; the output is the company as `save` will write it, with the sources worth trying."""
    assert given.company is not None
    site = given.outputs.get(Step.EXTRACT) or {}
    company = given.company
    found, careers = boards(company, site), list(site.get("careers") or ())
    output = {
        "name": name(company.name, site.get("name")),
        "website": company.website or site.get("website"),
        **{name: site.get(name) for name in ("about", "industry", "size", "founded")},
        "tech_stack": list(site.get("tech_stack") or ()),
        "tier": tier(company, site),
        "boards": found,
        "careers": careers,
    }
    reason = f"boards: {len(found)}, careers pages: {len(careers)}"
    return Found(outcome="analyzed", reason=reason, output=output)


def name(told: str | None, own: str | None) -> str | None:
    """What postings call it; where that is its own name in another spelling ("ACME, Inc."), its own."""
    if told is None or own is None:
        return told or own
    return own if company_key(told) == company_key(own) else told


def tier(company: Company, site: dict[str, Any]) -> str | None:
    """The seeker's word counts; an item may have brought one along."""
    given = company.tier or site.get("tier")
    return given if given in set(Tier) else None


def boards(company: Company, site: dict[str, Any]) -> list[dict[str, Any]]:
    """Boards that its postings were found on, then those that its site shows. One that its site confirms is surest."""
    shown = site.get("boards") or ()
    named = {row["url"]: row for row in shown}
    hints = [
        {**named.get(url, {}), "url": url, "confidence": 1.0, "how": "its postings are on it", "quote": url}
        for url in company.boards
    ]
    found: dict[str, dict[str, Any]] = {}
    for row in (*hints, *shown):
        ref = registry.board_ref(row_ref(row))
        found.setdefault(ref.key if ref else row["url"], row)
    return list(found.values())
