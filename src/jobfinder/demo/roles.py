"""Generates one role from (seed, company, serial, today). Pure; called by `world`, which keeps the recent ones.

The cast's first role (`Part.lead`) is fixed in family, level and place, so that the demo's seeker finds something.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

from jobfinder.demo import hostile
from jobfinder.demo.cast import CAST
from jobfinder.demo.dice import dice, identifier, some
from jobfinder.demo.pay import pay_for
from jobfinder.demo.records import BoardKind, Body, Company, Pay, Remote, Role
from jobfinder.demo.texts import Outline, write
from jobfinder.demo.words import german
from jobfinder.demo.words.families import Family
from jobfinder.demo.words.places import BY_CITY, EUROPE, REMOTE_SCOPES, TOWNS, Town
from jobfinder.demo.words.trades import FAMILIES, FREQUENCY
from jobfinder.model import Place, Record

LEVELS = {"junior": 12, "mid": 34, "senior": 36, "staff": 8, "lead": 6, "principal": 4}
YEARS = {"junior": (0, 1), "mid": (2, 4), "senior": (5, 7), "staff": (8, 10), "lead": (6, 8), "principal": (10, 12)}
TITLE = {
    "junior": ("Junior {}", "{} I", "Associate {}", "Graduate {}"),
    "mid": ("{}", "{}", "{} II"),
    "senior": ("Senior {}", "Senior {}", "Sr. {}", "{} (Senior)"),
    "staff": ("Staff {}", "Senior Staff {}"),
    "lead": ("Lead {}", "{} Lead"),
    "principal": ("Principal {}",),
}
# One role in four cities, published four times: serials 3 to 6 of the company that plays "embed".
SPREAD = {3: "Vienna", 4: "Berlin", 5: "Amsterdam", 6: "Paris"}


class Where(Record, frozen=True):
    """The place a role is at, or the area it is open to. `language` is the advert's, null to leave it to chance."""

    town: Town
    places: tuple[Place, ...]
    remote: Remote | None
    scope: str | None
    language: str | None = None


class Advert(Record, frozen=True):
    """The part of a role that does not depend on when and where it is published."""

    title: str
    team: str
    skills: tuple[str, ...]
    nice: tuple[str, ...]
    years: int | None
    employment: str
    pay: Pay | None
    language: str
    body: Body


def external_id(seed: int, company: Company, serial: int) -> str:
    """The name of a role on the company's board, in that provider's form."""
    kind = company.board.kind
    if kind is BoardKind.GREENHOUSE:
        return str(4_100_000_000 + (company.index * 1000 + serial) * 13 + seed % 13)
    if kind in (BoardKind.LEVER, BoardKind.ASHBY):
        return identifier(seed, kind, company.index, serial)
    return str(1000 + serial)


def role(seed: int, company: Company, serial: int, today: date) -> Role:
    """The role at `serial`, with dates that lie before `today`."""
    spread = company.part == "embed" and serial in SPREAD
    same = min(SPREAD) if spread else serial
    chance = dice("role", seed, company.index, same)
    family, level = _what(chance, company, serial)
    where = _spread(serial) if spread else _where(chance, company, serial)
    advert = _advert(chance, company, family, level, where)
    posted = _posted(chance, today)
    made = Role(
        serial=serial,
        external_id=external_id(seed, company, serial),
        requisition_id=f"R-{2000 + same * 7 % 997}",
        family=family.key,
        level=level,
        department=family.department,
        places=where.places,
        remote=where.remote,
        remote_scope=where.scope,
        posted=posted,
        updated=min(posted + timedelta(days=chance.randint(0, 9)), _midnight(today)),
        closes=_midnight(today) + timedelta(days=chance.randint(20, 60)) if chance.random() < 0.3 else None,
        listed=not (company.part == "ashby" and serial == company.role_count - 1),
        title=advert.title,
        team=advert.team,
        skills=advert.skills,
        nice=advert.nice,
        years=advert.years,
        employment=advert.employment,
        pay=advert.pay,
        language=advert.language,
        body=advert.body,
    )
    return hostile.poisoned(made) if company.part == "hostile" else made


