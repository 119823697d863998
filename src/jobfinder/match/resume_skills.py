"""Skills that a résumé names, with the years of their use and the year of the last.

Pure. Called by `match.resume`. A skill's years are those of the positions in whose text it stands, unless they are
stated ("Python (8 years)"). What the seeker has not done yet does not count ("no experience with", "learning"), nor do
employers' names in the head of a position, contact lines, interests and references. To extend to a language: its words
in LACKING and YEARS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jobfinder.match.person import Evidence, Skill
from jobfinder.match.resume_lines import Line, Section, noted
from jobfinder.match.resume_study import degree_in
from jobfinder.match.resume_work import Position, role_in
from jobfinder.match.spans import total_years
from jobfinder.match.tongues import level_in
from jobfinder.model import Record
from jobfinder.read.skills import Mention, mentions

SILENT: frozenset[Section] = frozenset({"interests", "other", "languages", "rights", "personal", "industries"})
LACKING = re.compile(
    r"\b(?:no|without|lack of|little|not|never|don['’]t|do not|haven['’]t|have not)\b[^.;,]{0,30}?\b(?:experience|"
    r"knowledge|know|knowing|used|worked|familiar)\b|(?<!machine )(?<!deep )(?<!reinforcement )(?<!transfer )"
    r"(?<!federated )(?<!supervised )(?<!e-)\blearning\b(?! (?:models?|algorithms?|platforms?|management|engineer|"
    r"pipelines?|systems?))|\b(?:want|like|eager|plan(?:ning)?|hope|keen|interested|aim)(?:ing)? (?:to |in )"
    r"(?:learn\w{0,3}|study\w{0,3}|try\w{0,3})|\bnot yet\b|\b(?:keine?|ohne|kaum|wenig)\b[^.;,]{0,20}"
    r"\b(?:erfahrung|kenntnisse)\b|\b(?:lerne|erlerne) (?:gerade|derzeit|aktuell)?|\b(?:sans|aucune|pas d['’]|peu "
    r"d['’])"
    r" ?[^.;,]{0,10}\bexpérience\b|\ben cours d['’]apprentissage\b|\bsin (?:experiencia|conocimientos)\b|"
    r"\baprendiendo\b",
    re.IGNORECASE,
)
BUT = re.compile(r"[.;!?](?:\s|$)|\b(?:but|however|though|aber|sondern|jedoch|mais|pero|sino)\b", re.IGNORECASE)
YEARS_AFTER = re.compile(
    r"^\s?[(:–—|-]?\s{0,2}(?:~|ca\.? |over |über )?(\d{1,2}(?:[.,]\d)?)\s?\+?\s?(?:years?|yrs?|y\b|jahre?n?|ans\b|"
    r"años?)",
    re.IGNORECASE,
)
YEARS_BEFORE = re.compile(
    r"(?<![\d.])(\d{1,2})\s?\+?\s?(?:years?|yrs?|jahre?n?|ans|años)['’]?(?: (?:of|with|de|mit|in|con|avec|d['’])?"
    r"(?: ?experience (?:with|in|of)| ?erfahrung (?:mit|in)| ?expérience en| ?experiencia (?:con|en))?)? $",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"@|https?:|www\.|\d[\d\s()/.-]{6,20}\d|^(?:github|gitlab|linkedin|stack ?overflow|xing|twitter|website|portfolio|"
    r"kaggle|medium|blog|behance)\b",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\([^()]{1,100}\)")
STOP = re.compile(r"[^\W\d_]{3}\.\s")
BRACKETED = re.compile(r"\s?\(([^()\d]{3,50})\)")
SEVERAL = 2
MOST_SKILLS = 200
MOST_LINES = 12
"""For a skill: lines that are quoted for its years."""


class Use(Record, frozen=True):
    """A skill in a line; the position, if any, in whose text it stands, and years and a level stated beside it."""

    skill: str
    line: Line
    position: Position | None = None
    stated: float | None = None
    level: str | None = None


def skills(lines: Sequence[Line], held: Sequence[Position], evidence: list[Evidence]) -> tuple[Skill, ...]:
    """The skills, in the order in which the résumé names them."""
    of_line = {line.number: position for position in held for line in (*position.head, *position.body)}
    uses: dict[str, list[Use]] = {}
    for line in lines:
        if line.section not in SILENT:
            for use in _uses(line, of_line.get(line.number)):
                uses.setdefault(use.skill, []).append(use)
    return tuple(_skill(name, used, evidence) for name, used in list(uses.items())[:MOST_SKILLS])


def named_in(text: str) -> tuple[str, ...]:
    """The skills that a text names as there."""
    return tuple(mention.skill for mention in _there(text, mentions(text)))


def _skill(name: str, uses: list[Use], evidence: list[Evidence]) -> Skill:
    evidence.append(noted("skills", name, uses[0].line))
    held = {use.position.dated.number: use.position for use in uses if use.position and use.position.spans}
    rated = next((use for use in uses if use.level), None)
    if rated:
        evidence.append(noted("skills.level", f"{name}: {rated.level}", rated.line))
    stated = next((use for use in uses if use.stated is not None), None)
    span = [span for position in held.values() for span in position.spans]
    years = stated.stated if stated else total_years(span)
    last = max((one.last for one in span), default=None)
    if years is not None:
        on = [stated.line] if stated else [position.dated for position in held.values()]
        evidence += (noted("skills.years", f"{name}: {years:g}", line) for line in on[:MOST_LINES])
    if last is not None:
        latest = max(held.values(), key=lambda position: max(one.last for one in position.spans))
        evidence.append(noted("skills.last_used", f"{name}: {last}", latest.dated))
    return Skill(name=name, level=rated.level if rated else None, years=years, last_used=last)


def _uses(line: Line, position: Position | None) -> Iterator[Use]:
    for mention in _counting(_there(line.text, mentions(line.text)), line, position):
        yield Use(
            skill=mention.skill,
            line=line,
            position=position,
            stated=_stated(mention, line.text),
            level=_level(mention, line.text),
        )


def _there(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Without those of which the text says that they are not there yet."""
    lacking = _lacking(text) if named else []
    return [mention for mention in named if not any(start <= mention.start < end for start, end in lacking)]


