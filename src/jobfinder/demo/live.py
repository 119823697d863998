"""The world as it is now: the made world with the changes that a test or a demo told it. Thread-safe.

Written by `control`, read by the routers. A change bumps `revision`, which moves Last-Modified.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

import msgspec

from jobfinder.demo import companies
from jobfinder.demo.records import Board, BoardKind, BoardState, Company, Reach, Role
from jobfinder.demo.roles import external_id
from jobfinder.demo.world import World
from jobfinder.errors import UsageError


class Closing(StrEnum):
    """How a closed role answers: 410, 404, a page that says so, a redirect to the board, or only absent from the listing."""

    GONE = "410"
    MISSING = "404"
    STATED = "stated"
    REDIRECT = "redirect"
    DELIST = "delist"


class Live:
    """Companies and roles as of now."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.revision = 0
        self._lock = threading.RLock()
        self._boards: dict[int, Board] = {}
        self._changed: dict[int, dict[int, Role]] = {}
        self._closed: dict[tuple[int, int], Closing] = {}

    @property
    def size(self) -> int:
        """How many companies there are."""
        return self.world.size

    @property
    def modified(self) -> datetime:
        """When anything last changed: the world's day, and a second more for each change."""
        return datetime.combine(self.world.today, time(), UTC) + timedelta(seconds=self.revision)

    def company(self, which: int | str) -> Company:
        """The company with that index, slug, domain or part, on its present board."""
        return self._present(self.world.company(which))

    def on_host(self, host: str) -> Company | None:
        """The company whose site that host is, with or without `www.`."""
        slug, dot, rest = host.removeprefix("www.").partition(".")
        found = self.world.by_slug(slug) if dot and rest == "example" else None
        return self._present(found) if found else None

    def on_board(self, kind: BoardKind, token: str, region: str | None = None) -> Company | None:
        """The company whose board that is, as spelt; null for dead, moved and unknown boards."""
        found = self.world.by_token(token)
        if found is None:
            return None
        board = self._present(found).board
        known = (board.kind, board.token, board.region) == (kind, token, region)
        return self._present(found) if known and board.state is not BoardState.GONE else None

    def roles(self, company: Company) -> tuple[Role, ...]:
        """Every role of the company, closed ones too, named as on the present board."""
        with self._lock:
            roles = {role.serial: role for role in self.world.roles(company)} | self._changed.get(company.index, {})
            moved = company.index in self._boards
        if not moved:
            return tuple(roles.values())
        present = self.company(company.index)
        return tuple(self._renamed(present, role) for role in roles.values())

    def listed(self, company: Company) -> tuple[Role, ...]:
        """The roles that a listing shows. An Ashby board also shows what is not listed, marked as such."""
        if company.board.state is not BoardState.OK:
            return ()
        unlisted = company.board.kind is BoardKind.ASHBY
        open_roles = (role for role in self.roles(company) if self.closing(company, role) is None)
        return tuple(role for role in open_roles if role.listed or unlisted)

    def closing(self, company: Company, role: Role) -> Closing | None:
        """How the role was closed, or null while it is open."""
        return self._closed.get((company.index, role.serial))

    def find(self, company: Company, external_id: str) -> Role | None:
        """The role of that id on the present board, open or closed."""
        return next((role for role in self.roles(company) if role.external_id == external_id), None)

    def need(self, company: Company, external_id: str) -> Role:
        """As `find`; raises `UsageError` when there is no such role."""
        role = self.find(company, external_id)
        if role is None:
            raise UsageError(f"{company.slug} has no role {external_id!r}; see `web.roles({company.slug!r})`")
        return role

    def put_role(self, company: Company, role: Role) -> None:
        """Adds the role, or replaces the one of the same serial."""
        with self._lock:
            self._changed[company.index] = self._changed.get(company.index, {}) | {role.serial: role}
            self.revision += 1

    def close(self, company: Company, role: Role, how: Closing | None) -> None:
        """Closes the role, or opens it again with null."""
        with self._lock:
            if how is None:
                self._closed.pop((company.index, role.serial), None)
            else:
                self._closed[company.index, role.serial] = how
            self.revision += 1

    def move(self, company: Company, kind: BoardKind) -> None:
        """Gives the company a board of another kind; the old one is gone from now on."""
        own = kind in (BoardKind.PAGE, BoardKind.RSS)
        token = companies.board_token(kind, company.slug)
        with self._lock:
            self._boards[company.index] = Board(kind=kind, token=token, reach=Reach.OWN if own else Reach.CAREERS)
            self.revision += 1

    def _present(self, company: Company) -> Company:
        board = self._boards.get(company.index)
        return msgspec.structs.replace(company, board=board) if board else company

    def _renamed(self, company: Company, role: Role) -> Role:
        name = external_id(self.world.seed, company, role.serial)
        return msgspec.structs.replace(role, external_id=name)
