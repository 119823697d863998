"""The filter: every rule with its reason, what is unknown never rejects, strikes add up to the threshold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.match.filter import FilterResult, RuleOutcome, RuleVerdict, judge, reasons
from jobfinder.match.prefs import Pay, Preferences, with_value
from jobfinder.model import Place, Posting, Remote, Salary
from match.build import BACKEND, all_prefs, amounts, case, currencies, periods, posting, postings, sparse


def rule(result: FilterResult, name: str) -> RuleVerdict:
    return next(verdict for verdict in result.rules if verdict.rule == name)


def verdict(text: str, name: str, given_posting: Posting | None = None) -> RuleVerdict:
    return rule(judge(case(given_posting or posting(), text)), name)


@given(postings)
def test_empty_preferences_let_everything_through(given_posting: Posting) -> None:
    result = judge(case(given_posting, Preferences()))
    assert result.passed
    assert result.total_strikes == 0
    assert {verdict.outcome for verdict in result.rules} == {RuleOutcome.PASS}


@given(all_prefs)
def test_what_is_unknown_never_rejects(given_prefs: Preferences) -> None:
    """A posting that says nothing can only break what is asked of its title."""
    result = judge(case(sparse(), given_prefs))
    violated = {v.rule for v in result.rules if v.outcome in (RuleOutcome.REJECT, RuleOutcome.STRIKE)}
    assert violated <= {"titles.wanted", "titles.excluded", "keywords.excluded"}


ALL_ASKED = """
[keywords]
required = ["python"]
[locations]
accepted = ["Berlin"]
[remote]
accepted = ["onsite"]
countries = ["Germany"]
[salary]
floor = 90000
currency = "EUR"
[age]
max_days = 10
[employment]
accepted = ["full_time"]
[seniority]
accepted = ["senior"]
"""


def test_what_a_posting_leaves_unsaid_is_called_unknown() -> None:
    result = judge(case(sparse(), ALL_ASKED))
    assert result.passed
    unknown = {v.rule for v in result.rules if v.outcome is RuleOutcome.UNKNOWN}
    assert unknown == {
        "keywords.required",
        "locations",
        "remote",
        "salary",
        "age",
        "employment",
        "seniority",
        "applicants",
    }
    assert all(v.reason.startswith("unknown") for v in result.rules if v.outcome is RuleOutcome.UNKNOWN)
    assert sum("unknown" in line for line in reasons(result)) == len(unknown)


def test_all_reasons_are_collected_with_evidence_and_a_way_out() -> None:
    text = """
[titles]
excluded = ["engineer"]
[keywords]
required = ["COBOL", "Python"]
excluded = ["Kafka"]
[locations]
accepted = ["Paris"]
[remote]
accepted = ["remote"]
[salary]
floor = 100000
currency = "EUR"
[age]
max_days = 2
[employment]
accepted = ["contract"]
[seniority]
accepted = ["entry"]
"""
    result = judge(case(posting(), text))
    against = [v for v in result.rules if v.outcome in (RuleOutcome.REJECT, RuleOutcome.STRIKE)]
    assert not result.passed
    assert [v.rule for v in against] == [
        "titles.excluded",
        "keywords.required",
        "keywords.excluded",
        "locations",
        "remote",
        "salary",
        "age",
        "employment",
        "seniority",
    ]
    assert all(v.reason and v.evidence and v.counterfactual for v in against)
    assert rule(result, "keywords.excluded").evidence == "- Kafka or a comparable log"
    assert "COBOL" in rule(result, "keywords.required").reason
    assert "Python" not in rule(result, "keywords.required").reason
    assert len(reasons(result)) == len(against) + 1


# ---------------------------------------------------------------- strikes


@pytest.mark.parametrize(("threshold", "passed"), [(3, True), (2, False), (1, False)])
def test_strikes_reject_at_the_threshold_and_not_one_below_it(threshold: int, passed: bool) -> None:
    text = f"strike_threshold = {threshold}\n[titles]\nwanted = ['nurse']\nwanted_mode = 2"
    result = judge(case(posting(), text))
    assert (result.total_strikes, result.strike_threshold, result.passed) == (2, threshold, passed)


def test_strikes_of_several_rules_add_up() -> None:
    text = """strike_threshold = 4
