"""Reasons to be wary of a posting, each with what it rests on: sentences of the text, or what was seen of the posting.

Pure. Called by `match.offer` for the facts of a posting, and shown beside its score: a flag never changes the score and
never drops a posting. Two kinds of reasons:

- what the text says outright, one sentence is enough: commission, unpaid, agency, scam, fee, to-machines, and evergreen
  where it calls itself so.
- what is only a pattern, at least two facts of the table below, each from another row:

      fact                                                          evergreen   repost   ghost
      seen or posted OLD days ago or longer                         x                    x
      posted again, REPOSTS times or more                                       xx       x
      closed and opened again                                       x           x        x
      dated later than it was first seen, DATED days or more                    x        x (as posted again)
      says that it is advertised again                                          x        x (as posted again)
      calls itself evergreen                                        alone                x
      says that people are always looked for                        x                    x (as evergreen)
      MANY openings or more of that title                           x                    x (never with the next alone)
      names no place, no pay, no date and hardly says anything                           x
      its closing date went by EXPIRED days ago, and it is listed                        x

Unknown is no fact: a posting whose text was never read is not vague. To extend: a wording in `read.flag_words` or
`read.machine_words`, a fact as a function beside `_old`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from jobfinder.model import Posting, Record
from jobfinder.read import flag_words as say
from jobfinder.read.fact import Flag, FlagKind
from jobfinder.read.names import company_key
from jobfinder.read.to_machines import to_machines
from jobfinder.read.wording import Saying, Text, Wording, reading, sayings

OLD, DATED, EXPIRED = 90, 21, 7
"""Days; see above."""
REPOSTS = 2
MANY = 5
VAGUE = 600
"""Characters below which a text hardly says anything."""
NEAR = 200
"""Characters around "no experience" in which the pay is looked for."""
MOST = 5
"""Quotes of one flag."""


class Sightings(Record, frozen=True):
    """What was seen of a posting over time; null where it is not known. Dates are ISO 8601.

    reposted   how often it came back under another number or address
    openings   open postings of the same company with the same title, this one included
    reopened   it was closed, and open again later
    """

    first_seen: str | None = None
    last_seen: str | None = None
    reposted: int | None = None
    openings: int | None = None
    reopened: bool | None = None


Texts: TypeAlias = tuple[Text, ...]
NOTHING_SEEN = Sightings()


def is_half_told(posting: Posting) -> bool:
    """Does the text hold a sign that makes a flag only together with what is seen?"""
    texts = (reading(posting.title), reading(posting.description_text or ""))
    said = _quotes(texts, say.ALWAYS, say.AGAIN) or _evergreen(posting, texts)
    return bool(said or _vague(posting))


def is_telling(posting: Posting, seen: Sightings, today: date, *, half_told: bool) -> bool:
    """May what was seen of a posting, or its age, raise a flag that its text alone does not? One fact does so only with
    a sign in the text.
    """
    facts = (
        _old(posting, seen, today),
        _reopened(seen),
        _dated_anew(posting, seen),
        _many(posting, seen),
        _expired(posting, seen, today),
    )
    count = sum(map(bool, facts)) + bool(seen.reposted)
    return count + half_told > 1 or (seen.reposted or 0) >= REPOSTS


def red_flags(posting: Posting, *, today: date, seen: Sightings = NOTHING_SEEN) -> tuple[Flag, ...]:
    """The flags of a posting, at most one of a kind, in the order of `FlagKind`."""
    texts = (reading(posting.title), reading(posting.description_text or ""))
    evergreen, always = _evergreen(posting, texts), _quotes(texts, say.ALWAYS)
    age, again = _old(posting, seen, today), _again(posting, seen, texts)
    many = _many(posting, seen)
    patterns = _ghost((age, again, evergreen or always, _expired(posting, seen, today)), (many, _vague(posting)))
    found: tuple[tuple[FlagKind, tuple[str, ...]], ...] = (
        ("commission", _commission(texts)),
        ("unpaid", _unpaid(posting, texts)),
        ("agency", _agency(texts)),
        ("evergreen", evergreen or _two(always, age, many, _reopened(seen))),
        ("repost", again if len(again) > 1 or (seen.reposted or 0) >= REPOSTS else ()),
        ("ghost", patterns),
        ("scam", _scam(posting, texts)),
        ("to-machines", _once(quote for text in texts for quote in to_machines(text))),
        ("fee", _quotes(texts, say.FEE)),
    )
    return tuple(Flag(kind=kind, quotes=quotes[:MOST]) for kind, quotes in found if quotes)


# ---------------------------------------------------------------- said outright


def _quotes(texts: Texts, *wordings: Wording) -> tuple[str, ...]:
    return _once(text.quote(said) for text in texts for one in wordings for said in sayings(text, one))


def _once(quotes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quotes))


def _commission(texts: Texts) -> tuple[str, ...]:
    """ "No" denies it, but not the "no" of "no base"."""
    return _once(
        text.quote(said)
        for text in texts
        for said in sayings(text, say.COMMISSION)
        if not say.NO_COMMISSION.search(say.NO_BASE.sub(" ", text.folded[said.start : said.end]))
    )


def _unpaid(posting: Posting, texts: Texts) -> tuple[str, ...]:
    title = (posting.title,) if say.UNPAID_TITLE.search(posting.title[:300].lower().strip()) else ()
    return _once((*title, *_quotes(texts, say.UNPAID, say.UNPAID_OTHER)))


def _agency(texts: Texts) -> tuple[str, ...]:
    """Sentences about a client who stays nameless. One that has a name has it behind the word, or with a legal form."""
    return _once(
        text.quote(said)
        for text in texts
        for said in sayings(text, say.CLIENT)
        if not _has_name(text.whole[said.start : said.end])
    )


def _has_name(sentence: str) -> bool:
    return bool(say.NAMED_CLIENT.search(sentence) or say.LEGAL_NAME.search(sentence))


def _evergreen(posting: Posting, texts: Texts) -> tuple[str, ...]:
    title = (posting.title,) if say.EVERGREEN_TITLE.search(posting.title[:300].lower()) else ()
    return _once((*title, *_quotes(texts, say.EVERGREEN, say.NO_OPENING)))


def _scam(posting: Posting, texts: Texts) -> tuple[str, ...]:
    said = _quotes(texts, say.MESSENGER, say.MONEY, say.CHEQUE, say.CRYPTO_PAY, say.DOCUMENTS)
    other = (quote for text in texts for quote in (*_easy_money(text), *_free_mail(posting, text)))
    return _once((*said, *other))


def _easy_money(text: Text) -> Iterator[str]:
    """Where no experience is asked for, and a week is paid like a month."""
    for said in sayings(text, say.EASY_MONEY):
        first = max(0, said.start - NEAR)
        for match in say.WEEKLY.finditer(text.folded, first, said.end + NEAR):
            if _is_too_much(match):
                start, end = text.spans[text.index_at(match.start())]
                yield from (text.quote(said), text.quote(Saying(start, end, match.start(), match.end())))
                return


def _is_too_much(match: re.Match[str]) -> bool:
    amount = float(re.sub(r"\D", "", match[1])) * (1000 if match[2] else 1)
    return amount >= (say.WEEK_FROM if match[3] in ("week", "woche", "semaine", "semana") else say.DAY_FROM)


def _free_mail(posting: Posting, text: Text) -> Iterator[str]:
    """A free address to write to, unless it bears the employer's own name, as those of small employers do."""
    name = re.sub(r"\W", "", company_key(posting.company)) if posting.company else ""
    for said in sayings(text, say.FREE_MAIL) if name else ():
        owner = re.sub(r"\W", "", text.folded[said.first : said.last].partition("@")[0])
        if name[:6] not in owner:
            yield text.quote(said)


