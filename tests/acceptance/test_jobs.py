"""A01–A20: the way of a job, from a bare URL to its verdict."""

from __future__ import annotations

import itertools

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.made import brought, live_through
from acceptance.stage import DAY, HOUR, Stage
from jobfinder.demo.addresses import GREENHOUSE_API, posting_url
from jobfinder.demo.answer import Answer, gone, html, missing
from jobfinder.demo.live import Closing
from jobfinder.demo.server import DemoWeb
from jobfinder.flow.deliver import Alert
from jobfinder.flow.plan.retry import SAME_CLASS
from jobfinder.flow.worker import Limits
from jobfinder.model import SourceState
from jobfinder.store import results

JOB = ["scrape", "filter", "analyze", "save"]
COMPANY = ["fetch", "extract", "analyze", "save"]
DOWN = html("<title>Sorry</title>", 500)


@pytest.fixture
def analyst() -> Analyst:
    return Analyst()


@pytest.fixture
def site(stage: Stage, analyst: Analyst) -> Site:
    """A company's site without a board, on a stage whose scores the test states."""
    stage.reopen(analyst=analyst)
    return Site(stage, "fernmoor.example", name="Fernmoor")


def tickets(stage: Stage, type_: str) -> list[str]:
    """The items on entities of that type, the oldest first."""
    return [item["id"] for item in reversed(stage.finder.items()) if item["entity_type"] == type_]


def rule(stage: Stage, target: str, name: str) -> str:
    """What a rule of the filter said of a job."""
    return str(next(one["outcome"] for one in stage.finder.outcome(target).rules if one["rule"] == name))


# ---------------------------------------------------------------- A01, A02: the unknown


@pytest.mark.parametrize("part", ["greenhouse", "page", "ashby", "rss", "embed"])
async def test_a01_a_bare_url_becomes_a_match(stage: Stage, web: DemoWeb, part: str) -> None:
    company = web.company(part)
    submitted = stage.submit(stage.posting(part))
    await stage.run()
    assert stage.status(submitted) == "success"
    assert stage.ran(submitted.item_id) == JOB
    [known] = stage.finder.companies()
    assert known["website"] == f"https://{company.host}/"
    assert list(dict.fromkeys(stage.ran(known["key"]))) == COMPANY
    [source] = stage.finder.sources()
    assert stage.ran(source["key"]) == ["discover", "probe", "list"]
    assert (source["state"], source["listed"]) == ("enabled", sum(role.listed for role in web.roles(part)))
    assert stage.why_key(submitted) in [match["key"] for match in stage.finder.matches()]
    assert stage.finder.items(status="live") == []


async def test_a02_a_job_waits_for_its_unknown_company_and_resumes_by_itself(stage: Stage) -> None:
    submitted = stage.submit(stage.posting("greenhouse"))
    await stage.steps(2)
    assert stage.status(submitted) == "waiting"
    [ticket] = tickets(stage, "company")
    company = stage.finder.item(ticket)
    assert company["parent_item_id"] == submitted.item_id
    assert stage.finder.why(submitted.item_id).waits_for == (company["entity"],)
    await stage.run()
    assert stage.status(submitted) == "success"
    assert tickets(stage, "company") == [ticket]
    settled = stage.trail.index((company["entity"], "save", "saved"))
    assert [step for key, step, _ in stage.trail[:settled] if key == submitted.key] == ["scrape", "filter"]
    assert stage.ran(submitted.item_id) == JOB


# ---------------------------------------------------------------- A03: the known company


async def test_a03_a_complete_and_young_company_is_not_spawned(stage: Stage, site: Site) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    before = tickets(stage, "company")
    fetched = len(site.times("/"))
    stage.clock.advance(29 * DAY)
    second = stage.submit(site.posting("/jobs/2", "Data Engineer"))
    await stage.run()
    assert stage.status(second) == "success"
    assert tickets(stage, "company") == before
    assert len(site.times("/")) == fetched == 1
    assert not stage.events(second.key, "spawned")


