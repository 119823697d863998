"""Where there is no browser, pages are fetched as ever, and a page that needs one is refused with what to do."""

from __future__ import annotations

import pytest

from jobfinder.errors import Refused
from jobfinder.model import Request
from jobfinder.outside.browser import Browser
from jobfinder.outside.chromium import missing
from jobfinder.outside.http import Door
from jobfinder.outside.rendering import RenderingDoor
from jobfinder.outside.settings import Browsing, Network
from jobfinder.outside.visit import FreeVisit
from outside.web import Clock, reply, serving

PAGE = "https://acme.example/careers"


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        (Browsing(enabled="never"), 'the browser is turned off; to turn it on, set browser.enabled to "auto"'),
        (Browsing(chromium="/nowhere/chromium"), "browser.chromium is '/nowhere/chromium', and no program is there"),
    ],
)
async def test_the_refusal_says_what_to_do(settings: Browsing, advice: str) -> None:
    async with serving({"/careers": reply(body="<div id=root></div>")}) as site:
        network = Network(connect_to=(f"*=127.0.0.1:{site.port}",))
        door = RenderingDoor(Door(network, now=Clock()), Browser(settings, network), network)
        visit = FreeVisit(Clock())
        with pytest.raises(Refused) as caught:
            await door.fetch(Request(url=PAGE, render=True), visit)
        assert "shows nothing without its script, and no browser can run it" in str(caught.value)
        assert advice in str(caught.value)
        assert site.log == []
        assert (await door.fetch(Request(url=PAGE), visit)).body == b"<div id=root></div>"
        assert door.memory_key(Request(url=PAGE)) != door.memory_key(Request(url=PAGE, render=True))
        await door.aclose()


def test_a_chromium_is_found_at_the_path_that_was_set(tmp_path_factory: pytest.TempPathFactory) -> None:
    program = tmp_path_factory.mktemp("bin") / "chromium"
    settings = Browsing(chromium=str(program))
    assert "no program is there" in (missing(settings) or "")
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert "no program is there" not in (missing(settings) or "")
