"""Where the seeker lives and in which industries they worked, as far as the résumé says so in plain words.

Pure. Called by `match.resume`. Places are read in the lines under the name and under "Contact", and behind a label; the
places of employers are none of the seeker's. To extend: a label in PLACE_LABEL, a wording in INDUSTRY.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jobfinder.match.person import Evidence
from jobfinder.match.resume_lines import Line, noted
from jobfinder.match.resume_rights import country
from jobfinder.read.gazetteer import plain
from jobfinder.read.places import place

PLACE_LABEL = re.compile(
    r"^(?:location|based in|current location|address|residence|city|lives? in|living in|home|wohnort|ort|anschrift|"
    r"adresse|wohnhaft in|standort|lieu|ville|domicile|résidence|ubicación|residencia|dirección|ciudad|domicilio)"
    r"\s?:?\s(?=\S)",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s?[|·•;\t]\s?|\s[–—-]\s|\s{2,}|\s/\s")
NO_PLACE = re.compile(
    r"@|https?:|www\.|\.(?:com|org|net|io|dev|de|example)\b|\+\d|\d{6,}|\d[\d ()/-]{7,}\d", re.IGNORECASE
)
POSTCODE = re.compile(r"^(?:[A-Z]{1,2}-)?\d{4,5}\s(?=[^\W\d])")
LIVES = re.compile(
    r"\b(?:based|living|located|residing|wohnhaft|wohne|lebe|habite|basée? à|vivo|resido) (?:in |en |à )?"
    r"(?P<of>[A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){0,2}(?:, [A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30})?)?)"
)
ZIP = re.compile(r"(?<=[A-Z]{2})\s\d{5}(?:-\d{4})?$")
STREET = re.compile(r"\d")
INDUSTRY_LABEL = re.compile(r"^(?:industr|branche|sect)[^:]{0,30}:\s?", re.IGNORECASE)
INDUSTRY = re.compile(
    r"\b(?:in|within|across|from) the ((?:[\w&-]{2,20} ){0,2}?[\w&-]{2,20}) (?:industry|industries|sector)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s?[,;|·•/]\s?|\s(?:and|und|et|y)\s")
HEAD_LINES = 8
MOST = 12


def places(lines: Iterable[Line], evidence: list[Evidence]) -> tuple[str, ...]:
    """The places at which the seeker is, as written."""
    found: dict[str, Line] = {}
    head = 0
    for line in lines:
        head += line.section == "head"
        label = PLACE_LABEL.match(line.text) if line.section in ("head", "personal", "summary") else None
        said = line.text[label.end() :] if label else line.text
        lives = LIVES.search(line.text) if line.section in ("head", "summary") else None
        if lives and (name := _place(lives["of"], True)):
            found.setdefault(name, line)
        elif label or (line.section == "head" and 1 < head <= HEAD_LINES) or line.section == "personal":
            for name in _places(said, bool(label)):
                if name in line.raw and len(found) < MOST:
                    found.setdefault(name, line)
    evidence += (noted("places", name, line) for name, line in found.items())
    return tuple(found)


def industries(lines: Iterable[Line], evidence: list[Evidence]) -> tuple[str, ...]:
    """Industries under their own heading or label, and those of which a summary says "in the … industry"."""
    found: dict[str, Line] = {}
    for line in lines:
        for name in _industries(line):
            if 2 < len(name) <= 60 and len(found) < MOST:
                found.setdefault(name, line)
    evidence += (noted("industries", name, line) for name, line in found.items())
    return tuple(found)


def _industries(line: Line) -> Iterator[str]:
    if line.section == "industries":
        parts = (" ".join(part.split()).strip(" .") for part in SPLIT.split(INDUSTRY_LABEL.sub("", line.text)))
        # What has a number is a station with its years, below a heading that ended early.
        yield from (part for part in parts if not any(letter.isdigit() for letter in part))
    elif line.section in ("head", "summary"):
        yield from (match[1] for match in INDUSTRY.finditer(line.text))


def _places(text: str, labelled: bool) -> Iterator[str]:
    for part in PARTS.split(text):
        if not NO_PLACE.search(part) and len(part) <= 80 and (name := _place(part, labelled)):
            yield name


def _place(text: str, labelled: bool) -> str | None:
    """A city, and what of country and state is written beside it. Without a label it must be a known one, in full."""
    names = [ZIP.sub("", POSTCODE.sub("", part.strip(" .()"))).strip() for part in text.split(",")]
    named = [name for name in names if name and not STREET.search(name)]
    if not named or len(named) > 3 or any(len(name.split()) > 4 for name in named):
        return None
    read = place(", ".join(named))
    if read.city and plain(read.city) == plain(named[0]) and (read.country or labelled):
        return ", ".join(named)
    return named[0] if len(named) == 1 and labelled and country(named[0]) else None
