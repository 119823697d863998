"""What the seeker's own decisions say about their preferences: proposals with the evidence, for them to take or leave.

Pure, deterministic; nothing is changed. Called by `prefs suggest`. A proposal is a change of one field, and it is tried
on the postings that were decided: a stricter one must speak against what was hidden, and against little else; one that
lets more through must let pass what was taken all the same. So the evidence is that of the very change, in counts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.match.edit import Edit, applied, command
from jobfinder.match.filter import AGAINST, FilterResult, RuleVerdict, judge, judge_again, rules_changed
from jobfinder.match.gate import gate
from jobfinder.match.offer import is_needed
from jobfinder.match.prefs import Preferences
from jobfinder.match.proposals import TIGHTER, about, limits
from jobfinder.match.rules import Case
from jobfinder.model import Record

Decision: TypeAlias = Literal["applied", "saved", "hidden", "shown"]
"""`shown`: seen, and left as it was."""
HIDDEN: tuple[Decision, ...] = ("hidden",)
TAKEN: tuple[Decision, ...] = ("applied", "saved")

LEAST = 5
"""So many postings must bear a proposal out: fewer are chance."""
SHARE = 0.8
LEAD = 0.25
"""The least share of them that were decided alike, and how far it must be ahead of the share among the others."""
SURE = 1.64
"""Standard deviations that the lower bound of the share lies below it."""
MOST = 5
TRIED = 60
"""Proposals made, and changes tried, at most."""
NAMED = 20


class Decided(Record, frozen=True):
    """A posting and what the seeker did with it. `reason`: their words where they hid it."""

    job: str
    decision: Decision
    case: Case
    reason: str | None = None


class Suggestion(Record, frozen=True):
    """A proposal: the change, the command that makes it, and the evidence in words and in counts.

    Of the `among` postings that the change is about, `decided` were hidden (or taken); of the `others`,
    `others_decided` were. `jobs` are some of those it rests on, `said` the reasons that the seeker gave for them.
    """

    edit: Edit
    command: str
    text: str
    decided: int
    among: int
    others_decided: int
    others: int
    jobs: tuple[str, ...]
    said: tuple[str, ...] = ()


class _Row(Record, frozen=True):
    """A decided posting, as the preferences in force judge it today."""

    one: Decided
    case: Case
    result: FilterResult
    stopped: bool


def suggestions(decided: Sequence[Decided], prefs: Preferences) -> tuple[Suggestion, ...]:
    """At most a handful of proposals, the best borne out first; none where the evidence does not carry one. The last
    of several decisions on one job counts; the order of the jobs makes no difference.
    """
    last = {one.job: one for one in decided}
    rows = [_row(last[job], prefs) for job in sorted(last)]
    found = [*_tighter(rows, prefs), *_looser(rows, prefs), *_loved(rows, prefs)]
    found.sort(key=lambda one: (-_bound(one.decided, one.among), -one.among, *_key(one.edit)))
    return tuple(_different(found))[:MOST]


def _row(one: Decided, prefs: Preferences) -> _Row:
    case = replace(one.case, prefs=prefs)
    return _Row(one=one, case=case, result=judge(case), stopped=_stopped(case, prefs))


def _stopped(case: Case, prefs: Preferences) -> bool:
    posting = case.posting
    return gate(url=posting.url, company=posting.company, title=posting.title, prefs=prefs) is not None


def _key(edit: Edit) -> tuple[str, str, tuple[str, ...]]:
    return edit.path, edit.op, edit.values


def _different(found: list[Suggestion]) -> Iterator[Suggestion]:
    """The same postings bear out one proposal, not one for each thing that they have in common."""
    taken: list[frozenset[str]] = []
    for one in found:
        jobs = frozenset(one.jobs)
        if not any(len(jobs & others) * 2 > len(jobs) for others in taken):
            taken.append(jobs)
            yield one


# ---------------------------------------------------------------- stricter


def _tighter(rows: list[_Row], prefs: Preferences) -> Iterator[Suggestion]:
    """Changes that would speak against what was hidden, and against little else."""
    for edit in _called_for(rows, prefs):
        other = _after(prefs, edit)
        if other is None:
            continue
        changed = rules_changed(prefs, other)
        made = _borne_out(edit, about(edit), [row for row in rows if _hit(row, other, changed)], rows, HIDDEN, prefs)
        if made:
            yield made


def _called_for(rows: list[_Row], prefs: Preferences) -> list[Edit]:
    """The changes worth trying: those that enough of the hidden postings call for, most called for first."""
    called: Counter[Edit] = Counter()
    for row in _decided(rows, HIDDEN):
        called.update({edit for read in TIGHTER for edit in read(row.case)})
    common = sorted((edit for edit in called if called[edit] >= LEAST), key=lambda edit: (-called[edit], *_key(edit)))
    taken = [row.case for row in _decided(rows, TAKEN)]
    return [*common[:TRIED], *(limits(taken, prefs) if len(taken) >= LEAST else ())]


def _decided(rows: list[_Row], alike: tuple[Decision, ...]) -> list[_Row]:
    return [row for row in rows if row.one.decision in alike]


def _after(prefs: Preferences, edit: Edit) -> Preferences | None:
    try:
        return applied(prefs, edit)
    except UsageError:
        return None


def _hit(row: _Row, other: Preferences, changed: frozenset[str]) -> bool:
    """Would something speak against it that does not now?"""
    if not changed:
        return _stopped(row.case, other) and not row.stopped
    again = judge_again(replace(row.case, prefs=other), row.result, changed)
    return bool(_against(again).keys() - _against(row.result).keys())


def _against(result: FilterResult) -> dict[str, RuleVerdict]:
    return {verdict.rule: verdict for verdict in result.rules if verdict.outcome in AGAINST}


# ---------------------------------------------------------------- more lenient


def _looser(rows: list[_Row], prefs: Preferences) -> Iterator[Suggestion]:
    """For each rule that speaks against what the seeker took all the same: the change that lifts most of it."""
    calls: dict[str, Counter[Edit]] = {}
    for row in _decided(rows, TAKEN):
        for rule, verdict in _against(row.result).items():
            if verdict.edit:
                calls.setdefault(rule, Counter())[verdict.edit] += 1
    for rule in sorted(calls):
        lifts = [(edit, lifted) for edit in _most_called(calls[rule]) if (lifted := _lifted(rows, rule, edit, prefs))]
        if not lifts:
            continue
        edit, lifted = max(lifts, key=lambda pair: len(_decided(pair[1], TAKEN)))
        made = _borne_out(edit, f"that {rule} speaks against", lifted, rows, TAKEN, prefs, compared=False)
        if made:
            yield made


def _most_called(called: Counter[Edit]) -> list[Edit]:
    return sorted(called, key=lambda edit: (-called[edit], *_key(edit)))[:NAMED]


def _lifted(rows: list[_Row], rule: str, edit: Edit, prefs: Preferences) -> list[_Row]:
    """The postings that the rule speaks against, and would no longer."""
    other = _after(prefs, edit)
    if other is None:
        return []
    spoken = [row for row in rows if rule in _against(row.result)]
    changed = frozenset({rule})
    return [
        row for row in spoken if rule not in _against(judge_again(replace(row.case, prefs=other), row.result, changed))
    ]


# ---------------------------------------------------------------- what is liked


def _loved(rows: list[_Row], prefs: Preferences) -> Iterator[Suggestion]:
    """Skills that what was taken asks for, and what was left does not."""
    known = {word.casefold() for word in (*prefs.skills.loved, *prefs.skills.fine, *prefs.skills.no)}
    asked: dict[str, list[_Row]] = {}
    for row in rows:
        for one in row.case.offer.skills:
            if is_needed(one, row.case.offer) and one.skill.casefold() not in known:
                asked.setdefault(one.skill, []).append(row)
    for skill in sorted(asked):
        edit = Edit(path="skills.loved", op="add", values=(skill,))
        made = _borne_out(edit, about(edit), asked[skill], rows, TAKEN, prefs)
        if made:
            yield made


# ---------------------------------------------------------------- evidence


def _borne_out(
    edit: Edit,
    which: str,
    among: list[_Row],
    rows: list[_Row],
    alike: tuple[Decision, ...],
    prefs: Preferences,
    *,
    compared: bool = True,
) -> Suggestion | None:
    """The proposal, if enough of the postings it is about were decided alike, and far more of them than of the others.

    Not `compared`: what a rule speaks against is seldom shown, so that the others say nothing on it.
    """
    jobs = {row.one.job for row in among}
    others = [row for row in rows if row.one.job not in jobs]
    hits, others_hits = _decided(among, alike), len(_decided(others, alike))
    if len(hits) < LEAST or len(hits) < SHARE * len(among):
        return None
    if compared and (len(others) < LEAST or _bound(len(hits), len(among)) < others_hits / len(others) + LEAD):
        return None
    done = "hid" if alike == HIDDEN else "applied to or saved"
    contrast = f", and {others_hits} of the {len(others)} others" if others else ""
    return Suggestion(
        edit=edit,
        command=command(prefs, edit),
        text=f"you {done} {len(hits)} of {len(among)} {which}{contrast}",
        decided=len(hits),
        among=len(among),
        others_decided=others_hits,
        others=len(others),
        jobs=tuple(row.one.job for row in hits[:NAMED]),
        said=_said(hits),
    )


def _bound(hits: int, among: int) -> float:
    """The lower bound of a share (Wilson): nine of ten say less than ninety of a hundred."""
    share, z2 = hits / among, SURE * SURE
    spread = SURE * math.sqrt(share * (1 - share) / among + z2 / (4 * among * among))
    return (share + z2 / (2 * among) - spread) / (1 + z2 / among)


def _said(hits: list[_Row]) -> tuple[str, ...]:
    """The reasons given most often."""
    given = [" ".join(row.one.reason.split())[:200] for row in hits if row.one.reason]
    counted = Counter(reason for reason in given if reason)
    return tuple(sorted(counted, key=lambda reason: (-counted[reason], reason))[:3])
