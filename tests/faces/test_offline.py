"""`recognize`, `read` and `score`: no store, no network."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from faces.conftest import Cli
from jobfinder.boards import greenhouse, lever, rss
from jobfinder.demo.seeker import PREFERENCES, PROFILE

POSTING = greenhouse.EXAMPLES[0]
FEED = rss.EXAMPLES[0]
ROW = ("url", "board", "token", "external_id", "kind", "key")
PAGE = """<html><head><title>Jobs</title><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Backend Engineer", "datePosted": "2026-10-01",
 "hiringOrganization": {"@type": "Organization", "name": "Fernbrook"}, "description": "<p>You know Python.</p>",
 "jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin", "addressCountry": "DE"}}}
</script></head><body><h1>Backend Engineer</h1></body></html>"""
CLOSED = "<html><body><h1>Gardener</h1><p>This position is no longer available.</p></body></html>"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A page saved by a browser."""
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


# ---------------------------------------------------------------- recognize


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (POSTING.url, ["greenhouse", "harborlight", "4000001", "posting", "job:greenhouse:harborlight:4000001"]),
        ("jobs.lever.co/Brightkiln", ["lever", "Brightkiln", None, "board", "source:lever:Brightkiln"]),
        (FEED.url, ["rss", None, None, "feed", "source:feed:fernbrook.example/careers/jobs.rss"]),
        ("https://www.fernbrook.example/", [None, None, None, "company", "company:fernbrook.example"]),
        (
            "https://fernbrook.example/a?gh_jid=7",
            [None, None, "7", "unknown", "job:url:fernbrook.example/a?gh_jid=7"],
        ),
        ("not an address", [None, None, None, "unknown", None]),
        ("http://127.0.0.1/jobs", [None, None, None, "unknown", None]),
        ("ftp://fernbrook.example/", [None, None, None, "unknown", None]),
        ("", [None, None, None, "unknown", None]),
    ],
)
def test_an_address_is_recognized_or_null(cli: Cli, url: str, expected: list[str | None]) -> None:
    ran = cli("recognize", "--json", url)
    assert ran.code == 0
    assert ran.json == [dict(zip(ROW, [url, *expected], strict=True))]


def test_answers_come_in_the_order_given(cli: Cli) -> None:
    urls = ["nonsense", POSTING.url, FEED.url, POSTING.url]
    assert [row["url"] for row in cli("recognize", *urls, "--json").json] == urls


def test_people_get_a_table(cli: Cli) -> None:
    ran = cli("recognize", POSTING.url)
    assert "greenhouse" in ran.out
    assert "job:greenhouse:harborlight:4000001" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


# ---------------------------------------------------------------- read


