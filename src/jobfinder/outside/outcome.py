"""What an HTTP status means for the step that asked. Pure; the whole table is here.

Called by `http`. 2xx, 404 and 410 are answers; everything else is one of the errors of `jobfinder.errors`.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import parsedate_to_datetime

from jobfinder.errors import Broken, Fault, Refused, StepError
from jobfinder.model import Record

Headers = tuple[tuple[str, str], ...]

DAY = 86_400.0
LONGEST_REST = 7 * DAY
SHORTEST_REST = 1.0
UNSTATED_REST = 60.0
ROBOTS_REST = 600.0

NOT_THERE = frozenset({404, 410})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WALLS = frozenset({401, 403, 407, 451, 999})
_OUR_FAULT = frozenset({400, 405, 406, 411, 413, 414, 415, 422})
_READABLE = frozenset(
    {
        "application/json",
        "application/xml",
        "application/pdf",
        "application/javascript",
        "application/x-javascript",
        "application/ndjson",
        "application/x-ndjson",
        "application/jsonlines",
        "application/rss",
        "application/x-yaml",
        "application/yaml",
    }
)
_DATA = frozenset(
    {"application/json", "text/json", "application/xml", "text/xml", "application/rss", "application/x-ndjson"}
)
# Stores of static files send feeds under these; the first bytes decide.
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown"})
_TEXT_STARTS = (b"<", b"{", b"[", b"%PDF-", b'"')
_BLANKS = b"\xef\xbb\xbf \t\r\n"


class Pause(Record, frozen=True):
    """The host wants quiet for `seconds`."""

    seconds: float
    reason: str


def header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first value of the header `name` (lower case)."""
    return next((value for key, value in headers if key == name), None)


def pause_of(status: int, headers: Headers, now: float) -> Pause | None:
    """The quiet asked for by a page's answer: 429 always, 503 if it says until when."""
    if status not in (429, 503):
        return None
    stated = retry_after(header(headers, "retry-after"), now)
    if stated is None and status == 503:
        return None
    return Pause(seconds=UNSTATED_REST if stated is None else stated, reason=f"it answered {status}, slow down")


def robots_pause_of(status: int, headers: Headers, now: float) -> Pause | None:
    """The quiet asked for by a robots.txt's answer: as for a page, and any other 5xx is "not now" as well."""
    if status < 500 or status > 599:
        return pause_of(status, headers, now)
    asked = pause_of(status, headers, now)
    return asked or Pause(
        seconds=ROBOTS_REST, reason=f"its robots.txt answered {status}, so nothing may be fetched yet"
    )


def retry_after(value: str | None, now: float) -> float | None:
    """Seconds from a Retry-After header (a number or an HTTP date), 1 second to 7 days; None if it has none."""
    if value is None:
        return None
    seconds = _seconds(value.strip(), now)
    return None if seconds is None else min(max(seconds, SHORTEST_REST), LONGEST_REST)


def error_of(status: int, host: str, path: str) -> StepError | None:
    """The error that `status` means, or None if it is an answer."""
    if 200 <= status < 300 or status in NOT_THERE:
        return None
    said = f"{host} answers {status} to {path}"
    if status in _WALLS:
        return Refused(f"{said}: a log-in or bot wall. Open the page yourself to see it; it will not be asked again")
    if status in _OUR_FAULT:
        return Broken(f"{said}: our request is wrong")
    return Fault(said, kind=f"http-{status}")


def judge_content(headers: Headers) -> str | None:
    """Say why a body of the stated content type is not read; None if it is, or if its first bytes decide."""
    stated = content_type(headers)
    if stated in _READABLE or stated in _UNSAID or stated.startswith("text/"):
        return None
    if stated.endswith(("+json", "+xml")):
        return None
    return f"it is {stated}; only text, JSON, XML and PDF are read"


def judge_start(headers: Headers, body: bytes) -> str | None:
    """As `judge_content`, for a body whose headers do not say what it is."""
    if content_type(headers) not in _UNSAID:
        return None
    start = body[:512].lstrip(_BLANKS)
    if not start or start.startswith(_TEXT_STARTS) or (b"\0" not in start and _is_text(start)):
        return None
    return "nothing says what it is, and it does not look like text, JSON, XML or PDF"


def is_data(headers: Headers) -> bool:
    """Is the stated content type one of programs' data, JSON or XML, and not that of a page for people?"""
    stated = content_type(headers)
    return stated in _DATA or (stated.endswith(("+json", "+xml")) and stated != "application/xhtml+xml")


def content_type(headers: Headers) -> str:
    """The bare content type, lower case; empty if none is stated."""
    return (header(headers, "content-type") or "").partition(";")[0].strip().lower()


def _seconds(value: str, now: float) -> float | None:
    if value.isascii() and value.isdigit():
        return float(value[:12])
    try:
        return parsedate_to_datetime(value).timestamp() - now
    except (ValueError, OverflowError):
        return None


def _is_text(start: bytes) -> bool:
    try:
        start.decode()
    except UnicodeDecodeError as error:
        return error.start > len(start) - 4
    return True
