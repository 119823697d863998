"""What a step is: `async def run(given: Given, outside: Outside) -> Found`. It reads the world once and never writes.

`Given` holds everything it may know, `Outside` is its only door, `Found` is what it learnt. It raises the
`StepError`s of `jobfinder.errors`. One file per step beside this one; the table of all is in `steps/__init__.py`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec, Protocol, TypeAlias, TypeVar

from jobfinder.match.filter import Before
from jobfinder.match.offer import Offer
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.match.score import Score
from jobfinder.model import Answer, Budget, Company, Job, Posting, Question, Record, Request, Response, Source, Step
from jobfinder.read.red_flags import Sightings

P = ParamSpec("P")
T = TypeVar("T")

# ---------------------------------------------------------------- what a step is given


class Given(Record, frozen=True):
    """The inputs of one attempt. `outputs` holds what the entity's earlier steps produced, as plain JSON values;
    nothing for `scrape`, `filter` and `analyze` of a job.

    `now` is epoch seconds. `company` of a job or source is its employer, null where nobody has said. `known` is how
    many open postings a source is known to list, `attempts` how often this step has failed with these inputs.
    `unsettled_company` names an employer that the job does not wait for although it is not known well. `budget` is what
    may be asked of the web; `fetch` keeps to its requests and bytes. `offer` holds the facts of the posting, where it
    has been read for them; `seen` is what was seen of it over time. `before` is what the filter said of it, where only
    the preferences have changed since. `twin` is the review of another posting of the same role. `asks`: language
    models are set.
    """

    entity_id: int
    key: str
    step: Step
    now: float
    prefs: Preferences
    profile: Profile
    job: Job | None = None
    company: Company | None = None
    source: Source | None = None
    posting: Posting | None = None
    outputs: dict[Step, Any] = {}  # noqa: RUF012  (msgspec copies defaults)
    known: int = 0
    attempts: int = 0
    unsettled_company: str | None = None
    budget: Budget = Budget()
    offer: Offer | None = None
    seen: Sightings = Sightings()
    before: Before | None = None
    twin: Any = None
    asks: bool = False


class Outside(Protocol):
    """The only way out of a step."""

    async def fetch(self, request: Request) -> Response:
        """One polite, guarded request; pages that an earlier attempt fetched are read back."""
        ...

    async def pages(self, keys: tuple[str, ...]) -> tuple[Response, ...]:
        """Archived pages by their request address, without any request; those no longer kept are left out."""
        ...

    async def read(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """`function` of fetched bytes, where it can be stopped: `await outside.read(registry.parse, ref, response)`.

        All reading of what strangers wrote goes this way. The function stands at the top of its module and is pure;
        it, its arguments and its result can be pickled. Its `StepError`s come through; one that takes too long, too
        much memory or crashes is `Broken`, naming which.
        """
        ...

    async def analyze(self, given: Given) -> Score:
        """The scorer in force: local by default, another endpoint where one is configured."""
        ...

    async def ask(self, question: Question) -> Answer:
        """The answer of the first model that gives one, within the seeker's budgets; what was asked before is free.

        Raises `Later` where the budget is spent or every model rests, `Refused` where a person must act.
        """
        ...


async def read_here(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """As `Outside.read`, without limits: for what is known to be short."""
    return function(*args, **kwargs)


# ---------------------------------------------------------------- what a step found


class Spawn(Record, frozen=True):
    """An entity that came to light. `keys`: its names, strongest first; `type` is that of the entity.

    `work` says whether it is to be worked on; otherwise it is only made known.
    """

    type: str
    keys: tuple[str, ...]
    doc: Job | Company | Source
    posting: Posting | None = None
    company: Employer | None = None
    work: bool = True
    why: str = ""


class Employer(Record, frozen=True):
    """What is known of who employs: enough to identify the company. `board` is (board, token)."""

    name: str | None = None
    website: str | None = None
    board: tuple[str, str] | None = None
    source_key: str | None = None


class SetPosting(Record, frozen=True):
    """The posting as just read, and who employs."""

    posting: Posting
    employer: Employer | None = None


class SetOffer(Record, frozen=True):
    """The facts read from the posting; `version` is that of the readers."""

    offer: Offer
    version: int


class Learn(Record, frozen=True):
    """Stronger names of this very entity."""

    keys: tuple[str, ...]


class SetCompany(Record, frozen=True):
    """The company as now known. `complete`: enough that jobs need not wait for more."""

    company: Company
    complete: bool


class SetSource(Record, frozen=True):
    """The source as now known."""

    source: Source
    employer: Employer | None = None


class Seen(Record, frozen=True):
    """One posting in a listing. `posting` carries its full text where the listing gives it."""

    keys: tuple[str, ...]
    job: Job
    posting: Posting | None = None
    employer: Employer | None = None


class Listed(Record, frozen=True):
    """A listing, or its last part. `complete`: every open posting is in it, so that absence means something.

    `began`: since when (epoch seconds) its parts have been read; what any of them showed is not absent.
    """

    seen: tuple[Seen, ...]
    complete: bool
    began: float | None = None


class Role(Record, frozen=True):
    """What tells whether two matches are one role: the key under which they meet, the signature of the text (hex), and
    how much this posting is the one to be shown.
    """

    title_key: str
    sketch: str
    standing: float


class SaveMatch(Record, frozen=True):
    """Show this job. `alert`: tell the seeker once per `version`.

    `least` is what orders it among the others, `role` what makes it one with other postings of the same employer.
    """

    score: float
    doc: dict[str, Any]
    version: str
    alert: bool
    least: float = 0.0
    role: Role | None = None


class DropMatch(Record, frozen=True):
    """Do not show this job (any more)."""


Change: TypeAlias = SetPosting | SetOffer | Learn | SetCompany | SetSource | Listed | SaveMatch | DropMatch


class Found(Record, frozen=True):
    """The result of a step. `outcome` is one word that the pipeline table may stop at; `reason` is for people.

    `output`, a record or plain values, is kept as JSON for later steps; `same_as` replaces its hash where only part of
    it counts as a change.
    """

    outcome: str = "ok"
    reason: str = ""
    output: Any = None
    same_as: str | None = None
    changes: tuple[Change, ...] = ()
    spawns: tuple[Spawn, ...] = ()


StepFunction: TypeAlias = Callable[[Given, Outside], Awaitable[Found]]
