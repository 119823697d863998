"""The data that a page carries for its own scripts: `__NEXT_DATA__`, `window.__INITIAL_STATE__ = …`, streamed rows.

Pure. Called by `boards.parts.shown`, which has `read.records` look for postings in it. Ways of embedding that are read:
scripts of a JSON type, values that scripts assign or hand to `JSON.parse`, the rows that React streams
(`__next_f.push`), values flattened into one list (Nuxt, React Router), attributes that hold JSON. Nothing is executed.
Pages may be hostile: what is tried and what is decoded is bounded. To extend: an attribute in HOLDERS, a way in
`values`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from jobfinder.read.dom import Document
from jobfinder.read.values import JSON, Object

JOBS = re.compile(
    r"job|position|vacanc|opening|requisition|posting|career|stelle|emploi|empleo|vaga|title", re.IGNORECASE
)
"""A script without any of these words holds no postings."""
TYPES = frozenset({"application/json", "text/json", "application/vnd.api+json", "text/x-json"})
HOLDERS = (
    *("data-page", "data-props", "data-react-props", "data-initial-state", "data-state", "data-json", "data-jobs"),
    *("data-vacancies", "data-positions", "data-openings", "data-model", ":jobs", ":vacancies", ":positions"),
)
ASSIGNED = re.compile(r"(?:[\w$\])]\s{0,5}=|\breturn|\bpush\()\s{0,20}(?=[\[{])")
PARSED = re.compile(r"JSON\.parse\(\s{0,20}(?:decodeURIComponent\(\s{0,20})?(?=[\"'`])")
STRING = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'", re.DOTALL)
PUSHED = re.compile(r"__next_f\.push\(\[\s{0,9}1,\s{0,9}(?=\")")
STREAMED = re.compile(r"(?:streamController|__reactRouterContext\.stream)[\w.]{0,40}\.enqueue\(\s{0,9}(?=\")")
ROW = re.compile(r"([0-9a-f]{1,6}):(T([0-9a-f]{1,6}),)?")
MOST_BYTES = 6_000_000
MOST_TRIES = 60
SHORTEST = 100
"""Characters below which a value is none that lists postings."""
MOST_VALUES = 200
MOST_ROWS = 20_000
DEPTH = 6
_DECODER = json.JSONDecoder(strict=False)


def values(document: Document) -> Iterator[JSON]:
    """The JSON values of a page, those made for data first."""
    scripts = document.scripts()
    telling = [source for source in scripts if len(source) >= SHORTEST and JOBS.search(source)]
    yield from islice(chain(_typed(document), _held(document), _streams(scripts), _assigned(telling)), MOST_VALUES)


def _typed(document: Document) -> Iterator[JSON]:
    """Scripts of a JSON type; Nuxt's is flattened."""
    for kind in TYPES:
        for source in document.scripts(kind):
            value = _decoded(source.strip())
            yield _unfolded(value) if _is_flat(value) else value


def _held(document: Document) -> Iterator[JSON]:
    for name in HOLDERS:
        css = f"[{name}]" if not name.startswith(":") else f"[\\{name}]"
        for element in document.select(css)[:MOST_TRIES]:
            stated = (element.attr(name) or "").strip()
            if stated[:1] in ("{", "[") and len(stated) >= SHORTEST:
                yield _decoded(stated if '"' in stated else html.unescape(stated))


def _decoded(source: str) -> JSON:
    """The value; null where it cannot be read."""
    try:
        value: JSON = _DECODER.raw_decode(source[:MOST_BYTES])[0]
    except (ValueError, RecursionError):
        return None
    return value


# ---------------------------------------------------------------- scripts


def _assigned(sources: Sequence[str]) -> Iterator[JSON]:
    """Objects and lists that scripts assign, or parse out of a text; what lies inside one is not tried again."""
    for source in sources:
        end = tries = 0
        for found in ASSIGNED.finditer(source):
            if found.end() < end or tries >= MOST_TRIES:
                continue
            tries += 1
            value, stop = _value_at(source, found.end())
            if value is not None and stop - found.end() >= SHORTEST:
                end = stop
                yield value
        yield from _parsed(source)


def _value_at(source: str, start: int) -> tuple[JSON, int]:
    """The value that begins there, and where it ends; null where none can be read."""
    try:
        value, stop = _DECODER.raw_decode(source, start)
    except (ValueError, RecursionError):
        return None, start
    return value, stop


def _parsed(source: str) -> Iterator[JSON]:
    for _, found in zip(range(MOST_TRIES), PARSED.finditer(source), strict=False):
        text = _string(source, found.end())
        if text and len(text) >= SHORTEST:
            yield _decoded(text.strip())


