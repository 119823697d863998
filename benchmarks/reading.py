"""Reading: postings per second of every board, pages per second through the whole door, memory of big and of many.

    PYTHONPATH=src .venv/bin/python benchmarks/reading.py [boards] [door] [memory] [crawl]

Without a name, all four. The demo's web stands in a process of its own; all figures of a ratio are of one run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import report
from bigboard import memory
from boards.build import PAYLOADS
from crawl import crawl
from doors import door
from jobfinder.boards import registry
from jobfinder.boards.interface import Adapter
from jobfinder.boards.roster import VENDORS
from jobfinder.model import Ref, RefKind, Response
from report import heading, note

SECONDS = 0.25
TARGET = 5_000
ROUNDS = 3


def main() -> None:
    """Measure what was asked for, and print."""
    report.machine()
    wanted = sys.argv[1:] or list(SECTIONS)
    for name in wanted:
        SECTIONS[name]()


# ---------------------------------------------------------------- boards


def boards() -> None:
    """Every adapter on its own example of a listing, and on recorded answers where they are at hand."""
    heading("Postings per second, one core")
    note("parse of a whole answer: text, places, pay, dates and language of every posting included")
    note(f"target {TARGET:,} for boards in JSON; recorded: {PAYLOADS if PAYLOADS.exists() else 'not here, left out'}")
    rows = [row for vendor in VENDORS if (row := measured(vendor))]
    report.table(("board", "form", "example /s", "KB", "recorded /s", "KB per posting", "postings"), rows)
    slow = [row[0] for row in rows if row[1] == "JSON" and number(row[2]) < TARGET]
    note(f"below the target on its example: {', '.join(slow) or 'none'}")
    slow = [row[0] for row in rows if row[1] == "JSON" and row[4] != "–" and number(row[4]) < TARGET]
    note(f"below the target on recorded answers: {', '.join(slow) or 'none'}")


def measured(vendor: Adapter) -> tuple[str, ...] | None:
    """The row of one board; null where it lists nothing."""
    listed = [one for one in vendor.EXAMPLES if one.page and one.page.postings and one.ref.kind is not RefKind.POSTING]
    if not listed:
        return None
    body = listed[0].body.encode()
    form = "JSON" if body.lstrip()[:1] in (b"{", b"[") else "markup"
    request = registry.requests(listed[0].ref)[0]
    answer = Response(url=request.url, status=200, body=body, request=request)
    speed, each, _ = per_second(lambda: registry.parse(listed[0].ref, answer).postings, len(body))
    recorded = on_record(vendor)
    return (vendor.NAME, form, f"{speed:,.0f}", f"{each:.1f}", *recorded)


def on_record(vendor: Adapter) -> tuple[str, str, str]:
    """The same on all recorded listings of the board that can be read as such."""
    folders = (
        [path for path in PAYLOADS.iterdir() if registry.named(path.name) == vendor.NAME] if PAYLOADS.exists() else []
    )
    ref = Ref(board=vendor.NAME, kind=RefKind.BOARD, key="", url="https://recorded.example/", token="recorded")
    answers = [
        Response(url=ref.url, status=200, body=path.read_bytes()) for folder in folders for path in folder.iterdir()
    ]
    usable = [answer for answer in answers if lists(ref, answer)]
    if not usable:
        return ("–", "–", "–")
    size = sum(len(answer.body) for answer in usable)
    speed, each, count = per_second(
        lambda: [one for answer in usable for one in registry.parse(ref, answer).postings], size
    )
    return (f"{speed:,.0f}", f"{each:.1f}", str(count))


def lists(ref: Ref, answer: Response) -> bool:
    """Is it a listing that this board's reader takes?"""
    try:
        return len(registry.parse(ref, answer).postings) > 1
    except Exception:  # noqa: BLE001  (a saved page of another kind)
        return False


def per_second(read: Callable[[], object], size: int) -> tuple[float, float, int]:
    """(postings per second of processor time, KB per posting, postings): the best of some rounds, caches warm."""
    count = len(read())  # type: ignore[arg-type]
    best = 0.0
    for _ in range(ROUNDS):
        done, began = 0, time.process_time()
        while (spent := time.process_time() - began) < SECONDS:
            done += len(read())  # type: ignore[arg-type]
        best = max(best, done / spent)
    return best, size / 1024 / count, count


def number(text: str) -> float:
    return float(text.replace(",", ""))


SECTIONS: dict[str, Callable[[], None]] = {"boards": boards, "door": door, "memory": memory, "crawl": crawl}

if __name__ == "__main__":
    main()
