"""Recorded answers of the boards of group B: all that is in them is read, as if a person had saved it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from boards.build import PAYLOADS
from jobfinder.boards import registry
from jobfinder.model import Page, Posting, Ref, RefKind, Remote, Response
from jobfinder.read.dates import epoch

Count = Callable[[str], int]


def occurrences(pattern: str) -> Count:
    return lambda text: len(re.findall(pattern, text))


COUNTS: dict[str, Count] = {
    "rippling/ergon_rippling_jobs.json": lambda text: len({row["uuid"] for row in json.loads(text)}),
    "pinpoint/careerkit_pinpoint.json": lambda text: len(json.loads(text)["data"]),
    "comeet/internhunter_comeet_jobs.html": occurrences(r'"url_active_page":'),
    "icims/jobwatch_icims_list_0.html": occurrences(r'<li class="iCIMS_JobCardItem">'),
    "icims/jobwatch_icims_closed.html": lambda text: 0,
    "jobvite/jobwatch_jobvite_list.html": occurrences(r'<div class="jv-job-list-name">'),
    "join/ergon_join_page.html": occurrences(r'"idParam":'),
    "freshteam/transcribed_freshteam_12min.json": lambda text: sum(
        not row["deleted"] for row in json.loads(text)["jobs"]
    ),
    "manatal/everjobs_list-calqulate.json": lambda text: len(json.loads(text)["results"]),
    "gusto/everjobs_natura-board.html": occurrences(r'<a class="block[^>]*href="/postings/'),
    "gusto/everjobs_material-detail.html": lambda text: 1,
}
NEEDED = pytest.mark.skipif(not PAYLOADS.exists(), reason=f"recorded payloads are not here: {PAYLOADS}")


def page(name: str) -> Page:
    board = name.split("/")[0]
    ref = Ref(board=board, kind=RefKind.BOARD, key="", url="")
    return registry.parse(ref, Response(url="", status=200, body=(PAYLOADS / name).read_bytes()))


@NEEDED
def test_every_recorded_answer_is_counted_here() -> None:
    folders = {name.split("/")[0] for name in COUNTS}
    assert {f"{path.parent.name}/{path.name}" for one in folders for path in (PAYLOADS / one).iterdir()} == set(COUNTS)


@NEEDED
@pytest.mark.parametrize("name", COUNTS)
def test_every_posting_is_read(name: str) -> None:
    read = page(name)
    assert len(read.postings) == COUNTS[name]((PAYLOADS / name).read_text())
    assert len({posting.external_id for posting in read.postings}) == len(read.postings)
    for posting in read.postings:
        sound(posting)


def sound(posting: Posting) -> None:
    assert posting.title == " ".join(posting.title.split())
    assert posting.external_id
    assert "&amp;" not in posting.title
    assert not re.search(r"&lt;|<p|<li|<div", posting.description_text or "")
    for date in (posting.posted_at, posting.updated_at, posting.closes_at):
        assert date is None or (epoch(date) and date[:2] == "20")
    assert posting.employment_type in (None, "full_time", "part_time", "contract", "temporary", "internship")


def by_title(name: str, start: str) -> Posting:
    return next(posting for posting in page(name).postings if posting.title.startswith(start))


@NEEDED
def test_fields_of_rippling_and_pinpoint() -> None:
    director = by_title("rippling/ergon_rippling_jobs.json", "Director")
    assert (director.token, director.remote, director.remote_scope) == ("11fs-group-ltd", "remote", "United States")
    assert director.department == "Business Development"
    architect = by_title("pinpoint/careerkit_pinpoint.json", "Enterprise")
    assert architect.salary is not None
    assert (architect.salary.min, architect.salary.max, architect.salary.period) == (135_000, 198_000, "year")
    assert (architect.external_id, architect.requisition_id) == ("post-001", "REQ-001")
    assert architect.description_text is not None
    assert "What you bring" in architect.description_text


@NEEDED
def test_fields_of_comeet_and_freshteam() -> None:
    remote = by_title("comeet/internhunter_comeet_jobs.html", "Senior")
    assert (remote.token, remote.company, remote.remote) == ("98.008", "TripleTen", Remote.REMOTE)
    assert [(place.city, place.country) for place in remote.locations] == [(None, "US")]
    backend = by_title("freshteam/transcribed_freshteam_12min.json", "Backend")
    assert [(place.city, place.country) for place in backend.locations] == [("Bengaluru", "IN")]
    assert (backend.department, backend.remote) == ("Engineering", None)
    reliable = by_title("freshteam/transcribed_freshteam_12min.json", "Site")
    assert (reliable.remote, reliable.remote_scope) == ("remote", "India")


@NEEDED
def test_fields_of_pages() -> None:
    executive = by_title("icims/jobwatch_icims_list_0.html", "Account")
    assert [place.city for place in executive.locations] == ["Boston", "Austin"]
    assert (executive.token, executive.requisition_id) == ("careers-initech.icims.com", "2026-1002")
    analyst = by_title("jobvite/jobwatch_jobvite_list.html", "Data")
    assert (analyst.title, analyst.department) == ("Data Analyst & Reporting", "Finance")
    assert by_title("jobvite/jobwatch_jobvite_list.html", "Senior").locations == ()
    designer = by_title("join/ergon_join_page.html", "Social")
    assert (designer.company, designer.remote, designer.posted_at) == (
        "OneTwoSocial",
        "onsite",
        "2026-04-29T13:54:04.101000+00:00",
    )


@NEEDED
def test_fields_of_gusto() -> None:
    engineer = page("gusto/everjobs_material-detail.html").postings[0]
    assert (engineer.company, engineer.employment_type) == ("Material Hybrid Manufacturing Inc", "full_time")
    assert engineer.company_url == "https://www.material.inc/"
    assert [(place.city, place.region) for place in engineer.locations] == [("Miami", "FL")]
    assert engineer.description_text is not None
    assert "- Identify critical team gaps" in engineer.description_text
    assert "rewriting the rules" not in engineer.description_text
    nuclear = page("gusto/everjobs_natura-board.html").postings[0]
    assert (nuclear.company, nuclear.token) == (
        "Natura Resources LLC",
        "natura-resources-llc-629e09d9-d8bf-4616-94a7-b744e4a77616",
    )


@NEEDED
def test_closed_page_of_icims() -> None:
    closed = page("icims/jobwatch_icims_closed.html")
    assert (closed.kind, closed.closed) == (RefKind.POSTING, "Error: The requested job could not be found.")