# ---------------------------------------------------------------- patterns


def _two(*facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts, if the first is one of at least two."""
    present = [fact for fact in facts if fact]
    return tuple(one for fact in present for one in fact) if facts[0] and len(present) > 1 else ()


def _ghost(strong: tuple[tuple[str, ...], ...], weak: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """At least two facts of different rows, not all of them weak ones."""
    present = [fact for fact in (*strong, *weak) if fact]
    return tuple(fact[0] for fact in present) if len(present) > 1 and any(strong) else ()


def _date(stated: str | None) -> date | None:
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def _old(posting: Posting, seen: Sightings, today: date) -> tuple[str, ...]:
    stated = (("first seen", _date(seen.first_seen)), ("posted", _date(posting.posted_at)))
    known = [(day, what) for what, day in stated if day is not None]
    day, what = min(known, default=(today, ""))
    age = (today - day).days
    return (f"{what} {day}, {age} days ago",) if age >= OLD else ()


def _again(posting: Posting, seen: Sightings, texts: Texts) -> tuple[str, ...]:
    times = seen.reposted or 0
    counted = (f"posted again {times} time{'s' if times > 1 else ''}",) if times else ()
    return (*counted, *_reopened(seen), *_dated_anew(posting, seen), *_quotes(texts, say.AGAIN))


def _reopened(seen: Sightings) -> tuple[str, ...]:
    return ("closed, and opened again",) if seen.reopened else ()


def _dated_anew(posting: Posting, seen: Sightings) -> tuple[str, ...]:
    posted, first = _date(posting.posted_at), _date(seen.first_seen)
    if posted is None or first is None or (posted - first).days < DATED:
        return ()
    return (f"dated {posted}, but first seen {first}",)


def _many(posting: Posting, seen: Sightings) -> tuple[str, ...]:
    count = seen.openings or 0
    return (f"{count} open postings of {posting.company or 'this employer'} with this title",) if count >= MANY else ()


def _expired(posting: Posting, seen: Sightings, today: date) -> tuple[str, ...]:
    """Still seen long after the day on which it was to close."""
    closes, last = _date(posting.closes_at), _date(seen.last_seen) or today
    if closes is None or (last - closes).days < EXPIRED:
        return ()
    return (f"was to close {closes}, and was listed {last}",)


def _vague(posting: Posting) -> tuple[str, ...]:
    said = posting.description_text or ""
    silent = not posting.locations and posting.salary is None and posting.posted_at is None and posting.remote is None
    return (
        ("names no place, no pay and no date, and hardly says anything",)
        if said and silent and len(said) < VAGUE
        else ()
    )
