"""DOCX files: their text, and the ones that are refused before they are unpacked."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfinder.errors import Broken
from jobfinder.read import docx
from match.files import W, archive, paragraph, paragraphs, table
from match.files import docx as made

BODY = "Ida Brook\nSenior Engineer\tHarbourtown\n- Python & Go\n\nEnd"


def test_paragraphs_are_lines() -> None:
    assert docx.text(made(paragraphs(BODY))).split("\n") == BODY.split("\n")


def test_cells_that_are_short_share_a_line() -> None:
    rows = [("2019 – 2021", "Engineer, Brightwater\n- Python\n- Go"), ("Languages", "German")]
    expected = ["2019 – 2021\tEngineer, Brightwater", "- Python", "- Go", "Languages\tGerman"]
    assert docx.text(made(table(rows))).split("\n") == expected


def test_columns_in_a_table_are_read_one_after_the_other() -> None:
    found = docx.text(made(table([("Skills\nPython\nGo\nSQL", "Experience\nEngineer\n2019 – 2021\nBuilt it")])))
    assert " ".join(found.split()) == "Skills Python Go SQL Experience Engineer 2019 – 2021 Built it"


def test_dates_on_two_lines_of_a_cell_are_one() -> None:
    assert docx.text(made(table([("Jan 2019 –\nFeb 2021", "Engineer\nKiel")]))) == "Jan 2019 – Feb 2021\tEngineer\nKiel"


HEADER = f'<w:hdr xmlns:w="{W}">{paragraph("Ida Brook, Berlin")}</w:hdr>'


def test_the_header_comes_first() -> None:
    assert docx.text(made(paragraph("Engineer"), {"word/header1.xml": HEADER})) == "Ida Brook, Berlin\nEngineer"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>", "one\ntwo"),
        ("<w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p>", "linked"),
        (
            "<w:p><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
            "kept",
        ),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>", "seen"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>", "1"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>filled in</w:t></w:r></w:p></w:sdtContent></w:sdt>", "filled in"),
        (
            "<w:p><w:r><w:t>beside</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
            "</w:pict></w:r></w:p>",
            "beside\nboxed",
        ),
        ("<w:p><w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>", "well-known"),
    ],
)
def test_what_is_shown_is_read(markup: str, shown: str) -> None:
    assert docx.text(made(markup)) == shown


# ---------------------------------------------------------------- hostile files


def with_size(body: bytes, size: int) -> bytes:
    """The archive, saying of its last part that it unpacks to `size` bytes."""
    with zipfile.ZipFile(io.BytesIO(body)) as made:
        real = made.infolist()[-1].file_size
    directory = body.rindex(b"PK\x01\x02")
    assert struct.unpack_from("<I", body, directory + 24)[0] == real
    return body[: directory + 24] + struct.pack("<I", size) + body[directory + 28 :]


BOMB = archive({"word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"})
MANY = archive({f"word/media/{number}": b"" for number in range(3_000)} | {"word/document.xml": "<a/>"})
SMALL = archive({"word/document.xml": f'<w:document xmlns:w="{W}">{paragraph("small")}</w:document>'})
DENSE = archive({"word/document.xml": b"<a>" + b" " * 15_000_000 + b"</a>"})
BESIDE = archive({"word/document.xml": "<a/>", "word/media/picture": "a"})
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(BOMB, "far more", id="bomb"),
        pytest.param(MANY, "far more", id="thousands of entries"),
        pytest.param(with_size(SMALL, 4_000_000_000), "far more", id="says it is huge"),
        pytest.param(DENSE, "far more", id="packed too densely"),
        pytest.param(with_size(BESIDE, 4_000_000_000), "far more", id="huge beside the text"),
        pytest.param(made("<w:p/>", prolog=LAUGHS), "entities", id="entities"),
        pytest.param(made("<w:p>&a;</w:p>", prolog=OUTSIDE), "entities", id="external entity"),
        pytest.param(made("<w:p>" * 400 + "</w:p>" * 400), "damaged", id="deep"),
        pytest.param(made("<w:p>"), "damaged", id="not well formed"),
        pytest.param(archive({"word/document.xml": ""}), "damaged", id="no document"),
        pytest.param(archive({"content.xml": "<a/>"}), "no Word document", id="another archive"),
        pytest.param(SMALL[:60], "damaged", id="cut"),
        pytest.param(b"PK\x03\x04", "damaged", id="only a head"),
        pytest.param(SMALL + b" " * 20_000_001, "20 MB", id="large"),
    ],
)
def test_hostile_files_are_refused(body: bytes, said: str) -> None:
    with pytest.raises(Broken, match=said):
        docx.text(body)


def test_a_part_that_is_larger_than_it_says_is_not_unpacked_whole() -> None:
    large = archive({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
    with pytest.raises(Broken):
        docx.text(with_size(large, 1000))


def test_a_locked_archive_says_so() -> None:
    body = bytearray(SMALL)
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.index(head) + flags] |= 1
    with pytest.raises(Broken, match="locked"):
        docx.text(bytes(body))


WHOLE = made(paragraphs(BODY) + table([("a", "b\nc\nd")]), {"word/header1.xml": HEADER})


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12), st.booleans())
def test_damage_is_never_another_error(damage: list[tuple[int, int]], cut: bool) -> None:
    body = bytearray(WHOLE)
    for place, byte in damage:
        body[place] = byte
    try:
        docx.text(bytes(body[: damage[0][0]] if cut else body))
    except Broken as error:
        assert "\n" not in str(error)  # noqa: PT017  (any text is right as well)
