"""Colours of verdicts and states. Called by tables, cards and stories. Without colours the word still says it."""

from __future__ import annotations

from rich.text import Text

STYLES = {
    "success": "green",
    "enabled": "green",
    "done": "green",
    "filtered": "yellow",
    "skipped": "yellow",
    "closed": "yellow",
    "candidate": "yellow",
    "stale": "yellow",
    "blocked": "red",
    "failed": "red",
    "disabled": "red",
    "processing": "cyan",
    "waiting": "cyan",
    "pending": "cyan",
}


def status(word: str | None) -> Text:
    """A verdict or state in its colour."""
    return Text(word or "", style=STYLES.get(word or "", ""))
