"""Recorded boards and pages, served under their own hosts, go from a bare address to matches or reasoned drops."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from acceptance.stage import Stage
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World

PAYLOADS = Path(__file__).parents[3] / "shared" / "data" / "payloads"
PREFERENCES = """
min_score = 20
[titles]
excluded = ["Sales", "Manager"]
"""
API = {
    "greenhouse": "https://boards-api.greenhouse.io/v1/boards/{}/jobs",
    "lever": "https://api.lever.co/v0/postings/{}",
    "ashby": "https://api.ashbyhq.com/posting-api/job-board/{}",
}
HOSTED = {
    "greenhouse": "https://boards.greenhouse.io/{}",
    "lever": "https://jobs.lever.co/{}",
    "ashby": "https://jobs.ashbyhq.com/{}",
}
PAGES = {
    "jsonld/jobseek_jsonld_meta_software_engineer.html": "https://careers.maple.example/jobs/1",
    "paylocity/everjobs_detail-fermi-4248451.html": "https://careers.alder.example/jobs/2",
    "remoteok/plucker_jobs_remoteok_job.html": "https://careers.cedar.example/jobs/3",
    "teamtailor/internhunter_teamtailor_job_7816129.html": "https://careers.rowan.example/jobs/4",
}

pytestmark = pytest.mark.skipif(not PAYLOADS.is_dir(), reason="shared/data/payloads is not on this machine")


@pytest.fixture(scope="module")
def recorded() -> Iterator[DemoWeb]:
    """A web that serves nothing but what a test puts on it."""
    with DemoWeb(World.make(companies=1)) as web:
        yield web


def boards(kind: str) -> list[tuple[str, Path]]:
    """(token, file) of the recorded listings of a kind; those without an address get a made-up token."""
    with (PAYLOADS / "INDEX.tsv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["board"] == kind]
    return [(token_of(row, kind, number), PAYLOADS / row["file"]) for number, row in enumerate(rows)]


def token_of(row: dict[str, str], kind: str, number: int) -> str:
    stated = re.match(re.escape(API[kind]).replace(r"\{\}", "([^/?…]+)"), row["original_url"] or "")
    # The same board was recorded more than once; each recording is a board of its own here.
    token = f"{unquote(stated[1])}{number}" if stated else f"madeup{number}"
    return token.lower() if kind == "greenhouse" else token


def listed(path: Path, kind: str) -> int:
    """How many open postings a recording holds, counted without the adapter."""
    content = json.loads(path.read_bytes())
    rows = content if isinstance(content, list) else content.get("jobs", content)
    return sum(row.get("isListed", True) is not False for row in rows) if isinstance(rows, list) else 1


@pytest.mark.parametrize("kind", sorted(API))
async def test_recorded_boards_end_in_matches_and_reasoned_drops(kind: str, recorded: DemoWeb, tmp_path: Path) -> None:
    stage = Stage(f"sqlite:///{tmp_path / 'real.db'}", recorded)
    stage.prefer(PREFERENCES)
    expected = {}
    for token, path in boards(kind):
        recorded.serve_payload(API[kind].format(quote(token)), path.read_bytes(), "application/json")
        expected[stage.submit(HOSTED[kind].format(quote(token))).item_id] = listed(path, kind)

    await stage.finder.run_until_settled(list(expected))
    await stage.run()

    sources = {source["key"]: source for source in stage.finder.sources()}
    for item_id, count in expected.items():
        item = stage.finder.item(item_id)
        assert item["status"] == ("success" if count else "failed"), item
        assert count or "lists no posting" in item["message"]
        assert sources[item["entity"]]["listed"] == count
    jobs = stage.finder.jobs()
    assert {job["verdict"] for job in jobs} == {"success", "filtered", "skipped"}
    assert all(job["why"] for job in jobs)
    assert all("titles.excluded" in job["why"] for job in jobs if job["verdict"] == "filtered")
    shown = [match["key"] for match in stage.finder.matches()]
    shown += [other["key"] for match in stage.finder.matches() for other in match["also"]]
    assert sorted(shown) == sorted(job["key"] for job in jobs if job["verdict"] == "success")


@pytest.mark.parametrize("file", sorted(PAGES))
async def test_a_recorded_page_with_structured_data_becomes_a_match(
    file: str, recorded: DemoWeb, tmp_path: Path
) -> None:
    recorded.serve_payload(PAGES[file], (PAYLOADS / file).read_bytes(), "text/html; charset=utf-8")
    stage = Stage(f"sqlite:///{tmp_path / 'real.db'}", recorded)

    submitted = stage.submit(PAGES[file])
    await stage.run()

    assert stage.status(submitted) == "success"
    (match,) = [match for match in stage.finder.matches() if match["key"] == submitted.key]
    assert match["title"]
    assert match["posting"]["description_text"]
    assert {part["name"] for part in match["parts"]} >= {"skills", "title", "location", "salary"}
