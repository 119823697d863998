"""The engine's own door, sent here by `connect_to`: it reads the world, and gets out of every trap."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from jobfinder.demo.addresses import nav_of, posting_url, site_url
from jobfinder.demo.server import DemoWeb
from jobfinder.errors import Refused
from jobfinder.model import Request, Response
from jobfinder.outside.http import Door
from jobfinder.outside.settings import Network
from jobfinder.outside.visit import FreeVisit


class Client:
    """A door, and a visit of its own for each request."""

    def __init__(self, web: DemoWeb) -> None:
        self.door = Door(Network(connect_to=(web.connect_to,)), now=self.now)

    def now(self) -> float:
        return 1_788_220_800.0

    async def get(self, url: str) -> Response:
        return await self.door.fetch(Request(url=url), FreeVisit(self.now))


@pytest.fixture
async def client(web: DemoWeb) -> AsyncIterator[Client]:
    made = Client(web)
    yield made
    await made.door.aclose()


async def test_the_door_reads_what_is_submitted(web: DemoWeb, client: Client) -> None:
    for url in web.world.urls():
        answer = await client.get(url)
        assert (answer.status, answer.url) == (200, url)
    assert web.count() == 5
    assert "jobfinder" in web.requests[-1].user_agent


async def test_the_door_follows_a_site_to_its_other_host(web: DemoWeb, client: Client) -> None:
    company = web.company("page")
    answer = await client.get(f"http://{company.domain}/")
    assert answer.url == site_url(company)


async def test_the_door_keeps_out_where_robots_are_kept_out(web: DemoWeb, client: Client) -> None:
    company, role = web.company("robots"), web.roles("robots")[0]
    with pytest.raises(Refused, match="robots"):
        await client.get(posting_url(company, role))
    assert web.count() == 0


@pytest.mark.parametrize("name", ["bomb", "flood", "metadata", "loopback", "file", "loop"])
async def test_the_door_refuses_a_trap(web: DemoWeb, client: Client, name: str) -> None:
    company = web.company("hostile")
    with pytest.raises(Refused):
        await client.get(site_url(company, f"{nav_of(company).careers_path}/{name}"))
    assert (await client.get(site_url(company))).status == 200
