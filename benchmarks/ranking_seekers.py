"""The seekers of the ranking benchmark, and what a profile and preferences say of them.

A seeker is drawn by seed from a trade that has seekers. `profile_of` and `preferences_of` write down what a person
would: fields that the records do not have are left out by name, so that it runs while the records grow. Used by
`ranking` and `ranking_world`. To say more of a seeker: a key in one of the two functions.
"""

from __future__ import annotations

from random import Random
from typing import Any, TypeVar

import msgspec

from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from ranking_families import BY_NAME, FAMILIES, RELATED, Family
from ranking_relevance import EUROPE, Held, Seeker

T = TypeVar("T")
TRADES = tuple(family.name for family in FAMILIES if family.seekers)
HOMES = ("US", "DE", "GB", "NL", "DE", "US", "CA", "FR", "PL", "AT", "IE")
ABROAD = ("IN", "BR")
CITIES: dict[str, tuple[str, ...]] = {
    "US": ("New York", "Austin", "Seattle", "Chicago", "Denver"),
    "DE": ("Berlin", "Munich", "Hamburg", "Stuttgart"),
    "GB": ("London", "Manchester", "Edinburgh"),
    "NL": ("Amsterdam", "Rotterdam", "Eindhoven"),
    "CA": ("Toronto", "Vancouver", "Montreal"),
    "FR": ("Paris", "Lyon", "Toulouse"),
    "PL": ("Warsaw", "Kraków", "Wrocław"),
    "AT": ("Vienna", "Graz", "Linz"),
    "IE": ("Dublin", "Cork"),
    "SE": ("Stockholm", "Gothenburg"),
    "ES": ("Madrid", "Barcelona"),
    "IN": ("Bengaluru", "Pune"),
    "BR": ("São Paulo", "Recife"),
}
COUNTRY = {
    "US": "United States",
    "DE": "Germany",
    "GB": "United Kingdom",
    "NL": "Netherlands",
    "CA": "Canada",
    "FR": "France",
    "PL": "Poland",
    "AT": "Austria",
    "IE": "Ireland",
    "SE": "Sweden",
    "ES": "Spain",
    "IN": "India",
    "BR": "Brazil",
}
CURRENCY = {"US": "USD", "GB": "GBP", "CA": "CAD", "PL": "PLN", "SE": "SEK", "IN": "INR", "BR": "USD"}
PAYS = {"US": 1.0, "DE": 0.62, "GB": 0.55, "NL": 0.6, "CA": 1.0, "FR": 0.52, "PL": 1.85, "AT": 0.58, "IE": 0.65}
PAYS |= {"SE": 6.2, "ES": 0.45, "IN": 24.0, "BR": 0.35}
"""Yearly pay in the country's currency for each dollar paid in the United States."""
RUNG_PAYS = {0: 0.4, 1: 0.72, 2: 1.0, 3: 1.25, 4: 1.5, 5: 1.75}
MOTHER_TONGUE = {"DE": "German", "AT": "German", "NL": "Dutch", "FR": "French", "PL": "Polish", "ES": "Spanish"}
MOTHER_TONGUE |= {"SE": "Swedish", "IN": "Hindi", "BR": "Portuguese"}
LEVEL_NAMES = {0: "intern", 1: "entry", 2: "mid", 3: "senior", 4: "lead", 5: "principal"}
INDUSTRIES = ("gambling", "defence", "tobacco", "oil and gas", "adult entertainment")


def draw(seed: int, number: int) -> Seeker:
    """The seeker of this number in the world of this seed; trades take turns."""
    random = Random(f"seeker {seed} {number}")
    family = BY_NAME[TRADES[(seed * 5 + number * 3) % len(TRADES)]]
    rung = random.choice((1, 2, 2, 3, 3, 3, 4))
    years = float({1: random.randint(0, 2), 2: random.randint(3, 5), 3: random.randint(6, 10)}.get(rung, 12))
    abroad = random.random() < 0.12
    country = random.choice(ABROAD if abroad else HOMES)
    held = _held(family, years, random)
    targets = ("DE", "NL", country) if abroad else (country,)
    return Seeker(
        id=f"{seed}-{number} {family.name}",
        family=family.name,
        rung=rung,
        leads=False,
        years=years,
        held=held,
        loved=tuple(one.skill for one in random.sample(held[:4], 1)) if random.random() < 0.6 else (),
        unwanted=_unwanted(family, held, random),
        titles=family.roles[: random.randint(2, 3)],
        country=country,
        city=random.choice(CITIES[country]),
        moves=random.random() < 0.4,
        targets=targets,
        authorised=(country, *EUROPE) if country in EUROPE else (country,),
        arrangements=_arrangements(family, random),
        floor=float(round(family.pay * RUNG_PAYS[rung] * PAYS[country] * random.choice((0.8, 0.88, 0.95))) * 1000),
        currency=CURRENCY.get(country, "EUR"),
        languages=_languages(country, random),
        employment=("permanent", "contract") if random.random() < 0.2 else ("permanent",),
        excluded=tuple(random.sample(INDUSTRIES, 1)) if random.random() < 0.5 else (),
        degree=random.choice(("bachelor", "bachelor", "master", "vocational")),
    )


