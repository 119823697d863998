"""What a version changed is told field by field."""

from __future__ import annotations

import pytest

from jobfinder.flow.versions import differences
from jobfinder.match import prefs
from jobfinder.match.prefs import Preferences


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a = 1", "a = 1", []),
        ("a = 1", "a = 2.5", ["a: 1 → 2.5"]),
        ("a = 1234567.0", "b = true", ["a: 1234567 → nothing", "b: nothing → yes"]),
        ("[g]\na = 'x'", "[g]\na = 'y'", ["g.a: x → y"]),
        ("[g]\na = 'x'", "", ["g.a: x → nothing"]),
        ("l = ['a', 'b']", "l = ['b', 'c']", ["l: c added", "l: a gone"]),
        ("l = ['a', 'b']", "l = ['b', 'a']", ["l: now in the order b, a"]),
        ("[[s]]\nname = 'Go'\nyears = 1", "[[s]]\nname = 'Go'\nyears = 2", ["s Go.years: 1 → 2"]),
        ("[[evidence]]\nline = 'x'", "", []),
    ],
)
def test_differences(before: str, after: str, told: list[str]) -> None:
    assert differences(before, after) == told


def test_the_same_preferences_differ_in_nothing() -> None:
    assert differences(prefs.to_toml(Preferences()), prefs.to_toml(Preferences())) == []
