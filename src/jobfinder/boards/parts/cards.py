"""Vendors' own markup, where a page has no structured data: texts and markup of elements by their selectors.

Pure. Called by the adapters of boards that render their lists and postings as pages. What is not there is null or
empty. To extend: one small function.
"""

from __future__ import annotations

import re

from jobfinder.read.dom import Document, Element
from jobfinder.read.text import clean

NUMBER = re.compile(r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3}){1,3}(?!\d)|\d{1,9}")
Root = Document | Element


def text(root: Root, *selectors: str) -> str | None:
    """The text of the first of these elements that has one, in one line."""
    for css in selectors:
        if (found := root.first(css)) and (words := clean(found.text)):
            return words
    return None


def texts(root: Root, css: str) -> tuple[str, ...]:
    """The texts of all elements that match and have one."""
    return tuple(words for found in root.select(css) if (words := clean(found.text)))


def html(root: Root, *selectors: str) -> str:
    """What stands inside the elements of these selectors, one after the other; empty where there are none."""
    return "\n".join(inner for css in selectors for found in root.select(css) if (inner := found.html.strip()))


def attr(root: Root, css: str, name: str) -> str | None:
    """An attribute of the first element that matches; null where it is empty."""
    found = root.first(css)
    return (found.attr(name) or None) if found else None


def grouped(root: Root, lead: str, facts: tuple[str, ...]) -> tuple[tuple[Element, dict[str, Element]], ...]:
    """Elements of the class `lead`, each with those of the classes `facts` that follow it before the next one."""
    found: list[tuple[Element, dict[str, Element]]] = []
    for element in root.select(", ".join(f".{name}" for name in (lead, *facts))):
        classes = (element.attr("class") or "").split()
        if lead in classes:
            found.append((element, {}))
        elif found and (fact := next((name for name in facts if name in classes), None)):
            found[-1][1].setdefault(fact, element)
    return tuple(found)


def labelled(pairs: tuple[tuple[str | None, str | None], ...]) -> dict[str, str]:
    """Values by their labels, those in lower case and without their colon; the first of a label counts."""
    found: dict[str, str] = {}
    for name, value in pairs:
        if name and value:
            found.setdefault(name.strip(" :\u00a0").lower(), value)
    return found


def count(stated: str | None) -> int | None:
    """The first whole number in a text ("全 1,200 件", "1 240 offres"); null where there is none."""
    found = NUMBER.search(stated or "")
    return int(re.sub(r"\D", "", found[0])) if found else None
