"""`items`, `jobs` and `lanes`: what is known and what is going on."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from jobfinder.errors import UsageError
from jobfinder.faces.listing import listed
from jobfinder.faces.session import Json, Limit, Session
from jobfinder.model import Verdict

STATUSES = ("live", *Verdict)


def items(
    *,
    status: Annotated[
        str | None, Parameter(help="Only those with this verdict, or `live` for those under way.")
    ] = None,
    limit: Limit = None,
    json: Json = False,
    session: Session,
) -> None:
    """List what was asked for, the newest first: by you, or by the system itself on its way."""
    if status is not None and status not in STATUSES:
        raise UsageError(f"unknown status {status!r}: one of {', '.join(STATUSES)}")
    with session.open() as finder:
        listed(session, "ITEMS", lambda most: finder.items(most, status), limit, json, finder.clock.now())


def jobs(*, limit: Limit = None, json: Json = False, session: Session) -> None:
    """List the known jobs, the newest first, each with its posting."""
    with session.open() as finder:
        listed(session, "JOBS", finder.jobs, limit, json, finder.clock.now())


def lanes(*, limit: Limit = None, json: Json = False, session: Session) -> None:
    """List the hosts and other limited resources: what waits for them, and how often they may be used."""
    with session.open() as finder:
        listed(session, "LANES", finder.lanes, limit, json, finder.clock.now())
