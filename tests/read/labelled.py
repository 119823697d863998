"""The labelled snippets beside the repository, read in place; tests that need them skip where they are absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "labelled"


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one file."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"labelled data is not here: {path}")
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def hostile() -> list[str]:
    """100 KB texts that make a careless pattern slow."""
    seeds = [
        "a",
        " ",
        "9",
        ",",
        "9,",
        "1 ",
        "$1",
        "$9-",
        "€ 1.",
        "a b ",
        "5+ ",
        "C++",
        "go ",
        "\n",
        "- \n",
        "R, ",
        "x@",
        "\u00a0",
    ]
    seeds += [
        "1 to 2 ",
        "up to ",
        "experience ",
        "min ",
        "years ",
        "(",
        "Senior/",
        "k",
        "et ",
        ". A",
        "i.e. ",
        "100 000 ",
        "\r",
        "\u2003",
        " \t",
        "\v",
        "\r\n",
    ]
    return [(seed * (100_000 // len(seed) + 1))[:100_000] for seed in seeds]
