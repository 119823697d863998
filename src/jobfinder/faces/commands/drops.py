"""`drops`: what was dropped, by which rule, and what would pass if something were otherwise."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from jobfinder.errors import UsageError
from jobfinder.faces.listing import ALL
from jobfinder.faces.session import Json, Session

SHOWN = 5


def drops(
    *,
    rule: Annotated[str | None, Parameter(help="Only what this rule, or group of rules, had a part in.")] = None,
    if_: Annotated[
        list[str] | None,
        Parameter(name="--if", negative="", help="FIELD=VALUE: what the filter would let pass then. May be repeated."),
    ] = None,
    limit: Annotated[int | None, Parameter(help="At most so many jobs; by default 5, all in JSON.")] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Show what was dropped: by which rule and how often, then the jobs that come nearest to passing.

    `drops --if salary.floor=60000` says what would pass then. Nothing is changed, and nothing is fetched.
    """
    if limit is not None and limit < 0:
        raise UsageError(f"--limit takes a number of jobs, not {limit}")
    if rule is not None and if_:
        raise UsageError("--rule and --if do not go together: give one of them")
    most = limit if limit is not None else ALL if json else SHOWN
    with session.open() as finder:
        if if_:
            changes = [change(text) for text in if_]
            with session.looking():
                found = finder.would_pass(changes)
            if json:
                return session.emit(found)
            from jobfinder.faces import ledger

            return ledger.would_pass(session.out, found, most)
        with session.looking():
            told = finder.drops(rule, most)
        if json:
            return session.emit(told)
    from jobfinder.faces import ledger

    return ledger.drops(session.out, told, rule)


def change(text: str) -> tuple[str, str]:
    """A field and its value."""
    path, equals, value = text.partition("=")
    if not equals or not path.strip():
        raise UsageError(f"--if takes FIELD=VALUE, as in salary.floor=60000, not {text!r}")
    return path.strip(), value.strip()
