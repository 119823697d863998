"""Execute: run one claimed step with what it is given and its door to the outside; never writes an outcome.

Whatever escapes a step is an error of `jobfinder.errors`: anything else counts as a `Fault` named after its class.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, ParamSpec, Protocol, TypeVar

import msgspec
from msgspec.structs import replace

from jobfinder.errors import Fault, Refused, StepError, StoreError
from jobfinder.flow.commit import Result
from jobfinder.flow.facts import Facts, JobFacts, SourceFacts
from jobfinder.flow.load import load
from jobfinder.flow.plan.job import Readiness, readiness
from jobfinder.flow.plan.pipeline import filtered_with, reviewed
from jobfinder.flow.schedule import Task
from jobfinder.flow.seeker import Former, Seeker
from jobfinder.flow.seen import sightings
from jobfinder.flow.unit import UnitOfWork
from jobfinder.flow.visit import StoreVisit, unpacked
from jobfinder.match.filter import Before, stored
from jobfinder.match.offer import OFFER_VERSION, Offer, offer_of, with_seen
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.match.score import Score, score
from jobfinder.model import (
    Answer,
    Budget,
    Company,
    EntityType,
    Job,
    Posting,
    Question,
    Request,
    Response,
    Source,
    Step,
)
from jobfinder.outside.visit import Visit
from jobfinder.read.red_flags import NOTHING_SEEN, Sightings
from jobfinder.steps import STEPS
from jobfinder.steps.found import is_long
from jobfinder.steps.interface import Found, Given, StepFunction, read_here
from jobfinder.store import entities, pages, progress, results
from jobfinder.store.db import Tx

NAMED = 120
JUDGING = frozenset({Step.FILTER, Step.ANALYZE, Step.REVIEW})
ALONE = frozenset({Step.SCRAPE, Step.FILTER, Step.ANALYZE})
"""Steps of a job that look at nothing that earlier steps have left: when many are judged again, it is not read."""

P = ParamSpec("P")
T = TypeVar("T")


class Door(Protocol):
    """What `outside.http.Door` offers."""

    async def fetch(self, request: Request, visit: Visit) -> Response: ...

    def memory_key(self, request: Request) -> str: ...


class Read(Protocol):
    """Runs a pure function of what strangers wrote where it can be stopped (`outside.parsers`)."""

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


Analyst = Callable[[Given], Awaitable[Score]]
"""Scores a posting for a seeker. May raise a `StepError`."""


Oracle = Callable[[Question, Task], Awaitable[Answer]]
"""Asks language models within the seeker's budgets, for the step of a task. May raise a `StepError`."""


async def local_analyst(given: Given, read: Read = read_here) -> Score:
    """The deterministic scorer: no request, no cost."""
    assert given.posting is not None
    today = datetime.fromtimestamp(given.now, UTC).date()
    chosen = read if is_long(given.posting) else read_here
    return await chosen(
        scored, given.posting, given.offer, given.seen, given.company, given.profile, given.prefs, today
    )


def scored(
    posting: Posting,
    offer: Offer | None,
    seen: Sightings,
    company: Company | None,
    profile: Profile,
    prefs: Preferences,
    today: date,
) -> Score:
    """The score, for which what was seen of the posting counts beside what it says."""
    offer = with_seen(offer_of(posting) if offer is None else offer, posting, seen, today)
    return score(posting, company, profile, prefs, today=today, offer=offer)


# ---------------------------------------------------------------- what a step is given


