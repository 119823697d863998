"""The demo's seeker: in the demo's world some roles match, some are filtered with reasons, some score too low."""

from __future__ import annotations

import pytest

from demo.client import TODAY
from jobfinder.demo import seeker
from jobfinder.demo.records import Company, Role
from jobfinder.demo.wire.markup import body_plain
from jobfinder.demo.world import World
from jobfinder.match import prefs, profile
from jobfinder.match.filter import judge, reasons
from jobfinder.match.offer import offer_of
from jobfinder.match.rules import Case
from jobfinder.match.score import score
from jobfinder.model import Posting, Salary

PROFILE = profile.from_toml(seeker.PROFILE)
PREFERENCES = prefs.from_toml(seeker.PREFERENCES)


def posting(company: Company, role: Role) -> Posting:
    """The role as a perfect reader would read it."""
    pay = role.pay if role.pay and role.pay.structured else None
    return Posting(
        title=role.title,
        company=company.name,
        locations=role.places,
        remote=role.remote,
        remote_scope=role.remote_scope,
        employment_type=role.employment,
        department=role.department,
        salary=Salary(min=pay.min, max=pay.max, currency=pay.currency, period=pay.period) if pay else None,
        posted_at=role.posted.isoformat(),
        description_text=body_plain(role.body),
        language=role.language,
    )


@pytest.mark.parametrize("seed", [7, 8, 9, 10])
def test_the_world_has_something_of_each_kind_for_the_seeker(seed: int) -> None:
    world = World.make(seed=seed, today=TODAY)
    postings = [posting(company, role) for company in world for role in world.roles(company) if role.listed]
    judged = [
        (each, judge(Case(posting=each, offer=offer_of(each), prefs=PREFERENCES, today=TODAY))) for each in postings
    ]
    scores = [score(each, None, PROFILE, PREFERENCES, today=TODAY).score for each, said in judged if said.passed]
    filtered = [reasons(said) for _, said in judged if not said.passed]
    assert sum(points >= PREFERENCES.min_score for points in scores) >= 10
    assert sum(points >= PREFERENCES.alert_score for points in scores) >= 2
    assert sum(points < PREFERENCES.min_score for points in scores) >= 5
    assert len(filtered) >= 50
    assert all(filtered)
    assert len({lines[0].partition(":")[0] for lines in filtered}) >= 4
