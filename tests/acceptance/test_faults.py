"""A80–A83: what goes wrong with processes, stores and clocks, through the whole engine.

Processes are real ones, forked by `nursery` and killed from outside. The web is the test's own: its log of requests is
the record of effects that no killed process can take back.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from acceptance.crowd import SPEED, Crowd, Employers, decisions
from acceptance.nursery import Nursery
from acceptance.stage import DAY, HOUR, Stage
from databases import PostgresServer, SqliteFiles
from flow.sound import differences, dump, unsound
from jobfinder.demo.answer import Answer
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.errors import StoreError
from jobfinder.model import JobQueueItem
from jobfinder.store import work


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as made:
        yield made


@pytest.fixture
def crowd(nursery: Nursery, store_url: str, web: DemoWeb) -> Iterator[Crowd]:
    made = Crowd(nursery, store_url, web)
    yield made
    made.close()


# ---------------------------------------------------------------- A80

KILLS = {"sqlite": 120, "postgresql": 80}
AT_WORK = 12
AT_ONCE = 2
MOST_TRIES = 4


@pytest.mark.timeout(300)
async def test_a80_killed_at_any_point_nothing_is_lost_repeated_or_doubled(
    crowd: Crowd, web: DemoWeb, store_url: str
) -> None:
    employers, chance = Employers(web), random.Random(80)
    wanted = KILLS["sqlite" if store_url.startswith("sqlite") else "postgresql"]
    submitted: dict[str, str] = {}
    kills = tries = 0
    longest = 0.1
    while kills < wanted:
        tries += 1
        assert tries <= MOST_TRIES * wanted, "workers are hardly ever met in the middle of a step"
        for _ in range(AT_WORK if crowd.live() < AT_WORK else 0):
            url = employers.serve(len(submitted))
            submitted[url] = crowd.finder.submit(url).item_id
        while len(crowd.workers) < AT_ONCE:
            crowd.start()
        await asyncio.sleep(chance.uniform(0.0, longest))
        in_a_step = crowd.kill(crowd.workers[0])
        kills += in_a_step
        # A busy machine takes longer to begin, a quick one is soon done with all there is.
        sooner = in_a_step or not crowd.live()
        longest = max(longest / 1.1, 0.05) if sooner else min(longest * 1.1, 2.0)
    for worker in list(crowd.workers):
        crowd.kill(worker)
    await crowd.finder.run_until_idle()

    statuses = {url: crowd.finder.item(id_)["status"] for url, id_ in submitted.items()}
    assert statuses == dict.fromkeys(submitted, "success"), "every submitted item settles"
    assert crowd.finder.unit.read(unsound) == []
    assert differences(crowd.finder.unit) == []

    runs = Counter((row["key"], row["step"]) for row in decisions(crowd.finder) if row["outcome"] != "later")
    assert {key: count for key, count in runs.items() if count > 1} == {}, "what was committed does not run again"
    nothing_fetched_after_its_commit(crowd, web)

    assert len(crowd.finder.jobs()) == len(crowd.finder.companies()) == len(submitted), "nothing is doubled"
    assert len(crowd.finder.matches()) == len(submitted)
    tickets = Counter((item["entity"], item["type"]) for item in crowd.finder.items())
    assert set(tickets.values()) == {1}


def nothing_fetched_after_its_commit(crowd: Crowd, web: DemoWeb) -> None:
    """The web's own record: a page is not asked for any more once the step that wanted it has been committed."""
    committed = {
        row["key"]: crowd.clock.real(row["at"])
        for row in decisions(crowd.finder)
        if row["step"] in ("scrape", "fetch") and row["outcome"] != "later"
    }
    asked: dict[str, float] = {}
    for request in web.requests:
        if not request.robots and request.status == 200:
            kind = "job:url:" if request.path.startswith("/jobs/") else "company:"
            host = request.host if kind == "job:url:" else request.host.removeprefix("www.")
            asked[kind + host + request.path.rstrip("/")] = request.at
    late = {
        key: at - committed[match]
        for key, at in asked.items()
        if (match := find(committed, key)) and at > committed[match]
    }
    assert len([key for key in asked if find(committed, key)]) == len(asked) > 0
    assert late == {}


