"""The words of a card for what is seldom: other postings by board and place, confidence, flags without words."""

from __future__ import annotations

from typing import Any

import pytest

from jobfinder.faces import fit


def other(board: str | None, *places: str | None) -> dict[str, Any]:
    return {"board": board, "places": list(places), "url": "https://jobs.acme.example/1"}


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([], ""),
        ([other("greenhouse", "Hamburg"), other("greenhouse", "Munich")], "also posted: Hamburg, Munich (Greenhouse)"),
        ([other("lever", "Bonn"), other(None, "Bonn")], "also posted: Bonn (Lever); Bonn"),
        ([other(None)], "also posted: jobs.acme.example"),
        ([other("lever", None, "Bonn", "Bonn")], "also posted: Bonn (Lever)"),
        ([other("lever", *"ABCDEFG")], "also posted: A, B, C, D, E and 2 more (Lever)"),
        ([other(name, name.upper()) for name in "abcd"], "also posted: A (A); B (B); C (C) …"),
    ],
    ids=["none", "one board", "two boards", "no place", "twice", "many places", "many boards"],
)
def test_other_postings_of_a_role(others: list[dict[str, Any]], said: str) -> None:
    assert fit.also(others) == said


@pytest.mark.parametrize(
    ("coverage", "word"), [(1.0, "high"), (0.8, "high"), (0.6, "medium"), (0.3, "low"), (0.0, "low")]
)
def test_confidence(coverage: float, word: str) -> None:
    assert fit.confidence(coverage) == f"confidence {word}: {coverage:.0%} of what counts can be told"


def test_a_flag_without_words_of_its_own_is_named() -> None:
    lines = list(fit.flags([{"kind": "unheard-of", "quotes": ["a", "b", "c"]}], full=False))
    assert [line.plain for line in lines] == ["  ! be wary: unheard-of “a” “b”"]
    assert len(list(fit.flags([{"kind": "scam", "quotes": ["a", "b", "c"]}], full=True))) == 4
