"""The filter rules on words: titles, keywords, skills, and the seeker's own patterns.

Pure. Called by `match.filter`. Words are whole words in a person's sense (`match.keywords`); a word that is also an
everyday word ("Go", "R") is found in a description only where it was read as the skill.
"""

from __future__ import annotations

from functools import lru_cache

from jobfinder.match import patterns
from jobfinder.match.edit import Edit
from jobfinder.match.keywords import can_be_keyword, found, meanings
from jobfinder.match.offer import Asked, is_needed
from jobfinder.match.prefs import DealBreaker, Mode
from jobfinder.match.rules import Case, Finding, Outcome, listed, passed, unknown, violated
from jobfinder.read.sentences import sentence_at
from jobfinder.read.skills import skill_name, spellings


def title_wanted(case: Case) -> Finding:
    """The title holds one of the titles wanted."""
    wanted, title = case.prefs.titles.wanted, case.posting.title
    if not wanted:
        return passed("no titles are asked for")
    hit = next((word for word in wanted if found(word, title)), None)
    if hit:
        return passed(f"the title holds {hit!r}", title)
    return violated(
        f"the title holds none of {listed(wanted)}",
        title,
        f"passes if titles.wanted has words of {title!r}",
        Edit(path="titles.wanted", op="add", values=(title,)) if can_be_keyword(title) else None,
    )


def title_excluded(case: Case) -> Finding:
    """The title holds none of the words excluded."""
    excluded, title = case.prefs.titles.excluded, case.posting.title
    hits = [word for word in excluded if found(word, title)]
    if not hits:
        return passed("the title holds nothing excluded" if excluded else "no titles are excluded")
    return _without("titles.excluded", f"the title holds {listed(hits)}", hits, title)


def keywords_required(case: Case) -> Finding:
    """Title, department and description together hold each of the keywords required."""
    required, posting = case.prefs.keywords.required, case.posting
    if not required:
        return passed("no keywords are required")
    quotes = {word: _locate(word, case) for word in required}
    missing = [word for word, quoted in quotes.items() if not quoted]
    if not missing:
        return passed(f"holds {listed(required)}", quotes[required[0]])
    if not (posting.description_text or "").strip():
        return unknown(f"the posting has no description to look for {listed(missing)} in", posting.title)
    return _without("keywords.required", f"{listed(missing)} not found", missing, posting.title)


def keywords_excluded(case: Case) -> Finding:
    """Neither title nor department nor description holds a keyword excluded."""
    excluded, posting = case.prefs.keywords.excluded, case.posting
    hits = [(word, quoted) for word in excluded if (quoted := _locate(word, case))]
    if hits:
        words = [word for word, _ in hits]
        return _without("keywords.excluded", f"holds {listed(words)}", words, hits[0][1])
    if excluded and not (posting.description_text or "").strip():
        return unknown("the posting has no description", posting.title)
    return passed("holds nothing excluded" if excluded else "no keywords are excluded")


def _without(path: str, reason: str, words: list[str], evidence: str | None) -> Finding:
    edit = Edit(path=path, op="remove", values=tuple(words))
    return violated(reason, evidence, f"passes without {listed(words)} in {path}", edit)


def _locate(word: str, case: Case) -> str | None:
    """The sentence in which the keyword stands, or null."""
    posting = case.posting
    for text in (posting.title, posting.department):
        span = found(word, text) if text else None
        if span and text:
            return sentence_around(text, span[0])
    return _in_description(word, case) if posting.description_text else None


def _in_description(word: str, case: Case) -> str | None:
    text = case.posting.description_text or ""
    for meaning in meanings(word):
        # The skills were read once, and the reader has told the skill from the everyday word.
        if meaning.skill:
            meant = _read_as(meaning.skill, case)
            if meant:
                return meant.quote
        elif span := found(meaning.text, text):
            return sentence_around(text, span[0])
    return None


def sentence_around(text: str, position: int) -> str:
    """The sentence around a position, read from its own line alone."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return sentence_at(text[start : end if end >= 0 else len(text)], position - start)


# ---------------------------------------------------------------- skills


def skills_refused(case: Case) -> Finding:
    """The posting asks for no skill that the seeker never wants to work with."""
    refused = case.prefs.skills.no
    if not refused:
        return passed("no skills are refused")
    asked = {one.skill: one for one in case.offer.skills}
    needed = [(word, quoted) for word in refused if (quoted := _needed(word, asked, case))]
    if needed:
        words = [word for word, _ in needed]
        return _without("skills.no", f"asks for {listed(words)}", words, needed[0][1])
    welcome = [asked[_skill(word)] for word in refused if _skill(word) in asked]
    if welcome:
        return passed(f"{listed([one.skill for one in welcome])} is only welcome, or named beside", welcome[0].quote)
    if not (case.posting.description_text or "").strip():
        return unknown("the posting has no description to read skills from", case.posting.title)
    return passed("asks for none that you refuse")


def _needed(word: str, asked: dict[str, Asked], case: Case) -> str | None:
    """The sentence that asks for the skill; one that no reader knows is looked for as a keyword."""
    one = asked.get(_skill(word))
    if one is not None:
        return one.quote if is_needed(one, case.offer) else None
    return None if _is_known(word) else _locate(word, case)


@lru_cache(maxsize=1024)
def _skill(word: str) -> str:
    return skill_name(word)


@lru_cache(maxsize=1024)
def _is_known(word: str) -> bool:
    return bool(spellings(_skill(word)))


def _read_as(skill: str, case: Case) -> Asked | None:
    """The skill as the posting itself names it."""
    return next((one for one in case.offer.skills if one.skill == skill), None)


# ---------------------------------------------------------------- the seeker's own patterns


def dealbreakers(case: Case) -> Finding:
    """None of the seeker's patterns stands in title or description. Each has a mode of its own, and they add up."""
    breakers = case.prefs.dealbreakers
    if not breakers:
        return passed("no deal-breakers are laid down")
    posting = case.posting
    text = f"{posting.title}\n{posting.description_text or ''}"
    encoded = text.encode("utf-8", "replace")
    if not patterns.any_of(tuple(breaker.pattern for breaker in breakers), encoded):
        return _unbroken(case)
    hits = [(breaker, at) for breaker in breakers if (at := patterns.first(breaker.pattern, encoded)) is not None]
    return _broken([breaker for breaker, _ in hits], _quoted(encoded, hits[0][1])) if hits else _unbroken(case)


def _unbroken(case: Case) -> Finding:
    posting = case.posting
    if not (posting.description_text or "").strip():
        return unknown("the posting has no description to look for your deal-breakers in", posting.title)
    return passed("holds none of your deal-breakers")


def _broken(hits: list[DealBreaker], evidence: str) -> Finding:
    said = [f"{hit.pattern!r}{f' ({hit.note})' if hit.note else ''}" for hit in hits]
    return Finding(
        outcome=Outcome.VIOLATED,
        reason=f"holds your deal-breaker {listed(said)}",
        evidence=evidence,
        counterfactual=f"passes without {listed(said)} in dealbreakers",
        edit=Edit(path="dealbreakers", op="remove", values=tuple(hit.pattern for hit in hits)),
        mode=together([hit.mode for hit in hits]),
    )


def together(modes: list[Mode]) -> Mode:
    """What several violations of one rule do: reject if one of them does, else their strikes."""
    return "reject" if "reject" in modes else min(sum(mode for mode in modes if mode != "reject"), 100)


def _quoted(encoded: bytes, position: int) -> str:
    text = encoded.decode("utf-8")
    at = len(encoded[:position].decode("utf-8", "ignore"))
    return sentence_around(text, at) or text[:200]
