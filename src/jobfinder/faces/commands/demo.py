"""`demo`: the whole machine on a small web of its own, on this computer. Nothing leaves it."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from jobfinder.demo.seeker import PREFERENCES, PROFILE
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.faces import demo as faces
from jobfinder.faces.live import watched
from jobfinder.faces.session import Context, Session
from jobfinder.outside.settings import Network
from jobfinder.settings import Settings

if TYPE_CHECKING:
    from jobfinder.app import JobFinder


def demo(
    *,
    once: Annotated[bool, Parameter(help="Stop when nothing is left to do.")] = False,
    seed: Annotated[int, Parameter(help="The same seed gives the same companies.", show_default=True)] = 7,
    companies: Annotated[int, Parameter(help="How many companies there are.", show_default=True)] = 12,
    session: Session,
) -> None:
    """Try everything on a small web of its own: bare addresses in, explained matches out.

    Without --once the web and a worker go on until Ctrl-C, and you can look around from another terminal. The store is
    a temporary one unless --store names it.
    """
    with tempfile.TemporaryDirectory(prefix="jobfinder-demo-") as folder:
        store = session.store or f"sqlite:///{Path(folder) / 'demo.db'}"
        world = World.make(seed=seed, companies=companies)
        with DemoWeb(world) as web, Context(store).open(settings_of(web)) as finder:
            begin(session, finder, world.urls())
            asyncio.run(watched(finder, session.err, finder.run_until_idle))
            faces.tell(session.out, finder, world.urls())
            if not once:
                go_on(session, finder, store, web)
    if once:
        faces.advise(session.out)


def settings_of(web: DemoWeb) -> Settings:
    """Every name is looked for in the demo's web, whatever the user has set."""
    return Settings(network=Network(connect_to=(web.connect_to,)))


def begin(session: Context, finder: JobFinder, urls: list[str]) -> None:
    """The demo's seeker moves in and submits a few addresses, and nothing else."""
    from jobfinder.match import prefs, profile

    seeker = profile.from_toml(PROFILE)
    finder.set_profile(seeker)
    finder.set_preferences(prefs.from_toml(PREFERENCES))
    faces.introduce(session.out, seeker, urls)
    finder.submit_all(urls)


def go_on(session: Context, finder: JobFinder, store: str, web: DemoWeb) -> None:
    """Keep the web and a worker running until Ctrl-C, which is how one leaves."""
    from jobfinder.flow.worker import Limits

    faces.invite(session.out, store, web.connect_to)
    try:
        asyncio.run(watched(finder, session.err, lambda watch: finder.run(Limits(), watch)))
    except KeyboardInterrupt:
        session.err.print("the demo has ended")
