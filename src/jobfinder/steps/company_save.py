"""save: the company as known from now on, and the sources it leads to. No request."""

from __future__ import annotations

from typing import Any

from jobfinder.model import Company, Step, Tier
from jobfinder.steps.found import CONFIDENT, row_ref, source_spawn
from jobfinder.steps.interface import Employer, Found, Given, Outside, SetCompany, Spawn


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `saved`, or `nothing` where no site and no board was found. Proposes sources."""
    assert given.company is not None
    known = given.outputs.get(Step.ANALYZE) or {}
    company = company_of(given.company, known)
    spawns = sources(company, known)
    reason = summary(company, spawns)
    changes = (SetCompany(company=company, complete=is_complete(company)),)
    return Found(
        outcome="saved" if spawns or company.website else "nothing", reason=reason, changes=changes, spawns=spawns
    )


def company_of(before: Company, known: dict[str, Any]) -> Company:
    """The record. What is stated now beats what was stated before; the seeker's tier stays."""
    careers = known.get("careers") or ()
    return Company(
        name=known.get("name") or before.name,
        website=known.get("website") or before.website,
        about=known.get("about") or before.about,
        industry=known.get("industry") or before.industry,
        size=known.get("size") or before.size,
        founded=known.get("founded") or before.founded,
        tech_stack=tuple(known.get("tech_stack") or before.tech_stack),
        tier=before.tier if before.tier_by_seeker else Tier(known["tier"]) if known.get("tier") else before.tier,
        tier_by_seeker=before.tier_by_seeker,
        careers_url=careers[0]["url"] if careers else before.careers_url,
        boards=before.boards,
    )


def is_complete(company: Company) -> bool:
    """Enough that a job need not wait for more."""
    return bool(company.name and company.about)


def sources(company: Company, known: dict[str, Any]) -> tuple[Spawn, ...]:
    """Its boards; without a sure one its feed, else its careers page."""
    employer = Employer(name=company.name, website=company.website)
    boards = [spawn(row, employer) for row in known.get("boards") or ()]
    if any(row["confidence"] >= CONFIDENT for row in known.get("boards") or ()):
        return tuple(boards)
    return (*boards, *(spawn(row, employer) for row in (known.get("careers") or ())[:1]))


def spawn(row: dict[str, Any], employer: Employer) -> Spawn:
    ref = row_ref(row)
    why = f"{row['how']}: {row.get('quote', row['url'])}"[:200]
    return source_spawn(ref, row["url"], confidence=row["confidence"], why=why, employer=employer)


def summary(company: Company, spawns: tuple[Spawn, ...]) -> str:
    """One line for `why`."""
    if not spawns and company.website is None:
        return "nothing found: neither a site nor a board"
    found = ", ".join(getattr(one.doc, "url", "") for one in spawns)
    return f"saved; sources: {found}" if found else "saved; no board or careers page found"
