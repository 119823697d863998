"""A file that is said to be a résumé: what it is, and the text in it. Its bytes may be anybody's.

Pure. Called by `match.profile`. Whatever cannot be read is a `UsageError` that says what it is and what to do. To
extend to a format: its first bytes in KNOWN with a reader in `text_of`, or in REFUSED with advice.
"""

from __future__ import annotations

import re
import tomllib
from typing import Literal, NamedTuple, TypeAlias

from jobfinder.errors import Broken, UsageError
from jobfinder.read import docx, pdf
from jobfinder.read.text import strip_controls

Kind: TypeAlias = Literal["pdf", "docx", "json", "toml", "text"]
MOST_BYTES = 20_000_000
MOST_CHARACTERS = 200_000
AS_TEXT = "save it as PDF, DOCX, plain text or Markdown"
REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Word file (DOC), or one locked with a password", f"unlock it and {AS_TEXT}"),
    (b"\x89PNG", "a picture (PNG)", "give the document it was made from, or its text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "give the document it was made from, or its text"),
    (b"GIF8", "a picture (GIF)", "give the document it was made from, or its text"),
    (b"II*\0", "a picture (TIFF)", "give the document it was made from, or its text"),
    (b"MM\0*", "a picture (TIFF)", "give the document it was made from, or its text"),
    (b"RIFF", "a picture or a recording", "give the document it was made from, or its text"),
    (b"\x1f\x8b", "a packed file (GZIP)", "unpack it first"),
    (b"7z\xbc\xaf", "a packed file (7Z)", "unpack it first"),
    (b"Rar!", "a packed file (RAR)", "unpack it first"),
    (b"%!PS", "a PostScript file", AS_TEXT),
    (b"\x7fELF", "a program", "give your résumé"),
    (b"MZ\x90", "a program", "give your résumé"),
    (b"SQLite format 3", "a database", "give your résumé"),
)
"""First bytes, what such a file is, and what to do instead."""
ARCHIVES: tuple[tuple[str, str], ...] = (
    ("content.xml", "an OpenDocument file (ODT)"),
    ("word/", "a Word document"),
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("index/", "a Pages document"),
)
PAGE = re.compile(rb"^\s{0,200}<(?:!doctype html|html|head|body|\?xml|!--)", re.IGNORECASE)
TOML_LINE = re.compile(r"^\s{0,20}(?:\[{1,2}[\w.\"' -]{1,80}\]{1,2}\s{0,20}(?:#.*)?$|[\w.\"'-]{1,80}\s{0,20}=)")
WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
ADVICE: dict[pdf.Trouble, str] = {
    "large": f"the PDF has more than {pdf.MOST_BYTES // 1_000_000} MB: export it with smaller pictures, or save it "
    f"as text",
    "locked": "the PDF is locked with a password: save a copy without one",
    "pictures": "there is no text in the PDF: it seems scanned; save it as text, or give the document it was made from",
    "broken": "the PDF is damaged and cannot be read: export it again, or save it as text",
}


class Content(NamedTuple):
    """The text of a file. `note`: what of it was not read, null where all was."""

    kind: Kind
    text: str
    note: str | None = None


def content_of(content: bytes, name: str = "") -> Content:
    """What the bytes are, and their text. `name` is the file's, a hint for plain texts. Raises `UsageError`."""
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UsageError("the file is empty: give a résumé as PDF, DOCX, text, Markdown or JSON Resume")
    _refuse(content)
    if pdf.is_pdf(content):
        return _of_pdf(content)
    if docx.is_archive(content):
        return Content("docx", _of_archive(content))
    text = _decoded(content)
    kind = _kind(text, name)
    cut = kind == "text" and len(text) > MOST_CHARACTERS
    note = f"the first {MOST_CHARACTERS} of {len(text)} characters were read" if cut else None
    return Content(kind, text[:MOST_CHARACTERS] if cut else text, note)


def is_toml(content: bytes, name: str = "") -> bool:
    """Is this a profile in TOML? It says all, and replaces the one in force, with which a résumé is merged.

    No library sees the bytes of a PDF or a DOCX here: it may be asked in any process.
    """
    if pdf.is_pdf(content) or docx.is_archive(content):
        return False
    try:
        return _kind(_decoded(content), name) == "toml"
    except UsageError:
        return False


def _refuse(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise UsageError(f"the file has more than {MOST_BYTES // 1_000_000} MB: no résumé is that large")
    for head, what, advice in REFUSED:
        if content.startswith(head):
            raise UsageError(f"this is {what}, which cannot be read: {advice}")
    if PAGE.match(content[:1000]):
        raise UsageError(f"this is a web page or XML, not a résumé: {AS_TEXT}")


def _of_pdf(content: bytes) -> Content:
    try:
        found = pdf.document(content)
    except pdf.Unreadable as error:
        raise UsageError(ADVICE[error.why]) from None
    note = f"the first {found.read} of {found.pages} pages were read" if found.read < found.pages else None
    return Content("pdf", found.text, note)


def _of_archive(content: bytes) -> str:
    try:
        names = docx.names(content)
        if not any(docx.MAIN.fullmatch(name) for name in names):
            kinds = (what for part, what in ARCHIVES if any(name.casefold().startswith(part) for name in names))
            raise UsageError(f"this is {next(kinds, 'an archive (ZIP)')}, which cannot be read: {AS_TEXT}")
        text = docx.text(content)
    except Broken as error:
        raise UsageError(f"this DOCX cannot be read: {error}; save it again, or {AS_TEXT}") from None
    if not text.strip():
        raise UsageError("there is no text in the DOCX, only pictures at most: save it as text")
    return text


def _decoded(content: bytes) -> str:
    encoding = next((encoding for mark, encoding in WIDE if content.startswith(mark)), "utf-8-sig")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in content[:4096]:
            raise UsageError(f"this is a binary file of an unknown kind: {AS_TEXT}") from None
        raise UsageError(f"this is not UTF-8 text (byte {error.start}): save it as UTF-8") from None
    if len(CONTROLS.findall(text[:4096])) > len(text[:4096]) // 100:
        raise UsageError(f"this is a binary file of an unknown kind: {AS_TEXT}")
    if not strip_controls(text).strip():
        raise UsageError("the file is empty: give a résumé as PDF, DOCX, text, Markdown or JSON Resume")
    return text


def _kind(text: str, name: str) -> Kind:
    if text.lstrip().startswith("{"):
        return "json"
    return "toml" if name.casefold().endswith(".toml") or _reads_as_toml(text) else "text"


def _reads_as_toml(text: str) -> bool:
    """Is it a TOML document, or meant to be one?"""
    try:
        return bool(tomllib.loads(text))
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        return bool(lines) and all(TOML_LINE.match(line) for line in lines[:3])
