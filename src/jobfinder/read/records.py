"""Postings in a JSON value of unknown make: the list of objects that looks like one of openings, or the one object.

Pure. Called by `boards.page` on answers in JSON, and on the state that pages carry (`read.state`). Nothing is known but
shapes: every list of objects is a candidate, its rows are judged by the fields they have and by what these hold, the
best list wins. Products, people and news have titles and addresses too: something must speak of jobs. Which field holds
what is in `read.feed_names`. To extend: names of lists in LISTS, fields that only postings have in OF_JOBS, fields that
others have in OF_OTHERS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobfinder.model import Posting, Record
from jobfinder.read import feed_names as names
from jobfinder.read.advert import signs
from jobfinder.read.employment import employment_kinds
from jobfinder.read.feed_item import Setting, posting_of
from jobfinder.read.roles import is_role
from jobfinder.read.sections_of import with_sections
from jobfinder.read.text import plain as plain_text
from jobfinder.read.values import JSON, Object, raw_texts, text, texts
from jobfinder.read.xml import plain_name

LISTS = re.compile(
    r"(?:^|[a-z_])(?:jobs?|positions?|vacanc(?:y|ies)|openings?|postings?|requisitions?|jobpostings?|jobads?|roles|"
    r"opportunit(?:y|ies)|joboffers?|offers|offres|stellen|stellenangebote|empleos|ofertas|vagas|vacatures|careers)"
    r"(?:list(?:ings?)?|s|results?|data|items)?$",
    re.IGNORECASE,
)
_WRAPPERS = """
data items results result list edges nodes node hits content entries docs records source rows values collection response
body props pageprops value elements page
"""
WRAPPERS = frozenset(_WRAPPERS.split())
"""Names that say nothing of what they hold: the name above counts."""
_OF_JOBS = """
jobtitle positiontitle postingtitle jobopeningname jobname requisitiontitle reqtitle vacancytitle employmenttype jobtype
positiontype contracttype applyurl applicationurl applylink jobid reqid requisitionid jobreqid vacancyid hiringmanager
joblocation joblocations worklocation jobdescription jobdetails jobcategory jobfunction jobfamily jobseqno salaryrange
salarymin salarymax workplacetype isremote ishybrid remotetype experiencelevel dateposted posteddate jobposteddate
closingdate applicationdeadline validthrough hiringorganization jobofferkey jobad jobschedule
"""
OF_JOBS = frozenset(_OF_JOBS.split())
_OF_OTHERS = """
price prices sku instock stock quantity currencyprice variants addtocart rating reviews bio biography firstname lastname
linkedin twitter avatar portrait startsat endsat venue speakers readingtime readtime duration episodes ingredients
"""
OF_OTHERS = frozenset(_OF_OTHERS.split())
NOT_OPEN = frozenset(
    {"closed", "expired", "filled", "inactive", "archived", "draft", "deleted", "unlisted", "paused", "offline"}
)
OPEN_FLAGS = ("active", "isactive", "isvisible", "visible", "islisted", "published", "ispublished", "isopen")
MOST_VALUES = 300_000
MOST_ROWS = 5_000
SAMPLE, FEW = 12, 4
LEAST = 5.0
LEAST_ALONE = 7.0
"""Points for a list, and for a posting by itself."""


class Records(Record, frozen=True):
    """What was found. `single`: it is one posting, not a list. `rows`: how many the list has, with those not open.

    `total` is what the value states beside the list; `closed` the status of one posting that is not open.
    """

    postings: tuple[Posting, ...]
    confidence: float
    single: bool = False
    rows: int = 0
    total: int | None = None
    closed: str | None = None


class Group(NamedTuple):
    """The objects under one path. `name` is that of the list; `total` what stands beside it."""

    name: str
    rows: list[Object]
    total: int | None


def read(value: JSON, setting: Setting) -> Records | None:
    """The postings in a value; null where none can be told."""
    alone = _alone(value)
    groups = list(_groups(value))
    rated = [(points, group) for group in groups if (points := _points(group)) >= LEAST]
    best = max(rated, key=lambda one: (one[0] + min(3.0, len(one[1].rows) / 10), len(one[1].rows)), default=None)
    if alone is not None and (best is None or len(best[1].rows) < 2 or not _has_text(best[1].rows)):
        found = posting_of(with_sections(alone), setting)
        if found is not None:
            return Records(postings=(found,), confidence=0.85, single=True, rows=1, closed=_status(alone))
    if best is None:
        return None
    points, group = best
    postings = tuple(post for row in group.rows if _is_open(row) and (post := posting_of(with_sections(row), setting)))
    if not postings:
        return None
    sure = 0.95 if points >= LEAST + 4 else 0.85 if points >= LEAST + 2 else 0.7
    return Records(postings=postings, confidence=sure, rows=len(group.rows), total=group.total)


# ---------------------------------------------------------------- lists


def _groups(value: JSON) -> Iterator[Group]:
    """All lists of objects, those of one path together: openings are often grouped by department."""
    found: dict[tuple[str, ...], Group] = {}
    for path, listed, beside in _lists(value):
        rows = [_plain(row) for row in listed if isinstance(row, dict)][:MOST_ROWS]
        if not rows:
            continue
        known = found.get(path)
        if known is None:
            found[path] = Group(_name(path), rows, _total(beside))
        elif len(known.rows) < MOST_ROWS:
            known.rows.extend(rows)
    yield from found.values()


def _lists(value: JSON) -> Iterator[tuple[tuple[str, ...], list[JSON], Object]]:
    """Lists of objects with their path and the object they stand in; objects by their keys count as lists."""
    waiting: list[tuple[tuple[str, ...], JSON, Object]] = [((), value, {})]
    count = 0
    while waiting and count < MOST_VALUES:
        path, part, beside = waiting.pop()
        count += 1
        if isinstance(part, list):
            inner = [row.get("node") or row.get("_source") or row if isinstance(row, dict) else row for row in part]
            yield path, inner, beside
            waiting += [(path, row, beside) for row in part[MOST_ROWS::-1] if isinstance(row, dict | list)]
        elif isinstance(part, dict):
            if _is_table(part):
                yield path, list(part.values()), beside
            alike = _is_alike(part)
            inside = [
                ((*path, "*" if alike else key), one, part) for key, one in part.items() if isinstance(one, dict | list)
            ]
            waiting += inside[::-1]


def _is_table(value: Object) -> bool:
    """An object whose keys are ids: its values are alike, and of more than two fields."""
    return _is_alike(value) and all(isinstance(row, dict) and len(row) > 2 for row in list(value.values())[:1])


def _is_alike(value: Object) -> bool:
    """Are all values objects with the same fields? Then the names under which they stand mean nothing."""
    rows = [row for row in list(value.values())[:SAMPLE] if isinstance(row, dict)]
    if len(rows) < 2 or len(rows) < min(len(value), SAMPLE):
        return False
    first = rows[0].keys()
    return bool(first) and all(len(first & row.keys()) * 2 >= len(first) for row in rows[1:])


def _name(path: tuple[str, ...]) -> str:
    """The last name in the path that says what the list holds."""
    names = [plain_name(name) for name in path]
    return next((name for name in reversed(names) if name and name not in WRAPPERS and not name.isdigit()), "")


def _total(beside: Object) -> int | None:
    """How many there are, as it stands beside a list."""
    for key, value in beside.items():
        if re.fullmatch(r"total\w{0,10}|count|nbhits|\w{0,8}totalcount", plain_name(key)) and isinstance(value, int):
            return value if not isinstance(value, bool) and value >= 0 else None
    return None


# ---------------------------------------------------------------- judging


def _points(group: Group) -> float:
    """What speaks for a list of postings; 0 where rows have no titles, or something speaks for other things."""
    sample = group.rows[:SAMPLE]
    titles = [text(title) for row in sample if (title := _first(row, names.TITLE)) is not None]
    named = [title for title in titles if title and len(title) <= 250]
    if len(named) * 10 < len(sample) * 8 or (len(named) > 2 and len(set(named)) == 1):
        return 0.0
    if sum(bool(OF_OTHERS & row.keys()) for row in sample) * 2 > len(sample):
        return 0.0
    roles = sum(map(is_role, named)) / len(named)
    of_list = 3.0 if LISTS.search(group.name) else 0.0
    of_jobs = sum(min(2, len(OF_JOBS & row.keys())) for row in sample) / len(sample)
    adverts = sum(map(_is_advert, sample[:FEW])) / len(sample[:FEW])
    if roles < 0.3 and not (of_list and of_jobs >= 1) and not (of_list and roles > 0.1):
        return 0.0
    fields = sum(_fields(row) for row in sample) / len(sample)
    return fields + 2 * roles + of_list + of_jobs + 2 * adverts + 2 * (roles >= 0.5 and adverts >= 0.5)


def _fields(row: Object) -> float:
    """Points for the fields that postings usually have."""
    named = 1.0 * any(row.get(name) for name in names.URL) + 0.5 * any(row.get(name) for name in names.ID)
    placed = any(row.get(name) for name in (*names.PLACES, *names.CITY, *names.COUNTRY))
    kind = any(employment_kinds(part) for name in names.TYPE for part in texts(row.get(name))[:3])
    dated = any(row.get(name) for name in (*names.POSTED, *names.CLOSES))
    grouped = any(row.get(name) for name in names.DEPARTMENT)
    return named + 1.5 * placed + 1.5 * kind + 0.5 * dated + 0.5 * grouped


def _is_advert(row: Object) -> bool:
    words = " ".join(part for name in names.DESCRIPTION for part in raw_texts(row.get(name))[:1])
    return len(words) > 200 and len(signs(plain_text(words[:20_000]))) >= 4


def _has_text(rows: Sequence[Object]) -> bool:
    return any(_is_advert(row) for row in rows[:3])


def _is_open(row: Object) -> bool:
    """Does the row not say that it is no longer, or not yet, an opening?"""
    return _status(row) is None and not any(row.get(name) is False for name in OPEN_FLAGS)


def _status(row: Object) -> str | None:
    """The status of a posting that is not open, as stated."""
    stated = row.get("status")
    closed = isinstance(stated, str) and stated.strip().casefold() in NOT_OPEN
    return f"status: {text(stated)}" if closed else None


# ---------------------------------------------------------------- one posting


def _alone(value: JSON) -> Object | None:
    """The one object that is a posting with its text, if the value is about one."""
    part, depth = value, 0
    while isinstance(part, dict) and depth < 5:
        row = _plain(part)
        if _points(Group("job", [row], None)) >= LEAST_ALONE and _is_advert(row):
            return row
        inner = [one for key, one in part.items() if isinstance(one, dict) and _leads_on(key)]
        part, depth = (inner[0] if len(inner) == 1 else None), depth + 1
    return None


def _leads_on(key: str) -> bool:
    name = plain_name(key)
    return name in WRAPPERS or bool(LISTS.search(name))


# ---------------------------------------------------------------- fields


def _plain(row: Object) -> Object:
    """The fields under plain names, one level deep; a posting wrapped in its row is taken out."""
    fields = {plain_name(key): _plain_inner(value) for key, value in row.items()}
    for name in ("data", "job", "jobopening", "attributes", "fields", "acf", "position"):
        inner = fields.get(name)
        if isinstance(inner, dict) and any(inner.get(key) for key in names.TITLE[:-2]):
            return fields | inner
    return fields


def _plain_inner(value: JSON) -> JSON:
    if isinstance(value, dict):
        return {plain_name(key): part for key, part in value.items()}
    if isinstance(value, list):
        return [_plain_inner(part) if isinstance(part, dict) else part for part in value[:200]]
    return value


def _first(row: Object, names: Sequence[str]) -> JSON:
    return next((row[name] for name in names if row.get(name)), None)
