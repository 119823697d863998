"""Skills asked against skills held: how much of what a posting asks for does the seeker bring?

Pure. Called by `match.score`. What is held counts whole, what a held skill includes nearly, what stands beside one by
half (`match.related`); every credit says what it rests on. A skill of the seeker that no gazetteer knows is looked for
in the posting by its name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from jobfinder.match.keywords import holds
from jobfinder.match.offer import Asked, is_listed, is_needed
from jobfinder.match.pair import Pair, Part
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Skill
from jobfinder.match.related import beside, including
from jobfinder.model import Record
from jobfinder.read.sentences import quote
from jobfinder.read.skills import is_known, mentions, mentions_of, skill_name

DIRECT, INCLUDED, BESIDE = 1.0, 0.8, 0.4
ASKED = {"required": 1.0, "named": 0.6, "nice": 1.0}
"""How much a skill counts among those of its part, by how it is asked for."""
UNKNOWN = 0.7
"""What a skill counts that no gazetteer knows, beside one that is known."""
TITLED, ONLY_TITLED = 1.5, 0.3
ALIKE = 88.0
"""From this likeness on, two names of unknown skills are spellings of one."""
OF_COMPANY = 0.1
LOVED = 1.5
ENOUGH = 0.8
"""The share of what is asked for that is as good as all of it: lists of requirements are wish lists, and our reading
of them is not perfect.
"""
STEEP = 2
"""Half of what is asked for is far less than half of the work."""
NOT_LOVED = 0.6
"""What work without anything loved is worth to somebody who loves something."""
RECENT, RUST = 3, 0.08
"""Years for which an unused skill is as good as new, and what each further one costs."""
TELLING = 80
"""Words from which on a text that names none of the seeker's skills says that they are not needed."""
SHOWN = 6


class Credit(Record, frozen=True):
    """What the seeker brings for one skill asked: 0..1, and the skill held that it rests on."""

    asked: Asked
    weight: float
    value: float
    by: str | None = None

    @property
    def direct(self) -> bool:
        """Is it the skill itself that is held, not one beside it?"""
        return self.by is not None and (self.by == self.asked.skill or not self.asked.known)


class Fit(Record, frozen=True):
    """The credits of the skills needed and of those only welcome."""

    needed: tuple[Credit, ...]
    welcome: tuple[Credit, ...]

    @property
    def matched(self) -> tuple[str, ...]:
        return tuple(c.asked.skill for c in (*self.needed, *self.welcome) if c.value and c.direct)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(c.asked.skill for c in (*self.needed, *self.welcome) if not c.direct)


def fit(pair: Pair) -> Fit:
    """Every skill that is asked for, with what the seeker brings for it."""
    held = {skill_name(skill.name): skill for skill in pair.profile.skills if skill.weight > 0}
    for name in _in_titles(pair.profile.titles):
        held.setdefault(name, Skill(name=name))
    asked = (*pair.offer.skills, *_unknown(pair, held))
    listed = is_listed(pair.offer)
    credits = [_credit(one, held, pair, listed=listed) for one in asked]
    needed = tuple(credit for credit in credits if credit.asked.need != "nice")
    return Fit(
        needed=(*needed, *_of_company(pair, held, asked)), welcome=tuple(c for c in credits if c.asked.need == "nice")
    )


