"""The ladder of a job: gate, closed, scrape, filter, company, analyze, save, review. One reason at each return."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from msgspec.structs import replace

from jobfinder.flow.facts import CompanyView, JobFacts, Progress, WaitView, Want
from jobfinder.flow.plan.ladder import attempt, is_done
from jobfinder.flow.plan.outcome import Done, Plan, Run, Wait
from jobfinder.flow.plan.pipeline import COMPANY_STALE, DAY, JOB, RECHECK_MATCH, fingerprint
from jobfinder.flow.plan.retry import failed_here
from jobfinder.flow.rank import Ranked, Worth, rank, rank_of_review
from jobfinder.model import Step, Verdict

SCRAPE, FILTER, ANALYZE, SAVE, REVIEW = JOB
SECOND_LOOK = DAY
CLOSED_LOOK = 30 * DAY
CLOSED_LOOKS_UNTIL = 90 * DAY
COMPANY_WAIT = DAY / 4


class Readiness(StrEnum):
    """What a job may expect of its company: wait for the sparse, go on with the others."""

    SPARSE = "sparse"
    STALE = "stale"
    READY = "ready"


def readiness(company: CompanyView, now: float) -> Readiness:
    """The one predicate. Tried and nothing found is ready too, until it is stale."""
    if company.settled_at is None:
        return Readiness.READY if company.complete else Readiness.SPARSE
    if now - company.settled_at < COMPANY_STALE:
        return Readiness.READY
    return Readiness.STALE if company.complete else Readiness.SPARSE


def plan_job(f: JobFacts, now: float) -> Plan:
    """The next thing for a job."""
    if f.gate:
        return Done(verdict=Verdict.SKIPPED, revisit_at=None, why=f.gate)
    if f.closed_at is not None:
        return closed(f, f.closed_at, now)
    if f.suspect_since is not None:
        due = f.suspect_since + SECOND_LOOK
        return scrape(f, due, "not found once: a second look before it is called closed")
    if f.posting_hash is None:
        return first_scrape(f, now)
    again = recheck(f, now)
    if again is not None and again.due <= now:
        return again
    then = judge(f, now, next_look(f, now))
    if isinstance(then, Done):
        # Whoever asked is answered by this; what is read again all the same is not forgotten.
        again = recheck(replace(f, live=False), now)
        return then if again is None else replace(then, revisit_at=earlier(then.revisit_at, again.due))
    sooner = again is not None and isinstance(then, Run) and again.due < then.due
    return again if again is not None and sooner else then


def closed(f: JobFacts, closed_at: float, now: float) -> Plan:
    """Closed postings are looked at rarely, and after a while no more."""
    looked = max(closed_at, last_look(f.progress.get(Step.SCRAPE)))
    due = looked + CLOSED_LOOK
    why = f.closed_reason or "the posting is closed"
    if f.forced_at is not None and f.forced_at > looked:
        return scrape(f, f.forced_at, "asked to look again at a closed posting")
    if f.url is not None and f.confirmed_at is not None and f.confirmed_at > looked:
        return scrape(f, f.confirmed_at, "closed, and listed again: is it back?")
    if f.url is None or due > closed_at + CLOSED_LOOKS_UNTIL:
        return Done(verdict=Verdict.CLOSED, revisit_at=None, why=why)
    if now < due:
        return Done(verdict=Verdict.CLOSED, revisit_at=due, why=why)
    return scrape(f, due, "closed: is it back?")


def first_scrape(f: JobFacts, now: float) -> Plan:
    """Nothing is known of the posting yet."""
    progress = f.progress.get(Step.SCRAPE)
    if is_done(progress, fingerprint(SCRAPE, f)) and progress:
        forced = f.forced_at is not None and (progress.done_at or 0.0) < f.forced_at <= now
        if not forced:
            why = progress.reason or "not a posting"
            return Done(verdict=SCRAPE.stops.get(progress.outcome or "", Verdict.FAILED), revisit_at=None, why=why)
    if f.url is None:
        return Done(verdict=Verdict.FAILED, revisit_at=None, why="neither an address nor posting data")
    return scrape(f, f.touched_at, "the posting has not been read yet")


def recheck(f: JobFacts, now: float) -> Run | None:
    """A further scrape of a known posting, due now or later, where something asks for one."""
    progress = f.progress.get(Step.SCRAPE)
    if f.url is None:
        return None
    looked = last_look(progress)
    if f.missing_since is not None and looked < f.missing_since:
        return as_run(f, scrape(f, f.missing_since, "gone from its listing: is the page still there?"))
    read = last_read(f)
    if f.forced_at is not None and read < f.forced_at:
        return as_run(f, scrape(f, f.forced_at, "asked to read it again"))
    due = read + RECHECK_MATCH
    if due > now or not read or not (f.live or is_match(f)):
        return None
    return as_run(f, scrape(f, due, "last read more than a week ago"))


def as_run(f: JobFacts, plan: Run | Done) -> Run | None:
    """A re-check that failed for good leaves the posting as it was. A week later it is tried once more, unless it was
    refused: then a person has to decide.
    """
    if isinstance(plan, Run):
        return plan
    progress = f.progress[Step.SCRAPE]
    if progress.error_kind == "refused" or f.lane is None:
        return None
    due = (progress.tried_at or 0.0) + RECHECK_MATCH
    return Run(
        step=Step.SCRAPE,
        lane=f.lane,
        due=due,
        rank=Ranker(f, refresh=True)(Step.SCRAPE, due),
        fingerprint=fingerprint(SCRAPE, f),
        why=f"could not be read a week ago: {plan.why}",
    )


def judge(f: JobFacts, now: float, revisit_at: float | None) -> Plan:
    """The steps after reading: filter, then the company, analyze, save."""
    passed = f.progress.get(Step.FILTER)
    if not is_done(passed, fingerprint(FILTER, f)):
        why = "the posting or the filter preferences are new" if passed else "read, not filtered yet"
        return attempt(FILTER, f, None, f.touched_at, why, Ranker(f))
    if passed and passed.outcome in FILTER.stops:
        return Done(verdict=Verdict.FILTERED, revisit_at=None, why=passed.reason or "filtered")
    if not is_done(f.progress.get(Step.ANALYZE), fingerprint(ANALYZE, f)):
        return analyze(f, now)
    saved = f.progress.get(Step.SAVE)
    if not is_done(saved, fingerprint(SAVE, f)):
        return attempt(SAVE, f, None, f.touched_at, "analyzed, not saved yet", Ranker(f))
    if saved and saved.outcome in SAVE.stops:
        return Done(verdict=SAVE.stops[saved.outcome], revisit_at=revisit_at, why=saved.reason or "below")
    done = Done(verdict=Verdict.SUCCESS, revisit_at=revisit_at, why=(saved and saved.reason) or "saved")
    opinion = review(f)
    if opinion is None:
        return done
    # Whoever asked is answered by the match, and it is shown as one; the second opinion is a visit of its own. One that
    # has to wait does not keep the posting from being read again meanwhile.
    settled = not f.live and f.verdict == Verdict.SUCCESS
    is_next = revisit_at is None or opinion.due <= revisit_at
    return opinion if settled and is_next else replace(done, revisit_at=earlier(revisit_at, opinion.due))


def earlier(one: float | None, other: float) -> float:
    return other if one is None else min(one, other)


def review(f: JobFacts) -> Run | None:
    """A paid second opinion, where one is to be had, is worth it, and has not been given on what is known now."""
    score = f.score
    if f.shared.review is None or score is None or score < f.shared.review_from or not f.leads:
        return None
    before, print_ = f.progress.get(Step.REVIEW), fingerprint(REVIEW, f)
    if is_done(before, print_):
        return None
    due = max(f.progress[Step.SAVE].done_at or f.touched_at, f.review_at or 0.0)
    failure = failed_here(before, print_)
    if failure is not None and failure.error_kind == "refused":
        # A key or a name is wrong. Somebody will mend that elsewhere, and nobody tells: it is tried once a day.
        due = max(due, (failure.tried_at or 0.0) + DAY)
        f = replace(f, progress={**f.progress, Step.REVIEW: replace(failure, error_kind=None)})
    why = f"a match with score {score:g}: worth a second opinion"
    plan = attempt(REVIEW, f, f.shared.review_lane, due, why, partial(ranked_review, score))
    return plan if isinstance(plan, Run) else None


def ranked_review(score: float, step: Step, due: float) -> Ranked:
    return rank_of_review(due, score)


def analyze(f: JobFacts, now: float) -> Plan:
    """Wait for a company that will be known soon; never for one that cannot be."""
    ranker = Ranker(f)

    def go(why: str) -> Run | Done:
        return attempt(ANALYZE, f, None, f.touched_at, why, ranker)

    company = f.company
    if company is None:
        return go("passed the filter; nobody says who employs")
    state = readiness(company, now)
    # What has failed for good with these inputs is not helped by a company that has merely grown old since.
    if state is Readiness.READY or isinstance(go(""), Done):
        return go("passed the filter, not analyzed yet")
    want = Want(entity_id=company.id, name=company.name, why=f"a posting needs it and it is {state}")
    if state is Readiness.STALE:
        run = go("the company is stale, refreshed beside")
        return run if company.live or isinstance(run, Done) else replace(run, wants=(want,))
    wait = f.wait if f.wait is not None and f.wait.awaited_id == company.id else None
    over = wait_over(wait, now)
    if over is not None:
        return go(f"goes on without company facts: {over}")
    return Wait(
        want=want,
        until=wait.deadline if wait else now + COMPANY_WAIT,
        rank=ranker(Step.ANALYZE, f.touched_at),
        why=f"the company is {state}: {company.name}",
    )


def wait_over(wait: WaitView | None, now: float) -> str | None:
    """Why waiting for the company has ended without it, or null."""
    if wait is None or wait.over:
        return wait.over if wait else None
    return "waited until the deadline" if wait.deadline <= now else None


def scrape(f: JobFacts, due: float, why: str) -> Run | Done:
    return attempt(SCRAPE, f, f.lane, due, why, Ranker(f, refresh=f.posting_hash is not None))


def last_look(progress: Progress | None) -> float:
    """When the page was last looked at, with whatever result."""
    if progress is None:
        return 0.0
    tried = progress.tried_at if progress.error_kind == "gone" else None
    return max(progress.done_at or 0.0, tried or 0.0)


def last_read(f: JobFacts) -> float:
    """When the text was last read. That a listing without it still names the posting says nothing of it."""
    progress = f.progress.get(Step.SCRAPE)
    return max(progress.done_at or 0.0 if progress else 0.0, f.read_at or 0.0)


def next_look(f: JobFacts, now: float) -> float | None:
    """When a match is due to be read again. A look that was due and was refused is not due once more."""
    read = last_read(f)
    due = read + RECHECK_MATCH
    return due if f.url is not None and read and due > now and is_match(f) else None


def is_match(f: JobFacts) -> bool:
    """Is it shown: does it pass the filter, and is it saved, with all that is known now?"""
    passed, saved = f.progress.get(Step.FILTER), f.progress.get(Step.SAVE)
    if passed is None or passed.outcome in FILTER.stops or not is_saved(saved):
        return False
    return all(is_done(f.progress.get(spec.step), fingerprint(spec, f)) for spec in (FILTER, ANALYZE, SAVE))


def is_saved(saved: Progress | None) -> bool:
    return saved is not None and saved.outcome == "saved"


class Ranker:
    """Ranks the steps of one job. The posting's age is taken at the moment at which a step becomes due: planned again
    later, the rank is the same.
    """

    def __init__(self, f: JobFacts, refresh: bool = False) -> None:
        self.posted_at = f.posted_at
        tier = f.company.tier if f.company else None
        self.worth = Worth(tier=tier, mine=f.mine, predicted=f.predicted, refresh=refresh)
        self.inherited = f.inherited

    def __call__(self, step: Step, due: float) -> Ranked:
        age = None if self.posted_at is None else max(due - self.posted_at, 0.0)
        return rank(step, due, replace(self.worth, age=age), self.inherited)