def _counting(named: Sequence[Mention], line: Line, position: Position | None) -> list[Mention]:
    """Without what are names of employers, contacts and fields of study."""
    if position is not None and line in position.head:
        return _in_head(named, line.text, role_in(line))
    if line.section == "education" and degree_in(line.text):
        return []
    return [] if line.section == "head" and CONTACT.search(line.text) else list(named)


def _in_head(named: Sequence[Mention], text: str, title: str | None) -> list[Mention]:
    """Beside title, brackets and a next sentence, one name is an employer's ("Oracle"), several are tools."""
    start = text.find(title) if title else 0
    sure = [(start, start + len(title or "")), *(match.span() for match in BRACKETS.finditer(text))]
    sure += [(stop.end(), len(text)) for stop in STOP.finditer(text)]
    within = [mention for mention in named if any(a <= mention.start < b for a, b in sure)]
    return within if len(named) - len(within) < SEVERAL else list(named)


def _lacking(text: str) -> list[tuple[int, int]]:
    """The parts of a line that speak of what is not there: from the wording to the end of the clause."""
    parts = []
    for match in LACKING.finditer(text):
        stop = BUT.search(text, match.end())
        parts.append((match.start(), stop.start() if stop else len(text)))
    return parts


def _stated(mention: Mention, text: str) -> float | None:
    after = YEARS_AFTER.match(text[mention.end : mention.end + 30])
    before = YEARS_BEFORE.search(text[max(0, mention.start - 40) : mention.start])
    found = after or before
    value = float(found[1].replace(",", ".")) if found else None
    return value if value is not None and 0 < value <= 60 else None


def _level(mention: Mention, text: str) -> str | None:
    """How well, where that stands in brackets: "Java (sehr gut)"."""
    bracket = BRACKETED.match(text[mention.end : mention.end + 60])
    return level_in(bracket[1]) if bracket else None
