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
    all: Annotated[bool, Parameter(help="Those that you hid, too.")] = False,
    saved: Annotated[bool, Parameter(help="Only those that you saved.")] = False,
    applied: Annotated[bool, Parameter(help="Only those that you applied for.")] = False,
    limit: Limit = None,
    json: Json = False,
    session: Session,
) -> None:
    """List the open matches, best first, one of each role: by what is sure of a score, and not too old.

    `show URL` tells what a score rests on.
    """
    chosen = [name for name, wanted in (("all", all), ("saved", saved), ("applied", applied)) if wanted]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} do not go together: give one of them")
    which = chosen[0] if chosen else "shown"
    with session.open() as finder:
        if which in ("saved", "applied") and not finder.matches(min_score, 1, which) and not json:
            session.err.print(f"nothing is marked {which}: `jobfinder mark URL {which}` does it")
            return
        listed(session, "MATCHES", lambda most: finder.matches(min_score, most, which), limit, json, finder.clock.now())


def show(
    target: Target,
    /,
    *,
    full: Annotated[bool, Parameter(help="Every part with its whole quote, every skill and requirement.")] = False,
    json: Json = False,
    session: Session,
) -> None:
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

        return cards.show(session.out, outcome, finder.clock.now(), full=full)


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
