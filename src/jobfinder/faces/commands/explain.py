"""`plan`, `why` and `costs`: what would happen, what did and why, and what it took."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from jobfinder.errors import UsageError
from jobfinder.faces.session import Json, NegativeError, Session, Target


def plan(
    url: Annotated[str, Parameter(help="Any address, known or not.")], /, *, json: Json = False, session: Session
) -> None:
    """Say what would happen for an address now, step by step, with what each is expected to cost.

    Changes nothing and fetches nothing.
    """
    with session.open() as finder:
        outlook = finder.plan(url)
        now = finder.clock.now()
    if json:
        return session.emit(outlook)
    import msgspec

    from jobfinder.faces import tables, words

    session.say(f"{outlook.key}\n{outlook.verdict or 'to do'}: {outlook.why}")
    if outlook.steps:
        session.say("")
        tables.show(session.out, tables.FORECAST, [msgspec.to_builtins(step) for step in outlook.steps], now)
        requests = f"about {outlook.requests:.0f} requests" if outlook.requests else "no request"
        session.say(f"\n{requests}, {words.span(outlook.seconds)}, no money; what it leads to comes on top")
    return None


def why(
    target: Target,
    /,
    *,
    full: Annotated[bool, Parameter(help="The whole decision log.")] = False,
    json: Json = False,
    session: Session,
) -> None:
    """Tell the story of an address: what is known, each step with age and cost, what comes next and why, the log.

    Exit code 1: nothing is known of it.
    """
    with session.open() as finder:
        try:
            told = finder.why(target)
        except UsageError as error:
            raise NegativeError(str(error)) from None
        now = finder.clock.now()
    if json:
        return session.emit(told)
    from jobfinder.faces import story

    return story.tell(session.out, told, now, full=full)


def costs(
    *,
    by: Annotated[Literal["step", "day", "model"], Parameter(help="What to add up by.", show_default=True)] = "step",
    json: Json = False,
    session: Session,
) -> None:
    """Show the ledger: runs, requests, time and money."""
    with session.open() as finder:
        rows = finder.costs(by)
        now = finder.clock.now()
    if json:
        return session.emit(rows)
    from jobfinder.faces import tables

    if not rows:
        session.err.print("nothing was paid to a model" if by == "model" else "nothing was run yet")
        return None
    return tables.show(session.out, tables.costs(by), rows, now)
