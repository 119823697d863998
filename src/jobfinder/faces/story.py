"""The story that `why` tells: what is known, each step with age and cost, what comes next and why, how it came to be.

Called by the command `why`; the facts are those of `flow.explain.Why`. A factor of the rank that is new needs its words
in FACTORS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jobfinder.faces import fit, words
from jobfinder.faces.cards import put
from jobfinder.faces.fit import INDENT
from jobfinder.faces.styles import status
from jobfinder.faces.tables import MESSAGE, detail
from jobfinder.flow.dropping import Dropped
from jobfinder.flow.explain import Next, StepState, Why

FACTORS = {
    "cost": ("a cheap step", "a dear step"),
    "tier": ("a company of a high tier", "a company of a low tier"),
    "seeker": ("you asked for it yourself", ""),
    "predicted": ("its title looks like a match", "its title looks like no match"),
    "fresh": ("a fresh posting", "an old posting"),
    "routine": ("", "a routine refresh"),
}
"""Factor of the rank → in words where it is below 1 (served sooner), and above 1 (served later)."""
SHOWN_LOG = 15
MANY = ("spawned", "joined", "refused")
"""Events that come in crowds."""

Entry: TypeAlias = Mapping[str, Any]


def tell(out: Console, why: Why, now: float, *, full: bool) -> None:
    """Print the story; `full` shows the whole log."""
    for line in beginning(why, now):
        put(out, line)
    section(out, "Steps")
    out.print(steps(why.steps))
    if why.dropped is not None:
        section(out, "Why not")
        for line in objections(why.dropped, title(why.known)):
            put(out, line)
    if why.spent:
        section(out, "Spent")
        for told in why.spent:
            put(out, Text(INDENT + told))
    section(out, "Next")
    for line in following(why, now):
        put(out, line)
    if why.items:
        section(out, "Asked for")
        for line in tickets(why, now):
            put(out, line)
    section(out, "Log")
    log(out, why, now, full=full)


def section(out: Console, title: str) -> None:
    out.print()
    out.print(Text(title, style="bold"))


# ---------------------------------------------------------------- what is known


def beginning(why: Why, now: float) -> Iterator[Text]:
    """What it is, how it ended, what else it is called."""
    yield Text(title(why.known) or why.key, style="bold").append(f"  {why.type}", style="dim")
    yield Text(INDENT + why.key, style="dim")
    ended = Text(INDENT).append_text(status(why.verdict or "not settled"))
    yield ended.append(f", {words.ago(why.settled_at, now)}" if why.settled_at else "")
    for fact in facts(why.known, now):
        yield Text(INDENT + fact)
    if why.names:
        yield Text(f"{INDENT}also known as {', '.join(why.names)}", style="dim")
    for one in why.listed_by:
        gone = f", missing since {words.ago(one['missing_since'], now)}" if one["missing_since"] else ""
        yield Text(f"{INDENT}listed by {one['key']}, last seen {words.ago(one['last_at'], now)}{gone}")


def title(known: Mapping[str, Any]) -> str:
    """Of a job its title and company, of a company its name, of a source its address."""
    name = known.get("title") or known.get("name") or known.get("url") or ""
    return f"{name} at {known['company_name']}" if known.get("title") and known.get("company_name") else name


def facts(known: Mapping[str, Any], now: float) -> Iterator[str]:
    """What the record says, a few words each."""
    posting = known.get("posting")
    if posting:
        posted = words.day_ago(posting.get("posted_at"), now)
        line = words.joined((words.where(posting), words.pay(posting), posted and f"posted {posted}"))
        yield line or "no details stated"
    named = {"website": "site", "employer": "employer", "industry": "industry", "size": "size", "tier": "tier"}
    named |= {"state": "state", "reason": "because", "closed_reason": "closed because"}
    line = words.joined([f"{word} {known[name]}" for name, word in named.items() if known.get(name)])
    if line:
        yield line
    if known.get("url") and (known.get("title") or known.get("name")):
        yield str(known["url"])


# ---------------------------------------------------------------- steps


def steps(states: tuple[StepState, ...]) -> Table:
    """The pipeline: state, age, cost and result of each step."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    for _ in range(4):
        table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for one in states:
        age = "" if one.age is None else f"{words.span(one.age)} ago"
        table.add_row(Text(INDENT + one.step), status(one.state), Text(age), Text(cost(one)), result(one))
    return table


def cost(one: StepState) -> str:
    """What the step has taken so far."""
    if not one.runs:
        return "carried in" if one.carried else ""
    asked = f"{words.count(one.requests, 'request')}, " if one.requests else ""
    again = f" in {one.runs} runs" if one.runs > 1 else ""
    return f"{asked}{words.span(one.seconds)}{again}"


