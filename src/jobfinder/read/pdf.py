"""The text of a PDF: page by page, in lines, in reading order.

Pure. Called by `boards.page` for postings that companies publish as a file. The library behind it is loaded when the
first PDF comes. Raises `Broken`, with what a person can do, for files that are locked, hold only pictures of text, or
cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jobfinder.errors import Broken
from jobfinder.read.text import strip_controls

START = b"%PDF-"
MOST_BYTES = 20_000_000
MOST_PAGES = 30
MOST_CHARACTERS = 200_000
SHORTEST = 40
"""Characters below which a file holds no text, but pictures."""
HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad\ufffe](?:\r?\n)(?=[^\W\d_])")
"""Where a word was cut at the end of a line: the hyphen is marked as no part of it."""


def is_pdf(body: bytes) -> bool:
    """Does a PDF begin here?"""
    return START in body[:1024]


def text(body: bytes) -> str:
    """The text of the first pages. Raises `Broken`."""
    if len(body) > MOST_BYTES:
        raise Broken(f"the PDF has more than {MOST_BYTES // 1_000_000} MB; it is not read")
    found = "\n\n".join(_pages(body))[:MOST_CHARACTERS]
    if len(found.strip()) < SHORTEST:
        raise Broken("the PDF holds no text, only pictures of it; paste the text of the posting instead")
    return found


def _pages(body: bytes) -> Iterator[str]:
    import pypdfium2  # type: ignore[import-untyped]

    document = _opened(body)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            words = page.get_textpage()
            try:
                yield strip_controls(HYPHEN.sub("", words.get_text_bounded())).strip()
            finally:
                words.close()
                page.close()
    except pypdfium2.PdfiumError as error:
        raise Broken(f"the PDF cannot be read: {error}") from None
    finally:
        document.close()


def _opened(body: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Broken("the PDF is locked with a password; paste the text of the posting instead") from None
        raise Broken(f"the PDF cannot be read: {error}") from None
