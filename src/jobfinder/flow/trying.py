"""Trying: what other preferences would alter, before they are saved: matches gained and lost, work, and money.

Read-only. Called by `app` for `prefs try`. What is compared is in `match.trial`; this brings it the jobs of the store.
"""

from __future__ import annotations

from collections.abc import Iterator

from jobfinder.flow.judged import Judged, all_jobs
from jobfinder.flow.oracle import Pricing
from jobfinder.flow.seeker import Seeker
from jobfinder.flow.unit import UnitOfWork
from jobfinder.flow.versions import differences
from jobfinder.match import prefs as prefs_module
from jobfinder.match import review
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import expects_pay
from jobfinder.match.rules import Case
from jobfinder.match.score import score
from jobfinder.match.trial import Known, Scorer, Trial, trial
from jobfinder.model import Posting, Record, Verdict

EXAMPLE = Posting(title="A role", description_text="word " * 1_000)
"""A posting of the usual length, to be priced."""


class Tried(Record, frozen=True):
    """What a change would do. `changes` says what it is.

    model       who would give the reviews; null where no model is set
    typical     US dollars that all reviews would cost as such calls do; null where none was made yet
    worst       US dollars that they cost at the most, for postings of the usual length; null where nobody knows
    unpriced    why they would not be asked for now
    """

    changes: tuple[str, ...]
    trial: Trial
    model: str | None = None
    typical: float | None = None
    worst: float | None = None
    unpriced: str = ""


def attempt(unit: UnitOfWork, wanted: Preferences, pricing: Pricing | None) -> Tried:
    """What `wanted` in place of the preferences in force would alter. Changes nothing, asks nobody."""
    seeker = unit.read(unit.seekers.load)
    reviewing = unit.seekers.reviewing
    made = trial(
        known(unit, seeker.prefs),
        seeker.prefs,
        wanted,
        score=scorer(seeker),
        review_from=reviewing.least if reviewing else None,
        expects=expects_pay(seeker.profile),
    )
    changes = tuple(differences(prefs_module.to_toml(seeker.prefs), prefs_module.to_toml(wanted)))
    if pricing is None:
        return Tried(changes=changes, trial=made)
    question = review.question(EXAMPLE, seeker.profile)
    price = unit.read(lambda tx: pricing(tx, question, None))
    if price is None:
        return Tried(changes=changes, trial=made)
    return Tried(
        changes=changes,
        trial=made,
        model=price.model,
        typical=None if price.typical is None else price.typical * made.ai_calls,
        worst=None if price.worst is None else price.worst * made.ai_calls,
        unpriced=price.why,
    )


def known(unit: UnitOfWork, prefs: Preferences) -> Iterator[Known]:
    """Every job, as the trial wants it."""
    for job in all_jobs(unit, prefs):
        yield Known(job=job.key, case=job.case, score=job.score, verdict=standing(job))


def standing(job: Judged) -> Verdict | None:
    """How it ended. No preferences show what is closed, nor what the seeker may not apply for."""
    return Verdict.CLOSED if job.closed else Verdict.BLOCKED if job.barred else job.verdict


def scorer(seeker: Seeker) -> Scorer:
    """The score of a case for the seeker, under the preferences that the case names."""

    def score_of(case: Case) -> float:
        made = score(case.posting, case.company, seeker.profile, case.prefs, today=case.today, offer=case.offer)
        return float(made.score)

    return score_of
