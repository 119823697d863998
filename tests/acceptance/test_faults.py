"""A80–A84: what goes wrong with processes, stores, clocks and pages, through the whole engine.

Processes are real ones, forked by `nursery` and killed from outside. The web is the test's own: its log of requests is
the record of effects that no killed process can take back.
"""

from __future__ import annotations

import asyncio
import random
import resource
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpcore2
import psycopg
import pytest

from acceptance.handmade import page
from acceptance.nursery import FastClock, Nursery, Order, Worker
from acceptance.stage import DAY, HOUR, Stage
from databases import PostgresServer, SqliteFiles
from flow.sound import differences, dump, unsound
from jobfinder.app import JobFinder
from jobfinder.demo.addresses import nav_of, site_url
from jobfinder.demo.answer import Answer, html, missing
from jobfinder.demo.hostile_pages import TRAPS
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.served import Handler
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.errors import StoreError
from jobfinder.model import JobQueueItem
from jobfinder.settings import Settings
from jobfinder.store import work

SPEED = 60.0
"""A second of the workers' clock is a sixtieth of ours: waiting for a host's next turn takes a moment."""

ANSWERING = 0.04
"""Real seconds that a page takes, so that workers are found in the middle of a step."""


class Employers:
    """A web of small employers, each on a host of its own with one posting. Written by `serve`, counted by `asked`."""

    def __init__(self, web: DemoWeb, delay: float = ANSWERING) -> None:
        self.web = web
        self.delay = delay

    def serve(self, number: int) -> str:
        """One more employer; returns the address of its posting."""
        host = f"www.weaver{number}.example"
        self.web.serve(host, "/*", lambda asked: self._answer(asked, number))
        return f"https://{host}/jobs/{number}"

    def _answer(self, asked: Incoming, number: int) -> Answer:
        name = f"Weaver{number}"
        organization = {"@type": "Organization", "name": name, "url": f"https://www.weaver{number}.example/"}
        if asked.path == "/":
            about = {"description": f"{name} weaves cloth for people in forty countries."}
            return self._slow(page(name, body=f"<h1>{name}</h1>", ld=organization | about))
        if asked.path == f"/jobs/{number}":
            text = "You will write Python and keep PostgreSQL running, together with five colleagues."
            posting = {"@type": "JobPosting", "title": "Backend Engineer", "description": text}
            return self._slow(page("Backend Engineer", ld=posting | {"hiringOrganization": organization}))
        return missing()

    def _slow(self, text: str) -> Answer:
        answer = html(text)
        return Answer(body=answer.body, delay=self.delay)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as made:
        yield made


@pytest.fixture
def web() -> Iterator[DemoWeb]:
    """A web of our own making, without the demo's companies in the way."""
    with DemoWeb(World.make()) as served:
        yield served


class Crowd:
    """Worker processes on one store, with an engine of the test's own beside them to submit and to look."""

    def __init__(self, nursery: Nursery, store: str, web: DemoWeb) -> None:
        self.nursery = nursery
        self.clock = FastClock(time.time(), SPEED)
        self.order = Order(store=store, connect_to=web.connect_to, start=self.clock.start, speed=SPEED)
        self.finder = JobFinder.open(store, clock=self.clock, settings=Settings(), connect_to=[web.connect_to])
        self.workers: list[Worker] = []

    def close(self) -> None:
        for worker in self.workers:
            worker.kill()
        self.finder.close()

    def start(self) -> Worker:
        self.workers.append(self.nursery.start(self.order))
        return self.workers[-1]

    def kill(self, worker: Worker) -> bool:
        """Kill a worker; returns whether that left work that it had claimed and not committed."""
        self.workers.remove(worker)
        worker.kill()
        return worker.holds(self.finder.unit.read(work.holders))

    def live(self) -> int:
        return self.finder.counts()["items"].get("live", 0)


@pytest.fixture
def crowd(nursery: Nursery, store_url: str, web: DemoWeb) -> Iterator[Crowd]:
    made = Crowd(nursery, store_url, web)
    yield made
    made.close()


def decisions(finder: JobFinder) -> list[Any]:
    """Every run of a step in the decision log, with the key of what it was about."""
    return finder.unit.read(
        lambda tx: tx.all(
            """
            SELECT e.key, e.type, d.step, d.outcome, d.at, d.fence
            FROM decision d JOIN entity e ON e.id = d.entity_id WHERE d.event = 'ran' ORDER BY d.id
            """
        )
    )


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
    ids = [stage.submit(employers.serve(number)).item_id for number in range(4)]
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
        return employers._answer(asked, 1)

    web.serve("www.weaver1.example", "/*", take)
    id_ = stage.submit(address).item_id
    with pytest.raises(StoreError) as caught:
        await stage.run()
    assert is_one_clear_line(caught.value, "another process")
    other.execute("ROLLBACK")
    web.serve("www.weaver1.example", "/*", lambda asked: employers._answer(asked, 1))
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


