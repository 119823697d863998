"""What goes wrong on purpose: hosts that fail, hang or break off, a number of times or until told otherwise.

Told by `control`, and by the cast (slow and flaky sites); asked by `server` before every answer. A robots.txt is spared
unless the rule says otherwise, so that a test's counted failures hit the pages that it means. Thread-safe.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from fnmatch import fnmatchcase

import msgspec

from jobfinder.demo.answer import Answer, html
from jobfinder.demo.cast import CAST, FLAKY_ANSWERS, FLAKY_RETRY_AFTER, SLOW_SECONDS
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.world import World
from jobfinder.model import Record


class Rule(Record, frozen=True):
    """What happens to the answers of hosts like `host` (a pattern such as `*.lever.co`) on paths with `path_contains`.

    `status` stands instead of the answer, `seconds` pass before it, a `broken` one ends in the middle. `times` is how
    often, null for ever.
    """

    host: str
    path_contains: str = ""
    status: int | None = None
    retry_after: int | None = None
    seconds: float = 0.0
    broken: bool = False
    robots: bool = False
    times: int | None = None


class Faults:
    """The rules in force. The one told last is asked first; the cast's come after all told."""

    def __init__(self, world: World) -> None:
        self._lock = threading.Lock()
        self._told: list[Rule] = []
        self._cast = _of_the_cast(world)

    def tell(self, rule: Rule) -> None:
        """From now on."""
        with self._lock:
            self._told.insert(0, rule)

    def restore(self) -> None:
        """Forget all that was told; the cast stays as it is."""
        with self._lock:
            self._told.clear()

    def take(self, asked: Incoming) -> Rule | None:
        """The rule that applies, counted down."""
        if not self._told and not self._cast:
            return None
        with self._lock:
            return _take(self._told, asked) or _take(self._cast, asked)


def spoilt(rule: Rule, make: Callable[[], Answer]) -> Answer:
    """The answer of `make` as the rule has it."""
    if rule.status is None:
        return msgspec.structs.replace(make(), delay=rule.seconds, broken=rule.broken)
    page = html(f"<!DOCTYPE html><title>{rule.status}</title><h1>Something went wrong</h1>", rule.status)
    after = (("Retry-After", str(rule.retry_after)),) if rule.retry_after is not None else ()
    return msgspec.structs.replace(page, headers=after, validators=False)


def _take(rules: list[Rule], asked: Incoming) -> Rule | None:
    for place, rule in enumerate(rules):
        if _meets(rule, asked):
            if rule.times is not None:
                left = msgspec.structs.replace(rule, times=rule.times - 1)
                rules[place : place + 1] = [left] if rule.times > 1 else []
            return rule
    return None


def _meets(rule: Rule, asked: Incoming) -> bool:
    if asked.target.startswith("/robots.txt") and not rule.robots:
        return False
    return fnmatchcase(asked.host, rule.host) and rule.path_contains in asked.target


def _of_the_cast(world: World) -> list[Rule]:
    parts = {part.name for part in CAST[: world.size]}
    rules = []
    if "slow" in parts:
        rules.append(Rule(host=world.company("slow").host, seconds=SLOW_SECONDS, robots=True))
    if "flaky" in parts:
        host = world.company("flaky").host
        rules.append(Rule(host=host, status=503, retry_after=FLAKY_RETRY_AFTER, times=FLAKY_ANSWERS))
    return rules
