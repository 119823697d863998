"""Is it one role, posted at three places or in four cities? And which of its postings is shown?

Pure. Called by whoever lists matches and whoever pays for a second opinion: one role, one review. `sketch` makes what
is stored beside a posting, `kin` the key under which the postings of one role meet, `same_role` judges two of them,
`leader` picks the one that is shown; the others are linked, none is lost. A visible duplicate beats a silent merge, so
all of this must hold, and what is not known never counts as alike:

    same company     `read.names.company_key`
    same title       `match.same_title`: no word but decoration tells them apart
    alike texts      half of their rows of three words, estimated

Employers put the same paragraphs about themselves under every role, so alike texts alone say nothing: the title
decides. Aggregators that show only the head of a text, and translations, stay visible duplicates.

A sketch is a MinHash of one permutation: 128 bins, in each the least of the hashes that fall into it, 256 bytes. It
lies in stores for years, and sketches made by different hashes cannot be compared; that is why these lines stand here
instead of a package whose hash may change with its version. On texts that lost 5 % of their words the estimate is off
by 0.033 (standard deviation; a package with 128 permutations: 0.030), at half a millisecond a text (0.35).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence

from jobfinder.match.same_title import Title, read_title, title_key, title_likeness
from jobfinder.model import Place, Posting, Record
from jobfinder.read.gazetteer import plain
from jobfinder.read.names import company_key

TEXTS_ALIKE = 0.5
"""From this estimate on. A text that lost 5 % of its words is at least 0.61 alike to itself, as measured."""
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
ROW = 3
BINS = 128
EMPTY = 0xFFFF
FEWEST = 12
"""Bins that must hold something: shorter texts say too little to be compared."""
MIX = 0x9E3779B1
LONGEST = 60_000
FORM = struct.Struct(f"<{BINS}H")


class Described(Record, frozen=True):
    """What is compared of a posting. `company` is a name or the key of an entity, `board` where it is posted."""

    company: str | None
    title: str
    sketch: bytes
    places: tuple[Place, ...] = ()
    board: str | None = None


class Likeness(Record, frozen=True):
    """Why two postings are one role: how alike titles and texts are, 0..1, and what they differ in (city, country,
    board).
    """

    title: float
    text: float
    differs: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """In words."""
        differing = f"; differs in {' and '.join(self.differs)}" if self.differs else ""
        return f"same company, title alike ({self.title:.2f}), texts {self.text:.2f} alike{differing}"


class Candidate(Record, frozen=True):
    """A posting of a role. `own` says that it lies on the employer's own board, not on a job board of many;
    `first_seen` is an ISO 8601 date.
    """

    posting: Posting
    own: bool
    first_seen: str | None = None


# ---------------------------------------------------------------- two postings


def same_role(a: Described, b: Described) -> Likeness | None:
    """Why these are postings of one role; null where they are not, or where too little is known of them."""
    if not a.company or not b.company or company_key(a.company) != company_key(b.company):
        return None
    title = title_likeness(_title(a), _title(b))
    text = text_likeness(a.sketch, b.sketch) if title is not None else None
    if title is None or text is None or text < TEXTS_ALIKE:
        return None
    return Likeness(title=title, text=text, differs=_differs(a, b))


def kin(company: str | None, title: str, places: tuple[Place, ...] = ()) -> str | None:
    """The key that all postings of one role have in common, and few others have; null where the company is unknown."""
    if not company:
        return None
    return f"{company_key(company)}\n{title_key(read_title(title, places, company))}"


def _title(of: Described) -> Title:
    return read_title(of.title, of.places, of.company)


def _differs(a: Described, b: Described) -> tuple[str, ...]:
    cities, countries = (_differ(_names(a, field), _names(b, field)) for field in ("city", "country"))
    boards = bool(a.board and b.board and a.board != b.board)
    named = (("city", cities), ("country", countries and not cities), ("board", boards))
    return tuple(name for name, differs in named if differs)


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and a != b)


def _names(of: Described, field: str) -> frozenset[str]:
    return frozenset(plain(name) for at in of.places if (name := getattr(at, field)))


# ---------------------------------------------------------------- sketches


def sketch(posting: Posting) -> bytes:
    """A signature of the description, 256 bytes; empty where there is no text, or too little."""
    words = WORD.findall((posting.description_text or "")[:LONGEST].lower())
    least = [EMPTY] * BINS
    for row in {" ".join(words[start : start + ROW]) for start in range(len(words) - ROW + 1)}:
        mixed = zlib.crc32(row.encode()) * MIX & 0xFFFFFFFF
        value, bin = mixed >> 7 & 0xFFFF, mixed >> 25
        if value < least[bin]:
            least[bin] = value
    return FORM.pack(*least) if BINS - least.count(EMPTY) >= FEWEST else b""


def text_likeness(a: bytes, b: bytes) -> float | None:
    """The estimated share of rows of three words that two texts have in common; null where one of them is unknown."""
    if len(a) != FORM.size or len(b) != FORM.size:
        return None
    pairs = [pair for pair in zip(FORM.unpack(a), FORM.unpack(b), strict=True) if pair != (EMPTY, EMPTY)]
    return round(sum(first == second for first, second in pairs) / len(pairs), 2) if pairs else None


# ---------------------------------------------------------------- which one is shown


def leader(candidates: Sequence[Candidate]) -> int:
    """The index of the one that is shown: on the employer's own board, then the most complete, then seen first.

    The last resort is the address, so that the answer does not depend on the order. Raises `ValueError` on none.
    """
    return min(range(len(candidates)), key=lambda index: _place_in_line(candidates[index]))


def _place_in_line(one: Candidate) -> tuple[bool, int, int, str, str]:
    posting = one.posting
    return (
        not one.own,
        -_told(posting),
        -len(posting.description_text or "") // 500,
        one.first_seen or "9999",
        posting.url or posting.external_id or posting.title,
    )


def _told(posting: Posting) -> int:
    """How many of the things that a seeker asks for the posting says."""
    fields = (
        posting.description_text,
        posting.salary,
        posting.locations,
        posting.remote,
        posting.employment_type,
        posting.posted_at,
        posting.apply_url or posting.url,
    )
    return sum(bool(field) for field in fields)
