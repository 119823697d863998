"""The world's controls while it is served: close a role, move a board, fail a host. `server.DemoWeb` has them all.

Called from any thread; every change is seen by the next request.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from urllib.parse import unquote, urlsplit

import msgspec

from jobfinder.demo import roles as made
from jobfinder.demo.answer import Answer
from jobfinder.demo.faults import Faults, Rule
from jobfinder.demo.live import Closing, Live
from jobfinder.demo.records import BoardKind, Body, Company, Role
from jobfinder.demo.served import Fixed, Handler, Served
from jobfinder.demo.world import World
from jobfinder.errors import UsageError

Which = Company | int | str
"""A company, or its index, slug, domain or part in the cast."""

NAMES_OF_ITS_OWN = ("serial", "external_id")


class Control:
    """A world that can be told to change. Unknown companies and roles raise `UsageError`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.live = Live(world)
        self.faults = Faults(world)
        self.served = Served()

    # ------------------------------------------------------------ what there is now

    def company(self, which: Which) -> Company:
        """The company as it is now, on its present board."""
        return self.live.company(which.index if isinstance(which, Company) else which)

    def roles(self, which: Which) -> tuple[Role, ...]:
        """The company's roles as they are now, closed ones too."""
        return self.live.roles(self.company(which))

    # ------------------------------------------------------------ roles

    def close_role(self, which: Which, external_id: str, how: Closing = Closing.GONE) -> None:
        """Close a role; `how` says what its own page then answers. Every way takes it off the listing."""
        company = self.company(which)
        self.live.close(company, self.live.need(company, external_id), how)

    def reopen_role(self, which: Which, external_id: str) -> None:
        """Open it again."""
        company = self.company(which)
        self.live.close(company, self.live.need(company, external_id), None)

    def edit_role(self, which: Which, external_id: str, **changes: object) -> Role:
        """Change fields of a role (`title`, `body`, `pay` …); `body` may be plain text. It is updated as of now."""
        company = self.company(which)
        role = self.live.need(company, external_id)
        edited = _changed(role, {"updated": self.live.next_modified} | changes)
        self.live.put_role(company, edited)
        return edited

    def add_role(self, which: Which, **fields: object) -> Role:
        """A new role, generated where `fields` do not say, posted on the world's day."""
        company = self.company(which)
        serial = 1 + max((role.serial for role in self.live.roles(company)), default=-1)
        today = datetime.combine(self.world.today, time(), UTC)
        fresh = made.role(self.world.seed, company, serial, self.world.today)
        role = _changed(fresh, {"posted": today, "updated": today, "listed": True} | fields)
        self.live.put_role(company, role)
        return role

    # ------------------------------------------------------------ boards and listings

    def move_board(self, which: Which, kind: BoardKind | str) -> Company:
        """Give the company a board of another kind, with the same roles; the old one answers 404 from now on."""
        company = self.company(which)
        self.live.move(company, BoardKind(kind))
        return self.company(company)

    def cut_listing(self, which: Which, after_page: int = 0) -> None:
        """Let every page of the listing after that one fail with 500."""
        self.live.cut(self.company(which), after_page)

    def empty_listing(self, which: Which) -> None:
        """Let the listing show nothing; the postings stay where they are."""
        self.live.empty(self.company(which))

    # ------------------------------------------------------------ hosts

    def fail_host(
        self,
        host: str,
        status: int = 500,
        times: int | None = None,
        retry_after: int | None = None,
        path_contains: str | None = None,
    ) -> None:
        """Answer `status` for a host (or a pattern of hosts), so many times or until `restore`.

        Here and in the two below, a robots.txt is spared unless `path_contains` names it.
        """
        self._spoil(Rule(host=host, status=status, retry_after=retry_after, times=times), path_contains)

    def hang_host(self, host: str, seconds: float, times: int | None = None, path_contains: str | None = None) -> None:
        """Let answers of a host take that long."""
        self._spoil(Rule(host=host, seconds=seconds, times=times), path_contains)

    def drop_host(self, host: str, times: int | None = None, path_contains: str | None = None) -> None:
        """Close the connection in the middle of a host's answers."""
        self._spoil(Rule(host=host, broken=True, times=times), path_contains)

    def restore(self) -> None:
        """End what was told of hosts and listings. Roles, boards and served payloads stay as they are."""
        self.faults.restore()
        self.live.restore_listings()

    def _spoil(self, rule: Rule, path_contains: str | None) -> None:
        part = path_contains or ""
        self.faults.tell(msgspec.structs.replace(rule, path_contains=part, robots="robots.txt" in part))

    # ------------------------------------------------------------ anything else

    def serve_payload(
        self, url: str, body: bytes, content_type: str = "application/octet-stream", status: int = 200
    ) -> None:
        """Answer these bytes at the URL, to any method. A query in it is how the request's query has to begin."""
        parts = urlsplit(url)
        if not parts.hostname:
            raise UsageError(f"cannot serve at {url!r}: it names no host")
        answer = Answer(status=status, body=body, content_type=content_type, validators=status == 200)
        self._serve(Fixed(host=parts.hostname, path=parts.path, query=parts.query, handler=lambda asked: answer))

    def serve(self, host: str, path: str, handler: Handler) -> None:
        """Have `handler` answer at a path of a host, or at all paths below it where it ends in `*`."""
        self._serve(Fixed(host=host.lower(), path=path, query="", handler=handler))

    def _serve(self, fixed: Fixed) -> None:
        self.served.put(msgspec.structs.replace(fixed, path=unquote(fixed.path) or "/"))
        self.live.touch()


def _changed(role: Role, fields: dict[str, object]) -> Role:
    refused = [name for name in fields if name not in role.__struct_fields__ or name in NAMES_OF_ITS_OWN]
    if refused:
        raise UsageError(f"a role has no {refused[0]!r} to set; there are {', '.join(role.__struct_fields__)}")
    body = fields.get("body")
    text = {"body": Body(opening=tuple(body.split("\n\n")))} if isinstance(body, str) else {}
    changed: Role = msgspec.structs.replace(role, **(fields | text))
    return changed
