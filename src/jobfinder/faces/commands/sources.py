"""`sources`: the boards, feeds and pages that list postings, and your word on them."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from cyclopts import App, Parameter

from jobfinder.faces.listing import listed
from jobfinder.faces.session import Context, Json, Limit, Session
from jobfinder.model import SourceState

app = App(name="sources")

Key: TypeAlias = Annotated[str, Parameter(help="The key of the source, or its address.")]


@app.default
def sources(*, limit: Limit = None, json: Json = False, session: Session) -> None:
    """List the known sources: state, open postings, when each is listed next."""
    with session.open() as finder:
        listed(session, "SOURCES", finder.sources, limit, json, finder.clock.now())


@app.command
def approve(key: Key, /, *, session: Session) -> None:
    """Try a candidate: it is discovered, probed and, if it lists postings, listed from then on."""
    decide(session, key, SourceState.PROPOSED, "will be tried")


@app.command
def disable(key: Key, /, *, session: Session) -> None:
    """List a source no more."""
    decide(session, key, SourceState.DISABLED, "is listed no more")


@app.command
def enable(key: Key, /, *, session: Session) -> None:
    """List a disabled source again."""
    decide(session, key, SourceState.ENABLED, "is listed again")


def decide(session: Context, key: str, state: SourceState, said: str) -> None:
    with session.open() as finder:
        finder.set_source_state(key, state)
    session.say(f"{key} {said}")
