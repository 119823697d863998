"""Files that are said to be résumés: PDF, DOCX, JSON Resume, TOML, text; the ones that are none; and hostile ones."""

from __future__ import annotations

import asyncio
import json
import tracemalloc
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.match.profile import Profile, is_toml, profile_of, profile_or_refusal, to_toml
from jobfinder.outside.parsers import Parsers
from jobfinder.outside.settings import Parsing
from jobfinder.read.pdf import MOST_PAGES
from match.files import Text, archive, column, docx, locked, paged, paragraphs, pdf, table
from match.resumes import CASES, GERMAN, MARKDOWN

TODAY = date(2026, 11, 20)


def read(content: bytes, name: str = "") -> Profile:
    return profile_of(content, name, today=TODAY)


def without_evidence(content: bytes) -> Profile:
    return replace(read(content), evidence=())


FORMS: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "wide": lambda text: text.encode("utf-16"),
    "windows": lambda text: text.replace("\n", "\r\n").encode(),
    "docx": lambda text: docx(paragraphs(text)),
    "pdf": lambda text: pdf(paged(text)),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", CASES)
def test_every_form_states_the_same(name: str, form: str) -> None:
    assert without_evidence(FORMS[form](CASES[name].text)) == CASES[name].profile


SIDEBAR = """Contact
Kiel, Germany
Skills
Python (6 years)
Docker
Kafka
Languages
German native
English C1
Certificates
CKA, 2024"""
MAIN = """Profile
EU citizen who builds services near the sea
Experience
Senior Engineer, Brightwater
Mar 2021 - present
• Forecasts of tides in Python
Engineer, Tidewell
2018 - 2021
• A database of lighthouses in Java
Education
MSc Computer Science, Harbourtown, 2012 - 2017"""


def check_sidebar(found: Profile) -> None:
    assert found.titles == ("Senior Engineer", "Engineer")
    assert [(one.name, one.level) for one in found.languages] == [("German", "native"), ("English", "C1")]
    assert found.places == ("Kiel, Germany",)
    assert found.education.degree == "master"
    assert {one.name: (one.years, one.last_used) for one in found.skills} == {
        "Python": (6.0, 2026),
        "Docker": (None, None),
        "Kafka": (None, None),
        "Java": (3.0, 2021),
    }
    assert found.citizenships == ("EU",)


def test_a_pdf_in_two_columns() -> None:
    head = Text(180, 765, "Ida Brook, Engineer of the Sea", 16)
    page = [head, *column(SIDEBAR.split("\n"), 50, 720), *column(MAIN.split("\n"), 230, 723)]
    check_sidebar(read(pdf([page])))


def test_a_docx_in_two_columns_of_a_table() -> None:
    check_sidebar(read(docx(paragraphs("Ida Brook") + table([(SIDEBAR, MAIN)]))))


def test_a_docx_with_positions_in_a_table() -> None:
    rows = [("Mar 2021 – present", "Senior Engineer, Brightwater\n- Python\n- Go"), ("2018 – 2021", "Engineer\n- Java")]
    found = read(docx(paragraphs("Experience") + table(rows)))
    assert found.titles == ("Senior Engineer", "Engineer")
    assert [(one.name, one.last_used) for one in found.skills] == [("Python", 2026), ("Go", 2026), ("Java", 2021)]


def test_lines_are_numbered_in_the_text_taken_out() -> None:
    assert [row.number for row in read(pdf([column(["Skills", "Kafka", "Python"] * 5)])).evidence] == [2, 3]


def test_a_long_pdf_is_read_to_the_stated_page_and_says_so() -> None:
    story = [column([f"Page {n} of a very long story"]) for n in range(199)]
    found = read(pdf([column(["Skills", "Python"]), *story]))
    notes = [row for row in found.evidence if row.field == "file"]
    assert [row.value for row in notes] == [f"the first {MOST_PAGES} of 200 pages were read"]
    assert notes[0].line == f"Page {MOST_PAGES - 2} of a very long story"
    assert [skill.name for skill in found.skills] == ["Python"]


def test_a_long_text_is_read_to_the_stated_character_and_says_so() -> None:
    found = read(b"Skills\nPython\n" + b"and so on\n" * 100_000)
    assert "characters were read" in next(row.value for row in found.evidence if row.field == "file")


def test_a_toml_profile_and_a_json_resume() -> None:
    assert read(to_toml(MARKDOWN.profile).encode()) == MARKDOWN.profile
    assert read(b'titles = ["Cook"]\n', "profile.toml").titles == ("Cook",)
    content = {"basics": {"label": "Cook"}, "skills": [{"name": "Python"}]}
    assert read(json.dumps(content).encode()).titles == ("Cook",)


