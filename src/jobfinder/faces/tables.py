"""Tables: which columns each list shows. Rows are those of `app`; nothing is computed here but words.

Called by the commands that list. A list is a tuple of columns; `detail` puts a second, dim line below a cell, so that
rows stay readable at 80 columns. To show another field, add a column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from jobfinder.faces import words
from jobfinder.faces.styles import status

Row = Mapping[str, Any]

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


MATCHES = (
    Column("score", lambda row, now: Text(f"{row['score']:.0f}", style="bold green"), right=True),
    Column("match", lambda row, now: detail(row["title"], about(row), row["url"]), flexible=True),
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


def costs(by: str) -> tuple[Column, ...]:
    """The ledger by `step`, `day` or `model`."""
    return (
        Column(by, lambda row, now: str(row[by])),
        Column("runs", lambda row, now: f"{row['runs']:,}", right=True),
        Column("requests", lambda row, now: f"{row['requests']:,}", right=True),
        Column("time", lambda row, now: words.span(row["seconds"]), right=True),
        Column("cost", lambda row, now: f"{row['cost']:.2f}", right=True),
    )


FORECAST = (
    Column("when", lambda row, now: row["when"]),
    Column("step", lambda row, now: row["step"]),
    Column(
        "why", lambda row, now: detail(row["why"], row["entity"] if row["when"] == "if needed" else None), flexible=True
    ),
    Column("requests", lambda row, now: f"{row['requests']:.0f}" if row["requests"] else "", right=True),
    Column("time", lambda row, now: words.span(row["seconds"]) if row["seconds"] else "", right=True),
)
RECOGNIZED = (
    Column("kind", lambda row, now: row["kind"]),
    Column("board", lambda row, now: row["board"] or ""),
    Column("address", lambda row, now: detail(words.bare(row["url"]), row["key"]), flexible=True),
)
