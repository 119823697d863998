"""Recorded answers of the vendors: everything in them is read, and what they state comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from boards.build import PAYLOADS, payloads
from jobfinder.boards import registry
from jobfinder.model import Page, Posting, Ref, RefKind, Remote, Response
from jobfinder.read.dates import epoch

LISTS: dict[str, str | None] = {
    "ashby": "jobs",
    "bamboohr": "result",
    "greenhouse": "jobs",
    "lever": None,
    "personio": None,
    "recruitee": "offers",
    "smartrecruiters": "content",
    "workable": "results",
    "workday": "jobPostings",
}
"""Under which name each system's answers list their postings."""
WITH_TEXT = ("ashby", "greenhouse", "lever", "recruitee")
"""Systems whose lists hold descriptions, places and dates of all their postings."""
TOKENS = {"workday": "t.wd5.Site"}
SINGLE = ("smartrecruiters/abhi_smartrecruiters_detail.json", "smartrecruiters/jobwatch_smartrecruiters_expired.html")
KINDS = (None, "full_time", "part_time", "contract", "temporary", "internship")

FILES = [
    path for folder in LISTS if PAYLOADS.exists() for path in payloads(folder) if f"{folder}/{path.name}" not in SINGLE
]
NEEDED = pytest.mark.skipif(not FILES, reason=f"recorded payloads are not here: {PAYLOADS}")
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The postings of a file, counted without our readers."""
    if path.suffix == ".xml":
        found = path.read_text().split("<position>")[1:]
        return [dict(re.findall(r"<(id|name|office)>([^<]*)<", text)[::-1]) for text in found]
    value, name = json.loads(path.read_bytes()), LISTS[path.parent.name]
    listed: list[Row] = value if name is None else value[name]
    return [row for row in listed if row.get("isListed") is not False]


def page(path: Path, url: str | None = None) -> Page:
    """The file as the answer of a board; with an address, as that of the address."""
    board = path.parent.name
    ref = Ref(
        board=board, kind=RefKind.BOARD, key=f"source:{board}:t", url="https://t.example/", token=TOKENS.get(board, "t")
    )
    ref = registry.recognize(url) if url else ref
    return registry.parse(ref, Response(url=ref.url, status=200, body=path.read_bytes()))


@NEEDED
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_posting_is_read(path: Path) -> None:
    read, stated = page(path), rows(path)
    assert len(read.postings) == len(stated)
    assert read.kind is RefKind.BOARD
    ids = [str(row.get("id") or row.get("externalPath")) for row in stated]
    assert len({posting.external_id for posting in read.postings}) == len(set(ids))
    for posting in read.postings:
        assert sound(posting)
        assert path.parent.name not in WITH_TEXT or whole(posting)


def sound(posting: Posting) -> bool:
    """In our vocabulary, and without markup."""
    assert posting.token == TOKENS.get(posting.board or "", "t")
    assert posting.url
    assert posting.title == " ".join(posting.title.split())
    assert not any(mark in (posting.description_text or "") for mark in ("&lt;", "<p", "</"))
    assert all(epoch(date) for date in (posting.posted_at, posting.updated_at, posting.closes_at) if date)
    assert posting.remote is None or posting.remote in Remote
    return posting.employment_type in KINDS


def whole(posting: Posting) -> bool:
    """What boards that give everything always state."""
    assert posting.locations
    assert posting.description_text
    return bool(posting.posted_at or posting.updated_at)


@NEEDED
def test_stated_pay_comes_out() -> None:
    stated = read = 0
    for path in payloads("ashby"):
        for row, posting in zip(rows(path), page(path).postings, strict=True):
            parts = (row.get("compensation") or {}).get("summaryComponents") or []
            pay = [part for part in parts if part["compensationType"] == "Salary" and part["minValue"]]
            if pay and row.get("shouldDisplayCompensationOnJobPostings"):
                stated += 1
                assert posting.salary is not None
                read += (posting.salary.min, posting.salary.currency) == (pay[0]["minValue"], pay[0]["currencyCode"])
    assert stated > 100
    assert read == stated


@NEEDED
def test_most_places_have_a_country() -> None:
    placed = [place for path in FILES for posting in page(path).postings for place in posting.locations[:1]]
    known = [
        place for place in placed if place.country or "remote" in place.text.lower() or "home" in place.text.lower()
    ]
    assert len(known) > 0.9 * len(placed)


# ---------------------------------------------------------------- fields, by system


def pairs(folder: str) -> list[tuple[Row, Posting]]:
    """The rows of a system's lists, each with the posting read from it."""
    found: list[tuple[Row, Posting]] = []
    for path in FILES:
        if path.parent.name == folder:
            found += zip(rows(path), page(path).postings, strict=True)
    return found


