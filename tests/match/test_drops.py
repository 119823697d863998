"""The ledger of drops: why one was dropped and what would change that, what a rule dropped, what other values do."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.match.drops import dropped_by, tallies, why_not, would_pass_if
from jobfinder.match.edit import Edit, applied, command
from jobfinder.match.filter import RULES, RuleOutcome, judge
from jobfinder.match.prefs import Preferences, from_toml, with_value
from jobfinder.match.rules import Case
from jobfinder.model import Company, Salary, Tier
from match.build import case, cases, posting

STRICT = """
strike_threshold = 3
[titles]
excluded = ["engineer"]
excluded_mode = 2
[salary]
floor = 100000
currency = "EUR"
mode = 1
[age]
max_days = 2
mode = 2
[seniority]
accepted = ["entry"]
mode = 0
"""


def paid(top: float, currency: str = "EUR") -> Salary:
    return Salary(min=1_000, max=top, currency=currency, period="year")


# ---------------------------------------------------------------- why not


def test_the_fewest_and_heaviest_strikes_are_what_has_to_change() -> None:
    why = why_not(judge(case(posting(), STRICT)))
    assert not why.passed
    assert [verdict.rule for verdict in why.against] == ["titles.excluded", "age", "salary", "seniority"]
    assert why.lift == ("titles.excluded", "age")
    assert why.edits == (
        Edit(path="titles.excluded", op="remove", values=("engineer",)),
        Edit(path="age.max_days", op="set", values=("5",)),
    )
    assert why.threshold == 6
    assert any("5 of 3 strikes" in line for line in why.lines)


def test_a_rejection_has_no_threshold_under_which_it_passes() -> None:
    why = why_not(judge(case(posting(), '[titles]\nexcluded = ["engineer"]')))
    assert (why.lift, why.threshold) == (("titles.excluded",), None)


def test_what_passed_needs_no_change() -> None:
    why = why_not(judge(case(posting(), "")))
    assert (why.passed, why.against, why.lift, why.edits, why.threshold) == (True, (), (), (), None)


@given(cases)
def test_the_changes_named_let_it_pass(case: Case) -> None:
    why = why_not(judge(case))
    if why.passed:
        return
    assert why.lift
    prefs = case.prefs
    if why.edits:
        for edit in why.edits:
            prefs = applied(prefs, edit)
        result = judge(replace(case, prefs=prefs))
        # A wider list for one rule may be read by another: that one has its say anew.
        still = {verdict.rule for verdict in why_not(result).against}
        assert not still & set(why.lift)
    if why.threshold is not None and why.threshold <= 1000:
        assert judge(replace(case, prefs=replace(case.prefs, strike_threshold=why.threshold))).passed
        assert not judge(replace(case, prefs=replace(case.prefs, strike_threshold=why.threshold - 1))).passed


# ---------------------------------------------------------------- by rule

TWO = '[titles]\nexcluded = ["nurse"]\n[salary]\nfloor = 90000\ncurrency = "EUR"\n[degree]\nheld = "master"'
JOBS = {
    "fine": posting(),
    "poor": posting(salary=paid(50_000)),
    "nurse": posting(title="Nurse"),
    "poor-nurse": posting(title="Nurse", salary=paid(50_000)),
    "silent": posting(salary=None, description_text="We pay."),
}
RESULTS = [(job, judge(case(one, TWO))) for job, one in JOBS.items()]


def test_what_a_rule_dropped_and_whether_it_alone_did() -> None:
    assert [(one.job, one.alone) for one in dropped_by("salary", RESULTS)] == [("poor", True), ("poor-nurse", False)]
    assert [(one.job, one.alone) for one in dropped_by("titles.excluded", RESULTS)] == [
        ("nurse", True),
        ("poor-nurse", False),
    ]
    assert list(dropped_by("degree", RESULTS)) == []
    assert next(dropped_by("salary", RESULTS)).verdict.counterfactual == "passes if the floor is ≤ 50,000 EUR a year"


def test_the_tally_counts_each_rule() -> None:
    rows = {row.rule: row for row in tallies(RESULTS)}
    assert set(rows) == {"salary", "titles.excluded", "degree"}
    salary = rows["salary"]
    assert (salary.rejected, salary.struck, salary.dropped, salary.alone, salary.unknown) == (2, 0, 2, 1, 1)
    assert (rows["degree"].unknown, rows["degree"].dropped) == (5, 0)


@given(cases)
def test_a_rule_dropped_alone_what_passes_without_its_verdict(case: Case) -> None:
    result = judge(case)
    for rule in RULES:
        rest = [verdict for verdict in result.rules if verdict.rule != rule.name]
        without = all(one.outcome is not RuleOutcome.REJECT for one in rest) and (
            sum(one.strikes for one in rest) < result.strike_threshold
        )
        assert all(dropped.alone is without for dropped in dropped_by(rule.name, [("job", result)]))


# ---------------------------------------------------------------- other values

COMPANY = Company(tier=Tier.C)
ASKED = from_toml(
    'strike_threshold = 2\n[salary]\nfloor = 90000\ncurrency = "EUR"\n[tiers]\nleast = "B"\n[age]\nmax_days = 30'
)


def all_cases() -> list[tuple[str, Case]]:
    given = {
        "60": case(posting(salary=paid(60_000)), ASKED),
        "80": case(posting(salary=paid(80_000)), ASKED),
        "100": case(posting(salary=paid(100_000)), ASKED),
        "old": case(posting(posted_at="2026-10-01"), ASKED),
        "tier-c": case(posting(), ASKED, company=COMPANY),
        "silent": case(posting(salary=None, description_text=""), ASKED),
    }
    return list(given.items())


@pytest.mark.parametrize(
    ("path", "value", "gained", "lost"),
    [
        ("salary.floor", "80000", ["80"], []),
        ("salary.floor", "50k", ["60", "80"], []),
        ("salary.floor", "110000", [], ["100"]),
        ("salary.floor", "", ["60", "80"], []),
        ("age.max_days", "60", ["old"], []),
        ("age.max_days", "1", [], ["100", "silent"]),
        ("tiers.least", "C", ["tier-c"], []),
        ("strike_threshold", "3", ["tier-c"], []),
        ("titles.excluded", "engineer", [], ["100", "silent"]),
        ("alert_score", "10", [], []),
    ],
)
def test_what_would_pass_if(path: str, value: str, gained: list[str], lost: list[str]) -> None:
    would = would_pass_if(ASKED, path, value, all_cases())
    assert [moved.job for moved in would.gained] == gained
    assert [moved.job for moved in would.lost] == lost
    assert (would.gains, would.losses) == (len(gained), len(lost))
    assert would.unchanged == len(all_cases()) - len(gained) - len(lost)
    assert all(moved.why for moved in (*would.gained, *would.lost))


def test_a_value_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match=r"salary\.floor"):
        would_pass_if(ASKED, "salary.floor", "-1", [])


# ---------------------------------------------------------------- changes and their commands


@pytest.mark.parametrize(
    ("text", "edit", "said"),
    [
        ("", Edit(path="salary.floor", op="set", values=("90000",)), "prefs set salary.floor 90000"),
        ("", Edit(path="salary.floor", op="set"), "prefs set salary.floor ''"),
        ("", Edit(path="stop.companies", op="add", values=("Acme, Inc.",)), "prefs set stop.companies 'Acme, Inc.;'"),
        (
            '[titles]\nexcluded = ["a", "b", "c"]',
            Edit(path="titles.excluded", op="remove", values=("a", "b")),
            "prefs set titles.excluded c",
        ),
        (
            '[titles]\nexcluded = ["a"]',
            Edit(path="titles.excluded", op="remove", values=("a",)),
            "prefs set titles.excluded ''",
        ),
        (
            '[locations]\naccepted = ["Paris, France"]',
            Edit(path="locations.accepted", op="add", values=("Bonn",)),
            "prefs set locations.accepted 'Paris, France; Bonn'",
        ),
    ],
)
def test_a_change_is_the_command_that_makes_it(text: str, edit: Edit, said: str) -> None:
    prefs = from_toml(text)
    assert command(prefs, edit) == said
    *_, path, value = shlex.split(said)
    assert with_value(prefs, path, value) == applied(prefs, edit)


def test_adding_what_is_there_changes_nothing() -> None:
    prefs = from_toml('[titles]\nexcluded = ["a"]')
    assert applied(prefs, Edit(path="titles.excluded", op="add", values=("a",))) == prefs


def test_a_deal_breaker_goes_by_its_pattern() -> None:
    prefs = from_toml("[[dealbreakers]]\npattern = 'a;b'\n[[dealbreakers]]\npattern = 'c'\nmode = 1")
    edit = Edit(path="dealbreakers", op="remove", values=("a;b",))
    assert [one.pattern for one in applied(prefs, edit).dealbreakers] == ["c"]
    assert "--file" in command(prefs, edit)


def test_a_change_to_nothing_known_is_refused() -> None:
    with pytest.raises(UsageError):
        applied(Preferences(), Edit(path="salary.flor", op="set", values=("1",)))
