"""The seeker's own patterns: regular expressions in RE2, whose time is linear in the text whatever the pattern.

Pure. Called by `match.prefs` (is it a pattern?) and `match.rules_words` (where does it stand?). Any case; "." does not
cross lines; no look-around and no back-references, which RE2 has not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import re2  # type: ignore[import-untyped]

from jobfinder.errors import UsageError

OPTIONS = re2.Options()
OPTIONS.case_sensitive = False
OPTIONS.log_errors = False
OPTIONS.max_mem = 1 << 20


def check(pattern: str, where: str) -> None:
    """Raises UsageError, naming `where`, the pattern and what is wrong with it, where RE2 does not take it."""
    try:
        _compiled(pattern)
    except re2.error as error:
        said = error.args[0].decode("utf-8", "replace") if isinstance(error.args[0], bytes) else str(error.args[0])
        raise UsageError(f"{where} is no pattern that can be used: {pattern!r}: {' '.join(said.split())}") from None


def first(pattern: str, text: bytes) -> int | None:
    """Where the pattern stands in the text first: a byte offset into its UTF-8, or null."""
    match = _compiled(pattern).search(text)
    return int(match.start()) if match else None


def any_of(together: tuple[str, ...], text: bytes) -> bool:
    """May one of these patterns stand in the text? One pass for all of them; where they are too many for one, yes."""
    joined = _joined(together)
    return joined is None or joined.search(text) is not None


@lru_cache(maxsize=16)
def _joined(together: tuple[str, ...]) -> Any:
    try:
        return _compiled("|".join(f"(?:{pattern})" for pattern in together))
    except re2.error:
        return None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    return re2.compile(pattern.encode("utf-8", "replace"), OPTIONS)
