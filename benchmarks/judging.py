"""Judging: facts, filter and score of postings per second, the share of each reader, memory, and judging all again.

    PYTHONPATH=src .venv/bin/python benchmarks/judging.py [speed] [memory] [again] [--jobs 100000]

Without a name, all three. Postings are those of the ranking worlds, brought to the length of real ones with text that
they have themselves, and where the labelled data are at hand, real ones. Prints what was measured; asserts nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import mean, median
from typing import Any

import msgspec
from msgspec.structs import replace

import crowd
import report
from jobfinder.app import JobFinder
from jobfinder.flow.batch import Batch
from jobfinder.flow.worker import Limits
from jobfinder.match.filter import judge
from jobfinder.match.offer import asked, level_of, offer_of
from jobfinder.match.pair import Pair
from jobfinder.match.prefs import Preferences, from_toml
from jobfinder.match.profile import Profile
from jobfinder.match.rules import case_of
from jobfinder.match.score import scored
from jobfinder.model import JobQueueItem, Posting
from jobfinder.read.closes import closes
from jobfinder.read.degree import degree
from jobfinder.read.eligibility import eligibility
from jobfinder.read.employment import employment_in
from jobfinder.read.red_flags import red_flags
from jobfinder.read.salary import parse_salary
from jobfinder.read.spoken import spoken
from jobfinder.read.where import places_said
from jobfinder.read.workplace import workplace
from jobfinder.read.years import years_asked
from jobfinder.settings import Settings
from ranking_seekers import profile_of
from ranking_wording import TODAY
from ranking_world import world
from report import heading, note
from start import MEGABYTE, resident

SEEDS = (1, 2, 3, 4)
LENGTH = 5_000
ROUNDS = 3
MOST = 400
"""Postings of one kind that are judged."""
LABELLED = Path(__file__).resolve().parents[2] / "shared" / "data" / "labelled" / "postings_bench.jsonl.gz"
ORIGINALS = 300
"""Postings in the store from which the many are copied."""
PREFERENCES = """
min_score = 40
alert_score = 100
titles = { wanted = ["engineer", "developer", "analyst", "nurse"], excluded = ["intern", "sales"] }
keywords = { excluded = ["door to door"] }
skills = { loved = ["Python"], no = ["PHP"] }
dealbreakers = [{ pattern = "on[- ]call every" }]
locations = { accepted = ["Germany", "United Kingdom", "United States", "France"], mode = 1 }
remote = { accepted = ["remote", "hybrid", "onsite"], countries = ["DE"], mode = 1 }
time_zones = { first = 0, last = 3 }
salary = { floor = 40000, currency = "EUR" }
age = { max_days = 400 }
employment = { accepted = ["full_time", "part_time", "contract"] }
seniority = { accepted = ["entry", "mid", "senior", "lead"], mode = 1 }
years = { most = 15 }
degree = { held = "bachelor" }
languages = { spoken = [{ name = "English", level = "C1" }, { name = "German", level = "native" }], mode = 1 }
authorisation = { countries = ["DE"], citizenships = ["DE"], needs_sponsorship = true, clearance = "willing", mode = 1 }
industries = { excluded = ["gambling"] }
"""


def main() -> None:
    """Measure what was asked for, and print; or, as the child, load the readers and print what that takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sections", nargs="*", metavar="section", help=", ".join(SECTIONS))
    parser.add_argument("--jobs", type=int, default=100_000, help="jobs that are judged again")
    parser.add_argument("--readers", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.readers:
        be_reader()
        return
    report.machine()
    for name in chosen.sections or SECTIONS:
        SECTIONS[name](chosen.jobs)


# ---------------------------------------------------------------- postings


def made() -> list[Posting]:
    """Postings of the worlds, each followed by the text of the next ones until it has the length of a real one."""
    pool = [one.posting for seed in SEEDS for one in world(seed).pool]
    return [padded(posting, pool[number + 1 :]) for number, posting in enumerate(pool[:MOST])]


def padded(posting: Posting, others: Sequence[Posting]) -> Posting:
    """The posting with what other postings say of the employer, of equal chances and of how to apply."""
    text = posting.description_text or ""
    for other in others:
        if len(text) >= LENGTH:
            break
        text += "\n\n" + "\n\n".join((other.description_text or "").split("\n\n")[-3:])
    return replace(posting, description_text=text)


def real() -> list[Posting]:
    """Labelled postings around the length of real ones; empty where they are not at hand."""
    if not LABELLED.exists():
        return []
    with gzip.open(LABELLED, "rt") as lines:
        rows = [msgspec.json.decode(line) for line in lines]
    return [
        Posting(title=row["title"] or "", url="https://labelled.example/", description_text=row["description_text"])
        for row in rows
        if row["description_text"]
    ][:MOST]


# ---------------------------------------------------------------- speed


def speed(_jobs: int) -> None:
    """Facts, filter and score of one posting after another, on one core."""
    profile, prefs = seeker()
    kinds = {"ranking worlds, padded": made(), "labelled": real()}
    for name, postings in kinds.items():
        heading(f"Facts, filter and score: {name}")
        if not postings:
            note(f"left out: {LABELLED} is not here")
            continue
        lengths = [len(posting.description_text or "") for posting in postings]
        note(f"{len(postings)} postings, {median(lengths):,.0f} characters at the median, {max(lengths):,} at the most")
        note(f"milliseconds of processor time, the best of {ROUNDS} rounds of each posting, caches warm")
        measured(postings, profile, prefs)


def seeker() -> tuple[Profile, Preferences]:
    """A full profile, and preferences that ask most rules."""
    return profile_of(world(SEEDS[0]).seekers[0], TODAY.year), from_toml(PREFERENCES)


def measured(postings: Sequence[Posting], profile: Profile, prefs: Preferences) -> None:
    whole = times(postings, lambda posting: judged(posting, profile, prefs))
    rows = [line("all", whole, mean(whole))]
    for name, read in readers(profile, prefs).items():
        rows.append(line(name, times(postings, read), mean(whole)))
    report.table(("what", "mean ms", "median", "p99", "max", "share"), rows)
    print(f"{'postings/s':<46} {1000 / mean(whole):>9.0f}     target ≥ 300")
    print(f"{'p99':<46} {percentile(whole, 99):>9.1f} ms  target ≤ 50 ms", flush=True)


def judged(posting: Posting, profile: Profile, prefs: Preferences) -> None:
    """All that is done for one posting when it comes in."""
    case = case_of(posting, prefs, TODAY)
    judge(case)
    scored(Pair(posting=case.posting, offer=case.offer, company=None, profile=profile, prefs=prefs, today=TODAY))


def times(postings: Sequence[Posting], read: Callable[[Posting], Any]) -> list[float]:
    """Milliseconds of processor time of each."""
    best = [float("inf")] * len(postings)
    for _ in range(ROUNDS):
        for number, posting in enumerate(postings):
            began = time.process_time()
            read(posting)
            best[number] = min(best[number], 1000 * (time.process_time() - began))
    return best


def readers(profile: Profile, prefs: Preferences) -> dict[str, Callable[[Posting], Any]]:
    """The parts by name. Each cuts the text into sentences again, which they share when all of them are at work."""
    return {
        "offer": offer_of,
        "  skills, asks": lambda one: asked(one.title, text_of(one)),
        "  eligibility": lambda one: eligibility(f"{one.title}\n{text_of(one)}"),
        "  degree": lambda one: degree(text_of(one)),
        "  spoken": lambda one: spoken(text_of(one), one.language),
        "  red flags": lambda one: red_flags(one, today=date.min),
        "  closes": lambda one: closes(text_of(one), None),
        "  years": lambda one: years_asked(text_of(one)),
        "  level": level_of,
        "  workplace": lambda one: workplace(one.title, text_of(one)),
        "  places": lambda one: places_said(text_of(one)),
        "  employment": lambda one: employment_in(one.title, text_of(one)),
        "  salary": lambda one: parse_salary(text_of(one), None),
        "filter": judging(prefs),
        "score": scoring(profile, prefs),
    }


def text_of(posting: Posting) -> str:
    return posting.description_text or ""


def judging(prefs: Preferences) -> Callable[[Posting], Any]:
    """The filter alone, on facts that have been read."""
    known = Kept(lambda posting: case_of(posting, prefs, TODAY))
    return lambda posting: judge(known(posting))


def scoring(profile: Profile, prefs: Preferences) -> Callable[[Posting], Any]:
    """The score alone, on facts that have been read."""

    def pair(posting: Posting) -> Pair:
        case = case_of(posting, prefs, TODAY)
        return Pair(posting=case.posting, offer=case.offer, company=None, profile=profile, prefs=prefs, today=TODAY)

    known = Kept(pair)
    return lambda posting: scored(known(posting))


class Kept:
    """What a function made of each posting; the best round is one in which it is at hand."""

    def __init__(self, make: Callable[[Posting], Any]) -> None:
        self.make = make
        self.known: dict[int, Any] = {}

    def __call__(self, posting: Posting) -> Any:
        if id(posting) not in self.known:
            self.known[id(posting)] = self.make(posting)
        return self.known[id(posting)]


def line(name: str, found: Sequence[float], whole: float) -> tuple[str, ...]:
    figures = (mean(found), median(found), percentile(found, 99), max(found))
    return (name, *(f"{one:.2f}" for one in figures), f"{mean(found) / whole:.0%}")


def percentile(found: Sequence[float], share: int) -> float:
    return sorted(found)[min(len(found) - 1, len(found) * share // 100)]


# ---------------------------------------------------------------- memory


def memory(_jobs: int) -> None:
    """What a process takes that has loaded and used every reader."""
    heading("Memory of the loaded readers")
    note("a process of its own; resident, in MB: now and at the most")
    done = subprocess.run([sys.executable, __file__, "--readers"], capture_output=True, text=True, check=True)
    print(done.stdout.rstrip(), flush=True)


def be_reader() -> None:
    """Judge some postings, and print the memory of this process. The benchmark's own share is in all of it."""
    postings, (profile, prefs) = made()[:50], seeker()
    before = resident()
    for posting in postings:
        judged(posting, profile, prefs)
    after = resident()
    for label, found in (("imported, postings made", before), ("after judging 50 of them", after)):
        print(f"{label:<46} {found[0] / MEGABYTE:>9.1f}, {found[1] / MEGABYTE:.1f}")
    print(f"{'':<46} {'':>9}  target < 250 MB")


# ---------------------------------------------------------------- again


def again(jobs: int) -> None:
    """A store of many judged jobs: seconds, steps and requests until idle after the seeker changes their mind."""
    heading(f"{jobs:,} jobs are judged again")
    with tempfile.TemporaryDirectory(prefix="jobfinder-judging-") as folder:
        store = Path(folder) / "store.db"
        with JobFinder.open(f"sqlite:///{store}", settings=Settings()) as finder:
            count = fill(finder, jobs)
            note(f"{count:,} jobs with postings, a file of {store.stat().st_size / MEGABYTE:,.0f} MB")
            change(finder, "the salary floor is raised", ("floor = 40000", "floor = 45000"))
            change(
                finder, "a title more is excluded", ("floor = 40000", "floor = 45000"), ('"sales"]', '"sales", "chef"]')
            )
            profile, _ = seeker()
            finder.set_profile(replace(profile, titles=("Platform Engineer",)))
            until_idle(finder, "another profile", "minutes")


def fill(finder: JobFinder, jobs: int) -> int:
    """Jobs that have been judged once: some by the engine, the others copied from these with all that is kept."""
    profile, prefs = seeker()
    finder.set_profile(profile)
    finder.set_preferences(prefs)
    finder.submit_all([item(posting) for posting in made()[: min(ORIGINALS, jobs)]])
    until_idle(finder, "the first are judged", "")
    ids = finder.unit.read(lambda tx: [row["id"] for row in tx.all("SELECT id FROM entity")])
    for number in range(1, jobs // ORIGINALS):
        finder.unit.write(lambda batch, n=number: copy(batch, ids, n))  # type: ignore[misc]
    return int(finder.unit.read(lambda tx: tx.all("SELECT COUNT(*) AS n FROM posting"))[0]["n"])


def item(posting: Posting) -> JobQueueItem:
    """A job that brings its posting along, so that nothing is fetched for it."""
    data = {"title": posting.title, "posting": msgspec.to_builtins(posting)}
    return JobQueueItem(type="job", url=posting.url, scraped_data=data)


def copy(batch: Batch, ids: list[int], number: int) -> None:
    """Once more all entities, the employers too, so that no role becomes many."""
    crowd.copy(batch, ids, number)
    first = number * crowd.STRIDE
    last = first + crowd.STRIDE
    for statement in (
        "UPDATE entity SET company_id = company_id + :first WHERE id >= :first AND id < :last",
        "UPDATE matched SET role = role + :first WHERE job_id >= :first AND job_id < :last",
    ):
        batch.tx.run(statement, first=first, last=last)


def change(finder: JobFinder, what: str, *replaced: tuple[str, str]) -> None:
    """Other preferences, and all that follows."""
    text = PREFERENCES
    for before, after in replaced:
        assert before in text
        text = text.replace(before, after)
    finder.set_preferences(from_toml(text))
    until_idle(finder, what, "< 60 s")


def until_idle(finder: JobFinder, what: str, target: str) -> None:
    """Work until nothing is due, and print what that took."""
    began, spent = time.perf_counter(), time.process_time()
    ran = asyncio.run(finder.run(Limits(until_idle=True)))
    seconds, spent = time.perf_counter() - began, time.process_time() - spent
    told = f"{ran.steps:,} steps, {ran.requests} requests, {ran.failures} failures; {spent:.1f} s of processor time"
    print(f"{what:<46} {seconds:>9.1f} s   {told}   {'target ' + target if target else ''}".rstrip(), flush=True)


SECTIONS: dict[str, Callable[[int], None]] = {"speed": speed, "memory": memory, "again": again}

if __name__ == "__main__":
    main()
