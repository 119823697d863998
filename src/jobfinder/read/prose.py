"""Lines of a page back to markup and text: headings, paragraphs and lists, and nothing else.

Pure. Called by `read.article` and `read.sections`. What comes out is safe by construction: every character is escaped.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from jobfinder.read.lines import Line

MOST = 200_000
"""Characters of a description."""


def described(lines: Sequence[Line]) -> tuple[str, str]:
    """The description that these lines are, as markup and as text; both empty where there are none."""
    parts: list[str] = []
    words: list[str] = []
    listing = False
    length = 0
    for line in lines:
        length += len(line.text)
        if length > MOST:
            break
        if listing and not line.item:
            parts.append("</ul>")
        elif line.item and not listing:
            parts.append("<ul>")
        listing = line.item
        parts.append(_element(line))
        words.append(_plain(line, first=not words))
    return "".join([*parts, "</ul>"] if listing else parts), "\n".join(words)


def _element(line: Line) -> str:
    text = html.escape(line.text, quote=False)
    if line.item:
        return f"<li>{text}</li>"
    return f"<h3>{text}</h3>" if line.level else f"<p>{text}</p>"


def _plain(line: Line, *, first: bool) -> str:
    text = f"- {line.text}" if line.item else line.text
    return text if first or not line.gap else f"\n{text}"
