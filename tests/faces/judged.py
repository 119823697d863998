"""A small store in which everything that judging knows has happened: matches, one of them posted twice and reviewed,
and jobs dropped for every kind of reason.

`judge` makes it at an address, on either database, with a web and a scripted model of its own.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import msgspec

from clock import ManualClock
from jobfinder.app import JobFinder
from jobfinder.demo.ai import scripted
from jobfinder.demo.ai_said import Asked
from jobfinder.demo.answer import Answer, html
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.seeker import PROFILE
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World
from jobfinder.match import prefs, profile
from jobfinder.outside.ai.settings import Ai, Endpoint
from jobfinder.settings import Settings

HOUR = 3600.0
HOST = "acme.example"
PREFERENCES = """
min_score = 40
strike_threshold = 2
[salary]
floor = 70000
currency = "EUR"
[stop]
keywords = ["Praktikum"]
"""
WORK = """Acme keeps the timetables of three hundred railways. You will write the services that move them, and run them.
Requirements:
- Several years of Python in production
- PostgreSQL and Kafka
- Experience with Haskell
What we offer: 30 days of paid vacation, a budget for conferences, a pension plan.
You will work in a team of six, in four time zones, and ship every day. Very good English, spoken and written."""
LINES = {
    "strengths": ["Python for years"],
    "gaps": ["No Haskell"],
    "questions": ["Who is on call?"],
    "stress": ["Kafka"],
}
OPINION = {
    "requirements": [
        {
            "quote": "Several years of Python in production",
            "need": "required",
            "met": "yes",
            "profile": "Python, 9 years",
        },
        {"quote": "Experience with Haskell", "need": "required", "met": "no", "profile": ""},
        {"quote": "A Nobel prize", "need": "required", "met": "no", "profile": ""},
    ],
    **LINES,
}


def posting(title: str, city: str, text: str = WORK, *, pay: int | None = 95_000, country: str = "DE") -> str:
    """A page that states one posting."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "description": "".join(f"<p>{line}</p>" for line in text.splitlines()),
        "hiringOrganization": {"@type": "Organization", "name": "Acme", "sameAs": f"https://{HOST}/"},
        "jobLocation": {"@type": "Place", "address": {"addressLocality": city, "addressCountry": country}},
    }
    if pay is not None:
        amount = {"@type": "QuantitativeValue", "minValue": pay - 10_000, "maxValue": pay, "unitText": "YEAR"}
        data["baseSalary"] = {"@type": "MonetaryAmount", "currency": "EUR", "value": amount}
    stated = msgspec.json.encode(data).decode()
    return f'<title>{title}</title><script type="application/ld+json">{stated}</script>'


PAGES = {
    "/": '<title>Acme</title><script type="application/ld+json">{"@type": "Organization", "name": "Acme"}</script>',
    "/jobs/berlin": posting("Senior Python Developer", "Berlin"),
    "/jobs/hamburg": posting("Senior Python Developer", "Hamburg"),
    "/jobs/cheap": posting("Python Developer", "Berlin", pay=50_000),
    "/jobs/citizens": posting("Backend Engineer", "Berlin", f"{WORK}\nApplicants must be U.S. citizens."),
    "/jobs/garden": posting(
        "Gardener", "Berlin", "You will plant trees, cut hedges and water flowers all summer long."
    ),
    "/jobs/praktikum": posting("Praktikum Backend", "Berlin"),
    "/jobs/wary": posting("Python Engineer", "Berlin", f"{WORK}\nThis position is paid on a commission-only basis."),
}
URLS = tuple(f"https://{HOST}{path}" for path in PAGES if path != "/")
BERLIN, HAMBURG, CHEAP, CITIZENS, GARDEN, PRAKTIKUM, WARY = URLS


def judge(
    store: str,
    *,
    pages: dict[str, str] = PAGES,
    preferences: str = PREFERENCES,
    reply: Callable[[Asked], Any] = lambda _: OPINION,
    ai: dict[str, Any] | None = None,
    at: float | None = None,
) -> None:
    """Submit all pages and work until nothing is left to do. `ai` are fields of the settings; None: no model is set."""
    asyncio.run(_judge(store, pages, preferences, reply, ai, at))


async def _judge(
    store: str,
    pages: dict[str, str],
    preferences: str,
    reply: Callable[[Asked], Any],
    ai: dict[str, Any] | None,
    at: float | None,
) -> None:
    clock = ManualClock(time.time() - HOUR if at is None else at)

    def answer(asked: Incoming) -> Answer:
        return html(pages.get(asked.path) or "<title>nothing</title>")

    async with scripted(reply) as endpoint:
        with DemoWeb(World.make(companies=2)) as web:
            web.serve(HOST, "/*", answer)
            local = Endpoint(base_url=endpoint.url, input_price=1.0, output_price=2.0)
            chosen = (
                Ai(models=("local/m",), endpoints={"local": local}, **{"review_from": 60} | ai)
                if ai is not None
                else Ai()
            )
            settings = Settings(ai=chosen)
            with JobFinder.open(store, clock=clock, settings=settings, connect_to=[web.connect_to]) as finder:
                finder.set_profile(profile.from_toml(f'citizenships = ["DE"]\n{PROFILE}'))
                finder.set_preferences(prefs.from_toml(preferences))
                finder.submit_all([f"https://{HOST}{path}" for path in pages if path != "/"])
                await finder.run_until_idle()
