"""Values that scripts write as JavaScript literals, not as JSON: single quotes, bare names, commas that end a list.

Pure. Called by the adapters of boards whose pages hold such values. One pass over the tokens, strings kept whole; what
is neither literal nor punctuation (a call, an expression) makes the value unreadable, which is null.
"""

from __future__ import annotations

import json
import re

MOST = 4_000_000
TOKEN = re.compile(
    r"\s{1,100000}|//[^\n]{0,10000}|/\*[^*]{0,10000}\*/"
    r"|'(?P<single>(?:[^'\\\n]|\\.){0,200000})'|\"(?P<double>(?:[^\"\\\n]|\\.){0,200000})\""
    r"|(?P<number>-?\d{1,20}(?:\.\d{1,20})?)|(?P<name>[A-Za-z_$][\w$]{0,100})|(?P<mark>[\[\]{},:])"
)
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
NAMES = {"true": "true", "false": "false", "null": "null", "undefined": "null", "NaN": "null"}
PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": ""}


def assigned(source: str, name: str) -> object:
    """The list or object in `name = [...]`; null where there is none that can be read."""
    for found in re.finditer(rf"{re.escape(name)}\s{{0,9}}[=:]\s{{0,9}}(?=[\[{{])", source):
        return literal(source, found.end())
    return None


def literal(source: str, start: int) -> object:
    """The list or object that begins at `start`."""
    parts: list[str] = []
    depth = 0
    position, end = start, min(len(source), start + MOST)
    while position < end and (token := TOKEN.match(source, position, end)):
        position = token.end()
        written = _written(token)
        if written in ("]", "}") and parts and parts[-1] == ",":
            parts.pop()
        if written:
            parts.append(written)
        depth += (written in ("[", "{")) - (written in ("]", "}"))
        if depth <= 0 and parts:
            return _decoded("".join(parts))
    return None


def _written(token: re.Match[str]) -> str:
    """A token as JSON has it; empty for blanks and comments."""
    kind = token.lastgroup
    if kind in ("single", "double"):
        return json.dumps(ESCAPE.sub(_escaped, token[kind]))
    if kind == "name":
        return NAMES.get(token[kind]) or json.dumps(token[kind])
    return token[kind] if kind else ""


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else PLAIN.get(match[3], match[3])


def _decoded(written: str) -> object:
    """The value. Halves of a character that were escaped one by one are put together."""
    try:
        value: object = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return value
