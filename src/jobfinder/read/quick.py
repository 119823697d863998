"""A pattern that is tried only where letters stand without which it cannot match: the same matches, much sooner.

Pure. Called by the readers of postings for patterns with many alternatives, which are slow to refuse a text. The
letters are worked out from the pattern itself, so that there is no list to be kept beside it; all of them are looked
for at once. Ask with `says` or `search` of a sentence, with `near` of a whole text, where the length of a
match is bounded; of several patterns on one text by way of `Together`, and of the whole text of a posting by way of
`WHOLE`. Letters are compared in lower case. To use: `WORDS = Quick(...)`, as `re.compile`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, takewhile
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from jobfinder.read.stems import any_between, lowered

SHORTEST, LONGEST = 2, 7
"""Letters below which a string tells nothing, and beyond which more tell no more."""
MARGIN = 4
"""Characters behind a match at which a pattern may look by way of a boundary."""
WIDEST = 300
"""Characters of a match that can be looked for near its letters, with what is looked at behind it."""
FEW = 8
"""Places at which a pattern is tried one by one; among more it is searched for."""
MANY = 300
"""Strings whose fastest automaton is so large that it is never in the processor's cache when it is needed."""
LOOKS = (kind.ASSERT, kind.ASSERT_NOT)
NO_WIDTH = (kind.AT, *LOOKS)


Place: TypeAlias = tuple[str, int]
"""A string, and where it stands."""


class Reach(NamedTuple):
    """How far before a string a match may begin, and how far from there on it may end or look."""

    back: int
    ahead: int


class Letters:
    """Strings in lower case, looked for all at once."""

    def __init__(self, strings: Iterable[str]) -> None:
        self.strings = tuple(strings)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        small = len(self.strings) < MANY
        return AhoCorasick(self.strings, implementation=Implementation.DFA if small else Implementation.ContiguousNFA)

    def stand_in(self, lower: str) -> bool:
        """Does any of them stand in this text?"""
        return bool(self._automaton.find_matches_as_indexes(lower))

    def which(self, pieces: Sequence[str]) -> list[int]:
        """In which of these texts does any of them stand? By their order. None of them may hold the end of a line."""
        hits = self._automaton.find_matches_as_indexes("\n".join(pieces))
        return _which(pieces, [start for _, start, _ in hits])

    def places(self, lower: str) -> list[int]:
        """Where they stand, in order."""
        return sorted(start for _, start, _ in self._automaton.find_matches_as_indexes(lower, overlapping=True))

    def found(self, lower: str) -> list[Place]:
        """Which of them stand where: by their order, and of each from left to right."""
        hits = self._automaton.find_matches_as_indexes(lower, overlapping=True)
        return [(self.strings[index], start) for index, start, _ in sorted(hits)]


