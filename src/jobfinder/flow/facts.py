"""Facts: all that the planner knows about one entity, frozen. Built by `store.facts`, read by `flow.plan`."""

from __future__ import annotations

from typing import TypeAlias

from jobfinder.model import Record, SourceState, Step, Tier


class Progress(Record, frozen=True):
    """One row of (entity, step).

    `fingerprint` is that of the inputs it last succeeded with, `tried` that of the last failure. `attempts`
    counts failures of the same class in a row, `total` all failures since success; both belong to `tried`.
    """

    step: Step
    fingerprint: str | None = None
    outcome: str | None = None
    output_hash: str | None = None
    done_at: float | None = None
    reason: str | None = None
    carried: bool = False
    tried: str | None = None
    tried_at: float | None = None
    attempts: int = 0
    total: int = 0
    error_kind: str | None = None
    error: str | None = None
    not_before: float | None = None


class Shared(Record, frozen=True):
    """Versions of the inputs that all entities share, as stable hashes.

    `review` names the models and the prompt that give a second opinion, null where there is none; `review_lane` is the
    lane of the first model, `review_from` the least score that is worth it.
    `filter_asks_company`: a filter rule in force looks at the company.
    """

    gate: str = ""
    review: str | None = None
    review_lane: str | None = None
    review_from: float = 100.0
    filter: str = ""
    filter_asks_company: bool = False
    scorer: str = ""
    threshold: str = ""
    profile: str = ""


class CompanyView(Record, frozen=True):
    """What a job sees of its company. `live` says that work on it is under way or due."""

    id: int
    name: str
    complete: bool
    settled_at: float | None
    live: bool
    facts_hash: str
    verdict: str | None = None
    tier: Tier | None = None


class WaitView(Record, frozen=True):
    """A wait of this entity. `over` says why it ended without what was awaited, null while it lasts."""

    awaited_id: int
    since: float
    deadline: float
    over: str | None = None


class Want(Record, frozen=True):
    """A spawn that the planner asks for: `entity_id` should be worked on."""

    entity_id: int
    name: str
    why: str


class Base(Record, frozen=True):
    """Facts common to all entity types.

    `touched_at`: when the state last changed (submission, commit, wake). `live`: tickets that have not settled.
    `mine`: one of these came from the seeker. `forced_at`: web steps done before this are expired.
    `inherited`: best rank among those who wait for this entity.
    """

    id: int
    key: str
    touched_at: float
    progress: dict[Step, Progress]
    shared: Shared
    live: bool
    mine: bool
    forced_at: float | None = None
    inherited: float | None = None
    verdict: str | None = None
    settled_at: float | None = None


class JobFacts(Base, frozen=True):
    """`gate`: why a stop list ends this job. `missing_since`: absent from a complete listing since then.
    `confirmed_at`: last seen in a listing. `read_at`: when its text was last seen, on its page or where a listing
    gives all of it. `suspect_since`: when the page was first not found. `score`: of the match saved, 0 to 100.
    `leads`: it is the one shown of those that are one role, and no other of them is being reviewed.
    `review_at`: until when the lane of reviews rests.
    """

    url: str | None = None
    lane: str | None = None
    gate: str | None = None
    posting_hash: str | None = None
    company: CompanyView | None = None
    wait: WaitView | None = None
    missing_since: float | None = None
    confirmed_at: float | None = None
    read_at: float | None = None
    suspect_since: float | None = None
    closed_at: float | None = None
    closed_reason: str | None = None
    posted_at: float | None = None
    predicted: float = 0.5
    score: float | None = None
    leads: bool = True
    review_at: float | None = None


class CompanyFacts(Base, frozen=True):
    """`hints_hash`: what postings tell of it that its site may not (boards)."""

    lane: str | None = None
    website: str | None = None
    hints_hash: str = ""
    tier: Tier | None = None


class SourceFacts(Base, frozen=True):
    """`recognized`: its address alone says what it is. `interval`: seconds between listings, learnt from the yield."""

    url: str = ""
    lane: str | None = None
    recognized: bool = False
    state: SourceState = SourceState.PROPOSED
    state_reason: str | None = None
    interval: float = 86_400.0
    suspicious: bool = False
    tier: Tier | None = None


Facts: TypeAlias = JobFacts | CompanyFacts | SourceFacts
