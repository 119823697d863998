"""The second opinion from end to end: asked for once, believed as far as it proves, paid for within the budget."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from acceptance.handmade import Analyst, Site
from acceptance.second import DOLLARS, MODEL, WORST, calls, opinion, paid, priced, score, spent, title, titles
from acceptance.stage import DAY, HOUR, Stage
from flow.sound import differences, unsound
from jobfinder.demo.ai import Asked, Scripted, scripted
from jobfinder.demo.ai_said import (
    INVENTED,
    Said,
    as_json,
    dropping,
    failing,
    hanging,
    in_turn,
    misquoted,
    other_schema,
    said,
    truncated,
)
from jobfinder.demo.ai_said import Answer as Reply
from jobfinder.flow.worker import Ran
from jobfinder.model import Verdict
from jobfinder.outside.ai.settings import Endpoint

JUDGED = ["scrape", "filter", "analyze", "save"]


@pytest.fixture
async def endpoint() -> AsyncIterator[Scripted]:
    """A model that finds everything required met, until a test has it say something else."""
    async with scripted(lambda asked: opinion()) as served:
        yield served


@pytest.fixture
def priced_stage(stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted) -> Stage:
    """The stage of `site`, where the endpoint is asked about every match."""
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    return stage


def sound(stage: Stage) -> None:
    """The store keeps its invariants, and a resync would change nothing."""
    assert stage.finder.unit.read(unsound) == []
    assert differences(stage.finder.unit) == []


async def until(stage: Stage, ran: Ran, enough: Callable[[], bool]) -> None:
    """Let time pass from one due date to the next, until it is enough."""
    for _ in range(20):
        if enough():
            return
        ran = await stage.until_due(ran)
    raise AssertionError("never")


# ---------------------------------------------------------------- what a review does


async def test_an_item_settles_before_its_review_which_then_changes_the_score_and_is_shown(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    stage, url = priced_stage, site.posting("/jobs/1")
    submitted = stage.submit(url)
    while stage.finder.item(submitted.item_id)["status"] != "success":
        assert endpoint.requests == []
        await stage.steps(1)
    assert (score(stage, url), endpoint.requests) == (50, [])
    sound(stage)
    await stage.run()
    assert stage.ran(submitted.key) == [*JUDGED, "review", "save"]
    [match] = stage.finder.matches()
    assert match["score"] == 51
    assert match["review"]["change"] == 1
    assert [one["quote"] for one in match["review"]["requirements"]] == ["write Python", "You know PostgreSQL"]
    assert match["review"]["model"] == MODEL
    assert stage.status(submitted) == "success"
    assert len(endpoint.requests) == paid(stage) == 1
    await stage.pass_time(DAY)
    assert len(endpoint.requests) == 1
    sound(stage)


@pytest.mark.parametrize(("met", "change"), [("yes", 1), ("partly", 0), ("no", -2), ("unclear", 0)])
async def test_a_review_changes_the_score_within_its_range(
    priced_stage: Stage, site: Site, endpoint: Scripted, met: str, change: int
) -> None:
    endpoint.reply_to = lambda asked: opinion(met)
    url = site.posting("/jobs/1")
    priced_stage.submit(url)
    await priced_stage.run()
    assert score(priced_stage, url) == 50 + change


async def test_a_review_that_takes_a_match_below_the_threshold_ends_it_and_is_not_asked_again(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    endpoint.reply_to = lambda asked: opinion("no")
    priced_stage.prefer("min_score = 49")
    submitted = priced_stage.submit(site.posting("/jobs/1"))
    await priced_stage.run()
    assert priced_stage.status(submitted) == "success"
    assert priced_stage.finder.why(submitted.key).verdict == Verdict.SKIPPED
    assert priced_stage.finder.matches() == []
    await priced_stage.pass_time(8 * DAY)
    assert len(endpoint.requests) == 1
    sound(priced_stage)


async def test_without_models_nobody_is_asked(stage: Stage, site: Site, endpoint: Scripted) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    await stage.pass_time(DAY)
    assert stage.ran(submitted.key) == JUDGED
    assert (endpoint.requests, calls(stage)) == ([], [])


async def test_matches_made_before_a_model_was_set_are_reviewed_once_it_is(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    submitted = stage.submit(site.posting("/jobs/1"))
    await stage.run()
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    await stage.run()
    assert stage.ran(submitted.key) == [*JUDGED, "review", "save"]
    # Nothing of it is repeated by opening the store once more.
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    await stage.run()
    assert stage.ran(submitted.key) == [*JUDGED, "review", "save"]


async def test_only_what_scores_enough_is_reviewed(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    analyst.by_title = {"Data Engineer": 70, "Backend Engineer": 69}
    stage.reopen(analyst=analyst, settings=priced(endpoint, review_from=70))
    stage.submit(site.posting("/jobs/1", "Backend Engineer"))
    stage.submit(site.posting("/jobs/2", "Data Engineer"))
    await stage.run()
    assert titles(endpoint) == ["Data Engineer"]


async def test_a_review_on_yesterdays_profile_does_not_count_today_and_another_is_asked_within_the_budget(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    endpoint.reply_to = lambda asked: opinion("no") if "Rust" in asked.prompt else opinion()
    stage.reopen(analyst=analyst, settings=priced(endpoint, day=WORST))
    stage.clock.at = stage.clock.at // DAY * DAY + HOUR
    url = site.posting("/jobs/1")
    submitted = stage.submit(url)
    await stage.run()
    assert score(stage, url) == 51
    stage.profile('skills = ["Python", "PostgreSQL", "Rust"]')
    await stage.run()
    # There is no money for another one today: so the score is ours alone, until tomorrow.
    [*_, analyzed, saved, held_back] = stage.events(submitted.key, "ran")
    assert [analyzed["step"], saved["step"], held_back["outcome"]] == ["analyze", "save", "later"]
    assert score(stage, url) == 50
    assert stage.finder.outcome(submitted.key).verdict == "success"
    assert len(endpoint.requests) == 1
    await stage.pass_time(DAY)
    assert (len(endpoint.requests), score(stage, url)) == (2, 48)
    sound(stage)


# ---------------------------------------------------------------- answers that are wrong


async def test_quotes_that_stand_nowhere_are_dropped(priced_stage: Stage, site: Site, endpoint: Scripted) -> None:
    endpoint.reply_to = lambda asked: misquoted(opinion())
    url = site.posting("/jobs/1")
    priced_stage.submit(url)
    await priced_stage.run()
    [match] = priced_stage.finder.matches()
    assert match["score"] == 50
    assert (match["review"]["requirements"], match["review"]["dropped"]) == ([], 2)
    assert INVENTED not in str(match)


async def test_an_answer_that_is_cut_off_is_asked_for_once_more_and_used(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    endpoint.reply_to = in_turn(truncated(opinion()), opinion())
    url = site.posting("/jobs/1")
    submitted = priced_stage.submit(url)
    await priced_stage.run()
    assert score(priced_stage, url) == 51
    assert len(endpoint.requests) == paid(priced_stage) == 2
    [match] = priced_stage.finder.matches()
    assert match["review"]["cost"] == pytest.approx(spent(priced_stage) / 1e9), "both answers are its price"
    assert priced_stage.ran(submitted.key).count("review") == 1
    sound(priced_stage)


async def test_a_wrong_schema_twice_is_unusable_shown_and_not_asked_again(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    endpoint.reply_to = lambda asked: other_schema()
    url = site.posting("/jobs/1")
    submitted = priced_stage.submit(url)
    await priced_stage.run()
    assert score(priced_stage, url) == 50
    [review] = [event for event in priced_stage.events(submitted.key, "ran") if event["step"] == "review"]
    assert review["outcome"] == "unusable"
    assert "asked twice" in review["reason"]
    assert len(endpoint.requests) == 2
    priced_stage.submit(url, force=True)
    await priced_stage.pass_time(8 * DAY)
    assert len(endpoint.requests) == 2
    assert priced_stage.finder.why(submitted.key).verdict == Verdict.SUCCESS
    sound(priced_stage)


# ---------------------------------------------------------------- no answers


async def test_being_asked_to_wait_rests_the_lane_and_counts_no_attempt(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    endpoint.reply_to = in_turn(failing("rate", retry_after=1800), opinion())
    stage, url = priced_stage, site.posting("/jobs/1")
    submitted = stage.submit(url)
    ran = await stage.run()
    assert ran.next_due is not None
    assert ran.next_due - stage.clock.now() == pytest.approx(1800, abs=5)
    assert {lane["name"] for lane in stage.finder.lanes() if lane["rest_until"]} == {"ai", f"ai:{MODEL}"}
    other = stage.submit(site.posting("/jobs/2", "Data Engineer"))
    await stage.run()
    assert stage.status(other) == "success"
    assert len(endpoint.requests) == 1
    sound(stage)
    [waiting] = [step for step in stage.finder.why(submitted.key).steps if step.step == "review"]
    assert waiting.attempts == 0
    await stage.until_due(ran)
    assert score(stage, url) == 51
    assert [row["state"] for row in calls(stage)] == ["released", "settled", "settled"]
    sound(stage)


@pytest.mark.parametrize(
    ("reply", "requests"),
    [(hanging(), 2), (dropping(), 2), (failing("server"), 5), (dropping(opinion()), 2)],
    ids=["hang", "dropped", "http-500", "dropped within"],
)
async def test_a_model_that_does_not_answer_is_asked_a_bounded_number_of_times(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted, reply: Reply, requests: int
) -> None:
    """One that may have been paid is sent twice at most; one that certainly was not as often as any step is tried."""
    endpoint.reply_to = lambda asked: reply
    stage.reopen(analyst=analyst, settings=priced(endpoint, timeout=0.2))
    url = site.posting("/jobs/1")
    submitted = stage.submit(url)
    ran = await stage.run()
    for _ in range(12):
        sound(stage)
        ran = await stage.until_due(ran)
    assert len(endpoint.requests) == requests
    assert stage.finder.why(submitted.key).verdict == Verdict.SUCCESS
    assert score(stage, url) == 50
    billed = 0 if reply == failing("server") else 2
    assert spent(stage) == pytest.approx(billed * WORST * 1e9)


async def test_a_wrong_key_leaves_the_match_and_is_tried_again_a_day_later(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    endpoint.reply_to = in_turn(failing("key"), opinion())
    stage, url = priced_stage, site.posting("/jobs/1")
    submitted = stage.submit(url)
    await stage.run()
    assert stage.finder.why(submitted.key).verdict == Verdict.SUCCESS
    assert stage.status(submitted) == "success"
    sound(stage)
    await stage.pass_time(23 * HOUR)
    assert (len(endpoint.requests), score(stage, url)) == (1, 50)
    await stage.pass_time(HOUR)
    assert (len(endpoint.requests), score(stage, url)) == (2, 51)
    assert paid(stage) == 1
    sound(stage)


async def test_another_model_is_asked_at_once_where_the_one_before_was_refused(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    endpoint.reply_to = lambda asked: failing("model") if asked.model == "m" else opinion()
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    url = site.posting("/jobs/1")
    stage.submit(url)
    await stage.run()
    assert score(stage, url) == 50
    stage.reopen(analyst=analyst, settings=priced(endpoint, models=("local/n",)))
    await stage.run()
    assert score(stage, url) == 51


async def test_without_a_count_of_tokens_the_reservation_is_the_cost(
    priced_stage: Stage, site: Site, endpoint: Scripted
) -> None:
    endpoint.reply_to = lambda asked: Said(text=as_json(opinion()), input="missing", output="missing")
    url = site.posting("/jobs/1")
    priced_stage.submit(url)
    await priced_stage.run()
    assert score(priced_stage, url) == 51
    assert spent(priced_stage) == pytest.approx(WORST * 1e9)


async def test_a_chain_of_models_is_asked_in_order_and_an_outage_of_the_first_holds_nobody_up(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    endpoint.reply_to = lambda asked: failing("rate", retry_after=3600) if asked.model == "m" else opinion()
    spare = Endpoint(base_url=endpoint.url, free=True)
    settings = priced(endpoint, models=(MODEL, "spare/n"), endpoints={"spare": spare})
    stage.reopen(analyst=analyst, settings=settings)
    urls = [site.posting(f"/jobs/{n}", name) for n, name in enumerate(("Backend Engineer", "Data Engineer", "Cook"))]
    for url in urls:
        stage.submit(url)
    await stage.run()
    assert [score(stage, url) for url in urls] == [51, 51, 51]
    assert [asked.model for asked in endpoint.requests].count("n") == 3
    assert {match["review"]["model"] for match in stage.finder.matches()} == {"spare/n"}
    sound(stage)


async def test_a12_a_model_that_fails_during_a_review_is_asked_again_and_nothing_else_is_redone(
    priced_stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    endpoint.reply_to = in_turn(failing("server"), failing("overloaded"), dropping(), opinion())
    stage, url = priced_stage, site.posting("/jobs/1")
    submitted = stage.submit(url)
    ran = await stage.run()
    assert stage.status(submitted) == "success"
    await until(stage, ran, lambda: score(stage, url) == 51)
    ran_ = stage.ran(submitted.key)
    assert ran_[:4] == JUDGED
    assert set(ran_[4:-1]) == {"review"}
    assert ran_[-1] == "save"
    assert (len(site.times("/jobs/1")), len(analyst.asked)) == (1, 1)
    assert len(endpoint.requests) == 4
    sound(stage)


# ---------------------------------------------------------------- A78, A79: money


async def fill(stage: Stage, site: Site, **scores: int) -> dict[str, Any]:
    """Matches with these scores by title, made before any model is set; their tickets by title."""
    return {name: stage.submit(site.posting(f"/jobs/{name}", name)) for name in scores}


@pytest.mark.parametrize("limit", [{"day": 2.2 * WORST}, {"steps": {"review": 2.2 * WORST}}, {"review_best": 2}])
async def test_a78_when_the_days_budget_is_spent_reviews_wait_for_the_next_day_best_first(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted, limit: dict[str, Any]
) -> None:
    # Without a count every answer costs what was reserved for it: two a day.
    endpoint.reply_to = lambda asked: Said(text=as_json(opinion("partly")), input="missing", output="missing")
    names = {"Baker": 61, "Cook": 95, "Driver": 72, "Editor": 88, "Farmer": 79}
    analyst.by_title = names
    tickets = await fill(stage, site, **names)
    await stage.run()
    begin = stage.clock.now() // DAY * DAY + DAY + HOUR
    stage.clock.at = begin
    stage.reopen(analyst=analyst, settings=priced(endpoint, **limit))
    await stage.run()
    assert titles(endpoint) == ["Cook", "Editor"]
    sound(stage)
    late = stage.submit(site.posting("/jobs/late", "Gardener"))
    analyst.by_title["Gardener"] = 99
    await stage.run()
    assert stage.status(late) == "success", "local analysis still settles"
    assert len(endpoint.requests) == 2
    # Meanwhile what is asked for is read again.
    stage.clock.advance(HOUR)
    stage.submit(site.url("/jobs/Farmer"), force=True)
    await stage.run()
    assert len(site.times("/jobs/Farmer")) == 2
    assert len(endpoint.requests) == 2
    sound(stage)
    stage.clock.at = begin + DAY
    await stage.run()
    assert titles(endpoint)[2:] == ["Gardener", "Farmer"]
    stage.clock.at = begin + 2 * DAY
    await stage.run()
    assert titles(endpoint)[4:] == ["Driver", "Baker"]
    assert all(stage.status(ticket) == "success" for ticket in tickets.values())
    assert len(endpoint.requests) == paid(stage) == 6
    sound(stage)


async def test_a78_a_match_is_read_again_in_time_while_its_review_waits_for_the_next_month(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    stage.submit(site.posting("/jobs/1"))
    stage.clock.at = stage.clock.at // (31 * DAY) * 31 * DAY
    stage.reopen(analyst=analyst, settings=priced(endpoint, month=0.5 * WORST))
    await stage.run()
    for _ in range(9):
        sound(stage)
        await stage.pass_time(DAY)
    assert endpoint.requests == []
    assert len(site.times("/jobs/1")) == 2


async def test_a79_an_identical_request_is_paid_once(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    settings = priced(endpoint)
    stage.reopen(analyst=analyst, settings=settings)
    url = site.posting("/jobs/1")
    submitted = stage.submit(url)
    await stage.run()
    stage.clock.advance(HOUR)
    stage.submit(url, force=True)
    await stage.run()
    assert stage.ran(submitted.key).count("scrape") == 2
    # A posting that changes and changes back is asked about twice; the second answer to the first text is stored.
    for text in ("Another text, with Python and PostgreSQL in it.", None):
        site.posting("/jobs/1", **({"description": text} if text else {}))
        stage.clock.advance(HOUR)
        stage.submit(url, force=True)
        await stage.run()
    assert stage.ran(submitted.key).count("review") == 3
    assert len(endpoint.requests) == paid(stage) == 2
    stage.reopen(analyst=analyst, settings=settings)
    stage.profile('skills = ["Python", "PostgreSQL", "Rust"]')
    await stage.run()
    stage.profile('skills = ["Python", "PostgreSQL"]')
    await stage.run()
    stage.profile('skills = ["Python", "PostgreSQL", "Rust"]')
    await stage.run()
    assert stage.ran(submitted.key).count("review") == 6
    assert len(endpoint.requests) == paid(stage) == 4
    sound(stage)


async def test_a79_identical_requests_at_the_same_time_are_paid_once(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    """Two addresses show the very same posting, without a word of whose it is: two jobs, one question."""
    endpoint.reply_to = lambda asked: slowly(opinion(quotes=("write Python", "know PostgreSQL")))
    stage.reopen(analyst=analyst)
    urls = [site.posting(f"/jobs/{n}", description="You write Python and know PostgreSQL.") for n in range(3)]
    for url in urls:
        stage.submit(url)
    await stage.run()
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    await stage.run()
    assert [score(stage, url) for url in urls] == [51, 51, 51]
    assert len(endpoint.requests) == paid(stage) == 1
    assert sum(row["cached"] for row in calls(stage)) == 2
    sound(stage)


def slowly(answer: Any) -> Reply:
    return Said(text=as_json(answer), wait=0.2)


async def test_the_ledger_is_what_the_endpoint_was_asked(
    stage: Stage, site: Site, analyst: Analyst, endpoint: Scripted
) -> None:
    """With reviews due, done, refused and resting, every request is a row, and the sum is right."""

    def reply_to(asked: Asked) -> Reply:
        kinds: dict[str, Reply] = {
            "Baker": opinion(),
            "Cook": other_schema(),
            "Driver": failing("key"),
            "Editor": failing("server"),
            "Farmer": failing("rate", retry_after=1800),
            "Gardener": dropping(),
        }
        return kinds[title(asked)]

    endpoint.reply_to = reply_to
    names = {"Baker": 95, "Cook": 90, "Driver": 85, "Editor": 80, "Farmer": 75, "Gardener": 70}
    analyst.by_title = names
    await fill(stage, site, **names)
    await stage.run()
    stage.reopen(analyst=analyst, settings=priced(endpoint))
    for _ in range(4):
        ran = await stage.run()
        sound(stage)
        stage.clock.advance(max((ran.next_due or 0.0) - stage.clock.now(), 0.0))
        sound(stage)
    rows = [row for row in calls(stage) if not row["cached"]]
    assert len(rows) == len(endpoint.requests)
    answered = [reply_to(asked) for asked in endpoint.requests]
    words = [len(said(one).text.split()) for one in answered if said(one).text]
    dropped = [one for one in answered if said(one).dropped]
    # The endpoint counts a word as a token; a connection that ended may have cost anything.
    assert spent(stage) == round((sum(words) * DOLLARS / 1e6 + len(dropped) * WORST) * 1e9)
    assert {row["state"] for row in rows} == {"settled", "released", "unsettled"}
