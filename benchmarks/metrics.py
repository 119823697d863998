"""The six promises as measured, a chain of explicit steps beside a bare URL, on the demo's web.

    PYTHONPATH=src .venv/bin/python benchmarks/metrics.py

Both go through the same engine. "Chain" is the old way: by hand, one after the other, an item for every step, which
names the step and carries the state; work stops when the named step is done. "Bare" is the address alone, then idle.
"""

from __future__ import annotations

import itertools
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import report
from jobfinder.demo.addresses import board_url, posting_url, site_url
from jobfinder.demo.expect import ExpectedCompany, ExpectedSource
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.model import EntityType, JobQueueItem, Record, Step
from jobfinder.read import urls
from jobfinder.steps import STEPS
from report import heading, note
from seeking import CHAINS, Seeking, Spent, explicit, failing, fields

FINISHED = ("success", "filtered", "skipped", "closed")
NUMBERS = itertools.count()


def main() -> None:
    """Measure and print."""
    report.machine()
    with tempfile.TemporaryDirectory(prefix="jobfinder-metrics-") as folder, DemoWeb(World.make()) as web:
        promises(Path(folder), web)
        retries(Path(folder), web)


def store(folder: Path) -> Path:
    """A place for a new store."""
    return folder / f"store{next(NUMBERS)}.db"


def chains(web: DemoWeb) -> list[tuple[str, str]]:
    """The addresses the demo's seeker submits, each with the type that whoever names steps has to know."""
    kinds = ("job", "job", "company", "source", "source")
    return list(zip(kinds, web.world.urls(), strict=True))


# ---------------------------------------------------------------- the first five


def promises(folder: Path, web: DemoWeb) -> None:
    """Fields, missing data, repetition, discovery."""
    heading("Promises 1 to 5: the demo's addresses, twice each")
    note("two postings, a company's site, a board and a feed; every pause of up to an hour is lived through")
    note("choosy: bare, with the demo's preferences, which drop most postings before their employer is of interest")
    with Seeking(store(folder), web) as chain:
        for type_, url in chains(web) * 2:
            chain.chain(type_, url)
        named = figures(chain, web)
    alone = bare_twice(folder, web, choosy=False)
    choosy = bare_twice(folder, web, choosy=True)
    rows = [(label, named[label], alone[label], choosy[label]) for label in named]
    report.table(("as measured", "chain", "bare", "choosy"), [*rows, with_missing_data(folder, web)])


def bare_twice(folder: Path, web: DemoWeb, *, choosy: bool) -> dict[str, str]:
    """All addresses, until idle, and then all of them again."""
    with Seeking(store(folder), web, choosy=choosy) as bare:
        for _ in range(2):
            for url in web.world.urls():
                bare.bare(url)
            bare.until_idle()
        return figures(bare, web)


def figures(seeking: Seeking, web: DemoWeb) -> dict[str, str]:
    """What can be read off after the work."""
    expected = web.world.expect
    counts = [fields(item) for item in seeking.items]
    steps = seeking.succeeded
    pages = Counter((one.host, one.path) for one in seeking.asked() if not one.robots and one.status == 200)
    companies = [one for one in expected.companies if not is_named(one, seeking)]
    sources = [one for one in expected.sources if one.outcome == "enabled" and not is_named(one, seeking)]
    return {
        "submissions by hand": str(len(counts)),
        "fields a submission (mean, most)": f"{mean(counts):.1f}, {max(counts)}",
        "fields in all": str(sum(counts)),
        "step runs that succeeded": str(steps.total()),
        "  of these with the same inputs again": str(steps.total() - len(steps)),
        "pages answered 200": str(pages.total()),
        "  of these the same address again": str(pages.total() - len(pages)),
        "companies found unaided": f"{found_companies(companies, seeking)} of {len(companies)}",
        "sources found unaided": f"{found_sources(sources, seeking)} of {len(sources)}",
        "jobs known": str(len(seeking.finder.jobs())),
        "matches": str(len(seeking.finder.matches())),
    }


def is_named(expected: ExpectedCompany | ExpectedSource, seeking: Seeking) -> bool:
    """Did some submission give it away, by its address or its name?"""
    given = {item.url for item in seeking.items}
    if isinstance(expected, ExpectedSource):
        return bool(given & {expected.url, expected.listing})
    return expected.website in given or expected.name in {item.company_name for item in seeking.items}


def found_companies(expected: list[ExpectedCompany], seeking: Seeking) -> int:
    """How many of these have been worked out: settled, under their own domain."""
    known = {urls.site(urls.host(row["website"])) for row in seeking.finder.companies() if settled(row)}
    return sum(one.domain in known for one in expected)


