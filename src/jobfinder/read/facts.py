"""What the short lines of a posting say: where, how, for how much, since when. Without labels, too.

Pure. Called by `read.article`, `read.sections` and `boards.parts.links` for pages without structured data. A label
("Location: Berlin") is believed anywhere in the text; of lines without one only the short ones beside the title are
read, and only where a part of them means nothing else: "SF Bay Area, CA · Full time · On site". To extend: labels in
`read.labels`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from jobfinder.model import Place, Record, Remote, Salary
from jobfinder.read.dates import iso
from jobfinder.read.employment import employment_kinds
from jobfinder.read.fields import employment, remote, remote_scope
from jobfinder.read.labels import labelled
from jobfinder.read.level import Level
from jobfinder.read.lines import Line
from jobfinder.read.places import place, split
from jobfinder.read.roles import is_role
from jobfinder.read.salary import parse_salary

PART = re.compile(r"\s?[·|•‧⋅∙]\s?|\s[/–—-]\s|\s{2,}|\t|\s/$|;\s")
POSTED = re.compile(
    r"^(?:re)?(?:posted|published|veröffentlicht(?: am)?|publiée? le|publicado(?: el)?)\b:?\s?", re.IGNORECASE
)
LONGEST = 100
SHORT_PLACE = 40
MOST_NEAR = 8
WORDS = frozenset(
    {"reading", "nice", "mobile", "bath", "sale", "orange", "split", "best", "deal", "hope", "lead", "rugby"}
)
"""Towns whose names alone are words."""
NO_PLACE = re.compile(
    r"\d{4,}|[!?@#%]|\bteam\b|\bapply\b|\bview\b|\bread\b|\bjobs?\b|\bcareers?\b|\bsave\b|\bshare\b", re.IGNORECASE
)


class Facts(Record, frozen=True):
    """Fields of a posting as its short lines state them."""

    title: str | None = None
    company: str | None = None
    locations: tuple[Place, ...] = ()
    remote: Remote | None = None
    remote_scope: str | None = None
    employment_type: str | None = None
    department: str | None = None
    seniority: str | None = None
    salary: Salary | None = None
    posted_at: str | None = None
    closes_at: str | None = None
    requisition_id: str | None = None


def facts(near: Sequence[Line], whole: Sequence[Line] = (), now: float | None = None) -> Facts:
    """The facts in the lines beside a title, and those that labels name in the `whole` text; labels go first."""
    said = labelled((*near, *whole))
    short = [line.text for line in near[:MOST_NEAR] if len(line.text) <= LONGEST]
    parts = [part for line in short for part in _parts(line)]
    stated = said.get("place", ())
    where = _stated_places(stated) or places_in((*short, *parts))
    mode = _mode(*said.get("remote", ()), *stated, *said.get("type", ()), *parts)
    return Facts(
        title=_first(said.get("title")),
        company=_first(said.get("company")),
        locations=where,
        remote=mode,
        remote_scope=_scope(said, mode),
        employment_type=employment(said["type"]) if "type" in said else _kind(parts),
        department=_department(_first(said.get("department"))),
        seniority=next((level for name in said.get("level", ()) if (level := _level(name))), None),
        salary=_pay((*said.get("pay", ()), *short, *parts), where),
        posted_at=_date(said.get("posted"), now) or _posted(parts, now),
        closes_at=_date(said.get("closes"), None),
        requisition_id=next((name for name in said.get("id", ()) if _is_id(name)), None),
    )


def _first(values: tuple[str, ...] | None) -> str | None:
    return values[0] if values else None


# ---------------------------------------------------------------- parts of a short line


def _parts(line: str) -> list[str]:
    return [part.strip(" ,/|·-–—") for part in PART.split(line) if part.strip(" ,/|·-–—")]


def places_in(texts: Iterable[str]) -> tuple[Place, ...]:
    """The places that the first of these short texts names which names nothing else."""
    for part in texts:
        named = [place(name) for name in split(part)]
        if named and all(_is_place(part, one) for one in named):
            return tuple(named)
    return ()


def _is_place(part: str, read: Place) -> bool:
    """Known as a place, and no word for anything else: "Reading" is a town, "Lead" a town, too."""
    if read.country is None and read.city is None:
        return False
    if NO_PLACE.search(part) or is_role(part) or employment_kinds(part) or len(part.split()) > 8:
        return False
    return "," in part or (read.country is not None and part[:1].isupper() and part.casefold() not in WORDS)


def _stated_places(values: Iterable[str]) -> tuple[Place, ...]:
    """The places of the first value that is one; a short name that is not known is still where it is."""
    for value in values:
        stated = re.split(r"\.\s", value)[0]
        stated = stated.rpartition("(")[0] if stated.count("(") > stated.count(")") else stated
        found = [one for name in split(stated) if (one := place(name)).text]
        if any(one.city or one.country for one in found):
            return tuple(found)
        if found and len(stated) <= SHORT_PLACE and remote(stated) is None and not stated.endswith("."):
            return tuple(found)
    return ()


def _mode(*texts: str) -> Remote | None:
    return next((mode for text in texts if len(text) <= LONGEST and (mode := remote(text))), None)


def _scope(said: dict[str, tuple[str, ...]], mode: Remote | None) -> str | None:
    if "scope" in said:
        return remote_scope(f"Remote, {said['scope'][0]}")
    stated = (*said.get("remote", ()), *(said.get("place", ()) if mode is Remote.REMOTE else ()))
    return next((scope for text in stated if (scope := remote_scope(text))), None)


def _kind(texts: Iterable[str]) -> str | None:
    return next((kind for text in texts if len(text) <= LONGEST and (kind := employment(text))), None)


def _department(stated: str | None) -> str | None:
    return stated if stated and len(stated) <= 80 and ";" not in stated else None


def _level(stated: str) -> str | None:
    try:
        return Level(stated).value
    except ValueError:
        return None


def _pay(texts: Iterable[str], where: tuple[Place, ...]) -> Salary | None:
    """What these texts say of pay; a range before a single figure."""
    country = _country(where)
    read = [pay for text in texts if (pay := parse_salary(f"Salary: {text}", country)) and pay.currency]
    whole = (pay for pay in read if pay.min is not None and pay.max is not None and pay.min < pay.max)
    found = next(whole, read[0] if read else None)
    return replace(found, text=(found.text or "").removeprefix("Salary: ") or None) if found else None


def _country(where: tuple[Place, ...]) -> str | None:
    countries = {one.country for one in where}
    return countries.pop() if len(countries) == 1 else None


def _date(values: tuple[str, ...] | None, now: float | None) -> str | None:
    return next((date for text in values or () if (date := iso(text, now))), None)


def _posted(parts: list[str], now: float | None) -> str | None:
    stated = (POSTED.sub("", part) for part in parts if POSTED.match(part) or "ago" in part)
    return next((date for text in stated if (date := iso(text, now))), None)


def _is_id(stated: str) -> bool:
    return len(stated) <= 40 and any(char.isdigit() for char in stated)
