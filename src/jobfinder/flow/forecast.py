"""Forecast: what would happen for an address now, step by step, with what each step is expected to cost.

Called by `app` for `plan`. It submits inside a transaction that is taken back, so that the very planner answers, and
nothing changes. Requests and seconds are the averages of this store, or stated guesses where it has none yet. Money is
what such questions to a model have cost so far, and the most that they can cost; no model is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.flow.batch import Batch
from jobfinder.flow.facts import Facts, JobFacts
from jobfinder.flow.load import load
from jobfinder.flow.oracle import Pricing
from jobfinder.flow.plan import Done, Plan, Run, Wait, plan
from jobfinder.flow.plan.job import Readiness, readiness
from jobfinder.flow.plan.ladder import is_done
from jobfinder.flow.plan.pipeline import PIPELINES, fingerprint
from jobfinder.flow.submit import submit
from jobfinder.flow.unit import UnitOfWork
from jobfinder.match import extract, review
from jobfinder.model import JobQueueItem, Posting, Question, Record, Step
from jobfinder.store import entities, progress

GUESS = {
    ("job", Step.SCRAPE): (2, 1.5),
    ("company", Step.FETCH): (6, 6.0),
    ("source", Step.DISCOVER): (1, 1.0),
    ("source", Step.PROBE): (2, 1.5),
    ("source", Step.LIST): (2, 1.5),
}
"""(requests, seconds), robots.txt included, before this store has averages of its own."""


UNREAD = Posting(title="A role", description_text="word " * 1_000)
"""What stands for a posting that nobody has read yet, to be priced: one of the usual length."""


class Forecast(Record, frozen=True):
    """One step to come. `when`: now, later, then, if needed, or done.

    `cost` is what it will typically cost in US dollars (the most, where no such call was made yet), `worst` the most;
    null where nobody knows the price. `held` is why a model would not be asked now; empty where it would.
    """

    entity: str
    step: str
    when: str
    why: str
    requests: float = 0.0
    seconds: float = 0.0
    cost: float | None = 0.0
    worst: float | None = 0.0
    held: str = ""


class Outlook(Record, frozen=True):
    """`verdict` where the answer is known already; otherwise the steps to come, in order.

    `requests`, `seconds` and `cost` (US dollars) are those of the steps that are sure to come, `worst` is the most that
    all of them can cost, those included that are only taken if needed. `priced` says that models are set.
    """

    key: str
    type: str
    verdict: str | None
    why: str
    steps: tuple[Forecast, ...]
    requests: float
    seconds: float
    cost: float = 0.0
    worst: float = 0.0
    priced: bool = False


class _TakeBackError(Exception):
    """Ends the transaction without a trace; carries what was seen."""

    def __init__(self, outlook: Outlook) -> None:
        super().__init__()
        self.outlook = outlook


def forecast(unit: UnitOfWork, item: JobQueueItem, pricing: Pricing | None = None) -> Outlook:
    """What submitting `item` would set going. Raises `UsageError` as submitting would."""

    def inside(batch: Batch) -> None:
        raise _TakeBackError(outlook(batch, item, pricing))

    try:
        unit.write(inside)
    except _TakeBackError as seen:
        return seen.outlook
    raise AssertionError("unreachable")


def outlook(batch: Batch, item: JobQueueItem, pricing: Pricing | None) -> Outlook:
    key = submit(batch, item).key
    row = entities.find(batch.tx, key)
    assert row is not None
    facts = load(batch.tx, [row["id"]], batch.seeker)[row["id"]]
    first = plan(facts, batch.now)
    steps: tuple[Forecast, ...] = ()
    if not isinstance(first, Done):
        own = (*own_steps(batch, facts, first), *others(facts, first, batch))
        steps = own if pricing is None else tuple(priced(batch, facts, own, pricing))
    return Outlook(
        key=key,
        type=row["type"],
        verdict=first.verdict if isinstance(first, Done) else None,
        why=first.why,
        steps=steps,
        requests=sum(step.requests for step in steps if step.when != "if needed"),
        seconds=sum(step.seconds for step in steps if step.when != "if needed"),
        cost=sum(step.cost or 0.0 for step in steps if step.when != "if needed"),
        worst=sum(step.worst or 0.0 for step in steps),
        priced=pricing is not None,
    )


def own_steps(batch: Batch, facts: Facts, first: Plan) -> tuple[Forecast, ...]:
    """The entity's own pipeline: what is done, what comes now, what then."""
    type_ = facts.key.partition(":")[0]
    averages = progress.averages(batch.tx, type_)
    found = []
    begun = False
    for spec in PIPELINES[type_]:
        if spec.paid and facts.shared.review is None:
            continue
        done = not begun and is_done(facts.progress.get(spec.step), fingerprint(spec, facts))
        now = isinstance(first, Run) and first.step is spec.step
        begun = begun or now or not done
        when = "now" if now else "done" if done and not now else "then"
        requests, seconds = averages.get(spec.step) or GUESS.get((type_, spec.step), (0, 0.0))
        spent = not done or now
        found.append(
            Forecast(
                entity=facts.key,
                step=spec.step,
                when=when,
                why=first.why if now else "its inputs are unchanged" if done else f"a function of: {spec.inputs}",
                requests=float(requests) if spent else 0.0,
                seconds=float(seconds) if spent else 0.0,
            )
        )
    return tuple(found)


