"""Recognition measured on thousands of labelled addresses, read in place. Skips where they are absent."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter

import pytest

from boards.build import PAYLOADS
from jobfinder.boards import registry
from jobfinder.boards.roster import VENDORS
from jobfinder.model import RefKind

BOARDS = PAYLOADS.parent / "boards"
CAREERS, POSTINGS = BOARDS / "careers_url_to_board.csv", BOARDS / "job_urls.jsonl.gz"
NEEDED = pytest.mark.skipif(not BOARDS.exists(), reason=f"labelled addresses are not here: {BOARDS}")
NO_BOARD = frozenset({"dom", "rss", "sitemap", "api_sniffer", "inline", "nextdata"})
"""Labels of ways to read a site that is on no named board."""
MARKS = {
    "accenture": r"accenture\.com/.+/careers/jobsearch",
    "almacareer": r"//[\w-]+\.jobs\.cz",
    "amazon": r"amazon\.jobs",
    "ashby": r"ashbyhq\.com",
    "avature": r"avature\.net|/SearchJobs",
    "bamboohr": r"bamboohr\.com",
    "beisen": r"zhiye\.com",
    "brassring": r"brassring\.com",
    "breezy": r"breezy\.hr",
    "cnstaff": r"cnstaff\.com",
    "comeet": r"comeet\.com",
    "cornerstone": r"csod\.com",
    "dayforce": r"dayforcehcm\.com",
    "earcu": r"/jobs/vacancy/find/results",
    "eightfold": r"eightfold\.ai",
    "gem": r"jobs\.gem\.com",
    "greenhouse": r"greenhouse\.io|gh_jid=",
    "gupy": r"gupy\.io",
    "hibob": r"careers\.hibob\.com",
    "hirehive": r"hirehive\.com",
    "hrmos": r"hrmos\.co",
    "icims": r"icims\.com",
    "intervieweb": r"intervieweb\.it",
    "jazzhr": r"applytojob\.com",
    "jobbank104": r"104\.com\.tw",
    "jobs_ch": r"jobs\.ch|jobup\.ch",
    "jobstreet": r"jobstreet\.com",
    "jobylon": r"jobylon\.com",
    "join": r"//join\.com/companies",
    "lever": r"lever\.co",
    "linkedin": r"linkedin\.com",
    "notion": r"notion\.site",
    "oracle_hcm": r"oraclecloud\.com|/sites/CX",
    "pageup": r"pageuppeople\.com|/en-us/listing/",
    "paylocity": r"paylocity\.com",
    "personio": r"jobs\.personio\.",
    "pinpoint": r"pinpointhq\.com",
    "recruitee": r"recruitee\.com",
    "recruiter_co_kr": r"recruiter\.co\.kr",
    "rippling": r"rippling\.com",
    "smartrecruiters": r"smartrecruiters\.com",
    "softgarden": r"softgarden\.(?:io|de)",
    "talentbrew": r"/search-jobs",
    "taleo": r"taleo\.net",
    "traffit": r"traffit\.com",
    "typify": r"typify",
    "ukg": r"ultipro\.(?:com|ca)",
    "umantis": r"umantis\.com|/Jobs/All\b",
    "workable": r"workable\.com",
    "workday": r"myworkday(?:jobs|site)\.com",
    "ycombinator": r"ycombinator\.com|workatastartup\.com",
}
"""What a person would tell each board by in an address: host, path or parameter."""


def rows() -> list[tuple[str, str]]:
    """(address, named board) of every labelled row that has one."""
    with CAREERS.open(encoding="utf-8", newline="") as file:
        found = [(row["board_url"], row["board"]) for row in csv.DictReader(file)]
    return [(url, board) for url, board in found if board not in NO_BOARD]


def is_marked(url: str, board: str) -> bool:
    return board in MARKS and re.search(MARKS[board], url) is not None


def recognized(url: str) -> str | None:
    """The board that is told from the address alone."""
    name = registry.recognize(url).board
    return name if name in {vendor.NAME for vendor in VENDORS} else None


def recall(labelled: list[tuple[str, str]]) -> dict[str, float]:
    """Board → part of its addresses that are recognised as it."""
    total = Counter(board for _, board in labelled)
    right = Counter(board for url, board in labelled if recognized(url) == board)
    return {board: right[board] / count for board, count in total.items()}


def share(labelled: list[tuple[str, str]]) -> float:
    """The part of the addresses that are recognised as what they are."""
    return sum(recognized(url) == board for url, board in labelled) / len(labelled)


def macro(found: dict[str, float]) -> float:
    return sum(found.values()) / len(found)


@NEEDED
def test_addresses_that_carry_a_mark_are_recognised() -> None:
    marked = [(url, board) for url, board in rows() if is_marked(url, board)]
    assert len(marked) > 2_400
    assert len({board for _, board in marked}) > 45
    assert share(marked) >= 0.99
    assert macro(recall(marked)) >= 0.95


@NEEDED
def test_all_addresses_of_named_boards() -> None:
    labelled = rows()
    assert len(labelled) == 2_554
    assert len({board for _, board in labelled}) == 53
    assert share(labelled) >= 0.96
    assert macro(recall(labelled)) >= 0.60


@NEEDED
def test_hardly_ever_a_wrong_board() -> None:
    labelled = rows()
    wrong = [(url, board) for url, board in labelled if recognized(url) not in (None, board)]
    assert len(wrong) <= 0.001 * len(labelled), wrong


@NEEDED
def test_a_domain_without_a_mark_is_unknown_from_its_address() -> None:
    unmarked = [(url, board) for url, board in rows() if not is_marked(url, board)]
    guessed = [(url, board) for url, board in unmarked if recognized(url) == board]
    assert guessed == [], "there must be no table of companies behind this"


@NEEDED
def test_no_two_of_six_thousand_postings_share_a_key() -> None:
    with gzip.open(POSTINGS, "rt", encoding="utf-8") as file:
        urls = {json.loads(line)["url"] for line in file}
    keys = Counter(registry.recognize(url).key for url in urls)
    shared = [key for key, count in keys.items() if count > 1]
    assert len(urls) > 5_900
    assert shared == []
    assert not [key for url in urls if (key := registry.recognize(url).key).startswith("source:")]


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.NAME)
def test_every_board_has_spellings_by_hand(vendor: object) -> None:
    examples = [one for one in vendor.EXAMPLES if one.ref.kind in (RefKind.POSTING, RefKind.BOARD)]  # type: ignore[attr-defined]
    assert any(example.spellings for example in examples)
