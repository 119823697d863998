"""What a command is handed besides its arguments: the store to open, and the two streams to write to.

Made by `cli` for each call. Answers go to `out` (stdout) or, as one JSON document, through `emit`; progress and
remarks go to `err` (stderr). Nothing heavy is loaded before it is used, so that a settled address is answered at once.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, TypeAlias

import msgspec
from cyclopts import Parameter

from jobfinder.errors import JobFinderError
from jobfinder.faces import words

if TYPE_CHECKING:
    from rich.console import Console

    from jobfinder.app import JobFinder
    from jobfinder.settings import Settings

YES = 0
NO = 1


class NegativeError(JobFinderError):
    """The command worked and its answer is no: one line on stderr, exit code 1."""


class Context:
    """One call of the command line interface. `store` null means the user's own."""

    def __init__(self, store: str | None = None) -> None:
        self.store = store

    def open(self, settings: Settings | None = None) -> JobFinder:
        """The store, open; close it by `with`. `settings` replace the user's. Raises `UsageError` and `StoreError`."""
        from jobfinder.app import JobFinder

        return JobFinder.open(self.store, settings=settings)

    @cached_property
    def out(self) -> Console:
        """Where answers go."""
        return console(stderr=False)

    @cached_property
    def err(self) -> Console:
        """Where progress and remarks go."""
        return console(stderr=True)

    def looking(self) -> AbstractContextManager[object]:
        """Says on a terminal that every job is being looked at, while that lasts."""
        return self.err.status("looking at every job …", spinner="line")

    def emit(self, value: object) -> None:
        """The answer as one JSON document."""
        text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
        sys.stdout.write(text + "\n")

    def say(self, text: str) -> None:
        """Plain lines of an answer."""
        sys.stdout.write(words.plain(text) + "\n")


def console(*, stderr: bool) -> Console:
    """Data is never read as markup, nor obeyed by the terminal, and nothing is coloured by guess."""
    from jobfinder.faces.terminal import Terminal

    return Terminal(stderr=stderr, markup=False, highlight=False, emoji=False)


Session: TypeAlias = Annotated[Context, Parameter(parse=False)]
Json: TypeAlias = Annotated[bool, Parameter(name="--json", help="Print one JSON document on stdout.")]
Limit: TypeAlias = Annotated[
    int | None, Parameter(name="--limit", help="At most so many rows; by default 50 in tables, all in JSON.")
]
Target: TypeAlias = Annotated[str, Parameter(help="An item id, the key of an entity, or an address seen before.")]


def file_help(text: str) -> Parameter:
    """A parameter that names a file; `-` is one."""
    return Parameter(help=text, allow_leading_hyphen=True)
