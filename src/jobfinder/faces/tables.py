"""Tables: which columns each list shows. Rows are those of `app`; nothing is computed here but words.

Called by the commands that list. A list is a tuple of columns; `detail` puts a second, dim line below a cell, so that
rows stay readable at 80 columns. To show another field, add a column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from jobfinder.faces import fit, words
from jobfinder.faces.money import dollars
from jobfinder.faces.styles import status

Row = Mapping[str, Any]

CHANGES = 4
MESSAGE = 110
"""Characters of a message in a list; `why` and `show` have all of it."""


class Column(NamedTuple):
    """`cell` is given the row and the moment. A `flexible` column takes what width is left."""

    title: str
    cell: Callable[[Row, float], Text | str]
    right: bool = False
    flexible: bool = False


def show(out: Console, columns: Sequence[Column], rows: Sequence[Row], now: float) -> None:
    """Print the rows."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=False)
    for column in columns:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.flexible,
            overflow="fold" if column.flexible else "ellipsis",
            ratio=1 if column.flexible else None,
        )
    for row in rows:
        table.add_row(*(as_text(column.cell(row, now)) for column in columns))
    table.expand = any(column.flexible for column in columns)
    out.print(table)


def as_text(cell: Text | str) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def detail(first: str | None, *below: str | None, style: str = "") -> Text:
    """A cell of several lines, the further ones dim. Absent lines are left out."""
    text = Text(first or "", style=style)
    for line in below:
        if line:
            text.append(f"\n{line}", style="dim")
    return text


def what(row: Row) -> str:
    """What a ticket is on, as people know it."""
    return words.bare(row["url"]) or row["entity"] or row["id"]


def about(row: Row) -> str:
    """Employer, place, pay."""
    return words.joined((row["company"], words.where(row["posting"]), words.pay(row["posting"])))


def unused(row: Row) -> str:
    """Why a source is not listed; empty for one that is."""
    return "" if row["state"] == "enabled" else words.short_of(row["reason"] or row["why"], MESSAGE)


def site(row: Row) -> str:
    """Where a company is on the web, and what it does."""
    return words.joined((words.bare(row["website"]), row["industry"]))


def remarks(row: Row) -> Iterator[str]:
    """What else a seeker wants to know of a match before opening it."""
    if row["choice"]:
        reason = words.short_of(row["choice_reason"], MESSAGE)
        yield f"{row['choice']}: {reason}" if reason else row["choice"]
    for flag in row["flags"][:2]:
        yield f"be wary: {fit.flag_words(flag)}"
    if row["coverage"] is not None and row["coverage"] < fit.HALF_SURE:
        yield fit.confidence(row["coverage"])


def match(row: Row) -> Text:
    """A match: what and where, what is odd about it, the other postings of the role, its address."""
    text = detail(row["title"], about(row))
    for remark in remarks(row):
        text.append(f"\n{remark}", style="yellow")
    for line in (fit.also(row.get("also") or ()), row["url"]):
        if line:
            text.append(f"\n{line}", style="dim")
    return text


MATCHES = (
    Column("score", lambda row, now: Text(f"{row['score']:.0f}", style="bold green"), right=True),
    Column("match", lambda row, now: match(row), flexible=True),
    Column("posted", lambda row, now: words.day_ago(row["posting"].get("posted_at"), now)),
)
ITEMS = (
    Column("status", lambda row, now: status(row["status"])),
    Column("asked", lambda row, now: words.ago(row["created_at"], now)),
    Column("by", lambda row, now: "you" if row["mine"] else "itself"),
    Column(
        "what",
        lambda row, now: detail(
            f"{row['entity_type'] or row['type']} {what(row)}", words.short_of(row["message"], MESSAGE)
        ),
        flexible=True,
    ),
)
JOBS = (
    Column("verdict", lambda row, now: status(row["verdict"] or "open")),
    Column("job", lambda row, now: detail(row["title"] or row["url"], about(row), row["key"]), flexible=True),
    Column("posted", lambda row, now: words.day_ago((row["posting"] or {}).get("posted_at"), now)),
)
COMPANIES = (
    Column("tier", lambda row, now: row["tier"] or "-"),
    Column("verdict", lambda row, now: status(row["verdict"] or "open")),
    Column("company", lambda row, now: detail(row["name"] or "(name unknown)", site(row), row["key"]), flexible=True),
)
SOURCES = (
    Column("state", lambda row, now: status(row["state"])),
    Column("board", lambda row, now: row["board"]),
    Column(
        "source",
        lambda row, now: detail(row["company"] or words.bare(row["url"]), row["key"], unused(row)),
        flexible=True,
    ),
    Column("postings", lambda row, now: str(row["listed"]), right=True),
    Column("next", lambda row, now: words.until(row["due_at"], now)),
)
LANES = (
    Column("lane", lambda row, now: detail(row["name"], row["rest_why"]), flexible=True),
    Column("ready", lambda row, now: str(row["ready"]), right=True),
    Column("in flight", lambda row, now: str(row["in_flight"]), right=True),
    Column("served", lambda row, now: str(row["served"]), right=True),
    Column("allowance", lambda row, now: allowance(row)),
    Column("rests", lambda row, now: words.until(row["rest_until"], now)),
)


