"""`resync` and `doctor`: is everything in order?"""

from __future__ import annotations

import asyncio

from jobfinder.faces import words
from jobfinder.faces.session import NO, YES, Json, Session


def resync(*, json: Json = False, session: Session) -> None:
    """Derive all work from state again. In a healthy store it changes nothing."""
    with session.open() as finder:
        done = finder.resync()
    if json:
        return session.emit(done)
    session.say(f"{words.count(done.entities, 'entity', 'entities')} looked at, {len(done.changed)} planned anew")
    for id_, stored, derived in done.changed[:20]:
        session.say(f"  {id_}: was {stored}; is {derived}")
    if done.dropped:
        session.say(f"  {words.count(done.dropped, 'row')} of work without an entity dropped")
    return None


def doctor(*, json: Json = False, session: Session) -> int:
    """Check the installation, the store, the settings and the network. Exit code 1: a check failed."""
    with session.open() as finder:
        found = asyncio.run(finder.doctor())
    if json:
        session.emit(found)
    else:
        for one in found:
            session.say(f"{'ok  ' if one.ok else 'FAIL'}  {one.name:<10} {one.said}")
    return YES if all(one.ok for one in found) else NO
