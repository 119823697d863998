"""`plan`, `why` and `costs`: what would happen, what did and why, and what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from jobfinder.errors import UsageError
from jobfinder.faces.session import Json, NegativeError, Session, Target

if TYPE_CHECKING:
    from jobfinder.flow.forecast import Outlook


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
        columns = tables.PRICED if outlook.priced else tables.FORECAST
        rows = [
            {**msgspec.to_builtins(step), "about": step.entity if step.entity != outlook.key else None}
            for step in outlook.steps
        ]
        tables.show(session.out, columns, rows, now)
        requests = f"about {words.count(round(outlook.requests), 'request')}" if outlook.requests else "no request"
        spent = money(outlook)
        session.say(f"\n{requests}, {words.span(outlook.seconds)}, {spent}; what it leads to comes on top")
        for held in dict.fromkeys(step.held for step in outlook.steps if step.held):
            session.say(f"no model is asked now: {held}")
    return None


def money(outlook: Outlook) -> str:
    """What the steps to come cost."""
    from jobfinder.faces.money import dollars, expected

    if not outlook.priced:
        return "no money"
    if any(step.worst is None for step in outlook.steps):
        return "and money that nobody can tell"
    if not outlook.worst:
        return "no money"
    if not outlook.cost:
        return f"no money, or {dollars(outlook.worst)} at most if a model is asked"
    return expected(outlook.cost, outlook.worst)


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
    """Show the ledger: runs, requests, time and money; below it what was not spent, and why.

    Calls of models may have been billed; `stored` are answers that were paid for before; `held back` by a budget.
    """
    with session.open() as finder:
        rows = finder.costs(by)
        said = finder.unspent()
        now = finder.clock.now()
    if json:
        return session.emit(rows)
    from jobfinder.faces import tables

    if rows:
        tables.show(session.out, tables.costs(by, rows), rows, now)
    else:
        session.err.print("nothing was paid to a model" if by == "model" else "nothing was run yet")
    if rows and not any(row["calls"] or row["cached"] or row["refused"] for row in rows):
        said = ["no model was asked: no money was spent", *said]
    for line in said if rows else ():
        session.say(line)
    return None
