"""`companies`: the employers that are known, and what you think of them."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from jobfinder.errors import UsageError
from jobfinder.faces.listing import listed
from jobfinder.faces.session import Json, Limit, Session
from jobfinder.model import Tier

app = App(name="companies")


@app.default
def companies(*, limit: Limit = None, json: Json = False, session: Session) -> None:
    """List the known companies, the newest first. `companies tier` says what you think of one."""
    with session.open() as finder:
        listed(session, "COMPANIES", finder.companies, limit, json, finder.clock.now())


@app.command
def tier(
    key: Annotated[str, Parameter(help="The key, or the address of its site.")],
    tier: Annotated[str, Parameter(help="S, A, B, C or D, the best first.")],
    /,
    *,
    session: Session,
) -> None:
    """Say how much you think of a company: its jobs are worked on sooner or later."""
    try:
        wanted = Tier(tier.upper())
    except ValueError:
        raise UsageError(f"unknown tier {tier!r}: one of {', '.join(Tier)}") from None
    with session.open() as finder:
        finder.set_tier(key, wanted)
    session.say(f"{key} is of tier {wanted}")
