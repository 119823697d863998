"""Files that a command is given, read and understood: text, addresses, postings, profiles, preferences.

Called by the commands. Whatever is wrong with a file is a `UsageError` that names it. A new form of profile is a
case in `match.resume_file`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from jobfinder.errors import StepError, UsageError

if TYPE_CHECKING:
    from jobfinder.match.prefs import Preferences
    from jobfinder.match.profile import Profile
    from jobfinder.model import Posting

T = TypeVar("T")

STDIN = "-"


def read_bytes(path: str) -> bytes:
    """The content of a file, or of stdin for `-`."""
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).expanduser().read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from None


def read_text(path: str) -> str:
    """The text of a file. Raises `UsageError` for what is not UTF-8."""
    return as_text(read_bytes(path), path)


def as_text(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8") from None


def addresses(path: str) -> Iterator[str]:
    """One address a line; empty lines and those that begin with `#` are left out."""
    for line in read_text(path).splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def preferences(path: str) -> Preferences:
    """Preferences in TOML."""
    from jobfinder.match.prefs import from_toml

    return named(path, from_toml, read_text(path))


def profile(path: str) -> Profile:
    """A profile in TOML, a JSON Resume, or a résumé in PDF, DOCX, text or Markdown."""
    return profile_in(read_bytes(path), path)


def profile_in(content: bytes, path: str) -> Profile:
    """The profile that a file states; its bytes may be anybody's, so they are read where that can be stopped."""
    from jobfinder.match.profile import profile_or_refusal
    from jobfinder.outside.parsers import shared
    from jobfinder.outside.settings import Parsing

    today = datetime.now(UTC).date()
    try:
        found = asyncio.run(shared(()).read(Parsing(), profile_or_refusal, content, path, today=today))
    except StepError as error:
        raise UsageError(f"{path}: it cannot be read: {error}") from None
    if isinstance(found, str):
        raise UsageError(f"{path}: {found}")
    return found


def posting(path: str) -> Posting:
    """A posting as `jobfinder read` prints it: itself, or the whole answer with that one posting."""
    return named(path, posting_of, read_text(path))


def posting_of(text: str) -> Posting:
    from jobfinder.model import Posting

    content = decoded(text)
    found = content.get("postings", [content]) if isinstance(content, dict) else content
    if not isinstance(found, list) or len(found) != 1:
        number = len(found) if isinstance(found, list) else 0
        raise UsageError(f"it holds {number} postings: give one posting as `jobfinder read` prints it")
    try:
        return msgspec.convert(found[0], Posting, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"this is no posting: {error}") from None


def decoded(text: str) -> Any:
    """The value of a JSON text."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise UsageError(f"it is not valid JSON: {error}") from None


def named(path: str, read: Callable[[str], T], text: str) -> T:
    """What `read` makes of the text, its complaints prefixed with the file's name."""
    try:
        return read(text)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from None
