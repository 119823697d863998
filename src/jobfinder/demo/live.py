"""The world as it is now: the made world with the changes that a test or a demo told it. Thread-safe.

Written by `control`, read by the routes. A change bumps `revision`, which moves Last-Modified.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

import msgspec

from jobfinder.demo import companies
from jobfinder.demo import roles as made
from jobfinder.demo.records import Board, BoardKind, BoardState, Company, Reach, Role
from jobfinder.demo.world import World
from jobfinder.errors import UsageError


class Closing(StrEnum):
    """How a closed role answers: 410, 404, a page that says so, a redirect to the board, or as ever but unlisted."""

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
        self._emptied: set[int] = set()
        self._cut: dict[int, int] = {}

    @property
    def size(self) -> int:
        """How many companies there are."""
        return self.world.size

    @property
    def modified(self) -> datetime:
        """When anything last changed: the world's day, and a second more for each change."""
        return datetime.combine(self.world.today, time(), UTC) + timedelta(seconds=self.revision)

    @property
    def next_modified(self) -> datetime:
        """What `modified` will be after the next change."""
        return self.modified + timedelta(seconds=1)

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
        if company.board.state is not BoardState.OK or company.index in self._emptied:
            return ()
        unlisted = company.board.kind is BoardKind.ASHBY
        open_roles = (role for role in self.roles(company) if self.closing(company, role) is None)
        return tuple(role for role in open_roles if role.listed or unlisted)

    def closing(self, company: Company, role: Role) -> Closing | None:
        """How the role was closed, or null while it is open."""
        return self._closed.get((company.index, role.serial))

    def is_cut(self, company: Company, page: int) -> bool:
        """Whether that page of the listing, counted from 1, fails."""
        return page > self._cut.get(company.index, page)

    def posted(self, company: Company, external_id: str) -> Role | None:
        """As `find`, but null on a board that shows nothing."""
        return self.find(company, external_id) if company.board.state is BoardState.OK else None

    def find(self, company: Company, external_id: str) -> Role | None:
        """The role of that id on the present board, open or closed."""
        changed = self._changed.get(company.index, {})
        # Names cost next to nothing, roles do not: only the one wanted is generated.
        for serial in (*range(company.role_count), *(serial for serial in changed if serial >= company.role_count)):
            if made.external_id(self.world.seed, company, serial) == external_id:
                role = changed.get(serial) or self.world.role(company, serial)
                return self._renamed(company, role)
        return None

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

    def empty(self, company: Company) -> None:
        """Makes its listings show nothing; the postings stay."""
        with self._lock:
            self._emptied.add(company.index)
            self.revision += 1

    def cut(self, company: Company, after_page: int) -> None:
        """Makes all pages of its listings after that one fail."""
        with self._lock:
            self._cut[company.index] = after_page

    def restore_listings(self) -> None:
        """Makes all listings whole again."""
        with self._lock:
            self._emptied.clear()
            self._cut.clear()
            self.revision += 1

    def touch(self) -> None:
        """Notes that something changed which is kept elsewhere."""
        with self._lock:
            self.revision += 1

    def _present(self, company: Company) -> Company:
        board = self._boards.get(company.index)
        return msgspec.structs.replace(company, board=board) if board else company

    def _renamed(self, company: Company, role: Role) -> Role:
        name = made.external_id(self.world.seed, company, role.serial)
        return msgspec.structs.replace(role, external_id=name)
