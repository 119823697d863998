"""A change of preferences tried before it is saved: which matches it would bring and cost, and how much work.

Pure. Called by `prefs try` over all jobs that are known. Both preferences are asked about each job as of today, so that
what has only grown old since it was judged last is not put down to the change. Streams: 100,000 jobs are looked at
one by one, and only the best few that move are kept.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec.structs import replace

from jobfinder.match.drops import decisive
from jobfinder.match.filter import FilterResult, judge, judge_again, rules_changed
from jobfinder.match.gate import gate
from jobfinder.match.prefs import Preferences, filter_version, gate_version, scorer_version
from jobfinder.match.rules import Case
from jobfinder.model import Record, Verdict

APART = frozenset({Verdict.CLOSED, Verdict.BLOCKED, Verdict.FAILED})
"""Jobs that no preferences would show."""
KEPT = 20

Scorer: TypeAlias = Callable[[Case], float]


class Known(Record, frozen=True):
    """A job as it stands: what is judged, its score under the preferences in force (null: never scored), and how it
    settled (null: it has not).
    """

    job: str
    case: Case
    score: float | None = None
    verdict: Verdict | None = None


class Move(Record, frozen=True):
    """A job that the change makes a match, or no match any more. `score` is null where it has yet to be scored; such a
    gain is one only if its score turns out high enough.
    """

    job: str
    title: str
    company: str | None
    score: float | None
    why: str


class Side(Record, frozen=True):
    """How many jobs move, and the best of them, best first. `unsure`: how many of these have yet to be scored."""

    count: int = 0
    unsure: int = 0
    best: tuple[Move, ...] = ()


class Trial(Record, frozen=True):
    """What a change would do.

    gained, lost    matches it would bring and cost
    unchanged       jobs that stay what they are, match or not
    apart           closed, blocked or failed jobs, which it does not touch
    to_filter       jobs to be filtered again (no request, no cost)
    to_score        jobs to be analyzed again (no request, no cost)
    ai_calls        reviews by a model that it would ask for at most; what they cost is the caller's to say
    rules           the filter rules that it changes
    """

    gained: Side
    lost: Side
    unchanged: int
    apart: int
    to_filter: int
    to_score: int
    ai_calls: int
    rules: tuple[str, ...]


def trial(
    jobs: Iterable[Known],
    old: Preferences,
    new: Preferences,
    *,
    score: Scorer | None = None,
    review_from: float | None = None,
    expects: bool = False,
) -> Trial:
    """What `new` in place of `old` would alter. `score` gives the score of a case under the preferences in it, where
    the caller can tell; `review_from` is the score from which on a match is reviewed (null: none is); `expects`: the
    profile says what pay it expects.
    """
    change = _Change(old, new, score, review_from, expects)
    for job in jobs:
        change.look_at(job)
    return change.result()


class _Change:
    """Old and new, and what has been counted so far."""

    def __init__(
        self, old: Preferences, new: Preferences, score: Scorer | None, review_from: float | None, expects: bool
    ) -> None:
        self.old, self.new = old, new
        self.score, self.review_from = score, review_from
        self.rules = rules_changed(old, new)
        self.gates = gate_version(old) != gate_version(new)
        self.filters = filter_version(old) != filter_version(new)
        self.scores = scorer_version(old, expects=expects) != scorer_version(new, expects=expects)
        self.gained, self.lost = _Best(), _Best()
        self.unchanged = self.apart = self.to_filter = self.to_score = self.ai_calls = 0

    def look_at(self, job: Known) -> None:
        if job.verdict in APART:
            self.apart += 1
            return
        case = replace(job.case, prefs=self.old)
        before = _Standing(job, self.old, judge(case))
        before.score = self._scored(before, case, job.score)
        again = replace(job.case, prefs=self.new)
        after = _Standing(job, self.new, judge_again(again, before.result, self.rules))
        after.score = self._scored(after, again, None if self.scores else before.score)
        self._count_work(before, after)
        if before.matches == after.matches:
            self.unchanged += 1
        elif after.matches:
            self.gained.take(after.move(before.against(after)))
        else:
            self.lost.take(before.move(after.against(before)))

    def _scored(self, standing: _Standing, case: Case, known: float | None) -> float | None:
        """The score known, else the one made here; only what passes is scored."""
        return self.score(case) if known is None and self.score and standing.goes_on else known

    def _count_work(self, before: _Standing, after: _Standing) -> None:
        self.to_filter += self.filters and not after.stopped
        needed = after.goes_on and (self.scores or after.job.score is None)
        self.to_score += needed
        self.ai_calls += self._reviewed(after) and not self._reviewed(before)

    def _reviewed(self, standing: _Standing) -> bool:
        if self.review_from is None or not standing.matches:
            return False
        return standing.score is None or standing.score >= self.review_from

    def result(self) -> Trial:
        return Trial(
            gained=self.gained.side(),
            lost=self.lost.side(),
            unchanged=self.unchanged,
            apart=self.apart,
            to_filter=self.to_filter,
            to_score=self.to_score,
            ai_calls=self.ai_calls,
            rules=tuple(sorted(self.rules)),
        )


class _Standing:
    """A job under one of the two preferences."""

    def __init__(self, job: Known, prefs: Preferences, result: FilterResult) -> None:
        posting = job.case.posting
        self.job, self.result, self.least = job, result, prefs.min_score
        self.score: float | None = None
        self.stopped = gate(url=posting.url, company=posting.company, title=posting.title, prefs=prefs)
        self.goes_on = self.stopped is None and result.passed

    @property
    def matches(self) -> bool:
        return self.goes_on and (self.score is None or self.score >= self.least)

    def against(self, other: _Standing) -> str:
        """What keeps it from being a match here, while it is one under the other."""
        if self.stopped:
            return self.stopped
        if not self.result.passed:
            return decisive(self.result)
        if self.score == other.score:
            return f"its score of {self.score:g} is below {self.least}"
        return f"its score would be {_points(self.score)} instead of {_points(other.score)}"

    def move(self, why: str) -> Move:
        posting = self.job.case.posting
        return Move(job=self.job.job, title=posting.title, company=posting.company, score=self.score, why=why)


def _points(score: float | None) -> str:
    return "unknown" if score is None else f"{score:g}"


class _Best:
    """Counts moves and keeps the best few."""

    def __init__(self) -> None:
        self.count = self.unsure = 0
        self.heap: list[tuple[float, int, Move]] = []

    def take(self, move: Move) -> None:
        self.count += 1
        self.unsure += move.score is None
        # The earlier of two equals stays: the order of the jobs decides, nothing else.
        entry = (-1.0 if move.score is None else move.score, -self.count, move)
        if len(self.heap) < KEPT:
            heapq.heappush(self.heap, entry)
        else:
            heapq.heappushpop(self.heap, entry)

    def side(self) -> Side:
        return Side(
            count=self.count, unsure=self.unsure, best=tuple(move for *_, move in sorted(self.heap, reverse=True))
        )
