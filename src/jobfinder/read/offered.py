"""Is something offered or refused: the grammar that visa sponsorship and help with moving have in common.

Pure. Called by `read.sponsorship` with the names of its two subjects. A yes needs an offer in so many words and no
denial near it; a refusal anywhere outweighs an offer elsewhere; what is asked of the applicant is neither. The words
are in `read.offer_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, TypeAlias

from jobfinder.model import Record
from jobfinder.read import offer_words as say
from jobfinder.read.negation import NO, after, before, undenied
from jobfinder.read.passages import Claim, Passage, fold, holding
from jobfinder.read.quick import Letters

Kind: TypeAlias = Literal["verb", "sure", "loose", "aid"]
Verdict: TypeAlias = tuple[bool, bool]
"""Yes or no, and whether without reserve."""
MOST = 12
LONGEST_BARE = 90
"""Names of the subject that are looked at in one passage; characters of a list item that is only such a name."""


class Subject(Record, frozen=True):
    """What may be offered.

    stems     one of these is in every passage that may speak of it; they join HELD
    names     patterns of its names: "verb", what a company does ("sponsor visas"); "sure", a name that cannot mean
              anything else; "loose", one that can; "aid", one that is no offer unless the company helps with it
    near      words that show that a loose name is meant so
    other     words that show that it is not
    needs     whether needing it is the applicant's ("who do not need sponsorship"), not the company's wish
    """

    stems: Letters
    names: tuple[tuple[Kind, re.Pattern[str]], ...]
    near: re.Pattern[str]
    other: re.Pattern[str]
    needs: bool


def offered(subject: Subject, passages: Sequence[Passage]) -> Claim[bool] | None:
    """Whether the subject is offered, as these passages together say; null where they say nothing."""
    following = (*passages[1:], None)
    found = [
        claim
        for index in holding(subject.stems, passages)
        for claim in _claims(subject, passages[index], following[index])
    ]
    return _settled(found)


def _settled(found: list[Claim[bool]]) -> Claim[bool] | None:
    """A refusal goes before an offer; beside an offer it holds only with reserve, unless it names this role."""
    refusals = [claim for claim in found if not claim.value]
    chosen = max(refusals or found, key=lambda claim: claim.stated, default=None)
    disputed = bool(refusals) and any(claim.value and claim.stated for claim in found)
    if chosen and disputed and not say.THIS.search(chosen.passage.words):
        return chosen._replace(stated=False)
    return chosen


def _claims(subject: Subject, passage: Passage, following: Passage | None) -> Iterator[Claim[bool]]:
    words = undenied(passage.words)
    for name, kind in _names(subject, words):
        verdict = _answered(words, name, following)
        if verdict is None and not _asked(words, name):
            verdict = _verdict(subject, words, name, kind)
            if verdict is None and kind == "sure" and _bare(passage, words, name, following):
                verdict = (True, False)
        if verdict is not None:
            yield Claim(verdict[0], passage, verdict[1])


def _names(subject: Subject, words: str) -> list[tuple[re.Match[str], Kind]]:
    """Where the subject is named, by the kind that says most where two overlap."""
    found: list[tuple[re.Match[str], Kind]] = []
    for kind, pattern in subject.names:
        for match in islice(pattern.finditer(words), MOST):
            if not any(match.start() < other.end() and other.start() < match.end() for other, _ in found):
                found.append((match, kind))
    return found


def _answered(words: str, name: re.Match[str], following: Passage | None) -> Verdict | None:
    """The answer behind a label ("Visa sponsorship: no") or behind a question that is put to the company."""
    label = say.LABEL.match(words, name.end())
    if not label:
        return None
    opening = words[: name.start()]
    if say.ASKS.search(opening + label["between"]) or (label["sign"] == "?" and not say.PUT_TO_US.search(opening)):
        return None
    answer = words[label.end() :].strip() or (following.words if following else "")
    if say.NOPE.match(answer):
        return False, True
    return (True, True) if say.YES.match(answer) else None


def _asked(words: str, name: re.Match[str]) -> bool:
    """Does the name stand in a question?"""
    end = say.END.search(words, name.end())
    opening = words[: name.start()]
    start = max((cut.end() for cut in say.END.finditer(opening)), default=0)
    return (end is not None and end[0] == "?") or say.QUESTION.match(opening[start:].lstrip()) is not None


def _verdict(subject: Subject, words: str, name: re.Match[str], kind: Kind) -> Verdict | None:
    """What the clause around a name says."""
    ahead, behind = before(words, name.start()), after(words, name.end())
    rest = say.END.split(words[name.end() :], maxsplit=1)[0]
    if say.WISH.match(behind) or not _may_be_meant(subject, words, kind):
        return None
    asks, denied = say.ASKS.search(ahead), NO.search(ahead)
    wonders = say.WONDERS.search(ahead)
    if wonders or (asks and not denied):
        # German says last what is done: "falls du ein Visum brauchst".
        return _of_the_needy(ahead, rest) if asks or say.ASKS.search(behind) else None
    if say.LEFT_OUT.search(ahead):
        return False, True
    if denied:
        return _denied(subject, words, ahead + behind[:12], kind)
    given = say.GIVEN.match(behind)
    if kind != "aid" and (NO.search(given[0]) if given else say.TURNED_AWAY.search(behind)):
        return _refusal(words)
    if not (given and kind != "aid") and not _gives(ahead, name, kind):
        return None
    if not _is_meant(subject, words, kind) or say.PAST.search(ahead + behind):
        return None
    return _offer(words, ahead + name[0] + behind, rest)


def _may_be_meant(subject: Subject, words: str, kind: Kind) -> bool:
    return kind in ("sure", "verb") or not subject.other.search(words) or subject.near.search(words) is not None


def _is_meant(subject: Subject, words: str, kind: Kind) -> bool:
    """An offer must be surer of its subject than a refusal, and is not made where the work is about it."""
    if say.DUTY.search(words):
        return False
    return kind in ("sure", "verb") or (not subject.other.search(words) and subject.near.search(words) is not None)


def _gives(ahead: str, name: re.Match[str], kind: Kind) -> bool:
    """Does the company give what is named next?"""
    if kind == "verb":
        return say.GIVES_BY_VERB.search(ahead) is not None or name[0].startswith(say.FINITE)
    return (say.HELPS if kind == "aid" else say.GIVES).search(ahead) is not None


def _denied(subject: Subject, words: str, ahead: str, kind: Kind) -> Verdict | None:
    if not subject.needs and say.APPLICANT.search(ahead):
        return None
    if kind == "aid" and not say.AIDS.search(ahead):
        return None
    return _refusal(words)


def _refusal(words: str) -> Verdict | None:
    """A no; no guarantee is none, and not every role means some."""
    if "guarante" in words:
        return None
    if say.NOT_ALL.search(words):
        return True, False
    return False, not say.EXCEPT.search(words)


def _offer(words: str, clause: str, rest: str) -> Verdict:
    """An offer; turned round where it goes on "but not for this role", with reserve where it goes on "except"."""
    exception = say.BUT.match(rest)
    if exception and NO.search(exception[0]) and say.THIS.search(exception[0]):
        return False, True
    return True, not (exception or say.MAYBE.search(clause) or say.NOT_ALL.search(words))


def _of_the_needy(ahead: str, rest: str) -> Verdict | None:
    """What becomes of those who need it."""
    if say.TURNED_AWAY.search(rest) or say.NOT_APPLY.search(ahead):
        return False, True
    taken = say.TAKEN.search(rest) or say.WELCOMES.search(ahead)
    return (True, not say.MAYBE.search(rest)) if taken else None


def _bare(passage: Passage, words: str, name: re.Match[str], following: Passage | None) -> bool:
    """Is the passage nothing but the name, as in a list of benefits, and not the heading over a refusal?"""
    above = fold(passage.above)
    if passage.listed or len(words) > LONGEST_BARE or NO.search(above) or say.ASKS.search(above):
        return False
    if not (say.BARE_AHEAD.fullmatch(words, 0, name.start()) and say.BARE_BEHIND.fullmatch(words, name.end())):
        return False
    return not (following and (NO.search(following.words[:80]) or say.ASKS.search(following.words[:80])))
