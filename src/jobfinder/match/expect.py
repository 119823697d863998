"""A cheap guess, from a title alone, at how well a posting will match: for ranking work, never for judging.

Pure. Called by `flow.spawn` for every posting a listing shows, so it reads nothing but the title.
"""

from __future__ import annotations

from jobfinder.match import titles
from jobfinder.match.keywords import found
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Tier
from jobfinder.read.level import RUNG, parse_level
from jobfinder.read.skills import mentions, skill_name

UNKNOWN = 0.5
EXCLUDED = 0.05
BY_TIER = {Tier.S: 0.15, Tier.A: 0.08, Tier.B: 0.0, Tier.C: -0.08, Tier.D: -0.15}
FOR_SKILL = 0.08
FOR_LEVEL = 0.06


def predicted(title: str | None, company_tier: Tier | None, prefs: Preferences, profile: Profile) -> float:
    """0..1: how likely a posting of this title is a match. 0.5 where title or wishes are silent."""
    if not title or not title.strip():
        return _within(UNKNOWN + BY_TIER.get(company_tier or Tier.B, 0.0))
    if any(found(word, title) for word in (*prefs.titles.excluded, *prefs.stop.keywords)):
        return EXCLUDED
    wanted = profile.titles + prefs.titles.wanted
    base = titles.best(title, wanted)[0] * 0.8 + 0.1 if wanted else UNKNOWN
    return _within(base + _skills(title, profile) + _level(title, profile) + BY_TIER.get(company_tier or Tier.B, 0.0))


def _skills(title: str, profile: Profile) -> float:
    mine = {skill_name(skill.name) for skill in profile.skills}
    if not mine:
        return 0.0
    named = {mention.skill for mention in mentions(title, tuple(skill.name for skill in profile.skills))}
    return FOR_SKILL * len(named & mine) - FOR_SKILL / 2 * len(named - mine)


def _level(title: str, profile: Profile) -> float:
    level = parse_level(title)
    if level is None or profile.seniority is None:
        return 0.0
    return FOR_LEVEL * (1.0 - abs(RUNG[level] - RUNG[profile.seniority]))


def _within(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
