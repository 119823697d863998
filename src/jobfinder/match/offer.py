"""The facts of one posting, read once and kept: what the rules and the scorer share.

Pure. Called by the steps that judge. What the text does not say is null or empty.
"""

from __future__ import annotations

from jobfinder.match.wanted import Wanted, wanted_skills
from jobfinder.model import Posting, Record
from jobfinder.read.fact import DegreeAsked, Eligibility, Fact, Flag, SpokenAsked, YearsAsked


class Offer(Record, frozen=True):
    """What a posting states, each with the words it rests on."""

    years: Fact[YearsAsked] | None = None
    degree: Fact[DegreeAsked] | None = None
    languages: tuple[Fact[SpokenAsked], ...] = ()
    eligibility: Eligibility = Eligibility()
    flags: tuple[Flag, ...] = ()
    benefits: tuple[Fact[str], ...] = ()
    closes: Fact[str] | None = None
    skills: tuple[Wanted, ...] = ()


def offer_of(posting: Posting) -> Offer:
    """The facts of a posting."""
    return Offer(skills=wanted_skills(posting, None, ()))
