"""Languages that a résumé says are spoken, and how well.

Pure. Called by `match.resume`. Read only where languages are listed: under their heading, or
behind the label "Languages:". The names and levels are in `match.tongues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jobfinder.match.person import Evidence, Language
from jobfinder.match.resume_lines import Line, noted
from jobfinder.match.tongues import LANGUAGE, level_in

TOGETHER = re.compile(r"^\s?(?:&|/|and|und|et|y)\s?$", re.IGNORECASE)
LABEL = re.compile(r"^[^:]{0,40}(?:languages?|sprachen|sprachkenntnisse|langues?|idiomas?)[^:]{0,20}:", re.IGNORECASE)


def languages(lines: Iterable[Line], evidence: list[Evidence]) -> tuple[Language, ...]:
    """The languages listed, in order; a level that stands below its language counts."""
    found: dict[str, Language] = {}
    last: str | None = None
    for line in lines:
        if line.section != "languages" and not LABEL.match(line.text):
            last = None
            continue
        here = dict(_spoken(line.text))
        for name, level in here.items():
            if name not in found:
                found[name] = Language(name=name, level=level)
                evidence.append(noted("languages", name, line))
                _note_level(name, level, line, evidence)
        if not here and last and found[last].level is None and (level := level_in(line.text)):
            found[last] = Language(name=last, level=level)
            _note_level(last, level, line, evidence)
        last = next(reversed(here), None)
    return tuple(found.values())


def _note_level(name: str, level: str | None, line: Line, evidence: list[Evidence]) -> None:
    if level:
        evidence.append(noted("languages.level", f"{name}: {level}", line))


def _spoken(text: str) -> Iterator[tuple[str, str | None]]:
    """Each language with its level: before each one where the first has it before ("fluent English"), else behind."""
    named = list(LANGUAGE.finditer(text))
    edges = [0, *(match.end() for match in named)], [*(match.start() for match in named), len(text)]
    between = [text[start:end] for start, end in zip(*edges, strict=True)]
    before = bool(named) and level_in(between[0]) is not None
    # What is joined by "and" shares the level of its neighbour: the one before, where levels stand before.
    order = range(len(named)) if before else range(len(named) - 1, -1, -1)
    levels: dict[int, str | None] = {}
    for index in order:
        near = between[index] if before else between[index + 1]
        neighbour = levels.get(index - 1 if before else index + 1)
        levels[index] = neighbour if TOGETHER.match(near) else level_in(near)
    yield from ((match.lastgroup or "", levels[index]) for index, match in enumerate(named))
