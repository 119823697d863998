"""Answers damaged at random, but the same ones every time: bytes, JSON, markup.

Used by `test_fuzz` and by `benchmarks/fuzz.py`. `damaged` makes one answer out of another; `fuzz` reads many of them
and says what came of it. It runs in a process that can be stopped, so it takes and gives what can be pickled.
"""

from __future__ import annotations

import json
import time
import traceback
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

import msgspec

from jobfinder.boards import registry
from jobfinder.errors import StepError
from jobfinder.model import Page, Ref, Request, Response
from jobfinder.steps.company_extract import extracted
from jobfinder.steps.company_fetch import board_links, onward, stated_home
from jobfinder.steps.found import seen
from jobfinder.steps.web import leads

ODD_BYTES = (
    *(b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"&#xD800;"),
    *(b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"&", b"&amp;", b"&#0;", b"&#99999999;", b'"', b"'"),
    *(b"{", b"}", b"[", b"]", b",", b":", b"null", b"1e999", b"-0", b"9" * 400, b"[" * 600, b'{"a":' * 600),
    *(b"<div>" * 600, b" " * 3000, b"\x1b]52;c;YQ==\x07", "‮".encode(), "\U000e0041".encode()),
)
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**30, 2**63, 1e308, -1e308, float("inf"), float("nan"), 0.1),
    *("", " ", "0", "-1", "null", "1e999", "9" * 400, "\ud800", "\x00", "\x1b[31m", "‮", "=1+1", "a" * 5000),
    *("https://", "http://[", "//x", "javascript:alert(1)", "https://127.1/", "mailto:a@b", "<b>", "&lt;p&gt;", "%%%"),
    *("2026-99-99", "0000-00-00T00:00:00Z", "9999999999999999", "tomorrow", "Remote, US", "EUR 1 - 2", "1.000.000,00"),
    *([], {}, [None], [[]], [{}], {"": None}, {"id": {}}, [["x"]], [{"name": ["x"]}]),
)


class Seed(NamedTuple):
    """An answer to begin with. `url` is where it came from, `kind` its content type."""

    name: str
    ref: Ref
    url: str
    kind: str
    body: bytes


class Report(NamedTuple):
    """What came of reading so many damaged answers. `defects`: what was no page and no error of ours.

    `slowest`: seconds of computing that the slowest took.
    """

    tried: int
    pages: int
    postings: int
    errors: Counter[str]
    defects: tuple[str, ...]
    slowest: float


Reader = Callable[[Seed, Response], object]


def as_page(seed: Seed, response: Response) -> object:
    """As the answer of its board."""
    return registry.parse(seed.ref, response)


def as_leads(seed: Seed, response: Response) -> object:
    """As a page that leads somewhere."""
    return leads(response), onward(response), board_links(response), stated_home(response)


def as_site(seed: Seed, response: Response) -> object:
    """As a page of a company's own site."""
    return extracted((response,), (), seed.url)


def fuzz(seed: Seed, count: int, salt: int, reader: Reader = as_page) -> Report:
    """Read `count` damaged answers. `salt` tells one series from another."""
    random = Random(f"{seed.name} {salt}")
    pages, postings, errors, defects, slowest = 0, 0, Counter[str](), [], 0.0
    for number in range(count):
        response = Response(
            url=seed.url,
            status=200,
            body=damaged(seed.body, random),
            headers=(("content-type", seed.kind),),
            request=Request(url=seed.url),
        )
        began = time.process_time()
        try:
            found = reader(seed, response)
            pages, postings = pages + 1, postings + len(getattr(found, "postings", ()))
            check(found)
        except StepError as error:
            errors[type(error).__name__] += 1
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            where = traceback.extract_tb(error.__traceback__)[-1]
            defects.append(f"{seed.name} #{number}: {error!r:.200} at {where.filename}:{where.lineno}")
        slowest = max(slowest, time.process_time() - began)
    return Report(count, pages, postings, errors, tuple(defects), slowest)


