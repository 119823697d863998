"""Preferences: strict reading, exact round trips, one field at a time, versions that change with their own fields."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.errors import UsageError
from jobfinder.match.document import paths
from jobfinder.match.prefs import (
    FILTER,
    GATE,
    SCORER,
    THRESHOLD,
    DealBreaker,
    Preferences,
    Spoken,
    filter_version,
    from_toml,
    gate_version,
    scorer_version,
    threshold_version,
    to_toml,
    value_at,
    with_value,
)
from jobfinder.model import Remote, Tier
from jobfinder.read.level import Level
from match.build import all_prefs

BREAKERS = (DealBreaker(pattern=r"\bfax\b"), DealBreaker(pattern="unpaid (?:trial|test)"))
VERSIONS = {gate_version: GATE, filter_version: FILTER, scorer_version: SCORER, threshold_version: THRESHOLD}


def test_the_empty_document_is_the_default() -> None:
    assert from_toml("") == Preferences()


@given(all_prefs)
def test_toml_round_trip_is_exact(prefs: Preferences) -> None:
    assert from_toml(to_toml(prefs)) == prefs


def test_nested_tables_are_read_and_kept() -> None:
    prefs = from_toml(
        '[keywords]\nexcluded = ["unpaid"]\nexcluded_mode = 2\n[salary]\nfloor = 90000\ncurrency = "EUR"\n'
    )
    assert prefs.keywords.excluded == ("unpaid",)
    assert prefs.keywords.excluded_mode == 2
    assert prefs.salary.floor == 90_000
    assert "[keywords]" in to_toml(prefs)
    assert from_toml(to_toml(prefs)).keywords.excluded == ("unpaid",)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("salary.floor", "90000", 90_000),
        ("salary.floor", "90k", 90_000),
        ("salary.floor", "90,000", 90_000),
        ("salary.floor", "42.50", 42.5),
        ("salary.floor", "", None),
        ("salary.currency", "eur", "EUR"),
        ("salary.mode", "3", 3),
        ("salary.mode", "reject", "reject"),
        ("age.max_days", "30", 30),
        ("age.max_days", "none", None),
        ("locations.accepted", "Berlin, Hamburg", ("Berlin", "Hamburg")),
        ("locations.accepted", "Berlin, Germany; Paris", ("Berlin, Germany", "Paris")),
        ("locations.accepted", "", ()),
        ("remote.accepted", "Remote,hybrid", (Remote.REMOTE, Remote.HYBRID)),
        ("seniority.accepted", "junior,Senior", (Level.ENTRY, Level.SENIOR)),
        ("employment.accepted", "full-time, freelance", ("full_time", "contract")),
        ("weights.skills", "0.5", 0.5),
        ("min_score", "60", 60),
        ("titles.wanted", "90", ("90",)),
        ("skills.no", "PHP, Word Press", ("PHP", "Word Press")),
        ("time_zones.first", "-5.5", -5.5),
        ("years.most", "8", 8),
        ("degree.held", "master", "master"),
        ("degree.held", "", None),
        ("languages.spoken", "English, German", (Spoken(name="English"), Spoken(name="German"))),
        ("authorisation.countries", "EU; United Kingdom", ("EU", "United Kingdom")),
        ("authorisation.needs_sponsorship", "yes", True),
        ("authorisation.clearance", "willing", "willing"),
        ("tiers.least", "B", Tier.B),
        ("flags.refused", "scam, fee, unpaid", ("scam", "fee", "unpaid")),
        ("flags.refused", "", ()),
        ("dealbreakers", r"\bfax\b; unpaid (?:trial|test)", BREAKERS),
    ],
)
def test_one_field_is_set_from_text(path: str, text: str, value: object) -> None:
    prefs = with_value(Preferences(), path, text)
    found: Any = prefs
    for name in path.split("."):
        found = getattr(found, name)
    assert found == value
    assert from_toml(to_toml(prefs)) == prefs


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("salary.flor", "1", "salary.floor"),
        ("floor", "1", "salary.floor"),
        ("salaryfloor", "1", "salary.floor"),
        ("salary", "1", "salary.floor"),
        ("salary.floor.x", "1", "salary.floor"),
        ("salary.floor", "abc", "'abc'"),
        ("salary.floor", "-1", "-1"),
        ("salary.floor", "nan", "a number"),
        ("salary.floor", "inf", "a number"),
        ("salary.currency", "euros", "EUR"),
        ("salary.period", "decade", "'year'"),
        ("salary.mode", "maybe", "'reject'"),
        ("seniority.accepted", "senior,boss", "principal"),
        ("remote.accepted", "sometimes", "hybrid"),
        ("min_score", "101", "0 to 100"),
        ("age.max_days", "1.5", "whole number"),
        ("titles.wanted", "x" * 500, "titles.wanted"),
        ("salary.floor", "-90000", "-90000"),
        ("salary.currency", "xqq", "'XQQ'"),
        ("years.most", "-1", "-1"),
        ("time_zones.first", "25", "25"),
        ("degree.held", "phd", "'doctorate'"),
        ("authorisation.countries", "Atlantis", "'Atlantis' is no country"),
        ("authorisation.citizenships", "Germany, Narnia", "'Narnia' is no country"),
        ("authorisation.needs_sponsorship", "perhaps", "true or false"),
        ("authorisation.clearance", "maybe", "'willing'"),
        ("tiers.least", "E", "S, A, B, C, D"),
        ("flags.refused", "boring", "'scam'"),
        ("skill.no", "PHP", "skills.no"),
        ("dealbreakers", "(a", "'(a'"),
        ("dealbreakers", "(?=look)", "(?=look)"),
        ("dealbreakers", r"(a)\1", r"(a)"),
        ("dealbreakers", "x{1,2000};", "x{1,2000}"),
    ],
)
def test_errors_name_field_value_and_what_is_allowed(path: str, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        with_value(Preferences(), path, text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[salry]\nfloor = 1", "did you mean salary"),
        ("[salary]\nflor = 1", "did you mean salary.floor"),
        ("[salary]\nfloor = '90'", "salary.floor"),
        ("salary = 3", "salary.floor"),
        ("[titles]\nwanted = 'x'", "titles.wanted"),
        ("[titles]\nwanted = [3]", "titles.wanted"),
        ("[salary]\nfloor = nan", "salary.floor"),
        ("min_score = true", "min_score"),
        ("[[", "not valid TOML"),
        ('[[dealbreakers]]\npattern = "[z-a]"', "dealbreakers, pattern 1"),
        ('[[dealbreakers]]\npattern = "a"\n[[dealbreakers]]\npattern = "*"', "dealbreakers, pattern 2"),
        ('[[dealbreakers]]\npatern = "a"', "did you mean dealbreakers.pattern"),
        ('[[dealbreakers]]\nnote = "why"', "pattern"),
        ('[[languages.spoken]]\nname = "German"\nlevel = "fluent"', "'C2'"),
        ('[languages]\nspoken = ["German"]', "languages.spoken"),
        ("[time_zones]\nfirst = 3\nlast = 1", "from west to east"),
        ('[skills]\nloved = ["Rust"]\nno = ["rust"]', "take one out"),
        ("[salary]\nfloor = -5", "-5"),
        ('[salary]\ncurrency = "ABC"', "'ABC'"),
        ("[authorization]\ncountries = ['DE']", "did you mean authorisation"),
        ("[authorisation]\ncountries = 'DE'", "authorisation.countries"),
    ],
)
def test_a_document_with_a_mistake_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        from_toml(text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


OLD = """min_score = 60
alert_score = 90
strike_threshold = 4
[stop]
companies = ["Acme"]
[titles]
wanted = ["engineer"]
wanted_mode = 1
[remote]
accepted = ["remote"]
countries = ["Germany"]
[salary]
floor = 70000
currency = "EUR"
[employment]
accepted = ["full_time"]
[weights]
skills = 0.5
"""


def test_a_document_that_names_only_some_groups_leaves_the_others_at_their_defaults() -> None:
    prefs = from_toml(OLD)
    assert (prefs.titles.wanted_mode, prefs.salary.floor, prefs.remote.countries) == (1, 70_000, ("Germany",))
    assert (prefs.languages, prefs.flags, prefs.tiers) == (
        Preferences().languages,
        Preferences().flags,
        Preferences().tiers,
    )


def readers_of(path: str) -> list[str]:
    """The versions that change with the field."""
    return [
        version.__name__
        for version, names in VERSIONS.items()
        if any(path == name or path.startswith(f"{name}.") for name in names)
    ]


ALL_PATHS = list(paths(Preferences))


READ_TWICE = {"skills.no", "salary.floor", "salary.currency", "salary.period"}
"""By the filter, and by the scorer where the filter lets pass."""


@pytest.mark.parametrize("path", ALL_PATHS)
def test_every_field_is_read_by_one_version(path: str) -> None:
    assert (
        readers_of(path) == ["filter_version", "scorer_version"] if path in READ_TWICE else len(readers_of(path)) == 1
    )


def test_the_least_pay_is_no_matter_of_the_score_where_other_pay_is_expected() -> None:
    low, high = (from_toml(f"[salary]\nfloor = {floor}\ncurrency = 'EUR'") for floor in (40_000, 45_000))
    assert scorer_version(low) != scorer_version(high)
    assert scorer_version(low, expects=True) == scorer_version(high, expects=True)
    assert scorer_version(low, expects=True) != scorer_version(from_toml("skills.loved = ['Go']"), expects=True)
    assert filter_version(low) != filter_version(high)


def test_every_name_of_a_version_is_a_field() -> None:
    assert {name.split(".")[0] for names in VERSIONS.values() for name in names} == set(Preferences.__struct_fields__)


@given(all_prefs, all_prefs, st.sampled_from(ALL_PATHS))
def test_a_field_changes_the_version_that_reads_it_and_no_other(
    one: Preferences, other: Preferences, path: str
) -> None:
    edited = with_field(one, path, value_at(other, path))
    changed = [version.__name__ for version in VERSIONS if version(one) != version(edited)]
    assert changed == (readers_of(path) if value_at(one, path) != value_at(other, path) else [])


def with_field(prefs: Preferences, path: str, value: object) -> Preferences:
    group, _, name = path.partition(".")
    new = msgspec.structs.replace(getattr(prefs, group), **{name: value}) if name else value
    return msgspec.structs.replace(prefs, **{group: new})


def test_versions_are_the_same_in_every_process() -> None:
    assert gate_version(Preferences()) == gate_version(from_toml(to_toml(Preferences())))
    assert all(version(Preferences()).isalnum() and len(version(Preferences())) == 16 for version in VERSIONS)
