"""A page as the lines that a reader sees, each with what it is: heading, list item, and the links in it.

Pure. Called by `read.dom`, for the readers that have to find their way on a page without structured data. The tree that
is given is used up. Marks are put into it before it is laid out, and taken out of the lines; so one pass of the layout
gives text and structure. To extend: parts of a page that are not its content in CHROME.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import turbohtml

from jobfinder.read.hidden import drop_hidden, drop_unseen
from jobfinder.read.inline import apart
from jobfinder.read.text import BULLET, LAYOUT, strip_controls

CHROME = (
    "nav, footer, [role='navigation' i], [role='contentinfo' i], [role='search' i], [class*='cookie' i]:not(body), "
    "[id*='cookie' i]:not(body), [class*='breadcrumb' i], .skip-link, .screen-reader-text, .sr-only:not(h1), "
    ".visually-hidden:not(h1)"
)
TABLES = "table, caption, colgroup, thead, tbody, tfoot, tr, td, th"
HEADINGS = "h1, h2, h3, h4, h5, h6"
MOST = 10_000
"""Links, headings and cells of a page that are looked at; its lines, too."""
LONGEST = 20_000
"""Characters of a line."""

_MARK = "\U0010fe0f"
_OPEN, _CLOSE, _HEAD = f"{_MARK}a", f"{_MARK}b", f"{_MARK}h"
_MARKS = re.compile(f"{_MARK}(?:a(\\d{{1,5}});|b|h(\\d))")
_ITEM = re.compile(r"(?:(?<![ \t])[ \t]+)?-(?:[ \t]+|$)")


class Line(NamedTuple):
    """One line. `level`: 1 to 6 for a heading, else 0. `links`: the addresses as stated of the links in it.

    `linked`: how much of it, from 0 to 1, is the text of links. `gap`: an empty line goes before.
    """

    text: str
    level: int = 0
    item: bool = False
    links: tuple[str, ...] = ()
    linked: float = 0.0
    gap: bool = False


def lines(tree: turbohtml.Node, *, folded: bool) -> tuple[Line, ...]:
    """The lines of a page without menus and footer; with `folded`, also those that show only after a click."""
    for element in tree.select(CHROME)[:MOST]:
        element.decompose()
    drop_unseen(tree) if folded else drop_hidden(tree)
    _unfold_tables(tree)
    apart(tree)
    hrefs = _mark(tree)
    return tuple(_read(tree.to_text(LAYOUT), hrefs))[:MOST]


def _unfold_tables(tree: turbohtml.Node) -> None:
    """Cells one below the other: a table lays out a page as often as it holds one."""
    cells = tree.select("td, th")
    if cells and len(cells) <= MOST:
        for cell in cells:
            cell.wrap_children(turbohtml.Element("div"))
        tree.strip_tags(TABLES)


def _mark(tree: turbohtml.Node) -> list[str]:
    hrefs: list[str] = []
    for link in tree.select("a[href]")[:MOST]:
        link.insert(0, turbohtml.Text(f"{_OPEN}{len(hrefs)};"))
        link.append(turbohtml.Text(_CLOSE))
        hrefs.append(link.attr("href") or "")
    for heading in tree.select(HEADINGS)[:MOST]:
        heading.insert(0, turbohtml.Text(f"{_HEAD}{heading.tag[1]}"))
    return hrefs


class _State:
    """What is open at the end of a line."""

    def __init__(self) -> None:
        self.level = 0
        self.item = False
        self.gap = False
        self.link: int | None = None


def _read(text: str, hrefs: list[str]) -> list[Line]:
    state = _State()
    found: list[Line] = []
    for raw in strip_controls(text).replace("\u00a0", " ").split("\n"):
        line = _line(raw[:LONGEST], hrefs, state)
        if line is not None:
            found.append(line)
    return found


def _line(raw: str, hrefs: list[str], state: _State) -> Line | None:
    """The line without its marks; null where nothing is left, and then what was marked stays open for the next."""
    item = _ITEM.match(raw)
    if item:
        raw, state.item = raw[item.end() :], True
    links = [] if state.link is None else [state.link]
    parts: list[str] = []
    linked = end = 0
    for mark in _MARKS.finditer(raw):
        part = raw[end : mark.start()]
        linked += 0 if state.link is None else len(part.strip())
        parts.append(part)
        end = mark.end()
        _turn(mark, state, links)
    parts.append(raw[end:])
    linked += 0 if state.link is None else len(parts[-1].strip())
    shown = " ".join("".join(parts).split())
    if bullet := BULLET.match(shown):
        shown, state.item = shown[bullet.end() :], True
    if not shown:
        state.gap = state.gap or not links
        return None
    made = Line(
        text=shown,
        level=state.level,
        item=state.item,
        links=tuple(hrefs[number] for number in dict.fromkeys(links) if number < len(hrefs)),
        linked=min(1.0, linked / len(shown)),
        gap=state.gap,
    )
    state.level, state.item, state.gap = 0, False, False
    return made


def _turn(mark: re.Match[str], state: _State, links: list[int]) -> None:
    if mark[1]:
        state.link = int(mark[1])
        links.append(state.link)
    elif mark[2]:
        state.level = min(6, int(mark[2]))
    else:
        state.link = None
