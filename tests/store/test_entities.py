"""Entities, their names, postings and listings, and what becomes of two that were one all along."""

from __future__ import annotations

from typing import Any

import pytest

from jobfinder.model import Company, EntityType, Job, Posting, Response, Source, SourceState, Tier
from jobfinder.store import entities, items, log, pages, progress, results, views, work
from store.build import NOW, Database, failed, leased, make, must, read, row, succeeded, ticket, write

POSTING = Posting(title="Tide reader", company="Brightwater", description_text="Read the tides.\x00 Ünïcode ✓")


@pytest.fixture
def job(database: Database) -> int:
    return database.write(lambda tx: make(tx, EntityType.JOB, "job:1"))


def entity(database: Database, entity_id: int) -> Any:
    return read(database, lambda tx: entities.get(tx, [entity_id]))[0]


def put(database: Database, job_id: int, *, now: float = NOW, hash_: str = "h1") -> None:
    database.write(
        lambda tx: entities.put_posting(tx, job_id, POSTING, hash_, posted_at=NOW - 9, predicted=0.75, now=now)
    )


# ---------------------------------------------------------------- entities and names


@pytest.mark.parametrize(
    ("type_", "doc"),
    [
        (EntityType.JOB, Job(url="https://a.example/1", title="Tide reader")),
        (EntityType.COMPANY, Company(name="Brightwater", tier=Tier.A, tech_stack=("python",), boards=("x:y",))),
        (EntityType.SOURCE, Source(url="https://a.example/jobs", board="page", state=SourceState.ENABLED, expected=3)),
    ],
)
def test_a_record_comes_back_as_it_was(database: Database, type_: EntityType, doc: Job | Company | Source) -> None:
    entity_id = database.write(lambda tx: entities.insert(tx, type_, "key", doc, NOW))
    stored = entity(database, entity_id)
    assert entities.decode_doc(stored["type"], stored["doc"]) == doc
    assert (stored["created_at"], stored["touched_at"], stored["fence"]) == (NOW, NOW, 0)


def test_one_key_is_one_entity(database: Database, job: int) -> None:
    again = database.write(lambda tx: entities.insert(tx, EntityType.JOB, "job:1", Job(url=None), NOW + 9))
    assert again == job
    assert entity(database, job)["touched_at"] == NOW


def test_names_stay_with_their_owner(database: Database, job: int) -> None:
    other = database.write(lambda tx: make(tx, EntityType.JOB, "job:2"))
    database.write(lambda tx: entities.add_aliases(tx, other, ["job:1", "job:3"]))
    assert read(database, lambda tx: entities.by_keys(tx, ["job:1", "job:2", "job:3", "job:4"])) == {
        "job:1": job,
        "job:2": other,
        "job:3": other,
    }
    assert read(database, lambda tx: entities.names(tx, other)) == ["job:2", "job:3"]
    assert must(read(database, lambda tx: entities.find(tx, "job:3")))["id"] == other
    assert read(database, lambda tx: entities.find(tx, "job:4")) is None


def test_entities_are_paged_and_counted_by_type(database: Database) -> None:
    ids = database.write(lambda tx: [make(tx, EntityType.JOB, f"job:{n}") for n in range(3)])
    database.write(lambda tx: make(tx, EntityType.COMPANY, "company:a"))
    first = read(database, lambda tx: entities.all_of(tx, EntityType.JOB, 2))
    rest = read(database, lambda tx: entities.all_of(tx, EntityType.JOB, 2, after=first[-1]["id"]))
    assert [row["id"] for row in (*first, *rest)] == ids
    assert read(database, entities.counts) == {"job": 3, "company": 1}


def test_a_new_record_keeps_lane_and_label_unless_told(database: Database, job: int) -> None:
    database.write(lambda tx: entities.set_doc(tx, job, Job(url="https://a.example/2"), label="Two"))
    database.write(lambda tx: entities.set_doc(tx, job, Job(url="https://a.example/3")))
    stored = entity(database, job)
    assert (stored["lane"], stored["label"]) == ("host:boards.example", "Two")
    assert "a.example/3" in stored["doc"]


