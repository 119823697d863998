"""A posting and a seeker, side by side: what every part of the score is a function of.

Pure. Called by `match.score`; read by `match.parts` and `match.skills`.
"""

from __future__ import annotations

from datetime import date

from jobfinder.match.offer import Offer
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Company, Posting, Record


class Pair(Record, frozen=True):
    """What is offered, by whom, to whom, and the date on which it is looked at."""

    posting: Posting
    offer: Offer
    company: Company | None
    profile: Profile
    prefs: Preferences
    today: date


class Part(Record, frozen=True, kw_only=True):
    """One part of the score: its weight, its value 0..1 or null where it cannot be told, the sentence of the posting
    it rests on, and why in words. `told` is the share of the part that the value stands for, 0..1.
    """

    name: str
    weight: float
    value: float | None = None
    told: float = 1.0
    evidence: str | None = None
    why: str = ""