def givens(tx: Tx, tasks: Sequence[Task], seeker: Seeker, now: float) -> dict[int, Given]:
    """The inputs of these tasks by entity id, read in the transaction that claimed them."""
    ids = [task.entity_id for task in tasks]
    rows = {row["id"]: row for row in entities.get(tx, ids)}
    employers = {row["company_id"] for row in rows.values() if row["company_id"] is not None}
    companies = {row["id"]: entities.decode_doc(row["type"], row["doc"]) for row in entities.get(tx, sorted(employers))}
    postings = entities.postings(tx, [task.entity_id for task in tasks if isinstance(task.facts, JobFacts)])
    outputs = outputs_of(tx, tasks)
    offers = offers_of(tx, tasks)
    seen = sightings(tx, [task.entity_id for task in tasks if task.step in JUDGING])
    before = judged_before(tx, tasks, seeker)
    found = {}
    for task in tasks:
        row = rows[task.entity_id]
        doc = entities.decode_doc(row["type"], row["doc"])
        employer = companies.get(row["company_id"])
        found[task.entity_id] = Given(
            entity_id=task.entity_id,
            key=row["key"],
            step=task.step,
            now=now,
            prefs=seeker.prefs,
            profile=seeker.profile,
            job=doc if isinstance(doc, Job) else None,
            company=doc if isinstance(doc, Company) else employer if isinstance(employer, Company) else None,
            source=doc if isinstance(doc, Source) else None,
            posting=postings.get(task.entity_id),
            outputs=current(outputs.get(task.entity_id, {}), task.facts),
            offer=offers.get(task.entity_id),
            seen=seen.get(task.entity_id, NOTHING_SEEN),
            before=before.get(task.entity_id),
            twin=twin_of(tx, task, seeker),
            asks=seeker.shared.review is not None,
            known=known_postings(tx, task),
            attempts=attempts(task),
            unsettled_company=unsettled(task.facts, now),
        )
    return found


def outputs_of(tx: Tx, tasks: Sequence[Task]) -> dict[int, dict[Step, Any]]:
    """What earlier steps produced, for the steps that look at it."""
    ids = [task.entity_id for task in tasks if not (isinstance(task.facts, JobFacts) and task.step in ALONE)]
    return progress.outputs(tx, ids) if ids else {}


def offers_of(tx: Tx, tasks: Sequence[Task]) -> dict[int, Offer]:
    """The facts of postings that are judged, where they have been read."""
    ids = [task.entity_id for task in tasks if task.step in JUDGING]
    stored = entities.offers(tx, ids, OFFER_VERSION) if ids else {}
    return {id_: msgspec.json.decode(text, type=Offer) for id_, text in stored.items()}


def judged_before(tx: Tx, tasks: Sequence[Task], seeker: Seeker) -> dict[int, Before]:
    """What the filter said of postings, where nothing has changed since but the preferences."""
    former = {task.entity_id: former_of(task, seeker) for task in tasks if task.step is Step.FILTER}
    texts = (
        progress.output(tx, [id_ for id_, one in former.items() if one], Step.FILTER) if any(former.values()) else {}
    )
    results = {id_: stored(text) for id_, text in texts.items()}
    changed = {id_: one.changed for id_, one in former.items() if one}
    return {id_: Before(result=found, changed=changed[id_]) for id_, found in results.items() if found}


def former_of(task: Task, seeker: Seeker) -> Former | None:
    """The preferences by which a job was filtered last, if all else that the filter looked at is as it was."""
    facts, last = task.facts, task.facts.progress.get(Step.FILTER)
    if not isinstance(facts, JobFacts) or last is None or last.done_at is None:
        return None
    return next((one for one in seeker.former if filtered_with(facts, one.shared) == last.fingerprint), None)


def current(outputs: dict[Step, Any], facts: Facts) -> dict[Step, Any]:
    """What earlier steps produced, without a second opinion on what has changed since."""
    if isinstance(facts, JobFacts) and Step.REVIEW in outputs and reviewed(facts) is None:
        return {step: output for step, output in outputs.items() if step is not Step.REVIEW}
    return outputs


def twin_of(tx: Tx, task: Task, seeker: Seeker) -> Any:
    """The second opinion that another posting of the same role has been given, on what is known now."""
    if task.step is not Step.REVIEW:
        return None
    twins = results.twins(tx, [task.entity_id])
    facts = load(tx, twins, seeker) if twins else {}
    known = [id_ for id_, f in facts.items() if isinstance(f, JobFacts) and reviewed(f) is not None]
    outputs = progress.outputs(tx, known) if known else {}
    return next((outputs[id_][Step.REVIEW] for id_ in known if outputs.get(id_, {}).get(Step.REVIEW)), None)


