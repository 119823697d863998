"""Skills named in a text: which, where, in which sentence, and whether they are required or only welcome.

Pure. Called by `match.score`, `match.keywords`, `match.resume` and `match.expect`. One pass over the words of the text
with a look-up in an index of names, so the cost does not grow with their number. Names live in `read.terms`, what
tells a skill from an everyday word in `read.everyday`, what tells a requirement from a wish in `read.need`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from jobfinder.model import Record
from jobfinder.read.everyday import Hit, judged
from jobfinder.read.need import Need, need_of, sectioned
from jobfinder.read.quick import Letters
from jobfinder.read.stems import lowered
from jobfinder.read.terms import CAPITALISED, GENERAL, GUARDED, SPOKEN, TECHNICAL
from jobfinder.read.text import uncommon

TOKEN = re.compile(r"\.?[^\W_]+(?:\+\+|#)?", re.UNICODE)
BLANKS = bytes(byte if byte > 0x7F or chr(byte).isalnum() or byte == ord("\n") else ord(" ") for byte in range(256))
"""Bytes of UTF-8 → the same, blanks for signs of ASCII."""
JOIN = re.compile(r"^[\s\u00a0./&'’-]{0,3}$")
ADDRESS = re.compile(r"^[\w.-]{0,60}@\w|^\.(?:com|org|net|io|de|eu|ai|dev|example)\b")


class Mention(Record, frozen=True):
    """One skill at one place. `start`, `end` and the sentence are offsets into the text.

    `need`: required, nice (welcome, not needed), or named without saying which.
    """

    skill: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    need: Need = "named"


class Name(NamedTuple):
    """One name of a skill: its words in lower case, and its exact spelling where case matters."""

    skill: str
    words: tuple[str, ...]
    exact: str | None


Index: TypeAlias = dict[str, dict[str, tuple[Name, ...]]]
"""First word → second word → the names that may begin there, longest first; under "" those of one word."""

# ---------------------------------------------------------------- names


@lru_cache(maxsize=4_096)
def skill_name(name: str) -> str:
    """The name under which a skill is known: "golang" and "GO" are "Go"; an unknown one is given back trimmed."""
    words = _words(name)
    return _names().get(words) or " ".join(name.split())


@lru_cache(maxsize=4_096)
def is_known(name: str) -> bool:
    """Does the gazetteer know it, under whichever name?"""
    return _words(name) in _names()


def guarded(name: str) -> str | None:
    """The skill that this name stands for where the name is also an everyday word ("go", "R"), else null."""
    skill = _names().get(_words(name))
    return skill if skill in SPOKEN | CAPITALISED and _words(name) == _words(skill) else None


def spellings(skill: str) -> tuple[tuple[str, ...], ...]:
    """All names of a skill, each as its words in lower case: for "Go", "go" and "golang"."""
    return tuple(words for words, known in _names().items() if known == skill)


_BRITISH = """
license licence, labor labour, behavior behaviour, modeling modelling, labeling labelling, counseling counselling,
molding moulding, analyzer analyser, pediatric paediatric, anesthesia anaesthesia, orthopedic orthopaedic,
organizational organisational, optimization optimisation, visualization visualisation, catheterization catheterisation,
sterilization sterilisation, specialized specialised, color colour, tire tyre, program programme
"""
BRITISH = dict(pair.split() for pair in _BRITISH.replace("\n", " ").split(","))
"""Words of names that are spelt in another way in Britain."""
MAKERS = frozenset({"ms", "microsoft", "oracle", "apache", "adobe", "google", "aws"})


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for name in _gazetteer():
        names.setdefault(name.words, name.skill)
    return names


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[Name, ...]:
    names = []
    for group in (*TECHNICAL, *GENERAL):
        for line in group.strip().splitlines():
            skill, _, others = line.partition(":")
            listed = [part.strip() for part in others.split(",") if part.strip()]
            exact = {part[1:] for part in listed if part.startswith("=")}
            plain = [part for part in listed if not part.startswith("=")]
            names += [Name(skill, _words(part), part) for part in sorted(exact)]
            names += [Name(skill, _words(part), None) for part in ([] if skill in exact else [skill]) + plain]
    return (*names, *_as_in_britain(names))


def _as_in_britain(names: list[Name]) -> Iterable[Name]:
    """The names that are spelt in another way there, and are not listed as such."""
    known = {name.words for name in names}
    for name in names:
        words = tuple(BRITISH.get(word, word) for word in name.words)
        if name.exact is None and words not in known:
            yield Name(name.skill, words, None)


@lru_cache(maxsize=64)
def _index(extra: tuple[str, ...]) -> Index:
    known = _names()
    added = [Name(" ".join(name.split()), _words(name), None) for name in extra if _words(name) not in known]
    index: Index = {}
    for name in sorted((*_gazetteer(), *added), key=lambda name: -len(name.words)):
        if name.words:
            following = index.setdefault(name.words[0], {"": ()})
            for second in name.words[1:2] or tuple(following):
                following[second] = (*following.get(second, ()), name)
    return index


@lru_cache(maxsize=64)
def _letters(extra: tuple[str, ...]) -> Letters:
    """All names as `_plain` would write them."""
    names = (name for following in _index(extra).values() for names in following.values() for name in names)
    return Letters({_plain(" ".join(name.words)) for name in names})


def _plain(lines: str) -> str:
    """The words alone, in lower case, each between blanks; ends of lines stay."""
    lower = f" {lines} ".replace("\n", " \n ").lower()
    for sign in set(uncommon(lower)):
        if not sign.isalnum():
            lower = lower.replace(sign, " ")
    words = lower.encode("utf-8", "surrogatepass").translate(BLANKS)
    while b"  " in words:
        words = words.replace(b"  ", b" ")
    return words.decode("utf-8", "surrogatepass")


def _words(name: str) -> tuple[str, ...]:
    return tuple(match[0].lower() for match in TOKEN.finditer(name))


# ---------------------------------------------------------------- finding


def mentions(text: str, extra: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    """The skills that a text names, in order. `extra`: further names to look for, such as those of the profile."""
    rows = sectioned(text)
    plain = _plain("\n".join([text[start:end] for start, end, _, _ in rows]))
    standing = _letters(extra).which(plain.split("\n"))
    return tuple(_mentions(text, [rows[position] for position in standing], _index(extra)))


def mentions_of(extra: tuple[str, ...], text: str) -> Iterator[Mention]:
    """Of what `mentions` finds, those of the further names alone. Sentences without their first words are not read."""
    lower = lowered(text)
    heads = [words[0] for name in extra if (words := _words(name))]
    rows = (row for row in sectioned(text) if any(lower.find(head, row[0], row[1]) >= 0 for head in heads))
    return (mention for mention in _mentions(text, rows, _index(extra)) if mention.skill in extra)


def _mentions(text: str, rows: Iterable[tuple[int, int, Need, bool]], index: Index) -> Iterator[Mention]:
    for start, end, section, heading in rows:
        row = None if heading or section == "named" else (start, end)
        hits = judged(_hits(text, start, end, index), text, row)
        if hits:
            need = need_of(text, start, end, section)
            yield from (Mention(h.skill, h.start, h.end, start, end, need) for h in hits)


def is_named(text: str) -> bool:
    """Does a text name any skill?"""
    return _letters(()).stand_in(_plain(text)) and bool(mentions(text))


def _hits(text: str, start: int, end: int, index: Index) -> list[Hit]:
    hits = []
    tokens = list(TOKEN.finditer(text, start, end))
    words = [*[token[0].lower() for token in tokens], ""]
    skip = 0
    for position in [position for position, word in enumerate(words) if word in index or word[:1] == "."]:
        word, first = words[position], tokens[position]
        following = index.get(word) or index.get(word[1:])
        if following is None or position < skip:
            continue
        names = following.get(words[position + 1]) or following[""]
        name = next((name for name in names if _spells(text, tokens, words, position, name)), None)
        if name is None:
            continue
        skip = position + len(name.words)
        last = tokens[skip - 1]
        if not _in_address(text, first, last):
            maker = position > 0 and words[position - 1] in MAKERS
            sole = len(tokens) == len(name.words)
            hits.append(Hit(name.skill, first.start(), last.end(), position == 0, sole, maker or _is_sure(name)))
    return hits


def _spells(text: str, tokens: list[re.Match[str]], words: list[str], position: int, name: Name) -> bool:
    size = len(name.words)
    if size > 1 and tuple(words[position + 1 : position + size]) != name.words[1:]:
        return False
    run = tokens[position : position + size]
    if size > 1 and any(not JOIN.match(text[a.end() : b.start()]) for a, b in pairwise(run)):
        return False
    return name.exact is None or text[run[0].start() : run[-1].end()].lstrip(".") == name.exact.lstrip(".")


def _in_address(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Part of an e-mail address or of a host name."""
    before = text[first.start() - 1] if first.start() else " "
    if before in "@" or (before == "." and text[max(0, first.start() - 2)].isalnum()):
        return True
    return bool(ADDRESS.match(text[last.end() : last.end() + 64]))


def _is_sure(name: Name) -> bool:
    """Is it no everyday word?"""
    return name.skill not in GUARDED or len(name.words) > 1 or name.words != _words(name.exact or "")
