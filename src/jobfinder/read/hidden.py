"""Which elements of a page nobody sees: their text is neither shown nor read.

Pure. Called by `read.text` and `read.dom`. To extend: a selector in UNSEEN, a style in HIDING.
"""

from __future__ import annotations

import re

import turbohtml

UNSEEN = (
    "script, style, template, noscript, head, svg, math, iframe, object, embed, canvas, audio, video, "
    "select, textarea, datalist, [aria-hidden='true' i], [hidden]:not([id^='S:'])"
)
"""Elements without text of their own for a reader. Streamed pages come in hidden `S:` blocks, shown later."""
HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden|opacity\s?:\s?0(?:\.0+)?(?:[;\s!]|$)|"
    r"font-size\s?:\s?0(?:px|em|rem|pt|%)?(?:[;\s!]|$))",
    re.IGNORECASE,
)
WHOLE = frozenset({"html", "body", "main"})
"""Pages hide these until a script has run; people see them."""


def drop_hidden(tree: turbohtml.Node) -> None:
    """Remove from the tree what is not shown: by element, by attribute, by style."""
    for element in tree.select(UNSEEN):
        if element.tag not in WHOLE:
            element.decompose()
    for element in tree.select("[style]"):
        if element.tag not in WHOLE and HIDING.search((element.attr("style") or "")[:2000]):
            element.decompose()
