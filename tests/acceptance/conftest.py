"""Fixtures of the acceptance tests: a demo web and a stage of its own for each test, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from acceptance.handmade import Analyst, Site, page
from acceptance.stage import Stage
from jobfinder.app import READERS
from jobfinder.boards import page as any_page
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.model import Ref, RefKind, Response
from jobfinder.outside.parsers import PROCESSES, shared
from jobfinder.outside.settings import Parsing


@pytest.fixture(autouse=True)
def readers() -> None:
    """The processes that read pages are there, and have loaded all: our clocks run on while one is started."""
    pool, body = shared(READERS), page("Cook", ld={"@type": "JobPosting", "title": "Cook", "jobLocation": "Berlin"})
    url = "https://fernmoor.example/jobs/1"
    ref, answer = (
        Ref(board="page", kind=RefKind.UNKNOWN, key=url, url=url),
        Response(url=url, status=200, body=body.encode()),
    )

    async def warm() -> None:
        await asyncio.gather(*(pool.read(Parsing(), any_page.parse, ref, answer) for _ in range(PROCESSES)))

    while len(pool.idle()) < PROCESSES:
        asyncio.run(warm())


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
