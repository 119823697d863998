"""Jobs as they were judged are read a page at a time, with posting, verdicts and score."""

from __future__ import annotations

from typing import Any

from jobfinder.model import EntityType, Posting
from jobfinder.store import entities, judged, progress, results
from store.build import NOW, Database, make, read, write


def done(job: int, step: str, outcome: str, output: str | None) -> dict[str, Any]:
    names = {"id": job, "step": step, "outcome": outcome, "output": output, "reason": outcome, "now": NOW}
    return names | {"fingerprint": "f", "output_hash": "h", "carried": 0, "runs": 1, "requests": 0, "seconds": 0.0}


def test_jobs_are_read_in_pages_with_all_that_judging_needs(database: Database) -> None:
    def work(tx: Any) -> list[int]:
        made = [make(tx, EntityType.JOB, f"job:{n}") for n in range(4)]
        for job in made[:3]:
            posting = Posting(title=f"Job {job}")
            entities.put_posting(tx, job, posting, "hash", posted_at=None, predicted=0.5, now=NOW)
        progress.succeed(tx, [done(made[0], "analyze", "scored", '{"score":70}')])
        results.save_match(tx, made[1], 81.0, 80.0, {}, "v1", NOW)
        return made

    made = database.write(work)
    rows = read(database, lambda tx: judged.read(tx, 0, 2))
    assert [row["id"] for row in rows] == made[:2]
    assert [(row["analysis"], row["m_score"]) for row in rows] == [('{"score":70}', None), (None, 81.0)]
    assert [row["id"] for row in read(database, lambda tx: judged.read(tx, made[1], 2))] == [made[2]]
    assert [row["id"] for row in read(database, lambda tx: judged.these(tx, [made[2], made[0]]))] == [made[0], made[2]]


def test_verdicts_are_those_of_settled_open_jobs(database: Database) -> None:
    def work(tx: Any) -> list[int]:
        made = [make(tx, EntityType.JOB, f"job:{n}") for n in range(4)]
        entities.settle(tx, [{"id": job, "verdict": "filtered", "now": NOW} for job in made[:3]])
        entities.close(tx, made[1], NOW, "gone")
        progress.succeed(tx, [done(made[0], "filter", "rejected", "{}"), done(made[2], "save", "below", None)])
        return made

    made = database.write(work)
    rows = read(database, lambda tx: judged.verdicts(tx, 0, 10))
    assert [row["id"] for row in rows] == [made[0], made[2]]
    assert [(row["filtered"], row["saved"]) for row in rows] == [("{}", None), (None, "below")]
    assert read(database, lambda tx: judged.verdicts(tx, made[0], 1))[0]["id"] == made[2]
    one = read(database, lambda tx: judged.verdict(tx, made[3]))
    assert one is not None
    assert one["verdict"] is None
    write(database, entities.close, made[0], NOW, "gone")
    assert [row["id"] for row in read(database, lambda tx: judged.verdicts(tx, 0, 10))] == [made[2]]