def _string(source: str, start: int) -> str | None:
    """The text of the JavaScript string that begins there."""
    found = STRING.match(source, start)
    if found is None:
        return None
    inner = found[0][1:-1]
    quoted = inner.replace("\\'", "'").replace('"', '\\"') if found[0][0] == "'" else inner
    text = _decoded(f'"{quoted}"')
    return text if isinstance(text, str) else None


# ---------------------------------------------------------------- streams


def _streams(sources: Sequence[str]) -> Iterator[JSON]:
    """What React streams in pieces, put together again."""
    rows = "".join(_pieces(sources, PUSHED))
    if JOBS.search(rows):
        yield from _flight(rows)
    flat = "".join(_pieces(sources, STREAMED))
    for line in flat.split("\n")[:MOST_TRIES] if flat else ():
        value = _decoded(line.partition(":")[2] if line[:1] == "P" else line)
        if _is_flat(value):
            yield _unfolded(value)


def _pieces(sources: Sequence[str], opening: re.Pattern[str]) -> Iterator[str]:
    for source in sources:
        for found in opening.finditer(source):
            text = _string(source, found.end())
            if text:
                yield text


def _flight(rows: str) -> Iterator[JSON]:
    """The rows of React's wire format: values, one a line, and long texts that values point at by `$` and number."""
    texts: dict[str, str] = {}
    found: list[JSON] = []
    position = 0
    while position < len(rows):
        row = ROW.match(rows, position)
        if row is not None and row[2]:
            text = _of_bytes(rows, row.end(), int(row[3], 16))
            texts[f"${row[1]}"] = text
            position = row.end() + len(text)
            continue
        end = rows.find("\n", position)
        end = end if end >= 0 else len(rows)
        if row is not None and rows[row.end() : row.end() + 1] in ("[", "{"):
            found.append(_decoded(rows[row.end() : end]))
        position = end + 1
    yield from (_with_texts(value, texts) for value in found[:MOST_VALUES])


def _of_bytes(text: str, start: int, size: int) -> str:
    """The part of a text that has so many bytes in UTF-8."""
    return text[start : start + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")


def _with_texts(value: JSON, texts: dict[str, str]) -> JSON:
    """The value with its pointers to texts followed."""
    if not texts:
        return value
    waiting = [value]
    while waiting:
        part = waiting.pop()
        inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, one in list(inside):
            if isinstance(one, str) and one in texts:
                part[key] = texts[one]  # type: ignore[index,call-overload]
            elif isinstance(one, dict | list):
                waiting.append(one)
    return value


# ---------------------------------------------------------------- flattened values


def _is_flat(value: JSON) -> bool:
    """A list of values in which objects point at one another by their number."""
    if not isinstance(value, list) or len(value) < 4:
        return False
    objects = [part for part in value[:500] if isinstance(part, dict) and part]
    pointing = [part for part in objects if all(isinstance(one, int) for one in part.values())]
    return len(pointing) > 0 and len(pointing) * 10 >= len(objects) * 8


def _unfolded(flat: JSON) -> JSON:
    """The objects of a flattened value, those of one shape in one list: where they stood is of no use."""
    assert isinstance(flat, list)
    shapes: dict[frozenset[str], list[JSON]] = {}
    for part in flat[:MOST_ROWS]:
        if isinstance(part, dict) and len(part) > 1:
            row = _row(part, flat, DEPTH - 3)
            shapes.setdefault(frozenset(row), []).append(row)
    return {str(number): rows for number, rows in enumerate(shapes.values())}


def _row(part: Object, flat: list[JSON], depth: int) -> Object:
    return {_key(key, flat): _pointed(one, flat, depth) for key, one in part.items()}


def _key(key: str, flat: list[JSON]) -> str:
    """React Router writes names as pointers, too: `_12`."""
    name = flat[int(key[1:])] if re.fullmatch(r"_\d{1,9}", key) and int(key[1:]) < len(flat) else key
    return name if isinstance(name, str) else key


def _pointed(pointer: JSON, flat: list[JSON], depth: int) -> JSON:
    if not isinstance(pointer, int) or isinstance(pointer, bool) or not 0 <= pointer < len(flat):
        return None
    value = flat[pointer]
    if isinstance(value, dict):
        return _row(value, flat, depth - 1) if depth > 0 else None
    if isinstance(value, list):
        return [_pointed(one, flat, depth - 1) for one in value[:50]] if depth > 0 else None
    return value
