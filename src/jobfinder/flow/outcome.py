"""Outcome: what came of an entity, for result cards: the posting and its score, or why not, or what it led to.

Read-only. Called by `app` for `find` and `show`. `explain` tells how it came to be; this tells what it came to.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from jobfinder.flow.dropping import Dropped, why_dropped
from jobfinder.flow.explain import find, following
from jobfinder.flow.facts import Facts, JobFacts
from jobfinder.flow.listings import match_cards, twin_row
from jobfinder.flow.load import load
from jobfinder.flow.plan import plan
from jobfinder.flow.plan.pipeline import reviewed
from jobfinder.flow.roles import leaders
from jobfinder.flow.seeker import Seeker
from jobfinder.flow.seen import sightings
from jobfinder.match.offer import OFFER_VERSION, Offer, with_seen
from jobfinder.model import Company, EntityType, Job, Posting, Record, Source, Step
from jobfinder.store import entities, kin, progress, results
from jobfinder.store.db import Row, Tx

LED = 5
BEST = 3


class Outcome(Record, frozen=True):
    """What an entity came to. `due` (epoch seconds) is when it is looked at again.

    A job has a `posting`, what its text says (`offer`), a `score` with its parts, the filter's `rules`, and, where it
    was dropped, what would have to change (`dropped`). `match`: it is shown as one, with `points`, to which a second
    opinion (`review`) may have added. `also` are the other postings of its role, `shown_as` the key of the one that is
    listed in its place. `choice` is what the seeker decided. A company has `facts` and `sources`. Companies and sources
    count their `jobs` by verdict and name the `best` matches. `led_to` is what the address turned out to be, where it
    was no posting.
    """

    key: str
    type: str
    url: str | None
    title: str | None
    company: str | None
    verdict: str | None
    why: str
    due: float | None = None
    settled_at: float | None = None
    posting: dict[str, Any] | None = None
    score: dict[str, Any] | None = None
    rules: tuple[dict[str, Any], ...] = ()
    dropped: Dropped | None = None
    match: bool = False
    points: float | None = None
    review: dict[str, Any] | None = None
    offer: dict[str, Any] | None = None
    also: tuple[dict[str, Any], ...] = ()
    shown_as: str | None = None
    choice: dict[str, Any] | None = None
    facts: dict[str, Any] | None = None
    led_to: tuple[Outcome, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    jobs: dict[str, int] = {}  # noqa: RUF012  (msgspec copies defaults)
    best: tuple[dict[str, Any], ...] = ()


def outcome(tx: Tx, target: str, seeker: Seeker, now: float) -> Outcome:
    """What came of `target` (an item id, a key, an address). Raises `UsageError` for what is not known."""
    return outcome_of(tx, find(tx, target), seeker, now)


def outcome_of(tx: Tx, row: Row, seeker: Seeker, now: float, *, led: bool = False) -> Outcome:
    """`led`: it is itself what something led to, and is not followed further than its sources."""
    doc = entities.decode_doc(row["type"], row["doc"])
    facts = load(tx, [row["id"]], seeker)[row["id"]]
    then = following(plan(facts, now))
    settled = row["settled_at"] is not None and not facts.live
    base: dict[str, Any] = {
        "key": row["key"],
        "type": row["type"],
        "verdict": row["verdict"] if settled else None,
        "why": then.why,
        "due": then.due,
        "settled_at": row["settled_at"] if settled else None,
    }
    match doc:
        case Job():
            return Outcome(**base, **of_job(tx, row, doc, facts, seeker, now, led=led))
        case Company():
            return Outcome(**base, **of_company(tx, row, doc, seeker, now))
        case Source():
            return Outcome(**base, **of_source(tx, row, doc, now))


def of_job(tx: Tx, row: Row, job: Job, facts: Facts, seeker: Seeker, now: float, *, led: bool) -> dict[str, Any]:
    posting = entities.postings(tx, [row["id"]]).get(row["id"])
    made = progress.outputs(tx, [row["id"]]).get(row["id"], {})
    employer = entities.get(tx, [row["company_id"]]) if row["company_id"] is not None else []
    match = results.match(tx, row["id"]) if row["verdict"] == "success" and row["closed_at"] is None else None
    analysis = made.get(Step.ANALYZE)
    children = () if led or posting is not None else kin.led_to(tx, row["id"], LED)
    return {
        "url": (posting and posting.url) or job.url,
        "title": (posting and posting.title) or job.title,
        "company": (employer and employer[0]["label"]) or (posting and posting.company) or job.company_name,
        "posting": None if posting is None else msgspec.to_builtins(posting),
        "score": analysis,
        "rules": tuple((made.get(Step.FILTER) or {}).get("rules") or ()),
        "dropped": why_dropped(tx, row["id"], seeker.prefs),
        "match": match is not None,
        "points": match["score"] if match is not None else (analysis or {}).get("score"),
        "review": made.get(Step.REVIEW) if isinstance(facts, JobFacts) and reviewed(facts) else None,
        "offer": offer_of(tx, row["id"], posting, now),
        **role_of(tx, row["id"]),
        "choice": choice_of(tx, row["id"]),
        "led_to": tuple(outcome_of(tx, child, seeker, now, led=True) for child in children),
    }


def offer_of(tx: Tx, job_id: int, posting: Posting | None, now: float) -> dict[str, Any] | None:
    """The facts read from the text of the posting, with the red flags of now."""
    stored = entities.offers(tx, [job_id], OFFER_VERSION).get(job_id)
    if not stored or posting is None:
        return None
    today = datetime.fromtimestamp(now, UTC).date()
    offer = msgspec.json.decode(stored, type=Offer)
    found: dict[str, Any] = msgspec.to_builtins(with_seen(offer, posting, sightings(tx, [job_id])[job_id], today))
    return found


def role_of(tx: Tx, job_id: int) -> dict[str, Any]:
    """The other postings of the same role, and which of them is listed instead."""
    ids = [id_ for leader, others in leaders(results.role_of(tx, job_id)).items() for id_ in (leader, *others)]
    rows = results.matches(tx, ids) if ids else {}
    others = [twin_row(rows[id_]) for id_ in ids if id_ != job_id]
    return {"also": tuple(others), "shown_as": others[0]["key"] if ids and ids[0] != job_id else None}


def choice_of(tx: Tx, job_id: int) -> dict[str, Any] | None:
    """What the seeker decided, why, and when (epoch seconds)."""
    row = results.choice(tx, job_id)
    return {name: row[name] for name in ("kind", "reason", "at")} if row else None


def of_company(tx: Tx, row: Row, company: Company, seeker: Seeker, now: float) -> dict[str, Any]:
    sources = kin.sources_of(tx, row["id"])
    return {
        "url": company.website,
        "title": company.name,
        "company": company.name,
        "facts": msgspec.to_builtins(company),
        "sources": tuple(source_row(source) for source in sources),
        "jobs": kin.jobs_of_company(tx, row["id"]),
        "best": tuple(match_cards(tx, kin.matches_of_company(tx, row["id"], BEST), now).values()),
    }


def of_source(tx: Tx, row: Row, source: Source, now: float) -> dict[str, Any]:
    employer = entities.get(tx, [row["company_id"]]) if row["company_id"] is not None else []
    return {
        "url": source.url,
        "title": None,
        "company": employer[0]["label"] if employer else None,
        "sources": (source_row(row),),
        "jobs": kin.jobs_of_source(tx, row["id"]),
        "best": tuple(match_cards(tx, kin.matches_of_source(tx, row["id"], BEST), now).values()),
    }


def source_row(row: Row) -> dict[str, Any]:
    """A source in short."""
    source = entities.decode_doc(EntityType.SOURCE, row["doc"])
    assert isinstance(source, Source)
    names = ("url", "board", "state", "reason")
    return {"key": row["key"], "verdict": row["verdict"], **{name: getattr(source, name) for name in names}}


__all__ = ["Outcome", "outcome"]
