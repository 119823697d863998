"""The world of the ranking benchmark: the same for ever, and graded by the stated rules.

It measures the scorer, so it must not move with it: whoever changes the digest makes all figures before incomparable.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from ranking_constraints import SEEKERS, pairs
from ranking_relevance import Ask, Held, Role, Seeker, grade, visible
from ranking_world import POOL, World, world

DIGESTS = {1: "114c2c0abd6454fa", 101: "7c29877e487ae5ea"}
SEEKER = Seeker(
    id="one",
    family="backend",
    rung=3,
    leads=False,
    years=8.0,
    held=(Held("Python", 8, 0), Held("Django", 6, 1), Held("PostgreSQL", 6, 0), Held("AWS", 4, 0), Held("Java", 3, 7)),
    loved=("Redis",),
    unwanted=("PHP",),
    titles=("Backend Engineer",),
    country="DE",
    city="Berlin",
    moves=False,
    targets=("DE",),
    authorised=("DE", "NL"),
    arrangements=("remote", "hybrid"),
    floor=70_000.0,
    currency="EUR",
    languages=(("German", "native"), ("English", "B2")),
    employment=("permanent",),
    excluded=("gambling",),
    degree="bachelor",
)
ROLE = Role(
    id="role",
    recipe="",
    family="backend",
    role_name="Backend Engineer",
    title="Senior Backend Engineer",
    rung=3,
    leads=False,
    required=(Ask("Python"), Ask("Django", 3), Ask("PostgreSQL")),
    nice=(),
    stuffed=(),
    years=5,
    country="DE",
    city="Berlin",
    arrangement="hybrid",
    scope=(),
    sponsors=None,
    citizens=False,
    low=70_000.0,
    high=85_000.0,
    currency="EUR",
    commission=False,
    employment="permanent",
    languages=(("English", "B2"),),
    written="en",
    age=5,
    industry="software",
    company="Sample",
    degree="none",
    evergreen=False,
    tells=frozenset(),
    words=1,
)
NEEDS_VISA: dict[str, object] = {"authorised": ("IN",), "country": "IN", "targets": ("DE", "IN")}
Changes = dict[str, object]


@pytest.mark.parametrize(
    ("role", "seeker", "expected"),
    [
        pytest.param({}, {}, 4, id="suits"),
        pytest.param({"family": "fullstack"}, {}, 3, id="a neighbouring trade"),
        pytest.param({"family": "nursing"}, {}, 0, id="another trade"),
        pytest.param({"required": (Ask("Python"), Ask("Go"), Ask("Rust"))}, {}, 1, id="a third of the skills"),
        pytest.param({"required": (Ask("Java"), Ask("Python"))}, {}, 3, id="one skill long not used"),
        pytest.param({"required": (Ask("GCP"), Ask("Python"))}, {}, 3, id="a relative of a skill"),
        pytest.param({"required": (Ask("Python", 20), Ask("Django"))}, {}, 3, id="a skill held too shortly"),
        pytest.param({"required": (Ask("Python"), Ask("Redis"))}, {"loved": ()}, 2, id="half of the skills"),
        pytest.param({"required": (Ask("Python"), Ask("Redis"))}, {}, 3, id="half of the skills, one loved"),
        pytest.param({"required": (*ROLE.required, Ask("PHP"))}, {}, 1, id="a skill not wanted any more"),
        pytest.param({"rung": 4}, {}, 3, id="one rung up"),
        pytest.param({"rung": 4, "nice": ("AWS",)}, {}, 4, id="one rung up, what is welcome is there"),
        pytest.param({"rung": 1}, {}, 2, id="two rungs down"),
        pytest.param({"rung": 0}, {}, 0, id="three rungs down"),
        pytest.param({"leads": True}, {}, 2, id="leads people"),
        pytest.param({"years": 12}, {}, 3, id="too many years asked"),
        pytest.param({"high": 64_000.0}, {}, 3, id="pay a little below the floor"),
        pytest.param({"high": 40_000.0}, {}, 1, id="pay far below the floor"),
        pytest.param({"high": None}, {}, 4, id="pay unknown"),
        pytest.param({"commission": True}, {}, 1, id="commission only"),
        pytest.param({"arrangement": "onsite"}, {}, 2, id="an arrangement not accepted"),
        pytest.param({"city": "Munich"}, {}, 1, id="another city"),
        pytest.param({"city": "Munich"}, {"moves": True}, 3, id="another city, would move"),
        pytest.param({"country": "US"}, {}, 0, id="a country not aimed at"),
        pytest.param({"sponsors": True}, NEEDS_VISA, 4, id="sponsored"),
        pytest.param({"sponsors": None}, NEEDS_VISA, 3, id="not told whether sponsored"),
        pytest.param({"sponsors": False}, NEEDS_VISA, 0, id="not sponsored"),
        pytest.param({"arrangement": "remote", "scope": ("US",)}, {}, 0, id="remote, from elsewhere"),
        pytest.param({"arrangement": "remote", "country": "US"}, {}, 4, id="remote, from anywhere"),
        pytest.param({"citizens": True, "country": "US", "arrangement": "remote"}, {}, 0, id="citizens only"),
        pytest.param({"languages": (("English", "C1"),)}, {}, 3, id="a language one level short"),
        pytest.param({"languages": (("French", "C1"),)}, {}, 1, id="a language not spoken"),
        pytest.param({"employment": "contract"}, {}, 1, id="employment not accepted"),
        pytest.param({"employment": "internship"}, {}, 0, id="an internship"),
        pytest.param({"industry": "gambling"}, {}, 0, id="an industry excluded"),
        pytest.param({"degree": "master"}, {}, 3, id="a degree not held"),
        pytest.param({"evergreen": True}, {}, 1, id="no real opening"),
        pytest.param({"age": 60}, {}, 3, id="old"),
        pytest.param({"age": 100}, {}, 3, id="very old"),
    ],
)
def test_a_rule_of_relevance_has_its_stated_effect(role: Changes, seeker: Changes, expected: int) -> None:
    assert grade(ROLE._replace(**role), SEEKER._replace(**seeker)) == expected  # type: ignore[arg-type]


def test_what_is_not_told_is_harmless_to_a_reader() -> None:
    harmful = ROLE._replace(high=30_000.0, languages=(("French", "C1"),), age=200)
    assert grade(visible(harmful), SEEKER) == 4
    assert grade(visible(harmful._replace(tells=frozenset({"pay"}))), SEEKER) == 1


@pytest.mark.parametrize("seed", sorted(DIGESTS))
def test_a_seed_makes_the_same_world_for_ever(seed: int) -> None:
    assert _digest(world(seed)) == DIGESTS[seed]


def test_a_world_has_matches_for_each_seeker_in_a_pool_that_is_mostly_irrelevant() -> None:
    for seed in (1, 2, 3):
        made = world(seed)
        assert len(made.pool) == POOL
        for grades in made.grades:
            assert 10 <= sum(value >= 3 for value in grades) <= 60
            assert sum(value == 0 for value in grades) > POOL / 2


def test_postings_leave_no_gap_in_their_templates_and_ids_tell_nothing() -> None:
    for one in world(1).pool:
        text = one.posting.description_text or ""
        assert "{" not in text + one.posting.title
        assert one.role.recipe.split()[0] not in one.role.id


def test_hand_written_pairs_are_many_differ_and_name_their_seeker() -> None:
    rows = pairs()
    assert len(rows) >= 150
    assert all(pair.better != pair.worse and pair.seeker in SEEKERS for pair in rows)
    assert len({(pair.seeker, pair.better, pair.worse) for pair in rows}) == len(rows)


def _digest(made: World) -> str:
    """Of what is read and of how it is graded."""
    rows = [(one.posting.title, one.posting.description_text, one.posting.posted_at) for one in made.pool]
    return hashlib.sha256(repr((made.seekers, made.grades, rows)).encode()).hexdigest()[:16]