def test_jobs_see_their_company(database: Database) -> None:
    company = database.write(lambda tx: make(tx, EntityType.COMPANY, "company:a"))
    job = database.write(lambda tx: make(tx, EntityType.JOB, "job:1"))
    doc = Company(name="Brightwater", tier=Tier.S)

    def work_(tx: Any) -> None:
        entities.set_employer(tx, job, company)
        entities.set_company(tx, company, doc, complete=True, facts_hash="fh", lane="host:brightwater.example")
        entities.settle(tx, [{"id": company, "verdict": "success", "now": NOW + 1}])

    database.write(work_)
    [seen] = read(database, lambda tx: views.facts(tx, [job]))
    names = ("c_id", "c_key", "c_name", "c_complete", "c_settled_at", "c_facts_hash", "c_verdict", "c_tier")
    assert [seen[name] for name in names] == [company, "company:a", "Brightwater", 1, NOW + 1, "fh", "success", "S"]
    assert not seen["c_live"]
    database.write(lambda tx: ticket(tx, company, "i1"))
    assert read(database, lambda tx: views.facts(tx, [job]))[0]["c_live"]


def test_what_happens_to_an_entity_is_kept(database: Database, job: int) -> None:
    def work_(tx: Any) -> None:
        entities.force(tx, job, NOW + 1)
        entities.touch(tx, [job], NOW + 2)
        entities.settle(tx, [{"id": job, "verdict": "filtered", "now": NOW + 3}])

    database.write(work_)
    stored = entity(database, job)
    assert [stored[name] for name in ("forced_at", "touched_at", "verdict", "settled_at")] == [
        NOW + 1,
        NOW + 2,
        "filtered",
        NOW + 3,
    ]


# ---------------------------------------------------------------- postings and listings


def test_a_posting_comes_back_as_it_was(database: Database, job: int) -> None:
    put(database, job)
    assert read(database, lambda tx: entities.postings(tx, [job, 99])) == {job: POSTING}
    assert read(database, lambda tx: entities.read_at(tx, job)) == NOW
    assert read(database, lambda tx: entities.read_at(tx, 99)) is None
    stored = entity(database, job)
    assert (stored["posting_hash"], stored["posted_at"], stored["predicted"]) == ("h1", NOW - 9, 0.75)


def test_suspect_then_closed_then_back(database: Database, job: int) -> None:
    def marks() -> tuple[Any, ...]:
        stored = entity(database, job)
        return stored["suspect_since"], stored["closed_at"], stored["closed_reason"]

    for now in (NOW, NOW + 5):
        write(database, entities.suspect, job, now)
    assert marks() == (NOW, None, None)
    for now in (NOW + 10, NOW + 20):
        write(database, entities.close, job, now, f"gone at {now:.0f}")
    assert marks() == (None, NOW + 10, f"gone at {NOW + 20:.0f}")
    put(database, job)
    assert marks() == (None, None, None)


def test_a_page_that_was_there_is_suspect_no_more(database: Database, job: int) -> None:
    other = database.write(lambda tx: make(tx, EntityType.JOB, "job:2"))
    for id_ in (job, other):
        write(database, entities.suspect, id_, NOW)
    database.write(lambda tx: entities.trust(tx, [job]))
    assert [entity(database, id_)["suspect_since"] for id_ in (job, other)] == [None, NOW]


def test_a_job_is_missing_once_it_is_absent_from_every_listing(database: Database, job: int) -> None:
    one, two = database.write(lambda tx: [make(tx, EntityType.SOURCE, f"source:{n}") for n in (1, 2)])

    def missing_since() -> Any:
        return read(database, lambda tx: views.listed(tx, [job]))[job]["missing_since"]

    assert read(database, lambda tx: views.listed(tx, [job])) == {}
    for source in (one, two):
        write(database, entities.sight, source, [job], NOW)
    database.write(lambda tx: entities.miss(tx, one, [job], NOW + 10))
    assert missing_since() is None
    assert read(database, lambda tx: entities.listed_jobs(tx, one)) == {job: NOW + 10}
    database.write(lambda tx: entities.miss(tx, two, [job], NOW + 20))
    database.write(lambda tx: entities.miss(tx, two, [job], NOW + 30))
    assert missing_since() == NOW + 20
    database.write(lambda tx: entities.sight(tx, two, [job], NOW + 40))
    assert missing_since() is None
    assert [row["last_at"] for row in read(database, lambda tx: entities.listed_by(tx, job))] == [NOW, NOW + 40]


