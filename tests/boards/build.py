"""Answers and refs for the tests of boards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobfinder.boards import registry
from jobfinder.model import Page, Response

PAYLOADS = Path(__file__).resolve().parents[3] / "shared" / "data" / "payloads"


def answer(url: str, body: object, status: int = 200) -> Response:
    """An answer from `url`: text as it stands, anything else as JSON."""
    text = body if isinstance(body, str) else json.dumps(body)
    return Response(url=url, status=status, body=text.encode())


def read(url: str, body: object, status: int = 200) -> Page:
    """What is read from an answer to the address itself."""
    return registry.parse(registry.recognize(url), answer(url, body, status))


def payloads(folder: str) -> list[Path]:
    """Recorded answers of one system, read in place; skips where they are absent."""
    if not PAYLOADS.exists():
        pytest.skip(f"recorded payloads are not here: {PAYLOADS}")
    return sorted((PAYLOADS / folder).iterdir())
