"""The pipelines as a table: the steps in order, the inputs each is a function of, where it runs, when it expires.

Read top to bottom, this is the transition diagram (`docs/pipelines.md` is generated from it).
To add a step, add a row, a module in `steps/` and an entry in `steps.STEPS` (see docs/add-a-step.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec.structs import replace

from jobfinder.flow.facts import Base, CompanyFacts, JobFacts, Shared, SourceFacts
from jobfinder.model import Step, Verdict

F = TypeVar("F", bound=Base)

CPU = "cpu"
DAY = 86_400.0

RECHECK_MATCH = 7 * DAY
COMPANY_STALE = 30 * DAY


class Spec(Generic[F]):
    """One row: `inputs` names what the step is a function of, `stops` the outcomes that end the walk there.

    `parts`: outcomes of a step that has done a part of its work and goes on at once. `gone_ends`: not found once is a
    failure (elsewhere a second look decides). `expiry` is in seconds. `paid`: it costs money, on a lane of its own.
    """

    __slots__ = ("expiry", "gone_ends", "inputs", "paid", "parts", "read", "step", "stops", "web")

    def __init__(
        self,
        step: Step,
        inputs: str,
        read: Callable[[F], tuple[str | None, ...]],
        *,
        web: bool = False,
        paid: bool = False,
        expiry: float | None = None,
        gone_ends: bool = True,
        stops: dict[str, Verdict] | None = None,
        parts: frozenset[str] = frozenset(),
    ) -> None:
        self.step = step
        self.inputs = inputs
        self.read = read
        self.web = web
        self.paid = paid
        self.expiry = expiry
        self.gone_ends = gone_ends
        self.stops = stops or {}
        self.parts = parts


def output(facts: Base, step: Step) -> str | None:
    """The hash of what `step` last produced."""
    progress = facts.progress.get(step)
    return progress.output_hash if progress else None


def fingerprint(spec: Spec[F], facts: F) -> str:
    """Identity of the step's inputs: equal inputs, equal fingerprint."""
    parts = "\x1f".join("\x00" if part is None else part for part in (spec.step, *spec.read(facts)))
    return hashlib.blake2b(parts.encode(), digest_size=12).hexdigest()


REVIEW: Spec[JobFacts] = Spec(
    Step.REVIEW,
    "posting, profile, models and prompt",
    lambda f: (f.posting_hash, f.shared.profile, f.shared.review),
    paid=True,
)


def reviewed(f: JobFacts) -> str | None:
    """The hash of the second opinion, where it is one on what is known now."""
    progress = f.progress.get(Step.REVIEW)
    current = progress is not None and progress.fingerprint == fingerprint(REVIEW, f)
    return progress.output_hash if progress is not None and current else None


def filtered_company(facts: JobFacts) -> tuple[str | None, ...]:
    """The company's facts, where a filter rule looks at them."""
    return (facts.company.facts_hash if facts.company else None,) if facts.shared.filter_asks_company else ()


FILTER: Spec[JobFacts] = Spec(
    Step.FILTER,
    "posting, filter preferences, company if asked",
    lambda f: (f.posting_hash, f.shared.filter, *filtered_company(f)),
    stops={"rejected": Verdict.FILTERED},
)


def filtered_with(f: JobFacts, shared: Shared) -> str:
    """The fingerprint that the filter would have with these inputs in place of those that entities share now."""
    return fingerprint(FILTER, replace(f, shared=shared))


JOB: tuple[Spec[JobFacts], ...] = (
    Spec(
        Step.SCRAPE,
        "the address",
        lambda f: (f.url,),
        web=True,
        expiry=RECHECK_MATCH,
        gone_ends=False,
        stops={"led-on": Verdict.SKIPPED, "nothing": Verdict.FAILED},
    ),
    FILTER,
    Spec(
        Step.ANALYZE,
        "posting, company facts, profile, scorer",
        lambda f: (
            f.posting_hash,
            f.company.facts_hash if f.company else None,
            f.shared.profile,
            f.shared.scorer,
        ),
    ),
    Spec(
        Step.SAVE,
        "posting, analysis, review, thresholds",
        lambda f: (f.posting_hash, output(f, Step.ANALYZE), reviewed(f), f.shared.threshold),
        stops={"below": Verdict.SKIPPED},
    ),
    REVIEW,
)

COMPANY: tuple[Spec[CompanyFacts], ...] = (
    Spec(Step.FETCH, "website", lambda f: (f.website,), web=True, expiry=COMPANY_STALE),
    Spec(Step.EXTRACT, "pages", lambda f: (output(f, Step.FETCH),)),
    Spec(Step.ANALYZE, "extracted facts, hints", lambda f: (output(f, Step.EXTRACT), f.hints_hash)),
    Spec(Step.SAVE, "analysis", lambda f: (output(f, Step.ANALYZE),)),
)

SOURCE: tuple[Spec[SourceFacts], ...] = (
    Spec(
        Step.DISCOVER,
        "the address",
        lambda f: (f.url,),
        web=True,
        stops={"nothing": Verdict.FAILED, "led-on": Verdict.SKIPPED},
    ),
    Spec(
        Step.PROBE,
        "the board found",
        lambda f: (output(f, Step.DISCOVER),),
        web=True,
        stops={"nothing": Verdict.FAILED},
    ),
    Spec(Step.LIST, "the board probed", lambda f: (output(f, Step.PROBE),), web=True, parts=frozenset({"part"})),
)

PIPELINES: dict[str, tuple[Spec[Any], ...]] = {"job": JOB, "company": COMPANY, "source": SOURCE}