def _what(chance: random.Random, company: Company, serial: int) -> tuple[Family, str]:
    family = chance.choices(tuple(FREQUENCY), tuple(FREQUENCY.values()))[0]
    level = chance.choices(tuple(LEVELS), tuple(LEVELS.values()))[0]
    lead = _lead(company, serial)
    if lead:
        return FAMILIES[lead[0]], lead[1]
    return family, "mid" if family.key == "engineering-management" else level


def _lead(company: Company, serial: int) -> tuple[str, str, str] | None:
    return CAST[company.index].lead if serial == 0 and company.index < len(CAST) else None


def _spread(serial: int) -> Where:
    town = BY_CITY[SPREAD[serial]]
    return Where(town=town, places=(town.place,), remote=Remote.HYBRID, scope=None, language="en")


def _where(chance: random.Random, company: Company, serial: int) -> Where:
    lead = _lead(company, serial)
    home = BY_CITY[company.headquarters.city or "Berlin"]
    if lead and lead[2] in BY_CITY:
        return _at(chance, BY_CITY[lead[2]], Remote.HYBRID)
    if lead:
        return _remote(chance, home, lead[2])
    town = home if chance.random() < 0.55 else chance.choice(TOWNS)
    if chance.random() < 0.38:
        return _remote(chance, town, _area(chance, town))
    return _at(chance, town, chance.choice((Remote.HYBRID, Remote.ONSITE, None)))


def _area(chance: random.Random, town: Town) -> str:
    country = town.place.country or ""
    ways = [country] if country in REMOTE_SCOPES else []
    ways += ["europe"] if country in EUROPE else []
    return chance.choice([*ways, "any"])


def _at(chance: random.Random, town: Town, remote: Remote | None) -> Where:
    return Where(town=town, places=(_spelt(chance, town),), remote=remote, scope=None)


def _spelt(chance: random.Random, town: Town) -> Place:
    place = town.place
    return Place(text=chance.choice(town.spellings), city=place.city, region=place.region, country=place.country)


def _remote(chance: random.Random, town: Town, area: str) -> Where:
    text, scope = chance.choice(REMOTE_SCOPES[area])
    country = area if len(area) == 2 else None
    return Where(town=town, places=(Place(text=text, country=country),), remote=Remote.REMOTE, scope=scope)


def _advert(chance: random.Random, company: Company, family: Family, level: str, where: Where) -> Advert:
    language = where.language or _language(chance, company, where)
    skills = some(chance, family.skills, 3, 5)
    nice = some(chance, family.nice, 0, 3)
    team = chance.choice(family.teams)
    years = chance.randint(*YEARS[level]) or None
    employment = chance.choices(("full-time", "contract", "part-time", "internship"), (88, 6, 5, 1))[0]
    pay = pay_for(chance, family.pay, level, where.town, employment, language)
    outline = Outline(
        company=company,
        family=family,
        team=team,
        skills=skills,
        nice=nice,
        years=years,
        place=where.town.place,
        remote=where.remote,
        remote_scope=where.scope,
        pay_line=pay.prose if pay else None,
        language=language,
    )
    return Advert(
        title=_title(chance, family, level, team, language),
        team=team,
        skills=skills,
        nice=nice,
        years=years,
        employment=employment,
        pay=pay,
        language=language,
        body=write(chance, outline),
    )


def _language(chance: random.Random, company: Company, where: Where) -> str:
    german_place = where.places[0].country in ("DE", "AT")
    odds = 0.5 if company.language == "de" else 0.12
    return "de" if german_place and chance.random() < odds else "en"


def _title(chance: random.Random, family: Family, level: str, team: str, language: str) -> str:
    if language == "de":
        plain = chance.choice(german.TITLES.get(family.key, family.titles))
        return plain + chance.choice(german.SUFFIXES)
    named = chance.choice(family.titles)
    titled = named if family.key == "engineering-management" else chance.choice(TITLE[level]).format(named)
    ending = chance.choice(("", "", "", f", {team}", f" - {team}", f" ({team})"))
    return titled if "," in titled and ending.startswith(",") else titled + ending


def _posted(chance: random.Random, today: date) -> datetime:
    days = chance.choice((chance.randint(1, 14), chance.randint(1, 45), chance.randint(10, 200)))
    return _midnight(today) - timedelta(days=days, seconds=chance.randint(0, 36_000))


def _midnight(today: date) -> datetime:
    return datetime.combine(today, time(), UTC)