def find(committed: dict[str, float], key: str) -> str | None:
    """The entity that a page belongs to, however its key spells the host."""
    plain = key.replace("www.", "")
    return next((known for known in committed if known.replace("www.", "").rstrip("/") == plain), None)


# ---------------------------------------------------------------- A81


async def test_a81_a_worker_that_outlives_its_lease_overwrites_nothing(crowd: Crowd, web: DemoWeb) -> None:
    """A real process stands still in the middle of a step, loses its lease, and goes on when another is done."""
    employers = Employers(web, delay=0.5)
    url = employers.serve(1)
    submitted = crowd.finder.submit(url)
    sleeper = crowd.start()
    await until(lambda: web.count(path_contains="/jobs/1") == 1)
    sleeper.freeze()
    assert sleeper.holds(crowd.finder.unit.read(work.holders))
    employers.delay = 0.0
    await asyncio.sleep(70.0 / SPEED)
    await crowd.finder.run_until_settled([submitted.item_id])
    assert crowd.finder.item(submitted.item_id)["status"] == "success"
    assert web.count(path_contains="/jobs/1") == 2
    await crowd.finder.run_until_idle()
    before = dump(crowd.finder.unit.database, "decision", "slot")
    known = len(crowd.finder.why(url).log)
    sleeper.thaw()
    await until(lambda: len(crowd.finder.why(url).log) > known)
    crowd.kill(sleeper)
    assert [entry["event"] for entry in crowd.finder.why(url).log[known:]] == ["late"]
    after = dump(crowd.finder.unit.database, "decision", "slot")
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}, "nothing was overwritten"
    runs = Counter((row["key"], row["step"]) for row in decisions(crowd.finder))
    assert set(runs.values()) == {1}
    assert crowd.finder.unit.read(unsound) == []


async def until(condition: Any) -> None:
    """Wait for what is bound to happen; the test's own time limit is the bound."""
    while not condition():  # noqa: ASYNC110  (another process brings it about)
        await asyncio.sleep(0.01)


# ---------------------------------------------------------------- A82


@pytest.fixture
def sqlite_stage(sqlite_files: SqliteFiles, web: DemoWeb) -> Iterator[Stage]:
    """A stage on a file, for what only files can suffer."""
    url = sqlite_files.create()
    opened = Stage(url, web)
    yield opened
    opened.finder.close()
    sqlite_files.drop(url)


def path_of(stage: Stage) -> Path:
    return Path(stage.store.removeprefix("sqlite:///"))


async def settles(stage: Stage, ids: Sequence[str]) -> None:
    """Once the store is usable again, work goes on to the end, and no step that was committed runs again."""
    await stage.run()
    assert [stage.status(id_) for id_ in ids] == ["success"] * len(ids)
    runs = Counter((row["key"], row["step"]) for row in decisions(stage.finder))
    assert set(runs.values()) == {1}
    assert stage.finder.unit.read(unsound) == []
    assert differences(stage.finder.unit) == []


def is_one_clear_line(error: StoreError, *said: str) -> bool:
    text = str(error)
    return "\n" not in text and all(part in text for part in said)


@pytest.mark.parametrize("room", range(0, 8, 2))
async def test_a82_a_full_disk_is_said_and_work_goes_on_when_there_is_room(sqlite_stage: Stage, room: int) -> None:
    stage, employers = sqlite_stage, Employers(sqlite_stage.web, delay=0.0)
    ids = [stage.submit(employers.serve(number)).item_id for number in range(8)]
    with stage.finder.unit.database.read() as tx:
        pages = tx.all("PRAGMA page_count")[0][0]
        tx.all(f"PRAGMA max_page_count = {pages + room}")
    with pytest.raises(StoreError) as caught:
        await stage.run()
    assert is_one_clear_line(caught.value, str(path_of(stage)), "full", "nothing is half-written")
    assert stage.finder.unit.read(unsound) == []
    brought = JobQueueItem(type="job", scraped_data={"title": "Engineer", "description": "text " * 100_000})
    with pytest.raises(StoreError):
        stage.finder.submit(brought)
    assert stage.finder.unit.read(unsound) == []
    with stage.finder.unit.database.read() as tx:
        tx.all("PRAGMA max_page_count = 1000000")
    await settles(stage, ids)


