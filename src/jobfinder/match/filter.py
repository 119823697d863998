"""The filter: does this posting break what the seeker has laid down? Every rule is asked, every reason is kept.

Pure. Called by the step `filter`, by `jobfinder why` and `jobfinder score`, and by `match.drops`, `match.trial` and
`match.suggest`, which ask what other preferences would do. A violation rejects at once or adds strikes, as its mode
says; a posting is rejected at the strike threshold and goes on one below it. The rules are in `match.rules_words`,
`rules_place`, `rules_terms`, `rules_eligibility` and `rules_company`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

import msgspec

from jobfinder.match import rules_company, rules_eligibility, rules_place, rules_terms, rules_words
from jobfinder.match.edit import Edit
from jobfinder.match.prefs import Mode, Preferences, value_at
from jobfinder.match.rules import Case, Finding, Outcome
from jobfinder.model import Record


class RuleOutcome(StrEnum):
    """What a rule means for the posting."""

    PASS = "pass"
    REJECT = "reject"
    STRIKE = "strike"
    UNKNOWN = "unknown"


AGAINST = (RuleOutcome.REJECT, RuleOutcome.STRIKE)


class RuleVerdict(Record, frozen=True, kw_only=True):
    """One rule's verdict. `evidence` quotes the posting; `counterfactual` says which change of preferences lets it
    pass, `edit` is that change where one field makes it.
    """

    rule: str
    outcome: RuleOutcome
    strikes: int = 0
    reason: str = ""
    evidence: str | None = None
    counterfactual: str | None = None
    edit: Edit | None = None


class FilterResult(Record, frozen=True, kw_only=True):
    """The verdicts of all rules and what they come to."""

    passed: bool
    total_strikes: int
    strike_threshold: int
    rules: tuple[RuleVerdict, ...]


class Before(Record, frozen=True):
    """What was said of a case whose posting and employer are the same; `changed` names the rules that read something of
    the preferences that has changed since.
    """

    result: FilterResult
    changed: frozenset[str]


class Rule(NamedTuple):
    """One rule: its name, its judge, the field with its mode (none: the finding says), and all fields that it reads.

    `dated`: what it says changes with time, as it looks at the date or at what was seen of the posting.
    """

    name: str
    judge: Callable[[Case], Finding]
    mode: str | None
    reads: tuple[str, ...]
    dated: bool = False


RULES: tuple[Rule, ...] = (
    Rule("titles.wanted", rules_words.title_wanted, "titles.wanted_mode", ("titles",)),
    Rule("titles.excluded", rules_words.title_excluded, "titles.excluded_mode", ("titles",)),
    Rule("keywords.required", rules_words.keywords_required, "keywords.required_mode", ("keywords",)),
    Rule("keywords.excluded", rules_words.keywords_excluded, "keywords.excluded_mode", ("keywords",)),
    Rule("skills.no", rules_words.skills_refused, "skills.mode", ("skills.no", "skills.mode")),
    Rule("dealbreakers", rules_words.dealbreakers, None, ("dealbreakers",)),
    Rule("locations", rules_place.location, "locations.mode", ("locations",)),
    Rule("locations.excluded", rules_place.location_excluded, "locations.excluded_mode", ("locations",)),
    Rule("remote", rules_place.arrangement, "remote.mode", ("remote",)),
    Rule("remote.countries", rules_place.remote_scope, "remote.mode", ("remote",)),
    Rule("commute", rules_place.commute, "commute.mode", ("commute",)),
    Rule("time_zones", rules_place.time_zones, "time_zones.mode", ("time_zones",)),
    Rule("salary", rules_terms.salary, "salary.mode", ("salary",)),
    Rule("age", rules_terms.age, "age.mode", ("age",), dated=True),
    Rule("employment", rules_terms.employment, "employment.mode", ("employment",)),
    Rule("seniority", rules_terms.seniority, "seniority.mode", ("seniority",)),
    Rule("years", rules_terms.years, "years.mode", ("years",)),
    Rule("degree", rules_terms.degree, "degree.mode", ("degree",)),
    Rule("languages", rules_terms.languages, "languages.mode", ("languages",)),
    Rule("languages.level", rules_terms.language_level, "languages.level_mode", ("languages",)),
    Rule("applicants", rules_eligibility.applicants, "authorisation.mode", ("authorisation", "remote.countries")),
    Rule("authorisation", rules_eligibility.right_to_work, "authorisation.mode", ("authorisation",)),
    Rule("sponsorship", rules_eligibility.sponsorship, "authorisation.mode", ("authorisation",)),
    Rule("citizenship", rules_eligibility.citizenship, "authorisation.mode", ("authorisation",)),
    Rule("clearance", rules_eligibility.clearance, "authorisation.mode", ("authorisation",)),
    Rule("tiers", rules_company.tier, "tiers.mode", ("tiers",)),
    Rule("industries.accepted", rules_company.industry_accepted, "industries.accepted_mode", ("industries",)),
    Rule("industries.excluded", rules_company.industry_excluded, "industries.excluded_mode", ("industries",)),
    Rule("flags.refused", rules_company.flags_refused, "flags.mode", ("flags",), dated=True),
    Rule("flags.wary", rules_company.flags_wary, "flags.wary_mode", ("flags",), dated=True),
)
NAMES = tuple(rule.name for rule in RULES)
DATED = frozenset(rule.name for rule in RULES if rule.dated)
_RESULTS = msgspec.json.Decoder(FilterResult)


def judge(case: Case) -> FilterResult:
    """The verdict of every rule on a case."""
    return _together(tuple(_verdict(rule, case) for rule in RULES), case.prefs.strike_threshold)


def judge_since(case: Case, before: Before | None) -> FilterResult:
    """As `judge`: rules for which nothing has changed are not asked again."""
    return judge(case) if before is None else judge_again(case, before.result, before.changed | DATED)


def judge_again(case: Case, before: FilterResult, changed: frozenset[str]) -> FilterResult:
    """As `judge`, where `before` judged the same case under preferences that differ in the rules `changed` alone."""
    verdicts = tuple(
        _verdict(rule, case) if rule.name in changed else verdict
        for rule, verdict in zip(RULES, before.rules, strict=True)
    )
    return _together(verdicts, case.prefs.strike_threshold)


def rules_changed(one: Preferences, other: Preferences) -> frozenset[str]:
    """The names of the rules that read something in which the two differ."""
    return frozenset(
        rule.name for rule in RULES if any(value_at(one, path) != value_at(other, path) for path in rule.reads)
    )


def stored(text: str) -> FilterResult | None:
    """The verdicts that a text holds as JSON, if they are those of the rules of now."""
    try:
        result = _RESULTS.decode(text)
    except msgspec.ValidationError:
        return None
    return result if tuple(verdict.rule for verdict in result.rules) == NAMES else None


def reasons(result: FilterResult) -> list[str]:
    """Readable lines: first what speaks against the posting, then what is unknown."""
    against = [v for v in result.rules if v.outcome in AGAINST]
    unknown = [v for v in result.rules if v.outcome is RuleOutcome.UNKNOWN]
    lines = [f"{v.rule}: {v.reason}{_weight(v)}{f'; {v.counterfactual}' if v.counterfactual else ''}" for v in against]
    if result.total_strikes:
        lines.append(f"{result.total_strikes} of {result.strike_threshold} strikes")
    return lines + [f"{v.rule}: {v.reason}" for v in unknown]


def _weight(verdict: RuleVerdict) -> str:
    if verdict.outcome is RuleOutcome.REJECT:
        return ""
    return f" ({verdict.strikes} strike{'' if verdict.strikes == 1 else 's'})"


def _together(verdicts: tuple[RuleVerdict, ...], threshold: int) -> FilterResult:
    strikes = sum(verdict.strikes for verdict in verdicts)
    rejected = any(verdict.outcome is RuleOutcome.REJECT for verdict in verdicts)
    return FilterResult(
        passed=not rejected and strikes < threshold,
        total_strikes=strikes,
        strike_threshold=threshold,
        rules=verdicts,
    )


def _verdict(rule: Rule, case: Case) -> RuleVerdict:
    finding = rule.judge(case)
    outcome, strikes = _weighed(finding, rule, case.prefs)
    return RuleVerdict(
        rule=rule.name,
        outcome=outcome,
        strikes=strikes,
        reason=finding.reason,
        evidence=finding.evidence,
        counterfactual=finding.counterfactual,
        edit=finding.edit,
    )


def _weighed(finding: Finding, rule: Rule, prefs: Preferences) -> tuple[RuleOutcome, int]:
    """What a finding comes to under the rule's mode: the outcome and its strikes."""
    if finding.outcome is not Outcome.VIOLATED:
        return (RuleOutcome.PASS if finding.outcome is Outcome.PASS else RuleOutcome.UNKNOWN), 0
    mode: Mode = finding.mode if finding.mode is not None else _mode(rule, prefs)
    return (RuleOutcome.REJECT, 0) if mode == "reject" else (RuleOutcome.STRIKE, mode)


def _mode(rule: Rule, prefs: Preferences) -> Mode:
    mode: Mode = value_at(prefs, rule.mode) if rule.mode else "reject"
    return mode
