"""The ledger of drops, and what a change of preferences would do, in words. Called by `drops` and `prefs`.

Rows are records of `flow.dropping`, `flow.trying` and `flow.suggesting`; nothing is computed here but words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Console
from rich.text import Text

from jobfinder.faces import fit, tables, words
from jobfinder.faces.cards import put
from jobfinder.faces.fit import INDENT
from jobfinder.faces.money import expected
from jobfinder.flow.dropping import Dropped, Drops
from jobfinder.flow.suggesting import Suggested
from jobfinder.flow.trying import Tried
from jobfinder.match.drops import Moved, WouldPass
from jobfinder.match.suggest import Suggestion
from jobfinder.match.trial import Move, Side

NAMED = 10
LONGEST = 110


# ---------------------------------------------------------------- what was dropped


def drops(out: Console, found: Drops, rule: str | None) -> None:
    """A line for each rule, then the jobs."""
    put(out, Text(f"{found.dropped:,} of {words.count(found.judged, 'open job')} were dropped as last judged"))
    if found.rules:
        out.print()
        tables.show(out, tables.RULES, [msgspec.to_builtins(row) for row in found.rules], 0.0)
    if not found.jobs:
        return
    named = f", of those that {rule} had a part in" if rule else ""
    section(out, f"Nearest to passing{named}")
    for job in found.jobs:
        for line in job_lines(job):
            put(out, line)
    if found.count > len(found.jobs):
        put(out, Text(f"… and {found.count - len(found.jobs):,} more: --limit N, --rule RULE or --json", style="dim"))


def job_lines(job: Dropped) -> Iterator[Text]:
    """A dropped job, and why."""
    title = job.title or words.bare(job.url) or job.key
    yield Text(words.joined((title, job.company), " at "), style="bold")
    if job.url:
        yield Text(f"{INDENT}{job.url}", style="dim")
    plain = msgspec.to_builtins(job)
    yield from fit.reasons(plain["why"]["against"], job.title, full=False, told=bool(job.commands))
    yield from fit.ways(plain)


def section(out: Console, title: str) -> None:
    out.print()
    out.print(Text(title, style="bold"))


# ---------------------------------------------------------------- what would pass


def would_pass(out: Console, found: WouldPass, most: int) -> None:
    """What a change would let through the filter, and what no longer."""
    gains, losses = words.count(found.gains, "job"), words.count(found.losses, "job")
    pairs = zip(found.path.split("; "), found.value.split("; "), strict=False)
    change = ", ".join(f"{path} = {value or 'nothing'}" for path, value in pairs)
    put(out, Text(f"with {change}: {gains} more would pass the filter, {losses} no longer, {found.unchanged:,} as now"))
    moved(out, "Would pass; against them now", found.gained, most, found.gains)
    moved(out, "Would be dropped", found.lost, most, found.losses)


def moved(out: Console, title: str, rows: Sequence[Moved], most: int, count: int) -> None:
    if not count or not most:
        return
    section(out, title)
    for row in rows[:most]:
        put(out, Text(INDENT).append(row.title, style="bold"))
        put(out, Text(f"{INDENT * 2}{words.short_of(row.why, 2 * LONGEST)}", style="dim"))
    if count > len(rows[:most]):
        put(out, Text(f"{INDENT}… and {count - len(rows[:most]):,} more", style="dim"))


# ---------------------------------------------------------------- what a change would do


def tried(out: Console, found: Tried, command: str) -> None:
    """Matches gained and lost, the work, the money; and how to make the change."""
    if not found.changes:
        put(out, Text("this is what is in force already: nothing would change"))
        return
    for line in found.changes[:NAMED]:
        put(out, Text(words.short_of(line, 2 * LONGEST), style="bold"))
    if len(found.changes) > NAMED:
        put(out, Text(f"… and {len(found.changes) - NAMED} more changes"))
    trial = found.trial
    gains, losses = words.count(trial.gained.count, "match", "matches"), f"{trial.lost.count:,} lost"
    apart = f"; {trial.apart:,} that are closed, failed or not for you left aside" if trial.apart else ""
    stay = "stays what it is" if trial.unchanged == 1 else "stay what they are"
    put(out, Text(f"{gains} gained, {losses}; {words.count(trial.unchanged, 'job')} {stay}{apart}"))
    side(out, "Gained; what keeps them off now", trial.gained)
    side(out, "Lost", trial.lost)
    out.print()
    put(out, Text(work(found)))
    put(out, Text(reviews(found)))
    put(out, Text(f"Nothing was changed: `{command}` does it", style="dim", no_wrap=True))


def side(out: Console, title: str, found: Side) -> None:
    """The best of the jobs that move."""
    if not found.count:
        return
    section(out, title)
    for move in found.best[:NAMED]:
        put(out, move_line(move))
        put(out, Text(f"{' ' * 7}{words.short_of(move.why, LONGEST)}", style="dim"))
    if found.count > NAMED:
        put(out, Text(f"{INDENT}… and {found.count - NAMED:,} more", style="dim"))
    if found.unsure:
        put(out, Text(f"{INDENT}{found.unsure:,} of them have yet to be scored", style="dim"))


def move_line(move: Move) -> Text:
    score = "  ?" if move.score is None else f"{move.score:3.0f}"
    text = Text(f"{INDENT}{score}  ", style="green").append(move.title, style="bold")
    return text.append(f" at {move.company}", style="default") if move.company else text


def work(found: Tried) -> str:
    """What would have to be done again."""
    trial = found.trial
    again = f"{words.count(trial.to_filter, 'job')} judged again, {trial.to_score:,} scored again: no request, no money"
    return f"{again}; rules: {', '.join(trial.rules)}" if trial.rules else again


def reviews(found: Tried) -> str:
    """What models would be asked, and for how much."""
    if found.model is None:
        return "no model is set: no second opinion, no money"
    if not found.trial.ai_calls:
        return "no second opinion more: no money"
    count = words.count(found.trial.ai_calls, "second opinion")
    if found.worst is None:
        return f"{count} at most: {found.unpriced}"
    later = f"; not asked now: {found.unpriced}" if found.unpriced else ""
    return f"{count} by {found.model} at most: {expected(found.typical, found.worst)}{later}"


# ---------------------------------------------------------------- suggestions


def suggestions(out: Console, found: Suggested) -> None:
    """Each proposal: the evidence, what you said, the command."""
    if not found.suggestions:
        marked = words.count(found.decided, "job")
        put(
            out,
            Text(f"nothing to suggest yet: you marked {marked}; a proposal needs five that agree, and others beside"),
        )
        return
    for one in found.suggestions:
        for line in suggestion_lines(one):
            put(out, line)
        out.print()
    put(out, Text("Nothing was changed. `prefs try` shows what a change would alter.", style="dim"))


def suggestion_lines(one: Suggestion) -> Iterator[Text]:
    yield Text(one.text, style="bold")
    for reason in one.said:
        yield Text(INDENT * 2) + fit.quoted(reason)[len(INDENT) :]
    yield Text(f"{INDENT}jobfinder {one.command}", no_wrap=True)