def check(found: object) -> None:
    """What must hold of whatever was read. Raises."""
    msgspec.json.encode(found)
    for posting in found.postings if isinstance(found, Page) else ():
        assert posting.title.strip(), "a posting without a title"
        seen(posting, None, "https://fernmoor.example/careers", whole=True)


# ---------------------------------------------------------------- damage


def damaged(body: bytes, random: Random) -> bytes:
    """The answer with one to four things wrong with it."""
    for _ in range(random.choice((1, 1, 2, 4))):
        value = _value(body) if body[:1] in (b"{", b"[") and random.random() < 0.7 else None
        if value is not None:
            body = json.dumps(_restructured(value, random)).encode()
        else:
            body = random.choice(BYTES)(body, random)
    return body


def _value(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _spot(body: bytes, random: Random) -> tuple[int, int]:
    """Where a piece begins and ends; mostly a short one."""
    start = random.randrange(len(body) + 1)
    return start, min(len(body), start + int(random.expovariate(1 / 40)))


def truncate(body: bytes, random: Random) -> bytes:
    return body[: random.randrange(len(body) + 1)]


def drop(body: bytes, random: Random) -> bytes:
    start, end = _spot(body, random)
    return body[:start] + body[end:]


def repeat(body: bytes, random: Random) -> bytes:
    start, end = _spot(body, random)
    return body[:end] + body[start:end] * random.choice((1, 2, 50)) + body[end:]


def insert(body: bytes, random: Random) -> bytes:
    start, _ = _spot(body, random)
    return body[:start] + random.choice(ODD_BYTES) + body[start:]


def replace(body: bytes, random: Random) -> bytes:
    start, end = _spot(body, random)
    return body[:start] + random.choice(ODD_BYTES) + body[end:]


def flip(body: bytes, random: Random) -> bytes:
    changed = bytearray(body)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def swap(body: bytes, random: Random) -> bytes:
    (a, b), (c, d) = sorted((_spot(body, random), _spot(body, random)))
    return body if b > c else body[:a] + body[c:d] + body[b:c] + body[a:b] + body[d:]


def unmark(body: bytes, random: Random) -> bytes:
    """Take away one sign of markup or structure."""
    places = [index for index, byte in enumerate(body[:200_000]) if byte in b"<>\"'/{}[],:=&;"]
    at = random.choice(places) if places else 0
    return body[:at] + body[at + 1 :]


BYTES = (truncate, drop, repeat, insert, insert, replace, replace, flip, swap, unmark)


def _restructured(value: Any, random: Random) -> Any:
    """The JSON value with something about it changed, somewhere inside."""
    places: list[tuple[Any, Any]] = []
    _places(value, places)
    if not places:
        return random.choice(ODD_VALUES)
    holder, key = random.choice(places)
    change = random.randrange(6)
    if change == 0:
        del holder[key]
    elif change == 1 and isinstance(holder, list):
        holder.insert(key, holder[key])
    elif change == 2:
        other, name = random.choice(places)
        holder[key] = json.loads(json.dumps(other[name]))
    elif change == 3:
        holder[key] = [holder[key]]
    elif change == 4 and isinstance(holder[key], str):
        holder[key] = random.choice((holder[key] * 50, holder[key][:3], "\ud800" + holder[key], f"<p>{holder[key]}"))
    else:
        holder[key] = random.choice(ODD_VALUES)
    return value


def _places(value: Any, found: list[tuple[Any, Any]], depth: int = 40) -> None:
    """Every place inside where a value stands: its holder, and its key there."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        if depth:
            _places(value[key], found, depth - 1)


# ---------------------------------------------------------------- seeds


def shortened(body: bytes, most: int) -> bytes:
    """A large answer with all of its structure and less of its content."""
    value = _value(body) if len(body) > most else None
    return body[:most] if value is None and len(body) > most else body if value is None else _few(value)


def _few(value: Any) -> bytes:
    return json.dumps(_thinned(value)).encode()


def _thinned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _thinned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_thinned(one) for one in value[:2]]
    return value[:2000] if isinstance(value, str) else value
