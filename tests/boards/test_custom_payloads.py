"""Recorded pages, texts and lists that no adapter owns: each is read, and as many postings come out as it holds."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from boards.build import PAYLOADS, payloads
from jobfinder.boards import registry
from jobfinder.model import Page, Ref, RefKind, Response
from jobfinder.read.dates import epoch

FOLDERS = (
    *("custom-careers", "generic-html", "jsonld", "plain-text-jd", "google-careers", "simplify-listings", "solidjobs"),
)
FILES = [path for folder in FOLDERS if PAYLOADS.exists() for path in payloads(folder)]
NEEDED = pytest.mark.skipif(not FILES, reason=f"recorded payloads are not here: {PAYLOADS}")


def index() -> dict[str, dict[str, str]]:
    """What the index says of every file."""
    with (PAYLOADS / "INDEX.tsv").open(encoding="utf-8") as file:
        return {row["file"]: row for row in csv.DictReader(file, delimiter="\t")}


def count(path: Path) -> int:
    """How many postings a file holds, without our readers: rows of a list, elements, headings of openings."""
    if path.suffix == ".json":
        value = json.loads(path.read_bytes())
        return len(value["jobs"] if isinstance(value, dict) else value)
    if path.suffix == ".xml":
        return len(re.findall(rb"<job>", path.read_bytes()))
    return headings(path) if path.name in LISTS else 1


LISTS = {
    "everjobs_avalanchefusion_open-positions.html": "//a[contains(@href, '/open-position/')]/@href",
    "everjobs_iperionx_careers.html": "//a[contains(@href, 'indeed.com/job/')]/@href",
    "everjobs_reelementtech_careers.html": "//a[contains(@href, '/jobs/')]/@href",
    "everjobs_velontra_careers.html": "//h2[starts-with(normalize-space(), 'Job Title:')]/text()",
    "everjobs_vightaero_vightaero-join-us.html": "//main//a[not(contains(@href, 'email')) and @href != '../']/@href",
}


def headings(path: Path) -> int:
    found = lxml.html.fromstring(path.read_bytes()).xpath(LISTS[path.name])
    assert isinstance(found, list)
    return len({str(one).strip() for one in found})


def read(path: Path, url: str = "") -> Page:
    ref = registry.recognize(url) if url else Ref(board="page", kind=RefKind.UNKNOWN, key="", url="")
    return registry.parse(ref, Response(url=url, status=200, body=path.read_bytes()))


def addresses(path: Path) -> Iterator[str]:
    """Without an address, and from where it was fetched if that is known."""
    yield ""
    stated = index()[f"{path.parent.name}/{path.name}"]["original_url"]
    if stated.startswith("http"):
        yield stated


@NEEDED
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_as_many_postings_as_there_are(path: Path) -> None:
    for url in addresses(path):
        page = read(path, url)
        assert (url, len(page.postings)) == (url, count(path))
        assert page.closed is None
        assert page.reader != "none"
        assert (page.kind is RefKind.POSTING) == (count(path) == 1)


@NEEDED
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_their_fields_are_sound(path: Path) -> None:
    for posting in read(path).postings:
        assert posting.title == " ".join(posting.title.split())
        assert not re.search(r"<\w|&\w{2,6};", posting.title)
        assert not re.search(r"</?(?:p|div|li|br|span)\b|&(?:lt|gt);", posting.description_text or "")
        assert all(epoch(date) for date in (posting.posted_at, posting.updated_at, posting.closes_at) if date)
        assert posting.salary is None or posting.salary.min or posting.salary.max
    if path.parent.name in ("generic-html", "plain-text-jd"):
        assert len(read(path).postings[0].description_text or "") > 1_000


EXPECTED = {
    "everjobs_flymotionus_job-event-coordinator.html": ("Event Coordinator", "Tampa", "US", "full_time", "onsite"),
    "everjobs_reelementtech_job-application---human-resources-hr-manager.html": (
        *("Human Resources (HR) Manager", "Marion", "US", None, None),
    ),
    "everjobs_solideon_solideon-applications-engineer.html": (
        *("2025 Applications Engineer", "Berkeley", "US", None, "onsite"),
    ),
    "everjobs_vightaero_vightaero-chief-engineer.html": ("Chief Engineer", None, "US", "full_time", "onsite"),
    "crawlerlm_01_Mistral-AI.html": ("M&A Tech Engineer", "Paris", "FR", "full_time", "onsite"),
    "crawlerlm_06_Housing-Development-Board.html": (
        *("Intern - Design & Develop HDB's Upcoming Housing Projects", "Singapore", "SG", "internship", "hybrid"),
    ),
    "crawlerlm_18_Project-Expedition.html": ("Senior Business Development Manager", None, "US", "full_time", "remote"),
    "everjobs_desktopmetal_materials-logistics-specialist-1.txt": (
        *("Materials & Logistics Specialist", "Irwin", "US", "full_time", None),
    ),
}


@NEEDED
def test_some_of_them_in_detail() -> None:
    files = {path.name: path for path in FILES}
    for name, expected in EXPECTED.items():
        (posting,) = read(files[name]).postings
        place = posting.locations[0]
        found = (posting.title, place.city, place.country, posting.employment_type, posting.remote)
        assert found == expected, name


@NEEDED
def test_pay_that_pages_state() -> None:
    files = {path.name: path for path in FILES}
    for name, expected in {
        "everjobs_avalanchefusion_human-resources-generalist.html": (80_000, 115_000, "USD", "year"),
        "everjobs_solideon_solideon-cnc-robot-operator.html": (80_000, 100_000, "USD", "year"),
        "crawlerlm_10_Eco-Ring-Singapore-Pte-Ltd-.html": (10, 13, "SGD", "hour"),
        "everjobs_desktopmetal_materials-logistics-specialist-1.txt": (22, 25, "USD", "hour"),
        "everjobs_solidjobs-jobs.json": (16_800, 21_000, "PLN", "month"),
    }.items():
        salary = read(files[name]).postings[0].salary
        assert salary is not None, name
        assert (salary.min, salary.max, salary.currency, salary.period) == expected, name
