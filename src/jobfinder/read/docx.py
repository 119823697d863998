"""The text of a Word document (DOCX): paragraphs as lines, tables row by row, from a file that may be hostile.

Pure. Called by `match.resume_file`. The archive is judged before anything in it is unpacked, nothing is unpacked beyond
its limits, the XML is parsed without entities, document types and network. Pictures, comments, deleted and hidden text
and whatever the document only links to are not read. Raises `Broken`.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from lxml import etree

from jobfinder.errors import Broken
from jobfinder.read.text import strip_controls

START = b"PK\x03\x04"
MAIN = re.compile(r"word/document\d{0,2}\.xml")
HEADER = re.compile(r"word/header\d{1,2}\.xml")
MOST_BYTES = 20_000_000
MOST_ENTRIES = 2_000
MOST_UNPACKED = 200_000_000
"""Of all that is in the archive, as it says itself."""
MOST_PART = 20_000_000
"""Of one part that is read, as it turns out."""
MOST_RATIO = 200
"""Unpacked to packed bytes of a part that is read; honest text has about 20."""
SMALL = 1_000_000
"""Bytes to which any ratio may be unpacked."""
MOST_CHARACTERS = 200_000
MOST_HEADERS = 3
SHORT_CELL = 24
"""Characters up to which the lines of a cell that begins with a date are one: "Jan 2019 –", "Feb 2021"."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
NOT_SHOWN = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "sectPr", "pPr", "rPr", "tblPr", "txbxContent"}
)
BAD_ARCHIVE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, KeyError),
    *(RuntimeError, NotImplementedError, ValueError, OverflowError, IndexError),
)
"""What the library raises for archives that are damaged, locked or packed in unknown ways."""


def is_archive(body: bytes) -> bool:
    """Does an archive begin here, as a DOCX is one?"""
    return body.startswith(START)


def names(body: bytes) -> tuple[str, ...]:
    """The names of what is in an archive. Raises `Broken`."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return tuple(archive.namelist()[:MOST_ENTRIES])
    except BAD_ARCHIVE as error:
        raise Broken(f"the file is damaged: {_said(error)}") from None


def text(body: bytes) -> str:
    """The text of the document, its header first. Raises `Broken`."""
    if len(body) > MOST_BYTES:
        raise Broken(f"the file has more than {MOST_BYTES // 1_000_000} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = [_part(archive, entry) for entry in _chosen(archive.infolist())]
    except BAD_ARCHIVE as error:
        raise Broken(f"the file is damaged: {_said(error)}") from None
    found = "\n".join(line for part in parts for line in _lines(part))
    return strip_controls(found)[:MOST_CHARACTERS]


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


# ---------------------------------------------------------------- the archive


def _chosen(entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The parts to read, once the archive as a whole is found harmless."""
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Broken("the file would unpack to far more than any document holds")
    main = next((entry for entry in entries if MAIN.fullmatch(entry.filename)), None)
    if main is None:
        raise Broken("the file is an archive, but no Word document")
    headers = [entry for entry in entries if HEADER.fullmatch(entry.filename)]
    return [*headers[:MOST_HEADERS], main]


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> etree._Element:
    if entry.flag_bits & 1:
        raise Broken("the file is locked with a password")
    if entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size) or entry.file_size > MOST_PART:
        raise Broken("the file would unpack to far more than any document holds")
    with archive.open(entry) as packed:
        content = packed.read(MOST_PART + 1)
    if len(content) > MOST_PART:
        raise Broken("the file would unpack to far more than any document holds")
    return _parsed(content)


def _parsed(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\0!\0" in content or b"\0<\0!" in content:
        raise Broken("the file declares entities of its own, which no Word document does")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Broken(f"the file is damaged: {_said(error)}") from None


# ---------------------------------------------------------------- the document


def _lines(node: etree._Element) -> Iterator[str]:
    """The lines of what stands in a body, a cell, a text box."""
    for child in node:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child)
        elif name == "tr":
            yield from _row(child)
        elif name not in NOT_SHOWN:
            yield from _lines(child)


def _row(row: etree._Element) -> Iterator[str]:
    """Cells side by side in one line, as far as they are short; columns of text one after the other."""
    cells = [_cell(cell) for cell in row if _name(cell) in ("tc", "sdt")]
    cells = [cell for cell in cells if cell]
    if sum(len(cell) > 1 for cell in cells) <= 1:
        yield "\t".join(cell[0] for cell in cells)
        yield from (line for cell in cells for line in cell[1:])
    else:
        for cell in cells:
            yield from (*cell, "")


def _cell(cell: etree._Element) -> list[str]:
    said = [line for line in _lines(cell) if line.strip()]
    dates = any(map(str.isdigit, said[0])) if said else False
    return [" ".join(said)] if dates and sum(map(len, said)) <= SHORT_CELL else said


def _paragraph(node: etree._Element) -> Iterator[str]:
    """The lines of a paragraph, then those of the text boxes that hang on it."""
    said = "".join(_runs(node))
    bullet = "- " if said.strip() and node.find("{*}pPr/{*}numPr") is not None else ""
    yield from f"{bullet}{said}".split("\n")
    for box in _boxes(node):
        yield from _lines(box)


def _boxes(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if _name(child) == "txbxContent":
            yield child
        elif _name(child) != "Fallback":
            yield from _boxes(child)


def _runs(node: etree._Element) -> Iterator[str]:
    """The text of what stands in a paragraph."""
    for child in node:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in NOT_SHOWN and not (name == "r" and _is_hidden(child)):
            yield from _runs(child)


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find("{*}rPr/{*}vanish")
    return hidden is not None and hidden.get(f"{WORD}val", hidden.get(f"{STRICT}val", "1")) not in ("0", "false", "off")


def _name(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
