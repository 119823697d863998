"""Every recorded answer, by the name of its system and by its address: a result, never an exception.

How many postings each holds is counted in the tests of its board. Skips where the recordings are absent.
"""

from __future__ import annotations

import csv
from typing import NamedTuple

import pytest

from boards.build import PAYLOADS
from jobfinder.boards import registry
from jobfinder.errors import Broken, Gone
from jobfinder.faces.commands.offline import ref_of
from jobfinder.model import Page, Response

INDEX = PAYLOADS / "INDEX.tsv"
ERROR_PAGES = frozenset({"remoteok/plucker_jobs_remoteok_error.html"})
"""Recorded failures of a server: no listing, and none of its boards is empty because of them."""


class Recorded(NamedTuple):
    file: str
    board: str
    kind: str
    original_url: str

    @property
    def address(self) -> str | None:
        """Where it was fetched from, as far as the index says."""
        whole = self.original_url.startswith("http") and not set("…{}") & set(self.original_url)
        return self.original_url if whole else None


def recorded() -> list[Recorded]:
    if not INDEX.exists():
        return []
    with INDEX.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Recorded(row["file"], row["board"], row["kind"], row["original_url"]) for row in rows]


ALL = recorded()
NEEDED = pytest.mark.skipif(not ALL, reason=f"recorded payloads are not here: {INDEX}")


def read(one: Recorded, address: str | None, board: str | None) -> Page:
    ref = ref_of(address, board)
    body = (PAYLOADS / one.file).read_bytes()
    return registry.parse(ref, Response(url=address or ref.url, status=200, body=body))


@NEEDED
def test_all_systems_are_here() -> None:
    assert len(ALL) == 163
    assert len({one.board for one in ALL}) == 51


@NEEDED
@pytest.mark.parametrize("one", ALL, ids=lambda one: one.file)
def test_it_reads_by_the_name_of_its_system(one: Recorded) -> None:
    board = registry.named(one.board)
    if one.file in ERROR_PAGES:
        with pytest.raises(Broken):
            read(one, one.address, board)
        return
    try:
        page = read(one, one.address, board)
    except Gone:
        return
    assert all(posting.title for posting in page.postings)
    drawn = board == "almacareer"  # by a widget, whose script is asked for next
    assert page.postings or page.closed or page.next or page.total == 0 or drawn


@NEEDED
@pytest.mark.parametrize("one", [one for one in ALL if one.address], ids=lambda one: one.file)
def test_it_reads_by_its_address(one: Recorded) -> None:
    page = read(one, one.address, None)
    assert page.postings or page.closed or page.total == 0
