"""Openings that stand on the careers page itself, without addresses of their own."""

from __future__ import annotations

from acceptance.handmade import Site
from acceptance.stage import DAY, HOUR, Stage

TEXT = (
    "<p>You plan the gardens of our clients, you draw them, and you look after them with a team of five.</p>"
    "<p>What we expect: three years of experience with perennials, and a driving licence. Location: Lyon, France.</p>"
    "<p>We offer a full-time contract, a bicycle, and thirty days of holiday. Apply by mail to us.</p>"
)


def careers(*titles: str) -> str:
    openings = "".join(f"<h3>{title}</h3>{TEXT}" for title in titles)
    return f"<title>Careers at Fernmoor</title><h1>Careers</h1><h2>Open positions</h2>{openings}"


def titles(stage: Stage) -> set[str]:
    """The titles of all open jobs."""
    return {row["posting"]["title"] for row in stage.finder.jobs() if row["posting"] and row["closed_at"] is None}


async def test_openings_on_one_page_are_jobs_of_their_own(stage: Stage, site: Site) -> None:
    url = site.put("/careers", careers("Garden Designer", "Tree Surgeon"))
    stage.submit(url, type="source")
    await stage.run()
    assert titles(stage) == {"Garden Designer", "Tree Surgeon"}
    assert {row["url"] for row in stage.finder.jobs()} == {f"{url}#garden-designer", f"{url}#tree-surgeon"}


async def test_one_that_is_taken_off_the_page_closes_and_the_others_stay(stage: Stage, site: Site) -> None:
    url = site.put("/careers", careers("Garden Designer", "Tree Surgeon", "Bookkeeper"))
    stage.submit(url, type="source")
    await stage.run()
    site.put("/careers", careers("Garden Designer", "Bookkeeper"))
    for _ in range(20):
        await stage.pass_time(DAY + HOUR)
    assert titles(stage) == {"Garden Designer", "Bookkeeper"}
    (lost,) = [row for row in stage.finder.jobs() if row["closed_at"] is not None]
    assert lost["url"] == f"{url}#tree-surgeon"
