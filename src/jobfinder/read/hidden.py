"""Which elements and texts of a page nobody sees: they are neither shown nor read, nor given to a model.

Pure. Called by `read.text`, `read.dom` and `read.lines`. To extend: a selector in UNSEEN, a style in `read.styles`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import turbohtml

from jobfinder.read.styles import Look, Rgb, color_of, hiding_selectors, look, same

NO_TEXT = (
    "script, style, template, noscript, head, svg, math, iframe, object, embed, canvas, audio, video, "
    "select, textarea, datalist"
)
EVERYDAY = "p, li, span, strong, ul, br, div"
UNSEEN = (
    f":not({EVERYDAY}):is({NO_TEXT}), dialog:not([open]), [popover], [aria-hidden='true' i], [hidden]:not([id^='S:'])"
)
"""Elements without text of their own for a reader: nearly all elements are everyday ones and sooner known by that.
Streamed pages come in hidden `S:` blocks, shown later.
"""
WHOLE = frozenset({"html", "body", "main"})
"""Pages hide these until a script has run; people see them."""
SHEETS = "link[rel~='stylesheet' i], style"
COLORED = "font[color], [bgcolor], [background]"
WHITE: Rgb = (255, 255, 255)
NO_LOOK = Look()


def drop_unseen(tree: turbohtml.Node) -> None:
    """Remove from the tree only what never holds text; what a click would show stays."""
    for element in tree.select(NO_TEXT):
        element.decompose()


def drop_hidden(tree: turbohtml.Node) -> None:
    """Remove from the tree what is not shown: by element, by attribute, by style, by size and colour of its letters."""
    has_sheets = tree.select_one(SHEETS) is not None
    for element in tree.select(UNSEEN):
        if element.tag not in WHOLE:
            element.decompose()
    styled = tree.select("[style]")
    looks = {style: look(style) for style in {element.attr("style") or "" for element in styled}}
    if any(seen.gone for seen in looks.values()):
        for element in styled:
            if looks[element.attr("style") or ""].gone and element.tag not in WHOLE:
                element.decompose()
    if tree.select_one(COLORED) is not None or _may_be_unreadable(looks.values()):
        _drop_unreadable(tree, has_sheets)


def drop_by_sheet(tree: turbohtml.Node) -> None:
    """Remove what the style sheets inside a description hide. Those of whole pages wait for scripts and screens."""
    for sheet in tree.select("style")[:20]:
        for selector in hiding_selectors(sheet.text):
            for element in _selected(tree, selector):
                if element.tag not in WHOLE:
                    element.decompose()
        if "background" not in sheet.text:
            sheet.decompose()


def _selected(tree: turbohtml.Node, selector: str) -> list[turbohtml.Element]:
    try:
        return tree.select(selector[:500])
    except ValueError:
        return []


def _may_be_unreadable(looks: Collection[Look]) -> bool:
    """Is there any colour that is also that of some ground? Few descriptions have one, so few trees are walked."""
    if any(seen.tiny or seen.clear for seen in looks):
        return True
    colors = [seen.color for seen in looks if seen.color]
    grounds = {WHITE, *(seen.ground for seen in looks if seen.ground)} if colors else ()
    return any(same(color, ground) for color in colors for ground in grounds)


class _Letters(NamedTuple):
    """How text looks at some place in the tree. A colour or a ground that is unknown is null."""

    tiny: bool = False
    clear: bool = False
    color: Rgb | None = None
    ground: Rgb | None = WHITE


def _drop_unreadable(tree: turbohtml.Node, sheets: bool) -> None:
    """Remove text too small to be read, or of the colour of what it stands on.

    Where there are style sheets, whatever has a class or an id may stand on any ground.
    """
    lost: list[turbohtml.Node] = []
    waiting = [(tree, _Letters())]
    while waiting:
        node, letters = waiting.pop()
        if isinstance(node, turbohtml.Text):
            if not _can_be_read(letters):
                lost.append(node)
            continue
        if isinstance(node, turbohtml.Element):
            letters = _inside(node, letters, sheets)
        waiting.extend((child, letters) for child in node.children)
    for node in lost:
        node.decompose()


def _can_be_read(letters: _Letters) -> bool:
    if letters.tiny or letters.clear:
        return False
    return letters.color is None or letters.ground is None or not same(letters.color, letters.ground)


def _inside(element: turbohtml.Element, outer: _Letters, sheets: bool) -> _Letters:
    """The look of the text inside an element, given the look around it."""
    style = element.attr("style")
    seen = look(style) if style else NO_LOOK
    color = outer.color if seen.color is None else seen.color or None
    if element.tag == "font" and (stated := element.attr("color")) and seen.color is None:
        color = color_of(stated) or None
    ground = outer.ground
    if seen.ground is not None:
        ground = seen.ground or None
    elif stated := element.attr("bgcolor"):
        ground = color_of(stated) or None
    elif element.attr("background") or (sheets and (element.attr("class") or element.attr("id"))):
        ground = None
    clear = outer.clear if seen.color is None else seen.clear
    return _Letters(outer.tiny if seen.tiny is None else seen.tiny, clear, color, ground)
