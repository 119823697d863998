"""What tests make by hand: a host of their own, whose pages they change, and an analyst with stated scores."""

from __future__ import annotations

from typing import Any

import msgspec

from acceptance.stage import Stage
from jobfinder.demo.answer import Answer, html, missing
from jobfinder.demo.incoming import Incoming
from jobfinder.errors import Fault
from jobfinder.match.score import Score
from jobfinder.model import Record
from jobfinder.steps.interface import Given

TEXT = "You will keep our services running and write Python. You know PostgreSQL."


class Visited(Record, frozen=True):
    """One request to a site: `at` is the time of the stage's clock."""

    at: float
    path: str


class Site:
    """A host that serves what it is told; every other path answers 404. `asked` is every request in order."""

    def __init__(self, stage: Stage, host: str, name: str | None = None) -> None:
        self.host = host
        self.asked: list[Visited] = []
        self.pages: dict[str, Answer] = {}
        self._clock = stage.clock
        if name:
            self.pages["/"] = html(
                page(name, ld={"@type": "Organization", "name": name, "description": f"{name} makes."})
            )
        stage.web.serve(host, "/*", self._answer)

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"https://{self.host}{path}"

    def put(self, path: str, answer: Answer | str) -> str:
        """Serve an answer, or a page, from now on; returns its address."""
        self.pages[path] = html(answer) if isinstance(answer, str) else answer
        return self.url(path)

    def posting(self, path: str, title: str = "Backend Engineer", *, noise: str = "", **fields: Any) -> str:
        """Serve a posting from now on. `fields` are JobPosting's; `noise` is markup that means nothing."""
        ld = {"@type": "JobPosting", "title": title, "description": TEXT} | fields
        return self.put(path, page(title, body=f"<h1>{title}</h1>{noise}", ld=ld))

    def listing(self, path: str, **titles: str) -> str:
        """Serve a list of openings from now on: `titles` by the last part of their addresses."""
        rows = "".join(f'<li><h3><a href="/jobs/{name}">{title}</a></h3></li>' for name, title in titles.items())
        return self.put(path, page("Openings", body=f"<h1>Openings</h1><ul class='jobs'>{rows}</ul>"))

    def times(self, path: str | None = None) -> list[float]:
        """When a page was asked for; without a path, all but robots.txt."""
        return [one.at for one in self.asked if (one.path != "/robots.txt" if path is None else one.path == path)]

    def _answer(self, asked: Incoming) -> Answer:
        self.asked.append(Visited(at=self._clock.now(), path=asked.target))
        return self.pages.get(asked.target) or missing()


def page(title: str, *, body: str = "", ld: dict[str, Any] | None = None) -> str:
    """A page with structured data."""
    stated = msgspec.json.encode({"@context": "https://schema.org", **ld}).decode().replace("</", "<\\/") if ld else ""
    data = f'<script type="application/ld+json">{stated}</script>' if ld else ""
    return f"<!DOCTYPE html><html><head><title>{title}</title>{data}</head><body>{body}</body></html>"


class Analyst:
    """Scores by title; counts what it is asked. The next `failing` questions end in a fault."""

    def __init__(self, points: int = 50, **by_title: int) -> None:
        self.points = points
        self.by_title = by_title
        self.asked: list[str] = []
        self.failing = 0

    async def __call__(self, given: Given) -> Score:
        assert given.posting is not None
        self.asked.append(given.posting.title)
        if self.failing:
            self.failing -= 1
            raise Fault("the endpoint is out of order", kind="ai")
        points = self.by_title.get(given.posting.title, self.points)
        return Score(score=points, least=float(points), coverage=1.0, fit=0.5, parts=())
