"""The seeker's own patterns: linear whatever they are, and refused in one line where they are none."""

from __future__ import annotations

import pytest

from jobfinder.errors import UsageError
from jobfinder.match import patterns
from jobfinder.match.filter import judge
from jobfinder.model import Posting
from match.build import case

EXPLOSIVE = [
    "(a+)+$",
    "(a|a)*b",
    "(a|aa)+$",
    r"(\w+\s?)*:",
    r"^(\d+,?)+x",
    "(.*)*(.*)*(.*)*z",
    r"(?:\s*\d*\s*)*!",
    "a{0,500}a{0,500}b",
    "([a-zA-Z]+)*@",
]
TEXTS = ["a" * 100_000, " " * 100_000, "9" * 100_000, "9," * 50_000, "a " * 50_000, "ä" * 50_000]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("pattern", EXPLOSIVE)
def test_patterns_that_make_a_backtracking_engine_hang_are_harmless(pattern: str) -> None:
    text = f"[[dealbreakers]]\npattern = '{pattern}'"
    for hostile in TEXTS:
        result = judge(case(Posting(title="Engineer", description_text=hostile), text))
        assert any(verdict.rule == "dealbreakers" for verdict in result.rules)


@pytest.mark.timeout(60)
def test_a_hundred_patterns_are_looked_for_at_once() -> None:
    many = "\n".join(f"[[dealbreakers]]\npattern = '(x{n}|y+z)*{n}w[a-z]{{0,50}}'" for n in range(100))
    assert judge(case(Posting(title="Engineer", description_text="a9 " * 30_000), many)).passed
    hit = judge(case(Posting(title="Engineer", description_text="a9 " * 3_000 + "77w"), many))
    assert not hit.passed


@pytest.mark.parametrize(
    ("text", "start"),
    [("so Öde ist es", 3), ("ÖDNIS", 0), ("üü öd", 5), ("nichts", None), ("\ud800", None), ("", None)],
)
def test_case_does_not_matter_and_positions_are_those_of_bytes(text: str, start: int | None) -> None:
    encoded = text.encode("utf-8", "replace")
    assert patterns.first("öd", encoded) == start
    assert patterns.any_of(("zzz", "öd"), encoded) is (start is not None)


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "*", "a**", r"(?P<x", "(?<!a)b", r"(a)\1", "x{1,9999}", "\\"])
def test_what_is_no_pattern_is_refused_in_one_line(pattern: str) -> None:
    with pytest.raises(UsageError) as error:
        patterns.check(pattern, "dealbreakers, pattern 1,")
    assert repr(pattern) in str(error.value)
    assert "dealbreakers, pattern 1" in str(error.value)
    assert "\n" not in str(error.value)
