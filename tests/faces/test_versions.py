"""Every version of preferences and profile is kept, told, shown and can be restored; what is proposed from choices."""

from __future__ import annotations

import pytest

from faces.conftest import Cli


def test_the_history_tells_what_each_version_changed(cli: Cli, store_url: str) -> None:
    for words in (("min_score", "40"), ("titles.excluded", "Manager, [red]Lead[/red]"), ("titles.excluded", "Manager")):
        assert cli("prefs", "set", *words, "--store", store_url).code == 0
    found = cli("prefs", "history", "--json", "--store", store_url).json
    assert [(one["version"], one["current"]) for one in found] == [(3, True), (2, False), (1, False)]
    assert [one["changes"] for one in found] == [
        ["titles.excluded: [red]Lead[/red] gone"],
        ["titles.excluded: Manager added", "titles.excluded: [red]Lead[/red] added"],
        ["min_score: 0 → 40"],
    ]
    said = cli("prefs", "history", "--store", store_url).out
    assert "3 *" in said
    assert "[red]Lead[/red] gone" in said


def test_an_earlier_version_is_shown_and_restored(cli: Cli, store_url: str) -> None:
    for floor in ("80k", "60k"):
        cli("prefs", "set", "salary.floor", floor, "--store", store_url)
    assert "floor = 80000" in cli("prefs", "show", "--version", 1, "--store", store_url).out
    assert cli("prefs", "show", "--version", 1, "--json", "--store", store_url).json["salary"]["floor"] == 80_000
    assert "version 3: as in version 1" in cli("prefs", "restore", 1, "--store", store_url).out
    assert cli("prefs", "show", "--json", "--store", store_url).json["salary"]["floor"] == 80_000
    assert len(cli("prefs", "history", "--json", "--store", store_url).json) == 3


def test_a_profile_has_versions_too(cli: Cli) -> None:
    for years in ("3", "4"):
        cli("profile", "set", "years", years)
    cli("profile", "set", "skills", "Python, SQL")
    found = cli("profile", "history", "--json").json
    assert [one["changes"] for one in found] == [
        ["skills: Python added", "skills: SQL added"],
        ["years: 3 → 4"],
        ["years: nothing → 3"],
    ]
    assert cli("profile", "restore", 1).code == 0
    now = cli("profile", "show", "--json").json
    assert (now["years"], now["skills"]) == (3, [])
    assert "years = 4" in cli("profile", "show", "--version", 2).out


@pytest.mark.parametrize("kind", ["prefs", "profile"])
def test_nothing_saved_is_said(cli: Cli, kind: str) -> None:
    ran = cli(kind, "history")
    assert (ran.code, ran.out) == (0, "")
    assert "never saved" in ran.err
    assert cli(kind, "history", "--json").json == []
    missing = cli(kind, "restore", "1")
    assert missing.code == 2
    assert "nothing was saved yet" in missing.err


@pytest.mark.parametrize(
    ("words", "empty"),
    [
        (("drops",), {"judged": 0, "dropped": 0, "count": 0, "rules": [], "jobs": []}),
        (("prefs", "suggest"), []),
        (("matches", "--all"), []),
        (("matches", "--applied"), []),
        (("costs",), []),
        (("costs", "--by", "model"), []),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_empty_store_is_answered(cli: Cli, store_url: str, words: tuple[str, ...], empty: object) -> None:
    assert cli(*words, "--json", "--store", store_url).json == empty
    ran = cli(*words, "--store", store_url)
    assert ran.code == 0
    assert ran.out + ran.err


def test_a_try_on_an_empty_store(cli: Cli, store_url: str) -> None:
    found = cli("prefs", "try", "min_score", "50", "--json", "--store", store_url).json
    assert found["trial"]["unchanged"] == 0
    assert cli("drops", "--if", "min_score=3", "--json", "--store", store_url).json["unchanged"] == 0
    assert "no model is set" in cli("prefs", "try", "min_score", "50", "--store", store_url).out