def _held(family: Family, years: float, random: Random) -> tuple[Held, ...]:
    """A speciality, most of what all share, and a few things of another speciality, long not used."""
    stack = random.choice(family.stacks)
    shared = random.sample(family.shared, k=min(len(family.shared), random.randint(4, 6)))
    other = [skill for one in family.stacks for skill in one if skill not in stack and skill not in shared]
    old = random.sample(other, k=min(len(other), random.randint(0, 2)))
    full = max(years, 1.0)
    rows = [Held(skill, max(1.0, round(full * random.uniform(0.5, 1.0))), random.choice((0, 0, 1))) for skill in stack]
    rows += [Held(s, max(1.0, round(full * random.uniform(0.2, 0.9))), random.choice((0, 0, 1, 2))) for s in shared]
    rows += [Held(skill, 1.0, random.choice((5.0, 6.0, 8.0))) for skill in old if years >= 6]
    return tuple({one.skill: one for one in reversed(rows)}.values())[::-1]


def _unwanted(family: Family, held: tuple[Held, ...], random: Random) -> tuple[str, ...]:
    """Something of the trade, had or not, that is wanted no more."""
    if random.random() < 0.5:
        return ()
    core = {one.skill for one in held if one.ago < 3}
    near = {skill for group in RELATED for skill in group if group & core}
    others = [s for stack in family.stacks for s in stack if s not in core and s not in near]
    return tuple(random.sample(others, 1)) if others else ()


def _arrangements(family: Family, random: Random) -> tuple[str, ...]:
    if random.random() > family.remote * 1.6:
        return ("onsite", "hybrid", "remote")
    return random.choice((("remote",), ("remote", "hybrid"), ("remote", "hybrid"), ("onsite", "hybrid", "remote")))


def _languages(country: str, random: Random) -> tuple[tuple[str, str], ...]:
    tongue = MOTHER_TONGUE.get(country)
    if tongue is None:
        return (("English", "native"),)
    rows = [(tongue, "native"), ("English", random.choice(("B2", "C1", "C1", "C2")))]
    if tongue != "German" and random.random() < 0.2:
        rows.append(("German", random.choice(("A2", "B1", "B2"))))
    if tongue == "German" and random.random() < 0.15:
        rows[0] = (random.choice(("Spanish", "Turkish", "Hindi")), "native")
        rows.append(("German", random.choice(("A2", "B1"))))
    return tuple(rows)


# ---------------------------------------------------------------- as the records say it


def profile_of(seeker: Seeker, today_year: int) -> Profile:
    """The seeker's profile, as a résumé and its owner would state it."""
    skills = [
        {
            "name": one.skill,
            "years": one.years,
            "weight": 2.0 if one.skill in seeker.loved else 1.0,
            "last_used": today_year - int(one.ago),
        }
        for one in seeker.held
    ]
    return _built(
        Profile,
        titles=list(seeker.titles),
        seniority=LEVEL_NAMES[seeker.rung],
        years=seeker.years,
        places=_places(seeker),
        remote=list(seeker.arrangements),
        salary={"min": seeker.floor, "currency": seeker.currency, "period": "year"},
        education={"degree": seeker.degree} if seeker.degree != "none" else {},
        languages=[{"name": name, "level": level} for name, level in seeker.languages],
        authorised=list(dict.fromkeys(seeker.authorised)),
        skills=skills,
    )


def preferences_of(seeker: Seeker) -> Preferences:
    """The seeker's preferences: what is out of the question for them, and what they love."""
    kinds = {"permanent": "full_time", "contract": "contract"}
    authorised = [COUNTRY[code] for code in seeker.authorised]
    return _built(
        Preferences,
        locations={"accepted": _places(seeker)},
        remote={"accepted": list(seeker.arrangements), "countries": [COUNTRY[seeker.country]]},
        salary={"floor": seeker.floor, "currency": seeker.currency, "period": "year", "mode": 1},
        employment={"accepted": [kinds[one] for one in seeker.employment]},
        skills={"loved": list(seeker.loved), "no": list(seeker.unwanted)},
        industries={"excluded": list(seeker.excluded)},
        authorisation={"countries": authorised, "needs_sponsorship": set(seeker.targets) > set(seeker.authorised)},
        languages={"spoken": [{"name": name, "level": level} for name, level in seeker.languages]},
    )


def _places(seeker: Seeker) -> list[str]:
    """A city where the seeker stays, a country where they would move within it."""
    home = COUNTRY[seeker.country] if seeker.moves else f"{seeker.city}, {COUNTRY[seeker.country]}"
    return [home, *(COUNTRY[code] for code in seeker.targets if code != seeker.country)]


def _built(record: type[T], **values: Any) -> T:
    """The record with those of the values that it and its parts have a place for."""
    return msgspec.convert(_known(record, values), record)


def _known(kind: Any, value: Any) -> Any:
    """The value without keys that the record has no field for, at every depth."""
    if isinstance(value, list):
        inner = next((arg for arg in getattr(kind, "__args__", ()) if hasattr(arg, "__struct_fields__")), None)
        return [_known(inner, one) for one in value] if inner else value
    if not isinstance(value, dict) or not hasattr(kind, "__struct_fields__"):
        return value
    kinds = {field.name: field.type for field in msgspec.structs.fields(kind)}
    return {key: _known(kinds[key], one) for key, one in value.items() if key in kinds}