def settled(row: dict[str, object]) -> bool:
    return bool(row["website"]) and row["verdict"] == "success"


def found_sources(expected: list[ExpectedSource], seeking: Seeking) -> int:
    """How many of these are enabled, by their board and token, or by their address where they have none."""
    known = {identity(row["board"], row["token"], row["url"]) for row in enabled(seeking)}
    return sum(bool(known & {identity(one.kind, one.token, url) for url in (one.url, one.listing)}) for one in expected)


def enabled(seeking: Seeking) -> list[dict[str, str]]:
    return [row for row in seeking.finder.sources() if row["state"] == "enabled"]


def identity(board: str, token: str | None, url: str) -> tuple[str, str]:
    """Two sources are one if these are the same."""
    if token and board in ("greenhouse", "lever", "ashby"):
        return board, token.lower()
    return "page", urls.identity(url)


def with_missing_data(folder: Path, web: DemoWeb) -> tuple[str, str, str, str]:
    """Every step of every chain without its state, and every bare address: each on a store that knows nothing."""
    named = [explicit(type_, url, step, {}) for type_, url in chains(web) for step in CHAINS[type_]]
    alone = [JobQueueItem(type="job", url=url) for url in web.world.urls()]
    label = "runs with missing data finished"
    return label, finished(folder, web, named), finished(folder, web, alone), ""


def finished(folder: Path, web: DemoWeb, items: Sequence[JobQueueItem]) -> str:
    """How many of these come to a good end."""
    good = 0
    for item in items:
        with Seeking(store(folder), web) as seeking:
            good += seeking.until_answered(seeking.submit(item)) in FINISHED
    return f"{good} of {len(items)}"


# ---------------------------------------------------------------- the sixth


class Retry(Record, frozen=True):
    """A run with or without a failure: what it took, seconds of the step that was run again, fields filled in again."""

    spent: Spent
    seconds: float = 0.0
    fields: int = 0


def retries(folder: Path, web: DemoWeb) -> None:
    """What a failure at each step costs beyond a run without one."""
    heading("Promise 6: a retry after a failure at each step, the failure coming after the step's requests")
    note("requests and step runs beyond the same run without a failure, milliseconds of the step when run again")
    note("chain: the failed item is handed in again by hand, with all its fields; bare: nothing is done by hand")
    company = web.company("greenhouse")
    posting = posting_url(company, web.roles(company)[0])
    addresses = {"job": posting, "company": site_url(company), "source": board_url(company)}
    clean = bare_run(folder, web, posting, None)
    chained = {type_: chain_run(folder, web, type_, url, None) for type_, url in addresses.items()}
    rows = []
    for failed in STEPS:
        type_, step = failed
        named = chain_run(folder, web, type_, addresses[type_], failed)
        alone = bare_run(folder, web, posting, failed)
        rows.append((f"{type_} {step}", *beyond(named, chained[type_]), *beyond(alone, clean)))
    head = ("requests", "steps", "ms", "fields")
    report.table(("failed at", "chain: requests", *head[1:], "bare: requests", *head[1:]), rows)
    note(f"the whole run from the bare posting: {clean.spent.requests} requests, {clean.spent.steps} step runs")


def beyond(retry: Retry, clean: Retry) -> tuple[str, str, str, str]:
    extra = retry.spent.less(clean.spent)
    return f"{extra.requests:+d}", f"{extra.steps:+d}", f"{retry.seconds * 1000:.1f}", str(retry.fields)


def bare_run(folder: Path, web: DemoWeb, url: str, failed: tuple[EntityType, Step] | None) -> Retry:
    """From one bare address until idle."""
    with Seeking(store(folder), web, failing(*failed) if failed else STEPS) as seeking:
        seeking.bare(url)
        seeking.until_idle()
        return Retry(seeking.spent(), sum(seeking.retried))


def chain_run(folder: Path, web: DemoWeb, type_: str, url: str, failed: tuple[EntityType, Step] | None) -> Retry:
    """One chain, item by item, the failed one handed in again, then until idle."""
    again = 0
    with Seeking(store(folder), web, failing(*failed) if failed else STEPS) as seeking:
        state: dict[str, object] = {}
        for step in CHAINS[type_]:
            key = seeking.named(type_, url, step, state)
            if failed and step == failed[1]:
                seeking.named(type_, url, step, state)
                again = fields(seeking.items[-1])
            state = seeking.state(key)
        seeking.until_idle()
        return Retry(seeking.spent(), sum(seeking.retried), again)


if __name__ == "__main__":
    main()
