"""Peak memory of listing one huge board, in a process of its own, beside that of a small one. Used by `reading`.

PYTHONPATH=src .venv/bin/python benchmarks/bigboard.py POSTINGS   # one measurement, for `memory`
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import report
from jobfinder.app import JobFinder
from jobfinder.flow.worker import Limits
from jobfinder.settings import Settings

HUGE, SMALL = 10_000, 10
TARGET_MB = 100
WORDS = "You build looms with us, you keep them running, and you speak with weavers all over the country. " * 24
BOARD = "https://boards.greenhouse.io/looms"


def memory() -> None:
    """Both boards, each through the whole machine."""
    report.heading(f"Peak memory: a board of {HUGE:,} postings in one answer, listed through the whole machine")
    rows = [measured(count) for count in (SMALL, HUGE)]
    report.table(("postings", "answer MB", "listed", "peak MB", "peak of the readers MB"), [row[:5] for row in rows])
    more = [float(rows[1][column]) - float(rows[0][column]) for column in (3, 4)]
    report.note(f"more than for the small board: {more[0]:.0f} MB, readers {more[1]:.0f} MB (target <{TARGET_MB} MB)")


def measured(count: int) -> list[str]:
    """What a fresh process reports of one board."""
    command = [sys.executable, __file__, str(count)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def body(count: int) -> bytes:
    """A board in Greenhouse's shape."""
    jobs = (
        {
            "id": 4_000_000 + number,
            "title": f"Loom Engineer {number}",
            "absolute_url": f"{BOARD}/jobs/{4_000_000 + number}",
            "location": {"name": "Berlin, Germany"},
            "first_published": "2026-03-02T09:00:00-05:00",
            "content": f"&lt;p&gt;{WORDS}{number}&lt;/p&gt;",
        }
        for number in range(count)
    )
    return json.dumps({"jobs": list(jobs), "meta": {"total": count}}).encode()


@contextmanager
def serving(path: Path) -> Iterator[int]:
    """A server in a process of its own that answers everything with this file; its port."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import bigboard; bigboard.serve(sys.argv[1])"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.stdin.close()


def serve(path: str) -> None:
    """Answer with the file's content until the input ends."""
    content = Path(path).read_bytes()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = not self.path.startswith("/robots")
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content) if known else 0))
            self.end_headers()
            if known:
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.buffer.read()


async def listed(count: int, folder: Path) -> tuple[int, int]:
    """List the board; returns how many jobs are known, and the size of its answer."""
    path = folder / "board.json"
    path.write_bytes(body(count))
    with serving(path) as port:
        store = f"sqlite:///{folder / 'jobs.db'}"
        with JobFinder.open(store, settings=Settings(), connect_to=[f"*=127.0.0.1:{port}"]) as finder:
            submitted = finder.submit(f"{BOARD}")
            while finder.item(submitted.item_id)["status"] not in ("success", "failed"):
                await finder.run(Limits(until_idle=True, steps=200))
            known = finder.unit.read(lambda tx: tx.all("SELECT COUNT(*) AS n FROM entity WHERE type = 'job'"))[0]["n"]
    return int(known), path.stat().st_size


def peak(whose: int) -> float:
    """The highest resident memory, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(whose).ru_maxrss * unit / 1024 / 1024


def main() -> None:
    """One measurement, as words: postings, MB of the answer, jobs known, peak, peak of the largest child."""
    with tempfile.TemporaryDirectory(prefix="jobfinder-board-") as folder:
        known, size = asyncio.run(listed(int(sys.argv[1]), Path(folder)))
    own, readers = peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN)
    print(sys.argv[1], f"{size / 1024 / 1024:.1f}", known, f"{own:.1f}", f"{readers:.1f}")


if __name__ == "__main__":
    main()
