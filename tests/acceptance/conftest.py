"""Fixtures of the acceptance tests: a demo web and a stage of its own for each test, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

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
