"""The nouns: frozen records and closed vocabularies shared by every room.

Pure data, no behaviour beyond construction. Called by everything, imports nothing of ours.
Times are epoch seconds (`float`) inside; dates that postings state stay ISO 8601 text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import msgspec


class EntityType(StrEnum):
    """What can be worked on."""

    JOB = "job"
    COMPANY = "company"
    SOURCE = "source"


class Step(StrEnum):
    """The atomic operations. One name may serve two entity types (`analyze`, `save`)."""

    SCRAPE = "scrape"
    FILTER = "filter"
    ANALYZE = "analyze"
    SAVE = "save"
    REVIEW = "review"
    FETCH = "fetch"
    EXTRACT = "extract"
    DISCOVER = "discover"
    PROBE = "probe"
    LIST = "list"


class Verdict(StrEnum):
    """How work on an entity ended, for now."""

    SUCCESS = "success"
    FILTERED = "filtered"
    SKIPPED = "skipped"
    CLOSED = "closed"
    BLOCKED = "blocked"
    FAILED = "failed"


class Tier(StrEnum):
    """The seeker's esteem for a company, best first."""

    S = "S"
    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Choice(StrEnum):
    """What the seeker did with a job."""

    APPLIED = "applied"
    SAVED = "saved"
    HIDDEN = "hidden"


class RefKind(StrEnum):
    """What a URL points at."""

    POSTING = "posting"
    BOARD = "board"
    COMPANY = "company"
    FEED = "feed"
    UNKNOWN = "unknown"