[titles]
wanted = ["nurse"]
wanted_mode = 1
[remote]
accepted = ["remote"]
mode = 2
[seniority]
accepted = ["entry"]
mode = 1
"""
    assert not judge(case(posting(), text)).passed
    assert judge(case(posting(remote=None), text)).total_strikes == 2


def test_mode_zero_reports_and_does_not_count() -> None:
    result = judge(case(posting(), "[salary]\nfloor = 200000\nmode = 0"))
    assert result.passed
    assert rule(result, "salary").outcome is RuleOutcome.STRIKE


# ---------------------------------------------------------------- salary


@pytest.mark.parametrize(
    ("pay", "outcome"),
    [
        (Salary(min=80_000, max=90_000, currency="EUR", period="year"), "pass"),
        (Salary(min=80_000, max=89_999, currency="EUR", period="year"), "reject"),
        (Salary(min=7_500, max=7_500, currency="EUR", period="month"), "pass"),
        (Salary(min=40, max=42, currency="EUR", period="hour"), "reject"),
        (Salary(min=60_000, currency="EUR", period="year"), "unknown"),
        (Salary(min=95_000, currency="EUR", period="year"), "pass"),
        (Salary(max=60_000, currency="EUR", period="year"), "reject"),
        (Salary(min=20_000, max=30_000, currency="USD", period="year"), "unknown"),
        (Salary(min=20_000, max=30_000, period="year"), "unknown"),
        (Salary(min=20_000, max=30_000, currency="EUR"), "unknown"),
        (Salary(text="competitive"), "unknown"),
    ],
)
def test_pay_is_compared_for_a_year_in_one_currency(pay: Salary, outcome: str) -> None:
    given_posting = posting(salary=pay, description_text=None)
    assert verdict('[salary]\nfloor = 90000\ncurrency = "EUR"', "salary", given_posting).outcome == outcome


def test_pay_is_read_from_the_description_where_no_field_states_it() -> None:
    found = verdict('[salary]\nfloor = 100000\ncurrency = "EUR"', "salary", posting(salary=None))
    assert found.outcome is RuleOutcome.REJECT
    assert found.evidence == "We offer EUR 80,000 - 95,000 per year."
    assert found.counterfactual == "passes if the floor is ≤ 95,000 EUR a year"


@pytest.mark.parametrize(
    ("field", "stated", "said", "text", "rule"),
    [
        ("remote", Remote.ONSITE, "This is a fully remote position.", 'remote.accepted = ["onsite"]', "remote"),
        (
            "locations",
            (Place(text="Berlin, Germany", city="Berlin", country="DE"),),
            "Location: Paris, France",
            'locations.accepted = ["Berlin, Germany"]',
            "locations",
        ),
        (
            "employment_type",
            "Full-time",
            "Employment type: Part-time",
            'employment.accepted = ["full_time"]',
            "employment",
        ),
    ],
    ids=["arrangement", "place", "employment"],
)
def test_what_the_text_says_counts_where_no_field_says_it(
    field: str, stated: object, said: str, text: str, rule: str
) -> None:
    silent = {field: () if field == "locations" else None}
    told = replace(posting(remote=Remote.ONSITE, description_text=f"{said}\n{BACKEND}"), **silent)
    assert verdict(text, rule, told).outcome is RuleOutcome.REJECT
    assert verdict(text, rule, replace(told, **{field: stated})).outcome is RuleOutcome.PASS
    assert verdict(text, rule, replace(told, description_text=None)).outcome is RuleOutcome.UNKNOWN


def test_from_where_remote_work_is_done_is_read_from_the_text_where_no_field_says_it() -> None:
    wanted = '[remote]\ncountries = ["Germany"]'
    told = posting(remote=Remote.REMOTE, locations=(), description_text="Candidates must reside in the United States.")
    assert verdict(wanted, "remote.countries", told).outcome is RuleOutcome.REJECT
    assert verdict(wanted, "remote.countries", replace(told, remote_scope="EU")).outcome is RuleOutcome.PASS


def test_a_floor_without_a_currency_is_taken_in_the_postings_own() -> None:
    assert verdict("[salary]\nfloor = 96000", "salary").outcome is RuleOutcome.REJECT
    assert verdict("[salary]\nfloor = 95000", "salary").outcome is RuleOutcome.PASS


@given(salaries := st.builds(Salary, min=amounts, max=amounts, currency=currencies, period=periods), amounts, amounts)
def test_raising_the_floor_never_turns_a_reject_into_a_pass(pay: Salary, one: float, other: float) -> None:
    low, high = sorted((one, other))
    given_posting = posting(salary=pay)
    outcomes = [
        judge(case(given_posting, Preferences(salary=Pay(floor=floor, currency="EUR")))).passed for floor in (low, high)
    ]
    assert outcomes[0] or not outcomes[1]


@given(salaries, st.floats(min_value=1000, max_value=1e7), periods)
def test_the_counterfactual_floor_lets_it_pass(pay: Salary, floor: float, period: str) -> None:
    asked = with_value(Preferences(salary=Pay(floor=floor, currency="EUR")), "salary.period", period)
    found = rule(judge(case(posting(salary=pay), asked)), "salary")
    if found.counterfactual is None:
        return
    limit = found.counterfactual.removeprefix("passes if the floor is ≤ ").split()[0].replace(",", "")
    if float(limit) > 0:
        relaxed = with_value(asked, "salary.floor", limit)
        assert rule(judge(case(posting(salary=pay), relaxed)), "salary").outcome is RuleOutcome.PASS


# ---------------------------------------------------------------- place


@pytest.mark.parametrize(
    ("accepted", "place", "outcome"),
    [
        ("Berlin", Place(text="Berlin, Germany", city="Berlin", country="DE"), "pass"),
        ("Berlin, Germany", Place(text="Berlin"), "pass"),
        ("Germany", Place(text="Berlin", city="Berlin", country="DE"), "pass"),
        ("DE", Place(text="Berlin, Deutschland"), "pass"),
        ("EU", Place(text="Paris", city="Paris", country="FR"), "pass"),
        ("Europe", Place(text="London, UK"), "pass"),
        ("Munich", Place(text="München", city="München", country="DE"), "pass"),
        ("Zürich", Place(text="Zurich, Switzerland"), "pass"),
        ("Berlin", Place(text="Paris, France", city="Paris", country="FR"), "reject"),
        ("Paris, France", Place(text="Paris, TX", city="Paris", country="US"), "reject"),
        ("EU", Place(text="New York, USA"), "reject"),
        ("Berlin", Place(text="Germany", country="DE"), "unknown"),
        ("Germany", Place(text="Springfield", city="Springfield"), "unknown"),
        ("Berlin", Place(text="Multiple locations"), "unknown"),
        ("Germany", Place(text="EMEA"), "unknown"),
    ],
)
def test_places(accepted: str, place: Place, outcome: str) -> None:
    given_posting = posting(locations=(place,), remote=Remote.ONSITE)
    assert verdict(f'[locations]\naccepted = ["{accepted}"]', "locations", given_posting).outcome == outcome


def test_one_of_several_places_is_enough() -> None:
    places = (Place(text="Paris", city="Paris", country="FR"), Place(text="Berlin", city="Berlin", country="DE"))
    assert verdict('[locations]\naccepted = ["Berlin"]', "locations", posting(locations=places)).outcome == "pass"


@pytest.mark.parametrize(
    ("scope", "outcome"),
    [
        ("Germany", "pass"),
        ("EU or UK", "pass"),
        ("Worldwide", "pass"),
        ("Remote - DACH", "pass"),
        ("US only", "reject"),
        ("North America", "reject"),
        ("our time zone", "unknown"),
        (None, "unknown"),
    ],
)
def test_remote_work_is_bound_by_its_scope(scope: str | None, outcome: str) -> None:
    given_posting = posting(remote=Remote.REMOTE, remote_scope=scope, locations=(Place(text="New York, USA"),))
    text = '[remote]\ncountries = ["Germany"]\n[locations]\naccepted = ["Berlin"]'
    assert verdict(text, "remote.countries", given_posting).outcome == outcome
    assert verdict(text, "locations", given_posting).outcome == "pass"


# ---------------------------------------------------------------- the rest


@pytest.mark.parametrize(
    ("posted_at", "outcome"),
    [
        ("2026-11-10", "pass"),
        ("2026-11-09T23:59:59+02:00", "reject"),
        ("2026-12-24", "pass"),
        ("last week", "unknown"),
        (None, "unknown"),
    ],
)
def test_age(posted_at: str | None, outcome: str) -> None:
    assert verdict("[age]\nmax_days = 10", "age", posting(posted_at=posted_at)).outcome == outcome


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        ("FULL_TIME", "pass"),
        ("Vollzeit / Teilzeit", "pass"),
        ("Contractor", "reject"),
        ("Part-time", "reject"),
        ("Permanent", "unknown"),
        (None, "unknown"),
    ],
)
def test_employment(stated: str | None, outcome: str) -> None:
    found = verdict("[employment]\naccepted = ['full_time']", "employment", posting(employment_type=stated))
    assert found.outcome == outcome


@pytest.mark.parametrize(
    ("title", "stated", "outcome"),
    [
        ("Senior Engineer", None, "pass"),
        ("Engineer", "Senior", "pass"),
        ("Engineer", "Mid-Senior level", "pass"),
        ("Junior Engineer", None, "strike"),
        ("Engineer", "Entry level", "strike"),
        ("Engineer", "band 7", "unknown"),
        ("Engineer", None, "unknown"),
    ],
)
def test_seniority(title: str, stated: str | None, outcome: str) -> None:
    given_posting = posting(title=title, seniority=stated)
    assert verdict("[seniority]\naccepted = ['senior']", "seniority", given_posting).outcome == outcome
