"""The doctor: is this installation fit to work? One check a line, each with what to do where it fails.

Called by `app`. The network is asked through the same door as everything else, at one well-known board.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path

from jobfinder.errors import Later, Refused, StepError
from jobfinder.flow.execute import Door
from jobfinder.flow.unit import UnitOfWork
from jobfinder.model import Record, Request
from jobfinder.outside.ai.client import missing as not_installed
from jobfinder.outside.ai.interface import Price
from jobfinder.outside.ai.prices import price_list, unpriced
from jobfinder.outside.ai.settings import KEYS, Reach, reach, where_the_key_is_set
from jobfinder.outside.chromium import find, is_confined, missing
from jobfinder.outside.parsers import shared
from jobfinder.outside.visit import FreeVisit
from jobfinder.settings import Settings, settings_file
from jobfinder.store import work

KNOWN_BOARD = "https://boards-api.greenhouse.io/v1/boards/greenhouse"
LITTLE_SPACE = 200 * 1024 * 1024
OLDEST_PYTHON = (3, 11)


class Check(Record, frozen=True):
    """One check. `said` is what was found; where it is not `ok`, also what to do."""

    name: str
    ok: bool
    said: str


async def checks(unit: UnitOfWork, settings: Settings, door: Door) -> list[Check]:
    """All checks, in the order in which a newcomer would want them mended."""
    return [
        python(),
        store(unit),
        space(unit),
        seeker(unit),
        schedule(unit),
        files(settings),
        models(settings),
        await reading(settings),
        browser(settings),
        await network(unit, door),
    ]


def python() -> Check:
    ok = sys.version_info >= OLDEST_PYTHON
    return Check(
        name="python", ok=ok, said=f"{platform.python_version()}" + ("" if ok else ": 3.11 or newer is needed")
    )


def store(unit: UnitOfWork) -> Check:
    found = unit.database.check()
    return Check(name="store", ok=found is None, said=unit.database.shown if found is None else found)


def space(unit: UnitOfWork) -> Check:
    """Room for the store, where it is a file."""
    folder = Path(unit.database.shown).parent
    if not folder.is_dir():
        return Check(name="space", ok=True, said="the server's business")
    free = shutil.disk_usage(folder).free
    ok = free > LITTLE_SPACE
    said = f"{free // 2**20:,} MB free in {folder}"
    return Check(name="space", ok=ok, said=said if ok else f"{said}: make room before the next run")


def seeker(unit: UnitOfWork) -> Check:
    profile = unit.read(unit.seekers.load).profile
    ok = bool(profile.skills or profile.titles)
    said = f"{len(profile.skills)} skills, {len(profile.titles)} titles"
    advice = "no profile yet: jobfinder profile import RESUME, or jobfinder profile set skills 'Python, SQL'"
    return Check(name="profile", ok=ok, said=said if ok else advice)


def schedule(unit: UnitOfWork) -> Check:
    found = unit.read(work.states)
    said = ", ".join(f"{count} {state}" for state, count in sorted(found.items())) or "no work yet"
    return Check(name="work", ok=True, said=said)


def files(settings: Settings) -> Check:
    path = settings_file(os.environ)
    said = f"{path}" if path.is_file() else f"no file at {path}: defaults"
    contact = settings.network.contact
    return Check(
        name="settings", ok=True, said=said + (f"; contact {contact}" if contact else "; no network.contact given")
    )


def models(settings: Settings) -> Check:
    """Whether the models that are set could be asked, and for how much; no model is, here."""
    chosen = settings.ai.models
    if not chosen:
        return Check(name="models", ok=True, said="none is asked: ai.models is empty, and nothing is ever paid")
    if lacking := not_installed():
        return Check(name="models", ok=False, said=lacking)
    prices = price_list(settings.ai)
    found = [model_check(reach(settings.ai, model), model, prices(model)) for model in chosen]
    return Check(name="models", ok=all(ok for ok, _ in found), said="; ".join(said for _, said in found))


def model_check(there: Reach, model: str, price: Price | None) -> tuple[bool, str]:
    """Whether a model could be asked, and what it costs or what to do."""
    if there.name in KEYS and not there.key:
        return False, f"{model} has no key: {where_the_key_is_set(there)}"
    if price is None:
        return False, unpriced(model)
    if not price.input and not price.output:
        return True, f"{model} at no cost"
    return True, f"{model} at ${price.input * 1e6:g} and ${price.output * 1e6:g} for a million tokens read and written"


async def reading(settings: Settings) -> Check:
    """Whether the processes start in which pages are read."""
    try:
        await shared(()).read(settings.parsing, len, "")
    except StepError as error:
        return Check(name="reading", ok=False, said=f"{error}: pages cannot be read; try another Python environment")
    return Check(name="reading", ok=True, said=f"within {settings.parsing.seconds:g} s of computing a page")


def browser(settings: Settings) -> Check:
    """What renders pages that need their script. The installation is fit to work without it, too."""
    lacking = missing(settings.browser)
    if lacking is not None:
        return Check(name="browser", ok=True, said=f"none, for pages that show nothing without their script: {lacking}")
    unconfined = "" if is_confined() else "; run by root it has no sandbox of its own: better not be root"
    return Check(name="browser", ok=True, said=f"{find(settings.browser)}{unconfined}")


async def network(unit: UnitOfWork, door: Door) -> Check:
    try:
        answer = await door.fetch(Request(url=KNOWN_BOARD), FreeVisit(unit.clock.now))
    except (Later, Refused) as error:
        return Check(name="network", ok=True, said=f"reachable; a known board says: {error}")
    except StepError as error:
        return Check(name="network", ok=False, said=f"{error}: is this machine online?")
    return Check(name="network", ok=True, said=f"a known board answers {answer.status}")
