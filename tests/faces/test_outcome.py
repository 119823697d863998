"""What came of an address is told alike by both databases."""

from __future__ import annotations

import asyncio
import time

from clock import ManualClock
from faces.conftest import HOUR, Cli, board_of, careers_of
from jobfinder.app import JobFinder
from jobfinder.demo.seeker import PREFERENCES, PROFILE
from jobfinder.demo.server import DemoWeb
from jobfinder.match import prefs, profile
from jobfinder.settings import Settings


def test_a_board_and_a_page_that_leads_on(cli: Cli, web: DemoWeb, store_url: str) -> None:
    clock = ManualClock(time.time() - HOUR)
    with JobFinder.open(store_url, clock=clock, settings=Settings(), connect_to=[web.connect_to]) as finder:
        finder.set_profile(profile.from_toml(PROFILE))
        finder.set_preferences(prefs.from_toml(PREFERENCES))
        asked = finder.submit_all([board_of(web), careers_of(web)])
        ids = [one.item_id for one in asked]
        assert finder.unsettled(ids) == 2
        asyncio.run(finder.run_until_settled(ids))
        assert finder.unsettled(ids) == 0
    board = cli("show", board_of(web), "--json", "--store", store_url).json
    assert board["verdict"] == "success"
    assert sum(board["jobs"].values()) == len([role for role in web.roles("ashby") if role.listed])
    assert "open" not in board["jobs"], "the postings of a board belong to what was asked for"
    assert [match["score"] for match in board["best"]] == sorted((m["score"] for m in board["best"]), reverse=True)
    page = cli("show", careers_of(web), "--json", "--store", store_url).json
    assert (page["verdict"], page["posting"]) == ("skipped", None)
    (source,) = page["led_to"]
    assert source["sources"][0]["state"] == "enabled"
    assert sum(source["jobs"].values()) == len(web.roles("page"))
