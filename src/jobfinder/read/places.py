"""Places out of text: "Munich, Bavaria, Germany (Hybrid)" → city, region, country. Only what is certain.

Pure. Called by `boards`, `read.jsonld` and `read.feed`. `place` for free text, `place_of` for separate fields, `split`
for a line that lists several places. The text is kept as stated; city and region come out as written there, the country
as ISO 3166 alpha-2. What could be two things is neither. To extend: names in `read.regions`, words to ignore in MODE
and ABOUT.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from jobfinder.model import Place
from jobfinder.read.gazetteer import City, Region, certain, cities, country, country_of_code, plain, regions
from jobfinder.read.text import clean

LONGEST = 200
MOST = 30
"""Characters of a place that are read; places in one line."""
CACHED = 4_096
"""Texts whose reading is remembered: a board names few places, and often."""

MODE = re.compile(
    r"\b(?:(?:100 ?% |fully |full |partially |partly )?remote(?:[- ]?(?:first|friendly|only|position|opportunity|job|"
    r"work|available|ok|based|eligible|working))*|remoto|hybrid[eoa]?|h[ií]brido|on[- ]?site|in[- ]office|in[- ]person|"
    r"office[- ]based|home[- ]?office|work(?:ing)? from (?:home|anywhere)|wfh|home[- ]based|telecommute|"
    r"t[ée]l[ée]travail|teletrabajo|vor ort|flexible|distributed|virtual|fully|only)\b",
    re.IGNORECASE,
)
"""How the work is done, not where."""
ABOUT = re.compile(
    r"\b(?:head ?quarters?|hq|(?:main |head |regional )?offices?|b[üu]ro|standort|located in|based in|within|"
    r"metropolitan|metro|(?:bay |greater )?area|greater|region|(?:city|state|province|county) of|"
    r"or near|nearby|any ?where in|in the|campus)\b",
    re.IGNORECASE,
)
EDGE = re.compile(
    r"^(?:(?:in|the|from|for|of|or|and|oder|und|ou|im|aus)\s)+|(?:\s(?:or|and|oder|und|ou|in|the|from))+$"
)
MORE = re.compile(r"(?:\+|\band )\s?\d{1,4} (?:more|others?|weitere)\b.*$|<br\s?/?>", re.IGNORECASE)
BORDER = re.compile(r"[,;|/()\[\]·•:]|\s[-–—>]\s|\n|[–—]")
DASHED = re.compile(r"^([A-Za-z][A-Za-z ]{1,30})-\S")
DOTTED = re.compile(r"^([A-Z]{2,3})\.(?:([A-Z]{2})\.)?(?=[A-Z][a-z])")
"""How some systems name offices: "USA.CA.Pleasanton"."""
NUMBERED = re.compile(r"\d")
POSTCODE = re.compile(r"\s\d{5}(?:-\d{4})?$|\s\d{4,6}$|^\d{4,6}\s(?=[^\W\d])|^[A-Z]{1,2}-\d{4,5}\s")
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
CODE = re.compile(r"^[A-Z]{2}$")
COUNTRY_AND_STATE = re.compile(r"^([A-Z]{2,3})-([A-Z]{2})$")
NAME = re.compile(r"^[^\W\d_][^\d_@#%&+=*\"“”!?{}\\]{1,60}$")
NO_CITY = frozenset(
    """any city|multiple locations|various locations|several locations|various|multiple|all locations|nationwide|
    worldwide|global|anywhere|europe|emea|apac|latam|eu|dach|see description|n a|na|tbd|other|unknown|home|field|
    us|usa|location|locations|international|europa|weltweit|bundesweit|deutschlandweit|north america|south america|
    latin america|central america|americas|middle east|asia|africa|oceania|asia pacific|mena|anz|nordics|benelux|local|
    regional|national|all|offices""".replace("\n    ", "")
    .replace("\n", "")
    .split("|")
)
NO_FIELD = NO_CITY - {"us", "usa"}
EITHER = frozenset({"DE", "IN", "CO", "AR", "IL"})
"""Codes of US states that are written as often for the country: Germany, India, Colombia, Argentina, Israel."""
DOUBLE = frozenset({"georgia"})
"""Names both of a country and of a state elsewhere."""
NO_ACCENTS = frozenset({"US", "GB", "IE", "AU", "NZ"})
"""Countries whose regions are written without accents."""
METROPOLIS = 500_000
CITY_STATES = frozenset({"SG", "HK", "MC"})

LIST = re.compile(r"(?:(?<!\s)\s+)?(?:[;|\n•·]|\s/\s|\s(?:or|oder|ou|and|und)\s)\s*")
ONLY_MODE = re.compile(r"^[\W_]*$")


class Found(NamedTuple):
    """What the names of one place add up to so far."""

    names: tuple[str, ...]
    country: str | None = None
    region: str | None = None


# ---------------------------------------------------------------- entries


@lru_cache(maxsize=CACHED)
def place(text: str) -> Place:
    """The place that free text names. Unknown stays null: "Springfield" has no country, "Remote" has nothing."""
    stated = clean(text) or ""
    found = _with_country(_names(stated))
    found = _with_region(found)
    city, found = _city(found)
    return Place(text=stated, city=city, region=found.region, country=found.country)


@lru_cache(maxsize=CACHED)
def place_of(city: str | None, region: str | None, country: str | None, text: str | None = None) -> Place:
    """The place that separate fields state. A country that they leave out is added where city and region settle it."""
    parts = [_field(part) for part in (city, region, country)]
    stated = clean(text) or ", ".join(
        dict.fromkeys(stated for part in (city, region, country) if (stated := clean(part)))
    )
    own_city, own_region, own_country = parts
    code = _country_field(own_country)
    names = dict.fromkeys(name for name in (own_city, own_region, code or own_country) if name)
    read = place(", ".join(names) if own_city else stated)
    code = code or read.country
    if own_city and ("," in own_city or MODE.search(own_city)):
        own_city = read.city
    own_region = None if own_region and _country_field(own_region) == code and len(own_region) > 3 else own_region
    return Place(
        text=stated,
        city=own_city or read.city,
        region=own_region or (read.region if read.country == code else None),
        country=code,
    )


@lru_cache(maxsize=CACHED)
def split(text: str) -> tuple[str, ...]:
    """The places of a line that lists several: "Berlin; Munich | Remote". "Munich / Hybrid" is one."""
    parts: list[str] = []
    for part in LIST.split((text or "")[: LONGEST * MOST]):
        name = clean(part.strip(" ,-–—"))
        if not name:
            continue
        if parts and _says_how(name):
            parts[-1] = f"{parts[-1]} / {name}"
        else:
            parts += _comma_list(name)
    return tuple(dict.fromkeys(parts))[:MOST]


def _says_how(name: str) -> bool:
    """Nothing but "Hybrid" or "On-site"; "Remote" is a place of its own."""
    return not re.search("remot", name, re.IGNORECASE) and bool(ONLY_MODE.match(MODE.sub("", name)))


def _comma_list(name: str) -> list[str]:
    """ "Berlin, Munich, Hamburg" are three; "San Jose, California" and "Móstoles, Madrid" are one."""
    names = [part.strip() for part in name.split(",")]
    land = country(names[-1]) if len(names) > 2 else None
    if land and (listed := _cities_of(names[:-1], land)):
        return [f"{part}, {names[-1]}" for part in listed]
    known = [city for part in names if (city := _listed(part))]
    if len(names) < 2 or len(known) < len(names):
        return [name]
    areas = [(city.country, city.area) for city in known]
    return names if len(set(areas)) == len(areas) or len(names) > 2 else [name]


def _cities_of(names: list[str], land: str) -> list[str] | None:
    """The cities in a list of large cities of one country; null where they lie one in the other."""
    listed = list({name.casefold(): name for name in reversed(names)}.values())[::-1]
    if len(listed) == 2 and any(region.country == land for region in regions(listed[1])):
        return None
    known = [found[0] for name in listed if (found := cities(name, land))]
    large = all(city.population >= METROPOLIS for city in known)
    areas = {city.area for city in known}
    return listed if large and len(known) == len(listed) == len(areas) > 1 else None


def _listed(name: str) -> City | None:
    """The city that a name in a list of cities is; names of regions only where the city is the better known."""
    city = None if country(name) else certain(name)
    return city if city and (city.population >= METROPOLIS or not regions(name)) else None


# ---------------------------------------------------------------- names


def _names(stated: str) -> tuple[str, ...]:
    """The names in a text, from left to right, without words on how the work is done, house numbers, post codes."""
    text = MORE.sub("", stated[:LONGEST]).replace("D.C.", "DC")
    text = MODE.sub(" | ", text)
    text = DOTTED.sub(lambda match: "".join(f"{code}, " for code in match.groups() if code), text)
    dashed = DASHED.match(text)
    if dashed and (country(dashed[1]) or country_of_code(dashed[1]) or regions(dashed[1])):
        text = text.replace("-", ",")
    names: list[str] = []
    for part in BORDER.split(text):
        name = _name(part)
        both = COUNTRY_AND_STATE.match(name)
        names += [both[2], both[1]] if both else [name]
    return tuple(dict.fromkeys(name for name in names if name and not NUMBERED.search(name) and not _is_wide(name)))


def _is_wide(name: str) -> bool:
    """A part of the world, or a word for several places: names beside it say where."""
    return plain(name) in NO_FIELD


def _name(part: str) -> str:
    bare = " ".join(ABOUT.sub(" ", POSTCODE.sub(" ", part.strip())).split()).strip(" -'")
    return FULL_STOP.sub("", EDGE.sub("", bare))


# ---------------------------------------------------------------- country


def _with_country(names: tuple[str, ...]) -> Found:
    """The country, by name first, else by a code at the end or the beginning."""
    named = {name: code for name in names[::-1] if (code := _country_name(name, names))}
    if not named:
        return _with_code(names)
    land = next((code for code in named.values() if _home_of_all(named, code)), None)
    if land is None:
        return Found(())
    doubled = list(named.values()).count(land) > 1
    rest = (name for name in names if named.get(name) != land or _is_city(name, land, doubled))
    return Found(tuple(rest), land)


def _home_of_all(named: dict[str, str], land: str) -> bool:
    """In "USA-OR-Lebanon", Lebanon is a city of the other country."""
    return all(code == land or cities(name, land) for name, code in named.items())


def _country_name(name: str, names: tuple[str, ...]) -> str | None:
    code = country(name)
    if code and plain(name) in DOUBLE:
        return code if any(cities(other, code) for other in names if other != name) else None
    if code is None and len(names) > 1 and names[-1] == name and _is_code(name) and len(names) > 2:
        return _last_of_three(name, names)
    return code or {"US": "US", "UK": "GB", "UAE": "AE"}.get(name)


def _last_of_three(code: str, names: tuple[str, ...]) -> str | None:
    """ "Toronto, ON, CA": behind a region stands a country."""
    land = country_of_code(code)
    return land if land and any(region.country == land for region in regions(names[-2])) else None


def _is_city(name: str, land: str, doubled: bool) -> bool:
    return (land in CITY_STATES or (doubled and land == "LU")) and len(name) > 3 and bool(cities(name, land))


def _is_code(name: str) -> bool:
    return bool(CODE.match(name))


def _with_code(names: tuple[str, ...]) -> Found:
    """Two letters may be a state or a country: the cities of that name decide."""
    for name in (*names[-1:], *names[:1]):
        if not _is_code(name):
            continue
        rest = tuple(other for other in names if other != name)
        land, state = country_of_code(name), _state(name, rest)
        if land is None or state is None:
            return Found(rest, state.country if state else land, name if state else None)
        return _settled(rest, name, land, state)
    return Found(names)


def _state(code: str, rest: tuple[str, ...]) -> Region | None:
    """The region of that code; of Washington and Western Australia, the one that has the city."""
    found = regions(code)
    return max(
        found,
        key=lambda region: max((_inhabitants(n, region.country, region.code) for n in rest), default=0),
        default=None,
    )


def _settled(rest: tuple[str, ...], code: str, land: str, state: Region) -> Found:
    in_state = max((_inhabitants(name, state.country, state.code) for name in rest), default=0)
    in_land = max((_inhabitants(name, land) for name in rest), default=0)
    if in_land > in_state:
        return Found(rest, land)
    if in_state or (rest and code not in EITHER):
        return Found(rest, state.country, code)
    return Found(rest)


def _inhabitants(name: str, land: str, state: str | None = None) -> int:
    found = [city for city in cities(name, land) if state is None or land != "US" or city.area == state]
    return found[0].population if found else 0


# ---------------------------------------------------------------- region and city


def _with_region(found: Found) -> Found:
    """The region; it settles the country where only one has it. What is rather a city stays for the city."""
    if found.region:
        return found
    for name in found.names[::-1]:
        fitting = [region for region in _regions_of(name) if found.country in (None, region.country)]
        others = tuple(other for other in found.names if other != name and not _is_code(other))
        if len({region.country for region in fitting}) != 1 or _rather_a_city(name, others, found, fitting[0]):
            continue
        if others and found.country is None and not _agrees(others, fitting[0]):
            continue
        return Found(others, fitting[0].country, name)
    return found


def _regions_of(name: str) -> tuple[Region, ...]:
    """The regions of that name; Münster is none of Ireland."""
    return tuple(region for region in regions(name) if name.isascii() or region.country not in NO_ACCENTS)


def _rather_a_city(name: str, others: tuple[str, ...], found: Found, region: Region) -> bool:
    """Berlin alone, and in "Berlin, Munich, Germany"; Georgia alone is neither."""
    if not others:
        return bool(cities(name, region.country)) or (found.country is None and plain(name) in DOUBLE)
    first = found.names[0] == name and region.country != "US"
    return first and bool(cities(name, region.country)) and bool(cities(others[0], region.country))


def _agrees(names: tuple[str, ...], region: Region) -> bool:
    """No other name is surely a city of another country."""
    sure = [city for name in names if not cities(name, region.country) and (city := certain(name))]
    return not sure


def _city(found: Found) -> tuple[str | None, Found]:
    if found.country is None:
        return _city_alone(found)
    names = [name for name in found.names if NAME.match(name) and not _is_code(name) and plain(name) not in NO_CITY]
    known = [name for name in names if cities(name, found.country)]
    if len(known) > 1 and found.region is None:
        return (None, found) if _several(known, found.country) else (known[0], found)
    if known:
        return known[0], _region_beside(known[0], names, found)
    fitting = [name for name in names if len(name.split()) <= 4]
    if not fitting:
        return None, found
    city = fitting[-1] if found.region else fitting[0]
    return city, _region_beside(city, fitting, found)


def _several(names: list[str], land: str) -> bool:
    return all(cities(name, land)[0].population >= 100_000 for name in names[:2])


def _region_beside(city: str, names: list[str], found: Found) -> Found:
    """In "Bengaluru, Karnataka, India" what stands between city and country is the region."""
    behind = [after for before, after in pairwise(names) if before == city]
    if found.region or not behind or _is_code(behind[0]) or len(names) != 2 or cities(behind[0], found.country):
        return found
    return found._replace(region=behind[0])


def _city_alone(found: Found) -> tuple[str | None, Found]:
    """Without a country: the one name that surely is a city; a name of many cities alone gives just the name."""
    sure = [(name, city) for name in found.names if not _is_code(name) and (city := certain(name))]
    if sure and len({city.country for _, city in sure}) == 1:
        return sure[0][0] if len(sure) == 1 else None, found._replace(country=sure[0][1].country)
    if len(found.names) == 1 and cities(found.names[0]) and not _is_region(found.names[0]):
        return found.names[0], found
    return None, found


def _is_region(name: str) -> bool:
    return bool(regions(name)) or country(name) is not None


def _field(text: str | None) -> str | None:
    """A field in one line; null for "Anywhere" and other words that name no place."""
    stated = clean(text)
    return None if stated is None or plain(stated) in NO_FIELD else stated


def _country_field(text: str | None) -> str | None:
    return (country(text) or country_of_code(text)) if text else None
