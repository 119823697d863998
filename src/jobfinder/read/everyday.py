"""Skills with the names of everyday words: is "Go" the language here, "Excel" the program, "R" a letter?

Pure. Called by `read.skills` for the names found in one sentence. Which names are in doubt, and how much, is in
`read.terms`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from jobfinder.read.rows import asked_in
from jobfinder.read.terms import CAPITALISED, LISTED, SPOKEN, technical


class Hit(NamedTuple):
    """A name found in a sentence, not yet judged. `sole`: the sentence holds nothing else; `sure`: no everyday word."""

    skill: str
    start: int
    end: int
    first: bool
    sole: bool
    sure: bool


BESIDE = re.compile(r"^[\s,/;|+&()•·:–-]{0,4}(?:and|or|und|oder|et|ou|y|e|o|as well as|sowie)?[\s,(/]{0,3}$")
CODE_AFTER = re.compile(
    r"^\W{1,2}(?:programming|programmer|language|developer|development|engineer|engineering|code|coding|codebase|services?|"
    r"microservices?|backend|scripts?|scripting|packages?|studio|shiny|entwickl\w{0,8}|programmierung|modules?|lang|"
    r"architect|consultant|specialist|administrator|admin|analyst|lead|team|experience|skills|knowledge|expertise|"
    r"proficiency|framework|kenntnisse)\b",
    re.IGNORECASE,
)
CODE_BEFORE = re.compile(
    r"\b(?:in|with|using|use|uses|of|mit|en|avec|con|knowledge|write|writing|know|embedded|senior|junior) $",
    re.IGNORECASE,
)
NOT_CODE_AFTER = re.compile(
    r"^(?:[-\s]to\b|&|\.\d|\s(?:to|live|beyond|above|ahead|get|green|for|big|the|back|out|through|home|on|further)\b|"
    r"['’]|-level|-suite)",
    re.IGNORECASE,
)
AS_ROLE = re.compile(r"\bas (?:an? |the )?$", re.IGNORECASE)
"""What one has worked as is a role: "as a Chef"."""
SEASON = re.compile(r"^\W{1,2}(?:20\d\d|term|semester|break|internship|cohort|class|intake)\b", re.IGNORECASE)


def judged(hits: list[Hit], text: str, row: tuple[int, int] | None = None) -> list[Hit]:
    """The hits that are meant as skills. A list of skills vouches for its members, from neighbour to neighbour; so does
    a `row` of requirements or wishes, from where to where, for what stands in it where skills stand.
    """
    if all(hit.sure for hit in hits):
        return hits
    asked = _asked(text, *row) if row else frozenset()
    taken = [hit.sure or (hit.start, hit.end) in asked or _alone(hit, text) for hit in hits]
    speaks_of_code = any(ok and hit.skill in technical() for ok, hit in zip(taken, hits, strict=True))
    taken = [ok or (speaks_of_code and _spoken(hit, text)) for ok, hit in zip(taken, hits, strict=True)]
    for order in (range(1, len(hits)), range(len(hits) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            taken[i] = taken[i] or (taken[i + step] and _beside(hits[i], hits[i + step], text))
    return [hit for ok, hit in zip(taken, hits, strict=True) if ok]


def _asked(text: str, start: int, end: int) -> frozenset[tuple[int, int]]:
    spans = ((start + first, start + last) for first, last in asked_in(text[start:end]))
    return frozenset(span for span in spans if not AS_ROLE.search(text, start, span[0]))


def _alone(hit: Hit, text: str) -> bool:
    """Meant as a skill without help from others."""
    if hit.sole:
        return hit.skill not in LISTED
    after = text[hit.end : hit.end + 24]
    code = bool(CODE_AFTER.match(after)) and not NOT_CODE_AFTER.match(after)
    if hit.skill in SPOKEN:
        before = text[max(0, hit.start - 12) : hit.start]
        return code or (hit.skill != "C" and bool(CODE_BEFORE.search(before)) and not NOT_CODE_AFTER.match(after))
    return hit.skill in CAPITALISED and (code or not hit.first) and not SEASON.match(after)


def _spoken(hit: Hit, text: str) -> bool:
    return hit.skill in SPOKEN and not NOT_CODE_AFTER.match(text[hit.end : hit.end + 12])


def _beside(hit: Hit, other: Hit, text: str) -> bool:
    left, right = (hit, other) if hit.start < other.start else (other, hit)
    return right.start - left.end <= 16 and bool(BESIDE.match(text[left.end : right.start]))