def allowance(row: Row) -> str:
    """How often a lane may be used."""
    if not row["interval"]:
        return "no limit"
    every = "1/s" if row["interval"] == 1 else f"1 in {row['interval']:g} s"
    return f"{every}, {row['cap']} at a time" if row["cap"] else every


def costs(by: str, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The ledger by `step`, `day` or `model`; of the columns of money those in which there is anything."""
    ran = [] if by == "model" else RUNS
    return (
        Column(by, lambda row, now: str(row[by])),
        *ran,
        *(column for names, column in PAID if any(row[name] for row in rows for name in names)),
    )


RUNS = (
    Column("runs", lambda row, now: f"{row['runs']:,}", right=True),
    Column("requests", lambda row, now: f"{row['requests']:,}", right=True),
    Column("time", lambda row, now: words.span(row["seconds"]), right=True),
)


def number(value: float) -> str:
    return f"{value:,}" if value else ""


PAID = (
    (("calls", "released"), Column("calls", lambda row, now: number(row["calls"]), right=True)),
    (("cached",), Column("stored", lambda row, now: number(row["cached"]), right=True)),
    (("refused",), Column("held back", lambda row, now: number(row["refused"]), right=True)),
    (
        ("calls", "cached", "refused", "released"),
        Column("spent", lambda row, now: dollars(row["spent"]) if row["calls"] else "", right=True),
    ),
    (
        ("reserved", "unsettled"),
        Column("in doubt", lambda row, now: dollars(in_doubt) if (in_doubt := doubt(row)) else "", right=True),
    ),
    (("saved",), Column("saved", lambda row, now: dollars(row["saved"]) if row["saved"] else "", right=True)),
)
"""Names of fields → the column that is shown where one of them is not nothing."""


def doubt(row: Row) -> float:
    """What may have been spent, or is about to be."""
    return float(row["reserved"] + row["unsettled"])


FORECAST = (
    Column("when", lambda row, now: row["when"]),
    Column("step", lambda row, now: row["step"]),
    Column("why", lambda row, now: detail(row["why"], row["about"]), flexible=True),
    Column("requests", lambda row, now: f"{row['requests']:.0f}" if row["requests"] else "", right=True),
    Column("time", lambda row, now: words.span(row["seconds"]) if row["seconds"] else "", right=True),
)
PRICED = (*FORECAST, Column("money", lambda row, now: price(row), right=True))


def price(row: Row) -> str:
    """What a step typically costs; a question mark where nobody knows."""
    return "?" if row["cost"] is None else dollars(row["cost"]) if row["cost"] else ""


RULES = (
    Column("rule", lambda row, now: row["rule"]),
    Column("dropped", lambda row, now: number(row["dropped"]), right=True),
    Column("by it alone", lambda row, now: number(row["alone"]), right=True),
    Column("passed anyway", lambda row, now: number(row["struck"] + row["rejected"] - row["dropped"]), right=True),
    Column("unsaid", lambda row, now: number(row["unknown"]), right=True),
)
VERSIONS = (
    Column("version", lambda row, now: f"{row['version']}{' *' if row['current'] else ''}", right=True),
    Column("saved", lambda row, now: detail(words.ago(row["at"], now), words.day(row["at"]))),
    Column("what changed", lambda row, now: detail(*changes(row["changes"])), flexible=True),
)


def changes(lines: Sequence[str]) -> list[str]:
    """The first few changes of a version."""
    shown = [words.short_of(line, MESSAGE) for line in lines[:CHANGES]]
    more = [f"… and {len(lines) - CHANGES} more"] if len(lines) > CHANGES else []
    return [*shown, *more] or ["nothing"]


RECOGNIZED = (
    Column("kind", lambda row, now: row["kind"]),
    Column("board", lambda row, now: row["board"] or ""),
    Column("address", lambda row, now: detail(words.bare(row["url"]), row["key"]), flexible=True),
)