async def test_a82_a_store_in_other_hands_is_said_and_work_goes_on_when_it_is_free(
    sqlite_files: SqliteFiles, web: DemoWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobfinder.store.db.BUSY_SECONDS", 0.05)
    url = sqlite_files.create()
    stage, employers = Stage(url, web), Employers(web, delay=0.0)
    ids = [stage.submit(employers.serve(number)).item_id for number in range(3)]
    other = sqlite3.connect(path_of(stage), isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        before = dump(stage.finder.unit.database)
        with pytest.raises(StoreError) as caught:
            await stage.run()
        assert is_one_clear_line(caught.value, str(path_of(stage)), "another process")
        with pytest.raises(StoreError, match="another process"):
            stage.submit(employers.serve(9))
        assert dump(stage.finder.unit.database) == before
        other.execute("ROLLBACK")
    finally:
        other.close()
    await settles(stage, ids)
    stage.finder.close()
    sqlite_files.drop(url)


async def test_a82_a_store_that_becomes_busy_in_the_middle_of_a_step(
    sqlite_files: SqliteFiles, web: DemoWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody takes the file while a page is on its way: what it said cannot be written, so the step is done again."""
    monkeypatch.setattr("jobfinder.store.db.BUSY_SECONDS", 0.05)
    url = sqlite_files.create()
    stage = Stage(url, web)
    other = sqlite3.connect(path_of(stage), isolation_level=None, check_same_thread=False)
    employers = Employers(web, delay=0.0)
    address = employers.serve(1)

    def take(asked: Incoming) -> Answer:
        if not other.in_transaction and asked.path == "/jobs/1":
            other.execute("BEGIN IMMEDIATE")
        return employers.answer(asked, 1)

    web.serve("www.weaver1.example", "/*", take)
    id_ = stage.submit(address).item_id
    with pytest.raises(StoreError) as caught:
        await stage.run()
    assert is_one_clear_line(caught.value, "another process")
    other.execute("ROLLBACK")
    web.serve("www.weaver1.example", "/*", lambda asked: employers.answer(asked, 1))
    other.close()
    assert stage.finder.unit.read(unsound) == []
    stage.clock.advance(2 * HOUR)
    await settles(stage, [id_])
    stage.finder.close()
    sqlite_files.drop(url)


async def test_a82_a_file_that_was_moved_away_is_missed_at_once_and_not_written_to_in_secret(
    sqlite_stage: Stage, tmp_path: Path
) -> None:
    stage, employers = sqlite_stage, Employers(sqlite_stage.web, delay=0.0)
    ids = [stage.submit(employers.serve(number)).item_id for number in range(3)]
    await stage.steps(2)
    path, aside = path_of(stage), tmp_path / "aside.db"
    path.rename(aside)
    with pytest.raises(StoreError) as caught:
        await stage.run()
    assert is_one_clear_line(caught.value, str(path), "moved or removed")
    with pytest.raises(StoreError, match="moved or removed"):
        stage.submit(employers.serve(9))
    aside.rename(path)
    await settles(stage, ids)


async def test_a82_another_file_in_the_place_of_the_store_is_not_taken_for_it(
    sqlite_stage: Stage, tmp_path: Path
) -> None:
    stage, employers = sqlite_stage, Employers(sqlite_stage.web, delay=0.0)
    stage.submit(employers.serve(1))
    path = path_of(stage)
    path.rename(tmp_path / "aside.db")
    path.write_bytes(b"")
    with pytest.raises(StoreError, match="moved or removed"):
        await stage.run()


@pytest.fixture
def server_stage(postgres_server: PostgresServer, web: DemoWeb) -> Iterator[Stage]:
    """A stage on a server, for what only connections can suffer."""
    url = postgres_server.create()
    opened = Stage(url, web)
    yield opened
    opened.finder.close()
    postgres_server.drop(url)


def in_the_middle(stage: Stage, what: Callable[[], None]) -> str:
    """Submit a posting; something happens while its page is on its way."""
    employers = Employers(stage.web, delay=0.0)
    address = employers.serve(1)
    happened: list[bool] = []

    def answer(asked: Incoming) -> Answer:
        if asked.path == "/jobs/1" and not happened:
            happened.append(True)
            what()
        return employers.answer(asked, 1)

    stage.web.serve("www.weaver1.example", "/*", answer)
    return stage.submit(address).item_id


async def test_a82_work_goes_on_when_the_server_has_dropped_the_connection(
    postgres_server: PostgresServer, server_stage: Stage
) -> None:
    stage = server_stage
    id_ = in_the_middle(stage, lambda: postgres_server.cut(stage.store))
    await stage.run()
    assert stage.finder.unit.read(unsound) == []
    await settles(stage, [id_])


async def test_a82_a_server_that_is_gone_is_said_and_work_goes_on_when_it_is_back(
    postgres_server: PostgresServer, server_stage: Stage
) -> None:
    stage = server_stage
    id_ = in_the_middle(stage, lambda: postgres_server.shut(stage.store))
    with pytest.raises(StoreError) as caught:
        await stage.run()
    assert is_one_clear_line(caught.value, "is the server up and reachable?")
    postgres_server.open(stage.store)
    assert stage.finder.unit.read(unsound) == []
    stage.clock.advance(2 * HOUR)
    await settles(stage, [id_])


# ---------------------------------------------------------------- A83


@pytest.mark.parametrize("jump", [-HOUR, -30.0, -DAY, DAY], ids=["back-an-hour", "back-a-bit", "back-a-day", "forward"])
@pytest.mark.parametrize("after", range(0, 12, 3))
async def test_a83_a_clock_that_jumps_neither_doubles_nor_starves(
    stage: Stage, web: DemoWeb, jump: float, after: int
) -> None:
    employers = Employers(web, delay=0.0)
    ids = [stage.submit(employers.serve(number)).item_id for number in range(3)]
    if after:
        await stage.steps(after)
    stage.clock.advance(jump)
    ids.append(stage.submit(employers.serve(9)).item_id)
    began = stage.clock.at
    await stage.run()
    assert [stage.status(id_) for id_ in ids] == ["success"] * len(ids), "nothing starves"
    assert stage.clock.at - began < HOUR, "and nothing waits for the time that was"
    runs = Counter((row["key"], row["step"]) for row in decisions(stage.finder))
    # A day later nobody waits for a company any more: jobs are judged without, and again with what it turns out to be.
    judged_again = {"analyze", "save"} if jump == DAY else set()
    assert {step for (_, step), count in runs.items() if count > 1} <= judged_again
    pages = Counter((request.host, request.path) for request in web.requests if not request.robots)
    assert set(pages.values()) == {1}, "no page is asked for twice"
    assert len(stage.finder.jobs()) == len(stage.finder.companies()) == len(stage.finder.matches()) == len(ids)
    assert stage.finder.unit.read(unsound) == []


async def test_a83_leases_given_by_a_clock_that_was_set_back_do_not_hold_their_work_for_ever(
    stage: Stage, web: DemoWeb
) -> None:
    """Another machine's worker claimed, and was never heard of again; then the clock is put right."""
    employers = Employers(web, delay=0.0)
    submitted = stage.submit(employers.serve(1))
    stage.clock.advance(DAY)
    stage.finder.unit.write(lambda batch: held_elsewhere(batch))
    stage.clock.advance(-DAY)
    await stage.run()
    assert stage.status(submitted) == "success"


def held_elsewhere(batch: Any) -> None:
    from jobfinder.flow.schedule import claim

    assert claim(batch, 5, 5, "elsewhere:1:abcdef:1", 60.0).tasks


async def test_a83_rests_and_turns_of_hosts_outlast_a_jump_by_no_more_than_they_were(
    stage: Stage, web: DemoWeb
) -> None:
    """A host that asked for a minute gets its minute; the clock going back an hour does not make it a day."""
    employers = Employers(web, delay=0.0)
    submitted = stage.submit(employers.serve(1))
    web.fail_host("www.weaver1.example", 429, times=1, retry_after=60)
    await stage.steps(1)
    stage.clock.advance(-HOUR)
    end = stage.clock.at + 3 * HOUR
    while stage.status(submitted) != "success" and stage.clock.at < end:
        await stage.pass_time(60.0)
    assert stage.status(submitted) == "success"