def others(facts: Facts, first: Plan, batch: Batch) -> tuple[Forecast, ...]:
    """What a job's employer would take, as far as anybody can tell before the posting is read."""
    if not isinstance(facts, JobFacts):
        return ()
    company = facts.company
    if company is not None and readiness(company, batch.now) is Readiness.READY:
        return ()
    name = company.name if company is not None else "its employer, once the posting names it"
    why = first.why if isinstance(first, Wait) else "only if the posting passes the filter and too little is known"
    averages = progress.averages(batch.tx, "company")
    requests, seconds = averages.get(Step.FETCH) or GUESS["company", Step.FETCH]
    return (
        Forecast(
            entity=f"company: {name}",
            step="fetch … save",
            when="if needed",
            why=why,
            requests=float(requests),
            seconds=float(seconds),
        ),
    )


# ---------------------------------------------------------------- money


def priced(batch: Batch, facts: Facts, steps: tuple[Forecast, ...], pricing: Pricing) -> Iterator[Forecast]:
    """The steps with what they cost, and the questions to a model that may come besides."""
    profile = batch.seeker.profile
    if not isinstance(facts, JobFacts):
        yield from steps
        asked = review.question(UNREAD, profile)
        why = f"for each of its best, from a score of {facts.shared.review_from:g} on"
        yield with_price(
            Forecast(entity="each posting", step=Step.REVIEW, when="if needed", why=why), pricing, batch, asked
        )
        return
    posting = entities.postings(batch.tx, [facts.id]).get(facts.id)
    for step in steps:
        if step.step != Step.REVIEW or step.when == "done":
            yield step
        else:
            yield reviewing(step, facts, pricing, batch, review.question(posting or UNREAD, profile))
        if step.step == Step.SCRAPE and step.when != "done":
            why = "only if our own readers are unsure of the page"
            unsure = Forecast(entity=facts.key, step="extract", when="if needed", why=why)
            yield with_price(unsure, pricing, batch, extract.question(posting or UNREAD), facts.id)


def reviewing(step: Forecast, facts: JobFacts, pricing: Pricing, batch: Batch, question: Question) -> Forecast:
    """The second opinion: sure to come where the score is known to suffice."""
    if step.when != "now":
        why = f"only from a score of {facts.shared.review_from:g} on, one for each role"
        step = replace(step, when="if needed", why=why)
    return with_price(step, pricing, batch, question, facts.id)


def with_price(
    step: Forecast, pricing: Pricing, batch: Batch, question: Question, entity_id: int | None = None
) -> Forecast:
    price = pricing(batch.tx, question, entity_id)
    if price is None:
        return step
    if price.stored:
        return replace(step, why=f"{step.why}; its answer is in the store")
    cost = price.worst if price.typical is None else price.typical
    return replace(step, cost=cost, worst=price.worst, held=price.why)
