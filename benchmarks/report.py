"""How the benchmarks print: what was measured, raw, and the ratio beside its target. Used by all of them.

Nothing here judges: a target that is missed is printed as missed, and the exit code stays 0.
"""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from statistics import median

from jobfinder.model import Record


class Measured(Record, frozen=True):
    """One figure, measured in several rounds. `unit` follows the number, as in `steps/s`."""

    label: str
    values: tuple[float, ...]
    unit: str

    @property
    def middle(self) -> float:
        """The median of the rounds."""
        return median(self.values)


def machine() -> None:
    """On what this runs, and how busy it is: the figures depend on both."""
    load = " ".join(f"{one:.2f}" for one in os.getloadavg())
    print(f"{os.cpu_count()} cores, load average {load} (1, 5, 15 min), {platform.system()} {platform.machine()}")
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")


def heading(text: str) -> None:
    """A section begins."""
    print(f"\n## {text}", flush=True)


def note(text: str) -> None:
    """What has to be known to read the figures."""
    print(f"   {text}", flush=True)


def show(measured: Measured) -> Measured:
    """Print a figure: median, then every round as measured."""
    rounds = ", ".join(number(value) for value in measured.values)
    print(f"{measured.label:<46} {number(measured.middle):>9} {measured.unit}   rounds: {rounds}", flush=True)
    return measured


def ratio(label: str, value: float, target: str) -> None:
    """Print a ratio of two figures of this run, and what it should be."""
    print(f"{label:<46} {value:>9.2f} ×   target {target}", flush=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows of text under a head, the first column on the left, the others on the right."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        first = line[0].ljust(widths[0])
        others = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        print("  ".join([first, *others]), flush=True)


def number(value: float) -> str:
    """As many digits as can be relied on."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
