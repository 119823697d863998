"""Countries named in a row, as in "the US, Canada or the EU, except Hungary": their codes, and where the row ends.

Pure. Called by the readers of who may apply, on folded words (`read.passages`), only where a list of countries is to be
expected, so that a name may be as short as "us". A state or a city stands for its country. To extend: short names in
SHORT, words that join names in GLUE, adjectives in PEOPLE; groups of countries are in `read.country_groups`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from jobfinder.read import gazetteer
from jobfinder.read.country_groups import group
from jobfinder.read.gazetteer import plain

Grain: TypeAlias = Literal["country", "region", "city"]
SHORT = {
    "us": "US", "usa": "US", "uk": "GB", "gb": "GB", "uae": "AE", "nz": "NZ", "usc": "US",
    "états-unis": "US", "ee.uu": "US", "eeuu": "US", "ksa": "SA", "deutschlands": "DE",
    "deutschlandweit": "DE", "bundesweit": "DE", "österreichs": "AT", "österreichweit": "AT", "schweizweit": "CH",
}  # fmt: skip
GROUPS = {
    "eu": "eu", "eea": "eea", "ewr": "eea", "eu eea": "eea", "european economic area": "eea",
    "europaische union": "eu", "europaischen union": "eu", "union europeenne": "eu", "union europea": "eu", "ue": "eu",
    "european": "europe", "europa": "europe", "continental europe": "europe", "european union": "eu",
    "nordic": "nordics", "nordic countries": "nordics", "scandinavian": "scandinavia", "baltic": "baltics",
    "americas": "americas", "north american": "north america", "latin american": "latam", "lateinamerika": "latam",
    "asia pacific": "apac", "asia-pacific": "apac", "south american": "south america", "african": "africa",
}  # fmt: skip
"""Other spellings of the groups of `read.country_groups`, in plain form."""
PEOPLE = {
    "american": "US", "canadian": "CA", "british": "GB", "german": "DE", "french": "FR", "spanish": "ES",
    "italian": "IT", "dutch": "NL", "irish": "IE", "polish": "PL", "swiss": "CH", "austrian": "AT", "australian": "AU",
    "indian": "IN", "singaporean": "SG", "singapore": "SG", "japanese": "JP", "israeli": "IL", "brazilian": "BR",
    "mexican": "MX", "portuguese": "PT", "swedish": "SE", "danish": "DK", "norwegian": "NO", "finnish": "FI",
    "belgian": "BE", "czech": "CZ", "hungarian": "HU", "romanian": "RO", "bulgarian": "BG", "greek": "GR",
    "ukrainian": "UA", "emirati": "AE", "saudi": "SA", "south african": "ZA", "new zealand": "NZ", "filipino": "PH",
    "deutsche": "DE", "deutscher": "DE", "osterreichische": "AT", "schweizer": "CH", "francaise": "FR",
    "espanola": "ES",
}  # fmt: skip
AMBIGUOUS = frozenset({"georgia"})
"""A country and a state."""

WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
GLUE = re.compile(
    r"(?:[\s,/&+|(;:-]{1,4}|\b(?:and|or|und|oder|et|ou|y|o|e|the|either|both|in|any|an?|of|as well as|plus|one of|"
    r"continental|contiguous|wider|entire|"
    r"whole|anywhere|within|from|der|die|das|den|dem|la|le|les|los|las|el|en|au|aux|aus|mainland|member states|"
    r"countr(?:y|ies)|states? of|across)\b){0,8}"
)
EXCEPT = re.compile(
    r"[\s,(;-]{0,3}(?:except(?:ing)?(?: for| in)?|excluding|exclusive of|other than|apart from|but not(?: in)?|not|"
    r"aside from|außer|ausser|ausgenommen|hors|sauf|excepto|salvo|minus)\b"
)
NOUN = re.compile(r"(?: member)?[ -](?:states?|countr(?:y|ies)|region|territory|timezones?|time zones?)\b")
MOST_WORDS = 4
MOST_NAMES = 30
AHEAD = 12
"""Words of a name, names in a row, words before a place where a row may begin."""


class Named(NamedTuple):
    """Countries in a row, the end of it, and the coarsest way in which they were named; none: the whole world."""

    codes: frozenset[str]
    end: int
    grain: Grain

    @property
    def sorted(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(sorted(self.codes))


def named_at(words: str, at: int, *, cities: bool = False) -> Named | None:
    """The countries named in a row from a place on; null where it begins with anything else."""
    row = _row(words, at, cities=cities)
    return less(row, words, row.end) if row else None


def less(row: Named, words: str, at: int) -> Named:
    """The row without the countries that are excepted from a place on ("EU, except Hungary")."""
    leaving = EXCEPT.match(words, at)
    left_out = _row(words, leaving.end(), cities=False) if leaving else None
    if left_out is None or left_out.grain != "country":
        return row
    return Named(row.codes - left_out.codes, left_out.end, row.grain)


def named_before(words: str, end: int) -> Named | None:
    """The countries named in a row that ends right before a place, as in "US and Canada only"; `end` is where the row
    begins.
    """
    starts = [match.start() for match in WORD.finditer(words, max(0, end - 90), end)]
    found = None
    ahead = words[:end]
    for start in reversed(starts[-AHEAD:]):
        row = _row(ahead, start, cities=False) if _entry(ahead, start, cities=False) else None
        if row and row.grain == "country" and row.codes and not words[row.end : end].strip(" )-,"):
            found = Named(row.codes, start, row.grain)
        elif start < (starts[-MOST_WORDS] if len(starts) >= MOST_WORDS else 0) and found is None:
            break
    return found


def _row(words: str, at: int, *, cities: bool) -> Named | None:
    codes: set[str] = set()
    grain: Grain = "country"
    end, world = at, False
    for _ in range(MOST_NAMES):
        glue = GLUE.match(words, end)
        entry = _entry(words, glue.end() if glue else end, cities=cities)
        if entry is None:
            break
        countries, end, entry_grain = entry
        world = world or not countries
        codes |= countries
        grain = entry_grain if entry_grain != "country" else grain
        noun = NOUN.match(words, end)
        end = noun.end() if noun else end
    if end == at:
        return None
    return Named(frozenset() if world else frozenset(codes), end, grain)


def _entry(words: str, at: int, *, cities: bool) -> tuple[frozenset[str], int, Grain] | None:
    """The longest name that begins at a place."""
    ends = [match.end() for match in _first(words, at)]
    for end in reversed(ends):
        found = _meaning(words[at:end], cities)
        if found:
            return found[0], end, found[1]
    return None


def _first(words: str, at: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    place = at
    while len(found) < MOST_WORDS and (match := WORD.match(words, place)):
        found.append(match)
        place = match.end()
        if words[place : place + 1] not in (" ", "-", "/"):
            break
        place += 1
    return found


@lru_cache(maxsize=8192)
def _meaning(name: str, cities: bool) -> tuple[frozenset[str], Grain] | None:
    """What a name stands for; null for any other word."""
    key = plain(name)
    code = SHORT.get(name) or SHORT.get(key) or PEOPLE.get(key)
    if code:
        return frozenset({code}), "country"
    countries = group(GROUPS.get(key, key)) if key != "international" else None
    if countries is not None:
        return countries, "country"
    if len(key) < 4 or key in AMBIGUOUS:
        return None
    country = gazetteer.country(key)
    if country:
        return frozenset({country}), "country"
    return _inside(key, cities)


def _inside(key: str, cities: bool) -> tuple[frozenset[str], Grain] | None:
    """A state or a city, for its country."""
    regions = {region.country for region in gazetteer.regions(key)}
    if len(regions) == 1:
        return frozenset(regions), "region"
    city = gazetteer.certain(key) if cities else None
    return (frozenset({city.country}), "city") if city else None
