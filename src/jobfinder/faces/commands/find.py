"""`find` and `demo`: from an address to a result card, while one watches."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from cyclopts import Parameter

from jobfinder.faces.session import NO, YES, Context, Json, Session

if TYPE_CHECKING:
    from jobfinder.app import JobFinder
    from jobfinder.flow.submit import Submitted


def find(
    *urls: Annotated[str, Parameter(help="A posting, a company, a board or a feed.")],
    json: Json = False,
    session: Session,
) -> int:
    """Work on these addresses until they have settled, then print the result card of each.

    What is known already is answered at once. Exit code 1: something has to wait for later, as the card says.
    """
    from jobfinder.errors import UsageError

    if not urls:
        raise UsageError("find needs an address: that of a posting, a company, a board or a feed")
    with session.open() as finder:
        asked = finder.submit_all(urls)
        left = settle(session, finder, [one.item_id for one in asked])
        cards = [card(finder, url, one) for url, one in zip(urls, asked, strict=True)]
        show(session, finder, cards, as_json=json)
        if left and not json:
            remark(session, finder, left)
        return NO if left else YES


def settle(session: Context, finder: JobFinder, ids: list[str]) -> int:
    """Work until these have settled, or nothing is due; how many are left then."""
    if not finder.unsettled(ids):
        return 0
    from jobfinder.faces.live import watched

    asyncio.run(watched(finder, session.err, lambda watch: finder.run_until_settled(ids, watch)))
    return finder.unsettled(ids)


def card(finder: JobFinder, url: str, asked: Submitted) -> dict[str, Any]:
    """What came of one address."""
    outcome: dict[str, Any] = msgspec.to_builtins(finder.outcome(asked.item_id))
    return {"asked": url, "item_id": asked.item_id, **outcome}


def show(session: Context, finder: JobFinder, cards: list[dict[str, Any]], *, as_json: bool) -> None:
    """The cards, in the order asked."""
    if as_json:
        session.emit(cards)
        return
    from jobfinder.faces import cards as faces

    for one in cards:
        faces.show(session.out, one, finder.clock.now())


def remark(session: Context, finder: JobFinder, left: int) -> None:
    """Why it stops although not all has settled."""
    from jobfinder.faces import words

    due = next((row["due_at"] for row in finder.coming(1) if row["due_at"]), None)
    when = f"; the next is due {words.until(due, finder.clock.now())}" if due else ""
    session.err.print(f"{words.count(left, 'item')} not settled yet{when}: `jobfinder run` goes on from here")
