"""A25: one role in several cities or on several boards is one match, reviewed once; different roles stay apart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.second import opinion, paid, priced, titles
from acceptance.stage import DAY, HOUR, Stage
from flow.sound import differences, unsound
from jobfinder.demo.ai import Asked, Scripted, scripted
from jobfinder.demo.ai_said import Said, as_json
from jobfinder.demo.answer import Answer
from jobfinder.flow.apply import plan_all
from jobfinder.flow.batch import Batch

CITIES = {"1": ("Berlin", "DE"), "2": ("Paris", "FR"), "3": ("Madrid", "ES"), "4": ("Vienna", "AT")}
WORK = (
    "You will keep the tide gauges of forty harbours running and write Python for the services behind them. "
    "You know PostgreSQL, and you have an eye for what a query costs. Together with two colleagues you decide what is "
    "built next, talk to harbour masters about what they need, and are on call one week in six. We meet twice a year "
    "by the sea; otherwise you choose where you work, and when."
)
OTHER_WORK = (
    "Our customers call when a delivery is late, and you are the one who answers. You listen, you look up where the "
    "lorry is stuck, and you find a way that suits everybody. You write Python now and then, because you know "
    "PostgreSQL and like to see for yourself why something went wrong on the road. Shifts are planned a month ahead."
)


def at(city: str, country: str) -> dict[str, Any]:
    """A place as JobPosting states it."""
    return {"@type": "Place", "address": {"addressLocality": city, "addressCountry": country}}


@pytest.fixture
async def endpoint() -> AsyncIterator[Scripted]:
    """A model that finds everything required met."""
    async with scripted(lambda asked: opinion()) as served:
        yield served


@pytest.fixture
def reviewed(stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted) -> Stage:
    """The stage of `site`, where the endpoint is asked about every match."""
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    return stage


def in_cities(site: Site, *names: str, title: str = "Backend Engineer", text: str = WORK) -> dict[str, str]:
    """The addresses of one role in these cities, by the last part of their paths."""
    return {
        name: site.posting(f"/jobs/{name}", title, description=text, jobLocation=at(*CITIES[name])) for name in names
    }


async def take_up(stage: Stage, urls: dict[str, str]) -> None:
    for url in urls.values():
        stage.submit(url)
    await stage.run()


def shown(stage: Stage) -> dict[str, set[str]]:
    """The last part of each match's address → those of the postings linked to it."""
    return {last(match["url"]): {last(one["url"]) for one in match["also"]} for match in stage.finder.matches()}


def last(url: str) -> str:
    return url.rpartition("/")[2]


def sound(stage: Stage) -> None:
    """The store keeps its invariants, and a resync would change nothing."""
    assert stage.finder.unit.read(unsound) == []
    assert differences(stage.finder.unit) == []


async def test_a25_one_role_in_four_cities_is_one_match_and_paid_for_once(
    reviewed: Stage, site: Site, endpoint: Scripted
) -> None:
    await take_up(reviewed, in_cities(site, *CITIES))
    assert shown(reviewed) == {"1": {"2", "3", "4"}}
    [match] = reviewed.finder.matches()
    assert {place for one in match["also"] for place in one["places"]} == {"Paris, FR", "Madrid, ES", "Vienna, AT"}
    assert match["review"]["change"] == 1
    assert len(endpoint.requests) == paid(reviewed) == 1
    sound(reviewed)


async def test_a25_one_role_in_a_listing_is_one_match_and_paid_for_once(
    reviewed: Stage, site: Site, endpoint: Scripted
) -> None:
    in_cities(site, *CITIES)
    listing = site.listing("/jobs", **dict.fromkeys(CITIES, "Backend Engineer"))
    reviewed.submit(listing, type="source")
    await reviewed.run()
    assert [len(others) for others in shown(reviewed).values()] == [3]
    assert len(endpoint.requests) == paid(reviewed) == 1
    sound(reviewed)


async def test_a25_one_role_on_three_boards_is_one_match_and_paid_for_once(
    reviewed: Stage, site: Site, endpoint: Scripted
) -> None:
    employer = {"@type": "Organization", "name": "Fernmoor", "sameAs": "https://fernmoor.example/"}
    sites = (site, Site(reviewed, "jobs-of-the-coast.example"), Site(reviewed, "harbour-careers.example"))
    urls = {
        where.host: where.posting(
            "/jobs/1", description=WORK, hiringOrganization=employer, jobLocation=at(*CITIES["1"])
        )
        for where in sites
    }
    await take_up(reviewed, urls)
    [match] = reviewed.finder.matches()
    assert {match["url"], *(one["url"] for one in match["also"])} == set(urls.values())
    assert len(endpoint.requests) == paid(reviewed) == 1
    sound(reviewed)


