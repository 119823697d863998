"""Whole words, as a person means them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jobfinder.match.keywords import found, may_hold


@pytest.mark.parametrize(
    ("keyword", "text", "hit"),
    [
        ("C++", "C++ and C#", "C++"),
        ("c#", "C++ and C#.", "C#"),
        (".NET", "uses .NET Core", ".NET"),
        ("node.js", "Node.js, React", "Node.js"),
        ("python", "Python-Entwickler (m/w/d)", "Python"),
        ("machine learning", "Machine-Learning engineer", "Machine-Learning"),
        ("hr", "You join our HR.", "HR"),
        ("sales", "Sales Engineer", "Sales"),
        ("Go", "services in Go and Python", "Go"),
        ("go", "a Golang shop", "Golang"),
        ("R", "Python, R, SQL", "R"),
        ("react", "React Developer", "React"),
        ("ruby", "Ruby on Rails", "Ruby"),
        ("java | kotlin", "we write Kotlin", "Kotlin"),
        ("straße", "auf der Straße", "Straße"),
        ("senior", "Senior/Lead", "Senior"),
        ("glück", "Ihr GLÜCK, unser Ziel", "GLÜCK"),
        ("kelvin", "\u212aelvin probes", "\u212aelvin"),
    ],
)
def test_found(keyword: str, text: str, hit: str) -> None:
    span = found(keyword, text)
    assert span is not None
    assert text[span[0] : span[1]] == hit
    assert may_hold(("knitting", keyword), text)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("hr", "write to hr@acme.example"),
        ("hr", "see hr.acme.example"),
        ("hr", "through"),
        ("java", "JavaScript"),
        ("C", "C++ and C#"),
        ("C", "C-level stakeholders"),
        ("C++", "a C# shop"),
        (".NET", "www.example.net"),
        ("node", "Node.js"),
        ("go", "ready to go to market"),
        ("Go", "our Go-to-market team"),
        ("R", "the R&D team"),
        ("react", "react quickly to change"),
        ("acme", "jobs@acme.example"),
        ("  ", "anything"),
        ("|", "a | b"),
    ],
)
def test_not_found(keyword: str, text: str) -> None:
    assert found(keyword, text) is None


@example("-", "-")
@given(st.text(min_size=1), st.text())
def test_a_hit_lies_within_the_text(keyword: str, text: str) -> None:
    span = found(keyword, text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(st.from_regex(r"[a-z]{6,12}", fullmatch=True), st.text(" ,;()", min_size=1), st.text(" ,;()", min_size=1))
def test_a_word_between_signs_is_found_in_any_case(word: str, before: str, after: str) -> None:
    assert found(word, f"{before}{word.upper()}{after}") == (len(before), len(before) + len(word))


@given(st.text(min_size=1, max_size=3), st.text(max_size=3), st.text(max_size=3))
def test_what_is_found_was_not_ruled_out(word: str, before: str, after: str) -> None:
    text = f"{before} {word.upper()} {after}"
    assert may_hold((word,), text) or found(word, text) is None


def test_a_text_with_none_of_the_words_is_told_in_one_look() -> None:
    assert not may_hold(("casino", "sports betting"), "We build bridges, and have our own sport ground.")
    assert may_hold(("casino", "sports betting"), "We take bets. SPORTS only.")


def test_the_skill_is_found_behind_very_many_everyday_words() -> None:
    text = "We go far. " * 500 + "You write services in Go and Python."
    assert found("Go", text) == (text.rindex("Go"), text.rindex("Go") + 2)
    assert found("Go", "We go far. " * 500) is None
