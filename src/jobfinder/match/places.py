"""Places compared: does a posting's place lie in what the seeker named? Three answers: yes, no, and unknown.

Pure. Called by `match.filter` and `match.score`. Unknown is the answer whenever one side is too coarse: Germany may be
Berlin, an unplaced "Springfield" may be anywhere. To extend: a group of countries in `read.country_groups`, a second
name of a city in CITY_NAMES.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jobfinder.model import Place, Posting, Record
from jobfinder.read import gazetteer
from jobfinder.read.country_groups import group
from jobfinder.read.gazetteer import plain

CITY_NAMES = {
    "munchen": "munich",
    "koln": "cologne",
    "wien": "vienna",
    "zurich": "zurich",
    "geneve": "geneva",
    "genf": "geneva",
    "praha": "prague",
    "warszawa": "warsaw",
    "krakow": "cracow",
    "lisboa": "lisbon",
    "roma": "rome",
    "milano": "milan",
    "bruxelles": "brussels",
    "brussel": "brussels",
    "kobenhavn": "copenhagen",
    "den haag": "the hague",
    "nurnberg": "nuremberg",
    "hannover": "hanover",
    "firenze": "florence",
    "torino": "turin",
    "venezia": "venice",
    "bucuresti": "bucharest",
    "beograd": "belgrade",
    "moskva": "moscow",
    "kyiv": "kiev",
    "bengaluru": "bangalore",
    "nyc": "new york",
    "new york city": "new york",
    "sf": "san francisco",
    "la": "los angeles",
    "frankfurt am main": "frankfurt",
    "sevilla": "seville",
    "goteborg": "gothenburg",
}
REMOTE_WORDS = re.compile(
    r"\b(?:remote|fully|only|within|based|in the|from|residents?|must be|located|in|the|homeoffice|home office|"
    r"hybrid)\b"
)


class Where(Record, frozen=True):
    """A place as named by the seeker. Without a city it is a country or a group of countries; `countries` null: not
    known.
    """

    text: str
    city: str | None
    countries: frozenset[str] | None


@lru_cache(maxsize=512)
def countries_of(text: str) -> frozenset[str] | None:
    """The countries that a name or code stands for: "Germany", "DE", "EU", "Europe"; null where it names none.

    Everywhere ("Worldwide") is the empty set.
    """
    name = plain(text)
    named = group(name)
    if named is not None:
        return named
    code = gazetteer.country(text) or gazetteer.country_of_code(name)
    return frozenset({code}) if code else None


@lru_cache(maxsize=512)
def scope_of(text: str) -> frozenset[str] | None:
    """The countries of a remote scope: "US only", "EU or UK", "Remote - Germany". Null where one of its parts is not
    understood.
    """
    parts = [
        REMOTE_WORDS.sub(" ", plain(part)).strip()
        for part in re.split(r"[,;/&+()|–-]|\b(?:and|or|und|oder)\b", text[:300])
    ]
    named = [countries_of(part) for part in parts if part.strip()]
    if not named or any(part is None for part in named):
        return None
    if any(not part for part in named):
        return frozenset()
    return frozenset().union(*(part for part in named if part))


@lru_cache(maxsize=512)
def where(text: str) -> Where:
    """A place as the seeker wrote it: "Berlin", "Paris, France", "Germany", "EU"."""
    whole = countries_of(text)
    if whole is not None:
        return Where(text=text, city=None, countries=whole)
    head, _, tail = text.rpartition(",")
    country = countries_of(tail) if head else None
    return Where(
        text=text, city=_city(head.split(",")[0] if country is not None else text.split(",")[0]), countries=country
    )


def lies_in(place: Place, wanted: Where) -> bool | None:
    """Does the place lie where the seeker wants? Null where that cannot be told."""
    countries = _countries_of_place(place)
    if wanted.countries is not None and not wanted.countries:
        return True
    if wanted.countries and countries and not (countries & wanted.countries):
        return False
    if wanted.city is None:
        return True if countries and wanted.countries and countries <= wanted.countries else None
    return _same_city(place, wanted.city)


def _same_city(place: Place, city: str) -> bool | None:
    stated = _city(place.city or place.region or "")
    if stated == city or _city(place.region or "") == city:
        return True
    if re.search(rf"\b{re.escape(city)}\b", CITY_NAMES.get(plain(place.text), plain(place.text))):
        return True
    return False if place.city else None


def _countries_of_place(place: Place) -> frozenset[str] | None:
    if place.country:
        return countries_of(place.country)
    return scope_of(place.text) or countries_of(place.text.rpartition(",")[2])


def _city(text: str) -> str:
    name = plain(text)
    return CITY_NAMES.get(name, name)


def posting_countries(posting: Posting) -> frozenset[str]:
    """The countries that a posting's places name, as far as they are known."""
    return frozenset().union(*(_countries_of_place(place) or frozenset() for place in posting.locations))
