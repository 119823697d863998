"""What the fault tests put to work: small employers on the web, and a crowd of real worker processes on one store."""

from __future__ import annotations

import time
from typing import Any

from acceptance.handmade import page
from acceptance.nursery import FastClock, Nursery, Order, Worker
from jobfinder.app import JobFinder
from jobfinder.demo.answer import Answer, html, missing
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.server import DemoWeb
from jobfinder.settings import Settings
from jobfinder.store import work

SPEED = 60.0
"""A second of the workers' clock is a sixtieth of ours: waiting for a host's next turn takes a moment."""

ANSWERING = 0.04
"""Real seconds that a page takes, so that workers are found in the middle of a step."""


class Employers:
    """A web of small employers, each on a host of its own with one posting. `delay` may be changed at any time."""

    def __init__(self, web: DemoWeb, delay: float = ANSWERING) -> None:
        self.web = web
        self.delay = delay

    def serve(self, number: int) -> str:
        """One more employer; returns the address of its posting."""
        host = f"www.weaver{number}.example"
        self.web.serve(host, "/*", lambda asked: self.answer(asked, number))
        return f"https://{host}/jobs/{number}"

    def answer(self, asked: Incoming, number: int) -> Answer:
        """What one of them says."""
        name = f"Weaver{number}"
        organization = {"@type": "Organization", "name": name, "url": f"https://www.weaver{number}.example/"}
        if asked.path == "/":
            about = {"description": f"{name} weaves cloth for people in forty countries."}
            return self._slow(page(name, body=f"<h1>{name}</h1>", ld=organization | about))
        if asked.path == f"/jobs/{number}":
            text = "You will write Python and keep PostgreSQL running, together with five colleagues."
            posting = {"@type": "JobPosting", "title": "Backend Engineer", "description": text}
            return self._slow(page("Backend Engineer", ld=posting | {"hiringOrganization": organization}))
        return missing()

    def _slow(self, text: str) -> Answer:
        answer = html(text)
        return Answer(body=answer.body, delay=self.delay)


class Crowd:
    """Worker processes on one store, with an engine of the test's own beside them to submit and to look."""

    def __init__(self, nursery: Nursery, store: str, web: DemoWeb) -> None:
        self.nursery = nursery
        self.clock = FastClock(time.time(), SPEED)
        self.order = Order(store=store, connect_to=web.connect_to, start=self.clock.start, speed=SPEED)
        self.finder = JobFinder.open(store, clock=self.clock, settings=Settings(), connect_to=[web.connect_to])
        self.workers: list[Worker] = []

    def close(self) -> None:
        for worker in self.workers:
            worker.kill()
        self.finder.close()

    def start(self) -> Worker:
        self.workers.append(self.nursery.start(self.order))
        return self.workers[-1]

    def kill(self, worker: Worker) -> bool:
        """Kill a worker; returns whether that left work that it had claimed and not committed."""
        self.workers.remove(worker)
        worker.kill()
        return worker.holds(self.finder.unit.read(work.holders))

    def live(self) -> int:
        return self.finder.counts()["items"].get("live", 0)


def decisions(finder: JobFinder) -> list[Any]:
    """Every run of a step in the decision log, with the key of what it was about."""
    return finder.unit.read(
        lambda tx: tx.all(
            """
            SELECT e.key, e.type, d.step, d.outcome, d.at, d.fence
            FROM decision d JOIN entity e ON e.id = d.entity_id WHERE d.event = 'ran' ORDER BY d.id
            """
        )
    )
