"""Two titles of one employer: do they name one role? "Senior Engineer (m/w/d) – Berlin" and "Sr. Engineer, Hamburg" do.

Pure. Called by `match.alike`. Unlike `match.titles`, which asks how near a title is to a wish, this one asks whether
anything tells two titles apart, and every word does that is not decoration: a level, a step, a number, a product, a
team, part time. Decoration is what says who may apply, how and where the work is done, and the employer's own name.

- Cities never tell roles apart: one role is posted in many.
- Countries and areas ("DACH", "Nordics") do for those who sell to, serve or look after a market: an account executive
  for DACH and one for the Nordics are two roles. For everybody else they are where somebody sits.
- "(Senior) Engineer" is neither "Senior Engineer" nor "Engineer".
- Spelling may differ by one letter in a long word, order only between parts that a comma or a dash sets apart.

To extend: spellings in SAME, decoration in NOISE, areas in AREAS, work for a market in MARKET.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from jobfinder.model import Place, Record
from jobfinder.read import gazetteer
from jobfinder.read.names import company_key
from jobfinder.read.places import place

_SAME = """
sr=senior snr=senior jr=junior jnr=junior mgr=manager mngr=manager engr=engineer eng=engineer dev=developer
asst=assistant assoc=associate vp=vice-president svp=senior-vice-president evp=executive-vice-president
swe=software-engineer sre=site-reliability-engineer rn=registered-nurse ml=machine-learning qa=quality-assurance
rnd=research-development teilzeit=part-time vollzeit=full-time parttime=part-time fulltime=full-time
fullstack=full-stack frontend=front-end backend=back-end midlevel=mid-level ii=2 iii=3 iv=4 vi=6
"""
SAME = {short: long.replace("-", " ") for short, _, long in (pair.partition("=") for pair in _SAME.split())}
LAST = {"i": "1", "v": "5"}
"""Steps that are letters elsewhere: only at the end of a part."""
_NOISE = """
remote hybrid onsite homeoffice wfh remotely permanent cdi unbefristet festanstellung urgent urgently
deutschlandweit bundesweit nationwide the a an of for and und et y e de der die das in im at to bei as als en on
m w d f h x gn position stelle poste puesto based
"""
PHRASES = re.compile(
    r"\b(?:home office|full time|on site|in person|ab sofort|now hiring|hiring now|we re hiring|immediate start|"
    r"all genders?|job opening)\b"
)
_MARKET = """
sales account accounts customer client clients business marketing market growth partner partners partnership
partnerships alliances alliance channel country regional territory area field commercial commerciale success presales
solutions solution vertrieb vertriebsmitarbeiter ventes ventas kundenberater key recruiter talent tax legal counsel
payroll people hr community localization policy gtm revenue support
"""
_AREAS = """dach|nordics|nordic|benelux|emea|apac|latam|mena|amer|americas|anz|uki|uk i|uk and i|cee|see|eu|europe|
europa|asia|africa|middle east|north america|south america|latin america|southern europe|northern europe|
western europe|eastern europe|central europe|iberia|baltics|gcc|japac|asia pacific|na|global|worldwide|international|
us east|us west|east coast|west coast|oceania"""
AREAS = frozenset("".join(_AREAS.split("\n")).split("|"))
SHORT_COUNTRIES = frozenset({"us", "usa", "uk", "uae"})
"""Other countries' names of three letters are words as well ("IoT")."""
_NO_CITY = """
enterprise mobile phoenix split reading nice orange bath surprise liberty independence union central darwin eden spring
mission eagle delta green gold bell federal university most bar same march of sale rugby deal man
"""
NOISE, MARKET, NO_CITY = (frozenset(words.split()) for words in (_NOISE, _MARKET, _NO_CITY))
"""Cities whose names are everyday words in titles: they are places only where the posting itself is there."""

GENDERS = re.compile(
    r"[(\[]\s?(?:all genders?|any gender|gn|[mwfdhxiav*](?:\s?[/|,.*+]\s?(?:[mwfdhxiav*]|gn|div(?:ers)?)){1,4})"
    r"\s?[)\]]|\b[mwfdhx]\s?/\s?[mwfdhx](?:\s?/\s?[mwfdhx])?\b|\ball genders\b|"
    r"(?<=[^\W\d_]{3})(?:[:*_/]-?(?:in(?:nen)?|frau|euse|rice)\b|\((?:e|ne|in|trice|euse|a)\))",
    re.IGNORECASE,
)
OPTIONAL = re.compile(r"[(\[]\s?(senior|junior|sr|jr|lead|principal|staff)\.?\s?[)\]]\.?", re.IGNORECASE)
NUMBER = re.compile(r"#\s?\d{2,12}|\b(?:ref|req|jr|id|job|r)[-.:# ]{0,2}\d{3,12}\b|\b\d{5,12}\b", re.IGNORECASE)
PART = re.compile(r"[,;|()\[\]•·–—]|\s[-:/@]\s|:\s")
WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
LONG = 6
"""Letters from which on a word may be spelt with one letter more or less."""
KEY_LETTERS = 3
LONGEST = 200


