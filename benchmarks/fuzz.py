"""Every reader on ten thousand damaged answers each: what came out, what broke, what took longest.

    PYTHONPATH=src .venv/bin/python benchmarks/fuzz.py [--each N] [--salt N] [NAME…]

NAME is a board, or one of the answers that belong to no board. The answers begin as the adapters' own examples, the
recorded payloads where they are there, and pages, feeds and sitemaps made by hand; the damage is that of
`tests/boards/mutate.py`, the same for the same salt. `slowest` is computing time. Exit code 1 if anything but a page or
an error of ours came out, or a series of answers never came to its end.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import report
from boards.generic import BODIES, generic
from boards.mutate import Reader, Report, Seed, as_leads, as_page, as_site, fuzz
from boards.seeds import seeds
from jobfinder.boards import registry
from jobfinder.errors import StepError
from jobfinder.outside.parsers import Parsers
from jobfinder.outside.settings import Parsing

EACH = 10_000
SERIES = 500
LIMITS = Parsing(seconds=300, patience=3600)
HEAD = ("reader", "answers", "pages", "postings", "Broken", "Gone", "others", "slowest, ms", "defects")
READERS: dict[str, Reader] = {"": as_page, " as leads": as_leads, " as a site": as_site}


async def of(parsers: Parsers, seed: Seed, count: int, salt: int, reader: Reader) -> Report:
    """The report on one series; on one that never ended, that it did not."""
    try:
        return await parsers.read(LIMITS, fuzz, seed, count, salt, reader)
    except StepError as error:
        return Report(count, 0, 0, Counter(), (f"{seed.name}, salt {salt}: {error}",), LIMITS.seconds)


def series(begun: list[Seed], each: int, salt: int) -> list[tuple[Seed, int, int]]:
    """Which seed, how many answers, with which salt: `each` answers in all."""
    per_seed = -(-each // len(begun))
    lengths = [min(SERIES, per_seed - start) for start in range(0, per_seed, SERIES)]
    return [(seed, count, salt * 1_000 + number) for seed in begun for number, count in enumerate(lengths)]


def row(name: str, reports: list[Report]) -> tuple[str, ...]:
    """One line of the table."""
    errors: Counter[str] = sum((one.errors for one in reports), Counter())
    others = sum(errors.values()) - errors["Broken"] - errors["Gone"]
    figures = (
        sum(one.tried for one in reports),
        sum(one.pages for one in reports),
        sum(one.postings for one in reports),
        errors["Broken"],
        errors["Gone"],
        others,
        round(max(one.slowest for one in reports) * 1000),
        sum(len(one.defects) for one in reports),
    )
    return (name, *(f"{figure:,}" for figure in figures))


async def measure(names: list[str], each: int, salt: int) -> int:
    """Run them all; returns how many defects there were."""
    parsers = Parsers(["boards.mutate"])
    chosen: dict[str, tuple[list[Seed], Reader]] = {
        name: (seeds(name), as_page) for name in registry.names() if not names or name in names
    }
    for name in BODIES:
        if not names or name in names:
            chosen |= {name + how: ([generic(name)], reader) for how, reader in READERS.items()}
    rows, defects = [], []
    for name, (begun, reader) in chosen.items():
        reports = await asyncio.gather(*(of(parsers, *one, reader) for one in series(begun, each, salt)))
        rows.append(row(name, list(reports)))
        found = [defect for one in reports for defect in one.defects]
        defects += found
        print(f"{name}: {len(found)} defects", file=sys.stderr, flush=True)
    parsers.close()
    report.table(HEAD, rows)
    for defect in defects[:50]:
        report.note(defect)
    return len(defects)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--each", type=int, default=EACH, help="answers for each reader")
    parser.add_argument("--salt", type=int, default=1, help="another number makes other damage")
    chosen = parser.parse_args()
    report.machine()
    report.heading(f"{chosen.each:,} damaged answers for each reader")
    sys.exit(1 if asyncio.run(measure(chosen.names, chosen.each, chosen.salt)) else 0)


if __name__ == "__main__":
    main()
