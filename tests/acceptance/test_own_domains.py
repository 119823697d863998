"""Boards on employers' own domains: the address says nothing, the page gives the board away, its own ways are used."""

from __future__ import annotations

import json

from acceptance.handmade import Site
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.boards import registry
from jobfinder.demo.answer import JSON, Answer, html, text
from jobfinder.model import RefKind

HOST = "jobs.fernmoor.example"
HOME = f"https://{HOST}/"
MARK = '<script src="https://d10zminp1cyta8.cloudfront.net/x.js"></script><link href="https://careers.recruiteecdn.com/app.css">'


def offer(number: int, title: str) -> dict[str, object]:
    return {
        "id": number,
        "slug": f"role-{number}",
        "title": title,
        "careers_url": f"{HOME}o/role-{number}",
        "city": "Lyon",
        "country": "France",
        "description": "<p>You run the ferns' greenhouse, its sensors and its pumps, by day.</p>",
        "published_at": "2026-03-02 09:41:37 UTC",
        "company_name": "Fernmoor",
    }


class Board:
    """A careers site that draws itself, with its offers behind it."""

    def __init__(self, stage: Stage) -> None:
        self.offers = [offer(1, "Gardener"), offer(2, "Pump Engineer")]
        self.site = Site(stage, HOST, name="Fernmoor")
        self.site.put("/", html(f"<title>Fernmoor</title>{MARK}<div id=app></div>"))
        self.site.put("/o/role-1", html(f"<title>Gardener</title>{MARK}<div id=app></div>"))
        self.publish()

    def publish(self) -> None:
        """Show the offers as they are now."""
        self.site.put("/api/offers/", text(json.dumps({"offers": self.offers}), JSON))
        self.site.put("/api/offers/role-1", Answer(status=404))
        for one in self.offers:
            self.site.put(f"/api/offers/{one['slug']}", text(json.dumps({"offer": one}), JSON))


async def test_a_board_on_an_own_domain_is_found_by_its_page_and_listed_by_its_api(stage: Stage) -> None:
    Board(stage)
    assert registry.recognize(HOME).kind is RefKind.COMPANY
    stage.submit(HOME)
    await stage.run()
    assert [row["key"] for row in stage.finder.sources()] == [f"source:recruitee:{HOST}"]
    postings = [row["posting"] for row in stage.finder.jobs()]
    assert {posting["title"] for posting in postings} == {"Gardener", "Pump Engineer"}
    assert {(posting["board"], posting["token"]) for posting in postings} == {("recruitee", HOST)}


async def test_its_postings_are_looked_at_again_by_the_same_ways(stage: Stage) -> None:
    board = Board(stage)
    stage.submit(HOME)
    await stage.run()
    lost = board.offers.pop()
    board.publish()
    del board.site.pages[f"/api/offers/{lost['slug']}"]
    await stage.pass_time(DAY + HOUR)
    gone = [row["key"] for row in stage.finder.jobs() if row["closed_at"] is not None]
    assert gone == [f"job:recruitee:{HOST}:role-2"]
    assert any(path == "/api/offers/role-2" for path in asked(board.site))


async def test_a_posting_on_an_own_domain_leads_to_its_board(stage: Stage) -> None:
    Board(stage)
    submitted = stage.submit(f"{HOME}o/role-1")
    await stage.run()
    assert [row["key"] for row in stage.finder.sources()] == [f"source:recruitee:{HOST}"]
    assert {row["title"] or row["posting"]["title"] for row in stage.finder.jobs() if row["posting"]} >= {"Gardener"}
    assert stage.status(submitted) in ("success", "skipped")


def asked(site: Site) -> list[str]:
    return [visited.path for visited in site.asked]
