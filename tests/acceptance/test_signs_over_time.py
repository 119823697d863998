"""Signs of no real opening that no posting tells by itself: they come up with time, and count from then on."""

from __future__ import annotations

from typing import Any

from acceptance.handmade import Site
from acceptance.made import TEXT, brought
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.answer import Answer
from jobfinder.match.prefs import from_toml

GONE = Answer(status=410, body=b"gone")
ALWAYS = f"{TEXT} We are always looking for talented people."
CITIES = ("Berlin", "Bonn", "Ulm", "Kiel", "Hof")


def flags(stage: Stage, title: str = "Backend Engineer") -> dict[str, list[str]]:
    """The red flags of a match, by kind, as lists show them."""
    row: dict[str, Any] = next(row for row in stage.finder.matches() if row["title"] == title)
    return {flag["kind"]: list(flag["quotes"]) for flag in row["flags"]}


async def look_again(stage: Stage, url: str) -> None:
    """An hour later."""
    stage.clock.advance(HOUR)
    stage.submit(url, force=True)
    await stage.run()


async def test_many_openings_and_a_long_time_make_a_ghost(stage: Stage) -> None:
    for city in CITIES:
        stage.finder.submit(brought("Backend Engineer", "Grimm & Sons", location=f"{city}, Germany"))
    await stage.run()
    assert flags(stage) == {}
    stage.clock.advance(100 * DAY)
    assert list(flags(stage)) == ["ghost"]
    age, openings = flags(stage)["ghost"]
    assert age.startswith("first seen ")
    assert age.endswith(" 100 days ago")
    assert openings == "5 open postings of Grimm & Sons with this title"
    key = stage.finder.matches()[0]["key"]
    offer = stage.finder.outcome(key).offer
    assert offer is not None
    assert [flag["kind"] for flag in offer["flags"]] == ["ghost"]


async def test_a_sign_that_is_known_when_a_posting_is_judged_counts_in_filter_and_order(stage: Stage) -> None:
    stage.prefer('flags = { wary = ["evergreen"], wary_mode = 1 }')
    for city in CITIES:
        place = f"{city}, Germany"
        stage.finder.submit(brought("Backend Engineer", "Grimm & Sons", location=place, description=ALWAYS))
    stage.finder.submit(brought("Backend Engineer", "Moss & Co", description=ALWAYS))
    await stage.run()
    found = stage.finder.matches()
    many, one = (next(row for row in found if row["company"] == name) for name in ("Grimm & Sons", "Moss & Co"))
    assert [flag["kind"] for flag in many["flags"]] == ["evergreen", "ghost"]
    assert not one["flags"]
    assert many["rank"] < one["rank"] / 2 + 1
    judged = stage.finder.outcome(many["key"])
    assert next(rule["outcome"] for rule in judged.rules if rule["rule"] == "flags.wary") == "strike"


async def test_what_comes_back_under_other_addresses_is_a_repost(stage: Stage, site: Site) -> None:
    for number in range(3):
        url = site.posting(f"/jobs/{number}", hiringOrganization={"@type": "Organization", "name": "Grimm & Sons"})
        stage.submit(url)
        await stage.run()
        if number < 2:
            assert "repost" not in flags(stage)
            site.put(f"/jobs/{number}", GONE)
            await look_again(stage, url)
    assert flags(stage)["repost"] == ["posted again 2 times"]


async def test_what_was_closed_and_is_open_again_says_so(stage: Stage, site: Site) -> None:
    url = site.posting("/jobs/1")
    stage.submit(url)
    await stage.run()
    site.put("/jobs/1", GONE)
    await look_again(stage, url)
    assert stage.finder.matches() == []
    site.posting("/jobs/1")
    await look_again(stage, url)
    assert "closed, and opened again" in flags(stage)["ghost"]


async def test_what_a_change_would_drop_counts_those_signs(stage: Stage) -> None:
    for city in CITIES:
        place = f"{city}, Germany"
        stage.finder.submit(brought("Backend Engineer", "Grimm & Sons", location=place, description=ALWAYS))
    await stage.run()
    tried = stage.finder.try_preferences(from_toml('flags = { refused = ["evergreen"] }'))
    assert tried.trial.lost.count == len(CITIES)
