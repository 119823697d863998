"""Writes a posting's text from the word stock: opening, lists, closing. Pure; called by `roles`."""

from __future__ import annotations

import random

from jobfinder.demo.companies import HEADCOUNT, industry_of
from jobfinder.demo.dice import some
from jobfinder.demo.records import Body, Company, Remote
from jobfinder.demo.words import german, prose
from jobfinder.demo.words.families import Family
from jobfinder.model import Place, Record


class Outline(Record, frozen=True):
    """What the text has to say."""

    company: Company
    family: Family
    team: str
    skills: tuple[str, ...]
    nice: tuple[str, ...]
    years: int | None
    place: Place
    remote: Remote | None
    remote_scope: str | None
    pay_line: str | None
    language: str


def write(chance: random.Random, outline: Outline) -> Body:
    """The text in the outline's language, about 1.5 to 5 KB as HTML."""
    return _german(chance, outline) if outline.language == "de" else _english(chance, outline)


def pay_line(chance: random.Random, low: str, high: str, period: str, language: str) -> str:
    """A sentence that states the pay."""
    if language == "de":
        return german.PAY[period].format(low=low, high=high)
    return chance.choice(prose.PAY[period]).format(low=low, high=high)


def _words(outline: Outline) -> dict[str, object]:
    company, industry = outline.company, industry_of(outline.company)
    a, b, c, *_ = (*outline.skills, *outline.family.skills, *outline.family.skills)
    return {
        "name": company.name,
        "product": industry.product,
        "customers": industry.customers,
        "team": outline.team,
        "a": a,
        "b": b,
        "c": c,
        "years": outline.years,
        "more": (outline.years or 0) + 3,
        "city": outline.place.city or company.headquarters.city,
        "country": _country(outline),
        "scope": outline.remote_scope or "any country where we can employ you",
        "headcount": HEADCOUNT[company.size],
        "founded": company.founded,
    }


def _country(outline: Outline) -> str:
    return outline.remote_scope or outline.place.country or "the country of the office"


def _english(chance: random.Random, outline: Outline) -> Body:
    words = _words(outline)
    heading = {key: chance.choice(ways) for key, ways in prose.HEADINGS.items()}
    lists = [
        (heading["duties"], _filled(chance, outline.family.duties, words, 3, 6)),
        (heading["needs"], _needs(chance, outline, words)),
    ]
    if outline.nice:
        lists.append(
            (heading["nice"], tuple(chance.choice(prose.NICE_LINES).format(a=skill) for skill in outline.nice))
        )
    if chance.random() < 0.75:
        lists.append((heading["benefits"], some(chance, prose.BENEFITS, 3, 6)))
    mission = _filled(chance, outline.family.missions, words, 1, 2)
    return Body(
        opening=(outline.company.about, " ".join(mission)),
        lists=tuple(lists),
        closing=_closing(chance, outline, words),
    )


def _needs(chance: random.Random, outline: Outline, words: dict[str, object]) -> tuple[str, ...]:
    lines = []
    if outline.years:
        lines.append(chance.choice(prose.YEARS).format(**words))
    patterns = chance.sample(prose.SKILL_LINES, len(prose.SKILL_LINES))
    left = list(outline.skills)
    while left and patterns:
        pattern = patterns.pop()
        first = left.pop(0)
        second = left.pop(0) if "{b}" in pattern and left else None
        lines.append((pattern if second or "{b}" not in pattern else "Good knowledge of {a}").format(a=first, b=second))
    return (*lines, *some(chance, prose.MANNER, 2, 3))


def _closing(chance: random.Random, outline: Outline, words: dict[str, object]) -> tuple[str, ...]:
    lines = []
    if outline.remote:
        lines.append(chance.choice(prose.WORKPLACE[outline.remote]).format(**words))
    if outline.pay_line:
        lines.append(outline.pay_line)
    if chance.random() < 0.35:
        lines.append(chance.choice(prose.AUTHORIZATION).format(**words))
    if chance.random() < 0.7:
        lines.append(chance.choice(prose.PROCESS))
    lines.append(chance.choice(prose.EQUALITY).format(**words))
    return tuple(lines)


def _german(chance: random.Random, outline: Outline) -> Body:
    industry = industry_of(outline.company)
    words = _words(outline) | {"product": industry.product_de, "customers": industry.customers_de}
    a, b = str(words["a"]), str(words["b"])
    needs = [chance.choice(german.YEARS).format(**words)] if outline.years else []
    needs += [chance.choice(german.NEEDS[1:]).format(a=skill) for skill in outline.skills[2:]]
    lists = (
        (german.HEADINGS["duties"], _filled(chance, german.DUTIES, words, 3, 5)),
        (german.HEADINGS["needs"], (german.NEEDS[0].format(a=a, b=b), *needs, *some(chance, german.MANNER, 2, 3))),
        (german.HEADINGS["nice"], tuple(f"Erfahrung mit {skill}" for skill in outline.nice)),
        (german.HEADINGS["benefits"], some(chance, german.BENEFITS, 3, 6)),
    )
    closing = [german.WORKPLACE[outline.remote].format(**words)] if outline.remote else []
    closing += [outline.pay_line] if outline.pay_line else []
    opening = tuple(chance.choice(lines).format(**words) for lines in (german.ABOUT, german.MISSIONS))
    return Body(opening=opening, lists=tuple(part for part in lists if part[1]), closing=(*closing, *german.CLOSING))


def _filled(
    chance: random.Random, lines: tuple[str, ...], words: dict[str, object], low: int, high: int
) -> tuple[str, ...]:
    return tuple(line.format(**words) for line in some(chance, lines, low, high))
