"""Lines that name a job, in many languages, and lines that only speak of jobs."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.roles import is_role, is_title
from read.labelled import FOLDER, hostile, rows


@pytest.mark.parametrize(
    "title",
    [
        "Senior Backend Engineer",
        "Sr. Financial Analyst",
        "Licensed Optician - Lexington Ave.",
        "Registered Nurse (RN), Night Shift",
        "Pflegefachkraft",
        "Softwareentwickler:in",
        "Elektroniker für Betriebstechnik (m/w/d)",
        "Kundenberaterin",
        "Chargé de clientèle H/F",
        "Ingénieure réseau",
        "Camarero de pisos",
        "Addetto alle vendite",
        "Desenvolvedor Java Pleno",
        "Medewerker klantenservice",
        "Undersköterska till äldreboende",
        "Skladník/skladnice",
        "Magazynier",
        "Barista",
        "Zerspaner (m/w/d)",
        "Équipier polyvalent H/F",
    ],
)
def test_titles(title: str) -> None:
    assert is_role(title)


@pytest.mark.parametrize(
    "line",
    [
        "Engineering",
        "Our engineers",
        "Meet our head gardener",
        "How we interview engineers",
        "Fernbrook appoints new Chief Financial Officer",
        "Data Engineer salaries in 2026",
        "Product Manager certification course",
        "Responsibilities:",
        "What you will do",
        "Open positions",
        "You are an experienced engineer.",
        "Are you our next engineer?",
        "const server = createServer()",
        "Partner",
        "Deep tech week",
        "Berlin, Germany",
        "Full-time",
        "",
        "7",
    ],
)
def test_other_lines(line: str) -> None:
    assert not is_role(line)


def test_where_nothing_marks_a_heading_a_title_is_written_like_one() -> None:
    assert is_title("Head Gardener, Malmö")
    assert is_title("Chargé de clientèle")
    assert not is_title("the gardener of the town")
    assert not is_title("Secondly, this agreement binds the author and every later driver of the work")


def test_most_titles_of_real_postings_are_roles() -> None:
    titles = [row["title"] for row in rows("level.jsonl")]
    assert sum(map(is_role, titles)) / len(titles) > 0.88
    path = FOLDER.parent / "boards" / "job_urls.jsonl.gz"
    titles = [json.loads(line)["title"] for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert sum(map(is_role, titles)) / len(titles) > 0.97


@given(st.text())
def test_any_line_has_an_answer(line: str) -> None:
    assert not (is_title(line) and not is_role(line))


@pytest.mark.timeout(20)
def test_hostile_lines_are_read() -> None:
    for line in hostile():
        is_role(line)
        is_role(line[:140])