async def test_a82_a_server_that_drops_the_connection_is_said_and_work_goes_on(
    postgres_server: PostgresServer, web: DemoWeb
) -> None:
    url = postgres_server.create()
    stage, employers = Stage(url, web), Employers(web, delay=0.0)
    cut: list[int] = []

    def cut_off(asked: Incoming) -> Answer:
        if asked.path == "/jobs/1" and not cut:
            cut.append(cut_all(url))
        return employers._answer(asked, 1)

    address = employers.serve(1)
    web.serve("www.weaver1.example", "/*", cut_off)
    id_ = stage.submit(address).item_id
    with pytest.raises(StoreError) as caught:
        await stage.run()
    assert is_one_clear_line(caught.value, "is the server up and reachable?")
    assert cut[0] > 0
    assert stage.finder.unit.read(unsound) == []
    stage.clock.advance(2 * HOUR)
    await settles(stage, [id_])
    stage.finder.close()
    postgres_server.drop(url)


def cut_all(url: str) -> int:
    """End every connection to a store but our own; returns how many."""
    with psycopg.connect(url, autocommit=True) as admin:
        rows = admin.execute(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        ).fetchall()
    return len(rows)


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


# ---------------------------------------------------------------- A84

PAGE_TRAPS = [name for name in TRAPS if name != "deep"]
SAID = {
    "bomb": "large",
    "flood": "large",
    "metadata": "169.254.169.254",
    "loopback": "127.0.0.1",
    "file": "file",
    "loop": "redirect",
}


MOST_MEMORY = 128 << 20
"""Bytes that this process may grow by, with the web that sets the traps in it; the bomb alone unpacks to twice that."""


def most_memory() -> int:
    """The most memory that this process has ever taken, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


@pytest.mark.parametrize("name", PAGE_TRAPS)
async def test_a84_a_trap_is_refused_with_the_reason(stage: Stage, web: DemoWeb, name: str) -> None:
    company = web.company("hostile")
    url = site_url(company, f"{nav_of(company).careers_path}/{name}")
    submitted = stage.submit(url)
    before = most_memory()
    await stage.run()
    assert most_memory() - before < MOST_MEMORY
    assert stage.status(submitted) == "blocked"
    assert SAID[name] in stage.message(submitted)
    assert stage.ran(submitted.key) == ["scrape"]
    assert web.count(path_contains=name) <= Settings().network.max_redirects + 1
    stage.clock.advance(DAY)
    await stage.run()
    assert stage.ran(submitted.key) == ["scrape"], "what was refused is not tried again by itself"


async def test_a84_markup_without_end_is_read_and_found_to_be_no_posting(stage: Stage, web: DemoWeb) -> None:
    company = web.company("hostile")
    submitted = stage.submit(site_url(company, f"{nav_of(company).careers_path}/deep"))
    await stage.run()
    assert stage.status(submitted) == "failed"
    assert "no posting" in stage.message(submitted)


def hop(to: str) -> Handler:
    """An answer that leads on."""
    return lambda asked: Answer(status=302, headers=(("Location", to),))


async def test_a84_fifty_redirects_are_too_many(stage: Stage, web: DemoWeb) -> None:
    for number in range(50):
        web.serve("hops.example", f"/{number}", hop(f"https://hops.example/{number + 1}"))
    submitted = stage.submit("https://hops.example/0")
    await stage.run()
    assert stage.status(submitted) == "blocked"
    assert "redirects" in stage.message(submitted)
    assert web.count("hops.example") == Settings().network.max_redirects + 1


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.5"], ["127.0.0.1"], ["169.254.169.254"], ["::1"], ["fd00::1"], ["93.184.216.34", "192.168.1.1"]],
    ids=lambda found: found[-1],
)
async def test_a84_a_name_of_a_private_address_is_refused_before_anything_is_dialled(
    stage: Stage, addresses: list[str]
) -> None:
    dialled: list[str] = []

    async def resolve(host: str) -> Sequence[str]:
        return addresses

    async def dial(address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        dialled.append(address)
        raise OSError

    with JobFinder.open(stage.store, clock=stage.clock, settings=Settings(), resolve=resolve, dial=dial) as finder:
        submitted = finder.submit("https://inside.example/jobs/1")
        await finder.run_until_idle()
        item = finder.item(submitted.item_id)
    assert (item["status"], dialled) == ("blocked", [])
    assert addresses[-1] in item["message"]


async def test_a84_a_name_that_changes_its_mind_gains_nothing(stage: Stage) -> None:
    """The address that was judged is the one that is dialled: a second look-up does not count."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])
    dialled: list[str] = []

    async def resolve(host: str) -> Sequence[str]:
        return next(answers, ["127.0.0.1"])

    async def dial(address: str, port: int, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        dialled.append(address)
        raise httpcore2.ConnectError("refused")

    with JobFinder.open(stage.store, clock=stage.clock, settings=Settings(), resolve=resolve, dial=dial) as finder:
        submitted = finder.submit("https://rebinding.example/jobs/1")
        for _ in range(4):
            await finder.run_until_idle()
            stage.clock.advance(HOUR)
        item = finder.item(submitted.item_id)
    assert dialled == ["93.184.216.34"]
    assert item["status"] == "blocked"
    assert "127.0.0.1" in item["message"]
