"""Fixtures of the acceptance tests: a demo web and a stage of its own for each test, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.stage import Stage
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World


@pytest.fixture
def web() -> Iterator[DemoWeb]:
    """The demo's world as it was made; what a test tells it ends with the test."""
    with DemoWeb(World.make()) as served:
        yield served


@pytest.fixture
def stage(store_url: str, web: DemoWeb) -> Iterator[Stage]:
    """An engine on an empty store, on each of both databases in turn."""
    opened = Stage(store_url, web)
    yield opened
    opened.finder.close()


@pytest.fixture
def analyst() -> Analyst:
    """The scorer of `site`'s stage, which says what the test wants."""
    return Analyst()


@pytest.fixture
def site(stage: Stage, analyst: Analyst) -> Site:
    """A company's site without a board, on a stage whose scores the test states."""
    stage.reopen(analyst=analyst)
    return Site(stage, "fernmoor.example", name="Fernmoor")
