"""Several ways to one posting or board: what is forbidden is gone around, sessions are followed, guesses come last."""

from __future__ import annotations

import json
from collections.abc import Callable

from acceptance.handmade import Site, page
from acceptance.stage import Stage
from boards.test_group_d_lists import BEISEN, beisen
from jobfinder.demo.answer import JSON, Answer, html, missing, redirect, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.model import Response
from jobfinder.steps.web import leads

GREENHOUSE = "boards-api.greenhouse.io"
PROSE = (
    "<h2>Responsibilities</h2><ul><li>You plan the gardens of our clients.</li><li>You lead a team of five.</li></ul>"
    "<h2>Requirements</h2><p>Three years of experience with perennials, and a driving licence.</p>"
    "<p>Location: Lyon, France</p><p>Full-time. Apply now: send your CV to jobs@fernmoor.example.</p>"
)


def by_path(**answers: Answer) -> Callable[[Incoming], Answer]:
    """Answers by the first segment of the path; `robots` is that of robots.txt."""

    def answer(asked: Incoming) -> Answer:
        name = asked.path.strip("/").split("/")[0].removesuffix(".txt") or "front"
        return answers.get(f"{asked.method.lower()}_{name}") or answers.get(name) or missing()

    return answer


async def test_a_forbidden_api_is_gone_around_by_the_page(stage: Stage, web: DemoWeb) -> None:
    posting = {"@type": "JobPosting", "title": "Gardener", "hiringOrganization": {"name": "Tin Caravan"}}
    web.serve("api.smartrecruiters.com", "/*", by_path(robots=text("User-agent: *\nDisallow: /\n")))
    web.serve("jobs.smartrecruiters.com", "/*", lambda asked: html(page("Gardener", ld=posting)))
    submitted = stage.submit("https://jobs.smartrecruiters.com/TinCaravan/743999000000001-gardener")
    await stage.run()
    assert stage.status(submitted) in ("success", "skipped")
    assert [row["posting"]["title"] for row in stage.finder.jobs() if row["key"] == submitted.key] == ["Gardener"]
    assert web.count("api.smartrecruiters.com") == 0


async def test_a_board_that_begins_with_a_session_is_enabled_and_listed(stage: Stage, web: DemoWeb) -> None:
    front = html('<script>var BSGlobal = {"PortalId": "p-1"}</script>')
    listed = text(json.dumps({"Code": 200, "Count": 1, "Data": [beisen(1)]}), JSON)
    web.serve("mosswork.zhiye.com", "/*", by_path(front=front, post_api=listed))
    stage.submit(BEISEN, type="source")
    await stage.run()
    (source,) = stage.finder.sources()
    assert (source["state"], source["listed"]) == ("enabled", 1)


async def test_a_posting_in_a_frame_beats_what_is_guessed_around_it(stage: Stage, web: DemoWeb, site: Site) -> None:
    stated = {"id": 4000001, "title": "Garden Designer", "content": "&lt;p&gt;You plan gardens.&lt;/p&gt;"}
    web.serve(GREENHOUSE, "/v1/boards/fernmoor/jobs/4000001", lambda asked: text(json.dumps(stated), JSON))
    frame = '<iframe src="https://boards.greenhouse.io/embed/job_app?for=fernmoor&token=4000001"></iframe>'
    url = site.put("/careers/role?gh_jid=4000001", f"<title>Careers</title><h1>Landscape Architect</h1>{PROSE}{frame}")
    alone = site.put("/careers/architect", f"<title>Careers</title><h1>Landscape Architect</h1>{PROSE}")
    framed, guessed = stage.submit(url), stage.submit(alone)
    await stage.run()
    titles = {row["key"]: row["posting"]["title"] for row in stage.finder.jobs() if row["posting"]}
    assert titles[stage.why_key(framed)] == "Garden Designer"
    assert titles[stage.why_key(guessed)] == "Landscape Architect"
    assert "sure)" in stage.events(guessed.key, "ran")[0]["reason"]


async def test_a_list_that_is_only_guessed_waits_for_the_seekers_word(stage: Stage, site: Site) -> None:
    paths = ("/jobs/gardener-berlin", "/jobs/tree-surgeon-lyon", "/jobs/garden-designer-graz")
    urls = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in paths)
    stage.submit(site.put("/sitemap.xml", text(f'<?xml version="1.0"?><urlset>{urls}</urlset>', "application/xml")))
    await stage.run()
    (source,) = stage.finder.sources()
    assert source["state"] == "candidate"
    assert "40%" in source["reason"]


async def test_a_short_address_is_read_by_the_account_that_it_leads_to(stage: Stage, web: DemoWeb) -> None:
    long = "https://apply.workable.com/tincaravan/j/ABCDEF1234/"
    posting = {"shortcode": "ABCDEF1234", "title": "Gardener", "description": "<p>You plan gardens.</p>"}

    def answer(asked: Incoming) -> Answer:
        if asked.path.startswith("/j/ABCDEF1234"):
            return redirect(long)
        if asked.path.startswith("/api/v2/accounts/tincaravan/jobs/ABCDEF1234"):
            return text(json.dumps(posting), JSON)
        return html("<div id=app></div>") if asked.path.startswith("/tincaravan/") else missing()

    web.serve("apply.workable.com", "/*", answer)
    short, whole = stage.submit("https://apply.workable.com/j/ABCDEF1234"), stage.submit(long)
    await stage.run()
    assert [row["posting"]["title"] for row in stage.finder.jobs()] == ["Gardener"]
    assert stage.why_key(short) == stage.why_key(whole)


def test_an_answer_in_json_is_no_page_to_look_for_links_in() -> None:
    body = b'{"jobs": [{"text": "see https://jobs.lever.co/tideglass"}]}'
    assert leads(Response(url="https://fernmoor.example/jobs.json", status=200, body=body)).boards == ()
