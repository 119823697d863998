"""Boards of many employers: the posting tells who employs, the board belongs to nobody, and no company follows it."""

from __future__ import annotations

from typing import Any

from acceptance.handmade import Site
from acceptance.stage import Stage
from jobfinder.demo.answer import json

LONG = "You keep our services running and write Python. You know PostgreSQL. " * 10


def row(number: int, company: str, **fields: Any) -> dict[str, Any]:
    """A job as RemoteOK lists it."""
    stated = {"id": str(number), "position": "Backend Engineer", "company": company, "description": f"<p>{LONG}</p>"}
    link = f"https://remoteok.com/remote-jobs/remote-backend-engineer-{number}"
    return stated | {"url": link, "location": "Worldwide", "date": "2026-01-01T09:00:00+00:00"} | fields


def remoteok(stage: Stage, *rows: dict[str, Any]) -> Site:
    """RemoteOK with these jobs."""
    site = Site(stage, "remoteok.com")
    site.put("/api", json([{"legal": "link back"}, *rows]))
    return site


async def test_every_posting_is_its_own_employers(stage: Stage) -> None:
    remoteok(stage, row(1000001, "Fernbrook"), row(1000002, "Tideglass"), row(1000003, "Fernbrook"))
    submitted = stage.submit("https://remoteok.com/")
    await stage.run()
    assert stage.status(submitted) == "success"
    jobs = {job["key"]: job["company"] for job in stage.finder.jobs()}
    assert jobs == {
        "job:remoteok:all:1000001": "Fernbrook",
        "job:remoteok:all:1000002": "Tideglass",
        "job:remoteok:all:1000003": "Fernbrook",
    }
    companies = {company["key"]: company["name"] for company in stage.finder.companies()}
    assert companies == {"company:name:fernbrook": "Fernbrook", "company:name:tideglass": "Tideglass"}
    (source,) = stage.finder.sources()
    assert (source["key"], source["company"]) == ("source:remoteok:all", None)


async def test_a_posting_without_an_employer_has_none(stage: Stage) -> None:
    remoteok(stage, row(1000001, ""))
    stage.submit("https://remoteok.com/")
    await stage.run()
    (job,) = stage.finder.jobs()
    assert (job["title"], job["company"]) == ("Backend Engineer", None)
    assert stage.finder.companies() == []


async def test_a_company_does_not_get_the_board_that_shows_its_posting(stage: Stage) -> None:
    site = Site(stage, "remoteok.com")
    employer = {"@type": "Organization", "name": "Fernbrook"}
    site.posting("/remote-jobs/1000001", hiringOrganization=employer)
    submitted = stage.submit("https://remoteok.com/remote-jobs/remote-backend-engineer-1000001")
    await stage.run()
    (company,) = stage.finder.companies()
    assert stage.finder.why(submitted.item_id).key == "job:remoteok:all:1000001"
    assert (company["key"], company["boards"]) == ("company:name:fernbrook", ())
    assert stage.finder.sources() == []


async def test_a_posting_of_a_category_is_the_same_as_in_the_whole_list(stage: Stage) -> None:
    site = remoteok(stage, row(1000001, "Fernbrook"))
    site.put("/api?tags=dev", json([row(1000001, "Fernbrook")]))
    for url in ("https://remoteok.com/", "https://remoteok.com/remote-dev-jobs"):
        stage.submit(url)
        await stage.run()
    assert [job["key"] for job in stage.finder.jobs()] == ["job:remoteok:all:1000001"]
    assert {source["key"] for source in stage.finder.sources()} == {"source:remoteok:all", "source:remoteok:dev"}


async def test_a_company_that_links_a_job_board_does_not_own_it(stage: Stage) -> None:
    remoteok(stage, row(1000001, "Tideglass"))
    site = Site(stage, "www.fernbrook.example", "Fernbrook")
    links = "".join(
        f'<a href="{url}">Careers</a>'
        for url in ("https://remoteok.com/remote-dev-jobs", "https://www.linkedin.com/company/fernbrook")
    )
    home = site.pages["/"]
    site.put("/", home.body.decode().replace("</body>", f"{links}</body>"))
    submitted = stage.submit(site.url("/"), type="company")
    await stage.run()
    assert stage.status(submitted) == "success"
    assert stage.finder.sources() == []
    assert stage.finder.jobs() == []


async def test_a_row_that_leads_to_a_board_is_that_boards_posting(stage: Stage) -> None:
    """Listed by the community and submitted by hand: one job, which is read where it is posted."""
    greenhouse = Site(stage, "boards-api.greenhouse.io")
    posting = {"id": 4000001, "title": "Backend Engineer", "company_name": "Fernbrook", "content": f"<p>{LONG}</p>"}
    link = "https://boards.greenhouse.io/fernbrook/jobs/4000001"
    path = "/v1/boards/fernbrook/jobs/4000001?pay_transparency=true"
    greenhouse.put(path, json(posting | {"absolute_url": link}))
    github = Site(stage, "raw.githubusercontent.com")
    listed = {"title": "Backend Engineer", "company_name": "Fernbrook", "url": f"{link}?utm_source=simplify"}
    shown = {"active": True, "is_visible": True, "locations": ["Berlin, Germany"], "date_posted": 1767225600}
    github.put("/SimplifyJobs/New-Grad-Positions/dev/.github/scripts/listings.json", json([listed | shown]))
    stage.submit(link)
    await stage.run()
    stage.submit("https://github.com/SimplifyJobs/New-Grad-Positions")
    await stage.run()
    (job,) = stage.finder.jobs()
    assert job["key"] == "job:greenhouse:fernbrook:4000001"
    assert (job["company"], job["posting"]["board"]) == ("Fernbrook", "greenhouse")
    assert len(greenhouse.times(path)) == 1


async def test_a_walled_site_is_never_asked(stage: Stage) -> None:
    site = Site(stage, "www.linkedin.com")
    posting = stage.submit("https://www.linkedin.com/jobs/view/4000000001/")
    board = stage.submit("https://www.linkedin.com/company/fernbrook/jobs/")
    await stage.run()
    assert (stage.status(posting), stage.status(board)) == ("blocked", "blocked")
    assert "--page FILE" in stage.message(posting)
    assert "--page FILE" in stage.message(board)
    assert site.asked == []
    assert stage.finder.companies() == []