def test_missing_nobody_changes_nothing_and_closed_jobs_are_not_listed(database: Database, job: int) -> None:
    source = database.write(lambda tx: make(tx, EntityType.SOURCE, "source:1"))
    database.write(lambda tx: entities.sight(tx, source, [job], NOW))
    database.write(lambda tx: entities.miss(tx, source, [], NOW))
    assert read(database, lambda tx: entities.listed_jobs(tx, source)) == {job: None}
    database.write(lambda tx: entities.close(tx, job, NOW, "gone"))
    assert read(database, lambda tx: entities.listed_jobs(tx, source)) == {}


# ---------------------------------------------------------------- merging


@pytest.fixture
def two(database: Database) -> tuple[int, int]:
    """(winner, loser), both jobs."""
    return database.write(lambda tx: (make(tx, EntityType.JOB, "job:w"), make(tx, EntityType.JOB, "job:l")))


def merge(database: Database, winner: int, loser: int) -> None:
    database.write(lambda tx: entities.merge(tx, winner, loser))


def test_names_tickets_and_decisions_move(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two

    def work_(tx: Any) -> None:
        ticket(tx, winner, "i-w")
        ticket(tx, loser, "i-l")
        told = log.Log(NOW)
        told.add(loser, "ran")
        told.flush(tx)

    database.write(work_)
    merge(database, winner, loser)
    assert read(database, lambda tx: entities.by_keys(tx, ["job:w", "job:l"])) == {"job:w": winner, "job:l": winner}
    assert {row["id"] for row in read(database, lambda tx: items.of_entity(tx, winner))} == {"i-w", "i-l"}
    assert [row["event"] for row in read(database, lambda tx: log.of_entity(tx, winner))] == ["ran"]
    assert read(database, lambda tx: entities.get(tx, [loser])) == []


def test_progress_moves_where_the_winner_has_none(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two

    def work_(tx: Any) -> None:
        succeeded(tx, winner, "scrape", fingerprint="w")
        succeeded(tx, loser, "scrape", fingerprint="l")
        succeeded(tx, loser, "filter", fingerprint="l")

    database.write(work_)
    merge(database, winner, loser)
    rows = read(database, lambda tx: progress.get(tx, [winner, loser]))
    assert {(row["entity_id"], row["step"], row["fingerprint"]) for row in rows} == {
        (winner, "scrape", "w"),
        (winner, "filter", "l"),
    }


def test_the_work_and_the_fence_of_the_loser_go(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two
    fence = database.write(lambda tx: leased(tx, loser))
    kept = database.write(lambda tx: leased(tx, winner))
    merge(database, winner, loser)
    rows = database.write(lambda tx: work.lock(tx, [winner, loser]))
    assert {id_: row["fence"] for id_, row in rows.items()} == {winner: kept}
    assert fence not in {row["fence"] for row in rows.values()}


def test_waits_move_and_nobody_waits_for_itself(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two

    def work_(tx: Any) -> None:
        for waiter, awaited in ((loser, 80), (winner, 80), (loser, 81), (90, loser), (90, winner), (91, loser)):
            work.await_(tx, waiter, awaited, NOW, NOW + 9, 1.0)
        work.await_(tx, winner, loser, NOW, NOW + 9, 1.0)
        work.await_(tx, loser, winner, NOW, NOW + 9, 1.0)

    database.write(work_)
    merge(database, winner, loser)
    rows = read(database, lambda tx: tx.all("SELECT waiter_id, awaited_id FROM wait"))
    assert {(row["waiter_id"], row["awaited_id"]) for row in rows} == {
        (winner, 80),
        (winner, 81),
        (90, winner),
        (91, winner),
    }


def test_postings_go_to_a_winner_without_one(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two
    put(database, loser, hash_="l")
    merge(database, winner, loser)
    assert read(database, lambda tx: entities.postings(tx, [winner, loser])) == {winner: POSTING}
    assert entity(database, winner)["posting_hash"] == "l"


def test_a_winner_keeps_its_own_posting(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two
    put(database, winner, hash_="w", now=NOW - 5)
    put(database, loser, hash_="l")
    merge(database, winner, loser)
    assert entity(database, winner)["posting_hash"] == "w"
    assert read(database, lambda tx: entities.read_at(tx, winner)) == NOW - 5


def test_sights_move_in_both_roles(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two
    first, second = database.write(lambda tx: [make(tx, EntityType.SOURCE, f"source:{n}") for n in (1, 2)])

    def work_(tx: Any) -> None:
        entities.sight(tx, first, [winner, loser], NOW)
        entities.sight(tx, second, [loser], NOW)

    database.write(work_)
    merge(database, winner, loser)
    assert [row["key"] for row in read(database, lambda tx: entities.listed_by(tx, winner))] == ["source:1", "source:2"]
    merge(database, first, second)
    assert [row["key"] for row in read(database, lambda tx: entities.listed_by(tx, winner))] == ["source:1"]


def test_jobs_and_verdicts_of_a_merged_company_move(database: Database) -> None:
    winner, loser = database.write(
        lambda tx: (make(tx, EntityType.COMPANY, "company:w"), make(tx, EntityType.COMPANY, "company:l"))
    )
    job = database.write(lambda tx: make(tx, EntityType.JOB, "job:1", company_id=loser))
    database.write(lambda tx: entities.settle(tx, [{"id": loser, "verdict": "success", "now": NOW + 7}]))
    merge(database, winner, loser)
    assert entity(database, job)["company_id"] == winner
    assert (entity(database, winner)["verdict"], entity(database, winner)["settled_at"]) == ("success", NOW + 7)


def test_pages_move(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two
    response = Response(url="https://a.example/", status=200, body=b"hello")
    database.write(lambda tx: pages.put(tx, "page", loser, response, NOW))
    merge(database, winner, loser)
    assert must(read(database, lambda tx: pages.get(tx, "page")))["entity_id"] == winner


def test_a_match_and_its_alert_move_with_the_save(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two

    def work_(tx: Any) -> None:
        succeeded(tx, loser, "save", outcome="saved")
        results.save_match(tx, loser, 80.0, 80.0, {"why": "good"}, "v1", NOW)
        results.post(tx, loser, "inbox", "v1", {"n": 1}, NOW)

    database.write(work_)
    merge(database, winner, loser)
    [saved] = read(database, lambda tx: progress.get(tx, [winner]))
    assert saved["outcome"] == "saved"
    assert read(database, lambda tx: results.match(tx, winner)) is not None
    assert read(database, lambda tx: results.match(tx, loser)) is None
    database.write(lambda tx: results.post(tx, winner, "inbox", "v1", {"n": 2}, NOW))
    assert [row["entity_id"] for row in read(database, results.outbox)] == [winner]


def test_a_winner_keeps_its_own_match(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two

    def work_(tx: Any) -> None:
        for job, version in ((winner, "w"), (loser, "l")):
            results.save_match(tx, job, 80.0, 80.0, {}, version, NOW)
            results.post(tx, job, "inbox", "same", {"of": version}, NOW)

    database.write(work_)
    merge(database, winner, loser)
    assert must(read(database, lambda tx: results.match(tx, winner)))["version"] == "w"
    assert [row["payload"] for row in read(database, results.outbox)] == ['{"of":"w"}']


def select(tx: Any, sql: str) -> list[Any]:
    found: list[Any] = tx.all(sql)
    return found


def test_merging_leaves_nothing_of_the_loser_anywhere(database: Database, two: tuple[int, int]) -> None:
    winner, loser = two

    def work_(tx: Any) -> None:
        for id_ in two:
            ticket(tx, id_, f"i{id_}")
            succeeded(tx, id_, "scrape")
            failed(tx, id_, "filter")
            work.put(tx, [row(id_, "ready")])
            results.save_match(tx, id_, 1.0, 1.0, {}, "v", NOW)
            results.post(tx, id_, "inbox", "v", {}, NOW)
            entities.sight(tx, 77, [id_], NOW)
            entities.put_posting(tx, id_, POSTING, "h", posted_at=None, predicted=0.5, now=NOW)

    database.write(work_)
    merge(database, winner, loser)
    columns = {
        "alias": "entity_id", "item": "entity_id", "progress": "entity_id", "work": "entity_id", "posting": "job_id",
        "listed": "job_id", "matched": "job_id", "outbox": "entity_id", "entity": "id",
    }  # fmt: skip
    for table, column in columns.items():
        found = write(database, select, f"SELECT {column} AS id FROM {table}")
        assert {row["id"] for row in found} == {winner}, table
