"""Groups of countries that postings and seekers name as one: the EU, the DACH countries, a continent, the world.

Data and one look-up. Called by `read.countries_named` and `match.places`. Names are in plain form (`gazetteer.plain`).
To extend: a group of countries in GROUPS, a name of whole continents in CONTINENTS.
"""

from __future__ import annotations

from jobfinder.read import gazetteer


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


EU = _codes("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE")
EEA = EU | {"IS", "LI", "NO"}
LATAM = _codes("AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE")
MIDDLE_EAST = _codes("AE BH EG IL IQ IR JO KW LB OM QA SA SY TR YE")
GROUPS = {
    "eu": EU,
    "european union": EU,
    "eea": EEA,
    "dach": frozenset({"DE", "AT", "CH"}),
    "benelux": frozenset({"BE", "NL", "LU"}),
    "nordics": frozenset({"DK", "FI", "IS", "NO", "SE"}),
    "scandinavia": frozenset({"DK", "NO", "SE"}),
    "baltics": frozenset({"EE", "LV", "LT"}),
    "latam": LATAM,
    "latin america": LATAM,
    "middle east": MIDDLE_EAST,
}
CONTINENTS = {
    "europe": ("EU",),
    "asia": ("AS",),
    "africa": ("AF",),
    "oceania": ("OC",),
    "south america": ("SA",),
    "north america": ("NA",),
    "americas": ("NA", "SA"),
    "apac": ("AS", "OC"),
    "asia pacific": ("AS", "OC"),
    "emea": ("EU", "AF"),
}
WORLD = frozenset(
    {"worldwide", "world", "global", "globally", "anywhere", "anywhere in the world", "weltweit", "international"}
)


def group(name: str) -> frozenset[str] | None:
    """The countries of a group by its plain name; the empty set for everywhere, null where it names no group."""
    if name in WORLD:
        return frozenset()
    if name in GROUPS:
        return GROUPS[name]
    if name in CONTINENTS:
        return gazetteer.countries_on(CONTINENTS[name]) | (MIDDLE_EAST if name == "emea" else frozenset())
    return None
