"""Invariant 6: from any state, whatever the steps come to, work ends in a verdict or rests on a date; nothing spins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import cycle, islice

import pytest

from flow.plan.build import HOUR, NOW, AnyFacts
from flow.plan.domain import SLICES
from flow.plan.executor import ENDINGS, FAILURES, WAYS_OUT, execute, resolve, settle
from jobfinder.flow.plan import Done, Plan, Run, Wait, plan
from jobfinder.model import Step, Verdict

OF_A_KIND = 8
"""States with the same plan, word for word, from which the walk starts."""

SAMPLE = 7
"""One state in so many is considered; the number shares no factor with those of the domain."""

MOST_RUNS = 60
MOST_AT_ONCE = 12
VISITS = 4

FATES: tuple[tuple[str, ...], ...] = (
    *((ending,) for ending in ENDINGS if ending != "later"),
    ("later", "later", "later", "found"),
    *((failure, "found") for failure in FAILURES),
    *(("found", failure) for failure in FAILURES),
    ("timeout", "http-500"),
    ("timeout", "later"),
    ("gone", "later"),
    ("gone", "timeout"),
    ("gone", "gone", "empty"),
    ("broken", "refused", "gone"),
    ("timeout", "timeout", "timeout", "timeout", "found", "stopped"),
)


def starts() -> list[AnyFacts]:
    """Some states for every different plan there is."""
    found: dict[tuple[str, ...], list[AnyFacts]] = defaultdict(list)
    for name, states in SLICES.items():
        for facts in islice(states(), None, None, SAMPLE):
            kind = found[(name, *shape(plan(facts, NOW)))]
            if len(kind) < OF_A_KIND:
                kind.append(facts)
    return [facts for kind in found.values() for facts in kind]


def shape(p: Plan) -> tuple[str, ...]:
    """What makes two plans alike: kind, step, verdict and reason, without the numbers."""
    return type(p).__name__, str(getattr(p, "step", "")), str(getattr(p, "verdict", "")), re.sub(r"\d+", "#", p.why)


class Walk:
    """One entity on its way; `trace` tells what happened."""

    def __init__(self, facts: AnyFacts, fate: Sequence[str], way_out: str) -> None:
        self.facts = facts
        self.now = NOW
        self.fate = cycle(fate)
        self.way_out = way_out
        self.at_once = 0
        self.trace: list[str] = []

    def visit(self) -> Done:
        """From here to the next verdict."""
        for _ in range(MOST_RUNS):
            p = plan(self.facts, self.now)
            self.trace.append(f"{self.now - NOW:.0f}: {p}")
            match p:
                case Done():
                    return p
                case Wait():
                    self.rest(p)
                case Run():
                    assert p.step is not Step.REVIEW or not self.facts.live, "a review holds an item open"
                    if p.step is Step.REVIEW and p.due > self.now:
                        # A match that rests: nobody waits for what comes of it.
                        return Done(verdict=Verdict.SUCCESS, revisit_at=p.due, why=p.why)
                    self.run(p)
        raise AssertionError("it goes on and on")

    def rest(self, p: Wait) -> None:
        self.facts, now = resolve(self.facts, p, self.way_out, self.now)
        self.pass_time(now)

    def run(self, p: Run) -> None:
        if p.due > self.now:
            self.pass_time(p.due)
            return
        self.at_once += 1
        assert self.at_once <= MOST_AT_ONCE, "it spins without time passing"
        ending = next(self.fate)
        self.trace.append(f"    {p.step} ends as {ending}")
        self.facts = execute(self.facts, p, ending, self.now)
        if p.step is Step.REVIEW:
            then = plan(self.facts, self.now)
            assert not isinstance(then, Done) or then.verdict is Verdict.SUCCESS, "a review ended a match"

    def pass_time(self, until: float) -> None:
        assert until > self.now, "it rests until a moment that has passed"
        self.now, self.at_once = until, 0

    def live(self) -> None:
        """Several visits, each at the date that the one before named."""
        for _ in range(VISITS):
            done = self.visit()
            self.facts = settle(self.facts, done, self.now)
            if done.revisit_at is not None and done.revisit_at <= self.now:
                after = plan(self.facts, self.now)
                assert isinstance(after, Run), "it is looked at again and again"
                assert after.step is Step.REVIEW
                continue
            if done.revisit_at is None:
                assert isinstance(plan(self.facts, self.now + HOUR), Done), "it said that nothing was left"
                return
            self.pass_time(done.revisit_at)


@pytest.fixture(scope="module")
def states() -> list[AnyFacts]:
    return starts()


@pytest.mark.xdist_group("starts")
@pytest.mark.parametrize("fate", FATES, ids="-".join)
def test_every_walk_comes_to_an_end(states: list[AnyFacts], fate: tuple[str, ...]) -> None:
    for facts in states:
        for way_out in WAYS_OUT if getattr(facts, "company", None) else WAYS_OUT[:1]:
            walk = Walk(facts, fate, way_out)
            try:
                walk.live()
            except AssertionError as error:
                pytest.fail(f"{error}:\n{facts}\n" + "\n".join(walk.trace[:12]))
