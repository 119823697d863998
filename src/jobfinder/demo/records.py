"""What the demo's world is made of: frozen records of companies, their boards and their roles.

Made by `companies` and `roles`, rendered by `wire`, changed (by copy) by `control`, kept by `live`. They are the truth
that the engine has to find out, so they know more than any page shows. A new fact gets a default.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from jobfinder.model import Place, Record, Remote

__all__ = ["Board", "BoardKind", "BoardState", "Body", "Company", "Pay", "Place", "Reach", "Remote", "Role"]


class BoardKind(StrEnum):
    """Where a company publishes its roles. `page` is its own site with JSON-LD, `rss` its own feed."""

    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"
    RSS = "rss"
    PAGE = "page"


class BoardState(StrEnum):
    """What the board answers: its roles, 404 for everything, or a listing without roles."""

    OK = "ok"
    GONE = "gone"
    EMPTY = "empty"


class Reach(StrEnum):
    """How a visitor of the company's site gets to the board."""

    HOME = "home"
    CAREERS = "careers"
    SCRIPT = "script"
    IFRAME = "iframe"
    TWO_CLICKS = "two-clicks"
    OWN = "own"


class Board(Record, frozen=True):
    """One board. `token` is the company's name there, as spelt there; `region` is null or `eu`."""

    kind: BoardKind
    token: str
    reach: Reach
    region: str | None = None
    state: BoardState = BoardState.OK
    own_links: bool = False


class Company(Record, frozen=True):
    """An employer. `part` names what it is there for (`greenhouse`, `slow`, … or `extra`)."""

    index: int
    part: str
    name: str
    legal_name: str
    slug: str
    www: bool
    industry: str
    about: str
    headquarters: Place
    founded: int
    size: str
    language: str
    nav: str
    stack: tuple[str, ...]
    organization_markup: bool
    board: Board
    role_count: int

    @property
    def domain(self) -> str:
        """The registrable domain."""
        return f"{self.slug}.example"

    @property
    def host(self) -> str:
        """The host that answers; the other of `www.` and bare redirects here."""
        return f"www.{self.domain}" if self.www else self.domain


class Pay(Record, frozen=True):
    """Pay in whole units of `currency` per `period` (hour, month, year), and where it is said."""

    min: int
    max: int
    currency: str
    period: str = "year"
    structured: bool = True
    prose: str | None = None


class Body(Record, frozen=True):
    """The text of a posting as plain sentences; `raw` HTML, where given, stands instead of all of it."""

    opening: tuple[str, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    closing: tuple[str, ...] = ()
    raw: str | None = None


class Role(Record, frozen=True):
    """One opening. `serial` counts within the company; `external_id` is its name on the present board.

    `skills` are asked for, `nice` would be welcome.
    """

    serial: int
    external_id: str
    title: str
    requisition_id: str
    family: str
    level: str
    department: str
    team: str
    skills: tuple[str, ...]
    nice: tuple[str, ...]
    years: int | None
    places: tuple[Place, ...]
    remote: Remote | None
    remote_scope: str | None
    employment: str
    pay: Pay | None
    posted: datetime
    updated: datetime
    closes: datetime | None
    language: str
    listed: bool
    body: Body
