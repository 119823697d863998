"""XML from strangers as plain values: parsed without entities, network or unlimited trees.

Pure. Called by `read.feed`; of use to any board that answers in XML. An element becomes its text, or an object of its
children by name; names are local and in plain form ("job_listing:job_type" → "jobtype"), each with the list of its
values. Raises `Broken` for documents that declare entities of their own: no honest feed does.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml import etree

from jobfinder.errors import Broken
from jobfinder.read.values import JSON, Object

PROLOG = 20_000
SUBSET = re.compile(rb"<\s*!\s*(?:DOCTYPE[^>\[]{0,2000}\[|ENTITY)", re.IGNORECASE)
DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s?=\s?[\"'](?!utf-?8)", re.IGNORECASE)
ENCODING = re.compile(r"\sencoding\s?=\s?[\"'][\w.:-]{0,40}[\"']")
CHARSET = re.compile(r"charset\s?=\s?[\"']?([\w.:-]{1,40})", re.IGNORECASE)
AMPERSAND = re.compile(rb"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};)(?:([A-Za-z][A-Za-z0-9]{1,30});)?")
HALVES = re.compile(
    rb"&#(?:0{0,8}(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3])|[xX]0{0,8}[dD][89a-fA-F]\w{2});?"
)
"""References to halves of characters, which the parser takes and then fails on."""
XML_NAMES = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
FOREIGN = re.compile(r"search\.yahoo\.com/mrss|itunes|georss|google\.com/schemas/sitemap", re.IGNORECASE)
"""Vocabularies on pictures and sound, whose titles and descriptions are not those of the item."""
MARKUP = frozenset({"description", "content", "summary", "encoded", "body", "jobdescription"})
KEEP_ATTRIBUTES = frozenset({"link", "category", "source", "enclosure"})
MOST_BYTES = 30_000_000
MOST_CHILDREN = 20_000
DEPTH = 6
NAMES = 512
"""Names that are remembered: the elements of a document have few, and each many times."""


class Element(NamedTuple):
    """A parsed document's root. `complete`: the document ends as it should; a cut one does not."""

    node: etree._Element
    name: str
    complete: bool


def root(body: bytes, content_type: str | None = None) -> Element | None:
    """The root element, null where the bytes are no XML. Raises `Broken` for declared entities."""
    source = _utf8(body[:MOST_BYTES], content_type)
    if SUBSET.search(source[:PROLOG]):
        raise Broken("the XML declares entities of its own; it is not read")
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        node = etree.fromstring(AMPERSAND.sub(_numbered, HALVES.sub(b"", source)), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if node is None:
        return None
    _refuse_entities(node)
    return Element(node, name_of(node), _complete(node, source))


def _complete(node: etree._Element, source: bytes) -> bool:
    end = source[-2000:].decode("utf-8", "replace").rstrip()
    closing = rf"</\s?(?:[\w-]{{1,40}}:)?{re.escape(local(node))}\s?>"
    return bool(re.search(closing, end)) or (len(node) == 0 and end.endswith("/>"))


def _refuse_entities(node: etree._Element) -> None:
    declared = node.getroottree().docinfo.internalDTD
    if declared is not None and any(declared.iterentities()):  # type: ignore[attr-defined]
        raise Broken("the XML declares entities of its own; it is not read")


def _utf8(body: bytes, content_type: str | None) -> bytes:
    """The bytes; as UTF-8 where they are not declared as something else."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = body.decode("utf-16", "replace")
        return (ENCODING.sub("", text[:PROLOG], count=1) + text[PROLOG:]).encode("utf-8", "replace")
    if DECLARED.match(body):
        return body.lstrip()
    stated = CHARSET.search(content_type or "")
    for encoding in ("utf-8-sig", stated[1] if stated else "latin-1", "latin-1"):
        try:
            return body.decode(encoding).lstrip().encode("utf-8", "replace")
        except (UnicodeError, LookupError):
            continue
    return body


def _numbered(match: re.Match[bytes]) -> bytes:
    """HTML's named entities, which XML does not know, by number; a bare ampersand escaped."""
    if match[1] is None:
        return b"&amp;"
    if match[1] in XML_NAMES:
        return match[0]
    text = html.unescape(match[0].decode("ascii"))
    return match[0] if text.startswith("&") else "".join(f"&#{ord(char)};" for char in text).encode("ascii")


# ---------------------------------------------------------------- elements


def local(node: etree._Element) -> str:
    """The name without its namespace, as spelt."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def name_of(node: etree._Element) -> str:
    """The name in plain form; empty for what is no element, or one of a foreign vocabulary."""
    tag = node.tag
    return _name_of(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=NAMES)
def _name_of(tag: str) -> str:
    vocabulary, _, name = tag.rpartition("}")
    return "" if FOREIGN.search(vocabulary) else plain_name(name)


def plain_name(name: str) -> str:
    """A field's name without case and separators: "job_type" and "jobType" are "jobtype"."""
    return re.sub(r"[\W_]+", "", name[:100].rpartition(":")[2]).lower()


def children(node: etree._Element) -> list[etree._Element]:
    """The child elements, in order."""
    return [child for child in islice(node, MOST_CHILDREN) if name_of(child)]


def fields(node: etree._Element, depth: int = DEPTH) -> Object:
    """The children of an element by plain name, each name with its values in order."""
    found: dict[str, list[JSON]] = {}
    for child in islice(node, MOST_CHILDREN):
        if name := name_of(child):
            found.setdefault(name, []).append(_value(child, depth - 1))
    return dict(found)


def _value(node: etree._Element, depth: int) -> JSON:
    name = name_of(node)
    inner = children(node)
    if name in MARKUP and inner:
        return _inner(node)
    if name in KEEP_ATTRIBUTES and node.attrib:
        kept: Object = {str(key).lower(): str(value) for key, value in node.attrib.items()}
        return kept | {"value": _text(node)}
    if inner and depth > 0:
        return fields(node, depth)
    return _text(node)


def _text(node: etree._Element) -> str:
    return text_of(node).strip()


def text_of(node: etree._Element) -> str:
    """All text inside, as stated."""
    return "".join(map(str, node.itertext())) if len(node) else node.text or ""


def _inner(node: etree._Element) -> str:
    parts = [etree.tostring(child, encoding="unicode", with_tail=True) for child in node]
    return (node.text or "") + "".join(parts)