@NEEDED
def test_recruitee_fields() -> None:
    found = pairs("recruitee")
    for row, posting in found:
        assert (posting.title, posting.external_id) == (" ".join(row["title"].split()), row["slug"])
        assert (posting.url, posting.company, posting.department) == (
            row["careers_url"],
            row["company_name"],
            row["department"],
        )
        assert epoch(posting.posted_at or "") == epoch(row.get("published_at") or row["created_at"])
        if row.get("salary"):
            pay = posting.salary
            assert pay is not None
            stated = row["salary"]
            assert (pay.min, pay.max, pay.period) == (float(stated["min"]), float(stated["max"]), stated["period"])
    assert any(posting.remote is Remote.HYBRID for _, posting in found)
    assert sum(row["country"] is not None and posting.locations[0].country is None for row, posting in found) == 0


@NEEDED
def test_smartrecruiters_fields() -> None:
    for row, posting in pairs("smartrecruiters"):
        assert (posting.external_id, posting.requisition_id) == (row["id"], row["refNumber"])
        assert posting.url is not None
        assert posting.url.endswith(f"/{row['id']}")
        assert epoch(posting.posted_at or "") == epoch(row["releasedDate"])
        stated, place = row["location"], posting.locations[0]
        assert place.city == stated["city"]
        assert place.country == (stated["country"].upper() if stated["country"] else place.country) is not None
        assert (posting.remote is Remote.HYBRID) == bool(stated.get("hybrid"))


@NEEDED
def test_a_smartrecruiters_posting_and_one_that_has_expired() -> None:
    detail, expired = (PAYLOADS / name for name in SINGLE)
    read = page(detail, "https://jobs.smartrecruiters.com/Visa/744000133907678")
    assert (read.kind, len(read.postings)) == (RefKind.POSTING, 1)
    assert read.postings[0].description_text == (
        "Additional Information\n\nAll your information will be kept confidential according to EEO guidelines."
    )
    gone = page(expired, "https://jobs.smartrecruiters.com/Initech/744000133907678-intern")
    assert (gone.kind, gone.postings, gone.closed) == (RefKind.POSTING, (), "This job has expired")
    assert page(expired).closed == "This job has expired"


@NEEDED
def test_workable_workday_and_bamboohr_fields() -> None:
    for row, posting in pairs("workable"):
        assert posting.external_id == row["shortcode"]
        assert (posting.remote, posting.employment_type) == (Remote.REMOTE, "full_time")
        assert posting.locations[0].country == row["location"]["countryCode"]
        assert posting.locations[0].city == (row["location"]["city"] or None)
    for row, posting in pairs("workday"):
        assert [posting.external_id, posting.requisition_id] == row["bulletFields"] * 2
        assert posting.url is not None
        assert posting.url.endswith(row["externalPath"])
        assert posting.posted_at is None
    places = [posting.locations[0].text if posting.locations else None for _, posting in pairs("bamboohr")]
    assert places == ["Edmonton International Airport, Alberta", "Edmonton, Alberta, Canada", None]


@NEEDED
def test_personio_fields() -> None:
    for row, posting in pairs("personio"):
        assert (posting.external_id, posting.title) == (row["id"], row["name"])
        assert [place.text for place in posting.locations] == ["Munich", "Berlin"]
        assert (posting.company, posting.employment_type) == ("Acme SE & Co. KG", "full_time")


@NEEDED
def test_teamtailor_pages() -> None:
    board, posting = PAYLOADS / "teamtailor", "https://sweep.teamtailor.com/jobs/7816129"
    listed = page(board / "internhunter_teamtailor_jobs.html", "https://sweep.teamtailor.com/jobs")
    tree = html.fromstring((board / "internhunter_teamtailor_jobs.html").read_bytes())
    assert [one.title for one in listed.postings] == [
        " ".join("".join(map(str, a.itertext())).split()) for a in tree.iter("a")
    ]
    assert [one.external_id for one in listed.postings] == ["7700798", "7816129"]
    assert not listed.complete
    read = page(board / "internhunter_teamtailor_job_7816129.html", posting).postings[0]
    assert (read.token, read.external_id, read.title) == ("sweep", "7816129", "Senior Fullstack Engineer")
    assert read.description_text == "Build scalable backend and frontend services."
    assert (read.locations[0].city, read.locations[0].country) == ("London", "GB")