def test_an_answer_is_read_as_if_fetched(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_text(POSTING.body)
    ran = cli("read", tmp_path / "answer.json", "--url", POSTING.url)
    assert ran.code == 0
    assert list(ran.json) == ["board", "kind", "reader", "postings", "next"]
    assert (ran.json["board"], ran.json["kind"], ran.json["reader"]) == ("greenhouse", "posting", "greenhouse")
    assert ran.json["postings"][0]["title"] == "Data Engineer"
    assert ran.json["postings"][0]["salary"]["min"] == 55_000


def test_an_answer_is_read_by_the_board_that_is_named(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_text(POSTING.body)
    ran = cli("read", tmp_path / "answer.json", "--board", "greenhouse")
    assert [posting["external_id"] for posting in ran.json["postings"]] == ["4000001"]


def test_a_page_states_its_posting(cli: Cli, saved: Path) -> None:
    ran = cli("read", saved, "--url", "https://fernbrook.example/jobs/1", "--json")
    assert (ran.json["board"], ran.json["kind"], ran.json["reader"]) == (None, "posting", "jsonld")
    assert ran.json["postings"][0]["locations"][0]["country"] == "DE"
    assert ran.json["next"] is None


def test_a_feed_needs_no_address(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED.body)
    ran = cli("read", tmp_path / "feed.xml")
    assert ran.json["kind"] == "feed"
    assert len(ran.json["postings"]) == 1


def test_a_closed_page_says_so(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "closed.html").write_text(CLOSED)
    ran = cli("read", tmp_path / "closed.html", "--url", "https://fernbrook.example/jobs/1")
    assert ran.code == 0
    assert "no longer available" in ran.json["closed"]
    assert ran.json["postings"] == []


def test_a_posting_that_left_its_board_is_closed(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "board.json").write_text('{"jobs": [], "meta": {"total": 0}}')
    ran = cli("read", tmp_path / "board.json", "--url", POSTING.url)
    assert ran.code == 0
    assert "not on the board" in ran.json["closed"]


def test_what_its_board_cannot_read_is_a_problem(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_text('{"jobs": 7}')
    ran = cli("read", tmp_path / "answer.json", "--board", lever.NAME)
    assert ran.code == 1
    assert ran.json["kind"] == "unknown"
    assert ran.json["problem"]


def test_bytes_that_are_nothing_are_unknown(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 40)
    ran = cli("read", tmp_path / "noise", "--url", "https://fernbrook.example/jobs/1")
    assert ran.code == 0
    assert (ran.json["kind"], ran.json["postings"]) == ("unknown", [])


# ---------------------------------------------------------------- score


def written(cli: Cli, saved: Path, tmp_path: Path) -> tuple[Path, Path]:
    """What `read` printed, and the demo's profile."""
    (tmp_path / "read.json").write_text(cli("read", saved, "--url", "https://fernbrook.example/jobs/1").out)
    (tmp_path / "profile.toml").write_text(PROFILE)
    return tmp_path / "read.json", tmp_path / "profile.toml"


def test_a_posting_is_scored_in_parts(cli: Cli, saved: Path, tmp_path: Path) -> None:
    posting, profile = written(cli, saved, tmp_path)
    ran = cli("score", "--posting", posting, "--profile", profile, "--json")
    assert ran.code == 0
    assert 0 < ran.json["score"] <= 100
    assert {part["name"] for part in ran.json["parts"]} >= {"skills", "title", "location"}
    assert "Python" in ran.json["matched_skills"]
    assert ran.json["filter"]["passed"] is True


def test_the_posting_alone_is_as_good_as_all_that_read_printed(cli: Cli, saved: Path, tmp_path: Path) -> None:
    posting, profile = written(cli, saved, tmp_path)
    alone = tmp_path / "posting.json"
    alone.write_bytes(msgspec.json.encode(msgspec.json.decode(posting.read_bytes())["postings"][0]))
    whole = cli("score", "--posting", posting, "--profile", profile, "--json").json
    assert cli("score", "--posting", alone, "--profile", profile, "--json").json == whole


def test_people_read_each_part_with_its_sentence(cli: Cli, saved: Path, tmp_path: Path) -> None:
    posting, profile = written(cli, saved, tmp_path)
    ran = cli("score", "--posting", posting, "--profile", profile)
    assert "Backend Engineer at Fernbrook" in ran.out
    assert "“You know Python.”" in ran.out


def test_preferences_bring_the_filter_in(cli: Cli, saved: Path, tmp_path: Path) -> None:
    posting, profile = written(cli, saved, tmp_path)
    strict = tmp_path / "prefs.toml"
    strict.write_text(PREFERENCES.replace('accepted = ["Germany", "Austria", "Netherlands"]', 'accepted = ["France"]'))
    ran = cli("score", "--posting", posting, "--profile", profile, "--prefs", strict)
    assert "✗ locations: Berlin" in ran.out
    assert (
        cli("score", "--posting", posting, "--profile", profile, "--prefs", strict, "--json").json["filter"]["passed"]
        is False
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("resume.json", '{"basics": {"label": "Backend Engineer"}, "skills": [{"name": "Python"}]}'),
        ("resume.txt", "Kim Example\nBackend Engineer\n\nSkills\nPython, PostgreSQL\n"),
        ("profile.toml", 'titles = ["Backend Engineer"]\nskills = ["Python"]\n'),
    ],
)
def test_a_profile_comes_in_three_forms(cli: Cli, saved: Path, tmp_path: Path, name: str, text: str) -> None:
    posting, _ = written(cli, saved, tmp_path)
    (tmp_path / name).write_text(text)
    ran = cli("score", "--posting", posting, "--profile", tmp_path / name, "--json")
    assert ran.json["matched_skills"] == ["Python"]


def test_offline_commands_make_no_store(cli: Cli, saved: Path, tmp_path: Path) -> None:
    posting, profile = written(cli, saved, tmp_path)
    cli("score", "--posting", posting, "--profile", profile)
    cli("recognize", POSTING.url)
    assert not (tmp_path / "store.db").exists()