class Title(Record, frozen=True):
    """What a title says: its parts, each a row of comparable words, and the markets that it is for."""

    parts: tuple[tuple[str, ...], ...]
    areas: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        """All words, in order."""
        return tuple(word for part in self.parts for word in part)


def title_likeness(a: Title, b: Title) -> float | None:
    """How alike two titles of one role are, 0..1; null where something tells them apart."""
    if not a.parts or not b.parts or not _one_market(a, b):
        return None
    in_order = _spelt_alike(a.words, b.words)
    moved = len(a.parts) == len(b.parts) > 1 and all(map(_spelt_alike, sorted(a.parts), sorted(b.parts)))
    return round(fuzz.token_sort_ratio(" ".join(a.words), " ".join(b.words)) / 100, 2) if in_order or moved else None


def title_key(title: Title) -> str:
    """Titles of one role have the same key; others seldom do."""
    return " ".join(sorted(word[:KEY_LETTERS] for word in title.words))


@lru_cache(maxsize=8192)
def read_title(title: str, places: tuple[Place, ...] = (), company: str | None = None) -> Title:
    """A title without its decoration. `places` and `company` are the posting's own."""
    text = unicodedata.normalize("NFKC", title[:LONGEST])
    text = NUMBER.sub(" ", GENDERS.sub(" ", OPTIONAL.sub(r" may\1, ", text)))
    own = frozenset(name for at in places for given in (at.city, at.region, at.text) if (name := _plain(given)))
    employer = tuple(company_key(company).split()) if company else ()
    parts, areas = [], set[str]()
    for raw in PART.split(text):
        words, at = _part(raw, own, employer)
        areas |= at
        if words:
            parts.append(words)
    return Title(parts=tuple(parts), areas=frozenset(areas))


def _part(raw: str, own: frozenset[str], employer: tuple[str, ...]) -> tuple[tuple[str, ...], set[str]]:
    """The words of one part of a title, and the markets in it."""
    words = raw.casefold().replace("r&d", "rnd").replace("-", " ").replace("&", " ").split()
    size = len(employer)
    if employer and tuple(words[:size]) == employer:
        words = words[size:]
    said, areas = _without_places(words, own)
    return _comparable(said), areas


def _without_places(words: list[str], own: frozenset[str]) -> tuple[list[str], set[str]]:
    """The words before the places that a part ends in ("engineer berlin", "account executive dach")."""
    areas: set[str] = set()
    while words:
        size = next((n for n in range(min(3, len(words)), 0, -1) if _is_where(words, n, own)), 0)
        if not size:
            break
        if market := _market(" ".join(words[-size:]), own):
            areas.add(market)
        words = words[:-size]
    return words, areas


def _is_where(words: list[str], size: int, own: frozenset[str]) -> bool:
    """Are the last words a place? A city of the gazetteer is one only if it stands alone or behind "in"."""
    name = _plain(" ".join(words[-size:]))
    if name in own or name in AREAS or _country(name):
        return True
    alone = len(words) == size or words[-size - 1] in ("in", "à", "en", "at", "near", "bei")
    return alone and name not in NO_CITY and bool(place(name.title()).city or place(name.title()).region)


def _market(name: str, own: frozenset[str]) -> str | None:
    plain = _plain(name)
    if plain in AREAS:
        return plain
    country = _country(plain)
    if country:
        return country
    return None if plain in own else _region(plain)


def _country(name: str) -> str | None:
    if len(name) <= 3:
        return gazetteer.country_of_code(name) or gazetteer.country(name) if name in SHORT_COUNTRIES else None
    return gazetteer.country(name)


def _region(name: str) -> str | None:
    at = place(name.title())
    return name if at.region and not at.city else None


def _comparable(words: list[str]) -> tuple[str, ...]:
    spelt = [word for raw in words for word in WORD.findall(raw)]
    if spelt:
        spelt[-1] = LAST.get(spelt[-1], spelt[-1])
    said = " ".join(SAME.get(word, word) for word in spelt)
    return tuple(word for word in PHRASES.sub(" ", said).split() if word not in NOISE)


def _one_market(a: Title, b: Title) -> bool:
    return a.areas == b.areas or not MARKET & {*a.words, *b.words}


def _spelt_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == len(b) and all(map(_one_word, a, b))


def _one_word(a: str, b: str) -> bool:
    if a == b:
        return True
    long = min(len(a), len(b)) >= LONG and a[:KEY_LETTERS] == b[:KEY_LETTERS]
    return long and Indel.distance(a, b, score_cutoff=1) <= 1


def _plain(name: str | None) -> str:
    return gazetteer.plain(name) if name else ""
