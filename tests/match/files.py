"""PDF and DOCX files for the tests, made of placed text and of paragraphs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

LEADING = 14
TOP = 760
LEFT = 60
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Text(NamedTuple):
    """Text at a place of a page, in points from the lower left."""

    x: float
    y: float
    text: str
    size: float = 10


def column(lines: Iterable[str], x: float = LEFT, top: float = TOP) -> list[Text]:
    """Lines below each other."""
    return [Text(x, top - index * LEADING, line) for index, line in enumerate(lines) if line]


def paged(text: str, per_page: int = 50) -> list[list[Text]]:
    """The pages of a text in one column."""
    lines = text.split("\n")
    return [column(lines[start : start + per_page]) for start in range(0, len(lines), per_page)]


def pdf(pages: Sequence[Sequence[Text]]) -> bytes:
    """A PDF with these pages."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< >>",
    ]
    for index, page in enumerate(pages):
        content = b"\n".join(_shown(text) for text in page)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {6 + 2 * index} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return _file(objects)


def _shown(text: Text) -> bytes:
    said = text.text.replace("\t", "        ").encode("cp1252", "replace")
    for character in (b"\\", b"(", b")"):
        said = said.replace(character, b"\\" + character)
    return f"BT /F1 {text.size} Tf {text.x} {text.y} Td (".encode() + said + b") Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def locked(body: bytes) -> bytes:
    """The PDF, said to be encrypted with a password that nobody knows."""
    lock = f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -64 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    return body.replace(b"/Root 1 0 R >>", f"/Root 1 0 R /Encrypt {lock} /ID [<{'43' * 16}> <{'43' * 16}>] >>".encode())


# ---------------------------------------------------------------- Word


def paragraphs(text: str) -> str:
    """The body of a document with a paragraph for each line; lines that begin with a bullet are list items."""
    return "".join(paragraph(line) for line in text.split("\n"))


def paragraph(line: str, properties: str = "") -> str:
    if line.startswith("- "):
        line, properties = line[2:], '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in line.split("\t")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; a cell holds a paragraph for each of its lines."""
    shown = ("".join(f"<w:tc><w:tcPr/>{paragraphs(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in shown)}</w:tbl>"


def docx(body: str, parts: Mapping[str, bytes | str] | None = None, prolog: str = "") -> bytes:
    """A DOCX with this body, and other parts of the archive by their names."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(parts or {})})


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return packed.getvalue()
