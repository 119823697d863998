"""Second opinions for the acceptance tests: what the scripted model says of `handmade` postings, and what it costs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from acceptance.stage import Stage
from jobfinder.demo.ai import Asked, Scripted
from jobfinder.outside.ai.settings import Ai, Endpoint
from jobfinder.settings import Settings

MODEL = "local/m"
QUOTES = ("write Python", "You know PostgreSQL")
"""Both stand in `handmade.TEXT`, and the profile of the stage has both skills."""
PROOFS = ("Python", "PostgreSQL")
DOLLARS = 1000.0
"""For a million tokens written; what is read costs nothing, so that every question can cost the same at worst."""
WORST = 1_500 * DOLLARS / 1e6
"""What an answer of the longest kind costs, in dollars: what is reserved for a question."""


def opinion(met: str = "yes", *, quotes: Iterable[str] = QUOTES, **said: Any) -> dict[str, Any]:
    """An answer of the right form: every quote is a requirement that is `met`."""
    requirements = [
        {"quote": quote, "need": "required", "met": met, "profile": proof if met in ("yes", "partly") else ""}
        for quote, proof in zip(quotes, PROOFS, strict=False)
    ]
    empty: dict[str, Any] = {"strengths": [], "gaps": [], "questions": [], "stress": []}
    return {"requirements": requirements, **empty, **said}


def priced(endpoint: Scripted, *, models: tuple[str, ...] = (MODEL,), **fields: Any) -> Settings:
    """Settings in which the scripted endpoint is asked, and costs something."""
    local = Endpoint(base_url=endpoint.url, input_price=0.0, output_price=DOLLARS, timeout=fields.pop("timeout", 20.0))
    endpoints = {"local": local, **fields.pop("endpoints", {})}
    chosen: dict[str, Any] = {"day": 100.0, "month": 1000.0, "review_from": 0, **fields}
    return Settings(ai=Ai(models=models, endpoints=endpoints, **chosen))


def titles(endpoint: Scripted) -> list[str]:
    """The titles of the postings that it was asked about, in order."""
    return [title(asked) for asked in endpoint.requests]


def title(asked: Asked) -> str:
    found = re.search(r"^Title: (.*)$", asked.prompt, re.MULTILINE)
    assert found is not None
    return found[1]


def calls(stage: Stage) -> list[dict[str, Any]]:
    """The ledger, oldest first."""
    rows = stage.finder.unit.read(lambda tx: tx.all("SELECT * FROM ai_call ORDER BY id"))
    return [dict(row) for row in rows]


def spent(stage: Stage) -> int:
    """Nano-dollars that are spent, or may be."""
    amount = {"settled": "cost", "reserved": "reserved", "unsettled": "reserved"}
    return sum(row[amount[row["state"]]] or 0 for row in calls(stage) if row["state"] in amount and not row["cached"])


def paid(stage: Stage) -> int:
    """How many calls may have been billed."""
    return sum(row["state"] != "released" and not row["cached"] for row in calls(stage))


def score(stage: Stage, url: str) -> float | None:
    """The score of the match at an address; null where it is none."""
    return next((match["score"] for match in stage.finder.matches() if match["url"] == url), None)
