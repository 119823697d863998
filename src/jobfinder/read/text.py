"""Markup and untrusted strings to text that can be stored, shown and read.

Pure. Called by every reader of pages, feeds and boards. `plain` for descriptions, `markup` for the markup that is kept
beside, `label` for one-line fields that may carry entities (titles, names), `clean` for one-line fields without,
`strip_controls` where lines matter. Nothing that could move a terminal's cursor, turn the reading direction or hide an
instruction comes through.
To extend: a kind of hidden element in `read.hidden`, an invisible character in INVISIBLE.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache, partial

import turbohtml
from turbohtml import PlainText

from jobfinder.read.hidden import drop_by_sheet, drop_hidden
from jobfinder.read.inline import apart

ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|[\]PX^_][^\x07\x1b\x9c\n]{0,2000}(?:\x07|\x1b\\|\x9c)?|[ -~])"
)
"""Terminal sequences: CSI, the strings of OSC, DCS, SOS, PM and APC, and two-character ones."""
BREAKS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Controls, bidirectional marks, zero-width characters, fillers, surrogates, tag characters, variation selectors."""
_PICTURES = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
SELECTOR = re.compile(f"[\ufe0e\ufe0f](?<![{_PICTURES}][\ufe0e\ufe0f])(?!\u20e3)")
"""One selector behind a picture says how it is drawn; any other, or a row of them, can only carry what nobody sees."""
UNCLEAN = re.compile(f"[\x0b-\r\x85\u2028\u2029\ufe0e\ufe0f{_INVISIBLE}]")
"""Whatever `strip_controls` changes begins with one of these."""
SELECTORS = frozenset("\ufe0e\ufe0f")
CONTEXTUAL = SELECTORS | frozenset("\x1b\r\x0b\x0c\x85\u2028\u2029")
"""Those of which more than the character itself is changed, or not always."""
FEW = 5
"""So many kinds of invisible characters are faster removed one after the other."""
COMMON = bytes(range(0x20, 0x7F)) + b"\t\n"
REFERENCE = re.compile(r"&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z]{2,31};|shy\b)")

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
TAG = re.compile(r"<(?:[a-zA-Z/][^<>]{0,2000}|!--[^<>]{0,2000})>")
ESCAPED_TAG = re.compile(r"&(?:amp;){0,3}lt;(?:/|!--)?[a-zA-Z]")
BLOCK = re.compile(r"<(?:p|br|div|li|[uo]l|h[1-6]|t[rdh]|table|section|article|pre|dd|dt|blockquote)\b", re.IGNORECASE)
FORMATTING = re.compile(
    r"</?(?:b|i|u|em|strong|span|small|sup|sub|font|a|p|br|div|li|ul|mark|h[1-6])(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
WHOLE_PAGE = re.compile(r"<(?=[hHtTbB][tTeEiIoO])(?:html|head|title|body)\b", re.IGNORECASE)
HEAD = 2_000
"""A whole page has one of these among its first characters. Any other markup is of a body: what only heads may hold
("noscript") would spill its text out of a head.
"""
_BULLETS = "•·▪●◦‣⁃∙■□➢➤✓✔–—*-"
BULLETS = frozenset(_BULLETS)
BULLET = re.compile(rf"[{_BULLETS}][ \t\u00a0]+(?=\S)")
MARK_ALONE = re.compile(r"-|\*|\d{1,3}\.")
LONGEST_MARK = 4
LAYOUT = PlainText(bullet="- ", layout="strict")
MOST = 1_000_000
"""Characters of markup that are read; no description is longer."""


def plain(markup: str) -> str:
    """Description markup as text: paragraphs apart, list items as "- item" lines, hidden elements dropped.

    Markup that was escaped once or twice is unescaped first. Text without any markup keeps its lines.
    """
    text = unescaped(markup)
    if not has_tags(text):
        return tidy(_entities(text))
    if not BLOCK.search(text):
        text = text.replace("\n", "<br>")
    tree = turbohtml.parse(text if WHOLE_PAGE.search(text, 0, HEAD) else f"<body>{text}", positions=False)
    drop_by_sheet(tree)
    return rendered(tree)


def rendered(tree: turbohtml.Node) -> str:
    """The visible text of a parsed tree, laid out as `plain` does. Hidden elements are removed from the tree."""
    drop_hidden(tree)
    apart(tree)
    return tidy(tree.to_text(LAYOUT))


def markup(source: str) -> str:
    """Markup that can be stored: without control and invisible characters, also where they are written as entities."""
    kept = strip_controls(source)
    for blank in ("", "", "", " ") if "&" in kept else ():
        unseen = {name for name in set(REFERENCE.findall(kept)) if _is_unseen(name)}
        if not unseen:
            break
        # What stood on both sides of a reference may be one when it is gone; a blank keeps them apart in the end.
        kept = REFERENCE.sub(partial(_without, unseen, blank), kept)
    return kept


@lru_cache(maxsize=1_024)
def _is_unseen(name: str) -> bool:
    return not strip_controls(html.unescape(name))


def _without(unseen: set[str], blank: str, match: re.Match[str]) -> str:
    return blank if match[0] in unseen else match[0]


def tidy(text: str) -> str:
    """Lines trimmed, bullets of all kinds as "- ", at most one empty line in a row, no control characters."""
    lines: list[str] = []
    last, alone = "", False
    for line in map(str.strip, strip_controls(text).replace("\u00a0", " ").split("\n")):
        if line:
            if line[0] in BULLETS and len(line) > 1 and (line[:2] != "- " or line[2].isspace()):
                bullet = BULLET.match(line)
                line = f"- {line[bullet.end() :]}" if bullet else line
            if alone:
                line = line if line[:2] == "- " else f"{last} {line}"
                lines[-1] = line
            else:
                lines.append(line)
            alone = line == "-" or (len(line) <= LONGEST_MARK and MARK_ALONE.fullmatch(line) is not None)
            last = line
        elif last and not alone:
            lines.append("")
            last = ""
    if alone:
        lines.pop()
    return "\n".join(lines).strip()


def label(markup: str | None) -> str | None:
    """One line out of a field that may carry entities or formatting ("R&amp;amp;D <b>Engineer</b>"); null when empty.

    Other tags stay as the characters they are: nothing is executed here, and everybody reads the same title.
    """
    if not markup:
        return None
    if "&" not in markup and "<" not in markup:
        return clean(markup[:MOST])
    text = _entities(_entities(markup[:MOST]))
    return clean(FORMATTING.sub(" ", text)) if BLOCK.search(text) else clean(FORMATTING.sub("", text))


def clean(text: str | None) -> str | None:
    """One line, white space collapsed, nothing invisible; null when nothing is left."""
    if not text:
        return None
    seen = text if text.isascii() and text.isprintable() else strip_controls(text)
    return " ".join(seen.split()) or None


def strip_controls(text: str) -> str:
    """The text with its lines and tabs, without control characters, terminal sequences and invisible characters."""
    if text.isascii() and text.isprintable():
        return text
    unclean = set(UNCLEAN.findall(uncommon(text)))
    if not unclean:
        return text
    if not unclean.isdisjoint(CONTEXTUAL):
        text = BREAKS.sub("\n", ESCAPES.sub("", text).replace("\r\n", "\n"))
        text = SELECTOR.sub("", text)
    if len(unclean) > FEW:
        return INVISIBLE.sub("", text)
    for one in unclean - SELECTORS:
        text = text.replace(one, "")
    return text


def uncommon(text: str) -> str:
    """Its characters that are none of printable ASCII, tabs and ends of lines: the few that need a closer look.

    Going through the bytes takes a tenth of what looking for a class of characters in the whole text does.
    """
    return text.encode("utf-8", "surrogatepass").translate(None, COMMON).decode("utf-8", "surrogatepass")


def has_tags(text: str) -> bool:
    """Is it markup, not plain text?"""
    return "<" in text and TAG.search(text) is not None


def unescaped(markup: str) -> str:
    """Markup as such where it was escaped as a whole, once or twice, as many feeds and boards do."""
    markup = markup[:MOST]
    for _ in range(2):
        if has_tags(markup) or not ESCAPED_TAG.search(markup):
            break
        markup = turbohtml.unescape(markup)
    return markup


def _entities(text: str) -> str:
    """Entities that end in a semicolon: "R&D" and "?a=1&copy=2" stay as they are."""
    return ENTITY.sub(lambda match: html.unescape(match[0]), text)
