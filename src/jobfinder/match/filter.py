"""The filter: does this posting break what the seeker has laid down? Every rule is asked, every reason is kept.

Pure. Called by the step `filter`, by `jobfinder why` and `jobfinder score`. A violation rejects at once or adds
strikes, as its mode says; a posting is rejected at the strike threshold and goes on one below it. The rules are in
`match.rules`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from jobfinder.match import rules
from jobfinder.match.prefs import Mode, Preferences
from jobfinder.match.rules import Finding, Outcome
from jobfinder.model import Posting, Record


class RuleOutcome(StrEnum):
    """What a rule means for the posting."""

    PASS = "pass"
    REJECT = "reject"
    STRIKE = "strike"
    UNKNOWN = "unknown"


class RuleVerdict(Record, frozen=True, kw_only=True):
    """One rule's verdict. `evidence` quotes the posting; `counterfactual` says which change of preferences lets it
    pass.
    """

    rule: str
    outcome: RuleOutcome
    strikes: int = 0
    reason: str = ""
    evidence: str | None = None
    counterfactual: str | None = None


class FilterResult(Record, frozen=True, kw_only=True):
    """The verdicts of all rules and what they come to."""

    passed: bool
    total_strikes: int
    strike_threshold: int
    rules: tuple[RuleVerdict, ...]


Rule: TypeAlias = Callable[[Posting, Preferences, date], Finding]
RULES: tuple[tuple[str, Rule, Callable[[Preferences], Mode]], ...] = (
    ("titles.wanted", rules.title_wanted, lambda prefs: prefs.titles.wanted_mode),
    ("titles.excluded", rules.title_excluded, lambda prefs: prefs.titles.excluded_mode),
    ("keywords.required", rules.keywords_required, lambda prefs: prefs.keywords.required_mode),
    ("keywords.excluded", rules.keywords_excluded, lambda prefs: prefs.keywords.excluded_mode),
    ("locations", rules.location, lambda prefs: prefs.locations.mode),
    ("remote", rules.arrangement, lambda prefs: prefs.remote.mode),
    ("remote.countries", rules.remote_scope, lambda prefs: prefs.remote.mode),
    ("salary", rules.salary, lambda prefs: prefs.salary.mode),
    ("age", rules.age, lambda prefs: prefs.age.mode),
    ("employment", rules.employment, lambda prefs: prefs.employment.mode),
    ("seniority", rules.seniority, lambda prefs: prefs.seniority.mode),
)


def judge(posting: Posting, prefs: Preferences, *, today: date) -> FilterResult:
    """The verdict of every rule on a posting. `today` is the seeker's date."""
    verdicts = tuple(_verdict(name, rule(posting, prefs, today), mode(prefs)) for name, rule, mode in RULES)
    strikes = sum(verdict.strikes for verdict in verdicts)
    rejected = any(verdict.outcome is RuleOutcome.REJECT for verdict in verdicts)
    return FilterResult(
        passed=not rejected and strikes < prefs.strike_threshold,
        total_strikes=strikes,
        strike_threshold=prefs.strike_threshold,
        rules=verdicts,
    )


def reasons(result: FilterResult) -> list[str]:
    """Readable lines: first what speaks against the posting, then what is unknown."""
    against = [v for v in result.rules if v.outcome in (RuleOutcome.REJECT, RuleOutcome.STRIKE)]
    unknown = [v for v in result.rules if v.outcome is RuleOutcome.UNKNOWN]
    lines = [f"{v.rule}: {v.reason}{_weight(v)}{f'; {v.counterfactual}' if v.counterfactual else ''}" for v in against]
    if result.total_strikes:
        lines.append(f"{result.total_strikes} of {result.strike_threshold} strikes")
    return lines + [f"{v.rule}: {v.reason}" for v in unknown]


def _weight(verdict: RuleVerdict) -> str:
    if verdict.outcome is RuleOutcome.REJECT:
        return ""
    return f" ({verdict.strikes} strike{'' if verdict.strikes == 1 else 's'})"


def _verdict(name: str, finding: Finding, mode: Mode) -> RuleVerdict:
    outcome, strikes = _weighed(finding.outcome, mode)
    return RuleVerdict(
        rule=name,
        outcome=outcome,
        strikes=strikes,
        reason=finding.reason,
        evidence=finding.evidence,
        counterfactual=finding.counterfactual,
    )


def _weighed(outcome: Outcome, mode: Mode) -> tuple[RuleOutcome, int]:
    """What a finding comes to under the rule's mode: the outcome and its strikes."""
    if outcome is not Outcome.VIOLATED:
        return (RuleOutcome.PASS if outcome is Outcome.PASS else RuleOutcome.UNKNOWN), 0
    return (RuleOutcome.REJECT, 0) if mode == "reject" else (RuleOutcome.STRIKE, mode)