@lru_cache(maxsize=64)
def _in_titles(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(mention.skill for title in titles for mention in mentions(title))


def _unknown(pair: Pair, held: Mapping[str, Skill]) -> Iterable[Asked]:
    """Skills of the seeker that only a look into the text can find, where they are not asked for by that name."""
    text = pair.posting.description_text or ""
    asked = {one.skill.casefold() for one in pair.offer.skills if not one.known}
    unknown = (name for name in held if not is_known(name) and name.casefold() not in asked)
    extra = tuple(name for name in unknown if any(holds(name.lower(), where) for where in (pair.posting.title, text)))
    found: dict[str, Asked] = {}
    for where in (pair.posting.title, text) if extra else ():
        for mention in mentions_of(extra, where):
            if mention.skill not in found:
                sentence = quote(where[mention.sentence_start : mention.sentence_end])
                titled = where is pair.posting.title
                found[mention.skill] = Asked(skill=mention.skill, need=mention.need, quote=sentence, titled=titled)
    return found.values()


def _of_company(pair: Pair, held: Mapping[str, Skill], asked: Iterable[Asked]) -> Iterable[Credit]:
    """What only the company's own pages name counts a little."""
    named = {one.skill for one in asked}
    company = pair.company
    for name in company.tech_stack if company else ():
        skill = skill_name(name)
        if skill not in named:
            said = f"{(company and company.name) or 'the company'} works with {name}"
            one = Asked(skill=skill, need="named", quote=said)
            value = DIRECT if skill in held else 0.0
            yield Credit(asked=one, weight=OF_COMPANY, value=value, by=skill if value else None)


def _credit(asked: Asked, held: Mapping[str, Skill], pair: Pair, *, listed: bool) -> Credit:
    value, by = _held(asked, held, pair.today.year)
    # What is only named in a posting that says elsewhere what it requires counts for nothing, held or not.
    weight = ASKED[asked.need] if not listed or asked.need != "named" else 0.0
    if asked.titled:
        # The title has a part of its own: what is not held weighs there.
        weight = TITLED if by else ONLY_TITLED
    weight *= 1.0 if asked.known else UNKNOWN
    if by is not None:
        weight *= held[by].weight * _liking(by, pair.prefs)
    return Credit(asked=asked, weight=weight, value=value, by=by)


def _liking(skill: str, prefs: Preferences) -> float:
    """What the seeker loves to work with counts more."""
    return LOVED if any(skill_name(name) == skill for name in prefs.skills.loved) else 1.0


def _alike(mine: str, asked: str) -> bool:
    """Is it the same, but for the spelling, the words around it, or that one is the other's initials?"""
    one, other = mine.casefold(), asked.casefold()
    if other == _initials(one) or one == _initials(other) or fuzz.ratio(one, other) >= ALIKE:
        return True
    return len(one) > 3 and one in other and re.search(rf"\b{re.escape(one)}\b", other) is not None


def _any_alike(names: Iterable[str], asked: Asked) -> bool:
    return any(_alike(name, asked.skill) for name in names)


@lru_cache(maxsize=4_096)
def _initials(name: str) -> str | None:
    """ "ble" of "bluetooth low energy"; null for a name of one word."""
    words = re.findall(r"[^\W_]+", name)
    return "".join(word[0] for word in words) if len(words) > 1 else None


def _recency(skill: Skill, year: int) -> float:
    """What is left of a skill that was last used years ago: whole for three, then less, never under half."""
    idle = 0 if skill.last_used is None else max(0, year - skill.last_used - RECENT)
    return max(0.5, 1.0 - RUST * idle)


def _held(asked: Asked, held: Mapping[str, Skill], year: int) -> tuple[float, str | None]:
    """The best that the seeker brings for a skill: it itself, one that includes it, one beside it; the first of
    equals.
    """
    best: tuple[float, str | None] = (0.0, None)
    for names, worth in _standing_for(asked, held):
        for name in sorted(names):
            value = worth * _recency(held[name], year)
            best = (value, name) if value > best[0] else best
    return best


def _standing_for(asked: Asked, held: Mapping[str, Skill]) -> Iterator[tuple[Collection[str], float]]:
    """The seeker's skills that count for one asked, and how much."""
    if not asked.known:
        yield [name for name in held if _alike(name, asked.skill)][:1], DIRECT
        return
    yield {asked.skill} & held.keys(), DIRECT
    yield including(asked.skill) & held.keys(), INCLUDED
    yield beside(asked.skill) & held.keys(), BESIDE


# ---------------------------------------------------------------- the parts


def needed(pair: Pair, fit: Fit) -> Part:
    """The share of what is needed that the seeker brings."""
    weight = pair.prefs.weights.skills
    if not pair.profile.skills:
        return Part(name="skills", weight=weight, why="the profile names no skills")
    if not fit.needed and not fit.welcome:
        if pair.offer.words < TELLING:
            return Part(name="skills", weight=weight, why="the posting names no skills")
        return Part(name="skills", weight=weight, value=0.0, why="the posting asks for none of your skills")
    return _part("skills", weight, fit.needed or fit.welcome)


def welcome(pair: Pair, fit: Fit) -> Part:
    """The share of what is only welcome."""
    if not pair.profile.skills or not fit.welcome:
        return Part(name="nice", weight=0.0, why="the posting names nothing that is only welcome")
    return _part("nice", pair.prefs.weights.nice, fit.welcome)


def wishes(pair: Pair, fit: Fit) -> Part:
    """Whether the work is with what the seeker loves, or with what they want no more; told only where it is either."""
    loved, refused = (frozenset(map(skill_name, names)) for names in (pair.prefs.skills.loved, pair.prefs.skills.no))
    asked = [credit.asked for credit in fit.needed if is_needed(credit.asked, pair.offer)]
    told = ((refused, 0.0, "is asked for, and you want it no more"), (loved, 1.0, "is what you love"))
    for names, value, why in told:
        hit = next((one for one in asked if one.skill in names or (not one.known and _any_alike(names, one))), None)
        if hit:
            return Part(
                name="wishes",
                weight=pair.prefs.weights.wishes,
                value=value,
                evidence=hit.quote,
                why=f"{hit.skill} {why}",
            )
    if loved and fit.needed:
        return Part(
            name="wishes", weight=pair.prefs.weights.wishes, value=NOT_LOVED, why="nothing that you love is asked for"
        )
    return Part(name="wishes", weight=0.0, why="neither what you love nor what you refuse is asked for")


def _part(name: str, weight: float, credits: tuple[Credit, ...]) -> Part:
    total = sum(credit.weight for credit in credits) or 1.0
    share = sum(credit.weight * credit.value for credit in credits) / total
    value = min(1.0, share / ENOUGH) ** STEEP
    strongest = max(credits, key=lambda credit: (credit.value > 0, credit.weight * credit.value, credit.weight))
    return Part(name=name, weight=weight, value=round(value, 4), evidence=strongest.asked.quote, why=_why(credits))


def _why(credits: tuple[Credit, ...]) -> str:
    credits = tuple(credit for credit in credits if credit.weight) or credits
    held = [c.asked.skill for c in credits if c.direct]
    partly = [f"{c.asked.skill} through {c.by}" for c in credits if c.by is not None and not c.direct]
    missing = [c.asked.skill for c in credits if c.by is None]
    said = (("matched", held), ("in part", partly), ("missing", missing))
    return "; ".join(f"{_few(names)} {word}" for word, names in said if names)


def _few(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


READERS = (needed, welcome, wishes)
"""The parts, in the order in which they are shown."""