def result(one: StepState) -> Text:
    """Its reason, or its error; of an open step, what it is a function of."""
    if one.error:
        return detail(one.error, f"{words.count(one.attempts, 'attempt')} so far")
    if one.state == "open":
        return Text(f"needs {one.inputs}", style="dim")
    return Text(words.joined((one.outcome, one.reason), ": "))


def objections(dropped: Dropped, heading: str) -> Iterator[Text]:
    """What speaks against a job, and what would let it pass."""
    found = msgspec.to_builtins(dropped)
    yield from fit.reasons(found["why"]["against"], heading, told=bool(dropped.commands))
    yield from fit.ways(found)


# ---------------------------------------------------------------- what comes next


def following(why: Why, now: float) -> Iterator[Text]:
    """The next thing, and why it stands where it stands."""
    then = why.next
    yield Text(INDENT + sentence(then, now))
    if why.waits_for:
        yield Text(f"{INDENT}waits for {', '.join(why.waits_for)}")
    if then.parts:
        yield Text(INDENT + order(then, now), style="dim")


def sentence(then: Next, now: float) -> str:
    """`scrape now, on host:boards.example, because …`."""
    when = words.until(then.due, now)
    if then.what == "run":
        return f"{then.step} {when}, on {then.lane}, because {then.why}"
    if then.what == "wait":
        return f"waits, at the longest until {when.removeprefix('in ')} from now, because {then.why}"
    again = f"; looked at again {when}" if then.due else "; nothing is left to do until something changes"
    return f"done, {then.verdict}: {words.short_of(then.why, MESSAGE)}{again}"


def order(then: Next, now: float) -> str:
    """The parts of the rank in words."""
    parts = then.parts
    reasons = [named for name, value in parts.items() if name in FACTORS and (named := factor(name, value))]
    span = words.span(parts.get("span", 0.0))
    line = f"order of service: as if it had to be done {span} after falling due"
    line += f" ({'; '.join(reasons)})" if reasons else ""
    return line + ("; something more urgent waits for it and lends it its place" if "inherited" in parts else "")


def factor(name: str, value: float) -> str:
    """One factor, or nothing where it does not count."""
    below, above = FACTORS[name]
    word = below if value < 1 else above if value > 1 else ""
    return f"{word} ×{value:.2g}" if word else ""


# ---------------------------------------------------------------- how it came to be


def tickets(why: Why, now: float) -> Iterator[Text]:
    """Who asked, and what they were told; the same answer again and again is told once."""
    for same in runs(why.items, lambda item: (item["mine"], item["depth"], item["verdict"], item["message"])):
        item = same[0]
        who = "by you" if item["mine"] else f"by itself, {words.count(item['depth'], 'step')} from what you gave"
        line = Text(f"{INDENT}{words.ago(item['created_at'], now)} {who}{times(same)}: ")
        line.append_text(status(item["verdict"] or "under way"))
        yield line.append(f", {words.short_of(item['message'], MESSAGE)}" if item["message"] else "")


def log(out: Console, why: Why, now: float, *, full: bool) -> None:
    """The decision log, oldest first. What is the same, and what was spawned in a row, takes one line."""
    entries = sorted(why.log, key=lambda entry: entry["at"])
    grouped = [[entry] for entry in entries] if full else runs(entries, alike)
    shown = grouped if full else grouped[-SHOWN_LOG:]
    if len(shown) < len(grouped):
        out.print(Text(f"{INDENT}… {len(grouped) - len(shown)} earlier: --full shows them", style="dim"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for same in shown:
        entry = same[-1]
        event = entry["step"] if entry["event"] == "ran" else entry["event"]
        said = words.joined((entry["outcome"], entry["reason"]), ": ")
        said = said if full else words.short_of(said, MESSAGE)
        table.add_row(Text(INDENT + words.ago(entry["at"], now)), Text(event or ""), Text(said + times(same)))
    out.print(table)


def runs(entries: Sequence[Entry], key: Callable[[Entry], object]) -> list[list[Entry]]:
    """The entries in order, neighbours of the same key together."""
    return [list(same) for _, same in groupby(entries, key)]


def alike(entry: Entry) -> object:
    """What makes entries of the log one line: all that they say, or that they spawned one after the other."""
    said = None if entry["event"] in MANY else (entry["outcome"], entry["reason"])
    return entry["event"], entry["step"], said


def times(same: Sequence[Entry]) -> str:
    """` (15 times)`, or ` and 14 more` where they differ."""
    if len(same) == 1:
        return ""
    return f" and {len(same) - 1} more" if same[0].get("event") in MANY else f" ({len(same)} times)"
