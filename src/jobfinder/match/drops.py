"""The ledger of drops: why was this one dropped, what did a rule drop, what would pass if a value were another?

Pure. Called by the faces over verdicts that are stored, and over cases to be judged again. Everything streams: one
result is looked at after the other, and nothing but counts and a few examples is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jobfinder.match.edit import Edit
from jobfinder.match.filter import (
    AGAINST,
    FilterResult,
    RuleOutcome,
    RuleVerdict,
    judge,
    judge_again,
    reasons,
    rules_changed,
)
from jobfinder.match.prefs import Preferences, with_value
from jobfinder.match.rules import Case
from jobfinder.model import Record

KEPT = 50
"""How many jobs are named where a count stands for all."""


class WhyNot(Record, frozen=True):
    """Why a posting was dropped, or that it was not.

    against     what speaks against it, those that reject first, then by their strikes
    lift        the fewest of these without which it would pass; several where none is enough alone
    edits       the changes of preferences that lift them, where each has one
    threshold   the strike threshold from which on it would pass; null where a rule rejects it outright
    lines       all of it in words
    """

    passed: bool
    against: tuple[RuleVerdict, ...]
    lift: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    threshold: int | None = None
    lines: tuple[str, ...] = ()


def why_not(result: FilterResult) -> WhyNot:
    """Why the filter dropped a posting, and the least that would have to change."""
    against = tuple(sorted((v for v in result.rules if v.outcome in AGAINST), key=_weight, reverse=True))
    lift = () if result.passed else _least(result, against)
    rejected = any(verdict.outcome is RuleOutcome.REJECT for verdict in against)
    edits = tuple(verdict.edit for verdict in lift if verdict.edit)
    return WhyNot(
        passed=result.passed,
        against=against,
        lift=tuple(verdict.rule for verdict in lift),
        edits=edits if len(edits) == len(lift) else (),
        threshold=None if result.passed or rejected else result.total_strikes + 1,
        lines=tuple(reasons(result)),
    )


def _weight(verdict: RuleVerdict) -> tuple[bool, int]:
    return verdict.outcome is RuleOutcome.REJECT, verdict.strikes


def _least(result: FilterResult, against: tuple[RuleVerdict, ...]) -> tuple[RuleVerdict, ...]:
    """All that reject, then the heaviest strikes until too few are left."""
    lifted, left = [], result.total_strikes
    for verdict in against:
        if verdict.outcome is not RuleOutcome.REJECT and left < result.strike_threshold:
            break
        lifted.append(verdict)
        left -= verdict.strikes
    return tuple(lifted)


# ---------------------------------------------------------------- what a rule dropped


class Dropped(Record, frozen=True):
    """A posting that a rule spoke against, and that was dropped. `alone`: without this rule it would have passed."""

    job: str
    alone: bool
    verdict: RuleVerdict


class Tally(Record, frozen=True):
    """What a rule did to all postings: how many it rejected or struck, how many of these were dropped, how many by it
    alone, and how many it could not judge.
    """

    rule: str
    rejected: int = 0
    struck: int = 0
    dropped: int = 0
    alone: int = 0
    unknown: int = 0


def dropped_by(rule: str, results: Iterable[tuple[str, FilterResult]]) -> Iterator[Dropped]:
    """The postings that a rule had a part in dropping, as they come."""
    for job, result in results:
        verdict = next((one for one in result.rules if one.rule == rule and one.outcome in AGAINST), None)
        if verdict is not None and not result.passed and _counts(verdict):
            yield Dropped(job=job, alone=_passes_without(result, verdict), verdict=verdict)


def tallies(results: Iterable[tuple[str, FilterResult]]) -> tuple[Tally, ...]:
    """One line for each rule that said anything but pass, those that dropped most by themselves first."""
    counts: dict[str, Counter[str]] = {}
    for _, result in results:
        for verdict in result.rules:
            if verdict.outcome is not RuleOutcome.PASS:
                counts.setdefault(verdict.rule, Counter()).update(_marks(result, verdict))
    rows = [Tally(rule=rule, **count) for rule, count in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row.alone, -row.dropped, -row.struck, row.rule)))


def _marks(result: FilterResult, verdict: RuleVerdict) -> Iterator[str]:
    if verdict.outcome is RuleOutcome.UNKNOWN:
        yield "unknown"
        return
    yield "rejected" if verdict.outcome is RuleOutcome.REJECT else "struck"
    if not result.passed and _counts(verdict):
        yield "dropped"
        if _passes_without(result, verdict):
            yield "alone"


def _counts(verdict: RuleVerdict) -> bool:
    """A rule that only reports drops nothing."""
    return verdict.outcome is RuleOutcome.REJECT or verdict.strikes > 0


def _passes_without(result: FilterResult, verdict: RuleVerdict) -> bool:
    others = any(one.outcome is RuleOutcome.REJECT for one in result.rules if one is not verdict)
    return not others and result.total_strikes - verdict.strikes < result.strike_threshold


# ---------------------------------------------------------------- what would pass


class Moved(Record, frozen=True):
    """A posting that a change lets pass or drops, with what spoke, or would speak, against it."""

    job: str
    title: str
    why: str


class WouldPass(Record, frozen=True):
    """What a change of one field would do. `gained` and `lost` name the first few of `gains` and `losses`."""

    path: str
    value: str
    gains: int
    losses: int
    unchanged: int
    gained: tuple[Moved, ...]
    lost: tuple[Moved, ...]


def would_pass_if(prefs: Preferences, path: str, value: str, cases: Iterable[tuple[str, Case]]) -> WouldPass:
    """What would pass, and what no longer, with the field at `path` set to `value`: `("salary.floor", "60000")`.

    Raises UsageError, as `prefs.with_value`.
    """
    return would_pass(prefs, with_value(prefs, path, value), cases, path=path, value=value)


def would_pass(
    prefs: Preferences, other: Preferences, cases: Iterable[tuple[str, Case]], *, path: str, value: str
) -> WouldPass:
    """What would pass, and what no longer, under `other`; `path` and `value` say how it differs. Only the rules that
    read what differs are judged twice.
    """
    changed = rules_changed(prefs, other)
    gained: list[Moved] = []
    lost: list[Moved] = []
    gains = losses = unchanged = 0
    for job, case in cases:
        before = judge(replace(case, prefs=prefs))
        after = judge_again(replace(case, prefs=other), before, changed)
        if before.passed == after.passed:
            unchanged += 1
        elif after.passed:
            gains += 1
            _keep(gained, job, case, before)
        else:
            losses += 1
            _keep(lost, job, case, after)
    return WouldPass(
        path=path,
        value=value,
        gains=gains,
        losses=losses,
        unchanged=unchanged,
        gained=tuple(gained),
        lost=tuple(lost),
    )


def _keep(moved: list[Moved], job: str, case: Case, result: FilterResult) -> None:
    if len(moved) < KEPT:
        moved.append(Moved(job=job, title=case.posting.title, why=decisive(result)))


def decisive(result: FilterResult) -> str:
    """What dropped a posting, in one line."""
    said = [f"{verdict.rule}: {verdict.reason}" for verdict in result.rules if verdict.outcome in AGAINST]
    return "; ".join(said[:3]) + (f" and {len(said) - 3} more" if len(said) > 3 else "")
