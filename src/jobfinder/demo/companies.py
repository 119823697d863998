"""Generates one company from (seed, index). Pure and cheap: nothing is kept, so a world of thousands starts at once.

Called by `world`. Names are a permutation of all pairs of halves, so no two indexes share one.
"""

from __future__ import annotations

import math
import random

from jobfinder.demo.cast import CAST, EXTRA_KINDS, EXTRA_REACH, Part
from jobfinder.demo.dice import dice, number, some
from jobfinder.demo.records import Board, BoardKind, Company, Reach
from jobfinder.demo.words import prose
from jobfinder.demo.words.families import BACKEND, DATA, FRONTEND, PLATFORM
from jobfinder.demo.words.industries import TAILS, Industry
from jobfinder.demo.words.names import HEADS, LEGAL, SIZES
from jobfinder.demo.words.places import BY_CITY, TOWNS

CAPACITY = len(HEADS) * len(TAILS)
HEADCOUNT = {"11-50": 34, "51-200": 120, "201-500": 310, "501-1,000": 700, "1,001-5,000": 1900}
NAVS = ("en-careers", "en-jobs", "en-positions", "en-join", "en-work", "de", "fr", "es")


def name_parts(seed: int, index: int) -> tuple[str, Industry, str]:
    """The two words of a company's name, and its industry."""
    place = (_stride(seed) * index + number("names", seed)) % CAPACITY
    tail, industry = TAILS[place // len(HEADS)]
    return HEADS[place % len(HEADS)], industry, tail


def _stride(seed: int) -> int:
    """A step through all names that comes back to the first only after all others."""
    step = int(CAPACITY * 0.618) + seed % 1000
    while math.gcd(step, CAPACITY) != 1:
        step += 1
    return step


def slug(seed: int, index: int) -> str:
    """The company's name in its domain and its tokens."""
    head, _, tail = name_parts(seed, index)
    return f"{head}-{tail}".lower()


def board_token(kind: BoardKind, slug: str) -> str:
    """How a company of that slug is called at a provider. Ashby's tokens keep case, a third of them hold a space."""
    words = slug.split("-")
    if kind is BoardKind.GREENHOUSE:
        return "".join(words)
    if kind is BoardKind.ASHBY:
        return (" " if number("token", slug) % 3 == 0 else "").join(word.capitalize() for word in words)
    return slug


def company(seed: int, index: int) -> Company:
    """The company at `index`; the first ones play their part, the others are drawn."""
    part = CAST[index] if index < len(CAST) else _extra(seed, index)
    chance = dice("company", seed, index)
    head, industry, tail = name_parts(seed, index)
    name = f"{head} {tail}"
    home = BY_CITY[part.city]
    size = chance.choice(SIZES)
    founded = chance.randint(1998, 2021)
    legal = chance.choice(LEGAL[home.place.country or "US"]).format(name)
    return Company(
        index=index,
        part=part.name,
        name=name,
        legal_name=legal,
        slug=slug(seed, index),
        www=part.www,
        industry=industry.name,
        about=_about(chance, industry, name, part.city, size, founded),
        headquarters=home.place,
        founded=founded,
        size=size,
        language=part.language,
        nav=part.nav,
        stack=_stack(chance),
        organization_markup=part.organization_markup,
        board=_board(part, slug(seed, index)),
        role_count=part.roles,
    )


def industry_of(company: Company) -> Industry:
    """The word stock of the company's industry."""
    return next(industry for _, industry in TAILS if industry.name == company.industry)


def _extra(seed: int, index: int) -> Part:
    chance = dice("extra", seed, index)
    kind = chance.choice(EXTRA_KINDS)
    own = kind in (BoardKind.PAGE, BoardKind.RSS)
    town = chance.choice(TOWNS)
    german = town.place.country == "DE" and chance.random() < 0.3
    return Part(
        name="extra",
        kind=kind,
        reach=Reach.OWN if own else chance.choice(EXTRA_REACH),
        roles=chance.randint(3, 14),
        city=town.place.city or "Berlin",
        nav="de" if german else chance.choice(NAVS),
        region="eu" if kind is BoardKind.LEVER and chance.random() < 0.2 else None,
        own_links=kind is BoardKind.GREENHOUSE and chance.random() < 0.4,
        language="de" if german else "en",
        www=chance.random() < 0.4,
        organization_markup=chance.random() < 0.6,
    )


def _board(part: Part, slug: str) -> Board:
    return Board(
        kind=part.kind,
        token=board_token(part.kind, slug),
        reach=part.reach,
        region=part.region,
        state=part.state,
        own_links=part.own_links,
    )


def _about(chance: random.Random, industry: Industry, name: str, city: str, size: str, founded: int) -> str:
    words = {
        "name": name,
        "product": industry.product,
        "customers": industry.customers,
        "hard": industry.hard,
        "customers_cap": industry.customers[0].upper() + industry.customers[1:],
        "city": city,
        "headcount": HEADCOUNT[size],
        "founded": founded,
    }
    return " ".join(chance.choice(lines).format(**words) for lines in (prose.ABOUT, prose.COMPANY_STYLE))


def _stack(chance: random.Random) -> tuple[str, ...]:
    drawn = (
        *some(chance, BACKEND.skills, 3, 4),
        *some(chance, DATA.skills, 1, 3),
        *some(chance, PLATFORM.skills, 2, 3),
        *some(chance, FRONTEND.skills, 1, 2),
    )
    return tuple(dict.fromkeys(drawn))