@pytest.mark.parametrize(
    ("titles_", "texts"),
    [
        (("Backend Engineer", "Frontend Engineer"), (WORK, WORK)),
        (("Backend Engineer", "Senior Backend Engineer"), (WORK, WORK)),
        (("Backend Engineer", "Backend Engineer"), (WORK, OTHER_WORK)),
    ],
    ids=["another role", "another level", "another text"],
)
async def test_a25_different_roles_of_one_employer_stay_apart(
    reviewed: Stage, site: Site, endpoint: Scripted, titles_: tuple[str, str], texts: tuple[str, str]
) -> None:
    urls = in_cities(site, "1", title=titles_[0], text=texts[0]) | in_cities(site, "2", title=titles_[1], text=texts[1])
    await take_up(reviewed, urls)
    assert shown(reviewed) == {"1": set(), "2": set()}
    assert sorted(titles(endpoint)) == sorted(titles_)
    sound(reviewed)


async def test_a25_when_the_one_shown_closes_another_takes_its_place_and_nothing_is_paid_again(
    reviewed: Stage, site: Site, endpoint: Scripted
) -> None:
    urls = in_cities(site, "1", "2", "3")
    await take_up(reviewed, urls)
    assert shown(reviewed) == {"1": {"2", "3"}}
    site.put("/jobs/1", Answer(status=410, body=b""))
    reviewed.clock.advance(HOUR)
    reviewed.submit(urls["1"], force=True)
    await reviewed.run()
    assert shown(reviewed) == {"2": {"3"}}
    [match] = reviewed.finder.matches()
    assert (match["score"], match["review"]["change"]) == (51, 1)
    assert len(endpoint.requests) == paid(reviewed) == 1
    sound(reviewed)
    in_cities(site, "1")
    reviewed.clock.advance(DAY)
    reviewed.submit(urls["1"], force=True)
    await reviewed.run()
    assert shown(reviewed) == {"1": {"2", "3"}}
    assert len(endpoint.requests) == 1
    sound(reviewed)


async def test_a25_when_the_one_shown_is_filtered_another_takes_its_place_and_nothing_is_paid_again(
    reviewed: Stage, site: Site, endpoint: Scripted
) -> None:
    await take_up(reviewed, in_cities(site, "1", "2", "3"))
    reviewed.prefer('locations.excluded = ["Berlin"]')
    await reviewed.run()
    assert shown(reviewed) == {"2": {"3"}}
    assert reviewed.finder.matches()[0]["review"]["change"] == 1
    sound(reviewed)
    reviewed.prefer("")
    await reviewed.run()
    assert shown(reviewed) == {"1": {"2", "3"}}
    assert len(endpoint.requests) == paid(reviewed) == 1
    sound(reviewed)


async def test_a25_a_posting_that_comes_to_lead_while_another_is_reviewed_waits_for_that(
    reviewed: Stage, site: Site, endpoint: Scripted
) -> None:
    pay = {"@type": "MonetaryAmount", "currency": "EUR", "value": {"minValue": 70_000, "unitText": "YEAR"}}
    fuller = site.posting("/jobs/2", description=WORK, jobLocation=at(*CITIES["2"]), baseSalary=pay)

    def slowly(asked: Asked) -> Said:
        if asked.number == 1:
            reviewed.submit(fuller)
        return Said(text=as_json(opinion()), wait=1.0)

    endpoint.reply_to = slowly
    await take_up(reviewed, in_cities(site, "1"))
    assert shown(reviewed) == {"2": {"1"}}
    assert reviewed.finder.matches()[0]["review"]["change"] == 1
    assert len(endpoint.requests) == paid(reviewed) == 1
    sound(reviewed)


async def test_a_plan_that_another_of_the_same_moment_has_overtaken_is_not_handed_on(
    reviewed: Stage, site: Site
) -> None:
    await take_up(reviewed, in_cities(site, "1", "2"))
    await reviewed.run()

    def planned(batch: Batch) -> tuple[set[int], set[int]]:
        jobs = {row["job_id"] for row in batch.tx.all("SELECT job_id FROM matched")}
        batch.tx.run("UPDATE entity SET verdict = 'pending' WHERE id IN :ids", ids=sorted(jobs))
        return jobs, set(plan_all(batch, jobs))

    jobs, handed_on = reviewed.finder.unit.write(planned)
    assert len(jobs) == 2
    assert handed_on == set(), "each was planned as one that is no match, and both are"
    assert reviewed.finder.unit.write(lambda batch: set(plan_all(batch, jobs))) == jobs
