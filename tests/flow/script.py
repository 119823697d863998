"""Steps whose ending a test chooses: every step of every entity type, with what real ones find, but from no page.

`perform(given, ending, lane)` is total: any `Ending` says something to any step. `pick` varies the details from a small
world in which several jobs share companies and sources, so that what is found meets what is known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jobfinder.boards import registry
from jobfinder.errors import Broken, Fault, Gone, Later, Refused, StepError
from jobfinder.model import (
    Company,
    EntityType,
    Job,
    Posting,
    Record,
    RefKind,
    Request,
    Response,
    Source,
    SourceState,
    Step,
)
from jobfinder.outside.visit import Visit
from jobfinder.read import urls
from jobfinder.steps.interface import (
    DropMatch,
    Employer,
    Found,
    Given,
    Learn,
    Listed,
    Role,
    SaveMatch,
    Seen,
    SetCompany,
    SetPosting,
    SetSource,
    Spawn,
)

DAY = 86_400.0
STARTS_AT = 1_800_000_000.0

JOBS = (
    "https://jobs.lever.co/acme/00000000-0000-0000-0000-000000000001",
    "https://jobs.lever.co/acme/00000000-0000-0000-0000-000000000002",
    "https://careers.beta.example/jobs/1",
)
COMPANIES = (
    Employer(name="Acme", board=("lever", "acme")),
    Employer(name="Acme Corporation", website="https://acme.example/"),
    Employer(name="Beta", website="https://beta.example/"),
    Employer(name="Gamma"),
)
SOURCES = ("https://jobs.lever.co/acme", "https://boards.greenhouse.io/beta", "https://beta.example/careers")
POSTED = ("2027-01-14T00:00:00Z", "2026-12-20T00:00:00Z", None)
SAME_COMPANY = "company:board:greenhouse:one-for-all"
SAME_JOB = "job:given:one-for-all"
SAME_SOURCE = "source:page:one-for-all"

SKETCHES = tuple(f"{number:04x}" * 128 for number in (1, 2))
"""Of two texts that have nothing in common."""

FOUND = ("found", "other")
FAILURES = ("later", "gone", "gone-certain", "refused", "broken", "timeout", "http-500")


class NoDoor:
    """Steps of a script ask nobody."""

    async def fetch(self, request: Request, visit: Visit) -> Response:
        raise AssertionError

    def memory_key(self, request: Request) -> str:
        raise AssertionError


class Ending(Record, frozen=True):
    """How a step is to end: one of FOUND and FAILURES, its details by `pick`."""

    kind: str
    pick: int = 0


def perform(given: Given, ending: Ending, lane: str) -> Found:
    """What the step comes to. Raises the `StepError` that was asked for."""
    if ending.kind in FAILURES:
        raise failure(given, ending, lane)
    type_ = EntityType.JOB if given.job else EntityType.SOURCE if given.source else EntityType.COMPANY
    return FINDINGS[type_, given.step](given, ending.kind == "found", ending.pick)


def failure(given: Given, ending: Ending, lane: str) -> StepError:
    match ending.kind:
        case "later":
            at = given.now + (5.0, 600.0, 2 * DAY)[ending.pick % 3]
            return Later("they asked for time", at=at, lane=lane if ending.pick % 2 and lane != "cpu" else None)
        case "gone" | "gone-certain":
            return Gone("not there", certain=ending.kind == "gone-certain")
        case "refused":
            return Refused("not for us")
        case "broken":
            return Broken("not understood")
    return Fault("a passing fault", kind=ending.kind)


# ---------------------------------------------------------------- jobs


def posting(pick: int) -> Posting:
    """A posting of the small world."""
    employer = COMPANIES[pick % len(COMPANIES)]
    return Posting(
        title=("Backend Engineer", "Data Engineer")[pick % 2],
        company=employer.name,
        company_url=employer.website,
        posted_at=POSTED[pick % len(POSTED)],
        description_text=f"We build services, edition {pick % 3}.",
    )


def scrape(given: Given, found: bool, pick: int) -> Found:
    if not found:
        return Found(outcome=("led-on", "nothing")[pick % 2], reason="no posting", spawns=spawns(pick)[: 1 + pick % 2])
    changes = SetPosting(posting=posting(pick), employer=COMPANIES[pick % len(COMPANIES)])
    learnt = (Learn(keys=(SAME_JOB,)),) if pick == 7 else ()
    return Found(outcome="read", reason="read", output={"pick": pick % 2}, changes=(*learnt, changes))


def filter_(given: Given, found: bool, pick: int) -> Found:
    return Found(outcome="passed" if found else "rejected", reason="the rules")


def analyze(given: Given, found: bool, pick: int) -> Found:
    return Found(outcome="scored", output={"score": (80, 40)[pick % 2]})


def save(given: Given, found: bool, pick: int) -> Found:
    if not found:
        return Found(outcome="below", changes=(DropMatch(),))
    role = Role(title_key="engineer", sketch=SKETCHES[pick % 2], standing=float(pick % 3)) if pick < 6 else None
    score = 80.0 + pick % 2
    match = SaveMatch(score=score, doc={"score": score}, version="first", alert=True, role=role)
    return Found(outcome="saved", output={"score": score}, changes=(match,))


def review(given: Given, found: bool, pick: int) -> Found:
    if given.twin is not None:
        return Found(outcome="same", output=given.twin)
    return Found(outcome="reviewed", output={"change": pick % 2}) if found else Found(outcome="unusable")


# ---------------------------------------------------------------- companies


def pages(given: Given, found: bool, pick: int) -> Found:
    return Found(output={"pages": pick % 2}, changes=() if found else (Learn(keys=(SAME_COMPANY,)),))


def thought(given: Given, found: bool, pick: int) -> Found:
    return Found(output={"facts": pick % 2 if found else 0})


def company_saved(given: Given, found: bool, pick: int) -> Found:
    assert given.company is not None
    before = given.company
    company = Company(
        name=before.name,
        website=before.website,
        about=f"Makes things, edition {pick % 2}." if found else None,
        boards=before.boards,
    )
    employer = Employer(name=before.name, website=before.website)
    sources = tuple(source(url, employer) for url in SOURCES[: pick % 3])
    return Found(outcome="saved", changes=(SetCompany(company=company, complete=found),), spawns=sources)


# ---------------------------------------------------------------- sources


def source(url: str, employer: Employer | None = None) -> Spawn:
    """A source of the small world."""
    ref = registry.recognize(url)
    board = ref.board if ref.token else "page"
    doc = Source(url=url, board=board, token=ref.token)
    key = ref.key if ref.token else f"source:page:{urls.identity(url)}"
    return Spawn(type=EntityType.SOURCE, keys=(key,), doc=doc, company=employer, why="named on a page")


def discovered(given: Given, found: bool, pick: int) -> Found:
    if not found:
        return Found(outcome=("nothing", "led-on")[pick % 2], reason="no board", spawns=spawns(pick)[: pick % 2])
    return Found(output={"board": pick % 2}, changes=(Learn(keys=(SAME_SOURCE,)),) if pick == 7 else ())


def probed(given: Given, found: bool, pick: int) -> Found:
    assert given.source is not None
    if not found:
        return Found(outcome="nothing", reason="no posting there")
    values = {name: getattr(given.source, name) for name in Source.__struct_fields__}
    enabled = Source(**{**values, "state": SourceState.ENABLED, "interval": DAY / (1 + pick % 2)})
    employer = COMPANIES[pick % len(COMPANIES)] if pick > 4 else None
    return Found(outcome="found", output={"ok": 1}, changes=(SetSource(source=enabled, employer=employer),))


def listing(given: Given, found: bool, pick: int) -> Found:
    seen = tuple(seen_job(number, pick) for number in range(len(JOBS)) if (pick + number) % 3)
    return Found(outcome="listed", reason="listed", changes=(Listed(seen=seen, complete=found),))


def seen_job(number: int, pick: int) -> Seen:
    url = JOBS[number]
    ref = registry.recognize(url)
    key = ref.key if ref.kind is RefKind.POSTING else f"job:url:{urls.identity(url)}"
    return Seen(
        keys=(key,),
        job=Job(url=url, title="Backend Engineer"),
        posting=posting(pick) if pick % 2 else None,
        employer=COMPANIES[pick % len(COMPANIES)],
    )


def spawns(pick: int) -> tuple[Spawn, ...]:
    """A company and a source that came to light."""
    employer = COMPANIES[pick % len(COMPANIES)]
    doc = Company(name=employer.name, website=employer.website)
    company = Spawn(type=EntityType.COMPANY, keys=(), doc=doc, company=employer, why="its page")
    return company, source(SOURCES[pick % len(SOURCES)], employer)


FINDINGS: dict[tuple[Any, Step], Callable[[Given, bool, int], Found]] = {
    (EntityType.JOB, Step.SCRAPE): scrape,
    (EntityType.JOB, Step.FILTER): filter_,
    (EntityType.JOB, Step.ANALYZE): analyze,
    (EntityType.JOB, Step.SAVE): save,
    (EntityType.JOB, Step.REVIEW): review,
    (EntityType.COMPANY, Step.FETCH): pages,
    (EntityType.COMPANY, Step.EXTRACT): thought,
    (EntityType.COMPANY, Step.ANALYZE): thought,
    (EntityType.COMPANY, Step.SAVE): company_saved,
    (EntityType.SOURCE, Step.DISCOVER): discovered,
    (EntityType.SOURCE, Step.PROBE): probed,
    (EntityType.SOURCE, Step.LIST): listing,
}