async def test_a03_a_stale_company_is_refreshed_once_beside_the_job(stage: Stage, site: Site) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    stage.clock.advance(31 * DAY)
    site.put("/", DOWN)
    items = [brought(f"Data Engineer {n}", "Fernmoor", company_website=site.url("/")) for n in range(2)]
    submitted = stage.finder.submit_all(items)
    await stage.run()
    # Nobody could read the site, and yet:
    assert [stage.status(one) for one in submitted] == ["success", "success"]
    first, refresh = tickets(stage, "company")
    assert stage.status(refresh) == "pending"
    site.pages["/"] = html("<title>Fernmoor</title><p>We are back.</p>")
    await live_through(stage, HOUR)
    assert tickets(stage, "company") == [first, refresh]
    assert stage.status(refresh) == "success"


async def test_a03_a_sparse_company_is_refreshed_once_and_waited_for(stage: Stage) -> None:
    """Nothing was found about it; when that has become stale, it is looked for again."""
    stage.finder.submit(brought("Backend Engineer", "Quietmere"))
    await stage.run()
    [company] = stage.finder.companies()
    assert not company["complete"]
    young = stage.finder.submit(brought("Data Engineer", "Quietmere"))
    await stage.run()
    assert stage.status(young) == "success"
    assert len(tickets(stage, "company")) == 1
    stage.clock.advance(31 * DAY)
    old = stage.finder.submit(brought("Platform Engineer", "Quietmere"))
    await stage.steps(1)
    assert stage.status(old) == "waiting"
    await stage.run()
    assert stage.status(old) == "success"
    assert len(tickets(stage, "company")) == 2
    refreshed = max(n for n, (key, _, _) in enumerate(stage.trail) if key == company["key"])
    assert stage.trail.index((old.key, "analyze", "scored")) > refreshed


# ---------------------------------------------------------------- A04–A10: one step after the other


async def test_a04_an_unknown_job_is_scraped_and_nothing_else(stage: Stage, web: DemoWeb) -> None:
    keys = [stage.submit(stage.posting(part)).key for part in ("greenhouse", "ashby")]
    await stage.steps(1)
    [(key, step, outcome)] = stage.trail
    assert key in keys
    assert (step, outcome) == ("scrape", "read")
    assert [event["event"] for event in stage.all_events() if event["event"] == "ran"] == ["ran"]
    assert web.count() == 1


async def test_a05_a_known_job_without_its_posting_is_scraped(stage: Stage, site: Site) -> None:
    site.posting("/jobs/1")
    site.posting("/jobs/2", "Data Engineer")
    stage.submit(site.listing("/jobs", **{"1": "Backend Engineer", "2": "Data Engineer"}), type="source")
    await stage.steps(3)
    assert [step for _, step, _ in stage.trail] == ["discover", "probe", "list"]
    assert [(row["title"], row["posting"]) for row in stage.finder.jobs()] == [
        ("Data Engineer", None),
        ("Backend Engineer", None),
    ]
    site.asked.clear()
    await stage.steps(1)
    assert [step for _, step, _ in stage.trail[3:]] == ["scrape"]
    assert len(site.times()) == 1
    assert [row["posting"] is None for row in stage.finder.jobs()].count(False) == 1


async def test_a06_a_scraped_job_is_filtered_without_a_request(stage: Stage, web: DemoWeb) -> None:
    submitted = stage.submit(stage.posting("greenhouse"))
    await stage.steps(1)
    web.reset_log()
    await stage.steps(1)
    assert stage.trail[1:] == [(submitted.key, "filter", "passed")]
    assert web.requests == ()


