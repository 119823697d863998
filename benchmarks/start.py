"""How soon it answers, and how much memory it takes: import, `find` on what is settled, `demo`, a worker in a crowd.

    PYTHONPATH=src .venv/bin/python benchmarks/start.py [--jobs 100000] [--rounds 7]

Everything is measured in processes of its own. Prints every round; asserts nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import atexit
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from statistics import mean

import crowd
import jobfinder
import report
from jobfinder.app import JobFinder
from jobfinder.demo.addresses import posting_url
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.flow.worker import Limits
from jobfinder.match import profile
from jobfinder.settings import Settings
from report import Measured, heading, note
from seeking import Seeking

IMPORT = "import time; began = time.perf_counter(); {}; print(time.perf_counter() - began)"
WORK = 3_000
MEGABYTE = 1024 * 1024
OTHER_PROFILE = """
titles = ["Platform Engineer"]
seniority = "staff"
skills = ["Kubernetes", "Terraform", "Go", "AWS"]
"""


def main() -> None:
    """Measure and print; or, as the child, be the worker that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=100_000, help="jobs that the worker's store knows")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--worker", metavar="STORE", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.worker:
        be_worker(chosen.worker)
        return
    report.machine()
    with tempfile.TemporaryDirectory(prefix="jobfinder-start-") as folder, DemoWeb(World.make()) as web:
        path = Path(folder) / "store.db"
        url = settle(path, web)
        starts(f"sqlite:///{path}", url, chosen.rounds)
        memory(path, url, chosen.jobs)


def settle(path: Path, web: DemoWeb) -> str:
    """A store in which everything that follows from the demo's addresses is settled; returns a posting of it."""
    with Seeking(path, web) as seeking:
        for url in web.world.urls():
            seeking.bare(url)
        seeking.until_idle()
    company = web.company("greenhouse")
    return posting_url(company, web.roles(company)[0])


# ---------------------------------------------------------------- how soon


def starts(store: str, url: str, rounds: int) -> None:
    """Import, `find`, `demo`: seconds by the clock on the wall."""
    heading("How soon")
    note("import: inside the process; the others: the whole process as a person waits for it")
    note("not counted: the first start, which compiles")
    for statement in ("import jobfinder", "from jobfinder import JobFinder"):
        best(statement, rounds, partial(imported, statement), "< 0.3 s")
    best("python -c pass (what Python itself takes)", rounds, lambda: wall("-c", "pass"), "")
    best("find, on a settled URL", rounds, partial(find, store, url), "< 0.5 s")
    best("demo --once, to its first line", min(rounds, 3), demo, "< 2 s")


def best(label: str, rounds: int, measure: Callable[[], float], target: str) -> None:
    """Show the rounds, the best of them and the target."""
    measure()
    measured = Measured(label, tuple(measure() for _ in range(rounds)), "s")
    report.show(measured)
    print(
        f"{'  best':<46} {min(measured.values):>9.3f} s   {'target ' + target if target else ''}".rstrip(), flush=True
    )


@cache
def environment() -> dict[str, str]:
    """That of this process, with the package that is measured, and with a place for compiled code as usual."""
    compiled = tempfile.mkdtemp(prefix="jobfinder-compiled-")
    atexit.register(shutil.rmtree, compiled, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(Path(jobfinder.__file__).parents[1]), "PYTHONPYCACHEPREFIX": compiled}


def python(*arguments: str) -> str:
    """Run Python, return what it prints. Raises `CalledProcessError`."""
    done = subprocess.run([sys.executable, *arguments], env=environment(), capture_output=True, text=True, check=True)
    return done.stdout


def imported(statement: str) -> float:
    """Seconds that an import takes inside a new process."""
    return float(python("-c", IMPORT.format(statement)))


def wall(*arguments: str) -> float:
    """Seconds until that process has ended."""
    began = time.perf_counter()
    python(*arguments)
    return time.perf_counter() - began


def find(store: str, url: str) -> float:
    """Seconds of `jobfinder find` from start to end."""
    return wall("-m", "jobfinder", "--store", store, "find", url)


def demo() -> float:
    """Seconds until the demo says something; then it is stopped."""
    command = [sys.executable, "-m", "jobfinder", "demo", "--once"]
    with tempfile.TemporaryDirectory(prefix="jobfinder-start-") as folder:
        # Stopped, it leaves its store behind.
        variables = {**environment(), "PYTHONUNBUFFERED": "1", "TMPDIR": folder}
        began = time.perf_counter()
        with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
            assert running.stdout is not None
            running.stdout.readline()
            seconds = time.perf_counter() - began
            running.terminate()
    return seconds


# ---------------------------------------------------------------- how much memory


def memory(path: Path, url: str, jobs: int) -> None:
    """Fill the store, ask for one of the many, let a worker of its own work in it, and print what that took."""
    heading(f"A worker with {jobs:,} known jobs")
    with JobFinder.open(f"sqlite:///{path}", settings=Settings()) as finder:
        count = crowd.grow(finder, jobs)
        texts = [
            row["n"] for row in finder.unit.read(lambda tx: tx.all("SELECT LENGTH(doc) AS n FROM posting LIMIT 500"))
        ]
    size = path.stat().st_size
    note(f"{count:,} jobs, postings of {mean(texts):,.0f} characters on average, a file of {size / MEGABYTE:,.0f} MB")
    best("find, on a settled URL among these", 3, partial(find, f"sqlite:///{path}", url), "< 0.5 s")
    note(f"the profile changes, so all jobs are judged again; the worker does {WORK:,} steps of that")
    print(python(__file__, "--worker", f"sqlite:///{path}").rstrip(), flush=True)


def be_worker(store: str) -> None:
    """Work in that store and print the memory of this process."""
    before = resident()
    with JobFinder.open(store, settings=Settings()) as finder:
        finder.set_profile(profile.from_toml(OTHER_PROFILE))
        began = time.perf_counter()
        ran = asyncio.run(finder.run(Limits(until_idle=True, steps=WORK)))
        seconds = time.perf_counter() - began
        after = resident()
    print(f"steps done {ran.steps:,} in {seconds:.1f} s")
    for label, found in (("before the store is opened", before), ("after the work", after)):
        print(f"{label:<46} {found[0] / MEGABYTE:>9.1f} MB resident, {found[1] / MEGABYTE:.1f} MB at the most")
    print(f"{'':<46} {'':>9}    target < 150 MB")


def resident() -> tuple[int, int]:
    """Resident memory of this process in bytes, now and at the most; where /proc is missing, the most twice."""
    status = Path("/proc/self/status")
    if not status.exists():
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most, most
    found = dict(line.split(":", 1) for line in status.read_text().splitlines())
    now, most = (int(found[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    return now, most


if __name__ == "__main__":
    main()
