"""A world of the cast, made once, and a web of it for each test, because tests change it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from demo.client import TODAY
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World


@pytest.fixture(scope="session")
def world() -> World:
    return World.make(today=TODAY)


@pytest.fixture
def web(world: World) -> Iterator[DemoWeb]:
    with DemoWeb(world) as serving:
        yield serving
