"""The planner's state space, made small: for every field of the facts a handful of values that differ in kind.

Two slices of the jobs are walked in full: what was read (with a few ways of judging) and how it was judged (with a few
ways of reading). Companies and sources are walked whole, but for one step at a time being in an odd state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any, TypeVar

from flow.plan.build import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    REVIEWING,
    SHARED,
    AnyFacts,
    company,
    employer,
    fail,
    fail_often,
    job,
    later,
    source,
    succeed,
    waiting,
    with_progress,
)
from jobfinder.flow.facts import Base, CompanyFacts, JobFacts, SourceFacts
from jobfinder.model import SourceState, Step, Tier

F = TypeVar("F", bound=Base)
Past = Callable[[Any, Step], Any]

RECENT, LONG_AGO = NOW - HOUR, NOW - 40 * DAY


def done(f: F, step: Step, *, outcome: str = "ok", at: float = RECENT) -> F:
    return succeed(f, step, at, outcome=outcome)


def with_old_inputs(f: F, step: Step, at: float = RECENT) -> F:
    return succeed(f, step, at, print_="of other inputs")


def often(f: F, step: Step, kind: str, times: int) -> F:
    return fail_often(f, step, kind, times=times, at=NOW - MINUTE)


STOPS = {
    Step.SCRAPE: "led-on",
    Step.FILTER: "rejected",
    Step.SAVE: "below",
    Step.DISCOVER: "nothing",
    Step.PROBE: "nothing",
    Step.LIST: "part",
}
PASTS: dict[str, Past] = {
    "never": lambda f, s: f,
    "done": done,
    "done long ago": lambda f, s: done(f, s, at=LONG_AGO),
    "done, carried": lambda f, s: with_progress(done(f, s), s, carried=True),
    "stopped": lambda f, s: done(f, s, outcome=STOPS.get(s, "ok")),
    "stopped long ago": lambda f, s: done(f, s, outcome=STOPS.get(s, "ok"), at=LONG_AGO),
    "done with other inputs": with_old_inputs,
    "failing": lambda f, s: often(f, s, "timeout", 2),
    "failing, other class before": lambda f, s: fail(often(f, s, "timeout", 4), s, NOW - MINUTE, "http-500"),
    "exhausted": lambda f, s: often(f, s, "timeout", 5),
    "exhausted in all": lambda f, s: with_progress(fail(f, s, NOW - MINUTE, "http-500"), s, total=8),
    "exhausted long ago": lambda f, s: fail_often(f, s, "timeout", times=5, at=LONG_AGO),
    "refused": lambda f, s: often(f, s, "refused", 1),
    "broken": lambda f, s: often(f, s, "broken", 1),
    "gone": lambda f, s: often(f, s, "gone", 1),
    "gone often": lambda f, s: often(f, s, "gone", 9),
    "failed with other inputs": lambda f, s: with_progress(often(f, s, "broken", 5), s, tried="other"),
    "done, then failing": lambda f, s: often(done(f, s), s, "timeout", 2),
    "done long ago, then failing": lambda f, s: often(done(f, s, at=LONG_AGO), s, "timeout", 2),
    "done long ago, then exhausted": lambda f, s: often(done(f, s, at=LONG_AGO), s, "timeout", 5),
    "done long ago, then exhausted too": lambda f, s: fail_often(
        done(f, s, at=LONG_AGO - DAY), s, "timeout", times=5, at=LONG_AGO
    ),
    "done long ago, then broken": lambda f, s: often(done(f, s, at=LONG_AGO), s, "broken", 1),
    "done long ago, then refused": lambda f, s: often(done(f, s, at=LONG_AGO), s, "refused", 1),
    "done long ago, then gone": lambda f, s: often(done(f, s, at=LONG_AGO), s, "gone", 1),
    "other inputs, then exhausted": lambda f, s: often(with_old_inputs(f, s), s, "timeout", 5),
    "asked to wait": lambda f, s: later(f, s, NOW + HOUR),
    "done long ago, asked to wait": lambda f, s: later(done(f, s, at=LONG_AGO), s, NOW + HOUR),
    "asked to wait, over": lambda f, s: later(f, s, NOW - HOUR),
    "failing, asked to wait": lambda f, s: later(often(f, s, "timeout", 2), s, NOW + 2 * HOUR),
    "exhausted, asked to wait": lambda f, s: later(often(f, s, "timeout", 5), s, NOW + 2 * HOUR),
}
PLAIN = ("never", "done", "done with other inputs", "failing", "exhausted")

EMPLOYERS: dict[str, Any] = {
    "nobody": None,
    "sparse": employer(complete=False, settled_at=None, verdict=None),
    "sparse, at work": employer(complete=False, settled_at=None, verdict=None, live=True),
    "sparse, tried long ago": employer(complete=False, settled_at=LONG_AGO, verdict="failed", tier=Tier.D),
    "tried, nothing found": employer(complete=False, settled_at=RECENT, verdict="success"),
    "stale": employer(settled_at=LONG_AGO, tier=Tier.S),
    "stale, at work": employer(settled_at=LONG_AGO, live=True),
    "ready": employer(tier=Tier.A),
    "complete, never tried": employer(settled_at=None, verdict=None),
    "failed": employer(complete=False, settled_at=RECENT, verdict="failed", facts_hash=""),
}
WAITS = {
    "none": None,
    "lasting": waiting(),
    "past its deadline": waiting(deadline=NOW - MINUTE),
    "at its deadline": waiting(deadline=NOW),
    "over": waiting(over="circular"),
    "of another": waiting(awaited_id=8, over="waited until the deadline"),
}


def build(facts: F, pasts: Iterable[tuple[Step, str]]) -> F:
    """Facts whose steps have these pasts; fingerprints are those of the facts so far."""
    for step, past in pasts:
        facts = PASTS[past](facts, step)
    return facts


# ---------------------------------------------------------------- jobs

READ = ("done", "done long ago, then exhausted", "never")
JUDGED = (
    ("never", "never", "never"),
    ("done", "done", "done"),
    ("done", "done", "stopped"),
    ("done", "never", "never"),
    ("stopped", "never", "never"),
)
MARKS: dict[str, tuple[Any, ...]] = {
    "suspect_since": (None, NOW - HOUR, NOW - 2 * DAY),
    "closed_at": (None, NOW - HOUR, NOW - 35 * DAY, NOW - 200 * DAY),
    "missing_since": (None, NOW - 2 * HOUR, NOW - MINUTE),
    "confirmed_at": (None, NOW - 30 * MINUTE),
    "forced_at": (None, NOW - MINUTE),
}
TICKETS = ({"live": True}, {"live": False, "settled_at": RECENT}, {"live": True, "settled_at": LONG_AGO})


def jobs_by_reading() -> Iterator[JobFacts]:
    """Every past of scraping with every mark of the posting."""
    for past, marks, judged in product(PASTS, product(*MARKS.values()), JUDGED):
        for posting, ticket in (
            (None, TICKETS[0]),
            (None, TICKETS[1]),
            ("posting", TICKETS[0]),
            ("posting", TICKETS[1]),
        ):
            if posting is None and judged != JUDGED[0]:
                continue
            facts = job(posting_hash=posting, **dict(zip(MARKS, marks, strict=True)), **ticket)
            outcomes = zip((Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE), (past, *judged), strict=True)
            yield as_match(build(facts, outcomes))


def as_match(facts: JobFacts) -> JobFacts:
    """A save that was done has saved a match."""
    saved = facts.progress.get(Step.SAVE)
    return with_progress(facts, Step.SAVE, outcome="saved") if saved and saved.outcome == "ok" else facts


def jobs_by_judging() -> Iterator[JobFacts]:
    """Every employer with every wait, and every past of the steps after reading."""
    odd = [(past, "done", "done") for past in PASTS]
    odd += [("done", past, "never") for past in PASTS]
    odd += [("done", "done", past) for past in PASTS]
    odd += list(product(PLAIN, PLAIN, PLAIN))
    for steps, read, name, wait in product(odd, READ, EMPLOYERS, WAITS.values()):
        facts = job(posting_hash="posting", company=EMPLOYERS[name], wait=wait)
        yield as_match(
            build(facts, zip((Step.SCRAPE, Step.FILTER, Step.ANALYZE, Step.SAVE), (read, *steps), strict=True))
        )


def jobs_by_ticket() -> Iterator[JobFacts]:
    """Everything else a job may carry: gates, tickets, ranks lent, addresses, a clock that was set back."""
    fields: dict[str, tuple[Any, ...]] = {
        "gate": (None, "stop list: Acme"),
        "url": ("https://boards.example/1", None),
        "lane": ("host:boards.example", None),
        "mine": (False, True),
        "inherited": (None, NOW - DAY, NOW + 9 * DAY),
        "touched_at": (NOW - MINUTE, NOW + HOUR),
        "posted_at": (None, NOW - DAY, NOW - 2 * DAY + MINUTE, NOW - 90 * DAY, NOW + DAY),
    }
    for values, ticket, posting in product(product(*fields.values()), (*TICKETS, {"live": False}), (None, "posting")):
        yield job(posting_hash=posting, **dict(zip(fields, values, strict=True)), **ticket)


def jobs_by_review() -> Iterator[JobFacts]:
    """Every past of a second opinion on what was judged: matches, what was one, with lanes that rest and models that
    are not set. The save knows of the review, or was made before it.
    """
    fields: dict[str, tuple[Any, ...]] = {
        "score": (69.0, 70.0),
        "leads": (True, False),
        "review_at": (None, NOW + HOUR, NOW + 20 * DAY),
    }
    worth = (*product((REVIEWING,), *fields.values()), (SHARED, 100.0, True, None), (REVIEWING, None, True, None))
    tickets: tuple[dict[str, Any], ...] = (
        {"live": True},
        {"live": True, "settled_at": RECENT, "verdict": "success"},
        {"live": False, "settled_at": RECENT, "verdict": "success"},
        {"live": False, "settled_at": RECENT, "verdict": "skipped"},
    )
    steps = (Step.SCRAPE, Step.FILTER, Step.ANALYZE)
    pasts = product(PASTS, ("done", "stopped", "failing"), (True, False), ("done", "done long ago"))
    for (review, save, knows, read), values, ticket in product(pasts, worth, tickets):
        facts = job(posting_hash="posting", **dict(zip(("shared", *fields), values, strict=True)), **ticket)
        facts = build(facts, zip(steps, (read, "done", "done"), strict=True))
        last = ((Step.REVIEW, review), (Step.SAVE, save))
        yield as_match(build(facts, last if knows else last[::-1]))


# ---------------------------------------------------------------- companies and sources


def companies() -> Iterator[CompanyFacts]:
    steps = (Step.FETCH, Step.EXTRACT, Step.ANALYZE, Step.SAVE)
    fields: dict[str, tuple[Any, ...]] = {
        "website": ("https://a.example/", None),
        "forced_at": (None, NOW - MINUTE),
        "inherited": (None, NOW - DAY),
        "mine": (False, True),
    }
    verdicts = ({"live": True}, *({"live": live, "settled_at": RECENT, "verdict": v} for live, v in VERDICTS))
    odd = [tuple(past if n == k else "done" for k in range(4)) for n in range(4) for past in PASTS]
    odd += list(product(("never", "done", "done long ago"), PLAIN, PLAIN, PLAIN))
    for pasts, values, ticket in product(odd, product(*fields.values()), verdicts):
        yield build(company(**dict(zip(fields, values, strict=True)), **ticket), zip(steps, pasts, strict=True))


VERDICTS = ((True, "success"), (False, "success"), (False, "failed"), (False, "blocked"), (True, "failed"))


def sources() -> Iterator[SourceFacts]:
    steps = (Step.DISCOVER, Step.PROBE, Step.LIST)
    fields: dict[str, tuple[Any, ...]] = {
        "state": tuple(SourceState),
        "recognized": (False, True),
        "forced_at": (None, NOW - MINUTE),
        "suspicious": (False, True),
        "interval": (HOUR / 2, 7 * DAY, 60 * DAY),
    }
    tickets = ({"live": True, "mine": True}, {"live": False, "settled_at": RECENT, "verdict": "success"})
    odd = [tuple(past if n == k else "done" for k in range(3)) for n in range(3) for past in PASTS]
    odd += list(product(PLAIN, PLAIN, PLAIN))
    for pasts, values, ticket in product(odd, product(*fields.values()), tickets):
        yield build(source(**dict(zip(fields, values, strict=True)), **ticket), zip(steps, pasts, strict=True))


SLICES: dict[str, Callable[[], Iterator[AnyFacts]]] = {
    "jobs by reading": jobs_by_reading,
    "jobs by judging": jobs_by_judging,
    "jobs by ticket": jobs_by_ticket,
    "jobs by review": jobs_by_review,
    "companies": companies,
    "sources": sources,
}
