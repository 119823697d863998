"""Small helpers for HTML: escaping, whole documents, and a posting's text as HTML or plain text."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from jobfinder.demo.records import Body

TAG = re.compile(r"<[^<>]*>")


def esc(text: object) -> str:
    """Text safe inside elements and quoted attributes."""
    return html.escape(str(text), quote=True)


def document(title: str, body: str, *, head: str = "", lang: str = "en") -> str:
    """A complete HTML page. `title` is escaped, `head` and `body` are HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{esc(title)}</title>{head}</head>'
        f"<body>{body}</body></html>\n"
    )


def meta(name: str, content: object) -> str:
    """One `<meta>`; names with a colon are properties, as Open Graph has them."""
    kind = "property" if ":" in name else "name"
    return f'<meta {kind}="{name}" content="{esc(content)}">'


def linked_data(data: dict[str, Any]) -> str:
    """A JSON-LD block that cannot be ended from within."""
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\u0021--")
    return f'<script type="application/ld+json">{text}</script>'


def link(href: str, text: object, *, rel: str = "") -> str:
    """One anchor."""
    extra = f' rel="{rel}"' if rel else ""
    return f'<a href="{esc(href)}"{extra}>{esc(text)}</a>'


def paragraphs(lines: tuple[str, ...]) -> str:
    """One `<p>` a line."""
    return "\n".join(f"<p>{esc(line)}</p>" for line in lines)


def bullets(items: tuple[str, ...]) -> str:
    """List items without the list around them."""
    return "".join(f"<li>{esc(item)}</li>\n" for item in items)


def body_html(body: Body) -> str:
    """The text of a posting as HTML."""
    if body.raw is not None:
        return body.raw
    lists = "\n".join(f"<h3>{esc(heading)}</h3>\n<ul>\n{bullets(items)}</ul>" for heading, items in body.lists)
    return "\n".join(part for part in (paragraphs(body.opening), lists, paragraphs(body.closing)) if part)


def body_plain(body: Body) -> str:
    """The text of a posting without markup, as providers that offer both have it."""
    if body.raw is not None:
        return html.unescape(TAG.sub(" ", body.raw)).strip()
    lists = (f"{heading}\n" + "\n".join(f"- {item}" for item in items) for heading, items in body.lists)
    return "\n\n".join((*body.opening, *lists, *body.closing))
