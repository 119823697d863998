"""Laws of the filter that hold for any posting and any preferences: what is unknown never rejects, stricter wishes
never let more through, and the way out that a verdict names is one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.match.edit import applied
from jobfinder.match.filter import (
    AGAINST,
    RULES,
    Before,
    FilterResult,
    RuleOutcome,
    judge,
    judge_again,
    judge_since,
    rules_changed,
    stored,
)
from jobfinder.match.prefs import FILTER, Preferences, Titles, value_at, with_value
from jobfinder.match.rules import Case
from jobfinder.model import Company, Posting
from jobfinder.read.fact import Eligibility, Flag
from match.build import all_prefs, amounts, cases
from match.build import case as made

SEEN = (Flag(kind="ghost", quotes=("always looking", "first seen 400 days ago")),)


def against(result: FilterResult) -> set[str]:
    return {verdict.rule for verdict in result.rules if verdict.outcome in AGAINST}


def under(case: Case, prefs: Preferences) -> FilterResult:
    return judge(replace(case, prefs=prefs))


@given(cases)
def test_every_rule_answers_and_the_same_each_time(case: Case) -> None:
    one, two = judge(case), judge(case)
    assert one == two
    assert [verdict.rule for verdict in one.rules] == [rule.name for rule in RULES]
    assert all(verdict.reason for verdict in one.rules)
    assert one.total_strikes == sum(verdict.strikes for verdict in one.rules)
    assert msgspec.json.decode(msgspec.json.encode(one), type=FilterResult) == one


@given(cases)
def test_whatever_speaks_against_a_posting_says_so_with_evidence_and_a_way_out(case: Case) -> None:
    for verdict in judge(case).rules:
        if verdict.outcome in AGAINST:
            assert verdict.evidence
            assert verdict.counterfactual
        else:
            assert verdict.counterfactual is None
            assert verdict.edit is None
            assert verdict.strikes == 0


@settings(max_examples=200)
@given(cases)
def test_the_change_that_a_verdict_names_lets_that_rule_pass(case: Case) -> None:
    for verdict in judge(case).rules:
        if verdict.edit is not None:
            assert verdict.rule not in against(under(case, applied(case.prefs, verdict.edit)))


@given(st.text(min_size=1, max_size=60) | st.text("a |-+#.R\u00a0", min_size=1, max_size=12))
def test_a_title_that_is_to_be_wanted_is_found_in_itself(title: str) -> None:
    wanted = replace(Preferences(), titles=Titles(wanted=("zyzzyva",)))
    for verdict in judge(made(Posting(title=title), wanted)).rules:
        if verdict.edit is not None:
            assert verdict.rule not in against(judge(made(Posting(title=title), applied(wanted, verdict.edit))))


# ---------------------------------------------------------------- unknown


POSTING_FACTS = [name for name in Posting.__struct_fields__ if name != "title"]
OFFER_FACTS = ["years", "degree", "languages", "flags", "level"]
ELIGIBILITY_FACTS = list(Eligibility.__struct_fields__)
LEFT_ALONE = {"keywords.required"}
"""A posting with a description that lacks a word breaks it by what it does not hold; without one it is unknown."""


def emptied(record: Any, field: str) -> Any:
    return replace(record, **{field: () if isinstance(getattr(record, field), tuple) else None})


@given(cases, st.sampled_from(POSTING_FACTS))
def test_a_posting_that_says_less_is_never_rejected_for_it(case: Case, field: str) -> None:
    # Not said to be remote, work is bound by its place again.
    assume(field != "remote")
    less = judge(replace(case, posting=emptied(case.posting, field)))
    assert against(less) - LEFT_ALONE <= against(judge(case))


@given(cases, st.sampled_from(OFFER_FACTS))
def test_an_offer_with_fewer_facts_is_never_rejected_for_it(case: Case, field: str) -> None:
    assert against(judge(replace(case, offer=emptied(case.offer, field)))) <= against(judge(case))


@given(cases, st.sampled_from(ELIGIBILITY_FACTS))
def test_a_condition_left_unsaid_never_rejects(case: Case, field: str) -> None:
    less = replace(case.offer, eligibility=emptied(case.offer.eligibility, field))
    assert against(judge(replace(case, offer=less))) <= against(judge(case))


@given(cases)
def test_nobody_is_rejected_for_a_company_that_is_not_known(case: Case) -> None:
    for unknown in (None, Company()):
        assert against(judge(replace(case, company=unknown))) <= against(judge(case))


@given(cases)
def test_what_was_only_inferred_never_speaks_against_a_posting(case: Case) -> None:
    guessed = {
        name: replace(fact, stated=False)
        for name in ELIGIBILITY_FACTS
        if (fact := getattr(case.offer.eligibility, name)) is not None
    }
    offer = replace(
        case.offer,
        eligibility=Eligibility(**guessed),
        years=case.offer.years and replace(case.offer.years, stated=False),
        degree=case.offer.degree and replace(case.offer.degree, stated=False),
        level=case.offer.level and replace(case.offer.level, stated=False),
        languages=tuple(replace(fact, stated=False) for fact in case.offer.languages),
    )
    said = against(judge(replace(case, offer=offer)))
    assert not said & {
        "years",
        "degree",
        "seniority",
        "languages",
        "languages.level",
        "applicants",
        "authorisation",
        "sponsorship",
        "citizenship",
        "clearance",
        "time_zones",
    }


# ---------------------------------------------------------------- stricter


@given(cases, amounts, amounts)
def test_raising_the_floor_never_adds_a_match(case: Case, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert not under(case, with_value(case.prefs, "salary.floor", repr(high))).passed or (
        under(case, with_value(case.prefs, "salary.floor", repr(low))).passed
    )


STOP_WORDS = ["titles.excluded", "keywords.excluded", "locations.excluded", "industries.excluded", "keywords.required"]


@given(cases, st.sampled_from(STOP_WORDS), st.sampled_from(["Engineer", "Python", "Berlin", "gambling", "Go", "zzz"]))
def test_one_word_more_never_adds_a_match(case: Case, path: str, word: str) -> None:
    data = msgspec.to_builtins(case.prefs)
    group, name = path.split(".")
    data[group][name] = [*data[group][name], word]
    stricter = msgspec.convert(data, Preferences)
    assert not under(case, stricter).passed or judge(case).passed


@given(cases, all_prefs, st.sampled_from([name for name in FILTER if "." not in name and name != "strike_threshold"]))
def test_a_rule_more_never_adds_a_match(case: Case, other: Preferences, group: str) -> None:
    """Preferences without a group let through at least what they let through with it."""
    # Where the seeker lives is read beside the right to work: without it, remote work is compared with less.
    assume(group not in {"remote", "authorisation"})
    without = replace(case.prefs, **{group: _lenient(group)})
    assert not judge(case).passed or under(case, without).passed


def _lenient(group: str) -> Any:
    field = getattr(Preferences(), group)
    return replace(field, refused=(), wary=()) if group == "flags" else field


@given(cases, st.integers(1, 30), st.integers(1, 30))
def test_a_higher_threshold_of_strikes_never_drops_more(case: Case, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert (
        not under(case, replace(case.prefs, strike_threshold=low)).passed
        or under(case, replace(case.prefs, strike_threshold=high)).passed
    )


@given(cases, st.sampled_from([rule for rule in RULES if rule.mode]), st.integers(0, 100), st.integers(0, 100))
def test_more_strikes_for_a_rule_never_let_more_through(case: Case, rule: Any, one: int, other: int) -> None:
    few, many = sorted((one, other))
    results = [under(case, with_value(case.prefs, rule.mode, str(mode))) for mode in (few, many)]
    assert results[0].total_strikes <= results[1].total_strikes
    rejected = under(case, with_value(case.prefs, rule.mode, "reject"))
    assert [result.passed for result in (*results, rejected)] == sorted(
        (result.passed for result in (*results, rejected)), reverse=True
    )


# ---------------------------------------------------------------- order


LISTS = [
    "titles.wanted",
    "titles.excluded",
    "keywords.required",
    "keywords.excluded",
    "locations.accepted",
    "locations.excluded",
    "remote.countries",
    "commute.places",
    "authorisation.countries",
    "dealbreakers",
    "languages.spoken",
]


@given(cases, st.sampled_from(LISTS))
def test_the_order_of_a_list_makes_no_difference(case: Case, path: str) -> None:
    assume(len({one.name for one in case.prefs.languages.spoken}) == len(case.prefs.languages.spoken))
    data: Any = msgspec.to_builtins(case.prefs)
    table = data
    *groups, last = path.split(".")
    for group in groups:
        table = table[group]
    table[last] = table[last][::-1]
    turned = under(case, msgspec.convert(data, Preferences))
    assert [(v.rule, v.outcome, v.strikes) for v in turned.rules] == [
        (v.rule, v.outcome, v.strikes) for v in judge(case).rules
    ]


# ---------------------------------------------------------------- judging again


@given(cases, all_prefs)
def test_judging_again_only_what_changed_is_judging_anew(case: Case, other: Preferences) -> None:
    changed = rules_changed(case.prefs, other)
    assert judge_again(replace(case, prefs=other), judge(case), changed) == under(case, other)


@given(cases, all_prefs)
def test_time_changes_only_what_dated_rules_say(case: Case, other: Preferences) -> None:
    before = Before(result=judge(case), changed=rules_changed(case.prefs, other))
    later = replace(case, prefs=other, today=case.today + timedelta(days=400), offer=replace(case.offer, flags=SEEN))
    assert judge_since(later, before) == judge(later)


def test_verdicts_of_other_rules_are_none_of_now() -> None:
    result = judge(made(Posting(title="Engineer"), Preferences()))
    text = msgspec.json.encode(result).decode()
    assert stored(text) == result
    assert stored(text.replace('"rule":"commute"', '"rule":"journey"')) is None
    assert stored('{"passed":true,"rejections":[]}') is None


@given(all_prefs)
def test_a_rule_reads_nothing_that_is_not_a_filter_field(prefs: Preferences) -> None:
    for rule in RULES:
        assert all(path in FILTER or path.split(".")[0] in FILTER for path in rule.reads)
        assert all(value_at(prefs, path) is not None for path in rule.reads)
        assert (
            rule.mode is None
            or any(rule.mode == path or rule.mode.startswith(f"{path}.") for path in rule.reads)
            or (rule.mode.startswith("remote."))
        )


@pytest.mark.parametrize("outcome", list(RuleOutcome))
def test_outcomes_are_words(outcome: RuleOutcome) -> None:
    assert outcome.value.isalpha()
