"""Dropping: the ledger of drops: which jobs were dropped, by what, and what would pass if something were otherwise.

Read-only. Called by `app` for `drops`, by `outcome` and `explain` for "why not this one". What drops a job besides the
filter's rules is told like a rule: a stop list, the threshold (`min_score`), who may not apply (`eligibility`), and a
verdict brought from an older system (`filter`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.flow.judged import Analysis, all_jobs
from jobfinder.flow.unit import UnitOfWork
from jobfinder.match import filter as rules
from jobfinder.match.drops import Tally, WhyNot, WouldPass, tallies, why_not, would_pass
from jobfinder.match.edit import Edit, command
from jobfinder.match.filter import AGAINST, FilterResult, RuleOutcome, RuleVerdict
from jobfinder.match.gate import gate
from jobfinder.match.prefs import Preferences, with_value
from jobfinder.match.rules import Case
from jobfinder.match.wishes import StopLists
from jobfinder.model import EntityType, Job, Record, Verdict
from jobfinder.store import entities, judged
from jobfinder.store.db import Row, Tx

PAGE = 500
UNSCORED = 0.2
"""What never came to a score is taken to be as far from passing as what lacks so many hundredths of the points."""
STOPS = ("companies", "domains", "keywords")
THRESHOLD = "min_score"
ELIGIBLE = "eligibility"
BROUGHT = "filter"
NAMES = (*(rule.name for rule in rules.RULES), *(f"stop.{one}" for one in STOPS), THRESHOLD, ELIGIBLE, BROUGHT)
APART = frozenset({Verdict.CLOSED, Verdict.BLOCKED, Verdict.FAILED})


class Dropped(Record, frozen=True):
    """A job that was dropped: what spoke against it, the least that would have to change, and the commands that do."""

    key: str
    title: str | None
    company: str | None
    url: str | None
    verdict: Verdict
    why: WhyNot
    commands: tuple[str, ...] = ()


class Drops(Record, frozen=True):
    """The ledger: how many were dropped, what each rule did, and the jobs that come nearest to passing, these first.

    `judged` counts the open jobs that have settled; `count` those of the dropped that were asked for.
    """

    judged: int
    dropped: int
    count: int
    rules: tuple[Tally, ...]
    jobs: tuple[Dropped, ...]


class Drop(NamedTuple):
    """A job that was dropped, by what, and how far it was from passing, 0..1, as far as anybody can tell."""

    row: Row
    result: FilterResult
    gap: float = UNSCORED


# ---------------------------------------------------------------- the ledger


def drops(unit: UnitOfWork, rule: str | None, limit: int) -> Drops:
    """What was dropped, as it was judged last; of the jobs those that `rule` had a part in. Raises `UsageError`."""
    wanted = chosen(rule)
    prefs = unit.read(unit.seekers.load).prefs
    jobs = dropped = count = 0
    nearest: list[tuple[float, int, Drop]] = []

    def results() -> Iterator[tuple[str, FilterResult]]:
        nonlocal jobs, dropped, count
        for row in settled(unit):
            jobs += 1
            filtered = filter_result(row)
            drop = drop_of(row, filtered, prefs)
            if filtered is not None and (drop is None or drop.result is not filtered):
                yield row["key"], filtered
            if drop is None:
                continue
            yield row["key"], drop.result
            dropped += 1
            if any(verdict.rule in wanted and verdict.outcome in AGAINST for verdict in drop.result.rules):
                count += 1
                keep(nearest, drop, limit)

    lines = tallies(results())
    found = sorted(nearest, key=lambda entry: entry[:2])[:limit]
    return Drops(
        judged=jobs,
        dropped=dropped,
        count=count,
        rules=lines if rule is None else tuple(line for line in lines if line.rule in wanted),
        jobs=tuple(told(drop, prefs) for *_, drop in found),
    )


def chosen(rule: str | None) -> frozenset[str]:
    """The rules of that name: all of a group where only that is named, all where none is. Raises `UsageError`."""
    found = frozenset(name for name in NAMES if rule is None or name == rule or name.startswith(f"{rule}."))
    if not found:
        raise UsageError(f"there is no rule {rule!r}: one of {', '.join(sorted(NAMES))}")
    return found


def keep(nearest: list[tuple[float, int, Drop]], drop: Drop, limit: int) -> None:
    """Keep the best `limit` or a few more: those with the fewest objections, of these the nearest, then the latest."""
    against = [verdict for verdict in drop.result.rules if verdict.outcome in AGAINST]
    nearest.append((len(against) + drop.gap, -drop.row["id"], drop))
    if len(nearest) > 2 * limit + 100:
        nearest.sort(key=lambda entry: entry[:2])
        del nearest[limit:]


def settled(unit: UnitOfWork) -> Iterator[Row]:
    """Every settled open job, a page at a time."""
    after = 0
    while rows := unit.read(page_after(after)):
        yield from rows
        after = rows[-1]["id"]


def page_after(after: int) -> Callable[[Tx], list[Row]]:
    return lambda tx: judged.verdicts(tx, after, PAGE)


# ---------------------------------------------------------------- one job


def why_dropped(tx: Tx, job_id: int, prefs: Preferences) -> Dropped | None:
    """Why a job was dropped, or null where it was not."""
    row = judged.verdict(tx, job_id)
    drop = drop_of(row, filter_result(row), prefs) if row is not None and row["closed_at"] is None else None
    return told(drop, prefs) if drop else None


def told(drop: Drop, prefs: Preferences) -> Dropped:
    job = job_of(drop.row)
    why = why_not(drop.result)
    return Dropped(
        key=drop.row["key"],
        title=drop.row["label"] or job.title,
        company=drop.row["company"] or job.company_name,
        url=job.url,
        verdict=Verdict(drop.row["verdict"]),
        why=why,
        commands=tuple(command(prefs, edit) for edit in why.edits),
    )


def job_of(row: Row) -> Job:
    doc = entities.decode_doc(EntityType.JOB, row["doc"])
    assert isinstance(doc, Job)
    return doc


def filter_result(row: Row) -> FilterResult | None:
    """What the filter said; null where it was not asked, or where an older version wrote it in another form."""
    try:
        return msgspec.json.decode(row["filtered"], type=FilterResult) if row["filtered"] else None
    except msgspec.ValidationError:
        return None


def drop_of(row: Row, filtered: FilterResult | None, prefs: Preferences) -> Drop | None:
    """What dropped a settled job; null for a match, and for what was no posting."""
    if row["verdict"] == Verdict.FILTERED:
        return Drop(row, filtered if filtered is not None and not filtered.passed else only(brought(row), prefs))
    if row["verdict"] != Verdict.SKIPPED:
        return None
    analysis = msgspec.json.decode(row["analysis"], type=Analysis) if row["analysis"] else None
    verdict = stopped(row, prefs) or below(row, analysis)
    lacking = prefs.min_score - analysis.score if analysis is not None and analysis.gate is None else 100 * UNSCORED
    return Drop(row, only(verdict, prefs), gap=min(max(lacking / 100, 0.0), 1.0)) if verdict else None


def only(verdict: RuleVerdict, prefs: Preferences) -> FilterResult:
    return FilterResult(passed=False, total_strikes=0, strike_threshold=prefs.strike_threshold, rules=(verdict,))


def brought(row: Row) -> RuleVerdict:
    """A verdict without its rules."""
    return RuleVerdict(rule=BROUGHT, outcome=RuleOutcome.REJECT, reason=row["why"] or "the filter dropped it")


def stopped(row: Row, prefs: Preferences) -> RuleVerdict | None:
    """The stop list that ended a job before it was looked at."""
    job = job_of(row)
    for name in STOPS:
        alone = replace(prefs, stop=StopLists(**{name: getattr(prefs.stop, name)}))
        why = gate(url=job.url, company=job.company_name or row["company"], title=job.title, prefs=alone)
        if why:
            return RuleVerdict(rule=f"stop.{name}", outcome=RuleOutcome.REJECT, reason=why)
    return None


def below(row: Row, analysis: Analysis | None) -> RuleVerdict | None:
    """What kept a scored job from being shown: its score, or that the seeker may not apply."""
    if row["saved"] != "below":
        return None
    if analysis is not None and analysis.gate is not None:
        gate_ = analysis.gate
        return RuleVerdict(
            rule=ELIGIBLE, outcome=RuleOutcome.REJECT, reason=gate_["why"], evidence=gate_.get("quote") or None
        )
    edit = None if analysis is None else Edit(path=THRESHOLD, op="set", values=(f"{analysis.score:g}",))
    return RuleVerdict(
        rule=THRESHOLD,
        outcome=RuleOutcome.REJECT,
        reason=row["saved_reason"] or "",
        counterfactual=None if analysis is None else f"passes if min_score is at most {analysis.score:g}",
        edit=edit,
    )


# ---------------------------------------------------------------- what would pass


def would_pass_with(unit: UnitOfWork, changes: Sequence[tuple[str, str]]) -> WouldPass:
    """What the filter would let pass, and what no longer, with these fields set. Raises `UsageError`."""
    prefs = unit.read(unit.seekers.load).prefs
    other = prefs
    for path, value in changes:
        other = with_value(other, path, value)
    paths, values = ("; ".join(part) for part in zip(*changes, strict=True))
    return would_pass(prefs, other, open_cases(unit, prefs), path=paths, value=values)


def open_cases(unit: UnitOfWork, prefs: Preferences) -> Iterator[tuple[str, Case]]:
    """Every job that is there to be taken."""
    for job in all_jobs(unit, prefs):
        if not job.closed and job.verdict not in APART:
            yield job.key, job.case


def plain(why: WhyNot) -> dict[str, Any]:
    """As plain values."""
    found: dict[str, Any] = msgspec.to_builtins(why)
    return found
