"""Which elements of a page nobody sees: their text is neither shown nor read.

Pure. Called by `read.text`, `read.dom` and `read.lines`. To extend: a selector in UNSEEN, a style in HIDING.
"""

from __future__ import annotations

import re

import turbohtml

NO_TEXT = (
    "script, style, template, noscript, head, svg, math, iframe, object, embed, canvas, audio, video, "
    "select, textarea, datalist"
)
UNSEEN = f"{NO_TEXT}, [aria-hidden='true' i], [hidden]:not([id^='S:'])"
"""Elements without text of their own for a reader. Streamed pages come in hidden `S:` blocks, shown later."""
HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden|opacity\s?:\s?0(?:\.0+)?(?:[;\s!]|$)|"
    r"font-size\s?:\s?0(?:px|em|rem|pt|%)?(?:[;\s!]|$)|(?:left|top|right|text-indent)\s?:\s?-\d{4,5}|"
    r"clip\s?:\s?rect\(\s?0)",
    re.IGNORECASE,
)
WHOLE = frozenset({"html", "body", "main"})
"""Pages hide these until a script has run; people see them."""


def drop_unseen(tree: turbohtml.Node) -> None:
    """Remove from the tree only what never holds text; what a click would show stays."""
    for element in tree.select(NO_TEXT):
        element.decompose()


def drop_hidden(tree: turbohtml.Node) -> None:
    """Remove from the tree what is not shown: by element, by attribute, by style."""
    for element in tree.select(UNSEEN):
        if element.tag not in WHOLE:
            element.decompose()
    for element in tree.select("[style]"):
        if element.tag not in WHOLE and HIDING.search((element.attr("style") or "")[:2000]):
            element.decompose()
