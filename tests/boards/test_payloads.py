"""Recorded answers of the vendors: everything in them is read, and what they state comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boards.build import PAYLOADS, payloads
from jobfinder.boards import registry
from jobfinder.model import Page, Posting, Ref, RefKind, Response
from jobfinder.read.dates import epoch

FOLDERS = ("greenhouse", "lever", "ashby")
FILES = [path for folder in FOLDERS if PAYLOADS.exists() for path in payloads(folder)]
NEEDED = pytest.mark.skipif(not FILES, reason=f"recorded payloads are not here: {PAYLOADS}")


def rows(path: Path) -> list[dict[str, object]]:
    """The postings of a file, counted without our readers."""
    value = json.loads(path.read_bytes())
    found = value if isinstance(value, list) else value["jobs"]
    return [row for row in found if row.get("isListed") is not False]


def page(path: Path) -> Page:
    board = path.parent.name
    ref = Ref(board=board, kind=RefKind.BOARD, key=f"source:{board}:t", url="https://t.example/", token="t")
    return registry.parse(ref, Response(url="https://t.example/", status=200, body=path.read_bytes()))


@NEEDED
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_posting_is_read(path: Path) -> None:
    read = page(path)
    assert len(read.postings) == len(rows(path))
    assert read.kind is RefKind.BOARD
    assert len({posting.external_id for posting in read.postings}) == len(read.postings)
    for posting in read.postings:
        assert sound(posting)


def sound(posting: Posting) -> bool:
    """Set where boards always state it, and in our vocabulary."""
    assert posting.token == "t"
    assert posting.url
    assert posting.locations
    assert posting.description_text
    assert "&lt;" not in posting.description_text
    assert "<p" not in posting.description_text
    assert posting.title == " ".join(posting.title.split())
    dates = [posting.posted_at, posting.updated_at, posting.closes_at]
    assert all(epoch(date) for date in dates if date)
    assert any(dates)
    kinds = (None, "full_time", "part_time", "contract", "temporary", "internship")
    return posting.employment_type in kinds


@NEEDED
def test_stated_pay_comes_out() -> None:
    stated = read = 0
    for path in payloads("ashby"):
        for row, posting in zip(rows(path), page(path).postings, strict=True):
            parts = (row.get("compensation") or {}).get("summaryComponents") or []  # type: ignore[attr-defined]
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
