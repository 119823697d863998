"""The ladder of a company: fetch, extract, analyze, save. It is refreshed when somebody wants it, not by itself."""

from __future__ import annotations

from jobfinder.flow.facts import CompanyFacts
from jobfinder.flow.plan.ladder import attempt, expires_at, is_done
from jobfinder.flow.plan.outcome import Done, Plan, Run
from jobfinder.flow.plan.pipeline import COMPANY, COMPANY_STALE, CPU, fingerprint
from jobfinder.flow.rank import Ranked, Worth, rank
from jobfinder.model import Step, Verdict

FETCH, EXTRACT, ANALYZE, SAVE = COMPANY


def plan_company(f: CompanyFacts, now: float) -> Plan:
    """The next thing for a company."""
    fetched = fetch(f, now)
    if isinstance(fetched, Run):
        return fetched
    for spec in (EXTRACT, ANALYZE, SAVE):
        if not is_done(f.progress.get(spec.step), fingerprint(spec, f)):
            return attempt(spec, f, None, f.touched_at, f"not done with these {spec.inputs} yet", Ranker(f))
    if fetched is not None:
        # What the seeker or the postings told is saved all the same; the verdict says that the site was not read.
        return fetched
    saved = f.progress[Step.SAVE]
    return Done(verdict=Verdict.SUCCESS, revisit_at=None, why=saved.reason or "saved")


def fetch(f: CompanyFacts, now: float) -> Run | Done | None:
    """Reading the site: a run where it is due, a verdict where it failed for good, null where it is done."""
    progress = f.progress.get(Step.FETCH)
    if progress is not None and is_done(progress, fingerprint(FETCH, f)):
        expiry = expires_at(FETCH, f, progress)
        if expiry is None or now < expiry or not f.live:
            return None
        return attempt(FETCH, f, f.lane, expiry, "read more than a month ago", Ranker(f))
    if not f.live:
        why = (progress and progress.error) or "its site was not read"
        return Done(verdict=Verdict(f.verdict or "failed"), revisit_at=None, why=why)
    run = attempt(FETCH, f, f.lane, f.touched_at, "its site has not been read yet", Ranker(f))
    due = ((progress and progress.tried_at) or 0.0) + COMPANY_STALE
    if isinstance(run, Run) or run.verdict is not Verdict.FAILED or now < due:
        return run
    # A failure grows old like a success: whoever wants the company then gets another look.
    return Run(
        step=Step.FETCH,
        lane=f.lane or CPU,
        due=due,
        rank=Ranker(f)(Step.FETCH, due),
        fingerprint=fingerprint(FETCH, f),
        why=f"failed more than a month ago: {run.why}",
    )


class Ranker:
    """Ranks the steps of one company; the best of its waiters lends its rank."""

    def __init__(self, f: CompanyFacts) -> None:
        self.worth = Worth(tier=f.tier, mine=f.mine, refresh=f.settled_at is not None)
        self.inherited = f.inherited

    def __call__(self, step: Step, due: float) -> Ranked:
        return rank(step, due, self.worth, self.inherited)
