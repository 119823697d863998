"""robots.txt: may this page be fetched, and how slowly. Pure.

Called by `http` with the bytes it fetched. The lines that concern us are picked out first, in one pass, because
the parser's cost grows with agents times rules, and the file is a stranger's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from protego import Protego

from jobfinder.outside.target import Target, shown

AGENT = "jobfinder"
"""Our product token, as robots.txt files name it."""

LONGEST_PACE = 60.0
_MOST_QUOTABLE = 1_000
_AGENT_LINE = re.compile(r"user[- ]?agent\s*[:\s]\s*(.*)", re.IGNORECASE)
_SITE_WIDE = re.compile(r"(sitemaps?|site-map|host)\s*:", re.IGNORECASE)
_DISALLOW = re.compile(r"di[sa]\w*\s*[:\s]\s*(\S.*)", re.IGNORECASE)


class Robots:
    """The rules of one site for us."""

    def __init__(self, body: bytes) -> None:
        self._lines = _lines_for_us(body.decode("utf-8-sig", "replace"))
        self._rules = _parse(self._lines)

    def refusal(self, target: Target) -> str | None:
        """Say which rule forbids `target`, or None if it may be fetched."""
        if self._rules.can_fetch(target.url, AGENT):
            return None
        said = f"robots.txt of {target.authority} disallows {shown(target.path)}"
        rule = self._deciding(target)
        return f"{said}: {shown(rule)}" if rule else said

    @property
    def pace(self) -> float:
        """Seconds between requests that the site asks for, at most 60; 0 if it asks for nothing."""
        rate = self._rules.request_rate(AGENT)
        between = rate.seconds / rate.requests if rate else 0.0
        return min(max(self._rules.crawl_delay(AGENT) or 0.0, between), LONGEST_PACE)

    def _deciding(self, target: Target) -> str | None:
        rules = [line for line in self._lines if _DISALLOW.fullmatch(line)]
        if len(rules) > _MOST_QUOTABLE:
            return None
        longest_first = sorted(rules, key=len, reverse=True)
        return next((rule for rule in longest_first if not _parse([rule]).can_fetch(target.url, AGENT)), None)


def _parse(lines: Iterable[str]) -> Protego:
    return Protego.parse("\n".join(("User-agent: *", *lines)))


def _lines_for_us(text: str) -> list[str]:
    """The rules of the groups that name us or, if none does, of those for everybody."""
    groups: dict[str, list[str]] = {}
    current: set[str] = set()
    in_rules = False
    for line in text.splitlines():
        bare = line.partition("#")[0].strip()
        if agent := _AGENT_LINE.fullmatch(bare):
            current = _called(agent[1]) | (set() if in_rules else current)
            in_rules = False
            for name in current:
                groups.setdefault(name, [])
        elif bare and not _SITE_WIDE.match(bare):
            in_rules = True
            for name in current:
                groups[name].append(bare)
    return groups.get(AGENT, groups.get("*", []))


def _called(agent: str) -> set[str]:
    name = agent.strip().lower()
    if name == "*":
        return {"*"}
    return {AGENT} if name.partition("/")[0].strip(" *") == AGENT else set()
