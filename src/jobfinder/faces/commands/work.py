"""`submit` and `run`: ask for work, and do it."""

from __future__ import annotations

import asyncio
from typing import Annotated

from cyclopts import Parameter

from jobfinder.errors import UsageError
from jobfinder.faces import files, words
from jobfinder.faces.session import Json, Session, file_help
from jobfinder.model import JobQueueItem


def submit(
    *urls: Annotated[str, Parameter(help="Addresses; a company may be given by --company alone.")],
    type: Annotated[
        str, Parameter(help="job, company or source; what it really is is found out anyway.", show_default=True)
    ] = "job",
    sub_task: Annotated[str | None, Parameter(help="The step to begin with; never needed.")] = None,
    company: Annotated[str | None, Parameter(help="The employer's name, where you know it.")] = None,
    force: Annotated[bool, Parameter(help="Read everything from the web again; what was paid for is kept.")] = False,
    file: Annotated[str | None, file_help("A file with one address a line; - for stdin.")] = None,
    page: Annotated[
        str | None, file_help("The posting's page as you saved it (HTML, PDF, text), to be read instead; - for stdin.")
    ] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Ask for work on these addresses, and print the ids of the items.

    Nothing is fetched before `run`. All addresses are taken, or none. With --page the posting at the one address is
    read from that file and never fetched: for sites that want to be read by people only.
    """
    given: list[str | None] = [*urls, *(files.addresses(file) if file else ())]
    if not given and company and type == "company":
        given = [None]
    if not given:
        raise UsageError("submit needs an address: that of a posting, a company, a board or a feed")
    wanted = [JobQueueItem(type=type, url=url, sub_task=sub_task, company_name=company) for url in given]
    if page is not None:
        wanted = [saved(page, wanted)]
    with session.open() as finder:
        asked = finder.submit_all(wanted, force=force)
    if json:
        return session.emit(asked)
    for one in asked:
        answer = f"{one.verdict}: {one.message}" if one.verdict else "to be done"
        session.say(f"{one.item_id}  {one.key}  {answer}")
    return None


def saved(path: str, wanted: list[JobQueueItem]) -> JobQueueItem:
    """The one item that is wanted, with the posting on its saved page."""
    from jobfinder.flow.saved import with_page

    if len(wanted) != 1:
        raise UsageError(f"--page holds one posting: give the one address that it was saved from, not {len(wanted)}")
    content = files.read_bytes(path)
    try:
        return with_page(wanted[0], content)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from None


def run(
    *,
    until_idle: Annotated[bool, Parameter(help="Stop when nothing is due any more.")] = False,
    for_: Annotated[float | None, Parameter(name="--for", help="Stop after so many seconds.")] = None,
    steps: Annotated[int | None, Parameter(help="Stop after so many steps, or when nothing is due.")] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Work: fetch, read, judge, list again when it is time. Without a limit, until Ctrl-C.

    Killed anywhere, the next run goes on where this one was.
    """
    from jobfinder.faces.live import watched
    from jobfinder.flow.worker import Limits

    if (for_ is not None and for_ < 0) or (steps is not None and steps < 0):
        raise UsageError("--for and --steps take a number that is not negative")
    with session.open() as finder:
        until = None if for_ is None else finder.clock.now() + for_
        limits = Limits(until_idle=until_idle or steps is not None, steps=steps, until=until)
        ran = asyncio.run(watched(finder, session.err, lambda watch: finder.run(limits, watch)))
        now = finder.clock.now()
    if json:
        return session.emit(ran)
    due = f"the next is due {words.until(ran.next_due, now)}" if ran.next_due is not None else "nothing is planned"
    failed = f", {ran.failures} failed" if ran.failures else ""
    return session.say(f"{words.count(ran.steps, 'step')}, {words.count(ran.requests, 'request')}{failed}; {due}")