async def test_a07_a_rejected_job_ends_with_every_reason_and_costs_nothing_more(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    stage.prefer(
        """
        titles.excluded = ["Backend"]
        keywords.required = ["COBOL"]
        employment.accepted = ["full-time"]
        """
    )
    submitted = stage.submit(site.posting("/jobs/1", employmentType="CONTRACTOR"))
    await stage.steps(1)
    asked = len(site.asked)
    await stage.run()
    assert stage.status(submitted) == "filtered"
    said = stage.message(submitted)
    assert all(name in said for name in ("titles.excluded", "keywords.required", "employment")), said
    assert stage.ran(submitted.key) == ["scrape", "filter"]
    assert len(site.asked) == asked
    assert analyst.asked == []
    assert len(stage.trail) == 2, "nobody looked for its company"


async def test_a08_a09_after_the_filter_comes_analyze_and_then_save_alone(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    stage.submit(site.posting("/jobs/1"))
    await stage.run()
    stage.trail.clear()
    submitted = stage.submit(site.posting("/jobs/2", "Data Engineer"))
    await stage.steps(2)
    asked = len(site.asked)
    assert [step for _, step, _ in stage.trail] == ["scrape", "filter"]
    await stage.steps(1)
    assert stage.trail[2:] == [(submitted.key, "analyze", "scored")]
    assert stage.status(submitted) == "pending"
    assert len(stage.finder.matches()) == 1
    await stage.steps(1)
    assert stage.trail[3:] == [(submitted.key, "save", "saved")]
    assert stage.status(submitted) == "success"
    assert len(stage.finder.matches()) == 2
    assert len(site.asked) == asked
    assert analyst.asked == ["Backend Engineer", "Data Engineer"]


async def test_a10_what_is_done_is_answered_at_once(stage: Stage, site: Site, analyst: Analyst) -> None:
    url = site.posting("/jobs/1")
    first = stage.submit(url)
    await stage.run()
    site.asked.clear()
    stage.clock.advance(HOUR)
    stage.reopen()
    again = stage.submit(url)
    assert again.item_id != first.item_id
    assert again.verdict == stage.status(again) == "success"
    assert str(again.message).startswith("already done")
    assert (await stage.run()).steps == 0
    assert site.asked == []
    assert len(analyst.asked) == 1


# ---------------------------------------------------------------- A11: one posting, many addresses


async def test_a11_five_addresses_of_one_posting_are_one_job(stage: Stage, web: DemoWeb) -> None:
    company, role = web.company("greenhouse"), web.roles("greenhouse")[0]
    url = posting_url(company, role)
    spelt = [
        f"{url}?utm_source=letter&gh_src=abc123",
        f"{url}#app",
        f"{url}/",
        url.replace("https:", "http:"),
        f"https://boards.greenhouse.io/embed/job_app?for={company.board.token}&token={role.external_id}",
    ]
    submitted = [stage.submit(one) for one in spelt]
    assert len({one.key for one in submitted}) == 1
    await stage.run()
    assert [stage.status(one) for one in submitted] == ["success"] * 5
    assert stage.ran(submitted[0].key).count("scrape") == 1
    assert web.count(GREENHOUSE_API, f"/jobs/{role.external_id}") == 1
    assert [row["title"] for row in stage.finder.jobs()].count(role.title) == 1
    assert [stage.submit(one).verdict for one in spelt] == ["success"] * 5


async def test_a11_the_employers_page_around_a_posting_is_the_same_job(stage: Stage, web: DemoWeb) -> None:
    """That the two are one comes to light only when the employer's page has been read."""
    company, role = web.company("embed"), web.roles("embed")[0]
    around = stage.submit(posting_url(company, role))
    itself = stage.submit(f"https://boards.greenhouse.io/{company.board.token}/jobs/{role.external_id}")
    await stage.run()
    assert stage.why_key(around) == stage.why_key(itself)
    assert [stage.status(one) for one in (around, itself)] == ["success", "success"]
    assert [row["title"] for row in stage.finder.jobs()].count(role.title) == 1
    assert stage.ran(itself.key).count("analyze") == 1


# ---------------------------------------------------------------- A12–A14: the score and what follows


async def test_a12_a_failing_analyst_is_asked_again_and_nothing_else_is_redone(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    analyst.failing = 2
    submitted = stage.submit(site.posting("/jobs/1"))
    ran = await stage.run()
    assert stage.status(submitted) == "pending"
    assert "out of order" in stage.message(submitted)
    ran = await stage.until_due(ran)
    await stage.until_due(ran)
    assert stage.status(submitted) == "success"
    assert stage.ran(submitted.key) == ["scrape", "filter", "analyze", "analyze", "analyze", "save"]
    assert len(site.times("/jobs/1")) == 1
    assert len(analyst.asked) == 3


class Postbox:
    """Receives alerts. While `broken`, it takes them and does not acknowledge."""

    def __init__(self) -> None:
        self.got: list[Alert] = []
        self.broken = True

    async def __call__(self, alert: Alert) -> None:
        self.got.append(alert)
        if self.broken:
            raise ConnectionError("the acknowledgement got lost")


async def test_a13_an_outstanding_match_is_announced_once_however_often_it_is_delivered(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    def rows() -> list[tuple[str, str, bool]]:
        found = stage.finder.unit.read(results.outbox)
        return [(row["channel"], row["version"], row["acked_at"] is not None) for row in found]

    postbox = Postbox()
    analyst.by_title = {"Backend Engineer": 80, "Data Engineer": 79}
    stage.reopen(analyst=analyst, deliver=postbox)
    stage.prefer("alert_score = 80")
    submitted = stage.submit(site.posting("/jobs/1"))
    stage.submit(site.posting("/jobs/2", "Data Engineer"))
    while "save" not in stage.ran(submitted.key):
        assert rows() == []
        await stage.steps(1)
    # The row came with the save, in the same transaction; the delivery failed.
    assert [done for _, _, done in rows()] == [False]
    for _ in range(3):
        await stage.pass_time(6 * HOUR)
    assert len(postbox.got) == 4
    postbox.broken = False
    await stage.pass_time(6 * HOUR)
    assert [done for _, _, done in rows()] == [True]
    stage.clock.advance(HOUR)
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.run()
    stage.clock.advance(HOUR)
    site.posting("/jobs/1", description="Another text, scored and saved again.")
    stage.submit(site.url("/jobs/1"), force=True)
    await stage.pass_time(DAY)
    assert [stage.ran(submitted.key).count(step) for step in ("scrape", "save")] == [3, 2]
    assert len(rows()) == 1
    assert len(postbox.got) == 5
    assert {alert.job for alert in postbox.got} == {submitted.key}
    assert len({alert.key for alert in postbox.got}) == 1


async def test_a13_an_unacknowledged_alert_is_repeated_though_nothing_else_happens(
    stage: Stage, site: Site, analyst: Analyst
) -> None:
    postbox = Postbox()
    stage.reopen(analyst=analyst, deliver=postbox)
    stage.prefer("alert_score = 50")
    stage.submit(site.posting("/jobs/1"))
    ran = await stage.run()
    assert len(postbox.got) == 1
    assert ran.next_due is not None
    assert ran.next_due - stage.clock.now() <= HOUR
    ran = await stage.until_due(ran)
    assert len(postbox.got) == 2
    # A worker that stays does not need anybody to start it again.
    await stage.work(Limits(until=stage.clock.now() + 130))
    assert len(postbox.got) == 3
    postbox.broken = False
    await stage.pass_time(HOUR)
    await stage.pass_time(DAY)
    assert len(postbox.got) == 4
    assert len({alert.key for alert in postbox.got}) == 1


@pytest.mark.parametrize(("points", "verdict"), [(59, "skipped"), (60, "success")])
async def test_a14_a_score_below_the_threshold_is_no_match(
    stage: Stage, site: Site, analyst: Analyst, points: int, verdict: str
) -> None:
    stage.prefer("min_score = 60")
    analyst.points = points
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    assert stage.status(submitted) == verdict
    assert len(stage.finder.matches()) == (1 if verdict == "success" else 0)
    if verdict == "skipped":
        assert "59" in stage.message(submitted)
        assert "60" in stage.message(submitted)


# ---------------------------------------------------------------- A15–A18: what is judged before and by the filter


async def test_a15_an_item_with_its_posting_starts_at_the_filter(stage: Stage, web: DemoWeb, site: Site) -> None:
    item = brought("Backend Engineer")
    submitted = stage.submit(site.posting("/jobs/1"), scraped_data=item.scraped_data)
    await stage.steps(1)
    assert stage.trail == [(submitted.key, "filter", "passed")]
    assert web.requests == ()
    await stage.run()
    assert stage.status(submitted) == "success"
    assert "scrape" not in stage.ran(submitted.key)
    assert site.times("/jobs/1") == []


@pytest.mark.parametrize(
    ("stop", "path"),
    [
        ('companies = ["Fernmoor"]', "/jobs/1"),
        ('domains = ["fernmoor.example"]', "/jobs/1"),
        ('keywords = ["casino"]', "/jobs/casino-dealer-1"),
    ],
)
async def test_a16_the_stop_list_ends_a_job_before_any_request(
    stage: Stage, web: DemoWeb, site: Site, stop: str, path: str
) -> None:
    stage.prefer(f"[stop]\n{stop}")
    submitted = stage.submit(site.posting(path), company_name="Fernmoor, Inc.")
    assert submitted.verdict == "skipped"
    ran = await stage.run()
    assert (ran.steps, web.requests) == (0, ())
    assert "stop" in stage.message(submitted)
    # The list is an input like any other: without it, the job has work again.
    stage.prefer("")
    await stage.run()
    assert stage.finder.why(submitted.key).verdict == "success"


async def test_a16_a_listed_title_with_a_stop_word_is_not_fetched(stage: Stage, site: Site) -> None:
    stage.prefer('[stop]\nkeywords = ["casino"]')
    site.posting("/jobs/1")
    site.posting("/jobs/2", "Casino Engineer")
    stage.submit(site.listing("/jobs", **{"1": "Backend Engineer", "2": "Casino Engineer"}), type="source")
    await stage.run()
    verdicts = {row["title"]: row["verdict"] for row in stage.finder.jobs()}
    assert verdicts == {"Backend Engineer": "success", "Casino Engineer": "skipped"}
    assert (len(site.times("/jobs/1")), len(site.times("/jobs/2"))) == (1, 0)


@pytest.mark.parametrize(("threshold", "verdict"), [(3, "filtered"), (4, "success")])
async def test_a17_strikes_reject_at_the_threshold_and_not_below(stage: Stage, threshold: int, verdict: str) -> None:
    stage.prefer(
        f"""
        strike_threshold = {threshold}
        titles = {{wanted = ["Architect"], wanted_mode = 2}}
        keywords = {{excluded = ["Python"], excluded_mode = 1}}
        """
    )
    submitted = stage.finder.submit(brought("Backend Engineer"))
    await stage.run()
    assert stage.status(submitted) == verdict
    [filtered] = [event for event in stage.events(submitted.key, "ran") if event["step"] == "filter"]
    assert f"3 of {threshold} strikes" in filtered["reason"]


async def test_a18_what_is_left_unsaid_is_unknown_and_no_violation(stage: Stage, site: Site) -> None:
    stage.prefer(
        """
        salary = {floor = 90000, currency = "EUR"}
        age.max_days = 14
        locations.accepted = ["Berlin"]
        """
    )
    silent = stage.submit(site.posting("/jobs/1"))
    place = {"@type": "Place", "address": {"addressLocality": "Paris", "addressCountry": "FR"}}
    text = "The salary is 40,000 EUR per year."
    said = stage.submit(site.posting("/jobs/2", jobLocation=place, datePosted="2020-01-01", description=text))
    await stage.run()
    assert stage.status(silent) == "success"
    [filtered] = [event for event in stage.events(silent.key, "ran") if event["step"] == "filter"]
    for name in ("salary", "age", "locations"):
        assert rule(stage, silent.key, name) == "unknown"
        assert f"{name}: unknown" in filtered["reason"]
        assert rule(stage, said.key, name) == "reject"
    assert stage.status(said) == "filtered"


# ---------------------------------------------------------------- A19: faults


async def test_a19_a_failing_page_is_tried_again_with_growing_delay(stage: Stage, site: Site) -> None:
    url = site.posting("/jobs/1")
    works = site.pages["/jobs/1"]
    site.put("/jobs/1", DOWN)
    submitted = stage.submit(url)
    ran = await stage.run()
    ran = await stage.until_due(ran)
    ran = await stage.until_due(ran)
    assert stage.status(submitted) == "pending"
    site.put("/jobs/1", works)
    await stage.until_due(ran)
    assert stage.status(submitted) == "success"
    times = site.times("/jobs/1")
    delays = [after - before for before, after in itertools.pairwise(times)]
    assert len(delays) == 3
    assert delays[0] >= 30
    assert all(after >= 2 * before for before, after in itertools.pairwise(delays)), delays


async def test_a19_a_page_that_fails_for_ever_is_given_up_with_its_last_error(stage: Stage, site: Site) -> None:
    submitted = stage.submit(site.put("/jobs/1", DOWN))
    ran = await stage.run()
    for _ in range(3 * SAME_CLASS):
        if ran.next_due is not None:
            ran = await stage.until_due(ran)
    assert stage.status(submitted) == "failed"
    assert len(site.times("/jobs/1")) == SAME_CLASS
    assert "500" in stage.message(submitted)
    await stage.pass_time(60 * DAY)
    assert len(site.times("/jobs/1")) == SAME_CLASS


# ---------------------------------------------------------------- A20: postings that go


SAYS_SO = "<title>Fernmoor</title><h1>Backend Engineer</h1><p>This position is no longer available.</p>"


@pytest.mark.parametrize("answer", [gone(), html(SAYS_SO)], ids=["410", "stated"])
async def test_a20_a_stated_closure_closes_at_once(stage: Stage, site: Site, answer: Answer) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.put("/jobs/1", answer)
    await stage.pass_time(8 * DAY)
    assert len(site.times("/jobs/1")) == 2
    assert stage.finder.why(submitted.key).verdict == "closed"
    assert stage.finder.matches() == []
    assert stage.finder.jobs()[0]["posting"]["title"] == "Backend Engineer"


async def test_a20_not_found_needs_a_second_look_a_day_later(stage: Stage, site: Site, analyst: Analyst) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    works = site.pages["/jobs/1"]
    site.put("/jobs/1", missing())
    await stage.pass_time(8 * DAY)
    assert [event["event"] for event in stage.log(submitted.key)].count("suspect") == 1
    assert stage.finder.why(submitted.key).verdict == "success"
    await stage.pass_time(0.9 * DAY)
    assert stage.finder.why(submitted.key).verdict == "success"
    await stage.pass_time(0.2 * DAY)
    assert stage.finder.why(submitted.key).verdict == "closed"
    looks = site.times("/jobs/1")
    assert looks[-1] - looks[-2] >= DAY
    # Kept, not analyzed, looked at rarely, and open again when it is back.
    stage.profile('titles = ["Cook"]')
    await live_through(stage, 29 * DAY)
    assert len(analyst.asked) == 1
    assert len(site.times("/jobs/1")) == len(looks)
    site.put("/jobs/1", works)
    await live_through(stage, 3 * DAY)
    assert stage.finder.why(submitted.key).verdict == "success"
    assert len(stage.finder.matches()) == 1
    assert len(analyst.asked) == 2


@pytest.mark.parametrize("part", ["page", "embed"])
async def test_a20_a_redirect_to_the_list_is_as_doubtful_as_not_found(stage: Stage, web: DemoWeb, part: str) -> None:
    submitted = stage.submit(stage.posting(part))
    await stage.run()
    # No listing is made any more, which would be a second witness.
    for source in stage.finder.sources():
        stage.finder.set_source_state(source["key"], SourceState.DISABLED)
    web.close_role(part, web.roles(part)[0].external_id, Closing.REDIRECT)
    await live_through(stage, 7.5 * DAY)
    assert len(stage.events(submitted.item_id, "suspect")) == 1
    assert stage.finder.why(submitted.item_id).verdict == "success"
    await live_through(stage, 2 * DAY)
    assert len(stage.events(submitted.item_id, "closed")) == 1
    assert stage.finder.why(submitted.item_id).verdict == "closed"


async def test_a20_a_closed_posting_that_is_listed_again_is_looked_at_soon(stage: Stage, site: Site) -> None:
    both = {"1": "Backend Engineer", "2": "Data Engineer"}
    postings = [site.posting(f"/jobs/{name}", title) for name, title in both.items()]
    stage.submit(site.listing("/jobs", **both), type="source")
    await stage.run()
    works = site.pages["/jobs/1"]
    site.put("/jobs/1", gone())
    site.listing("/jobs", **{"2": "Data Engineer", "3": "Cook"})
    await live_through(stage, 8 * DAY)
    assert stage.finder.why(postings[0]).verdict == "closed"
    site.put("/jobs/1", works)
    site.listing("/jobs", **both)
    await live_through(stage, 2 * DAY)
    assert stage.finder.why(postings[0]).verdict == "success"


async def test_a20_a_page_that_can_no_longer_be_read_closes_nothing(stage: Stage, site: Site) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    site.put("/jobs/1", "<title>Fernmoor</title><div id=root></div>")
    await live_through(stage, 20 * DAY)
    assert stage.finder.why(submitted.key).verdict == "success"
    assert len(stage.finder.matches()) == 1
    assert not stage.events(submitted.key, "suspect")
    [scrape] = [step for step in stage.finder.why(submitted.key).steps if step.step == "scrape"]
    assert scrape.state == "failed"
    assert "none can be read" in str(scrape.error)
