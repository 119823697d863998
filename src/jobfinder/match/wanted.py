"""The skills a posting wants, how much, and in which sentence it says so.

Pure. Called by `match.parts`. A skill named twice counts once, at its strongest wording. What only the company's own
page names (its technology) counts a little.
"""

from __future__ import annotations

from jobfinder.model import Company, Posting, Record
from jobfinder.read.sentences import quote
from jobfinder.read.skills import mentions, skill_name

IMPORTANCE = {"required": 1.0, "named": 0.6, "nice": 0.25}
IN_TITLE = 1.5
OF_COMPANY = 0.1


class Wanted(Record, frozen=True, kw_only=True):
    """One skill, in the order of the posting, how much it is wanted (1 is required), and the sentence that says so."""

    skill: str
    importance: float
    sentence: str
    order: int


def wanted_skills(posting: Posting, company: Company | None, extra: tuple[str, ...]) -> tuple[Wanted, ...]:
    """The skills of a posting and of its company, each once. `extra`: further names to look for."""
    found: dict[str, Wanted] = {}
    for mention in mentions(posting.title, extra):
        _keep(found, mention.skill, IN_TITLE, posting.title)
    text = posting.description_text or ""
    for mention in mentions(text, extra):
        sentence = text[mention.sentence_start : mention.sentence_end]
        _keep(found, mention.skill, IMPORTANCE[mention.need], sentence, mention.start - mention.sentence_start)
    for name in company.tech_stack if company else ():
        _keep(found, skill_name(name), OF_COMPANY, f"{(company and company.name) or 'the company'} works with {name}")
    return tuple(found.values())


def _keep(found: dict[str, Wanted], skill: str, importance: float, sentence: str, position: int = 0) -> None:
    known = found.get(skill)
    if known is None or importance > known.importance:
        order = known.order if known else len(found)
        found[skill] = Wanted(skill=skill, importance=importance, sentence=quote(sentence, position), order=order)
