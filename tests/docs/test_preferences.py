"""The reference of the preferences names every field, and its example is a document that can be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jobfinder.match.document import paths
from jobfinder.match.prefs import Preferences, from_toml

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "preferences.md").read_text(encoding="utf-8")


def named() -> set[str]:
    """The fields of the table: in a row, ".mode" goes with the group named before it."""
    found: set[str] = set()
    for row in re.findall(r"^\| (`[^|]+) \|", PAGE, re.MULTILINE):
        group = ""
        for name in re.findall(r"`([^`]+)`", row):
            group = group if name.startswith(".") else name.partition(".")[0]
            found.add(f"{group}{name}" if name.startswith(".") else name)
    return found


FIELDS = [path for path in paths(Preferences) if not path.startswith("weights.")]


@pytest.mark.parametrize("path", FIELDS)
def test_every_field_is_in_the_reference(path: str) -> None:
    assert path in named()


def test_the_reference_names_no_field_that_is_none() -> None:
    assert named() - {"weights.…"} == set(FIELDS)


def test_the_example_can_be_used() -> None:
    [example] = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert from_toml(example).time_zones.tolerance == 2
