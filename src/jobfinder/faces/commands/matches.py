"""`matches`, `show` and `mark`: what was found, and what you did about it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from cyclopts import Parameter

from jobfinder.errors import UsageError
from jobfinder.faces.listing import listed
from jobfinder.faces.session import Json, Limit, NegativeError, Session, Target


def matches(
    *,
    min_score: Annotated[float, Parameter(help="Only those with at least so many points of 100.")] = 0,
    limit: Limit = None,
    json: Json = False,
    session: Session,
) -> None:
    """List the open matches, best first. `show URL` tells what a score rests on."""
    with session.open() as finder:
        listed(session, "MATCHES", lambda most: finder.matches(min_score, most), limit, json, finder.clock.now())


def show(target: Target, /, *, json: Json = False, session: Session) -> None:
    """Show what came of an address: the posting and its score, or why not, or what it led to.

    Exit code 1: nothing is known of it.
    """
    with session.open() as finder:
        try:
            outcome: dict[str, Any] = msgspec.to_builtins(finder.outcome(target))
        except UsageError as error:
            raise NegativeError(str(error)) from None
        if json:
            return session.emit(outcome)
        from jobfinder.faces import cards

        return cards.show(session.out, outcome, finder.clock.now())


def mark(
    target: Target,
    choice: Annotated[Literal["applied", "saved", "hidden", "none"], Parameter(help="none takes it back.")],
    /,
    *,
    reason: Annotated[str | None, Parameter(help="Why, in your words: `prefs suggest` reads it.")] = None,
    session: Session,
) -> None:
    """Say what you did with a job. What is hidden is listed no more; nothing else changes by itself."""
    from jobfinder.model import Choice

    with session.open() as finder:
        key = finder.choose(target, None if choice == "none" else Choice(choice), reason)
    session.say(f"{key}: {'no choice any more' if choice == 'none' else choice}")