@pytest.mark.parametrize(
    ("content", "name", "toml"),
    [
        (to_toml(MARKDOWN.profile).encode(), "", True),
        (b"years = 3", "a", True),
        (b"", "profile.toml", False),
        (MARKDOWN.text.encode(), "resume.md", False),
        (b"{}", "resume.json", False),
        (pdf(paged(MARKDOWN.text)), "x.toml", False),
        (b"\xff\xfe\xfd", "x.toml", False),
    ],
)
def test_toml_is_told_from_resumes(content: bytes, name: str, toml: bool) -> None:
    assert is_toml(content, name) is toml


# ---------------------------------------------------------------- what is refused

REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t ", "empty"),
    "only a mark": (b"\xef\xbb\xbf", "empty"),
    "invisible": ("\u200b\u200b".encode(), "empty"),
    "rtf": (b"{\\rtf1 Ida}", "RTF"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old Word file"),
    "odt": (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "OpenDocument"),
    "spreadsheet": (archive({"xl/workbook.xml": "<a/>"}), "spreadsheet"),
    "zip": (archive({"a.txt": "Ida"}), "archive"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(200), "picture"),
    "gzip": (b"\x1f\x8b\x08" + bytes(50), "unpack"),
    "page": (b"<!DOCTYPE html><html><body>Ida</body></html>", "web page"),
    "binary": (bytes(range(1, 30)) * 40, "binary"),
    "zeros": (b"Ida\0\0\0\0\xff\xff" * 50, "binary"),
    "latin 1": ("Müller, Köchin".encode("latin-1"), "UTF-8"),
    "large": (b"a" * 20_000_001, "20 MB"),
    "scanned": (pdf([[], []]), "scanned"),
    "locked": (locked(pdf([column(["Ida Brook is a Senior Engineer at the sea"])])), "password"),
    "broken pdf": (b"%PDF-1.7 nothing else", "damaged"),
    "cut pdf": (pdf([column(["Ida Brook is a Senior Engineer at the sea"])])[:250], "damaged"),
    "docx bomb": (archive({"word/document.xml": b" " * 90_000_000}), "far more"),
    "broken docx": (docx(paragraphs("Ida"))[:80], "damaged"),
    "docx of pictures": (docx("<w:p/>"), "no text"),
    "json list in an object": (b'{"a": [1, 2]}', "no JSON Resume"),
    "broken json": (b'{"basics": ', "not valid JSON"),
    "deep json": (b'{"basics":' * 200_000, "not valid JSON"),
    "broken toml": (b'titles = ["a"\n', "not valid TOML"),
    "deep toml": (b"a = " + b"[" * 100_000, "not valid TOML"),
    "huge number": (b"years = " + b"9" * 10_000, "not valid TOML|years"),
    "unknown field": (b'tittles = ["a"]\n', "did you mean titles"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_says_what_it_is(name: str) -> None:
    content, said = REFUSED[name]
    with pytest.raises(UsageError, match=said) as caught:
        read(content)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500
    assert profile_or_refusal(content, today=TODAY) == str(caught.value)


def test_a_bomb_is_refused_before_it_takes_memory() -> None:
    bomb = archive({"word/document.xml": b" " * 150_000_000})
    tracemalloc.start()
    with pytest.raises(UsageError):
        read(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


# ---------------------------------------------------------------- damage

WHOLE = {
    "pdf": pdf(paged(GERMAN.text)),
    "docx": docx(paragraphs(GERMAN.text)),
    "text": GERMAN.text.encode(),
    "toml": to_toml(GERMAN.profile).encode(),
    "json": json.dumps({"basics": {"name": "Ida"}, "work": [{"position": "Cook", "startDate": "2019"}]}).encode(),
}
damages = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4)), min_size=1, max_size=10)


@pytest.mark.parametrize("form", WHOLE)
def test_damage_is_a_profile_or_a_refusal(form: str) -> None:
    @settings(max_examples=60)
    @given(damages, st.booleans())
    def damaged(damage: list[tuple[float, bytes]], cut: bool) -> None:
        body = bytearray(WHOLE[form])
        for place, piece in damage:
            start = int(place * len(body))
            body[start : start + len(piece)] = piece
        content = bytes(body[: int(damage[0][0] * len(body))] if cut else body)
        assert isinstance(profile_or_refusal(content, today=TODAY), Profile | str)

    damaged()


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"{", b"a = ", b"\xff\xfe"]))
def test_any_bytes_are_a_profile_or_a_refusal(content: bytes, head: bytes) -> None:
    assert isinstance(profile_or_refusal(head + content, today=TODAY), Profile | str)


async def test_it_runs_in_a_process_that_reads_pages() -> None:
    parsers = Parsers()
    try:
        limits = Parsing()
        found = [
            await parsers.read(limits, profile_or_refusal, content, "resume", today=TODAY)
            for content in (WHOLE["pdf"], WHOLE["docx"], REFUSED["docx bomb"][0])
        ]
    finally:
        await asyncio.to_thread(parsers.close)
    assert [replace(one, evidence=()) for one in found[:2] if isinstance(one, Profile)] == [GERMAN.profile] * 2
    assert isinstance(found[2], str)
