"""PDF files: their text, and the ones that cannot be read."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

from boards.generic import pdf as made
from jobfinder.errors import Broken
from jobfinder.read import pdf
from match.files import Text, column, paged
from match.files import pdf as placed

LINES = ("Head Gardener", "Location: Berlin, Germany", "You look after forty beds and a greenhouse.")


def test_text_in_lines() -> None:
    body = made(*LINES)
    assert pdf.is_pdf(body)
    assert pdf.text(body).splitlines() == list(LINES)


def test_a_file_without_text_says_what_to_do() -> None:
    with pytest.raises(Broken, match="paste the text"):
        pdf.text(made(""))


def test_a_locked_file_says_so() -> None:
    body = made(*LINES)
    lock = f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -64 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    locked = body.replace(
        b"/Root 1 0 R >>", f"/Root 1 0 R /Encrypt {lock} /ID [<{'43' * 16}> <{'43' * 16}>] >>".encode()
    )
    assert locked != body
    with pytest.raises(Broken, match="locked with a password"):
        pdf.text(locked)


@pytest.mark.parametrize("body", [b"%PDF-1.4 nothing else", b"%PDF-" + bytes(range(256)) * 50, made(*LINES)[:200]])
def test_broken_files(body: bytes) -> None:
    with pytest.raises(Broken):
        pdf.text(body)


def test_a_huge_file_is_not_read() -> None:
    with pytest.raises(Broken, match="20 MB"):
        pdf.text(b"%PDF-1.4" + b" " * 20_000_001)


def test_other_bytes_are_no_pdf() -> None:
    assert not pdf.is_pdf(b"<html>%PDF" + b" " * 2_000)
    assert not pdf.is_pdf(b"")


def test_the_library_is_loaded_only_for_a_pdf() -> None:
    code = "import sys, jobfinder.boards.registry; print('pypdfium2' in sys.modules)"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=path)
    assert ran.stdout.strip() == "False"


# ---------------------------------------------------------------- in reading order

SIDEBAR = (
    "Skills",
    "Python",
    "Go",
    "PostgreSQL",
    "Kafka",
    "Languages",
    "German native",
    "English C1",
    "Contact",
    "Kiel",
)
MAIN = (
    "Experience",
    "Senior Engineer, Brightwater",
    "Mar 2021 - present",
    "Built the tide forecast for small harbours",
    "Engineer, Tidewell",
    "2018 - 2021",
    "Kept the lighthouses in one database",
    "Education",
    "MSc Computer Science, Harbourtown",
    "2012 - 2017",
)
NAME = Text(200, 770, "Ida Brook, who builds things near the sea", 14)


def lines_of(*pages: list[Text]) -> list[str]:
    return [line for line in pdf.document(placed(pages)).text.split("\n") if line]


@pytest.mark.parametrize("right", [220, 380])
@pytest.mark.parametrize("shift", [0, 5], ids=["level", "not level"])
def test_two_columns_are_read_one_after_the_other(right: int, shift: int) -> None:
    left, other = (SIDEBAR, MAIN) if right == 220 else (MAIN, SIDEBAR)
    page = [NAME, *column(left, 60, 730), *column(other, right, 730 - shift)]
    assert lines_of(page) == [NAME.text, *left, *other]


def test_columns_go_on_on_the_next_page() -> None:
    pages = [[*column(SIDEBAR[part], 60, 760), *column(MAIN[part], 220, 760)] for part in (slice(5), slice(5, 10))]
    assert lines_of(*pages) == [*SIDEBAR, *MAIN]


BESIDE = {
    "dates on the left": (
        [f"{year} - {year + 1}" for year in range(2010, 2020)],
        [f"Engineer number {n}" for n in range(10)],
    ),
    "labels on the left": ([f"Label {n}:" for n in range(8)], [f"what label {n} says" for n in range(8)]),
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_table_is_read_row_by_row(name: str) -> None:
    left, right = BESIDE[name]
    page = [*column(left, 60), *column(right, 250)]
    assert lines_of(page) == [f"{a}  {b}" for a, b in zip(left, right, strict=True)]


def test_dates_at_the_right_edge_stay_with_their_line() -> None:
    rows = [
        line
        for n in range(6)
        for line in (
            f"Engineer number {n}",
            f"Did something that takes a long line to be told, for the {n}th time indeed",
        )
    ]
    dates = [Text(480, 760 - 28 * n, f"201{n} - 201{n + 1}") for n in range(6)]
    found = lines_of([*column(rows), *dates])
    assert found[0] == "Engineer number 0  2010 - 2011"
    assert found[1::2] == rows[1::2]


def test_paragraphs_are_set_apart() -> None:
    page = column(["Senior Engineer at the harbour", "Built the tide forecast", "", "Engineer at the river", "Kept it"])
    assert pdf.document(placed([page])).text.split("\n")[2] == ""


def test_a_long_document_is_read_to_the_stated_page() -> None:
    found = pdf.document(placed([column([f"This is the page with the number {n}"]) for n in range(200)]))
    assert (found.pages, found.read) == (200, pdf.MOST_PAGES)
    assert f"number {pdf.MOST_PAGES - 1}" in found.text
    assert f"number {pdf.MOST_PAGES}\n" not in f"{found.text}\n"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (placed([[]]), "pictures"),
        (placed(paged("\n".join(MAIN)))[:300], "broken"),
        (b"%PDF-1.4" + b" " * 20_000_001, "large"),
    ],
    ids=["pictures", "broken", "large"],
)
def test_why_a_document_cannot_be_read(body: bytes, why: str) -> None:
    with pytest.raises(pdf.Unreadable) as caught:
        pdf.document(body)
    assert caught.value.why == why
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.why, str(again)) == (why, str(caught.value))
