"""A quick pattern finds what the plain one finds, and refuses patterns it cannot be quick about."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfinder.read import employment, heading, need, rows, where, workplace, years
from jobfinder.read.quick import Letters, Quick, Together

MODULES = (employment, heading, need, rows, where, workplace, years)
FILLER = "We are a team. Rust, 2 years\n• Paid time (Berlin): no – "


def quick_ones() -> Iterator[tuple[str, Quick]]:
    """All quick patterns of the readers, by name."""
    for module in MODULES:
        for name, value in vars(module).items():
            for index, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(one, Quick):
                    yield f"{module.__name__}.{name}.{index}", one


NAMED = dict(quick_ones())
WHOLE = ("HYBRID", "REMOTE", "ONSITE", "STATED", "LABEL", "WORKED", "YEARS", "NONE_NEEDED", "IN_ONE_WORD")
"""Those that are looked for in whole texts."""


def test_patterns_of_every_module_are_looked_at() -> None:
    assert {name.split(".")[2] for name in NAMED} == {module.__name__.split(".")[2] for module in MODULES}


@pytest.mark.parametrize("name", NAMED)
@settings(max_examples=40)
@given(data=st.data())
def test_whatever_the_pattern_matches_is_found(name: str, data: st.DataObject) -> None:
    quick = NAMED[name]
    text = data.draw(st.from_regex(quick.pattern))
    assert quick.search(text) is not None
    assert not quick.pattern.flags & re.IGNORECASE or quick.says(text) == bool(quick.pattern.search(text.lower()))


@pytest.mark.parametrize("name", [name for name in NAMED if name.split(".")[3] in WHOLE])
@settings(max_examples=20)
@given(data=st.data())
def test_all_matches_in_a_text_are_found(name: str, data: st.DataObject) -> None:
    quick = NAMED[name]
    parts = data.draw(
        st.lists(st.one_of(st.from_regex(quick.pattern), st.just(FILLER), st.just(FILLER * 9)), max_size=4)
    )
    text = " ".join(parts)
    assert [match.span() for match in quick.near(text)] == [match.span() for match in quick.pattern.finditer(text)]


FAR = Quick(r"\bcrew\b|\bremote(?: [\w']{1,9}){0,4} work(?= (?:ahead of|behind) us\b)|\b(?:far ){1,9}from home\b")
FAR_TEXT = f"crew {FILLER * 4}remote crew's {'wonderful ' * 3}work ahead of us {FILLER * 4}{'far ' * 9}from home, crew"


def test_each_alternative_reaches_as_far_as_it_may() -> None:
    assert [match[0][:6] for match in FAR.near(FAR_TEXT)] == ["crew", "remote", "far fa", "crew"]
    assert FAR.reaches == {"crew": (0, 20), "remote": (0, 67), "from home": (36, 61)}


def test_letters_that_stand_in_longer_ones_reach_as_far_as_these() -> None:
    text = f"remote {'far ' * 9}remote work"
    assert [match[0] for match in Quick(r"remote\b(?! )|(?:far ){1,9}remote work").near(text)] == [text[7:]]


def test_patterns_that_are_tried_together_find_what_each_finds_alone() -> None:
    home = Quick(r"\bhome\b", re.IGNORECASE)
    both = Together(FAR, home)
    for one in (FAR, home):
        found = [match.span() for match in one.pattern.finditer(FAR_TEXT)]
        assert [match.span() for match in both.near(one, FAR_TEXT)] == found
        assert [match.span() for match in both.all_in(one, FAR_TEXT.lower())] == found
        first = both.search(one, FAR_TEXT.lower())
        assert first is not None
        assert first.span() == found[0]
    assert not [*both.near(home, "Far away"), *both.all_in(home, "far away")]
    assert both.search(home, "far away") is both.search(home, "far from home", 10) is None


def test_a_pattern_without_letters_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="without any particular letters"):
        Quick(r"\d+|remote").search("remote")


@pytest.mark.parametrize("pattern", [r"home|remote.*", r"remote(?=.*work)"])
def test_a_pattern_of_any_length_is_not_looked_for_near_its_letters(pattern: str) -> None:
    with pytest.raises(ValueError, match="any length"):
        list(Quick(pattern).near("remote"))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        pytest.param(r"hybrid|remote", {"hybrid", "remote"}, id="either"),
        pytest.param(r"(?:remote )+work", {"remote "}, id="the longer of two"),
        pytest.param(r"h[yí]brid", {"brid"}, id="a class parts them"),
        pytest.param(r"home ?office", {"office"}, id="the fewer of two as long as each other"),
        pytest.param(r"(?:fully )?remote", {"remote"}, id="not what may be missing"),
        pytest.param(r"(?=worked)work\b(?!ing)", {"work"}, id="not what is only looked at"),
        pytest.param(r"REMOTE", {"remote"}, id="in lower case"),
        pytest.param(r"remote|remotely|remote work", {"remote"}, id="none that holds another"),
    ],
)
def test_letters_are_those_that_every_match_holds(pattern: str, letters: set[str]) -> None:
    assert set(Quick(pattern).letters.strings) == letters


def test_which_of_several_texts_hold_letters() -> None:
    letters = Letters(("remote", "motel", "to us"))
    assert letters.which(("remotel", "", "home", "remo", "te", "it is up to", "us", "to us")) == [0, 7]
    assert letters.which(()) == []


def test_letters_that_overlap_are_all_found() -> None:
    assert Letters(("remote", "motel", "te")).places("remotel, te") == [0, 2, 4, 9]
    assert Letters(("te", "remote")).found("remote te") == [("te", 4), ("te", 7), ("remote", 0)]
