"""Languages that the work needs, how well, and whether they are required or only welcome.

Pure. Called by `match.offer`. The names of languages and the words around them are in `read.spoken_words`; to extend
to a language, extend there.

Definitions:

- A language counts where a skill in it is spoken of ("fluent in", "Deutschkenntnisse", "anglais courant", "nivel alto
  de inglés"), where it is required, welcome or listed as a language, and where it is the one worked in. The people, the
  market or the laws of a country do not, nor does a team that speaks it, lessons in it, the language of an application.
- `level`, as the CEFR has it: said outright (of a range the lower), else by the wording: native; near-native, bilingual
  C2; fluent, advanced, excellent, verhandlungssicher, courant, alto C1; good, strong, professional B2; intermediate,
  conversational B1; basic A2. Null where nothing is said.
- `required` is false where it is only welcome, by its sentence or by the heading above, and for languages joined by
  "or": none of them is needed alone. Of several statements on one language the firmer one counts, then the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from jobfinder.read.degree_words import STRONG
from jobfinder.read.fact import Fact, SpokenAsked
from jobfinder.read.heading import heading_above, is_soft
from jobfinder.read.quick import WHOLE, Letters
from jobfinder.read.sentences import quote
from jobfinder.read.spoken_words import (
    BOTH_WAYS,
    CEFR,
    CODES,
    DENIED_AFTER,
    DENIED_BEFORE,
    EITHER,
    FOLLOWS,
    JOINED,
    LANGUAGES,
    LEARNT,
    LESSONS,
    LESSONS_BEFORE,
    LEVELS,
    LISTED,
    OTHERS_BEFORE,
    PART,
    PRECEDES,
    SKILL_AFTER,
    SKILL_BEFORE,
    SPEAKING_OTHERS,
    WORKING,
)
from jobfinder.read.stems import lowered, pieces, standing
from jobfinder.read.wishes import BEHIND, welcome_ahead, welcome_behind

READ = 40_000
"""Characters of the text that are read."""
MOST = 60
PREFIX = 6
"""Letters by which a text is searched for names of languages."""
_ROWS = (row.partition(":")[2] for row in LANGUAGES.strip().splitlines())
BEGINNINGS = Letters({name.strip()[:PREFIX] for row in _ROWS for name in re.split("[|,]", row)})
WHOLE.join(BEGINNINGS)
NEAR, SHORT = 90, 44
FEW = 4
"""Characters around a name that stands alone."""

BOTH = "C2"
"""Bilingual: between two languages a slash then means both."""
ORDER = {level: rank for rank, level in enumerate(("A1", "A2", "B1", "B2", "C1", "C2", "native"))}

Span = tuple[int, int]


class Names(NamedTuple):
    """How languages are called: a pattern with one group, the English name and the codes of each name in lower case,
    and the letters that they begin with.
    """

    pattern: re.Pattern[str]
    english: dict[str, str]
    codes: dict[str, frozenset[str]]
    beginnings: frozenset[str]


class Mention(NamedTuple):
    """A language named in a sentence; offsets into the sentence; in which languages it is called so."""

    language: str
    start: int
    end: int
    codes: frozenset[str]


def spoken(text: str, language: str | None) -> tuple[Fact[SpokenAsked], ...]:
    """The languages asked for, in order. `language` (ISO 639-1) is that of the text: names are looked for in it and in
    English; null looks in all four. `start` and `end` of a fact are those of the sentence quoted.
    """
    names = _names(language if language in CODES else None)
    read = text[:READ]
    present = _present(names, lowered(read))
    if not present:
        return ()
    found: dict[str, Fact[SpokenAsked]] = {}
    spans = pieces(read)
    for index in list(standing(present, spans))[:MOST]:
        start, end = spans[index]
        for at, asked in _asked(read[start:end], names, heading_above(read, index)):
            known = found.get(asked.language)
            if known is None or (asked.required and not known.value.required):
                found[asked.language] = Fact(value=asked, quote=quote(read[start:end], at), start=start, end=end)
    return tuple(sorted(found.values(), key=lambda fact: fact.start))


def _present(names: Names, lower: str) -> list[tuple[str, int]]:
    """Which words of the text begin like a name."""
    return [
        (letters, place)
        for letters, place in WHOLE.standing(lower)[BEGINNINGS]
        if letters in names.beginnings and (not place or not lower[place - 1].isalnum())
    ]


@lru_cache(maxsize=8)
def _names(language: str | None) -> Names:
    """The names in English and in that language; in all where it is null."""
    english: dict[str, str] = {}
    codes: dict[str, frozenset[str]] = {}
    for line in LANGUAGES.strip().splitlines():
        name, _, others = line.partition(":")
        for code, group in zip(CODES, others.split("|"), strict=True):
            if language in (None, code) or code == "en":
                for one in map(str.strip, group.split(",")):
                    english[one] = name
                    codes[one] = codes.get(one, frozenset()) | {code}
    words = "|".join(sorted(map(re.escape, english), key=len, reverse=True))
    ending = r"(?![^\W_])|(?=e[nrsm]? sprach)|(?=-?s?(?:kenntnis|sprach|niveau|level|skills))"
    pattern = re.compile(rf"(?<![^\W_])({words})(?:{ending})", re.IGNORECASE)
    return Names(pattern, english, codes, frozenset(name[:PREFIX] for name in english))


# ---------------------------------------------------------------- one sentence


def _asked(sentence: str, names: Names, heading: str) -> Iterator[tuple[int, SpokenAsked]]:
    mentions = [
        Mention(names.english[hit[1].lower()], hit.start(), hit.end(), names.codes[hit[1].lower()])
        for hit in names.pattern.finditer(sentence)
        if hit[1].lower() in names.english
    ]
    mentions = [one for one in mentions if not _adjective(sentence, one)]
    plain = BOTH_WAYS.sub(lambda match: match[1] + " " * len(match[2]), sentence)
    for run in _runs(plain, mentions):
        yield from _run(plain, mentions, run, heading)


def _adjective(sentence: str, one: Mention) -> bool:
    """Is it not the language that is spoken of, but what is of that country; or is it only taught or learnt?"""
    before, after = sentence[max(0, one.start - NEAR) : one.start], sentence[one.end : one.end + NEAR]
    if (
        LESSONS.match(after)
        or LESSONS_BEFORE.search(before)
        or LEARNT.search(before)
        or OTHERS_BEFORE.search(before)
        or SPEAKING_OTHERS.match(after)
    ):
        return True
    skill = SKILL_AFTER.match(after)
    if "en" in one.codes:
        return not skill and not FOLLOWS.match(after)
    return "de" not in one.codes and not PRECEDES.search(before)


def _runs(sentence: str, mentions: Sequence[Mention]) -> Iterator[range]:
    """Languages named in one breath ("English, French or Dutch"), as ranges of mentions. A comma alone joins only
    where a word joins the next two.
    """
    gaps = [sentence[last.end : one.start] for last, one in pairwise(mentions)]
    joined = [bool(JOINED.match(gap)) for gap in gaps]
    for index in reversed(range(len(gaps))):
        if not re.search(r"[\w/&]", gaps[index]):
            joined[index] = joined[index] and index + 1 < len(gaps) and joined[index + 1]
    first = 0
    for index, together in enumerate(joined, start=1):
        if not together:
            yield range(first, index)
            first = index
    if mentions:
        yield range(first, len(mentions))


def _run(sentence: str, mentions: Sequence[Mention], run: range, heading: str) -> Iterator[tuple[int, SpokenAsked]]:
    first, last = mentions[run[0]], mentions[run[-1]]
    following = mentions[run[-1] + 1].start if run[-1] + 1 < len(mentions) else len(sentence)
    before, after = sentence[max(0, first.start - NEAR) : first.start], sentence[last.end : following][:NEAR]
    own = _before(sentence, mentions, run[0])
    ahead = welcome_ahead(own)
    welcome = ahead or welcome_behind(_part(after)[:SHORT]) or bool(BEHIND.match(after.lstrip(" ,(–-")))
    denied = bool(DENIED_BEFORE.search(before) or DENIED_AFTER.match(after))
    if denied and not BEHIND.search(sentence[last.end : following]):
        return
    levels = [_level_behind(sentence, mentions, index) or "" for index in run]
    shared = _level(own)
    cued = ahead or denied or bool(SKILL_BEFORE.search(before) or SKILL_AFTER.match(after) or WORKING.search(sentence))
    if not (cued or shared or any(levels) or LISTED.search(heading) or (heading and _bare(sentence, mentions))):
        return
    both = shared == BOTH or BOTH in levels or bool(STRONG.search(after))
    gaps = [sentence[a.end : b.start] for a, b in pairwise([mentions[index] for index in run])]
    either = any(EITHER.search(gap) and not (both and gap.strip() == "/") for gap in gaps)
    soft = is_soft(heading) and not STRONG.search(sentence)
    for index, level in zip(run, levels, strict=True):
        known = level or shared or levels[-1] or None
        one = mentions[index]
        required = not (welcome or denied or either or soft)
        yield one.start, SpokenAsked(language=one.language, level=known, required=required)


def _bare(sentence: str, mentions: Sequence[Mention]) -> bool:
    """Is there nothing but names of languages, as in a list?"""
    return len(sentence) - sum(one.end - one.start for one in mentions) <= FEW * len(mentions)


def _before(sentence: str, mentions: Sequence[Mention], index: int) -> str:
    """What is said before a language, of it alone."""
    least = mentions[index - 1].end if index else max(0, mentions[index].start - NEAR)
    before = sentence[least : mentions[index].start]
    parts = [stop.end() for stop in PART.finditer(before.rstrip(" ,;/|"))]
    return before[parts[-1] :] if parts else before


def _part(after: str) -> str:
    """What is said behind a language, up to where something else begins."""
    stop = PART.search(after)
    return after[: stop.start()] if stop else after


def _level_behind(sentence: str, mentions: Sequence[Mention], index: int) -> str | None:
    """The level that stands behind a language and is not that of the next one."""
    end = mentions[index].end
    following = mentions[index + 1].start if index + 1 < len(mentions) else None
    after = sentence[end : following or end + NEAR].lstrip(" ,:(–-")
    stop = PART.search(after)
    if stop is None and following is not None and ")" not in after and not CEFR.match(after):
        return None
    return _level(after[: stop.start()] if stop else after)


def _level(words: str) -> str | None:
    """The level that words tell, the lower of several ("native or fluent")."""
    stated = [match[1].upper() for match in CEFR.finditer(words)]
    if stated:
        return min(stated)
    found: list[tuple[str, Span]] = []
    for level, pattern in LEVELS:
        for match in pattern.finditer(words):
            if all(match.end() <= start or match.start() >= end for _, (start, end) in found):
                found.append((level, match.span()))
    return min((level for level, _ in found), key=lambda level: ORDER[level], default=None)
