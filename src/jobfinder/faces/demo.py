"""What the demo says: who is looking, what was submitted, what was found, what was dropped, what to try next.

Called by the command `demo`, which does the work. Everything is asked of the finder, as any user could.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from rich.console import Console
from rich.text import Text

from jobfinder.faces import cards, tables, words
from jobfinder.faces.styles import status

if TYPE_CHECKING:
    from jobfinder.app import JobFinder
    from jobfinder.match.profile import Profile

SHOWN_MATCHES = 5
SHOWN_DROPPED = 4
SHOWN_REASON = 200
DROPPED = ("filtered", "skipped", "failed", "blocked")


def introduce(out: Console, seeker: Profile, urls: Sequence[str]) -> None:
    """Before it begins."""
    out.print(Text("A small web of companies and boards is served here. Nothing leaves this machine."))
    out.print(Text(f"Looking: {seeker.name}, {seeker.titles[0]}, {seeker.places[0]}."))
    out.print(Text(f"Submitted, {words.count(len(urls), 'bare address', 'bare addresses')} and nothing else:"))
    for url in urls:
        out.print(Text(f"  {url}"))
    out.print()


def tell(out: Console, finder: JobFinder, urls: Sequence[str]) -> None:
    """What came of it."""
    now = finder.clock.now()
    matches = finder.matches()
    found(out, finder, len(urls))
    if matches:
        title(out, f"The best of {words.count(len(matches), 'match', 'matches')}, by what is sure of their scores")
        tables.show(out, tables.MATCHES, matches[:SHOWN_MATCHES], now)
        title(out, "Why the first one matches")
        cards.show(out, msgspec.to_builtins(finder.outcome(matches[0]["key"])), now)
    dropped(out, finder)


def title(out: Console, text: str) -> None:
    out.print()
    out.print(Text(text, style="bold"))


def found(out: Console, finder: JobFinder, submitted: int) -> None:
    """How much was found unaided."""
    known = finder.counts()["entities"]
    enabled = sum(source["state"] == "enabled" for source in finder.sources())
    out.print()
    companies = words.count(known.get("company", 0), "company", "companies")
    sources = f"{words.count(known.get('source', 0), 'source')}, {enabled} of them listing"
    line = f"From {words.count(submitted, 'address', 'addresses')}: {companies}, {sources}"
    out.print(Text(f"{line}, {words.count(known.get('job', 0), 'job')}.", style="bold"))
    out.print(Text("Whatever those addresses do not name was found unaided."))


def dropped(out: Console, finder: JobFinder) -> None:
    """A few that were dropped, each for a reason of its own kind."""
    rows = [row for row in finder.jobs() if row["verdict"] in DROPPED and row["why"]]
    if not rows:
        return
    title(out, f"Dropped, with reasons: {words.count(len(rows), 'job')}, for instance")
    for row in various(rows)[:SHOWN_DROPPED]:
        head = words.joined((row["title"] or words.bare(row["url"]), row["company"]), " at ")
        cards.put(out, Text("  ").append(head))
        why = words.short_of(row["why"], SHOWN_REASON)
        cards.put(out, Text("    ").append_text(status(row["verdict"])).append(f": {why}"))


def various(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first row of every kind of reason: a kind is what stands before the colon."""
    kinds: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        kinds.setdefault((row["verdict"], row["why"].partition(":")[0][:24]), row)
    return list(kinds.values())


def advise(out: Console) -> None:
    """What to try next."""
    title(out, "Next")
    out.print(Text("  jobfinder demo                    keeps it running, to look around in it"))
    out.print(Text("  jobfinder profile import RESUME   from now on it is about you"))
    out.print(Text("  jobfinder find URL                any posting, company, board or feed"))


def invite(out: Console, store: str, connect_to: str) -> None:
    """How to look at the running demo."""
    title(out, "It goes on: boards are listed again when it is time. From another terminal:")
    out.print(Text(f"  export JOBFINDER_STORE={shlex.quote(store)}"), soft_wrap=True)
    out.print(Text(f"  export JOBFINDER_CONNECT_TO={shlex.quote(connect_to)}"), soft_wrap=True)
    for line in ("jobfinder matches", "jobfinder why URL", "jobfinder sources", "jobfinder find URL"):
        out.print(Text(f"  {line}"))
    out.print(Text("Ctrl-C ends it."))
    out.print()
