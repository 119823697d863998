"""Time zones that applicants must work in, as offsets from UTC.

Pure. Called by `read.eligibility`. Standard time counts, also in summer. An overlap of so many hours is reckoned from a
day of eight: four hours shared with CET leave four to either side. An hour of the day alone ("before 5 pm EST") says
nothing. To extend: a zone in ZONES, in folded spelling.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfinder.read.fact import Hours
from jobfinder.read.negation import NO, before
from jobfinder.read.passages import HELD, Claim, Passage, holding
from jobfinder.read.quick import Letters

STEMS = Letters((
    "utc", "gmt", "cet", "est", "edt", "pst", "pdt", "cst", "mst", "bst", "ist", "eet", "aest", "sgt", "jst", "brt",
    "art", "timezone", "time zone", "time-zone", "zeitzone", "eastern", "pacific", "central", "mountain", "fuseau",
    "huso", "zona horaria", "hours", "et ", "pt ",
))  # fmt: skip
HELD.join(STEMS)
ZONES = {
    "est": -5, "edt": -4, "et": -5, "eastern": -5, "us eastern": -5, "cst": -6, "cdt": -5, "ct": -6, "us central": -6,
    "central": -6, "mst": -7, "mdt": -6, "mt": -7, "mountain": -7, "pst": -8, "pdt": -7, "pt": -8, "pacific": -8,
    "us pacific": -8, "gmt": 0, "utc": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
    "central european": 1, "eet": 2, "eest": 3, "eastern european": 2, "western european": 0, "msk": 3, "ist": 5.5,
    "sgt": 8, "hkt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzt": 12, "brt": -3,
    "art": -3,
    "us east coast": -5, "east coast": -5, "us west coast": -8, "west coast": -8, "west coast us": -8,
    "east coast us": -5,
}  # fmt: skip
CITIES = {
    "london": 0, "uk": 0, "dublin": 0, "lisbon": 0, "berlin": 1, "paris": 1, "madrid": 1, "amsterdam": 1,
    "new york": -5, "nyc": -5, "toronto": -5, "chicago": -6, "denver": -7, "san francisco": -8, "los angeles": -8,
    "singapore": 8, "sydney": 10, "tokyo": 9, "india": 5.5, "german": 1, "indian": 5.5,
}  # fmt: skip
AREAS = {
    "european": (0, 3), "europe": (0, 3), "eu": (0, 3), "emea": (0, 4), "us": (-8, -5), "usa": (-8, -5),
    "american": (-8, -5), "americas": (-8, -3), "north american": (-8, -5), "north america": (-8, -5),
    "latam": (-6, -3), "latin american": (-6, -3), "apac": (5.5, 12), "asia-pacific": (5.5, 12), "australian": (8, 11),
    "asian": (5.5, 9),
}  # fmt: skip
"""The zones of large areas, from west to east."""


WORD = re.compile(r"[a-z]+")
ZONE_WORDS = frozenset(name.partition(" ")[0].partition("-")[0] for table in (ZONES, CITIES, AREAS) for name in table)


def _names(table: dict[str, object]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


_CODE = _names(dict(ZONES))
_ZONE = _names({**ZONES, **CITIES})
_AREA = _names(dict(AREAS))
_TIME = r"(?: (?:standard |daylight )?(?:time[- ]?zones?|time|tz|zeitzone)s?)?"
_NUMBER = r"\d{1,2}(?:[.:]\d{1,2})?"
_TO = r"(?:(?: time)? ?(?:to|and|through|until|bis|und|-|/|\.\.|à|a|y|et)(?: the)? ?)"
OFFSETS = re.compile(
    rf"\b(?:utc|gmt) ?(?P<low>[+-] ?{_NUMBER})?{_TO}(?:(?:utc|gmt)(?P<zero>(?! ?[+-] ?\d))?)? ?"
    rf"(?P<high>(?<!\d)[+-]? ?{_NUMBER})?(?![\d:])"
)
_AROUND = r"(?:\+ ?/ ?- ?|± ?|\+- ?|plus or minus |plus/minus |plus minus )"
_HOURS = rf"(?P<hours>{_NUMBER}|one|two|three|four|five|six)(?:-\d)?\+?[ -]?(?:hours?|hrs?|h|stunden|heures|horas)"
NEAR = re.compile(
    rf"\b(?:{_HOURS})(?:'s?)?(?: time)?(?: difference)?(?: \(?max\.?\)?)? (?:of|from|to|with|around|zu|von|de|"
    rf"either side of|"
    rf"either way of) (?:the |our )?(?P<zone>{_CODE}|(?:{_ZONE})(?= time\b))\b"
)
AROUND = re.compile(
    rf"\b(?P<zone>{_CODE}){_TIME} ?\(?,? ?{_AROUND}(?P<hours>{_NUMBER})|{_AROUND}(?P<hours2>{_NUMBER}) ?(?:hours?|"
    rf"hrs?|h)? "
    rf"(?:of |from |around |to )?(?P<zone2>{_CODE})\b"
)
BETWEEN = re.compile(
    rf"\b(?:between|from|in|zones?:?|within|"
    rf"anywhere from) (?:the )?(?P<west>{_CODE}){_TIME}{_TO}(?P<east>{_CODE})\b{_TIME}"
)
OVERLAP = re.compile(
    rf"\b(?:(?:{_HOURS}) (?:of )?(?:\w{{1,12}} ){{0,3}}?)?(?:overlap\w*|crossover|überschneidung)"
    rf"(?:(?: (?:of|by|for|at|least|a|minimum|daily)){{0,4}} {_HOURS.replace('<hours>', '<more>')})?"
    rf"(?: \w{{1,12}}){{0,6}}? (?:with|of|mit) (?:the |our )?(?:(?P<zone>{_ZONE})|(?P<area>{_AREA}))\b"
)
WORKED = re.compile(
    rf"\b(?:(?P<zone>{_ZONE})|(?P<area>{_AREA}))(?: \([a-z]{{2,4}}\))?(?:[ -]?(?:based|standard|daylight|"
    rf"compatible))?[ -]"
    r"(?:(?:core |normal |regular |local )?(?:working|business|work|office)[ -](?:hours|day|schedule|times?)|hours\b|"
    r"time[- ]?zones?(?: hours)?|shift|time (?:working |business )?hours|time zone)|"
    rf"\b\d{{1,2}}(?::\d\d)? ?(?:am)? ?(?:-|to|until) ?\d{{1,2}}(?::\d\d)? ?(?:pm)? (?P<clock>{_ZONE})\b|"
    rf"\b(?:working|business|office|core|work) hours(?: \w{{1,12}}){{0,2}}? (?:in|of|on|:|are|-) ?(?:the )?"
    rf"(?:(?P<zone2>{_ZONE})|(?P<area2>{_AREA}))\b|"
    rf"\b(?:time ?zones?|zeitzone|fuseau horaire|huso horario|zona horaria)(?: requirements?)?(?: \(?(?:in|of|:|is|"
    rf"de|du)\)?|:) ?"
    rf"(?:the )?(?:(?P<zone3>{_ZONE})|(?P<area3>{_AREA}))\b"
)
THEIRS = re.compile(
    r"\b(?:customers?|clients?|support is|interviews?|deadline|apply (?:by|before)|webinar|meeting on|call us|"
    r"phone|contact us|response|prefer\w*|ideal\w*|nice to have|across (?:\w+ )?time ?zones)\b"
)
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
DAY = 8
WEST, EAST = -12.0, 14.0


def hours(passages: Sequence[Passage]) -> Claim[Hours] | None:
    """The zones to be worked in, as the first passage says that speaks of them, one without reserve if there is any."""
    found: Claim[Hours] | None = None
    for index in holding(STEMS, passages):
        passage = passages[index]
        if ZONE_WORDS.isdisjoint(WORD.findall(passage.words)):
            continue
        claim = _hours(passage)
        if claim and (found is None or (claim.stated and not found.stated)):
            found = claim
    return found


def _hours(passage: Passage) -> Claim[Hours] | None:
    words = passage.words
    if words.endswith("?"):
        return None
    for pattern, reader in READERS:
        match = pattern.search(words)
        if match and not THEIRS.search(words) and not NO.search(before(words, match.start())):
            read = reader(match)
            if read and WEST <= read[0] <= read[1] <= EAST:
                return Claim(Hours(read[0], read[1]), passage, read[2])
    return None


Read = tuple[float, float, bool]


def _offsets(match: re.Match[str]) -> Read | None:
    if not match["high"] and match["zero"] is None:
        return None
    low, high = _number(match["low"] or "0"), _number(match["high"] or "0")
    return min(low, high), max(low, high), True


def _near(match: re.Match[str]) -> Read:
    middle, reach = _zone(match["zone"]), _number(match["hours"])
    return middle - reach, middle + reach, True


def _around(match: re.Match[str]) -> Read:
    middle, reach = _zone(match["zone"] or match["zone2"]), _number(match["hours"] or match["hours2"])
    return middle - reach, middle + reach, True


def _between(match: re.Match[str]) -> Read:
    west, east = _zone(match["west"]), _zone(match["east"])
    return min(west, east), max(west, east), True


def _overlap(match: re.Match[str]) -> Read:
    """Reckoned, so never stated."""
    west, east = _area(match, "")
    shared = match["hours"] or match["more"]
    reach = max(0.0, DAY - _number(shared)) if shared else 0.0
    return max(WEST, west - reach), min(EAST, east + reach), False


def _worked(match: re.Match[str]) -> Read:
    if match["clock"]:
        return _zone(match["clock"]), _zone(match["clock"]), True
    suffix = next(end for end in ("", "2", "3") if match[f"zone{end}"] or match[f"area{end}"])
    return *_area(match, suffix), True


READERS = (
    (OFFSETS, _offsets),
    (AROUND, _around),
    (BETWEEN, _between),
    (OVERLAP, _overlap),
    (NEAR, _near),
    (WORKED, _worked),
)


def _area(match: re.Match[str], suffix: str) -> tuple[float, float]:
    if match[f"area{suffix}"]:
        west, east = AREAS[match[f"area{suffix}"]]
        return float(west), float(east)
    return (_zone(match[f"zone{suffix}"]),) * 2


def _zone(name: str) -> float:
    return float(ZONES[name] if name in ZONES else CITIES[name])


def _number(text: str) -> float:
    """Hours of "+2", "- 5", "5:30", "three"."""
    if text in WORDS:
        return float(WORDS[text])
    whole, _, part = text.replace(" ", "").replace(":", ".").partition(".")
    minutes = float(part) / (60 if len(part) == 2 else 10) if part else 0.0
    value = abs(float(whole)) + minutes
    return -value if whole.startswith("-") else value
