"""The text of a PDF, in lines: page by page as it stands, or in reading order where pages have columns.

Pure. `text` is called by `boards.page` for postings that companies publish as a file, `document` by `match.resume_file`
for résumés. The library behind it is loaded when the first PDF comes. Raises `Unreadable`, which says why, for files
that are locked, hold only pictures of text, or cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from jobfinder.errors import Broken
from jobfinder.read import columns
from jobfinder.read.columns import Word
from jobfinder.read.text import strip_controls

T = TypeVar("T")

START = b"%PDF-"
MOST_BYTES = 20_000_000
MOST_PAGES = 30
MOST_CHARACTERS = 200_000
SHORTEST = 40
"""Characters below which a file holds no text, but pictures."""
HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad\ufffe\x02]\s{0,3}(?:\r?\n)\s{0,3}(?=[^\W\d_])")
"""Where a word was cut at the end of a line: the hyphen is marked as no part of it."""
Trouble: TypeAlias = Literal["large", "locked", "broken", "pictures"]


class Unreadable(Broken):
    """A PDF whose text cannot be had, and why."""

    why: Trouble = "broken"

    @classmethod
    def of(cls, why: Trouble, said: str) -> Unreadable:
        error = cls(said)
        error.why = why
        return error


class Document(NamedTuple):
    """The text of the first `read` of the `pages`, in lines."""

    text: str
    pages: int
    read: int


def is_pdf(body: bytes) -> bool:
    """Does a PDF begin here?"""
    return START in body[:1024]


def text(body: bytes) -> str:
    """The text of the first pages. Raises `Unreadable`."""
    pages, _ = _read(body, _as_it_stands)
    return _enough("\n\n".join(pages)[:MOST_CHARACTERS])


def document(body: bytes) -> Document:
    """The text of the first pages in reading order, columns one after the other. Raises `Unreadable`."""
    pages, number = _read(body, _words)
    found = HYPHEN.sub("", "\n".join(columns.lines(pages)))
    return Document(_enough(strip_controls(found)[:MOST_CHARACTERS]), number, len(pages))


def _enough(found: str) -> str:
    if len(found.strip()) < SHORTEST:
        raise Unreadable.of(
            "pictures", "the PDF holds no text, only pictures of it; paste the text of the posting instead"
        )
    return found


def _read(body: bytes, page_of: Callable[[Any], T]) -> tuple[list[T], int]:
    """What `page_of` makes of the first pages' text, and how many pages there are."""
    import pypdfium2  # type: ignore[import-untyped]

    if len(body) > MOST_BYTES:
        raise Unreadable.of("large", f"the PDF has more than {MOST_BYTES // 1_000_000} MB; it is not read")
    opened = _opened(body)
    try:
        return list(_pages(opened, page_of)), len(opened)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"the PDF cannot be read: {error}") from None
    finally:
        opened.close()


def _pages(opened: Any, page_of: Callable[[Any], T]) -> Iterator[T]:
    for number in range(min(len(opened), MOST_PAGES)):
        page = opened[number]
        words = page.get_textpage()
        try:
            yield page_of(words)
        finally:
            words.close()
            page.close()


def _opened(body: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Unreadable.of(
                "locked", "the PDF is locked with a password; paste the text of the posting instead"
            ) from None
        raise Unreadable(f"the PDF cannot be read: {error}") from None


def _as_it_stands(page: Any) -> str:
    return strip_controls(HYPHEN.sub("", page.get_text_bounded())).strip()


# ---------------------------------------------------------------- words with their boxes


def _words(page: Any) -> list[Word]:
    """The words of a page. A word ends with a blank and where the next character stands elsewhere."""
    found: list[Word] = []
    word: Word | None = None
    for character in _characters(page):
        follows = word is not None and character is not None and _follows(word, character)
        if word and not follows:
            found.append(word)
        word = _with(word, character) if follows and word and character else character
    return [*found, word] if word else found


def _characters(page: Any) -> Iterator[Word | None]:
    """Each character with its box; null for blanks."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    box = raw.FS_RECTF()
    for index in range(min(page.count_chars(), MOST_CHARACTERS // 5)):
        code = raw.FPDFText_GetUnicode(page, index)
        shown = chr(code) if 0 < code < 0x110000 else " "
        if shown.isspace() or not raw.FPDFText_GetLooseCharBox(page, index, box):
            yield None
        else:
            yield Word(box.left, box.bottom, box.right, box.top, shown)


def _follows(word: Word, character: Word) -> bool:
    gap = character.left - word.right
    return abs(character.middle - word.middle) < 0.5 * word.height and -0.5 * word.height < gap < word.height


def _with(word: Word, character: Word) -> Word:
    right, top = max(word.right, character.right), max(word.top, character.top)
    return Word(word.left, min(word.bottom, character.bottom), right, top, word.text + character.text)