def known_postings(tx: Tx, task: Task) -> int:
    """How many open postings a source is known to list; asked only where a listing is about to be made."""
    if not isinstance(task.facts, SourceFacts) or task.step is not Step.LIST:
        return 0
    return len(entities.listed_jobs(tx, task.entity_id))


def attempts(task: Task) -> int:
    """Failures so far with the inputs of now."""
    before = task.facts.progress.get(task.step)
    return before.total if before is not None and before.tried == task.fingerprint else 0


def unsettled(facts: Facts, now: float) -> str | None:
    """The employer whose facts a job goes on without."""
    if not isinstance(facts, JobFacts) or facts.company is None:
        return None
    thin = readiness(facts.company, now) is Readiness.SPARSE or not facts.company.complete
    return facts.company.name if thin else None


# ---------------------------------------------------------------- running it


class Handle:
    """The only way out of a step (`steps.interface.Outside`)."""

    def __init__(
        self,
        unit: UnitOfWork,
        door: Door,
        read: Read,
        analyst: Analyst,
        visit: StoreVisit,
        oracle: Oracle | None,
        task: Task,
    ) -> None:
        self._oracle = oracle
        self._task = task
        self._unit = unit
        self._door = door
        self._read = read
        self._analyst = analyst
        self._visit = visit

    async def fetch(self, request: Request) -> Response:
        before = self._visit.requests
        response = await self._door.fetch(request, self._visit)
        if self._visit.requests > before and not response.unchanged:
            self._visit.received += len(response.body)
        return response

    async def pages(self, keys: tuple[str, ...]) -> tuple[Response, ...]:
        names = [self._door.memory_key(Request(url=url)) for url in keys]
        rows = await self._unit.aread(lambda tx: [pages.get(tx, name) for name in names])
        return tuple([await unpacked(row) for row in rows if row is not None])

    async def read(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._read(function, *args, **kwargs)

    async def analyze(self, given: Given) -> Score:
        return await self._analyst(given)

    async def ask(self, question: Question) -> Answer:
        if self._oracle is None:
            raise Refused("no model is set: name one in ai.models")
        return await self._oracle(question, self._task)


class Executor:
    """Runs steps. `steps` is the table of all; a benchmark may bring another."""

    def __init__(
        self,
        unit: UnitOfWork,
        door: Door,
        analyst: Analyst,
        steps: Mapping[tuple[EntityType, Step], StepFunction] = STEPS,
        read: Read = read_here,
        budget: Budget = Budget(),  # noqa: B008  (frozen)
        oracle: Oracle | None = None,
    ) -> None:
        self._oracle = oracle
        self._unit = unit
        self._door = door
        self._read = read
        self._analyst = analyst
        self._steps = steps
        self._budget = budget

    async def run(self, task: Task, given: Given) -> Result:
        """Run the step of `task`; every ending is a `Result`. Only `StoreError` escapes."""
        visit = StoreVisit(self._unit, task, self._budget)
        handle = Handle(self._unit, self._door, self._read, self._analyst, visit, self._oracle, task)
        step = self._steps[EntityType(task.type), task.step]
        began = time.perf_counter()
        ending = await ending_of(step(replace(given, budget=self._budget), handle))
        return Result(task=task, requests=visit.requests, seconds=time.perf_counter() - began, **ending)


async def ending_of(running: Awaitable[Found]) -> dict[str, Any]:
    """`found`, or the `error` that ended it."""
    try:
        return {"found": await running}
    except StepError as error:
        return {"error": error}
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001  (a defect in one step must not take the others along)
        said = " ".join(str(error).split())[:NAMED]
        return {"error": Fault(f"{type(error).__name__}: {said}", kind=type(error).__name__)}