class Quick:
    """See above. Raises `ValueError` at the first use if the pattern needs no letters at all."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)

    @property
    def strings(self) -> Sequence[str]:
        """Of its letters."""
        return self.letters.strings

    @cached_property
    def letters(self) -> Letters:
        """Of these, every match holds at least one."""
        needed = [_needed(one) for one in _alternatives(self._parsed)]
        if not all(needed):
            raise ValueError(f"matches without any particular letters: {self.pattern.pattern[:60]}")
        return Letters(_fewest(frozenset().union(*needed)))

    @cached_property
    def reaches(self) -> dict[str, Reach]:
        """Of each string, how far a match that holds it may reach."""
        found = dict.fromkeys(self.letters.strings, Reach(0, 0))
        looked = _ahead(self._parsed) + MARGIN
        for one in _alternatives(self._parsed):
            ahead = one.getwidth()[1] + looked
            if ahead > WIDEST:
                raise ValueError(f"matches of any length: {self.pattern.pattern[:60]}")
            for needed, before in _needed(one).items():
                for string in (string for string in found if string in needed):
                    back = before + needed.rindex(string)
                    found[string] = Reach(max(found[string].back, back), max(found[string].ahead, ahead))
        return found

    @property
    def _parsed(self) -> Any:
        return _parser.parse(self.pattern.pattern, self.pattern.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """As of a pattern."""
        return self.pattern.search(text) if self.letters.stand_in(text.lower()) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As of a pattern."""
        return self.pattern.match(text) if self.letters.stand_in(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of a pattern."""
        return self.pattern.finditer(text) if self.letters.stand_in(text.lower()) else iter(())

    def says(self, text: str) -> bool:
        """Whether it is found, for a pattern that ignores case and is written in lower case: that is much faster."""
        lower = text.lower()
        return self.letters.stand_in(lower) and self.plain.search(lower) is not None

    def find(self, lower: str) -> re.Match[str] | None:
        """As `search`, for such a pattern, in a text in lower case; a match holds words in lower case."""
        return self.plain.search(lower) if self.letters.stand_in(lower) else None

    def all_in(self, lower: str, standing: Sequence[Place] | None = None) -> Iterator[re.Match[str]]:
        """As `finditer`, for such a pattern, in a text in lower case; a match holds words in lower case. `standing`:
        which of its letters stand where, where that is at hand.
        """
        found = self.letters.found(lower) if standing is None else standing
        return self._each(self.plain, lower, found) if found else iter(())

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """For texts in lower case."""
        return re.compile(self.pattern.pattern, self.pattern.flags & ~re.IGNORECASE)

    def near(self, text: str, standing: Sequence[Place] | None = None) -> Iterator[re.Match[str]]:
        """As `finditer` of a pattern. `standing` as of `all_in`."""
        found = self.letters.found(lowered(text)) if standing is None else standing
        return self._each(self.pattern, text, found) if found else iter(())

    def _each(self, pattern: re.Pattern[str], text: str, standing: Sequence[Place]) -> Iterator[re.Match[str]]:
        end = 0
        for first, last, stop in self._beginnings(standing):
            for match in _between(pattern, text, max(first, end), last, stop):
                end = match.end()
                yield match

    def _beginnings(self, standing: Sequence[Place]) -> Iterator[tuple[int, int, int]]:
        """From where to where matches may begin, and how far they may reach: in order, none touching another."""
        reaches = ((self.reaches[string], place) for string, place in standing)
        around = sorted((max(0, place - reach.back), place, place + reach.ahead) for reach, place in reaches)
        held: tuple[int, int, int] | None = None
        for first, last, stop in around:
            if held and first <= held[1]:
                held = (held[0], max(held[1], last), max(held[2], stop))
                continue
            if held:
                yield held
            held = (first, last, stop)
        if held:
            yield held


def _between(pattern: re.Pattern[str], text: str, first: int, last: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches that begin between two places, both included; none of them reaches as far as `stop`."""
    if last - first > FEW:
        yield from takewhile(lambda match: match.start() <= last, pattern.finditer(text, first, stop))
        return
    while first <= last:
        match = pattern.match(text, first)
        if match:
            yield match
        first = match.end() if match else first + 1


def _which(pieces: Sequence[str], places: Sequence[int]) -> list[int]:
    """In which pieces these places lie, where the pieces stand one in a line."""
    if not places:
        return []
    starts = [0, *accumulate(len(piece) + 1 for piece in pieces)]
    return sorted({bisect_right(starts, place) - 1 for place in places})


Member: TypeAlias = Quick | Letters


class Together:
    """Patterns and letters that are tried on the same texts in turn: those of all of them are looked for at once."""

    def __init__(self, *members: Member) -> None:
        self._members = members
        self._owners = lru_cache(maxsize=1)(self._owned)
        self._kept = lru_cache(maxsize=16)(self._standing)
        self._sorted = lru_cache(maxsize=32)(self._places)

    def join(self, *members: Member) -> None:
        """More of them, from another module, as it is loaded."""
        self._members += members

    def search(self, pattern: Quick, lower: str, end: int | None = None) -> re.Match[str] | None:
        """As `find` of the pattern, which must be one of these; up to an end."""
        return pattern.plain.search(lower[:end]) if self.standing(lower)[pattern] else None

    def all_in(self, pattern: Quick, lower: str) -> Iterator[re.Match[str]]:
        """As of the pattern, which must be one of these."""
        return pattern.all_in(lower, self.standing(lower)[pattern])

    def near(self, pattern: Quick, text: str) -> Iterator[re.Match[str]]:
        """As of the pattern, which must be one of these."""
        return pattern.near(text, self.standing(lowered(text))[pattern])

    def says(self, pattern: Quick, text: str, start: int, end: int) -> bool:
        """As of the pattern, which must be one of these, of a part of a text that is asked of many parts of it."""
        near = any_between(self.places(pattern, lowered(text)), start, end)
        return near and pattern.plain.search(text[start:end].lower()) is not None

    def places(self, member: Member, lower: str) -> list[int]:
        """Where letters of the member, which must be one of these, stand in a text in lower case, in order."""
        return self._sorted(member, lower, len(self._members))

    def which(self, member: Member, pieces: Sequence[str]) -> list[int]:
        """As of letters: in which of these texts do those of the member, which must be one of these, stand?"""
        return _which(pieces, [start for _, start in self.standing("\n".join(pieces))[member]])

    def standing(self, lower: str) -> dict[Member, list[Place]]:
        """Of each, which of its letters stand where in a text in lower case: where none do, it need not be tried. Kept
        for the next question about the same text.
        """
        return self._kept(lower, len(self._members))

    def _standing(self, lower: str, count: int) -> dict[Member, list[Place]]:
        owners, letters = self._owners(count)
        found: dict[Member, list[Place]] = {member: [] for member in self._members}
        for place in letters.found(lower):
            for one in owners[place[0]]:
                found[one].append(place)
        return found

    def _places(self, member: Member, lower: str, _count: int) -> list[int]:
        return sorted(place for _, place in self.standing(lower)[member])

    def _owned(self, _count: int) -> tuple[dict[str, list[Member]], Letters]:
        """String → whose it is, and what finds the strings. As long as there are so many members."""
        of: dict[str, list[Member]] = {}
        for member in self._members:
            for string in member.strings:
                of.setdefault(string, []).append(member)
        return of, Letters(of)


WHOLE = Together()
"""What the readers of a posting look for in the whole of its text, one reader after the other."""


# ---------------------------------------------------------------- letters of a pattern


def _alternatives(parsed: Any) -> Iterator[Any]:
    """What a pattern matches one or the other of; the pattern itself where it offers no choice."""
    whole = [(operator, value) for operator, value in parsed if operator not in NO_WIDTH]
    operator, value = whole[0] if len(whole) == 1 else (None, None)
    if operator not in (kind.SUBPATTERN, kind.BRANCH):
        yield parsed
        return
    for one in _within(operator, value):
        yield from _alternatives(one)


def _ahead(parsed: Any) -> int:
    """Characters behind its match that a pattern looks at, at the most."""
    looked = [value[1].getwidth()[1] for operator, value in parsed if operator in LOOKS]
    deeper = [_ahead(one) for operator, value in parsed for one in _within(operator, value)]
    return int(max((*looked, *deeper), default=0))


def _within(operator: Any, value: Any) -> Sequence[Any]:
    """The patterns of which a part of a pattern is made."""
    if operator is kind.BRANCH:
        return value[1]  # type: ignore[no-any-return]
    return (value[-1],) if operator in (kind.SUBPATTERN, kind.MAX_REPEAT, kind.MIN_REPEAT) else ()


def _needed(parsed: Any) -> dict[str, int]:
    """Strings of which every match holds one, and how far from its beginning that stands at the most; empty where
    nothing is sure.
    """
    found: list[dict[str, int]] = []
    run, begun = "", 0
    for index, (operator, value) in enumerate(parsed):
        before = parsed[:index].getwidth()[1]
        if operator is kind.LITERAL:
            begun = begun if run else before
            run += chr(value).lower()
        elif operator not in NO_WIDTH:
            inner = _needed_of(operator, value)
            found += [{run: begun}, {string: before + place for string, place in inner.items()}]
            run = ""
    best = max((*found, {run: begun}), key=_worth)
    return best if _worth(best) else {}


def _needed_of(operator: Any, value: Any) -> dict[str, int]:
    if operator is kind.SUBPATTERN:
        return _needed(value[-1])
    if operator is kind.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        if not all(map(_worth, branches)):
            return {}
        return {string: max(other.get(string, 0) for other in branches) for one in branches for string in one}
    if operator in (kind.MAX_REPEAT, kind.MIN_REPEAT) and value[0] > 0:
        return _needed(value[2])
    return {}


def _worth(strings: Collection[str]) -> tuple[int, ...]:
    """Long strings, and few of them, are soonest found missing; empty for those that tell nothing."""
    shortest = min((len(string.strip()) for string in strings), default=0)
    return (min(shortest, LONGEST), -len(strings)) if shortest >= SHORTEST else ()


def _fewest(strings: frozenset[str]) -> Sequence[str]:
    """Without those that hold another."""
    return sorted(one for one in strings if not any(other != one and other in one for other in strings))
