"""Lineage: who caused whom, and which spawns are refused (A50, A51, A55, A56)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.flow.lineage import child, refusal, root
from jobfinder.model import Line

JOB, COMPANY, SOURCE, OTHER = 1, 2, 3, 4


def at(depth: int, max_depth: int = 10) -> Line:
    chain = tuple(f"i{n}" for n in range(depth))
    return Line(tracking_id="t", chain=chain, depth=depth, max_depth=max_depth, parent_id=chain[-1] if chain else None)


def test_a_child_inherits_and_stands_one_deeper() -> None:
    """A56."""
    parent = Line(tracking_id="t", chain=("a",), depth=1, max_depth=7, parent_id="a")
    assert child(parent, "b") == Line(tracking_id="t", chain=("a", "b"), depth=2, max_depth=7, parent_id="b")


def test_a_root_remembers_who_caused_it_without_inheriting() -> None:
    assert root("t", 10, "p") == Line(tracking_id="t", chain=(), depth=0, max_depth=10, parent_id="p")
    assert root("t", 10).parent_id is None


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_a_chain_has_each_ancestor_once_in_order(ids: list[str]) -> None:
    """A56."""
    line = root("t", 10)
    for item_id in ids:
        line = child(line, item_id)
    assert line.chain == tuple(dict.fromkeys(ids))
    assert line.depth == len(ids)
    assert line.tracking_id == "t"


def test_an_ancestor_is_refused() -> None:
    """A50: A spawned B, B would spawn A."""
    assert (refusal(at(1), COMPANY, JOB, frozenset({JOB})) or "").startswith("circular")


def test_oneself_is_refused() -> None:
    assert (refusal(at(0), JOB, JOB, frozenset()) or "").startswith("circular")


@pytest.mark.parametrize(("depth", "allowed"), [(0, True), (9, True), (10, False), (11, False)])
def test_the_limit_of_depth(depth: int, allowed: bool) -> None:
    """A51."""
    why = refusal(at(depth), SOURCE, OTHER, frozenset({JOB, COMPANY}))
    assert (why is None) is allowed
    assert allowed or f"depth {depth} of 10" in (why or "")


def test_a_limit_of_ones_own_holds() -> None:
    assert refusal(at(1, max_depth=2), SOURCE, OTHER, frozenset()) is None
    assert refusal(at(2, max_depth=2), SOURCE, OTHER, frozenset()) is not None


def test_a_circle_is_named_as_such_even_at_the_limit() -> None:
    assert (refusal(at(10), COMPANY, JOB, frozenset({JOB})) or "").startswith("circular")


def test_something_new_is_nobodys_ancestor() -> None:
    """A55: work is an entity and a step; what is not known yet cannot be in the chain."""
    assert refusal(at(3), SOURCE, None, frozenset({JOB, COMPANY})) is None
