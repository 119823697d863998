"""Preferences: strict reading, exact round trips, one field at a time, versions that change with their own fields."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given

from jobfinder.errors import UsageError
from jobfinder.match.document import paths
from jobfinder.match.prefs import (
    FILTER,
    GATE,
    SCORER,
    THRESHOLD,
    Preferences,
    filter_version,
    from_toml,
    gate_version,
    scorer_version,
    threshold_version,
    to_toml,
    with_value,
)
from jobfinder.model import Remote
from jobfinder.read.level import Level
from match.build import all_prefs

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
    ],
)
def test_a_document_with_a_mistake_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("[", r"\[")):
        from_toml(text)


def test_every_field_can_be_set_and_is_in_one_version_only() -> None:
    named = [name for names in VERSIONS.values() for name in names]
    assert sorted(named) == sorted(Preferences.__struct_fields__)
    assert {path.split(".")[0] for path in paths(Preferences)} == set(named)


@given(all_prefs, all_prefs)
def test_each_version_changes_with_its_own_fields_and_no_other(one: Preferences, other: Preferences) -> None:
    for version, names in VERSIONS.items():
        same = all(getattr(one, name) == getattr(other, name) for name in names)
        assert (version(one) == version(other)) is same
        mixed = msgspec.structs.replace(other, **{name: getattr(one, name) for name in names})
        assert version(mixed) == version(one)


def test_versions_are_the_same_in_every_process() -> None:
    assert gate_version(Preferences()) == gate_version(from_toml(to_toml(Preferences())))
    assert all(version(Preferences()).isalnum() and len(version(Preferences())) == 16 for version in VERSIONS)