class Remote(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, keyword-only, JSON through `msgspec`."""


# ---------------------------------------------------------------- postings


class Place(Record, frozen=True):
    """One location. `text` as stated; the rest null unless read with certainty. `country` is ISO 3166 alpha-2."""

    text: str
    city: str | None = None
    region: str | None = None
    country: str | None = None


class Salary(Record, frozen=True):
    """Pay as stated. `period` is one of hour, day, week, month, year; `currency` is ISO 4217."""

    min: float | None = None
    max: float | None = None
    currency: str | None = None
    period: str | None = None
    text: str | None = None


class Posting(Record, frozen=True):
    """A job as its owner describes it. Unknown is null, never a guess; dates are ISO 8601."""

    title: str
    company: str | None = None
    company_url: str | None = None
    url: str | None = None
    apply_url: str | None = None
    board: str | None = None
    token: str | None = None
    external_id: str | None = None
    locations: tuple[Place, ...] = ()
    remote: Remote | None = None
    remote_scope: str | None = None
    employment_type: str | None = None
    department: str | None = None
    seniority: str | None = None
    salary: Salary | None = None
    posted_at: str | None = None
    updated_at: str | None = None
    closes_at: str | None = None
    description_html: str | None = None
    description_text: str | None = None
    language: str | None = None
    requisition_id: str | None = None


# ---------------------------------------------------------------- the web, as boards see it


class Ref(Record, frozen=True):
    """What a URL was recognised as. `key` is the canonical identity, the same for every spelling of one thing."""

    board: str
    kind: RefKind
    key: str
    url: str
    token: str | None = None
    external_id: str | None = None
    region: str | None = None


class Request(Record, frozen=True):
    """One request an adapter would like made. It never makes it itself.

    `part`: from which posting on its answer is read, where it holds more than are read at once.
    `render`: the page as it stands once its scripts have run.
    """

    url: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    part: int = 0
    render: bool = False


class Response(Record, frozen=True):
    """What came back. `url` is the final address; header names are lower case; `unchanged` says a 304 was answered.

    `request` is what was asked for; null for saved bytes.
    """

    url: str
    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    redirected_from: tuple[str, ...] = ()
    unchanged: bool = False
    request: Request | None = None


class Page(Record, frozen=True):
    """What an adapter read from one response.

    `complete` says that `postings` (with the pages before) are all there are once `next` is null.
    `total` is what the board itself states. `closed` quotes the page when it says that the role is gone.
    `reader` names who read it, `confidence` (0 to 1) says how sure it is: what boards and pages state is sure.
    """

    kind: RefKind
    reader: str
    postings: tuple[Posting, ...] = ()
    next: Request | None = None
    complete: bool = True
    total: int | None = None
    closed: str | None = None
    confidence: float = 1.0


class Politeness(Record, frozen=True):
    """The allowance of a lane: seconds between requests, requests in flight."""

    interval: float = 1.0
    in_flight: int = 1


class Budget(Record, frozen=True):
    """The most that may be asked of the web, however much more it offers.

    pages      of one listing, over all its attempts
    requests   of one attempt of a step; redirects and robots.txt files count
    bytes      received by one attempt of a step, unpacked
    """

    pages: Annotated[int, msgspec.Meta(ge=1)] = 500
    requests: Annotated[int, msgspec.Meta(ge=1)] = 200
    bytes: Annotated[int, msgspec.Meta(ge=1)] = 256 * 1024 * 1024


class Question(Record, frozen=True):
    """What is asked of a language model, whichever answers. `schema` is the JSON Schema of the answer.

    `version` names the wording of `instructions` and of what surrounds the data in `prompt`; `max_output` is in tokens;
    `purpose` is under which budget it is paid.
    """

    instructions: str
    prompt: str
    schema: dict[str, Any]
    version: str
    max_output: int = 1_500
    purpose: str = "review"


class Answer(Record, frozen=True):
    """What a model said, unchecked. `cost` in US dollars is nothing where it was `cached`: paid for before."""

    text: str
    model: str
    cost: float = 0.0
    cached: bool = False


# ---------------------------------------------------------------- entities


class Job(Record, frozen=True):
    """One role somewhere. `url` is where to read it; the posting itself is stored beside, by content hash."""

    url: str | None
    title: str | None = None
    company_name: str | None = None
    company_url: str | None = None


class Company(Record, frozen=True):
    """An employer. Facts are null until somebody states them."""

    name: str | None = None
    website: str | None = None
    about: str | None = None
    industry: str | None = None
    size: str | None = None
    founded: str | None = None
    tech_stack: tuple[str, ...] = ()
    tier: Tier | None = None
    tier_by_seeker: bool = False
    careers_url: str | None = None
    boards: tuple[str, ...] = ()


class SourceState(StrEnum):
    """Whether a source is listed."""

    PROPOSED = "proposed"
    CANDIDATE = "candidate"
    ENABLED = "enabled"
    DISABLED = "disabled"


class Source(Record, frozen=True):
    """Something that lists postings: a board, a feed, or a page."""

    url: str
    board: str
    token: str | None = None
    region: str | None = None
    state: SourceState = SourceState.PROPOSED
    reason: str | None = None
    confidence: float = 1.0
    interval: float = 86_400.0
    expected: int | None = None
    suspicious: bool = False


# ---------------------------------------------------------------- tickets


class JobQueueItem(msgspec.Struct, kw_only=True, frozen=True):
    """What somebody asked for: `type` and `url` are enough. The other fields are those of legacy queue documents.

    `type` is one of job, company, source, or the legacy scrape, source_discovery, scrape_source.
    """

    type: str
    url: str | None = None
    id: str | None = None
    sub_task: str | None = None
    company_sub_task: str | None = None
    pipeline_state: dict[str, Any] | None = None
    scraped_data: dict[str, Any] | None = None
    scrape_config: dict[str, Any] | None = None
    source_discovery_config: dict[str, Any] | None = None
    company_name: str | None = None
    company_id: str | None = None
    source: str | None = None
    submitted_by: str | None = None
    status: str | None = None
    result_message: str | None = None
    error_details: str | None = None
    retry_count: int | None = None
    max_retries: int | None = None
    created_at: float | None = None
    updated_at: float | None = None
    processed_at: float | None = None
    completed_at: float | None = None
    parent_item_id: str | None = None
    tracking_id: str | None = None
    ancestry_chain: tuple[str, ...] = ()
    spawn_depth: int = 0
    max_spawn_depth: int = 10
    extra: dict[str, Any] = {}


class Line(Record, frozen=True):
    """The place of one ticket. `chain` holds the ids of its ancestors, root first, each once."""

    tracking_id: str
    chain: tuple[str, ...]
    depth: int
    max_depth: int
    parent_id: str | None
