"""Inline elements that stand side by side: "Remote" and "Full-time" in two pills are two words, not one.

Pure. Called by `read.text` and `read.dom` before a tree is laid out. Style sheets draw such elements apart; in the
markup nothing stands between them. Links, buttons and labels are always apart; of other elements, those where a word
seems to end: editors cut words into spans too. To extend: an element in WORDS or PARTS.
"""

from __future__ import annotations

import turbohtml

WORDS = frozenset({"a", "button", "label", "time", "summary", "output"})
PARTS = frozenset({"span", "small", "strong", "b", "em", "i"})
_ALL = ",".join(sorted(WORDS | PARTS))
SIDE_BY_SIDE = f":is({_ALL}) + :is({_ALL})"
_BLOCKS = "h1,h2,h3,h4,h5,h6,p,div,ul,ol,section,article,header,footer,figure,blockquote,pre,table,dl"
BLOCKS = frozenset(_BLOCKS.split(","))
BLOCKS_INSIDE = f":is({_ALL}) > :is({_BLOCKS})"
"""Blocks inside inline elements, as in links around whole cards: what follows them begins on a line of its own."""
MOST = 5_000
DEEP = 30
"""Bounds: pairs looked at, levels that an element's first or last letter is looked for."""


def apart(tree: turbohtml.Node) -> None:
    """Put a blank between adjacent inline elements that are words of their own, and a break behind blocks inside them.

    Changes the tree.
    """
    for block in tree.select(BLOCKS_INSIDE)[:MOST]:
        after = block.next_sibling
        if after is not None and not (isinstance(after, turbohtml.Element) and after.tag in BLOCKS):
            block.insert_after(turbohtml.Element("br"))
    for element in tree.select(SIDE_BY_SIDE)[:MOST]:
        before = element.previous_sibling
        if isinstance(before, turbohtml.Comment):
            before = before.previous_sibling
        if isinstance(before, turbohtml.Element) and _are_apart(before, element):
            element.insert_before(turbohtml.Text(" "))


def _are_apart(before: turbohtml.Element, after: turbohtml.Element) -> bool:
    last, first = _letter(before, -1), _letter(after, 0)
    if not (last.isalnum() or last in "%)+?!.:*") or not (first.isalnum() or first in "$€£("):
        return False
    if before.tag in WORDS or after.tag in WORDS:
        return True
    return before.tag == after.tag and not first.islower() and not (last.isupper() and first.isupper())


def _letter(element: turbohtml.Element, end: int) -> str:
    """The first (0) or last (-1) character inside; a blank where that is none."""
    node: turbohtml.Node = element
    for _ in range(DEEP):
        children = node.children
        if not children:
            break
        node = children[end]
    data = node.data if isinstance(node, turbohtml.Text) else ""
    return data[end] if data else " "
